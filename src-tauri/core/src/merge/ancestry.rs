//! Who descends from whom, and the last state that two versions have in common.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::settle::drafted;
use super::{Common, Content, Issued, Item, Key, Part, Proposal, Verdict, Version, merge};
use crate::Result;
use crate::snapshot::{Ancestor, Manifest, Snapshot};

/// How deep ancestors that disagree are merged before what they disagree in counts as unclear.
const DEEPEST: usize = 6;

/// One line of descent: ids, and the parents of each as far as they are known.
pub type Line = HashMap<String, BTreeSet<String>>;

/// What is known of descent, from all manifests at hand.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    parents: Line,
}

impl Lineage {
    /// Notes a snapshot and its parents.
    pub fn note(&mut self, id: &str, parents: impl IntoIterator<Item = String>) {
        self.parents.entry(id.to_owned()).or_default().extend(parents);
    }
    /// Notes ancestors as a list of them says.
    pub fn note_all<'a>(&mut self, ancestors: impl IntoIterator<Item = &'a Ancestor>) {
        for ancestor in ancestors {
            self.note(&ancestor.id, ancestor.parents.iter().cloned());
        }
    }
    /// Notes what a manifest says.
    pub fn note_manifest(&mut self, manifest: &Manifest) {
        self.note(&manifest.id, manifest.parents.iter().cloned());
        self.note_all(&manifest.ancestors);
    }
    /// These, and all that they descend from. A list that goes in circles ends all the same.
    pub fn with_ancestors<'a>(&self, heads: impl IntoIterator<Item = &'a str>) -> HashSet<String> {
        let mut met: HashSet<String> = HashSet::new();
        let mut open: Vec<String> = heads.into_iter().map(str::to_owned).collect();
        while let Some(id) = open.pop() {
            if !met.contains(&id) {
                open.extend(self.parents.get(&id).into_iter().flatten().cloned());
                met.insert(id);
            }
        }
        met
    }
    /// Those of some snapshots that none of the others descends from, sorted.
    pub fn latest(&self, of: &BTreeSet<String>) -> Vec<String> {
        let older: HashSet<String> = of
            .iter()
            .flat_map(|id| {
                let parents: Vec<&str> = self.parents.get(id).into_iter().flatten().map(String::as_str).collect();
                self.with_ancestors(parents).into_iter().filter(|ancestor| ancestor != id).collect::<Vec<_>>()
            })
            .collect();
        let latest: Vec<String> = of.iter().filter(|id| !older.contains(*id)).cloned().collect();
        // Who claims to be its own ancestor leaves nobody: then all of them are.
        if latest.is_empty() { of.iter().cloned().collect() } else { latest }
    }
}

/// What a search for the last common state looks into.
pub struct Search<'a> {
    /// Who descends from whom.
    pub lineage: &'a Lineage,
    /// Ids of the snapshots whose bytes are kept.
    pub kept: &'a HashSet<String>,
    /// Reads one of them.
    pub read: &'a mut dyn FnMut(&str) -> Result<Arc<Snapshot>>,
}

impl Search<'_> {
    /// The last state that two lines have in common, of those snapshots whose bytes are kept. None: there is none.
    ///
    /// Several, of which none descends from another, are merged by the same rule from what they have in common themselves; what
    /// is in conflict there has no common value.
    ///
    /// # Errors
    /// `Broken` where a kept snapshot cannot be read.
    pub fn common(&mut self, mine: &HashSet<String>, theirs: &HashSet<String>) -> Result<Option<Common>> {
        self.common_at(mine, theirs, 0)
    }

    fn common_at(&mut self, mine: &HashSet<String>, theirs: &HashSet<String>, depth: usize) -> Result<Option<Common>> {
        let both: BTreeSet<String> = mine.intersection(theirs).filter(|id| self.kept.contains(*id)).cloned().collect();
        let mut latest = self.lineage.latest(&both).into_iter();
        let Some(first) = latest.next() else { return Ok(None) };
        let mut so_far = self.lineage.with_ancestors([first.as_str()]);
        let version = Version::of(&*(self.read)(&first)?);
        let mut common = Common { version, of: vec![first], ..Common::default() };
        for other in latest {
            let line = self.lineage.with_ancestors([other.as_str()]);
            let version = Version::of(&*(self.read)(&other)?);
            let base = if depth < DEEPEST { self.common_at(&so_far, &line, depth + 1)? } else { None };
            common = joined(common, version, base);
            common.of.push(other);
            so_far.extend(line);
        }
        Ok(Some(common))
    }
}

/// Two ancestors that disagree, as one. Nobody is there to be asked: one candidate is the value, and a conflict is none.
fn joined(common: Common, version: Version, base: Option<Common>) -> Common {
    let omitted = common.version.omitted.with(&version.omitted);
    let proposal = Proposal { version, common: base, organization: None };
    let merged = merge(&common.version.state, &[proposal], &Issued::default());
    let is_open = |item: &&Item| matches!(item.verdict, Verdict::Conflict(_));
    let taken = merged.items.iter().filter(|item| !is_open(item));
    let taken: Vec<(&Key, &Content)> =
        taken.filter_map(|item| Some((&item.key, &item.theirs.first()?.content))).collect();
    let state = drafted(&common.version.state, taken.into_iter());
    let mut unclear = common.unclear;
    unclear.extend(merged.items.iter().filter(is_open).map(|item| item.key.clone()));
    unclear.retain(|key| key.part == Part::Row || state.row(key.kind, &key.id).is_some());
    Common { version: Version { state: Arc::new(state), omitted }, unclear, ..common }
}
