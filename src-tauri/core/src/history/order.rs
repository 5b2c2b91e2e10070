//! Places in an order: texts of digits and letters that sort, with room between any two.

const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A text that sorts behind `a` and before `b` (none: before nothing, behind all).
/// None where there is no such text, as between two that are equal, or where one is not such a text.
pub fn between(a: &str, b: Option<&str>) -> Option<String> {
    let digit = |byte: u8| DIGITS.iter().position(|d| *d == byte);
    if b.is_some_and(|b| a >= b) || a.bytes().chain(b.unwrap_or("").bytes()).any(|byte| digit(byte).is_none()) {
        return None;
    }
    let mut out = String::new();
    let (a, mut upper) = (a.as_bytes(), b.map(str::as_bytes));
    for i in 0.. {
        let low = a.get(i).and_then(|byte| digit(*byte)).unwrap_or(0);
        let high = match upper {
            // Behind the end of `b` there is nothing left before it: `b` is `a` and zeros.
            Some(b) => digit(*b.get(i)?)?,
            None => DIGITS.len(),
        };
        if high > low + 1 {
            out.push(char::from(DIGITS[(low + high) / 2]));
            return Some(out);
        }
        out.push(char::from(DIGITS[low]));
        if high > low {
            upper = None;
        }
    }
    None
}

/// Digits that are counted when a row is put behind all others: 62^7 rows are enough.
const COUNTED: usize = 7;

/// A text that sorts behind `last`, for one more row at the end. Unlike [`between`] it counts on, so that the ten thousandth
/// row has a place as short as the first: halving what is left would make it thousands of letters long.
pub fn behind(last: &str) -> Option<String> {
    if last.is_empty() {
        return Some(nth(0));
    }
    let mut counted: Vec<usize> = Vec::with_capacity(COUNTED);
    for byte in last.bytes().chain(std::iter::repeat(DIGITS[0])).take(COUNTED) {
        counted.push(DIGITS.iter().position(|digit| *digit == byte)?);
    }
    match counted.iter().rposition(|digit| digit + 1 < DIGITS.len()) {
        Some(at) => {
            counted[at] += 1;
            counted[at + 1..].fill(0);
            let place: String = counted.iter().map(|digit| char::from(DIGITS[*digit])).collect();
            (*place > *last).then_some(place)
        }
        None => between(last, None),
    }
}

/// The place of the `n`-th of a fresh list.
pub fn nth(n: usize) -> String {
    format!("a{n:06}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn there_is_room_before_the_first_and_behind_the_last() {
        assert!(between("", Some("a000000")).unwrap().as_str() < "a000000");
        assert!(between("a000009", None).unwrap().as_str() > "a000009");
        assert_eq!(between("b", Some("b")), None);
        assert_eq!(between("c", Some("b")), None);
    }

    #[test]
    fn ten_thousand_rows_at_the_end_keep_short_places_in_order() {
        for first in ["", "a000009", "V", "zzzzzzz", "zzzzzzzV", "0"] {
            let mut last = first.to_owned();
            for _ in 0..10_000 {
                let next = behind(&last).expect("there is room");
                assert!(last < next && (next.len() <= COUNTED || first.starts_with("zzzzzzz")), "{last} {next}");
                last = next;
                if first.starts_with("zzzzzzz") {
                    break;
                }
            }
        }
        assert_eq!(behind("a000009").as_deref(), Some("a00000A"));
        assert_eq!(behind("a-"), None);
    }

    proptest! {
        #[test]
        fn what_is_put_at_the_end_sorts_behind_all(last in "[0-9A-Za-z]{0,9}") {
            let next = behind(&last).expect("there is room");
            prop_assert!(next > last);
            prop_assert!(between(&last, Some(&next)).is_some());
        }

        #[test]
        fn a_list_can_be_cut_anywhere_again_and_again(cuts in prop::collection::vec(0usize..1000, 1..200)) {
            let mut list: Vec<String> = (0..3).map(nth).collect();
            for cut in cuts {
                let at = cut % (list.len() + 1);
                let low = if at == 0 { "" } else { &list[at - 1] };
                let fresh = between(low, list.get(at).map(String::as_str)).expect("there is room");
                list.insert(at, fresh);
                prop_assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
            }
        }
    }
}
