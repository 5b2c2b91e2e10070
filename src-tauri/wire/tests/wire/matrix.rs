//! The matrix: the annex in words, its lines, the counts and their links, the table of text.

use serde_json::{Value as Json, json};

use crate::support::Desk;

/// A cell of the annex: what its lines say.
fn cell(annex: &Json, objective: &str, column: &str) -> Vec<String> {
    let rows = annex["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["objective"]["id"] == objective).unwrap();
    let cells = row["cells"].as_array().unwrap();
    let cell = cells.iter().find(|cell| cell["column"] == column).unwrap();
    cell["lines"].as_array().unwrap().iter().map(said).collect()
}

fn said(line: &Json) -> String {
    let part = |name: &str| line[name].as_str().unwrap().to_owned();
    [part("short"), part("title"), part("lead"), part("reason")]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" | ")
}

fn line(annex: &Json, short: &str) -> Json {
    let rows = annex["rows"].as_array().unwrap().iter();
    let lines =
        rows.flat_map(|row| row["cells"].as_array().unwrap()).flat_map(|cell| cell["lines"].as_array().unwrap());
    lines.into_iter().find(|line| line["short"] == short).unwrap_or_else(|| panic!("{short}")).clone()
}

#[test]
fn the_annex_is_printed_with_who_leads_as_stated_and_the_reason() {
    let desk = Desk::starter();
    let annex = desk.ok("matrix_annex", json!({}));
    let objectives: Vec<&str> =
        annex["rows"].as_array().unwrap().iter().map(|row| row["objective"]["id"].as_str().unwrap()).collect();
    assert_eq!(objectives, ["ALL", "O1", "O2", "O3", "O4", "O5", "FOLLOW-UP"]);
    assert_eq!(
        cell(&annex, "O3", "wsis_process"),
        [
            "C5 | Confidence and security | ITU sole lead | Most directly relevant: cyber threats, privacy, safety",
            "C10 | Ethical dimensions | UNESCO sole lead | Trust through ethics in digital governance",
            "C6 | Enabling environment | ITU lead with UNDP, United Nations regional commissions, UNCTAD, UN DESA and UNIDO \
             as co-leads | Stable ground: policies and rules for protection and trust",
            "C11 | International and regional cooperation | UN DESA named first with ITU, United Nations regional commissions, \
             UNDP and UNESCO as co-leads | Cooperation on cybersecurity, data sharing and responsible use",
        ]
    );
    assert_eq!(
        cell(&annex, "O4", "itu_activities"),
        [
            "ITU-031 | ICT Development Index (IDI) indicators",
            "ITU-032 | Global Cybersecurity Index (GCI)",
            "ITU-035 | Broadband Commission Working Group on Data Governance",
            "ITU-036 | Data interoperability efforts of TSB (ITU-T) | led by ITU-T",
        ]
    );
    assert_eq!(line(&annex, "ITU-121")["double"], "Also under Digital space and human rights: ITU-026");
    assert_eq!((annex["named"].as_u64(), annex["action_lines"].as_u64()), (Some(10), Some(18)));
    let provenance = &line(&annex, "C2")["provenance"];
    assert_eq!(provenance, "ITU action plan, Annex, objective 1, WSIS process; stated");
}

#[test]
fn a_line_is_added_moved_edited_and_taken_out_each_in_one_step() {
    let desk = Desk::plan();
    let annex = || desk.ok("matrix_annex", json!({}));
    let undone = |n: usize| (0..n).for_each(|_| drop(desk.ok("undo", json!({}))));
    let before = desk.hash();
    let behind = line(&annex(), "ITU-031")["row"].clone();
    let add = json!({ "objective": "O4", "column": "itu_activities", "title": "Open data portal", "after": behind });
    let added = desk.ok("matrix_line_add", add);
    assert_eq!(added["announcement"], "Commitment added. Ctrl+Z undoes it.");
    assert_eq!(cell(&annex(), "O4", "itu_activities")[1], "ITU-142 | Open data portal");
    assert_eq!(line(&annex(), "ITU-142")["printed"], false);
    let link = json!({ "objective": "O4", "column": "wsis_process", "action_line": "C1", "reason": "Public bodies hold data" });
    desk.ok("matrix_line_add", link);
    let lines = cell(&annex(), "O4", "wsis_process");
    assert!(lines[4].starts_with("C1 |") && lines[4].ends_with("Public bodies hold data"), "{lines:?}");
    // Of whom nothing is stated but from memory, nobody leads.
    assert_eq!(
        line(&annex(), "C1")["lead"],
        "UN DESA facilitator with ITU and United Nations regional commissions as co-facilitators"
    );
    let row = line(&annex(), "C1")["row"].clone();
    let to = json!({ "row": row, "objective": "O4", "column": "wsis_process", "after": null });
    assert_eq!(desk.ok("matrix_line_move", to)["announcement"], "Line of the annex moved. Ctrl+Z undoes it.");
    assert!(cell(&annex(), "O4", "wsis_process")[0].starts_with("C1 |"));
    desk.ok("mapping_set", json!({ "id": row["id"], "field": "reason", "value": "Shorter" }));
    assert!(cell(&annex(), "O4", "wsis_process")[0].ends_with("Shorter"));
    desk.ok("matrix_line_remove", json!({ "row": row }));
    let removed = desk.ok("matrix_line_remove", json!({ "row": line(&annex(), "ITU-031")["row"] }));
    assert_eq!(removed["announcement"], "Line taken out of the annex. Ctrl+Z undoes it.");
    assert_eq!(cell(&annex(), "O4", "wsis_process").len(), 4);
    assert_eq!(cell(&annex(), "O4", "itu_activities").len(), 4);
    undone(6);
    assert_eq!(desk.hash(), before);
}

#[test]
fn a_line_that_makes_no_sense_is_refused_in_words() {
    let desk = Desk::plan();
    let add = |body: Json| desk.refused("matrix_line_add", body);
    let cell = |more: Json| {
        let mut body = json!({ "objective": "O4", "column": "itu_activities" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    assert_eq!(add(cell(json!({}))), "one-of");
    assert_eq!(add(cell(json!({ "title": "  " }))), "one-of");
    assert_eq!(add(cell(json!({ "title": "Both", "action_line": "C1" }))), "one-of");
    assert_eq!(add(cell(json!({ "action_line": "C1" }))), "annex-action-line");
    assert_eq!(add(cell(json!({ "title": "x".repeat(301) }))), "too-long");
    assert_eq!(add(json!({ "objective": "O4", "column": "__proto__", "title": "x" })), "bad-request");
    assert_eq!(
        desk.call("matrix_line_add", json!({ "objective": "O9", "column": "itu_activities", "title": "x" }))
            .unwrap_err()
            .sort,
        "stale"
    );
    let group = desk.id("group", "Working Group on Digital Technologies");
    assert_eq!(
        desk.refused("matrix_line_remove", json!({ "row": { "kind": "group", "id": group } })),
        "annex-not-a-line"
    );
    // The same action line by the same document once more is the same link.
    let link = json!({ "objective": "O4", "column": "wsis_process", "action_line": "C1" });
    desk.ok("matrix_line_add", link.clone());
    assert_eq!(add(link), "exists-already");
}

#[test]
fn a_number_opens_the_links_that_it_counts_and_commitments_are_filtered_by_them() {
    let desk = Desk::plan();
    let counts = desk.ok("matrix_counts", json!({ "across": "provision" }));
    let columns = counts["columns"].as_array().unwrap();
    let cells = counts["cells"].as_array().unwrap();
    let most = cells.iter().max_by_key(|cell| cell["count"]["commitments"].as_u64()).unwrap();
    let at = |edge: &str| most[edge].as_u64().unwrap() as usize;
    let (objective, entry) = (&counts["rows"][at("row")]["row"]["id"], &columns[at("column")]["row"]["id"]);
    let ask = json!({ "across": "provision", "objective": objective, "entry": entry });
    let links = desk.ok("matrix_links", ask);
    assert_eq!(links["count"], most["count"]["links"]);
    assert_eq!(links["commitments"], most["count"]["commitments"]);
    let filters = json!([
        { "field": "objective", "any": [objective] },
        { "field": "provision", "any": [entry] },
    ]);
    let query = json!({ "text": "", "filters": filters, "sort": [], "group": null });
    let view = desk.ok("view_get", json!({ "kind": "commitment", "query": query, "from": 0, "to": 50 }));
    assert_eq!(view["count"], most["count"]["commitments"]);
    let choices = desk.ok("view_choices", json!({ "kind": "commitment", "field": "provision" }));
    let found = choices.as_array().unwrap().iter().find(|choice| choice["key"] == *entry).unwrap();
    assert!(
        found["count"].as_u64() >= most["count"]["commitments"].as_u64()
            && !found["label"].as_str().unwrap().is_empty()
    );
    let none = json!({ "text": "", "filters": [{ "field": "provision", "any": [null] }], "sort": [], "group": null });
    let without = desk.ok("view_get", json!({ "kind": "commitment", "query": none, "from": 0, "to": 1 }));
    let linked: std::collections::HashSet<String> = desk
        .ok("matrix_links", json!({ "across": "provision", "to": 2000 }))["links"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|link| link["from"]["kind"] == "commitment")
        .map(|link| link["from"]["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(without["count"].as_u64().unwrap() as usize + linked.len(), view["total"].as_u64().unwrap() as usize);
    // Whose word it is, told apart.
    let ours = desk.ok("matrix_counts", json!({ "across": "provision", "basis": "our_reading" }));
    let stated = desk.ok("matrix_counts", json!({ "across": "provision", "basis": "stated" }));
    let all = |counts: &Json| counts["all"]["links"].as_u64().unwrap();
    assert_eq!(all(&ours) + all(&stated), all(&counts));
}

#[test]
fn the_table_of_text_holds_every_line_and_replaces_no_plan() {
    let desk = Desk::plan();
    let title = "=HYPERLINK(\"http://example.org\")";
    desk.ok("matrix_line_add", json!({ "objective": "O4", "column": "itu_activities", "title": title }));
    let written = desk.ok("matrix_write", json!({ "file": desk.file("annex.csv") }));
    let text = std::fs::read_to_string(desk.path("annex.csv")).unwrap();
    assert_eq!(text.lines().count() as u64, written["rows"].as_u64().unwrap() + 1);
    assert!(text.starts_with('\u{feff}') && text.contains("\"'=HYPERLINK(\"\"http://example.org\"\")\""), "{text}");
    assert!(!text.contains('\u{2068}'), "marks of direction in a table");
    desk.ok("matrix_write", json!({ "file": desk.file("annex.csv"), "across": "action_line" }));
    let text = std::fs::read_to_string(desk.path("annex.csv")).unwrap();
    assert!(text.contains("C7-EGOV") && text.lines().count() == 9, "{text}");
    std::fs::copy(desk.path("plan.gdcplan"), desk.path("other.csv")).unwrap();
    for name in ["plan.gdcplan", "other.csv"] {
        assert_eq!(desk.refused("matrix_write", json!({ "file": desk.file(name) })), "file-exists");
    }
}

#[test]
fn a_role_is_moved_and_copied_by_the_names_that_people_type() {
    let desk = Desk::plan();
    let card = desk.ok("group_card", json!({ "id": "Working Group on Digital Technologies" }));
    let role = card["sub_groups"][0]["roles"][0]["id"].as_str().unwrap();
    let moved =
        desk.ok("assignment_move", json!({ "id": role, "group": "Sub-group on objective 2", "organization": "ODET" }));
    assert_eq!(moved["announcement"], "Role moved. Ctrl+Z undoes it.");
    let copied = desk.ok("assignment_move", json!({ "id": role, "organization": "UNESCO", "copy": true }));
    assert_eq!(copied["announcement"], "Role copied. Ctrl+Z undoes it.");
    let card = desk.ok("group_card", json!({ "id": "Sub-group on objective 2" }));
    let held: Vec<&str> =
        card["roles"].as_array().unwrap().iter().map(|role| role["holder"]["short"].as_str().unwrap()).collect();
    assert_eq!(held, ["ODET", "UNESCO"]);
    assert_eq!(desk.refused("assignment_move", json!({ "id": role, "organization": "UNESCO" })), "role-held");
}

#[test]
fn the_load_counts_what_several_documents_state_once_and_says_what_falls_together() {
    let desk = Desk::plan();
    let load = |holder: &str| desk.ok("roles_load", json!({ "holders": [holder] }))[0].clone();
    assert_eq!(load("UNDESA-is-not-here")["words"], "no role now");
    let group = desk.id("group", "Sub-group on objective 2");
    let assign = |role: &str, start: &str, end: &str| {
        let place = format!("from {start}");
        let fields = json!({ "group": group, "organization": "UPU", "role": role, "start": start, "end": end,
            "source_para": place });
        desk.ok("assignment_create", json!({ "fields": fields }));
    };
    let before = load("UPU");
    assign("member", "2024-01", "2024-06");
    assign("observer", "2024-06", "2030");
    assign("observer", "2024-07", "2031");
    let after = load("UPU");
    let number = |load: &Json, name: &str| load[name].as_u64().unwrap();
    // The first is over, the other two are one.
    assert_eq!(number(&after, "roles"), number(&before, "roles") + 1);
    assert_eq!(number(&after, "at_once"), number(&before, "at_once") + 2);
    assert_eq!(number(&after, "groups"), 1);
}
