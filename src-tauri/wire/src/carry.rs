//! Carrying a plan forward to an instrument: paragraphs beside the commitments that may answer them, and decisions.

use std::sync::Arc;

use plan::carry::{self, Answer, Candidate, Counts, Decision, Decisions, Proposals, Reason, Vocabulary};
use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::{Id, State};
use plan::{Answering, Error, Op, Row};
use plan_strings::Strings;
use serde_json::{Map, Value as Json};

use crate::edit::{resolve_reference, typed_fields};
use crate::editions;
use crate::present::{self, lower};
use crate::read::resolve;
use crate::session::{Call, Fault, Session, lock};
use crate::types::*;

/// Paragraphs that one request may ask for.
const WINDOW_MAX: usize = 1_000;
/// Letters of a title in the list.
const EXCERPT: usize = 240;
/// Commitments that are looked at because somebody chose them.
const ALSO_MAX: usize = 50;
/// Fields of a paragraph that are told beside its text, in this order.
const FACTS: [&str; 8] =
    ["kind", "asked", "asked_organizations", "asked_groups", "conditions", "due", "goals", "objective"];

impl From<Counts> for CarryCounts {
    fn from(counts: Counts) -> CarryCounts {
        CarryCounts { all: counts.all(), answered: counts.answered, not_for_us: counts.not_for_us, open: counts.open }
    }
}

pub(crate) fn carry_list(session: &Session, call: &Call, list: CarryList) -> Result<Vec<CarryInstrument>, Fault> {
    let (shown, _) = session.source(&list.source)?;
    let state = &shown.state;
    let all = decisions(session, state).all(state).into_iter();
    let view = |(id, counts): (Id, Counts)| {
        let row = state.row(Kind::Instrument, &id)?;
        Some(CarryInstrument { instrument: instrument_brief(&call.strings, state, row), counts: counts.into() })
    };
    Ok(all.filter_map(view).collect())
}

pub(crate) fn carry_get(session: &Session, call: &Call, get: CarryGet) -> Result<CarryView, Fault> {
    let (shown, _) = session.source(&get.source)?;
    let (state, strings) = (&shown.state, &call.strings);
    let id = resolve(state, Kind::Instrument, &get.instrument)?;
    if let Some(other) = get.decision.as_deref().filter(|word| !["open", "answered", "not_for_us"].contains(word)) {
        return Err(Error::refused_with("bad-request", [("context", format!("decision: {other}"))]));
    }
    let decisions = decisions(session, state);
    let wanted: Vec<String> = get.text.split_whitespace().map(fold).collect();
    let fits = |row: &&Arc<Row>| {
        let is = get.decision.as_deref().is_none_or(|word| word == word_of(&decisions.about(row)));
        is && (wanted.is_empty() || wanted.iter().all(|word| row.folded().contains(word.as_str())))
    };
    let rows: Vec<&Arc<Row>> = carry::paragraphs(state, &id).filter(fits).collect();
    let from = get.from.min(rows.len());
    let to = if get.to == 0 { rows.len() } else { get.to.clamp(from, rows.len()) }.min(from + WINDOW_MAX);
    let row = state.need(Kind::Instrument, &id)?;
    Ok(CarryView {
        op: shown.op,
        instrument: instrument_brief(strings, state, row),
        counts: decisions.counts(state, &id).into(),
        count: rows.len(),
        at: get.find.as_deref().and_then(|id| rows.iter().position(|row| &**row.id() == id)),
        from,
        paragraphs: rows[from..to].iter().map(|row| paragraph(strings, state, &decisions, row)).collect(),
        edition: editions::newest_for(session, call, state, &id)?,
    })
}

pub(crate) fn instrument_brief(strings: &Strings, state: &State, row: &Row) -> RowBrief {
    let adopted = present::date_field(strings, row, "adopted").unwrap_or_default();
    RowBrief { short: row.text("symbol").to_owned(), ..present::brief(strings, state, row, adopted) }
}

fn word_of(decision: &Decision) -> &'static str {
    match decision {
        Decision::Open => "open",
        Decision::Answered(_) => "answered",
        Decision::NotForUs => "not_for_us",
    }
}

fn paragraph(strings: &Strings, state: &State, decisions: &Decisions, row: &Row) -> CarryParagraph {
    let decision = decisions.about(row);
    let answers = match &decision {
        Decision::Answered(answers) => {
            answers.iter().filter_map(|answer| answer_view(strings, state, answer)).collect()
        }
        Decision::Open | Decision::NotForUs => Vec::new(),
    };
    CarryParagraph {
        id: row.id().to_string(),
        paragraph: row.text("paragraph").to_owned(),
        heading: row.text("heading").to_owned(),
        title: beginning(row.title()),
        decision: word_of(&decision).into(),
        answers,
        because: if decision == Decision::NotForUs { row.text("not_for_us_because").to_owned() } else { String::new() },
    }
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

fn commitment(strings: &Strings, state: &State, row: &Row) -> RowBrief {
    present::brief(strings, state, row, present::when_of(strings, state, row).unwrap_or_default())
}

fn answer_view(strings: &Strings, state: &State, answer: &Answer) -> Option<CarryAnswerView> {
    let row = state.row(Kind::Commitment, &answer.commitment)?;
    let by = state.row(Kind::Commitment, row.text("superseded_by")).filter(|_| answer.answer == "superseded");
    Some(CarryAnswerView {
        commitment: commitment(strings, state, row),
        answer: answer.answer.into(),
        by: by.map(|by| commitment(strings, state, by)),
        text: answer_words(strings, row, answer.answer, by.map(|by| &**by)),
    })
}

/// "ITU-013 continues", "ITU-013 superseded by ITU-150".
fn answer_words(strings: &Strings, row: &Row, answer: &str, by: Option<&Row>) -> String {
    match (answer, by) {
        ("superseded", Some(by)) => strings.carry_superseded_by(by.short(), row.short()),
        (answer, _) => strings.carry_answer(&lower(&strings.choice(Kind::Mapping, "answer", answer)), row.short()),
    }
}

/// What is decided in a state, worked out once for it: a list and its paragraphs are asked for one after the other.
fn decisions(session: &Session, state: &Arc<State>) -> Arc<Decisions> {
    let mut kept = lock(&session.decisions);
    match &*kept {
        Some((of, decisions)) if Arc::ptr_eq(of, state) => decisions.clone(),
        _ => {
            let decisions = Arc::new(Decisions::of(state));
            *kept = Some((state.clone(), decisions.clone()));
            decisions
        }
    }
}

/// What is needed to propose commitments for the paragraphs of an instrument, with the rows that it is of.
pub(crate) struct Kept {
    state: Arc<State>,
    instrument: Id,
    vocabulary: Arc<Vocabulary>,
    proposals: Arc<Proposals>,
}

/// The same, worked out once for a state; the words of commitments once while none of them changes.
fn proposals(session: &Session, state: &Arc<State>, instrument: &str) -> Arc<Proposals> {
    let known = {
        let kept = lock(&session.proposals);
        if let Some(kept) =
            kept.as_ref().filter(|kept| Arc::ptr_eq(&kept.state, state) && *kept.instrument == *instrument)
        {
            return kept.proposals.clone();
        }
        kept.as_ref().map(|kept| kept.vocabulary.clone()).filter(|vocabulary| vocabulary.fits(state))
    };
    let vocabulary = known.unwrap_or_else(|| Arc::new(Vocabulary::of(state)));
    let proposals = Arc::new(Proposals::of(state, &vocabulary, instrument));
    let kept = Kept { state: state.clone(), instrument: instrument.into(), vocabulary, proposals: proposals.clone() };
    *lock(&session.proposals) = Some(kept);
    proposals
}

pub(crate) fn carry_propose(session: &Session, call: &Call, ask: CarryPropose) -> Result<CarryProposals, Fault> {
    let (shown, _) = session.source(&ask.source)?;
    let (state, strings) = (&shown.state, &call.strings);
    let row = state.need(Kind::Provision, &ask.provision)?;
    let decisions = decisions(session, state);
    let decision = decisions.about(row);
    let answers: &[Answer] = match &decision {
        Decision::Answered(answers) => answers,
        Decision::Open | Decision::NotForUs => &[],
    };
    let proposed = proposals(session, state, row.text("instrument")).for_paragraph(row);
    let also = ask.also.iter().take(ALSO_MAX).map(|id| Id::from(id.as_str()));
    let mut order: Vec<Id> = answers.iter().map(|answer| answer.commitment.clone()).collect();
    for id in proposed.iter().map(|candidate| candidate.commitment.clone()).chain(also) {
        if !order.contains(&id) {
            order.push(id);
        }
    }
    let candidate = |id: &Id| {
        let row = state.row(Kind::Commitment, id)?;
        let reasons = proposed.iter().find(|candidate| candidate.commitment == *id);
        let answer = answers.iter().find(|answer| answer.commitment == *id);
        Some(candidate_view(strings, state, row, reasons, answer))
    };
    let whole = row.text("action");
    Ok(CarryProposals {
        op: shown.op,
        paragraph: CarryParagraph { title: row.title().to_owned(), ..paragraph(strings, state, &decisions, row) },
        action: if whole == row.title() { String::new() } else { whole.to_owned() },
        facts: facts(strings, state, row),
        candidates: order.iter().filter_map(candidate).collect(),
        new: new_fields(strings, state, call, row),
    })
}

fn candidate_view(
    strings: &Strings,
    state: &State,
    row: &Row,
    proposed: Option<&Candidate>,
    answer: Option<&Answer>,
) -> CarryCandidate {
    let status = row.text("status");
    let view = answer.and_then(|answer| answer_view(strings, state, answer));
    CarryCandidate {
        row: commitment(strings, state, row),
        owner: present::owner_lead(state, row),
        status: status.to_owned(),
        status_text: if status.is_empty() { String::new() } else { strings.choice(Kind::Commitment, "status", status) },
        reasons: proposed
            .iter()
            .flat_map(|one| &one.reasons)
            .map(|reason| reason_view(strings, state, reason))
            .collect(),
        answer: answer.map(|answer| answer.answer.to_owned()).unwrap_or_default(),
        answer_text: view.map(|view| view.text).unwrap_or_default(),
    }
}

fn reason_view(strings: &Strings, state: &State, reason: &Reason) -> CarryReason {
    let called = |kind: Kind, id: &Id| state.row(kind, id).map_or_else(|| id.to_string(), |row| row.short().to_owned());
    let (reason, text) = match reason {
        Reason::Linked => ("linked", strings.carry_reason_linked()),
        Reason::Cites => ("cites", strings.carry_reason_cites()),
        Reason::Follows(id) => ("follows", strings.carry_reason_follows(&place(state, id))),
        Reason::Group(id) => ("group", strings.carry_reason_group(&called(Kind::Group, id))),
        Reason::ActionLine(id) => ("action_line", strings.carry_reason_action_line(&called(Kind::ActionLine, id))),
        Reason::Goal(id) => ("goal", strings.carry_reason_goal(&called(Kind::Goal, id))),
        Reason::Organization(id) => {
            ("organization", strings.carry_reason_organization(&called(Kind::Organization, id)))
        }
        Reason::Words(words) => {
            let all = words.iter().cloned().reduce(|all, one| strings.list_comma(&all, &one));
            ("words", strings.carry_reason_words(&all.unwrap_or_default()))
        }
        Reason::Objective(id) => ("objective", strings.carry_reason_objective(&called(Kind::Objective, id))),
    };
    CarryReason { reason: reason.into(), text }
}

/// "Compact, ¶ 11(d)".
fn place(state: &State, provision: &Id) -> String {
    let row = state.row(Kind::Provision, provision);
    let symbol = row.map(|row| present::named(state, row, "instrument")).unwrap_or_default();
    format!("{symbol}, ¶ {}", row.map(|row| row.text("paragraph")).unwrap_or_default())
}

fn facts(strings: &Strings, state: &State, row: &Row) -> Vec<CarryFact> {
    let names: Vec<String> = FACTS.iter().map(|name| (*name).to_owned()).collect();
    let cells = present::row_view(strings, state, row, &names).cells;
    let fact = |name: &&str| {
        let cell = cells.get(*name).filter(|cell| !cell.empty)?;
        Some(CarryFact { label: strings.field(name), text: cell.text.clone() })
    };
    let mut told: Vec<CarryFact> = Vec::new();
    for fact in FACTS.iter().filter_map(fact) {
        // Who is asked in words is mostly who that is known to be.
        if told.iter().all(|known| known.text != fact.text) {
            told.push(fact);
        }
    }
    told
}

/// What a new commitment for a paragraph would have, as it would be made.
fn new_fields(strings: &Strings, state: &State, call: &Call, provision: &Row) -> Vec<CarryField> {
    let fields = plan::carry::new_commitment(state, &call.context, provision, None);
    let def = Kind::Commitment.def();
    let view = |(name, value): (String, Json)| {
        let field = def.field(&name)?;
        let stated = name.strip_suffix("_words").is_none().then(|| fields_words(&name, provision)).flatten();
        let text = present::value_words(strings, state, Kind::Commitment, field, &value, stated.as_deref());
        Some(CarryField { field: name, value, text })
    };
    fields.into_iter().filter_map(view).collect()
}

/// The words of the date that a paragraph gives.
fn fields_words(field: &str, provision: &Row) -> Option<String> {
    (field == "end").then(|| provision.text("due_words").to_owned()).filter(|words| !words.is_empty())
}

pub(crate) fn carry_decide(session: &Session, call: &Call, ask: CarryDecide) -> Result<Written, Fault> {
    let state = session.shown().state;
    let op = op_of(&state, ask, &call.language)?;
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

fn op_of(state: &State, ask: CarryDecide, language: &str) -> Result<Op, Fault> {
    let find = |id: &str| resolve(state, Kind::Commitment, id);
    let needed = |id: &Option<String>| match id {
        Some(id) => find(id),
        None => Err(Error::refused_with("required", [("field", "commitment".into())])),
    };
    if ask.provisions.is_empty() {
        return Err(Error::refused_with("required", [("field", "provision".into())]));
    }
    match ask.decision.as_str() {
        "not_for_us" => return Ok(Op::CarryNotForUs { provisions: ask.provisions, because: ask.because }),
        "open" => {
            let commitment = ask.commitment.as_deref().map(find).transpose()?;
            return Ok(Op::CarryTakeBack { provisions: ask.provisions, commitment });
        }
        _ => {}
    }
    let answer = match ask.decision.as_str() {
        "continues" => Answering::Continues(needed(&ask.commitment)?),
        "completed" => Answering::Completed(needed(&ask.commitment)?),
        "superseded" => match &ask.by {
            Some(by) => Answering::SupersededBy(needed(&ask.commitment)?, find(by)?),
            None => Answering::SupersededByNew(needed(&ask.commitment)?, given(state, ask.fields, language)?),
        },
        "new" => Answering::New(given(state, ask.fields, language)?),
        other => return Err(Error::refused_with("bad-request", [("context", format!("decision: {other}"))])),
    };
    match <[String; 1]>::try_from(ask.provisions) {
        Ok([provision]) => Ok(Op::CarryAnswer { provision, answer }),
        Err(_) => Err(Error::refused("carry-one-paragraph")),
    }
}

/// The fields of a new commitment as they are typed elsewhere: dates in words, rows by what they are called, in sets as well.
fn given(state: &State, fields: Map<String, Json>, language: &str) -> Result<Map<String, Json>, Fault> {
    let fields = typed_fields(Kind::Commitment, fields.into_iter().collect(), language)?;
    let named = |(name, value): (String, Json)| {
        let value = resolve_reference(state, Kind::Commitment, &name, value);
        (name, value)
    };
    Ok(fields.into_iter().map(named).collect())
}
