//! From items to dates. A text may have several readings; all that exist are kept, and the caller asks.

use super::tokens::Item;
use super::words::Sense;
use crate::date::{Edge, Point, Qualifier, Season, Shape, Unit, VagueDate, YEARS};
use chrono::{Datelike, NaiveDate};

/// One meaning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub date: VagueDate,
    /// To be asked about even if it is the only one.
    pub ask: bool,
}

/// "2020-21" is EDTF for spring 2020, and how many people write 2020 to 2021.
pub(super) fn looks_like_two_years(plain: &str) -> bool {
    let years = plain.split_once('-').and_then(|(a, b)| Some((a.parse::<u16>().ok()?, b.parse::<u16>().ok()?)));
    years.is_some_and(|(year, code)| (21..=24).contains(&code) && year % 100 < code)
}

/// Does the text say that there is no date?
pub(super) fn not_stated(items: &[Item]) -> bool {
    let telling: Vec<_> = items.iter().filter(|item| **item != Item::Word(Sense::Filler)).collect();
    // "To be confirmed" beside a date is doubt; alone it says that there is none.
    matches!(telling.as_slice(), [Item::Word(Sense::NotStated | Sense::Doubt)])
}

/// All meanings of a whole text.
pub(super) fn phrase(items: &[Item]) -> Vec<Reading> {
    use Sense::*;
    // "Possibly by 2030", "2026 onwards?": the doubt belongs to the date.
    let mut items = items.to_vec();
    let frame = |item: &Item| matches!(item, Item::Word(From | Until | By | Before | After | NotBefore | Onwards));
    let count = items.len();
    if count > 2 && items[0] == Item::Word(Doubt) && frame(&items[1]) {
        items.swap(0, 1);
    } else if count > 2 && items[count - 1] == Item::Word(Doubt) && frame(&items[count - 2]) {
        items.swap(count - 2, count - 1);
    }
    let items = items.as_slice();
    let (mut rest, mut end_unknown, mut start_unknown) = (items, false, false);
    if let [head @ .., Item::Word(EndUnknown)] = rest {
        (rest, end_unknown) = (head, true);
    }
    if let [head @ .., Item::Word(StartUnknown)] = rest {
        (rest, start_unknown) = (head, true);
    }
    let unknown = end_unknown || start_unknown;
    while let [Item::Word(Filler), tail @ ..] = rest {
        rest = tail;
    }
    match rest {
        [Item::Word(From), middle @ .., Item::Word(Onwards)] | [middle @ .., Item::Word(Onwards)] if !unknown => {
            one_edge(middle, |edge| Shape::Span(edge, Edge::Open))
        }
        [Item::Word(From), tail @ ..] if !start_unknown => {
            let whole = point(tail).iter().any(|loose| loose.complete().is_some());
            let span = if end_unknown || whole { Vec::new() } else { span(tail) };
            if !span.is_empty() {
                return span;
            }
            one_edge(tail, |edge| Shape::Span(edge, if end_unknown { Edge::Unknown } else { Edge::Open }))
        }
        [Item::Word(Until), tail @ ..] if !end_unknown => {
            one_edge(tail, |edge| Shape::Span(if start_unknown { Edge::Unknown } else { Edge::Open }, edge))
        }
        _ if unknown => Vec::new(),
        [Item::Word(Between), tail @ ..] => between(tail),
        [Item::Word(By), tail @ ..] | [tail @ .., Item::Word(By)] => one_day(tail, By),
        [Item::Word(Before), tail @ ..] => one_day(tail, Before),
        [Item::Word(After), tail @ ..] => one_day(tail, After),
        [Item::Word(NotBefore), tail @ ..] | [tail @ .., Item::Word(NotBefore)] => one_day(tail, NotBefore),
        _ => {
            let mut alone: Vec<_> =
                point(rest).into_iter().filter_map(|loose| reading(&loose, loose.complete()?)).collect();
            // 2011/12 is a month, or two years.
            if alone.is_empty()
                || matches!(rest, [Item::Number { digits: 4, .. }, Item::Slash, Item::Number { digits: 2, .. }])
            {
                alone.extend(span(rest));
            }
            alone
        }
    }
}

/// A date as far as one side of a span says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Loose {
    year: Option<u16>,
    part: Option<Part>,
    day: Option<u8>,
    third: Option<Third>,
    weekday: Option<u8>,
    decade: bool,
    about: bool,
    doubt: bool,
    /// Day before month or month before day, where the text leaves it open.
    order: Option<Order>,
    /// The century was not typed.
    short_year: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Month(u8),
    Quarter(u8),
    Half(u8),
    Season(Season),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Third {
    Early,
    Mid,
    Late,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Day,
    Month,
    Year,
}

/// A complete side: one unit, or one day between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whole {
    Point(Point),
    Window(Unit, Unit, Third),
}

impl Loose {
    /// Finds the unit, if year and all are there and the calendar has it.
    fn complete(&self) -> Option<Whole> {
        let year = self.year.filter(|year| YEARS.contains(year))?;
        let month = |month| Unit::Month { year, month };
        let unit = match (self.part, self.day) {
            (Some(Part::Month(month)), Some(day)) => {
                Unit::Day(NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?)
            }
            (_, Some(_)) => return None,
            (None, None) if self.decade => Unit::Decade(year),
            (None, None) => Unit::Year(year),
            (Some(Part::Month(number)), None) => month(number),
            (Some(Part::Quarter(quarter)), None) => Unit::Quarter { year, quarter },
            (Some(Part::Half(half)), None) => Unit::Half { year, half },
            (Some(Part::Season(season)), None) => Unit::Season { year, season },
        };
        let (_, last) = unit.days()?;
        if (self.decade && (self.part.is_some() || self.third.is_some()))
            || (self.weekday.is_some() && !self.falls_on(unit))
        {
            return None;
        }
        let qualifier = Qualifier::of(self.about, self.doubt);
        let Some(third) = self.third else { return Some(Whole::Point(Point { unit, qualifier })) };
        let (first, last) = match (unit, third) {
            (Unit::Year(_), Third::Early) => (month(1), month(4)),
            (Unit::Year(_), Third::Mid) => (month(5), month(8)),
            (Unit::Year(_), Third::Late) => (month(9), month(12)),
            (Unit::Month { .. }, third) => {
                let day = |n| last.with_day(n).map(Unit::Day);
                match third {
                    Third::Early => (day(1)?, day(10)?),
                    Third::Mid => (day(11)?, day(20)?),
                    Third::Late => (day(21)?, Unit::Day(last)),
                }
            }
            _ => return None,
        };
        // "About early 2025" says no more than "early 2025".
        (!self.doubt).then_some(Whole::Window(first, last, third))
    }

    fn falls_on(&self, unit: Unit) -> bool {
        matches!(unit, Unit::Day(day) if Some(day.weekday().num_days_from_monday() as u8) == self.weekday)
    }

    /// The edge of a span; early, mid and late become "about".
    fn edge(&self) -> Option<Point> {
        match self.complete()? {
            Whole::Point(point) => Some(point),
            Whole::Window(Unit::Month { year, .. }, _, third) => {
                let unit = match third {
                    Third::Early => Unit::Quarter { year, quarter: 1 },
                    Third::Mid => Unit::Month { year, month: 7 },
                    Third::Late => Unit::Quarter { year, quarter: 4 },
                };
                Some(Point { unit, qualifier: Qualifier::About })
            }
            Whole::Window(..) => None,
        }
    }

    fn with_day_of(&self, day: Option<NaiveDate>) -> Option<Point> {
        Some(Point { unit: Unit::Day(day?), qualifier: Qualifier::of(self.about, self.doubt) })
    }
}

fn reading(loose: &Loose, whole: Whole) -> Option<Reading> {
    let shape = match whole {
        Whole::Point(point) => Shape::One(point),
        Whole::Window(a, b, _) => Shape::Between(Some(a.into()), Some(b.into())),
    };
    made(shape, loose.short_year)
}

fn made(shape: Shape, ask: bool) -> Option<Reading> {
    VagueDate::new(shape).ok().map(|date| Reading { date, ask })
}

fn one_edge(items: &[Item], shape: impl Fn(Edge) -> Shape) -> Vec<Reading> {
    let read = |loose: &Loose| made(shape(Edge::At(loose.edge()?)), loose.short_year);
    point(items).iter().filter_map(read).collect()
}

/// "By", "before", "after" and "not before".
fn one_day(items: &[Item], how: Sense) -> Vec<Reading> {
    let mut items = items;
    // "By the end of 2030" is "by 2030".
    while let [Item::Word(Sense::Filler), tail @ ..] = items {
        items = tail;
    }
    let mut how = how;
    if matches!(how, Sense::By | Sense::Before)
        && let [Item::Word(Sense::End), tail @ ..] = items
    {
        (items, how) = (tail, Sense::By);
    }
    let read = |loose: &Loose| {
        let mut loose = *loose;
        // The end of 2030 is the last that "by" allows, and nothing else.
        let (a, b) = match loose.complete()? {
            Whole::Point(point) => (point, point),
            Whole::Window(a, b, _) => (a.into(), b.into()),
        };
        let (first, last) = (a.unit.days()?.0, b.unit.days()?.1);
        let shape = match how {
            Sense::By => Shape::Between(None, Some(b)),
            Sense::NotBefore => Shape::Between(Some(a), None),
            Sense::Before => {
                let whole_year = matches!(b.unit, Unit::Year(_)) && loose.third.is_none();
                loose.year = loose.year.map(|year| year - 1);
                let edge = if whole_year { loose.edge() } else { loose.with_day_of(first.pred_opt()) };
                Shape::Between(None, Some(edge?))
            }
            _ => {
                let whole_year = matches!(a.unit, Unit::Year(_)) && loose.third.is_none();
                loose.year = loose.year.map(|year| year + 1);
                let edge = if whole_year { loose.edge() } else { loose.with_day_of(last.succ_opt()) };
                Shape::Between(Some(edge?), None)
            }
        };
        made(shape, loose.short_year)
    };
    point(items).iter().filter_map(read).collect()
}

fn between(items: &[Item]) -> Vec<Reading> {
    pairs(
        items,
        |item| matches!(item, Item::Dash | Item::Word(Sense::And | Sense::To)),
        |a, b| {
            let first = match a.complete()? {
                Whole::Point(point) => point,
                Whole::Window(first, ..) => first.into(),
            };
            let last = match b.complete()? {
                Whole::Point(point) => point,
                Whole::Window(_, last, _) => last.into(),
            };
            Some(Shape::Between(Some(first), Some(last)))
        },
    )
}

fn span(items: &[Item]) -> Vec<Reading> {
    let shape = |a: &Loose, b: &Loose| Some(Shape::Span(Edge::At(a.edge()?), Edge::At(b.edge()?)));
    let strong = |item: &Item| matches!(item, Item::Dash | Item::Word(Sense::To | Sense::Until));
    if items.iter().any(strong) {
        return pairs(items, strong, shape);
    }
    let joined = pairs(
        items,
        |item| *item == Item::Word(Sense::And),
        |a, b| {
            // "16 and 17 December" is a span of two days; "16 and 20 December" is two dates.
            let (Unit::Day(first), Unit::Day(last)) = (a.edge()?.unit, b.edge()?.unit) else { return None };
            (first.succ_opt() == Some(last)).then(|| shape(a, b))?
        },
    );
    if !joined.is_empty() {
        return joined;
    }
    let mut found = pairs(items, |item| *item == Item::Hyphen, shape);
    // Among words, a slash is "to" or "or": both are kept, and asked about. Among numbers it is EDTF's (2024/25).
    let words = items.iter().any(|item| matches!(item, Item::Word(_)));
    for reading in pairs(items, |item| *item == Item::Slash, shape) {
        found.push(reading);
        if let Shape::Span(Edge::At(a), Edge::At(b)) = reading.date.shape()
            && words
        {
            found.extend(made(Shape::Between(Some(a), Some(b)), reading.ask));
        }
    }
    found
}

/// Splits at each separator and reads both sides, each filled from the other.
fn pairs(
    items: &[Item],
    separator: impl Fn(&Item) -> bool,
    shape: impl Fn(&Loose, &Loose) -> Option<Shape>,
) -> Vec<Reading> {
    let mut found = Vec::new();
    for (at, _) in items.iter().enumerate().filter(|(_, item)| separator(item)) {
        let (left, right) = (point(&items[..at]), point(&items[at + 1..]));
        for a in &left {
            for b in &right {
                if a.order.is_some() && b.order.is_some() && a.order != b.order {
                    continue;
                }
                let Some((a, b)) = filled(*a, *b) else { continue };
                found.extend(shape(&a, &b).and_then(|shape| made(shape, a.short_year || b.short_year)));
            }
        }
    }
    found
}

/// Each side with what only the other said: "16–17 December 2025", "December 16–17, 2025", "2024–25".
fn filled(mut a: Loose, mut b: Loose) -> Option<(Loose, Loose)> {
    if a.year.is_some() && a.part.is_none() && a.day.is_none() && b.year.is_none() && b.part.is_none() {
        let year = a.year? / 100 * 100 + u16::from(b.day.take()?);
        b.year = (Some(year) > a.year).then_some(year);
        b.year?;
        return Some((a, b));
    }
    if b.part.is_none() && b.day.is_some() {
        b.part = a.part;
    }
    if a.part.is_none() && a.day.is_some() {
        a.part = b.part;
    }
    b.year = b.year.or(a.year);
    if a.year.is_none() {
        a.year = b.year;
        let days = |loose: &Loose| loose.edge().and_then(|point| point.unit.days());
        // "28 December – 2 January 2026" begins in the year before.
        if let (Some((first, _)), Some((_, last))) = (days(&a), days(&b))
            && first > last
            && a.part != b.part
        {
            a.year = a.year.map(|year| year - 1);
        }
    }
    Some((a, b))
}

/// All readings of one side: a date in numbers, or a bag of words and numbers in any order.
fn point(items: &[Item]) -> Vec<Loose> {
    let mut base = Loose::default();
    let mut core = Vec::new();
    for item in items {
        match item {
            Item::Word(Sense::Filler) => {}
            Item::Word(Sense::About) if !base.about => base.about = true,
            Item::Word(Sense::Doubt) if !base.doubt => base.doubt = true,
            Item::Word(Sense::Weekday(day)) if base.weekday.is_none() => base.weekday = Some(*day),
            item => core.push(*item),
        }
    }
    match core.as_slice() {
        [
            Item::Number { value: a, digits: da },
            s,
            Item::Number { value: b, digits: db },
            t,
            Item::Number { value: c, digits: dc },
        ] if s == t && matches!(s, Item::Hyphen | Item::Slash | Item::Dot) => {
            numbers(base, (*a, *da), (*b, *db), (*c, *dc))
        }
        [Item::Number { value: year, digits: 4 }, Item::Slash | Item::Dot, Item::Number { value: month, .. }]
        | [
            Item::Number { value: month, .. },
            Item::Slash | Item::Dot | Item::Hyphen,
            Item::Number { value: year, digits: 4 },
        ] if (1..=12).contains(month) => {
            vec![Loose { year: Some(*year), part: Some(Part::Month(*month as u8)), ..base }]
        }
        core => bag(base, core).into_iter().collect(),
    }
}

/// Three numbers: every order in which a day exists.
fn numbers(base: Loose, a: (u16, u8), b: (u16, u8), c: (u16, u8)) -> Vec<Loose> {
    let full = |n: (u16, u8)| n.1 == 4;
    let short = |n: (u16, u8)| n.1 <= 2;
    let try_one = |year: (u16, u8), month: (u16, u8), day: (u16, u8), order| {
        let short_year = short(year);
        let number = if short_year { 2000 + year.0 } else { year.0 };
        let (Ok(month), Ok(day)) = (u8::try_from(month.0), u8::try_from(day.0)) else { return None };
        let loose = Loose {
            year: Some(number),
            part: Some(Part::Month(month)),
            day: Some(day),
            order: Some(order),
            short_year,
            ..base
        };
        loose.complete().map(|_| loose)
    };
    let mut found: Vec<Loose> = if full(a) && short(b) && short(c) {
        try_one(a, b, c, Order::Year).into_iter().collect()
    } else if short(a) && short(b) && full(c) {
        [try_one(c, b, a, Order::Day), try_one(c, a, b, Order::Month)].into_iter().flatten().collect()
    } else if a.1 == 2 && b.1 == 2 && c.1 == 2 || (short(a) && short(b) && c.1 == 2) {
        [try_one(c, b, a, Order::Day), try_one(c, a, b, Order::Month), try_one(a, b, c, Order::Year)]
            .into_iter()
            .flatten()
            .collect()
    } else {
        Vec::new()
    };
    // 3/3/2025 is one day either way.
    if let [first, second] = found.as_slice()
        && first.complete() == second.complete()
    {
        found.truncate(1);
        found.iter_mut().for_each(|loose| loose.order = None);
    }
    found
}

/// Words and numbers in any order, each at most once.
fn bag(base: Loose, items: &[Item]) -> Option<Loose> {
    let mut loose = base;
    let (mut small, mut quarter, mut half, mut last, mut winter, mut edge) = (None, false, false, false, false, None);
    let set_part = |loose: &mut Loose, part| loose.part.replace(part).is_none();
    for (at, item) in items.iter().enumerate() {
        let word = |n: Option<usize>| n.and_then(|n| items.get(n)).is_some_and(|item| matches!(item, Item::Word(_)));
        let part = |n: Option<usize>| {
            n.and_then(|n| items.get(n)).is_some_and(|item| matches!(item, Item::Word(Sense::Quarter | Sense::Half)))
        };
        let once = match *item {
            Item::Number { value, digits: 4 } => match loose.year {
                None => loose.year.replace(value).is_none(),
                Some(year) => second_winter(items, at, year + 1 == value) && !std::mem::replace(&mut winter, true),
            },
            Item::Number { value, digits: 1 | 2 } => match loose.year {
                Some(year) if second_winter(items, at, (year + 1) % 100 == value) => {
                    !std::mem::replace(&mut winter, true)
                }
                _ => u8::try_from(value).is_ok_and(|value| small.replace(value).is_none()),
            },
            Item::Word(Sense::Month(month)) => set_part(&mut loose, Part::Month(month)),
            Item::Word(Sense::Season(season)) => set_part(&mut loose, Part::Season(Season::ALL[usize::from(season)])),
            Item::Word(Sense::Quarter) => !std::mem::replace(&mut quarter, true),
            Item::Word(Sense::Half) => !std::mem::replace(&mut half, true),
            Item::Word(Sense::Ordinal(number)) => small.replace(number).is_none(),
            Item::Word(Sense::Last) => !std::mem::replace(&mut last, true),
            Item::Word(Sense::Decade) => !std::mem::replace(&mut loose.decade, true),
            Item::Word(Sense::Early) => loose.third.replace(Third::Early).is_none(),
            Item::Word(Sense::Mid) => loose.third.replace(Third::Mid).is_none(),
            Item::Word(Sense::Late) => loose.third.replace(Third::Late).is_none(),
            Item::Word(sense @ (Sense::Beginning | Sense::End)) => edge.replace(sense).is_none(),
            // "Q4-2025", "16-Dec-2025", "mid-2025", "Q4/2025", "16. December".
            Item::Hyphen | Item::Slash | Item::Dot | Item::Dash if loose.part == Some(Part::Season(Season::Winter)) => {
                true
            }
            Item::Hyphen | Item::Slash => {
                word(at.checked_sub(1)) || word(Some(at + 1)) || part(at.checked_sub(2)) || part(Some(at + 2))
            }
            Item::Dot => word(Some(at + 1)) || at + 1 == items.len(),
            _ => false,
        };
        if !once {
            return None;
        }
    }
    if let Some(sense) = edge {
        let beginning = sense == Sense::Beginning;
        match (loose.part, loose.year) {
            // Of a year: its first or last quarter, which people can read back; of a month: its first or last days.
            (None, Some(_)) if loose.third.is_none() && small.is_none() && !quarter && !half && !last => {
                loose.part = Some(Part::Quarter(if beginning { 1 } else { 4 }));
            }
            (Some(Part::Month(_)), _) if loose.third.is_none() && small.is_none() => {
                loose.third = Some(if beginning { Third::Early } else { Third::Late });
            }
            _ => return None,
        }
    }
    match (quarter, half) {
        (true, true) => return None,
        (true, false) => {
            let number = if last { small.is_none().then_some(4) } else { small.take().filter(|n| (1..=4).contains(n)) };
            set_part(&mut loose, Part::Quarter(number?)).then_some(())?;
        }
        (false, true) => {
            let number = if last { small.is_none().then_some(2) } else { small.take().filter(|n| (1..=2).contains(n)) };
            set_part(&mut loose, Part::Half(number?)).then_some(())?;
        }
        (false, false) if last => return None,
        (false, false) => {}
    }
    loose.day = small;
    let said = loose.year.is_some() || loose.part.is_some() || loose.day.is_some();
    (said && (loose.day.is_none() || loose.third.is_none())).then_some(loose)
}

/// The 26 of "winter 2025/26".
fn second_winter(items: &[Item], at: usize, next_year: bool) -> bool {
    let winter = items.contains(&Item::Word(Sense::Season(3)));
    let joined = at > 0 && matches!(items[at - 1], Item::Slash | Item::Hyphen | Item::Dash);
    winter && joined && next_year
}
