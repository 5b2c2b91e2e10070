//! Which lane a row stands in.

use std::collections::HashMap;

use super::Entry;
use crate::Row;
use crate::kinds::Kind;
use crate::state::{Id, State};

/// What a lane is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LaneBy {
    /// The objective of the commitment or group that a milestone belongs to, or that it is linked to.
    Objective,
    /// The group.
    Group,
    /// The organization that leads: at the milestone, else on its commitment.
    Lead,
    /// Each row by itself, in the order of the plan; milestones behind their commitment, where both are shown.
    Plan,
}

impl LaneBy {
    /// By its code: `objective`, `group`, `lead`, `plan`.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "objective" => LaneBy::Objective,
            "group" => LaneBy::Group,
            "lead" => LaneBy::Lead,
            "plan" => LaneBy::Plan,
            _ => return None,
        })
    }

    fn kind(self) -> Kind {
        match self {
            LaneBy::Objective => Kind::Objective,
            LaneBy::Group => Kind::Group,
            LaneBy::Lead => Kind::Organization,
            LaneBy::Plan => Kind::Milestone,
        }
    }
}

/// Roles that stand for the lead at a milestone, best first.
const LEADING: [&str; 6] = ["lead", "co-lead", "host", "secretariat", "coordinator", "chair"];

type Keyed = Vec<(Kind, Option<Id>, Vec<u32>)>;

/// The lanes in their order, each with positions of entries. `rows` are those of the entries; behind them entries are those of the
/// earlier state.
pub(super) fn keyed(state: &State, before: Option<&State>, entries: &[Entry], rows: &[&Row], by: LaneBy) -> Keyed {
    if by == LaneBy::Plan {
        return lines(state, entries);
    }
    let kept = rows.len();
    let (now, then) = (Finder::of(state, by), before.filter(|_| kept < entries.len()).map(|s| Finder::of(s, by)));
    let mut lanes: HashMap<&str, Vec<u32>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let key = match (rows.get(at), then.as_ref()) {
            (Some(row), _) => now.key(row),
            (None, Some(then)) => then.state.row(entry.kind, &entry.id).map_or("", |row| then.key(row)),
            (None, None) => "",
        };
        lanes.entry(key).or_default().push(at as u32);
    }
    let mut ordered: Keyed = Vec::with_capacity(lanes.len());
    for row in state.in_order(by.kind()) {
        if let Some(of_lane) = lanes.remove(&**row.id()) {
            ordered.push((by.kind(), Some(row.id().clone()), of_lane));
        }
    }
    // What belongs to none, or to what is not there, in the order of the entries.
    let mut rest: Vec<u32> = lanes.into_values().flatten().collect();
    rest.sort_unstable();
    if !rest.is_empty() {
        ordered.push((by.kind(), None, rest));
    }
    ordered
}

/// Each row is a lane; a milestone stands behind its commitment, where that is among them.
fn lines(state: &State, entries: &[Entry]) -> Keyed {
    let commitments: HashMap<&Id, usize> =
        entries.iter().enumerate().filter(|(_, e)| e.kind == Kind::Commitment).map(|(at, e)| (&e.id, at)).collect();
    let mut order: Vec<(usize, usize, u32)> = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let own = state.row(Kind::Milestone, &entry.id).filter(|_| entry.kind == Kind::Milestone);
            let above = own.and_then(|row| commitments.get(&Id::from(row.text("commitment"))));
            (above.copied().unwrap_or(at), usize::from(above.is_some()), at as u32)
        })
        .collect();
    order.sort_unstable();
    let lane = |at: u32| (entries[at as usize].kind, Some(entries[at as usize].id.clone()), vec![at]);
    order.into_iter().map(|(.., at)| lane(at)).collect()
}

/// Finds the lane of a row. What links rows is gone through once.
struct Finder<'a> {
    state: &'a State,
    by: LaneBy,
    milestones: HashMap<&'a str, &'a str>,
    commitments: HashMap<&'a str, &'a str>,
    /// All commitments: each has several milestones.
    rows: HashMap<&'a str, &'a Row>,
}

impl<'a> Finder<'a> {
    fn of(state: &'a State, by: LaneBy) -> Finder<'a> {
        let rows = state.rows(Kind::Commitment).map(|row| (&**row.id(), &**row)).collect();
        let mut finder = Finder { state, by, milestones: HashMap::new(), commitments: HashMap::new(), rows };
        match by {
            LaneBy::Objective => finder.by_mapping("milestone", |finder, row| match row.text("objective") {
                "" => finder.objective_of_commitment(row.text("commitment")),
                objective => objective,
            }),
            LaneBy::Group => finder.by_mapping("commitment", |_, row| row.text("group")),
            LaneBy::Lead => finder.by_assignment(),
            LaneBy::Plan => {}
        }
        finder
    }

    fn by_mapping(&mut self, whose: &str, key: impl Fn(&Finder<'a>, &'a Row) -> &'a str) {
        for row in self.state.in_order(Kind::Mapping) {
            let (of, key) = (row.text(whose), key(self, row));
            if !of.is_empty() && !key.is_empty() {
                let found = if whose == "milestone" { &mut self.milestones } else { &mut self.commitments };
                found.entry(of).or_insert(key);
            }
        }
    }

    fn by_assignment(&mut self) {
        let mut ranks: HashMap<&str, usize> = HashMap::new();
        for row in self.state.rows(Kind::Assignment) {
            let (of, holder) = (row.text("milestone"), row.text("organization"));
            let Some(rank) = LEADING.iter().position(|role| *role == row.text("role")) else { continue };
            if !of.is_empty() && !holder.is_empty() && row.text("state") != "ended" {
                let best = ranks.entry(of).or_insert(usize::MAX);
                if rank < *best {
                    *best = rank;
                    self.milestones.insert(of, holder);
                }
            }
        }
    }

    fn objective_of_commitment(&self, id: &str) -> &'a str {
        self.rows.get(id).map_or("", |row| row.text("objective"))
    }

    /// The row that a lane stands for, by its id; empty: none.
    fn key(&self, row: &'a Row) -> &'a str {
        let is_milestone = row.kind() == Kind::Milestone;
        let commitment = if is_milestone { self.rows.get(row.text("commitment")).copied() } else { Some(row) };
        let of_commitment = |field: &str| commitment.map_or("", |row| row.text(field));
        let own = self.milestones.get(&**row.id()).copied().filter(|_| is_milestone);
        match self.by {
            LaneBy::Objective => {
                let group = self.state.row(Kind::Group, row.text("group")).filter(|_| is_milestone);
                first([of_commitment("objective"), group.map_or("", |g| g.text("objective")), own.unwrap_or("")])
            }
            LaneBy::Group => {
                let group = if is_milestone { row.text("group") } else { "" };
                let linked = commitment.and_then(|row| self.commitments.get(&**row.id())).copied();
                first([group, linked.unwrap_or(""), ""])
            }
            LaneBy::Lead => first([own.unwrap_or(""), of_commitment("lead"), of_commitment("owner")]),
            LaneBy::Plan => row.id(),
        }
    }
}

fn first(of: [&str; 3]) -> &str {
    of.into_iter().find(|text| !text.is_empty()).unwrap_or("")
}
