//! Copies that sync clients make beside a plan when two people edited at once, and what they put in its place.

use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use plan::store::{Access, Holder};
use plan::{Error, Plan};

use super::view::day;
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;

/// Copies that are looked into at once.
const COPIES_MAX: usize = 50;
/// Names in a folder that are looked at.
const NAMES_MAX: usize = 20_000;

pub(crate) fn conflict_copies(session: &Session, call: &Call, _: Nothing) -> Result<Vec<ConflictCopy>, Fault> {
    let open = match &*lock(&session.opened) {
        Opened::Plan(plan) => {
            let reviews = plan.reviews()?;
            Some((
                plan.path().to_owned(),
                plan.info()?.plan_id,
                plan.is_at_its_path(),
                plan.may_write().is_ok(),
                reviews,
            ))
        }
        _ => None,
    };
    let Some((path, plan_id, in_place, may_write, reviews)) = open else { return Ok(Vec::new()) };
    let strings = &call.strings;
    let mut found = Vec::new();
    // Another file was put in the place of the one that is open: what is typed cannot be kept there any more.
    if !in_place && may_write && path.is_file() {
        let known = of_plan(session, call, &path, None);
        let sentence = match known.as_ref().map(|(by, at)| (by.as_str(), at.as_str())) {
            None | Some(("", _) | (_, "")) => strings.copy_replaced_nobody(),
            Some((by, at)) => strings.copy_replaced(&day(strings, at), by),
        };
        found.push(ConflictCopy {
            file: session.shelf.describe(&path),
            sort: "replaced".into(),
            sentence,
            reviewed: false,
        });
    }
    for copy in beside(&path).into_iter().take(COPIES_MAX) {
        let Some((by, at)) = of_plan(session, call, &copy, Some(&plan_id)) else { continue };
        let sentence = match (by.as_str(), at.as_str()) {
            (_, "") => strings.copy_beside_untouched(),
            ("", at) => strings.copy_beside_nobody(&day(strings, at)),
            (by, at) => strings.copy_beside(&day(strings, at), by),
        };
        let name = copy.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let changed = changed_at(&copy);
        // It was taken in after it was changed last.
        let reviewed =
            reviews.iter().flat_map(|review| &review.files).any(|file| file.file == name && file.at >= changed);
        found.push(ConflictCopy { file: session.shelf.describe(&copy), sort: "copy".into(), sentence, reviewed });
    }
    Ok(found)
}

/// Another file lies in the place of the open plan: what is open is saved beside it under a name of its own, that file is opened, and
/// what was open is reviewed into it. Nothing is overwritten.
pub(crate) fn replaced_review(session: &Session, call: &Call, _: Nothing) -> Result<ReviewStarted, Fault> {
    let (path, mine) = session.with_plan(|plan| {
        if plan.is_at_its_path() || !plan.path().is_file() {
            return Err(Error::refused("not-replaced"));
        }
        let path = plan.path().to_owned();
        // What is no plan, or is damaged, is not gone to: mine stays open, and nothing is made beside it.
        Plan::open_known(&path, Access::Read, &Holder::default(), &call.context, None)?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let named = |more: String| path.with_file_name(format!("{stem} ({more}).gdcplan"));
        let day = call.context.today.to_string();
        let names = std::iter::once(named(day.clone())).chain((2..1_000).map(|n| named(format!("{day} {n}"))));
        let free = names.into_iter().find(|name| !name.exists());
        let mine = free.ok_or_else(|| Error::refused_with("file-exists", [("path", path.display().to_string())]))?;
        plan.save_copy(&mine, &call.context)?;
        Ok((path, mine))
    })?;
    session.open_path(&path)?;
    // Another opening: what is asked from here on is asked of what was opened.
    let call = session.request(&call.language, None);
    super::review_start(
        session,
        &call,
        ReviewStart { files: vec![session.mint(&mine)], shipped: Vec::new(), review: None, apart: true },
    )
}

/// Files beside a plan that are called as sync clients call a copy: its name, and more behind it. "plan (conflicted copy
/// 2026-11-02)" (Dropbox, Nextcloud), "plan-LAPTOP-2" (OneDrive), "plan.sync-conflict-20261102-101112-ABCDEFG" (Syncthing),
/// "plan_conflict-20261102-101112" (ownCloud), "plan (1)". That it is the same plan is said by its id.
fn beside(path: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(stem)) = (path.parent(), path.file_stem().map(|stem| stem.to_string_lossy())) else {
        return Vec::new();
    };
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .take(NAMES_MAX)
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|other| other != path && other.is_file() && is_copy_name(&stem, other))
        .collect();
    found.sort();
    found
}

fn is_copy_name(stem: &str, other: &Path) -> bool {
    let is_plan = other.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gdcplan"));
    let name = other.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    is_plan && name.strip_prefix(stem).is_some_and(|more| more.starts_with([' ', '-', '_', '.', '(']))
}

fn changed_at(path: &Path) -> String {
    let changed = std::fs::metadata(path).and_then(|meta| meta.modified());
    // A time that cannot be told is later than all: then it is offered once more.
    changed.map_or_else(|_| "9".into(), |at| DateTime::<Utc>::from(at).to_rfc3339_opts(SecondsFormat::Millis, true))
}

/// Who changed a plan last, and when. None: it cannot be read, or it is another plan.
fn of_plan(session: &Session, call: &Call, path: &Path, plan_id: Option<&str>) -> Option<(String, String)> {
    // A file that is open under another name is not opened again.
    if session.open_here(path).is_some() {
        return None;
    }
    let read = || -> Result<_, Error> {
        let plan = Plan::open_known(path, Access::Read, &Holder::default(), &call.context, None)?;
        let info = plan.info()?;
        let by = plan.history(None, i64::MAX, 1)?.into_iter().next().map(|step| step.by).unwrap_or_default();
        Ok((info, by))
    };
    let (info, by) = read().ok()?;
    if plan_id.is_some_and(|wanted| wanted != info.plan_id) {
        return None;
    }
    Some((by, info.changed_at.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_sync_clients_are_known_and_other_names_are_not() {
        for name in [
            "plan (conflicted copy 2026-11-02).gdcplan",
            "plan (Ana's conflicted copy 2026-11-02).gdcplan",
            "plan (conflicted copy 2026-11-02 101112).gdcplan",
            "plan-PC-2.gdcplan",
            "plan.sync-conflict-20261102-101112-ABCDEFG.gdcplan",
            "plan_conflict-20261102-101112.gdcplan",
            "plan (1).gdcplan",
            "plan 2.GDCPLAN",
        ] {
            assert!(is_copy_name("plan", Path::new(name)), "{name}");
        }
        for name in ["planning.gdcplan", "plan.gdcplan", "other-plan.gdcplan", "plan-2.gdcsnap", "plan (1).txt"] {
            assert!(!is_copy_name("plan", Path::new(name)), "{name}");
        }
    }
}
