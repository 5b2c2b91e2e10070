//! Milestones that hang on others, as a table shows them.

use serde_json::{Value as Json, json};

use crate::support::Desk;

fn made(desk: &Desk, title: &str, date: Json) -> String {
    let fields = if date.is_null() { json!({ "title": title }) } else { json!({ "title": title, "date": date }) };
    desk.ok("milestone_create", json!({ "fields": fields }))["created"].as_str().unwrap().to_owned()
}

fn cells(desk: &Desk, id: &str) -> Json {
    desk.ok(
        "view_get",
        json!({
            "kind": "milestone", "source": { "at": "now" }, "from": 0, "to": 500,
            "query": { "text": "", "filters": [], "sort": [], "group": null },
            "fields": ["when", "hangs_on", "hanging"],
        }),
    )["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == json!(id))
        .unwrap()["cells"]
        .clone()
}

#[test]
fn a_distance_says_its_days_before_it_is_kept_and_a_circle_is_told_of() {
    let desk = Desk::plan();
    let opening = made(&desk, "Opening", json!("2031-05-14"));
    let papers = made(&desk, "Papers", Json::Null);
    let ask = |id: &str, anchor: &str, distance: i64| json!({ "id": id, "anchor": anchor, "distance": distance, "unit": "days", "from": "start" });
    let days = desk.ok("milestone_days", ask(&papers, &opening, -30));
    assert_eq!(
        days,
        json!({ "date": "2031-04-14", "when": "14\u{a0}April 2031", "words": "30 days before Opening", "note": "", "known": true })
    );
    assert_eq!(cells(&desk, &papers)["when"]["empty"], true, "asking changes nothing");

    let set = |field: &str, value: Json| json!({ "kind": "milestone", "id": papers, "field": field, "value": value });
    let sets = [set("anchor", json!(opening)), set("anchor_distance", json!(-30)), set("anchor_unit", json!("days"))];
    desk.ok("rows_set", json!({ "set": sets }));
    let shown = cells(&desk, &papers);
    assert_eq!(shown["when"]["text"], "14\u{a0}Apr 2031");
    assert_eq!(shown["when"]["value"], json!({ "from": "2031-04-14", "to": "2031-04-14" }));
    assert_eq!(shown["hangs_on"]["text"], "30 days before Opening");
    assert_eq!(cells(&desk, &opening)["hanging"]["text"], "1");
    desk.ok("milestone_set", json!({ "id": opening, "field": "date", "value": "2031-06-20", "token": null }));
    assert_eq!(cells(&desk, &papers)["when"]["text"], "21\u{a0}May 2031");

    let circle = desk.ok("milestone_days", ask(&opening, &papers, 1));
    assert_eq!(
        (&circle["known"], &circle["when"]),
        (&json!(false), &json!("it would hang on itself: Opening → Papers → Opening"))
    );
    let itself = desk.ok("milestone_days", ask(&opening, &opening, 1));
    assert_eq!(itself["known"], false);
    let undated = made(&desk, "Some time", Json::Null);
    let unknown = desk.ok("milestone_days", ask(&papers, &undated, 1));
    assert_eq!(unknown["when"], "not known: what it hangs on has no date");
    let mut far = ask(&papers, &opening, i64::MAX);
    assert_eq!(desk.ok("milestone_days", far.clone())["known"], false);
    far["unit"] = json!("fortnights");
    assert_eq!(desk.refused("milestone_days", far), "bad-request");
}

#[test]
fn what_is_understood_stands_beside_words_that_say_it_otherwise() {
    let desk = Desk::plan();
    let id = made(&desk, "A decision", json!("end of 2031"));
    let when = cells(&desk, &id)["when"].clone();
    assert_eq!(when["text"], "end of 2031");
    assert!(when["title"].as_str().unwrap().contains("2031") && when["title"] != when["text"], "{when}");
    let plain = made(&desk, "A day", json!("2031-05-14"));
    let typed =
        json!({ "id": plain, "field": "date", "value": "2031-05-15", "words": "on 15 May 2031", "token": null });
    desk.ok("milestone_set", typed);
    let when = cells(&desk, &plain)["when"].clone();
    assert_eq!((&when["text"], &when["title"]), (&json!("on 15 May 2031"), &json!("")));
    let by = made(&desk, "By then", json!("by 2030"));
    assert_eq!(cells(&desk, &by)["when"]["value"]["from"], "2030-12-31");
}

#[test]
fn a_distance_that_leads_to_a_sunday_says_so_and_keeps_to_working_days_where_it_is_asked_to() {
    let desk = Desk::plan();
    // 14 May 2031 is a Wednesday; ten days before it is a Sunday.
    let opening = made(&desk, "Opening", json!("2031-05-14"));
    let papers = made(&desk, "Papers", Json::Null);
    let ask = |working: bool| {
        let ask = json!({
            "id": papers, "anchor": opening, "distance": -10, "unit": "days", "from": "start", "working": working
        });
        desk.ok("milestone_days", ask)
    };
    let (plain, working) = (ask(false), ask(true));
    assert_eq!((plain["date"].as_str(), working["date"].as_str()), (Some("2031-05-04"), Some("2031-05-02")));
    assert!(plain["note"].as_str().unwrap().contains("Sunday"), "{plain}");
    assert!(working["note"].as_str().unwrap().starts_with("moved to the working day before"), "{working}");
    let set = |field: &str, value: Json| json!({ "kind": "milestone", "id": papers, "field": field, "value": value });
    let mut sets = vec![set("anchor", json!(opening)), set("anchor_distance", json!(-10))];
    sets.push(set("anchor_working", json!(true)));
    desk.ok("rows_set", json!({ "set": sets }));
    assert_eq!(cells(&desk, &papers)["when"]["value"]["from"], "2031-05-02", "as it was told");
    // A vague day has no weekday.
    desk.ok("milestone_set", json!({ "id": opening, "field": "date", "value": "2031-05", "token": null }));
    assert_eq!(ask(true)["note"], "");
}
