//! Works on a plan, step by step, and says on standard output what is done, line by line: for the tests that let its system
//! calls fail or end it (`laws/kill.rs`).
//!
//! `worker edit PLAN` carries out the steps below; a step that failed is tried again. `worker new PLAN`,
//! `worker copy PLAN TO` and `worker write FROM TO` make one file. `worker restore PLAN DATA` makes restore points, more than are
//! kept. `worker hold PLAN` says whether it may write at this moment.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use plan::history::Moment;
use plan::restore::{Occasion, RestorePoints};
use plan::snapshot::{self, With};
use plan::{CreateRow, Error, Kind, Op, Origin, Plan, Result, SetField};
use plan_tests::{context, edit, read, sample};
use serde_json::{Value as Json, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "edit", plan] => edit_all(Path::new(plan)),
        [_, "new", plan] => Plan::create(Path::new(plan), Origin::Snapshot(&sample::newer_snapshot()), &context(1))
            .and_then(|()| say("done")),
        [_, "copy", plan, to] => read(Path::new(plan))
            .and_then(|plan| plan.save_copy(Path::new(to), &context(90)))
            .and_then(|()| say("done")),
        [_, "write", from, to] => std::fs::read(from)
            .map_err(Error::from)
            .and_then(|bytes| snapshot::write_file(Path::new(to), &bytes))
            .and_then(|()| say("done")),
        [_, "restore", plan, data] => restore_points(Path::new(plan), Path::new(data)),
        [_, "hold", plan] => hold(Path::new(plan)),
        _ => return ExitCode::from(2),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}

/// Says something at once: what was said before the end is what was acknowledged.
fn say(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    Ok(writeln!(out, "{line}").and_then(|()| out.flush())?)
}

/// Takes the lock of SQLite for a moment, as whoever writes does.
fn hold(path: &Path) -> Result<()> {
    let taken = rusqlite::Connection::open(path).and_then(|conn| conn.execute_batch("BEGIN IMMEDIATE; ROLLBACK"));
    say(match &taken {
        Ok(()) => "free",
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => "held",
        Err(_) => "no plan",
    })
}

fn edit_all(path: &Path) -> Result<()> {
    let mut plan = edit(path, 2)?;
    let stands = |plan: &Plan| (plan.newest(), plan.state().hash().hex());
    for (n, step) in STEPS.iter().enumerate() {
        let before = stands(&plan);
        let mut failed = 0;
        while let Err(error) = step(&mut plan, 10 + n as u64) {
            eprintln!("step {n}: {error}");
            failed += 1;
            if stands(&plan) != before {
                return Err(Error::broken(format!("step {n} failed and is in memory all the same: {error}")));
            }
            if failed == 3 {
                return Err(error);
            }
        }
        let (newest, hash) = stands(&plan);
        say(&format!("done {newest} {hash}"))?;
    }
    Ok(())
}

fn restore_points(path: &Path, data: &Path) -> Result<()> {
    let mut plan = edit(path, 2)?;
    let points = RestorePoints::new(data);
    for n in 0..6 {
        set(&mut plan, 100 + n, "title", json!(format!("Title {n}")), None)?;
        // Those of routine are so near to each other that each takes the place of the one before.
        let why = if n < 2 { Occasion::Asked } else { Occasion::Time };
        let point = points.make(&plan, &context(100 + n), why, "")?;
        say(&format!("done {} {}", point.op, why.word()))?;
    }
    Ok(())
}

type Step = fn(&mut Plan, u64) -> Result<()>;

/// Every way of writing that the plan has.
const STEPS: &[Step] = &[
    |plan, n| create(plan, n, "First"),
    |plan, n| set(plan, n, "title", json!("C"), Some("focus")),
    |plan, n| set(plan, n, "title", json!("Co"), Some("focus")),
    |plan, n| set(plan, n, "description", json!("long ".repeat(4_000)), None),
    |plan, n| plan.undo(&context(n), false).map(|_| ()),
    |plan, n| plan.redo(&context(n)).map(|_| ()),
    |plan, n| plan.snapshot(&context(n), "In between", With::ALL).map(|_| ()),
    |plan, n| {
        let id = sample::id(Kind::Commitment, "schools");
        plan.act(&context(n), &Op::Delete { kind: Kind::Commitment, id }, None).map(|_| ())
    },
    |plan, n| plan.act(&context(n), &Op::TakeFromCalendar { entries: vec!["CE2".into()] }, None).map(|_| ()),
    |plan, n| plan.undo(&context(n), false).map(|_| ()),
    |plan, n| plan.undo(&context(n), false).map(|_| ()),
    |plan, n| create(plan, n, "Last"),
    |plan, n| plan.take_back(&context(n), 3).map(|_| ()),
    |plan, n| {
        let then = plan.at(&Moment::Step(1))?;
        plan.return_to(&context(n), &then, &json!({ "moment": "1" })).map(|_| ())
    },
];

fn create(plan: &mut Plan, n: u64, title: &str) -> Result<()> {
    let Json::Object(fields) = json!({ "title": title, "owner": "ITU" }) else { return Ok(()) };
    plan.act(&context(n), &Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields }), None).map(|_| ())
}

fn set(plan: &mut Plan, n: u64, field: &str, value: Json, token: Option<&str>) -> Result<()> {
    let id = sample::id(Kind::Commitment, "schools");
    let set = SetField { kind: Kind::Commitment, id, field: field.into(), value, words: None, was: None };
    plan.act(&context(n), &Op::Set(set), token).map(|_| ())
}
