//! A plan carried forward without a window: listed, decided, ended; and what is called wrongly changes nothing.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use serde_json::{Value, json};
use support::Folder;

fn carry(folder: &Folder, more: &[&str]) -> Value {
    folder.json([&["carry", "p.gdcplan", "A/RES/80/173", "--organization", "ITU"], more].concat())
}

fn decision(folder: &Folder, paragraph: &str) -> Value {
    carry(folder, &["--paragraph", paragraph])["paragraphs"][0]["decision"].clone()
}

#[test]
fn what_is_decided_is_listed_and_undone_and_it_ends_in_an_edition() {
    let folder = Folder::with_plan();
    let all = carry(&folder, &[]);
    assert_eq!(all["instrument"]["id"], "A-RES-80-173");
    let count = all["paragraphs"].as_array().unwrap().len();
    assert_eq!(all["counts"], json!({ "all": count, "answered": 0, "not_for_us": 0, "open": count }));
    assert!(all["paragraphs"][0]["proposed"][0]["reasons"][0]["words"].is_string());

    carry(&folder, &["--paragraph", "67", "--answer", "completed", "--commitment", "ITU-092"]);
    let told = carry(&folder, &["--paragraph", "67"]);
    assert_eq!(told["paragraphs"][0]["answers"][0]["ref"], "ITU-092");
    assert_eq!(told["paragraphs"][0]["answers"][0]["answer"], "completed");
    carry(&folder, &["--paragraph", "23, 24", "--answer", "not-for-us", "--because", "Not read"]);
    assert_eq!(decision(&folder, "24"), "not_for_us");
    carry(&folder, &["--paragraph", "24", "--answer", "open"]);
    assert_eq!(decision(&folder, "24"), "open");
    folder.run(["undo", "p.gdcplan"]).done();
    assert_eq!(decision(&folder, "24"), "not_for_us");
    carry(&folder, &["--paragraph", "113", "--answer", "new", "--title", "Road maps"]);
    carry(
        &folder,
        &["--paragraph", "26", "--answer", "superseded", "--commitment", "ITU-092", "--superseded-by", "ITU-093"],
    );
    assert_eq!(folder.field("p.gdcplan", "ITU-092", "status"), "superseded");

    let end = ["carry", "p.gdcplan", "A/RES/80/173", "--edition", "2026 edition"];
    folder.run(end).failed(1, "not decided yet");
    let made = carry(&folder, &["--edition", "2026 edition", "--before", "2025 edition", "--although-open"]);
    assert_eq!(made["edition"]["name"], "2026 edition");
    assert_eq!(carry(&folder, &[])["edition"], "2026 edition");
    folder.run(["at", "p.gdcplan", "2025 edition", "old.gdcsnap"]).done();
    assert_eq!(folder.json(["carry", "old.gdcsnap", "A/RES/80/173"])["counts"]["open"], count);
}

#[test]
fn what_is_called_wrongly_or_is_not_there_changes_nothing() {
    let folder = Folder::with_plan();
    let before = folder.bytes("p.gdcplan");
    let run = |more: &[&str]| folder.run([&["carry", "p.gdcplan"], more].concat());
    run(&[]).failed(2, "INSTRUMENT is missing");
    run(&["A/RES/80/173", "--answer", "continues"]).failed(2, "--answer needs --paragraph");
    run(&["A/RES/80/173", "--paragraph", "23", "--because", "No"]).failed(2, "--answer, which is missing");
    run(&["A/RES/80/173", "--before", "Then"]).failed(2, "--edition, which is missing");
    run(&["A/RES/80/173", "--paragraph", "23", "--answer", "perhaps"]).failed(2, "--answer takes");
    run(&["A/RES/80/173", "--paragraph", "23", "--answer", "open", "--edition", "X"]).failed(2, "two steps");
    run(&["A/RES/0/0"]).failed(1, "");
    run(&["A/RES/80/173", "--paragraph", "999"]).failed(1, "no paragraph “999”");
    run(&["A/RES/80/173", "--paragraph", "23", "--answer", "continues"]).failed(1, "Commitment");
    run(&["A/RES/80/173", "--paragraph", "23", "--answer", "not-for-us"]).failed(1, "may not be empty");
    run(&["A/RES/80/173", "--paragraph", "23", "--answer", "continues", "--commitment", "NO-999"]).failed(1, "");
    assert_eq!(folder.bytes("p.gdcplan"), before);
}

#[test]
fn a_paragraph_tells_its_instrument_and_where_several_have_it_they_are_named() {
    let folder = Folder::with_plan();
    let run = |more: &[&str]| folder.run([&["carry", "p.gdcplan"], more].concat());
    // The Compact has a paragraph 24, too.
    run(&["--paragraph", "24"]).failed(1, "A/RES/80/173 (WSIS+20 outcome)");
    run(&["--paragraph", "24", "--answer", "not-for-us", "--because", "No"]).failed(1, "Say which is meant");
    let alone = folder.json(["carry", "p.gdcplan", "--paragraph", "113"]);
    assert_eq!(alone["instrument"]["symbol"], "A/RES/80/173");
    run(&["--paragraph", "999"]).failed(1, "No instrument has a paragraph “999”");
    run(&["--paragraph", "113", "--edition", "X"]).failed(2, "INSTRUMENT is missing");
}

#[test]
fn where_several_rows_are_one_paragraph_they_are_named_by_their_ids() {
    let folder = Folder::with_plan();
    std::fs::write(folder.path().join("t.tsv"), "Para\tAction requested\n5\tTrain judges\n5\tFund schools\n").unwrap();
    folder.run(["instrument", "p.gdcplan", "t.tsv", "--symbol", "A/RES/99/1", "--title", "T"]).done();
    let decide = |number: &str| {
        folder.run([
            "carry",
            "p.gdcplan",
            "A/RES/99/1",
            "--paragraph",
            number,
            "--answer",
            "continues",
            "--commitment",
            "ITU-013",
        ])
    };
    let told = decide("5").failed(1, "(Train judges)").err;
    assert!(told.contains("(Fund schools)") && told.contains("Several rows are paragraph 5"), "{told}");
    let listed = folder.json(["carry", "p.gdcplan", "A/RES/99/1"]);
    let id = listed["paragraphs"][1]["id"].as_str().unwrap();
    assert!(told.contains(id), "{told}");
    decide(id).done();
    let listed = folder.json(["carry", "p.gdcplan", "A/RES/99/1"]);
    let decisions: Vec<&Value> = listed["paragraphs"].as_array().unwrap().iter().map(|one| &one["decision"]).collect();
    assert_eq!(decisions, ["open", "answered"]);
    folder
        .run(["carry", "p.gdcplan", "A/RES/99/1", "--paragraph", "5", "--answer", "not-for-us", "--because", "Both"])
        .done();
}
