//! The one read model: all rows of a plan at one moment.
//!
//! Immutable once shared. Tables are persistent maps, so that a new state shares all that did not change with the one before
//! it: a change costs the path to one row, whoever still holds the old state. Diff, hash, snapshot and views are functions of
//! `State` and never query.

mod days;
mod free;
mod row;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use crate::kinds::{Class, Field, FieldType, Kind, OnDelete};
use crate::{Error, Result, Value};

pub use days::{Days, DaysProblem};
pub use free::FreeDay;
pub(crate) use row::write_canonical;
pub use row::{Id, Row};

/// The rows of one kind, by id.
pub type Table = imbl::OrdMap<Id, Arc<Row>>;

/// All rows of a plan at one moment.
#[derive(Clone, Default)]
pub struct State {
    tables: [Table; Kind::COUNT],
    /// The rows of each kind in the order of the plan, made when first asked for.
    in_order: [Arc<OnceLock<Vec<Arc<Row>>>>; Kind::COUNT],
    /// The days of milestones, made when first asked for.
    days: Arc<OnceLock<days::Computed>>,
    /// Days of an earlier state, and the milestones of which only the date is another since.
    days_before: Option<(Arc<OnceLock<days::Computed>>, Vec<Id>)>,
}

/// One change of one row as the log has it: JSON of the changed fields, of the whole row on insert and delete.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Stored values before; none: the row was inserted.
    pub before: Option<Map<String, Json>>,
    /// Stored values after; none: the row was deleted.
    pub after: Option<Map<String, Json>>,
}

impl Change {
    /// The line of the log as it is summed: nobody else writes it, nobody changes it.
    pub(crate) fn logged_under(&self, op: i64) -> String {
        let mut text = format!("change {op} {} {}", self.kind.name(), self.id);
        for image in [&self.before, &self.after] {
            text.push('\n');
            if let Some(image) = image {
                write_canonical(&Json::Object(image.clone()), &mut text);
            }
        }
        text
    }

    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        Change { kind: self.kind, id: self.id.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// A row that names another.
#[derive(Debug, Clone)]
pub struct Referrer {
    /// The row.
    pub row: Arc<Row>,
    /// Position of the field that names the other.
    pub index: u8,
    /// What a deletion of the named row does to this one.
    pub on_delete: OnDelete,
}

/// What a deletion of a named row does to the field that names it. A set is cleared of the element.
fn on_delete(field: &Field) -> OnDelete {
    match field.ty {
        FieldType::Reference(_, on_delete) => on_delete,
        _ => OnDelete::Clear,
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.tables == other.tables
    }
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map()
            .entries(Kind::all().map(|k| (k.name(), self.tables[k as usize].values().collect::<Vec<_>>())))
            .finish()
    }
}

impl State {
    /// The rows of a kind, sorted by id.
    pub fn rows(&self, kind: Kind) -> impl Iterator<Item = &Arc<Row>> {
        self.tables[kind as usize].values()
    }
    /// Number of rows of a kind.
    pub fn count(&self, kind: Kind) -> usize {
        self.tables[kind as usize].len()
    }
    /// One row.
    pub fn row(&self, kind: Kind, id: &str) -> Option<&Arc<Row>> {
        self.tables[kind as usize].get(id)
    }
    /// One row, or `Stale`.
    ///
    /// # Errors
    /// `Stale`, where there is no such row.
    pub fn need(&self, kind: Kind, id: &str) -> Result<&Arc<Row>> {
        self.row(kind, id).ok_or_else(|| Error::stale(kind.name(), id))
    }
    /// The rows of a kind in the order of the plan: by place, then by id.
    pub fn in_order(&self, kind: Kind) -> &[Arc<Row>] {
        self.in_order[kind as usize].get_or_init(|| {
            let mut rows: Vec<Arc<Row>> = self.rows(kind).cloned().collect();
            if let Some(place) = kind.def().index("ord") {
                fn place_of(row: &Row, place: u8) -> &str {
                    row.at(place).and_then(Value::text).unwrap_or("")
                }
                // Rows come sorted by id, and the sort is stable.
                rows.sort_by(|a, b| place_of(a, place).cmp(place_of(b, place)));
            }
            rows
        })
    }
    /// Puts a row in, in place of the one of the same id.
    pub fn put(&mut self, row: Row) {
        let (kind, row) = (row.kind(), Arc::new(row));
        let old = self.tables[kind as usize].insert(row.id().clone(), row.clone());
        let only_date = old.is_some_and(|old| kind == Kind::Milestone && days::hang_alike(&old, &row));
        self.touch(kind, only_date.then(|| row.id().clone()));
    }
    /// Puts all rows of a kind in.
    pub(crate) fn set_table(&mut self, kind: Kind, table: Table) {
        self.tables[kind as usize] = table;
        self.touch(kind, None);
    }
    /// Takes a row out.
    pub fn remove(&mut self, kind: Kind, id: &str) -> Option<Arc<Row>> {
        let removed = self.tables[kind as usize].remove(id);
        self.touch(kind, None);
        removed
    }

    /// Applies one change of the log.
    ///
    /// # Errors
    /// `Broken`, where the log does not fit the rows: memory and disk would part.
    pub fn apply(&mut self, change: &Change) -> Result<()> {
        let misfit = |what: &str| Error::damaged(format!("history: {} {} {what}", change.kind.name(), change.id));
        match (&change.before, &change.after) {
            (None, Some(after)) => {
                if self.row(change.kind, &change.id).is_some() {
                    return Err(misfit("is inserted but there"));
                }
                self.put(Row::from_stored(change.kind, change.id.clone(), after)?);
            }
            (Some(_), Some(after)) => {
                let row = self.row(change.kind, &change.id).ok_or_else(|| misfit("is changed but not there"))?;
                self.put(row.with_stored(after)?);
            }
            (Some(_), None) => {
                self.remove(change.kind, &change.id).ok_or_else(|| misfit("is deleted but not there"))?;
            }
            (None, None) => return Err(misfit("has neither before nor after")),
        }
        Ok(())
    }

    /// The rows whose references name one of the given rows: each with the field and what a deletion of the named row does
    /// to it.
    pub fn referrers(&self, named: &HashMap<Kind, HashSet<Id>>) -> Vec<Referrer> {
        let mut found = Vec::new();
        for def in crate::kinds::KINDS.iter() {
            for (index, field) in def.fields.iter().enumerate() {
                let Some(ids) = field.target().and_then(|kind| named.get(&kind)) else { continue };
                let on_delete = on_delete(field);
                let names = |row: &Row| match row.at(index as u8) {
                    Some(Value::Text(text)) => ids.contains(&**text),
                    Some(Value::Set(set)) => set.iter().any(|element| ids.contains(&**element)),
                    _ => false,
                };
                let rows = self.rows(def.kind).filter(|row| names(row));
                found.extend(rows.map(|row| Referrer { row: row.clone(), index: index as u8, on_delete }));
            }
        }
        found
    }

    /// For each row that is named, the rows that name it: one pass, where each by itself would be looked for in all. Of a set that
    /// names several, each has it.
    pub(crate) fn all_referrers(&self) -> HashMap<(Kind, Id), Vec<Referrer>> {
        let mut all: HashMap<(Kind, Id), Vec<Referrer>> = HashMap::new();
        for def in crate::kinds::KINDS.iter() {
            for (index, field) in def.fields.iter().enumerate() {
                let Some(target) = field.target() else { continue };
                let on_delete = on_delete(field);
                for row in self.rows(def.kind) {
                    let mut note = |id: &str| {
                        let referrer = Referrer { row: row.clone(), index: index as u8, on_delete };
                        all.entry((target, id.into())).or_default().push(referrer);
                    };
                    match row.at(index as u8) {
                        Some(Value::Text(text)) => note(text),
                        Some(Value::Set(set)) => set.iter().for_each(|element| note(element)),
                        _ => {}
                    }
                }
            }
        }
        all
    }

    /// The days of a milestone: of its own date, or computed from what it hangs on. See [`Days`].
    pub fn days(&self, milestone: &str) -> Option<&Days> {
        self.all_days().get(milestone)
    }

    /// All milestones with their days: one pass, where each by itself would be looked for.
    pub fn milestones_with_days(&self) -> impl Iterator<Item = (&Arc<Row>, &Days)> {
        self.rows(Kind::Milestone).zip(self.all_days().all())
    }

    /// How many milestones hang on one: those without a date of their own that name it.
    pub fn hanging(&self, milestone: &str) -> usize {
        self.all_days().hanging(milestone)
    }

    /// How many milestones move when one does: all that hang on it, and on those.
    pub fn moving_with(&self, milestone: &str) -> usize {
        self.all_days().moving_with(milestone)
    }

    /// Why nobody works on a day; none: it is a working day.
    pub fn free_day(&self, day: chrono::NaiveDate) -> Option<FreeDay> {
        self.all_days().free().why(day)
    }

    /// The last working day up to a day.
    pub fn working_day(&self, day: chrono::NaiveDate) -> chrono::NaiveDate {
        self.all_days().free().working_before(day)
    }

    /// The milestones whose days are not the same in another state.
    pub fn days_changed_since(&self, before: &State) -> Vec<Id> {
        if Arc::ptr_eq(&self.days, &before.days) {
            return Vec::new();
        }
        self.all_days().changed_since(before.all_days())
    }

    fn all_days(&self) -> &days::Computed {
        self.days.get_or_init(|| {
            let earlier = self.days_before.as_ref().and_then(|(cell, changed)| Some((cell.get()?, changed)));
            earlier
                .and_then(|(computed, changed)| days::Computed::after(computed, self, changed))
                .unwrap_or_else(|| days::Computed::of(self))
        })
    }

    /// One hash of the logical content. Equal content, equal hash, however it came to be.
    pub fn hash(&self) -> ContentHash {
        let mut hash = ContentHash::default();
        for kind in Kind::content() {
            for row in self.rows(kind) {
                hash.add(row);
            }
        }
        hash
    }

    /// The hash of the ledger.
    pub(crate) fn ledger_hash(&self) -> ContentHash {
        let mut hash = ContentHash::default();
        Kind::all().flat_map(|kind| self.rows(kind)).for_each(|row| hash.add_ledger(row));
        hash
    }

    /// Forgets what was worked out from the rows of a kind. `date_of`: only the date of this milestone is another.
    fn touch(&mut self, kind: Kind, date_of: Option<Id>) {
        self.in_order[kind as usize] = Arc::default();
        if kind == Kind::Holiday {
            self.days = Arc::default();
            self.days_before = None;
            return;
        }
        if kind != Kind::Milestone {
            return;
        }
        let days = std::mem::take(&mut self.days);
        self.days_before = match (date_of, self.days_before.take()) {
            (None, _) => None,
            (Some(id), before) => match before {
                // Nobody asked for the days since the last change: both changes count from there.
                Some((cell, mut changed)) if days.get().is_none() => {
                    changed.push(id);
                    Some((cell, changed))
                }
                _ => Some((days, vec![id])),
            },
        };
    }
}

/// The hash of a plan's content: the sum of the SHA-256 of its rows, lane by lane, so that a change of one row costs two
/// hashes and not all. It finds damage and foreign writes; it is no signature.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ContentHash([u64; 4]);

impl ContentHash {
    /// Adds a row; ledger rows count nothing.
    pub fn add(&mut self, row: &Row) {
        self.sum(row, Class::Content, u64::wrapping_add);
    }
    /// Takes a row away.
    pub fn take(&mut self, row: &Row) {
        self.sum(row, Class::Content, u64::wrapping_sub);
    }
    /// The hash as 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        self.0.iter().map(|lane| format!("{lane:016x}")).collect()
    }
    /// Reads what `hex` wrote.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut lanes = [0; 4];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (i, lane) in lanes.iter_mut().enumerate() {
            *lane = u64::from_str_radix(&text[i * 16..(i + 1) * 16], 16).ok()?;
        }
        Some(ContentHash(lanes))
    }
    /// Adds a row of the ledger; content rows count nothing.
    pub(crate) fn add_ledger(&mut self, row: &Row) {
        self.sum(row, Class::Ledger, u64::wrapping_add);
    }
    /// Takes a row of the ledger away.
    pub(crate) fn take_ledger(&mut self, row: &Row) {
        self.sum(row, Class::Ledger, u64::wrapping_sub);
    }
    /// Adds a line of the log.
    pub(crate) fn add_text(&mut self, text: &str) {
        self.sum_bytes(&[text.as_bytes()], u64::wrapping_add);
    }
    fn sum(&mut self, row: &Row, class: Class, add: fn(u64, u64) -> u64) {
        if row.kind().def().class == class {
            self.sum_bytes(&[row.kind().name().as_bytes(), &[0], row.canonical().as_bytes()], add);
        }
    }
    fn sum_bytes(&mut self, parts: &[&[u8]], add: fn(u64, u64) -> u64) {
        let mut sha = Sha256::new();
        for part in parts {
            sha.update(part);
        }
        let digest = sha.finalize();
        for (lane, bytes) in self.0.iter_mut().zip(digest.chunks_exact(8)) {
            let mut word = [0; 8];
            word.copy_from_slice(bytes);
            *lane = add(*lane, u64::from_be_bytes(word));
        }
    }
}
