//! What is refused, by every command that is new: rows that are not there, dates that are none, circles, plans that are only
//! read. Nothing is changed by any of it.

use serde_json::{Value as Json, json};

use crate::support::Desk;

/// Every write with a rule of its own, on rows of the starter.
fn writes(desk: &Desk) -> Vec<(&'static str, Json)> {
    let commitment = desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["-"] }))["rows"]
        [0]["id"]
        .clone();
    let milestone = desk.ok("view_get", json!({ "kind": "milestone", "from": 0, "to": 1, "fields": ["-"] }))["rows"][0]
        ["id"]
        .clone();
    let group = desk.id("group", "UNGIS");
    let assignment = desk.ok("row_get", json!({ "kind": "group", "id": group }))["roles"][0]["id"].clone();
    vec![
        ("group_conclude", json!({ "id": group, "date": "2026" })),
        ("group_succeed", json!({ "id": group, "date": "2026", "title": "Next" })),
        ("assignment_end", json!({ "id": assignment, "date": "2026" })),
        ("milestone_move", json!({ "id": milestone, "date": "2026" })),
        ("commitment_report", json!({ "id": commitment, "date": "2026", "report": "Done." })),
    ]
}

#[test]
fn rows_that_are_not_there_and_dates_that_are_none() {
    let desk = Desk::plan();
    let before = desk.hash();
    for (command, ask) in writes(&desk) {
        let with = |field: &str, value: Json| {
            let mut ask = ask.clone();
            ask[field] = value;
            ask
        };
        assert_eq!(desk.refused(command, with("id", json!("nobody"))), "no-such-row", "{command}");
        assert_eq!(desk.refused(command, with("date", json!("next blue moon"))), "not-a-date", "{command}");
        assert_eq!(desk.refused(command, with("date", json!("2026-02-30"))), "no-such-day", "{command}");
        assert_eq!(desk.refused(command, with("date", json!("03/04/2026"))), "ambiguous-date", "{command}");
        assert_eq!(desk.refused(command, with("date", json!(7))), "bad-request", "{command}");
        assert_eq!(desk.refused(command, json!({})), "bad-request", "{command}");
    }
    assert_eq!(desk.hash(), before);
    assert_eq!(desk.ok("history_list", json!({}))["steps"], json!([]));
}

#[test]
fn a_group_that_would_follow_itself_or_end_before_it_starts() {
    let desk = Desk::plan();
    let (a, b) = (desk.id("group", "UNGIS"), desk.id("group", "HLCP"));
    let succeed = |group: &str, by: &str| json!({ "id": group, "date": "2026", "successor": by });
    assert_eq!(desk.refused("group_succeed", succeed(&a, &a)), "cycle");
    desk.ok("group_succeed", succeed(&a, &b));
    assert_eq!(desk.refused("group_succeed", succeed(&b, &a)), "cycle");
    assert_eq!(desk.refused("group_succeed", json!({ "id": a, "date": "2026", "title": "Other" })), "has-successor");
    assert_eq!(desk.refused("group_succeed", json!({ "id": b, "date": "2026" })), "one-of");
    assert_eq!(desk.refused("group_succeed", json!({ "id": b, "date": "2026", "title": "  " })), "one-of");
    desk.ok("group_set", json!({ "id": b, "field": "start", "value": "2025" }));
    assert_eq!(desk.refused("group_conclude", json!({ "id": b, "date": "2024" })), "end-before-start");
    assert_eq!(desk.refused("group_conclude", json!({ "id": b, "date": "not stated" })), "required");
    // Words are never dropped: with no date to stand beside they are asked about.
    for date in ["", "tbc"] {
        let ask = json!({ "id": b, "date": date, "words": "after its last session" });
        assert_eq!(desk.refused("group_conclude", ask), "words-without-date");
        let set = json!({ "id": b, "field": "end", "value": date, "words": "after its last session" });
        assert_eq!(desk.refused("group_set", set), "words-without-date");
    }
    let backwards = desk.call("group_set", json!({ "id": b, "field": "end", "value": "Mar 2024" })).unwrap_err();
    let message = backwards.message.replace(['\u{2068}', '\u{2069}'], "");
    assert!(message.contains("its start is 2025, its end March 2024"), "{message}");
}

#[test]
fn a_status_that_is_none_and_a_report_that_contradicts_itself() {
    let desk = Desk::plan();
    let (command, ask) = writes(&desk).pop().unwrap();
    let with = |field: &str, value: Json| {
        let mut ask = ask.clone();
        ask[field] = value;
        ask
    };
    assert_eq!(desk.refused(command, with("status", json!("excellent"))), "not-a-choice");
    let mut both = with("no_change", json!(true));
    both["status"] = json!("superseded");
    assert_eq!(desk.refused(command, both), "report-says-both");
}

#[test]
fn nothing_is_written_into_a_snapshot_a_plan_that_is_read_or_none() {
    let desk = Desk::plan();
    let writes = writes(&desk);
    let writes = writes.iter().cloned().chain([
        ("step_take_back", json!({ "op": 1 })),
        ("moment_return", json!({ "source": { "at": "shipped", "name": "starter" } })),
        ("restore_point_make", json!({})),
    ]);
    let writes: Vec<(&str, Json)> = writes.collect();
    let reader = Desk::over(tempfile::tempdir().unwrap(), true);
    let file = reader.session.mint(&desk.path("plan.gdcplan"));
    for (open, code) in [
        (("plan_open", json!({ "file": file })), "read-only-plan"),
        (("plan_open_starter", json!({})), "read-only-plan"),
        (("plan_open_developments", json!({})), "read-only-plan"),
    ] {
        reader.ok(open.0, open.1);
        for (command, ask) in &writes {
            // A snapshot has the rows too, by the same ids.
            let refused = reader.refused(command, ask.clone());
            assert_eq!(refused, code, "{command} in {}", open.0);
        }
        assert_eq!(
            reader.refused("step_preview", json!({ "op": 1 })),
            if open.0 == "plan_open" { "no-such-moment" } else { code }
        );
    }
    reader.ok("plan_close", json!({}));
    for (command, ask) in &writes[5..] {
        assert_eq!(reader.refused(command, ask.clone()), "no-plan-open", "{command}");
    }
    for command in ["moments_list", "restore_points", "objectives_standing", "milestones_next", "group_tree"] {
        assert_eq!(reader.refused(command, json!({})), "no-plan-open", "{command}");
    }
}

#[test]
fn sources_that_are_not_there() {
    let desk = Desk::plan();
    for (source, code) in [
        (json!({ "at": "moment", "moment": "99" }), "no-such-moment"),
        (json!({ "at": "moment", "moment": "Never made" }), "no-such-moment"),
        (json!({ "at": "file", "file": "/etc/passwd" }), "not-our-file-ref"),
        (json!({ "at": "file", "file": desk.file("missing.gdcsnap") }), "no-such-file"),
        (json!({ "at": "shipped", "name": "../starter" }), "no-such-moment"),
        (json!({ "at": "elsewhere" }), "bad-request"),
    ] {
        for command in ["objectives_standing", "milestones_next", "group_tree", "moment_return"] {
            assert_eq!(desk.refused(command, json!({ "source": source })), code, "{command} {source}");
        }
    }
    assert_eq!(desk.refused("moment_return", json!({ "source": { "at": "now" } })), "already-now");
}
