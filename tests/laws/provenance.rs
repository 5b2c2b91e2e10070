//! Where facts come from: what a step changes and does not say the source of is no longer stated by anybody, and going back
//! never makes a statement speak for what it was not said of.

use plan::history::Stays;
use plan::{Kind, Op, SetField};
use plan_tests::desk::{Desk, set};
use plan_tests::{context, sample};
use serde_json::{Value as Json, json};

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

fn opening() -> String {
    sample::id(Kind::Milestone, "opening")
}

const FROM: [&str; 6] = ["basis", "basis_by", "source", "source_para", "as_of", "as_of_words"];
const STATED: [&str; 6] = ["stated", "", "S2", "4", "2025-06", "mid-2025"];
const OURS: [&str; 6] = ["our_reading", "", "S2", "4", "", ""];

/// A desk before which the row is stated in a source, as of a day.
fn stated(kind: Kind, id: &str) -> Desk {
    let mut desk = Desk::new();
    state(&mut desk, kind, id);
    desk
}

fn state(desk: &mut Desk, kind: Kind, id: &str) -> i64 {
    let sets = [("basis", "stated"), ("source", "S2"), ("source_para", "4"), ("as_of", "2025-06")];
    let sets = sets.map(|(field, value)| SetField {
        words: (field == "as_of").then(|| "mid-2025".to_owned()),
        ..set(kind, id, field, json!(value))
    });
    desk.act(&Op::SetMany(sets.into())).op
}

fn from<'a>(desk: &'a Desk, kind: Kind, id: &str) -> [&'a str; 6] {
    desk.texts(kind, id, FROM)
}

/// A row and other values for its facts.
type Facts = (Kind, String, Vec<(&'static str, Json)>);

/// A value for each fact of the sample's rows, other than the one that is there.
fn facts() -> Vec<Facts> {
    let desk = Desk::new();
    let linked = |kind: Kind, field: &str, id: &str| {
        let row = desk.plan.state().rows(kind).find(|row| row.text(field) == id);
        row.expect("it is in the sample").id().to_string()
    };
    let group = |slug: &str| sample::id(Kind::Group, slug);
    vec![
        (
            Kind::Commitment,
            schools(),
            vec![
                ("lead", json!("ITU")),
                ("partners", json!(["NEW"])),
                ("start", json!("2020")),
                ("end", json!("2030")),
            ],
        ),
        (Kind::Milestone, opening(), vec![("date", json!("2026-03")), ("place", json!("Nairobi"))]),
        (
            Kind::Milestone,
            sample::id(Kind::Milestone, "draft"),
            vec![
                ("anchor", json!(sample::id(Kind::Milestone, "review"))),
                ("anchor_distance", json!(-3)),
                ("anchor_unit", json!("weeks")),
                ("anchor_from", json!("end")),
            ],
        ),
        (
            Kind::Group,
            group("sub"),
            vec![
                ("kind", json!("task_force")),
                ("parent", Json::Null),
                ("objective", json!("O1")),
                ("start", json!("2024")),
                ("end", json!("2025")),
                ("successor", Json::Null),
            ],
        ),
        (
            Kind::Assignment,
            linked(Kind::Assignment, "group", &group("wg")),
            vec![
                ("group", json!(group("sub"))),
                ("organization", json!("BDT")),
                ("person", Json::Null),
                ("role", json!("partner")),
                ("state", json!("announced")),
                ("start", json!("2024")),
                ("end", json!("2025")),
            ],
        ),
        (
            Kind::Mapping,
            linked(Kind::Mapping, "action_line", "C2"),
            vec![("commitment", json!(sample::id(Kind::Commitment, "skills"))), ("action_line", json!("C10"))],
        ),
    ]
}

#[test]
fn a_fact_that_is_changed_without_its_source_is_our_reading_of_it() {
    for (kind, id, values) in facts() {
        for (field, value) in values {
            let mut desk = stated(kind, &id);
            desk.act_there_and_back(&Op::Set(set(kind, &id, field, value)));
            assert_eq!(from(&desk, kind, &id), OURS, "{}.{field}", kind.name());
            desk.plan.undo(&context(90), false).unwrap();
            assert_eq!(from(&desk, kind, &id), STATED, "{}.{field}", kind.name());
        }
    }
}

#[test]
fn figures_keep_their_day_and_lose_their_basis() {
    let mut desk = Desk::new();
    let connected = sample::id(Kind::Indicator, "connected");
    for (field, value) in [("baseline", json!(1.5)), ("target", json!(9.0)), ("target_by", json!("2031"))] {
        desk.try_act(&Op::Set(set(Kind::Indicator, &connected, "basis", json!("stated")))).unwrap();
        desk.set(Kind::Indicator, &connected, field, value);
        assert_eq!(desk.text(Kind::Indicator, &connected, "basis"), "our_reading", "{field}");
        assert_eq!(desk.text(Kind::Indicator, &connected, "baseline_as_of"), "2019");
    }
    let id = desk.plan.state().rows(Kind::Measurement).next().unwrap().id().to_string();
    for (field, value) in [("qualifier", json!("about")), ("value", json!(7.0)), ("counted", json!("schools"))] {
        desk.try_act(&Op::Set(set(Kind::Measurement, &id, "basis", json!("stated")))).unwrap();
        desk.set_all(Kind::Measurement, &id, [(field, value), ("as_of", json!("2026-06-30"))]);
        assert_eq!(desk.texts(Kind::Measurement, &id, ["basis", "as_of"]), ["our_reading", "2026-06-30"], "{field}");
    }
    // A day alone is no other value.
    desk.set(Kind::Measurement, &id, "basis", json!("stated"));
    desk.set(Kind::Measurement, &id, "as_of", json!("2026-07"));
    assert_eq!(desk.texts(Kind::Measurement, &id, ["basis", "as_of"]), ["stated", "2026-07"]);
}

#[test]
fn a_figure_that_was_changed_again_is_not_stated_by_taking_back_the_first_change() {
    let mut desk = Desk::new();
    let id = desk.plan.state().rows(Kind::Measurement).next().unwrap().id().to_string();
    desk.set(Kind::Measurement, &id, "basis", json!("stated"));
    let first = desk.set(Kind::Measurement, &id, "value", json!(8.0));
    desk.set(Kind::Measurement, &id, "value", json!(9.0));
    let context = desk.ask();
    // Nothing of the first change is left to go back.
    assert!(desk.plan.take_back(&context, first).is_err());
    assert_eq!(desk.value(Kind::Measurement, &id, "value"), json!(9.0));
    assert_eq!(desk.text(Kind::Measurement, &id, "basis"), "our_reading");
}

#[test]
fn who_says_where_it_comes_from_is_believed() {
    for field in ["basis", "basis_by", "source", "source_para", "as_of"] {
        let mut desk = stated(Kind::Milestone, &opening());
        let value = desk.value(Kind::Milestone, &opening(), field);
        let value = if value.is_null() { json!("BDT") } else { value };
        let words = (field == "as_of").then(|| "mid-2025".to_owned());
        let from = SetField { words, ..set(Kind::Milestone, &opening(), field, value) };
        desk.act(&Op::SetMany(vec![set(Kind::Milestone, &opening(), "date", json!("2026-03")), from]));
        assert_eq!(desk.text(Kind::Milestone, &opening(), "basis"), "stated", "{field}");
        assert_eq!(desk.text(Kind::Milestone, &opening(), "as_of"), "2025-06", "{field}");
    }
}

#[test]
fn what_is_no_fact_or_no_change_takes_nothing_away() {
    let mut desk = stated(Kind::Milestone, &opening());
    let same = set(Kind::Milestone, &opening(), "date", json!("2026-03-01"));
    assert!(desk.try_act(&Op::Set(same.clone())).unwrap().is_none());
    desk.act(&Op::Set(SetField { words: Some("the first Sunday".into()), ..same }));
    for (field, value) in [("title", json!("Opened")), ("outcome", json!("Done.")), ("kind", json!("decision"))] {
        desk.set(Kind::Milestone, &opening(), field, value);
    }
    assert_eq!(from(&desk, Kind::Milestone, &opening()), STATED);
    // Whose reading it was is said no longer, where it is not theirs any more; a source alone passed as stated.
    let cases = [
        (json!({ "basis": "other", "basis_by": "BDT", "source": "S1" }), ["our_reading", "", "S1", "", "", ""]),
        (json!({ "source": "S1", "source_para": "3" }), ["our_reading", "", "S1", "3", "", ""]),
        (json!({ "as_of": "2025" }), ["our_reading", "", "", "", "", ""]),
        (json!({ "basis": "our_reading", "basis_by": "x", "source": "S1" }), ["our_reading", "x", "S1", "", "", ""]),
        (json!({}), ["", "", "", "", "", ""]),
    ];
    for (mut fields, expected) in cases {
        fields["title"] = json!("Another");
        let (_, id) = desk.make(Kind::Milestone, fields.clone());
        desk.set(Kind::Milestone, &id, "place", json!("Geneva"));
        assert_eq!(from(&desk, Kind::Milestone, &id), expected, "{fields}");
    }
}

#[test]
fn every_way_to_write_a_fact_is_the_same() {
    let (wg, sub) = (sample::id(Kind::Group, "wg"), sample::id(Kind::Group, "sub"));
    let mut desk = stated(Kind::Group, &wg);
    state(&mut desk, Kind::Group, &sub);
    let role = desk.plan.state().rows(Kind::Assignment).find(|row| row.text("group") == wg).unwrap().id().to_string();
    state(&mut desk, Kind::Assignment, &role);
    desk.act_there_and_back(&Op::GroupConclude {
        group: wg.clone(),
        date: "2026".into(),
        words: None,
        end_roles: true,
    });
    assert_eq!(from(&desk, Kind::Group, &wg), OURS);
    assert_eq!(from(&desk, Kind::Assignment, &role), OURS);

    state(&mut desk, Kind::Group, &wg);
    desk.act_there_and_back(&Op::GroupSucceed {
        group: wg.clone(),
        date: String::new(),
        words: None,
        successor: None,
        title: Some("Next".into()),
        sub_groups: true,
    });
    assert_eq!(from(&desk, Kind::Group, &wg), OURS);
    assert_eq!(from(&desk, Kind::Group, &sub), OURS, "it has another parent");

    let mut desk = stated(Kind::Assignment, &role);
    desk.act_there_and_back(&Op::AssignmentEnd {
        assignment: role.clone(),
        also: vec![],
        date: String::new(),
        words: None,
    });
    assert_eq!(from(&desk, Kind::Assignment, &role), OURS);

    for slug in ["opening", "draft"] {
        let id = sample::id(Kind::Milestone, slug);
        let mut desk = stated(Kind::Milestone, &id);
        let to = Op::MilestoneMove { milestone: id.clone(), date: "2026-02-10".into(), words: None };
        desk.act_there_and_back(&to);
        assert_eq!(from(&desk, Kind::Milestone, &id), OURS);
    }

    let places = ["opening", "review"].map(|slug| sample::id(Kind::Milestone, slug));
    let mut desk = stated(Kind::Milestone, &places[0]);
    state(&mut desk, Kind::Milestone, &places[1]);
    let fill = places.clone().map(|id| set(Kind::Milestone, &id, "place", json!("Geneva")));
    desk.act_there_and_back(&Op::SetMany(fill.into()));
    assert_eq!(from(&desk, Kind::Milestone, &places[0]), STATED, "it was there already");
    assert_eq!(from(&desk, Kind::Milestone, &places[1]), OURS);
}

#[test]
fn typing_takes_away_once_and_gives_back_where_it_comes_back() {
    let mut desk = stated(Kind::Milestone, &opening());
    let typed = |desk: &mut Desk, place: &str| {
        let context = desk.ask();
        let op = Op::Set(set(Kind::Milestone, &opening(), "place", json!(place)));
        desk.plan.act(&context, &op, Some("focus")).unwrap().unwrap().op
    };
    let step = typed(&mut desk, "Genev");
    assert_eq!(from(&desk, Kind::Milestone, &opening()), OURS);
    assert_eq!(typed(&mut desk, "Geneve"), step, "it is still one step");
    assert_eq!(from(&desk, Kind::Milestone, &opening()), OURS);
    assert_eq!(typed(&mut desk, "Geneva"), step);
    assert_eq!(from(&desk, Kind::Milestone, &opening()), STATED, "nothing was changed after all");
    typed(&mut desk, "Genève");
    let context = desk.ask();
    desk.plan.undo(&context, false).unwrap();
    assert_eq!(desk.text(Kind::Milestone, &opening(), "place"), "Geneva");
    assert_eq!(from(&desk, Kind::Milestone, &opening()), STATED);
    desk.plan.verify().unwrap();
}

const STATUS: [&str; 4] = ["status", "status_as_of", "status_as_of_words", "status_by"];

#[test]
fn a_status_that_is_typed_is_as_of_no_day_and_by_nobody() {
    let mut desk = Desk::new();
    desk.set(Kind::Commitment, &schools(), "status_by", json!("ITU"));
    let was = ["ongoing", "2026-05", "May 2026", "ITU"];
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), was);
    let op = |status: Json| Op::Set(set(Kind::Commitment, &schools(), "status", status));
    assert!(desk.try_act(&op(json!("ongoing"))).unwrap().is_none(), "the same again is nothing");
    let step = desk.act_there_and_back(&op(json!("concluded"))).op;
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), ["concluded", "", "", ""]);
    assert_eq!(desk.text(Kind::Commitment, &schools(), "basis"), "stated", "a status is none of those facts");
    desk.set(Kind::Commitment, &schools(), "risks", json!("Few"));
    let context = desk.ask();
    desk.plan.take_back(&context, step).unwrap();
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), was);
    desk.act(&op(Json::Null));
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), [""; 4]);

    let mut desk = Desk::new();
    desk.set(Kind::Commitment, &schools(), "status_by", json!("ITU"));
    desk.set_all(Kind::Commitment, &schools(), [("status", json!("planned")), ("status_as_of", json!("2026-06"))]);
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), ["planned", "2026-06", "", ""], "nobody said who");
    desk.set(Kind::Commitment, &schools(), "status_by", json!("BDT"));
    desk.set(Kind::Commitment, &schools(), "status_as_of", json!("2026-07"));
    assert_eq!(desk.texts(Kind::Commitment, &schools(), STATUS), ["planned", "2026-07", "", "BDT"]);
}

/// Takes back, and answers why something stays.
fn taken(desk: &mut Desk, step: i64) -> Vec<Stays> {
    let context = desk.ask();
    let why = desk.plan.take_back_preview(step).unwrap().kept.iter().map(|kept| kept.why).collect();
    match desk.plan.take_back(&context, step) {
        Ok(_) => desk.plan.verify().unwrap(),
        Err(error) => assert_eq!(error.code(), "nothing-to-take-back"),
    }
    why
}

#[test]
fn what_is_taken_back_comes_back_with_what_spoke_for_it() {
    let id = opening();
    let date = |desk: &mut Desk, value: &str| desk.set(Kind::Milestone, &id, "date", json!(value));
    let shown = |desk: &Desk| desk.texts(Kind::Milestone, &id, ["date", "place", "basis", "as_of"]).map(str::to_owned);

    let mut desk = stated(Kind::Milestone, &id);
    let step = date(&mut desk, "2026-04");
    desk.set(Kind::Milestone, &id, "outcome", json!("Later work."));
    assert_eq!(taken(&mut desk, step), []);
    assert_eq!(shown(&desk), ["2026-03-01", "Geneva", "stated", "2025-06"]);

    // Another fact was typed since: the date goes back, but the source never named that place.
    let mut desk = stated(Kind::Milestone, &id);
    let step = date(&mut desk, "2026-04");
    desk.set(Kind::Milestone, &id, "place", json!("Nairobi"));
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert_eq!(shown(&desk), ["2026-03-01", "Nairobi", "our_reading", ""]);

    // The new date was stated since, by a document: the old one is not what that document says.
    let mut desk = stated(Kind::Milestone, &id);
    let step = date(&mut desk, "2026-04");
    state(&mut desk, Kind::Milestone, &id);
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert_eq!(shown(&desk), ["2026-04", "Geneva", "stated", "2025-06"]);

    // What only said that it is our reading does not come back as stated over what was typed since.
    let mut desk = stated(Kind::Milestone, &id);
    let step = desk.set_all(Kind::Milestone, &id, [("basis", json!("our_reading")), ("as_of", Json::Null)]);
    date(&mut desk, "2026-04");
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert_eq!(shown(&desk), ["2026-04", "Geneva", "our_reading", ""]);

    // Nothing was stated before the step, and a second fact from its document since: that is not left without its document.
    let mut desk = Desk::new();
    assert_eq!(from(&desk, Kind::Milestone, &id), [""; 6]);
    let said =
        |field: &'static str, value: &str| [(field, json!(value)), ("basis", json!("stated")), ("source", json!("S1"))];
    let step = desk.set_all(Kind::Milestone, &id, said("date", "2026-04"));
    desk.set_all(Kind::Milestone, &id, said("place", "Nairobi"));
    assert_eq!(taken(&mut desk, step), [Stays::Changed, Stays::Changed]);
    assert_eq!(shown(&desk), ["2026-04", "Nairobi", "stated", ""]);
    assert_eq!(desk.text(Kind::Milestone, &id, "source"), "S1");
    // Where the step said no more than where it is from, that stays too.
    let mut desk = Desk::new();
    assert_eq!(from(&desk, Kind::Milestone, &id), [""; 6]);
    let step = desk.set_all(Kind::Milestone, &id, [("basis", json!("stated")), ("source", json!("S1"))]);
    desk.set_all(Kind::Milestone, &id, said("place", "Nairobi"));
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert_eq!(desk.texts(Kind::Milestone, &id, ["place", "basis", "source"]), ["Nairobi", "stated", "S1"]);
    // With nothing said since, the row is again as nobody stated it.
    let context = desk.ask();
    desk.plan.undo(&context, false).unwrap();
    assert_eq!(taken(&mut desk, step), []);
    assert_eq!(desk.texts(Kind::Milestone, &id, ["basis", "source"]), ["", ""]);

    // From one document to another, and a second fact from that since: neither speaks for both.
    let mut desk = stated(Kind::Milestone, &id);
    let other = |field: &'static str, value: &str| [(field, json!(value)), ("source", json!("S1"))];
    let step = desk.set_all(Kind::Milestone, &id, other("date", "2026-04"));
    desk.set_all(Kind::Milestone, &id, other("place", "Nairobi"));
    taken(&mut desk, step);
    assert_eq!(shown(&desk), ["2026-04", "Nairobi", "stated", "2025-06"]);
    assert_eq!(desk.text(Kind::Milestone, &id, "source"), "S1");
}

#[test]
fn fields_that_say_one_thing_together_go_back_together_or_not_at_all() {
    // Each group of fields: what a step makes of them, then what somebody makes of one of them.
    let draft = sample::id(Kind::Milestone, "draft");
    let review = sample::id(Kind::Milestone, "review");
    type Case<'a> = (Kind, String, Vec<(&'a str, Json)>, (&'a str, Json));
    let cases: Vec<Case<'_>> = vec![
        (
            Kind::Commitment,
            schools(),
            vec![("status", json!("planned")), ("status_as_of", json!("2026-06")), ("status_by", json!("ITU"))],
            ("status_by", json!("BDT")),
        ),
        (
            Kind::Milestone,
            draft,
            vec![("anchor", json!(review)), ("anchor_distance", json!(2)), ("anchor_unit", json!("weeks"))],
            ("anchor_distance", json!(3)),
        ),
        (
            Kind::Milestone,
            opening(),
            vec![("basis", json!("other")), ("basis_by", json!("BDT")), ("source", json!("S2"))],
            ("basis_by", json!("ITU")),
        ),
        (
            Kind::ActionLine,
            "C2".into(),
            vec![("source", json!("S1")), ("source_para", json!("9"))],
            ("source_para", json!("10")),
        ),
    ];
    for (kind, id, fields, (touched, value)) in cases {
        let mut desk = Desk::new();
        let before = desk.row(kind, &id).unwrap().clone();
        let sets: Vec<SetField> = fields.iter().map(|(field, value)| set(kind, &id, field, value.clone())).collect();
        let step = desk.act(&Op::SetMany(sets)).op;
        let quiet = desk.plan.take_back_preview(step).unwrap();
        assert!(quiet.kept.is_empty());
        desk.set(kind, &id, touched, value);
        let now = desk.row(kind, &id).unwrap().clone();
        assert_eq!(taken(&mut desk, step), [Stays::Changed], "{} {touched}", kind.name());
        assert_eq!(*desk.row(kind, &id).unwrap(), now, "nothing of it went back alone");
        let context = desk.ask();
        desk.plan.undo(&context, false).unwrap();
        assert_eq!(taken(&mut desk, step), []);
        assert_eq!(*desk.row(kind, &id).unwrap(), before, "untouched, all of it goes back");
    }
}

#[test]
fn taking_back_makes_no_contradiction() {
    let sub = sample::id(Kind::Group, "sub");
    let mut desk = Desk::new();
    desk.set_all(Kind::Group, &sub, [("start", json!("2025")), ("title", json!("Body"))]);
    let step = desk.set_all(Kind::Group, &sub, [("start", json!("2020")), ("title", json!("New body"))]);
    desk.set(Kind::Group, &sub, "end", json!("2022"));
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert_eq!(desk.texts(Kind::Group, &sub, ["title", "start", "end"]), ["Body", "2020", "2022"]);

    let mut desk = Desk::new();
    let step = desk.set(Kind::Commitment, &schools(), "standing", json!(false));
    desk.set(Kind::Commitment, &schools(), "status", json!("completed"));
    assert_eq!(taken(&mut desk, step), [Stays::Changed]);
    assert!(!desk.row(Kind::Commitment, &schools()).unwrap().flag("standing"));
}
