//! Questions: what the plan check noticed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RowBrief, Source};

/// Asks for questions.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct QuestionsList {
    /// Which rows are meant.
    pub source: Source,
    /// Only questions of this rule.
    #[ts(optional)]
    pub rule: Option<String>,
    /// Only questions that touch this row.
    #[ts(optional)]
    pub row: Option<super::RowKey>,
    /// What somebody said is intended, in place of what is to be asked.
    #[ts(optional, as = "Option<bool>")]
    pub intended: bool,
    /// The few that help most, in place of all.
    #[ts(optional, as = "Option<bool>")]
    pub first: bool,
    /// Position of the first question.
    #[ts(optional, as = "Option<usize>")]
    pub from: usize,
    /// Position behind the last; 0: as many as one request may ask for.
    #[ts(optional, as = "Option<usize>")]
    pub to: usize,
    /// The window is shown to others: there are no questions then.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A rule, with how much it asks.
#[derive(Debug, Serialize, TS)]
pub struct QuestionRule {
    /// Its name.
    pub rule: String,
    /// What it is about.
    pub title: String,
    /// Why it is asked.
    pub why: String,
    /// Its questions.
    pub count: usize,
    /// Rows that they touch.
    pub rows: usize,
    /// Position of its first question among all.
    pub from: usize,
}

/// Why something is intended.
#[derive(Debug, Serialize, TS)]
pub struct Intended {
    /// Id of the row that keeps it.
    pub id: String,
    /// The reason, with who said so and when.
    pub words: String,
}

/// One question.
#[derive(Debug, Serialize, TS)]
pub struct Question {
    /// Its rule.
    pub rule: String,
    /// What it is about: with the rule, its name.
    pub subject: String,
    /// The question.
    pub words: String,
    /// Why it is asked.
    pub why: String,
    /// The first of the rows that it touches.
    pub rows: Vec<RowBrief>,
    /// How many it touches.
    pub count: usize,
    /// What helps, in words.
    pub remedy: String,
    /// The field that an answer fills in a row of the first one's kind; empty: it is not one field.
    pub field: String,
    /// Why it is intended, where somebody said so.
    pub intended: Option<Intended>,
}

/// Questions.
#[derive(Debug, Serialize, TS)]
pub struct Questions {
    /// The newest step that it knows of.
    pub op: i64,
    /// All that is to be asked.
    pub open: usize,
    /// All that is intended.
    pub intended: usize,
    /// The rules that ask something, in order.
    pub rules: Vec<QuestionRule>,
    /// Questions that fit the request.
    pub count: usize,
    /// Position of the first of `questions`.
    pub from: usize,
    /// The questions from there.
    pub questions: Vec<Question>,
}

/// Names a question.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionName {
    /// Its rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
}

/// Asks for the rows that a question touches.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionRows {
    /// The question.
    #[serde(flatten)]
    pub question: QuestionName,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// Position of the first row.
    pub from: usize,
    /// Position behind the last row.
    pub to: usize,
}

/// Rows that a question touches.
#[derive(Debug, Serialize, TS)]
pub struct TouchedRows {
    /// How many it touches.
    pub count: usize,
    /// Position of the first of `rows`.
    pub from: usize,
    /// The rows from there.
    pub rows: Vec<RowBrief>,
}

/// Says why what a question is about is intended.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionIntended {
    /// The question.
    #[serde(flatten)]
    pub question: QuestionName,
    /// The reason.
    pub because: String,
    /// Only these of its rows, by id; left out: all of them.
    #[serde(default)]
    #[ts(optional)]
    pub rows: Option<Vec<String>>,
}

/// Asks which rows name a group or an organization.
#[derive(Debug, Deserialize, TS)]
pub struct RowNaming {
    /// Its kind.
    pub kind: String,
    /// Its id, or its acronym or title.
    pub id: String,
    /// The window is shown to others: what is private is not counted.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}
