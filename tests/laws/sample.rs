//! The sample is what the other laws lean on.

use plan::snapshot::Snapshot;
use plan::{FieldType, Kind};
use plan_tests::{edit, sample};

#[test]
fn it_has_rows_of_every_kind_and_values_of_every_type_of_field() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.gdcplan");
    sample::plan_file(&path);
    let plan = edit(&path, 2).unwrap();
    let mut types: Vec<&str> = Vec::new();
    for kind in Kind::all() {
        assert!(plan.state().count(kind) > 0, "the sample has no {}", kind.name());
        for row in plan.state().rows(kind) {
            for (field, _) in row.values() {
                types.push(match field.ty {
                    FieldType::Text => "text",
                    FieldType::LongText => "long text",
                    FieldType::Date => "date",
                    FieldType::Choice(_) => "choice",
                    FieldType::Reference(..) => "reference",
                    FieldType::Texts => "texts",
                    FieldType::References(_) => "references",
                    FieldType::Integer => "integer",
                    FieldType::Decimal => "decimal",
                    FieldType::Flag => "flag",
                    FieldType::Order => "order",
                });
            }
        }
    }
    types.sort_unstable();
    types.dedup();
    assert_eq!(types.len(), 11, "{types:?}");
    plan.verify().unwrap();
}

#[test]
fn its_private_word_stands_in_private_fields_alone() {
    let snapshot = Snapshot::read(&sample::newer_snapshot()).unwrap();
    let mut private = 0;
    for kind in Kind::content() {
        for row in snapshot.state.rows(kind) {
            for (field, value) in row.values() {
                let told = value.to_json().to_string().to_lowercase().contains(sample::PRIVATE_WORD);
                assert!(!told || field.private || kind.def().private, "{}.{}", kind.name(), field.name);
                private += usize::from(told);
            }
        }
    }
    assert!(private >= 6, "{private} private texts to look for");
}

#[test]
fn the_canonical_text_of_a_row_is_its_json_with_sorted_keys_whatever_is_in_it() {
    let starter = Snapshot::read(plan::assets::STARTER).unwrap();
    let newer = Snapshot::read(&sample::newer_snapshot()).unwrap();
    let mut rows: Vec<plan::Row> = Kind::all()
        .flat_map(|kind| sample::state().rows(kind).map(|row| (**row).clone()).collect::<Vec<_>>())
        .chain(Kind::content().flat_map(|kind| starter.state.rows(kind).map(|row| (**row).clone()).collect::<Vec<_>>()))
        .chain(Kind::content().flat_map(|kind| newer.state.rows(kind).map(|row| (**row).clone()).collect::<Vec<_>>()))
        .collect();
    assert!(rows.iter().any(|row| row.extra().is_some()), "a row with a field of a newer version");
    let title = Kind::Commitment.def().index("title").unwrap();
    for text in ["\"", "\\", "\u{7f}é\u{2028}", "\u{1}\u{8}\u{c}\n\r\t\u{1f}", "/", "\u{1f600}"] {
        let row = plan::Row::new(Kind::Commitment, text);
        rows.push(row.with(title, Some(plan::Value::Text(text.into()))));
    }
    for row in rows {
        let sorted: std::collections::BTreeMap<String, serde_json::Value> = row.to_json().into_iter().collect();
        let map: std::collections::BTreeMap<&str, &serde_json::Value> =
            sorted.iter().map(|(key, value)| (key.as_str(), value)).collect();
        assert_eq!(row.canonical(), serde_json::to_string(&map).unwrap());
    }
}
