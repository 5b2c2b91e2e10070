//! Documents for a council: what a paper says of the rows, its numbers, its figures, its length; what is never in it.

use serde_json::{Value as Json, json};

use crate::support::Desk;

/// A document without blocks, and its id.
fn document(desk: &Desk) -> String {
    let fields = json!({ "title": "Report", "state": "draft", "symbol": "C27/INF/2", "original_language": "en" });
    desk.ok("document_create", json!({ "fields": fields }))["created"].as_str().unwrap().to_owned()
}

fn block(desk: &Desk, document: &str, fields: Json) -> String {
    let added = desk.ok("block_add", json!({ "document": document, "fields": fields }));
    added["created"].as_str().unwrap().to_owned()
}

fn paper(desk: &Desk, document: &str) -> Json {
    desk.ok("document_paper", json!({ "document": document, "limit": 1000 }))
}

fn runs(runs: &Json) -> String {
    runs.as_array().into_iter().flatten().map(|run| run["text"].as_str().unwrap()).collect()
}

/// The pieces of a paper, a line each: "1.1 words", "- words", "| cell | cell".
fn lines(paper: &Json) -> Vec<String> {
    let mut lines = Vec::new();
    for piece in paper["parts"].as_array().unwrap().iter().flat_map(|part| part["pieces"].as_array().unwrap()) {
        let words = runs(&piece["runs"]);
        match piece["is"].as_str().unwrap() {
            "dash" => lines.push(format!("- {words}")),
            "table" => {
                for row in piece["rows"].as_array().unwrap() {
                    let cells = row["cells"].as_array().unwrap().iter().map(|cell| {
                        let paragraphs = cell["paragraphs"].as_array().unwrap().iter().map(|one| runs(&one["runs"]));
                        paragraphs.collect::<Vec<_>>().join(" / ")
                    });
                    lines.push(format!("| {}", cells.collect::<Vec<_>>().join(" | ")));
                }
            }
            _ => lines.push(format!("{} {words}", piece["number"].as_str().unwrap_or("")).trim().to_owned()),
        }
    }
    lines
}

fn said(desk: &Desk, document: &str) -> Vec<String> {
    lines(&paper(desk, document))
}

#[test]
fn the_starter_has_the_document_with_its_box_its_sections_and_its_annex() {
    let desk = Desk::starter();
    let list = desk.ok("documents_list", json!({}));
    assert_eq!(list["documents"][0]["state_text"], "draft");
    assert_eq!(list["documents"][0]["made"], Json::Null);
    assert_eq!(list["documents"].as_array().unwrap().len(), 1);
    let paper = desk.ok("document_paper", json!({ "limit": 1000 }));
    let boxed: Vec<&str> =
        paper["boxed"].as_array().unwrap().iter().map(|boxed| boxed["label"].as_str().unwrap()).collect();
    assert_eq!(boxed, ["Purpose", "Action required", "References"]);
    assert_eq!(paper["findings"], json!([]), "every figure of it is in the plan");
    let lines = lines(&paper);
    let has = |line: &str| assert!(lines.iter().any(|one| one == line), "{line}\n{lines:#?}");
    has("1 The objectives of the Compact within the mandates of the ITU");
    has("Objective 1: Close all digital divides and accelerate progress across the SDGs");
    has("- Giga initiative to connect schools (with UNICEF; ongoing)");
    has("- Sub-group on objective 1, digital divides: Co-lead: ITU (announced); Co-lead: not stated");
    let annex = lines.iter().filter(|line| line.starts_with("| ")).count();
    assert_eq!(annex, 7, "an objective a row");
    let parts = paper["parts"].as_array().unwrap();
    assert_eq!(parts.iter().map(|part| part["landscape"] == true).collect::<Vec<_>>(), [false, true]);
    let pages = paper["length"]["pages"].as_f64().unwrap();
    // Set by LibreOffice it has four pages and three lines.
    assert!((3.7..4.6).contains(&pages), "{pages} pages");
}

#[test]
fn headings_and_paragraphs_are_numbered_and_the_symbol_says_its_language() {
    let desk = Desk::plan();
    let document = document(&desk);
    let heading = |text: &str, level: u8| json!({ "kind": "heading", "level": level, "numbered": true, "text": text });
    let paragraph = |text: &str| json!({ "kind": "paragraph", "numbered": true, "text": text });
    block(&desk, &document, json!({ "kind": "paragraph", "text": "Before all" }));
    block(&desk, &document, heading("One", 1));
    block(&desk, &document, paragraph("First\n\nSecond"));
    let dash = block(&desk, &document, json!({ "kind": "dash", "text": "a\nb" }));
    block(&desk, &document, heading("Two", 1));
    block(&desk, &document, heading("Below", 2));
    block(&desk, &document, paragraph("Third"));
    let wanted = ["Before all", "1 One", "1.1 First", "1.2 Second", "- a", "- b", "2 Two", "2.1 Below", "2.1.1 Third"];
    assert_eq!(said(&desk, &document), wanted);
    let paper = paper(&desk, &document);
    assert_eq!(paper["head"]["symbol"], "C27/INF/2-E");
    let head: Vec<String> = paper["head"]["lines"].as_array().unwrap().iter().map(|line| runs(&line["runs"])).collect();
    assert_eq!(head, ["Document C27/INF/2-E", "Original: English"]);
    let numbers: Vec<&str> =
        paper["outline"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["", "1", "1.1", "", "2", "2.1", "2.1.1"]);

    // A block is put between two, and moved.
    let between = json!({ "document": document, "before": dash, "fields": { "kind": "paragraph", "text": "Between" } });
    let between = desk.ok("block_add", between)["created"].clone();
    assert_eq!(said(&desk, &document)[4..6], ["Between", "- a"]);
    desk.ok("rows_order", json!({ "kind": "block", "ids": [between], "after": dash }));
    assert_eq!(said(&desk, &document)[4..7], ["- a", "- b", "Between"]);
}

#[test]
fn figures_stand_in_sentences_and_what_is_unknown_stays_as_it_was_typed_and_is_said() {
    let desk = Desk::plan();
    let document = document(&desk);
    let text = "See {ITU-013} ({ITU-013.status}), {indicator:AI standards of the ITU}, {ITU-999}, {ITU-013.risks}[^: A {ITU-013.reference} note].";
    block(&desk, &document, json!({ "kind": "paragraph", "text": text }));
    let title = desk.ok("row_get", json!({ "kind": "commitment", "id": "ITU-013" }))["row"]["title"].clone();
    let shown = paper(&desk, &document);
    let line = &lines(&shown)[0];
    let start = format!("See {} (", title.as_str().unwrap());
    assert!(line.starts_with(&start) && line.contains("over 100 standards"), "{line}");
    assert!(line.ends_with("{ITU-999}, not stated."), "{line}");
    let piece = &shown["parts"][0]["pieces"][0]["runs"];
    assert!(piece[1]["tag"].as_str().unwrap().ends_with("/title"), "{piece}");
    let note = piece.as_array().unwrap().iter().find(|run| !run["note"].is_null()).unwrap();
    assert_eq!(runs(&note["note"]), "A ITU-013 note");
    let found: Vec<(&str, &str)> = shown["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["code"].as_str().unwrap(), finding["about"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [("unknown-figure", "{ITU-999}"), ("no-value", "{ITU-013.risks}")]);
    assert_eq!(shown["outline"][0]["finding"], true);

    // A figure that is old by the day of the document is marked; a date that is past is not.
    let stated = json!({ "id": "ITU-013", "field": "status_as_of", "value": "2025-01-10" });
    desk.ok("commitment_set", stated);
    let stale = |day: &str| {
        desk.ok("document_set", json!({ "id": document, "field": "date", "value": day }));
        let shown = paper(&desk, &document);
        let runs = shown["parts"][0]["pieces"][0]["runs"].as_array().unwrap().clone();
        runs.iter().any(|run| run["stale"] == true && run["tag"].as_str().unwrap().ends_with("/status"))
    };
    assert!(!stale("2025-06-30"));
    assert!(stale("2025-08-01"));
}

#[test]
fn every_kind_of_block_says_its_rows_and_that_there_are_none() {
    let desk = Desk::plan();
    let document = document(&desk);
    let only = |fields: Json| {
        let id = block(&desk, &document, fields);
        let lines = said(&desk, &document);
        let findings = paper(&desk, &document)["findings"].clone();
        desk.ok("block_delete", json!({ "id": id }));
        (lines, findings)
    };
    let (lines, _) = only(json!({ "kind": "commitments", "objective": "O4", "holds": "\"ICT Development Index\"" }));
    assert_eq!(lines, ["- ICT Development Index (IDI) indicators (ongoing, as of early 2025)"]);
    let (lines, _) = only(
        json!({ "kind": "commitments", "text": "Leads:", "objective": "O2", "organization": "ITU-D", "caption": "Rows" }),
    );
    assert_eq!(lines[0], "Leads:");
    assert!(lines[1].starts_with("| ITU-"), "{lines:?}");
    assert!(lines[1].ends_with("| ongoing, as of early 2025"), "{lines:?}");
    let (lines, _) = only(json!({ "kind": "milestones", "holds": "\"WSIS+20 review\"", "caption": "Dates" }));
    assert!(lines.iter().any(|line| line.starts_with("| 2025 | WSIS+20 review |")), "{lines:?}");
    let (lines, _) = only(json!({ "kind": "milestones", "since": "2025-06", "holds": "\"AI for Good Summit\"" }));
    assert_eq!(lines, ["- 2025: AI for Good Summit 2025"]);
    let (lines, _) = only(json!({ "kind": "groups", "holds": "\"Sub-group on objective 5\"" }));
    assert_eq!(lines, ["- Sub-group on objective 5, AI: Co-lead: ITU (announced); Co-lead: not stated"]);
    let (lines, _) = only(json!({ "kind": "indicators", "holds": "hubs", "caption": "Counted" }));
    assert!(lines[0].starts_with("| Regional hubs of Young AI Leaders |") && lines[0].contains("| 6"), "{lines:?}");
    let (lines, _) = only(json!({ "kind": "annex", "objective": "O1" }));
    assert!(lines[0].contains("(ITU sole lead)") && lines[0].contains("Giga initiative"), "{lines:?}");
    let (lines, findings) = only(json!({ "kind": "commitments", "holds": "nothing holds this" }));
    assert_eq!(lines, ["There are no commitments to report."]);
    assert_eq!(findings[0]["code"], "no-rows");

    let (lines, _) = only(json!({ "kind": "updates" }));
    assert_eq!(lines, ["Nothing has been reported."]);
    let report = json!({ "id": "ITU-013", "date": "2026-03-01", "report": "It goes on.", "status": "ongoing" });
    desk.ok("commitment_report", report);
    let (lines, _) = only(json!({ "kind": "updates", "since": "2026" }));
    assert!(lines[0].starts_with("- 1\u{a0}March 2026: ITU-013 "), "{lines:?}");
    assert!(lines[0].ends_with(" – ongoing; It goes on. (ITU)"), "{lines:?}");
    let (lines, _) = only(json!({ "kind": "updates", "since": "2026-04" }));
    assert_eq!(lines, ["Nothing has been reported since 1\u{a0}April 2026."]);

    desk.ok("milestone_set", json!({ "id": "WSIS+20 review", "field": "date", "value": "2025-12-16" }));
    let (lines, _) = only(json!({ "kind": "changes", "since": "0", "holds": "WSIS+20 review" }));
    assert!(
        lines.iter().any(|line| line == "- WSIS+20 review: date was 2025 and is now 16\u{a0}December 2025."),
        "{lines:?}"
    );
    let (_, findings) = only(json!({ "kind": "changes", "since": "never made" }));
    assert_eq!(findings[0]["code"], "unknown-since");
}

#[test]
fn a_document_with_the_customary_structure_and_a_revision_are_one_step_each() {
    let desk = Desk::plan();
    let before = desk.hash();
    let made = desk.ok("document_from_template", json!({ "title": "What we did" }));
    assert_eq!(made["announcement"], "Document made with its customary structure. Ctrl+Z undoes it.");
    let id = made["created"].as_str().unwrap().to_owned();
    let shown = paper(&desk, &id);
    // Every date of the starter plan is past.
    let codes: Vec<&Json> = shown["findings"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["no-rows"], "{:?}", lines(&shown));
    assert!(
        lines(&shown)
            .iter()
            .any(|line| line == "Objective 1: Close all digital divides and accelerate progress across the SDGs")
    );
    desk.ok("document_set", json!({ "id": id, "field": "symbol", "value": "C27/5-E" }));
    desk.ok("document_set", json!({ "id": id, "field": "state", "value": "issued" }));
    let revised = desk.ok("document_revise", json!({ "id": "C27/5-E" }));
    let revision = revised["created"].as_str().unwrap();
    let view = paper(&desk, revision);
    assert_eq!(lines(&view), lines(&shown));
    let head = &view["head"]["lines"];
    assert_eq!(runs(&head[0]["runs"]), "Revision 1 to Document C27/5-E");
    let list = desk.ok("documents_list", json!({}));
    let of = |id: &str| list["documents"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone();
    assert_eq!(of(revision)["state"], "draft");
    assert_eq!(of(&id)["revisions"][0]["id"], revision);
    assert_eq!(of(&id)["blocks"], of(revision)["blocks"]);
    for _ in 0..4 {
        desk.ok("undo", json!({}));
    }
    assert_eq!(desk.hash(), before);
    assert_eq!(desk.refused("document_revise", json!({ "id": "C27/5-E" })), "no-such-document");
}

#[test]
fn what_changed_since_the_last_file_is_counted() {
    let desk = Desk::plan();
    let shown = || desk.ok("document_paper", json!({ "limit": 1000 }));
    assert_eq!(shown()["changed"], Json::Null);
    desk.ok("plan_export", json!({ "file": desk.file("first.docx") }));
    assert_eq!(shown()["changed"]["facts"], 0);
    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "status", "value": "concluded" }));
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "paragraph", "text": "One more." } }));
    let view = shown();
    assert_eq!((&view["changed"]["facts"], &view["changed"]["words"]), (&json!(1), &json!(1)));
    assert!(view["told"].as_str().unwrap().starts_with("1 fact changed since "), "{}", view["told"]);
    assert_eq!(view["changed"]["since"]["file"], "first.docx");
    desk.ok("commitment_delete", json!({ "id": "ITU-014" }));
    assert_eq!(shown()["changed"]["facts"], 2, "a row that went is one");
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "changes" } }));
    let lines = lines(&shown());
    assert!(lines.iter().any(|line| line.starts_with("- ITU-013 ") && line.contains("status was ongoing and is now")));
    assert!(lines.iter().any(|line| line.starts_with("- ITU-014 ") && line.ends_with(" was removed.")));
}

#[test]
fn of_many_rows_the_first_are_previewed_and_the_rest_is_counted() {
    let desk = Desk::plan();
    let document = document(&desk);
    block(&desk, &document, json!({ "kind": "commitments", "caption": "All" }));
    let shown = desk.ok("document_paper", json!({ "document": document, "limit": 10 }));
    let table = &shown["parts"][0]["pieces"][0];
    assert_eq!(table["rows"].as_array().unwrap().len(), 10);
    // 141 rows, and a heading over those of each objective.
    assert_eq!((&table["total"], &table["more"]), (&json!(148), &json!("… and 138 more rows")));
    block(&desk, &document, json!({ "kind": "commitments" }));
    let shown = desk.ok("document_paper", json!({ "document": document, "limit": 10 }));
    let pieces = shown["parts"][0]["pieces"].as_array().unwrap();
    assert_eq!(pieces.len(), 12, "a table, ten entries, and how many more there are");
    assert_eq!(runs(&pieces[11]["runs"]), "… and 131 more rows");
}

#[test]
fn nothing_is_told_as_changed_since_a_file_that_is_later_than_the_rows_that_are_shown() {
    let desk = Desk::plan();
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "changes" } }));
    desk.ok("commitment_set", json!({ "id": "ITU-023", "field": "title", "value": "TITLE TWO" }));
    desk.ok("plan_export", json!({ "file": desk.file("first.docx") }));
    desk.ok("commitment_set", json!({ "id": "ITU-024", "field": "title", "value": "TITLE THREE" }));
    let at = |moment: &str| json!({ "at": "moment", "moment": moment });
    let shown = |moment: &str| {
        let view = desk.ok("document_paper", json!({ "limit": 1000, "source": at(moment) }));
        (lines(&view).last().unwrap().clone(), view["changed"].clone())
    };
    let (last, changed) = shown("1");
    let first = "There is no earlier version of this document to compare with.";
    assert_eq!(last, first);
    assert_eq!(changed, Json::Null, "it was made of what came later");
    assert_eq!(shown("2").0, first, "the file of this state is this version");
    let (last, changed) = shown("3");
    assert!(last.starts_with("- ITU-024 TITLE THREE: title was "), "{last}");
    assert_eq!(changed["words"], 1);

    // A file of an older moment is one of that moment.
    desk.ok("plan_export", json!({ "file": desk.file("older.docx"), "source": at("1") }));
    assert_eq!(desk.ok("exports_list", json!({}))[0]["op"], 1);
    assert_eq!(shown("1").0, first);
    assert!(shown("2").0.starts_with("- ITU-023 TITLE TWO: title was "), "it counts from the file of the older moment");

    // A state that is typed and is later is no earlier one either.
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "changes", "since": "3" } }));
    let view = desk.ok("document_paper", json!({ "limit": 1000, "source": at("4") }));
    assert_eq!(view["findings"], json!([]));
    desk.ok("undo", json!({}));
}

#[test]
fn a_note_is_told_in_no_document() {
    let desk = Desk::plan();
    let document = document(&desk);
    block(&desk, &document, json!({ "kind": "changes", "since": "0" }));
    desk.ok(
        "note_create",
        json!({ "fields": { "commitment": "ITU-001", "text": "Seen by all", "audience": "everyone" } }),
    );
    assert!(said(&desk, &document)[0].starts_with("Nothing has changed"), "{:?}", said(&desk, &document));
}

#[test]
fn dates_are_in_the_language_of_the_paper_and_quarters_are_words() {
    let desk = Desk::plan();
    let made = desk.ok("document_create", json!({ "fields": { "title": "Rapport", "original_language": "fr" } }));
    let document = made["created"].as_str().unwrap();
    let rows = json!({ "kind": "commitments", "objective": "O4", "holds": "\"ICT Development Index\"" });
    block(&desk, document, rows);
    let said = said(&desk, document);
    assert!(said[0].contains("début 2025") && !said[0].contains("early"), "{said:?}");

    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "from early 2026" }));
    let head = |language: &str| {
        let view = desk.ok("document_paper", json!({ "document": document, "language": language }));
        view["head"]["lines"].as_array().unwrap().iter().map(|line| runs(&line["runs"])).collect::<Vec<_>>()
    };
    assert_eq!(head("en")[0], "from early 2026");
    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "Q2 2026" }));
    assert_eq!((&*head("en")[0], &*head("fr")[0]), ("the second quarter of 2026", "deuxième trimestre 2026"));
    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "early 2026" }));
    assert_eq!((&*head("en")[0], &*head("fr")[0]), ("early 2026", "début 2026"));
    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "from early 2026" }));
    assert!(head("fr")[0].contains("premier trimestre 2026"), "{:?}", head("fr"));
}

#[test]
fn a_sentence_goes_on_with_a_date_however_vague_it_is() {
    let desk = Desk::plan();
    let made = desk.ok("milestone_create", json!({ "fields": { "title": "Visit", "date": "2026" } }));
    let visit = made["created"].as_str().unwrap();
    let english = document(&desk);
    let text = "It takes place {milestone:Visit.on}.";
    block(&desk, &english, json!({ "kind": "paragraph", "text": text }));
    let made = desk.ok("document_create", json!({ "fields": { "title": "Rapport", "original_language": "fr" } }));
    let french = made["created"].as_str().unwrap().to_owned();
    block(&desk, &french, json!({ "kind": "paragraph", "text": "Elle a lieu {milestone:Visit.on}." }));
    for (date, in_english, in_french) in [
        ("2026", "in 2026", "en 2026"),
        ("16 December 2026", "on 16 December 2026", "le 16 décembre 2026"),
        ("22-23 September 2026", "from 22 to 23 September 2026", "du 22 au 23 septembre 2026"),
        ("early 2026", "in early 2026", "début 2026"),
        ("Q2 2026", "in the second quarter of 2026", "au deuxième trimestre 2026"),
        ("October 2026?", "in October 2026, to be confirmed", "en octobre 2026, à confirmer"),
        ("from April 2026", "from April 2026", "à partir d'avril 2026"),
        ("by 2030", "by 2030", "au plus tard en 2030"),
        ("between April and June 2026", "between April and June 2026", "entre avril et juin 2026"),
    ] {
        desk.ok("milestone_set", json!({ "id": visit, "field": "date", "value": date }));
        let of = |document: &str| said(&desk, document)[0].replace('\u{a0}', " ");
        assert_eq!(of(&english), format!("It takes place {in_english}."));
        assert_eq!(of(&french), format!("Elle a lieu {in_french}."));
    }
    desk.ok("milestone_set", json!({ "id": visit, "field": "date", "value": null }));
    assert_eq!(said(&desk, &english), ["It takes place not stated."]);
    assert_eq!(paper(&desk, &english)["findings"][0]["code"], "no-value");
}

#[test]
fn what_is_found_again_is_counted_and_of_very_much_the_first_is_told() {
    let desk = Desk::plan();
    let document = document(&desk);
    block(&desk, &document, json!({ "kind": "paragraph", "text": "{a}".repeat(16_000) }));
    let view = paper(&desk, &document);
    assert_eq!(view["findings"].as_array().unwrap().len(), 1);
    assert_eq!((&view["findings"][0]["count"], &view["untold"]), (&json!(16_000), &json!(0)));
    let words = view["findings"][0]["words"].as_str().unwrap();
    assert!(words.ends_with(" (16,000 times)") || words.ends_with(" (16000 times)"), "{words}");
    let many: String = (0..1_000).map(|n| format!("{{a{n}}}")).collect();
    block(&desk, &document, json!({ "kind": "paragraph", "text": many }));
    let view = paper(&desk, &document);
    assert_eq!((view["findings"].as_array().unwrap().len(), &view["untold"]), (200, &json!(801)));
}

#[test]
fn a_document_that_is_not_there_is_refused_with_those_that_are_and_each_is_told_from_the_others() {
    let desk = Desk::plan();
    let first = document(&desk);
    let asked = |document: &str| desk.call("document_paper", json!({ "document": document }));
    assert_eq!(asked("C27/INF/2-E").unwrap()["document"], first, "as it is printed");
    assert_eq!(asked("c27/inf/2").unwrap()["document"], first);
    let refused = asked("C99/1").unwrap_err();
    assert_eq!(refused.code, "no-such-document");
    assert!(refused.message.contains("C99/1") && refused.message.contains("C27/INF/2 (Report)"), "{}", refused.message);
    let revised = desk.ok("document_revise", json!({ "id": first }));
    let revision = revised["created"].as_str().unwrap();
    for name in ["", "Report"] {
        let refused = asked(name).unwrap_err();
        assert_eq!(refused.code, "several-documents");
        let listed = format!("C27/INF/2 (Report), draft; Report, revision of C27/INF/2, draft, {revision}");
        assert!(refused.message.contains(&listed), "{}", refused.message);
    }
    assert_eq!(asked(revision).unwrap()["document"], revision);
    desk.ok("document_delete", json!({ "id": revision }));
    assert_eq!(asked(revision).unwrap_err().code, "no-such-row");
}

#[test]
fn a_document_is_named_by_its_symbol_with_the_letter_of_its_language_and_its_revision() {
    let desk = Desk::plan();
    let first = document(&desk);
    let revised = desk.ok("document_revise", json!({ "id": "C27/INF/2-E" }));
    let revision = revised["created"].as_str().unwrap();
    let set = |id: &str, field: &str, value: &str| {
        desk.call("document_set", json!({ "id": id, "field": field, "value": value }))
    };
    let state = |id: &str| desk.ok("row_get", json!({ "kind": "document", "id": id }))["row"]["cells"]["state"].clone();
    set("C27/INF/2-E", "state", "issued").unwrap();
    assert_eq!(state(&first)["value"], "issued");
    // The revision has no symbol of its own yet.
    set("C27/INF/2(Rev.1)-E", "state", "submitted").unwrap();
    assert_eq!(state(revision)["value"], "submitted");
    set("C27/INF/2 (Rev. 1)", "symbol", "C27/INF/2(Rev.1)-E").unwrap();
    for name in ["C27/INF/2(Rev.1)-E", "c27/inf/2(rev.1)", "Document C27/INF/2(Rev.1)-F"] {
        assert_eq!(desk.ok("document_paper", json!({ "document": name }))["document"], revision, "{name}");
    }
    let again = desk.ok("document_revise", json!({ "id": "C27/INF/2(Rev.1)-E" }));
    let again = again["created"].as_str().unwrap();
    assert_eq!(desk.ok("document_paper", json!({ "document": "C27/INF/2(Rev.2)" }))["document"], again);
    set(again, "follows", "C27/INF/2-E").unwrap();
    let list = desk.ok("documents_list", json!({}));
    let row = list["documents"].as_array().unwrap().iter().find(|one| one["id"] == again).unwrap();
    assert_eq!(row["follows"]["id"], first);
    assert_eq!(set("C27/INF/2(Rev.7)-E", "state", "issued").unwrap_err().code, "no-such-row");
    let refused = desk.call("document_revise", json!({ "id": "C27/INF/3-E" })).unwrap_err();
    assert_eq!(refused.code, "no-such-document");
    // One symbol, in two languages.
    let made = desk.ok(
        "document_create",
        json!({ "fields": { "title": "Rapport", "symbol": "C27/INF/2-F", "original_language": "fr" } }),
    );
    let french = made["created"].as_str().unwrap();
    assert_eq!(desk.ok("document_paper", json!({ "document": "c27/inf/2-f" }))["document"], french);
    assert_eq!(desk.ok("document_paper", json!({ "document": "C27/INF/2-E" }))["document"], first);
}

#[test]
fn a_block_is_called_by_its_kind_and_its_first_words() {
    let desk = Desk::plan();
    let document = document(&desk);
    let words = "The Council is invited to note what the Union did for the Compact since its last session.";
    let id = block(&desk, &document, json!({ "kind": "paragraph", "text": format!("\n{words}\nMore") }));
    block(&desk, &document, json!({ "kind": "commitments", "objective": "O4" }));
    let called = |id: &str| desk.ok("row_get", json!({ "kind": "block", "id": id }))["row"]["title"].clone();
    let name = "paragraph: The Council is invited to note what the Union did for the Co…";
    assert_eq!(called(&id), name);
    let page = desk
        .ok("view_get", json!({ "kind": "block", "from": 0, "to": 1000, "query": { "text": "" }, "fields": [] }))
        .to_string();
    assert!(page.contains(name) && page.contains("commitments · "), "{page}");
    let gone = desk.ok("block_delete", json!({ "id": id }));
    let said = desk.ok("history_list", json!({ "limit": 1 })).to_string();
    assert!(said.contains(name) && gone["announcement"].as_str().unwrap().contains(name), "{said} {gone}");
    assert!(!said.contains(&format!("{id} deleted")), "{said}");
}

#[test]
fn rows_of_an_organization_are_those_of_the_groups_that_it_sits_in() {
    let desk = Desk::plan();
    let document = document(&desk);
    block(&desk, &document, json!({ "kind": "groups", "organization": "ITU" }));
    let lines = said(&desk, &document);
    assert!(lines.len() > 3 && lines.iter().all(|line| line.contains("ITU")), "{lines:?}");
}

/// An empty plan with one commitment, and a document of the customary structure.
fn reported() -> (Desk, String) {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("reported.gdcplan"), "empty": true }));
    let fields = json!({ "title": "Training of regulators", "objective": "O1", "owner": "ITU", "status": "ongoing", "recurrence": "yearly" });
    desk.ok("commitment_create", json!({ "fields": fields }));
    let made = desk.ok("document_from_template", json!({ "title": "A paper" }));
    (desk, made["created"].as_str().unwrap().to_owned())
}

fn report(desk: &Desk, date: &str, words: &str) {
    desk.ok("commitment_report", json!({ "id": "ITU-001", "date": date, "report": words, "status": "ongoing" }));
}

#[test]
fn a_draft_in_two_formats_tells_the_same_reports_and_what_went_out_is_counted_from() {
    let (desk, document) = reported();
    report(&desk, "2026-03-01", "Two courses were held.");
    let tells = |words: &str| said(&desk, &document).iter().any(|line| line.contains(words));
    let export = |name: &str| desk.ok("plan_export", json!({ "file": desk.file(name), "document": document }));
    assert!(tells("Two courses"));
    export("draft.docx");
    assert!(tells("Two courses"), "what the draft of a moment ago told is still to be told");
    desk.ok("commitment_set", json!({ "id": "ITU-001", "field": "title", "value": "Training for regulators" }));
    assert!(tells("Two courses"), "also after another edit");

    desk.ok("document_set", json!({ "id": document, "field": "state", "value": "issued" }));
    export("issued.docx");
    assert!(tells("Two courses"), "the other formats of the same state say what the first one says");
    report(&desk, "2026-02-01", "Came in late.");
    assert!(!tells("Two courses"), "it went out");
    assert!(tells("Came in late."), "what came into the plan since then is told, whatever day it is of");
    desk.ok("undo", json!({}));
    desk.ok("commitment_set", json!({ "id": "ITU-001", "field": "title", "value": "Training regulators" }));
    let words = said(&desk, &document);
    assert!(words.iter().any(|line| line.starts_with("Nothing has been reported since ")), "{words:?}");
}

#[test]
fn a_paper_names_no_staff_and_tells_facts_and_not_where_they_come_from() {
    let (desk, document) = reported();
    block(&desk, &document, json!({ "kind": "changes", "since": "2" }));
    let fields = json!({
        "commitment": "ITU-001", "date": "2026-03-01", "report": "One was held.\nThe next is in May", "status": "ongoing",
        "reported_by": "Amina Diallo",
    });
    desk.ok("update_create", json!({ "fields": fields }));
    desk.ok("commitment_set", json!({ "id": "ITU-001", "field": "status_by", "value": "Amina Diallo" }));
    desk.ok("commitment_set", json!({ "id": "ITU-001", "field": "basis", "value": "stated" }));
    desk.ok("commitment_set", json!({ "id": "ITU-001", "field": "lead", "value": "UNESCO" }));
    let words = said(&desk, &document);
    let all = words.join("\n");
    assert!(all.contains(" – ongoing; One was held. The next is in May"), "{all}");
    assert!(!all.contains("Amina"), "{all}");
    assert!(all.contains("lead is now stated as UNESCO"), "{all}");
    for field in ["basis", "as of is", "stated by"] {
        assert!(!all.contains(&format!(": {field}")), "{field}: {all}");
    }
}

#[test]
fn what_is_due_by_a_day_stands_at_that_day_and_what_recurs_says_how_often() {
    let (desk, document) = reported();
    for (title, date) in [("Later", "2028-01-05"), ("Due", "by June 2027"), ("Some day", "")] {
        let date = if date.is_empty() { Json::Null } else { json!(date) };
        desk.ok("milestone_create", json!({ "fields": { "title": title, "date": date } }));
    }
    let words = said(&desk, &document);
    let at = |title: &str| words.iter().position(|line| line.contains(title)).unwrap();
    assert!(at("Due") < at("Later"), "{words:?}");
    block(&desk, &document, json!({ "kind": "commitments", "caption": "All" }));
    let words = said(&desk, &document);
    assert!(words.iter().any(|line| line.contains("| ITU-001 |") && line.contains("| yearly |")), "{words:?}");
}

#[test]
fn an_annex_without_entries_says_so_and_whoever_writes_it_is_told_why() {
    let (desk, document) = reported();
    let shown = paper(&desk, &document);
    assert_eq!(lines(&shown).last().unwrap(), "The annex holds no entries yet.");
    let codes: Vec<&str> =
        shown["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"annex-empty"), "{codes:?}");
}

#[test]
fn each_language_version_has_the_letter_of_its_language_in_its_symbol() {
    let (desk, document) = reported();
    for typed in ["C27/INF/2", "C27/INF/2-E"] {
        desk.ok("document_set", json!({ "id": document, "field": "symbol", "value": typed }));
        for (language, symbol) in [("en", "C27/INF/2-E"), ("fr", "C27/INF/2-F"), ("ar", "C27/INF/2-A")] {
            let shown = desk.ok("document_paper", json!({ "document": document, "language": language }));
            assert_eq!(shown["head"]["symbol"], symbol, "{typed} in {language}");
        }
    }
}

#[test]
fn what_comes_next_is_what_has_a_date_and_how_much_has_none_is_said() {
    let (desk, document) = reported();
    let next = |language: &str| {
        let shown = desk.ok("document_paper", json!({ "document": document, "limit": 1000, "language": language }));
        let lines = lines(&shown);
        let from = lines.iter().position(|line| line.starts_with("3 ")).unwrap();
        lines[from + 1..].iter().take_while(|line| !line.starts_with("4 ")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(next("en"), ["There are no milestones to report."]);
    let add = |title: &str, date: Json| {
        desk.ok("milestone_create", json!({ "fields": { "title": title, "date": date } }));
    };
    add("Some day", Json::Null);
    add("Long ago", json!("2020"));
    assert_eq!(next("en"), ["No milestone with a date follows.", "No date is stated for 1 other milestone."]);
    add("Another day", Json::Null);
    add("Later", json!("2098-01-05"));
    desk.ok("milestone_create", json!({ "fields": { "title": "Soon", "date": "from 2097", "commitment": "ITU-001" } }));
    let words = next("en");
    assert_eq!(words.len(), 3, "{words:?}");
    assert!(words[0].contains("| Soon |") && words[1].contains("| Later |"), "{words:?}");
    assert!(words[0].ends_with("| Training of regulators"), "what it belongs to is called by its title: {words:?}");
    assert_eq!(words[2], "No date is stated for 2 other milestones.");
    assert_eq!(next("fr")[2], "Aucune date n'est indiquée pour 2 autres étapes.");
    assert_eq!(next("ar")[2], "لم يذكر تاريخ لمرحلتين أخريين.");

    // Where no day is asked for all of them are listed, those without a date last.
    let all = block(&desk, &document, json!({ "kind": "milestones" }));
    let words = said(&desk, &document);
    assert_eq!(words[words.len() - 2..], ["- date not stated: Some day", "- date not stated: Another day"]);
    desk.ok("block_delete", json!({ "id": all }));
}

#[test]
fn what_was_planned_or_announced_for_a_day_that_is_past_is_not_told_as_still_to_come() {
    let (desk, document) = reported();
    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "2027-06-01" }));
    let group = desk.ok("group_create", json!({ "fields": { "title": "Sub-group" } }))["created"].clone();
    for (title, start) in [("Early", json!("2026")), ("Late", json!("2027")), ("Some day", Json::Null)] {
        let fields = json!({ "title": title, "objective": "O2", "owner": "ITU", "status": "planned", "start": start });
        desk.ok("commitment_create", json!({ "fields": fields }));
    }
    for (holder, start) in [("ITU", json!("2026-05")), ("UNESCO", json!("2028")), ("UNDP", Json::Null)] {
        let fields =
            json!({ "group": group, "organization": holder, "role": "member", "state": "announced", "start": start });
        desk.ok("assignment_create", json!({ "fields": fields }));
    }
    let entry = |title: &str, language: &str| {
        let shown = desk.ok("document_paper", json!({ "document": document, "limit": 1000, "language": language }));
        lines(&shown).into_iter().find(|line| line.starts_with(&format!("- {title}"))).unwrap()
    };
    assert_eq!(entry("Early", "en"), "- Early (was planned)");
    assert_eq!(entry("Early", "fr"), "- Early (était prévu)");
    // It may still begin this year.
    assert_eq!(entry("Late", "en"), "- Late (planned)");
    assert_eq!(entry("Some day", "en"), "- Some day (planned)");
    let early =
        desk.ok("search_find", json!({ "text": "Early", "source": { "at": "now" } }))["rows"][0]["row"]["id"].clone();
    let stated = |day: &str| {
        desk.ok("commitment_set", json!({ "id": early, "field": "status_as_of", "value": day }));
        entry("Early", "en")
    };
    assert_eq!(stated("2025-03"), "- Early (was planned, as of March 2025)");
    assert_eq!(stated("2027-03"), "- Early (planned, as of March 2027)", "who said so knew the day");
    desk.ok("commitment_set", json!({ "id": early, "field": "status_as_of", "value": null }));
    let held = "ITU (was announced), UNESCO (announced), UNDP (announced)";
    block(&desk, &document, json!({ "kind": "groups" }));
    assert!(entry("Sub-group", "en").contains(held), "{}", entry("Sub-group", "en"));

    // What had been planned for a day to come when the document was made is told so in that document.
    desk.ok("document_set", json!({ "id": document, "field": "date", "value": "2025-06-01" }));
    assert_eq!(entry("Early", "en"), "- Early (planned)");
}
