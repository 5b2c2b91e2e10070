//! THE table: one declaration per kind and field.
//!
//! Schema, capture triggers, `<kind>_create | _set | _delete`, state, snapshots, diff, hash, history sentences, grid columns
//! and the TypeScript types are driven by it. A new field is one line and one migration. The rows of the table stand in
//! rooms: `catalogue`, `rules`, `plan`, `papers`, `about_rows`, `views` and `ledger`.

mod about_rows;
mod catalogue;
mod facts;
mod field;
mod ledger;
mod papers;
mod plan;
mod rules;
mod shared;
mod views;

use serde::{Deserialize, Serialize};

pub use about_rows::ON;
use facts::PROVENANCE;
pub use facts::{FACTS, TOGETHER};
pub use field::{Class, Field, FieldType, KindDef, OnDelete};

/// A kind of row. Its name is the name of its table, of its part in a snapshot and of its commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Kind {
    /// The plan itself: one row, id `about`.
    About,
    /// One of the five objectives of the Compact, or one of the two cross-cutting rows.
    Objective,
    /// A resolution or the like.
    Instrument,
    /// One numbered paragraph of an instrument.
    Provision,
    /// A WSIS action line, C1 to C11, C7 as its eight sub-lines.
    ActionLine,
    /// A Sustainable Development Goal.
    Goal,
    /// What somebody can be in a group, on a commitment, at a milestone or for an action line.
    Role,
    /// An agency, bureau, ministry, Member State or collective.
    Organization,
    /// A document that is cited.
    Source,
    /// A dated event of the reference calendar, from which milestones can be taken.
    CalendarEntry,
    /// Rules of a body on when documents are due, to be applied to its meetings.
    RulePack,
    /// One rule of a pack: what is due how long before or after a meeting.
    Rule,
    /// A day on which nobody works, beside the weekends.
    Holiday,
    /// A row of the plan.
    Commitment,
    /// A dated event, deadline, deliverable or decision.
    Milestone,
    /// A body: working group, sub-group, task force, network, commission, council.
    Group,
    /// A person; private.
    Person,
    /// Who holds which role where.
    Assignment,
    /// What is counted.
    Indicator,
    /// One value of an indicator.
    Measurement,
    /// A dated report on a commitment.
    Update,
    /// A link from a commitment or an objective to a provision, action line, goal, group or milestone.
    Mapping,
    /// A Council document that is written from the plan.
    Document,
    /// One piece of a document: a heading, a paragraph, or rows of the plan.
    Block,
    /// Why something that the plan check asks about is intended.
    Intent,
    /// What was said to whom.
    Statement,
    /// A note on a row; private unless it is for everyone.
    Note,
    /// A view of a list that is kept with the plan: filters, order, grouping, columns.
    SavedView,
    /// Ledger: a snapshot that this plan descends from.
    Parent,
    /// Ledger: a part of a snapshot that this version does not know, kept to be written back.
    UnknownPart,
    /// Ledger: the name of a kind or `kind.field` that this version does not know and that is private.
    PrivateName,
}

/// How sure an entry of the catalogue is.
pub const CONFIDENCE: &[&str] = &["high", "medium", "low", "unverified"];
/// Where a fact comes from.
pub const BASIS: &[&str] = &["stated", "our_reading", "other"];
/// Status of a commitment.
pub const STATUS: &[&str] = &["planned", "ongoing", "completed", "concluded", "superseded", "not_reported"];
/// Kinds of commitment.
pub const COMMITMENT_KIND: &[&str] =
    &["undertaking", "activity", "offer", "platform", "national_commitment", "request_received"];
/// Whom a note is for; a note that does not say is for its author.
pub const AUDIENCE: &[&str] = &["me", "delegation", "everyone"];
/// Units of a distance between milestones, and of nothing else.
pub const UNIT: &[&str] = &["days", "weeks", "months", "years"];

/// Where a row stands in the annex; empty: where the document prints it.
pub const ANNEX: &[&str] = &["wsis_process", "itu_activities", "not_printed"];

/// How a commitment answers a provision: it goes on, it is done with, another follows it, it was made for it.
pub const ANSWER: &[&str] = &["continues", "completed", "superseded", "new"];

/// The ends of a milestone from which a distance is counted.
pub const ANCHOR_FROM: &[&str] = &["start", "end"];

/// Kinds of milestone, of calendar entry and of what a rule makes.
pub const MILESTONE_KIND: &[&str] = &["event", "deadline", "deliverable", "decision"];

/// What a document has gone through.
pub const DOCUMENT_STATE: &[&str] = &["draft", "in_clearance", "cleared", "submitted", "issued"];
/// The official languages, in which a document may have been written.
pub const LANGUAGES: &[&str] = &["ar", "zh", "en", "fr", "ru", "es"];
/// Kinds of block: three of words, and those that draw on the rows of the plan.
pub const BLOCK_KIND: &[&str] = &[
    "heading",
    "paragraph",
    "dash",
    "commitments",
    "annex",
    "milestones",
    "groups",
    "indicators",
    "updates",
    "changes",
];

/// All kinds, indexed by `Kind as usize`.
pub static KINDS: &[KindDef] = &[
    plan::ABOUT,
    catalogue::OBJECTIVE,
    catalogue::INSTRUMENT,
    catalogue::PROVISION,
    catalogue::ACTION_LINE,
    catalogue::GOAL,
    catalogue::ROLE,
    catalogue::ORGANIZATION,
    catalogue::SOURCE,
    catalogue::CALENDAR_ENTRY,
    rules::RULE_PACK,
    rules::RULE,
    rules::HOLIDAY,
    plan::COMMITMENT,
    plan::MILESTONE,
    plan::GROUP,
    plan::PERSON,
    plan::ASSIGNMENT,
    plan::INDICATOR,
    plan::MEASUREMENT,
    plan::UPDATE,
    plan::MAPPING,
    papers::DOCUMENT,
    papers::BLOCK,
    about_rows::INTENT,
    about_rows::STATEMENT,
    about_rows::NOTE,
    views::SAVED_VIEW,
    ledger::PARENT,
    ledger::UNKNOWN_PART,
    ledger::PRIVATE_NAME,
];

impl Kind {
    /// Number of kinds.
    pub const COUNT: usize = Kind::PrivateName as usize + 1;

    /// The declaration of this kind.
    pub fn def(self) -> &'static KindDef {
        &KINDS[self as usize]
    }
    /// Name of the kind, as in tables and commands.
    pub fn name(self) -> &'static str {
        self.def().name
    }
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        KINDS.iter().find(|d| d.name == name).map(|d| d.kind)
    }
    /// The fields that are facts; none, where no basis speaks for them.
    pub fn facts(self) -> &'static [&'static str] {
        FACTS.iter().find(|(kind, _)| *kind == self).map_or(&[], |(_, facts)| facts)
    }
    /// The fields that say where the facts come from.
    pub fn provenance(self) -> impl Iterator<Item = &'static str> {
        let own_day = self == Kind::Measurement;
        let fields = PROVENANCE.iter().copied().filter(move |name| !own_day || !name.starts_with("as_of"));
        fields.filter(move |name| self.def().field(name).is_some())
    }
    /// All kinds.
    pub fn all() -> impl Iterator<Item = Kind> {
        KINDS.iter().map(|d| d.kind)
    }
    /// All content kinds, in an order in which a row's references mostly come before it.
    pub fn content() -> impl Iterator<Item = Kind> {
        KINDS.iter().filter(|d| d.class == Class::Content).map(|d| d.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_indexed_by_kind_and_names_are_unique() {
        assert_eq!(KINDS.len(), Kind::COUNT);
        for (i, def) in KINDS.iter().enumerate() {
            assert_eq!(def.kind as usize, i, "{} stands at the wrong place", def.name);
            assert_eq!(Kind::from_name(def.name), Some(def.kind));
            assert!(def.fields.len() < 255);
            for (j, field) in def.fields.iter().enumerate() {
                assert_eq!(def.index(field.name), Some(j as u8), "{}.{} is declared twice", def.name, field.name);
                assert!(!matches!(field.name, "id" | "extra"), "{}.{} is reserved", def.name, field.name);
                if field.ty == FieldType::Date {
                    let words = format!("{}_words", field.name);
                    assert!(def.field(&words).is_some(), "{}.{} has no words beside it", def.name, field.name);
                }
            }
            let facts = def.kind.facts();
            assert!(facts.is_empty() || def.field("basis").is_some(), "nothing speaks for the facts of {}", def.name);
            assert!(def.field("basis").is_none() || !facts.is_empty(), "{} has a basis and no facts", def.name);
            for name in def.identity.iter().chain(def.one_of.iter().copied().flatten()).chain(facts) {
                assert!(def.field(name).is_some(), "{}.{name} is named but not declared", def.name);
            }
        }
    }
}
