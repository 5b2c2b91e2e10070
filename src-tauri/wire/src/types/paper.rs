//! A paper as a window previews it: what stands on the page, in its order and in its words.

use serde::Serialize;
use ts_rs::TS;

/// What stands on top of the first page. What is empty is left out.
#[derive(Debug, Serialize, TS)]
pub struct PaperHead {
    /// The body.
    pub body: Vec<PaperRun>,
    /// The session with its place and days.
    pub session: Vec<PaperRun>,
    /// Lines on the other side of the page.
    pub lines: Vec<PaperLine>,
    /// The symbol, for the head of every page.
    pub symbol: String,
    /// Whose report it is.
    pub author: Vec<PaperRun>,
    /// The title.
    pub title: Vec<PaperRun>,
}

/// A line of the head.
#[derive(Debug, Serialize, TS)]
pub struct PaperLine {
    /// Where its words come from.
    pub tag: String,
    /// What it says.
    pub runs: Vec<PaperRun>,
    /// It is said loudly.
    pub strong: bool,
}

/// A label in the box, and what it says.
#[derive(Debug, Serialize, TS)]
pub struct PaperBoxed {
    /// Where its words come from.
    pub tag: String,
    /// "Purpose".
    pub label: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<PaperRun>>,
}

/// Blocks on pages of one shape.
#[derive(Debug, Serialize, TS)]
pub struct PaperPart {
    /// The pages lie on their side.
    pub landscape: bool,
    /// What stands on them.
    pub pieces: Vec<PaperPiece>,
}

/// One piece of a paper, and the block of the document that it comes from.
#[derive(Debug, Serialize, TS)]
pub struct PaperPiece {
    /// Id of the block.
    pub block: String,
    /// What it is.
    #[serde(flatten)]
    pub body: PaperBody,
}

/// What one piece of a paper is.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PaperBody {
    /// A heading.
    Heading {
        /// Where its words come from: `block/<id>/text`, `commitment/<id>/title`.
        tag: String,
        /// 1 to 3.
        level: u8,
        /// Its number; empty: none.
        number: String,
        /// Its words.
        runs: Vec<PaperRun>,
    },
    /// A paragraph.
    Paragraph {
        /// Where its words come from.
        tag: String,
        /// Its number; empty: none.
        number: String,
        /// Its words.
        runs: Vec<PaperRun>,
    },
    /// An entry of a list with dashes.
    Dash {
        /// Where its words come from.
        tag: String,
        /// Its words.
        runs: Vec<PaperRun>,
    },
    /// A table.
    Table(PaperTable),
    /// A line on the plan itself, in quiet type.
    Remark {
        /// What it says.
        runs: Vec<PaperRun>,
    },
}

/// A table of a paper.
#[derive(Debug, Serialize, TS)]
pub struct PaperTable {
    /// What stands above it.
    pub caption: Vec<PaperRun>,
    /// What it holds, for those who do not see it.
    pub summary: String,
    /// Its columns.
    pub columns: Vec<PaperColumn>,
    /// Its first rows.
    pub rows: Vec<PaperRow>,
    /// Rows that it has.
    pub total: usize,
    /// "… and 900 more rows"; empty: all of them are here.
    pub more: String,
}

/// A column of a table.
#[derive(Debug, Serialize, TS)]
pub struct PaperColumn {
    /// Its name.
    pub label: String,
    /// Its share of the width, against those of the others.
    pub share: u32,
}

/// A row of a table.
#[derive(Debug, Serialize, TS)]
pub struct PaperRow {
    /// The row of the plan: `commitment/<id>`.
    pub tag: String,
    /// A heading over the rows that follow.
    pub heading: bool,
    /// One for each column.
    pub cells: Vec<PaperCell>,
}

/// A cell of a table.
#[derive(Debug, Serialize, TS)]
pub struct PaperCell {
    /// Where its words come from; empty: from more than one field.
    pub tag: String,
    /// Its paragraphs.
    pub paragraphs: Vec<PaperCellParagraph>,
}

/// A paragraph of a cell.
#[derive(Debug, Serialize, TS)]
pub struct PaperCellParagraph {
    /// It stands behind a dash.
    pub dash: bool,
    /// Its words.
    pub runs: Vec<PaperRun>,
}

/// Words of one look. What is left out is not so.
#[derive(Debug, Default, Serialize, TS)]
pub struct PaperRun {
    /// The words.
    pub text: String,
    /// Bold.
    #[serde(skip_serializing_if = "is_not")]
    #[ts(optional, as = "Option<bool>")]
    pub strong: bool,
    /// Italic.
    #[serde(skip_serializing_if = "is_not")]
    #[ts(optional, as = "Option<bool>")]
    pub emphasis: bool,
    /// Their language, where it is not that of the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// They run from right to left, or do not, where it differs from the paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mirrored: Option<bool>,
    /// Where they lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub link: Option<String>,
    /// A footnote behind them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<Vec<PaperRun>>,
    /// A figure or a date of the plan that is older than it should be.
    #[serde(skip_serializing_if = "is_not")]
    #[ts(optional, as = "Option<bool>")]
    pub stale: bool,
    /// The row and field that they are drawn from: `commitment/<id>/status`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub tag: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_not(flag: &bool) -> bool {
    !flag
}

/// Words of the pages.
#[derive(Debug, Serialize, TS)]
pub struct PaperLabels {
    /// "Page".
    pub page: String,
    /// What is said of a figure that is older than it should be.
    pub stale: String,
    /// What the box is called.
    pub boxed: String,
    /// What the head is called.
    pub head: String,
    /// "continued".
    pub continued: String,
}
