//! What texts from elsewhere mean in a field: names of rows, words of choices, dates, numbers.

use std::collections::HashMap;

use chrono::Datelike;
use plan::Value;
use plan::date::{Shape, Understood, Unit, VagueDate, understand};
use plan::fold::fold;
use plan::kinds::{Field, FieldType, Kind};
use plan::state::{Id, State};
use serde_json::Value as Json;

use crate::names;
use crate::session::Call;
use crate::types::DateOrder;

/// What a text means in a field.
pub(super) enum Reading {
    /// A value, and for a date the words as given.
    Value(Json, Option<String>),
    /// A date of which it is not known which comes first, the day or the month: with the day first, with the month first.
    Order(VagueDate, VagueDate),
    /// Why it has no place there.
    Not(String),
}

/// Reads texts. What is looked up is gathered once.
pub(super) struct Reader<'a> {
    call: &'a Call,
    state: &'a State,
    order: Option<DateOrder>,
    /// Rows by what they are called.
    names: HashMap<Kind, HashMap<String, Vec<Id>>>,
}

impl<'a> Reader<'a> {
    pub fn new(call: &'a Call, state: &'a State, order: Option<DateOrder>) -> Self {
        Reader { call, state, order, names: HashMap::new() }
    }

    pub fn read(&mut self, kind: Kind, field: &'static Field, text: &str) -> Reading {
        let strings = &self.call.strings;
        let bare = text.trim();
        if bare.is_empty() {
            return Reading::Value(Json::Null, None);
        }
        match field.ty {
            FieldType::Text | FieldType::LongText | FieldType::Order => Reading::Value(Json::from(bare), None),
            FieldType::Date => self.date(bare),
            FieldType::Choice(codes) => {
                let wanted = fold(bare);
                let fits = |code: &&&str| {
                    fold(&strings.choice(kind, field.name, code)) == wanted || fold(&code.replace('_', " ")) == wanted
                };
                match codes.iter().find(|code| **code == bare).or_else(|| codes.iter().find(fits)) {
                    Some(code) => Reading::Value(Json::from(*code), None),
                    None => Reading::Not(strings.cell_left_choice(&short(bare))),
                }
            }
            FieldType::Reference(target, _) => match self.row(target, bare) {
                Ok(id) => Reading::Value(Json::from(&*id), None),
                Err(why) => Reading::Not(why),
            },
            FieldType::References(target) => match self.rows(target, bare) {
                Ok(ids) => Reading::Value(Json::from(ids), None),
                Err(why) => Reading::Not(why),
            },
            FieldType::Texts => {
                let mark = if bare.contains([';', '\n']) { [';', '\n'] } else { [',', '\n'] };
                let parts = bare.split(mark).map(str::trim).filter(|part| !part.is_empty());
                Reading::Value(Json::from(parts.collect::<Vec<_>>()), None)
            }
            FieldType::Integer | FieldType::Decimal => match number(bare) {
                Number::One(number) => match field.ty {
                    FieldType::Integer if number.fract() != 0.0 => Reading::Not(strings.cell_left_number(&short(bare))),
                    FieldType::Integer => Reading::Value(Json::from(number as i64), None),
                    _ => Reading::Value(Json::from(number), None),
                },
                Number::Two => Reading::Not(strings.cell_left_two_numbers(&short(bare))),
                Number::None => Reading::Not(strings.cell_left_number(&short(bare))),
            },
            FieldType::Flag => match fold(bare).as_str() {
                "1" | "x" | "true" | "✓" | "✔" | "☑" | "☒" => Reading::Value(Json::Bool(true), None),
                "0" | "false" | "-" | "–" | "☐" => Reading::Value(Json::Bool(false), None),
                word if word == fold(&strings.yes()) || word == "yes" => Reading::Value(Json::Bool(true), None),
                word if word == fold(&strings.no()) || word == "no" => Reading::Value(Json::Bool(false), None),
                _ => Reading::Not(strings.cell_left_flag()),
            },
        }
    }

    fn date(&self, text: &str) -> Reading {
        let strings = &self.call.strings;
        if let Ok(date) = VagueDate::parse(text) {
            return Reading::Value(Json::from(date.to_string()), None);
        }
        match understand(text, &self.call.language) {
            Understood::Date(date) => {
                // Words that say no more than the date itself are not kept.
                let words = (!is_plain(&date) && text.chars().any(char::is_alphabetic)).then(|| text.to_owned());
                Reading::Value(Json::from(date.to_string()), words)
            }
            Understood::NotStated => Reading::Value(Json::Null, None),
            Understood::Ambiguous(dates) => match (in_order(text, &dates), self.order) {
                (Some((day, _)), Some(DateOrder::DayFirst)) => Reading::Value(Json::from(day.to_string()), None),
                (Some((_, month)), Some(DateOrder::MonthFirst)) => Reading::Value(Json::from(month.to_string()), None),
                (Some((day, month)), None) => Reading::Order(day, month),
                (None, _) => Reading::Not(strings.cell_left_two_dates(&short(text))),
            },
            Understood::NotUnderstood => match VagueDate::parse(text) {
                Err(error) if error.code == plan::date::DateError::NO_SUCH_DAY => {
                    Reading::Not(strings.cell_left_no_such_day(&short(text)))
                }
                _ if self.is_no_such_day(text) => Reading::Not(strings.cell_left_no_such_day(&short(text))),
                _ => Reading::Not(strings.cell_left_date(&short(text))),
            },
        }
    }

    /// Whether it would be a date if its day were the first.
    fn is_no_such_day(&self, text: &str) -> bool {
        let digits = |c: char| c.is_ascii_digit();
        let runs = text.match_indices(digits).map(|(at, _)| at).filter(|at| !text[..*at].ends_with(digits));
        runs.into_iter().any(|at| {
            let end = text[at..].find(|c| !digits(c)).map_or(text.len(), |length| at + length);
            let first = format!("{}1{}", &text[..at], &text[end..]);
            end - at <= 2
                && !matches!(understand(&first, &self.call.language), Understood::NotUnderstood | Understood::NotStated)
        })
    }

    /// The one row of that name, acronym, alias, code, reference or title.
    fn row(&mut self, kind: Kind, text: &str) -> Result<Id, String> {
        let call = self.call;
        let state = self.state;
        if let Some(row) = state.row(kind, text) {
            return Ok(row.id().clone());
        }
        let names = self.names.entry(kind).or_insert_with(|| names_of(call, state, kind));
        let whole = fold(text);
        // "ITU · International Telecommunication Union": as it is offered where it is chosen.
        let first = text.split(" · ").next().map(fold).filter(|first| *first != whole);
        let found = names.get(&whole).or_else(|| names.get(&first?));
        match found.map(Vec::as_slice) {
            Some([id]) => Ok(id.clone()),
            Some([_, _, ..]) => Err(call.strings.cell_left_several(&short(text))),
            _ => Err(call.strings.cell_left_unknown(&call.strings.kinds(kind), &short(text))),
        }
    }

    /// Several, apart from each other by semicolons, lines or commas. Names may have commas themselves.
    fn rows(&mut self, kind: Kind, text: &str) -> Result<Vec<String>, String> {
        if let Ok(id) = self.row(kind, text) {
            return Ok(vec![id.to_string()]);
        }
        let mut ids = Vec::new();
        for part in text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            if let Ok(id) = self.row(kind, part) {
                ids.push(id.to_string());
                continue;
            }
            for piece in part.split(',').map(str::trim).filter(|piece| !piece.is_empty()) {
                ids.push(self.row(kind, piece)?.to_string());
            }
        }
        Ok(ids)
    }
}

/// All that rows of a kind are called, folded.
fn names_of(call: &Call, state: &State, kind: Kind) -> HashMap<String, Vec<Id>> {
    let mut names: HashMap<String, Vec<Id>> = HashMap::new();
    for row in state.rows(kind) {
        let mut called: Vec<String> =
            ["reference", "acronym", "code", "symbol", "number", "short_title", "title", "name"]
                .iter()
                .filter_map(|field| match row.get(field)? {
                    Value::Text(text) => Some(fold(text)),
                    Value::Int(number) => Some(number.to_string()),
                    _ => None,
                })
                .collect();
        called.push(fold(&names::short_of(&call.strings, state, row)));
        called.extend(row.get("aliases").and_then(Value::set).unwrap_or_default().iter().map(|alias| fold(alias)));
        called.sort_unstable();
        called.dedup();
        for name in called.into_iter().filter(|name| !name.is_empty()) {
            names.entry(name).or_default().push(row.id().clone());
        }
    }
    names
}

/// A text for a sentence: not as long as what may be in a cell.
pub(super) fn short(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = line.chars().take(80).collect();
    if cut.len() < line.len() {
        cut.push('…');
    }
    cut
}

/// A day, a month, a year: nothing that its words would say better.
fn is_plain(date: &VagueDate) -> bool {
    matches!(date.shape(), Shape::One(point) if matches!(point.unit, Unit::Day(_)) && !point.qualifier.about() && !point.qualifier.doubt())
}

/// Runs of digits of any of the scripts that people here write in.
fn groups(text: &str) -> Vec<u32> {
    let digit = |c: char| match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(c as u32 - 0x6f0),
        _ => None,
    };
    let mut found: Vec<u32> = Vec::new();
    let mut within = false;
    for c in text.chars() {
        match (digit(c), within) {
            (Some(d), true) => {
                if let Some(last) = found.last_mut() {
                    *last = last.saturating_mul(10).saturating_add(d);
                }
            }
            (Some(d), false) => found.push(d),
            (None, _) => {}
        }
        within = digit(c).is_some();
    }
    found
}

/// The meaning with the day first and the one with the month first, where a text is three numbers. One that there is not is
/// the other one: 16.12.25 can only be read in one way, though its century was not written.
fn in_order(text: &str, dates: &[VagueDate]) -> Option<(VagueDate, VagueDate)> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let (first, second) = match groups(text)[..] {
        [year, first, second] if year > 31 => (first, second),
        [first, second, _] => (first, second),
        _ => return None,
    };
    let with = |day: u32, month: u32| {
        dates.iter().copied().find(|date| match date.shape() {
            Shape::One(point) => matches!(point.unit, Unit::Day(d) if d.day() == day && d.month() == month),
            _ => false,
        })
    };
    match (with(first, second), with(second, first)) {
        (Some(day), Some(month)) => Some((day, month)),
        (Some(only), None) | (None, Some(only)) => Some((only, only)),
        (None, None) => None,
    }
}

enum Number {
    One(f64),
    /// It can be read in two ways: 1,234.
    Two,
    None,
}

/// A number as people write it, with a comma or a point for decimals.
fn number(text: &str) -> Number {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{a0}' | '\u{202f}')).collect();
    let (negative, digits) = match bare.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, bare.strip_prefix('+').unwrap_or(&bare)),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return Number::None;
    }
    let marks: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let grouped = |text: &str, mark: char| {
        let mut parts = text.split(mark);
        let first = parts.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3)
    };
    let plain = match marks[..] {
        [] => digits.to_owned(),
        [mark] => {
            let (whole, part) = digits.split_once(mark).unwrap_or_default();
            if part.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
                return Number::Two;
            }
            format!("{whole}.{part}")
        }
        [mark, ..] if marks.iter().all(|other| *other == mark) => {
            if !grouped(digits, mark) {
                return Number::None;
            }
            digits.replace(mark, "")
        }
        [group, .., decimal] => {
            let Some((whole, part)) = digits.rsplit_once(decimal) else { return Number::None };
            if whole.contains(decimal) || !grouped(whole, group) {
                return Number::None;
            }
            format!("{}.{part}", whole.replace(group, ""))
        }
    };
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() && number.abs() < 9e15 => Number::One(if negative { -number } else { number }),
        _ => Number::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<f64> {
        match number(text) {
            Number::One(number) => Some(number),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_read_with_a_comma_or_a_point() {
        assert_eq!(read("3,5"), Some(3.5));
        assert_eq!(read("3.5"), Some(3.5));
        assert_eq!(read("1 234,50"), Some(1234.5));
        assert_eq!(read("1.234.567"), Some(1_234_567.0));
        assert_eq!(read("1,234.5"), Some(1234.5));
        assert_eq!(read("−2"), Some(-2.0));
        assert_eq!(read("0,125"), Some(0.125));
        assert!(matches!(number("1,234"), Number::Two));
        for wrong in ["", "12a", "1.2.3", "1,23,4", "--1", "1e400"] {
            assert!(matches!(number(wrong), Number::None), "{wrong}");
        }
    }

    #[test]
    fn a_day_of_numbers_has_a_reading_for_each_order() {
        let dates = |text: &str| match understand(text, "en") {
            Understood::Ambiguous(dates) => in_order(text, &dates).map(|(d, m)| (d.to_string(), m.to_string())),
            _ => None,
        };
        assert_eq!(dates("03/04/2026"), Some(("2026-04-03".into(), "2026-03-04".into())));
        assert_eq!(dates("16.12.25"), Some(("2025-12-16".into(), "2025-12-16".into())));
        assert_eq!(dates("2020-21"), None);
    }
}
