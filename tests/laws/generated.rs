//! Synthetic plans: the same size and seed give the same plan, and it is a plan like any other.

use plan::generate::generate;
use plan::snapshot::{self, Snapshot, With};
use plan::{Kind, Origin, Plan};
use plan_tests::{context, quick_folder, read};

#[test]
fn the_same_size_and_seed_give_the_same_plan_and_others_another() {
    let bytes = |size, seed| snapshot::write(&generate(size, seed).unwrap(), &context(1), "x", With::ALL).unwrap().1;
    assert!(bytes(50, 1) == bytes(50, 1));
    assert!(bytes(50, 1) != bytes(50, 2));
    assert!(bytes(50, 1) != bytes(51, 1));
}

#[test]
fn it_has_the_size_that_was_asked_for() {
    for size in [0, 1, 7, 120] {
        let state = generate(size, 9).unwrap();
        assert_eq!(state.count(Kind::Commitment), size);
        assert_eq!(state.count(Kind::Milestone), 3 * size);
        let references: std::collections::HashSet<&str> =
            state.rows(Kind::Commitment).map(|row| row.text("reference")).collect();
        assert_eq!(references.len(), size, "two rows of one number");
    }
}

#[test]
fn it_is_a_plan_like_any_other() {
    let folder = quick_folder();
    let path = folder.path().join("generated.gdcplan");
    let state = generate(80, 5).unwrap();
    Plan::create(&path, Origin::Rows(Box::new(state.clone())), &context(1)).unwrap();
    let plan = read(&path).unwrap();
    assert!(**plan.state() == state);
    plan.verify().unwrap();
    // Reading a snapshot holds every reference and every type against the table of kinds.
    let (_, bytes) = snapshot::write(&state, &context(1), "x", With::ALL).unwrap();
    assert!(*Snapshot::read(&bytes).unwrap().state == state);
    for kind in Kind::content() {
        for row in state.rows(kind) {
            for group in kind.def().one_of {
                assert_eq!(group.iter().filter(|field| row.get(field).is_some()).count(), 1, "{row:?}");
            }
        }
    }
}
