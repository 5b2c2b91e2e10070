//! What follows the decision on something else: a reference that a side emptied because it deleted the row, and where facts come
//! from that are asked about.

use std::collections::BTreeMap;

use super::{Content, Item, Key, Merged, Part, Proposal, Verdict, Why, units};
use crate::kinds::{FieldType, Kind, OnDelete};
use crate::{Row, State, Value};

/// Whether a version deleted a row that was there when it was common.
pub(super) fn deleted(proposal: &Proposal, kind: Kind, id: &str) -> bool {
    let known = proposal.common.as_ref().filter(|common| common.knows_row(kind, &id.into()));
    let was = known.and_then(|common| common.version.state.row(kind, id));
    was.is_some_and(|was| !proposal.version.omitted.row(was)) && proposal.version.state.row(kind, id).is_none()
}

/// Whether all that a version changed in a unit is that it is emptied of rows which the same version deleted.
pub(super) fn is_emptied(proposal: &Proposal, key: &Key, base: &Content, theirs: &Content) -> bool {
    let (Some(unit), Content::Values(base), Content::Values(theirs)) = (key.unit(), base, theirs) else { return false };
    let fields = key.kind.def().fields;
    let mut any = false;
    for ((index, base), theirs) in unit.fields.iter().zip(base).zip(theirs).filter(|((_, a), b)| a != b) {
        match (fields[*index as usize].target(), base, theirs) {
            (Some(target), Some(Value::Text(id)), None) if deleted(proposal, target, id) => any = true,
            (Some(target), Some(Value::Set(was)), now) => {
                let now = now.as_ref().and_then(Value::set).unwrap_or_default();
                let is_in = |set: &[Box<str>], id: &str| set.iter().any(|one| &**one == id);
                let gone = was.iter().filter(|id| !is_in(now, id)).all(|id| deleted(proposal, target, id));
                if !gone || now.iter().any(|id| !is_in(was, id)) {
                    return false;
                }
                any = true;
            }
            // What belongs to the reference, as a distance, says nothing without it.
            (None, Some(_), None) => {}
            _ => return false,
        }
    }
    any
}

/// The rows that a row belongs to: with them it is deleted.
fn owners(row: &Row) -> impl Iterator<Item = Key> + '_ {
    row.values().filter_map(|(field, value)| match (field.ty, value) {
        (FieldType::Reference(kind, OnDelete::Cascade), Value::Text(id)) => {
            Some(Key { kind, id: (&**id).into(), part: Part::Row })
        }
        _ => None,
    })
}

/// Whether a version deleted a row with one of mine that it belongs to.
pub(super) fn went_along(mine: &State, proposal: &Proposal, row: &Row) -> bool {
    owners(row).any(|owner| mine.row(owner.kind, &owner.id).is_some() && deleted(proposal, owner.kind, &owner.id))
}

impl Merged {
    /// The items whose decisions hold for this one as well, where nothing else is decided about it: the deletions with which a
    /// reference was emptied or that took a row along, the facts that a basis speaks for, the opposite of what it says. Empty: it is
    /// decided by itself.
    pub fn led_by(&self, item: &Item) -> Vec<&Item> {
        match item.why() {
            Some(Why::Emptied) => {
                let_go(item).iter().filter_map(|key| self.item(key)).filter(|item| goes(item)).collect()
            }
            Some(Why::Facts) => {
                let facts = units_of_facts(item.key.kind)
                    .filter_map(|at| self.item(&Key { part: Part::Unit(at), ..item.key.clone() }));
                facts
                    .filter(|fact| {
                        fact.verdict != Verdict::Taken && fact.theirs.iter().any(|one| shares(item, &one.from))
                    })
                    .collect()
            }
            Some(Why::Along) => match &item.mine {
                Content::Row(row) => {
                    let owners = owners(row).filter_map(|key| self.item(&key));
                    owners.filter(|owner| goes(owner)).collect()
                }
                _ => Vec::new(),
            },
            Some(Why::Opposite) => {
                let leads = self.ties.get(&item.key).map(|tie| &tie.leads);
                let leads = leads.into_iter().flatten().filter_map(|key| self.item(key));
                leads.flat_map(|lead| self.standing_for(lead)).collect()
            }
            _ => Vec::new(),
        }
    }
    /// The items that decide about one that leads others: what it goes along with, or the item itself.
    fn standing_for<'a>(&'a self, lead: &'a Item) -> Vec<&'a Item> {
        let along = if lead.why() == Some(Why::Along) { self.led_by(lead) } else { Vec::new() };
        if along.is_empty() { vec![lead] } else { along }
    }
    /// Whether an item that others lead goes with any of them, and not with all of them alone.
    pub fn goes_with_any(&self, item: &Item) -> bool {
        match item.why() {
            Some(Why::Along) => true,
            Some(Why::Opposite) => self.ties.get(&item.key).is_some_and(|tie| !tie.with_all),
            _ => false,
        }
    }
}

fn goes(item: &Item) -> bool {
    item.theirs.iter().any(|one| one.content == Content::Absent)
}

fn shares(item: &Item, from: &[usize]) -> bool {
    item.theirs.iter().flat_map(|one| &one.from).any(|at| from.contains(at))
}

/// The rows that mine names in a unit and the candidate does not.
fn let_go(item: &Item) -> Vec<Key> {
    let (Some(unit), Content::Values(mine), Some(theirs)) = (item.key.unit(), &item.mine, item.theirs.first()) else {
        return Vec::new();
    };
    let Content::Values(theirs) = &theirs.content else { return Vec::new() };
    let named = |value: &Option<Value>| -> Vec<Box<str>> {
        match value {
            Some(Value::Text(id)) => vec![(&**id).into()],
            Some(Value::Set(ids)) => ids.to_vec(),
            _ => Vec::new(),
        }
    };
    let mut rows = Vec::new();
    for ((index, mine), theirs) in unit.fields.iter().zip(mine).zip(theirs) {
        let Some(target) = item.key.kind.def().fields[*index as usize].target() else { continue };
        let kept = named(theirs);
        let gone = named(mine).into_iter().filter(|id| !kept.contains(id));
        rows.extend(gone.map(|id| Key { kind: target, id: (&*id).into(), part: Part::Row }));
    }
    rows
}

/// Positions of the units in which facts stand.
fn units_of_facts(kind: Kind) -> impl Iterator<Item = u8> {
    let def = kind.def();
    let is_fact = move |index: &u8| kind.facts().contains(&def.fields[*index as usize].name);
    let all = units(kind).iter().enumerate();
    all.filter(move |(_, unit)| unit.fields.iter().any(is_fact)).map(|(at, _)| at as u8)
}

/// Where facts come from follows the facts: whoever changed both, and of whose facts none is taken, says nothing of those that
/// stand. What was changed alone is as it is.
pub(super) fn follow_facts(proposals: &[Proposal], merged: &mut Merged) {
    let says_nothing = |item: &&Item| {
        let is_one = item.verdict == Verdict::Taken && item.theirs.len() == 1;
        is_one && item.key.unit().is_some_and(|unit| unit.is_provenance) && {
            let waits = |at: &usize| facts_wait(&proposals[*at], &item.key, merged);
            item.theirs.iter().flat_map(|one| &one.from).all(waits)
        }
    };
    let found: Vec<Key> = merged.items.iter().filter(says_nothing).map(|item| item.key.clone()).collect();
    for item in merged.items.iter_mut().filter(|item| found.binary_search(&item.key).is_ok()) {
        item.verdict = Verdict::Asked(Why::Facts);
    }
}

/// Whether a version changed facts of a row, and each of them is asked about.
fn facts_wait(proposal: &Proposal, key: &Key, merged: &Merged) -> bool {
    let row = |state: &crate::State| -> Option<std::sync::Arc<Row>> { state.row(key.kind, &key.id).cloned() };
    let common = proposal.common.as_ref().filter(|common| common.knows_row(key.kind, &key.id));
    let (Some(before), Some(after)) =
        (common.and_then(|common| row(&common.version.state)), row(&proposal.version.state))
    else {
        return false;
    };
    let all = units(key.kind);
    let mut changed = units_of_facts(key.kind).filter(|at| !all[*at as usize].same(&before, &after)).peekable();
    changed.peek().is_some()
        && changed.all(|at| {
            let fact = merged.item(&Key { part: Part::Unit(at), ..key.clone() });
            fact.is_some_and(|fact| fact.verdict != Verdict::Taken)
        })
}

/// Where facts come from, of facts that are taken by decision while nothing is decided about that.
pub(super) fn with_facts(
    merged: &Merged,
    is_decided: impl Fn(&Key) -> bool,
    accepted: &BTreeMap<Key, Content>,
) -> Vec<(Key, Content)> {
    let undecided = merged.items.iter().filter(|item| item.why() == Some(Why::Facts) && !is_decided(&item.key));
    let taken = |item: &&Item| {
        merged.led_by(item).into_iter().any(|fact| match accepted.get(&fact.key) {
            Some(content) => match fact.theirs.iter().find(|one| one.content == *content) {
                Some(one) => shares(item, &one.from),
                // What was written anew is nobody's statement either.
                None => true,
            },
            None => false,
        })
    };
    undecided.filter(taken).filter_map(|item| Some((item.key.clone(), item.theirs.first()?.content.clone()))).collect()
}

/// What says the opposite of what is taken by decision, while nothing is decided about it.
pub(super) fn with_opposites(
    merged: &Merged,
    is_decided: impl Fn(&Key) -> bool,
    accepted: &BTreeMap<Key, Content>,
) -> Vec<(Key, Content)> {
    let undecided = merged.items.iter().filter(|item| item.why() == Some(Why::Opposite) && !is_decided(&item.key));
    let goes = |item: &&Item| {
        let Some(tie) = merged.ties.get(&item.key) else { return false };
        let goes_along = |lead: &Key| {
            let owners = merged.item(lead).map(|lead| merged.standing_for(lead)).unwrap_or_default();
            owners.iter().any(|owner| owner.key != *lead && accepted.get(&owner.key) == Some(&Content::Absent))
        };
        let mut leads = tie.leads.iter().map(|lead| accepted.contains_key(lead) || goes_along(lead));
        if tie.with_all { leads.all(|taken| taken) } else { leads.any(|taken| taken) }
    };
    undecided.filter(goes).filter_map(|item| Some((item.key.clone(), item.theirs.first()?.content.clone()))).collect()
}
