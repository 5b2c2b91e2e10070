//! What issued documents say: a change of it contradicts paper that is out of the house, so it is asked.

use std::collections::{BTreeMap, BTreeSet};

use super::{Content, Item, Part, Verdict, Why};
use crate::kinds::Kind;
use crate::state::Id;

/// The fields of rows that issued documents say, and which documents those are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issued {
    /// By row: each document with one bit for every field that it says, by position.
    said: BTreeMap<(Kind, Id), BTreeMap<Id, u64>>,
    /// The documents themselves: new words in one of them are asked, too.
    documents: BTreeSet<Id>,
}

impl Issued {
    /// Notes that a document is issued.
    pub fn note_document(&mut self, document: &Id) {
        self.documents.insert(document.clone());
        self.note_row(document, Kind::Document, document);
    }

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

    /// The documents that say what an item would change, in the order of their ids. A row that is new is said by none, but that it
    /// would be a part of one.
    pub fn documents(&self, item: &Item) -> Vec<&Id> {
        let key = &item.key;
        let fields = match &key.part {
            Part::Unit(_) => key.unit().map_or(0, |unit| unit.fields.iter().fold(0, |bits, index| bits | 1 << index)),
            Part::Row => {
                let rows = item.theirs.iter().filter_map(|one| match &one.content {
                    Content::Row(row) if key.kind == Kind::Block => self.documents.get(row.text("document")),
                    _ => None,
                });
                let named: BTreeSet<&Id> = rows.collect();
                return named.into_iter().collect();
            }
            // What this version does not know, no document of its making says.
            Part::Unknown(_) => return Vec::new(),
        };
        let said = self.said.get(&(key.kind, key.id.clone()));
        said.into_iter().flatten().filter(|(_, bits)| **bits & fields != 0).map(|(document, _)| document).collect()
    }

    /// Asks what would be taken and is said by an issued document.
    pub(super) fn ask(&self, items: &mut [Item]) {
        if self.documents.is_empty() && self.said.is_empty() {
            return;
        }
        for item in items.iter_mut().filter(|item| item.verdict == Verdict::Taken) {
            if !self.documents(item).is_empty() {
                item.verdict = Verdict::Asked(Why::Issued);
            }
        }
    }
}
