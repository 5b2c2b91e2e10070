//! What a view shows that is kept with the plan, in words: it is stored as the window gives it, and nobody reads that.

use std::collections::BTreeMap;

use plan::kinds::Kind;
use plan::state::State;
use plan_strings::Strings;
use serde::Deserialize;
use serde_json::Value as Json;

use crate::present;
use crate::read::key_label;

/// A view as far as it is put into words. What a newer version adds is left aside.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Shape {
    kind: String,
    text: String,
    filters: Vec<(String, Vec<Option<String>>)>,
    conditions: Vec<(String, BTreeMap<String, Json>)>,
    sort: Vec<Sort>,
    group: String,
    columns: Vec<String>,
}

#[derive(Deserialize)]
struct Sort {
    column: String,
}

/// "Commitments; status: Planned, Ongoing; sorted by Title; columns: Ref., Title". None: it cannot be read.
pub(crate) fn shape_words(strings: &Strings, state: &State, text: &str) -> Option<String> {
    let shape: Shape = serde_json::from_str(text).ok()?;
    let of = Kind::from_name(&shape.kind)?;
    let def = of.def();
    let label = |name: &String| match def.field(name) {
        Some(field) => strings.field(field.name),
        None => {
            strings.lookup(&format!("cells-column-{}", name.replace('_', "-"))).unwrap_or_else(|| strings.field(name))
        }
    };
    let labels = |names: &mut dyn Iterator<Item = &String>| names.map(label).collect::<Vec<_>>().join(", ");
    let mut parts = vec![strings.kinds(of)];
    if !shape.text.trim().is_empty() {
        parts.push(strings.saved_view_text(shape.text.trim()));
    }
    for (name, values) in &shape.filters {
        let value = |value: &Option<String>| match (def.field(name), value) {
            (_, None) => present::lower(&strings.group_none()),
            (Some(field), Some(value)) => key_label(strings, state, of, field, Some(value)),
            (None, Some(value)) => value.clone(),
        };
        let values: Vec<String> = values.iter().map(value).collect();
        parts.push(strings.saved_view_filter(&label(name), &values.join(", ")));
    }
    for (name, condition) in &shape.conditions {
        let words = |part: &str| match condition.get(part)? {
            Json::String(text) => Some(text.clone()),
            bound => bound.get("words")?.as_str().map(str::to_owned),
        };
        let mut asked = Vec::new();
        asked.extend(words("contains").map(|text| strings.saved_view_contains(&text)));
        asked.extend(words("from").map(|from| strings.when_from(&from)));
        asked.extend(words("to").map(|to| strings.when_until(&to)));
        asked.extend(condition.get("filled").and_then(Json::as_bool).map(|filled| match filled {
            true => strings.saved_view_filled(),
            false => strings.date_not_stated(),
        }));
        parts.push(strings.saved_view_filter(&label(name), &asked.join(", ")));
    }
    if !shape.sort.is_empty() {
        parts.push(strings.saved_view_sorted(&labels(&mut shape.sort.iter().map(|sort| &sort.column))));
    }
    if !shape.group.is_empty() {
        parts.push(strings.saved_view_grouped(&label(&shape.group)));
    }
    if !shape.columns.is_empty() {
        parts.push(strings.saved_view_columns(&labels(&mut shape.columns.iter())));
    }
    Some(parts.join("; "))
}
