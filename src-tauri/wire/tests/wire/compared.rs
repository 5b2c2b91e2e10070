//! What became of rows since an earlier state, told with the rows of a view.

use serde_json::{Value as Json, json};

use crate::support::Desk;

fn make(desk: &Desk, kind: &str, fields: Json) -> String {
    desk.ok(&format!("{kind}_create"), json!({ "fields": fields }))["created"].as_str().unwrap().to_owned()
}

/// The state of now, to compare with later.
fn moment(desk: &Desk) -> Json {
    json!({ "at": "moment", "moment": desk.ok("plan_summary", json!({}))["op"].to_string() })
}

fn view(desk: &Desk, kind: &str, query: Json) -> Json {
    desk.ok("view_get", json!({ "kind": kind, "query": query, "from": 0, "to": 2000 }))
}

fn row<'a>(view: &'a Json, id: &str) -> &'a Json {
    let rows = view["rows"].as_array().unwrap();
    rows.iter().find(|row| row["id"] == id).unwrap_or_else(|| panic!("{id} is not in the view"))
}

/// A plan with four commitments, and what it was before one was changed, one made and one deleted.
fn changed() -> (Desk, Json, [String; 4]) {
    let desk = Desk::plan();
    let commitment = |title: &str| make(&desk, "commitment", json!({ "title": title, "owner": itu(&desk) }));
    let (same, other, gone) = (commitment("Same"), commitment("Other"), commitment("Former"));
    let before = moment(&desk);
    desk.ok("commitment_set", json!({ "id": other, "field": "title", "value": "Another" }));
    desk.ok("commitment_set", json!({ "id": other, "field": "end", "value": "2027" }));
    desk.ok("commitment_delete", json!({ "id": gone }));
    let new = make(&desk, "commitment", json!({ "title": "Fresh", "owner": itu(&desk) }));
    (desk, before, [same, other, gone, new])
}

fn itu(desk: &Desk) -> String {
    desk.id("organization", "ITU")
}

#[test]
fn rows_say_what_is_new_and_what_each_changed_cell_said_before() {
    let (desk, before, [same, other, gone, new]) = changed();
    let found = view(&desk, "commitment", json!({ "compare": before }));
    assert_eq!(
        found["compared"],
        json!({ "added": 1, "changed": 1, "removed": 1, "words": "1 new, 1 changed, 1 gone" })
    );
    assert_eq!(row(&found, &same)["mark"], Json::Null);
    assert_eq!(row(&found, &new)["mark"], json!({ "what": "added", "words": "new", "was": {} }));
    let mark = &row(&found, &other)["mark"];
    assert_eq!(mark["what"], "changed");
    assert_eq!(mark["words"], "changed: Title, End");
    assert_eq!(mark["was"]["title"], "was: Other");
    // What is worked out of a field says so, too; and what nobody changed says nothing.
    assert_eq!(mark["was"]["when"], "was: not stated");
    assert_eq!(mark["was"]["owner_lead"], Json::Null);
    assert!(found["rows"].as_array().unwrap().iter().all(|row| row["id"] != gone));
    // The details of a row tell the same.
    let detail = desk.ok("row_get", json!({ "kind": "commitment", "id": other, "compare": before }));
    assert_eq!(detail["row"]["mark"]["was"]["title"], "was: Other");
    // Nothing is told that was not asked for.
    let plain = view(&desk, "commitment", json!({}));
    assert_eq!((&plain["compared"], &row(&plain, &other)["mark"]), (&Json::Null, &Json::Null));
}

#[test]
fn only_what_changed_is_a_view_like_any_other() {
    let (desk, before, [_, other, _, new]) = changed();
    let query = json!({ "compare": before, "only_changed": true, "group": "owner" });
    let found = view(&desk, "commitment", query.clone());
    let ids: Vec<&str> = found["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&&*other) && ids.contains(&&*new));
    assert_eq!((&found["groups"][0]["count"], found["groups"].as_array().unwrap().len()), (&json!(2), 1));
    let at = desk.ok("view_position", json!({ "kind": "commitment", "query": query, "id": new }));
    assert_eq!(ids[at.as_u64().unwrap() as usize], new);
    // Without a state to compare with, nothing is left out.
    let all = view(&desk, "commitment", json!({ "only_changed": true }));
    assert_eq!(all["count"], all["total"]);
}

#[test]
fn what_is_gone_is_listed_as_it_was_and_as_far_as_the_filters_let_it() {
    let (desk, before, [.., gone, _]) = changed();
    let ask = |text: &str| json!({ "kind": "commitment", "query": { "compare": before, "text": text }, "limit": 10 });
    let found = desk.ok("view_gone", ask(""));
    assert_eq!(found["count"], 1);
    assert_eq!((&found["rows"][0]["id"], &found["rows"][0]["title"]), (&json!(gone), &json!("Former")));
    assert_eq!(desk.ok("view_gone", ask("Former"))["count"], 1);
    assert_eq!(desk.ok("view_gone", ask("Same"))["count"], 0);
    let counted = view(&desk, "commitment", json!({ "compare": before, "text": "Same" }));
    assert_eq!(counted["compared"]["words"], "nothing is different");
    assert_eq!(desk.refused("view_gone", json!({ "kind": "commitment", "query": {}, "limit": 10 })), "bad-request");
}

#[test]
fn a_milestone_that_moves_along_is_another() {
    let desk = Desk::plan();
    let forum = make(&desk, "milestone", json!({ "title": "Forum", "date": "2027-03-10" }));
    let hangs = json!({ "title": "Papers", "anchor": forum, "anchor_distance": -10, "anchor_unit": "days", "anchor_from": "start" });
    let papers = make(&desk, "milestone", hangs);
    let before = moment(&desk);
    desk.ok("milestone_move", json!({ "id": forum, "date": "2027-05-12" }));
    let found = view(&desk, "milestone", json!({ "compare": before }));
    let mark = &row(&found, &papers)["mark"];
    assert_eq!(mark["was"]["when"], "was: 28\u{a0}Feb 2027");
    assert_eq!(mark["words"], "changed: computed date");
    assert_eq!(found["compared"]["changed"], 2);
}

#[test]
fn what_others_may_not_see_and_what_a_snapshot_left_out_is_no_difference() {
    let desk = Desk::plan();
    let commitment = make(&desk, "commitment", json!({ "title": "Flagged", "owner": itu(&desk) }));
    let other = make(&desk, "commitment", json!({ "title": "Flagged before", "owner": itu(&desk) }));
    desk.ok("commitment_set", json!({ "id": other, "field": "follow_up", "value": true }));
    let sent = desk.file("sent.gdcsnap");
    desk.ok("snapshot_write", json!({ "file": sent, "name": "Sent" }));
    let before = moment(&desk);
    desk.ok("commitment_set", json!({ "id": commitment, "field": "follow_up", "value": true }));
    let marked = |query: Json| row(&view(&desk, "commitment", query), &commitment)["mark"].clone();
    assert_eq!(marked(json!({ "compare": before }))["words"], "changed: For follow-up");
    assert_eq!(marked(json!({ "compare": before, "discreet": true })), Json::Null);
    assert_eq!(marked(json!({ "compare": { "at": "file", "file": sent } })), Json::Null);
}

#[test]
fn a_step_makes_the_marks_anew() {
    let (desk, before, [same, ..]) = changed();
    assert_eq!(view(&desk, "commitment", json!({ "compare": before }))["compared"]["changed"], 1);
    desk.ok("commitment_set", json!({ "id": same, "field": "title", "value": "No longer" }));
    assert_eq!(view(&desk, "commitment", json!({ "compare": before }))["compared"]["changed"], 2);
    desk.ok("undo", json!({}));
    assert_eq!(view(&desk, "commitment", json!({ "compare": before }))["compared"]["changed"], 1);
}

#[test]
fn a_comparison_is_written_as_text_as_data_and_as_a_table() {
    let (desk, before, [_, other, ..]) = changed();
    desk.ok("commitment_set", json!({ "id": other, "field": "title", "value": "=1+1" }));
    let write = |name: &str, more: Json| {
        let mut ask = json!({ "a": before, "b": { "at": "now" }, "kind": "commitment", "file": desk.file(name) });
        for (name, value) in more.as_object().into_iter().flatten() {
            ask[name] = value.clone();
        }
        desk.ok("compare_write", ask);
        std::fs::read_to_string(desk.path(name)).unwrap()
    };
    let text = write("changes.txt", json!({}));
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains("title: Other → =1+1") && text.contains(" deleted"), "{text}");
    let data: Json = serde_json::from_str(&write("changes.json", json!({ "what": "changed" }))).unwrap();
    assert_eq!((&data["total"], &data["changed"]), (&json!(2), &json!(1)));
    let table = write("changes.csv", json!({ "field": "title" }));
    // Excel reads it as UTF-8, and computes nothing.
    assert!(table.starts_with('\u{feff}') && table.contains(",'=1+1,"), "{table}");
    assert_eq!(table.lines().count(), 2);
    let into = |name: &str| json!({ "a": before, "b": { "at": "now" }, "file": desk.file(name) });
    // A plan is never written over, whatever it is asked to be.
    assert_ne!(desk.refused("compare_write", into("plan.gdcplan")), "");
    desk.ok("plan_verify", json!({}));
}
