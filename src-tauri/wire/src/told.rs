//! What was said of a row and to whom, with a sentence to copy; notes; and when the next report is due.

use std::sync::Arc;

use chrono::Months;
use plan::date::{DateError, VagueDate};
use plan::kinds::Kind;
use plan::state::State;
use plan::{Row, Value};
use plan_strings::{DateStyle, Strings};

use crate::present::{self, row_view};
use crate::roles;
use crate::session::Call;
use crate::types::*;

/// A statement, ready to be shown, edited and copied.
pub(crate) fn statement(strings: &Strings, state: &State, row: &Arc<Row>) -> StatementView {
    StatementView { row: row_view(strings, state, row, &[]), sentence: sentence(strings, state, row) }
}

/// "The Council was told on 12 February 2026 (C26/12, paragraph 4): “Half of the schools are connected.”"
fn sentence(strings: &Strings, state: &State, row: &Row) -> String {
    // What is copied goes elsewhere: marks of direction would go along unseen.
    let strings = &strings.without_isolation();
    let when = when(strings, row);
    let head = match (row.text("said_to"), when.as_str()) {
        ("", "") => strings.told_head(),
        ("", when) => strings.told_head_on(when),
        (to, "") => strings.told_head_to(to),
        (to, when) => strings.told_head_to_on(to, when),
    };
    let head = match row.text("said_by") {
        "" => head,
        by => strings.told_by(by, &head),
    };
    let place = [place(strings, state, row), row.text("session").to_owned()];
    let place = place.into_iter().filter(|part| !part.is_empty()).reduce(|all, one| strings.list_semicolon(&all, &one));
    let head = place.map_or(head.clone(), |place| strings.told_at(&head, &place));
    match row.flag("verbatim") {
        true => strings.told_verbatim(&head, row.text("said")),
        false => strings.told_not_verbatim(&head, row.text("said")),
    }
}

fn when(strings: &Strings, row: &Row) -> String {
    let date: Result<VagueDate, DateError> = VagueDate::parse(row.text("date"));
    match (row.text("date_words"), date) {
        // Words say more than a date only where the date is vague.
        (words, Ok(date)) if words.is_empty() || (date.bounds().exact().is_some() && !date.in_doubt()) => {
            strings.date_styled(&date, DateStyle::Sentence)
        }
        (words, Ok(_)) => strings.told_words_of_date(words),
        _ => String::new(),
    }
}

/// Symbol of the document and paragraph.
fn place(strings: &Strings, state: &State, row: &Row) -> String {
    let source = state.row(Kind::Source, row.text("source"));
    // The symbol is what people cite; without one, what the source is called.
    let source = source.map(|source| match source.text("symbol") {
        "" => source.short().to_owned(),
        symbol => symbol.to_owned(),
    });
    match (source, row.text("source_para")) {
        (Some(source), "") => source,
        (Some(source), para) => strings.stated_in(para, &source),
        (None, para) => para.to_owned(),
    }
}

/// When the next report on a commitment is due by the rhythm that the plan sets; none, where it sets none, or nothing is awaited.
pub(crate) fn due(call: &Call, state: &State, row: &Row) -> Option<ReportDue> {
    let every = match state.row(Kind::About, "about")?.get("report_every") {
        Some(Value::Int(months)) if (1..=1200).contains(months) => u32::try_from(*months).ok()?,
        _ => return None,
    };
    if row.kind() != Kind::Commitment || matches!(row.text("status"), "completed" | "concluded" | "superseded") {
        return None;
    }
    let strings = &call.strings;
    let last = present::date_of(row, "status_as_of").and_then(|date| date.bounds().end_not_after);
    let Some(last) = last else {
        return Some(ReportDue { words: strings.report_due_unknown(), overdue: false });
    };
    let due = last.checked_add_months(Months::new(every))?;
    let day = VagueDate::day(due).ok()?;
    let overdue = due < roles::today(call);
    let date = strings.date_words(&day);
    let words = if overdue { strings.report_was_due(&date) } else { strings.report_due(&date) };
    Some(ReportDue { words, overdue })
}

/// How far an indicator is from its baseline to its target; none, where one of the numbers is missing: unknown is not zero.
pub(crate) fn progress(strings: &Strings, indicator: &Row, measurements: &[Arc<Row>]) -> Option<Progress> {
    let number = |row: &Row, field: &str| match row.get(field) {
        Some(Value::Real(x)) => Some(*x),
        _ => None,
    };
    let (baseline, target) = (number(indicator, "baseline")?, number(indicator, "target")?);
    let newest = measurements.iter().find_map(|row| Some((row, number(row, "value")?)))?;
    let (row, value) = newest;
    let way = target - baseline;
    if way == 0.0 || !way.is_finite() {
        return None;
    }
    let share = ((value - baseline) / way * 100.0).clamp(-999.0, 999.0);
    let percent = format!("{share:.0}");
    let date = present::date_field(strings, row, "as_of");
    let words = match (row.text("qualifier"), date) {
        (_, Some(date)) => strings.progress_as_of(&date, &percent),
        (_, None) => strings.progress(&percent),
    };
    Some(Progress { percent: share.round(), words })
}
