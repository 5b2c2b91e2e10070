//! A write outside a step is refused by SQLite itself, for every logged table, and history is append-only.

use plan::{Kind, Op, Plan};
use plan_tests::{context, edit, quick_folder, sample};

fn plan(folder: &tempfile::TempDir) -> Plan {
    let path = folder.path().join("guarded.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    let op = Op::Delete { kind: Kind::Commitment, id: sample::id(Kind::Commitment, "empty") };
    plan.act(&context(3), &op, None).unwrap().unwrap();
    plan
}

/// Tries a statement outside a step and answers with SQLite's refusal.
fn refused(plan: &Plan, sql: &str) -> String {
    let before = plan.store().connection_for_tests().total_changes();
    let error = plan.store().connection_for_tests().execute(sql, []).expect_err(sql).to_string();
    assert_eq!(plan.store().connection_for_tests().total_changes(), before, "{sql}");
    error
}

#[test]
fn nothing_is_inserted_changed_or_deleted_outside_a_step() {
    let folder = quick_folder();
    let plan = plan(&folder);
    for kind in Kind::all() {
        let table = kind.name();
        let def = kind.def();
        let columns: Vec<&str> = def.fields.iter().map(|f| f.name).chain(["extra"]).collect();
        let list = columns.iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
        let copy = format!("INSERT INTO \"{table}\" (id, {list}) SELECT id || '!', {list} FROM \"{table}\" LIMIT 1");
        assert_eq!(refused(&plan, &copy), "write outside a step");
        assert_eq!(refused(&plan, &format!("DELETE FROM \"{table}\"")), "write outside a step");
        for column in &columns {
            let value = def.field(column).map_or("'{}'", |f| if f.sql_type() == "TEXT" { "'x'" } else { "1" });
            assert_eq!(
                refused(&plan, &format!("UPDATE \"{table}\" SET \"{column}\" = {value}")),
                "write outside a step"
            );
        }
        assert_eq!(refused(&plan, &format!("UPDATE \"{table}\" SET id = id || '!'")), "write outside a step");
        // A statement that replaces a row deletes it first; that is no way round.
        let replace =
            format!("INSERT OR REPLACE INTO \"{table}\" (id, {list}) SELECT id, {list} FROM \"{table}\" LIMIT 1");
        assert_eq!(refused(&plan, &replace), "write outside a step");
    }
    plan.verify().unwrap();
}

#[test]
fn an_id_is_permanent_even_within_a_step() {
    let folder = quick_folder();
    let plan = plan(&folder);
    let connection = plan.store().connection_for_tests();
    connection.execute_batch("BEGIN; INSERT INTO temp.now_op (id) VALUES (1)").unwrap();
    for kind in Kind::all() {
        let sql = format!("UPDATE \"{}\" SET id = id || '!'", kind.name());
        assert_eq!(connection.execute(&sql, []).expect_err(&sql).to_string(), "an id is permanent");
    }
    connection.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn history_is_append_only() {
    let folder = quick_folder();
    let plan = plan(&folder);
    for column in ["id", "kind", "args", "at", "by", "organization", "sitting", "token", "target"] {
        assert_eq!(refused(&plan, &format!("UPDATE op SET \"{column}\" = \"{column}\"")), "history is append-only");
    }
    for column in ["op", "seq", "tbl", "pk", "before", "after"] {
        assert_eq!(refused(&plan, &format!("UPDATE change SET \"{column}\" = \"{column}\"")), "history is append-only");
    }
    assert_eq!(refused(&plan, "DELETE FROM op"), "history is append-only");
    assert_eq!(refused(&plan, "DELETE FROM change"), "history is append-only");
    assert_eq!(refused(&plan, "INSERT OR REPLACE INTO op SELECT * FROM op"), "history is append-only");
}

#[test]
fn every_table_of_the_file_is_guarded_or_bookkeeping() {
    let folder = quick_folder();
    let plan = plan(&folder);
    let connection = plan.store().connection_for_tests();
    let mut statement =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for table in tables {
        let bookkeeping =
            ["meta", "kept_snapshot", "export_log"].contains(&table.as_str()) || table.starts_with("review");
        let log = ["op", "change"].contains(&table.as_str());
        assert!(bookkeeping || log || Kind::from_name(&table).is_some(), "{table} is of no class: who guards it?");
    }
}

#[test]
fn a_reader_cannot_write_at_all() {
    let folder = quick_folder();
    let path = plan(&folder).path().to_owned();
    let reader = plan_tests::read(&path).unwrap();
    for sql in ["DELETE FROM op", "DELETE FROM kept_snapshot", "UPDATE meta SET value = ''", "DELETE FROM commitment"] {
        let error = reader.store().connection_for_tests().execute(sql, []).expect_err(sql).to_string();
        assert!(error.contains("readonly"), "{sql}: {error}");
    }
    let mut reader = reader;
    let op = Op::Delete { kind: Kind::Commitment, id: sample::id(Kind::Commitment, "skills") };
    assert_eq!(reader.act(&context(9), &op, None).unwrap_err().code(), "read-only-plan");
    assert_eq!(reader.snapshot(&context(9), "x", Default::default()).unwrap_err().code(), "read-only-plan");
}
