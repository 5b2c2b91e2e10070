//! The value of one field: how it is validated, stored, written as JSON.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;
use rusqlite::types::{ToSqlOutput, ValueRef};
use serde_json::Value as Json;
use smol_str::SmolStr;

use crate::date::VagueDate;
use crate::kinds::{Field, FieldType};
use crate::{Error, Result};

/// A filled field. An empty field has no value at all; a flag that is off is an empty field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, date, choice, reference, order. A short one needs no room of its own; a long one is shared when it is copied.
    Text(SmolStr),
    /// A whole number.
    Int(i64),
    /// A decimal number, finite.
    Real(f64),
    /// Yes.
    Flag,
    /// A set: sorted, without doubles, never empty.
    Set(Box<[Box<str>]>),
}

/// Bytes of a text that needs no room of its own.
const INLINE: usize = 23;
/// Elements of a set at the most.
const SET_MAX: usize = 500;

impl Value {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }
    /// The elements, if it is a set.
    pub fn set(&self) -> Option<&[Box<str>]> {
        if let Value::Set(set) = self { Some(set) } else { None }
    }
    /// The value as JSON, as it stands in snapshots and on the wire.
    pub fn to_json(&self) -> Json {
        match self {
            Value::Text(text) => Json::from(&**text),
            Value::Int(n) => Json::from(*n),
            Value::Real(x) => Json::from(*x),
            Value::Flag => Json::Bool(true),
            Value::Set(set) => Json::Array(set.iter().map(|s| Json::from(&**s)).collect()),
        }
    }

    /// Makes a set of its elements; none, if there are none.
    pub fn set_of(elements: impl IntoIterator<Item = Box<str>>) -> Option<Value> {
        let mut set: Vec<Box<str>> = elements.into_iter().collect();
        set.sort_unstable();
        set.dedup();
        (!set.is_empty()).then(|| Value::Set(set.into()))
    }

    /// What a person or another program wrote, held against the rules of the field.
    ///
    /// # Errors
    /// `Refused` with the rule that it breaks.
    pub fn accept(field: &Field, json: &Json) -> Result<Option<Value>> {
        let value = Self::read(field, json)?;
        match (&value, field.ty) {
            (Some(Value::Text(text)), FieldType::Choice(codes)) if !codes.contains(&&**text) => {
                Err(Error::refused_with("not-a-choice", [("field", field.name.into()), ("value", text.to_string())]))
            }
            (Some(Value::Text(text)), FieldType::Date) => match VagueDate::parse(text) {
                Ok(date) => Ok(Some(Value::Text(date.to_string().into()))),
                Err(e) => Err(Error::refused_with(e.code, [("value", text.to_string())])),
            },
            (None, _) if field.required => Err(Error::refused_with("required", [("field", field.name.into())])),
            _ => Ok(value),
        }
    }

    /// What a snapshot holds. Choices and dates of a newer version pass as they are; types and limits do not.
    ///
    /// # Errors
    /// `Refused` where the JSON does not have the type of the field, or is too long.
    pub fn read(field: &Field, json: &Json) -> Result<Option<Value>> {
        let wrong =
            |code| Err(Error::refused_with(code, [("field", field.name.to_owned()), ("value", json.to_string())]));
        match (field.ty, json) {
            (_, Json::Null) => Ok(None),
            (FieldType::Integer, Json::Number(n)) => match n.as_i64().filter(|n| n.unsigned_abs() < 1 << 53) {
                Some(n) => Ok(Some(Value::Int(n))),
                None => wrong("not-a-number"),
            },
            (FieldType::Decimal, Json::Number(n)) => match n.as_f64().filter(|x| x.is_finite()) {
                // SQLite keeps no sign of zero: with one, memory would not be what the file holds.
                Some(x) => Ok(Some(Value::Real(x + 0.0))),
                None => wrong("not-a-number"),
            },
            (FieldType::Flag, Json::Bool(yes)) => Ok(yes.then_some(Value::Flag)),
            (FieldType::Integer | FieldType::Decimal, Json::String(text)) if text.trim().is_empty() => Ok(None),
            (FieldType::Integer | FieldType::Decimal, Json::String(text)) => {
                match text.trim().parse::<serde_json::Number>() {
                    Ok(n) => Self::read(field, &Json::Number(n)),
                    Err(_) => wrong("not-a-number"),
                }
            }
            (FieldType::Integer | FieldType::Decimal, _) => wrong("not-a-number"),
            (FieldType::Flag, _) => wrong("not-a-flag"),
            (FieldType::Texts | FieldType::References(_), Json::Array(elements)) => {
                if elements.len() > SET_MAX {
                    return Err(Error::refused_with(
                        "too-many",
                        [("field", field.name.into()), ("limit", SET_MAX.to_string())],
                    ));
                }
                let mut set = Vec::with_capacity(elements.len());
                for element in elements {
                    let Json::String(text) = element else { return wrong("not-a-set") };
                    if let Some(text) = clean(field, text, false)? {
                        set.push(text);
                    }
                }
                Ok(Value::set_of(set))
            }
            (FieldType::Texts | FieldType::References(_), _) => wrong("not-a-set"),
            (ty, Json::String(text)) => {
                Ok(clean(field, text, ty == FieldType::LongText)?.map(|text| Value::Text(text.into())))
            }
            _ => wrong("not-a-text"),
        }
    }

    /// The value of a column. A column that does not hold the type of the field is damage.
    pub(crate) fn from_sql(field: &Field, value: ValueRef<'_>, ids: &mut Ids) -> Result<Option<Value>> {
        Ok(match (field.ty, value) {
            (_, ValueRef::Null) => None,
            (FieldType::Integer, ValueRef::Integer(n)) => Some(Value::Int(n)),
            (FieldType::Flag, ValueRef::Integer(n)) => (n != 0).then_some(Value::Flag),
            (FieldType::Decimal, ValueRef::Real(x)) => Some(Value::Real(x)),
            (FieldType::Texts | FieldType::References(_), ValueRef::Text(bytes)) => {
                let set: Vec<Box<str>> =
                    serde_json::from_slice(bytes).map_err(|e| Error::damaged(format!("field {}: {e}", field.name)))?;
                Value::set_of(set)
            }
            (_, ValueRef::Text(bytes)) => match std::str::from_utf8(bytes) {
                Ok(text) if matches!(field.ty, FieldType::Reference(..)) => Some(Value::Text(ids.reference(text))),
                Ok(text) => Some(Value::Text(text.into())),
                Err(e) => return Err(Error::damaged(format!("field {}: {e}", field.name))),
            },
            _ => return Err(Error::damaged(format!("field {}: {} where it cannot be", field.name, value.data_type()))),
        })
    }

    /// The value as SQLite keeps it.
    pub(crate) fn to_sql(&self) -> ToSqlOutput<'_> {
        match self {
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Int(n) => ToSqlOutput::Owned((*n).into()),
            Value::Real(x) => ToSqlOutput::Owned((*x).into()),
            Value::Flag => ToSqlOutput::Owned(1i64.into()),
            Value::Set(_) => ToSqlOutput::Owned(self.to_json().to_string().into()),
        }
    }
}

/// The ids that were read: a row and those that name it share one.
pub(crate) struct Ids(Option<HashSet<Arc<str>, RandomState>>);

impl Ids {
    /// For rows that are kept.
    pub(crate) fn shared() -> Self {
        Ids(Some(HashSet::default()))
    }
    /// For rows that are only looked at.
    pub(crate) fn apart() -> Self {
        Ids(None)
    }
    /// An id.
    pub(crate) fn id(&mut self, text: &str) -> Arc<str> {
        let Some(known) = &mut self.0 else { return text.into() };
        if let Some(id) = known.get(text) {
            return id.clone();
        }
        let id: Arc<str> = text.into();
        known.insert(id.clone());
        id
    }
    /// An id as a value; a short one, as the catalogue has them, needs no sharing.
    fn reference(&mut self, text: &str) -> SmolStr {
        if text.len() <= INLINE { text.into() } else { self.id(text).into() }
    }
}

/// A text held against the rules that all texts share; empty text is no text.
fn clean(field: &Field, text: &str, lines: bool) -> Result<Option<Box<str>>> {
    if text.contains('\0') {
        return Err(Error::refused_with("has-nul", [("field", field.name.into())]));
    }
    // One line stays one line: what is pasted with line breaks keeps its words.
    let text = if lines {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.split(['\r', '\n']).map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let text = text.trim();
    let length = text.chars().count();
    if length > field.max as usize {
        return Err(Error::refused_with(
            "too-long",
            [("field", field.name.into()), ("limit", field.max.to_string()), ("length", length.to_string())],
        ));
    }
    Ok((!text.is_empty()).then(|| text.into()))
}
