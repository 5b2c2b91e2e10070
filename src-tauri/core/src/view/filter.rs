//! Filters: which rows a view lets through, by one of their fields or by a column that is worked out.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::Column;
use crate::date::{Bounds, VagueDate};
use crate::fold::fold;
use crate::kinds::{FieldType, Kind};
use crate::state::{Id, State};
use crate::{Error, Result, Row, Value};

/// What a field, or a column that is worked out, has to hold. Of what is given all must be so.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldFilter {
    /// Name of the field, or of the column.
    pub field: String,
    /// Codes or ids, of which one is enough; for a set, one element. None stands for "empty". Where nothing else is given
    /// either, no row is let through.
    pub any: Vec<Option<String>>,
    /// Words that stand in it; of a reference, in a name of what it names. Empty: whatever stands there.
    pub contains: String,
    /// A date or a number: it may be then or later, so much or more. A date as vague as it is; of its stretch, the first day.
    pub from: String,
    /// It may be then or earlier, so much or less.
    pub to: String,
    /// It is filled, or it is empty.
    pub filled: Option<bool>,
}

/// The first and the last day; none: it is open.
type Stretch = (Option<NaiveDate>, Option<NaiveDate>);

/// The stretch of some days; none, where nothing is said of them.
fn known(bounds: &Bounds) -> Option<Stretch> {
    Some((bounds.start_not_before, bounds.end_not_after)).filter(|days| *days != (None, None))
}

/// Whether something within a stretch may lie within another.
fn may_lie(stretch: Option<Stretch>, (from, to): Stretch) -> bool {
    stretch.is_some_and(|(first, last)| {
        let before = matches!((last, from), (Some(last), Some(from)) if last < from);
        let behind = matches!((first, to), (Some(first), Some(to)) if first > to);
        !before && !behind
    })
}

/// A filter, ready to be held against rows of the state that it was made for.
pub(super) struct Test<'a> {
    filter: &'a FieldFilter,
    column: Column,
    /// Values are held against `any`.
    listed: bool,
    words: String,
    /// Ids of rows that the words name, where the column names rows.
    named: HashSet<Id>,
    days: Option<Stretch>,
    /// Milestones that may lie within those days, by where their rows are kept: found in one pass, where looking each up by its id
    /// takes most of the time of a filter.
    within: Option<HashSet<*const Row, foldhash::fast::RandomState>>,
    numbers: Option<(f64, f64)>,
    /// Where start and end stand: looked up once, not once for each row.
    ends: [Option<u8>; 2],
    /// The days of each date, by its text: thousands of rows state the same ones, and to read one takes most of the time of a filter.
    read: RefCell<HashMap<&'a str, Option<Stretch>, foldhash::fast::RandomState>>,
}

impl<'a> Test<'a> {
    pub fn new(state: &'a State, kind: Kind, filter: &'a FieldFilter) -> Result<Test<'a>> {
        let def = kind.def();
        let FieldFilter { field: name, any, contains, from, to, filled } = filter;
        let ranged = !from.trim().is_empty() || !to.trim().is_empty();
        let index = def.index(name);
        // A milestone that hangs on another has its days without a date.
        let computed = Column::computed(kind, name).filter(|_| index.is_none() || ranged || filled.is_some());
        let column = computed.or(index.map(Column::Field)).ok_or_else(|| {
            Error::refused_with("no-such-field", [("kind", def.name.into()), ("field", name.to_owned())])
        })?;
        let words = fold(contains.trim());
        let listed = !any.is_empty() || (words.is_empty() && !ranged && filled.is_none());
        let number = matches!(
            index.map(|index| def.fields[usize::from(index)].ty),
            Some(FieldType::Integer | FieldType::Decimal)
        );
        let days = if ranged && !number { Some((first_day(from)?, last_day(to)?)) } else { None };
        let within = days.filter(|_| matches!(column, Column::When) && kind == Kind::Milestone).map(|wanted| {
            let within = state.milestones_with_days().filter(|(_, days)| may_lie(known(&days.bounds), wanted));
            within.map(|(row, _)| Arc::as_ptr(row)).collect()
        });
        Ok(Test {
            named: if words.is_empty() { HashSet::new() } else { named(state, kind, column, &words) },
            days,
            within,
            numbers: if ranged && number {
                Some((least(from, f64::NEG_INFINITY)?, least(to, f64::INFINITY)?))
            } else {
                None
            },
            ends: ["start", "end"].map(|name| def.index(name)),
            read: RefCell::default(),
            words,
            listed,
            column,
            filter,
        })
    }

    pub fn holds(&self, state: &'a State, row: &'a Row) -> bool {
        (!self.listed || self.is_listed(row))
            && self.filter.filled.is_none_or(|filled| self.is_filled(state, row) == filled)
            && (self.words.is_empty() || self.has_words(row))
            && self.days.is_none_or(|days| self.is_within(state, row, days))
            && self.numbers.is_none_or(|(from, to)| self.number(row).is_some_and(|x| x >= from && x <= to))
    }

    fn values<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Value> {
        fields_of(row.kind(), self.column, row).into_iter().flatten().filter_map(|index| row.at(index))
    }

    fn is_listed(&self, row: &Row) -> bool {
        let any = &self.filter.any;
        let mut empty = true;
        for value in self.values(row) {
            empty = false;
            let fits = any.iter().flatten().any(|wanted| match value {
                Value::Text(text) => **text == **wanted,
                Value::Set(set) => set.iter().any(|element| **element == **wanted),
                Value::Flag => wanted == "true",
                Value::Int(n) => n.to_string() == *wanted,
                Value::Real(x) => x.to_string() == *wanted,
            });
            if fits {
                return true;
            }
        }
        empty && any.iter().any(Option::is_none)
    }

    fn is_filled(&self, state: &'a State, row: &'a Row) -> bool {
        match self.column {
            // What recurs, and what is standing, says when it is without a date.
            Column::When => self.values(row).next().is_some() || self.stretch(state, row).is_some(),
            _ => self.values(row).next().is_some(),
        }
    }

    fn has_words(&self, row: &Row) -> bool {
        self.values(row).any(|value| match value {
            Value::Text(text) => fold(text).contains(&self.words) || self.named.contains(&**text),
            Value::Set(set) => set.iter().any(|e| fold(e).contains(&self.words) || self.named.contains(&**e)),
            Value::Int(n) => n.to_string().contains(&self.words),
            Value::Real(x) => x.to_string().contains(&self.words),
            Value::Flag => false,
        })
    }

    fn number(&self, row: &Row) -> Option<f64> {
        self.values(row).find_map(|value| match value {
            Value::Int(n) => Some(*n as f64),
            Value::Real(x) => Some(*x),
            _ => None,
        })
    }

    /// A vague date is let through where it may lie in the stretch that is asked for.
    fn is_within(&self, state: &'a State, row: &'a Row, wanted: Stretch) -> bool {
        match &self.within {
            Some(within) => within.contains(&std::ptr::from_ref(row)),
            None => may_lie(self.stretch(state, row), wanted),
        }
    }

    /// The first and the last day that a row may be at; none, where nothing is said of its days.
    fn stretch(&self, state: &'a State, row: &'a Row) -> Option<Stretch> {
        let of = |bounds: Bounds| (bounds.start_not_before, bounds.end_not_after);
        let date = |index: Option<u8>| {
            let text = row.at(index?).and_then(Value::text)?;
            let mut read = self.read.borrow_mut();
            *read.entry(text).or_insert_with(|| VagueDate::parse(text).ok().map(|date| of(date.bounds())))
        };
        match self.column {
            Column::When if row.kind() == Kind::Milestone => state.days(row.id()).and_then(|days| known(&days.bounds)),
            Column::When => match self.ends.map(date) {
                [Some((first, _)), Some((_, last))] => Some((first, last)),
                // "From 2024" goes on, "until 2030" went on before.
                [Some((first, _)), None] => Some((first, None)),
                [None, Some((_, last))] => Some((None, last)),
                [None, None] => None,
            },
            column => {
                let fields = fields_of(row.kind(), column, row).into_iter().flatten();
                date(fields.into_iter().find(|index| row.at(*index).is_some()))
            }
        }
    }
}

/// The fields that a column shows of a row.
fn fields_of(kind: Kind, column: Column, row: &Row) -> [Option<u8>; 4] {
    let names: &[&str] = match column {
        Column::Field(index) | Column::Raw(index) => return [Some(index), None, None, None],
        Column::When if kind == Kind::Milestone => &["date"],
        Column::When => &["start", "end", "recurrence", "standing"],
        // A status has a day of its own, and of a status without one no other day may pass for it.
        Column::ShownAsOf if !row.text("status").is_empty() => &["status_as_of"],
        Column::ShownAsOf => &["as_of"],
        Column::OwnerLead => &["owner", "lead"],
    };
    std::array::from_fn(|at| kind.def().index(names.get(at)?))
}

/// Ids of the rows that some words name, among those that the column may name.
fn named(state: &State, kind: Kind, column: Column, words: &str) -> HashSet<Id> {
    let def = kind.def();
    let target = match column {
        Column::Field(index) | Column::Raw(index) => def.fields[usize::from(index)].target(),
        Column::OwnerLead => Some(Kind::Organization),
        Column::When | Column::ShownAsOf => None,
    };
    let Some(target) = target else { return HashSet::new() };
    let said = |row: &Row| {
        let alias =
            row.get("aliases").and_then(Value::set).is_some_and(|set| set.iter().any(|a| fold(a).contains(words)));
        alias || fold(row.short()).contains(words) || fold(row.title()).contains(words)
    };
    state.rows(target).filter(|row| said(row)).map(|row| row.id().clone()).collect()
}

fn date(text: &str) -> Result<Option<Bounds>> {
    match text.trim() {
        "" => Ok(None),
        text => match VagueDate::parse(text) {
            Ok(date) => Ok(Some(date.bounds())),
            Err(error) => Err(Error::refused_with(error.code, [("value", text.to_owned())])),
        },
    }
}

fn first_day(text: &str) -> Result<Option<NaiveDate>> {
    Ok(date(text)?.and_then(|bounds| bounds.start_not_before))
}

fn last_day(text: &str) -> Result<Option<NaiveDate>> {
    Ok(date(text)?.and_then(|bounds| bounds.end_not_after))
}

fn least(text: &str, open: f64) -> Result<f64> {
    match text.trim() {
        "" => Ok(open),
        text => text
            .parse()
            .map_err(|_| Error::refused_with("not-a-number", [("field", String::new()), ("value", text.to_owned())])),
    }
}
