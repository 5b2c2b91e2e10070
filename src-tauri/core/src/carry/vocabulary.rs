//! The words of commitments, and which paragraphs they say that they come from: worked out once for all paragraphs that are
//! looked at, and kept while no commitment changes.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::mention::{Instruments, LABELS, Place};
use crate::kinds::Kind;
use crate::search::{Terms, words};
use crate::state::{Row, State};

/// Fields of a commitment in which words are looked for, and how much it says that one stands there.
const FIELDS: [(&str, f32); 3] = [("title", 1.0), ("description", 0.5), ("next_step", 0.5)];
/// Words of one row that are looked at; more is pasted by mistake.
const WORDS: usize = 2_000;
/// A shorter word of letters says nothing by itself.
const SHORT: usize = 3;

/// What is compared of a text: a word without its ending, or a term of the domain in any of six languages.
pub(super) struct Token {
    pub key: String,
    /// Bytes of the text.
    pub at: Range<usize>,
}

/// The words of all commitments of a state.
pub struct Vocabulary {
    state: State,
    /// By word: positions of commitments in the order of the plan, and how much it says there.
    pub(super) posts: HashMap<String, Vec<(u32, f32)>>,
    /// By paragraph: commitments that name it as where they come from.
    pub(super) cites: HashMap<Place, Vec<u32>>,
    /// The names of the instruments.
    pub(super) instruments: Instruments,
}

impl Vocabulary {
    /// The words of all commitments.
    pub fn of(state: &State) -> Vocabulary {
        let instruments = Instruments::of(state);
        let mut posts: HashMap<String, Vec<(u32, f32)>> = HashMap::new();
        let mut cites: HashMap<Place, Vec<u32>> = HashMap::new();
        for (at, row) in (0u32..).zip(state.in_order(Kind::Commitment)) {
            for (field, share) in FIELDS {
                for Token { key, .. } in tokens(row.text(field)) {
                    let posts = posts.entry(key).or_default();
                    match posts.last_mut().filter(|(last, _)| *last == at) {
                        Some((_, known)) => *known = known.max(share),
                        None => posts.push((at, share)),
                    }
                }
            }
            for paragraph in instruments.named_in(&stated_in(state, row)) {
                cites.entry(paragraph).or_default().push(at);
            }
        }
        Vocabulary { state: state.clone(), posts, cites, instruments }
    }

    /// Whether it holds for another state: no commitment, and nothing that they cite, is other there.
    pub fn fits(&self, state: &State) -> bool {
        let same = |kind: Kind| std::ptr::eq(self.state.in_order(kind), state.in_order(kind));
        [Kind::Commitment, Kind::Source, Kind::Instrument].into_iter().all(same)
    }

    pub(super) fn commitments(&self) -> &[Arc<Row>] {
        self.state.in_order(Kind::Commitment)
    }
}

/// Where a commitment comes from, in words: the symbol of its source and the place in it.
fn stated_in(state: &State, row: &Row) -> String {
    let place = row.text("source_para");
    if place.is_empty() {
        return String::new();
    }
    let symbol = state.row(Kind::Source, row.text("source")).map(|source| source.text("symbol")).unwrap_or_default();
    format!("{symbol} {place}")
}

/// What is compared of a text, in order. Numbers and short words say nothing.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let terms = Terms::get();
    let mut found = words(text);
    found.truncate(WORDS);
    // Of a script without spaces the pairs say it.
    if found.iter().any(|word| word.gram && word.text.chars().count() > 1) {
        found.retain(|word| !(word.gram && word.text.chars().count() == 1));
    }
    let texts: Vec<String> = found.iter().map(|word| word.text.clone()).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < texts.len() {
        if let Some((length, lists)) = terms.at(&texts[at..]) {
            let place = found[at].at.start..found[at + length - 1].at.end;
            tokens.push(Token { key: format!("={}", lists[0]), at: place });
            at += length;
            continue;
        }
        let word = &texts[at];
        let long = found[at].gram || word.chars().count() > SHORT;
        let joins = terms.fillers.contains(word) || terms.joining.contains(word);
        let says = !joins && !LABELS.contains(&word.as_str());
        if long && says && !word.starts_with(|c: char| c.is_numeric()) {
            tokens.push(Token { key: stem(word).to_owned(), at: found[at].at.clone() });
        }
        at += 1;
    }
    tokens
}

/// The word without the ending of many.
fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(one) if word.is_ascii() && !one.ends_with(['s', 'u', 'i']) => one,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.key).collect()
    }

    #[test]
    fn a_term_is_the_same_in_six_languages_and_one_is_as_many() {
        assert_eq!(keys("искусственный интеллект"), keys("AI"));
        assert_eq!(keys("人工智能"), keys("artificial intelligence"));
        assert_eq!(keys("broadband networks"), keys("Broadband Network"));
        assert_eq!(keys("the 2030 of to by"), Vec::<String>::new());
        assert_eq!(keys("with every lake from which, avec чтобы إلى"), ["lake"]);
        assert_eq!(keys("status, basis"), ["status", "basis"]);
        let text = "Access for 人工智能";
        assert_eq!(&text[tokens(text).last().unwrap().at.clone()], "人工智能");
    }
}
