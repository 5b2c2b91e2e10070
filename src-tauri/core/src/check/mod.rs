//! The plan check: what a careful reader would ask about. Pure functions over [`State`], one file for each family of rules.
//!
//! A finding asks, it does not accuse. What is absent from many rows is one question about all of them, because nobody answers
//! the same one a hundred times; what contradicts itself is a question of its own. "This is intended, because …" is kept as a row
//! ([`Kind::Intent`]) under rule and subject, with the rows that it was said of: other rows are asked about again.

mod absent;
mod contradict;
mod copied;
mod day;
mod ended;
mod links;
mod names;
mod roles;
mod rule;

use std::collections::HashSet;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;

use crate::kinds::Kind;
use crate::state::{Id, Row, State};

pub use ended::naming;
pub use rule::Rule;

/// The subject of what concerns no group of rows.
const ALL: &str = "-";

/// One thing that the plan check noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What is asked about: with the rule, the name of the question. It stays while the rows behind it change.
    pub subject: String,
    /// The rows that it touches, in the order of the plan.
    pub rows: Vec<(Kind, Id)>,
    /// It is asked of each row by itself; else of all of them together.
    pub each: bool,
    /// What the words need beside the rows: ids of other rows, codes, dates, figures, as the rule says.
    pub facts: Vec<String>,
    /// The row that says why it is intended.
    pub intent: Option<Id>,
}

impl Finding {
    /// Of each of some rows.
    fn each(rule: Rule, subject: impl Into<String>, rows: Vec<(Kind, Id)>, facts: Vec<String>) -> Finding {
        Finding { rule, subject: short(subject.into()), rows, each: true, facts, intent: None }
    }
    /// Of some rows together.
    fn of(rule: Rule, subject: impl Into<String>, rows: Vec<(Kind, Id)>, facts: Vec<String>) -> Finding {
        Finding { each: false, ..Finding::each(rule, subject, rows, facts) }
    }
}

/// A subject is kept in a field that has a limit.
fn short(subject: String) -> String {
    if subject.chars().count() <= 250 { subject } else { subject.chars().take(250).collect() }
}

/// What the check found, rules in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is to be asked.
    pub open: Vec<Finding>,
    /// What somebody said is intended, and the check would ask about otherwise.
    pub intended: Vec<Finding>,
}

impl Findings {
    /// A question by its name.
    pub fn find(&self, rule: Rule, subject: &str) -> Option<&Finding> {
        let named = |finding: &&Finding| finding.rule == rule && finding.subject == subject;
        self.open.iter().chain(&self.intended).find(named)
    }
}

/// What finds the questions of a family of rules.
type Family = fn(&Plan<'_>, &mut Vec<Finding>);

/// The families, in two hands that have about as much to do.
const HANDS: [&[Family]; 2] =
    [&[names::find, ended::find, links::find, roles::find], &[absent::find, contradict::find, copied::find]];

/// Everything that the check notices of a plan on a day.
pub fn check(state: &State, today: NaiveDate) -> Findings {
    let plan = Plan { state, today };
    let by = |families: &[Family]| {
        let mut found = Vec::new();
        families.iter().for_each(|find| find(&plan, &mut found));
        found
    };
    // The families know nothing of each other and only read: two hands are done in half the time.
    let mut found = thread::scope(|scope| {
        let other = scope.spawn(|| by(HANDS[0]));
        let mut found = by(HANDS[1]);
        match other.join() {
            Ok(rest) => found.extend(rest),
            Err(panic) => resume_unwind(panic),
        }
        found
    });
    found.sort_by_key(|finding| finding.rule);
    answered(state, found)
}

/// The most useful questions, a few: what contradicts itself before what is absent, and of each rule one before any has two.
pub fn first(findings: &Findings, limit: usize) -> Vec<&Finding> {
    let mut order: Vec<(usize, usize, &Finding)> = Vec::new();
    let mut nth = [0usize; Rule::ALL.len()];
    for (at, finding) in findings.open.iter().enumerate() {
        let n = &mut nth[finding.rule as usize];
        order.push((*n, at, finding));
        *n += 1;
    }
    order.sort_by_key(|(nth, at, finding)| (*nth, finding.rule.rank(), *at));
    order.into_iter().take(limit).map(|(_, _, finding)| finding).collect()
}

/// Parts what is to be asked from what somebody said is intended.
fn answered(state: &State, found: Vec<Finding>) -> Findings {
    let mut findings = Findings::default();
    for finding in found {
        let intent = state
            .rows(Kind::Intent)
            .find(|row| row.text("rule") == finding.rule.code() && row.text("subject") == finding.subject);
        let Some(intent) = intent else {
            findings.open.push(finding);
            continue;
        };
        let said: HashSet<&str> = intent.text("rows").lines().collect();
        // An answer that names no rows was given of the question as such.
        let covered = |row: &(Kind, Id)| said.is_empty() || said.contains(&*row.1);
        let (answered, rest): (Vec<_>, Vec<_>) = finding.rows.iter().cloned().partition(covered);
        let intended = |rows| Finding { rows, intent: Some(intent.id().clone()), ..finding.clone() };
        if rest.is_empty() {
            findings.intended.push(intended(answered));
        } else if finding.each && !answered.is_empty() {
            findings.intended.push(intended(answered));
            findings.open.push(Finding { rows: rest, ..finding });
        } else {
            findings.open.push(finding);
        }
    }
    findings
}

/// The rows of a plan, and the day on which they are looked at.
struct Plan<'a> {
    state: &'a State,
    today: NaiveDate,
}

impl<'a> Plan<'a> {
    /// The rows of a kind in the order of the plan.
    fn rows(&self, kind: Kind) -> &'a [Arc<Row>] {
        self.state.in_order(kind)
    }
}

/// A row as a finding names it.
fn key(row: &Row) -> (Kind, Id) {
    (row.kind(), row.id().clone())
}

/// Things by what they have in common, in the order in which each is met first.
fn gathered<K: Clone + Eq + std::hash::Hash, V>(all: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut places: std::collections::HashMap<K, usize> = std::collections::HashMap::new();
    let mut gathered: Vec<(K, Vec<V>)> = Vec::new();
    for (key, value) in all {
        let at = *places.entry(key.clone()).or_insert(gathered.len());
        if at == gathered.len() {
            gathered.push((key, Vec::new()));
        }
        gathered[at].1.push(value);
    }
    gathered
}
