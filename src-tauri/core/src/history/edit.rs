//! Fields that are set: what earlier sets of a step made of a row counts for the later ones, and the rules hold when all is set.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use serde_json::Value as Json;

use super::provenance::{Said, settled};
use super::rules::{Ends, check_clashes, check_loops, check_one_of, check_references, check_words};
use super::views::check_view;
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

impl Edit {
    /// What becomes of where the facts come from.
    fn settle(&mut self, joined: &[Change]) -> Result<()> {
        let base = before_step(&self.before, joined)?;
        self.row = settled(&base, std::mem::replace(&mut self.row, base.clone()), self.said);
        Ok(())
    }

    fn is_changed(&self) -> bool {
        *self.before != self.row
    }
}

/// Rows that are being edited, and where each stands among them.
type Edits<'a> = (Vec<Edit>, HashMap<(Kind, &'a str), usize>);

/// Sets fields. `joined`: what the step that this joins has changed already.
pub(super) fn edit(store: &Store, state: &State, sets: &[SetField], joined: &[Change]) -> Result<()> {
    let mut edits: Edits<'_> = Default::default();
    for set in sets {
        take(state, &mut edits, set)?;
    }
    let (mut edits, places) = edits;
    for edit in &mut edits {
        edit.settle(joined)?;
    }
    let mut ends: HashMap<Kind, Ends<'_>> = HashMap::new();
    for edit in edits.iter().filter(|edit| edit.is_changed()) {
        check(state, edit, &edits, &places, &mut ends)?;
    }
    for Edit { before, row, .. } in edits.iter().filter(|edit| edit.is_changed()) {
        let fields = row.kind().def().fields.iter().enumerate().map(|(index, field)| (index as u8, field));
        let columns: Vec<(&str, ToSqlOutput<'_>)> = fields
            .filter(|(index, _)| before.at(*index) != row.at(*index))
            .map(|(index, field)| (field.name, row.at(index).map_or(ToSqlOutput::Owned(SqlValue::Null), Value::to_sql)))
            .collect();
        store.update(row.kind(), row.id(), &columns)?;
    }
    Ok(())
}

/// What setting these fields in one step would come to, without a step: which of them a rule stands against, by their positions.
/// All sets of a row share what is wrong with the row. What the rest comes to has to be judged anew.
pub fn judge(state: &State, sets: &[SetField]) -> Vec<(usize, Error)> {
    let mut edits: Edits<'_> = Default::default();
    let mut wrong: HashMap<(Kind, &str), Error> = HashMap::new();
    let mut found = Vec::new();
    for (at, set) in sets.iter().enumerate() {
        if let Err(error) = take(state, &mut edits, set) {
            found.push((at, error));
        }
    }
    let (mut edits, places) = edits;
    let ids: HashMap<usize, (Kind, &str)> = places.iter().map(|(key, place)| (*place, *key)).collect();
    for (at, edit) in edits.iter_mut().enumerate() {
        if let (Err(error), Some(key)) = (edit.settle(&[]), ids.get(&at)) {
            wrong.insert(*key, error);
        }
    }
    let mut ends: HashMap<Kind, Ends<'_>> = HashMap::new();
    for (at, edit) in edits.iter().enumerate().filter(|(_, edit)| edit.is_changed()) {
        if let (Err(error), Some(key)) = (check(state, edit, &edits, &places, &mut ends), ids.get(&at)) {
            wrong.insert(*key, error);
        }
    }
    if !wrong.is_empty() {
        let of_row = |set: &SetField| wrong.get(&(set.kind, set.id.as_str())).cloned();
        let taken: std::collections::HashSet<usize> = found.iter().map(|(at, _)| *at).collect();
        let rest = sets.iter().enumerate().filter(|(at, _)| !taken.contains(at));
        found.extend(rest.filter_map(|(at, set)| Some((at, of_row(set)?))).collect::<Vec<_>>());
    }
    found
}

/// Takes one set up. What earlier sets of the same operation made of a row counts for the later ones.
fn take<'a>(state: &State, (edits, places): &mut Edits<'a>, set: &'a SetField) -> Result<()> {
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
    set_field(state, &mut edits[place], set, index, field)
}

/// The rules between fields and rows hold when all is set: in between, parent and child may have changed places.
fn check<'a>(
    state: &'a State,
    Edit { before, row, .. }: &'a Edit,
    edits: &'a [Edit],
    places: &HashMap<(Kind, &str), usize>,
    ends: &mut HashMap<Kind, Ends<'a>>,
) -> Result<()> {
    let kind = row.kind();
    check_one_of(kind.def(), row)?;
    check_words(Some(before), row)?;
    check_view(row)?;
    check_clashes(state, Some(before), row)?;
    let find = |id: &'a str| match places.get(&(kind, id)) {
        Some(place) => Some(&edits[*place].row),
        None => state.row(kind, id).map(|row| &**row),
    };
    check_loops(row, find, ends.entry(kind).or_default())
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
