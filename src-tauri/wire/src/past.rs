//! Commands about earlier states: steps in words, comparisons.

use std::collections::HashSet;

use plan::diff::{What, diff};
use plan::{Error, Kind};

use crate::edit::kind_named;
use crate::read::resolve;
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;
use crate::words;

/// Steps of one page at the most.
const PAGE_MAX: usize = 500;

pub(crate) fn history_list(session: &Session, call: &Call, list: HistoryList) -> Result<HistoryPage, Fault> {
    let state = session.shown().state;
    let row = match (&list.kind, &list.id) {
        (Some(kind), Some(id)) => {
            let kind = kind_named(kind)?;
            // A row that is gone still has its history, under its id.
            Some((kind, resolve(&state, kind, id).unwrap_or_else(|_| id.clone())))
        }
        _ => None,
    };
    let limit = list.limit.unwrap_or(100).min(PAGE_MAX);
    if matches!(&*lock(&session.opened), Opened::Snapshot { .. }) {
        return Ok(HistoryPage { steps: Vec::new(), more: false, people: Vec::new() });
    }
    session.with_plan(|plan| {
        let wanted = row.as_ref().map(|(kind, id)| (*kind, id.as_str()));
        let mut steps = plan.history(wanted, list.before.unwrap_or(i64::MAX), limit + 1)?;
        let more = steps.len() > limit;
        steps.truncate(limit);
        let steps = steps.iter().map(|step| {
            call.progress(0.5)?;
            let changes = match wanted {
                Some((kind, id)) => plan.changes_of_row(step.id, kind, id)?,
                None => plan.changes(step.id)?,
            };
            Ok(words::step_view(&call.strings, &state, step, &changes))
        });
        Ok(HistoryPage { steps: steps.collect::<Result<_, Fault>>()?, more, people: Vec::new() })
    })
}

pub(crate) fn compare(session: &Session, call: &Call, compare: Compare) -> Result<Changes, Fault> {
    let (a, a_file) = session.source(&compare.a)?;
    call.progress(0.3)?;
    let (b, b_file) = session.source(&compare.b)?;
    call.progress(0.6)?;
    let shown_snapshot = |kind: Kind, field: Option<&str>, source: &Source| {
        matches!(source, Source::Now)
            && matches!(&*lock(&session.opened), Opened::Snapshot { snapshot, .. } if snapshot.omits(kind, field))
    };
    // What a snapshot left out is not stated: no difference.
    let not_stated = |kind: Kind, field: Option<&str>| {
        [&a_file, &b_file]
            .iter()
            .any(|file| file.as_ref().and_then(|f| f.snapshot.as_ref()).is_some_and(|s| s.omits(kind, field)))
            || shown_snapshot(kind, field, &compare.a)
            || shown_snapshot(kind, field, &compare.b)
    };
    let changes = diff(&a.state, &b.state, &not_stated);
    call.progress(0.9)?;
    let of = |what: What| changes.iter().filter(|d| d.what == what).count();
    let changed: HashSet<(Kind, &str)> =
        changes.iter().filter(|d| d.what == What::Changed).map(|d| (d.kind, &*d.id)).collect();
    let (added, removed, changed, total) = (of(What::Added), of(What::Removed), changed.len(), changes.len());
    let shown = changes.into_iter().take(compare.limit.unwrap_or(usize::MAX));
    let changes = shown.map(|d| words::difference_view(&call.strings, &a.state, &b.state, d)).collect();
    Ok(Changes { changes, total, rows: added + removed + changed, added, removed, changed })
}

pub(crate) fn step_preview(_: &Session, _: &Call, _: StepNumber) -> Result<StepPreview, Fault> {
    Err(Error::refused_with("not-yet", [("command", "step_preview".into())]))
}

pub(crate) fn step_take_back(_: &Session, _: &Call, _: StepNumber) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "step_take_back".into())]))
}

pub(crate) fn moments_list(_: &Session, _: &Call, _: Nothing) -> Result<Vec<MomentView>, Fault> {
    Err(Error::refused_with("not-yet", [("command", "moments_list".into())]))
}
