use super::english;
use crate::{choice_key, kind_key};
use plan::kinds::{FieldType, KINDS, Kind};
use std::collections::BTreeSet;

#[test]
fn every_kind_field_and_code_of_the_table_has_a_label() {
    let strings = english();
    let mut missing = BTreeSet::new();
    let mut need = |file: &str, key: String| {
        if strings.lookup(&key).is_none() {
            missing.insert(format!("assets/locales/en/{file}: add a line \"{key} = …\""));
        }
    };
    for def in KINDS {
        need("kinds.ftl", kind_key(def.kind, false));
        need("kinds.ftl", kind_key(def.kind, true));
        for field in def.fields {
            need("fields.ftl", field.label_key());
            if let FieldType::Choice(codes) = field.ty {
                for code in codes {
                    need("choices.ftl", choice_key(def.kind, field.name, code));
                }
            }
        }
    }
    let missing: Vec<_> = missing.into_iter().collect();
    assert!(missing.is_empty(), "The table of kinds has words that the Fluent files lack:\n{}", missing.join("\n"));
}

#[test]
fn no_label_is_left_over() {
    let used: BTreeSet<String> = KINDS
        .iter()
        .flat_map(|def| {
            let codes = def.fields.iter().flat_map(|field| match field.ty {
                FieldType::Choice(codes) => codes.iter().map(|code| choice_key(def.kind, field.name, code)).collect(),
                _ => Vec::new(),
            });
            let labels = def.fields.iter().map(|field| field.label_key());
            codes.chain(labels).chain([kind_key(def.kind, false), kind_key(def.kind, true)]).collect::<Vec<_>>()
        })
        .collect();
    let left: Vec<_> = crate::Strings::keys()
        .filter(|key| ["kind-", "field-", "choice-"].iter().any(|prefix| key.starts_with(prefix)))
        .filter(|key| !used.contains(*key))
        .collect();
    assert!(left.is_empty(), "These labels belong to no kind, field or code; take them out: {left:?}");
}

#[test]
fn labels_come_by_name() {
    let strings = english();
    assert_eq!(strings.kind(Kind::ActionLine), "Action line");
    assert_eq!(strings.kinds(Kind::Commitment), "Commitments");
    assert_eq!(strings.field("status_as_of"), "Status as of");
    assert_eq!(strings.field("made_up_later"), "made up later");
    assert_eq!(strings.choice(Kind::Commitment, "status", "not_reported"), "Not reported");
    assert_eq!(strings.choice(Kind::Update, "status", "ongoing"), "Ongoing");
    assert_eq!(strings.choice(Kind::CalendarEntry, "kind", "event"), "event");
    assert_eq!(strings.choice(Kind::Commitment, "status", "made_up_later"), "made_up_later");
}

#[test]
fn values_are_put_into_words_by_their_type() {
    let strings = english();
    let words = |field: &str, value: &str| {
        let kind = Kind::Commitment;
        strings.value_words(kind, kind.def().field(field).unwrap(), value)
    };
    assert_eq!(words("status", "ongoing"), "Ongoing");
    assert_eq!(words("start", "2025-36"), "Q4\u{a0}2025");
    assert_eq!(words("start", ""), "not stated");
    assert_eq!(words("standing", "1"), "yes");
    assert_eq!(words("standing", ""), "no");
    assert_eq!(words("title", "2025-36"), "2025-36");
}

/// The languages of papers: everything that stands in a workbook has words in them.
#[test]
fn workbooks_have_words_for_every_kind_field_and_choice_in_the_languages_of_papers() {
    let on_sheets = |kind: &Kind| !matches!(kind, Kind::About | Kind::Document | Kind::Block);
    let mut missing = Vec::new();
    for lang in ["fr", "ar"] {
        let files = crate::FILES.iter().find(|(code, _)| *code == lang).unwrap().1;
        let has = |key: &str| files.iter().any(|file| file.lines().any(|line| line.starts_with(&format!("{key} ="))));
        for kind in Kind::content().filter(on_sheets) {
            let mut keys = vec![crate::kind_key(kind, true)];
            for field in kind.def().fields.iter().filter(|field| field.ty != FieldType::Order) {
                keys.push(format!("field-{}", field.name.replace('_', "-")));
                if let FieldType::Choice(codes) = field.ty {
                    keys.extend(codes.iter().map(|code| crate::choice_key(kind, field.name, code)));
                }
            }
            missing.extend(keys.into_iter().filter(|key| !has(key)).map(|key| format!("{lang}: {key}")));
        }
    }
    missing.sort();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new());
    assert!(!crate::is_reviewed("fr") && crate::is_reviewed("en"));
}
