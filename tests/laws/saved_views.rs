//! Views that are kept with the plan: rows like others, which go to colleagues, and tell them nothing that is private.

use std::sync::Arc;

use plan::merge::{Common, Issued, Omitted, Part, Proposal, Verdict, Version, merge, units};
use plan::snapshot::{With, shared};
use plan::{CreateRow, Kind, Op, State};
use plan_tests::desk::{Desk, set};
use plan_tests::sample;
use serde_json::{Value as Json, json};

fn shape(filters: Json) -> Json {
    let shape =
        json!({ "kind": "commitment", "text": "", "filters": filters, "conditions": [], "sort": [], "columns": [] });
    json!(shape.to_string())
}

fn new(shape: Json) -> Op {
    let Json::Object(fields) = json!({ "name": "Mine", "shape": shape }) else { unreachable!() };
    Op::Create(CreateRow { kind: Kind::SavedView, id: None, fields })
}

#[test]
fn a_view_is_one_step_that_can_be_taken_back_and_goes_along_with_every_snapshot() {
    let mut desk = Desk::new();
    let made = desk.act_there_and_back(&new(shape(json!([["status", ["planned", null]]])))).created[0].1.clone();
    let seen = shared(desk.plan.state(), With::default());
    assert_eq!(seen.row(Kind::SavedView, &made).map(|row| row.text("name").to_owned()).as_deref(), Some("Mine"));
    desk.act_there_and_back(&Op::Set(set(Kind::SavedView, &made, "name", json!("Ours"))));
    desk.act_there_and_back(&Op::Delete { kind: Kind::SavedView, id: made.to_string() });
}

#[test]
fn a_view_that_filters_by_what_is_private_stays_on_the_laptop_and_one_that_cannot_be_read_is_none() {
    let mut desk = Desk::new();
    let condition = json!({ "kind": "commitment", "conditions": [["follow_up_reason", { "contains": "zebra" }]] });
    for (shape, code) in [
        (shape(json!([["follow_up", ["true"]]])), "view-private"),
        (json!(condition.to_string()), "view-private"),
        (json!(json!({ "kind": "person" , "filters": [["name", ["Ada"]]] }).to_string()), "view-private"),
        (json!(json!({ "kind": "assignment", "filters": [["person", ["p"]]] }).to_string()), "view-private"),
        (shape(json!("all")), "view-unreadable"),
        (shape(json!([[]])), "view-unreadable"),
        (json!("[1]"), "view-unreadable"),
        (json!("{\"kind\":\"nothing\"}"), "view-unreadable"),
        (json!("{\"filters\":"), "view-unreadable"),
        (json!("x".repeat(20_001)), "too-long"),
    ] {
        assert_eq!(desk.refused(&new(shape.clone())), code, "{shape}");
    }
    let id = sample::id(Kind::SavedView, "open");
    let private = set(Kind::SavedView, &id, "shape", shape(json!([["follow_up", [null]]])));
    assert_eq!(desk.refused(&Op::Set(private)), "view-private");
    // By names that nobody looks up.
    desk.act_there_and_back(&new(shape(json!([["__proto__", ["constructor"]]]))));
}

#[test]
fn two_people_who_change_one_view_are_asked_and_nobody_puts_their_words_together() {
    let base = sample::state();
    let id = sample::id(Kind::SavedView, "open");
    let other = |values: &str| -> State {
        let mut state = base.clone();
        let row = state.row(Kind::SavedView, &id).unwrap();
        let index = Kind::SavedView.def().index("shape").unwrap();
        let Json::String(text) = shape(json!([["status", [values]]])) else { unreachable!() };
        let row = row.with(index, Some(plan::Value::Text(text.into())));
        state.put(row);
        state
    };
    let version = |state: &State| Version { state: Arc::new(state.clone()), omitted: Omitted::default() };
    let common = Common { version: version(&base), ..Common::default() };
    let theirs = Proposal { version: version(&other("completed")), common: Some(common), organization: None };
    let merged = merge(&other("planned"), &[theirs], &Issued::default());
    assert_eq!(merged.items.len(), 1);
    let item = &merged.items[0];
    assert!(matches!(item.verdict, Verdict::Conflict(_)), "{item:?}");
    let Part::Unit(unit) = item.key.part else { panic!("{item:?}") };
    assert!(!units(Kind::SavedView)[usize::from(unit)].is_long);
}
