//! What rows are called. Those that link others, or say something of them, have no title: they are called by what they link.

use plan::kinds::{Kind, ON, UNIT};
use plan::state::State;
use plan::{Row, Value};
use plan_strings::Strings;

use crate::papers::block_name;
use crate::present::{self, holder, lower, named};

/// Whether rows of a kind have no title of their own.
pub(crate) fn is_nameless(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Assignment
            | Kind::Mapping
            | Kind::Measurement
            | Kind::Update
            | Kind::Intent
            | Kind::Statement
            | Kind::Note
            | Kind::Block
    )
}

/// The name of a row in sentences: its reference or title; what it links, where it has none.
pub(crate) fn name_of(strings: &Strings, state: &State, row: &Row) -> String {
    match row.kind() {
        Kind::Commitment => row.short().to_owned(),
        _ => title_of(strings, state, row),
    }
}

/// The same for those who do not know references: beside that of the commitment that it is, or is about, stands the title.
pub(crate) fn titled(strings: &Strings, state: &State, row: &Row) -> String {
    let name = name_of(strings, state, row);
    let about = match row.kind() {
        Kind::Commitment => Some(row),
        kind if is_nameless(kind) => state.row(Kind::Commitment, row.text("commitment")).map(|row| &**row),
        _ => None,
    };
    match about.map(|about| (about.short(), about.title())) {
        Some((short, title)) if !short.is_empty() && !title.is_empty() && short != title => {
            name.replacen(short, &format!("{short} ({title})"), 1)
        }
        _ => name,
    }
}

/// The name of a row that may be said to others: without the persons that it names. None: the row itself is private.
pub(crate) fn name_for_others(strings: &Strings, state: &State, row: &Row) -> Option<String> {
    let def = row.kind().def();
    let private = def.fields.iter().filter(|field| field.private).filter_map(|field| def.index(field.name));
    let seen = private.fold(row.clone(), |row, index| row.with(index, None));
    (!def.private).then(|| name_of(strings, state, &seen))
}

/// The short name of a row: its reference, acronym or code; else its name.
pub(crate) fn short_of(strings: &Strings, state: &State, row: &Row) -> String {
    if is_nameless(row.kind()) { title_of(strings, state, row) } else { row.short().to_owned() }
}

/// The title of a row, or what it is called without one.
pub(crate) fn title_of(strings: &Strings, state: &State, row: &Row) -> String {
    match row.kind() {
        Kind::Assignment => assignment(strings, state, row),
        Kind::Mapping => mapping(strings, state, row),
        Kind::Measurement => strings.name_measurement(&named(state, row, "indicator"), &measured(strings, state, row)),
        Kind::Update => {
            let commitment = named(state, row, "commitment");
            match present::date_field(strings, row, "date") {
                Some(date) => strings.name_update(&commitment, &date),
                None => strings.name_update_undated(&commitment),
            }
        }
        Kind::Intent => {
            let rule = strings.lookup(&format!("check-{}-title", row.text("rule")));
            strings.name_intent(&rule.unwrap_or_else(|| row.text("rule").to_owned()))
        }
        Kind::Statement => match (stands_on(strings, state, row), row.text("said_to")) {
            (on, "") => strings.name_statement(&on),
            (on, to) => strings.name_statement_to(&on, to),
        },
        Kind::Block => block_name(strings, state, row),
        Kind::Note => strings.name_note(&stands_on(strings, state, row)),
        _ => row.title().to_owned(),
    }
}

/// The row that a statement or a note is on.
fn stands_on(strings: &Strings, state: &State, row: &Row) -> String {
    let name = |field: &&str| Some(named(state, row, field)).filter(|name| !name.is_empty());
    ON.iter().find_map(name).unwrap_or_else(|| lower(&strings.group_none()))
}

/// "co-lead: ITU in Sub-group 1".
fn assignment(strings: &Strings, state: &State, row: &Row) -> String {
    let (role, holder) = (named(state, row, "role"), holder(state, row));
    let who = if holder.is_empty() { role } else { strings.name_holder(&holder, &role) };
    let place = |field: &str| Some(named(state, row, field)).filter(|name| !name.is_empty());
    if let Some(group) = place("group") {
        strings.name_held_in(&group, &who)
    } else if let Some(commitment) = place("commitment") {
        strings.name_held_on(&commitment, &who)
    } else if let Some(milestone) = place("milestone") {
        strings.name_held_at(&milestone, &who)
    } else if let Some(line) = place("action_line") {
        strings.name_held_for(&line, &who)
    } else {
        who
    }
}

/// "ITU-012 → A/RES/79/1, 21".
fn mapping(strings: &Strings, state: &State, row: &Row) -> String {
    let end = |fields: &[&str]| {
        let name = |field: &&str| match state.row(Kind::Provision, row.text(field)) {
            // A paragraph says nothing without its instrument.
            Some(provision) => strings.stated_in(provision.short(), &named(state, provision, "instrument")),
            None => named(state, row, field),
        };
        let found = fields.iter().map(name).find(|name| !name.is_empty());
        found.unwrap_or_else(|| lower(&strings.group_none()))
    };
    let to = end(&["provision", "action_line", "goal", "group", "milestone"]);
    strings.name_mapping(&end(&["commitment", "objective"]), &to)
}

/// "over 100 standards".
pub(crate) fn measured(strings: &Strings, state: &State, row: &Row) -> String {
    let words = |field: &str| {
        row.kind()
            .def()
            .field(field)
            .zip(row.get(field))
            .map(|(field, value)| present::value_words(strings, state, row.kind(), field, &value.to_json(), None))
    };
    let value = match (row.text("qualifier"), words("value")) {
        ("" | "exact", value) => value,
        (_, Some(value)) => words("qualifier").map(|qualifier| strings.name_measured(&qualifier, &value)),
        (_, None) => None,
    };
    match (value, words("counted")) {
        (Some(value), Some(counted)) => strings.name_measured_of(&counted, &value),
        (Some(value), None) => value,
        (None, counted) => counted.or_else(|| words("stated_as")).unwrap_or_else(|| lower(&strings.group_none())),
    }
}

/// What a row is called that is named, but not there.
pub(crate) fn gone(strings: &Strings, kind: Kind, id: &str) -> String {
    // Codes of the catalogue are names by themselves.
    match uuid::Uuid::try_parse(id) {
        Ok(_) => strings.name_gone(&lower(&strings.kind(kind))),
        Err(_) => id.to_owned(),
    }
}

/// A distance between milestones by itself: "30 days before".
pub(crate) fn distance(strings: &Strings, distance: i64, unit: &str) -> String {
    let words = distance_alone(strings, distance, unit);
    match distance {
        0 => strings.days_with_anchor(),
        ..0 => strings.days_before_anchor(&words),
        _ => strings.days_after_anchor(&words),
    }
}

/// "30 days", whichever way.
pub(crate) fn distance_alone(strings: &Strings, distance: i64, unit: &str) -> String {
    let unit = if UNIT.contains(&unit) { unit } else { "days" };
    let count = distance.unsigned_abs().to_string();
    strings.lookup_args(&format!("distance-{unit}"), &[("count", &count)]).unwrap_or(count)
}

/// The distance of a milestone from what it hangs on.
pub(crate) fn distance_of(row: &Row) -> i64 {
    if let Some(Value::Int(distance)) = row.get("anchor_distance") { *distance } else { 0 }
}
