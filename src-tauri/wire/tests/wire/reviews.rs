//! Reviews as the window and scripts go through them: files in, items in sentences, decisions, one step, minutes.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

/// A plan that was shared, and colleagues who work on copies of it.
pub struct Round {
    pub desk: Desk,
}

impl Round {
    pub fn new() -> Round {
        let desk = Desk::kept_plan();
        desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
        Round { desk }
    }

    /// What a colleague sends back, who changed some things.
    pub fn back(&self, who: &str, change: impl FnOnce(&Desk)) -> String {
        let theirs = Desk::over(tempfile::tempdir().unwrap(), false);
        theirs.session.act_as(&format!("Person of {who}"), who);
        std::fs::copy(self.desk.path("sent.gdcsnap"), theirs.path("sent.gdcsnap")).unwrap();
        theirs.ok("plan_open", json!({ "file": theirs.file("sent.gdcsnap") }));
        theirs.ok("plan_copy", json!({ "file": theirs.file("theirs.gdcplan") }));
        change(&theirs);
        let name = format!("{who}.gdcsnap");
        theirs.ok("snapshot_write", json!({ "file": theirs.file(&name), "name": format!("From {who}") }));
        std::fs::copy(theirs.path(&name), self.desk.path(&name)).unwrap();
        self.desk.file(&name)
    }
}

pub fn set(desk: &Desk, kind: &str, id: &str, field: &str, value: Json) {
    let id = desk.id(kind, id);
    desk.ok(&format!("{kind}_set"), json!({ "id": id, "field": field, "value": value }));
}

/// Gives a commitment these partners and no others.
fn partners(desk: &Desk, names: &[&str]) {
    let ids: Vec<String> = names.iter().map(|name| desk.id("organization", name)).collect();
    set(desk, "commitment", "ITU-013", "partners", json!(ids));
}

pub fn find<'a>(items: &'a Json, field: &str) -> &'a Json {
    let found = items["items"].as_array().unwrap().iter().find(|item| item["field"] == field);
    found.unwrap_or_else(|| panic!("{field} is not in {items:#}"))
}

#[test]
fn what_two_colleagues_changed_comes_back_in_sentences_and_is_one_step() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-001", "title", json!("A title by BDT"));
        set(theirs, "commitment", "ITU-002", "next_step", json!("Call a meeting"));
    });
    let tsb = round.back("TSB", |theirs| {
        set(theirs, "commitment", "ITU-001", "title", json!("A title by TSB"));
    });
    let before = desk.hash();
    let started = desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    assert_eq!(desk.hash(), before, "an open review changes nothing");
    let view = &started["review"];
    assert_eq!((&view["counts"]["taken"], &view["counts"]["conflicts"]), (&json!(1), &json!(1)), "{view:#}");
    assert_eq!(view["sentence"], "Apply 1, leave 1 open");
    assert!(view["files"][0]["sentence"].as_str().unwrap().contains("Last common version: As sent"), "{view:#}");
    let items = desk.ok("review_items", json!({}));
    let (title, step) = (find(&items, "title"), find(&items, "next_step"));
    assert_eq!(title["state"], "conflict");
    assert_eq!(title["theirs"].as_array().unwrap().len(), 2);
    assert_eq!(step["sentence"], "BDT filled in next step: Call a meeting");
    println!("{}", title["sentence"]);
    let whose = title["theirs"][1]["from"][0].clone();
    let decided = desk.ok(
        "review_decide",
        json!({ "review": view["review"], "items": [title["item"]], "decision": "theirs", "from": whose }),
    );
    assert_eq!(decided["review"]["sentence"], "Apply all 2 items");
    let done = desk.ok("review_apply", json!({ "review": view["review"], "op": items["op"] }));
    assert_eq!((&done["settled"], &done["open"]), (&json!(2), &json!(0)), "{done:#}");
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-001" }));
    assert_eq!(row["row"]["cells"]["title"]["text"], title["theirs"][1]["value"]["text"]);
    // The same file again changes nothing.
    let after = desk.hash();
    let again = desk.ok("review_start", json!({ "files": [desk.file("BDT.gdcsnap")] }));
    assert_eq!(again["review"]["counts"]["items"], 0, "{again:#}");
    desk.ok("review_close", json!({ "review": again["review"]["review"] }));
    // Undone, it is open again with its decisions.
    desk.ok("undo", json!({}));
    assert_eq!(desk.hash(), before);
    let open = desk.ok("review_get", json!({ "review": view["review"] }));
    assert_eq!((&open["state"], &open["counts"]["decided"]), (&json!("open"), &json!(1)), "{open:#}");
    desk.ok("redo", json!({}));
    assert_eq!(desk.hash(), after);
    assert!(!texts(&json!([])).contains(&"x"));
}

#[test]
fn minutes_say_what_a_file_proposed_and_the_common_version_once_all_of_it_was_taken() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-001", "title", json!("A title by BDT"));
        set(theirs, "commitment", "ITU-003", "next_step", json!("Call a meeting"));
        set(theirs, "commitment", "ITU-002", "next_step", json!("Call a meeting"));
    });
    let tsb = round.back("TSB", |_| ());
    desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let view = desk.ok("review_get", json!({}));
    let review = &view["review"];
    desk.ok("review_apply", json!({ "review": review, "op": view["op"] }));
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    // In the order of the plan, whatever their ids.
    let taken: Vec<&Json> = minutes["taken"].as_array().unwrap().iter().map(|line| &line["ref"]).collect();
    assert_eq!(taken, ["ITU-001", "ITU-002", "ITU-003"], "{minutes:#}");
    for (who, words, items) in
        [("BDT", "Last common version: As sent.", 3), ("TSB", "It proposes nothing that the plan does not have.", 0)]
    {
        let file = minutes["files"].as_array().unwrap().iter().find(|file| file["organization"] == who).unwrap();
        assert!(file["sentence"].as_str().unwrap().ends_with(words), "{file}");
        assert_eq!(file["items"], items, "{file}");
    }
    let text = minutes["text"].as_str().unwrap();
    assert!(text.contains("Last common version: As sent.") && text.contains("Taken without a conflict (3)"), "{text}");
}

#[test]
fn what_stands_in_an_issued_document_is_asked_and_says_in_which() {
    const TITLE: &str = "ITU action plan for the Global Digital Compact";
    let round = Round::new();
    let desk = &round.desk;
    set(desk, "document", TITLE, "symbol", json!("C26/50"));
    set(desk, "document", TITLE, "state", json!("issued"));
    // What the file says is asked, also what counts from the file before it: of this one there is none.
    desk.ok("block_add", json!({ "document": TITLE, "fields": { "kind": "updates" } }));
    let report = json!({ "commitment": "ITU-014", "date": "2025-01-10", "report": "It was begun" });
    let report = desk.ok("update_create", json!({ "fields": report }))["created"].clone();
    desk.ok("plan_export", json!({ "file": desk.file("issued.docx"), "format": "docx" }));
    let objective = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }));
    let given = |field: &str| objective["row"]["cells"][field]["value"].clone();
    let later = json!({ "fields": {
        "title": "Stated after the document", "objective": given("objective"), "owner": given("owner"),
    } });
    desk.ok("commitment_create", later);
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-013", "title", json!("A title by BDT"));
        set(theirs, "commitment", "ITU-013", "next_step", json!("Call a meeting"));
        set(theirs, "commitment", "Stated after the document", "title", json!("Stated after it"));
        theirs.ok("update_set", json!({ "id": report, "field": "report", "value": "It was ended" }));
        let more = json!({ "kind": "paragraph", "text": "One sentence more" });
        theirs.ok("block_add", json!({ "document": TITLE, "fields": more }));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let counts = &started["review"]["counts"];
    assert_eq!((&counts["taken"], &counts["asked"]), (&json!(2), &json!(3)), "{counts:#}");
    let items = desk.ok("review_items", json!({ "filter": { "state": "asked" } }));
    let said = format!("It stands in C26/50 ({TITLE}), as issued. What was issued is always asked about.");
    for field in ["title", "report", ""] {
        let asked = find(&items, field);
        assert_eq!((&asked["why"], &asked["why_text"]), (&json!("issued"), &json!(said)), "{asked:#}");
    }
    // Nobody decided: what was issued stays, and the review is open in it.
    let done = desk.ok("review_apply", json!({ "review": started["review"]["review"], "op": items["op"] }));
    assert_eq!((&done["settled"], &done["open"]), (&json!(2), &json!(3)), "{done:#}");
    // A document that is a draft again binds nobody.
    desk.ok("undo", json!({}));
    set(desk, "document", TITLE, "state", json!("draft"));
    let free = desk.ok("review_get", json!({}));
    assert_eq!(free["counts"]["asked"], 0, "{free:#}");
}

#[test]
fn an_issued_document_of_which_no_file_was_made_binds_as_it_is_and_so_do_its_own_words() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        let asked = json!({ "kind": "block", "from": 0, "to": 1000, "query": { "text": "" }, "fields": ["kind"] });
        let blocks = theirs.ok("view_get", asked);
        let rows = blocks["rows"].as_array().unwrap();
        let words = rows.iter().find(|row| row["cells"]["kind"]["value"] == "paragraph").unwrap();
        theirs.ok("block_set", json!({ "id": words["id"], "field": "text", "value": "Other words" }));
    });
    let counts = desk.ok("review_start", json!({ "files": [bdt] }))["review"]["counts"].clone();
    assert_eq!((&counts["taken"], &counts["asked"]), (&json!(1), &json!(0)), "{counts:#}");
    set(desk, "document", "ITU action plan for the Global Digital Compact", "state", json!("issued"));
    let counts = desk.ok("review_get", json!({}))["counts"].clone();
    assert_eq!((&counts["taken"], &counts["asked"]), (&json!(0), &json!(1)), "{counts:#}");
}

#[test]
fn what_hangs_on_a_decision_is_decided_with_it() {
    let round = Round::new();
    let desk = &round.desk;
    let opening = json!({ "fields": { "title": "Opening", "date": "2027-03-01" } });
    let opening = desk.ok("milestone_create", opening)["created"].clone();
    let deadline = json!({ "title": "Deadline", "anchor": opening, "anchor_distance": -30, "anchor_unit": "days" });
    let deadline = desk.ok("milestone_create", json!({ "fields": deadline }))["created"].clone();
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
    let before = desk.hash();
    let bdt = round.back("BDT", |theirs| {
        theirs.ok("milestone_delete", json!({ "id": opening }));
        set(theirs, "commitment", "ITU-040", "lead", json!("BR"));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let counts = &started["review"]["counts"];
    assert_eq!((&counts["taken"], &counts["asked"], &counts["open"]), (&json!(0), &json!(4), &json!(4)), "{counts:#}");
    let items = desk.ok("review_items", json!({}));
    let anchor = find(&items, "anchor");
    assert_eq!((&anchor["id"], &anchor["why"]), (&deadline, &json!("emptied")), "{anchor:#}");
    assert!(anchor["why_text"].as_str().unwrap().contains("goes with that deletion"), "{anchor:#}");
    // The row stays and the fact stays: with them all that goes with them, and nothing is open.
    let asked = [find(&items, "")["item"].clone(), find(&items, "lead")["item"].clone()];
    let decided = desk.ok("review_decide", json!({ "review": review, "items": asked, "decision": "mine" }));
    assert_eq!(decided["review"]["counts"]["open"], 0, "{decided:#}");
    let done = desk.ok("review_apply", json!({ "review": review, "op": items["op"] }));
    assert_eq!((&done["settled"], &done["open"]), (&json!(4), &json!(0)), "{done:#}");
    assert_eq!(desk.hash(), before);
}

#[test]
fn a_status_that_came_with_a_successor_by_a_review_is_taken_back_with_its_answer() {
    let round = Round::new();
    let desk = &round.desk;
    let status = |desk: &Desk| {
        let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }));
        let value = |field: &str| row["row"]["cells"][field]["value"].clone();
        [value("status"), value("superseded_by")]
    };
    let before = status(desk);
    let view = desk.ok("carry_get", json!({ "instrument": "A/RES/80/173" }));
    let paragraph = &view["paragraphs"].as_array().unwrap().iter().find(|one| one["paragraph"] == "113").unwrap()["id"];
    let bdt = round.back("BDT", |theirs| {
        let more =
            json!({ "provisions": [paragraph], "decision": "superseded", "commitment": "ITU-013", "by": "ITU-014" });
        theirs.ok("carry_decide", more);
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let all = json!({ "review": started["review"]["review"], "filter": { "state": "asked" }, "decision": "theirs" });
    desk.ok("review_decide", all);
    desk.ok("review_apply", json!({ "review": started["review"]["review"] }));
    assert_eq!(status(desk)[0], "superseded");
    desk.ok("carry_decide", json!({ "provisions": [paragraph], "decision": "open" }));
    assert_eq!(status(desk), before);
}

#[test]
fn of_a_set_that_several_changed_each_is_told_with_what_was_their_own() {
    let round = Round::new();
    let desk = &round.desk;
    let id = |theirs: &Desk, name: &str| json!(theirs.id("organization", name));
    let bdt = round.back("BDT", |theirs| {
        let partners = json!([id(theirs, "UNICEF"), id(theirs, "WHO")]);
        set(theirs, "commitment", "ITU-013", "partners", partners);
    });
    let tsb = round.back("TSB", |theirs| {
        let partners = json!([id(theirs, "FAO")]);
        set(theirs, "commitment", "ITU-013", "partners", partners);
    });
    desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let items = desk.ok("review_items", json!({}));
    let sentence = find(&items, "partners")["sentence"].as_str().unwrap().to_owned();
    assert!(sentence.contains("BDT added to partners: WHO"), "{sentence}");
    assert!(sentence.contains("TSB added to partners: FAO; took out: UNICEF"), "{sentence}");
}

#[test]
fn what_a_deletion_emptied_is_open_where_the_deletion_cannot_be() {
    let round = Round::new();
    let desk = &round.desk;
    let make = |fields: Json| desk.ok("milestone_create", json!({ "fields": fields }))["created"].clone();
    let opening = make(json!({ "title": "Opening", "date": "2027-03-01" }));
    let hangs =
        |title: &str| json!({ "title": title, "anchor": opening, "anchor_distance": -30, "anchor_unit": "days" });
    make(hangs("Deadline"));
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
    let bdt = round.back("BDT", |theirs| drop(theirs.ok("milestone_delete", json!({ "id": opening }))));
    make(hangs("One more"));
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let deletion = json!([find(&items, "")["item"]]);
    desk.ok("review_decide", json!({ "review": review, "items": deletion, "decision": "theirs" }));
    let done = desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(done["settled"], 0, "the row stays, and what hangs on it: {done:#}");
    let minutes = desk.ok("review_minutes", json!({ "review": review }));
    let decided = minutes.to_string().contains("Decided: BDT");
    assert!(!decided, "{minutes:#}");
}

#[test]
fn a_status_that_a_review_brought_without_a_link_is_not_taken_back_with_one() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-004", "status", json!("superseded"));
        let successor = json!(theirs.id("commitment", "ITU-005"));
        set(theirs, "commitment", "ITU-004", "superseded_by", successor);
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let all = json!({ "review": started["review"]["review"], "filter": { "state": "asked" }, "decision": "theirs" });
    desk.ok("review_decide", all);
    desk.ok("review_apply", json!({ "review": started["review"]["review"] }));
    let view = desk.ok("carry_get", json!({ "instrument": "A/RES/80/173" }));
    let paragraph = &view["paragraphs"].as_array().unwrap().iter().find(|one| one["paragraph"] == "67").unwrap()["id"];
    let more = json!({ "provisions": [paragraph], "decision": "superseded", "commitment": "ITU-004", "by": "ITU-005" });
    desk.ok("carry_decide", more);
    desk.ok("carry_decide", json!({ "provisions": [paragraph], "decision": "open" }));
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-004" }));
    assert_eq!(row["row"]["cells"]["status"]["value"], "superseded");
}

#[test]
fn of_a_set_that_several_changed_the_changes_of_one_are_taken_alone() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| partners(theirs, &["UNICEF", "WHO"]));
    let tsb = round.back("TSB", |theirs| partners(theirs, &["FAO"]));
    let started = desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let review = &started["review"]["review"];
    let file = |who: &str| {
        let files = started["review"]["files"].as_array().unwrap();
        files.iter().find(|file| file["organization"] == who).unwrap()["snapshot"].clone()
    };
    let items = desk.ok("review_items", json!({}));
    let item = find(&items, "partners")["item"].clone();
    let has = || {
        let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }));
        let ids = row["row"]["cells"]["partners"]["value"].as_array().unwrap().clone();
        ["UNICEF", "WHO", "FAO"].map(|name| ids.contains(&json!(desk.id("organization", name))))
    };
    for (who, expected) in [("BDT", [true, true, false]), ("TSB", [false, false, true])] {
        let theirs = json!({ "review": review, "items": [item], "decision": "theirs", "from": file(who) });
        desk.ok("review_decide", theirs);
        desk.ok("review_apply", json!({ "review": review }));
        assert_eq!(has(), expected, "{who}");
        desk.ok("undo", json!({}));
    }
    // Of whom it is to be is not said: all of it, as it is shown.
    desk.ok("review_decide", json!({ "review": review, "items": [item], "decision": "theirs" }));
    desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(has(), [false, true, true]);
}

#[test]
fn what_is_held_back_counts_as_open_and_says_why() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        let id = theirs.id("commitment", "ITU-003");
        theirs.ok("commitment_delete", json!({ "id": id }));
    });
    let row = desk.id("commitment", "ITU-003");
    desk.ok("note_create", json!({ "fields": { "text": "Ask the host first", "commitment": row } }));
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let all = json!({ "review": review, "filter": { "state": "asked" }, "decision": "theirs" });
    let decided = desk.ok("review_decide", all);
    let counts = &decided["review"]["counts"];
    let open = desk.ok("review_items", json!({ "filter": { "state": "open" } }));
    assert_eq!(counts["open"], open["total"], "{counts:#}");
    let key = format!("commitment//{row}");
    let held = open["items"].as_array().unwrap().iter().find(|item| item["item"] == key.as_str()).unwrap();
    assert_eq!(held["open"], true, "{held:#}");
    let (apply, waits) = (counts["apply"].clone(), counts["open"].clone());
    let done = desk.ok("review_apply", json!({ "review": review }));
    assert_eq!((&done["settled"], &done["open"]), (&apply, &waits), "{counts:#}");
}

#[test]
fn two_decisions_that_contradict_each_other_are_said_to_be_held_back_before_they_are_applied() {
    let round = Round::new();
    let desk = &round.desk;
    set(desk, "commitment", "ITU-001", "start", json!("2025"));
    set(desk, "commitment", "ITU-001", "end", json!("2027"));
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
    let bdt = round.back("BDT", |theirs| {
        set(theirs, "commitment", "ITU-001", "end", json!("2030"));
        set(theirs, "commitment", "ITU-001", "start", json!("2028"));
    });
    set(desk, "commitment", "ITU-001", "start", json!("2026"));
    set(desk, "commitment", "ITU-001", "end", json!("2026"));
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let start = find(&items, "start")["item"].clone();
    let decided = desk.ok("review_decide", json!({ "review": review, "items": [start], "decision": "theirs" }));
    let after = desk.ok("review_items", json!({}));
    let held = &find(&after, "start")["held"];
    assert!(held["text"].as_str().unwrap().contains("it would end before it starts"), "{held:#}");
    let done = desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(done["open"], decided["review"]["counts"]["open"], "{done:#}");
}

#[test]
fn a_paragraph_that_is_not_for_us_and_is_answered_by_a_colleague_is_one_question() {
    let round = Round::new();
    let desk = &round.desk;
    let paragraph = |desk: &Desk| {
        let view = desk.ok("carry_get", json!({ "instrument": "A/RES/80/173" }));
        view["paragraphs"].as_array().unwrap().iter().find(|one| one["paragraph"] == "67").unwrap().clone()
    };
    let id = paragraph(desk)["id"].clone();
    let bdt = round.back("BDT", |theirs| {
        let more = json!({ "provisions": [id], "decision": "continues", "commitment": "ITU-004" });
        theirs.ok("carry_decide", more);
    });
    desk.ok("carry_decide", json!({ "provisions": [id], "decision": "not_for_us", "because": "For Governments" }));
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let (link, declined) = (find(&items, ""), find(&items, "not_for_us"));
    assert_eq!((&link["why"], &declined["why"]), (&json!("decided-twice"), &json!("opposite")), "{items:#}");
    assert!(link["why_text"].as_str().unwrap().contains("said not to be for us"), "{link:#}");
    assert_eq!(declined["sentence"], "BDT left not for us as it was: not stated; you: yes, because For Governments");
    for (decision, expected) in [("mine", "not_for_us"), ("theirs", "answered")] {
        let one = json!({ "review": review, "items": [link["item"]], "decision": decision });
        let decided = desk.ok("review_decide", one);
        assert_eq!(decided["review"]["counts"]["open"], 0, "{decided:#}");
        desk.ok("review_apply", json!({ "review": review }));
        assert_eq!(paragraph(desk)["decision"], expected);
        let minutes = desk.ok("review_minutes", json!({ "review": review }));
        let lines = minutes["decided"].as_array().unwrap().iter();
        let results: Vec<&str> = lines.map(|line| line["result"].as_str().unwrap()).collect();
        let words = if decision == "mine" { "the version of the plan" } else { "BDT’s version" };
        assert!(results.len() == 2 && results.iter().all(|result| result.contains(words)), "{results:?}");
        desk.ok("undo", json!({}));
    }
}

#[test]
fn a_row_that_was_moved_is_told_with_where_it_stands_now() {
    let round = Round::new();
    let desk = &round.desk;
    let moved = |theirs: &Desk, after: &str| {
        let [row, after] = ["ITU-010", after].map(|reference| theirs.id("commitment", reference));
        theirs.ok("rows_order", json!({ "kind": "commitment", "ids": [row], "after": after }));
    };
    let files = [("BDT", "ITU-001"), ("TSB", "ITU-020"), ("BR", "ITU-001")]
        .map(|(who, after)| round.back(who, |theirs| moved(theirs, after)));
    let started = desk.ok("review_start", json!({ "files": files }));
    let items = desk.ok("review_items", json!({}));
    let sentence = find(&items, "ord")["sentence"].as_str().unwrap().to_owned();
    for words in ["at another place in the list: behind ITU-001", "behind ITU-020", "was: behind ITU-009"] {
        assert!(sentence.contains(words), "{sentence}");
    }
    assert_eq!(find(&items, "ord")["mine"]["text"], "behind ITU-009", "{items:#}");
    let minutes = desk.ok("review_minutes", json!({ "review": started["review"]["review"] }));
    let told = minutes["open"][0]["sentence"].as_str().unwrap();
    assert!(told.contains("put it at another place in the list: behind ITU-001"), "{told}");
}

#[test]
fn several_who_say_the_same_are_listed() {
    let round = Round::new();
    let desk = &round.desk;
    let files = [("BDT", "ITU-002"), ("TSB", "ITU-003"), ("BR", "ITU-004")].map(|(who, other)| {
        round.back(who, |theirs| {
            set(theirs, "commitment", "ITU-001", "evidence", json!("An address"));
            set(theirs, "commitment", other, "next_step", json!("Meet"));
        })
    });
    desk.ok("review_start", json!({ "files": files }));
    let items = desk.ok("review_items", json!({}));
    let sentence = find(&items, "evidence")["sentence"].as_str().unwrap().to_owned();
    assert!(sentence.matches(" and ").count() == 1 && sentence.matches(", ").count() == 1, "{sentence}");
}

#[test]
fn who_keeps_a_row_keeps_what_its_deletion_took_along() {
    let round = Round::new();
    let desk = &round.desk;
    let before = desk.hash();
    let bdt = round.back("BDT", |theirs| {
        let group = theirs.id("group", "UN Steering Committee for Pact Implementation");
        theirs.ok("group_delete", json!({ "id": group }));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    assert!(started["review"]["counts"]["asked"].as_u64().unwrap() > 2, "{started:#}");
    let row = desk.ok("review_items", json!({ "filter": { "kind": "group" } }))["items"][0]["item"].clone();
    let decided = desk.ok("review_decide", json!({ "review": review, "items": [row], "decision": "mine" }));
    assert_eq!(decided["review"]["counts"]["open"], 0, "{decided:#}");
    desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(desk.hash(), before);
}

#[test]
fn where_a_row_cannot_go_what_its_deletion_took_along_stays_and_the_minutes_say_why() {
    let round = Round::new();
    let desk = &round.desk;
    let group = desk.id("group", "UN Steering Committee for Pact Implementation");
    let bdt = round.back("BDT", |theirs| drop(theirs.ok("group_delete", json!({ "id": group }))));
    let fields = json!({ "title": "Its meeting", "group": group, "date": "2027-03" });
    desk.ok("milestone_create", json!({ "fields": fields }));
    let before = desk.hash();
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let all = json!({ "review": review, "filter": { "state": "asked" }, "decision": "theirs" });
    let decided = desk.ok("review_decide", all);
    assert_eq!(decided["review"]["counts"]["apply"], 0, "{decided:#}");
    desk.ok("review_apply", json!({ "review": review }));
    assert_eq!(desk.hash(), before);
    let minutes = desk.ok("review_minutes", json!({ "review": review }))["text"].as_str().unwrap().to_owned();
    assert!(minutes.contains("the row that it belongs to stays") && !minutes.contains(" you "), "{minutes}");
}

#[test]
fn who_takes_all_from_one_colleague_loses_nothing_that_others_put_into_the_same_set() {
    let round = Round::new();
    let desk = &round.desk;
    let bdt = round.back("BDT", |theirs| {
        partners(theirs, &["UNICEF", "WHO"]);
        set(theirs, "commitment", "ITU-001", "title", json!("A title by BDT"));
    });
    let tsb = round.back("TSB", |theirs| partners(theirs, &["UNICEF", "FAO"]));
    let started = desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let review = &started["review"]["review"];
    let files = started["review"]["files"].as_array().unwrap();
    let bdt = files.iter().find(|file| file["organization"] == "BDT").unwrap()["snapshot"].clone();
    let items = desk.ok("review_items", json!({}));
    let both = json!([find(&items, "partners")["item"], find(&items, "title")["item"]]);
    desk.ok("review_decide", json!({ "review": review, "items": both, "decision": "theirs", "from": bdt }));
    desk.ok("review_apply", json!({ "review": review }));
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }));
    let ids = row["row"]["cells"]["partners"]["value"].as_array().unwrap().clone();
    for name in ["UNICEF", "WHO", "FAO"] {
        assert!(ids.contains(&json!(desk.id("organization", name))), "{name}: {ids:?}");
    }
}

#[test]
fn a_paragraph_is_not_for_us_where_the_commitment_that_answered_it_goes() {
    let round = Round::new();
    let desk = &round.desk;
    let paragraph = |desk: &Desk| {
        let view = desk.ok("carry_get", json!({ "instrument": "A/RES/80/173" }));
        view["paragraphs"].as_array().unwrap().iter().find(|one| one["paragraph"] == "67").unwrap().clone()
    };
    let fields = json!({ "title": "Answers the paragraph", "owner": desk.id("organization", "ITU") });
    let made = desk.ok("commitment_create", json!({ "fields": fields }));
    let (id, row) = (paragraph(desk)["id"].clone(), made["created"].clone());
    let answer = json!({ "provisions": [id], "decision": "continues", "commitment": row });
    desk.ok("carry_decide", answer);
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "As sent" }));
    let bdt = round.back("BDT", |theirs| {
        theirs.ok("commitment_delete", json!({ "id": row }));
        theirs
            .ok("carry_decide", json!({ "provisions": [id], "decision": "not_for_us", "because": "For Governments" }));
    });
    let started = desk.ok("review_start", json!({ "files": [bdt] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let all = items["items"].as_array().unwrap();
    let deletion = all.iter().find(|item| item["kind"] == "commitment" && item["field"] == "").unwrap();
    for (decision, expected) in [("mine", "answered"), ("theirs", "not_for_us")] {
        let one = json!({ "review": review, "items": [deletion["item"]], "decision": decision });
        let decided = desk.ok("review_decide", one);
        assert_eq!(decided["review"]["counts"]["open"], 0, "{decision}: {decided:#}");
        desk.ok("review_apply", json!({ "review": review }));
        assert_eq!(paragraph(desk)["decision"], expected, "{items:#}");
        desk.ok("undo", json!({}));
    }
}

#[test]
fn where_two_files_had_nothing_in_common_that_is_not_taken_for_an_empty_place_later() {
    let round = Round::new();
    let desk = &round.desk;
    let step = |desk: &Desk, text: &str| set(desk, "commitment", "ITU-002", "next_step", json!(text));
    step(desk, "First");
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "First" }));
    let bdt = round.back("BDT", |theirs| step(theirs, "By BDT"));
    step(desk, "Second");
    desk.ok("snapshot_write", json!({ "file": desk.file("sent.gdcsnap"), "name": "Second" }));
    let tsb = round.back("TSB", |theirs| step(theirs, "By TSB"));
    step(desk, "Mine");
    let started = desk.ok("review_start", json!({ "files": [bdt, tsb] }));
    let review = &started["review"]["review"];
    let items = desk.ok("review_items", json!({}));
    let item = find(&items, "next_step");
    let later = json!({ "review": review, "items": [item["item"]], "decision": "later" });
    desk.ok("review_decide", later);
    desk.ok("review_apply", json!({ "review": review }));
    // What BDT sends next still says so.
    std::fs::copy(desk.path("BDT.gdcsnap"), desk.path("sent.gdcsnap")).unwrap();
    let again = round.back("BDT", |theirs| set(theirs, "commitment", "ITU-001", "title", json!("Anew")));
    desk.ok("review_start", json!({ "files": [again] }));
    let items = desk.ok("review_items", json!({}));
    let item = find(&items, "next_step");
    assert_eq!((&item["why"], &item["common"]), (&json!("no-common"), &Json::Null), "{item:#}");
}
