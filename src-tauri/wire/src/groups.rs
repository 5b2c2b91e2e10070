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

fn tree(call: &Call, state: &State) -> Vec<GroupNode> {
    let below = children(state);
    let sub_groups = |row: &Row| below.get(&**row.id()).map_or(0, Vec::len);
    in_tree(state).into_iter().map(|(row, depth)| node(call, state, row, depth, sub_groups(row))).collect()
}

/// All groups with their depth: each behind its parent, siblings in the order of the plan. Groups in a circle, which a file of
/// another program may hold, hang below the first of them.
pub(crate) fn in_tree(state: &State) -> Vec<(&Arc<Row>, usize)> {
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
            nodes.push((row, depth));
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
    let (shown, _) = session.seen(&get.source, get.discreet)?;
    let id = resolve(&shown.state, Kind::Group, &get.id)?;
    Ok(card(call, &shown.state, shown.state.need(Kind::Group, &id)?))
}

fn card(call: &Call, state: &State, row: &Arc<Row>) -> GroupCard {
    let strings = &call.strings;
    let facts = Facts::of(call, state, row);
    let (stated, readings) = facts.sentences();
    let brief = |group: &Arc<Row>| {
        present::brief(strings, state, group, present::when_of(strings, state, group).unwrap_or_default())
    };
    let held = |group: &Row| facts.held(group).iter().map(|held| roles::view(call, state, held)).collect();
    let follows = |other: &&Arc<Row>| other.text("successor") == &**row.id();
    GroupCard {
        row: row_view(strings, state, row, &[]),
        facts: stated,
        readings,
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
    }
}

#[cfg(test)]
mod tests {
    use plan::{Context, Value};
    use plan_strings::Strings;
    use serde_json::json;

    use super::*;

    fn call() -> Call {
        let now: chrono::DateTime<chrono::Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        let context = Context { now, today: now.date_naive(), by: String::new(), organization: String::new(), seed: 0 };
        Call {
            language: "en".into(),
            context,
            strings: Strings::new("en"),
            opening: 0,
            about: Default::default(),
            cancelled: None,
        }
    }

    fn row(kind: Kind, id: &str, fields: &[(&str, &str)]) -> Row {
        fields.iter().fold(Row::new(kind, id), |row, (name, text)| {
            let index = kind.def().index(name).unwrap();
            let value = Value::accept(&kind.def().fields[index as usize], &json!(text)).unwrap();
            row.with(index, value)
        })
    }

    /// Groups by the number of their parent; without one at the top.
    fn groups(parents: impl Iterator<Item = Option<usize>>) -> State {
        let mut state = State::default();
        for (at, parent) in parents.enumerate() {
            let parent = parent.map(|parent| format!("g{parent}")).unwrap_or_default();
            let (title, ord) = (format!("Group {at}"), format!("{at:08}"));
            let group = row(
                Kind::Group,
                &format!("g{at}"),
                &[("title", &title), ("parent", &parent), ("kind", "sub_group"), ("ord", &ord)],
            );
            state.put(group);
        }
        state
    }

    fn depths(nodes: &[GroupNode]) -> Vec<(&str, usize)> {
        nodes.iter().map(|node| (node.id.as_str(), node.depth)).collect()
    }

    #[test]
    fn siblings_stand_in_the_order_of_the_plan_and_circles_are_broken() {
        let state = groups([Some(2), None, None, Some(2), Some(5), Some(4), Some(6)].into_iter());
        let nodes = tree(&call(), &state);
        // The last three: two name each other, one names itself.
        assert_eq!(depths(&nodes), [("g1", 0), ("g2", 0), ("g0", 1), ("g3", 1), ("g4", 0), ("g5", 1), ("g6", 0)]);
        assert_eq!(nodes[1].children, 2);
    }

    #[test]
    fn ten_thousand_groups_stand_in_one_tree_however_deep() {
        let many = 10_000;
        let flat = groups((0..many).map(|at| (at > 0).then_some(0)));
        let deep = groups((0..many).map(|at: usize| at.checked_sub(1)));
        let circle = groups((0..many).map(|at| Some((at + 1) % many)));
        for state in [&flat, &deep, &circle] {
            assert_eq!(tree(&call(), state).len(), many);
        }
    }

    #[test]
    fn the_card_of_ten_thousand_sub_groups_with_as_many_holders_says_little() {
        let many = 10_000;
        let mut state = groups((0..many).map(|at| (at > 0).then_some(0)));
        state.put(row(Kind::Source, "plan", &[("title", "The plan")]));
        // Some lead with others, some alone, and every third without a source.
        for at in 0..many {
            let (holder, name) = (format!("o{at}"), format!("Holder {at}"));
            state.put(row(Kind::Organization, &holder, &[("name", &name)]));
            for (turn, group) in [at, (at * 2) % many].into_iter().enumerate() {
                let (id, group) = (format!("a{at}-{turn}"), format!("g{group}"));
                let mut fields = vec![("group", &*group), ("organization", &*holder), ("role", "co-lead")];
                if at % 3 > 0 {
                    fields.extend([("source", "plan"), ("basis", "stated")]);
                }
                state.put(row(Kind::Assignment, &id, &fields));
            }
        }
        let card = card(&call(), &state, state.row(Kind::Group, "g0").unwrap());
        assert_eq!(card.sub_groups.len(), many - 1);
        let roles: usize = card.sub_groups.iter().map(|sub_group| sub_group.roles.len()).sum();
        assert_eq!(roles + card.roles.len(), 2 * many);
        // What is said stays short, and says how much it leaves out.
        let said =
            [&card.facts, &card.readings, &card.not_stated].map(|sentences| sentences.iter().map(String::len).sum());
        assert!(said.iter().all(|length: &usize| (1..100_000).contains(length)), "{said:?}");
        assert!(card.readings.iter().any(|fact| fact.contains(" more")), "{:?}", card.readings.first());
        assert!((1..5_000).contains(&card.question.len()), "{}", card.question.len());
    }
}
