//! The minutes of a review: who sent what, what was taken, how it was decided, by whom, what is open.
//!
//! What was applied is told in the words of that day, as it was written down then; what is not applied yet, as it would be.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use plan::merge::Part;
use plan::review::{Came, Choice, Minute, Review, what_comes};
use plan::{Error, Kind, State};
use plan_documents::paper::{self, Block, Head, Labels, Paper, Run};
use plan_strings::Strings;

use super::teller::Teller;
use super::view::{day, files, is_private_item, state_of};
use super::{places_of, table_of, tell};
use crate::session::{Call, Fault, Session};
use crate::types::*;
use crate::{discreet, names, present};

/// One line: what was proposed, and what came of it.
pub(super) fn line(teller: &Teller<'_>, came: &Came<'_>) -> ReviewMinute {
    let item = came.item;
    let found = teller.row(item.key.kind, &item.key.id);
    let sentence = tell::sentence(teller, item);
    ReviewMinute {
        item: item.key.text(),
        kind: item.key.kind.name().into(),
        id: item.key.id.to_string(),
        reference: found.map(|(state, row)| names::name_of(teller.strings, state, row)).unwrap_or_default(),
        name: found.map(|(state, row)| names::titled(teller.strings, state, row)).unwrap_or_default(),
        field_label: teller.field_label(item),
        outcome: came.minute.word().into(),
        result: result(teller, came, &sentence),
        sentence,
        private: is_private_item(&teller.table.looked, item)
            || found.is_some_and(|(state, row)| discreet::names_person(state, item.key.kind, row.id())),
    }
}

/// What became of it. What the sentence says already is not said again.
fn result(teller: &Teller<'_>, came: &Came<'_>, sentence: &str) -> String {
    let (strings, item) = (teller.strings, came.item);
    let words = match (came.minute, came.decision) {
        (Minute::Taken, _) => {
            let value = item.theirs.first().map(|one| teller.words(item, &one.content, one.from.first().copied()));
            match (&item.key.part, value) {
                (Part::Unit(_), Some(value)) if !value.is_empty() && !sentence.contains(&value) => {
                    strings.review_minute_taken(&value)
                }
                _ => strings.review_minute_taken_row(),
            }
        }
        (Minute::Decided, None) => {
            let words = match came.changes {
                true => strings.review_decision_theirs(&senders(teller, came)),
                // With what it hangs on it stays as it was.
                false => strings.review_decision_mine(teller.reader()),
            };
            strings.review_minute_decided(&words)
        }
        (Minute::Decided, Some(decision)) => {
            let words = teller.decision_words(item, decision);
            match decision.by.as_str() {
                "" => strings.review_minute_decided(&words),
                by => strings.review_minute_decided_by(&words, by),
            }
        }
        (Minute::Open, Some(decision)) if decision.choice == Choice::Ask => {
            strings.review_minute_asked(&senders(teller, came))
        }
        (Minute::Open, _) => strings.review_minute_open(),
        (Minute::Held, _) => match came.held.as_ref().map(|held| (held, tell::holders(teller, held))) {
            Some((_, names)) if !names.is_empty() => strings.review_minute_needed(&names),
            held => held_for(teller, held.map_or("", |(held, _)| held.why.word())),
        },
    };
    noted(strings, words, came.decision.map_or("", |decision| decision.note.as_str()))
}

/// That a rule stood against a decision, and no row by its name.
fn held_for(teller: &Teller<'_>, why: &str) -> String {
    teller.strings.review_minute_held(&tell::why_held(teller, why))
}

fn noted(strings: &Strings, words: String, note: &str) -> String {
    if note.is_empty() { words } else { strings.review_minute_note(note, &words) }
}

fn senders(teller: &Teller<'_>, came: &Came<'_>) -> String {
    let from: Vec<usize> = came.item.theirs.iter().flat_map(|one| one.from.iter().copied()).collect();
    teller.names_of(&from)
}

pub(crate) fn review_minutes(session: &Session, call: &Call, get: ReviewMinutesGet) -> Result<ReviewMinutes, Fault> {
    let named = match get.review {
        Some(review) => Some(review),
        None => session.with_plan(|plan| Ok(plan.reviews()?.last().map(|review| review.id)))?,
    };
    let table = table_of(session, call, named)?;
    let teller = Teller::new(call, &table, get.discreet).for_minutes();
    let mut lines: BTreeMap<String, ReviewMinute> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut note = |line: ReviewMinute, order: &mut Vec<String>| {
        if lines.insert(line.item.clone(), line.clone()).is_none() {
            order.push(line.item);
        }
    };
    // What was written down when it was applied; the newest word counts.
    for applied in table.review.applied.iter().filter(|applied| !applied.undone) {
        for item in applied.minutes["items"].as_array().into_iter().flatten() {
            if let Ok(mut line) = serde_json::from_value::<ReviewMinute>(item["said"].clone()) {
                // Among the rows that stood against it may be private ones.
                if let (true, Some(why)) = (get.discreet, item["held"].as_str()) {
                    let words = held_for(&teller, why);
                    line.result = noted(&call.strings, words, item["note"].as_str().unwrap_or_default());
                }
                // Minutes of earlier versions hold no titles.
                if line.name.is_empty() {
                    line.name.clone_from(&line.reference);
                }
                note(line, &mut order);
            }
        }
    }
    let is_applied = table.review.is_applied();
    let looked = &table.looked;
    let holding = table.holding();
    let (_, came) = what_comes(&looked.loaded, &looked.state, &looked.merged, &holding);
    let mut now: Vec<&Came<'_>> = came.iter().collect();
    // What was settled once is told as it was settled, and is only open again where somebody says so.
    now.retain(|came| !is_applied || matches!(came.minute, Minute::Open | Minute::Held));
    for came in now {
        note(line(&teller, came), &mut order);
    }
    order.retain(|item| !(get.discreet && lines.get(item).is_some_and(|line| line.private)));
    in_order(&looked.state, &lines, &mut order);
    let of = |outcomes: &[&str]| -> Vec<ReviewMinute> {
        let all = order.iter().filter_map(|item| lines.get(item));
        all.filter(|line| outcomes.contains(&line.outcome.as_str())).cloned().collect()
    };
    let strings = &call.strings;
    let mut minutes = ReviewMinutes {
        review: table.review.id,
        state: state_of(&table.review).into(),
        title: strings.review_minutes_title(&day(strings, &table.review.at)),
        sentence: when(strings, &table.review),
        files: files(&teller),
        taken: of(&["taken"]),
        decided: of(&["decided"]),
        open: of(&["open", "held"]),
        findings: tell::findings(&teller),
        text: String::new(),
    };
    minutes.text = as_text(&strings.without_isolation(), &table.review, &minutes);
    Ok(minutes)
}

/// Sorts items as the plan has them; what is not there, or not any more, stands behind what is.
fn in_order(state: &State, lines: &BTreeMap<String, ReviewMinute>, order: &mut [String]) {
    let mut places: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    for line in lines.values() {
        let of_kind = || Kind::from_name(&line.kind).map(|kind| places_of(state, kind)).unwrap_or_default();
        places.entry(&line.kind).or_insert_with(of_kind);
    }
    order.sort_by_cached_key(|item| {
        let line = lines.get(item)?;
        let place = places.get(&*line.kind).and_then(|of_kind| of_kind.get(&*line.id)).copied();
        Some((Kind::from_name(&line.kind), place.unwrap_or(usize::MAX), line.id.clone()))
    });
}

/// Writes them to a file, by its ending as text or as JSON.
pub(crate) fn review_minutes_write(session: &Session, call: &Call, write: ReviewMinutesWrite) -> Result<Done, Fault> {
    let path = session.file(call, &write.file)?;
    let form = list_form(&path)?;
    let minutes = review_minutes(session, call, ReviewMinutesGet { review: write.review, discreet: write.discreet })?;
    let bytes = match form {
        ListForm::Json => serde_json::to_vec_pretty(&minutes).map_err(Error::broken)?,
        ListForm::Text => minutes.text.into_bytes(),
        ListForm::Word => {
            crate::papers::replaceable(&path, "docx")?;
            let paper = as_paper(&call.strings.without_isolation(), &minutes, &begun(session, minutes.review)?);
            plan_documents::word::write(&paper, &|part| call.progress(part).is_ok()).map_err(crate::papers::fault)?
        }
        ListForm::Csv => return Err(no_form(&path)),
    };
    if form != ListForm::Word {
        crate::share::replaceable_list(session, &path)?;
    }
    plan::snapshot::write_file(&path, &bytes)?;
    session.shelf.wrote(&path);
    Ok(Done {})
}

/// The forms in which lists and minutes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListForm {
    /// Plain text.
    Text,
    /// JSON.
    Json,
    /// Comma-separated values.
    Csv,
    /// A Word document: minutes alone.
    Word,
}

/// The form that the ending of a file stands for.
pub(crate) fn list_form(path: &Path) -> Result<ListForm, Fault> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "txt" | "md" => Ok(ListForm::Text),
        "json" => Ok(ListForm::Json),
        "csv" => Ok(ListForm::Csv),
        "docx" => Ok(ListForm::Word),
        _ => Err(no_form(path)),
    }
}

pub(crate) fn no_form(path: &Path) -> Fault {
    Error::refused_with("no-such-form", [("path", path.display().to_string())])
}

/// When it was begun and applied, and by whom.
fn when(strings: &Strings, review: &Review) -> String {
    let begun = match review.by.as_str() {
        "" => strings.review_minutes_began_nobody(&day(strings, &review.at)),
        by => strings.review_minutes_began(&day(strings, &review.at), by),
    };
    let applied = review.applied.iter().filter(|applied| !applied.undone).map(|applied| match applied.by.as_str() {
        "" => strings.review_minutes_applied_nobody(&strings.instant_words(&applied.at)),
        by => strings.review_minutes_applied(&strings.instant_words(&applied.at), by),
    });
    let mut all: Vec<String> = std::iter::once(begun).chain(applied).collect();
    if all.len() == 1 {
        all.push(strings.review_minutes_not_applied());
    }
    all.join(" ")
}

/// When a review was begun.
fn begun(session: &Session, review: i64) -> Result<String, Fault> {
    let reviews = session.with_plan(|plan| plan.reviews())?;
    Ok(reviews.into_iter().find(|one| one.id == review).map(|review| review.at).unwrap_or_default())
}

/// The same as a paper, to be written as Word.
fn as_paper(strings: &Strings, minutes: &ReviewMinutes, at: &str) -> Paper {
    let plain = |text: &str| vec![Run::plain(text.replace(['\u{2068}', '\u{2069}'], ""))];
    let (tag, number) = (String::new, String::new);
    let heading = |text: &str| Block::Heading { tag: tag(), level: 1, number: number(), runs: plain(text) };
    let dash = |text: &str| Block::Dash { tag: tag(), runs: plain(text) };
    let mut blocks = vec![
        Block::Paragraph { tag: tag(), number: number(), runs: plain(&minutes.sentence) },
        heading(&strings.review_minutes_files()),
    ];
    blocks.extend(minutes.files.iter().map(|file| dash(&format!("{}: {}", file.file, file.sentence))));
    for (title, lines) in sections(strings, minutes) {
        blocks.push(heading(&title));
        blocks.extend(lines.iter().map(|line| dash(&told(line))));
    }
    if !minutes.findings.is_empty() {
        blocks.push(heading(&strings.review_minutes_findings(minutes.findings.len() as u64)));
        blocks.extend(minutes.findings.iter().map(|finding| dash(&finding.sentence)));
    }
    Paper {
        language: strings.lang().to_owned(),
        mirrored: strings.direction() == "rtl",
        at: at.parse().unwrap_or_default(),
        author: String::new(),
        head: Head { title: plain(&minutes.title), ..Head::default() },
        boxed: Vec::new(),
        parts: vec![paper::Part { landscape: false, blocks }],
        labels: Labels { page: strings.paper_page(), ..Labels::default() },
    }
}

/// The three sections of minutes.
fn sections<'a>(strings: &Strings, minutes: &'a ReviewMinutes) -> [(String, &'a [ReviewMinute]); 3] {
    [
        (strings.review_minutes_taken(minutes.taken.len() as u64), &minutes.taken),
        (strings.review_minutes_decided(minutes.decided.len() as u64), &minutes.decided),
        (strings.review_minutes_open(minutes.open.len() as u64), &minutes.open),
    ]
}

/// A line of minutes. Which field it is about says the sentence.
fn told(line: &ReviewMinute) -> String {
    let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    let (name, sentence) = (plain(&line.name), plain(&line.sentence));
    format!("{name}: {sentence}. {}", present::upper(&plain(&line.result)))
}

/// The same as plain text, to be sent or filed.
fn as_text(strings: &Strings, review: &Review, minutes: &ReviewMinutes) -> String {
    // Marks of direction around names are for the screen.
    let plain = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    let mut text = format!(
        "{}\n\n{}\n\n{}\n",
        strings.review_minutes_title(&day(strings, &review.at)),
        when(strings, review),
        strings.review_minutes_files()
    );
    for file in &minutes.files {
        text.push_str(&format!("- {}: {}\n", file.file, plain(&file.sentence)));
    }
    for (heading, lines) in sections(strings, minutes) {
        text.push_str(&format!("\n{heading}\n"));
        lines.iter().for_each(|line| text.push_str(&format!("- {}\n", told(line))));
    }
    if !minutes.findings.is_empty() {
        text.push_str(&format!("\n{}\n", strings.review_minutes_findings(minutes.findings.len() as u64)));
        minutes.findings.iter().for_each(|finding| text.push_str(&format!("- {}\n", plain(&finding.sentence))));
    }
    text
}
