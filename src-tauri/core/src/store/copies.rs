//! Copies of the whole file: by SQLite's backup, at once or beside what goes on, and held against the rows in memory.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::open::{connect, connect_checked, quick_check};
use super::place::{absolute, name_fits};
use super::{Store, beside, read_rows};
use crate::kinds::Kind;
use crate::value::Ids;
use crate::{Error, Result, State};

/// Pages that are copied while a writer waits: two megabytes.
const PAGES: i32 = 512;
/// How often the file is begun anew because somebody wrote to it meanwhile.
const RESTARTS: i32 = 4;
/// How long a writer is let through, and how often.
const LET_THROUGH: (Duration, u32) = (Duration::from_millis(5), 400);

impl Store {
    /// A copy of the whole file, history included, by SQLite's backup.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub(crate) fn back_up(&self, to: &Path, plan_id: &str) -> Result<()> {
        let to = absolute(to)?;
        let folder = to.parent().ok_or_else(|| Error::refused("no-such-file"))?;
        name_fits(&to)?;
        if to.exists() {
            return Err(Error::refused_with("file-exists", [("path", to.display().to_string())]));
        }
        if !folder.is_dir() {
            return Err(Error::refused_with("no-such-file", [("path", folder.display().to_string())]));
        }
        let temporary = beside(folder, ".copy-").map_err(|e| e.while_doing("copy"))?;
        self.back_up_into(temporary.path())?;
        {
            // Another file, another plan: what is filed by plan id is not mixed with that of the original.
            let conn = connect(temporary.path())?;
            conn.execute("UPDATE main.meta SET value = ?1 WHERE key = 'plan_id'", [plan_id])?;
        }
        temporary.as_file().sync_all()?;
        temporary.persist_noclobber(&to).map_err(|e| match e.error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Error::refused_with("file-exists", [("path", to.display().to_string())])
            }
            _ => Error::from(e.error).while_doing("copy"),
        })?;
        crate::snapshot::sync_folder(folder)
    }

    /// A copy of the whole file as it is, its id included, over an empty file that the caller made. Nobody writes meanwhile.
    pub(crate) fn back_up_into(&self, to: &Path) -> Result<()> {
        let mut to = copy_at(to)?;
        match Backup::new(&self.conn, &mut to)?.step(-1)? {
            StepResult::Done => Ok(()),
            other => Err(Error::Broken { code: "busy", context: format!("copy: {other:?}") }),
        }
    }
}

/// The same of the file at a path, on a connection of its own and in parts: who writes is let through in between, and what was
/// copied until then is copied anew. Answers whether it came to an end; it does not where somebody writes again and again.
pub(crate) fn back_up_beside(from: &Path, to: &Path) -> Result<bool> {
    let from = connect(from)?;
    from.pragma_update(None, "query_only", true)?;
    // It gives way at once: it is the one that nobody waits for.
    from.busy_timeout(Duration::ZERO)?;
    let mut to = copy_at(to)?;
    let backup = Backup::new(&from, &mut to)?;
    let (mut parts, mut waited) = (0, 0);
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => return Ok(true),
            StepResult::More => {
                parts += 1;
                if parts > (backup.progress().pagecount / PAGES + 2) * RESTARTS {
                    return Ok(false);
                }
            }
            _ if waited == LET_THROUGH.1 => return Ok(false),
            _ => {
                waited += 1;
                std::thread::sleep(LET_THROUGH.0);
            }
        }
    }
}

/// A file to copy into. It is synced when it is whole; should the process end before, it is nothing.
fn copy_at(path: &Path) -> Result<Connection> {
    let conn = connect(path)?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    Ok(conn)
}

/// Number of the newest step in a copy.
pub(crate) fn newest_in(copy: &Path) -> Result<i64> {
    let (conn, _) = connect_checked(copy)?;
    Ok(conn.query_row("SELECT coalesce(max(id), 0) FROM main.op", [], |row| row.get(0))?)
}

/// Whether a copy is a sound plan and has just these rows: read one by one, and none kept.
///
/// # Errors
/// As for opening a plan, where it is not sound.
pub(crate) fn is_copy_of(copy: &Path, state: &State) -> Result<bool> {
    let (conn, _) = connect_checked(copy)?;
    quick_check(&conn)?;
    for kind in Kind::all() {
        let mut mine = state.rows(kind);
        let mut same = true;
        read_rows(&conn, kind, &mut Ids::apart(), |row| {
            same &= mine.next().is_some_and(|mine| **mine == row);
            same
        })?;
        if !same || mine.next().is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}
