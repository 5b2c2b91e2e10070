//! What a snapshot of this plan says beside its rows: what reviews left open, and how far the history is.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{Applied, Incoming};
use crate::kinds::Kind;
use crate::merge::{Key, Lineage, part_of};
use crate::snapshot::{Beside, Manifest, Snapshot, current_parents};
use crate::{Plan, Result, Value};

impl Plan {
    /// What a snapshot says beside its rows. It needs no line of history, for it becomes the parent of what follows; so equal content
    /// gives equal bytes, however it came to be.
    pub(crate) fn beside_snapshot(&self) -> Result<Beside> {
        Ok(Beside { open: self.left_open()?, line: Vec::new() })
    }

    /// What a state of the plan that is no snapshot of it says beside its rows: what is in a page, and a plan file that is reviewed.
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

    /// Of what was reviewed and taken in, the newest state of the plan of which this is a later one, or itself. A plan and a page do not say
    /// so themselves: nobody made a snapshot of what was reviewed.
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
        let mut ids: Vec<String> =
            self.reviews()?.into_iter().flat_map(|review| review.files).map(|f| f.snapshot).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut newest: Option<((u64, bool), Manifest, Vec<u8>)> = None;
        for id in ids.iter().filter(|id| mine.contains(*id)) {
            let Some(bytes) = self.store.kept_bytes(id)? else { continue };
            let known = Snapshot::manifest_in(&bytes)?;
            // Of two that are as far it is the file itself.
            let place = (known.steps(), known.id == manifest.id);
            if manifest.follows(&known) && newest.as_ref().is_none_or(|(than, ..)| place > *than) {
                newest = Some((place, known, bytes));
            }
        }
        Ok(newest.map(|(_, known, bytes)| (known, bytes)))
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
