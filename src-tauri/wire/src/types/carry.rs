//! Carrying a plan forward to an instrument: its paragraphs, what may answer them, what was decided; and editions.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::{RowBrief, Source};

/// How many paragraphs of an instrument are decided.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct CarryCounts {
    /// All of them.
    pub all: usize,
    /// Commitments answer them.
    pub answered: usize,
    /// They are none of ours.
    pub not_for_us: usize,
    /// Nothing was decided yet.
    pub open: usize,
}

/// Asks which instruments the plan can be carried forward to.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct CarryList {
    /// Which rows are meant.
    pub source: Source,
}

/// An instrument that has paragraphs.
#[derive(Debug, Serialize, TS)]
pub struct CarryInstrument {
    /// The instrument; its note is when it was adopted.
    pub instrument: RowBrief,
    /// How many of its paragraphs are decided.
    pub counts: CarryCounts,
}

/// A state of the plan under a name of its own.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EditionView {
    /// Its name.
    pub name: String,
    /// What reads take.
    pub source: Source,
    /// When it was made, RFC 3339.
    pub at: String,
    /// Who made it; may be empty.
    pub by: String,
    /// The step behind which the plan was so.
    pub op: i64,
    /// The instrument that the plan was carried forward to.
    pub instrument: Option<RowBrief>,
    /// The beginning of its id, the sum of its content: what is quoted can be told from what is not the same.
    pub sum: String,
    /// How it is quoted, in words.
    pub quote: String,
}

/// Asks for the paragraphs of an instrument.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct CarryGet {
    /// The instrument: id, symbol or title.
    pub instrument: String,
    /// Which rows are meant.
    pub source: Source,
    /// Only paragraphs of which that was decided: `open`, `answered`, `not_for_us`; left out: all.
    #[ts(optional)]
    pub decision: Option<String>,
    /// Only paragraphs that hold all these words.
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// The paragraph whose place is asked for, by its id.
    #[ts(optional)]
    pub find: Option<String>,
    /// Position of the first.
    #[ts(optional, as = "Option<usize>")]
    pub from: usize,
    /// Position behind the last; 0: as many as one request may ask for.
    #[ts(optional, as = "Option<usize>")]
    pub to: usize,
}

/// How a commitment answers a paragraph.
#[derive(Debug, Serialize, TS)]
pub struct CarryAnswerView {
    /// The commitment.
    pub commitment: RowBrief,
    /// `continues`, `completed`, `superseded`, `new`.
    pub answer: String,
    /// What takes its place, where it is superseded.
    pub by: Option<RowBrief>,
    /// All of it in words.
    pub text: String,
}

/// A paragraph of an instrument, and what was decided about it.
#[derive(Debug, Serialize, TS)]
pub struct CarryParagraph {
    /// Its id.
    pub id: String,
    /// Its number.
    pub paragraph: String,
    /// The heading above it; may be empty.
    pub heading: String,
    /// What it is about.
    pub title: String,
    /// `open`, `answered`, `not_for_us`.
    pub decision: String,
    /// How commitments answer it.
    pub answers: Vec<CarryAnswerView>,
    /// Why it is none of ours.
    pub because: String,
}

/// An instrument beside the plan.
#[derive(Debug, Serialize, TS)]
pub struct CarryView {
    /// The newest step that it knows of.
    pub op: i64,
    /// The instrument; its note is when it was adopted.
    pub instrument: RowBrief,
    /// How many of its paragraphs are decided.
    pub counts: CarryCounts,
    /// Paragraphs that fit the request.
    pub count: usize,
    /// Position of the one whose place was asked for; `null`: it is not among them.
    pub at: Option<usize>,
    /// Position of the first of `paragraphs`.
    pub from: usize,
    /// The paragraphs from there.
    pub paragraphs: Vec<CarryParagraph>,
    /// The newest edition in which the plan was carried forward to it.
    pub edition: Option<EditionView>,
}

/// Asks what may answer a paragraph.
#[derive(Debug, Deserialize, TS)]
pub struct CarryPropose {
    /// The paragraph.
    pub provision: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// A commitment that is looked at as well, be it proposed or not.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub also: Vec<String>,
}

/// Something that is known of a paragraph.
#[derive(Debug, Serialize, TS)]
pub struct CarryFact {
    /// What it is.
    pub label: String,
    /// What is known.
    pub text: String,
}

/// Why a commitment is proposed.
#[derive(Debug, Serialize, TS)]
pub struct CarryReason {
    /// `linked`, `cites`, `follows`, `group`, `action_line`, `goal`, `organization`, `words`, `objective`.
    pub reason: String,
    /// In words.
    pub text: String,
}

/// A commitment that may answer a paragraph.
#[derive(Debug, Serialize, TS)]
pub struct CarryCandidate {
    /// The commitment; its note is when it is.
    pub row: RowBrief,
    /// Who owns it and who leads it.
    pub owner: String,
    /// Its status; empty: not stated.
    pub status: String,
    /// Its status, in words.
    pub status_text: String,
    /// Why it is proposed, the strongest reason first; none: somebody chose it.
    pub reasons: Vec<CarryReason>,
    /// How it answers the paragraph; empty: nothing was decided.
    pub answer: String,
    /// How, in words; may be empty.
    pub answer_text: String,
}

/// A paragraph whole, and what may answer it.
#[derive(Debug, Serialize, TS)]
pub struct CarryProposals {
    /// The newest step that it knows of.
    pub op: i64,
    /// The paragraph.
    pub paragraph: CarryParagraph,
    /// What is asked for, in full; empty: the title says it.
    pub action: String,
    /// What else is known of it.
    pub facts: Vec<CarryFact>,
    /// What may answer it: what does already, then what is proposed, then what was asked for.
    pub candidates: Vec<CarryCandidate>,
    /// The fields that a new commitment would have.
    pub new: Vec<CarryField>,
}

/// A field that a new commitment would have.
#[derive(Debug, Serialize, TS)]
pub struct CarryField {
    /// The field.
    pub field: String,
    /// Its value.
    pub value: Json,
    /// In words.
    pub text: String,
}

/// Decides about paragraphs.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct CarryDecide {
    /// The paragraphs. An answer is of one; several may be none of ours, or open again.
    pub provisions: Vec<String>,
    /// `continues`, `completed`, `superseded`, `new`, `not_for_us`; `open`: what was decided is taken back.
    pub decision: String,
    /// The commitment that answers: with `continues`, `completed` and `superseded`. With `open`: only its answer is taken back.
    #[ts(optional)]
    pub commitment: Option<String>,
    /// With `superseded`: the commitment that takes its place; left out: a new one is made.
    #[ts(optional)]
    pub by: Option<String>,
    /// Fields of a commitment that is made; what is left out comes from the paragraph.
    #[ts(optional, as = "Option<Map<String, Json>>")]
    pub fields: Map<String, Json>,
    /// With `not_for_us`: why.
    #[ts(optional, as = "Option<String>")]
    pub because: String,
}

/// Asks what an edition would end.
#[derive(Debug, Deserialize, TS)]
pub struct EditionPreview {
    /// The instrument that the plan is carried forward to.
    pub instrument: String,
}

/// What an edition would end.
#[derive(Debug, Serialize, TS)]
pub struct EditionReady {
    /// How many paragraphs are decided.
    pub counts: CarryCounts,
    /// A name that it could have.
    pub name: String,
    /// The state before the first decision, by the number of its step; `null`: nothing was decided in this plan.
    pub before: Option<i64>,
    /// The name of that state, where it has one: then it can be quoted already.
    pub before_named: String,
    /// A name that it could have, where it has none.
    pub before_name: String,
    /// The editions that there are, newest first.
    pub editions: Vec<EditionView>,
}

/// Makes an edition of the plan.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct EditionMake {
    /// Its name.
    pub name: String,
    /// The instrument that the plan was carried forward to; left out: none.
    #[ts(optional)]
    pub instrument: Option<String>,
    /// It is made although paragraphs are open.
    #[ts(optional, as = "Option<bool>")]
    pub although_open: bool,
    /// The state before the first decision gets this name, so that it stays quotable; left out: none.
    #[ts(optional)]
    pub before: Option<String>,
}

/// An edition was made.
#[derive(Debug, Serialize, TS)]
pub struct EditionMade {
    /// The edition.
    pub edition: EditionView,
    /// The state before, where it got a name.
    pub before: Option<EditionView>,
    /// What happened, for the live region.
    pub announcement: String,
}
