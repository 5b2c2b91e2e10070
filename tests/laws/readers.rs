//! Who only reads sees what somebody else wrote meanwhile when it reads again, and whether it could edit now.

use plan::store::{Holder, Lock};
use plan::{Kind, Op, Plan, SetField};
use plan_tests::{context, edit, quick_folder, read, sample};
use serde_json::json;

fn title(plan: &mut Plan, n: u64, title: &str) {
    let set = SetField {
        kind: Kind::Commitment,
        id: sample::id(Kind::Commitment, "schools"),
        field: "title".into(),
        value: json!(title),
        words: None,
        was: None,
    };
    plan.act(&context(n), &Op::Set(set), None).unwrap().unwrap();
}

fn shown(plan: &Plan) -> &str {
    plan.state().row(Kind::Commitment, &sample::id(Kind::Commitment, "schools")).unwrap().text("title")
}

#[test]
fn a_reader_reads_again_what_another_process_wrote() {
    let folder = quick_folder();
    let path = folder.path().join("shared.gdcplan");
    sample::plan_file(&path);
    let mut editor = edit(&path, 2).unwrap();
    let mut reader = read(&path).unwrap();
    assert!(!reader.refresh().unwrap());
    title(&mut editor, 3, "Every school");
    assert_eq!(shown(&reader), "Connect schools", "what is shown stays until it is asked for");
    assert!(reader.refresh().unwrap());
    assert_eq!((shown(&reader), reader.newest()), ("Every school", 1));
    assert_eq!(reader.history(None, i64::MAX, 9).unwrap().len(), 1);
    assert!(!reader.refresh().unwrap());
    assert!(!editor.refresh().unwrap(), "who edits has nothing to read");
}

#[test]
fn a_reader_sees_when_the_plan_is_free_to_be_edited() {
    let folder = quick_folder();
    let path = folder.path().join("shared.gdcplan");
    sample::plan_file(&path);
    let editor = edit(&path, 2).unwrap();
    let reader = read(&path).unwrap();
    assert!(!reader.could_edit());
    assert!(!reader.could_edit(), "looking takes nothing");
    assert!(edit(&path, 3).is_err());
    drop(editor);
    assert!(reader.could_edit());
    // A lock file that was left behind is nobody's.
    std::fs::write(Lock::path_of(&path), "{}").unwrap();
    assert!(reader.could_edit());
    drop(edit(&path, 4).unwrap());
}

#[test]
fn a_reader_follows_the_file_that_a_sync_client_puts_in_place() {
    let folder = quick_folder();
    let path = folder.path().join("shared.gdcplan");
    sample::plan_file(&path);
    let mut reader = read(&path).unwrap();
    let newer = folder.path().join("newer.gdcplan");
    std::fs::copy(&path, &newer).unwrap();
    title(&mut edit(&newer, 2).unwrap(), 3, "From elsewhere");
    std::fs::rename(&newer, &path).unwrap();
    assert!(reader.refresh().unwrap());
    assert_eq!(shown(&reader), "From elsewhere");
    // What arrives in half is refused, and what was read stays.
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&newer, &bytes[..bytes.len() / 2]).unwrap();
    std::fs::rename(&newer, &path).unwrap();
    assert_eq!(reader.refresh().unwrap_err().code(), "truncated");
    assert_eq!(shown(&reader), "From elsewhere");
    std::fs::remove_file(&path).unwrap();
    assert!(!reader.refresh().unwrap());
    std::fs::write(&path, &bytes).unwrap();
    assert!(reader.refresh().unwrap());
    reader.verify().unwrap();
}

#[test]
fn what_was_put_in_the_place_of_an_open_plan_is_opened_with_its_lock_or_nothing_changes() {
    let folder = quick_folder();
    let path = folder.path().join("plan.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    title(&mut plan, 3, "Every school");
    let bytes = std::fs::read(&path).unwrap();
    let put = |bytes: &[u8]| {
        std::fs::write(folder.path().join("new"), bytes).unwrap();
        std::fs::rename(folder.path().join("new"), &path).unwrap();
    };
    // Not to be opened: the plan that is open stays, and so does its lock.
    for bad in [&b"Dear colleagues,"[..], &bytes[..bytes.len() / 3], b""] {
        put(bad);
        assert!(plan.open_again(&path, &Holder::default(), &context(4)).is_err());
        assert_eq!((shown(&plan), Lock::is_free(&path)), ("Every school", false));
    }
    put(&bytes);
    let mut again = plan.open_again(&path, &Holder::default(), &context(5)).unwrap();
    drop(plan);
    assert!(!Lock::is_free(&path), "the lock went over");
    title(&mut again, 6, "All schools");
    // Whoever put a plan in its place may have taken its lock file away: then there is a fresh one, and the old one leaves it.
    put(&std::fs::read(&path).unwrap());
    std::fs::remove_file(folder.path().join(".plan.gdcplan.lock")).unwrap();
    let third = again.open_again(&path, &Holder::default(), &context(7)).unwrap();
    drop(again);
    assert!(!Lock::is_free(&path), "the fresh lock stays");
    drop(third);
    assert!(Lock::is_free(&path));
    assert_eq!(shown(&read(&path).unwrap()), "All schools");
}
