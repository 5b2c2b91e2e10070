//! Values of a review in words, and as they are shown beside each other.

use plan::kinds::{FieldType, Kind};
use plan::merge::text::{Mark, Piece, marked};
use plan::merge::{Content, Item, Unit};
use plan::state::State;
use plan::{Row, Value};
use serde_json::Value as Json;

use super::teller::Teller;
use crate::types::{ReviewField, ReviewValue, TextMark};
use crate::{names, present};

impl Teller<'_> {
    /// A content in words; `from`: the file whose rows it names.
    pub fn words(&self, item: &Item, content: &Content, from: Option<usize>) -> String {
        let state = match from {
            Some(at) => &*self.theirs[at],
            None => &*self.mine,
        };
        match content {
            Content::Absent => String::new(),
            Content::Row(row) => names::title_of(&self.plain, state, row),
            Content::Unknown(json) => json
                .as_ref()
                .map(|json| json.as_str().map_or_else(|| json.to_string(), str::to_owned))
                .unwrap_or_default(),
            Content::Values(values) => match item.key.unit() {
                Some(unit) if is_place(item.key.kind, unit) => self.place(item, values, state),
                Some(unit) => self.values(item.key.kind, unit, values, &self.fields(item), state),
                None => String::new(),
            },
        }
    }

    /// A place in a list: behind which row. What stands in the file says nothing to anybody.
    fn place(&self, item: &Item, values: &[Option<Value>], state: &State) -> String {
        let (kind, id) = (item.key.kind, &item.key.id);
        let Some(place) = values.first().and_then(Option::as_ref).and_then(Value::text) else { return String::new() };
        let Some(field) = item.key.unit().map(|unit| unit.name(kind)) else { return String::new() };
        // Blocks stand in an order of their document.
        let document = state.row(kind, id).map(|row| row.text("document"));
        let rows = state.in_order(kind);
        let ahead = rows.partition_point(|row| (row.text(field), &**row.id()) < (place, &**id));
        let before = rows.iter().take(ahead).rev().find(|row| {
            row.id() != id
                && !row.text(field).is_empty()
                && (kind != Kind::Block || document == Some(row.text("document")))
        });
        match before {
            Some(row) => self.plain.review_place_behind(&names::short_of(&self.plain, state, row)),
            None => self.plain.review_place_first(),
        }
    }

    /// The values of a unit in words: of one field the value; of several the first as it is, and each other with its label.
    fn values(&self, kind: Kind, unit: &Unit, values: &[Option<Value>], shown: &[u8], state: &State) -> String {
        let def = kind.def();
        let at = |index: u8| {
            let place = unit.fields.iter().position(|field| *field == index)?;
            values.get(place).cloned().flatten()
        };
        let text = |index: u8| -> Option<String> {
            let field = &def.fields[index as usize];
            let json = at(index)?.to_json();
            let stated = def.index(&format!("{}_words", field.name)).and_then(at);
            let stated = stated.as_ref().and_then(Value::text);
            Some(self.field_words(kind, field, &json, stated, state))
        };
        let filled: Vec<(u8, String)> = shown.iter().filter_map(|index| Some((*index, text(*index)?))).collect();
        match (shown.len(), filled.as_slice()) {
            (_, []) => String::new(),
            (1, [(_, only)]) => only.clone(),
            (_, several) => {
                let clause = |(index, text): &(u8, String)| match shown.first() == Some(index) {
                    true => text.clone(),
                    false => self.plain.review_clause_of(def.fields[*index as usize].name, text),
                };
                several.iter().map(clause).reduce(|all, one| self.plain.list_comma(&all, &one)).unwrap_or_default()
            }
        }
    }

    /// A content as it is shown beside others.
    pub fn value(&self, item: &Item, content: &Content, from: Option<usize>) -> ReviewValue {
        let text = self.words(item, content, from);
        let is_text = item.key.unit().filter(|unit| unit.fields.len() == 1).is_some_and(|unit| {
            matches!(item.key.kind.def().fields[unit.fields[0] as usize].ty, FieldType::Text | FieldType::LongText)
        });
        let base = item.common.as_ref().unwrap_or(&item.mine);
        let marks = match is_text && base != content {
            true => marks(&marked(&self.words(item, base, None), &text)),
            false => Vec::new(),
        };
        let fields = match content {
            Content::Row(row) => self.stated(row, from),
            _ => Vec::new(),
        };
        ReviewValue { value: self.json(item, content), text, marks, fields }
    }

    /// What is stated in a row, field by field; the words of a date stand for it, and its place in a list is nothing to read.
    fn stated(&self, row: &Row, from: Option<usize>) -> Vec<ReviewField> {
        let kind = row.kind();
        let state = match from {
            Some(at) => &*self.theirs[at],
            None => &*self.mine,
        };
        let shown = |field: &&plan::Field| {
            field.ty != FieldType::Order
                && !(self.discreet && field.private)
                && field.name.strip_suffix("_words").is_none_or(|date| kind.def().field(date).is_none())
        };
        let told = |field: &plan::Field| {
            let value = row.get(field.name)?;
            let stated = Some(row.text(&format!("{}_words", field.name))).filter(|words| !words.is_empty());
            let text = self.field_words(kind, field, &value.to_json(), stated, state);
            (!text.is_empty()).then(|| ReviewField { label: self.plain.field(field.name), text })
        };
        kind.def().fields.iter().filter(shown).filter_map(told).collect()
    }

    /// The value of a field in words. A row that is named is found with whoever names it, else with me, else with the others.
    fn field_words(&self, kind: Kind, field: &plan::Field, json: &Json, stated: Option<&str>, state: &State) -> String {
        let find = |target: Kind, id: &str| -> String {
            let found = state.row(target, id).map(|row| (state, row)).or_else(|| self.row(target, id));
            let called = if self.for_minutes && target == Kind::Commitment { names::titled } else { names::short_of };
            found
                .map(|(state, row)| called(&self.plain, state, row))
                .unwrap_or_else(|| names::gone(&self.plain, target, id))
        };
        match (field.target(), json) {
            (Some(target), Json::String(id)) => find(target, id),
            (Some(target), Json::Array(ids)) => {
                ids.iter().filter_map(Json::as_str).map(|id| find(target, id)).collect::<Vec<_>>().join(", ")
            }
            _ => present::value_words(&self.plain, state, kind, field, json, stated),
        }
    }

    /// A content as data, without what may not be seen.
    fn json(&self, item: &Item, content: &Content) -> Json {
        let mut json = content.to_json(&item.key);
        if let (true, Content::Row(_), Some(map)) = (self.discreet, content, json.as_object_mut()) {
            let fields = item.key.kind.def().fields;
            fields.iter().filter(|field| field.private).for_each(|field| drop(map.remove(field.name)));
        }
        json
    }
}

/// Whether a unit is a place in a list.
fn is_place(kind: Kind, unit: &Unit) -> bool {
    unit.fields.iter().all(|index| kind.def().fields[*index as usize].ty == FieldType::Order)
}

fn marks(pieces: &[Piece]) -> Vec<TextMark> {
    let word = |mark: Mark| match mark {
        Mark::Same => "same",
        Mark::Inserted => "inserted",
        Mark::Deleted => "deleted",
    };
    pieces.iter().map(|piece| TextMark { mark: word(piece.mark).into(), text: piece.text.clone() }).collect()
}
