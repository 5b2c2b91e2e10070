//! Pasting: where each text goes, what is repeated, which rows are made, and what becomes of the cells that were cut.

use std::collections::HashSet;
use std::sync::Arc;

use plan::history::judge_new;
use plan::kinds::{FieldType, Kind};
use plan::state::Id;
use plan::{CreateRow, Error, Row};
use serde_json::{Map, Value as Json};

use super::change::{CELLS_MAX, Draft, NewRow, is_nothing, nothing};
use super::marks;
use super::range::{CellWords, Ground, field_of, words};
use super::reading::{Reader, short};
use super::values::{Held, held};
use crate::read::resolve;
use crate::session::{Fault, Session};
use crate::types::*;

/// Where a paste goes.
pub(super) struct Reach<'a> {
    pub ground: &'a Ground,
    pub beyond: &'a [String],
    /// The field that the view is grouped by.
    pub group: Option<&'a str>,
}

impl Draft<'_> {
    pub(super) fn paste(
        &mut self,
        session: &Session,
        reach: &Reach<'_>,
        cells: &[Vec<Option<String>>],
        order: Option<DateOrder>,
    ) -> Result<(), Fault> {
        let Reach { ground, beyond, .. } = reach;
        let width = cells.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return Ok(());
        }
        // As Excel does: a range that is several times as large is filled, else the source is put in once.
        let (rows_in, columns_in) = (ground.count, ground.columns.len());
        let fits = rows_in > 0 && rows_in % cells.len() == 0 && columns_in % width == 0;
        let (rows, columns) = if fits { (rows_in, columns_in) } else { (cells.len(), width) };
        if rows.saturating_mul(columns) > CELLS_MAX {
            return Err(Error::refused_with("too-many", [("limit", CELLS_MAX.to_string())]));
        }
        let names: Vec<&str> = ground.columns.iter().chain(beyond.iter()).map(String::as_str).collect();
        let cells = self.without_marks(&names, cells);
        let state = self.state.clone();
        let (mut reader, mut shown) = (Reader::new(self.call, &state, order), CellWords::new(self.call, &state));
        for at in 0..rows {
            let texts: Vec<(Option<&str>, &str)> = (0..columns)
                .filter_map(|column| {
                    let text = cells[at % cells.len()].get(column % width)?.as_deref()?;
                    Some((names.get(column).copied(), text))
                })
                .collect();
            let Some((_, row)) = ground.rows.get(at) else {
                self.add(session, reach, &mut reader, &texts);
                continue;
            };
            for (column, text) in texts {
                match column {
                    // What came from here and was not changed goes back as it is, whatever is shown there.
                    Some(column)
                        if is_same(text, &shown.copied(row, column)) || is_same(text, &shown.shown(row, column)) =>
                    {
                        self.say_again(row, column);
                    }
                    Some(column) => self.write(&mut reader, row, column, text),
                    None if text.trim().is_empty() => {}
                    None => self.leave(Some(row), "", text, self.call.strings.cell_left_no_column()),
                }
            }
        }
        Ok(())
    }

    fn say_again(&mut self, row: &Arc<Row>, column: &str) {
        match field_of(self.kind, column, Some(row)) {
            Some(field) => self.put(row, field, held(row, field)),
            None => self.same += 1,
        }
    }

    /// The texts without the marks of lists, where they go into fields of text.
    fn without_marks(&mut self, names: &[&str], cells: &[Vec<Option<String>>]) -> Vec<Vec<Option<String>>> {
        let mut cells = cells.to_vec();
        for text in cells.iter_mut().flatten().flatten() {
            // A formula that was made inert on its way out.
            let inert = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
            if let Some(rest) = inert {
                *text = rest.to_owned();
            }
        }
        for (column, name) in names.iter().enumerate() {
            let is_text = field_of(self.kind, name, None)
                .is_some_and(|field| matches!(field.ty, FieldType::Text | FieldType::LongText | FieldType::Texts));
            if is_text {
                let texts = cells.iter_mut().filter_map(|row| row.get_mut(column)?.as_mut());
                self.marks += marks::take_off(&mut texts.collect::<Vec<_>>());
            }
        }
        cells
    }

    /// A row that is more than there are: it is made, where it gets a title.
    fn add(&mut self, session: &Session, reach: &Reach<'_>, reader: &mut Reader<'_>, texts: &[(Option<&str>, &str)]) {
        let strings = &self.call.strings;
        let def = self.kind.def();
        let filled = || texts.iter().filter(|(_, text)| !text.trim().is_empty());
        let title = ["title", "name"].into_iter().find(|name| def.field(name).is_some_and(|field| field.required));
        let titled = filled().any(|(column, _)| column.is_some() && *column == title);
        if !titled || def.catalogue {
            let why = if def.catalogue || title.is_none() {
                strings.cell_left_no_row()
            } else {
                strings.cell_left_no_title()
            };
            for (column, text) in filled().copied().collect::<Vec<_>>() {
                self.leave(None, column.unwrap_or_default(), text, why.clone());
            }
            return;
        }
        let mut new = NewRow { fields: Map::new(), title: String::new(), said: Vec::new() };
        for (column, text) in filled() {
            let column = column.unwrap_or_default();
            let Some(field) = field_of(self.kind, column, None) else {
                let why = if column.is_empty() { strings.cell_left_no_column() } else { strings.cell_left_given() };
                self.leave(None, column, text, why);
                continue;
            };
            let Some(Held { value, words: given }) = self.read(reader, None, column, field, text) else { continue };
            if let Some(given) = &given {
                new.fields.insert(format!("{}_words", field.name), Json::from(given.as_str()));
            }
            let said = words(self.call, &self.state, self.kind, field, &value, given.as_deref());
            if Some(field.name) == title {
                new.title = short(&said);
            } else {
                new.said.push(format!("{}: {}", strings.field(field.name), short(&said)));
            }
            new.fields.insert(field.name.into(), value);
        }
        self.complete(session, reach, &mut new.fields);
        let made = CreateRow { kind: self.kind, id: None, fields: new.fields.clone() };
        match judge_new(&self.state, &made) {
            Ok(()) => self.new.push(new),
            Err(error) => self.leave(None, title.unwrap_or_default(), &new.title.clone(), self.why(&error)),
        }
    }

    /// What a new row cannot be without and what nobody gave: it is as it is in the row above, and belongs to whoever makes it.
    fn complete(&self, session: &Session, reach: &Reach<'_>, fields: &mut Map<String, Json>) {
        let state = &self.state;
        let near = reach.ground.rows.last().map(|(_, row)| row).or(reach.ground.above.as_ref());
        let near = |name: &str| near.and_then(|row| row.get(name)).map(plan::Value::to_json);
        let def = self.kind.def();
        if def.field("owner").is_some_and(|field| field.required) && !fields.contains_key("owner") {
            let mine = session.shelf.settings().organization;
            let own = resolve(state, Kind::Organization, &mine).ok().map(Json::from);
            let of_plan = || state.row(Kind::About, "about")?.get("owner").map(plan::Value::to_json);
            if let Some(owner) = own.or_else(of_plan).or_else(|| near("owner")) {
                fields.insert("owner".into(), owner);
            }
        }
        let required = def.fields.iter().filter(|field| field.required && !field.computed).map(|field| field.name);
        for name in required.chain(reach.group) {
            if !fields.contains_key(name)
                && def.field(name).is_some_and(|field| !field.computed)
                && let Some(value) = near(name)
            {
                fields.insert(name.to_owned(), value);
            }
        }
    }

    /// Cells that were cut out are emptied, but for those that something else was put into.
    pub(super) fn cut(&mut self, session: &Session, cut: &CellRange) -> Result<(), Fault> {
        let ground = Ground::of(session, cut)?;
        let taken: HashSet<(Id, &str)> = self.sets.iter().map(|one| (one.row.id().clone(), one.field.name)).collect();
        let same_kind = ground.kind == self.kind;
        let mut cleared = Vec::new();
        for (_, row) in ground.inside() {
            let Some(row) = self.state.row(ground.kind, row.id()).cloned() else { continue };
            for column in &ground.columns {
                let Some(field) = field_of(ground.kind, column, Some(&row)) else { continue };
                if !(same_kind && taken.contains(&(row.id().clone(), field.name))) {
                    cleared.push((row.clone(), field));
                }
            }
        }
        for (row, field) in cleared {
            if !is_nothing(field, &held(&row, field).value) {
                self.put(&row, field, Held { value: nothing(field), words: None });
            }
        }
        Ok(())
    }
}

fn is_same(a: &str, b: &str) -> bool {
    a == b || a.split_whitespace().eq(b.split_whitespace())
}
