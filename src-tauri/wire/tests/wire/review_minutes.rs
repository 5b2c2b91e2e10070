//! Minutes of reviews, as those read them who were not there: titles beside references, nobody is "you", each thing once.

use serde_json::{Value as Json, json};

use crate::reviews::{Round, find, set};
use crate::support::Desk;

fn title_of(desk: &Desk, reference: &str) -> String {
    desk.ok("row_get", json!({ "kind": "commitment", "id": reference }))["row"]["title"].as_str().unwrap().to_owned()
}

/// The line of the text of minutes that begins with these words.
fn line<'a>(minutes: &'a Json, begins: &str) -> &'a str {
    let text = minutes["text"].as_str().unwrap();
    let found = text.lines().find(|line| line.starts_with(&format!("- {begins}")));
    found.unwrap_or_else(|| panic!("{begins:?} begins no line of {text}"))
}

#[test]
fn rows_that_were_added_and_deleted_stand_in_the_minutes_with_their_titles() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        let owner = theirs.id("organization", "ITU");
        let fields = json!({ "title": "New by BDT", "owner": owner });
        theirs.ok("commitment_create", json!({ "fields": fields }));
        let fields =
            json!({ "commitment": theirs.id("commitment", "ITU-001"), "date": "2026-01-10", "report": "It was begun" });
        theirs.ok("update_create", json!({ "fields": fields }));
        set(theirs, "commitment", "ITU-002", "next_step", json!("Call a meeting"));
        theirs.ok("commitment_delete", json!({ "id": theirs.id("commitment", "ITU-003") }));
    });
    let [first, second, third] = ["ITU-001", "ITU-002", "ITU-003"].map(|reference| title_of(desk, reference));
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    // The screen has the title beside it.
    let items = desk.ok("review_items", json!({ "filter": { "text": "New by BDT", "kind": "commitment" } }));
    let new = find(&items, "");
    assert_eq!(new["sentence"], format!("BDT added {}", new["ref"].as_str().unwrap()));
    let told = |minutes: &Json, deleted: &str| {
        let added =
            minutes["taken"].as_array().unwrap().iter().find(|line| line["sentence"] == "BDT added it").unwrap();
        let new = added["ref"].as_str().unwrap();
        assert_eq!(line(minutes, new), format!("- {new} (New by BDT): BDT added it. Taken"));
        let filled = format!("- ITU-002 ({second}): BDT filled in next step: Call a meeting. Taken");
        assert_eq!(line(minutes, "ITU-002"), filled);
        assert_eq!(line(minutes, "ITU-003"), format!("- ITU-003 ({third}): BDT deleted it. {deleted}"));
        let report = format!("ITU-001 ({first})");
        assert!(minutes["text"].as_str().unwrap().contains(&report), "{report:?} is not in {minutes:#}");
    };
    told(&desk.ok("review_minutes", json!({ "review": review })), "Open: the version of the plan stays");
    let open = json!({ "review": review, "filter": { "state": "open" }, "decision": "theirs" });
    desk.ok("review_decide", open);
    desk.ok("review_apply", json!({ "review": review }));
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    told(&minutes, "Decided by Ada: BDT’s version");
    let deleted = minutes["decided"].as_array().unwrap().iter().find(|line| line["ref"] == "ITU-003").unwrap();
    assert_eq!(deleted["name"], format!("ITU-003 ({third})"), "as it was called");
}

#[test]
fn in_minutes_and_letters_nobody_is_you() {
    let round = Round::new();
    let desk = &round.desk;
    let change = |words: &'static str| {
        move |desk: &Desk| {
            set(desk, "commitment", "ITU-001", "title", json!(format!("Metrics by {words}")));
            set(desk, "commitment", "ITU-002", "description", json!(format!("In the words of {words}")));
        }
    };
    let bdt = round.back("BDT", |theirs| {
        change("BDT")(theirs);
        theirs.ok("commitment_delete", json!({ "id": theirs.id("commitment", "ITU-003") }));
        set(theirs, "commitment", "ITU-004", "next_step", json!("Call a meeting"));
        set(theirs, "commitment", "ITU-005", "next_step", json!("Call a meeting"));
    });
    let tsb = round.back("TSB", |_| ());
    change("us")(desk);
    set(desk, "commitment", "ITU-003", "title", json!("Changed by us"));
    set(desk, "commitment", "ITU-005", "title", json!("Changed by us, too"));
    desk.ok("commitment_delete", json!({ "id": desk.id("commitment", "ITU-004") }));
    let started = desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let sentence = find(&items, "title")["sentence"].as_str().unwrap();
    assert!(sentence.contains("you: Metrics by us"), "{sentence}");
    let item = json!([find(&items, "title")["item"]]);
    desk.ok("review_decide", json!({ "review": review, "items": item, "decision": "mine" }));
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    let title = line(&minutes, "ITU-001");
    assert!(title.contains("; the plan: Metrics by us; was: "), "{title}");
    assert!(title.ends_with(". Decided by Ada: the version of the plan"), "{title}");
    let words = line(&minutes, "ITU-002");
    assert!(words.contains("the words changed in the plan too"), "{words}");
    assert!(words.ends_with("Open: the version of the plan stays"), "{words}");
    assert!(line(&minutes, "ITU-003").contains("(Changed by us): BDT deleted it; it was changed in the plan. "));
    assert!(line(&minutes, "ITU-004").contains(": it was deleted in the plan; BDT changed it. "), "{minutes:#}");
    assert!(line(&minutes, "ITU-005").contains("; changed in the plan: its title"), "{minutes:#}");
    let from =
        &started["review"]["files"].as_array().unwrap().iter().find(|file| file["who"] == "BDT").unwrap()["snapshot"];
    let all: Vec<&Json> = items["items"].as_array().unwrap().iter().map(|item| &item["item"]).collect();
    let letter = desk.ok("review_letter", json!({ "review": review, "from": from, "items": all }));
    desk.ok("review_apply", json!({ "review": review }));
    let applied = desk.ok("review_minutes", json!({ "review": review }));
    for told in [&minutes, &applied] {
        let text = told.to_string().to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
        assert!(!words.iter().any(|word| ["you", "your", "yours"].contains(word)), "{told:#}");
    }
    let letter = letter["text"].as_str().unwrap();
    assert!(letter.contains("the plan: Metrics by us") && !letter.contains("you: "), "{letter}");
}

#[test]
fn fields_that_say_one_thing_together_are_told_once() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| set(theirs, "commitment", "ITU-002", "status", json!("concluded")));
    let tsb = round.back("TSB", |theirs| {
        set(theirs, "commitment", "ITU-002", "status", json!("planned"));
        set(theirs, "commitment", "ITU-002", "status_as_of", json!("2026-05"));
    });
    let title = title_of(desk, "ITU-002");
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let was = "Ongoing, as of early 2025, stated by ITU";
    let sentence = format!("BDT changed status: Concluded (was {was})");
    let items = desk.ok("review_items", json!({ "filter": { "state": "asked" } }));
    let status = find(&items, "status");
    assert_eq!(status["sentence"], sentence);
    // Values are told as the sentence has them, so that the screen can mark them there.
    assert_eq!((&status["common"]["text"], &status["theirs"][0]["value"]["text"]), (&json!(was), &json!("Concluded")));
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    let told = format!("- ITU-002 ({title}): {sentence}. Open: the version of the plan stays");
    assert_eq!(line(&minutes, "ITU-002"), told);
    // Several proposals: one clause each.
    desk.ok("review_start", json!({ "files": [tsb] }));
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    let told = format!(
        "- ITU-002 ({title}): BDT proposes status: Concluded; TSB proposes status: Planned, as of May 2026; was: {was}. \
         Open: the version of the plan stays"
    );
    assert_eq!(line(&minutes, "ITU-002"), told);
}

#[test]
fn minutes_that_an_earlier_version_wrote_down_are_read_as_they_are() {
    let said = json!({
        "item": "commitment/title/x", "kind": "commitment", "id": "x", "ref": "ITU-149", "field_label": "Title",
        "outcome": "open",
        "sentence": "BDT changed title: A, was: B", "result": "open: your version stays", "private": false,
    });
    let line: plan_wire::types::ReviewMinute = serde_json::from_value(said).unwrap();
    assert_eq!((line.reference.as_str(), line.name.as_str()), ("ITU-149", ""));
}

#[test]
fn a_value_of_several_fields_holds_no_marks_of_direction() {
    let round = Round::new();
    let desk = &round.desk;
    round.back("BDT", |theirs| {
        let report = json!({ "id": "ITU-004", "status": "concluded", "report": "Done.", "date": "2026-01-15" });
        theirs.ok("commitment_report", report);
    });
    let window = Desk::at_window(tempfile::tempdir().unwrap(), true);
    for name in ["plan.gdcplan", "BDT.gdcsnap"] {
        std::fs::copy(desk.path(name), window.path(name)).unwrap();
    }
    window.ok("plan_open", json!({ "file": window.file("plan.gdcplan") }));
    window.ok("review_start", json!({ "files": [window.file("BDT.gdcsnap")] }));
    let items = window.ok("review_items", json!({}));
    let mut several = 0;
    for item in items["items"].as_array().unwrap() {
        let theirs = item["theirs"].as_array().unwrap().iter().map(|one| &one["value"]["text"]);
        for text in theirs.chain([&item["mine"]["value"]["text"], &item["common"]["value"]["text"]]) {
            let text = text.as_str().unwrap_or_default();
            assert!(!text.contains(['\u{2068}', '\u{2069}']), "{text:?} of {}", item["item"]);
            several += usize::from(text.contains("as of"));
        }
    }
    assert!(several > 0, "{items:#}");
}
