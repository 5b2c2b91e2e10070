//! The rules between rows and fields that every write is held against.

use std::collections::{HashMap, HashSet};

use super::views::check_view;
use crate::date::VagueDate;
use crate::kinds::{FieldType, Kind, KindDef};
use crate::state::State;
use crate::{Error, Field, Result, Row, Value};

/// A reference names a row that is there.
pub(super) fn check_references(state: &State, field: &Field, value: Option<&Value>) -> Result<()> {
    let Some(target) = field.target() else { return Ok(()) };
    let missing = match value {
        Some(Value::Text(id)) => state.row(target, id).is_none().then(|| id.to_string()),
        Some(Value::Set(set)) => set.iter().find(|id| state.row(target, id).is_none()).map(|id| id.to_string()),
        _ => None,
    };
    match missing {
        Some(id) => Err(Error::refused_with(
            "no-such-row",
            [("field", field.name.into()), ("kind", target.name().into()), ("id", id)],
        )),
        None => Ok(()),
    }
}

/// Of some groups of fields exactly one is filled.
pub(super) fn check_one_of(def: &KindDef, row: &Row) -> Result<()> {
    for group in def.one_of {
        if group.iter().filter(|name| row.get(name).is_some()).count() != 1 {
            return Err(Error::refused_with("one-of", [("fields", group.join(", "))]));
        }
    }
    Ok(())
}

/// Words stand beside a date, not in place of one: without it nothing could be sorted or asked by them. What was so before the
/// step is left alone.
pub(super) fn check_words(before: Option<&Row>, row: &Row) -> Result<()> {
    for field in row.kind().def().fields.iter().filter(|field| field.ty == FieldType::Date) {
        let name = format!("{}_words", field.name);
        let words = row.text(&name);
        let as_before = before.is_some_and(|before| before.text(&name) == words && before.get(field.name).is_none());
        if !words.is_empty() && row.get(field.name).is_none() && !as_before {
            return Err(words_without_date(field.name, words));
        }
    }
    Ok(())
}

/// The refusal of words that nobody gave a date with.
pub(super) fn words_without_date(field: &str, words: &str) -> Error {
    Error::refused_with("words-without-date", [("field", field.to_owned()), ("value", words.to_owned())])
}

/// Fields of a row that contradict each other.
pub(crate) struct Clash {
    /// The code of the refusal.
    pub code: &'static str,
    /// The fields, with what belongs to them.
    pub fields: &'static [&'static str],
}

const BACKWARDS: Clash = Clash { code: "end-before-start", fields: &["start", "start_words", "end", "end_words"] };
const NEVER_DONE: Clash = Clash {
    code: "standing-not-completed",
    fields: &["status", "status_as_of", "status_as_of_words", "status_by", "standing"],
};

/// What in a row is a contradiction for certain. What may be is none.
pub(crate) fn clashes(row: &Row) -> impl Iterator<Item = &'static Clash> {
    let bounds = |field: &str| VagueDate::parse(row.text(field)).ok().map(|date| date.bounds());
    let start = bounds("start").and_then(|bounds| bounds.start_not_before);
    let end = bounds("end").and_then(|bounds| bounds.end_not_after);
    let backwards = matches!((start, end), (Some(start), Some(end)) if end < start);
    // A standing activity goes on by its nature: it is concluded, never completed.
    let never_done = row.kind() == Kind::Commitment && row.flag("standing") && row.text("status") == "completed";
    [backwards.then_some(&BACKWARDS), never_done.then_some(&NEVER_DONE)].into_iter().flatten()
}

impl Clash {
    /// Whether two versions of a row are the same in it.
    pub fn same(&self, a: &Row, b: &Row) -> bool {
        self.fields.iter().all(|name| a.get(name) == b.get(name))
    }
}

/// All that a row is held against that nobody has written before.
pub(crate) fn check_new(state: &State, row: &Row) -> Result<()> {
    check_one_of(row.kind().def(), row)?;
    check_words(None, row)?;
    check_view(row)?;
    check_clashes(state, None, row)
}

/// Refuses contradictions that are new. Those that a plan was loaded with stay until somebody touches them.
pub(super) fn check_clashes(state: &State, before: Option<&Row>, row: &Row) -> Result<()> {
    match clashes(row).find(|clash| before.is_none_or(|before| !clash.same(before, row))) {
        Some(clash) => Err(Error::refused_with(
            clash.code,
            [
                ("title", named_as(state, row)),
                ("start", row.text("start").to_owned()),
                ("end", row.text("end").to_owned()),
            ],
        )),
        None => Ok(()),
    }
}

/// What people call a row. One that has no name of its own, as a link or a figure, goes by the row that it belongs to.
pub(super) fn named_as(state: &State, row: &Row) -> String {
    let def = row.kind().def();
    if row.title() != &**row.id() {
        return row.title().to_owned();
    }
    let required = def.fields.iter().filter(|field| field.required).map(|field| field.name);
    let mut places = def.one_of.first().copied().unwrap_or_default().iter().copied().chain(required);
    let belongs = |name: &str| state.row(def.field(name)?.target()?, row.text(name)).map(|row| row.title().to_owned());
    places.find_map(belongs).unwrap_or_else(|| row.title().to_owned())
}

/// Rows of a kind whose chain of references ends, by field: who meets one of them needs to look no further. Without it, ten
/// thousand rows of one deep tree would be walked ten thousand times.
pub(super) type Ends<'a> = HashMap<&'static str, HashSet<&'a str>>;

/// The fields in which a row names another of its own kind.
pub(crate) fn chains(kind: Kind) -> impl Iterator<Item = (u8, &'static Field)> {
    let fields = kind.def().fields.iter().enumerate().map(|(index, field)| (index as u8, field));
    fields.filter(move |(_, f)| matches!(f.ty, FieldType::Reference(target, _) if target == kind))
}

/// A row may not be above, before or behind itself: chains of references within a kind end.
pub(super) fn check_loops<'a>(
    row: &'a Row,
    find: impl Fn(&'a str) -> Option<&'a Row>,
    ends: &mut Ends<'a>,
) -> Result<()> {
    for (_, field) in chains(row.kind()) {
        let ends = ends.entry(field.name).or_default();
        let mut path = vec![row.title().to_owned()];
        let mut met: HashSet<&str> = HashSet::from([&**row.id()]);
        let mut next = row.text(field.name);
        let ended = loop {
            if next.is_empty() || ends.contains(next) {
                break true;
            }
            if next == &**row.id() {
                path.push(row.title().to_owned());
                return Err(Error::refused_with("cycle", [("field", field.name.into()), ("path", path.join(" → "))]));
            }
            // A circle further up is found from one of its own rows.
            if !met.insert(next) {
                break false;
            }
            let Some(row) = find(next) else { break true };
            if path.len() < 12 {
                path.push(row.title().to_owned());
            }
            next = row.text(field.name);
        };
        if ended {
            ends.extend(met);
        }
    }
    Ok(())
}
