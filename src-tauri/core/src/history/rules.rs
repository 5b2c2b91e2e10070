//! The rules between rows and fields that every write is held against.

use std::collections::{HashMap, HashSet};

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

/// Rows of a kind whose chain of references ends, by field: who meets one of them needs to look no further. Without it, ten
/// thousand rows of one deep tree would be walked ten thousand times.
pub(super) type Ends<'a> = HashMap<&'static str, HashSet<&'a str>>;

/// The fields in which a row names another of its own kind.
pub(super) fn chains(kind: Kind) -> impl Iterator<Item = (u8, &'static Field)> {
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
