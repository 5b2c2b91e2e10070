//! The tree of groups, and the card that answers who leads.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

const WORKING_GROUP: &str = "Working Group on Digital Technologies";

#[test]
fn the_card_of_the_working_group_says_who_co_leads_and_what_is_not_stated() {
    let desk = Desk::starter();
    let card = desk.ok("group_card", json!({ "id": WORKING_GROUP }));
    assert_eq!(
        texts(&card["facts"]),
        [
            "Co-chairs: ITU and ODET. Stated, early 2025: ITU action plan, Section 3, paragraph 1; Section 3, paragraph 2.",
            "5 sub-groups, on objectives 1 to 5: “To be set up; the plan names one sub-group for each objective”. \
             Stated, early 2025: ITU action plan, Section 3, paragraph 1.",
            "Co-lead, announced: ITU, for the sub-groups on objectives 1 and 5. \
             Stated, early 2025: ITU action plan, Section 3, paragraph 1.",
            "Terms of reference: Draft under way in early 2025. Stated, early 2025: ITU action plan, \
             Section 3, paragraph 1; Section 3, paragraph 2; Annex, follow-up and review, ITU activities.",
        ]
    );
    assert_eq!(
        texts(&card["not_stated"]),
        [
            "Second co-lead not stated, for the sub-groups on objectives 1 and 5.",
            "Co-leads not stated, for the sub-groups on objectives 2 to 4."
        ]
    );
    assert_eq!(
        card["question"],
        "Who are the other co-leads? The source (ITU action plan) names ITU for the sub-groups on objectives 1 and 5 \
         (as announced), and nobody else."
    );
    let chairs: Vec<(&str, &str)> = roles(&card["roles"]);
    assert_eq!(chairs, [("ITU", "Co-chair"), ("ODET", "Co-chair"), ("ITU", "Co-chair"), ("ODET", "Co-chair")]);
    let sub_groups = card["sub_groups"].as_array().unwrap();
    let told: Vec<_> = sub_groups
        .iter()
        .map(|s| (s["badge"].as_str().unwrap(), roles(&s["roles"]), s["not_stated"].as_str().unwrap()))
        .collect();
    let itu = vec![("ITU", "Co-lead, announced")];
    assert_eq!(
        told,
        [
            ("1", itu.clone(), "Second co-lead not stated"),
            ("2", vec![], "Co-leads not stated"),
            ("3", vec![], "Co-leads not stated"),
            ("4", vec![], "Co-leads not stated"),
            ("5", itu, "Second co-lead not stated"),
        ]
    );
}

#[test]
fn what_is_not_stated_of_a_group_and_of_those_under_it_is_said_once() {
    let desk = Desk::starter();
    let card = desk.ok("group_card", json!({ "id": "Economic and Social Council" }));
    assert_eq!(texts(&card["not_stated"]), ["Chair or lead not stated, for ECOSOC and CSTD."]);
}

fn roles(list: &Json) -> Vec<(&str, &str)> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|role| (role["holder"]["short"].as_str().unwrap_or_default(), role["words"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_card_follows_what_is_typed() {
    let desk = Desk::plan();
    let assign = |group: &str, organization: &str, role: &str| {
        let group = desk.id("group", group);
        desk.ok(
            "assignment_create",
            json!({ "fields": { "group": group, "organization": organization, "role": role, "state": "confirmed" } }),
        )["created"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let not_stated = |group: &str| {
        let card = desk.ok("group_card", json!({ "id": WORKING_GROUP }));
        let sub_groups = card["sub_groups"].as_array().unwrap().clone();
        let found = sub_groups.into_iter().find(|s| s["row"]["title"] == group).unwrap();
        found["not_stated"].as_str().unwrap().to_owned()
    };
    let (first, second) = ("Sub-group on objective 1, digital divides", "Sub-group on objective 2");
    let second_lead = assign(first, "UNCTAD", "co-lead");
    assert_eq!(not_stated(first), "");
    // The same organization twice is still one.
    assign(second, "ODET", "co-lead");
    assert_eq!(not_stated(second), "Second co-lead not stated");
    // A lead with a co-lead is complete.
    assign(second, "ITU", "lead");
    assert_eq!(not_stated(second), "");
    // Who holds a role no longer does not count; a group that is over is asked about no more.
    desk.ok("assignment_end", json!({ "id": second_lead, "date": "2025" }));
    assert_eq!(not_stated(first), "Second co-lead not stated");
    let id = desk.id("group", first);
    desk.ok("group_conclude", json!({ "id": id, "date": "2025-10" }));
    assert_eq!(not_stated(first), "");
}

#[test]
fn the_sources_name_only_whom_a_source_states() {
    let desk = Desk::plan();
    let card = || desk.ok("group_card", json!({ "id": WORKING_GROUP }));
    let before = card();
    let group = desk.id("group", "Sub-group on objective 2");
    let assign = |organization: &str, more: Json| {
        let mut fields = json!({ "group": group, "organization": organization, "role": "co-lead" });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.ok("assignment_create", json!({ "fields": fields }));
    };
    let source = desk.ok("row_get", json!({ "kind": "group", "id": WORKING_GROUP }));
    let source = source["row"]["cells"]["source"]["value"].clone();
    assign("UNICEF", json!({}));
    assign("UNCTAD", json!({ "basis": "stated" }));
    assign("UNDP", json!({ "basis": "our_reading", "source": source, "source_para": "Annex" }));
    assign("UNESCO", json!({ "basis": "other", "basis_by": "BDT", "source": source }));
    let after = card();
    assert_eq!((&after["facts"], &after["question"]), (&before["facts"], &before["question"]));
    let place = "for the sub-group on objective 2.";
    assert_eq!(
        texts(&after["readings"]),
        [
            format!("Co-lead: UNICEF, {place} No source is given."),
            format!("Co-lead: UNCTAD, {place} No source is given."),
            format!("Co-lead: UNDP, {place} Our reading of ITU action plan, Annex."),
            format!("Co-lead: UNESCO, {place} Reading of ITU action plan by BDT."),
        ]
    );
    assert_eq!(
        after["sub_groups"][1]["roles"].as_array().unwrap().iter().map(|r| &r["provenance"]).collect::<Vec<_>>(),
        ["", "stated, without a source", "our reading of ITU action plan, Annex", "reading of ITU action plan by BDT"]
    );
    // Where nobody is stated the question says so.
    let own = desk.ok("group_create", json!({ "fields": { "title": "Drafting circle" } }))["created"].clone();
    let fields = json!({ "group": own, "organization": "UNICEF", "role": "co-chair" });
    desk.ok("assignment_create", json!({ "fields": fields }));
    let asked = desk.ok("group_card", json!({ "id": own }))["question"].clone();
    assert_eq!(asked, "Who is the second co-chair? The sources name nobody.");
}

#[test]
fn sentences_name_no_persons() {
    let desk = Desk::plan();
    let fields = json!({ "name": "Zoë Example", "organization": "UNICEF" });
    let person = desk.ok("person_create", json!({ "fields": fields }))["created"].clone();
    let group = desk.id("group", "Sub-group on objective 2");
    let fields = json!({ "group": group, "person": person, "role": "co-lead" });
    desk.ok("assignment_create", json!({ "fields": fields }));
    let card = desk.ok("group_card", json!({ "id": WORKING_GROUP }));
    assert!(
        texts(&card["readings"])
            .contains(&"Co-lead: a person of UNICEF, for the sub-group on objective 2. No source is given."),
        "{card}"
    );
    assert_eq!(card["sub_groups"][1]["not_stated"], "Second co-lead not stated");
    assert_eq!(
        card["sub_groups"][1]["roles"][0]["person"], "Zoë Example",
        "the roles do, and the window may hide them"
    );
    for part in ["facts", "readings", "not_stated", "question"] {
        assert!(!card[part].to_string().contains("Zoë"), "{}", card[part]);
    }
}

#[test]
fn other_groups_have_cards_of_their_own() {
    let desk = Desk::starter();
    let panel = desk.ok("group_card", json!({ "id": "UNGIS" }));
    assert_eq!(
        texts(&panel["facts"])[1],
        "Vice-chairs: ITU, UNDP, UNCTAD and ECLAC. Stated, early 2025: ITU action plan, Annex, all objectives, WSIS process."
    );
    assert!(texts(&panel["facts"]).iter().all(|fact| fact.contains(". Stated, ")), "{panel}");
    assert_eq!(
        texts(&panel["readings"]),
        ["Secretariat: ITU. Our reading of ITU action plan, Section 4, paragraph 1, early 2025."]
    );
    assert_eq!(texts(&panel["not_stated"]), [""; 0]);
    let council = desk.ok("group_card", json!({ "id": "ITU Council" }));
    assert_eq!(
        texts(&council["not_stated"])[0],
        "Chair or lead not stated, for ITU Council, CWG-WSIS&SDG, CWG-SFP, CWG-COP and CWG-Internet."
    );
    assert_eq!(council["question"], "", "a body that is named in passing is not asked about");
}

#[test]
fn a_group_that_is_not_there_or_means_two_is_refused() {
    let desk = Desk::plan();
    assert_eq!(desk.refused("group_card", json!({ "id": "nobody" })), "no-such-row");
    assert_eq!(desk.refused("group_card", json!({})), "bad-request");
    for _ in 0..2 {
        desk.ok("group_create", json!({ "fields": { "title": "Twins" } }));
    }
    assert_eq!(desk.refused("group_card", json!({ "id": "Twins" })), "several-rows");
    assert_eq!(desk.refused("group_tree", json!({ "source": { "at": "shipped", "name": "none" } })), "no-such-moment");
    desk.ok("plan_close", json!({}));
    assert_eq!(desk.refused("group_tree", json!({})), "no-plan-open");
}

#[test]
fn the_tree_has_every_group_once_behind_its_parent() {
    let desk = Desk::starter();
    let tree = desk.ok("group_tree", json!({}));
    let nodes: Vec<(u64, &str)> =
        tree.as_array().unwrap().iter().map(|n| (n["depth"].as_u64().unwrap(), n["title"].as_str().unwrap())).collect();
    let at = nodes.iter().position(|(_, title)| *title == WORKING_GROUP).unwrap();
    assert_eq!(tree[at]["children"], 5);
    assert_eq!(nodes[at].0, 0);
    assert_eq!(nodes[at + 1], (1, "Sub-group on objective 1, digital divides"));
    assert_eq!(tree[at + 5]["badge"], "5");
    assert_eq!(nodes.len() as u64, desk.ok("plan_summary", json!({}))["counts"]["group"].as_u64().unwrap());
    // Later the term of one is known, and it is over.
    let later = desk.ok("group_tree", json!({ "source": { "at": "shipped", "name": "developments" } }));
    let over: Vec<&Json> = later.as_array().unwrap().iter().filter(|n| n["ended"] == true).collect();
    assert_eq!(over.len(), 1);
    assert_eq!(over[0]["when"], "listed as 2020-2025");
}
