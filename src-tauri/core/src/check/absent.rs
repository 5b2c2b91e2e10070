//! What is not there: owner, lead, date, source, outcome, a day for a status, news. Asked of all such rows of one objective (or
//! date, or kind) at once. What stands is not asked for dates, what is over for nothing more.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::Months;

use super::day::LastDays;
use super::{ALL, Finding, Plan, Rule, gathered, key};
use crate::Value;
use crate::carry::{self, Decision, Decisions};
use crate::kinds::Kind;
use crate::state::{Id, Row};

/// Roles of which one is enough for a commitment to be led.
const LEADING: [&str; 6] = ["chair", "co-chair", "lead", "co-lead", "facilitator", "co-facilitator"];
/// Months after which information is old, where the plan sets no rhythm.
const OLD: u32 = 6;

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    owner(plan, found);
    lead(plan, found);
    date(plan, found);
    source(plan, found);
    outcome(plan, found);
    age(plan, found);
    action_lines(plan, found);
    carried_in_part(plan, found);
}

/// Whether a commitment is done with: nothing more is asked about it.
fn is_over(row: &Row) -> bool {
    matches!(row.text("status"), "completed" | "concluded" | "superseded")
}

/// One question for each objective.
fn by_objective<'a>(rule: Rule, rows: impl Iterator<Item = &'a Arc<Row>>, found: &mut Vec<Finding>) {
    for (objective, rows) in gathered(rows.map(|row| (row.text("objective"), key(row)))) {
        let subject = if objective.is_empty() { ALL } else { objective };
        found.push(Finding::each(rule, subject, rows, vec![objective.to_owned()]));
    }
}

fn owner(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let nobody = |row: &&Arc<Row>| plan.state.row(Kind::Organization, row.text("owner")).is_none();
    let rows: Vec<_> = plan.rows(Kind::Commitment).iter().filter(nobody).map(|row| key(row)).collect();
    if !rows.is_empty() {
        found.push(Finding::each(Rule::NoOwner, ALL, rows, vec![]));
    }
}

fn lead(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let led: HashSet<&str> = plan
        .state
        .rows(Kind::Assignment)
        .filter(|held| LEADING.contains(&held.text("role")) && held.text("state") != "ended")
        .map(|held| held.text("commitment"))
        .collect();
    // A request is received, not led.
    let nobody = |row: &&Arc<Row>| {
        row.text("lead").is_empty()
            && row.text("kind") != "request_received"
            && !is_over(row)
            && !led.contains(&**row.id())
    };
    by_objective(Rule::NoLead, plan.rows(Kind::Commitment).iter().filter(nobody), found);
}

fn date(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let dated: HashSet<&str> = plan
        .state
        .rows(Kind::Milestone)
        .filter(|row| !row.text("date").is_empty() || !row.text("anchor").is_empty())
        .map(|row| row.text("commitment"))
        .collect();
    // What stands, is offered or serves as a platform runs without a day.
    let one_off = |row: &Row| {
        !row.flag("standing")
            && row.text("recurrence").is_empty()
            && !matches!(row.text("kind"), "offer" | "platform")
            && !is_over(row)
    };
    let undated = |row: &&Arc<Row>| {
        one_off(row) && row.text("end").is_empty() && row.text("start").is_empty() && !dated.contains(&**row.id())
    };
    by_objective(Rule::NoDate, plan.rows(Kind::Commitment).iter().filter(undated), found);
}

fn source(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    for kind in [Kind::Commitment, Kind::Milestone, Kind::Group, Kind::Assignment, Kind::Indicator] {
        // Whose reading it is says where it comes from.
        let none = |row: &&Arc<Row>| row.text("source").is_empty() && matches!(row.text("basis"), "" | "stated");
        let rows: Vec<(_, Id)> = plan.rows(kind).iter().filter(none).map(|row| key(row)).collect();
        if !rows.is_empty() {
            found.push(Finding::each(Rule::NoSource, kind.name(), rows, vec![kind.name().to_owned()]));
        }
    }
}

fn outcome(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let mut days = LastDays::default();
    let passed = plan.rows(Kind::Milestone).iter().filter(|row| row.text("outcome").is_empty()).filter_map(|row| {
        let end = match row.text("date") {
            "" => plan.state.days(row.id())?.bounds.end_not_after,
            date => days.of(date),
        };
        Some((end.filter(|end| *end < plan.today)?, row))
    });
    let by_year = gathered(passed.map(|(end, row)| (chrono::Datelike::year(&end), key(row))));
    for (year, rows) in by_year {
        found.push(Finding::each(Rule::NoOutcome, year.to_string(), rows, vec![year.to_string()]));
    }
}

/// The rhythm that the plan sets, in months; where it sets none, half a year.
pub(super) fn rhythm(plan: &Plan<'_>) -> u32 {
    let every = plan.state.row(Kind::About, "about").and_then(|about| about.get("report_every"));
    match every {
        Some(Value::Int(months)) if (1..=1200).contains(months) => u32::try_from(*months).unwrap_or(OLD),
        _ => OLD,
    }
}

fn age(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let limit = plan.today.checked_sub_months(Months::new(rhythm(plan)));
    let mut days = LastDays::default();
    let active = || {
        plan.rows(Kind::Commitment)
            .iter()
            .filter(|row| !is_over(row) && !matches!(row.text("status"), "" | "not_reported"))
    };
    let old = active()
        .filter(|row| days.of(row.text("status_as_of")).is_some_and(|day| limit.is_some_and(|limit| day < limit)));
    for (as_of, rows) in gathered(old.map(|row| (row.text("status_as_of"), key(row)))) {
        found.push(Finding::each(Rule::Old, as_of, rows, vec![as_of.to_owned()]));
    }
    let undated: Vec<_> = active().filter(|row| row.text("status_as_of").is_empty()).map(|row| key(row)).collect();
    if !undated.is_empty() {
        found.push(Finding::each(Rule::StatusUndated, ALL, undated, vec![]));
    }
}

fn action_lines(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    // A plan that maps nothing at all has not begun to.
    let mapped: HashSet<&str> = plan.state.rows(Kind::Mapping).map(|row| row.text("action_line")).collect();
    if mapped.iter().all(|line| line.is_empty()) {
        return;
    }
    let lines = plan.rows(Kind::ActionLine).iter().filter(|row| !mapped.contains(&**row.id()));
    let rows: Vec<_> = lines.map(|row| key(row)).collect();
    if !rows.is_empty() {
        found.push(Finding::each(Rule::ActionLineUnmapped, ALL, rows, vec![]));
    }
}

/// Whoever began to carry the plan forward to an instrument is asked about the paragraphs that are left. What is none of ours is
/// decided.
fn carried_in_part(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let decisions = Decisions::of(plan.state);
    for (instrument, _) in decisions.all(plan.state).into_iter().filter(|(_, counts)| counts.is_partly()) {
        let open = carry::paragraphs(plan.state, &instrument).filter(|row| decisions.about(row) == Decision::Open);
        let rows: Vec<_> = open.map(|row| key(row)).collect();
        found.push(Finding::each(Rule::CarriedInPart, &*instrument, rows, vec![instrument.to_string()]));
    }
}
