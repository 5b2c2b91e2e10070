//! The log: steps and their changes, and the transaction around a step.

use std::sync::Arc;

use rusqlite::{OptionalExtension, Row as SqlRow, params};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::Store;
use crate::history::HistoryFilter;
use crate::kinds::Kind;
use crate::state::Change;
use crate::{Context, Error, Result};

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// In force.
    Done,
    /// Taken back; can be done again.
    Undone,
    /// Taken back, and then something else was done.
    Dropped,
    /// Recorded, never taken back by undo.
    Noted,
    /// Nothing before it is taken back.
    Barrier,
}

impl StepState {
    fn word(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Undone => "undone",
            StepState::Dropped => "dropped",
            StepState::Noted => "noted",
            StepState::Barrier => "barrier",
        }
    }
    fn from_word(word: &str) -> Self {
        match word {
            "undone" => StepState::Undone,
            "dropped" => StepState::Dropped,
            "noted" => StepState::Noted,
            "barrier" => StepState::Barrier,
            _ => StepState::Done,
        }
    }
}

/// One step of history.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedStep {
    /// Its number, counting up.
    pub id: i64,
    /// Name of the operation: `commitment_set`, `undo`.
    pub kind: String,
    /// Its arguments as JSON.
    pub args: Json,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub by: String,
    /// For which organization.
    pub organization: String,
    /// The sitting: from one opening of the plan to its closing.
    pub sitting: String,
    /// Token of the editor whose typing it gathers.
    pub token: Option<String>,
    /// What became of it.
    pub state: StepState,
    /// The step that an undo or redo answers.
    pub target: Option<i64>,
}

impl LoggedStep {
    /// The line of the log as it is summed: all but what became of the step.
    pub(crate) fn fixed(&self) -> String {
        let token = self.token.as_deref().unwrap_or_default();
        let target = self.target.unwrap_or_default();
        format!(
            "step {} {} {} {}\n{}\n{}\n{} {token} {target}",
            self.id, self.kind, self.at, self.args, self.by, self.organization, self.sitting
        )
    }
}

const STEP: &str = "SELECT id, kind, args, at, by, organization, sitting, token, state, target FROM main.op";

fn step(row: &SqlRow<'_>) -> rusqlite::Result<LoggedStep> {
    let args: String = row.get(2)?;
    let state: String = row.get(8)?;
    Ok(LoggedStep {
        id: row.get(0)?,
        kind: row.get(1)?,
        // What we wrote ourselves is JSON; should it not be, the text is shown as it is.
        args: serde_json::from_str(&args).unwrap_or(Json::String(args)),
        at: row.get(3)?,
        by: row.get(4)?,
        organization: row.get(5)?,
        sitting: row.get(6)?,
        token: row.get(7)?,
        state: StepState::from_word(&state),
        target: row.get(9)?,
    })
}

/// A new line of the log.
pub(crate) struct NewStep<'a> {
    pub kind: &'a str,
    pub args: &'a Json,
    pub sitting: &'a str,
    pub token: Option<&'a str>,
    pub state: StepState,
    pub target: Option<i64>,
}

impl Store {
    /// Begins the transaction of a step.
    pub(crate) fn begin(&self) -> Result<()> {
        Ok(self.conn.prepare_cached("BEGIN IMMEDIATE")?.raw_execute().map(|_| ())?)
    }
    /// Drops the transaction. It may be gone already: SQLite drops it itself on some errors.
    pub(crate) fn roll_back(&self) -> Result<()> {
        if !self.conn.is_autocommit() {
            self.conn.execute_batch("ROLLBACK")?;
        }
        Ok(())
    }
    /// Ends the transaction of a step. The outcome of a COMMIT that fails is not known before the log was read again.
    pub(crate) fn commit(&self, op: i64, newest_change: i64) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM temp.now_op")?.raw_execute()?;
        let Err(error) = self.conn.prepare_cached("COMMIT").and_then(|mut s| s.raw_execute()) else { return Ok(()) };
        self.roll_back()?;
        // The step alone does not tell: where typing goes on it was there before.
        if self.newest_op()? >= op && self.newest_change()? >= newest_change { Ok(()) } else { Err(named_still(error)) }
    }
    /// Lets the capture triggers write under a step.
    pub(crate) fn enter(&self, op: i64) -> Result<()> {
        self.conn.prepare_cached("DELETE FROM temp.now_op")?.raw_execute()?;
        self.conn.prepare_cached("INSERT INTO temp.now_op (id) VALUES (?1)")?.execute([op])?;
        Ok(())
    }
    /// Writes a step into the log and answers its number.
    pub(crate) fn log_step(&self, context: &Context, new: &NewStep<'_>) -> Result<i64> {
        let newest = self.newest_op()?;
        let id = newest.checked_add(1).ok_or_else(|| Error::damaged("history: steps are numbered to the end"))?;
        self.conn
            .prepare_cached(
                "INSERT INTO main.op (id, kind, args, at, by, organization, sitting, token, state, target)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                id,
                new.kind,
                new.args.to_string(),
                context.at(),
                context.by,
                context.organization,
                new.sitting,
                new.token,
                new.state.word(),
                new.target
            ])?;
        Ok(id)
    }
    /// Sets what became of a step.
    pub(crate) fn set_step_state(&self, id: i64, state: StepState) -> Result<()> {
        self.conn.prepare_cached("UPDATE main.op SET state = ?2 WHERE id = ?1")?.execute(params![id, state.word()])?;
        Ok(())
    }
    /// What was taken back can no longer be done again: something else was done.
    pub(crate) fn drop_undone(&self) -> Result<()> {
        self.conn.prepare_cached("UPDATE main.op SET state = 'dropped' WHERE state = 'undone'")?.raw_execute()?;
        Ok(())
    }
    /// Number of the newest step; 0: none yet.
    pub(crate) fn newest_op(&self) -> Result<i64> {
        Ok(self.conn.prepare_cached("SELECT coalesce(max(id), 0) FROM main.op")?.query_row([], |row| row.get(0))?)
    }
    /// Number of the newest change; 0: none yet.
    pub(crate) fn newest_change(&self) -> Result<i64> {
        Ok(self
            .conn
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM main.change")?
            .query_row([], |row| row.get(0))?)
    }
    /// A step by its number.
    pub(crate) fn step(&self, id: i64) -> Result<Option<LoggedStep>> {
        Ok(self.conn.prepare_cached(&format!("{STEP} WHERE id = ?1"))?.query_row([id], step).optional()?)
    }
    /// The step that undo would take back.
    pub(crate) fn undo_candidate(&self) -> Result<Option<LoggedStep>> {
        let sql = format!(
            "{STEP} WHERE state = 'done' AND target IS NULL
               AND id > (SELECT coalesce(max(id), 0) FROM main.op WHERE state = 'barrier') ORDER BY id DESC LIMIT 1"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([], step).optional()?)
    }
    /// The step behind which nothing is taken back; 0: there is none.
    pub(crate) fn newest_barrier(&self) -> Result<i64> {
        let sql = "SELECT coalesce(max(id), 0) FROM main.op WHERE state = 'barrier'";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }
    /// The step that redo would do again.
    pub(crate) fn redo_candidate(&self) -> Result<Option<LoggedStep>> {
        let sql = format!("{STEP} WHERE state = 'undone' ORDER BY id LIMIT 1");
        Ok(self.conn.prepare_cached(&sql)?.query_row([], step).optional()?)
    }
    /// Steps before a number, newest first.
    pub(crate) fn steps_before(&self, before: i64, limit: usize) -> Result<Vec<LoggedStep>> {
        let mut statement = self.conn.prepare_cached(&format!("{STEP} WHERE id < ?1 ORDER BY id DESC LIMIT ?2"))?;
        let rows = statement.query_map(params![before, limit as i64], step)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// Steps that a filter lets through, before a number, newest first.
    pub(crate) fn steps_where(&self, filter: &HistoryFilter<'_>, before: i64, limit: usize) -> Result<Vec<LoggedStep>> {
        let (kind, limit) = (filter.kind.map(Kind::name), limit as i64);
        // A key of an image stands in quotes and before a colon; in a value the quotes would be escaped.
        let key = filter.field.map(|field| format!("\"{field}\":"));
        let mut sql = format!("{STEP} WHERE id < ?1 AND (?2 IS NULL OR by = ?2)");
        let mut changed = String::new();
        for (given, term) in [
            (filter.id.is_some(), " AND pk = ?3"),
            (kind.is_some(), " AND tbl = ?4"),
            (key.is_some(), " AND instr(coalesce(before, '') || ' ' || coalesce(after, ''), ?5) > 0"),
        ] {
            if given {
                changed.push_str(term);
            }
        }
        if filter.id.is_some() {
            // Few steps touch one row: they are looked up, not searched for.
            sql.push_str(&format!(" AND id IN (SELECT op FROM main.change WHERE true{changed})"));
        } else if !changed.is_empty() {
            sql.push_str(&format!(" AND EXISTS (SELECT 1 FROM main.change WHERE op = main.op.id{changed})"));
        }
        sql.push_str(" ORDER BY id DESC LIMIT ?6");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![before, filter.by, filter.id, kind, key, limit], step)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// The steps of a name, oldest first.
    pub(crate) fn steps_of(&self, kind: &str) -> Result<Vec<LoggedStep>> {
        let mut statement = self.conn.prepare_cached(&format!("{STEP} WHERE kind = ?1 ORDER BY id"))?;
        let rows = statement.query_map([kind], step)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// The sittings, oldest first: a sum of how each began, and how many steps it has.
    pub(crate) fn sittings(&self) -> Result<Vec<(String, u64)>> {
        // With `min` the other columns are those of the first step.
        let sql = "SELECT sitting, at, by, args, min(id), count(*) FROM main.op GROUP BY sitting ORDER BY min(id)";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            let text = |at: usize| row.get::<_, String>(at);
            let begun = format!("{}\n{}\n{}\n{}\n{}", text(0)?, row.get::<_, i64>(4)?, text(1)?, text(2)?, text(3)?);
            let sum: String =
                Sha256::digest(begun.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            Ok((sum, row.get::<_, i64>(5)?.unsigned_abs()))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// Who ever made a step.
    pub(crate) fn people(&self) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached("SELECT DISTINCT by FROM main.op WHERE by <> '' ORDER BY by")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
    /// The newest step that is not later than an instant; 0: before all.
    ///
    /// # Errors
    /// `Refused before-beginning`, where there was no plan yet.
    pub(crate) fn op_at(&self, instant: &str) -> Result<i64> {
        let newest: Option<i64> =
            self.conn.query_row("SELECT max(id) FROM main.op WHERE at <= ?1", [instant], |row| row.get(0))?;
        match (newest, self.began_at()?) {
            (Some(op), _) => Ok(op),
            (None, Some(began)) if *instant < *began => {
                Err(Error::refused_with("before-beginning", [("moment", instant.to_owned()), ("at", began)]))
            }
            _ => Ok(0),
        }
    }

    /// When the plan began, RFC 3339, as far as the file says: when it took in the snapshot that it is made from, or got its id,
    /// or when its first step was; the earliest of them, for a copy of a plan has an id of its own.
    fn began_at(&self) -> Result<Option<String>> {
        let origin =
            self.conn.query_row("SELECT min(at) FROM main.kept_snapshot WHERE why = 'origin'", [], |r| r.get(0))?;
        let first = self.conn.query_row("SELECT min(at) FROM main.op", [], |row| row.get(0))?;
        let id = self.meta("plan_id")?.and_then(|id| uuid::Uuid::parse_str(&id).ok()?.get_timestamp());
        let id = id.map(|at| {
            let (seconds, nanos) = at.to_unix();
            chrono::DateTime::from_timestamp(i64::try_from(seconds).unwrap_or_default(), nanos)
                .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        });
        Ok([origin, first, id.flatten()].into_iter().flatten().min())
    }

    /// The changes of a step, in order.
    pub(crate) fn changes_of(&self, op: i64) -> Result<Vec<Change>> {
        self.changes("WHERE op = ?1 ORDER BY seq", op)
    }
    /// What a step changed of one row, in order.
    pub(crate) fn changes_of_row(&self, op: i64, kind: Kind, id: &str) -> Result<Vec<Change>> {
        let mut changes = self.changes_where("WHERE op = ?1 AND pk = ?2 ORDER BY seq", params![op, id])?;
        changes.retain(|change| change.kind == kind);
        Ok(changes)
    }
    /// The changes behind a number of `newest_change`, in order.
    pub(crate) fn changes_behind(&self, seq: i64) -> Result<Vec<Change>> {
        self.changes("WHERE seq > ?1 ORDER BY seq", seq)
    }
    /// The changes of all steps behind a step, up to another, newest first.
    pub(crate) fn changes_between(&self, op: i64, last: i64) -> Result<Vec<Change>> {
        self.changes_where("WHERE op > ?1 AND op <= ?2 ORDER BY seq DESC", params![op, last])
    }

    fn changes(&self, which: &str, number: i64) -> Result<Vec<Change>> {
        self.changes_where(which, params![number])
    }

    fn changes_where(&self, which: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Change>> {
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT tbl, pk, before, after FROM main.change {which}"))?;
        let mut rows = statement.query(values)?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let table = row.get_ref(0)?.as_str().map_err(Error::damaged)?;
            let Some(kind) = Kind::from_name(table) else {
                // A newer program has kinds that we do not know; in a file of our own it is damage.
                if self.version > super::schema::VERSION {
                    continue;
                }
                return Err(Error::damaged(format!("history: table {table}")));
            };
            let id: Arc<str> = row.get_ref(1)?.as_str().map_err(Error::damaged)?.into();
            let image = |i: usize| -> Result<Option<Map<String, Json>>> {
                match row.get_ref(i)?.as_str_or_null().map_err(Error::damaged)? {
                    None => Ok(None),
                    Some(text) => {
                        let mut image: Map<String, Json> =
                            serde_json::from_str(text).map_err(|e| Error::damaged(format!("history: {e}")))?;
                        if self.version > super::schema::VERSION {
                            image.retain(|name, _| name == "extra" || kind.def().field(name).is_some());
                        }
                        Ok(Some(image))
                    }
                }
            };
            changes.push(Change { kind, id, before: image(2)?, after: image(3)? });
        }
        Ok(changes)
    }
}

/// A commit that the deferred foreign keys refuse means that a row is named that is not there.
fn named_still(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => Error::refused("dangling"),
        _ => Error::from(error).while_doing("saving"),
    }
}
