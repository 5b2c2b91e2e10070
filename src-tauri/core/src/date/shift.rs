//! Dates moved as they are: a day by days, a quarter by quarters.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{DateError, Edge, Point, Season, Shape, Unit, VagueDate};

/// By what a date is moved, finest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MoveUnit {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// Three months: a quarter, a season.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
}

impl MoveUnit {
    /// By its code: `day`, `week`, `month`, `quarter`, `half`, `year`, `decade`.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "day" => MoveUnit::Day,
            "week" => MoveUnit::Week,
            "month" => MoveUnit::Month,
            "quarter" => MoveUnit::Quarter,
            "half" => MoveUnit::Half,
            "year" => MoveUnit::Year,
            "decade" => MoveUnit::Decade,
            _ => return None,
        })
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            MoveUnit::Day => "day",
            MoveUnit::Week => "week",
            MoveUnit::Month => "month",
            MoveUnit::Quarter => "quarter",
            MoveUnit::Half => "half",
            MoveUnit::Year => "year",
            MoveUnit::Decade => "decade",
        }
    }

    /// Its months; none: it is counted in days.
    fn months(self) -> Option<i64> {
        Some(match self {
            MoveUnit::Day | MoveUnit::Week => return None,
            MoveUnit::Month => 1,
            MoveUnit::Quarter => 3,
            MoveUnit::Half => 6,
            MoveUnit::Year => 12,
            MoveUnit::Decade => 120,
        })
    }
}

impl Unit {
    /// The finest unit by which it can be moved and stay what it is.
    fn step(&self) -> MoveUnit {
        match self {
            Unit::Day(_) => MoveUnit::Day,
            Unit::Month { .. } => MoveUnit::Month,
            Unit::Quarter { .. } | Unit::Season { .. } => MoveUnit::Quarter,
            Unit::Half { .. } => MoveUnit::Half,
            Unit::Year(_) => MoveUnit::Year,
            Unit::Decade(_) => MoveUnit::Decade,
        }
    }
}

impl VagueDate {
    /// The finest unit by which it can be moved and stay as vague as it is: that of its vaguest part.
    pub fn step(&self) -> MoveUnit {
        let (a, b) = points(self.shape());
        let step = |point: Option<Point>| point.map_or(MoveUnit::Day, |point| point.unit.step());
        step(a).max(step(b))
    }

    /// The same date `by` units later, or earlier: as vague as it is, so that a quarter moves by quarters where a finer unit is
    /// asked for. A span keeps its length.
    ///
    /// # Errors
    /// `date-out-of-range`, where it would lie outside the years that dates can name.
    pub fn moved(&self, by: i64, unit: MoveUnit) -> Result<VagueDate, DateError> {
        let unit = unit.max(self.step());
        let (a, b) = points(self.shape());
        let far = || DateError::new(DateError::OUT_OF_RANGE, self.to_string());
        // Days at both ends move by as many days, whatever month they come into.
        let (first, last) = match (a.map(|p| p.unit), b.map(|p| p.unit)) {
            (Some(Unit::Day(start)), Some(Unit::Day(end))) => {
                let moved = moved_day(start, by, unit).ok_or_else(far)?;
                let end = end.checked_add_signed(moved - start).ok_or_else(far)?;
                (Some(Unit::Day(moved)), Some(Unit::Day(end)))
            }
            (a, b) => {
                let moved = |at: Option<Unit>| at.map(|at| moved_unit(at, by, unit).ok_or_else(far)).transpose();
                (moved(a)?, moved(b)?)
            }
        };
        let at = |point: Point, unit: Option<Unit>| unit.map_or(point, |unit| Point { unit, ..point });
        let edge = |edge: Edge, unit: Option<Unit>| match edge {
            Edge::At(point) => Edge::At(at(point, unit)),
            open => open,
        };
        let shape = match self.shape() {
            Shape::One(point) => Shape::One(at(point, first)),
            Shape::Span(a, b) => Shape::Span(edge(a, first), edge(b, last)),
            Shape::Between(a, b) => Shape::Between(a.map(|p| at(p, first)), b.map(|p| at(p, last))),
        };
        VagueDate::new(shape).map_err(|_| far())
    }
}

fn points(shape: Shape) -> (Option<Point>, Option<Point>) {
    match shape {
        Shape::One(point) => (Some(point), None),
        Shape::Span(a, b) => (a.point(), b.point()),
        Shape::Between(a, b) => (a, b),
    }
}

fn moved_unit(at: Unit, by: i64, unit: MoveUnit) -> Option<Unit> {
    if let Unit::Day(day) = at {
        return moved_day(day, by, unit).map(Unit::Day);
    }
    // Counted from the first month of the calendar, so that all that is coarser than a day is the same sum.
    let months = unit.months()?.checked_mul(by)?;
    let shifted = |year: u16, month: i64| -> Option<(u16, i64)> {
        let all = i64::from(year).checked_mul(12)?.checked_add(month)?.checked_add(months)?;
        Some((u16::try_from(all.div_euclid(12)).ok()?, all.rem_euclid(12)))
    };
    let moved = match at {
        Unit::Day(_) => return None,
        Unit::Decade(year) => Unit::Decade(shifted(year, 0)?.0),
        Unit::Year(year) => Unit::Year(shifted(year, 0)?.0),
        Unit::Half { year, half } => {
            let (year, month) = shifted(year, (i64::from(half) - 1) * 6)?;
            Unit::Half { year, half: u8::try_from(month / 6 + 1).ok()? }
        }
        Unit::Season { year, season } => {
            let (year, month) = shifted(year, season as i64 * 3)?;
            Unit::Season { year, season: *Season::ALL.get(usize::try_from(month / 3).ok()?)? }
        }
        Unit::Quarter { year, quarter } => {
            let (year, month) = shifted(year, (i64::from(quarter) - 1) * 3)?;
            Unit::Quarter { year, quarter: u8::try_from(month / 3 + 1).ok()? }
        }
        Unit::Month { year, month } => {
            let (year, month) = shifted(year, i64::from(month) - 1)?;
            Unit::Month { year, month: u8::try_from(month + 1).ok()? }
        }
    };
    moved.days().map(|_| moved)
}

fn moved_day(day: NaiveDate, by: i64, unit: MoveUnit) -> Option<NaiveDate> {
    let far = by.unsigned_abs();
    let moved = match unit.months() {
        None => {
            let days = Days::new(far.checked_mul(if unit == MoveUnit::Week { 7 } else { 1 })?);
            if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
        }
        Some(months) => {
            let months = Months::new(u32::try_from(far.checked_mul(months.unsigned_abs())?).ok()?);
            if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
        }
    }?;
    u16::try_from(moved.year()).is_ok_and(|year| super::YEARS.contains(&year)).then_some(moved)
}
