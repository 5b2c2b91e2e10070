//! Who edits: a lock file beside the plan, `.NAME.lock`, held by a lock of the operating system.
//!
//! The words in it (person, machine, since) are for people; what counts is the system's lock, which falls with the process.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// Who holds a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Name of the person.
    pub person: String,
    /// Name of the machine.
    pub machine: String,
    /// Since when, RFC 3339.
    pub since: String,
}

/// A held lock. Dropping it removes the file.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Path of the lock file of a plan.
    pub fn path_of(plan: &Path) -> PathBuf {
        let name = plan.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        // A name of 255 bytes leaves no room for ours.
        let name = if name.len() > 240 { name.chars().take(60).collect() } else { name };
        plan.with_file_name(format!(".{name}.lock"))
    }

    /// Takes the lock of a plan.
    ///
    /// # Errors
    /// `Refused locked-by-other` with person, machine and since; `Refused read-only-folder`, where the file cannot be made.
    pub fn take(plan: &Path, holder: &Holder) -> Result<Lock> {
        // Between our opening the file and locking it, the one who held it may have removed it; then we hold nothing.
        for _ in 0..8 {
            let lock = Self::try_take(plan, holder)?;
            if lock.is_at_its_path() {
                return Ok(lock);
            }
        }
        Err(Error::broken("lock file: removed again and again by another program"))
    }

    /// Whether it is the lock of this plan, and still is what others would look at.
    pub(super) fn is_of(&self, plan: &Path) -> bool {
        self.path == Self::path_of(plan) && self.is_at_its_path()
    }

    /// Whether nobody holds the lock of a plan at this moment. The answer may be old when it arrives.
    pub fn is_free(plan: &Path) -> bool {
        // A shared lock for a moment is enough to see, and lets two who look not see each other.
        match File::open(Self::path_of(plan)) {
            Ok(file) => file.try_lock_shared().is_ok(),
            Err(e) => e.kind() == std::io::ErrorKind::NotFound,
        }
    }

    fn try_take(plan: &Path, holder: &Holder) -> Result<Lock> {
        let path = Self::path_of(plan);
        let mut file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
            Ok(file) => file,
            Err(e)
                if matches!(
                    e.kind(),
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                return Err(Error::refused("read-only-folder"));
            }
            Err(e) => return Err(Error::from(e).while_doing("lock file")),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // Whoever holds it may be writing it just now: an unreadable name is shown as unknown, never as free.
                let other: Holder = match file.read_to_string(&mut text) {
                    Ok(_) => serde_json::from_str(&text).unwrap_or_default(),
                    Err(_) => Holder::default(),
                };
                return Err(Error::refused_with(
                    "locked-by-other",
                    [("person", other.person), ("machine", other.machine), ("since", other.since)],
                ));
            }
            Err(TryLockError::Error(e)) => return Err(Error::from(e).while_doing("lock file")),
        }
        let text = serde_json::to_string(holder).map_err(Error::broken)?;
        let lock = Lock { file, path };
        match lock.write(&text) {
            // The words are a courtesy; a plan on a full disk can still be looked at, and rows be deleted.
            Err(e) if e.kind() != std::io::ErrorKind::StorageFull => Err(Error::from(e).while_doing("lock file")),
            _ => Ok(lock),
        }
    }

    fn write(&self, text: &str) -> std::io::Result<()> {
        let mut file = &self.file;
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(text.as_bytes())
    }

    #[cfg(unix)]
    fn is_at_its_path(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        match (self.file.metadata(), std::fs::metadata(&self.path)) {
            (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
            _ => false,
        }
    }

    /// Elsewhere an open file cannot be removed by another process.
    #[cfg(not(unix))]
    fn is_at_its_path(&self) -> bool {
        self.path.exists()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, and only where it is this lock's own file: nobody's fresh lock is taken away. A file that
        // stays behind is no harm: the system's lock is free and the next one takes it over.
        if self.is_at_its_path() {
            let _removed = std::fs::remove_file(&self.path);
        }
        let _unlocked = self.file.unlock();
    }
}
