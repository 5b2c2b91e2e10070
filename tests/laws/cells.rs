//! Many cells at once: rows that are there and rows that are not yet, in one step.

use plan::history::judge;
use plan::{CellsHow, CreateRow, Kind, Op};
use plan_tests::desk::{Desk, code, set};
use serde_json::{Value as Json, json};

fn new(title: &str) -> CreateRow {
    let Json::Object(fields) = json!({ "title": title, "owner": "ITU" }) else { unreachable!() };
    CreateRow { kind: Kind::Commitment, id: None, fields }
}

fn commitments(desk: &Desk) -> Vec<String> {
    desk.plan.state().in_order(Kind::Commitment).iter().map(|row| row.id().to_string()).collect()
}

#[test]
fn cells_are_set_and_rows_made_in_one_step_that_goes_back_and_forth() {
    let mut desk = Desk::new();
    let before = commitments(&desk);
    let sets = before.iter().map(|id| set(Kind::Commitment, id, "lead_post", json!("Director"))).collect();
    let create = vec![new("One"), new("Two"), new("Three")];
    let made = desk.act_there_and_back(&Op::Cells { how: CellsHow::Paste, create, set: sets });
    assert_eq!(made.args["count"], before.len() + 3);
    let after = commitments(&desk);
    assert_eq!(after[..before.len()], before[..], "new rows stand behind those that were there");
    let new: Vec<&str> = after[before.len()..].iter().map(|id| desk.text(Kind::Commitment, id, "title")).collect();
    assert_eq!(new, ["One", "Two", "Three"], "in their order");
    let mut references: Vec<&str> = after.iter().map(|id| desk.text(Kind::Commitment, id, "reference")).collect();
    references.sort_unstable();
    references.dedup();
    assert_eq!(references.len(), after.len(), "each has a reference of its own");
}

#[test]
fn where_one_row_cannot_be_made_nothing_is() {
    let mut desk = Desk::new();
    let first = commitments(&desk)[0].clone();
    let sets = vec![set(Kind::Commitment, &first, "lead_post", json!("Director"))];
    let create = vec![new("One"), CreateRow { kind: Kind::Commitment, id: None, fields: Default::default() }];
    assert_eq!(desk.refused(&Op::Cells { how: CellsHow::Paste, create, set: sets }), "required");
}

#[test]
fn what_a_rule_stands_against_is_known_before_and_the_rest_is_then_possible() {
    let mut desk = Desk::new();
    let ids = commitments(&desk);
    let (a, b) = (ids[0].as_str(), ids[1].as_str());
    let sets = vec![
        set(Kind::Commitment, a, "start", json!("2030")),
        set(Kind::Commitment, a, "end", json!("2020")),
        set(Kind::Commitment, b, "lead_post", json!("Director")),
        set(Kind::Commitment, b, "lead", json!("nobody")),
        set(Kind::Commitment, "gone", "lead_post", json!("Director")),
    ];
    let mut wrong: Vec<(usize, &str)> =
        judge(desk.plan.state(), &sets).iter().map(|(at, error)| (*at, error.code())).collect();
    wrong.sort_unstable();
    assert_eq!(wrong, [(0, "end-before-start"), (1, "end-before-start"), (3, "no-such-row"), (4, "no-such-row")]);
    assert_ne!(code(desk.try_act(&Op::SetMany(sets.clone()))), "done", "all of it together is refused");
    let rest = sets.iter().enumerate().filter(|(at, _)| !wrong.iter().any(|(w, _)| w == at)).map(|(_, s)| s.clone());
    let rest: Vec<_> = rest.collect();
    assert!(judge(desk.plan.state(), &rest).is_empty());
    desk.act_there_and_back(&Op::Cells { how: CellsHow::Fill, create: Vec::new(), set: rest });
}
