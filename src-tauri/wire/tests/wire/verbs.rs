//! Writes that follow a rule of their own, as they are told.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

fn newest(desk: &Desk) -> Json {
    desk.ok("history_list", json!({ "limit": 1 }))["steps"][0].clone()
}

#[test]
fn a_group_is_concluded_with_its_roles_in_one_step() {
    let desk = Desk::plan();
    let group = desk.id("group", "UNGIS");
    let written = desk.ok("group_conclude", json!({ "id": "UNGIS", "date": "Q4 2025", "end_roles": true }));
    assert_eq!(written["announcement"], "Group concluded. Ctrl+Z undoes it.");
    let step = newest(&desk);
    assert_eq!(step["name"], "Conclude group");
    assert!(texts(&step["sentences"])[0].ends_with("end: not stated → Q4 2025"), "{step}");
    let detail = desk.ok("row_get", json!({ "kind": "group", "id": group }));
    let roles = detail["roles"].as_array().unwrap();
    assert!(roles.len() > 4 && roles.iter().all(|r| r["ended"] == true && r["state"] == "ended"));
    assert_eq!(roles[0]["words"], "Chair, ended");
    assert_eq!(roles[0]["when"], "until Q4 2025");
    let before = desk.ok("undo", json!({}));
    assert_eq!(before["announcement"], "Undone: conclude group. Ctrl+Y redoes it.");
}

#[test]
fn a_group_is_succeeded_by_a_new_one_that_takes_its_sub_groups() {
    let desk = Desk::plan();
    let old = desk.id("group", "Working Group on Digital Technologies");
    let ask = json!({
        "id": old, "date": "2026-10-01", "title": " Working Group on Digital Cooperation ", "sub_groups": true
    });
    let new = desk.ok("group_succeed", ask)["created"].clone();
    let card = desk.ok("group_card", json!({ "id": new }));
    assert_eq!(card["row"]["title"], "Working Group on Digital Cooperation");
    assert_eq!(card["predecessors"][0]["id"], json!(old));
    assert_eq!(card["sub_groups"].as_array().unwrap().len(), 5);
    let before = desk.ok("group_card", json!({ "id": old }));
    assert_eq!(before["successor"]["id"], new);
    assert_eq!(texts(&before["not_stated"]), [""; 0], "a group that is over is asked about no more");
    assert_eq!(newest(&desk)["name"], "Note the successor of a group");
    // Who follows it and what hangs below it is named by what it is.
    let detail = desk.ok("row_get", json!({ "kind": "group", "id": new }));
    let labels: Vec<&str> =
        detail["links"].as_array().unwrap().iter().map(|group| group["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"Groups under it") && labels.contains(&"Predecessors"), "{labels:?}");
}

#[test]
fn a_report_with_a_status_and_a_confirmation_are_one_step_each() {
    let desk = Desk::plan();
    let id = desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["-"] }))["rows"][0]["id"]
        .clone();
    let ask = json!({ "id": id, "date": "3 October 2026", "status": "concluded", "report": "All done.", "evidence": "C26/12" });
    let update = desk.ok("commitment_report", ask)["created"].clone();
    let detail = || desk.ok("row_get", json!({ "kind": "commitment", "id": id }));
    let row = detail();
    assert_eq!(row["updates"][0]["id"], update);
    assert_eq!(row["updates"][0]["cells"]["report"]["text"], "All done.");
    let cells = &row["row"]["cells"];
    assert_eq!(
        (&cells["status"]["value"], &cells["status_as_of"]["value"]),
        (&json!("concluded"), &json!("2026-10-03"))
    );
    assert_eq!(cells["status_by"]["text"], "ITU");
    let op = newest(&desk)["op"].as_i64().unwrap();
    desk.ok("commitment_report", json!({ "id": id, "date": "2026-11-01", "no_change": true }));
    assert_eq!(newest(&desk)["op"].as_i64().unwrap(), op + 1);
    let row = detail();
    assert_eq!(row["updates"].as_array().unwrap().len(), 2);
    assert_eq!(row["updates"][0]["cells"]["no_change"]["value"], true, "the newest report is the first");
    assert_eq!(row["row"]["cells"]["status_as_of"]["value"], "2026-11-01");
    assert_eq!(desk.refused("commitment_report", json!({ "id": id, "date": "" })), "report-says-nothing");
    let unsure = json!({ "id": id, "date": "tbc", "report": "Done." });
    assert_eq!(desk.refused("commitment_report", unsure), "required", "no day is made up");
}

#[test]
fn a_milestone_that_hangs_moves_by_its_distance() {
    let desk = Desk::plan();
    let make = |fields: Json| desk.ok("milestone_create", json!({ "fields": fields }))["created"].clone();
    let opening = make(json!({ "title": "Opening", "date": "2027-03-31" }));
    let papers = make(json!({
        "title": "Papers", "anchor": opening, "anchor_distance": -30, "anchor_unit": "days"
    }));
    desk.ok("milestone_move", json!({ "id": papers, "date": "1 March 2027" }));
    let row = desk.ok("row_get", json!({ "kind": "milestone", "id": papers }));
    assert_eq!(row["row"]["cells"]["when"]["text"], "1\u{a0}Mar 2027");
    let anchor = row["links"].as_array().unwrap().iter().find(|g| g["rows"][0]["id"] == opening).unwrap();
    assert_eq!(anchor["rows"][0]["note"], "30 days before Opening");
    // The opening says what hangs on it.
    let hanging = desk.ok("row_get", json!({ "kind": "milestone", "id": opening }))["links"][0].clone();
    assert_eq!((&hanging["label"], &hanging["count"]), (&json!("What hangs on it"), &json!(1)));
    assert_eq!(desk.refused("milestone_move", json!({ "id": papers, "date": "2027" })), "move-needs-a-day");
    desk.ok("milestone_move", json!({ "id": opening, "date": "around May 2027", "words": "in May" }));
    let row = desk.ok("row_get", json!({ "kind": "milestone", "id": opening }));
    assert_eq!(row["row"]["cells"]["when"]["text"], "in May");
    assert_eq!(desk.refused("milestone_move", json!({ "id": papers, "date": "2027-04-01" })), "anchor-not-exact");
}

#[test]
fn an_older_step_is_taken_back_and_what_was_changed_since_stays() {
    let desk = Desk::plan();
    let id = desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["-"] }))["rows"][0]["id"]
        .clone();
    let set = |field: &str, value: &str| {
        desk.ok("commitment_set", json!({ "id": id, "field": field, "value": value }))["op"].as_i64().unwrap()
    };
    let before = desk.hash();
    let sets: Vec<Json> = [("lead_post", "Director"), ("status_by", "BDT")]
        .map(|(field, value)| json!({ "kind": "commitment", "id": id, "field": field, "value": value }))
        .into();
    let older = desk.ok("rows_set", json!({ "set": sets }))["op"].clone();
    set("status_by", "TSB");
    let preview = desk.ok("step_preview", json!({ "op": older }));
    assert_eq!(preview["possible"], true);
    assert!(texts(&preview["back"])[0].ends_with("Director → not stated"), "{preview}");
    assert!(texts(&preview["kept"])[0].ends_with("stays “TSB”: it was changed since"), "{preview}");
    let written = desk.ok("step_take_back", json!({ "op": older }));
    assert_eq!(written["announcement"], "Step taken back. Ctrl+Z undoes it.");
    let taken_back = newest(&desk)["name"].as_str().unwrap().to_owned();
    assert!(taken_back.starts_with("Take back: Change commitment: "), "{taken_back}");
    desk.ok("undo", json!({}));
    assert_eq!(newest(&desk)["name"], format!("Undo “{taken_back}”"));
    desk.ok("redo", json!({}));
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": id }));
    assert_eq!(
        (&row["row"]["cells"]["lead_post"]["value"], &row["row"]["cells"]["status_by"]["value"]),
        (&Json::Null, &json!("TSB"))
    );
    assert_eq!(desk.ok("step_preview", json!({ "op": older }))["possible"], false);
    assert_eq!(desk.refused("step_take_back", json!({ "op": older })), "nothing-to-take-back");
    assert_eq!(desk.refused("step_preview", json!({ "op": 4711 })), "no-such-moment");
    for _ in 0..3 {
        desk.ok("undo", json!({}));
    }
    assert_eq!(desk.hash(), before);
    assert_eq!(desk.refused("step_take_back", json!({ "op": older })), "step-not-in-force");
}

#[test]
fn a_report_of_an_earlier_day_says_that_the_status_stays() {
    let desk = Desk::plan();
    let id = desk.id("commitment", "ITU-013");
    let report = |date: &str, more: Json| {
        let mut ask = json!({ "id": id, "date": date, "report": "As told to the Council." });
        ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.ok("commitment_report", ask)["note"].as_str().unwrap().to_owned()
    };
    assert_eq!(report("2026-10-03", json!({ "status": "concluded" })), "");
    assert_eq!(
        report("2026-09-01", json!({ "status": "planned" })),
        "The status of ITU-013 stays “Concluded”: it was stated as of 3\u{a0}Oct 2026, and a report of an earlier day does \
         not change it."
    );
    assert_eq!(report("2026-09-02", json!({})), "", "who states no status expects none to move");
    assert_eq!(desk.ok("undo", json!({}))["note"], "");
}

#[test]
fn calendar_entries_are_taken_in_one_step_in_their_order() {
    let desk = Desk::plan();
    let view = |kind: &str| json!({ "kind": kind, "from": 0, "to": 500, "fields": ["calendar_entry"] });
    let milestones = desk.ok("view_get", view("milestone"))["rows"].as_array().unwrap().clone();
    let taken: Vec<&Json> = milestones.iter().map(|m| &m["cells"]["calendar_entry"]["value"]).collect();
    let free = desk.ok("view_get", view("calendar_entry"))["rows"].as_array().unwrap().clone();
    let free: Vec<&Json> = free.iter().map(|e| &e["id"]).filter(|id| !taken.contains(id)).take(3).collect();
    let (before, wanted) = (desk.hash(), [free[2], free[0], free[1]]);
    let written = desk.ok("milestone_take", json!({ "entries": wanted }));
    assert_eq!(written["announcement"], "3 milestones taken from the calendar. Ctrl+Z undoes it.");
    assert_eq!(newest(&desk)["name"], "Take 3 milestones from the calendar");
    let after = desk.ok("view_get", view("milestone"))["rows"].as_array().unwrap().clone();
    let last: Vec<&Json> = after[after.len() - 3..].iter().map(|m| &m["cells"]["calendar_entry"]["value"]).collect();
    assert_eq!(last, wanted);
    assert_eq!(desk.refused("milestone_take", json!({ "entries": wanted[..1] })), "exists-already");
    desk.ok("undo", json!({}));
    assert_eq!(desk.hash(), before);
    let one = desk.ok("milestone_take", json!({ "entries": wanted[..1] }));
    assert_eq!(one["announcement"], "Milestone taken from the calendar. Ctrl+Z undoes it.");
    assert_eq!(desk.refused("milestone_take", json!({ "entries": [wanted[1], wanted[1]] })), "exists-already");
    assert_eq!(desk.ok("milestone_take", json!({ "entries": [] }))["op"], Json::Null);
}

#[test]
fn what_is_done_to_one_row_at_once_is_named_by_that_row() {
    let desk = Desk::plan();
    let id = desk.id("commitment", "ITU-013");
    let set = |field: &str, value: &str| json!({ "kind": "commitment", "id": id, "field": field, "value": value });
    let one = desk.ok("rows_set", json!({ "set": [set("lead_post", "Director")] }));
    assert_eq!(one["announcement"], "Post in the lead set. Ctrl+Z undoes it.");
    assert_eq!(newest(&desk)["name"], "Set post in the lead");
    let several = desk.ok("rows_set", json!({ "set": [set("lead_post", "Chief"), set("status_by", "BDT")] }));
    assert_eq!(several["announcement"], "Commitment changed: ITU-013. Ctrl+Z undoes it.");
    assert_eq!(newest(&desk)["name"], "Change commitment: ITU-013");
    let gone = desk.ok("rows_delete", json!({ "rows": [{ "kind": "commitment", "id": id }] }));
    assert_eq!(gone["announcement"], "Commitment deleted: ITU-013. Ctrl+Z undoes it.");
    assert_eq!(desk.ok("plan_summary", json!({}))["undo"]["name"], "Delete commitment: ITU-013");
    desk.ok("undo", json!({}));
    assert_eq!(newest(&desk)["name"], "Undo “Delete commitment: ITU-013”");
    // Two fields of two rows are two rows.
    let other = desk.id("commitment", "ITU-014");
    let cells = ["lead_post", "status_by"]
        .map(|field| [&id, &other].map(|id| json!({ "kind": "commitment", "id": id, "field": field, "value": "TSB" })));
    let done = desk.ok("rows_set", json!({ "set": cells.concat() }));
    assert_eq!(done["announcement"], "2 rows changed. Ctrl+Z undoes it.");
    // In another sitting it is asked about by the same name.
    let file = desk.file("plan.gdcplan");
    desk.ok("undo", json!({}));
    desk.ok("rows_set", json!({ "set": [set("lead_post", "Head")] }));
    desk.ok("plan_close", json!({}));
    desk.ok("plan_open", json!({ "file": file }));
    let asked = desk.call("undo", json!({})).unwrap_err();
    assert!(asked.message.contains("Set post in the lead”"), "{asked:?}");
}

#[test]
fn a_preview_of_very_many_sentences_makes_the_first_and_counts_the_rest() {
    let desk = Desk::plan();
    let rows = desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 70, "fields": ["-"] }));
    let rows = rows["rows"].as_array().unwrap();
    let set = |fields: &[&str], value: &str| {
        let cells = rows.iter().flat_map(|row| {
            fields.iter().map(|field| json!({ "kind": "commitment", "id": row["id"], "field": field, "value": value }))
        });
        desk.ok("rows_set", json!({ "set": cells.collect::<Vec<_>>() }))["op"].clone()
    };
    let op = set(&["lead_post", "status_by"], "Director");
    let preview = desk.ok("step_preview", json!({ "op": op }));
    let told =
        |part: &str| (preview[part].as_array().unwrap().len(), preview[format!("{part}_more")].as_u64().unwrap());
    assert_eq!((told("back"), told("kept")), ((50, 2 * rows.len() as u64 - 50), (0, 0)));
    set(&["lead_post"], "Chief");
    let preview = desk.ok("step_preview", json!({ "op": op }));
    let told =
        |part: &str| (preview[part].as_array().unwrap().len(), preview[format!("{part}_more")].as_u64().unwrap());
    assert_eq!((told("back"), told("kept")), ((50, rows.len() as u64 - 50), (50, rows.len() as u64 - 50)));
}

#[test]
fn history_is_filtered_by_person_field_kind_and_words() {
    let desk = Desk::plan();
    let rows =
        desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 2, "fields": ["-"] }))["rows"].clone();
    let set = |at: usize, field: &str, value: &str| {
        desk.ok("commitment_set", json!({ "id": rows[at]["id"], "field": field, "value": value }));
    };
    set(0, "lead_post", "Director of one");
    set(1, "lead_post", "Director of two");
    desk.session.act_as("Ben", "BDT");
    set(0, "status_by", "Ådne");
    desk.ok("group_create", json!({ "fields": { "title": "Ådne's group" } }));
    let found = |ask: Json| {
        let page = desk.ok("history_list", ask);
        page["steps"].as_array().unwrap().iter().map(|s| s["op"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(found(json!({})), [4, 3, 2, 1]);
    assert_eq!(found(json!({ "by": "Ben" })), [4, 3]);
    assert_eq!(found(json!({ "by": "Nobody" })), [0; 0]);
    assert_eq!(found(json!({ "field": "lead_post" })), [2, 1]);
    assert_eq!(found(json!({ "kind": "commitment", "field": "lead_post", "id": rows[0]["id"] })), [1]);
    assert_eq!(found(json!({ "kind": "group" })), [4]);
    assert_eq!(found(json!({ "text": "adne" })), [4, 3], "without accents");
    assert_eq!(found(json!({ "text": "director two" })), [2], "all words, in any order");
    assert_eq!(found(json!({ "text": "director", "limit": 1 })), [2]);
    assert_eq!(found(json!({ "text": "director", "limit": 1, "before": 2 })), [1]);
    let page = desk.ok("history_list", json!({ "limit": 1 }));
    assert_eq!((&page["more"], &page["people"]), (&json!(true), &json!(["Ada", "Ben"])));
    assert_eq!(desk.refused("history_list", json!({ "field": "nonsense" })), "no-such-field");
    assert_eq!(desk.refused("history_list", json!({ "kind": "group", "field": "lead_post" })), "no-such-field");
    assert_eq!(desk.refused("history_list", json!({ "kind": "nonsense" })), "no-such-kind");
    assert_eq!(desk.refused("history_list", json!({ "id": "x" })), "bad-request");
}

#[test]
fn a_view_that_is_kept_with_the_plan_is_told_in_words_and_counted_among_what_goes() {
    let desk = Desk::plan();
    let shape = json!({
        "kind": "commitment", "text": "skills", "filters": [["status", ["ongoing", null]]],
        "conditions": [["title", { "contains": "AI" }], ["start", { "from": { "value": "2025", "words": "2025" } }]],
        "sort": [{ "column": "title", "descending": true }], "group": "objective", "columns": ["reference", "owner_lead"],
        "widths": { "title": 300 }, "of a newer version": true
    });
    let fields = json!({ "name": "Skills", "shape": shape.to_string() });
    let made = desk.ok("saved_view_create", json!({ "id": null, "fields": fields }))["created"].clone();
    let rows = desk.ok("view_get", json!({ "kind": "saved_view", "from": 0, "to": 9, "fields": ["shape"] }));
    let words = rows["rows"][0]["cells"]["shape"]["text"].as_str().unwrap();
    assert_eq!(
        words,
        "Commitments; rows with “skills”; Status: Ongoing, not stated; Title: with “AI”; Start: from 2025; sorted by Title; \
         grouped by Objective; columns Reference, Owner and lead"
    );
    let text =
        json!({ "id": made, "field": "shape", "value": "{\"kind\":\"commitment\"}", "words": null, "token": null });
    desk.ok("saved_view_set", text);
    let sentence = newest(&desk)["sentences"][0].as_str().unwrap().to_owned();
    assert!(sentence.contains("Skills") && sentence.ends_with("→ Commitments"), "{sentence}");
    assert_eq!(desk.ok("snapshot_preview", json!({ "with": [] }))["goes"]["saved_view"], 1);
    let private = json!({ "kind": "commitment", "filters": [["follow_up", ["true"]]] });
    let ask = json!({ "id": made, "field": "shape", "value": private.to_string(), "words": null, "token": null });
    assert_eq!(desk.refused("saved_view_set", ask), "view-private");
}

#[test]
fn an_organization_is_renamed_and_stays_known_by_its_old_name() {
    let desk = Desk::plan();
    let naming = |desk: &Desk| desk.ok("row_naming", json!({ "kind": "organization", "id": "UPU" }))["count"].clone();
    let before = naming(&desk);
    let written =
        desk.ok("organization_rename", json!({ "id": "UPU", "name": " World Postal Union ", "acronym": "WPU" }));
    assert_eq!(written["announcement"], "Organization renamed. Ctrl+Z undoes it.");
    let cells = desk.ok("row_get", json!({ "kind": "organization", "id": "UPU" }))["row"]["cells"].clone();
    assert_eq!((&cells["name"]["text"], &cells["acronym"]["text"]), (&json!("World Postal Union"), &json!("WPU")));
    let known = cells["aliases"]["text"].as_str().unwrap();
    assert!(known.contains("Universal Postal Union") && known.contains("UPU"), "{known}");
    assert_eq!(naming(&desk), before, "whoever named it names it still");
    desk.ok("organization_rename", json!({ "id": "UPU", "name": "Universal Postal Union", "acronym": "UPU" }));
    let cells = desk.ok("row_get", json!({ "kind": "organization", "id": "UPU" }))["row"]["cells"].clone();
    assert!(!cells["aliases"]["text"].as_str().unwrap().contains("Universal"), "its name is none that it has besides");
    assert_eq!(desk.refused("organization_rename", json!({ "id": "UPU", "name": "  " })), "required");
}

#[test]
fn an_organization_is_concluded_and_another_follows_it_in_one_step() {
    let desk = Desk::plan();
    let conclude = |more: Json| {
        let mut ask = json!({ "id": "UNESCO", "date": "2026-01-01" });
        ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask
    };
    assert_eq!(desk.refused("organization_conclude", json!({ "id": "UNESCO", "date": "" })), "required");
    let both = conclude(json!({ "successor": "ITU", "name": "New" }));
    assert_eq!(desk.refused("organization_conclude", both), "one-of");
    assert_eq!(desk.refused("organization_conclude", conclude(json!({ "successor": "UNESCO" }))), "cycle");
    let written = desk.ok("organization_conclude", conclude(json!({ "name": "House of Culture", "end_roles": true })));
    assert_eq!(written["announcement"], "Successor of the organization noted. Ctrl+Z undoes it.");
    let detail = desk.ok("row_get", json!({ "kind": "organization", "id": "UNESCO" }));
    assert_eq!(detail["row"]["cells"]["successor"]["text"], "House of Culture");
    assert_eq!(detail["row"]["cells"]["until"]["value"], "2026-01-01");
    let roles = detail["roles"].as_array().unwrap();
    assert!(!roles.is_empty() && roles.iter().all(|role| role["ended"] == true), "{roles:?}");
    assert_eq!(desk.refused("organization_conclude", conclude(json!({}))), "already-ended");
    assert_eq!(desk.refused("organization_conclude", conclude(json!({ "successor": "ITU" }))), "has-successor");
    desk.ok("undo", json!({}));
    let concluded = desk.ok("organization_conclude", conclude(json!({})));
    assert_eq!(concluded["announcement"], "Organization concluded. Ctrl+Z undoes it.");
}

#[test]
fn a_new_commitment_is_linked_with_what_it_is_made_under_in_one_step() {
    let desk = Desk::plan();
    let under = desk.id("group", "UNGIS");
    let before = desk.hash();
    let fields = json!({ "title": "A row of the group", "owner": "ITU", "group": "UNGIS" });
    let made = desk.ok("commitment_create", json!({ "fields": fields }))["created"].clone();
    let detail = desk.ok("row_get", json!({ "kind": "commitment", "id": made }));
    assert!(detail.to_string().contains(&under), "{detail}");
    let steps = desk.ok("history_list", json!({ "limit": 2 }))["steps"].clone();
    assert_eq!(steps[0]["name"], "Add commitment", "{steps}");
    desk.ok("undo", json!({}));
    assert_eq!(desk.hash(), before, "one step takes back the row and its link");
    desk.ok("redo", json!({}));
    let query = json!({ "filters": [{ "field": "group", "any": [under] }] });
    let found = desk.ok("view_get", json!({ "kind": "commitment", "query": query, "from": 0, "to": 9 }));
    assert!(found["rows"].as_array().unwrap().iter().any(|row| row["id"] == made), "{found}");
    // What is not there is refused, and no row is left without its link.
    let nowhere = json!({ "title": "Nowhere", "owner": "ITU", "group": "no such group" });
    desk.refused("commitment_create", json!({ "fields": nowhere }));
    let none = json!({ "filters": [{ "field": "title", "contains": "Nowhere" }] });
    let count = desk.ok("view_get", json!({ "kind": "commitment", "query": none, "from": 0, "to": 1 }));
    assert_eq!(count["count"], 0);
}
