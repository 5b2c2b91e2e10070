//! Targets of fuzzing, and bytes that are changed by chance but by seed: the same seed changes the same.

use std::sync::Arc;

use plan::merge::{Common, Issued, Omitted, Proposal, Version, Wish, compose, merge};
use plan::snapshot::{Snapshot, With, write};
use plan::{Error, State};
use serde_json::Value as Json;

use crate::dice::Dice;
use crate::{context, sample, zipped};

/// Bytes that may be a snapshot: they are refused with a reason, or what they hold can be merged, written and read again.
///
/// # Panics
/// Where that is not so.
pub fn snapshot(bytes: &[u8], mine: &State) {
    let snapshot = match Snapshot::read(bytes) {
        Ok(snapshot) => snapshot,
        Err(Error::Refused { code, .. } | Error::Broken { code, .. }) => {
            assert!(
                ["not-a-snapshot", "snapshot-too-large", "newer-version", "snapshot-not-whole"].contains(&code),
                "{code}"
            );
            return;
        }
        Err(error) => panic!("{error}"),
    };
    let version = Version::of(&snapshot);
    let mine_as_common = Version { state: Arc::new(mine.clone()), omitted: Omitted::default() };
    for common in [None, Some(Common { version: mine_as_common, ..Common::default() })] {
        let proposals = [Proposal { version: version.clone(), common, organization: None }];
        let merged = merge(mine, &proposals, &Issued::default());
        for all in [false, true] {
            let agreed = merged.items.iter().filter(|_| all).filter_map(|item| {
                Some(Wish { key: item.key.clone(), content: Some(item.theirs.first()?.content.clone()) })
            });
            let composed = compose(mine, &proposals, &merged, &agreed.collect::<Vec<_>>());
            // What it comes to is what is written, and can be shared again.
            let mut written = mine.clone();
            for change in &composed.changes {
                written.apply(change).expect("what is written fits");
            }
            assert!(crate::same_content(&written, &composed.state), "what is written is what it comes to");
            let (_, bytes) = write(&composed.state, &context(1), "Fuzz", With::ALL).expect("a snapshot");
            let again = Snapshot::read(&bytes).expect("what was made of it can be read");
            assert!(crate::same_content(&again.state, &composed.state), "what was written is what is read");
        }
    }
}

/// What the fuzzer begins with where its folder is empty: snapshots that are whole, and some that are not.
pub fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let newer = sample::newer_snapshot();
    let changed = zipped::resealed(&newer, |_, parts| {
        for (_, rows) in parts.iter_mut() {
            let Json::Array(rows) = rows else { continue };
            if let Some(row) = rows.first_mut().filter(|row| row["title"].is_string()) {
                row["title"] = Json::from("Another title");
            }
        }
    });
    let circles = zipped::resealed(&newer, |_, parts| {
        for (name, rows) in parts.iter_mut().filter(|(name, _)| name == "milestone.json") {
            let _ = name;
            let Json::Array(rows) = rows else { continue };
            for row in rows {
                row["anchor"] = row["id"].clone();
            }
        }
    });
    let half = newer[..newer.len() / 2].to_vec();
    let plain = write(&sample::state(), &context(0), "Plain", With::default()).expect("a snapshot").1;
    vec![("changed", changed), ("circles", circles), ("half", half), ("newer", newer), ("plain", plain)]
}

/// Bytes that were changed: bit by bit, piece by piece, or taken apart, changed within and sealed again, so that what lies behind
/// the sums is reached as well.
pub fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let readable = Snapshot::read(bytes).is_ok();
    if readable && dice.below(4) > 0 {
        return zipped::resealed(bytes, |manifest, parts| {
            for _ in 0..=dice.below(4) {
                match dice.below(8) {
                    0 => json(manifest, dice),
                    _ if parts.is_empty() => {}
                    1 => drop(parts.remove(dice.below(parts.len()))),
                    2 => {
                        // Rows of one kind under the name of another: ids are used again.
                        let (from, to) = (dice.below(parts.len()), dice.below(parts.len()));
                        parts[to].1 = parts[from].1.clone();
                    }
                    _ => {
                        let at = dice.below(parts.len());
                        json(&mut parts[at].1, dice);
                    }
                }
            }
        });
    }
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(6) {
        if bytes.is_empty() {
            break;
        }
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = *dice.pick(&[0, 1, 0x7f, 0x80, 0xff]).unwrap_or(&0),
            2 => bytes.truncate(at),
            3 => {
                let piece: Vec<u8> = bytes[at..(at + 1 + dice.below(64)).min(bytes.len())].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => drop(bytes.drain(at..(at + dice.below(64)).min(bytes.len()))),
        }
    }
    bytes
}

/// One value somewhere within becomes another, goes, or comes twice.
fn json(value: &mut Json, dice: &mut Dice) {
    match value {
        Json::Array(items) if !items.is_empty() && dice.below(6) > 0 => {
            let at = dice.below(items.len());
            json(&mut items[at], dice);
        }
        Json::Array(items) if !items.is_empty() => {
            let at = dice.below(items.len());
            match dice.below(2) {
                0 => drop(items.remove(at)),
                _ => items.push(items[at].clone()),
            }
        }
        Json::Object(map) if !map.is_empty() => {
            let names: Vec<String> = map.keys().cloned().collect();
            let name = &names[dice.below(names.len())];
            match dice.below(5) {
                0 => drop(map.remove(name)),
                1 => {
                    // A value of one field in another.
                    let other = map[&names[dice.below(names.len())]].clone();
                    map.insert(name.clone(), other);
                }
                2 => drop(map.insert(format!("{name}_new"), Json::from(1))),
                _ => {
                    if let Some(inner) = map.get_mut(name) {
                        json(inner, dice);
                    }
                }
            }
        }
        other => {
            let values = [
                Json::Null,
                Json::from(""),
                Json::from(true),
                Json::from(-1),
                Json::from(1e300),
                Json::from(u64::MAX),
                Json::from("2025-13-45"),
                Json::from("x".repeat(400)),
                Json::from("\u{202e}\u{0}"),
                Json::Array(vec![]),
                Json::from("about"),
            ];
            *other = dice.pick(&values).cloned().unwrap_or_default();
        }
    }
}
