//! Reviews in sentences: who proposes what, what was there, what you did.

use crate::Strings;

/// What somebody did to a field, with its values in words.
#[derive(Debug, Clone)]
pub enum Proposed<'a> {
    /// It has another value.
    Set {
        /// Before.
        before: &'a str,
        /// After.
        after: &'a str,
    },
    /// Several fields that say one thing together are others.
    Several {
        /// Before.
        before: &'a str,
        /// After.
        after: &'a str,
    },
    /// It was empty.
    Fill {
        /// After.
        after: &'a str,
    },
    /// It is empty now.
    Clear {
        /// Before.
        before: &'a str,
    },
    /// A date lies within what it was before.
    Precise {
        /// Before.
        before: &'a str,
        /// After.
        after: &'a str,
    },
    /// A date is wider than it was before.
    Vague {
        /// Before.
        before: &'a str,
        /// After.
        after: &'a str,
    },
    /// A long text: its words are shown apart.
    Words,
    /// Elements of a set.
    Elements {
        /// New ones; empty: none.
        added: &'a str,
        /// Those that are gone; empty: none.
        removed: &'a str,
    },
    /// A place in a list.
    Order {
        /// Name of the row.
        row: &'a str,
        /// Where it stands now.
        place: &'a str,
        /// Who reads it.
        reader: &'a str,
    },
    /// There is no value to compare it with.
    Alone {
        /// The value.
        after: &'a str,
    },
    /// It is as it was, and stands against something else.
    Same {
        /// The value.
        after: &'a str,
    },
}

impl Strings {
    /// Several who propose the same: "BDT and TSB".
    pub fn review_who(&self, names: &[String]) -> String {
        let Some((last, rest)) = names.split_last() else { return String::new() };
        let listed = |all: String, one: String| self.part("review-who-list", &[("all", &all), ("one", &one)]);
        match rest.iter().cloned().reduce(listed) {
            Some(rest) => self.part("review-who-join", &[("first", &rest), ("second", last)]),
            None => last.clone(),
        }
    }

    /// What somebody proposes of a field, as a part of a sentence.
    pub fn review_proposed(&self, who: &str, field: &str, proposed: &Proposed<'_>) -> String {
        let field = self.small(field.to_owned());
        let field = field.as_str();
        match *proposed {
            Proposed::Set { before, after } => self.review_set(after, before, field, who),
            Proposed::Several { before, after } => self.review_set_several(after, before, field, who),
            Proposed::Fill { after } => self.review_fill(after, field, who),
            Proposed::Clear { before } => self.review_clear(before, field, who),
            Proposed::Precise { before, after } => self.review_precise(after, before, field, who),
            Proposed::Vague { before, after } => self.review_vague(after, before, field, who),
            Proposed::Words => self.review_words(field, who),
            Proposed::Elements { added, removed: "" } => self.review_add(added, field, who),
            Proposed::Elements { added: "", removed } => self.review_take_out(field, removed, who),
            Proposed::Elements { added, removed } => self.review_add_take_out(added, field, removed, who),
            Proposed::Order { row, place, reader } => self.review_order(place, reader, row, who),
            Proposed::Alone { after } => self.review_propose(after, field, who),
            Proposed::Same { after } => self.review_same(after, field, who),
        }
    }

    /// A value among those that say one thing together, with the label of its field.
    pub fn review_clause_of(&self, field: &str, value: &str) -> String {
        let own = format!("review-clause-{}", field.replace('_', "-"));
        let label = || self.review_clause(&self.small(self.field(field)), value);
        self.lookup_args(&own, &[("value", value)]).unwrap_or_else(label)
    }

    /// Parts of a sentence, one after the other.
    pub fn review_joined(&self, parts: impl IntoIterator<Item = String>) -> String {
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, part| self.plain_join(&all, &part))
    }

    /// What is put together of parts that are isolated already.
    fn plain_join(&self, first: &str, second: &str) -> String {
        self.written("review-join", &[("first", first), ("second", second)], false).unwrap_or_else(|| first.to_owned())
    }
}
