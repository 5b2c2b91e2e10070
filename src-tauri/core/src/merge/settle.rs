//! What is taken is held against the rules of the domain: what would break becomes a question, never a silent mend and never a
//! failure of the whole.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::twice;
use super::{
    Candidate, Content, Finding, Item, Key, Merged, Part, Proposal, Verdict, Why, part_of, places, units, with_part,
};
use crate::history::{chains, clashes, dangling};
use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::{Row, Value};

/// A place in which a rule would be broken.
#[derive(Debug)]
pub(super) struct Break {
    /// What may not be taken.
    pub key: Key,
    /// Why.
    pub why: Why,
    /// The row that is named and not there.
    pub missing: Option<(Kind, Id)>,
    /// The other places of the same contradiction.
    pub beside: Vec<Key>,
}

/// A state with contents put in.
pub(crate) fn drafted<'a>(mine: &State, accepted: impl Iterator<Item = (&'a Key, &'a Content)>) -> State {
    let mut draft = mine.clone();
    let mut parts = Vec::new();
    for (key, content) in accepted {
        match content {
            Content::Row(row) => draft.put((**row).clone()),
            Content::Absent => drop(draft.remove(key.kind, &key.id)),
            _ => parts.push((key, content)),
        }
    }
    for (key, content) in parts {
        if let Some(row) = draft.row(key.kind, &key.id).cloned() {
            draft.put(with_part(&row, key, content));
        }
    }
    draft
}

/// Turns what may not be taken into conflicts, and adds what should be looked at.
pub(super) fn settle(mine: &State, proposals: &[Proposal], merged: &mut Merged) {
    loop {
        let taken = |item: &&Item| item.verdict == Verdict::Taken && item.theirs.len() == 1;
        let accepted: Vec<(&Key, &Content)> =
            merged.items.iter().filter(taken).map(|item| (&item.key, &item.theirs[0].content)).collect();
        let rows: BTreeSet<(Kind, Id)> = accepted.iter().map(|(key, _)| (key.kind, key.id.clone())).collect();
        let draft = drafted(mine, accepted.into_iter());
        let broken = breaks(mine, &draft, &rows);
        if broken.is_empty() {
            look(mine, &draft, &rows, merged);
            return;
        }
        let mut changed = false;
        for one in broken {
            changed |= turn(mine, proposals, merged, one);
        }
        if !changed {
            look(mine, &draft, &rows, merged);
            return;
        }
    }
}

/// Makes conflicts of one break. Answers whether anything is another now.
fn turn(mine: &State, proposals: &[Proposal], merged: &mut Merged, broken: Break) -> bool {
    let Break { key, why, missing, beside } = broken;
    if why == Why::Clash(twice::CODE) {
        return twice::turn(mine, proposals, merged, &key, &beside);
    }
    let mut changed = false;
    for key in std::iter::once(&key).chain(&beside) {
        changed |= turn_one(mine, proposals, merged, key, why);
    }
    // Who deleted what is named now is asked about that as well.
    if let Some((kind, id)) = missing
        && mine.row(kind, &id).is_none()
    {
        let target = Key { kind, id, part: Part::Row };
        let known = merged.items.iter().any(|item| item.key == target);
        let had = proposals.iter().enumerate().filter_map(|(from, proposal)| {
            let row = proposal.version.state.row(target.kind, &target.id)?;
            Some((from, row.clone()))
        });
        let mut theirs: Vec<Candidate> = Vec::new();
        for (from, row) in had {
            let content = Content::Row(row);
            match theirs.iter_mut().find(|candidate| candidate.content == content) {
                Some(candidate) => candidate.from.push(from),
                None => theirs.push(Candidate { content, from: vec![from] }),
            }
        }
        theirs.sort_by_cached_key(|candidate| candidate.content.canonical(&target));
        if !known && !theirs.is_empty() {
            let base = |proposal: &Proposal| {
                let common = proposal.common.as_ref().filter(|common| common.knows_row(target.kind, &target.id))?;
                common.version.state.row(target.kind, &target.id).cloned()
            };
            let mut bases = theirs[0].from.iter().map(|from| base(&proposals[*from]));
            let common = bases.next().flatten().map(Content::Row);
            let verdict = Verdict::Conflict(Why::Named);
            merged.items.push(Item { key: target, common, mine: Content::Absent, theirs, verdict });
            changed = true;
        }
    }
    changed
}

pub(super) fn turn_one(mine: &State, proposals: &[Proposal], merged: &mut Merged, key: &Key, why: Why) -> bool {
    let at = places(&merged.items);
    if let Some(at) = at.get(key) {
        let item = &mut merged.items[*at];
        let was_taken = item.verdict == Verdict::Taken;
        if was_taken {
            item.verdict = Verdict::Conflict(why);
        }
        return was_taken;
    }
    let row_key = Key { part: Part::Row, ..key.clone() };
    if let Some(at) = at.get(&row_key).filter(|_| key.part != Part::Row) {
        // A new row is taken without what cannot stand.
        let item = &mut merged.items[*at];
        let (Verdict::Taken, [Candidate { content: Content::Row(row), from }]) =
            (item.verdict, item.theirs.as_mut_slice())
        else {
            return false;
        };
        let content = part_of(row, &key.part);
        let nothing = part_of(&Row::new(key.kind, key.id.clone()), &key.part);
        *row = Arc::new(with_part(row, key, &nothing));
        let theirs = vec![Candidate { content, from: from.clone() }];
        let common = Some(nothing.clone());
        merged.items.push(Item { key: key.clone(), common, mine: nothing, theirs, verdict: Verdict::Conflict(why) });
        return true;
    }
    // Nobody but me changed it, and it cannot stand beside what is proposed: both are asked.
    let Some(row) = mine.row(key.kind, &key.id) else { return false };
    let my = part_of(row, &key.part);
    let of_row: BTreeSet<usize> = merged
        .items
        .iter()
        .filter(|item| item.key.kind == key.kind && (item.key.id == key.id || why == Why::Circle))
        .flat_map(|item| item.theirs.iter().flat_map(|candidate| candidate.from.iter().copied()))
        .collect();
    let mut theirs: Vec<Candidate> = Vec::new();
    let mut common = None;
    for from in of_row {
        let proposal = &proposals[from];
        let Some(row) = proposal.version.state.row(key.kind, &key.id) else { continue };
        let content = part_of(row, &key.part);
        let base = proposal.common.as_ref().filter(|common| common.knows(key));
        let base = base.and_then(|common| Some(part_of(common.version.state.row(key.kind, &key.id)?, &key.part)));
        if content == my || base.as_ref() == Some(&my) {
            continue;
        }
        common = common.or(base);
        match theirs.iter_mut().find(|candidate| candidate.content == content) {
            Some(candidate) => candidate.from.push(from),
            None => theirs.push(Candidate { content, from: vec![from] }),
        }
    }
    if theirs.is_empty() {
        return false;
    }
    theirs.sort_by_cached_key(|candidate| candidate.content.canonical(key));
    merged.items.push(Item { key: key.clone(), common, mine: my, theirs, verdict: Verdict::Conflict(why) });
    true
}

/// Where rules would be broken that are not broken in mine.
pub(super) fn breaks(mine: &State, draft: &State, rows: &BTreeSet<(Kind, Id)>) -> Vec<Break> {
    let mut found = Vec::new();
    for (kind, id) in rows {
        let Some(row) = draft.row(*kind, id) else { continue };
        let before = mine.row(*kind, id);
        let unit_of = |index: u8| units(*kind).iter().position(|unit| unit.fields.contains(&index)).unwrap_or_default();
        let key = |part: Part| Key { kind: *kind, id: id.clone(), part };
        let def = kind.def();
        for index in dangling(row, draft) {
            let field = &def.fields[index as usize];
            if before.is_some_and(|before| before.at(index) == row.at(index)) {
                continue;
            }
            let must = field.required || def.one_of.iter().any(|group| group.contains(&field.name));
            let missing = field.target().and_then(|target| {
                let names = |value: &Value| -> Option<Id> {
                    match value {
                        Value::Text(id) => Some((&**id).into()),
                        Value::Set(ids) => {
                            ids.iter().find(|id| draft.row(target, id).is_none()).map(|id| (&**id).into())
                        }
                        _ => None,
                    }
                };
                Some((target, names(row.at(index)?)?))
            });
            let part = if must && before.is_none() { Part::Row } else { Part::Unit(unit_of(index) as u8) };
            found.push(Break { key: key(part), why: Why::Dangling, missing, beside: Vec::new() });
        }
        // A row that comes whole is taken as it came: what it says against itself is a finding.
        if let Some(before) = before {
            for clash in clashes(row).filter(|clash| !clash.same(before, row)) {
                let parts: BTreeSet<usize> =
                    clash.fields.iter().filter_map(|name| def.index(name)).map(unit_of).collect();
                let mut keys: Vec<Key> = parts.into_iter().map(|at| key(Part::Unit(at as u8))).collect();
                if !keys.is_empty() {
                    let first = keys.remove(0);
                    found.push(Break { key: first, why: Why::Clash(clash.code), missing: None, beside: keys });
                }
            }
        }
    }
    found.extend(circles(mine, draft, rows));
    found.extend(twice::breaks(mine, draft, rows));
    found
}

/// Chains of references within a kind that come back to where they began, and did not in mine.
fn circles(mine: &State, draft: &State, rows: &BTreeSet<(Kind, Id)>) -> Vec<Break> {
    let mut found = Vec::new();
    let kinds: BTreeSet<Kind> = rows.iter().map(|(kind, _)| *kind).collect();
    for kind in kinds {
        for (index, _) in chains(kind) {
            let unit = units(kind).iter().position(|unit| unit.fields.contains(&index)).unwrap_or_default();
            let mut ends: HashSet<&str> = HashSet::new();
            for (_, id) in rows.iter().filter(|(of, _)| *of == kind) {
                let mut path: Vec<&Arc<Row>> = Vec::new();
                let mut met: HashMap<&str, usize> = HashMap::new();
                let mut next = draft.row(kind, id);
                while let Some(row) = next.filter(|row| !ends.contains(&**row.id())) {
                    if let Some(at) = met.insert(row.id(), path.len()) {
                        let circle = &path[at..];
                        let fresh = circle
                            .iter()
                            .any(|row| mine.row(kind, row.id()).is_none_or(|before| before.at(index) != row.at(index)));
                        if fresh {
                            let mut keys: Vec<Key> = circle
                                .iter()
                                .map(|row| Key { kind, id: row.id().clone(), part: Part::Unit(unit as u8) })
                                .collect();
                            keys.sort();
                            let first = keys.remove(0);
                            found.push(Break { key: first, why: Why::Circle, missing: None, beside: keys });
                        }
                        break;
                    }
                    path.push(row);
                    next = row.at(index).and_then(Value::text).and_then(|id| draft.row(kind, id));
                }
                ends.extend(path.iter().map(|row| &**row.id()));
            }
        }
    }
    found
}

/// What should be looked at: references that stand for two rows, ids that were reused, rows that say something against themselves.
fn look(mine: &State, draft: &State, rows: &BTreeSet<(Kind, Id)>, merged: &mut Merged) {
    let from: HashMap<(Kind, Id), Vec<usize>> = merged
        .items
        .iter()
        .map(|item| {
            let from: BTreeSet<usize> = item.theirs.iter().flat_map(|one| one.from.iter().copied()).collect();
            ((item.key.kind, item.key.id.clone()), from.into_iter().collect())
        })
        .collect();
    let from_of = |kind: Kind, id: &Id| from.get(&(kind, id.clone())).cloned().unwrap_or_default();
    let fresh: Vec<&(Kind, Id)> = rows.iter().filter(|(kind, id)| mine.row(*kind, id).is_none()).collect();
    let reference = |row: &Row| row.text("reference").to_owned();
    let wanted: HashSet<String> = rows
        .iter()
        .filter(|(kind, _)| *kind == Kind::Commitment)
        .filter_map(|(kind, id)| draft.row(*kind, id))
        .filter(|row| mine.row(row.kind(), row.id()).is_none_or(|before| reference(before) != reference(row)))
        .map(|row| reference(row))
        .collect();
    if !wanted.is_empty() {
        let mut by_reference: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        for row in draft.rows(Kind::Commitment).filter(|row| wanted.contains(row.text("reference"))) {
            by_reference.entry(row.text("reference")).or_default().push(row);
        }
        let mut doubles: Vec<_> = by_reference.into_values().filter(|rows| rows.len() > 1).collect();
        doubles.sort_by(|a, b| a[0].id().cmp(b[0].id()));
        for double in doubles {
            let (first, second) = (double[0].id().clone(), double[1].id().clone());
            let new = if mine.row(Kind::Commitment, &second).is_none() { &second } else { &first };
            merged.findings.push(Finding {
                rule: "reference-twice",
                kind: Kind::Commitment,
                id: first.clone(),
                other: Some((Kind::Commitment, second.clone())),
                from: from_of(Kind::Commitment, new),
                count: double.len(),
            });
        }
    }
    for (kind, id) in fresh {
        let taken = Kind::content().filter(|other| other != kind && !other.def().catalogue && !kind.def().catalogue);
        if let Some(other) = taken.into_iter().find(|other| mine.row(*other, id).is_some()) {
            merged.findings.push(Finding {
                rule: "id-of-another-kind",
                kind: *kind,
                id: id.clone(),
                other: Some((other, id.clone())),
                from: from_of(*kind, id),
                count: 1,
            });
        }
        for clash in draft.row(*kind, id).into_iter().flat_map(|row| clashes(row)) {
            merged.findings.push(Finding {
                rule: clash.code,
                kind: *kind,
                id: id.clone(),
                other: None,
                from: from_of(*kind, id),
                count: 1,
            });
        }
    }
    merged.findings.sort_by(|a, b| (a.rule, a.kind, &a.id, &a.other).cmp(&(b.rule, b.kind, &b.id, &b.other)));
}
