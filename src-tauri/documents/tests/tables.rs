//! Tables and calendars of bad input: text of a million characters, and what Excel makes of a workbook.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says why by stopping")]

use std::io::Read;

use chrono::{NaiveDate, TimeZone, Utc};
use plan_documents::calendar::{self, Calendar, Event};
use plan_documents::separated;
use plan_documents::table::{Cell, Column, List, Look, Table};
use plan_documents::workbook::{self, Book};

#[path = "support/validator.rs"]
mod validator;

const MILLION: usize = 1_000_000;
const END: &str = "the very end";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 16).unwrap()
}

fn table(cells: Vec<Cell>) -> Table {
    named("commitment", cells)
}

/// Three kinds whose labels Excel takes for one, and that it does not take as names of sheets.
fn named(name: &str, cells: Vec<Cell>) -> Table {
    let column = |name: &str, look, list| Column { name: name.into(), label: name.to_uppercase(), look, list };
    let rows =
        cells.into_iter().enumerate().map(|(at, cell)| vec![Cell::text(format!("id-{at}")), cell, Cell::Day(day())]);
    Table {
        name: name.into(),
        label: "Commitments / [all]: *?".into(),
        columns: vec![
            column("id", Look::Hidden, None),
            column("title", Look::Long, Some(0)),
            column("date", Look::Date, None),
        ],
        rows: rows.collect(),
    }
}

fn book(cells: Vec<Cell>, right_to_left: bool) -> Book {
    Book {
        title: "=1+1 <\u{202e}&".repeat(200),
        creator: "\u{7}".into(),
        created: Utc.with_ymd_and_hms(2026, 11, 29, 12, 0, 0).unwrap(),
        right_to_left,
        legend: ("About".into(), vec![("=label".into(), "+says".into()), (String::new(), String::new())]),
        cut: "[… cut]".into(),
        not_in_list: "Not in the list.".into(),
        tables: vec![named("commitment", cells.clone()), named("milestone", cells), named("group", Vec::new())],
        lists: vec![List { label: "=list".into(), values: vec!["=1+1".into(), "b".repeat(300)], closed: true }],
        facts: vec![("format".into(), "=1".into())],
    }
}

fn nasty() -> Vec<Cell> {
    let long = format!("{}{END}", "\u{202e}x<&\"'\u{1b}".repeat(MILLION / 8));
    let texts = ["=1+1", "＝1+1", "+1", "-1", "@A1", "\t=1", "<x/>", "a\r\nb\u{0}c", "🛰️ 中文 عربي", &long];
    texts.into_iter().map(Cell::text).chain([Cell::Empty, Cell::Number(f64::MAX), Cell::Number(-0.0)]).collect()
}

fn parts(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..zip.len() {
        zip.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

#[test]
fn a_cell_of_a_million_characters_is_cut_and_says_so() {
    let bytes = workbook::write(&book(nasty(), false), &|_| true).unwrap();
    let text = parts(&bytes);
    assert!(text.contains("[… cut]") && !text.contains(END));
    assert!(!text.contains("<f>"), "a formula");
    assert!(!text.contains(['\u{202e}', '\u{1b}', '\u{0}']), "something steers");
    assert!(text.len() < 400_000, "what is said twice is kept once: {}", text.len());
}

#[test]
fn excel_has_no_complaint_about_a_workbook_of_bad_input() {
    let Some(script) = validator::validator() else {
        eprintln!("the node modules are not installed: no validator");
        return;
    };
    let all = [("plain", vec![Cell::text("a")], false), ("hostile", nasty(), false), ("mirrored", nasty(), true)];
    for (name, cells, mirrored) in all {
        let bytes = workbook::write(&book(cells, mirrored), &|_| true).unwrap();
        assert_eq!(validator::complaints(&script, &format!("{name}.xlsx"), &bytes), "", "{name}");
    }
}

#[test]
fn a_plain_table_loses_nothing_of_a_million_characters() {
    let bytes = separated::write(&table(nasty()), &|_| true).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(END) && text.len() > MILLION);
    assert!(!text.contains(['\u{202e}', '\u{1b}']), "something steers");
    for guarded in ["'=1+1", "'＝1+1", "'+1", "'-1", "'@A1", "'\t=1"] {
        assert!(text.contains(guarded), "{guarded}");
    }
}

#[test]
fn an_entry_of_a_million_characters_is_cut_and_folded() {
    let long = format!("a\r\nEND:VCALENDAR\r\n{}{END}", "é".repeat(MILLION));
    let event = Event {
        id: "1\r\nX-EVIL:1".into(),
        title: long.clone(),
        description: long,
        place: "=1+1;,\\\u{202e}".into(),
        category: "a,b".into(),
        first: day(),
        last: day(),
        fills: true,
    };
    let calendar = Calendar {
        name: "a\r\nMETHOD:REQUEST".into(),
        language: "en".into(),
        stamp: Utc.with_ymd_and_hms(2026, 11, 29, 12, 0, 0).unwrap(),
        sequence: 1,
        events: vec![event],
    };
    let text = String::from_utf8(calendar::write(&calendar, &|_| true).unwrap()).unwrap();
    assert!(text.lines().all(|line| line.len() <= 75), "a line that is too long");
    for line in ["END:VCALENDAR", "METHOD:PUBLISH"] {
        assert_eq!(text.lines().filter(|one| *one == line).count(), 1, "{line}");
    }
    assert!(!text.lines().any(|line| line.starts_with("X-EVIL") || line == "METHOD:REQUEST"));
    assert!(!text.contains('\u{202e}') && !text.contains(END) && text.len() < 20_000);
}

#[test]
fn what_is_stopped_is_nothing() {
    let stopped = Err(plan_documents::Fault::Stopped);
    assert_eq!(workbook::write(&book(nasty(), false), &|_| false), stopped);
    assert_eq!(separated::write(&table(nasty()), &|_| false), stopped);
}

#[test]
fn a_row_is_tall_enough_for_its_words_and_no_taller_than_a_screen() {
    let words = ["one line", &"word ".repeat(30), &"全球数字契约".repeat(10), &"word ".repeat(10_000), "a\nb\nc"];
    let mut book = book(Vec::new(), false);
    book.tables = vec![table(words.into_iter().map(Cell::text).collect())];
    let bytes = workbook::write(&book, &|_| true).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    zip.by_name("xl/worksheets/sheet2.xml").unwrap().read_to_string(&mut sheet).unwrap();
    let heights: Vec<&str> = sheet
        .split("<row ")
        .skip(2)
        .map(|row| row.split("ht=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("15"))
        .collect();
    assert_eq!(heights, ["15", "45", "30", "180", "45"]);
}

#[test]
fn a_sheet_is_printed_on_paper_on_which_its_letters_can_be_read() {
    let printed = |columns: usize| {
        let mut book = book(Vec::new(), false);
        let mut wide = table(vec![Cell::text("a")]);
        let more = |at: usize| Column { name: format!("c{at}"), label: format!("C{at}"), look: Look::Name, list: None };
        wide.columns.extend((0..columns).map(more));
        wide.rows[0].extend((0..columns).map(|_| Cell::text("a")));
        book.tables = vec![wide];
        parts(&workbook::write(&book, &|_| true).unwrap())
    };
    assert!(printed(0).contains("paperSize=\"9\""), "A4");
    assert!(!printed(0).contains("fitToWidth="), "one page wide");
    let wide = printed(18);
    assert!(wide.contains("paperSize=\"8\"") && wide.contains("fitToWidth=\"3\""), "A3, three pages wide");
    assert!(wide.contains("Print_Titles"), "each page has the head and the names");
}

#[test]
fn a_text_of_arabic_runs_from_the_right_and_one_of_english_from_the_left() {
    let texts = ["30 نوفمبر 2026", "Nothing."].map(Cell::text);
    let text = parts(&workbook::write(&book(texts.into(), true), &|_| true).unwrap());
    assert!(text.contains("readingOrder=\"2\"") && text.contains("readingOrder=\"1\""));
    let text = parts(&workbook::write(&book(vec![Cell::text("Nothing.")], false), &|_| true).unwrap());
    assert!(!text.contains("readingOrder"), "where nothing turns, nothing is said of it");
}
