//! Plan files from strangers and from broken disks: opening gives an error, or a plan that can be read to the end. Never a
//! panic, never code of theirs, never an empty list where there was one.

use std::path::{Path, PathBuf};

use plan::store::{APPLICATION_ID, Access, Holder, VERSION};
use plan::{Error, Kind, Op, Plan, State};
use plan_tests::{context, edit, quick_folder, read, sample};
use rusqlite::Connection;

struct Files {
    folder: tempfile::TempDir,
    plan: PathBuf,
    state: State,
}

impl Files {
    fn new() -> Files {
        let folder = quick_folder();
        let plan = folder.path().join("honest.gdcplan");
        sample::plan_file(&plan);
        let state = (**read(&plan).unwrap().state()).clone();
        Files { folder, plan, state }
    }
    /// A copy of the plan that another tool has had its hands on.
    fn tampered(&self, sql: &str) -> PathBuf {
        let path = self.folder.path().join("tampered.gdcplan");
        std::fs::copy(&self.plan, &path).unwrap();
        Connection::open(&path).unwrap().execute_batch(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
        path
    }
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// What opening says, to read and to edit: the same.
fn code(path: &Path) -> &'static str {
    let to_read = read(path).err().map_or("opened", |error| error.code());
    let to_edit = edit(path, 5).err().map_or("opened", |error| error.code());
    assert_eq!(to_read, to_edit, "{}", path.display());
    to_read
}

#[test]
fn what_is_no_plan_is_named_for_what_it_is() {
    let files = Files::new();
    let honest = std::fs::read(&files.plan).unwrap();
    let foreign = files.folder.path().join("foreign");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let wal = files.tampered("PRAGMA journal_mode = WAL; UPDATE meta SET value = value");
    assert_eq!(code(&wal), "opened", "another tool's journal mode is put right");
    for (path, expected) in [
        (files.folder.path().join("nothing"), "no-such-file"),
        (files.plan.join("below"), "no-such-file"),
        (PathBuf::new(), "no-such-file"),
        (files.folder.path().to_owned(), "is-a-folder"),
        (files.file("empty", b""), "empty-file"),
        (files.file("text", b"Dear colleagues,"), "not-a-plan-text"),
        (files.file("picture", b"\x89PNG\r\n\x1a\n and so on"), "not-a-plan-picture"),
        (files.file("snapshot", plan::assets::STARTER), "is-a-snapshot"),
        (files.file("head", &honest[..50]), "truncated"),
        (files.file("half", &honest[..honest.len() / 2]), "truncated"),
        (files.file("all but the last byte", &honest[..honest.len() - 1]), "truncated"),
        (foreign, "foreign-database"),
    ] {
        assert_eq!(code(&path), expected, "{}", path.display());
    }
}

#[test]
fn code_of_theirs_is_refused() {
    let files = Files::new();
    for sql in [
        "CREATE TRIGGER t AFTER UPDATE ON commitment BEGIN DELETE FROM milestone; END",
        "CREATE VIEW v AS SELECT * FROM commitment",
        "CREATE VIRTUAL TABLE f USING fts5 (x)",
        "CREATE VIRTUAL TABLE r USING rtree (id, a, b)",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON commitment (title)",
        "CREATE TABLE generated (x, y AS (x + 1))",
        "DROP INDEX milestone_commitment",
        "ALTER TABLE commitment ADD COLUMN colour TEXT",
        "ALTER TABLE commitment RENAME COLUMN title TO headline",
        "DROP TABLE update_",
    ] {
        let sql = sql.replace("update_", "\"update\"");
        assert_eq!(code(&files.tampered(&sql)), "damaged", "{sql}");
    }
}

#[test]
fn the_exact_text_of_the_tables_is_asked_for() {
    let files = Files::new();
    // What looks the same to SQLite, and what does not.
    for (from, to) in [("title TEXT NOT NULL", "title TEXT"), ("CREATE TABLE", "CREATE  TABLE"), ("STRICT", "strict")] {
        let sql = format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(replace(sql, '\"title\"', 'title'), '{from}', '{to}') WHERE name = 'commitment'"
        );
        let answer = code(&files.tampered(&sql));
        assert_eq!(answer, "damaged", "{to}");
    }
    let sql = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE \"commitment\" (id' WHERE name = 'commitment'";
    assert_eq!(code(&files.tampered(sql)), "damaged");
    let sql = "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'meta'";
    assert_eq!(code(&files.tampered(sql)), "damaged");
}

#[test]
fn a_version_that_never_was_is_refused() {
    let files = Files::new();
    assert_eq!(code(&files.tampered("PRAGMA user_version = 0")), "damaged");
    assert_eq!(code(&files.tampered("PRAGMA user_version = -1")), "damaged");
}

/// A plan as a later version of this program might leave it.
fn newer(min_reader: &str, more: &str) -> String {
    format!(
        "PRAGMA user_version = {}; UPDATE meta SET value = '{min_reader}' WHERE key = 'min_reader';
         CREATE TABLE pledge (id TEXT NOT NULL PRIMARY KEY, words TEXT, extra TEXT) STRICT, WITHOUT ROWID;
         INSERT INTO pledge VALUES ('st1', 'Said to the Council', NULL);
         CREATE INDEX pledge_words ON pledge (words);
         ALTER TABLE commitment ADD COLUMN colour TEXT;
         UPDATE commitment SET colour = 'blue';
         {more}",
        VERSION + 1
    )
}

#[test]
fn a_newer_plan_that_lets_us_read_is_read_with_all_its_rows_and_never_written() {
    let files = Files::new();
    let path = files.tampered(&newer("1", ""));
    let before = std::fs::read(&path).unwrap();
    let mut plan = read(&path).unwrap();
    assert_eq!(plan.state().as_ref(), &files.state);
    for kind in Kind::content() {
        assert_eq!(plan.state().count(kind), files.state.count(kind), "{}", kind.name());
    }
    let op = Op::Delete { kind: Kind::Commitment, id: sample::id(Kind::Commitment, "skills") };
    assert_eq!(plan.act(&context(5), &op, None).unwrap_err().code(), "read-only-plan");
    let Err(Error::Refused { code: "newer-version", args }) = edit(&path, 5) else {
        panic!("a newer plan was opened to be edited")
    };
    assert!(args.contains(&("readable", "yes".into())), "{args:?}");
    drop(plan);
    assert!(std::fs::read(&path).unwrap() == before, "reading changed the file");
}

#[test]
fn a_newer_plan_that_we_cannot_read_is_refused_never_shown_empty() {
    let files = Files::new();
    let cases = [
        newer("99", ""),
        newer("", ""),
        newer("soon", ""),
        newer("1", "DELETE FROM meta;"),
        newer("1", "DROP TABLE meta;"),
        newer("1", "CREATE TRIGGER t AFTER UPDATE ON commitment BEGIN DELETE FROM milestone; END;"),
        newer("1", "CREATE VIEW v AS SELECT 1;"),
        newer("1", "CREATE VIRTUAL TABLE f USING fts5 (x);"),
        newer(
            "1",
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'create virtual table goal using fts5(x)' WHERE name = 'goal';",
        ),
    ];
    for sql in cases {
        let path = files.tampered(&sql);
        for access in [Access::Read, Access::Edit] {
            match Plan::open(&path, access, &Holder::default(), &context(5)) {
                Err(Error::Refused { code: "newer-version", args }) => {
                    assert!(args.contains(&("readable", "no".into())), "{sql}")
                }
                Err(Error::Broken { code: "damaged", .. }) => {}
                Err(error) => panic!("{sql}: {error}"),
                Ok(_) => panic!("opened: {sql}"),
            }
        }
    }
    // Tables that are missing are not empty lists.
    for sql in [
        newer("1", "DROP TABLE \"update\";"),
        newer("1", "ALTER TABLE milestone DROP COLUMN extra;"),
        newer("1", "DROP TABLE change;"),
    ] {
        let path = files.tampered(&sql);
        let opened = read(&path).and_then(|plan| plan.history(None, i64::MAX, 5).map(|_| plan));
        assert!(opened.is_err() || opened.unwrap().state().as_ref() == &files.state, "{sql}");
    }
}

#[test]
fn values_of_a_wrong_type_and_rows_of_nobody_are_damage_or_whole() {
    let files = Files::new();
    for sql in [
        "UPDATE commitment SET partners = 'not json'",
        "UPDATE commitment SET partners = '{}'",
        "UPDATE commitment SET partners = '[1, 2]'",
        "UPDATE commitment SET title = CAST(x'ff00fe' AS TEXT)",
        "UPDATE commitment SET extra = 'not json'",
        "UPDATE commitment SET extra = '[[['",
        "UPDATE commitment SET start = 'next year'",
        "UPDATE commitment SET kind = 'promise'",
        "UPDATE commitment SET owner = 'NOBODY'",
        "UPDATE commitment SET id = '' WHERE title = 'Bare'",
        "UPDATE milestone SET anchor = id, date = NULL",
        "UPDATE milestone SET anchor_distance = 9223372036854775807, date = NULL",
        "UPDATE milestone SET anchor_distance = -9223372036854775808, date = NULL",
        "UPDATE indicator SET baseline = 9e999",
        "UPDATE goal SET number = -9223372036854775808",
        "DELETE FROM organization",
        "DELETE FROM about",
        "UPDATE meta SET value = 'not a hash' WHERE key = 'content_hash'",
        "DELETE FROM meta",
        "INSERT INTO op VALUES (1, 'set', 'not json', 'when', 'who', '', 's', NULL, 'done', NULL)",
        "INSERT INTO op VALUES (1, 'set', '{}', 'when', 'who', '', 's', NULL, 'done', NULL);
         INSERT INTO change (op, tbl, pk, before, after) VALUES (1, 'commitment', 'nobody', '{\"title\":\"x\"}', '{\"title\":\"y\"}')",
        "INSERT INTO op VALUES (1, 'set', '{}', 'when', 'who', '', 's', NULL, 'done', NULL);
         INSERT INTO change (op, tbl, pk, before, after) VALUES (1, 'sqlite_schema', 'x', NULL, '{}')",
        "INSERT INTO op VALUES (9223372036854775807, 'set', '{}', 'when', 'who', '', 's', NULL, 'done', NULL)",
        "UPDATE kept_snapshot SET bytes = x'00'",
        "UPDATE kept_snapshot SET op = 77",
    ] {
        let path = files.tampered(&format!("PRAGMA foreign_keys = OFF; {sql}"));
        live_with(&path, sql);
    }
}

/// Does with a plan what people do with one, and minds only that it is answered.
fn live_with(path: &Path, said: &str) {
    let Ok(mut plan) = edit(path, 5) else { return };
    let state = plan.state().clone();
    for kind in Kind::all() {
        for row in state.rows(kind) {
            let _shown = (row.canonical(), row.folded().len(), state.days(row.id()).is_some());
        }
        let sorted = plan::view::Query {
            sort: kind
                .def()
                .fields
                .iter()
                .map(|f| plan::view::SortBy { field: f.name.into(), descending: false })
                .collect(),
            ..Default::default()
        };
        plan::view::view(&state, kind, &sorted).unwrap_or_else(|e| panic!("{said}: {e}"));
    }
    let whole = plan.verify();
    let mut answers = vec![
        plan.info().map(|_| ()),
        plan.history(None, i64::MAX, 10).map(|_| ()),
        plan.at(&plan::history::Moment::Step(0)).map(|_| ()),
        plan.undo(&context(6), true).map(|_| ()),
        plan.redo(&context(7)).map(|_| ()),
    ];
    for kind in [Kind::Milestone, Kind::Commitment, Kind::Goal] {
        if let Some(row) = state.rows(kind).next() {
            let op = Op::Delete { kind, id: row.id().to_string() };
            answers.push(plan.act(&context(8), &op, None).map(|_| ()));
        }
    }
    answers.push(plan.snapshot(&context(9), "Still", Default::default()).map(|_| ()));
    // Whatever was answered, memory is what the file holds.
    if let Ok(fresh) = read(path) {
        assert!(fresh.state() == plan.state(), "{said}: {answers:?}");
    }
    assert!(whole.is_err() || plan.verify().is_ok(), "{said}: whole before and not afterwards: {answers:?}");
}

#[test]
fn a_value_that_another_tool_changed_is_found() {
    let files = Files::new();
    for sql in [
        "UPDATE commitment SET title = 'Another' WHERE rowid IN (SELECT 1) OR title = 'Bare'",
        "DELETE FROM mapping WHERE objective = 'O2'",
        "INSERT INTO role (id, title) VALUES ('new', 'New')",
        "UPDATE person SET phone = NULL",
        "UPDATE commitment SET extra = NULL",
    ] {
        let sql = sql.replace("rowid IN (SELECT 1) OR ", "");
        let path = files.tampered(&sql);
        let error = read(&path).unwrap().verify().unwrap_err();
        assert_eq!(error.code(), "changed-outside", "{sql}");
    }
    // The ledger is not hashed, and neither is what the file says of itself.
    read(&files.plan).unwrap().verify().unwrap();
}

#[test]
fn a_plan_cut_off_anywhere_is_an_error() {
    let files = Files::new();
    let bytes = std::fs::read(&files.plan).unwrap();
    for i in 0..60 {
        let length = i * bytes.len() / 60 + i % 7;
        let path = files.file("cut", &bytes[..length]);
        assert!(
            ["truncated", "damaged", "empty-file", "not-a-plan"].contains(&code(&path)),
            "{length} of {}",
            bytes.len()
        );
    }
}

#[test]
fn a_flipped_bit_is_found_or_the_plan_can_be_lived_with() {
    let files = Files::new();
    let bytes = std::fs::read(&files.plan).unwrap();
    let (mut opened, mut refused) = (0, 0);
    // The head of the file and of the schema, then samples of all of it.
    let positions = (0..100).step_by(3).chain((100..4_096).step_by(97)).chain((0..120).map(|i| i * bytes.len() / 120));
    for (i, at) in positions.enumerate() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (i % 8);
        let path = files.file("flipped.gdcplan", &flipped);
        match read(&path) {
            Ok(plan) => {
                opened += 1;
                let whole = plan.verify();
                let same = plan.state().as_ref() == &files.state;
                assert!(whole.is_err() || same, "bit {} of byte {at}: another plan, and found whole", i % 8);
                drop(plan);
                live_with(&path, &format!("bit {} of byte {at}", i % 8));
            }
            Err(_) => refused += 1,
        }
    }
    assert!(opened > 20 && refused > 20, "{opened} opened, {refused} refused: the samples say little");
}

#[test]
fn sizes_in_the_head_that_lie_are_refused() {
    let files = Files::new();
    let bytes = std::fs::read(&files.plan).unwrap();
    assert_eq!(u32::from_be_bytes(bytes[68..72].try_into().unwrap()), APPLICATION_ID);
    for (at, words) in [(16, [0u8, 0]), (16, [0, 1]), (16, [255, 255]), (18, [9, 9]), (20, [255, 0]), (21, [0, 0])] {
        let mut lying = bytes.clone();
        lying[at..at + 2].copy_from_slice(&words);
        let path = files.file("lying", &lying);
        let answer = code(&path);
        assert_ne!(answer, "opened", "{words:?} at {at}");
    }
}
