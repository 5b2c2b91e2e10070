//! A plan as one JSON file: nothing is lost on the way, and nothing private leaves.

use plan::generate::generate;
use plan::kinds::Kind;
use plan::snapshot::{Snapshot, With, shared};
use plan::state::State;
use plan::{Row, Value, exchange};
use plan_tests::{context, sample};

const AT: &str = "2026-11-28T00:00:00.000Z";

/// A row with every field filled that its type lets fill, and one field of a newer version.
fn filled(state: &mut State) {
    for kind in Kind::content().filter(|kind| *kind != Kind::About) {
        let def = kind.def();
        let mut row = Row::new(kind, format!("row-of-{}", def.name));
        for (index, field) in def.fields.iter().enumerate() {
            let json = match field.ty {
                plan::FieldType::Integer => serde_json::json!(-3),
                plan::FieldType::Decimal => serde_json::json!(0.1 + 0.2),
                plan::FieldType::Flag => serde_json::json!(true),
                plan::FieldType::Texts => serde_json::json!(["b, \"c\"", "عربي", "a;b"]),
                plan::FieldType::References(to) => serde_json::json!([format!("row-of-{}", to.name())]),
                plan::FieldType::Reference(to, _) => serde_json::json!(format!("row-of-{}", to.name())),
                plan::FieldType::Date => serde_json::json!("2026-12-16/.."),
                plan::FieldType::LongText => serde_json::json!("=1+1\n\u{202e}two lines\t中文"),
                _ => serde_json::json!("<b>'é'</b>"),
            };
            row = row.with(index as u8, Value::read(field, &json).unwrap());
        }
        state.put(row);
    }
}

#[test]
fn what_is_read_back_is_what_was_written_in_every_kind_and_field() {
    let mut state = (*Snapshot::read(plan::assets::STARTER).unwrap().state).clone();
    filled(&mut state);
    let bytes = exchange::write(&state, AT, With::ALL).unwrap();
    let back = exchange::read(&bytes).unwrap();
    for kind in Kind::content() {
        let (a, b): (Vec<_>, Vec<_>) = (state.rows(kind).collect(), back.rows(kind).collect());
        assert_eq!(a, b, "{}", kind.name());
    }
    assert_eq!(back.hash(), state.hash());
    assert_eq!(exchange::write(&back, AT, With::ALL).unwrap(), bytes, "equal rows, equal bytes");
}

#[test]
fn a_large_plan_comes_back_whole() {
    let state = generate(50, 7).unwrap();
    let back = exchange::read(&exchange::write(&state, AT, With::ALL).unwrap()).unwrap();
    assert_eq!(back.hash(), state.hash());
}

#[test]
fn what_a_newer_version_added_is_kept() {
    let newer = r#"{"format":"gdc-planner-plan","version":1,"title":"","at":"","hash":"HASH","left_out":[],"private":["goal.secret"],
        "kinds":{"goal":[{"id":"SDG-1","title":"No poverty","secret":{"deep":[1.5]}}],"dream":[{"id":"1","of":"peace"}]}}"#;
    let empty = exchange::read(newer.as_bytes()).unwrap_err();
    assert!(matches!(empty, plan::Error::Broken { code: "damaged", .. }), "a hash that does not fit: {empty}");
    let mut state = State::default();
    let row = Row::new(Kind::Goal, "SDG-1");
    let title = Kind::Goal.def().index("title").unwrap();
    state.put(row.with(title, Some(Value::Text("No poverty".into()))));
    let plain = exchange::write(&state, "", With::ALL).unwrap();
    assert_eq!(exchange::read(&plain).unwrap().hash(), state.hash());
}

#[test]
fn what_is_private_is_not_among_the_rows_that_are_shared() {
    let mut state = (*Snapshot::read(plan::assets::STARTER).unwrap().state).clone();
    filled(&mut state);
    let seen = shared(&state, With::default());
    assert_eq!(seen.count(Kind::Person), 0);
    for kind in Kind::content() {
        for field in kind.def().fields.iter().filter(|field| field.private) {
            assert!(seen.rows(kind).all(|row| row.get(field.name).is_none()), "{}.{}", kind.name(), field.name);
        }
    }
    let whole = shared(&state, With::ALL);
    assert_eq!(whole.hash(), state.hash());
    let persons = shared(&state, With { persons: true, notes: false });
    assert_eq!(persons.count(Kind::Person), state.count(Kind::Person));
    assert!(persons.rows(Kind::Commitment).all(|row| !row.flag("follow_up")));
}

#[test]
fn what_leaves_in_a_snapshot_is_what_leaves_in_any_other_format() {
    let state = sample::state();
    for persons in [false, true] {
        for notes in [false, true] {
            let with = With { persons, notes };
            let (_, bytes) = plan::snapshot::write(&state, &context(1), "For others", with).unwrap();
            let sent = Snapshot::read(&bytes).unwrap().state;
            let seen = shared(&state, with);
            for kind in Kind::content() {
                let rows = |state: &State| state.rows(kind).map(|row| row.to_json()).collect::<Vec<_>>();
                assert_eq!(rows(&seen), rows(&sent), "{with:?}: {}", kind.name());
            }
        }
    }
}

#[test]
fn a_note_for_everyone_goes_along_and_one_of_a_person_stays_unnamed() {
    let state = sample::state();
    let text = String::from_utf8(exchange::write(&state, AT, With::default()).unwrap()).unwrap();
    assert!(text.contains("Meets in Geneva"), "a note for everyone");
    assert!(!text.contains("ask the bureau"), "a note of one person");
    let head: serde_json::Value = serde_json::from_str(&text).unwrap();
    let left_out = head["left_out"].as_array().unwrap();
    assert!(!left_out.is_empty() && !left_out.contains(&"note".into()), "nobody is told that one stayed");
}

#[test]
fn what_is_no_plan_is_refused() {
    for text in [
        "",
        "{}",
        "[]",
        "null",
        r#"{"format":"other","version":1,"title":"","at":"","hash":"","left_out":[],"kinds":{}}"#,
    ] {
        assert_eq!(exchange::read(text.as_bytes()).unwrap_err().code(), "not-a-plan", "{text}");
    }
    let newer = r#"{"format":"gdc-planner-plan","version":2,"title":"","at":"","hash":"","left_out":[],"kinds":{}}"#;
    assert_eq!(exchange::read(newer.as_bytes()).unwrap_err().code(), "newer-version");
}

#[test]
fn the_schema_on_the_page_is_that_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/plan.schema.json");
    let fresh = serde_json::to_string_pretty(&exchange::schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, fresh).unwrap();
        return;
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), fresh, "write it anew with UPDATE_DOCS=1");
}
