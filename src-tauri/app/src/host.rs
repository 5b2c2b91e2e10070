//! What the session asks of the desktop: file dialogs, and events to the window.
use std::path::{Path, PathBuf};

use plan_wire::types::Purpose;
use plan_wire::{Host, ToDesktop};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tauri_plugin_opener::OpenerExt;

use crate::{rpc, window};

/// The names of what can be chosen hold no word of any language.
const PLANS: (&str, &[&str]) = ("GDC Planner (*.gdcplan)", &["gdcplan"]);
const SNAPSHOTS: (&str, &[&str]) = ("GDC Planner (*.gdcsnap)", &["gdcsnap"]);
const TABLES: (&str, &[&str]) = ("CSV (*.csv)", &["csv"]);
const DRAWINGS: (&str, &[&str]) = ("SVG (*.svg)", &["svg"]);
const PICTURES: (&str, &[&str]) = ("PNG (*.png)", &["png"]);
const TEXTS: (&str, &[&str]) = ("*.txt", &["txt"]);
const DATA: (&str, &[&str]) = ("*.json", &["json"]);
const LISTS: (&str, &[&str]) = ("*.txt, *.json, *.csv", &["txt", "json", "csv"]);
const WORKBOOKS: (&str, &[&str]) = ("Excel (*.xlsx)", &["xlsx"]);
const CALENDARS: (&str, &[&str]) = ("iCalendar (*.ics)", &["ics"]);
const DOCUMENTS: (&str, &[&str]) = ("Word (*.docx)", &["docx"]);
const PDFS: (&str, &[&str]) = ("PDF (*.pdf)", &["pdf"]);
const PAGES: (&str, &[&str]) = ("HTML (*.html)", &["html"]);
/// Mail servers let a snapshot through as `.zip`; a page holds one.
const BOTH: (&str, &[&str]) =
    ("GDC Planner (*.gdcplan, *.gdcsnap, *.zip, *.html)", &["gdcplan", "gdcsnap", "zip", "html", "htm"]);

/// The desktop as the session sees it.
pub struct Desktop<R: Runtime> {
    app: AppHandle<R>,
}

impl<R: Runtime> Desktop<R> {
    /// The desktop of this application.
    pub const fn new(app: AppHandle<R>) -> Self {
        Self { app }
    }

    fn dialog(&self, (name, endings): (&str, &[&str])) -> FileDialogBuilder<R> {
        let dialog = self.app.dialog().file().add_filter(name, endings);
        match self.app.get_webview_window(window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl<R: Runtime> Host for Desktop<R> {
    // The dialogs run on the main thread and are waited for here; commands never run there.
    fn choose_open(&self) -> Option<PathBuf> {
        self.dialog(BOTH).blocking_pick_file()?.into_path().ok()
    }

    fn choose_several(&self) -> Vec<PathBuf> {
        let chosen = self.dialog(BOTH).blocking_pick_files().unwrap_or_default();
        chosen.into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn choose_save(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf> {
        let filter = match purpose {
            Purpose::Snapshot => SNAPSHOTS,
            Purpose::Table => TABLES,
            Purpose::Drawing => DRAWINGS,
            Purpose::Picture => PICTURES,
            Purpose::Text => TEXTS,
            Purpose::Data => DATA,
            Purpose::List => LISTS,
            Purpose::Workbook => WORKBOOKS,
            Purpose::Calendar => CALENDARS,
            Purpose::Word => DOCUMENTS,
            Purpose::Pdf => PDFS,
            Purpose::Page => PAGES,
            Purpose::Open | Purpose::NewPlan => PLANS,
        };
        self.dialog(filter).set_file_name(suggested).blocking_save_file()?.into_path().ok()
    }

    fn emit(&self, event: &str, payload: Value) {
        window::report("pass an event on to the window", Emitter::emit(&self.app, event, payload));
    }

    fn has_desktop(&self) -> bool {
        true
    }

    fn to_desktop(&self, path: &Path, what: ToDesktop) -> Result<(), String> {
        let opener = self.app.opener();
        let open = |path: &Path| {
            let named = path.to_str().ok_or("its name is no text")?;
            opener.open_path(named, None::<&str>).map_err(|error| error.to_string())
        };
        match (what, path.parent()) {
            (ToDesktop::Open, _) => open(path),
            // A file manager that knows of no single files shows the folder.
            (ToDesktop::Show, Some(folder)) => opener.reveal_item_in_dir(path).or_else(|_| open(folder)),
            (ToDesktop::Show, None) => opener.reveal_item_in_dir(path).map_err(|error| error.to_string()),
        }
    }

    fn window_ready(&self) {
        window::first_rows(&self.app);
        rpc::page_is_ready(&self.app);
    }
}
