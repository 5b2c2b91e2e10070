//! The milestones of the page, drawn by objective.

use plan::kinds::Kind;
use plan::state::State;
use plan::{Row, date::Bounds};
use plan_documents::page::{Lane, Mark, Timeline};
use plan_strings::Strings;

use super::rows::Tables;
use crate::papers::dates;

/// The milestones that have days, by objective.
pub(super) fn draw(state: &State, strings: &Strings, tables: &Tables<'_>) -> Timeline {
    let objectives = state.in_order(Kind::Objective);
    let mut lanes: Vec<Lane> = objectives
        .iter()
        .map(|row| Lane { badge: row.text("number").to_owned(), title: row.short().to_owned(), marks: Vec::new() })
        .collect();
    lanes.push(Lane { badge: String::new(), title: strings.timeline_no_objective(), marks: Vec::new() });
    let mut range = None;
    for row in state.in_order(Kind::Milestone) {
        let Some(bounds) = dates::of_milestone(state, row).map(|date| dates::drawn(&date)) else { continue };
        let lane = tables.objectives_of_milestone(row).first().copied().unwrap_or(objectives.len());
        for day in known(&bounds) {
            let (first, last) = range.unwrap_or((day, day));
            range = Some((day.min(first), day.max(last)));
        }
        lanes[lane].marks.push(mark(state, strings, row, &bounds));
    }
    let year = |day: Option<chrono::NaiveDate>| day.map(|day| day.format("%Y").to_string()).unwrap_or_default();
    let (first, last) = range.unzip();
    Timeline {
        summary: strings.page_timeline_summary(&year(first), &year(last)),
        lanes,
        more: strings.page_timeline_more("{0}"),
        quarters: ["1", "2", "3", "4"].map(|quarter| strings.date_quarter_alone(quarter)),
        legend: [strings.page_timeline_day(), strings.page_timeline_span(), strings.page_timeline_vague()],
        today: strings.page_today(),
        none: strings.page_timeline_none(),
    }
}

fn known(bounds: &Bounds) -> impl Iterator<Item = chrono::NaiveDate> {
    [bounds.start_not_before, bounds.start_not_after, bounds.end_not_before, bounds.end_not_after].into_iter().flatten()
}

fn mark(state: &State, strings: &Strings, row: &Row, bounds: &Bounds) -> Mark {
    Mark {
        label: row.title().to_owned(),
        when: dates::when(strings, state, row).unwrap_or_default(),
        start: (bounds.start_not_before, bounds.start_not_after),
        end: (bounds.end_not_before, bounds.end_not_after),
    }
}
