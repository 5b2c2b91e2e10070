//! What others may see, where the window is shown to them: the same rows without what is private.

use std::sync::Arc;

use plan::diff::Difference;
use plan::kinds::{Class, Kind, KindDef};
use plan::state::{Change, Id, State};
use plan::store::LoggedStep;

use crate::session::{Fault, Session, Shown, lock};
use crate::sources::Foreign;
use crate::types::Source;

/// Discreet states that are kept ready: the two sides of a comparison, and those of now.
const KEPT: usize = 4;

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
fn without_private(state: &State) -> State {
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

/// A step as others may see it: of its name, not that a private field was set.
pub(crate) fn step(step: &LoggedStep) -> LoggedStep {
    let mut seen = step.clone();
    let def = step.args["kind"].as_str().and_then(Kind::from_name).map(Kind::def);
    let field = step.args["field"].as_str().and_then(|name| def?.field(name));
    if field.is_some_and(|field| field.private)
        && let Some(args) = seen.args.as_object_mut()
    {
        args.remove("field");
    }
    seen
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
fn names_person(state: &State, kind: Kind, id: &Id) -> bool {
    state
        .row(kind, id)
        .is_some_and(|row| row.values().any(|(field, _)| field.target().is_some_and(|kind| kind.def().private)))
}
