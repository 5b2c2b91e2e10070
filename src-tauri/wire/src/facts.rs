//! What is stated of a group, what is read or entered without a source, what is missing, and the question that follows. All of
//! it is derived from the rows.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use chrono::NaiveDate;
use plan::Row;
use plan::kinds::Kind;
use plan::state::{Id, State};
use plan_strings::Strings;

use crate::groups::badge;
use crate::present::{self, lower, named, upper};
use crate::roles::{self, sort_key, target};
use crate::session::Call;

/// Roles of the catalogue whose holder leads. Those that are held together come in pairs: one alone asks for the other.
const LEADING: [&str; 6] = ["chair", "co-chair", "lead", "co-lead", "facilitator", "co-facilitator"];
/// What begins the id of a role that is held together.
const TOGETHER: &str = "co-";
/// Names that a sentence lists; beyond that it counts.
const NAMES: usize = 12;
/// Sentences about roles that a card holds.
const SENTENCES: usize = 60;

/// What is missing of a group's lead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Missing {
    /// One holds a role that is held together: the other is not stated.
    Second(String),
    /// Nobody holds the role that those beside it have.
    All(String),
    /// Nobody leads, and nothing says by which role.
    Lead,
}

/// A group with what its facts are made of.
pub(crate) struct Facts<'a> {
    strings: &'a Strings,
    state: &'a State,
    row: &'a Arc<Row>,
    today: NaiveDate,
    sub_groups: Vec<&'a Arc<Row>>,
    /// Assignments by group: those of the group, of its sub-groups and of the groups beside it.
    held: HashMap<Id, Vec<&'a Arc<Row>>>,
    /// The role by which most of the sub-groups are led, and the groups beside this one.
    led_by: HashMap<(Id, String), String>,
}

impl<'a> Facts<'a> {
    pub fn of(call: &'a Call, state: &'a State, row: &'a Arc<Row>) -> Facts<'a> {
        let beside = row.text("parent");
        let groups = state.in_order(Kind::Group);
        let relevant = |group: &Row| {
            group.id() == row.id()
                || group.text("parent") == &**row.id()
                || (!beside.is_empty() && group.text("parent") == beside)
        };
        let mut held: HashMap<Id, Vec<&Arc<Row>>> =
            groups.iter().filter(|group| relevant(group)).map(|group| (group.id().clone(), Vec::new())).collect();
        for assignment in state.rows(Kind::Assignment) {
            if let Some(held) = held.get_mut(assignment.text("group")) {
                held.push(assignment);
            }
        }
        held.values_mut().for_each(|held| held.sort_by(|a, b| sort_key(a).cmp(&sort_key(b))));
        let mut facts = Facts {
            strings: &call.strings,
            state,
            row,
            today: roles::today(call),
            // A group that names itself as its parent is no sub-group of itself.
            sub_groups: groups
                .iter()
                .filter(|group| group.text("parent") == &**row.id() && group.id() != row.id())
                .collect(),
            held,
            led_by: HashMap::new(),
        };
        facts.led_by = facts.leading_roles(groups);
        facts
    }

    /// By parent and kind: the leading role that most of its groups have.
    fn leading_roles(&self, groups: &[Arc<Row>]) -> HashMap<(Id, String), String> {
        let mut counts: HashMap<(Id, String), Vec<usize>> = HashMap::new();
        for group in groups.iter().filter(|group| self.held.contains_key(group.id())) {
            let Some(parent) = target(self.state, group, "parent") else { continue };
            let kind = (parent.id().clone(), group.text("kind").to_owned());
            let counted = counts.entry(kind).or_insert_with(|| vec![0; LEADING.len()]);
            for (role, count) in LEADING.iter().zip(counted) {
                *count += usize::from(self.held(group).iter().any(|held| held.text("role") == *role));
            }
        }
        let most = |counts: Vec<usize>| {
            let (at, most) = counts.into_iter().enumerate().rev().max_by_key(|(_, count)| *count)?;
            (most > 0).then(|| LEADING[at].to_owned())
        };
        counts.into_iter().filter_map(|(kind, counts)| Some((kind, most(counts)?))).collect()
    }

    /// The sub-groups in the order of the plan.
    pub fn sub_groups(&self) -> &[&'a Arc<Row>] {
        &self.sub_groups
    }

    /// The roles in a group, in the order of the plan.
    pub fn held(&self, group: &Row) -> &[&'a Arc<Row>] {
        self.held.get(group.id()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who holds a role, as a sentence names it: the organization. Persons are private; they stand beside the sentences, in the
    /// roles, and who shows the window to others hides them there.
    fn holder(&self, held: &Row) -> String {
        let organization = named(self.state, held, "organization");
        if !organization.is_empty() {
            return organization;
        }
        let person = target(self.state, held, "person");
        let of_person = person.map(|person| named(self.state, person, "organization")).filter(|name| !name.is_empty());
        match (of_person, person) {
            (Some(organization), _) => self.strings.holder_person_of(&organization),
            (None, Some(_)) => self.strings.holder_person(),
            (None, None) => String::new(),
        }
    }

    /// Who holds a role now: organizations, else persons; each once.
    fn holders(&self, group: &Row, role: &str) -> Vec<&'a str> {
        let mut holders = Vec::new();
        for held in self.held(group) {
            let holder =
                if held.text("organization").is_empty() { held.text("person") } else { held.text("organization") };
            let now = held.text("role") == role && !roles::ended(held, self.today);
            if now && !holder.is_empty() && !holders.contains(&holder) {
                holders.push(holder);
            }
        }
        holders
    }

    /// What is not stated of who leads a group. Of a group that is over nothing is missed.
    pub fn missing_of(&self, group: &Row) -> Option<Missing> {
        if roles::over(group, self.today) || !group.text("successor").is_empty() {
            return None;
        }
        let count = |role: &str| self.holders(group, role).len();
        let led: Vec<&str> = LEADING.into_iter().filter(|role| count(role) > 0).collect();
        if led.is_empty() {
            let key = (Id::from(group.text("parent")), group.text("kind").to_owned());
            let expected = self.led_by.get(&key).filter(|_| !group.text("kind").is_empty());
            return Some(expected.map_or(Missing::Lead, |role| Missing::All(role.clone())));
        }
        // "Lead, with one co-lead" is a pair too.
        let alone = |role: &&&str| match role.strip_prefix(TOGETHER) {
            Some(base) => count(role) == 1 && count(base) == 0,
            None => false,
        };
        led.iter().find(alone).map(|role| Missing::Second((*role).to_owned()))
    }

    /// "Second co-lead not stated".
    pub fn missing_words(&self, missing: &Missing) -> String {
        match missing {
            Missing::Second(role) => self.strings.not_stated_second(&lower(&self.role(role, false))),
            Missing::All(role) => self.strings.not_stated_several(&self.role(role, role.starts_with(TOGETHER))),
            Missing::Lead => self.strings.not_stated_lead(),
        }
    }

    /// The title of a role; of several holders its plural, where there are words for it.
    fn role(&self, role: &str, several: bool) -> String {
        let plural = if several { self.strings.lookup(&format!("roles-{role}")) } else { None };
        let title = || self.state.row(Kind::Role, role).map_or_else(|| role.to_owned(), |row| row.title().to_owned());
        plural.unwrap_or_else(title)
    }

    /// What is not stated, one sentence each: of the group itself, then of its sub-groups. What is missing of both is said once.
    pub fn not_stated(&self) -> Vec<String> {
        let own = self.missing_of(self.row);
        let mut of_sub_groups = self.missing_of_sub_groups();
        // "The sub-groups on objectives 1 to 5" says more than their names beside the group's own would.
        let alike = |(missing, groups): &&mut (Missing, Vec<&Arc<Row>>)| {
            own.as_ref() == Some(missing) && self.numbers(groups).is_none()
        };
        let shared = of_sub_groups.iter_mut().find(alike);
        let alone = match shared {
            Some((_, groups)) => {
                groups.insert(0, self.row);
                None
            }
            None => own.map(|missing| self.missing_words(&missing)),
        };
        let of_groups = of_sub_groups
            .into_iter()
            .map(|(missing, groups)| self.strings.not_stated_for(&self.places(&groups), &self.missing_words(&missing)));
        alone.into_iter().chain(of_groups).map(|what| self.strings.not_stated_alone(&what)).collect()
    }

    fn missing_of_sub_groups(&self) -> Vec<(Missing, Vec<&'a Arc<Row>>)> {
        gathered(self.sub_groups.iter().filter_map(|group| Some((self.missing_of(group)?, *group))))
    }

    /// The question to ask of whoever knows. Where nothing says how a group is led, there is nothing to ask about: most bodies
    /// are named in passing only.
    pub fn question(&self) -> Option<String> {
        let words = self.strings;
        let of_sub_groups = self.missing_of_sub_groups();
        let of_role = |missing: &Missing| match missing {
            Missing::Second(role) | Missing::All(role) => Some(role.clone()),
            Missing::Lead => None,
        };
        if let Some(role) = of_sub_groups.iter().find_map(|(missing, _)| of_role(missing)) {
            let held: Vec<&Arc<Row>> = self.sub_groups.iter().flat_map(|group| self.now(group, &role)).collect();
            let named = self.named_by(&held, &self.sub_groups);
            return Some(words.question_others(&named, &lower(&self.role(&role, true))));
        }
        match self.missing_of(self.row)? {
            Missing::Second(role) => {
                let named = self.named_by(&self.now(self.row, &role), &[]);
                Some(words.question_second(&named, &lower(&self.role(&role, false))))
            }
            Missing::All(role) => Some(words.question_are_this(&lower(&self.role(&role, role.starts_with(TOGETHER))))),
            Missing::Lead => None,
        }
    }

    /// The assignments by which a role is held now.
    fn now(&self, group: &Row, role: &str) -> Vec<&'a Arc<Row>> {
        let now = |held: &&&Arc<Row>| held.text("role") == role && !roles::ended(held, self.today);
        self.held(group).iter().filter(now).copied().collect()
    }

    /// "The source (ITU action plan) names ITU for the sub-groups on objectives 1 and 5 (as announced), and nobody else." Who is
    /// entered without a source, or by somebody's reading, is not named by one. `groups`: they are said with their group.
    fn named_by(&self, held: &[&Arc<Row>], groups: &[&'a Arc<Row>]) -> String {
        let held: Vec<&Arc<Row>> = held.iter().filter(|held| present::is_stated(held)).copied().collect();
        let by_holder = gathered(
            held.iter().map(|held| ((self.holder(held), held.text("state") == "announced"), held.text("group"))),
        );
        let who = by_holder.iter().enumerate().map(|(place, ((holder, announced), at))| {
            // Of those behind the first few only the number is told.
            if place >= NAMES {
                return String::new();
            }
            let at: HashSet<&&str> = at.iter().collect();
            let places: Vec<&Arc<Row>> = groups.iter().filter(|group| at.contains(&&**group.id())).copied().collect();
            let who = if places.is_empty() {
                holder.clone()
            } else {
                self.strings.question_holder_for(holder, &self.places(&places))
            };
            if *announced { self.strings.question_announced(&who) } else { who }
        });
        let Some(who) = self.list(who.collect()) else { return self.strings.question_named_nobody() };
        let sources = distinct(held.iter().map(|held| named(self.state, held, "source")));
        match sources.as_slice() {
            [source] if !source.is_empty() => self.strings.question_named(source, &who),
            _ => self.strings.question_named_somewhere(&who),
        }
    }

    /// Groups, by the numbers of their objectives where each has one, else by their names.
    fn places(&self, groups: &[&Arc<Row>]) -> String {
        match self.numbers(groups) {
            Some(numbers) => self.strings.places_objectives(groups.len() as u64, &numbers),
            None => self.names(groups),
        }
    }

    fn names(&self, groups: &[&Arc<Row>]) -> String {
        self.list(groups.iter().map(|group| group.short().to_owned()).collect()).unwrap_or_default()
    }

    /// "1, 3 and 5" or "1 to 5", where every group is a sub-group about an objective of its own.
    fn numbers(&self, groups: &[&Arc<Row>]) -> Option<String> {
        let own = |group: &&Arc<Row>| {
            Some(badge(self.state, group)).filter(|number| !number.is_empty() && group.text("kind") == "sub_group")
        };
        let numbers: Vec<String> = groups.iter().map(own).collect::<Option<_>>()?;
        let distinct = distinct(numbers.iter().cloned());
        if distinct.len() != numbers.len() {
            return None;
        }
        let (first, last) = (numbers.first()?, numbers.last()?);
        let follow = |pair: &[String]| match (pair[0].parse::<u32>(), pair[1].parse::<u32>()) {
            (Ok(one), Ok(next)) => one.checked_add(1) == Some(next),
            _ => false,
        };
        if numbers.len() > 2 && numbers.windows(2).all(follow) {
            return Some(self.strings.list_to(first, last));
        }
        self.list(distinct)
    }

    /// "A, B and C"; of many the first, and how many more.
    fn list(&self, mut names: Vec<String>) -> Option<String> {
        let more = names.len().saturating_sub(NAMES);
        names.truncate(NAMES);
        let last = if more == 0 { names.pop()? } else { self.strings.list_more(more as u64) };
        let first = names.into_iter().reduce(|all, one| self.strings.list_comma(&all, &one));
        Some(first.map_or_else(|| last.clone(), |first| self.strings.list_and(&first, &last)))
    }

    /// What is known, one sentence each: what sources state, and apart from it what somebody reads or entered without a source.
    pub fn sentences(&self) -> (Vec<String>, Vec<String>) {
        let own = self.held(self.row).iter().map(|held| (*held, None));
        let of_sub_groups = self.sub_groups.iter().flat_map(|group| {
            let leads = self.held(group).iter().filter(|held| LEADING.contains(&held.text("role")));
            leads.map(|held| (*held, Some(*group)))
        });
        let mut sentences = self.sentences_of_roles(own);
        sentences.extend(self.sentences_of_sub_groups());
        sentences.extend(self.sentences_of_roles(of_sub_groups));
        // Readings are few or none beside what is stated, and none of either crowds the others out.
        let (mut stated, mut readings): (Vec<_>, Vec<_>) = sentences.into_iter().partition(|(stated, _)| *stated);
        stated.truncate(SENTENCES);
        readings.truncate(SENTENCES);
        let term = present::when_of(self.strings, self.state, self.row).map(|when| self.strings.fact_term(&when));
        let text = |field: &str, tell: fn(&Strings, &str) -> String| {
            Some(self.row.text(field)).filter(|text| !text.is_empty()).map(|text| tell(self.strings, end_cut(text)))
        };
        let own =
            [term, text("terms_of_reference", Strings::fact_terms_of_reference), text("meets", Strings::fact_meets)];
        let own = own.into_iter().flatten().map(|fact| self.with_provenance(&fact, &[self.row]));
        if present::is_stated(self.row) { &mut stated } else { &mut readings }.extend(own);
        let words = |told: Vec<(bool, String)>| told.into_iter().map(|(_, sentence)| sentence).collect();
        (words(stated), words(readings))
    }

    /// The roles in a place that is no group, in sentences: what sources state, and what somebody reads or entered without one.
    pub fn of_roles(&self, held: impl Iterator<Item = &'a Arc<Row>>) -> (Vec<String>, Vec<String>) {
        let sentences = self.sentences_of_roles(held.map(|held| (held, None)));
        let (stated, readings): (Vec<_>, Vec<_>) = sentences.into_iter().partition(|(stated, _)| *stated);
        let words = |told: Vec<(bool, String)>| told.into_iter().map(|(_, sentence)| sentence).collect();
        (words(stated), words(readings))
    }

    /// A fact of a row with where it comes from.
    pub fn sentence(&self, fact: &str, row: &'a Arc<Row>) -> String {
        self.with_provenance(fact, &[row]).1
    }

    /// One sentence for all who hold a role in the same way, as the same basis says as of the same day.
    fn sentences_of_roles(
        &self,
        held: impl Iterator<Item = (&'a Arc<Row>, Option<&'a Arc<Row>>)>,
    ) -> Vec<(bool, String)> {
        let mut facts = gathered(held.map(|(held, group)| {
            let way = Way {
                role: held.text("role"),
                state: held.text("state"),
                when: present::when_of(self.strings, self.state, held).unwrap_or_default(),
                stated: present::is_stated(held),
                basis: (held.text("basis"), held.text("basis_by")),
                as_of: held.text("as_of"),
                // Of sub-groups a sentence names one holder and all of the places.
                holder: group.map(|_| self.holder(held)),
            };
            (way, (held, group))
        }));
        facts.sort_by_key(|(way, _)| LEADING.iter().position(|role| *role == way.role).unwrap_or(LEADING.len()));
        facts.iter().take(SENTENCES).map(|(way, found)| self.sentence_of_role(way, found)).collect()
    }

    fn sentence_of_role(&self, way: &Way<'_>, found: &[(&'a Arc<Row>, Option<&'a Arc<Row>>)]) -> (bool, String) {
        let rows: Vec<&Arc<Row>> = found.iter().map(|(held, _)| *held).collect();
        let holders = distinct(rows.iter().map(|held| self.holder(held)).filter(|h| !h.is_empty()));
        let mut role = self.role(way.role, holders.len() > 1);
        if matches!(way.state, "announced" | "ended") {
            role = self.strings.role_state(&role, &lower(&self.strings.choice(Kind::Assignment, "state", way.state)));
        }
        if !way.when.is_empty() {
            role = self.strings.role_state(&role, &way.when);
        }
        let holders = self.list(holders).unwrap_or_else(|| lower(&self.strings.group_none()));
        let at: HashSet<&Id> = found.iter().filter_map(|(_, group)| group.map(|group| group.id())).collect();
        let fact = if at.is_empty() {
            self.strings.fact_role(&holders, &role)
        } else {
            self.strings.fact_role_for(&holders, &self.places(&self.among(|group| at.contains(group.id()))), &role)
        };
        self.with_provenance(&fact, &rows)
    }

    /// Some of the sub-groups.
    fn among(&self, wanted: impl Fn(&Row) -> bool) -> Vec<&'a Arc<Row>> {
        self.sub_groups.iter().filter(|group| wanted(group)).copied().collect()
    }

    /// "5 sub-groups, on objectives 1, 2, 3, 4 and 5", with the words that all of them have as their mandate.
    fn sentences_of_sub_groups(&self) -> Vec<(bool, String)> {
        let alike =
            gathered(self.sub_groups.iter().map(|group| {
                (["mandate", "basis", "basis_by", "as_of", "source"].map(|field| group.text(field)), *group)
            }));
        let sentence = |(alike, groups): &([&str; 5], Vec<&Arc<Row>>)| {
            let mandate = alike[0];
            let fact = match self.numbers(groups) {
                Some(numbers) => self.strings.fact_sub_groups_on(groups.len() as u64, &numbers),
                None => self.strings.fact_groups_below(&self.names(groups)),
            };
            let fact = if mandate.is_empty() { fact } else { self.strings.fact_with_words(&fact, end_cut(mandate)) };
            self.with_provenance(&fact, groups)
        };
        alike.iter().map(sentence).collect()
    }

    /// Whether it is stated; and the fact with basis, "as of" and sources of the rows that say it.
    fn with_provenance(&self, fact: &str, rows: &[&Arc<Row>]) -> (bool, String) {
        let Some(row) = rows.first() else { return (false, self.strings.fact_alone(fact)) };
        let strings = self.strings;
        // The words of a source stand as they are: "early 2025", "as read in 2026".
        let as_of = match row.text("as_of_words") {
            "" => present::date_field(self.strings, row, "as_of").map(|date| self.strings.fact_as_of(&date)),
            words => Some(words.to_owned()),
        };
        let lead = |lead: &str| match &as_of {
            Some(as_of) => strings.list_comma(&upper(lead), as_of),
            None => upper(lead),
        };
        let by_source = gathered(rows.iter().map(|row| (named(self.state, row, "source"), row.text("source_para"))));
        let told = |(source, paras): (String, Vec<&str>)| {
            let paras = paras.into_iter().flat_map(|para| para.split("; ")).filter(|para| !para.is_empty());
            let paras = distinct(paras.map(str::to_owned));
            match paras.into_iter().reduce(|all, one| self.strings.list_semicolon(&all, &one)) {
                Some(paras) if source.is_empty() => paras,
                Some(paras) => self.strings.stated_in(&paras, &source),
                None => source,
            }
        };
        let sources = by_source.into_iter().map(told).filter(|source| !source.is_empty()).collect();
        let words = |basis: &str| strings.choice(row.kind(), "basis", basis);
        let led = |words: String| strings.fact_led(fact, &lead(&words));
        let told = match (row.text("basis"), row.text("basis_by"), self.list(sources)) {
            ("", _, Some(source)) => led(source),
            ("" | "stated", _, None) => led(strings.fact_no_source()),
            ("our_reading", _, Some(source)) => led(strings.provenance_our_reading(&source)),
            ("other", "", Some(source)) => led(strings.provenance_other(&source)),
            ("other", by, Some(source)) => led(strings.provenance_other_by(by, &source)),
            ("other", by, None) if !by.is_empty() => led(strings.provenance_by(by)),
            (basis, _, Some(source)) => strings.fact_stated(fact, &lead(&words(basis)), &source),
            (basis, _, None) => led(words(basis)),
        };
        (present::is_stated(row), told)
    }
}

/// What the assignments of one sentence have in common.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Way<'a> {
    role: &'a str,
    state: &'a str,
    when: String,
    /// A source states it.
    stated: bool,
    /// Basis, and whose it is.
    basis: (&'a str, &'a str),
    as_of: &'a str,
    holder: Option<String>,
}

/// Things by what they have in common, in the order in which each is met first.
fn gathered<K: Clone + Eq + Hash, V>(all: impl Iterator<Item = (K, V)>) -> Vec<(K, Vec<V>)> {
    let mut places: HashMap<K, usize> = HashMap::new();
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

/// Each once, in the order in which it is met first.
fn distinct(all: impl Iterator<Item = String>) -> Vec<String> {
    gathered(all.map(|one| (one, ()))).into_iter().map(|(one, _)| one).collect()
}

/// Without the full stop at its end: the sentence around it brings one.
fn end_cut(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}
