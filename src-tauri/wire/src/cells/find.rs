//! Words in cells: where they stand, and what becomes of a text in which they are replaced.

use std::ops::Range;

use plan::fold::fold;

use super::range::{CellWords, Ground};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// What is looked for.
pub(super) struct Needle {
    text: String,
    exact: bool,
    whole: bool,
}

impl Needle {
    pub fn new(text: &str, exact: bool, whole: bool) -> Needle {
        Needle { text: if exact { text.to_owned() } else { fold(text) }, exact, whole }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn is_in(&self, text: &str) -> bool {
        if text.is_empty() || self.text.is_empty() {
            return false;
        }
        match (self.exact, self.whole) {
            (true, true) => text == self.text,
            (true, false) => text.contains(&self.text),
            (false, true) => fold(text) == self.text,
            (false, false) => fold(text).contains(&self.text),
        }
    }

    /// The text with all occurrences replaced; none, where there is none.
    pub fn replaced(&self, text: &str, with: &str) -> Option<String> {
        if !self.is_in(text) {
            return None;
        }
        if self.whole {
            return Some(with.to_owned());
        }
        if self.exact {
            return Some(text.replace(&self.text, with));
        }
        let places = self.places(text);
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for place in &places {
            out.push_str(&text[from..place.start]);
            out.push_str(with);
            from = place.end;
        }
        out.push_str(&text[from..]);
        (!places.is_empty()).then_some(out)
    }

    /// Where it stands in the text as it is written, though it is looked for in the folded one.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded = String::with_capacity(text.len());
        // For each byte of the folded text, which letter it comes from.
        let mut origin: Vec<usize> = Vec::with_capacity(text.len());
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        for (at, (_, letter)) in letters.iter().enumerate() {
            folded.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
            origin.resize(folded.len(), at);
        }
        let end_of = |at: usize| letters.get(at + 1).map_or(text.len(), |(byte, _)| *byte);
        let mut places: Vec<Range<usize>> = Vec::new();
        for (at, found) in folded.match_indices(&self.text) {
            let (first, mut last) = (origin[at], origin[at + found.len() - 1]);
            // An accent that is a sign of its own goes with its letter.
            while letters.get(last + 1).is_some_and(|(_, c)| fold(c.encode_utf8(&mut [0; 4])).is_empty()) {
                last += 1;
            }
            let place = letters[first].0..end_of(last);
            if places.last().is_none_or(|before| before.end <= place.start) {
                places.push(place);
            }
        }
        places
    }
}

pub(crate) fn cells_find(session: &Session, call: &Call, ask: CellsFind) -> Result<Found, Fault> {
    let ground = Ground::of(session, &ask.range)?;
    let needle = Needle::new(ask.text.trim(), ask.exact, ask.whole);
    if needle.is_empty() {
        return Ok(Found { count: 0, cell: None });
    }
    let mut words = CellWords::new(call, &ground.shown.state);
    let from = ask.at.as_ref().map(|at| {
        let column = ground.columns.iter().position(|column| *column == at.column);
        (at.row, column.unwrap_or(0))
    });
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (index, (at, row)) in ground.inside().iter().enumerate() {
        for (column, name) in ground.columns.iter().enumerate() {
            if needle.is_in(&words.shown(row, name)) {
                found.push((*at, column, index));
            }
        }
    }
    let behind = |strictly: bool| {
        let from = from?;
        found
            .iter()
            .position(|(row, column, _)| if strictly { (*row, *column) > from } else { (*row, *column) >= from })
    };
    let nth = match ask.step {
        FindStep::Here => behind(false).unwrap_or(0),
        FindStep::Next => behind(true).unwrap_or(0),
        FindStep::Previous => match behind(false).or(from.is_some().then_some(found.len())) {
            Some(at) if at > 0 => at - 1,
            _ => found.len().saturating_sub(1),
        },
    };
    let cell = found.get(nth).map(|(at, column, index)| FoundCell {
        nth: nth + 1,
        row: *at,
        id: ground.rows[*index].1.id().to_string(),
        column: ground.columns[*column].clone(),
    });
    Ok(Found { count: found.len(), cell })
}

#[cfg(test)]
mod tests {
    use super::Needle;

    #[test]
    fn words_are_replaced_whatever_their_case_and_accents() {
        let replaced = |text: &str, find: &str, with: &str| Needle::new(find, false, false).replaced(text, with);
        assert_eq!(replaced("Économie et économie", "economie", "société").unwrap(), "société et société");
        assert_eq!(replaced("e\u{301}cole", "ecole", "school").unwrap(), "school");
        assert_eq!(replaced("aaaa", "aa", "b").unwrap(), "bb");
        assert_eq!(replaced("Straße", "ss", "z").unwrap(), "Straze");
        assert_eq!(replaced("nothing", "zz", "y"), None);
        assert_eq!(Needle::new("BDT", true, false).replaced("bdt BDT", "BR").unwrap(), "bdt BR");
        assert_eq!(Needle::new("bdt", false, true).replaced("BDT", "BR").unwrap(), "BR");
        assert_eq!(Needle::new("bd", false, true).replaced("BDT", "BR"), None);
    }
}
