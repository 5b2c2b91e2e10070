//! The commitment that would be made for a paragraph.

use serde_json::{Map, Value as Json, json};

use crate::kinds::Kind;
use crate::state::{Row, State};
use crate::{Context, Value};

/// What a new commitment for a paragraph has from it: what is asked for, by when, under which objective and where that stands. It is
/// the plan's own, or its whose person acts. `follows`: the commitment whose place it takes, from which it has who owns and leads it.
pub fn new_commitment(state: &State, context: &Context, provision: &Row, follows: Option<&Row>) -> Map<String, Json> {
    let mut fields = Map::new();
    let mut put = |name: &str, text: &str| {
        if !text.is_empty() {
            fields.insert(name.to_owned(), json!(text));
        }
    };
    put("title", provision.text("title"));
    if provision.text("action") != provision.text("title") {
        put("description", provision.text("action"));
    }
    let asked = ["asked", "asked_organizations", "asked_groups"].iter().any(|field| provision.get(field).is_some());
    if asked || matches!(provision.text("kind"), "call" | "request" | "invitation") {
        put("kind", "request_received");
    }
    put("owner", &owner(state, context));
    for field in ["owner", "lead", "kind"] {
        put(field, follows.map(|row| row.text(field)).unwrap_or_default());
    }
    put("objective", provision.text("objective"));
    put("end", provision.text("due"));
    put("end_words", provision.text("due_words"));
    put("source", provision.text("source"));
    let symbol = state.row(Kind::Instrument, provision.text("instrument")).map(|row| row.text("symbol"));
    put("source_para", &format!("{}, ¶ {}", symbol.unwrap_or_default(), provision.text("paragraph")));
    put("basis", "our_reading");
    if let Some(partners) = follows.and_then(|row| row.get("partners")) {
        fields.insert("partners".into(), Value::to_json(partners));
    }
    fields
}

/// Whose plan it is; else the organization for which the person acts.
fn owner(state: &State, context: &Context) -> String {
    let of_plan = state.row(Kind::About, "about").map(|about| about.text("owner")).unwrap_or_default();
    if !of_plan.is_empty() {
        return of_plan.to_owned();
    }
    let acts_for = context.organization.as_str();
    let named = |row: &&std::sync::Arc<Row>| !acts_for.is_empty() && row.text("acronym") == acts_for;
    state.in_order(Kind::Organization).iter().find(named).map(|row| row.id().to_string()).unwrap_or_default()
}
