//! Fields that are set: what earlier sets of a step made of a row counts for the later ones, and the rules hold when all is set.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use serde_json::Value as Json;

use super::provenance::{Said, settled};
use super::rules::{Ends, check_clashes, check_loops, check_one_of, check_references, check_words};
use super::write::settable;
use crate::kinds::{FieldType, Kind, KindDef};
use crate::state::{Change, State};
use crate::store::Store;
use crate::{Error, Field, Result, Row, SetField, Value};

/// Sets fields in a step of its own.
pub(super) fn set_fields(store: &Store, state: &State, sets: &[SetField]) -> Result<()> {
    edit(store, state, sets, &[])
}

/// A row that is being edited.
struct Edit {
    before: Arc<Row>,
    row: Row,
    said: Said,
}

/// Sets fields. `joined`: what the step that this joins has changed already.
pub(super) fn edit(store: &Store, state: &State, sets: &[SetField], joined: &[Change]) -> Result<()> {
    // What earlier sets of the same operation made of a row counts for the later ones.
    let mut edits: Vec<Edit> = Vec::new();
    let mut places: HashMap<(Kind, &str), usize> = HashMap::new();
    for set in sets {
        let (index, field) = settable(set.kind.def(), &set.field)?;
        let place = match places.get(&(set.kind, set.id.as_str())) {
            Some(place) => *place,
            None => {
                let before = state.need(set.kind, &set.id)?.clone();
                let row = (*before).clone();
                edits.push(Edit { before, row, said: Said::default() });
                places.insert((set.kind, &set.id), edits.len() - 1);
                edits.len() - 1
            }
        };
        set_field(state, &mut edits[place], set, index, field)?;
    }
    for edit in &mut edits {
        let base = before_step(&edit.before, joined)?;
        edit.row = settled(&base, std::mem::replace(&mut edit.row, base.clone()), edit.said);
    }
    // The rules between fields and rows hold when all is set: in between, parent and child may have changed places.
    let mut ends: HashMap<Kind, Ends<'_>> = HashMap::new();
    for Edit { before, row, .. } in edits.iter().filter(|edit| *edit.before != edit.row) {
        let kind = row.kind();
        check_one_of(kind.def(), row)?;
        check_words(Some(before), row)?;
        check_clashes(state, Some(before), row)?;
        let find = |id| match places.get(&(kind, id)) {
            Some(place) => Some(&edits[*place].row),
            None => state.row(kind, id).map(|row| &**row),
        };
        check_loops(row, find, ends.entry(kind).or_default())?;
    }
    for Edit { before, row, .. } in edits.iter().filter(|edit| *edit.before != edit.row) {
        let fields = row.kind().def().fields.iter().enumerate().map(|(index, field)| (index as u8, field));
        let columns: Vec<(&str, ToSqlOutput<'_>)> = fields
            .filter(|(index, _)| before.at(*index) != row.at(*index))
            .map(|(index, field)| (field.name, row.at(index).map_or(ToSqlOutput::Owned(SqlValue::Null), Value::to_sql)))
            .collect();
        store.update(row.kind(), row.id(), &columns)?;
    }
    Ok(())
}

/// One field of a row, and the words of a date with it.
fn set_field(state: &State, edit: &mut Edit, set: &SetField, index: u8, field: &'static Field) -> Result<()> {
    let def = set.kind.def();
    let row = &edit.row;
    // Values are compared, not their JSON: 150 and 150.0 are the same number, off and empty the same flag.
    if let Some(was) = &set.was
        && Value::read(field, was)?.as_ref() != row.at(index)
    {
        return Err(Error::stale(&format!("{}.{}", def.name, set.field), &set.id));
    }
    let value = Value::accept(field, &set.value)?;
    check_references(state, field, value.as_ref())?;
    let words = words_of_date(def, field, row, set, value.is_none())?;
    let mut row = row.with(index, value);
    if let Some((index, words)) = words {
        row = row.with(index, words);
    }
    edit.row = row;
    edit.said.note(set.kind, field.name);
    Ok(())
}

/// The row as it was before the step that is going on.
fn before_step(row: &Row, joined: &[Change]) -> Result<Row> {
    let changes = joined.iter().rev().filter(|change| change.kind == row.kind() && change.id == *row.id());
    changes.filter_map(|change| change.before.as_ref()).try_fold(row.clone(), |row, before| row.with_stored(before))
}

/// What becomes of the words beside a date: they are those that were given with it; without, they go when the date changes.
fn words_of_date(
    def: &'static KindDef,
    field: &Field,
    row: &Row,
    set: &SetField,
    empty: bool,
) -> Result<Option<(u8, Option<Value>)>> {
    if field.ty != FieldType::Date {
        return Ok(None);
    }
    let name = format!("{}_words", field.name);
    let Some(index) = def.index(&name) else { return Ok(None) };
    let words_field = &def.fields[index as usize];
    match &set.words {
        Some(words) => Ok(Some((index, Value::accept(words_field, &Json::from(words.as_str()))?))),
        None if empty || row.text(field.name) != set.value.as_str().unwrap_or_default() => Ok(Some((index, None))),
        None => Ok(None),
    }
}
