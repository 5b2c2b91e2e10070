//! Roles: those that paragraphs state in different ways, and those that are not stated.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::day::over;
use super::{Finding, Plan, Rule, gathered, key};
use crate::fold::fold;
use crate::kinds::Kind;
use crate::state::{Id, Row};

/// Roles whose holder leads. Those that begin with "co-" come in pairs: one alone asks for the other.
const LEADING: [&str; 6] = ["chair", "co-chair", "lead", "co-lead", "facilitator", "co-facilitator"];
/// Words by which a paragraph says that there is nobody else.
const SOLE: [&str; 6] = ["sole", "only", "seul", "seule", "unico", "unica"];

pub(super) fn find(plan: &Plan<'_>, found: &mut Vec<Finding>) {
    let held = plan.rows(Kind::Assignment);
    let by = |field: &'static str| {
        let mut by: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        for row in held.iter().filter(|row| !row.text(field).is_empty()) {
            by.entry(row.text(field)).or_default().push(row);
        }
        by
    };
    let of_lines = by("action_line");
    for line in plan.rows(Kind::ActionLine) {
        let held = of_lines.get(&**line.id()).map(Vec::as_slice).unwrap_or_default();
        differ(line, held, lines_differ, found);
    }
    let of_groups = by("group");
    for group in plan.rows(Kind::Group) {
        let held = of_groups.get(&**group.id()).map(Vec::as_slice).unwrap_or_default();
        differ(group, held, leads_differ, found);
    }
    not_stated(plan, &of_groups, found);
}

/// What one paragraph of a source says of who holds which role.
type Paragraph<'a> = Vec<&'a Arc<Row>>;

fn differ(place: &Row, held: &[&Arc<Row>], rule: fn(&[Paragraph<'_>]) -> bool, found: &mut Vec<Finding>) {
    let stated = held.iter().filter(|row| !row.text("source").is_empty() && !row.text("source_para").is_empty());
    for (source, rows) in gathered(stated.map(|row| (row.text("source"), *row))) {
        let paragraphs: Vec<Paragraph<'_>> = gathered(rows.iter().map(|row| (row.text("source_para"), *row)))
            .into_iter()
            .map(|(_, rows)| rows)
            .collect();
        if paragraphs.len() > 1 && rule(&paragraphs) {
            let touched = std::iter::once(key(place)).chain(rows.iter().map(|row| key(row))).collect();
            let subject = format!("{} {source}", place.id());
            found.push(Finding::of(
                Rule::RolesDiffer,
                subject,
                touched,
                vec![place.kind().name().to_owned(), source.to_owned()],
            ));
        }
    }
}

/// Paragraphs about an action line name other holders or roles, or only one of them says that there is nobody else.
fn lines_differ(paragraphs: &[Paragraph<'_>]) -> bool {
    let named = |rows: &Paragraph<'_>| -> BTreeSet<(String, String)> {
        rows.iter().map(|row| (row.text("organization").to_owned(), row.text("role").to_owned())).collect()
    };
    let sole = |rows: &Paragraph<'_>| {
        rows.iter().any(|row| {
            fold(row.text("stated_as")).split(|c: char| !c.is_alphanumeric()).any(|word| SOLE.contains(&word))
        })
    };
    let first = &paragraphs[0];
    paragraphs.iter().any(|other| named(other) != named(first) || sole(other) != sole(first))
}

/// Of a group paragraphs name whom they speak of: only another leading role of the same holder is a difference.
fn leads_differ(paragraphs: &[Paragraph<'_>]) -> bool {
    let mut roles: HashMap<&str, BTreeSet<Vec<&str>>> = HashMap::new();
    for rows in paragraphs {
        for (holder, held) in gathered(rows.iter().map(|row| (row.text("organization"), row.text("role")))) {
            let mut leads: Vec<&str> = held.into_iter().filter(|role| LEADING.contains(role)).collect();
            leads.sort_unstable();
            leads.dedup();
            if !holder.is_empty() && !leads.is_empty() {
                roles.entry(holder).or_default().insert(leads);
            }
        }
    }
    roles.values().any(|stated| stated.len() > 1)
}

/// Groups of which it is not stated who leads them, although it is of those beside them, or one of a pair is named alone.
fn not_stated(plan: &Plan<'_>, held: &HashMap<&str, Vec<&Arc<Row>>>, found: &mut Vec<Finding>) {
    let groups = plan.rows(Kind::Group);
    let count = |group: &Row, role: &str| -> usize {
        let now = held
            .get(&**group.id())
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .filter(|row| row.text("role") == role && row.text("state") != "ended" && !over(row, plan.today));
        let holder = |row: &&&Arc<Row>| match row.text("organization") {
            "" => row.text("person").to_owned(),
            organization => organization.to_owned(),
        };
        now.map(|row| holder(&row)).filter(|holder| !holder.is_empty()).collect::<BTreeSet<_>>().len()
    };
    // By parent and kind: how many of the groups have each leading role.
    let mut led_by: HashMap<(&str, &str), [usize; LEADING.len()]> = HashMap::new();
    for group in groups.iter().filter(|group| !group.text("parent").is_empty() && !group.text("kind").is_empty()) {
        let counts = led_by.entry((group.text("parent"), group.text("kind"))).or_default();
        for (role, counted) in LEADING.iter().zip(counts) {
            *counted += usize::from(count(group, role) > 0);
        }
    }
    let missing = |group: &Arc<Row>| -> Option<(&str, &str)> {
        if over(group, plan.today) || !group.text("successor").is_empty() {
            return None;
        }
        let led: Vec<&str> = LEADING.into_iter().filter(|role| count(group, role) > 0).collect();
        if led.is_empty() {
            let counts = led_by.get(&(group.text("parent"), group.text("kind")))?;
            let (at, most) = counts.iter().enumerate().rev().max_by_key(|(_, count)| **count)?;
            return (*most > 0).then(|| (LEADING[at], "all"));
        }
        let alone = |role: &&&str| match role.strip_prefix("co-") {
            Some(base) => count(group, role) == 1 && count(group, base) == 0,
            None => false,
        };
        led.iter().find(alone).map(|role| (*role, "second"))
    };
    let asked = groups.iter().filter_map(|group| {
        let (role, what) = missing(group)?;
        Some(((group.text("parent").to_owned(), role, what), key(group)))
    });
    for ((parent, role, what), rows) in gathered(asked) {
        let rows: Vec<(Kind, Id)> = rows;
        // A group without a parent is asked about by itself.
        let subject = if parent.is_empty() { rows[0].1.to_string() } else { parent.clone() };
        found.push(Finding::each(
            Rule::RoleNotStated,
            format!("{subject} {role} {what}"),
            rows,
            vec![role.into(), what.into(), parent],
        ));
    }
}
