//! A role that is moved on the board: to another group, to another organization, or both.
//!
//! What a source says of one holder it does not say of another. A role that was moved keeps its row, its history and the document
//! that it was read in, and is our reading of it; neither its state nor the words of the document go along.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::edit::set_fields;
use super::rules::named_as;
use super::verbs::{has_ended, refuse_ended, set};
use super::write::create;
use crate::kinds::Kind;
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Op, Result, Row, SetField};

/// What was said of the one who held the role, and of nobody else.
const OF_HOLDER: [&str; 2] = ["state", "stated_as"];

pub(super) fn carry_out(store: &Store, state: &State, context: &Context, op: &Op) -> Result<()> {
    let Op::AssignmentMove { assignment, also, group, organization, copy } = op else {
        return Err(Error::broken("no move of a role"));
    };
    let row = state.need(Kind::Assignment, assignment)?;
    if row.text("group").is_empty() {
        return Err(Error::refused_with("not-in-a-group", [("title", named_as(state, row))]));
    }
    let over = |row: &Row| row.text("state") == "ended" || has_ended(row, context.today);
    // What is over was so where it was; a copy of it would begin anew what has ended.
    refuse_ended(state, row, over(row))?;
    let to = To {
        group: group.as_deref().unwrap_or_else(|| row.text("group")),
        organization: organization.as_deref().unwrap_or_else(|| row.text("organization")),
    };
    state.need(Kind::Group, to.group)?;
    if !to.organization.is_empty() {
        state.need(Kind::Organization, to.organization)?;
    }
    if to.group == row.text("group") && to.organization == row.text("organization") {
        return Ok(());
    }
    let person = to.person(state, row);
    let holds = |other: &&Arc<Row>| {
        ["group", "organization", "role"].iter().all(|field| {
            let wanted = match *field {
                "group" => to.group,
                "organization" => to.organization,
                field => row.text(field),
            };
            other.text(field) == wanted
        }) && other.text("person") == person
            && !over(other)
    };
    if let Some(held) = state.rows(Kind::Assignment).find(holds) {
        return Err(Error::refused_with(
            "role-held",
            [("title", named_as(state, held)), ("role", role_of(state, row))],
        ));
    }
    if *copy {
        return create(store, state, context, &to.copy_of(row, person), false).map(|_| ());
    }
    let mut sets = to.sets(state, row);
    for other in also.iter().collect::<BTreeSet<_>>().into_iter().filter(|other| *other != assignment) {
        let other = state.need(Kind::Assignment, other)?;
        // Whoever holds another role, or is somewhere else by now, was not meant.
        let same = |field: &str| other.text(field) == row.text(field);
        if !over(other) && ["group", "organization", "role"].into_iter().all(same) {
            sets.extend(to.sets(state, other));
        }
    }
    set_fields(store, state, &sets)
}

fn role_of(state: &State, row: &Row) -> String {
    state.row(Kind::Role, row.text("role")).map(|role| role.title().to_owned()).unwrap_or_default()
}

/// Where a role goes.
struct To<'a> {
    group: &'a str,
    organization: &'a str,
}

impl To<'_> {
    /// Who goes along: a person stays with the organization that the person is of.
    fn person<'r>(&self, state: &State, row: &'r Row) -> &'r str {
        let person = row.text("person");
        let of = state.row(Kind::Person, person).map(|row| row.text("organization")).unwrap_or_default();
        let goes = self.organization == row.text("organization") || (!of.is_empty() && of == self.organization);
        if goes { person } else { "" }
    }

    fn sets(&self, state: &State, row: &Row) -> Vec<SetField> {
        let mut sets = Vec::new();
        let mut becomes = |field: &str, value: &str| {
            if row.text(field) != value {
                sets.push(set(row, field, if value.is_empty() { Json::Null } else { json!(value) }));
            }
        };
        becomes("group", self.group);
        becomes("organization", self.organization);
        becomes("person", self.person(state, row));
        for field in OF_HOLDER {
            becomes(field, "");
        }
        sets
    }

    /// The same role here as well, which no document states.
    fn copy_of(&self, row: &Row, person: &str) -> CreateRow {
        let mut fields = Map::new();
        for (field, value) in
            [("group", self.group), ("organization", self.organization), ("person", person), ("role", row.text("role"))]
        {
            if !value.is_empty() {
                fields.insert(field.into(), json!(value));
            }
        }
        fields.insert("basis".into(), json!("our_reading"));
        CreateRow { kind: Kind::Assignment, id: None, fields }
    }
}
