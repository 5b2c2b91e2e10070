//! Reading a snapshot, from whoever it may come.

use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::{Manifest, id_of, parent_row, sha256};
use crate::history::order;
use crate::kinds::{Class, FieldType, Kind};
use crate::state::{Id, Row, State, write_canonical};
use crate::{Error, Result, Value};

/// Bytes of the file at the most.
const FILE_MAX: u64 = 128 << 20;
/// Bytes of all parts, decompressed, at the most.
const CONTENT_MAX: u64 = 1 << 30;
/// Parts at the most.
const PARTS_MAX: usize = 64;
/// Ancestors at the most.
const ANCESTORS_MAX: usize = 100_000;

/// A snapshot that was read and found whole.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its rows.
    pub state: Arc<State>,
    /// Parts that this version does not know, by name without ending.
    pub unknown: BTreeMap<String, String>,
}

impl Snapshot {
    /// Reads a file.
    ///
    /// # Errors
    /// As [`Snapshot::read`]; `Refused` where there is no such file.
    pub fn open(path: &Path) -> Result<(Snapshot, Vec<u8>)> {
        let shown = path.display().to_string();
        let meta = std::fs::metadata(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory | std::io::ErrorKind::InvalidFilename => {
                Error::refused_with("no-such-file", [("path", shown.clone())])
            }
            std::io::ErrorKind::PermissionDenied => Error::refused_with("not-allowed", [("path", shown.clone())]),
            _ => Error::from(e).while_doing(&shown),
        })?;
        if meta.is_dir() {
            return Err(Error::refused_with("is-a-folder", [("path", shown)]));
        }
        if meta.len() == 0 {
            return Err(Error::refused_with("empty-file", [("path", shown)]));
        }
        if meta.len() > FILE_MAX {
            return Err(Error::refused_with("snapshot-too-large", [("path", shown)]));
        }
        let bytes = std::fs::read(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::PermissionDenied => Error::refused_with("not-allowed", [("path", shown)]),
            _ => Error::from(e),
        })?;
        Ok((Snapshot::read(&bytes)?, bytes))
    }

    /// Whether bytes begin as those of a snapshot do: a zip whose first entry is the manifest.
    pub fn begins(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") && bytes.get(30..).is_some_and(|name| name.starts_with(b"manifest.json"))
    }

    /// Reads the bytes of a snapshot: nothing of it is believed before its sums are right.
    ///
    /// # Errors
    /// `Refused not-a-snapshot`, `snapshot-too-large`, `newer-version`; `Broken snapshot-not-whole` with what was found.
    pub fn read(bytes: &[u8]) -> Result<Snapshot> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return Err(Error::refused("not-a-snapshot"));
        }
        let broken = |what: String| Error::Broken { code: "snapshot-not-whole", context: what };
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        if zip.len() > PARTS_MAX + 1 {
            return Err(Error::refused("snapshot-too-large"));
        }
        let mut left = CONTENT_MAX;
        let mut entries: BTreeMap<String, String> = BTreeMap::new();
        for i in 0..zip.len() {
            let entry = zip.by_index(i).map_err(|e| broken(e.to_string()))?;
            let name = entry.name().map_err(|e| broken(e.to_string()))?.into_owned();
            if part_name(&name).is_none() {
                return Err(broken(format!("an entry is called {:?}", name.chars().take(60).collect::<String>())));
            }
            let mut text = Vec::new();
            // The declared size is the sender's word; what counts is what comes out.
            entry.take(left + 1).read_to_end(&mut text).map_err(|e| broken(format!("{name}: {e}")))?;
            if text.len() as u64 > left {
                return Err(Error::refused("snapshot-too-large"));
            }
            left -= text.len() as u64;
            let text = String::from_utf8(text).map_err(|_| broken(format!("{name} is not UTF-8")))?;
            if entries.insert(name.clone(), text).is_some() {
                return Err(broken(format!("{name} is there twice")));
            }
        }
        let manifest = entries.remove("manifest.json").ok_or_else(|| Error::refused("not-a-snapshot"))?;
        let version: Version = serde_json::from_str(&manifest).map_err(|e| broken(format!("manifest: {e}")))?;
        if version.min_reader > super::FORMAT {
            return Err(Error::refused_with(
                "newer-version",
                [("version", version.format.to_string()), ("readable", "no".into())],
            ));
        }
        let manifest: Manifest = serde_json::from_str(&manifest).map_err(|e| broken(format!("manifest: {e}")))?;
        check_sums(&manifest, &entries)?;
        let mut state = State::default();
        let mut unknown = BTreeMap::new();
        for (name, text) in entries {
            let stem = part_name(&name).unwrap_or_default();
            match Kind::from_name(stem).filter(|kind| kind.def().class == Class::Content) {
                Some(kind) => {
                    let declared = manifest.parts.iter().find(|p| p.name == name).map_or(0, |p| p.count);
                    read_rows(&mut state, kind, &text, declared)?;
                }
                None => {
                    unknown.insert(stem.to_owned(), text);
                }
            }
        }
        check_references(&state)?;
        Ok(Snapshot { manifest, state: Arc::new(state), unknown })
    }

    /// Whether a kind or a field was left out because it is private.
    pub fn omits(&self, kind: Kind, field: Option<&str>) -> bool {
        let has = |name: &str| self.manifest.omitted.iter().any(|o| o == name);
        has(kind.name()) || field.is_some_and(|field| has(&format!("{}.{field}", kind.name())))
    }

    /// The rows of a plan that descends from this snapshot: its content, and the ledger of its ancestors.
    ///
    /// # Errors
    /// `Broken` where the list of ancestors is beyond all measure.
    pub fn into_plan_rows(self) -> Result<State> {
        let mut state = (*self.state).clone();
        for (i, ancestor) in self.manifest.ancestors.iter().enumerate() {
            state.put(parent_row(ancestor, false, order::nth(i)));
        }
        let place = order::nth(self.manifest.ancestors.len());
        state.put(parent_row(&self.manifest.as_ancestor(), true, place));
        for (name, body) in &self.unknown {
            let def = Kind::UnknownPart.def();
            let row = Row::new(Kind::UnknownPart, name.as_str());
            state.put(row.with(def.index("body").unwrap_or_default(), Some(Value::Text(body.as_str().into()))));
        }
        Ok(state)
    }
}

/// What every version of the manifest says, read before the rest.
#[derive(serde::Deserialize)]
struct Version {
    format: u32,
    min_reader: u32,
}

/// The stem of a part's name, where it is one: `[a-z_]{1,32}.json`.
fn part_name(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".json")?;
    let fits = (1..=32).contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    fits.then_some(stem)
}

fn check_sums(manifest: &Manifest, entries: &BTreeMap<String, String>) -> Result<()> {
    let broken = |what: String| Err(Error::Broken { code: "snapshot-not-whole", context: what });
    if manifest.parts.len() != entries.len() || !manifest.parts.is_sorted_by(|a, b| a.name < b.name) {
        return broken("the manifest lists other parts than there are".into());
    }
    if manifest.ancestors.len() > ANCESTORS_MAX {
        return Err(Error::refused("snapshot-too-large"));
    }
    for part in &manifest.parts {
        match entries.get(&part.name) {
            Some(text) if text.len() == part.bytes && sha256(text.as_bytes()) == part.sha256 => {}
            Some(_) => return broken(format!("{} is not what the manifest says", part.name)),
            None => return broken(format!("{} is missing", part.name)),
        }
    }
    if id_of(&manifest.parts, &manifest.parents) != manifest.id {
        return broken("the id does not fit parts and parents".into());
    }
    Ok(())
}

fn read_rows(state: &mut State, kind: Kind, text: &str, declared: usize) -> Result<()> {
    let broken =
        |what: String| Error::Broken { code: "snapshot-not-whole", context: format!("{}: {what}", kind.name()) };
    let rows: Vec<Map<String, Json>> = serde_json::from_str(text).map_err(|e| broken(e.to_string()))?;
    if rows.len() != declared {
        return Err(broken(format!("{} rows, {declared} declared", rows.len())));
    }
    let mut table = Vec::with_capacity(rows.len());
    let mut seen: HashSet<Id> = HashSet::with_capacity(rows.len());
    for json in rows {
        let row = row_from_json(kind, json).map_err(|e| broken(e.to_string()))?;
        if !seen.insert(row.id().clone()) {
            return Err(broken(format!("{} is there twice", row.id())));
        }
        table.push((row.id().clone(), Arc::new(row)));
    }
    state.set_table(kind, table.into_iter().collect());
    Ok(())
}

/// A row of its JSON. Fields that this version does not know go into `extra`.
pub(crate) fn row_from_json(kind: Kind, mut json: Map<String, Json>) -> Result<Row> {
    let def = kind.def();
    let id: Id = match json.remove("id") {
        Some(Json::String(id)) if !id.is_empty() && id.len() <= 400 && !id.chars().any(char::is_control) => {
            id.as_str().into()
        }
        _ => return Err(Error::broken("a row without an id")),
    };
    let mut values = Vec::new();
    for (index, field) in def.fields.iter().enumerate() {
        let value = match json.remove(field.name) {
            Some(value) => Value::read(field, &value)?,
            None => None,
        };
        match value {
            Some(value) => values.push((index as u8, value)),
            None if field.required => return Err(Error::broken(format!("{id}: {} is missing", field.name))),
            None => {}
        }
    }
    let extra = (!json.is_empty()).then(|| {
        let mut text = String::new();
        write_canonical(&Json::Object(json), &mut text);
        text.into()
    });
    Ok(Row::from_values(kind, id, values, extra))
}

/// Every row that is named is there. What was left out as private is not named either.
fn check_references(state: &State) -> Result<()> {
    for kind in Kind::content() {
        let fields: Vec<_> =
            kind.def().fields.iter().enumerate().filter_map(|(i, f)| Some((i as u8, f, f.target()?))).collect();
        for row in state.rows(kind) {
            for (index, field, target) in &fields {
                let missing = match (field.ty, row.at(*index)) {
                    (FieldType::References(_), Some(Value::Set(set))) => {
                        set.iter().find(|id| state.row(*target, id).is_none())
                    }
                    (_, Some(Value::Text(id))) if state.row(*target, id).is_none() => Some(id),
                    _ => None,
                };
                if let Some(id) = missing {
                    return Err(Error::Broken {
                        code: "snapshot-not-whole",
                        context: format!(
                            "{} {}: {} names {} {id}, which is not there",
                            kind.name(),
                            row.id(),
                            field.name,
                            target.name()
                        ),
                    });
                }
            }
        }
    }
    Ok(())
}
