//! What a milestone would come to that hangs on another.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks which days a milestone would have.
#[derive(Debug, Deserialize, TS)]
pub struct MilestoneDaysGet {
    /// The milestone, where it is there: it cannot hang on what hangs on it.
    pub id: Option<String>,
    /// What it would hang on.
    pub anchor: String,
    /// How far away; less than 0: before.
    pub distance: i64,
    /// `days`, `weeks`, `months`, `years`.
    pub unit: String,
    /// Counted from its `start` or `end`.
    pub from: String,
    /// On a working day: the last one before, where the distance leads to another.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub working: bool,
}

/// The days that a milestone would have.
#[derive(Debug, Serialize, TS)]
pub struct MilestoneDays {
    /// EDTF; empty: not known.
    pub date: String,
    /// In words, or why they are not known.
    pub when: String,
    /// "30 days before WTSA-24".
    pub words: String,
    /// What should be looked at, in words: it falls on a Sunday, it was moved to the working day before. May be empty.
    pub note: String,
    /// They are known.
    pub known: bool,
}
