//! Reviews in the file: what came in, what was decided, what was applied.

use rusqlite::{Row as SqlRow, params};
use serde_json::Value as Json;

use super::Store;
use crate::review::{Applied, Choice, Decision, Review, ReviewFile, Sort};
use crate::{Error, Result};

fn json(text: &str) -> Result<Json> {
    serde_json::from_str(text).map_err(|e| Error::damaged(format!("review: {e}")))
}

fn decision(row: &SqlRow<'_>) -> rusqlite::Result<(Decision, Option<String>)> {
    let word: String = row.get(1)?;
    let decision = Decision {
        item: row.get(0)?,
        choice: Choice::from_word(&word).unwrap_or(Choice::Later),
        source: row.get(2)?,
        value: None,
        note: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        seen: row.get(5)?,
        at: row.get(6)?,
        by: row.get(7)?,
    };
    Ok((decision, row.get(3)?))
}

impl Store {
    /// Writes to the books outside of a step: all of it or nothing.
    ///
    /// # Errors
    /// `Broken changed-outside`, where another program wrote meanwhile; what `write` answers.
    pub(crate) fn in_books<T>(&self, write: impl FnOnce(&Store) -> Result<T>) -> Result<T> {
        self.begin()?;
        let written = match self.was_changed_outside() {
            Ok(false) => write(self),
            Ok(true) => Err(Error::Broken {
                code: "changed-outside",
                context: "another program wrote to the plan while it was open".into(),
            }),
            Err(error) => Err(error),
        };
        let committed = written.and_then(|done| Ok(self.conn.execute_batch("COMMIT").map(|()| done)?));
        if committed.is_err() {
            self.roll_back()?;
        }
        committed
    }

    /// Begins a review and answers its number.
    pub(crate) fn new_review(&self, at: &str, by: &str) -> Result<i64> {
        self.conn.execute("INSERT INTO main.review (at, by) VALUES (?1, ?2)", [at, by])?;
        Ok(self.conn.last_insert_rowid())
    }
    /// Closes a review, or opens it again.
    pub(crate) fn set_review_closed(&self, review: i64, closed: Option<&str>) -> Result<()> {
        self.conn.execute("UPDATE main.review SET closed = ?2 WHERE id = ?1", params![review, closed])?;
        Ok(())
    }
    /// Forgets a review, with its files and decisions.
    pub(crate) fn forget_review(&self, review: i64) -> Result<()> {
        for (table, column) in [("review_decision", "review"), ("review_file", "review"), ("review", "id")] {
            self.conn.execute(&format!("DELETE FROM main.{table} WHERE {column} = ?1"), [review])?;
        }
        Ok(())
    }
    /// Takes a file into a review. Answers whether it was not in it already.
    pub(crate) fn add_review_file(&self, review: i64, file: &ReviewFile) -> Result<bool> {
        let heads = serde_json::to_string(&file.heads).map_err(Error::broken)?;
        let added = self.conn.execute(
            "INSERT INTO main.review_file (review, snapshot, file, sort, heads, common, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (review, snapshot) DO NOTHING",
            params![review, file.snapshot, file.file, file.sort.word(), heads, file.common, file.at],
        )?;
        Ok(added > 0)
    }
    /// Takes a file out of a review.
    pub(crate) fn remove_review_file(&self, review: i64, snapshot: &str) -> Result<bool> {
        let sql = "DELETE FROM main.review_file WHERE review = ?1 AND snapshot = ?2";
        Ok(self.conn.execute(sql, params![review, snapshot])? > 0)
    }

    /// The reviews, oldest first.
    pub(crate) fn reviews(&self) -> Result<Vec<Review>> {
        if !self.has_reviews()? {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare("SELECT id, at, by, closed FROM main.review ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(Review {
                id: row.get(0)?,
                at: row.get(1)?,
                by: row.get(2)?,
                closed: row.get(3)?,
                files: Vec::new(),
                applied: Vec::new(),
            })
        })?;
        let mut reviews: Vec<Review> = rows.collect::<rusqlite::Result<_>>()?;
        for review in &mut reviews {
            review.files = self.review_files(review.id)?;
            review.applied = self.review_applied(review.id)?;
        }
        Ok(reviews)
    }

    /// A file of an older schema that is only read, and one of another program, may have no reviews.
    fn has_reviews(&self) -> Result<bool> {
        let sql = "SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' AND name = 'review_applied'";
        Ok(self.conn.query_row(sql, [], |row| row.get::<_, i64>(0))? > 0)
    }

    fn review_files(&self, review: i64) -> Result<Vec<ReviewFile>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT snapshot, file, sort, heads, common, at FROM main.review_file WHERE review = ?1 ORDER BY at, snapshot",
        )?;
        let mut rows = statement.query([review])?;
        let mut files = Vec::new();
        while let Some(row) = rows.next()? {
            let (sort, heads): (String, String) = (row.get(2)?, row.get(3)?);
            files.push(ReviewFile {
                snapshot: row.get(0)?,
                file: row.get(1)?,
                sort: Sort::from_word(&sort),
                heads: serde_json::from_str(&heads).map_err(|e| Error::damaged(format!("review: {e}")))?,
                common: row.get(4)?,
                at: row.get(5)?,
            });
        }
        Ok(files)
    }

    fn review_applied(&self, review: i64) -> Result<Vec<Applied>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT op, at, by, undone, minutes FROM main.review_applied WHERE review = ?1 ORDER BY op",
        )?;
        let mut rows = statement.query([review])?;
        let mut applied = Vec::new();
        while let Some(row) = rows.next()? {
            let minutes: String = row.get(4)?;
            applied.push(Applied {
                op: row.get(0)?,
                at: row.get(1)?,
                by: row.get(2)?,
                undone: row.get::<_, i64>(3)? != 0,
                minutes: json(&minutes)?,
            });
        }
        Ok(applied)
    }

    /// The decisions of a review, by item.
    pub(crate) fn review_decisions(&self, review: i64) -> Result<Vec<Decision>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT item, decision, source, value, note, seen, at, by FROM main.review_decision WHERE review = ?1 ORDER BY item",
        )?;
        let rows = statement.query_map([review], decision)?;
        rows.map(|row| {
            let (decision, value) = row?;
            let value = value.as_deref().map(json).transpose()?;
            Ok(Decision { value, ..decision })
        })
        .collect()
    }
    /// Notes a decision; without a choice it is open again.
    pub(crate) fn decide(&self, review: i64, decision: &Decision) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO main.review_decision (review, item, decision, source, value, note, seen, at, by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (review, item) DO UPDATE SET decision = excluded.decision, source = excluded.source,
                   value = excluded.value, note = excluded.note, seen = excluded.seen, at = excluded.at, by = excluded.by",
            )?
            .execute(params![
                review,
                decision.item,
                decision.choice.word(),
                decision.source,
                decision.value.as_ref().map(Json::to_string),
                Some(&decision.note).filter(|note| !note.is_empty()),
                decision.seen,
                decision.at,
                decision.by
            ])?;
        Ok(())
    }
    /// Takes a decision back.
    pub(crate) fn undecide(&self, review: i64, item: &str) -> Result<()> {
        self.conn
            .prepare_cached("DELETE FROM main.review_decision WHERE review = ?1 AND item = ?2")?
            .execute(params![review, item])?;
        Ok(())
    }
    /// Notes that a review was applied by a step.
    pub(crate) fn note_applied(&self, review: i64, applied: &Applied) -> Result<()> {
        self.conn.execute(
            "INSERT INTO main.review_applied (op, review, at, by, undone, minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![applied.op, review, applied.at, applied.by, applied.undone, applied.minutes.to_string()],
        )?;
        Ok(())
    }
    /// The step by which a review was applied was taken back, or done again: the review is open again, or closed as it was.
    pub(crate) fn set_applied_undone(&self, op: i64, undone: bool) -> Result<()> {
        self.conn.execute("UPDATE main.review_applied SET undone = ?2 WHERE op = ?1", params![op, undone])?;
        if undone {
            let sql = "UPDATE main.review SET closed = NULL WHERE id = (SELECT review FROM main.review_applied WHERE op = ?1)";
            self.conn.execute(sql, [op])?;
        }
        Ok(())
    }

    /// Rows of a table, as the file has them.
    pub(crate) fn count_of(&self, kind: crate::Kind) -> Result<usize> {
        let sql = format!("SELECT count(*) FROM main.\"{}\"", kind.name());
        let count: i64 = self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        usize::try_from(count).map_err(Error::damaged)
    }
}
