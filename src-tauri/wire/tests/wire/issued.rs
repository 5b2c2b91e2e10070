//! What was made stays to be looked up: when, of which state, under which symbol; and the file as issued is made once more. Files that
//! were written are shown and opened, and no others.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use plan_wire::types::Purpose;
use plan_wire::{Host, Session, ToDesktop};
use serde_json::{Value as Json, json};

use crate::papers::export;
use crate::support::Desk;

const TITLE: &str = "ITU action plan for the Global Digital Compact";

fn set(desk: &Desk, kind: &str, id: &str, field: &str, value: &str) {
    desk.ok(&format!("{kind}_set"), json!({ "id": id, "field": field, "value": value }));
}

/// The books, newest first.
fn books(desk: &Desk) -> Vec<Json> {
    desk.ok("exports_list", json!({})).as_array().unwrap().clone()
}

/// A document that tells what changed since the file before it, with a symbol.
fn told(desk: &Desk) {
    set(desk, "document", TITLE, "symbol", "C25/INF/8");
    let fields = json!({ "kind": "changes" });
    desk.ok("block_add", json!({ "document": TITLE, "fields": fields }));
}

#[test]
fn the_books_say_state_and_symbol_of_then_and_the_file_is_made_once_more_byte_for_byte() {
    let desk = Desk::plan();
    told(&desk);
    let (_, first) = export(&desk, "first.docx", json!({}));
    set(&desk, "commitment", "ITU-013", "status", "concluded");
    for state in ["in_clearance", "cleared", "submitted", "issued"] {
        set(&desk, "document", TITLE, "state", state);
    }
    let (_, issued) = export(&desk, "issued.docx", json!({}));
    // Life goes on.
    set(&desk, "commitment", "ITU-014", "status", "concluded");
    set(&desk, "document", TITLE, "symbol", "C26/50");
    set(&desk, "document", TITLE, "state", "draft");
    desk.ok("undo", json!({}));
    let (_, later) = export(&desk, "later.docx", json!({ "language": "fr" }));
    assert!(issued != later && issued != first);

    let kept = books(&desk);
    let said =
        |at: usize| ["file", "symbol", "state", "state_text"].map(|field| kept[at][field].as_str().unwrap().to_owned());
    assert_eq!(said(1), ["issued.docx", "C25/INF/8", "issued", "issued"]);
    assert_eq!(said(2), ["first.docx", "C25/INF/8", "draft", "draft"]);
    for (at, bytes) in [(0, &later), (1, &issued), (2, &first)] {
        assert_eq!(kept[at]["again"], true);
        let (answer, again) = export(&desk, &format!("again-{at}.docx"), json!({ "again": kept[at]["id"] }));
        assert!(again == *bytes, "{}", kept[at]["file"]);
        assert_eq!(answer["same"], true);
        let told = answer["announcement"].as_str().unwrap();
        let (name, made) = (format!("again-{at}.docx was written to "), kept[at]["file"].as_str().unwrap());
        assert!(
            told.starts_with(&name) && told.contains(&format!(": byte for byte {made}, as it was made on ")),
            "{told}"
        );
        assert_eq!(answer["sha256"], kept[at]["sha256"]);
    }
    assert_eq!(books(&desk), kept, "what was made once more is no newer file");
}

#[test]
fn a_redline_is_made_once_more_too_by_whoever_else_asks() {
    let desk = Desk::plan();
    told(&desk);
    set(&desk, "commitment", "ITU-013", "status", "concluded");
    let (_, marked) = export(&desk, "marked.docx", json!({ "since": { "at": "moment", "moment": "0" } }));
    desk.session.act_as("Bo", "BDT");
    set(&desk, "commitment", "ITU-014", "status", "concluded");
    let (answer, again) = export(&desk, "again.docx", json!({ "again": books(&desk)[0]["id"] }));
    assert_eq!(answer["same"], true);
    assert!(again == marked);
}

#[test]
fn what_cannot_be_made_once_more_is_refused_with_the_reason() {
    let desk = Desk::plan();
    export(&desk, "plan.xlsx", json!({}));
    let snapshot = desk.file("then.gdcsnap");
    desk.ok("snapshot_write", json!({ "file": snapshot, "name": "", "with": [] }));
    let copy = Desk::plan();
    copy.ok("snapshot_write", json!({ "file": copy.file("other.gdcsnap"), "name": "", "with": [] }));
    let other = desk.session.mint(&copy.path("other.gdcsnap"));
    export(&desk, "marked.docx", json!({ "since": { "at": "file", "file": other } }));
    let kept = books(&desk);
    assert_eq!((&kept[0]["again"], &kept[1]["again"]), (&json!(false), &json!(false)));
    let file = desk.file("again.docx");
    for at in [0, 1] {
        let asked = json!({ "file": file, "again": kept[at]["id"] });
        assert_eq!(desk.refused("plan_export", asked), "export-not-again");
    }
    assert_eq!(desk.refused("plan_export", json!({ "file": file, "again": 99 })), "no-such-export");
    assert!(!desk.path("again.docx").exists());
}

#[test]
fn a_file_of_a_plan_without_steps_is_made_once_more_when_there_are_some() {
    let desk = Desk::plan();
    let (_, first) = export(&desk, "first.docx", json!({}));
    desk.ok("snapshot_write", json!({ "file": desk.file("then.gdcsnap"), "name": "", "with": [] }));
    set(&desk, "commitment", "ITU-013", "status", "concluded");
    let (answer, again) = export(&desk, "again.docx", json!({ "again": books(&desk)[0]["id"] }));
    assert_eq!(answer["same"], true);
    assert!(again == first);
}

/// A desktop that remembers what it was handed.
#[derive(Clone, Default)]
struct Desktop {
    handed: Arc<Mutex<Vec<(PathBuf, ToDesktop)>>>,
    is_broken: bool,
}

impl Host for Desktop {
    fn choose_open(&self) -> Option<PathBuf> {
        None
    }
    fn choose_save(&self, _: Purpose, _: &str) -> Option<PathBuf> {
        None
    }
    fn emit(&self, _: &str, _: Json) {}
    fn has_desktop(&self) -> bool {
        true
    }
    fn to_desktop(&self, path: &Path, what: ToDesktop) -> Result<(), String> {
        self.handed.lock().unwrap().push((path.to_owned(), what));
        if self.is_broken { Err("no file manager".to_owned()) } else { Ok(()) }
    }
}

#[test]
fn files_that_were_written_are_shown_and_opened_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let desktop = Desktop::default();
    let session = Session::new(Box::new(desktop.clone()), None);
    let call = |command: &str, arguments: Json| session.call(command, arguments, "en");
    let of = |name: &str| json!({ "file": session.mint(&path(name)) });
    let refused = |command: &str, name: &str| call(command, of(name)).unwrap_err().code;
    assert_eq!(call("session_start", json!({})).unwrap()["has_desktop"], true);
    call("plan_new", of("plan.gdcplan")).unwrap();

    std::fs::write(path("stranger.html"), "<script>").unwrap();
    assert_eq!(refused("file_open", "stranger.html"), "file-not-written");
    assert_eq!(refused("file_show", "stranger.html"), "file-not-written");
    assert_eq!(call("file_open", json!({ "file": path("stranger.html") })).unwrap_err().code, "not-our-file-ref");

    call("plan_export", of("plan.html")).unwrap();
    let file = call("plan_export", of("plan.xlsx")).unwrap()["file"]["file"].clone();
    call("file_show", json!({ "file": file })).unwrap();
    call("file_open", of("plan.html")).unwrap();
    let handed = [(path("plan.xlsx"), ToDesktop::Show), (path("plan.html"), ToDesktop::Open)];
    assert_eq!(*desktop.handed.lock().unwrap(), handed);

    // A snapshot is shown, to be sent; this window opens it itself.
    let mut share = of("plan.gdcsnap");
    share["name"] = json!("");
    share["with"] = json!([]);
    call("snapshot_write", share).unwrap();
    call("file_show", of("plan.gdcsnap")).unwrap();
    assert_eq!(refused("file_open", "plan.gdcsnap"), "file-not-written");

    std::fs::remove_file(path("plan.html")).unwrap();
    assert_eq!(refused("file_open", "plan.html"), "no-such-file");
    std::fs::create_dir(path("plan.html")).unwrap();
    assert_eq!(refused("file_show", "plan.html"), "no-such-file");
}

#[test]
fn a_desktop_that_fails_is_told_and_a_place_without_one_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let desktop = Desktop { is_broken: true, ..Desktop::default() };
    let session = Session::new(Box::new(desktop), None);
    let of = |name: &str| json!({ "file": session.mint(&folder.path().join(name)) });
    session.call("plan_new", of("plan.gdcplan"), "en").unwrap();
    session.call("plan_export", of("plan.csv"), "en").unwrap();
    let told = session.call("file_show", of("plan.csv"), "en").unwrap_err();
    assert_eq!(told.code, "no-desktop");
    assert!(told.message.contains("plan.csv") && told.message.contains("no file manager"), "{}", told.message);

    let desk = Desk::plan();
    assert_eq!(desk.ok("session_start", json!({}))["has_desktop"], false);
    let (answer, _) = export(&desk, "plan.csv", json!({}));
    assert_eq!(desk.refused("file_open", json!({ "file": answer["file"]["file"] })), "no-desktop");
}
