//! Days of rows, as the rules need them.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::date::{Bounds, VagueDate};
use crate::state::Row;

/// The days of a date field; none, where it is empty or of a newer version.
pub(super) fn bounds(row: &Row, field: &str) -> Option<Bounds> {
    VagueDate::parse(row.text(field)).ok().map(|date| date.bounds())
}

/// Whether the end of a row is certainly past.
pub(super) fn over(row: &Row, today: NaiveDate) -> bool {
    bounds(row, "end").and_then(|bounds| bounds.end_not_after).is_some_and(|end| end < today)
}

/// The last days of dates, each read once: thousands of rows share a few dates.
#[derive(Default)]
pub(super) struct LastDays<'a>(HashMap<&'a str, Option<NaiveDate>>);

impl<'a> LastDays<'a> {
    /// The last day that a date may mean; none, where it is open or no date.
    pub fn of(&mut self, text: &'a str) -> Option<NaiveDate> {
        if text.is_empty() {
            return None;
        }
        *self.0.entry(text).or_insert_with(|| VagueDate::parse(text).ok().and_then(|date| date.bounds().end_not_after))
    }
}
