//! The days of milestones: their own, or computed from what they hang on; never stored.

use std::collections::HashMap;

use super::{Id, State};
use crate::date::{Bounds, DistanceUnit, ShiftFrom, VagueDate};
use crate::kinds::Kind;
use crate::{Row, Value};

/// The days of a milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Days {
    /// Start and end, not before and not after.
    pub bounds: Bounds,
    /// They come from what the milestone hangs on, not from a date of its own.
    pub computed: bool,
    /// Why they are not known, where that has a reason.
    pub problem: Option<DaysProblem>,
}

/// Why the days of a milestone cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysProblem {
    /// What it hangs on has no date.
    AnchorWithoutDate,
    /// It hangs on itself.
    Cycle,
    /// The sum lies outside the years that dates can name.
    OutOfRange,
}

pub(super) type Computed = HashMap<Id, Days>;

const UNKNOWN: Bounds = Bounds { start_not_before: None, start_not_after: None, end_not_before: None, end_not_after: None };

/// The days of all milestones. Chains may be as long as the plan, so they are walked, not recursed into.
pub(super) fn compute(state: &State) -> Computed {
    let mut done: Computed = HashMap::with_capacity(state.count(Kind::Milestone));
    let mut chain: Vec<&Row> = Vec::new();
    for row in state.rows(Kind::Milestone) {
        let mut next: Option<&Row> = Some(row);
        // Down to a milestone whose days are known: of its own date, computed before, or without either.
        while let Some(row) = next {
            if done.contains_key(row.id()) {
                break;
            }
            if let Some(days) = own(row) {
                done.insert(row.id().clone(), days);
                break;
            }
            // Known as a cycle until the walk back finds better; a walk that meets it again stops there.
            done.insert(row.id().clone(), Days { bounds: UNKNOWN, computed: true, problem: Some(DaysProblem::Cycle) });
            chain.push(row);
            next = state.row(Kind::Milestone, row.text("anchor")).map(|row| &**row);
        }
        while let Some(row) = chain.pop() {
            let days = done.get(row.text("anchor")).map_or_else(
                || Days { bounds: UNKNOWN, computed: true, problem: Some(DaysProblem::AnchorWithoutDate) },
                |anchor| hang(row, anchor),
            );
            done.insert(row.id().clone(), days);
        }
    }
    done
}

/// The days of a milestone that hangs on nothing, or has a date of its own.
fn own(row: &Row) -> Option<Days> {
    match row.get("date").and_then(Value::text).and_then(|text| VagueDate::parse(text).ok()) {
        Some(date) => Some(Days { bounds: date.bounds(), computed: false, problem: None }),
        None if row.text("anchor").is_empty() => Some(Days { bounds: UNKNOWN, computed: false, problem: None }),
        None => None,
    }
}

fn hang(row: &Row, anchor: &Days) -> Days {
    if anchor.problem.is_some() || anchor.bounds.is_open() {
        let problem = anchor.problem.unwrap_or(DaysProblem::AnchorWithoutDate);
        return Days { bounds: UNKNOWN, computed: true, problem: Some(problem) };
    }
    let distance = if let Some(Value::Int(n)) = row.get("anchor_distance") { *n } else { 0 };
    let unit = DistanceUnit::from_code(row.text("anchor_unit")).unwrap_or(DistanceUnit::Days);
    let from = ShiftFrom::from_code(row.text("anchor_from")).unwrap_or(ShiftFrom::Start);
    match anchor.bounds.shift(distance, unit, from) {
        Ok(bounds) => Days { bounds, computed: true, problem: None },
        Err(_) => Days { bounds: UNKNOWN, computed: true, problem: Some(DaysProblem::OutOfRange) },
    }
}
