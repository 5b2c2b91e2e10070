//! The timeline: milestones, and commitments that have dates, in lanes. A function of `State`; it holds ids, days and places only.
//!
//! Where a mark stands down the page must not depend on what is scrolled to, so all of it is worked out once for a scale, and
//! windows are cut from it. How long words are is estimated here; whoever draws measures them, and cuts what is longer.

mod lanes;
mod pack;
mod together;

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use crate::Row;
use crate::date::{Bounds, Edge, Shape, VagueDate};
use crate::kinds::Kind;
use crate::state::{Id, State};

pub use lanes::LaneBy;
pub use pack::Item;
pub use together::{Together, due_together};

/// How the timeline is drawn: what a day and words are long, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Length of a day.
    pub day: f64,
    /// Length of a letter.
    pub letter: f64,
    /// The longest label.
    pub label: f64,
    /// Marks that begin within one cell may be gathered into one.
    pub cell: f64,
    /// Rows of a lane; where more are needed, marks are gathered.
    pub rows: usize,
}

impl Default for Scale {
    fn default() -> Self {
        Scale { day: 2.0, letter: 7.0, label: 240.0, cell: 30.0, rows: 8 }
    }
}

/// What is asked for.
pub struct Ask<'a> {
    /// The milestones, in the order of the plan.
    pub milestones: &'a [Id],
    /// The commitments that are shown with them, in the order of the plan.
    pub commitments: &'a [Id],
    /// What a lane is.
    pub by: LaneBy,
    /// Lanes that are folded to one row, by their keys.
    pub folded: &'a HashSet<Option<Id>>,
    /// How it is drawn.
    pub scale: Scale,
    /// Labels keep clear of the line of this day.
    pub today: NaiveDate,
    /// The rows of an earlier state that are asked for in the same way, to compare with.
    pub before: Option<Before<'a>>,
}

/// The earlier state, and what of it is asked for.
pub struct Before<'a> {
    /// The rows as they were.
    pub state: &'a State,
    /// The milestones.
    pub milestones: &'a [Id],
    /// The commitments.
    pub commitments: &'a [Id],
}

/// What became of a mark since the earlier state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing is compared, or it stands where it stood.
    Same,
    /// It stands elsewhere.
    Moved,
    /// It was not there, or had no date.
    New,
    /// It is there no more.
    Gone,
}

/// One row of the plan on the timeline.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its kind: milestone or commitment.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its days. Of what is gone, those that it had.
    pub bounds: Bounds,
    /// It goes on: no end is to come that is not known yet.
    pub goes_on: bool,
    /// It went on since ever.
    pub since_ever: bool,
    /// Where it was, where that is elsewhere.
    pub was: Option<Bounds>,
    /// What became of it.
    pub fate: Fate,
    /// Letters of its label.
    letters: usize,
}

/// A lane.
#[derive(Debug, Clone)]
pub struct Lane {
    /// The row that its marks belong to; none: to none.
    pub key: Option<Id>,
    /// Kind of that row.
    pub kind: Kind,
    /// Where it begins, in half rows.
    pub top: usize,
    /// Its rows.
    pub rows: usize,
    /// It is folded to one row without words.
    pub folded: bool,
    /// How many entries it holds, gathered ones included.
    pub count: usize,
    /// Its marks, by where they begin.
    pub items: Vec<Item>,
    /// The longest of them.
    longest: f64,
}

impl Lane {
    /// Its height, in half rows: half a row between lanes.
    pub fn height(&self) -> usize {
        self.rows * 2 + usize::from(!self.is_line())
    }
    /// It is the lane of one row of the plan.
    fn is_line(&self) -> bool {
        matches!(self.kind, Kind::Milestone | Kind::Commitment)
    }
    /// The marks that reach into a stretch, in pixels from the first day of the calendar.
    pub fn within(&self, from: f64, to: f64) -> impl Iterator<Item = &Item> {
        let low = self.items.partition_point(|item| item.reach.0 < from - self.longest);
        let high = self.items.partition_point(|item| item.reach.0 <= to);
        self.items[low..high.max(low)].iter().filter(move |item| item.reach.1 >= from)
    }
    /// The entries that lie wholly before and wholly after a stretch: how many, and the nearest.
    pub fn beyond(&self, from: f64, to: f64) -> (Beyond, Beyond) {
        let (mut before, mut after) = (Beyond::default(), Beyond::default());
        for item in &self.items {
            if item.right < from {
                before.count += item.entries.len();
                if before.nearest.is_none_or(|(_, right)| right < item.right) {
                    before.nearest = Some((item.left, item.right));
                }
            } else if item.left > to {
                after.count += item.entries.len();
                after.nearest = after.nearest.or(Some((item.left, item.right)));
            }
        }
        (before, after)
    }
}

/// What lies outside a window.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Beyond {
    /// How many entries.
    pub count: usize,
    /// The nearest of them: where it begins and ends, in pixels.
    pub nearest: Option<(f64, f64)>,
}

/// All of the timeline at one scale.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// What is on it.
    pub entries: Vec<Entry>,
    /// Its lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// Its height, in half rows.
    pub height: usize,
    /// Rows that were asked for and have no date.
    pub undated: usize,
    /// First and last day that is known of any mark.
    pub range: Option<(NaiveDate, NaiveDate)>,
    /// Where each entry stands: lane and place among its items.
    places: HashMap<(Kind, Id), (u32, u32)>,
}

impl Timeline {
    /// Works it out.
    pub fn of(state: &State, ask: &Ask<'_>) -> Timeline {
        let mut entries = Vec::with_capacity(ask.milestones.len() + ask.commitments.len());
        // The row of each entry, as long as it is one of this state: it is asked for more than once.
        let mut rows: Vec<&Row> = Vec::with_capacity(entries.capacity());
        let mut undated = 0;
        let all = [(Kind::Commitment, ask.commitments), (Kind::Milestone, ask.milestones)];
        for (kind, ids) in all {
            for row in rows_of(state, kind, ids) {
                let now = placed(state, row);
                if now.is_some() {
                    rows.push(row);
                }
                let was = ask.before.as_ref().and_then(|before| {
                    before.state.row(kind, row.id()).map(|row| placed(before.state, row).map(|p| p.bounds))
                });
                match (now, was) {
                    (Some(entry), None) if ask.before.is_some() => entries.push(Entry { fate: Fate::New, ..entry }),
                    (Some(entry), Some(None)) => entries.push(Entry { fate: Fate::New, ..entry }),
                    (Some(entry), Some(Some(was))) if was != entry.bounds => {
                        entries.push(Entry { fate: Fate::Moved, was: Some(was), ..entry });
                    }
                    (Some(entry), _) => entries.push(entry),
                    (None, _) => undated += 1,
                }
            }
        }
        let mut gone = Vec::new();
        if let Some(before) = &ask.before {
            for (kind, ids) in [(Kind::Commitment, before.commitments), (Kind::Milestone, before.milestones)] {
                let lost = ids.iter().filter(|id| state.row(kind, id).is_none());
                let rows = lost.filter_map(|id| before.state.row(kind, id));
                gone.extend(rows.filter_map(|row| placed(before.state, row)));
            }
        }
        entries.extend(gone.into_iter().map(|entry| Entry { fate: Fate::Gone, ..entry }));
        let drawn: Vec<(f64, f64)> = entries.iter().map(|entry| reach(entry, ask)).collect();
        let range =
            entries.iter().flat_map(|e| known_days(&e.bounds).into_iter().flatten()).fold(None, |range, day| {
                let (first, last) = range.unwrap_or((day, day));
                Some((day.min(first), day.max(last)))
            });
        let keyed = lanes::keyed(state, ask.before.as_ref().map(|b| b.state), &entries, &rows, ask.by);
        let (mut lanes, mut top) = (Vec::with_capacity(keyed.len()), 0);
        let mut places = HashMap::with_capacity(entries.len());
        for (kind, key, of_lane) in keyed {
            let line = matches!(kind, Kind::Milestone | Kind::Commitment);
            let folded = !line && ask.folded.contains(&key);
            let (items, rows) = pack::pack(&entries, &of_lane, &drawn, ask, folded, line);
            let longest = items.iter().map(|item| item.reach.1 - item.reach.0).fold(0.0, f64::max);
            let lane = Lane { key, kind, top, rows, folded, count: of_lane.len(), items, longest };
            for (at, item) in lane.items.iter().enumerate() {
                for entry in &item.entries {
                    let entry = &entries[*entry as usize];
                    places.insert((entry.kind, entry.id.clone()), (lanes.len() as u32, at as u32));
                }
            }
            top += lane.height();
            lanes.push(lane);
        }
        Timeline { entries, lanes, height: top, undated, range, places }
    }

    /// Where a row stands: its lane and its mark; none: it is not on it.
    pub fn place(&self, kind: Kind, id: &str) -> Option<(usize, &Item)> {
        let (lane, at) = self.places.get(&(kind, Id::from(id)))?;
        Some((*lane as usize, self.lanes.get(*lane as usize)?.items.get(*at as usize)?))
    }

    /// The lanes that reach into a stretch of half rows, with their positions.
    pub fn lanes_within(&self, top: usize, bottom: usize) -> impl Iterator<Item = (usize, &Lane)> {
        let first = self.lanes.partition_point(|lane| lane.top + lane.height() <= top);
        self.lanes.iter().enumerate().skip(first).take_while(move |(_, lane)| lane.top < bottom)
    }
}

/// From so many parts of all rows on, they are gathered in one walk instead of being looked for one by one.
const MANY: usize = 8;

/// The rows of some ids, in their order.
fn rows_of<'a>(state: &'a State, kind: Kind, ids: &[Id]) -> Vec<&'a Row> {
    if ids.len() < state.count(kind) / MANY {
        return ids.iter().filter_map(|id| state.row(kind, id)).map(|row| &**row).collect();
    }
    let all: HashMap<&str, &Row> = state.rows(kind).map(|row| (&**row.id(), &**row)).collect();
    ids.iter().filter_map(|id| all.get(&**id).copied()).collect()
}

/// Where a day stands, in pixels from the first day of the calendar.
pub fn x_of(day: NaiveDate, scale: &Scale) -> f64 {
    f64::from(day.num_days_from_ce()) * scale.day
}

/// The day at a place.
pub fn day_at(x: f64, scale: &Scale) -> Option<NaiveDate> {
    let days = (x / scale.day).floor();
    (days.abs() < 4_000_000.0).then(|| NaiveDate::from_num_days_from_ce_opt(days as i32)).flatten()
}

/// Room that an end takes up which is not known, or open.
pub const FADE: f64 = 72.0;
/// Half of a mark of one day.
pub const HALF: f64 = 8.0;

fn known_days(bounds: &Bounds) -> [Option<NaiveDate>; 4] {
    [bounds.start_not_before, bounds.start_not_after, bounds.end_not_before, bounds.end_not_after]
}

/// The first and the last pixel of an entry, without words.
fn reach(entry: &Entry, ask: &Ask<'_>) -> (f64, f64) {
    let (left, right) = reach_of(&entry.bounds, entry.goes_on, ask);
    match entry.was.as_ref().map(|was| reach_of(was, false, ask)) {
        // A ghost that is far away is not reserved its room on the way there.
        Some((a, b)) if (a - left).abs() < 600.0 => (left.min(a), right.max(b)),
        _ => (left, right),
    }
}

fn reach_of(bounds: &Bounds, goes_on: bool, ask: &Ask<'_>) -> (f64, f64) {
    let x = |day: NaiveDate| x_of(day, &ask.scale);
    // A day is as long as a day: what ends on it ends in the evening.
    let evening = |day: NaiveDate| x(day) + ask.scale.day;
    if let Some(day) = bounds.exact() {
        let middle = x(day) + ask.scale.day / 2.0;
        return (middle - HALF, middle + HALF);
    }
    let known: Vec<NaiveDate> = known_days(bounds).into_iter().flatten().collect();
    let first = known.iter().min().copied().unwrap_or(ask.today);
    let last = known.iter().max().copied().unwrap_or(ask.today);
    let left = bounds.start_not_before.map_or_else(|| x(first) - FADE, x);
    let right = match bounds.end_not_after {
        Some(end) => evening(end),
        None if goes_on => evening(last).max(x(ask.today)) + FADE,
        None => evening(last) + FADE,
    };
    (left, right.max(left + 2.0 * HALF))
}

/// An entry of a row that has days; none, where nothing is known of them.
fn placed(state: &State, row: &Row) -> Option<Entry> {
    let (bounds, goes_on, since_ever) = match row.kind() {
        Kind::Milestone => {
            let bounds = state.days(row.id())?.bounds;
            // Only what has an open end can be open there: of all others the date need not be read again.
            let open = bounds.start_not_before.is_none() || bounds.end_not_after.is_none();
            let shape = open.then(|| VagueDate::parse(row.text("date")).ok()).flatten().map(|date| date.shape());
            let on = matches!(shape, Some(Shape::Span(_, Edge::Open)));
            (bounds, on, matches!(shape, Some(Shape::Span(Edge::Open, _))))
        }
        _ => term(row)?,
    };
    let letters = row.title().chars().count();
    let entry = Entry {
        kind: row.kind(),
        id: row.id().clone(),
        bounds,
        goes_on,
        since_ever,
        was: None,
        fate: Fate::Same,
        letters,
    };
    (!entry.bounds.is_open()).then_some(entry)
}

/// The days of a commitment, from its start and its end.
fn term(row: &Row) -> Option<(Bounds, bool, bool)> {
    let date = |field: &str| VagueDate::parse(row.text(field)).ok().map(|date| date.bounds());
    let (start, end) = (date("start"), date("end"));
    if start.is_none() && end.is_none() {
        return None;
    }
    let bounds = Bounds {
        start_not_before: start.and_then(|s| s.start_not_before),
        start_not_after: start.and_then(|s| s.start_not_after),
        end_not_before: end.and_then(|e| e.end_not_before),
        end_not_after: end.and_then(|e| e.end_not_after),
    };
    Some((bounds, end.is_none() && row.flag("standing"), false))
}
