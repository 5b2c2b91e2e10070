//! Symbols of documents for a council: "C26/50-E", "C26/50(Rev.1)-E", however they are typed.

use std::sync::Arc;

use plan::Row;
use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::State;

/// Letters that say in the symbol of a document which language it is in.
const LETTERS: [(&str, &str); 6] = [("en", "E"), ("fr", "F"), ("es", "S"), ("ar", "A"), ("ru", "R"), ("zh", "C")];
/// Revisions of revisions that are followed: a file of another program may hold a circle.
const REVISIONS: u32 = 100;

/// A symbol without its language.
#[derive(Debug, PartialEq, Eq)]
struct Symbol {
    /// "c26/50", folded and without spaces.
    base: String,
    /// The number of the revision; 0: none.
    revision: u32,
}

impl Symbol {
    /// Reads "Document C26/50 (Rev. 1)-E" and the like. What has no number of a revision is its own base.
    fn read(text: &str) -> Symbol {
        let text: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.strip_prefix("document").filter(|rest| rest.contains('/')).unwrap_or(&text);
        let text = without_letter(text);
        let marked = text.strip_suffix(')').and_then(|rest| rest.rsplit_once("(rev"));
        match marked.and_then(|(base, number)| Some((base, number.trim_start_matches('.').parse().ok()?))) {
            Some((base, revision)) => Symbol { base: without_letter(base).to_owned(), revision },
            None => Symbol { base: text.to_owned(), revision: 0 },
        }
    }

    /// That of a document: its own, or that of the document it is a revision of, and which revision it is.
    fn of(state: &State, document: &Row) -> Symbol {
        match Symbol::read(document.text("symbol")) {
            own if !own.base.is_empty() => own,
            own => first_of(state, document)
                .map_or(own, |(first, revision)| Symbol { revision, ..Symbol::read(first.text("symbol")) }),
        }
    }
}

fn without_letter(text: &str) -> &str {
    let letter = |(_, letter): &(&str, &str)| text.strip_suffix(&letter.to_lowercase())?.strip_suffix('-');
    LETTERS.iter().find_map(letter).unwrap_or(text)
}

/// The symbol with the letter of its language: "C26/INF/2-E". Empty, where there is none yet.
fn symbol_of(document: &Row) -> String {
    let symbol = document.text("symbol").trim();
    if has_letter(symbol) { symbol.to_owned() } else { symbol_in(document, document.text("original_language")) }
}

/// The symbol of the version in a language: of "C26/INF/2", and of "C26/INF/2-E", the French one is "C26/INF/2-F".
pub(crate) fn symbol_in(document: &Row, language: &str) -> String {
    let symbol = document.text("symbol").trim();
    let letter = LETTERS.iter().find(|(known, _)| *known == language);
    match letter {
        Some((_, letter)) if !symbol.is_empty() => {
            let bare = if has_letter(symbol) { &symbol[..symbol.len() - 2] } else { symbol };
            format!("{bare}-{letter}")
        }
        _ => symbol.to_owned(),
    }
}

fn has_letter(symbol: &str) -> bool {
    LETTERS.iter().any(|(_, letter)| symbol.strip_suffix(letter).is_some_and(|rest| rest.ends_with('-')))
}

/// The document that one is a revision of in the end, and the number of the revision; none, where it is no revision.
pub(crate) fn first_of(state: &State, document: &Row) -> Option<(Arc<Row>, u32)> {
    let mut first: Option<(Arc<Row>, u32)> = None;
    loop {
        let (now, count) = first.as_ref().map_or((document, 0), |(row, count)| (&**row, *count));
        let Some(before) = state.row(Kind::Document, now.text("revision_of")) else { return first };
        if count >= REVISIONS || before.id() == document.id() {
            return None;
        }
        first = Some((before.clone(), count + 1));
    }
}

/// The documents that a symbol names, with the letter of a language or without. A letter says which version of a document is
/// meant, and that is one document; where two are written in different languages under one symbol, it says which.
pub(crate) fn named_by_symbol(state: &State, text: &str) -> Vec<Arc<Row>> {
    let wanted = Symbol::read(text);
    if wanted.base.is_empty() {
        return Vec::new();
    }
    let of_it = |row: &&Arc<Row>| Symbol::of(state, row) == wanted;
    let found: Vec<Arc<Row>> = state.in_order(Kind::Document).iter().filter(of_it).cloned().collect();
    let printed = |row: &&Arc<Row>| fold(&symbol_of(row)) == fold(text.trim());
    match found.iter().filter(printed).collect::<Vec<_>>().as_slice() {
        [one] => vec![(*one).clone()],
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use super::Symbol;

    #[test]
    fn a_symbol_is_read_with_its_revision_and_without_its_language() {
        for (typed, base, revision) in [
            ("C26/50", "c26/50", 0),
            ("C26/50-E", "c26/50", 0),
            ("c26/50-f", "c26/50", 0),
            ("Document C26/50-E", "c26/50", 0),
            ("C26/50(Rev.1)-E", "c26/50", 1),
            ("C26/50 (Rev. 2)", "c26/50", 2),
            ("C26/50-E (Rev.1)", "c26/50", 1),
            ("C26/INF/2(Rev.12)-S", "c26/inf/2", 12),
            ("CWG-WSIS&SDG-41/7-A", "cwg-wsis&sdg-41/7", 0),
            ("CL-26/6", "cl-26/6", 0),
            ("C26/50(Rev.x)", "c26/50(rev.x)", 0),
            ("C26/50(Rev.99999999999)", "c26/50(rev.99999999999)", 0),
            ("", "", 0),
            ("-E", "", 0),
        ] {
            assert_eq!(Symbol::read(typed), Symbol { base: base.to_owned(), revision }, "{typed}");
        }
    }
}
