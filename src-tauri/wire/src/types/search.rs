//! Search over everything, and the card that answers who holds a role.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RowBrief, Source};

/// Asks for what was typed.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct SearchFind {
    /// What was typed: words, never a pattern.
    pub text: String,
    /// Which rows are meant.
    pub source: Source,
    /// Only rows of these kinds; empty: of all.
    #[ts(optional, as = "Option<Vec<String>>")]
    pub kinds: Vec<String>,
    /// Position of the first row.
    #[ts(optional, as = "Option<usize>")]
    pub from: usize,
    /// Position behind the last; 0: the first twenty.
    #[ts(optional, as = "Option<usize>")]
    pub to: usize,
    /// The window is shown to others: what is private neither matches nor appears.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A piece of a text.
#[derive(Debug, Serialize, TS)]
pub struct SnippetPiece {
    /// The piece.
    pub text: String,
    /// It is what was looked for.
    pub found: bool,
}

/// A row that was found.
#[derive(Debug, Serialize, TS)]
pub struct FoundRow {
    /// The row; its note is when it is.
    pub row: RowBrief,
    /// Label of its kind.
    pub kind_label: String,
    /// Label of the field in which it was found; empty: in its name.
    pub field: String,
    /// The words around what was found, where that is not its name.
    pub snippet: Vec<SnippetPiece>,
}

/// How many rows of a kind were found.
#[derive(Debug, Serialize, TS)]
pub struct FoundKind {
    /// Kind.
    pub kind: String,
    /// Label of many.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// Who holds a role: what is stated, when, where, and what is not.
#[derive(Debug, Serialize, TS)]
pub struct AnswerCard {
    /// What was understood: "C6: lead".
    pub question: String,
    /// The place that was asked for; several, where that is several: "C7" is eight action lines.
    pub lines: Vec<AnswerLine>,
    /// What to ask whoever knows; empty: nothing.
    pub ask: String,
}

/// What is known of one place where a role is held.
#[derive(Debug, Serialize, TS)]
pub struct AnswerLine {
    /// The place.
    pub row: RowBrief,
    /// What sources state, one sentence each, with source and as-of.
    pub stated: Vec<String>,
    /// What somebody reads or entered without a source.
    pub readings: Vec<String>,
    /// What is not stated.
    pub not_stated: Vec<String>,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct SearchFound {
    /// The newest step that it knows of.
    pub op: i64,
    /// Rows that were found.
    pub count: usize,
    /// By kind, those with most first.
    pub kinds: Vec<FoundKind>,
    /// The answer, where it was asked who holds a role.
    pub card: Option<AnswerCard>,
    /// Position of the first of `rows`.
    pub from: usize,
    /// The rows from there, the best first.
    pub rows: Vec<FoundRow>,
    /// What was typed holds words; signs alone say nothing.
    pub says_something: bool,
}
