//! How often an objective meets an entry of the catalogue: the links between them, and those of its commitments.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::annex::is_printed;
use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::{Row, Value};

/// What stands across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Action lines.
    ActionLine,
    /// Provisions of instruments.
    Provision,
    /// Goals.
    Goal,
}

impl Across {
    /// The field of a mapping that names it, which is the name of its kind.
    pub fn field(self) -> &'static str {
        self.kind().name()
    }
    /// The kind that stands across.
    pub fn kind(self) -> Kind {
        match self {
            Across::ActionLine => Kind::ActionLine,
            Across::Provision => Kind::Provision,
            Across::Goal => Kind::Goal,
        }
    }
}

/// What is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What stands across.
    pub across: Across,
    /// Links of this basis alone; none: whoever says so.
    pub basis: Option<String>,
}

/// One cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Links that name both.
    pub links: usize,
    /// Commitments of the objective among them, each once.
    pub commitments: usize,
    /// Links that reach a goal by way of an action line.
    pub by_way: usize,
    /// The annex gives this as an example.
    pub example: bool,
}

/// All cells that are not empty, and what stands along the edges.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// By objective and entry.
    pub cells: HashMap<(Id, Id), Count>,
    /// By entry, over all objectives: a commitment that serves two objectives is one.
    pub columns: HashMap<Id, Count>,
    /// By objective, over all entries.
    pub rows: HashMap<Id, Count>,
    /// Over all of them.
    pub all: Count,
    /// Links of commitments that belong to no objective.
    pub without_objective: usize,
}

/// A link, as it is counted in a cell.
#[derive(Debug, Clone)]
pub struct Link {
    /// The mapping.
    pub mapping: Arc<Row>,
    /// The commitment that it is of; none: of the objective itself.
    pub commitment: Option<Arc<Row>>,
    /// The action line by way of which it reaches a goal; none: it names what stands across.
    pub by_way: Option<Arc<Row>>,
    /// The annex prints it.
    pub example: bool,
}

/// The objectives that a mapping is of: the one that it names, or those of its commitment.
fn objectives_of<'a>(state: &'a State, mapping: &'a Row, commitment: Option<&'a Arc<Row>>) -> Vec<&'a str> {
    let Some(commitment) = commitment else { return vec![mapping.text("objective")] };
    let others = commitment.get("objectives").and_then(Value::set).unwrap_or_default();
    let mut all = vec![commitment.text("objective")];
    all.extend(others.iter().map(|id| &**id).filter(|id| *id != commitment.text("objective")));
    all.retain(|id| state.row(Kind::Objective, id).is_some());
    all
}

/// What a mapping names across, with the action line by way of which it does.
fn entries_of<'a>(state: &'a State, across: Across, mapping: &'a Row) -> Vec<(&'a str, Option<&'a Arc<Row>>)> {
    let named = mapping.text(across.field());
    if state.row(across.kind(), named).is_some() {
        return vec![(named, None)];
    }
    if across != Across::Goal {
        return Vec::new();
    }
    let Some(line) = state.row(Kind::ActionLine, mapping.text("action_line")) else { return Vec::new() };
    let goals = line.get("goals").and_then(Value::set).unwrap_or_default();
    goals.iter().filter(|goal| state.row(Kind::Goal, goal).is_some()).map(|goal| (&**goal, Some(line))).collect()
}

fn fits(asked: &Asked, mapping: &Row) -> bool {
    asked.basis.as_deref().is_none_or(|basis| mapping.text("basis") == basis)
}

/// Commitments that were counted, so that each counts once.
#[derive(Default)]
struct Met<'a>(HashSet<(&'a str, &'a str, &'a str)>);

impl<'a> Met<'a> {
    fn add(&mut self, count: &mut Count, of: (&'a str, &'a str), mapping: &'a Row, by_way: bool, example: bool) {
        if by_way {
            count.by_way += 1;
            return;
        }
        count.links += 1;
        count.example |= example;
        let commitment = mapping.text("commitment");
        if !commitment.is_empty() && self.0.insert((of.0, of.1, commitment)) {
            count.commitments += 1;
        }
    }
}

/// Counts.
pub fn counts(state: &State, asked: &Asked) -> Counts {
    let mut counts = Counts::default();
    let mut met = Met::default();
    for mapping in state.rows(Kind::Mapping).filter(|mapping| fits(asked, mapping)) {
        let commitment = state.row(Kind::Commitment, mapping.text("commitment"));
        let objectives = objectives_of(state, mapping, commitment);
        let example = is_printed(mapping);
        for (entry, by_way) in entries_of(state, asked.across, mapping) {
            let by_way = by_way.is_some();
            if objectives.is_empty() {
                counts.without_objective += usize::from(!by_way);
                continue;
            }
            for objective in &objectives {
                let cell = counts.cells.entry((Id::from(*objective), Id::from(entry))).or_default();
                met.add(cell, (objective, entry), mapping, by_way, example);
                let row = counts.rows.entry(Id::from(*objective)).or_default();
                met.add(row, (objective, ""), mapping, by_way, example);
            }
            met.add(counts.columns.entry(Id::from(entry)).or_default(), ("", entry), mapping, by_way, example);
            met.add(&mut counts.all, ("", ""), mapping, by_way, example);
        }
    }
    counts
}

/// The links that a cell counts, in the order of the plan: those of the objective first. Without an objective those of all, without
/// an entry those of all.
pub fn links(state: &State, asked: &Asked, objective: Option<&str>, entry: Option<&str>) -> Vec<Link> {
    let mut found = Vec::new();
    for mapping in state.in_order(Kind::Mapping).iter().filter(|mapping| fits(asked, mapping)) {
        let commitment = state.row(Kind::Commitment, mapping.text("commitment"));
        let objectives = objectives_of(state, mapping, commitment);
        if objectives.is_empty() || objective.is_some_and(|wanted| !objectives.contains(&wanted)) {
            continue;
        }
        for (_, by_way) in entries_of(state, asked.across, mapping)
            .into_iter()
            .filter(|(named, _)| entry.is_none_or(|wanted| wanted == *named))
        {
            found.push(Link {
                mapping: mapping.clone(),
                commitment: commitment.cloned(),
                by_way: by_way.cloned(),
                example: is_printed(mapping),
            });
        }
    }
    found.sort_by_key(|link| (link.by_way.is_some(), link.commitment.is_some()));
    found
}
