//! The table, third room: the ledger, which is logged and never hashed.

use super::field::{flag, name, order, texts};
use super::{Class, Field, FieldType, Kind, KindDef};

/// A snapshot that this plan descends from.
pub(super) const PARENT: KindDef = KindDef {
    kind: Kind::Parent,
    name: "parent",
    class: Class::Ledger,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    fields: &[name("name"), name("at"), name("by"), texts("parents"), flag("current"), order()],
};

/// A part of a snapshot that this version does not know, kept to be written back.
pub(super) const UNKNOWN_PART: KindDef = KindDef {
    kind: Kind::UnknownPart,
    name: "unknown_part",
    class: Class::Ledger,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    // The limit is that of a part of a snapshot, not of what a person types.
    fields: &[Field::new("body", FieldType::LongText, 64 << 20)],
};

/// The name of a kind or `kind.field` that this version does not know and that is private.
pub(super) const PRIVATE_NAME: KindDef = KindDef {
    kind: Kind::PrivateName,
    name: "private_name",
    class: Class::Ledger,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    fields: &[order()],
};
