//! What of a field can be taken into another cell, and what a typed date becomes where a column shows two of them.

use plan::Row;
use plan::date::{Edge, Shape, VagueDate};
use plan::kinds::Field;
use serde_json::Value as Json;

/// A value with the words beside it.
#[derive(Clone)]
pub(super) struct Held {
    pub value: Json,
    pub words: Option<String>,
}

/// What a row holds in a field.
pub(super) fn held(row: &Row, field: &Field) -> Held {
    let words = row.text(&format!("{}_words", field.name));
    Held {
        value: row.get(field.name).map_or(Json::Null, plan::Value::to_json),
        words: (!words.is_empty()).then(|| words.to_owned()),
    }
}

/// Whether two fields hold values of one sort.
pub(super) fn alike(a: &Field, b: &Field) -> bool {
    a.name == b.name || (std::mem::discriminant(&a.ty) == std::mem::discriminant(&b.ty) && a.ty == b.ty)
}

/// Start and end of what was given as one date; none: nothing is said of that side.
pub(super) fn start_and_end(date: &VagueDate) -> (Option<String>, Option<String>) {
    let alone = |point| VagueDate::new(Shape::One(point)).ok().map(|date| date.to_string());
    match date.shape() {
        Shape::One(point) => (alone(point), alone(point)),
        Shape::Span(a, b) => {
            let side = |edge: Edge| edge.point().and_then(alone);
            (side(a), side(b))
        }
        Shape::Between(None, _) => (None, Some(date.to_string())),
        Shape::Between(..) => (Some(date.to_string()), Some(date.to_string())),
    }
}
