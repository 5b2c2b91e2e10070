//! Search over everything: an index of the words of all rows, in memory, made when somebody searches.
//!
//! Whole words are found, not letters inside them ("AI" is not "training"); the beginning of a longer word is enough while it is
//! typed. A term of the domain finds what means the same in five other languages. What is typed is never a pattern: signs say
//! nothing. After an edit the index is not made anew: rows that are others since are kept beside it.

mod ask;
mod index;
mod query;
mod terms;
mod words;

use std::collections::HashMap;
use std::sync::Arc;

use crate::Value;
use crate::kinds::{FieldType, Kind};
use crate::state::{Id, Row, State};

pub use ask::{Asked, asked};
use index::Index;
use query::{Clause, Query};
pub(crate) use terms::Terms;
pub use words::{Word, words};

/// Rows beside the index, beyond which it is made anew.
const BESIDE: usize = 2_000;

/// A row that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// How well it fits; the largest first.
    pub score: f32,
    /// The field in which it was found best.
    pub field: &'static str,
}

/// An index of a state.
pub struct Search {
    state: State,
    base: Arc<Index>,
    /// Rows that are others since the base was made, or were not there.
    beside: Index,
    /// Rows of the base that are others now, or gone.
    gone: Vec<bool>,
}

impl Search {
    /// An index of all rows.
    pub fn of(state: &State) -> Search {
        let rows: Vec<Arc<Row>> = sought().flat_map(|kind| state.in_order(kind)).cloned().collect();
        let gone = vec![false; rows.len()];
        Search { state: state.clone(), base: Arc::new(Index::of(rows)), beside: Index::default(), gone }
    }

    /// The index of a later state: what did not change is not looked at again.
    pub fn renewed(&self, state: &State) -> Search {
        let mut gone = vec![false; self.base.rows.len()];
        let mut kept: HashMap<(Kind, &str), bool> = HashMap::new();
        for (at, row) in self.base.rows.iter().enumerate() {
            let same = state.row(row.kind(), row.id()).is_some_and(|now| Arc::ptr_eq(now, row) || now == row);
            gone[at] = !same;
            kept.insert((row.kind(), row.id()), same);
        }
        let others: Vec<Arc<Row>> = sought()
            .flat_map(|kind| state.in_order(kind))
            .filter(|row| kept.get(&(row.kind(), &**row.id())) != Some(&true))
            .cloned()
            .collect();
        if others.len() > BESIDE {
            return Search::of(state);
        }
        Search { state: state.clone(), base: self.base.clone(), beside: Index::of(others), gone }
    }

    /// The rows that hold what was typed, the best first.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        self.find_in(text, |_| true)
    }

    /// The same among rows of some kinds.
    pub fn find_in(&self, text: &str, wanted: impl Fn(Kind) -> bool) -> Vec<Hit> {
        let query = Query::of(text);
        if query.clauses.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(f32, usize, &Arc<Row>, &'static str)> = Vec::new();
        for hit in self.base.find(&query).into_iter().filter(|hit| !self.gone[hit.row]) {
            found.push((hit.score, hit.row, &self.base.rows[hit.row], hit.field));
        }
        for hit in self.beside.find(&query) {
            found.push((hit.score, self.base.rows.len() + hit.row, &self.beside.rows[hit.row], hit.field));
        }
        found.retain(|(_, _, row, _)| wanted(row.kind()));
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found
            .into_iter()
            .map(|(score, _, row, field)| Hit { kind: row.kind(), id: row.id().clone(), score, field })
            .collect()
    }

    /// The state that it is of.
    pub fn state(&self) -> &State {
        &self.state
    }
}

/// Kinds that are looked for, what people ask for first in front: of rows that fit equally well, theirs come first.
fn sought() -> impl Iterator<Item = Kind> {
    [
        Kind::ActionLine,
        Kind::Objective,
        Kind::Organization,
        Kind::Group,
        Kind::Commitment,
        Kind::Milestone,
        Kind::Indicator,
        Kind::Instrument,
        Kind::Goal,
        Kind::Provision,
        Kind::Statement,
        Kind::Note,
        Kind::Update,
        Kind::Mapping,
        Kind::Measurement,
        Kind::Assignment,
        Kind::Source,
        Kind::CalendarEntry,
        Kind::Person,
        Kind::Intent,
    ]
    .into_iter()
}

/// The texts of a row in which words are looked for, with their fields.
fn texts(row: &Row) -> impl Iterator<Item = (u8, &str)> {
    let def = row.kind().def();
    (0u8..).zip(def.fields).flat_map(move |(index, field)| {
        let texts: Vec<(u8, &str)> = match (field.ty, row.at(index)) {
            // Ids of rows are no words.
            (FieldType::LongText, _) if row.kind() == Kind::Intent && field.name == "rows" => Vec::new(),
            (FieldType::Text | FieldType::LongText, Some(Value::Text(text))) => vec![(index, &**text)],
            (FieldType::Texts, Some(Value::Set(set))) => set.iter().map(|text| (index, &**text)).collect(),
            (FieldType::Integer, Some(Value::Int(_))) => Vec::new(),
            _ => Vec::new(),
        };
        texts
    })
}

/// How much it says that a word stands in a field.
fn weight(kind: Kind, field: &str) -> f32 {
    match field {
        "reference" | "code" | "acronym" | "symbol" | "paragraph" => 12.0,
        "title" | "name" | "short_title" | "text" | "said" => 8.0,
        "aliases" => 7.0,
        "heading" | "counted" | "stated_as" | "report" if kind != Kind::Assignment => 3.0,
        // What a source is called stands in every row that cites it.
        "source_para" | "status_by" | "reported_by" => 0.5,
        _ => 2.0,
    }
}

/// Where in a text the words of a query stand: bytes, in order, none over another.
pub fn marks(text: &str, query: &str) -> Vec<std::ops::Range<usize>> {
    let query = Query::of(query);
    let fits = |word: &Word| query.clauses.iter().any(|clause: &Clause| clause.fits(&word.text));
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for word in words(text).into_iter().filter(|word| fits(word)) {
        match found.last_mut().filter(|last| word.at.start <= last.end) {
            Some(last) => last.end = last.end.max(word.at.end),
            None => found.push(word.at),
        }
    }
    found
}

/// Whether what was typed holds a word at all.
pub fn says_something(text: &str) -> bool {
    !Query::of(text).clauses.is_empty()
}
