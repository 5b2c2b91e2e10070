//! Questions in words, "this is intended, because …", and who may see them.

use serde_json::{Value as Json, json};

use crate::support::Desk;

fn rules(answer: &Json) -> Vec<&str> {
    answer["rules"].as_array().unwrap().iter().map(|rule| rule["rule"].as_str().unwrap()).collect()
}

fn questions(answer: &Json) -> &[Json] {
    answer["questions"].as_array().unwrap()
}

#[test]
fn questions_are_sentences_that_ask_grouped_by_rule() {
    let desk = Desk::starter();
    let all = desk.ok("questions_list", json!({}));
    assert!(all["open"].as_u64().unwrap() > 10);
    assert_eq!(all["count"], all["open"]);
    for question in questions(&all) {
        let words = question["words"].as_str().unwrap();
        assert!(words.contains('?'), "it asks: {words}");
        assert!(!words.contains("check-") && !words.contains("{ $") && !words.contains("  "), "{words}");
        for part in ["why", "remedy"] {
            let said = question[part].as_str().unwrap();
            assert!(!said.is_empty() && said != question["rule"], "{said}");
        }
        assert!(question["count"].as_u64().unwrap() >= question["rows"].as_array().unwrap().len() as u64);
    }
    let mut from = 0;
    for rule in all["rules"].as_array().unwrap() {
        assert_eq!(rule["from"], from, "rules stand one behind the other");
        let own = desk.ok("questions_list", json!({ "rule": rule["rule"] }));
        assert_eq!(own["count"], rule["count"]);
        from += rule["count"].as_u64().unwrap();
    }
    let words = |rule: &str| -> Vec<String> {
        let own = desk.ok("questions_list", json!({ "rule": rule }));
        questions(&own).iter().map(|question| question["words"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        words("several-spellings"),
        ["WGO stands for no name that the plan knows. Is WHO (World Health Organization) meant?"]
    );
    assert_eq!(
        words("role-not-stated"),
        [
            "Who is the second co-lead of Sub-group on objective 1, digital divides and Sub-group on objective 5, AI?",
            "Who holds the role of co-lead in Sub-group on objective 2, Sub-group on objective 3 and Sub-group on objective 4?",
        ]
    );
    assert_eq!(
        words("action-line-unmapped"),
        ["What goes with the action lines C1, C7-EGOV, C7-ELEA, C7-EEMP, C7-EAGR, C7-ESCI, C8 and C9?"]
    );
    assert!(words("figures-differ")[0].contains("what does the figure count?"));
}

#[test]
fn roles_that_paragraphs_state_alike_are_told_apart_by_where_they_stand() {
    let desk = Desk::starter();
    let own = desk.ok("questions_list", json!({ "rule": "roles-differ" }));
    let c5 = questions(&own).iter().find(|one| one["words"].as_str().unwrap().contains("confidence")).unwrap();
    let told: Vec<String> = c5["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["kind"] == "assignment")
        .map(|row| format!("{} {}", row["title"], row["note"]))
        .collect();
    let different: std::collections::BTreeSet<&String> = told.iter().collect();
    assert!(told.len() > 1 && different.len() == told.len(), "{told:?}");
}

#[test]
fn windows_rows_and_the_few_that_help_most() {
    let desk = Desk::starter();
    let window = desk.ok("questions_list", json!({ "from": 2, "to": 4 }));
    assert_eq!((window["from"].as_u64(), questions(&window).len()), (Some(2), 2));
    let beyond = desk.ok("questions_list", json!({ "from": 100_000, "to": 100_001 }));
    assert!(questions(&beyond).is_empty());
    let few = desk.ok("questions_list", json!({ "first": true }));
    assert_eq!(questions(&few).len(), 5);
    let old = desk.ok("questions_list", json!({ "rule": "old" }));
    let name = json!({ "rule": "old", "subject": questions(&old)[0]["subject"], "from": 100, "to": 200 });
    let rows = desk.ok("question_rows", name);
    assert_eq!(rows["count"], questions(&old)[0]["count"]);
    assert_eq!(rows["rows"].as_array().unwrap().len() as u64, rows["count"].as_u64().unwrap() - 100);
    let giga = desk.id("commitment", "ITU-013");
    let own = desk.ok("questions_list", json!({ "row": { "kind": "commitment", "id": giga } }));
    let asked: Vec<&str> = questions(&own).iter().map(|question| question["rule"].as_str().unwrap()).collect();
    assert_eq!(asked, ["old", "no-lead"]);
    assert_eq!(desk.refused("questions_list", json!({ "rule": "sing" })), "no-such-rule");
    assert_eq!(
        desk.refused("question_rows", json!({ "rule": "old", "subject": "1999", "from": 0, "to": 1 })),
        "no-such-row"
    );
}

#[test]
fn what_is_intended_is_said_once_kept_and_asked_again_on_request() {
    let desk = Desk::plan();
    let before = desk.ok("questions_list", json!({}));
    let spelling = desk.ok("questions_list", json!({ "rule": "several-spellings" }));
    let subject = questions(&spelling)[0]["subject"].clone();
    let name = json!({ "rule": "several-spellings", "subject": subject, "because": "It stays as it was printed." });
    let written = desk.ok("question_intended", name.clone());
    assert!(written["op"].is_number(), "a step");
    let after = desk.ok("questions_list", json!({}));
    assert_eq!(after["open"].as_u64().unwrap() + 1, before["open"].as_u64().unwrap());
    assert!(!rules(&after).contains(&"several-spellings"));
    let intended = desk.ok("questions_list", json!({ "intended": true }));
    let words = questions(&intended)[0]["intended"]["words"].as_str().unwrap();
    assert!(words.starts_with("It stays as it was printed. (ITU, "), "{words}");
    // Said again it is the same row; without a reason it is not said.
    desk.ok("question_intended", json!({ "rule": "several-spellings", "subject": subject, "because": "As printed." }));
    assert_eq!(desk.ok("view_get", json!({ "kind": "intent", "from": 0, "to": 9 }))["count"], 1);
    assert_eq!(
        desk.refused("question_intended", json!({ "rule": "several-spellings", "subject": subject, "because": " " })),
        "required"
    );
    desk.ok("undo", json!({}));
    desk.ok("undo", json!({}));
    assert_eq!(desk.ok("questions_list", json!({}))["open"], before["open"]);
    desk.ok("question_intended", name);
    desk.ok("question_ask_again", json!({ "rule": "several-spellings", "subject": subject }));
    assert_eq!(desk.ok("questions_list", json!({}))["open"], before["open"]);
    assert_eq!(
        desk.refused("question_ask_again", json!({ "rule": "several-spellings", "subject": subject })),
        "no-such-row"
    );
}

#[test]
fn some_rows_of_a_question_may_be_intended_and_the_others_are_still_asked_about() {
    let desk = Desk::plan();
    let old = desk.ok("questions_list", json!({ "rule": "old" }));
    let (subject, count) = (questions(&old)[0]["subject"].clone(), questions(&old)[0]["count"].as_u64().unwrap());
    let row = questions(&old)[0]["rows"][0]["id"].clone();
    desk.ok("question_intended", json!({ "rule": "old", "subject": subject, "because": "Closed.", "rows": [row] }));
    let rest = desk.ok("questions_list", json!({ "rule": "old" }));
    assert_eq!(questions(&rest)[0]["count"].as_u64().unwrap(), count - 1);
    let intended = desk.ok("questions_list", json!({ "intended": true }));
    assert_eq!(questions(&intended)[0]["count"], 1);
}

#[test]
fn others_see_no_questions() {
    let desk = Desk::starter();
    let seen = desk.ok("questions_list", json!({ "discreet": true }));
    assert_eq!((&seen["open"], &seen["intended"], &seen["count"]), (&json!(0), &json!(0), &json!(0)));
    assert!(questions(&seen).is_empty() && rules(&seen).is_empty());
}

#[test]
fn an_answer_names_the_role_and_the_place_each_where_it_belongs() {
    let desk = Desk::plan();
    let answer =
        |text: &str| desk.ok("search_find", json!({ "text": text, "source": { "at": "now" } }))["card"].clone();
    let card = answer("who leads ITU-013");
    assert_eq!(card["lines"][0]["not_stated"], json!(["Lead of ITU-013 not stated."]), "{card:#}");
}

#[test]
fn who_leads_an_action_line_of_several_lines_is_answered_line_by_line() {
    let desk = Desk::plan();
    let ask = |text: &str| desk.ok("search_find", json!({ "text": text, "source": { "at": "now" } }))["card"].clone();
    desk.ok(
        "action_line_create",
        json!({ "id": "C7-ESPO", "fields": { "code": "C7-ESPO", "title": "E-sports", "ord": "z" } }),
    );
    let card = ask("who leads C7");
    assert_eq!(card["question"], "C7: lead");
    let lines = card["lines"].as_array().unwrap();
    let of = |code: &str| lines.iter().find(|line| line["row"]["id"] == code).unwrap_or_else(|| panic!("{code}"));
    assert_eq!(lines.len(), 9, "{card:#}");
    assert!(of("C7-EHEA")["stated"][0].as_str().unwrap().starts_with("Facilitator: WHO."), "{card:#}");
    assert_eq!(of("C7-EHEA")["not_stated"], json!([]));
    assert!(of("C7-EEMP")["readings"][0].as_str().unwrap().starts_with("Facilitator: ILO."), "{card:#}");
    assert_eq!(of("C7-EEMP")["not_stated"], json!(["Lead of C7-EEMP not stated."]), "a reading states nothing");
    assert_eq!(of("C7-ESPO")["not_stated"], json!(["Lead of C7-ESPO not stated."]));
    assert_eq!(ask("who leads C6")["lines"].as_array().unwrap().len(), 1);
}
