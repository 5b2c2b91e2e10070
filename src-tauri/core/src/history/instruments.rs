//! Instruments: made with their provisions in one step.

use super::edit::set_fields;
use super::write::{Making, make};
use crate::kinds::Kind;
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Result, SetField};

/// Kinds of row that come with an instrument.
const KINDS: &[Kind] = &[Kind::Source, Kind::Instrument, Kind::Provision];

/// Makes rows one after the other, so that each may name those before it, and fills those that are there.
pub(super) fn add(
    store: &Store,
    state: &State,
    context: &Context,
    rows: &[CreateRow],
    sets: &[SetField],
) -> Result<()> {
    let mut now = state.clone();
    let mut making = Making::default();
    for row in rows {
        if !KINDS.contains(&row.kind) {
            return Err(Error::refused_with("bad-request", [("context", row.kind.name().into())]));
        }
        let made = make(store, &now, context, row, true, &mut making)?;
        now.put(made);
    }
    set_fields(store, &now, sets)
}
