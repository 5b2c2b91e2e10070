//! What a snapshot of this plan says beside its rows: what reviews left open, and how far the history is.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Applied, Incoming};
use crate::kinds::Kind;
use crate::merge::{Key, Lineage, part_of};
use crate::snapshot::{Beside, Manifest, Snapshot, current_parents};
use crate::{Plan, Result, Value};

impl Plan {
    /// What a state of the plan says beside its rows: a snapshot, the one in a page, and the one that a plan file is when it is reviewed.
    /// Nobody notes a page or a plan file as a parent of what follows; so each says how far the history is, and a later one is known by
    /// that, whatever sort of file either is.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn beside(&self) -> Result<Beside> {
        Ok(Beside { open: self.left_open()?, line: self.store.sittings()? })
    }

    /// What reviews left open: as the minutes have it that were written last. What is as somebody proposed it by now is none.
    fn left_open(&self) -> Result<Vec<Key>> {
        let reviews = self.reviews()?;
        // Of a review that was applied again the newest minutes speak for all of it.
        let newest = reviews.iter().filter_map(|review| review.applied.iter().rfind(|applied| !applied.undone));
        let mut applied: Vec<&Applied> = newest.collect();
        applied.sort_by_key(|applied| applied.op);
        let mut open: BTreeMap<String, &Json> = BTreeMap::new();
        for item in applied.iter().flat_map(|applied| applied.minutes["items"].as_array().into_iter().flatten()) {
            let Some(key) = item["item"].as_str() else { continue };
            match item["outcome"].as_str() {
                Some("open" | "held") => drop(open.insert(key.to_owned(), &item["theirs"])),
                _ => drop(open.remove(key)),
            }
        }
        let still = |key: &Key, theirs: &Json| {
            self.state.row(key.kind, &key.id).is_some_and(|row| {
                let mine = part_of(row, &key.part).to_json(key);
                !theirs.as_array().into_iter().flatten().any(|one| one["value"] == mine)
            })
        };
        Ok(open.iter().filter_map(|(key, theirs)| Key::parse(key).filter(|key| still(key, theirs))).collect())
    }

    /// Of what was reviewed and taken in, the newest state of the plan of which this is a later one, or itself. Where the one before was a
    /// plan file or a page, no list of ancestors says so: nobody made a snapshot of what was reviewed.
    pub(super) fn reviewed_before(&self, manifest: &Manifest) -> Result<Option<(Manifest, Vec<u8>)>> {
        if manifest.line.is_empty() {
            return Ok(None);
        }
        let mut lineage = Lineage::default();
        for row in self.state.rows(Kind::Parent) {
            let parents = row.get("parents").and_then(Value::set).unwrap_or_default();
            lineage.note(row.id(), parents.iter().map(|parent| parent.to_string()));
        }
        let heads: Vec<String> = current_parents(&self.state).into_iter().map(|parent| parent.id).collect();
        let mine = lineage.with_ancestors(heads.iter().map(String::as_str));
        // How far each was: as it says itself, and farther than what it was held against, for who comes back to what was sent before
        // sends a state that is called the same.
        let mut far: BTreeMap<String, u64> = BTreeMap::new();
        let files = self.reviews()?.into_iter().flat_map(|review| review.files);
        for file in files.filter(|file| mine.contains(&file.snapshot)) {
            let own = match far.get(&file.snapshot) {
                Some(own) => *own,
                None => self.steps_followed(manifest, &file.snapshot)?,
            };
            let than = file.common.as_ref().and_then(|common| far.get(common)).filter(|_| own > 0);
            far.insert(file.snapshot, own.max(than.map_or(0, |steps| steps + 1)));
        }
        // Of two that are as far it is the file itself.
        let newest =
            far.iter().filter(|(_, steps)| **steps > 0).max_by_key(|(id, steps)| (**steps, **id == manifest.id));
        let Some((id, _)) = newest else { return Ok(None) };
        let Some(bytes) = self.store.kept_bytes(id)? else { return Ok(None) };
        Ok(Some((Snapshot::manifest_in(&bytes)?, bytes)))
    }

    /// How far the history of a snapshot was that is kept, where another is a later state of the same plan; else 0.
    fn steps_followed(&self, later: &Manifest, id: &str) -> Result<u64> {
        let Some(bytes) = self.store.kept_bytes(id)? else { return Ok(0) };
        let known = Snapshot::manifest_in(&bytes)?;
        Ok(if later.follows(&known) { known.steps() } else { 0 })
    }

    /// A file with the state of its plan that was reviewed before, where that is later than what both histories share.
    pub(super) fn with_reviewed(&self, mut incoming: Incoming, shared: i64) -> Result<Incoming> {
        match self.reviewed_before(&incoming.manifest)? {
            // It was reviewed itself, and has nothing newer in common with mine than what it is: a state that both share from before
            // would let what was refused then be taken now.
            Some((known, _)) if known.id == incoming.manifest.id => incoming.common = None,
            Some(known) if incoming.common.is_none() || known.0.steps() > shared.unsigned_abs() => {
                incoming.common = Some(known);
            }
            _ => {}
        }
        Ok(incoming)
    }
}
