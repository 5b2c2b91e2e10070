//! A review: the sitting in which a person decides on what colleagues propose.
//!
//! What came in and what was decided lies in the books of the plan and changes nothing. Applying reads mine again, and is one step.

mod apply;
mod beside;
mod incoming;
mod ledger;
mod open;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value as Json;

pub use apply::{Came, Minute, Outcomes, applied_values, is_led_by_decided, what_comes};
pub use incoming::{Incoming, common_step, read_incoming};

use crate::kinds::Kind;
use crate::merge::{
    Common, Content, Finding, Issued, Item, Key, Likeness, Lineage, Merged, Part, Proposal, Search, Version, Why, Wish,
    alike, merge, own_set, text,
};
use crate::snapshot::{Manifest, Snapshot};
use crate::state::{Id, State};
use crate::store::{self, KeptSnapshot};
use crate::{Context, Error, Plan, Result, Value};

/// What kind of file came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A snapshot.
    Snapshot,
    /// A plan of its own.
    Plan,
    /// A copy of this plan: both share the beginning of their histories.
    Copy,
}

impl Sort {
    /// The word in the file and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Snapshot => "snapshot",
            Sort::Plan => "plan",
            Sort::Copy => "copy",
        }
    }
    /// Reads the word.
    pub fn from_word(word: &str) -> Sort {
        match word {
            "plan" => Sort::Plan,
            "copy" => Sort::Copy,
            _ => Sort::Snapshot,
        }
    }
}

/// A file of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewFile {
    /// Id of the snapshot.
    pub snapshot: String,
    /// Name of the file that it came in.
    pub file: String,
    /// What kind of file that was.
    pub sort: Sort,
    /// What this plan descended from when the file was taken in.
    pub heads: Vec<String>,
    /// The kept snapshot of the last moment that both histories share, or an earlier state of the same plan that was reviewed.
    pub common: Option<String>,
    /// When it was taken in, RFC 3339.
    pub at: String,
}

/// A time that a review was applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The step.
    pub op: i64,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// The step was taken back.
    pub undone: bool,
    /// What was taken, decided and left open.
    pub minutes: Json,
}

/// A review.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Its number.
    pub id: i64,
    /// When it began, RFC 3339.
    pub at: String,
    /// Who began it.
    pub by: String,
    /// When it was closed; none: it goes on.
    pub closed: Option<String>,
    /// What is reviewed.
    pub files: Vec<ReviewFile>,
    /// When it was applied.
    pub applied: Vec<Applied>,
}

impl Review {
    /// Whether something stayed open when it was applied last.
    pub fn has_open(&self) -> bool {
        let last = self.applied.iter().rev().find(|applied| !applied.undone);
        let items = last.and_then(|applied| applied.minutes["items"].as_array());
        items.into_iter().flatten().any(|item| matches!(item["outcome"].as_str(), Some("open" | "held")))
    }
    /// Whether it was applied and that stands.
    pub fn is_applied(&self) -> bool {
        self.applied.iter().any(|applied| !applied.undone)
    }
}

/// How an item is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// It stays mine.
    Mine,
    /// It becomes theirs.
    Theirs,
    /// The words of both, put together.
    Both,
    /// It is written anew.
    Write,
    /// The sender is asked; until then it stays mine.
    Ask,
    /// Later; until then it stays mine.
    Later,
}

impl Choice {
    /// All of them.
    pub const ALL: [Choice; 6] =
        [Choice::Mine, Choice::Theirs, Choice::Both, Choice::Write, Choice::Ask, Choice::Later];
    /// The word in the file and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Choice::Mine => "mine",
            Choice::Theirs => "theirs",
            Choice::Both => "both",
            Choice::Write => "write",
            Choice::Ask => "ask",
            Choice::Later => "later",
        }
    }
    /// Reads the word.
    pub fn from_word(word: &str) -> Option<Choice> {
        Choice::ALL.into_iter().find(|choice| choice.word() == word)
    }
    /// Whether it leaves the item open.
    pub fn is_open(self) -> bool {
        matches!(self, Choice::Ask | Choice::Later)
    }
}

/// A decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The item, as [`Key::text`] has it.
    pub item: String,
    /// What was chosen.
    pub choice: Choice,
    /// The snapshot whose value it is to be.
    pub source: Option<String>,
    /// What was written anew.
    pub value: Option<Json>,
    /// A word to it.
    pub note: String,
    /// What was mine then.
    pub seen: String,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
}

/// A file of a review as it was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// What the books say of it.
    pub file: ReviewFile,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Parts that this version does not know, of the file and of what it has in common with mine.
    pub unknown: [std::collections::BTreeMap<String, String>; 2],
    /// Names and days of the snapshots that the common state is made of.
    pub common: Vec<(String, String)>,
    /// Rows that were recognised by their looks, because there is no common state.
    pub likeness: Likeness,
}

/// A review with all that is needed to hold it against mine.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The review.
    pub review: Review,
    /// Its files, in the order of the ids of their snapshots.
    pub files: Vec<Read>,
    /// What they propose, in the same order.
    pub proposals: Vec<Proposal>,
    /// What issued documents of this plan say, as far as whoever loads it knows: the core draws no documents.
    pub issued: Arc<Issued>,
}

impl Loaded {
    /// Holds it against rows: what is proposed, and what should be looked at.
    pub fn merged(&self, mine: &State) -> Merged {
        let mut merged = merge(mine, &self.proposals, &self.issued);
        for (from, read) in self.files.iter().enumerate() {
            merged.findings.extend(read.likeness.rows.iter().map(|(kind, theirs, my)| Finding {
                rule: "like",
                kind: *kind,
                id: my.clone(),
                other: Some((*kind, theirs.clone())),
                from: vec![from],
                count: 1,
            }));
            if self.proposals[from].common.is_none() {
                let id: Id = "about".into();
                merged.findings.push(Finding {
                    rule: "no-common-state",
                    kind: Kind::About,
                    id,
                    other: None,
                    from: vec![from],
                    count: 1,
                });
            }
        }
        merged
    }

    /// Position of the file with this snapshot.
    pub fn position(&self, snapshot: &str) -> Option<usize> {
        self.files.iter().position(|read| read.file.snapshot == snapshot)
    }
}

/// The text that mine is remembered by, to find out whether it is another by now.
pub fn seen_of(item: &Item) -> String {
    item.mine.canonical(&item.key)
}

/// Both sides' words of a long text, put together; none, where they touch.
pub fn both_of(item: &Item) -> Option<Content> {
    let unit = item.key.unit().filter(|unit| unit.is_long)?;
    let words = |content: &Content| match content {
        Content::Values(values) => {
            values.first()?.as_ref().map_or(Some(String::new()), |v| v.text().map(str::to_owned))
        }
        _ => None,
    };
    let common = words(item.common.as_ref()?)?;
    let versions: Vec<String> =
        std::iter::once(&item.mine).chain(item.theirs.iter().map(|one| &one.content)).filter_map(words).collect();
    let text = text::all(&common, versions.iter().map(String::as_str))?;
    let field = &item.key.kind.def().fields[unit.fields[0] as usize];
    (text.chars().count() <= field.max as usize && !text.is_empty())
        .then(|| Content::Values(vec![Some(Value::Text(text.into()))]))
}

/// What a decision makes of an item; `Ok(None)`: it stays mine.
///
/// # Errors
/// `Refused`, where the decision does not fit the item.
pub fn content_of(item: &Item, decision: &Decision, loaded: &Loaded) -> Result<Option<Content>> {
    let misfit = || Error::refused_with("decision-misfit", [("decision", decision.choice.word().to_owned())]);
    match decision.choice {
        Choice::Mine | Choice::Ask | Choice::Later => Ok(None),
        Choice::Both => both_of(item).map(Some).ok_or_else(misfit),
        Choice::Theirs => {
            let (candidate, source) = match &decision.source {
                Some(source) => {
                    let at = loaded.position(source).ok_or_else(misfit)?;
                    (item.theirs.iter().find(|one| one.from.contains(&at)), Some(at))
                }
                None if item.theirs.len() == 1 => (item.theirs.first(), None),
                None => return Err(Error::refused("whose-is-it")),
            };
            let candidate = candidate.ok_or_else(misfit)?;
            // What several put into a set is one candidate; whoever takes one's version takes that one's changes of it.
            let several = candidate.from.len() > 1 && item.why() != Some(Why::Emptied);
            let own = source.filter(|_| several).and_then(|at| own_set(item, &loaded.proposals, at));
            Ok(Some(own.unwrap_or_else(|| candidate.content.clone())))
        }
        Choice::Write => {
            let (Some(unit), Some(value)) = (item.key.unit(), &decision.value) else { return Err(misfit()) };
            let fields = item.key.kind.def().fields;
            let several = value.as_object().filter(|_| unit.fields.len() > 1);
            let values = unit.fields.iter().enumerate().map(|(at, index)| {
                let field = &fields[*index as usize];
                match (several, at) {
                    (Some(map), _) => Value::accept(field, map.get(field.name).unwrap_or(&Json::Null)),
                    (None, 0) => Value::accept(field, value),
                    (None, _) => Ok(None),
                }
            });
            Ok(Some(Content::Values(values.collect::<Result<_>>()?)))
        }
    }
}

/// The decisions that hold: those whose item is there and was mine then as it is now. The others are asked again.
pub fn holding<'a>(merged: &Merged, decisions: &'a [Decision]) -> HashMap<Key, &'a Decision> {
    decisions
        .iter()
        .filter_map(|decision| {
            let key = Key::parse(&decision.item)?;
            let item = merged.item(&key)?;
            (seen_of(item) == decision.seen).then_some((key, decision))
        })
        .collect()
}

/// What is wished of each item that was decided.
pub(crate) fn wishes(merged: &Merged, decisions: &HashMap<Key, &Decision>, loaded: &Loaded) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = decisions
        .iter()
        .filter_map(|(key, decision)| {
            let item = merged.item(key)?;
            // What does not fit any more is open again.
            let content = content_of(item, decision, loaded).ok()?;
            Some(Wish { key: key.clone(), content })
        })
        .collect();
    wishes.sort_by(|a, b| a.key.cmp(&b.key));
    wishes
}

impl Plan {
    /// Takes files into a review: into a new one, where none is named. Answers its number, and which of the files were not in it
    /// already.
    ///
    /// # Errors
    /// `Refused read-only-plan`; `no-such-review`; `Broken` where the disk fails: then none was taken in.
    pub fn review_take_in(
        &mut self,
        context: &Context,
        review: Option<i64>,
        files: &[Incoming],
    ) -> Result<(i64, Vec<bool>)> {
        self.may_write()?;
        self.be_sure()?;
        if let Some(id) = review {
            self.review(id)?;
        }
        let heads: Vec<String> = crate::snapshot::current_parents(&self.state).into_iter().map(|p| p.id).collect();
        let op = self.newest;
        let at = context.at();
        self.store.in_books(|store| {
            let review = match review {
                Some(review) => review,
                None => store.new_review(&at, &context.by)?,
            };
            store.set_review_closed(review, None)?;
            let mut fresh = Vec::new();
            for file in files {
                let kept = |id: &str, name: &str, bytes: &[u8]| {
                    let note = KeptSnapshot {
                        id: id.to_owned(),
                        name: name.to_owned(),
                        at: at.clone(),
                        why: store::Why::Reviewed.word().into(),
                        op,
                    };
                    store.keep(&note, bytes)
                };
                kept(&file.manifest.id, &file.manifest.name, &file.bytes)?;
                if let Some((manifest, bytes)) = &file.common {
                    kept(&manifest.id, &manifest.name, bytes)?;
                }
                fresh.push(store.add_review_file(
                    review,
                    &ReviewFile {
                        snapshot: file.manifest.id.clone(),
                        file: file.file.clone(),
                        sort: file.sort,
                        heads: heads.clone(),
                        common: file.common.as_ref().map(|(manifest, _)| manifest.id.clone()),
                        at: at.clone(),
                    },
                )?);
            }
            Ok((review, fresh))
        })
    }

    /// Takes a file out of a review again.
    ///
    /// # Errors
    /// As [`Plan::review_take_in`].
    pub fn review_put_back(&mut self, review: i64, snapshot: &str) -> Result<()> {
        self.may_write()?;
        self.review(review)?;
        match self.store.in_books(|store| store.remove_review_file(review, snapshot))? {
            true => Ok(()),
            false => Err(Error::stale("review_file", snapshot)),
        }
    }

    /// The reviews of this plan, oldest first.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn reviews(&self) -> Result<Vec<Review>> {
        self.store.reviews()
    }

    /// One review.
    ///
    /// # Errors
    /// `Refused no-such-review`.
    pub fn review(&self, id: i64) -> Result<Review> {
        let found = self.store.reviews()?.into_iter().find(|review| review.id == id);
        found.ok_or_else(|| Error::refused_with("no-such-review", [("review", id.to_string())]))
    }

    /// What was decided in a review so far.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn review_decisions(&self, review: i64) -> Result<Vec<Decision>> {
        self.store.review_decisions(review)
    }

    /// Notes decisions, or takes them back (none). It changes nothing of the plan.
    ///
    /// # Errors
    /// `Refused no-such-review`, `read-only-plan`.
    pub fn review_decide(&mut self, review: i64, decisions: &[(String, Option<Decision>)]) -> Result<()> {
        self.may_write()?;
        self.review(review)?;
        self.store.in_books(|store| {
            decisions.iter().try_for_each(|(item, decision)| match decision {
                Some(decision) => store.decide(review, decision),
                None => store.undecide(review, item),
            })
        })
    }

    /// Forgets a review that was never applied, with its files and decisions. One that was applied stays.
    ///
    /// # Errors
    /// `Refused no-such-review`, `read-only-plan`.
    pub fn review_forget(&mut self, review: i64) -> Result<()> {
        self.may_write()?;
        match self.review(review)?.applied.is_empty() {
            true => self.store.in_books(|store| store.forget_review(review)),
            false => Ok(()),
        }
    }

    /// Closes a review, with whatever is open in it; or goes on with it.
    ///
    /// # Errors
    /// `Refused no-such-review`, `read-only-plan`.
    pub fn review_close(&mut self, context: &Context, review: i64, closed: bool) -> Result<()> {
        self.may_write()?;
        self.review(review)?;
        let at = context.at();
        self.store.in_books(|store| store.set_review_closed(review, closed.then_some(at.as_str())))
    }

    /// Reads the files of a review, and works out what each has in common with this plan.
    ///
    /// # Errors
    /// `Refused no-such-review`; `Broken` where a kept snapshot cannot be read.
    pub fn review_load(&self, id: i64) -> Result<Loaded> {
        let review = self.review(id)?;
        let kept: HashSet<String> = self.store.kept()?.into_iter().map(|kept| kept.id).collect();
        let mut lineage = Lineage::default();
        for row in self.state.rows(Kind::Parent) {
            let parents = row.get("parents").and_then(Value::set).unwrap_or_default();
            lineage.note(row.id(), parents.iter().map(|parent| parent.to_string()));
        }
        let mut files: Vec<&ReviewFile> = review.files.iter().collect();
        files.sort_by(|a, b| a.snapshot.cmp(&b.snapshot));
        // Several files mostly have the same ancestor: each is read once.
        let mut read: HashMap<String, Arc<Snapshot>> = HashMap::new();
        let mut of_kept = |id: &str| -> Result<Arc<Snapshot>> {
            if let Some(known) = read.get(id) {
                return Ok(known.clone());
            }
            let bytes = self.store.kept_bytes(id)?;
            let bytes = bytes.ok_or_else(|| Error::damaged(format!("review: the snapshot {id} is not kept")))?;
            let snapshot = Arc::new(Snapshot::read(&bytes)?);
            read.insert(id.to_owned(), snapshot.clone());
            Ok(snapshot)
        };
        for file in &files {
            lineage.note_manifest(&of_kept(&file.snapshot)?.manifest);
        }
        let left = self.left_of_files(&lineage)?;
        let mut loaded =
            Loaded { review: review.clone(), files: Vec::new(), proposals: Vec::new(), issued: Arc::default() };
        for file in files {
            let snapshot = of_kept(&file.snapshot)?;
            let mine = lineage.with_ancestors(file.heads.iter().map(String::as_str));
            // An earlier state of the same plan that was reviewed is an ancestor, though no manifest says so.
            let before = file.common.as_ref().filter(|id| mine.contains(*id) && **id != file.snapshot);
            let is_known = mine.contains(&file.snapshot);
            if let Some(before) = before.filter(|_| !is_known) {
                lineage.note(&file.snapshot, [before.clone()]);
            }
            // What was reviewed before proposes nothing new, whatever the histories say; but where somebody came back to what was
            // sent first, it is held against what was sent since.
            let known = file.common.as_ref().filter(|_| is_known == before.is_some());
            let common = match known {
                Some(id) => {
                    Some(Common { version: Version::of(&*of_kept(id)?), of: vec![id.clone()], ..Common::default() })
                }
                None => {
                    let theirs = lineage.with_ancestors([file.snapshot.as_str()]);
                    Search { lineage: &lineage, kept: &kept, read: &mut of_kept }.common(&mine, &theirs)?
                }
            };
            let line = lineage.with_ancestors(file.common.iter().chain([&file.snapshot]).map(String::as_str));
            let common = match common {
                Some(common) => Some(open::reopened(common, &left, &mine, &line, &mut of_kept)?),
                None => None,
            };
            let mut unknown = [snapshot.unknown.clone(), Default::default()];
            if let Some([one]) = common.as_ref().map(|common| common.of.as_slice()) {
                unknown[1].clone_from(&of_kept(one)?.unknown);
            }
            let mut named = Vec::new();
            for id in common.iter().flat_map(|common| &common.of) {
                let manifest = &of_kept(id)?.manifest;
                named.push((manifest.name.clone(), manifest.at.clone()));
            }
            let mut version = Version::of(&snapshot);
            let mut likeness = Likeness::default();
            if common.is_none() {
                let (renamed, found) = alike(&self.state, &version.state);
                version.state = Arc::new(renamed);
                likeness = found;
            }
            let organization = organization_of(&[&self.state, &snapshot.state], &snapshot.manifest.organization);
            loaded.files.push(Read {
                file: file.clone(),
                manifest: snapshot.manifest.clone(),
                unknown,
                common: named,
                likeness,
            });
            loaded.proposals.push(Proposal { version, common, organization });
        }
        Ok(loaded)
    }
}

/// The row of an organization that a sender names by its acronym, its name or its code.
fn organization_of(states: &[&State], name: &str) -> Option<Id> {
    let wanted = crate::fold::fold(name.trim());
    if wanted.is_empty() {
        return None;
    }
    let fits = |text: &str| !text.is_empty() && crate::fold::fold(text) == wanted;
    states.iter().find_map(|state| {
        let rows = || state.rows(Kind::Organization);
        let found = rows()
            .find(|row| fits(row.text("acronym")) || fits(row.id()))
            .or_else(|| rows().find(|row| fits(row.text("name"))))
            .or_else(|| {
                let alias = |row: &crate::Row| {
                    row.get("aliases").and_then(Value::set).is_some_and(|set| set.iter().any(|alias| fits(alias)))
                };
                rows().find(|row| alias(row))
            });
        found.map(|row| row.id().clone())
    })
}

/// Whether an item is about whether a row is there.
pub fn is_of_row(item: &Item) -> bool {
    item.key.part == Part::Row
}
