//! One row in memory: sparse, because most fields of most rows are empty.

use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value as Json};

use crate::fold::fold;
use crate::kinds::{Field, FieldType, KINDS, Kind};
use crate::value::Ids;
use crate::{Error, Result, Value};

/// The permanent id of a row: a UUID, or a code in the catalogue.
pub type Id = Arc<str>;

/// One row of a plan.
#[derive(Clone)]
pub struct Row {
    kind: Kind,
    id: Id,
    /// Which fields are filled: one bit each, by position.
    filled: u64,
    /// Their values, in order.
    values: Box<[Value]>,
    /// JSON object of fields that this version does not know.
    extra: Option<Box<str>>,
    /// Folded text of the row for filters, made when first asked for.
    folded: OnceLock<Box<str>>,
}

// A field has its bit.
const _: () = {
    let mut kind = 0;
    while kind < KINDS.len() {
        assert!(KINDS[kind].fields.len() <= 64);
        kind += 1;
    }
};

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.id == other.id
            && self.filled == other.filled
            && self.values == other.values
            && self.extra == other.extra
    }
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.canonical())
    }
}

impl Row {
    /// An empty row.
    pub fn new(kind: Kind, id: impl Into<Id>) -> Self {
        Row { kind, id: id.into(), filled: 0, values: Box::default(), extra: None, folded: OnceLock::new() }
    }
    /// A row of its filled fields, sorted by position.
    pub(crate) fn from_values(kind: Kind, id: Id, values: Vec<(u8, Value)>, extra: Option<Box<str>>) -> Self {
        debug_assert!(values.is_sorted_by(|a, b| a.0 < b.0), "fields are sorted and given once");
        let filled = values.iter().fold(0, |filled, (index, _)| filled | 1 << index);
        let values = values.into_iter().map(|(_, value)| value).collect();
        Row { kind, id, filled, values, extra, folded: OnceLock::new() }
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        self.kind
    }
    /// The id.
    pub fn id(&self) -> &Id {
        &self.id
    }
    /// The value of a field by its position; none, where it is empty.
    pub fn at(&self, index: u8) -> Option<&Value> {
        let bit = 1u64.checked_shl(index.into())?;
        if self.filled & bit == 0 {
            return None;
        }
        self.values.get((self.filled & (bit - 1)).count_ones() as usize)
    }
    /// The value of a field by its name; none, where it is empty or there is no such field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.at(self.kind.def().index(field)?)
    }
    /// The text of a field; empty, where the field is.
    pub fn text(&self, field: &str) -> &str {
        self.get(field).and_then(Value::text).unwrap_or("")
    }
    /// Whether a flag is on.
    pub fn flag(&self, field: &str) -> bool {
        self.get(field).is_some()
    }
    /// The filled fields, in order.
    pub fn values(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        let fields = self.kind.def().fields;
        self.numbered().map(|(index, value)| (&fields[index as usize], value))
    }
    /// The positions of the filled fields, and their values.
    fn numbered(&self) -> impl Iterator<Item = (u8, &Value)> {
        (0..64u8).filter(|index| self.filled & 1 << index != 0).zip(&self.values)
    }
    /// The fields that this version does not know, as a JSON object.
    pub fn extra(&self) -> Option<&str> {
        self.extra.as_deref()
    }

    /// The same row with one field changed.
    pub fn with(&self, index: u8, value: Option<Value>) -> Row {
        let mut values: Vec<_> = self.copied();
        values.retain(|(i, _)| *i != index);
        if let Some(value) = value {
            let at = values.partition_point(|(i, _)| *i < index);
            values.insert(at, (index, value));
        }
        Row::from_values(self.kind, self.id.clone(), values, self.extra.clone())
    }

    fn copied(&self) -> Vec<(u8, Value)> {
        self.numbered().map(|(index, value)| (index, value.clone())).collect()
    }

    /// What a person calls the row: its title, its name, its code; else its id.
    pub fn title(&self) -> &str {
        ["title", "name", "symbol", "code"].iter().map(|f| self.text(f)).find(|t| !t.is_empty()).unwrap_or(&self.id)
    }

    /// The short name of the row, as a reference to it is shown in a cell: acronym, short title, code, symbol, reference; else the title.
    pub fn short(&self) -> &str {
        let fields: &[&str] = match self.kind {
            Kind::Organization | Kind::Group => &["acronym"],
            Kind::Objective | Kind::Source | Kind::Instrument => &["short_title", "symbol"],
            Kind::ActionLine => &["code"],
            Kind::Document => &["symbol"],
            Kind::Provision => &["paragraph"],
            Kind::Commitment => &["reference"],
            _ => &[],
        };
        fields.iter().map(|f| self.text(f)).find(|t| !t.is_empty()).unwrap_or_else(|| self.title())
    }

    /// The folded text in which filters look: every text field, line by line.
    pub fn folded(&self) -> &str {
        self.folded.get_or_init(|| {
            let mut text = String::new();
            for (field, value) in self.values() {
                match (field.ty, value) {
                    (FieldType::Text | FieldType::LongText, Value::Text(t)) => {
                        text.push_str(t);
                        text.push('\n');
                    }
                    (FieldType::Texts, Value::Set(set)) => set.iter().for_each(|t| {
                        text.push_str(t);
                        text.push('\n');
                    }),
                    _ => {}
                }
            }
            fold(&text).into()
        })
    }

    /// The row as JSON, as it stands in a snapshot: `id`, the filled fields, and the fields that are not known.
    pub fn to_json(&self) -> Map<String, Json> {
        let mut json = match self.extra.as_deref().map(serde_json::from_str) {
            Some(Ok(Json::Object(extra))) => extra,
            _ => Map::new(),
        };
        json.insert("id".into(), Json::from(&*self.id));
        for (field, value) in self.values() {
            json.insert(field.name.into(), value.to_json());
        }
        json
    }
    /// The JSON of the row with keys sorted: equal rows, equal text.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        self.write_canonical(&mut text, 0);
        text
    }
    /// Writes that JSON, without fields of which the bits by position are set here. Rows are hashed with every step, so the text is
    /// made without a map in between, where nothing stands in the row that this version does not know.
    pub(crate) fn write_canonical(&self, out: &mut String, without: u64) {
        let fields = self.kind.def().fields;
        if self.extra.is_some() {
            let mut json = self.to_json();
            let left_out = fields.iter().enumerate().filter(|(index, _)| without & 1 << index != 0);
            left_out.for_each(|(_, field)| drop(json.remove(field.name)));
            write_canonical(&Json::Object(json), out);
            return;
        }
        let mut comma = '{';
        for &index in keys_in_order(self.kind) {
            let name = if index == ID { "id" } else { fields[usize::from(index)].name };
            let value = if index == ID { None } else { self.at(index).filter(|_| without & 1 << index == 0) };
            if index != ID && value.is_none() {
                continue;
            }
            out.push(comma);
            comma = ',';
            // Names of fields need no escapes.
            out.push('"');
            out.push_str(name);
            out.push_str("\":");
            match value {
                None => write_text(&self.id, out),
                Some(Value::Text(text)) => write_text(text, out),
                Some(Value::Flag) => out.push_str("true"),
                Some(Value::Set(set)) => {
                    let mut comma = '[';
                    for element in set.iter() {
                        out.push(comma);
                        comma = ',';
                        write_text(element, out);
                    }
                    out.push_str(if set.is_empty() { "[]" } else { "]" });
                }
                Some(number) => out.push_str(&number.to_json().to_string()),
            }
        }
        out.push('}');
    }

    /// The same row under another id.
    pub(crate) fn with_id(&self, id: Id) -> Row {
        Row::from_values(self.kind, id, self.copied(), self.extra.clone())
    }
    /// The same row with other fields that this version does not know, as a JSON object.
    pub(crate) fn with_extra(&self, extra: Option<&str>) -> Row {
        Row::from_values(self.kind, self.id.clone(), self.copied(), extra.map(Into::into))
    }
    /// The stored values of the row as the log has them: without its empty columns, and without its id.
    pub(crate) fn stored(&self) -> Map<String, Json> {
        let stored = |value: &Value| match value {
            Value::Flag => Json::from(1),
            Value::Set(_) => Json::from(value.to_json().to_string()),
            plain => plain.to_json(),
        };
        let mut image: Map<String, Json> =
            self.values().map(|(field, value)| (field.name.to_owned(), stored(value))).collect();
        if let Some(extra) = self.extra() {
            image.insert("extra".into(), Json::from(extra));
        }
        image
    }
    /// A row of its stored values, as the log has them.
    pub(crate) fn from_stored(kind: Kind, id: Id, stored: &Map<String, Json>) -> Result<Row> {
        Row::new(kind, id).with_stored(stored)
    }
    /// The same row with the stored values of some columns; columns that are not named are left alone.
    pub(crate) fn with_stored(&self, stored: &Map<String, Json>) -> Result<Row> {
        let def = self.kind.def();
        let mut values = self.copied();
        let mut extra = self.extra.clone();
        for (name, json) in stored {
            match name.as_str() {
                "id" => {}
                "extra" => extra = json.as_str().map(Into::into),
                name => {
                    let Some(index) = def.index(name) else {
                        return Err(Error::damaged(format!("history: {} has no field {name}", def.name)));
                    };
                    values.retain(|(i, _)| *i != index);
                    if let Some(value) = stored_value(&def.fields[index as usize], json)? {
                        values.push((index, value));
                    }
                }
            }
        }
        values.sort_unstable_by_key(|(i, _)| *i);
        Ok(Row::from_values(self.kind, self.id.clone(), values, extra))
    }
}

/// Stands for the id among the positions of fields.
const ID: u8 = u8::MAX;

/// The positions of the fields of a kind, and of the id, in the order of their names.
fn keys_in_order(kind: Kind) -> &'static [u8] {
    static ORDERS: [OnceLock<Box<[u8]>>; KINDS.len()] = [const { OnceLock::new() }; KINDS.len()];
    ORDERS[kind as usize].get_or_init(|| {
        let fields = kind.def().fields;
        let mut keys: Vec<(&str, u8)> =
            fields.iter().enumerate().map(|(index, field)| (field.name, index as u8)).chain([("id", ID)]).collect();
        keys.sort_unstable();
        keys.into_iter().map(|(_, index)| index).collect()
    })
}

/// Writes a text as JSON has it.
fn write_text(text: &str, out: &mut String) {
    if text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        out.push_str(&Json::from(text).to_string());
    } else {
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

/// Writes JSON without white space and with the keys of every object sorted, whatever order the map keeps.
pub(crate) fn write_canonical(json: &Json, out: &mut String) {
    match json {
        Json::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by_key(|(key, _)| *key);
            out.push('{');
            for (i, (key, value)) in entries.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                out.push_str(&Json::from(key.as_str()).to_string());
                out.push(':');
                write_canonical(value, out);
            }
            out.push('}');
        }
        Json::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

/// The value of a column as the log writes it: sets are JSON in a text, flags are numbers.
fn stored_value(field: &Field, json: &Json) -> Result<Option<Value>> {
    use rusqlite::types::ValueRef;
    let value = match json {
        Json::Null => ValueRef::Null,
        Json::Number(n) if field.ty == FieldType::Decimal => {
            return Ok(n.as_f64().map(Value::Real));
        }
        Json::Number(n) => ValueRef::Integer(n.as_i64().unwrap_or_default()),
        Json::String(text) => ValueRef::Text(text.as_bytes()),
        other => return Err(Error::damaged(format!("history: field {}: {other}", field.name))),
    };
    Value::from_sql(field, value, &mut Ids::apart())
}
