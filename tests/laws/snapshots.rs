//! Snapshots: the same content gives the same bytes, nothing that is not known is lost, nothing private leaves, and parents
//! are named to the root.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use plan::assets::{DEVELOPMENTS, STARTER};
use plan::diff::diff;
use plan::snapshot::{self, Snapshot, With, current_parents};
use plan::{Kind, Op, Origin, Plan, SetField, State};
use plan_tests::{context, edit, quick_folder, read, same_content, sample, zipped};
use serde_json::{Value as Json, json};

const WITHS: [With; 4] = [
    With { persons: false, notes: false },
    With { persons: true, notes: false },
    With { persons: false, notes: true },
    With { persons: true, notes: true },
];

fn written(state: &State, with: With) -> Vec<u8> {
    snapshot::write(state, &context(7), "Given to the Council", with).unwrap().1
}

/// A plan made from a snapshot.
fn plan_of(bytes: &[u8], folder: &Path, name: &str) -> Plan {
    let path: PathBuf = folder.join(name);
    Plan::create(&path, Origin::Snapshot(bytes), &context(1)).unwrap();
    edit(&path, 2).unwrap()
}

/// The bytes of a kept snapshot, straight from the file.
fn kept_bytes(plan: &Plan, id: &str) -> Vec<u8> {
    let sql = "SELECT bytes FROM kept_snapshot WHERE id = ?1";
    plan.store().connection_for_tests().query_row(sql, [id], |row| row.get(0)).unwrap()
}

#[test]
fn what_is_written_read_and_written_again_is_the_same_to_the_byte() {
    let states = [
        sample::state(),
        (*Snapshot::read(&sample::newer_snapshot()).unwrap().state).clone(),
        plan::generate::generate(40, 7).unwrap(),
    ];
    for state in states {
        for with in WITHS {
            let first = written(&state, with);
            let again = written(&Snapshot::read(&first).unwrap().state, with);
            assert!(first == again, "{with:?}");
        }
    }
}

#[test]
fn equal_content_name_person_time_and_options_give_equal_bytes_however_it_came_to_be() {
    let folder = quick_folder();
    let mut one = plan_of(&sample::newer_snapshot(), folder.path(), "one.gdcplan");
    let mut two = plan_of(&sample::newer_snapshot(), folder.path(), "two.gdcplan");
    let title = |title: &str| {
        let id = sample::id(Kind::Commitment, "schools");
        Op::Set(SetField {
            kind: Kind::Commitment,
            id,
            field: "title".into(),
            value: json!(title),
            words: None,
            was: None,
        })
    };
    one.act(&context(3), &title("Connect every school"), None).unwrap();
    two.act(&context(3), &title("A detour"), None).unwrap();
    two.act(&context(4), &Op::Delete { kind: Kind::Group, id: sample::id(Kind::Group, "wg") }, None).unwrap();
    two.undo(&context(5), false).unwrap();
    two.act(&context(6), &title("Connect every school"), None).unwrap();
    for with in WITHS {
        assert!(written(one.state(), with) == written(two.state(), with), "{with:?}");
    }
    // The snapshot that a plan keeps is the one that it would write for a reader; besides, it says how far the history was.
    let before = two.state().clone();
    let beside = two.beside().unwrap();
    let kept = two.snapshot(&context(7), "Given to the Council", With::ALL).unwrap();
    let with = snapshot::write_beside(&before, &context(7), "Given to the Council", With::ALL, beside).unwrap();
    assert!(kept == with.1);
    let manifest = Snapshot::read(&kept).unwrap().manifest;
    assert!(kept_bytes(&two, &manifest.id) == kept);
    let plain = Snapshot::read(&written(&before, With::ALL)).unwrap().manifest;
    assert!(!manifest.line.is_empty());
    assert_eq!(plan::snapshot::Manifest { line: Vec::new(), ..manifest }, plain);
}

#[test]
fn another_name_person_time_or_option_is_said_and_the_id_is_of_content_and_parents_alone() {
    let state = sample::state();
    let manifest = |n: u64, name: &str, with: With| snapshot::write(&state, &context(n), name, with).unwrap().0;
    let one = manifest(7, "One", With::ALL);
    let other = manifest(8, "Two", With::ALL);
    assert_eq!(one.id, other.id);
    assert_eq!((other.name.as_str(), other.at, other.by.as_str()), ("Two", context(8).at(), "Ana Ruiz"));
    assert_ne!(one.id, manifest(7, "One", With::default()).id, "what was left out is other content");
}

#[test]
fn fields_and_parts_of_a_newer_version_go_through_a_plan_and_back_out() {
    let folder = quick_folder();
    let mut plan = plan_of(&sample::newer_snapshot(), folder.path(), "newer.gdcplan");
    // An edit, its undo and a deletion taken back: what is not known is kept through all of it.
    let id = sample::id(Kind::Commitment, "schools");
    let set = SetField {
        kind: Kind::Commitment,
        id: id.clone(),
        field: "title".into(),
        value: json!("New"),
        words: None,
        was: None,
    };
    plan.act(&context(3), &Op::Set(set), None).unwrap();
    plan.act(&context(4), &Op::Delete { kind: Kind::Commitment, id }, None).unwrap();
    plan.undo(&context(5), false).unwrap();
    plan.undo(&context(6), false).unwrap();
    let bytes = plan.snapshot(&context(7), "Back", With::ALL).unwrap();
    let parts = |bytes: &[u8]| -> Vec<(String, Json)> {
        let entries = zipped::entries(bytes).into_iter().filter(|(name, _)| name != "manifest.json");
        entries.map(|(name, text)| (name, serde_json::from_slice(&text).unwrap())).collect()
    };
    assert_eq!(parts(&bytes), parts(&sample::newer_snapshot()));
    let unknown = Snapshot::read(&bytes).unwrap().unknown;
    assert_eq!(unknown.keys().collect::<Vec<_>>(), ["confession", "pledge"]);
    // And from there into a plan of the next colleague.
    let next = plan_of(&bytes, folder.path(), "next.gdcplan");
    assert!(same_content(next.state(), plan.state()));
    assert_eq!(parts(&written(next.state(), With::ALL)), parts(&bytes));
}

#[test]
fn what_is_private_leaves_only_when_it_is_asked_for() {
    let folder = quick_folder();
    let mut plan = plan_of(&sample::newer_snapshot(), folder.path(), "private.gdcplan");
    // A private text that was typed and taken back is in history, and history does not leave either.
    let id = sample::id(Kind::Commitment, "economy");
    let reason = json!(format!("{} typed", sample::PRIVATE_WORD));
    let set = SetField {
        kind: Kind::Commitment,
        id,
        field: "follow_up_reason".into(),
        value: reason,
        words: None,
        was: None,
    };
    plan.act(&context(3), &Op::Set(set), None).unwrap();
    plan.undo(&context(4), false).unwrap();
    for with in WITHS {
        let bytes = plan.snapshot(&context(5), "For others", with).unwrap();
        let omitted: BTreeSet<String> = Snapshot::read(&bytes).unwrap().manifest.omitted.into_iter().collect();
        let mut expected = BTreeSet::new();
        if !with.persons {
            expected.extend(["person", "assignment.person"]);
        }
        if !with.notes {
            expected.extend(["commitment.follow_up", "commitment.follow_up_reason"]);
            expected.extend(["commitment.secret", "confession"]);
        }
        assert_eq!(omitted, expected.into_iter().map(str::to_owned).collect(), "{with:?}");
        let told = |word: &str| {
            let word = word.to_lowercase();
            let mut texts = vec![bytes.clone()];
            texts.extend(zipped::entries(&bytes).into_iter().flat_map(|(name, text)| [name.into_bytes(), text]));
            texts.iter().any(|text| String::from_utf8_lossy(text).to_lowercase().contains(&word))
        };
        assert_eq!(told(sample::PRIVATE_WORD), with.persons || with.notes, "{with:?}");
        assert_eq!(told("Pérez"), with.persons, "{with:?}: a name");
        assert_eq!(told("ask again"), with.notes, "{with:?}: a reason");
        assert_eq!(told("ask the bureau"), with.notes, "{with:?}: a note of one person");
        assert!(told("Meets in Geneva"), "{with:?}: a note for everyone goes along");
        for person in plan.state().rows(Kind::Person) {
            assert_eq!(told(person.id()), with.persons, "{with:?}: even that there is such a person");
        }
        assert_eq!(told("follow_up\":true"), with.notes, "{with:?}: a flag");
    }
}

#[test]
fn what_was_left_out_is_not_stated_and_no_difference() {
    let state = sample::state();
    let open = Snapshot::read(&written(&state, With::ALL)).unwrap();
    let closed = Snapshot::read(&written(&state, With::default())).unwrap();
    assert!(diff(&open.state, &closed.state, &|_, _| false).iter().any(|d| d.kind == Kind::Person));
    assert_eq!(diff(&open.state, &closed.state, &|kind, field| closed.omits(kind, field)), []);
}

/// Ids of the snapshots that a manifest names, itself included.
fn ancestry(snapshot: &Snapshot) -> BTreeSet<String> {
    snapshot.manifest.ancestors.iter().map(|a| a.id.clone()).chain([snapshot.manifest.id.clone()]).collect()
}

#[test]
fn parents_are_named_to_the_root() {
    let folder = quick_folder();
    let starter = Snapshot::read(STARTER).unwrap().manifest.id;
    let mut first = plan_of(STARTER, folder.path(), "first.gdcplan");
    assert_eq!(current_parents(first.state()).iter().map(|p| &p.id).collect::<Vec<_>>(), [&starter]);
    let one = first.snapshot(&context(10), "One", With::default()).unwrap();
    let two = first.snapshot(&context(11), "Two", With::default()).unwrap();
    let mut second = plan_of(&two, folder.path(), "second.gdcplan");
    let three = second.snapshot(&context(12), "Three", With::default()).unwrap();
    let third = plan_of(&three, folder.path(), "third.gdcplan");
    let id = |bytes: &[u8]| Snapshot::read(bytes).unwrap().manifest.id;
    let line = [starter, id(&one), id(&two), id(&three)];
    let all: BTreeSet<String> = line.iter().cloned().collect();
    assert_eq!(all.len(), 4, "a snapshot of the same content with another parent is another");
    assert_eq!(ancestry(&Snapshot::read(&three).unwrap()), all);
    assert_eq!(third.state().rows(Kind::Parent).map(|row| row.id().to_string()).collect::<BTreeSet<_>>(), all);
    assert_eq!(current_parents(third.state()).iter().map(|p| &p.id).collect::<Vec<_>>(), [&line[3]]);
    // Each names its own parent, so that the line can be walked.
    for pair in line.windows(2) {
        let row = third.state().row(Kind::Parent, &pair[1]).unwrap();
        assert_eq!(row.get("parents").map(plan::Value::to_json), Some(json!([pair[0]])));
    }
    assert!(kept_bytes(&third, &line[3]) == three, "the bytes of the origin are kept");
}

#[test]
fn a_step_between_two_snapshots_makes_the_first_the_parent_of_the_second_even_when_undone() {
    let folder = quick_folder();
    let mut plan = plan_of(&sample::newer_snapshot(), folder.path(), "undone.gdcplan");
    let id = sample::id(Kind::Commitment, "empty");
    plan.act(&context(3), &Op::Delete { kind: Kind::Commitment, id }, None).unwrap();
    let one = Snapshot::read(&plan.snapshot(&context(4), "One", With::ALL).unwrap()).unwrap();
    plan.undo(&context(5), false).unwrap();
    let two = Snapshot::read(&plan.snapshot(&context(6), "Two", With::ALL).unwrap()).unwrap();
    assert_eq!(two.manifest.parents, [one.manifest.id], "what was shared stays shared");
}

#[test]
fn developments_descend_from_the_starter() {
    let (starter, developments) = (Snapshot::read(STARTER).unwrap(), Snapshot::read(DEVELOPMENTS).unwrap());
    assert_eq!(developments.manifest.parents, std::slice::from_ref(&starter.manifest.id));
    assert_eq!(ancestry(&developments).into_iter().collect::<BTreeSet<_>>(), {
        BTreeSet::from([starter.manifest.id.clone(), developments.manifest.id.clone()])
    });
    assert!(starter.manifest.parents.is_empty(), "the starter is the root");
    assert!(!diff(&starter.state, &developments.state, &|_, _| false).is_empty());
}

#[test]
fn a_snapshot_opens_whatever_its_file_is_called() {
    let folder = quick_folder();
    for name in ["a.gdcsnap", "a.zip", "[a] #1?.gdcsnap", "خطة.gdcsnap", "no ending", &"x".repeat(255)] {
        let path = folder.path().join(name);
        snapshot::write_file(&path, &sample::newer_snapshot()).unwrap();
        let (snapshot, bytes) = Snapshot::open(&path).unwrap();
        assert_eq!(snapshot.manifest.name, "From next year");
        assert!(bytes == sample::newer_snapshot());
    }
}

#[test]
fn a_plan_that_came_from_a_snapshot_verifies_also_with_a_zero_below_zero() {
    let folder = quick_folder();
    let bytes = zipped::resealed(&sample::newer_snapshot(), |_, parts| {
        let (_, rows) = parts.iter_mut().find(|(name, _)| name == "indicator.json").unwrap();
        rows[0]["baseline"] = json!(-0.0);
        rows[1]["baseline"] = json!(2.1534004110445722e-290);
    });
    let plan = plan_of(&bytes, folder.path(), "zero.gdcplan");
    plan.verify().unwrap();
    assert_eq!(read(plan.path()).unwrap().state(), plan.state());
}
