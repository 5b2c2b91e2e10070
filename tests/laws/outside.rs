//! What others do to a plan while it is open: replace it, remove it, lock it, write to it, take away the right to write.
//! It is said, and nothing is lost.

use std::path::{Path, PathBuf};

use plan::store::{Access, Holder, Lock};
use plan::{Error, Kind, Op, Origin, Plan, SetField};
use plan_tests::{context, edit, holder, quick_folder, read, sample};
use serde_json::json;

fn title(value: &str) -> Op {
    let id = sample::id(Kind::Commitment, "schools");
    Op::Set(SetField { kind: Kind::Commitment, id, field: "title".into(), value: json!(value), words: None, was: None })
}

fn title_of(plan: &Plan) -> String {
    let id = sample::id(Kind::Commitment, "schools");
    plan.state().row(Kind::Commitment, &id).unwrap().text("title").to_owned()
}

fn plan_in(folder: &tempfile::TempDir) -> (PathBuf, Plan) {
    let path = folder.path().join("shared.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    plan.act(&context(3), &title("Acknowledged"), None).unwrap();
    (path, plan)
}

/// The plan that is open can still be saved elsewhere, with everything that was acknowledged.
fn can_be_saved_elsewhere(plan: &Plan, folder: &tempfile::TempDir) {
    let copy = folder.path().join("rescued.gdcplan");
    plan.save_copy(&copy, &context(9)).unwrap();
    let rescued = read(&copy).unwrap();
    rescued.verify().unwrap();
    assert_eq!(title_of(&rescued), "Acknowledged");
}

#[test]
fn a_file_that_was_replaced_takes_no_edit_and_the_other_is_untouched() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    assert!(plan.is_at_its_path());
    // A sync client writes beside and renames over.
    let theirs = folder.path().join("theirs");
    sample::plan_file(&theirs);
    edit(&theirs, 2).unwrap().act(&context(3), &title("A colleague's"), None).unwrap();
    std::fs::rename(&theirs, &path).unwrap();
    let before = std::fs::read(&path).unwrap();
    assert!(!plan.is_at_its_path());
    for _ in 0..2 {
        let error = plan.act(&context(4), &title("Into nowhere"), None).unwrap_err();
        assert_eq!(error.code(), "moved", "{error}");
    }
    assert_eq!(plan.undo(&context(5), false).unwrap_err().code(), "moved");
    assert_eq!(plan.snapshot(&context(5), "x", Default::default()).unwrap_err().code(), "moved");
    assert_eq!(title_of(&plan), "Acknowledged");
    assert!(std::fs::read(&path).unwrap() == before, "their file was written to");
    can_be_saved_elsewhere(&plan, &folder);
    drop(plan);
    assert_eq!(title_of(&edit(&path, 6).unwrap()), "A colleague's");
}

/// Whether another process may write to a plan at this moment.
fn others_may_write(path: &Path) -> bool {
    let said = std::process::Command::new(env!("CARGO_BIN_EXE_worker")).arg("hold").arg(path).output().unwrap();
    match String::from_utf8(said.stdout).unwrap().trim() {
        "free" => true,
        "held" => false,
        other => panic!("{other}"),
    }
}

#[test]
fn a_look_at_the_file_that_is_open_lets_no_other_process_write_in_the_middle_of_a_step() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    assert!(others_may_write(&path));
    plan.connection_for_tests().execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(!others_may_write(&path));
    // It has another name too, and is looked at by a second connection: a comparison, a check.
    let other = folder.path().join("other-name.gdcplan");
    std::fs::hard_link(&path, &other).unwrap();
    for name in [&path, &other] {
        let here = plan.open_here(name);
        assert!(here.is_some() || !cfg!(unix));
        let again = Plan::open_known(&path, Access::Read, &holder(), &context(4), here).unwrap();
        assert_eq!(title_of(&again), "Acknowledged");
        again.could_edit();
        drop(again);
        assert!(!others_may_write(&path), "the lock fell");
    }
    #[cfg(unix)]
    {
        // Nor where it could not be edited any more, so that a file that is not open is read as a copy: the name that it is looked at
        // by leaves no room for a journal, or the right to write to the folder was taken away. (That holds nobody who is root.)
        let long = folder.path().join("n".repeat(250));
        std::fs::hard_link(&path, &long).unwrap();
        let look = |name: &Path, here| {
            let again = Plan::open_known(name, Access::Read, &holder(), &context(4), here).unwrap();
            assert_eq!(title_of(&again), "Acknowledged");
            assert_eq!(again.may_write().unwrap_err().code(), "read-only-plan");
            let where_it_lies = again.open_here(&path).is_some();
            drop(again);
            assert!(!others_may_write(&path), "the lock fell");
            assert!(where_it_lies, "it was read as a copy");
        };
        let here = plan.open_here(&long);
        let to_edit = Plan::open_known(&long, Access::Edit, &holder(), &context(4), here);
        assert_eq!(to_edit.map(|_| ()).unwrap_err().code(), "name-too-long");
        look(&long, here);
        std::fs::remove_file(&long).unwrap();
        let rights = std::fs::metadata(folder.path()).unwrap().permissions();
        let mut none = rights.clone();
        none.set_readonly(true);
        std::fs::set_permissions(folder.path(), none).unwrap();
        look(&path, plan.open_here(&path));
        std::fs::set_permissions(folder.path(), rights).unwrap();
    }
    // Another file is looked at as any is.
    sample::plan_file(&folder.path().join("another.gdcplan"));
    assert_eq!(plan.open_here(&folder.path().join("another.gdcplan")), None);
    assert_eq!(plan.open_here(&folder.path().join("none.gdcplan")), None);
    plan.connection_for_tests().execute_batch("ROLLBACK").unwrap();
    assert!(others_may_write(&path));
    plan.act(&context(5), &title("After all"), None).unwrap();
}

#[test]
fn a_file_that_was_removed_takes_no_edit_and_its_content_can_be_saved() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(plan.act(&context(4), &title("Into nowhere"), None).unwrap_err().code(), "moved");
    assert_eq!(title_of(&plan), "Acknowledged");
    assert!(!path.exists());
    can_be_saved_elsewhere(&plan, &folder);
}

#[test]
fn a_file_that_was_renamed_takes_no_edit() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    let moved = folder.path().join("moved.gdcplan");
    std::fs::rename(&path, &moved).unwrap();
    assert_eq!(plan.act(&context(4), &title("Into nowhere"), None).unwrap_err().code(), "moved");
    drop(plan);
    assert_eq!(title_of(&edit(&moved, 5).unwrap()), "Acknowledged");
}

#[test]
fn a_folder_that_went_away_takes_no_edit() {
    let folder = quick_folder();
    let inner = folder.path().join("inner");
    std::fs::create_dir(&inner).unwrap();
    let path = inner.join("shared.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    plan.act(&context(3), &title("Acknowledged"), None).unwrap();
    std::fs::remove_dir_all(&inner).unwrap();
    assert!(plan.act(&context(4), &title("Into nowhere"), None).is_err());
    assert_eq!(title_of(&plan), "Acknowledged");
    can_be_saved_elsewhere(&plan, &folder);
}

#[test]
fn what_another_tool_wrote_is_not_overwritten() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute("UPDATE commitment SET title = 'Theirs' WHERE title = 'Acknowledged'", []).unwrap();
    let answer = plan.act(&context(4), &title("Mine"), None);
    let there: String = other
        .query_row("SELECT title FROM commitment WHERE id = ?1", [sample::id(Kind::Commitment, "schools")], |row| {
            row.get(0)
        })
        .unwrap();
    // It is refused, or it is a step whose history says what it replaced; `verify` tells of the other tool in both cases.
    match answer {
        Err(_) => assert_eq!(there, "Theirs"),
        Ok(step) => {
            assert_eq!(there, "Mine");
            let before = plan.changes(step.unwrap().op).unwrap()[0].before.clone();
            assert_eq!(before.unwrap()["title"], json!("Theirs"));
        }
    }
    assert_eq!(read(&path).unwrap().verify().unwrap_err().code(), "changed-outside");
}

#[test]
fn who_holds_a_plan_is_named_with_machine_and_time() {
    let folder = quick_folder();
    let (path, plan) = plan_in(&folder);
    let other = Holder { person: "Bo Chen".into(), machine: "desk".into(), since: context(7).at() };
    let Err(Error::Refused { code: "locked-by-other", args }) = Plan::open(&path, Access::Edit, &other, &context(7))
    else {
        panic!("two edit one plan")
    };
    assert_eq!(args, [("person", holder().person), ("machine", holder().machine), ("since", holder().since)]);
    // Readers are let in.
    assert_eq!(title_of(&read(&path).unwrap()), "Acknowledged");
    let lock = Lock::path_of(&path);
    assert!(lock.exists());
    drop(plan);
    assert!(!lock.exists(), "the lock file stays behind");
    Plan::open(&path, Access::Edit, &other, &context(8)).unwrap();
}

#[test]
fn a_lock_file_that_nobody_holds_is_taken_over() {
    let folder = quick_folder();
    let (path, plan) = plan_in(&folder);
    drop(plan);
    for left_behind in ["", "not json", "{\"person\":\"Long gone\",\"machine\":\"m\",\"since\":\"2020\"}"] {
        std::fs::write(Lock::path_of(&path), left_behind).unwrap();
        edit(&path, 5).unwrap().act(&context(6), &title(left_behind), None).unwrap_or_default();
        assert!(!Lock::path_of(&path).exists());
    }
}

#[test]
fn one_file_is_one_plan_by_whatever_name_it_is_called() {
    let folder = quick_folder();
    let (path, plan) = plan_in(&folder);
    let by_link = folder.path().join("link.gdcplan");
    std::os::unix::fs::symlink(&path, &by_link).unwrap();
    let dotted = folder.path().join(".").join("..").join(folder.path().file_name().unwrap()).join("shared.gdcplan");
    for name in [&by_link, &dotted] {
        assert_eq!(edit(name, 5).err().map(|e| e.code()), Some("locked-by-other"), "{}", name.display());
    }
    drop(plan);
    edit(&by_link, 6).unwrap().act(&context(7), &title("Through the link"), None).unwrap();
    assert_eq!(title_of(&read(&path).unwrap()), "Through the link");
}

#[test]
fn names_of_every_sort_can_be_made_opened_edited_and_copied() {
    let folder = quick_folder();
    for name in [
        "[a]",
        "a#b",
        "a?b",
        "a b",
        " leading",
        "خطة",
        "计划",
        "file:x",
        "a%20b",
        "a&b=c",
        "-rf",
        "'quoted\"",
        "e\u{301}",
        &"n".repeat(200),
    ] {
        let path = folder.path().join(format!("{name}.gdcplan"));
        sample::plan_file(&path);
        let mut plan = edit(&path, 2).unwrap_or_else(|e| panic!("{name}: {e}"));
        plan.act(&context(3), &title("Acknowledged"), None).unwrap_or_else(|e| panic!("{name}: {e}"));
        drop(plan);
        let plan = edit(&path, 4).unwrap();
        assert_eq!(title_of(&plan), "Acknowledged", "{name}");
        can_be_saved_elsewhere(&plan, &folder);
        std::fs::remove_file(folder.path().join("rescued.gdcplan")).unwrap();
        drop(plan);
        assert!(!Lock::path_of(&path).exists(), "{name}");
        std::fs::remove_file(&path).unwrap();
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was left behind");
    let too_long = folder.path().join("n".repeat(300));
    let made = Plan::create(&too_long, Origin::Empty { title: "x" }, &context(1)).unwrap_err();
    assert!(["name-too-long", "no-such-file"].contains(&made.code()), "{made}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "something was left behind");
}

#[test]
fn a_file_that_is_there_is_never_replaced_by_a_new_plan_or_a_copy() {
    let folder = quick_folder();
    let (path, plan) = plan_in(&folder);
    for name in ["shared.gdcplan", "letter.txt"] {
        let there = folder.path().join(name);
        if !there.exists() {
            std::fs::write(&there, "Dear colleagues,").unwrap();
        }
        let before = std::fs::read(&there).unwrap();
        assert_eq!(Plan::create(&there, Origin::Empty { title: "x" }, &context(1)).unwrap_err().code(), "file-exists");
        assert_eq!(plan.save_copy(&there, &context(1)).unwrap_err().code(), "file-exists");
        assert!(std::fs::read(&there).unwrap() == before);
    }
    let nowhere = folder.path().join("no/such/folder/x.gdcplan");
    assert_eq!(Plan::create(&nowhere, Origin::Empty { title: "x" }, &context(1)).unwrap_err().code(), "no-such-file");
    assert_eq!(plan.save_copy(&nowhere, &context(1)).unwrap_err().code(), "no-such-file");
    assert!(path.exists());
}

#[test]
fn an_empty_plan_has_the_catalogue_and_nothing_else() {
    let folder = quick_folder();
    let path = folder.path().join("empty.gdcplan");
    Plan::create(&path, Origin::Empty { title: "Mine" }, &context(1)).unwrap();
    let plan = edit(&path, 2).unwrap();
    plan.verify().unwrap();
    assert_eq!(plan.info().unwrap().title, "Mine");
    for kind in Kind::content() {
        let count = plan.state().count(kind);
        match kind {
            Kind::About => assert_eq!(count, 1),
            // Rules for deadlines are taken from the application when they are wanted.
            Kind::RulePack | Kind::Rule | Kind::Holiday => assert_eq!(count, 0, "{}", kind.name()),
            kind if kind.def().catalogue => assert!(count > 0, "{}", kind.name()),
            // Who facilitates an action line is part of the catalogue.
            Kind::Assignment => assert!(plan.state().rows(kind).all(|row| !row.text("action_line").is_empty())),
            kind => assert_eq!(count, 0, "{}", kind.name()),
        }
    }
    assert!(plan.info().unwrap().parents.is_empty());
}

/// Whether permission bits mean anything to whoever runs the tests: to root they do not.
fn bits_count(folder: &Path) -> bool {
    let probe = folder.join("probe");
    std::fs::write(&probe, "x").unwrap();
    read_only(&probe, true);
    let counts = std::fs::OpenOptions::new().write(true).open(&probe).is_err();
    read_only(&probe, false);
    std::fs::remove_file(&probe).unwrap();
    counts
}

fn read_only(path: &Path, on: bool) {
    use std::os::unix::fs::PermissionsExt;
    let mode = match (path.is_dir(), on) {
        (true, true) => 0o555,
        (true, false) => 0o755,
        (false, true) => 0o444,
        (false, false) => 0o644,
    };
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Whether to go on with a test that is about the right to write. Root has it whatever the bits say: then the test is run
/// again in a process that is root without this privilege, and has to pass there.
fn may_be_forbidden(test: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    if bits_count(folder.path()) {
        return true;
    }
    assert!(std::env::var_os("WITHOUT_PRIVILEGE").is_none(), "setpriv left the privilege to write anywhere");
    let output = std::process::Command::new("setpriv")
        .arg("--bounding-set=-dac_override,-dac_read_search")
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("outside::{test}"), "--nocapture"])
        .env("WITHOUT_PRIVILEGE", "1")
        .output()
        .unwrap_or_else(|e| {
            panic!("setpriv (util-linux) is needed where root runs the tests, and does not start: {e}")
        });
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    false
}

#[test]
fn a_plan_that_cannot_be_written_is_read_and_a_copy_of_it_edited() {
    if !may_be_forbidden("a_plan_that_cannot_be_written_is_read_and_a_copy_of_it_edited") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("place");
    std::fs::create_dir(&place).unwrap();
    let path = place.join("shared.gdcplan");
    sample::plan_file(&path);
    edit(&path, 2).unwrap().act(&context(3), &title("Acknowledged"), None).unwrap();
    for (what, expected) in [(&path, "read-only-file"), (&place, "read-only-folder")] {
        read_only(what, true);
        let to_edit = edit(&path, 5).err().map(|e| e.code());
        let reader = read(&path);
        let rows = reader.as_ref().map(title_of).map_err(|e| e.code());
        let made =
            Plan::create(&place.join("new.gdcplan"), Origin::Empty { title: "x" }, &context(1)).err().map(|e| e.code());
        let rescued =
            reader.and_then(|plan| plan.save_copy(&folder.path().join(format!("{expected}.gdcplan")), &context(6)));
        read_only(what, false);
        assert_eq!(to_edit, Some(expected));
        assert_eq!(rows, Ok("Acknowledged".to_owned()), "{expected}");
        rescued.unwrap();
        edit(&folder.path().join(format!("{expected}.gdcplan")), 7).unwrap();
        if expected == "read-only-folder" {
            assert_eq!(made, Some("read-only-folder"));
        } else {
            std::fs::remove_file(place.join("new.gdcplan")).unwrap();
        }
    }
}

/// A copy of a plan as a crash leaves it: pages of an unfinished step in the file, and the journal that takes them back.
fn left_in_the_middle(path: &Path, to: &Path) {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA cache_size = 4; BEGIN IMMEDIATE;
         UPDATE commitment SET description = hex(randomblob(20000)), title = 'Half done';
         UPDATE milestone SET description = hex(randomblob(20000));",
    )
    .unwrap();
    let journal = |path: &Path| path.with_file_name(format!("{}-journal", path.file_name().unwrap().to_string_lossy()));
    std::fs::copy(path, to).unwrap();
    std::fs::copy(journal(path), journal(to)).unwrap();
    conn.execute_batch("ROLLBACK").unwrap();
    assert!(std::fs::read(path).unwrap() != std::fs::read(to).unwrap(), "nothing of the step reached the file");
}

#[test]
fn a_plan_left_in_the_middle_of_a_step_is_as_before_the_step() {
    if !may_be_forbidden("a_plan_left_in_the_middle_of_a_step_is_as_before_the_step") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (path, plan) = plan_in(&folder);
    drop(plan);
    let place = folder.path().join("crashed");
    std::fs::create_dir(&place).unwrap();
    let crashed = place.join("shared.gdcplan");
    // From where nothing can be written the journal is still heeded.
    left_in_the_middle(&path, &crashed);
    let before = std::fs::read(&crashed).unwrap();
    read_only(&place, true);
    let seen = read(&crashed).and_then(|plan| plan.verify().map(|()| title_of(&plan)));
    read_only(&place, false);
    assert_eq!(seen, Ok("Acknowledged".to_owned()));
    assert!(std::fs::read(&crashed).unwrap() == before, "a read-only file was written to");
    // Where it can be written, the first who opens it puts it right, to read or to edit.
    assert_eq!(title_of(&read(&crashed).unwrap()), "Acknowledged");
    left_in_the_middle(&path, &crashed);
    let mut plan = edit(&crashed, 5).unwrap();
    assert_eq!(title_of(&plan), "Acknowledged");
    plan.act(&context(6), &title("Goes on"), None).unwrap();
    plan.verify().unwrap();
}

#[test]
fn a_reader_who_does_not_let_go_is_waited_for_and_then_named_as_the_reason() {
    let folder = quick_folder();
    let (path, mut plan) = plan_in(&folder);
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let _rows: i64 = reader.query_row("SELECT count(*) FROM commitment", [], |row| row.get(0)).unwrap();
    let error = plan.act(&context(4), &title("Waiting"), None).unwrap_err();
    assert_eq!(error.code(), "busy", "{error}");
    assert_eq!(title_of(&plan), "Acknowledged");
    // A reader who lets go in time is no reason.
    let waiting = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        reader.execute_batch("COMMIT").unwrap();
    });
    plan.act(&context(5), &title("Waited"), None).unwrap();
    waiting.join().unwrap();
    assert_eq!(title_of(&read(&path).unwrap()), "Waited");
    plan.undo(&context(6), false).unwrap();
    assert_eq!(title_of(&plan), "Acknowledged");
    plan.verify().unwrap();
}
