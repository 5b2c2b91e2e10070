//! What contradicts itself is refused wherever it is written, and what a plan was loaded with stays until somebody touches it.

use plan::{CreateRow, Kind, Op, SetField, State};
use plan_tests::desk::{Desk, code, set};
use plan_tests::{context, sample};
use serde_json::{Value as Json, json};

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

#[test]
fn an_end_that_is_certainly_before_the_start_is_refused_wherever_it_is_written() {
    let wg = sample::id(Kind::Group, "wg");
    let places = [
        (Kind::Commitment, schools(), json!({ "title": "New", "owner": "ITU" })),
        (Kind::Group, wg.clone(), json!({ "title": "New" })),
        (
            Kind::Assignment,
            Desk::new()
                .plan
                .state()
                .rows(Kind::Assignment)
                .find(|row| row.text("group") == wg)
                .unwrap()
                .id()
                .to_string(),
            json!({ "group": wg, "organization": "BDT", "role": "chair" }),
        ),
    ];
    for (kind, id, new) in places {
        let mut desk = Desk::new();
        desk.try_act(&Op::Set(set(kind, &id, "start", json!("2025-06")))).unwrap();
        for (end, answer) in [("2025-05", "refused"), ("2024", "refused"), ("2025", "done"), ("2025-06-01", "done")] {
            let sets = vec![set(kind, &id, "end", json!(end)), set(kind, &id, "source_para", json!(end))];
            let mut fields = new.clone();
            (fields["start"], fields["end"]) = (json!("2025-06"), json!(end));
            let Json::Object(fields) = fields else { unreachable!() };
            for op in [Op::Set(sets[0].clone()), Op::SetMany(sets), Op::Create(CreateRow { kind, id: None, fields })] {
                match desk.try_act(&op) {
                    Err(plan::Error::Refused { code: "end-before-start", args }) => {
                        let day = |name: &str| args.iter().find(|(n, _)| *n == name).unwrap().1.clone();
                        assert_eq!([day("start"), day("end")], ["2025-06", end], "{op:?}");
                        assert!(!day("title").is_empty());
                        assert_eq!(answer, "refused", "{op:?}");
                    }
                    // The same link is not made twice.
                    other => assert!(answer == "done" && ["done", "exists-already"].contains(&code(other)), "{op:?}"),
                }
            }
        }
        // The rule is for what a step comes to: both may move at once.
        let both = vec![set(kind, &id, "end", json!("2020")), set(kind, &id, "start", json!("2019"))];
        desk.act(&Op::SetMany(both));
        assert_eq!(desk.refused(&Op::Set(set(kind, &id, "start", json!("2021")))), "end-before-start");
    }
}

#[test]
fn a_plan_that_holds_a_contradiction_is_opened_and_worked_with() {
    let mut state = sample::state();
    let change = |state: &mut State, kind: Kind, id: &str, values: &[(&str, Json)]| {
        let row = values.iter().fold((**state.row(kind, id).unwrap()).clone(), |row, (name, value)| {
            let index = kind.def().index(name).unwrap();
            row.with(index, plan::Value::accept(&kind.def().fields[index as usize], value).unwrap())
        });
        state.put(row);
    };
    let wg = sample::id(Kind::Group, "wg");
    change(&mut state, Kind::Group, &wg, &[("start", json!("2025")), ("end", json!("2020"))]);
    change(&mut state, Kind::Group, &wg, &[("end_words", json!("long ago"))]);
    change(
        &mut state,
        Kind::Commitment,
        &schools(),
        &[("status", json!("completed")), ("start_words", json!("early"))],
    );
    change(&mut state, Kind::Commitment, &schools(), &[("start", Json::Null)]);
    let mut desk =
        Desk::with(|path| plan::Plan::create(path, plan::Origin::Rows(Box::new(state)), &context(1)).unwrap());
    desk.set(Kind::Group, &wg, "title", json!("Renamed"));
    desk.set(Kind::Commitment, &schools(), "title", json!("Renamed"));
    assert_eq!(desk.refused(&Op::Set(set(Kind::Group, &wg, "end", json!("2021")))), "end-before-start");
    desk.set(Kind::Group, &wg, "end", json!("2026"));
    desk.set(Kind::Commitment, &schools(), "status", json!("concluded"));
}

#[test]
fn what_goes_on_is_never_completed() {
    let mut desk = Desk::new();
    let (schools, skills) = (schools(), sample::id(Kind::Commitment, "skills"));
    let op = |id: &str, field: &str, value: Json| Op::Set(set(Kind::Commitment, id, field, value));
    assert_eq!(desk.refused(&op(&schools, "status", json!("completed"))), "standing-not-completed");
    let report = |id: &str, date: &str| Op::CommitmentReport {
        commitment: id.into(),
        date: date.into(),
        words: None,
        status: Some("completed".into()),
        report: None,
        evidence: None,
        no_change: false,
    };
    for date in ["", "2019"] {
        assert_eq!(desk.refused(&report(&schools, date)), "standing-not-completed");
    }
    desk.act(&report(&skills, ""));
    assert_eq!(desk.refused(&op(&skills, "standing", json!(true))), "standing-not-completed");
    let fields = json!({ "title": "New", "owner": "ITU", "standing": true, "status": "completed" });
    let Json::Object(fields) = fields else { unreachable!() };
    let new = Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields });
    assert_eq!(desk.refused(&new), "standing-not-completed");
    // In one step both may change: it was none after all.
    let both = vec![
        set(Kind::Commitment, &schools, "status", json!("completed")),
        set(Kind::Commitment, &schools, "standing", json!(false)),
    ];
    desk.act(&Op::SetMany(both));
    desk.act(&op(&schools, "status", json!("concluded")));
    desk.act(&op(&schools, "standing", json!(true)));
}

#[test]
fn words_stand_beside_a_date_and_never_in_its_place() {
    let mut desk = Desk::new();
    let review = sample::id(Kind::Milestone, "review");
    let in_words =
        SetField { words: Some("at its next session".into()), ..set(Kind::Milestone, &review, "date", Json::Null) };
    assert_eq!(desk.refused(&Op::Set(in_words.clone())), "words-without-date");
    assert_eq!(desk.refused(&Op::Set(SetField { value: json!(" "), ..in_words })), "words-without-date");
    let someday = sample::id(Kind::Milestone, "someday");
    let alone = set(Kind::Milestone, &someday, "date_words", json!("end of 2025"));
    assert_eq!(desk.refused(&Op::Set(alone.clone())), "words-without-date");
    desk.act(&Op::SetMany(vec![alone, set(Kind::Milestone, &someday, "date", json!("2025-36"))]));
    desk.set(Kind::Milestone, &someday, "date", Json::Null);
    assert_eq!(desk.text(Kind::Milestone, &someday, "date_words"), "", "they go with their date");
    let fields = json!({ "title": "New", "date_words": "end of 2025" });
    let Json::Object(fields) = fields else { unreachable!() };
    let new = Op::Create(CreateRow { kind: Kind::Milestone, id: None, fields });
    assert_eq!(desk.refused(&new), "words-without-date");
    let words = Some("end of 2025".to_owned());
    let role = desk.plan.state().rows(Kind::Assignment).next().unwrap().id().to_string();
    let group = sample::id(Kind::Group, "wg");
    let date = String::new;
    let verbs = [
        Op::AssignmentEnd { assignment: role, also: vec![], date: date(), words: words.clone() },
        Op::GroupConclude { group: group.clone(), date: date(), words: words.clone(), end_roles: false },
        Op::GroupSucceed {
            group,
            date: date(),
            words: words.clone(),
            successor: None,
            title: Some("Next".into()),
            sub_groups: false,
        },
        Op::MilestoneMove { milestone: review, date: date(), words: words.clone() },
        Op::CommitmentReport {
            commitment: schools(),
            date: date(),
            words,
            status: None,
            report: Some("Done.".into()),
            evidence: None,
            no_change: false,
        },
    ];
    for verb in verbs {
        assert_eq!(desk.refused(&verb), "words-without-date", "{verb:?}");
    }
}
