//! File structs of a snapshot: what its manifest says. Frozen with the format; fields that are not known are kept.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// One part of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Name of the entry: `commitment.json`.
    pub name: String,
    /// Rows in it.
    pub count: usize,
    /// Its length, decompressed.
    pub bytes: usize,
    /// SHA-256 of its decompressed bytes, hexadecimal.
    pub sha256: String,
}

/// A snapshot from which this one descends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ancestor {
    /// Its id.
    pub id: String,
    /// Its name. Left out where it is written as an ancestor: what somebody called a snapshot for somebody else is private.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When it was made, RFC 3339. Left out likewise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// Who made it. Left out likewise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Ids of its own parents.
    #[serde(default)]
    pub parents: Vec<String>,
}

/// The manifest: the first entry of a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the format.
    pub format: u32,
    /// The lowest version that a reader must know.
    pub min_reader: u32,
    /// SHA-256 over parts and parents, hexadecimal.
    pub id: String,
    /// Name that the sender gave it.
    #[serde(default)]
    pub name: String,
    /// Title of the plan.
    #[serde(default)]
    pub title: String,
    /// When it was made, RFC 3339.
    #[serde(default)]
    pub at: String,
    /// Who made it.
    #[serde(default)]
    pub by: String,
    /// For which organization.
    #[serde(default)]
    pub organization: String,
    /// Ids of the snapshots that it descends from directly.
    #[serde(default)]
    pub parents: Vec<String>,
    /// Parents, their parents, and so on to the root.
    #[serde(default)]
    pub ancestors: Vec<Ancestor>,
    /// What was left out because it is private: a kind, or `kind.field`. Not stated, never deleted.
    #[serde(default)]
    pub omitted: Vec<String>,
    /// What in it is private and went along because it was asked for: a kind, or `kind.field`. Readers who do not know it
    /// hold it back when they share.
    #[serde(default)]
    pub private: Vec<String>,
    /// The parts, sorted by name.
    pub parts: Vec<Part>,
    /// What was left open in a review: no value of it is agreed, so it is asked where it would be taken. As `Key::text` has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<String>,
    /// How far the history was of which it is a state: a sum for each sitting, and how many steps it has. Older states of the same
    /// plan are known by it, where they were no snapshots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub line: Vec<(String, u64)>,
    /// What a newer version says besides.
    #[serde(flatten)]
    pub extra: Map<String, Json>,
}

impl Manifest {
    /// Whether it is a state of the plan of which another is an earlier one, or the same.
    pub fn follows(&self, other: &Manifest) -> bool {
        let Some((sitting, steps)) = other.line.last() else { return false };
        self.line.iter().any(|(own, more)| own == sitting && more >= steps)
    }
    /// Steps of the history of which it is a state.
    pub fn steps(&self) -> u64 {
        self.line.iter().fold(0, |sum, (_, steps)| sum.saturating_add(*steps))
    }
    /// The snapshot as an ancestor of what is made from it.
    pub fn as_ancestor(&self) -> Ancestor {
        Ancestor {
            id: self.id.clone(),
            name: self.name.clone(),
            at: self.at.clone(),
            by: self.by.clone(),
            parents: self.parents.clone(),
        }
    }
}
