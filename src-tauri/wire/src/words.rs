//! Sentences that need the rows: steps with their values, provenance, announcements.

use std::collections::BTreeMap;
use std::path::Path;

use plan::restore::{Occasion, RestorePoint};
use plan::snapshot::Manifest;
use plan::state::State;
use plan_strings::Strings;
use serde_json::Value as Json;

use crate::types::{ChangeView, Choice};
use crate::{discreet, names, present};

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

/// The day of an instant in words.
pub(crate) fn day_of(strings: &Strings, at: &str) -> String {
    let day = at.get(..10).and_then(|day| plan::date::VagueDate::parse(day).ok());
    day.map_or_else(|| at.to_owned(), |day| strings.date_words(&day))
}

fn snapshot_day(strings: &Strings, manifest: &Manifest) -> String {
    day_of(strings, &manifest.at)
}

/// A difference, with its words.
pub(crate) fn difference_view(strings: &Strings, a: &State, b: &State, d: plan::diff::Difference) -> ChangeView {
    use plan::diff::What;
    // What is gone is named by what was there with it.
    let of = b.row(d.kind, &d.id).map(|row| (b, row)).or_else(|| Some((a, a.row(d.kind, &d.id)?)));
    let called = |call: fn(&Strings, &State, &plan::Row) -> String| {
        of.map_or_else(|| d.reference.clone(), |(state, row)| call(strings, state, row))
    };
    let (name, reference, title) = (called(names::name_of), called(names::short_of), called(names::title_of));
    let def = d.kind.def();
    let field = d.field.as_deref();
    // The words of a source say more than what is understood of them; not where they stayed, and the date is another.
    let stated = |state: &State, name: &str| {
        state
            .row(d.kind, &d.id)
            .map(|row| row.text(&format!("{name}_words")).to_owned())
            .filter(|words| !words.is_empty())
    };
    let words = |state: &State, json: &Json| match field.and_then(|f| def.field(f)) {
        _ if json.is_null() => None,
        Some(field) => match (field.name, state.row(d.kind, &d.id)) {
            ("anchor_distance", Some(row)) => {
                Some(names::distance(strings, names::distance_of(row), row.text("anchor_unit")))
            }
            _ => {
                let differ = stated(a, field.name) != stated(b, field.name);
                let stated = stated(state, field.name).filter(|_| differ);
                Some(present::value_words(strings, state, d.kind, field, json, stated.as_deref()))
            }
        },
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
        title,
        reference,
        what: d.what.word().into(),
        field_label: field.map(|field| strings.field(field)).unwrap_or_default(),
        field: d.field,
        before_text: before.unwrap_or_default(),
        after_text: after.unwrap_or_default(),
        before: d.before,
        after: d.after,
    }
}

/// Words of a host's own, by key.
pub(crate) fn own(strings: &Strings, key: &str, args: &[(&str, &str)]) -> String {
    strings.lookup_args(key, args).unwrap_or_else(|| key.to_owned())
}
