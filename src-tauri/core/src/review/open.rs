//! What reviews of this plan left open. Who proposed it is an ancestor of what they send next, so that would propose it no more; it is
//! held against what was common then, and asked again.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::Applied;
use crate::merge::{Common, Content, Key, Lineage, Part, part_of, with_contents};
use crate::snapshot::Snapshot;
use crate::state::State;
use crate::{Plan, Result};

/// What was left open of one file.
pub(super) struct Left {
    key: Key,
    /// The snapshot that proposed it.
    of: String,
    /// What was common then; none: nothing was.
    common: Option<Content>,
}

impl Plan {
    /// What was left open of each file, and not decided since of what its sender sent later.
    pub(super) fn left_of_files(&self, lineage: &Lineage) -> Result<Vec<Left>> {
        let reviews = self.reviews()?;
        // Of a review that was applied again the newest minutes speak for all of it.
        let newest = reviews.iter().filter_map(|review| review.applied.iter().rfind(|applied| !applied.undone));
        let mut applied: Vec<&Applied> = newest.collect();
        applied.sort_by_key(|applied| applied.op);
        let mut left: BTreeMap<(String, String), Left> = BTreeMap::new();
        for item in applied.iter().flat_map(|applied| applied.minutes["items"].as_array().into_iter().flatten()) {
            let Some((name, key)) = item["item"].as_str().and_then(|name| Some((name, Key::parse(name)?))) else {
                continue;
            };
            let theirs = item["theirs"].as_array().into_iter().flatten();
            let from = theirs.flat_map(|one| one["from"].as_array().into_iter().flatten());
            let from: Vec<&str> = from.filter_map(|id| id.as_str()).collect();
            if !matches!(item["outcome"].as_str(), Some("open" | "held")) {
                // Of whom it was decided it was decided of all that they had sent before.
                let of_it: Vec<_> = left
                    .range((name.to_owned(), String::new())..)
                    .map(|(at, _)| at.clone())
                    .take_while(|(other, _)| other == name)
                    .collect();
                if !of_it.is_empty() {
                    let decided = lineage.with_ancestors(from);
                    of_it.iter().filter(|(_, of)| decided.contains(of)).for_each(|at| drop(left.remove(at)));
                }
                continue;
            }
            // Where nothing was common is not where what was common was empty. Minutes of before do not tell; there an empty place that
            // was not empty here may be either.
            let had_common = match item["has_common"].as_bool() {
                Some(had) => had,
                None => item["why"] != "no-common" && (!item["common"].is_null() || item["mine"].is_null()),
            };
            let common = had_common.then(|| Content::of_json(&key, &item["common"])).flatten();
            for of in from {
                let one = Left { key: key.clone(), of: of.to_owned(), common: common.clone() };
                left.insert((name.to_owned(), of.to_owned()), one);
            }
        }
        Ok(left.into_values().collect())
    }
}

/// What a file has in common with this plan, where some of what its sender proposed before was left open.
///
/// `mine`, `theirs`: the snapshots that the plan and the file descend from. What the sender has changed since was reviewed since.
pub(super) fn reopened(
    mut common: Common,
    left: &[Left],
    mine: &HashSet<String>,
    theirs: &HashSet<String>,
    read: &mut dyn FnMut(&str) -> Result<Arc<Snapshot>>,
) -> Result<Common> {
    let mut before: Vec<(&Key, &Content)> = Vec::new();
    for one in left.iter().filter(|one| mine.contains(&one.of) && theirs.contains(&one.of)) {
        if !stands(&one.key, &read(&one.of)?.state, &common.version.state) {
            continue;
        }
        match &one.common {
            Some(content) => before.push((&one.key, content)),
            None => drop(common.unclear.insert(one.key.clone())),
        }
        common.left_open.insert(one.key.clone());
    }
    if !before.is_empty() {
        common.version.state = Arc::new(with_contents(&common.version.state, before.into_iter()));
    }
    Ok(common)
}

/// Whether what one state says in a place stands in another.
fn stands(key: &Key, proposed: &State, now: &State) -> bool {
    match (proposed.row(key.kind, &key.id), now.row(key.kind, &key.id)) {
        (Some(proposed), Some(now)) => key.part == Part::Row || part_of(proposed, &key.part) == part_of(now, &key.part),
        (None, None) => true,
        _ => false,
    }
}
