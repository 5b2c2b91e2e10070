//! Documents for a council: their list, and what makes one. What they say is made in `papers/council`.

use std::collections::HashMap;
use std::sync::Arc;

use plan::fold::fold;
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

/// Documents that are listed where somebody has to say which one.
const LISTED: usize = 20;

pub(crate) fn documents_list(session: &Session, call: &Call, list: DocumentsList) -> Result<DocumentsView, Fault> {
    let (shown, _) = session.source(&list.source)?;
    let (state, strings) = (&shown.state, &call.strings);
    let made = newest_exports(session)?;
    let drawn = session.step_of(&list.source)?;
    let revised_as = |row: &Row| match row.text("revision_of") {
        "" => Ok(None),
        revised => issued_export(session, revised, drawn, None),
    };
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
        let others = |field: &str| {
            let others = rows.iter().filter(|other| other.text(field) == &**row.id());
            others.map(|other| present::brief(strings, state, other, String::new())).collect()
        };
        Ok(DocumentView {
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
            revisions: others("revision_of"),
            followed_by: others("follows"),
            blocks: blocks.get(&**row.id()).copied().unwrap_or_default(),
            made: made.get(&**row.id()).map(|export| document_made(strings, export)),
            revised_as: revised_as(row)?.map(|export| document_made(strings, &export)),
        })
    });
    let documents = documents.collect::<Result<_, Fault>>()?;
    Ok(DocumentsView { op: shown.op, documents, languages: paper_languages() })
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

/// The newest file that was made of a document until a state; none, where no plan is open, or the state is none of this plan.
/// `before`: of those that were made before another.
pub(crate) fn newest_export(
    session: &Session,
    document: &str,
    until: Option<i64>,
    before: Option<i64>,
) -> Result<Option<Export>, Fault> {
    Ok(exports_of(session, document, until, before)?.into_iter().next())
}

/// Whether a file was made of a document as others got it: it was submitted, or issued.
pub(crate) fn went_out(export: &Export) -> bool {
    matches!(export.state.as_deref(), Some("submitted" | "issued"))
}

/// The file that a document counts from in a state ("since then"): of those that were made of earlier states the newest that went out,
/// else the newest. A file of the state itself is the same document in another format.
pub(crate) fn earlier_export(
    session: &Session,
    document: &str,
    until: Option<i64>,
    before: Option<i64>,
) -> Result<Option<Export>, Fault> {
    let mut exports = exports_of(session, document, until, before)?;
    exports.retain(|export| until.is_none_or(|until| export.op < until));
    let out = exports.iter().position(went_out);
    Ok(exports.into_iter().nth(out.unwrap_or(0)))
}

/// The newest file that was made of a document as it was issued, until a state; else the newest one.
pub(crate) fn issued_export(
    session: &Session,
    document: &str,
    until: Option<i64>,
    before: Option<i64>,
) -> Result<Option<Export>, Fault> {
    let exports = exports_of(session, document, until, before)?;
    let issued = exports.iter().position(|export| export.state.as_deref() == Some("issued"));
    Ok(exports.into_iter().nth(issued.unwrap_or(0)))
}

/// The files that were made of a document until a state and before another file, newest first.
fn exports_of(
    session: &Session,
    document: &str,
    until: Option<i64>,
    before: Option<i64>,
) -> Result<Vec<Export>, Fault> {
    let (Opened::Plan(plan), Some(until)) = (&*lock(&session.opened), until) else { return Ok(Vec::new()) };
    let mut exports = plan.exports()?;
    exports.retain(|export| {
        export.document.as_deref() == Some(document)
            && export.op <= until
            && before.is_none_or(|before| export.id < before)
    });
    Ok(exports)
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

/// The document that is meant: by id, symbol (with the letter of its language or without, with the number of its revision) or title, or
/// the only one there is.
pub(crate) fn document_of(strings: &Strings, state: &State, asked: &str) -> Result<String, Fault> {
    let documents = state.in_order(Kind::Document);
    let listed = || ("documents", listed(strings, state));
    match (asked.trim(), documents) {
        (_, []) => Err(Error::refused("no-document")),
        ("", [one]) => Ok(one.id().to_string()),
        ("", _) => Err(Error::refused_with("several-documents", [listed()])),
        (asked, _) => resolve(state, Kind::Document, asked).map_err(|fault| match fault {
            // Of an id it is known that it was one.
            fault @ Error::Stale { .. } if uuid::Uuid::try_parse(asked).is_ok() => fault,
            Error::Stale { .. } => Error::refused_with("no-such-document", [("value", asked.to_owned()), listed()]),
            _ => Error::refused_with("several-documents", [listed()]),
        }),
    }
}

/// The documents of a plan, each with what tells it from the others.
fn listed(strings: &Strings, state: &State) -> String {
    let documents = state.in_order(Kind::Document);
    let alone = |field: &str, row: &Row| {
        let text = fold(row.text(field));
        !text.is_empty() && documents.iter().filter(|other| fold(other.text(field)) == text).count() == 1
    };
    let told = |row: &Arc<Row>| {
        let mut words = vec![called(row)];
        if let Some(first) = state.row(Kind::Document, row.text("revision_of")) {
            words.push(strings.name_revision_of(match first.text("symbol") {
                "" => first.title(),
                symbol => symbol,
            }));
        }
        words.extend(Some(state_text(strings, row.text("state"))).filter(|state| !state.is_empty()));
        // What neither symbol nor title names alone can be asked for by its id.
        words.extend((!alone("symbol", row) && !alone("title", row)).then(|| row.id().to_string()));
        words.into_iter().reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_default()
    };
    documents.iter().take(LISTED).map(told).collect::<Vec<_>>().join("; ")
}

/// "C27/5 (Report)".
pub(crate) fn called(row: &Row) -> String {
    match row.text("symbol") {
        "" => row.title().to_owned(),
        symbol => format!("{symbol} ({})", row.title()),
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
    let document = document_of(&call.strings, &session.shown().state, &ask.id)?;
    session.write(call, |plan| plan.act(&call.context, &Op::DocumentRevise { document }, None))
}

pub(crate) fn block_add(session: &Session, call: &Call, ask: BlockAdd) -> Result<Written, Fault> {
    let state = session.shown().state;
    let document = document_of(&call.strings, &state, &ask.document)?;
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
