//! The matrix: the annex as it is printed, and what goes with what, counted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileRef, RowBrief, RowKey, Source};

/// Asks for the annex.
#[derive(Debug, Deserialize, TS)]
pub struct AnnexGet {
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
    /// One row alone: its objective.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub objective: String,
    /// Lines of each cell at the most; left out: 200.
    #[serde(default = "some_lines")]
    #[ts(optional, as = "Option<usize>")]
    pub limit: usize,
}

fn some_lines() -> usize {
    200
}

/// A column of the annex.
#[derive(Debug, Serialize, TS)]
pub struct AnnexColumn {
    /// `wsis_process` or `itu_activities`.
    pub column: String,
    /// What stands above it.
    pub label: String,
}

/// One line of a cell.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnnexLine {
    /// The row: a commitment, or a mapping of the objective to an action line.
    pub row: RowKey,
    /// Reference of the commitment, code of the action line.
    pub short: String,
    /// Title of the commitment, short title of the action line.
    pub title: String,
    /// Who leads with whom, as stated: "ITU lead with UNDP and UNESCO as co-leads"; empty: not stated.
    pub lead: String,
    /// Why the action line goes with the objective; empty: nobody says so.
    pub reason: String,
    /// The field that is edited in place: `title` or `reason`.
    pub edits: String,
    /// The document prints it. Otherwise it was added here.
    pub printed: bool,
    /// Where it comes from: "ITU action plan, Annex, objective 1, WSIS process; stated".
    pub provenance: String,
    /// Where it is printed once more, in words; empty: nowhere.
    pub double: String,
    /// The lines that say the same.
    pub doubles: Vec<RowBrief>,
}

/// One cell.
#[derive(Debug, Serialize, TS)]
pub struct AnnexCell {
    /// Its column.
    pub column: String,
    /// All of its lines, counted.
    pub count: usize,
    /// The first of them.
    pub lines: Vec<AnnexLine>,
}

/// One row: an objective.
#[derive(Debug, Serialize, TS)]
pub struct AnnexRowView {
    /// The objective.
    pub objective: RowBrief,
    /// Its number; empty: none.
    pub badge: String,
    /// Its cells in the order of the columns.
    pub cells: Vec<AnnexCell>,
}

/// The annex.
#[derive(Debug, Serialize, TS)]
pub struct Annex {
    /// The newest step that it knows of.
    pub op: i64,
    /// What stands above the first column.
    pub corner: String,
    /// The columns.
    pub columns: Vec<AnnexColumn>,
    /// The rows, in the order of the document.
    pub rows: Vec<AnnexRowView>,
    /// Lines that are printed more than once.
    pub doubles: usize,
    /// Action lines that are named, and all there are.
    pub named: usize,
    /// All action lines.
    pub action_lines: usize,
}

/// Puts a new line into a cell: of `title` and `action_line` exactly one is given.
#[derive(Debug, Deserialize, TS)]
pub struct AnnexLineAdd {
    /// The objective of the cell.
    pub objective: String,
    /// The column of the cell.
    pub column: String,
    /// The line behind which it goes; left out: last.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<RowKey>,
    /// Title of a new commitment.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// The organization whose commitment it is; left out: the person's own, else that of the plan.
    #[serde(default)]
    #[ts(optional)]
    pub owner: Option<String>,
    /// An action line: its code or id.
    #[serde(default)]
    #[ts(optional)]
    pub action_line: Option<String>,
    /// Why it goes with the objective.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// Moves a line, within its cell or to another.
#[derive(Debug, Deserialize, TS)]
pub struct AnnexLineMove {
    /// The line.
    pub row: RowKey,
    /// The objective of the cell.
    pub objective: String,
    /// The column of the cell.
    pub column: String,
    /// The line behind which it goes; `null`: first.
    #[serde(default)]
    pub after: Option<RowKey>,
}

/// Takes a line out of the annex.
#[derive(Debug, Deserialize, TS)]
pub struct AnnexLineRemove {
    /// The line.
    pub row: RowKey,
}

/// What stands across in the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MatrixAcross {
    /// Action lines.
    ActionLine,
    /// Provisions.
    Provision,
    /// Goals.
    Goal,
}

/// Asks for the counts.
#[derive(Debug, Deserialize, TS)]
pub struct MatrixGet {
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
    /// What stands across.
    pub across: MatrixAcross,
    /// Links of this basis alone; left out: whoever says so.
    #[serde(default)]
    #[ts(optional)]
    pub basis: Option<String>,
}

/// One number of the matrix.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct MatrixCount {
    /// Links.
    pub links: usize,
    /// Commitments among what is linked.
    pub commitments: usize,
    /// Links to a goal by way of an action line.
    pub by_way: usize,
    /// The annex has an example of it.
    pub example: bool,
}

/// A row or a column of the matrix.
#[derive(Debug, Serialize, TS)]
pub struct MatrixEdge {
    /// The objective, or what stands across.
    pub row: RowBrief,
    /// Number of an objective or of a goal; empty: none.
    pub badge: String,
    /// What is counted along it.
    pub count: MatrixCount,
}

/// A cell that is not empty.
#[derive(Debug, Serialize, TS)]
pub struct MatrixCell {
    /// Position of its row.
    pub row: usize,
    /// Position of its column.
    pub column: usize,
    /// What is counted.
    pub count: MatrixCount,
}

/// The counts.
#[derive(Debug, Serialize, TS)]
pub struct Matrix {
    /// The newest step that it knows of.
    pub op: i64,
    /// Objectives, in the order of the annex.
    pub rows: Vec<MatrixEdge>,
    /// What stands across, in the order of the catalogue.
    pub columns: Vec<MatrixEdge>,
    /// Cells that are not empty.
    pub cells: Vec<MatrixCell>,
    /// Over everything.
    pub all: MatrixCount,
    /// Links of commitments without an objective.
    pub without_objective: usize,
    /// What is to be known of the numbers, in sentences.
    pub notes: Vec<String>,
}

/// Asks for the links that a cell counts.
#[derive(Debug, Deserialize, TS)]
pub struct MatrixLinksGet {
    /// The matrix.
    #[serde(flatten)]
    pub matrix: MatrixGet,
    /// The objective; `null`: any.
    #[serde(default)]
    pub objective: Option<String>,
    /// What stands across; `null`: any.
    #[serde(default)]
    pub entry: Option<String>,
    /// Position of the first link.
    #[serde(default)]
    pub from: usize,
    /// Position behind the last link.
    #[serde(default = "some_lines")]
    #[ts(optional, as = "Option<usize>")]
    pub to: usize,
}

/// A link with its reason, its basis and its source.
#[derive(Debug, Serialize, TS)]
pub struct MatrixLink {
    /// The mapping.
    pub row: RowKey,
    /// What is linked: a commitment, or the objective itself.
    pub from: RowBrief,
    /// To what.
    pub to: RowBrief,
    /// Why; empty: nobody says so.
    pub reason: String,
    /// Basis in words; empty: none is stated.
    pub basis: String,
    /// Where it comes from.
    pub provenance: String,
    /// As of when; empty: not stated.
    pub as_of: String,
    /// "By way of C2, which the matrix of action lines and goals links to it"; empty: it names it itself.
    pub by_way: String,
    /// The annex prints it.
    pub example: bool,
}

/// The links of a cell.
#[derive(Debug, Serialize, TS)]
pub struct MatrixLinks {
    /// What the cell is, in words: "Digital divides and the SDGs and C2".
    pub title: String,
    /// All of them, counted.
    pub count: usize,
    /// Commitments among what is linked.
    pub commitments: usize,
    /// Those that were asked for.
    pub links: Vec<MatrixLink>,
}

/// Writes what the matrix shows as a table of text (CSV).
#[derive(Debug, Deserialize, TS)]
pub struct MatrixWrite {
    /// Where.
    pub file: FileRef,
    /// What stands across; `null`: the annex.
    #[serde(default)]
    pub across: Option<MatrixAcross>,
    /// Links of this basis alone.
    #[serde(default)]
    #[ts(optional)]
    pub basis: Option<String>,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private does not leave.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A table that was written.
#[derive(Debug, Serialize, TS)]
pub struct TableWritten {
    /// Lines below the head.
    pub rows: usize,
    /// Size of the file.
    pub bytes: usize,
}
