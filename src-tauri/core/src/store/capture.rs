//! The capture triggers: what makes history complete, whoever writes.
//!
//! They are TEMP triggers, made on every open from `kinds.rs`, so that a plan file carries no code. Outside a step (no row in
//! `temp.now_op`) they abort the write.

use std::fmt::Write as _;

use rusqlite::Connection;

use crate::Result;
use crate::kinds::{KINDS, KindDef};

/// Makes the triggers on this connection.
pub(super) fn install(conn: &Connection) -> Result<()> {
    let mut sql = String::from("CREATE TEMP TABLE now_op (id INTEGER NOT NULL);\n");
    for def in KINDS {
        capture(def, &mut sql);
    }
    for (table, columns) in
        [("change", None), ("op", Some("id, kind, args, at, by, organization, sitting, token, target"))]
    {
        let of = columns.map(|c| format!(" OF {c}")).unwrap_or_default();
        let _ = write!(
            sql,
            "CREATE TEMP TRIGGER keep_{table}_update BEFORE UPDATE{of} ON main.{table} BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
             CREATE TEMP TRIGGER keep_{table}_delete BEFORE DELETE ON main.{table} BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;\n"
        );
    }
    Ok(conn.execute_batch(&sql)?)
}

fn capture(def: &KindDef, sql: &mut String) {
    let table = def.name;
    let columns = || def.fields.iter().map(|f| f.name).chain(["extra"]);
    // The whole row, empty columns left out: they are empty again when the row comes back.
    let image = |row: &str| {
        let parts: Vec<String> = columns()
            .map(|c| {
                format!("CASE WHEN {row}.\"{c}\" IS NULL THEN '' ELSE ',\"{c}\":' || json_quote({row}.\"{c}\") END")
            })
            .collect();
        format!("'{{\"id\":' || json_quote({row}.id) || {} || '}}'", parts.join(" || "))
    };
    let delta = |row: &str| {
        let parts: Vec<String> = columns()
            .map(|c| {
                format!(
                    "CASE WHEN old.\"{c}\" IS new.\"{c}\" THEN '' ELSE ',\"{c}\":' || json_quote({row}.\"{c}\") END"
                )
            })
            .collect();
        format!("'{{' || substr({}, 2) || '}}'", parts.join(" || "))
    };
    let changed: Vec<String> = columns().map(|c| format!("old.\"{c}\" IS NOT new.\"{c}\"")).collect();
    let guard = "SELECT RAISE(ABORT, 'write outside a step') WHERE NOT EXISTS (SELECT 1 FROM now_op);";
    let log = |before: &str, after: &str, row: &str| {
        format!(
            "INSERT INTO change (op, tbl, pk, before, after) VALUES ((SELECT id FROM now_op), '{table}', {row}.id, {before}, {after});"
        )
    };
    let _ = write!(
        sql,
        "CREATE TEMP TRIGGER \"log_{table}_insert\" AFTER INSERT ON main.\"{table}\" BEGIN {guard} {} END;
         CREATE TEMP TRIGGER \"log_{table}_delete\" AFTER DELETE ON main.\"{table}\" BEGIN {guard} {} END;
         CREATE TEMP TRIGGER \"log_{table}_update\" BEFORE UPDATE ON main.\"{table}\" BEGIN {guard}
           SELECT RAISE(ABORT, 'an id is permanent') WHERE old.id IS NOT new.id;
         END;
         CREATE TEMP TRIGGER \"log_{table}_change\" AFTER UPDATE ON main.\"{table}\" WHEN {} BEGIN {} END;\n",
        log("NULL", &image("new"), "new"),
        log(&image("old"), "NULL", "old"),
        changed.join(" OR "),
        log(&delta("old"), &delta("new"), "new"),
    );
}
