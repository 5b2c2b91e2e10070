//! Labels of kinds, fields and codes, by the table of kinds.

use crate::Strings;
use plan::date::VagueDate;
use plan::kinds::{Field, FieldType, Kind};

/// Key of the label of a kind: `kind-<kind>`, or `kind-<kind>-plural`.
pub fn kind_key(kind: Kind, plural: bool) -> String {
    format!("kind-{}{}", hyphens(kind.name()), if plural { "-plural" } else { "" })
}

/// Key of the label of a code: `choice-<list>-<code>`. The list is the field's own name, but fields that share a list share its
/// key, and each kind has its own list of kinds.
pub fn choice_key(kind: Kind, field: &str, code: &str) -> String {
    let list = match (kind, field) {
        (Kind::CalendarEntry | Kind::Rule, "kind") => "milestone-kind".to_owned(),
        (kind, "kind") => format!("{}-kind", hyphens(kind.name())),
        (_, "goals_confidence") => "confidence".to_owned(),
        (_, "anchor_unit") => "unit".to_owned(),
        (_, field) => hyphens(field),
    };
    format!("choice-{list}-{}", hyphens(code))
}

fn hyphens(name: &str) -> String {
    name.replace('_', "-")
}

impl Strings {
    /// Label of a kind as a heading: "Commitment".
    pub fn kind(&self, kind: Kind) -> String {
        self.format(&kind_key(kind, false), &[])
    }

    /// Label of many of a kind: "Commitments".
    pub fn kinds(&self, kind: Kind) -> String {
        self.format(&kind_key(kind, true), &[])
    }

    /// Label of a field by its name: "Status as of". A field of a newer version is called by its name.
    pub fn field(&self, name: &str) -> String {
        self.finished(self.field_part(name))
    }

    /// Label of a code: "Ongoing". A code of a newer version stands as it is.
    pub fn choice(&self, kind: Kind, field: &str, code: &str) -> String {
        self.lookup(&choice_key(kind, field, code)).unwrap_or_else(|| code.to_owned())
    }

    /// A stored value in words: labels for codes, words for dates, yes or no for flags, the rest as it is. Names of rows are up to
    /// the caller, who has the rows. An empty value is "not stated".
    pub fn value_words(&self, kind: Kind, field: &Field, value: &str) -> String {
        match field.ty {
            FieldType::Flag if matches!(value, "" | "0" | "false") => self.no(),
            FieldType::Flag => self.yes(),
            _ if value.is_empty() => self.date_not_stated(),
            FieldType::Choice(_) => self.choice(kind, field.name, value),
            FieldType::Date => VagueDate::parse(value).map_or_else(|_| value.to_owned(), |date| self.date_words(&date)),
            _ => value.to_owned(),
        }
    }

    pub(crate) fn field_part(&self, name: &str) -> String {
        self.written(&format!("field-{}", hyphens(name)), &[], false).unwrap_or_else(|| name.replace('_', " "))
    }

    pub(crate) fn kind_part(&self, kind: &str) -> String {
        self.written(&format!("kind-{}", hyphens(kind)), &[], false).unwrap_or_else(|| kind.replace('_', " "))
    }

    /// A label as it stands within a sentence: all six languages of the United Nations write it small there, or have no case.
    pub fn small(&self, label: String) -> String {
        let mut chars = label.chars();
        match (chars.next(), chars.clone().next()) {
            // "SDG" stays.
            (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
                first.to_lowercase().chain(chars).collect()
            }
            _ => label,
        }
    }
}
