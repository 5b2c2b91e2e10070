//! Paragraphs of instruments that a text names: "paragraph 24 of the Global Digital Compact", "A/RES/79/1, paragraph 21 (b)".

use crate::kinds::Kind;
use crate::search::words;
use crate::state::{Id, Row, State};

/// What stands before the number of a paragraph, as search compares words.
pub(super) const LABELS: [&str; 15] = [
    "paragraph",
    "paragraphs",
    "para",
    "paras",
    "paragraphe",
    "paragraphes",
    "parrafo",
    "parrafos",
    "parr",
    "пункт",
    "пункте",
    "пункта",
    "пунктах",
    "الفقره",
    "فقره",
];
/// Words between the number and the instrument, or the other way round.
const NEAR: usize = 12;
/// Words behind a label in which numbers are looked for: "paragraphs 12, 13 and 15".
const LIST: usize = 8;

/// A paragraph by its instrument and its number, as they are compared.
pub(super) type Place = (Id, String);

/// Where a provision stands.
pub(super) fn place_of(provision: &Row) -> Place {
    (provision.text("instrument").into(), plain(provision.text("paragraph")).concat())
}

/// The names of instruments.
pub(super) struct Instruments {
    /// Words of a name, and whose it is; longer names first.
    names: Vec<(Vec<String>, Id)>,
}

impl Instruments {
    pub fn of(state: &State) -> Instruments {
        let mut names: Vec<(Vec<String>, Id)> = Vec::new();
        for row in state.in_order(Kind::Instrument) {
            for name in ["symbol", "title", "short_title"] {
                let name = plain(row.text(name));
                if !name.is_empty() {
                    names.push((name, row.id().clone()));
                }
            }
        }
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Instruments { names }
    }

    /// The paragraphs that a text names, each once, whether there are such or not.
    pub fn named_in(&self, text: &str) -> Vec<Place> {
        let words = plain(text);
        if !words.iter().any(|word| LABELS.contains(&word.as_str())) {
            return Vec::new();
        }
        let named = self.instruments_in(&words);
        let mut found: Vec<Place> = Vec::new();
        for (at, number) in numbers(&words) {
            let nearest = named.iter().filter(|(place, _)| place.abs_diff(at) <= NEAR);
            let Some((_, instrument)) = nearest.min_by_key(|(place, _)| place.abs_diff(at)) else { continue };
            let place = (instrument.clone(), number);
            if !found.contains(&place) {
                found.push(place);
            }
        }
        found
    }

    /// Where instruments are named in some words; of names that hold others the longest.
    fn instruments_in(&self, words: &[String]) -> Vec<(usize, Id)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.names.iter().find(|(name, _)| words[at..].starts_with(name)) {
                Some((name, id)) => {
                    found.push((at, id.clone()));
                    at += name.len();
                }
                None => at += 1,
            }
        }
        found
    }
}

/// The numbers of paragraphs in some words, and where each stands. "21 (b)" is 21b, where there is such a paragraph, else 21.
fn numbers(words: &[String]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (label, _) in words.iter().enumerate().filter(|(_, word)| LABELS.contains(&word.as_str())) {
        let behind = words.iter().enumerate().skip(label + 1).take(LIST);
        for (at, word) in behind.take_while(|(_, word)| !LABELS.contains(&word.as_str())) {
            if !word.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            if let Some(letter) = words.get(at + 1).filter(|next| next.chars().count() == 1) {
                found.push((at, format!("{word}{letter}")));
            }
            found.push((at, word.clone()));
        }
    }
    found
}

fn plain(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn state() -> State {
        let mut state = State::default();
        let mut put = |kind: Kind, id: &str, fields: &[(&str, &str)]| {
            let of = |row: Row, (name, text): &(&str, &str)| {
                let index = kind.def().index(name).unwrap();
                row.with(index, Some(Value::Text((*text).into())))
            };
            state.put(fields.iter().fold(Row::new(kind, id), of));
        };
        put(Kind::Instrument, "PACT", &[("symbol", "A/RES/79/1"), ("title", "Pact for the Future")]);
        put(Kind::Instrument, "GDC", &[("symbol", "A/RES/79/1, Annex I"), ("title", "Global Digital Compact")]);
        state
    }

    #[test]
    fn a_paragraph_is_named_with_its_instrument_before_or_behind_it() {
        let instruments = Instruments::of(&state());
        let named = |text: &str| {
            let places = instruments.named_in(text).into_iter();
            places.map(|(instrument, number)| format!("{instrument} {number}")).collect::<Vec<_>>()
        };
        assert_eq!(named("Recalls paragraph 24 of the Global Digital Compact"), ["GDC 24"]);
        assert_eq!(named("A/RES/79/1, Annex I, para. 21 (b)"), ["GDC 21b", "GDC 21"]);
        assert_eq!(named("A/RES/79/1, paragraph 21"), ["PACT 21"]);
        assert_eq!(named("paragraphs 21 and 24 of the Global Digital Compact"), ["GDC 21", "GDC 24"]);
        assert_eq!(named("Резолюция A/RES/79/1, пункт 21"), ["PACT 21"]);
        assert_eq!(named("the Global Digital Compact and 24 others"), Vec::<String>::new());
        assert_eq!(named("paragraph 24 of the present resolution"), Vec::<String>::new());
        assert_eq!(named("paragraph ([ of the Global Digital Compact ^.*"), Vec::<String>::new());
    }
}
