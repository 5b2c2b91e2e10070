//! What changes are marked against: an earlier state of the document itself, or another document of the plan; most of all the one that
//! it revises.

use std::sync::Arc;

use plan::kinds::Kind;
use plan::snapshot::With;
use plan::state::State;
use plan::store::Export;
use plan::{Error, Row};

use crate::documents::{document_of, issued_export};
use crate::session::{Call, Fault, Session};
use crate::types::{PlanExport, Source};

/// How the books begin to say that it is another document; its id, `@` and the state follow. No file and no step is called so.
const OTHER: &str = "document/";

/// What changes are marked against.
pub(super) struct Against {
    /// The document, by id.
    pub document: String,
    /// Its state.
    pub source: Source,
    /// No export from this one on was known when that was drawn.
    pub before: Option<i64>,
}

/// What is asked for; none: changes are not marked. `drawn`: the newest step of the rows that the document is made of; `before`: no
/// export from that one on is known.
pub(super) fn asked(
    session: &Session,
    call: &Call,
    request: &PlanExport,
    (state, document): (&State, &Row),
    (drawn, before): (Option<i64>, Option<i64>),
) -> Result<Option<Against>, Fault> {
    let Some(other) = &request.against else {
        let own = |source: &Source| Against { document: document.id().to_string(), source: source.clone(), before };
        return Ok(request.since.as_ref().map(own));
    };
    let other = match (other.trim(), document.text("revision_of")) {
        ("", "") => {
            return Err(Error::refused_with("document-revises-none", [("title", document.title().to_owned())]));
        }
        ("", revised) => revised.to_owned(),
        (other, _) => document_of(&call.strings, state, other)?,
    };
    let of_step = |step: i64| Source::Moment { moment: step.to_string() };
    let export = issued_export(session, &other, drawn, before)?;
    let as_issued = export.as_ref().map(|export| of_step(export.op));
    let source = match (&request.since, &as_issued) {
        (Some(source), _) | (None, Some(source)) => source.clone(),
        // No file says when it was as it went out: as it is.
        (None, None) => drawn.map_or_else(|| request.source.clone(), of_step),
    };
    // What counts from the file before counted from another one when that file was made.
    let before = export.filter(|_| as_issued.as_ref() == Some(&source)).map(|export| export.id).or(before);
    Ok(Some(Against { document: other, source, before }))
}

impl Against {
    /// The rows against which a document is held; in them the document itself is what changes are marked against.
    pub fn state(&self, shown: &Arc<State>, state: &State, document: &Row) -> Result<State, Fault> {
        let earlier = plan::snapshot::shared(shown, With::default());
        let Some(old) = earlier.row(Kind::Document, &self.document).cloned() else {
            let title = state.row(Kind::Document, &self.document).map_or(document.title(), |row| row.title());
            return Err(Error::refused_with("document-not-then", [("title", title.to_owned())]));
        };
        if old.id() == document.id() {
            return Ok(earlier);
        }
        Ok(plan::revised::in_place_of(&earlier, &old, state, document))
    }

    /// What the books say of it, where `since` is the state as it was asked for.
    pub fn note(&self, document: &str, since: String) -> String {
        if self.document == document { since } else { format!("{OTHER}{}@{since}", self.document) }
    }
}

/// What the books say of an export: the other document, by id, and the state.
pub(super) fn noted(export: &Export) -> (Option<&str>, Option<&str>) {
    let since = export.since.as_deref();
    match since.and_then(|since| since.strip_prefix(OTHER)?.split_once('@')) {
        Some((document, since)) => (Some(document), Some(since)),
        None => (None, since),
    }
}

/// What a document is called now: its symbol, else its title; empty, where it is gone.
pub(super) fn called(state: &State, document: &str) -> String {
    let row = state.row(Kind::Document, document);
    row.map(|row| Some(row.text("symbol")).filter(|symbol| !symbol.is_empty()).unwrap_or(row.title()).to_owned())
        .unwrap_or_default()
}
