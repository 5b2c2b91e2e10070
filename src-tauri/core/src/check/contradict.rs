//! What contradicts itself: a status its dates, a date a computed day, one figure another.

use std::sync::Arc;

use super::day::bounds;
use super::{Finding, Plan, Rule, gathered, key};
use crate::Value;
use crate::carry::{Decision, Decisions};
use crate::date::{DistanceUnit, ShiftFrom, VagueDate};
use crate::fold::fold;
use crate::kinds::Kind;
use crate::state::{DaysProblem, Row};

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    status(plan, found);
    two_dates(plan, found);
    figures(plan, found);
    decided_twice(plan, found);
}

fn status(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    for row in plan.rows(Kind::Commitment) {
        if let Some(field) = against_dates(row, plan.today) {
            found.push(Finding::of(Rule::StatusAgainstDates, &**row.id(), vec![key(row)], vec![field.to_owned()]));
        }
    }
}

/// The date that a status does not go with, if there is one.
fn against_dates(row: &Row, today: chrono::NaiveDate) -> Option<&'static str> {
    let status = row.text("status");
    if status.is_empty() || (row.get("start").is_none() && row.get("end").is_none()) {
        return None;
    }
    let ended = || bounds(row, "end").and_then(|end| end.end_not_after).is_some_and(|last| last < today);
    let to_end = || bounds(row, "end").and_then(|end| end.end_not_before).is_some_and(|last| last > today);
    let to_begin = || bounds(row, "start").and_then(|start| start.start_not_before).is_some_and(|first| first > today);
    let to_have_begun =
        || bounds(row, "start").and_then(|start| start.start_not_after).is_some_and(|last| last < today);
    match status {
        "planned" | "ongoing" if ended() => Some("end"),
        "planned" if to_have_begun() => Some("start"),
        "ongoing" | "completed" | "concluded" if to_begin() => Some("start"),
        "completed" if to_end() => Some("end"),
        _ => None,
    }
}

/// A date of one's own stands; that the distance says another day is a question. So is a circle.
fn two_dates(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    for row in plan.rows(Kind::Milestone) {
        let anchor = row.text("anchor");
        if anchor.is_empty() {
            continue;
        }
        if plan.state.days(row.id()).and_then(|days| days.problem) == Some(DaysProblem::Cycle) {
            found.push(Finding::of(Rule::HangsOnItself, &**row.id(), vec![key(row)], vec![]));
        }
        if let Some(computed) = computed_beside_own(plan, row) {
            found.push(Finding::of(Rule::TwoDates, &**row.id(), vec![key(row)], vec![computed.to_string()]));
        }
    }
}

/// The date that a milestone would have by what it names, where its own says another.
fn computed_beside_own(plan: &Plan<'_>, row: &Arc<Row>) -> Option<VagueDate> {
    let own = bounds(row, "date")?;
    let anchor = plan.state.days(row.text("anchor"))?;
    let unit = DistanceUnit::from_code(row.text("anchor_unit")).unwrap_or(DistanceUnit::Days);
    let from = ShiftFrom::from_code(row.text("anchor_from")).unwrap_or(ShiftFrom::Start);
    let distance = if let Some(Value::Int(distance)) = row.get("anchor_distance") { *distance } else { 0 };
    let computed = anchor.bounds.shift(distance, unit, from).ok()?;
    // A vaguer date that allows the other day says nothing against it.
    if computed.is_open() || own.within(&computed) || computed.within(&own) {
        return None;
    }
    VagueDate::from_bounds(&computed)
}

/// Who decides here decides one way. Two who decided differently may have been merged.
fn decided_twice(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let mut declined = plan.rows(Kind::Provision).iter().filter(|row| row.flag("not_for_us")).peekable();
    if declined.peek().is_none() {
        return;
    }
    let decisions = Decisions::of(plan.state);
    for row in declined {
        if let Decision::Answered(answers) = decisions.about(row) {
            let answered = answers.iter().map(|answer| (Kind::Commitment, answer.commitment.clone()));
            let touched = std::iter::once(key(row)).chain(answered).collect();
            found.push(Finding::of(Rule::DecidedTwice, &**row.id(), touched, vec![]));
        }
    }
}

/// One indicator whose values count different things, or are different as of the same day.
fn figures(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let by_indicator = gathered(plan.rows(Kind::Measurement).iter().map(|row| (row.text("indicator"), row)));
    for (indicator, rows) in by_indicator.into_iter().filter(|(_, rows)| rows.len() > 1) {
        if plan.state.row(Kind::Indicator, indicator).is_none() {
            continue;
        }
        let counted = gathered(
            rows.iter()
                .filter(|row| !row.text("counted").is_empty())
                .map(|row| (fold(row.text("counted")), row.text("counted"))),
        );
        let said = |row: &Row| {
            let value = row.get("value").map(|value| value.to_json().to_string()).unwrap_or_default();
            (value, matches!(row.text("qualifier"), "" | "exact"))
        };
        let days = gathered(rows.iter().map(|row| (row.text("as_of"), said(row))));
        let differ = days.iter().any(|(as_of, said)| !as_of.is_empty() && said.iter().any(|one| *one != said[0]));
        if counted.len() < 2 && !differ {
            continue;
        }
        let facts = counted.into_iter().filter_map(|(_, words)| Some((*words.first()?).to_owned())).collect();
        let touched = std::iter::once((Kind::Indicator, indicator.into())).chain(rows.iter().map(|row| key(row)));
        found.push(Finding::of(Rule::FiguresDiffer, indicator, touched.collect(), facts));
    }
}
