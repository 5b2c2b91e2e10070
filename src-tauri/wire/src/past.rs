//! Commands about earlier states: steps in words, comparisons.

use std::collections::HashSet;

use plan::diff::{Difference, What, diff};
use plan::fold::fold;
use plan::history::{HistoryFilter, Kept};
use plan::restore::RestorePoint;
use plan::state::Change;
use plan::{Error, Kind};

use crate::compared::not_stated;
use crate::edit::kind_named;
use crate::editions;
use crate::gone::Gathered;
use crate::read::resolve;
use crate::session::{Call, Fault, Opened, Session, Shown, lock};
use crate::shipped;
use crate::types::*;
use crate::{discreet, gone, review, steps, words};

/// Steps of one page at the most.
const PAGE_MAX: usize = 500;
/// Sentences of one sort that a preview holds.
const PREVIEW: usize = 50;
/// Steps that are read at once.
const PART: usize = 200;
/// How often that is worked out which takes several turns, where the plan was read again in between.
const TRIES: usize = 5;

pub(crate) fn history_list(session: &Session, call: &Call, list: HistoryList) -> Result<HistoryPage, Fault> {
    of_one_reading(session, |shown| history_page(session, call, &list, shown))
}

fn history_page(session: &Session, call: &Call, list: &HistoryList, shown: &Shown) -> Result<HistoryPage, Fault> {
    let state = session.seen_state(&shown.state, list.discreet);
    let kind = list.kind.as_deref().map(kind_named).transpose()?;
    if list.id.is_some() && kind.is_none() {
        return Err(Error::refused_with("bad-request", [("context", "id without kind".into())]));
    }
    if let Some(field) = &list.field
        && !plan::Kind::content().any(|of| kind.is_none_or(|kind| kind == of) && of.def().field(field).is_some())
    {
        let kind = kind.map(Kind::name).unwrap_or_default().to_owned();
        return Err(Error::refused_with("no-such-field", [("kind", kind), ("field", field.clone())]));
    }
    // A row that is gone still has its history, under its id.
    let id = match (kind, &list.id) {
        (Some(kind), Some(id)) => Some(resolve(&state, kind, id).unwrap_or_else(|_| id.clone())),
        _ => None,
    };
    let hidden = |field: &str| {
        let mut kinds = Kind::content().filter(|of| kind.is_none_or(|kind| kind == *of));
        kinds.all(|of| of.def().field(field).is_none_or(|field| field.private))
    };
    if matches!(&*lock(&session.opened), Opened::Snapshot { .. })
        || (list.discreet && list.field.as_deref().is_some_and(hidden))
    {
        return Ok(HistoryPage { steps: Vec::new(), more: false, people: Vec::new() });
    }
    let filter = HistoryFilter { kind, id: id.as_deref(), field: list.field.as_deref(), by: list.by.as_deref() };
    let wanted: Vec<String> = list.text.iter().flat_map(|text| text.split_whitespace()).map(fold).collect();
    let limit = list.limit.unwrap_or(100).min(PAGE_MAX);
    let mut page = HistoryPage { steps: Vec::new(), more: false, people: session.with_plan(|plan| plan.people())? };
    let mut before = list.before.unwrap_or(i64::MAX);
    loop {
        call.progress(0.5)?;
        // In parts and step by step, and sentences when it is the turn of others: a search holds up nobody who writes.
        let steps = session.with_plan(|plan| {
            still(session, shown)?;
            plan.history_where(&filter, before, PART)
        })?;
        for step in &steps {
            let gathered = session.with_plan(|plan| {
                still(session, shown)?;
                let mut changes = plan.changes(step.id)?;
                changes.retain(|change| {
                    kind.is_none_or(|kind| change.kind == kind) && id.as_deref().is_none_or(|id| &*change.id == id)
                });
                Gathered::of(plan, &state, step, changes, list.discreet)
            })?;
            page.steps.extend(gathered.and_then(|gathered| gathered.told(call, &wanted)));
            if page.steps.len() > limit {
                break;
            }
        }
        before = steps.last().map_or(before, |step| step.id);
        if page.steps.len() > limit || steps.len() < PART {
            page.more = page.steps.len() > limit;
            page.steps.truncate(limit);
            return Ok(page);
        }
    }
}

pub(crate) fn step_preview(session: &Session, call: &Call, get: StepPreviewGet) -> Result<StepPreview, Fault> {
    of_one_reading(session, |shown| preview(session, call, &get, shown))
}

fn preview(session: &Session, call: &Call, get: &StepPreviewGet, shown: &Shown) -> Result<StepPreview, Fault> {
    // Only what stands in the file is asked for when it is our turn: who writes waits neither for the rest nor for the words.
    let asked = session.with_plan(|plan| {
        still(session, shown)?;
        plan.taking_back(get.op)
    })?;
    let state = session.seen_state(asked.state(), get.discreet);
    let taken = asked.worked_out()?;
    let possible = !taken.back.is_empty();
    let back = discreet::changes(taken.back, get.discreet).unwrap_or_default();
    let kept = taken.kept.into_iter().filter_map(|kept| {
        let change = if get.discreet { discreet::change(&kept.change)? } else { kept.change };
        Some(Kept { change, ..kept })
    });
    let kept: Vec<Kept> = kept.collect();
    let named = first_of_each(&back, &kept);
    let state = session.with_plan(|plan| {
        still(session, shown)?;
        gone::with_gone(plan, &state, &named, None, get.discreet)
    })?;
    let strings = &call.strings;
    let (back, back_more) = first(&back, steps::count, |change| steps::change_sentences(strings, &state, change));
    let (kept, kept_more) = first(&kept, steps::kept_count, |kept| steps::kept_sentences(strings, &state, kept));
    Ok(StepPreview { back, back_more, kept, kept_more, possible })
}

/// What takes several turns is of one reading of the plan: where that was read again in between, because somebody else wrote, it
/// is worked out anew. Of another plan that was opened meanwhile it is no answer.
fn of_one_reading<T>(session: &Session, work_out: impl Fn(&Shown) -> Result<T, Fault>) -> Result<T, Fault> {
    let (plan, mut tries) = (session.shown().plan, 0);
    loop {
        let shown = session.shown();
        if shown.plan != plan {
            return Err(Error::refused("another-plan"));
        }
        tries += 1;
        match work_out(&shown) {
            Err(Error::Refused { code: "plan-read-again", .. }) if tries < TRIES => {}
            answer => return answer,
        }
    }
}

/// Whether what is open is still what a request began with.
fn still(session: &Session, began: &Shown) -> Result<(), Fault> {
    let now = session.shown();
    match (now.plan == began.plan, now.opening == began.opening) {
        (true, true) => Ok(()),
        (true, false) => Err(Error::refused("plan-read-again")),
        (false, _) => Err(Error::refused("another-plan")),
    }
}

/// The changes that the sentences of a preview are about: as many of what goes back as of what stays, by turns, so that neither
/// takes the room of the other.
fn first_of_each(back: &[Change], kept: &[Kept]) -> Vec<Change> {
    let told: Vec<&Kept> = kept.iter().filter(|kept| steps::kept_count(kept) > 0).take(PREVIEW).collect();
    (0..PREVIEW).flat_map(|at| [back.get(at), told.get(at).map(|kept| &kept.change)]).flatten().cloned().collect()
}

/// The first sentences of some things that are told, and how many more there are: those are counted, not made.
fn first<T>(all: &[T], count: impl Fn(&T) -> usize, tell: impl Fn(&T) -> Vec<String>) -> (Vec<String>, usize) {
    let sentences: Vec<String> = all.iter().flat_map(tell).take(PREVIEW).collect();
    let more = all.iter().map(count).sum::<usize>().saturating_sub(sentences.len());
    (sentences, more)
}

pub(crate) fn step_take_back(session: &Session, call: &Call, step: StepNumber) -> Result<Written, Fault> {
    session.write(call, |plan| plan.take_back(&call.context, step.op).map(Some))
}

pub(crate) fn compare(session: &Session, call: &Call, compare: Compare) -> Result<Changes, Fault> {
    let (a, a_file) = session.seen(&compare.a, compare.discreet)?;
    call.progress(0.3)?;
    let (b, b_file) = session.seen(&compare.b, compare.discreet)?;
    call.progress(0.6)?;
    let not_stated = not_stated(session, [(&compare.a, &a_file), (&compare.b, &b_file)]);
    let mut changes = diff(&a.state, &b.state, &not_stated);
    if compare.discreet {
        changes.retain(|d| !discreet::is_private_difference(&a.state, &b.state, d));
    }
    if !compare.every_field {
        without_words_of_dates(&mut changes);
    }
    let kind = compare.kind.as_deref().map(kind_named).transpose()?;
    changes.retain(|d| {
        kind.is_none_or(|kind| d.kind == kind)
            && compare.field.as_deref().is_none_or(|field| d.field.as_deref() == Some(field))
            && compare.what.as_deref().is_none_or(|what| d.what.word() == what)
    });
    let wanted: Vec<String> = compare.text.iter().flat_map(|text| text.split_whitespace()).map(fold).collect();
    if !wanted.is_empty() {
        changes.retain(|d| {
            let view = words::difference_view(&call.strings, &a.state, &b.state, d.clone());
            let text = fold(&format!("{}\n{}", view.sentence, view.title));
            wanted.iter().all(|word| text.contains(word.as_str()))
        });
    }
    call.progress(0.9)?;
    let of = |what: What| changes.iter().filter(|d| d.what == what).count();
    let changed: HashSet<(Kind, &str)> =
        changes.iter().filter(|d| d.what == What::Changed).map(|d| (d.kind, &*d.id)).collect();
    let (added, removed, changed, total) = (of(What::Added), of(What::Removed), changed.len(), changes.len());
    let shown = changes.into_iter().skip(compare.offset).take(compare.limit.unwrap_or(usize::MAX));
    let changes = shown.map(|d| words::difference_view(&call.strings, &a.state, &b.state, d)).collect();
    Ok(Changes { changes, total, rows: added + removed + changed, added, removed, changed })
}

/// Writes a comparison to a file: sentences, JSON, or a table.
pub(crate) fn compare_write(session: &Session, call: &Call, write: CompareWrite) -> Result<Done, Fault> {
    let path = session.file(call, &write.file)?;
    let form = review::list_form(&path)?;
    let changes = compare(session, call, write.compare)?;
    let bytes = match form {
        review::ListForm::Json => serde_json::to_vec_pretty(&changes).map_err(Error::broken)?,
        review::ListForm::Text => {
            changes.changes.iter().map(|change| format!("{}\n", change.sentence)).collect::<String>().into_bytes()
        }
        review::ListForm::Csv => csv(&changes)?,
        review::ListForm::Word => return Err(review::no_form(&path)),
    };
    crate::share::replaceable_list(session, &path)?;
    plan::snapshot::write_file(&path, &bytes)?;
    session.shelf.wrote(&path);
    Ok(Done {})
}

/// A table of differences. What would be a formula in a spreadsheet is a text.
fn csv(changes: &Changes) -> Result<Vec<u8>, Fault> {
    let inert = |text: &str| match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    };
    // Excel reads a file as UTF-8 where it begins so.
    let mut table = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    let put = |table: &mut csv::Writer<Vec<u8>>, cells: &[&str]| {
        table.write_record(cells.iter().map(|cell| inert(cell))).map_err(Error::broken)
    };
    put(&mut table, &["kind", "id", "ref", "title", "what", "field", "before", "after", "sentence"])?;
    for change in &changes.changes {
        let field = change.field.as_deref().unwrap_or_default();
        let (before, after) = (&change.before_text, &change.after_text);
        let cells = [
            &*change.kind,
            &change.id,
            &change.reference,
            &change.title,
            &change.what,
            field,
            before,
            after,
            &change.sentence,
        ];
        put(&mut table, &cells)?;
    }
    table.into_inner().map_err(Error::broken)
}

/// Leaves out the words of dates that are told as changed themselves.
fn without_words_of_dates(changes: &mut Vec<Difference>) {
    let date_of = |d: &Difference| {
        let date = d.field.as_deref()?.strip_suffix("_words")?;
        d.kind.def().field(date).map(|field| (d.kind, d.id.clone(), field.name))
    };
    let worded: HashSet<_> = changes.iter().filter_map(date_of).collect();
    let dates: HashSet<_> = changes
        .iter()
        .filter_map(|d| Some((d.kind, d.id.clone(), d.kind.def().field(d.field.as_deref()?)?.name)))
        .filter(|date| worded.contains(date))
        .collect();
    changes.retain(|d| date_of(d).is_none_or(|date| !dates.contains(&date)));
}

pub(crate) fn moments_list(session: &Session, call: &Call, _: Nothing) -> Result<Vec<MomentView>, Fault> {
    // Copies may be read to list them, for which nobody waits.
    let plan = match &*lock(&session.opened) {
        Opened::Plan(plan) => Some((plan.info()?.plan_id, plan.path().to_owned())),
        _ => None,
    };
    let points = plan.map_or(Ok(Vec::new()), |(id, place)| session.keeper.of_plan(&id, &place))?;
    let mut moments = match &*lock(&session.opened) {
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
        Opened::Plan(plan) => moments_of(call, plan, points)?,
        Opened::Snapshot { snapshot, .. } => moments_before(call, &snapshot.manifest)?,
    };
    moments.sort_by(|a, b| (&b.at, b.op).cmp(&(&a.at, a.op)));
    Ok(moments)
}

/// The beginning of a plan, the snapshots that were made of it, its restore points, and what is built in.
fn moments_of(call: &Call, plan: &plan::Plan, points: Vec<RestorePoint>) -> Result<Vec<MomentView>, Fault> {
    let info = plan.info()?;
    let at_step = |op: i64| Source::Moment { moment: op.to_string() };
    let origin = info.kept.iter().find(|kept| kept.why == "origin");
    let mut moments = vec![MomentView {
        moment: "0".into(),
        source: at_step(0),
        name: words::beginning(&call.strings, origin.map(|origin| origin.name.as_str())),
        at: origin.map(|origin| origin.at.clone()).unwrap_or_default(),
        day: origin.map(|origin| words::only_day(&call.strings, &origin.at)).unwrap_or_default(),
        by: String::new(),
        sort: "start".into(),
        op: Some(0),
        sum: String::new(),
        quote: String::new(),
    }];
    let step = |op: i64| Ok::<_, Fault>(plan.history(None, op.saturating_add(1), 1)?.into_iter().next());
    let editions = plan.editions()?;
    for kept in info.kept.iter().filter(|kept| kept.why != "origin") {
        let own = kept.why == "made";
        let edition = editions.iter().find(|edition| edition.snapshot == kept.id);
        let moment = if own { kept.op.to_string() } else { kept.id.clone() };
        moments.push(MomentView {
            source: Source::Moment { moment: moment.clone() },
            moment,
            name: kept.name.clone(),
            at: kept.at.clone(),
            day: words::only_day(&call.strings, &kept.at),
            by: match edition {
                Some(edition) => edition.by.clone(),
                None if own => step(kept.op)?.map(|step| step.by).unwrap_or_default(),
                None => String::new(),
            },
            sort: if edition.is_some() { "edition" } else { "snapshot" }.into(),
            op: own.then_some(kept.op),
            sum: edition.map(|edition| editions::sum(edition).to_owned()).unwrap_or_default(),
            quote: edition.map(|edition| editions::quote(&call.strings, plan.state(), edition)).unwrap_or_default(),
        });
    }
    // What the plan began with or keeps is listed already.
    let other = |_: &str, id: &str| !info.kept.iter().any(|kept| kept.id == id);
    moments.extend(shipped_moments(call, other, |_| false)?);
    for point in points.into_iter().filter(|point| point.plan_id == info.plan_id) {
        // Another file of this plan, or an older one that was put in this one's place, has another step under that number.
        let same = match step(point.op)? {
            // One of an older version does not say when its newest step was made; then it was not after it was made itself.
            Some(step) if point.step_at.is_empty() => step.id == point.op && step.at <= point.at,
            Some(step) => step.id == point.op && step.at == point.step_at,
            None => point.op == 0,
        };
        if same && point.soundness != plan::restore::Soundness::Damaged {
            moments.push(MomentView {
                moment: point.op.to_string(),
                source: at_step(point.op),
                name: words::restore_point(&call.strings, &point, plan.path()),
                at: point.at,
                day: String::new(),
                by: point.by,
                sort: "restore_point".into(),
                op: Some(point.op),
                sum: String::new(),
                quote: String::new(),
            });
        }
    }
    Ok(moments)
}

/// What a snapshot can be compared with: what is built in, where it is another, by its own name where it is a parent.
fn moments_before(call: &Call, manifest: &plan::snapshot::Manifest) -> Result<Vec<MomentView>, Fault> {
    let is_parent = |id: &str| manifest.parents.iter().any(|parent| parent == id);
    let shown = |name: &str, id: &str| id != manifest.id && (name == "starter" || is_parent(id));
    shipped_moments(call, shown, is_parent)
}

/// What is built in, as far as it is shown, by name and id.
fn shipped_moments(
    call: &Call,
    shown: impl Fn(&str, &str) -> bool,
    is_parent: impl Fn(&str) -> bool,
) -> Result<Vec<MomentView>, Fault> {
    let mut moments = Vec::new();
    for (name, _) in shipped::SHIPPED {
        let shipped = shipped::open(name)?;
        let manifest = shipped.snapshot.as_ref().map(|snapshot| &snapshot.manifest);
        let Some(manifest) = manifest.filter(|manifest| shown(name, &manifest.id)) else { continue };
        moments.push(MomentView {
            moment: String::new(),
            source: Source::Shipped { name: name.into() },
            name: words::name_of_snapshot(&call.strings, manifest),
            at: manifest.at.clone(),
            day: words::only_day(&call.strings, &manifest.at),
            by: manifest.by.clone(),
            sort: if is_parent(&manifest.id) { "parent" } else { "shipped" }.into(),
            op: None,
            sum: String::new(),
            quote: String::new(),
        });
    }
    Ok(moments)
}

#[cfg(test)]
mod tests;
