//! Ranges of cells: copied, found in, filled, pasted into, replaced in, edited together. The window knows the rows that it shows;
//! what is done to a range is worked out here, over all rows of the view, and is one step.

mod change;
mod find;
mod longest;
mod marks;
mod paste;
mod range;
mod reading;
mod values;

use plan::{CellsHow, Error, Op};

use self::change::Draft;
use self::range::{CellWords, Ground, foreign};
use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) use find::cells_find;
pub(crate) use longest::cells_longest;

/// Cells that are read at once.
const CELLS_MAX: usize = 400_000;
/// Letters that are read at once: what a clipboard can take.
const LETTERS_MAX: usize = 40_000_000;

pub(crate) fn cells_copy(session: &Session, call: &Call, range: CellRange) -> Result<CellTexts, Fault> {
    let ground = Ground::of(session, &range)?;
    let mut words = CellWords::new(call, &ground.shown.state);
    let rows_max = CELLS_MAX / ground.columns.len().max(1);
    let mut letters = 0;
    let mut rows = Vec::new();
    for (_, row) in ground.inside().iter().take(rows_max) {
        let texts: Vec<String> = ground.columns.iter().map(|column| words.copied(row, column)).collect();
        letters += texts.iter().map(String::len).sum::<usize>();
        if letters > LETTERS_MAX {
            break;
        }
        rows.push(texts);
    }
    Ok(CellTexts { left_off: ground.count - rows.len(), rows })
}

pub(crate) fn cells_common(session: &Session, call: &Call, ask: CellsCommon) -> Result<Common, Fault> {
    let ground = Ground::of(session, &ask.range)?;
    let state = &ground.shown.state;
    let rows = ground.inside();
    let mut fields = Vec::new();
    for name in &ground.columns {
        let unknown =
            || Error::refused_with("no-such-field", [("kind", ground.kind.name().into()), ("field", name.clone())]);
        let field = ground.kind.def().field(name).ok_or_else(unknown)?;
        let first = rows.first().and_then(|(_, row)| row.get(name));
        let words_of = |row: &plan::Row| row.text(&format!("{name}_words")).to_owned();
        let words = rows.first().map(|(_, row)| words_of(row)).unwrap_or_default();
        let same = rows.iter().all(|(_, row)| row.get(name) == first && words_of(row) == words);
        let value = first.filter(|_| same).map_or(serde_json::Value::Null, plan::Value::to_json);
        let text = range::words(call, state, ground.kind, field, &value, Some(&words));
        fields.push(CommonField { field: name.clone(), same, value, text });
    }
    let whose = rows.iter().map(|(_, row)| &**row);
    Ok(Common { rows: rows.len(), fields, foreign: foreign(session, state, whose) })
}

pub(crate) fn cells_preview(session: &Session, call: &Call, ask: CellsPreviewGet) -> Result<CellsPreview, Fault> {
    let draft = Draft::of(session, call, &ask.what)?;
    Ok(draft.preview(session, ask.list_from, ask.list.min(2_000)))
}

pub(crate) fn cells_change(session: &Session, call: &Call, ask: CellsChange) -> Result<Written, Fault> {
    if ask.range.source != Source::Now {
        return Err(Error::refused("read-only-past"));
    }
    if let Some(op) = ask.op
        && session.shown().op != op
    {
        return Err(Error::refused("changed-meanwhile"));
    }
    let draft = Draft::of(session, call, &ask)?;
    if draft.dates.is_some() {
        return Err(Error::refused("dates-to-decide"));
    }
    let how = match ask.change {
        CellsDo::Clear {} => CellsHow::Clear,
        CellsDo::FillDown {} | CellsDo::FillRight {} => CellsHow::Fill,
        CellsDo::Paste { .. } => CellsHow::Paste,
        CellsDo::Set { .. } => CellsHow::Edit,
        CellsDo::Replace { .. } => CellsHow::Replace,
    };
    let note = draft.note();
    let (create, set) = draft.into_parts();
    if create.is_empty() && set.is_empty() {
        let mut written = session.write(call, |_| Ok(None))?;
        written.note = note;
        return Ok(written);
    }
    let op = Op::Cells { how, create, set };
    let mut written = session.write(call, |plan| plan.act(&call.context, &op, None))?;
    if written.note.is_empty() {
        written.note = note;
    }
    Ok(written)
}
