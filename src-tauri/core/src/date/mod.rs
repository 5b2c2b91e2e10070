//! Dates as vague as they are: EDTF (ISO 8601-2) as far as a policy plan needs it.
//!
//! A [`VagueDate`] is one unknown day within a stretch (`2025`, `2025-12`, `2025-36`), a span (`2025-12-16/2025-12-17`,
//! `2026-09/..`), or one unknown day between two edges (`[..2030]`: by 2030; `[2025-01..2025-04]`: early 2025). The last form is
//! EDTF's "one of a set"; it is what a milestone that hangs on a vague anchor works out to, and what "by" and "early" mean.
//!
//! Nothing here knows what day it is, and nothing knows a language except [`understand`], which is given one by its code.

mod bounds;
mod edtf;
mod shift;
mod understand;

#[cfg(test)]
mod tests;

pub use bounds::{Bounds, DistanceUnit, ShiftFrom};
pub use shift::MoveUnit;
pub use understand::{Understood, understand};

use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;

/// First and last year that a date may name.
pub const YEARS: std::ops::RangeInclusive<u16> = 1000..=9999;

/// Why a text is not a date, or a day cannot be worked out. `code` is a key of the messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// `not-a-date`, `no-such-day`, `ends-before-it-starts` or `date-out-of-range`.
    pub code: &'static str,
    /// The offending text, shortened.
    pub text: String,
}

impl DateError {
    /// The text is no EDTF of the forms that this program knows.
    pub const NOT_A_DATE: &'static str = "not-a-date";
    /// The text has the form of a date, but the calendar has no such day, month or quarter.
    pub const NO_SUCH_DAY: &'static str = "no-such-day";
    /// The end of a span lies wholly before its start.
    pub const BACKWARDS: &'static str = "ends-before-it-starts";
    /// The date lies outside the years 1000 to 9999.
    pub const OUT_OF_RANGE: &'static str = "date-out-of-range";

    pub(crate) fn new(code: &'static str, text: impl AsRef<str>) -> Self {
        DateError { code, text: text.as_ref().chars().take(100).collect() }
    }
}

impl std::fmt::Display for DateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.text)
    }
}

impl std::error::Error for DateError {}

/// A season, of the northern half of the world where days are asked for. EDTF's own codes 21 to 24 name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

impl Season {
    /// All four, in the order of EDTF's codes.
    pub const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];
}

/// The stretch of the calendar in which a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `202X`: ten years, by the first of them.
    Decade(u16),
    /// `2025`.
    Year(u16),
    /// `2025-40`, `2025-41`.
    Half {
        /// The year.
        year: u16,
        /// 1 or 2.
        half: u8,
    },
    /// `2025-21` to `2025-24`.
    Season {
        /// The year in which the season begins.
        year: u16,
        /// The season.
        season: Season,
    },
    /// `2025-33` to `2025-36`.
    Quarter {
        /// The year.
        year: u16,
        /// 1 to 4.
        quarter: u8,
    },
    /// `2025-12`.
    Month {
        /// The year.
        year: u16,
        /// 1 to 12.
        month: u8,
    },
    /// `2025-12-16`.
    Day(NaiveDate),
}

/// How fine a date is, finest first. Of a span, its start's; of "one day between", by the length of the stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// A known day.
    Day,
    /// Within a month.
    Month,
    /// Within a quarter.
    Quarter,
    /// Within a season.
    Season,
    /// Within half a year.
    Half,
    /// Within a year.
    Year,
    /// Within ten years, or without an edge.
    Decade,
}

/// EDTF's qualifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Qualifier {
    /// As it stands.
    #[default]
    None,
    /// `~`: about. Half a unit wider each way.
    About,
    /// `?`: doubtful, no wider.
    Doubt,
    /// `%`: about, and doubtful.
    Both,
}

impl Qualifier {
    /// The qualifier that says these two things.
    pub fn of(about: bool, doubt: bool) -> Self {
        match (about, doubt) {
            (false, false) => Qualifier::None,
            (true, false) => Qualifier::About,
            (false, true) => Qualifier::Doubt,
            (true, true) => Qualifier::Both,
        }
    }
    /// Does it say "about"?
    pub fn about(self) -> bool {
        matches!(self, Qualifier::About | Qualifier::Both)
    }
    /// Does it say that the date is in doubt?
    pub fn doubt(self) -> bool {
        matches!(self, Qualifier::Doubt | Qualifier::Both)
    }
}

/// One unknown day within a unit, perhaps about, perhaps in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// Where the day lies.
    pub unit: Unit,
    /// How sure that is.
    pub qualifier: Qualifier,
}

impl From<Unit> for Point {
    fn from(unit: Unit) -> Self {
        Point { unit, qualifier: Qualifier::None }
    }
}

/// One end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// It lies here.
    At(Point),
    /// `..`: there is none; it goes on, or went on since ever.
    Open,
    /// Nothing: there is one, and it is not known.
    Unknown,
}

impl Edge {
    /// The point, where there is one.
    pub fn point(self) -> Option<Point> {
        match self {
            Edge::At(point) => Some(point),
            Edge::Open | Edge::Unknown => None,
        }
    }
}

/// What a [`VagueDate`] is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One day somewhere in it.
    One(Point),
    /// From the one to the other, at least one of them a point.
    Span(Edge, Edge),
    /// One day, not before the first and not after the second, at least one of them given.
    Between(Option<Point>, Option<Point>),
}

/// A date that says as much as is known, and no more. Always valid: it exists, and does not end before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VagueDate(Shape);

impl VagueDate {
    /// Checks a shape. The units exist, and a span does not end before it starts.
    pub fn new(shape: Shape) -> Result<Self, DateError> {
        let (first, last) = match shape {
            Shape::One(point) => (Some(point), None),
            Shape::Span(a, b) => (a.point(), b.point()),
            Shape::Between(a, b) => (a, b),
        };
        let date = VagueDate(shape);
        if first.is_none() && last.is_none() {
            return Err(DateError::new(DateError::NOT_A_DATE, date.to_string()));
        }
        for point in [first, last].into_iter().flatten() {
            if point.unit.days().is_none() {
                return Err(DateError::new(DateError::NO_SUCH_DAY, date.to_string()));
            }
        }
        if let (Some(a), Some(b)) = (first, last)
            && let (Some((start, _)), Some((_, end))) = (a.unit.days(), b.unit.days())
            && start > end
        {
            return Err(DateError::new(DateError::BACKWARDS, date.to_string()));
        }
        Ok(date)
    }

    /// One known day.
    pub fn day(day: NaiveDate) -> Result<Self, DateError> {
        VagueDate::new(Shape::One(Unit::Day(day).into()))
    }

    /// What it is made of.
    pub fn shape(&self) -> Shape {
        self.0
    }

    /// How fine it is.
    pub fn precision(&self) -> Precision {
        match self.0 {
            Shape::One(point) | Shape::Span(Edge::At(point), _) | Shape::Span(_, Edge::At(point)) => {
                point.unit.precision()
            }
            Shape::Span(..) => Precision::Decade,
            Shape::Between(..) => {
                let bounds = self.bounds();
                match (bounds.start_not_before, bounds.start_not_after) {
                    (Some(a), Some(b)) => match (b - a).num_days() {
                        0 => Precision::Day,
                        1..=30 => Precision::Month,
                        31..=92 => Precision::Quarter,
                        93..=184 => Precision::Half,
                        185..=366 => Precision::Year,
                        _ => Precision::Decade,
                    },
                    _ => Precision::Decade,
                }
            }
        }
    }

    /// Is any part of it in doubt (`?` or `%`)?
    pub fn in_doubt(&self) -> bool {
        let (a, b) = match self.0 {
            Shape::One(point) => (Some(point), None),
            Shape::Span(a, b) => (a.point(), b.point()),
            Shape::Between(a, b) => (a, b),
        };
        a.is_some_and(|p| p.qualifier.doubt()) || b.is_some_and(|p| p.qualifier.doubt())
    }

    /// What dates are sorted by.
    pub fn sort_key(&self) -> SortKey {
        let bounds = self.bounds();
        // "By 2030" has no earliest day. It is looked for at 2030, not before all else.
        let start = match self.0 {
            Shape::Between(None, _) => bounds.start_not_after,
            _ => bounds.start_not_before,
        };
        SortKey { start: start.map_or(i32::MIN, |d| d.num_days_from_ce()), precision: self.precision(), date: *self }
    }
}

/// Order of dates: start not before (a span without a start comes first; "by 2030" stands at its last day), then the finer one,
/// then the text. A total order: two keys are equal only if the dates are. Rows without a date come last, which is up to the
/// caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    start: i32,
    precision: Precision,
    date: VagueDate,
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start.cmp(&other.start).then(self.precision.cmp(&other.precision)).then_with(|| {
            // The text is made for true ties only: equal dates are many, and their text is equal.
            if self.date == other.date { Ordering::Equal } else { self.date.to_string().cmp(&other.date.to_string()) }
        })
    }
}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for VagueDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key())
    }
}

impl PartialOrd for VagueDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
