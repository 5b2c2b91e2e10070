//! Steps of history in words: their names, and sentences of what they changed.

use plan::fold::fold;
use plan::history::{Kept, Stays};
use plan::kinds::{Class, Field, FieldType, Kind};
use plan::state::{Change, State};
use plan::store::{LoggedStep, StepState};
use plan::{Outcome, StatusStays};
use plan_strings::{Step, Strings};
use serde_json::{Map, Value as Json};

use crate::types::StepView;
use crate::{discreet, names, present};

/// Sentences of a step that are shown at once.
const SENTENCES: usize = 12;

/// The stored values of a row in the log, or those of them that changed.
type Image = Map<String, Json>;

/// The name of a step: "Set status". `states`: where to look for the rows that it names.
pub(crate) fn step_name(strings: &Strings, states: &[&State], step: &LoggedStep) -> String {
    step_of(strings, states, &step.kind, &step.args, |s| strings.step(s))
}

/// What the live region says after a step. `states`: as it was before and as it is after.
pub(crate) fn announcement(strings: &Strings, states: &[&State], outcome: &Outcome) -> String {
    step_of(strings, states, &outcome.kind, &outcome.args, |s| strings.live_done(s))
}

/// What a person should know of a step besides: a report that is given does not always move the status.
pub(crate) fn note(strings: &Strings, state: &State, outcome: &Outcome) -> String {
    let id = outcome.args["id"].as_str().unwrap_or_default();
    match (outcome.status_stays, state.row(Kind::Commitment, id)) {
        (Some(StatusStays::StatedLater), Some(row)) => {
            let status = strings.choice(Kind::Commitment, "status", row.text("status"));
            let date = present::date_field(strings, row, "status_as_of").unwrap_or_default();
            strings.report_status_stays(&date, row.short(), &status)
        }
        // Who states no status expects none to move.
        _ => String::new(),
    }
}

fn step_of(
    strings: &Strings,
    states: &[&State],
    op: &str,
    args: &Json,
    words: impl FnOnce(&Step<'_>) -> String,
) -> String {
    // Where one returned to: its name, else the instant of it.
    let to = match (args["name"].as_str(), args["at"].as_str()) {
        (Some(name), _) if !name.is_empty() => Some(name.to_owned()),
        (_, Some(at)) => Some(strings.instant_words(at)),
        _ => None,
    };
    // Names of steps stand in the frame of the window, where everybody reads them: persons are not named.
    let name = |kind: &str, id: &Json| {
        let (kind, id) = (Kind::from_name(kind)?, id.as_str()?);
        states.iter().find_map(|state| names::name_for_others(strings, state, state.row(kind, id)?))
    };
    let kind = args["kind"].as_str().unwrap_or_default();
    // What is done to several rows at once is that row's own, where it was one.
    let own = |op: &str| match op.strip_prefix("rows_") {
        Some(verb @ ("set" | "delete")) if args["id"].is_string() => format!("{kind}_{verb}"),
        _ => op.to_owned(),
    };
    let (of, within) = (args["step"].as_str().map(own), args["of"].as_str().map(own));
    let field = args["field"].as_str();
    let op = own(op);
    let done = within.as_deref().or(of.as_deref()).unwrap_or(&op);
    let told = done.ends_with("_delete") || (done.ends_with("_set") && field.is_none()) || args["anchor"].is_string();
    let row = told.then(|| name(kind, &args["id"])).flatten();
    let anchor = name(Kind::Milestone.name(), &args["anchor"]);
    words(&Step {
        op: &op,
        field,
        of: of.as_deref(),
        within: within.as_deref(),
        count: args["count"].as_u64(),
        filled: args["filled"].as_u64(),
        to: to.as_deref(),
        row: row.as_deref(),
        anchor: anchor.as_deref(),
    })
}

/// A step as it is listed; with `wanted` words, all of which have to be in it, folded. None: they are not. `state` has the rows
/// as they are now, and those that are gone as they were.
pub(crate) fn step_view(
    strings: &Strings,
    state: &State,
    step: &LoggedStep,
    changes: &[Change],
    wanted: &[String],
) -> Option<StepView> {
    // What the ledger notes (which snapshot is whose parent) is said by the step itself.
    let content = || changes.iter().filter(|change| change.kind.def().class == Class::Content);
    let name = step_name(strings, &[state], step);
    let made = named_state(strings, state, step);
    let is_named = usize::from(made.is_some());
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
    let told: usize = content().map(count).sum();
    let more = (told + is_named).saturating_sub(sentences.len());
    let word = match step.state {
        StepState::Done => "done",
        StepState::Undone => "undone",
        StepState::Dropped => "dropped",
        StepState::Noted => "noted",
        StepState::Barrier => "barrier",
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

/// What a step says that gave a state of the plan a name.
fn named_state(strings: &Strings, state: &State, step: &LoggedStep) -> Option<String> {
    let name = step.args["name"].as_str().unwrap_or_default();
    let instrument = || state.row(Kind::Instrument, step.args["id"].as_str()?).map(|row| row.text("symbol"));
    match step.kind.as_str() {
        "snapshot_write" => Some(strings.snapshot_made(name)),
        "edition_make" => Some(match instrument() {
            Some(symbol) => strings.edition_made_for(name, symbol),
            None => strings.edition_made_named(name),
        }),
        _ => None,
    }
}

/// The name of a row as it is now, or as it was.
fn name_in(strings: &Strings, state: &State, change: &Change) -> String {
    if let Some(row) = state.row(change.kind, &change.id) {
        return names::name_of(strings, state, row);
    }
    let image = change.before.as_ref().or(change.after.as_ref());
    let text = |field: &str| image.and_then(|i| i.get(field)).and_then(Json::as_str).map(str::to_owned);
    let names = ["reference", "title", "name"];
    names.into_iter().find_map(text).unwrap_or_else(|| strings.kind(change.kind))
}

/// One thing that is said of a change.
#[derive(Clone, Copy)]
enum Told {
    /// The row came or went, or something of it that this version does not know is another.
    Row,
    /// A field.
    Field(&'static Field),
    /// What a milestone hangs on, with its distance.
    Hang,
    /// Its place in the list.
    Order,
    /// Its place in its cell of the annex.
    AnnexOrder,
}

/// What is said of a change. The words beside a date are said with the date, and a place in an order where nothing else changed.
fn told(change: &Change) -> Vec<Told> {
    let def = change.kind.def();
    let (Some(_), Some(after)) = (&change.before, &change.after) else { return vec![Told::Row] };
    let hangs = change.kind == Kind::Milestone && after.get("anchor").is_some_and(Json::is_string);
    let with_date = |name: &str| {
        name.strip_suffix("_words").is_some_and(|date| def.field(date).is_some() && after.contains_key(date))
    };
    let fields = def.fields.iter().filter(|field| after.contains_key(field.name) && !with_date(field.name));
    let mut told: Vec<Told> = fields
        .filter_map(|field| match field.name {
            "anchor" if hangs => Some(Told::Hang),
            "anchor_distance" | "anchor_unit" | "anchor_from" if hangs => None,
            _ if field.ty == FieldType::Order => None,
            _ => Some(Told::Field(field)),
        })
        .collect();
    if told.is_empty() {
        told.push(match () {
            () if after.contains_key("ord") => Told::Order,
            () if after.contains_key("annex_ord") => Told::AnnexOrder,
            () => Told::Row,
        });
    }
    told
}

/// How many sentences a change is told in.
pub(crate) fn count(change: &Change) -> usize {
    told(change).len()
}

/// How many sentences tell what stays.
pub(crate) fn kept_count(kept: &Kept) -> usize {
    match told_of_kept(kept) {
        Some(told) => told.len(),
        None => 1,
    }
}

/// What is said of the fields that stay; none, where it is said of the row.
fn told_of_kept(kept: &Kept) -> Option<Vec<&'static Field>> {
    let change = &kept.change;
    if change.before.is_none() || change.after.is_none() || kept.why == Stays::Deleted {
        return None;
    }
    let field = |told| match told {
        Told::Field(field) => Some(field),
        Told::Hang => change.kind.def().field("anchor"),
        // Where a row stands in a list is no fact.
        Told::Row | Told::Order | Told::AnnexOrder => None,
    };
    Some(told(change).into_iter().filter_map(field).collect())
}

pub(crate) fn change_sentences(strings: &Strings, state: &State, change: &Change) -> Vec<String> {
    let kind = change.kind.name();
    let name = name_in(strings, state, change);
    let words = |field: &Field, image: &Option<Image>| stored_words(strings, state, change, field, image.as_ref()?);
    let tell = |told| match told {
        Told::Row => {
            let verb = match (&change.before, &change.after) {
                (None, _) => "create",
                (_, None) => "delete",
                _ => "set",
            };
            strings.step_sentence(&format!("{kind}_{verb}"), None, &name, None, None)
        }
        Told::Field(field) => {
            let (before, after) = (words(field, &change.before), words(field, &change.after));
            let op = format!("{kind}_set");
            strings.step_sentence(&op, Some(field.name), &name, before.as_deref(), after.as_deref())
        }
        Told::Hang => {
            let anchor = change.kind.def().field("anchor").and_then(|field| words(field, &change.after));
            let distance = change.after.as_ref().map(|after| distance_words(strings, state, change, after));
            strings.sentence_hang(&anchor.unwrap_or_default(), &distance.unwrap_or_default(), &name)
        }
        Told::Order => strings.sentence_order(&name),
        Told::AnnexOrder => strings.sentence_annex_order(&name),
    };
    told(change).into_iter().map(tell).collect()
}

/// What stays, though the step that is taken back had changed it, and why.
pub(crate) fn kept_sentences(strings: &Strings, state: &State, kept: &Kept) -> Vec<String> {
    let (change, name) = (&kept.change, name_in(strings, state, &kept.change));
    let (Some(fields), Some(before)) = (told_of_kept(kept), &change.before) else {
        let sentence = match kept.why {
            Stays::Changed => strings.kept_row_changed(&name),
            Stays::Deleted => strings.kept_row_deleted(&name),
            Stays::Again => strings.kept_row_again(&name),
            Stays::Gone => strings.kept_row_gone(&name),
            Stays::Named | Stays::Circle => strings.kept_row_named(&name),
        };
        return vec![sentence];
    };
    let sentence = |field: &Field| {
        let now = stored_words(strings, state, change, field, before).unwrap_or_else(|| strings.date_not_stated());
        let label = strings.small(strings.field(field.name));
        match kept.why {
            Stays::Gone => strings.kept_field_gone(&label, &now, &name),
            Stays::Circle => strings.kept_field_circle(&label, &now, &name),
            _ => strings.kept_field_changed(&label, &now, &name),
        }
    };
    fields.into_iter().map(sentence).collect()
}

/// A stored value of the log in words.
fn stored_words(strings: &Strings, state: &State, change: &Change, field: &Field, image: &Image) -> Option<String> {
    let stated = image.get(&format!("{}_words", field.name)).and_then(Json::as_str);
    let value = match image.get(field.name)? {
        Json::Null => return None,
        Json::Number(_) if field.name == "anchor_distance" => {
            return Some(distance_words(strings, state, change, image));
        }
        // Sets stand in the log as JSON in a text.
        Json::String(text) if matches!(field.ty, FieldType::Texts | FieldType::References(_)) => {
            serde_json::from_str(text).unwrap_or_else(|_| Json::from(text.as_str()))
        }
        Json::Number(_) if field.ty == FieldType::Flag => Json::Bool(true),
        other => other.clone(),
    };
    Some(present::value_words(strings, state, change.kind, field, &value, stated))
}

/// "30 days before": what of it did not change is as the row has it.
fn distance_words(strings: &Strings, state: &State, change: &Change, image: &Image) -> String {
    let row = state.row(change.kind, &change.id);
    let distance = match image.get("anchor_distance") {
        Some(distance) => distance.as_i64().unwrap_or_default(),
        None => row.map(|row| names::distance_of(row)).unwrap_or_default(),
    };
    let unit = match image.get("anchor_unit") {
        Some(unit) => unit.as_str().unwrap_or_default(),
        None => row.map(|row| row.text("anchor_unit")).unwrap_or_default(),
    };
    names::distance(strings, distance, unit)
}
