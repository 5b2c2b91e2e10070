//! The terms of the domain that mean the same, and the words that ask for a role: read once from `assets/search/terms.toml`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::words::{plain, words};

#[derive(Deserialize)]
struct File {
    same: Vec<Vec<String>>,
    who: Vec<String>,
    asks: Vec<FileAsk>,
    fillers: Vec<String>,
    joining: Vec<String>,
}

#[derive(Deserialize)]
struct FileAsk {
    roles: Vec<String>,
    words: Vec<String>,
}

/// One term: its words, in order.
pub(crate) type Term = Vec<String>;

/// A way to ask for a role.
#[derive(Debug)]
pub(crate) struct Ask {
    /// Roles of the catalogue that answer it.
    pub roles: Vec<String>,
    /// The words, each a term.
    pub words: Vec<Term>,
}

/// The terms.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// Lists of terms that mean the same.
    pub same: Vec<Vec<Term>>,
    /// Lists by the first word of their terms.
    by_first: HashMap<String, Vec<usize>>,
    /// Words that ask who.
    pub who: Vec<String>,
    /// Ways to ask for a role; longer words come first.
    pub asks: Vec<Ask>,
    /// Words that say nothing.
    pub fillers: Vec<String>,
    /// Longer words that join others: that two texts share them says nothing.
    pub joining: HashSet<String>,
}

impl Terms {
    /// The terms that are built in.
    pub fn get() -> &'static Terms {
        static TERMS: OnceLock<Terms> = OnceLock::new();
        TERMS.get_or_init(|| {
            // A test holds that the file can be read.
            toml::from_str::<File>(include_str!("../../../../assets/search/terms.toml"))
                .map(Terms::of)
                .unwrap_or_default()
        })
    }

    fn of(file: File) -> Terms {
        let same: Vec<Vec<Term>> = file.same.iter().map(|list| list.iter().map(|text| term(text)).collect()).collect();
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, list) in same.iter().enumerate() {
            for first in list.iter().filter_map(|term| term.first()) {
                let lists = by_first.entry(first.clone()).or_default();
                if !lists.contains(&at) {
                    lists.push(at);
                }
            }
        }
        let asks = file
            .asks
            .into_iter()
            .map(|ask| Ask { words: ask.words.iter().map(|text| term(text)).collect(), roles: ask.roles });
        Terms {
            same,
            by_first,
            asks: asks.collect(),
            who: file.who.iter().map(|word| plain(word)).collect(),
            fillers: file.fillers.iter().map(|word| plain(word)).collect(),
            joining: file.joining.iter().map(|word| plain(word)).collect(),
        }
    }

    /// The longest term at the beginning of some words, and the lists of terms that mean the same.
    pub fn at(&self, words: &[String]) -> Option<(usize, Vec<usize>)> {
        let lists = self.by_first.get(words.first()?)?;
        let mut best = 0;
        let mut found: Vec<usize> = Vec::new();
        for list in lists {
            let length =
                self.same[*list].iter().filter(|term| words.starts_with(term)).map(Vec::len).max().unwrap_or(0);
            if length > best {
                best = length;
                found.clear();
            }
            if length == best && best > 0 {
                found.push(*list);
            }
        }
        (best > 0).then_some((best, found))
    }
}

/// The words of a term. Of a script without spaces the single letters are left out: the pairs say it.
pub(super) fn term(text: &str) -> Term {
    let found = words(text);
    let pairs = found.iter().any(|word| word.gram && word.text.chars().count() > 1);
    let said = found.into_iter().filter(|word| !(pairs && word.gram && word.text.chars().count() == 1));
    said.map(|word| word.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_terms_is_whole_and_a_term_is_met_at_its_longest() {
        let terms = Terms::get();
        assert!(terms.same.len() > 30 && terms.asks.len() > 3 && terms.who.len() > 5);
        assert!(terms.same.iter().flatten().all(|term| !term.is_empty()));
        let met = |text: &str| terms.at(&term(text)).map(|(length, _)| length);
        assert_eq!(met("artificial intelligence for good"), Some(2));
        assert_eq!(met("artificial light"), None);
        assert_eq!(met("ИИ"), Some(1));
        assert_eq!(met("人工智能标准"), Some(3));
    }
}
