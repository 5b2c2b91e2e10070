//! `gdcplan review`, again and again: the next file of the same plan, and what was left open.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use serde_json::{Value, json};
use support::Folder;

/// A plan that was sent, and a copy that Ana of BDT made of it.
fn round() -> Folder {
    let folder = Folder::with_plan();
    folder.run(["snapshot", "p.gdcplan", "sent.gdcsnap", "--name", "As sent"]).done();
    folder.run(["copy", "sent.gdcsnap", "a.gdcplan"]).done();
    folder
}

fn set(folder: &Folder, plan: &str, id: &str, field: &str, value: Value) {
    let edit = json!({ "id": id, "field": field, "value": value }).to_string();
    folder.run(["call", plan, "commitment_set", &edit, "--by", "Ana", "--organization", "BDT"]).done();
}

fn review(folder: &Folder, file: &str, more: &[&str]) -> Value {
    let line = ["review", "p.gdcplan", file, "--json", "--by", "Sam", "--organization", "ITU"];
    folder.run(line.iter().chain(more)).done().json()
}

fn field(folder: &Folder, plan: &str, id: &str, field: &str) -> Value {
    folder.run(["show", plan, id, "--json"]).done().json()["fields"][field].clone()
}

fn differences(folder: &Folder) -> Value {
    folder.run(["diff", "a.gdcplan", "p.gdcplan", "--json"]).done().json()
}

#[test]
fn what_the_sender_of_a_plan_or_a_page_takes_back_comes_back() {
    for (first, second) in [
        ("a.gdcplan", "a.gdcplan"),
        ("one.html", "two.html"),
        ("a.gdcplan", "two.html"),
        ("one.html", "a.gdcplan"),
        ("one.gdcsnap", "two.html"),
        ("one.gdcsnap", "a.gdcplan"),
        ("a.gdcplan", "two.gdcsnap"),
        ("one.html", "two.gdcsnap"),
    ] {
        let folder = round();
        let made = |file: &str| match file.rsplit('.').next() {
            Some("html") => drop(folder.run(["export", "a.gdcplan", file, "--organization", "BDT"]).done()),
            Some("gdcsnap") => drop(folder.run(["snapshot", "a.gdcplan", file, "--organization", "BDT"]).done()),
            _ => {}
        };
        let same = differences(&folder);
        set(&folder, "a.gdcplan", "ITU-005", "next_step", json!("Meeting on 3 May"));
        set(&folder, "a.gdcplan", "ITU-001", "evidence", json!("A wrong address"));
        made(first);
        assert_eq!(review(&folder, first, &[])["taken"].as_array().unwrap().len(), 2, "{first}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "next_step"), "Meeting on 3 May");
        set(&folder, "a.gdcplan", "ITU-005", "next_step", Value::Null);
        set(&folder, "a.gdcplan", "ITU-001", "evidence", json!("The right address"));
        made(second);
        let answer = review(&folder, second, &[]);
        assert_eq!(answer["taken"].as_array().unwrap().len(), 2, "{first}, {second}: {answer:#}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "next_step"), Value::Null, "{first}, {second}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-001", "evidence"), "The right address");
        // Back to what was sent first, once more.
        set(&folder, "a.gdcplan", "ITU-001", "evidence", json!("A wrong address"));
        set(&folder, "a.gdcplan", "ITU-005", "next_step", json!("Meeting on 3 May"));
        if second == "a.gdcplan" {
            assert_eq!(review(&folder, second, &[])["taken"].as_array().unwrap().len(), 2, "{first}, {second}");
            assert_eq!(field(&folder, "p.gdcplan", "ITU-001", "evidence"), "A wrong address");
            assert_eq!(differences(&folder), same);
        }
        folder.run(["verify", "p.gdcplan"]).done();
    }
}

#[test]
fn who_goes_to_and_fro_is_followed_every_time() {
    let folder = round();
    let step = |n: usize, step: &str, file: &str| {
        set(&folder, "a.gdcplan", "ITU-005", "next_step", json!(step));
        if file.ends_with(".gdcsnap") {
            folder.run(["snapshot", "a.gdcplan", file, "--organization", "BDT"]).done();
        }
        let answer = review(&folder, file, &[]);
        assert_eq!(answer["taken"].as_array().unwrap().len(), 1, "{n}: {answer:#}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "next_step"), step, "{n}");
    };
    for n in 0..5 {
        step(n, ["May", "June"][n % 2], "a.gdcplan");
    }
    // The snapshot holds what the plan file held before the last one.
    step(5, "June", "one.gdcsnap");
    step(6, "May", "a.gdcplan");
    step(7, "June", "two.gdcsnap");
    // What its sender does not touch stays as it is here.
    set(&folder, "p.gdcplan", "ITU-005", "evidence", json!("An address"));
    step(8, "July", "three.gdcsnap");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "evidence"), "An address");
    folder.run(["verify", "p.gdcplan"]).done();
}

#[test]
fn the_same_plan_file_twice_changes_nothing_and_two_plans_of_one_person_are_no_line() {
    let folder = round();
    folder.run(["copy", "sent.gdcsnap", "b.gdcplan"]).done();
    set(&folder, "a.gdcplan", "ITU-005", "next_step", json!("Meet"));
    set(&folder, "b.gdcplan", "ITU-001", "evidence", json!("An address"));
    review(&folder, "a.gdcplan", &[]);
    let again = review(&folder, "a.gdcplan", &[]);
    assert_eq!((&again["taken"], &again["conflicts"]), (&json!([]), &json!([])), "{again:#}");
    review(&folder, "b.gdcplan", &[]);
    assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "next_step"), "Meet");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-001", "evidence"), "An address");
}

#[test]
fn what_was_left_open_is_asked_in_the_plan_of_the_other_and_when_it_comes_back() {
    for decide in [None, Some("later")] {
        let folder = round();
        set(&folder, "p.gdcplan", "ITU-005", "title", json!("Focal"));
        set(&folder, "a.gdcplan", "ITU-005", "title", json!("Bob"));
        folder.run(["snapshot", "a.gdcplan", "a1.gdcsnap", "--organization", "BDT"]).done();
        let more: Vec<&str> = decide.iter().flat_map(|decide| ["--decide", *decide]).collect();
        assert_eq!(review(&folder, "a1.gdcsnap", &more)["open"], 1);
        folder.run(["snapshot", "p.gdcplan", "s1.gdcsnap", "--organization", "ITU"]).done();
        let asked = folder.run(["review", "a.gdcplan", "s1.gdcsnap", "--json", "--decide", "mine"]).done().json();
        assert_eq!((&asked["taken"], &asked["open"]), (&json!([]), &json!(0)), "{asked:#}");
        assert_eq!(asked["conflicts"][0]["field"], "title", "{asked:#}");
        assert_eq!(field(&folder, "a.gdcplan", "ITU-005", "title"), "Bob");
        // Sam has not decided either: what Bob decided is asked.
        folder.run(["snapshot", "a.gdcplan", "a2.gdcsnap", "--organization", "BDT"]).done();
        let back = review(&folder, "a2.gdcsnap", &["--decide", "theirs"]);
        assert_eq!((&back["taken"], back["conflicts"].as_array().unwrap().len()), (&json!([]), 1), "{back:#}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "title"), "Bob");
        // Now it is agreed: what changes from here on is taken.
        set(&folder, "p.gdcplan", "ITU-005", "title", json!("Agreed"));
        folder.run(["snapshot", "p.gdcplan", "s2.gdcsnap", "--organization", "ITU"]).done();
        let taken = folder.run(["review", "a.gdcplan", "s2.gdcsnap", "--json"]).done().json();
        assert_eq!((taken["taken"].as_array().unwrap().len(), &taken["conflicts"]), (1, &json!([])), "{taken:#}");
    }
}

#[test]
fn what_was_left_open_is_asked_again_when_the_next_file_still_says_so() {
    for (first, second) in [("a1.gdcsnap", "a2.gdcsnap"), ("a.gdcplan", "a.gdcplan"), ("a.gdcplan", "a2.gdcsnap")] {
        let folder = round();
        let made = |file: &str| {
            if file.ends_with(".gdcsnap") {
                folder.run(["snapshot", "a.gdcplan", file, "--organization", "BDT"]).done();
            }
        };
        set(&folder, "p.gdcplan", "ITU-005", "title", json!("Focal"));
        set(&folder, "a.gdcplan", "ITU-005", "title", json!("Bob"));
        let title = field(&folder, "sent.gdcsnap", "ITU-005", "title");
        set(&folder, "a.gdcplan", "ITU-006", "status", json!("completed"));
        let gone = json!({ "id": "ITU-003" }).to_string();
        folder.run(["call", "a.gdcplan", "commitment_delete", &gone]).done();
        made(first);
        let before = review(&folder, first, &["--decide", "later"]);
        let asked = |answer: &Value| -> Vec<(Value, Value, Value)> {
            let all = answer["conflicts"].as_array().unwrap().iter();
            all.map(|one| (one["item"].clone(), one["theirs"][0]["value"].clone(), one["common"].clone())).collect()
        };
        assert!(asked(&before).len() >= 3, "{before:#}");
        set(&folder, "a.gdcplan", "ITU-001", "next_step", json!("Meet"));
        made(second);
        let again = review(&folder, second, &[]);
        assert_eq!(again["taken"].as_array().unwrap().len(), 1, "{first}, {second}: {again:#}");
        assert_eq!(asked(&again), asked(&before), "{first}, {second}");
        // What is decided of what was sent last is not asked again; what its sender takes back is none.
        set(&folder, "a.gdcplan", "ITU-005", "title", title);
        set(&folder, "a.gdcplan", "ITU-001", "next_step", json!("Meet again"));
        if second != "a.gdcplan" {
            folder.run(["snapshot", "a.gdcplan", "a3.gdcsnap", "--organization", "BDT"]).done();
        }
        let third = if second == "a.gdcplan" { second } else { "a3.gdcsnap" };
        let decided = review(&folder, third, &["--decide", "mine"]);
        assert_eq!(asked(&decided).len(), asked(&before).len() - 1, "{decided:#}");
        set(&folder, "a.gdcplan", "ITU-001", "next_step", json!("Meet once more"));
        let last = review(&folder, "a.gdcplan", &[]);
        assert_eq!((last["taken"].as_array().unwrap().len(), asked(&last)), (1, Vec::new()), "{last:#}");
        assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "title"), "Focal");
        folder.run(["verify", "p.gdcplan"]).done();
    }
}

#[test]
fn of_two_who_disagreed_the_one_who_comes_again_is_asked_about_again() {
    let folder = round();
    folder.run(["copy", "sent.gdcsnap", "b.gdcplan"]).done();
    set(&folder, "a.gdcplan", "ITU-005", "title", json!("Ana"));
    set(&folder, "b.gdcplan", "ITU-005", "title", json!("Ben"));
    for (plan, who) in [("a", "BDT"), ("b", "TSB")] {
        let (plan, snapshot) = (format!("{plan}.gdcplan"), format!("{plan}.gdcsnap"));
        folder.run(["snapshot", &plan, &snapshot, "--organization", who]).done();
    }
    let was = field(&folder, "p.gdcplan", "ITU-005", "title");
    assert_eq!(review(&folder, "a.gdcsnap", &["b.gdcsnap"])["open"], 1);
    // Nobody but Ana proposes it now, and it is not taken unasked.
    set(&folder, "a.gdcplan", "ITU-001", "next_step", json!("Meet"));
    let again = review(&folder, "a.gdcplan", &[]);
    assert_eq!(
        (&again["conflicts"][0]["field"], &again["conflicts"][0]["why"]),
        (&json!("title"), &json!("left-open"))
    );
    assert_eq!((&again["conflicts"][0]["common"], &again["open"]), (&was, &json!(1)), "{again:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "title"), was);
    // Decided of Ana's, it is still asked of Ben's.
    set(&folder, "a.gdcplan", "ITU-001", "next_step", json!("Meet soon"));
    assert_eq!(review(&folder, "a.gdcplan", &["--decide", "theirs"])["open"], 0);
    set(&folder, "b.gdcplan", "ITU-002", "next_step", json!("Write"));
    let other = review(&folder, "b.gdcplan", &[]);
    assert_eq!((&other["conflicts"][0]["field"], &other["open"]), (&json!("title"), &json!(1)), "{other:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "title"), "Ana");
}

#[test]
fn a_file_of_which_something_is_open_is_gone_on_with_and_no_empty_review_is_left() {
    let folder = round();
    set(&folder, "a.gdcplan", "ITU-040", "lead", json!("BDT"));
    folder.run(["snapshot", "a.gdcplan", "a.gdcsnap", "--organization", "BR"]).done();
    let first = review(&folder, "a.gdcsnap", &[]);
    assert!(first["open"].as_u64().unwrap() >= 1, "{first:#}");
    let again = review(&folder, "a.gdcsnap", &[]);
    assert_eq!((&again["review"], &again["open"]), (&first["review"], &first["open"]), "{again:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-040", "lead"), "ITU-TSB");
    let decided = review(&folder, "a.gdcsnap", &["--decide", "theirs"]);
    assert_eq!((&decided["review"], &decided["open"]), (&first["review"], &json!(0)), "{decided:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-040", "lead"), field(&folder, "a.gdcplan", "ITU-040", "lead"));
    let nothing = review(&folder, "a.gdcsnap", &["--decide", "mine"]);
    assert_eq!((&nothing["review"], &nothing["conflicts"]), (&Value::Null, &json!([])), "{nothing:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-040", "lead"), field(&folder, "a.gdcplan", "ITU-040", "lead"));
    let reviews = folder.run(["call", "p.gdcplan", "reviews_list", "{}", "--json"]).done().json();
    assert_eq!(reviews.as_array().unwrap().len(), 1, "{reviews:#}");
}

#[test]
fn a_review_is_made_step_by_step_with_paths() {
    let folder = round();
    set(&folder, "a.gdcplan", "ITU-005", "next_step", json!("Meet"));
    let start = folder.run(["call", "p.gdcplan", "review_start", r#"{"files":["a.gdcplan"]}"#, "--json"]).done().json();
    let apply = json!({ "review": start["review"]["review"] }).to_string();
    folder.run(["call", "p.gdcplan", "review_apply", &apply]).done();
    assert_eq!(field(&folder, "p.gdcplan", "ITU-005", "next_step"), "Meet");
}

#[test]
fn where_nobody_reads_what_is_said_the_exit_status_says_it() {
    let folder = round();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = support::command(folder.path());
    let status = command.arg("nope").stderr(writer).status().unwrap();
    assert_eq!(status.code(), Some(2));
}

#[test]
fn a_folder_that_is_not_there_is_named_and_minutes_have_their_forms() {
    let folder = round();
    let nowhere = |out: &str| out.contains("nowhere was not found");
    for line in [["snapshot", "p.gdcplan", "nowhere/x.gdcsnap"], ["export", "p.gdcplan", "nowhere/o.docx"]] {
        let ran = folder.run(line);
        assert!(ran.status == 1 && nowhere(&ran.err), "{ran:?}");
    }
    folder.run(["review", "p.gdcplan", "sent.gdcsnap", "--minutes", "m.pdf"]).failed(1, ".docx");
}

#[test]
fn what_was_refused_of_a_copy_is_not_taken_when_the_same_copy_is_given_again() {
    let folder = Folder::with_plan();
    std::fs::copy(folder.path().join("p.gdcplan"), folder.path().join("copy.gdcplan")).unwrap();
    // A snapshot of the state that both have in common.
    folder.run(["snapshot", "p.gdcplan", "s0.gdcsnap", "--name", "Before"]).done();
    set(&folder, "copy.gdcplan", "ITU-002", "next_step", json!("their step"));
    let call = |command: &str, args: Value| {
        let line = ["call", "p.gdcplan", command, &args.to_string(), "--json", "--by", "Sam", "--organization", "ITU"];
        folder.run(line).done().json()
    };
    let started = call("review_start", json!({ "files": ["copy.gdcplan"] }));
    let number = &started["review"]["review"];
    call("review_decide", json!({ "review": number, "filter": { "field": "next_step" }, "decision": "mine" }));
    call("review_apply", json!({ "review": number }));
    let before = field(&folder, "p.gdcplan", "ITU-002", "next_step");
    let again = review(&folder, "copy.gdcplan", &[]);
    assert_eq!(again["taken"].as_array().unwrap().len(), 0, "{again:#}");
    assert_eq!(field(&folder, "p.gdcplan", "ITU-002", "next_step"), before);
}
