//! What other programs make of the files: Excel's schema on whole workbooks, and LibreOffice, which saves a document and a workbook again
//! without losing what they are taken back by.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::papers::export;
use crate::support::Desk;

#[path = "../../../documents/tests/support/validator.rs"]
mod validator;

const TITLE: &str = "ITU action plan for the Global Digital Compact";

fn part(path: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The values of an attribute, wherever it stands.
fn values<'t>(xml: &'t str, begin: &str) -> BTreeSet<&'t str> {
    xml.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Saved again by LibreOffice, as what it is; none, where there is no LibreOffice.
fn saved_again(desk: &Desk, name: &str) -> Option<PathBuf> {
    let ending = name.rsplit('.').next().unwrap();
    let (profile, folder) = (desk.path("profile"), desk.path("again"));
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    office.args(["--headless", "--convert-to", ending, "--outdir"]).arg(&folder).arg(desk.path(name));
    let Ok(ran) = office.output() else {
        eprintln!("LibreOffice is not installed: not tried");
        return None;
    };
    let saved = folder.join(name);
    // A part of it alone is installed on some machines.
    if !saved.exists() {
        eprintln!("LibreOffice did not save {name}: {}", String::from_utf8_lossy(&ran.stderr));
        return None;
    }
    Some(saved)
}

#[test]
fn a_document_that_libreoffice_saved_again_has_its_tags_and_its_changes() {
    let desk = Desk::plan();
    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "title", "value": "Giga, for every school" }));
    let since = json!({ "since": { "at": "moment", "moment": "0" } });
    for (name, more) in
        [("plain.docx", json!({})), ("arabic.docx", json!({ "language": "ar" })), ("marked.docx", since)]
    {
        export(&desk, name, more);
        let Some(saved) = saved_again(&desk, name) else { return };
        let (before, after) = (part(&desk.path(name), "word/document.xml"), part(&saved, "word/document.xml"));
        // LibreOffice before 7.5 knows no tags: it keeps the bookmark in each control, which has the control's number.
        let (tags, kept) = (values(&before, "<w:tag w:val=\""), values(&after, "<w:tag w:val=\""));
        let (names, named) = (values(&before, "w:name=\"_gdc"), values(&after, "w:name=\"_gdc"));
        let numbers = values(&before, "/><w:id w:val=\"");
        assert!(tags.len() > 100 && names.is_superset(&numbers), "{name}: each control has its bookmark");
        let lost: Vec<_> = names.difference(&named).collect();
        assert!(kept.is_superset(&tags) || lost.is_empty(), "{name}: {lost:?} lost of {}", names.len());
        if name == "marked.docx" {
            for change in ["<w:ins ", "<w:del "] {
                assert!(after.contains(change), "{name}: {change}");
            }
        }
    }
}

#[test]
fn a_workbook_that_libreoffice_saved_again_has_its_ids_and_says_which_field_is_where() {
    let desk = Desk::plan();
    for language in ["en", "ar"] {
        let name = format!("{language}.xlsx");
        export(&desk, &name, json!({ "language": language }));
        let Some(saved) = saved_again(&desk, &name) else { return };
        let book = part(&saved, "xl/workbook.xml");
        assert!(book.contains("name=\"gdcplan\""), "{name}: the sheet for programs");
        let texts = part(&saved, "xl/sharedStrings.xml");
        for kind in ["commitment", "milestone", "group", "organization"] {
            let window = json!({ "kind": kind, "from": 0, "to": 1000, "fields": [] });
            let rows = match desk.call("view_get", window) {
                Ok(view) => view["rows"].as_array().unwrap().clone(),
                Err(error) => panic!("{kind}: {error:?}"),
            };
            assert!(!rows.is_empty());
            for row in rows {
                let id = row["id"].as_str().unwrap();
                assert!(texts.contains(&format!(">{id}<")), "{name}: {kind} {id}");
            }
        }
        for field in ["status_as_of", "document_symbol", "gdc-planner-workbook"] {
            assert!(texts.contains(field), "{name}: {field}");
        }
    }
}

#[test]
fn excel_has_no_complaint_about_a_whole_plan_in_any_language() {
    let Some(script) = validator::validator() else {
        eprintln!("the node modules are not installed: no validator");
        return;
    };
    let desk = Desk::plan();
    for language in ["en", "fr", "ar"] {
        let (_, bytes) = export(&desk, &format!("{language}.xlsx"), json!({ "language": language }));
        assert_eq!(validator::complaints(&script, &format!("plan-{language}.xlsx"), &bytes), "", "{language}");
    }
    for language in ["en", "fr", "ar"] {
        let more = json!({ "language": language, "document": TITLE });
        let (_, bytes) = export(&desk, &format!("{language}.docx"), more);
        assert_eq!(validator::complaints(&script, &format!("plan-{language}.docx"), &bytes), "", "{language}");
    }
}
