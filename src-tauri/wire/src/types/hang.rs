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
    /// They are known.
    pub known: bool,
}
