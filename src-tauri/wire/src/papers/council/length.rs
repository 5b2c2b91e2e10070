//! How long a paper is, before it is written: an estimate of its pages, against the rule of four pages without the annex.

use plan_documents::paper::{Block, Paper, Runs, Table};

use super::{Made, words_of};

/// Pages that a document for the Council should keep to, the annex not counted.
pub(super) const LIMIT: usize = 4;
/// Letters of a line, and lines of a page, upright.
const LETTERS: usize = 100;
const LINES: f64 = 52.0;
/// Lines that the head takes, without the box.
const HEAD: f64 = 11.0;
/// The space behind a paragraph, in lines.
const SPACE: f64 = 0.5;

/// Words and pages without the annex.
pub(super) fn measure(made: &Made) -> (usize, f64) {
    let Paper { head, boxed, parts, .. } = &made.paper;
    let mut length = Length { words: 0, lines: HEAD };
    length.text(&head.title, LETTERS / 2, SPACE);
    for boxed in boxed {
        length.lines += 1.0 + SPACE;
        boxed.paragraphs.iter().for_each(|runs| length.text(runs, LETTERS, SPACE));
    }
    for (at, part) in parts.iter().enumerate() {
        for (piece, block) in part.blocks.iter().enumerate() {
            if made.annex.is_some_and(|annex| (at, piece) >= annex) {
                break;
            }
            match block {
                Block::Heading { runs, .. } => length.text(runs, LETTERS, 1.0),
                Block::Paragraph { runs, .. } | Block::Remark { runs } => length.text(runs, LETTERS, SPACE),
                Block::Dash { runs, .. } => length.text(runs, LETTERS - 8, SPACE / 4.0),
                Block::Table(table) => length.table(table),
            }
        }
    }
    (length.words, (length.lines / LINES * 10.0).round() / 10.0)
}

/// What was counted.
struct Length {
    words: usize,
    lines: f64,
}

impl Length {
    /// A paragraph on lines of so many letters, with the space beside it. Its footnotes are on the same page.
    fn text(&mut self, runs: &Runs, letters: usize, space: f64) {
        let text = words_of(runs);
        self.words += text.split_whitespace().count();
        self.lines += broken(&text, letters) + space;
        for note in runs.iter().filter_map(|run| run.note.as_deref()) {
            self.text(note, letters, 0.0);
        }
    }

    fn table(&mut self, table: &Table) {
        let shares: u32 = table.columns.iter().map(|column| column.share).sum();
        self.lines += 2.0;
        for row in &table.rows {
            let mut tallest: f64 = 1.0;
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                let share = if row.heading { 1.0 } else { f64::from(column.share) / f64::from(shares.max(1)) };
                let mut alone = Length { words: 0, lines: 0.0 };
                cell.paragraphs.iter().for_each(|one| alone.text(&one.runs, (LETTERS as f64 * share) as usize, 0.0));
                tallest = tallest.max(alone.lines);
                self.words += alone.words;
            }
            // Tables are set smaller than the text.
            self.lines += tallest * 0.85 + 0.3;
        }
    }
}

/// Lines that a text takes.
fn broken(text: &str, letters: usize) -> f64 {
    let letters = letters.max(8);
    text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum::<usize>().max(1) as f64
}
