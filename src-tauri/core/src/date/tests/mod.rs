//! What the dates promise: of EDTF and its days here, of typed words in `typed`, for all dates in `laws`.

#![allow(clippy::unwrap_used, clippy::panic)]

mod laws;
mod typed;

use super::*;

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
