//! Taking back an older step: what nobody touched since goes back, what was touched stays and is shown, nothing is broken and
//! nothing is lost; and going back to a state as a whole, in one step.

use std::sync::Arc;

use plan::date::VagueDate;
use plan::history::{Moment, Stays, TakeBack};
use plan::kinds::FieldType;
use plan::snapshot::With;
use plan::{CreateRow, Kind, Op, Row, SetField, State, Value};
use plan_tests::desk::{Desk, code, set};
use plan_tests::dice::Dice;
use plan_tests::{cases, context, ops, same_content, sample};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// Takes a step back, as its preview says.
fn back(desk: &mut Desk, step: i64) -> plan::Result<TakeBack> {
    let context = desk.ask();
    let preview = desk.plan.take_back_preview(step)?;
    desk.plan.take_back(&context, step)?;
    desk.plan.verify()?;
    Ok(preview)
}

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

fn group(slug: &str) -> String {
    sample::id(Kind::Group, slug)
}

fn why(taken: &TakeBack) -> Vec<Stays> {
    taken.kept.iter().map(|kept| kept.why).collect()
}

#[test]
fn a_field_that_nobody_touched_since_goes_back_and_later_work_on_others_stays() {
    let mut desk = Desk::new();
    let step = desk.set(Kind::Commitment, &schools(), "title", json!("Every school"));
    desk.set(Kind::Commitment, &schools(), "next_step", json!("Count them"));
    let taken = back(&mut desk, step).unwrap();
    assert_eq!(desk.value(Kind::Commitment, &schools(), "title"), "Connect schools");
    assert_eq!(desk.value(Kind::Commitment, &schools(), "next_step"), "Count them");
    assert_eq!((taken.back.len(), taken.kept.len()), (1, 0));
    let last = &desk.plan.history(None, i64::MAX, 1).unwrap()[0];
    assert_eq!(
        (last.kind.as_str(), &last.args),
        (
            "step_take_back",
            &json!({ "op": step, "step": "commitment_set", "kind": "commitment", "id": schools(), "field": "title" })
        )
    );
}

#[test]
fn a_field_that_was_changed_since_stays_and_is_shown() {
    let mut desk = Desk::new();
    let sets = [("title", json!("Every school")), ("risks", json!("Few"))];
    let sets = sets.map(|(field, value)| set(Kind::Commitment, &schools(), field, value)).into();
    let step = desk.act(&Op::SetMany(sets)).op;
    desk.set(Kind::Commitment, &schools(), "title", json!("All schools"));
    let taken = back(&mut desk, step).unwrap();
    assert_eq!(desk.value(Kind::Commitment, &schools(), "title"), "All schools");
    assert_eq!(desk.value(Kind::Commitment, &schools(), "risks"), Json::Null);
    assert_eq!(why(&taken), [Stays::Changed]);
    let kept = &taken.kept[0].change;
    assert_eq!(json!(kept.before), json!({ "title": "All schools" }));
    assert_eq!(json!(kept.after), json!({ "title": "Connect schools" }));
}

#[test]
fn a_step_of_which_nothing_is_left_is_refused_and_so_is_one_that_was_undone() {
    let mut desk = Desk::new();
    let step = desk.set(Kind::Commitment, &schools(), "title", json!("Every school"));
    desk.set(Kind::Commitment, &schools(), "title", json!("All schools"));
    assert!(desk.plan.take_back_preview(step).unwrap().back.is_empty());
    assert_eq!(code(back(&mut desk, step)), "nothing-to-take-back");
    let last = desk.set(Kind::Commitment, &schools(), "risks", json!("Few"));
    let undo = desk.plan.undo(&context(80), false).unwrap().op;
    assert_eq!(code(back(&mut desk, last)), "step-not-in-force");
    assert_eq!(code(back(&mut desk, undo)), "step-not-to-take-back");
    desk.plan.snapshot(&context(81), "Kept", With::default()).unwrap();
    let newest = desk.plan.newest();
    assert_eq!(code(back(&mut desk, newest)), "step-not-to-take-back");
    assert_eq!(code(back(&mut desk, 4_000)), "no-such-moment");
}

#[test]
fn a_step_that_was_taken_back_can_come_back_and_is_not_taken_back_twice() {
    let mut desk = Desk::new();
    let step = desk.set(Kind::Commitment, &schools(), "title", json!("Every school"));
    desk.set(Kind::Commitment, &schools(), "risks", json!("Few"));
    back(&mut desk, step).unwrap();
    let taking = desk.plan.newest();
    assert_eq!(code(back(&mut desk, step)), "nothing-to-take-back");
    back(&mut desk, taking).unwrap();
    assert_eq!(desk.value(Kind::Commitment, &schools(), "title"), "Every school");
}

#[test]
fn a_date_goes_back_with_its_words_or_not_at_all() {
    let mut desk = Desk::new();
    let review = sample::id(Kind::Milestone, "review");
    let mut moved = set(Kind::Milestone, &review, "date", json!("2026-04"));
    moved.words = Some("in April".into());
    let step = desk.act(&Op::Set(moved.clone())).op;
    let taken = desk.plan.take_back_preview(step).unwrap();
    assert_eq!(json!(taken.back[0].after), json!({ "date": "2025-12-16/2025-12-17", "date_words": null }));
    // The same date in other words is another statement.
    desk.act(&Op::Set(SetField { words: Some("April, says the host".into()), ..moved }));
    let taken = desk.plan.take_back_preview(step).unwrap();
    assert_eq!((taken.back.len(), why(&taken)), (0, vec![Stays::Changed]));
}

#[test]
fn sets_go_back_element_by_element() {
    let mut desk = Desk::new();
    let step = desk.set(Kind::Commitment, &schools(), "objectives", json!(["O1", "O2"]));
    desk.set(Kind::Commitment, &schools(), "objectives", json!(["O1"]));
    let taken = back(&mut desk, step).unwrap();
    assert_eq!(desk.value(Kind::Commitment, &schools(), "objectives"), json!(["ALL"]));
    assert!(taken.kept.is_empty());
}

proptest! {
    #![proptest_config(cases(12))]

    /// The same by a model: of what the step added nothing stays, what it took out is there again unless it is gone, and all
    /// that others did to the set since stands.
    #[test]
    fn a_set_goes_back_by_what_the_step_did_to_each_element(picks in prop::collection::vec(0u8..8, 16)) {
        let mut desk = Desk::new();
        let all: Vec<String> = (0..4).map(|n| {
            let fields = json!({ "name": format!("Body {n}") });
            let Json::Object(fields) = fields else { unreachable!() };
            let new = CreateRow { kind: Kind::Organization, id: Some(format!("B{n}")), fields };
            desk.act(&Op::Create(new)).created.remove(0).1.to_string()
        }).collect();
        // Of each element: whether it stood in the set before the step, behind it, and now.
        let stands = |when: u8| -> Vec<&String> {
            all.iter().zip(&picks).filter(|(_, pick)| **pick >> when & 1 == 1).map(|(id, _)| id).collect()
        };
        let [before, after, now] = [0, 1, 2].map(stands);
        let set_to = |desk: &mut Desk, members: &[&String]| {
            let to = set(Kind::Organization, "RC", "members", json!(members));
            desk.try_act(&Op::Set(to)).unwrap().map(|outcome| outcome.op)
        };
        set_to(&mut desk, &before);
        let step = set_to(&mut desk, &after);
        prop_assume!(step.is_some() && set_to(&mut desk, &now).is_some());
        let gone = all.iter().zip(&picks[8..]).find(|(_, pick)| **pick == 0).map(|(id, _)| id);
        if let Some(gone) = gone {
            desk.act(&Op::Delete { kind: Kind::Organization, id: gone.clone() });
        }
        let taken = desk.plan.take_back_preview(step.unwrap()).unwrap();
        let wanted = |id: &&String| {
            let [b, a, n] = [&before, &after, &now].map(|set| set.contains(id));
            if b == a { n } else { b }
        };
        let expected: Vec<&String> = all.iter().filter(wanted).filter(|id| Some(*id) != gone).collect();
        let lost = gone.is_some_and(|gone| before.contains(&gone) && !after.contains(&gone));
        prop_assert_eq!(why(&taken), if lost { vec![Stays::Gone] } else { Vec::new() });
        let context = desk.ask();
        let done = desk.plan.take_back(&context, step.unwrap());
        prop_assert_eq!(code(done), if taken.back.is_empty() { "nothing-to-take-back" } else { "done" });
        let members = desk.value(Kind::Organization, "RC", "members");
        prop_assert_eq!(if members.is_null() { json!([]) } else { members }, json!(expected));
    }
}

#[test]
fn a_row_that_the_step_made_goes_unless_it_was_changed_or_is_named_since() {
    let mut desk = Desk::new();
    let (step, id) = desk.make(Kind::Group, json!({ "title": "Task force" }));
    desk.set(Kind::Commitment, &schools(), "risks", json!("Few"));
    back(&mut desk, step).unwrap();
    assert!(desk.row(Kind::Group, &id).is_none());

    let (step, id) = desk.make(Kind::Group, json!({ "title": "Task force" }));
    let renamed = desk.set(Kind::Group, &id, "title", json!("Task force on schools"));
    assert_eq!(code(back(&mut desk, step)), "nothing-to-take-back");
    assert_eq!(why(&desk.plan.take_back_preview(step).unwrap()), [Stays::Changed]);
    back(&mut desk, renamed).unwrap();

    let (role, _) = desk.make(Kind::Assignment, json!({ "group": id, "organization": "ITU", "role": "chair" }));
    assert_eq!(why(&desk.plan.take_back_preview(step).unwrap()), [Stays::Named]);
    assert_eq!(code(back(&mut desk, step)), "nothing-to-take-back");
    back(&mut desk, role).unwrap();
    back(&mut desk, step).unwrap();
    assert!(desk.row(Kind::Group, &id).is_none());
}

#[test]
fn a_row_that_stays_keeps_what_the_same_step_made_and_it_names() {
    let mut desk = Desk::new();
    let succeeded = Op::GroupSucceed {
        group: group("wg"),
        date: "2026-06-30".into(),
        words: None,
        successor: None,
        title: Some("Second working group".into()),
        sub_groups: true,
    };
    let step = desk.act(&succeeded).op;
    let new = desk.value(Kind::Group, &group("wg"), "successor").as_str().unwrap().to_owned();
    // One of the two sub-groups goes on under yet another group since.
    let (_, other) = desk.make(Kind::Group, json!({ "title": "Elsewhere" }));
    desk.set(Kind::Group, &group("sub"), "parent", json!(other));
    let taken = back(&mut desk, step).unwrap();
    assert!(desk.row(Kind::Group, &new).is_none(), "nobody names it any more");
    assert_eq!(desk.value(Kind::Group, &group("wg"), "successor"), Json::Null);
    assert_eq!(desk.value(Kind::Group, &group("wg"), "end"), Json::Null);
    assert_eq!(desk.value(Kind::Group, &group("sub2"), "parent"), group("wg"));
    assert_eq!(desk.value(Kind::Group, &group("sub"), "parent"), other);
    assert_eq!(why(&taken), [Stays::Changed]);
}

#[test]
fn a_deleted_row_comes_back_with_all_that_hung_on_it() {
    let mut desk = Desk::new();
    let before = desk.plan.state().clone();
    let step = desk.act(&Op::Delete { kind: Kind::Commitment, id: schools() }).op;
    let (_, made) = desk.make(Kind::Commitment, json!({ "title": "Later", "owner": "ITU" }));
    assert_eq!(desk.value(Kind::Commitment, &made, "reference"), "ITU-003", "its number stays retired");
    let taken = back(&mut desk, step).unwrap();
    assert!(taken.kept.is_empty(), "{:?}", taken.kept);
    desk.plan.undo(&context(90), false).unwrap();
    desk.plan.redo(&context(91)).unwrap();
    desk.act(&Op::Delete { kind: Kind::Commitment, id: made });
    assert!(same_content(&before, desk.plan.state()));
}

#[test]
fn a_deleted_row_whose_place_is_gone_stays_gone_and_one_that_only_named_it_comes_back_without() {
    let mut desk = Desk::new();
    let (_, new) = desk.make(Kind::Group, json!({ "title": "Task force" }));
    let (_, sub) = desk.make(Kind::Group, json!({ "title": "Part of it", "parent": new }));
    let (_, role) = desk.make(Kind::Assignment, json!({ "group": new, "organization": "ITU", "role": "chair" }));
    let step = desk.act(&Op::DeleteMany(vec![(Kind::Group, sub.clone()), (Kind::Assignment, role.clone())])).op;
    desk.act(&Op::Delete { kind: Kind::Group, id: new });
    let taken = back(&mut desk, step).unwrap();
    assert_eq!(desk.value(Kind::Group, &sub, "parent"), Json::Null);
    assert!(desk.row(Kind::Assignment, &role).is_none());
    assert_eq!(why(&taken), [Stays::Gone, Stays::Gone]);
}

#[test]
fn a_row_that_was_deleted_since_stays_deleted() {
    let mut desk = Desk::new();
    let sets = ["skills", "economy"]
        .map(|slug| set(Kind::Commitment, &sample::id(Kind::Commitment, slug), "risks", json!("Few")));
    let step = desk.act(&Op::SetMany(sets.into())).op;
    desk.act(&Op::Delete { kind: Kind::Commitment, id: sample::id(Kind::Commitment, "economy") });
    let taken = back(&mut desk, step).unwrap();
    assert_eq!((taken.back.len(), why(&taken)), (1, vec![Stays::Deleted]));
}

#[test]
fn a_reference_to_a_row_that_is_gone_does_not_go_back() {
    let mut desk = Desk::new();
    let (_, new) = desk.make(Kind::Group, json!({ "title": "Task force" }));
    desk.set(Kind::Group, &group("sub"), "parent", json!(new));
    let step = desk.set(Kind::Group, &group("sub"), "parent", json!(group("wg")));
    desk.act(&Op::Delete { kind: Kind::Group, id: new });
    assert_eq!(why(&desk.plan.take_back_preview(step).unwrap()), [Stays::Gone]);
    assert_eq!(code(back(&mut desk, step)), "nothing-to-take-back");
}

#[test]
fn taking_back_never_makes_a_circle() {
    let mut desk = Desk::new();
    let (wg, sub) = (group("wg"), group("sub"));
    let sets = [("parent", Json::Null), ("title", json!("On its own"))];
    let step = desk.act(&Op::SetMany(sets.map(|(f, v)| set(Kind::Group, &sub, f, v)).into())).op;
    desk.set(Kind::Group, &wg, "parent", json!(sub));
    let taken = back(&mut desk, step).unwrap();
    assert_eq!(why(&taken), [Stays::Circle]);
    assert_eq!(desk.value(Kind::Group, &sub, "parent"), Json::Null);
    assert_eq!(desk.value(Kind::Group, &sub, "title"), "Sub-group");
    // Parent and child that changed places within the step change back.
    let step = desk
        .act(&Op::SetMany(vec![
            set(Kind::Group, &wg, "parent", Json::Null),
            set(Kind::Group, &sub, "parent", json!(wg)),
        ]))
        .op;
    desk.set(Kind::Commitment, &schools(), "risks", json!("Few"));
    let taken = back(&mut desk, step).unwrap();
    assert!(taken.kept.is_empty(), "{:?}", taken.kept);
    assert_eq!(desk.value(Kind::Group, &wg, "parent"), sub);
}

#[test]
fn a_role_that_was_moved_to_another_place_since_stays_there() {
    let mut desk = Desk::new();
    let row = desk.plan.state().rows(Kind::Assignment).find(|row| row.text("group") == group("wg")).unwrap();
    let id = row.id().to_string();
    let to = |field: &str, value: Json| {
        vec![
            set(Kind::Assignment, &id, "group", if field == "group" { value.clone() } else { Json::Null }),
            set(Kind::Assignment, &id, "commitment", if field == "commitment" { value } else { Json::Null }),
        ]
    };
    let step = desk.act(&Op::SetMany(to("commitment", json!(schools())))).op;
    desk.act(&Op::SetMany(to("group", json!(group("sub")))));
    let taken = desk.plan.take_back_preview(step).unwrap();
    assert_eq!((taken.back.len(), why(&taken)), (0, vec![Stays::Changed]));
}

/// Per scalar field: untouched since the step, it is as before it; touched, it is as now. What stands in the way is said.
fn law(before: &State, after: &State, mine: &State, taken: &TakeBack, result: &State) -> Result<(), TestCaseError> {
    let said = |kind: Kind, id: &str, field: &str| {
        taken.kept.iter().any(|kept| {
            let image = kept.change.before.as_ref().or(kept.change.after.as_ref());
            kept.change.kind == kind
                && *kept.change.id == *id
                && (kept.change.before.is_none() || kept.change.after.is_none() || image.unwrap().contains_key(field))
        })
    };
    for kind in Kind::content() {
        let mut ids: Vec<_> = [before, after, mine].iter().flat_map(|s| s.rows(kind)).map(|r| r.id().clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            let [b, a, m, r] = [before, after, mine, result].map(|state| state.row(kind, &id));
            if b == a {
                prop_assert_eq!(m, r, "{} {} was not touched by the step", kind.name(), id);
                continue;
            }
            prop_assert!(r.is_some() || m.is_none() || m == a, "{} {} was changed since and is gone", kind.name(), id);
            let Some(r) = r else {
                let right = b.is_none() || taken.kept.iter().any(|k| k.change.kind == kind && k.change.id == id);
                prop_assert!(right, "{} {} did not come back, and nobody says so", kind.name(), id);
                continue;
            };
            if let (None, Some(_)) = (b, m) {
                prop_assert!(said(kind, &id, ""), "{} {} stays, and nobody says so", kind.name(), id);
            }
            for (index, field) in kind.def().fields.iter().enumerate() {
                let at = |row: Option<&Arc<Row>>| row.and_then(|row| row.at(index as u8)).cloned();
                let set = matches!(field.ty, FieldType::Texts | FieldType::References(_));
                let now = at(Some(r));
                if m.is_none() {
                    prop_assert!(now == at(b) || said(kind, &id, field.name), "{} {id} {}", kind.name(), field.name);
                } else if at(m) == at(a) && a.is_some() && b.is_some() {
                    let right = now == at(b) || said(kind, &id, field.name);
                    prop_assert!(right, "{} {id} {} is untouched and not as before", kind.name(), field.name);
                } else if !set {
                    prop_assert_eq!(now, at(m), "{} {} {} was touched and is not as now", kind.name(), id, field.name);
                }
            }
        }
    }
    Ok(())
}

/// Rules that no plan breaks: what is named is there, what must be filled is, nothing hangs on itself.
fn sound(state: &State) -> Result<(), TestCaseError> {
    for row in Kind::content().flat_map(|kind| state.rows(kind)) {
        let def = row.kind().def();
        let days = |field: &str| VagueDate::parse(row.text(field)).map(|date| date.bounds()).unwrap_or_default();
        let (start, end) = (days("start").start_not_before, days("end").end_not_after);
        prop_assert!(start.is_none() || end.is_none() || start <= end, "{:?} ends before it starts", row);
        prop_assert!(!(row.flag("standing") && row.text("status") == "completed"), "{:?}", row);
        for group in def.one_of {
            prop_assert_eq!(group.iter().filter(|name| row.get(name).is_some()).count(), 1, "{:?}", row);
        }
        for field in def.fields {
            let named: Vec<&str> = match (field.target(), row.get(field.name)) {
                (Some(_), Some(Value::Text(id))) => vec![id],
                (Some(_), Some(Value::Set(ids))) => ids.iter().map(|id| &**id).collect(),
                _ => Vec::new(),
            };
            prop_assert!(!field.required || row.get(field.name).is_some(), "{:?}: {}", row, field.name);
            for id in named {
                prop_assert!(state.row(field.target().unwrap(), id).is_some(), "{:?} names {id}", row);
            }
            let mut next = row.text(field.name);
            for _ in 0..if field.target() == Some(row.kind()) { state.count(row.kind()) } else { 0 } {
                prop_assert_ne!(next, &**row.id(), "{:?}: {} runs in a circle", row, field.name);
                next = state.row(row.kind(), next).map_or("", |row| row.text(field.name));
            }
        }
    }
    Ok(())
}

/// A plan with a random history; refused operations are no steps.
fn random(desk: &mut Desk, seeds: &[u64]) {
    for seed in seeds {
        desk.requests += 1;
        if let Some(op) = ops::op(desk.plan.state(), &mut Dice::new(*seed)) {
            let _refused = desk.plan.act(&context(desk.requests), &op, None);
        }
    }
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn any_older_step_is_taken_back_by_the_law_and_undo_restores_exactly(
        seeds in prop::collection::vec(any::<u64>(), 4..24),
        undone in 0usize..3,
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
    ) {
        let mut desk = Desk::new();
        random(&mut desk, &seeds);
        for _ in 0..undone {
            desk.requests += 1;
            let _nothing = desk.plan.undo(&context(desk.requests), false);
        }
        if desk.plan.newest() == 0 {
            return Ok(());
        }
        for pick in picks {
            let step = 1 + pick.index(desk.plan.newest() as usize) as i64;
            let mine = desk.plan.state().clone();
            let Ok(taken) = desk.plan.take_back_preview(step) else { continue };
            let before = desk.plan.at(&Moment::Step(step - 1)).unwrap();
            let after = desk.plan.at(&Moment::Step(step)).unwrap();
            desk.requests += 1;
            let answer = desk.plan.take_back(&context(desk.requests), step);
            if taken.back.is_empty() {
                prop_assert_eq!(code(answer), "nothing-to-take-back");
                law(&before, &after, &mine, &taken, &mine)?;
                continue;
            }
            answer.map_err(|e| TestCaseError::fail(format!("{e}")))?;
            sound(desk.plan.state())?;
            law(&before, &after, &mine, &taken, desk.plan.state())?;
            let result = desk.plan.state().clone();
            desk.requests += 2;
            desk.plan.undo(&context(desk.requests - 1), false).unwrap();
            prop_assert!(*desk.plan.state() == mine);
            desk.plan.redo(&context(desk.requests)).unwrap();
            prop_assert!(*desk.plan.state() == result);
        }
        desk.plan.verify().map_err(|e| TestCaseError::fail(format!("{e}")))?;
    }

    #[test]
    fn a_return_makes_the_content_equal_and_undo_brings_back_what_was(
        seeds in prop::collection::vec(any::<u64>(), 1..24),
        pick in any::<prop::sample::Index>(),
    ) {
        let mut desk = Desk::new();
        random(&mut desk, &seeds);
        let moment = pick.index(desk.plan.newest() as usize + 1) as i64;
        let then = desk.plan.at(&Moment::Step(moment)).unwrap();
        let now = desk.plan.state().clone();
        let outcome = desk.plan.return_to(&context(500), &then, &json!({ "moment": moment.to_string() })).unwrap();
        prop_assert_eq!(outcome.is_none(), same_content(&now, &then));
        prop_assert_eq!(desk.plan.hash().unwrap(), then.hash().hex());
        prop_assert!(same_content(desk.plan.state(), &then));
        if outcome.is_some() {
            desk.plan.undo(&context(501), false).unwrap();
            prop_assert!(*desk.plan.state() == now);
            desk.plan.redo(&context(502)).unwrap();
            prop_assert_eq!(desk.plan.hash().unwrap(), then.hash().hex());
        }
        desk.plan.verify().map_err(|e| TestCaseError::fail(format!("{e}")))?;
    }
}

#[test]
fn what_a_state_does_not_speak_of_stays_when_the_plan_returns_to_it() {
    let mut desk = Desk::new();
    let bytes = desk.plan.snapshot(&context(50), "Without persons", With::default()).unwrap();
    let (_, gone) = desk.make(Kind::Commitment, json!({ "title": "Later", "owner": "ITU" }));
    desk.set(Kind::Commitment, &schools(), "title", json!("Every school"));
    desk.set(Kind::Commitment, &schools(), "follow_up_reason", json!("zibaldone again"));
    let before = desk.plan.state().clone();
    let snapshot = plan::snapshot::Snapshot::read(&bytes).unwrap();
    let omitted = |kind: Kind, field: Option<&str>| {
        let name = field.map_or(kind.name().to_owned(), |field| format!("{}.{field}", kind.name()));
        snapshot.manifest.omitted.contains(&name) || kind == Kind::Person
    };
    desk.plan.return_to_stated(&context(60), &snapshot.state, &omitted, &json!({})).unwrap().unwrap();
    assert!(desk.row(Kind::Commitment, &gone).is_none());
    assert_eq!(desk.value(Kind::Commitment, &schools(), "title"), "Connect schools");
    assert_eq!(desk.value(Kind::Commitment, &schools(), "follow_up_reason"), "zibaldone again");
    assert!(before.rows(Kind::Person).eq(desk.plan.state().rows(Kind::Person)));
    let with_person = |state: &State| state.rows(Kind::Assignment).filter(|r| r.get("person").is_some()).count();
    assert_eq!(with_person(desk.plan.state()), with_person(&before));
    let secret = |row: Option<&Arc<Row>>| row.unwrap().extra().unwrap_or_default().contains("zibaldone of next year");
    assert!(secret(before.rows(Kind::Commitment).find(|row| row.extra().is_some_and(|x| x.contains("secret")))));
    let secrets = |state: &State| state.rows(Kind::Commitment).filter(|row| secret(Some(row))).count();
    assert_eq!((secrets(&before), secrets(desk.plan.state())), (1, 1));
    desk.plan.verify().unwrap();
}
