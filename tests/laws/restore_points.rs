//! Restore points: what is kept and for how long, what is never offered as whole, and what is found where a plan cannot be
//! opened any more. That they survive the end of the process is in `kill.rs`.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use plan::restore::{ASKED, Occasion, RestorePoint, RestorePoints, Seen, Soundness, to_go};
use plan::{Kind, Op, Plan, SetField};
use plan_tests::{context, edit, quick_folder, read, same_content, sample};
use serde_json::json;

struct Desk {
    folder: tempfile::TempDir,
    points: RestorePoints,
    plan: Plan,
    requests: u64,
}

impl Desk {
    fn new() -> Desk {
        let folder = quick_folder();
        let path = folder.path().join("plan.gdcplan");
        sample::plan_file(&path);
        let points = RestorePoints::new(folder.path().join("data"));
        Desk { plan: edit(&path, 2).unwrap(), points, folder, requests: 2 }
    }
    fn title(&mut self, title: &str, token: Option<&str>) -> i64 {
        self.requests += 1;
        let set = SetField {
            kind: Kind::Commitment,
            id: sample::id(Kind::Commitment, "schools"),
            field: "title".into(),
            value: json!(title),
            words: None,
            was: None,
        };
        self.plan.act(&context(self.requests), &Op::Set(set), token).unwrap().unwrap().op
    }
    fn make(&mut self, why: Occasion, name: &str) -> RestorePoint {
        self.requests += 1;
        self.points.make(&self.plan, &context(self.requests), why, name).unwrap()
    }
    fn list(&self) -> Vec<RestorePoint> {
        self.points.list(&self.plan.info().unwrap().plan_id, self.plan.path()).unwrap()
    }
    fn file(&self, point: &RestorePoint) -> PathBuf {
        self.folder.path().join("data/restore").join(&point.plan_id).join(format!("{}.gdcplan", point.id))
    }
}

fn code<T>(answer: plan::Result<T>) -> &'static str {
    answer.err().map_or("done", |error| error.code())
}

#[test]
fn a_restore_point_is_the_whole_plan_with_its_history_and_its_id() {
    let mut desk = Desk::new();
    desk.title("Every school", None);
    let point = desk.make(Occasion::Asked, "  Before the Council ");
    assert_eq!((point.name.as_str(), point.op, point.title.as_str()), ("Before the Council", 1, "A small plan"));
    assert_eq!((point.by.as_str(), point.why.word()), ("Ana Ruiz", "asked"));
    let kept = read(&desk.points.path(&point.id).unwrap()).unwrap();
    kept.verify().unwrap();
    assert!(kept.state() == desk.plan.state());
    assert_eq!(kept.info().unwrap().plan_id, desk.plan.info().unwrap().plan_id);
    assert_eq!(kept.newest(), 1);
    assert_eq!(desk.list(), [point]);
}

#[cfg(unix)]
#[test]
fn restore_points_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = Desk::new();
    let point = desk.make(Occasion::Asked, "");
    let file = desk.file(&point);
    for (path, mode) in [(file.parent().unwrap(), 0o700), (&file, 0o600), (&file.with_extension("json"), 0o600)] {
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, mode, "{}", path.display());
    }
}

#[test]
fn the_plan_returns_to_a_restore_point_in_one_step() {
    let mut desk = Desk::new();
    desk.title("Every school", None);
    let point = desk.make(Occasion::Asked, "");
    desk.title("All schools", None);
    let id = sample::id(Kind::Group, "wg");
    desk.plan.act(&context(50), &Op::Delete { kind: Kind::Group, id }, None).unwrap();
    let state = desk.points.state(&point.id).unwrap();
    desk.plan.return_to(&context(60), &state, &json!({ "restore_point": point.id })).unwrap().unwrap();
    assert_eq!(desk.plan.hash().unwrap(), point.content);
    assert!(same_content(desk.plan.state(), &state));
    desk.plan.undo(&context(61), false).unwrap();
    assert_ne!(desk.plan.hash().unwrap(), point.content);
}

#[test]
fn a_restore_point_becomes_a_plan_of_its_own() {
    let mut desk = Desk::new();
    desk.title("Every school", None);
    let point = desk.make(Occasion::Asked, "");
    let to = desk.folder.path().join("again.gdcplan");
    desk.points.copy(&point.id, &to, &context(50)).unwrap();
    let copy = edit(&to, 51).unwrap();
    copy.verify().unwrap();
    assert!(copy.state() == desk.plan.state());
    assert_ne!(copy.info().unwrap().plan_id, point.plan_id);
    assert_eq!(code(desk.points.copy(&point.id, &to, &context(52))), "file-exists");
}

#[test]
fn routine_makes_no_second_copy_of_the_same_steps_and_asking_does() {
    let mut desk = Desk::new();
    let first = desk.make(Occasion::Opened, "");
    assert_eq!(desk.make(Occasion::Time, "").id, first.id);
    assert_ne!(desk.make(Occasion::Asked, "").id, first.id);
    assert_ne!(desk.make(Occasion::BeforeReview, "").id, first.id);
    desk.title("Every school", None);
    assert_ne!(desk.make(Occasion::Time, "").id, first.id);
    // Of one quarter of an hour the newest of all routine is enough.
    let kept: Vec<Occasion> = desk.list().iter().map(|point| point.why).collect();
    assert_eq!(kept, [Occasion::Time, Occasion::BeforeReview, Occasion::Asked]);
    // A damaged one is no reason not to make another.
    let newest = desk.list().remove(0);
    std::fs::write(desk.file(&newest), b"").unwrap();
    assert_ne!(desk.make(Occasion::Time, "").id, newest.id);
}

#[test]
fn a_restore_point_ends_the_typing() {
    let mut desk = Desk::new();
    let first = desk.title("C", Some("focus"));
    assert_eq!(desk.title("Co", Some("focus")), first);
    let point = desk.make(Occasion::Time, "");
    assert_eq!(point.op, first);
    let second = desk.title("Con", Some("focus"));
    assert_ne!(second, first);
    assert_eq!(desk.title("Conn", Some("focus")), second);
}

#[test]
fn a_damaged_restore_point_is_never_offered_as_whole() {
    let mut desk = Desk::new();
    let points: Vec<RestorePoint> = (0..5).map(|n| desk.make(Occasion::Asked, &format!("{n}"))).collect();
    let listed = |desk: &Desk, n: usize| desk.list().into_iter().find(|p| p.id == points[n].id).map(|p| p.soundness);
    let bytes = std::fs::read(desk.file(&points[0])).unwrap();
    let mut bent = bytes.clone();
    bent[bytes.len() / 2] ^= 1;
    std::fs::write(desk.file(&points[0]), &bent).unwrap();
    std::fs::write(desk.file(&points[1]), &bytes[..bytes.len() - 512]).unwrap();
    std::fs::remove_file(desk.file(&points[2])).unwrap();
    std::fs::copy(desk.file(&points[3]), desk.file(&points[4])).unwrap();
    std::fs::write(desk.file(&points[4]).with_extension("json"), "{").unwrap();
    for (n, point) in points.iter().enumerate().take(3) {
        assert_eq!(listed(&desk, n), Some(Soundness::Damaged), "{n}");
        assert_eq!(code(desk.points.path(&point.id)), "restore-point-damaged");
        assert_eq!(code(desk.points.state(&point.id)), "restore-point-damaged");
        let to = desk.folder.path().join("never.gdcplan");
        assert_eq!(code(desk.points.copy(&point.id, &to, &context(50))), "restore-point-damaged");
        assert!(!to.exists());
    }
    assert_eq!(listed(&desk, 3), Some(Soundness::Whole));
    assert_eq!(listed(&desk, 4), None, "nobody knows what it was");
    // Looked at before, and damaged afterwards.
    assert_eq!(desk.points.find(&points[3].id).unwrap().soundness, Soundness::Whole);
    std::fs::write(desk.file(&points[3]), &bytes[1..]).unwrap();
    assert_eq!(listed(&desk, 3), Some(Soundness::Damaged));
}

#[test]
fn a_plan_that_cannot_be_opened_any_more_has_its_restore_points() {
    let mut desk = Desk::new();
    desk.title("Every school", None);
    let point = desk.make(Occasion::Time, "");
    let path = desk.plan.path().to_owned();
    let Desk { folder, points, plan, .. } = desk;
    drop(plan);
    let other = folder.path().join("other.gdcplan");
    Plan::create(&other, plan::Origin::Snapshot(plan::assets::STARTER), &context(89)).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let found = |path: &Path| points.list_for_path(path).unwrap().into_iter().map(|p| p.id).collect::<Vec<_>>();
    // Cut off, gone, or not even a database.
    std::fs::write(&path, &bytes[..bytes.len() / 3]).unwrap();
    assert!(read(&path).is_err());
    assert_eq!(found(&path), [point.id.as_str()]);
    std::fs::write(&path, "Dear colleagues,").unwrap();
    assert_eq!(found(&path), [point.id.as_str()]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(found(&path), [point.id.as_str()]);
    // Damaged and moved: the file still says whose it is.
    let mut bent = bytes.clone();
    bent[..100].fill(0);
    let moved = folder.path().join("moved.gdcplan");
    std::fs::write(&moved, &bent).unwrap();
    assert!(read(&moved).is_err());
    assert_eq!(found(&moved), [point.id.as_str()]);
    assert_eq!(found(&other), [""; 0]);
    let again = folder.path().join("again.gdcplan");
    points.copy(&point.id, &again, &context(90)).unwrap();
    assert_eq!(edit(&again, 91).unwrap().newest(), 1);
}

#[test]
fn names_from_outside_reach_no_other_folder() {
    let mut desk = Desk::new();
    let point = desk.make(Occasion::Asked, "");
    let elsewhere = desk.folder.path().join("data/elsewhere.gdcplan");
    std::fs::copy(desk.file(&point), &elsewhere).unwrap();
    std::fs::copy(desk.file(&point).with_extension("json"), elsewhere.with_extension("json")).unwrap();
    for id in ["../../elsewhere", "", ".", "..", "elsewhere", "a/b", "a\\b", "é"] {
        assert_eq!(code(desk.points.path(id)), "no-such-restore-point", "{id}");
    }
    // A plan from outside may call itself what it likes.
    let path = desk.plan.path().to_owned();
    drop(desk.plan);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("UPDATE meta SET value = '../../../out' WHERE key = 'plan_id'", []).unwrap();
    drop(conn);
    let plan = edit(&path, 60).unwrap();
    let odd = desk.points.make(&plan, &context(61), Occasion::Asked, "").unwrap();
    assert!(desk.points.path(&odd.id).unwrap().starts_with(desk.folder.path().join("data/restore")));
    assert_eq!(desk.points.list("../../../out", &path).unwrap(), [odd]);
}

#[test]
fn two_files_of_one_plan_are_kept_apart() {
    let mut desk = Desk::new();
    let plan_id = desk.plan.info().unwrap().plan_id;
    for n in 0..2 {
        desk.make(Occasion::Asked, &format!("{n}"));
    }
    let before = desk.make(Occasion::BeforeReturn, "");
    // What a file manager makes: another file, the same id.
    let copied = desk.folder.path().join("copy.gdcplan");
    std::fs::copy(desk.plan.path(), &copied).unwrap();
    let copy = edit(&copied, 60).unwrap();
    assert_eq!(copy.info().unwrap().plan_id, plan_id);
    let made = |why, name: &str, n: u64| desk.points.make(&copy, &context(n), why, name).unwrap();
    // The same steps, and yet it has none of its own yet.
    let first = made(Occasion::Opened, "", 61);
    assert!(first.is_of(&copied) && before.is_of(desk.plan.path()));
    assert_eq!(made(Occasion::Opened, "", 62).id, first.id);
    // Neither takes the places of the other.
    let last = made(Occasion::BeforeReturn, "", 63);
    let asked: Vec<String> = (0..3).map(|n| made(Occasion::Asked, "of the copy", 70 + n).id).collect();
    let listed = desk.points.list(&plan_id, desk.plan.path()).unwrap();
    assert_eq!(listed.iter().filter(|point| point.is_of(desk.plan.path())).count(), 3);
    assert!(listed[..3].iter().all(|point| point.is_of(desk.plan.path())), "those of this file first");
    let of_copy = desk.points.list(&plan_id, &copied).unwrap();
    let ids: Vec<&str> = of_copy.iter().take(4).map(|point| &*point.id).collect();
    assert_eq!(ids, [&*asked[2], &*asked[1], &*asked[0], &*last.id]);
    assert_eq!(of_copy.len(), listed.len());
    // A file that cannot be opened any more: its own first.
    drop(copy);
    std::fs::write(&copied, "").unwrap();
    let found = desk.points.list_for_path(&copied).unwrap();
    assert_eq!((found[0].id.as_str(), found.len()), (&*asked[2], of_copy.len()));
}

#[test]
fn what_is_made_beside_is_whole_although_somebody_writes_meanwhile() {
    let mut desk = Desk::new();
    desk.title("Every school", None);
    let path = desk.plan.path().to_owned();
    let Desk { folder, points, plan, .. } = desk;
    let plan = std::sync::Mutex::new(plan);
    let seen = std::cell::Cell::new(0);
    let see = || {
        let mut plan = plan.lock().unwrap();
        let before = Seen::of(&plan)?;
        // Twice somebody writes between the look and the copy.
        if seen.replace(seen.get() + 1) < 2 {
            let id = sample::id(Kind::Commitment, "schools");
            let title = json!(format!("Schools {}", seen.get()));
            let set =
                SetField { kind: Kind::Commitment, id, field: "title".into(), value: title, words: None, was: None };
            plan.act(&context(20 + seen.get()), &Op::Set(set), None)?;
        }
        Ok(Some(before))
    };
    let made = points.make_beside(&see, &context(40), Occasion::Time, "").unwrap().unwrap();
    assert_eq!((seen.get(), made.op), (3, 3));
    assert_eq!(made.content, plan.lock().unwrap().hash().unwrap());
    assert!(points.state(&made.id).unwrap() == **plan.lock().unwrap().state());
    // While a writer holds the file, who copies waits.
    let now = Seen::of(&plan.lock().unwrap()).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let writer = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(40));
        other.execute_batch("ROLLBACK").unwrap();
    });
    assert!(points.make_beside(&|| Ok(Some(now.clone())), &context(41), Occasion::Asked, "").unwrap().is_some());
    writer.join().unwrap();
    // Where the plan is closed, there is nothing to be copied; where it is another than was seen, it never becomes one.
    assert_eq!(points.make_beside(&|| Ok(None), &context(42), Occasion::Asked, "").unwrap(), None);
    plan.lock().unwrap().undo(&context(43), false).unwrap();
    assert_eq!(points.make_beside(&|| Ok(Some(now.clone())), &context(44), Occasion::Asked, "").unwrap(), None);
    let files = std::fs::read_dir(folder.path().join("data/restore").join(&made.plan_id)).unwrap().count();
    assert_eq!(files, 4, "nothing is left of what came to nothing");
}

#[test]
fn a_name_is_one_line_of_what_is_seen() {
    let mut desk = Desk::new();
    let odd = desk.make(Occasion::Asked, " A\0 \u{202e}b\u{7}\r\nc\u{2066}\td\u{200f} ");
    assert_eq!(odd.name, "A b c d");
    assert_eq!(desk.list()[0].name, "A b c d");
}

fn point(n: usize, at: DateTime<Utc>, why: Occasion) -> RestorePoint {
    RestorePoint {
        id: format!("p{n}"),
        plan_id: "plan".into(),
        title: String::new(),
        path: String::new(),
        at: at.to_rfc3339(),
        by: String::new(),
        why,
        name: String::new(),
        op: n as i64,
        step_at: String::new(),
        content: String::new(),
        bytes: 0,
        sha256: String::new(),
        soundness: Soundness::Unread,
    }
}

/// A year and a half of work, first every four hours, in the end every ten minutes; thinned each time, as it is in life.
#[test]
fn the_nearer_the_more_are_kept_and_of_every_age_there_is_one() {
    let start: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    let mut points: Vec<RestorePoint> = Vec::new();
    let mut now = start;
    for n in 0..3_600 {
        now += if n < 3_200 { TimeDelta::hours(4) } else { TimeDelta::minutes(10) };
        let why = match n {
            100 => Occasion::BeforeReview,
            n if n % 100 == 50 => Occasion::Asked,
            _ => Occasion::Time,
        };
        points.insert(0, point(n, now, why));
        let gone: std::collections::HashSet<String> = to_go(&points, now).into_iter().map(str::to_owned).collect();
        points.retain(|point| !gone.contains(&point.id));
    }
    let age = |point: &RestorePoint| now - point.at.parse::<DateTime<Utc>>().unwrap();
    let asked = points.iter().filter(|point| point.why == Occasion::Asked).count();
    assert_eq!(asked, ASKED);
    let reserved: Vec<&str> = points.iter().filter(|p| p.why == Occasion::BeforeReview).map(|p| &*p.id).collect();
    assert_eq!(reserved, ["p100"], "the one before the last review has a place of its own, however old");
    let routine: Vec<TimeDelta> = points.iter().filter(|p| p.why == Occasion::Time).map(age).collect();
    let within = |from: TimeDelta, to: TimeDelta| routine.iter().filter(|age| (from..to).contains(age)).count();
    let (hour, day, month, year) = (TimeDelta::hours(1), TimeDelta::days(1), TimeDelta::days(31), TimeDelta::days(366));
    assert!((3..=5).contains(&within(TimeDelta::zero(), hour)), "{}", within(TimeDelta::zero(), hour));
    assert!((22..=24).contains(&within(hour, day)), "{}", within(hour, day));
    assert!((29..=31).contains(&within(day, month)), "{}", within(day, month));
    assert!((46..=49).contains(&within(month, year)), "{}", within(month, year));
    assert_eq!(within(year, TimeDelta::days(4_000)), 0);
    // No gap is longer than its age allows.
    for pair in routine.windows(2) {
        let most = if pair[1] < day {
            TimeDelta::hours(2)
        } else if pair[1] < month {
            TimeDelta::days(2)
        } else {
            TimeDelta::days(14)
        };
        assert!(
            pair[1] - pair[0] <= most,
            "{} days before, nothing for {} hours",
            pair[1].num_days(),
            (pair[1] - pair[0]).num_hours()
        );
    }
}

#[test]
fn a_plan_that_was_left_alone_for_years_keeps_its_last_restore_point() {
    let then: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    let points = [point(2, then, Occasion::Opened), point(1, then - TimeDelta::hours(30), Occasion::Opened)];
    assert_eq!(to_go(&points, then + TimeDelta::days(2_000)), ["p1"]);
    // A clock that went wrong is no reason to lose one.
    let ahead = [point(2, then + TimeDelta::days(9_000), Occasion::Time), point(1, then, Occasion::Time)];
    assert_eq!(to_go(&ahead, then), [""; 0]);
}

#[test]
fn making_one_removes_those_that_are_too_many() {
    let mut desk = Desk::new();
    for n in 0..ASKED + 3 {
        desk.make(Occasion::Asked, &format!("{n}"));
    }
    let listed = desk.list();
    assert_eq!(listed.len(), ASKED);
    assert_eq!((listed[0].name.as_str(), listed[ASKED - 1].name.as_str()), ("22", "3"));
    assert_eq!(std::fs::read_dir(desk.file(&listed[0]).parent().unwrap()).unwrap().count(), 2 * ASKED);
}

#[test]
fn who_only_reads_may_keep_a_copy_too() {
    let desk = Desk::new();
    let reader = read(desk.plan.path()).unwrap();
    let point = desk.points.make(&reader, &context(70), Occasion::Asked, "").unwrap();
    assert_eq!(desk.list(), [point]);
}
