//! Dates in words, from the file `dates.ftl`. What is written short or in full is understood again when it is typed.

use crate::Strings;
use chrono::{Datelike, NaiveDate};
use plan::date::{Edge, Point, Season, Shape, Unit, VagueDate};

/// How long the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// For cells: "16–17 Dec 2025", "Q4 2025".
    Cell,
    /// In full: "16–17 December 2025", "Q4 2025", "about 2027".
    Full,
    /// For papers: in full, and quarters and halves without their letters: "the fourth quarter of 2025".
    Paper,
    /// With the words that lead it into a sentence: "in the fourth quarter of 2025".
    Sentence,
}

/// Behind which word a date stands. English says the same behind all of them; French joins them ("à partir du premier trimestre",
/// "d'avril", "jusqu'à l'été"), Arabic says "the year" before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// Behind none, as in a cell or in brackets.
    Alone,
    /// Behind "from".
    Of,
    /// Behind "to" or "until".
    To,
    /// As what is spoken of: behind "between", "not before".
    The,
    /// As when something happens: "in 2025", "on 16 December 2025".
    In,
    /// Behind "early", "mid", "late".
    Part,
}

impl Case {
    /// What Fluent chooses by.
    fn code(self) -> &'static str {
        match self {
            Case::Alone => "alone",
            Case::Of => "of",
            Case::To => "to",
            Case::The => "the",
            Case::In => "in",
            Case::Part => "part",
        }
    }
}

impl Strings {
    /// A date in full: "16–17 December 2025", "Q4 2025", "from September 2026".
    pub fn date_words(&self, date: &VagueDate) -> String {
        self.date_styled(date, DateStyle::Full)
    }

    /// A date for a cell, months shortened.
    pub fn date_cell(&self, date: &VagueDate) -> String {
        self.date_styled(date, DateStyle::Cell)
    }

    /// A date as part of a sentence: "in the fourth quarter of 2025", "on 16 December 2025".
    pub fn date_sentence(&self, date: &VagueDate) -> String {
        self.date_styled(date, DateStyle::Sentence)
    }

    /// What is shown for a date with the words that its source gave: those words; without them the date; "not stated" without
    /// either.
    pub fn date_shown(&self, date: Option<&VagueDate>, words: Option<&str>, style: DateStyle) -> String {
        match (words.map(str::trim).filter(|words| !words.is_empty()), date) {
            (Some(words), _) => words.to_owned(),
            (None, Some(date)) => self.date_styled(date, style),
            (None, None) => self.date_not_stated(),
        }
    }

    /// A date in words, in one of the styles.
    pub fn date_styled(&self, date: &VagueDate, style: DateStyle) -> String {
        self.finished(self.date_part(date, style))
    }

    /// An instant (RFC 3339) in words: "23 November 2026, 14:32 UTC". What is no instant stands as it is.
    pub fn instant_words(&self, instant: &str) -> String {
        self.finished(self.instant_part(instant))
    }

    pub(crate) fn instant_part(&self, instant: &str) -> String {
        let Ok(at) = chrono::DateTime::parse_from_rfc3339(instant) else { return instant.to_owned() };
        let at = at.to_utc();
        let date = self.unit(Unit::Day(at.date_naive()), DateStyle::Full, Case::Alone);
        self.part("instant", &[("date", &date), ("time", &at.format("%H:%M").to_string())])
    }

    /// A date as it stands behind another word; one that brings words of its own ("from September 2026") stands as it is.
    pub fn date_behind(&self, date: &VagueDate, style: DateStyle, case: Case) -> String {
        self.finished(match date.shape() {
            Shape::One(point) => self.point(point, style, case),
            Shape::Between(Some(a), Some(b)) => {
                self.third_of(a, b, style, case).unwrap_or_else(|| self.date_part(date, style))
            }
            _ => self.date_part(date, style),
        })
    }

    /// A term: "from September 2026", "2023 to May 2028". `start` and `end` say their day as it stands behind a word, or nothing.
    pub fn term(&self, start: &dyn Fn(Case) -> Option<String>, end: &dyn Fn(Case) -> Option<String>) -> Option<String> {
        match (start(Case::Alone), end(Case::Alone)) {
            (Some(start), Some(end)) if start == end => Some(start),
            (Some(_), Some(_)) => Some(self.term_from_to(&end(Case::To)?, &start(Case::Of)?)),
            (Some(_), None) => Some(self.term_from(&start(Case::Of)?)),
            (None, Some(_)) => Some(self.term_until(&end(Case::To)?)),
            (None, None) => None,
        }
    }

    pub(crate) fn date_part(&self, date: &VagueDate, style: DateStyle) -> String {
        match date.shape() {
            Shape::One(point) => self.one(point, style),
            Shape::Span(Edge::At(a), Edge::At(b)) => self.span(a, b, style),
            Shape::Span(Edge::At(a), Edge::Open) => self.edge("date-from", a, style, Case::Of),
            Shape::Span(Edge::At(a), Edge::Unknown) => self.edge("date-from-end-unknown", a, style, Case::Of),
            Shape::Span(Edge::Open, Edge::At(b)) => self.edge("date-until", b, style, Case::To),
            Shape::Span(Edge::Unknown, Edge::At(b)) => self.edge("date-until-start-unknown", b, style, Case::To),
            Shape::Between(None, Some(b)) => self.edge("date-by", b, style, Case::In),
            Shape::Between(Some(a), None) => self.edge("date-not-before", a, style, Case::The),
            Shape::Between(Some(a), Some(b)) => self.between(a, b, style),
            // A date has at least one point.
            Shape::Span(..) | Shape::Between(None, None) => self.part("date-not-stated", &[]),
        }
    }

    fn edge(&self, key: &str, point: Point, style: DateStyle, case: Case) -> String {
        self.part(key, &[("date", &self.point(point, style, case))])
    }

    fn one(&self, point: Point, style: DateStyle) -> String {
        if style != DateStyle::Sentence {
            return self.point(point, style, Case::Alone);
        }
        let sure = Point { qualifier: plan::date::Qualifier::of(point.qualifier.about(), false), ..point };
        let lead = if matches!(point.unit, Unit::Day(_)) { "date-on" } else { "date-in" };
        let text = self.edge(lead, sure, style, Case::In);
        if point.qualifier.doubt() { self.part("date-doubt-long", &[("date", &text)]) } else { text }
    }

    fn point(&self, point: Point, style: DateStyle, case: Case) -> String {
        let text = self.unit(point.unit, style, case);
        let key = match (point.qualifier.about(), point.qualifier.doubt()) {
            (false, false) => return text,
            (true, false) => "date-about",
            (false, true) => "date-doubt",
            (true, true) => "date-about-doubt",
        };
        self.part(key, &[("date", &text)])
    }

    fn span(&self, a: Point, b: Point, style: DateStyle) -> String {
        let sentence = style == DateStyle::Sentence;
        let sure = a.qualifier == Default::default() && b.qualifier == Default::default();
        let close = match (a.unit, b.unit) {
            (Unit::Day(a), Unit::Day(b)) => a.month() == b.month() && a.year() == b.year(),
            (Unit::Year(_), Unit::Year(_)) => true,
            _ => sure && self.without_what_is_shared(a, b, style, Case::Alone).is_some(),
        };
        // Two quarters in words are held apart by a word.
        let in_words = style == DateStyle::Paper && [a, b].iter().any(|point| is_part(point.unit));
        let (key, from, to) = match (sentence, sure && !in_words, close) {
            (true, ..) => ("date-from-to", Case::Of, Case::To),
            (false, false, _) => ("date-span-words", Case::Of, Case::To),
            (false, true, true) => ("date-span-close", Case::Alone, Case::Alone),
            (false, true, false) => ("date-span", Case::Alone, Case::Alone),
        };
        let shared = self.without_what_is_shared(a, b, style, from).filter(|_| sure);
        let first = shared.unwrap_or_else(|| self.point(a, style, from));
        self.part(key, &[("first", &first), ("last", &self.point(b, style, to))])
    }

    fn between(&self, a: Point, b: Point, style: DateStyle) -> String {
        let case = if style == DateStyle::Sentence { Case::In } else { Case::Alone };
        if let Some(text) = self.third_of(a, b, style, case) {
            return if case == Case::In { self.part("date-in", &[("date", &text)]) } else { text };
        }
        let sure = a.qualifier == Default::default() && b.qualifier == Default::default();
        let shared = self.without_what_is_shared(a, b, style, Case::The).filter(|_| sure);
        let first = shared.unwrap_or_else(|| self.point(a, style, Case::The));
        self.part("date-between", &[("first", &first), ("last", &self.point(b, style, Case::The))])
    }

    /// "Early 2025", where it is the early, middle or late third of something.
    fn third_of(&self, a: Point, b: Point, style: DateStyle, case: Case) -> Option<String> {
        let sure = a.qualifier == Default::default() && b.qualifier == Default::default();
        let (key, unit) = third(a.unit, b.unit).filter(|_| sure)?;
        Some(self.part(key, &[("date", &self.unit(unit, style, Case::Part)), ("case", case.code())]))
    }

    /// The first of two without the month or year that the second says too.
    fn without_what_is_shared(&self, a: Point, b: Point, style: DateStyle, case: Case) -> Option<String> {
        let long = matches!(style, DateStyle::Sentence | DateStyle::Paper);
        let case = ("case", case.code());
        match (a.unit, b.unit) {
            (Unit::Day(a), Unit::Day(b)) if a.year() == b.year() && a.month() == b.month() => {
                Some(self.part("date-number-alone", &[("day", &self.number(a)), case]))
            }
            (Unit::Day(a), Unit::Day(b)) if a.year() == b.year() => {
                let month = self.month(a.month(), style);
                Some(self.part("date-day-of-month", &[("day", &self.number(a)), ("month", &month), case]))
            }
            (Unit::Month { year: a, month }, Unit::Month { year: b, .. }) if a == b => {
                let (name, which) = (self.month(month.into(), style), format!("month-{month}"));
                Some(self.part("date-month-alone", &[("month", &name), ("which", &which), case]))
            }
            (Unit::Quarter { year: a, quarter }, Unit::Quarter { year: b, .. }) if a == b && !long => {
                Some(self.part("date-quarter-alone", &[("quarter", &quarter.to_string()), case]))
            }
            (Unit::Half { year: a, half }, Unit::Half { year: b, .. }) if a == b && !long => {
                Some(self.part("date-half-alone", &[("half", &half.to_string()), case]))
            }
            // A winter names two years, so it shares none.
            (Unit::Season { year: a, season }, Unit::Season { year: b, season: last })
                if a == b && last != Season::Winter =>
            {
                Some(self.part(&format!("{}-alone", season_key(season)), &[case]))
            }
            _ => None,
        }
    }

    fn unit(&self, unit: Unit, style: DateStyle, case: Case) -> String {
        let long = matches!(style, DateStyle::Sentence | DateStyle::Paper);
        let case = ("case", case.code());
        match unit {
            Unit::Decade(year) => self.part("date-decade", &[("year", &year.to_string()), case]),
            Unit::Year(year) => self.part("date-year", &[("year", &year.to_string()), case]),
            Unit::Half { year, half } if long => {
                self.part(&format!("date-half-long-{half}"), &[("year", &year.to_string()), case])
            }
            Unit::Half { year, half } => {
                self.part("date-half", &[("half", &half.to_string()), ("year", &year.to_string()), case])
            }
            Unit::Quarter { year, quarter } if long => {
                self.part(&format!("date-quarter-long-{quarter}"), &[("year", &year.to_string()), case])
            }
            Unit::Quarter { year, quarter } => {
                self.part("date-quarter", &[("quarter", &quarter.to_string()), ("year", &year.to_string()), case])
            }
            Unit::Season { year, season } => {
                let next = format!("{:02}", (year + 1) % 100);
                self.part(season_key(season), &[("year", &year.to_string()), ("next", &next), case])
            }
            Unit::Month { year, month } => {
                let (name, which) = (self.month(month.into(), style), format!("month-{month}"));
                let year = year.to_string();
                self.part("date-month", &[("month", &name), ("which", &which), ("year", &year), case])
            }
            Unit::Day(day) => {
                let (number, month) = (self.number(day), self.month(day.month(), style));
                let year = day.year().to_string();
                self.part("date-day", &[("day", &number), ("month", &month), ("year", &year), case])
            }
        }
    }

    /// The number of a day in its month: in French the first is "1er".
    fn number(&self, day: NaiveDate) -> String {
        match day.day() {
            1 => self.part("date-number-first", &[]),
            number => self.part("date-number", &[("day", &number.to_string())]),
        }
    }

    fn month(&self, month: u32, style: DateStyle) -> String {
        let short = if style == DateStyle::Cell { "short-" } else { "" };
        self.part(&format!("month-{short}{month}"), &[])
    }
}

/// A quarter or a half of a year.
fn is_part(unit: Unit) -> bool {
    matches!(unit, Unit::Quarter { .. } | Unit::Half { .. })
}

fn season_key(season: Season) -> &'static str {
    match season {
        Season::Spring => "date-spring",
        Season::Summer => "date-summer",
        Season::Autumn => "date-autumn",
        Season::Winter => "date-winter",
    }
}

/// Is it the early, middle or late third of a year or of a month, as typed words are understood?
fn third(a: Unit, b: Unit) -> Option<(&'static str, Unit)> {
    match (a, b) {
        (Unit::Month { year, month: first }, Unit::Month { year: same, month: last }) if year == same => {
            let key = match (first, last) {
                (1, 4) => "date-early",
                (5, 8) => "date-mid",
                (9, 12) => "date-late",
                _ => return None,
            };
            Some((key, Unit::Year(year)))
        }
        (Unit::Day(first), Unit::Day(last)) if (first.year(), first.month()) == (last.year(), last.month()) => {
            let month =
                Unit::Month { year: u16::try_from(first.year()).ok()?, month: u8::try_from(first.month()).ok()? };
            let key = match (first.day(), last.day()) {
                (1, 10) => "date-early",
                (11, 20) => "date-mid",
                (21, _) if month.days()?.1 == last => "date-late",
                _ => return None,
            };
            Some((key, month))
        }
        _ => None,
    }
}
