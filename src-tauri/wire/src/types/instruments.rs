//! Instruments by a table: what a pasted table says, and the step that makes the instrument of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileRef, RowBrief, RowKey};

/// Who is meant by words of a table, as somebody chose.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AskedChoice {
    /// The words.
    pub words: String,
    /// Organizations and groups; none: the words stay words.
    pub rows: Vec<RowKey>,
}

/// A table that was pasted or kept as a file, and how it is to be read.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct TableGiven {
    /// Its plain text, separated by tabs, commas or semicolons.
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// The same as HTML; empty: there is none.
    #[ts(optional, as = "Option<String>")]
    pub html: String,
    /// A file that it is read from instead.
    #[ts(optional)]
    pub file: Option<FileRef>,
    /// What each column is: `paragraph`, `action`, `asked`, `heading`, `conditions`, `none`; empty: it is looked for.
    #[ts(optional, as = "Option<Vec<String>>")]
    pub columns: Vec<String>,
    /// So many rows above say what the columns are; `null`: it is looked for.
    #[ts(optional)]
    pub header: Option<usize>,
    /// Who is meant by some words.
    #[ts(optional, as = "Option<Vec<AskedChoice>>")]
    pub choices: Vec<AskedChoice>,
    /// Symbol of the instrument: one that is in the plan is filled.
    #[ts(optional, as = "Option<String>")]
    pub symbol: String,
}

/// A column of the table.
#[derive(Debug, Serialize, TS)]
pub struct TableColumn {
    /// What it is taken for.
    pub role: String,
    /// What stands above it; may be empty.
    pub heading: String,
    /// The first text in it.
    pub sample: String,
}

/// Words that say who is asked.
#[derive(Debug, Serialize, TS)]
pub struct AskedPart {
    /// The words.
    pub words: String,
    /// Who that is, by short names; empty: it is not known.
    pub names: Vec<String>,
}

/// A provision that would be made or filled.
#[derive(Debug, Serialize, TS)]
pub struct TableLine {
    /// Row of the table, from 1.
    pub row: usize,
    /// Paragraph.
    pub paragraph: String,
    /// Heading above it.
    pub heading: String,
    /// What is asked for.
    pub action: String,
    /// Who is asked.
    pub asked: Vec<AskedPart>,
    /// What should be known of it, in words.
    pub notes: Vec<String>,
}

/// A row of the table that comes to nothing.
#[derive(Debug, Serialize, TS)]
pub struct TableLeft {
    /// Row of the table, from 1.
    pub row: usize,
    /// Its beginning.
    pub text: String,
    /// Why, in words.
    pub why: String,
}

/// Who is asked, by equal words.
#[derive(Debug, Serialize, TS)]
pub struct AskedView {
    /// The words as they stand first.
    pub words: String,
    /// In how many provisions.
    pub count: usize,
    /// `known`, `facilitators`, `chosen`, `words` (somebody chose that they stay words), `unknown`.
    pub how: String,
    /// Whom they name.
    pub rows: Vec<RowBrief>,
    /// How that is known, in words; may be empty.
    pub note: String,
    /// Who may be meant.
    pub suggestions: Vec<RowBrief>,
}

/// What a table says.
#[derive(Debug, Serialize, TS)]
pub struct InstrumentTable {
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// So many rows stand above.
    pub header: usize,
    /// The first of its provisions.
    pub lines: Vec<TableLine>,
    /// Provisions that are not among them.
    pub more: usize,
    /// All that would be made or filled.
    pub count: usize,
    /// Rows that come to nothing; the first hundred.
    pub left: Vec<TableLeft>,
    /// All of them.
    pub left_count: usize,
    /// Who is asked: what is not known stands first.
    pub asked: Vec<AskedView>,
    /// How many of them are not known.
    pub unknown: usize,
    /// The instrument of that symbol, where the plan has it: it is filled.
    pub instrument: Option<RowBrief>,
    /// All of it in a sentence.
    pub summary: String,
}

/// Makes an instrument of a table, or fills one that is there.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct InstrumentAdd {
    /// The table. Its symbol is that of the instrument.
    #[serde(flatten)]
    pub table: TableGiven,
    /// Title; of an instrument that is there it may be empty: then it keeps its own.
    pub title: String,
    /// When it was adopted: EDTF or typed words; may be empty.
    #[ts(optional, as = "Option<String>")]
    pub date: String,
    /// Where the table is from: a source of the catalogue by its symbol, title or id, else the title of a new one; may be empty.
    #[ts(optional, as = "Option<String>")]
    pub source: String,
}
