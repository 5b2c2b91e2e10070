//! One row with everything around it.

use serde_json::{Value as Json, json};

use crate::support::Desk;

fn get(desk: &Desk, kind: &str, id: &str) -> Json {
    desk.ok("row_get", json!({ "kind": kind, "id": id }))
}

#[test]
fn roles_are_told_from_the_place_and_from_the_holder() {
    let desk = Desk::starter();
    let group = get(&desk, "group", "IAWG");
    let first = &group["roles"][0];
    assert_eq!(first["place"]["title"], "Inter-Agency Working Group on AI");
    assert_eq!(first["holder"]["short"], "ITU");
    assert_eq!((&first["role"], &first["role_label"]), (&json!("co-lead"), &json!("Co-lead")));
    assert_eq!((&first["state"], &first["state_label"]), (&json!("confirmed"), &json!("confirmed")));
    assert_eq!(first["stated_as"], "has taken the lead, with UNESCO");
    assert_eq!((&first["basis"], &first["as_of"]), (&json!("stated"), &json!("early 2025")));
    assert_eq!(first["provenance"], "ITU action plan, Section 2, item 2; stated");
    assert_eq!(first["row"]["cells"]["organization"]["value"], "ITU");
    let action_line = get(&desk, "action_line", "C4");
    assert!(action_line["roles"].as_array().unwrap().iter().any(|r| r["holder"]["short"] == "UNDP"));
    let organization = get(&desk, "organization", "ODET");
    let held = organization["roles"].as_array().unwrap();
    assert!(
        held.iter().any(|r| r["place"]["title"] == "Working Group on Digital Technologies" && r["words"] == "Co-chair")
    );
    assert_eq!(organization["role_count"], held.len());
    let role = get(&desk, "role", "Co-lead");
    assert!(role["roles"].as_array().unwrap().iter().any(|r| r["words"] == "Co-lead, announced"));
}

#[test]
fn persons_stand_in_the_roles_that_they_hold() {
    let desk = Desk::plan();
    let fields = json!({ "name": "Zoë Example", "organization": "ITU" });
    let person = desk.ok("person_create", json!({ "fields": fields }))["created"].clone();
    let place = desk.id("group", "UNGIS");
    let fields = json!({ "group": place, "person": person, "role": "focal-point", "start": "2025", "end": "2025-06" });
    desk.ok("assignment_create", json!({ "fields": fields }));
    let held = get(&desk, "person", person.as_str().unwrap())["roles"][0].clone();
    assert_eq!((&held["person"], &held["person_id"], &held["holder"]), (&json!("Zoë Example"), &person, &Json::Null));
    assert_eq!((&held["words"], &held["state"]), (&json!("Focal point"), &json!("")));
    assert_eq!(held["when"], "2025 to Jun 2025");
    assert_eq!(held["ended"], true, "its end lies before today");
}

#[test]
fn indicators_come_with_their_measurements_the_newest_first() {
    let desk = Desk::plan();
    let commitment = desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["-"] }))["rows"]
        [0]["id"]
        .clone();
    let fields = json!({ "title": "Schools connected", "commitment": commitment });
    let indicator = desk.ok("indicator_create", json!({ "fields": fields }))["created"].clone();
    for (value, as_of) in [(10, "2024"), (30, "2026-05"), (20, "2025")] {
        let fields = json!({ "indicator": indicator, "value": value, "as_of": as_of });
        desk.ok("measurement_create", json!({ "fields": fields }));
    }
    let of_commitment = get(&desk, "commitment", commitment.as_str().unwrap());
    let own = get(&desk, "indicator", indicator.as_str().unwrap());
    for detail in [&of_commitment, &own] {
        let found = detail["indicators"].as_array().unwrap().iter().find(|one| one["row"]["id"] == indicator).unwrap();
        let values: Vec<&str> = found["measurements"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["cells"]["value"]["text"].as_str().unwrap())
            .collect();
        assert_eq!(values, ["30", "20", "10"]);
    }
    assert!(own["links"].as_array().unwrap().iter().all(|group| group["label"] != "Measurements"));
}

#[test]
fn the_catalogue_says_what_was_shipped_where_it_differs() {
    let desk = Desk::plan();
    let shipped = || get(&desk, "organization", "UNCTAD")["shipped"].clone();
    assert_eq!(shipped(), json!([]));
    let name = get(&desk, "organization", "UNCTAD")["row"]["cells"]["name"]["text"].clone();
    desk.ok("organization_set", json!({ "id": "UNCTAD", "field": "name", "value": "UN Trade" }));
    assert_eq!(shipped(), json!([{ "field": "name", "label": "Name", "text": name }]));
    let own = desk.ok("organization_create", json!({ "fields": { "name": "Ministry" }, "id": "MIN" }));
    assert_eq!(get(&desk, "organization", own["created"].as_str().unwrap())["shipped"], Json::Null);
    assert_eq!(get(&desk, "group", "UNGIS")["shipped"], Json::Null, "no part of the catalogue");
}

#[test]
fn a_kind_says_whether_it_is_private() {
    let desk = Desk::starter();
    let kinds = desk.ok("kinds_list", json!({}));
    let private: Vec<&str> = kinds
        .as_array()
        .unwrap()
        .iter()
        .filter(|kind| kind["private"] == true)
        .map(|kind| kind["kind"].as_str().unwrap())
        .collect();
    assert_eq!(private, ["person", "note"]);
}

#[test]
fn who_facilitates_an_action_line_is_who_does_so_now() {
    let desk = Desk::plan();
    let view = json!({ "kind": "action_line", "from": 0, "to": 1, "fields": ["facilitators"] });
    let text = || {
        let row = desk.ok("view_get", view.clone())["rows"][0].clone();
        (row["id"].clone(), row["cells"]["facilitators"]["text"].as_str().unwrap().to_owned())
    };
    let (line, _) = text();
    let assign = |organization: &str, more: Json| {
        let mut fields = json!({ "action_line": line, "organization": organization, "role": "facilitator" });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.ok("assignment_create", json!({ "fields": fields }));
    };
    assign("UNICEF", json!({ "end": "2020" }));
    assign("UNDP", json!({ "state": "ended" }));
    assign("ODET", json!({ "end": "9000" }));
    let (_, told) = text();
    assert!(told.contains("ODET") && !told.contains("UNICEF") && !told.contains("UNDP"), "{told}");
}
