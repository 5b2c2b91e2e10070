//! Opening: every plan is treated as from outside.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};

use super::lock::{Holder, Lock};
use super::place::{OpenHere, absolute, copy_aside, editable, identity_of, is_same_file, sniff, stamp_of};
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
        // schema brings a copy up to date, never the file of somebody who may be editing it. A file that is open here is read
        // where it lies even then: to copy it would be to open and close it.
        let aside =
            access == Access::Read && here.is_none() && (editable(&path, None).is_err() || found < schema::VERSION);
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
