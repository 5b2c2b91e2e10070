//! Sentences that need the rows: steps with their values, provenance, announcements.

use std::collections::BTreeMap;
use std::path::Path;

use plan::Outcome;
use plan::fold::fold;
use plan::history::{Kept, Stays};
use plan::kinds::{Class, FieldType, Kind};
use plan::restore::{Occasion, RestorePoint};
use plan::snapshot::Manifest;
use plan::state::{Change, State};
use plan::store::LoggedStep;
use plan_strings::{Step, Strings};
use serde_json::Value as Json;

use crate::types::{ChangeView, Choice, StepView};
use crate::{discreet, present};

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
    let at = snapshot_day(strings, manifest);
    let name = if manifest.name.is_empty() { &manifest.title } else { &manifest.name };
    match (manifest.by.as_str(), manifest.organization.as_str()) {
        ("", "") => strings.snapshot_provenance(&at, name),
        ("", by) | (by, "") => strings.snapshot_provenance_by(&at, by, name),
        (by, organization) => strings.snapshot_provenance_by(&at, &format!("{by}, {organization}"), name),
    }
}

/// What a restore point is called: by the name that a person gave it, else by what it was made for; and of which file it is, where
/// that is not the one at `place`.
pub(crate) fn restore_point(strings: &Strings, point: &RestorePoint, place: &Path) -> String {
    let label = match point.why {
        _ if !point.name.is_empty() => point.name.clone(),
        Occasion::Asked => strings.restore_asked(),
        Occasion::Opened => strings.restore_opened(),
        Occasion::BeforeReturn => strings.restore_before_return(),
        Occasion::BeforeReview => strings.restore_before_review(),
        Occasion::Time => strings.restore_time(),
    };
    match file_of_restore_point(point, place) {
        file if file.is_empty() => label,
        file => strings.restore_of_file(&file, &label),
    }
}

/// The file that a restore point is of, where it is not the one at `place`: its name, with its folder where the name is the same.
pub(crate) fn file_of_restore_point(point: &RestorePoint, place: &Path) -> String {
    if point.is_of(place) {
        return String::new();
    }
    let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let path = Path::new(&point.path);
    let name = text(path.file_name());
    if path.file_name() != place.file_name() {
        return name;
    }
    format!("{}/{name}", text(path.parent().and_then(Path::file_name)))
}

/// What the live region says of a restore point that was asked for.
pub(crate) fn restore_point_made(strings: &Strings, point: &RestorePoint) -> String {
    if point.name.is_empty() { strings.restore_made() } else { strings.restore_made_named(&point.name) }
}

/// What the beginning of a plan is called: by the snapshot that it was made from.
pub(crate) fn beginning(strings: &Strings, origin: Option<&str>) -> String {
    match origin {
        Some(name) if !name.is_empty() => strings.moment_beginning_as(name),
        _ => strings.moment_beginning(),
    }
}

pub(crate) fn name_of_snapshot(strings: &Strings, manifest: &Manifest) -> String {
    if manifest.name.is_empty() { snapshot_day(strings, manifest) } else { manifest.name.clone() }
}

/// The day of an instant in words, where the day is all that is known of it: written as a day, or at its first moment.
pub(crate) fn only_day(strings: &Strings, at: &str) -> String {
    let (day, time) = at.split_at_checked(10).unwrap_or((at, ""));
    let no_time = ["", "T00:00:00Z", "T00:00:00.000Z", "T00:00:00+00:00"].contains(&time);
    let day = plan::date::VagueDate::parse(day).ok().filter(|_| no_time);
    day.map(|day| strings.date_words(&day)).unwrap_or_default()
}

fn snapshot_day(strings: &Strings, manifest: &Manifest) -> String {
    let day = manifest.at.get(..10).and_then(|day| plan::date::VagueDate::parse(day).ok());
    day.map_or_else(|| manifest.at.clone(), |day| strings.date_words(&day))
}

/// The name of a step: "Set status".
pub(crate) fn step_name(strings: &Strings, step: &LoggedStep) -> String {
    step_of(strings, &step.kind, &step.args, |s| strings.step(s))
}

/// What the live region says after a step.
pub(crate) fn announcement(strings: &Strings, outcome: &Outcome) -> String {
    step_of(strings, &outcome.kind, &outcome.args, |s| strings.live_done(s))
}

fn step_of(strings: &Strings, op: &str, args: &Json, words: impl FnOnce(&Step<'_>) -> String) -> String {
    // Where one returned to: its name, else the instant of it.
    let to = match (args["name"].as_str(), args["at"].as_str()) {
        (Some(name), _) if !name.is_empty() => Some(name.to_owned()),
        (_, Some(at)) => Some(strings.instant_words(at)),
        _ => None,
    };
    let (field, of, count) = (args["field"].as_str(), args["step"].as_str(), args["count"].as_u64());
    words(&Step { op, field, of, count, to: to.as_deref() })
}

/// A step as it is listed; with `wanted` words, all of which have to be in it, folded. None: they are not. `state` has the rows
/// as they are now: a row that is gone is named as it was.
pub(crate) fn step_view(
    strings: &Strings,
    state: &State,
    step: &LoggedStep,
    changes: &[Change],
    wanted: &[String],
) -> Option<StepView> {
    // What the ledger notes (which snapshot is whose parent) is said by the step itself.
    let content = || changes.iter().filter(|change| change.kind.def().class == Class::Content);
    let name = step_name(strings, step);
    let made =
        (step.kind == "snapshot_write").then(|| strings.snapshot_made(step.args["name"].as_str().unwrap_or_default()));
    let mut all = made.into_iter().chain(content().flat_map(|change| change_sentences(strings, state, change)));
    let sentences: Vec<String> = all.by_ref().take(SENTENCES).collect();
    let mut wanted: Vec<&String> = wanted.iter().collect();
    let mut seek = |text: &str| {
        if !wanted.is_empty() {
            let text = fold(text);
            wanted.retain(|word| !text.contains(word.as_str()));
        }
        wanted.is_empty()
    };
    // The sentences of a step on ten thousand rows are made one by one, and only until the words are found.
    if !seek(&name) && !sentences.iter().any(|sentence| seek(sentence)) && !all.any(|sentence| seek(&sentence)) {
        return None;
    }
    let told: usize = content().map(|change| told_fields(change).count().max(1)).sum();
    let more = (told + usize::from(step.kind == "snapshot_write")).saturating_sub(sentences.len());
    let word = match step.state {
        plan::store::StepState::Done => "done",
        plan::store::StepState::Undone => "undone",
        plan::store::StepState::Dropped => "dropped",
        plan::store::StepState::Noted => "noted",
        plan::store::StepState::Barrier => "barrier",
    };
    Some(StepView {
        op: step.id,
        kind: step.kind.clone(),
        name,
        sentences,
        more,
        at: step.at.clone(),
        by: step.by.clone(),
        organization: step.organization.clone(),
        state: word.into(),
        private: content().any(|change| discreet::is_private(state, change)),
    })
}

/// The name of a row as it is now, or as it was.
fn name_in(strings: &Strings, state: &State, change: &Change) -> String {
    if let Some(row) = state.row(change.kind, &change.id) {
        return present::name_of(strings, state, row);
    }
    let image = change.before.as_ref().or(change.after.as_ref());
    let text = |field: &str| image.and_then(|i| i.get(field)).and_then(Json::as_str).map(str::to_owned);
    let names = ["reference", "title", "name"];
    names.into_iter().find_map(text).unwrap_or_else(|| strings.kind(change.kind))
}

/// The fields of a change that are said; the words beside a date are said with the date.
fn told_fields(change: &Change) -> impl Iterator<Item = &'static plan::Field> {
    let def = change.kind.def();
    let after = change.after.clone().unwrap_or_default();
    def.fields
        .iter()
        .filter(move |field| after.contains_key(field.name) && !is_words_of_changed_date(def, field.name, &after))
}

pub(crate) fn change_sentences(strings: &Strings, state: &State, change: &Change) -> Vec<String> {
    let def = change.kind.def();
    let name = name_in(strings, state, change);
    match (&change.before, &change.after) {
        (None, _) => vec![strings.step_sentence(&format!("{}_create", def.name), None, &name, None, None)],
        (_, None) => vec![strings.step_sentence(&format!("{}_delete", def.name), None, &name, None, None)],
        (Some(before), Some(after)) => told_fields(change)
            .map(|field| {
                // A place in an order says nothing.
                if field.ty == FieldType::Order {
                    return strings.step_sentence("rows_order", None, &name, None, None);
                }
                let op = format!("{}_set", def.name);
                let words =
                    |image: &serde_json::Map<String, Json>| stored_words(strings, state, change.kind, field, image);
                strings.step_sentence(&op, Some(field.name), &name, words(before).as_deref(), words(after).as_deref())
            })
            .collect(),
    }
}

/// What stays, though the step that is taken back had changed it, and why.
pub(crate) fn kept_sentences(strings: &Strings, state: &State, kept: &Kept) -> Vec<String> {
    let (change, name) = (&kept.change, name_in(strings, state, &kept.change));
    let Some(before) = change.before.as_ref().filter(|_| change.after.is_some()) else {
        let sentence = match kept.why {
            Stays::Changed => strings.kept_row_changed(&name),
            Stays::Deleted => strings.kept_row_deleted(&name),
            Stays::Again => strings.kept_row_again(&name),
            Stays::Gone => strings.kept_row_gone(&name),
            Stays::Named | Stays::Circle => strings.kept_row_named(&name),
        };
        return vec![sentence];
    };
    if kept.why == Stays::Deleted {
        return vec![strings.kept_row_deleted(&name)];
    }
    let sentence = |field: &'static plan::Field| {
        let now = stored_words(strings, state, change.kind, field, before).unwrap_or_else(|| strings.date_not_stated());
        let label = strings.field(field.name);
        match kept.why {
            Stays::Gone => strings.kept_field_gone(&label, &now, &name),
            Stays::Circle => strings.kept_field_circle(&label, &now, &name),
            _ => strings.kept_field_changed(&label, &now, &name),
        }
    };
    told_fields(change).map(sentence).collect()
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
        private: discreet::is_private_difference(a, b, &d),
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
