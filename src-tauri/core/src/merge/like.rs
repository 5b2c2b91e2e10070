//! Rows that are like each other, where there is no common state: two people wrote down the same thing, each under an id of its own.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::fold::fold;
use crate::history::derived_id;
use crate::kinds::{FieldType, Kind};
use crate::state::{Id, State};
use crate::{Row, Value};

/// Which rows of a stranger's version are which rows of mine.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Likeness {
    /// Kind and id of theirs, id of mine.
    pub rows: Vec<(Kind, Id, Id)>,
}

/// Rows of mine and of theirs that look alike.
type Pair<'a> = (Vec<&'a Arc<Row>>, Vec<&'a Arc<Row>>);

/// What a row is recognised by; none: it has nothing.
fn looks(row: &Row) -> Option<String> {
    let title = fold(row.title());
    (row.title() != &**row.id() && !title.trim().is_empty()).then_some(title)
}

/// The rows of a version with the ids of those of mine that they are like. Only what is like one row and no other counts.
pub fn alike(mine: &State, theirs: &State) -> (State, Likeness) {
    let mut found = Likeness::default();
    let mut ids: HashMap<(Kind, Id), Id> = HashMap::new();
    for kind in
        Kind::content().filter(|kind| !kind.def().catalogue && kind.def().identity.is_empty() && *kind != Kind::About)
    {
        let mut by_looks: BTreeMap<String, Pair<'_>> = BTreeMap::new();
        for row in mine.rows(kind).filter(|row| theirs.row(kind, row.id()).is_none()) {
            looks(row).into_iter().for_each(|looks| by_looks.entry(looks).or_default().0.push(row));
        }
        for row in theirs.rows(kind).filter(|row| mine.row(kind, row.id()).is_none()) {
            looks(row).into_iter().for_each(|looks| by_looks.entry(looks).or_default().1.push(row));
        }
        for (my, their) in by_looks.into_values() {
            if let ([my], [their]) = (&my[..], &their[..]) {
                ids.insert((kind, their.id().clone()), my.id().clone());
                found.rows.push((kind, their.id().clone(), my.id().clone()));
            }
        }
    }
    if found.rows.is_empty() {
        return (theirs.clone(), found);
    }
    let mut renamed = theirs.clone();
    for kind in Kind::content() {
        for row in theirs.rows(kind) {
            let mut changed = (**row).clone();
            for (index, field) in kind.def().fields.iter().enumerate() {
                let Some(target) = field.target() else { continue };
                let known = |id: &str| ids.get(&(target, Id::from(id)));
                let value = match (field.ty, row.at(index as u8)) {
                    (FieldType::References(_), Some(Value::Set(set))) if set.iter().any(|id| known(id).is_some()) => {
                        Value::set_of(set.iter().map(|id| known(id).map_or_else(|| id.clone(), |id| (&**id).into())))
                    }
                    (_, Some(Value::Text(id))) => match known(id) {
                        Some(id) => Some(Value::Text((&**id).into())),
                        None => continue,
                    },
                    _ => continue,
                };
                changed = changed.with(index as u8, value);
            }
            let def = kind.def();
            let id: Id = match ids.get(&(kind, row.id().clone())) {
                Some(id) => id.clone(),
                // What follows from what a row links follows it.
                None if !def.identity.is_empty() && changed != **row => {
                    derived_id(def, 1, |name| changed.get(name).map(Value::to_json)).into()
                }
                None => row.id().clone(),
            };
            if id != *row.id() {
                renamed.remove(kind, row.id());
            }
            if id != *row.id() || changed != **row {
                renamed.put(changed.with_id(id));
            }
        }
    }
    (renamed, found)
}
