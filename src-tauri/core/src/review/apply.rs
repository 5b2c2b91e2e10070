//! Applying a review: mine is read again, the restore point comes first, then all of it is one step.

use std::collections::{HashMap, HashSet};

use serde_json::{Value as Json, json};

use super::{Applied, Choice, Decision, Loaded, Review, holding, ledger, wishes};
use crate::history::{Line, REVIEW, put_back, retire_reference};
use crate::kinds::{Class, Kind};
use crate::merge::{Composed, Held, Item, Key, Merged, Verdict, compose};
use crate::state::{ContentHash, State};
use crate::store::{CONTENT, StepState};
use crate::{Context, Error, Outcome, Plan, Result};

/// What came of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Minute {
    /// It was taken: one side changed it.
    Taken,
    /// It was decided.
    Decided,
    /// It is open, and mine stays.
    Open,
    /// It was decided, and a rule stands against it: mine stays.
    Held,
}

impl Minute {
    /// The word in the minutes.
    pub fn word(self) -> &'static str {
        match self {
            Minute::Taken => "taken",
            Minute::Decided => "decided",
            Minute::Open => "open",
            Minute::Held => "held",
        }
    }
}

/// What applying a review did.
#[derive(Debug, Clone)]
pub struct Outcomes {
    /// The step; none, where there was nothing to be noted.
    pub outcome: Option<Outcome>,
    /// Items that were taken or decided.
    pub settled: usize,
    /// Items that stay open.
    pub open: usize,
    /// Decisions that a rule stands against.
    pub held: Vec<Held>,
}

/// What came of one item of a review.
#[derive(Debug)]
pub struct Came<'a> {
    /// The item.
    pub item: &'a Item,
    /// What came of it.
    pub minute: Minute,
    /// How it was decided.
    pub decision: Option<&'a Decision>,
    /// What stands against the decision.
    pub held: Option<Held>,
    /// Mine becomes another by it.
    pub changes: bool,
}

/// What comes of each item when a review is applied to rows as they are.
pub fn what_comes<'a>(
    loaded: &Loaded,
    mine: &State,
    merged: &'a Merged,
    decisions: &HashMap<Key, &'a Decision>,
) -> (Composed, Vec<Came<'a>>) {
    let composed = compose(mine, &loaded.proposals, merged, &wishes(merged, decisions, loaded));
    let all_held: HashMap<&Key, &Held> = composed.held.iter().map(|held| (&held.key, held)).collect();
    let done: HashSet<&Key> = composed.done.iter().collect();
    let came = merged.items.iter().map(|item| {
        let held = all_held.get(&item.key).copied();
        let decision = decisions.get(&item.key).copied();
        let minute = match (decision, item.verdict) {
            _ if held.is_some() => Minute::Held,
            (Some(decision), _) if decision.choice.is_open() => Minute::Open,
            (Some(_), _) => Minute::Decided,
            (None, Verdict::Taken) => Minute::Taken,
            // It went or came along with a row that was decided.
            (None, _) if done.contains(&item.key) => Minute::Decided,
            // What it hangs on was decided otherwise: then it is, too.
            (None, _) if is_led_by_decided(merged, item, decisions, &|key| all_held.contains_key(key)) => {
                Minute::Decided
            }
            (None, _) => Minute::Open,
        };
        Came { item, minute, decision, held: held.cloned(), changes: done.contains(&item.key) }
    });
    let came = came.collect();
    (composed, came)
}

/// Whether an item is decided by what was decided about others: that a row stays, or facts. What rows of mine stand against (`is_held`)
/// decides nothing: it does not come to be.
pub fn is_led_by_decided(
    merged: &Merged,
    item: &Item,
    decisions: &HashMap<Key, &Decision>,
    is_held: &dyn Fn(&Key) -> bool,
) -> bool {
    let leads = merged.led_by(item);
    // What goes with any of several is decided as soon as one of them is taken.
    let takes = |lead: &&Item| {
        !is_held(&lead.key)
            && decisions
                .get(&lead.key)
                .is_some_and(|decision| !decision.choice.is_open() && decision.choice != Choice::Mine)
    };
    if merged.goes_with_any(item) && leads.iter().any(takes) {
        return true;
    }
    let is_decided = |lead: &&Item| {
        !is_held(&lead.key) && decisions.get(&lead.key).is_some_and(|decision| !decision.choice.is_open())
    };
    !leads.is_empty() && leads.iter().all(is_decided)
}

impl Plan {
    /// Applies a review: what one side changed is taken, what was decided is done, and the rest stays mine and open.
    ///
    /// `ready` is called before anything is written, and what it refuses is not done: the restore point. `last_seen` are the rows
    /// that the person looked at: what came out otherwise since is asked again. `say` puts what came of an item into words, for
    /// the minutes: rows may be called otherwise later.
    ///
    /// # Errors
    /// `Refused review-changed` with how many items are others now than when they were looked at; `review-empty`, where there is
    /// nothing in it; what `ready` answers; what stands against any step. In every case the plan is as before.
    pub fn review_apply(
        &mut self,
        context: &Context,
        loaded: &Loaded,
        last_seen: Option<&State>,
        say: &dyn Fn(&Came<'_>) -> Json,
        ready: impl FnOnce(&Plan) -> Result<()>,
    ) -> Result<Outcomes> {
        self.may_write()?;
        self.be_sure()?;
        let review = self.review(loaded.review.id)?;
        if review.files.is_empty() || review.files.len() != loaded.files.len() {
            return Err(Error::refused("review-empty"));
        }
        let mine = self.state.clone();
        let merged = loaded.merged(&mine);
        let all = self.store.review_decisions(review.id)?;
        let decisions = holding(&merged, &all);
        let changed = changed_meanwhile(&merged, last_seen.map(|seen| loaded.merged(seen)), &all, &decisions);
        if changed > 0 {
            return Err(Error::refused_with("review-changed", [("count", changed.to_string())]));
        }
        let (composed, came) = what_comes(loaded, &mine, &merged, &decisions);
        let settled = came.iter().filter(|one| matches!(one.minute, Minute::Taken | Minute::Decided)).count();
        let open = came.len() - settled;
        ready(self)?;
        let written = minutes_json(loaded, &merged, &came, &composed, say);
        let args = json!({ "review": review.id, "count": settled, "open": open, "files": loaded.files.len() });
        let expected = self.expected(&composed)?;
        let line = Line { kind: REVIEW, args: &args, token: None, log_as: StepState::Done, target: None };
        let outcome = self.step_checked(
            context,
            &line,
            |store, state| {
                for change in &composed.changes {
                    if change.after.is_none() && change.kind == Kind::Commitment {
                        retire_reference(store, state.need(change.kind, &change.id)?.text("reference"))?;
                    }
                    put_back(store, change)?;
                }
                ledger::adopt(store, state, loaded)?;
                if open == 0 {
                    store.set_review_closed(review.id, Some(&context.at()))?;
                }
                store.note_applied(
                    review.id,
                    &Applied {
                        op: store.newest_op()?,
                        at: context.at(),
                        by: context.by.clone(),
                        undone: false,
                        minutes: written,
                    },
                )
            },
            |store, state, content| {
                let differs = |what: String| Err(Error::broken(format!("review: {what} is not what was worked out")));
                if *content != expected {
                    return differs("the content".into());
                }
                for kind in Kind::content() {
                    let wanted = composed.state.count(kind);
                    if state.count(kind) != wanted || store.count_of(kind)? != wanted {
                        return differs(format!("the number of rows of {}", kind.name()));
                    }
                }
                Ok(())
            },
        )?;
        self.crossed = None;
        Ok(Outcomes { outcome, settled, open, held: composed.held })
    }

    /// The hash that the content must have, worked out from the rows and not from what was written.
    fn expected(&self, composed: &Composed) -> Result<ContentHash> {
        let mut hash = self.store.stored_hash(CONTENT)?;
        for change in composed.changes.iter().filter(|change| change.kind.def().class == Class::Content) {
            if let Some(row) = self.state.row(change.kind, &change.id) {
                hash.take(row);
            }
            if let Some(row) = composed.state.row(change.kind, &change.id) {
                hash.add(row);
            }
        }
        Ok(hash)
    }
}

/// How many items are others now than when they were looked at: decided when mine was another, or taken then and a conflict now.
fn changed_meanwhile(
    merged: &Merged,
    before: Option<Merged>,
    all: &[Decision],
    holding: &HashMap<Key, &Decision>,
) -> usize {
    let stale = all.iter().filter_map(|decision| Key::parse(&decision.item)).filter(|key| {
        // Done in an earlier sitting: it is no item any more, or it is what was decided.
        merged.item(key).is_some() && !holding.contains_key(key)
    });
    let Some(before) = before else { return 0 };
    let now_asked = merged.items.iter().filter(|item| {
        item.verdict != Verdict::Taken
            && before.item(&item.key).is_none_or(|was| was.verdict != item.verdict || was.mine != item.mine)
    });
    let mut keys: std::collections::BTreeSet<Key> = stale.collect();
    keys.extend(now_asked.map(|item| item.key.clone()));
    keys.len()
}

/// The minutes, as they are kept: ids and values; words are made when they are read.
fn minutes_json(
    loaded: &Loaded,
    merged: &Merged,
    came: &[Came<'_>],
    composed: &Composed,
    say: &dyn Fn(&Came<'_>) -> Json,
) -> Json {
    let id = |at: &usize| loaded.files[*at].file.snapshot.clone();
    let files: Vec<Json> = loaded
        .files
        .iter()
        .zip(&loaded.proposals)
        .map(|(read, proposal)| {
            json!({
                "snapshot": read.file.snapshot, "file": read.file.file, "sort": read.file.sort.word(), "name": read.manifest.name,
                "title": read.manifest.title, "by": read.manifest.by, "organization": read.manifest.organization,
                "at": read.manifest.at, "taken_in": read.file.at,
                "common": proposal.common.as_ref().map(|common| common.of.clone()).unwrap_or_default(),
            })
        })
        .collect();
    let items: Vec<Json> = came
        .iter()
        .map(|one| {
            let Came { item, minute, decision, held, .. } = one;
            let theirs: Vec<Json> = item
                .theirs
                .iter()
                .map(|one| json!({ "value": one.content.to_json(&item.key), "from": one.from.iter().map(id).collect::<Vec<_>>() }))
                .collect();
            let result = match minute {
                Minute::Taken | Minute::Decided => result_of(item, composed),
                Minute::Open | Minute::Held => item.mine.to_json(&item.key),
            };
            json!({
                "item": item.key.text(), "outcome": minute.word(), "why": item.why().map(|why| why.word()),
                "common": item.common.as_ref().map(|common| common.to_json(&item.key)), "has_common": item.common.is_some(),
                "mine": item.mine.to_json(&item.key), "theirs": theirs, "result": result,
                "decision": decision.map(|d| d.choice.word()), "source": decision.and_then(|d| d.source.clone()),
                "note": decision.map(|d| d.note.clone()).unwrap_or_default(),
                "by": decision.map(|d| d.by.clone()), "at": decision.map(|d| d.at.clone()),
                "held": held.as_ref().map(|held| held.why.word()), "said": say(one),
            })
        })
        .collect();
    let findings: Vec<Json> = merged
        .findings
        .iter()
        .map(|finding| {
            json!({
                "code": finding.rule, "kind": finding.kind.name(), "id": &*finding.id, "count": finding.count,
                "other": finding.other.as_ref().map(|(kind, id)| json!({ "kind": kind.name(), "id": &**id })),
                "from": finding.from.iter().map(id).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({ "files": files, "items": items, "findings": findings })
}

fn result_of(item: &Item, composed: &Composed) -> Json {
    match composed.state.row(item.key.kind, &item.key.id) {
        None => Json::Null,
        Some(row) => crate::merge::part_of(row, &item.key.part).to_json(&item.key),
    }
}

/// The values that earlier reviews gave to items, by item, the newest: as JSON, and the snapshots that it came from.
pub fn applied_values(reviews: &[Review]) -> HashMap<String, (Json, Vec<String>)> {
    let mut applied: Vec<&Applied> = reviews.iter().flat_map(|r| &r.applied).filter(|a| !a.undone).collect();
    applied.sort_by_key(|applied| applied.op);
    let mut values = HashMap::new();
    for item in applied.iter().flat_map(|applied| applied.minutes["items"].as_array().into_iter().flatten()) {
        let settled = matches!(item["outcome"].as_str(), Some("taken" | "decided"));
        let is_mine = item["decision"].as_str().and_then(Choice::from_word) == Some(Choice::Mine);
        if !settled || is_mine {
            continue;
        }
        let result = &item["result"];
        let theirs = item["theirs"].as_array().into_iter().flatten();
        let of_result = theirs.filter(|one| one["value"] == *result);
        let from: Vec<String> = of_result
            .flat_map(|one| one["from"].as_array().into_iter().flatten())
            .filter_map(|from| from.as_str().map(str::to_owned))
            .collect();
        if let (Some(key), false) = (item["item"].as_str(), from.is_empty()) {
            values.insert(key.to_owned(), (result.clone(), from));
        }
    }
    values
}
