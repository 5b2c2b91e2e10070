//! Milestones that hang on others: what the table shows of it, and what a distance would come to before it is kept.

use plan::date::{Bounds, DistanceUnit, ShiftFrom, VagueDate};
use plan::kinds::Kind;
use plan::state::{DaysProblem, State};
use plan::{Error, Row};
use plan_strings::{DateStyle, Strings};
use serde_json::{Value as Json, json};

use crate::present;
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::timeline::{day_words, free_words};
use crate::types::{Cell, MilestoneDays, MilestoneDaysGet};

/// Which days a milestone would have. Nothing is changed.
pub(crate) fn milestone_days(session: &Session, call: &Call, ask: MilestoneDaysGet) -> Result<MilestoneDays, Fault> {
    let (state, strings) = (session.shown().state, &call.strings);
    let anchor = resolve(&state, Kind::Milestone, &ask.anchor)?;
    let unknown = |value: &str| Error::refused_with("bad-request", [("context", value.to_owned())]);
    let unit = DistanceUnit::from_code(&ask.unit).ok_or_else(|| unknown(&ask.unit))?;
    let from = ShiftFrom::from_code(&ask.from).ok_or_else(|| unknown(&ask.from))?;
    let words = present::distance_words(strings, &state, &anchor, ask.distance, &ask.unit).unwrap_or_default();
    let problem = |problem| MilestoneDays {
        date: String::new(),
        when: problem_words(strings, problem),
        words: words.clone(),
        note: String::new(),
        known: false,
    };
    if let Some(circle) = ask.id.as_deref().and_then(|id| circle(&state, &anchor, id)) {
        return Ok(MilestoneDays { when: strings.days_problem_circle(&circle), ..problem(DaysProblem::Cycle) });
    }
    let days = state.days(&anchor).filter(|days| !days.bounds.is_open());
    let Some(days) = days else { return Ok(problem(DaysProblem::AnchorWithoutDate)) };
    let Ok(plain) = days.bounds.shift(ask.distance, unit, from) else { return Ok(problem(DaysProblem::OutOfRange)) };
    let bounds = if ask.working { plain.moved_back(|day| state.working_day(day)) } else { plain };
    let Some(date) = VagueDate::from_bounds(&bounds) else { return Ok(problem(DaysProblem::OutOfRange)) };
    let note = note_on(strings, &state, &plain, &bounds).unwrap_or_default();
    Ok(MilestoneDays { date: date.to_string(), when: strings.date_words(&date), words, note, known: true })
}

/// That nobody works on the day that a distance leads to; none: somebody does, or the day is not known.
fn note_on(strings: &Strings, state: &State, plain: &Bounds, bounds: &Bounds) -> Option<String> {
    let day = plain.exact()?;
    let free = free_words(strings, state, day)?;
    Some(if bounds == plain { free } else { strings.rules_moved(&day_words(strings, day), &free) })
}

/// The circle that a milestone would stand in, in its titles, if it hung on another; none: it would not.
fn circle(state: &State, anchor: &str, id: &str) -> Option<String> {
    let title = |id: &str| state.row(Kind::Milestone, id).map_or(id.to_owned(), |row| row.title().to_owned());
    let mut path = vec![title(id)];
    let mut here = anchor.to_owned();
    // A circle that another program left in the file ends the walk, too.
    for _ in 0..=state.count(Kind::Milestone) {
        if path.len() < 12 {
            path.push(title(&here));
        }
        if here == id {
            return Some(path.join(" → "));
        }
        match state.row(Kind::Milestone, &here).map(|row| row.text("anchor")) {
            Some(next) if !next.is_empty() => here = next.to_owned(),
            _ => return None,
        }
    }
    None
}

/// Why the days of a milestone are not known.
pub(crate) fn problem_words(strings: &Strings, problem: DaysProblem) -> String {
    match problem {
        DaysProblem::Cycle => strings.days_problem_cycle(),
        DaysProblem::AnchorWithoutDate => strings.days_problem_anchor(),
        DaysProblem::OutOfRange => strings.days_problem_range(),
    }
}

/// What a table needs of the days beside their words: the first and the last day, so that it can draw where today is; and
/// what is understood, where the words are those of a source.
pub(crate) fn of_when(strings: &Strings, state: &State, row: &Row, cell: Cell) -> Cell {
    let Some(days) = state.days(row.id()) else { return cell };
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Json::Null, |day| json!(day.to_string()));
    // As rows are sorted: "by 2030" stands at 2030.
    let from = days.bounds.start_not_before.or(days.bounds.start_not_after);
    let value = json!({ "from": day(from), "to": day(days.bounds.end_not_after) });
    // Spaces that do not break are spaces.
    let folded = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
    let said = folded(row.text("date_words"));
    let own = VagueDate::parse(row.text("date")).ok().filter(|_| !said.is_empty());
    // "in September 2024" needs no "Sep 2024" beside it.
    let plain = |date: &VagueDate| {
        let strings = strings.without_isolation();
        let forms = [DateStyle::Cell, DateStyle::Full].map(|style| strings.date_shown(Some(date), None, style));
        forms.iter().any(|form| said.contains(&folded(form)))
    };
    let title = own.filter(|date| !plain(date)).map(|date| strings.date_shown(Some(&date), None, DateStyle::Cell));
    Cell { value, title: title.unwrap_or_default(), ..cell }
}
