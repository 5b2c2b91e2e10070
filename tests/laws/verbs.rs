//! Operations with a rule of their own: groups end and are followed, roles end, milestones move, commitments are reported on.
//! Each is one step, and one undo takes it back.

use chrono::NaiveDate;
use plan::{CreateRow, Error, Kind, Op, Plan, Row, State, StatusStays, Value};
use plan_tests::desk::{Desk, set};
use plan_tests::{context, sample};
use serde_json::{Value as Json, json};

fn group(slug: &str) -> String {
    sample::id(Kind::Group, slug)
}

fn milestone(slug: &str) -> String {
    sample::id(Kind::Milestone, slug)
}

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

fn conclude(date: &str, end_roles: bool) -> Op {
    Op::GroupConclude { group: group("wg"), date: date.into(), words: Some("in words".into()), end_roles }
}

fn roles_of(state: &State, group: &str) -> Vec<String> {
    state.rows(Kind::Assignment).filter(|row| row.text("group") == group).map(|row| row.id().to_string()).collect()
}

#[test]
fn a_group_concludes_on_a_date_with_its_words_and_its_roles_go_on_unless_asked() {
    let mut desk = Desk::new();
    let role = roles_of(desk.plan.state(), &group("wg")).remove(0);
    desk.act_there_and_back(&conclude("2026-07", false));
    assert_eq!(desk.text(Kind::Group, &group("wg"), "end"), "2026-07");
    assert_eq!(desk.text(Kind::Group, &group("wg"), "end_words"), "in words");
    assert_eq!(desk.text(Kind::Assignment, &role, "state"), "confirmed");
    assert_eq!(
        desk.text(Kind::Group, &group("sub"), "end"),
        "",
        "its sub-groups are asked about, not concluded unseen"
    );
}

#[test]
fn a_group_that_concludes_ends_the_roles_that_are_still_held_in_it() {
    let mut desk = Desk::new();
    let held = roles_of(desk.plan.state(), &group("wg")).remove(0);
    let role = |desk: &mut Desk, of: &str, mut fields: Json| {
        fields["group"] = json!(group("wg"));
        fields["organization"] = json!(of);
        fields["role"] = json!("partner");
        desk.make(Kind::Assignment, fields).1
    };
    let ended = role(&mut desk, "BDT", json!({ "state": "ended" }));
    let left = role(&mut desk, "NEW", json!({ "state": "confirmed", "end": "2025" }));
    let to_come = role(&mut desk, "RC", json!({ "state": "announced", "start": "2027" }));
    let to_leave = role(&mut desk, "OLD", json!({ "end": "2028" }));
    desk.act_there_and_back(&conclude("2026-01-31", true));
    for id in [&held, &ended, &left, &to_come, &to_leave] {
        assert_eq!(desk.text(Kind::Assignment, id, "state"), "ended");
    }
    let end = |id: &str| desk.text(Kind::Assignment, id, "end").to_owned();
    assert_eq!(end(&held), "2026-01-31");
    assert_eq!(end(&ended), "", "what was ended before is left alone");
    assert_eq!(end(&left), "2025", "who left before the end did so then");
    assert_eq!(end(&to_come), "", "who was to come later never came");
    assert_eq!(end(&to_leave), "2026-01-31");
}

#[test]
fn a_role_that_ends_on_a_day_to_come_is_held_until_then() {
    let mut desk = Desk::new();
    let held = roles_of(desk.plan.state(), &group("wg")).remove(0);
    let state = desk.text(Kind::Assignment, &held, "state").to_owned();
    assert_ne!(state, "ended");
    desk.act_there_and_back(&conclude("2030-01-01", true));
    assert_eq!(desk.text(Kind::Assignment, &held, "state"), state);
    assert_eq!(desk.text(Kind::Assignment, &held, "end"), "2030-01-01");
    desk.act_there_and_back(&Op::AssignmentEnd {
        assignment: held.clone(),
        also: vec![],
        date: "2031".into(),
        words: None,
    });
    assert_eq!(desk.text(Kind::Assignment, &held, "state"), state);
    assert_eq!(desk.text(Kind::Assignment, &held, "end"), "2031");
}

#[test]
fn who_leaves_before_a_group_concludes_holds_the_role_until_then() {
    let mut desk = Desk::new();
    let role = |desk: &mut Desk, end: &str| {
        let fields =
            json!({ "group": group("wg"), "organization": "OLD", "role": "partner", "state": "confirmed", "end": end });
        desk.make(Kind::Assignment, fields).1
    };
    let to_leave = role(&mut desk, "2031-06");
    desk.act_there_and_back(&conclude("2031-12", true));
    assert_eq!(desk.text(Kind::Assignment, &to_leave, "state"), "confirmed");
    assert_eq!(desk.text(Kind::Assignment, &to_leave, "end"), "2031-06");
    // Said once more, it changes nothing.
    assert!(desk.try_act(&conclude("2031-12", true)).unwrap().is_none());
    let others = roles_of(desk.plan.state(), &group("wg"));
    assert!(others.iter().all(|id| desk.text(Kind::Assignment, id, "state") != "ended"), "nobody has left yet");
}

#[test]
fn nobody_reports_on_a_day_that_has_not_come() {
    let mut desk = Desk::new();
    desk.act(&said(report("2025-03-01"), Some("concluded"), None, false));
    let before = status(&desk).map(str::to_owned);
    for date in ["2099-11-30", "2099"] {
        let report = said(report(date), Some("ongoing"), None, false);
        assert_eq!(desk.refused(&report), "report-to-come", "{date}");
    }
    assert_eq!(status(&desk).map(str::to_owned), before);
}

#[test]
fn an_end_before_the_start_is_refused_only_where_that_is_certain() {
    let mut desk = Desk::new();
    desk.set(Kind::Group, &group("wg"), "start", json!("2026-06"));
    assert_eq!(desk.refused(&conclude("2026-05", false)), "end-before-start");
    assert_eq!(desk.refused(&conclude("2025", false)), "end-before-start");
    assert_eq!(desk.refused(&conclude("", false)), "words-without-date");
    assert_eq!(desk.refused(&conclude("soon", false)), "not-a-date");
    desk.act_there_and_back(&conclude("2026", false));
    desk.act_there_and_back(&conclude("2026-06-01", false));
    assert!(desk.try_act(&conclude("2026-06-01", false)).unwrap().is_none(), "said twice is said once");

    let role = roles_of(desk.plan.state(), &group("wg")).remove(0);
    let end = |date: &str| Op::AssignmentEnd { assignment: role.clone(), also: vec![], date: date.into(), words: None };
    assert_eq!(desk.refused(&end("2024-09")), "end-before-start");
    desk.act_there_and_back(&end("2024-10"));
    assert_eq!(desk.text(Kind::Assignment, &role, "state"), "ended");
    assert_eq!(desk.text(Kind::Assignment, &role, "end"), "2024-10");
}

#[test]
fn what_has_ended_is_not_ended_again() {
    let refusal = |desk: &mut Desk, op: &Op| match desk.try_act(op) {
        Err(Error::Refused { code: "already-ended", args }) => args.into_iter().map(|(_, value)| value).collect(),
        other => vec![format!("{other:?}")],
    };
    let mut desk = Desk::new();
    let role = roles_of(desk.plan.state(), &group("wg")).remove(0);
    desk.act_there_and_back(&conclude("2026-02-16", false));
    assert_eq!(refusal(&mut desk, &conclude("2026-02-10", true)), ["Working group", "2026-02-16"]);
    assert_eq!(refusal(&mut desk, &conclude("2026-02-16", false)), ["Working group", "2026-02-16"]);
    // Another may still take its place, later; its own end is not touched by that.
    let new = desk.act_there_and_back(&succeed(None, Some("Next"), false)).created.remove(0).1;
    assert_eq!(desk.text(Kind::Group, &group("wg"), "end"), "2026-02-16");
    assert_eq!(desk.text(Kind::Group, &new, "start"), "2026-07-31");
    // What may still be to come has not ended: it is told more exactly.
    desk.set(Kind::Group, &group("sub"), "end", json!("2026"));
    let sub = |date: &str| Op::GroupConclude { group: group("sub"), date: date.into(), words: None, end_roles: false };
    desk.act_there_and_back(&sub("2026-02-01"));
    assert_eq!(refusal(&mut desk, &sub("2026-02-02")), ["Sub-group", "2026-02-01"]);

    let end = |date: &str| Op::AssignmentEnd { assignment: role.clone(), also: vec![], date: date.into(), words: None };
    desk.act_there_and_back(&end("2026"));
    assert_eq!(desk.text(Kind::Assignment, &role, "state"), "ended");
    assert_eq!(refusal(&mut desk, &end("2025")), ["Working group", "2026"]);
    desk.set(Kind::Assignment, &role, "state", json!("confirmed"));
    desk.set(Kind::Assignment, &role, "end", json!("2025"));
    assert_eq!(refusal(&mut desk, &end("2026")), ["Working group", "2025"]);
}

#[test]
fn a_role_that_several_documents_state_ends_in_all_of_them_in_one_step() {
    let mut desk = Desk::new();
    let role = |desk: &mut Desk, more: Json| {
        let mut fields = json!({ "group": group("wg"), "organization": "BDT", "role": "partner", "basis": "stated" });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.make(Kind::Assignment, fields).1
    };
    let one = role(&mut desk, json!({ "source": "S1" }));
    let two = role(&mut desk, json!({ "source": "S2" }));
    let over = role(&mut desk, json!({ "source": "S2", "source_para": "9", "end": "2024" }));
    let end =
        |also: Vec<String>| Op::AssignmentEnd { assignment: one.clone(), also, date: "2025-12".into(), words: None };
    assert_eq!(desk.refused(&end(vec![two.clone(), "gone".into()])), "no-such-row");
    desk.act_there_and_back(&end(vec![two.clone(), one.clone(), over.clone(), two.clone()]));
    for (id, state, day) in [(&one, "ended", "2025-12"), (&two, "ended", "2025-12"), (&over, "", "2024")] {
        assert_eq!(desk.texts(Kind::Assignment, id, ["state", "end"]), [state, day]);
    }
    assert_eq!(desk.refused(&end(vec![])), "already-ended");
}

#[test]
fn a_role_ends_also_where_nobody_said_when() {
    let mut desk = Desk::new();
    let role = roles_of(desk.plan.state(), &group("wg")).remove(0);
    desk.act_there_and_back(&Op::AssignmentEnd {
        assignment: role.clone(),
        also: vec![],
        date: String::new(),
        words: None,
    });
    assert_eq!(desk.text(Kind::Assignment, &role, "state"), "ended");
    assert_eq!(desk.value(Kind::Assignment, &role, "end"), Json::Null);
}

fn succeed(successor: Option<String>, title: Option<&str>, sub_groups: bool) -> Op {
    let title = title.map(str::to_owned);
    Op::GroupSucceed { group: group("wg"), date: "2026-07-31".into(), words: None, successor, title, sub_groups }
}

#[test]
fn a_group_is_followed_by_a_new_one_that_takes_over_what_it_was() {
    let mut desk = Desk::new();
    let forum = desk.make(Kind::Group, json!({ "title": "Forum" })).1;
    desk.set(Kind::Group, &group("wg"), "parent", json!(forum));
    desk.set(Kind::Group, &group("sub2"), "end", json!("2024"));
    let outcome = desk.act_there_and_back(&succeed(None, Some("Second working group"), true));
    let [(Kind::Group, new)] = &outcome.created[..] else { panic!("{:?}", outcome.created) };
    for field in ["parent", "kind", "objective"] {
        assert_eq!(desk.value(Kind::Group, new, field), desk.value(Kind::Group, &group("wg"), field), "{field}");
    }
    assert_eq!(desk.text(Kind::Group, new, "start"), "2026-07-31");
    assert_eq!(desk.text(Kind::Group, &group("wg"), "end"), "2026-07-31");
    assert_eq!(desk.text(Kind::Group, &group("wg"), "successor"), &**new);
    assert_eq!(desk.text(Kind::Group, &group("sub"), "parent"), &**new);
    assert_eq!(desk.text(Kind::Group, &group("sub2"), "parent"), group("wg"), "what ended before is of the old group");
    let order: Vec<&str> = desk.plan.state().in_order(Kind::Group).iter().map(|row| &**row.id()).collect();
    let at = |id: &str| order.iter().position(|other| *other == id).unwrap();
    assert_eq!(at(new), at(&group("wg")) + 1, "it stands behind the one it follows");
}

#[test]
fn a_group_is_followed_by_one_that_is_there_already_even_by_its_own_sub_group() {
    let mut desk = Desk::new();
    desk.act_there_and_back(&succeed(Some(group("sub2")), None, true));
    assert_eq!(desk.text(Kind::Group, &group("wg"), "successor"), group("sub2"));
    assert_eq!(desk.text(Kind::Group, &group("sub"), "parent"), group("sub2"));
    assert_eq!(desk.text(Kind::Group, &group("sub2"), "parent"), group("wg"), "it does not become its own parent");
    let other = desk.make(Kind::Group, json!({ "title": "Another" })).1;
    assert_eq!(desk.refused(&succeed(Some(other), None, false)), "has-successor");
}

#[test]
fn nobody_follows_themselves_and_circles_are_refused() {
    let mut desk = Desk::new();
    assert_eq!(desk.refused(&succeed(Some(group("wg")), None, false)), "cycle");
    desk.set(Kind::Group, &group("sub2"), "successor", json!(group("wg")));
    assert_eq!(desk.refused(&succeed(Some(group("sub2")), None, false)), "cycle");
    assert_eq!(desk.refused(&succeed(None, None, false)), "one-of");
    assert_eq!(desk.refused(&succeed(Some(group("sub")), Some("x"), false)), "one-of");
    assert_eq!(desk.refused(&succeed(Some("gone".into()), None, false)), "no-such-row");
    assert_eq!(desk.refused(&succeed(None, Some("  "), false)), "required");
    let lower = desk.make(Kind::Group, json!({ "title": "Lower", "parent": group("sub") })).1;
    assert_eq!(desk.refused(&succeed(Some(lower), None, true)), "cycle");
}

#[test]
fn a_group_that_has_ended_is_followed_without_being_asked_when() {
    let mut desk = Desk::new();
    let op = Op::GroupSucceed {
        group: group("wg"),
        date: String::new(),
        words: None,
        successor: None,
        title: Some("Next".into()),
        sub_groups: false,
    };
    assert_eq!(desk.refused(&op), "required");
    desk.act_there_and_back(&conclude("2025~", false));
    let new = desk.act_there_and_back(&op).created.remove(0).1;
    assert_eq!(desk.text(Kind::Group, &new, "start"), "2025~");
    assert_eq!(desk.text(Kind::Group, &new, "start_words"), "in words");
    assert_eq!(desk.text(Kind::Group, &group("wg"), "end_words"), "in words");
}

fn to(slug: &str, date: &str) -> Op {
    Op::MilestoneMove { milestone: milestone(slug), date: date.into(), words: Some("in words".into()) }
}

#[test]
fn a_milestone_moves_and_all_that_hangs_on_it_with_it() {
    let mut desk = Desk::new();
    let outcome = desk.act_there_and_back(&to("opening", "2026-04"));
    assert_eq!(desk.text(Kind::Milestone, &milestone("opening"), "date"), "2026-04");
    assert_eq!(desk.text(Kind::Milestone, &milestone("opening"), "date_words"), "in words");
    assert_eq!(outcome.rows.len(), 1, "one row is written");
    assert_eq!(outcome.days.len(), 3, "and three have other days");
    desk.act_there_and_back(&to("someday", "2027~"));
    assert_eq!(desk.refused(&to("opening", "")), "words-without-date");
}

#[test]
fn a_milestone_that_hangs_keeps_hanging_at_another_distance() {
    let mut desk = Desk::new();
    desk.act_there_and_back(&to("draft", "2026-02-10"));
    let draft = milestone("draft");
    assert_eq!(desk.value(Kind::Milestone, &draft, "anchor_distance"), json!(-19));
    assert_eq!(desk.value(Kind::Milestone, &draft, "date"), Json::Null);
    assert_eq!(desk.text(Kind::Milestone, &draft, "anchor"), milestone("opening"));
    // In weeks from the draft, which hangs itself.
    desk.act_there_and_back(&to("consultation", "2026-01-27"));
    assert_eq!(desk.value(Kind::Milestone, &milestone("consultation"), "anchor_distance"), json!(-2));
    assert!(desk.try_act(&to("consultation", "2026-01-27")).unwrap().is_none());
    for (unit, day, distance) in
        [("months", "2026-05-01", 2), ("years", "2024-03-01", -2), ("months", "2025-12-01", -3)]
    {
        desk.set(Kind::Milestone, &draft, "anchor_unit", json!(unit));
        desk.act_there_and_back(&to("draft", day));
        assert_eq!(desk.value(Kind::Milestone, &draft, "anchor_distance"), json!(distance), "{unit} {day}");
        let days = desk.plan.state().days(&draft).unwrap();
        assert_eq!(days.bounds.start_not_before.unwrap().to_string(), day);
    }
}

#[test]
fn a_milestone_that_hangs_is_not_moved_where_the_distance_would_be_a_guess() {
    let mut desk = Desk::new();
    for vague in ["2026-02", "2026-02-10?", "2026-02-10/2026-02-11", "2026-02-10~"] {
        assert_eq!(desk.refused(&to("draft", vague)), "move-needs-a-day", "{vague}");
    }
    assert_eq!(desk.refused(&to("consultation", "2026-02-10")), "distance-not-whole");
    desk.set(Kind::Milestone, &milestone("draft"), "anchor_unit", json!("years"));
    assert_eq!(desk.refused(&to("draft", "2027-03-02")), "distance-not-whole");
    desk.act_there_and_back(&to("opening", "2026-03"));
    assert_eq!(desk.refused(&to("draft", "2026-02-10")), "anchor-not-exact");
    // Of a span only the end that is counted from must be one day.
    desk.act_there_and_back(&to("opening", "2026-03-01/2026-04"));
    desk.set(Kind::Milestone, &milestone("draft"), "anchor_unit", json!("days"));
    desk.act_there_and_back(&to("draft", "2026-02-10"));
    desk.set(Kind::Milestone, &milestone("draft"), "anchor_from", json!("end"));
    assert_eq!(desk.refused(&to("draft", "2026-02-10")), "anchor-not-exact");
    // With a date of its own it does not hang.
    desk.set(Kind::Milestone, &milestone("draft"), "date", json!("2026-02"));
    desk.act_there_and_back(&to("draft", "2026"));
}

fn report(date: &str) -> Op {
    Op::CommitmentReport {
        commitment: schools(),
        date: date.into(),
        words: None,
        status: None,
        report: None,
        evidence: None,
        no_change: false,
    }
}

fn said(op: Op, new_status: Option<&str>, words: Option<&str>, unchanged: bool) -> Op {
    match op {
        Op::CommitmentReport { commitment, date, words: given, evidence, .. } => Op::CommitmentReport {
            commitment,
            date,
            words: given,
            status: new_status.map(str::to_owned),
            report: words.map(str::to_owned),
            evidence,
            no_change: unchanged,
        },
        other => other,
    }
}

/// Somebody who sits there at the end of 2026: what is of that year has come.
fn later() -> Desk {
    let mut desk = Desk::new();
    desk.today = NaiveDate::from_ymd_opt(2026, 12, 31);
    desk
}

fn status(desk: &Desk) -> [&str; 3] {
    ["status", "status_as_of", "status_by"].map(|field| desk.text(Kind::Commitment, &schools(), field))
}

#[test]
fn a_report_with_a_status_is_an_update_and_the_status_as_of_that_day() {
    let mut desk = later();
    let outcome =
        desk.act_there_and_back(&said(report("2026-06-15"), Some("concluded"), Some("All connected."), false));
    assert_eq!(status(&desk), ["concluded", "2026-06-15", "BDT"]);
    assert_eq!(desk.value(Kind::Commitment, &schools(), "status_as_of_words"), Json::Null, "the old words are gone");
    let [(Kind::Update, update)] = &outcome.created[..] else { panic!("{:?}", outcome.created) };
    let fields = ["commitment", "date", "status", "report", "reported_by"].map(|f| desk.text(Kind::Update, update, f));
    assert_eq!(fields, [&schools(), "2026-06-15", "concluded", "All connected.", "BDT"]);
    let outcome = desk.act_there_and_back(&said(report(""), Some("ongoing"), None, false));
    assert_eq!(desk.text(Kind::Update, &outcome.created[0].1, "date"), "2026-12-31", "without a date it is of today");
}

#[test]
fn confirmed_no_change_states_the_status_again() {
    let mut desk = later();
    let outcome = desk.act_there_and_back(&said(report("2026-06"), None, None, true));
    assert_eq!(status(&desk), ["ongoing", "2026-06", "BDT"]);
    assert!(desk.row(Kind::Update, &outcome.created[0].1).unwrap().flag("no_change"));
    desk.act_there_and_back(&said(report("2026-07"), Some("ongoing"), None, true));
    assert_eq!(desk.refused(&said(report("2026-08"), Some("concluded"), None, true)), "report-says-both");
}

#[test]
fn words_alone_say_nothing_of_the_status_and_nothing_is_no_report() {
    let mut desk = later();
    let before = status(&desk).map(str::to_owned);
    desk.act_there_and_back(&said(report("2026-06-15"), None, Some("Went on."), false));
    assert_eq!(status(&desk).map(str::to_owned), before);
    assert_eq!(desk.refused(&said(report("2026-06-15"), None, Some("  "), false)), "report-says-nothing");
    assert_eq!(desk.refused(&said(report("2026-06-15"), Some("good"), None, false)), "not-a-choice");
    assert_eq!(desk.refused(&said(report("yesterday"), Some("ongoing"), None, false)), "not-a-date");
}

#[test]
fn a_report_that_comes_in_late_leaves_what_was_stated_since() {
    let mut desk = later();
    let before = status(&desk).map(str::to_owned);
    desk.act_there_and_back(&said(report("2026-04-30"), Some("planned"), None, false));
    assert_eq!(status(&desk).map(str::to_owned), before);
    desk.act_there_and_back(&said(report("2026-05-31"), Some("concluded"), None, false));
    assert_eq!(status(&desk)[0], "concluded", "the last day of the month that was stated is no earlier one");
}

#[test]
fn a_report_moves_the_status_only_where_it_is_not_of_an_earlier_day() {
    let mut desk = Desk::new();
    let past = [
        ("2026-05-03", "2026", None),
        ("2026-05-03", "2026-05", None),
        ("2026-05-03", "2026-05-03", Some(())),
        ("2026-05-03", "2026-05-04", Some(())),
        ("2026-05-03", "2026-06", Some(())),
        ("2026-05-03", "../2027", None),
    ];
    let past = past.map(|case| (NaiveDate::from_ymd_opt(2026, 12, 31), case));
    // Today is 16 February 2026.
    let cases = [
        ("2026", "2026", Some(())),
        ("2026~", "2026", None),
        ("2025", "2025-06-01", None),
        ("2025", "2025-12-31", Some(())),
        // Nobody has stated how things stand on a day to come.
        ("2026", "2026-02-15", None),
        ("2026", "2026-02-16", Some(())),
        ("2025-09/..", "2026-02-16", Some(())),
        ("2025-09/..", "2025-10-01", None),
        ("", "2020", Some(())),
    ];
    for (today, (stated, reported, moves)) in past.into_iter().chain(cases.map(|case| (None, case))) {
        desk.today = today;
        let fields = [("status", json!("planned")), ("status_as_of", json!(stated))];
        let stated_so = fields.map(|(field, value)| set(Kind::Commitment, &schools(), field, value));
        desk.try_act(&Op::SetMany(stated_so.into())).unwrap();
        let outcome = desk.act(&said(report(reported), Some("ongoing"), None, false));
        let case = format!("stated as of {stated:?}, a report of {reported}");
        assert_eq!(outcome.status_stays, moves.map_or(Some(StatusStays::StatedLater), |()| None), "{case}");
        let expected = if moves.is_some() { ["ongoing", reported] } else { ["planned", stated] };
        assert_eq!(status(&desk)[..2], expected, "{case}");
    }
    desk.today = later().today;
    desk.set_all(Kind::Commitment, &schools(), [("status", json!("planned")), ("status_as_of", json!("2026-05"))]);
    let outcome = desk.act(&said(report("2026-04"), None, None, true));
    assert_eq!(outcome.status_stays, Some(StatusStays::StatedLater));
    let outcome = desk.act(&said(report("2026-06"), None, Some("Went on."), false));
    assert_eq!(outcome.status_stays, Some(StatusStays::NotStated));
    let outcome = desk.act(&said(report("2026-06"), None, Some("Went on."), true));
    assert_eq!(outcome.status_stays, None);
}

#[test]
fn today_is_the_day_of_the_person_not_of_greenwich() {
    let mut desk = Desk::new();
    let mut context = desk.ask();
    context.today = context.today.succ_opt().unwrap();
    let op = said(report(""), None, Some("Late in the evening."), false);
    let update = desk.plan.act(&context, &op, None).unwrap().unwrap().created.remove(0).1;
    assert_eq!(desk.text(Kind::Update, &update, "date"), "2026-02-17");
    let fields = json!({ "commitment": schools(), "report": "By hand." });
    let Json::Object(fields) = fields else { unreachable!() };
    let mut context = desk.ask();
    context.today = context.today.pred_opt().unwrap();
    let op = Op::Create(CreateRow { kind: Kind::Update, id: None, fields });
    let update = desk.plan.act(&context, &op, None).unwrap().unwrap().created.remove(0).1;
    assert_eq!(desk.text(Kind::Update, &update, "date"), "2026-02-15");
}

/// Ten thousand groups: one below the other, with as many again below the last.
#[test]
fn ten_thousand_groups_in_one_tree_are_moved_taken_back_and_returned_to() {
    let mut state = sample::state();
    let def = Kind::Group.def();
    let (title, parent, ord) = (def.index("title").unwrap(), def.index("parent").unwrap(), def.index("ord").unwrap());
    let text = |text: String| Some(Value::Text(text.into()));
    let name = |n: usize| format!("g{n:05}");
    for n in 0..10_000 {
        let above = if n == 0 { None } else { text(name(n.min(5_000) - 1)) };
        let row = Row::new(Kind::Group, name(n).as_str());
        state.put(row.with(title, text(name(n))).with(parent, above).with(ord, text(format!("b{n:06}"))));
    }
    let mut desk = Desk::with(|path| Plan::create(path, plan::Origin::Rows(Box::new(state)), &context(1)).unwrap());
    let op = Op::GroupSucceed {
        group: name(4_999),
        date: "2026".into(),
        words: None,
        successor: None,
        title: Some("Next".into()),
        sub_groups: true,
    };
    let outcome = desk.try_act(&op).unwrap().unwrap();
    assert!(outcome.rows.len() > 5_000);
    desk.set(Kind::Group, &name(9_999), "title", json!("Renamed"));
    let context = desk.ask();
    desk.plan.take_back(&context, outcome.op).unwrap();
    assert_eq!(desk.text(Kind::Group, &name(9_999), "parent"), name(4_999));
    let then = desk.plan.at(&plan::history::Moment::Step(0)).unwrap();
    let context = desk.ask();
    desk.plan.return_to(&context, &then, &json!({})).unwrap().unwrap();
    assert_eq!(desk.text(Kind::Group, &name(9_999), "title"), name(9_999));
}
