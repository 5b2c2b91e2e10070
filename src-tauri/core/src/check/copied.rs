//! What looks copied between two objectives: titles of the same words, or of nearly the same.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{Finding, Plan, Rule, gathered, key};
use crate::fold::fold;
use crate::kinds::Kind;
use crate::state::Row;

/// Words that say nothing about what a row is.
const SMALL: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];
/// Of the words of both, so many have to be in each.
const ALIKE: f64 = 0.65;
/// With fewer words, likeness says nothing.
const WORDS: usize = 4;
/// Rows that share a word are compared with so many others at the most: a word that everybody uses tells nobody apart.
const SHARED: usize = 60;

type Words = BTreeSet<String>;

/// Rows with the same words.
struct Same<'a> {
    words: Words,
    rows: Vec<&'a Arc<Row>>,
}

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let rows = plan.rows(Kind::Commitment).iter().filter(|row| !row.text("objective").is_empty());
    let same: Vec<Same<'_>> = gathered(rows.map(|row| (words(row.text("title")), row)))
        .into_iter()
        .map(|(words, rows)| Same { words, rows })
        .collect();
    // What is like something that is like a third is one question about all three.
    let mut leader: Vec<usize> = (0..same.len()).collect();
    for (a, b) in near(&same) {
        let (a, b) = (first_of(&leader, a), first_of(&leader, b));
        leader[a.max(b)] = a.min(b);
    }
    let alike = gathered((0..same.len()).map(|at| (first_of(&leader, at), at)));
    for (_, members) in alike {
        let rows: Vec<&Arc<Row>> = members.iter().flat_map(|at| same[*at].rows.iter().copied()).collect();
        let says_something = members.iter().all(|at| same[*at].words.len() > 1);
        if says_something && rows.iter().any(|row| row.text("objective") != rows[0].text("objective")) {
            let ids: Vec<&str> = rows.iter().map(|row| &**row.id()).collect();
            // The first two and how many: longer lists would not fit, and these tell one question from another.
            let subject = format!("{} {} {}", ids[0], ids[1], ids.len());
            found.push(Finding::of(Rule::LooksCopied, subject, rows.iter().map(|row| key(row)).collect(), vec![]));
        }
    }
}

fn first_of(leader: &[usize], mut at: usize) -> usize {
    while leader[at] != at {
        at = leader[at];
    }
    at
}

fn words(title: &str) -> Words {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    words.map(str::to_owned).collect()
}

/// Pairs of titles that are nearly the same. Two of them share one of the rare words of either, so only those are compared.
fn near(same: &[Same<'_>]) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<&str, (u32, usize)> = HashMap::new();
    for one in same {
        for word in &one.words {
            let next = numbers.len() as u32;
            numbers.entry(word).or_insert((next, 0)).1 += 1;
        }
    }
    // Each title as numbers of its words, rare ones first.
    let ranked: Vec<Vec<(usize, u32)>> = same
        .iter()
        .map(|one| {
            let mut ranked: Vec<(usize, u32)> = one
                .words
                .iter()
                .filter_map(|word| numbers.get(&**word))
                .map(|(number, count)| (*count, *number))
                .collect();
            ranked.sort_unstable();
            ranked
        })
        .collect();
    let mut by_word: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, ranked_words) in ranked.iter().enumerate().filter(|(_, words)| words.len() >= WORDS) {
        let length = ranked_words.len();
        let prefix = length - (ALIKE * length as f64).ceil() as usize + 1;
        let mut met = BTreeSet::new();
        for (count, word) in &ranked_words[..prefix.min(length)] {
            let others = by_word.entry(*word).or_default();
            if *count <= SHARED {
                met.extend(others.iter().copied());
            }
            others.push(at);
        }
        let alike = |other: &usize| {
            let others = &ranked[*other];
            let shared = others.iter().filter(|word| ranked_words.binary_search(word).is_ok()).count();
            let all = length + others.len() - shared;
            shared as f64 >= ALIKE * all as f64
        };
        pairs.extend(met.into_iter().filter(alike).map(|other| (other, at)));
    }
    pairs
}
