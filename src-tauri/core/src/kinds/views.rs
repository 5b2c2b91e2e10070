//! The table, room of the views: what a person wants to find again, and colleagues with them.

use super::field::{name, order};
use super::{Class, Field, FieldType, Kind, KindDef};

/// A view of a list that is kept with the plan, and goes to colleagues with it. Views of one person stay on the laptop and are no
/// rows at all.
pub(super) const SAVED_VIEW: KindDef = KindDef {
    kind: Kind::SavedView,
    name: "saved_view",
    class: Class::Content,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    fields: &[
        name("name").required(),
        // JSON: the kind of rows that it lists, and what it shows of them. One line, though it may be long: words of two such texts must never be put together.
        Field::new("shape", FieldType::Text, 20_000).required(),
        order(),
    ],
};
