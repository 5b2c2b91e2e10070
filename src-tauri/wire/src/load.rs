//! How many roles somebody holds, and at the same time: told only when it is asked for. Nobody is scored.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use plan::Row;
use plan::kinds::Kind;

use crate::present;
use crate::roles;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Roles by which somebody leads.
const LEADING: [&str; 6] = ["chair", "co-chair", "lead", "co-lead", "facilitator", "co-facilitator"];
/// Holders that one request may ask for.
const HOLDERS: usize = 1_000;

pub(crate) fn roles_load(session: &Session, call: &Call, ask: RolesLoadGet) -> Result<Vec<RolesLoad>, Fault> {
    let (shown, _) = session.seen(&ask.source, ask.discreet)?;
    let state = &shown.state;
    let wanted: HashSet<&str> = ask.holders.iter().take(HOLDERS).map(String::as_str).collect();
    let mut held: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
    for row in state.rows(Kind::Assignment) {
        for field in ["organization", "person"] {
            if let Some(holder) = wanted.get(row.text(field)) {
                held.entry(holder).or_default().push(row);
            }
        }
    }
    let load = |holder: &String| {
        let rows = held.get(holder.as_str()).map(Vec::as_slice).unwrap_or_default();
        // What several documents state is one role.
        let key = |row: &Arc<Row>| {
            let place = roles::PLACES.iter().map(|field| row.text(field)).collect::<Vec<_>>().join(" ");
            (place, row.text("role").to_owned())
        };
        let now: Vec<&Arc<Row>> = rows.iter().copied().filter(|row| !roles::ended(row, roles::today(call))).collect();
        let distinct: HashSet<_> = now.iter().map(|row| key(row)).collect();
        let leading = distinct.iter().filter(|(_, role)| LEADING.contains(&role.as_str())).count();
        let groups: HashSet<&str> = now.iter().map(|row| row.text("group")).filter(|group| !group.is_empty()).collect();
        let mut spans: HashMap<_, (NaiveDate, NaiveDate)> = HashMap::new();
        for row in rows {
            let (from, to) = span(row);
            let known = spans.entry(key(row)).or_insert((from, to));
            *known = (known.0.min(from), known.1.max(to));
        }
        let at_once = most_at_once(spans.into_values());
        let number = |count: usize| count as u64;
        RolesLoad {
            holder: holder.clone(),
            roles: distinct.len(),
            leading,
            groups: groups.len(),
            at_once,
            words: match distinct.len() {
                0 => call.strings.load_none(),
                roles => call.strings.load_roles(number(at_once), number(leading), number(roles)),
            },
        }
    };
    Ok(ask.holders.iter().take(HOLDERS).map(load).collect())
}

/// From when to when a role may be held; what is not stated is open.
fn span(row: &Row) -> (NaiveDate, NaiveDate) {
    let from = present::date_of(row, "start").and_then(|date| date.bounds().start_not_before);
    let to = present::date_of(row, "end").and_then(|date| date.bounds().end_not_after);
    let from = from.unwrap_or(NaiveDate::MIN);
    // What has ended on a day that nobody states is not held with what began since.
    let to = to.unwrap_or(if row.text("state") == "ended" { from } else { NaiveDate::MAX });
    (from, to)
}

/// The most of some spans that share a day.
fn most_at_once(spans: impl Iterator<Item = (NaiveDate, NaiveDate)>) -> usize {
    let mut edges: Vec<(NaiveDate, i8)> = Vec::new();
    for (from, to) in spans.filter(|(from, to)| from <= to) {
        edges.push((from, -1));
        edges.push((to, 1));
    }
    // Who comes on a day meets who goes on it.
    edges.sort_unstable();
    let (mut here, mut most) = (0_usize, 0);
    for (_, edge) in edges {
        if edge < 0 {
            here += 1;
            most = most.max(here);
        } else {
            here -= 1;
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_share_a_day_are_held_at_once() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let span = |from: &str, to: &str| (day(from), day(to));
        assert_eq!(most_at_once([].into_iter()), 0);
        let apart = [span("2024-01-01", "2024-05-01"), span("2024-05-02", "2024-09-01")];
        assert_eq!(most_at_once(apart.into_iter()), 1);
        let touching = [span("2024-01-01", "2024-05-01"), span("2024-05-01", "2024-09-01")];
        assert_eq!(most_at_once(touching.into_iter()), 2);
        let open =
            [(NaiveDate::MIN, NaiveDate::MAX), span("2024-01-01", "2024-05-01"), (NaiveDate::MIN, NaiveDate::MAX)];
        assert_eq!(most_at_once(open.into_iter()), 3);
    }
}
