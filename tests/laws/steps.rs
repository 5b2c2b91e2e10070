//! Steps, one sentence each: what joins, what is asked, what is refused, and that a refusal leaves everything as it was.

use plan::history::Moment;
use plan::snapshot::With;
use plan::{CreateRow, Error, Kind, Op, Plan, SetField};
use plan_tests::{context, edit, quick_folder, read, sample};
use serde_json::{Value as Json, json};

struct Desk {
    folder: tempfile::TempDir,
    plan: Plan,
    requests: u64,
}

impl Desk {
    fn new() -> Desk {
        let folder = quick_folder();
        let path = folder.path().join("steps.gdcplan");
        sample::plan_file(&path);
        Desk { plan: edit(&path, 2).unwrap(), folder, requests: 2 }
    }
    fn act(&mut self, op: &Op, token: Option<&str>) -> plan::Result<Option<i64>> {
        self.requests += 1;
        self.plan.act(&context(self.requests), op, token).map(|outcome| outcome.map(|outcome| outcome.op))
    }
    fn undo(&mut self) -> plan::Result<i64> {
        self.requests += 1;
        self.plan.undo(&context(self.requests), false).map(|outcome| outcome.op)
    }
    fn redo(&mut self) -> plan::Result<i64> {
        self.requests += 1;
        self.plan.redo(&context(self.requests)).map(|outcome| outcome.op)
    }
    fn reopen(mut self) -> Desk {
        let path = self.plan.path().to_owned();
        drop(self.plan);
        self.requests += 1;
        self.plan = edit(&path, self.requests).unwrap();
        self
    }
    fn title(&self) -> &str {
        self.plan.state().row(Kind::Commitment, &schools()).unwrap().text("title")
    }
}

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

fn set(kind: Kind, id: &str, field: &str, value: Json) -> SetField {
    SetField { kind, id: id.into(), field: field.into(), value, words: None, was: None }
}

fn title(value: &str) -> Op {
    Op::Set(set(Kind::Commitment, &schools(), "title", json!(value)))
}

fn code<T>(answer: plan::Result<T>) -> &'static str {
    answer.err().map_or("done", |error| error.code())
}

#[test]
fn typing_in_one_focus_of_one_editor_is_one_step() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), Some("focus")).unwrap();
    assert_eq!(desk.act(&title("Co"), Some("focus")).unwrap(), first);
    assert_eq!(desk.act(&title("Con"), Some("focus")).unwrap(), first);
    desk.undo().unwrap();
    assert_eq!(desk.title(), "Connect schools");
    desk.redo().unwrap();
    assert_eq!(desk.title(), "Con");
}

#[test]
fn without_a_token_nothing_joins() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), None).unwrap();
    assert_ne!(desk.act(&title("Co"), None).unwrap(), first);
}

#[test]
fn another_field_another_row_or_another_focus_is_another_step() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), Some("focus")).unwrap();
    assert_ne!(desk.act(&title("Co"), Some("another focus")).unwrap(), first);
    let second = desk.act(&title("Con"), Some("focus")).unwrap();
    assert_ne!(
        desk.act(&Op::Set(set(Kind::Commitment, &schools(), "next_step", json!("x"))), Some("focus")).unwrap(),
        second
    );
    let third = desk.act(&title("Conn"), Some("focus")).unwrap();
    let skills = sample::id(Kind::Commitment, "skills");
    assert_ne!(desk.act(&Op::Set(set(Kind::Commitment, &skills, "title", json!("x"))), Some("focus")).unwrap(), third);
}

#[test]
fn a_snapshot_ends_the_typing() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), Some("focus")).unwrap();
    desk.plan.snapshot(&context(90), "In between", With::default()).unwrap();
    assert_ne!(desk.act(&title("Co"), Some("focus")).unwrap(), first);
}

#[test]
fn an_undo_ends_the_typing_and_so_does_a_redo() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), Some("focus")).unwrap();
    desk.undo().unwrap();
    desk.redo().unwrap();
    let second = desk.act(&title("Co"), Some("focus")).unwrap();
    assert_ne!(second, first);
    desk.undo().unwrap();
    assert_ne!(desk.act(&title("Con"), Some("focus")).unwrap(), second);
}

#[test]
fn a_restart_ends_the_typing() {
    let mut desk = Desk::new();
    let first = desk.act(&title("C"), Some("focus")).unwrap();
    let mut desk = desk.reopen();
    assert_ne!(desk.act(&title("Co"), Some("focus")).unwrap(), first);
}

#[test]
fn what_was_taken_back_cannot_be_done_again_after_something_else_was_done() {
    let mut desk = Desk::new();
    desk.act(&title("A"), None).unwrap();
    desk.undo().unwrap();
    // What changes nothing, or is refused, is nothing that was done.
    desk.act(&title("Connect schools"), None).unwrap();
    assert_eq!(code(desk.act(&title(""), None)), "required");
    assert!(desk.plan.redo_step().unwrap().is_some());
    desk.act(&title("B"), None).unwrap();
    assert_eq!(code(desk.redo()), "nothing-to-redo");
    desk.undo().unwrap();
    assert_eq!(desk.title(), "Connect schools", "the step that was dropped is no longer on the stack");
}

#[test]
fn undo_into_an_earlier_sitting_names_step_day_and_person_and_asks_once() {
    let mut desk = Desk::new();
    desk.act(&title("A"), None).unwrap();
    desk.act(&title("B"), None).unwrap();
    desk.act(&title("C"), None).unwrap();
    let mut desk = desk.reopen();
    let Err(Error::Refused { code: "undo-other-sitting", args }) = desk.plan.undo(&context(90), false) else {
        panic!("not asked")
    };
    let arg = |name: &str| args.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str());
    assert_eq!(arg("step"), Some("commitment_set"));
    assert_eq!(arg("field"), Some("title"));
    assert_eq!(arg("at"), Some(context(5).at().as_str()));
    assert_eq!(arg("person"), Some("Ana Ruiz"));
    assert_eq!(desk.title(), "C");
    desk.plan.undo(&context(91), true).unwrap();
    desk.undo().expect("asked already");
    assert_eq!(desk.title(), "A");
    // After something new, going back there is another crossing.
    desk.act(&title("D"), None).unwrap();
    desk.undo().unwrap();
    assert_eq!(code(desk.undo()), "undo-other-sitting");
}

#[test]
fn opening_and_reading_are_no_steps() {
    let desk = Desk::new();
    let path = desk.plan.path().to_owned();
    let desk = desk.reopen();
    read(&path).unwrap();
    assert_eq!(desk.plan.newest(), 0);
    assert!(desk.plan.history(None, i64::MAX, 10).unwrap().is_empty());
}

#[test]
fn a_refusal_leaves_plan_and_stack_as_they_were() {
    let mut desk = Desk::new();
    desk.act(&title("A"), None).unwrap();
    desk.act(&title("B"), None).unwrap();
    desk.undo().unwrap();
    let (state, newest, hash) = (desk.plan.state().clone(), desk.plan.newest(), desk.plan.hash().unwrap());
    let schools = schools();
    let create = |kind, fields: Json| {
        let Json::Object(fields) = fields else { unreachable!() };
        Op::Create(CreateRow { kind, id: None, fields })
    };
    let was = SetField { was: Some(json!("another title")), ..set(Kind::Commitment, &schools, "title", json!("C")) };
    let refused: Vec<(Op, &str)> = vec![
        (title(""), "required"),
        (title("a\0b"), "has-nul"),
        (title(&"x".repeat(301)), "too-long"),
        (Op::Set(set(Kind::Commitment, &schools, "reference", json!("ITU-9"))), "computed-field"),
        (Op::Set(set(Kind::Commitment, &schools, "colour", json!("red"))), "no-such-field"),
        (Op::Set(set(Kind::Commitment, &schools, "kind", json!("promise"))), "not-a-choice"),
        (Op::Set(set(Kind::Commitment, &schools, "start", json!("next year"))), "not-a-date"),
        (Op::Set(set(Kind::Commitment, &schools, "lead", json!("NOBODY"))), "no-such-row"),
        (Op::Set(set(Kind::Commitment, &schools, "partners", json!(["ITU", "NOBODY"]))), "no-such-row"),
        (Op::Set(set(Kind::Commitment, &schools, "partners", json!("ITU"))), "not-a-set"),
        (Op::Set(set(Kind::Commitment, &schools, "standing", json!("yes"))), "not-a-flag"),
        (Op::Set(set(Kind::Goal, "G1", "number", json!("one"))), "not-a-number"),
        (Op::Set(set(Kind::Commitment, "gone", "title", json!("C"))), "no-such-row"),
        (Op::Set(was), "stale-field"),
        (
            Op::SetMany(vec![
                set(Kind::Commitment, &schools, "title", json!("C")),
                set(Kind::Goal, "G1", "title", json!("")),
            ]),
            "required",
        ),
        (Op::Delete { kind: Kind::Organization, id: "ITU".into() }, "still-named"),
        (Op::Delete { kind: Kind::About, id: "about".into() }, "not-deletable"),
        (Op::DeleteMany(vec![(Kind::Commitment, schools.clone()), (Kind::Role, "chair".into())]), "still-named"),
        (create(Kind::Commitment, json!({ "title": "Nobody's" })), "required"),
        (create(Kind::Goal, json!({ "title": "No code", "number": 1.5 })), "not-a-number"),
        (
            Op::Create(CreateRow {
                kind: Kind::Organization,
                id: Some("SELF".into()),
                fields: [("name".to_owned(), json!("Self")), ("parent".to_owned(), json!("SELF"))]
                    .into_iter()
                    .collect(),
            }),
            "no-such-row",
        ),
        (create(Kind::Mapping, json!({ "commitment": schools, "objective": "O1", "goal": "G1" })), "one-of"),
        (create(Kind::Mapping, json!({ "commitment": schools, "action_line": "C2" })), "exists-already"),
        (Op::TakeFromCalendar { entries: vec!["CE1".into()] }, "exists-already"),
        (Op::TakeFromCalendar { entries: vec!["CE9".into()] }, "no-such-row"),
        (Op::TakeFromCalendar { entries: vec!["CE2".into(), "CE2".into()] }, "exists-already"),
        (Op::TakeFromCalendar { entries: vec!["CE2".into(); 10_001] }, "too-many"),
        (Op::Move { kind: Kind::Commitment, ids: vec![schools.clone()], after: Some("gone".into()) }, "no-such-row"),
    ];
    for (op, expected) in refused {
        assert_eq!(code(desk.act(&op, None)), expected, "{op:?}");
        assert_eq!(desk.plan.state(), &state, "{op:?}");
        assert_eq!((desk.plan.newest(), desk.plan.hash().unwrap()), (newest, hash.clone()), "{op:?}");
    }
    assert_eq!(read(desk.plan.path()).unwrap().state(), &state);
    desk.redo().unwrap();
    assert_eq!(desk.title(), "B");
}

#[test]
fn what_stands_in_the_way_of_a_deletion_is_named_by_the_row_that_it_belongs_to() {
    let mut desk = Desk::new();
    let mut make = |kind: Kind, id: Option<&str>, fields: Json| {
        let Json::Object(fields) = fields else { unreachable!() };
        desk.act(&Op::Create(CreateRow { kind, id: id.map(str::to_owned), fields }), None).unwrap();
    };
    let (opening, connected) = (sample::id(Kind::Milestone, "opening"), sample::id(Kind::Indicator, "connected"));
    make(Kind::Source, Some("S3"), json!({ "title": "Report" }));
    make(Kind::Measurement, None, json!({ "indicator": connected, "value": 7, "source": "S3" }));
    make(Kind::Assignment, None, json!({ "milestone": opening, "organization": "OLD", "role": "facilitator" }));
    for (kind, id, expected) in [
        (Kind::Role, "chair", ["1", "assignment", "Working group"]),
        (Kind::Role, "partner", ["1", "assignment", "Connect schools"]),
        (Kind::Organization, "OLD", ["1", "assignment", "Opening"]),
        (Kind::Source, "S3", ["1", "measurement", "Schools connected"]),
    ] {
        let Err(Error::Refused { code: "still-named", args }) = desk.act(&Op::Delete { kind, id: id.into() }, None)
        else {
            panic!("{id} is deleted")
        };
        let args: Vec<String> = args.into_iter().map(|(_, value)| value).collect();
        assert_eq!(args, expected, "{id}");
    }
}

#[test]
fn a_row_cannot_be_put_above_itself_not_even_by_two_sets_of_one_step() {
    let mut desk = Desk::new();
    let parent = |of: &str, parent: &str| set(Kind::Organization, of, "parent", json!(parent));
    assert_eq!(code(desk.act(&Op::Set(parent("ITU", "ITU")), None)), "cycle");
    assert_eq!(code(desk.act(&Op::Set(parent("ITU", "BDT")), None)), "cycle");
    assert_eq!(code(desk.act(&Op::SetMany(vec![parent("NEW", "RC"), parent("RC", "NEW")]), None)), "cycle");
    assert_eq!(
        code(desk.act(&Op::SetMany(vec![parent("NEW", "RC"), parent("OLD", "NEW"), parent("RC", "OLD")]), None)),
        "cycle"
    );
    // Turning parent and child round in one step is no circle, in whichever order.
    let turned = Op::SetMany(vec![parent("ITU", "BDT"), set(Kind::Organization, "BDT", "parent", Json::Null)]);
    assert_eq!(code(desk.act(&turned, None)), "done");
    let back = Op::SetMany(vec![set(Kind::Organization, "ITU", "parent", Json::Null), parent("BDT", "ITU")]);
    assert_eq!(code(desk.act(&back, None)), "done");
}

#[test]
fn rows_can_be_moved_whatever_their_places_look_like() {
    for places in [["0", "00", "000"], ["", "", ""], ["-", "é", "~"], ["a", "a", "a"], ["a0", "a", "a00"]] {
        let mut desk = Desk::new();
        let ids: Vec<String> = ["wg", "sub", "sub2"].iter().map(|slug| sample::id(Kind::Group, slug)).collect();
        let sets = ids.iter().zip(places).map(|(id, place)| set(Kind::Group, id, "ord", json!(place))).collect();
        desk.act(&Op::SetMany(sets), None).unwrap();
        for (id, after) in [(0, None), (2, Some(0)), (1, Some(2)), (1, None), (0, Some(2)), (2, None)] {
            let op =
                Op::Move { kind: Kind::Group, ids: vec![ids[id].clone()], after: after.map(|i: usize| ids[i].clone()) };
            desk.act(&op, None).unwrap_or_else(|e| panic!("{places:?}, {id} behind {after:?}: {e}"));
            let mut order: Vec<(&str, &str)> =
                desk.plan.state().rows(Kind::Group).map(|r| (r.text("ord"), &**r.id())).collect();
            order.sort_unstable();
            let place = order.iter().position(|(_, i)| *i == ids[id]).unwrap();
            let before = place.checked_sub(1).map(|i| order[i].1);
            assert_eq!(before, after.map(|i| ids[i].as_str()), "{places:?}: {order:?}");
        }
    }
}

#[test]
fn several_rows_are_moved_together_in_one_step_and_come_back_with_it() {
    let mut desk = Desk::new();
    let order = |desk: &Desk| -> Vec<String> {
        desk.plan.state().in_order(Kind::Commitment).iter().map(|row| row.id().to_string()).collect()
    };
    let was = order(&desk);
    assert!(was.len() >= 4, "enough rows to move");
    let act = |desk: &mut Desk, ids: &[usize], after: Option<usize>| {
        let now = order(desk);
        let ids = ids.iter().map(|at| now[*at].clone()).collect();
        desk.act(&Op::Move { kind: Kind::Commitment, ids, after: after.map(|at| now[at].clone()) }, None).unwrap()
    };
    act(&mut desk, &[2, 1], None);
    assert_eq!(order(&desk)[..3], [was[2].clone(), was[1].clone(), was[0].clone()]);
    desk.plan.undo(&context(90), false).unwrap();
    assert_eq!(order(&desk), was);
    // Behind one of themselves: where that one is.
    act(&mut desk, &[1, 0], Some(1));
    assert_eq!(order(&desk)[..2], [was[1].clone(), was[0].clone()]);
    desk.plan.undo(&context(91), false).unwrap();
    // What stands so already is no step, and a row that is named twice moves once.
    let newest = desk.plan.newest();
    act(&mut desk, &[0, 0, 1], None);
    assert_eq!((order(&desk), desk.plan.newest()), (was, newest));
}

#[test]
fn decimals_stay_to_the_last_digit() {
    let mut desk = Desk::new();
    let id = sample::id(Kind::Indicator, "women");
    for number in
        [0.1 + 0.2, -1.0184379876263305e61, 2.1534004110445722e-290, f64::MAX, 5e-324, -0.0, 9007199254740993.0]
    {
        desk.act(&Op::Set(set(Kind::Indicator, &id, "target", json!(number))), None).unwrap();
        let fresh = read(desk.plan.path()).unwrap();
        let kept = fresh.state().row(Kind::Indicator, &id).unwrap().get("target").map(plan::Value::to_json);
        assert_eq!(kept.and_then(|json| json.as_f64()), Some(number));
        assert_eq!(fresh.state(), desk.plan.state());
        fresh.verify().unwrap();
    }
}

#[test]
fn a_number_of_a_commitment_is_given_once() {
    let mut desk = Desk::new();
    let new = || {
        let Json::Object(fields) = json!({ "title": "New", "owner": "ITU" }) else { unreachable!() };
        Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields })
    };
    desk.act(&new(), None).unwrap();
    let row = desk.plan.state().rows(Kind::Commitment).find(|row| row.text("title") == "New").unwrap().clone();
    assert_eq!(row.text("reference"), "ITU-003");
    desk.act(&Op::Delete { kind: Kind::Commitment, id: row.id().to_string() }, None).unwrap();
    desk.act(&new(), None).unwrap();
    let row = desk.plan.state().rows(Kind::Commitment).find(|row| row.text("title") == "New").unwrap().clone();
    assert_eq!(row.text("reference"), "ITU-004", "a letter may have named the row that is gone");
    // What was taken back at once nobody has named.
    desk.undo().unwrap();
    desk.act(&new(), None).unwrap();
    assert!(desk.plan.state().rows(Kind::Commitment).any(|row| row.text("reference") == "ITU-004"));
}

#[test]
fn an_assignment_goes_from_a_group_to_a_commitment_in_one_step() {
    let mut desk = Desk::new();
    let row = desk.plan.state().rows(Kind::Assignment).find(|row| !row.text("group").is_empty()).unwrap().clone();
    let group = set(Kind::Assignment, row.id(), "group", Json::Null);
    let commitment = set(Kind::Assignment, row.id(), "commitment", json!(schools()));
    assert_eq!(code(desk.act(&Op::Set(group.clone()), None)), "one-of");
    assert_eq!(code(desk.act(&Op::Set(commitment.clone()), None)), "one-of");
    assert_eq!(code(desk.act(&Op::SetMany(vec![group, commitment]), None)), "done");
}

#[test]
fn a_moment_is_a_step_an_instant_or_the_name_of_a_snapshot() {
    let mut desk = Desk::new();
    desk.act(&title("A"), None).unwrap();
    desk.plan.snapshot(&context(10), "For the Council", With::default()).unwrap();
    desk.requests = 20;
    desk.act(&title("B"), None).unwrap();
    let at = |text: &str| {
        let state = desk.plan.at(&Moment::parse(text));
        state.map(|state| state.row(Kind::Commitment, &schools()).unwrap().text("title").to_owned())
    };
    assert_eq!(at("0").unwrap(), "Connect schools");
    assert_eq!(at("1").unwrap(), "A");
    assert_eq!(at("For the Council").unwrap(), "A");
    assert_eq!(at("From next year").unwrap(), "Connect schools");
    assert_eq!(at(&context(15).at()).unwrap(), "A");
    assert_eq!(at(&context(99).at()).unwrap(), "B");
    assert_eq!(code(at("2000-01-01T00:00:00+02:00")), "before-beginning");
    for nowhere in ["4", "-1", "Never made", ""] {
        assert_eq!(code(at(nowhere)), "no-such-moment", "{nowhere}");
    }
    assert!(desk.folder.path().exists());
}
