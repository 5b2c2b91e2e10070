//! Files of a review: how they are chosen, what lies beside the plan or in its place, and what goes back as a letter.

use std::path::PathBuf;

use plan_wire::types::Purpose;
use plan_wire::{Host, Session};
use serde_json::{Value as Json, json};

use crate::reviews::{Round, find, set};
use crate::support::Desk;

/// A person who chooses these files in every dialog.
struct Chooser(Vec<PathBuf>);

impl Host for Chooser {
    fn choose_open(&self) -> Option<PathBuf> {
        self.0.first().cloned()
    }
    fn choose_several(&self) -> Vec<PathBuf> {
        self.0.clone()
    }
    fn choose_save(&self, _: Purpose, _: &str) -> Option<PathBuf> {
        None
    }
    fn emit(&self, _: &str, _: Json) {}
}

#[test]
fn several_files_are_chosen_at_once_and_named_by_references_that_hold() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = ["one.gdcsnap", "two.gdcsnap"].iter().map(|name| folder.path().join(name)).collect();
    std::fs::write(&paths[0], b"not a snapshot").unwrap();
    let session = Session::new(Box::new(Chooser(paths)), None);
    let chosen = session.call("files_choose", json!({}), "en").unwrap();
    let names: Vec<&str> = chosen.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["one.gdcsnap", "two.gdcsnap"]);
    assert_eq!((&chosen[0]["exists"], &chosen[1]["exists"]), (&json!(true), &json!(false)));
    // A reference, never a path; the same file has the same one.
    let file = chosen[0]["file"].as_str().unwrap();
    assert!(!file.contains('/') && !file.contains("one"));
    assert_eq!(session.call("files_choose", json!({}), "en").unwrap(), chosen);
    assert_eq!(session.call("plan_open", json!({ "file": file }), "en").unwrap_err().code, "not-a-plan-text");
    // Who thinks better of it has chosen nothing.
    let nobody = Session::new(Box::new(Chooser(Vec::new())), None);
    assert_eq!(nobody.call("files_choose", json!({}), "en").unwrap(), json!([]));
}

#[test]
fn a_letter_asks_back_about_what_was_left_to_ask_and_tells_nothing_private() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-001", "title", json!("A title by BDT"));
        set(theirs, "commitment", "ITU-002", "next_step", json!("Call a meeting"));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let (review, from) = (&started["review"]["review"], &started["review"]["files"][0]["snapshot"]);
    let letter = |more: Json| {
        let mut ask = json!({ "review": review, "from": from });
        for (name, value) in more.as_object().into_iter().flatten() {
            ask[name] = value.clone();
        }
        desk.ok("review_letter", ask)
    };
    // Nothing is left to ask yet.
    assert_eq!(letter(json!({}))["items"], 0);
    let items = desk.ok("review_items", json!({}));
    let title = find(&items, "title")["item"].clone();
    let ask = json!({ "review": review, "items": [title], "decision": "ask", "note": "Is this the official title?" });
    assert_eq!(desk.ok("review_decide", ask)["decided"], 1);
    let told = letter(json!({}));
    assert_eq!(told["items"], 1);
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("“From BDT”") && text.contains("A title by BDT"), "{text}");
    assert!(text.contains("Is this the official title?") && !text.contains("Call a meeting"), "{text}");
    // About named items, asked or not.
    let step = find(&items, "next_step")["item"].clone();
    let named = letter(json!({ "items": [step] }));
    assert!(named["text"].as_str().unwrap().contains("Call a meeting. What should it be?"), "{named:#}");
    let nobody = json!({ "review": review, "from": "0".repeat(64) });
    assert_eq!(desk.refused("review_letter", nobody), "no-such-row");
}

#[test]
fn copies_beside_the_plan_are_offered_until_they_were_reviewed() {
    let desk = Desk::kept_plan();
    let copy = "plan (conflicted copy 2026-11-02).gdcplan";
    assert_eq!(desk.ok("conflict_copies", json!({})), json!([]));
    std::fs::copy(desk.path("plan.gdcplan"), desk.path(copy)).unwrap();
    // Called like a copy, and another plan all the same.
    let other = Desk::plan();
    std::fs::copy(other.path("plan.gdcplan"), desk.path("plan-2.gdcplan")).unwrap();
    // The colleague's edit went into the copy.
    let theirs = Desk::over(tempfile::tempdir().unwrap(), false);
    theirs.session.act_as("Ben", "BDT");
    let theirs_file = theirs.session.mint(&desk.path(copy));
    theirs.ok("plan_open", json!({ "file": theirs_file }));
    set(&theirs, "commitment", "ITU-001", "title", json!("Edited in the copy"));
    theirs.ok("plan_close", json!({}));
    let found = desk.ok("conflict_copies", json!({}));
    assert_eq!(found.as_array().unwrap().len(), 1, "{found:#}");
    assert_eq!((&found[0]["sort"], &found[0]["file"]["name"]), (&json!("copy"), &json!(copy)));
    assert!(found[0]["sentence"].as_str().unwrap().contains("by Ben"), "{found:#}");
    assert_eq!(found[0]["reviewed"], false);
    let started = desk.ok("review_start", json!({ "files": [found[0]["file"]["file"]] }));
    assert_eq!(started["review"]["counts"]["items"], 1, "{started:#}");
    assert_eq!(desk.ok("conflict_copies", json!({}))[0]["reviewed"], true);
    // Where nothing can be edited, nothing lies beside.
    assert_eq!(Desk::starter().ok("conflict_copies", json!({})), json!([]));
}

#[test]
fn what_was_put_in_the_place_of_the_plan_is_opened_and_mine_is_reviewed_into_it() {
    let desk = Desk::kept_plan();
    assert_eq!(desk.refused("replaced_review", json!({})), "not-replaced");
    std::fs::copy(desk.path("plan.gdcplan"), desk.path("elsewhere.gdcplan")).unwrap();
    set(&desk, "commitment", "ITU-001", "title", json!("Mine"));
    let theirs = Desk::over(tempfile::tempdir().unwrap(), false);
    theirs.session.act_as("Ben", "BDT");
    let file = theirs.session.mint(&desk.path("elsewhere.gdcplan"));
    theirs.ok("plan_open", json!({ "file": file }));
    set(&theirs, "commitment", "ITU-002", "title", json!("Theirs"));
    theirs.ok("plan_close", json!({}));
    // As a sync client does it.
    std::fs::rename(desk.path("elsewhere.gdcplan"), desk.path("plan.gdcplan")).unwrap();
    let id = desk.id("commitment", "ITU-003");
    let lost = json!({ "id": id, "field": "title", "value": "Into the wrong file" });
    assert_eq!(desk.refused("commitment_set", lost), "moved");
    let found = desk.ok("conflict_copies", json!({}));
    assert_eq!(found[0]["sort"], "replaced", "{found:#}");
    let started = desk.ok("replaced_review", json!({}));
    // Theirs is open, mine lies beside it and is proposed.
    let title = |reference: &str| {
        let row = desk.ok("row_get", json!({ "kind": "commitment", "id": reference }));
        row["row"]["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(title("ITU-002"), "Theirs");
    assert_ne!(title("ITU-001"), "Mine");
    assert_eq!(started["review"]["counts"]["items"], 1, "{started:#}");
    let beside = std::fs::read_dir(desk.folder.path()).unwrap().flatten();
    let names: Vec<String> = beside.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(names.iter().any(|name| name.starts_with("plan (") && name.ends_with(".gdcplan")), "{names:?}");
    let items = desk.ok("review_items", json!({}));
    desk.ok("review_apply", json!({ "review": started["review"]["review"], "op": items["op"] }));
    assert_eq!((title("ITU-001").as_str(), title("ITU-002").as_str()), ("Mine", "Theirs"));
}

#[test]
fn what_was_put_in_the_place_of_the_plan_and_is_no_plan_leaves_mine_open() {
    let desk = Desk::kept_plan();
    set(&desk, "commitment", "ITU-001", "title", json!("Mine"));
    std::fs::write(desk.path("elsewhere"), "no plan at all").unwrap();
    std::fs::rename(desk.path("elsewhere"), desk.path("plan.gdcplan")).unwrap();
    assert_eq!(desk.ok("conflict_copies", json!({}))[0]["sort"], "replaced");
    desk.refused("replaced_review", json!({}));
    // What lies there is as it was, and mine is to be seen, and was saved beside it.
    assert_eq!(std::fs::read(desk.path("plan.gdcplan")).unwrap(), b"no plan at all");
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-001" }));
    assert_eq!(row["row"]["title"], "Mine");
    // A second try does not make a second copy of the same.
    desk.refused("replaced_review", json!({}));
    let beside = std::fs::read_dir(desk.folder.path()).unwrap().flatten();
    let names: Vec<String> = beside.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("plan (")).count(), 0, "{names:?}");
}

#[test]
fn a_deletion_that_a_note_of_mine_stands_against_says_so_and_leads_to_the_note() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        let id = theirs.id("commitment", "ITU-003");
        theirs.ok("commitment_delete", json!({ "id": id }));
    });
    let row = desk.id("commitment", "ITU-003");
    let note = json!({ "fields": { "text": "Ask the host first", "commitment": row } });
    let note = desk.ok("note_create", note)["created"].clone();
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let key = format!("commitment//{row}");
    let item = |discreet: bool| {
        let items = desk.ok("review_items", json!({ "filter": { "id": row }, "discreet": discreet }));
        items["items"].as_array().unwrap().iter().find(|item| item["item"] == key.as_str()).unwrap().clone()
    };
    assert_eq!(item(false)["held"], Json::Null);
    desk.ok("review_decide", json!({ "review": review, "items": [key], "decision": "theirs" }));
    let held = item(false)["held"].clone();
    assert!(held["text"].as_str().unwrap().contains("Note on ITU-003 (“Ask the host first”)"), "{held:#}");
    assert_eq!((&held["rows"][0]["kind"], &held["rows"][0]["id"]), (&json!("note"), &note));
    // Before an audience it is not said which private row it is.
    let seen = item(true)["held"].clone();
    assert!(!seen.to_string().contains("Ask the host") && seen["rows"] == json!([]), "{seen:#}");
    let done = desk.ok("review_apply", json!({ "review": review }));
    assert!(done["held"][0]["sentence"].as_str().unwrap().contains("Ask the host first"), "{done:#}");
    // So do the minutes, and not before an audience.
    let minutes = |discreet: bool| desk.ok("review_minutes", json!({ "review": review, "discreet": discreet }));
    let told = minutes(false);
    assert_eq!(told["open"][0]["outcome"], "held", "{told:#}");
    assert!(told["open"][0]["result"].as_str().unwrap().contains("Note on ITU-003 (“Ask the host first”)"), "{told:#}");
    assert!(told["text"].as_str().unwrap().contains("Ask the host first"), "{told:#}");
    let seen = minutes(true);
    assert!(seen["open"][0]["result"].as_str().unwrap().contains("other rows still refer to it"), "{seen:#}");
    assert!(!seen.to_string().contains("Ask the host"), "{seen:#}");
    desk.ok("row_get", json!({ "kind": "commitment", "id": row }));
    // The note goes, and so can the row.
    desk.ok("note_delete", json!({ "id": note }));
    assert_eq!(item(false)["held"], Json::Null);
    let done = desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(done["held"], json!([]));
    assert!(desk.call("row_get", json!({ "kind": "commitment", "id": row })).is_err());
}

#[test]
fn a_new_row_is_taken_and_its_status_and_the_roles_of_others_are_asked() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        let (owner, tsb) = (theirs.id("organization", "ITU"), theirs.id("organization", "TSB"));
        let fields = json!({ "title": "New by BDT", "owner": owner, "status": "completed", "lead": tsb });
        theirs.ok("commitment_create", json!({ "fields": fields }));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let items = desk.ok("review_items", json!({ "filter": { "kind": "commitment" } }));
    assert_eq!(find(&items, "")["state"], "taken");
    assert_eq!((&find(&items, "status")["why"], &find(&items, "lead")["why"]), (&json!("status"), &json!("role")));
    assert_eq!(find(&items, "status")["sentence"], "BDT filled in status: Completed");
    desk.ok("review_apply", json!({ "review": started["review"]["review"] }));
    let rows =
        desk.ok("view_get", json!({ "kind": "commitment", "query": { "text": "New by BDT" }, "from": 0, "to": 9 }));
    assert_eq!(rows["rows"][0]["cells"]["status"]["value"], Json::Null, "{rows:#}");
    assert_eq!(rows["rows"][0]["cells"]["lead"]["value"], Json::Null);
    // They stay listed, and are done when they are decided.
    let open = desk.ok("review_items", json!({ "filter": { "state": "open" } }));
    let keys: Vec<&Json> = open["items"].as_array().unwrap().iter().map(|item| &item["item"]).collect();
    assert_eq!(keys.len(), 2, "{open:#}");
    let review = &started["review"]["review"];
    desk.ok("review_decide", json!({ "review": review, "items": keys, "decision": "theirs" }));
    desk.ok("review_apply", json!({ "review": review }));
    let rows =
        desk.ok("view_get", json!({ "kind": "commitment", "query": { "text": "New by BDT" }, "from": 0, "to": 9 }));
    assert_eq!(rows["rows"][0]["cells"]["status"]["value"], "completed");
}
