//! The schema: scripts in order, and what they make.
//!
//! A released script is never changed. `user_version` counts the scripts that a file has seen; `min_reader` (in `meta`) is
//! the lowest version of this program's schema that may still read the file.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::{Error, Result};

/// `application_id` of a plan: "GDCP".
pub const APPLICATION_ID: u32 = 0x4744_4350;

/// The scripts, in order.
pub const SCRIPTS: &[&str] = &[
    include_str!("migrations/0001_plan.sql"),
    include_str!("migrations/0002_review.sql"),
    include_str!("migrations/0003_annex.sql"),
    include_str!("migrations/0004_rules.sql"),
    include_str!("migrations/0005_documents.sql"),
    include_str!("migrations/0006_said.sql"),
    include_str!("migrations/0007_views.sql"),
    include_str!("migrations/0008_asked.sql"),
];

/// The schema that this version writes.
pub const VERSION: u32 = SCRIPTS.len() as u32;

/// Brings a database from the version that it has to ours, in the caller's transaction.
pub(super) fn migrate(conn: &Connection, from: u32) -> Result<()> {
    for (i, script) in SCRIPTS.iter().enumerate().skip(from as usize) {
        conn.execute_batch(script).map_err(|e| Error::from(e).while_doing(&format!("migration {}", i + 1)))?;
        conn.pragma_update(None, "user_version", i as u32 + 1)?;
    }
    Ok(())
}

/// The text of every table and index of a database, by name.
pub(super) fn texts(conn: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare("SELECT type || ' ' || name, coalesce(sql, '') FROM main.sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What `texts` must be for a known version.
pub(super) fn expected(version: u32) -> Result<BTreeMap<String, String>> {
    let conn = Connection::open_in_memory()?;
    for script in &SCRIPTS[..version as usize] {
        conn.execute_batch(script)?;
    }
    texts(&conn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{FieldType, KINDS};

    /// The tables of the kinds as a script. The first release is written by it; later ones are held against it.
    fn tables_of_kinds() -> String {
        let mut sql = String::new();
        let mut indexes = String::new();
        for def in KINDS {
            sql.push_str(&format!("CREATE TABLE \"{}\" (\n    id TEXT NOT NULL PRIMARY KEY,\n", def.name));
            for field in def.fields {
                let null = if field.required { " NOT NULL" } else { "" };
                let check = if field.ty == FieldType::Flag {
                    format!(" CHECK (\"{}\" = 1)", field.name)
                } else {
                    String::new()
                };
                let references = match field.ty {
                    FieldType::Reference(kind, _) => {
                        format!(" REFERENCES \"{}\" (id) DEFERRABLE INITIALLY DEFERRED", kind.name())
                    }
                    _ => String::new(),
                };
                sql.push_str(&format!("    \"{}\" {}{null}{check}{references},\n", field.name, field.sql_type()));
                // Without an index every deletion would read the whole table to find who still names the row. Rows of the
                // catalogue are hardly ever deleted.
                if let FieldType::Reference(kind, _) = field.ty
                    && !kind.def().catalogue
                {
                    indexes.push_str(&format!(
                        "CREATE INDEX \"{0}_{1}\" ON \"{0}\" (\"{1}\") WHERE \"{1}\" IS NOT NULL;\n",
                        def.name, field.name
                    ));
                }
            }
            sql.push_str("    extra TEXT\n) STRICT, WITHOUT ROWID;\n");
        }
        sql + &indexes
    }

    /// Between what is written by hand and what is written from the table of kinds.
    const MARK: &str = "-- Written from kinds.rs before the first release.\n";

    #[test]
    fn the_scripts_make_the_tables_that_the_kinds_declare() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations/0001_plan.sql");
        let (head, _) = SCRIPTS[0].split_once(MARK).expect("the first script has its mark");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, format!("{head}{MARK}{}", tables_of_kinds())).unwrap();
            return;
        }
        let made = Connection::open_in_memory().unwrap();
        migrate(&made, 0).unwrap();
        let declared = Connection::open_in_memory().unwrap();
        declared.execute_batch(&format!("{head}{}", tables_of_kinds())).unwrap();
        // Books are written by hand, wherever they come in.
        let books = |name: &str| !KINDS.iter().any(|def| name.split_once('.').is_some_and(|(of, _)| of == def.name));
        let columns = |conn: &Connection| -> Vec<String> {
            let mut statement = conn
                .prepare(
                    "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" FROM sqlite_schema t, pragma_table_info(t.name) c
                     WHERE t.type = 'table' ORDER BY 1",
                )
                .unwrap();
            let all = statement.query_map([], |row| row.get(0)).unwrap().map(|row| row.unwrap());
            all.filter(|name: &String| !books(name)).collect()
        };
        assert_eq!(
            columns(&made),
            columns(&declared),
            "kinds.rs and the migrations part: add a script to store/migrations"
        );
    }
}
