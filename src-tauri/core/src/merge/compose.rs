//! What a plan becomes when a review is applied: what is taken, and what a person decided.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::led::{deleted, with_facts, with_opposites};
use super::settle::{breaks, drafted};
use super::{Content, Key, Merged, Part, Proposal, Verdict, Why, part_of, units};
use crate::history::changes_between;
use crate::kinds::Kind;
use crate::state::{Change, Id, Referrer, State};
use crate::{Row, Value};

/// Deletions up to which each looks by itself for the rows that name what goes.
const FEW: usize = 4;

/// What a person decided about one item: what it is to be; none: it stays mine.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The item.
    pub key: Key,
    /// What it is to be.
    pub content: Option<Content>,
}

/// What was decided and cannot be done as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The item.
    pub key: Key,
    /// Why.
    pub why: Why,
    /// The rows that stand against a deletion: they stay, and name what would go.
    pub by: Vec<(Kind, Id)>,
}

/// What a plan becomes.
#[derive(Debug, Clone, Default)]
pub struct Composed {
    /// The rows.
    pub state: State,
    /// What is to be written, in an order in which it can be.
    pub changes: Vec<Change>,
    /// The items that were carried out and changed something.
    pub done: Vec<Key>,
    /// Decisions that stay open, because a rule stands against them.
    pub held: Vec<Held>,
}

/// Puts together what is taken and what was decided. What a rule stands against is held, and stays as it is.
pub fn compose(mine: &State, proposals: &[Proposal], merged: &Merged, wishes: &[Wish]) -> Composed {
    let decided: HashMap<&Key, &Option<Content>> = wishes.iter().map(|wish| (&wish.key, &wish.content)).collect();
    let mut accepted: BTreeMap<Key, Content> = BTreeMap::new();
    for item in &merged.items {
        let content = match (decided.get(&item.key), item.verdict) {
            (Some(content), _) => (*content).clone(),
            (None, Verdict::Taken) => item.theirs.first().map(|one| one.content.clone()),
            (None, _) => None,
        };
        if let Some(content) = content.filter(|content| *content != item.mine) {
            accepted.insert(item.key.clone(), content);
        }
    }
    let refused: HashSet<&Key> = wishes.iter().filter(|w| w.content.is_none()).map(|w| &w.key).collect();
    bring_along(mine, proposals, merged, &refused, &mut accepted);
    let mut held: BTreeMap<Key, (Why, Vec<(Kind, Id)>)> = BTreeMap::new();
    loop {
        // Where facts come from goes with them, and what says the opposite: with what is accepted in this round.
        let is_decided = |key: &Key| decided.contains_key(key) || held.contains_key(key);
        let mut led = with_facts(merged, is_decided, &accepted);
        led.extend(with_opposites(merged, is_decided, &accepted));
        accepted.extend(led.iter().cloned());
        // Who named what goes may name something else by now.
        let staying = drafted(mine, accepted.iter().filter(|(_, content)| **content != Content::Absent));
        let going = deletions(mine, &staying, proposals, merged, &refused, &accepted);
        let gone = going.also.iter().map(|key| (key, &Content::Absent));
        let draft = drafted(mine, accepted.iter().chain(gone).chain(&going.emptied));
        let mut rows: BTreeSet<(Kind, Id)> = accepted.keys().map(|key| (key.kind, key.id.clone())).collect();
        rows.extend(going.also.iter().chain(going.emptied.keys()).map(|key| (key.kind, key.id.clone())));
        let mut again = Vec::new();
        // Where the row stays that was to go, what names it is not emptied.
        let stays = |key: &Key| draft.row(key.kind, &key.id).is_some();
        for item in merged.items.iter().filter(|item| item.why() == Some(Why::Emptied)) {
            let as_proposed = accepted.get(&item.key).is_some_and(|content| item.theirs[0].content == *content);
            if as_proposed && merged.led_by(item).iter().any(|deletion| stays(&deletion.key)) {
                again.push((item.key.clone(), Why::Emptied, Vec::new()));
            }
        }
        for (key, by) in going.held {
            again.push((key, Why::Needed, by));
        }
        // Where a row is held that was to go, what went along with it stays as well.
        for item in merged.items.iter().filter(|item| item.why() == Some(Why::Along)) {
            let leads = || merged.led_by(item).into_iter().map(|owner| &owner.key);
            let is_held = |key: &Key| held.contains_key(key);
            if accepted.get(&item.key) == Some(&Content::Absent)
                && leads().any(is_held)
                && !leads().any(|owner| accepted.contains_key(owner))
            {
                again.push((item.key.clone(), Why::Along, Vec::new()));
            }
        }
        // Where a row stays that was to go, what names it can stay as well: that is looked at once the row is back.
        let broken = if again.is_empty() { breaks(mine, &draft, &rows) } else { Vec::new() };
        for broken in broken {
            let row = Key { part: Part::Row, ..broken.key.clone() };
            let all = std::iter::once(broken.key).chain(broken.beside).chain(std::iter::once(row));
            // The first of them that was wanted: without it the rest can stand, or is looked at in the next round.
            if let Some(key) = all.into_iter().find(|key| accepted.contains_key(key)) {
                again.push((key, broken.why, Vec::new()));
            }
        }
        if again.is_empty() {
            let changes = changes_between(mine, &draft, rows.into_iter());
            let done = accepted.into_keys().chain(going.also).chain(going.emptied.into_keys()).collect();
            let held = held.into_iter().map(|(key, (why, by))| Held { key, why, by }).collect();
            return Composed { state: draft, changes, done, held };
        }
        for (key, why, by) in again {
            accepted.remove(&key);
            held.entry(key).or_insert((why, by));
        }
        for (key, _) in led {
            accepted.remove(&key);
        }
    }
}

/// A row that is taken names rows that I deleted, or that wait: those of the same versions come along, unless I said no. As somebody
/// proposes them, where one does; where two propose them differently that is a question, and what names them waits for it.
fn bring_along(
    mine: &State,
    proposals: &[Proposal],
    merged: &Merged,
    refused: &HashSet<&Key>,
    accepted: &mut BTreeMap<Key, Content>,
) {
    let mut open: Vec<Key> = accepted.keys().cloned().collect();
    while let Some(key) = open.pop() {
        let Some(Content::Row(row)) = accepted.get(&key).cloned() else { continue };
        // The versions are those that have the row as it is taken, else any that have it.
        let rows = || proposals.iter().filter_map(|of| Some((of, of.version.state.row(key.kind, &key.id)?)));
        let as_taken = rows().any(|(_, one)| *one == row);
        let of = || rows().filter(|(_, one)| !as_taken || **one == row).map(|(of, _)| of);
        for (field, value) in row.values() {
            let (Some(target), def) = (field.target(), key.kind.def()) else { continue };
            if !field.required && !def.one_of.iter().any(|group| group.contains(&field.name)) {
                continue;
            }
            let Value::Text(id) = value else { continue };
            let wanted = Key { kind: target, id: (&**id).into(), part: Part::Row };
            if mine.row(target, id).is_some() || accepted.contains_key(&wanted) || refused.contains(&wanted) {
                continue;
            }
            let there = of().filter_map(|of| of.version.state.row(target, id));
            let Some(there) = there.min_by_key(|row| Content::Row((*row).clone()).canonical(&wanted)) else { continue };
            let content = match merged.item(&wanted).map(|item| item.theirs.as_slice()) {
                None => Content::Row(there.clone()),
                Some([one]) => one.content.clone(),
                Some(_) => continue,
            };
            accepted.insert(wanted.clone(), content);
            open.push(wanted);
        }
    }
}

/// What deletions come to.
#[derive(Default)]
struct Going {
    /// Rows that go with them: they were deleted by the same versions.
    also: Vec<Key>,
    /// What names them no longer, because the same versions emptied it, and as nothing else was decided.
    emptied: BTreeMap<Key, Content>,
    /// Deletions that cannot be: a row that stays names what would go. Whoever deleted it let go of all that named it then; what
    /// names it now is another's, and is not emptied unasked. With the rows that stay.
    held: Vec<(Key, Vec<(Kind, Id)>)>,
}

fn deletions(
    mine: &State,
    staying: &State,
    proposals: &[Proposal],
    merged: &Merged,
    refused: &HashSet<&Key>,
    accepted: &BTreeMap<Key, Content>,
) -> Going {
    let mut going = Going::default();
    let asked: Vec<Key> =
        accepted.iter().filter(|(_, content)| **content == Content::Absent).map(|(key, _)| key.clone()).collect();
    if asked.is_empty() {
        return going;
    }
    // Of few deletions each looks through all rows; of many that would be rows times deletions.
    let all = (asked.len() > FEW).then(|| staying.all_referrers());
    let referrers = |level: &HashMap<Kind, HashSet<Id>>| -> Vec<Referrer> {
        let Some(all) = &all else { return staying.referrers(level) };
        let named = level.iter().flat_map(|(kind, ids)| ids.iter().map(|id| (*kind, id.clone())));
        named.filter_map(|named| all.get(&named)).flatten().cloned().collect()
    };
    let mut gone: HashSet<(Kind, Id)> = asked.iter().map(|key| (key.kind, key.id.clone())).collect();
    for root in asked {
        let from: Vec<usize> = merged
            .item(&root)
            .iter()
            .flat_map(|item| item.theirs.iter().filter(|one| one.content == Content::Absent))
            .flat_map(|one| one.from.iter().copied())
            .collect();
        let went_too = |kind: Kind, id: &Id| {
            let key = Key { kind, id: id.clone(), part: Part::Row };
            !refused.contains(&key)
                && from.iter().any(|at| {
                    let proposal = &proposals[*at];
                    let unchanged = proposal.common.as_ref().is_some_and(|common| {
                        let rows = common.version.state.row(kind, id).zip(mine.row(kind, id));
                        rows.is_some_and(|(was, mine)| common.states_same(was, mine))
                    });
                    unchanged && proposal.version.state.row(kind, id).is_none() && !proposal.version.omitted.kind(kind)
                })
        };
        let mut level = HashMap::from([(root.kind, HashSet::from([root.id.clone()]))]);
        let (mut also, mut stays) = (Vec::new(), BTreeSet::new());
        let mut emptied: BTreeMap<Key, Content> = BTreeMap::new();
        while !level.is_empty() {
            let mut next: HashMap<Kind, HashSet<Id>> = HashMap::new();
            for referrer in referrers(&level) {
                let (kind, id) = (referrer.row.kind(), referrer.row.id().clone());
                if gone.contains(&(kind, id.clone())) {
                    continue;
                }
                if went_too(kind, &id) {
                    gone.insert((kind, id.clone()));
                    next.entry(kind).or_default().insert(id.clone());
                    also.push(Key { kind, id, part: Part::Row });
                } else if let Some((key, content)) =
                    let_go(&referrer.row, referrer.index, &level, [&emptied, &going.emptied], &from, proposals, merged)
                        .filter(|(key, _)| !refused.contains(key))
                {
                    emptied.insert(key, content);
                } else {
                    stays.insert((kind, id));
                }
            }
            level = next;
        }
        if stays.is_empty() {
            going.also.extend(also);
            going.emptied.extend(emptied);
        } else {
            going.held.push((root, stays.into_iter().collect()));
        }
    }
    going
}

/// A part of a row that stays, without what it names and goes: where the versions that deleted that let go of it themselves.
fn let_go(
    row: &Row,
    index: u8,
    gone: &HashMap<Kind, HashSet<Id>>,
    emptied: [&BTreeMap<Key, Content>; 2],
    from: &[usize],
    proposals: &[Proposal],
    merged: &Merged,
) -> Option<(Key, Content)> {
    let (kind, id) = (row.kind(), row.id());
    let at = units(kind).iter().position(|unit| unit.fields.contains(&index))?;
    let key = Key { kind, id: id.clone(), part: Part::Unit(at as u8) };
    let target = kind.def().fields[index as usize].target()?;
    if !key.unit()?.is_set {
        let item = merged.item(&key).filter(|item| item.why() == Some(Why::Emptied))?;
        // What is there must be what they let go of.
        return (part_of(row, &key.part) == item.mine).then(|| (key, item.theirs[0].content.clone()));
    }
    let lets_go = |element: &str| {
        from.iter().map(|at| &proposals[*at]).any(|proposal| {
            let theirs = proposal.version.state.row(kind, id);
            let names = |row: &Row| {
                row.at(index).and_then(Value::set).is_some_and(|set| set.iter().any(|one| &**one == element))
            };
            theirs.is_some_and(|theirs| !names(theirs)) && deleted(proposal, target, element)
        })
    };
    // What this deletion or one before it left of the set.
    let before = emptied.iter().find_map(|emptied| emptied.get(&key)).cloned();
    let now = before.unwrap_or_else(|| part_of(row, &key.part));
    let Content::Values(values) = &now else { return None };
    let goes = |element: &str| gone.get(&target).is_some_and(|ids| ids.contains(element));
    let set = values.first()?.as_ref().and_then(Value::set).unwrap_or_default();
    let all = set.iter().filter(|element| goes(element)).all(|element| lets_go(element));
    let left = Value::set_of(set.iter().filter(|element| !goes(element)).cloned());
    all.then(|| (key, Content::Values(vec![left])))
}
