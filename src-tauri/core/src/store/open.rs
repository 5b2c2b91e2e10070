//! Opening: every plan is treated as from outside.

use std::cell::Cell;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};

use super::lock::{Holder, Lock};
use super::{Store, capture, load_table, schema};
use crate::kinds::Kind;
use crate::value::Ids;
use crate::{Error, Result, State};

/// How a plan is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// May be edited; the lock is held.
    Edit,
    /// Only read.
    Read,
}

/// A plan of 100,000 commitments has 140 MB; what is far beyond is not opened by mistake.
const FILE_MAX: u64 = 4 << 30;
/// The largest text or BLOB: a kept snapshot.
const LENGTH_MAX: i32 = 256 << 20;

impl Store {
    /// Opens a plan to read or to edit, and reads its rows.
    ///
    /// Read access needs no lock. A file that cannot be written is read in place or, with its journal, as a copy.
    ///
    /// # Errors
    /// `Refused` with a code for each kind of file that is not a plan of ours, is of a newer version without a way to read it,
    /// cannot be written (`Edit`) or is held by another; `Broken` for damage.
    pub fn open(path: &Path, access: Access, holder: &Holder) -> Result<(Store, State)> {
        Self::open_held(path, access, holder, &mut None, None)
    }

    /// As [`Store::open`], for a file that this process may have open already.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub(crate) fn open_known(
        path: &Path,
        access: Access,
        holder: &Holder,
        here: Option<OpenHere>,
    ) -> Result<(Store, State)> {
        Self::open_held(path, access, holder, &mut None, here)
    }

    /// What is known of the file at a path without touching it, where it is the one that is open.
    pub(crate) fn open_here(&self, path: &Path) -> Option<OpenHere> {
        // Of a copy that was made to read it, the file itself is not open.
        let same = self._copy.is_none() && is_same_file(path, &self.path, self.identity);
        same.then(|| OpenHere {
            user_version: self.version,
            writable: self.conn.is_readonly("main").is_ok_and(|only| !only),
        })
    }

    /// Opens to edit what lies at the path now, where another file was put in the place of the one that is open: with the lock
    /// that is held already, so that nobody takes it in between. Where it cannot be opened, all is as it was, the lock too.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub(crate) fn open_again(&mut self, path: &Path, holder: &Holder) -> Result<(Store, State)> {
        Self::open_held(path, Access::Edit, holder, &mut self.lock, None)
    }

    fn open_held(
        path: &Path,
        access: Access,
        holder: &Holder,
        held: &mut Option<Lock>,
        here: Option<OpenHere>,
    ) -> Result<(Store, State)> {
        let path = absolute(path)?;
        let user_version = match here {
            Some(here) => here.user_version,
            None => sniff(&path)?,
        };
        // One file, one lock, by whatever name it was called.
        let path = std::fs::canonicalize(&path).map_err(|e| Error::from(e).while_doing("path"))?;
        if access == Access::Read {
            return Self::read(path, access, user_version, here);
        }
        editable(&path, here)?;
        let fresh =
            if held.as_ref().is_some_and(|lock| lock.is_of(&path)) { None } else { Some(Lock::take(&path, holder)?) };
        let (mut store, state) = Self::read(path, access, user_version, here)?;
        store.lock = fresh.or_else(|| held.take());
        Ok((store, state))
    }

    /// Checks and reads a file whose lock is held, where it is to be edited.
    fn read(path: PathBuf, access: Access, found: u32, here: Option<OpenHere>) -> Result<(Store, State)> {
        // SQLite must be able to write beside the file to roll back what a crash left behind; and a reader who finds an older
        // schema brings a copy up to date, never the file of somebody who may be editing it.
        let aside = access == Access::Read && (editable(&path, here).is_err() || found < schema::VERSION);
        // Looked at before it is read: what changes in between counts as changed since.
        let copied = if aside { stamp_of(&path) } else { None };
        let copy = if aside { Some(copy_aside(&path)?) } else { None };
        let at = copy.as_ref().map_or_else(|| path.clone(), |folder| folder.path().join("plan.gdcplan"));
        let (conn, user_version) = connect_checked(&at)?;
        let newer = user_version > schema::VERSION;
        if newer && access == Access::Edit {
            return Err(Error::refused_with(
                "newer-version",
                [("version", user_version.to_string()), ("readable", "yes".into())],
            ));
        }
        let identity = identity_of(&path);
        let mut store = Store {
            conn,
            path,
            access,
            version: user_version,
            identity,
            copied,
            seen: Cell::new(0),
            lock: None,
            _copy: copy,
        };
        if user_version < schema::VERSION {
            quick_check(&store.conn)?;
            store.migrate(user_version)?;
        }
        let state = store.check_and_load(&at)?;
        store.look()?;
        match access {
            Access::Edit => capture::install(&store.conn)?,
            Access::Read => store.conn.pragma_update(None, "query_only", true)?,
        }
        Ok((store, state))
    }

    /// Checks the structure and reads the rows, on two connections at once. The read lock that the first one holds keeps
    /// writers off, so both see the same file; nothing is believed before both are done.
    fn check_and_load(&self, at: &Path) -> Result<State> {
        const FIRST: [Kind; 2] = [Kind::Milestone, Kind::Commitment];
        let read = self.conn.unchecked_transaction()?;
        let _locked: i64 = read.query_row("SELECT count(*) FROM main.meta", [], |row| row.get(0))?;
        let (second, first) = std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                let conn = connect(at)?;
                quick_check(&conn)?;
                let rest = Kind::all().filter(|kind| !FIRST.contains(kind));
                let mut ids = Ids::shared();
                rest.map(|kind| Ok((kind, load_table(&conn, kind, &mut ids)?))).collect::<Result<Vec<_>>>()
            });
            let mut ids = Ids::shared();
            let first =
                FIRST.iter().map(|kind| Ok((*kind, load_table(&read, *kind, &mut ids)?))).collect::<Result<Vec<_>>>();
            (second.join().unwrap_or_else(|_| Err(Error::broken("the check of the file failed"))), first)
        });
        let mut state = State::default();
        for (kind, table) in second?.into_iter().chain(first?) {
            state.set_table(kind, table);
        }
        Ok(state)
    }

    fn migrate(&mut self, from: u32) -> Result<()> {
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::migrate(&transaction, from)?;
        transaction.commit()?;
        self.version = schema::VERSION;
        // New columns and tables count in the hash of the content.
        let hash = self.load()?.hash();
        self.set_meta(super::CONTENT, &hash.hex())
    }

    /// Notes the file as it is now: what another connection commits from here on is a change from outside.
    pub(crate) fn look(&self) -> Result<()> {
        self.seen.set(self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?);
        Ok(())
    }

    /// Whether another connection has written since `look`. Our own commits do not count.
    pub(crate) fn was_changed_outside(&self) -> Result<bool> {
        let now: i64 = self.conn.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(now != self.seen.get())
    }

    /// Whether who only reads would read something else now: somebody wrote, or put another file there. A file that is gone
    /// is no news: what was read of it stays.
    pub(crate) fn has_news(&self) -> Result<bool> {
        match stamp_of(&self.path) {
            None => Ok(false),
            stamp if self._copy.is_some() => Ok(stamp != self.copied),
            _ => Ok(!self.is_at_its_path() || self.was_changed_outside()?),
        }
    }

    /// Whether it could be opened to edit at this moment: the file and its folder can be written, and nobody holds the lock.
    pub(crate) fn could_edit(&self) -> bool {
        self.version <= schema::VERSION
            && editable(&self.path, self.open_here(&self.path)).is_ok()
            && Lock::is_free(&self.path)
    }

    /// Whether the file that is open is still the one at its path: a sync client may have put another there.
    pub(crate) fn is_at_its_path(&self) -> bool {
        self.identity.is_some() && identity_of(&self.path) == self.identity
    }
}

/// An absolute path: SQLite would read a relative `file:…` as a URI.
pub(super) fn absolute(path: &Path) -> Result<PathBuf> {
    if path.as_os_str().is_empty() {
        return Err(Error::refused_with("no-such-file", [("path", String::new())]));
    }
    std::path::absolute(path).map_err(|e| Error::from(e).while_doing("path"))
}

/// What tells one file from another that has its name.
#[cfg(unix)]
fn identity_of(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|meta| (meta.dev(), meta.ino()))
}

/// Elsewhere an open file cannot be replaced.
#[cfg(not(unix))]
fn identity_of(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}

/// Size and time of the last change of a file and of its journal.
pub(super) type Stamp = (u64, SystemTime, bool);

fn stamp_of(path: &Path) -> Option<Stamp> {
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
    user_version: u32,
    writable: bool,
}

/// Whether a path leads to the file that is open, which may have other names.
#[cfg(unix)]
fn is_same_file(path: &Path, _open: &Path, identity: Option<(u64, u64)>) -> bool {
    identity.is_some() && identity_of(path) == identity
}

/// Elsewhere it is told by its path.
#[cfg(not(unix))]
fn is_same_file(path: &Path, open: &Path, _identity: Option<(u64, u64)>) -> bool {
    std::fs::canonicalize(path).is_ok_and(|path| path == open)
}

/// What kind of file it is, told from its first bytes, before SQLite touches it. Answers the version of a plan.
fn sniff(path: &Path) -> Result<u32> {
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
fn editable(path: &Path, here: Option<OpenHere>) -> Result<()> {
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
fn copy_aside(path: &Path) -> Result<tempfile::TempDir> {
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

/// A connection with the settings that the promise rests on.
pub(super) fn connect(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(Duration::from_millis(2_500))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LENGTH_MAX)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_limit(Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 300)?;
    conn.set_prepared_statement_cache_capacity(256);
    for (pragma, value) in [
        ("mmap_size", "0"),
        ("cell_size_check", "ON"),
        ("recursive_triggers", "ON"),
        ("foreign_keys", "ON"),
        ("temp_store", "MEMORY"),
    ] {
        conn.pragma_update(None, pragma, value)?;
    }
    // Of three settings that were tried over 31,500 power cuts the only one that lost nothing; see ARCHITECTURE.md.
    conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    for (pragma, wanted) in [("recursive_triggers", 1), ("foreign_keys", 1), ("synchronous", 3)] {
        let is: i64 = conn.pragma_query_value(None, pragma, |row| row.get(0))?;
        if is != wanted {
            return Err(Error::broken(format!("{pragma} is {is}")));
        }
    }
    Ok(conn)
}

/// A connection to a file whose schema is one that can be trusted, and its version.
pub(super) fn connect_checked(path: &Path) -> Result<(Connection, u32)> {
    let conn = connect(path)?;
    // The first statement that reads rolls back a hot journal; only then do the checks mean anything.
    let version: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let version = u32::try_from(version).map_err(|_| Error::damaged(format!("version {version}")))?;
    check_schema(&conn, version)?;
    Ok((conn, version))
}

/// Only what we made ourselves: the exact text of a known version, tables and plain indexes of a newer one.
fn check_schema(conn: &Connection, version: u32) -> Result<()> {
    let texts = schema::texts(conn)?;
    if version <= schema::VERSION {
        if version == 0 || texts != schema::expected(version)? {
            let expected = if version == 0 { Default::default() } else { schema::expected(version)? };
            let odd: Vec<&String> = texts.keys().filter(|name| texts.get(*name) != expected.get(*name)).collect();
            return Err(Error::damaged(format!("the tables are not those of version {version}: {odd:?}")));
        }
        return Ok(());
    }
    let newer = |readable: &str| {
        Error::refused_with("newer-version", [("version", version.to_string()), ("readable", readable.into())])
    };
    if texts.iter().any(|(name, sql)| {
        !(name.starts_with("table ") || name.starts_with("index "))
            || sql.to_ascii_uppercase().starts_with("CREATE VIRTUAL")
    }) {
        return Err(newer("no"));
    }
    let min_reader: Option<String> = conn
        .query_row("SELECT value FROM main.meta WHERE key = 'min_reader'", [], |row| row.get(0))
        .optional()
        .map_err(|_| newer("no"))?;
    match min_reader.and_then(|text| text.parse::<u32>().ok()) {
        Some(min) if min <= schema::VERSION => Ok(()),
        _ => Err(newer("no")),
    }
}

pub(super) fn quick_check(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("PRAGMA quick_check(1)")?;
    let found: String = statement.query_row([], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Error::damaged(found)) }
}
