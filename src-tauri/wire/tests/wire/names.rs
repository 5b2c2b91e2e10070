//! What rows and steps are called that have no title: nobody reads an id.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

const GROUP: &str = "Sub-group on objective 1, digital divides";

/// The newest step.
fn newest(desk: &Desk) -> Json {
    desk.ok("history_list", json!({ "limit": 1 }))["steps"][0].clone()
}

fn made(desk: &Desk, command: &str, fields: Json) -> Json {
    desk.ok(command, json!({ "fields": fields }))["created"].clone()
}

#[test]
fn links_are_called_by_what_they_link() {
    let desk = Desk::plan();
    let group = desk.id("group", GROUP);
    let role = made(&desk, "assignment_create", json!({ "group": group, "organization": "UNCTAD", "role": "co-lead" }));
    assert_eq!(texts(&newest(&desk)["sentences"]), [format!("Co-lead: UNCTAD in {GROUP} added")]);
    let row = desk.ok("row_get", json!({ "kind": "assignment", "id": role }))["row"].clone();
    assert_eq!(row["title"], format!("Co-lead: UNCTAD in {GROUP}"));
    assert_eq!(row["short"], row["title"], "never its id");
    // So it is found, and compared.
    let found = desk.ok("row_suggest", json!({ "kind": "assignment", "text": "co-lead: unctad" }));
    assert_eq!(found[0]["label"], row["title"]);
    let beginning = json!({ "at": "moment", "moment": "0" });
    let compare = |a: &Json, b: &Json| desk.ok("compare", json!({ "a": a, "b": b }))["changes"].clone();
    for changes in [compare(&beginning, &json!({ "at": "now" })), compare(&json!({ "at": "now" }), &beginning)] {
        assert_eq!((&changes[0]["ref"], &changes[0]["title"]), (&row["title"], &row["title"]), "{changes}");
    }
    let commitment = desk.id("commitment", "ITU-013");
    made(&desk, "mapping_create", json!({ "commitment": commitment, "goal": "9" }));
    let sentence = newest(&desk)["sentences"][0].as_str().unwrap().to_owned();
    assert!(sentence.starts_with("ITU-013 → ") && sentence.ends_with(" added"), "{sentence}");
    let indicator = made(&desk, "indicator_create", json!({ "title": "Standards in place", "commitment": commitment }));
    let fields = json!({ "indicator": indicator, "qualifier": "over", "value": 100, "counted": "standards" });
    let measurement = made(&desk, "measurement_create", fields);
    assert_eq!(texts(&newest(&desk)["sentences"]), ["Standards in place: over 100 standards added"]);
    desk.ok("commitment_report", json!({ "id": commitment, "date": "2026-10-03", "report": "Done." }));
    assert_eq!(newest(&desk)["sentences"][0], "ITU-013: report of 3\u{a0}Oct 2026 added");
    // Also when they are gone, with all that they named.
    desk.ok("measurement_delete", json!({ "id": measurement }));
    desk.ok("indicator_delete", json!({ "id": indicator }));
    desk.ok("group_delete", json!({ "id": group }));
    let steps = desk.ok("history_list", json!({}))["steps"].clone();
    let told: Vec<&str> = steps.as_array().unwrap().iter().flat_map(|step| texts(&step["sentences"])).collect();
    assert!(told.contains(&"Standards in place: over 100 standards added"), "{told:?}");
    assert_eq!(told.iter().filter(|t| t.starts_with(&format!("Co-lead: UNCTAD in {GROUP} "))).count(), 2, "{told:?}");
    for words in steps.as_array().unwrap().iter().flat_map(|s| [s["name"].to_string(), s["sentences"].to_string()]) {
        assert!(!words.contains("-7") && !words.contains("that is gone"), "an id, or no name: {words}");
    }
}

#[test]
fn what_a_row_named_that_is_gone_is_still_called_by_its_name() {
    let desk = Desk::plan();
    let parent = made(&desk, "group_create", json!({ "title": "Friends of the Compact" }));
    let child = made(&desk, "group_create", json!({ "title": "Drafting circle", "parent": parent }));
    desk.ok("group_set", json!({ "id": child, "field": "parent", "value": null }));
    desk.ok("group_delete", json!({ "id": parent }));
    assert_eq!(newest(&desk)["name"], "Delete group: Friends of the Compact");
    let summary = desk.ok("plan_summary", json!({}));
    assert_eq!(summary["undo"]["name"], "Delete group: Friends of the Compact");
    let steps = desk.ok("history_list", json!({}))["steps"].clone();
    assert_eq!(texts(&steps[1]["sentences"]), ["“Drafting circle” part of: Friends of the Compact → not stated"]);
    let undone = desk.ok("undo", json!({}));
    assert_eq!(undone["announcement"], "Undone: delete group: Friends of the Compact. Ctrl+Y redoes it.");
    assert_eq!(newest(&desk)["name"], "Undo “Delete group: Friends of the Compact”");
}

#[test]
fn a_milestone_is_hung_on_another_in_words() {
    let desk = Desk::plan();
    let opening = made(&desk, "milestone_create", json!({ "title": "Opening", "date": "2027-05-03" }));
    let papers = made(&desk, "milestone_create", json!({ "title": "Papers due" }));
    let hang = |distance: i64| {
        let set: Vec<Json> = [
            ("anchor", opening.clone()),
            ("anchor_distance", json!(distance)),
            ("anchor_unit", json!("days")),
            ("anchor_from", json!("start")),
        ]
        .map(|(field, value)| json!({ "kind": "milestone", "id": papers, "field": field, "value": value }))
        .into();
        desk.ok("rows_set", json!({ "set": set }))
    };
    assert_eq!(hang(-30)["announcement"], "Papers due now hangs on Opening. Ctrl+Z undoes it.");
    let step = newest(&desk);
    assert_eq!(step["name"], "Hang Papers due on Opening");
    assert_eq!(texts(&step["sentences"]), ["Papers due hangs on Opening: 30 days before"]);
    let row = desk.ok("row_get", json!({ "kind": "milestone", "id": papers }))["row"].clone();
    let distance = &row["cells"]["anchor_distance"];
    assert_eq!((&distance["text"], &distance["title"]), (&json!("-30"), &json!("30 days before")), "typed, and said");
    let moment = json!({ "at": "moment", "moment": step["op"].to_string() });
    let sets = json!([{ "kind": "milestone", "id": papers, "field": "anchor_distance", "value": 1 }]);
    desk.ok("rows_set", json!({ "set": sets }));
    assert_eq!(newest(&desk)["name"], "Set distance", "one row is not several");
    let told = "“Papers due” distance: 30 days before → 1 day after";
    assert_eq!(texts(&newest(&desk)["sentences"]), [told]);
    let changes = desk.ok("compare", json!({ "a": moment, "b": { "at": "now" } }))["changes"].clone();
    assert_eq!(changes[0]["sentence"], told);
}

#[test]
fn a_step_on_many_rows_is_told_in_part_and_searched_as_a_whole() {
    let desk = Desk::plan();
    let view = json!({ "kind": "calendar_entry", "from": 0, "to": 500, "fields": ["-"] });
    let rows = desk.ok("view_get", view)["rows"].as_array().unwrap().clone();
    assert!(rows.len() > 50, "{}", rows.len());
    let set = |field: &str, place: &str| {
        let set = |row: &Json| json!({ "kind": "calendar_entry", "id": row["id"], "field": field, "value": place });
        desk.ok("rows_set", json!({ "set": rows.iter().map(set).collect::<Vec<_>>() }))["op"].clone()
    };
    let step = set("place", "Elsewhere");
    let told = newest(&desk);
    assert_eq!((texts(&told["sentences"]).len(), told["more"].as_u64().unwrap()), (12, rows.len() as u64 - 12));
    let last = rows.last().unwrap()["title"].as_str().unwrap();
    let found = desk.ok("history_list", json!({ "text": last }))["steps"].clone();
    assert_eq!(found[0]["op"], step, "also by what is not among the sentences");
    let preview = desk.ok("step_preview", json!({ "op": step }));
    let (back, more) = (texts(&preview["back"]).len() as u64, preview["back_more"].as_u64().unwrap());
    assert_eq!((back, back + more), (50, rows.len() as u64));
    assert_eq!((texts(&preview["kept"]).len(), preview["kept_more"].as_u64().unwrap()), (0, 0));
}

#[test]
fn a_place_in_a_list_is_no_fact() {
    let desk = Desk::plan();
    let ids: Vec<Json> =
        ["One", "Two", "Three"].map(|title| made(&desk, "group_create", json!({ "title": title }))).into();
    let order =
        |id: &Json, after: &Json| desk.ok("rows_order", json!({ "kind": "group", "ids": [id], "after": after }));
    let step = order(&ids[0], &ids[1])["op"].clone();
    assert_eq!(texts(&newest(&desk)["sentences"]), ["One stands at another place in the list"]);
    order(&ids[0], &ids[2]);
    let preview = desk.ok("step_preview", json!({ "op": step }));
    assert_eq!((&preview["back"], &preview["kept"]), (&json!([]), &json!([])), "nothing about places: {preview}");
}

#[test]
fn a_date_is_compared_in_the_words_of_its_source_as_history_tells_it() {
    let desk = Desk::plan();
    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "status", "value": "planned" }));
    let told = "ITU-013 status as of: early 2025 → not stated";
    assert!(texts(&newest(&desk)["sentences"]).contains(&told), "{}", newest(&desk));
    let beginning = json!({ "at": "moment", "moment": "0" });
    let sentences = |every: bool| -> Vec<String> {
        let ask = json!({ "a": beginning, "b": { "at": "now" }, "every_field": every });
        let changes = desk.ok("compare", ask)["changes"].clone();
        changes.as_array().unwrap().iter().map(|change| change["sentence"].as_str().unwrap().to_owned()).collect()
    };
    assert!(sentences(false).iter().any(|sentence| sentence == told), "{:?}", sentences(false));
    // Words that stayed beside another date would hide that it is one.
    let set = json!({ "id": "ITU-014", "field": "status_as_of", "value": "2025-34", "words": "early 2025" });
    desk.ok("commitment_set", set);
    let other = sentences(false).into_iter().find(|sentence| sentence.starts_with("ITU-014 status as of")).unwrap();
    assert_eq!(other, "ITU-014 status as of: about Q1\u{a0}2025 → Q2\u{a0}2025");
}
