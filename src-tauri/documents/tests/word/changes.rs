//! Redlines of papers as they are submitted.

use plan_documents::paper::{Block, Paper, Part, Table};
use plan_documents::word;

use crate::laws::holds;
use crate::reader::{Changes, Node, Said, controls, part, read, said};
use crate::sample;

fn redline(before: &Paper, after: &Paper) -> Vec<u8> {
    word::redline(before, after, "Legal Affairs", &|_| true).expect("a redline")
}

fn body(bytes: &[u8]) -> Node {
    read(&part(bytes, "word/document.xml"))
}

#[test]
fn papers_of_two_years_and_two_languages_hold_the_law() {
    let all = [sample::english(), sample::later(), sample::arabic(), sample::chinese()];
    for before in &all {
        for after in &all {
            holds(before, after);
        }
    }
}

#[test]
fn controls_are_those_of_the_new_document() {
    let all = [sample::english(), sample::later(), sample::arabic(), sample::chinese()];
    for before in &all {
        for after in &all {
            let plain = word::write(after, &|_| true).expect("a document");
            assert_eq!(controls(&redline(before, after)), controls(&plain));
        }
    }
}

#[test]
fn changes_are_said_where_they_are() {
    let xml = body(&redline(&sample::english(), &sample::later()));
    let said =
        |name: &str| xml.all(name).iter().map(|one| one.said()).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let (gone, come) = (said("w:del").concat(), said("w:ins").concat());
    assert!(gone.contains("20 November 2026") || gone.contains("20 November"), "{gone}");
    assert!(come.contains("2.2 billion") || come.contains("2.2"), "{come}");
    assert!(!gone.contains("Coordination") && !come.contains("Coordination"), "what stays is no change");
    let rows = |name: &str| xml.all("w:trPr").iter().filter(|row| row.child(name).is_some()).count();
    assert_eq!((rows("w:del"), rows("w:ins")), (2, 2), "a row of the box and one of the annex each");
    for name in ["w:ins", "w:del"] {
        for change in xml.all(name) {
            assert_eq!(change.attribute("w:author"), Some("Legal Affairs"));
            assert_eq!(change.attribute("w:date"), Some("2027-02-01T08:00:00Z"));
        }
    }
    assert!(!xml.all("w:pPrChange").is_empty(), "an entry of a list became a paragraph");
}

#[test]
fn pages_that_turned_are_a_change_too() {
    let before = sample::english();
    let mut after = before.clone();
    after.parts[1].landscape = false;
    holds(&before, &after);
    let xml = body(&redline(&before, &after));
    let changes = xml.all("w:sectPrChange");
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].at(&["w:sectPr", "w:pgSz"]).and_then(|size| size.attribute("w:orient")), Some("landscape"));
    // An annex that came: rejected, the document ends on upright pages.
    let mut alone = before.clone();
    alone.parts.truncate(1);
    for (one, other) in [(&alone, &before), (&before, &alone)] {
        holds(one, other);
        assert_eq!(body(&redline(one, other)).all("w:sectPrChange").len(), 1);
    }
}

/// A paper of one long table; row `n` says `text(n)`.
fn long(rows: usize, text: impl Fn(usize) -> String) -> Paper {
    let row = |n: usize| {
        let cells = vec![sample::cell(&format!("commitment/{n}/title"), &[&text(n)])];
        sample::row(&format!("commitment/{n}"), cells)
    };
    let table = Table {
        tag: "block/1".into(),
        caption: sample::plain("Table 1"),
        summary: String::new(),
        columns: sample::columns(&[("Title", 1)]),
        rows: (0..rows).map(row).collect(),
    };
    let mut paper = sample::english();
    paper.parts = vec![Part { landscape: true, blocks: vec![Block::Table(table)] }];
    paper
}

/// The texts of the rows of all tables of rows, one after another, without the names of the columns.
fn rows(said: &[Said]) -> Vec<String> {
    let mut all = Vec::new();
    for table in said {
        let Said::Table(rows) = table else { continue };
        all.extend(rows.iter().map(|row| format!("{row:?}")).filter(|row| row.contains("row ")));
    }
    all
}

#[test]
fn rows_of_a_table_that_is_cut_hold_the_law() {
    let before = long(1_200, |n| format!("row {n}"));
    let mut after = long(1_200, |n| if n % 100 == 0 { format!("row {n}, new") } else { format!("row {n}") });
    if let Block::Table(table) = &mut after.parts[0].blocks[0] {
        table.rows.drain(450..550);
        table.rows.swap(3, 900);
    }
    let bytes = redline(&before, &after);
    let plain = |paper: &Paper| rows(&said(&word::write(paper, &|_| true).expect("a document"), Changes::Accepted));
    assert_eq!(rows(&said(&bytes, Changes::Accepted)), plain(&after));
    assert_eq!(rows(&said(&bytes, Changes::Rejected)), plain(&before));
}

#[test]
fn a_long_table_is_cut_and_says_so() {
    let bytes = word::write(&long(1_001, |n| format!("row {n}")), &|_| true).expect("a document");
    let xml = body(&bytes);
    let captions: Vec<String> = xml
        .all("w:p")
        .iter()
        .filter(|par| par.at(&["w:pPr", "w:pStyle"]).is_some_and(|style| style.val() == "Caption"))
        .map(|par| par.said())
        .collect();
    assert_eq!(captions, ["Table 1", "Table 1 (continued)", "Table 1 (continued)"]);
    assert_eq!(xml.all("w:tblHeader").len(), 3, "each part repeats the names of the columns");
    let tables = said(&bytes, Changes::Accepted);
    let counts: Vec<usize> =
        tables.iter().filter_map(|one| if let Said::Table(rows) = one { Some(rows.len()) } else { None }).collect();
    assert_eq!(counts[2..], [501, 501, 2]);
}
