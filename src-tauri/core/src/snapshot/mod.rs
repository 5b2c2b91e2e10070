//! Snapshots: an immutable, named, checksummed state of a plan to share. The format is in `docs/snapshot-format.md`.

mod file;
mod pack;
mod page;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;

use crate::history::order;
use crate::kinds::{Field, FieldType, Kind};
use crate::merge::{self, Key};
use crate::state::{Row, State, write_canonical};
use crate::store::Store;
use crate::{Context, Error, Result, Value};

pub use file::{Ancestor, Manifest, Part};
pub use page::is_page;
pub use read::Snapshot;
pub(crate) use read::{is_unknown, row_from_json};

/// Version of the format.
pub const FORMAT: u32 = 1;
/// Ending of the file.
pub const ENDING: &str = "gdcsnap";

/// A snapshot that a plan or snapshot descends from.
pub type Parent = Ancestor;

/// Private parts that go into a snapshot because they were asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct With {
    /// Persons, and who of them holds a role.
    pub persons: bool,
    /// Follow-up flags, notes that are not for everyone, and what else is private to the plan.
    pub notes: bool,
}

impl With {
    /// Everything: for copies that stay on the laptop.
    pub const ALL: With = With { persons: true, notes: true };

    fn takes(self, kind: Kind, field: &Field) -> bool {
        let of_persons = kind == Kind::Person || field.target() == Some(Kind::Person);
        !(field.private || kind.def().private) || if of_persons { self.persons } else { self.notes }
    }

    /// The fields of a kind that stay. Of notes whole rows go or stay: a list of what was left out would tell that there are some.
    fn left_out(self, kind: Kind) -> impl Iterator<Item = &'static Field> {
        kind.def().fields.iter().filter(move |f| kind != Kind::Note && !self.takes(kind, f))
    }

    /// A note that is for everyone is not private, though its kind is.
    fn takes_row(self, row: &Row) -> bool {
        row.kind() != Kind::Note || self.notes || row.text("audience") == "everyone"
    }
}

/// The parents of a plan: the snapshots that it descends from directly.
pub fn current_parents(state: &State) -> Vec<Parent> {
    state.rows(Kind::Parent).filter(|row| row.flag("current")).map(|row| ancestor(row)).collect()
}

fn ancestor(row: &Row) -> Ancestor {
    Ancestor {
        id: row.id().to_string(),
        name: row.text("name").into(),
        at: row.text("at").into(),
        by: row.text("by").into(),
        parents: row.get("parents").and_then(Value::set).unwrap_or_default().iter().map(|p| p.to_string()).collect(),
    }
}

/// The rows of a state that may leave: what is private stays unless it is asked for. Whatever is made for others is made of
/// these rows.
pub fn shared(state: &State, with: With) -> State {
    let mut seen = state.clone();
    if with == With::ALL {
        return seen;
    }
    let withheld: BTreeSet<&str> = match with.notes {
        true => BTreeSet::new(),
        false => state.rows(Kind::PrivateName).map(|row| &**row.id()).collect(),
    };
    for kind in Kind::content() {
        let def = kind.def();
        let left_out: Vec<u8> = with.left_out(kind).filter_map(|f| def.index(f.name)).collect();
        let unknown: Vec<&str> =
            withheld.iter().filter_map(|name| name.strip_prefix(def.name)?.strip_prefix('.')).collect();
        for row in state.rows(kind) {
            if left_out.len() == def.fields.len() || !with.takes_row(row) {
                seen.remove(kind, row.id());
                continue;
            }
            let private = left_out.iter().any(|index| row.at(*index).is_some());
            if !private && (unknown.is_empty() || row.extra().is_none()) {
                continue;
            }
            let mut kept = left_out.iter().fold((**row).clone(), |row, index| row.with(*index, None));
            if let Some(Ok(Json::Object(mut extra))) = row.extra().map(serde_json::from_str) {
                unknown.iter().for_each(|name| drop(extra.remove(*name)));
                let mut text = String::new();
                write_canonical(&Json::Object(extra), &mut text);
                kept = kept.with_extra((text != "{}").then_some(&text));
            }
            seen.put(kept);
        }
    }
    for name in &withheld {
        seen.remove(Kind::UnknownPart, name);
    }
    seen
}

/// Makes a snapshot of a state. Equal content, name, person, time and options give equal bytes.
///
/// # Errors
/// `Broken` where the bytes cannot be made.
pub fn write(state: &State, context: &Context, name: &str, with: With) -> Result<(Manifest, Vec<u8>)> {
    write_beside(state, context, name, with, Beside::default())
}

/// What a snapshot of a plan says beside its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// What was left open in reviews.
    pub open: Vec<Key>,
    /// How far the history is, as [`Manifest::line`] has it.
    pub line: Vec<(String, u64)>,
}

/// Whether what is left open may be named: what stays at home is not.
fn may_name(key: &Key, state: &State, with: With) -> bool {
    let Some(row) = state.row(key.kind, &key.id).filter(|row| with.takes_row(row)) else { return false };
    let def = row.kind().def();
    let gone: Vec<&Field> = with.left_out(key.kind).collect();
    if gone.len() == def.fields.len() {
        return false;
    }
    match (&key.part, key.unit()) {
        (merge::Part::Row, _) => true,
        (_, Some(unit)) => {
            !unit.fields.iter().any(|index| gone.iter().any(|field| def.index(field.name) == Some(*index)))
        }
        _ => with.notes,
    }
}

/// As [`write`], of a plan with what else it says.
///
/// # Errors
/// As [`write`].
pub fn write_beside(
    state: &State,
    context: &Context,
    name: &str,
    with: With,
    beside: Beside,
) -> Result<(Manifest, Vec<u8>)> {
    let mut parts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut omitted = Vec::new();
    let mut private = Vec::new();
    // What this version does not know is held back where it is known to be private.
    let withheld: BTreeSet<&str> = match with.notes {
        true => BTreeSet::new(),
        false => state.rows(Kind::PrivateName).map(|row| &**row.id()).collect(),
    };
    omitted.extend(withheld.iter().map(|name| (*name).to_owned()));
    if with.notes {
        private.extend(state.rows(Kind::PrivateName).map(|row| row.id().to_string()));
    }
    for kind in Kind::content() {
        let def = kind.def();
        let rows: Vec<&std::sync::Arc<Row>> = state.rows(kind).filter(|row| with.takes_row(row)).collect();
        let left_out: Vec<&Field> = with.left_out(kind).collect();
        if left_out.len() == def.fields.len() {
            omitted.push(def.name.to_owned());
            continue;
        }
        omitted.extend(left_out.iter().map(|f| format!("{}.{}", def.name, f.name)));
        if def.private && (kind != Kind::Note || with.notes) {
            private.push(def.name.to_owned());
        }
        let went = def.fields.iter().filter(|f| f.private && with.takes(kind, f));
        private.extend(went.map(|f| format!("{}.{}", def.name, f.name)));
        let withheld_fields: Vec<&str> =
            withheld.iter().filter_map(|name| name.strip_prefix(def.name)?.strip_prefix('.')).collect();
        if rows.is_empty() {
            continue;
        }
        let without = left_out.iter().filter_map(|f| def.index(f.name)).fold(0, |bits, index| bits | 1 << index);
        let mut text = String::from("[\n");
        for (i, row) in rows.iter().enumerate() {
            if i > 0 {
                text.push_str(",\n");
            }
            if withheld_fields.is_empty() {
                row.write_canonical(&mut text, without);
                continue;
            }
            let mut json = row.to_json();
            left_out.iter().for_each(|f| drop(json.remove(f.name)));
            withheld_fields.iter().for_each(|name| drop(json.remove(*name)));
            write_canonical(&Json::Object(json), &mut text);
        }
        text.push_str("\n]\n");
        parts.insert(format!("{}.json", def.name), (rows.len(), text));
    }
    for row in state.rows(Kind::UnknownPart).filter(|row| !withheld.contains(&**row.id())) {
        let body = row.text("body").to_owned();
        let count = serde_json::from_str::<Vec<serde::de::IgnoredAny>>(&body).map_or(0, |rows| rows.len());
        // A part that this version knows by now has rows of its own.
        parts.entry(format!("{}.json", row.id())).or_insert((count, body));
    }
    let parents: Vec<String> = current_parents(state).into_iter().map(|p| p.id).collect();
    // The time of an entry says nothing that the manifest does not, and would make equal content unequal.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut packed = pack::in_two_hands(&parts, options)?;
    let described: Vec<Part> = parts
        .iter()
        .map(|(name, (count, text))| Part {
            name: name.clone(),
            count: *count,
            bytes: text.len(),
            sha256: packed.sums.remove(name).unwrap_or_else(|| sha256(text.as_bytes())),
        })
        .collect();
    let about = state.row(Kind::About, "about");
    let manifest = Manifest {
        format: FORMAT,
        min_reader: 1,
        id: id_of(&described, &parents),
        name: name.to_owned(),
        title: about.map(|row| row.text("title").to_owned()).unwrap_or_default(),
        at: context.at(),
        by: context.by.clone(),
        organization: context.organization.clone(),
        parents,
        ancestors: state
            .rows(Kind::Parent)
            .map(|row| Ancestor { name: String::new(), at: String::new(), by: String::new(), ..ancestor(row) })
            .collect(),
        omitted,
        private,
        parts: described,
        open: beside.open.iter().filter(|key| may_name(key, state, with)).map(Key::text).collect(),
        line: beside.line,
        extra: Map::new(),
    };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut text = serde_json::to_string_pretty(&manifest).map_err(Error::broken)?;
    text.push('\n');
    zip.start_file("manifest.json", options).map_err(Error::broken)?;
    zip.write_all(text.as_bytes())?;
    for name in parts.keys() {
        packed.copy(name, &mut zip)?;
    }
    let bytes = zip.finish().map_err(Error::broken)?.into_inner();
    Ok((manifest, bytes))
}

/// The id of a snapshot: SHA-256 over its parts and its parents.
fn id_of(parts: &[Part], parents: &[String]) -> String {
    let mut text = String::from("gdcsnap 1\n");
    for part in parts {
        text.push_str(&format!("part {} {}\n", part.name, part.sha256));
    }
    let mut parents: Vec<&String> = parents.iter().collect();
    parents.sort_unstable();
    for parent in parents {
        text.push_str(&format!("parent {parent}\n"));
    }
    sha256(text.as_bytes())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Notes a snapshot in the ledger as the one parent of what follows.
pub(crate) fn become_parent(store: &Store, state: &State, manifest: &Manifest) -> Result<()> {
    for row in state.rows(Kind::Parent).filter(|row| row.flag("current") && **row.id() != *manifest.id) {
        store.update(Kind::Parent, row.id(), &[("current", ToSqlOutput::Owned(SqlValue::Null))])?;
    }
    if state.row(Kind::Parent, &manifest.id).is_some() {
        return store.update(Kind::Parent, &manifest.id, &[("current", ToSqlOutput::Owned(SqlValue::Integer(1)))]);
    }
    store.insert(&parent_row(&manifest.as_ancestor(), true, order::nth(state.count(Kind::Parent))))
}

pub(crate) fn parent_row(ancestor: &Ancestor, current: bool, place: String) -> Row {
    let def = Kind::Parent.def();
    let text = |t: &str| (!t.is_empty()).then(|| Value::Text(t.into()));
    let mut row = Row::new(Kind::Parent, ancestor.id.as_str());
    let parents = Value::set_of(ancestor.parents.iter().map(|p| p.as_str().into()));
    let values = [
        ("name", text(&ancestor.name)),
        ("at", text(&ancestor.at)),
        ("by", text(&ancestor.by)),
        ("parents", parents),
        ("current", current.then_some(Value::Flag)),
        ("ord", text(&place)),
    ];
    for (name, value) in values {
        debug_assert!(def.field(name).is_some_and(|f| f.ty != FieldType::Integer));
        if let Some(index) = def.index(name) {
            row = row.with(index, value);
        }
    }
    row
}

/// Writes a file for others: a temporary file beside it, synced, then renamed, then the folder synced.
///
/// # Errors
/// `Refused` where the folder is missing or cannot be written; `Broken` where the disk fails.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    Ready::new(path, bytes)?.place()
}

/// A file that is written and synced beside its place, and lacks only its name. Dropped, it leaves no trace.
pub struct Ready {
    temporary: tempfile::NamedTempFile,
    path: PathBuf,
}

impl Ready {
    /// Writes the bytes beside the place.
    ///
    /// # Errors
    /// As [`write_file`].
    pub fn new(path: &Path, bytes: &[u8]) -> Result<Ready> {
        beside(path, bytes)
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// As [`write_file`].
    pub fn place(self) -> Result<()> {
        let shown = self.path.display().to_string();
        self.temporary.persist(&self.path).map_err(|e| match e.error.kind() {
            std::io::ErrorKind::InvalidFilename => {
                Error::refused_with("name-too-long", [("path", shown), ("limit", "255".to_owned())])
            }
            _ => Error::from(e.error).while_doing("writing"),
        })?;
        self.path.parent().map_or(Ok(()), sync_folder)
    }
}

fn beside(path: &Path, bytes: &[u8]) -> Result<Ready> {
    let path = std::path::absolute(path)?;
    let shown = || path.display().to_string();
    if path.is_dir() {
        return Err(Error::refused_with("is-a-folder", [("path", shown())]));
    }
    let folder = path.parent().unwrap_or(&path);
    if !folder.is_dir() {
        return Err(Error::refused_with("no-such-file", [("path", folder.display().to_string())]));
    }
    let mut temporary =
        tempfile::Builder::new().prefix(".writing-").tempfile_in(folder).map_err(|e| match e.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Error::refused_with("read-only-folder", [("path", folder.display().to_string())])
            }
            _ => Error::from(e).while_doing("writing"),
        })?;
    temporary.write_all(bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        temporary.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    temporary.as_file().sync_all()?;
    Ok(Ready { temporary, path })
}

/// Makes a rename last: on Unix the folder has to be synced as well.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
