//! What was typed, as clauses that all have to be met: a word, the beginning of one, or any of the terms that mean the same.

use super::terms::{Term, Terms, term};

/// Words that are looked at; what is pasted beyond says nothing more.
const WORDS: usize = 24;
/// A shorter word is no beginning of another: "AI" is not "aid".
const BEGINNING: usize = 3;

/// One thing that has to be there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// As it was typed.
    pub typed: Term,
    /// What means the same.
    pub same: Vec<Term>,
    /// Longer words that begin with it will do.
    pub begins: bool,
}

impl Clause {
    /// Whether a word of a text is one of those that were looked for.
    pub fn fits(&self, word: &str) -> bool {
        let whole = |term: &Term| term.iter().any(|one| one == word);
        let begins = self.begins && self.typed.last().is_some_and(|last| word.starts_with(&**last));
        whole(&self.typed) || begins || self.same.iter().any(whole)
    }
}

/// A query.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Query {
    /// All of them have to be met.
    pub clauses: Vec<Clause>,
    /// What the whole may be called, each in one: "itu013"; of one term also what means the same. As it was typed first.
    pub names: Vec<String>,
}

impl Query {
    pub fn of(text: &str) -> Query {
        let terms = Terms::get();
        let mut typed = term(text);
        typed.truncate(WORDS);
        let mut names = vec![typed.concat()];
        let mut clauses: Vec<Clause> = Vec::new();
        let mut at = 0;
        while at < typed.len() {
            let clause = match terms.at(&typed[at..]) {
                Some((length, lists)) => {
                    let typed = typed[at..at + length].to_vec();
                    let same = lists.iter().flat_map(|list| &terms.same[*list]).filter(|term| **term != typed).cloned();
                    Clause { same: same.collect(), begins: begins(&typed), typed }
                }
                None => {
                    let typed = vec![typed[at].clone()];
                    Clause { begins: begins(&typed), same: Vec::new(), typed }
                }
            };
            at += clause.typed.len();
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
        }
        if let [clause] = &clauses[..] {
            names.extend(clause.same.iter().map(|term| term.concat()));
        }
        Query { clauses, names }
    }
}

/// Only a word by itself is a beginning, and only one that is long enough.
fn begins(typed: &Term) -> bool {
    typed.len() == 1 && typed[0].chars().count() >= BEGINNING && !typed[0].chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_words_terms_and_beginnings_and_never_a_pattern() {
        let query = Query::of("AI skil");
        assert_eq!(query.clauses.len(), 2);
        assert!(query.clauses[0].fits("ai") && !query.clauses[0].fits("aid") && !query.clauses[0].fits("training"));
        assert!(query.clauses[1].fits("skills") && !query.clauses[1].fits("reskilled"));
        assert!(Query::of("^.*$ [(|").clauses.is_empty());
        assert_eq!(Query::of("ITU-013").names, ["itu013"]);
        assert!(Query::of("UIT").names.contains(&"itu".to_owned()));
        assert_eq!(Query::of(&"word ".repeat(10_000)).clauses.len(), 1);
    }
}
