//! Faults of the disk, and the sudden end: a worker edits a plan while `strace` lets its N-th write, sync or removal fail,
//! once or for ever, or kills it there. Every edit that was acknowledged is in the file, and the file is whole.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use plan::restore::{RestorePoint, RestorePoints, Soundness};
use plan::{Op, SetField};
use plan_tests::{context, edit, quick_folder, read, sample};
use serde_json::json;

/// What changes a file or a folder.
const WRITES: &str = "pwrite64,fdatasync,fsync,unlink,ftruncate,rename,renameat,renameat2,link,linkat";

fn strace(arguments: &[&str]) -> Output {
    let output = Command::new("strace").args(["-f", "-qq"]).args(arguments).output();
    output.unwrap_or_else(|e| panic!("strace is needed here and does not start ({e}): apt-get install strace"))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary folder in UTF-8")
}

const WORKER: &str = env!("CARGO_BIN_EXE_worker");

/// Where the plan stood after each acknowledged step: newest step and hash, the beginning first.
type Stands = Vec<(i64, String)>;

/// The worker's plan before its work, and how it goes when nothing fails.
struct Bench {
    folder: tempfile::TempDir,
    prepared: PathBuf,
    stands: Stands,
    /// System calls that write, and how many of each there are.
    writes: Vec<(String, usize)>,
}

impl Bench {
    fn new() -> Bench {
        let folder = quick_folder();
        let prepared = folder.path().join("prepared.gdcplan");
        sample::plan_file(&prepared);
        let mut bench = Bench { folder, prepared, stands: Vec::new(), writes: Vec::new() };
        let (path, log) = (bench.fresh("quiet"), bench.folder.path().join("quiet.log"));
        let start = stands(&path);
        let output = strace(&["-o", text(&log), "-e", &format!("trace={WRITES}"), WORKER, "edit", text(&path)]);
        assert!(output.status.success(), "{output:?}");
        bench.stands = acknowledged(start, &output);
        bench.writes = calls(&log);
        for call in ["pwrite64", "fsync", "unlink"] {
            assert!(bench.writes.iter().any(|(c, n)| c == call && *n >= 10), "hardly any {call}: {:?}", bench.writes);
        }
        assert!(bench.stands.len() > 10, "{output:?}");
        assert_eq!(stands(&path), *bench.stands.last().unwrap());
        bench
    }

    /// The plan as it was before, in a folder of its own.
    fn fresh(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("plan.gdcplan");
        std::fs::copy(&self.prepared, &path).unwrap();
        path
    }

    /// Lets the worker run with a fault and answers with the plan, what it acknowledged, and its output.
    fn run(&self, fault: &str) -> (PathBuf, Stands, Output) {
        let path = self.fresh(fault);
        let inject = format!("inject={fault}");
        let trace = format!("trace={WRITES}");
        let output = strace(&["-o", "/dev/null", "-e", &trace, "-e", &inject, WORKER, "edit", text(&path)]);
        let acknowledged = acknowledged(self.stands[0].clone(), &output);
        (path, acknowledged, output)
    }

    /// What was acknowledged is there, or that and the step that was under way; the work can go on.
    fn holds(&self, path: &Path, acknowledged: &Stands, said: &str) {
        assert!(self.stands.starts_with(acknowledged), "{said}: other steps than without a fault: {acknowledged:?}");
        let stands = stands(path);
        let last = acknowledged.len() - 1;
        let may_be = &self.stands[last..(last + 2).min(self.stands.len())];
        assert!(may_be.contains(&stands), "{said}: {stands:?} is none of {may_be:?}");
        let mut plan = edit(path, 80).unwrap_or_else(|e| panic!("{said}: {e}"));
        let id = sample::id(plan::Kind::Commitment, "skills");
        let set = SetField {
            kind: plan::Kind::Commitment,
            id,
            field: "title".into(),
            value: json!("After"),
            words: None,
            was: None,
        };
        plan.act(&context(81), &Op::Set(set), None).unwrap_or_else(|e| panic!("{said}: {e}"));
        plan.undo(&context(82), false).unwrap_or_else(|e| panic!("{said}: {e}"));
        assert_eq!(plan.hash().unwrap(), stands.1, "{said}");
        if let Some(step) = plan.undo_step().unwrap() {
            plan.undo(&context(83), true).unwrap_or_else(|e| panic!("{said}: undoing {step:?}: {e}"));
            plan.redo(&context(84)).unwrap_or_else(|e| panic!("{said}: redoing {step:?}: {e}"));
            assert_eq!(plan.hash().unwrap(), stands.1, "{said}");
        }
        plan.verify().unwrap_or_else(|e| panic!("{said}: {e}"));
        std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
}

/// Where a plan file stands, found whole.
fn stands(path: &Path) -> (i64, String) {
    let plan = read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    plan.verify().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    (plan.newest(), plan.state().hash().hex())
}

fn acknowledged(start: (i64, String), output: &Output) -> Stands {
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let steps = lines.lines().filter_map(|line| {
        let (newest, hash) = line.strip_prefix("done ")?.split_once(' ')?;
        Some((newest.parse().ok()?, hash.to_owned()))
    });
    std::iter::once(start).chain(steps).collect()
}

/// The system calls of a log, and how many of each there are.
fn calls(log: &Path) -> Vec<(String, usize)> {
    let mut calls = std::collections::BTreeMap::new();
    for line in std::fs::read_to_string(log).unwrap().lines() {
        // "12345 pwrite64(3, …"
        let call = line.split_once('(').and_then(|(head, _)| head.split_whitespace().last());
        *calls.entry(call.expect("a line of strace").to_owned()).or_default() += 1;
    }
    calls.into_iter().collect()
}

/// Some `(call, n)` of all calls: of each kind the first, the last, and some between, the more the more there are.
fn sampled(calls: &[(String, usize)], samples: usize) -> Vec<(&str, usize)> {
    let all: usize = calls.iter().map(|(_, count)| count).sum();
    let mut points = Vec::new();
    for (call, count) in calls {
        let take = (samples * count / all).clamp(4, *count.max(&4));
        points.extend((0..take).map(|i| (call.as_str(), 1 + i * (count - 1) / (take - 1))));
    }
    points.dedup();
    points
}

/// Does something for each point, on both cores.
fn on_both_cores(points: &[(&str, usize)], run: impl Fn(&str, usize) + Sync) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((call, n)) = points.get(next.fetch_add(1, Relaxed)) {
                    run(call, *n);
                }
            });
        }
    });
}

#[test]
fn whoever_is_killed_at_any_write_keeps_what_was_acknowledged() {
    let bench = Bench::new();
    on_both_cores(&sampled(&bench.writes, 80), |call, n| {
        let (path, acknowledged, output) = bench.run(&format!("{call}:signal=KILL:when={n}"));
        assert!(!output.status.success(), "{call} {n} was survived");
        bench.holds(&path, &acknowledged, &format!("killed at {call} {n}"));
    });
}

#[test]
fn a_write_that_fails_once_is_tried_again_and_nothing_is_lost_or_done_twice() {
    let bench = Bench::new();
    on_both_cores(&sampled(&bench.writes, 50), |call, n| {
        let error = if n % 2 == 0 { "EIO" } else { "ENOSPC" };
        let (path, acknowledged, output) = bench.run(&format!("{call}:error={error}:when={n}"));
        let said = format!("{error} at {call} {n}: {}", String::from_utf8_lossy(&output.stderr));
        if output.status.success() {
            assert_eq!(acknowledged, bench.stands, "{said}");
        } else {
            assert_eq!(acknowledged.len(), 1, "{said}: only opening is not tried again");
        }
        bench.holds(&path, &acknowledged, &said);
    });
}

#[test]
fn a_disk_that_fails_for_ever_keeps_what_was_acknowledged() {
    let bench = Bench::new();
    on_both_cores(&sampled(&bench.writes, 50), |call, n| {
        let error = if n % 2 == 0 { "EIO" } else { "ENOSPC" };
        let (path, acknowledged, output) = bench.run(&format!("{call}:error={error}:when={n}+"));
        let said = format!("{error} from {call} {n} on: {}", String::from_utf8_lossy(&output.stderr));
        // The end of the work may need no more of these calls, or not insist on them.
        assert!(!output.status.success() || acknowledged == bench.stands, "{said}");
        bench.holds(&path, &acknowledged, &said);
    });
}

/// A restore point is whole or not there; those that were acknowledged are there, or newer ones of routine.
#[test]
fn a_restore_point_is_whole_or_not_there_whenever_the_process_ends() {
    let folder = quick_folder();
    let prepared = folder.path().join("prepared.gdcplan");
    sample::plan_file(&prepared);
    let trace = format!("trace={WRITES},write");
    let run = |name: &str, more: &[&str]| {
        let (plan, data) = (folder.path().join(format!("{name}.gdcplan")), folder.path().join(name));
        std::fs::copy(&prepared, &plan).unwrap();
        std::fs::create_dir(&data).unwrap();
        let output = strace(&[&["-e", &trace], more, &[WORKER, "restore", text(&plan), text(&data)]].concat());
        (plan, data, output)
    };
    let log = folder.path().join("log");
    let (_, _, quiet) = run("quiet", &["-o", text(&log)]);
    assert!(quiet.status.success(), "{quiet:?}");
    on_both_cores(&sampled(&calls(&log), 12), |call, n| {
        for fault in ["signal=KILL", "error=ENOSPC"] {
            let inject = format!("inject={call}:{fault}:when={n}+");
            let (plan, data, output) = run(&format!("{call} {n} {fault}"), &["-o", "/dev/null", "-e", &inject]);
            let said = format!("{fault} at {call} {n}");
            let points = RestorePoints::new(&data);
            let listed = points.list_for_path(&plan).unwrap_or_else(|e| panic!("{said}: {e}"));
            assert!(listed.iter().all(|point| point.soundness == Soundness::Whole), "{said}");
            if let Some(point) = listed.first() {
                let path = points.path(&point.id).unwrap();
                assert_eq!(stands(&path), (point.op, point.content.clone()), "{said}");
            }
            let acknowledged = String::from_utf8_lossy(&output.stdout).into_owned();
            for line in acknowledged.lines() {
                let (op, why) = line.strip_prefix("done ").and_then(|rest| rest.split_once(' ')).unwrap();
                let op: i64 = op.parse().unwrap();
                let there = |point: &RestorePoint| point.op == op || (why == "time" && point.op > op);
                assert!(listed.iter().any(there), "{said}: {line} was acknowledged and is not there");
            }
            // Another day what was left over goes, and all that is whole stays but for what was not thinned yet.
            if let Some(point) = listed.first() {
                let folder = points.path(&point.id).unwrap().parent().unwrap().to_owned();
                let later = chrono::Utc::now() + chrono::TimeDelta::days(1);
                let gone = points.thin(&point.plan_id, later).unwrap();
                let files = std::fs::read_dir(folder).unwrap().count();
                assert!(gone <= 1 && files == 2 * (listed.len() - gone), "{said}: {gone} went, {files} files are left");
            }
            std::fs::remove_dir_all(&data).unwrap();
        }
    });
}

/// A new file is there and whole, or not there; an old one is replaced or as it was.
#[test]
fn a_file_that_is_being_made_is_whole_or_not_there() {
    let folder = quick_folder();
    let plan = folder.path().join("plan.gdcplan");
    sample::plan_file(&plan);
    let (old, new) = (folder.path().join("old.gdcsnap"), folder.path().join("new.gdcsnap"));
    std::fs::write(&old, sample::newer_snapshot()).unwrap();
    std::fs::write(&new, plan::assets::STARTER).unwrap();
    let whole = |path: &Path| read(path).and_then(|plan| plan.verify());
    for verb in ["new", "copy", "write"] {
        let target = folder.path().join(format!("target of {verb}"));
        let arguments: Vec<&str> = match verb {
            "new" => vec![WORKER, verb, text(&target)],
            "copy" => vec![WORKER, verb, text(&plan), text(&target)],
            _ => vec![WORKER, verb, text(&new), text(&target)],
        };
        let log = folder.path().join("log");
        let trace = format!("trace={WRITES},write");
        let quiet = strace(&[&["-o", text(&log), "-e", &trace], &arguments[..]].concat());
        assert!(quiet.status.success(), "{verb}: {quiet:?}");
        let writes = calls(&log);
        for (call, n) in sampled(&writes, 12) {
            for fault in ["signal=KILL", "error=ENOSPC"] {
                std::fs::remove_file(&target).unwrap_or_default();
                if verb == "write" {
                    std::fs::copy(&old, &target).unwrap();
                }
                let inject = format!("inject={call}:{fault}:when={n}+");
                let output = strace(&[&["-o", "/dev/null", "-e", &trace, "-e", &inject], &arguments[..]].concat());
                let said = format!("{verb}, {fault} at {call} {n}");
                let acknowledged = output.stdout.starts_with(b"done");
                match verb {
                    "write" => {
                        let bytes = std::fs::read(&target).unwrap();
                        let is_new = bytes == plan::assets::STARTER;
                        assert!(is_new || bytes == std::fs::read(&old).unwrap(), "{said}: neither old nor new");
                        assert!(is_new || !acknowledged, "{said}: said to be done, and is not");
                    }
                    _ if target.exists() => whole(&target).unwrap_or_else(|e| panic!("{said}: {e}")),
                    _ => assert!(!acknowledged, "{said}: said to be done, and is not there"),
                }
            }
        }
    }
    whole(&plan).unwrap();
}
