//! Dates as documents say them, and the days that they show.
//!
//! Of a date two things are kept: what is known of it, and the words of its source. Words that are a date themselves and say more
//! ("early 2025" of the first quarter) stand for it; others ("recently", "at WTSA-24") are no date, and the one that is kept is said.

use chrono::NaiveDate;
use plan::Row;
use plan::date::{Bounds, DistanceUnit, Edge, Point, Shape, ShiftFrom, Understood, VagueDate, understand};
use plan::kinds::Kind;
use plan::state::State;
use plan_strings::{Case, DateStyle, Strings};

use crate::{names, present};

/// Milestones that hang one on the other, up to which the days of the first are looked for.
const CHAIN: usize = 64;

/// What the words of a source say, where the date that is kept of them is no exact day. Such words are read in English, whatever else
/// is written in another language.
pub(super) fn said_by(date: &VagueDate, stated: &str) -> Option<VagueDate> {
    match understand(stated, "en") {
        Understood::Date(said) if date.bounds().exact().is_none() && !stated.is_empty() => Some(said),
        _ => None,
    }
}

/// A date of a row; none, where nothing is stated. The words of its source stand where they are a date themselves and say it better
/// than a quarter does, in the language of the document; and where there is no date.
pub(super) fn said(strings: &Strings, row: &Row, field: &str, style: DateStyle, case: Case) -> Option<String> {
    let stated = stated(row, field);
    let Some(date) = present::date_of(row, field) else {
        return Some(stated.to_owned()).filter(|words| !words.is_empty());
    };
    // Nobody types the space that holds a quarter and its year together.
    let own = || strings.date_words(&date).replace('\u{a0}', " ");
    Some(match said_by(&date, stated) {
        // As the source puts it, where that is in the language of the paper; "in 2025" says no more than 2025.
        Some(said) if strings.lang() == "en" && (said != date || !stated.ends_with(&own())) => stated.to_owned(),
        said => strings.date_behind(&said.unwrap_or(date), style, case),
    })
}

/// The same for a cell.
pub(super) fn cell(strings: &Strings, row: &Row, field: &str) -> Option<String> {
    said(strings, row, field, DateStyle::Cell, Case::Alone)
}

/// When a row is, for a cell: its date, its term, the days that follow from another.
pub(super) fn when(strings: &Strings, state: &State, row: &Row) -> Option<String> {
    present::when_by(strings, state, row, &|row, field, case| said(strings, row, field, DateStyle::Cell, case))
}

/// Words of a source that are no date and stand beside one; none, where the date says them.
pub(super) fn beside<'r>(row: &'r Row, field: &str) -> Option<&'r str> {
    let stated = stated(row, field);
    let date = present::date_of(row, field)?;
    (!stated.is_empty() && said_by(&date, stated).is_none()).then_some(stated)
}

fn stated<'r>(row: &'r Row, field: &str) -> &'r str {
    row.text(&format!("{field}_words")).trim()
}

/// The date of a milestone by which its days are shown: what its words say, where they say it better; else the one that is kept; of
/// what hangs on another the days that follow, without what "about" adds to those of the other.
pub(super) fn of_milestone(state: &State, row: &Row) -> Option<VagueDate> {
    let Some(date) = present::date_of(row, "date") else {
        return VagueDate::from_bounds(&followed(state, row)?);
    };
    let said = said_by(&date, stated(row, "date")).filter(|said| said.bounds().within(&date.bounds()));
    Some(said.unwrap_or(date))
}

/// The days of a milestone that follow from what it hangs on.
fn followed(state: &State, row: &Row) -> Option<Bounds> {
    let days = state.days(row.id()).filter(|days| days.computed && days.problem.is_none())?.bounds;
    Some(unpadded(state, row).unwrap_or(days))
}

/// The same, counted from the days that are stated; none, where that is not known.
fn unpadded(state: &State, row: &Row) -> Option<Bounds> {
    let mut chain = vec![row];
    let first = loop {
        let anchor = state.row(Kind::Milestone, chain.last()?.text("anchor")).filter(|_| chain.len() < CHAIN)?;
        match present::date_of(anchor, "date") {
            Some(date) => break date,
            None => chain.push(anchor),
        }
    };
    chain.iter().rev().try_fold(first.stated(), |days, row| {
        let unit = DistanceUnit::from_code(row.text("anchor_unit")).unwrap_or(DistanceUnit::Days);
        let from = ShiftFrom::from_code(row.text("anchor_from")).unwrap_or(ShiftFrom::Start);
        let days = days.shift(names::distance_of(row), unit, from).ok()?;
        let working = row.flag("anchor_working");
        Some(if working { days.moved_back(|day| state.working_day(day)) } else { days })
    })
}

/// First and last of the days that a date names, and whether it fills them. Of what is known on one side alone it is the day of that
/// side ("by 2030" its last one). None, where no day is stated: also where that side is about a day ("recently").
pub(super) fn span(date: &VagueDate) -> Option<(NaiveDate, NaiveDate, bool)> {
    let (days, bounds) = (date.stated(), date.bounds());
    let side = |point: Point| point.unit.days().filter(|_| !point.qualifier.about());
    match date.shape() {
        Shape::Between(None, Some(point)) | Shape::Span(Edge::Open | Edge::Unknown, Edge::At(point)) => {
            side(point).map(|(_, last)| (last, last, false))
        }
        Shape::Between(Some(point), None) => side(point).map(|(first, _)| (first, first, false)),
        _ => {
            let first = days.start_not_before?;
            // What has no end that is known is shown on the days of its start.
            let last = days.end_not_after.or(days.start_not_after)?;
            Some((first, last.max(first), fills(&bounds)))
        }
    }
}

/// The days on which a timeline shows a date: those that it names, but for a day that is about one.
pub(super) fn drawn(date: &VagueDate) -> Bounds {
    let stated = date.stated();
    if fills(&stated) { date.bounds() } else { stated }
}

/// Whether start and end are known to the day.
fn fills(bounds: &Bounds) -> bool {
    let known = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.is_some() && a == b;
    known(bounds.start_not_before, bounds.start_not_after) && known(bounds.end_not_before, bounds.end_not_after)
}
