use super::english;
use crate::{DateStyle, Strings};
use plan::date::{Edge, Point, Qualifier, Season, Shape, Understood, Unit, VagueDate, understand};
use proptest::prelude::*;

fn words(edtf: &str, style: DateStyle) -> String {
    let text = english().date_styled(&VagueDate::parse(edtf).unwrap(), style);
    text.replace('\u{a0}', " ")
}

#[test]
fn dates_are_written_in_full_shortened_and_within_sentences() {
    for (edtf, full, cell, sentence) in [
        ("2025", "2025", "2025", "in 2025"),
        ("2025-12", "December 2025", "Dec 2025", "in December 2025"),
        ("2025-12-16", "16 December 2025", "16 Dec 2025", "on 16 December 2025"),
        ("2025-36", "Q4 2025", "Q4 2025", "in the fourth quarter of 2025"),
        ("2025-40", "H1 2025", "H1 2025", "in the first half of 2025"),
        ("2025-21", "spring 2025", "spring 2025", "in spring 2025"),
        ("2025-24", "winter 2025/26", "winter 2025/26", "in winter 2025/26"),
        ("202X", "the 2020s", "the 2020s", "in the 2020s"),
        ("2027~", "about 2027", "about 2027", "in about 2027"),
        ("2027?", "2027?", "2027?", "in 2027, to be confirmed"),
        ("2027-05-03%", "about 3 May 2027?", "about 3 May 2027?", "on about 3 May 2027, to be confirmed"),
        ("2025-12-16/2025-12-17", "16–17 December 2025", "16–17 Dec 2025", "from 16 to 17 December 2025"),
        (
            "2025-11-30/2025-12-02",
            "30 November – 2 December 2025",
            "30 Nov – 2 Dec 2025",
            "from 30 November to 2 December 2025",
        ),
        (
            "2025-12-30/2026-01-02",
            "30 December 2025 – 2 January 2026",
            "30 Dec 2025 – 2 Jan 2026",
            "from 30 December 2025 to 2 January 2026",
        ),
        ("2026-06/2026-08", "June–August 2026", "Jun–Aug 2026", "from June to August 2026"),
        ("2025-33/2025-34", "Q1–Q2 2025", "Q1–Q2 2025", "from the first quarter of 2025 to the second quarter of 2025"),
        ("2020/2025", "2020–2025", "2020–2025", "from 2020 to 2025"),
        ("2020~/2025", "about 2020 to 2025", "about 2020 to 2025", "from about 2020 to 2025"),
        ("2026-09/..", "from September 2026", "from Sep 2026", "from September 2026"),
        (
            "2026-09/",
            "from September 2026, end not stated",
            "from Sep 2026, end not stated",
            "from September 2026, end not stated",
        ),
        ("../2025", "until 2025", "until 2025", "until 2025"),
        ("/2025", "until 2025, start not stated", "until 2025, start not stated", "until 2025, start not stated"),
        ("[..2030]", "by 2030", "by 2030", "by 2030"),
        ("[2026..]", "not before 2026", "not before 2026", "not before 2026"),
        ("[2025-01..2025-04]", "early 2025", "early 2025", "in early 2025"),
        ("[2025-05..2025-08]", "mid-2025", "mid-2025", "in mid-2025"),
        ("[2025-02-21..2025-02-28]", "late February 2025", "late Feb 2025", "in late February 2025"),
        (
            "[2025-10-20..2025-11-19]",
            "between 20 October and 19 November 2025",
            "between 20 Oct and 19 Nov 2025",
            "between 20 October and 19 November 2025",
        ),
    ] {
        assert_eq!(words(edtf, DateStyle::Full), full);
        assert_eq!(words(edtf, DateStyle::Cell), cell);
        assert_eq!(words(edtf, DateStyle::Sentence), sentence);
    }
}

#[test]
fn in_papers_quarters_and_halves_are_words() {
    for (edtf, paper) in [
        ("2025-36", "the fourth quarter of 2025"),
        ("2025-40", "the first half of 2025"),
        ("2026-33~/..", "from about the first quarter of 2026"),
        ("2025-33/2025-34", "the first quarter of 2025 to the second quarter of 2025"),
        ("2025-12-16/2025-12-17", "16–17 December 2025"),
        ("2020/2025", "2020–2025"),
        ("[2025-01..2025-04]", "early 2025"),
    ] {
        assert_eq!(words(edtf, DateStyle::Paper), paper);
    }
}

#[test]
fn a_day_is_not_parted_from_its_month() {
    assert_eq!(english().date_words(&VagueDate::parse("2025-12-16").unwrap()), "16\u{a0}December 2025");
}

#[test]
fn the_words_of_the_source_come_first_and_nothing_is_not_stated() {
    let strings = english();
    let date = VagueDate::parse("2025-36").unwrap();
    let shown = |date, words| strings.date_shown(date, words, DateStyle::Cell);
    assert_eq!(shown(Some(&date), Some("at its eighty-second session")), "at its eighty-second session");
    assert_eq!(shown(Some(&date), Some(" ")), "Q4\u{a0}2025");
    assert_eq!(shown(None, None), "not stated");
    assert_eq!(strings.date_to_be_confirmed(), "date to be confirmed");
}

#[test]
fn dates_carry_no_marks_of_direction_within() {
    let text = english().date_words(&VagueDate::parse("2025-11-30/2025-12-02").unwrap());
    assert!(!text.contains('\u{2068}'), "{text:?}");
}

#[test]
fn instants_are_told_in_utc() {
    assert_eq!(english().instant_words("2026-11-23T15:32:10+01:00"), "23\u{a0}November 2026, 14:32 UTC");
    assert_eq!(english().instant_words("yesterday"), "yesterday");
}

fn any_unit() -> impl Strategy<Value = Unit> {
    let year = || 1000u16..=9999;
    prop_oneof![
        (100u16..=999).prop_map(|n| Unit::Decade(n * 10)),
        year().prop_map(Unit::Year),
        (year(), 1u8..=2).prop_map(|(year, half)| Unit::Half { year, half }),
        (year(), 0usize..4).prop_map(|(year, s)| Unit::Season { year, season: Season::ALL[s] }),
        (year(), 1u8..=4).prop_map(|(year, quarter)| Unit::Quarter { year, quarter }),
        (year(), 1u8..=12).prop_map(|(year, month)| Unit::Month { year, month }),
        (year(), 0u64..365).prop_map(|(year, n)| {
            Unit::Day(chrono::NaiveDate::from_ymd_opt(i32::from(year), 1, 1).unwrap() + chrono::Days::new(n))
        }),
    ]
}

fn any_point() -> impl Strategy<Value = Point> {
    (any_unit(), any::<bool>(), any::<bool>())
        .prop_map(|(unit, about, doubt)| Point { unit, qualifier: Qualifier::of(about, doubt) })
}

/// Two points, often of the same sort and near each other, since their words share a month or a year then.
fn two_points() -> impl Strategy<Value = (Point, Point)> {
    let near =
        (any_unit(), 0u64..400, any::<bool>()).prop_filter_map("a later unit of the sort", |(unit, days, sure)| {
            let (first, _) = unit.days()?;
            let day = first.checked_add_days(chrono::Days::new(days))?;
            use chrono::Datelike;
            let year = u16::try_from(day.year()).ok()?;
            let month = u8::try_from(day.month()).ok()?;
            let later = match unit {
                Unit::Day(_) => Unit::Day(day),
                Unit::Month { .. } => Unit::Month { year, month },
                Unit::Quarter { .. } => Unit::Quarter { year, quarter: (month - 1) / 3 + 1 },
                Unit::Half { .. } => Unit::Half { year, half: (month - 1) / 6 + 1 },
                Unit::Season { .. } => Unit::Season { year, season: Season::ALL[usize::from(month % 12) / 3] },
                Unit::Year(_) => Unit::Year(year),
                Unit::Decade(_) => Unit::Decade(year / 10 * 10),
            };
            let qualifier = Qualifier::of(!sure, false);
            Some((unit.into(), Point { unit: later, qualifier }))
        });
    prop_oneof![near, (any_point(), any_point())]
}

fn any_date() -> impl Strategy<Value = VagueDate> {
    let open = prop_oneof![Just(Edge::Open), Just(Edge::Unknown)];
    let shape = prop_oneof![
        any_point().prop_map(Shape::One),
        two_points().prop_map(|(a, b)| Shape::Span(Edge::At(a), Edge::At(b))),
        two_points().prop_map(|(a, b)| Shape::Between(Some(a), Some(b))),
        (any_point(), open.clone()).prop_map(|(a, b)| Shape::Span(Edge::At(a), b)),
        (open, any_point()).prop_map(|(a, b)| Shape::Span(a, Edge::At(b))),
        any_point().prop_map(|a| Shape::Between(Some(a), None)),
        any_point().prop_map(|b| Shape::Between(None, Some(b))),
    ];
    shape.prop_filter_map("does not end before it starts", |shape| VagueDate::new(shape).ok())
}

proptest! {
    #[test]
    fn what_is_written_is_understood_again(date in any_date()) {
        for style in [DateStyle::Full, DateStyle::Cell, DateStyle::Sentence] {
            let text = english().date_styled(&date, style);
            prop_assert_eq!(understand(&text, "en"), Understood::Date(date), "{} was written {:?}", date, text);
        }
    }

    #[test]
    fn every_date_has_words_in_every_language(date in any_date()) {
        for lang in ["en", "en-XA", "ar-XB"] {
            let text = Strings::new(lang).date_sentence(&date);
            prop_assert!(!text.contains("date-") && !text.contains('{'), "{}", text);
        }
    }
}
