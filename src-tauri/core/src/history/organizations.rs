//! Organizations that are renamed, that are no more, or that another follows. What names them stays as it is: it was so.

use serde_json::{Map, json};

use super::edit::set_fields;
use super::rules::named_as;
use super::verbs::{Day, end_with, set, set_day};
use super::write::create;
use crate::kinds::Kind;
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Op, Result, Row, Value};

/// A new name, and a new acronym where one is given. What it was called is what it is also known as.
pub(super) fn rename(store: &Store, state: &State, id: &str, name: &str, acronym: Option<&str>) -> Result<()> {
    let row = state.need(Kind::Organization, id)?;
    let (name, acronym) = (name.trim(), acronym.map(str::trim));
    if name.is_empty() {
        return Err(Error::refused_with("required", [("field", "name".into())]));
    }
    let aliases = row.get("aliases").and_then(Value::set).into_iter().flatten();
    let mut known: Vec<String> = aliases.map(ToString::to_string).collect();
    let was = [(row.text("name"), Some(name)), (row.text("acronym"), acronym)];
    for (before, now) in was {
        if now.is_some_and(|now| now != before) && !before.is_empty() && !known.iter().any(|known| known == before) {
            known.push(before.to_owned());
        }
    }
    // What it is called now is no name that it has besides.
    known.retain(|known| known != name && Some(known.as_str()) != acronym);
    let mut sets = vec![set(row, "name", json!(name)), set(row, "aliases", json!(known))];
    if let Some(acronym) = acronym {
        sets.push(set(row, "acronym", if acronym.is_empty() { json!(null) } else { json!(acronym) }));
    }
    set_fields(store, state, &sets)
}

/// The end of an organization, and who follows it.
pub(super) fn conclude(store: &Store, state: &State, context: &Context, op: &Op) -> Result<()> {
    let Op::OrganizationConclude { organization, date, words, successor, name, end_roles } = op else {
        return Err(Error::broken("no conclusion of an organization"));
    };
    let row = state.need(Kind::Organization, organization)?;
    let ended = Day::of(row, "until");
    // One that is no more need not be told when again; and it is not ended twice.
    let given = Day::given("until", date, words)?;
    let day =
        given.or_else(|| ended.clone()).ok_or_else(|| Error::refused_with("required", [("field", "until".into())]))?;
    let over = ended.is_some_and(|end| end.bounds.end_not_after.is_some_and(|last| last <= context.today));
    let mut now = state.clone();
    let follower = match (successor, name) {
        (None, None) if over => {
            let args = [("title", named_as(state, row)), ("end", row.text("until").to_owned())];
            return Err(Error::refused_with("already-ended", args));
        }
        (None, None) => None,
        (Some(successor), None) => Some(state.need(Kind::Organization, successor)?.id().to_string()),
        (None, Some(name)) => {
            let made = create(store, state, context, &following(row, name), false)?;
            let id = made.id().to_string();
            now.put(made);
            Some(id)
        }
        _ => return Err(Error::refused_with("one-of", [("fields", "successor, name".into())])),
    };
    let mut sets = if over { Vec::new() } else { vec![set_day(row, "until", &day)] };
    if let Some(follower) = follower {
        let before = row.text("successor");
        if !before.is_empty() && before != follower {
            let other = state.row(Kind::Organization, before).map_or(before, |row| row.title());
            let args = [("title", row.title().to_owned()), ("other", other.to_owned())];
            return Err(Error::refused_with("has-successor", args));
        }
        sets.push(set(row, "successor", json!(follower)));
    }
    if *end_roles {
        let held =
            |one: &&std::sync::Arc<Row>| one.text("organization") == organization && one.text("state") != "ended";
        for one in now.rows(Kind::Assignment).filter(held) {
            sets.extend(end_with(one, &day, context.today));
        }
    }
    set_fields(store, &now, &sets)
}

/// The organization that follows another, where it is a new one.
fn following(row: &Row, name: &str) -> CreateRow {
    let mut fields = Map::new();
    fields.insert("name".into(), json!(name));
    for field in ["parent", "kind"] {
        if let Some(value) = row.get(field) {
            fields.insert(field.into(), value.to_json());
        }
    }
    CreateRow { kind: Kind::Organization, id: None, fields }
}
