//! A review as it is shown: counts, choices, items.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use plan::Row;
use plan::kinds::Kind;
use plan::merge::{Content, Item, Part, Verdict, Why};
use plan::review::{Choice, Decision, Review, both_of};
use plan::state::State;
use plan_strings::Strings;
use serde_json::Value as Json;

use super::teller::Teller;
use super::{Looked, Table, tell};
use crate::session::Call;
use crate::types::*;
use crate::{discreet, names, words};

/// Whether an item is about what is private.
pub(super) fn is_private_item(looked: &Looked, item: &Item) -> bool {
    let def = item.key.kind.def();
    def.private
        || match (&item.key.part, item.key.unit()) {
            (Part::Unknown(name), _) => {
                let full = format!("{}.{name}", def.name);
                looked.state.row(Kind::PrivateName, &full).is_some()
                    || looked.loaded.files.iter().any(|read| read.manifest.private.contains(&full))
            }
            (_, Some(unit)) => unit.fields.iter().any(|index| def.fields[*index as usize].private),
            _ => false,
        }
}

impl Teller<'_> {
    pub fn item(&self, item: &Item) -> ReviewItem {
        let kind = item.key.kind;
        let found = self.row(kind, &item.key.id);
        let called = |call: fn(&Strings, &State, &Row) -> String| {
            found.map(|(state, row)| call(self.strings, state, row)).unwrap_or_default()
        };
        let first_of = |from: &[usize]| from.first().copied();
        let theirs: Vec<ReviewCandidate> = item
            .theirs
            .iter()
            .map(|one| ReviewCandidate {
                value: self.value(item, &one.content, first_of(&one.from)),
                from: one.from.iter().map(|at| self.table.looked.loaded.files[*at].file.snapshot.clone()).collect(),
                who: self.names_of(&one.from),
            })
            .collect();
        let common = item.common.as_ref().filter(|content| !matches!(content, Content::Absent));
        let both = both_of(item).map(|both| self.value(item, &both, None));
        let state = match item.verdict {
            Verdict::Taken => "taken",
            Verdict::Asked(_) => "asked",
            Verdict::Conflict(_) => "conflict",
        };
        let preselected = match (item.verdict, &both) {
            (Verdict::Taken, _) => "theirs",
            (_, Some(_)) => "both",
            _ => "later",
        };
        let why = item.why().map(|why| why.word()).unwrap_or_default();
        let private = is_private_item(&self.table.looked, item)
            || found.is_some_and(|(state, row)| discreet::names_person(state, kind, row.id()));
        ReviewItem {
            item: item.key.text(),
            kind: kind.name().into(),
            kind_label: self.strings.kind(kind),
            id: item.key.id.to_string(),
            reference: called(names::short_of),
            title: called(names::title_of),
            field: self.field_name(item),
            fields: match &item.key.part {
                Part::Unit(_) => {
                    self.fields(item).iter().map(|index| kind.def().fields[*index as usize].name.to_owned()).collect()
                }
                Part::Unknown(name) => vec![name.clone()],
                Part::Row => Vec::new(),
            },
            field_label: self.field_label(item),
            is_long: item.key.unit().is_some_and(|unit| unit.is_long),
            state: state.into(),
            why: why.into(),
            why_text: self.why(item),
            sentence: tell::sentence(self, item),
            common: common.map(|content| self.value(item, content, None)),
            mine: self.value(item, &item.mine, None),
            mine_from: tell::mine_from(self, item).unwrap_or_default(),
            theirs,
            both,
            preselected: preselected.into(),
            decision: self.decision(item).map(|decision| self.decision_view(item, decision)),
            again: self.is_again(item),
            open: self.is_open(item),
            can_write: matches!(item.key.part, Part::Unit(_)),
            held: self.held.get(&item.key).map(|held| tell::hold(self, held)),
            private,
        }
    }

    /// Why it is asked, in a sentence; empty, where it is taken.
    fn why(&self, item: &Item) -> String {
        match item.why() {
            Some(Why::Issued) => {
                let documents = self.table.looked.loaded.issued.documents(item);
                let named = documents.into_iter().filter_map(|id| self.table.looked.state.row(Kind::Document, id));
                let one = |all: String, one: String| self.strings.list_comma(&all, &one);
                let named = named.map(|row| crate::documents::called(row)).reduce(one).unwrap_or_default();
                self.strings.review_why_issued(&named)
            }
            why => tell::why(self.strings, why.map(Why::word).unwrap_or_default()),
        }
    }

    pub fn decision_view(&self, item: &Item, decision: &Decision) -> ReviewDecisionView {
        ReviewDecisionView {
            decision: decision.choice.word().into(),
            from: decision.source.clone(),
            value: decision.value.clone().unwrap_or_default(),
            note: decision.note.clone(),
            by: decision.by.clone(),
            at: decision.at.clone(),
            text: self.decision_words(item, decision),
        }
    }

    pub fn decision_words(&self, item: &Item, decision: &Decision) -> String {
        let strings = self.strings;
        match decision.choice {
            Choice::Mine => strings.review_decision_mine(self.reader()),
            Choice::Both => strings.review_decision_both(),
            Choice::Ask => strings.review_decision_ask(),
            Choice::Later => strings.review_decision_later(),
            Choice::Theirs => {
                let at = decision.source.as_deref().and_then(|source| self.table.looked.loaded.position(source));
                let who = match (at, item.theirs.first()) {
                    (Some(at), _) => self.who[at].clone(),
                    (None, Some(one)) => self.names_of(&one.from),
                    _ => String::new(),
                };
                strings.review_decision_theirs(&who)
            }
            Choice::Write => {
                let content = plan::review::content_of(item, decision, &self.table.looked.loaded).ok().flatten();
                let value = content.map(|content| self.words(item, &content, None)).filter(|text| !text.is_empty());
                strings.review_decision_write(&value.unwrap_or_else(|| strings.date_not_stated()))
            }
        }
    }
}

/// The day of an instant in words.
pub(super) fn day(strings: &Strings, at: &str) -> String {
    let day = at.get(..10).and_then(|day| plan::date::VagueDate::parse(day).ok());
    day.map_or_else(|| at.to_owned(), |day| strings.date_words(&day))
}

pub(super) fn state_of(review: &Review) -> &'static str {
    match (&review.closed, review.is_applied()) {
        (Some(_), true) | (None, true) => "applied",
        (Some(_), false) => "closed",
        (None, false) => "open",
    }
}

pub(super) fn brief(call: &Call, review: &Review) -> ReviewBrief {
    let state = state_of(review);
    let files: Vec<String> = review.files.iter().map(|file| file.file.clone()).collect();
    let strings = &call.strings;
    let word = match state {
        "applied" => strings.review_state_applied(),
        "closed" => strings.review_state_closed(),
        _ => strings.review_state_open(),
    };
    let sentence = format!("{} ({word})", strings.review_brief(&day(strings, &review.at), &files.join(", ")));
    ReviewBrief {
        review: review.id,
        state: state.into(),
        at: review.at.clone(),
        by: review.by.clone(),
        files,
        sentence,
    }
}

/// What a file proposed that was settled when the review was applied: held against the plan of now it is no item any more.
fn settled(teller: &Teller<'_>, snapshot: &str) -> BTreeSet<String> {
    let applied = teller.table.review.applied.iter().filter(|applied| !applied.undone);
    let items = applied.flat_map(|applied| applied.minutes["items"].as_array().into_iter().flatten());
    let of_file = |item: &&Json| {
        let theirs = item["theirs"].as_array().into_iter().flatten();
        let mut from = theirs.flat_map(|one| one["from"].as_array().into_iter().flatten());
        from.any(|from| from == snapshot) && !(teller.discreet && item["said"]["private"] == true)
    };
    items.filter(of_file).filter_map(|item| item["item"].as_str().map(str::to_owned)).collect()
}

pub(super) fn files(teller: &Teller<'_>) -> Vec<ReviewFileView> {
    let loaded = &teller.table.looked.loaded;
    loaded
        .files
        .iter()
        .enumerate()
        .map(|(at, read)| {
            let of = |item: &&Item| item.theirs.iter().any(|one| one.from.contains(&at));
            let all = teller.table.looked.merged.items.iter();
            let shown = all.filter(|item| !(teller.discreet && is_private_item(&teller.table.looked, item)));
            let mut items = settled(teller, &read.file.snapshot);
            items.extend(shown.filter(of).map(|item| item.key.text()));
            let items = items.len();
            ReviewFileView {
                snapshot: read.file.snapshot.clone(),
                file: read.file.file.clone(),
                sort: read.file.sort.word().into(),
                who: teller.who[at].clone(),
                by: read.manifest.by.clone(),
                organization: read.manifest.organization.clone(),
                name: words::name_of_snapshot(teller.strings, &read.manifest),
                at: read.manifest.at.clone(),
                sentence: tell::file(teller, at, items),
                has_common: loaded.proposals[at].common.is_some(),
                common: tell::common(teller, at),
                items,
            }
        })
        .collect()
}

/// What the screen of a review shows above the items.
pub(super) fn review_view(call: &Call, table: &Table, discreet: bool) -> ReviewView {
    let teller = Teller::new(call, table, discreet).with_held();
    let looked = &table.looked;
    let items: Vec<&Item> =
        looked.merged.items.iter().filter(|item| !(discreet && is_private_item(looked, item))).collect();
    let mut counts = ReviewCounts { items: items.len(), ..ReviewCounts::default() };
    let mut by_field: BTreeMap<String, (String, usize, usize)> = BTreeMap::new();
    let mut by_kind: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let mut by_file = vec![(0, 0); looked.loaded.files.len()];
    let again: HashSet<&str> = table.decisions.iter().map(|d| d.item.as_str()).collect();
    for item in &items {
        let open = teller.is_open(item);
        let decision = teller.decision(item);
        counts.taken += usize::from(item.verdict == Verdict::Taken && decision.is_none());
        counts.conflicts += usize::from(matches!(item.verdict, Verdict::Conflict(_)));
        counts.asked += usize::from(matches!(item.verdict, Verdict::Asked(_)));
        counts.decided += usize::from(decision.is_some_and(|decision| !decision.choice.is_open()));
        counts.open += usize::from(open);
        counts.later += usize::from(decision.is_some_and(|decision| decision.choice.is_open()));
        counts.again += usize::from(decision.is_none() && again.contains(item.key.text().as_str()));
        let field = teller.field_name(item);
        let label = || if field.is_empty() { String::new() } else { teller.strings.field(&field) };
        let of_field = by_field.entry(field.clone()).or_insert_with(|| (label(), 0, 0));
        of_field.1 += 1;
        of_field.2 += usize::from(open);
        let of_kind = by_kind.entry(item.key.kind).or_default();
        of_kind.0 += 1;
        of_kind.1 += usize::from(open);
        for (at, of_file) in by_file.iter_mut().enumerate() {
            if item.theirs.iter().any(|one| one.from.contains(&at)) {
                of_file.0 += 1;
                of_file.1 += usize::from(open);
            }
        }
    }
    counts.apply = counts.items - counts.open;
    let strings = teller.strings;
    let sentence = match (counts.apply, counts.open) {
        (0, _) => strings.review_sentence_none(),
        (apply, 0) => strings.review_sentence_all(apply as u64),
        (apply, open) => strings.review_sentence(apply as u64, open as u64),
    };
    let choice = |code: &str, label: String, (count, open): (usize, usize)| ReviewChoice {
        code: code.into(),
        label,
        count,
        open,
    };
    let mut fields: Vec<ReviewChoice> =
        by_field.iter().map(|(code, (label, count, open))| choice(code, label.clone(), (*count, *open))).collect();
    fields.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.code.cmp(&b.code)));
    ReviewView {
        review: table.review.id,
        state: state_of(&table.review).into(),
        at: table.review.at.clone(),
        by: table.review.by.clone(),
        op: looked.op,
        files: files(&teller),
        by_file: looked
            .loaded
            .files
            .iter()
            .zip(&by_file)
            .enumerate()
            .map(|(at, (read, counts))| choice(&read.file.snapshot, teller.who[at].clone(), *counts))
            .collect(),
        by_kind: by_kind.iter().map(|(kind, counts)| choice(kind.name(), strings.kinds(*kind), *counts)).collect(),
        by_field: fields,
        findings: tell::findings(&teller),
        applied: table
            .review
            .applied
            .iter()
            .map(|applied| ReviewApplied {
                op: applied.op,
                at: applied.at.clone(),
                by: applied.by.clone(),
                undone: applied.undone,
            })
            .collect(),
        sentence,
        counts,
    }
}
