//! Commands about sharing: what goes, what stays, and the file.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use plan::Error;
use plan::kinds::Kind;
use plan::snapshot::{Ready, Snapshot, With, is_page, write_file};
use plan::state::State;

use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;

pub(crate) fn with(parts: &[String]) -> Result<With, Fault> {
    let mut with = With::default();
    for part in parts {
        match part.as_str() {
            "persons" => with.persons = true,
            "notes" => with.notes = true,
            other => return Err(Error::refused_with("bad-request", [("context", format!("with: {other}"))])),
        }
    }
    Ok(with)
}

pub(crate) fn snapshot_preview(
    session: &Session,
    call: &Call,
    preview: SnapshotPreview,
) -> Result<SnapshotInfo, Fault> {
    let (shown, _) = session.source(&preview.source)?;
    let (manifest, bytes) = plan::snapshot::write(&shown.state, &call.context, "", with(&preview.with)?)?;
    Ok(info(&shown.state, manifest, bytes.len()))
}

pub(crate) fn snapshot_write(session: &Session, call: &Call, write: SnapshotWrite) -> Result<SnapshotInfo, Fault> {
    let path = session.file(call, &write.file)?;
    if session.open_here(&path).is_some() {
        return Err(Error::refused_with("file-exists", [("path", path.display().to_string())]));
    }
    replaceable(&path)?;
    let with = with(&write.with)?;
    let (shown, _) = session.source(&write.source)?;
    let name = if write.name.trim().is_empty() { today(call) } else { write.name.trim().to_owned() };
    let editable = matches!(&*lock(&session.opened), Opened::Plan(plan) if plan.may_write().is_ok());
    // Bytes that this plan made are kept before they leave: what comes back is compared with them.
    let bytes = match write.source {
        Source::Now if editable => {
            let mut bytes = Vec::new();
            let mut ready = None;
            session.write_noted(call, "snapshot_write", |plan| {
                // Where the place takes no file nothing is noted either.
                bytes = plan.snapshot_ready(&call.context, &name, with, |bytes| {
                    ready = Some(Ready::new(&path, bytes)?);
                    Ok(())
                })?;
                Ok(())
            })?;
            if let Some(ready) = ready {
                ready.place()?;
            }
            bytes
        }
        _ => {
            let bytes = match edition(session, &write.source, &name, with)? {
                Some(bytes) => bytes,
                None => plan::snapshot::write(&shown.state, &call.context, &name, with)?.1,
            };
            write_file(&path, &bytes)?;
            bytes
        }
    };
    session.shelf.wrote(&path);
    let manifest = Snapshot::read(&bytes)?.manifest;
    Ok(info(&shown.state, manifest, bytes.len()))
}

/// An edition leaves as it was made, so that it has the sum by which it is quoted; under another name, or with what is private, it is
/// another snapshot.
fn edition(session: &Session, source: &Source, name: &str, with: With) -> Result<Option<Vec<u8>>, Fault> {
    let opened = lock(&session.opened);
    let (Opened::Plan(plan), Source::Moment { moment }) = (&*opened, source) else { return Ok(None) };
    if with != With::default() {
        return Ok(None);
    }
    let meant = |edition: &&plan::Edition| {
        edition.name == name && (edition.name == *moment || edition.op.to_string() == *moment)
    };
    match plan.editions()?.iter().find(meant) {
        Some(edition) => plan.edition_bytes(edition),
        None => Ok(None),
    }
}

/// A file that is there already is replaced where it is a snapshot, and never where it is anything else: a slip of the hand
/// must not cost the plan itself.
fn replaceable(path: &Path) -> Result<(), Fault> {
    let mut head = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => drop(file.take(64).read_to_end(&mut head)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        // What it is cannot be told; writing will say what is wrong with the place.
        Err(_) if !path.is_file() => return Ok(()),
        Err(_) => {}
    }
    if path.is_dir() || Snapshot::begins(&head) {
        return Ok(());
    }
    Err(Error::refused_with("file-exists", [("path", path.display().to_string())]))
}

/// A list or minutes may replace a file of the same kind, and never a plan or a snapshot.
pub(crate) fn replaceable_list(session: &Session, path: &Path) -> Result<(), Fault> {
    let taken = || Error::refused_with("file-exists", [("path", path.display().to_string())]);
    // The file of the open plan is not to be opened and closed here: that would take its locks away.
    if path.is_dir() || session.open_here(path).is_some() {
        return Err(taken());
    }
    let mut head = Vec::new();
    if let Ok(file) = std::fs::File::open(path) {
        file.take(64).read_to_end(&mut head)?;
    }
    let is_ours = head.starts_with(b"SQLite format 3") || Snapshot::begins(&head) || is_page(&head);
    if is_ours { Err(taken()) } else { Ok(()) }
}

/// A snapshot without a name is called by its day.
fn today(call: &Call) -> String {
    call.context.today.to_string()
}

fn info(state: &State, manifest: plan::snapshot::Manifest, bytes: usize) -> SnapshotInfo {
    let goes: BTreeMap<String, usize> =
        manifest.parts.iter().map(|part| (part.name.trim_end_matches(".json").to_owned(), part.count)).collect();
    let stays = manifest.omitted.iter().map(|omitted| {
        let count = match omitted.split_once('.') {
            None => Kind::from_name(omitted).map_or(0, |kind| state.count(kind)),
            Some((kind, field)) => {
                Kind::from_name(kind).map_or(0, |kind| state.rows(kind).filter(|row| row.get(field).is_some()).count())
            }
        };
        (omitted.clone(), count)
    });
    let mut stays: BTreeMap<String, usize> = stays.filter(|(_, n)| *n > 0).collect();
    // Of notes some may go and some stay.
    let note = Kind::Note.name();
    match state.count(Kind::Note) - goes.get(note).copied().unwrap_or_default() {
        0 => {}
        count => drop(stays.insert(note.to_owned(), count)),
    }
    SnapshotInfo { id: manifest.id, name: manifest.name, goes, stays, bytes }
}
