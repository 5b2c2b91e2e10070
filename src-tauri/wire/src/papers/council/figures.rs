//! Figures of the plan within a sentence: `{ITU-023}`, `{ITU-023.status}`, `{indicator:AI standards}`.

use std::collections::HashMap;
use std::sync::Arc;

use plan::date::VagueDate;
use plan::fold::fold;
use plan::kinds::{Field, FieldType, Kind};
use plan::state::{Id, State};
use plan::{Row, Value};
use plan_documents::paper::Run;
use plan_strings::{Case, DateStyle, Strings};

use super::super::dates;
use super::{Draw, tag_of};
use crate::{names, present};

/// Kinds that can be named.
const KINDS: [Kind; 10] = [
    Kind::Commitment,
    Kind::Milestone,
    Kind::Group,
    Kind::Indicator,
    Kind::Organization,
    Kind::Objective,
    Kind::ActionLine,
    Kind::Provision,
    Kind::Goal,
    Kind::Source,
];
/// Fields by which a row is named.
const NAMES: [&str; 8] = ["reference", "acronym", "code", "symbol", "number", "short_title", "title", "name"];

/// Rows by what they are called, kind by kind as they are asked for. None: several are called so.
pub(super) type Called = HashMap<Kind, HashMap<String, Option<Id>>>;

/// What is shown of a row.
#[derive(Clone, Copy)]
enum What {
    Field(&'static Field),
    /// The term of a commitment, the days of a milestone.
    When,
    /// The days of a milestone, as a sentence goes on with them.
    On,
    /// The newest value of an indicator.
    Newest,
}

impl Draw<'_> {
    /// What stands in the place of a figure; none: it stays as it was typed, and that is said. It is said in the language of the
    /// sentence that it stands in.
    pub(super) fn figure(&mut self, inner: &str) -> Option<Run> {
        let Some((language, mirrored)) = self.typed.take() else { return self.resolved(inner) };
        let spoken = Strings::of_paper(&language).unwrap_or_else(|| self.strings.clone());
        let own = std::mem::replace(&mut self.strings, spoken);
        let run = self.resolved(inner);
        (self.strings, self.typed) = (own, Some((language, mirrored)));
        run.map(|run| {
            let Run { language, mirrored, .. } = self.typed("");
            Run { language, mirrored, ..run }
        })
    }

    fn resolved(&mut self, inner: &str) -> Option<Run> {
        let asked = inner.trim();
        // Braces around words are no figure that somebody meant.
        if asked.is_empty() {
            return None;
        }
        let Some((row, what)) = self.named(asked) else {
            let words = self.said.paper_finding_unknown_figure(asked);
            self.find("unknown-figure", &format!("{{{inner}}}"), words);
            return None;
        };
        let row: &Row = &row;
        Some(match what {
            What::Newest => self.newest(row, asked),
            What::When | What::On => {
                let words = if matches!(what, What::On) { self.on(row) } else { self.when(row) };
                let as_of = if row.kind() == Kind::Milestone { self.as_of_milestone(row) } else { "as_of" };
                self.shown(row, "when", words, as_of, asked)
            }
            What::Field(field) => {
                let words = self.value(row, field);
                let as_of = if field.name == "status" { "status_as_of" } else { "as_of" };
                self.shown(row, field.name, words, as_of, asked)
            }
        })
    }

    fn shown(&mut self, row: &Row, field: &str, words: Option<String>, as_of: &str, asked: &str) -> Run {
        let tag = tag_of(row, field, 0);
        let Some(words) = words else {
            let said = self.said.paper_finding_no_value(asked);
            self.find("no-value", &format!("{{{asked}}}"), said);
            return Run { tag, ..self.own(self.strings.paper_not_stated()) };
        };
        // A title does not grow old.
        let dated =
            if matches!(field, "title" | "short_title" | "name" | "acronym" | "reference") { "" } else { as_of };
        let stale = self.note(row, field, &words, dated);
        Run { tag, stale, ..self.typed(words) }
    }

    /// The newest value of an indicator: "over 100 standards".
    fn newest(&mut self, indicator: &Row, asked: &str) -> Run {
        match self.newest_of(indicator.id()) {
            Some(row) => {
                let words = names::measured(&self.strings, self.state, &row);
                let stale = self.note(&row, "value", &words, "as_of");
                Run { tag: tag_of(&row, "value", 0), stale, ..self.typed(words) }
            }
            None => self.shown(indicator, "value", None, "", asked),
        }
    }

    /// The value that an indicator had last: by the day as of which it was, else by its place in the plan.
    pub(super) fn newest_of(&mut self, indicator: &str) -> Option<Arc<Row>> {
        let state = self.state;
        let newest = self.newest.get_or_insert_with(|| {
            let day = |row: &Row| present::date_of(row, "as_of").and_then(|date| date.bounds().end_not_after);
            let mut newest: HashMap<Id, Arc<Row>> = HashMap::new();
            for row in state.in_order(Kind::Measurement) {
                let last = newest.entry(row.text("indicator").into()).or_insert_with(|| row.clone());
                if day(row) >= day(last) {
                    *last = row.clone();
                }
            }
            newest
        });
        newest.get(indicator).cloned()
    }

    /// The row and what of it, by `reference`, `reference.field`, `kind:name` or `kind:name.field`.
    fn named(&mut self, asked: &str) -> Option<(Arc<Row>, What)> {
        let (kind, name) = match asked.split_once(':') {
            Some((kind, name)) => match Kind::from_name(&kind.trim().to_lowercase().replace(['-', ' '], "_")) {
                Some(kind) if KINDS.contains(&kind) => (kind, name.trim()),
                _ => (Kind::Commitment, asked),
            },
            None => (Kind::Commitment, asked),
        };
        if let Some(row) = self.called(kind, name) {
            return Some((row, usual(kind)));
        }
        let (name, field) = name.rsplit_once('.')?;
        let what = match field.trim() {
            "when" if matches!(kind, Kind::Commitment | Kind::Milestone | Kind::Group) => What::When,
            "on" if kind == Kind::Milestone => What::On,
            "value" if kind == Kind::Indicator => What::Newest,
            field => What::Field(kind.def().field(field).filter(|f| !f.private && f.ty != FieldType::Order)?),
        };
        Some((self.called(kind, name.trim())?, what))
    }

    pub(super) fn called(&mut self, kind: Kind, name: &str) -> Option<Arc<Row>> {
        let state = self.state;
        if let Some(row) = state.row(kind, name) {
            return Some(row.clone());
        }
        let index = self.called.entry(kind).or_insert_with(|| {
            let mut index: HashMap<String, Option<Id>> = HashMap::new();
            for row in state.rows(kind) {
                for field in NAMES {
                    let name = match row.get(field) {
                        Some(Value::Text(text)) => fold(text),
                        Some(Value::Int(number)) => number.to_string(),
                        _ => continue,
                    };
                    let same = |known: &mut Option<Id>| {
                        if known.as_ref() != Some(row.id()) {
                            *known = None;
                        }
                    };
                    index.entry(name).and_modify(same).or_insert_with(|| Some(row.id().clone()));
                }
            }
            index
        });
        state.row(kind, index.get(&fold(name))?.as_ref()?).cloned()
    }

    /// A field of a row in the words of the paper; none, where it is empty.
    pub(super) fn value(&self, row: &Row, field: &Field) -> Option<String> {
        let strings = &self.strings;
        match (field.ty, row.get(field.name)) {
            (FieldType::Date, _) => self.date(row, field.name),
            (_, None) => None,
            (FieldType::Choice(_), Some(Value::Text(code))) => {
                Some(strings.small(strings.choice(row.kind(), field.name, code)))
            }
            (_, Some(value)) => {
                Some(present::value_words(strings, self.state, row.kind(), field, &value.to_json(), None))
            }
        }
    }

    /// A date of a row in full; none, where nothing is stated. The words of its source stand where they are a date themselves
    /// ("early 2025") and say it better than a quarter does, in the language of the paper; and where there is no date.
    pub(super) fn date(&self, row: &Row, field: &str) -> Option<String> {
        self.date_behind(row, field, Case::Alone)
    }

    /// The same behind another word.
    pub(super) fn date_behind(&self, row: &Row, field: &str, case: Case) -> Option<String> {
        dates::said(&self.strings, row, field, DateStyle::Paper, case)
    }

    /// When a row is, in full: its term, its date, or the days that follow from what it hangs on.
    pub(super) fn when(&self, row: &Row) -> Option<String> {
        if row.kind() != Kind::Milestone {
            let said = |field: &'static str| move |case| self.date_behind(row, field, case);
            return self.strings.term(&said("start"), &said("end"));
        }
        self.date(row, "date").or_else(|| Some(self.strings.date_styled(&days(self.state, row)?, DateStyle::Paper)))
    }

    /// When a milestone is, as a sentence goes on with it: "in 2025", "on 16 December 2025". Words of a source that are no date
    /// stand as they are.
    fn on(&self, row: &Row) -> Option<String> {
        let stated = row.text("date_words").trim();
        match present::date_of(row, "date").or_else(|| days(self.state, row).filter(|_| stated.is_empty())) {
            Some(date) => {
                let date = dates::said_by(&date, stated).unwrap_or(date);
                Some(self.strings.date_sentence(&date))
            }
            None => Some(stated.to_owned()).filter(|words| !words.is_empty()),
        }
    }
}

/// The days of a milestone that follow from what it hangs on.
fn days(state: &State, row: &Row) -> Option<VagueDate> {
    let days = state.days(row.id()).filter(|days| days.computed && days.problem.is_none())?;
    VagueDate::from_bounds(&days.bounds)
}

/// What is meant where only the row is named.
fn usual(kind: Kind) -> What {
    match kind {
        Kind::Indicator => What::Newest,
        Kind::Milestone => What::When,
        kind => kind.def().field("title").or_else(|| kind.def().field("name")).map_or(What::When, What::Field),
    }
}
