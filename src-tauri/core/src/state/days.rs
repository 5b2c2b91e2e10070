//! The days of milestones: their own, or computed from what they hang on; never stored.
//!
//! Who hangs on whom changes seldom, dates change often. So the first is worked out into an [`Index`] of numbers that states
//! share, and a change of a date costs one pass over the milestones in the order of their anchors.

use std::collections::HashMap;
use std::sync::Arc;

use super::free::FreeDays;
use super::{Id, State};
use crate::date::{Bounds, DistanceUnit, ShiftFrom, VagueDate};
use crate::kinds::Kind;
use crate::{Row, Value};

/// The days of a milestone.
#[derive(Debug, Clone, Copy, PartialEq)]
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

const UNKNOWN: Bounds =
    Bounds { start_not_before: None, start_not_after: None, end_not_before: None, end_not_after: None };

/// Who hangs on whom, in numbers: the position of a milestone in the list of ids.
struct Index {
    /// Sorted.
    ids: Vec<Id>,
    /// How each begins, so that it is found without going to its text.
    heads: Vec<u128>,
    /// What a milestone without a date of its own hangs on.
    hangs: Vec<Option<Hang>>,
    /// How many milestones hang on each.
    hanging: Vec<u32>,
    /// Positions, anchors before what hangs on them. Those in a cycle are not in it.
    order: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Hang {
    /// None: the anchor is not there.
    anchor: Option<u32>,
    distance: i64,
    unit: DistanceUnit,
    from: ShiftFrom,
    /// On a working day: the last one before, where the distance leads to another.
    working: bool,
}

/// The days of all milestones of a state.
pub(super) struct Computed {
    index: Arc<Index>,
    free: Arc<FreeDays>,
    own: Vec<Option<Bounds>>,
    days: Vec<Days>,
}

impl Computed {
    /// From nothing.
    pub fn of(state: &State) -> Computed {
        let index = Arc::new(Index::of(state));
        let own = state.rows(Kind::Milestone).map(|row| own(row)).collect();
        Self::pass(index, Arc::new(FreeDays::of(state)), own)
    }

    /// From those of an earlier state, where only dates of some milestones are others. None, where more is.
    pub fn after(earlier: &Computed, state: &State, changed: &[Id]) -> Option<Computed> {
        let mut dates = earlier.own.clone();
        for id in changed {
            let at = earlier.index.position(id)?;
            dates[at] = own(state.row(Kind::Milestone, id)?);
        }
        Some(Self::pass(earlier.index.clone(), earlier.free.clone(), dates))
    }

    fn pass(index: Arc<Index>, free: Arc<FreeDays>, own: Vec<Option<Bounds>>) -> Computed {
        let cyclic = Days { bounds: UNKNOWN, computed: true, problem: Some(DaysProblem::Cycle) };
        let mut days = vec![cyclic; own.len()];
        for &at in &index.order {
            let at = at as usize;
            days[at] = match (&own[at], &index.hangs[at]) {
                (Some(bounds), _) => Days { bounds: *bounds, computed: false, problem: None },
                (None, None) => Days { bounds: UNKNOWN, computed: false, problem: None },
                (None, Some(hang)) => hang.days(&days, &free),
            };
        }
        Computed { index, free, own, days }
    }

    /// The days of one milestone.
    pub fn get(&self, id: &str) -> Option<&Days> {
        self.index.position(id).map(|at| &self.days[at])
    }

    /// The days of all milestones, in the order of their ids.
    pub fn all(&self) -> &[Days] {
        &self.days
    }

    /// Days on which nobody works.
    pub fn free(&self) -> &FreeDays {
        &self.free
    }

    /// How many milestones move when one does: all that hang on it, and on those.
    pub fn moving_with(&self, id: &str) -> usize {
        let Some(at) = self.index.position(id) else { return 0 };
        let mut moving = vec![false; self.own.len()];
        moving[at] = true;
        let mut count = 0;
        // Anchors stand before what hangs on them.
        for &here in &self.index.order {
            let here = here as usize;
            let anchor = self.index.hangs[here].and_then(|hang| hang.anchor);
            if here != at && anchor.is_some_and(|anchor| moving[anchor as usize]) {
                moving[here] = true;
                count += 1;
            }
        }
        count
    }

    /// How many milestones hang on one.
    pub fn hanging(&self, id: &str) -> usize {
        self.index.position(id).map_or(0, |at| self.index.hanging[at] as usize)
    }

    /// The milestones whose days are not the same as in an earlier state, sorted.
    pub fn changed_since(&self, before: &Computed) -> Vec<Id> {
        let changed = |(at, id): (usize, &Id)| {
            let earlier = if Arc::ptr_eq(&self.index, &before.index) { Some(&before.days[at]) } else { before.get(id) };
            (earlier != Some(&self.days[at])).then(|| id.clone())
        };
        self.index.ids.iter().enumerate().filter_map(changed).collect()
    }
}

impl Index {
    fn of(state: &State) -> Index {
        let ids: Vec<Id> = state.rows(Kind::Milestone).map(|row| row.id().clone()).collect();
        let positions: HashMap<&str, u32> = ids.iter().enumerate().map(|(at, id)| (&**id, at as u32)).collect();
        let hangs: Vec<Option<Hang>> = state
            .rows(Kind::Milestone)
            .map(|row| {
                let anchor = row.text("anchor");
                (!anchor.is_empty() && row.text("date").is_empty())
                    .then(|| Hang::of(row, positions.get(anchor).copied()))
            })
            .collect();
        let mut below: Vec<Vec<u32>> = vec![Vec::new(); ids.len()];
        let mut order: Vec<u32> = Vec::with_capacity(ids.len());
        for (at, hang) in hangs.iter().enumerate() {
            match hang.and_then(|h| h.anchor) {
                Some(anchor) => below[anchor as usize].push(at as u32),
                None => order.push(at as u32),
            }
        }
        let hanging = below.iter().map(|below| below.len() as u32).collect();
        // Chains may be as long as the plan, so they are walked, not recursed into.
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            order.append(&mut below[at as usize]);
            next += 1;
        }
        let heads = ids.iter().map(|id| head(id)).collect();
        Index { ids, heads, hangs, hanging, order }
    }

    fn position(&self, id: &str) -> Option<usize> {
        let wanted = head(id);
        let from = self.heads.partition_point(|head| *head < wanted);
        let same = self.heads[from..].partition_point(|head| *head == wanted);
        self.ids[from..from + same].binary_search_by(|other| (**other).cmp(id)).ok().map(|at| from + at)
    }
}

/// The first bytes of an id, in an order that is that of the ids.
fn head(id: &str) -> u128 {
    let mut bytes = [0; 16];
    let long = id.len().min(16);
    bytes[..long].copy_from_slice(&id.as_bytes()[..long]);
    u128::from_be_bytes(bytes)
}

impl Hang {
    fn of(row: &Row, anchor: Option<u32>) -> Hang {
        Hang {
            anchor,
            distance: if let Some(Value::Int(n)) = row.get("anchor_distance") { *n } else { 0 },
            unit: DistanceUnit::from_code(row.text("anchor_unit")).unwrap_or(DistanceUnit::Days),
            from: ShiftFrom::from_code(row.text("anchor_from")).unwrap_or(ShiftFrom::Start),
            working: row.flag("anchor_working"),
        }
    }

    fn days(&self, all: &[Days], free: &FreeDays) -> Days {
        let unknown = |problem| Days { bounds: UNKNOWN, computed: true, problem: Some(problem) };
        let Some(anchor) = self.anchor.map(|at| &all[at as usize]) else {
            return unknown(DaysProblem::AnchorWithoutDate);
        };
        if anchor.problem.is_some() || anchor.bounds.is_open() {
            return unknown(anchor.problem.unwrap_or(DaysProblem::AnchorWithoutDate));
        }
        match anchor.bounds.shift(self.distance, self.unit, self.from) {
            Ok(bounds) if self.working => {
                let bounds = bounds.moved_back(|day| free.working_before(day));
                Days { bounds, computed: true, problem: None }
            }
            Ok(bounds) => Days { bounds, computed: true, problem: None },
            Err(_) => unknown(DaysProblem::OutOfRange),
        }
    }
}

/// The days of a date of a milestone's own.
fn own(row: &Row) -> Option<Bounds> {
    row.get("date").and_then(Value::text).and_then(|text| VagueDate::parse(text).ok()).map(|date| date.bounds())
}

/// Whether two versions of a milestone hang alike: then only dates differ.
pub(super) fn hang_alike(a: &Row, b: &Row) -> bool {
    ["anchor", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working"]
        .iter()
        .all(|field| a.get(field) == b.get(field))
        && a.text("date").is_empty() == b.text("date").is_empty()
}
