//! What a change of many cells comes to: which fields of which rows, which new rows, and what has no place.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use plan::date::VagueDate;
use plan::history::judge;
use plan::kinds::{Field, FieldType, Kind};
use plan::state::{Id, State};
use plan::{CreateRow, Error, Row, SetField};
use serde_json::{Map, Value as Json};

use super::find::Needle;
use super::paste::Reach;
use super::range::{CellWords, Ground, composed_of, field_of, foreign, label, words};
use super::reading::{Reader, Reading, short};
use super::values::{Held, alike, held, start_and_end};
use crate::error::WireError;
use crate::names;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Cells that one change may touch.
pub(super) const CELLS_MAX: usize = 200_000;
/// Cells that stay are listed up to this one.
const LEFT_MAX: usize = 100;

/// A field that is to be set.
pub(super) struct Placed {
    pub row: Arc<Row>,
    pub field: &'static Field,
    held: Held,
    /// It holds that already, and is stated again with what changes beside it.
    again: bool,
}

/// A row that is to be made.
pub(super) struct NewRow {
    pub fields: Map<String, Json>,
    pub title: String,
    pub said: Vec<String>,
}

/// A change, worked out.
pub(super) struct Draft<'a> {
    pub(super) call: &'a Call,
    pub(super) kind: Kind,
    pub(super) state: Arc<State>,
    op: i64,
    pub(super) sets: Vec<Placed>,
    pub(super) new: Vec<NewRow>,
    left: Vec<CellLeft>,
    left_count: usize,
    pub(super) same: usize,
    pub(super) marks: usize,
    pub dates: Option<DateQuestion>,
}

impl<'a> Draft<'a> {
    pub fn of(session: &Session, call: &'a Call, ask: &CellsChange) -> Result<Draft<'a>, Fault> {
        let mut ground = Ground::of(session, &ask.range)?;
        let shown = session.shown();
        let state = if ask.range.source == Source::Now { shown.state } else { ground.shown.state.clone() };
        // What is written is worked out from the rows themselves, also where the window shows them without what is private.
        let whole = |(at, row): &(usize, Arc<Row>)| Some((*at, state.row(row.kind(), row.id())?.clone()));
        ground.rows = ground.rows.iter().filter_map(whole).collect();
        ground.count = ground.count.min(ground.rows.len());
        let mut draft = Draft {
            call,
            kind: ground.kind,
            op: shown.op,
            state: state.clone(),
            sets: Vec::new(),
            new: Vec::new(),
            left: Vec::new(),
            left_count: 0,
            same: 0,
            marks: 0,
            dates: None,
        };
        let most = |cells: usize| match cells > CELLS_MAX {
            true => Err(Error::refused_with("too-many", [("limit", CELLS_MAX.to_string())])),
            false => Ok(()),
        };
        match &ask.change {
            CellsDo::Paste { cells, .. } => most(cells.iter().map(Vec::len).sum())?,
            _ => most(ground.count.saturating_mul(ground.columns.len()))?,
        }
        match &ask.change {
            CellsDo::Clear {} => draft.clear(&ground),
            CellsDo::FillDown {} => draft.fill_down(&ground),
            CellsDo::FillRight {} => draft.fill_right(&ground, ask.dates),
            CellsDo::Set { values, words } => draft.set_all(session, &ground, values, words)?,
            CellsDo::Replace { text, with, exact, whole } => {
                draft.replace(&ground, &Needle::new(text.trim(), *exact, *whole), with, ask.dates);
            }
            CellsDo::Paste { cells, beyond, cut } => {
                let reach = Reach { ground: &ground, beyond, group: ask.range.query.group.as_deref() };
                draft.paste(session, &reach, cells, ask.dates)?;
                if let Some(cut) = cut {
                    draft.cut(session, cut)?;
                }
            }
        }
        draft.settle();
        Ok(draft)
    }

    // One cell

    /// Sets a field of a row, where that changes it.
    pub(super) fn put(&mut self, row: &Arc<Row>, field: &'static Field, value: Held) {
        let before = held(row, field);
        let same_words = value.words.is_none() || value.words == before.words;
        if before.value == value.value && same_words
            || is_nothing(field, &before.value) && is_nothing(field, &value.value)
        {
            self.same += 1;
            if !value.value.is_null() && speaks_of_others(self.kind, field) {
                self.sets.push(Placed { row: row.clone(), field, held: before, again: true });
            }
            return;
        }
        if field.required && value.value.is_null() {
            let why = self.call.strings.cell_left_required();
            self.leave(Some(row), field.name, "", why);
            return;
        }
        self.sets.push(Placed { row: row.clone(), field, held: value, again: false });
    }

    pub(super) fn leave(&mut self, row: Option<&Row>, column: &str, text: &str, why: String) {
        self.left_count += 1;
        if self.left.len() < LEFT_MAX {
            self.left.push(CellLeft {
                row: row.map(|row| names::name_of(&self.call.strings, &self.state, row)).unwrap_or_default(),
                label: label(self.call, self.kind, column, row),
                text: short(text),
                why,
            });
        }
    }

    /// A text from elsewhere goes into a cell.
    pub(super) fn write(&mut self, reader: &mut Reader<'_>, row: &Arc<Row>, column: &str, text: &str) {
        match field_of(self.kind, column, Some(row)) {
            Some(field) => {
                if let Some(value) = self.read(reader, Some(row), column, field, text) {
                    self.put(row, field, value);
                }
            }
            None if self.kind == Kind::Commitment && column == "when" => self.write_when(reader, row, text),
            None if text.trim().is_empty() => {}
            None => self.leave(Some(row), column, text, self.call.strings.cell_left_given()),
        }
    }

    /// When a commitment is, given as one date: its start and its end.
    fn write_when(&mut self, reader: &mut Reader<'_>, row: &Arc<Row>, text: &str) {
        let def = self.kind.def();
        let (Some(start), Some(end)) = (def.field("start"), def.field("end")) else { return };
        let Some(given) = self.read(reader, Some(row), "when", start, text) else { return };
        let date = given.value.as_str().and_then(|text| VagueDate::parse(text).ok());
        let (first, last) = date.as_ref().map(start_and_end).unwrap_or_default();
        let words = given.words.filter(|_| first == last);
        for (field, side) in [(start, first), (end, last)] {
            let words = words.clone().filter(|_| side.is_some());
            self.put(row, field, Held { value: side.map_or(Json::Null, Json::from), words });
        }
    }

    /// What a text means; none, where it has no place, which is noted.
    pub(super) fn read(
        &mut self,
        reader: &mut Reader<'_>,
        row: Option<&Row>,
        column: &str,
        field: &'static Field,
        text: &str,
    ) -> Option<Held> {
        match reader.read(self.kind, field, text) {
            Reading::Value(value, words) => Some(Held { value, words }),
            Reading::Not(why) => {
                self.leave(row, column, text, why);
                None
            }
            Reading::Order(day, month) => {
                let strings = &self.call.strings;
                let one = || DateQuestion {
                    count: 0,
                    text: short(text),
                    day_first: strings.date_words(&day),
                    month_first: strings.date_words(&month),
                };
                let asked = self.dates.get_or_insert_with(one);
                // The one that shows best what is asked is one that differs.
                if asked.day_first == asked.month_first && day != month {
                    *asked = DateQuestion { count: asked.count, ..one() };
                }
                asked.count += 1;
                None
            }
        }
    }

    // What can be done

    fn clear(&mut self, ground: &Ground) {
        for (_, row) in ground.inside() {
            for column in &ground.columns {
                let fields: Vec<_> =
                    field_of(self.kind, column, Some(row)).map_or_else(|| composed_of(self.kind, column), |f| vec![f]);
                if fields.is_empty() {
                    self.leave(Some(row), column, "", self.call.strings.cell_left_given());
                }
                for field in fields {
                    self.put(row, field, Held { value: nothing(field), words: None });
                }
            }
        }
    }

    fn fill_down(&mut self, ground: &Ground) {
        let (source, rows) = match ground.inside() {
            [] => return,
            [(_, only)] => match &ground.above {
                Some(above) => (above.clone(), std::slice::from_ref(only)),
                None => return,
            },
            [(_, first), ..] => (first.clone(), [].as_slice()),
        };
        let rest: Vec<Arc<Row>> = match rows {
            [only] => vec![only.clone()],
            _ => ground.inside()[1..].iter().map(|(_, row)| row.clone()).collect(),
        };
        for row in &rest {
            for column in &ground.columns {
                let (from, to) = (field_of(self.kind, column, Some(&source)), field_of(self.kind, column, Some(row)));
                match (from, to) {
                    (Some(from), Some(to)) => self.put(row, to, held(&source, from)),
                    _ => match composed_of(self.kind, column) {
                        fields if fields.is_empty() => {
                            self.leave(Some(row), column, "", self.call.strings.cell_left_given());
                        }
                        fields => fields.into_iter().for_each(|field| self.put(row, field, held(&source, field))),
                    },
                }
            }
        }
    }

    fn fill_right(&mut self, ground: &Ground, order: Option<DateOrder>) {
        let state = self.state.clone();
        let (mut reader, mut words) = (Reader::new(self.call, &state, order), CellWords::new(self.call, &state));
        let Some((source, rest)) = ground.columns.split_first() else { return };
        for (_, row) in ground.inside() {
            for column in rest {
                match (field_of(self.kind, source, Some(row)), field_of(self.kind, column, Some(row))) {
                    (Some(from), Some(to)) if alike(from, to) => self.put(row, to, held(row, from)),
                    _ => {
                        let text = words.copied(row, source);
                        self.write(&mut reader, row, column, &text);
                    }
                }
            }
        }
    }

    fn set_all(
        &mut self,
        session: &Session,
        ground: &Ground,
        values: &std::collections::BTreeMap<String, Json>,
        words: &std::collections::BTreeMap<String, String>,
    ) -> Result<(), Fault> {
        for (name, value) in values {
            let (value, given) =
                crate::edit::typed(self.kind, name, value.clone(), words.get(name).cloned(), &self.call.language)?;
            let value = crate::edit::resolve_reference(&session.shown().state, self.kind, name, value);
            let unknown =
                || Error::refused_with("no-such-field", [("kind", self.kind.name().into()), ("field", name.clone())]);
            let field = self.kind.def().field(name).ok_or_else(unknown)?;
            for (_, row) in ground.inside() {
                self.put(row, field, Held { value: value.clone(), words: given.clone() });
            }
        }
        Ok(())
    }

    fn replace(&mut self, ground: &Ground, needle: &Needle, with: &str, order: Option<DateOrder>) {
        if needle.is_empty() {
            return;
        }
        let state = self.state.clone();
        let (mut reader, mut shown) = (Reader::new(self.call, &state, order), CellWords::new(self.call, &state));
        for (_, row) in ground.inside() {
            for column in &ground.columns {
                let text = shown.shown(row, column);
                if let Some(text) = needle.replaced(&text, with) {
                    self.write(&mut reader, row, column, &text);
                }
            }
        }
    }

    // All of it

    /// Takes out what a rule stands against; what stays is looked at again without it.
    fn settle(&mut self) {
        loop {
            let changed: HashSet<(Kind, Id)> =
                self.sets.iter().filter(|one| !one.again).map(|one| (one.row.kind(), one.row.id().clone())).collect();
            self.sets.retain(|one| changed.contains(&(one.row.kind(), one.row.id().clone())));
            let sets: Vec<SetField> = self.sets.iter().map(Placed::set).collect();
            let wrong: HashMap<usize, Error> = judge(&self.state, &sets).into_iter().collect();
            if wrong.is_empty() {
                return;
            }
            let all = std::mem::take(&mut self.sets);
            for (at, one) in all.into_iter().enumerate() {
                match wrong.get(&at) {
                    None => self.sets.push(one),
                    Some(_) if one.again => {}
                    Some(error) => {
                        let text = one.after(self.call, &self.state);
                        self.leave(Some(&one.row), one.field.name, &text, self.why(error));
                    }
                }
            }
        }
    }

    /// Why a cell stays, shorter than where it is all that was wanted.
    pub(super) fn why(&self, error: &Error) -> String {
        let WireError { code, message, args, .. } = WireError::of(error, &self.call.strings);
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.call.strings.lookup_args(&format!("cell-left-{code}"), &args).unwrap_or(message)
    }

    /// What a person should know who was not shown what stays.
    pub fn note(&self) -> String {
        match self.left.as_slice() {
            [] => String::new(),
            [first, ..] => self.call.strings.cells_left(self.left_count as u64, &first.why),
        }
    }

    pub fn into_parts(self) -> (Vec<CreateRow>, Vec<SetField>) {
        let kind = self.kind;
        let create = self.new.into_iter().map(|new| CreateRow { kind, id: None, fields: new.fields }).collect();
        (create, self.sets.iter().map(Placed::set).collect())
    }

    pub fn preview(self, session: &Session, from: usize, count: usize) -> CellsPreview {
        let (strings, state) = (&self.call.strings, &self.state);
        let changed: Vec<&Placed> = self.sets.iter().filter(|one| !one.again).collect();
        let rows: HashSet<(Kind, &Id)> = changed.iter().map(|one| (one.row.kind(), one.row.id())).collect();
        let listed = changed.iter().skip(from).take(count).map(|one| CellChange {
            row: names::name_of(strings, state, &one.row),
            title: names::title_of(strings, state, &one.row),
            label: strings.field(one.field.name),
            before: one.before(self.call, state),
            after: one.after(self.call, state),
        });
        let mut changes: Vec<CellChange> = listed.collect();
        let new_from = from.saturating_sub(changed.len());
        let room = count - changes.len();
        changes.extend(self.new.iter().skip(new_from).take(room).map(|new| CellChange {
            row: String::new(),
            title: new.title.clone(),
            label: String::new(),
            before: String::new(),
            after: new.said.join(" · "),
        }));
        let mut seen = HashSet::new();
        let once = changed.iter().filter(|one| seen.insert(one.row.id().clone())).map(|one| &*one.row);
        CellsPreview {
            op: self.op,
            cells: changed.len(),
            rows: rows.len(),
            created: self.new.len(),
            same: self.same,
            marks: self.marks,
            foreign: foreign(session, state, once),
            changes,
            left: self.left,
            left_count: self.left_count,
            dates: self.dates,
        }
    }
}

impl Placed {
    fn set(&self) -> SetField {
        let (value, words) = (self.held.value.clone(), self.held.words.clone());
        SetField {
            kind: self.row.kind(),
            id: self.row.id().to_string(),
            field: self.field.name.into(),
            value,
            words,
            was: Some(held(&self.row, self.field).value),
        }
    }

    fn before(&self, call: &Call, state: &State) -> String {
        let Held { value, words: given } = held(&self.row, self.field);
        cut(&words(call, state, self.row.kind(), self.field, &value, given.as_deref()))
    }

    fn after(&self, call: &Call, state: &State) -> String {
        cut(&words(call, state, self.row.kind(), self.field, &self.held.value, self.held.words.as_deref()))
    }
}

/// A text for a preview.
fn cut(text: &str) -> String {
    let mut cut: String = text.chars().take(400).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// The value of an empty field.
pub(super) fn nothing(field: &Field) -> Json {
    match field.ty {
        FieldType::Flag => Json::Bool(false),
        FieldType::Texts | FieldType::References(_) => Json::Array(Vec::new()),
        _ => Json::Null,
    }
}

pub(super) fn is_nothing(field: &Field, value: &Json) -> bool {
    value.is_null() || *value == nothing(field) || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// Whether a field says of the others where they come from, or as of when they are: stated again, it holds for what is new.
fn speaks_of_others(kind: Kind, field: &Field) -> bool {
    kind.provenance().any(|name| name == field.name) || matches!(field.name, "status_as_of" | "status_by")
}
