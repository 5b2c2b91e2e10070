//! `gdcplan review`: three colleagues' files, with and without a decision, as words and as JSON.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use serde_json::{Value, json};
use support::Folder;

/// A plan that was sent, and what three colleagues made of it.
fn round() -> Folder {
    let folder = Folder::with_plan();
    folder.run(["snapshot", "p.gdcplan", "sent.gdcsnap", "--name", "As sent"]).done();
    let edits = [
        ("a", "BDT", "title", json!("A title by BDT")),
        ("b", "TSB", "title", json!("A title by TSB")),
        ("c", "BR", "next_step", json!("Call a meeting")),
    ];
    for (name, who, field, value) in edits {
        let (plan, snapshot) = (format!("{name}.gdcplan"), format!("{name}.gdcsnap"));
        folder.run(["copy", "sent.gdcsnap", &plan]).done();
        let edit = json!({ "id": "ITU-001", "field": field, "value": value }).to_string();
        folder.run(["call", &plan, "commitment_set", &edit]).done();
        folder.run(["snapshot", &plan, &snapshot, "--organization", who]).done();
    }
    folder
}

fn review(folder: &Folder, more: &[&str]) -> Value {
    let line = ["review", "p.gdcplan", "a.gdcsnap", "b.gdcsnap", "c.gdcsnap", "--json", "--by", "Ada"];
    folder.run(line.iter().chain(more)).done().json()
}

fn title(folder: &Folder) -> String {
    folder.run(["show", "p.gdcplan", "ITU-001", "--json"]).done().json()["fields"]["title"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn three_files_are_taken_in_as_one_step_and_what_they_disagree_about_stays_open() {
    let folder = round();
    let before = folder.run(["hash", "p.gdcplan"]).done().out;
    let answer = review(&folder, &["--minutes", "minutes.txt"]);
    let (taken, conflicts) = (&answer["taken"], &answer["conflicts"]);
    assert_eq!(taken.as_array().unwrap().len(), 1, "{answer:#}");
    let change = &taken[0];
    assert_eq!(
        [&change["kind"], &change["ref"], &change["what"], &change["field"], &change["before"], &change["after"]],
        [
            &json!("commitment"),
            &json!("ITU-001"),
            &json!("changed"),
            &json!("next_step"),
            &Value::Null,
            &json!("Call a meeting")
        ]
    );
    assert_eq!(conflicts.as_array().unwrap().len(), 1, "{answer:#}");
    let conflict = &conflicts[0];
    assert_eq!((&conflict["field"], &conflict["decision"]), (&json!("title"), &Value::Null));
    assert_eq!(conflict["common"], conflict["mine"]);
    let values: Vec<&Value> = conflict["theirs"].as_array().unwrap().iter().map(|one| &one["value"]).collect();
    assert_eq!(values, [&json!("A title by BDT"), &json!("A title by TSB")]);
    assert!(conflict["theirs"][0]["from"][0].as_str().unwrap().len() == 64);
    assert_eq!((&answer["settled"], &answer["open"]), (&json!(1), &json!(1)));
    let minutes = String::from_utf8(folder.bytes("minutes.txt")).unwrap();
    for words in [
        "Minutes of the review",
        "Taken without a conflict (1)",
        "Open (1)",
        "BR filled in next step: Call a meeting",
        "Ada",
    ] {
        assert!(minutes.contains(words), "{words:?} is not in {minutes}");
    }
    folder.run(["verify", "p.gdcplan"]).done();
    folder.run(["undo", "p.gdcplan"]).done();
    assert_eq!(folder.run(["hash", "p.gdcplan"]).done().out, before, "one step");
}

#[test]
fn what_is_asked_is_decided_as_it_is_said() {
    for (decision, expected) in [("mine", None), ("theirs", Some("A title by BDT")), ("later", None)] {
        let folder = round();
        let was = title(&folder);
        let line = ["review", "p.gdcplan", "a.gdcsnap", "c.gdcsnap", "--json", "--decide", decision];
        let edit = json!({ "id": "ITU-001", "field": "title", "value": "Mine" }).to_string();
        folder.run(["call", "p.gdcplan", "commitment_set", &edit]).done();
        let answer = folder.run(line).done().json();
        assert_eq!(answer["conflicts"][0]["decision"], decision, "{answer:#}");
        assert_eq!(title(&folder), expected.unwrap_or("Mine"), "{decision}, was {was}");
        // The same files once more: nothing, but for what is open still.
        let again = folder.run(line).done().json();
        let open = if decision == "later" { answer["conflicts"].clone() } else { json!([]) };
        assert_eq!((&again["taken"], &again["conflicts"]), (&json!([]), &open), "{again:#}");
    }
}

#[test]
fn what_cannot_be_reviewed_is_said_before_anything_is_changed() {
    let folder = round();
    let before = folder.run(["hash", "p.gdcplan"]).done().out;
    folder.write("torn.gdcsnap", &folder.bytes("a.gdcsnap")[..500]);
    folder.write("text.gdcsnap", "hello");
    folder.run(["review", "p.gdcplan", "a.gdcsnap", "torn.gdcsnap"]).failed(3, "torn.gdcsnap");
    folder.run(["review", "p.gdcplan", "text.gdcsnap"]).failed(1, "text.gdcsnap");
    folder.run(["review", "p.gdcplan", "nowhere.gdcsnap"]).failed(1, "nowhere.gdcsnap");
    folder.run(["review", "p.gdcplan", "p.gdcplan"]).failed(1, "is this plan itself");
    folder.run(["review", "p.gdcplan", "a.gdcsnap", "--minutes", "m.pdf"]).failed(1, ".txt or .json");
    folder.run(["review", "sent.gdcsnap", "a.gdcsnap"]).failed(1, "snapshot");
    assert_eq!(folder.run(["hash", "p.gdcplan"]).done().out, before);
    folder.run(["verify", "p.gdcplan"]).done();
}

#[test]
fn a_row_that_is_new_is_told_with_its_title() {
    let folder = round();
    let new = json!({ "fields": { "title": "Connect the islands", "owner": "ITU" } }).to_string();
    folder.run(["call", "c.gdcplan", "commitment_create", &new]).done();
    folder.run(["snapshot", "c.gdcplan", "d.gdcsnap", "--organization", "BR"]).done();
    let told = folder.run(["review", "p.gdcplan", "d.gdcsnap"]).done().out;
    let line = told.lines().find(|line| line.contains(" added ")).unwrap_or_else(|| panic!("{told}"));
    assert!(line.contains("(Connect the islands)"), "{told}");
}

#[test]
fn minutes_are_made_as_a_word_file_too() {
    let folder = round();
    folder.run(["review", "p.gdcplan", "a.gdcsnap", "--minutes", "m.docx"]).done();
    // A Word file is a zip, whose first bytes say so.
    assert!(folder.bytes("m.docx").starts_with(b"PK\x03\x04"));
}

#[test]
fn a_zip_and_a_plan_are_reviewed_like_a_snapshot() {
    let folder = round();
    std::fs::copy(folder.at("c.gdcsnap"), folder.at("c.zip")).unwrap();
    let answer = folder.run(["review", "p.gdcplan", "c.zip", "a.gdcplan", "--json"]).done().json();
    assert_eq!(answer["taken"].as_array().unwrap().len(), 2, "{answer:#}");
    assert_eq!(title(&folder), "A title by BDT");
}

#[cfg(unix)]
#[test]
fn without_a_place_for_the_restore_point_nothing_is_merged() {
    let folder = round();
    let before = folder.run(["hash", "p.gdcplan"]).done().out;
    folder.write("full", "a file, where a folder should be");
    let mut command = support::command(folder.path());
    command.args(["review", "p.gdcplan", "a.gdcsnap"]).env("GDCPLANNER_DATA", folder.at("full"));
    let ran = support::Ran::of(command.output().unwrap());
    assert_ne!(ran.status, 0, "{ran:?}");
    assert_eq!(folder.run(["hash", "p.gdcplan"]).done().out, before);
}
