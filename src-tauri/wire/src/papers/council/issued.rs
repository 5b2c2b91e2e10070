//! What the issued documents of a plan say, field by field: a review asks before any of it becomes another.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use plan::Row;
use plan::kinds::Kind;
use plan::merge::Issued;
use plan::snapshot::With;
use plan::state::{Id, State};
use plan::store::Export;
use plan_documents::paper::Block;

use super::super::{instant, written_at};
use super::view::strings_named;
use super::{Asked, Made, Since, earlier, judged, make, typed_in};
use crate::documents::{earlier_export, issued_export};
use crate::session::{Call, Fault, Session, lock};
use crate::types::Source;

/// How far it is followed what a milestone hangs on.
const CHAIN: usize = 32;

/// What one document says: kind, row, and the field; none: all of the row.
type Said = BTreeSet<(Kind, Id, Option<&'static str>)>;

/// What was worked out last.
#[derive(Default)]
pub(crate) struct Book {
    /// What files say, by opening, document and number of the export: that never changes.
    files: HashMap<(u64, Id, i64), Arc<Said>>,
    /// All of it, for these rows and these files.
    whole: Option<Whole>,
}

struct Whole {
    state: Arc<State>,
    /// The issued documents with the file that each went out by, as far as there is one.
    documents: Vec<(Id, Option<i64>)>,
    issued: Arc<Issued>,
}

/// What the documents say that are issued in some rows: each as the file says by which it went out as issued; where there is no such file,
/// as those rows say.
pub(crate) fn issued(session: &Session, call: &Call, state: &Arc<State>) -> Result<Arc<Issued>, Fault> {
    let now = session.shown();
    let mut documents: Vec<(&Row, Option<Export>)> = Vec::new();
    for document in state.rows(Kind::Document).filter(|row| row.text("state") == "issued") {
        let export = issued_export(session, document.id(), Some(now.op), None)?;
        documents.push((document, export.filter(|export| export.state.as_deref() == Some("issued"))));
    }
    let named = documents.iter().map(|(row, export)| (row.id().clone(), export.as_ref().map(|export| export.id)));
    let named: Vec<(Id, Option<i64>)> = named.collect();
    let mut book = std::mem::take(&mut *lock(&session.issued));
    if let Some(whole) = book.whole.take()
        && whole.documents == named
        && (Arc::ptr_eq(&whole.state, state) || named.is_empty())
    {
        let issued = whole.issued.clone();
        *lock(&session.issued) = Book { whole: Some(whole), ..book };
        return Ok(issued);
    }
    let mut files = HashMap::new();
    let mut issued = Issued::default();
    for (document, export) in &documents {
        let key = export.as_ref().map(|export| (now.opening, document.id().clone(), export.id));
        let known = key.as_ref().and_then(|key| book.files.get(key)).cloned();
        let draw = |export: &Export| of_file(session, call, document.id(), export).ok().map(Arc::new);
        let of_file = known.or_else(|| export.as_ref().and_then(draw));
        files.extend(key.zip(of_file.clone()));
        // What cannot be drawn any more as it was is as it is: one document does not close a review.
        let said = match of_file {
            Some(said) => said,
            None => Arc::new(of_rows(session, call, state, document.id(), now.op)?),
        };
        issued.note_document(document.id());
        for (kind, id, field) in &*said {
            match field {
                Some(field) => issued.note(document.id(), *kind, id, field),
                None => issued.note_row(document.id(), *kind, id),
            }
        }
    }
    let issued = Arc::new(issued);
    let whole = Some(Whole { state: state.clone(), documents: named, issued: issued.clone() });
    *lock(&session.issued) = Book { files, whole };
    Ok(issued)
}

/// What a file said by which a document went out.
fn of_file(session: &Session, call: &Call, document: &Id, export: &Export) -> Result<Said, Fault> {
    let source = Source::Moment { moment: export.op.to_string() };
    let (shown, foreign) = session.source(&source)?;
    let at = instant(&written_at(session, &source, foreign.as_deref())?);
    // "Since the file before" was another file when this one was made.
    let before = earlier_export(session, document, Some(export.op), Some(export.id))?;
    let since = |text: &str| earlier(session, Some(export.op), before.as_ref(), text);
    Ok(said(call, &shown.state, document, at, &since))
}

/// What a document says in some rows.
fn of_rows(session: &Session, call: &Call, state: &Arc<State>, document: &Id, op: i64) -> Result<Said, Fault> {
    let at = instant(&written_at(session, &Source::Now, None)?);
    let before = earlier_export(session, document, Some(op), None)?;
    let since = |text: &str| earlier(session, Some(op), before.as_ref(), text);
    Ok(said(call, state, document, at, &since))
}

fn said(call: &Call, rows: &State, document: &Id, at: DateTime<Utc>, since: &Since<'_>) -> Said {
    let state = plan::snapshot::shared(rows, With::default());
    let mut said = Said::new();
    let Some(row) = state.row(Kind::Document, document) else { return said };
    let language = Some(row.text("original_language"));
    let strings = language.and_then(|language| strings_named(language).ok()).unwrap_or_else(|| call.strings.clone());
    let (judged, typed) = (judged(row, at), typed_in(row));
    let made = make(&Asked { strings, said: &call.strings, state: &state, document: row, at, judged, typed, since });
    let own = state.rows(Kind::Block).filter(|block| block.text("document") == &**document);
    said.extend(own.map(|block| (Kind::Block, block.id().clone(), None)));
    tags(&made).iter().for_each(|tag| facts(&state, tag, &mut said));
    said
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
fn facts(state: &State, tag: &str, said: &mut Said) {
    let Some((kind, rest)) = tag.split_once('/') else { return };
    let (Some(kind), Some((id, fact))) = (Kind::from_name(kind), rest.split_once('/')) else { return };
    let fact = fact.split('/').next().unwrap_or(fact);
    let id: Id = id.into();
    said.extend(fields(kind, fact).into_iter().map(|field| (kind, id.clone(), Some(field))));
    if kind == Kind::Milestone && matches!(fact, "date" | "when") {
        // Whoever moves what it hangs on moves its day.
        let mut at = id;
        for _ in 0..CHAIN {
            let Some(row) = state.row(Kind::Milestone, &at).filter(|row| row.text("date").is_empty()) else { return };
            at = row.text("anchor").into();
            if at.is_empty() {
                return;
            }
            said.extend(["date", "anchor"].map(|field| (kind, at.clone(), Some(field))));
        }
    }
}

/// Of what fields a fact of a paper is made. What is no field, such as that nobody is stated, is nothing that somebody could change.
fn fields(kind: Kind, fact: &str) -> Vec<&'static str> {
    let made_of: &[&'static str] = match (kind, fact) {
        (Kind::Commitment, "title") => &["title", "objective"],
        (Kind::Commitment, "when") => &["start", "end"],
        (Kind::Commitment, "lead") => &["lead", "partners"],
        (Kind::Milestone, "when" | "date") => &["date", "anchor", "place"],
        (Kind::Milestone, "commitment") => &["commitment", "group"],
        (Kind::Group, "when") => &["start", "end"],
        (Kind::Assignment, "organization") => &["group", "organization", "role", "state"],
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
