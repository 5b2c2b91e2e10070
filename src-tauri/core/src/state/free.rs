//! Days on which nobody works: weekends, and the holidays of the plan.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Id, State};
use crate::date::{Edge, Precision, Shape, VagueDate};
use crate::kinds::Kind;

/// Why nobody works on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FreeDay {
    /// A Saturday or Sunday.
    Weekend,
    /// The holiday of this id.
    Holiday(Id),
}

/// The holidays of a state, as stretches of days. A holiday whose days are not known is none yet.
#[derive(Debug, Default)]
pub(super) struct FreeDays {
    /// First and last day, sorted; they may overlap.
    holidays: Vec<(NaiveDate, NaiveDate, Id)>,
    /// The longest of them, in days: how far before a day one has to look.
    longest: i64,
}

impl FreeDays {
    pub fn of(state: &State) -> FreeDays {
        let days = |row: &crate::Row| {
            let date = VagueDate::parse(row.text("date")).ok()?;
            let known = date.precision() == Precision::Day && !matches!(date.shape(), Shape::Between(..));
            let closed =
                !matches!(date.shape(), Shape::Span(_, Edge::Open | Edge::Unknown) | Shape::Span(Edge::Open, _));
            let bounds = date.bounds();
            let stretch = (bounds.start_not_before?, bounds.end_not_after?);
            (known && closed).then_some(stretch)
        };
        let mut holidays: Vec<_> =
            state.rows(Kind::Holiday).filter_map(|row| days(row).map(|(a, b)| (a, b, row.id().clone()))).collect();
        holidays.sort();
        let longest = holidays.iter().map(|(a, b, _)| (*b - *a).num_days()).max().unwrap_or(0);
        FreeDays { holidays, longest }
    }

    /// Why nobody works on a day; none: it is a working day.
    pub fn why(&self, day: NaiveDate) -> Option<FreeDay> {
        if let Some((_, _, id)) = self.holiday(day) {
            return Some(FreeDay::Holiday(id.clone()));
        }
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(FreeDay::Weekend)
    }

    /// The last working day up to a day; the day itself, where there is none.
    pub fn working_before(&self, day: NaiveDate) -> NaiveDate {
        let mut here = day;
        loop {
            let before = match self.holiday(here) {
                Some((first, ..)) => first.pred_opt(),
                None => match here.weekday() {
                    Weekday::Sat => here.checked_sub_days(Days::new(1)),
                    Weekday::Sun => here.checked_sub_days(Days::new(2)),
                    _ => return here,
                },
            };
            // Holidays up to the beginning of the calendar leave nothing to move to.
            match before {
                Some(before) if before.year() >= i32::from(*crate::date::YEARS.start()) => here = before,
                _ => return day,
            }
        }
    }

    fn holiday(&self, day: NaiveDate) -> Option<&(NaiveDate, NaiveDate, Id)> {
        let upto = self.holidays.partition_point(|(first, ..)| *first <= day);
        let near = self.holidays[..upto].iter().rev();
        near.take_while(|(first, ..)| (day - *first).num_days() <= self.longest).find(|(_, last, _)| *last >= day)
    }
}
