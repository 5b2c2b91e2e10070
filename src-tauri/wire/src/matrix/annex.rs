//! The annex as the document prints it, and its lines.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use plan::kinds::Kind;
use plan::matrix::{self, AnnexRow, Column};
use plan::state::{Id, State};
use plan::{CreateRow, Error, Op, Row};
use plan_strings::Strings;
use serde_json::{Map, Value as Json};

use crate::edit::kind_named;
use crate::present::{self, named};
use crate::read::resolve;
use crate::roles::{self, target};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Roles that lead an action line: they are named first.
const LEADING: [&str; 2] = ["facilitator", "lead"];

pub(crate) fn matrix_annex(session: &Session, call: &Call, get: AnnexGet) -> Result<Annex, Fault> {
    let (shown, _) = session.seen(&get.source, get.discreet)?;
    let state = &shown.state;
    let wanted = match get.objective.trim() {
        "" => None,
        text => Some(resolve(state, Kind::Objective, text)?),
    };
    Ok(view(call, state, wanted.as_deref(), get.limit, shown.op))
}

/// The annex in words. `wanted`: one objective alone.
pub(super) fn view(call: &Call, state: &State, wanted: Option<&str>, limit: usize, op: i64) -> Annex {
    let strings = &call.strings;
    let rows = matrix::annex(state);
    let doubles = matrix::doubles(&rows);
    let mut leads = Leads::of(strings, roles::today(call), state);
    let named: HashSet<&str> = rows
        .iter()
        .flat_map(|row| row.cells.iter().flatten())
        .filter(|line| line.kind() == Kind::Mapping)
        .map(|line| line.text("action_line"))
        .collect();
    let named = named.len();
    let shown = rows.iter().filter(|row| wanted.is_none_or(|wanted| **row.objective.id() == *wanted));
    let cell = |row: &AnnexRow, column: Column, leads: &mut Leads<'_>| AnnexCell {
        column: column.code().into(),
        count: row.cell(column).len(),
        lines: row.cell(column).iter().take(limit).map(|line| self::line(call, state, line, &doubles, leads)).collect(),
    };
    Annex {
        op,
        corner: strings.annex_objective(),
        columns: Column::ALL
            .iter()
            .map(|column| AnnexColumn {
                column: column.code().into(),
                label: strings.choice(Kind::Commitment, "annex", column.code()),
            })
            .collect(),
        rows: shown
            .map(|row| AnnexRowView {
                objective: present::brief(strings, state, &row.objective, String::new()),
                badge: row.objective.text("number").to_owned(),
                cells: Column::ALL.iter().map(|column| cell(row, *column, &mut leads)).collect(),
            })
            .collect(),
        doubles: doubles.len(),
        named,
        action_lines: state.count(Kind::ActionLine),
    }
}

fn line(
    call: &Call,
    state: &State,
    row: &Arc<Row>,
    doubles: &HashMap<(Kind, Id), Vec<Arc<Row>>>,
    leads: &mut Leads<'_>,
) -> AnnexLine {
    let strings = &call.strings;
    let doubles = doubles.get(&(row.kind(), row.id().clone())).map(Vec::as_slice).unwrap_or_default();
    let double = doubles.first().map(|other| match target(state, other, "objective") {
        Some(objective) if row.text("objective") != other.text("objective") => {
            strings.annex_double(objective.text("short_title"), &named_short(state, other))
        }
        _ => strings.annex_double_here(),
    });
    let (short, title, lead, edits) = match target(state, row, "action_line") {
        Some(action_line) if row.kind() == Kind::Mapping => {
            let lead = leads.of_action_line(action_line, row.text("source_para").trim());
            (action_line.text("code").to_owned(), short_title(action_line), lead, "reason")
        }
        _ => (row.short().to_owned(), row.title().to_owned(), leads.of_commitment(row), "title"),
    };
    AnnexLine {
        row: RowKey { kind: row.kind().name().into(), id: row.id().to_string() },
        short,
        title,
        lead,
        reason: row.text("reason").to_owned(),
        edits: edits.into(),
        printed: matrix::is_printed(row),
        provenance: present::provenance(strings, state, row),
        double: double.unwrap_or_default(),
        doubles: doubles.iter().map(|other| present::brief(strings, state, other, String::new())).collect(),
    }
}

fn short_title(action_line: &Row) -> String {
    match action_line.text("short_title") {
        "" => action_line.title().to_owned(),
        short => short.to_owned(),
    }
}

fn named_short(state: &State, row: &Row) -> String {
    match row.kind() {
        Kind::Mapping => named(state, row, "action_line"),
        _ => row.short().to_owned(),
    }
}

/// Who leads what, as stated.
pub(crate) struct Leads<'a> {
    strings: &'a Strings,
    state: &'a State,
    /// Assignments by action line, in the order of the plan.
    held: HashMap<&'a str, Vec<&'a Arc<Row>>>,
    /// By action line and the paragraph that states the link.
    said: HashMap<(String, String), String>,
}

impl<'a> Leads<'a> {
    /// Of the roles that are held on a day, in the words of a language.
    pub(crate) fn of(strings: &'a Strings, today: NaiveDate, state: &'a State) -> Leads<'a> {
        let mut held: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        for row in state.in_order(Kind::Assignment) {
            let action_line = row.text("action_line");
            // What somebody recalls is not what is stated.
            if !action_line.is_empty() && present::is_stated(row) && !roles::ended(row, today) {
                held.entry(action_line).or_default().push(row);
            }
        }
        Leads { strings, state, held, said: HashMap::new() }
    }

    /// "ITU lead with UNDP and UNESCO as co-leads": as it is stated where the link itself is stated; where nothing is, as it is
    /// stated elsewhere, of each holder once.
    pub(crate) fn of_action_line(&mut self, action_line: &Row, place: &str) -> String {
        let key = (action_line.id().to_string(), place.to_owned());
        if let Some(said) = self.said.get(&key) {
            return said.clone();
        }
        let held = self.held.get(&**action_line.id()).map(Vec::as_slice).unwrap_or_default();
        let states =
            |row: &&Arc<Row>| !place.is_empty() && row.text("source_para").split(';').any(|one| one.trim() == place);
        let mut here: Vec<&Arc<Row>> = held.iter().copied().filter(states).collect();
        if here.is_empty() {
            let mut met: HashSet<(&str, &str)> = HashSet::new();
            for row in held {
                if met.insert((row.text("organization"), row.text("person"))) {
                    here.push(row);
                }
            }
        }
        let said = self.say(&here);
        self.said.insert(key, said.clone());
        said
    }

    fn say(&self, held: &[&Arc<Row>]) -> String {
        let strings = self.strings;
        // By word, in the order in which the words are met; who leads comes first.
        let mut words: Vec<(bool, String, Vec<String>)> = Vec::new();
        for row in held {
            let leads = LEADING.contains(&row.text("role"));
            let (word, holder) = (self.word(row), present::holder(self.state, row));
            match words.iter_mut().find(|(leading, known, _)| *leading == leads && *known == word) {
                Some((.., holders)) if holders.contains(&holder) => {}
                Some((.., holders)) => holders.push(holder),
                None => words.push((leads, word, vec![holder])),
            }
        }
        words.sort_by_key(|(leads, ..)| !leads);
        let names = |holders: &[String]| list(strings, holders);
        let mut parts = words.iter();
        let Some((leads, word, holders)) = parts.next() else { return String::new() };
        let first = match leads {
            true => strings.annex_leads(&names(holders), word),
            false => strings.annex_holds(&names(holders), word),
        };
        parts.fold(first, |said, (_, word, holders)| {
            strings.annex_with(holders.len() as u64, &names(holders), &said, word)
        })
    }

    /// "sole lead"; of "lead; took over from UNDP" the first. Where no words are stated, the role.
    fn word(&self, row: &Row) -> String {
        match row.text("stated_as").split([',', ';']).next().unwrap_or_default().trim() {
            "" => present::lower(&named(self.state, row, "role")),
            stated => stated.to_owned(),
        }
    }

    /// Who leads a commitment, and with whom; not its owner, whose plan it is.
    pub(crate) fn of_commitment(&self, row: &Row) -> String {
        let strings = self.strings;
        let lead = named(self.state, row, "lead");
        let partners: Vec<String> = row
            .get("partners")
            .and_then(plan::Value::set)
            .unwrap_or_default()
            .iter()
            .filter_map(|id| self.state.row(Kind::Organization, id))
            .map(|partner| partner.short().to_owned())
            .collect();
        match (lead.is_empty(), partners.is_empty()) {
            (true, true) => String::new(),
            (false, true) => strings.annex_led(&lead),
            (true, false) => strings.annex_partners(&list(strings, &partners)),
            (false, false) => strings.annex_lead_partners(&lead, &list(strings, &partners)),
        }
    }
}

/// "A, B and C".
fn list(strings: &Strings, names: &[String]) -> String {
    let Some((last, others)) = names.split_last() else { return String::new() };
    let first = others.iter().cloned().reduce(|all, one| strings.list_comma(&all, &one));
    first.map_or_else(|| last.clone(), |first| strings.list_and(&first, last))
}

fn column_of(code: &str) -> Result<Column, Fault> {
    Column::from_code(code).ok_or_else(|| Error::refused_with("bad-request", [("context", format!("column: {code}"))]))
}

fn line_key(state: &State, key: &RowKey) -> Result<(Kind, String), Fault> {
    let kind = kind_named(&key.kind)?;
    let id = resolve(state, kind, &key.id)?;
    matrix::line_of(state, kind, &id)?;
    Ok((kind, id))
}

pub(crate) fn matrix_line_add(session: &Session, call: &Call, add: AnnexLineAdd) -> Result<Written, Fault> {
    let state = session.shown().state;
    let column = column_of(&add.column)?;
    let objective = resolve(&state, Kind::Objective, &add.objective)?;
    let after = add.after.as_ref().map(|after| line_key(&state, after)).transpose()?;
    let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    let mut fields = Map::new();
    let kind = match (given(&add.title), given(&add.action_line)) {
        (Some(title), None) => {
            fields.insert("title".into(), Json::from(title));
            fields.insert("owner".into(), Json::from(owner_of(session, &state, add.owner.as_deref())?));
            Kind::Commitment
        }
        (None, Some(action_line)) if column == Column::WsisProcess => {
            fields.insert("action_line".into(), Json::from(resolve(&state, Kind::ActionLine, &action_line)?));
            if let Some(reason) = given(&add.reason) {
                fields.insert("reason".into(), Json::from(reason));
            }
            fields.insert("basis".into(), Json::from("our_reading"));
            Kind::Mapping
        }
        (None, Some(action_line)) => {
            return Err(Error::refused_with("annex-action-line", [("title", action_line)]));
        }
        _ => return Err(Error::refused_with("one-of", [("fields", "title, action_line".into())])),
    };
    fields.insert("objective".into(), Json::from(&*objective));
    fields.insert("annex".into(), Json::from(column.code()));
    session.write(call, |plan| {
        let after = after.as_ref().map(|(kind, id)| (*kind, id.as_str()));
        let place = matrix::placed_behind(plan.state(), &objective, column, after)?;
        if let Some(place) = place {
            fields.insert("annex_ord".into(), Json::from(place));
        }
        plan.act(&call.context, &Op::Create(CreateRow { kind, id: None, fields }), None)
    })
}

/// Whose a new commitment is: who is named; else the person's organization; else whose plan it is.
fn owner_of(session: &Session, state: &State, named: Option<&str>) -> Result<String, Fault> {
    if let Some(named) = named {
        return resolve(state, Kind::Organization, named);
    }
    let mine = session.shelf.settings().organization;
    let own = resolve(state, Kind::Organization, &mine).ok();
    let of_plan = || state.row(Kind::About, "about").map(|about| about.text("owner").to_owned());
    own.or_else(of_plan)
        .filter(|owner| !owner.is_empty())
        .ok_or_else(|| Error::refused_with("required", [("field", "owner".into())]))
}

pub(crate) fn matrix_line_move(session: &Session, call: &Call, ask: AnnexLineMove) -> Result<Written, Fault> {
    let state = session.shown().state;
    let (kind, id) = line_key(&state, &ask.row)?;
    let objective = resolve(&state, Kind::Objective, &ask.objective)?;
    let column = column_of(&ask.column)?;
    let after = ask.after.as_ref().map(|after| line_key(&state, after)).transpose()?;
    session.write(call, |plan| plan.act(&call.context, &Op::AnnexMove { kind, id, objective, column, after }, None))
}

pub(crate) fn matrix_line_remove(session: &Session, call: &Call, ask: AnnexLineRemove) -> Result<Written, Fault> {
    let (kind, id) = line_key(&session.shown().state, &ask.row)?;
    session.write(call, |plan| plan.act(&call.context, &Op::AnnexRemove { kind, id }, None))
}
