//! Sentences about what is proposed.

use std::collections::BTreeSet;

use plan::date::VagueDate;
use plan::kinds::FieldType;
use plan::merge::{Candidate, Content, Finding, Held, Item, Part, Verdict, Why, part_of};
use plan::review::Sort;
use plan::state::Id;
use plan::{Kind, Value};
use plan_strings::{Proposed, Strings};

use super::teller::{Teller, changed_by_me};
use super::view::day;
use crate::types::{ReviewFinding, ReviewHold};
use crate::{names, present};

/// Rows that stand against a deletion and are named in a sentence.
const HOLDERS: usize = 3;
/// The same, as links.
const HELD_ROWS: usize = 12;
/// Letters of a note that are told in a sentence.
const NOTE_BEGINS: usize = 60;

/// Why something is asked, in words.
pub(super) fn why(strings: &Strings, code: &str) -> String {
    match code {
        "" => String::new(),
        code => strings.lookup(&format!("review-why-{code}")).unwrap_or_else(|| code.to_owned()),
    }
}

/// The same in minutes.
pub(super) fn why_in_minutes(strings: &Strings, code: &str) -> String {
    strings.lookup(&format!("review-minutes-why-{code}")).unwrap_or_else(|| why(strings, code))
}

/// Why what was decided stays open, as the end of a sentence: nothing is asked there, so it is told what stays.
pub(super) fn why_held(teller: &Teller<'_>, code: &str) -> String {
    let strings = teller.strings;
    let asked = || if teller.for_minutes { why_in_minutes(strings, code) } else { why(strings, code) };
    let words = strings.lookup(&format!("review-held-why-{code}")).unwrap_or_else(asked);
    present::lower(words.trim_end_matches('.'))
}

/// Names of the rows that stand against a deletion, as many as one reads; empty: none may be named here.
pub(super) fn holders(teller: &Teller<'_>, held: &Held) -> String {
    let strings = teller.strings;
    let seen: Vec<&(Kind, Id)> = held.by.iter().filter(|(kind, _)| !(teller.discreet && kind.def().private)).collect();
    let name = |(kind, id): &(Kind, Id)| {
        // A note is known by what it says.
        let note = teller.row(*kind, id).filter(|(_, row)| *kind == Kind::Note && !row.text("text").trim().is_empty());
        match note {
            Some((state, row)) => {
                strings.review_hold_note(&names::name_of(strings, state, row), &beginning(row.text("text").trim()))
            }
            None => teller.named(*kind, id),
        }
    };
    let names = seen.iter().take(HOLDERS).map(|one| name(one));
    let names = names.reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_default();
    match seen.len().saturating_sub(HOLDERS) {
        0 => names,
        more => strings.review_hold_more(more as u64, &names),
    }
}

/// The first words of a note.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(NOTE_BEGINS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// What stands against what was decided, and what can be done.
pub(super) fn hold(teller: &Teller<'_>, held: &Held) -> ReviewHold {
    let strings = teller.strings;
    if held.by.is_empty() {
        let why = why_held(teller, held.why.word());
        return ReviewHold { text: strings.review_hold_why(&why), rows: Vec::new() };
    }
    let names = holders(teller, held);
    let rows = held.by.iter().filter(|(kind, _)| !(teller.discreet && kind.def().private));
    let brief = |(kind, id): &(Kind, Id)| {
        let (state, row) = teller.row(*kind, id)?;
        Some(present::brief(strings, state, row, strings.kind(*kind)))
    };
    ReviewHold {
        text: if names.is_empty() { strings.review_hold_unnamed() } else { strings.review_hold(&names) },
        rows: rows.filter_map(brief).take(HELD_ROWS).collect(),
    }
}

/// What is said of a decision that a rule stood against when the review was applied.
pub(super) fn held(teller: &Teller<'_>, held: &Held) -> String {
    let strings = teller.strings;
    let row = teller.named(held.key.kind, &held.key.id);
    let names = holders(teller, held);
    if !names.is_empty() {
        return strings.review_held_needed(&row, &names);
    }
    let why = why_held(teller, held.why.word());
    let label = teller.table.looked.merged.item(&held.key).map(|item| teller.field_label(item)).unwrap_or_default();
    match label.is_empty() {
        true => strings.review_held_row(&row, &why),
        false => strings.review_held(&strings.small(label), &row, &why),
    }
}

/// Who proposes what, what was there, and what you did.
pub(super) fn sentence(teller: &Teller<'_>, item: &Item) -> String {
    let (strings, reader) = (teller.strings, teller.reader());
    if item.key.part == Part::Row {
        return of_row(teller, item);
    }
    // What says the opposite of a proposal is of both sides.
    let one = matches!(item.verdict, Verdict::Taken | Verdict::Asked(_))
        && item.theirs.len() == 1
        && item.why() != Some(Why::Opposite);
    let mut parts: Vec<String> = item.theirs.iter().map(|candidate| proposed(teller, item, candidate, one)).collect();
    let changed_mine = item.common.as_ref().is_none_or(|common| *common != item.mine);
    if !one && changed_mine {
        let is_long = item.key.unit().is_some_and(|unit| unit.is_long);
        let words = teller.words(item, &item.mine, None);
        parts.push(match (is_long, words.is_empty()) {
            (true, false) => strings.review_mine_words(reader),
            (_, true) => strings.review_mine_empty(reader),
            (false, false) => strings.review_mine(&words, reader),
        });
    }
    if let Some(common) = item.common.as_ref().filter(|_| !one && !item.key.unit().is_some_and(|unit| unit.is_long)) {
        let words = teller.words(item, common, None);
        if !words.is_empty() {
            parts.push(strings.review_was(&words));
        }
    }
    parts.extend(mine_from(teller, item));
    if one {
        parts.extend(also(teller, item));
    }
    strings.review_joined(parts)
}

/// What I changed in the same row.
fn also(teller: &Teller<'_>, item: &Item) -> Option<String> {
    let from = *item.theirs.first()?.from.first()?;
    let common = teller.table.looked.loaded.proposals[from].common.as_ref()?;
    let before = common.version.state.row(item.key.kind, &item.key.id)?;
    let mine = teller.table.looked.state.row(item.key.kind, &item.key.id)?;
    let fields = changed_by_me(mine, before, &item.key.part);
    let labels: Vec<String> = fields
        .iter()
        .take(3)
        .map(|index| teller.strings.small(teller.strings.field(item.key.kind.def().fields[*index as usize].name)))
        .collect();
    (!labels.is_empty()).then(|| teller.strings.review_mine_also(&labels.join(", "), teller.reader()))
}

/// Where my value comes from, when it was taken in an earlier review.
pub(super) fn mine_from(teller: &Teller<'_>, item: &Item) -> Option<String> {
    let (value, from) = teller.table.earlier.get(&item.key.text())?;
    if *value != item.mine.to_json(&item.key) || !matches!(item.verdict, Verdict::Conflict(_)) {
        return None;
    }
    let names: BTreeSet<String> = from.iter().filter_map(|id| teller.table.senders.get(id)).cloned().collect();
    let names: Vec<String> = names.into_iter().collect();
    (!names.is_empty()).then(|| teller.strings.review_mine_from(teller.reader(), &teller.strings.review_who(&names)))
}

fn proposed(teller: &Teller<'_>, item: &Item, candidate: &Candidate, one: bool) -> String {
    let strings = teller.strings;
    let who = teller.names_of(&candidate.from);
    let from = candidate.from.first().copied();
    let after = teller.words(item, &candidate.content, from);
    let fields = teller.fields(item);
    // Of fields that say one thing together the others bear their labels beside their values.
    let label = match fields.as_slice() {
        [first, _, ..] => teller.labels(item.key.kind, &[*first]),
        _ => teller.field_label(item),
    };
    let field = fields.first().map(|index| &item.key.kind.def().fields[*index as usize]);
    let say = |proposed: &Proposed<'_>| strings.review_proposed(&who, &label, proposed);
    if field.is_some_and(|field| field.ty == FieldType::Order) {
        let row = teller.named(item.key.kind, &item.key.id);
        return say(&Proposed::Order { row: &row, place: &after, reader: teller.reader() });
    }
    let Some(common) = &item.common else {
        return match item.key.unit().is_some_and(|unit| unit.is_long) {
            true => say(&Proposed::Words),
            false => say(&Proposed::Alone { after: or_empty(strings, &after).as_ref() }),
        };
    };
    let before = teller.words(item, common, None);
    if item.key.unit().is_some_and(|unit| unit.is_set) {
        let words = |set: BTreeSet<&str>| -> String {
            let content = Content::Values(vec![Value::set_of(set.into_iter().map(Box::from))]);
            teller.words(item, &content, from)
        };
        let told = |who: &str, content: &Content| -> Option<String> {
            let (old, new) = (elements(common), elements(content));
            let added = words(new.difference(&old).copied().collect());
            let removed = words(old.difference(&new).copied().collect());
            let proposed = Proposed::Elements { added: &added, removed: &removed };
            (!(added.is_empty() && removed.is_empty())).then(|| strings.review_proposed(who, &label, &proposed))
        };
        let said = match own_sets(teller, item, candidate) {
            Some(own) if own.len() > 1 => own
                .iter()
                .map(|(from, content)| told(&teller.names_of(from), content))
                .reduce(|all, one| Some(strings.list_semicolon(&all?, &one?)))
                .flatten(),
            _ => told(&who, &candidate.content),
        };
        if let Some(said) = said {
            return said;
        }
    }
    let is_long = item.key.unit().is_some_and(|unit| unit.is_long);
    match (before.is_empty(), after.is_empty()) {
        _ if *common == candidate.content => say(&Proposed::Same { after: or_empty(strings, &after).as_ref() }),
        (false, false) if is_long => say(&Proposed::Words),
        (true, false) if is_long && !one => say(&Proposed::Words),
        (false, false) if !one => say(&Proposed::Alone { after: &after }),
        (false, false) => match nearer(item, common, &candidate.content) {
            Some(true) => say(&Proposed::Precise { before: &before, after: &after }),
            Some(false) => say(&Proposed::Vague { before: &before, after: &after }),
            None if fields.len() > 1 => say(&Proposed::Several { before: &before, after: &after }),
            None => say(&Proposed::Set { before: &before, after: &after }),
        },
        (true, _) => say(&Proposed::Fill { after: or_empty(strings, &after).as_ref() }),
        (false, true) => say(&Proposed::Clear { before: &before }),
    }
}

/// What each of several made of a set, those who made the same of it together: nobody is told to have taken out what another did. None:
/// one of them has it no longer, or not so that it may be seen.
fn own_sets(teller: &Teller<'_>, item: &Item, candidate: &Candidate) -> Option<Vec<(Vec<usize>, Content)>> {
    let mut own: Vec<(Vec<usize>, Content)> = Vec::new();
    for at in &candidate.from {
        let content = part_of(teller.theirs.get(*at)?.row(item.key.kind, &item.key.id)?, &item.key.part);
        match own.iter_mut().find(|(_, known)| *known == content) {
            Some((from, _)) => from.push(*at),
            None => own.push((vec![*at], content)),
        }
    }
    Some(own)
}

/// A text, or "not stated".
fn or_empty<'a>(strings: &Strings, text: &'a str) -> std::borrow::Cow<'a, str> {
    if text.is_empty() { strings.date_not_stated().into() } else { text.into() }
}

fn elements(content: &Content) -> BTreeSet<&str> {
    match content {
        Content::Values(values) => values.iter().flatten().filter_map(Value::set).flatten().map(|e| &**e).collect(),
        _ => BTreeSet::new(),
    }
}

/// Whether a date lies within what it was before (true), or the other way round (false).
fn nearer(item: &Item, before: &Content, after: &Content) -> Option<bool> {
    let unit = item.key.unit()?;
    let place =
        unit.fields.iter().position(|index| item.key.kind.def().fields[*index as usize].ty == FieldType::Date)?;
    // Of what is said together with a date, as a status is, the date is not the first.
    (place == 0).then_some(())?;
    let date = |content: &Content| match content {
        Content::Values(values) => VagueDate::parse(values.get(place)?.as_ref()?.text()?).ok(),
        _ => None,
    };
    let (before, after) = (date(before)?.bounds(), date(after)?.bounds());
    match (after.within(&before), before.within(&after)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn of_row(teller: &Teller<'_>, item: &Item) -> String {
    let (strings, reader) = (teller.strings, teller.reader());
    let row = teller.named(item.key.kind, &item.key.id);
    let from: Vec<usize> = item.theirs.iter().flat_map(|one| one.from.iter().copied()).collect();
    let who = teller.names_of(&from);
    let deletes = item.theirs.iter().any(|one| one.content == Content::Absent);
    match (deletes, item.verdict) {
        (true, Verdict::Conflict(_)) => match item.common.as_ref().is_some_and(|common| *common != item.mine) {
            true => strings.review_row_deleted_mine(reader, &row, &who),
            false => strings.review_row_deleted_changed(reader, &row, &who),
        },
        (true, _) => strings.review_row_deleted(reader, &row, &who),
        (false, Verdict::Conflict(Why::DeletedAndChanged)) => strings.review_row_deleted_by_me(reader, &row, &who),
        (false, Verdict::Conflict(Why::Named)) => strings.review_row_named(reader, &row, &who),
        (false, Verdict::Conflict(Why::Several)) => strings.review_row_added_both(reader, &row, &who),
        (false, Verdict::Asked(Why::NoCommon)) => strings.review_row_unknown(reader, &row, &who),
        _ => strings.review_row_added(reader, &row, &who),
    }
}

/// Whose a file is, of which day, and what it has in common with this plan.
pub(super) fn file(teller: &Teller<'_>, at: usize, items: usize) -> String {
    let strings = teller.strings;
    let read = &teller.table.looked.loaded.files[at];
    let parts = [read.manifest.by.trim(), read.manifest.organization.trim()];
    let named: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let who = if named.is_empty() { read.file.file.clone() } else { named.join(", ") };
    let sent = match read.manifest.at.is_empty() || read.manifest.at.starts_with("1970") {
        true => strings.review_file_undated(&who),
        false => strings.review_file_sent(&day(strings, &read.manifest.at), &who),
    };
    if items == 0 && teller.table.looked.loaded.proposals[at].common.is_some() {
        return strings.review_file_same(teller.reader(), &sent);
    }
    match (read.common.as_slice(), read.file.sort) {
        ([], _) => strings.review_file_none(&sent),
        ([(_, at)], Sort::Copy) => {
            let common = match at.is_empty() || at.starts_with("1970") {
                true => strings.review_beginning(),
                false => strings.instant_words(at),
            };
            strings.review_file_copy(&common, &sent)
        }
        ([(name, at)], _) => {
            let common = if name.is_empty() { day(strings, at) } else { name.clone() };
            strings.review_file_common(&common, &sent)
        }
        _ => strings.review_file_common_several(teller.reader(), &sent),
    }
}

/// Name and day of what a file has in common with this plan.
pub(super) fn common(teller: &Teller<'_>, at: usize) -> String {
    let told = teller.table.looked.loaded.files[at].common.iter().map(|(name, at)| {
        let dated = !at.is_empty() && !at.starts_with("1970");
        let day = if dated { day(teller.strings, at) } else { String::new() };
        [name.trim(), &day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    told.filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ")
}

/// What should be looked at.
pub(super) fn findings(teller: &Teller<'_>) -> Vec<ReviewFinding> {
    let looked = &teller.table.looked;
    let hidden = |finding: &&Finding| {
        teller.discreet
            && (finding.kind.def().private || finding.other.as_ref().is_some_and(|(kind, _)| kind.def().private))
    };
    looked.merged.findings.iter().filter(|finding| !hidden(finding)).map(|one| finding(teller, one)).collect()
}

fn finding(teller: &Teller<'_>, finding: &Finding) -> ReviewFinding {
    let (strings, reader) = (teller.strings, teller.reader());
    let row = if finding.id.is_empty() { String::new() } else { teller.named(finding.kind, &finding.id) };
    let who = teller.names_of(&finding.from);
    let other = finding.other.as_ref().map(|(kind, id)| full_name(teller, *kind, id)).unwrap_or_default();
    let sentence = match finding.rule {
        "reference-twice" => {
            strings.review_finding_reference_twice(&other, &full_name(teller, finding.kind, &finding.id))
        }
        "id-of-another-kind" => strings.review_finding_id_of_another_kind(&other, reader, &row),
        "only-mine" if teller.for_minutes => {
            strings.review_finding_only_mine_minutes(finding.count as u64, &strings.kinds(finding.kind), &who)
        }
        "only-mine" => strings.review_finding_only_mine(finding.count as u64, &strings.kinds(finding.kind), &who),
        "like" => strings.review_finding_like(reader, &row, &who),
        "no-common-state" => strings.review_finding_no_common_state(reader, &who),
        "end-before-start" => strings.review_finding_end_before_start(&row, &who),
        "standing-not-completed" => strings.review_finding_standing_not_completed(&row, &who),
        _ => strings.review_finding_other(&row),
    };
    ReviewFinding {
        code: finding.rule.into(),
        kind: finding.kind.name().into(),
        id: finding.id.to_string(),
        from: finding.from.iter().map(|at| teller.table.looked.loaded.files[*at].file.snapshot.clone()).collect(),
        sentence: present::upper(&sentence),
    }
}

/// A reference alone does not tell two rows that share it apart.
fn full_name(teller: &Teller<'_>, kind: Kind, id: &plan::Id) -> String {
    match teller.row(kind, id) {
        Some((_, row)) if row.short() != row.title() => format!("{} ({})", row.short(), row.title()),
        _ => teller.named(kind, id),
    }
}
