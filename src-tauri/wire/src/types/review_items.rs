//! What colleagues propose, item by item; what is decided about it, and applying that.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{ReviewView, RowBrief, Written};

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
