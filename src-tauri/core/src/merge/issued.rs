//! What issued documents say: a change of it contradicts paper that is out of the house, so it is asked.

use std::collections::BTreeMap;

use super::{Item, Key, Part, Verdict, Why};
use crate::kinds::Kind;
use crate::state::Id;

/// The fields of rows that issued documents say, and which documents those are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issued {
    /// By row: each document with one bit for every field that it says, by position.
    said: BTreeMap<(Kind, Id), BTreeMap<Id, u64>>,
}

impl Issued {
    /// Notes that a document says a field. What is no field of that kind is none that anybody could change.
    pub fn note(&mut self, document: &Id, kind: Kind, id: &str, field: &str) {
        if let Some(index) = kind.def().index(field) {
            self.put(document, kind, id, 1 << index);
        }
    }

    /// Notes that a document says all of a row, as it does of its own words.
    pub fn note_row(&mut self, document: &Id, kind: Kind, id: &str) {
        self.put(document, kind, id, u64::MAX);
    }

    fn put(&mut self, document: &Id, kind: Kind, id: &str, fields: u64) {
        *self.said.entry((kind, id.into())).or_default().entry(document.clone()).or_default() |= fields;
    }

    /// The documents that say what an item is about, in the order of their ids.
    pub fn documents(&self, key: &Key) -> impl Iterator<Item = &Id> {
        // What this version does not know, no document of its making says.
        let fields = match &key.part {
            Part::Row => u64::MAX,
            Part::Unit(_) => key.unit().map_or(0, |unit| unit.fields.iter().fold(0, |bits, index| bits | 1 << index)),
            Part::Unknown(_) => 0,
        };
        let said = self.said.get(&(key.kind, key.id.clone()));
        said.into_iter().flatten().filter(move |(_, bits)| **bits & fields != 0).map(|(document, _)| document)
    }

    /// Asks what would be taken and is said by an issued document. A row that is new is said by none.
    pub(super) fn ask(&self, items: &mut [Item]) {
        let taken = items.iter_mut().filter(|item| item.verdict == Verdict::Taken && item.key.part != Part::Row);
        for item in taken {
            if self.documents(&item.key).next().is_some() {
                item.verdict = Verdict::Asked(Why::Issued);
            }
        }
    }
}
