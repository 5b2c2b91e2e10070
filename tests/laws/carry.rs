//! Carrying a plan forward to an instrument: what is proposed and why, what a decision writes, that deciding again replaces it and
//! taking it back empties it, and that it ends in an edition which can be opened for ever.

use std::sync::Arc;
use std::time::Instant;

use plan::assets::{DEVELOPMENTS, STARTER, starter_id};
use plan::carry::{Candidate, Counts, Decision, Decisions, Proposals, Reason, Vocabulary, paragraphs, propose};
use plan::history::Moment;
use plan::snapshot::Snapshot;
use plan::{Answering, Error, Kind, Op, Origin, Plan, SetField, State};
use plan_tests::context;
use plan_tests::desk::{Desk, set};
use serde_json::{Map, Value as Json, json};

const WSIS: &str = "A-RES-80-173";
const P23: &str = "A-RES-80-173-23";
const P24: &str = "A-RES-80-173-24";
const P113: &str = "A-RES-80-173-113";

/// A plan made from the ITU's, whose person acts for the ITU.
fn desk() -> Desk {
    Desk::with(|path| {
        Plan::create(path, Origin::Snapshot(STARTER), &context(1)).unwrap();
    })
}

fn id(slug: &str) -> String {
    starter_id(Kind::Commitment, slug)
}

fn counts(state: &State) -> Counts {
    Decisions::of(state).counts(state, WSIS)
}

fn decision(state: &State, provision: &str) -> Decision {
    Decisions::of(state).about(state.row(Kind::Provision, provision).unwrap())
}

/// Commitment and answer of a paragraph, in order.
fn answers(state: &State, provision: &str) -> Vec<(String, &'static str)> {
    match decision(state, provision) {
        Decision::Answered(answers) => {
            answers.into_iter().map(|answer| (answer.commitment.to_string(), answer.answer)).collect()
        }
        Decision::Open | Decision::NotForUs => Vec::new(),
    }
}

fn answer(provision: &str, answer: Answering) -> Op {
    Op::CarryAnswer { provision: provision.into(), answer }
}

fn fields(fields: Json) -> Map<String, Json> {
    fields.as_object().unwrap().clone()
}

/// The paragraphs of the resolution with other texts, and a plan that has them.
fn with_texts(texts: &[(&str, Json)]) -> Desk {
    let mut desk = desk();
    for (provision, values) in texts {
        let sets = values.as_object().unwrap().iter();
        let sets: Vec<SetField> =
            sets.map(|(field, value)| set(Kind::Provision, provision, field, value.clone())).collect();
        desk.act(&Op::SetMany(sets));
    }
    desk
}

fn proposed(state: &State, provision: &str) -> Vec<Candidate> {
    let vocabulary = Arc::new(Vocabulary::of(state));
    Proposals::of(state, &vocabulary, WSIS).for_paragraph(state.row(Kind::Provision, provision).unwrap())
}

fn first<'a>(state: &'a State, found: &[Candidate]) -> &'a str {
    state.row(Kind::Commitment, &found[0].commitment).unwrap().title()
}

#[test]
fn nothing_is_decided_before_somebody_decides_links_or_not() {
    let desk = desk();
    let state = desk.plan.state();
    let all = paragraphs(state, WSIS).count();
    assert_eq!(counts(state), Counts { answered: 0, not_for_us: 0, open: all });
    assert!(all >= 9);
    let of_gdc = Decisions::of(state).counts(state, "GDC");
    assert_eq!(of_gdc.decided(), 0, "a link without an answer is a reason to propose, and no decision");
}

#[test]
fn what_continues_completes_or_is_none_of_ours_is_one_step_and_deciding_again_replaces_it() {
    let mut desk = desk();
    let giga = id("giga");
    desk.act_there_and_back(&answer(P23, Answering::Continues(giga.clone())));
    assert_eq!(answers(desk.plan.state(), P23), [(giga.clone(), "continues")]);
    desk.act_there_and_back(&answer(P23, Answering::Completed(giga.clone())));
    assert_eq!(answers(desk.plan.state(), P23), [(giga.clone(), "completed")]);
    assert_eq!(desk.text(Kind::Commitment, &giga, "status"), "ongoing", "an answer is no report");
    assert!(desk.try_act(&answer(P23, Answering::Completed(giga.clone()))).unwrap().is_none(), "twice is once");

    // Several commitments may answer one paragraph; that it is none of ours takes the place of all of them.
    let other = id("metrics");
    desk.act(&answer(P23, Answering::Continues(other.clone())));
    assert_eq!(answers(desk.plan.state(), P23).len(), 2);
    let none = |because: &str| Op::CarryNotForUs { provisions: vec![P23.into(), P24.into()], because: because.into() };
    desk.act_there_and_back(&none(" For Governments. "));
    assert_eq!(decision(desk.plan.state(), P23), Decision::NotForUs);
    assert_eq!(desk.text(Kind::Provision, P24, "not_for_us_because"), "For Governments.");
    assert!(!desk.plan.state().rows(Kind::Mapping).any(|link| link.text("provision") == P23), "no link is left over");
    desk.act_there_and_back(&answer(P24, Answering::Continues(giga)));
    assert_eq!(desk.value(Kind::Provision, P24, "not_for_us_because"), Json::Null);
    assert_eq!(counts(desk.plan.state()).decided(), 2);

    let back = |commitment: Option<&str>| Op::CarryTakeBack {
        provisions: vec![P23.into(), P24.into()],
        commitment: commitment.map(str::to_owned),
    };
    desk.act_there_and_back(&back(None));
    assert_eq!(counts(desk.plan.state()).decided(), 0);
    assert!(desk.try_act(&back(None)).unwrap().is_none(), "what is open stays open without a step");
    desk.act(&answer(P23, Answering::Continues(other.clone())));
    desk.act(&answer(P23, Answering::Continues(id("giga"))));
    desk.act_there_and_back(&back(Some(&other)));
    assert_eq!(answers(desk.plan.state(), P23), [(id("giga"), "continues")]);
}

#[test]
fn a_link_that_was_there_keeps_what_it_says_when_its_answer_is_taken_back() {
    let mut desk = desk();
    let giga = id("giga");
    let link = json!({ "commitment": giga, "provision": P23, "reason": "Schools", "basis": "stated", "source": "SRC-A-RES-80-173" });
    let (_, link) = desk.make(Kind::Mapping, link);
    desk.act(&answer(P23, Answering::Continues(giga.clone())));
    assert_eq!(desk.texts(Kind::Mapping, &link, ["answer", "basis"]), ["continues", "stated"]);
    desk.act(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None });
    assert_eq!(desk.texts(Kind::Mapping, &link, ["answer", "reason", "basis"]), ["", "Schools", "stated"]);
    // Two documents state one link: one of them says the answer.
    let second = json!({ "commitment": giga, "provision": P23, "reason": "Again", "basis": "our_reading" });
    desk.make(Kind::Mapping, second);
    desk.act(&answer(P23, Answering::Completed(giga)));
    assert_eq!(answers(desk.plan.state(), P23).len(), 1);
}

#[test]
fn a_new_commitment_takes_from_the_paragraph_what_it_says() {
    let mut desk = with_texts(&[(
        P23,
        json!({
            "title": "Report on connectivity", "action": "Requests the ITU to report on connectivity", "kind": "request",
            "due": "2027", "due_words": "in 2027",
        }),
    )]);
    let outcome = desk.act_there_and_back(&answer(P23, Answering::New(Map::new())));
    let made = outcome.created.iter().find(|(kind, _)| *kind == Kind::Commitment).unwrap().1.to_string();
    assert_eq!(outcome.made().map(|id| &**id), Some(&*made), "the commitment is what the step was to make");
    let texts = desk.texts(
        Kind::Commitment,
        &made,
        ["title", "description", "kind", "owner", "objective", "end", "end_words", "source_para", "basis", "status"],
    );
    let expected = [
        "Report on connectivity",
        "Requests the ITU to report on connectivity",
        "request_received",
        "ITU",
        "FOLLOW-UP",
        "2027",
        "in 2027",
        "A/RES/80/173, ¶ 23",
        "our_reading",
        "",
    ];
    assert_eq!(texts, expected);
    assert!(desk.text(Kind::Commitment, &made, "reference").starts_with("ITU-"));
    assert_eq!(answers(desk.plan.state(), P23), [(made.clone(), "new")]);
    // What was made stays when the decision is taken back: somebody may have worked on it.
    desk.act(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None });
    assert!(desk.row(Kind::Commitment, &made).is_some());
    let given = fields(json!({ "title": "In my words", "objective": null, "end": "2028" }));
    let outcome = desk.act(&answer(P24, Answering::New(given)));
    let made = outcome.made().unwrap().to_string();
    assert_eq!(
        desk.texts(Kind::Commitment, &made, ["title", "objective", "end", "end_words"]),
        ["In my words", "", "2028", ""]
    );
    assert_eq!(desk.refused(&answer(P24, Answering::New(fields(json!({ "title": " " }))))), "required");
    assert_eq!(desk.refused(&answer(P24, Answering::New(fields(json!({ "mood": "good" }))))), "no-such-field");
}

#[test]
fn what_is_superseded_says_by_what_and_stands_again_when_that_is_taken_back() {
    let mut desk = desk();
    let (giga, metrics) = (id("giga"), id("metrics"));
    let status = ["status", "status_as_of", "status_as_of_words", "status_by", "superseded_by"];
    let before = desk.texts(Kind::Commitment, &giga, status).map(str::to_owned);
    desk.act_there_and_back(&answer(P23, Answering::SupersededBy(giga.clone(), metrics.clone())));
    let today = context(1).today.to_string();
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), ["superseded", &today, "", "BDT", &metrics]);
    assert_eq!(answers(desk.plan.state(), P23), [(giga.clone(), "superseded"), (metrics.clone(), "continues")]);

    // By another one after all; then it stands again just as it stood.
    let outcome = desk.act_there_and_back(&answer(P23, Answering::SupersededByNew(giga.clone(), Map::new())));
    let made = outcome.created.iter().find(|(kind, _)| *kind == Kind::Commitment).unwrap().1.to_string();
    assert_eq!(desk.text(Kind::Commitment, &giga, "superseded_by"), made);
    assert!(answers(desk.plan.state(), P23).contains(&(made, "new")));
    desk.act_there_and_back(&answer(P23, Answering::Continues(giga.clone())));
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), before.each_ref().map(String::as_str));

    // For one paragraph and for another: only when both are taken back.
    let by = |provision: &str| answer(provision, Answering::SupersededBy(giga.clone(), metrics.clone()));
    desk.act(&by(P23));
    desk.act(&by(P24));
    let back = |provision: &str| Op::CarryTakeBack { provisions: vec![provision.into()], commitment: None };
    desk.act(&back(P23));
    assert_eq!(desk.text(Kind::Commitment, &giga, "status"), "superseded");
    let none = Op::CarryNotForUs { provisions: vec![P24.into()], because: "No".into() };
    desk.act_there_and_back(&none);
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), before.each_ref().map(String::as_str));

    // What was stated since is nobody's to take back.
    desk.act(&by(P23));
    desk.set(Kind::Commitment, &giga, "status", json!("concluded"));
    desk.act(&back(P23));
    assert_eq!(desk.texts(Kind::Commitment, &giga, ["status", "superseded_by"]), ["concluded", ""]);
}

#[test]
fn another_successor_is_not_named_behind_the_back_of_another_paragraph() {
    let mut desk = desk();
    let (giga, metrics, map) = (id("giga"), id("metrics"), id("implementation-map"));
    let by = |provision: &str, other: &str| answer(provision, Answering::SupersededBy(giga.clone(), other.into()));
    desk.act(&by(P23, &metrics));
    desk.act(&by(P24, &metrics));
    assert_eq!(desk.refused(&by(P23, &map)), "has-successor");
    assert_eq!(desk.text(Kind::Commitment, &giga, "superseded_by"), metrics);
    // Where one paragraph alone has named it, that one may name another.
    desk.act(&Op::CarryTakeBack { provisions: vec![P24.into()], commitment: None });
    desk.act(&by(P23, &map));
    assert_eq!(desk.text(Kind::Commitment, &giga, "superseded_by"), map);
}

#[test]
fn what_took_its_place_answers_no_longer_when_it_is_decided_again() {
    let mut desk = desk();
    let (giga, metrics, map) = (id("giga"), id("metrics"), id("implementation-map"));
    let by = |row: &str, other: &str| answer(P23, Answering::SupersededBy(row.into(), other.into()));
    let superseded = |row: &str| (row.to_owned(), "superseded");
    let continues = |row: &str| (row.to_owned(), "continues");
    let said = |desk: &Desk| {
        let mut said = answers(desk.plan.state(), P23);
        said.sort_by_key(|(row, _)| [&giga, &metrics, &map].iter().position(|known| *known == row));
        said
    };

    // By another, by none, or taken back: the answer of the first goes with the decision that gave it.
    desk.act(&by(&giga, &metrics));
    desk.act_there_and_back(&by(&giga, &map));
    assert_eq!(said(&desk), [superseded(&giga), continues(&map)]);
    let outcome = desk.act_there_and_back(&answer(P23, Answering::SupersededByNew(giga.clone(), Map::new())));
    let made = outcome.created.iter().find(|(kind, _)| *kind == Kind::Commitment).unwrap().1.to_string();
    assert_eq!(said(&desk), [(made.clone(), "new"), superseded(&giga)]);
    desk.act_there_and_back(&answer(P23, Answering::Continues(giga.clone())));
    assert_eq!(said(&desk), [continues(&giga)]);
    assert!(desk.row(Kind::Commitment, &made).is_some(), "what was made stays: somebody may have worked on it");
    desk.act(&by(&giga, &metrics));
    desk.act_there_and_back(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: Some(giga.clone()) });
    assert_eq!(said(&desk), []);

    // What was decided by itself stays: before it, and since.
    desk.act(&answer(P23, Answering::Continues(metrics.clone())));
    desk.act(&by(&giga, &metrics));
    desk.act_there_and_back(&by(&giga, &map));
    assert_eq!(said(&desk), [superseded(&giga), continues(&metrics), continues(&map)]);
    desk.act(&answer(P23, Answering::Completed(map.clone())));
    desk.act_there_and_back(&by(&giga, &metrics));
    assert_eq!(said(&desk), [superseded(&giga), continues(&metrics), (map.clone(), "completed")]);

    // So does what takes the place of another one, too; and what a link says besides.
    desk.act(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None });
    let link = json!({ "commitment": map, "provision": P23, "reason": "Both map" });
    let (_, link) = desk.make(Kind::Mapping, link);
    let other = id("action-lines-implementation");
    desk.act(&by(&giga, &map));
    desk.act(&by(&other, &map));
    desk.act_there_and_back(&by(&giga, &metrics));
    assert!(said(&desk).contains(&continues(&map)), "it still takes the place of another");
    desk.act_there_and_back(&answer(P23, Answering::Continues(other)));
    assert!(!said(&desk).iter().any(|(row, _)| *row == map));
    assert_eq!(desk.texts(Kind::Mapping, &link, ["answer", "reason"]), ["", "Both map"]);
}

#[test]
fn what_cannot_be_decided_so_is_refused() {
    let mut desk = desk();
    let (giga, metrics) = (id("giga"), id("metrics"));
    assert_eq!(desk.refused(&answer("GONE", Answering::Continues(giga.clone()))), "no-such-row");
    assert_eq!(desk.refused(&answer(P23, Answering::Continues("GONE".into()))), "no-such-row");
    let itself = Answering::SupersededBy(giga.clone(), giga.clone());
    assert_eq!(desk.refused(&answer(P23, itself)), "cycle");
    desk.act(&answer(P23, Answering::SupersededBy(giga.clone(), metrics.clone())));
    assert_eq!(desk.refused(&answer(P23, Answering::SupersededBy(metrics.clone(), giga.clone()))), "cycle");
    let by_another = Answering::SupersededBy(giga, id("implementation-map"));
    assert_eq!(desk.refused(&answer(P24, by_another)), "has-successor");
    let none = |because: &str| Op::CarryNotForUs { provisions: vec![P23.into()], because: because.into() };
    assert_eq!(desk.refused(&none("  ")), "required");
    assert_eq!(desk.refused(&none("\u{0}")), "has-nul");
    let gone = Op::CarryNotForUs { provisions: vec![P23.into(), "GONE".into()], because: "x".into() };
    assert_eq!(desk.refused(&gone), "no-such-row");
}

#[test]
fn what_was_stated_by_hand_before_a_decision_stands_when_that_is_taken_back() {
    let mut desk = desk();
    let (giga, metrics) = (id("giga"), id("metrics"));
    let status = ["status", "status_as_of", "status_by", "superseded_by"];
    let back = Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None };
    let by = |to: &str| answer(P23, Answering::SupersededBy(giga.clone(), to.to_owned()));

    // The status alone: the successor goes with the decision, and what was stated stays.
    desk.set(Kind::Commitment, &giga, "status", json!("superseded"));
    desk.set(Kind::Commitment, &giga, "status_by", json!("The Council"));
    let stated = desk.texts(Kind::Commitment, &giga, status).map(str::to_owned);
    desk.act(&by(&metrics));
    desk.act_there_and_back(&back);
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), stated.each_ref().map(String::as_str));

    // The successor, too.
    desk.set(Kind::Commitment, &giga, "superseded_by", json!(metrics));
    let stated = desk.texts(Kind::Commitment, &giga, status).map(str::to_owned);
    desk.act(&by(&metrics));
    desk.act(&answer(P23, Answering::Continues(giga.clone())));
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), stated.each_ref().map(String::as_str));
    desk.act(&by(&metrics));
    desk.act(&by(&id("implementation-map")));
    desk.act_there_and_back(&back);
    assert_eq!(desk.texts(Kind::Commitment, &giga, status), stated.each_ref().map(String::as_str));

    // A decision that was undone tells nothing of how it was before.
    desk.set(Kind::Commitment, &giga, "superseded_by", Json::Null);
    desk.set(Kind::Commitment, &giga, "status", json!("ongoing"));
    desk.act(&by(&metrics));
    let ask = desk.ask();
    desk.plan.undo(&ask, false).unwrap();
    desk.set(Kind::Commitment, &giga, "status", json!("concluded"));
    desk.act(&by(&metrics));
    desk.act(&back);
    assert_eq!(desk.texts(Kind::Commitment, &giga, ["status", "superseded_by"]), ["concluded", ""]);
}

#[test]
fn in_a_plan_whose_history_begins_later_only_the_answer_is_taken_back() {
    let mut desk = desk();
    let (giga, metrics) = (id("giga"), id("metrics"));
    desk.act(&answer(P23, Answering::SupersededBy(giga.clone(), metrics.clone())));
    let state = (**desk.plan.state()).clone();
    let mut later = Desk::with(|path| Plan::create(path, Origin::Rows(Box::new(state)), &context(1)).unwrap());
    later.act_there_and_back(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None });
    assert_eq!(later.texts(Kind::Commitment, &giga, ["status", "superseded_by"]), ["superseded", &metrics]);
    assert_eq!(decision(later.plan.state(), P23), Decision::Open);
}

#[test]
fn a_link_comes_first_then_what_cites_the_paragraph_then_what_answers_one_that_it_names() {
    let (bytes, reads) = (DEVELOPMENTS, |slug: &str| starter_id(Kind::Commitment, slug));
    let state = (*Snapshot::read(bytes).unwrap().state).clone();
    let of_113 = proposed(&state, P113);
    assert_eq!(of_113[0].commitment, reads("road-maps").into());
    assert_eq!(of_113[0].reasons[..2], [Reason::Linked, Reason::Cites], "{of_113:?}");

    let text = json!({ "title": "Recalls paragraph 11 (d) of the Global Digital Compact on schools" });
    let desk = with_texts(&[(P23, text)]);
    let found = proposed(desk.plan.state(), P23);
    assert_eq!(found[0].commitment, id("giga").into(), "{found:?}");
    assert!(found[0].reasons.contains(&Reason::Follows("GDC-11d".into())), "{found:?}");
}

#[test]
fn words_that_are_rare_tell_in_any_language_and_common_ones_do_not() {
    let texts = [
        (P23, json!({ "title": "Requests the ITU to connect every school by 2030" })),
        (P24, json!({ "title": "Reconoce las normas de inteligencia artificial" })),
        ("A-RES-80-173-26", json!({ "title": "Звенья обломки; __proto__ ^.*$ ([ \u{202e}" })),
    ];
    let desk = with_texts(&texts);
    let state = desk.plan.state();
    let schools = proposed(state, P23);
    assert!(first(state, &schools).contains("Giga"), "{}", first(state, &schools));
    let Reason::Words(words) = &schools[0].reasons[0] else { panic!("{:?}", schools[0]) };
    assert!(words.contains(&"school".to_owned()), "as they stand in the paragraph: {words:?}");
    let standards = proposed(state, P24);
    assert!(first(state, &standards).contains("AI"), "{}", first(state, &standards));
    for candidate in proposed(state, "A-RES-80-173-26") {
        assert!(candidate.reasons.iter().all(|reason| !matches!(reason, Reason::Words(_))), "{candidate:?}");
    }
    // A paragraph of which nothing is known but its objective is told as just that.
    let unread = proposed(self::desk().plan.state(), "A-RES-80-173-28");
    assert!(
        !unread.is_empty() && unread.iter().all(|one| one.reasons == [Reason::Objective("FOLLOW-UP".into())]),
        "{unread:?}"
    );
}

#[test]
fn what_is_superseded_is_not_proposed_any_more_and_the_order_is_the_same_each_time() {
    let text = json!({ "title": "Connect every school", "goals": ["SDG-4"], "asked": ["ITU"] });
    let mut desk = with_texts(&[(P23, text.clone()), (P24, text)]);
    let all = propose(desk.plan.state(), WSIS);
    assert_eq!(all, propose(desk.plan.state(), WSIS));
    assert!(all.iter().all(|(_, found)| found.len() <= 8 && found.is_sorted_by(|a, b| a.score >= b.score)));
    desk.act(&answer(P23, Answering::SupersededBy(id("giga"), id("metrics"))));
    let proposes_giga =
        |provision: &str| proposed(desk.plan.state(), provision).iter().any(|one| *one.commitment == *id("giga"));
    assert!(proposes_giga(P23), "it is linked to this paragraph");
    assert!(!proposes_giga(P24));
}

#[test]
fn a_vocabulary_holds_while_no_commitment_changes() {
    let mut desk = desk();
    let vocabulary = Arc::new(Vocabulary::of(desk.plan.state()));
    desk.act(&answer(P23, Answering::Continues(id("giga"))));
    assert!(vocabulary.fits(desk.plan.state()));
    let kept = Proposals::of(desk.plan.state(), &vocabulary, WSIS);
    let anew = propose(desk.plan.state(), WSIS);
    assert!(anew.iter().all(|(row, found)| kept.for_paragraph(row) == *found));
    desk.set(Kind::Commitment, &id("giga"), "title", json!("Another"));
    assert!(!vocabulary.fits(desk.plan.state()));
}

#[test]
fn nothing_is_proposed_where_there_is_nothing() {
    assert!(propose(&State::default(), WSIS).is_empty());
    let empty = Desk::with(|path| Plan::create(path, Origin::Empty { title: "Mine" }, &context(1)).unwrap());
    let all = propose(empty.plan.state(), WSIS);
    assert!(!all.is_empty() && all.iter().all(|(_, found)| found.is_empty()));
}

#[test]
fn an_instrument_of_two_hundred_paragraphs_is_laid_beside_ten_thousand_commitments_without_waiting() {
    let mut state = plan::generate::generate(2_000, 1).unwrap();
    let like: Vec<String> = state.rows(Kind::Commitment).take(200).map(|row| row.title().to_owned()).collect();
    for (n, title) in like.iter().enumerate() {
        let fields = json!({ "instrument": WSIS, "paragraph": format!("{n}"), "title": title, "objective": "O1" });
        let row = plan::Row::new(Kind::Provision, format!("N-{n}").as_str());
        let row = fields.as_object().unwrap().iter().fold(row, |row, (name, value)| {
            let index = Kind::Provision.def().index(name).unwrap();
            row.with(index, plan::Value::accept(&Kind::Provision.def().fields[index as usize], value).unwrap())
        });
        state.put(row);
    }
    let began = Instant::now();
    let all = propose(&state, WSIS);
    assert!(all.len() >= 200 && all.iter().all(|(_, found)| found.len() <= 40));
    let n = |row: &plan::Row| row.id().strip_prefix("N-").and_then(|n| n.parse::<usize>().ok());
    let like_it = all.iter().filter_map(|(row, found)| Some((&like[n(row)?], found)));
    for (title, found) in like_it {
        let shares = |one: &Candidate| one.reasons.iter().any(|reason| matches!(reason, Reason::Words(_)));
        assert!(shares(&found[0]), "{title}: {:?}", found[0]);
    }
    assert!(began.elapsed().as_secs() < 20, "the figure is in the benchmark; this is only no hour");
}

#[test]
fn an_edition_is_kept_and_opened_and_the_one_before_it_stays() {
    let mut desk = desk();
    let began = desk.plan.newest();
    desk.act(&answer(P23, Answering::Continues(id("giga"))));
    let context_of = |desk: &mut Desk| desk.ask();
    let ask = context_of(&mut desk);
    desk.plan.make_edition(&ask, " Edition 2026 ", None, WSIS).unwrap();
    let ask = context_of(&mut desk);
    desk.plan.make_edition(&ask, "Before the WSIS+20 outcome", Some(began), "").unwrap();
    desk.act(&Op::CarryTakeBack { provisions: vec![P23.into()], commitment: None });

    let editions = desk.plan.editions().unwrap();
    let told: Vec<(&str, &str)> = editions.iter().map(|one| (one.name.as_str(), one.instrument.as_str())).collect();
    assert_eq!(told, [("Edition 2026", WSIS), ("Before the WSIS+20 outcome", "")]);
    let at = |name: &str| desk.plan.at(&Moment::parse(name)).unwrap();
    assert_eq!(counts(&at("Edition 2026")).decided(), 1);
    assert_eq!(counts(&at("Before the WSIS+20 outcome")).decided(), 0);
    assert_eq!(counts(desk.plan.state()).decided(), 0);
    desk.plan.verify().unwrap();
    // The newer one is what the plan descends from now; undo takes back decisions and leaves editions.
    let parents = desk.plan.info().unwrap().parents;
    assert_eq!(parents.iter().map(|parent| parent.name.as_str()).collect::<Vec<_>>(), ["Edition 2026"]);
    let ask = context_of(&mut desk);
    desk.plan.undo(&ask, false).unwrap();
    assert_eq!(counts(desk.plan.state()).decided(), 1);
    let ask = context_of(&mut desk);
    desk.plan.undo(&ask, false).unwrap();
    assert_eq!((counts(desk.plan.state()).decided(), desk.plan.editions().unwrap().len()), (0, 2));
}

#[test]
fn an_edition_has_a_name_of_its_own() {
    let mut desk = desk();
    let mut refused = |name: &str, step: Option<i64>| {
        let ask = desk.ask();
        match desk.plan.make_edition(&ask, name, step, "") {
            Err(Error::Refused { code, .. }) => code,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused("  ", None), "required");
    assert_eq!(refused("As given in early 2025", None), "edition-exists", "the snapshot that it began with");
    assert_eq!(refused(&"x".repeat(201), None), "edition-name");
    assert_eq!(refused("two\nlines", None), "edition-name");
    assert_eq!(refused("12", None), "edition-name", "the name of a step");
    assert_eq!(refused("Later", Some(99)), "no-such-moment");
    let ask = desk.ask();
    desk.plan.make_edition(&ask, "One", None, "").unwrap();
}
