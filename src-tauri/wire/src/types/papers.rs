//! Documents that are made of the plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileInfo, FileRef, Source};

/// Makes a document of the plan, for people without this application.
#[derive(Debug, Deserialize, TS)]
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
    /// Language of the words of the document itself; for `docx` and `pdf`. Left out: as the document says, else English.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
    /// Marks changes since then; for `docx`.
    #[serde(default)]
    #[ts(optional)]
    pub since: Option<Source>,
    /// Rows of which kind; for `csv`. Left out: commitments.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
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
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Rows that are in it, by kind.
    pub rows: BTreeMap<String, usize>,
    /// Rows that could not be in it, by kind: milestones without a date in a calendar.
    pub left_out: BTreeMap<String, usize>,
    /// It was noted in the plan; not, where the plan is only read.
    pub noted: bool,
    /// What happened, in words.
    pub announcement: String,
}

/// A document that was made of the plan.
#[derive(Debug, Serialize, TS)]
pub struct ExportView {
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
    /// Its state then, in words.
    pub state: String,
    /// Since when it marks changes, as it was asked for.
    pub since: String,
}
