//! A role that is moved on the board: what goes along, what does not, and what is refused.

use plan::Op;
use plan::kinds::Kind;
use plan_tests::desk::Desk;
use serde_json::json;

/// Two groups, three organizations and a role that a document states.
struct Board {
    desk: Desk,
    first: String,
    second: String,
    role: String,
}

fn board() -> Board {
    let mut desk = Desk::with(|path| {
        plan::Plan::create(path, plan::Origin::Snapshot(plan::assets::STARTER), &plan_tests::context(1)).unwrap();
    });
    let first = desk.make(Kind::Group, json!({ "title": "First" })).1;
    let second = desk.make(Kind::Group, json!({ "title": "Second" })).1;
    let source = desk.plan.state().rows(Kind::Source).next().unwrap().id().to_string();
    let role = desk
        .make(
            Kind::Assignment,
            json!({
                "group": first, "organization": "ITU", "role": "co-lead", "state": "announced", "stated_as": "will co-lead",
                "source": source, "source_para": "Section 3", "basis": "stated", "as_of": "2025", "start": "2025-03",
            }),
        )
        .1;
    Board { desk, first, second, role }
}

fn to(assignment: &str, group: Option<&str>, organization: Option<&str>, copy: bool) -> Op {
    Op::AssignmentMove {
        assignment: assignment.into(),
        also: Vec::new(),
        group: group.map(str::to_owned),
        organization: organization.map(str::to_owned),
        copy,
    }
}

const FIELDS: [&str; 8] = ["group", "organization", "role", "state", "stated_as", "basis", "as_of", "source_para"];

#[test]
fn a_role_that_is_moved_is_our_reading_of_its_document_and_nobody_announced_it_there() {
    let Board { mut desk, first, second, role } = board();
    desk.act_there_and_back(&to(&role, Some(&second), None, false));
    assert_eq!(
        desk.texts(Kind::Assignment, &role, FIELDS),
        [&second, "ITU", "co-lead", "", "", "our_reading", "", "Section 3"]
    );
    desk.act(&to(&role, Some(&first), Some("UNESCO"), false));
    assert_eq!(
        desk.texts(Kind::Assignment, &role, FIELDS),
        [&first, "UNESCO", "co-lead", "", "", "our_reading", "", "Section 3"]
    );
    // Its years are its own.
    assert_eq!(desk.text(Kind::Assignment, &role, "start"), "2025-03");
}

#[test]
fn a_copy_leaves_the_role_where_it_is_and_is_stated_by_nobody() {
    let Board { mut desk, first, second, role } = board();
    let made = desk.act_there_and_back(&to(&role, Some(&second), Some("UNESCO"), true)).made().unwrap().to_string();
    assert_eq!(
        desk.texts(Kind::Assignment, &made, FIELDS),
        [&second, "UNESCO", "co-lead", "", "", "our_reading", "", ""]
    );
    assert_eq!(desk.text(Kind::Assignment, &role, "group"), first);
    assert_eq!(desk.text(Kind::Assignment, &role, "basis"), "stated");
}

#[test]
fn all_that_state_the_role_go_along_and_others_that_are_named_by_mistake_do_not() {
    let Board { mut desk, first, second, role } = board();
    let also = |fields: serde_json::Value, desk: &mut Desk| desk.make(Kind::Assignment, fields).1;
    let again =
        also(json!({ "group": first, "organization": "ITU", "role": "co-lead", "basis": "our_reading" }), &mut desk);
    let other = also(json!({ "group": first, "organization": "ITU", "role": "member" }), &mut desk);
    let op = Op::AssignmentMove {
        assignment: role.clone(),
        also: vec![again.clone(), other.clone(), role.clone()],
        group: Some(second.clone()),
        organization: None,
        copy: false,
    };
    desk.act_there_and_back(&op);
    for (id, group) in [(&role, &second), (&again, &second), (&other, &first)] {
        assert_eq!(desk.text(Kind::Assignment, id, "group"), group);
    }
}

#[test]
fn a_person_goes_along_to_another_group_but_not_to_another_organization() {
    let Board { mut desk, second, role, .. } = board();
    let person = desk.make(Kind::Person, json!({ "name": "Ada", "organization": "ITU" })).1;
    desk.set(Kind::Assignment, &role, "person", json!(person));
    desk.act(&to(&role, Some(&second), None, false));
    assert_eq!(desk.text(Kind::Assignment, &role, "person"), person);
    desk.act(&to(&role, None, Some("UNESCO"), false));
    assert_eq!(desk.text(Kind::Assignment, &role, "person"), "");
}

#[test]
fn what_is_over_is_held_there_already_or_is_in_no_group_is_refused() {
    let Board { mut desk, first, second, role } = board();
    desk.make(Kind::Assignment, json!({ "group": second, "organization": "ITU", "role": "co-lead" }));
    assert_eq!(desk.refused(&to(&role, Some(&second), None, false)), "role-held");
    assert_eq!(desk.refused(&to(&role, Some(&second), None, true)), "role-held");
    let elsewhere =
        desk.make(Kind::Assignment, json!({ "action_line": "C2", "organization": "UNICEF", "role": "partner" })).1;
    assert_eq!(desk.refused(&to(&elsewhere, Some(&second), None, false)), "not-in-a-group");
    desk.set(Kind::Assignment, &role, "state", json!("ended"));
    assert_eq!(desk.refused(&to(&role, None, Some("UNESCO"), false)), "already-ended");
    // To where it is: nothing happens.
    desk.set(Kind::Assignment, &role, "state", json!("confirmed"));
    assert!(desk.try_act(&to(&role, Some(&first), Some("ITU"), false)).unwrap().is_none());
}
