//! The file: open, check, migrate, lock, read, write. The only place that sees a raw connection.

mod capture;
mod copies;
mod exports;
mod lock;
mod log;
mod open;
mod place;
mod reviews;
mod schema;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OptionalExtension, params};

use crate::kinds::{KINDS, Kind};
use crate::state::{ContentHash, Row, State, Table};
use crate::value::Ids;
use crate::{Error, Result, Value};

pub(crate) use copies::{back_up_beside, is_copy_of, newest_in};
pub use exports::Export;
pub use lock::{Holder, Lock};
pub(crate) use log::NewStep;
pub use log::{LoggedStep, StepState};
pub use open::Access;
pub use place::OpenHere;
pub use schema::{APPLICATION_ID, VERSION};

/// Key in `meta` of the hash of the content.
pub(crate) const CONTENT: &str = "content_hash";
/// Key in `meta` of the hash of the books: the ledger, the steps, and their changes.
pub(crate) const BOOKS: &str = "books_hash";

/// An open plan file.
pub struct Store {
    conn: Connection,
    path: PathBuf,
    access: Access,
    /// Version of the schema of the file; above ours for a file of a newer program.
    version: u32,
    /// What tells the file from another of its name.
    identity: Option<(u64, u64)>,
    /// What the original was like when the copy that is read was made.
    copied: Option<place::Stamp>,
    /// The file's counter of commits by other connections, when it was last looked at.
    seen: Cell<i64>,
    /// Held as long as the file may be edited.
    lock: Option<Lock>,
    /// The copy that is read where the original cannot be.
    _copy: Option<tempfile::TempDir>,
}

/// Why a snapshot is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// This plan made it.
    Made,
    /// This plan came from it.
    Origin,
    /// It was reviewed into this plan.
    Reviewed,
}

impl Why {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Why::Made => "made",
            Why::Origin => "origin",
            Why::Reviewed => "reviewed",
        }
    }
}

/// What is known of a kept snapshot without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSnapshot {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was made or taken in, RFC 3339.
    pub at: String,
    /// Why it is kept: `made`, `origin`, `reviewed`.
    pub why: String,
    /// The newest step at that time.
    pub op: i64,
}

impl Store {
    /// Path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }
    /// How it is open.
    pub fn access(&self) -> Access {
        self.access
    }
    /// Version of the file's schema.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Makes a new plan file with the given rows; nothing of it is a step.
    ///
    /// The file appears under its name only when it is whole: it is written beside and linked into place, and a file that is
    /// there already is never replaced.
    ///
    /// # Errors
    /// `Refused file-exists`, `no-such-file` (the folder), `read-only-folder`; `Broken` where the disk fails.
    pub fn create(path: &Path, plan_id: &str, state: &State, kept: &[(&KeptSnapshot, &[u8])]) -> Result<()> {
        let path = place::absolute(path)?;
        place::name_fits(&path)?;
        if path.exists() {
            return Err(Error::refused_with("file-exists", [("path", path.display().to_string())]));
        }
        let folder = path.parent().ok_or_else(|| Error::refused("no-such-file"))?;
        if !folder.is_dir() {
            return Err(Error::refused_with("no-such-file", [("path", folder.display().to_string())]));
        }
        let temporary = beside(folder, ".new-").map_err(|e| e.while_doing("new plan"))?;
        {
            let conn = open::connect(temporary.path())?;
            conn.pragma_update(None, "application_id", APPLICATION_ID)?;
            // The file is not a plan before it has its name: one sync at the end is enough.
            conn.pragma_update(None, "synchronous", "OFF")?;
            conn.execute_batch("BEGIN IMMEDIATE")?;
            schema::migrate(&conn, 0)?;
            for kind in Kind::all() {
                for row in state.rows(kind) {
                    insert_row(&conn, row)?;
                }
            }
            for (snapshot, bytes) in kept {
                insert_kept(&conn, snapshot, bytes)?;
            }
            let (content, books) = (state.hash().hex(), state.ledger_hash().hex());
            for (key, value) in [("plan_id", plan_id), ("min_reader", "1"), (CONTENT, &content), (BOOKS, &books)] {
                conn.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", params![key, value])?;
            }
            conn.execute_batch("COMMIT")?;
            conn.close().map_err(|(_, e)| Error::from(e))?;
        }
        let file = temporary.as_file();
        file.sync_all()?;
        temporary.persist_noclobber(&path).map_err(|e| match e.error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Error::refused_with("file-exists", [("path", path.display().to_string())])
            }
            _ => Error::from(e.error).while_doing("new plan"),
        })?;
        crate::snapshot::sync_folder(folder)
    }

    /// Reads all rows.
    pub(crate) fn load(&self) -> Result<State> {
        let (mut state, mut ids) = (State::default(), Ids::shared());
        for kind in Kind::all() {
            state.set_table(kind, load_table(&self.conn, kind, &mut ids)?);
        }
        Ok(state)
    }

    /// A value of `meta`.
    pub(crate) fn meta(&self, key: &str) -> Result<Option<String>> {
        Ok(self
            .conn
            .prepare_cached("SELECT value FROM main.meta WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }
    /// Sets a value of `meta`.
    pub(crate) fn set_meta(&self, key: &str, value: &str) -> Result<()> {
        self.conn
            .prepare_cached("INSERT INTO main.meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
            .execute([key, value])?;
        Ok(())
    }
    /// A stored hash: of the content, or of the books.
    pub(crate) fn stored_hash(&self, which: &str) -> Result<ContentHash> {
        let hex = self.meta(which)?.unwrap_or_default();
        ContentHash::from_hex(&hex).ok_or_else(|| Error::damaged("the stored hash is not one"))
    }

    /// Inserts a row.
    pub(crate) fn insert(&self, row: &Row) -> Result<()> {
        insert_row(&self.conn, row)
    }
    /// Sets columns of a row to stored values.
    pub(crate) fn update(&self, kind: Kind, id: &str, columns: &[(&str, ToSqlOutput<'_>)]) -> Result<()> {
        let set: Vec<String> =
            columns.iter().enumerate().map(|(i, (name, _))| format!("\"{name}\" = ?{}", i + 2)).collect();
        let sql = format!("UPDATE main.\"{}\" SET {} WHERE id = ?1", kind.name(), set.join(", "));
        let mut statement = self.conn.prepare_cached(&sql)?;
        statement.raw_bind_parameter(1, id)?;
        for (i, (_, value)) in columns.iter().enumerate() {
            statement.raw_bind_parameter(i + 2, value)?;
        }
        if statement.raw_execute()? == 0 {
            return Err(Error::stale(kind.name(), id));
        }
        Ok(())
    }
    /// Deletes a row.
    pub(crate) fn delete(&self, kind: Kind, id: &str) -> Result<()> {
        let sql = format!("DELETE FROM main.\"{}\" WHERE id = ?1", kind.name());
        if self.conn.prepare_cached(&sql)?.execute([id])? == 0 {
            return Err(Error::stale(kind.name(), id));
        }
        Ok(())
    }

    /// Keeps the bytes of a snapshot.
    pub(crate) fn keep(&self, snapshot: &KeptSnapshot, bytes: &[u8]) -> Result<()> {
        insert_kept(&self.conn, snapshot, bytes)
    }
    /// The kept snapshots, oldest first.
    pub(crate) fn kept(&self) -> Result<Vec<KeptSnapshot>> {
        let mut statement =
            self.conn.prepare("SELECT id, name, at, why, op FROM main.kept_snapshot ORDER BY op, at, id")?;
        let rows = statement.query_map([], |row| {
            Ok(KeptSnapshot { id: row.get(0)?, name: row.get(1)?, at: row.get(2)?, why: row.get(3)?, op: row.get(4)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// The bytes of a kept snapshot.
    pub(crate) fn kept_bytes(&self, id: &str) -> Result<Option<Vec<u8>>> {
        Ok(self
            .conn
            .query_row("SELECT bytes FROM main.kept_snapshot WHERE id = ?1", [id], |row| row.get(0))
            .optional()?)
    }

    /// What the hash of the books must be.
    pub(crate) fn books(&self, state: &State) -> Result<ContentHash> {
        let mut hash = state.ledger_hash();
        for step in self.steps_before(i64::MAX, usize::MAX >> 1)? {
            hash.add_text(&step.fixed());
            self.changes_of(step.id)?.iter().for_each(|change| hash.add_text(&change.logged_under(step.id)));
        }
        Ok(hash)
    }

    /// Everything that can be wrong with the file and that SQLite can find.
    pub(crate) fn integrity(&self) -> Result<()> {
        let mut statement = self.conn.prepare("PRAGMA integrity_check(5)")?;
        let found: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        if found != ["ok"] {
            return Err(Error::damaged(found.join("; ")));
        }
        let dangling: Option<(String, String)> = self
            .conn
            .query_row("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        match dangling {
            Some((table, parent)) => Err(Error::damaged(format!("a {table} names a {parent} that is not there"))),
            None => Ok(()),
        }
    }

    /// Lets a test put limits on the file or reach past the program; see `plan-tests`.
    #[doc(hidden)]
    pub fn connection_for_tests(&self) -> &Connection {
        &self.conn
    }
    /// The same, for what SQLite calls back.
    pub(crate) fn connection_for_tests_mut(&mut self) -> &mut Connection {
        &mut self.conn
    }
}

/// Reads the rows of a kind.
fn load_table(conn: &Connection, kind: Kind, ids: &mut Ids) -> Result<Table> {
    let mut table: Vec<(Arc<str>, Arc<Row>)> = Vec::new();
    read_rows(conn, kind, ids, |row| {
        table.push((row.id().clone(), Arc::new(row)));
        true
    })?;
    Ok(Table::from_iter(table))
}

/// Reads the rows of a kind, sorted by id, one by one for as long as they are wanted. Columns that a newer program added are
/// not looked at.
fn read_rows(conn: &Connection, kind: Kind, ids: &mut Ids, mut each: impl FnMut(Row) -> bool) -> Result<()> {
    let def = kind.def();
    let known: Vec<String> = {
        let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
        statement.query_map([def.name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
    };
    let has = |field: &crate::Field| known.iter().any(|name| name == field.name);
    let fields: Vec<(u8, &'static crate::Field)> =
        def.fields.iter().enumerate().filter(|(_, f)| has(f)).map(|(i, f)| (i as u8, f)).collect();
    let columns: String = fields.iter().map(|(_, f)| format!(", \"{}\"", f.name)).collect();
    // Most rows are of kinds that no other names.
    let is_named = KINDS.iter().flat_map(|def| def.fields).any(|field| field.target() == Some(kind));
    let mut statement = conn.prepare(&format!("SELECT id, extra{columns} FROM main.\"{}\" ORDER BY id", def.name))?;
    let mut rows = statement.query([])?;
    let mut values = Vec::with_capacity(def.fields.len());
    while let Some(row) = rows.next()? {
        let id = row.get_ref(0)?.as_str().map_err(Error::damaged)?;
        let id = if is_named { ids.id(id) } else { id.into() };
        let extra = row.get_ref(1)?.as_str_or_null().map_err(Error::damaged)?.map(Into::into);
        for (column, (index, field)) in fields.iter().enumerate() {
            if let Some(value) = Value::from_sql(field, row.get_ref(column + 2)?, ids)? {
                values.push((*index, value));
            }
        }
        #[expect(clippy::drain_collect, reason = "the buffer keeps its room, and the row gets just what it needs")]
        let filled = values.drain(..).collect();
        if !each(Row::from_values(kind, id, filled, extra)) {
            break;
        }
    }
    Ok(())
}

/// A file for a plan that is being made, in the folder where it will be.
fn beside(folder: &Path, prefix: &str) -> Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        // `tempfile` makes files for the owner alone; a plan is an ordinary document.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    builder.prefix(prefix).suffix(".gdcplan").tempfile_in(folder).map_err(|e| match e.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            Error::refused_with("read-only-folder", [("path", folder.display().to_string())])
        }
        _ => Error::from(e),
    })
}

fn insert_row(conn: &Connection, row: &Row) -> Result<()> {
    let def = row.kind().def();
    let columns: String = def.fields.iter().map(|f| format!(", \"{}\"", f.name)).collect();
    let places: String = (0..def.fields.len()).map(|i| format!(", ?{}", i + 3)).collect();
    let sql = format!("INSERT INTO main.\"{}\" (id, extra{columns}) VALUES (?1, ?2{places})", def.name);
    let mut statement = conn.prepare_cached(&sql)?;
    // A cached statement keeps the values of its last run.
    statement.clear_bindings();
    statement.raw_bind_parameter(1, &**row.id())?;
    statement.raw_bind_parameter(2, row.extra())?;
    for i in 0..def.fields.len() {
        if let Some(value) = row.at(i as u8) {
            statement.raw_bind_parameter(i + 3, value.to_sql())?;
        }
    }
    statement.raw_execute()?;
    Ok(())
}

fn insert_kept(conn: &Connection, snapshot: &KeptSnapshot, bytes: &[u8]) -> Result<()> {
    conn.execute(
        "INSERT INTO main.kept_snapshot (id, name, at, why, op, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO NOTHING",
        params![snapshot.id, snapshot.name, snapshot.at, snapshot.why, snapshot.op, bytes],
    )?;
    Ok(())
}
