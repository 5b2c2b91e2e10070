//! Views: a filter finds what a slow look finds, an order is total and keeps the order of the plan between equals, groups
//! are whole.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use plan::date::VagueDate;
use plan::fold::fold;
use plan::view::{FieldFilter, Query, SortBy, view};
use plan::{Field, FieldType, Kind, Row, State, Value};
use plan_tests::dice::Dice;
use plan_tests::{cases, ops, sample};
use proptest::prelude::*;

/// The sample, and a larger plan in which values repeat.
fn states() -> &'static [State] {
    static STATES: OnceLock<Vec<State>> = OnceLock::new();
    STATES.get_or_init(|| vec![sample::state(), plan::generate::generate(60, 3).unwrap()])
}

/// The value of a field as a filter names it.
fn keys(value: Option<&Value>) -> Vec<Option<String>> {
    match value {
        None => vec![None],
        Some(Value::Text(text)) => vec![Some(text.to_string())],
        Some(Value::Set(set)) => set.iter().map(|element| Some(element.to_string())).collect(),
        Some(Value::Int(n)) => vec![Some(n.to_string())],
        Some(Value::Real(x)) => vec![Some(x.to_string())],
        Some(Value::Flag) => vec![Some("true".to_owned())],
    }
}

/// Some query that a person could make of what is there.
fn query(state: &State, kind: Kind, dice: &mut Dice) -> Query {
    let def = kind.def();
    let rows: Vec<&Row> = state.rows(kind).map(|row| &**row).collect();
    let mut text = String::new();
    if dice.once_in(2)
        && let Some(row) = dice.pick(&rows)
    {
        let words: Vec<&str> = row.title().split_whitespace().collect();
        for _ in 0..=dice.below(2) {
            let word = dice.pick(&words).copied().unwrap_or_default();
            let upper = if dice.once_in(2) { word.to_uppercase() } else { word.to_owned() };
            text.push_str(&format!(" {upper} "));
        }
    }
    if dice.once_in(5) {
        text.push_str(dice.pick(&["ITU", "bdt", "e", "zzz", "É"]).unwrap());
    }
    let filters = (0..dice.below(3)).filter_map(|_| {
        let field = dice.pick(def.fields)?;
        let any = (0..=dice.below(2))
            .flat_map(|_| dice.pick(&rows).map(|row| keys(row.get(field.name))).unwrap_or_default())
            .collect();
        Some(FieldFilter { field: field.name.into(), any, ..FieldFilter::default() })
    });
    let filters = filters.collect();
    let sort = (0..dice.below(3)).filter_map(|_| {
        dice.pick(def.fields).map(|field| SortBy { field: field.name.into(), descending: dice.once_in(2) })
    });
    let sort = sort.collect();
    let group = if dice.once_in(2) { dice.pick(def.fields).map(|field| field.name.to_owned()) } else { None };
    Query { text, filters, sort, group }
}

/// Whether a row fits, looked at slowly.
fn fits(state: &State, row: &Row, query: &Query) -> bool {
    let filtered =
        query.filters.iter().all(|filter| keys(row.get(&filter.field)).iter().any(|key| filter.any.contains(key)));
    let mut texts: Vec<String> = Vec::new();
    for (field, value) in row.values() {
        match (field.ty, value) {
            (FieldType::Text | FieldType::LongText, Value::Text(text)) => texts.push(fold(text)),
            (FieldType::Texts, Value::Set(set)) => texts.extend(set.iter().map(|text| fold(text))),
            (FieldType::Reference(kind, _) | FieldType::References(kind), value) => {
                for id in keys(Some(value)).into_iter().flatten() {
                    if let Some(named) = state.row(kind, &id) {
                        // Of a document that is cited the row shows no more than the short name.
                        texts.push(fold(if kind == Kind::Source { named.short() } else { named.title() }));
                        texts.push(fold(named.short()));
                    }
                }
            }
            _ => {}
        }
    }
    filtered && query.text.split_whitespace().all(|word| texts.iter().any(|text| text.contains(&fold(word))))
}

/// The order of the plan: the place of a row, then its id.
fn plan_order(state: &State, kind: Kind) -> HashMap<String, usize> {
    let mut rows: Vec<(&str, &str)> = state.rows(kind).map(|row| (row.text("ord"), &**row.id())).collect();
    rows.sort_unstable();
    rows.into_iter().enumerate().map(|(place, (_, id))| (id.to_owned(), place)).collect()
}

fn on_all(seed: u64) -> (&'static State, Kind, Query) {
    let mut dice = Dice::new(seed);
    let state = &states()[dice.below(2)];
    let kind = ops::kind(&mut dice);
    let query = query(state, kind, &mut dice);
    (state, kind, query)
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_filter_finds_what_a_slow_look_finds(seed in any::<u64>()) {
        let (state, kind, query) = on_all(seed);
        let found = view(state, kind, &query).unwrap();
        let ids: HashSet<&str> = found.ids.iter().map(|id| &**id).collect();
        prop_assert_eq!(ids.len(), found.ids.len(), "a row is there twice");
        let expected: HashSet<&str> = state.rows(kind).filter(|row| fits(state, row, &query)).map(|row| &**row.id()).collect();
        prop_assert_eq!(ids, expected, "{:?}", query);
    }

    #[test]
    fn groups_are_whole_and_without_gaps(seed in any::<u64>()) {
        let (state, kind, mut query) = on_all(seed);
        let field = query.group.get_or_insert_with(|| "ord".to_owned()).clone();
        if kind.def().field(&field).is_none() {
            return Ok(());
        }
        let found = view(state, kind, &query).unwrap();
        let mut from = 0;
        let mut seen = HashSet::new();
        for group in &found.groups {
            prop_assert_eq!(group.from, from);
            prop_assert!(group.count > 0);
            prop_assert!(seen.insert(group.key.clone()), "{:?} stands in two places", group.key);
            for id in &found.ids[from..from + group.count] {
                let value = state.row(kind, id).unwrap().get(&field).map(Value::to_json);
                let first = state.row(kind, &found.ids[from]).unwrap().get(&field).map(Value::to_json);
                prop_assert_eq!(&value, &first, "two values in one group");
                prop_assert_eq!(value.is_none(), group.key.is_none());
            }
            from += group.count;
        }
        prop_assert_eq!(from, found.ids.len());
        prop_assert!(found.groups.iter().rev().skip(1).all(|group| group.key.is_some()), "what is not stated stands last");
    }

    #[test]
    fn an_order_is_total_and_keeps_the_order_of_the_plan_between_equals(seed in any::<u64>()) {
        let (state, kind, _) = on_all(seed);
        let mut dice = Dice::new(!seed);
        let field = dice.pick(kind.def().fields).unwrap();
        let place = plan_order(state, kind);
        let sorted = |descending| {
            let sort = vec![SortBy { field: field.name.into(), descending }];
            view(state, kind, &Query { sort, ..Query::default() }).unwrap().ids
        };
        let (up, down) = (sorted(false), sorted(true));
        prop_assert_eq!(&up, &sorted(false));
        for ids in [&up, &down] {
            for pair in ids.windows(2) {
                let value = |id: &str| state.row(kind, id).unwrap().get(field.name);
                let (a, b) = (value(&pair[0]), value(&pair[1]));
                prop_assert!(a.is_some() || b.is_none() || kind == Kind::Milestone, "what is not stated stands last");
                if a == b && !(kind == Kind::Milestone && field.name == "date") {
                    prop_assert!(place[&*pair[0]] < place[&*pair[1]], "{} and {} in {}", &pair[0], &pair[1], field.name);
                }
            }
        }
        if let Some(order) = slow_order(kind, field) {
            for pair in up.windows(2) {
                let keys = pair.iter().map(|id| order(state.row(kind, id).unwrap())).collect::<Vec<_>>();
                prop_assert!(keys[0] <= keys[1], "{}: {:?}", field.name, keys);
            }
            for pair in down.windows(2) {
                let keys = pair.iter().map(|id| order(state.row(kind, id).unwrap())).collect::<Vec<_>>();
                prop_assert!(keys[0] >= keys[1] || keys.contains(&u128::MAX), "{}: {:?}", field.name, keys);
            }
        }
    }

    #[test]
    fn without_an_order_it_is_that_of_the_plan(seed in any::<u64>()) {
        let (state, kind, mut query) = on_all(seed);
        query.sort.clear();
        query.group = None;
        let place = plan_order(state, kind);
        let found = view(state, kind, &query).unwrap();
        prop_assert!(found.ids.windows(2).all(|pair| place[&*pair[0]] < place[&*pair[1]]));
    }

    #[test]
    fn what_is_folded_is_folded_whatever_it_was(text in "\\PC{0,20}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn capitals_make_no_difference(word in "[a-zA-ZÀ-ÖØ-öø-ÿßœŒа-яА-ЯёЁα-ωΑ-Ω一-龥ء-ي]{0,12}") {
        prop_assert_eq!(fold(&word.to_uppercase()), fold(&word));
        prop_assert_eq!(fold(&word.to_lowercase()), fold(&word));
    }
}

/// A number that orders rows.
type RowOrder = Box<dyn Fn(&Row) -> u128>;

/// The value by which rows are ordered, for fields of which it is plain; what is not stated is the last.
fn slow_order(kind: Kind, field: &'static Field) -> Option<RowOrder> {
    let name = field.name;
    Some(match field.ty {
        FieldType::Integer => Box::new(move |row| match row.get(name) {
            Some(Value::Int(n)) => u128::from(n.wrapping_sub(i64::MIN) as u64),
            _ => u128::MAX,
        }),
        FieldType::Choice(codes) => Box::new(move |row| match row.get(name) {
            Some(Value::Text(text)) => codes.iter().position(|code| **code == **text).unwrap_or(codes.len()) as u128,
            _ => u128::MAX,
        }),
        // The days of milestones may be computed.
        FieldType::Date if kind != Kind::Milestone => Box::new(move |row| match row.get(name) {
            Some(Value::Text(text)) => {
                let bounds = VagueDate::parse(text).unwrap().bounds();
                // "By 2030" has no earliest day and is looked for at its last.
                let by = text.starts_with("[..");
                let start = if by { bounds.start_not_after } else { bounds.start_not_before };
                start.map_or(0, |day| (day.signed_duration_since(Default::default()).num_days() + (1 << 40)) as u128)
            }
            _ => u128::MAX,
        }),
        _ => return None,
    })
}

#[test]
fn a_search_knows_no_case_no_accent_no_width_and_no_tatweel() {
    let mut state = sample::state();
    let schools = sample::id(Kind::Commitment, "schools");
    let row = state.row(Kind::Commitment, &schools).unwrap().clone();
    let title = Kind::Commitment.def().index("title").unwrap();
    state.put(row.with(title, Some(Value::Text("Écoles connectées: الاتـــصالات ＩＴＵ 学校 Straße".into()))));
    let finds = |text: &str| {
        let found = view(&state, Kind::Commitment, &Query { text: text.into(), ..Query::default() }).unwrap();
        found.ids.iter().any(|id| **id == *schools)
    };
    for text in [
        "ecoles",
        "ÉCOLES",
        "connectees ecoles",
        "e\u{301}coles",
        "الاتصالات",
        "itu",
        "学校",
        "校",
        "straße",
        "STRASSE",
        "BDT",
    ] {
        assert!(finds(text), "{text}");
    }
    for text in ["école absente", "学生"] {
        assert!(!finds(text), "{text}");
    }
}

/// The sample with other values in one row.
fn with(state: &State, kind: Kind, id: &str, fields: &[(&str, &str)]) -> Row {
    let row = state.row(kind, id).map_or_else(|| Row::new(kind, id), |row| (**row).clone());
    fields.iter().fold(row, |row, (name, text)| {
        let text = Some(*text).filter(|text| !text.is_empty()).map(|text| Value::Text(text.into()));
        row.with(kind.def().index(name).unwrap(), text)
    })
}

#[test]
fn a_document_that_is_cited_is_found_by_the_name_that_the_row_shows() {
    let mut state = sample::state();
    let schools = sample::id(Kind::Commitment, "schools");
    state.put(with(&state, Kind::Source, "S9", &[("short_title", "C26/7"), ("title", "Report on rivers")]));
    state.put(with(&state, Kind::Commitment, &schools, &[("source", "S9")]));
    let found = |kind: Kind, text: &str| {
        view(&state, kind, &Query { text: text.into(), ..Query::default() }).unwrap().ids.len()
    };
    assert_eq!(found(Kind::Commitment, "c26/7"), 1);
    assert_eq!(found(Kind::Commitment, "rivers"), 0, "that is what the document is about");
    assert_eq!(found(Kind::Source, "rivers"), 1);
}

#[test]
fn a_list_is_sorted_by_the_day_that_it_shows_of_a_status_or_of_what_has_none() {
    let mut state = sample::state();
    let owner = [("owner", "ITU"), ("title", "As of some day")];
    let days = [("ongoing", "2026-05", "2020"), ("ongoing", "", "2021"), ("", "", "2024"), ("", "2019", "2027")];
    let ids: Vec<String> = (0..days.len()).map(|n| format!("c{n}")).collect();
    for (id, (status, status_as_of, as_of)) in ids.iter().zip(days) {
        state.put(with(&state, Kind::Commitment, id, &owner));
        let fields = [("status", status), ("status_as_of", status_as_of), ("as_of", as_of)];
        state.put(with(&state, Kind::Commitment, id, &fields));
    }
    let sort = vec![SortBy { field: "shown_as_of".into(), descending: false }];
    let sorted = view(&state, Kind::Commitment, &Query { sort, ..Query::default() }).unwrap().ids;
    let sorted: Vec<&str> = sorted.iter().map(|id| &**id).filter(|id| ids.iter().any(|of| of == id)).collect();
    assert_eq!(sorted, ["c2", "c0", "c3", "c1"], "a status without a day stands last, whatever else has one");
}

#[test]
fn numbers_in_texts_count_as_numbers() {
    let lines = view(
        &sample::state(),
        Kind::ActionLine,
        &Query { sort: vec![SortBy { field: "code".into(), descending: false }], ..Query::default() },
    );
    assert_eq!(lines.unwrap().ids.iter().map(|id| &**id).collect::<Vec<_>>(), ["C2", "C10"]);
}

#[test]
fn a_field_that_is_none_is_refused() {
    let state = sample::state();
    let filter = FieldFilter { field: "colour".into(), any: vec![None], ..FieldFilter::default() };
    let sort = SortBy { field: "colour".into(), descending: false };
    for query in [
        Query { filters: vec![filter], ..Query::default() },
        Query { sort: vec![sort], ..Query::default() },
        Query { group: Some("colour".into()), ..Query::default() },
    ] {
        assert_eq!(view(&state, Kind::Commitment, &query).unwrap_err().code(), "no-such-field");
    }
}

#[test]
fn commitments_are_grouped_by_the_group_that_they_are_linked_with_each_once() {
    let mut state = sample::state();
    for (id, ord) in [("g1", "b"), ("g2", "a")] {
        state.put(with(&state, Kind::Group, id, &[("title", id), ("ord", ord)]));
    }
    for id in ["c1", "c2", "c3"] {
        state.put(with(&state, Kind::Commitment, id, &[("owner", "ITU"), ("title", id)]));
    }
    for (id, commitment, group) in [("m1", "c1", "g1"), ("m2", "c2", "g2"), ("m3", "c2", "g1")] {
        state.put(with(&state, Kind::Mapping, id, &[("commitment", commitment), ("group", group)]));
    }
    let sort = vec![SortBy { field: "title".into(), descending: true }];
    let query = Query { group: Some("group".into()), sort, ..Query::default() };
    let found = view(&state, Kind::Commitment, &query).unwrap();
    assert_eq!(found.ids.len(), state.count(Kind::Commitment), "each row stands once");
    let of = |key: Option<&str>| {
        let group = found.groups.iter().find(|group| group.key.as_deref() == key).unwrap();
        found.ids[group.from..group.from + group.count].iter().map(|id| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of(Some("g1")), ["c1"]);
    assert_eq!(of(Some("g2")), ["c2"], "of several, the first in the order of the plan");
    assert_eq!(found.groups.last().unwrap().key, None, "what is linked with none stands last");
    assert!(of(None).contains(&"c3".to_owned()));
    let any = vec![Some("g1".to_owned())];
    let filters = vec![FieldFilter { field: "group".into(), any, ..FieldFilter::default() }];
    let filtered = view(&state, Kind::Commitment, &Query { filters, group: Some("group".into()), ..Query::default() });
    assert_eq!(filtered.unwrap().ids.len(), 2, "a filter finds a row by each of its links");
}
