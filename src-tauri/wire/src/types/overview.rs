//! Where the plan stands, and what comes next.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RowBrief, Source};

/// Asks where the objectives stand.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct StandingGet {
    /// Which rows are meant.
    pub source: Source,
}

/// Commitments of one status.
#[derive(Debug, Serialize, TS)]
pub struct StatusCount {
    /// Status; empty: not stated.
    pub status: String,
    /// Its label.
    pub label: String,
    /// Commitments that have it.
    pub count: usize,
}

/// One commitment, as a mark in the row of its objective.
#[derive(Debug, Serialize, TS)]
pub struct StandingMark {
    /// Its id.
    pub id: String,
    /// Its status; empty: not stated.
    pub status: String,
    /// Reference, title and status in words.
    pub title: String,
}

/// Where one objective stands.
#[derive(Debug, Serialize, TS)]
pub struct ObjectiveStanding {
    /// Its id.
    pub id: String,
    /// Its number; empty: none.
    pub number: String,
    /// Its short title.
    pub title: String,
    /// Commitments under it.
    pub count: usize,
    /// By status, in the order of the statuses; those that none has are left out.
    pub statuses: Vec<StatusCount>,
    /// The commitments by status, then in the order of the plan; empty, where there are more than 80.
    pub marks: Vec<StandingMark>,
    /// The newest "as of" of its commitments in words; empty: none stated.
    pub as_of: String,
    /// The oldest of them in words; empty: none stated.
    pub oldest: String,
    /// Commitments whose status is not stated or not reported.
    pub not_reported: usize,
    /// Commitments with a status of which nobody stated the day: how old it is cannot be told.
    pub undated: usize,
}

/// Where the objectives stand.
#[derive(Debug, Serialize, TS)]
pub struct Standing {
    /// The objectives in their order.
    pub objectives: Vec<ObjectiveStanding>,
    /// Commitments without an objective.
    pub other: usize,
}

/// Asks for what comes next.
#[derive(Debug, Deserialize, TS)]
pub struct MilestonesNext {
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// How many at the most.
    #[serde(default = "eight")]
    pub limit: usize,
}

fn eight() -> usize {
    8
}

/// A milestone that is under way or to come.
#[derive(Debug, Serialize, TS)]
pub struct NextMilestone {
    /// The milestone; its note is its place.
    pub row: RowBrief,
    /// When, in words.
    pub when: String,
    /// What is to be known of the date: "under way", "month stated", "30 days before …", "date to be confirmed".
    pub hint: String,
    /// It is a deadline.
    pub deadline: bool,
    /// It has begun and is not over.
    pub under_way: bool,
}
