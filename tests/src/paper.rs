//! Papers of any length.

use plan_documents::paper::{Block, Cell, CellParagraph, Column, Head, Labels, Paper, Part, Row, Run, Table};

const COLUMNS: [&str; 5] = ["title", "description", "lead", "end", "status"];

/// A paper with one table of so many rows, the same every time. Of every `changed`th row (of none, where it is 0) one cell says more.
pub fn of_rows(rows: usize, changed: usize) -> Paper {
    let table = Table {
        tag: "block/annex".into(),
        caption: vec![Run::plain("Table 1: commitments")],
        summary: "All commitments".into(),
        columns: COLUMNS.iter().map(|label| Column { label: (*label).into(), share: 1 }).collect(),
        rows: (0..rows).map(|n| row(n, changed > 0 && n % changed == 0)).collect(),
    };
    Paper {
        language: "en".into(),
        mirrored: false,
        at: chrono::DateTime::UNIX_EPOCH,
        author: "ITU".into(),
        head: Head { title: vec![Run::plain("Action plan")], ..Head::default() },
        boxed: Vec::new(),
        parts: vec![Part { landscape: true, blocks: vec![Block::Table(table)] }],
        labels: Labels { continued: "continued".into(), page: "Page".into(), ..Labels::default() },
    }
}

fn row(n: usize, changed: bool) -> Row {
    let id = uuid::Uuid::from_u128(0x0193_4f6e_7c1a_7b2e_9d3f_0000_0000_0000 + n as u128 * 7919);
    let more = if changed { ", and with whom" } else { "" };
    let texts = [
        vec![format!("Commitment {n} on connectivity, skills and digital public goods")],
        vec![format!("What is done towards commitment {n}{more}"), "How far it is, and what comes next".into()],
        vec!["BDT".into()],
        vec![format!("{}", 2025 + n % 6)],
        vec!["ongoing".into()],
    ];
    let cell = |(field, texts): (&str, Vec<String>)| Cell {
        tag: format!("commitment/{id}/{field}"),
        paragraphs: texts.into_iter().map(|text| CellParagraph { dash: false, runs: vec![Run::plain(text)] }).collect(),
    };
    let cells = COLUMNS.into_iter().zip(texts).map(cell).collect();
    Row { tag: format!("commitment/{id}"), heading: false, cells }
}
