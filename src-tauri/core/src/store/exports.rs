//! What left the plan as a document, when, of which state and under which symbol. Bookkeeping: it says what this file was used
//! for, is no part of what the plan says, and is neither merged nor undone.

use rusqlite::params;

use super::Store;
use crate::Result;

/// One document that was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// Its place in the books: what was made later has the greater number. 0: not noted yet.
    pub id: i64,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// For which organization.
    pub organization: String,
    /// Ending of its format.
    pub format: String,
    /// Name of the file, without its folder.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The newest step that is in it.
    pub op: i64,
    /// Hash of the content that is in it.
    pub hash: String,
    /// The document of the plan, where it is one.
    pub document: Option<String>,
    /// Its symbol then.
    pub symbol: Option<String>,
    /// Its state then.
    pub state: Option<String>,
    /// Since which state it marks changes.
    pub since: Option<String>,
}

impl Store {
    /// Notes a document that was made.
    pub(crate) fn note_export(&self, export: &Export) -> Result<()> {
        let e = export;
        self.conn.execute(
            "INSERT INTO main.export_log (at, by, organization, format, file, sha256, op, hash, document, symbol, state, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![e.at, e.by, e.organization, e.format, e.file, e.sha256, e.op, e.hash, e.document, e.symbol, e.state, e.since],
        )?;
        Ok(())
    }

    /// The documents that were made, newest first.
    pub(crate) fn exports(&self) -> Result<Vec<Export>> {
        let mut statement = self.conn.prepare(
            "SELECT id, at, by, organization, format, file, sha256, op, hash, document, symbol, state, since
             FROM main.export_log ORDER BY id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Export {
                id: row.get(0)?,
                at: row.get(1)?,
                by: row.get(2)?,
                organization: row.get(3)?,
                format: row.get(4)?,
                file: row.get(5)?,
                sha256: row.get(6)?,
                op: row.get(7)?,
                hash: row.get(8)?,
                document: row.get(9)?,
                symbol: row.get(10)?,
                state: row.get(11)?,
                since: row.get(12)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
