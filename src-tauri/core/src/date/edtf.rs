//! EDTF in and out. Reading is strict: what people type goes through [`understand`](super::understand).

use super::{DateError, Edge, Point, Qualifier, Season, Shape, Unit, VagueDate, YEARS};
use chrono::{Datelike, NaiveDate};
use std::fmt::{Display, Formatter, Result as FmtResult};
use std::str::FromStr;

impl VagueDate {
    /// Reads EDTF, exactly and nothing else: no spaces, no other digits. Every date that is read prints as the same text.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some(unit) = plain(text) {
            return Ok(VagueDate(Shape::One(unit.into())));
        }
        let wrong = |code| DateError::new(code, text);
        if let Some(inner) = text.strip_prefix('[') {
            let inner = inner.strip_suffix(']').ok_or_else(|| wrong(DateError::NOT_A_DATE))?;
            let (a, b) = inner.split_once("..").ok_or_else(|| wrong(DateError::NOT_A_DATE))?;
            let side = |part: &str| if part.is_empty() { Ok(None) } else { point(part).map(Some) };
            let shape = Shape::Between(side(a).map_err(wrong)?, side(b).map_err(wrong)?);
            return VagueDate::new(shape).map_err(|e| wrong(e.code));
        }
        let shape = match text.split_once('/') {
            None => Shape::One(point(text).map_err(wrong)?),
            Some((a, b)) => Shape::Span(edge(a).map_err(wrong)?, edge(b).map_err(wrong)?),
        };
        VagueDate::new(shape).map_err(|e| wrong(e.code))
    }
}

impl FromStr for VagueDate {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        VagueDate::parse(text)
    }
}

fn edge(text: &str) -> Result<Edge, &'static str> {
    match text {
        "" => Ok(Edge::Unknown),
        ".." => Ok(Edge::Open),
        text => point(text).map(Edge::At),
    }
}

fn point(text: &str) -> Result<Point, &'static str> {
    let qualifier = match text.as_bytes().last() {
        Some(b'~') => Qualifier::About,
        Some(b'?') => Qualifier::Doubt,
        Some(b'%') => Qualifier::Both,
        _ => Qualifier::None,
    };
    let bare = if qualifier == Qualifier::None { text } else { &text[..text.len() - 1] };
    Ok(Point { unit: unit(bare)?, qualifier })
}

fn unit(text: &str) -> Result<Unit, &'static str> {
    if let Some(head) = text.strip_suffix('X') {
        let decade = digits(head, 3)? * 10;
        return in_years(decade).map(Unit::Decade);
    }
    let mut parts = text.split('-');
    let year = digits(parts.next().unwrap_or_default(), 4)?;
    let second = parts.next().map(|part| digits(part, 2)).transpose()?;
    let third = parts.next().map(|part| digits(part, 2)).transpose()?;
    if parts.next().is_some() {
        return Err(DateError::NOT_A_DATE);
    }
    let year = in_years(year)?;
    match (second, third) {
        (None, _) => Ok(Unit::Year(year)),
        (Some(month), Some(day)) => NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
            .map(Unit::Day)
            .ok_or(DateError::NO_SUCH_DAY),
        (Some(code), None) => {
            let code = u8::try_from(code).map_err(|_| DateError::NOT_A_DATE)?;
            match code {
                1..=12 => Ok(Unit::Month { year, month: code }),
                21..=24 => Ok(Unit::Season { year, season: Season::ALL[usize::from(code - 21)] }),
                33..=36 => Ok(Unit::Quarter { year, quarter: code - 32 }),
                40..=41 => Ok(Unit::Half { year, half: code - 39 }),
                _ => Err(DateError::NO_SUCH_DAY),
            }
        }
    }
}

/// A year, a month or a day without anything else, as most dates are: read without looking for more. None: it is something else,
/// or wrong.
fn plain(text: &str) -> Option<Unit> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| {
        bytes[from..to]
            .iter()
            .try_fold(0u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
    };
    let dashes: &[usize] = match bytes.len() {
        4 => &[],
        7 => &[4],
        10 => &[4, 7],
        _ => return None,
    };
    if dashes.iter().any(|at| bytes[*at] != b'-') {
        return None;
    }
    let year = number(0, 4).filter(|year| YEARS.contains(year))?;
    match bytes.len() {
        4 => Some(Unit::Year(year)),
        7 => {
            let month = number(5, 7).filter(|month| (1..=12).contains(month))?;
            Some(Unit::Month { year, month: month as u8 })
        }
        _ => {
            let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(number(5, 7)?), u32::from(number(8, 10)?));
            day.map(Unit::Day)
        }
    }
}

fn in_years(year: u16) -> Result<u16, &'static str> {
    if YEARS.contains(&year) { Ok(year) } else { Err(DateError::OUT_OF_RANGE) }
}

/// Exactly so many ASCII digits.
fn digits(text: &str, count: usize) -> Result<u16, &'static str> {
    if text.len() != count || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::NOT_A_DATE);
    }
    text.parse().map_err(|_| DateError::NOT_A_DATE)
}

impl Display for VagueDate {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        match self.shape() {
            Shape::One(point) => point.fmt(f),
            Shape::Span(a, b) => write!(f, "{a}/{b}"),
            Shape::Between(a, b) => {
                f.write_str("[")?;
                if let Some(a) = a {
                    a.fmt(f)?;
                }
                f.write_str("..")?;
                if let Some(b) = b {
                    b.fmt(f)?;
                }
                f.write_str("]")
            }
        }
    }
}

impl Display for Edge {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        match self {
            Edge::At(point) => point.fmt(f),
            Edge::Open => f.write_str(".."),
            Edge::Unknown => Ok(()),
        }
    }
}

impl Display for Point {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        self.unit.fmt(f)?;
        f.write_str(match self.qualifier {
            Qualifier::None => "",
            Qualifier::About => "~",
            Qualifier::Doubt => "?",
            Qualifier::Both => "%",
        })
    }
}

impl Display for Unit {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        match *self {
            Unit::Decade(year) => write!(f, "{:03}X", year / 10),
            Unit::Year(year) => write!(f, "{year:04}"),
            Unit::Half { year, half } => write!(f, "{year:04}-{}", 39 + u32::from(half)),
            Unit::Season { year, season } => write!(f, "{year:04}-{}", 21 + season as u8),
            Unit::Quarter { year, quarter } => write!(f, "{year:04}-{}", 32 + u32::from(quarter)),
            Unit::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Unit::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}
