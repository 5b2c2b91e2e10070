//! Search over everything, and who holds which role where.

use std::sync::Arc;

use plan::Row;
use plan::kinds::{FieldType, Kind};
use plan::search::{Asked, Hit, Search, asked, marks, says_something};
use plan::state::State;
use plan::{Error, Value};
use plan_strings::Strings;

use crate::edit::kind_named;
use crate::facts::Facts;
use crate::present::{self, lower};
use crate::roles::{self, sort_key};
use crate::session::{Call, Fault, Session, lock};
use crate::types::*;

/// Rows that one request may ask for.
const WINDOW_MAX: usize = 500;
/// Rows that are sent where nobody says how many.
const FEW: usize = 20;
/// Longest text that is looked for; more is pasted by mistake.
const TEXT_MAX: usize = 1_000;
/// Indexes that are kept: of now, and of now as others may see it.
const KEPT: usize = 3;
/// Characters of a snippet before and behind what was found.
const AROUND: usize = 60;

/// Indexes by the rows that they are of, and whether others may see them.
pub(crate) type Kept = Vec<(Arc<State>, bool, Arc<Search>)>;

/// The index of a state: kept, made of that of an earlier state, or made anew.
fn index(session: &Session, state: &Arc<State>, discreet: bool) -> Arc<Search> {
    let earlier = {
        let kept = lock(&session.indexes);
        if let Some((_, _, search)) = kept.iter().find(|(of, _, _)| Arc::ptr_eq(of, state)) {
            return search.clone();
        }
        kept.iter().find(|(_, seen, _)| *seen == discreet).map(|(_, _, search)| search.clone())
    };
    let search = Arc::new(earlier.map_or_else(|| Search::of(state), |earlier| earlier.renewed(state)));
    let mut kept = lock(&session.indexes);
    kept.retain(|(_, seen, _)| *seen != discreet);
    kept.truncate(KEPT - 1);
    kept.insert(0, (state.clone(), discreet, search.clone()));
    search
}

pub(crate) fn search_find(session: &Session, call: &Call, find: SearchFind) -> Result<SearchFound, Fault> {
    if find.text.chars().count() > TEXT_MAX {
        return Err(Error::refused_with("search-too-long", [("limit", TEXT_MAX.to_string())]));
    }
    let wanted = find.kinds.iter().map(|kind| kind_named(kind)).collect::<Result<Vec<Kind>, Fault>>()?;
    let (shown, _) = session.seen(&find.source, find.discreet)?;
    let (state, strings) = (&shown.state, &call.strings);
    let search = index(session, state, find.discreet);
    let hits = search.find(&find.text);
    let mut kinds: Vec<(Kind, usize)> = Vec::new();
    for hit in &hits {
        match kinds.iter_mut().find(|(kind, _)| *kind == hit.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((hit.kind, 1)),
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let hits: Vec<&Hit> = hits.iter().filter(|hit| wanted.is_empty() || wanted.contains(&hit.kind)).collect();
    let from = find.from.min(hits.len());
    let to = if find.to == 0 { from + FEW } else { find.to }.clamp(from, hits.len()).min(from + WINDOW_MAX);
    let card = asked(&search, &find.text).and_then(|asked| card(call, state, &asked));
    let row = |hit: &&Hit| found_row(strings, state, hit, &find.text);
    Ok(SearchFound {
        op: shown.op,
        count: hits.len(),
        kinds: kinds
            .into_iter()
            .map(|(kind, count)| FoundKind { kind: kind.name().into(), label: strings.kinds(kind), count })
            .collect(),
        card,
        from,
        rows: hits[from..to.max(from)].iter().filter_map(row).collect(),
        says_something: says_something(&find.text),
    })
}

fn found_row(strings: &Strings, state: &State, hit: &Hit, text: &str) -> Option<FoundRow> {
    let row = state.row(hit.kind, &hit.id)?;
    let in_name = matches!(
        hit.field,
        "title" | "name" | "short_title" | "reference" | "code" | "acronym" | "symbol" | "paragraph"
    );
    let brief = present::brief(strings, state, row, present::when_of(strings, state, row).unwrap_or_default());
    Some(FoundRow {
        field: if in_name { String::new() } else { strings.field(hit.field) },
        snippet: if in_name { Vec::new() } else { snippet(row, hit.field, text) },
        kind_label: strings.kind(hit.kind),
        row: brief,
    })
}

/// The words around what was found.
fn snippet(row: &Row, field: &str, query: &str) -> Vec<SnippetPiece> {
    let texts: Vec<&str> = match (row.kind().def().field(field).map(|field| field.ty), row.get(field)) {
        (Some(FieldType::Texts), Some(Value::Set(set))) => set.iter().map(|text| &**text).collect(),
        (_, Some(Value::Text(text))) => vec![&**text],
        _ => Vec::new(),
    };
    let Some((text, found)) =
        texts.into_iter().map(|text| (text, marks(text, query))).find(|(_, found)| !found.is_empty())
    else {
        return Vec::new();
    };
    let first = found[0].start;
    let before = text[..first].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let end = found[0].end;
    let behind = text[end..].char_indices().nth(AROUND * 2).map_or(text.len(), |(at, _)| end + at);
    let mut pieces = Vec::new();
    let mut at = before;
    let mut push = |text: &str, found: bool| {
        // A line break within a line says nothing.
        let text = text.replace(['\n', '\r'], " ");
        if !text.is_empty() {
            pieces.push(SnippetPiece { text, found });
        }
    };
    if before > 0 {
        push("…", false);
    }
    for mark in found.into_iter().filter(|mark| mark.end <= behind) {
        push(&text[at..mark.start], false);
        push(&text[mark.clone()], true);
        at = mark.end;
    }
    push(&text[at..behind], false);
    if behind < text.len() {
        push("…", false);
    }
    pieces
}

/// Who holds one of the roles that were asked for, place by place; and, since who asks wants to know, who holds others that lead.
fn card(call: &Call, state: &Arc<State>, asked: &Asked) -> Option<AnswerCard> {
    let strings = &call.strings;
    let places = asked.places.iter().filter_map(|place| state.row(place.kind, &place.id));
    let (rows, mut told): (Vec<&Arc<Row>>, Vec<(AnswerLine, String)>) =
        places.map(|row| (row, told_of(call, state, row, &asked.roles))).unzip();
    let first = rows.first()?;
    let place = match first.text("code").split_once('-') {
        // "C7" of "C7-EHEA".
        Some((common, _)) if rows.len() > 1 => common,
        _ => first.short(),
    };
    let role = asked.roles.first().and_then(|role| state.row(Kind::Role, role)).map(|role| lower(role.title()));
    Some(AnswerCard {
        question: strings.answer_question(place, &role.unwrap_or_default()),
        // Of many places each has somebody else to ask.
        ask: if told.len() == 1 { std::mem::take(&mut told[0].1) } else { String::new() },
        lines: told.into_iter().map(|(line, _)| line).collect(),
    })
}

/// What is stated of who holds one of some roles in a place, and what to ask whoever knows.
fn told_of(call: &Call, state: &Arc<State>, row: &Arc<Row>, wanted: &[String]) -> (AnswerLine, String) {
    let strings = &call.strings;
    let brief = present::brief(strings, state, row, present::when_of(strings, state, row).unwrap_or_default());
    let facts = Facts::of(call, state, row);
    if row.kind() == Kind::Group {
        let (stated, readings) = facts.sentences();
        let line = AnswerLine { row: brief, stated, readings, not_stated: facts.not_stated() };
        return (line, facts.question().unwrap_or_default());
    }
    let mut held: Vec<&Arc<Row>> =
        state.rows(Kind::Assignment).filter(|held| held.text(row.kind().name()) == &**row.id()).collect();
    held.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    let is_asked = |held: &&&Arc<Row>| wanted.iter().any(|role| role == held.text("role"));
    // What somebody only reads is told as that, and stays to be stated.
    let is_read = |held: &Row| matches!(held.text("basis"), "our_reading" | "other");
    let holds = held.iter().filter(is_asked).any(|held| !is_read(held) && !roles::ended(held, roles::today(call)));
    let lead = roles::target(state, row, "lead").filter(|_| wanted.iter().any(|role| role == "lead"));
    let (mut stated, readings) = facts.of_roles(held.iter().copied());
    if let Some(lead) = lead {
        stated.insert(0, facts.sentence(&strings.answer_lead(lead.short()), row));
    }
    let role = wanted.first().map(|role| state.row(Kind::Role, role).map_or(role.as_str(), |role| role.title()));
    let not_stated =
        (!holds && lead.is_none()).then(|| strings.answer_not_stated(row.short(), role.unwrap_or_default()));
    // Where nobody leads, the owner is who is asked.
    let owner = roles::target(state, row, "owner").filter(|_| not_stated.is_some());
    let line = AnswerLine { row: brief, stated, readings, not_stated: not_stated.into_iter().collect() };
    (line, owner.map(|owner| strings.answer_ask_owner(owner.short())).unwrap_or_default())
}
