//! "Who leads C6": a question that the rows answer by how they hang together.

use super::terms::{Term, Terms, term};
use super::words::words;
use super::{Hit, Search};
use crate::Row;
use crate::kinds::Kind;

/// Kinds in which roles are held.
const PLACES: [Kind; 4] = [Kind::ActionLine, Kind::Group, Kind::Commitment, Kind::Milestone];

/// What is asked: who holds one of some roles where.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Roles of the catalogue.
    pub roles: Vec<String>,
    /// The place: an action line, a group, a commitment or a milestone. Several, where what was asked for is the beginning of the codes
    /// of several action lines: "C7" is eight.
    pub places: Vec<Hit>,
}

/// Reads a question for a role; none, where none is asked, or the place is not known.
pub fn asked(search: &Search, text: &str) -> Option<Asked> {
    let terms = Terms::get();
    // In a script without spaces the word that asks stands with the next one.
    let spaceless = |word: &&String| !word.is_ascii() && words(word).iter().all(|part| part.gram);
    let apart = terms
        .who
        .iter()
        .filter(spaceless)
        .fold(text.to_owned(), |text, word| text.replace(word.as_str(), &format!(" {word} ")));
    let mut left = term_by_word(&apart);
    let who = left.len();
    left.retain(|word| !terms.who.contains(word));
    let is_question = left.len() < who;
    // The longest words first: "co-leads" is not "leads".
    let mut ways: Vec<(&Term, usize)> =
        terms.asks.iter().enumerate().flat_map(|(at, ask)| ask.words.iter().map(move |word| (word, at))).collect();
    ways.sort_by_key(|(word, at)| (std::cmp::Reverse(word.len()), *at));
    let (at, length, way) = ways.into_iter().find_map(|(word, way)| Some((position(&left, word)?, word.len(), way)))?;
    left.drain(at..at + length);
    left.retain(|word| !terms.fillers.contains(word));
    if left.is_empty() {
        return None;
    }
    let place = left.join(" ");
    let found = search.find_in(&place, |kind| PLACES.contains(&kind));
    let best = found.into_iter().next()?;
    // "C7" is eight action lines: who asks for all of them is not answered with one.
    let part = |row: &&std::sync::Arc<Row>| {
        let code = term(row.text("code"));
        code.len() > left.len() && code.starts_with(&left)
    };
    if best.kind == Kind::ActionLine {
        let parts = search.state().in_order(Kind::ActionLine).iter().filter(part);
        let places: Vec<Hit> = parts.map(|row| Hit { id: row.id().clone(), ..best.clone() }).collect();
        if places.len() > 1 {
            return Some(Asked { roles: terms.asks[way].roles.clone(), places });
        }
    }
    // Without "who" a name that only holds the words is no place that was asked for.
    let row = search.state().row(best.kind, &best.id)?;
    let named = term(row.short()) == left || is_question;
    named.then(|| Asked { roles: terms.asks[way].roles.clone(), places: vec![best] })
}

fn position(words: &[String], wanted: &Term) -> Option<usize> {
    words.windows(wanted.len().max(1)).position(|window| window == &wanted[..])
}

/// The words of a text, each run of letters by itself: one letter of a script without spaces is a word where it stands alone.
fn term_by_word(text: &str) -> Term {
    text.split_whitespace().flat_map(term).collect()
}
