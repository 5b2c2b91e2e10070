//! The annex: objectives down, the WSIS process and the ITU's activities across, lines in the cells. A line is a commitment, or a
//! link from an objective to an action line.

use std::collections::HashMap;
use std::sync::Arc;

use crate::history::order;
use crate::kinds::{ANNEX, Kind};
use crate::state::{Id, State};
use crate::{Error, Result, Row};

/// A column of the annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Action lines, and what belongs to the process of the World Summit.
    WsisProcess,
    /// What the ITU does.
    ItuActivities,
}

impl Column {
    /// Both, in the order of the page.
    pub const ALL: [Column; 2] = [Column::WsisProcess, Column::ItuActivities];

    /// Its code, as the field `annex` holds it.
    pub fn code(self) -> &'static str {
        ANNEX[self as usize]
    }
    /// The column of that code.
    pub fn from_code(code: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.code() == code)
    }
    /// What stands above it in the document, which is what a source paragraph says of it.
    fn heading(self) -> &'static str {
        match self {
            Column::WsisProcess => "WSIS process",
            Column::ItuActivities => "ITU activities",
        }
    }
}

/// One row of the annex.
#[derive(Debug, Clone)]
pub struct AnnexRow {
    /// The objective, or one of the two rows beside the objectives.
    pub objective: Arc<Row>,
    /// The lines of each column, in their order.
    pub cells: [Vec<Arc<Row>>; 2],
}

impl AnnexRow {
    /// The lines of one cell.
    pub fn cell(&self, column: Column) -> &[Arc<Row>] {
        &self.cells[column as usize]
    }
}

/// Whether a row is of a sort that the annex prints: a commitment, or a link from an objective to an action line.
fn may_be_printed(row: &Row) -> bool {
    match row.kind() {
        Kind::Commitment => !row.text("objective").is_empty(),
        Kind::Mapping => !row.text("objective").is_empty() && !row.text("action_line").is_empty(),
        _ => false,
    }
}

/// The column that the document prints a row in, as the paragraph says that it is cited with: "Section 1, objective 2; Annex,
/// objective 2, ITU activities".
fn cited(row: &Row) -> Option<Column> {
    let says = |place: &str, column: Column| {
        let mut parts = place.split(',').map(str::trim);
        let begins = parts.next().is_some_and(|first| first.eq_ignore_ascii_case("annex"));
        begins && parts.next_back().is_some_and(|last| last.eq_ignore_ascii_case(column.heading()))
    };
    let places = row.text("source_para").split(';').map(str::trim);
    places.into_iter().find_map(|place| Column::ALL.into_iter().find(|column| says(place, *column)))
}

/// Whether the document itself prints a row in its annex, whatever has become of it here.
pub fn is_printed(row: &Row) -> bool {
    may_be_printed(row) && cited(row).is_some()
}

/// The column in which a row stands; none: it is not in the annex. Where nobody put it anywhere, it stands where the document
/// prints it.
pub fn column(row: &Row) -> Option<Column> {
    if !may_be_printed(row) {
        return None;
    }
    match row.text("annex") {
        "" => cited(row),
        code => Column::from_code(code),
    }
}

/// The place of a row within its cell. One that nobody moved stands in the order of the plan, action lines before the rest.
fn place(row: &Row) -> String {
    match row.text("annex_ord") {
        "" => format!("{}{}", if row.kind() == Kind::Mapping { 1 } else { 2 }, row.text("ord")),
        moved => moved.to_owned(),
    }
}

/// A line with its place.
type Placed<'a> = (String, &'a Arc<Row>);

/// The whole annex: a row for each objective in the order of the plan; those without a number stand where the plan has them.
pub fn annex(state: &State) -> Vec<AnnexRow> {
    let mut cells: HashMap<&str, [Vec<Placed<'_>>; 2]> = HashMap::new();
    for row in state.rows(Kind::Mapping).chain(state.rows(Kind::Commitment)) {
        if let Some(column) = column(row) {
            cells.entry(row.text("objective")).or_default()[column as usize].push((place(row), row));
        }
    }
    let sorted = |mut lines: Vec<Placed<'_>>| -> Vec<Arc<Row>> {
        lines.sort_by(|(a, x), (b, y)| (a, x.id()).cmp(&(b, y.id())));
        lines.into_iter().map(|(_, row)| row.clone()).collect()
    };
    printed_order(state)
        .into_iter()
        .map(|objective| {
            let cells = cells.remove(&**objective.id()).unwrap_or_default();
            AnnexRow { objective: objective.clone(), cells: cells.map(sorted) }
        })
        .collect()
}

/// The objectives as the document has them: what concerns all of them first, follow-up last.
fn printed_order(state: &State) -> Vec<&Arc<Row>> {
    let mut rows: Vec<&Arc<Row>> = state.in_order(Kind::Objective).iter().collect();
    // The catalogue has the numbered ones first; only the row of all objectives is printed before them.
    rows.sort_by_key(|row| &**row.id() != "ALL");
    rows
}

/// The lines of one cell.
fn cell(state: &State, objective: &str, column: Column) -> Vec<Arc<Row>> {
    let mut rows = annex(state);
    match rows.iter().position(|row| &**row.objective.id() == objective) {
        Some(at) => std::mem::take(&mut rows[at].cells[column as usize]),
        None => Vec::new(),
    }
}

/// A row that can be a line of the annex, or why not.
///
/// # Errors
/// `Stale`, where the row is gone; `Refused annex-not-a-line`, where it cannot be one.
pub fn line_of<'a>(state: &'a State, kind: Kind, id: &str) -> Result<&'a Arc<Row>> {
    let row = state.need(kind, id)?;
    let fits = match kind {
        Kind::Commitment => true,
        Kind::Mapping => !row.text("action_line").is_empty() && !row.text("objective").is_empty(),
        _ => false,
    };
    if fits { Ok(row) } else { Err(Error::refused_with("annex-not-a-line", [("kind", kind.name().into())])) }
}

/// The places to write so that a line stands in a cell behind another, or first: mostly one.
///
/// # Errors
/// `Stale`, where the other line is not in that cell any more.
pub fn places(
    state: &State,
    objective: &str,
    column: Column,
    line: (Kind, &str),
    after: Option<(Kind, &str)>,
) -> Result<Vec<(Kind, Id, String)>> {
    let is = |row: &Row, (kind, id): (Kind, &str)| row.kind() == kind && &**row.id() == id;
    let lines: Vec<Arc<Row>> = cell(state, objective, column).into_iter().filter(|row| !is(row, line)).collect();
    let at = match after {
        Some(after) => {
            let found = lines.iter().position(|row| is(row, after));
            found.ok_or_else(|| Error::stale(after.0.name(), after.1))? + 1
        }
        None => 0,
    };
    let low = at.checked_sub(1).map(|before| place(&lines[before])).unwrap_or_default();
    let high = lines.get(at).map(|row| place(row));
    if let Some(place) = order::between(&low, high.as_deref()) {
        return Ok(vec![(line.0, line.1.into(), place)]);
    }
    // Two that two people put at the same place leave no room between them: then all of the cell get fresh places.
    let key = |row: &Arc<Row>| (row.kind(), row.id().clone());
    let (before, behind) = lines.split_at(at);
    let all = before.iter().map(key).chain([(line.0, Id::from(line.1))]).chain(behind.iter().map(key));
    Ok(all.enumerate().map(|(n, (kind, id))| (kind, id, order::nth(n))).collect())
}

/// The place of a line that is not there yet, behind another one of its cell or, without one, behind all.
///
/// # Errors
/// `Stale`, where the other line is not in that cell any more.
pub fn placed_behind(
    state: &State,
    objective: &str,
    column: Column,
    after: Option<(Kind, &str)>,
) -> Result<Option<String>> {
    let lines = cell(state, objective, column);
    let at = match after {
        Some((kind, id)) => {
            let found = lines.iter().position(|row| row.kind() == kind && &**row.id() == id);
            found.ok_or_else(|| Error::stale(kind.name(), id))? + 1
        }
        None => lines.len(),
    };
    let low = at.checked_sub(1).map(|before| place(&lines[before])).unwrap_or_default();
    let high = lines.get(at).map(|row| place(row));
    // Where there is no room it stands behind all, from where it can be moved.
    let last = || lines.last().and_then(|row| order::between(&place(row), None));
    Ok(order::between(&low, high.as_deref()).or_else(last))
}
