//! Row by row: who touched it, whether it is there, and what stands in its fields.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::led::{deleted, is_emptied, went_along};
use super::{
    Candidate, Content, Finding, Item, Key, Merged, Part, Proposal, Unit, Verdict, Why, part_of, units, unknown_of,
};
use crate::kinds::{FieldType, Kind};
use crate::state::{Id, State};
use crate::{Row, Value};

/// Elements of a set at the most, as for what people type.
const SET_MAX: usize = 500;

/// What a version has in common with mine in one row.
enum Base {
    /// It is known: the row as it was, or that there was none.
    Known(Option<Arc<Row>>),
    /// It cannot be told.
    Unknown,
}

/// One version of a row that somebody touched.
struct Touch<'a> {
    from: usize,
    proposal: &'a Proposal,
    base: Base,
    theirs: Option<Arc<Row>>,
}

impl Touch<'_> {
    fn known(&self) -> Option<&Option<Arc<Row>>> {
        match &self.base {
            Base::Known(row) => Some(row),
            Base::Unknown => None,
        }
    }
    /// What the last common version has in a part of the row; none: that cannot be told.
    fn base_of(&self, key: &Key) -> Option<Content> {
        let common = self.proposal.common.as_ref().filter(|common| common.knows(key))?;
        debug_assert!(common.knows_row(key.kind, &key.id));
        Some(match self.known()? {
            Some(row) => part_of(row, &key.part),
            None => empty(&key.part),
        })
    }
}

/// The content of a part of a row in which nothing is filled.
fn empty(part: &Part) -> Content {
    match part {
        Part::Row => Content::Absent,
        Part::Unit(_) => Content::Values(Vec::new()),
        Part::Unknown(_) => Content::Unknown(None),
    }
}

fn is_empty(content: &Content) -> bool {
    match content {
        Content::Absent | Content::Unknown(None) => true,
        Content::Values(values) => values.iter().all(Option::is_none),
        _ => false,
    }
}

/// Values of a unit are as long as it has fields, also where there is no row.
fn fitted(content: Content, unit: Option<&Unit>) -> Content {
    match (content, unit) {
        (Content::Values(values), Some(unit)) if values.is_empty() => Content::Values(vec![None; unit.fields.len()]),
        (other, _) => other,
    }
}

/// All that is proposed, before it is held against the rules of the domain.
pub(super) fn merge_rows(mine: &State, proposals: &[Proposal]) -> Merged {
    let mut merged = Merged::default();
    let mut touched: BTreeMap<(Kind, Id), BTreeSet<usize>> = BTreeMap::new();
    for (from, proposal) in proposals.iter().enumerate() {
        for kind in Kind::content().filter(|kind| !proposal.version.omitted.kind(*kind)) {
            let mut touch = |id: &Id| {
                touched.entry((kind, id.clone())).or_default().insert(from);
            };
            match proposal.common.as_ref().filter(|common| !common.version.omitted.kind(kind)) {
                Some(common) => {
                    differing(&common.version.state, &proposal.version.state, kind, |id, _| touch(id));
                    for key in common.unclear.iter().filter(|key| key.kind == kind) {
                        touch(&key.id);
                    }
                }
                None => {
                    let mut only_mine = 0;
                    let omitted = &proposal.version.omitted;
                    differing(mine, &proposal.version.state, kind, |id, there| match there {
                        true => touch(id),
                        false => only_mine += usize::from(!mine.row(kind, id).is_some_and(|row| omitted.row(row))),
                    });
                    if only_mine > 0 && proposal.common.is_none() {
                        merged.findings.push(Finding {
                            rule: "only-mine",
                            kind,
                            id: "".into(),
                            other: None,
                            from: vec![from],
                            count: only_mine,
                        });
                    }
                }
            }
        }
    }
    for ((kind, id), from) in &touched {
        let touches: Vec<Touch<'_>> = from.iter().map(|from| touch(*kind, id, *from, &proposals[*from])).collect();
        merge_row(mine, *kind, id, &touches, &mut merged);
    }
    merged
}

fn touch<'a>(kind: Kind, id: &Id, from: usize, proposal: &'a Proposal) -> Touch<'a> {
    let base = match proposal.common.as_ref().filter(|common| common.knows_row(kind, id)) {
        Some(common) => Base::Known(common.version.state.row(kind, id).cloned()),
        None => Base::Unknown,
    };
    Touch { from, proposal, base, theirs: proposal.version.state.row(kind, id).cloned() }
}

/// The ids of rows that are not the same in two states, sorted; and whether they are in the second.
fn differing(a: &State, b: &State, kind: Kind, mut each: impl FnMut(&Id, bool)) {
    let (mut left, mut right) = (a.rows(kind).peekable(), b.rows(kind).peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (Some(l), Some(r)) => l.id().cmp(r.id()),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => return,
        };
        match order {
            std::cmp::Ordering::Less => left.next().into_iter().for_each(|row| each(row.id(), false)),
            std::cmp::Ordering::Greater => right.next().into_iter().for_each(|row| each(row.id(), true)),
            std::cmp::Ordering::Equal => {
                if let (Some(l), Some(r)) = (left.next(), right.next())
                    && !Arc::ptr_eq(l, r)
                    && l != r
                {
                    each(r.id(), true);
                }
            }
        }
    }
}

fn merge_row(mine: &State, kind: Kind, id: &Id, touches: &[Touch<'_>], merged: &mut Merged) {
    let key = Key { kind, id: id.clone(), part: Part::Row };
    let (there, gone): (Vec<&Touch<'_>>, Vec<&Touch<'_>>) = touches.iter().partition(|touch| touch.theirs.is_some());
    let Some(row) = mine.row(kind, id) else {
        if !there.is_empty() {
            not_mine(key, &there, merged);
        }
        return;
    };
    // The plan's own row is never deleted, whatever a stranger's file lacks; nor is what a file leaves out.
    let deletes = |touch: &&&Touch<'_>| {
        kind != Kind::About && matches!(touch.known(), Some(Some(was)) if !touch.proposal.version.omitted.row(was))
    };
    let deleting: Vec<&&Touch<'_>> = gone.iter().filter(deletes).collect();
    if !deleting.is_empty() {
        let same = |touch: &&&Touch<'_>| {
            let was = touch.known().and_then(Option::as_ref);
            was.zip(touch.proposal.common.as_ref()).is_some_and(|(was, common)| common.states_same(was, row))
        };
        let changed_mine = !deleting.iter().all(same);
        let changed = changed_mine || !there.is_empty();
        merged.items.push(Item {
            common: one_common(deleting.iter().map(|touch| touch.base_of(&key))),
            mine: Content::Row(row.clone()),
            theirs: vec![Candidate { content: Content::Absent, from: numbers(&deleting) }],
            verdict: match changed {
                true => Verdict::Conflict(Why::DeletedAndChanged),
                false if deleting.iter().all(|touch| went_along(mine, touch.proposal, row)) => {
                    Verdict::Asked(Why::Along)
                }
                false => Verdict::Asked(Why::Deletion),
            },
            key,
        });
    }
    fields(Some(row), kind, id, &there, merged);
}

fn numbers(touches: &[&&Touch<'_>]) -> Vec<usize> {
    touches.iter().map(|touch| touch.from).collect()
}

/// The common content, where all have the same.
fn one_common(mut contents: impl Iterator<Item = Option<Content>>) -> Option<Content> {
    let first = contents.next()??;
    contents.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

/// A row that is not there in mine: others added it, or changed what I deleted.
fn not_mine(key: Key, there: &[&Touch<'_>], merged: &mut Merged) {
    let was_common = |touch: &&Touch<'_>| matches!(touch.known(), Some(Some(_)));
    let is_unknown = there.iter().any(|touch| touch.known().is_none());
    if is_unknown || there.iter().any(was_common) {
        let candidates = candidates(&key, there.iter().filter_map(|t| Some((t.from, Content::Row(t.theirs.clone()?)))));
        merged.items.push(Item {
            common: one_common(there.iter().map(|touch| touch.base_of(&key))),
            mine: Content::Absent,
            verdict: match (is_unknown, candidates.len()) {
                (true, 1) => Verdict::Asked(Why::NoCommon),
                (true, _) => Verdict::Conflict(Why::Several),
                (false, _) => Verdict::Conflict(Why::DeletedAndChanged),
            },
            theirs: candidates,
            key,
        });
        return;
    }
    // All of them added it; who deleted it again has nothing to say against that.
    let mut inner = Merged::default();
    fields(None, key.kind, &key.id, there, &mut inner);
    let conflicts: HashSet<Part> =
        inner.items.iter().filter(|item| !is_one(item)).map(|i| i.key.part.clone()).collect();
    let def = key.kind.def();
    let must = |part: &Part| match part {
        Part::Unit(at) => units(key.kind)[*at as usize].fields.iter().any(|index| {
            let field = &def.fields[*index as usize];
            field.required || def.one_of.iter().any(|group| group.contains(&field.name))
        }),
        _ => false,
    };
    let from: Vec<usize> = there.iter().map(|touch| touch.from).collect();
    if conflicts.iter().any(must) {
        let rows = there.iter().filter_map(|t| Some((t.from, Content::Row(t.theirs.clone()?))));
        let theirs = candidates(&key, rows);
        let common = Some(Content::Absent);
        let verdict = Verdict::Conflict(Why::Several);
        merged.items.push(Item { key, common, mine: Content::Absent, theirs, verdict });
        return;
    }
    // What they agree in; where they do not, it is asked. So is what is always asked, also of a row that is new: its status, and
    // which other organizations lead it or take part. The role of another is asked as a row.
    let apart = |item: &Item| {
        let asked = matches!(item.verdict, Verdict::Asked(Why::Status | Why::Role));
        !is_one(item) || (asked && key.kind != Kind::Assignment && !must(&item.key.part))
    };
    let mut row = Row::new(key.kind, key.id.clone());
    for item in inner.items.iter().filter(|item| !apart(item)) {
        row = super::with_part(&row, &item.key, &item.theirs[0].content);
    }
    let role = is_role_of_another(&row, there);
    merged.items.extend(inner.items.into_iter().filter(|item| apart(item)));
    merged.items.push(Item {
        key,
        common: Some(Content::Absent),
        mine: Content::Absent,
        theirs: vec![Candidate { content: Content::Row(Arc::new(row)), from }],
        verdict: if role { Verdict::Asked(Why::Role) } else { Verdict::Taken },
    });
}

fn is_one(item: &Item) -> bool {
    !matches!(item.verdict, Verdict::Conflict(_)) && item.theirs.len() == 1
}

/// Distinct contents with who has them, in the order of their texts.
fn candidates(key: &Key, contents: impl Iterator<Item = (usize, Content)>) -> Vec<Candidate> {
    let mut distinct: BTreeMap<String, Candidate> = BTreeMap::new();
    for (from, content) in contents {
        let text = content.canonical(key);
        distinct.entry(text).or_insert_with(|| Candidate { content, from: Vec::new() }).from.push(from);
    }
    distinct.into_values().collect()
}

/// The fields of a row, where somebody still has it.
fn fields(row: Option<&Arc<Row>>, kind: Kind, id: &Id, there: &[&Touch<'_>], merged: &mut Merged) {
    for (at, unit) in units(kind).iter().enumerate() {
        let key = Key { kind, id: id.clone(), part: Part::Unit(at as u8) };
        // Most fields are the same everywhere: those need no content of their own.
        let differs = |touch: &&&Touch<'_>| {
            let Some(theirs) = &touch.theirs else { return false };
            if touch.proposal.version.omitted.unit(kind, unit) {
                return false;
            }
            match (touch.known(), row) {
                (Some(Some(base)), _) => {
                    !unit.same(base, theirs) || touch.proposal.common.as_ref().is_some_and(|common| !common.knows(&key))
                }
                _ => true,
            }
        };
        let touches: Vec<&Touch<'_>> = there.iter().filter(differs).copied().collect();
        if touches.is_empty() {
            continue;
        }
        let content = |row: &Row| Content::Values(unit.of(row));
        let my = fitted(row.map_or(Content::Values(Vec::new()), |row| content(row)), Some(unit));
        let proposed: Vec<(&Touch<'_>, Option<Content>, Content)> = touches
            .iter()
            .filter_map(|touch| {
                let base = touch.base_of(&key).map(|base| fitted(base, Some(unit)));
                Some((*touch, base, content(touch.theirs.as_ref()?)))
            })
            .collect();
        field(row, key, my, &proposed, merged);
    }
    let mut names: BTreeSet<String> = BTreeSet::new();
    for touch in there {
        if let Some(theirs) = touch.theirs.as_ref().filter(|row| row.extra().is_some()) {
            names.extend(unknown_of(theirs).into_iter().map(|(name, _)| name));
        }
        if let Some(Some(base)) = touch.known().filter(|base| base.as_ref().is_some_and(|row| row.extra().is_some())) {
            names.extend(unknown_of(base).into_iter().map(|(name, _)| name));
        }
    }
    for name in names {
        let key = Key { kind, id: id.clone(), part: Part::Unknown(name.clone()) };
        let my = row.map_or(Content::Unknown(None), |row| part_of(row, &key.part));
        let proposed: Vec<(&Touch<'_>, Option<Content>, Content)> = there
            .iter()
            .filter(|touch| !touch.proposal.version.omitted.unknown(kind, &name))
            .filter_map(|touch| Some((*touch, touch.base_of(&key), part_of(touch.theirs.as_ref()?, &key.part))))
            .collect();
        field(row, key, my, &proposed, merged);
    }
}

/// One field, or fields that are merged as one.
fn field(
    row: Option<&Arc<Row>>,
    key: Key,
    my: Content,
    proposed: &[(&Touch<'_>, Option<Content>, Content)],
    merged: &mut Merged,
) {
    // Who has the common value proposes nothing; and where there is none, what is empty is not stated.
    let changing: Vec<&(&Touch<'_>, Option<Content>, Content)> = proposed
        .iter()
        .filter(|(_, base, theirs)| match base {
            Some(base) => base != theirs,
            None => !is_empty(theirs) && *theirs != my,
        })
        .collect();
    if changing.is_empty() {
        return;
    }
    let no_common = changing.iter().any(|(_, base, _)| base.is_none());
    let common = one_common(changing.iter().map(|(_, base, _)| base.clone()));
    if key.unit().is_some_and(|unit| unit.is_set)
        && !no_common
        && let Some((set, emptied)) = by_element(&key, &my, &changing)
    {
        let from = changing.iter().map(|(touch, ..)| touch.from).collect();
        // What goes with deletions is asked with them, and stands beside nothing else.
        let (set, asked) = match set != my {
            true => (set.clone(), asked(row, &key, &my, &set, &changing)),
            false => (emptied, Some(Why::Emptied)),
        };
        if set != my {
            let theirs = vec![Candidate { content: set, from }];
            merged.items.push(Item {
                key,
                common,
                mine: my,
                theirs,
                verdict: asked.map_or(Verdict::Taken, Verdict::Asked),
            });
        }
        return;
    }
    let others = changing.iter().filter(|(_, _, theirs)| *theirs != my);
    let mut theirs = candidates(&key, others.map(|(touch, _, theirs)| (touch.from, theirs.clone())));
    if theirs.is_empty() {
        return;
    }
    if is_place_of_new_link(&key, &changing) {
        // Those who added the same link agree in it: of its places the first is taken, by everybody.
        theirs.truncate(1);
        if is_empty(&my) || theirs[0].content.canonical(&key) < my.canonical(&key) {
            merged.items.push(Item { key, common, mine: my, theirs, verdict: Verdict::Taken });
        }
        return;
    }
    // A value of mine counts where it is another than the common one; so does the value of who proposes what I have already.
    let mine_counts = changing.iter().any(|(_, base, theirs)| base.as_ref() != Some(&my) || *theirs == my);
    let verdict = if no_common {
        match is_empty(&my) && theirs.len() == 1 {
            true => Verdict::Asked(Why::NoCommon),
            false => Verdict::Conflict(Why::NoCommon),
        }
    } else if theirs.len() > 1 || mine_counts {
        Verdict::Conflict(Why::Several)
    } else if changing
        .iter()
        .all(|(touch, base, theirs)| base.as_ref().is_some_and(|base| is_emptied(touch.proposal, &key, base, theirs)))
    {
        Verdict::Asked(Why::Emptied)
    } else {
        asked(row, &key, &my, &theirs[0].content, &changing).map_or(Verdict::Taken, Verdict::Asked)
    };
    merged.items.push(Item { key, common, mine: my, theirs, verdict });
}

/// Whether it is the place in a list of a row that all of them added, and whose id follows from what it links.
fn is_place_of_new_link(key: &Key, changing: &[&(&Touch<'_>, Option<Content>, Content)]) -> bool {
    let def = key.kind.def();
    let is_order = |unit: &Unit| unit.fields.iter().all(|index| def.fields[*index as usize].ty == FieldType::Order);
    !def.identity.is_empty()
        && key.unit().is_some_and(is_order)
        && changing.iter().all(|(touch, ..)| matches!(touch.known(), Some(None)))
}

/// A set that each changed by its own elements: with the rows that were taken out of it because they were deleted, and without.
/// None: one put in what another took out, or it would be too large.
fn by_element(
    key: &Key,
    my: &Content,
    changing: &[&(&Touch<'_>, Option<Content>, Content)],
) -> Option<(Content, Content)> {
    let elements = |content: &Content| -> BTreeSet<Box<str>> {
        match content {
            Content::Values(values) => values.iter().flatten().filter_map(Value::set).flatten().cloned().collect(),
            _ => BTreeSet::new(),
        }
    };
    let target = key.unit().and_then(|unit| key.kind.def().fields[*unit.fields.first()? as usize].target());
    let mut put_in: BTreeSet<Box<str>> = BTreeSet::new();
    let (mut taken_out, mut let_go): (BTreeSet<Box<str>>, BTreeSet<Box<str>>) = Default::default();
    for (touch, base, theirs) in changing {
        let (base, theirs) = (elements(base.as_ref()?), elements(theirs));
        put_in.extend(theirs.difference(&base).cloned());
        for gone in base.difference(&theirs) {
            match target.is_some_and(|kind| deleted(touch.proposal, kind, gone)) {
                true => let_go.insert(gone.clone()),
                false => taken_out.insert(gone.clone()),
            };
        }
    }
    if put_in.iter().any(|element| taken_out.contains(element) || let_go.contains(element)) {
        return None;
    }
    let mut set: BTreeSet<Box<str>> = elements(my);
    set.extend(put_in);
    set.retain(|element| !taken_out.contains(element));
    let emptied: BTreeSet<Box<str>> = set.difference(&let_go).cloned().collect();
    let content = |set: BTreeSet<Box<str>>| Content::Values(vec![Value::set_of(set)]);
    (set.len() <= SET_MAX).then(|| (content(set), content(emptied)))
}

/// What mine becomes where of a set that several changed the changes of one alone are taken. None: it is no set, or that one has
/// nothing in common with mine there.
pub(crate) fn own_set(item: &Item, proposals: &[Proposal], from: usize) -> Option<Content> {
    let unit = item.key.unit().filter(|unit| unit.is_set)?;
    let one = touch(item.key.kind, &item.key.id, from, proposals.get(from)?);
    let base = fitted(one.base_of(&item.key)?, Some(unit));
    let theirs = part_of(one.theirs.as_ref()?, &item.key.part);
    let (set, _) = by_element(&item.key, &item.mine, &[&(&one, Some(base), theirs)])?;
    Some(set)
}

/// Why a value that only one side changed is asked all the same.
fn asked(
    row: Option<&Arc<Row>>,
    key: &Key,
    my: &Content,
    theirs: &Content,
    changing: &[&(&Touch<'_>, Option<Content>, Content)],
) -> Option<Why> {
    if key.kind == Kind::Assignment {
        let touches: Vec<&Touch<'_>> = changing.iter().map(|(touch, ..)| *touch).collect();
        let of_another = row.is_some_and(|row| is_role_of_another(row, &touches))
            || touches.iter().any(|t| t.theirs.as_ref().is_some_and(|row| is_role_of_another(row, &[t])));
        return of_another.then_some(Why::Role);
    }
    let name = key.unit().map(|unit| unit.name(key.kind)).unwrap_or_default();
    match (key.kind, name) {
        (Kind::Commitment, "status") => Some(Why::Status),
        (Kind::Commitment, "lead" | "partners") => {
            let organizations = |content: &Content| -> BTreeSet<Box<str>> {
                let Content::Values(values) = content else { return BTreeSet::new() };
                let texts = values.iter().flatten().filter_map(Value::text).map(Box::from);
                texts.chain(values.iter().flatten().filter_map(Value::set).flatten().cloned()).collect()
            };
            let (a, b) = (organizations(my), organizations(theirs));
            let own = |id: &str| {
                changing.iter().all(|(touch, ..)| touch.proposal.organization.as_deref().is_some_and(|own| own == id))
            };
            a.symmetric_difference(&b).any(|id| !own(id)).then_some(Why::Role)
        }
        _ => None,
    }
}

/// Whether a row is the role of another organization than those that propose it.
fn is_role_of_another(row: &Row, touches: &[&Touch<'_>]) -> bool {
    let holder = row.text("organization");
    row.kind() == Kind::Assignment
        && touches.iter().any(|touch| touch.proposal.organization.as_deref().is_none_or(|own| own != holder))
}
