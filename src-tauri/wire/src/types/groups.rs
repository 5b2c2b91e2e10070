//! Groups: the tree of bodies, and the card that answers who leads.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RoleView, RowBrief, RowView, Source};

/// Asks for the tree of groups.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct GroupTree {
    /// Which rows are meant.
    pub source: Source,
}

/// A group in the tree.
#[derive(Debug, Serialize, TS)]
pub struct GroupNode {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its acronym; empty: none.
    pub short: String,
    /// Levels above it.
    pub depth: usize,
    /// Its direct sub-groups.
    pub children: usize,
    /// The number of its objective; empty: none.
    pub badge: String,
    /// Its term in words: "2020–2025"; empty: not stated.
    pub when: String,
    /// Its term is over, or another group succeeded it.
    pub ended: bool,
}

/// Asks for the card of a group.
#[derive(Debug, Deserialize, TS)]
pub struct GroupGet {
    /// The group: its id, acronym or exact title.
    pub id: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// A sub-group on the card of its group.
#[derive(Debug, Serialize, TS)]
pub struct SubGroup {
    /// The sub-group; its note is its term in words.
    pub row: RowBrief,
    /// The number of its objective; empty: none.
    pub badge: String,
    /// Who holds what there.
    pub roles: Vec<RoleView>,
    /// What is not stated of it: "Second co-lead not stated"; empty: nothing is missing.
    pub not_stated: String,
}

/// What is known of a group, and what is not.
#[derive(Debug, Serialize, TS)]
pub struct GroupCard {
    /// The group, all fields.
    pub row: RowView,
    /// What sources state, one sentence each, with source and "as of".
    pub facts: Vec<String>,
    /// What somebody reads in a source, or entered without one, one sentence each.
    pub readings: Vec<String>,
    /// What is not stated, one sentence each.
    pub not_stated: Vec<String>,
    /// The question that follows, to be asked of whoever knows; empty: none.
    pub question: String,
    /// The groups that it succeeded.
    pub predecessors: Vec<RowBrief>,
    /// The group that succeeded it.
    pub successor: Option<RowBrief>,
    /// Who holds what in it.
    pub roles: Vec<RoleView>,
    /// Its sub-groups in their order.
    pub sub_groups: Vec<SubGroup>,
}

/// Asks how many roles some organizations or persons hold.
#[derive(Debug, Deserialize, TS)]
pub struct RolesLoadGet {
    /// Ids of organizations and persons.
    pub holders: Vec<String>,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// What somebody holds. Nobody is scored by it: it is told only when it is asked for.
#[derive(Debug, Serialize, TS)]
pub struct RolesLoad {
    /// The organization or person.
    pub holder: String,
    /// Roles that are held now, wherever; what several documents state is one.
    pub roles: usize,
    /// Those of them that lead.
    pub leading: usize,
    /// Groups in which they are held.
    pub groups: usize,
    /// The most that are, or may be, held on one day.
    pub at_once: usize,
    /// In words: "5 roles, 2 leading, up to 4 at once".
    pub words: String,
}
