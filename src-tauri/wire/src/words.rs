//! Sentences that need the rows: steps with their values, provenance, announcements.

use std::collections::BTreeMap;

use plan::Outcome;
use plan::kinds::{Class, FieldType, Kind};
use plan::snapshot::Manifest;
use plan::state::{Change, State};
use plan::store::LoggedStep;
use plan_strings::{Step, Strings};
use serde_json::Value as Json;

use crate::present;
use crate::types::{ChangeView, Choice, StepView};

/// Sentences of a step that are shown at once.
const SENTENCES: usize = 12;

pub(crate) fn error(strings: &Strings, code: &str, args: &BTreeMap<String, String>) -> String {
    strings.error(code, args)
}

/// Languages that there are words in, with their own names.
pub(crate) fn languages() -> Vec<Choice> {
    let language = |code: &str, label: &str| Choice { code: code.into(), label: label.into() };
    vec![language("en", "English"), language("en-XA", "Ṕśéüdö (long)"), language("ar-XB", "Mirrored")]
}

pub(crate) fn nothing_changed(strings: &Strings) -> String {
    strings.nothing_changed()
}
pub(crate) fn untitled(strings: &Strings) -> String {
    strings.without_isolation().untitled_plan()
}

pub(crate) fn provenance_of_snapshot(strings: &Strings, manifest: &Manifest) -> String {
    let day = manifest.at.get(..10).and_then(|day| plan::date::VagueDate::parse(day).ok());
    let at = day.map_or_else(|| manifest.at.clone(), |day| strings.date_words(&day));
    let name = if manifest.name.is_empty() { &manifest.title } else { &manifest.name };
    match (manifest.by.as_str(), manifest.organization.as_str()) {
        ("", "") => strings.snapshot_provenance(&at, name),
        ("", by) | (by, "") => strings.snapshot_provenance_by(&at, by, name),
        (by, organization) => strings.snapshot_provenance_by(&at, &format!("{by}, {organization}"), name),
    }
}

/// The name of a step: "Set status".
pub(crate) fn step_name(strings: &Strings, step: &LoggedStep) -> String {
    step_of(&step.kind, &step.args, |s| strings.step(s))
}

/// What the live region says after a step.
pub(crate) fn announcement(strings: &Strings, outcome: &Outcome) -> String {
    step_of(&outcome.kind, &outcome.args, |s| strings.live_done(s))
}

fn step_of(op: &str, args: &Json, words: impl FnOnce(&Step<'_>) -> String) -> String {
    words(&Step { op, field: args["field"].as_str(), of: args["step"].as_str(), count: args["count"].as_u64() })
}

/// A step as it is listed. `state` has the rows as they are now: a row that is gone is named as it was.
pub(crate) fn step_view(strings: &Strings, state: &State, step: &LoggedStep, changes: &[Change]) -> StepView {
    let mut sentences = Vec::new();
    let mut left = 0;
    if step.kind == "snapshot_write" {
        sentences.push(strings.snapshot_made(step.args["name"].as_str().unwrap_or_default()));
    }
    // What the ledger notes (which snapshot is whose parent) is said by the step itself.
    for change in changes.iter().filter(|change| change.kind.def().class == Class::Content) {
        for sentence in change_sentences(strings, state, change) {
            if sentences.len() < SENTENCES { sentences.push(sentence) } else { left += 1 }
        }
    }
    let word = match step.state {
        plan::store::StepState::Done => "done",
        plan::store::StepState::Undone => "undone",
        plan::store::StepState::Dropped => "dropped",
        plan::store::StepState::Noted => "noted",
        plan::store::StepState::Barrier => "barrier",
    };
    StepView {
        op: step.id,
        kind: step.kind.clone(),
        name: step_name(strings, step),
        sentences,
        more: left,
        at: step.at.clone(),
        by: step.by.clone(),
        organization: step.organization.clone(),
        state: word.into(),
    }
}

fn change_sentences(strings: &Strings, state: &State, change: &Change) -> Vec<String> {
    let def = change.kind.def();
    let name = || match state.row(change.kind, &change.id) {
        Some(row) => present::name_of(strings, state, row),
        None => {
            let image = change.before.as_ref().or(change.after.as_ref());
            let text = |field: &str| image.and_then(|i| i.get(field)).and_then(Json::as_str).map(str::to_owned);
            text("reference")
                .or_else(|| text("title"))
                .or_else(|| text("name"))
                .unwrap_or_else(|| strings.kind(change.kind))
        }
    };
    match (&change.before, &change.after) {
        (None, _) => vec![strings.step_sentence(&format!("{}_create", def.name), None, &name(), None, None)],
        (_, None) => vec![strings.step_sentence(&format!("{}_delete", def.name), None, &name(), None, None)],
        (Some(before), Some(after)) => def
            .fields
            .iter()
            // The words beside a date are said with the date; a place in an order says nothing.
            .filter(|field| after.contains_key(field.name) && !is_words_of_changed_date(def, field.name, after))
            .map(|field| {
                if field.ty == FieldType::Order {
                    return strings.step_sentence("rows_order", None, &name(), None, None);
                }
                let op = format!("{}_set", def.name);
                let words =
                    |image: &serde_json::Map<String, Json>| stored_words(strings, state, change.kind, field, image);
                strings.step_sentence(&op, Some(field.name), &name(), words(before).as_deref(), words(after).as_deref())
            })
            .collect(),
    }
}

fn is_words_of_changed_date(def: &plan::KindDef, name: &str, after: &serde_json::Map<String, Json>) -> bool {
    name.strip_suffix("_words").is_some_and(|date| def.field(date).is_some() && after.contains_key(date))
}

/// A stored value of the log in words.
fn stored_words(
    strings: &Strings,
    state: &State,
    kind: Kind,
    field: &plan::Field,
    image: &serde_json::Map<String, Json>,
) -> Option<String> {
    let stated = image.get(&format!("{}_words", field.name)).and_then(Json::as_str);
    let value = match image.get(field.name)? {
        Json::Null => return None,
        // Sets stand in the log as JSON in a text.
        Json::String(text) if matches!(field.ty, FieldType::Texts | FieldType::References(_)) => {
            serde_json::from_str(text).unwrap_or_else(|_| Json::from(text.as_str()))
        }
        Json::Number(_) if field.ty == FieldType::Flag => Json::Bool(true),
        other => other.clone(),
    };
    Some(present::value_words(strings, state, kind, field, &value, stated))
}

/// A difference, with its words.
pub(crate) fn difference_view(strings: &Strings, a: &State, b: &State, d: plan::diff::Difference) -> ChangeView {
    use plan::diff::What;
    let row = b.row(d.kind, &d.id).or_else(|| a.row(d.kind, &d.id));
    let name = row.map_or_else(|| d.reference.clone(), |row| present::name_of(strings, b, row));
    let def = d.kind.def();
    let field = d.field.as_deref();
    let words = |state: &State, json: &Json| match field.and_then(|f| def.field(f)) {
        _ if json.is_null() => None,
        Some(field) => Some(present::value_words(strings, state, d.kind, field, json, None)),
        None => Some(json.as_str().map_or_else(|| json.to_string(), str::to_owned)),
    };
    let (before, after) = match d.what {
        What::Changed => (words(a, &d.before), words(b, &d.after)),
        What::Added | What::Removed => (None, None),
    };
    let sentence = match d.what {
        What::Added => strings.step_sentence(&format!("{}_create", def.name), None, &name, None, None),
        What::Removed => strings.step_sentence(&format!("{}_delete", def.name), None, &name, None, None),
        What::Changed => {
            strings.step_sentence(&format!("{}_set", def.name), field, &name, before.as_deref(), after.as_deref())
        }
    };
    ChangeView {
        sentence,
        kind: def.name.into(),
        id: d.id.to_string(),
        title: row.map(|row| title_of(strings, b, row)).unwrap_or_default(),
        reference: d.reference,
        what: d.what.word().into(),
        field_label: field.map(|field| strings.field(field)).unwrap_or_default(),
        field: d.field,
        before_text: before.unwrap_or_default(),
        after_text: after.unwrap_or_default(),
        before: d.before,
        after: d.after,
    }
}

fn title_of(strings: &Strings, state: &State, row: &plan::Row) -> String {
    present::row_view(strings, state, row, &["-".to_owned()]).title
}

/// Words of a host's own, by key.
pub(crate) fn own(strings: &Strings, key: &str, args: &[(&str, &str)]) -> String {
    strings.lookup_args(key, args).unwrap_or_else(|| key.to_owned())
}
