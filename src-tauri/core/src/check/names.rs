//! Names: one organization in several spellings, and letters that only look like others.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::{Finding, Plan, Rule, key};
use crate::Value;
use crate::fold::{fold, look};
use crate::kinds::{FieldType, Kind};
use crate::state::Row;

/// Fields that name a row.
const NAMES: [&str; 10] = [
    "title",
    "name",
    "acronym",
    "short_title",
    "symbol",
    "code",
    "reference",
    "paragraph",
    "aliases",
    "document_symbol",
];
/// Acronyms shorter than this are one letter from too many others.
const ACRONYM: usize = 3;

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    spellings(plan, found);
    look_alikes(plan, found);
}

/// Without spaces, hyphens and points: "UN-DESA" and "UN DESA" are one.
fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// All names of an organization.
fn names(row: &Row) -> BTreeSet<String> {
    let aliases = row.get("aliases").and_then(Value::set).unwrap_or_default().iter().map(|alias| bare(alias));
    let own = ["acronym", "name"].iter().map(|field| bare(row.text(field)));
    own.chain(aliases).filter(|name| name.chars().count() > 1).collect()
}

fn spellings(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let organizations = plan.rows(Kind::Organization);
    let mut by_name: HashMap<String, Vec<&Arc<Row>>> = HashMap::new();
    for row in organizations {
        for name in names(row) {
            by_name.entry(name).or_default().push(row);
        }
    }
    let mut asked: BTreeSet<Vec<&str>> = BTreeSet::new();
    let mut shared: Vec<&Vec<&Arc<Row>>> = by_name.values().filter(|rows| rows.len() > 1).collect();
    shared.sort_by_key(|rows| rows[0].id());
    for rows in shared {
        let ids: Vec<&str> = rows.iter().map(|row| &**row.id()).collect();
        // What follows another may keep its name.
        let follows = rows.iter().any(|row| ids.contains(&row.text("successor")));
        if !follows && asked.insert(ids.clone()) {
            let facts = ids[1..].iter().map(|id| (*id).to_owned()).collect();
            found.push(Finding::of(
                Rule::SeveralSpellings,
                ids.join(" "),
                rows.iter().map(|row| key(row)).collect(),
                facts,
            ));
        }
    }
    let unexplained: Vec<&Arc<Row>> = organizations.iter().filter(|row| is_unexplained(row)).collect();
    if unexplained.is_empty() {
        return;
    }
    let named = Named::of(plan);
    for row in unexplained {
        let (meant, beside) = named.meant_by(plan, row);
        if meant.is_empty() || (asked.iter().any(|ids| ids.contains(&&**row.id()))) {
            continue;
        }
        let rows = std::iter::once(key(row)).chain(beside.into_iter().map(|row| key(row))).collect();
        let facts = meant.iter().map(|other| other.id().to_string()).collect();
        found.push(Finding::of(Rule::SeveralSpellings, &**row.id(), rows, facts));
    }
}

/// An organization whose name only says its acronym again: nobody knows what it stands for.
fn is_unexplained(row: &Row) -> bool {
    let acronym = bare(row.text("acronym"));
    let name = fold(row.text("name"));
    let first = name.split_whitespace().next().map(bare).unwrap_or_default();
    acronym.chars().count() >= ACRONYM
        && acronym.is_ascii()
        && first == acronym
        && acronym.chars().all(char::is_alphabetic)
}

/// Who is named where.
struct Named<'a> {
    /// Rows by the organizations that they name.
    by: HashMap<&'a str, Vec<&'a Arc<Row>>>,
}

impl<'a> Named<'a> {
    fn of(plan: &Plan<'a>) -> Named<'a> {
        let mut by: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        for row in plan.rows(Kind::Commitment) {
            let partners = row.get("partners").and_then(Value::set).unwrap_or_default();
            let named: HashSet<&str> =
                [row.text("owner"), row.text("lead")].into_iter().chain(partners.iter().map(|id| &**id)).collect();
            named.into_iter().filter(|id| !id.is_empty()).for_each(|id| by.entry(id).or_default().push(row));
        }
        for row in plan.rows(Kind::Assignment).iter().filter(|row| !row.text("organization").is_empty()) {
            by.entry(row.text("organization")).or_default().push(row);
        }
        Named { by }
    }

    fn rows(&self, id: &str) -> &[&'a Arc<Row>] {
        self.by.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The organizations that may be meant: one letter away, named in the plan, and not in the same breath. And the rows that
    /// name the one that is asked about.
    fn meant_by(&self, plan: &Plan<'a>, row: &Row) -> (Vec<&'a Arc<Row>>, Vec<&'a Arc<Row>>) {
        let own: Vec<&Arc<Row>> = self.rows(row.id()).to_vec();
        let places: HashSet<&str> = own.iter().map(|row| place(row)).collect();
        let acronym = bare(row.text("acronym"));
        let meant = plan.rows(Kind::Organization).iter().filter(|other| {
            other.id() != row.id()
                && one_letter_away(&acronym, &bare(other.text("acronym")))
                && !is_unexplained(other)
                && !self.rows(other.id()).is_empty()
                && !self.rows(other.id()).iter().any(|row| places.contains(place(row)))
        });
        (meant.collect(), own)
    }
}

/// The commitment that a row is or is about.
fn place(row: &Row) -> &str {
    match row.kind() {
        Kind::Commitment => row.id(),
        _ => ["commitment", "group", "milestone", "action_line"]
            .iter()
            .map(|f| row.text(f))
            .find(|t| !t.is_empty())
            .unwrap_or(""),
    }
}

fn one_letter_away(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Names with letters of one alphabet that look like those of another: a word of both, or a name that is another's to the eye.
fn look_alikes(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let mut strange: Vec<(&Arc<Row>, &str)> = Vec::new();
    for kind in Kind::content().filter(|kind| !kind.def().private) {
        let def = kind.def();
        let fields: Vec<u8> = NAMES.iter().filter_map(|name| def.index(name)).collect();
        for row in plan.state.rows(kind) {
            for index in &fields {
                let texts: &mut dyn Iterator<Item = &str> = match row.at(*index) {
                    Some(Value::Text(text)) => &mut std::iter::once(&**text),
                    Some(Value::Set(set)) if def.fields[*index as usize].ty == FieldType::Texts => {
                        &mut set.iter().map(|text| &**text)
                    }
                    _ => continue,
                };
                strange.extend(texts.filter(|text| !text.is_ascii() && look::is_strange(text)).map(|text| (row, text)));
            }
        }
    }
    let mut asked = HashSet::new();
    for (row, text) in strange {
        if asked.insert(row.id()) {
            found.push(Finding::of(
                Rule::LooksAlike,
                &**row.id(),
                vec![key(row)],
                vec![text.to_owned(), look::latin(text)],
            ));
        }
    }
}
