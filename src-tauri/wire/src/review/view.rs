//! A review as it is shown: counts, choices, items.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use plan::kinds::{FieldType, Kind};
use plan::merge::text::{Mark, Piece, marked};
use plan::merge::{Content, Held, Item, Key, Part, Unit, Verdict, units};
use plan::review::{Choice, Decision, Review, both_of, what_comes};
use plan::state::{Id, State};
use plan::store::KeptSnapshot;
use plan::{Row, Value};
use plan_strings::Strings;
use serde_json::Value as Json;

use super::{Looked, Table, places_of, tell};
use crate::session::Call;
use crate::types::*;
use crate::{discreet, names, present, words};

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

/// Tells items of one review.
pub(super) struct Teller<'a> {
    pub strings: &'a Strings,
    pub table: &'a Table,
    pub discreet: bool,
    /// Mine, as it may be seen.
    pub mine: Cow<'a, State>,
    /// The versions of the files, as they may be seen.
    pub theirs: Vec<Cow<'a, State>>,
    /// Who sent them, short.
    pub who: Vec<String>,
    pub holding: HashMap<Key, &'a Decision>,
    /// Deletions that were agreed to, and that rows which stay stand against.
    pub held: HashMap<Key, Held>,
}

impl<'a> Teller<'a> {
    pub fn new(call: &'a Call, table: &'a Table, discreet: bool) -> Teller<'a> {
        let looked = &table.looked;
        let seen = |state: &'a Arc<State>| match discreet {
            true => Cow::Owned(discreet::without_private(state)),
            false => Cow::Borrowed(&**state),
        };
        Teller {
            strings: &call.strings,
            table,
            discreet,
            mine: seen(&looked.state),
            theirs: looked.loaded.proposals.iter().map(|proposal| seen(&proposal.version.state)).collect(),
            who: who(table),
            holding: table.holding(),
            held: HashMap::new(),
        }
    }

    /// The same, that also tells what stands against deletions that were agreed to.
    pub fn with_held(mut self) -> Teller<'a> {
        let looked = &self.table.looked;
        let agreed = |item: &Item| {
            item.theirs.iter().any(|one| one.content == Content::Absent)
                && self.decision(item).is_some_and(|decision| decision.choice == Choice::Theirs)
        };
        // What comes of the whole is worked out only where a deletion may be held.
        if looked.merged.items.iter().any(agreed) {
            let (composed, _) = what_comes(&looked.loaded, &looked.state, &looked.merged, &self.holding);
            let needed = composed.held.into_iter().filter(|held| !held.by.is_empty());
            self.held = needed.map(|held| (held.key.clone(), held)).collect();
        }
        self
    }

    /// The decision that holds.
    pub fn decision(&self, item: &Item) -> Option<&'a Decision> {
        self.holding.get(&item.key).copied()
    }
    /// It was decided when mine was another.
    pub fn is_again(&self, item: &Item) -> bool {
        self.decision(item).is_none() && {
            let text = item.key.text();
            self.table.decisions.iter().any(|decision| decision.item == text)
        }
    }
    /// Applying leaves it as it is.
    pub fn is_open(&self, item: &Item) -> bool {
        match (self.decision(item), item.verdict) {
            (Some(decision), _) => decision.choice.is_open(),
            (None, Verdict::Taken) => false,
            (None, _) => true,
        }
    }
    pub fn is_in(&self, item: &Item, state: &str) -> bool {
        let decided = self.decision(item).is_some_and(|decision| !decision.choice.is_open());
        match state {
            "taken" => item.verdict == Verdict::Taken && self.decision(item).is_none(),
            "conflict" => matches!(item.verdict, Verdict::Conflict(_)),
            "asked" => matches!(item.verdict, Verdict::Asked(_)),
            "decided" => decided,
            "open" => self.is_open(item),
            "later" => self.decision(item).is_some_and(|decision| decision.choice.is_open()),
            "again" => self.is_again(item),
            _ => true,
        }
    }

    /// In the order of the plan.
    pub fn sort(&self, items: &mut Vec<&'a Item>) {
        let mut places: HashMap<Kind, HashMap<&str, usize>> = HashMap::new();
        for item in items.iter() {
            places.entry(item.key.kind).or_insert_with(|| places_of(&self.table.looked.state, item.key.kind));
        }
        // What is new stands behind what is there.
        let place = |item: &&Item| {
            let of_kind = places.get(&item.key.kind);
            of_kind.and_then(|places| places.get(&*item.key.id)).copied().unwrap_or(usize::MAX)
        };
        items.sort_by_cached_key(|item| (item.key.kind, place(item), item.key.id.clone(), item.key.part.clone()));
    }

    /// The fields of a unit in which anything differs; words stand with their date.
    pub fn fields(&self, item: &Item) -> Vec<u8> {
        let Some(unit) = item.key.unit() else { return Vec::new() };
        let fields = item.key.kind.def().fields;
        let contents = || item.theirs.iter().map(|one| &one.content).chain(&item.common).chain([&item.mine]);
        let at = |content: &Content, place: usize| match content {
            Content::Values(values) => values.get(place).cloned().flatten(),
            _ => None,
        };
        let differs = |place: &usize| {
            let first = contents().next().map(|content| at(content, *place));
            contents().any(|content| Some(at(content, *place)) != first)
        };
        let mut found: Vec<u8> = (0..unit.fields.len()).filter(differs).map(|place| unit.fields[place]).collect();
        let of_date = |index: &u8| fields[*index as usize].name.strip_suffix("_words").map(str::to_owned);
        let dates: Vec<String> = found
            .iter()
            .filter(|index| fields[**index as usize].ty == FieldType::Date)
            .map(|index| fields[*index as usize].name.to_owned())
            .collect();
        found.retain(|index| of_date(index).is_none_or(|date| !dates.contains(&date)));
        found
    }
    /// The name of the field of an item: the first in which anything differs.
    pub fn field_name(&self, item: &Item) -> String {
        match &item.key.part {
            Part::Row => String::new(),
            Part::Unknown(name) => name.clone(),
            Part::Unit(_) => {
                let fields = item.key.kind.def().fields;
                let first = self.fields(item).first().copied().or_else(|| item.key.unit()?.fields.first().copied());
                first.map(|index| fields[index as usize].name.to_owned()).unwrap_or_default()
            }
        }
    }
    pub fn field_label(&self, item: &Item) -> String {
        match &item.key.part {
            Part::Row => String::new(),
            Part::Unknown(name) => name.clone(),
            Part::Unit(_) => self.labels(item.key.kind, &self.fields(item)),
        }
    }
    pub fn labels(&self, kind: Kind, fields: &[u8]) -> String {
        let labels = fields.iter().map(|index| self.strings.field(kind.def().fields[*index as usize].name));
        let labels = labels.enumerate().map(|(at, label)| if at == 0 { label } else { self.strings.small(label) });
        labels.collect::<Vec<_>>().join(", ")
    }

    /// The row, mine or else the first of theirs, with the state that it is named in.
    pub fn row(&self, kind: Kind, id: &str) -> Option<(&State, &Arc<Row>)> {
        let states = std::iter::once(&self.mine).chain(&self.theirs);
        states.map(|state| &**state).find_map(|state| Some((state, state.row(kind, id)?)))
    }
    /// What a row is called in sentences.
    pub fn named(&self, kind: Kind, id: &Id) -> String {
        match self.row(kind, id) {
            Some((state, row)) => names::name_of(self.strings, state, row),
            None => names::gone(self.strings, kind, id),
        }
    }
    /// Who has a candidate.
    pub fn names_of(&self, from: &[usize]) -> String {
        let mut names: Vec<String> = from.iter().map(|at| self.who[*at].clone()).collect();
        names.dedup();
        self.strings.review_who(&names)
    }

    /// A content in words; `from`: the file whose rows it names.
    pub fn words(&self, item: &Item, content: &Content, from: Option<usize>) -> String {
        let state = match from {
            Some(at) => &*self.theirs[at],
            None => &*self.mine,
        };
        match content {
            Content::Absent => String::new(),
            Content::Row(row) => names::title_of(self.strings, state, row),
            Content::Unknown(json) => json
                .as_ref()
                .map(|json| json.as_str().map_or_else(|| json.to_string(), str::to_owned))
                .unwrap_or_default(),
            Content::Values(values) => match item.key.unit() {
                Some(unit) => self.values(item.key.kind, unit, values, &self.fields(item), state),
                None => String::new(),
            },
        }
    }

    /// The values of a unit in words: of one field the value, of several each with its label.
    fn values(&self, kind: Kind, unit: &Unit, values: &[Option<Value>], shown: &[u8], state: &State) -> String {
        let def = kind.def();
        let at = |index: u8| {
            let place = unit.fields.iter().position(|field| *field == index)?;
            values.get(place).cloned().flatten()
        };
        let text = |index: u8| -> Option<String> {
            let field = &def.fields[index as usize];
            let json = at(index)?.to_json();
            let stated = def.index(&format!("{}_words", field.name)).and_then(at);
            let stated = stated.as_ref().and_then(Value::text);
            Some(self.field_words(kind, field, &json, stated, state))
        };
        let filled: Vec<(u8, String)> = shown.iter().filter_map(|index| Some((*index, text(*index)?))).collect();
        match (shown.len(), filled.as_slice()) {
            (_, []) => String::new(),
            (1, [(_, only)]) => only.clone(),
            (_, several) => several
                .iter()
                .map(|(index, text)| {
                    let label = self.strings.field(def.fields[*index as usize].name);
                    format!("{label}: {text}")
                })
                .collect::<Vec<_>>()
                .join("; "),
        }
    }

    /// A content as it is shown beside others.
    pub fn value(&self, item: &Item, content: &Content, from: Option<usize>) -> ReviewValue {
        let text = self.words(item, content, from);
        let is_text = item.key.unit().filter(|unit| unit.fields.len() == 1).is_some_and(|unit| {
            matches!(item.key.kind.def().fields[unit.fields[0] as usize].ty, FieldType::Text | FieldType::LongText)
        });
        let base = item.common.as_ref().unwrap_or(&item.mine);
        let marks = match is_text && base != content {
            true => marks(&marked(&self.words(item, base, None), &text)),
            false => Vec::new(),
        };
        let fields = match content {
            Content::Row(row) => self.stated(row, from),
            _ => Vec::new(),
        };
        ReviewValue { value: self.json(item, content), text, marks, fields }
    }

    /// What is stated in a row, field by field; the words of a date stand for it, and its place in a list is nothing to read.
    fn stated(&self, row: &Row, from: Option<usize>) -> Vec<ReviewField> {
        let kind = row.kind();
        let state = match from {
            Some(at) => &*self.theirs[at],
            None => &*self.mine,
        };
        let shown = |field: &&plan::Field| {
            field.ty != FieldType::Order
                && !(self.discreet && field.private)
                && field.name.strip_suffix("_words").is_none_or(|date| kind.def().field(date).is_none())
        };
        let told = |field: &plan::Field| {
            let value = row.get(field.name)?;
            let stated = Some(row.text(&format!("{}_words", field.name))).filter(|words| !words.is_empty());
            let text = self.field_words(kind, field, &value.to_json(), stated, state);
            (!text.is_empty()).then(|| ReviewField { label: self.strings.field(field.name), text })
        };
        kind.def().fields.iter().filter(shown).filter_map(told).collect()
    }

    /// The value of a field in words. A row that is named is found with whoever names it, else with me, else with the others.
    fn field_words(&self, kind: Kind, field: &plan::Field, json: &Json, stated: Option<&str>, state: &State) -> String {
        let find = |target: Kind, id: &str| -> String {
            let own = state.row(target, id).map(|row| names::short_of(self.strings, state, row));
            own.or_else(|| self.row(target, id).map(|(state, row)| names::short_of(self.strings, state, row)))
                .unwrap_or_else(|| names::gone(self.strings, target, id))
        };
        match (field.target(), json) {
            (Some(target), Json::String(id)) => find(target, id),
            (Some(target), Json::Array(ids)) => {
                ids.iter().filter_map(Json::as_str).map(|id| find(target, id)).collect::<Vec<_>>().join(", ")
            }
            _ => present::value_words(self.strings, state, kind, field, json, stated),
        }
    }

    /// A content as data, without what may not be seen.
    fn json(&self, item: &Item, content: &Content) -> Json {
        let mut json = content.to_json(&item.key);
        if let (true, Content::Row(_), Some(map)) = (self.discreet, content, json.as_object_mut()) {
            let fields = item.key.kind.def().fields;
            fields.iter().filter(|field| field.private).for_each(|field| drop(map.remove(field.name)));
        }
        json
    }

    /// Text in which a filter looks.
    pub fn searched(&self, item: &Item) -> String {
        let title = self.row(item.key.kind, &item.key.id).map(|(state, row)| names::title_of(self.strings, state, row));
        format!("{}\n{}", tell::sentence(self, item), title.unwrap_or_default())
    }

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
            why_text: tell::why(self.strings, why),
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
            Choice::Mine => strings.review_decision_mine(),
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

fn marks(pieces: &[Piece]) -> Vec<TextMark> {
    let word = |mark: Mark| match mark {
        Mark::Same => "same",
        Mark::Inserted => "inserted",
        Mark::Deleted => "deleted",
    };
    pieces.iter().map(|piece| TextMark { mark: word(piece.mark).into(), text: piece.text.clone() }).collect()
}

/// Who sent each file, short: the organization, else the person, else the file. Who would be called the same as another is called
/// with the person, and else with the file.
fn who(table: &Table) -> Vec<String> {
    let files = &table.looked.loaded.files;
    let texts = |read: &plan::review::Read| {
        [read.manifest.organization.trim(), read.manifest.by.trim(), read.file.file.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut found: Vec<String> = files.iter().map(|read| texts(read).into_iter().next().unwrap_or_default()).collect();
    for more in 1..3 {
        let doubled: Vec<usize> =
            (0..found.len()).filter(|at| found.iter().filter(|name| **name == found[*at]).count() > 1).collect();
        for at in doubled {
            if let Some(text) = texts(&files[at]).get(more) {
                found[at] = format!("{} ({text})", found[at]);
            }
        }
    }
    found
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

pub(super) fn brief(call: &Call, review: &Review, _kept: &[KeptSnapshot]) -> ReviewBrief {
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
    let teller = Teller::new(call, table, discreet);
    let looked = &table.looked;
    let items: Vec<&Item> =
        looked.merged.items.iter().filter(|item| !(discreet && is_private_item(looked, item))).collect();
    let mut counts = ReviewCounts { items: items.len(), ..ReviewCounts::default() };
    let mut by_field: BTreeMap<String, (String, usize, usize)> = BTreeMap::new();
    let mut by_kind: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let mut by_file = vec![(0, 0); looked.loaded.files.len()];
    let again: std::collections::HashSet<&str> = table.decisions.iter().map(|d| d.item.as_str()).collect();
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

/// Units of a row in which mine is another than the last common version.
pub(super) fn changed_by_me(mine: &Row, common: &Row, but: &Part) -> Vec<u8> {
    let all = units(mine.kind()).iter().enumerate();
    let others =
        all.filter(|(at, unit)| *but != Part::Unit(*at as u8) && !unit.is_provenance && !unit.same(mine, common));
    let fields = mine.kind().def().fields;
    others
        .filter_map(|(_, unit)| unit.fields.first().copied())
        .filter(|index| fields[*index as usize].ty != FieldType::Order && !fields[*index as usize].private)
        .collect()
}
