//! Commands that decide, and the one that applies.

use std::collections::HashMap;

use plan::history::Moment;
use plan::merge::{Held, Item, Key};
use plan::restore::Occasion;
use plan::review::{Choice, Decision, content_of, seen_of};
use plan::{Error, FieldType};
use serde_json::{Value as Json, json};

use super::teller::Teller;
use super::view::review_view;
use super::{chosen, table_of, tell};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Longest note to a decision, in characters.
const NOTE_MAX: usize = 2_000;

pub(crate) fn review_decide(session: &Session, call: &Call, ask: ReviewDecide) -> Result<ReviewDecided, Fault> {
    let choice = match ask.decision.as_deref() {
        None => None,
        Some(word) => Some(
            Choice::from_word(word)
                .ok_or_else(|| Error::refused_with("bad-request", [("context", format!("decision: {word}"))]))?,
        ),
    };
    if ask.note.chars().count() > NOTE_MAX {
        let args = [("field", "note".to_owned()), ("limit", NOTE_MAX.to_string())];
        return Err(Error::refused_with("too-long", args));
    }
    let table = table_of(session, call, Some(ask.review))?;
    let one = ask.items.as_ref().is_some_and(|items| items.len() == 1);
    let decided = {
        let teller = Teller::new(call, &table, ask.discreet).with_held();
        let items: Vec<&Item> = match (&ask.items, &ask.filter) {
            (Some(names), _) => names
                .iter()
                .map(|name| {
                    let item = Key::parse(name).and_then(|key| table.looked.merged.item(&key));
                    item.ok_or_else(|| Error::refused_with("no-such-item", [("item", name.clone())]))
                })
                .collect::<Result<_, _>>()?,
            (None, Some(filter)) => chosen(&teller, &table, filter)?,
            (None, None) => return Err(Error::refused_with("bad-request", [("context", "items or filter".into())])),
        };
        let mut decided: Vec<(String, Option<Decision>)> = Vec::new();
        let mut left = 0;
        for item in items {
            let Some(choice) = choice else {
                decided.push((item.key.text(), None));
                continue;
            };
            let decision = Decision {
                item: item.key.text(),
                choice,
                source: ask.from.clone().filter(|_| match choice {
                    // Who takes all from one colleague takes what that one put together with others as it is shown: what the
                    // others put into it is not lost without a word.
                    Choice::Theirs => one || !is_of_several(item),
                    choice => choice == Choice::Ask,
                }),
                value: match choice {
                    Choice::Write => Some(written(call, item, &ask)?),
                    _ => None,
                },
                note: ask.note.trim().to_owned(),
                seen: seen_of(item),
                at: call.context.at(),
                by: call.context.by.clone(),
            };
            match content_of(item, &decision, &table.looked.loaded) {
                Ok(_) => decided.push((decision.item.clone(), Some(decision))),
                Err(error) if one => return Err(error),
                Err(_) => left += 1,
            }
        }
        (decided, left)
    };
    let (decided, left) = decided;
    session.with_plan(|plan| {
        if call.opening != session.shown().opening {
            return Err(Error::refused("another-plan"));
        }
        plan.review_decide(ask.review, &decided)
    })?;
    session.tell_review();
    let table = table_of(session, call, Some(ask.review))?;
    let review = review_view(call, &table, ask.discreet);
    let (count, open) = (decided.len() as u64, review.counts.open as u64);
    let announcement = match decided.iter().find_map(|(_, decision)| decision.as_ref()) {
        None if choice.is_some() => crate::words::nothing_changed(&call.strings),
        None => call.strings.review_undecided(count, open),
        Some(decision) => {
            let teller = Teller::new(call, &table, false);
            let item = Key::parse(&decision.item).and_then(|key| table.looked.merged.item(&key));
            let words = match (item, decided.len(), decision.choice) {
                (Some(item), 1, _) => teller.decision_words(item, decision),
                (Some(item), _, choice) if choice != Choice::Write => teller.decision_words(item, decision),
                _ => String::new(),
            };
            call.strings.review_decided(count, &words, open)
        }
    };
    Ok(ReviewDecided { decided: decided.len(), left, review, announcement })
}

/// A value that is written anew, dates as people type them.
fn written(call: &Call, item: &Item, ask: &ReviewDecide) -> Result<Json, Fault> {
    let misfit = || Error::refused_with("decision-misfit", [("decision", "write".to_owned())]);
    let unit = item.key.unit().ok_or_else(misfit)?;
    let fields = item.key.kind.def().fields;
    let first = &fields[unit.fields[0] as usize];
    match (first.ty, ask.value.as_str()) {
        (FieldType::Date, Some(text)) if !text.trim().is_empty() => {
            let (date, words) = crate::edit::typed_date(text, ask.words.clone(), &call.language)?;
            Ok(json!({ first.name: date, format!("{}_words", first.name): words }))
        }
        _ => Ok(ask.value.clone()),
    }
}

pub(crate) fn review_put_back(session: &Session, call: &Call, ask: ReviewPutBack) -> Result<ReviewView, Fault> {
    session.with_plan(|plan| plan.review_put_back(ask.review, &ask.snapshot))?;
    session.tell_review();
    Ok(review_view(call, &table_of(session, call, Some(ask.review))?, false))
}

pub(crate) fn review_close(session: &Session, call: &Call, ask: ReviewClose) -> Result<Done, Fault> {
    session.with_plan(|plan| match ask.forget {
        true => plan.review_forget(ask.review),
        false => plan.review_close(&call.context, ask.review, !ask.reopen),
    })?;
    session.tell_review();
    Ok(Done {})
}

pub(crate) fn review_apply(session: &Session, call: &Call, ask: ReviewApply) -> Result<ReviewDone, Fault> {
    let table = table_of(session, call, Some(ask.review))?;
    let seen = match ask.op {
        Some(op) if op != table.looked.op => Some(session.with_plan(|plan| plan.at(&Moment::Step(op)))?),
        _ => None,
    };
    let loaded = table.looked.loaded.clone();
    let opening = call.opening;
    let mut outcomes = None;
    let teller = Teller::new(call, &table, false);
    let minutes = Teller::new(call, &table, false).for_minutes();
    let say =
        |came: &plan::review::Came<'_>| serde_json::to_value(super::minutes::line(&minutes, came)).unwrap_or_default();
    let written = session.write(call, |plan| {
        let done = plan.review_apply(&call.context, &loaded, seen.as_deref(), &say, |plan| {
            session.keeper.make(opening, plan, call, Occasion::BeforeReview, "").map(|_| ())
        })?;
        let outcome = done.outcome.clone();
        outcomes = Some(done);
        Ok(outcome)
    })?;
    let done = outcomes.ok_or_else(|| Error::broken("review: nothing came of it"))?;
    let told = |held: &Held| ReviewHeld { item: held.key.text(), sentence: tell::held(&teller, held) };
    let held = done.held.iter().map(told).collect();
    Ok(ReviewDone { written, settled: done.settled, open: done.open, held })
}

pub(crate) fn review_letter(session: &Session, call: &Call, ask: ReviewLetterGet) -> Result<ReviewLetter, Fault> {
    let table = table_of(session, call, Some(ask.review))?;
    let at = table.looked.loaded.position(&ask.from).ok_or_else(|| Error::stale("review_file", &ask.from))?;
    let teller = Teller::new(call, &table, false);
    let asked: HashMap<String, &str> = table
        .decisions
        .iter()
        .filter(|decision| decision.choice == Choice::Ask)
        .map(|decision| (decision.item.clone(), decision.note.as_str()))
        .collect();
    let mut items: Vec<&Item> = table
        .looked
        .merged
        .items
        .iter()
        .filter(|item| item.theirs.iter().any(|one| one.from.contains(&at)))
        .filter(|item| match &ask.items {
            Some(names) => names.contains(&item.key.text()),
            None => asked.contains_key(&item.key.text()),
        })
        // A letter leaves the laptop: what is private is not in it.
        .filter(|item| !super::view::is_private_item(&table.looked, item))
        .collect();
    teller.sort(&mut items);
    let strings = call.strings.without_isolation();
    let others = Teller { strings: &strings, ..Teller::new(call, &table, true).for_minutes() };
    let questions: Vec<String> = items
        .iter()
        .enumerate()
        .map(|(n, item)| {
            let row = others.named(item.key.kind, &item.key.id);
            let question = match asked.get(&item.key.text()).filter(|note| !note.is_empty()) {
                Some(note) => format!("{} {note}", tell::sentence(&others, item)),
                None => strings.review_letter_item(&tell::sentence(&others, item)),
            };
            format!("{}. {row}: {question}", n + 1)
        })
        .collect();
    let file = &table.looked.loaded.files[at];
    let name = if file.manifest.name.is_empty() { &file.file.file } else { &file.manifest.name };
    let count = questions.len();
    Ok(ReviewLetter { text: strings.review_letter(name, &questions.join("\n")), items: count })
}

impl Session {
    /// Says that something of a review is another now; of the plan nothing is.
    pub(crate) fn tell_review(&self) {
        self.host.emit("review-changed", json!({}));
    }
}

/// Whether several put together the only version that there is beside mine.
fn is_of_several(item: &Item) -> bool {
    matches!(item.theirs.as_slice(), [only] if only.from.len() > 1)
}
