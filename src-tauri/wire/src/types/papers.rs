//! Documents that are made of the plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileInfo, FileRef, Source};

/// Makes a document of the plan, for people without this application.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PlanExport {
    /// Where. A file that is there is replaced where it is of the same sort.
    pub file: FileRef,
    /// `docx`, `pdf`, `xlsx`, `csv`, `json`, `ics`, `html`; empty: by the ending of the file.
    #[serde(default)]
    pub format: String,
    /// Which document of the plan, by id or symbol; for `docx` and `pdf`. Left out: the only one there is.
    #[serde(default)]
    #[ts(optional)]
    pub document: Option<String>,
    /// Language of the words of the document itself; for `docx` and `pdf`, where it is that of the document when left out, for `xlsx`, and for `csv` with labels. In
    /// English where there are no words in it yet, which a workbook says on its first sheet.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
    /// Marks changes since then; for `docx`.
    #[serde(default)]
    #[ts(optional)]
    pub since: Option<Source>,
    /// Marks changes against another document of the plan, by id, symbol or title; empty: against the one that it revises. As that was
    /// when a file was made of it last, of the files those that were issued before others; without any file, and where `since` says
    /// of when, as it is or was then. For `docx`.
    #[serde(default)]
    #[ts(optional)]
    pub against: Option<String>,
    /// Makes the file of an earlier export once more, by its number in the books: of its state, with the changes that it marked. For
    /// documents for a council; document, source, since and language are those of then.
    #[serde(default)]
    #[ts(optional)]
    pub again: Option<i64>,
    /// Rows of which kind; for `csv`. Left out: commitments.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// What the first line says; for `csv`: `names` of fields, for programs, or `labels` for people, in `language`. Left out: `names`.
    #[serde(default)]
    #[ts(optional)]
    pub heads: Option<String>,
    /// Private parts to take along: `persons`, `notes`.
    #[serde(default)]
    pub with: Vec<String>,
    /// What is done with dates that are no known days; for `ics`: `span`, over all days that are possible, or `leave_out`.
    #[serde(default)]
    #[ts(optional)]
    pub vague: Option<String>,
    /// Of which state.
    #[serde(default)]
    pub source: Source,
}

/// What was made.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    /// The file.
    pub file: FileInfo,
    /// Its format.
    pub format: String,
    /// Language of its labels; empty: it has none.
    pub language: String,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Rows that are in it, by kind.
    pub rows: BTreeMap<String, usize>,
    /// Rows that could not be in it, by kind: milestones without a date in a calendar.
    pub left_out: BTreeMap<String, usize>,
    /// Characters that the fonts of a PDF lack, so that boxes stand in their place; empty: none.
    pub missing: String,
    /// It was noted in the plan; not, where the plan is only read.
    pub noted: bool,
    /// What was made once more is byte for byte what it was; `null`: nothing was made once more.
    pub same: Option<bool>,
    /// What happened, in words.
    pub announcement: String,
}

/// A document that was made of the plan.
#[derive(Debug, Serialize, TS)]
pub struct ExportView {
    /// Its number in the books.
    pub id: i64,
    /// When, RFC 3339.
    pub at: String,
    /// When, in words.
    pub at_text: String,
    /// By whom.
    pub by: String,
    /// For which organization.
    pub organization: String,
    /// Its format.
    pub format: String,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The newest step that is in it: the moment to look at or to compare with.
    pub op: i64,
    /// The document of the plan, where it is one.
    pub document: Option<String>,
    /// Its symbol then.
    pub symbol: String,
    /// Its state then: `draft`, `in_clearance`, `cleared`, `submitted`, `issued`; empty: not stated.
    pub state: String,
    /// Its state then, in words.
    pub state_text: String,
    /// Since when it marks changes, as it was asked for.
    pub since: String,
    /// The other document against which it marks them: its symbol, else its title; empty: it marks those of the document itself.
    pub against: String,
    /// It can be made once more: it is a document for a council, and the state that it marks changes since is in this plan.
    pub again: bool,
}
