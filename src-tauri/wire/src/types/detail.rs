//! One row with everything around it: links, roles, reports, indicators, what was shipped.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RowView, Source};

/// Names a row.
#[derive(Debug, Deserialize, TS)]
pub struct RowGet {
    /// Kind.
    pub kind: String,
    /// Its id, or its reference, acronym or code.
    pub id: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
    /// The state that the row is compared with.
    #[serde(default)]
    #[ts(optional)]
    pub compare: Option<Source>,
}

/// A row in a list of links.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowBrief {
    /// Kind.
    pub kind: String,
    /// Id.
    pub id: String,
    /// Short name.
    pub short: String,
    /// Title.
    pub title: String,
    /// What the link says: role, reason, date; in words.
    pub note: String,
}

/// Linked rows of one sort.
#[derive(Debug, Serialize, TS)]
pub struct LinkGroup {
    /// What they are: "Action lines", "Milestones".
    pub label: String,
    /// The rows, at most 200.
    pub rows: Vec<RowBrief>,
    /// All of them.
    pub count: usize,
}

/// A step of history in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StepView {
    /// Its number.
    pub op: i64,
    /// Name of the operation.
    pub kind: String,
    /// Its name in words.
    pub name: String,
    /// What it did, in sentences, at most a dozen; `more` counts the rest.
    pub sentences: Vec<String>,
    /// Changes that are not among the sentences.
    pub more: usize,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub by: String,
    /// For which organization.
    pub organization: String,
    /// `done`, `undone`, `dropped`, `noted`, `barrier`.
    pub state: String,
    /// It touched what is private, or its words name a person of the plan. In a discreet answer nothing is.
    pub private: bool,
}

/// Who holds which role where, ready to be shown and edited.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoleView {
    /// Id of the assignment.
    pub id: String,
    /// Where: a group, commitment, milestone or action line.
    pub place: RowBrief,
    /// The organization; `null`: none named.
    pub holder: Option<RowBrief>,
    /// Name of the person; empty: none named. Private.
    pub person: String,
    /// Id of the person. Private.
    pub person_id: Option<String>,
    /// Id of the role.
    pub role: String,
    /// Title of the role.
    pub role_label: String,
    /// `announced`, `confirmed`, `ended`; empty: not stated.
    pub state: String,
    /// The state in words; empty: not stated.
    pub state_label: String,
    /// From and to in words; empty: not stated.
    pub when: String,
    /// Basis in words; empty: not stated.
    pub basis: String,
    /// As of, in words; empty: not stated.
    pub as_of: String,
    /// The words of the source.
    pub stated_as: String,
    /// Source, paragraph and basis in words.
    pub provenance: String,
    /// It is over: its state says so, or its end lies before today.
    pub ended: bool,
    /// Role and state in words: "Co-lead, announced".
    pub words: String,
    /// The assignment with all its fields.
    pub row: RowView,
}

/// An indicator with its measurements.
#[derive(Debug, Serialize, TS)]
pub struct IndicatorView {
    /// The indicator, all fields.
    pub row: RowView,
    /// Its measurements, newest first, all fields.
    pub measurements: Vec<RowView>,
    /// How far it is from its baseline to its target; `null`: one of the numbers is not known.
    pub progress: Option<Progress>,
}

/// How far an indicator is.
#[derive(Debug, Serialize, TS)]
pub struct Progress {
    /// Percent of the way from baseline to target; may be less than nothing or more than all.
    pub percent: f64,
    /// In words.
    pub words: String,
}

/// When the next report is due.
#[derive(Debug, Serialize, TS)]
pub struct ReportDue {
    /// In words.
    pub words: String,
    /// The day has passed.
    pub overdue: bool,
}

/// What was said, to whom, when and where.
#[derive(Debug, Serialize, TS)]
pub struct StatementView {
    /// The statement, all fields.
    pub row: RowView,
    /// As a sentence to copy, with symbol and paragraph.
    pub sentence: String,
}

/// A field whose value is another than the shipped one.
#[derive(Debug, Serialize, TS)]
pub struct ShippedField {
    /// Field.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The shipped value in words.
    pub text: String,
}

/// A row with everything that is linked to it.
#[derive(Debug, Serialize, TS)]
pub struct RowDetail {
    /// The row, all fields.
    pub row: RowView,
    /// Where it comes from, in words: "ITU action plan, Annex, objective 1; stated".
    pub provenance: String,
    /// Links, grouped.
    pub links: Vec<LinkGroup>,
    /// Of a group, commitment, milestone or action line: who holds what there. Of an organization, person or role: what they
    /// hold. At most 500.
    pub roles: Vec<RoleView>,
    /// All of them.
    pub role_count: usize,
    /// Reports, newest first, all fields.
    pub updates: Vec<RowView>,
    /// Indicators of a commitment or objective with their measurements; of an indicator: itself.
    pub indicators: Vec<IndicatorView>,
    /// What was said of it, newest first.
    pub statements: Vec<StatementView>,
    /// Notes on it, newest first, all fields. In a discreet answer there are none.
    pub notes: Vec<RowView>,
    /// When the next report on a commitment is due; `null`: the plan sets no rhythm, or nothing is awaited.
    pub report_due: Option<ReportDue>,
    /// Of a row of the catalogue: the fields whose shipped value differs. `null`: it was not shipped.
    pub shipped: Option<Vec<ShippedField>>,
    /// Its newest steps.
    pub history: Vec<StepView>,
    /// The owner is another organization than the user's: a change will travel as a proposal.
    pub foreign_owner: Option<String>,
}
