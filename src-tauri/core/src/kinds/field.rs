//! What a kind and a field are; the table itself is in `kinds.rs`.

use super::Kind;

/// Whether a table is merged and hashed (`Content`) or only logged (`Ledger`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Logged, merged, hashed, travels.
    Content,
    /// Logged, not hashed, does not travel as rows.
    Ledger,
}

/// What happens to a reference when the row that it names is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDelete {
    /// The row that holds the reference is deleted with it.
    Cascade,
    /// The reference is emptied.
    Clear,
    /// The deletion is refused while the reference stands.
    Refuse,
}

/// The type of a field. Storage is TEXT for all but `Integer`, `Flag` (INTEGER) and `Decimal` (REAL).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldType {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// An EDTF date; the field `<name>_words` beside it holds the words as they were given.
    Date,
    /// One of a closed list of codes.
    Choice(&'static [&'static str]),
    /// The id of a row of another kind.
    Reference(Kind, OnDelete),
    /// A set of texts, stored as a sorted JSON array.
    Texts,
    /// A set of ids of rows of a kind, stored as a sorted JSON array.
    References(Kind),
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
    /// Yes or no; empty is no.
    Flag,
    /// A place in an order: text that sorts, never unique.
    Order,
}

/// One field of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Name of the column, of the JSON key and of the argument `field` of `<kind>_set`.
    pub name: &'static str,
    /// Its type.
    pub ty: FieldType,
    /// Stays on the laptop unless asked for.
    pub private: bool,
    /// May not be empty.
    pub required: bool,
    /// Longest text in Unicode scalar values; for sets, the limit of one element.
    pub max: u32,
    /// Written by the program only: refused by `<kind>_set`.
    pub computed: bool,
}

impl Field {
    pub(super) const fn new(name: &'static str, ty: FieldType, max: u32) -> Self {
        Field { name, ty, private: false, required: false, max, computed: false }
    }
    pub(super) const fn private(mut self) -> Self {
        self.private = true;
        self
    }
    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    pub(super) const fn computed(mut self) -> Self {
        self.computed = true;
        self
    }
    /// Key of the field's label in the Fluent files: `field-<name>`, words joined by hyphens.
    pub fn label_key(&self) -> String {
        format!("field-{}", self.name.replace('_', "-"))
    }
    /// The kind whose rows this field names, if it names any.
    pub fn target(&self) -> Option<Kind> {
        match self.ty {
            FieldType::Reference(kind, _) | FieldType::References(kind) => Some(kind),
            _ => None,
        }
    }
    /// The column type in SQLite.
    pub fn sql_type(&self) -> &'static str {
        match self.ty {
            FieldType::Integer | FieldType::Flag => "INTEGER",
            FieldType::Decimal => "REAL",
            _ => "TEXT",
        }
    }
}

/// One kind.
#[derive(Debug)]
pub struct KindDef {
    /// The kind.
    pub kind: Kind,
    /// Its name, as table, part and command prefix.
    pub name: &'static str,
    /// Its class.
    pub class: Class,
    /// All of it is private (persons).
    pub private: bool,
    /// Part of the catalogue: ids are codes.
    pub catalogue: bool,
    /// Its fields, in the order in which they are shown. At most 255.
    pub fields: &'static [Field],
    /// Groups of fields of which exactly one is filled.
    pub one_of: &'static [&'static [&'static str]],
    /// The fields that, together, a new row's id is derived from; empty: a fresh UUID v7.
    pub identity: &'static [&'static str],
}

impl KindDef {
    /// Position of a field, or none.
    pub fn index(&self, name: &str) -> Option<u8> {
        // Asked for very often. Names of one length mostly differ in their last letter, and that is seen without a call.
        let last = name.as_bytes().last();
        let same = |field: &Field| {
            field.name.len() == name.len() && field.name.as_bytes().last() == last && field.name == name
        };
        self.fields.iter().position(same).map(|i| i as u8)
    }
    /// A field by name, or none.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.index(name).map(|index| &self.fields[usize::from(index)])
    }
}

const CODE: u32 = 40;
const NAME: u32 = 300;
const LINE: u32 = 2_000;
const LONG: u32 = 50_000;

pub(super) const fn text(name: &'static str) -> Field {
    Field::new(name, FieldType::Text, LINE)
}
pub(super) const fn name(name: &'static str) -> Field {
    Field::new(name, FieldType::Text, NAME)
}
pub(super) const fn code(name: &'static str) -> Field {
    Field::new(name, FieldType::Text, CODE)
}
pub(super) const fn long(name: &'static str) -> Field {
    Field::new(name, FieldType::LongText, LONG)
}
pub(super) const fn date(name: &'static str) -> Field {
    Field::new(name, FieldType::Date, 100)
}
pub(super) const fn choice(name: &'static str, codes: &'static [&'static str]) -> Field {
    Field::new(name, FieldType::Choice(codes), CODE)
}
pub(super) const fn reference(name: &'static str, kind: Kind, on_delete: OnDelete) -> Field {
    Field::new(name, FieldType::Reference(kind, on_delete), 100)
}
pub(super) const fn references(name: &'static str, kind: Kind) -> Field {
    Field::new(name, FieldType::References(kind), 100)
}
pub(super) const fn texts(name: &'static str) -> Field {
    Field::new(name, FieldType::Texts, NAME)
}
pub(super) const fn flag(name: &'static str) -> Field {
    Field::new(name, FieldType::Flag, 1)
}
pub(super) const fn integer(name: &'static str) -> Field {
    Field::new(name, FieldType::Integer, 12)
}
pub(super) const fn decimal(name: &'static str) -> Field {
    Field::new(name, FieldType::Decimal, 30)
}
pub(super) const fn order() -> Field {
    Field::new("ord", FieldType::Order, 200)
}
/// A place in another order than that of the list.
pub(super) const fn place(name: &'static str) -> Field {
    Field::new(name, FieldType::Order, 200)
}
/// The words of a date as the source or the person gave them.
pub(super) const fn words(name: &'static str) -> Field {
    Field::new(name, FieldType::Text, NAME)
}
