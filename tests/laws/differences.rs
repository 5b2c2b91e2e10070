//! Differences: none between equals; applied to the one side they give the other; swapped sides swap before and after.

use std::collections::BTreeMap;

use plan::diff::{Difference, What, diff};
use plan::{Kind, Plan, State};
use plan_tests::dice::Dice;
use plan_tests::{cases, context, edit, ops, quick_folder, same_content, sample};
use proptest::prelude::*;
use serde_json::{Map, Value as Json};

type Rows = BTreeMap<(Kind, String), Map<String, Json>>;

fn rows(state: &State) -> Rows {
    Kind::content()
        .flat_map(|kind| state.rows(kind).map(move |row| ((kind, row.id().to_string()), row.to_json())))
        .collect()
}

fn applied(mut rows: Rows, differences: &[Difference]) -> Rows {
    for difference in differences {
        let key = (difference.kind, difference.id.to_string());
        match (difference.what, &difference.field) {
            (What::Added, None) => {
                let Json::Object(row) = difference.after.clone() else { panic!("{difference:?}") };
                assert!(rows.insert(key, row).is_none(), "added and there: {difference:?}");
            }
            (What::Removed, None) => {
                assert_eq!(rows.remove(&key).map(Json::Object), Some(difference.before.clone()), "{difference:?}");
            }
            (What::Changed, Some(field)) => {
                let row = rows.get_mut(&key).unwrap_or_else(|| panic!("{difference:?}"));
                assert_eq!(row.get(field).cloned().unwrap_or_default(), difference.before, "{difference:?}");
                match &difference.after {
                    Json::Null => drop(row.remove(field)),
                    after => drop(row.insert(field.clone(), after.clone())),
                }
            }
            _ => panic!("{difference:?}"),
        }
    }
    rows
}

/// Two states of one plan, some made-up steps apart.
fn two_states(seeds: &[u64]) -> (State, State) {
    let folder = quick_folder();
    let path = folder.path().join("two.gdcplan");
    sample::plan_file(&path);
    let mut plan: Plan = edit(&path, 2).unwrap();
    let before = (**plan.state()).clone();
    for (n, seed) in seeds.iter().enumerate() {
        if let Some(op) = ops::op(plan.state(), &mut Dice::new(*seed)) {
            let _refused_or_not = plan.act(&context(3 + n as u64), &op, None);
        }
    }
    (before, (**plan.state()).clone())
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn differences_are_what_leads_from_one_state_to_the_other(seeds in prop::collection::vec(any::<u64>(), 0..12)) {
        let (a, b) = two_states(&seeds);
        let there = diff(&a, &b, &|_, _| false);
        prop_assert_eq!(applied(rows(&a), &there), rows(&b));
        prop_assert_eq!(there.is_empty(), same_content(&a, &b));
        prop_assert_eq!(a.hash() == b.hash(), same_content(&a, &b), "equal content, equal hash, and no other");
        prop_assert_eq!(diff(&a, &a, &|_, _| false), vec![]);
        prop_assert_eq!(diff(&b, &b.clone(), &|_, _| false), vec![]);
        let back = diff(&b, &a, &|_, _| false);
        prop_assert_eq!(applied(rows(&b), &back), rows(&a));
        let key = |d: &Difference| (d.kind, d.id.clone(), d.field.clone(), d.before.to_string(), d.after.to_string());
        let swapped = |d: &Difference| (d.kind, d.id.clone(), d.field.clone(), d.after.to_string(), d.before.to_string());
        let (mut one, mut two): (Vec<_>, Vec<_>) = (there.iter().map(key).collect(), back.iter().map(swapped).collect());
        one.sort();
        two.sort();
        prop_assert_eq!(one, two, "swapping sides swaps nothing but the labels");
    }

    #[test]
    fn what_is_not_stated_is_left_out_and_nothing_else(seeds in prop::collection::vec(any::<u64>(), 0..12)) {
        let (a, b) = two_states(&seeds);
        let silent = |kind: Kind, field: Option<&str>| kind == Kind::Person || field == Some("title");
        let all = diff(&a, &b, &|_, _| false);
        let told = diff(&a, &b, &silent);
        let expected: Vec<Difference> =
            all.into_iter().filter(|d| !silent(d.kind, d.field.as_deref())).collect();
        prop_assert_eq!(told, expected);
    }
}
