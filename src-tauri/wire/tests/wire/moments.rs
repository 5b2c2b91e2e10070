//! Earlier states: listed, compared, returned to; restore points; the plan of somebody else.

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::support::Desk;

/// Waits for the restore point that is made beside the opening.
fn opened(desk: &Desk) -> Json {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let points = desk.ok("restore_points", json!({}));
        if !points.as_array().unwrap().is_empty() {
            return points;
        }
        assert!(Instant::now() < until, "no restore point was made of what was opened");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn sorts(moments: &Json) -> Vec<&str> {
    moments.as_array().unwrap().iter().map(|m| m["sort"].as_str().unwrap()).collect()
}

fn first_commitment(desk: &Desk) -> Json {
    desk.ok("view_get", json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["-"] }))["rows"][0]["id"].clone()
}

#[test]
fn the_moments_of_a_plan_are_its_beginning_its_snapshots_and_its_restore_points() {
    let desk = Desk::kept_plan();
    assert_eq!(opened(&desk)[0]["label"], "When it was opened");
    let before = desk.hash();
    desk.ok("commitment_set", json!({ "id": first_commitment(&desk), "field": "lead_post", "value": "Director" }));
    desk.ok("snapshot_write", json!({ "file": desk.file("one.gdcsnap"), "name": "For Geneva" }));
    let asked = desk.ok("restore_point_make", json!({ "name": "Before the meeting" }));
    assert_eq!(asked["announcement"], "Restore point “Before the meeting” made.");
    let moments = desk.ok("moments_list", json!({}));
    // What is built in stands where its own day is.
    let (shipped, moments): (Vec<_>, Vec<_>) =
        moments.as_array().unwrap().iter().cloned().partition(|moment| moment["sort"] == "shipped");
    let moments = Json::from(moments);
    assert_eq!(sorts(&moments), ["restore_point", "snapshot", "restore_point", "start"]);
    assert_eq!(moments[0]["name"], "Before the meeting");
    assert_eq!(
        (&moments[1]["name"], &moments[1]["by"], &moments[1]["op"]),
        (&json!("For Geneva"), &json!("Ada"), &json!(2))
    );
    assert_eq!((&moments[3]["name"], &moments[3]["op"]), (&json!("Beginning: As given in early 2025"), &json!(0)));
    // The plan began with the other one.
    assert_eq!((shipped.len(), &shipped[0]["name"]), (1, &json!("Developments since, from public sources")));
    // Of what was shipped the day is known; of what was done here the minute.
    assert_eq!((&shipped[0]["day"], &moments[1]["day"]), (&json!("23\u{a0}November 2026"), &json!("")));
    // Each can be read and compared with.
    for (moment, differences) in moments.as_array().unwrap().iter().zip([0, 0, 1, 1]) {
        let changes = desk.ok("compare", json!({ "a": moment["source"], "b": { "at": "now" } }));
        assert_eq!(changes["total"], differences, "{moment}");
    }
    let since = desk.ok("compare", json!({ "a": { "at": "now" }, "b": shipped[0]["source"], "limit": 1 }));
    assert!(since["total"].as_u64().unwrap() > 10, "{since}");
    // To go back is one step, with a restore point before it.
    let returned = desk.ok("moment_return", json!({ "source": moments[3]["source"] }));
    assert_eq!(returned["announcement"], "Returned to an earlier state. Ctrl+Z undoes it.");
    assert_eq!(desk.hash(), before);
    let step = desk.ok("history_list", json!({ "limit": 1 }))["steps"][0].clone();
    assert_eq!(step["name"], "Return to: As given in early 2025");
    let points = desk.ok("restore_points", json!({}));
    assert_eq!((&points[0]["why"], &points[0]["label"]), (&json!("before_return"), &json!("Before going back")));
    // There already: no step, and no restore point.
    let again = desk.ok("moment_return", json!({ "source": { "at": "moment", "moment": "0" } }));
    assert_eq!(again["op"], Json::Null);
    assert_eq!(desk.ok("restore_points", json!({})).as_array().unwrap().len(), points.as_array().unwrap().len());
    desk.ok("undo", json!({}));
    assert_ne!(desk.hash(), before);
    let back = desk.ok("restore_point_return", json!({ "id": asked["created"] }));
    assert_eq!(back["op"], Json::Null, "it is what there is");
    assert_eq!(desk.ok("restore_points", json!({})).as_array().unwrap().len(), points.as_array().unwrap().len());
    // Before the plan there was nothing to return to.
    let before = json!({ "source": { "at": "moment", "moment": "2001-01-01T00:00:00Z" } });
    assert_eq!(desk.refused("moment_return", before), "before-beginning");
}

#[test]
fn a_restore_point_is_returned_to_and_copied_to_a_plan_of_its_own() {
    let desk = Desk::kept_plan();
    let before = desk.hash();
    let point = desk.ok("restore_point_make", json!({}))["created"].clone();
    let commitment = first_commitment(&desk);
    desk.ok("commitment_delete", json!({ "id": commitment }));
    desk.ok("restore_point_return", json!({ "id": point }));
    assert_eq!(desk.hash(), before);
    let name = desk.ok("history_list", json!({ "limit": 1 }))["steps"][0]["name"].as_str().unwrap().to_owned();
    assert!(name.starts_with("Return to: ") && name.contains(" UTC"), "{name}");
    let summary = desk.ok("restore_point_copy", json!({ "id": point, "file": desk.file("copy.gdcplan") }));
    assert_eq!(summary["file"]["name"], "copy.gdcplan");
    assert_eq!(desk.hash(), before);
    // It belongs to the other plan.
    assert_eq!(desk.refused("restore_point_return", json!({ "id": point })), "no-such-restore-point");
    let of_file = desk.ok("restore_points_of", json!({ "file": desk.file("plan.gdcplan") }));
    assert!(of_file.as_array().unwrap().iter().any(|one| one["id"] == point));
    assert_eq!(desk.ok("restore_points_of", json!({ "file": desk.file("none.gdcplan") })), json!([]));
    for id in ["", "../../plan", "nonsense"] {
        assert_eq!(
            desk.refused("restore_point_copy", json!({ "id": id, "file": desk.file("x.gdcplan") })),
            "no-such-restore-point"
        );
    }
    assert!(!desk.path("x.gdcplan").exists());
}

#[test]
fn a_restore_point_of_an_older_version_is_a_moment_too() {
    let desk = Desk::kept_plan();
    opened(&desk);
    desk.ok("commitment_set", json!({ "id": first_commitment(&desk), "field": "lead_post", "value": "Director" }));
    let point = desk.ok("restore_point_make", json!({ "name": "Before the meeting" }))["created"].clone();
    let named = || {
        let moments = desk.ok("moments_list", json!({}));
        moments.as_array().unwrap().iter().any(|moment| moment["name"] == "Before the meeting")
    };
    assert!(named());
    let plan_id = desk.ok("plan_details", json!({}))["id"].as_str().unwrap().to_owned();
    let note = desk.path(&format!("data/restore/{plan_id}/{}.json", point.as_str().unwrap()));
    let mut text: Json = serde_json::from_slice(&std::fs::read(&note).unwrap()).unwrap();
    let mut rewrite = |field: &str, value: Option<&str>| {
        let fields = text.as_object_mut().unwrap();
        match value {
            Some(value) => drop(fields.insert(field.into(), json!(value))),
            None => drop(fields.remove(field)),
        }
        std::fs::write(&note, text.to_string()).unwrap();
    };
    rewrite("step_at", None);
    assert!(named(), "it does not say when its newest step was made");
    rewrite("at", Some("2001-01-01T00:00:00.000Z"));
    assert!(!named(), "it was made before that step: it is of another line");
}

#[test]
fn where_no_restore_point_can_be_written_nothing_is_changed() {
    let desk = Desk::kept_plan();
    opened(&desk);
    desk.ok("commitment_delete", json!({ "id": first_commitment(&desk) }));
    let before = desk.hash();
    // A file stands where the folder has to be.
    std::fs::remove_dir_all(desk.path("data/restore")).unwrap();
    std::fs::write(desk.path("data/restore"), "in the way").unwrap();
    let to = json!({ "source": { "at": "moment", "moment": "0" } });
    let error = desk.call("moment_return", to).unwrap_err();
    assert_eq!(error.sort, "broken", "{error:?}");
    assert_eq!(desk.hash(), before);
    assert_eq!(desk.ok("history_list", json!({ "limit": 1 }))["steps"][0]["kind"], "commitment_delete");
}

#[test]
fn without_a_data_folder_there_are_no_restore_points_but_one_can_go_back() {
    let (starter, desk) = (Desk::starter(), Desk::plan());
    assert_eq!(desk.ok("restore_points", json!({})), json!([]));
    assert_eq!(desk.refused("restore_point_make", json!({})), "no-data-folder");
    assert_eq!(desk.refused("restore_point_return", json!({ "id": "x" })), "no-data-folder");
    desk.ok("commitment_delete", json!({ "id": first_commitment(&desk) }));
    desk.ok("moment_return", json!({ "source": { "at": "moment", "moment": "0" } }));
    assert_eq!(desk.hash(), starter.hash());
}

#[test]
fn one_returns_to_a_snapshot_without_losing_what_it_leaves_out() {
    let desk = Desk::kept_plan();
    let person = desk.ok("person_create", json!({ "fields": { "name": "Zoë" } }))["created"].clone();
    desk.ok("group_delete", json!({ "id": desk.id("group", "Geneva Digital Kitchen") }));
    let returned = desk.ok("moment_return", json!({ "source": { "at": "shipped", "name": "starter" } }));
    assert_eq!(returned["created"], Json::Null, "what comes back was not made");
    desk.id("group", "Geneva Digital Kitchen");
    desk.id("person", person.as_str().unwrap());
    let step = desk.ok("history_list", json!({ "limit": 1 }))["steps"][0].clone();
    assert_eq!(step["name"], "Return to: As given in early 2025");
    // It leaves out the person, and yet there is nothing to return to: no step, and the copy of before stays where it is.
    let points = desk.ok("restore_points", json!({}));
    assert_eq!(points[0]["why"], "before_return");
    let again = desk.ok("moment_return", json!({ "source": { "at": "shipped", "name": "starter" } }));
    assert_eq!((&again["op"], &again["announcement"]), (&Json::Null, &json!("Nothing changed.")));
    assert_eq!(desk.ok("restore_points", json!({}))[0], points[0]);
}

#[test]
fn of_two_files_of_one_plan_each_has_its_own_restore_points_and_may_return_to_those_of_the_other() {
    let desk = Desk::kept_plan();
    let own = desk.ok("restore_point_make", json!({ "name": "Mine" }))["created"].clone();
    std::fs::copy(desk.path("plan.gdcplan"), desk.path("copy.gdcplan")).unwrap();
    desk.ok("commitment_delete", json!({ "id": first_commitment(&desk) }));
    let ahead = desk.ok("restore_point_make", json!({ "name": "Ahead" }))["created"].clone();
    desk.ok("plan_open", json!({ "file": desk.file("copy.gdcplan") }));
    desk.ok("group_delete", json!({ "id": desk.id("group", "Geneva Digital Kitchen") }));
    desk.ok("restore_point_make", json!({ "name": "Theirs" }));
    let points = desk.ok("restore_points", json!({}));
    let label = |n: usize| points[n]["label"].as_str().unwrap();
    let at = |wanted: &str| points.as_array().unwrap().iter().position(|p| p["label"] == wanted);
    assert_eq!((label(0), points[0]["file"].as_str()), ("Theirs", Some("")));
    let other = at("Mine (of plan.gdcplan)").unwrap();
    assert_eq!((&points[other]["file"], &points[other]["id"]), (&json!("plan.gdcplan"), &own));
    // Step 1 of the one is not step 1 of the other: what the other file was there is no moment of this one.
    let names = |moments: &Json| moments.as_array().unwrap().iter().map(|m| m["name"].to_string()).collect::<String>();
    let moments = names(&desk.ok("moments_list", json!({})));
    assert!(moments.contains("Theirs") && moments.contains("Mine") && !moments.contains("Ahead"), "{moments}");
    let returned = desk.ok("restore_point_return", json!({ "id": ahead }));
    assert_eq!(returned["announcement"], "Returned to an earlier state. Ctrl+Z undoes it.");
    desk.id("group", "Geneva Digital Kitchen");
}

#[test]
fn where_what_was_put_in_its_place_cannot_be_opened_the_open_plan_stays() {
    let desk = Desk::plan();
    let before = desk.hash();
    let bytes = std::fs::read(desk.path("plan.gdcplan")).unwrap();
    let put = |bytes: &[u8]| {
        std::fs::write(desk.path("new"), bytes).unwrap();
        std::fs::rename(desk.path("new"), desk.path("plan.gdcplan")).unwrap();
    };
    put(b"Dear colleagues,");
    assert_eq!(desk.refused("plan_open", json!({ "file": desk.file("plan.gdcplan") })), "not-a-plan-text");
    assert_eq!(desk.ok("plan_summary", json!({}))["open"], "plan");
    assert_eq!(desk.hash(), before);
    put(&bytes);
    assert_eq!(desk.ok("plan_open", json!({ "file": desk.file("plan.gdcplan") }))["open"], "plan");
    desk.ok("commitment_delete", json!({ "id": first_commitment(&desk) }));
}

#[test]
fn what_a_snapshot_never_spoke_of_stays_also_where_it_is_named_as_a_moment() {
    let desk = Desk::plan();
    let person = desk.ok("person_create", json!({ "fields": { "name": "Zoë" } }))["created"].clone();
    let flagged = json!({ "id": "ITU-013", "field": "follow_up", "value": true });
    desk.ok("commitment_set", flagged);
    desk.ok("group_delete", json!({ "id": desk.id("group", "Geneva Digital Kitchen") }));
    let source = json!({ "at": "moment", "moment": "As given in early 2025" });
    let all = desk.ok("compare", json!({ "a": source, "b": { "at": "now" } }));
    assert!(all["changes"].as_array().unwrap().iter().all(|c| c["kind"] != "person" && c["field"] != "follow_up"));
    desk.ok("moment_return", json!({ "source": source }));
    desk.id("group", "Geneva Digital Kitchen");
    desk.id("person", person.as_str().unwrap());
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }));
    assert_eq!(row["row"]["cells"]["follow_up"]["value"], true);
}

#[test]
fn a_snapshot_is_compared_with_what_is_built_in() {
    let desk = Desk::starter();
    assert_eq!(desk.ok("moments_list", json!({})), json!([]), "the starter is what is built in");
    let summary = desk.ok("plan_open_developments", json!({}));
    assert_eq!(summary["open"], "snapshot");
    assert!(summary["provenance"].as_str().unwrap().contains("Developments since, from public sources"), "{summary}");
    let moments = desk.ok("moments_list", json!({}));
    assert_eq!(sorts(&moments), ["parent"]);
    assert_eq!(moments[0]["source"], json!({ "at": "shipped", "name": "starter" }));
    assert_eq!(moments[0]["day"], "10\u{a0}February 2025");
    let all = desk.ok("compare", json!({ "a": moments[0]["source"], "b": { "at": "now" } }));
    let changes = all["changes"].as_array().unwrap();
    assert_eq!(all["total"], changes.len());
    let count = |what: &str| changes.iter().filter(|c| c["what"] == what).count();
    assert_eq!((&all["added"], &all["removed"]), (&json!(count("added")), &json!(count("removed"))));
    let sum = ["added", "removed", "changed"].iter().map(|part| all[part].as_u64().unwrap()).sum::<u64>();
    assert_eq!(all["rows"], sum);
    assert!(all["changed"].as_u64().unwrap() < count("changed") as u64, "rows, not fields");
    let some = desk.ok("compare", json!({ "a": moments[0]["source"], "b": { "at": "now" }, "limit": 3 }));
    assert_eq!((some["changes"].as_array().unwrap().len(), &some["total"]), (3, &all["total"]));
    let review = changes.iter().find(|c| c["field"] == "date" && c["title"] == "WSIS+20 review").unwrap();
    assert_eq!((&review["field_label"], &review["after_text"]), (&json!("Date"), &json!("16 and 17 December 2025")));
    // The words of a date are told with the date; programs get them by themselves.
    let worded = |list: &Json| list["changes"].as_array().unwrap().iter().any(|c| c["field"] == "date_words");
    let ask = json!({ "a": moments[0]["source"], "b": { "at": "now" }, "every_field": true });
    assert_eq!((worded(&all), worded(&desk.ok("compare", ask))), (false, true));
    assert_eq!(desk.refused("moment_return", json!({ "source": moments[0]["source"] })), "read-only-plan");
}

#[test]
fn who_only_reads_sees_what_was_written_when_it_is_looked_again() {
    let writer = Desk::plan();
    let reader = Desk::over(tempfile::tempdir().unwrap(), true);
    let file = reader.session.mint(&writer.path("plan.gdcplan"));
    assert_eq!(reader.ok("plan_open", json!({ "file": file }))["open"], "plan_read_only");
    assert_eq!(reader.ok("plan_refresh", json!({})), json!({ "changed": false, "may_edit": false }));
    writer.ok("commitment_delete", json!({ "id": first_commitment(&writer) }));
    assert_ne!(reader.hash(), writer.hash());
    reader.events.lock().unwrap().clear();
    assert_eq!(reader.ok("plan_refresh", json!({})), json!({ "changed": true, "may_edit": false }));
    assert_eq!(reader.hash(), writer.hash());
    let events = reader.events.lock().unwrap().clone();
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].0.as_str(), &events[0].1["many"]), ("plan-changed", &json!(true)));
    assert_eq!(writer.ok("plan_refresh", json!({})), json!({ "changed": false, "may_edit": true }));
    writer.ok("plan_close", json!({}));
    assert_eq!(reader.ok("plan_refresh", json!({}))["may_edit"], true);
    assert_eq!(reader.ok("plan_open", json!({ "file": file }))["open"], "plan");
    assert_eq!(Desk::starter().ok("plan_refresh", json!({})), json!({ "changed": false, "may_edit": false }));
}
