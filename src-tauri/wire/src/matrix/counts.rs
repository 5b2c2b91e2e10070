//! How often what meets what, and the links behind each number.

use std::sync::Arc;

use plan::Row;
use plan::kinds::Kind;
use plan::matrix::{self, Across, Asked, Count, Link};
use plan::state::State;

use crate::present::{self, named};
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Links that one answer holds.
const LINKS: usize = 2_000;

fn asked(get: &MatrixGet) -> Asked {
    let across = match get.across {
        MatrixAcross::ActionLine => Across::ActionLine,
        MatrixAcross::Provision => Across::Provision,
        MatrixAcross::Goal => Across::Goal,
    };
    Asked { across, basis: get.basis.clone().filter(|basis| !basis.is_empty()) }
}

fn counted(count: Option<&Count>) -> MatrixCount {
    let count = count.copied().unwrap_or_default();
    MatrixCount { links: count.links, commitments: count.commitments, by_way: count.by_way, example: count.example }
}

pub(crate) fn matrix_counts(session: &Session, call: &Call, get: MatrixGet) -> Result<Matrix, Fault> {
    let (shown, _) = session.seen(&get.source, get.discreet)?;
    Ok(view(call, &shown.state, &get, shown.op))
}

/// The objectives in the order of the annex.
fn objectives(state: &State) -> Vec<Arc<Row>> {
    matrix::annex(state).into_iter().map(|row| row.objective).collect()
}

pub(super) fn view(call: &Call, state: &State, get: &MatrixGet, op: i64) -> Matrix {
    let strings = &call.strings;
    let asked = asked(get);
    let counts = matrix::counts(state, &asked);
    let objectives = objectives(state);
    // Of many provisions only those that are linked stand across; of action lines and goals all do: a gap is what one looks for.
    let all = asked.across != Across::Provision;
    let across: Vec<&Arc<Row>> =
        state.in_order(asked.across.kind()).iter().filter(|row| all || counts.columns.contains_key(row.id())).collect();
    let mut cells = Vec::new();
    for (row, objective) in objectives.iter().enumerate() {
        for (column, entry) in across.iter().enumerate() {
            if let Some(count) = counts.cells.get(&(objective.id().clone(), entry.id().clone())) {
                cells.push(MatrixCell { row, column, count: counted(Some(count)) });
            }
        }
    }
    let mut notes = Vec::new();
    if counts.all.by_way > 0 {
        notes.push(strings.matrix_note_by_way());
    }
    if counts.without_objective > 0 {
        notes.push(strings.matrix_note_without_objective(counts.without_objective as u64));
    }
    let edge = |row: &Arc<Row>, count: Option<&Count>| MatrixEdge {
        row: present::brief(strings, state, row, note_of(state, row)),
        badge: number_of(row),
        count: counted(count),
    };
    Matrix {
        op,
        rows: objectives.iter().map(|row| edge(row, counts.rows.get(row.id()))).collect(),
        columns: across.iter().map(|row| edge(row, counts.columns.get(row.id()))).collect(),
        cells,
        all: counted(Some(&counts.all)),
        without_objective: counts.without_objective,
        notes,
    }
}

/// The number of an objective, and of a goal.
fn number_of(row: &Row) -> String {
    match (row.kind(), row.get("number")) {
        (Kind::Goal, Some(plan::Value::Int(number))) => number.to_string(),
        (Kind::Objective | Kind::Goal, _) => row.text("number").to_owned(),
        _ => String::new(),
    }
}

/// What a row of the catalogue is, beside its title: of a provision its instrument.
fn note_of(state: &State, row: &Row) -> String {
    match row.kind() {
        Kind::Provision => named(state, row, "instrument"),
        Kind::Objective | Kind::ActionLine => row.text("short_title").to_owned(),
        _ => String::new(),
    }
}

pub(crate) fn matrix_links(session: &Session, call: &Call, ask: MatrixLinksGet) -> Result<MatrixLinks, Fault> {
    let (shown, _) = session.seen(&ask.matrix.source, ask.matrix.discreet)?;
    let (state, strings) = (&shown.state, &call.strings);
    let asked = asked(&ask.matrix);
    let find = |kind: Kind, text: &Option<String>| text.as_deref().map(|text| resolve(state, kind, text)).transpose();
    let objective = find(Kind::Objective, &ask.objective)?;
    let entry = find(asked.across.kind(), &ask.entry)?;
    let links = matrix::links(state, &asked, objective.as_deref(), entry.as_deref());
    let short = |kind: Kind, id: &Option<String>| {
        id.as_deref().and_then(|id| state.row(kind, id)).map(|row| match kind {
            Kind::Objective => row.text("short_title").to_owned(),
            Kind::ActionLine => format!("{} {}", row.short(), row.text("short_title")).trim().to_owned(),
            _ if row.short() == row.title() => row.title().to_owned(),
            _ => format!("{} {}", row.short(), row.title()),
        })
    };
    let title = match (short(Kind::Objective, &objective), short(asked.across.kind(), &entry)) {
        (Some(objective), Some(entry)) => strings.matrix_cell(&entry, &objective),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => strings.matrix_all(),
    };
    let mut commitments: Vec<&str> = links
        .iter()
        .filter(|link| link.by_way.is_none())
        .filter_map(|link| link.commitment.as_ref())
        .map(|row| &**row.id())
        .collect();
    commitments.sort_unstable();
    commitments.dedup();
    let commitments = commitments.len();
    let from = ask.from.min(links.len());
    let to = ask.to.clamp(from, links.len()).min(from + LINKS);
    Ok(MatrixLinks {
        title,
        count: links.len(),
        commitments,
        links: links[from..to].iter().map(|link| told(call, state, asked.across, link)).collect(),
    })
}

fn told(call: &Call, state: &State, across: Across, link: &Link) -> MatrixLink {
    let strings = &call.strings;
    let mapping = &link.mapping;
    let brief = |row: &Arc<Row>| present::brief(strings, state, row, note_of(state, row));
    let of = |kind: Kind| state.row(kind, mapping.text(kind.name())).unwrap_or(mapping);
    let to = match &link.by_way {
        Some(action_line) => action_line,
        None => of(across.kind()),
    };
    MatrixLink {
        row: RowKey { kind: Kind::Mapping.name().into(), id: mapping.id().to_string() },
        from: brief(link.commitment.as_ref().unwrap_or_else(|| of(Kind::Objective))),
        to: brief(to),
        reason: mapping.text("reason").to_owned(),
        basis: match mapping.text("basis") {
            "" => String::new(),
            code => strings.choice(Kind::Mapping, "basis", code),
        },
        provenance: present::provenance(strings, state, mapping),
        as_of: present::date_field(strings, mapping, "as_of").unwrap_or_default(),
        by_way: link.by_way.as_ref().map(|line| strings.matrix_by_way(line.short())).unwrap_or_default(),
        example: link.example,
    }
}
