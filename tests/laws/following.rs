//! What follows the decision on something else: what a deletion emptied, and where facts come from.

use std::sync::Arc;

use plan::merge::{
    Common, Composed, Content, Issued, Key, Merged, Part, Proposal, Verdict, Version, Why, Wish, compose, merge, units,
};
use plan::{Kind, Row, State, Value};
use plan_tests::tiny::{Edit, base, edited};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn proposal(common: &State, theirs: &State) -> Proposal {
    let version = |state: &State| Version { state: Arc::new(state.clone()), ..Version::default() };
    let common = Common { version: version(common), ..Common::default() };
    Proposal { version: version(theirs), common: Some(common), organization: None }
}

fn key(kind: Kind, id: &str, field: &str) -> Key {
    let index = kind.def().index(field);
    let at = units(kind).iter().position(|unit| index.is_some_and(|index| unit.fields.contains(&index)));
    Key { kind, id: id.into(), part: at.map_or(Part::Row, |at| Part::Unit(at as u8)) }
}

fn with(state: &State, kind: Kind, id: &str, fields: &[(&str, Json)]) -> State {
    let mut state = state.clone();
    let row = state.row(kind, id).map_or_else(|| Row::new(kind, id), |row| (**row).clone());
    state.put(fields.iter().fold(row, |row, (name, json)| {
        let index = kind.def().index(name).unwrap();
        row.with(index, Value::accept(&kind.def().fields[index as usize], json).unwrap())
    }));
    state
}

fn without(state: &State, kind: Kind, id: &str) -> State {
    let mut state = state.clone();
    state.remove(kind, id);
    state
}

/// What comes of one file, where what is named is decided: theirs (true), mine (false).
fn decided(mine: &State, proposal: &Proposal, choices: &[(Key, bool)]) -> (Merged, Composed) {
    let proposals = [proposal.clone()];
    let merged = merge(mine, &proposals, &Issued::default());
    let wish = |(key, theirs): &(Key, bool)| {
        let content = theirs.then(|| merged.item(key).unwrap().theirs[0].content.clone());
        Wish { key: key.clone(), content }
    };
    let wishes: Vec<Wish> = choices.iter().map(wish).collect();
    let composed = compose(mine, &proposals, &merged, &wishes);
    (merged, composed)
}

#[test]
fn what_a_deletion_emptied_goes_with_it_and_stays_with_the_row() {
    let b = with(&base(), Kind::Milestone, "m2", &[("anchor_distance", json!(-30)), ("anchor_unit", json!("days"))]);
    let gone = without(&b, Kind::Milestone, "m1");
    let theirs = with(&gone, Kind::Milestone, "m2", &[("anchor", Json::Null)]);
    let one = proposal(&b, &theirs);
    let (deletion, anchor) = (key(Kind::Milestone, "m1", ""), key(Kind::Milestone, "m2", "anchor"));
    let hangs = |composed: &Composed| composed.state.row(Kind::Milestone, "m2").unwrap().text("anchor").to_owned();
    let (merged, silent) = decided(&b, &one, &[]);
    assert_eq!(merged.item(&anchor).unwrap().verdict, Verdict::Asked(Why::Emptied));
    assert_eq!(merged.led_by(merged.item(&anchor).unwrap())[0].key, deletion);
    assert!(silent.changes.is_empty());
    let (_, kept) = decided(&b, &one, &[(deletion.clone(), false)]);
    assert!(kept.changes.is_empty());
    let (_, taken) = decided(&b, &one, &[(deletion.clone(), true)]);
    assert!(taken.held.is_empty() && taken.done.contains(&anchor), "{:?}", taken.held);
    assert_eq!(hangs(&taken), "");
    // Against each other: what would be emptied stays while the row does, and the row while it is needed.
    let (_, row_stays) = decided(&b, &one, &[(deletion.clone(), false), (anchor.clone(), true)]);
    assert_eq!((hangs(&row_stays), row_stays.held[0].why), ("m1".into(), Why::Emptied));
    let (_, needed) = decided(&b, &one, &[(deletion, true), (anchor, false)]);
    assert_eq!((hangs(&needed), needed.held[0].why), ("m1".into(), Why::Needed));
}

#[test]
fn what_was_deleted_along_with_a_row_goes_with_it_and_stays_with_it() {
    let b = base();
    let theirs = without(&without(&b, Kind::Indicator, "i1"), Kind::Measurement, "q1");
    let one = proposal(&b, &theirs);
    let (deletion, along) = (key(Kind::Indicator, "i1", ""), key(Kind::Measurement, "q1", ""));
    let is_there = |composed: &Composed| {
        [(Kind::Indicator, "i1"), (Kind::Measurement, "q1")].map(|(kind, id)| composed.state.row(kind, id).is_some())
    };
    let (merged, silent) = decided(&b, &one, &[]);
    assert_eq!(merged.item(&along).unwrap().verdict, Verdict::Asked(Why::Along));
    assert_eq!(merged.led_by(merged.item(&along).unwrap())[0].key, deletion);
    assert!(silent.changes.is_empty());
    let (_, taken) = decided(&b, &one, &[(deletion.clone(), true)]);
    assert_eq!((is_there(&taken), taken.held.len()), ([false, false], 0));
    // Where the row cannot go, neither does what went with it; where somebody says no to the row and yes to that, it does.
    let needed = with(&b, Kind::Measurement, "q9", &[("indicator", json!("i1")), ("value", json!(2.0))]);
    let (_, held) = decided(&needed, &one, &[(deletion.clone(), true), (along.clone(), true)]);
    assert_eq!(is_there(&held), [true, true]);
    let whys: Vec<Why> = held.held.iter().map(|held| held.why).collect();
    assert_eq!(whys, [Why::Needed, Why::Along]);
    let (_, alone) = decided(&b, &one, &[(deletion, false), (along, true)]);
    assert_eq!(is_there(&alone), [true, false]);
}

#[test]
fn what_comes_along_with_a_row_is_the_same_in_whatever_order_the_files_are() {
    let b = base();
    let mine = without(&without(&b, Kind::Measurement, "q1"), Kind::Indicator, "i1");
    let added =
        |state: &State| with(state, Kind::Measurement, "q9", &[("indicator", json!("i1")), ("value", json!(2.0))]);
    let renamed = |title: &str| with(&added(&b), Kind::Indicator, "i1", &[("title", json!(title))]);
    let title = |files: &[State]| {
        let files: Vec<Proposal> = files.iter().map(|file| proposal(&b, file)).collect();
        let merged = merge(&mine, &files, &Issued::default());
        let wish = Wish {
            key: key(Kind::Measurement, "q9", ""),
            content: Some(merged.item(&key(Kind::Measurement, "q9", "")).unwrap().theirs[0].content.clone()),
        };
        let composed = compose(&mine, &files, &merged, &[wish]);
        composed.state.row(Kind::Indicator, "i1").map(|row| row.text("title").to_owned())
    };
    // What one changed comes as that one has it; what two changed differently is a question first.
    for files in [[added(&b), renamed("Red")], [renamed("Red"), added(&b)]] {
        assert_eq!(title(&files).as_deref(), Some("Red"));
    }
    for files in [[renamed("Blue"), renamed("Red")], [renamed("Red"), renamed("Blue")]] {
        assert_eq!(title(&files), None);
    }
    assert_eq!(title(&[added(&b)]).as_deref(), Some("Count"));
}

#[test]
fn an_element_of_a_set_goes_with_the_deletion_of_what_it_names() {
    let b = base();
    let gone = without(&b, Kind::Organization, "B");
    let theirs = with(&gone, Kind::Commitment, "c1", &[("partners", json!(["C"]))]);
    let one = proposal(&b, &theirs);
    let (deletion, partners) = (key(Kind::Organization, "B", ""), key(Kind::Commitment, "c1", "partners"));
    let has =
        |composed: &Composed| composed.state.row(Kind::Commitment, "c1").unwrap().get("partners").unwrap().to_json();
    let (_, kept) = decided(&b, &one, &[(deletion.clone(), false), (partners.clone(), true)]);
    assert_eq!(has(&kept), json!(["B", "C"]));
    let (_, taken) = decided(&b, &one, &[(deletion, true), (partners, true)]);
    assert_eq!((has(&taken), taken.held.len()), (json!(["C"]), 0));
}

#[test]
fn where_facts_come_from_follows_them() {
    let stated = [("basis", json!("stated")), ("source", json!("S1"))];
    let b = with(&base(), Kind::Commitment, "c1", &stated);
    let both = with(&b, Kind::Commitment, "c1", &[("lead", json!("B")), ("basis", json!("our_reading"))]);
    let one = proposal(&b, &both);
    let (lead, basis) = (key(Kind::Commitment, "c1", "lead"), key(Kind::Commitment, "c1", "basis"));
    let has = |composed: &Composed| composed.state.row(Kind::Commitment, "c1").unwrap().text("basis").to_owned();
    let (merged, silent) = decided(&b, &one, &[]);
    assert_eq!(merged.item(&basis).unwrap().verdict, Verdict::Asked(Why::Facts));
    assert!(silent.changes.is_empty());
    assert_eq!(has(&decided(&b, &one, &[(lead.clone(), false)]).1), "stated");
    assert_eq!(has(&decided(&b, &one, &[(lead, true)]).1), "our_reading");
    // Changed alone, or with a fact that is taken, it is taken.
    for alone in [
        with(&b, Kind::Commitment, "c1", &[("basis", json!("our_reading"))]),
        with(&both, Kind::Commitment, "c1", &[("end", json!("2028"))]),
    ] {
        assert_eq!(has(&decided(&b, &proposal(&b, &alone), &[]).1), "our_reading");
    }
}

#[test]
fn a_status_and_what_takes_the_place_of_a_commitment_are_one_question() {
    let b = with(&base(), Kind::Commitment, "c1", &[("status", json!("ongoing"))]);
    let next = [("status", json!("superseded")), ("superseded_by", json!("c2"))];
    let one = proposal(&b, &with(&b, Kind::Commitment, "c1", &next));
    let status = key(Kind::Commitment, "c1", "status");
    assert_eq!(status, key(Kind::Commitment, "c1", "superseded_by"));
    let (merged, silent) = decided(&b, &one, &[]);
    assert_eq!((merged.items.len(), merged.items[0].verdict), (1, Verdict::Asked(Why::Status)));
    assert!(silent.changes.is_empty());
    let row = decided(&b, &one, &[(status, true)]).1.state.row(Kind::Commitment, "c1").unwrap().clone();
    assert_eq!((row.text("status"), row.text("superseded_by")), ("superseded", "c2"));
}

#[test]
fn two_who_add_the_same_link_agree_wherever_it_stands() {
    let b = base();
    let added = |ord: &str| {
        let fields =
            [("group", json!("g1")), ("organization", json!("B")), ("role", json!("lead")), ("ord", json!(ord))];
        with(&b, Kind::Assignment, "same", &fields)
    };
    let (one, two) = (proposal(&b, &added("a0000005")), proposal(&b, &added("a0000003")));
    for files in [[one.clone(), two.clone()], [two.clone(), one.clone()]] {
        let merged = merge(&b, &files, &Issued::default());
        assert_eq!(merged.items.len(), 1, "{:#?}", merged.items);
        let Content::Row(row) = &merged.items[0].theirs[0].content else { panic!("a row") };
        assert_eq!(row.text("ord"), "a0000003");
    }
    assert!(merge(&added("a0000003"), &[one], &Issued::default()).items.is_empty());
}

fn paragraph(state: &State) -> (bool, Vec<String>) {
    let declined = state.row(Kind::Provision, "P1").unwrap().flag("not_for_us");
    let answers =
        state.rows(Kind::Mapping).filter(|row| row.text("provision") == "P1" && !row.text("answer").is_empty());
    (declined, answers.map(|row| row.id().to_string()).collect())
}

fn declining(state: &State) -> State {
    let fields = [("not_for_us", json!(true)), ("not_for_us_because", json!("For Governments"))];
    with(state, Kind::Provision, "P1", &fields)
}

fn answering(state: &State, id: &str, commitment: &str) -> State {
    let fields = [("commitment", json!(commitment)), ("provision", json!("P1")), ("answer", json!("continues"))];
    with(state, Kind::Mapping, id, &fields)
}

#[test]
fn a_paragraph_that_one_answers_and_another_says_is_not_for_us_is_one_question_and_never_both() {
    let b = base();
    let (no, link) = (key(Kind::Provision, "P1", "not_for_us"), key(Kind::Mapping, "y1", ""));
    let why = |merged: &Merged, key: &Key| merged.item(key).unwrap().why().unwrap();
    // Mine is not for us, theirs is an answer.
    let mine = declining(&b);
    let one = proposal(&b, &answering(&b, "y1", "c1"));
    let (merged, silent) = decided(&mine, &one, &[]);
    assert_eq!((why(&merged, &link), why(&merged, &no)), (Why::Clash("decided-twice"), Why::Opposite));
    assert_eq!(paragraph(&silent.state), (true, vec![]));
    let (_, taken) = decided(&mine, &one, &[(link.clone(), true)]);
    assert_eq!((paragraph(&taken.state), taken.held.len()), ((false, vec!["y1".into()]), 0));
    assert_eq!(taken.state.row(Kind::Provision, "P1").unwrap().text("not_for_us_because"), "");
    let (_, kept) = decided(&mine, &one, &[(link.clone(), false)]);
    assert!(kept.changes.is_empty());
    let (_, against) = decided(&mine, &one, &[(link.clone(), true), (no.clone(), false)]);
    assert_eq!((paragraph(&against.state), against.held[0].why), ((true, vec![]), Why::Clash("decided-twice")));
    // Mine is an answer, theirs is not for us.
    let (mine, answer) = (answering(&b, "y1", "c1"), key(Kind::Mapping, "y1", "answer"));
    let one = proposal(&b, &declining(&b));
    let (merged, silent) = decided(&mine, &one, &[]);
    assert_eq!((why(&merged, &no), why(&merged, &answer)), (Why::Clash("decided-twice"), Why::Opposite));
    assert_eq!(paragraph(&silent.state), (false, vec!["y1".into()]));
    let (_, taken) = decided(&mine, &one, &[(no.clone(), true)]);
    assert_eq!((paragraph(&taken.state), taken.held.len()), ((true, vec![]), 0));
    // Both had an answer, and whoever says that it is not for us took that away.
    let one = proposal(&mine, &declining(&without(&mine, Kind::Mapping, "y1")));
    let (merged, silent) = decided(&mine, &one, &[]);
    assert_eq!((why(&merged, &link), why(&merged, &no)), (Why::Deletion, Why::Opposite));
    assert!(silent.changes.is_empty());
    let (_, taken) = decided(&mine, &one, &[(link.clone(), true)]);
    assert_eq!(paragraph(&taken.state), (true, vec![]));
    let (_, kept) = decided(&mine, &one, &[(link.clone(), false)]);
    assert!(kept.changes.is_empty());
    // A link that does not say how it answers is none, and mine that says both is nobody's change.
    let bare = with(&b, Kind::Mapping, "y1", &[("commitment", json!("c1")), ("provision", json!("P1"))]);
    assert_eq!(why_all(&merge(&declining(&b), &[proposal(&b, &bare)], &Issued::default())), []);
    let mixed = answering(&declining(&b), "y1", "c1");
    let other = with(&mixed, Kind::Mapping, "y1", &[("reason", json!("because"))]);
    assert_eq!(why_all(&merge(&mixed, &[proposal(&mixed, &other)], &Issued::default())), []);
}

fn why_all(merged: &Merged) -> Vec<Why> {
    merged.items.iter().filter_map(|item| item.why()).collect()
}

#[test]
fn of_two_colleagues_one_answers_a_paragraph_and_the_other_says_it_is_not_for_us() {
    let b = base();
    let (no, link) = (key(Kind::Provision, "P1", "not_for_us"), key(Kind::Mapping, "y1", ""));
    let files = [proposal(&b, &declining(&b)), proposal(&b, &answering(&b, "y1", "c1"))];
    let merged = merge(&b, &files, &Issued::default());
    assert_eq!(why_all(&merged), [Why::Clash("decided-twice"); 2], "{:#?}", merged.items);
    let of = |keys: &[&Key]| {
        let wish = |key: &&Key| Wish {
            key: (*key).clone(),
            content: Some(merged.item(key).unwrap().theirs[0].content.clone()),
        };
        compose(&b, &files, &merged, &keys.iter().map(wish).collect::<Vec<_>>())
    };
    assert!(of(&[]).changes.is_empty());
    assert_eq!(paragraph(&of(&[&no]).state), (true, vec![]));
    assert_eq!(paragraph(&of(&[&link]).state), (false, vec!["y1".into()]));
    let both = of(&[&no, &link]);
    assert_eq!(both.held.len(), 1);
    assert_ne!(paragraph(&both.state), (true, vec!["y1".into()]));
}

proptest! {
    #![proptest_config(plan_tests::cases(256))]

    /// Whatever is decided of one file: a row that stays is let go of by nobody who did not change more than that.
    #[test]
    fn what_hangs_on_a_row_that_stays_hangs_on_it(x in prop::collection::vec(any::<Edit>(), 0..7), choices in any::<[u8; 16]>()) {
        let b = base();
        let x = edited(&b, &x);
        let one = proposal(&b, &x);
        let merged = merge(&b, std::slice::from_ref(&one), &Issued::default());
        let emptied: Vec<Key> =
            merged.items.iter().filter(|item| item.why() == Some(Why::Emptied)).map(|item| item.key.clone()).collect();
        let choices: Vec<(Key, bool)> = merged.items.iter().zip(choices.iter().cycle())
            .filter(|(_, choice)| *choice % 3 > 0)
            .map(|(item, choice)| (item.key.clone(), choice % 3 > 1))
            .collect();
        let (merged, composed) = decided(&b, &one, &choices);
        for key in emptied {
            let rows_stay = merged.led_by(merged.item(&key).unwrap()).iter().any(|row| composed.state.row(row.key.kind, &row.key.id).is_some());
            if rows_stay && let Some(row) = composed.state.row(key.kind, &key.id) && !key.unit().unwrap().is_set {
                prop_assert!(key.unit().unwrap().same(row, b.row(key.kind, &key.id).unwrap()), "{key:?}");
            }
        }
    }
}
