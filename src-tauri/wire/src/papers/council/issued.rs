//! What the issued documents of a plan say, field by field: a review asks before any of it becomes another.

use std::collections::BTreeSet;
use std::sync::Arc;

use plan::Row;
use plan::kinds::Kind;
use plan::merge::Issued;
use plan::snapshot::With;
use plan::state::{Id, State};
use plan_documents::paper::Block;

use super::super::{instant, written_at};
use super::view::strings_named;
use super::{Asked, Made, earlier, judged, make, typed_in};
use crate::documents::issued_export;
use crate::session::{Call, Fault, Session, lock};
use crate::types::Source;

/// What one document said when it was made as a file: kind, row, and the field; none: all of the row.
pub(crate) type Said = BTreeSet<(Kind, Id, Option<&'static str>)>;

/// What was worked out for the files of documents: by opening, document and step.
pub(crate) type Known = Vec<((u64, Id, i64), Arc<Said>)>;

/// Files of which it is remembered what they say.
const REMEMBERED: usize = 32;

/// What the documents say that are issued now: each as it was made as a file, that which went out as issued before all others; a
/// document of which no file was made, as it is.
pub(crate) fn issued(session: &Session, call: &Call, state: &State) -> Result<Issued, Fault> {
    let mut issued = Issued::default();
    for document in state.rows(Kind::Document).filter(|row| row.text("state") == "issued") {
        for (kind, id, field) in &*said(session, call, document)? {
            match field {
                Some(field) => issued.note(document.id(), *kind, id, field),
                None => issued.note_row(document.id(), *kind, id),
            }
        }
    }
    Ok(issued)
}

fn said(session: &Session, call: &Call, document: &Row) -> Result<Arc<Said>, Fault> {
    let now = session.shown();
    let export = issued_export(session, document.id(), Some(now.op), None)?;
    let (opening, op) = (now.opening, export.as_ref().map(|export| export.op));
    let key = op.map(|op| (opening, document.id().clone(), op));
    if let Some(key) = &key
        && let Some((_, known)) = lock(&session.issued).iter().find(|(known, _)| known == key)
    {
        return Ok(known.clone());
    }
    let source = op.map_or(Source::Now, |op| Source::Moment { moment: op.to_string() });
    let (shown, foreign) = session.source(&source)?;
    let state = plan::snapshot::shared(&shown.state, With::default());
    let mut said = Said::new();
    if let Some(document) = state.row(Kind::Document, document.id()) {
        let at = instant(&written_at(session, &source, foreign.as_deref())?);
        let made = make(&Asked {
            strings: strings_named(document.text("original_language")).or_else(|_| strings_named(""))?,
            said: &call.strings,
            state: &state,
            document,
            at,
            judged: judged(document, at),
            typed: typed_in(document),
            since: &|text: &str| earlier(session, op, export.as_ref(), text),
        });
        said.insert((Kind::Document, document.id().clone(), None));
        let own = state.rows(Kind::Block).filter(|block| block.text("document") == &**document.id());
        said.extend(own.map(|block| (Kind::Block, block.id().clone(), None)));
        tags(&made).iter().for_each(|tag| facts(tag, &mut said));
    }
    let said = Arc::new(said);
    if let Some(key) = key {
        let mut known = lock(&session.issued);
        known.truncate(REMEMBERED - 1);
        known.insert(0, (key, said.clone()));
    }
    Ok(said)
}

/// The tags of all that a paper draws on: the facts in sentences, and the cells that say something.
fn tags(made: &Made) -> BTreeSet<&str> {
    let mut tags: BTreeSet<&str> = made.facts.keys().map(String::as_str).collect();
    for block in made.paper.parts.iter().flat_map(|part| &part.blocks) {
        let Block::Table(table) = block else { continue };
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        for cell in cells.filter(|cell| cell.paragraphs.iter().any(|one| !one.runs.is_empty())) {
            tags.insert(&cell.tag);
            let runs = cell.paragraphs.iter().flat_map(|one| &one.runs);
            tags.extend(runs.map(|run| run.tag.as_str()));
        }
    }
    tags
}

/// The fields that a tag is about: `kind/id/field`, with the number of a line behind it.
fn facts(tag: &str, said: &mut Said) {
    let Some((kind, rest)) = tag.split_once('/') else { return };
    let (Some(kind), Some((id, fact))) = (Kind::from_name(kind), rest.split_once('/')) else { return };
    let fact = fact.split('/').next().unwrap_or(fact);
    let id: Id = id.into();
    said.extend(fields(kind, fact).into_iter().map(|field| (kind, id.clone(), Some(field))));
}

/// Of what fields a fact of a paper is made. What is no field, such as that nobody is stated, is nothing that somebody could change.
fn fields(kind: Kind, fact: &str) -> Vec<&'static str> {
    let made_of: &[&'static str] = match (kind, fact) {
        (Kind::Commitment, "when") => &["start", "end"],
        (Kind::Commitment, "lead") => &["lead", "partners"],
        (Kind::Milestone, "when" | "date") => &["date", "anchor"],
        (Kind::Milestone, "commitment") => &["commitment", "group"],
        (Kind::Group, "when") => &["start", "end"],
        (Kind::Assignment, "organization") => &["organization", "role", "state"],
        (Kind::Measurement, "value") => &["value", "qualifier", "counted", "as_of"],
        (Kind::Indicator, "baseline") => &["baseline", "baseline_as_of"],
        (Kind::Indicator, "target") => &["target", "target_by"],
        (Kind::Update, "report") => &["report", "status", "no_change", "reported_by", "date"],
        (kind, fact) => return kind.def().field(fact).map(|field| field.name).into_iter().collect(),
    };
    made_of.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_made_of_fields_that_there_are() {
        let facts = [
            (Kind::Commitment, "when"),
            (Kind::Commitment, "lead"),
            (Kind::Milestone, "date"),
            (Kind::Milestone, "commitment"),
            (Kind::Group, "when"),
            (Kind::Assignment, "organization"),
            (Kind::Measurement, "value"),
            (Kind::Indicator, "baseline"),
            (Kind::Indicator, "target"),
            (Kind::Update, "report"),
            (Kind::Commitment, "title"),
        ];
        for (kind, fact) in facts {
            let fields = fields(kind, fact);
            assert!(!fields.is_empty());
            assert!(fields.iter().all(|field| kind.def().field(field).is_some()), "{fields:?}");
        }
        assert!(fields(Kind::Group, "not_stated").is_empty());
    }
}
