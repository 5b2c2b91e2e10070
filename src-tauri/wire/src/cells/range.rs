//! The rows and columns that a range means, and what is shown in them.

use std::collections::HashMap;
use std::sync::Arc;

use plan::date::{Precision, Shape, VagueDate};
use plan::kinds::{Field, FieldType, Kind};
use plan::state::State;
use plan::{Error, Row, Value};
use serde_json::Value as Json;

use crate::edit::kind_named;
use crate::present;
use crate::read::view_of;
use crate::roles;
use crate::session::{Call, Fault, Session, Shown};
use crate::types::*;

/// A range among the rows of a view.
pub(super) struct Ground {
    pub kind: Kind,
    pub shown: Shown,
    /// Rows of the view that are not folded away, from the first of the range on, by position.
    pub rows: Vec<(usize, Arc<Row>)>,
    /// So many of them are in the range.
    pub count: usize,
    /// The row above the range.
    pub above: Option<Arc<Row>>,
    pub columns: Vec<String>,
}

impl Ground {
    pub fn of(session: &Session, range: &CellRange) -> Result<Ground, Fault> {
        let kind = kind_named(&range.kind)?;
        let (shown, _) = session.seen(&range.source, range.query.discreet)?;
        let view = view_of(session, &shown, &range.source, kind, &range.query)?;
        if let Some(first) = &range.first
            && view.ids.get(range.from).is_none_or(|id| **id != **first)
        {
            return Err(Error::stale(kind.name(), first));
        }
        let folded =
            |at: usize| range.skip.iter().any(|skip| at >= skip.from && at < skip.from.saturating_add(skip.count));
        let row = |at: usize| shown.state.row(kind, view.ids.get(at)?).cloned();
        let rows: Vec<(usize, Arc<Row>)> = (range.from.min(view.ids.len())..view.ids.len())
            .filter(|at| !folded(*at))
            .filter_map(|at| Some((at, row(at)?)))
            .collect();
        let count = rows.iter().take_while(|(at, _)| *at < range.to).count();
        let above = (0..range.from.min(view.ids.len())).rev().find(|at| !folded(*at)).and_then(row);
        Ok(Ground { kind, rows, count, above, columns: range.columns.clone(), shown })
    }

    /// The rows of the range.
    pub fn inside(&self) -> &[(usize, Arc<Row>)] {
        &self.rows[..self.count]
    }
}

/// The field that is typed into in a column of a row; none: it is worked out.
pub(super) fn field_of(kind: Kind, column: &str, row: Option<&Row>) -> Option<&'static Field> {
    let name = match (kind, column) {
        // Without a status its day says as of when the row itself is.
        (Kind::Commitment, "shown_as_of") => match row {
            Some(row) if row.text("status").is_empty() => "as_of",
            _ => "status_as_of",
        },
        (_, "shown_as_of") => "as_of",
        (Kind::Milestone, "when") => "date",
        (_, name) => name,
    };
    kind.def().field(name).filter(|field| !field.computed && field.ty != FieldType::Order)
}

/// The fields that a column is composed of, which are taken over and emptied together.
pub(super) fn composed_of(kind: Kind, column: &str) -> Vec<&'static Field> {
    let names: &[&str] = match (kind, column) {
        (Kind::Commitment, "when") => &["start", "end", "recurrence", "standing"],
        _ => &[],
    };
    names.iter().filter_map(|name| kind.def().field(name)).collect()
}

/// Label of a column.
pub(super) fn label(call: &Call, kind: Kind, column: &str, row: Option<&Row>) -> String {
    match field_of(kind, column, row).or_else(|| kind.def().field(column)) {
        Some(field) => call.strings.field(field.name),
        None => call.strings.lookup(&format!("cells-column-{}", column.replace('_', "-"))).unwrap_or_default(),
    }
}

/// Words of cells. What occurs often is put into words once.
pub(super) struct CellWords<'a> {
    call: &'a Call,
    state: &'a State,
    known: HashMap<(u8, String), (String, String)>,
}

impl<'a> CellWords<'a> {
    pub fn new(call: &'a Call, state: &'a State) -> Self {
        CellWords { call, state, known: HashMap::new() }
    }

    /// As it is shown in the grid; empty, where nothing is stated.
    pub fn shown(&mut self, row: &Row, column: &str) -> String {
        self.both(row, column).0
    }

    /// As it goes to the clipboard: a day so that Excel knows it for one, a set so that it can be told apart again.
    pub fn copied(&mut self, row: &Row, column: &str) -> String {
        self.both(row, column).1
    }

    fn both(&mut self, row: &Row, column: &str) -> (String, String) {
        let def = row.kind().def();
        // A column that shows one date, now this and now that, is read as that date.
        let dated =
            || field_of(row.kind(), column, Some(row)).filter(|f| column == "shown_as_of" && f.ty == FieldType::Date);
        let Some(index) = def.index(column).or_else(|| def.index(dated()?.name)) else {
            let shown = self.worked_out(row, column);
            return (shown.clone(), shown);
        };
        let column = def.fields[usize::from(index)].name;
        let field = &def.fields[usize::from(index)];
        let Some(value) = row.at(index) else { return Default::default() };
        if let (FieldType::Text | FieldType::LongText, Value::Text(text)) = (field.ty, value) {
            return (text.to_string(), text.to_string());
        }
        let stated = row.text(&format!("{column}_words"));
        let json = value.to_json();
        let key = (index, format!("{json}\n{stated}"));
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let shown = words(self.call, self.state, row.kind(), field, &json, Some(stated));
        let copied = match (field.ty, value) {
            (FieldType::Date, Value::Text(text)) if stated.is_empty() && is_day(text) => text.to_string(),
            (FieldType::Texts | FieldType::References(_), Value::Set(set)) => {
                let one = |e: &str| words(self.call, self.state, row.kind(), field, &Json::from(vec![e]), None);
                let parts: Vec<String> = set.iter().map(|e| one(e)).collect();
                let mark = if parts.iter().any(|part| part.contains(',')) { "; " } else { ", " };
                parts.join(mark)
            }
            _ => shown.clone(),
        };
        self.known.insert(key, (shown.clone(), copied.clone()));
        (shown, copied)
    }

    fn worked_out(&self, row: &Row, column: &str) -> String {
        if row.kind() == Kind::ActionLine && column == "facilitators" {
            return roles::facilitators(self.call, self.state, row).text;
        }
        let view = present::row_view(&self.call.strings, self.state, row, &[column.to_owned()]);
        view.cells.get(column).filter(|cell| !cell.empty).map(|cell| cell.text.clone()).unwrap_or_default()
    }
}

/// A value in words; empty, where there is none.
pub(super) fn words(
    call: &Call,
    state: &State,
    kind: Kind,
    field: &Field,
    value: &Json,
    stated: Option<&str>,
) -> String {
    if value.is_null() {
        return String::new();
    }
    let stated = stated.filter(|stated| !stated.is_empty());
    present::value_words(&call.strings, state, kind, field, value, stated)
}

/// One known day.
fn is_day(text: &str) -> bool {
    VagueDate::parse(text).is_ok_and(|date| {
        date.precision() == Precision::Day
            && !date.in_doubt()
            && matches!(date.shape(), Shape::One(_))
            && text.len() == 10
    })
}

/// Whose rows there are among some that are not the person's own.
pub(super) fn foreign<'r>(session: &Session, state: &State, rows: impl Iterator<Item = &'r Row>) -> Vec<ForeignRows> {
    let mine = plan::fold::fold(&session.shelf.settings().organization);
    if mine.is_empty() {
        return Vec::new();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for row in rows.filter(|row| row.kind() == Kind::Commitment) {
        *counts.entry(row.text("owner")).or_default() += 1;
    }
    let mut found: Vec<ForeignRows> = counts
        .into_iter()
        .filter_map(|(id, rows)| {
            let owner = state.row(Kind::Organization, id)?;
            let own = [owner.short(), owner.title()].iter().any(|name| plan::fold::fold(name) == mine);
            (!own).then(|| ForeignRows { owner: owner.short().to_owned(), rows })
        })
        .collect();
    found.sort_by(|a, b| a.owner.cmp(&b.owner));
    found
}
