//! A paragraph is answered or it is not for us. Where one says so and another the opposite, one question is asked: what is taken takes
//! the opposite away, and what is not leaves it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::settle::{Break, turn_one};
use super::{Candidate, Content, Item, Key, Merged, Part, Proposal, Verdict, Why, part_of, units};
use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::{Row, Value};

/// Of the rule: it is that of the question about it.
pub(super) const CODE: &str = "decided-twice";

/// The paragraph that a link says how its commitment answers.
fn answered(link: &Row) -> Option<&str> {
    let says = ["answer", "commitment", "provision"].iter().all(|field| !link.text(field).is_empty());
    says.then(|| link.text("provision"))
}

fn unit_key(kind: Kind, id: &Id, field: &str) -> Key {
    let index = kind.def().index(field);
    let at = units(kind).iter().position(|unit| index.is_some_and(|index| unit.fields.contains(&index)));
    Key { kind, id: id.clone(), part: Part::Unit(at.unwrap_or_default() as u8) }
}

fn declined(paragraph: &Id) -> Key {
    unit_key(Kind::Provision, paragraph, "not_for_us")
}

/// Paragraphs of a draft that are answered and not for us, and were not both in mine. Each with what is new of it: that it is not for
/// us, its answers, or both.
pub(super) fn breaks(mine: &State, draft: &State, rows: &BTreeSet<(Kind, Id)>) -> Vec<Break> {
    let is_declined =
        |state: &State, id: &str| state.row(Kind::Provision, id).is_some_and(|row| row.flag("not_for_us"));
    let touched = rows.iter().filter_map(|(kind, id)| match kind {
        Kind::Provision => Some(&**id),
        Kind::Mapping => answered(draft.row(*kind, id)?),
        _ => None,
    });
    let both: BTreeSet<&str> = touched.filter(|id| is_declined(draft, id)).collect();
    if both.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<&str, Vec<Key>> = BTreeMap::new();
    for link in draft.rows(Kind::Mapping) {
        let Some(paragraph) = answered(link).filter(|paragraph| both.contains(paragraph)) else { continue };
        let before = mine.row(Kind::Mapping, link.id());
        let is_new = before.and_then(|before| answered(before)) != Some(paragraph);
        if !is_new && is_declined(mine, paragraph) {
            continue;
        }
        let keys = found.entry(paragraph).or_default();
        if is_new {
            keys.push(new_answer(before, link));
        }
    }
    let key = |(paragraph, mut answers): (&str, Vec<Key>)| {
        if !is_declined(mine, paragraph) {
            answers.insert(0, declined(&paragraph.into()));
        }
        answers.sort();
        let first = answers.remove(0);
        Break { key: first, why: Why::Clash(CODE), missing: None, beside: answers }
    };
    found.into_iter().map(key).collect()
}

/// What makes an answer of a link: the row, or what is another in it.
fn new_answer(before: Option<&Arc<Row>>, link: &Row) -> Key {
    let row = Key { kind: Kind::Mapping, id: link.id().clone(), part: Part::Row };
    let Some(before) = before else { return row };
    let changed = ["answer", "provision"].iter().find(|field| before.get(field) != link.get(field));
    unit_key(Kind::Mapping, link.id(), changed.unwrap_or(&"answer"))
}

/// Makes one question of a paragraph that would be answered and not for us. Answers whether anything is another now.
pub(super) fn turn(mine: &State, proposals: &[Proposal], merged: &mut Merged, first: &Key, beside: &[Key]) -> bool {
    let fresh: Vec<&Key> = std::iter::once(first).chain(beside).collect();
    // Who says that it is not for us may have taken the answers away, and that is asked: then it goes with that.
    if let [paragraph] = fresh.as_slice()
        && paragraph.kind == Kind::Provision
        && let Some(leads) = answers_going(mine, merged, paragraph)
        && let Some(item) =
            merged.items.iter_mut().find(|item| item.key == **paragraph && item.verdict == Verdict::Taken)
    {
        item.verdict = Verdict::Asked(Why::Opposite);
        merged.ties.insert((*paragraph).clone(), super::Tie { leads, with_all: true });
        return true;
    }
    let mut changed = false;
    for key in &fresh {
        changed |= turn_one(mine, proposals, merged, key, Why::Clash(CODE));
    }
    for lead in fresh {
        for opposite in opposites(mine, merged, lead) {
            changed |= tie(mine, proposals, merged, lead, opposite);
        }
    }
    changed
}

/// The answers of mine to a paragraph, where somebody proposes of each that it goes.
fn answers_going(mine: &State, merged: &Merged, paragraph: &Key) -> Option<BTreeSet<Key>> {
    let mut leads = BTreeSet::new();
    for link in mine.rows(Kind::Mapping).filter(|link| answered(link) == Some(&*paragraph.id)) {
        let row = Key { kind: Kind::Mapping, id: link.id().clone(), part: Part::Row };
        let answer = unit_key(Kind::Mapping, link.id(), "answer");
        let is_emptied = |content: &Content| match content {
            Content::Absent => true,
            Content::Values(values) => values.iter().all(Option::is_none),
            _ => false,
        };
        let goes = |item: &&Item| {
            (item.key == row || item.key == answer) && item.theirs.iter().any(|one| is_emptied(&one.content))
        };
        let item = merged.items.iter().find(goes)?;
        if item.verdict != Verdict::Taken {
            leads.insert(item.key.clone());
        }
    }
    (!leads.is_empty()).then_some(leads)
}

/// What of mine says the opposite of what is proposed.
fn opposites(mine: &State, merged: &Merged, lead: &Key) -> Vec<Key> {
    if lead.kind == Kind::Provision {
        let links = mine.rows(Kind::Mapping).filter(|link| answered(link) == Some(&*lead.id));
        return links.map(|link| unit_key(Kind::Mapping, link.id(), "answer")).collect();
    }
    let Some(item) = merged.items.iter().find(|item| item.key == *lead) else { return Vec::new() };
    let named = item.theirs.iter().filter_map(|one| match &one.content {
        Content::Row(row) => Some(Id::from(row.text("provision"))),
        Content::Values(values) if key_is(lead, "provision") => {
            let place =
                lead.unit()?.fields.iter().position(|index| Some(*index) == Kind::Mapping.def().index("provision"))?;
            Some(values.get(place)?.as_ref()?.text()?.into())
        }
        _ => Some(Id::from(mine.row(Kind::Mapping, &lead.id)?.text("provision"))),
    });
    let declined_by_me = |id: &Id| mine.row(Kind::Provision, id).is_some_and(|row| row.flag("not_for_us"));
    named.filter(declined_by_me).map(|id| declined(&id)).collect::<BTreeSet<_>>().into_iter().collect()
}

fn key_is(key: &Key, field: &str) -> bool {
    let index = key.kind.def().index(field);
    key.unit().is_some_and(|unit| index.is_some_and(|index| unit.fields.contains(&index)))
}

/// Asks about what of mine says the opposite of a proposal: it is to go where that is taken.
fn tie(mine: &State, proposals: &[Proposal], merged: &mut Merged, lead: &Key, opposite: Key) -> bool {
    let of_row = |key: &Key| key.kind == opposite.kind && key.id == opposite.id;
    let known = merged.items.iter().find(|item| {
        of_row(&item.key) && (item.key == opposite || (item.key.part == Part::Row && opposite.kind == Kind::Mapping))
    });
    match known {
        // It leads as well: two who propose the opposite are two questions.
        Some(item) if item.why() != Some(Why::Opposite) => return false,
        Some(item) => {
            let key = item.key.clone();
            return merged.ties.entry(key).or_default().leads.insert(lead.clone());
        }
        None => {}
    }
    let (Some(row), Some(item)) =
        (mine.row(opposite.kind, &opposite.id), merged.items.iter().find(|item| item.key == *lead))
    else {
        return false;
    };
    let from: Vec<usize> =
        item.theirs.iter().flat_map(|one| one.from.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    let base = |at: &usize| {
        let common = proposals[*at].common.as_ref().filter(|common| common.knows(&opposite))?;
        Some(part_of(common.version.state.row(opposite.kind, &opposite.id)?, &opposite.part))
    };
    let nothing: Vec<Option<Value>> = vec![None; opposite.unit().map_or(0, |unit| unit.fields.len())];
    let new = Item {
        common: from.first().and_then(base),
        mine: part_of(row, &opposite.part),
        theirs: vec![Candidate { content: Content::Values(nothing), from }],
        verdict: Verdict::Asked(Why::Opposite),
        key: opposite.clone(),
    };
    merged.items.push(new);
    merged.ties.entry(opposite).or_default().leads.insert(lead.clone());
    true
}
