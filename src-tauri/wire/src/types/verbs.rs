//! Writes that follow a rule of their own: conclude, succeed, end, move, report, take back, go back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileRef, Source};

/// A row and the day on which something is so: a role ends, a milestone is moved there.
#[derive(Debug, Deserialize, TS)]
pub struct RowOnDay {
    /// The row.
    pub id: String,
    /// The day: EDTF or typed words.
    pub date: String,
    /// The date in the words of its source.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

/// Ends a role.
#[derive(Debug, Deserialize, TS)]
pub struct AssignmentEnd {
    /// The assignment, and until when.
    #[serde(flatten)]
    pub on: RowOnDay,
    /// Others that end with it in the same step: several documents may state the same. What has ended among them is left alone.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub also: Vec<String>,
}

/// Puts a role elsewhere on the board.
#[derive(Debug, Deserialize, TS)]
pub struct AssignmentMove {
    /// The assignment.
    pub id: String,
    /// Others that go with it in the same step: several documents may state the same. What has ended among them stays.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub also: Vec<String>,
    /// The group; left out: it stays in its group.
    #[serde(default)]
    #[ts(optional)]
    pub group: Option<String>,
    /// The organization; left out: it stays with its organization.
    #[serde(default)]
    #[ts(optional)]
    pub organization: Option<String>,
    /// The role stays where it is, and is held there as well.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub copy: bool,
}

/// Concludes a group.
#[derive(Debug, Deserialize, TS)]
pub struct GroupConclude {
    /// The group, and when it ends.
    #[serde(flatten)]
    pub on: RowOnDay,
    /// The roles in it end on that day too.
    #[serde(default)]
    pub end_roles: bool,
}

/// Has a group succeeded by another, which is there or is made.
#[derive(Debug, Deserialize, TS)]
pub struct GroupSucceed {
    /// The group, and when it ends.
    #[serde(flatten)]
    pub on: RowOnDay,
    /// The group that follows; `null`: it is made.
    #[serde(default)]
    pub successor: Option<String>,
    /// Title of the group that is made.
    #[serde(default)]
    pub title: Option<String>,
    /// Its sub-groups go over to the successor.
    #[serde(default)]
    pub sub_groups: bool,
}

/// Gives an organization another name; the old one is kept among those that it is also known as.
#[derive(Debug, Deserialize, TS)]
pub struct OrganizationRename {
    /// The organization.
    pub id: String,
    /// Its new name.
    pub name: String,
    /// Its new acronym; `null`: it keeps its own; empty: it has none any more.
    #[serde(default)]
    pub acronym: Option<String>,
}

/// Concludes an organization, which another may follow that is there or is made.
#[derive(Debug, Deserialize, TS)]
pub struct OrganizationConclude {
    /// The organization, and until when it was.
    #[serde(flatten)]
    pub on: RowOnDay,
    /// The organization that follows; `null`: none, or it is made.
    #[serde(default)]
    pub successor: Option<String>,
    /// Name of the organization that is made.
    #[serde(default)]
    pub name: Option<String>,
    /// The roles that it still holds end on that day too.
    #[serde(default)]
    pub end_roles: bool,
}

/// Reports on a commitment: an update, and the status as of that day where one is given.
#[derive(Debug, Deserialize, TS)]
pub struct CommitmentReport {
    /// The commitment, and as of which day.
    #[serde(flatten)]
    pub on: RowOnDay,
    /// The status; `null`: none is stated.
    #[serde(default)]
    pub status: Option<String>,
    /// What is reported.
    #[serde(default)]
    pub report: Option<String>,
    /// What shows it.
    #[serde(default)]
    pub evidence: Option<String>,
    /// "Confirmed, no change".
    #[serde(default)]
    pub no_change: bool,
}

/// Names a step.
#[derive(Debug, Deserialize, TS)]
pub struct StepNumber {
    /// Its number.
    pub op: i64,
}

/// Asks what taking back one older step would do.
#[derive(Debug, Deserialize, TS)]
pub struct StepPreviewGet {
    /// Its number.
    pub op: i64,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// What taking back one older step would do.
#[derive(Debug, Serialize, TS)]
pub struct StepPreview {
    /// What would go back, in sentences; the first of them.
    pub back: Vec<String>,
    /// Sentences that are not among them.
    pub back_more: usize,
    /// What was changed since and would stay, in sentences; the first of them.
    pub kept: Vec<String>,
    /// Sentences that are not among them.
    pub kept_more: usize,
    /// There is something to take back.
    pub possible: bool,
}

/// Makes all content as it was at a moment.
#[derive(Debug, Deserialize, TS)]
pub struct MomentReturn {
    /// The moment, or a file.
    pub source: Source,
}

/// Makes a restore point.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct RestorePointMake {
    /// Its name; may be empty.
    pub name: String,
}

/// Names a restore point.
#[derive(Debug, Deserialize, TS)]
pub struct RestorePointName {
    /// The restore point.
    pub id: String,
}

/// Copies a restore point to a file and opens it.
#[derive(Debug, Deserialize, TS)]
pub struct RestorePointCopy {
    /// The restore point.
    pub id: String,
    /// Where.
    pub file: FileRef,
}

/// A restore point.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestorePointView {
    /// What commands take.
    pub id: String,
    /// Its name; may be empty.
    pub name: String,
    /// When, RFC 3339.
    pub at: String,
    /// `asked`, `opened`, `before_return`, `before_review`, `time`.
    pub why: String,
    /// Its name, or why it was made, in words; and of which file it is, where it is of another one.
    pub label: String,
    /// The file that it is of, where that is another file of the same plan than the one asked about; else empty.
    pub file: String,
    /// It is cut off or changed, and cannot be used.
    pub damaged: bool,
    /// Size in bytes.
    pub bytes: u64,
    /// The newest step in it.
    pub op: i64,
}

/// What a reader found when it looked again.
#[derive(Debug, Serialize, TS)]
pub struct Refreshed {
    /// Somebody else had written; the rows were read again.
    pub changed: bool,
    /// Nobody edits it now: it may be opened to edit.
    pub may_edit: bool,
}

/// A moment that can be looked at, compared with and returned to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MomentView {
    /// For a moment of the plan what `source` holds; else empty.
    pub moment: String,
    /// What reads take.
    pub source: Source,
    /// Its name in words.
    pub name: String,
    /// When, RFC 3339; empty: not known.
    pub at: String,
    /// The day in words, where nothing but the day is known; else empty.
    pub day: String,
    /// Who made it; empty: not known.
    pub by: String,
    /// `start`, `edition`, `snapshot`, `restore_point`, `parent`, `shipped`.
    pub sort: String,
    /// Number of the newest step in it, where it is a moment of this plan.
    pub op: Option<i64>,
    /// Of an edition, the beginning of the sum of its content; else empty.
    pub sum: String,
    /// Of an edition, how it is quoted, in words; else empty.
    pub quote: String,
}
