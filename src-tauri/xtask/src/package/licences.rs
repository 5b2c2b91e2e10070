//! The terms of the libraries that are compiled in, as one text: most of them ask that their notice goes along.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::shell::{self, Outcome};

/// A library with the terms that it stands under.
struct Library {
    /// Name and version.
    name: String,
    terms: String,
    folder: PathBuf,
}

/// Names and terms of all libraries, then their notices, each once.
pub fn all() -> Outcome<String> {
    let mut libraries = crates(&super::host()?)?;
    libraries.extend(modules()?);
    libraries.push(fonts());
    libraries.sort_by(|a, b| a.name.cmp(&b.name));
    let mut list = String::from("Libraries in GDC Planner, and the terms each of them stands under\n\n");
    let mut notices: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for library in &libraries {
        list.push_str(&format!("{}: {}\n", library.name, library.terms));
        for notice in notices_in(library)? {
            notices.entry(notice).or_default().push(&library.name);
        }
    }
    for (notice, names) in notices {
        list.push_str(&format!("\n{}\n{}\n\n{notice}\n", "-".repeat(80), names.join(", ")));
    }
    Ok(list)
}

/// The crates in the programs: those that only build or test them are left out.
fn crates(host: &str) -> Outcome<Vec<Library>> {
    let arguments =
        ["metadata", "--format-version", "1", "--offline", "--features", "custom-protocol", "--filter-platform", host];
    let written = shell::read(shell::cargo(&arguments))?;
    let metadata: Value =
        serde_json::from_str(&written).map_err(|error| format!("cannot read what `cargo metadata` wrote: {error}"))?;
    let inside = reached(&metadata, &super::PROGRAMS);
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let foreign = packages.filter(|package| !package["source"].is_null() && inside.contains(word(&package["id"])));
    Ok(foreign
        .map(|package| Library {
            name: format!("{} {}", word(&package["name"]), word(&package["version"])),
            terms: package["license"].as_str().unwrap_or("see its notice").to_owned(),
            folder: Path::new(word(&package["manifest_path"])).parent().map(Path::to_path_buf).unwrap_or_default(),
        })
        .collect())
}

/// Ids of all packages that the programs are made of.
fn reached<'a>(metadata: &'a Value, programs: &[&str]) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().into_iter().flatten().map(|node| (word(&node["id"]), node)).collect();
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let mut open: Vec<&str> = packages
        .filter(|package| package["source"].is_null() && programs.contains(&word(&package["name"])))
        .map(|package| word(&package["id"]))
        .collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !found.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).and_then(|node| node["deps"].as_array()).into_iter().flatten();
        let normal = |dependency: &&Value| {
            dependency["dep_kinds"].as_array().into_iter().flatten().any(|kind| kind["kind"].is_null())
        };
        open.extend(dependencies.filter(normal).map(|dependency| word(&dependency["pkg"])));
    }
    found
}

/// The fonts of PDF documents.
fn fonts() -> Library {
    Library {
        name: "Noto Sans, Noto Sans Arabic, Noto Sans CJK SC, Noto Sans Symbols2, Noto Sans Math".into(),
        terms: "OFL-1.1".into(),
        folder: shell::root().join("assets/fonts/pdf"),
    }
}

/// The modules that the pages are made of.
fn modules() -> Outcome<Vec<Library>> {
    let ui = shell::root().join("ui");
    let lock: Value = serde_json::from_str(&shell::text(&ui.join("package-lock.json"))?)
        .map_err(|error| format!("cannot read ui/package-lock.json: {error}"))?;
    let packages = lock["packages"].as_object().into_iter().flatten();
    let shipped = packages.filter(|(place, package)| {
        !place.is_empty() && ["dev", "optional", "devOptional"].iter().all(|aside| package[*aside] != true)
    });
    Ok(shipped
        .map(|(place, package)| Library {
            name: format!("{} {}", place.trim_start_matches("node_modules/"), word(&package["version"])),
            terms: package["license"].as_str().unwrap_or("see its notice").to_owned(),
            folder: ui.join(place),
        })
        .collect())
}

/// The notices in a library's folder. Where one may choose, the shorter terms are taken.
fn notices_in(library: &Library) -> Outcome<Vec<String>> {
    let entries = fs::read_dir(&library.folder)
        .map_err(|error| format!("cannot look into {}: {error}", library.folder.display()))?;
    let mut names: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    names.retain(|path| path.is_file() && is_notice(path));
    names.sort();
    if library.terms.contains(" OR ") || library.terms.contains('/') {
        let short = |path: &PathBuf| path.to_string_lossy().to_lowercase().ends_with("mit");
        if names.iter().any(short) {
            names.retain(short);
        }
    }
    names.iter().map(|path| shell::text(path).map(|text| text.trim().replace('\r', ""))).collect()
}

fn is_notice(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    ["license", "licence", "copying", "notice", "unlicense"].iter().any(|start| name.starts_with(start))
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_compiled_in_is_named() {
        let kind = |kind: Value| json!([{ "kind": kind }]);
        let metadata = json!({
            "packages": [{ "id": "a", "name": "gdcplan", "source": null }],
            "resolve": { "nodes": [
                { "id": "a", "deps": [
                    { "pkg": "in", "dep_kinds": kind(Value::Null) },
                    { "pkg": "builds", "dep_kinds": kind(json!("build")) },
                    { "pkg": "tests", "dep_kinds": kind(json!("dev")) },
                ] },
                { "id": "in", "deps": [{ "pkg": "deep", "dep_kinds": kind(Value::Null) }] },
            ] },
        });
        assert_eq!(reached(&metadata, &["gdcplan"]).into_iter().collect::<Vec<_>>(), ["a", "deep", "in"]);
    }

    #[test]
    fn of_two_licences_one_is_enough() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("LICENSE-MIT", "short"), ("LICENSE-APACHE", "long"), ("README.md", "x")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let library =
            |terms: &str| Library { name: "x 1.0.0".into(), terms: terms.into(), folder: folder.path().to_path_buf() };
        assert_eq!(notices_in(&library("MIT OR Apache-2.0")).unwrap(), ["short"]);
        assert_eq!(notices_in(&library("MIT AND Apache-2.0")).unwrap(), ["long", "short"]);
    }
}
