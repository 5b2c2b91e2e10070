//! Reviews: the files that colleagues sent, and how far each review is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileInfo, FileRef};

/// Takes files into a review: snapshots, plans, copies of this plan. Nothing of the plan changes.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewStart {
    /// The files.
    #[serde(default)]
    pub files: Vec<FileRef>,
    /// Snapshots that are built in: `developments`.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub shipped: Vec<String>,
    /// Into which review; left out: into the one that is open, else into a new one.
    #[serde(default)]
    #[ts(optional)]
    pub review: Option<i64>,
    /// Into a new one in any case.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub apart: bool,
}

/// What was taken in.
#[derive(Debug, Serialize, TS)]
pub struct ReviewStarted {
    /// The review; `null`: no file could be read, and there is none.
    pub review: Option<ReviewView>,
    /// How many files are new in it.
    pub added: usize,
    /// Names of files that were in it already: the same file twice changes nothing.
    pub known: Vec<String>,
    /// Files that cannot be reviewed, and why.
    pub refused: Vec<RefusedFile>,
    /// What the live region says.
    pub announcement: String,
}

/// A file that cannot be reviewed.
#[derive(Debug, Serialize, TS)]
pub struct RefusedFile {
    /// The file.
    pub file: FileInfo,
    /// Why, in words.
    pub error: crate::WireError,
}

/// Names a review.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewGet {
    /// Its number; left out: the newest that is not closed.
    #[ts(optional)]
    pub review: Option<i64>,
    /// The window is shown to others: what is private is left out, and not counted.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A file of a review.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewFileView {
    /// Id of the snapshot: what decisions and filters name it by.
    pub snapshot: String,
    /// Name of the file.
    pub file: String,
    /// `snapshot`, `plan`, or `copy` of this plan.
    pub sort: String,
    /// Who sent it, short: the organization, else the person, else the file.
    pub who: String,
    /// The person.
    pub by: String,
    /// The organization.
    pub organization: String,
    /// Name of the snapshot.
    pub name: String,
    /// When it was made, RFC 3339; empty: unknown.
    pub at: String,
    /// Whose it is, of which day, and what it has in common with this plan, in words.
    pub sentence: String,
    /// There is a last common version; else it is compared by id and likeness alone.
    pub has_common: bool,
    /// Name and day of the last common version, of several each; empty: there is none, or nothing is known of it.
    pub common: String,
    /// Items to which it proposes something.
    pub items: usize,
}

/// How many items there are.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ReviewCounts {
    /// All.
    pub items: usize,
    /// Taken unless somebody decides otherwise.
    pub taken: usize,
    /// Conflicts.
    pub conflicts: usize,
    /// Always asked, although one side alone changed it.
    pub asked: usize,
    /// Decided.
    pub decided: usize,
    /// Asked or in conflict, and not decided, or decided as later or as a question to the sender.
    pub open: usize,
    /// Decided as later, or as a question to the sender.
    pub later: usize,
    /// Decided when mine was another: asked again.
    pub again: usize,
    /// What applying does: items that are taken or decided.
    pub apply: usize,
}

/// A value to filter by.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewChoice {
    /// Code: of a file, field or kind.
    pub code: String,
    /// Label.
    pub label: String,
    /// Items.
    pub count: usize,
    /// Open ones of them.
    pub open: usize,
}

/// Something to look at, about which nothing can be decided here.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewFinding {
    /// Rule.
    pub code: String,
    /// Kind of the row.
    pub kind: String,
    /// The row; empty: it is about a file.
    pub id: String,
    /// Snapshots that it comes from.
    pub from: Vec<String>,
    /// In words.
    pub sentence: String,
}

/// A time that a review was applied.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewApplied {
    /// The step.
    pub op: i64,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// It was undone: the review is open again.
    pub undone: bool,
}

/// A review.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewView {
    /// Its number.
    pub review: i64,
    /// `open`; `applied`, be it with something left open; `closed`.
    pub state: String,
    /// When it began, RFC 3339.
    pub at: String,
    /// Who began it.
    pub by: String,
    /// The step that items were worked out at; give it back to `review_apply`.
    pub op: i64,
    /// Its files.
    pub files: Vec<ReviewFileView>,
    /// Counts.
    pub counts: ReviewCounts,
    /// Who, to filter by: the files.
    pub by_file: Vec<ReviewChoice>,
    /// Fields, to filter by; the empty code is rows that come or go.
    pub by_field: Vec<ReviewChoice>,
    /// Kinds, to filter by.
    pub by_kind: Vec<ReviewChoice>,
    /// What should be looked at.
    pub findings: Vec<ReviewFinding>,
    /// When it was applied.
    pub applied: Vec<ReviewApplied>,
    /// "Apply 25, leave 3 open".
    pub sentence: String,
}

/// A review in a list.
#[derive(Debug, Serialize, TS)]
pub struct ReviewBrief {
    /// Its number.
    pub review: i64,
    /// `open`, `applied`, `closed`.
    pub state: String,
    /// When it began, RFC 3339.
    pub at: String,
    /// Who began it.
    pub by: String,
    /// Who sent what, short.
    pub files: Vec<String>,
    /// In words: day, files, what became of it.
    pub sentence: String,
}
