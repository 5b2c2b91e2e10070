//! A revision beside the document that it revises: what is another is marked, and no more; made once more it is the same.

use serde_json::{Value as Json, json};

use crate::papers::export;
use crate::reader::{Changes, Said, part, read, said};
use crate::support::Desk;

const TITLE: &str = "ITU action plan for the Global Digital Compact";
const FIRST: &str = "The Council is invited to note what the ITU does for the Compact.";

fn set(desk: &Desk, kind: &str, id: &str, field: &str, value: &str) {
    desk.ok(&format!("{kind}_set"), json!({ "id": id, "field": field, "value": value }));
}

/// The blocks of a document: id and words.
fn blocks(desk: &Desk, document: &str) -> Vec<(String, String)> {
    let query = json!({ "filters": [{ "field": "document", "any": [document] }] });
    let asked = json!({ "kind": "block", "query": query, "from": 0, "to": 500, "fields": ["text"] });
    let rows = desk.ok("view_get", asked)["rows"].as_array().unwrap().clone();
    let text = |row: &Json| row["cells"]["text"]["value"].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), text(row))).collect()
}

/// A document that was issued as C27/5, and later its revision, in which one word and one paragraph are another.
fn revised(desk: &Desk) -> (String, Vec<u8>) {
    set(desk, "document", TITLE, "symbol", "C27/5");
    set(desk, "document", TITLE, "state", "issued");
    desk.ok("block_add", json!({ "document": "C27/5", "fields": { "kind": "paragraph", "text": FIRST } }));
    // Reports count from the file before: of the issued one there was none, of what is drawn later it would be itself.
    let report = json!({ "commitment": "ITU-014", "date": "2025-01-10", "report": "It was begun" });
    desk.ok("update_create", json!({ "fields": report }));
    desk.ok("block_add", json!({ "document": "C27/5", "fields": { "kind": "updates" } }));
    let (_, issued) = export(desk, "issued.docx", json!({ "document": "C27/5" }));
    // What is made of it later, and as what, is no longer as it was issued.
    set(desk, "document", "C27/5", "state", "draft");
    set(desk, "document", "C27/5", "purpose", "To say something else.");
    export(desk, "later.docx", json!({ "document": "C27/5" }));
    let revision = desk.ok("document_revise", json!({ "id": "C27/5" }))["created"].as_str().unwrap().to_owned();
    // In the revision itself they would count from the file that was made of it last.
    let query =
        json!({ "filters": [{ "field": "document", "any": [revision] }, { "field": "kind", "any": ["updates"] }] });
    let asked = json!({ "kind": "block", "query": query, "from": 0, "to": 9, "fields": [] });
    let counted = desk.ok("view_get", asked)["rows"][0]["id"].clone();
    desk.ok("block_delete", json!({ "id": counted }));
    set(desk, "document", &revision, "purpose", "");
    // Both are judged old or not by one day.
    set(desk, "document", &revision, "date", "2025-02-11");
    let of_it = blocks(desk, &revision);
    let (edited, _) = of_it.iter().find(|(_, text)| text == FIRST).unwrap();
    set(desk, "block", edited, "text", &FIRST.replace("note", "approve"));
    let more = json!({ "kind": "paragraph", "text": "A paragraph of its own." });
    desk.ok("block_add", json!({ "document": revision, "fields": more, "after": edited }));
    set(desk, "commitment", "ITU-013", "status", "concluded");
    (revision, issued)
}

/// What is marked as taken out, stretch by stretch.
fn taken(bytes: &[u8]) -> Vec<String> {
    let xml = read(&part(bytes, "word/document.xml"));
    xml.all("w:delText").iter().map(|words| words.said()).collect()
}

/// Both say the same, once all changes are accepted or rejected.
fn same(one: &[u8], other: &[u8], how: Changes) {
    let (one, other): (Vec<Said>, Vec<Said>) = (said(one, how), said(other, how));
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one, other, "{how:?}");
    }
    assert_eq!(one.len(), other.len(), "{how:?}");
}

#[test]
fn who_rejects_all_has_the_document_as_it_was_issued_and_who_accepts_all_the_revision() {
    let desk = Desk::plan();
    let (revision, issued) = revised(&desk);
    let (_, clean) = export(&desk, "clean.docx", json!({ "document": revision }));
    let (_, marked) = export(&desk, "marked.docx", json!({ "document": revision, "against": "" }));
    same(&marked, &clean, Changes::Accepted);
    same(&marked, &issued, Changes::Rejected);

    // The date, the purpose, one status and one word, then the report in its six pieces: the blocks that were copied are the same
    // blocks.
    let taken = taken(&marked);
    assert!(taken.iter().any(|words| words == "note") && taken.len() == 11, "{taken:?}");
    assert_eq!(taken[10], "It was begun", "as the issued file said it, counted from the file before that one");
}

#[test]
fn it_is_noted_and_made_once_more_and_can_be_held_against_any_document_and_state() {
    let desk = Desk::plan();
    let (revision, issued) = revised(&desk);
    let (_, marked) = export(&desk, "marked.docx", json!({ "document": revision, "against": "" }));
    let noted = desk.ok("exports_list", json!({}))[0].clone();
    assert_eq!((&noted["against"], &noted["again"]), (&json!("C27/5"), &json!(true)));
    set(&desk, "commitment", "ITU-014", "status", "concluded");
    let (answer, again) = export(&desk, "again.docx", json!({ "again": noted["id"] }));
    assert!(answer["same"] == true && again == marked);

    // By name it is the same; as it was at a state that is named, it is that one.
    let (_, named) = export(&desk, "named.docx", json!({ "document": revision, "against": "C27/5-E" }));
    same(&named, &issued, Changes::Rejected);
    let now = desk.ok("exports_list", json!({}))[0]["op"].to_string();
    let asked = json!({ "document": revision, "against": "C27/5", "since": { "at": "moment", "moment": now }, "language": "fr" });
    let (_, newer) = export(&desk, "newer.docx", asked);
    let (_, as_is) = export(&desk, "as-is.docx", json!({ "document": "C27/5", "language": "fr" }));
    same(&newer, &as_is, Changes::Rejected);
}

#[test]
fn a_document_of_which_no_file_was_made_is_taken_as_it_is() {
    let desk = Desk::plan();
    let revision = desk.ok("document_revise", json!({ "id": TITLE }))["created"].as_str().unwrap().to_owned();
    let (_, marked) = export(&desk, "marked.docx", json!({ "document": revision, "against": "" }));
    assert_eq!(taken(&marked).concat(), "early 2025", "a copy has no date yet, and nothing else is another");
    let noted = desk.ok("exports_list", json!({}))[0].clone();
    assert_eq!(noted["again"], true);
    let (answer, _) = export(&desk, "again.docx", json!({ "again": noted["id"] }));
    assert_eq!(answer["same"], true);
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let desk = Desk::plan();
    let file = desk.file("x.docx");
    let refused = |more: Json| {
        let mut asked = json!({ "file": file, "document": TITLE });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.refused("plan_export", asked)
    };
    assert_eq!(refused(json!({ "against": "" })), "document-revises-none");
    assert_eq!(refused(json!({ "against": "C99/1" })), "no-such-document");
    let pdf = json!({ "file": desk.file("x.pdf"), "document": TITLE, "against": "" });
    assert_eq!(desk.refused("plan_export", pdf), "pdf-without-changes");
    desk.ok("document_revise", json!({ "id": TITLE }));
    let documents = desk.ok("documents_list", json!({}))["documents"].clone();
    let (first, revision) = (&documents[0]["id"], &documents[1]["id"]);
    let then = json!({ "document": first, "against": revision, "since": { "at": "moment", "moment": "0" } });
    assert_eq!(refused(then), "document-not-then");
    assert!(!desk.path("x.docx").exists() && !desk.path("x.pdf").exists());
}
