//! Laws of the timeline: nothing lies over anything else, nothing is lost, and what is moved stays as vague as it is.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use plan::date::{MoveUnit, VagueDate};
use plan::kinds::Kind;
use plan::state::{FreeDay, Id, State};
use plan::timeline::{Ask, Before, Fate, LaneBy, Scale, Timeline, due_together};
use plan::{Row, Value};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row(kind: Kind, id: &str, fields: &[(&str, &str)]) -> Row {
    fields.iter().fold(Row::new(kind, id), |row, (name, text)| {
        let index = kind.def().index(name).unwrap();
        let value = match kind.def().fields[index as usize].ty {
            plan::FieldType::Integer => Value::Int(text.parse().unwrap()),
            plan::FieldType::Flag => Value::Flag,
            _ => Value::Text((*text).into()),
        };
        row.with(index, Some(value))
    })
}

fn milestone(id: &str, fields: &[(&str, &str)]) -> Row {
    row(Kind::Milestone, id, &[&[("title", id)], fields].concat())
}

fn ids(state: &State, kind: Kind) -> Vec<Id> {
    state.in_order(kind).iter().map(|row| row.id().clone()).collect()
}

fn drawn(state: &State, by: LaneBy, scale: Scale, today: &str) -> Timeline {
    let milestones = ids(state, Kind::Milestone);
    let folded = HashSet::new();
    let ask =
        Ask { milestones: &milestones, commitments: &[], by, folded: &folded, scale, today: day(today), before: None };
    Timeline::of(state, &ask)
}

/// Every entry stands once, no two marks of a row reach into each other, lanes stand one below the other.
fn check(timeline: &Timeline) {
    let mut met = HashSet::new();
    let mut top = 0;
    for lane in &timeline.lanes {
        assert_eq!(lane.top, top);
        top += lane.height();
        let mut rows: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
        for item in &lane.items {
            assert!(item.row < lane.rows);
            assert!(item.reach.0 <= item.left && item.left < item.right && item.right <= item.reach.1);
            rows.entry(item.row).or_default().push(item.reach);
            for entry in &item.entries {
                assert!(met.insert(*entry), "an entry stands twice");
            }
        }
        for reaches in rows.values_mut() {
            reaches.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in reaches.windows(2) {
                assert!(pair[0].1 <= pair[1].0, "two marks of a row lie over each other: {pair:?}");
            }
        }
    }
    assert_eq!(top, timeline.height);
    assert_eq!(met.len(), timeline.entries.len(), "an entry is lost");
}

fn dates() -> impl Strategy<Value = String> {
    let year = 2020u16..2034;
    prop_oneof![
        year.clone().prop_map(|y| format!("{y}")),
        (year.clone(), 1u8..=12).prop_map(|(y, m)| format!("{y}-{m:02}")),
        (year.clone(), 33u8..=36).prop_map(|(y, q)| format!("{y}-{q}")),
        (year.clone(), 21u8..=24).prop_map(|(y, q)| format!("{y}-{q}")),
        (year.clone(), 40u8..=41).prop_map(|(y, h)| format!("{y}-{h}")),
        (year.clone(), 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (year.clone(), 1u8..=12, 1u8..=20, 1u8..=8)
            .prop_map(|(y, m, d, n)| format!("{y}-{m:02}-{d:02}/{y}-{m:02}-{:02}", d + n)),
        (year.clone(), 1u8..=12).prop_map(|(y, m)| format!("{y}-{m:02}/..")),
        (year.clone(), 1u8..=12).prop_map(|(y, m)| format!("{y}-{m:02}/")),
        year.clone().prop_map(|y| format!("[..{y}]")),
        year.prop_map(|y| format!("{y}~")),
        Just("202X".to_owned()),
        Just("2026-09?".to_owned()),
    ]
}

proptest! {
    #![proptest_config(plan_tests::cases(48))]

    #[test]
    fn no_two_marks_of_a_row_lie_over_each_other_and_none_is_lost(
        all in proptest::collection::vec((dates(), 0usize..4, 1usize..60), 1..160),
        per_day in prop_oneof![Just(0.02), Just(0.2), Just(0.8), Just(9.0)],
        rows in 1usize..10,
    ) {
        let mut state = State::default();
        for n in 0..4 {
            state.put(row(Kind::Group, &format!("g{n}"), &[("title", "A group")]));
        }
        for (n, (date, group, letters)) in all.iter().enumerate() {
            let (title, group) = ("x".repeat(*letters), format!("g{group}"));
            state.put(row(Kind::Milestone, &format!("m{n:04}"), &[("title", &title), ("date", date), ("group", &group)]));
        }
        for by in [LaneBy::Group, LaneBy::Objective, LaneBy::Plan] {
            let timeline = drawn(&state, by, Scale { day: per_day, rows, ..Scale::default() }, "2026-11-28");
            check(&timeline);
            prop_assert_eq!(timeline.entries.len() + timeline.undated, all.len());
        }
    }

    #[test]
    fn what_is_moved_there_and_back_is_as_it_was_and_as_vague(date in dates(), by in -40i64..40) {
        let date = VagueDate::parse(&date).unwrap();
        prop_assert_eq!(date.moved(0, MoveUnit::Year).unwrap(), date);
        let step = date.step();
        let moved = date.moved(by, step).unwrap();
        prop_assert_eq!(moved.precision(), date.precision());
        prop_assert_eq!(moved.in_doubt(), date.in_doubt());
        prop_assert_eq!(moved.step(), step);
        prop_assert_eq!(moved.moved(-by, step).unwrap(), date);
        // A finer unit than its own moves it by its own.
        prop_assert_eq!(date.moved(by, MoveUnit::Day).unwrap(), moved);
    }

    #[test]
    fn windows_together_show_what_the_whole_shows(
        all in proptest::collection::vec(dates(), 1..80),
        width in 100.0f64..3000.0,
    ) {
        let mut state = State::default();
        for (n, date) in all.iter().enumerate() {
            state.put(milestone(&format!("m{n:04}"), &[("date", date)]));
        }
        let timeline = drawn(&state, LaneBy::Group, Scale::default(), "2026-11-28");
        for lane in &timeline.lanes {
            let low = lane.items.iter().map(|i| i.reach.0).fold(f64::MAX, f64::min) - 1.0;
            let high = lane.items.iter().map(|i| i.reach.1).fold(f64::MIN, f64::max) + 1.0;
            let mut seen = HashSet::new();
            let mut from = low;
            while from < high {
                for item in lane.within(from, from + width) {
                    seen.insert(item.entries[0]);
                    prop_assert!(item.reach.1 >= from && item.reach.0 <= from + width);
                }
                let (before, after) = lane.beyond(from, from + width);
                let inside = lane.items.iter().filter(|i| i.right >= from && i.left <= from + width);
                let inside: usize = inside.map(|i| i.entries.len()).sum();
                prop_assert_eq!(before.count + after.count + inside, lane.count);
                from += width;
            }
            prop_assert_eq!(seen.len(), lane.items.len());
        }
    }
}

#[test]
fn ten_thousand_on_one_day_are_a_calm_picture() {
    let mut state = State::default();
    for n in 0..10_000 {
        state.put(milestone(&format!("m{n:05}"), &[("date", "2027-03-10")]));
    }
    let timeline = drawn(&state, LaneBy::Objective, Scale::default(), "2026-11-28");
    check(&timeline);
    assert_eq!(timeline.lanes.len(), 1);
    let [item] = &timeline.lanes[0].items[..] else { panic!("one mark for all") };
    assert_eq!((item.entries.len(), timeline.lanes[0].rows), (10_000, 1));
}

#[test]
fn words_keep_clear_of_today() {
    let mut state = State::default();
    for (n, date) in ["2026-11-20", "2026-11-10", "2026-10-01", "2026-11-30", "2026-11-28"].iter().enumerate() {
        state.put(row(Kind::Milestone, &format!("m{n}"), &[("title", "A title of some length"), ("date", date)]));
    }
    let scale = Scale::default();
    let timeline = drawn(&state, LaneBy::Group, scale, "2026-11-28");
    let today = plan::timeline::x_of(day("2026-11-28"), &scale);
    for item in &timeline.lanes[0].items {
        let words_before = (item.reach.0, item.left);
        let words_after = (item.right, item.reach.1);
        for (from, to) in [words_before, words_after] {
            assert!(to - from < 1.0 || to <= today || from >= today, "words cross today: {item:?}");
        }
    }
}

#[test]
fn an_earlier_state_says_what_moved_came_and_went() {
    let mut before = State::default();
    before.put(milestone("stays", &[("date", "2027-01-10")]));
    before.put(milestone("moves", &[("date", "2027-02-10")]));
    before.put(milestone("hangs", &[("anchor", "moves"), ("anchor_distance", "-7")]));
    before.put(milestone("goes", &[("date", "2027-03-10")]));
    let mut now = before.clone();
    now.put(milestone("moves", &[("date", "2027-02-20")]));
    now.remove(Kind::Milestone, "goes");
    now.put(milestone("comes", &[("date", "2027-04-10")]));
    let (milestones, earlier, folded) = (ids(&now, Kind::Milestone), ids(&before, Kind::Milestone), HashSet::new());
    let timeline = Timeline::of(
        &now,
        &Ask {
            milestones: &milestones,
            commitments: &[],
            by: LaneBy::Group,
            folded: &folded,
            scale: Scale::default(),
            today: day("2026-11-28"),
            before: Some(Before { state: &before, milestones: &earlier, commitments: &[] }),
        },
    );
    check(&timeline);
    let fates: BTreeMap<&str, Fate> = timeline.entries.iter().map(|e| (&*e.id, e.fate)).collect();
    let wanted = [
        ("comes", Fate::New),
        ("goes", Fate::Gone),
        ("hangs", Fate::Moved),
        ("moves", Fate::Moved),
        ("stays", Fate::Same),
    ];
    assert_eq!(fates, BTreeMap::from(wanted));
    let hangs = timeline.entries.iter().find(|e| &*e.id == "hangs").unwrap();
    assert_eq!(hangs.was.and_then(|was| was.exact()), Some(day("2027-02-03")));
}

#[test]
fn a_deadline_on_a_working_day_goes_back_over_weekends_and_holidays() {
    let mut state = State::default();
    // A Wednesday.
    state.put(milestone("meeting", &[("date", "2027-03-10")]));
    let hangs = [("anchor", "meeting"), ("anchor_distance", "-10")];
    state.put(milestone("free", &hangs));
    state.put(milestone("working", &[&hangs[..], &[("anchor_working", "1")]].concat()));
    let at = |state: &State, id: &str| state.days(id).unwrap().bounds.exact().unwrap();
    // Ten days before is a Sunday.
    assert_eq!(at(&state, "free"), day("2027-02-28"));
    assert_eq!(at(&state, "working"), day("2027-02-26"));
    assert_eq!(state.free_day(day("2027-02-28")), Some(FreeDay::Weekend));
    // A holiday on the Friday and the Thursday before it.
    state.put(row(Kind::Holiday, "h", &[("title", "Break"), ("date", "2027-02-25/2027-02-26")]));
    assert_eq!(at(&state, "working"), day("2027-02-24"));
    assert_eq!(at(&state, "free"), day("2027-02-28"));
    assert_eq!(state.free_day(day("2027-02-26")), Some(FreeDay::Holiday("h".into())));
    state.remove(Kind::Holiday, "h");
    assert_eq!(at(&state, "working"), day("2027-02-26"));
    // Holidays without an end leave the day where it is.
    state.put(row(Kind::Holiday, "h", &[("title", "For ever"), ("date", "1000-01-01/2100-01-01")]));
    assert_eq!(at(&state, "working"), day("2027-02-28"));
}

#[test]
fn two_documents_due_on_one_person_in_a_week_are_found() {
    let mut state = State::default();
    for person in ["ada", "bob"] {
        state.put(row(Kind::Person, person, &[("name", person)]));
    }
    state.put(row(Kind::Organization, "org", &[("name", "Org")]));
    let due = |id: &str, date: &str, kind: &str| milestone(id, &[("date", date), ("kind", kind)]);
    // Monday and Friday of one week; the Monday after it; one that is not due.
    state.put(due("a", "2027-03-08", "deadline"));
    state.put(due("b", "2027-03-12", "deliverable"));
    state.put(due("c", "2027-03-15", "deadline"));
    state.put(due("d", "2027-03-09", "event"));
    state.put(due("e", "2027-03-10", "deadline"));
    let held = |id: &str, milestone: &str, by: (&str, &str)| {
        row(Kind::Assignment, id, &[("milestone", milestone), by, ("organization", "org"), ("role", "lead")])
    };
    for (n, milestone) in ["a", "b", "c", "d"].iter().enumerate() {
        state.put(held(&format!("h{n}"), milestone, ("person", "ada")));
    }
    state.put(held("h9", "e", ("organization", "org")));
    let found = due_together(&state);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].holder, (Kind::Person, "ada".into()));
    assert_eq!(found[0].week, day("2027-03-08"));
    assert_eq!(found[0].milestones, vec![Id::from("a"), Id::from("b")]);
    // Where no person is named, the organization holds them.
    state.put(held("h0", "a", ("organization", "org")));
    state.put(held("h1", "b", ("organization", "org")));
    let holders: Vec<_> = due_together(&state).into_iter().map(|t| (t.holder.1, t.milestones.len())).collect();
    assert_eq!(holders, vec![(Id::from("org"), 3)]);
}
