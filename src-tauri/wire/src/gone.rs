//! Rows that are gone, as they were last: history calls them by their names.

use std::borrow::Cow;
use std::collections::HashSet;

use plan::kinds::{Class, FieldType, Kind};
use plan::state::{Change, Id, State};
use plan::store::LoggedStep;
use plan::{Plan, Row, Value};

use crate::session::{Call, Fault};
use crate::types::StepView;
use crate::{discreet, steps};

/// Rows of a step that are looked at: its sentences name no more.
const LOOKED_AT: usize = 1_000;
/// Rows that are looked for in older steps.
const SOUGHT: usize = 24;
/// A role names a group, which names its parent: how far names reach.
const ROUNDS: usize = 2;

/// A step as it is told: what it changed, and the rows that it is told by. To gather them takes the plan's turn; to make
/// sentences of them does not.
pub(crate) struct Gathered<'a> {
    step: LoggedStep,
    changes: Vec<Change>,
    state: Cow<'a, State>,
}

impl<'a> Gathered<'a> {
    /// What is told of a step. None: it is about nothing but what is private, and others look.
    pub fn of(
        plan: &Plan,
        state: &'a State,
        step: &LoggedStep,
        changes: Vec<Change>,
        discreet: bool,
    ) -> Result<Option<Gathered<'a>>, Fault> {
        let Some(changes) = discreet::changes(changes, discreet) else { return Ok(None) };
        let step = if discreet { discreet::step(step) } else { step.clone() };
        let named = Id::from(step.args["id"].as_str().unwrap_or_default());
        let kind = step.args["kind"].as_str().and_then(Kind::from_name);
        let state = with_gone(plan, state, &changes, kind.map(|kind| (kind, named)), discreet)?;
        Ok(Some(Gathered { step, changes, state }))
    }

    /// The step as it is listed. None: it does not hold all of these words, which are folded.
    pub fn told(&self, call: &Call, wanted: &[String]) -> Option<StepView> {
        steps::step_view(&call.strings, &self.state, &self.step, &self.changes, wanted)
    }
}

/// The name of a step that is not told itself.
pub(crate) fn step_name(plan: &Plan, call: &Call, step: &LoggedStep) -> Result<String, Fault> {
    let named = step.args["id"].as_str().zip(step.args["kind"].as_str().and_then(Kind::from_name));
    let state = with_gone(plan, plan.state(), &[], named.map(|(id, kind)| (kind, id.into())), false)?;
    Ok(steps::step_name(&call.strings, &[&state], step))
}

/// A state with the rows that some changes name and that are gone.
pub(crate) fn with_gone<'a>(
    plan: &Plan,
    state: &'a State,
    changes: &[Change],
    named: Option<(Kind, Id)>,
    discreet: bool,
) -> Result<Cow<'a, State>, Fault> {
    let mut state = Cow::Borrowed(state);
    let mut wanted: Vec<(Kind, Id)> = named.into_iter().collect();
    for change in changes.iter().filter(|change| change.kind.def().class == Class::Content).take(LOOKED_AT) {
        if state.row(change.kind, &change.id).is_none() && !put(&mut state, change)? {
            wanted.push((change.kind, change.id.clone()));
        }
        for image in [&change.before, &change.after].into_iter().flatten() {
            for field in change.kind.def().fields {
                if let (FieldType::Reference(target, _), Some(id)) =
                    (field.ty, image.get(field.name).and_then(|id| id.as_str()))
                {
                    wanted.push((target, id.into()));
                }
            }
        }
    }
    let mut met: HashSet<(Kind, Id)> = HashSet::new();
    for _ in 0..ROUNDS {
        let mut next = Vec::new();
        for (kind, id) in std::mem::take(&mut wanted) {
            let sought = state.row(kind, &id).is_none() && !(discreet && kind.def().private);
            if sought && met.len() < SOUGHT && met.insert((kind, id.clone())) {
                for change in last_changes(plan, kind, &id)? {
                    let seen = if discreet { discreet::change(&change) } else { Some(change) };
                    if let Some(seen) = seen
                        && put(&mut state, &seen)?
                    {
                        break;
                    }
                }
            }
            if let Some(row) = state.row(kind, &id).filter(|_| met.contains(&(kind, id.clone()))) {
                next.extend(named_by(row));
            }
        }
        wanted = next;
    }
    Ok(state)
}

/// The changes of a row in the newest step that touched it.
fn last_changes(plan: &Plan, kind: Kind, id: &Id) -> Result<Vec<Change>, Fault> {
    match plan.history(Some((kind, id)), i64::MAX, 1)?.first() {
        Some(step) => plan.changes_of_row(step.id, kind, id),
        None => Ok(Vec::new()),
    }
}

/// Puts the row of a change in as it was, where the change holds all of it.
fn put(state: &mut Cow<'_, State>, change: &Change) -> Result<bool, Fault> {
    let whole = match (&change.before, &change.after) {
        (None, Some(whole)) | (Some(whole), None) => whole.clone(),
        _ => return Ok(false),
    };
    let made = Change { kind: change.kind, id: change.id.clone(), before: None, after: Some(whole) };
    if state.row(change.kind, &change.id).is_none() {
        state.to_mut().apply(&made)?;
    }
    Ok(true)
}

/// The rows that a row names.
fn named_by(row: &Row) -> impl Iterator<Item = (Kind, Id)> + '_ {
    row.values().filter_map(|(field, value)| match (field.ty, value) {
        (FieldType::Reference(target, _), Value::Text(id)) => Some((target, Id::from(&**id))),
        _ => None,
    })
}
