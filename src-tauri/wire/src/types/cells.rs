//! Ranges of cells of a view: what is read of them at once, and what is done to them in one step.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{Source, ViewQuery};

/// Some rows in a run.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Stretch {
    /// Position of the first.
    pub from: usize,
    /// How many.
    pub count: usize,
}

/// A rectangle of cells of a view: rows by position, columns by name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CellRange {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    #[ts(optional, as = "Option<Source>")]
    pub source: Source,
    /// What the view shows.
    #[serde(default)]
    pub query: ViewQuery,
    /// Position of the first row.
    pub from: usize,
    /// Position behind the last row; those beyond the end of the view do not count.
    pub to: usize,
    /// Fields, or columns that are worked out, in the order shown.
    pub columns: Vec<String>,
    /// Rows in between that are folded away: nothing is read of them, and nothing done to them.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Stretch>>")]
    pub skip: Vec<Stretch>,
    /// The row that the sender saw at the first position: where another stands there, nothing is done.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<String>,
}

/// Cells as texts.
#[derive(Debug, Serialize, TS)]
pub struct CellTexts {
    /// Row by row.
    pub rows: Vec<Vec<String>>,
    /// Rows that were left off, because there are too many cells for one time.
    pub left_off: usize,
}

/// The longest texts of columns.
#[derive(Debug, Serialize, TS)]
pub struct LongestTexts {
    /// Column by column, the longest first; very long ones are cut. None: nothing is stated there.
    pub columns: Vec<Vec<String>>,
}

/// Asks what several rows have in common.
#[derive(Debug, Deserialize, TS)]
pub struct CellsCommon {
    /// The rows; its columns are the fields that are asked for.
    pub range: CellRange,
}

/// What rows have in a field.
#[derive(Debug, Serialize, TS)]
pub struct CommonField {
    /// The field.
    pub field: String,
    /// All rows have the same there, if it be nothing.
    pub same: bool,
    /// What they all have.
    pub value: Json,
    /// The same in words.
    pub text: String,
}

/// What several rows have in common.
#[derive(Debug, Serialize, TS)]
pub struct Common {
    /// How many rows they are.
    pub rows: usize,
    /// Field by field.
    pub fields: Vec<CommonField>,
    /// Whose rows there are among them that are not one's own.
    pub foreign: Vec<ForeignRows>,
}

/// Rows of another owner.
#[derive(Debug, Serialize, TS)]
pub struct ForeignRows {
    /// Short name of the owner.
    pub owner: String,
    /// How many rows.
    pub rows: usize,
}

/// Looks for words in all rows of a view.
#[derive(Debug, Deserialize, TS)]
pub struct CellsFind {
    /// Where to look.
    pub range: CellRange,
    /// The words.
    pub text: String,
    /// A is not a, é is not e.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub exact: bool,
    /// The whole cell is just that.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub whole: bool,
    /// Where one is: position of the row, and column. Without it, before the first cell.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<CellPlace>,
    /// Which one is wanted: `here` (the cell itself, or the next one), `next`, `previous`.
    #[serde(default)]
    pub step: FindStep,
}

/// Which of the cells that were found is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindStep {
    /// The cell itself, or the next one.
    #[default]
    Here,
    /// The next one; behind the last, the first.
    Next,
    /// The one before; before the first, the last.
    Previous,
}

/// A cell of a view.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct CellPlace {
    /// Position of its row.
    pub row: usize,
    /// Its column.
    pub column: String,
}

/// A cell that was found.
#[derive(Debug, Serialize, TS)]
pub struct FoundCell {
    /// Which one of them it is, from 1.
    pub nth: usize,
    /// Position of its row.
    pub row: usize,
    /// The row.
    pub id: String,
    /// Its column.
    pub column: String,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    /// How many cells.
    pub count: usize,
    /// The one that was wanted; `null`: there is none.
    pub cell: Option<FoundCell>,
}

/// Which comes first in 03/04/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The day: 3 April.
    DayFirst,
    /// The month: 4 March.
    MonthFirst,
}

/// What is to be done to cells.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum CellsDo {
    /// Emptied.
    Clear {},
    /// Filled with what stands in the first row; of a single row, with what stands above it.
    FillDown {},
    /// Filled with what stands in the first column.
    FillRight {},
    /// Filled with texts from elsewhere. A small source is repeated where the range is several times as large; a large one goes
    /// beyond the range.
    Paste {
        /// Row by row; `null`: nothing is said of that cell, and it stays.
        cells: Vec<Vec<Option<String>>>,
        /// Columns behind the range, for a source that is wider.
        #[serde(default)]
        #[ts(optional, as = "Option<Vec<String>>")]
        beyond: Vec<String>,
        /// Where the texts were cut out: those cells are emptied in the same step.
        #[serde(default)]
        #[ts(optional)]
        cut: Option<Box<CellRange>>,
    },
    /// All rows get these values, by field.
    Set {
        /// The values, as for `_set`.
        values: BTreeMap<String, Json>,
        /// For dates, the words as given.
        #[serde(default)]
        #[ts(optional, as = "Option<BTreeMap<String, String>>")]
        words: BTreeMap<String, String>,
    },
    /// Words are replaced.
    Replace {
        /// What is looked for.
        text: String,
        /// What takes its place.
        with: String,
        /// A is not a, é is not e.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        exact: bool,
        /// The whole cell is just that.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        whole: bool,
    },
}

/// Does something to many cells, in one step. What cannot be placed is left as it is, and said.
#[derive(Debug, Deserialize, TS)]
pub struct CellsChange {
    /// Which cells.
    pub range: CellRange,
    /// What is done.
    pub change: CellsDo,
    /// Which comes first in 03/04/2026; not given: such dates are left and asked about.
    #[serde(default)]
    #[ts(optional)]
    pub dates: Option<DateOrder>,
    /// The newest step that the sender knew of: where there is another by now, nothing is done.
    #[serde(default)]
    #[ts(optional)]
    pub op: Option<i64>,
}

/// Asks what a change of many cells would do.
#[derive(Debug, Deserialize, TS)]
pub struct CellsPreviewGet {
    /// The change.
    #[serde(flatten)]
    pub what: CellsChange,
    /// Changes that are listed begin with this one.
    #[serde(default)]
    #[ts(optional, as = "Option<usize>")]
    pub list_from: usize,
    /// So many are listed at the most.
    #[serde(default = "listed")]
    #[ts(optional, as = "Option<usize>")]
    pub list: usize,
}

fn listed() -> usize {
    200
}

/// One cell that would change, or one row that would be made.
#[derive(Debug, Serialize, TS)]
pub struct CellChange {
    /// The row by its short name; empty: it is new.
    pub row: String,
    /// Title of the row.
    pub title: String,
    /// Label of the field; of a new row, empty.
    pub label: String,
    /// What stands there, in words.
    pub before: String,
    /// What would stand there.
    pub after: String,
}

/// A cell that stays as it is, and why.
#[derive(Debug, Serialize, TS)]
pub struct CellLeft {
    /// The row by its short name; empty: there is none yet.
    pub row: String,
    /// Label of the column; empty: there is none.
    pub label: String,
    /// The text that has no place.
    pub text: String,
    /// Why, in words.
    pub why: String,
}

/// Dates of which it is not known which comes first, the day or the month.
#[derive(Debug, Serialize, TS)]
pub struct DateQuestion {
    /// How many.
    pub count: usize,
    /// One of them, as it was written.
    pub text: String,
    /// What it says with the day first, in words.
    pub day_first: String,
    /// What it says with the month first, in words.
    pub month_first: String,
}

/// What a change of many cells would do.
#[derive(Debug, Serialize, TS)]
pub struct CellsPreview {
    /// The newest step that it knows of.
    pub op: i64,
    /// Cells that would change.
    pub cells: usize,
    /// Rows that would change.
    pub rows: usize,
    /// Rows that would be made.
    pub created: usize,
    /// Cells that hold it already.
    pub same: usize,
    /// Cells of which a number or a sign of a list was left out.
    pub marks: usize,
    /// Some of the changes.
    pub changes: Vec<CellChange>,
    /// What stays, the first hundred of it.
    pub left: Vec<CellLeft>,
    /// How many stay.
    pub left_count: usize,
    /// Whose rows would change that are not one's own.
    pub foreign: Vec<ForeignRows>,
    /// What has to be asked before; `null`: nothing.
    pub dates: Option<DateQuestion>,
}
