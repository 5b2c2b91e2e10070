//! Who holds which role where.

use std::sync::Arc;

use chrono::NaiveDate;
use plan::Row;
use plan::kinds::Kind;
use plan::state::State;
use plan_strings::Strings;
use serde_json::Value as Json;

use crate::present::{self, lower, named, row_view};
use crate::session::Call;
use crate::types::{Cell, RoleView};

/// The fields of an assignment of which one says where it is.
pub(crate) const PLACES: [&str; 4] = ["group", "commitment", "milestone", "action_line"];

/// The row that a reference names.
pub(crate) fn target<'a>(state: &'a State, row: &Row, field: &str) -> Option<&'a Arc<Row>> {
    let kind = row.kind().def().field(field).and_then(|f| f.target())?;
    state.row(kind, row.text(field))
}

/// What rows of one kind are put in order by.
pub(crate) fn sort_key(row: &Row) -> (&str, &str) {
    (row.text("ord"), row.id())
}

/// The day of the request.
pub(crate) fn today(call: &Call) -> NaiveDate {
    call.context.today
}

/// Whether a role is over on a day: its state says so, or its end lies before.
pub(crate) fn ended(row: &Row, today: NaiveDate) -> bool {
    row.text("state") == "ended" || over(row, today)
}

/// Whether the term of a row is certainly over on a day.
pub(crate) fn over(row: &Row, today: NaiveDate) -> bool {
    let end = present::date_of(row, "end").and_then(|date| date.bounds().end_not_after);
    end.is_some_and(|end| end < today)
}

/// Whether the day on which something was to begin, or by which it was to be done, has certainly passed on a day, and what is said of it
/// was said before: what is only announced or planned then, was. `as_of`: the field that says as of when it is so.
pub(crate) fn overtaken(row: &Row, as_of: &str, today: NaiveDate) -> bool {
    let bounds = |field: &str| present::date_of(row, field).map(|date| date.bounds());
    let start = bounds("start").and_then(|bounds| bounds.start_not_after);
    let Some(last) = start.or_else(|| bounds("end")?.end_not_after).filter(|last| *last < today) else { return false };
    // Who said so later knew that day.
    bounds(as_of).and_then(|bounds| bounds.end_not_after).is_none_or(|said| said <= last)
}

/// An assignment, ready to be shown and edited.
pub(crate) fn view(call: &Call, state: &State, row: &Row) -> RoleView {
    let strings = &call.strings;
    let place = PLACES.iter().find_map(|field| target(state, row, field));
    let code = |field: &str| match row.text(field) {
        "" => String::new(),
        code => strings.choice(Kind::Assignment, field, code),
    };
    RoleView {
        id: row.id().to_string(),
        // A place that is not among the rows is named by the assignment itself.
        place: present::brief(strings, state, place.map_or(row, |place| place), String::new()),
        holder: target(state, row, "organization").map(|o| present::brief(strings, state, o, String::new())),
        person: named(state, row, "person"),
        person_id: Some(row.text("person").to_owned()).filter(|id| !id.is_empty()),
        role: row.text("role").to_owned(),
        role_label: named(state, row, "role"),
        state: row.text("state").to_owned(),
        state_label: code("state"),
        when: present::when_of(strings, state, row).unwrap_or_default(),
        basis: code("basis"),
        as_of: present::date_field(strings, row, "as_of").unwrap_or_default(),
        stated_as: row.text("stated_as").to_owned(),
        provenance: present::provenance(strings, state, row),
        ended: ended(row, today(call)),
        words: words(strings, state, row),
        row: row_view(strings, state, row, &[]),
    }
}

/// Who facilitates an action line now, role by role in the order of the plan: "facilitator: ITU; co-facilitator: UNESCO, UNDP".
pub(crate) fn facilitators(call: &Call, state: &State, row: &Row) -> Cell {
    let mut roles: Vec<(String, Vec<String>)> = Vec::new();
    let held = |other: &&Arc<Row>| other.text("action_line") == &**row.id() && !ended(other, today(call));
    for assignment in state.in_order(Kind::Assignment).iter().filter(held) {
        let (role, holder) = (named(state, assignment, "role"), present::holder(state, assignment));
        match roles.iter_mut().find(|(known, _)| *known == role) {
            // What several sources state is one fact.
            Some((_, holders)) if holders.contains(&holder) => {}
            Some((_, holders)) => holders.push(holder),
            None => roles.push((role, vec![holder])),
        }
    }
    let words = roles.iter().map(|(role, holders)| {
        // A role whose holder is kept back, or not stated, stands by itself.
        let named = holders.iter().map(String::as_str).filter(|name| !name.is_empty()).collect::<Vec<_>>();
        if named.is_empty() { role.clone() } else { format!("{role}: {}", named.join(", ")) }
    });
    let words = words.collect::<Vec<_>>();
    let empty = words.is_empty();
    let text = if empty { call.strings.date_not_stated() } else { words.join("; ") };
    Cell { value: Json::Null, title: String::new(), text, empty }
}

/// Role and state of an assignment: "Co-lead, announced". What is confirmed is simply so.
fn words(strings: &Strings, state: &State, row: &Row) -> String {
    let role = named(state, row, "role");
    match row.text("state") {
        "" | "confirmed" => role,
        code => strings.role_state(&role, &lower(&strings.choice(Kind::Assignment, "state", code))),
    }
}
