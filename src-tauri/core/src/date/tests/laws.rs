//! Laws that hold for every date and every text.

use crate::date::*;
use proptest::prelude::*;

fn any_unit() -> impl Strategy<Value = Unit> {
    let year = || YEARS.start().to_owned()..=*YEARS.end();
    prop_oneof![
        (100u16..=999).prop_map(|n| Unit::Decade(n * 10)),
        year().prop_map(Unit::Year),
        (year(), 1u8..=2).prop_map(|(year, half)| Unit::Half { year, half }),
        (year(), 0usize..4).prop_map(|(year, s)| Unit::Season { year, season: Season::ALL[s] }),
        (year(), 1u8..=4).prop_map(|(year, quarter)| Unit::Quarter { year, quarter }),
        (year(), 1u8..=12).prop_map(|(year, month)| Unit::Month { year, month }),
        (year(), 0u64..365).prop_map(|(year, n)| {
            Unit::Day(NaiveDate::from_ymd_opt(i32::from(year), 1, 1).unwrap() + chrono::Days::new(n))
        }),
    ]
}

fn any_point() -> impl Strategy<Value = Point> {
    (any_unit(), any::<bool>(), any::<bool>())
        .prop_map(|(unit, about, doubt)| Point { unit, qualifier: Qualifier::of(about, doubt) })
}

fn any_edge() -> impl Strategy<Value = Edge> {
    prop_oneof![6 => any_point().prop_map(Edge::At), 1 => Just(Edge::Open), 1 => Just(Edge::Unknown)]
}

fn any_date() -> impl Strategy<Value = VagueDate> {
    let shape = prop_oneof![
        any_point().prop_map(Shape::One),
        (any_edge(), any_edge()).prop_map(|(a, b)| Shape::Span(a, b)),
        (proptest::option::of(any_point()), proptest::option::of(any_point())).prop_map(|(a, b)| Shape::Between(a, b)),
    ];
    // The wrong way round is as good, turned.
    shape.prop_filter_map("a date with a point in it", |shape| {
        let turned = match shape {
            Shape::Span(a, b) => Shape::Span(b, a),
            Shape::Between(a, b) => Shape::Between(b, a),
            one => one,
        };
        VagueDate::new(shape).or_else(|_| VagueDate::new(turned)).ok()
    })
}

proptest! {
    #[test]
    fn the_days_that_are_stated_are_those_of_its_units(date in any_date()) {
        let (stated, bounds) = (date.stated(), date.bounds());
        prop_assert!(stated.within(&bounds));
        let points = match date.shape() {
            Shape::One(point) => vec![point],
            Shape::Span(a, b) => [a.point(), b.point()].into_iter().flatten().collect(),
            Shape::Between(a, b) => [a, b].into_iter().flatten().collect(),
        };
        if points.iter().all(|point| !point.qualifier.about()) {
            prop_assert_eq!(stated, bounds);
        }
        if let Shape::One(point) = date.shape() {
            let (first, last) = point.unit.days().unzip();
            prop_assert_eq!(stated, Bounds::one(first, last));
        }
    }

    #[test]
    fn what_is_printed_is_read_as_the_same(date in any_date()) {
        prop_assert_eq!(VagueDate::parse(&date.to_string()), Ok(date));
    }

    #[test]
    fn what_is_read_is_printed_as_it_was(text in "(\\[?[12][09][0-9X]{2}(-[0-4][0-9])?(-[0-3][0-9])?[~?%]?(/|\\.\\.|/\\.\\.)?){1,2}\\]?") {
        if let Ok(date) = VagueDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn earliest_is_never_after_latest(date in any_date()) {
        let b = date.bounds();
        let ordered = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_none_or(|(a, b)| a <= b);
        prop_assert!(ordered(b.start_not_before, b.start_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.end_not_before, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_before, b.end_not_before), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_after, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(ordered(b.start_not_before, b.end_not_after), "{} {:?}", date, b);
        prop_assert!(!b.is_open());
    }

    #[test]
    fn the_order_is_total(a in any_date(), b in any_date(), c in any_date()) {
        let (a, b, c) = (a.sort_key(), b.sort_key(), c.sort_key());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>(), lang in ".{0,8}") {
        let _ = VagueDate::parse(&text);
        let _ = understand(&text, &lang);
    }

    #[test]
    fn any_words_and_numbers_give_a_valid_date_or_none(
        words in proptest::collection::vec(
            prop_oneof![
                "[0-9]{1,4}",
                proptest::sample::select(vec!["2025", "16", "3", "4"]).prop_map(str::to_owned),
                proptest::sample::select(vec![
                    "-", "/", ".", "–", ",", "?", "~", "%", "..", "dec", "may", "spring", "winter", "q", "quarter", "half", "h", "early",
                    "mid", "late", "end", "start", "of", "by", "from", "until", "between", "and", "to", "before", "after", "about", "s",
                    "last", "first", "monday", "onwards", "end not stated", "tbc", "[", "]", "ñ", "\u{202e}",
                ]).prop_map(str::to_owned),
            ],
            0..9,
        ),
        glue in proptest::sample::select(vec!["", " "]),
    ) {
        let text = words.join(glue);
        let dates = match understand(&text, "en") {
            Understood::Date(date) => vec![date],
            Understood::Ambiguous(dates) => dates,
            Understood::NotStated | Understood::NotUnderstood => vec![],
        };
        for date in dates {
            prop_assert_eq!(VagueDate::new(date.shape()), Ok(date), "{}", text);
        }
    }

    #[test]
    fn edtf_is_understood_verbatim(date in any_date()) {
        match understand(&date.to_string(), "en") {
            Understood::Date(understood) => prop_assert_eq!(understood, date),
            // 2020-21.
            Understood::Ambiguous(dates) => prop_assert_eq!(dates.first(), Some(&date)),
            other => prop_assert!(false, "{} gave {:?}", date, other),
        }
    }

    #[test]
    fn shifted_days_keep_their_order_and_zero_changes_nothing(date in any_date(), distance in -50_000i64..50_000, unit in 0usize..4, start in any::<bool>()) {
        let unit = [DistanceUnit::Days, DistanceUnit::Weeks, DistanceUnit::Months, DistanceUnit::Years][unit];
        let from = if start { ShiftFrom::Start } else { ShiftFrom::End };
        if let Ok(b) = date.shift(distance, unit, from) {
            prop_assert!(b.start_not_before.zip(b.start_not_after).is_none_or(|(a, b)| a <= b));
            prop_assert_eq!(b, Bounds::one(b.start_not_before, b.start_not_after));
        }
        if let Ok(b) = date.shift(0, unit, from) {
            let own = date.bounds();
            let pair = if start { (own.start_not_before, own.start_not_after) } else { (own.end_not_before, own.end_not_after) };
            prop_assert_eq!((b.start_not_before, b.start_not_after), pair);
        }
    }

    #[test]
    fn computed_days_are_said_exactly(date in any_date(), distance in -3_000i64..3_000, start in any::<bool>()) {
        let from = if start { ShiftFrom::Start } else { ShiftFrom::End };
        if let Ok(bounds) = date.shift(distance, DistanceUnit::Days, from) {
            match VagueDate::from_bounds(&bounds) {
                Some(said) => prop_assert_eq!(said.bounds(), bounds, "{}", said),
                None => prop_assert!(bounds.is_open()),
            }
        }
    }

    #[test]
    fn any_distance_is_refused_or_shifted(date in any_date(), distance in any::<i64>(), unit in 0usize..4) {
        let unit = [DistanceUnit::Days, DistanceUnit::Weeks, DistanceUnit::Months, DistanceUnit::Years][unit];
        let _ = date.shift(distance, unit, ShiftFrom::Start);
    }
}
