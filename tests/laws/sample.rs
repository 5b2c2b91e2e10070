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
