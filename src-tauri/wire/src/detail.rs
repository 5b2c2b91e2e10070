//! One row with everything around it.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use plan::fold::fold;
use plan::kinds::{Kind, ON};
use plan::state::State;
use plan::{Error, Row, Value};
use plan_strings::Strings;

use crate::compared;
use crate::edit::kind_named;
use crate::gone::Gathered;
use crate::present::{self, row_view};
use crate::read::resolve;
use crate::roles::{self, PLACES, sort_key};
use crate::session::{Call, Fault, Session};
use crate::shipped;
use crate::told;
use crate::types::*;

/// Steps of a row that are shown with it.
const STEPS: usize = 20;

/// Roles that are shown with a row.
const ROLES: usize = 500;
/// Links of one sort that are shown with a row.
const LINKS: usize = 200;

/// The two ends of a mapping.
const ENDS: [&str; 7] = ["commitment", "objective", "provision", "action_line", "goal", "group", "milestone"];

pub(crate) fn row_get(session: &Session, call: &Call, get: RowGet) -> Result<RowDetail, Fault> {
    let kind = kind_named(&get.kind)?;
    if get.discreet && kind.def().private {
        return Err(Error::refused("not-shown-to-others"));
    }
    let (shown, _) = session.seen(&get.source, get.discreet)?;
    let (state, strings) = (&shown.state, &call.strings);
    let id = resolve(state, kind, &get.id)?;
    let row = state.need(kind, &id)?;
    let around = Around::of(state, row);
    let mine = session.shelf.settings().organization;
    let owner = state.row(Kind::Organization, row.text("owner"));
    let foreign =
        owner.filter(|o| !mine.is_empty() && fold(o.short()) != fold(&mine) && fold(o.title()) != fold(&mine));
    let marks = compared::marks(session, &shown, &get.source, kind, get.compare.as_ref(), get.discreet)?;
    let mut view = row_view(strings, state, row, &[]);
    view.mark = marks.and_then(|marks| marks.tell(strings, row, &view, true));
    Ok(RowDetail {
        row: view,
        provenance: present::provenance(strings, state, row),
        links: links(strings, state, row, &around),
        role_count: around.roles.len(),
        roles: around.roles.iter().take(ROLES).map(|role| roles::view(call, state, role)).collect(),
        updates: around.updates.iter().map(|update| row_view(strings, state, update, &[])).collect(),
        indicators: indicators(strings, state, row, &around),
        statements: around.statements.iter().map(|row| told::statement(strings, state, row)).collect(),
        notes: around.notes.iter().map(|note| row_view(strings, state, note, &[])).collect(),
        report_due: told::due(call, state, row),
        shipped: shipped::differences(strings, state, row)?,
        history: match get.source {
            Source::Now => {
                let gathered = session.steps_of(kind, &id, STEPS, |plan, step, changes| {
                    Gathered::of(plan, state, step, changes, get.discreet)
                })?;
                gathered.iter().flatten().filter_map(|step| step.told(call, &[])).collect()
            }
            _ => Vec::new(),
        },
        foreign_owner: foreign.map(|o| o.short().to_owned()),
    })
}

/// The rows that name a row.
struct Around {
    /// Assignments in the order of the plan.
    roles: Vec<Arc<Row>>,
    /// Reports, newest first.
    updates: Vec<Arc<Row>>,
    /// Indicators in the order of the plan.
    indicators: Vec<Arc<Row>>,
    /// What was said of it, newest first.
    statements: Vec<Arc<Row>>,
    /// Notes on it, newest first.
    notes: Vec<Arc<Row>>,
    /// All others, each with the field that names the row.
    others: Vec<(Arc<Row>, &'static str)>,
}

impl Around {
    fn of(state: &State, row: &Row) -> Around {
        let kind = row.kind();
        let mut around = Around {
            roles: vec![],
            updates: vec![],
            indicators: vec![],
            statements: vec![],
            notes: vec![],
            others: vec![],
        };
        let named = HashMap::from([(kind, HashSet::from([row.id().clone()]))]);
        for referrer in state.referrers(&named) {
            let other = referrer.row.clone();
            let field = other.kind().def().fields[referrer.index as usize].name;
            match (other.kind(), field) {
                (Kind::Assignment, "organization" | "person" | "role") => around.roles.push(other),
                (Kind::Assignment, field) if PLACES.contains(&field) => around.roles.push(other),
                (Kind::Update, "commitment") => around.updates.push(other),
                (Kind::Indicator, "commitment" | "objective") => around.indicators.push(other),
                (Kind::Statement, field) if ON.contains(&field) => around.statements.push(other),
                (Kind::Note, _) => around.notes.push(other),
                _ => around.others.push((other, field)),
            }
        }
        around.roles.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
        around.indicators.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
        newest_first(&mut around.updates, "date");
        newest_first(&mut around.statements, "date");
        newest_first(&mut around.notes, "date");
        around
    }
}

/// Sorts rows by a date, the newest first; among equals the one that was made last, and those without a date at the end.
fn newest_first(rows: &mut [Arc<Row>], field: &str) {
    rows.sort_by_cached_key(|row| {
        let day = present::date_of(row, field).map(|date| date.sort_key());
        (day.is_none(), Reverse(day), Reverse(row.text("ord").to_owned()))
    });
}

fn indicators(strings: &Strings, state: &State, row: &Arc<Row>, around: &Around) -> Vec<IndicatorView> {
    let own = [row.clone()];
    let rows: &[Arc<Row>] = if row.kind() == Kind::Indicator { &own } else { &around.indicators };
    let mut by_indicator: HashMap<&str, Vec<Arc<Row>>> = rows.iter().map(|row| (&**row.id(), Vec::new())).collect();
    for measurement in state.rows(Kind::Measurement) {
        if let Some(measured) = by_indicator.get_mut(measurement.text("indicator")) {
            measured.push(measurement.clone());
        }
    }
    let mut of = |indicator: &Arc<Row>| {
        let mut measured = by_indicator.remove(&**indicator.id()).unwrap_or_default();
        newest_first(&mut measured, "as_of");
        IndicatorView {
            row: row_view(strings, state, indicator, &[]),
            progress: told::progress(strings, indicator, &measured),
            measurements: measured.iter().map(|m| row_view(strings, state, m, &[])).collect(),
        }
    };
    rows.iter().map(&mut of).collect()
}

/// Linked rows of one sort, as they are found.
struct Found {
    label: String,
    rows: Vec<RowBrief>,
    count: usize,
}

/// What the row names and what names it, apart from what has a place of its own in the answer.
fn links(strings: &Strings, state: &State, row: &Row, around: &Around) -> Vec<LinkGroup> {
    let kind = row.kind();
    let mut own: Vec<Found> = Vec::new();
    for field in kind.def().fields {
        let Some(target) = field.target() else { continue };
        let ids: Vec<&str> = match row.get(field.name) {
            Some(Value::Text(id)) => vec![&**id],
            Some(Value::Set(set)) => set.iter().map(|id| &**id).collect(),
            _ => continue,
        };
        // What a milestone hangs on is said with its distance.
        let note = if field.name == "anchor" { present::hangs_on(strings, state, row) } else { None };
        for named in ids.iter().filter_map(|id| state.row(target, id)) {
            push(&mut own, strings.field(field.name), || {
                present::brief(strings, state, named, note.clone().unwrap_or_default())
            });
        }
    }
    let mut others: Vec<Found> = Vec::new();
    for (other, field) in &around.others {
        match other.kind() {
            // A mapping is shown by its other end, with its reason.
            Kind::Mapping => {
                let far = ENDS.iter().filter(|end| **end != *field).find_map(|end| roles::target(state, other, end));
                if let Some(end) = far {
                    push(&mut others, strings.kinds(end.kind()), || {
                        present::brief(strings, state, end, other.text("reason").to_owned())
                    });
                }
            }
            // Measurements stand with their indicator.
            Kind::Measurement if kind == Kind::Indicator => {}
            _ => push(&mut others, label_of_referrer(strings, kind, other.kind(), field), || {
                present::brief(strings, state, other, present::when_of(strings, state, other).unwrap_or_default())
            }),
        }
    }
    let group = |found: Found| LinkGroup { label: found.label, rows: found.rows, count: found.count };
    own.into_iter().chain(others).map(group).collect()
}

/// Rows of the own kind are called by what they are to this one: "Sub-groups", not "Groups".
fn label_of_referrer(strings: &Strings, kind: Kind, other: Kind, field: &str) -> String {
    let key = format!("link-{}-{}", kind.name().replace('_', "-"), field.replace('_', "-"));
    let own = if other == kind { strings.lookup(&key) } else { None };
    own.unwrap_or_else(|| strings.kinds(other))
}

fn push(found: &mut Vec<Found>, label: String, brief: impl FnOnce() -> RowBrief) {
    let at = found.iter().position(|f| f.label == label).unwrap_or_else(|| {
        found.push(Found { label, rows: Vec::new(), count: 0 });
        found.len() - 1
    });
    let sort = &mut found[at];
    sort.count += 1;
    if sort.rows.len() < LINKS {
        sort.rows.push(brief());
    }
}
