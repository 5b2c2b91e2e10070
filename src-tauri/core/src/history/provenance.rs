//! Where facts come from, and what becomes of that when they change.
//!
//! The basis, the source and the as-of of a row speak for its facts ([`Kind::facts`]). Who changes a fact and says nothing of
//! where it comes from has it from no document: the row is then our reading of its source, as of no day. A status has a day and
//! an author of its own, and is judged by them alone.

use crate::kinds::Kind;
use crate::{Row, Value};

/// What a step says beside the facts themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    provenance: bool,
    status_as_of: bool,
    status_by: bool,
}

impl Said {
    /// A field of the row is set in the step, be it to the value that it has: then that value is stated again.
    pub fn note(&mut self, kind: Kind, field: &str) {
        self.provenance |= kind.provenance().any(|name| name == field);
        self.status_as_of |= STATUS_DAY.contains(&field);
        self.status_by |= field == STATUS_BY;
    }
}

const STATUS_DAY: [&str; 2] = ["status_as_of", "status_as_of_words"];
const STATUS_BY: &str = "status_by";

/// Whether the row passes as more than our own reading.
pub(super) fn claims(row: &Row) -> bool {
    let speaks = |name: &str| row.kind().provenance().any(|field| field == name) && row.get(name).is_some();
    match row.text("basis") {
        "" => speaks("source") || speaks("as_of"),
        "our_reading" => speaks("as_of"),
        _ => true,
    }
}

/// Whether two versions of a row say the same, in what is a fact. The words of a date are none.
pub(super) fn same_facts(a: &Row, b: &Row) -> bool {
    same(a, b, a.kind().facts().iter().copied())
}

/// Whether the facts of both come from the same.
pub(super) fn same_provenance(a: &Row, b: &Row) -> bool {
    same(a, b, a.kind().provenance())
}

/// The row with its facts from where those of the other come from.
pub(super) fn with_provenance_of(row: &Row, other: &Row) -> Row {
    with_fields_of(row, other, row.kind().provenance())
}

/// The row with the facts of the other, and with the words of its dates.
pub(super) fn with_facts_of(row: &Row, other: &Row) -> Row {
    let row = with_fields_of(row, other, row.kind().facts().iter().copied());
    row.kind().facts().iter().fold(row, |row, fact| with_fields_of(&row, other, [&*format!("{fact}_words")]))
}

/// What a row becomes when a step made `row` of `base`, and said `said` with it.
pub(super) fn settled(base: &Row, row: Row, said: Said) -> Row {
    let mut row = row;
    if !said.provenance && !row.kind().facts().is_empty() {
        // Typing that came back to what was there before the step changed no fact.
        let unfounded = !same_facts(base, &row) && claims(base);
        row = if unfounded { as_our_reading(&row) } else { with_provenance_of(&row, base) };
    }
    if row.kind() == Kind::Commitment {
        let stated_anew = row.get("status") != base.get("status");
        let keeps = |row: Row, names: &[&str]| {
            if stated_anew { without(&row, names) } else { with_fields_of(&row, base, names.iter().copied()) }
        };
        if !said.status_as_of {
            row = keeps(row, &STATUS_DAY);
        }
        if !said.status_by {
            row = keeps(row, &[STATUS_BY]);
        }
    }
    row
}

/// The row as our reading of its source, as of no day.
fn as_our_reading(row: &Row) -> Row {
    let gone: Vec<&str> = row.kind().provenance().filter(|name| !name.starts_with("source")).collect();
    let row = without(row, &gone);
    match row.kind().def().index("basis") {
        Some(index) => row.with(index, Some(Value::Text("our_reading".into()))),
        None => row,
    }
}

fn same<'a>(a: &Row, b: &Row, mut names: impl Iterator<Item = &'a str>) -> bool {
    names.all(|name| a.get(name) == b.get(name))
}

fn without(row: &Row, names: &[&str]) -> Row {
    let indexes = names.iter().filter_map(|name| row.kind().def().index(name));
    indexes.fold(row.clone(), |row, index| if row.at(index).is_some() { row.with(index, None) } else { row })
}

pub(super) fn with_fields_of<'a>(row: &Row, other: &Row, names: impl IntoIterator<Item = &'a str>) -> Row {
    let indexes = names.into_iter().filter_map(|name| row.kind().def().index(name));
    indexes.fold(row.clone(), |row, index| {
        if row.at(index) == other.at(index) { row } else { row.with(index, other.at(index).cloned()) }
    })
}
