//! What a plan takes over besides rows: its new ancestors, and the parts of newer versions that it does not know.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use serde_json::{Map, Value as Json};

use super::Loaded;
use crate::history::order;
use crate::kinds::Kind;
use crate::merge::Lineage;
use crate::snapshot::{Ancestor, is_unknown, parent_row};
use crate::state::{Row, State, write_canonical};
use crate::store::Store;
use crate::{Result, Value};

/// Notes what was reviewed as parents of what follows, with their ancestors.
pub(super) fn adopt(store: &Store, state: &State, loaded: &Loaded) -> Result<()> {
    let mut lineage = Lineage::default();
    let mut there: HashSet<String> = HashSet::new();
    let mut current: BTreeSet<String> = BTreeSet::new();
    for row in state.rows(Kind::Parent) {
        let parents = row.get("parents").and_then(Value::set).unwrap_or_default();
        lineage.note(row.id(), parents.iter().map(|parent| parent.to_string()));
        there.insert(row.id().to_string());
        if row.flag("current") {
            current.insert(row.id().to_string());
        }
    }
    let mut place = there.len();
    let mut insert = |ancestor: &Ancestor, there: &mut HashSet<String>| -> Result<bool> {
        if !there.insert(ancestor.id.clone()) {
            return Ok(false);
        }
        store.insert(&parent_row(ancestor, false, order::nth(place)))?;
        place += 1;
        Ok(true)
    };
    let before = current.clone();
    for read in &loaded.files {
        lineage.note_manifest(&read.manifest);
        for ancestor in &read.manifest.ancestors {
            insert(ancestor, &mut there)?;
        }
        let mut own = read.manifest.as_ancestor();
        // Of a plan or a page it is known here alone which state of it was reviewed before.
        if let Some(before) = read.file.common.as_ref().filter(|id| there.contains(*id) && !there.contains(&own.id)) {
            own.parents.push(before.clone());
            lineage.note(&own.id, [before.clone()]);
        }
        insert(&own, &mut there)?;
        current.insert(read.manifest.id.clone());
    }
    let latest: BTreeSet<String> = lineage.latest(&current).into_iter().collect();
    for id in before.union(&latest) {
        let value = match (before.contains(id), latest.contains(id)) {
            (false, true) => SqlValue::Integer(1),
            (true, false) => SqlValue::Null,
            _ => continue,
        };
        store.update(Kind::Parent, id, &[("current", ToSqlOutput::Owned(value))])?;
    }
    let mut private: BTreeSet<&str> = BTreeSet::new();
    for name in loaded.files.iter().flat_map(|read| &read.manifest.private).filter(|name| is_unknown(name)) {
        if state.row(Kind::PrivateName, name).is_none() && private.insert(name) {
            store.insert(&Row::new(Kind::PrivateName, name.as_str()))?;
        }
    }
    for (name, body) in unknown_parts(state, loaded) {
        match state.row(Kind::UnknownPart, &name) {
            Some(row) if row.text("body") == body => {}
            Some(_) => store.update(Kind::UnknownPart, &name, &[("body", ToSqlOutput::from(body.as_str()))])?,
            None => {
                let index = Kind::UnknownPart.def().index("body").unwrap_or_default();
                store
                    .insert(&Row::new(Kind::UnknownPart, name.as_str()).with(index, Some(Value::Text(body.into()))))?;
            }
        }
    }
    Ok(())
}

/// The parts that this version does not know, as they are after a review. Nobody here can decide about their rows: what one side
/// changed is taken, and where two did mine stays.
fn unknown_parts(state: &State, loaded: &Loaded) -> BTreeMap<String, String> {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    for read in &loaded.files {
        let [theirs, common] = &read.unknown;
        for (name, body) in theirs {
            let mine = parts
                .get(name)
                .cloned()
                .or_else(|| state.row(Kind::UnknownPart, name).map(|row| row.text("body").to_owned()));
            let merged = match (mine, common.get(name)) {
                (None, _) => body.clone(),
                (Some(mine), _) if mine == *body => mine,
                (Some(mine), Some(common)) if mine == *common => body.clone(),
                (Some(mine), Some(common)) if body == common => mine,
                (Some(mine), common) => rows_merged(common.map(String::as_str), &mine, body).unwrap_or(mine),
            };
            parts.insert(name.clone(), merged);
        }
    }
    parts
}

/// Rows of a part by their ids; none, where they are not rows with ids.
fn rows_of(body: &str) -> Option<BTreeMap<String, Json>> {
    let rows: Vec<Map<String, Json>> = serde_json::from_str(body).ok()?;
    rows.into_iter().map(|row| Some((row.get("id")?.as_str()?.to_owned(), Json::Object(row)))).collect()
}

fn rows_merged(common: Option<&str>, mine: &str, theirs: &str) -> Option<String> {
    let common = common.map_or(Some(BTreeMap::new()), rows_of)?;
    let (mut mine, theirs) = (rows_of(mine)?, rows_of(theirs)?);
    let ids: BTreeSet<&String> = common.keys().chain(theirs.keys()).collect();
    for id in ids {
        // What they changed and I did not.
        if theirs.get(id) != common.get(id) && mine.get(id) == common.get(id) {
            match theirs.get(id) {
                Some(row) => drop(mine.insert(id.clone(), row.clone())),
                None => drop(mine.remove(id)),
            }
        }
    }
    let rows: Vec<String> = mine
        .values()
        .map(|row| {
            let mut text = String::new();
            write_canonical(row, &mut text);
            text
        })
        .collect();
    Some(format!("[\n{}\n]\n", rows.join(",\n")))
}
