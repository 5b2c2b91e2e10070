//! Carrying a plan forward: what the window and the command line ask for and are told.

use serde_json::{Value as Json, json};

use crate::support::Desk;

const WSIS: &str = "A-RES-80-173";

/// The form in which UN DESA follows the resolution up, with words of our own.
const TABLE: &str = "Para #\tAction requested\tAsked entities\n\
    23\tReport on how many schools are connected to the Internet\tITU; UNICEF\n\
    28\tAs called for in paragraph 11 (d) of the Global Digital Compact, map what is not connected\tITU\n\
    113\tWrite implementation road maps for C2 and C5\tAction line facilitators\n\
    114\tEncourage Governments to adopt privacy laws\tMember States\n";

/// The resolution with the texts of a table.
fn desk() -> Desk {
    let desk = Desk::plan();
    desk.ok("instrument_add", json!({ "text": TABLE, "symbol": "A/RES/80/173" }));
    desk
}

fn get(desk: &Desk, more: Json) -> Json {
    let mut ask = json!({ "instrument": "A/RES/80/173" });
    ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("carry_get", ask)
}

fn counts(desk: &Desk) -> [u64; 4] {
    let counts = &get(desk, json!({}))["counts"];
    ["all", "answered", "not_for_us", "open"].map(|name| counts[name].as_u64().unwrap())
}

fn paragraph(desk: &Desk, number: &str) -> Json {
    let view = get(desk, json!({}));
    view["paragraphs"].as_array().unwrap().iter().find(|one| one["paragraph"] == number).unwrap().clone()
}

fn id(desk: &Desk, number: &str) -> String {
    paragraph(desk, number)["id"].as_str().unwrap().to_owned()
}

fn propose(desk: &Desk, number: &str) -> Json {
    desk.ok("carry_propose", json!({ "provision": id(desk, number) }))
}

fn shorts(found: &Json) -> Vec<String> {
    found["candidates"].as_array().unwrap().iter().map(|one| one["row"]["short"].as_str().unwrap().to_owned()).collect()
}

fn decide(desk: &Desk, number: &str, decision: &str, more: Json) -> Json {
    let mut ask = json!({ "provisions": [id(desk, number)], "decision": decision });
    ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.ok("carry_decide", ask)
}

#[test]
fn the_paragraphs_of_a_resolution_stand_in_order_with_what_was_decided_and_can_be_narrowed() {
    let desk = desk();
    let view = get(&desk, json!({}));
    assert_eq!((&view["instrument"]["short"], &view["edition"]), (&json!("A/RES/80/173"), &Json::Null));
    let all = view["count"].as_u64().unwrap();
    assert_eq!(counts(&desk), [all, 0, 0, all]);
    let found = get(&desk, json!({ "text": "privacy LAWS" }));
    assert_eq!((found["count"].as_u64(), &found["paragraphs"][0]["paragraph"]), (Some(1), &json!("114")));
    let window = get(&desk, json!({ "from": 1, "to": 3 }));
    assert_eq!((window["from"].as_u64(), window["paragraphs"].as_array().unwrap().len()), (Some(1), 2));
    let privacy = id(&desk, "114");
    assert_eq!(get(&desk, json!({ "find": privacy, "text": "laws" }))["at"], 0);
    assert_eq!(get(&desk, json!({ "find": privacy, "text": "schools" }))["at"], Json::Null);
    assert_eq!(get(&desk, json!({ "from": 10_000 }))["paragraphs"].as_array().unwrap().len(), 0);
    decide(&desk, "114", "not_for_us", json!({ "because": "For Governments" }));
    assert_eq!(counts(&desk), [all, 0, 1, all - 1]);
    let none = get(&desk, json!({ "decision": "not_for_us" }));
    assert_eq!((none["count"].as_u64(), &none["paragraphs"][0]["because"]), (Some(1), &json!("For Governments")));
    assert_eq!(get(&desk, json!({ "decision": "open" }))["count"].as_u64(), Some(all - 1));

    let list = desk.ok("carry_list", json!({}));
    let wsis = list.as_array().unwrap().iter().find(|one| one["instrument"]["id"] == WSIS).unwrap();
    assert_eq!(wsis["counts"]["not_for_us"], 1);
    assert!(list.as_array().unwrap().iter().all(|one| one["counts"]["all"].as_u64() > Some(0)));
}

#[test]
fn what_may_answer_a_paragraph_is_told_with_the_reason_in_words() {
    let desk = desk();
    let schools = propose(&desk, "23");
    let first = &schools["candidates"][0];
    assert_eq!(first["row"]["short"], "ITU-013", "{schools:#}");
    let words = |one: &Json| {
        one["reasons"].as_array().unwrap().iter().map(|r| r["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(words(first).iter().any(|text| text.starts_with("shares “")), "{:?}", words(first));
    let follows = propose(&desk, "28");
    assert_eq!(follows["candidates"][0]["row"]["short"], "ITU-013");
    assert!(words(&follows["candidates"][0]).contains(&"answers Compact, ¶ 11(d), which the text names".to_owned()));
    assert_eq!(follows["candidates"][0]["status_text"], "Ongoing");
    let labels: Vec<&str> =
        schools["facts"].as_array().unwrap().iter().map(|fact| fact["label"].as_str().unwrap()).collect();
    assert!(labels.contains(&"Objective"), "{labels:?}");
    let new = schools["new"].as_array().unwrap();
    let field =
        |name: &str| new.iter().find(|one| one["field"] == name).map(|one| one["text"].as_str().unwrap()).unwrap();
    assert_eq!((field("title"), field("owner")), ("Report on how many schools are connected to the Internet", "ITU"));
    // Whoever knows another looks at it as well.
    let also = desk.id("commitment", "ITU-002");
    let with = desk.ok("carry_propose", json!({ "provision": id(&desk, "23"), "also": [also, "GONE"] }));
    assert_eq!(shorts(&with).last().unwrap(), "ITU-002");
    assert_eq!(with["candidates"].as_array().unwrap().last().unwrap()["reasons"], json!([]));
    assert_eq!(desk.refused("carry_propose", json!({ "provision": "GONE" })), "no-such-row");
}

#[test]
fn each_decision_is_a_step_with_a_name_that_is_undone() {
    let desk = desk();
    let before = desk.hash();
    let said = |written: &Json| written["announcement"].as_str().unwrap().to_owned();
    let written = decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    assert_eq!(said(&written), "Decided: the commitment continues to answer the paragraph. Ctrl+Z undoes it.");
    assert_eq!(paragraph(&desk, "23")["answers"][0]["text"], "ITU-013 continues");
    decide(&desk, "23", "completed", json!({ "commitment": "ITU-013" }));
    assert_eq!(paragraph(&desk, "23")["answers"][0]["text"], "ITU-013 completed");
    assert_eq!(desk.ok("plan_summary", json!({}))["undo"]["name"], "Carry forward: completed");
    decide(&desk, "23", "superseded", json!({ "commitment": "ITU-013", "by": "ITU-001" }));
    let answers = &paragraph(&desk, "23")["answers"];
    assert_eq!(
        (&answers[0]["text"], &answers[1]["text"]),
        (&json!("ITU-013 superseded by ITU-001"), &json!("ITU-001 continues"))
    );
    let written =
        decide(&desk, "28", "new", json!({ "fields": { "title": "Map of what is not connected", "lead": "BDT" } }));
    let made = written["created"].as_str().unwrap();
    let row = desk.ok("row_get", json!({ "kind": "commitment", "id": made }));
    assert_eq!(row["row"]["cells"]["lead"]["text"], "BDT");
    let two = json!({ "provisions": [id(&desk, "113"), id(&desk, "114")], "decision": "not_for_us", "because": "No" });
    assert_eq!(said(&desk.ok("carry_decide", two)), "Decided: 2 paragraphs are not for us. Ctrl+Z undoes it.");
    decide(&desk, "23", "open", json!({}));
    assert_eq!(paragraph(&desk, "23")["decision"], "open");
    for _ in 0..6 {
        desk.ok("undo", json!({}));
    }
    assert_eq!(desk.hash(), before);
    let history = desk.ok("history_list", json!({}));
    assert!(history["steps"].as_array().unwrap().iter().all(|step| step["name"] != "Change"), "every step has a name");
}

#[test]
fn a_new_commitment_is_told_as_people_type_it() {
    let desk = desk();
    let fields =
        json!({ "title": "Map", "lead": "BDT", "partners": ["UNESCO", "WHO"], "end": "fourth quarter of 2027" });
    let made = decide(&desk, "28", "new", json!({ "fields": fields }))["created"].as_str().unwrap().to_owned();
    let cell =
        |name: &str| desk.ok("row_get", json!({ "kind": "commitment", "id": made }))["row"]["cells"][name].clone();
    assert_eq!((&cell("lead")["text"], &cell("partners")["text"]), (&json!("BDT"), &json!("UNESCO, WHO")));
    assert_eq!(cell("end")["value"], "2027-36", "{:#}", cell("end"));
    let unclear = json!({ "provisions": [id(&desk, "28")], "decision": "new", "fields": { "end": "3/4/2027" } });
    assert_eq!(desk.refused("carry_decide", unclear), "ambiguous-date");
}

#[test]
fn what_is_asked_wrongly_is_refused_in_words() {
    let desk = desk();
    let one = id(&desk, "23");
    for (ask, code) in [
        (json!({ "decision": "continues", "commitment": "ITU-013" }), "required"),
        (json!({ "provisions": [one], "decision": "continues" }), "required"),
        (json!({ "provisions": [one], "decision": "perhaps" }), "bad-request"),
        (json!({ "provisions": [one], "decision": "not_for_us" }), "required"),
        (json!({ "provisions": [one], "decision": "continues", "commitment": "NO-999" }), "no-such-row"),
        (json!({ "provisions": [one, id(&desk, "28")], "decision": "new" }), "carry-one-paragraph"),
        (json!({ "provisions": [one], "decision": "new", "fields": { "owner": "Nobody" } }), "no-such-row"),
        (
            json!({ "provisions": [one], "decision": "new", "fields": { "partners": ["UNESCO", "Nobody"] } }),
            "no-such-row",
        ),
    ] {
        assert_eq!(desk.refused("carry_decide", ask), code);
    }
    assert_eq!(desk.refused("carry_get", json!({ "instrument": "A/RES/0/0" })), "no-such-row");
    assert_eq!(desk.refused("carry_get", json!({ "instrument": WSIS, "decision": "lost" })), "bad-request");
    let starter = Desk::starter();
    assert!(starter.ok("carry_get", json!({ "instrument": WSIS }))["count"].as_u64() > Some(5), "it can be looked at");
    let ask = json!({ "provisions": ["A-RES-80-173-23"], "decision": "continues", "commitment": "ITU-013" });
    assert_eq!(starter.refused("carry_decide", ask), "read-only-plan");
    assert_eq!(starter.refused("edition_make", json!({ "name": "X" })), "read-only-plan");
}

#[test]
fn it_ends_in_an_edition_and_the_state_before_stays_quotable() {
    let desk = desk();
    let before = desk.hash();
    assert_eq!(desk.ok("edition_preview", json!({ "instrument": WSIS }))["before"], Json::Null);
    let nothing = json!({ "name": "X", "instrument": WSIS, "although_open": true, "before": "Y" });
    assert_eq!(desk.refused("edition_make", nothing), "carry-nothing-decided");
    decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    decide(&desk, "114", "not_for_us", json!({ "because": "For Governments" }));
    let ready = desk.ok("edition_preview", json!({ "instrument": WSIS }));
    assert_eq!((&ready["name"], &ready["before_name"]), (&json!("With A/RES/80/173"), &json!("Before A/RES/80/173")));
    assert_eq!((ready["before"].as_i64(), &ready["before_named"]), (Some(1), &json!("")), "the table was a step");

    let make = |although: bool| json!({ "name": "Edition 2026", "instrument": WSIS, "although_open": although, "before": "Edition 2025" });
    assert_eq!(desk.refused("edition_make", make(false)), "carry-open");
    let message = desk.call("edition_make", make(false)).unwrap_err().message;
    assert!(message.contains("paragraphs of A/RES/80/173 are not decided yet"), "{message}");
    let made = desk.ok("edition_make", make(true));
    assert_eq!((&made["edition"]["name"], &made["before"]["name"]), (&json!("Edition 2026"), &json!("Edition 2025")));
    assert_eq!(made["edition"]["instrument"]["short"], "A/RES/80/173");
    let quote = made["before"]["quote"].as_str().unwrap();
    assert!(quote.starts_with("ITU action plan for the Global Digital Compact, edition “Edition 2025” of "), "{quote}");
    assert_eq!(get(&desk, json!({}))["edition"]["name"], "Edition 2026");
    assert_eq!(desk.refused("edition_make", make(true)), "edition-exists");
    let other = json!({ "name": "Edition 2027", "instrument": WSIS, "although_open": true, "before": "Edition 2026" });
    assert_eq!(desk.refused("edition_make", other), "edition-exists");

    // Both can be opened, and stand on top of what there is to compare with; the older is the plan as it was.
    let old = desk.ok("carry_get", json!({ "instrument": WSIS, "source": made["before"]["source"] }));
    assert_eq!(old["counts"]["answered"], 0);
    desk.ok("moment_return", json!({ "source": { "at": "moment", "moment": "Edition 2025" } }));
    assert_eq!(desk.hash(), before);
    desk.ok("undo", json!({}));
    let moments = desk.ok("moments_list", json!({}));
    let editions: Vec<&str> = moments
        .as_array()
        .unwrap()
        .iter()
        .filter(|moment| moment["sort"] == "edition")
        .map(|moment| moment["name"].as_str().unwrap())
        .collect();
    assert_eq!(editions, ["Edition 2026", "Edition 2025"]);
    let history = desk.ok("history_list", json!({}));
    let sentences = history.to_string();
    assert!(sentences.contains("Edition “Edition 2026” made, carried forward to A/RES/80/173"), "{sentences}");
    // A snapshot that leaves is of the plan as it is: what is private stays, the decisions go.
    assert_eq!(desk.ok("edition_preview", json!({ "instrument": WSIS }))["before_named"], "Edition 2025");
}

#[test]
fn of_two_editions_none_is_made_where_one_cannot_be() {
    let desk = desk();
    decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    let editions = |desk: &Desk| desk.ok("edition_preview", json!({ "instrument": WSIS }))["editions"].clone();
    let make = json!({ "name": "After", "instrument": WSIS, "although_open": true, "before": "Before" });
    // The plan as it is has a name already.
    desk.ok("edition_make", json!({ "name": "As it is", "instrument": WSIS, "although_open": true }));
    let count = editions(&desk).as_array().unwrap().len();
    let wrong = desk.call("edition_make", make.clone()).unwrap_err();
    assert_eq!((wrong.code.as_str(), wrong.message.contains("“As it is”")), ("edition-same", true), "{wrong:?}");
    assert_eq!(editions(&desk).as_array().unwrap().len(), count, "nothing was made, as it says");

    // What was decided was taken back: before and after are one.
    let desk = self::desk();
    decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    decide(&desk, "23", "open", json!({}));
    assert_eq!(desk.refused("edition_make", make.clone()), "edition-no-change");
    assert_eq!(editions(&desk), json!([]));
    let alone = json!({ "name": "After", "instrument": WSIS, "although_open": true });
    assert_eq!(desk.ok("edition_make", alone)["before"], Json::Null);
}

#[test]
fn an_edition_is_quoted_with_its_name_its_day_and_its_sum_wherever_it_is_listed() {
    let desk = desk();
    decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    let made = desk.ok("edition_make", json!({ "name": "Edition 2026", "instrument": WSIS, "although_open": true }));
    let (sum, quote) = (made["edition"]["sum"].as_str().unwrap(), made["edition"]["quote"].as_str().unwrap());
    assert!(sum.len() == 12 && sum.chars().all(|sign| sign.is_ascii_hexdigit()), "{sum}");
    assert!(quote.contains("edition “Edition 2026” of ") && quote.ends_with(&format!(", sum {sum}")), "{quote}");
    // What is written out of it is recognised by that sum, and nothing else has it.
    let write = |file: &str, name: &str, with: &[&str]| {
        let source = json!({ "at": "moment", "moment": "Edition 2026" });
        let write = json!({ "file": desk.file(file), "name": name, "with": with, "source": source });
        desk.ok("snapshot_write", write)["id"].as_str().unwrap().to_owned()
    };
    assert!(write("a.gdcsnap", "Edition 2026", &[]).starts_with(sum));
    assert!(!write("b.gdcsnap", "Edition 2026", &["notes"]).starts_with(sum));
    let moments = desk.ok("moments_list", json!({}));
    let listed = |sort: &str| moments.as_array().unwrap().iter().find(|moment| moment["sort"] == sort).unwrap();
    assert_eq!((&listed("edition")["sum"], &listed("edition")["quote"]), (&json!(sum), &json!(quote)));
    assert_eq!((&listed("start")["sum"], &listed("start")["quote"]), (&json!(""), &json!("")));
}

#[test]
fn the_plan_check_asks_about_the_rest_and_goes_to_it() {
    let desk = desk();
    let asked = |desk: &Desk| desk.ok("questions_list", json!({ "rule": "carried-in-part" }));
    assert_eq!(asked(&desk)["count"], 0);
    decide(&desk, "23", "continues", json!({ "commitment": "ITU-013" }));
    let question = &asked(&desk)["questions"][0];
    let open = counts(&desk)[3];
    assert_eq!(question["count"].as_u64(), Some(open));
    let words = format!("What answers {open} paragraphs of WSIS+20 outcome, or are they not for us?");
    assert_eq!((question["words"].as_str(), &question["subject"]), (Some(&*words), &json!(WSIS)));
    let all: Vec<Json> = get(&desk, json!({ "decision": "open" }))["paragraphs"].as_array().unwrap().clone();
    let ids: Vec<&Json> = all.iter().map(|one| &one["id"]).collect();
    desk.ok("carry_decide", json!({ "provisions": ids, "decision": "not_for_us", "because": "Not ours" }));
    assert_eq!(asked(&desk)["count"], 0, "what is none of ours is answered");
    desk.ok("edition_make", json!({ "name": "All of it", "instrument": WSIS }));
}
