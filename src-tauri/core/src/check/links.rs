//! Links to what is gone. A plan file holds none but in sets; a snapshot or a merge may.

use std::collections::HashSet;

use super::{Finding, Plan, Rule, key};
use crate::Value;
use crate::kinds::Kind;

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let ids: Vec<HashSet<&str>> =
        Kind::all().map(|kind| plan.state.rows(kind).map(|row| &**row.id()).collect()).collect();
    for kind in Kind::content() {
        let fields: Vec<(u8, &str, Kind)> = (0u8..)
            .zip(kind.def().fields)
            .filter_map(|(index, field)| Some((index, field.name, field.target()?)))
            .collect();
        for row in plan.rows(kind) {
            for (index, name, target) in &fields {
                let there = |id: &str| ids[*target as usize].contains(id);
                let whole = match row.at(*index) {
                    Some(Value::Text(id)) => there(id),
                    Some(Value::Set(set)) => set.iter().all(|id| there(id)),
                    _ => true,
                };
                if !whole {
                    let subject = format!("{} {name}", row.id());
                    found.push(Finding::of(Rule::LinkGone, subject, vec![key(row)], vec![(*name).to_owned()]));
                }
            }
        }
    }
}
