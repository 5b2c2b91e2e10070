//! What happened since an earlier state: what was reported, and what is another.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use plan::Row;
use plan::date::VagueDate;
use plan::diff::{Difference, What, diff};
use plan::kinds::{Field, FieldType, Kind};
use plan::snapshot::With;
use plan::state::State;
use plan::store::Export;
use plan_documents::paper::{Block, Row as Line, Run, Runs};
use plan_strings::DateStyle;

use super::filter::Filter;
use super::rows::column;
use super::{Draw, Earlier, lines, tag_of};
use crate::documents::went_out;
use crate::session::Session;
use crate::types::Source;
use crate::{names, present};

/// Kinds of which changes are told, in this order.
const TOLD: [Kind; 7] = [
    Kind::Commitment,
    Kind::Milestone,
    Kind::Group,
    Kind::Assignment,
    Kind::Indicator,
    Kind::Measurement,
    Kind::Update,
];
/// Fields that say where a fact comes from and how old it is: what is another is the fact.
const BOOKKEEPING: [&str; 8] =
    ["as_of", "status_as_of", "status_by", "stated_by", "basis", "basis_by", "source", "source_para"];
/// Changes that are told one by one; of more, how many there are.
const SENTENCES: usize = 500;

/// An earlier state by what was typed: a step, an instant, the name of a snapshot; empty: that of the file that it counts from, if
/// there is one (see [`crate::documents::earlier_export`]). `drawn`: the newest step of the rows that the document is made of. What is
/// later than they is no earlier state: changes since then would be told backwards.
pub(in super::super) fn earlier(
    session: &Session,
    drawn: Option<i64>,
    export: Option<&Export>,
    text: &str,
) -> Option<Earlier> {
    let moment = match text.trim() {
        "" => export?.op.to_string(),
        text => text.to_owned(),
    };
    let source = Source::Moment { moment };
    if let (Some(drawn), Some(step)) = (drawn, session.step_of(&source).ok()?)
        && step > drawn
    {
        return None;
    }
    let (shown, foreign) = session.source(&source).ok()?;
    let at = super::super::written_at(session, &source, foreign.as_deref()).ok()?;
    let day = DateTime::parse_from_rfc3339(&at).ok().map(|at| at.date_naive());
    let went_out = !text.trim().is_empty() || export.is_some_and(went_out);
    Some(Earlier { state: Arc::new(plan::snapshot::shared(&shown.state, With::default())), day, went_out })
}

/// What a list of reports starts from.
enum From {
    /// All of them are told.
    All,
    /// Those of this day and later.
    Day(NaiveDate),
    /// Those that came into the plan since this state, whatever day they are of: most come in later than that.
    State(Earlier),
}

impl Draw<'_> {
    pub(super) fn updates(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let (filter, state) = (Filter::of(block, self.state), self.state);
        let since = self.reports_since(block.text("since"));
        let last = |row: &Row| present::date_of(row, "date").and_then(|date| date.bounds().end_not_after);
        let told = |row: &Row| match &since {
            From::All => true,
            // A report of which the day is not known may be of any.
            From::Day(day) => last(row).is_none_or(|last| last >= *day),
            From::State(earlier) => earlier.state.row(Kind::Update, row.id()).is_none(),
        };
        let mut rows: Vec<&Arc<Row>> =
            state.in_order(Kind::Update).iter().filter(|row| told(row) && filter.takes_of(row)).collect();
        rows.sort_by_key(|row| (last(row).is_none(), last(row)));
        if rows.is_empty() {
            let day = match since {
                From::All => return (vec![Block::Remark { runs: vec![self.own(self.strings.paper_no_updates())] }], 0),
                From::Day(day) => Some(day),
                From::State(earlier) => earlier.day,
            };
            let words = match self.day_words(day) {
                Some(day) => self.strings.paper_no_updates_since(&day),
                None => self.strings.paper_no_new_updates(),
            };
            return (vec![Block::Remark { runs: vec![self.own(words)] }], 0);
        }
        if block.text("caption").is_empty() {
            let entries = rows.iter().map(|row| {
                let mut runs = self.dated(row);
                runs.push(self.own(self.strings.paper_colon()));
                runs.extend(self.about(row));
                runs.push(self.own(self.strings.paper_dash()));
                runs.extend(self.reported(row));
                Block::Dash { tag: tag_of(row, "report", 0), runs }
            });
            return (entries.collect(), rows.len());
        }
        let columns = vec![
            column(self.strings.paper_column_date(), 16),
            column(self.strings.paper_column_commitment(), 32),
            column(self.strings.paper_column_report(), 52),
        ];
        let summary = self.strings.paper_table_updates();
        let lines = rows.iter().map(|row| {
            let (date, about, report) = (self.dated(row), self.about(row), self.reported(row));
            let cells = vec![
                self.cell(row, "date", date),
                self.cell(row, "commitment", about),
                self.cell(row, "report", report),
            ];
            Line { tag: format!("update/{}", row.id()), heading: false, cells }
        });
        let lines = lines.collect();
        (vec![self.table(block, summary, columns, lines)], rows.len())
    }

    /// Where a list of reports starts; where nothing is typed, from the file by which the document went out last. A file of a draft is
    /// for whoever writes it: what it told is still to be told.
    fn reports_since(&mut self, text: &str) -> From {
        if let Some(day) = day_of(text) {
            return From::Day(day);
        }
        match self.earlier_state(text) {
            Some(earlier) if earlier.went_out => From::State(earlier),
            _ => From::All,
        }
    }

    fn earlier_state(&mut self, text: &str) -> Option<Earlier> {
        let text = text.trim();
        let found = (self.since)(text);
        if found.is_none() && !text.is_empty() {
            let words = self.said.paper_finding_unknown_since(text);
            self.find("unknown-since", text, words);
        }
        found
    }

    /// A day in full, in the words of the paper.
    fn day_words(&self, day: Option<NaiveDate>) -> Option<String> {
        let date = VagueDate::parse(&day?.to_string()).ok()?;
        Some(self.strings.date_styled(&date, DateStyle::Paper))
    }

    /// The first day that counts; none: all do. A day can be typed; all else is an earlier state.
    pub(super) fn day_since(&mut self, text: &str) -> Option<NaiveDate> {
        day_of(text).or_else(|| self.earlier_state(text)?.day)
    }

    fn dated(&mut self, row: &Row) -> Runs {
        let words = self.date(row, "date").unwrap_or_else(|| self.strings.paper_date_not_stated());
        vec![Run { tag: tag_of(row, "date", 0), ..self.own(words) }]
    }

    /// The commitment that a report is on.
    fn about(&mut self, row: &Row) -> Runs {
        match self.state.row(Kind::Commitment, row.text("commitment")) {
            Some(commitment) => {
                let title = self.title(commitment);
                vec![self.typed(format!("{} ", commitment.text("reference"))), title]
            }
            None => Vec::new(),
        }
    }

    fn reported(&mut self, row: &Row) -> Runs {
        let mut parts: Vec<String> = Vec::new();
        if !row.text("status").is_empty() {
            parts.push(self.strings.small(self.strings.choice(Kind::Commitment, "status", row.text("status"))));
        }
        if row.flag("no_change") {
            parts.push(self.strings.paper_no_change());
        }
        parts.extend(lines(row.text("report")).map(str::to_owned));
        let mut said = String::new();
        for part in &parts {
            match said.chars().last() {
                None => {}
                // A line that ended ends with its own sign.
                Some('.' | '!' | '?' | ';' | ':' | '…' | '。' | '؟' | '؛') => said.push(' '),
                Some(_) => said.push_str(&self.strings.paper_semicolon()),
            }
            said.push_str(part);
        }
        // An organization says how things stand. Who typed it in its name is nobody's business outside.
        let by = row.text("reported_by");
        let words = match self.called(Kind::Organization, by) {
            Some(_) if !by.is_empty() => self.strings.paper_reported_by(by, &said),
            _ => said,
        };
        self.note(row, "report", &words, "date");
        vec![Run { tag: tag_of(row, "report", 0), ..self.typed(words) }]
    }

    pub(super) fn changes(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let text = block.text("since").trim();
        let Some(before) = self.earlier_state(text) else {
            let first = vec![self.own(self.strings.paper_nothing_before())];
            return (if text.is_empty() { vec![Block::Remark { runs: first }] } else { Vec::new() }, 0);
        };
        let (before, day, state) = (&*before.state, before.day, self.state);
        let filters = [(Filter::of(block, state), state), (Filter::of(block, before), before)];
        let meant = |one: &Difference| filters.iter().any(|(filter, state)| meant(filter, state, one));
        let mut told: Vec<Difference> = diff(before, state, &|kind, _| !TOLD.contains(&kind));
        told.retain(|one| TOLD.contains(&one.kind) && self.is_told(one) && meant(one));
        let place = |one: &Difference| TOLD.iter().position(|kind| *kind == one.kind);
        told.sort_by(|a, b| (place(a), &a.reference, &a.id).cmp(&(place(b), &b.reference, &b.id)));
        if told.is_empty() {
            let words = match self.day_words(day) {
                Some(day) => self.strings.paper_no_changes_since(&day),
                None => self.strings.paper_no_changes(),
            };
            return (vec![Block::Remark { runs: vec![self.own(words)] }], 0);
        }
        let count = told.len();
        let mut pieces: Vec<Block> = told
            .iter()
            .take(SENTENCES)
            .map(|one| {
                let field = one.field.as_deref().unwrap_or("row");
                let tag = format!("block/{}/change/{}/{}/{field}", block.id(), one.kind.name(), one.id);
                Block::Dash { tag, runs: vec![self.typed(self.sentence(before, one))] }
            })
            .collect();
        if let Some(more) = count.checked_sub(SENTENCES).filter(|more| *more > 0) {
            pieces.push(Block::Remark { runs: vec![self.own(self.strings.paper_more_changes(more as u64))] });
        }
        (pieces, count)
    }

    /// Whether a difference is told: a place in an order is none, where a fact comes from is none for who reads a paper, and the words of
    /// a date are told with it.
    fn is_told(&self, one: &Difference) -> bool {
        let Some(name) = one.field.as_deref() else { return true };
        let def = one.kind.def();
        !BOOKKEEPING.contains(&name)
            && def.field(name).is_some_and(|field| field.ty != FieldType::Order)
            && name.strip_suffix("_words").is_none_or(|date| def.field(date).is_none())
    }

    fn sentence(&self, before: &State, one: &Difference) -> String {
        let strings = &self.strings;
        let state = if one.what == What::Removed { before } else { self.state };
        let row = state.row(one.kind, &one.id);
        let name = match row {
            Some(row) if one.kind == Kind::Commitment => format!("{} {}", row.text("reference"), row.title()),
            Some(row) => names::title_of(strings, state, row),
            None => one.reference.clone(),
        };
        let field = one.field.as_deref().and_then(|name| one.kind.def().field(name));
        match (one.what, field) {
            (What::Added, _) => strings.paper_added(&name),
            (What::Removed, _) => strings.paper_removed(&name),
            (What::Changed, Some(field)) => {
                let label = strings.small(strings.field(field.name));
                if field.ty == FieldType::LongText {
                    return strings.paper_changed_words(&label, &name);
                }
                let (was, is) = (self.said_of(before, one, field), self.said_of(self.state, one, field));
                match (was, is) {
                    (Some(was), Some(is)) => strings.paper_changed(&is, &was, &label, &name),
                    (None, Some(is)) => strings.paper_stated(&is, &label, &name),
                    (Some(was), None) => strings.paper_unstated(&was, &label, &name),
                    (None, None) => strings.paper_changed_words(&label, &name),
                }
            }
            (What::Changed, None) => strings.paper_changed_words(&strings.small(strings.field("text")), &name),
        }
    }

    /// A field of a row as it is in a state.
    fn said_of(&self, state: &State, one: &Difference, field: &Field) -> Option<String> {
        let row = state.row(one.kind, &one.id)?;
        if field.ty == FieldType::Date {
            return self.date(row, field.name);
        }
        let value = row.get(field.name)?.to_json();
        let words = present::value_words(&self.strings, state, one.kind, field, &value, None);
        Some(if matches!(field.ty, FieldType::Choice(_)) { self.strings.small(words) } else { words })
    }
}

/// A day that was typed. Four digits are a year and no step: a plan of that many steps says the instant.
fn day_of(text: &str) -> Option<NaiveDate> {
    VagueDate::parse(text.trim()).ok().and_then(|date| date.bounds().start_not_before)
}

/// Whether a difference is about rows that a block asks for, as they are or as they were.
fn meant(filter: &Filter<'_>, state: &State, one: &Difference) -> bool {
    state.row(one.kind, &one.id).is_some_and(|row| match one.kind {
        Kind::Commitment => filter.takes(row),
        Kind::Group => filter.takes_group(row),
        _ => filter.takes_of(row),
    })
}
