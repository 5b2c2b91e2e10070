//! The customary structure of a document for the Council, empty of facts: those are drawn from the plan.

use chrono::NaiveDate;
use plan::kinds::{Kind, LANGUAGES};
use plan::state::State;
use plan_strings::Strings;
use serde_json::{Map, Value as Json, json};

use crate::session::Fault;

type Fields = Map<String, Json>;

/// The fields of a document and those of its blocks.
pub(crate) fn template(
    state: &State,
    title: &str,
    (author, today): (&str, NaiveDate),
    language: &str,
) -> Result<(Fields, Vec<Fields>), Fault> {
    let strings = super::view::strings_named(language)?;
    let document = fields(json!({
        "title": title,
        "state": "draft",
        "author": author,
        "purpose": strings.paper_template_purpose(),
        "action_required": strings.paper_template_action(),
        "original_language": LANGUAGES.iter().find(|code| **code == strings.lang()),
    }));
    Ok((document, blocks(&strings, state, today)))
}

fn blocks(strings: &Strings, state: &State, today: NaiveDate) -> Vec<Fields> {
    let heading = |text: String| json!({ "kind": "heading", "level": 1, "numbered": true, "text": text });
    let plan = state.row(Kind::About, "about").map(|about| about.title().to_owned()).unwrap_or_default();
    let owner = state.row(Kind::About, "about").map(|about| about.text("owner")).unwrap_or_default();
    let mut blocks = vec![
        json!({ "kind": "paragraph", "text": strings.paper_template_introduction(&plan) }),
        heading(strings.paper_template_done()),
    ];
    for objective in state.in_order(Kind::Objective).iter().filter(|row| !row.text("number").is_empty()) {
        let id = &**objective.id();
        // The title stays that of the plan, whatever becomes of it.
        let text = strings.paper_template_objective(objective.text("number"), &format!("{{objective:{id}}}"));
        blocks.push(json!({ "kind": "heading", "level": 2, "text": text }));
        blocks.push(json!({ "kind": "commitments", "objective": id }));
    }
    blocks.extend([
        heading(strings.paper_template_together()),
        json!({ "kind": "groups", "organization": owner }),
        heading(strings.paper_template_next()),
        json!({ "kind": "milestones", "caption": strings.paper_template_next_caption(), "since": today.to_string() }),
        heading(strings.paper_template_counted()),
        json!({ "kind": "indicators", "caption": strings.paper_template_counted_caption() }),
        heading(strings.paper_template_reported()),
        json!({ "kind": "updates" }),
        json!({ "kind": "heading", "level": 1, "landscape": true, "text": strings.paper_template_annex() }),
        json!({ "kind": "heading", "level": 2, "landscape": true, "text": strings.paper_template_annex_title() }),
        json!({ "kind": "annex", "landscape": true }),
    ]);
    blocks.into_iter().map(fields).collect()
}

/// The fields of a row, without those that are empty.
fn fields(json: Json) -> Fields {
    let Json::Object(mut fields) = json else { return Fields::new() };
    fields.retain(|_, value| !value.is_null() && value.as_str() != Some(""));
    fields
}
