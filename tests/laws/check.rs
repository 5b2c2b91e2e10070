//! The plan check: what it asks of the ITU's action plan, what it does not, and that every rule notices what it is for and
//! falls silent when it is answered.

use chrono::NaiveDate;
use plan::assets::{self, STARTER, starter_id};
use plan::check::{Finding, Findings, Rule, check, first};
use plan::snapshot::Snapshot;
use plan::{Kind, Op, Row, State, Value};
use plan_tests::desk::{Desk, set};
use plan_tests::sample;
use serde_json::{Value as Json, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn starter() -> State {
    (*Snapshot::read(STARTER).unwrap().state).clone()
}

/// What a finding says, without ids that nobody can read.
fn told(state: &State, finding: &Finding) -> String {
    let name = |(kind, id): &(Kind, plan::state::Id)| state.row(*kind, id).map_or("gone", |row| row.short()).to_owned();
    format!("{}: {} of {}", finding.rule.code(), finding.rows.len(), finding.rows.first().map(name).unwrap_or_default())
}

/// A row with other values.
fn put(state: &mut State, kind: Kind, id: &str, values: &[(&str, Json)]) {
    let row = state.row(kind, id).map_or_else(|| Row::new(kind, id), |row| (**row).clone());
    let row = values.iter().fold(row, |row, (name, value)| {
        let index = kind.def().index(name).unwrap_or_else(|| panic!("{}.{name}", kind.name()));
        row.with(index, Value::read(&kind.def().fields[index as usize], value).unwrap())
    });
    state.put(row);
}

fn of(findings: &Findings, rule: Rule) -> Vec<&Finding> {
    findings.open.iter().filter(|finding| finding.rule == rule).collect()
}

#[test]
fn the_action_plan_is_asked_what_a_careful_reader_would_ask() {
    let state = starter();
    let findings = check(&state, day("2026-11-23"));
    let all: Vec<String> = findings.open.iter().map(|finding| told(&state, finding)).collect();
    assert_eq!(all, EXPECTED, "\n{}", all.join("\n"));
    assert!(findings.intended.is_empty());
}

/// Rule, rows that it touches, the first of them.
const EXPECTED: &[&str] = &[
    "roles-differ: 5 of C5",
    "roles-differ: 27 of C6",
    "roles-differ: 5 of C10",
    "roles-differ: 5 of IAWG",
    "figures-differ: 4 of AI standards of the ITU",
    "figures-differ: 4 of AI standards in development",
    "several-spellings: 3 of WGO",
    "looks-copied: 2 of ITU-026",
    "looks-copied: 3 of ITU-027",
    "looks-copied: 2 of ITU-029",
    "looks-copied: 2 of ITU-030",
    "role-not-stated: 2 of Sub-group on objective 1, digital divides",
    "role-not-stated: 3 of Sub-group on objective 2",
    "no-outcome: 6 of Launch of the Young AI Leaders Community",
    "old: 120 of ITU-002",
    "no-date: 8 of ITU-001",
    "no-date: 2 of ITU-023",
    "no-date: 2 of ITU-028",
    "no-date: 1 of ITU-035",
    "no-date: 14 of ITU-038",
    "no-date: 14 of ITU-075",
    "no-date: 1 of ITU-077",
    "no-lead: 23 of ITU-001",
    "no-lead: 17 of ITU-009",
    "no-lead: 7 of ITU-022",
    "no-lead: 6 of ITU-025",
    "no-lead: 5 of ITU-031",
    "no-lead: 37 of ITU-037",
    "no-lead: 29 of ITU-072",
    "action-line-unmapped: 8 of C1",
];

#[test]
fn what_stands_is_not_asked_for_dates_and_no_rule_floods() {
    let state = starter();
    let findings = check(&state, day("2026-11-23"));
    for (kind, id) in of(&findings, Rule::NoDate).iter().flat_map(|finding| &finding.rows) {
        let row = state.row(*kind, id).unwrap();
        assert!(!row.flag("standing"), "{}", row.title());
        assert!(!matches!(row.text("kind"), "offer" | "platform"), "{}", row.title());
    }
    for rule in Rule::ALL {
        assert!(of(&findings, *rule).len() <= state.count(Kind::Objective), "{} floods", rule.code());
    }
}

#[test]
fn the_few_on_the_overview_are_of_different_rules_and_contradictions_come_before_gaps() {
    let state = starter();
    let findings = check(&state, day("2026-11-23"));
    let rules: Vec<&str> = first(&findings, 5).iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(rules, ["roles-differ", "role-not-stated", "figures-differ", "old", "several-spellings"]);
    assert!(first(&Findings::default(), 5).is_empty());
}

#[test]
fn names_of_rules_are_unique_and_found_again() {
    for rule in Rule::ALL {
        assert_eq!(Rule::from_code(rule.code()), Some(*rule));
    }
    assert_eq!(Rule::from_code("no-such-rule"), None);
}

#[test]
fn wgo_is_asked_about_beside_the_agency_that_is_named_elsewhere() {
    let findings = check(&starter(), day("2026-11-23"));
    let [asked] = of(&findings, Rule::SeveralSpellings)[..] else { panic!("one organization is asked about") };
    // WMO is one letter away too, but stands in the same list: it is not the one that is meant.
    assert_eq!((&*asked.subject, &asked.facts[..]), ("WGO-AS-PRINTED", &["WHO".to_owned()][..]));
}

/// A rule, a change of the starter plan after which it asks, and how often it then asks.
type Case = (Rule, fn(&mut State), usize);

fn id(kind: Kind, slug: &str) -> String {
    starter_id(kind, slug)
}

fn commitment(state: &mut State, values: &[(&str, Json)]) {
    put(state, Kind::Commitment, &id(Kind::Commitment, "giga"), values);
}

const CASES: &[Case] = &[
    (Rule::NoOwner, |state| commitment(state, &[("owner", json!("GONE"))]), 1),
    (Rule::LinkGone, |state| commitment(state, &[("partners", json!(["UNICEF", "GONE"]))]), 1),
    (Rule::NoSource, |state| commitment(state, &[("source", Json::Null), ("basis", Json::Null)]), 1),
    (Rule::NoSource, |state| commitment(state, &[("source", Json::Null), ("basis", json!("our_reading"))]), 0),
    (Rule::StatusUndated, |state| commitment(state, &[("status_as_of", Json::Null)]), 1),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("end", json!("2026-03"))]), 1),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("end", json!("2026"))]), 0),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("start", json!("2027"))]), 1),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("status", json!("completed")), ("end", json!("2028"))]), 1),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("status", json!("planned")), ("start", json!("2025"))]), 1),
    (Rule::StatusAgainstDates, |state| commitment(state, &[("status", json!("planned")), ("start", json!("2026"))]), 0),
    (Rule::LooksAlike, |state| put(state, Kind::ActionLine, "C1", &[("code", json!("С1"))]), 1),
    (
        Rule::LooksAlike,
        |state| put(state, Kind::ActionLine, "C1", &[("aliases", json!(["Всемирный форум", "ВВУИО"]))]),
        0,
    ),
    (
        Rule::SeveralSpellings,
        |state| {
            put(state, Kind::Organization, "DESA-2", &[("acronym", json!("U.N. Desa")), ("name", json!("Department"))])
        },
        2,
    ),
    (
        Rule::HangsOnItself,
        |state| {
            let one = id(Kind::Milestone, "igf-2024");
            put(state, Kind::Milestone, &one, &[("anchor", json!(one))]);
        },
        1,
    ),
    (
        Rule::TwoDates,
        |state| {
            let anchor = id(Kind::Milestone, "wg-meeting-1");
            let values = [("anchor", json!(anchor)), ("anchor_distance", json!(30)), ("date", json!("2025-02-01"))];
            put(state, Kind::Milestone, &id(Kind::Milestone, "igf-2024"), &values);
        },
        1,
    ),
    (
        Rule::TwoDates,
        |state| {
            // 30 days after 21 October: a month that holds that day says nothing against it.
            let anchor = id(Kind::Milestone, "wg-meeting-1");
            let values = [("anchor", json!(anchor)), ("anchor_distance", json!(30)), ("date", json!("2024-11"))];
            put(state, Kind::Milestone, &id(Kind::Milestone, "igf-2024"), &values);
        },
        0,
    ),
    (Rule::EndedStillNamed, |state| put(state, Kind::Group, &id(Kind::Group, "iawg-ai"), &[("end", json!("2025"))]), 1),
    (Rule::EndedStillNamed, |state| put(state, Kind::Organization, "UNICEF", &[("successor", json!("UNESCO"))]), 1),
    (
        Rule::ActionLineUnmapped,
        |state| {
            let mapped: Vec<String> = state.rows(Kind::Mapping).map(|row| row.id().to_string()).collect();
            mapped.iter().for_each(|id| drop(state.remove(Kind::Mapping, id)));
        },
        0,
    ),
    (Rule::CarriedInPart, |state| put(state, Kind::Provision, "GDC-24", &[("not_for_us", json!(true))]), 1),
    (Rule::CarriedInPart, |state| all_but_one(state, None), 0),
    (
        Rule::DecidedTwice,
        |state| {
            put(state, Kind::Provision, "GDC-24", &[("not_for_us", json!(true)), ("not_for_us_because", json!("No"))]);
            let (commitment, link) = (id(Kind::Commitment, "giga"), id(Kind::Mapping, "an-answer"));
            let values =
                [("commitment", json!(commitment)), ("provision", json!("GDC-24")), ("answer", json!("continues"))];
            put(state, Kind::Mapping, &link, &values);
        },
        1,
    ),
];

/// All paragraphs of one instrument are none of ours, or all but one.
fn all_but_one(state: &mut State, but: Option<&str>) {
    let all: Vec<String> = plan::carry::paragraphs(state, "GDC").map(|row| row.id().to_string()).collect();
    for id in all.iter().filter(|id| Some(id.as_str()) != but) {
        put(state, Kind::Provision, id, &[("not_for_us", json!(true))]);
    }
}

#[test]
fn whoever_began_to_carry_the_plan_forward_is_asked_about_what_is_left_once_for_each_instrument() {
    let mut state = starter();
    all_but_one(&mut state, Some("GDC-24"));
    let findings = check(&state, day("2026-11-23"));
    let [asked] = of(&findings, Rule::CarriedInPart)[..] else { panic!("one question for one instrument") };
    assert_eq!((asked.subject.as_str(), asked.facts.as_slice()), ("GDC", &["GDC".to_owned()][..]));
    assert_eq!(
        asked.rows.iter().map(|(_, id)| &**id).collect::<Vec<_>>(),
        ["GDC-24"],
        "what is none of ours is not asked about"
    );
}

#[test]
fn every_rule_notices_what_it_is_for() {
    let today = day("2026-11-23");
    for (n, (rule, change, asked)) in CASES.iter().enumerate() {
        let mut state = starter();
        let before = of(&check(&state, today), *rule).len();
        change(&mut state);
        let after = check(&state, today);
        assert_eq!(of(&after, *rule).len(), *asked, "case {n}: {}, asked {before} before", rule.code());
    }
}

#[test]
fn an_answer_silences_the_rule() {
    let today = day("2026-11-23");
    let mut state = starter();
    let old =
        |state: &State| of(&check(state, today), Rule::Old).iter().map(|finding| finding.rows.len()).sum::<usize>();
    let before = old(&state);
    commitment(&mut state, &[("status_as_of", json!("2026-11"))]);
    assert_eq!(old(&state), before - 1, "a newer day is news");
    put(&mut state, Kind::About, "about", &[("report_every", json!(36))]);
    assert_eq!(old(&state), 0, "the plan sets how often a report is due");
    let leads =
        |state: &State| of(&check(state, today), Rule::NoLead).iter().map(|finding| finding.rows.len()).sum::<usize>();
    let before = leads(&state);
    commitment(&mut state, &[("lead", json!("ITU-BDT"))]);
    assert_eq!(leads(&state), before - 1);
    let sub_group = id(Kind::Group, "sub-group-1");
    let role = [("group", json!(sub_group)), ("organization", json!("UNESCO")), ("role", json!("co-lead"))];
    put(&mut state, Kind::Assignment, "second", &role);
    let asked = check(&state, today);
    let second = of(&asked, Rule::RoleNotStated);
    assert!(second.iter().all(|finding| finding.rows.iter().all(|(_, id)| **id != *sub_group)), "{second:?}");
    let meeting = id(Kind::Milestone, "ai-for-good-summit-2025");
    assert!(state.row(Kind::Milestone, &meeting).is_some());
    let passed = |state: &State| of(&check(state, today), Rule::NoOutcome).iter().map(|f| f.rows.len()).sum::<usize>();
    let before = passed(&state);
    put(&mut state, Kind::Milestone, &meeting, &[("outcome", json!("Held in Geneva."))]);
    assert_eq!(passed(&state), before - 1);
}

#[test]
fn what_is_intended_is_kept_with_its_rows_and_others_are_asked_about_again() {
    let mut state = starter();
    let today = day("2026-11-23");
    let asked = check(&state, today);
    let lead = of(&asked, Rule::NoLead)[0].clone();
    let (said, rest) = lead.rows.split_at(3);
    let lines: Vec<&str> = said.iter().map(|(_, id)| &**id).collect();
    let because = [
        ("rule", json!("no-lead")),
        ("subject", json!(lead.subject)),
        ("because", json!("The ITU as a whole leads.")),
        ("rows", json!(lines.join("\n"))),
    ];
    put(&mut state, Kind::Intent, "one", &because);
    let after = check(&state, today);
    let open = of(&after, Rule::NoLead)[0];
    assert_eq!((open.rows.as_slice(), &open.intent), (rest, &None));
    assert_eq!(after.intended.len(), 1);
    assert_eq!((after.intended[0].rows.as_slice(), after.intended[0].intent.as_deref()), (said, Some("one")));
    // What is asked of rows together is answered for all of them or not at all.
    let copied = of(&asked, Rule::LooksCopied)[0].clone();
    let because =
        [("rule", json!("looks-copied")), ("subject", json!(copied.subject)), ("because", json!("Two parts."))];
    put(&mut state, Kind::Intent, "two", &because);
    put(&mut state, Kind::Intent, "two", &[("rows", json!(&*copied.rows[0].1))]);
    assert!(check(&state, today).open.contains(&copied), "only one of both was said to be intended");
    put(&mut state, Kind::Intent, "two", &[("rows", Json::Null)]);
    assert!(!check(&state, today).open.contains(&copied));
}

#[test]
fn a_reason_is_one_step_that_can_be_taken_back_and_two_people_who_give_it_agree_on_the_row() {
    let mut desk = Desk::new();
    let fields = json!({ "rule": "no-owner", "subject": "-", "because": "To be decided by the Council." });
    let Json::Object(fields) = fields else { unreachable!() };
    let op = Op::Create(plan::CreateRow { kind: Kind::Intent, id: None, fields: fields.clone() });
    let made = desk.act_there_and_back(&op).created[0].1.clone();
    let mut other = Desk::new();
    assert_eq!(other.act(&op).created[0].1, made);
    assert_eq!(desk.refused(&op), "exists-already");
    desk.act(&Op::Set(set(Kind::Intent, &made, "because", json!("Decided."))));
    assert_eq!(desk.refused(&Op::Set(set(Kind::Intent, &made, "because", json!(" ")))), "required");
    assert_eq!(desk.text(Kind::Intent, &made, "because"), "Decided.");
}

#[test]
fn the_sample_and_the_developments_are_checked_without_a_question_that_names_nothing() {
    let developments = (*Snapshot::read(assets::DEVELOPMENTS).unwrap().state).clone();
    for state in [developments, sample::state(), State::default(), plan::generate::generate(40, 5).unwrap()] {
        let findings = check(&state, day("2026-11-23"));
        for finding in findings.open.iter().chain(&findings.intended) {
            assert!(!finding.rows.is_empty() && !finding.subject.is_empty(), "{finding:?}");
            assert!(finding.rows.iter().all(|(kind, id)| state.row(*kind, id).is_some()), "{finding:?}");
        }
        let mut names: Vec<(&str, &str)> =
            findings.open.iter().map(|finding| (finding.rule.code(), &*finding.subject)).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "two questions have one name");
    }
}
