//! Views: which rows, in which order, in which groups. Functions of `State`; they hold ids only.

mod filter;

pub use filter::FieldFilter;

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use smol_str::SmolStr;

use self::filter::Test;
use crate::date::{SortKey, VagueDate};
use crate::fold::fold;
use crate::kinds::{Field, FieldType, Kind, KindDef};
use crate::state::{Id, State};
use crate::{Error, Result, Row, Value};

/// One key of an order.
#[derive(Debug, Clone, PartialEq)]
pub struct SortBy {
    /// Name of the field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// What a view shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Words, all of which a row must hold, wherever.
    pub text: String,
    /// Filters, all of which must hold.
    pub filters: Vec<FieldFilter>,
    /// Order, first key first; without any, the order of the plan.
    pub sort: Vec<SortBy>,
    /// Field to group by.
    pub group: Option<String>,
}

/// One group of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Code or id that its rows share; none: empty.
    pub key: Option<String>,
    /// Position of its first row.
    pub from: usize,
    /// Number of its rows.
    pub count: usize,
}

/// The rows of a view, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// Their ids.
    pub ids: Vec<Id>,
    /// Their groups, without gaps; empty, where the view is not grouped.
    pub groups: Vec<Group>,
}

/// What a row is compared by, worked out once per row.
#[derive(Debug, Clone, PartialEq)]
enum Key {
    Date(SortKey),
    Number(f64),
    /// Position of the row or code that a reference or choice names; a code of a newer version stands behind, by itself.
    Place(usize, Option<SmolStr>),
    Text(String),
}

impl Key {
    fn order(&self, other: &Key) -> Ordering {
        match (self, other) {
            (Key::Date(a), Key::Date(b)) => a.cmp(b),
            (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
            (Key::Place(a, x), Key::Place(b, y)) => a.cmp(b).then_with(|| x.cmp(y)),
            (Key::Text(a), Key::Text(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }
}

/// Works a view out.
///
/// # Errors
/// `Refused no-such-field`, where the query names a field that the kind has not.
pub fn view(state: &State, kind: Kind, query: &Query) -> Result<View> {
    let def = kind.def();
    let index = |name: &str| {
        def.index(name).ok_or_else(|| {
            Error::refused_with("no-such-field", [("kind", def.name.into()), ("field", name.to_owned())])
        })
    };
    let words: Vec<String> = fold(&query.text).split_whitespace().map(str::to_owned).collect();
    let filters: Vec<Sieve<'_>> = query
        .filters
        .iter()
        .map(|f| match linked_by(kind, &f.field) {
            Some(field) => Ok(Sieve::of_links(state, field, f)),
            None => Ok(Sieve::Field(Test::new(state, kind, f)?)),
        })
        .collect::<Result<_>>()?;
    let words: Vec<Word> = words.into_iter().map(|text| Word::new(state, kind, text)).collect();
    let rows = state
        .in_order(kind)
        .iter()
        .map(|row| &**row)
        .filter(|row| filters.iter().all(|filter| filter.passes(state, row)))
        .filter(|row| words.iter().all(|word| word.is_in(row)));

    let mut places = Places::default();
    let mut keys: Vec<(Column, bool)> = Vec::new();
    let linked = query.group.as_deref().and_then(|name| linked_by(kind, name));
    let group = query.group.as_deref().filter(|_| linked.is_none()).map(index).transpose()?;
    if let Some(group) = group {
        keys.push((Column::Field(group), false));
        // Rows of one group stand together, also where two values sort alike.
        if !matches!(def.fields[group as usize].ty, FieldType::Choice(_) | FieldType::Reference(..)) {
            keys.push((Column::Raw(group), false));
        }
    }
    for sort in &query.sort {
        let computed = Column::computed(kind, &sort.field);
        keys.push((computed.map_or_else(|| index(&sort.field).map(Column::Field), Ok)?, sort.descending));
    }
    // Rows come in the order of the plan, and the sorts are stable: that order decides between equals.
    let sorted: Vec<&Row> = match keys[..] {
        [] => rows.collect(),
        [(Column::Field(index), false)] if places_only(def, index) => {
            // The list as it is mostly shown, grouped and in the order of the plan: numbers are enough.
            let mut placed: Vec<(usize, &Row)> =
                rows.map(|row| (places.of_field(state, row, index).unwrap_or(usize::MAX), row)).collect();
            placed.sort_by_key(|(place, _)| *place);
            placed.into_iter().map(|(_, row)| row).collect()
        }
        _ => {
            let mut keyed: Vec<(Vec<Option<Key>>, &Row)> = rows
                .map(|row| (keys.iter().map(|(column, _)| column.key(state, row, &mut places)).collect(), row))
                .collect();
            keyed.sort_by(|(a, _), (b, _)| by_keys(a, b, &keys));
            keyed.into_iter().map(|(_, row)| row).collect()
        }
    };

    if let Some(field) = linked {
        return Ok(by_links(state, field, sorted, &mut places));
    }
    let mut groups: Vec<Group> = Vec::new();
    if let Some(index) = group {
        let mut before: Option<&Row> = None;
        for (position, row) in sorted.iter().enumerate() {
            match groups.last_mut().filter(|_| before.is_some_and(|before| before.at(index) == row.at(index))) {
                Some(group) => group.count += 1,
                None => groups.push(Group { key: group_key(row, index), from: position, count: 1 }),
            }
            before = Some(row);
        }
    }
    Ok(View { ids: sorted.into_iter().map(|row| row.id().clone()).collect(), groups })
}

/// Rows grouped by what they are linked with, each within the group as it stood before: a row stands once, with the first that
/// it is linked with in the order of the plan, so that counts are those of rows.
fn by_links(state: &State, field: &str, mut rows: Vec<&Row>, places: &mut Places) -> View {
    let target = Kind::Mapping.def().field(field).and_then(Field::target);
    let mut place = |id: &str| target.map_or(0, |kind| places.of(state, kind, id));
    let firsts: HashMap<&str, (usize, &str)> = links_of(state, field)
        .into_iter()
        .filter_map(|(row, others)| Some((row, others.into_iter().map(|id| (place(id), id)).min()?)))
        .collect();
    let first = |row: &Row| firsts.get(&**row.id()).copied();
    // What is linked with nothing stands last.
    rows.sort_by_key(|row| first(row).map_or((true, 0, ""), |(place, id)| (false, place, id)));
    let mut groups: Vec<Group> = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        let key = first(row).map(|(_, id)| id);
        match groups.last_mut().filter(|group| group.key.as_deref() == key) {
            Some(group) => group.count += 1,
            None => groups.push(Group { key: key.map(str::to_owned), from: position, count: 1 }),
        }
    }
    View { ids: rows.into_iter().map(|row| row.id().clone()).collect(), groups }
}

/// Whether a field sorts by the places of the rows that it names alone.
fn places_only(def: &KindDef, index: u8) -> bool {
    matches!(def.fields[index as usize].ty, FieldType::Reference(..))
}

fn by_keys(a: &[Option<Key>], b: &[Option<Key>], keys: &[(Column, bool)]) -> Ordering {
    for ((a, b), (_, descending)) in a.iter().zip(b).zip(keys) {
        let order = match (a, b) {
            // What is not stated stands last, whichever way the order runs.
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(a), Some(b)) if *descending => b.order(a),
            (Some(a), Some(b)) => a.order(b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

/// The value by which a row is grouped: code, id, or the text itself.
fn group_key(row: &Row, index: u8) -> Option<String> {
    row.at(index).map(|value| match value {
        Value::Text(text) => text.to_string(),
        Value::Set(set) => set.join(", "),
        other => other.to_json().to_string(),
    })
}

/// The field of a mapping, where rows of a kind can be filtered and grouped by what they are linked with: commitments by action lines,
/// provisions, goals and groups.
pub fn linked_by(kind: Kind, name: &str) -> Option<&'static str> {
    let ends = ["action_line", "provision", "goal", "group"];
    ends.into_iter().find(|end| kind == Kind::Commitment && *end == name)
}

/// What each commitment is linked with by a field of its mappings.
pub fn links_of<'a>(state: &'a State, field: &str) -> HashMap<&'a str, HashSet<&'a str>> {
    let mut links: HashMap<&str, HashSet<&str>> = HashMap::new();
    for mapping in state.rows(Kind::Mapping) {
        let (commitment, other) = (mapping.text("commitment"), mapping.text(field));
        if !commitment.is_empty() && !other.is_empty() {
            links.entry(commitment).or_default().insert(other);
        }
    }
    links
}

/// One filter, ready to be asked.
enum Sieve<'a> {
    Field(Test<'a>),
    /// Rows that are linked with one of those wanted, rows that are linked at all, and whether one without a link passes.
    Links {
        wanted: HashSet<&'a str>,
        linked: HashSet<&'a str>,
        none: bool,
        /// Whether it has to be linked at all, or not to be.
        filled: Option<bool>,
        listed: bool,
    },
}

impl<'a> Sieve<'a> {
    fn of_links(state: &'a State, field: &str, filter: &FieldFilter) -> Sieve<'a> {
        let links = links_of(state, field);
        let is_wanted = |others: &HashSet<&str>| filter.any.iter().flatten().any(|id| others.contains(id.as_str()));
        Sieve::Links {
            wanted: links.iter().filter(|(_, others)| is_wanted(others)).map(|(id, _)| *id).collect(),
            linked: links.into_keys().collect(),
            none: filter.any.iter().any(Option::is_none),
            filled: filter.filled,
            listed: !filter.any.is_empty() || filter.filled.is_none(),
        }
    }

    fn passes(&self, state: &'a State, row: &'a Row) -> bool {
        match self {
            Sieve::Field(test) => test.holds(state, row),
            Sieve::Links { wanted, linked, none, filled, listed } => {
                let is_linked = linked.contains(&**row.id());
                let fits = wanted.contains(&**row.id()) || (*none && !is_linked);
                (!listed || fits) && filled.is_none_or(|filled| filled == is_linked)
            }
        }
    }
}

/// What a view is sorted by: a field, or a column that is worked out.
#[derive(Debug, Clone, Copy)]
enum Column {
    Field(u8),
    /// The stored text itself, where the field's own key makes two texts alike.
    Raw(u8),
    /// When a row begins: of a milestone its days, computed ones included.
    When,
    /// As of which day its status is; of what has none, its information.
    ShownAsOf,
    /// Its owner, then its lead.
    OwnerLead,
}

impl Column {
    fn computed(kind: Kind, name: &str) -> Option<Column> {
        match (kind, name) {
            (Kind::Commitment | Kind::Milestone | Kind::Group, "when") | (Kind::Milestone, "date") => {
                Some(Column::When)
            }
            (Kind::Commitment | Kind::Milestone, "shown_as_of") => Some(Column::ShownAsOf),
            (Kind::Commitment, "owner_lead") => Some(Column::OwnerLead),
            _ => None,
        }
    }

    fn key(self, state: &State, row: &Row, places: &mut Places) -> Option<Key> {
        let field = |name: &str, places: &mut Places| key(state, row, row.kind().def().index(name)?, places);
        match self {
            Column::Field(index) => key(state, row, index, places),
            Column::Raw(index) => match row.at(index)? {
                Value::Text(text) => Some(Key::Text(text.to_string())),
                Value::Set(set) => Some(Key::Text(set.join("\n"))),
                _ => None,
            },
            Column::When if row.kind() == Kind::Milestone => {
                let days = &state.days(row.id())?.bounds;
                VagueDate::from_bounds(days).map(|date| Key::Date(date.sort_key())).or_else(|| field("date", places))
            }
            Column::When => field("start", places).or_else(|| field("end", places)),
            // A status has a day of its own, and of a status without one no other day may pass for it.
            Column::ShownAsOf if !row.text("status").is_empty() => field("status_as_of", places),
            Column::ShownAsOf => field("as_of", places),
            Column::OwnerLead => field("owner", places),
        }
    }
}

fn key(state: &State, row: &Row, index: u8, places: &mut Places) -> Option<Key> {
    let field = &row.kind().def().fields[index as usize];
    Some(match (field.ty, row.at(index)?) {
        (FieldType::Date, Value::Text(text)) => Key::Date(VagueDate::parse(text).ok()?.sort_key()),
        (FieldType::Choice(codes), Value::Text(text)) => match codes.iter().position(|code| *code == &**text) {
            Some(place) => Key::Place(place, None),
            None => Key::Place(codes.len(), Some(text.clone())),
        },
        (FieldType::Reference(target, _), Value::Text(id)) => Key::Place(places.of(state, target, id), None),
        (_, Value::Text(text)) => Key::Text(natural(&fold(text))),
        (_, Value::Set(set)) => Key::Text(fold(&set.join(" "))),
        (_, Value::Int(n)) => Key::Number(*n as f64),
        (_, Value::Real(x)) => Key::Number(*x),
        (_, Value::Flag) => Key::Number(0.0),
    })
}

/// Runs of digits padded, so that "C2" comes before "C10".
fn natural(text: &str) -> String {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        out.push_str(before);
        out.push_str(&"0".repeat(12usize.saturating_sub(end)));
        out.push_str(&digits[..end]);
        rest = &digits[end..];
    }
    out + rest
}

/// Positions of the rows of a kind: in the order of the plan for lists with an order of their own, else by short name.
#[derive(Default)]
struct Places(HashMap<Kind, HashMap<Id, usize>>);

impl Places {
    /// The place of the row that a reference names; none, where it is empty.
    fn of_field(&mut self, state: &State, row: &Row, index: u8) -> Option<usize> {
        let target = row.kind().def().fields[index as usize].target()?;
        Some(self.of(state, target, row.at(index).and_then(Value::text)?))
    }

    fn of(&mut self, state: &State, kind: Kind, id: &str) -> usize {
        let places = self.0.entry(kind).or_insert_with(|| {
            let by_name = matches!(kind, Kind::Organization | Kind::Person);
            let mut rows: Vec<(String, &Id)> = state
                .rows(kind)
                .map(|row| (if by_name { fold(row.short()) } else { row.text("ord").to_owned() }, row.id()))
                .collect();
            rows.sort_unstable();
            rows.into_iter().enumerate().map(|(place, (_, id))| (id.clone(), place)).collect()
        });
        places.get(id).copied().unwrap_or(usize::MAX)
    }
}

/// A word that rows are filtered by, and the rows of other kinds that it names: "BDT" also finds the rows that BDT leads.
struct Word {
    text: String,
    /// Position of a field, and the ids in it that the word names. Fields in which it names nothing are left out.
    named: Vec<(u8, HashSet<Id>)>,
}

impl Word {
    fn new(state: &State, kind: Kind, text: String) -> Word {
        let mut by_kind: HashMap<Kind, HashSet<Id>> = HashMap::new();
        let mut named = Vec::new();
        for (index, field) in kind.def().fields.iter().enumerate() {
            let Some(target) = field.target() else { continue };
            // Rows of the own kind are many: they are named anew for each word only where one of them is referred to at all.
            if target == kind && !state.rows(kind).any(|row| row.at(index as u8).is_some()) {
                continue;
            }
            let ids = by_kind.entry(target).or_insert_with(|| {
                // Of a document that is cited a row shows the short name. The title behind that says what the document is
                // about, not what the row is: nearly every row would have some word of it.
                let titled = target != Kind::Source;
                let names = |row: &&Arc<Row>| {
                    fold(row.short()).contains(&text) || (titled && fold(row.title()).contains(&text))
                };
                state.rows(target).filter(names).map(|row| row.id().clone()).collect()
            });
            if !ids.is_empty() {
                named.push((index as u8, ids.clone()));
            }
        }
        Word { text, named }
    }

    fn is_in(&self, row: &Row) -> bool {
        row.folded().contains(&self.text)
            || self.named.iter().any(|(index, ids)| match row.at(*index) {
                Some(Value::Text(id)) => ids.contains(&**id),
                Some(Value::Set(set)) => set.iter().any(|id| ids.contains(&**id)),
                _ => false,
            })
    }
}
