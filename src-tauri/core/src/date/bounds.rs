//! Which days a vague date allows, and days counted from it.

use super::{DateError, Edge, Point, Precision, Shape, Unit, VagueDate, YEARS};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The four days of a date; none: open. Where both of a pair are given, the earlier is never after the later, and a start is
/// never after the end of its side. Of one unknown day, the end is the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Bounds {
    /// It does not start before this day.
    pub start_not_before: Option<NaiveDate>,
    /// It does not start after this day.
    pub start_not_after: Option<NaiveDate>,
    /// It does not end before this day.
    pub end_not_before: Option<NaiveDate>,
    /// It does not end after this day.
    pub end_not_after: Option<NaiveDate>,
}

/// Unit of a distance between two milestones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DistanceUnit {
    /// Days.
    Days,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months; the 31st becomes the last day of a shorter month.
    Months,
    /// Calendar years; 29 February becomes the 28th.
    Years,
}

impl DistanceUnit {
    /// By its code in the table of kinds.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "days" => DistanceUnit::Days,
            "weeks" => DistanceUnit::Weeks,
            "months" => DistanceUnit::Months,
            "years" => DistanceUnit::Years,
            _ => return None,
        })
    }
}

/// From which end of the anchor a distance is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShiftFrom {
    /// From its start.
    Start,
    /// From its end.
    End,
}

impl ShiftFrom {
    /// By its code in the table of kinds.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "start" => Some(ShiftFrom::Start),
            "end" => Some(ShiftFrom::End),
            _ => None,
        }
    }
}

impl Bounds {
    /// One unknown day between two days, either of them open.
    pub fn one(not_before: Option<NaiveDate>, not_after: Option<NaiveDate>) -> Self {
        Bounds {
            start_not_before: not_before,
            start_not_after: not_after,
            end_not_before: not_before,
            end_not_after: not_after,
        }
    }

    /// Is nothing known at all?
    pub fn is_open(&self) -> bool {
        *self == Bounds::default()
    }

    /// The days of something that happens `distance` units after (before, if negative) the start or the end of this: vague as
    /// the anchor is, and open where that is open. Fails outside the years 1000 to 9999.
    pub fn shift(&self, distance: i64, unit: DistanceUnit, from: ShiftFrom) -> Result<Bounds, DateError> {
        let (a, b) = match from {
            ShiftFrom::Start => (self.start_not_before, self.start_not_after),
            ShiftFrom::End => (self.end_not_before, self.end_not_after),
        };
        let moved = |day: Option<NaiveDate>| day.map(|day| shift_day(day, distance, unit)).transpose();
        Ok(Bounds::one(moved(a)?, moved(b)?))
    }

    /// The same days, each that is free moved to the last one before it that is not. Vague days stay vague.
    pub fn moved_back(&self, before: impl Fn(NaiveDate) -> NaiveDate) -> Bounds {
        let moved = |day: Option<NaiveDate>| day.map(&before);
        Bounds {
            start_not_before: moved(self.start_not_before),
            start_not_after: moved(self.start_not_after),
            end_not_before: moved(self.end_not_before),
            end_not_after: moved(self.end_not_after),
        }
    }

    /// The one day that these are, where they are one.
    pub fn exact(&self) -> Option<NaiveDate> {
        let day = self.start_not_before;
        let one = [self.start_not_after, self.end_not_before, self.end_not_after].iter().all(|other| *other == day);
        day.filter(|_| one)
    }

    /// Is what these days allow within what the others allow? Used to see whether a date only became more precise.
    pub fn within(&self, wider: &Bounds) -> bool {
        let not_before = |a: Option<NaiveDate>, w: Option<NaiveDate>| w.is_none_or(|w| a.is_some_and(|a| a >= w));
        let not_after = |a: Option<NaiveDate>, w: Option<NaiveDate>| w.is_none_or(|w| a.is_some_and(|a| a <= w));
        not_before(self.start_not_before, wider.start_not_before)
            && not_after(self.start_not_after, wider.start_not_after)
            && not_before(self.end_not_before, wider.end_not_before)
            && not_after(self.end_not_after, wider.end_not_after)
    }
}

/// One day moved by a distance.
fn shift_day(day: NaiveDate, distance: i64, unit: DistanceUnit) -> Result<NaiveDate, DateError> {
    let months = |months: Option<u64>| {
        let months = Months::new(u32::try_from(months?).ok()?);
        if distance < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    };
    let days = |days: Option<u64>| {
        let days = Days::new(days?);
        if distance < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
    };
    let far = distance.unsigned_abs();
    let moved = match unit {
        DistanceUnit::Days => days(Some(far)),
        DistanceUnit::Weeks => days(far.checked_mul(7)),
        DistanceUnit::Months => months(Some(far)),
        DistanceUnit::Years => months(far.checked_mul(12)),
    };
    moved
        .filter(in_years)
        .ok_or_else(|| DateError::new(DateError::OUT_OF_RANGE, format!("{day} {distance:+} {unit:?}")))
}

fn in_years(day: &NaiveDate) -> bool {
    u16::try_from(day.year()).is_ok_and(|year| YEARS.contains(&year))
}

impl Unit {
    /// How fine it is.
    pub fn precision(&self) -> Precision {
        match self {
            Unit::Decade(_) => Precision::Decade,
            Unit::Year(_) => Precision::Year,
            Unit::Half { .. } => Precision::Half,
            Unit::Season { .. } => Precision::Season,
            Unit::Quarter { .. } => Precision::Quarter,
            Unit::Month { .. } => Precision::Month,
            Unit::Day(_) => Precision::Day,
        }
    }

    /// First and last day, or none if the calendar has no such unit within the years 1000 to 9999.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let months = |year: u16, first: u8, count: u32| {
            if !YEARS.contains(&year) {
                return None;
            }
            let start = NaiveDate::from_ymd_opt(i32::from(year), u32::from(first), 1)?;
            Some((start, start.checked_add_months(Months::new(count))?.pred_opt()?))
        };
        match *self {
            Unit::Decade(year) if year % 10 == 0 => months(year, 1, 120),
            Unit::Decade(_) => None,
            Unit::Year(year) => months(year, 1, 12),
            Unit::Half { year, half } if (1..=2).contains(&half) => months(year, half * 6 - 5, 6),
            Unit::Half { .. } => None,
            Unit::Season { year, season } => months(year, season as u8 * 3 + 3, 3),
            Unit::Quarter { year, quarter } if (1..=4).contains(&quarter) => months(year, quarter * 3 - 2, 3),
            Unit::Quarter { .. } => None,
            Unit::Month { year, month } => months(year, month, 1),
            Unit::Day(day) => in_years(&day).then_some((day, day)),
        }
    }

    /// The unit that has exactly these days, if there is one. Never a season: three months may be meant.
    pub fn exactly(first: NaiveDate, last: NaiveDate) -> Option<Unit> {
        Unit::around(first).into_iter().find(|unit| unit.days() == Some((first, last)))
    }

    /// The units in which a day lies, finest first, without the season.
    fn around(day: NaiveDate) -> Vec<Unit> {
        let Ok(year) = u16::try_from(day.year()) else { return Vec::new() };
        let month = day.month() as u8;
        vec![
            Unit::Day(day),
            Unit::Month { year, month },
            Unit::Quarter { year, quarter: (month - 1) / 3 + 1 },
            Unit::Half { year, half: (month - 1) / 6 + 1 },
            Unit::Year(year),
            Unit::Decade(year / 10 * 10),
        ]
    }

    /// The shortest unit in which both days lie.
    fn covering(first: NaiveDate, last: NaiveDate) -> Option<Unit> {
        Unit::around(first).into_iter().find(|unit| unit.days().is_some_and(|(a, b)| a <= first && last <= b))
    }

    /// The widest unit up to a year that begins with this day: "from 1 January 2030" as a bound is "from 2030".
    fn starting(first: NaiveDate) -> Unit {
        Unit::edge(first, |unit| unit.days().is_some_and(|(a, _)| a == first))
    }

    /// The widest unit up to a year that ends with this day.
    fn ending(last: NaiveDate) -> Unit {
        Unit::edge(last, |unit| unit.days().is_some_and(|(_, b)| b == last))
    }

    fn edge(day: NaiveDate, fits: impl Fn(&Unit) -> bool) -> Unit {
        let fit = |unit: &Unit| matches!(unit, Unit::Month { .. } | Unit::Year(_)) && fits(unit);
        Unit::around(day).into_iter().rev().find(fit).unwrap_or(Unit::Day(day))
    }
}

impl Point {
    /// First and last day, "about" included: half a unit wider each way, a day for a day.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (first, last) = self.unit.days()?;
        if !self.qualifier.about() {
            return Some((first, last));
        }
        let days = |n| Some((first.checked_sub_days(Days::new(n))?, last.checked_add_days(Days::new(n))?));
        // The last day of a stretch of months stays a last day: 31 December less half a year is 30 June, not 1 July.
        let months = |n| {
            let after = last.succ_opt()?.checked_add_months(Months::new(n))?;
            Some((first.checked_sub_months(Months::new(n))?, after.pred_opt()?))
        };
        match self.unit {
            Unit::Decade(_) => months(60),
            Unit::Year(_) => months(6),
            Unit::Half { .. } => months(3),
            Unit::Season { .. } | Unit::Quarter { .. } => days(45),
            Unit::Month { .. } => days(15),
            Unit::Day(_) => days(1),
        }
    }
}

impl VagueDate {
    /// The four days.
    pub fn bounds(&self) -> Bounds {
        self.days_by(|point| point.days())
    }

    /// The four days that it names: without what "about" adds on both sides, which nobody stated.
    pub fn stated(&self) -> Bounds {
        self.days_by(|point| point.unit.days())
    }

    fn days_by(&self, days: impl Fn(Point) -> Option<(NaiveDate, NaiveDate)>) -> Bounds {
        match self.shape() {
            Shape::One(point) => {
                let (first, last) = days(point).unzip();
                Bounds::one(first, last)
            }
            Shape::Between(a, b) => Bounds::one(a.and_then(&days).map(|d| d.0), b.and_then(&days).map(|d| d.1)),
            Shape::Span(a, b) => {
                let start = a.point().and_then(&days);
                let end = b.point().and_then(&days);
                let (start_first, start_last) = start.unzip();
                let (end_first, end_last) = end.unzip();
                // What is known of one end narrows the other: it does not start after its last day, nor end before its first.
                Bounds {
                    start_not_before: start_first,
                    start_not_after: match a {
                        Edge::Open => None,
                        _ => earlier(start_last, end_last),
                    },
                    end_not_before: match b {
                        Edge::Open => None,
                        _ => later(end_first, start_first),
                    },
                    end_not_after: end_last,
                }
            }
        }
    }

    /// The same as [`Bounds::shift`], from this date.
    pub fn shift(&self, distance: i64, unit: DistanceUnit, from: ShiftFrom) -> Result<Bounds, DateError> {
        self.bounds().shift(distance, unit, from)
    }

    /// The date that says these days. Exact for one unknown day, which is what a computed milestone has; of a span whose ends
    /// fit no unit, the shortest units around them. None if nothing is known, or it lies outside the years 1000 to 9999.
    pub fn from_bounds(bounds: &Bounds) -> Option<VagueDate> {
        let start = (bounds.start_not_before, bounds.start_not_after);
        let end = (bounds.end_not_before, bounds.end_not_after);
        let shape = if start == end {
            match start {
                (None, None) => return None,
                (Some(a), None) => Shape::Between(Some(Unit::starting(a).into()), None),
                (None, Some(b)) => Shape::Between(None, Some(Unit::ending(b).into())),
                (Some(a), Some(b)) => match Unit::exactly(a, b) {
                    Some(unit) => Shape::One(unit.into()),
                    None => {
                        let months = (Unit::starting(a), Unit::ending(b));
                        let whole = !matches!(months.0, Unit::Day(_)) && !matches!(months.1, Unit::Day(_));
                        let (a, b) =
                            if whole { (Unit::month(a), Unit::month(b)) } else { (Unit::Day(a), Unit::Day(b)) };
                        Shape::Between(Some(a.into()), Some(b.into()))
                    }
                },
            }
        } else {
            let edge = |pair: (Option<NaiveDate>, Option<NaiveDate>)| match pair {
                (None, None) => Some(Edge::Open),
                (Some(a), Some(b)) => Some(Edge::At(Unit::covering(a, b)?.into())),
                _ => Some(Edge::Unknown),
            };
            Shape::Span(edge(start)?, edge(end)?)
        };
        VagueDate::new(shape).ok()
    }
}

impl Unit {
    fn month(day: NaiveDate) -> Unit {
        Unit::Month { year: u16::try_from(day.year()).unwrap_or_default(), month: day.month() as u8 }
    }
}

fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn later(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}
