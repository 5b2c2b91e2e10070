//! Bad input, format by format: what was typed to do harm is words, what is too much is told, and there is never half a file.

use std::path::Path;
use std::process::Command;

use serde_json::{Value as Json, json};

use crate::papers::{export, inside, text_of};
use crate::support::Desk;

const FORMATS: [&str; 6] = ["docx", "xlsx", "csv", "ics", "html", "json"];
/// Formulas as spreadsheets know them, with full-width forms and behind spaces.
const FORMULAS: [&str; 9] =
    ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "  =1+1"];
const TAGS: [&str; 4] = ["<script>alert(1)</script>", "</w:t></w:r>", "]]><!--", "&amp;&#0;"];
/// They would turn the direction of what stands beside them, or steer a terminal.
const STEERING: [char; 6] = ['\u{202e}', '\u{202a}', '\u{2066}', '\u{2069}', '\u{1b}', '\u{7}'];
const SCRIPTS: [&str; 6] = ["Résumé", "全球数字契约", "Глобальный договор", "التعاهد الرقمي", "डिजिटल", "한국어 🛰"];

/// A plan with all of it in the names of rows that every format shows, and a text as long as any may be.
fn hostile() -> Desk {
    let desk = Desk::plan();
    let steering: String = STEERING.iter().flat_map(|mark| ['a', *mark]).collect();
    let all = FORMULAS.iter().chain(&TAGS).chain(&SCRIPTS).copied().chain([steering.as_str()]);
    for name in all {
        let fields = json!({ "title": name, "date": "2026-12-16", "place": name, "description": name });
        desk.ok("milestone_create", json!({ "fields": fields }));
        let fields = json!({ "title": name, "owner": "ITU", "objective": "O1", "next_step": name });
        desk.ok("commitment_create", json!({ "fields": fields }));
    }
    let rows = json!({ "kind": "milestones", "caption": "=1+1" });
    desk.ok("block_add", json!({ "document": "", "fields": rows }));
    let rows = json!({ "kind": "commitments", "objective": "O1", "text": "<script>alert(1)</script>" });
    desk.ok("block_add", json!({ "document": "", "fields": rows }));
    desk
}

fn made(desk: &Desk, format: &str) -> Vec<u8> {
    let more = if format == "csv" { json!({ "kind": "milestone" }) } else { json!({}) };
    export(desk, &format!("out.{format}"), more).1
}

#[test]
fn what_was_typed_to_do_harm_is_words_in_every_format() {
    let desk = hostile();
    for format in FORMATS {
        let bytes = made(&desk, format);
        let mut text = match format {
            // What is inside a page is a snapshot, and that loses nothing.
            "html" => String::from_utf8(bytes).unwrap(),
            _ => text_of(&bytes),
        };
        if format == "html" {
            assert!(inside(&text).is_some());
            assert_eq!(text.matches("<script").count(), 2);
        }
        if ["xlsx", "docx"].contains(&format) {
            assert!(!text.contains("<script>"), "{format}");
        }
        if format == "json" {
            // In quotes, whatever is in it: and all of it comes back.
            text = serde_json::from_str::<Json>(&text).unwrap().to_string();
        } else {
            let found = STEERING.iter().find(|mark| text.contains(**mark));
            assert_eq!(found, None, "{format}");
        }
        for name in SCRIPTS {
            assert!(unfolded(format, &text).contains(name), "{format}: {name}");
        }
    }
}

/// Lines of a calendar are folded.
fn unfolded(format: &str, text: &str) -> String {
    if format == "ics" { text.replace("\r\n ", "") } else { text.to_owned() }
}

#[test]
fn a_formula_is_none_in_any_table() {
    let desk = hostile();
    let csv = String::from_utf8(made(&desk, "csv")).unwrap();
    // Spaces before a name are not kept.
    for name in FORMULAS.map(str::trim_start) {
        assert!(csv.contains(&format!("'{name}")), "{name}");
        assert!(!csv.contains(&format!(",{name}")) && !csv.contains(&format!("\"{name}")), "{name}");
    }
    let sheets = text_of(&made(&desk, "xlsx"));
    // The only formulas are those by which choices are offered.
    assert!(!sheets.contains("<f>"), "a formula");
    for name in FORMULAS.map(str::trim_start) {
        assert!(sheets.contains(&name.replace('\'', "&apos;")) || sheets.contains(name), "{name}");
    }
}

#[test]
fn the_longest_text_is_written_whole_or_cut_where_it_says_so() {
    let desk = Desk::plan();
    let tail = "the very end";
    let long = format!("{} {tail}", "word ".repeat(9_990));
    let fields = json!({ "title": "Long", "date": "2026", "description": long, "outcome": long });
    desk.ok("milestone_create", json!({ "fields": fields }));
    let fields = json!({ "title": "Long", "owner": "ITU", "objective": "O1", "description": long });
    desk.ok("commitment_create", json!({ "fields": fields }));
    desk.ok("block_add", json!({ "document": "", "fields": { "kind": "paragraph", "text": long } }));
    for format in FORMATS {
        let text = text_of(&made(&desk, format));
        match format {
            // A cell and an entry hold no more; the cell says so.
            "xlsx" => assert!(text.contains("the rest does not fit in a cell") && !text.contains(tail)),
            "ics" => assert!(!text.contains(tail) && text.lines().all(|line| line.len() <= 75), "{format}"),
            _ => assert!(text.contains(tail), "{format}"),
        }
    }
    let refused = json!({ "id": "ITU-013", "field": "description", "value": "x".repeat(1_000_000) });
    assert_eq!(desk.refused("commitment_set", refused), "too-long");
}

#[test]
fn an_empty_plan_makes_every_format_but_a_document_that_is_not_there() {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("empty.gdcplan"), "empty": true, "title": "Nothing yet" }));
    for format in FORMATS.iter().filter(|format| **format != "docx") {
        let bytes = made(&desk, format);
        assert!(!bytes.is_empty(), "{format}");
    }
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("out.docx") })), "no-document");
    assert!(!desk.path("out.docx").exists());
    desk.ok("document_create", json!({ "fields": { "title": "An empty page" } }));
    assert!(!made(&desk, "docx").is_empty());
    let calendar = String::from_utf8(made(&desk, "ics")).unwrap();
    assert!(calendar.starts_with("BEGIN:VCALENDAR") && !calendar.contains("BEGIN:VEVENT"), "{calendar}");
    let csv = String::from_utf8(made(&desk, "csv")).unwrap();
    assert_eq!(csv.lines().count(), 1, "its head");
}

#[test]
fn a_file_that_somebody_has_open_stays_as_it_is_in_every_format() {
    let desk = Desk::plan();
    for format in FORMATS {
        let before = made(&desk, format);
        desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "next_step", "value": format }));
        let name = format!("out.{format}");
        let lock = desk.path(&format!(".~lock.{name}#"));
        std::fs::write(&lock, "somebody").unwrap();
        assert_eq!(desk.refused("plan_export", json!({ "file": desk.file(&name) })), "file-in-use", "{format}");
        assert_eq!(std::fs::read(desk.path(&name)).unwrap(), before, "{format}");
        std::fs::remove_file(lock).unwrap();
    }
}

/// A disk of a few kilobytes; none, where this process may not mount one.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn at(folder: &'a Path) -> Option<Self> {
        std::fs::create_dir_all(folder).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=16k", "tmpfs"]).arg(folder);
        let done = mount.output().ok()?.status.success();
        done.then_some(SmallDisk(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let done = Command::new("umount").arg(self.0).status();
        assert!(done.is_ok_and(|status| status.success()), "the small disk stays mounted");
    }
}

#[test]
fn a_full_disk_is_told_and_leaves_no_half_of_a_file() {
    let desk = Desk::plan();
    let folder = desk.path("small");
    let Some(_disk) = SmallDisk::at(&folder) else {
        eprintln!("no disk of a few kilobytes can be mounted here: not tried");
        return;
    };
    for format in FORMATS {
        let path = folder.join(format!("out.{format}"));
        let before = if format == "docx" || format == "xlsx" { "PK\u{3}\u{4}old" } else { "" };
        std::fs::write(&path, before).unwrap();
        // Long enough not to fit, whatever it is packed to.
        let file = desk.session.mint(&path);
        let told = match desk.call("plan_export", json!({ "file": file })) {
            Ok(answer) => {
                assert!(answer["bytes"].as_u64().unwrap() <= 16 * 1024, "{format}: {answer}");
                std::fs::remove_file(&path).unwrap();
                continue;
            }
            Err(error) => error,
        };
        assert_eq!(told.code, "disk-full-document", "{format}: {}", told.message);
        assert_eq!(std::fs::read(&path).unwrap(), before.as_bytes(), "{format}");
        std::fs::remove_file(&path).unwrap();
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "{format}: half a file");
    }
    desk.ok("plan_verify", json!({}));
}

#[test]
fn everything_comes_back_from_json_with_the_same_hash() {
    let desk = hostile();
    let bytes = made(&desk, "json");
    let read = plan::exchange::read(&bytes).unwrap();
    assert_eq!(read.hash().hex(), desk.hash());
}
