//! Commands about what is open: start, settings, files, plans.

use std::path::PathBuf;

use plan::{Error, Kind, Origin, Plan};

use crate::host::ToDesktop;
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;
use crate::{gone, words};

pub(crate) fn session_start(session: &Session, call: &Call, _: Nothing) -> Result<Start, Fault> {
    let recent = session.shelf.recent();
    let problem = lock(&session.startup_problem).take();
    Ok(Start {
        settings: session.shelf.settings(),
        plan: summary(session, call)?,
        first_start: recent.is_empty(),
        recent: recent.iter().map(|path| session.shelf.describe(path)).collect(),
        version: env!("CARGO_PKG_VERSION").into(),
        languages: words::languages(),
        has_desktop: session.host.has_desktop(),
        problem_file: problem.as_ref().and_then(|(_, path)| path.as_deref().map(|path| session.shelf.mint(path))),
        problem: problem.map(|(error, path)| match path {
            Some(path) => crate::WireError::of_file(&error, &path, &call.strings),
            None => crate::WireError::of(&error, &call.strings),
        }),
    })
}

pub(crate) fn window_ready(session: &Session, _: &Call, _: Nothing) -> Result<Done, Fault> {
    session.host.window_ready();
    Ok(Done {})
}

pub(crate) fn settings_set(session: &Session, _: &Call, set: SettingsSet) -> Result<Settings, Fault> {
    for text in [&set.name, &set.organization].into_iter().flatten() {
        if text.chars().count() > 200 || text.contains('\0') {
            return Err(Error::refused_with("too-long", [("field", "name".into()), ("limit", "200".into())]));
        }
    }
    session.shelf.set_settings(|settings| {
        settings.name = set.name.unwrap_or_else(|| settings.name.clone()).trim().to_owned();
        settings.organization = set.organization.unwrap_or_else(|| settings.organization.clone()).trim().to_owned();
        settings.language = set.language.unwrap_or_else(|| settings.language.clone());
        settings.theme = set.theme.unwrap_or_else(|| settings.theme.clone());
        settings.text_size = set.text_size.unwrap_or(settings.text_size);
    })
}

pub(crate) fn file_choose(session: &Session, _: &Call, choose: FileChoose) -> Result<Option<FileInfo>, Fault> {
    let chosen = match choose.purpose {
        Purpose::Open => session.host.choose_open(),
        purpose => session.host.choose_save(purpose, &choose.suggested).map(|path| with_ending(path, purpose)),
    };
    Ok(chosen.map(|path| session.shelf.describe(&path)))
}

pub(crate) fn file_show(session: &Session, call: &Call, of: FileArgument) -> Result<Done, Fault> {
    to_desktop(session, call, &of.file, ToDesktop::Show)
}

pub(crate) fn file_open(session: &Session, call: &Call, of: FileArgument) -> Result<Done, Fault> {
    to_desktop(session, call, &of.file, ToDesktop::Open)
}

/// Only what was written here since the start is handed to other programs, and only while it is there.
fn to_desktop(session: &Session, call: &Call, file: &str, what: ToDesktop) -> Result<Done, Fault> {
    let path = session.shelf.written(file)?;
    *lock(&call.about) = Some(path.clone());
    let named = |code| Error::refused_with(code, [("path", path.display().to_string())]);
    if !path.is_file() {
        return Err(named("no-such-file"));
    }
    // Plans and snapshots are opened by this window, where the person is asked about what is open.
    let ours = path.extension().is_some_and(|ending| ending == "gdcplan" || ending == "gdcsnap");
    if what == ToDesktop::Open && ours {
        return Err(Error::refused("file-not-written"));
    }
    session.host.to_desktop(&path, what).map(|()| Done {}).map_err(|reason| {
        let args = [("path", path.display().to_string()), ("reason", reason)];
        Error::refused_with("no-desktop", args)
    })
}

pub(crate) fn files_choose(session: &Session, _: &Call, _: Nothing) -> Result<Vec<FileInfo>, Fault> {
    Ok(session.host.choose_several().iter().map(|path| session.shelf.describe(path)).collect())
}

/// A name without our ending gets it: a double click has to find the program.
fn with_ending(path: PathBuf, purpose: Purpose) -> PathBuf {
    let ending = match purpose {
        Purpose::Snapshot => "gdcsnap",
        Purpose::Table => "csv",
        Purpose::Drawing => "svg",
        Purpose::Picture => "png",
        Purpose::List => "txt",
        Purpose::Open | Purpose::NewPlan => "gdcplan",
        Purpose::Text => "txt",
        Purpose::Data => "json",
        Purpose::Workbook => "xlsx",
        Purpose::Calendar => "ics",
        Purpose::Word => "docx",
        Purpose::Pdf => "pdf",
        Purpose::Page => "html",
    };
    let lists = ["txt", "json", "csv"];
    if purpose == Purpose::List
        && path.extension().is_some_and(|e| lists.iter().any(|list| e.eq_ignore_ascii_case(list)))
    {
        return path;
    }
    let has = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case(ending) || (ending == "gdcsnap" && e.eq_ignore_ascii_case("zip")));
    if has {
        return path;
    }
    let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

pub(crate) fn plan_open(session: &Session, call: &Call, open: FileArgument) -> Result<PlanSummary, Fault> {
    session.open_path(&session.file(call, &open.file)?)?;
    summary(session, call)
}

pub(crate) fn plan_open_starter(session: &Session, call: &Call, _: Nothing) -> Result<PlanSummary, Fault> {
    session.open_shipped("starter")?;
    summary(session, call)
}

pub(crate) fn plan_open_developments(session: &Session, call: &Call, _: Nothing) -> Result<PlanSummary, Fault> {
    session.open_shipped("developments")?;
    summary(session, call)
}

pub(crate) fn plan_refresh(session: &Session, call: &Call, _: Nothing) -> Result<Refreshed, Fault> {
    let (changed, may_edit) = session.refresh(call)?;
    Ok(Refreshed { changed, may_edit })
}

pub(crate) fn plan_new(session: &Session, call: &Call, new: PlanNew) -> Result<PlanSummary, Fault> {
    let path = session.file(call, &new.file)?;
    let origin = match (new.empty, new.title.trim()) {
        (false, _) => Origin::Snapshot(plan::assets::STARTER),
        (true, "") => Origin::Empty { title: &words::untitled(&call.strings) },
        (true, title) => Origin::Empty { title },
    };
    Plan::create(&path, origin, &call.context)?;
    session.open_path(&path)?;
    summary(session, call)
}

pub(crate) fn plan_copy(session: &Session, call: &Call, copy: FileArgument) -> Result<PlanSummary, Fault> {
    let path = session.file(call, &copy.file)?;
    let bytes = match &*lock(&session.opened) {
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
        Opened::Snapshot { bytes, .. } => Some(bytes.clone()),
        Opened::Plan(plan) => {
            // History travels: it is the same person's plan under another name.
            plan.save_copy(&path, &call.context)?;
            None
        }
    };
    if let Some(bytes) = bytes {
        Plan::create(&path, Origin::Snapshot(&bytes), &call.context)?;
    }
    session.open_path(&path)?;
    summary(session, call)
}

pub(crate) fn plan_close(session: &Session, call: &Call, _: Nothing) -> Result<PlanSummary, Fault> {
    session.close();
    summary(session, call)
}

pub(crate) fn plan_summary(session: &Session, call: &Call, _: Nothing) -> Result<PlanSummary, Fault> {
    summary(session, call)
}

/// What the frame of the window shows.
pub(crate) fn summary(session: &Session, call: &Call) -> Result<PlanSummary, Fault> {
    let shown = session.shown();
    let strings = &call.strings;
    let mut summary = PlanSummary {
        open: shown.open,
        title: shown.state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default(),
        file: None,
        read_only_because: String::new(),
        saved_at: String::new(),
        op: shown.op,
        undo: None,
        redo: None,
        counts: Kind::content().map(|kind| (kind.name().to_owned(), shown.state.count(kind))).collect(),
        provenance: String::new(),
    };
    match &*lock(&session.opened) {
        Opened::Nothing => {}
        Opened::Plan(plan) => {
            summary.file = Some(session.shelf.describe(plan.path()));
            summary.saved_at =
                plan.history(None, i64::MAX, 1)?.into_iter().next().map(|step| step.at).unwrap_or_default();
            let name = |step: plan::store::LoggedStep| {
                Ok::<_, Fault>(StepName { op: step.id, name: gone::step_name(plan, call, &step)? })
            };
            if shown.open == Open::Plan {
                summary.undo = plan.undo_step()?.map(name).transpose()?;
                summary.redo = plan.redo_step()?.map(name).transpose()?;
            }
        }
        Opened::Snapshot { snapshot, path, .. } => {
            summary.file = path.as_ref().map(|path| session.shelf.describe(path));
            summary.provenance = words::provenance_of_snapshot(strings, &snapshot.manifest);
        }
    }
    if shown.open == Open::PlanReadOnly
        && let Some(error) = session.shelf.read_only_because()
    {
        summary.read_only_because = crate::WireError::of(&error, strings).message;
    }
    Ok(summary)
}
