//! Rule packs: which there are, and what they make of a meeting.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A rule pack, of the plan or of the application.
#[derive(Debug, Serialize, TS)]
pub struct RulePackView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is to be known of it.
    pub description: String,
    /// Where it comes from, and how sure that is, in words.
    pub provenance: String,
    /// It is in the plan, where it can be changed; else it comes with the application.
    pub in_plan: bool,
    /// How many rules it has.
    pub rules: usize,
}

/// Takes rule packs of the application into the plan.
#[derive(Debug, Deserialize, TS)]
pub struct RulePackTake {
    /// Ids of the packs.
    pub packs: Vec<String>,
}

/// Asks what a pack makes of a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct RulePackGet {
    /// The pack.
    pub pack: String,
    /// The meeting: a milestone.
    pub milestone: String,
    /// All of it keeps to working days, whatever the rules say.
    #[serde(default)]
    pub working: bool,
    /// Who would coordinate what is due; `null`: whom the rules name.
    #[serde(default)]
    pub organization: Option<String>,
}

/// What a pack makes of a meeting.
#[derive(Debug, Serialize, TS)]
pub struct RulePackDays {
    /// The meeting, and when it is, in words.
    pub meeting: String,
    /// Its deadlines, as the rules stand.
    pub lines: Vec<RuleLine>,
}

/// One deadline.
#[derive(Debug, Serialize, TS)]
pub struct RuleLine {
    /// The rule.
    pub rule: String,
    /// What is due.
    pub title: String,
    /// "14 days before".
    pub distance: String,
    /// When, in words; else why that is not known.
    pub when: String,
    /// The first day that it may be; empty: not known.
    pub day: String,
    /// What should be looked at, in words: it falls on a Sunday, it is past, it was moved to the working day before, with others it
    /// falls due on one holder in a week. May be empty.
    pub notes: Vec<String>,
    /// It was laid out before.
    pub there: bool,
    /// Source and confidence, in words.
    pub provenance: String,
}

/// Lays out the deadlines of a pack before a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct RulePackApply {
    /// The pack. One that the plan has not is taken with it.
    pub pack: String,
    /// The meeting.
    pub milestone: String,
    /// Which of its rules; empty: all.
    #[serde(default)]
    pub rules: Vec<String>,
    /// All of them keep to working days.
    #[serde(default)]
    pub working: bool,
    /// Who coordinates what is due.
    #[serde(default)]
    pub organization: Option<String>,
}

/// Writes a picture to a file that was chosen.
#[derive(Debug, Deserialize, TS)]
pub struct PictureWrite {
    /// Where.
    pub file: super::FileRef,
    /// `svg` or `png`.
    pub format: String,
    /// The text of an SVG; the bytes of a PNG in hexadecimal digits.
    pub content: String,
}
