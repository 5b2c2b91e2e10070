//! What has ended or was renamed, and is named all the same: groups and organizations. Also what to look at when one is
//! concluded or followed by another.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::day::{bounds, over};
use super::{Finding, Plan, Rule, key};
use crate::kinds::Kind;
use crate::state::{Id, Row, State};

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let ended = [Kind::Group, Kind::Organization].map(|kind| {
        let rows = plan.rows(kind).iter().filter(|row| has_ended(row, plan.today));
        (kind, rows.map(|row| row.id().clone()).collect::<HashSet<Id>>())
    });
    if ended.iter().all(|(_, ids)| ids.is_empty()) {
        return;
    }
    let named: HashMap<Kind, HashSet<Id>> = ended.into_iter().collect();
    let mut by: HashMap<(Kind, Id), Vec<Arc<Row>>> = HashMap::new();
    for referrer in plan.state.referrers(&named) {
        let field = &referrer.row.kind().def().fields[referrer.index as usize];
        let Some(kind) = field.target() else { continue };
        for id in ids_of(&referrer.row, referrer.index) {
            let is_ended = named.get(&kind).is_some_and(|ids| ids.contains(id));
            if is_ended && still(plan, kind, id, &referrer.row, field.name) {
                by.entry((kind, id.into())).or_default().push(referrer.row.clone());
            }
        }
    }
    for kind in [Kind::Group, Kind::Organization] {
        for row in plan.rows(kind) {
            let Some(naming) = by.get(&key(row)) else { continue };
            let rows = std::iter::once(key(row)).chain(naming.iter().map(|row| key(row))).collect();
            let facts = vec![row.text("successor").to_owned(), naming.len().to_string()];
            found.push(Finding::of(Rule::EndedStillNamed, &**row.id(), rows, facts));
        }
    }
}

fn has_ended(row: &Row, today: chrono::NaiveDate) -> bool {
    let until = bounds(row, "until").and_then(|until| until.end_not_after).is_some_and(|end| end < today);
    !row.text("successor").is_empty() || over(row, today) || until
}

fn ids_of(row: &Row, index: u8) -> Vec<&str> {
    match row.at(index) {
        Some(crate::Value::Text(text)) => vec![&**text],
        Some(crate::Value::Set(set)) => set.iter().map(|id| &**id).collect(),
        _ => Vec::new(),
    }
}

/// Whether a row names what has ended as if it went on. What was so at its time stays as it was.
fn still(plan: &Plan<'_>, kind: Kind, id: &str, row: &Row, field: &str) -> bool {
    match row.kind() {
        // What was said, noted or explained of it, what it followed, and what it was part of are the past.
        Kind::Statement | Kind::Note | Kind::Intent => false,
        Kind::Organization => false,
        Kind::Group => field == "parent" && !over(row, plan.today) && row.text("successor").is_empty(),
        Kind::Assignment => row.text("state") != "ended" && !over(row, plan.today),
        Kind::Milestone => {
            let last =
                plan.state.row(kind, id).and_then(|ended| bounds(ended, "end")).and_then(|end| end.end_not_after);
            let first = plan.state.days(row.id()).and_then(|days| days.bounds.start_not_before);
            matches!((last, first), (Some(last), Some(first)) if first > last)
        }
        Kind::Commitment => !matches!(row.text("status"), "completed" | "concluded" | "superseded"),
        Kind::Person => true,
        _ => field != "source",
    }
}

/// Every row that names a group or an organization, kinds in their order: what to look at when it is concluded or renamed.
pub fn naming(state: &State, kind: Kind, id: &Id) -> Vec<(Arc<Row>, &'static str)> {
    let named = HashMap::from([(kind, HashSet::from([id.clone()]))]);
    let rows = state.referrers(&named).into_iter().filter(|referrer| referrer.row.id() != id);
    rows.map(|referrer| {
        let name = referrer.row.kind().def().fields[referrer.index as usize].name;
        (referrer.row, name)
    })
    .collect()
}
