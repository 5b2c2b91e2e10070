//! Documents for a council that are written from the plan: a list of them, their preview, and what makes one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{Choice, RowBrief, Source};

/// Asks for the documents of a plan.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentsList {
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
}

/// Documents, and in which languages one can be made.
#[derive(Debug, Serialize, TS)]
pub struct DocumentsView {
    /// The newest step that it knows of.
    pub op: i64,
    /// The documents in the order of the plan.
    pub documents: Vec<DocumentView>,
    /// Languages that the words of a document itself can be in: its head, its box, its tables.
    pub languages: Vec<Choice>,
}

/// A document of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentView {
    /// Id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its symbol; empty: not known yet.
    pub symbol: String,
    /// `draft`, `in_clearance`, `cleared`, `submitted`, `issued`.
    pub state: String,
    /// The state in words.
    pub state_text: String,
    /// Body and session, with place and days: "Council, 2026 session".
    pub session: String,
    /// Code of its language; empty: not stated.
    pub language: String,
    /// The document that it is a revision of.
    pub revision_of: Option<RowBrief>,
    /// The document that it follows.
    pub follows: Option<RowBrief>,
    /// Documents that are revisions of it.
    pub revisions: Vec<RowBrief>,
    /// Number of its blocks.
    pub blocks: usize,
    /// When it was made as a file last; `null`: never, or what is open is no plan.
    pub made: Option<DocumentMade>,
}

/// A document was made as a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentMade {
    /// When, RFC 3339.
    pub at: String,
    /// When, in words.
    pub at_text: String,
    /// Name of the file.
    pub file: String,
    /// The newest step that is in it.
    pub op: i64,
    /// Its symbol then.
    pub symbol: String,
    /// Its state then, in words.
    pub state: String,
}

/// Asks for the preview of a document.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentPaper {
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The document, by id, symbol or title; empty: the only one there is.
    #[serde(default)]
    pub document: String,
    /// Language of its own words (head, box, tables); empty: as the document says, else English.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub language: String,
    /// Rows of each table at the most; left out: 100.
    #[serde(default = "some_rows")]
    #[ts(optional, as = "Option<usize>")]
    pub limit: usize,
}

fn some_rows() -> usize {
    100
}

/// A document as it will be on paper, for a preview, and what is to be said of it.
#[derive(Debug, Serialize, TS)]
pub struct PaperView {
    /// The newest step that it knows of.
    pub op: i64,
    /// The document.
    pub document: String,
    /// Language of its words.
    pub language: String,
    /// Its words run from right to left.
    pub mirrored: bool,
    /// What stands on top of the first page.
    pub head: PaperHead,
    /// The box below the head.
    pub boxed: Vec<PaperBoxed>,
    /// What it says, in parts that each have pages of one shape.
    pub parts: Vec<PaperPart>,
    /// Words of the pages.
    pub labels: PaperLabels,
    /// Its blocks in their order, as an outline.
    pub outline: Vec<PaperOutline>,
    /// How long it is.
    pub length: PaperLength,
    /// What changed since it was made as a file last; `null`: it never was.
    pub changed: Option<PaperChanged>,
    /// Facts that it draws on.
    pub facts: usize,
    /// Facts among them that are older than six months.
    pub old: usize,
    /// "14 facts changed since …, 3 older than six months": all of it in one sentence.
    pub told: String,
    /// What somebody should look at.
    pub findings: Vec<PaperFinding>,
}

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

/// A block of a document in its outline.
#[derive(Debug, Serialize, TS)]
pub struct PaperOutline {
    /// Id of the block.
    pub block: String,
    /// Its kind.
    pub kind: String,
    /// Its kind in words.
    pub kind_text: String,
    /// Level of the heading that it is or stands below; 0: below none.
    pub level: u8,
    /// Its number; empty: none.
    pub number: String,
    /// The beginning of what it says, or what it shows: "Commitments · 1 Digital divides".
    pub label: String,
    /// Rows of the plan that it shows; 0 for words.
    pub rows: usize,
    /// There is something to look at in it.
    pub finding: bool,
}

/// How long a document is. Pages are an estimate.
#[derive(Debug, Serialize, TS)]
pub struct PaperLength {
    /// Words without the annex.
    pub words: usize,
    /// Pages without the annex, to a tenth.
    pub pages: f64,
    /// Pages that it should keep to.
    pub limit: usize,
    /// It is longer.
    pub over: bool,
    /// "about 3.5 of 4 pages without the annex".
    pub told: String,
}

/// What changed since a document was made as a file last.
#[derive(Debug, Serialize, TS)]
pub struct PaperChanged {
    /// Facts that it draws on and that are others now.
    pub facts: usize,
    /// Blocks, head or box that say something else.
    pub words: usize,
    /// Since when.
    pub since: DocumentMade,
}

/// Something that somebody should look at.
#[derive(Debug, Serialize, TS)]
pub struct PaperFinding {
    /// `unknown-figure`, `no-value`, `no-rows`, `unknown-since`.
    pub code: String,
    /// Id of the block; empty: head or box.
    pub block: String,
    /// What it is about, as it was typed.
    pub about: String,
    /// In words.
    pub words: String,
}

/// Makes a document with the customary structure, in one step.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct DocumentFromTemplate {
    /// Its title; empty: what the plan is called.
    pub title: String,
    /// Language of its words; empty: English.
    #[ts(optional, as = "Option<String>")]
    pub language: String,
}

/// Makes a revision of a document: a copy with its blocks that is a draft, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentRevise {
    /// The document, by id, symbol or title.
    pub id: String,
}

/// Puts a new block into a document, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct BlockAdd {
    /// The document, by id, symbol or title.
    pub document: String,
    /// The block behind which it goes; left out: behind all, or as `before` says.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<String>,
    /// The block before which it goes, where that is given instead.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<String>,
    /// Its fields: `kind`, `text`, `level`, `numbered` and the like.
    #[serde(default)]
    pub fields: BTreeMap<String, Json>,
}
