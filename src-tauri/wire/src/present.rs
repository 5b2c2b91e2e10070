//! Rows as they are shown: every value beside its words.

use std::collections::BTreeMap;

use plan::date::VagueDate;
use plan::kinds::{Field, FieldType, Kind};
use plan::state::State;
use plan::{Row, Value};
use plan_strings::{Case, DateStyle, Strings};
use serde_json::Value as Json;

use crate::types::{Cell, RowBrief, RowView};
use crate::{hang, names, saved_views};

/// Short name of the row that a reference names.
pub(crate) fn named(state: &State, row: &Row, field: &str) -> String {
    let target = row.kind().def().field(field).and_then(|f| f.target());
    target.and_then(|kind| state.row(kind, row.text(field))).map(|r| r.short().to_owned()).unwrap_or_default()
}

/// Who holds an assignment.
pub(crate) fn holder(state: &State, row: &Row) -> String {
    let person = named(state, row, "person");
    let organization = named(state, row, "organization");
    match (person.is_empty(), organization.is_empty()) {
        (false, false) => format!("{person}, {organization}"),
        (false, true) => person,
        _ => organization,
    }
}

/// A value in words. `stated` are the words of its source, for a date.
pub(crate) fn value_words(
    strings: &Strings,
    state: &State,
    kind: Kind,
    field: &Field,
    value: &Json,
    stated: Option<&str>,
) -> String {
    let short = |target: Kind, id: &str| {
        state
            .row(target, id)
            .map_or_else(|| names::gone(strings, target, id), |row| names::short_of(strings, state, row))
    };
    match (field.ty, value) {
        (_, Json::Null) => strings.value_words(kind, field, ""),
        (FieldType::Reference(target, _), Json::String(id)) => short(target, id),
        (FieldType::References(target), Json::Array(ids)) => {
            ids.iter().filter_map(Json::as_str).map(|id| short(target, id)).collect::<Vec<_>>().join(", ")
        }
        (_, Json::String(text)) if kind == Kind::SavedView && field.name == "shape" => {
            saved_views::shape_words(strings, state, text).unwrap_or_else(|| text.clone())
        }
        (_, Json::Array(texts)) => texts.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", "),
        (FieldType::Date, Json::String(text)) => {
            let date = VagueDate::parse(text).ok();
            match date {
                Some(_) => strings.date_shown(date.as_ref(), stated, DateStyle::Cell),
                None => text.clone(),
            }
        }
        (_, Json::String(text)) => strings.value_words(kind, field, text),
        (_, Json::Bool(yes)) => strings.value_words(kind, field, if *yes { "1" } else { "" }),
        // A decimal without a fraction is written as people write it.
        (_, Json::Number(number)) => match number.as_f64() {
            Some(x) if x.fract() == 0.0 && x.abs() < 1e15 => format!("{x:.0}"),
            _ => number.to_string(),
        },
        (_, other) => other.to_string(),
    }
}

/// A row with some of its fields, or all.
pub(crate) fn row_view(strings: &Strings, state: &State, row: &Row, fields: &[String]) -> RowView {
    let def = row.kind().def();
    let wanted = |name: &str| fields.is_empty() || fields.iter().any(|f| f == name);
    let mut cells: BTreeMap<String, Cell> = def
        .fields
        .iter()
        .filter(|field| wanted(field.name))
        .map(|field| (field.name.to_owned(), cell(strings, state, row, field)))
        .collect();
    for (name, text) in computed(strings, state, row, wanted) {
        let empty = text.is_none();
        // Of what hangs there is nothing to state.
        let unstated = || if name.starts_with("hang") { String::new() } else { strings.date_not_stated() };
        let text = text.unwrap_or_else(unstated);
        let cell = Cell { value: Json::Null, title: String::new(), text, empty };
        let cell = match (row.kind(), name) {
            (Kind::Milestone, "when") => hang::of_when(strings, state, row, cell),
            _ => cell,
        };
        cells.insert(name.into(), cell);
    }
    RowView {
        kind: def.name.into(),
        id: row.id().to_string(),
        short: names::short_of(strings, state, row),
        title: names::title_of(strings, state, row),
        cells,
        mark: None,
    }
}

fn cell(strings: &Strings, state: &State, row: &Row, field: &Field) -> Cell {
    let value = row.get(field.name).map_or(Json::Null, Value::to_json);
    let stated = row.text(&format!("{}_words", field.name));
    let text = value_words(strings, state, row.kind(), field, &value, Some(stated).filter(|s| !s.is_empty()));
    let title = match (field.ty, &value) {
        (FieldType::Reference(target, _), Json::String(id)) => state.row(target, id).map(|r| r.title().to_owned()),
        (FieldType::References(target), Json::Array(ids)) => {
            let titles = ids.iter().filter_map(Json::as_str).filter_map(|id| state.row(target, id)).map(|r| r.title());
            Some(titles.collect::<Vec<_>>().join("\n"))
        }
        (FieldType::Date, Json::String(text)) if !stated.is_empty() => {
            VagueDate::parse(text).ok().map(|date| strings.date_words(&date))
        }
        // The number is what is typed; beside it stands what it says.
        (FieldType::Integer, Json::Number(_)) if field.name == "anchor_distance" => {
            Some(names::distance(strings, names::distance_of(row), row.text("anchor_unit")))
        }
        _ => None,
    };
    let title = title.filter(|title| *title != text).unwrap_or_default();
    Cell { empty: value.is_null(), value, text, title }
}

/// Columns that are worked out from several fields: of a kind, and those of them that are wanted.
fn computed(
    strings: &Strings,
    state: &State,
    row: &Row,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(&'static str, Option<String>)> {
    let names: &[&str] = match row.kind() {
        Kind::Commitment => &["when", "owner_lead", "shown_as_of"],
        Kind::Milestone => &["when", "shown_as_of", "hangs_on", "hanging"],
        Kind::Group => &["when"],
        _ => &[],
    };
    let text = |name: &str| match (row.kind(), name) {
        (_, "when") => when_of(strings, state, row),
        // A status has a day of its own, and of a status without one no other day may pass for it.
        (Kind::Commitment, "shown_as_of") if !row.text("status").is_empty() => date_field(strings, row, "status_as_of"),
        (_, "shown_as_of") => date_field(strings, row, "as_of"),
        (_, "owner_lead") => Some(owner_lead(state, row)).filter(|text| !text.is_empty()),
        (_, "hangs_on") => hangs_on(strings, state, row),
        (_, "hanging") => Some(state.hanging(row.id())).filter(|count| *count > 0).map(|count| count.to_string()),
        _ => None,
    };
    names.iter().filter(|name| wanted(name)).map(|name| (*name, text(name))).collect()
}

/// "ITU · BDT": who owns a commitment, and who leads, where that is another.
pub(crate) fn owner_lead(state: &State, row: &Row) -> String {
    let (owner, lead) = (named(state, row, "owner"), named(state, row, "lead"));
    if lead.is_empty() || lead == owner { owner } else { format!("{owner} · {lead}") }
}

/// What says a date of a row, as it stands behind another word.
pub(crate) type Said<'a> = dyn Fn(&Row, &str, Case) -> Option<String> + 'a;

/// When a row is, in words: its date, its term, the days that are worked out for it.
pub(crate) fn when_of(strings: &Strings, state: &State, row: &Row) -> Option<String> {
    when_by(strings, state, row, &|row, field, case| date_field_behind(strings, row, field, case))
}

/// The same with other words for dates.
pub(crate) fn when_by(strings: &Strings, state: &State, row: &Row, said: &Said<'_>) -> Option<String> {
    match row.kind() {
        Kind::Commitment => when_of_commitment(strings, row, said),
        Kind::Milestone => when_of_milestone(strings, state, row, said),
        Kind::Group | Kind::Assignment => span(strings, row, said),
        _ => None,
    }
}

/// The date of a field; none, where it is empty or of a newer version.
pub(crate) fn date_of(row: &Row, field: &str) -> Option<VagueDate> {
    VagueDate::parse(row.text(field)).ok()
}

/// A date field in words; none, where it is empty.
pub(crate) fn date_field(strings: &Strings, row: &Row, field: &str) -> Option<String> {
    date_field_behind(strings, row, field, Case::Alone)
}

/// The same behind another word.
fn date_field_behind(strings: &Strings, row: &Row, field: &str, case: Case) -> Option<String> {
    let text = row.text(field);
    let stated = row.text(&format!("{field}_words"));
    match (VagueDate::parse(text), stated.trim()) {
        _ if text.is_empty() && stated.is_empty() => None,
        (Ok(date), "") => Some(strings.date_behind(&date, DateStyle::Cell, case)),
        (date, _) => Some(strings.date_shown(date.ok().as_ref(), Some(stated), DateStyle::Cell)),
    }
}

fn span(strings: &Strings, row: &Row, said: &Said<'_>) -> Option<String> {
    strings.term(&|case| said(row, "start", case), &|case| said(row, "end", case))
}

fn when_of_commitment(strings: &Strings, row: &Row, said: &Said<'_>) -> Option<String> {
    let recurrence = Some(row.text("recurrence")).filter(|c| !c.is_empty());
    let recurrence = recurrence.map(|code| lower(&strings.choice(Kind::Commitment, "recurrence", code)));
    match (span(strings, row, said), recurrence) {
        (Some(span), Some(recurrence)) => Some(strings.when_about_recurrence(&recurrence, &span)),
        (Some(span), None) => Some(span),
        (None, Some(recurrence)) => Some(recurrence),
        (None, None) => row.flag("standing").then(|| strings.when_standing()),
    }
}

/// With a capital first letter, for the start of a sentence.
pub(crate) fn upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// With a small first letter, for the middle of a sentence.
pub(crate) fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The own date of a milestone, else its computed days, else why there are none.
fn when_of_milestone(strings: &Strings, state: &State, row: &Row, said: &Said<'_>) -> Option<String> {
    if let Some(own) = said(row, "date", Case::Alone) {
        return Some(own);
    }
    let days = state.days(row.id()).filter(|days| days.computed)?;
    match days.problem {
        Some(problem) => Some(hang::problem_words(strings, problem)),
        None => VagueDate::from_bounds(&days.bounds).map(|date| strings.date_cell(&date)),
    }
}

/// "30 days before WTSA-24", for a milestone that hangs on another.
pub(crate) fn hangs_on(strings: &Strings, state: &State, row: &Row) -> Option<String> {
    distance_words(strings, state, row.text("anchor"), names::distance_of(row), row.text("anchor_unit"))
}

/// "30 days before WTSA-24".
pub(crate) fn distance_words(
    strings: &Strings,
    state: &State,
    anchor: &str,
    distance: i64,
    unit: &str,
) -> Option<String> {
    let anchor = state.row(Kind::Milestone, anchor)?.title().to_owned();
    if distance == 0 {
        return Some(strings.days_with(&anchor));
    }
    let words = names::distance_alone(strings, distance, unit);
    Some(if distance < 0 { strings.days_before(&anchor, &words) } else { strings.days_after(&anchor, &words) })
}

/// Where a row comes from: source, paragraph, basis.
pub(crate) fn provenance(strings: &Strings, state: &State, row: &Row) -> String {
    let source = named(state, row, "source");
    let para = row.text("source_para");
    let place = match (source.is_empty(), para.is_empty()) {
        (false, false) => strings.stated_in(para, &source),
        (false, true) => source,
        _ => para.to_owned(),
    };
    let (basis, by) = (row.text("basis"), row.text("basis_by"));
    let words = |basis: &str| strings.choice(row.kind(), "basis", basis);
    match (basis, by, place.is_empty()) {
        ("", ..) => place,
        ("stated", _, true) => strings.provenance_no_source(&words(basis)),
        ("stated", _, false) => strings.provenance_stated(&words(basis), &place),
        ("our_reading", _, false) => strings.provenance_our_reading(&place),
        ("other", "", false) => strings.provenance_other(&place),
        ("other", by, false) if !by.is_empty() => strings.provenance_other_by(by, &place),
        ("other", by, true) if !by.is_empty() => strings.provenance_by(by),
        (_, _, true) => words(basis),
        // A basis of a newer version.
        (_, _, false) => strings.provenance_stated(&words(basis), &place),
    }
}

/// Whether a source states what is said of a row. What has no source, and what is somebody's reading, is not stated.
pub(crate) fn is_stated(row: &Row) -> bool {
    row.text("basis") == "stated" && !row.text("source").is_empty()
}

/// A row as a link, seen from another.
pub(crate) fn brief(strings: &Strings, state: &State, row: &Row, note: String) -> RowBrief {
    let view = row_view(strings, state, row, &["-".to_owned()]);
    RowBrief { kind: view.kind, id: view.id, short: view.short, title: view.title, note }
}
