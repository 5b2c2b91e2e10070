//! A tiny domain for laws of merging: a few rows of every kind, two fields each, two values each, and what people do to them.

use plan::history::order::nth;
use plan::kinds::Class;
use plan::{FieldType, Kind, Row, State, Value};
use serde_json::{Value as Json, json};

/// One thing that somebody does: which row, what, with which value.
pub type Edit = (u8, u8, u8);

fn row(kind: Kind, id: &str, fields: Json) -> Row {
    let def = kind.def();
    let mut row = Row::new(kind, id);
    for (name, json) in fields.as_object().into_iter().flatten() {
        let index = def.index(name).unwrap_or_else(|| panic!("{}.{name}", def.name));
        let value = Value::accept(&def.fields[index as usize], json).unwrap_or_else(|e| panic!("{name}: {e}"));
        row = row.with(index, value);
    }
    row
}

/// Rows that may come, as the fields that they need.
fn could_be(at: u8, value: u8) -> Row {
    let two = |a: &str, b: &str| if value.is_multiple_of(2) { a.to_owned() } else { b.to_owned() };
    let c = two("c1", "c2");
    match at % 10 {
        0 => row(
            Kind::Commitment,
            "c3",
            json!({ "reference": "A-003", "title": two("New", "Other"), "owner": "A", "ord": nth(9) }),
        ),
        1 => row(
            Kind::Milestone,
            "m4",
            json!({ "title": two("New", "Other"), "anchor": two("m1", "m2"), "ord": nth(9) }),
        ),
        2 => row(Kind::Group, "g3", json!({ "title": "New", "parent": two("g1", "g2"), "ord": nth(9) })),
        3 => row(Kind::Assignment, "a2", json!({ "group": two("g1", "g2"), "organization": "B", "role": "lead" })),
        4 => row(Kind::Mapping, "x2", json!({ "commitment": c, "goal": "G1", "reason": two("one", "two") })),
        5 => row(Kind::Indicator, "i2", json!({ "title": "New", "commitment": c })),
        6 => row(Kind::Measurement, "q2", json!({ "indicator": "i1", "value": 7.0, "counted": two("n", "o") })),
        7 => row(Kind::Update, "u2", json!({ "commitment": c, "report": two("one", "two"), "date": "2026" })),
        8 => row(Kind::Organization, "D", json!({ "acronym": "D", "name": two("Delta", "Dora") })),
        _ => row(Kind::Goal, "G2", json!({ "title": two("Two", "Zwei"), "ord": nth(3) })),
    }
}

/// The rows that all begin with.
pub fn base() -> State {
    let mut state = State::default();
    for one in [
        row(Kind::About, "about", json!({ "title": "Plan" })),
        row(Kind::Organization, "A", json!({ "acronym": "A", "name": "Alpha" })),
        row(Kind::Organization, "B", json!({ "acronym": "B", "name": "Beta" })),
        row(Kind::Organization, "C", json!({ "acronym": "C", "name": "Gamma", "parent": "A" })),
        row(Kind::Role, "lead", json!({ "title": "Lead" })),
        row(Kind::Source, "S1", json!({ "title": "Source" })),
        row(Kind::Objective, "J1", json!({ "title": "One", "short_title": "One" })),
        row(Kind::Instrument, "I1", json!({ "symbol": "R", "title": "Resolution" })),
        row(Kind::Provision, "P1", json!({ "instrument": "I1", "paragraph": "1", "title": "Para" })),
        row(Kind::ActionLine, "C1", json!({ "code": "C1", "title": "Line" })),
        row(Kind::Goal, "G1", json!({ "title": "Goal", "ord": nth(1) })),
        row(Kind::CalendarEntry, "E1", json!({ "title": "Entry" })),
        row(
            Kind::Commitment,
            "c1",
            json!({ "reference": "A-001", "title": "First", "owner": "A", "partners": ["B"], "start": "2025", "end": "2027", "ord": nth(1) }),
        ),
        row(
            Kind::Commitment,
            "c2",
            json!({ "reference": "A-002", "title": "Second", "owner": "A", "description": "one two three four five", "ord": nth(2) }),
        ),
        row(Kind::Milestone, "m1", json!({ "title": "One", "date": "2026", "ord": nth(1) })),
        row(Kind::Milestone, "m2", json!({ "title": "Two", "anchor": "m1", "commitment": "c1", "ord": nth(2) })),
        row(Kind::Milestone, "m3", json!({ "title": "Three", "anchor": "m2", "ord": nth(3) })),
        row(Kind::Group, "g1", json!({ "title": "Parent", "ord": nth(1) })),
        row(Kind::Group, "g2", json!({ "title": "Child", "parent": "g1", "ord": nth(2) })),
        row(Kind::Person, "p1", json!({ "name": "Ana", "organization": "A" })),
        row(Kind::Assignment, "a1", json!({ "group": "g1", "organization": "A", "role": "lead", "person": "p1" })),
        row(Kind::Indicator, "i1", json!({ "title": "Count", "commitment": "c1" })),
        row(Kind::Measurement, "q1", json!({ "indicator": "i1", "value": 1.0 })),
        row(Kind::Update, "u1", json!({ "commitment": "c1", "report": "Done", "date": "2025" })),
        row(Kind::Mapping, "x1", json!({ "commitment": "c1", "goal": "G1" })),
    ] {
        state.put(one);
    }
    state
}

/// Fields that people set, with two values each.
fn settings(kind: Kind) -> &'static [(&'static str, [&'static str; 2])] {
    match kind {
        Kind::About => &[("title", ["Plan A", "Plan B"]), ("owner", ["A", "B"])],
        Kind::Organization => {
            &[("name", ["Eins", "Zwei"]), ("parent", ["A", "C"]), ("aliases", ["[\"x\"]", "[\"x\",\"y\"]"])]
        }
        Kind::Commitment => &[
            ("title", ["Red", "Blue"]),
            ("status", ["ongoing", "completed"]),
            ("partners", ["[\"B\",\"C\"]", "[\"C\"]"]),
            ("start", ["2024", "2028"]),
            ("end", ["2026", "2030"]),
            ("description", ["ONE two three four five", "one two three four FIVE"]),
            ("lead", ["A", "B"]),
            ("standing", ["true", "null"]),
            ("superseded_by", ["c1", "c2"]),
            ("ord", ["a0000015", "b"]),
        ],
        Kind::Milestone => &[
            ("title", ["Red", "Blue"]),
            ("date", ["2025-12-16", "2027"]),
            ("anchor", ["m1", "m3"]),
            ("commitment", ["c1", "c2"]),
            ("ord", ["a0000015", "b"]),
        ],
        Kind::Group => &[
            ("title", ["Red", "Blue"]),
            ("parent", ["g1", "g2"]),
            ("mandate", ["one two", "two one"]),
            ("end", ["2026", "2027"]),
        ],
        Kind::Assignment => {
            &[("state", ["announced", "ended"]), ("person", ["p1", "null"]), ("start", ["2025", "2026"])]
        }
        Kind::Mapping => &[("reason", ["because", "since"]), ("source", ["S1", "null"])],
        Kind::Indicator => &[("title", ["Red", "Blue"]), ("target", ["1.5", "2"])],
        Kind::Measurement => &[("counted", ["people", "schools"]), ("value", ["2", "3"])],
        Kind::Update => &[("report", ["Red", "Blue"]), ("no_change", ["true", "null"])],
        Kind::Person => &[("post", ["Chief", "Head"]), ("email", ["a@b", "null"])],
        Kind::Provision => &[("heading", ["Red", "Blue"]), ("goals", ["[\"G1\"]", "null"])],
        Kind::Source
        | Kind::Objective
        | Kind::Instrument
        | Kind::ActionLine
        | Kind::Goal
        | Kind::CalendarEntry
        | Kind::Role => &[("title", ["Red", "Blue"]), ("ord", ["a0000015", "b"])],
        _ => &[],
    }
}

fn rows_of(state: &State) -> Vec<(Kind, String)> {
    Kind::content().flat_map(|kind| state.rows(kind).map(move |row| (kind, row.id().to_string()))).collect()
}

/// A state that somebody made of another. Whatever people do, their own version keeps the rules.
pub fn edited(state: &State, edits: &[Edit]) -> State {
    let mut now = state.clone();
    for (which, what, value) in edits {
        let before = now.clone();
        let rows = rows_of(&now);
        let (kind, id) = rows[*which as usize % rows.len()].clone();
        match what % 8 {
            0 if kind != Kind::About => drop(now.remove(kind, &id)),
            1 => now.put(could_be(*which, *value)),
            // What was there at first comes again, as it was.
            2 => {
                let all = rows_of(&base());
                let (kind, id) = &all[*which as usize % all.len()];
                if now.row(*kind, id).is_none()
                    && let Some(row) = base().row(*kind, id)
                {
                    now.put((**row).clone());
                }
            }
            _ => {
                let settings = settings(kind);
                let (name, values) = settings[(*what as usize / 8) % settings.len()];
                let index = kind.def().index(name).unwrap_or_default();
                let field = &kind.def().fields[index as usize];
                let text = values[*value as usize % 2];
                let json: Json = match field.ty {
                    FieldType::Texts | FieldType::References(_) | FieldType::Flag | FieldType::Decimal => {
                        serde_json::from_str(text).unwrap_or_default()
                    }
                    _ if text == "null" => Json::Null,
                    _ => json!(text),
                };
                if let (Ok(value), Some(row)) = (Value::accept(field, &json), now.row(kind, &id).cloned()) {
                    now.put(row.with(index, value));
                }
            }
        }
        mend(&mut now);
        if !is_sound(&now) {
            now = before;
        }
    }
    now
}

fn dangling(state: &State, row: &Row) -> Vec<u8> {
    let def = row.kind().def();
    let missing = |index: &u8| {
        let field = &def.fields[*index as usize];
        let Some(target) = field.target() else { return false };
        match row.at(*index) {
            Some(Value::Text(id)) => state.row(target, id).is_none(),
            Some(Value::Set(ids)) => ids.iter().any(|id| state.row(target, id).is_none()),
            _ => false,
        }
    };
    (0..def.fields.len() as u8).filter(missing).collect()
}

/// What a deletion does to rows that name the row, as the house does it.
fn mend(state: &mut State) {
    loop {
        let mut changed = false;
        for (kind, id) in rows_of(state) {
            let Some(row) = state.row(kind, &id).cloned() else { continue };
            let def = kind.def();
            for index in dangling(state, &row) {
                let field = &def.fields[index as usize];
                changed = true;
                if field.required || def.one_of.iter().any(|group| group.contains(&field.name)) {
                    state.remove(kind, &id);
                    break;
                }
                let Some(row) = state.row(kind, &id).cloned() else { break };
                let left = row.at(index).and_then(Value::set).and_then(|set| {
                    let there = |id: &str| field.target().is_some_and(|target| state.row(target, id).is_some());
                    Value::set_of(set.iter().filter(|id| there(id)).cloned())
                });
                state.put(row.with(index, left));
            }
        }
        if !changed {
            return;
        }
    }
}

/// Whether a state keeps the rules: what is named is there, nothing stands above itself, nothing ends before it starts.
pub fn is_sound(state: &State) -> bool {
    faults(state).is_empty()
}

/// What in a state breaks a rule, in words for whoever reads a failing test.
pub fn faults(state: &State) -> Vec<String> {
    let mut found = Vec::new();
    for (kind, id) in rows_of(state) {
        let Some(row) = state.row(kind, &id) else { continue };
        let def = kind.def();
        assert_eq!(def.class, Class::Content);
        for index in dangling(state, row) {
            found.push(format!("{} {id} names by {} what is not there", def.name, def.fields[index as usize].name));
        }
        for field in def.fields.iter().filter(|field| field.required && row.get(field.name).is_none()) {
            found.push(format!("{} {id} has no {}", def.name, field.name));
        }
        for group in def.one_of {
            if group.iter().filter(|name| row.get(name).is_some()).count() != 1 {
                found.push(format!("{} {id} has not one of {group:?}", def.name));
            }
        }
        let (start, end) = (row.text("start"), row.text("end"));
        if !start.is_empty() && !end.is_empty() && end < start {
            found.push(format!("{} {id} ends before it starts", def.name));
        }
        if kind == Kind::Commitment && row.flag("standing") && row.text("status") == "completed" {
            found.push(format!("{id} stands and is completed"));
        }
        for field in def.fields.iter().filter(|f| matches!(f.ty, FieldType::Reference(target, _) if target == kind)) {
            let (mut next, mut steps) = (row.text(field.name).to_owned(), 0);
            while !next.is_empty() && steps < 100 {
                if next == id {
                    found.push(format!("{} {id} is its own {}", def.name, field.name));
                    break;
                }
                next = state.row(kind, &next).map(|row| row.text(field.name).to_owned()).unwrap_or_default();
                steps += 1;
            }
        }
    }
    found
}
