//! Where the objectives stand, and what comes next.

use serde_json::{Value as Json, json};

use crate::support::Desk;

#[test]
fn every_commitment_stands_under_its_objective_by_status() {
    let desk = Desk::starter();
    let standing = desk.ok("objectives_standing", json!({}));
    let objectives = standing["objectives"].as_array().unwrap();
    let numbers: Vec<&str> = objectives.iter().map(|o| o["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "", ""]);
    assert_eq!(objectives[0]["title"], "Digital divides and the SDGs");
    assert_eq!(objectives[6]["title"], "Follow-up and review");
    let mut all = standing["other"].as_u64().unwrap();
    for objective in objectives {
        let count = objective["count"].as_u64().unwrap();
        let of_statuses: u64 =
            objective["statuses"].as_array().unwrap().iter().map(|s| s["count"].as_u64().unwrap()).sum();
        assert_eq!(of_statuses, count);
        assert_eq!(objective["marks"].as_array().unwrap().len() as u64, count);
        assert_eq!(objective["as_of"], "early 2025");
        all += count;
    }
    assert_eq!(Json::from(all), desk.ok("plan_summary", json!({}))["counts"]["commitment"]);
    let mark = &objectives[0]["marks"][0];
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": mark["id"] }))["row"].clone();
    let title = mark["title"].as_str().unwrap();
    assert!(title.starts_with(row["short"].as_str().unwrap()), "{title}");
    assert!(title.ends_with(row["cells"]["status"]["text"].as_str().unwrap()), "{title}");
}

#[test]
fn the_newest_and_the_oldest_information_are_told_and_what_is_not_reported() {
    let desk = Desk::plan();
    let first = || desk.ok("objectives_standing", json!({}))["objectives"][3].clone();
    let before = first();
    let commitment = before["marks"][0]["id"].clone();
    desk.ok("commitment_report", json!({ "id": commitment, "date": "2026-10-03", "status": "not_reported" }));
    let after = first();
    assert_eq!((&after["as_of"], &after["oldest"]), (&json!("3\u{a0}Oct 2026"), &before["oldest"]));
    assert_eq!(after["not_reported"].as_u64().unwrap(), before["not_reported"].as_u64().unwrap() + 1);
    assert_eq!(after["statuses"].as_array().unwrap().last().unwrap()["label"], "Not reported");
    // Without an objective it is counted apart; without a status it is "not stated".
    desk.ok("commitment_set", json!({ "id": commitment, "field": "objective", "value": null }));
    assert_eq!(desk.ok("objectives_standing", json!({}))["other"], 1);
    let other = first()["marks"][0]["id"].clone();
    // A status that is set without its day: how old it is cannot be told.
    assert_eq!(first()["undated"], 0);
    desk.ok("commitment_set", json!({ "id": other, "field": "status", "value": "planned" }));
    assert_eq!(first()["undated"], 1);
    desk.ok("commitment_set", json!({ "id": other, "field": "status", "value": null }));
    assert_eq!(first()["statuses"].as_array().unwrap().last().unwrap()["label"], "Not stated");
    assert_eq!(first()["undated"], 0);
}

#[test]
fn what_comes_next_is_worked_out_from_the_day_of_the_request() {
    let desk = Desk::plan();
    let today = chrono::Local::now().date_naive();
    let day = |days: i64| (today + chrono::TimeDelta::days(days)).to_string();
    let make = |title: &str, date: String| {
        let fields = json!({ "title": title, "date": date, "kind": "event", "place": "Geneva" });
        desk.ok("milestone_create", json!({ "fields": fields }))["created"].as_str().unwrap().to_owned()
    };
    make("Past", day(-1));
    make("Goes on", format!("{}/..", day(-400)));
    make("End not known", format!("{}/", day(-400)));
    make("Under way", format!("{}/{}", day(-3), day(3)));
    let session = make("Session", day(5));
    make("Some day", format!("{}?", day(6)));
    let hanging = make("Papers due", String::new());
    let kind = json!({ "kind": "milestone", "id": hanging });
    let mut set: Vec<Json> = Vec::new();
    for (field, value) in [
        ("kind", json!("deadline")),
        ("anchor", json!(session)),
        ("anchor_distance", json!(-4)),
        ("anchor_unit", json!("days")),
    ] {
        let mut one = kind.clone();
        (one["field"], one["value"]) = (json!(field), value);
        set.push(one);
    }
    desk.ok("rows_set", json!({ "set": set }));
    let next = desk.ok("milestones_next", json!({ "limit": 4 }));
    let told: Vec<_> = next
        .as_array()
        .unwrap()
        .iter()
        .map(|m| (m["row"]["title"].as_str().unwrap(), m["hint"].as_str().unwrap(), m["deadline"] == true))
        .collect();
    assert_eq!(
        told,
        [
            ("Papers due", "4 days before Session", true),
            ("Under way", "under way", false),
            ("Session", "", false),
            ("Some day", "date to be confirmed", false),
        ]
    );
    assert_eq!((&next[1]["under_way"], &next[2]["under_way"]), (&json!(true), &json!(false)));
    assert_eq!(next[2]["row"]["note"], "Geneva");
    let all = desk.ok("milestones_next", json!({ "limit": 1000 }));
    let titles: Vec<&str> = all.as_array().unwrap().iter().map(|m| m["row"]["title"].as_str().unwrap()).collect();
    assert_eq!(titles.last(), Some(&"Goes on"), "what has no end is behind all that has a day");
    assert!(!titles.contains(&"Past") && !titles.contains(&"End not known"));
}
