//! What is open, settings, files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
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
    /// A snapshot that is built in: `starter` or `developments`.
    Shipped {
        /// Its name.
        name: String,
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
    /// Files that were written can be shown in their folder and opened from here.
    pub has_desktop: bool,
    /// Nothing was ever opened or made here.
    pub first_start: bool,
    /// A message from the start: a file on the command line that could not be opened.
    pub problem: Option<crate::WireError>,
    /// The file that it is about.
    pub problem_file: Option<FileRef>,
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
    /// Place for a table of text (CSV).
    Table,
    /// Place for a drawing (SVG).
    Drawing,
    /// Place for a picture (PNG).
    Picture,
    /// Place for a text.
    Text,
    /// Place for data, as JSON.
    Data,
    /// Place for a list or for minutes: text, JSON or CSV.
    List,
    /// Place for a workbook (XLSX).
    Workbook,
    /// Place for a calendar (iCalendar).
    Calendar,
    /// Place for a document (Word).
    Word,
    /// Place for a document (PDF).
    Pdf,
    /// Place for a page that is read in a browser (HTML).
    Page,
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
