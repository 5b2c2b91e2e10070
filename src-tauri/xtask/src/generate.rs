//! `cargo xtask gen`: the TypeScript of the border, written by the crate that owns the border.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{self, Outcome};

/// Writes `ui/src/generated` anew.
pub fn write() -> Outcome {
    let fresh = export()?;
    let committed = committed_folder();
    let before = files(&committed)?;
    let stale = differences(&before, &fresh);
    for name in before.keys().filter(|name| !fresh.contains_key(*name)) {
        let path = committed.join(name);
        fs::remove_file(&path).map_err(|error| format!("cannot remove {}: {error}", path.display()))?;
    }
    for name in &stale {
        if let Some(text) = fresh.get(name) {
            put(&committed.join(name), text)?;
        }
    }
    println!("gen: {} files in ui/src/generated, {} written", fresh.len(), stale.len());
    Ok(())
}

/// Fails when `ui/src/generated` is not what `write` would write.
pub fn check() -> Outcome {
    let stale = differences(&files(&committed_folder())?, &export()?);
    if stale.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = stale.iter().map(String::as_str).collect();
    Err(format!("ui/src/generated is not fresh: {}. Run `cargo xtask gen` and commit what it wrote.", names.join(", ")))
}

fn committed_folder() -> PathBuf {
    shell::root().join("ui/src/generated")
}

fn export() -> Outcome<BTreeMap<String, String>> {
    let folder = shell::target().join("generated");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
    }
    shell::folder(&folder)?;
    let name = folder.to_str().ok_or("the target folder has a name that is not text")?;
    shell::run(shell::cargo(&["run", "--quiet", "--package", "plan-wire", "--bin", "export", "--", name]))?;
    let fresh = files(&folder)?;
    if fresh.is_empty() { Err("the export of plan-wire wrote no file".into()) } else { Ok(fresh) }
}

/// The names, from `folder`, of the files that are not the same on both sides.
fn differences(before: &BTreeMap<String, String>, fresh: &BTreeMap<String, String>) -> BTreeSet<String> {
    let names: BTreeSet<&String> = before.keys().chain(fresh.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != fresh.get(*name)).cloned().collect()
}

fn files(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.map_err(|error| format!("cannot read {}: {error}", next.display()))?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                found.insert(name.to_string_lossy().replace('\\', "/"), shell::text(&path)?);
            }
        }
    }
    Ok(found)
}

fn put(path: &Path, text: &str) -> Outcome {
    if let Some(parent) = path.parent() {
        shell::folder(parent)?;
    }
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_a_changed_and_a_left_over_file_are_all_seen() {
        let folder = tempfile::tempdir().unwrap();
        put(&folder.path().join("a.ts"), "one").unwrap();
        put(&folder.path().join("deep/b.ts"), "two").unwrap();
        put(&folder.path().join("old.ts"), "gone").unwrap();
        let before = files(folder.path()).unwrap();
        let fresh = BTreeMap::from([
            ("a.ts".to_owned(), "one".to_owned()),
            ("deep/b.ts".to_owned(), "changed".to_owned()),
            ("new.ts".to_owned(), "three".to_owned()),
        ]);
        assert_eq!(differences(&before, &fresh).into_iter().collect::<Vec<_>>(), ["deep/b.ts", "new.ts", "old.ts"]);
        assert!(differences(&fresh, &fresh).is_empty());
    }
}
