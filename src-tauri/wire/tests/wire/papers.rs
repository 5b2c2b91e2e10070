//! Documents that are made of the plan: what is in them, what never is, and what is said where they cannot be made.

use std::io::Read;

use base64::Engine;
use serde_json::{Value as Json, json};

use crate::support::Desk;

/// Formats that hold all rows, and those that hold some.
const ALL: &[&str] = &["xlsx", "json", "html"];
const SOME: &[&str] = &["csv", "ics", "docx", "pdf"];

pub fn export(desk: &Desk, name: &str, more: Json) -> (Json, Vec<u8>) {
    let mut request = json!({ "file": desk.file(name) });
    if let (Some(request), Json::Object(more)) = (request.as_object_mut(), more) {
        request.extend(more);
    }
    let answer = desk.ok("plan_export", request);
    (answer, std::fs::read(desk.path(name)).unwrap())
}

/// All text of a document, that of the parts of a zip too, of the snapshot in a page, and what a PDF says on its pages and of itself.
pub fn text_of(bytes: &[u8]) -> String {
    if bytes.starts_with(b"%PDF-") {
        return super::pdf::read(bytes);
    }
    let Ok(mut zip) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return match inside(&text) {
            Some(snapshot) => text + &text_of(&snapshot),
            None => text,
        };
    };
    let mut text = String::new();
    for at in 0..zip.len() {
        let mut part = Vec::new();
        zip.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        text.push_str(&text_of(&part));
    }
    text
}

/// The snapshot in a page.
pub fn inside(page: &str) -> Option<Vec<u8>> {
    let (_, rest) = page.split_once("application/vnd.gdcsnap;base64\" id=\"snapshot\">")?;
    let text: String = rest.split_once('<')?.0.split_whitespace().collect();
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}

/// A plan with something private in every place that there is.
fn private() -> Desk {
    let desk = Desk::plan();
    let person =
        json!({ "name": "Zoë Zanzibar", "email": "zoe@zanzibar.example", "remarks": "prefers Zanzibar mornings" });
    let person = desk.ok("person_create", json!({ "fields": person }))["created"].clone();
    let group = desk.id("group", "Sub-group on objective 2");
    let role = json!({ "group": group, "organization": "ODET", "person": person, "role": "co-lead" });
    desk.ok("assignment_create", json!({ "fields": role }));
    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "follow_up", "value": true }));
    let reason = json!({ "id": "ITU-013", "field": "follow_up_reason", "value": "Zanzibar promised money" });
    desk.ok("commitment_set", reason);
    // The document draws on all of it, and asks for what is private by name.
    let words = "{ITU-013.follow_up_reason} {person:Zoë.name} [^: {ITU-013.follow_up}]";
    for fields in [
        json!({ "kind": "groups" }),
        json!({ "kind": "groups", "caption": "Groups" }),
        json!({ "kind": "commitments", "caption": "Rows" }),
        json!({ "kind": "changes", "since": "0" }),
        json!({ "kind": "paragraph", "text": words.replace("Zoë", "Ada") }),
    ] {
        desk.ok("block_add", json!({ "document": "", "fields": fields }));
    }
    for (audience, text) in [("me", "Zanzibar is a note of mine"), ("delegation", "Zanzibar is a note of ours")] {
        let note = json!({ "commitment": desk.id("commitment", "ITU-013"), "text": text, "audience": audience });
        desk.ok("note_create", json!({ "fields": note }));
    }
    desk
}

#[test]
fn nothing_private_is_in_any_document_unless_it_is_asked_for() {
    let desk = private();
    for format in ALL.iter().chain(SOME) {
        for kind in plan::Kind::content().map(plan::Kind::name).filter(|kind| *format == "csv" || *kind == "about") {
            let (answer, bytes) = export(&desk, &format!("out.{format}"), json!({ "kind": kind }));
            let text = text_of(&bytes);
            for secret in ["Zanzibar", "Zoë", "zoe@"] {
                assert!(!text.contains(secret), "{secret} is in {format}, {kind}");
            }
            assert!(!answer.to_string().contains("Zanzibar"), "{answer}");
        }
    }
    let (_, redline) = export(&desk, "red.docx", json!({ "since": { "at": "moment", "moment": "0" } }));
    let preview = desk.ok("document_paper", json!({})).to_string();
    for secret in ["Zanzibar", "Zoë", "zoe@"] {
        assert!(!text_of(&redline).contains(secret) && !preview.contains(secret), "{secret}");
    }
    for name in ["out.docx", "out.pdf"] {
        let asked = json!({ "file": desk.file(name), "with": ["notes"] });
        assert_eq!(desk.refused("plan_export", asked), "paper-without-private", "{name}");
    }
    for format in ALL {
        let (_, bytes) = export(&desk, &format!("out.{format}"), json!({ "with": ["persons", "notes"] }));
        let text = text_of(&bytes);
        assert!(text.contains("Zoë Zanzibar") && text.contains("Zanzibar promised money"), "{format}");
        assert!(text.contains("Zanzibar is a note of ours"), "{format}");
    }
}

#[test]
fn equal_plans_give_equal_bytes() {
    let desk = Desk::starter();
    for format in ALL.iter().chain(SOME) {
        let (first, second) =
            (export(&desk, &format!("a.{format}"), json!({})), export(&desk, &format!("b.{format}"), json!({})));
        assert!(first.1 == second.1, "{format}");
        assert_eq!(first.0["noted"], false, "a snapshot is never written to");
    }
}

#[test]
fn what_was_made_is_noted_in_the_plan_and_is_no_step() {
    let desk = Desk::plan();
    let before = (desk.hash(), desk.ok("plan_summary", json!({}))["op"].clone());
    let (answer, bytes) = export(&desk, "out.xlsx", json!({}));
    assert_eq!(answer["noted"], true);
    assert_eq!(answer["bytes"], bytes.len());
    export(&desk, "out.csv", json!({ "kind": "milestones" }));
    assert_eq!((desk.hash(), desk.ok("plan_summary", json!({}))["op"].clone()), before);
    let list = desk.ok("exports_list", json!({}));
    let formats: Vec<&str> = list.as_array().unwrap().iter().map(|e| e["format"].as_str().unwrap()).collect();
    assert_eq!(formats, ["csv", "xlsx"], "newest first");
    assert_eq!(
        (&list[1]["file"], &list[1]["sha256"], &list[1]["by"]),
        (&json!("out.xlsx"), &answer["sha256"], &json!("Ada"))
    );
    desk.ok("plan_verify", json!({}));
}

#[test]
fn a_calendar_takes_the_place_of_the_one_before() {
    let desk = Desk::plan();
    let fields = |date: &str| json!({ "title": "Visit", "date": date });
    let exact = desk.ok("milestone_create", json!({ "fields": fields("2026-12-16/2026-12-17") }))["created"].clone();
    let vague = desk.ok("milestone_create", json!({ "fields": fields("2026-36") }))["created"].clone();
    let (answer, bytes) = export(&desk, "a.ics", json!({}));
    let first = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
    let event = |text: &str, id: &Json| {
        let uid = format!("UID:{}@gdc-planner", id.as_str().unwrap());
        text.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).unwrap_or_default().to_owned()
    };
    let one = event(&first, &exact);
    assert!(one.contains("DTSTART;VALUE=DATE:20261216\r\n") && one.contains("DTEND;VALUE=DATE:20261218\r\n"), "{one}");
    assert!(one.contains("SUMMARY:Visit\r\n"), "{one}");
    let other = event(&first, &vague);
    assert!(other.contains("DTSTART;VALUE=DATE:20261001") && other.contains("DTEND;VALUE=DATE:20270101"), "{other}");
    assert!(other.contains("SUMMARY:Visit (date: Q4"), "{other}");
    assert!(answer["left_out"]["milestone"].as_u64().unwrap() > 0, "those without a date are counted");

    std::thread::sleep(std::time::Duration::from_millis(1_100));
    desk.ok("milestone_set", json!({ "id": exact, "field": "title", "value": "Visit, moved" }));
    let (_, bytes) = export(&desk, "a.ics", json!({ "vague": "leave_out" }));
    let second = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
    let sequence = |event: &str| -> u32 {
        event.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().trim().parse().unwrap()
    };
    assert!(sequence(&event(&second, &exact)) > sequence(&one), "what is imported again is newer");
    assert_eq!(event(&second, &vague), "", "left out by choice");
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("a.ics"), "vague": "maybe" })), "bad-request");
}

#[test]
fn a_calendar_shows_days_that_were_stated_and_no_others() {
    let desk = Desk::plan();
    let make = |title: &str, date: &str, words: Json| {
        let fields = json!({ "title": title, "date": date, "date_words": words });
        desk.ok("milestone_create", json!({ "fields": fields }));
    };
    make("Sooner", "early 2031", Json::Null);
    make("Bounded", "by 2030", Json::Null);
    make("Released", "../2025-03~", json!("newly released"));
    make("Somewhere", "2032", json!("at its session in 32"));
    let (_, bytes) = export(&desk, "days.ics", json!({}));
    let all = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
    let event = |title: &str| {
        let summary = format!("SUMMARY:{title}");
        all.split("BEGIN:VEVENT").find(|event| event.contains(&summary)).unwrap_or_default().to_owned()
    };
    let sooner = event("Sooner");
    assert!(sooner.contains("DTSTART;VALUE=DATE:20310101") && sooner.contains("DTEND;VALUE=DATE:20310501"), "{sooner}");
    let by = event("Bounded");
    assert!(by.contains("DTSTART;VALUE=DATE:20301231") && by.contains("DTEND;VALUE=DATE:20310101"), "{by}");
    assert_eq!(event("Released"), "", "nobody said on which day");
    let somewhere = event("Somewhere");
    assert!(somewhere.contains("SUMMARY:Somewhere (date: 2032)"), "{somewhere}");
    assert!(somewhere.contains("at its session in 32"), "the words of its source are not lost: {somewhere}");
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_what_was_there_stays() {
    let desk = Desk::plan();
    let refused = |name: &str| desk.refused("plan_export", json!({ "file": desk.file(name) }));
    assert_eq!(refused("plan.gdcplan"), "no-such-format");
    assert_eq!(refused("no-ending"), "no-such-format");
    assert_eq!(refused("out.odt"), "no-such-format");
    assert_eq!(refused("nowhere/out.csv"), "no-such-file");
    assert_eq!(desk.refused("plan_export", json!({ "file": "made-up", "format": "csv" })), "not-our-file-ref");
    let to_plan = json!({ "file": desk.file("plan.gdcplan"), "format": "csv" });
    assert_eq!(desk.refused("plan_export", to_plan), "file-exists");

    desk.ok("snapshot_write", json!({ "file": desk.file("a.gdcsnap") }));
    let snapshot = std::fs::read(desk.path("a.gdcsnap")).unwrap();
    for format in ["xlsx", "json"] {
        let request = json!({ "file": desk.file("a.gdcsnap"), "format": format });
        assert_eq!(desk.refused("plan_export", request), "file-exists", "{format}");
    }
    assert_eq!(std::fs::read(desk.path("a.gdcsnap")).unwrap(), snapshot);

    std::fs::create_dir(desk.path("folder.csv")).unwrap();
    assert_eq!(refused("folder.csv"), "is-a-folder");
    std::fs::write(desk.path("text.xlsx"), "my notes").unwrap();
    assert_eq!(refused("text.xlsx"), "file-exists", "no workbook");
    export(&desk, "open.csv", json!({}));
    for owner in [".~lock.open.csv#", "~$open.csv", "~$en.csv"] {
        std::fs::write(desk.path(owner), "somebody").unwrap();
        assert_eq!(refused("open.csv"), "file-in-use", "{owner}");
        std::fs::remove_file(desk.path(owner)).unwrap();
    }
    export(&desk, "open.csv", json!({}));
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("x.csv"), "kind": "dreams" })), "no-such-kind");
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".writing")), "{left:?}");
}

#[test]
fn a_job_that_is_stopped_leaves_no_file() {
    let desk = Desk::plan();
    let start = json!({ "command": "plan_export", "arguments": { "file": desk.file("out.xlsx") } });
    let job = desk.ok("job_start", start)["job"].clone();
    desk.ok("job_cancel", json!({ "job": job }));
    let state = loop {
        let view = desk.ok("job_get", json!({ "job": job }));
        match view["state"].as_str().unwrap() {
            "running" => std::thread::yield_now(),
            state => break state.to_owned(),
        }
    };
    // It may have been done before it was asked to stop; else there is nothing.
    assert_eq!(state == "done", desk.path("out.xlsx").exists(), "{state}");
    assert!(["done", "cancelled"].contains(&state.as_str()), "{state}");
}

#[test]
fn what_people_typed_stays_text() {
    let desk = Desk::plan();
    let names = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "<script>alert(1)</script>",
        "a\u{202e}b",
        "a\u{1b}[2Jb",
    ];
    for name in names {
        desk.ok("milestone_create", json!({ "fields": { "title": name, "date": "2026-12-16", "place": name } }));
    }
    let fields = json!({ "title": "long", "description": "x".repeat(50_000), "owner": "ITU" });
    desk.ok("commitment_create", json!({ "fields": fields }));
    let (_, csv) = export(&desk, "a.csv", json!({ "kind": "milestone" }));
    let csv = String::from_utf8(csv).unwrap();
    for name in &names[..5] {
        assert!(csv.contains(&format!(",'{name},")) || csv.contains(&format!(",\"'{name}\",")), "{name}: {csv}");
    }
    let sheets = text_of(&export(&desk, "a.xlsx", json!({})).1);
    assert!(!sheets.contains("<f>=") && !sheets.contains("<f>cmd"), "a formula");
    assert!(!sheets.contains("<script>"), "a tag");
    let words = format!("{}\n{}", names.join("\n"), "[^:".repeat(15_000));
    desk.ok(
        "block_add",
        json!({ "document": "", "fields": { "kind": "milestones", "caption": "=1+1", "text": words } }),
    );
    let word = text_of(&export(&desk, "a.docx", json!({})).1);
    assert!(word.contains("&lt;script&gt;") && !word.contains("<script>"), "a tag in Word");
    for text in [csv, sheets, word, String::from_utf8(export(&desk, "a.ics", json!({})).1).unwrap()] {
        assert!(!text.contains('\u{202e}') && !text.contains('\u{1b}'), "something steers");
    }
    // The file that has to lose nothing keeps it all.
    let json: Json = serde_json::from_slice(&export(&desk, "a.json", json!({})).1).unwrap();
    let titles: Vec<&str> =
        json["kinds"]["milestone"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect();
    assert!(names.iter().all(|name| titles.contains(name)), "{titles:?}");
}

/// The words of a Word document, paragraph by paragraph, as somebody reads them who accepts all changes.
fn read(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let mut text = String::new();
    for paragraph in xml.split("</w:p>") {
        for run in paragraph.replace("<w:t xml:space=\"preserve\">", "<w:t>").split("<w:t>").skip(1) {
            text.push_str(run.split("</w:t>").next().unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_word_document_is_noted_as_it_was_and_marks_what_changed_since() {
    let desk = Desk::plan();
    desk.ok(
        "document_set",
        json!({ "id": "ITU action plan for the Global Digital Compact", "field": "symbol", "value": "C27/5" }),
    );
    desk.ok("document_set", json!({ "id": "C27/5", "field": "state", "value": "issued" }));
    let (answer, first) = export(&desk, "issued.docx", json!({ "document": "C27/5" }));
    assert_eq!((&answer["rows"]["document"], &answer["noted"]), (&json!(1), &json!(true)));
    assert!(read(&first).contains("Giga initiative to connect schools (with UNICEF; ongoing)"));
    let noted = &desk.ok("exports_list", json!({}))[0];
    assert_eq!((&noted["symbol"], &noted["state"]), (&json!("C27/5"), &json!("issued")));
    desk.ok("snapshot_write", json!({ "file": desk.file("then.gdcsnap"), "name": "As issued" }));

    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "status", "value": "concluded" }));
    for since in [
        json!({ "at": "moment", "moment": noted["op"].to_string() }),
        json!({ "at": "moment", "moment": "As issued" }),
        json!({ "at": "file", "file": desk.file("then.gdcsnap") }),
    ] {
        let (_, redline) = export(&desk, "red.docx", json!({ "since": since }));
        let xml = text_of(&redline);
        assert!(xml.contains("<w:del ") && xml.contains("<w:ins ") && xml.contains("w:author=\"Ada\""), "{since}");
        assert!(xml.contains("concluded"), "{since}");
        assert_eq!(xml.matches("<w:delText").count(), 1, "nothing but the status is marked: {since}");
    }
    assert_eq!(desk.ok("exports_list", json!({}))[0]["since"], "then.gdcsnap");
    let missing = json!({ "file": desk.file("x.docx"), "since": { "at": "moment", "moment": "never" } });
    assert_eq!(desk.refused("plan_export", missing), "no-such-moment");

    desk.ok("document_from_template", json!({ "title": "Another" }));
    let refused = desk.call("plan_export", json!({ "file": desk.file("x.docx") })).unwrap_err();
    assert_eq!(refused.code, "several-documents");
    assert!(
        refused.message.contains("C27/5 (ITU action plan") && refused.message.contains("Another"),
        "{}",
        refused.message
    );
    let then =
        json!({ "file": desk.file("x.docx"), "document": "Another", "since": { "at": "moment", "moment": "0" } });
    assert_eq!(desk.refused("plan_export", then), "document-not-then");
    assert!(!desk.path("x.docx").exists());
}

#[test]
fn the_words_of_a_document_are_in_three_languages() {
    let desk = Desk::plan();
    let made = |language: &str| read(&export(&desk, "a.docx", json!({ "language": language })).1);
    assert!(made("").contains("Action required"));
    let french = made("fr");
    assert!(french.contains("Suite à donner") && french.contains("(en cours") && french.contains("Processus du SMSI"));
    let arabic = made("ar");
    assert!(arabic.contains("الإجراء المطلوب") && arabic.contains("جارٍ"));
    let refused = json!({ "file": desk.file("x.docx"), "language": "zh" });
    assert_eq!(desk.refused("plan_export", refused), "no-paper-language");
    // What people typed stays in the language that they typed it in.
    desk.ok(
        "document_set",
        json!({ "id": "ITU action plan for the Global Digital Compact", "field": "original_language", "value": "fr" }),
    );
    assert!(made("").contains("Suite à donner"));
}

#[test]
fn an_empty_plan_has_no_document_and_an_empty_document_is_a_page() {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("empty.gdcplan"), "empty": true }));
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("a.docx") })), "no-document");
    assert_eq!(desk.refused("document_paper", json!({})), "no-document");
    desk.ok("document_create", json!({ "fields": { "title": "Nothing yet" } }));
    assert!(read(&export(&desk, "a.docx", json!({})).1).contains("Nothing yet"));
    desk.ok("document_from_template", json!({ "title": "All of it" }));
    let made = read(&export(&desk, "b.docx", json!({ "document": "All of it" })).1);
    assert!(made.contains("There are no commitments to report."), "{made}");
}

#[test]
fn a_workbook_says_which_rows_it_holds_and_which_it_leaves_out() {
    let desk = Desk::plan();
    let (answer, bytes) = export(&desk, "a.xlsx", json!({}));
    let counts = &desk.ok("plan_summary", json!({}))["counts"];
    for kind in ["document", "block"] {
        assert_eq!((&answer["rows"][kind], &answer["left_out"][kind]), (&Json::Null, &counts[kind]), "{kind}");
    }
    assert_eq!(answer["rows"]["commitment"], counts["commitment"]);
    assert_eq!(answer["rows"]["about"], Json::Null, "the first sheet says it");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut book = String::new();
    zip.by_name("xl/workbook.xml").unwrap().read_to_string(&mut book).unwrap();
    // Beside the tables there are the sheet that explains them, the lists, and the facts.
    assert_eq!(book.matches("<sheet ").count(), answer["rows"].as_object().unwrap().len() + 3, "{book}");
}

#[test]
fn a_workbook_has_labels_in_three_languages_says_that_they_are_not_reviewed_and_says_where_there_are_none() {
    let desk = Desk::plan();
    let made = |language: &str| {
        let (answer, bytes) = export(&desk, &format!("{language}.xlsx"), json!({ "language": language }));
        (answer["language"].as_str().unwrap().to_owned(), text_of(&bytes))
    };
    for (language, sheet, label, remark, mirrored) in [
        ("fr", "Engagements", "Chef de file", "n'ont pas encore été relus", false),
        ("fr-CH", "Étapes", "en cours", "n'ont pas encore été relus", false),
        ("ar", "الالتزامات", "الجهة الرائدة", "لم تراجع التسميات العربية", true),
        ("en", "Commitments", "Lead", "", false),
    ] {
        let (said, text) = made(language);
        assert_eq!(said, language.split('-').next().unwrap());
        for words in [sheet, label, remark] {
            assert!(text.to_lowercase().contains(&words.to_lowercase()), "{language}: {words}");
        }
        assert_eq!(text.contains("rightToLeft=\"1\""), mirrored, "{language}");
        assert!(!text.contains("not reviewed"), "{language}");
    }
    let (said, russian) = made("ru");
    assert_eq!(said, "en");
    assert!(russian.contains("there are none in “ru” yet") && russian.contains("Commitments"));
    assert!(!made("en").1.contains("The labels are in English"));
    // Programs find the columns by names that are of no language.
    for language in ["fr", "ar", "ru"] {
        let text = made(language).1;
        assert!(text.contains("status_as_of") && text.contains("gdc-planner-workbook"), "{language}");
    }
}

#[test]
fn a_plain_table_has_names_or_labels_as_heads() {
    let desk = Desk::plan();
    let head = |more: Json| {
        let mut asked = json!({ "kind": "milestone" });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let (answer, bytes) = export(&desk, "a.csv", asked);
        let text = String::from_utf8(bytes).unwrap();
        let head = text.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
        (answer["language"].as_str().unwrap().to_owned(), head, text.lines().skip(1).collect::<String>())
    };
    let (language, names, rows) = head(json!({ "language": "fr" }));
    assert!(language.is_empty() && names.starts_with("id,title,kind,"), "{names}");
    for (asked, begins, has) in [
        ("en", "id,Title,Kind,", "Group,Group (name)"),
        ("fr", "id,Titre,Type,", "Groupe,Groupe (nom)"),
        ("ar", "id,العنوان,النوع,", "الفريق,الفريق (الاسم)"),
    ] {
        let (language, labels, same) = head(json!({ "heads": "labels", "language": asked }));
        assert_eq!(language, asked);
        assert!(labels.starts_with(begins) && labels.contains(has), "{labels}");
        assert_eq!(same, rows, "nothing but the first line is another");
    }
    let odd = json!({ "file": desk.file("a.csv"), "heads": "both" });
    assert_eq!(desk.refused("plan_export", odd), "bad-request");
}

#[test]
fn a_redline_tells_no_change_that_nobody_wrote() {
    let desk = Desk::plan();
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "changes" } }));
    desk.ok("commitment_set", json!({ "id": "ITU-023", "field": "title", "value": "TITLE TWO" }));
    export(&desk, "c1.docx", json!({}));
    desk.ok("commitment_set", json!({ "id": "ITU-024", "field": "title", "value": "TITLE THREE" }));
    let since = json!({ "since": { "at": "moment", "moment": "1" } });
    let xml = text_of(&export(&desk, "c2.docx", since).1);
    assert!(!xml.contains("title was TITLE TWO"), "backwards");
    assert!(xml.contains("There is no earlier version") && xml.contains("and is now TITLE THREE"));
}

#[test]
fn another_language_of_the_original_is_no_change_of_what_people_typed() {
    let desk = Desk::plan();
    let id = "ITU action plan for the Global Digital Compact";
    desk.ok("document_set", json!({ "id": id, "field": "original_language", "value": "fr" }));
    for language in ["en", "fr"] {
        let asked = json!({ "language": language, "since": { "at": "moment", "moment": "0" } });
        let xml = text_of(&export(&desk, "red.docx", asked).1);
        let struck = xml.matches("<w:delText").count();
        assert!((1..8).contains(&struck), "{struck} in {language}");
    }
}
