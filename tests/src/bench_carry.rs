//! Figures of carrying a plan forward: what is proposed, as the engine works it out, and decisions through the border, as the window
//! asks for them.

use std::path::Path;
use std::sync::Arc;

use plan::{Kind, Origin, Plan, State};
use plan_wire::{Nobody, Session};
use serde_json::{Value as Json, json};

use super::cells::ask;
use super::{Figure, Outcome, at, context, percentile, push};

/// Paragraphs that are decided at once.
const AT_ONCE: usize = 500;

/// What may answer the paragraphs of a resolution.
pub fn propose(state: &State, size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let state = resolution(state, 200)?;
    let whole = percentile(5, 50, |_| {
        plan::carry::propose(&state, "BENCH");
        Ok(())
    })?;
    push(figures, "carry forward: 200 paragraphs, all that may answer", size, whole, None, at(size, 1_000.0));
    let vocabulary = Arc::new(plan::carry::Vocabulary::of(&state));
    let paragraphs: Vec<_> = plan::carry::paragraphs(&state, "BENCH").cloned().collect();
    let one = percentile(20, 95, |n| {
        let proposals = plan::carry::Proposals::of(&state, &vocabulary, "BENCH");
        proposals.for_paragraph(&paragraphs[n % paragraphs.len()]);
        Ok(())
    })?;
    push(figures, "carry forward: one paragraph, 95th percentile", size, one, None, at(size, 50.0));
    let counted = percentile(20, 50, |_| {
        plan::carry::Decisions::of(&state).all(&state);
        Ok(())
    })?;
    push(figures, "carry forward: what is decided", size, counted, None, at(size, 50.0));
    Ok(())
}

/// Decisions about the paragraphs of a resolution. `floor`: what one write costs without capture.
pub fn decide(state: &State, folder: &Path, size: usize, floor: f64, figures: &mut Vec<Figure>) -> Outcome<()> {
    let path = folder.join("carry.gdcplan");
    let state = superseded(resolution(state, 2 * AT_ONCE)?)?;
    let commitments: Vec<String> = state.rows(Kind::Commitment).take(20).map(|row| row.id().to_string()).collect();
    Plan::create(&path, Origin::Rows(Box::new(state)), &context())?;
    let session = Session::new(Box::new(Nobody), None);
    session.act_as("Bench", "ITU");
    session.start(Some(&path));
    let all = ids(&ask(&session, "carry_get", json!({ "instrument": "BENCH" }))?["paragraphs"]);
    if all.len() != 2 * AT_ONCE {
        return Err("nothing to decide".into());
    }
    let open = &all[AT_ONCE..];
    let decide = |what: Json| -> Outcome<()> {
        match ask(&session, "carry_decide", what)?["op"].is_null() {
            true => Err("nothing was decided".into()),
            false => Ok(()),
        }
    };
    let undo = || ask(&session, "undo", json!({ "confirmed": true })).map(|_| ());
    let one = percentile(20, 95, |n| {
        let commitment = &commitments[n % commitments.len()];
        decide(json!({ "provisions": [open[n]], "decision": "continues", "commitment": commitment }))
    })?;
    push(figures, "carry forward: one paragraph decided, 95th percentile", size, one, Some(floor), at(size, 100.0));
    // What the window asks for when the screen is opened, and again after every decision.
    let shown = percentile(10, 50, |n| {
        let title = json!({ "id": commitments[0], "field": "title", "value": format!("Title {n}") });
        ask(&session, "commitment_set", title)?;
        ask(&session, "carry_get", json!({ "instrument": "BENCH", "from": 0, "to": 200 }))?;
        ask(&session, "carry_propose", json!({ "provision": all[n] })).map(|_| ())
    })?;
    push(figures, "carry forward: the screen after an edit, edit included", size, shown, Some(floor), at(size, 250.0));
    // The worst of it: behind each of them a commitment stands again.
    let none = json!({ "provisions": &all[..AT_ONCE], "decision": "not_for_us", "because": "For Governments" });
    let many = percentile(3, 50, |_| {
        decide(none.clone())?;
        undo()
    })?;
    push(figures, "carry forward: 500 paragraphs not for us and taken back", size, many, None, at(size, 1_000.0));
    Ok(())
}

fn ids(rows: &Json) -> Vec<String> {
    let id = |row: &Json| row["id"].as_str().map(str::to_owned);
    rows.as_array().into_iter().flatten().filter_map(id).collect()
}

/// Puts a row in.
fn put(state: &mut State, kind: Kind, id: &str, fields: &Json) -> Outcome<()> {
    let mut row = state.row(kind, id).map_or_else(|| plan::Row::new(kind, id), |row| (**row).clone());
    for (name, value) in fields.as_object().into_iter().flatten() {
        let index = kind.def().index(name).ok_or("no such field")?;
        row = row.with(index, plan::Value::accept(&kind.def().fields[index as usize], value)?);
    }
    state.put(row);
    Ok(())
}

/// The plan with a resolution of many paragraphs, which say what its commitments say.
fn resolution(state: &State, paragraphs: usize) -> Outcome<State> {
    let mut state = state.clone();
    let titles: Vec<String> = state.rows(Kind::Commitment).map(|row| row.title().to_owned()).collect();
    put(&mut state, Kind::Instrument, "BENCH", &json!({ "symbol": "A/RES/99/1", "title": "A new resolution" }))?;
    for n in 0..paragraphs {
        let title = format!("Requests {}", titles[n * 7919 % titles.len()]);
        let fields = json!({
            "instrument": "BENCH", "paragraph": n.to_string(), "title": title, "objective": "O1", "goals": ["SDG-4"],
            "action": format!("{title}, as called for in paragraph 11 (d) of the Global Digital Compact"),
        });
        put(&mut state, Kind::Provision, &format!("BENCH-{n:04}"), &fields)?;
    }
    Ok(state)
}

/// The first half of the paragraphs with a commitment each that another has taken the place of.
fn superseded(mut state: State) -> Outcome<State> {
    let ids: Vec<String> = state.rows(Kind::Commitment).map(|row| row.id().to_string()).collect();
    let provisions: Vec<String> =
        plan::carry::paragraphs(&state, "BENCH").take(AT_ONCE).map(|row| row.id().to_string()).collect();
    let (last, others) = ids.split_last().ok_or("no commitments")?;
    for (n, provision) in provisions.iter().enumerate() {
        let one = &others[n % others.len()];
        put(&mut state, Kind::Commitment, one, &json!({ "status": "superseded", "superseded_by": last }))?;
        let link = json!({ "commitment": one, "provision": provision, "answer": "superseded", "basis": "our_reading" });
        put(&mut state, Kind::Mapping, &format!("BENCH-LINK-{n:04}"), &link)?;
    }
    Ok(state)
}
