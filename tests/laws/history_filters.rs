//! History by person, by kind, by field: what each filter lets through, alone and together.

use plan::history::HistoryFilter;
use plan::{Context, CreateRow, Kind, Op, Plan, SetField};
use plan_tests::{context, edit, quick_folder, sample};
use serde_json::{Value as Json, json};

fn by(n: u64, name: &str) -> Context {
    Context { by: name.into(), ..context(n) }
}

fn set(kind: Kind, slug: &str, field: &str, value: Json) -> Op {
    let id = sample::id(kind, slug);
    Op::Set(SetField { kind, id, field: field.into(), value, words: None, was: None })
}

fn ids(plan: &Plan, filter: &HistoryFilter<'_>) -> Vec<i64> {
    plan.history_where(filter, i64::MAX, 100).unwrap().into_iter().map(|step| step.id).collect()
}

#[test]
fn steps_are_found_by_person_kind_field_and_row() {
    let folder = quick_folder();
    let path = folder.path().join("filters.gdcplan");
    sample::plan_file(&path);
    let mut plan = edit(&path, 2).unwrap();
    let Json::Object(fields) = json!({ "title": "New", "owner": "ITU", "risks": "the \"status\": of it" }) else {
        unreachable!()
    };
    let ops = [
        (set(Kind::Commitment, "schools", "title", json!("One")), "Ana Ruiz"),
        (set(Kind::Commitment, "skills", "status", json!("ongoing")), "Bo Li"),
        (set(Kind::Group, "wg", "title", json!("Two")), "Bo Li"),
        (Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields }), "Ana Ruiz"),
        (Op::Delete { kind: Kind::Commitment, id: sample::id(Kind::Commitment, "economy") }, "Ana O'Hara %"),
    ];
    for (n, (op, name)) in ops.iter().enumerate() {
        plan.act(&by(10 + n as u64, name), op, None).unwrap().unwrap();
    }
    plan.undo(&by(20, "Bo Li"), false).unwrap();
    let all = HistoryFilter::default();
    let kind = |kind| HistoryFilter { kind: Some(kind), ..all };
    assert_eq!(ids(&plan, &all), [6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(&plan, &HistoryFilter { by: Some("Bo Li"), ..all }), [6, 3, 2]);
    assert_eq!(ids(&plan, &HistoryFilter { by: Some("Ana O'Hara %"), ..all }), [5]);
    assert_eq!(ids(&plan, &HistoryFilter { by: Some("Ana"), ..all }), [0; 0]);
    assert_eq!(ids(&plan, &kind(Kind::Commitment)), [6, 5, 4, 2, 1]);
    assert_eq!(ids(&plan, &kind(Kind::Group)), [3]);
    assert_eq!(ids(&plan, &HistoryFilter { field: Some("title"), ..all }), [6, 5, 4, 3, 1]);
    // Words of a row are no field of it; made and deleted rows count where the field is filled.
    assert_eq!(ids(&plan, &HistoryFilter { field: Some("status"), ..all }), [6, 5, 2]);
    assert_eq!(ids(&plan, &HistoryFilter { field: Some("title"), ..kind(Kind::Group) }), [3]);
    assert_eq!(ids(&plan, &HistoryFilter { field: Some("title"), by: Some("Bo Li"), ..all }), [6, 3]);
    let schools = sample::id(Kind::Commitment, "schools");
    let row = HistoryFilter { id: Some(&schools), ..kind(Kind::Commitment) };
    assert_eq!(ids(&plan, &row), [1]);
    assert_eq!(ids(&plan, &HistoryFilter { field: Some("status"), ..row }), [0; 0]);
    let page = plan.history_where(&kind(Kind::Commitment), 5, 2).unwrap();
    assert_eq!(page.iter().map(|step| step.id).collect::<Vec<_>>(), [4, 2]);
    assert_eq!(plan.people().unwrap(), ["Ana O'Hara %", "Ana Ruiz", "Bo Li"]);
}
