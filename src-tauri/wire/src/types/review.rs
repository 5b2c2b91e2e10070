//! Reviews: what colleagues propose, and what is decided about it.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{FileInfo, FileRef, RowBrief, Written};

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

/// Which items of a review.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewFilter {
    /// To which this file proposes something: the id of its snapshot.
    #[ts(optional)]
    pub file: Option<String>,
    /// Of this kind.
    #[ts(optional)]
    pub kind: Option<String>,
    /// Of this row of that kind.
    #[ts(optional)]
    pub id: Option<String>,
    /// Of this field; empty: rows that come or go.
    #[ts(optional)]
    pub field: Option<String>,
    /// `taken`, `conflict`, `asked`, `decided`, `open`, `later`, `again`.
    #[ts(optional)]
    pub state: Option<String>,
    /// Whose sentence holds all of these words.
    #[ts(optional)]
    pub text: Option<String>,
}

/// Asks for items, grouped by row.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewItemsGet {
    /// The review; left out: the newest that is not closed.
    #[ts(optional)]
    pub review: Option<i64>,
    /// Which.
    #[ts(optional, as = "Option<ReviewFilter>")]
    pub filter: ReviewFilter,
    /// From which on.
    #[ts(optional, as = "Option<usize>")]
    pub offset: usize,
    /// How many at the most; left out: 100.
    #[ts(optional)]
    pub limit: Option<usize>,
    /// The window is shown to others.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A piece of a text, and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TextMark {
    /// `same`, `inserted`, `deleted`.
    pub mark: String,
    /// The text.
    pub text: String,
}

/// A field of a row, in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewField {
    /// Label.
    pub label: String,
    /// What is stated.
    pub text: String,
}

/// A value of an item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewValue {
    /// As data; of several fields together an object; of a row its fields; `null`: nothing there.
    pub value: Json,
    /// In words.
    pub text: String,
    /// From the last common version to this one, word by word; empty: there is nothing to mark.
    pub marks: Vec<TextMark>,
    /// Of a row, what is stated in it.
    pub fields: Vec<ReviewField>,
}

/// A value that is proposed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewCandidate {
    /// The value.
    pub value: ReviewValue,
    /// The snapshots that have it.
    pub from: Vec<String>,
    /// Who that is, short.
    pub who: String,
}

/// How an item is decided.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewDecisionView {
    /// `mine`, `theirs`, `both`, `write`, `ask`, `later`.
    pub decision: String,
    /// The snapshot whose value it is to be.
    pub from: Option<String>,
    /// What was written anew.
    pub value: Json,
    /// A word to it.
    pub note: String,
    /// By whom.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// In words.
    pub text: String,
}

/// One thing that somebody proposes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewItem {
    /// What it is named by.
    pub item: String,
    /// Kind of the row.
    pub kind: String,
    /// Label of the kind.
    pub kind_label: String,
    /// The row.
    pub id: String,
    /// Its short name.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The first field; empty: whether the row is there.
    pub field: String,
    /// All fields of it that differ; where there are several, values are objects of them.
    pub fields: Vec<String>,
    /// Label of the fields that differ.
    pub field_label: String,
    /// The field is a long text: words are marked, and may be put together.
    pub is_long: bool,
    /// `taken`, `conflict`, `asked`.
    pub state: String,
    /// Why it is asked, as a code; empty: it is taken.
    pub why: String,
    /// Why, in words.
    pub why_text: String,
    /// In words: who proposes what, what was there, and what you did.
    pub sentence: String,
    /// The last common value; `null`: there is none.
    pub common: Option<ReviewValue>,
    /// Your value.
    pub mine: ReviewValue,
    /// Where your value comes from, when it was taken in an earlier review; empty: not so.
    pub mine_from: String,
    /// What is proposed.
    pub theirs: Vec<ReviewCandidate>,
    /// The words of all put together; `null`: they touch, or it is no long text.
    pub both: Option<ReviewValue>,
    /// What is chosen unless somebody chooses: `theirs` for what is taken, `both` where words can be put together, else `later`.
    pub preselected: String,
    /// How it is decided; `null`: not.
    pub decision: Option<ReviewDecisionView>,
    /// It was decided when mine was another: it is asked again.
    pub again: bool,
    /// It is open: applying leaves it as it is.
    pub open: bool,
    /// The value can be written anew: it is a field.
    pub can_write: bool,
    /// What stands against the decision, where something does: applying leaves it as it is. `null`: nothing is known to.
    pub held: Option<ReviewHold>,
    /// It is about what is private.
    pub private: bool,
}

/// What stands against a deletion that was agreed to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewHold {
    /// In words: which rows need the row, and what can be done.
    pub text: String,
    /// Rows that need it, at most a dozen.
    pub rows: Vec<RowBrief>,
}

/// Items of a review.
#[derive(Debug, Serialize, TS)]
pub struct ReviewItems {
    /// The step that they were worked out at.
    pub op: i64,
    /// All that the filter lets through.
    pub total: usize,
    /// Those of the window, by kind and row.
    pub items: Vec<ReviewItem>,
}

/// Decides items: those that are named, or all that a filter lets through.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewDecide {
    /// The review.
    pub review: i64,
    /// The items.
    #[serde(default)]
    #[ts(optional)]
    pub items: Option<Vec<String>>,
    /// Which, where none are named.
    #[serde(default)]
    #[ts(optional)]
    pub filter: Option<ReviewFilter>,
    /// `mine`, `theirs`, `both`, `write`, `ask`, `later`; `null`: not decided any more.
    #[serde(default)]
    #[ts(optional)]
    pub decision: Option<String>,
    /// For `theirs`, whose: the id of the snapshot. Needed where several propose different values.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<String>,
    /// For `write`: the value; of several fields together an object.
    #[serde(default)]
    #[ts(optional, as = "Option<Json>")]
    pub value: Json,
    /// For a date that is written anew, the words as they were given.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
    /// A word to it.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub note: String,
    /// The window is shown to others: the counts of the answer are without what is private.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// What was decided.
#[derive(Debug, Serialize, TS)]
pub struct ReviewDecided {
    /// Items that were decided.
    pub decided: usize,
    /// Items that the decision does not fit, of many: they are as they were.
    pub left: usize,
    /// Counts now.
    pub review: ReviewView,
    /// What the live region says.
    pub announcement: String,
}

/// Applies a review: one step.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewApply {
    /// The review.
    pub review: i64,
    /// The step that its items were worked out at: what is another since is asked again. Left out: as it is now.
    #[serde(default)]
    #[ts(optional)]
    pub op: Option<i64>,
}

/// A decision that a rule stands against.
#[derive(Debug, Serialize, TS)]
pub struct ReviewHeld {
    /// The item.
    pub item: String,
    /// Why, in words.
    pub sentence: String,
}

/// What applying did.
#[derive(Debug, Serialize, TS)]
pub struct ReviewDone {
    /// The step.
    pub written: Written,
    /// Items that were taken or decided.
    pub settled: usize,
    /// Items that stay open.
    pub open: usize,
    /// Decisions that a rule stands against: they stay open.
    pub held: Vec<ReviewHeld>,
}

/// Closes a review, or opens it again.
#[derive(Debug, Deserialize, TS)]
pub struct ReviewClose {
    /// The review.
    pub review: i64,
    /// Closed, or open again.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub reopen: bool,
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
