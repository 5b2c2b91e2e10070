//! Who tells of one review: what is seen, who is who, what was decided, and which fields an item is about.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use plan::Row;
use plan::kinds::{FieldType, Kind};
use plan::merge::{Content, Held, Item, Key, Part, Verdict, units};
use plan::review::{Choice, Decision, is_led_by_decided, what_comes};
use plan::state::{Id, State};
use plan_strings::Strings;

use super::{Table, places_of, tell};
use crate::session::Call;
use crate::{discreet, names};

/// Tells items of one review.
pub(super) struct Teller<'a> {
    pub strings: &'a Strings,
    /// Words of values. They stand alone, where marks of direction would be seen as signs; sentences put their own around them.
    pub plain: Strings,
    pub table: &'a Table,
    pub discreet: bool,
    /// Those who read it were not there: nobody is "you", and titles stand beside references.
    pub for_minutes: bool,
    /// Mine, as it may be seen.
    pub mine: Cow<'a, State>,
    /// The versions of the files, as they may be seen.
    pub theirs: Vec<Cow<'a, State>>,
    /// Who sent them, short.
    pub who: Vec<String>,
    pub holding: HashMap<Key, &'a Decision>,
    /// What was decided, and a rule stands against: rows that stay need what is to go, or it would contradict what is there.
    pub held: Arc<HashMap<Key, Held>>,
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
            plain: call.strings.without_isolation(),
            table,
            discreet,
            for_minutes: false,
            mine: seen(&looked.state),
            theirs: looked.loaded.proposals.iter().map(|proposal| seen(&proposal.version.state)).collect(),
            who: who(table),
            holding: table.holding(),
            held: Arc::default(),
        }
    }

    /// The same, for minutes and letters.
    pub fn for_minutes(self) -> Teller<'a> {
        Teller { for_minutes: true, ..self }
    }
    /// Who reads it, as the words have it.
    pub fn reader(&self) -> &'static str {
        if self.for_minutes { "minutes" } else { "screen" }
    }

    /// The same, that also tells what stands against what was decided.
    pub fn with_held(mut self) -> Teller<'a> {
        let looked = &self.table.looked;
        let changes = |decision: &&Decision| !matches!(decision.choice, Choice::Mine | Choice::Ask | Choice::Later);
        // What comes of the whole is worked out only where something was decided that a rule may stand against.
        if self.holding.values().any(changes) {
            let work_out = || {
                let (composed, _) = what_comes(&looked.loaded, &looked.state, &looked.merged, &self.holding);
                Arc::new(composed.held.into_iter().map(|held| (held.key.clone(), held)).collect())
            };
            self.held = looked.held.get_or_init(work_out).clone();
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
            _ if self.held.contains_key(&item.key) => true,
            (Some(decision), _) => decision.choice.is_open(),
            (None, Verdict::Taken) => false,
            (None, _) => {
                let is_held = |key: &Key| self.held.contains_key(key);
                !is_led_by_decided(&self.table.looked.merged, item, &self.holding, &is_held)
            }
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
            Some((state, row)) if self.for_minutes => names::titled(self.strings, state, row),
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

    /// Text in which a filter looks.
    pub fn searched(&self, item: &Item) -> String {
        let title = self.row(item.key.kind, &item.key.id).map(|(state, row)| names::title_of(self.strings, state, row));
        format!("{}\n{}", tell::sentence(self, item), title.unwrap_or_default())
    }
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
