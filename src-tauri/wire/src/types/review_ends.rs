//! What a review ends in: closing it, letters, minutes; and copies that a sync client left beside the plan.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileInfo, FileRef, ReviewFileView, ReviewFinding};

/// Closes a review, or opens it again.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewClose {
    /// The review.
    pub review: i64,
    /// Closed, or open again.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub reopen: bool,
    /// Forgotten, where it was never applied: nothing came of it.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub forget: bool,
}

/// Takes a file out of a review.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewPutBack {
    /// The review.
    pub review: i64,
    /// The snapshot.
    pub snapshot: String,
}

/// Asks for a letter to a colleague about items.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewLetterGet {
    /// The review.
    pub review: i64,
    /// To whom: the id of the snapshot.
    pub from: String,
    /// About which items; left out: those that are decided as a question.
    #[serde(default)]
    #[ts(optional)]
    pub items: Option<Vec<String>>,
}

/// A text to copy.
#[derive(Debug, Serialize, TS)]
pub struct ReviewLetter {
    /// The text.
    pub text: String,
    /// Items that it is about.
    pub items: usize,
}

/// Asks for the minutes of a review.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewMinutesGet {
    /// The review; left out: the newest.
    #[ts(optional)]
    pub review: Option<i64>,
    /// The window is shown to others.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// Writes the minutes of a review to a file.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewMinutesWrite {
    /// The review; left out: the newest.
    #[serde(default)]
    #[ts(optional)]
    pub review: Option<i64>,
    /// Where: by its ending as text (`.txt`) or as JSON (`.json`).
    pub file: FileRef,
    /// Without what is private.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// One line of minutes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewMinute {
    /// The item.
    pub item: String,
    /// Kind of the row.
    pub kind: String,
    /// The row.
    pub id: String,
    /// Its short name.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What it is called by those who do not know references: with the title beside.
    #[serde(default)]
    pub name: String,
    /// Label of the field; empty: the row.
    pub field_label: String,
    /// `taken`, `decided`, `open`, `held`.
    pub outcome: String,
    /// In words: who proposed what.
    pub sentence: String,
    /// In words: what became of it, by whom.
    pub result: String,
    /// It is about what is private.
    pub private: bool,
}

/// The minutes of a review: who sent what, what was taken, how it was decided, by whom, what is open.
#[derive(Debug, Serialize, TS)]
pub struct ReviewMinutes {
    /// The review.
    pub review: i64,
    /// `open`, `applied`, `closed`.
    pub state: String,
    /// Heading.
    pub title: String,
    /// When and by whom, in words.
    pub sentence: String,
    /// Who sent what.
    pub files: Vec<ReviewFileView>,
    /// What was taken.
    pub taken: Vec<ReviewMinute>,
    /// What was decided.
    pub decided: Vec<ReviewMinute>,
    /// What is open.
    pub open: Vec<ReviewMinute>,
    /// What should be looked at.
    pub findings: Vec<ReviewFinding>,
    /// All of it as plain text.
    pub text: String,
}

/// A file beside the plan that a sync client made because two people edited at once, or what lies in its place now.
#[derive(Debug, Serialize, TS)]
pub struct ConflictCopy {
    /// The file.
    pub file: FileInfo,
    /// `copy` beside the plan; `replaced`: the file at the plan's own place is another one now.
    pub sort: String,
    /// In words: whose, when it was changed last.
    pub sentence: String,
    /// It was reviewed already, as it is.
    pub reviewed: bool,
}
