//! The timeline: a window of lanes and marks with their words, cut from what was worked out for its scale.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use plan::date::{Bounds, MoveUnit, VagueDate};
use plan::kinds::Kind;
use plan::state::{FreeDay, Id, State};
use plan::timeline::{self, Ask, Before, Entry, Fate, HALF, Item, Lane, LaneBy, Scale, Timeline, day_at, x_of};
use plan::{Error, Row};
use plan_strings::Strings;

use crate::present;
use crate::read::{resolve, view_of};
use crate::roles::today;
use crate::session::{Call, Fault, Session, lock};
use crate::timeline_links::links;
use crate::types::*;

/// Timelines that are kept ready: the one on screen, and that of the zoom before.
const KEPT: usize = 4;
/// Marks of one answer.
const MARKS: usize = 6_000;
/// Half rows of one answer.
const HALF_ROWS: usize = 8_000;
/// Rows of a gathered mark that one request may ask for.
const GATHERED: usize = 500;

/// Who holds a milestone that falls due with others in a week, and how many there are.
type Together = HashMap<Id, (Kind, Id, usize)>;

/// A timeline that was worked out for one question.
pub(crate) struct Drawn {
    opening: u64,
    pub(crate) op: i64,
    pub(crate) today: NaiveDate,
    ask: TimelineAsk,
    pub(crate) state: Arc<State>,
    before: Option<Arc<State>>,
    pub(crate) timeline: Timeline,
    pub(crate) scale: Scale,
    /// Of milestones that fall due with others on one holder in a week: who holds them, and how many there are.
    together: Arc<Together>,
}

fn scale_of(asked: &TimelineScale) -> Result<Scale, Fault> {
    let wrong = |what: &str| Error::refused_with("bad-request", [("context", format!("scale: {what}"))]);
    let within = |value: f64, low: f64, high: f64, what: &str| {
        if value.is_finite() && (low..=high).contains(&value) { Ok(value) } else { Err(wrong(what)) }
    };
    if !(1..=200).contains(&asked.rows) {
        return Err(wrong("rows"));
    }
    Ok(Scale {
        day: within(asked.day, 0.001, 400.0, "day")?,
        letter: within(asked.letter, 0.0, 100.0, "letter")?,
        label: within(asked.label, 0.0, 5_000.0, "label")?,
        cell: within(asked.cell, 4.0, 1_000.0, "cell")?,
        rows: asked.rows,
    })
}

/// The timeline that a request means.
fn drawn(session: &Session, call: &Call, ask: &TimelineAsk) -> Result<Arc<Drawn>, Fault> {
    let scale = scale_of(&ask.scale)?;
    let by = LaneBy::from_code(&ask.lanes)
        .ok_or_else(|| Error::refused_with("bad-request", [("context", format!("lanes: {}", ask.lanes))]))?;
    let discreet = ask.query.discreet;
    let (shown, _) = session.seen(&ask.source, discreet)?;
    let today = today(call);
    let fits = |known: &&Arc<Drawn>| {
        known.opening == shown.opening && known.op == shown.op && known.today == today && known.ask == *ask
    };
    // A file may change under its reference; what was worked out for it is not kept.
    let of_file = |source: &Source| matches!(source, Source::File { .. });
    let keep = !of_file(&ask.source) && !ask.compare.as_ref().is_some_and(of_file);
    if let Some(known) = lock(&session.timelines).iter().find(fits).filter(|_| keep) {
        return Ok(known.clone());
    }
    let query = ViewQuery { sort: Vec::new(), group: None, ..ask.query.clone() };
    let milestones = view_of(session, &shown, &ask.source, Kind::Milestone, &query)?;
    // What milestones are filtered by, commitments may not have; words are looked for in both.
    let words = ViewQuery { filters: Vec::new(), ..query.clone() };
    let commitments = match ask.commitments {
        true => Some(view_of(session, &shown, &ask.source, Kind::Commitment, &words)?),
        false => None,
    };
    let earlier = match &ask.compare {
        Some(source) => {
            let (earlier, _) = session.seen(source, discreet)?;
            let milestones = view_of(session, &earlier, source, Kind::Milestone, &query)?;
            let commitments = match ask.commitments {
                true => Some(view_of(session, &earlier, source, Kind::Commitment, &words)?),
                false => None,
            };
            Some((earlier.state, milestones, commitments))
        }
        None => None,
    };
    let folded: HashSet<Option<Id>> = ask.folded.iter().map(|key| key.as_deref().map(Id::from)).collect();
    let none = Vec::new();
    let timeline = Timeline::of(
        &shown.state,
        &Ask {
            milestones: &milestones.ids,
            commitments: commitments.as_ref().map_or(&none, |view| &view.ids),
            by,
            folded: &folded,
            scale,
            today,
            before: earlier.as_ref().map(|(state, milestones, commitments)| Before {
                state,
                milestones: &milestones.ids,
                commitments: commitments.as_ref().map_or(&none, |view| &view.ids),
            }),
        },
    );
    // Zoom and lanes change nothing of what is due together.
    let of_same = lock(&session.timelines).iter().find(|known| Arc::ptr_eq(&known.state, &shown.state)).cloned();
    let together = of_same.map_or_else(|| Arc::new(together(&shown.state)), |known| known.together.clone());
    let made = Arc::new(Drawn {
        opening: shown.opening,
        op: shown.op,
        today,
        ask: ask.clone(),
        state: shown.state,
        before: earlier.map(|(state, ..)| state),
        timeline,
        scale,
        together,
    });
    if keep {
        let mut known = lock(&session.timelines);
        known.truncate(KEPT - 1);
        known.insert(0, made.clone());
    }
    Ok(made)
}

fn together(state: &State) -> Together {
    let mut together = HashMap::new();
    for due in timeline::due_together(state) {
        for milestone in &due.milestones {
            together.insert(milestone.clone(), (due.holder.0, due.holder.1.clone(), due.milestones.len()));
        }
    }
    together
}

pub(crate) fn timeline_get(session: &Session, call: &Call, get: TimelineGet) -> Result<TimelineView, Fault> {
    let day = |text: &str| {
        text.parse::<NaiveDate>()
            .map_err(|_| Error::refused_with("bad-request", [("context", format!("not a day: {text}"))]))
    };
    let (from, to) = (day(&get.from)?, day(&get.to)?);
    let drawn = drawn(session, call, &get.ask)?;
    let (timeline, scale) = (&drawn.timeline, &drawn.scale);
    let (left, right) = (x_of(from, scale), x_of(to, scale) + scale.day);
    let bottom = get.bottom.clamp(get.top, get.top.saturating_add(HALF_ROWS));
    let mut marks = Vec::new();
    let (mut lanes, mut marks_more) = (Vec::new(), 0);
    for (index, lane) in timeline.lanes_within(get.top, bottom) {
        lanes.push(drawn.lane(&call.strings, index, lane, (left, right)));
        for item in lane.within(left, right) {
            let top = lane.top + item.row * 2;
            if top + 2 <= get.top || top >= bottom {
                continue;
            }
            if marks.len() == MARKS {
                marks_more += 1;
                continue;
            }
            marks.push(drawn.mark(&call.strings, index, lane, item));
        }
    }
    let window = (get.top, bottom, left, right);
    let (links, links_more) = links(&call.strings, &drawn, &get, window)?;
    let selected = get.selected.as_ref().and_then(|key| {
        let kind = Kind::from_name(&key.kind)?;
        let (lane, item) = timeline.place(kind, &key.id)?;
        let entry = item.entries.iter().map(|at| &timeline.entries[*at as usize]).find(|e| *e.id == *key.id)?;
        Some(TimelinePlace {
            top: timeline.lanes[lane].top + item.row * 2,
            days: days_of(&entry.bounds),
            gathered: item.entries.len() > 1,
        })
    });
    let range = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Ok(TimelineView {
        op: drawn.op,
        today: drawn.today.to_string(),
        count: timeline.entries.len(),
        undated: timeline.undated,
        height: timeline.height,
        lane_count: timeline.lanes.len(),
        first: range(timeline.range.map(|(first, _)| first)),
        last: range(timeline.range.map(|(_, last)| last)),
        compared: drawn.compared(&call.strings),
        lanes,
        marks,
        marks_more,
        links,
        links_more,
        selected,
    })
}

pub(crate) fn timeline_gathered(session: &Session, call: &Call, get: TimelineGathered) -> Result<TimelineRows, Fault> {
    let drawn = drawn(session, call, &get.ask)?;
    let kind = crate::edit::kind_named(&get.row.kind)?;
    let (_, item) = drawn.timeline.place(kind, &get.row.id).ok_or_else(|| Error::stale(kind.name(), &get.row.id))?;
    let strings = &call.strings;
    let mut entries: Vec<&Entry> = item.entries.iter().map(|at| &drawn.timeline.entries[*at as usize]).collect();
    entries.sort_by_key(|entry| entry.bounds.start_not_before.or(entry.bounds.start_not_after));
    let told = entries.iter().take(get.limit.min(GATHERED)).filter_map(|entry| {
        let (state, row) = drawn.row(entry)?;
        let when = present::when_of(strings, state, row).unwrap_or_default();
        Some(present::brief(strings, state, row, when))
    });
    let day = |entry: Option<&&Entry>| entry.and_then(|e| e.bounds.start_not_before).map(|day| day_words(strings, day));
    Ok(TimelineRows {
        rows: told.collect(),
        count: entries.len(),
        first: day(entries.first()).unwrap_or_default(),
        last: day(entries.last()).unwrap_or_default(),
        days: days_of(&around(&drawn, item)),
    })
}

pub(crate) fn milestone_moved(session: &Session, call: &Call, get: MilestoneMovedGet) -> Result<MilestoneMoved, Fault> {
    let state = session.shown().state;
    let strings = &call.strings;
    let id = resolve(&state, Kind::Milestone, &get.id)?;
    let row = state.need(Kind::Milestone, &id)?;
    let unit = MoveUnit::from_code(&get.unit)
        .ok_or_else(|| Error::refused_with("bad-request", [("context", format!("unit: {}", get.unit))]))?;
    let Some(own) = present::date_of(row, "date") else {
        let title = row.title().to_owned();
        return Err(match present::hangs_on(strings, &state, row) {
            Some(words) => Error::refused_with("hangs-not-moved", [("title", title), ("value", words)]),
            None => Error::refused_with("no-date-to-move", [("title", title)]),
        });
    };
    let date = own
        .moved(get.by, unit)
        .map_err(|error| Error::Refused { code: error.code, args: vec![("value", error.text)] })?;
    let when = strings.date_words(&date);
    let words = match state.moving_with(&id) {
        0 => strings.timeline_moved(&when),
        count => strings.timeline_moved_with(count as u64, &when),
    };
    Ok(MilestoneMoved { date: date.to_string(), when, words, days: days_of(&date.bounds()) })
}

impl Drawn {
    /// The row of an entry, with the state that it stands in: what is gone stands in the earlier one.
    pub(crate) fn row<'a>(&'a self, entry: &Entry) -> Option<(&'a State, &'a Arc<Row>)> {
        let state = if entry.fate == Fate::Gone { self.before.as_deref()? } else { &self.state };
        Some((state, state.row(entry.kind, &entry.id)?))
    }

    fn lane(&self, strings: &Strings, index: usize, lane: &Lane, window: (f64, f64)) -> TimelineLane {
        let row = lane.key.as_ref().and_then(|key| {
            let now = self.state.row(lane.kind, key);
            now.or_else(|| self.before.as_ref()?.row(lane.kind, key))
        });
        let label = match (row, lane.kind) {
            (Some(row), Kind::Objective) => row.text("short_title").to_owned(),
            (Some(row), Kind::Organization) => row.short().to_owned(),
            (Some(row), _) => row.title().to_owned(),
            (None, Kind::Objective) => strings.timeline_no_objective(),
            (None, Kind::Group) => strings.timeline_no_group(),
            (None, _) => strings.timeline_no_lead(),
        };
        let badge = match (row, lane.kind) {
            (Some(row), Kind::Objective) => row.text("number").to_owned(),
            (Some(row), Kind::Commitment) => row.text("reference").to_owned(),
            _ => String::new(),
        };
        let (before, after) = lane.beyond(window.0, window.1);
        let beyond = |beyond: timeline::Beyond, end: bool| TimelineBeyond {
            count: beyond.count,
            day: beyond
                .nearest
                .and_then(|(left, right)| day_at(if end { right - HALF } else { left + HALF }, &self.scale))
                .map(|day| day.to_string())
                .unwrap_or_default(),
        };
        TimelineLane {
            key: lane.key.as_ref().map(ToString::to_string),
            kind: lane.kind.name().into(),
            label,
            badge,
            count: lane.count,
            index,
            top: lane.top,
            rows: lane.rows,
            folded: lane.folded,
            before: beyond(before, true),
            after: beyond(after, false),
        }
    }

    fn mark(&self, strings: &Strings, index: usize, lane: &Lane, item: &Item) -> TimelineMark {
        let entry = &self.timeline.entries[item.entries[0] as usize];
        let empty = TimelineMark {
            kind: entry.kind.name().into(),
            id: entry.id.to_string(),
            lane: index,
            row: item.row,
            count: item.entries.len(),
            label: String::new(),
            words: String::new(),
            when: String::new(),
            days: days_of(&entry.bounds),
            sort: String::new(),
            exact: entry.bounds.exact().is_some(),
            goes_on: entry.goes_on,
            doubt: false,
            computed: false,
            past: entry.bounds.end_not_after.is_some_and(|end| end < self.today),
            hanging: 0,
            step: String::new(),
            note: String::new(),
            fate: fate(entry.fate).into(),
            was: entry.was.as_ref().map(days_of),
            was_when: String::new(),
        };
        if item.entries.len() > 1 {
            return self.gathered(strings, item, empty);
        }
        let Some((state, row)) = self.row(entry) else { return empty };
        let when = present::when_of(strings, state, row).unwrap_or_default();
        let own = present::date_of(row, "date");
        let computed = entry.kind == Kind::Milestone && own.is_none();
        let doubt = match entry.kind {
            Kind::Milestone => own.is_some_and(|date| date.in_doubt()),
            _ => ["start", "end"].iter().any(|f| present::date_of(row, f).is_some_and(|date| date.in_doubt())),
        };
        let was_when = entry.was.as_ref().and_then(|_| {
            let before = self.before.as_deref()?;
            present::when_of(strings, before, before.row(entry.kind, &entry.id)?)
        });
        // In the lane of one row its title stands beside it.
        let line = matches!(lane.kind, Kind::Milestone | Kind::Commitment);
        let label = if line { when.clone() } else { row.title().to_owned() };
        let note = self.note(strings, entry, row);
        let mark = TimelineMark {
            label,
            sort: if entry.kind == Kind::Milestone { row.text("kind").to_owned() } else { String::new() },
            doubt,
            computed,
            hanging: if entry.kind == Kind::Milestone { state.hanging(row.id()) } else { 0 },
            step: match own {
                Some(date) if entry.kind == Kind::Milestone && entry.fate != Fate::Gone => date.step().code().into(),
                _ => String::new(),
            },
            note,
            was_when: was_when.unwrap_or_default(),
            when,
            ..empty
        };
        TimelineMark { words: self.words(strings, state, row, entry, &mark), ..mark }
    }

    fn gathered(&self, strings: &Strings, item: &Item, mark: TimelineMark) -> TimelineMark {
        let bounds = around(self, item);
        let day = |day: Option<NaiveDate>| day.map(|day| day_words(strings, day)).unwrap_or_default();
        let (first, last) = (day(bounds.start_not_before), day(bounds.end_not_after));
        let count = item.entries.len();
        let all = || item.entries.iter().map(|at| &self.timeline.entries[*at as usize]);
        let words = if first == last {
            strings.timeline_gathered_day(count as u64, &first)
        } else {
            strings.timeline_gathered(count as u64, &first, &last)
        };
        TimelineMark {
            label: count.to_string(),
            when: if first == last { first } else { strings.when_from_to(&last, &first) },
            words,
            days: days_of(&bounds),
            exact: false,
            goes_on: false,
            past: all().all(|entry| entry.bounds.end_not_after.is_some_and(|end| end < self.today)),
            fate: fate(if all().all(|e| e.fate == Fate::Gone) { Fate::Gone } else { Fate::Same }).into(),
            was: None,
            ..mark
        }
    }

    /// What should be looked at.
    fn note(&self, strings: &Strings, entry: &Entry, row: &Row) -> String {
        if entry.kind != Kind::Milestone || entry.fate == Fate::Gone {
            return String::new();
        }
        let due = matches!(row.text("kind"), "deadline" | "deliverable");
        let day = entry.bounds.exact().filter(|_| due);
        let free = day.and_then(|day| free_words(strings, &self.state, day));
        let together = self.together.get(row.id()).map(|(kind, holder, count)| {
            let name = self.state.row(*kind, holder).map_or(&**holder, |row| row.short());
            strings.timeline_note_together(*count as u64, name)
        });
        match (free, together) {
            (Some(free), Some(together)) => strings.list_semicolon(&free, &together),
            (free, together) => free.or(together).unwrap_or_default(),
        }
    }

    /// All about a mark, in a sentence.
    fn words(&self, strings: &Strings, state: &State, row: &Row, entry: &Entry, mark: &TimelineMark) -> String {
        let title = match entry.kind {
            Kind::Commitment => strings.timeline_commitment(row.short(), row.title()),
            _ => row.title().to_owned(),
        };
        // What is put together is isolated as a whole.
        let whole = strings;
        let strings = &strings.without_isolation();
        let mut facts = Vec::new();
        if !mark.sort.is_empty() {
            facts.push(strings.choice(Kind::Milestone, "kind", &mark.sort));
        }
        facts.push(mark.when.clone());
        if mark.doubt {
            facts.push(strings.date_to_be_confirmed());
        }
        if mark.past {
            facts.push(strings.timeline_past());
        }
        facts.extend(present::hangs_on(strings, state, row).filter(|_| mark.computed));
        if mark.hanging > 0 {
            facts.push(strings.timeline_hanging(mark.hanging as u64));
        }
        if !mark.note.is_empty() {
            facts.push(mark.note.clone());
        }
        match entry.fate {
            Fate::Moved if !mark.was_when.is_empty() => facts.push(strings.timeline_was(&mark.was_when)),
            Fate::New => facts.push(strings.timeline_new()),
            Fate::Gone => facts.push(strings.timeline_gone()),
            _ => {}
        }
        let facts = facts.into_iter().reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_default();
        whole.timeline_mark(&facts, &title)
    }

    /// How many moved, came and went.
    fn compared(&self, strings: &Strings) -> String {
        if self.before.is_none() {
            return String::new();
        }
        let count = |fate: Fate| self.timeline.entries.iter().filter(|entry| entry.fate == fate).count() as u64;
        let told = [
            (count(Fate::Moved), strings.timeline_compared_moved(count(Fate::Moved))),
            (count(Fate::New), strings.timeline_compared_new(count(Fate::New))),
            (count(Fate::Gone), strings.timeline_compared_gone(count(Fate::Gone))),
        ];
        let told = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
        told.reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_else(|| strings.timeline_compared_same())
    }
}

/// The first and the last day of what is gathered.
fn around(drawn: &Drawn, item: &Item) -> Bounds {
    let all = || item.entries.iter().map(|at| &drawn.timeline.entries[*at as usize].bounds);
    let start = |b: &Bounds| b.start_not_before.or(b.start_not_after).or(b.end_not_before).or(b.end_not_after);
    // By where they begin: that is what they are gathered by.
    let first = all().filter_map(start).min();
    let last = all().filter_map(start).max();
    Bounds { start_not_before: first, start_not_after: first, end_not_before: last, end_not_after: last }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Same => "same",
        Fate::Moved => "moved",
        Fate::New => "new",
        Fate::Gone => "gone",
    }
}

/// A day in words.
pub(crate) fn day_words(strings: &Strings, day: NaiveDate) -> String {
    VagueDate::day(day).map_or_else(|_| day.to_string(), |date| strings.date_cell(&date))
}

/// Why nobody works on a day, in words; none: it is a working day.
pub(crate) fn free_words(strings: &Strings, state: &State, day: NaiveDate) -> Option<String> {
    Some(match state.free_day(day)? {
        FreeDay::Weekend => {
            let key = format!("weekday-{}", day.weekday().number_from_monday());
            strings.timeline_note_weekend(&strings.lookup(&key).unwrap_or_default())
        }
        FreeDay::Holiday(id) => {
            let title = state.row(Kind::Holiday, &id).map_or(&*id, |row| row.title());
            strings.timeline_note_holiday(title)
        }
    })
}

/// The four days, as they travel.
pub(crate) fn days_of(bounds: &Bounds) -> TimelineDays {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    TimelineDays {
        start_not_before: day(bounds.start_not_before),
        start_not_after: day(bounds.start_not_after),
        end_not_before: day(bounds.end_not_before),
        end_not_after: day(bounds.end_not_after),
    }
}
