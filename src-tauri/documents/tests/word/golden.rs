//! The XML of a small paper and of its redline, as it was last looked at in Word.
//!
//! `UPDATE_GOLDEN=1 cargo test -p plan-documents --test word golden` writes the files anew: look at the difference before it is
//! committed.

use std::path::Path;

use plan_documents::paper::{Block, Paper};
use plan_documents::word;

use crate::reader::part;
use crate::sample;

/// The paper in English with only a piece of each kind.
fn small() -> Paper {
    let mut paper = sample::english();
    paper.head.lines.drain(2..);
    paper.boxed.truncate(1);
    paper.parts[0].blocks.drain(4..);
    paper.parts[1].blocks.remove(0);
    if let Some(Block::Table(table)) = paper.parts[1].blocks.first_mut() {
        table.columns.truncate(3);
        table.rows.truncate(2);
        table.rows[1].cells.truncate(3);
    }
    paper
}

fn smaller() -> Paper {
    let mut paper = small();
    paper.parts[0].blocks.remove(3);
    paper.boxed[0].paragraphs.truncate(1);
    if let Some(Block::Table(table)) = paper.parts[1].blocks.first_mut() {
        table.rows.remove(0);
        table.rows[0].cells[2] = sample::cell("commitment/1/text", &["Giga maps schools and finds money for them."]);
    }
    paper
}

/// All parts that are made from the paper, an element a line.
fn told(bytes: &[u8]) -> String {
    let parts = [
        "docProps/core.xml",
        "word/document.xml",
        "word/footnotes.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "word/_rels/document.xml.rels",
    ];
    parts.iter().map(|name| format!("== {name}\n{}\n", part(bytes, name).replace("><", ">\n<"))).collect()
}

fn held(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/word/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, told).expect("a file");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    for (at, (was, is)) in golden.lines().zip(told.lines()).enumerate() {
        assert_eq!(is, was, "{name}, line {}", at + 1);
    }
    assert_eq!(told.lines().count(), golden.lines().count(), "{name}");
}

#[test]
fn a_small_paper_is_written_as_it_was_looked_at() {
    held("paper.xml.txt", &told(&word::write(&small(), &|_| true).expect("a document")));
}

#[test]
fn its_redline_is_too() {
    held("redline.xml.txt", &told(&word::redline(&smaller(), &small(), "ITU", &|_| true).expect("a redline")));
}
