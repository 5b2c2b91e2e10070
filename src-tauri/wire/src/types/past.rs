//! History, snapshots, comparisons, jobs, events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{FileRef, PlanSummary, Source, StepView};

/// Asks for steps.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct HistoryList {
    /// Of rows of this kind.
    pub kind: Option<String>,
    /// Of one row of that kind.
    pub id: Option<String>,
    /// Of steps that this person made.
    pub by: Option<String>,
    /// Of steps that changed this field.
    pub field: Option<String>,
    /// Of steps whose sentences hold all of these words.
    pub text: Option<String>,
    /// Only steps before this number.
    pub before: Option<i64>,
    /// How many at the most.
    pub limit: Option<usize>,
    /// The window is shown to others: what is private neither matches nor appears; steps that were about nothing else are
    /// left out.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// Steps, newest first.
#[derive(Debug, Serialize, TS)]
pub struct HistoryPage {
    /// The steps.
    pub steps: Vec<StepView>,
    /// There are older ones.
    pub more: bool,
    /// Who ever made a step.
    pub people: Vec<String>,
}

/// Asks what a snapshot would hold.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct SnapshotPreview {
    /// Private parts to take along: `persons`, `notes`.
    pub with: Vec<String>,
    /// Of which state.
    pub source: Source,
}

/// Writes a snapshot.
#[derive(Debug, Deserialize, TS)]
pub struct SnapshotWrite {
    /// Where.
    pub file: FileRef,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Private parts to take along: `persons`, `notes`.
    #[serde(default)]
    pub with: Vec<String>,
    /// Of which state; anything but now is written without becoming a parent.
    #[serde(default)]
    pub source: Source,
}

/// What was written.
#[derive(Debug, Serialize, TS)]
pub struct SnapshotInfo {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Rows that went, by kind.
    pub goes: BTreeMap<String, usize>,
    /// What stayed here: kinds and fields with the number of rows, as `[name, count]`.
    pub stays: BTreeMap<String, usize>,
    /// Size in bytes.
    pub bytes: usize,
}

/// Compares two states.
#[derive(Debug, Deserialize, TS)]
pub struct Compare {
    /// Before.
    pub a: Source,
    /// After.
    pub b: Source,
    /// How many differences at the most; left out: all.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<usize>,
    /// From which difference on.
    #[serde(default)]
    #[ts(optional, as = "Option<usize>")]
    pub offset: usize,
    /// Of rows of this kind.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Of this field.
    #[serde(default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// `added`, `removed` or `changed`.
    #[serde(default)]
    #[ts(optional)]
    pub what: Option<String>,
    /// Whose sentence or title holds all of these words.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// The words of a date by themselves too, where the date is another: for programs. People are told of the date.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub every_field: bool,
    /// The window is shown to others: what is private is left out, and not counted.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// Writes a comparison to a file.
#[derive(Debug, Deserialize, TS)]
pub struct CompareWrite {
    /// What is compared, and which differences.
    #[serde(flatten)]
    pub compare: Compare,
    /// Where: by its ending as text (`.txt`), JSON (`.json`) or `.csv`.
    pub file: FileRef,
}

/// One difference.
#[derive(Debug, Serialize, TS)]
pub struct ChangeView {
    /// Kind of the row.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its short name.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its title.
    pub title: String,
    /// `added`, `removed`, `changed`.
    pub what: String,
    /// Field.
    pub field: Option<String>,
    /// Label of the field; empty: the whole row.
    pub field_label: String,
    /// Before.
    pub before: Json,
    /// After.
    pub after: Json,
    /// Before, in words; empty: nothing.
    pub before_text: String,
    /// After, in words; empty: nothing.
    pub after_text: String,
    /// In words.
    pub sentence: String,
    /// It is about what is private, or its words name a person of the plan. In a discreet answer nothing is.
    pub private: bool,
}

/// Differences.
#[derive(Debug, Serialize, TS)]
pub struct Changes {
    /// In the order of kinds, rows and fields; the first of them, where a limit was given.
    pub changes: Vec<ChangeView>,
    /// All differences.
    pub total: usize,
    /// Rows that differ.
    pub rows: usize,
    /// Rows that are new.
    pub added: usize,
    /// Rows that are gone.
    pub removed: usize,
    /// Rows of which fields differ.
    pub changed: usize,
}

/// A kept snapshot or an ancestor.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnapshotBrief {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// When, RFC 3339.
    pub at: String,
    /// Why it is kept: `made`, `origin`, `reviewed`; for an ancestor empty.
    pub why: String,
}

/// What a plan or snapshot says of itself.
#[derive(Debug, Serialize, TS)]
pub struct PlanDetails {
    /// Title.
    pub title: String,
    /// `plan` or `snapshot`.
    pub sort: String,
    /// Permanent id of the plan, id of the snapshot.
    pub id: String,
    /// Version of schema or format.
    pub schema: u32,
    /// Rows of each kind.
    pub counts: BTreeMap<String, usize>,
    /// Snapshots that it descends from directly.
    pub parents: Vec<SnapshotBrief>,
    /// Snapshots whose bytes it keeps.
    pub kept: Vec<SnapshotBrief>,
    /// The newest step.
    pub last_step: Option<StepView>,
    /// Hash of the content.
    pub hash: String,
    /// What was left out of a snapshot.
    pub omitted: Vec<String>,
}

/// One hash.
#[derive(Debug, Serialize, TS)]
pub struct HashAnswer {
    /// 64 hexadecimal digits.
    pub hash: String,
}

/// Whether a file is whole.
#[derive(Debug, Serialize, TS)]
pub struct VerifyAnswer {
    /// It is; what is not is an error.
    pub whole: bool,
    /// In words.
    pub message: String,
}

/// Starts a command in the background.
#[derive(Debug, Deserialize, TS)]
pub struct JobStart {
    /// Name of the command.
    pub command: String,
    /// Its arguments.
    #[serde(default)]
    pub arguments: Json,
}

/// Names a job.
#[derive(Debug, Deserialize, TS)]
pub struct JobName {
    /// Number of the job.
    pub job: u64,
}

/// How far a job is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobView {
    /// Number.
    pub job: u64,
    /// Command.
    pub command: String,
    /// `running`, `done`, `failed`, `cancelled`.
    pub state: String,
    /// 0 to 1; `null`: cannot be told.
    pub progress: Option<f64>,
    /// The answer, when done.
    pub answer: Json,
    /// The error, when failed.
    pub error: Option<crate::WireError>,
}

/// A kind and a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowKey {
    /// Kind.
    pub kind: String,
    /// Id.
    pub id: String,
}

/// Event `plan-changed`: sent after a commit, never before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanChanged {
    /// Number of the step.
    pub op: i64,
    /// Name of the operation.
    pub kind: String,
    /// Tables that changed.
    pub tables: Vec<String>,
    /// Rows that changed, at most 500; beyond that `many` is set and views fetch all.
    pub rows: Vec<RowKey>,
    /// More rows changed than are listed.
    pub many: bool,
    /// Milestones whose computed days changed, at most 500.
    pub days: Vec<String>,
    /// What the frame shows now.
    pub plan: PlanSummary,
}
