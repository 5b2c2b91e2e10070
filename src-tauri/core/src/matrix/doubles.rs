//! What the annex prints twice.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::annex::AnnexRow;
use crate::Row;
use crate::fold::fold;
use crate::kinds::Kind;
use crate::state::Id;

/// Words that say nothing of what a line is about.
const SMALL: &[&str] = &["and", "the", "for", "with", "from", "into", "within", "among", "its", "other"];
/// A word that so many lines have tells none of them apart.
const COMMON: usize = 60;
/// Doubles of one line that are named.
const NAMED: usize = 8;

/// Lines that say the same as others, each with those others: commitments of nearly the same words under different objectives, and
/// an action line that stands twice under one.
pub fn doubles(rows: &[AnnexRow]) -> HashMap<(Kind, Id), Vec<Arc<Row>>> {
    let mut found: HashMap<(Kind, Id), Vec<Arc<Row>>> = HashMap::new();
    let mut note = |a: &Arc<Row>, b: &Arc<Row>| {
        for (one, other) in [(a, b), (b, a)] {
            let of = found.entry((one.kind(), one.id().clone())).or_default();
            if of.len() < NAMED && !of.iter().any(|known| known.id() == other.id()) {
                of.push(other.clone());
            }
        }
    };
    for row in rows {
        let mut met: HashMap<&str, &Arc<Row>> = HashMap::new();
        for line in row.cells.iter().flatten().filter(|line| line.kind() == Kind::Mapping) {
            match met.get(line.text("action_line")) {
                Some(first) => note(first, line),
                None => drop(met.insert(line.text("action_line"), line)),
            }
        }
    }
    let lines: Vec<&Arc<Row>> =
        rows.iter().flat_map(|row| row.cells.iter().flatten()).filter(|line| line.kind() == Kind::Commitment).collect();
    let words: Vec<HashSet<String>> = lines.iter().map(|line| words_of(line.title())).collect();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in words.iter().enumerate() {
        for word in words {
            by_word.entry(word).or_default().push(at);
        }
    }
    for (at, of) in words.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        let rare = of.iter().filter_map(|word| by_word.get(&**word)).filter(|lines| lines.len() <= COMMON);
        for other in rare.flatten().filter(|other| **other > at) {
            *shared.entry(*other).or_default() += 1;
        }
        let mut near: Vec<usize> = shared.into_keys().filter(|other| alike(of, &words[*other])).collect();
        near.sort_unstable();
        for other in near {
            if lines[at].text("objective") != lines[other].text("objective") {
                note(lines[at], lines[other]);
            }
        }
    }
    found
}

fn words_of(title: &str) -> HashSet<String> {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !SMALL.contains(word)).map(str::to_owned).collect()
}

/// Whether three of five words that either of them has are in both. One word alone is the name of a field, not of a work.
fn alike(a: &HashSet<String>, b: &HashSet<String>) -> bool {
    let shared = a.intersection(b).count();
    shared > 1 && 5 * shared >= 3 * (a.len() + b.len() - shared)
}
