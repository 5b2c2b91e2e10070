//! A document for a council as a Word file, with changes marked since an earlier state of the plan; or as PDF.

use std::collections::{BTreeMap, BTreeSet};

use plan::Error;
use plan::kinds::Kind;
use plan::snapshot::With;
use plan::store::Export;
use plan_documents::Watch;
use plan_documents::word;

use super::against;
use super::council::{self, Asked, Made};
use super::{fault, instant, written_at};
use crate::documents::{document_of, earlier_export};
use crate::session::{Call, Fault, Session};
use crate::types::{PlanExport, Source};

/// A file, and what the books say of it.
pub(super) struct Written {
    pub bytes: Vec<u8>,
    /// Language of the document's own words.
    pub language: &'static str,
    pub document: String,
    pub symbol: String,
    pub state: String,
    pub since: Option<String>,
    /// The newest step of the rows that it is made of; none: they are no state of the open plan.
    pub step: Option<i64>,
    /// Rows that are in it, by kind.
    pub rows: BTreeMap<String, usize>,
    /// Characters that could not be shown in it.
    pub missing: String,
}

/// Writes the document that is asked for. Whatever else goes into other documents, nothing private goes into one for a council.
/// `again`: as it was written before, by whoever did so, and with no export known that came after.
pub(super) fn write(
    session: &Session,
    call: &Call,
    request: &PlanExport,
    again: Option<&Export>,
    watch: Watch<'_>,
) -> Result<Written, Fault> {
    if !request.with.is_empty() {
        return Err(Error::refused("paper-without-private"));
    }
    if request.format == "pdf" && (request.since.is_some() || request.against.is_some()) {
        return Err(Error::refused("pdf-without-changes"));
    }
    let (shown, foreign) = session.source(&request.source)?;
    let state = plan::snapshot::shared(&shown.state, With::default());
    let id = document_of(&call.strings, &state, request.document.as_deref().unwrap_or_default())?;
    let document = state.need(Kind::Document, &id)?;
    let strings = council::strings_of(request.language.as_deref().unwrap_or_default(), document)?;
    let drawn = session.step_of(&request.source)?;
    let before = again.map(|export| export.id);
    let against = against::asked(session, call, request, (&state, document), (drawn, before))?;
    let export = earlier_export(session, &id, drawn, before)?;
    let since = |text: &str| council::earlier(session, drawn, export.as_ref(), text);
    let at = instant(&written_at(session, &request.source, foreign.as_deref())?);
    let asked = Asked {
        strings,
        said: &call.strings,
        state: &state,
        document,
        at,
        judged: council::judged(document, at),
        typed: council::typed_in(document),
        since: &since,
    };
    let made = council::make(&asked);
    call.progress(0.2)?;
    #[cfg_attr(not(feature = "pdf"), expect(unused_mut, reason = "only a PDF lacks letters"))]
    let mut missing = String::new();
    let bytes = match &against {
        #[cfg(feature = "pdf")]
        None if request.format == "pdf" => plan_pdf::write(&made.paper, watch).map(|written| {
            missing = listed(&written.missing);
            written.bytes
        }),
        None => word::write(&made.paper, watch),
        Some(against) => {
            let source = &against.source;
            let (then, foreign) = session.source(source)?;
            let earlier = against.state(&then.state, &state, document)?;
            let document = earlier.need(Kind::Document, &id)?;
            let at = instant(&written_at(session, source, foreign.as_deref())?);
            let drawn = session.step_of(source)?;
            let export = earlier_export(session, &against.document, drawn, against.before)?;
            let since = |text: &str| council::earlier(session, drawn, export.as_ref(), text);
            let before = council::make(&Asked {
                strings: asked.strings.clone(),
                state: &earlier,
                document,
                at,
                since: &since,
                ..asked
            });
            let (by, organization) = match again {
                Some(export) => (&export.by, &export.organization),
                None => (&call.context.by, &call.context.organization),
            };
            let by = [by, organization].into_iter().find(|name| !name.is_empty());
            word::redline(&before.paper, &made.paper, by.map_or("", String::as_str), watch)
        }
    };
    Ok(Written {
        bytes: bytes.map_err(fault)?,
        language: asked.strings.lang(),
        symbol: document.text("symbol").to_owned(),
        state: document.text("state").to_owned(),
        since: against.map(|against| against.note(&id, named(session, &against.source))),
        rows: rows(&made),
        step: drawn,
        document: id,
        missing,
    })
}

/// Characters one after another; of very many the first.
#[cfg(feature = "pdf")]
fn listed(missing: &[char]) -> String {
    const TOLD: usize = 20;
    let all: Vec<String> = missing.iter().take(TOLD).map(char::to_string).collect();
    all.join(" ") + if missing.len() > TOLD { " …" } else { "" }
}

/// The rows that are in a paper, by kind: the document, its blocks, and those that it draws on.
fn rows(made: &Made) -> BTreeMap<String, usize> {
    let mut rows: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for tag in made.facts.keys() {
        let mut parts = tag.split('/');
        if let (Some(kind), Some(id)) = (parts.next(), parts.next()) {
            rows.entry(kind.to_owned()).or_default().insert(id);
        }
    }
    let mut counts: BTreeMap<String, usize> = rows.into_iter().map(|(kind, ids)| (kind, ids.len())).collect();
    counts.insert(Kind::Document.name().to_owned(), 1);
    counts.insert(Kind::Block.name().to_owned(), made.outline.len());
    counts
}

/// Since when, as it was asked for.
fn named(session: &Session, source: &Source) -> String {
    match source {
        Source::Now => String::new(),
        Source::Moment { moment } => moment.clone(),
        Source::Shipped { name } => name.clone(),
        Source::File { file } => match session.shelf.path(file) {
            Ok(path) => session.shelf.describe(&path).name,
            Err(_) => String::new(),
        },
    }
}
