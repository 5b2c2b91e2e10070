//! What lies at a path: what kind of file it is, which one, and whether it can be written. Told before SQLite touches it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::schema;
use crate::{Error, Result};

/// A plan of 100,000 commitments has 140 MB; what is far beyond is not opened by mistake.
const FILE_MAX: u64 = 4 << 30;

/// An absolute path: SQLite would read a relative `file:…` as a URI.
pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    if path.as_os_str().is_empty() {
        return Err(Error::refused_with("no-such-file", [("path", String::new())]));
    }
    std::path::absolute(path).map_err(|e| Error::from(e).while_doing("path"))
}

/// What tells one file from another that has its name.
#[cfg(unix)]
pub(super) fn identity_of(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|meta| (meta.dev(), meta.ino()))
}

/// Elsewhere an open file cannot be replaced.
#[cfg(not(unix))]
pub(super) fn identity_of(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}

/// Size and time of the last change of a file and of its journal.
pub(super) type Stamp = (u64, SystemTime, bool);

pub(super) fn stamp_of(path: &Path) -> Option<Stamp> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.len(), meta.modified().ok()?, journal_of(path).exists()))
}

fn journal_of(path: &Path) -> PathBuf {
    path.with_file_name(format!("{}-journal", path.file_name().unwrap_or_default().to_string_lossy()))
}

/// What is known of a file that this process has open.
///
/// Where a process closes any handle of a file, POSIX takes away all locks that it has on that file, those of SQLite among them,
/// and another process could write in the middle of a step. So a file that is open is never opened but by SQLite, which knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenHere {
    /// Version of its schema.
    pub(super) user_version: u32,
    /// SQLite may write to it.
    pub(super) writable: bool,
}

/// Whether a path leads to the file that is open, which may have other names.
#[cfg(unix)]
pub(super) fn is_same_file(path: &Path, _open: &Path, identity: Option<(u64, u64)>) -> bool {
    identity.is_some() && identity_of(path) == identity
}

/// Elsewhere it is told by its path.
#[cfg(not(unix))]
pub(super) fn is_same_file(path: &Path, open: &Path, _identity: Option<(u64, u64)>) -> bool {
    std::fs::canonicalize(path).is_ok_and(|path| path == open)
}

/// What kind of file it is, told from its first bytes, before SQLite touches it. Answers the version of a plan.
pub(super) fn sniff(path: &Path) -> Result<u32> {
    let name = || path.display().to_string();
    let refused = |code| Error::refused_with(code, [("path", name())]);
    let meta = std::fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory | std::io::ErrorKind::InvalidFilename => {
            refused("no-such-file")
        }
        std::io::ErrorKind::PermissionDenied => refused("not-allowed"),
        _ => Error::from(e).while_doing(&name()),
    })?;
    if meta.is_dir() {
        return Err(refused("is-a-folder"));
    }
    if !meta.is_file() {
        return Err(refused("not-a-plan"));
    }
    if meta.len() == 0 {
        return Err(refused("empty-file"));
    }
    if meta.len() > FILE_MAX {
        return Err(refused("too-large"));
    }
    let mut head = [0u8; 100];
    let mut file = File::open(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::PermissionDenied => refused("not-allowed"),
        _ => Error::from(e).while_doing(&name()),
    })?;
    let mut read = 0;
    while read < head.len() {
        match file.read(&mut head[read..])? {
            0 => break,
            n => read += n,
        }
    }
    let magic = b"SQLite format 3\0";
    if !head[..read].starts_with(&magic[..read.min(16)]) {
        return Err(refused(stranger(&head[..read])));
    }
    if read < head.len() {
        return Err(Error::Broken { code: "truncated", context: format!("{}: {read} bytes", name()) });
    }
    let word = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if word(68) != schema::APPLICATION_ID {
        return Err(refused("foreign-database"));
    }
    let page = match u64::from(u16::from_be_bytes([head[16], head[17]])) {
        1 => 65_536,
        size => size,
    };
    // The count of pages is to be trusted only where both counters agree; with a journal SQLite sets it right first.
    let journal = journal_of(path);
    let pages = u64::from(word(28));
    if word(24) == word(92) && !journal.exists() && pages * page > meta.len() {
        return Err(Error::Broken {
            code: "truncated",
            context: format!("{}: {} of {} bytes", name(), meta.len(), pages * page),
        });
    }
    Ok(word(60))
}

/// What a file is that is no plan, by its first bytes.
fn stranger(head: &[u8]) -> &'static str {
    let pictures: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM"];
    // The last character may be cut in two.
    let is_text = |e: std::str::Utf8Error| e.error_len().is_none();
    match head {
        _ if head.starts_with(b"PK") => "is-a-snapshot",
        // A plan that was made into a page holds its snapshot.
        _ if crate::snapshot::is_page(head) => "is-a-snapshot",
        _ if pictures.iter().any(|magic| head.starts_with(magic)) => "not-a-plan-picture",
        _ if !head.contains(&0) && std::str::from_utf8(head).map_or_else(is_text, |_| true) => "not-a-plan-text",
        _ => "not-a-plan",
    }
}

/// Longest name of a file, in bytes, that file systems take.
const NAME_MAX: usize = 255;
/// Longest path, in bytes, that SQLite takes; not to be changed from outside.
const PATH_MAX: usize = 510;
/// Room for the names of files that are being made.
const TEMPORARY: usize = 24;

/// SQLite writes its journal beside the plan, under the plan's name and an ending: without room for that nothing can be saved.
pub(super) fn name_fits(path: &Path) -> Result<()> {
    let journal = "-journal".len();
    let name = path.file_name().map_or(0, |name| name.as_encoded_bytes().len());
    let folder = path.parent().map_or(0, |folder| folder.as_os_str().as_encoded_bytes().len() + 1);
    let refused = |code: &'static str, limit: usize| {
        Err(Error::refused_with(code, [("path", path.display().to_string()), ("limit", limit.to_string())]))
    };
    match (name + journal > NAME_MAX, folder + name.max(TEMPORARY) + journal > PATH_MAX) {
        (true, _) => refused("name-too-long", NAME_MAX - journal),
        (false, true) => refused("path-too-long", PATH_MAX - journal - TEMPORARY),
        (false, false) => Ok(()),
    }
}

/// Whether the file and its folder can be written.
pub(super) fn editable(path: &Path, here: Option<OpenHere>) -> Result<()> {
    name_fits(path)?;
    let refused = |code: &'static str| Error::refused_with(code, [("path", path.display().to_string())]);
    let writable = match here {
        Some(here) => here.writable,
        None => std::fs::OpenOptions::new().read(true).write(true).open(path).is_ok(),
    };
    if !writable {
        return Err(refused("read-only-file"));
    }
    let folder = path.parent().ok_or_else(|| refused("no-such-file"))?;
    // Asking the system beats asking for permission bits: it knows of read-only media and of access lists.
    match tempfile::Builder::new().prefix(".try-").tempfile_in(folder) {
        Ok(_) => Ok(()),
        // A full disk can be read, and somebody may make room.
        Err(e) if e.kind() == std::io::ErrorKind::StorageFull => Ok(()),
        Err(_) => Err(refused("read-only-folder")),
    }
}

/// Plan and journal in a folder of their own, where SQLite can roll back.
pub(super) fn copy_aside(path: &Path) -> Result<tempfile::TempDir> {
    let folder = tempfile::Builder::new().prefix("gdcplan-").tempdir()?;
    std::fs::copy(path, folder.path().join("plan.gdcplan")).map_err(|e| Error::from(e).while_doing("copy to read"))?;
    let journal = journal_of(path);
    if journal.exists() {
        std::fs::copy(journal, folder.path().join("plan.gdcplan-journal"))?;
    }
    for entry in std::fs::read_dir(folder.path())? {
        let entry = entry?;
        let mut permissions = entry.metadata()?.permissions();
        #[expect(clippy::permissions_set_readonly_false, reason = "a copy of our own in a folder of our own")]
        permissions.set_readonly(false);
        std::fs::set_permissions(entry.path(), permissions)?;
    }
    Ok(folder)
}
