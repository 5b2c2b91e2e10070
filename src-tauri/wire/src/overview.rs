//! Where the plan stands, and what comes next.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use plan::Row;
use plan::date::{Bounds, Edge, Precision, Shape, VagueDate};
use plan::kinds::{Kind, STATUS};
use plan::state::State;
use plan_strings::Strings;

use crate::present;
use crate::roles::today;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Marks that one objective shows; beyond that it counts.
const MARKS: usize = 80;
/// Milestones that one request may ask for.
const NEXT_MAX: usize = 200;

pub(crate) fn objectives_standing(session: &Session, call: &Call, get: StandingGet) -> Result<Standing, Fault> {
    let (shown, _) = session.source(&get.source)?;
    let state = &shown.state;
    let mut of: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
    let mut other = 0;
    for row in state.in_order(Kind::Commitment) {
        match state.row(Kind::Objective, row.text("objective")) {
            Some(objective) => of.entry(objective.id()).or_default().push(row),
            None => other += 1,
        }
    }
    let standing = |objective: &Arc<Row>| {
        let rows = of.get(&**objective.id()).map(Vec::as_slice).unwrap_or_default();
        standing(&call.strings, objective, rows)
    };
    Ok(Standing { objectives: state.in_order(Kind::Objective).iter().map(standing).collect(), other })
}

/// Where an objective stands, by the rows under it.
pub(crate) fn standing(strings: &Strings, objective: &Row, rows: &[&Arc<Row>]) -> ObjectiveStanding {
    standing_by(strings, objective, rows, &|row, field| present::date_field(strings, row, field))
}

/// The same with other words for dates.
pub(crate) fn standing_by(
    strings: &Strings,
    objective: &Row,
    rows: &[&Arc<Row>],
    said: &dyn Fn(&Row, &str) -> Option<String>,
) -> ObjectiveStanding {
    let mut rows = rows.to_vec();
    // The order of the plan stays within a status.
    rows.sort_by_key(|row| place(row));
    let mut statuses: Vec<StatusCount> = Vec::new();
    for row in &rows {
        let status = row.text("status");
        match statuses.last_mut().filter(|last| last.status == status) {
            Some(last) => last.count += 1,
            None => {
                statuses.push(StatusCount {
                    status: status.to_owned(),
                    label: status_label(strings, status),
                    count: 1,
                });
            }
        }
    }
    let mark = |row: &&Arc<Row>| StandingMark {
        id: row.id().to_string(),
        status: row.text("status").to_owned(),
        title: strings.standing_mark(row.short(), &status_label(strings, row.text("status")), row.title()),
    };
    let dated = || rows.iter().filter_map(|row| Some((as_of(row)?, row)));
    let words = |(field, _): (&str, VagueDate), row: &Row| said(row, field).unwrap_or_default();
    let newest = dated().max_by_key(|((_, date), _)| date.sort_key());
    let oldest = dated().min_by_key(|((_, date), _)| date.sort_key());
    let is_reported = |row: &Row| !matches!(row.text("status"), "" | "not_reported");
    ObjectiveStanding {
        id: objective.id().to_string(),
        number: objective.text("number").to_owned(),
        title: objective.text("short_title").to_owned(),
        count: rows.len(),
        statuses,
        marks: if rows.len() > MARKS { Vec::new() } else { rows.iter().map(mark).collect() },
        as_of: newest.map(|(as_of, row)| words(as_of, row)).unwrap_or_default(),
        oldest: oldest.map(|(as_of, row)| words(as_of, row)).unwrap_or_default(),
        not_reported: rows.iter().filter(|row| !is_reported(row)).count(),
        undated: rows.iter().filter(|row| is_reported(row) && as_of(row).is_none()).count(),
    }
}

/// Where a status stands among the statuses; "not stated" is the last, and behind it what a newer version may know.
fn place(row: &Row) -> (usize, String) {
    match row.text("status") {
        "" => (STATUS.len(), String::new()),
        status => match STATUS.iter().position(|known| *known == status) {
            Some(at) => (at, String::new()),
            None => (STATUS.len() + 1, status.to_owned()),
        },
    }
}

fn status_label(strings: &Strings, status: &str) -> String {
    if status.is_empty() { strings.group_none() } else { strings.choice(Kind::Commitment, "status", status) }
}

/// As of when what is said of a commitment holds: its status, else the row, where a source states that.
fn as_of(row: &Row) -> Option<(&'static str, VagueDate)> {
    let fields = ["status_as_of", "as_of"].into_iter().filter(|field| *field != "as_of" || present::is_stated(row));
    fields.into_iter().find_map(|field| Some((field, present::date_of(row, field)?)))
}

pub(crate) fn milestones_next(
    session: &Session,
    call: &Call,
    ask: MilestonesNext,
) -> Result<Vec<NextMilestone>, Fault> {
    let (shown, _) = session.source(&ask.source)?;
    let (state, today) = (&shown.state, today(call));
    let mut next: Vec<(NaiveDate, Reverse<bool>, &Arc<Row>, Bounds)> = state
        .in_order(Kind::Milestone)
        .iter()
        .filter_map(|row| {
            let bounds = state.days(row.id())?.bounds;
            let day = day_to_note(&bounds, goes_on(row), today)?;
            Some((day, Reverse(row.text("kind") == "deadline"), row, bounds))
        })
        .collect();
    // Deadlines of a day first; else the order of the plan stays.
    next.sort_by_key(|(day, deadline, ..)| (*day, *deadline));
    let told = next.into_iter().take(ask.limit.min(NEXT_MAX));
    Ok(told.map(|(_, Reverse(deadline), row, bounds)| told_of(call, state, row, &bounds, deadline)).collect())
}

/// Its own date says that it has no end.
fn goes_on(row: &Row) -> bool {
    present::date_of(row, "date").is_some_and(|date| matches!(date.shape(), Shape::Span(_, Edge::Open)))
}

/// The next day of a milestone that a person has to keep in mind: what is under way ends, what is to come begins. None, where
/// it is over, or nothing is known of it.
fn day_to_note(bounds: &Bounds, goes_on: bool, today: NaiveDate) -> Option<NaiveDate> {
    if bounds.end_not_after.is_some_and(|end| end < today) {
        return None;
    }
    if under_way(bounds, goes_on, today) {
        // What goes on without an end comes behind all that has a day.
        return Some(bounds.end_not_after.unwrap_or(NaiveDate::MAX));
    }
    match (bounds.start_not_before, bounds.end_not_after) {
        (Some(start), _) if start >= today => Some(start),
        // It may have been, or be yet to come: by its last day one will know.
        (_, Some(end)) => Some(end),
        // It has begun, and nobody says when it ends.
        _ => None,
    }
}

fn under_way(bounds: &Bounds, goes_on: bool, today: NaiveDate) -> bool {
    let begun = bounds.start_not_after.is_some_and(|start| start <= today);
    begun && (goes_on || bounds.end_not_before.is_some_and(|end| end >= today))
}

fn told_of(call: &Call, state: &State, row: &Row, bounds: &Bounds, deadline: bool) -> NextMilestone {
    let strings = &call.strings;
    let own = present::date_of(row, "date");
    let date = own.or_else(|| VagueDate::from_bounds(bounds));
    let under_way = under_way(bounds, goes_on(row), today(call));
    NextMilestone {
        row: present::brief(strings, state, row, row.text("place").to_owned()),
        when: date.map(|date| strings.date_cell(&date)).unwrap_or_default(),
        hint: if under_way { strings.next_under_way() } else { hint(strings, state, row, own, date) },
        deadline,
        under_way,
    }
}

/// What is to be known of a date that is not a plain day.
fn hint(strings: &Strings, state: &State, row: &Row, own: Option<VagueDate>, date: Option<VagueDate>) -> String {
    if own.is_none()
        && let Some(words) = present::hangs_on(strings, state, row)
    {
        return words;
    }
    let stated = row.text("date_words");
    match date.map(|date| (date.in_doubt(), date.precision())) {
        Some((true, _)) => strings.date_to_be_confirmed(),
        Some((false, Precision::Day)) | None => String::new(),
        // The words of the source say more than what kind of date it is.
        Some(_) if !stated.is_empty() => stated.to_owned(),
        Some((_, precision)) if !present::is_stated(row) => match precision {
            Precision::Month => strings.next_month_only(),
            Precision::Quarter | Precision::Season => strings.next_quarter_only(),
            Precision::Half => strings.next_half_only(),
            Precision::Year => strings.next_year_only(),
            Precision::Day | Precision::Decade => strings.date_to_be_confirmed(),
        },
        Some((_, Precision::Month)) => strings.next_month_stated(),
        Some((_, Precision::Quarter | Precision::Season)) => strings.next_quarter_stated(),
        Some((_, Precision::Half)) => strings.next_half_stated(),
        Some((_, Precision::Year)) => strings.next_year_stated(),
        Some((_, Precision::Decade)) => strings.date_to_be_confirmed(),
    }
}
