//! Which of two lists' entries are the same: by key, in order, as many as can be.

use std::collections::HashMap;
use std::hash::Hash;

use super::sheet::Mark;

/// How the second list came out of the first, step by step: `Taken` is the next of the first, `Put` the next of the second, `Kept`
/// the next of both. The nth entry of a key is the same as the nth of the other list; what went stands before what came.
pub(super) fn steps<K: Hash + Eq>(before: &[K], after: &[K]) -> Vec<Mark> {
    let mut places: HashMap<&K, Vec<usize>> = HashMap::new();
    for (at, key) in after.iter().enumerate().rev() {
        places.entry(key).or_default().push(at);
    }
    let there: Vec<Option<usize>> = before.iter().map(|key| places.get_mut(key).and_then(Vec::pop)).collect();
    let kept = rising(&there);
    let mut marks = Vec::with_capacity(before.len().max(after.len()));
    let mut done = 0;
    for (place, kept) in there.iter().zip(kept) {
        match place {
            Some(place) if kept => {
                marks.extend(std::iter::repeat_n(Mark::Put, place - done));
                marks.push(Mark::Kept);
                done = place + 1;
            }
            _ => marks.push(Mark::Taken),
        }
    }
    marks.extend(std::iter::repeat_n(Mark::Put, after.len() - done));
    // What came directly before what went is moved behind it.
    for gap in marks.split_mut(|mark| *mark == Mark::Kept) {
        gap.sort_by_key(|mark| *mark == Mark::Put);
    }
    marks
}

/// Which of these numbers make the longest list that rises.
fn rising(numbers: &[Option<usize>]) -> Vec<bool> {
    // The last place of the best list of each length, and for each place the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; numbers.len()];
    for (at, number) in numbers.iter().enumerate() {
        if number.is_none() {
            continue;
        }
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut chosen = vec![false; numbers.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        chosen[place] = true;
        at = before[place];
    }
    chosen
}

/// The same steps, where entries without a key of their own are taken for each other: between two that are kept, those of the same
/// second key; where none is kept at all, the first for the first.
pub(super) fn paired<K: Hash + Eq>(marks: &[Mark], before: &[K], after: &[K]) -> Vec<Mark> {
    let mut all = Vec::with_capacity(marks.len());
    let (mut old, mut new) = (0, 0);
    for gap in marks.split_inclusive(|mark| *mark == Mark::Kept) {
        let count = |which: Mark| gap.iter().filter(|mark| **mark == which).count();
        let (taken, put, kept) = (count(Mark::Taken), count(Mark::Put), count(Mark::Kept));
        all.extend(steps(&before[old..old + taken], &after[new..new + put]));
        all.extend(std::iter::repeat_n(Mark::Kept, kept));
        (old, new) = (old + taken + kept, new + put + kept);
    }
    if all.contains(&Mark::Kept) {
        return all;
    }
    let both = before.len().min(after.len());
    let parts = [(Mark::Kept, both), (Mark::Taken, before.len() - both), (Mark::Put, after.len() - both)];
    parts.into_iter().flat_map(|(mark, times)| std::iter::repeat_n(mark, times)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(marks: &[Mark]) -> String {
        marks
            .iter()
            .map(|mark| match mark {
                Mark::Kept => '=',
                Mark::Put => '+',
                Mark::Taken => '-',
            })
            .collect()
    }

    #[test]
    fn as_many_as_can_be_are_kept_in_order() {
        let of = |before: &str, after: &str| said(&steps(before.as_bytes(), after.as_bytes()));
        assert_eq!(of("abc", "abc"), "===");
        assert_eq!(of("abc", "axc"), "=-+=");
        assert_eq!(of("abcd", "dabc"), "+===-");
        assert_eq!(of("aa", "aba"), "=+=");
        assert_eq!(of("", "ab"), "++");
        assert_eq!(of("ab", ""), "--");
        assert_eq!(of("abcde", "edcba").matches('=').count(), 1);
    }

    #[test]
    fn the_steps_lead_from_one_to_the_other() {
        for (before, after) in [("kitten", "sitting"), ("abcabba", "cbabac"), ("xyz", "zyx")] {
            let marks = steps(before.as_bytes(), after.as_bytes());
            let (mut one, mut other) = (before.bytes(), after.bytes());
            for mark in &marks {
                match mark {
                    Mark::Kept => assert_eq!(one.next(), other.next()),
                    Mark::Taken => drop(one.next().unwrap()),
                    Mark::Put => drop(other.next().unwrap()),
                }
            }
            assert_eq!((one.next(), other.next()), (None, None));
        }
    }

    #[test]
    fn what_went_is_paired_with_what_came() {
        let of = |before: &str, after: &str, one: &str, other: &str| {
            said(&paired(&steps(before.as_bytes(), after.as_bytes()), one.as_bytes(), other.as_bytes()))
        };
        assert_eq!(of("abc", "axyc", "tdt", "tddt"), "==+=");
        assert_eq!(of("abc", "ax", "ttd", "td"), "=-=", "an entry of a list for an entry of a list");
        assert_eq!(of("ab", "x", "tt", "d"), "=-", "nothing else is the same");
    }
}
