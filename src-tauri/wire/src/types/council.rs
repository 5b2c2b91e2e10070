//! Documents for a council that are written from the plan: a list of them, their preview, and what makes one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{Choice, PaperBoxed, PaperHead, PaperLabels, PaperPart, RowBrief, Source};

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
    /// Documents that follow it.
    pub followed_by: Vec<RowBrief>,
    /// Number of its blocks.
    pub blocks: usize,
    /// When it was made as a file last; `null`: never, or what is open is no plan.
    pub made: Option<DocumentMade>,
    /// The file of the document that it revises against which it is held: the newest that was made of that as issued, else the newest;
    /// `null`: it revises none, or no file was made of that.
    pub revised_as: Option<DocumentMade>,
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
    /// The first of them: the rows, each with the fact as it is said.
    pub aged: Vec<RowBrief>,
    /// "14 facts changed since …, 3 older than six months": all of it in one sentence.
    pub told: String,
    /// What somebody should look at.
    pub findings: Vec<PaperFinding>,
    /// How many findings there are besides.
    pub untold: usize,
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
    /// How often it is so.
    pub count: usize,
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
