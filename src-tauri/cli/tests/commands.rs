//! Every command as a script uses it: the real binary, its output, its exit status.

#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a panic is the message")]

mod support;

use serde_json::{Value, json};
use support::{Folder, set};

fn list(folder: &Folder, kind: &str, file: &str) -> Vec<Value> {
    folder.json(["list", kind, file])["rows"].as_array().unwrap().clone()
}

#[test]
fn the_chain_of_a_first_day_holds_together() {
    let folder = Folder::new();
    folder.run(["new", "p.gdcplan"]).done();
    let rows = folder.json(["list", "commitments", "p.gdcplan"]);
    assert_eq!(rows["kind"], "commitment");
    assert_eq!(rows["count"].as_u64().unwrap() as usize, rows["rows"].as_array().unwrap().len());
    let row = rows["rows"][0].clone();
    let (id, before) = (row["id"].as_str().unwrap(), row["title"].as_str().unwrap());
    assert_eq!(row["ref"], row["reference"]);

    let written = folder.json(["call", "p.gdcplan", "commitment_set", &set(id, "title", "Another title")]);
    assert_eq!(written["op"], 1);
    assert_eq!(folder.field("p.gdcplan", id, "title"), "Another title");
    folder.run(["undo", "p.gdcplan"]).done();
    assert_eq!(folder.field("p.gdcplan", id, "title"), before);
    folder.run(["redo", "p.gdcplan"]).done();
    assert_eq!(folder.field("p.gdcplan", id, "title"), "Another title");

    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap"]).done();
    assert_eq!(folder.json(["verify", "s.gdcsnap"])["whole"], true);
    assert_eq!(folder.json(["verify", "p.gdcplan"])["whole"], true);
    assert_eq!(folder.json(["diff", "p.gdcplan", "s.gdcsnap"]), json!({ "changes": [] }));
    assert_eq!(folder.names(), ["p.gdcplan", "s.gdcsnap"], "no lock and no journal stay behind");
}

#[test]
fn a_new_plan_is_the_starter_or_empty_and_never_replaces_a_file() {
    let folder = Folder::with_plan();
    let before = folder.bytes("p.gdcplan");
    folder.run(["new", "p.gdcplan"]).failed(1, "exists already");
    folder.run(["new", "p.gdcplan", "--empty"]).failed(1, "exists already");
    assert_eq!(folder.bytes("p.gdcplan"), before);

    let empty = folder.json(["new", "e.gdcplan", "--empty", "--title", "Plan of BDT"]);
    assert_eq!((&empty["title"], &empty["counts"]["commitment"]), (&json!("Plan of BDT"), &json!(0)));
    assert_eq!(empty["counts"]["objective"], 7, "the catalogue is there");
    assert_eq!(empty["parents"], json!([]));
    folder.run(["new", "nowhere/p.gdcplan"]).failed(1, "was not found");
    folder.run(["new", "q.gdcplan"]).done();
    let id = |file: &str| folder.json(["info", file])["id"].clone();
    assert_ne!(id("p.gdcplan"), id("q.gdcplan"), "each plan is one of its own");
}

#[test]
fn info_tells_what_a_plan_and_a_snapshot_say_of_themselves() {
    let folder = Folder::with_plan();
    let info = folder.json(["info", "p.gdcplan"]);
    assert_eq!((&info["sort"], &info["schema"], &info["last_step"]), (&json!("plan"), &json!(8), &Value::Null));
    assert_eq!(info["path"], folder.at("p.gdcplan").to_str().unwrap());
    assert_eq!(info["parents"].as_array().unwrap().len(), 1, "it descends from the starter");
    assert_eq!(info["kept"][0]["why"], "origin");
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap", "--name", "For Geneva", "--by", "Amina"]).done();
    let snapshot = folder.json(["info", "s.gdcsnap"]);
    assert_eq!(
        (&snapshot["sort"], &snapshot["id"]),
        (&json!("snapshot"), &folder.json(["info", "p.gdcplan"])["parents"][0]["id"])
    );
    assert!(snapshot["omitted"].as_array().unwrap().contains(&json!("person")));
    let words = folder.run(["info", "p.gdcplan"]).done().out;
    for part in ["ITU action plan", "Step 1: Make a snapshot", "For Geneva", "Amina", "Commitments"] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}

#[test]
fn every_kind_is_listed_by_its_name_in_one_and_in_many() {
    let folder = Folder::with_plan();
    for kind in [
        "commitments",
        "milestones",
        "groups",
        "assignments",
        "indicators",
        "updates",
        "organizations",
        "objectives",
        "provisions",
        "action-lines",
        "goals",
        "mappings",
        "sources",
        "instruments",
        "roles",
        "persons",
        "measurements",
        "calendar-entries",
        "rule-packs",
        "rules",
        "holidays",
        "documents",
        "statements",
        "notes",
        "calendar-entry",
        "calendar_entry",
        "action_line",
        "commitment",
        "Goals",
    ] {
        let rows = list(&folder, kind, "p.gdcplan");
        let words = folder.run(["list", kind, "p.gdcplan"]).done().out;
        assert!(
            words.trim_end().ends_with(&format!("{} row{}", rows.len(), if rows.len() == 1 { "" } else { "s" })),
            "{words}"
        );
        for row in &rows {
            assert!(row["id"].is_string() && row["ref"].is_string(), "{row}");
        }
    }
    folder.run(["list", "wishes", "p.gdcplan"]).failed(1, "no kind of row called “wishes”");
}

#[test]
fn a_list_holds_only_rows_with_all_the_words() {
    let folder = Folder::with_plan();
    let all = list(&folder, "commitments", "p.gdcplan").len();
    let some = folder.json(["list", "commitments", "p.gdcplan", "--where", "giga SCHOOLS"]);
    assert_eq!(some["rows"][0]["title"], "Giga initiative to connect schools");
    assert!((1..all as u64).contains(&some["count"].as_u64().unwrap()));
    let count =
        |kind: &str, text: &str| folder.json(["list", kind, "p.gdcplan", "--where", text])["count"].as_u64().unwrap();
    let all = count("commitments", "");
    let said = ["ongoing", "\"not reported\"", "planned", "completed", "concluded", "superseded", ""];
    let by_status = said.map(|status| count("commitments", &format!("status={status}")));
    assert_eq!(by_status.iter().sum::<u64>(), all, "{by_status:?}");
    assert!(by_status[0] > 20 && count("commitments", "status=Ongoing lead=BDT") < by_status[0]);
    assert_eq!(count("commitments", "giga status=ongoing"), 1);
    assert!(count("assignments", "state=announced") > 0);
    assert_eq!(count("commitments", "standing=yes") + count("commitments", "standing=no"), all);
    assert!(count("commitments", "standing=yes") > 0 && count("milestones", "date=2024-09") > 0);
    folder.run(["list", "commitments", "p.gdcplan", "--where", "status=nonsense"]).failed(1, "not one of the choices");
    let none = folder.json(["list", "commitments", "p.gdcplan", "--where", "no such words"]);
    assert_eq!((&none["count"], &none["rows"]), (&json!(0), &json!([])));
}

#[test]
fn a_row_is_shown_by_reference_code_title_or_id_with_what_is_linked_to_it() {
    let folder = Folder::with_plan();
    let row = folder.json(["show", "p.gdcplan", "ITU-013"]);
    assert_eq!((&row["kind"], &row["ref"]), (&json!("commitment"), &json!("ITU-013")));
    assert_eq!(row["words"]["status"], "Ongoing");
    assert!(row["links"].as_array().unwrap().iter().any(|group| group["label"] == "Provisions"));
    assert!(row["roles"].as_array().unwrap().iter().any(|one| one["holder"]["short"] == "UNICEF"));
    for name in [row["id"].as_str().unwrap(), "itu-013", "Giga initiative to connect schools", "commitment:ITU-013"] {
        assert_eq!(folder.json(["show", "p.gdcplan", name])["id"], row["id"], "{name}");
    }
    assert_eq!(folder.json(["show", "p.gdcplan", "C2"])["kind"], "action_line");
    assert_eq!(folder.json(["show", "p.gdcplan", "goal:1"])["kind"], "goal");
    assert_eq!(folder.json(["show", "p.gdcplan", "action-line:C2"])["kind"], "action_line");
    // A provision by its number, where that is the number of one; else behind its instrument.
    for name in ["provision:11(d)", "11(d)", "Compact, 11(d)", "provision:Global Digital Compact ¶ 11 (d)"] {
        assert_eq!(folder.json(["show", "p.gdcplan", name])["ref"], "11(d)", "{name}");
    }
    assert_eq!(folder.json(["show", "p.gdcplan", "A/RES/80/173, 67"])["id"], "A-RES-80-173-67");
    folder.run(["show", "p.gdcplan", "provision:67"]).failed(1, "WSIS+20 outcome, 67; Compact, 67");
    folder.run(["show", "p.gdcplan", "provision:99"]).failed(1, "no longer there, or never was");
    folder.run(["show", "p.gdcplan", "1"]).failed(1, "objective:1, goal:1");
    folder.run(["show", "p.gdcplan", "ITU-999"]).failed(1, "no longer there, or never was");
    folder.run(["show", "p.gdcplan", "commitment:ITU-999"]).failed(1, "no longer there, or never was");
}

#[test]
fn a_call_that_is_refused_changes_nothing_and_says_why() {
    let folder = Folder::with_plan();
    let before = folder.bytes("p.gdcplan");
    for (command, arguments, words) in [
        ("commitment_set", set("ITU-001", "title", ""), "“Title” may not be empty"),
        ("commitment_set", set("ITU-001", "title", "a\u{0}b"), "NUL"),
        ("commitment_set", set("ITU-001", "title", "x".repeat(301)), "at most 300"),
        ("commitment_set", set("ITU-001", "status", "excellent"), "not one of the choices"),
        ("commitment_set", set("ITU-001", "start", "3/4/2026"), "more than one way"),
        ("commitment_set", set("ITU-001", "reference", "X"), "cannot be typed"),
        ("commitment_set", set("ITU-001", "colour", "red"), "no field “colour”"),
        ("commitment_set", set("ITU-999", "title", "x"), "no longer there, or never was"),
        ("commitment_set", r#"{"id":"ITU-001","field":"title","value":"x","was":"y"}"#.into(), "since you saw it"),
        ("commitment_set", r#"{"field":"title"}"#.into(), "missing field `id`"),
        ("commitment_delete", r#"{"id":"about"}"#.into(), "no longer there, or never was"),
        ("plan_open", r#"{"file":"p.gdcplan"}"#.into(), "a command of the window"),
        ("sing", "{}".into(), "“sing” is not a command"),
        ("undo", "{}".into(), "nothing to undo"),
    ] {
        let ran = folder.run(["call", "p.gdcplan", command, &arguments]);
        ran.failed(1, words);
        assert_eq!(folder.bytes("p.gdcplan"), before, "{command} {arguments}");
    }
}

#[test]
fn text_fields_take_any_unicode_and_give_it_back() {
    let folder = Folder::with_plan();
    for text in ["خطة \u{202e}RTL\u{202c}", "计划 \u{1f30d}", "=1+1", "\"quoted\" \\ \t tab", "e\u{301}"] {
        folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", text)]).done();
        assert_eq!(folder.field("p.gdcplan", "ITU-001", "title"), text);
    }
    let escape = "\u{1b}[2J\u{9b}31m red";
    folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "description", escape)]).done();
    let words = folder.run(["show", "p.gdcplan", "ITU-001"]).done().out;
    assert!(!words.contains(['\u{1b}', '\u{9b}']), "a plan must not steer the terminal: {words:?}");
}

#[test]
fn with_json_an_error_is_one_answer_too() {
    let folder = Folder::with_plan();
    let ran = folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", ""), "--json"]);
    assert_eq!(ran.status, 1);
    let error = ran.json()["error"].clone();
    assert_eq!(
        (&error["sort"], &error["code"], &error["args"]["field"]),
        (&json!("refused"), &json!("required"), &json!("title"))
    );
    assert_eq!(ran.err.trim_end(), format!("gdcplan: {}", error["message"].as_str().unwrap()));
    let ran = folder.run(["show", "gone.gdcplan", "C1", "--json"]);
    assert_eq!((ran.status, &ran.json()["error"]["code"]), (1, &json!("no-such-file")));
    let ran = folder.run(["info", "--json"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "a call that was not understood has no answer");
}

#[test]
fn who_acts_is_written_into_history() {
    let folder = Folder::with_plan();
    let call = set("ITU-001", "status", "planned");
    folder.run(["call", "p.gdcplan", "commitment_set", &call, "--by", "Amina Diallo", "--organization", "BDT"]).done();
    let step = folder.json(["history", "p.gdcplan"])["steps"][0].clone();
    assert_eq!((&step["by"], &step["organization"]), (&json!("Amina Diallo"), &json!("BDT")));
    assert!(folder.run(["history", "p.gdcplan"]).done().out.contains("Amina Diallo, BDT"));
}

#[test]
fn history_is_complete_and_can_be_asked_of_one_row_even_of_one_that_is_gone() {
    let folder = Folder::with_plan();
    let lines: String = (0..7)
        .map(|n| {
            format!(
                "{{\"command\":\"commitment_set\",\"args\":{}}}\n",
                set(&format!("ITU-00{}", n % 2 + 1), "title", format!("Title {n}"))
            )
        })
        .collect();
    folder.feed(&["batch", "p.gdcplan"], &lines).done();
    let steps = |arguments: &[&str]| -> Vec<i64> {
        let answer = folder.json(arguments);
        answer["steps"].as_array().unwrap().iter().map(|step| step["op"].as_i64().unwrap()).collect()
    };
    assert_eq!(steps(&["history", "p.gdcplan"]), [7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(steps(&["history", "p.gdcplan", "--limit", "2"]), [7, 6]);
    assert_eq!(steps(&["history", "p.gdcplan", "--limit", "0"]), [0; 0]);
    assert_eq!(steps(&["history", "p.gdcplan", "--row", "ITU-002"]), [6, 4, 2]);

    let note =
        folder.json(["call", "p.gdcplan", "update_create", r#"{"fields":{"commitment":"ITU-001","report":"Done."}}"#]);
    let id = note["created"].as_str().unwrap();
    folder.run(["call", "p.gdcplan", "update_delete", &json!({ "id": id }).to_string()]).done();
    assert_eq!(steps(&["history", "p.gdcplan", "--row", id]), [9, 8]);
    assert_eq!(steps(&["history", "p.gdcplan", "--row", &format!("update:{id}")]), [9, 8]);
    folder.run(["show", "p.gdcplan", id]).failed(1, "no longer there");
    folder.run(["history", "p.gdcplan", "--row", "nobody"]).failed(1, "no longer there");
}

#[test]
fn more_steps_than_a_page_are_all_listed() {
    let folder = Folder::with_plan();
    let lines: String = (0..520)
        .map(|n| format!("{{\"command\":\"commitment_set\",\"args\":{}}}\n", set("ITU-001", "title", format!("T {n}"))))
        .collect();
    folder.feed(&["batch", "p.gdcplan"], &lines).done();
    let steps = folder.json(["history", "p.gdcplan"])["steps"].as_array().unwrap().len();
    assert_eq!(steps, 520);
}

#[test]
fn undo_and_redo_go_on_where_the_last_call_ended() {
    let folder = Folder::with_plan();
    let hash = || folder.json(["hash", "p.gdcplan"])["hash"].clone();
    let mut hashes = vec![hash()];
    for title in ["One", "Two", "Three"] {
        folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", title)]).done();
        hashes.push(hash());
    }
    for wanted in [2, 1, 0] {
        folder.run(["undo", "p.gdcplan"]).done();
        assert_eq!(hash(), hashes[wanted]);
    }
    folder.run(["undo", "p.gdcplan"]).failed(1, "nothing to undo");
    for wanted in [1, 2, 3] {
        folder.run(["redo", "p.gdcplan"]).done();
        assert_eq!(hash(), hashes[wanted]);
    }
    folder.run(["redo", "p.gdcplan"]).failed(1, "nothing to redo");
    let words = folder.run(["undo", "p.gdcplan"]).done().out;
    assert!(words.contains("Undo “Set title”") && words.contains("Three → Two"), "{words}");
}

#[test]
fn the_plan_as_it_was_comes_out_as_a_snapshot() {
    let folder = Folder::with_plan();
    for title in ["One", "Two"] {
        folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", title)]).done();
    }
    folder.run(["snapshot", "p.gdcplan", "two.gdcsnap", "--name", "second"]).done();
    folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", "Three")]).done();
    let before = folder.bytes("p.gdcplan");
    let at = folder.json(["history", "p.gdcplan"])["steps"][2]["at"].as_str().unwrap().to_owned();
    for (moment, title) in [("1", "One"), ("2", "Two"), (at.as_str(), "Two"), ("second", "Two"), ("4", "Three")] {
        folder.run(["at", "p.gdcplan", moment, "then.gdcsnap"]).done();
        assert_eq!(folder.field("then.gdcsnap", "ITU-001", "title"), title, "at {moment}");
    }
    folder.run(["at", "p.gdcplan", "99", "no.gdcsnap"]).failed(1, "Nothing is known of “99”");
    folder.run(["at", "p.gdcplan", "never", "no.gdcsnap"]).failed(1, "Nothing is known of “never”");
    assert_eq!(folder.bytes("p.gdcplan"), before, "looking back changes nothing");
    assert!(!folder.at("no.gdcsnap").exists());
}

#[test]
fn equal_content_has_an_equal_hash_and_any_change_another() {
    let folder = Folder::with_plan();
    folder.run(["new", "q.gdcplan"]).done();
    let hash = |file: &str| folder.json(["hash", file])["hash"].as_str().unwrap().to_owned();
    let first = hash("p.gdcplan");
    assert_eq!((first.len(), &first), (64, &hash("q.gdcplan")));
    folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", "Other")]).done();
    assert_ne!(hash("p.gdcplan"), first);
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap"]).done();
    assert_eq!(hash("s.gdcsnap"), hash("p.gdcplan"));
    assert_eq!(folder.run(["hash", "p.gdcplan"]).done().out.trim_end(), hash("p.gdcplan"));
}

#[test]
fn private_parts_go_along_only_when_asked_for() {
    let folder = Folder::with_plan();
    let person = json!({ "fields": { "name": "Person-Of-Confidence", "email": "secret@example.org" } }).to_string();
    folder.run(["call", "p.gdcplan", "person_create", &person]).done();
    folder
        .run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "follow_up_reason", "Reason-Of-Confidence")])
        .done();
    let rows = |file: &str, kind: &str| list(&folder, kind, file);
    let reason = |file: &str| folder.field(file, "ITU-001", "follow_up_reason");
    let written = folder.json(["snapshot", "p.gdcplan", "none.gdcsnap"]);
    assert_eq!((&written["stays"]["person"], &written["stays"]["commitment.follow_up_reason"]), (&json!(1), &json!(1)));
    assert_eq!((rows("none.gdcsnap", "persons").len(), reason("none.gdcsnap")), (0, Value::Null));
    folder.run(["snapshot", "p.gdcplan", "persons.gdcsnap", "--with", "persons"]).done();
    assert_eq!((rows("persons.gdcsnap", "persons").len(), reason("persons.gdcsnap")), (1, Value::Null));
    folder.run(["snapshot", "p.gdcplan", "both.gdcsnap", "--with", "persons,notes"]).done();
    assert_eq!((rows("both.gdcsnap", "persons").len(), reason("both.gdcsnap")), (1, json!("Reason-Of-Confidence")));
    assert_eq!(folder.json(["diff", "p.gdcplan", "none.gdcsnap"]), json!({ "changes": [] }), "left out is not deleted");
    let words = folder.run(["snapshot", "p.gdcplan", "again.gdcsnap"]).done().out;
    assert!(words.contains("Stays here") && words.contains("Commitment: "), "{words}");
}

#[test]
fn a_snapshot_replaces_a_snapshot_and_nothing_else() {
    let folder = Folder::with_plan();
    folder.write("letter.docx", b"PK\x03\x04 something else that begins like a zip file, with other names in it");
    folder.write("note.txt", "keep me");
    std::fs::create_dir(folder.at("folder")).unwrap();
    for precious in ["p.gdcplan", "letter.docx", "note.txt"] {
        let before = folder.bytes(precious);
        folder.run(["snapshot", "p.gdcplan", precious]).failed(1, "exists already and was not overwritten");
        assert_eq!(folder.bytes(precious), before);
    }
    folder.run(["snapshot", "p.gdcplan", "folder"]).failed(1, "is a folder");
    folder.run(["snapshot", "p.gdcplan", "nowhere/s.gdcsnap"]).failed(1, "was not found");
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap", "--name", "one"]).done();
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap", "--name", "two"]).done();
    assert_eq!(folder.json(["info", "p.gdcplan"])["parents"][0]["name"], "two");
}

#[test]
fn a_copy_descends_from_its_snapshot() {
    let folder = Folder::with_plan();
    folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-001", "title", "Mine")]).done();
    let snapshot = folder.json(["snapshot", "p.gdcplan", "s.gdcsnap", "--name", "For colleagues"]);
    let copy = folder.json(["copy", "s.gdcsnap", "c.gdcplan"]);
    assert_eq!((&copy["parents"][0]["id"], &copy["kept"][0]["id"]), (&snapshot["id"], &snapshot["id"]));
    assert_ne!(copy["id"], folder.json(["info", "p.gdcplan"])["id"]);
    assert_eq!(folder.json(["diff", "s.gdcsnap", "c.gdcplan"]), json!({ "changes": [] }));
    folder.run(["call", "c.gdcplan", "commitment_set", &set("ITU-001", "title", "Theirs")]).done();
    assert_eq!(folder.field("p.gdcplan", "ITU-001", "title"), "Mine");
    folder.run(["copy", "s.gdcsnap", "c.gdcplan"]).failed(1, "exists already");
    folder.run(["copy", "gone.gdcsnap", "d.gdcplan"]).failed(1, "was not found");
    std::fs::rename(folder.at("s.gdcsnap"), folder.at("s.zip")).unwrap();
    folder.run(["copy", "s.zip", "z.gdcplan"]).done();
}

#[test]
fn a_comparison_names_row_field_before_and_after() {
    let folder = Folder::with_plan();
    folder.run(["snapshot", "p.gdcplan", "a.gdcsnap"]).done();
    folder.run(["call", "p.gdcplan", "commitment_set", &set("ITU-013", "status", "concluded")]).done();
    let fields = json!({ "fields": { "title": "Visit to Geneva", "date": "2026-10-05" } }).to_string();
    let made = folder.json(["call", "p.gdcplan", "milestone_create", &fields])["created"].clone();
    let id = folder.json(["show", "p.gdcplan", "ITU-013"])["id"].clone();

    // What a status without a day takes with it is told too; here the status and the new row are looked at.
    let looked_at = |a: &str, b: &str| {
        let all = folder.json(["diff", a, b])["changes"].as_array().unwrap().clone();
        let is = |c: &&Value| c["field"] == "status" || c["field"] == Value::Null;
        (all.iter().filter(is).cloned().collect::<Vec<_>>(), all.len())
    };
    let (changes, count) = looked_at("a.gdcsnap", "p.gdcplan");
    assert_eq!(changes.len(), 2, "{changes:?}");
    let mut changed = changes[0].clone();
    assert_eq!(changed["sentence"].take(), "ITU-013 status: Ongoing → Concluded");
    assert_eq!(
        changed,
        json!({ "kind": "commitment", "id": id, "ref": "ITU-013", "what": "changed", "field": "status",
                "before": "ongoing", "after": "concluded", "sentence": null })
    );
    assert_eq!((&changes[1]["what"], &changes[1]["id"], &changes[1]["field"]), (&json!("added"), &made, &Value::Null));
    assert_eq!((&changes[1]["before"], &changes[1]["after"]["date"]), (&Value::Null, &json!("2026-10-05")));

    let (back, _) = looked_at("p.gdcplan", "a.gdcsnap");
    assert_eq!((&back[0]["before"], &back[0]["after"]), (&json!("concluded"), &json!("ongoing")));
    assert_eq!((&back[1]["what"], &back[1]["before"]["title"]), (&json!("removed"), &json!("Visit to Geneva")));
    let words = folder.run(["diff", "a.gdcsnap", "p.gdcplan"]).done().out;
    assert!(words.ends_with(&format!("{count} differences\n")) && words.contains("Visit to Geneva added"), "{words}");
    assert_eq!(folder.run(["diff", "p.gdcplan", "p.gdcplan"]).done().out, "No differences\n");
}

#[test]
fn the_same_size_and_seed_make_the_same_plan() {
    let folder = Folder::new();
    let make = |file: &str, n: &str, seed: &str| folder.json(["generate", file, "--commitments", n, "--seed", seed]);
    let one = make("a.gdcplan", "40", "7");
    assert_eq!((&one["counts"]["commitment"], &one["counts"]["milestone"]), (&json!(40), &json!(120)));
    assert_eq!(one["hash"], make("b.gdcplan", "40", "7")["hash"]);
    assert_ne!(one["hash"], make("c.gdcplan", "40", "8")["hash"]);
    assert_eq!(make("d.gdcplan", "0", "1")["counts"]["commitment"], 0);
    folder.run(["verify", "a.gdcplan"]).done();
    folder.run(["generate", "a.gdcplan", "--commitments", "1", "--seed", "1"]).failed(1, "exists already");
    folder.run(["generate", "e.gdcplan", "--commitments", "2000000000", "--seed", "1"]).failed(1, "More than 1000000");
    folder.run(["generate", "e.gdcplan", "--commitments", "-5", "--seed", "1"]).failed(2, "whole number");
    assert!(!folder.at("e.gdcplan").exists());
}

#[test]
fn the_wire_list_comes_with_the_shapes_of_arguments_and_answers() {
    let folder = Folder::new();
    let answer = folder.json(["commands"]);
    let commands = answer["commands"].as_array().unwrap();
    let set = commands.iter().find(|c| c["name"] == "commitment_set").unwrap();
    assert_eq!(
        (&set["request"], &set["answer"], &set["writes"]),
        (&json!("FieldSet"), &json!("Written"), &json!(true))
    );
    assert!(answer["typescript"].as_str().unwrap().contains("export type FieldSet = "));
    let words = folder.run(["commands"]).done().out;
    for command in commands {
        assert!(words.contains(&format!("{}(", command["name"].as_str().unwrap())), "{command}");
    }
}

#[test]
fn what_comes_later_says_so() {
    let folder = Folder::with_plan();
    let before = folder.bytes("p.gdcplan");
    for line in [
        &["import", "p.gdcplan", "in.xlsx", "--dry-run"][..],
        &["ask", "p.gdcplan", "--organization", "BDT", "out.xlsx"],
    ] {
        folder.run(line).failed(1, "comes in a later version");
        let ran = folder.run(line.iter().chain(&["--json"]));
        assert_eq!((ran.status, &ran.json()["error"]["code"]), (1, &json!("not-yet")));
    }
    assert_eq!((folder.bytes("p.gdcplan"), folder.names()), (before, vec!["p.gdcplan".to_owned()]));
}

#[test]
fn a_call_that_is_not_understood_ends_with_2_and_the_way_to_call_it() {
    let folder = Folder::new();
    folder.run([""; 0]).failed(2, "Usage: gdcplan");
    folder.run(["list", "groups"]).failed(2, "FILE is missing. Call: gdcplan list KIND FILE [--where TEXT]");
    folder.run(["sing"]).failed(2, "no command sing");
    folder.run(["info", "p", "--lang", "de"]).failed(2, "--lang is one of ar, zh, en, fr, ru, es");
    folder.run(["call", "p", "undo", "{not json"]).failed(2, "JSON is not in the right form");
    assert!(folder.run(["--help"]).done().out.contains("gdcplan generate FILE --commitments N --seed S"));
    assert!(folder.run(["--version"]).done().out.starts_with("gdcplan 0."));
}

#[test]
fn words_come_in_the_language_that_was_asked_for() {
    let folder = Folder::with_plan();
    let english = folder.run(["show", "p.gdcplan", "ITU-999"]).err;
    let pseudo = folder.run(["--lang", "en-XA", "show", "p.gdcplan", "ITU-999"]).err;
    assert_ne!(english, pseudo);
    for language in ["ar", "zh", "fr", "ru", "es"] {
        folder.run(["--lang", language, "show", "p.gdcplan", "ITU-013"]).done();
    }
    let words = folder.run(["show", "p.gdcplan", "ITU-013"]).done().out;
    assert!(!words.contains(['\u{2068}', '\u{2069}']), "a terminal shows marks of direction as rubbish");
}

#[test]
fn letters_that_the_fonts_of_a_pdf_lack_are_told_of_where_people_read() {
    let folder = Folder::with_plan();
    let typed = r#"{"document":"","fields":{"kind":"paragraph","text":"ภ and 😀"}}"#;
    folder.run(["call", "p.gdcplan", "block_add", typed]).done();
    let told = folder.run(["export", "p.gdcplan", "a.pdf"]).done().out;
    assert!(told.contains("Its fonts lack these characters, so they stand in it as boxes: ภ 😀"), "{told}");
    assert_eq!(folder.json(["export", "p.gdcplan", "a.pdf"])["missing"], "ภ 😀");
    assert!(!folder.run(["export", "p.gdcplan", "a.docx"]).done().out.contains("boxes"));
}

#[test]
fn a_document_in_english_says_so_where_another_language_was_asked_for() {
    let folder = Folder::with_plan();
    let said = |arguments: &[&str]| {
        let ran = folder.run(arguments);
        assert_eq!(ran.status, 0, "{ran:?}");
        ran.err
    };
    for name in ["a.html", "a.ics"] {
        let words = format!("gdcplan: Only English words are there for {name}");
        assert!(said(&["export", "p.gdcplan", name, "--lang", "fr"]).starts_with(&words), "{name}");
        assert_eq!(said(&["export", "p.gdcplan", name, "--lang", "en"]), "", "{name}");
        assert_eq!(said(&["export", "p.gdcplan", name]), "", "{name}");
    }
    // Word and workbooks have words of their own in French, and codes are of no language.
    for name in ["a.docx", "a.xlsx", "a.csv", "a.json"] {
        assert_eq!(said(&["export", "p.gdcplan", name, "--lang", "fr"]), "", "{name}");
    }
    let words = "gdcplan: Only English words are there for a.xlsx";
    assert!(said(&["export", "p.gdcplan", "a.xlsx", "--lang", "es"]).starts_with(words));
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap"]).done();
    let minutes = ["review", "p.gdcplan", "s.gdcsnap", "--minutes", "m.txt", "--lang", "es"];
    assert!(said(&minutes).contains("Only English words are there for m.txt"));
}

#[test]
fn whoever_stops_reading_is_not_answered_with_a_crash() {
    let folder = Folder::with_plan();
    for arguments in
        [&["commands"][..], &["list", "provisions", "p.gdcplan"], &["list", "sources", "p.gdcplan", "--json"]]
    {
        let mut child = folder.start(arguments);
        drop(child.stdout.take());
        let ran = support::Ran::of(child.wait_with_output().unwrap());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn reading_leaves_the_file_and_its_folder_as_they_were() {
    let folder = Folder::with_plan();
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap"]).done();
    for file in ["p.gdcplan", "s.gdcsnap"] {
        let before = folder.bytes(file);
        for line in [
            &["info", file][..],
            &["list", "commitments", file],
            &["show", file, "ITU-001"],
            &["history", file],
            &["verify", file],
            &["hash", file],
            &["diff", file, file],
            &["call", file, "plan_summary"],
            &["call", file, "view_get", r#"{"kind":"goal","from":0,"to":3,"source":{"at":"file","file":"s.gdcsnap"}}"#],
        ] {
            folder.run(line).done();
        }
        assert_eq!(folder.bytes(file), before);
    }
    assert_eq!(folder.names(), ["p.gdcplan", "s.gdcsnap"]);
    folder.run(["undo", "s.gdcsnap"]).failed(1, "is a snapshot, which is never changed");
}

#[test]
fn of_an_empty_plan_a_file_is_made_without_a_line_of_counts() {
    let folder = Folder::new();
    folder.run(["new", "e.gdcplan", "--empty"]).done();
    assert_eq!(folder.run(["export", "e.gdcplan", "e.ics"]).done().out, "Made e.ics\n");
}
