//! The timeline as the window asks for it.

use serde_json::{Value as Json, json};

use crate::support::Desk;

fn ask(lanes: &str, more: Json) -> Json {
    let mut ask = json!({
        "lanes": lanes,
        "scale": { "day": 0.8, "letter": 7.0, "label": 240.0, "cell": 34.0, "rows": 8 },
        "from": "2020-01-01", "to": "2035-01-01", "top": 0, "bottom": 500,
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        ask[name] = value.clone();
    }
    ask
}

fn mark<'a>(view: &'a Json, label: &str) -> &'a Json {
    let marks = view["marks"].as_array().unwrap();
    marks.iter().find(|mark| mark["label"] == label).unwrap_or_else(|| panic!("no {label} among {marks:#?}"))
}

fn make(desk: &Desk, fields: Json) -> String {
    desk.ok("milestone_create", json!({ "fields": fields }))["created"].as_str().unwrap().to_owned()
}

#[test]
fn the_starter_stands_in_lanes_and_what_has_no_date_is_counted() {
    let desk = Desk::starter();
    let view = desk.ok("timeline_get", ask("group", json!({})));
    let total = desk.ok("view_get", json!({ "kind": "milestone", "from": 0, "to": 0 }))["total"].as_u64().unwrap();
    let (count, undated) = (view["count"].as_u64().unwrap(), view["undated"].as_u64().unwrap());
    assert_eq!(count + undated, total);
    let lanes = view["lanes"].as_array().unwrap();
    assert_eq!(lanes.last().unwrap()["label"], "No group stated");
    let of_lanes: u64 = lanes.iter().map(|lane| lane["count"].as_u64().unwrap()).sum();
    assert_eq!(of_lanes, count);
    let wsis = mark(&view, "WSIS+20 review");
    assert_eq!(wsis["step"], "year");
    assert_eq!(wsis["days"]["start_not_before"], "2025-01-01");
    assert_eq!(wsis["words"], "WSIS+20 review: event, in 2025, past");
    // Each row by itself, and both kinds.
    let lines = desk.ok("timeline_get", ask("plan", json!({ "commitments": true })));
    assert!(lines["lane_count"].as_u64().unwrap() >= count);
    assert_eq!(lines["lane_count"], lines["count"]);
}

#[test]
fn a_window_holds_no_more_than_what_reaches_into_it() {
    let desk = Desk::plan();
    make(&desk, json!({ "title": "Near", "date": "2027-03-10" }));
    make(&desk, json!({ "title": "Far", "date": "2033-03-10" }));
    let view = desk.ok("timeline_get", ask("group", json!({ "from": "2027-01-01", "to": "2027-12-31" })));
    mark(&view, "Near");
    assert!(view["marks"].as_array().unwrap().iter().all(|mark| mark["label"] != "Far"));
    let lane = view["lanes"].as_array().unwrap().last().unwrap();
    assert_eq!((lane["after"]["count"].as_u64(), lane["after"]["day"].as_str()), (Some(1), Some("2033-03-10")));
    assert_eq!(view["last"], "2033-03-10");
    let found = ask("group", json!({ "query": { "text": "Near" } }));
    assert_eq!(desk.ok("timeline_get", found)["count"], 1);
}

#[test]
fn what_hangs_is_linked_with_its_distance_and_told() {
    let desk = Desk::plan();
    let forum = make(&desk, json!({ "title": "Forum", "kind": "event", "date": "2027-03-10" }));
    let papers = make(
        &desk,
        json!({ "title": "Papers", "kind": "deadline", "anchor": forum, "anchor_distance": -10, "anchor_unit": "days", "anchor_from": "start" }),
    );
    let selected = json!({ "kind": "milestone", "id": papers });
    let view = desk.ok("timeline_get", ask("group", json!({ "links": "selected", "selected": selected })));
    assert_eq!(view["links"].as_array().unwrap().len(), 1);
    assert_eq!(view["links"][0]["words"], "10 days before");
    assert_eq!(view["links"][0]["from"]["id"], forum);
    let working = |on: bool| desk.ok("milestone_set", json!({ "id": papers, "field": "anchor_working", "value": on }));
    working(true);
    let view = desk.ok("timeline_get", ask("group", json!({ "links": "selected", "selected": selected })));
    assert_eq!(view["links"][0]["words"], "10 days before, on a working day");
    working(false);
    let view = desk.ok("timeline_get", ask("group", json!({ "links": "selected", "selected": selected })));
    let told = mark(&view, "Papers")["words"].as_str().unwrap();
    assert_eq!(told, "Papers: deadline, 28\u{a0}Feb 2027, 10 days before Forum, falls on a Sunday");
    assert_eq!(mark(&view, "Papers")["step"], "");
    assert_eq!(mark(&view, "Forum")["hanging"], 1);
    assert_eq!(desk.ok("timeline_get", ask("group", json!({ "links": "all" })))["links"].as_array().unwrap().len(), 1);
    // To be moved before it is kept: as vague as it is, and how many move with it.
    let moved = desk.ok("milestone_moved", json!({ "id": forum, "by": 1, "unit": "month" }));
    assert_eq!(moved["date"], "2027-04-10");
    assert_eq!(moved["words"], "10\u{a0}April 2027; 1 milestone moves with it. Enter keeps it, Escape takes it back.");
    assert_eq!(desk.refused("milestone_moved", json!({ "id": papers, "by": 1, "unit": "day" })), "hangs-not-moved");
}

#[test]
fn a_moved_date_stays_as_vague_as_it_is() {
    let desk = Desk::plan();
    let moved = |date: &str, by: i64, unit: &str| {
        let id = make(&desk, json!({ "title": "Vague", "date": date }));
        desk.ok("milestone_moved", json!({ "id": id, "by": by, "unit": unit }))["date"].as_str().unwrap().to_owned()
    };
    assert_eq!(moved("2027-33", 1, "day"), "2027-34");
    assert_eq!(moved("2027-36", 1, "quarter"), "2028-33");
    assert_eq!(moved("2027", -2, "week"), "2025");
    assert_eq!(moved("2027-01-31", 1, "month"), "2027-02-28");
    assert_eq!(moved("2027-03-10/2027-03-12", 1, "week"), "2027-03-17/2027-03-19");
    assert_eq!(moved("2027-09/..", 1, "month"), "2027-10/..");
    assert_eq!(moved("[..2030]", 1, "month"), "[..2031]");
    let none = make(&desk, json!({ "title": "None" }));
    assert_eq!(desk.refused("milestone_moved", json!({ "id": none, "by": 1, "unit": "day" })), "no-date-to-move");
    let end = make(&desk, json!({ "title": "End", "date": "9999" }));
    assert_eq!(desk.refused("milestone_moved", json!({ "id": end, "by": 1, "unit": "year" })), "date-out-of-range");
    assert_eq!(desk.refused("milestone_moved", json!({ "id": end, "by": 1, "unit": "blink" })), "bad-request");
}

#[test]
fn an_earlier_state_stands_behind_the_marks() {
    let desk = Desk::plan();
    let forum = make(&desk, json!({ "title": "Forum", "date": "2027-03-10" }));
    let before = desk.ok("plan_summary", json!({}))["op"].as_i64().unwrap();
    desk.ok("milestone_move", json!({ "id": forum, "date": "2027-05-12" }));
    make(&desk, json!({ "title": "Fresh", "date": "2027-06-12" }));
    let compare = json!({ "at": "moment", "moment": before.to_string() });
    let view = desk.ok("timeline_get", ask("group", json!({ "compare": compare })));
    let moved = mark(&view, "Forum");
    assert_eq!(
        (moved["fate"].as_str(), moved["was"]["start_not_before"].as_str()),
        (Some("moved"), Some("2027-03-10"))
    );
    assert_eq!(mark(&view, "Fresh")["fate"], "new");
    assert_eq!(view["compared"], "1 moved, 1 new");
    desk.ok("milestone_delete", json!({ "id": forum }));
    let view = desk.ok("timeline_get", ask("group", json!({ "compare": compare })));
    assert_eq!(mark(&view, "Forum")["words"], "Forum: 10\u{a0}Mar 2027, no longer there");
}

#[test]
fn many_of_one_day_are_one_mark_whose_rows_can_be_asked_for() {
    let desk = Desk::plan();
    for n in 0..40 {
        make(&desk, json!({ "title": format!("Due {n}"), "date": "2029-03-10" }));
    }
    let question = ask("group", json!({ "query": { "text": "Due" } }));
    let view = desk.ok("timeline_get", question.clone());
    let [mark] = &view["marks"].as_array().unwrap()[..] else { panic!("one mark: {}", view["marks"]) };
    assert_eq!(
        (mark["count"].as_u64(), mark["words"].as_str()),
        (Some(40), Some("40 rows that begin on 10\u{a0}Mar 2029"))
    );
    let mut more = question;
    more["row"] = json!({ "kind": "milestone", "id": mark["id"] });
    more["limit"] = json!(15);
    let rows = desk.ok("timeline_gathered", more);
    assert_eq!((rows["count"].as_u64(), rows["rows"].as_array().unwrap().len()), (Some(40), 15));
    assert_eq!(rows["rows"][0]["note"], "10\u{a0}Mar 2029");
}

#[test]
fn what_makes_no_sense_is_refused_in_words() {
    let desk = Desk::starter();
    for wrong in [
        json!({ "lanes": "colour" }),
        json!({ "from": "soon" }),
        json!({ "links": "some" }),
        json!({ "scale": { "day": 0.0, "letter": 7.0, "label": 240.0, "cell": 34.0, "rows": 8 } }),
        json!({ "scale": { "day": 1e9, "letter": 7.0, "label": 240.0, "cell": 34.0, "rows": 8 } }),
        json!({ "scale": { "day": 1.0, "letter": 7.0, "label": 240.0, "cell": 34.0, "rows": 0 } }),
    ] {
        assert_eq!(desk.refused("timeline_get", ask("group", wrong)), "bad-request");
    }
}

#[test]
fn a_pack_lays_out_the_deadlines_of_a_meeting_in_one_step() {
    let desk = Desk::plan();
    let meeting = make(&desk, json!({ "title": "Council 2027", "kind": "event", "date": "2027-05-10/2027-05-20" }));
    let packs = desk.ok("rule_packs", json!({}));
    let ids: Vec<&str> = packs.as_array().unwrap().iter().map(|pack| pack["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["PACK-COUNCIL", "PACK-CWG", "PACK-LADDER"]);
    assert_eq!(packs[0]["in_plan"], false);
    let ask = |working: bool| json!({ "pack": "PACK-COUNCIL", "milestone": meeting, "working": working });
    let days = |working: bool| {
        let found = desk.ok("rule_pack_days", ask(working));
        let lines = found["lines"].as_array().unwrap().clone();
        lines.iter().map(|line| line["day"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days(false), ["2027-03-15", "2027-04-10", "2027-04-26"]);
    // 10 April is a Saturday.
    assert_eq!(days(true), ["2027-03-15", "2027-04-09", "2027-04-26"]);
    let before = desk.ok("plan_summary", json!({}))["op"].as_i64().unwrap();
    desk.ok("rule_pack_apply", ask(true));
    let after = desk.ok("plan_summary", json!({}));
    assert_eq!(after["op"].as_i64().unwrap(), before + 1);
    assert_eq!(after["counts"]["rule"], 3);
    assert_eq!(desk.refused("rule_pack_apply", ask(true)), "rules-applied-already");
    let view = desk.ok("timeline_get", ask_all());
    let due = mark(&view, "All other secretariat documents: Council 2027");
    assert_eq!((due["computed"].as_bool(), due["days"]["start_not_before"].as_str()), (Some(true), Some("2027-04-09")));
    // The meeting moves, and all three with it; one undo takes all of it back.
    desk.ok("milestone_move", json!({ "id": meeting, "date": "2027-06-14/2027-06-24" }));
    assert_eq!(desk.ok("rule_pack_days", ask(false))["lines"][2]["day"], "2027-05-31");
    desk.ok("undo", json!({}));
    desk.ok("undo", json!({}));
    assert_eq!(desk.ok("plan_summary", json!({}))["counts"]["rule"], 0);
    // Two that fall due on one organization in a week are told before they are kept.
    let cwg = json!({ "pack": "PACK-CWG", "milestone": meeting, "organization": "ITU" });
    let lines = desk.ok("rule_pack_days", cwg)["lines"].clone();
    let notes: Vec<String> = lines.as_array().unwrap().iter().map(|line| line["notes"].to_string()).collect();
    assert!(notes.iter().any(|notes| notes.contains("are due from ITU in this week")), "{notes:?}");
    assert!(desk.call("rule_pack_days", json!({ "pack": "NONE", "milestone": meeting })).is_err());
    desk.ok("rule_pack_take", json!({ "packs": ["PACK-LADDER"] }));
    assert_eq!(desk.refused("rule_pack_take", json!({ "packs": ["PACK-LADDER"] })), "exists-already");
}

fn ask_all() -> Json {
    ask("group", json!({}))
}

#[test]
fn a_circle_is_named_before_it_is_made_and_refused_when_it_is() {
    let desk = Desk::plan();
    let a = make(&desk, json!({ "title": "Alpha", "date": "2027-03-10" }));
    let hang = |title: &str, on: &str| {
        make(
            &desk,
            json!({ "title": title, "anchor": on, "anchor_distance": 1, "anchor_unit": "days", "anchor_from": "start" }),
        )
    };
    let b = hang("Beta", &a);
    let c = hang("Gamma", &b);
    let ask = json!({ "id": a, "anchor": c, "distance": 1, "unit": "days", "from": "start" });
    assert_eq!(desk.ok("milestone_days", ask)["when"], "it would hang on itself: Alpha → Gamma → Beta → Alpha");
    let error = desk.call("milestone_set", json!({ "id": a, "field": "anchor", "value": c })).unwrap_err();
    assert_eq!(error.code, "cycle");
    assert!(error.message.contains("Alpha → Gamma → Beta → Alpha"), "{}", error.message);
}

#[test]
fn a_picture_is_written_where_it_was_chosen_and_over_nothing_else() {
    let desk = Desk::plan();
    let write = |name: &str, format: &str, content: &str| json!({ "file": desk.file(name), "format": format, "content": content });
    desk.ok("picture_write", write("a.svg", "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
    desk.ok("picture_write", write("a.svg", "svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"b\"/>"));
    desk.ok("picture_write", write("a.png", "png", "89504e470d0a1a0a00"));
    assert_eq!(std::fs::read(desk.path("a.png")).unwrap().len(), 9);
    assert_eq!(desk.refused("picture_write", write("plan.gdcplan", "svg", "<svg />")), "file-exists");
    for (format, content) in [("svg", "<html>"), ("png", "zz"), ("png", "8950"), ("gif", "")] {
        assert_eq!(desk.refused("picture_write", write("b", format, content)), "bad-request");
    }
}
