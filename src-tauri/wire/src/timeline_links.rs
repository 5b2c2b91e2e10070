//! The links of the timeline: which milestone hangs on which, and how far away.

use std::collections::HashSet;

use plan::date::Bounds;
use plan::kinds::Kind;
use plan::{Error, Row};
use plan_strings::Strings;

use crate::names;
use crate::session::Fault;
use crate::timeline::{Drawn, days_of};
use crate::types::*;

/// Links of one answer.
const LINKS: usize = 400;
/// Milestones that are followed up a chain.
const CHAIN: usize = 50;

/// First and last half row, first and last pixel.
type Window = (usize, usize, f64, f64);

/// The links that are asked for, and how many are not among them.
pub(crate) fn links(
    strings: &Strings,
    drawn: &Drawn,
    get: &TimelineGet,
    window: Window,
) -> Result<(Vec<TimelineLink>, usize), Fault> {
    let selected = get.selected.as_ref().filter(|key| key.kind == Kind::Milestone.name());
    let found = match (get.links.as_str(), selected) {
        ("" | "none", _) | ("selected", None) => return Ok((Vec::new(), 0)),
        ("selected", Some(key)) => of_one(drawn, &key.id),
        ("all", _) => of_all(drawn, window),
        (other, _) => return Err(Error::refused_with("bad-request", [("context", format!("links: {other}"))])),
    };
    let more = found.len().saturating_sub(LINKS);
    Ok((found.into_iter().take(LINKS).filter_map(|row| link(strings, drawn, row)).collect(), more))
}

/// What a milestone hangs on, up the chain, and what hangs on it.
fn of_one<'a>(drawn: &'a Drawn, id: &str) -> Vec<&'a Row> {
    let mut found: Vec<&Row> = Vec::new();
    let (mut here, mut met) = (id.to_owned(), HashSet::new());
    while found.len() < CHAIN && met.insert(here.clone()) {
        match drawn.state.row(Kind::Milestone, &here).filter(|row| hangs(row)) {
            Some(row) => {
                found.push(row);
                here = row.text("anchor").to_owned();
            }
            None => break,
        }
    }
    if drawn.state.hanging(id) > 0 {
        let below = drawn.state.rows(Kind::Milestone).map(|row| &**row).filter(|row| row.text("anchor") == id);
        found.extend(below.filter(|row| hangs(row)));
    }
    found
}

/// Those of which one end stands in the window.
fn of_all(drawn: &Drawn, (top, bottom, left, right): Window) -> Vec<&Row> {
    let timeline = &drawn.timeline;
    let seen = |id: &str| {
        timeline.place(Kind::Milestone, id).is_some_and(|(lane, item)| {
            let at = timeline.lanes[lane].top + item.row * 2;
            at + 2 > top && at < bottom && item.right >= left && item.left <= right
        })
    };
    let rows = drawn.state.rows(Kind::Milestone).map(|row| &**row);
    rows.filter(|row| hangs(row) && (seen(row.id()) || seen(row.text("anchor")))).collect()
}

fn hangs(row: &Row) -> bool {
    row.text("date").is_empty() && !row.text("anchor").is_empty()
}

/// A link, where both of its ends are on the timeline.
fn link(strings: &Strings, drawn: &Drawn, row: &Row) -> Option<TimelineLink> {
    let end = |id: &str| {
        let (lane, item) = drawn.timeline.place(Kind::Milestone, id)?;
        let bounds: Bounds = drawn.state.days(id)?.bounds;
        let top = drawn.timeline.lanes[lane].top + item.row * 2;
        Some(TimelineEnd { id: id.to_owned(), top, days: days_of(&bounds) })
    };
    Some(TimelineLink {
        from: end(row.text("anchor"))?,
        to: end(row.id())?,
        from_end: row.text("anchor_from") == "end",
        words: {
            let distance = names::distance(strings, names::distance_of(row), row.text("anchor_unit"));
            if row.flag("anchor_working") { strings.timeline_on_working_day(&distance) } else { distance }
        },
    })
}
