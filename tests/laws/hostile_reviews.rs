//! Files from strangers in a review: whatever they claim, they are refused with a reason or read with one, before anything is changed.

use plan::merge::{Verdict, Why};
use plan::review::{Incoming, Sort};
use plan::snapshot::{Snapshot, With};
use plan::{Kind, Plan};
use plan_tests::desk::Desk;
use plan_tests::{sample, zipped};
use serde_json::{Value as Json, json};

fn rows<'a>(parts: &'a mut [(String, Json)], name: &str) -> &'a mut Vec<Json> {
    let (_, rows) = parts.iter_mut().find(|(part, _)| part == name).unwrap();
    rows.as_array_mut().unwrap()
}

/// A desk, and what it sent.
fn sent() -> (Desk, Vec<u8>) {
    let mut desk = Desk::new();
    let context = desk.ask();
    let bytes = desk.plan.snapshot(&context, "As sent", With::default()).unwrap();
    (desk, bytes)
}

/// What comes of it when somebody sends what they made of that: reviewed, applied with everything agreed to, and undone.
fn reviewed(desk: &mut Desk, bytes: Vec<u8>) -> plan::merge::Merged {
    let manifest = Snapshot::read(&bytes).unwrap().manifest;
    let one = Incoming { file: "stranger.gdcsnap".into(), sort: Sort::Snapshot, manifest, bytes, common: None };
    let before = desk.plan.state().clone();
    let context = desk.ask();
    let (review, _) = desk.plan.review_take_in(&context, None, &[one]).unwrap();
    let loaded = desk.plan.review_load(review).unwrap();
    let merged = loaded.merged(desk.plan.state());
    assert_eq!(*before, **desk.plan.state(), "before anything is changed");
    let context = desk.ask();
    desk.plan.review_apply(&context, &loaded, None, &|_| Json::Null, |_: &Plan| Ok(())).unwrap();
    desk.plan.verify().unwrap();
    for row in desk.plan.state().rows(Kind::Milestone) {
        desk.plan.state().days(row.id());
    }
    let context = desk.ask();
    desk.plan.undo(&context, false).unwrap();
    assert!(plan_tests::same_content(&before, desk.plan.state()));
    merged
}

#[test]
fn a_milestone_that_hangs_on_itself_is_asked_about_and_the_rest_is_taken() {
    let (mut desk, bytes) = sent();
    let bytes = zipped::resealed(&bytes, |_, parts| {
        let rows = rows(parts, "milestone.json");
        let id = rows[0]["id"].clone();
        rows[0]["anchor"] = id;
        rows[0]["title"] = json!("Hangs on itself");
    });
    let merged = reviewed(&mut desk, bytes);
    let of = |name: &str| merged.items.iter().find(|item| item.key.text().contains(&format!("/{name}/"))).unwrap();
    assert_eq!(of("anchor").verdict, Verdict::Conflict(Why::Circle));
    assert_eq!(of("title").verdict, Verdict::Taken);
}

#[test]
fn ids_that_were_used_for_other_kinds_are_a_finding() {
    let (mut desk, bytes) = sent();
    let id = sample::id(Kind::Commitment, "schools");
    let bytes = zipped::resealed(&bytes, |_, parts| {
        let rows = rows(parts, "group.json");
        rows.push(json!({ "id": id, "title": "A group by the id of a commitment" }));
        rows.sort_by_key(|row| row["id"].to_string());
    });
    let merged = reviewed(&mut desk, bytes);
    assert!(merged.findings.iter().any(|finding| finding.rule == "id-of-another-kind"), "{:#?}", merged.findings);
}

#[test]
fn ancestors_that_are_claimed_and_not_had_end_the_search_and_only_show_more() {
    let (mut desk, bytes) = sent();
    let other = "f".repeat(64);
    let circles = zipped::resealed(&bytes, |manifest, parts| {
        let own = manifest["parents"][0].clone();
        manifest["ancestors"] = json!([
            { "id": other, "parents": [own.clone(), other.clone()] },
            { "id": own, "parents": [other.clone()] },
        ]);
        manifest["parents"].as_array_mut().unwrap().push(json!(other));
        rows(parts, "commitment.json")[0]["title"] = json!("By somebody");
    });
    let merged = reviewed(&mut desk, circles);
    assert_eq!(merged.items.iter().filter(|item| item.key.text().contains("/title/")).count(), 1);
    // One that claims to descend from what I sent, and shares no row with it: everything that is missing is asked.
    let (_, stranger) =
        plan::snapshot::write(&plan::assets::catalogue().unwrap(), &plan_tests::context(7), "", With::default())
            .unwrap();
    let mine = Snapshot::read(&bytes).unwrap().manifest.id;
    let claims = zipped::resealed(&stranger, |manifest, parts| {
        manifest["parents"] = json!([mine]);
        parts.push(("about.json".into(), json!([{ "id": "about", "title": "Another plan" }])));
    });
    let merged = reviewed(&mut desk, claims);
    let gone = merged.items.iter().filter(|item| item.why() == Some(Why::Deletion)).count();
    assert!(gone > 0);
}

#[test]
fn a_snapshot_of_another_plan_is_asked_row_by_row() {
    let (mut desk, _) = sent();
    let merged = reviewed(&mut desk, plan::assets::STARTER.to_vec());
    assert!(merged.items.iter().all(|item| item.verdict != Verdict::Taken));
    assert!(merged.findings.iter().any(|finding| finding.rule == "no-common-state"));
}

#[test]
fn two_commitments_under_one_reference_are_both_taken_and_said() {
    let (mut desk, bytes) = sent();
    let bytes = zipped::resealed(&bytes, |_, parts| {
        let rows = rows(parts, "commitment.json");
        let mut twin = rows[0].clone();
        twin["id"] = json!("01980000-0000-7000-8000-00000000abcd");
        twin["title"] = json!("Another under the same reference");
        rows.push(twin);
        rows.sort_by_key(|row| row["id"].to_string());
    });
    let merged = reviewed(&mut desk, bytes);
    assert!(merged.findings.iter().any(|finding| finding.rule == "reference-twice"), "{:#?}", merged.findings);
}

#[test]
fn a_snapshot_of_a_newer_version_is_reviewed_and_what_is_not_known_of_it_is_kept() {
    let (mut desk, bytes) = sent();
    let bytes = zipped::resealed(&bytes, |manifest, parts| {
        manifest["format"] = json!(99);
        rows(parts, "commitment.json")[0]["mood"] = json!("hopeful");
        parts.push(("zodiac.json".into(), json!([{ "id": "leo", "title": "Leo" }])));
        parts.sort_by(|a, b| a.0.cmp(&b.0));
    });
    let merged = reviewed(&mut desk, bytes.clone());
    assert!(merged.items.iter().any(|item| item.key.text().contains("mood")), "{:#?}", merged.items);
    assert!(merged.items.iter().all(|item| item.why() != Some(Why::Deletion)));
    // One that this version must not read is refused, before there is anything to review.
    let closed = zipped::resealed(&bytes, |manifest, _| manifest["min_reader"] = json!(99));
    assert_eq!(Snapshot::read(&closed).unwrap_err().code(), "newer-version");
}

#[test]
fn a_snapshot_of_an_older_version_takes_nothing_away_of_what_it_did_not_know() {
    let (mut desk, bytes) = sent();
    // The first version knew fewer kinds, and its manifest said nothing of what may be private.
    let bytes = zipped::resealed(&bytes, |manifest, parts| {
        for name in ["private", "ancestors", "options"] {
            manifest.as_object_mut().unwrap().remove(name);
        }
        manifest["format"] = json!(1);
        manifest["min_reader"] = json!(1);
        rows(parts, "commitment.json")[0]["title"] = json!("Changed with an older program");
    });
    assert!(desk.plan.state().count(Kind::Note) > 0, "there is something that could be taken away");
    let merged = reviewed(&mut desk, bytes);
    assert_eq!(merged.items.len(), 1, "{:#?}", merged.items);
    assert!(merged.items[0].key.text().contains("/title/"));
}
