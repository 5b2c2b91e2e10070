//! Commands about reviews. What is worked out is kept while nothing changes: windows of items are asked for many times.

mod copies;
mod decide;
mod minutes;
mod tell;
mod teller;
mod values;
mod view;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use plan::merge::{Held, Key, Merged};
use plan::review::{Decision, Incoming, Loaded, Review, Sort, applied_values, holding, read_incoming};
use plan::snapshot::Snapshot;
use plan::state::State;
use plan::{Error, Kind};
use serde_json::Value as Json;

pub(crate) use copies::{conflict_copies, replaced_review};
pub(crate) use decide::{review_apply, review_close, review_decide, review_letter, review_put_back};
pub(crate) use minutes::{ListForm, list_form, no_form, review_minutes, review_minutes_write};

use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;
use teller::Teller;
use view::is_private_item;

/// Files that are taken in at once.
const FILES_MAX: usize = 100;
/// Items of one window at the most.
const WINDOW: usize = 1_000;

/// A review held against the rows as they are.
pub(crate) struct Looked {
    opening: u64,
    /// Rows of mine.
    pub state: Arc<State>,
    /// The newest step of them.
    pub op: i64,
    pub loaded: Arc<Loaded>,
    pub merged: Arc<Merged>,
    /// What was decided, in which order.
    decisions: Vec<Decision>,
    /// What a rule stands against of it, worked out when it is first asked for.
    pub held: Arc<OnceLock<Arc<HashMap<Key, Held>>>>,
}

/// The same with what was decided.
pub(crate) struct Table {
    pub looked: Arc<Looked>,
    pub review: Review,
    pub decisions: Vec<Decision>,
    /// Values that earlier reviews gave, and the snapshots that they came from.
    pub earlier: HashMap<String, (Json, Vec<String>)>,
    /// Who sent a snapshot that was reviewed earlier.
    pub senders: HashMap<String, String>,
}

impl Table {
    /// The decisions that hold.
    pub fn holding(&self) -> HashMap<Key, &Decision> {
        holding(&self.looked.merged, &self.decisions)
    }
}

/// The number of a review; the newest that is not closed, where none is named.
fn number(reviews: &[Review], named: Option<i64>) -> Result<Option<i64>, Fault> {
    match named {
        Some(id) if reviews.iter().any(|review| review.id == id) => Ok(Some(id)),
        Some(id) => Err(Error::refused_with("no-such-review", [("review", id.to_string())])),
        None => Ok(reviews.iter().rev().find(|review| review.closed.is_none()).map(|review| review.id)),
    }
}

/// Reads a review and holds it against the plan as it is now. None: there is no open one.
pub(crate) fn table(session: &Session, call: &Call, named: Option<i64>) -> Result<Option<Table>, Fault> {
    if !matches!(&*lock(&session.opened), Opened::Plan(_)) {
        return Ok(None);
    }
    let (opening, known) = (session.shown().opening, lock(&session.review).clone());
    let found = session.with_plan(|plan| {
        let reviews = plan.reviews()?;
        let Some(id) = number(&reviews, named)? else { return Ok(None) };
        let review = reviews.iter().find(|review| review.id == id).cloned();
        let review = review.ok_or_else(|| Error::refused("no-such-review"))?;
        let same = |looked: &Arc<Looked>| {
            let at_hand = &looked.loaded;
            looked.opening == opening
                && at_hand.review.id == id
                && at_hand.review.files == review.files
                // Where rows are recognised by their looks, they are looked at anew when mine are others.
                && (looked.op == plan.newest() || at_hand.proposals.iter().all(|p| p.common.is_some()))
        };
        let loaded = match known.as_ref().filter(|looked| same(looked)) {
            Some(looked) => looked.loaded.clone(),
            None => Arc::new(plan.review_load(id)?),
        };
        let decisions = plan.review_decisions(id)?;
        Ok(Some((reviews, review, loaded, decisions, plan.state().clone(), plan.newest())))
    })?;
    let Some((reviews, review, loaded, decisions, state, op)) = found else { return Ok(None) };
    call.progress(0.5)?;
    // Of the very rows that are merged, and of the files that were made until now.
    let issued = crate::papers::issued(session, call, &state)?;
    let loaded = match Arc::ptr_eq(&loaded.issued, &issued) || loaded.issued == issued {
        true => loaded,
        false => Arc::new(Loaded { issued, ..(*loaded).clone() }),
    };
    let merged = match &known {
        Some(looked) if Arc::ptr_eq(&looked.state, &state) && Arc::ptr_eq(&looked.loaded, &loaded) => {
            looked.merged.clone()
        }
        _ => Arc::new(loaded.merged(&state)),
    };
    let held = match &known {
        Some(looked) if Arc::ptr_eq(&looked.merged, &merged) && looked.decisions == decisions => looked.held.clone(),
        _ => Arc::default(),
    };
    let looked = Arc::new(Looked { opening, state, op, loaded, merged, decisions: decisions.clone(), held });
    *lock(&session.review) = Some(looked.clone());
    let mut senders = HashMap::new();
    for applied in reviews.iter().flat_map(|review| &review.applied) {
        for file in applied.minutes["files"].as_array().into_iter().flatten() {
            let text = |name: &str| file[name].as_str().unwrap_or_default();
            let who = [text("organization"), text("by"), text("file")].into_iter().find(|who| !who.is_empty());
            senders.insert(text("snapshot").to_owned(), who.unwrap_or_default().to_owned());
        }
    }
    Ok(Some(Table { looked, review, decisions, earlier: applied_values(&reviews), senders }))
}

/// The same, where a review must be.
pub(crate) fn table_of(session: &Session, call: &Call, named: Option<i64>) -> Result<Table, Fault> {
    let none = || Error::refused_with("no-such-review", [("review", String::new())]);
    table(session, call, named)?.ok_or_else(none)
}

pub(crate) fn review_start(session: &Session, call: &Call, start: ReviewStart) -> Result<ReviewStarted, Fault> {
    if start.files.len() + start.shipped.len() > FILES_MAX {
        return Err(Error::refused_with("too-many", [("limit", FILES_MAX.to_string())]));
    }
    session.with_plan(|plan| plan.may_write())?;
    let mut incoming = Vec::new();
    let mut refused = Vec::new();
    for (at, file) in start.files.iter().enumerate() {
        call.progress(0.6 * at as f64 / start.files.len() as f64)?;
        let path = session.shelf.path(file)?;
        let here = session.open_here(&path);
        match session.with_plan(|plan| read_incoming(plan, &path, &call.context, here)) {
            Ok(one) => incoming.push(one),
            Err(error) => refused.push(RefusedFile {
                file: session.shelf.describe(&path),
                error: crate::WireError::of_file(&error, &path, &call.strings),
            }),
        }
    }
    for name in &start.shipped {
        let bytes = crate::shipped::bytes(name)?;
        incoming.push(Incoming {
            file: format!("{name}.gdcsnap"),
            sort: Sort::Snapshot,
            manifest: Snapshot::read(bytes)?.manifest,
            bytes: bytes.to_vec(),
            common: None,
        });
    }
    call.progress(0.7)?;
    let (mut added, mut known, mut review) = (0, Vec::new(), start.review);
    // Whoever reviews apart has all of it or nothing.
    if !incoming.is_empty() && (!start.apart || refused.is_empty()) {
        review = Some(session.with_plan(|plan| {
            if call.opening != session.shown().opening {
                return Err(Error::refused("another-plan"));
            }
            let into = match start.review {
                Some(review) => Some(review),
                // What was left open of one of these files is gone on with.
                None if start.apart => {
                    let of_these = |review: &&Review| {
                        let taken_in = |file: &Incoming| review.files.iter().any(|f| f.snapshot == file.manifest.id);
                        review.is_applied() && review.has_open() && incoming.iter().any(taken_in)
                    };
                    plan.reviews()?.iter().rev().find(of_these).map(|review| review.id)
                }
                None => plan.reviews()?.iter().rev().find(|r| r.closed.is_none() && !r.is_applied()).map(|r| r.id),
            };
            let (review, fresh) = plan.review_take_in(&call.context, into, &incoming)?;
            for (one, fresh) in incoming.iter().zip(fresh) {
                if fresh { added += 1 } else { known.push(one.file.clone()) }
            }
            Ok(review)
        })?);
        session.tell_review();
    }
    call.progress(0.8)?;
    let view = match review {
        Some(_) => table(session, call, review)?.map(|table| view::review_view(call, &table, false)),
        None => None,
    };
    let items = view.as_ref().map_or(0, |view| view.counts.items);
    let announcement = call.strings.review_started(added as u64, items as u64);
    Ok(ReviewStarted { review: view, added, known, refused, announcement })
}

pub(crate) fn review_get(session: &Session, call: &Call, get: ReviewGet) -> Result<Option<ReviewView>, Fault> {
    Ok(table(session, call, get.review)?.map(|table| view::review_view(call, &table, get.discreet)))
}

pub(crate) fn reviews_list(session: &Session, call: &Call, _: Nothing) -> Result<Vec<ReviewBrief>, Fault> {
    if !matches!(&*lock(&session.opened), Opened::Plan(_)) {
        return Ok(Vec::new());
    }
    let reviews = session.with_plan(|plan| plan.reviews())?;
    Ok(reviews.iter().rev().map(|review| view::brief(call, review)).collect())
}

pub(crate) fn review_items(session: &Session, call: &Call, get: ReviewItemsGet) -> Result<ReviewItems, Fault> {
    let table = table_of(session, call, get.review)?;
    let teller = Teller::new(call, &table, get.discreet).with_held();
    let wanted = chosen(&teller, &table, &get.filter)?;
    let total = wanted.len();
    let limit = get.limit.unwrap_or(100).min(WINDOW);
    let items = wanted.into_iter().skip(get.offset).take(limit).map(|item| teller.item(item)).collect();
    Ok(ReviewItems { op: table.looked.op, total, items })
}

/// The items that a filter lets through, in the order of the plan: by kind, by place of the row, by field.
fn chosen<'a>(
    teller: &Teller<'a>,
    table: &'a Table,
    filter: &ReviewFilter,
) -> Result<Vec<&'a plan::merge::Item>, Fault> {
    let kind = filter.kind.as_deref().map(crate::edit::kind_named).transpose()?;
    let file = match &filter.file {
        Some(file) => Some(table.looked.loaded.position(file).ok_or_else(|| Error::stale("review_file", file))?),
        None => None,
    };
    let known = ["taken", "conflict", "asked", "decided", "open", "later", "again", ""];
    if let Some(state) = filter.state.as_deref().filter(|state| !known.contains(state)) {
        return Err(Error::refused_with("bad-request", [("context", format!("state: {state}"))]));
    }
    let words: Vec<String> =
        filter.text.iter().flat_map(|text| text.split_whitespace()).map(plan::fold::fold).collect();
    let mut found: Vec<&plan::merge::Item> = table
        .looked
        .merged
        .items
        .iter()
        .filter(|item| !(teller.discreet && is_private_item(&table.looked, item)))
        .filter(|item| kind.is_none_or(|kind| item.key.kind == kind))
        .filter(|item| filter.id.as_deref().is_none_or(|id| id == &*item.key.id))
        .filter(|item| file.is_none_or(|file| item.theirs.iter().any(|one| one.from.contains(&file))))
        .filter(|item| filter.field.as_deref().is_none_or(|field| field == teller.field_name(item)))
        .filter(|item| filter.state.as_deref().is_none_or(|state| state.is_empty() || teller.is_in(item, state)))
        .filter(|item| {
            words.is_empty() || {
                let text = plan::fold::fold(&teller.searched(item));
                words.iter().all(|word| text.contains(word.as_str()))
            }
        })
        .collect();
    teller.sort(&mut found);
    Ok(found)
}

/// Places of the rows of a kind, for sorting.
pub(crate) fn places_of(state: &State, kind: Kind) -> HashMap<&str, usize> {
    state.in_order(kind).iter().enumerate().map(|(at, row)| (&**row.id(), at)).collect()
}
