//! What people type, and what it means.

use super::date;
use crate::date::*;

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
        ("at the end of 2025", "2025-36"),
        ("towards the end of 2025", "2025-36"),
        ("the beginning of 2026", "2026-33"),
        ("in mid-2026", "[2026-05..2026-08]"),
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
        ("before mid-2026", "[..2026-04-30]"),
        ("by the beginning of 2027", "[..2027-33]"),
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
