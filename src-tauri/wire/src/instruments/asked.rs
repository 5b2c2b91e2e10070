//! Who is asked: words of a table, and whom they name. Nothing is guessed in silence: what is not known is listed.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::{Id, State};
use plan::{Row, Value};

use crate::roles;
use crate::types::AskedChoice;

/// Roles by which an action line is facilitated.
const FACILITATING: [&str; 2] = ["facilitator", "co-facilitator"];
/// Words that may stand beside "facilitators": "the WSIS action line facilitators of C2 and C5".
const BESIDE: &[&str] = &[
    "the",
    "all",
    "wsis",
    "un",
    "action",
    "actions",
    "line",
    "lines",
    "facilitator",
    "facilitators",
    "co",
    "cofacilitators",
    "of",
    "for",
    "and",
    "on",
    "in",
    "relevant",
    "respective",
    "concerned",
    "sub",
];
/// What stands between two who are asked.
const BETWEEN: &[&str] = &[", and ", " as well as ", ", ", " and ", " & ", " / ", ","];
/// Words of names that say nothing of whom.
const NOTHING: &[&str] = &["the", "and", "for", "of", "on", "in", "un", "to"];
/// Who may be meant: so many are told.
const SUGGESTED: usize = 3;

/// How words were understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// They are a name, an acronym or an alias.
    Known,
    /// They are the facilitators of action lines.
    Facilitators,
    /// Somebody said who is meant.
    Chosen,
    /// Somebody said that they stay words.
    Words,
    /// They name nobody that the plan knows.
    Unknown,
}

/// Words, and whom they name.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub words: String,
    pub how: How,
    pub rows: Vec<(Kind, Id)>,
}

/// Whom words name, and how that is known.
type Meant = (How, Vec<(Kind, Id)>);

/// All names by which somebody can be asked.
pub(super) struct Known<'a> {
    state: &'a State,
    today: NaiveDate,
    names: HashMap<String, Vec<(Kind, Id)>>,
    chosen: HashMap<String, Vec<(Kind, Id)>>,
    /// What was understood already: tables say the same again and again.
    met: RefCell<HashMap<String, Option<Meant>>>,
}

impl<'a> Known<'a> {
    pub fn of(state: &'a State, today: NaiveDate, choices: &[AskedChoice]) -> Known<'a> {
        let mut names: HashMap<String, Vec<(Kind, Id)>> = HashMap::new();
        // Where an organization and a group have one name, the organization is asked.
        for kind in [Kind::Organization, Kind::Group] {
            let mut of_kind: BTreeMap<String, Vec<(Kind, Id)>> = BTreeMap::new();
            for row in state.in_order(kind) {
                for name in names_of(row) {
                    let all = of_kind.entry(key(&name)).or_default();
                    if !all.iter().any(|(_, id)| id == row.id()) {
                        all.push((kind, row.id().clone()));
                    }
                }
            }
            for (name, rows) in of_kind.into_iter().filter(|(name, _)| !name.is_empty()) {
                names.entry(name).or_insert(rows);
            }
        }
        let there = |row: &crate::types::RowKey| {
            let kind = Kind::from_name(&row.kind)?;
            let is_asked = matches!(kind, Kind::Organization | Kind::Group);
            state.row(kind, &row.id).filter(|_| is_asked).map(|row| (kind, row.id().clone()))
        };
        let chosen = choices.iter().map(|one| (key(&one.words), one.rows.iter().filter_map(there).collect())).collect();
        Known { state, today, names, chosen, met: Default::default() }
    }

    /// Who is asked by the text of a cell, in its order.
    pub fn parts(&self, cell: &str) -> Vec<Part> {
        let lines = cell
            .split(['\n', ';', '•', '·', '،', '、'])
            .map(|line| line.trim().trim_start_matches(['-', '–', '*']).trim());
        lines.filter(|line| !line.is_empty()).flat_map(|line| self.line(line)).collect()
    }

    /// The longest names that stand in a line, one behind the other; what lies between two of them stays together.
    fn line(&self, line: &str) -> Vec<Part> {
        if let Some(part) = self.whole(line) {
            return vec![part];
        }
        let atoms = atoms(line);
        let mut parts = Vec::new();
        let mut at = 0;
        while at < atoms.len() {
            // Names have so many words between commas and "and" at the most; a cell may be a page.
            let longest = (at + 8).min(atoms.len());
            let text = |end: usize| line[atoms[at].start..atoms[end - 1].end].trim();
            match (at + 1..=longest).rev().find_map(|end| Some((self.whole(text(end))?, end))) {
                Some((part, end)) => {
                    parts.push(part);
                    at = end;
                }
                None => {
                    // Of what is not known, "A and B" stays together, because it may be one name; commas part.
                    let mut end = at + 1;
                    while end < atoms.len()
                        && !line[atoms[end - 1].end..atoms[end].start].contains(',')
                        && self.whole(line[atoms[end].clone()].trim()).is_none()
                    {
                        end += 1;
                    }
                    let words = line[atoms[at].start..atoms[end - 1].end].trim().to_owned();
                    parts.push(Part { words, how: How::Unknown, rows: Vec::new() });
                    at = end;
                }
            }
        }
        parts
    }

    /// Whom a text names as a whole.
    fn whole(&self, text: &str) -> Option<Part> {
        let key = key(text);
        let found = self.met.borrow().get(&key).cloned();
        let found = match found {
            Some(found) => found,
            None => {
                let found = self.look(text, &key);
                self.met.borrow_mut().insert(key, found.clone());
                found
            }
        };
        found.map(|(how, rows)| Part { words: text.trim().to_owned(), how, rows })
    }

    fn look(&self, text: &str, key: &str) -> Option<Meant> {
        if key.is_empty() {
            return None;
        }
        if let Some(rows) = self.chosen.get(key) {
            return Some((if rows.is_empty() { How::Words } else { How::Chosen }, rows.clone()));
        }
        let named = |key: &str| self.names.get(key).filter(|rows| rows.len() == 1).cloned();
        if let Some(rows) = named(key) {
            return Some((How::Known, rows));
        }
        // "International Telecommunication Union (ITU)", "ITU (lead)".
        if let Some((before, inside)) = text.split_once('(') {
            let inside = inside.split(')').next().unwrap_or_default();
            if let Some(rows) = named(&self::key(before)).or_else(|| named(&self::key(inside))) {
                return Some((How::Known, rows));
            }
        }
        let rows = self.facilitators(key)?;
        (!rows.is_empty()).then_some((How::Facilitators, rows))
    }

    /// The facilitators of the action lines that are named, or of all; none where the words say something else.
    fn facilitators(&self, key: &str) -> Option<Vec<(Kind, Id)>> {
        let words: Vec<&str> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if !words.iter().any(|word| word.contains("facilitator")) {
            return None;
        }
        let lines: Vec<&Arc<Row>> = self.state.in_order(Kind::ActionLine).iter().collect();
        let mut codes: HashSet<&str> = HashSet::new();
        for word in words.iter().filter(|word| !BESIDE.contains(word)) {
            let of = lines.iter().filter(|line| {
                let code = fold(line.text("code"));
                code == **word || code.split(|c: char| !c.is_alphanumeric()).next() == Some(word)
            });
            let before = codes.len();
            codes.extend(of.map(|line| &**line.id()));
            if codes.len() == before {
                return None;
            }
        }
        let holds = |row: &&Arc<Row>| {
            let line = row.text("action_line");
            !line.is_empty()
                && (codes.is_empty() || codes.contains(line))
                && FACILITATING.contains(&row.text("role"))
                && !row.text("organization").is_empty()
                && !roles::ended(row, self.today)
        };
        let held: HashSet<&str> =
            self.state.rows(Kind::Assignment).filter(holds).map(|row| row.text("organization")).collect();
        let organizations = self.state.in_order(Kind::Organization).iter();
        Some(
            organizations
                .filter(|row| held.contains(&**row.id()))
                .map(|row| (Kind::Organization, row.id().clone()))
                .collect(),
        )
    }

    /// Who may be meant by words that name nobody: those of equal names first, then those that share most of their words.
    pub fn suggestions(&self, words: &str) -> Vec<(Kind, Id)> {
        let key = key(words);
        if let Some(rows) = self.names.get(&key).filter(|rows| rows.len() > 1) {
            return rows.iter().take(SUGGESTED).cloned().collect();
        }
        let wanted = telling(&key);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut best: HashMap<&(Kind, Id), usize> = HashMap::new();
        for (name, rows) in &self.names {
            let has = telling(name);
            let shared = wanted.iter().filter(|word| has.contains(*word)).count();
            let fits = shared * 100 / wanted.len().max(has.len());
            for row in rows.iter().filter(|_| fits >= 40) {
                let best = best.entry(row).or_default();
                *best = fits.max(*best);
            }
        }
        let mut found: Vec<(&(Kind, Id), usize)> = best.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.1.cmp(&b.0.1)));
        found.into_iter().take(SUGGESTED).map(|(row, _)| row.clone()).collect()
    }
}

/// All that a row is called.
fn names_of(row: &Row) -> Vec<String> {
    let single = ["acronym", "name", "title"].iter().map(|field| row.text(field).to_owned());
    let others = row.get("aliases").and_then(Value::set).into_iter().flatten().map(ToString::to_string);
    single.chain(others).filter(|name| !name.is_empty()).collect()
}

/// What is compared of a name: neither case nor article nor the signs at its ends, and "United Nations" is "UN".
pub(super) fn key(text: &str) -> String {
    let folded = fold(text).replace('’', "'");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let joined = words.join(" ").replace("united nations", "un");
    let bare =
        joined.trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '*' | '"' | '“' | '”') || c.is_whitespace());
    bare.strip_prefix("the ").unwrap_or(bare).to_owned()
}

fn telling(key: &str) -> HashSet<&str> {
    key.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1 && !NOTHING.contains(word)).collect()
}

/// Where the pieces of a line lie between what parts them. What stands in brackets is one piece.
fn atoms(line: &str) -> Vec<std::ops::Range<usize>> {
    let lower = line.to_ascii_lowercase();
    let mut pieces = Vec::new();
    let (mut from, mut at, mut depth) = (0, 0, 0usize);
    while at < line.len() {
        let rest = &lower[at..];
        let between = BETWEEN.iter().find(|between| depth == 0 && rest.starts_with(**between));
        if let Some(between) = between {
            pieces.push(from..at);
            at += between.len();
            from = at;
            continue;
        }
        let c = rest.chars().next().unwrap_or_default();
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += c.len_utf8();
    }
    pieces.push(from..line.len());
    pieces.retain(|piece| !line[piece.clone()].trim().is_empty());
    pieces
}
