//! The window is shown to others: what is private neither matches nor appears.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

/// A person who holds a role, and a commitment that is followed up.
struct Private {
    desk: Desk,
    person: Json,
    role: Json,
    group: String,
}

fn private() -> Private {
    let desk = Desk::plan();
    let person = desk.ok("person_create", json!({ "fields": { "name": "Zoë Example" } }))["created"].clone();
    let group = desk.id("group", "Sub-group on objective 2");
    let fields = json!({ "group": group, "organization": "ODET", "person": person, "role": "co-lead" });
    let role = desk.ok("assignment_create", json!({ "fields": fields }))["created"].clone();
    let set = |field: &str, value: Json| {
        desk.ok("commitment_set", json!({ "id": "ITU-013", "field": field, "value": value }));
    };
    set("follow_up", json!(true));
    set("follow_up_reason", json!("Zanzibar promised money"));
    set("lead_post", json!("Director"));
    Private { desk, person, role, group }
}

fn view(kind: &str, text: &str, discreet: bool) -> Json {
    json!({ "kind": kind, "query": { "text": text, "discreet": discreet }, "from": 0, "to": 10 })
}

#[test]
fn lists_and_names_hold_nothing_private() {
    let Private { desk, person, role, group } = private();
    for (kind, text) in [("commitment", "zanzibar"), ("assignment", "zoe"), ("person", "")] {
        assert_eq!(desk.ok("view_get", view(kind, text, false))["count"], 1, "{kind}");
        let others = desk.ok("view_get", view(kind, text, true));
        assert_eq!(others["count"], 0, "{kind}");
    }
    assert_eq!(desk.ok("view_get", view("person", "", true))["total"], 0);
    let all = desk.ok("view_get", view("commitment", "", true));
    assert_eq!(all["count"], desk.ok("view_get", view("commitment", "", false))["count"]);
    let followed = json!({ "filters": [{ "field": "follow_up", "any": ["true"] }], "discreet": true });
    let position = json!({ "kind": "commitment", "query": followed, "id": desk.id("commitment", "ITU-013") });
    assert_eq!(desk.ok("view_position", position), Json::Null);
    let choices = json!({ "kind": "commitment", "query": { "discreet": true }, "field": "follow_up" });
    assert_eq!(desk.ok("view_choices", choices).as_array().unwrap().len(), 1, "of none it is stated");

    let suggest = |discreet: bool| json!({ "kind": "assignment", "text": "zoë", "discreet": discreet });
    assert_eq!(
        desk.ok("row_suggest", suggest(false))[0]["label"],
        "Co-lead: Zoë Example, ODET in Sub-group on objective 2"
    );
    assert_eq!(desk.ok("row_suggest", suggest(true)), json!([]));
    let row = desk.ok("row_get", json!({ "kind": "assignment", "id": role, "discreet": true }));
    assert_eq!(row["row"]["title"], "Co-lead: ODET in Sub-group on objective 2");
    let commitment = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013", "discreet": true }));
    let card = desk.ok("group_card", json!({ "id": group, "discreet": true }));
    let held = desk.ok("row_get", json!({ "kind": "group", "id": group, "discreet": true }));
    for answer in [&row, &commitment, &card, &held] {
        let text = answer.to_string();
        assert!(
            !text.contains("Zoë") && !text.contains("Zanzibar") && !text.contains(person.as_str().unwrap()),
            "{text}"
        );
    }
    assert_eq!(commitment["history"].as_array().unwrap().len(), 1, "the flags are no steps for others");
    assert_eq!(
        desk.refused("row_get", json!({ "kind": "person", "id": person, "discreet": true })),
        "not-shown-to-others"
    );
    // What was asked for openly is not kept for others, nor the other way round.
    assert_eq!(desk.ok("view_get", view("commitment", "zanzibar", false))["count"], 1);
}

#[test]
fn history_says_what_is_private_and_leaves_it_out_for_others() {
    let Private { desk, person, role, .. } = private();
    let steps = |ask: Json| desk.ok("history_list", ask)["steps"].as_array().unwrap().clone();
    let told = |steps: &[Json]| -> Vec<(String, bool)> {
        steps.iter().map(|s| (s["name"].as_str().unwrap().to_owned(), s["private"].as_bool().unwrap())).collect()
    };
    let named = |name: &str, private: bool| (name.to_owned(), private);
    assert_eq!(
        told(&steps(json!({}))),
        [
            named("Set post in the lead", false),
            named("Set for follow-up, because", true),
            named("Set for follow-up", true),
            named("Add assignment", true),
            named("Add person", true),
        ]
    );
    let others = steps(json!({ "discreet": true }));
    assert_eq!(told(&others), [named("Set post in the lead", false), named("Add assignment", false)]);
    assert_eq!(texts(&others[1]["sentences"]), ["Co-lead: ODET in Sub-group on objective 2 added"]);
    for text in ["zoe", "zanzibar"] {
        assert_ne!(steps(json!({ "text": text })), [Json::Null; 0]);
        assert_eq!(steps(json!({ "text": text, "discreet": true })), [Json::Null; 0]);
    }
    assert_eq!(steps(json!({ "field": "follow_up", "discreet": true })), [Json::Null; 0]);
    let op = steps(json!({ "kind": "assignment" }))[0]["op"].clone();
    let preview =
        |discreet: bool| desk.ok("step_preview", json!({ "op": op, "discreet": discreet }))["back"].to_string();
    assert!(preview(false).contains("Zoë") && !preview(true).contains("Zoë"), "{}", preview(true));

    let compare = |discreet: bool| {
        let beginning = json!({ "at": "moment", "moment": "0" });
        desk.ok("compare", json!({ "a": beginning, "b": { "at": "now" }, "discreet": discreet }))
    };
    let (all, seen) = (compare(false), compare(true));
    assert_eq!((&all["total"], &seen["total"]), (&json!(5), &json!(2)));
    let changes = all["changes"].as_array().unwrap();
    assert_eq!(changes.iter().filter(|c| c["private"] == true).count(), 4, "{changes:?}");
    assert!(seen["changes"].as_array().unwrap().iter().all(|c| c["private"] == false), "{seen}");
    assert!(!seen.to_string().contains("Zoë") && !seen.to_string().contains("Zanzibar"), "{seen}");

    // Names of steps stand in the frame, where everybody sees them; and a row that is gone is as private as it was.
    desk.ok("assignment_delete", json!({ "id": role }));
    let undo = desk.ok("plan_summary", json!({}))["undo"]["name"].clone();
    assert_eq!(undo, "Delete assignment: Co-lead: ODET in Sub-group on objective 2");
    desk.ok("person_delete", json!({ "id": person }));
    assert_eq!(desk.ok("plan_summary", json!({}))["undo"]["name"], "Delete person");
    let gone = steps(json!({ "discreet": true }));
    assert_eq!(texts(&gone[0]["sentences"]), ["Co-lead: ODET in Sub-group on objective 2 deleted"]);
    assert!(!Json::from(gone).to_string().contains("Zoë"));
    assert!(steps(json!({}))[0]["private"] == true);
}

#[test]
fn who_it_is_by_name_is_not_told_by_the_name_of_a_step_either() {
    let Private { desk, role, .. } = private();
    let other = desk.ok("person_create", json!({ "fields": { "name": "Yann Example" } }))["created"].clone();
    let stated = [
        ("basis", json!("stated")),
        ("source", desk.ok("view_get", view("source", "", false))["rows"][0]["id"].clone()),
    ];
    let set: Vec<Json> =
        stated.map(|(field, value)| json!({ "kind": "assignment", "id": role, "field": field, "value": value })).into();
    desk.ok("rows_set", json!({ "set": set }));
    // Another person than the one that was stated: the role is our reading from now on, which others see.
    desk.ok("assignment_set", json!({ "id": role, "field": "person", "value": other }));
    desk.ok("undo", json!({}));
    desk.ok("redo", json!({}));
    let steps = |discreet: bool, text: &str| {
        let page = desk.ok("history_list", json!({ "discreet": discreet, "limit": 3, "text": text }));
        let names: Vec<String> =
            page["steps"].as_array().unwrap().iter().map(|step| step["name"].as_str().unwrap().to_owned()).collect();
        names
    };
    assert_eq!(steps(false, "")[2], "Set person");
    let seen = "Change assignment: Co-lead: ODET in Sub-group on objective 2";
    assert_eq!(steps(true, ""), [format!("Redo “{seen}”"), format!("Undo “{seen}”"), seen.to_owned()]);
    assert_eq!(steps(false, "person").len(), 3);
    assert_eq!(steps(true, "person"), [""; 0]);
    let detail = desk.ok("row_get", json!({ "kind": "assignment", "id": role, "discreet": true }));
    let told = detail["history"].to_string();
    assert!(!told.contains("erson") && !told.contains("Yann"), "{told}");
}

#[test]
fn undo_asks_and_tells_without_what_is_private() {
    let Private { desk, person, .. } = private();
    // Another sitting: each step back is asked about.
    let again = || {
        let file = desk.file("plan.gdcplan");
        desk.ok("plan_close", json!({}));
        desk.ok("plan_open", json!({ "file": file }));
    };
    let asked = |discreet: bool| {
        let error = desk.call("undo", json!({ "discreet": discreet })).unwrap_err();
        assert_eq!(error.code, "undo-other-sitting");
        serde_json::to_string(&error).unwrap()
    };
    let undo = |discreet: bool| {
        desk.ok("undo", json!({ "confirmed": true, "discreet": discreet }))["announcement"].as_str().unwrap().to_owned()
    };
    let redo =
        |discreet: bool| desk.ok("redo", json!({ "discreet": discreet }))["announcement"].as_str().unwrap().to_owned();
    // What others may know is told as ever, but for who did it.
    again();
    assert!(asked(false).contains("“Set post in the lead”, was made by Ada on"), "{}", asked(false));
    let seen = asked(true);
    assert!(seen.contains("“Set post in the lead”, was made on") && !seen.contains("Ada"), "{seen}");
    assert_eq!(undo(true), "Undone: set post in the lead. Ctrl+Y redoes it.");
    for (named, told) in [("Set for follow-up, because", "follow"), ("Set for follow-up", "follow")] {
        again();
        assert!(asked(false).contains(&format!("“{named}”, was made by Ada on")), "{}", asked(false));
        let seen = asked(true);
        assert!(seen.contains("“Change commitment”, was made on"), "{seen}");
        assert!(!seen.contains(told) && !seen.contains("Ada"), "{seen}");
        let changed = "change commitment: ITU-013";
        assert_eq!(undo(true), format!("Undone: {changed}. Ctrl+Y redoes it."));
        assert_eq!(redo(true), format!("Redone: {changed}. Ctrl+Z undoes it."));
        assert!(undo(false).contains(told), "who looks alone is told all");
    }
    // Of a person not even that there is one.
    assert_eq!(undo(true), "Undone: add assignment. Ctrl+Y redoes it.");
    again();
    assert!(asked(false).contains("“Add person”"), "{}", asked(false));
    let seen = asked(true);
    assert!(seen.contains("“Change”, was made on") && !seen.contains("erson_") && !seen.contains("Add"), "{seen}");
    assert_eq!(undo(true), "Undone: change. Ctrl+Y redoes it.");
    assert_eq!(redo(true), "Redone: change. Ctrl+Z undoes it.");
    assert_eq!(desk.ok("row_get", json!({ "kind": "person", "id": person }))["row"]["title"], "Zoë Example");
}
