//! What is merged as one: a field, or the fields that mean nothing apart.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::kinds::{FieldType, Kind, TOGETHER};
use crate::{Row, Value};

/// Fields that are merged as one: a date and its words, the fields of which one is filled, those that say one thing together,
/// those that say where the facts come from; else a field by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// Positions of the fields, in order.
    pub fields: Vec<u8>,
    /// It is one set, which is merged by element.
    pub is_set: bool,
    /// It is one long text, of which the words can be merged.
    pub is_long: bool,
    /// It says where the facts of the row come from.
    pub is_provenance: bool,
}

impl Unit {
    /// Name of the first field: by it the unit is called.
    pub fn name(&self, kind: Kind) -> &'static str {
        self.fields.first().map_or("", |index| kind.def().fields[*index as usize].name)
    }
    /// Its values in a row.
    pub fn of(&self, row: &Row) -> Vec<Option<Value>> {
        self.fields.iter().map(|index| row.at(*index).cloned()).collect()
    }
    /// Whether two rows are the same in it.
    pub fn same(&self, a: &Row, b: &Row) -> bool {
        self.fields.iter().all(|index| a.at(*index) == b.at(*index))
    }
    /// A row with other values in it.
    pub fn put(&self, row: &Row, values: &[Option<Value>]) -> Row {
        self.fields.iter().zip(values).fold(row.clone(), |row, (index, value)| row.with(*index, value.clone()))
    }
}

/// The units of a kind, in the order of their first fields.
pub fn units(kind: Kind) -> &'static [Unit] {
    static UNITS: [OnceLock<Vec<Unit>>; Kind::COUNT] = [const { OnceLock::new() }; Kind::COUNT];
    UNITS[kind as usize].get_or_init(|| make(kind))
}

fn make(kind: Kind) -> Vec<Unit> {
    let def = kind.def();
    let provenance: Vec<u8> = match kind.facts().is_empty() {
        true => Vec::new(),
        false => kind.provenance().filter_map(|name| def.index(name)).collect(),
    };
    let mut in_one: HashSet<u8> = HashSet::new();
    let mut all: Vec<Unit> = Vec::new();
    for (index, field) in def.fields.iter().enumerate() {
        let index = index as u8;
        if in_one.contains(&index) {
            continue;
        }
        let named = |names: &[&str]| -> Vec<u8> { names.iter().filter_map(|name| def.index(name)).collect() };
        let mut fields = if provenance.contains(&index) {
            provenance.clone()
        } else if let Some(group) = def.one_of.iter().find(|group| group.contains(&field.name)) {
            named(group)
        } else if let Some(group) = TOGETHER.iter().find(|group| group.contains(&field.name)) {
            named(group)
        } else if field.ty == FieldType::Date {
            std::iter::once(index).chain(def.index(&format!("{}_words", field.name))).collect()
        } else {
            vec![index]
        };
        let is_provenance = provenance.contains(&index);
        fields.retain(|field| !in_one.contains(field) && (is_provenance || !provenance.contains(field)));
        fields.sort_unstable();
        in_one.extend(&fields);
        let alone = fields.len() == 1;
        all.push(Unit {
            fields,
            is_set: alone && matches!(field.ty, FieldType::Texts | FieldType::References(_)),
            is_long: alone && field.ty == FieldType::LongText,
            is_provenance,
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_in_one_unit() {
        for kind in Kind::content() {
            let mut fields: Vec<u8> = units(kind).iter().flat_map(|unit| unit.fields.clone()).collect();
            fields.sort_unstable();
            assert_eq!(fields, (0..kind.def().fields.len() as u8).collect::<Vec<_>>(), "{}", kind.name());
        }
    }
}
