//! Requests and answers. Structs of the wire only: no row of the store, no file struct. `null` means "none".

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

/// A request without arguments.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct Nothing {}

/// An answer without content.
#[derive(Debug, Serialize, TS)]
pub struct Done {}

/// A file that the host let the user choose, or was handed. Never a path: those stay behind the border.
pub type FileRef = String;

/// A file as it is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileInfo {
    /// What commands take.
    pub file: FileRef,
    /// Name without folder.
    pub name: String,
    /// Folder, shortened for the screen.
    pub folder: String,
    /// Whether it is there.
    pub exists: bool,
}

/// Which rows are meant: those of now, of an earlier moment, or of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Source {
    /// The open plan as it is.
    #[default]
    Now,
    /// The open plan as it was: a step number, an RFC 3339 instant, or the name of a snapshot.
    Moment {
        /// The moment.
        moment: String,
    },
    /// Another plan or a snapshot.
    File {
        /// The file.
        file: FileRef,
    },
}

/// Settings of this person on this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Name of the person, as colleagues see it.
    pub name: String,
    /// Acronym of the organization.
    pub organization: String,
    /// Language of the window: a code of the locales.
    pub language: String,
    /// `system`, `light`, `dark`, `contrast`.
    pub theme: String,
    /// Text size in percent.
    pub text_size: u32,
}

/// Settings to change; what is left out stays.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct SettingsSet {
    /// Name of the person.
    pub name: Option<String>,
    /// Acronym of the organization.
    pub organization: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Theme.
    pub theme: Option<String>,
    /// Text size in percent, 75 to 200.
    pub text_size: Option<u32>,
}

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// Nothing.
    Nothing,
    /// A plan that can be edited.
    Plan,
    /// A plan that is only read.
    PlanReadOnly,
    /// The starter plan as it is shipped: read-only, "make my own copy".
    Starter,
    /// A snapshot: read-only, "make my own copy".
    Snapshot,
}

/// A step that can be taken back or done again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StepName {
    /// Its number.
    pub op: i64,
    /// Its name in words: "Set status".
    pub name: String,
}

/// What the frame of the window shows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanSummary {
    /// What is open.
    pub open: Open,
    /// Title of the plan.
    pub title: String,
    /// The file, where there is one.
    pub file: Option<FileInfo>,
    /// Why it is only read, in words; empty where it can be edited.
    pub read_only_because: String,
    /// When the last step was saved, RFC 3339; empty: nothing yet.
    pub saved_at: String,
    /// Number of the newest step; 0: none.
    pub op: i64,
    /// What undo would take back.
    pub undo: Option<StepName>,
    /// What redo would do again.
    pub redo: Option<StepName>,
    /// Number of rows of each kind, by its name.
    pub counts: BTreeMap<String, usize>,
    /// For a snapshot: its name, day and sender in words.
    pub provenance: String,
}

/// What the window needs when it starts.
#[derive(Debug, Serialize, TS)]
pub struct Start {
    /// Settings.
    pub settings: Settings,
    /// What is open.
    pub plan: PlanSummary,
    /// Plans that were open lately, newest first.
    pub recent: Vec<FileInfo>,
    /// Version of the program.
    pub version: String,
    /// Languages that can be chosen: code and own name.
    pub languages: Vec<Choice>,
    /// Nothing was ever opened or made here.
    pub first_start: bool,
    /// A message from the start: a file on the command line that could not be opened.
    pub problem: Option<crate::WireError>,
}

/// A code and its label.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Choice {
    /// Code.
    pub code: String,
    /// Label in the language of the request.
    pub label: String,
}

/// What a file is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Open a plan or a snapshot.
    Open,
    /// Place for a new plan.
    NewPlan,
    /// Place for a snapshot.
    Snapshot,
}

/// Asks the user for a file.
#[derive(Debug, Deserialize, TS)]
pub struct FileChoose {
    /// What for.
    pub purpose: Purpose,
    /// Suggested name, without folder; empty: none.
    #[serde(default)]
    pub suggested: String,
}

/// Names a file.
#[derive(Debug, Deserialize, TS)]
pub struct FileArgument {
    /// The file.
    pub file: FileRef,
}

/// Makes a new plan and opens it.
#[derive(Debug, Deserialize, TS)]
pub struct PlanNew {
    /// Where.
    pub file: FileRef,
    /// Without the ITU's rows: the catalogue only.
    #[serde(default)]
    pub empty: bool,
    /// Title, for an empty plan.
    #[serde(default)]
    pub title: String,
}

/// Type of a field, for editors and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// EDTF date with words beside it.
    Date,
    /// One of `choices`.
    Choice,
    /// A row of `target`.
    Reference,
    /// Texts.
    Texts,
    /// Rows of `target`.
    References,
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
    /// Yes or no.
    Flag,
    /// A place in an order.
    Order,
}

/// A field of a kind.
#[derive(Debug, Serialize, TS)]
pub struct FieldInfo {
    /// Name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Type.
    pub field: FieldKind,
    /// Codes and labels of a choice.
    pub choices: Vec<Choice>,
    /// Kind of the rows that it names.
    pub target: Option<String>,
    /// Stays on the laptop unless asked for.
    pub private: bool,
    /// May not be empty.
    pub required: bool,
    /// Cannot be typed.
    pub computed: bool,
    /// Longest text, in characters.
    pub max: u32,
}

/// A kind.
#[derive(Debug, Serialize, TS)]
pub struct KindInfo {
    /// Name.
    pub kind: String,
    /// Label of one.
    pub label: String,
    /// Label of many.
    pub plural: String,
    /// Part of the catalogue.
    pub catalogue: bool,
    /// Its fields, in order.
    pub fields: Vec<FieldInfo>,
}

/// One field of one row, ready to be shown and edited.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Cell {
    /// The value; `null`: empty.
    pub value: Json,
    /// The value in words. For an empty field what is said of it ("not stated"), or nothing.
    pub text: String,
    /// Longer words, where a short form is shown: the name behind an acronym.
    pub title: String,
    /// The field is empty.
    pub empty: bool,
}

/// One row, ready to be shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowView {
    /// Kind.
    pub kind: String,
    /// Permanent id.
    pub id: String,
    /// Short name: reference, acronym, code.
    pub short: String,
    /// Title.
    pub title: String,
    /// The fields that were asked for, by name, and computed columns: `when` and `owner_lead` of commitments, `when` of
    /// milestones, `shown_as_of` of both.
    pub cells: BTreeMap<String, Cell>,
}

/// A filter on one field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct FilterBy {
    /// Field.
    pub field: String,
    /// Codes or ids of which one is enough; `null` stands for "empty".
    pub any: Vec<Option<String>>,
}

/// One key of an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct SortBy {
    /// Field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// What a view shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ViewQuery {
    /// Words, all of which a row must hold.
    pub text: String,
    /// Filters, all of which must hold.
    pub filters: Vec<FilterBy>,
    /// Order; empty: the order of the plan.
    pub sort: Vec<SortBy>,
    /// Field to group by.
    pub group: Option<String>,
}

/// Asks for a window of a view.
#[derive(Debug, Deserialize, TS)]
pub struct ViewGet {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What to show.
    #[serde(default)]
    pub query: ViewQuery,
    /// Position of the first row.
    pub from: usize,
    /// Position behind the last row.
    pub to: usize,
    /// Fields to send; empty: all.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// A group of a view.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupView {
    /// Code or id; `null`: the field is empty.
    pub key: Option<String>,
    /// Label.
    pub label: String,
    /// Sign before it: the number of an objective; empty: none.
    pub badge: String,
    /// Position of its first row.
    pub from: usize,
    /// Number of its rows.
    pub count: usize,
}

/// A window of a view.
#[derive(Debug, Serialize, TS)]
pub struct ViewWindow {
    /// The newest step that it knows of.
    pub op: i64,
    /// Rows in the view.
    pub count: usize,
    /// Rows without filters.
    pub total: usize,
    /// Groups, without gaps; empty: not grouped.
    pub groups: Vec<GroupView>,
    /// Position of the first row of `rows`.
    pub from: usize,
    /// The rows from there.
    pub rows: Vec<RowView>,
}

/// Asks where a row stands in a view.
#[derive(Debug, Deserialize, TS)]
pub struct ViewPosition {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What the view shows.
    #[serde(default)]
    pub query: ViewQuery,
    /// The row.
    pub id: String,
}

/// Asks which values a field has, to filter by.
#[derive(Debug, Deserialize, TS)]
pub struct ViewChoices {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What the view shows apart from this field's own filter.
    #[serde(default)]
    pub query: ViewQuery,
    /// The field.
    pub field: String,
}

/// A value that can be filtered by.
#[derive(Debug, Serialize, TS)]
pub struct ChoiceCount {
    /// Code or id; `null`: empty.
    pub key: Option<String>,
    /// Label.
    pub label: String,
    /// Rows that have it.
    pub count: usize,
}

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
    /// The rows.
    pub rows: Vec<RowBrief>,
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
    /// Persons and organizations with their roles.
    pub people: Vec<RowBrief>,
    /// Reports, newest first.
    pub updates: Vec<RowBrief>,
    /// Its newest steps.
    pub history: Vec<StepView>,
    /// The owner is another organization than the user's: a change will travel as a proposal.
    pub foreign_owner: Option<String>,
}

/// Asks for rows whose name begins with or holds what was typed.
#[derive(Debug, Deserialize, TS)]
pub struct RowSuggest {
    /// Kind.
    pub kind: String,
    /// What was typed.
    pub text: String,
    /// How many at the most.
    #[serde(default = "dozen")]
    pub limit: usize,
}

fn dozen() -> usize {
    12
}

/// A suggested row.
#[derive(Debug, Serialize, TS)]
pub struct Suggestion {
    /// Id.
    pub id: String,
    /// Short name.
    pub label: String,
    /// Title, or which alias fitted.
    pub hint: String,
}

/// Asks what a typed date means.
#[derive(Debug, Deserialize, TS)]
pub struct DateUnderstand {
    /// What was typed.
    pub text: String,
}

/// One meaning of a typed date.
#[derive(Debug, Serialize, TS)]
pub struct DateMeaning {
    /// EDTF.
    pub date: String,
    /// In words.
    pub words: String,
}

/// What a typed date means.
#[derive(Debug, Serialize, TS)]
pub struct DateAnswer {
    /// One meaning: understood. Several: to be asked. None: not understood.
    pub meanings: Vec<DateMeaning>,
}

/// Makes a row.
#[derive(Debug, Deserialize, TS)]
pub struct RowCreate {
    /// Its id, where it is a code that somebody gives; else left out.
    #[serde(default)]
    pub id: Option<String>,
    /// Its fields, by name. Dates may be typed in words.
    #[serde(default)]
    pub fields: BTreeMap<String, Json>,
}

/// Sets one field.
#[derive(Debug, Deserialize, TS)]
pub struct FieldSet {
    /// The row: its id, or its reference, acronym or code.
    pub id: String,
    /// The field.
    pub field: String,
    /// The new value; `null` empties it. A date may be EDTF or typed words.
    #[serde(default)]
    pub value: Json,
    /// For a date, the words as given.
    #[serde(default)]
    pub words: Option<String>,
    /// The value that the sender saw; left out: not checked. (Left out and `null` are different.)
    #[serde(default, deserialize_with = "given")]
    #[ts(type = "JsonValue", optional)]
    pub was: Option<Json>,
    /// One focus of one editor: what it sets is one step.
    #[serde(default)]
    pub token: Option<String>,
}

/// Tells `"was": null` from no `was`.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(deserializer).map(Some)
}

/// Deletes a row and what is nothing without it.
#[derive(Debug, Deserialize, TS)]
pub struct RowDelete {
    /// The row: its id, or its reference, acronym or code.
    pub id: String,
}

/// One field of one row, for operations on many.
#[derive(Debug, Deserialize, TS)]
pub struct SetOne {
    /// Kind.
    pub kind: String,
    /// The row.
    pub id: String,
    /// The field.
    pub field: String,
    /// The new value.
    #[serde(default)]
    pub value: Json,
    /// For a date, the words as given.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
    /// The value that the sender saw; left out: not checked.
    #[serde(default, deserialize_with = "given")]
    #[ts(type = "JsonValue", optional)]
    pub was: Option<Json>,
}

/// Sets many fields in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RowsSet {
    /// The fields.
    pub set: Vec<SetOne>,
}

/// Names a row of a kind.
#[derive(Debug, Deserialize, TS)]
pub struct RowName {
    /// Kind.
    pub kind: String,
    /// The row.
    pub id: String,
}

/// Deletes many rows in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RowsDelete {
    /// The rows.
    pub rows: Vec<RowName>,
}

/// Puts a row behind another.
#[derive(Debug, Deserialize, TS)]
pub struct RowsOrder {
    /// Kind.
    pub kind: String,
    /// The row to move.
    pub id: String,
    /// The row behind which it goes; `null`: first.
    pub after: Option<String>,
}

/// Takes a milestone from the reference calendar.
#[derive(Debug, Deserialize, TS)]
pub struct MilestoneTake {
    /// The entry.
    pub entry: String,
}

/// Takes back the newest step.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct Undo {
    /// The user was asked about a step of an earlier sitting.
    pub confirmed: bool,
}

/// What a write did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Written {
    /// Number of the step; `null`: nothing changed, there is no step.
    pub op: Option<i64>,
    /// The row that was made.
    pub created: Option<String>,
    /// What happened and how to take it back, for the live region.
    pub announcement: String,
}

/// Asks for steps.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct HistoryList {
    /// Of one row: its kind.
    pub kind: Option<String>,
    /// Of one row: the row.
    pub id: Option<String>,
    /// Only steps before this number.
    pub before: Option<i64>,
    /// How many at the most.
    pub limit: Option<usize>,
}

/// Steps, newest first.
#[derive(Debug, Serialize, TS)]
pub struct HistoryPage {
    /// The steps.
    pub steps: Vec<StepView>,
    /// There are older ones.
    pub more: bool,
}

/// Asks what a snapshot would hold.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct SnapshotPreview {
    /// Private parts to take along: `persons`, `notes`.
    pub with: Vec<String>,
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
    /// `added`, `removed`, `changed`.
    pub what: String,
    /// Field.
    pub field: Option<String>,
    /// Before.
    pub before: Json,
    /// After.
    pub after: Json,
    /// In words.
    pub sentence: String,
}

/// Differences.
#[derive(Debug, Serialize, TS)]
pub struct Changes {
    /// In the order of kinds, rows and fields.
    pub changes: Vec<ChangeView>,
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

/// A kind and a row, in events.
#[derive(Debug, Clone, Serialize, TS)]
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
