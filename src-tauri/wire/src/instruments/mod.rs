//! Instruments by a table: what UN DESA and others follow a resolution up with ("paragraph, action requested, asked entities") is
//! read, shown, and becomes the instrument with its provisions in one step.

mod asked;
mod draft;
mod file;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use plan::kinds::Kind;
use plan::state::{Id, State};
use plan::{CreateRow, Error, Op, SetField};
use plan_documents::pasted::{self, Cells};
use plan_strings::Strings;
use serde_json::{Map, Value as Json, json};

use crate::edit::typed_date;
use crate::present;
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::types::*;

use asked::{How, Known};
use draft::Draft;
use table::{Column, Why};

/// Provisions that an answer lists; the others are counted.
const LISTED: usize = 300;
/// Rows that come to nothing, of which an answer tells.
const LEFT: usize = 100;
/// Names that are not known, for which is looked who may be meant.
const SUGGESTED_FOR: usize = 100;
/// Provisions that one table may have.
const PROVISIONS_MAX: usize = 5_000;

/// What a table says, and how it was read.
struct Told<'a> {
    cells: Cells,
    header: usize,
    columns: Vec<Column>,
    /// The instrument of that symbol, where it is there.
    instrument: Option<Id>,
    drafts: Vec<Draft<'a>>,
    left: Vec<(usize, Why)>,
}

fn tell<'a>(session: &Session, state: &'a State, known: &Known<'_>, given: &TableGiven) -> Result<Told<'a>, Fault> {
    let of_file;
    let (text, html) = match &given.file {
        Some(file) => {
            of_file = file::read(&session.shelf.path(file)?)?;
            (of_file.text.as_str(), of_file.html.as_str())
        }
        None => (given.text.as_str(), given.html.as_str()),
    };
    let too_many = |limit: usize| Error::refused_with("table-too-large", [("limit", limit.to_string())]);
    let cells = pasted::read(text, html).map_err(|_| too_many(pasted::CELLS_MAX))?;
    let (header, mut columns) = table::understand(&cells, known);
    if !given.columns.is_empty() {
        let read =
            |code: &String| code.parse().map_err(|()| Error::refused_with("bad-request", [("context", code.clone())]));
        let width = columns.len();
        columns = given.columns.iter().map(read).collect::<Result<_, _>>()?;
        columns.resize(width, Column::None);
    }
    let header = given.header.unwrap_or(header).min(cells.len());
    let (lines, mut left) = table::lines(&cells, header, &columns);
    if lines.len() > PROVISIONS_MAX {
        return Err(too_many(PROVISIONS_MAX));
    }
    let instrument = draft::instrument(state, &given.symbol);
    let (drafts, too_long) = draft::drafts(state, known, instrument.as_deref(), &given.symbol, lines);
    left.extend(too_long);
    left.sort_by_key(|(at, _)| *at);
    Ok(Told { cells, header, columns, instrument, drafts, left })
}

pub(crate) fn instrument_read_table(
    session: &Session,
    call: &Call,
    given: TableGiven,
) -> Result<InstrumentTable, Fault> {
    let state = session.shown().state;
    let known = Known::of(&state, call.context.today, &given.choices);
    let told = tell(session, &state, &known, &given)?;
    Ok(answer(&call.strings, &state, &known, &told))
}

fn answer(strings: &Strings, state: &State, known: &Known<'_>, told: &Told<'_>) -> InstrumentTable {
    let asked = asked_views(strings, state, known, &told.drafts);
    let unknown = asked.iter().filter(|one| one.how == "unknown").count();
    let there = told.drafts.iter().filter(|draft| draft.there.is_some()).count();
    let text_of = |row: usize, column: usize| -> String {
        let text = told.cells.get(row).and_then(|row| row.get(column)?.as_deref()).unwrap_or_default();
        beginning(text, 120)
    };
    let columns = told.columns.iter().enumerate().map(|(at, column)| TableColumn {
        role: column.code().into(),
        heading: told.header.checked_sub(1).map(|row| text_of(row, at)).unwrap_or_default(),
        sample: (told.header..told.cells.len())
            .map(|row| text_of(row, at))
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
    });
    let short =
        |(kind, id): &(Kind, Id)| state.row(*kind, id).map_or_else(|| id.to_string(), |row| row.short().to_owned());
    let line = |draft: &Draft<'_>| TableLine {
        row: draft.line.at + 1,
        paragraph: draft.line.paragraph.clone(),
        heading: draft.line.heading.clone(),
        action: beginning(&draft.line.action, 600),
        asked: draft
            .asked
            .iter()
            .map(|part| AskedPart { words: part.words.clone(), names: part.rows.iter().map(short).collect() })
            .collect(),
        notes: draft.notes(strings),
    };
    let left = told.left.iter().take(LEFT).map(|(at, why)| {
        let row = told.cells.get(*at).map(|row| row.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" "));
        TableLeft { row: at + 1, text: beginning(&row.unwrap_or_default(), 120), why: why_left(strings, *why) }
    });
    let count = told.drafts.len();
    let mut summary = if count == 0 { strings.instrument_nothing() } else { strings.instrument_count(count as u64) };
    let mut add = |more: String| summary = strings.list_semicolon(&summary, &more);
    if there > 0 {
        add(strings.instrument_count_there(there as u64));
    }
    if count > 0 && !asked.is_empty() {
        add(strings.instrument_count_asked(asked.len() as u64));
        if unknown > 0 {
            add(strings.instrument_count_unknown(unknown as u64));
        }
    }
    if !told.left.is_empty() {
        add(strings.instrument_count_left(told.left.len() as u64));
    }
    let there = told.instrument.as_ref().and_then(|id| state.row(Kind::Instrument, id));
    InstrumentTable {
        columns: columns.collect(),
        header: told.header,
        lines: told.drafts.iter().take(LISTED).map(line).collect(),
        more: count.saturating_sub(LISTED),
        count,
        left: left.collect(),
        left_count: told.left.len(),
        asked,
        unknown,
        instrument: there.map(|row| present::brief(strings, state, row, String::new())),
        summary,
    }
}

/// Who is asked, by equal words: what is not known first, then what is asked most.
fn asked_views(strings: &Strings, state: &State, known: &Known<'_>, drafts: &[Draft<'_>]) -> Vec<AskedView> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<(&asked::Part, usize)> = Vec::new();
    for part in drafts.iter().flat_map(|draft| &draft.asked) {
        let place = *places.entry(asked::key(&part.words)).or_insert(all.len());
        match all.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => all.push((part, 1)),
        }
    }
    all.sort_by_key(|(part, count)| {
        (part.how != How::Unknown, part.how != How::Facilitators, std::cmp::Reverse(*count))
    });
    let brief = |(kind, id): &(Kind, Id)| {
        let row = state.row(*kind, id)?;
        // Whoever was renamed or succeeded is named as the table names it; who follows is told.
        let follows = row.kind().def().field("successor").and_then(|_| state.row(*kind, row.text("successor")));
        let note = follows.map_or_else(String::new, |next| strings.instrument_succeeded(next.short()));
        Some(present::brief(strings, state, row, note))
    };
    let view = |(at, (part, count)): (usize, (&asked::Part, usize))| AskedView {
        words: part.words.clone(),
        count,
        how: match part.how {
            How::Known => "known",
            How::Facilitators => "facilitators",
            How::Chosen => "chosen",
            How::Words => "words",
            How::Unknown => "unknown",
        }
        .into(),
        rows: part.rows.iter().filter_map(brief).collect(),
        note: if part.how == How::Facilitators {
            strings.instrument_facilitators(part.rows.len() as u64)
        } else {
            String::new()
        },
        suggestions: match part.how {
            How::Unknown if at < SUGGESTED_FOR => known.suggestions(&part.words).iter().filter_map(brief).collect(),
            _ => Vec::new(),
        },
    };
    all.into_iter().enumerate().map(view).collect()
}

fn why_left(strings: &Strings, why: Why) -> String {
    match why {
        Why::NoParagraph => strings.instrument_left_no_paragraph(),
        Why::HeadAgain => strings.instrument_left_head(),
        Why::TooLong => strings.instrument_left_too_long(),
        Why::TooManyAsked => strings.instrument_left_too_many(),
        Why::NothingTold => strings.instrument_left_nothing(),
    }
}

/// The beginning of a text, in one line.
fn beginning(text: &str, most: usize) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= most { line } else { line.chars().take(most).chain(['…']).collect() }
}

pub(crate) fn instrument_add(session: &Session, call: &Call, add: InstrumentAdd) -> Result<Written, Fault> {
    let state = session.shown().state;
    let op = {
        let known = Known::of(&state, call.context.today, &add.table.choices);
        let told = tell(session, &state, &known, &add.table)?;
        if told.drafts.is_empty() {
            return Err(Error::refused("table-empty"));
        }
        operation(call, &state, &add, told)?
    };
    let id = match &op {
        Op::InstrumentAdd { instrument, .. } => instrument.clone(),
        _ => String::new(),
    };
    let written = session.write(call, |plan| plan.act(&call.context, &op, None))?;
    // Whoever made it goes to the instrument, not to its source.
    Ok(Written { created: written.op.map(|_| id), ..written })
}

fn operation(call: &Call, state: &State, add: &InstrumentAdd, told: Told<'_>) -> Result<Op, Fault> {
    let symbol = add.table.symbol.trim();
    let needed = |field: &str| Error::refused_with("required", [("field", field.to_owned())]);
    if symbol.is_empty() {
        return Err(needed("symbol"));
    }
    let title = add.title.trim();
    let (adopted, words) = match add.date.trim() {
        "" => (None, None),
        text => typed_date(text, None, &call.language)?,
    };
    let (mut create, mut set) = (Vec::new(), Vec::new());
    let source = source(state, add.source.trim(), &mut create);
    let instrument = match told.instrument {
        Some(id) => {
            // What it says of itself stays, unless something else is said here.
            let row = state.need(Kind::Instrument, &id)?;
            let mut change = |field: &str, value: &str, words: Option<String>| {
                if !value.is_empty() && row.text(field) != value {
                    let (kind, id, field) = (Kind::Instrument, id.to_string(), field.to_owned());
                    set.push(SetField { kind, id, field, value: json!(value), words, was: None });
                }
            };
            change("title", title, None);
            change("adopted", adopted.as_deref().unwrap_or_default(), words);
            id.to_string()
        }
        None => {
            if title.is_empty() {
                return Err(needed("title"));
            }
            let id = draft::free_id(state, Kind::Instrument, &draft::code(symbol), &mut Default::default());
            let mut fields = Map::new();
            fields.insert("symbol".into(), json!(symbol));
            fields.insert("title".into(), json!(title));
            for (name, value) in [("adopted", adopted), ("adopted_words", words), ("source", source.clone())] {
                fields.extend(value.map(|value| (name.to_owned(), json!(value))));
            }
            create.push(CreateRow { kind: Kind::Instrument, id: Some(id.clone()), fields });
            id
        }
    };
    for draft in &told.drafts {
        draft.write(&instrument, source.as_deref(), &mut create, &mut set);
    }
    Ok(Op::InstrumentAdd { instrument, create, set })
}

/// The source of that name; one that is not there is made.
fn source(state: &State, named: &str, create: &mut Vec<CreateRow>) -> Option<String> {
    if named.is_empty() {
        return None;
    }
    if let Ok(id) = resolve(state, Kind::Source, named) {
        return Some(id);
    }
    let id = draft::free_id(state, Kind::Source, &format!("SRC-{}", draft::code(named)), &mut Default::default());
    let fields: Map<String, Json> = Map::from_iter([("title".to_owned(), json!(named))]);
    create.push(CreateRow { kind: Kind::Source, id: Some(id.clone()), fields });
    Some(id)
}
