//! Documents that are made of the plan, for people without this application. The rows that may leave are chosen in one place
//! ([`plan::snapshot::shared`]); models are made of them here, and bytes of the models in `plan-documents`.

mod again;
mod against;
mod council;
mod dates;
mod days;
mod page;
mod place;
mod sheets;
#[cfg(test)]
mod tests;
mod word;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use plan::kinds::Kind;
use plan::snapshot::{Ready, With};
use plan::state::State;
use plan::store::Export;
use plan::{Error, Plan};
use plan_strings::Strings;
use sha2::{Digest, Sha256};

use crate::session::{Call, Fault, Opened, Session, lock};
use crate::sources::Foreign;
use crate::types::*;

pub(crate) use council::{IssuedBook, block_name, document_paper, issued, paper_languages, template};
pub(crate) use place::replaceable;

/// Formats that can be made, by the ending of the file.
const FORMATS: &[&str] = &[
    "docx",
    #[cfg(feature = "pdf")]
    "pdf",
    "xlsx",
    "csv",
    "json",
    "ics",
    "html",
];
/// Where nothing says when the rows were written.
const BEGINNING: &str = "2025-01-01T00:00:00.000Z";

/// What a document is made of.
struct Draft<'a> {
    strings: Strings,
    /// The rows that may leave.
    state: State,
    with: With,
    /// When the rows were written last.
    at: DateTime<Utc>,
    /// The same, as it was written.
    at_text: String,
    /// The newest step, and the hash of what may leave.
    op: i64,
    hash: String,
    /// The organization for which it is made.
    sender: String,
    /// What the snapshot in a page says beside its rows.
    beside: plan::snapshot::Beside,
    request: &'a PlanExport,
    rows: BTreeMap<String, usize>,
    left_out: BTreeMap<String, usize>,
}

/// The words of a document's labels: for a workbook in the language that is asked for, where there are any; else as the window has them.
/// A document knows no window that isolates names.
fn strings_of(call: &Call, format: &str, request: &PlanExport) -> Strings {
    let labelled = format == "xlsx" || format == "csv";
    let asked = request.language.as_deref().filter(|_| labelled).unwrap_or_default().to_lowercase();
    let primary = asked.split(['-', '_']).next().unwrap_or_default();
    Strings::of_paper(primary).unwrap_or_else(|| call.strings.without_isolation())
}

pub(crate) fn plan_export(session: &Session, call: &Call, request: PlanExport) -> Result<Exported, Fault> {
    let again = request.again.map(|id| again::found(session, id)).transpose()?;
    let request = match &again {
        Some(export) => again::request(session, export, request)?,
        None => request,
    };
    let path = session.file(call, &request.file)?;
    let format = format_of(&request, &path)?;
    let request = PlanExport { format: format.clone(), ..request };
    if session.open_here(&path).is_some() {
        return Err(Error::refused_with("file-exists", [("path", path.display().to_string())]));
    }
    place::replaceable(&path, &format)?;
    let with = crate::share::with(&request.with)?;
    let (shown, foreign) = session.source(&request.source)?;
    let at_text = written_at(session, &request.source, foreign.as_deref())?;
    let state = plan::snapshot::shared(&shown.state, with);
    let hash = state.hash().hex();
    let at = instant(&at_text);
    let mut draft = Draft {
        strings: strings_of(call, &format, &request),
        state,
        with,
        at,
        at_text,
        op: shown.op,
        hash,
        sender: call.context.organization.clone(),
        beside: plan::snapshot::Beside::default(),
        request: &request,
        rows: BTreeMap::new(),
        left_out: BTreeMap::new(),
    };
    call.progress(0.1)?;
    // The document itself is most of the work; writing it to disk is the rest.
    let watch = |part: f64| call.progress(0.1 + 0.8 * part).is_ok();
    let mut council = None;
    let bytes = match &*format {
        "docx" | "pdf" => {
            let mut written = match &again {
                Some(export) => again::written(session, call, &request, export, &watch)?,
                None => word::write(session, call, &request, None, &watch)?,
            };
            draft.rows = std::mem::take(&mut written.rows);
            let bytes = std::mem::take(&mut written.bytes);
            council = Some(written);
            bytes
        }
        "html" => {
            let whole = page::descended(session, &request.source, foreign.as_deref(), &shown.state)?;
            draft.beside = page::beside(session, &request.source, shown.op)?;
            draft.write_page(&whole, &watch)?
        }
        _ => draft.write(&format, &shown.state, &watch)?,
    };
    call.progress(0.9)?;
    let sha256 = sha256_of(&bytes);
    place::put(Ready::new(&path, &bytes), &path)?;
    session.shelf.wrote(&path);
    let file = session.shelf.describe(&path);
    let step = session.step_of(&request.source)?;
    let language = match &*format {
        "json" => "",
        "csv" if request.heads.as_deref() != Some("labels") => "",
        "docx" | "pdf" => council.as_ref().map_or("", |council| council.language),
        _ => draft.strings.lang(),
    };
    let language = language.to_owned();
    let missing = council.as_mut().map(|council| std::mem::take(&mut council.missing)).unwrap_or_default();
    if let Some(made) = again {
        let same = made.sha256 == sha256;
        let when = call.strings.instant_words(&made.at);
        let announcement = match same {
            true => call.strings.export_again(&file.folder, &made.file, &file.name, &when),
            false => call.strings.export_again_other(&file.folder, &made.file, &file.name, &when),
        };
        // What is in the books already is not noted as if it were newer.
        let Draft { rows, left_out, .. } = draft;
        let (bytes, same) = (bytes.len(), Some(same));
        return Ok(Exported {
            file,
            format,
            language,
            bytes,
            sha256,
            rows,
            left_out,
            missing,
            noted: true,
            same,
            announcement,
        });
    }
    let export = Export {
        id: 0,
        at: call.context.at(),
        by: call.context.by.clone(),
        organization: call.context.organization.clone(),
        format: format.clone(),
        file: file.name.clone(),
        sha256: sha256.clone(),
        op: step.unwrap_or(draft.op),
        hash: draft.hash.clone(),
        // A paper of the rows of another file is no document of this plan.
        document: council.as_ref().filter(|council| council.step.is_some()).map(|council| council.document.clone()),
        symbol: council.as_ref().map(|council| council.symbol.clone()).filter(|symbol| !symbol.is_empty()),
        state: council.as_ref().map(|council| council.state.clone()).filter(|state| !state.is_empty()),
        since: council.as_ref().and_then(|council| council.since.clone()),
    };
    let mut written = call.strings.export_written(&file.folder, &file.name);
    if !missing.is_empty() {
        written = call.strings.export_without_letters(&missing, &written);
    }
    // The document is there: whatever becomes of the note, nothing else is said.
    let (noted, announcement) = match note(session, call, &export) {
        Ok(noted) => (noted, written),
        Err(error) => {
            let reason = crate::WireError::of(&error, &call.strings).message;
            (false, call.strings.export_not_noted(&reason, &written))
        }
    };
    let Draft { rows, left_out, .. } = draft;
    let bytes = bytes.len();
    Ok(Exported { file, format, language, bytes, sha256, rows, left_out, missing, noted, same: None, announcement })
}

fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Draft<'_> {
    fn write(&mut self, format: &str, whole: &Arc<State>, watch: plan_documents::Watch<'_>) -> Result<Vec<u8>, Fault> {
        let made = match format {
            "json" => {
                self.count_all();
                return plan::exchange::write(whole, &self.at_text, self.with);
            }
            "csv" => plan_documents::separated::write(&self.plain_table()?, watch),
            "xlsx" => plan_documents::workbook::write(&self.book(), watch),
            "ics" => plan_documents::calendar::write(&self.calendar()?, watch),
            other => return Err(Error::refused_with("no-such-format", [("format", other.to_owned())])),
        };
        made.map_err(fault)
    }

    /// When the rows were written last, in words; none, where nothing says it.
    fn state_words(&self) -> Option<String> {
        (self.at_text != BEGINNING).then(|| self.strings.instant_words(&self.at_text))
    }

    fn title(&self) -> String {
        self.state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default()
    }

    /// Name of the organization whose plan it is.
    fn owner(&self) -> String {
        let about = self.state.row(Kind::About, "about");
        let owner = about.and_then(|row| self.state.row(Kind::Organization, row.text("owner")));
        owner.map(|row| row.title().to_owned()).unwrap_or_default()
    }

    fn count(&mut self, kind: Kind, rows: usize) {
        self.rows.insert(kind.name().to_owned(), rows);
    }

    fn count_all(&mut self) {
        for kind in Kind::content().filter(|kind| self.state.count(*kind) > 0) {
            self.rows.insert(kind.name().to_owned(), self.state.count(kind));
        }
    }
}

/// A fault of a document as one of ours.
pub(crate) fn fault(fault: plan_documents::Fault) -> Fault {
    match fault {
        plan_documents::Fault::Stopped => Error::refused("cancelled"),
        plan_documents::Fault::TooLong => Error::refused("pdf-too-long"),
        plan_documents::Fault::Broken(words) => Error::broken(words),
    }
}

fn format_of(request: &PlanExport, path: &Path) -> Result<String, Fault> {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let format = if request.format.is_empty() { ending } else { request.format.to_lowercase() };
    if FORMATS.contains(&format.as_str()) {
        return Ok(format);
    }
    Err(Error::refused_with("no-such-format", [("format", format), ("formats", FORMATS.join(", "))]))
}

fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap_or_default().to_utc()
}

/// When the rows that are meant were written last: what equal rows are stamped with, whenever a document is made of them.
fn written_at(session: &Session, source: &Source, foreign: Option<&Foreign>) -> Result<String, Fault> {
    if let Some(snapshot) = foreign.and_then(|foreign| foreign.snapshot.as_ref()) {
        return Ok(snapshot.manifest.at.clone());
    }
    let before = match source {
        Source::Moment { moment } => match plan::history::Moment::parse(moment) {
            plan::history::Moment::Step(step) => step.saturating_add(1),
            plan::history::Moment::Instant(instant) => return Ok(instant),
            plan::history::Moment::Snapshot(_) => i64::MAX,
        },
        _ => i64::MAX,
    };
    let of_plan = |plan: &Plan| -> Result<Option<String>, Fault> {
        if let Some(step) = plan.history(None, before, 1)?.into_iter().next() {
            return Ok(Some(step.at));
        }
        // Before the first step they are those of what the plan came from; a snapshot that it made itself is no older state.
        let info = plan.info()?;
        let made = |id: &str| info.kept.iter().any(|kept| kept.why == "made" && kept.id == id);
        let from = info.parents.iter().filter(|parent| !made(&parent.id)).map(|parent| parent.at.clone()).max();
        match (from, info.kept.iter().find(|kept| kept.why == "origin")) {
            (None, Some(origin)) => {
                let kept = plan.kept_at(&plan::history::Moment::Snapshot(origin.id.clone()))?;
                Ok(kept.map(|snapshot| snapshot.manifest.at))
            }
            (from, _) => Ok(from),
        }
    };
    let at = match (&*lock(&session.opened), source) {
        (Opened::Snapshot { snapshot, .. }, Source::Now) => Some(snapshot.manifest.at.clone()),
        (Opened::Plan(plan), Source::Now | Source::Moment { .. }) => of_plan(plan)?,
        _ => None,
    };
    Ok(at.filter(|at| DateTime::parse_from_rfc3339(at).is_ok()).unwrap_or_else(|| BEGINNING.to_owned()))
}

/// Notes in the plan that a document was made of it; not, where it is only read. The document is there in any case.
fn note(session: &Session, call: &Call, export: &Export) -> Result<bool, Fault> {
    if session.shown().opening != call.opening {
        return Ok(false);
    }
    match &*lock(&session.opened) {
        Opened::Plan(plan) if plan.may_write().is_ok() => plan.note_export(export).map(|()| true),
        _ => Ok(false),
    }
}

pub(crate) fn exports_list(session: &Session, call: &Call, _: Nothing) -> Result<Vec<ExportView>, Fault> {
    let exports = match &*lock(&session.opened) {
        Opened::Plan(plan) => plan.exports()?,
        Opened::Snapshot { .. } => Vec::new(),
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
    };
    let shown = session.shown();
    let view = |export: Export| {
        let (against, since) = against::noted(&export);
        let (against, since) = (against.map(|id| against::called(&shown.state, id)), since.map(str::to_owned));
        ExportView {
            id: export.id,
            again: again::since_of(session, &export).is_ok(),
            at_text: call.strings.instant_words(&export.at),
            at: export.at,
            by: export.by,
            organization: export.organization,
            format: export.format,
            file: export.file,
            sha256: export.sha256,
            op: export.op,
            document: export.document,
            symbol: export.symbol.unwrap_or_default(),
            state_text: match &export.state {
                Some(state) => call.strings.choice(Kind::Document, "state", state),
                None => String::new(),
            },
            state: export.state.unwrap_or_default(),
            since: since.unwrap_or_default(),
            against: against.unwrap_or_default(),
        }
    };
    Ok(exports.into_iter().map(view).collect())
}

/// The path of a file beside another, under another name.
fn beside(path: &Path, name: String) -> PathBuf {
    path.with_file_name(name)
}
