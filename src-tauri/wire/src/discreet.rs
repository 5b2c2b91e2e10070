//! What others may see, where the window is shown to them: the same rows without what is private.

use std::sync::Arc;

use plan::diff::Difference;
use plan::kinds::{Class, Kind, KindDef};
use plan::state::{Change, Id, State};
use plan::store::LoggedStep;
use plan::{Error, Outcome, Plan};
use serde_json::{Value as Json, json};

use crate::session::{Fault, Session, Shown, lock};
use crate::sources::Foreign;
use crate::types::Source;

/// Discreet states that are kept ready: the two sides of a comparison, and those of now.
const KEPT: usize = 4;
/// What a step is called of which nothing is told; the words have it as "other".
const UNTOLD: &str = "other";

impl Session {
    /// The rows that a request means, as others may see them, where it is discreet.
    pub(crate) fn seen(&self, source: &Source, discreet: bool) -> Result<(Shown, Option<Arc<Foreign>>), Fault> {
        let (shown, foreign) = self.source(source)?;
        let state = self.seen_state(&shown.state, discreet);
        Ok((Shown { state, ..shown }, foreign))
    }

    /// A state as others may see it, where the request is discreet.
    pub(crate) fn seen_state(&self, state: &Arc<State>, discreet: bool) -> Arc<State> {
        if !discreet {
            return state.clone();
        }
        let known =
            lock(&self.discreet).iter().find(|(whole, _)| Arc::ptr_eq(whole, state)).map(|(_, seen)| seen.clone());
        known.unwrap_or_else(|| {
            let seen = Arc::new(without_private(state));
            let mut kept = lock(&self.discreet);
            kept.truncate(KEPT - 1);
            kept.insert(0, (state.clone(), seen.clone()));
            seen
        })
    }
}

/// The same rows without private kinds and private fields.
pub(crate) fn without_private(state: &State) -> State {
    let mut seen = state.clone();
    for kind in Kind::content() {
        let private = private_fields(kind.def());
        for row in state.rows(kind) {
            if kind.def().private {
                seen.remove(kind, row.id());
            } else if private.iter().any(|index| row.at(*index).is_some()) {
                seen.put(private.iter().fold((**row).clone(), |row, index| row.with(*index, None)));
            }
        }
    }
    seen
}

/// Positions of the private fields of a kind.
fn private_fields(def: &KindDef) -> Vec<u8> {
    def.fields.iter().filter(|field| field.private).filter_map(|field| def.index(field.name)).collect()
}

/// Changes as others may see them, where the request is discreet; none, where they were about nothing but what is private.
pub(crate) fn changes(all: Vec<Change>, discreet: bool) -> Option<Vec<Change>> {
    if !discreet {
        return Some(all);
    }
    let seen: Vec<Change> = all.iter().filter_map(change).collect();
    (all.is_empty() || !seen.is_empty()).then_some(seen)
}

/// A change as others may see it; none, where nothing of it is for them.
pub(crate) fn change(change: &Change) -> Option<Change> {
    let def = change.kind.def();
    if def.private {
        return None;
    }
    let mut seen = change.clone();
    for image in [&mut seen.before, &mut seen.after].into_iter().flatten() {
        image.retain(|name, _| def.field(name).is_none_or(|field| !field.private));
    }
    let nothing = seen.before.is_some() && seen.after.as_ref().is_some_and(serde_json::Map::is_empty);
    (!nothing).then_some(seen)
}

/// A step as others may see it.
pub(crate) fn step(step: &LoggedStep) -> LoggedStep {
    let (kind, args) = named(&step.kind, &step.args);
    LoggedStep { kind, args, ..step.clone() }
}

/// What a step did, as others may be told of it.
pub(crate) fn outcome(outcome: Outcome) -> Outcome {
    let (kind, args) = named(&outcome.kind, &outcome.args);
    Outcome { kind, args, ..outcome }
}

/// The question of undo, as others may read it: who made that step, and which private field it set, is not said.
pub(crate) fn question(plan: &Plan, error: Fault) -> Fault {
    let Error::Refused { code: code @ "undo-other-sitting", mut args } = error else { return error };
    let asked_about = match plan.undo_step() {
        Ok(asked_about) => asked_about.map(|asked_about| step(&asked_about)),
        Err(error) => return error,
    };
    let field = asked_about.as_ref().and_then(|step| step.args["field"].as_str()).unwrap_or_default();
    let is_untold = asked_about.as_ref().is_none_or(|step| step.kind == UNTOLD);
    for (name, value) in &mut args {
        match *name {
            "field" => field.clone_into(value),
            "step" if is_untold => UNTOLD.clone_into(value),
            "person" => value.clear(),
            _ => {}
        }
    }
    Error::Refused { code, args }
}

/// What names a step, as others may see it: not that a private field was set, and of a private kind no more than that there was
/// a step.
fn named(kind: &str, args: &Json) -> (String, Json) {
    let def = args["kind"].as_str().and_then(Kind::from_name).map(Kind::def);
    if def.is_some_and(|def| def.private) {
        return match args["step"].is_string() {
            true => (kind.to_owned(), json!({ "step": UNTOLD })),
            false => (UNTOLD.to_owned(), json!({})),
        };
    }
    let mut seen = args.clone();
    let field = args["field"].as_str().and_then(|name| def?.field(name));
    if field.is_some_and(|field| field.private)
        && let Some(seen) = seen.as_object_mut()
    {
        seen.remove("field");
    }
    (kind.to_owned(), seen)
}

/// Whether a change is about what is private, or names a person. `state`: the rows by which it is named.
pub(crate) fn is_private(state: &State, change: &Change) -> bool {
    let def = change.kind.def();
    let filled = |image: &serde_json::Map<String, serde_json::Value>| {
        image.iter().any(|(name, value)| !value.is_null() && def.field(name).is_some_and(|field| field.private))
    };
    def.class == Class::Content
        && (def.private
            || [&change.before, &change.after].into_iter().flatten().any(filled)
            || names_person(state, change.kind, &change.id))
}

/// Whether a difference is about what is private, or names a person.
pub(crate) fn is_private_difference(a: &State, b: &State, d: &Difference) -> bool {
    let def = d.kind.def();
    def.private
        || d.field.as_deref().is_some_and(|name| match def.field(name) {
            Some(field) => field.private,
            // A field of a newer version: the file says which of them are private.
            None => [a, b].iter().any(|state| state.row(Kind::PrivateName, &format!("{}.{name}", def.name)).is_some()),
        })
        || [a, b].iter().any(|state| names_person(state, d.kind, &d.id))
}

/// Whether the name of a row holds that of a person: what names one is called by them.
pub(crate) fn names_person(state: &State, kind: Kind, id: &Id) -> bool {
    state
        .row(kind, id)
        .is_some_and(|row| row.values().any(|(field, _)| field.target().is_some_and(|kind| kind.def().private)))
}
