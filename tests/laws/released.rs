//! A plan of every released schema is kept in `plans/`: today's program opens it, finds it whole, and goes on with it.
//!
//! `UPDATE_GOLDEN=1` writes the plan of the newest schema anew, while that schema is not yet released. After that the file
//! is never changed.

use std::path::{Path, PathBuf};

use plan::snapshot::With;
use plan::store::{Access, VERSION};
use plan::{Kind, Op, Plan, SetField};
use plan_tests::{context, edit, holder, quick_folder, read, sample};
use serde_json::json;

fn kept(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("plans/schema-{version}.gdcplan"))
}

fn title(value: &str) -> Op {
    let id = sample::id(Kind::Commitment, "schools");
    Op::Set(SetField { kind: Kind::Commitment, id, field: "title".into(), value: json!(value), words: None, was: None })
}

/// The plan that is kept: rows of every kind, and a history with a step undone and a snapshot.
fn make(path: &Path) {
    sample::plan_file(path);
    let mut plan = edit(path, 2).unwrap();
    plan.act(&context(3), &title("Every school"), None).unwrap();
    plan.snapshot(&context(4), "Kept", With::default()).unwrap();
    plan.act(&context(5), &Op::Delete { kind: Kind::Group, id: sample::id(Kind::Group, "sub") }, None).unwrap();
    plan.act(&context(6), &title("Taken back"), None).unwrap();
    plan.undo(&context(7), false).unwrap();
}

#[test]
fn a_plan_of_every_schema_is_kept_opens_and_goes_on() {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let folder = quick_folder();
        let path = folder.path().join("new.gdcplan");
        make(&path);
        std::fs::copy(&path, kept(VERSION)).unwrap();
    }
    // A schema between two releases, which no file that people have was made with, is not kept.
    for version in (1..=VERSION).filter(|version| *version == VERSION || kept(*version).exists()) {
        let bytes =
            std::fs::read(kept(version)).unwrap_or_else(|e| panic!("schema {version}: {e}; UPDATE_GOLDEN=1 makes it"));
        let folder = quick_folder();
        let path = folder.path().join("kept.gdcplan");
        std::fs::write(&path, &bytes).unwrap();

        let reader = read(&path).unwrap_or_else(|e| panic!("schema {version}: {e}"));
        for kind in Kind::content() {
            assert!(reader.state().count(kind) > 0 || version < VERSION, "schema {version} keeps no {}", kind.name());
        }
        reader.verify().unwrap();
        drop(reader);
        assert!(std::fs::read(&path).unwrap() == bytes, "schema {version}: reading changed the file");

        let mut plan = Plan::open(&path, Access::Edit, &holder(), &context(20)).unwrap();
        assert_eq!(plan.store().version(), VERSION, "brought up to date");
        let schools = sample::id(Kind::Commitment, "schools");
        let now = |plan: &Plan| plan.state().row(Kind::Commitment, &schools).unwrap().text("title").to_owned();
        assert_eq!(now(&plan), "Every school");
        plan.redo(&context(21)).unwrap();
        assert_eq!(now(&plan), "Taken back");
        for n in 0..3 {
            plan.undo(&context(22 + n), true).unwrap();
        }
        assert_eq!(now(&plan), "Connect schools");
        let then = plan.at(&plan::history::Moment::parse("Kept")).unwrap();
        assert_eq!(then.row(Kind::Commitment, &schools).unwrap().text("title"), "Every school");
        assert!(then.row(Kind::Group, &sample::id(Kind::Group, "sub")).is_some());
        plan.act(&context(30), &title("Goes on"), None).unwrap();
        plan.snapshot(&context(31), "From an old plan", With::ALL).unwrap();
        plan.verify().unwrap();
    }
}
