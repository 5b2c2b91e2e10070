//! The timeline: lanes and marks in a window of time and rows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RowBrief, RowKey, Source, ViewQuery};

/// How the timeline is drawn: lengths in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
pub struct TimelineScale {
    /// Of a day.
    pub day: f64,
    /// Of a letter.
    pub letter: f64,
    /// Of the longest label.
    pub label: f64,
    /// Of a cell whose marks may be gathered into one.
    pub cell: f64,
    /// Rows of a lane, at the most; where more are needed, marks are gathered.
    pub rows: usize,
}

/// What the timeline shows, whatever part of it is on screen.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
pub struct TimelineAsk {
    /// Rows of when.
    #[serde(default)]
    pub source: Source,
    /// The earlier state that is compared with; `null`: none.
    #[serde(default)]
    pub compare: Option<Source>,
    /// Which milestones.
    #[serde(default)]
    pub query: ViewQuery,
    /// Commitments that have dates are shown, too.
    #[serde(default)]
    pub commitments: bool,
    /// What a lane is: `objective`, `group`, `lead`, `plan`.
    pub lanes: String,
    /// Keys of lanes that are folded; `null`: the one of rows that belong to none.
    #[serde(default)]
    pub folded: Vec<Option<String>>,
    /// How it is drawn.
    pub scale: TimelineScale,
}

/// A window of the timeline.
#[derive(Debug, Deserialize, TS)]
pub struct TimelineGet {
    /// What it shows.
    #[serde(flatten)]
    pub ask: TimelineAsk,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// First half row.
    pub top: usize,
    /// Half row behind the last.
    pub bottom: usize,
    /// Which links are drawn: `none`, `selected`, `all`.
    #[serde(default)]
    pub links: String,
    /// The row whose links are drawn, and where it stands is told.
    #[serde(default)]
    pub selected: Option<RowKey>,
}

/// Rows of a gathered mark.
#[derive(Debug, Deserialize, TS)]
pub struct TimelineGathered {
    /// What the timeline shows.
    #[serde(flatten)]
    pub ask: TimelineAsk,
    /// One of the rows.
    pub row: RowKey,
    /// How many to tell, at the most.
    pub limit: usize,
}

/// A window of the timeline, and what lies around it.
#[derive(Debug, Serialize, TS)]
pub struct TimelineView {
    /// Newest step.
    pub op: i64,
    /// Today.
    pub today: String,
    /// Rows that are on it.
    pub count: usize,
    /// Rows that were asked for and have no date.
    pub undated: usize,
    /// Its height in half rows.
    pub height: usize,
    /// How many lanes there are.
    pub lane_count: usize,
    /// First day that is known of any mark; empty: there are no marks.
    pub first: String,
    /// Last day.
    pub last: String,
    /// What became of its rows since the earlier state, in words; empty: nothing is compared.
    pub compared: String,
    /// The lanes that reach into the window.
    pub lanes: Vec<TimelineLane>,
    /// The marks in it.
    pub marks: Vec<TimelineMark>,
    /// Marks that are not among them, because they are too many.
    pub marks_more: usize,
    /// The links that are drawn.
    pub links: Vec<TimelineLink>,
    /// Links that are not among them, because they are too many.
    pub links_more: usize,
    /// Where the selected row stands, where it is on the timeline.
    pub selected: Option<TimelinePlace>,
}

/// Where a row stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelinePlace {
    /// Its first half row.
    pub top: usize,
    /// Its days.
    pub days: TimelineDays,
    /// It stands in a gathered mark.
    pub gathered: bool,
}

/// A lane.
#[derive(Debug, Serialize, TS)]
pub struct TimelineLane {
    /// The row that its marks belong to; `null`: they belong to none.
    pub key: Option<String>,
    /// Kind of that row.
    pub kind: String,
    /// Its name.
    pub label: String,
    /// Short sign beside it, such as the number of an objective; may be empty.
    pub badge: String,
    /// How many rows of the plan are in it.
    pub count: usize,
    /// Its position among the lanes.
    pub index: usize,
    /// Its first half row.
    pub top: usize,
    /// Its rows.
    pub rows: usize,
    /// It is folded.
    pub folded: bool,
    /// What lies before the window.
    pub before: TimelineBeyond,
    /// What lies after it.
    pub after: TimelineBeyond,
}

/// What of a lane lies outside the window.
#[derive(Debug, Serialize, TS)]
pub struct TimelineBeyond {
    /// How many rows of the plan.
    pub count: usize,
    /// Day of the nearest of them; empty: there are none.
    pub day: String,
}

/// Start and end, not before and not after; empty: open or not known.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TimelineDays {
    /// It does not start before this day.
    pub start_not_before: String,
    /// It does not start after this day.
    pub start_not_after: String,
    /// It does not end before this day.
    pub end_not_before: String,
    /// It does not end after this day.
    pub end_not_after: String,
}

/// A mark: one row of the plan, or several that are gathered.
#[derive(Debug, Serialize, TS)]
pub struct TimelineMark {
    /// Kind of its row; of the first, where it is gathered.
    pub kind: String,
    /// Id of that row.
    pub id: String,
    /// Position of its lane among all lanes.
    pub lane: usize,
    /// Its row within the lane.
    pub row: usize,
    /// How many rows of the plan it stands for.
    pub count: usize,
    /// Its label: the title, or when it is, where the title stands beside the lane.
    pub label: String,
    /// All about it in a sentence.
    pub words: String,
    /// When it is, in words.
    pub when: String,
    /// Its days; of a gathered one the first and the last.
    pub days: TimelineDays,
    /// Code of the kind of milestone; empty: not stated, or a commitment.
    pub sort: String,
    /// One known day.
    pub exact: bool,
    /// It goes on without an end.
    pub goes_on: bool,
    /// The date is in doubt.
    pub doubt: bool,
    /// Its days are worked out from what it hangs on.
    pub computed: bool,
    /// It is over.
    pub past: bool,
    /// How many milestones hang on it.
    pub hanging: usize,
    /// The finest unit by which it can be moved: `day`, `month`, `quarter`, `half`, `year`, `decade`; empty: it has no date of
    /// its own that could be moved.
    pub step: String,
    /// What should be looked at, in words: it falls on a Sunday, or with others on one person in a week. May be empty.
    pub note: String,
    /// What became of it: `same`, `moved`, `new`, `gone`.
    pub fate: String,
    /// Where it was in the earlier state, where that is elsewhere.
    pub was: Option<TimelineDays>,
    /// When it was, in words.
    pub was_when: String,
}

/// A milestone hangs on another.
#[derive(Debug, Serialize, TS)]
pub struct TimelineLink {
    /// What it hangs on.
    pub from: TimelineEnd,
    /// What hangs.
    pub to: TimelineEnd,
    /// Counted from the end of what it hangs on.
    pub from_end: bool,
    /// "30 days before".
    pub words: String,
}

/// One end of a link.
#[derive(Debug, Serialize, TS)]
pub struct TimelineEnd {
    /// The milestone.
    pub id: String,
    /// Its first half row.
    pub top: usize,
    /// Its days.
    pub days: TimelineDays,
}

/// Some rows of a gathered mark.
#[derive(Debug, Serialize, TS)]
pub struct TimelineRows {
    /// The rows, each with when it is as its note.
    pub rows: Vec<RowBrief>,
    /// All of them.
    pub count: usize,
    /// When the first of them is, in words.
    pub first: String,
    /// When the last of them is.
    pub last: String,
    /// The first day and the last, where they are known.
    pub days: TimelineDays,
}

/// Asks which date a milestone would have.
#[derive(Debug, Deserialize, TS)]
pub struct MilestoneMovedGet {
    /// The milestone.
    pub id: String,
    /// By how many units; less than 0: earlier.
    pub by: i64,
    /// The unit: `day`, `week`, `month`, `quarter`, `half`, `year`, `decade`. A date that is vaguer moves by its own.
    pub unit: String,
}

/// The date that a milestone would have.
#[derive(Debug, Serialize, TS)]
pub struct MilestoneMoved {
    /// EDTF.
    pub date: String,
    /// In words.
    pub when: String,
    /// A sentence about it: where it would be, where it is, and how many move with it.
    pub words: String,
    /// Its days then.
    pub days: TimelineDays,
}
