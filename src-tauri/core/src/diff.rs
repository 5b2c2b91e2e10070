//! What is different between two states, per row and field.

use serde_json::Value as Json;

use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::{Row, Value};

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is in the second state only.
    Added,
    /// It is in the first state only.
    Removed,
    /// A field of it is another.
    Changed,
}

impl What {
    /// The word of it on the wire.
    pub fn word(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Removed => "removed",
            What::Changed => "changed",
        }
    }
}

/// One difference. Rows that are added or removed are one each, without a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its short name, in the state that has it last.
    pub reference: String,
    /// What happened.
    pub what: What,
    /// The field, where one was changed; a field that this version does not know is named as the file names it.
    pub field: Option<String>,
    /// Value before; the row, where it was removed.
    pub before: Json,
    /// Value after; the row, where it was added.
    pub after: Json,
}

/// What is left out of a comparison because one side does not state it: a kind, or a kind and a field.
pub type NotStated<'a> = dyn Fn(Kind, Option<&str>) -> bool + 'a;

/// All differences from `a` to `b`, kinds in their order, rows by id, fields in their order.
pub fn diff(a: &State, b: &State, not_stated: &NotStated<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for kind in Kind::content() {
        rows(kind, a, b, not_stated, &mut found);
    }
    found
}

/// The differences from `a` to `b` in the rows of one kind, by id, fields in their order.
pub fn diff_kind(kind: Kind, a: &State, b: &State, not_stated: &NotStated<'_>) -> Vec<Difference> {
    let mut found = Vec::new();
    rows(kind, a, b, not_stated, &mut found);
    found
}

fn rows(kind: Kind, a: &State, b: &State, not_stated: &NotStated<'_>, found: &mut Vec<Difference>) {
    // Of notes those for everyone are told all the same; that one is not there says nothing.
    let some = not_stated(kind, None);
    if some && kind != Kind::Note {
        return;
    }
    let told = |row: &Row| !some || row.text("audience") == "everyone";
    let (mut left, mut right) = (a.rows(kind).peekable(), b.rows(kind).peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (Some(l), Some(r)) => l.id().cmp(r.id()),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => break,
        };
        match order {
            std::cmp::Ordering::Less => {
                found.extend(left.next().filter(|_| !some).map(|row| whole(row, What::Removed)))
            }
            std::cmp::Ordering::Greater => {
                found.extend(right.next().filter(|row| told(row)).map(|row| whole(row, What::Added)));
            }
            std::cmp::Ordering::Equal => {
                if let (Some(l), Some(r)) = (left.next(), right.next())
                    && told(r)
                {
                    fields(l, r, not_stated, found);
                }
            }
        }
    }
}

fn whole(row: &Row, what: What) -> Difference {
    let json = Json::Object(row.to_json());
    let (before, after) = if what == What::Removed { (json, Json::Null) } else { (Json::Null, json) };
    Difference {
        kind: row.kind(),
        id: row.id().clone(),
        reference: row.short().to_owned(),
        what,
        field: None,
        before,
        after,
    }
}

fn fields(a: &std::sync::Arc<Row>, b: &std::sync::Arc<Row>, not_stated: &NotStated<'_>, found: &mut Vec<Difference>) {
    // Rows that two states share need no look.
    if std::sync::Arc::ptr_eq(a, b) || a == b {
        return;
    }
    let mut push = |field: String, before: Json, after: Json| {
        found.push(Difference {
            kind: b.kind(),
            id: b.id().clone(),
            reference: b.short().to_owned(),
            what: What::Changed,
            field: Some(field),
            before,
            after,
        });
    };
    for (index, field) in b.kind().def().fields.iter().enumerate() {
        let (before, after) = (a.at(index as u8), b.at(index as u8));
        if before != after && !not_stated(b.kind(), Some(field.name)) {
            let json = |value: Option<&Value>| value.map_or(Json::Null, Value::to_json);
            push(field.name.to_owned(), json(before), json(after));
        }
    }
    if a.extra() != b.extra() {
        let parsed = |row: &Row| -> serde_json::Map<String, Json> {
            row.extra().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
        };
        let (before, after) = (parsed(a), parsed(b));
        let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let (x, y) = (before.get(name).cloned().unwrap_or_default(), after.get(name).cloned().unwrap_or_default());
            if x != y {
                push(name.clone(), x, y);
            }
        }
    }
}
