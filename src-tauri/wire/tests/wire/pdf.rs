//! Council documents as PDF: they say what the Word file says.

use std::io::Write;
use std::process::Command;

use serde_json::json;

use crate::papers::{export, text_of};
use crate::support::Desk;

/// What a PDF says on its pages and of itself, as Poppler reads it.
pub fn read(bytes: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let told = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output();
        let output = output.unwrap_or_else(|error| panic!("{program} of poppler-utils: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = file.path().to_str().unwrap();
    told("pdftotext", &["-raw", path, "-"]) + &told("pdfinfo", &[path]) + &told("pdfinfo", &["-meta", path])
}

/// The words of all paragraphs of a Word file.
fn words_of_word(bytes: &[u8]) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut words = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(part).unwrap(), &mut xml).unwrap();
        for paragraph in xml.split("</w:p>") {
            let texts =
                paragraph.split("<w:t ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</w:t>"));
            let text: String = texts.map(|(text, _)| text).collect();
            let text = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<");
            words.extend(text.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Letters and digits alone, small: lines are broken elsewhere, titles are set in capitals, and marks stand before or behind.
fn bare(text: &str) -> String {
    let is_mark = |c: char| ('\u{64b}'..='\u{652}').contains(&c);
    text.chars().filter(|c| c.is_alphanumeric() && !is_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[test]
fn a_pdf_says_what_the_word_file_says_in_three_languages() {
    let desk = Desk::plan();
    for language in ["en", "fr", "ar"] {
        let asked = json!({ "language": language });
        let word = words_of_word(&export(&desk, "a.docx", asked.clone()).1);
        let (answer, bytes) = export(&desk, "a.pdf", asked.clone());
        assert!(bytes == export(&desk, "b.pdf", asked).1, "equal plans, equal bytes");
        let pdf = bare(&read(&bytes));
        assert!(word.len() > 1_000, "{}", word.len());
        // Poppler takes a ligature of lam and alif apart in the wrong order.
        let sure = word.iter().filter(|word| !word.contains('ل')).map(|word| bare(word));
        let lost: Vec<String> = sure.filter(|word| !pdf.contains(word.as_str())).collect();
        assert_eq!(lost, Vec::<String>::new(), "{language}");
        assert_eq!(answer["format"], "pdf");
        assert_eq!(answer["rows"], export(&desk, "a.docx", json!({ "language": language })).0["rows"]);
    }
}

#[test]
fn a_pdf_marks_no_changes_and_says_that_word_does() {
    let desk = Desk::plan();
    let asked = json!({ "file": desk.file("red.pdf"), "since": { "at": "moment", "moment": "0" } });
    let refused = desk.call("plan_export", asked).unwrap_err();
    assert_eq!(refused.code, "pdf-without-changes");
    assert!(refused.message.contains("Word"), "{}", refused.message);
    assert!(!desk.path("red.pdf").exists());
}

#[test]
fn a_pdf_is_noted_as_what_was_made_of_the_document() {
    let desk = Desk::plan();
    desk.ok(
        "document_set",
        json!({ "id": "ITU action plan for the Global Digital Compact", "field": "symbol", "value": "C27/5" }),
    );
    let (answer, bytes) = export(&desk, "issued.pdf", json!({ "document": "C27/5" }));
    assert_eq!(answer["noted"], true);
    let noted = &desk.ok("exports_list", json!({}))[0];
    assert_eq!((&noted["format"], &noted["symbol"]), (&json!("pdf"), &json!("C27/5")));
    let text = read(&bytes).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Title: ITU action plan for the Global Digital Compact") && text.contains("C27/5-E"),
        "{text}"
    );
    // Made once more it is the same, byte for byte.
    let (once_more, again) = export(&desk, "again.pdf", json!({ "again": noted["id"] }));
    assert_eq!((&once_more["same"], again == bytes), (&json!(true), true), "{once_more}");
    // One is replaced by another, and nothing else is.
    export(&desk, "issued.pdf", json!({}));
    std::fs::write(desk.path("notes.pdf"), "my notes").unwrap();
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("notes.pdf") })), "file-exists");
}

#[test]
fn letters_that_no_font_has_are_told_of() {
    let desk = Desk::plan();
    let typed = json!({ "kind": "paragraph", "text": "#set text(red) *bold* $x$ ภ 😀 \u{202e}turned" });
    desk.ok("block_add", json!({ "document": "", "fields": typed }));
    let (answer, bytes) = export(&desk, "a.pdf", json!({}));
    let said = answer["announcement"].as_str().unwrap();
    assert!(said.contains("a.pdf was written") && said.contains("boxes: ภ 😀"), "{said}");
    assert_eq!(answer["missing"], "ภ 😀");
    assert_eq!(export(&desk, "a.csv", json!({})).0["missing"], "");
    assert!(text_of(&bytes).contains("#set text(red) *bold* $x$ □ □ <U+202E>turned"));
}

#[test]
fn a_pdf_that_is_stopped_leaves_no_file() {
    let desk = Desk::plan();
    let start = json!({ "command": "plan_export", "arguments": { "file": desk.file("out.pdf") } });
    let job = desk.ok("job_start", start)["job"].clone();
    desk.ok("job_cancel", json!({ "job": job }));
    let state = loop {
        let view = desk.ok("job_get", json!({ "job": job }));
        match view["state"].as_str().unwrap() {
            "running" => std::thread::sleep(std::time::Duration::from_millis(5)),
            state => break state.to_owned(),
        }
    };
    assert_eq!(state, "cancelled");
    assert!(!desk.path("out.pdf").exists());
}

#[test]
fn an_empty_document_is_a_page() {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("empty.gdcplan"), "empty": true }));
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("a.pdf") })), "no-document");
    desk.ok("document_create", json!({ "fields": { "title": "Nothing yet" } }));
    let text = read(&export(&desk, "a.pdf", json!({})).1);
    assert!(text.contains("NOTHING YET") && text.contains("Page 1/1"), "{text}");
}
