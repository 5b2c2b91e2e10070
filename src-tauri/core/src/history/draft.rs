//! What a plan would become by going back, worked out on a copy of its state before anything is written.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::back::{Kept, Stays};
use super::rules::chains;
use crate::diff::NotStated;
use crate::kinds::{FieldType, Kind};
use crate::state::{Change, Id, State, write_canonical};
use crate::{Row, Value};

/// What a plan would become.
pub(super) struct Draft<'a> {
    pub(super) mine: &'a State,
    pub(super) now: State,
    /// Rows that may be others in `now` than in `mine`, in the order in which they are written.
    rows: Vec<(Kind, Id)>,
    kept: Vec<Kept>,
}

impl<'a> Draft<'a> {
    /// A plan as it is. `rows`: those that are going to be looked at.
    pub fn of(mine: &'a State, rows: Vec<(Kind, Id)>) -> Draft<'a> {
        Draft { mine, now: mine.clone(), rows, kept: Vec::new() }
    }

    /// Takes back what a step made of one state to get the other.
    pub fn take_back(&mut self, before: &State, after: &State) {
        let mut made = Vec::new();
        let mut changed = Vec::new();
        let mut reborn = Vec::new();
        for (kind, id) in self.rows.clone() {
            let row = |state: &State| state.row(kind, &id).cloned();
            match (row(before), row(after), row(self.mine)) {
                (Some(before), Some(after), Some(_)) => changed.push((before, after)),
                (Some(before), Some(after), None) => self.stays(fields_between(&after, &before), Stays::Deleted),
                (None, Some(after), Some(mine)) if mine == after => made.push((kind, id)),
                (None, Some(_), Some(mine)) => self.stays(gone(&mine), Stays::Changed),
                (Some(before), None, None) => reborn.push(before),
                (Some(before), None, Some(mine)) if mine != before => {
                    self.stays(fields_between(&mine, &before), Stays::Again);
                }
                // The step both made and deleted it, or it is as it was before already.
                _ => {}
            }
        }
        self.bring_back(&reborn);
        for (before, after) in &changed {
            for unit in units(before, after) {
                self.put_fields_back(before, after, unit);
            }
            self.put_unknown_fields_back(before, after);
        }
        loop {
            self.break_circles();
            if !self.hold_back(&changed) {
                break;
            }
        }
        for (before, after) in &changed {
            self.put_provenance_back(before, after);
        }
        self.take_away(&made);
    }

    pub(super) fn stays(&mut self, change: Option<Change>, why: Stays) {
        self.kept.extend(change.map(|change| Kept { change, why }));
    }

    /// Rows that the step deleted come back, but for those that would hang on a row that is gone.
    fn bring_back(&mut self, rows: &[Arc<Row>]) {
        for row in rows {
            self.now.put((**row).clone());
        }
        let mut here: Vec<&Arc<Row>> = rows.iter().collect();
        loop {
            let (stay_gone, rest): (Vec<_>, Vec<_>) = here.into_iter().partition(|row| {
                let def = row.kind().def();
                let must = |name: &str| def.one_of.iter().any(|group| group.contains(&name));
                dangling(row, &self.now).iter().any(|index| {
                    let field = &def.fields[*index as usize];
                    field.required || must(field.name)
                })
            });
            here = rest;
            if stay_gone.is_empty() {
                break;
            }
            for row in stay_gone {
                self.now.remove(row.kind(), row.id());
                self.stays(born(row), Stays::Gone);
            }
        }
        for row in here {
            let fields = dangling(row, &self.now);
            if !fields.is_empty() {
                let cleared = without(row, &fields, &self.now);
                self.stays(fields_between(&cleared, row), Stays::Gone);
                self.now.put(cleared);
            }
        }
    }

    /// Fields that belong together go back where nobody touched any of them since.
    fn put_fields_back(&mut self, before: &Row, after: &Row, unit: &[u8]) {
        let Some(mine) = self.now.row(before.kind(), before.id()).cloned() else { return };
        let def = before.kind().def();
        if let [index] = unit
            && matches!(def.fields[*index as usize].ty, FieldType::Texts | FieldType::References(_))
        {
            self.put_elements_back(before, after, &mine, *index);
            return;
        }
        if unit.iter().all(|index| mine.at(*index) == before.at(*index)) {
            return;
        }
        let wanted = unit.iter().fold((*mine).clone(), |row, index| row.with(*index, before.at(*index).cloned()));
        if unit.iter().any(|index| mine.at(*index) != after.at(*index)) {
            self.stays(fields_between(&mine, &wanted), Stays::Changed);
        } else if dangling(&wanted, &self.now).iter().any(|index| unit.contains(index)) {
            self.stays(fields_between(&mine, &wanted), Stays::Gone);
        } else {
            self.now.put(wanted);
        }
    }

    /// The fields that this version does not know are one: nobody here can say which of them belong together.
    fn put_unknown_fields_back(&mut self, before: &Row, after: &Row) {
        let Some(mine) = self.now.row(before.kind(), before.id()).cloned() else { return };
        if before.extra() == after.extra() || mine.extra() == before.extra() {
            return;
        }
        let wanted = mine.with_extra(before.extra());
        if mine.extra() == after.extra() {
            self.now.put(wanted);
        } else {
            self.stays(fields_between(&mine, &wanted), Stays::Changed);
        }
    }

    /// What the step added to a set goes, what it took out comes back, and what others did to the set since stands.
    fn put_elements_back(&mut self, before: &Row, after: &Row, mine: &Row, index: u8) {
        let elements = |row: &Row| -> HashSet<Box<str>> {
            row.at(index).and_then(Value::set).unwrap_or_default().iter().cloned().collect()
        };
        let (before, after, now) = (elements(before), elements(after), elements(mine));
        let stay = now.iter().filter(|e| before.contains(*e) || !after.contains(*e));
        let wanted: HashSet<Box<str>> = stay.chain(before.difference(&after)).cloned().collect();
        let target = mine.kind().def().fields[index as usize].target();
        let there = |id: &str| target.is_none_or(|kind| self.now.row(kind, id).is_some());
        let (possible, gone): (Vec<Box<str>>, Vec<Box<str>>) = wanted.into_iter().partition(|id| there(id));
        let put = mine.with(index, Value::set_of(possible.iter().cloned()));
        if !gone.is_empty() {
            let full = mine.with(index, Value::set_of(possible.into_iter().chain(gone)));
            self.stays(fields_between(&put, &full), Stays::Gone);
        }
        self.now.put(put);
    }

    /// References that went back may close a circle with what was set since; then they stay.
    fn break_circles(&mut self) {
        let kinds: HashSet<Kind> = self.rows.iter().map(|(kind, _)| *kind).collect();
        for kind in Kind::content().filter(|kind| kinds.contains(kind)) {
            for (index, _) in chains(kind) {
                while let Some(circle) = self.circle(kind, index) {
                    let before = self.kept.len();
                    for id in circle {
                        self.keep_link(kind, &id, index);
                    }
                    if self.kept.len() == before {
                        break;
                    }
                }
            }
        }
    }

    /// One field of a row is again as it is in the plan.
    fn keep_link(&mut self, kind: Kind, id: &str, index: u8) {
        let Some(row) = self.now.row(kind, id).cloned() else { return };
        let mine = self.mine.row(kind, id).and_then(|mine| mine.at(index)).cloned();
        if row.at(index) != mine.as_ref() {
            let kept = row.with(index, mine);
            self.stays(fields_between(&kept, &row), Stays::Circle);
            self.now.put(kept);
        }
    }

    /// The ids of one circle in which a row that was touched stands.
    fn circle(&self, kind: Kind, index: u8) -> Option<Vec<Id>> {
        let mut ends: HashSet<Id> = HashSet::new();
        for (_, id) in self.rows.iter().filter(|(k, _)| *k == kind) {
            let mut path: Vec<Id> = Vec::new();
            let mut places: HashMap<Id, usize> = HashMap::new();
            let mut next = self.now.row(kind, id);
            while let Some(row) = next {
                if ends.contains(row.id()) {
                    break;
                }
                if let Some(at) = places.insert(row.id().clone(), path.len()) {
                    return Some(path.split_off(at));
                }
                path.push(row.id().clone());
                next = row.at(index).and_then(Value::text).and_then(|id| self.now.row(kind, id));
            }
            ends.extend(path);
        }
        None
    }

    /// Rows that the step made go, but for those that a row names which stays.
    fn take_away(&mut self, made: &[(Kind, Id)]) {
        let mut going: HashMap<Kind, HashSet<Id>> = HashMap::new();
        for (kind, id) in made {
            going.entry(*kind).or_default().insert(id.clone());
        }
        if made.is_empty() {
            return;
        }
        let goes = |going: &HashMap<Kind, HashSet<Id>>, kind: Kind, id: &str| {
            going.get(&kind).is_some_and(|ids| ids.contains(id))
        };
        // Who names whom: a row that stays keeps what it names, and so on.
        let mut names: HashMap<(Kind, Id), Vec<(Kind, Id)>> = HashMap::new();
        let mut staying: Vec<(Kind, Id)> = Vec::new();
        for referrer in self.now.referrers(&going) {
            let row = &referrer.row;
            let Some(target) = row.kind().def().fields[referrer.index as usize].target() else { continue };
            let named: Vec<(Kind, Id)> = match row.at(referrer.index) {
                Some(Value::Text(id)) => vec![(target, (&**id).into())],
                Some(Value::Set(ids)) => ids.iter().map(|id| (target, (&**id).into())).collect(),
                _ => Vec::new(),
            };
            let named = named.into_iter().filter(|(kind, id)| goes(&going, *kind, id));
            if goes(&going, row.kind(), row.id()) {
                names.entry((row.kind(), row.id().clone())).or_default().extend(named);
            } else {
                staying.extend(named);
            }
        }
        while let Some((kind, id)) = staying.pop() {
            if going.get_mut(&kind).is_some_and(|ids| ids.remove(&id)) {
                let row = self.now.row(kind, &id).and_then(|row| gone(row));
                self.stays(row, Stays::Named);
                staying.extend(names.remove(&(kind, id)).unwrap_or_default());
            }
        }
        for (kind, id) in made.iter().filter(|(kind, id)| goes(&going, *kind, id)) {
            self.now.remove(*kind, id);
        }
    }

    /// All that the state says, and as it is now what it does not state.
    pub fn become_like(&mut self, state: &State, not_stated: &NotStated<'_>) {
        for kind in Kind::content().filter(|kind| !not_stated(*kind, None)) {
            for row in state.rows(kind) {
                let mine = self.mine.row(kind, row.id());
                let wanted = match mine {
                    Some(mine) if Arc::ptr_eq(mine, row) => continue,
                    Some(mine) => with_unstated(row, mine, not_stated),
                    None => (**row).clone(),
                };
                if mine.is_none_or(|mine| **mine != wanted) {
                    self.rows.push((kind, row.id().clone()));
                    self.now.put(wanted);
                }
            }
            // The plan's own row is never deleted, whatever a stranger's file lacks.
            let goes = |row: &&Arc<Row>| state.row(kind, row.id()).is_none() && kind != Kind::About;
            for row in self.mine.rows(kind).filter(goes) {
                self.rows.push((kind, row.id().clone()));
                self.now.remove(kind, row.id());
            }
        }
        // What the state does not speak of may name what is gone now.
        let mut removed: HashMap<Kind, HashSet<Id>> = HashMap::new();
        for (kind, id) in self.rows.iter().filter(|(kind, id)| self.now.row(*kind, id).is_none()) {
            removed.entry(*kind).or_default().insert(id.clone());
        }
        for referrer in self.now.referrers(&removed) {
            let row = &referrer.row;
            // A row may be met twice, by two of its fields.
            let Some(row) = self.now.row(row.kind(), row.id()).cloned() else { continue };
            let cleared = without(&row, &dangling(&row, &self.now), &self.now);
            self.rows.push((row.kind(), row.id().clone()));
            self.now.put(cleared);
        }
    }

    /// What is to be written, and what stays.
    pub fn finish(self) -> (Vec<Change>, Vec<Kept>) {
        (changes_between(self.mine, &self.now, self.rows.into_iter()), self.kept)
    }
}

/// What is to be written to get from one state to another, of the rows that are named, in an order in which it can be.
pub(crate) fn changes_between(mine: &State, now: &State, rows: impl Iterator<Item = (Kind, Id)>) -> Vec<Change> {
    let mut seen = HashSet::new();
    let mut changes = Vec::new();
    for (kind, id) in rows.filter(|key| seen.insert(key.clone())) {
        changes.extend(match (mine.row(kind, &id), now.row(kind, &id)) {
            (Some(mine), Some(now)) => fields_between(mine, now),
            (Some(mine), None) => gone(mine),
            (None, Some(now)) => born(now),
            (None, None) => None,
        });
    }
    // Rows come before those that name them and go behind them: SQLite has no index to look for what names a row of the
    // catalogue, and would read all the rest for each of them.
    changes.sort_by_key(|change| match (&change.before, &change.after) {
        (None, _) => (0, change.kind as i32),
        (_, Some(_)) => (1, 0),
        (_, None) => (2, -(change.kind as i32)),
    });
    changes
}

/// What a step changed in a row, by what is merged as one. Fields that this version does not know are none of them: no step of
/// ours changes them.
///
/// Where facts come from is none of them either: that goes back by what became of the facts.
fn units(before: &Row, after: &Row) -> impl Iterator<Item = &'static [u8]> {
    let units = crate::merge::units(before.kind()).iter();
    units.filter(|unit| !unit.is_provenance && !unit.same(before, after)).map(|unit| &*unit.fields)
}

/// The fields whose references name rows that are not there.
pub(crate) fn dangling(row: &Row, state: &State) -> Vec<u8> {
    let def = row.kind().def();
    let missing = |(field, value): (&'static crate::Field, &Value)| {
        let target = field.target()?;
        let there = |id: &str| state.row(target, id).is_some();
        let whole = match value {
            Value::Text(id) => there(id),
            Value::Set(ids) => ids.iter().all(|id| there(id)),
            _ => true,
        };
        if whole { None } else { def.index(field.name) }
    };
    row.values().filter_map(missing).collect()
}

/// The row without the references in some fields that name what is not there.
fn without(row: &Row, fields: &[u8], state: &State) -> Row {
    fields.iter().fold(row.clone(), |row, index| {
        let target = row.kind().def().fields[*index as usize].target();
        let left = row.at(*index).and_then(Value::set).and_then(|set| {
            let there = |id: &str| target.is_some_and(|kind| state.row(kind, id).is_some());
            Value::set_of(set.iter().filter(|id| there(id)).cloned())
        });
        row.with(*index, left)
    })
}

/// The row of a state with those fields of mine that the state does not speak of.
fn with_unstated(row: &Row, mine: &Row, not_stated: &NotStated<'_>) -> Row {
    let kind = row.kind();
    let fields = kind.def().fields.iter().enumerate();
    let unstated = fields.filter(|(_, field)| not_stated(kind, Some(field.name)));
    let row = unstated.fold(row.clone(), |row, (index, _)| row.with(index as u8, mine.at(index as u8).cloned()));
    if row.extra() == mine.extra() {
        return row;
    }
    let parsed = |row: &Row| -> Map<String, Json> {
        row.extra().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    let mut extra = parsed(&row);
    let held_back: Vec<(String, Json)> =
        parsed(mine).into_iter().filter(|(name, _)| not_stated(kind, Some(name))).collect();
    if held_back.is_empty() {
        return row;
    }
    extra.extend(held_back);
    let mut text = String::new();
    write_canonical(&Json::Object(extra), &mut text);
    row.with_extra(Some(&text))
}

/// The change that makes the one version of a row the other. None, where they are the same.
pub(super) fn fields_between(from: &Row, to: &Row) -> Option<Change> {
    let (before, after) = (from.stored(), to.stored());
    let names: Vec<&String> = before.keys().chain(after.keys()).collect();
    let mut change =
        Change { kind: from.kind(), id: from.id().clone(), before: Some(Map::new()), after: Some(Map::new()) };
    for name in names.into_iter().filter(|name| before.get(*name) != after.get(*name)) {
        let value = |image: &Map<String, Json>| image.get(name).cloned().unwrap_or_default();
        if let (Some(b), Some(a)) = (&mut change.before, &mut change.after) {
            b.insert(name.clone(), value(&before));
            a.insert(name.clone(), value(&after));
        }
    }
    change.before.as_ref().is_some_and(|before| !before.is_empty()).then_some(change)
}

fn gone(row: &Row) -> Option<Change> {
    born(row).map(|change| change.inverse())
}

fn born(row: &Row) -> Option<Change> {
    let mut image = row.stored();
    image.insert("id".into(), Json::from(&**row.id()));
    Some(Change { kind: row.kind(), id: row.id().clone(), before: None, after: Some(image) })
}
