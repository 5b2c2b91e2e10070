//! Faults inside the process: every command is broken off at sampled points, refused at its COMMIT, and runs into a full disk
//! at every size. The file is then as before or as after, memory is what the file holds, and undo and redo go on.
//!
//! Faults of the disk itself, and the end of the process, are in `kill.rs`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use plan::history::Moment;
use plan::snapshot::With;
use plan::{CreateRow, Kind, Op, Plan, Result, SetField, State};
use plan_tests::{context, edit, quick_folder, read, same_content, sample};
use serde_json::{Value as Json, json};

struct Command {
    name: &'static str,
    /// What was done before, so that there is something to undo and to redo.
    prepare: fn(&mut Plan),
    run: fn(&mut Plan) -> Result<bool>,
}

fn commitment(slug: &str) -> String {
    sample::id(Kind::Commitment, slug)
}

fn set(slug: &str, field: &str, value: Json) -> SetField {
    SetField { kind: Kind::Commitment, id: commitment(slug), field: field.into(), value, words: None, was: None }
}

fn act(plan: &mut Plan, op: &Op) -> Result<bool> {
    plan.act(&context(50), op, None).map(|outcome| outcome.is_some())
}

/// Two steps that stand and one that was taken back.
fn some_steps(plan: &mut Plan) {
    for (n, title) in ["One", "Two", "Three"].iter().enumerate() {
        plan.act(&context(10 + n as u64), &Op::Set(set("skills", "title", json!(title))), None).unwrap();
    }
    plan.undo(&context(20), false).unwrap();
}

/// A deletion with much that hung on the row, and other work since.
fn deleted_then_more(plan: &mut Plan) {
    act(plan, &Op::Delete { kind: Kind::Commitment, id: commitment("schools") }).unwrap();
    some_steps(plan);
}

fn typing(plan: &mut Plan) {
    plan.act(&context(10), &Op::Set(set("skills", "title", json!("One"))), None).unwrap();
    plan.act(&context(11), &Op::Set(set("schools", "title", json!("C"))), Some("focus")).unwrap();
}

/// Three rows in one place.
fn tied(plan: &mut Plan) {
    let slugs = ["skills", "economy", "empty"];
    let sets = slugs.iter().map(|slug| set(slug, "ord", json!("a"))).collect();
    plan.act(&context(10), &Op::SetMany(sets), None).unwrap();
}

/// Text that needs pages of its own.
fn long(text: &str) -> Json {
    json!(text.repeat(6_000))
}

const COMMANDS: &[Command] = &[
    Command {
        name: "create",
        prepare: some_steps,
        run: |plan| {
            let Json::Object(fields) = json!({ "title": "New", "owner": "ITU", "description": long("new ") }) else {
                unreachable!()
            };
            act(plan, &Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields }))
        },
    },
    Command {
        name: "set",
        prepare: some_steps,
        run: |plan| act(plan, &Op::Set(set("schools", "description", long("text ")))),
    },
    Command {
        name: "type on",
        prepare: typing,
        run: |plan| {
            let op = Op::Set(set("schools", "title", json!("Co")));
            plan.act(&context(50), &op, Some("focus")).map(|outcome| outcome.is_some())
        },
    },
    Command {
        name: "set many",
        prepare: some_steps,
        run: |plan| {
            let slugs = ["schools", "skills", "economy", "empty"];
            act(plan, &Op::SetMany(slugs.iter().map(|slug| set(slug, "risks", long("risk "))).collect()))
        },
    },
    Command {
        name: "delete",
        prepare: some_steps,
        run: |plan| act(plan, &Op::Delete { kind: Kind::Commitment, id: commitment("schools") }),
    },
    Command {
        name: "delete many",
        prepare: some_steps,
        run: |plan| {
            let group = (Kind::Group, sample::id(Kind::Group, "wg"));
            act(plan, &Op::DeleteMany(vec![(Kind::Commitment, commitment("skills")), group]))
        },
    },
    Command {
        name: "move",
        prepare: tied,
        run: |plan| {
            act(
                plan,
                &Op::Move {
                    kind: Kind::Commitment,
                    ids: vec![commitment("schools")],
                    after: Some(commitment("economy")),
                },
            )
        },
    },
    Command {
        name: "take from the calendar",
        prepare: some_steps,
        run: |plan| act(plan, &Op::TakeFromCalendar { entries: vec!["CE2".into()] }),
    },
    Command {
        name: "succeed",
        prepare: some_steps,
        run: |plan| {
            act(
                plan,
                &Op::GroupSucceed {
                    group: sample::id(Kind::Group, "wg"),
                    date: "2026-07-31".into(),
                    words: None,
                    successor: None,
                    title: Some("Next".into()),
                    sub_groups: true,
                },
            )
        },
    },
    Command {
        name: "take back",
        prepare: deleted_then_more,
        run: |plan| plan.take_back(&context(50), 1).map(|_| true),
    },
    Command {
        name: "return",
        prepare: deleted_then_more,
        run: |plan| {
            let then = plan.at(&Moment::Step(0))?;
            plan.return_to(&context(50), &then, &json!({})).map(|outcome| outcome.is_some())
        },
    },
    Command {
        name: "undo",
        prepare: |plan| {
            some_steps(plan);
            act(plan, &Op::Delete { kind: Kind::Commitment, id: commitment("schools") }).unwrap();
        },
        run: |plan| plan.undo(&context(50), true).map(|_| true),
    },
    Command {
        name: "redo",
        prepare: |plan| {
            some_steps(plan);
            act(plan, &Op::Delete { kind: Kind::Commitment, id: commitment("schools") }).unwrap();
            plan.undo(&context(30), false).unwrap();
        },
        run: |plan| plan.redo(&context(50)).map(|_| true),
    },
    Command {
        name: "snapshot",
        prepare: some_steps,
        run: |plan| plan.snapshot(&context(50), "A snapshot", With::default()).map(|_| true),
    },
];

/// A file on which a command is about to be tried, again and again, and what it does to it.
struct Trial {
    command: &'static Command,
    folder: tempfile::TempDir,
    prepared: PathBuf,
    before: Arc<State>,
    after: Arc<State>,
}

impl Trial {
    fn of(command: &'static Command) -> Trial {
        let folder = quick_folder();
        let prepared = folder.path().join("prepared.gdcplan");
        sample::plan_file(&prepared);
        let mut plan = edit(&prepared, 2).unwrap();
        (command.prepare)(&mut plan);
        drop(plan);
        let mut trial = Trial { command, folder, prepared, before: Arc::default(), after: Arc::default() };
        let mut plan = trial.plan();
        trial.before = plan.state().clone();
        assert!((command.run)(&mut plan).unwrap(), "{} changes nothing", command.name);
        trial.after = plan.state().clone();
        trial
    }

    /// A fresh copy. What happened before happened in an earlier sitting, except where typing is to join.
    fn plan(&self) -> Plan {
        let path = self.folder.path().join("trial.gdcplan");
        std::fs::copy(&self.prepared, &path).unwrap();
        let mut plan = edit(&path, 40).unwrap();
        if self.command.name == "type on" {
            // Only what was typed in this sitting is typed on.
            plan.undo(&context(41), true).unwrap();
            plan.act(&context(42), &Op::Set(set("schools", "title", json!("C"))), Some("focus")).unwrap();
        }
        plan
    }

    /// After a fault that is over: all is as before, or as after, and the work goes on.
    fn holds(&self, mut plan: Plan, answer: &Result<bool>, for_ever: bool, fault: &str) {
        let said = format!("{}, {fault}: {answer:?}", self.command.name);
        let file = read(plan.path()).unwrap_or_else(|e| panic!("{said}: {e}"));
        file.verify().unwrap_or_else(|e| panic!("{said}: {e}"));
        let done = *file.state() == self.after;
        assert!(done || *file.state() == self.before, "{said}: neither before nor after");
        assert!(answer.is_err() || done, "{said}: said to be done, and is not");
        drop(file);
        // A program whose request failed tries again, or undoes.
        if done && answer.is_err() {
            // Whoever cannot read cannot know. For one fault there is no such excuse.
            assert!(for_ever, "{said}: done, and said to have failed although the file could be read");
        } else if !done {
            (self.command.run)(&mut plan).unwrap_or_else(|e| panic!("{said}, again: {e}"));
            assert!(same_content(plan.state(), &self.after), "{said}, again");
        }
        let undone = plan.undo(&context(60), true).unwrap_or_else(|e| panic!("{said}, undone: {e}"));
        plan.redo(&context(61)).unwrap_or_else(|e| panic!("{said}, redone: {e}"));
        assert!(undone.op > 0 && same_content(plan.state(), &self.after), "{said}, undone and redone");
        let file = read(plan.path()).unwrap();
        assert_eq!(file.state(), plan.state(), "{said}: memory is not the file");
        file.verify().unwrap_or_else(|e| panic!("{said}, in the end: {e}"));
    }
}

/// Breaks off what SQLite does: once at a point, or there and ever after.
fn break_off(plan: &mut Plan, at: u64, for_ever: bool) -> Arc<AtomicU64> {
    let count = Arc::new(AtomicU64::new(0));
    let counter = count.clone();
    let handler = move || {
        let now = counter.fetch_add(1, Relaxed);
        now == at || (for_ever && now > at)
    };
    plan.connection_for_tests().progress_handler(1, Some(handler)).unwrap();
    count
}

fn mend(plan: &mut Plan) {
    let connection = plan.connection_for_tests();
    connection.progress_handler(0, None::<fn() -> bool>).unwrap();
    connection.commit_hook(None::<fn() -> bool>).unwrap();
}

/// Tries the command broken off at sampled points.
fn broken_off(for_ever: bool, samples: u64) {
    for command in COMMANDS {
        let trial = Trial::of(command);
        let mut plan = trial.plan();
        let count = break_off(&mut plan, u64::MAX, false);
        (command.run)(&mut plan).unwrap();
        let all = count.load(Relaxed);
        drop(plan);
        assert!(all > 20, "{} takes {all} instructions: nothing to break off", command.name);
        // The end is where COMMIT is.
        let points = (0..samples).map(|i| i * all / samples + i % 3).chain(all.saturating_sub(6)..all);
        for at in points {
            let mut plan = trial.plan();
            let count = break_off(&mut plan, at, for_ever);
            let answer = (command.run)(&mut plan);
            mend(&mut plan);
            assert!(answer.is_err() || count.load(Relaxed) >= at, "{}: never broken off", command.name);
            trial.holds(plan, &answer, for_ever, &format!("broken off at {at} of {all}, for ever: {for_ever}"));
        }
    }
}

#[test]
fn a_command_broken_off_once_is_done_or_not_done() {
    broken_off(false, 9);
}

#[test]
fn a_command_broken_off_for_ever_is_done_or_not_done() {
    broken_off(true, 9);
}

#[test]
fn a_refused_commit_is_not_done() {
    for command in COMMANDS {
        let trial = Trial::of(command);
        let mut plan = trial.plan();
        let refused = Arc::new(AtomicBool::new(false));
        let hook = refused.clone();
        plan.connection_for_tests().commit_hook(Some(move || !hook.swap(true, Relaxed))).unwrap();
        let answer = (command.run)(&mut plan);
        mend(&mut plan);
        assert!(refused.load(Relaxed), "{} never commits", command.name);
        assert!(answer.is_err(), "{}: said to be done when its COMMIT was refused", command.name);
        assert_eq!(plan.state(), &trial.before, "{}", command.name);
        trial.holds(plan, &answer, false, "COMMIT refused");
    }
}

#[test]
fn a_full_disk_is_said_and_loses_nothing_at_any_size() {
    for command in COMMANDS {
        let trial = Trial::of(command);
        let mut full = 0;
        for spare in 0i64.. {
            let mut plan = trial.plan();
            let connection = plan.store().connection_for_tests();
            let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
            let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0)).unwrap();
            connection.pragma_update_and_check(None, "max_page_count", pages + spare, |_| Ok(())).unwrap();
            let answer = (command.run)(&mut plan);
            let connection = plan.store().connection_for_tests();
            connection.pragma_update_and_check(None, "max_page_count", 1i64 << 30, |_| Ok(())).unwrap();
            if let Err(error) = &answer {
                assert_eq!(error.code(), "disk-full", "{}: {error}", command.name);
                full += 1;
            }
            let done = answer.is_ok();
            trial.holds(plan, &answer, false, &format!("{spare} pages to spare, {free} free"));
            if done {
                break;
            }
        }
        let needs_room = ["create", "set", "set many", "snapshot"].contains(&command.name);
        assert!(full > 0 || !needs_room, "{} never filled the disk", command.name);
    }
}

#[test]
fn a_fault_while_a_plan_is_read_is_an_error_and_no_harm() {
    let folder = quick_folder();
    let path = folder.path().join("read.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    some_steps(&mut plan);
    type Read = fn(&Plan) -> Result<String>;
    let reads: &[(&str, Read)] = &[
        ("verify", |plan| plan.verify().map(|()| "whole".into())),
        ("history", |plan| plan.history(None, i64::MAX, 10).map(|steps| format!("{steps:?}"))),
        ("at", |plan| plan.at(&plan::history::Moment::Step(1)).map(|state| state.hash().hex())),
        ("info", |plan| plan.info().map(|info| format!("{info:?}"))),
    ];
    for (name, run) in reads {
        let count = break_off(&mut plan, u64::MAX, false);
        let answer = run(&plan).unwrap();
        let all = count.load(Relaxed);
        mend(&mut plan);
        let mut refused = 0;
        for at in (0..20).map(|i| i * all / 20) {
            break_off(&mut plan, at, true);
            let broken_off = run(&plan);
            mend(&mut plan);
            refused += usize::from(broken_off.is_err());
            assert!(
                broken_off.is_err() || broken_off == Ok(answer.clone()),
                "{name} broken off at {at} of {all}: less is told"
            );
        }
        assert!(refused > 10, "{name} is hardly ever broken off");
        assert_eq!(run(&plan), Ok(answer));
    }
}
