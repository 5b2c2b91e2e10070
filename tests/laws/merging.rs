//! The laws of merging, on tiny domains: a few rows of every kind, and whatever people do to them.
//!
//! 256 cases in the normal run; `cargo xtask test --long` runs 100,000. A case that ever failed is kept in `kept/merging.txt`, and
//! runs first for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plan::merge::{
    Common, Composed, Content, Issued, Item, Key, Merged, Omitted, Part, Proposal, Verdict, Version, Why, Wish,
    compose, merge, part_of, units,
};
use plan::{Kind, Row, State, Value};
use plan_tests::same_content;
use plan_tests::tiny::{Edit, base, edited, faults};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence};

fn laws() -> Config {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/kept/merging.txt");
    Config { failure_persistence: Some(Box::new(FileFailurePersistence::Direct(kept))), ..plan_tests::cases(256) }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(any::<Edit>(), 0..7)
}

fn version(state: &State) -> Version {
    Version { state: Arc::new(state.clone()), omitted: Omitted::default() }
}

fn proposal(common: &State, theirs: &State) -> Proposal {
    let common = Common { version: version(common), ..Common::default() };
    Proposal { version: version(theirs), common: Some(common), organization: None }
}

/// What is asked without a conflict is agreed to.
fn agreed(merged: &Merged) -> Vec<Wish> {
    let asked = merged.items.iter().filter(|item| matches!(item.verdict, Verdict::Asked(_)) && item.theirs.len() == 1);
    asked.map(|item| Wish { key: item.key.clone(), content: Some(item.theirs[0].content.clone()) }).collect()
}

fn applied(mine: &State, proposals: &[Proposal]) -> (Merged, Composed) {
    let merged = merge(mine, proposals, &Issued::default());
    let composed = compose(mine, proposals, &merged, &agreed(&merged));
    (merged, composed)
}

/// An item in texts, with the names of files in place of their numbers: what it is about, the common value, mine, theirs.
type Named = (Key, Option<String>, String, Vec<(String, BTreeSet<usize>)>, Verdict);

/// The items, with the names of files in place of their numbers.
fn named(merged: &Merged, names: &[usize]) -> Vec<Named> {
    let one = |item: &Item| {
        let mut theirs: Vec<(String, BTreeSet<usize>)> = item
            .theirs
            .iter()
            .map(|one| (one.content.canonical(&item.key), one.from.iter().map(|at| names[*at]).collect()))
            .collect();
        theirs.sort();
        let common = item.common.as_ref().map(|common| common.canonical(&item.key));
        (item.key.clone(), common, item.mine.canonical(&item.key), theirs, item.verdict)
    };
    merged.items.iter().map(one).collect()
}

/// The places in which one version differs from another, with what it has there.
fn changes(before: &State, after: &State) -> BTreeMap<Key, Content> {
    let mut found = BTreeMap::new();
    for kind in Kind::content() {
        let ids: BTreeSet<plan::Id> = before.rows(kind).chain(after.rows(kind)).map(|row| row.id().clone()).collect();
        for id in ids {
            let key = |part: Part| Key { kind, id: id.clone(), part };
            match (before.row(kind, &id), after.row(kind, &id)) {
                (Some(_), None) => drop(found.insert(key(Part::Row), Content::Absent)),
                (None, Some(row)) => drop(found.insert(key(Part::Row), Content::Row(row.clone()))),
                (Some(before), Some(after)) => {
                    for (at, unit) in units(kind).iter().enumerate().filter(|(_, unit)| !unit.same(before, after)) {
                        found.insert(key(Part::Unit(at as u8)), Content::Values(unit.of(after)));
                    }
                }
                (None, None) => {}
            }
        }
    }
    found
}

fn conflicts(merged: &Merged) -> BTreeSet<Key> {
    let open = merged.items.iter().filter(|item| matches!(item.verdict, Verdict::Conflict(_)));
    open.map(|item| item.key.clone()).collect()
}

proptest! {
    #![proptest_config(laws())]

    #[test]
    fn one_side_alone_is_that_side(x in edits()) {
        let (b, x) = (base(), edited(&base(), &x));
        let (merged, composed) = applied(&b, &[proposal(&b, &x)]);
        prop_assert!(conflicts(&merged).is_empty(), "{:#?}", merged.items);
        prop_assert!(composed.held.is_empty(), "{:#?}", composed.held);
        prop_assert!(same_content(&composed.state, &x));
        for theirs in [&b, &x] {
            let (merged, composed) = applied(&x, &[proposal(&b, theirs)]);
            prop_assert!(merged.items.is_empty(), "{:#?}", merged.items);
            prop_assert!(same_content(&composed.state, &x));
        }
    }

    #[test]
    fn swapping_the_sides_swaps_nothing_but_the_labels(x in edits(), y in edits()) {
        let (b, x, y) = (base(), edited(&base(), &x), edited(&base(), &y));
        let (one, to_x) = applied(&x, &[proposal(&b, &y)]);
        let (other, to_y) = applied(&y, &[proposal(&b, &x)]);
        // What waits for a row that one side deleted, and whole rows that both added, are told at other places by each side.
        let row_of = |key: &Key| (key.kind, key.id.clone());
        let fixed = |merged: &Merged| -> BTreeSet<Key> {
            let all = merged.items.iter().filter(|item| {
                matches!(item.verdict, Verdict::Conflict(why) if !matches!(why, Why::Dangling | Why::Named | Why::Circle | Why::Clash(_)))
            });
            all.map(|item| item.key.clone()).collect()
        };
        let open: BTreeSet<_> = conflicts(&one).iter().chain(&conflicts(&other)).map(row_of).collect();
        let (a, b2) = (fixed(&one), fixed(&other));
        let rows = |keys: &BTreeSet<Key>| -> BTreeSet<_> { keys.iter().map(row_of).collect() };
        prop_assert_eq!(rows(&a), rows(&b2), "{:#?} {:#?}", one.items, other.items);
        let held: BTreeSet<_> = to_x.held.iter().chain(&to_y.held).map(|held| row_of(&held.key)).collect();
        if !held.is_empty() {
            // A deletion that cannot be leaves what hangs on it, on the side that it is asked of.
            return Ok(());
        }
        for kind in Kind::content() {
            let ids: BTreeSet<plan::Id> =
                to_x.state.rows(kind).chain(to_y.state.rows(kind)).map(|row| row.id().clone()).collect();
            for id in ids.iter().filter(|id| !open.contains(&(kind, (*id).clone()))) {
                let waits = |merged: &Merged| merged.items.iter().any(|item| item.verdict == Verdict::Conflict(Why::Dangling));
                if waits(&one) || waits(&other) || open.iter().any(|(_, open)| open == id) {
                    continue;
                }
                prop_assert_eq!(to_x.state.row(kind, id), to_y.state.row(kind, id), "{} {}: {:#?}", kind.name(), id, one.items);
            }
        }
    }

    #[test]
    fn files_in_any_order_come_to_the_same(mine in edits(), files in prop::collection::vec(edits(), 3..6), turn in any::<u64>()) {
        let b = base();
        let mine = edited(&b, &mine);
        let versions: Vec<State> = files.iter().map(|file| edited(&b, file)).collect();
        let proposals: Vec<Proposal> = versions.iter().map(|version| proposal(&b, version)).collect();
        let names: Vec<usize> = (0..proposals.len()).collect();
        let (merged, composed) = applied(&mine, &proposals);
        for step in 1..=proposals.len() {
            let mut order = names.clone();
            order.rotate_left(step % names.len());
            if turn >> step & 1 == 1 {
                order.reverse();
            }
            let turned: Vec<Proposal> = order.iter().map(|at| proposals[*at].clone()).collect();
            let (again, same) = applied(&mine, &turned);
            prop_assert_eq!(named(&merged, &names), named(&again, &order));
            prop_assert!(same_content(&composed.state, &same.state));
            prop_assert_eq!(&merged.findings.len(), &again.findings.len());
        }
        // A file that is there twice says what it says.
        let mut twice = proposals.clone();
        twice.push(proposals[turn as usize % proposals.len()].clone());
        let mut doubled = names.clone();
        doubled.push(turn as usize % proposals.len());
        let (again, same) = applied(&mine, &twice);
        prop_assert_eq!(named(&merged, &names), named(&again, &doubled));
        prop_assert!(same_content(&composed.state, &same.state));
    }

    #[test]
    fn nothing_is_merged_away_silently(mine in edits(), files in prop::collection::vec(edits(), 1..6)) {
        let b = base();
        let mine = edited(&b, &mine);
        let versions: Vec<State> = files.iter().map(|file| edited(&b, file)).collect();
        let proposals: Vec<Proposal> = versions.iter().map(|version| proposal(&b, version)).collect();
        let (merged, composed) = applied(&mine, &proposals);
        let listed = |key: &Key| merged.items.iter().any(|item| item.key == *key);
        let of_row = |key: &Key| listed(&Key { part: Part::Row, ..key.clone() });
        for version in &versions {
            for (key, content) in changes(&b, version) {
                let mine_has = match (&key.part, mine.row(key.kind, &key.id)) {
                    (Part::Row, row) => row.map_or(Content::Absent, |row| Content::Row(row.clone())),
                    (part, Some(row)) => part_of(row, part),
                    (_, None) => Content::Absent,
                };
                let parts = merged.items.iter().any(|item| item.key.kind == key.kind && item.key.id == key.id);
                let agrees = match (&content, &mine_has) {
                    // Two who add the same row are held against each other field by field.
                    (Content::Row(theirs), Content::Row(mine)) => theirs == mine || parts || covers(mine, theirs),
                    (theirs, mine) => theirs == mine || key.unit().is_some_and(|unit| unit.is_set) && set_covers(&b, &key, theirs, mine),
                };
                prop_assert!(agrees || listed(&key) || of_row(&key), "{:?} {:?} is nowhere: {:#?}", key, content, merged.items);
            }
        }
        // And what is not an item is as it was.
        for (key, _) in changes(&mine, &composed.state) {
            prop_assert!(parts_listed(&merged, &key) || composed.done.contains(&key), "{:?} changed silently", key);
        }
    }

    #[test]
    fn what_comes_of_it_keeps_the_rules(mine in edits(), files in prop::collection::vec(edits(), 1..5), choices in any::<[u8; 16]>()) {
        let b = base();
        let mine = edited(&b, &mine);
        let proposals: Vec<Proposal> = files.iter().map(|file| proposal(&b, &edited(&b, file))).collect();
        let merged = merge(&mine, &proposals, &Issued::default());
        // Whatever people decide.
        let wishes: Vec<Wish> = merged
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| {
                let choice = choices[at % choices.len()] as usize;
                let content = match choice % 3 {
                    0 => return None,
                    1 => None,
                    _ => Some(item.theirs.get(choice % item.theirs.len().max(1))?.content.clone()),
                };
                Some(Wish { key: item.key.clone(), content })
            })
            .collect();
        for wishes in [&wishes[..], &[]] {
            let composed = compose(&mine, &proposals, &merged, wishes);
            prop_assert_eq!(faults(&composed.state), Vec::<String>::new(), "{:#?}", merged.items);
            // What is written is what comes of it.
            let mut written = mine.clone();
            for change in &composed.changes {
                written.apply(change).unwrap();
            }
            prop_assert!(same_content(&written, &composed.state));
        }
    }

    #[test]
    fn in_any_grouping_of_sittings_nothing_is_lost(mine in edits(), files in prop::collection::vec(edits(), 3..6), turn in any::<u64>()) {
        let b = base();
        let mut versions: Vec<State> = files.iter().map(|file| edited(&b, file)).collect();
        versions.rotate_left(turn as usize % files.len());
        let start = edited(&b, &mine);
        let mut now = start.clone();
        let mut asked: Vec<(Key, Content)> = Vec::new();
        let mut left = &versions[..];
        let mut cut = turn;
        let mut seen: Vec<Proposal> = Vec::new();
        while !left.is_empty() {
            let many = 1 + (cut as usize) % left.len();
            cut /= 7;
            let group: Vec<Proposal> = left[..many].iter().map(|version| proposal(&b, version)).collect();
            left = &left[many..];
            let (merged, composed) = applied(&now, &group);
            for item in merged.items.iter().filter(|item| item.verdict != Verdict::Taken) {
                asked.extend(item.theirs.iter().map(|one| (item.key.clone(), one.content.clone())));
                // Mine counts as a version of the one whose value it was taken from.
                asked.push((item.key.clone(), item.mine.clone()));
            }
            // What was agreed to and cannot be is open, and says so.
            for held in &composed.held {
                asked.extend(merged.item(&held.key).into_iter().flat_map(|item| &item.theirs).map(|one| (held.key.clone(), one.content.clone())));
            }
            now = composed.state;
            prop_assert_eq!(faults(&now), Vec::<String>::new());
            // Reviewed again, each of them proposes nothing: it is an ancestor now.
            for one in &group {
                let again = Proposal { common: Some(Common { version: one.version.clone(), ..Common::default() }), ..one.clone() };
                prop_assert!(merge(&now, &[again], &Issued::default()).items.is_empty());
            }
            seen.extend(group);
        }
        for version in &versions {
            for (key, content) in changes(&b, version).into_iter().filter(|(key, _)| key.part != Part::Row) {
                let has = now.row(key.kind, &key.id).map(|row| part_of(row, &key.part));
                let is_set = key.unit().is_some_and(|unit| unit.is_set);
                let stands = has.as_ref() == Some(&content) || is_set;
                let was_asked = asked.iter().any(|(of, _)| of.kind == key.kind && of.id == key.id);
                prop_assert!(stands || was_asked, "{:?} {:?} is lost", key, content);
            }
        }
    }

    #[test]
    fn what_a_file_does_not_state_is_never_deleted(mine in edits(), theirs in edits(), which in any::<u8>()) {
        let b = base();
        let mine = edited(&b, &mine);
        let mut theirs = edited(&b, &theirs);
        for row in theirs.rows(Kind::Person).map(|row| row.id().clone()).collect::<Vec<_>>() {
            theirs.remove(Kind::Person, &row);
        }
        let person = Kind::Assignment.def().index("person").unwrap();
        for row in theirs.rows(Kind::Assignment).cloned().collect::<Vec<_>>() {
            theirs.put(row.with(person, None));
        }
        let omitted = Omitted::of(["person", "assignment.person", "commitment.follow_up"]);
        let mut one = proposal(&b, &theirs);
        one.version.omitted = omitted.clone();
        if which % 2 == 0 {
            // Nor where the common version did not state it either.
            if let Some(common) = &mut one.common {
                common.version.omitted = omitted;
            }
        }
        let (merged, composed) = applied(&mine, &[one]);
        let private = |item: &Item| {
            item.key.kind == Kind::Person || item.key.unit().is_some_and(|u| item.key.kind == Kind::Assignment && u.fields == [person])
        };
        prop_assert!(!merged.items.iter().any(private), "{:#?}", merged.items);
        for row in mine.rows(Kind::Person) {
            prop_assert!(composed.state.row(Kind::Person, row.id()).is_some());
        }
    }

    #[test]
    fn without_a_common_version_everything_is_asked(mine in edits(), theirs in edits()) {
        let (mine, theirs) = (edited(&base(), &mine), edited(&base(), &theirs));
        let one = Proposal { version: version(&theirs), common: None, organization: None };
        let merged = merge(&mine, &[one], &Issued::default());
        prop_assert!(merged.items.iter().all(|item| item.verdict != Verdict::Taken), "{:#?}", merged.items);
        prop_assert!(merged.items.iter().all(|item| item.theirs.iter().all(|one| one.content != Content::Absent)));
    }

    /// Whatever an issued document says is never taken unasked, and as long as nobody decides it stays as it was issued.
    #[test]
    fn what_was_issued_is_asked(mine in edits(), files in prop::collection::vec(edits(), 1..5), said in any::<u64>()) {
        let start = base();
        let mine = edited(&start, &mine);
        let proposals: Vec<Proposal> = files.iter().map(|edits| proposal(&start, &edited(&start, edits))).collect();
        let mut issued = Issued::default();
        let document = "document".into();
        let rows = Kind::content().flat_map(|kind| start.rows(kind).cloned().collect::<Vec<_>>());
        for (at, row) in rows.enumerate() {
            for (index, field) in row.kind().def().fields.iter().enumerate() {
                if said >> ((at * 11 + index) % 64) & 1 == 1 {
                    issued.note(&document, row.kind(), row.id(), field.name);
                }
            }
        }
        let free = merge(&mine, &proposals, &Issued::default());
        let merged = merge(&mine, &proposals, &issued);
        let silent = compose(&mine, &proposals, &merged, &[]);
        for item in free.items.iter().filter(|item| item.verdict == Verdict::Taken) {
            let same = merged.item(&item.key);
            prop_assert!(same.is_some_and(|same| same.theirs == item.theirs), "{:?} is proposed all the same", item.key);
        }
        for item in merged.items.iter().filter(|item| item.key.part != Part::Row) {
            let is_said = !issued.documents(item).is_empty();
            prop_assert!(!(is_said && item.verdict == Verdict::Taken), "{:?} was taken unasked", item.key);
            if is_said && let Some(row) = silent.state.row(item.key.kind, &item.key.id) {
                prop_assert_eq!(part_of(row, &item.key.part), item.mine.clone(), "{:?}", item.key);
            }
        }
    }

    #[test]
    fn keys_are_texts_and_back(x in edits(), y in edits()) {
        let (b, x, y) = (base(), edited(&base(), &x), edited(&base(), &y));
        for item in applied(&x, &[proposal(&b, &y)]).0.items {
            prop_assert_eq!(Key::parse(&item.key.text()), Some(item.key));
        }
    }
}

fn parts_listed(merged: &Merged, key: &Key) -> bool {
    merged.items.iter().any(|item| item.key.kind == key.kind && item.key.id == key.id)
}

/// Whether a row has all that another states.
fn covers(row: &Row, other: &Row) -> bool {
    other.values().all(|(field, value)| row.get(field.name) == Some(value))
}

/// Whether a set of mine has what theirs added, and lacks what theirs took out.
fn set_covers(base: &State, key: &Key, theirs: &Content, mine: &Content) -> bool {
    let elements = |content: &Content| -> BTreeSet<Box<str>> {
        let Content::Values(values) = content else { return BTreeSet::new() };
        values.iter().flatten().filter_map(Value::set).flatten().cloned().collect()
    };
    let before = base.row(key.kind, &key.id).map(|row| elements(&part_of(row, &key.part))).unwrap_or_default();
    let (theirs, mine) = (elements(theirs), elements(mine));
    theirs.difference(&before).all(|e| mine.contains(e)) && before.difference(&theirs).all(|e| !mine.contains(e))
}

#[test]
fn a_set_is_merged_by_element() {
    let b = base();
    let set = |partners: &[&str]| {
        let mut state = b.clone();
        let row = state.row(Kind::Commitment, "c1").unwrap().clone();
        let index = Kind::Commitment.def().index("partners").unwrap();
        state.put(row.with(index, Value::set_of(partners.iter().map(|p| Box::from(*p)))));
        state
    };
    // B was there: mine adds A; one takes B out, another adds C.
    let (mine, one, two) = (set(&["A", "B"]), set(&[]), set(&["B", "C"]));
    let (merged, composed) = applied(&mine, &[proposal(&b, &one), proposal(&b, &two)]);
    assert_eq!(merged.items.len(), 1);
    assert_eq!(merged.items[0].verdict, Verdict::Asked(Why::Role));
    let row = composed.state.row(Kind::Commitment, "c1").unwrap();
    assert_eq!(row.get("partners").unwrap().to_json(), serde_json::json!(["A", "C"]));
}
