//! Documents for a council: their list, and what makes one. What they say is made in `papers/council`.

use std::collections::HashMap;

use plan::history::order;
use plan::kinds::Kind;
use plan::state::State;
use plan::store::Export;
use plan::{CreateRow, Error, Op, Row};
use plan_strings::Strings;
use serde_json::{Map, Value as Json};

use crate::edit::{resolve_reference, typed_fields};
use crate::papers::paper_languages;
use crate::present::{self, named};
use crate::read::resolve;
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;

pub(crate) fn documents_list(session: &Session, call: &Call, list: DocumentsList) -> Result<DocumentsView, Fault> {
    let (shown, _) = session.source(&list.source)?;
    let (state, strings) = (&shown.state, &call.strings);
    let made = newest_exports(session)?;
    let mut blocks: HashMap<&str, usize> = HashMap::new();
    for block in state.rows(Kind::Block) {
        *blocks.entry(block.text("document")).or_default() += 1;
    }
    let link = |row: &Row, field: &str| {
        let other = state.row(Kind::Document, row.text(field))?;
        Some(present::brief(strings, state, other, String::new()))
    };
    let rows = state.in_order(Kind::Document);
    let documents = rows.iter().map(|row| {
        let revisions = rows.iter().filter(|other| other.text("revision_of") == &**row.id());
        DocumentView {
            id: row.id().to_string(),
            title: row.title().to_owned(),
            symbol: row.text("symbol").to_owned(),
            state: row.text("state").to_owned(),
            state_text: state_text(strings, row.text("state")),
            session: [row.text("body"), row.text("session")]
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .reduce(|all, one| strings.list_comma(&all, &one))
                .unwrap_or_default(),
            language: row.text("original_language").to_owned(),
            revision_of: link(row, "revision_of"),
            follows: link(row, "follows"),
            revisions: revisions.map(|other| present::brief(strings, state, other, String::new())).collect(),
            blocks: blocks.get(&**row.id()).copied().unwrap_or_default(),
            made: made.get(&**row.id()).map(|export| document_made(strings, export)),
        }
    });
    Ok(DocumentsView { op: shown.op, documents: documents.collect(), languages: paper_languages() })
}

fn state_text(strings: &Strings, code: &str) -> String {
    match code {
        "" => String::new(),
        code => strings.choice(Kind::Document, "state", code),
    }
}

/// The newest file that was made of each document, as the books of the plan know it; none, where no plan is open.
pub(crate) fn newest_exports(session: &Session) -> Result<HashMap<String, Export>, Fault> {
    let exports = match &*lock(&session.opened) {
        Opened::Plan(plan) => plan.exports()?,
        _ => Vec::new(),
    };
    let mut newest = HashMap::new();
    for export in exports {
        if let Some(document) = &export.document {
            newest.entry(document.clone()).or_insert(export);
        }
    }
    Ok(newest)
}

/// That a document was made as a file, in words.
pub(crate) fn document_made(strings: &Strings, export: &Export) -> DocumentMade {
    DocumentMade {
        at: export.at.clone(),
        at_text: strings.instant_words(&export.at),
        file: export.file.clone(),
        op: export.op,
        symbol: export.symbol.clone().unwrap_or_default(),
        state: state_text(strings, export.state.as_deref().unwrap_or_default()),
    }
}

/// The document that is meant: by id, symbol or title, or the only one there is.
pub(crate) fn document_of(state: &State, asked: &str) -> Result<String, Fault> {
    if !asked.trim().is_empty() {
        return resolve(state, Kind::Document, asked);
    }
    match state.in_order(Kind::Document) {
        [] => Err(Error::refused("no-document")),
        [one] => Ok(one.id().to_string()),
        several => {
            let called = |row: &Row| match row.text("symbol") {
                "" => row.title().to_owned(),
                symbol => format!("{symbol} ({})", row.title()),
            };
            let documents: Vec<String> = several.iter().take(20).map(|row| called(row)).collect();
            Err(Error::refused_with("several-documents", [("documents", documents.join("; "))]))
        }
    }
}

pub(crate) fn document_from_template(
    session: &Session,
    call: &Call,
    ask: DocumentFromTemplate,
) -> Result<Written, Fault> {
    let state = session.shown().state;
    let about = state.row(Kind::About, "about");
    let title = match (ask.title.trim(), about) {
        ("", Some(about)) => about.title().to_owned(),
        (title, _) => title.to_owned(),
    };
    let author = about.map(|about| named(&state, about, "owner")).unwrap_or_default();
    let (document, blocks) = crate::papers::template(&state, &title, (&author, call.context.today), &ask.language)?;
    session.write(call, |plan| plan.act(&call.context, &Op::DocumentMake { document, blocks }, None))
}

pub(crate) fn document_revise(session: &Session, call: &Call, ask: DocumentRevise) -> Result<Written, Fault> {
    let document = resolve(&session.shown().state, Kind::Document, &ask.id)?;
    session.write(call, |plan| plan.act(&call.context, &Op::DocumentRevise { document }, None))
}

pub(crate) fn block_add(session: &Session, call: &Call, ask: BlockAdd) -> Result<Written, Fault> {
    let state = session.shown().state;
    let document = document_of(&state, &ask.document)?;
    let mut fields: Map<String, Json> = typed_fields(Kind::Block, ask.fields, &call.language)?
        .into_iter()
        .map(|(name, value)| {
            let value = resolve_reference(&state, Kind::Block, &name, value);
            (name, value)
        })
        .collect();
    let place = place_of(&state, &document, ask.after.as_deref(), ask.before.as_deref())?;
    fields.insert("document".into(), Json::from(document));
    if let Some(place) = place {
        fields.insert("ord".into(), Json::from(place));
    }
    let op = Op::Create(CreateRow { kind: Kind::Block, id: None, fields });
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

/// The place of a new block among those of its document; none: behind all blocks there are.
fn place_of(state: &State, document: &str, after: Option<&str>, before: Option<&str>) -> Result<Option<String>, Fault> {
    let of_it: Vec<&Row> =
        state.in_order(Kind::Block).iter().map(|row| &**row).filter(|row| row.text("document") == document).collect();
    let position = |id: &str| {
        let found = of_it.iter().position(|row| &**row.id() == id);
        found.ok_or_else(|| Error::stale(Kind::Block.name(), id))
    };
    let at = match (after, before) {
        (Some(after), _) => position(after)? + 1,
        (None, Some(before)) => position(before)?,
        (None, None) => return Ok(None),
    };
    let low = at.checked_sub(1).map(|at| of_it[at].text("ord")).unwrap_or_default();
    let place = match of_it.get(at) {
        Some(next) => order::between(low, Some(next.text("ord"))),
        None => order::behind(low),
    };
    // Blocks that two people put at one place leave no room between them.
    Ok(place)
}
