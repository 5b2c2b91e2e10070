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

    proptest! {
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
