//! Reading a snapshot, from whoever it may come.

use std::collections::{BTreeMap, HashSet};
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Error as _, SeqAccess, Visitor};
use serde_json::{Map, Value as Json};

use super::page::{PAGE_MAX, snapshot_in};
use super::{Manifest, id_of, is_page, parent_row, sha256};
use crate::history::order;
use crate::kinds::{Class, FieldType, Kind};
use crate::state::{Id, Row, State, write_canonical};
use crate::{Error, Result, Value};

/// Bytes of the file at the most.
const FILE_MAX: u64 = 128 << 20;
/// Bytes from which it is told what a file is.
const HEAD: u64 = 512;
/// Bytes of all parts, decompressed, at the most.
const CONTENT_MAX: u64 = 1 << 30;
/// Name of the first entry, and its bytes, decompressed, at the most.
const MANIFEST: &str = "manifest.json";
const MANIFEST_MAX: u64 = 64 << 20;
/// Parts at the most.
const PARTS_MAX: usize = 64;
/// Rows of all kinds together at the most.
const ROWS_MAX: usize = 2_000_000;
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
    /// Reads a file: a snapshot, or a page that holds one. Answers the bytes of the snapshot beside it.
    ///
    /// # Errors
    /// As [`Snapshot::read`]; `Refused` where there is no such file, or a page holds none or several.
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
        let of_file = |e: std::io::Error| match e.kind() {
            std::io::ErrorKind::PermissionDenied => Error::refused_with("not-allowed", [("path", shown.clone())]),
            _ => Error::from(e),
        };
        let mut file = std::fs::File::open(path).map_err(of_file)?;
        let mut bytes = Vec::new();
        file.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(of_file)?;
        let is_page = is_page(&bytes);
        if meta.len() > if is_page { PAGE_MAX } else { FILE_MAX } {
            return Err(Error::refused_with("snapshot-too-large", [("path", shown)]));
        }
        file.take(PAGE_MAX).read_to_end(&mut bytes).map_err(of_file)?;
        if is_page {
            bytes = snapshot_in(&bytes, FILE_MAX).map_err(|error| match error {
                Error::Refused { code, .. } => Error::refused_with(code, [("path", shown)]),
                other => other,
            })?;
        }
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
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        if zip.len() > PARTS_MAX + 1 {
            return Err(Error::refused("snapshot-too-large"));
        }
        if zip.has_duplicate_names() {
            return Err(broken("an entry is there twice".into()));
        }
        let names: Vec<String> = zip
            .file_names()
            .map(|name| name.map(|n| n.into_owned()))
            .collect::<zip::result::ZipResult<_>>()
            .map_err(|e| broken(e.to_string()))?;
        if let Some(odd) = names.iter().find(|name| part_name(name).is_none()) {
            return Err(broken(format!("an entry is called {:?}", odd.chars().take(60).collect::<String>())));
        }
        if !names.iter().any(|name| name == MANIFEST) {
            return Err(Error::refused("not-a-snapshot"));
        }
        let manifest = read_entry(&mut zip, MANIFEST, MANIFEST_MAX)?;
        let version: Version = serde_json::from_str(&manifest).map_err(|e| broken(format!("manifest: {e}")))?;
        if version.min_reader > super::FORMAT {
            return Err(Error::refused_with(
                "newer-version",
                [("version", version.format.to_string()), ("readable", "no".into())],
            ));
        }
        let manifest: Manifest = serde_json::from_str(&manifest).map_err(|e| broken(format!("manifest: {e}")))?;
        // What the zip declares counts nothing; what the manifest declares is the most that is taken out of it.
        let rows = manifest.parts.iter().fold(0, |sum: usize, part| sum.saturating_add(part.count));
        if rows > ROWS_MAX {
            return Err(Error::refused("snapshot-too-large"));
        }
        let mut left = CONTENT_MAX;
        let mut entries: BTreeMap<String, String> = BTreeMap::new();
        for part in manifest.parts.iter().filter(|part| part.name != MANIFEST) {
            left = left.checked_sub(part.bytes as u64).ok_or_else(|| Error::refused("snapshot-too-large"))?;
            if !names.contains(&part.name) {
                return Err(broken(format!("{} is missing", part.name)));
            }
            entries.insert(part.name.clone(), read_entry(&mut zip, &part.name, part.bytes as u64)?);
        }
        if entries.len() + 1 != names.len() {
            return Err(broken("the manifest lists other parts than there are".into()));
        }
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

    /// Reads the manifest alone, of bytes that were found whole before.
    pub(crate) fn manifest_in(bytes: &[u8]) -> Result<Manifest> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        let manifest = read_entry(&mut zip, MANIFEST, MANIFEST_MAX)?;
        serde_json::from_str(&manifest).map_err(|e| broken(format!("manifest: {e}")))
    }

    /// Whether a kind or a field was left out because it is private.
    pub fn omits(&self, kind: Kind, field: Option<&str>) -> bool {
        let has = |name: &str| self.manifest.omitted.iter().any(|o| o == name);
        // Unless it says that all notes went along, those of one person were kept back, or an older program knew none.
        if kind == Kind::Note {
            return field.is_none() && !self.manifest.private.iter().any(|name| name == "note");
        }
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
        for name in self.manifest.private.iter().filter(|name| is_unknown(name)) {
            state.put(Row::new(Kind::PrivateName, name.as_str()));
        }
        for (name, body) in &self.unknown {
            let def = Kind::UnknownPart.def();
            let row = Row::new(Kind::UnknownPart, name.as_str());
            state.put(row.with(def.index("body").unwrap_or_default(), Some(Value::Text(body.as_str().into()))));
        }
        Ok(state)
    }
}

/// Whether a kind or a `kind.field` is of a newer version.
pub(crate) fn is_unknown(name: &str) -> bool {
    match name.split_once('.') {
        None => Kind::from_name(name).is_none(),
        Some((kind, field)) => Kind::from_name(kind).is_none_or(|kind| kind.def().field(field).is_none()),
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

fn broken(what: String) -> Error {
    Error::Broken { code: "snapshot-not-whole", context: what }
}

/// An entry, decompressed: no more than `most` bytes are ever held.
fn read_entry(zip: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str, most: u64) -> Result<String> {
    let entry = zip.by_name(name).map_err(|e| broken(format!("{name}: {e}")))?;
    let mut text = Vec::new();
    entry.take(most + 1).read_to_end(&mut text).map_err(|e| broken(format!("{name}: {e}")))?;
    if text.len() as u64 > most {
        return Err(broken(format!("{name} is larger than {most} bytes")));
    }
    String::from_utf8(text).map_err(|_| broken(format!("{name} is not UTF-8")))
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
    let mut rows = Rows { kind, declared, table: Vec::new(), seen: HashSet::new() };
    let mut json = serde_json::Deserializer::from_str(text);
    (&mut rows).deserialize(&mut json).and_then(|()| json.end()).map_err(|e| broken(e.to_string()))?;
    if rows.table.len() != declared {
        return Err(broken(format!("{} rows, {declared} declared", rows.table.len())));
    }
    state.set_table(kind, rows.table.into_iter().collect());
    Ok(())
}

/// Reads the rows of a part one by one, and stops at the first that is none: a small file must not fill the memory.
struct Rows {
    kind: Kind,
    declared: usize,
    table: Vec<(Id, Arc<Row>)>,
    seen: HashSet<Id>,
}

impl<'de> DeserializeSeed<'de> for &mut Rows {
    type Value = ();
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> std::result::Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for &mut Rows {
    type Value = ();
    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of rows")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> std::result::Result<(), A::Error> {
        while let Some(Once(json)) = rows.next_element::<Once>()? {
            let row = row_from_json(self.kind, json).map_err(A::Error::custom)?;
            if !self.seen.insert(row.id().clone()) {
                return Err(A::Error::custom(format!("{} is there twice", row.id())));
            }
            if self.table.len() == self.declared {
                return Err(A::Error::custom("more rows than declared"));
            }
            self.table.push((row.id().clone(), Arc::new(row)));
        }
        Ok(())
    }
}

/// A JSON object in which every key stands once. Of two, one would go unseen.
struct Once(Map<String, Json>);

impl<'de> serde::Deserialize<'de> for Once {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Once;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a row")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> std::result::Result<Once, A::Error> {
                let mut row = Map::new();
                while let Some((key, value)) = map.next_entry::<String, Json>()? {
                    if row.contains_key(&key) {
                        return Err(A::Error::custom(format!("{key} is there twice")));
                    }
                    row.insert(key, value);
                }
                Ok(Once(row))
            }
        }
        deserializer.deserialize_map(Keys)
    }
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
                        set.iter().map(|id| &**id).find(|id| state.row(*target, id).is_none())
                    }
                    (_, Some(Value::Text(id))) if state.row(*target, id).is_none() => Some(id.as_str()),
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
