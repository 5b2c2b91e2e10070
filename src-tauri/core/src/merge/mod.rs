//! Merge: what colleagues changed, held against what was common and what is mine, per field.
//!
//! A pure function over rows. Nothing is decided here that a person should decide: one candidate is taken and listed, two or
//! more are a conflict and the field keeps mine, and some things are always asked. The laws are in `docs/review.md`, and each is
//! a property test in `tests/laws`.

mod ancestry;
mod compose;
mod issued;
mod led;
mod like;
mod rows;
mod settle;
pub mod text;
mod twice;
mod units;
mod version;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::{Row, Value};

pub use ancestry::{Line, Lineage, Search};
pub use compose::{Composed, Held, Wish, compose};
pub use issued::Issued;
pub use like::{Likeness, alike};
pub(crate) use rows::own_set;
pub(crate) use settle::drafted as with_contents;
pub use units::{Unit, units};
pub use version::{Common, Omitted, Version};

/// What of a row an item is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Whether the row is there.
    Row,
    /// A unit of fields, by its position in [`units`].
    Unit(u8),
    /// A field that this version does not know.
    Unknown(String),
}

/// What an item is about: it names it for good, so that decisions can be kept by it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// What of it.
    pub part: Part,
}

impl Key {
    /// The unit, where it is about one.
    pub fn unit(&self) -> Option<&'static Unit> {
        match self.part {
            Part::Unit(at) => units(self.kind).get(at as usize),
            _ => None,
        }
    }
    /// The key as text: `kind/part/id`. The part is empty for the row, the name of the first field of a unit, and `?name` for a
    /// field that is not known.
    pub fn text(&self) -> String {
        let part = match &self.part {
            Part::Row => String::new(),
            Part::Unit(_) => self.unit().map(|unit| unit.name(self.kind).to_owned()).unwrap_or_default(),
            Part::Unknown(name) => format!("?{}", name.replace('~', "~0").replace('/', "~1")),
        };
        format!("{}/{part}/{}", self.kind.name(), self.id)
    }
    /// Reads what `text` wrote.
    pub fn parse(text: &str) -> Option<Key> {
        let mut parts = text.splitn(3, '/');
        let (kind, part, id) = (parts.next()?, parts.next()?, parts.next()?);
        let kind = Kind::from_name(kind)?;
        let part = match (part, part.strip_prefix('?')) {
            ("", _) => Part::Row,
            (_, Some(name)) => Part::Unknown(name.replace("~1", "/").replace("~0", "~")),
            (name, None) => Part::Unit(units(kind).iter().position(|unit| unit.name(kind) == name)? as u8),
        };
        Some(Key { kind, id: id.into(), part })
    }
}

/// What stands in a place: of a row, of a unit of fields, of a field that is not known.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// There is no such row.
    Absent,
    /// The row.
    Row(Arc<Row>),
    /// The values of a unit, in the order of its fields.
    Values(Vec<Option<Value>>),
    /// The value of a field that this version does not know.
    Unknown(Option<Json>),
}

impl Content {
    /// As JSON: the row; the value of a field; of several fields an object of those that are filled.
    pub fn to_json(&self, key: &Key) -> Json {
        match self {
            Content::Absent => Json::Null,
            Content::Row(row) => Json::Object(row.to_json()),
            Content::Unknown(json) => json.clone().unwrap_or_default(),
            Content::Values(values) => match (values.as_slice(), key.unit()) {
                ([value], _) => value.as_ref().map_or(Json::Null, Value::to_json),
                (several, Some(unit)) => {
                    let fields = key.kind.def().fields;
                    let named = unit.fields.iter().zip(several);
                    let filled = named.filter_map(|(index, value)| {
                        Some((fields[*index as usize].name.to_owned(), value.as_ref()?.to_json()))
                    });
                    let map: Map<String, Json> = filled.collect();
                    if map.is_empty() { Json::Null } else { Json::Object(map) }
                }
                _ => Json::Null,
            },
        }
    }
    /// Reads what `to_json` wrote of a place. None: this version does not know it so.
    pub(crate) fn of_json(key: &Key, json: &Json) -> Option<Content> {
        let fields = key.kind.def().fields;
        match (&key.part, key.unit(), json) {
            (Part::Row, _, Json::Null) => Some(Content::Absent),
            (Part::Row, _, Json::Object(row)) => {
                let row = crate::snapshot::row_from_json(key.kind, row.clone()).ok()?;
                Some(Content::Row(Arc::new(row)))
            }
            (Part::Unknown(_), _, json) => Some(Content::Unknown((!json.is_null()).then(|| json.clone()))),
            (_, Some(unit), json) => {
                let several = unit.fields.len() > 1;
                let value = |index: &u8| {
                    let field = &fields[*index as usize];
                    let json = if several { json.get(field.name).unwrap_or(&Json::Null) } else { json };
                    Value::read(field, json).ok()
                };
                unit.fields.iter().map(value).collect::<Option<_>>().map(Content::Values)
            }
            _ => None,
        }
    }
    /// A text that is the same where the content is.
    pub fn canonical(&self, key: &Key) -> String {
        let mut text = String::new();
        crate::state::write_canonical(&self.to_json(key), &mut text);
        text
    }
}

/// One distinct value that is proposed, and by which of the versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The value.
    pub content: Content,
    /// Positions of the versions that have it, in order.
    pub from: Vec<usize>,
}

/// What becomes of an item without a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One candidate: it is taken, and listed.
    Taken,
    /// One candidate that is never taken unasked, and why.
    Asked(Why),
    /// Two or more candidates, or one that cannot stand beside what is there: mine stays.
    Conflict(Why),
}

/// Why something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Several changed it, each to something else.
    Several,
    /// One deleted what another changed.
    DeletedAndChanged,
    /// It would be deleted.
    Deletion,
    /// It belonged to a row that the same version deleted: it goes with that, and stays with it.
    Along,
    /// It is a role of another organization than the one that proposes it.
    Role,
    /// It is a status.
    Status,
    /// It stands in a document that was issued.
    Issued,
    /// There is no common value: who changed it cannot be told.
    NoCommon,
    /// The same sender proposed it before, and it was left open.
    LeftOpen,
    /// It names, or belongs to, a row that is not there.
    Dangling,
    /// Somebody deleted it, and somebody else names it now.
    Named,
    /// It is to be deleted, and a row that stays names it.
    Needed,
    /// It named a row that is to be deleted: it goes with that, and stays with it.
    Emptied,
    /// It says where facts come from that are asked about: it goes with them, and stays with them.
    Facts,
    /// It says the opposite of something that is asked about: it goes with that, and stays with that.
    Opposite,
    /// A row would be above, before or behind itself.
    Circle,
    /// Together with what is there it would contradict itself: the code of the rule.
    Clash(&'static str),
}

impl Why {
    /// The word of it on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Why::Several => "several",
            Why::DeletedAndChanged => "deleted-and-changed",
            Why::Deletion => "deletion",
            Why::Along => "along",
            Why::Role => "role",
            Why::Status => "status",
            Why::Issued => "issued",
            Why::NoCommon => "no-common",
            Why::LeftOpen => "left-open",
            Why::Dangling => "dangling",
            Why::Named => "named",
            Why::Needed => "needed",
            Why::Emptied => "emptied",
            Why::Facts => "facts",
            Why::Opposite => "opposite",
            Why::Circle => "circle",
            Why::Clash(code) => code,
        }
    }
}

/// One thing that somebody proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it is about.
    pub key: Key,
    /// The last common value; none: there is none, or not one.
    pub common: Option<Content>,
    /// Mine.
    pub mine: Content,
    /// What is proposed, each other than mine, in the order of their texts.
    pub theirs: Vec<Candidate>,
    /// What becomes of it without a decision.
    pub verdict: Verdict,
}

impl Item {
    /// Why it is asked; none, where it is taken.
    pub fn why(&self) -> Option<Why> {
        match self.verdict {
            Verdict::Taken => None,
            Verdict::Asked(why) | Verdict::Conflict(why) => Some(why),
        }
    }
}

/// What a person should look at, and nothing can be decided about here.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// Kind of the row.
    pub kind: Kind,
    /// The row.
    pub id: Id,
    /// Another row that it is about: of that kind.
    pub other: Option<(Kind, Id)>,
    /// Positions of the versions that it comes from.
    pub from: Vec<usize>,
    /// How many, where several are one finding.
    pub count: usize,
}

/// One version that is held against mine.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Its rows.
    pub version: Version,
    /// What it has in common with mine; none: nothing that is known.
    pub common: Option<Common>,
    /// Id of the organization that sent it, as far as it is known.
    pub organization: Option<Id>,
}

/// What comes of it.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// What is proposed, by kind, row and field.
    pub items: Vec<Item>,
    /// What else should be looked at.
    pub findings: Vec<Finding>,
    /// What is decided with something else because it says the opposite of it.
    pub ties: BTreeMap<Key, Tie>,
}

/// What an item is decided with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tie {
    /// The items that lead it.
    pub leads: BTreeSet<Key>,
    /// It goes with all of them alone; else with any.
    pub with_all: bool,
}

impl Merged {
    /// An item by its key.
    pub fn item(&self, key: &Key) -> Option<&Item> {
        self.items.binary_search_by(|item| item.key.cmp(key)).ok().map(|at| &self.items[at])
    }
}

/// Holds versions against mine, and against what issued documents say. The order in which versions are given changes nothing but
/// their numbers.
pub fn merge(mine: &State, proposals: &[Proposal], issued: &Issued) -> Merged {
    let mut merged = rows::merge_rows(mine, proposals);
    ask_what_is_open(proposals, &mut merged.items);
    issued.ask(&mut merged.items);
    settle::settle(mine, proposals, &mut merged);
    merged.items.sort_by(|a, b| a.key.cmp(&b.key));
    led::follow_facts(proposals, &mut merged);
    merged
}

/// What one side alone changed since is asked all the same, where a review left it open: that is no common value.
fn ask_what_is_open(proposals: &[Proposal], items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.verdict == Verdict::Taken) {
        let of = || item.theirs.iter().flat_map(|one| &one.from).map(|at| &proposals[*at]);
        let is_open = of().any(|of| {
            of.version.omitted.leaves_open(&item.key)
                || of.common.as_ref().is_some_and(|common| common.version.omitted.leaves_open(&item.key))
        });
        let was_left = of().any(|of| of.common.as_ref().is_some_and(|common| common.left_open.contains(&item.key)));
        if is_open {
            item.common = None;
            item.verdict = Verdict::Conflict(Why::NoCommon);
        } else if was_left {
            item.verdict = Verdict::Conflict(Why::LeftOpen);
        }
    }
}

/// Unknown fields of a row, by name.
pub(crate) fn unknown_of(row: &Row) -> Map<String, Json> {
    row.extra().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// A row with another value in one unknown field.
pub(crate) fn with_unknown(row: &Row, name: &str, value: Option<&Json>) -> Row {
    let mut extra = unknown_of(row);
    match value {
        Some(value) => drop(extra.insert(name.to_owned(), value.clone())),
        None => drop(extra.remove(name)),
    }
    if extra.is_empty() {
        return row.with_extra(None);
    }
    let mut text = String::new();
    crate::state::write_canonical(&Json::Object(extra), &mut text);
    row.with_extra(Some(&text))
}

/// A row with a content put into one part of it.
pub(crate) fn with_part(row: &Row, key: &Key, content: &Content) -> Row {
    match (content, key.unit(), &key.part) {
        (Content::Values(values), Some(unit), _) => unit.put(row, values),
        (Content::Unknown(json), _, Part::Unknown(name)) => with_unknown(row, name, json.as_ref()),
        _ => row.clone(),
    }
}

/// The content of one part of a row.
pub fn part_of(row: &Row, part: &Part) -> Content {
    match part {
        Part::Row => Content::Row(Arc::new(row.clone())),
        Part::Unit(at) => match units(row.kind()).get(*at as usize) {
            Some(unit) => Content::Values(unit.of(row)),
            None => Content::Absent,
        },
        Part::Unknown(name) => Content::Unknown(unknown_of(row).remove(name)),
    }
}

/// Items by key, while they are still being changed.
pub(crate) fn places(items: &[Item]) -> HashMap<Key, usize> {
    items.iter().enumerate().map(|(at, item)| (item.key.clone(), at)).collect()
}
