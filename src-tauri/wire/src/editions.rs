//! Editions: states of the plan under names of their own, which can be opened, compared with and quoted for ever.

use plan::carry::Decisions;
use plan::history::HistoryFilter;
use plan::kinds::Kind;
use plan::state::State;
use plan::store::StepState;
use plan::{Edition, Error, Plan};
use plan_strings::Strings;

use crate::carry::instrument_brief;
use crate::read::resolve;
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::*;
use crate::words;

/// Signs of a sum that are told.
const SUM: usize = 12;
/// Steps that are read at once while the first decision is looked for.
const PART: usize = 500;

/// The newest edition in which the plan was carried forward to an instrument.
pub(crate) fn newest_for(
    session: &Session,
    call: &Call,
    state: &State,
    instrument: &str,
) -> Result<Option<EditionView>, Fault> {
    let all = match &*lock(&session.opened) {
        Opened::Plan(plan) => plan.editions()?,
        Opened::Snapshot { .. } | Opened::Nothing => Vec::new(),
    };
    let newest = all.iter().rev().find(|edition| edition.instrument == instrument);
    Ok(newest.map(|edition| view(&call.strings, state, edition)))
}

fn view(strings: &Strings, state: &State, edition: &Edition) -> EditionView {
    let instrument = state.row(Kind::Instrument, &edition.instrument);
    EditionView {
        name: edition.name.clone(),
        source: Source::Moment { moment: edition.op.to_string() },
        at: edition.at.clone(),
        by: edition.by.clone(),
        op: edition.op,
        instrument: instrument.map(|row| instrument_brief(strings, state, row)),
        sum: sum(edition).to_owned(),
        quote: quote(strings, state, edition),
    }
}

/// The beginning of the sum of its content.
pub(crate) fn sum(edition: &Edition) -> &str {
    edition.snapshot.get(..SUM).unwrap_or(&edition.snapshot)
}

/// How an edition is quoted.
pub(crate) fn quote(strings: &Strings, state: &State, edition: &Edition) -> String {
    let title = state.row(Kind::About, "about").map(|about| about.title()).unwrap_or_default();
    let day = words::day_of(strings, &edition.at);
    // What is copied goes elsewhere: marks of direction would go along unseen.
    strings.without_isolation().edition_quote(&day, &edition.name, sum(edition), title)
}

pub(crate) fn edition_preview(session: &Session, call: &Call, ask: EditionPreview) -> Result<EditionReady, Fault> {
    let state = session.shown().state;
    let instrument = resolve(&state, Kind::Instrument, &ask.instrument)?;
    let counts = Decisions::of(&state).counts(&state, &instrument);
    let row = state.need(Kind::Instrument, &instrument)?;
    let symbol = row.text("symbol");
    session.with_plan(|plan| {
        let before = before_first(plan, &state, &instrument)?;
        let kept = plan.info()?.kept;
        let taken = |name: &str| kept.iter().any(|kept| kept.name == name);
        let before_named =
            before.and_then(|step| kept.iter().rev().find(|kept| kept.why != "reviewed" && kept.op == step));
        let free = |name: String| match taken(&name) {
            true => (2..).map(|n| format!("{name} ({n})")).find(|name| !taken(name)).unwrap_or_default(),
            false => name,
        };
        let mut editions: Vec<EditionView> =
            plan.editions()?.iter().map(|edition| view(&call.strings, &state, edition)).collect();
        editions.reverse();
        Ok(EditionReady {
            counts: counts.into(),
            name: free(call.strings.edition_name(symbol)),
            before,
            before_named: before_named.map(|kept| kept.name.clone()).unwrap_or_default(),
            before_name: free(call.strings.edition_name_before(symbol)),
            editions,
        })
    })
}

/// The step before the first decision about a paragraph of an instrument that stands.
fn before_first(plan: &Plan, state: &State, instrument: &str) -> Result<Option<i64>, Fault> {
    let of_instrument =
        |provision: &str| state.row(Kind::Provision, provision).is_some_and(|row| row.text("instrument") == instrument);
    let mut first: Option<i64> = None;
    for (kind, field) in [(Kind::Mapping, "answer"), (Kind::Provision, "not_for_us")] {
        let filter = HistoryFilter { kind: Some(kind), field: Some(field), ..HistoryFilter::default() };
        let mut before = i64::MAX;
        loop {
            let steps = plan.history_where(&filter, before, PART)?;
            for step in steps.iter().filter(|step| step.state == StepState::Done) {
                let decided = plan.changes(step.id)?.into_iter().filter(|change| change.kind == kind).any(|change| {
                    let filled = change.after.as_ref().and_then(|after| after.get(field)).is_some_and(|v| !v.is_null());
                    let provision = match kind {
                        Kind::Provision => change.id.to_string(),
                        _ => {
                            let image = change.after.as_ref().and_then(|after| after.get("provision")?.as_str());
                            let of_row = || Some(state.row(Kind::Mapping, &change.id)?.text("provision"));
                            image.or_else(of_row).unwrap_or_default().to_owned()
                        }
                    };
                    filled && of_instrument(&provision)
                });
                if decided {
                    first = Some(first.map_or(step.id, |known| known.min(step.id)));
                }
            }
            match steps.last() {
                Some(step) if steps.len() == PART => before = step.id,
                _ => break,
            }
        }
    }
    Ok(first.map(|step| step - 1))
}

pub(crate) fn edition_make(session: &Session, call: &Call, make: EditionMake) -> Result<EditionMade, Fault> {
    let state = session.shown().state;
    let instrument = make.instrument.as_deref().map(|id| resolve(&state, Kind::Instrument, id)).transpose()?;
    if let Some(instrument) = instrument.as_deref().filter(|_| !make.although_open) {
        let open = Decisions::of(&state).counts(&state, instrument).open;
        if open > 0 {
            let symbol = state.need(Kind::Instrument, instrument)?.text("symbol").to_owned();
            return Err(Error::refused_with("carry-open", [("count", open.to_string()), ("title", symbol)]));
        }
    }
    let instrument = instrument.unwrap_or_default();
    let earlier = make.before.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let mut made = Vec::new();
    session.write_noted(call, "edition_make", |plan| {
        if let Some(name) = earlier {
            if name == make.name.trim() {
                return Err(Error::refused_with("edition-exists", [("value", name.to_owned())]));
            }
            let step = before_first(plan, &state, &instrument)?;
            let step = step.ok_or_else(|| Error::refused("carry-nothing-decided"))?;
            // Both are looked at before either is made, their names first.
            plan.check_edition(name)?;
            let now = plan.edition_hash(&make.name, None)?;
            if plan.edition_hash(name, Some(step))? == now {
                return Err(Error::refused("edition-no-change"));
            }
            made.push(plan.make_edition(&call.context, name, Some(step), "")?);
        }
        made.push(plan.make_edition(&call.context, &make.name, None, &instrument)?);
        Ok(())
    })?;
    let state = session.shown().state;
    let all = session.with_plan(|plan| plan.editions())?;
    let mut views = made.iter().filter_map(|step| all.iter().find(|edition| edition.made == *step));
    let before = if made.len() > 1 { views.next() } else { None };
    let edition = views.next().ok_or_else(|| Error::broken("an edition that was made is not there"))?;
    Ok(EditionMade {
        edition: view(&call.strings, &state, edition),
        before: before.map(|edition| view(&call.strings, &state, edition)),
        announcement: call.strings.edition_made(&edition.name),
    })
}
