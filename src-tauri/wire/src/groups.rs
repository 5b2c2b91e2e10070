//! The tree of groups, and the card that answers who leads.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use plan::Row;
use plan::kinds::Kind;
use plan::state::{Id, State};

use crate::facts::Facts;
use crate::present::{self, row_view};
use crate::read::resolve;
use crate::roles;
use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn group_tree(session: &Session, call: &Call, get: GroupTree) -> Result<Vec<GroupNode>, Fault> {
    let (shown, _) = session.source(&get.source)?;
    Ok(tree(call, &shown.state))
}

/// All groups: each behind its parent, siblings in the order of the plan. Groups in a circle, which a file of another program
/// may hold, hang below the first of them.
fn tree(call: &Call, state: &State) -> Vec<GroupNode> {
    let rows = state.in_order(Kind::Group);
    let below = children(state);
    let mut nodes = Vec::with_capacity(rows.len());
    let mut met: HashSet<&Id> = HashSet::with_capacity(rows.len());
    let tops = rows.iter().filter(|row| parent(state, row).is_none());
    // Whoever is in a circle is below no top.
    for top in tops.chain(rows) {
        let mut waiting = vec![(top, 0)];
        while let Some((row, depth)) = waiting.pop() {
            if !met.insert(row.id()) {
                continue;
            }
            let sub_groups = below.get(&**row.id()).map(Vec::as_slice).unwrap_or_default();
            nodes.push(node(call, state, row, depth, sub_groups.len()));
            waiting.extend(sub_groups.iter().rev().map(|sub_group| (*sub_group, depth + 1)));
        }
    }
    nodes
}

fn node(call: &Call, state: &State, row: &Row, depth: usize, children: usize) -> GroupNode {
    GroupNode {
        id: row.id().to_string(),
        title: row.title().to_owned(),
        short: row.text("acronym").to_owned(),
        depth,
        children,
        badge: badge(state, row),
        when: present::when_of(&call.strings, state, row).unwrap_or_default(),
        ended: !row.text("successor").is_empty() || roles::over(row, roles::today(call)),
    }
}

fn parent<'a>(state: &'a State, row: &Row) -> Option<&'a Arc<Row>> {
    roles::target(state, row, "parent")
}

/// The sub-groups of every group that has some, in the order of the plan.
fn children(state: &State) -> HashMap<&str, Vec<&Arc<Row>>> {
    let mut children: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
    for row in state.in_order(Kind::Group) {
        if let Some(parent) = parent(state, row) {
            children.entry(parent.id()).or_default().push(row);
        }
    }
    children
}

/// The number of the objective that a group is about.
pub(crate) fn badge(state: &State, row: &Row) -> String {
    roles::target(state, row, "objective").map(|o| o.text("number").to_owned()).unwrap_or_default()
}

pub(crate) fn group_card(session: &Session, call: &Call, get: GroupGet) -> Result<GroupCard, Fault> {
    let (shown, _) = session.source(&get.source)?;
    let (state, strings) = (&shown.state, &call.strings);
    let id = resolve(state, Kind::Group, &get.id)?;
    let row = state.need(Kind::Group, &id)?;
    let facts = Facts::of(call, state, row);
    let brief = |group: &Arc<Row>| {
        present::brief(strings, state, group, present::when_of(strings, state, group).unwrap_or_default())
    };
    let held = |group: &Row| facts.held(group).iter().map(|held| roles::view(call, state, held)).collect();
    let follows = |other: &&Arc<Row>| other.text("successor") == id;
    Ok(GroupCard {
        row: row_view(strings, state, row, &[]),
        facts: facts.sentences(),
        not_stated: facts.not_stated(),
        question: facts.question().unwrap_or_default(),
        predecessors: state.in_order(Kind::Group).iter().filter(follows).map(brief).collect(),
        successor: roles::target(state, row, "successor").map(brief),
        roles: held(row),
        sub_groups: facts
            .sub_groups()
            .iter()
            .map(|sub_group| SubGroup {
                row: brief(sub_group),
                badge: badge(state, sub_group),
                roles: held(sub_group),
                not_stated: facts
                    .missing_of(sub_group)
                    .map(|missing| facts.missing_words(&missing))
                    .unwrap_or_default(),
            })
            .collect(),
    })
}
