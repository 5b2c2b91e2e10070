//! What the dates promise, as sentences and as laws.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use proptest::prelude::*;

fn date(text: &str) -> VagueDate {
    VagueDate::parse(text).unwrap_or_else(|e| panic!("{text} should be a date: {e}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(text: &str) -> [Option<String>; 4] {
    four(date(text).bounds())
}

fn four(b: Bounds) -> [Option<String>; 4] {
    [b.start_not_before, b.start_not_after, b.end_not_before, b.end_not_after].map(|d| d.map(|d| d.to_string()))
}

fn some(days: [&str; 4]) -> [Option<String>; 4] {
    days.map(|d| (!d.is_empty()).then(|| d.to_owned()))
}

#[test]
fn a_year_is_one_unknown_day_in_it() {
    assert_eq!(days("2025"), some(["2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"]));
    assert_eq!(days("2024-02"), some(["2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"]));
    assert_eq!(days("2025-12-16"), some(["2025-12-16"; 4]));
}

#[test]
fn a_span_has_both_its_days() {
    assert_eq!(days("2025-12-16/2025-12-17"), some(["2025-12-16", "2025-12-16", "2025-12-17", "2025-12-17"]));
    assert_eq!(days("2020/2025"), some(["2020-01-01", "2020-12-31", "2025-01-01", "2025-12-31"]));
}

#[test]
fn the_ends_of_a_span_narrow_each_other() {
    assert_eq!(days("2025-06/2025"), some(["2025-06-01", "2025-06-30", "2025-06-01", "2025-12-31"]));
    assert_eq!(days("2025/2025-06"), some(["2025-01-01", "2025-06-30", "2025-06-01", "2025-06-30"]));
}

#[test]
fn quarters_seasons_halves_and_decades_have_their_days() {
    assert_eq!(days("2025-33")[..2], some(["2025-01-01", "2025-03-31", "", ""])[..2]);
    assert_eq!(days("2025-36")[..2], some(["2025-10-01", "2025-12-31", "", ""])[..2]);
    assert_eq!(days("2025-21")[..2], some(["2025-03-01", "2025-05-31", "", ""])[..2]);
    assert_eq!(days("2025-24")[..2], some(["2025-12-01", "2026-02-28", "", ""])[..2]);
    assert_eq!(days("2025-40")[..2], some(["2025-01-01", "2025-06-30", "", ""])[..2]);
    assert_eq!(days("2025-41")[..2], some(["2025-07-01", "2025-12-31", "", ""])[..2]);
    assert_eq!(days("202X")[..2], some(["2020-01-01", "2029-12-31", "", ""])[..2]);
}

#[test]
fn about_is_half_a_unit_wider_each_way_and_doubt_is_not() {
    assert_eq!(days("2027~")[..2], some(["2026-07-01", "2028-06-30", "", ""])[..2]);
    assert_eq!(days("2025-12-16~")[..2], some(["2025-12-15", "2025-12-17", "", ""])[..2]);
    assert_eq!(days("2025-12~")[..2], some(["2025-11-16", "2026-01-15", "", ""])[..2]);
    assert_eq!(days("2027?"), days("2027"));
    assert_eq!(days("2027%"), days("2027~"));
    assert!(date("2027%").in_doubt() && date("2027?/2028").in_doubt() && !date("2027~").in_doubt());
}

#[test]
fn what_goes_on_has_no_end_and_what_ends_some_day_does_not_end_before_it_starts() {
    assert_eq!(days("2026-09/.."), some(["2026-09-01", "2026-09-30", "", ""]));
    assert_eq!(days("2026-09/"), some(["2026-09-01", "2026-09-30", "2026-09-01", ""]));
    assert_eq!(days("../2025"), some(["", "", "2025-01-01", "2025-12-31"]));
    assert_eq!(days("/2025"), some(["", "2025-12-31", "2025-01-01", "2025-12-31"]));
}

#[test]
fn by_a_year_is_one_day_up_to_its_last() {
    assert_eq!(days("[..2030]"), some(["", "2030-12-31", "", "2030-12-31"]));
    assert_eq!(days("[2026-06..2026-08]"), some(["2026-06-01", "2026-08-31", "2026-06-01", "2026-08-31"]));
    assert_eq!(days("[2026..]"), some(["2026-01-01", "", "2026-01-01", ""]));
}

#[test]
fn what_is_no_date_is_refused_with_a_reason() {
    for (text, code) in [
        ("", DateError::NOT_A_DATE),
        ("soon", DateError::NOT_A_DATE),
        ("25", DateError::NOT_A_DATE),
        (" 2025", DateError::NOT_A_DATE),
        ("2025-1", DateError::NOT_A_DATE),
        ("2025-12-16-1", DateError::NOT_A_DATE),
        ("2025~?", DateError::NOT_A_DATE),
        ("٢٠٢٥", DateError::NOT_A_DATE),
        ("2025/2026/2027", DateError::NOT_A_DATE),
        ("../..", DateError::NOT_A_DATE),
        ("/", DateError::NOT_A_DATE),
        ("[..]", DateError::NOT_A_DATE),
        ("[2025]", DateError::NOT_A_DATE),
        ("2025-13", DateError::NO_SUCH_DAY),
        ("2025-02-29", DateError::NO_SUCH_DAY),
        ("2025-00", DateError::NO_SUCH_DAY),
        ("2026/2025", DateError::BACKWARDS),
        ("[2026..2025-12]", DateError::BACKWARDS),
        ("0999", DateError::OUT_OF_RANGE),
    ] {
        assert_eq!(VagueDate::parse(text).map_err(|e| e.code), Err(code), "{text:?}");
    }
}

#[test]
fn dates_sort_by_their_first_day_then_the_finer_one_first() {
    let sorted = [
        "../2020",
        "2024",
        "2025-01-01",
        "2025-01",
        "2025-33",
        "2025",
        "2025/2026",
        "2025~",
        "2025-02",
        "[..2025]",
        "2026",
    ];
    let mut dates: Vec<_> = sorted.iter().rev().map(|text| date(text)).collect();
    dates.sort_by_key(VagueDate::sort_key);
    let texts: Vec<_> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "../2020",
            "2024",
            "2025~",
            "2025-01-01",
            "2025-01",
            "2025-33",
            "2025",
            "2025/2026",
            "2025-02",
            "[..2025]",
            "2026"
        ]
    );
}

#[test]
fn a_milestone_hangs_on_a_vague_anchor_and_is_as_vague() {
    let shift = |text: &str, distance, unit, from| {
        let bounds = date(text).shift(distance, unit, from).unwrap();
        VagueDate::from_bounds(&bounds).map(|d| d.to_string()).unwrap_or_default()
    };
    use DistanceUnit::*;
    use ShiftFrom::*;
    assert_eq!(shift("2025-12-16", -30, Days, Start), "2025-11-16");
    assert_eq!(shift("2025-12-16/2025-12-17", 2, Weeks, End), "2025-12-31");
    assert_eq!(shift("2025", 1, Years, Start), "2026");
    assert_eq!(shift("2025-12", -42, Days, Start), "[2025-10-20..2025-11-19]");
    assert_eq!(shift("2025-01", 2, Months, Start), "2025-03");
    assert_eq!(shift("[..2030]", -1, Years, Start), "[..2029]");
    assert_eq!(shift("2026-09/..", 1, Days, End), "", "what has no end gives no day");
    assert_eq!(shift("2026-09/", 0, Days, End), "[2026-09..]");
    assert_eq!(shift("2025-22", 0, Days, Start), "[2025-06..2025-08]");
}

#[test]
fn months_end_where_the_shorter_month_ends() {
    let last = |text: &str, distance, unit| {
        date(text).shift(distance, unit, ShiftFrom::Start).unwrap().start_not_after.unwrap()
    };
    assert_eq!(last("2025-01-31", 1, DistanceUnit::Months), day("2025-02-28"));
    assert_eq!(last("2024-02-29", 1, DistanceUnit::Years), day("2025-02-28"));
    assert_eq!(last("2025-03-31", -1, DistanceUnit::Months), day("2025-02-28"));
}

#[test]
fn a_distance_out_of_all_bounds_is_refused() {
    for unit in [DistanceUnit::Days, DistanceUnit::Weeks, DistanceUnit::Months, DistanceUnit::Years] {
        for distance in [i64::MIN, i64::MAX, i64::from(u32::MAX), 8_000_000, -400_000] {
            let result = date("2025-12").shift(distance, unit, ShiftFrom::End);
            assert_eq!(result.map_err(|e| e.code), Err(DateError::OUT_OF_RANGE), "{distance} {unit:?}");
        }
    }
}

#[test]
fn codes_of_the_table_of_kinds_name_units_and_ends() {
    assert!(crate::kinds::UNIT.iter().all(|code| DistanceUnit::from_code(code).is_some()));
    assert_eq!(ShiftFrom::from_code("start"), Some(ShiftFrom::Start));
    assert_eq!(ShiftFrom::from_code("middle"), None);
}

#[test]
fn a_more_precise_date_lies_within_the_vaguer_one() {
    assert!(date("2025-12-16").bounds().within(&date("2025").bounds()));
    assert!(date("2026-09-01/2027").bounds().within(&date("2026-09/..").bounds()));
    assert!(!date("2025").bounds().within(&date("2025-12").bounds()));
    assert!(!date("[..2030]").bounds().within(&date("2030").bounds()));
}

fn means(text: &str) -> String {
    match understand(text, "en") {
        Understood::Date(date) => date.to_string(),
        Understood::Ambiguous(dates) => {
            format!("? {}", dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or "))
        }
        Understood::NotStated => "not stated".into(),
        Understood::NotUnderstood => "not understood".into(),
    }
}

/// Typed text, and what it means.
fn all_mean(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .filter(|(text, meaning)| means(text) != *meaning)
        .map(|(text, meaning)| format!("{text:?} should mean {meaning}, but means {}", means(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn days_months_and_years_are_understood_as_they_are_typed() {
    all_mean(&[
        ("2025", "2025"),
        ("Dec 2025", "2025-12"),
        ("Dec. 2025", "2025-12"),
        ("december, 2025", "2025-12"),
        ("16 December 2025", "2025-12-16"),
        ("16th of December, 2025", "2025-12-16"),
        ("on the 1st of May 2026", "2026-05-01"),
        ("December 16, 2025", "2025-12-16"),
        ("2025 December 16", "2025-12-16"),
        ("16-Dec-2025", "2025-12-16"),
        ("16. December 2025", "2025-12-16"),
        ("Tuesday, 16 December 2025", "2025-12-16"),
        ("16\u{a0}December\u{a0}2025", "2025-12-16"),
        ("2025-12-16", "2025-12-16"),
        ("2025/12/16", "2025-12-16"),
        ("2025.12.6", "2025-12-06"),
        ("16.12.2025", "2025-12-16"),
        ("16/12/2025", "2025-12-16"),
        ("16-12-2025", "2025-12-16"),
        ("12/16/2025", "2025-12-16"),
        ("12/2025", "2025-12"),
        ("2025/12", "2025-12"),
        ("in 2025", "2025"),
        ("2020s", "202X"),
        ("the 2020s", "202X"),
        ("202x", "202X"),
    ]);
}

#[test]
fn day_and_month_are_never_guessed() {
    all_mean(&[
        ("03/04/2025", "? 2025-04-03 or 2025-03-04"),
        ("3.4.2025", "? 2025-04-03 or 2025-03-04"),
        ("03-04-2025", "? 2025-04-03 or 2025-03-04"),
        ("٠٣/٠٤/٢٠٢٥", "? 2025-04-03 or 2025-03-04"),
        ("3/3/2025", "2025-03-03"),
        ("Friday 04/04/2025", "2025-04-04"),
        ("Thursday 03/04/2025", "2025-04-03"),
        ("by 03/04/2025", "? [..2025-04-03] or [..2025-03-04]"),
        ("from 03/04/2025", "? 2025-04-03/.. or 2025-03-04/.."),
        ("03/04/2025 – 05/04/2025", "? 2025-04-03/2025-04-05 or 2025-03-04/2025-05-04"),
        ("03/04/2025 – 15/04/2025", "2025-04-03/2025-04-15"),
        ("3/3/2025 – 3/5/2025", "? 2025-03-03/2025-05-03 or 2025-03-03/2025-03-05"),
        ("16.12.25", "? 2025-12-16 or 2016-12-25"),
        ("31.12.25", "? 2025-12-31 or 2031-12-25"),
        ("32.12.25", "? 2032-12-25"),
    ]);
}

#[test]
fn spans_are_understood_and_completed_from_each_other() {
    all_mean(&[
        ("16–17 December 2025", "2025-12-16/2025-12-17"),
        ("16-17 December 2025", "2025-12-16/2025-12-17"),
        ("16 to 17 December 2025", "2025-12-16/2025-12-17"),
        ("16 and 17 December 2025", "2025-12-16/2025-12-17"),
        ("16 and 20 December 2025", "not understood"),
        ("December 16–17, 2025", "2025-12-16/2025-12-17"),
        ("from 16 to 17 December 2025", "2025-12-16/2025-12-17"),
        ("16.-17.12.2025", "2025-12-16/2025-12-17"),
        ("30 November – 2 December 2025", "2025-11-30/2025-12-02"),
        ("28 December – 2 January 2026", "2025-12-28/2026-01-02"),
        ("17–16 December 2025", "not understood"),
        ("June to August 2026", "2026-06/2026-08"),
        ("Nov-Dec 2025", "2025-11/2025-12"),
        ("Nov/Dec 2025", "? 2025-11/2025-12 or [2025-11..2025-12]"),
        ("Q1–Q2 2025", "2025-33/2025-34"),
        ("2020-2025", "2020/2025"),
        ("2020–2025", "2020/2025"),
        ("2020 - 2025", "2020/2025"),
        ("2020 to 2025", "2020/2025"),
        ("from 2020 until 2025", "2020/2025"),
        ("2024–25", "2024/2025"),
        ("2024-25", "2024/2025"),
        ("2024/25", "2024/2025"),
        ("2020-21", "? 2020-21 or 2020/2021"),
        ("2025-21", "2025-21"),
        ("2011/12", "? 2011-12 or 2011/2012"),
        ("2025–2020", "not understood"),
        ("about 2020 to 2025", "2020~/2025"),
        ("2025-12-16 – 2025-12-17", "2025-12-16/2025-12-17"),
        ("2025-12-16 / 2025-12-17", "2025-12-16/2025-12-17"),
    ]);
}

#[test]
fn quarters_halves_seasons_and_parts_of_a_year_are_understood() {
    all_mean(&[
        ("Q4 2025", "2025-36"),
        ("Q4/2025", "2025-36"),
        ("2025-Q4", "2025-36"),
        ("2025Q4", "2025-36"),
        ("4Q 2025", "2025-36"),
        ("4th quarter of 2025", "2025-36"),
        ("in the fourth quarter of 2025", "2025-36"),
        ("last quarter of 2025", "2025-36"),
        ("Q5 2025", "not understood"),
        ("H1 2026", "2026-40"),
        ("second half of 2026", "2026-41"),
        ("spring 2026", "2026-21"),
        ("fall of 2026", "2026-23"),
        ("winter 2025/26", "2025-24"),
        ("winter 2025–2026", "2025-24"),
        ("winter 2025", "2025-24"),
        ("early 2025", "[2025-01..2025-04]"),
        ("mid 2025", "[2025-05..2025-08]"),
        ("mid-2025", "[2025-05..2025-08]"),
        ("late 2025", "[2025-09..2025-12]"),
        ("early December 2025", "[2025-12-01..2025-12-10]"),
        ("mid-February 2025", "[2025-02-11..2025-02-20]"),
        ("end of February 2024", "[2024-02-21..2024-02-29]"),
        ("beginning of 2025", "2025-33"),
        ("end of 2025", "2025-36"),
        ("end 2025", "2025-36"),
    ]);
}

#[test]
fn about_doubt_and_one_sided_dates_are_understood() {
    all_mean(&[
        ("about 2027", "2027~"),
        ("c. 2027", "2027~"),
        ("~2027", "2027~"),
        ("2027?", "2027?"),
        ("2027 (tbc)", "2027?"),
        ("possibly about 2027", "2027%"),
        ("16 December 2025, to be confirmed", "2025-12-16?"),
        ("from Sep 2026", "2026-09/.."),
        ("since 2020", "2020/.."),
        ("2026 onwards", "2026/.."),
        ("from 2026 onwards", "2026/.."),
        ("from early 2026", "2026-33~/.."),
        ("from 2026, end not stated", "2026/"),
        ("until 2025", "../2025"),
        ("until 2025, start not stated", "/2025"),
        ("by 2030", "[..2030]"),
        ("possibly by 2030", "[..2030?]"),
        ("2026 onwards?", "2026?/.."),
        ("by the end of 2030", "[..2030]"),
        ("by end March 2030", "[..2030-03]"),
        ("before the end of 2030", "[..2030]"),
        ("no later than 16 December 2025", "[..2025-12-16]"),
        ("2030 at the latest", "[..2030]"),
        ("before 2030", "[..2029]"),
        ("before March 2030", "[..2030-02-28]"),
        ("after 2030", "[2031..]"),
        ("after 16 December 2025", "[2025-12-17..]"),
        ("not before 2026", "[2026..]"),
        ("2026 or later", "[2026..]"),
        ("between June and August 2026", "[2026-06..2026-08]"),
        ("between 20 November and 20 December 2025", "[2025-11-20..2025-12-20]"),
    ]);
}

#[test]
fn no_date_and_nonsense_are_told_apart() {
    for text in ["", "  ", "-", "–", "not stated", "TBD", "tbc", "n/a", "Date to be confirmed", "\u{200f}"] {
        assert_eq!(means(text), "not stated", "{text:?}");
    }
    for text in [
        "soon",
        "30 February 2026",
        "29/02/2025",
        "2025-02-30",
        "31 November 2025",
        "Monday 16 December 2025",
        "16 December",
        "16",
        "December",
        "2025 2026",
        "16 17 December 2025",
        "20255",
        "0999",
        "about",
        "by",
        "from",
        "2025-12-16T10:00",
        "quarter of 2025",
        "year",
        "1/1",
        "🗓 2025",
        "2025, 2026",
        "16 December 2025 and more",
        "of the",
        "-2025",
        "early Q1 2025",
        "before 1000",
    ] {
        assert_eq!(means(text), "not understood", "{text:?}");
    }
}

#[test]
fn digits_and_marks_of_other_scripts_are_taken_for_what_they_are() {
    all_mean(&[
        ("٢٠٢٥", "2025"),
        ("۲۰۲۵", "2025"),
        ("٢٠٢٥-١٢-١٦", "2025-12-16"),
        ("\u{2068}2025\u{2069}", "2025"),
        ("16 December 2025", "2025-12-16"),
        ("2025‐12‐16", "2025-12-16"),
        ("2027؟", "2027?"),
    ]);
}

#[test]
fn an_unknown_language_is_tried_in_english() {
    assert_eq!(understand("Dec 2025", "xx-YY"), Understood::Date(date("2025-12")));
    assert_eq!(understand("Dec 2025", ""), Understood::Date(date("2025-12")));
}

pub(crate) fn any_unit() -> impl Strategy<Value = Unit> {
    let year = || YEARS.start().to_owned()..=*YEARS.end();
    prop_oneof![
        (100u16..=999).prop_map(|n| Unit::Decade(n * 10)),
        year().prop_map(Unit::Year),
        (year(), 1u8..=2).prop_map(|(year, half)| Unit::Half { year, half }),
        (year(), 0usize..4).prop_map(|(year, s)| Unit::Season { year, season: Season::ALL[s] }),
        (year(), 1u8..=4).prop_map(|(year, quarter)| Unit::Quarter { year, quarter }),
        (year(), 1u8..=12).prop_map(|(year, month)| Unit::Month { year, month }),
        (year(), 0u64..365).prop_map(|(year, n)| {
            Unit::Day(NaiveDate::from_ymd_opt(i32::from(year), 1, 1).unwrap() + chrono::Days::new(n))
        }),
    ]
}

fn any_point() -> impl Strategy<Value = Point> {
    (any_unit(), any::<bool>(), any::<bool>())
        .prop_map(|(unit, about, doubt)| Point { unit, qualifier: Qualifier::of(about, doubt) })
}

fn any_edge() -> impl Strategy<Value = Edge> {
    prop_oneof![6 => any_point().prop_map(Edge::At), 1 => Just(Edge::Open), 1 => Just(Edge::Unknown)]
}

fn any_date() -> impl Strategy<Value = VagueDate> {
    let shape = prop_oneof![
        any_point().prop_map(Shape::One),
        (any_edge(), any_edge()).prop_map(|(a, b)| Shape::Span(a, b)),
        (proptest::option::of(any_point()), proptest::option::of(any_point())).prop_map(|(a, b)| Shape::Between(a, b)),
    ];
    // The wrong way round is as good, turned.
    shape.prop_filter_map("a date with a point in it", |shape| {
        let turned = match shape {
            Shape::Span(a, b) => Shape::Span(b, a),
            Shape::Between(a, b) => Shape::Between(b, a),
            one => one,
        };
        VagueDate::new(shape).or_else(|_| VagueDate::new(turned)).ok()
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same(date in any_date()) {
        prop_assert_eq!(VagueDate::parse(&date.to_string()), Ok(date));
    }

    #[test]
    fn what_is_read_is_printed_as_it_was(text in "(\\[?[12][09][0-9X]{2}(-[0-4][0-9])?(-[0-3][0-9])?[~?%]?(/|\\.\\.|/\\.\\.)?){1,2}\\]?") {
        if let Ok(date) = VagueDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn earliest_is_never_after_latest(date in any_date()) {
        let b = date.bounds();
        let ordered = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_none_or(|(a, b)| a <= b);
        prop_assert!(ordered(b.start_not_before, b.start_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.end_not_before, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_before, b.end_not_before), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_after, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_before, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(!b.is_open());
    }

    #[test]
    fn the_order_is_total(a in any_date(), b in any_date(), c in any_date()) {
        let (a, b, c) = (a.sort_key(), b.sort_key(), c.sort_key());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>(), lang in ".{0,8}") {
        let _ = VagueDate::parse(&text);
        let _ = understand(&text, &lang);
    }

    #[test]
    fn any_words_and_numbers_give_a_valid_date_or_none(
        words in proptest::collection::vec(
            prop_oneof![
                "[0-9]{1,4}",
                proptest::sample::select(vec!["2025", "16", "3", "4"]).prop_map(str::to_owned),
                proptest::sample::select(vec![
                    "-", "/", ".", "–", ",", "?", "~", "%", "..", "dec", "may", "spring", "winter", "q", "quarter", "half", "h", "early",
                    "mid", "late", "end", "start", "of", "by", "from", "until", "between", "and", "to", "before", "after", "about", "s",
                    "last", "first", "monday", "onwards", "end not stated", "tbc", "[", "]", "ñ", "\u{202e}",
                ]).prop_map(str::to_owned),
            ],
            0..9,
        ),
        glue in proptest::sample::select(vec!["", " "]),
    ) {
        let text = words.join(glue);
        let dates = match understand(&text, "en") {
            Understood::Date(date) => vec![date],
            Understood::Ambiguous(dates) => dates,
            Understood::NotStated | Understood::NotUnderstood => vec![],
        };
        for date in dates {
            prop_assert_eq!(VagueDate::new(date.shape()), Ok(date), "{}", text);
        }
    }

    #[test]
    fn edtf_is_understood_verbatim(date in any_date()) {
        match understand(&date.to_string(), "en") {
            Understood::Date(understood) => prop_assert_eq!(understood, date),
            // 2020-21.
            Understood::Ambiguous(dates) => prop_assert_eq!(dates.first(), Some(&date)),
            other => prop_assert!(false, "{} gave {:?}", date, other),
        }
    }

    #[test]
    fn shifted_days_keep_their_order_and_zero_changes_nothing(date in any_date(), distance in -50_000i64..50_000, unit in 0usize..4, start in any::<bool>()) {
        let unit = [DistanceUnit::Days, DistanceUnit::Weeks, DistanceUnit::Months, DistanceUnit::Years][unit];
        let from = if start { ShiftFrom::Start } else { ShiftFrom::End };
        if let Ok(b) = date.shift(distance, unit, from) {
            prop_assert!(b.start_not_before.zip(b.start_not_after).is_none_or(|(a, b)| a <= b));
            prop_assert_eq!(b, Bounds::one(b.start_not_before, b.start_not_after));
        }
        if let Ok(b) = date.shift(0, unit, from) {
            let own = date.bounds();
            let pair = if start { (own.start_not_before, own.start_not_after) } else { (own.end_not_before, own.end_not_after) };
            prop_assert_eq!((b.start_not_before, b.start_not_after), pair);
        }
    }

    #[test]
    fn computed_days_are_said_exactly(date in any_date(), distance in -3_000i64..3_000, start in any::<bool>()) {
        let from = if start { ShiftFrom::Start } else { ShiftFrom::End };
        if let Ok(bounds) = date.shift(distance, DistanceUnit::Days, from) {
            match VagueDate::from_bounds(&bounds) {
                Some(said) => prop_assert_eq!(said.bounds(), bounds, "{}", said),
                None => prop_assert!(bounds.is_open()),
            }
        }
    }

    #[test]
    fn any_distance_is_refused_or_shifted(date in any_date(), distance in any::<i64>(), unit in 0usize..4) {
        let unit = [DistanceUnit::Days, DistanceUnit::Weeks, DistanceUnit::Months, DistanceUnit::Years][unit];
        let _ = date.shift(distance, unit, ShiftFrom::Start);
    }
}
