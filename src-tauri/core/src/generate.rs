//! Synthetic plans of any size, by seed: for benchmarks, for tests, and for whoever wants to see what the window does with
//! a large one. The same size and seed give the same plan.

use serde_json::{Map, Value as Json, json};

use crate::context::mix;
use crate::history::{order, reference_prefix};
use crate::kinds::{Kind, STATUS};
use crate::snapshot::row_from_json;
use crate::{Result, State};

/// A plan of `commitments` commitments, three times as many milestones and what hangs on them, on the shipped catalogue.
///
/// # Errors
/// `Broken` where the catalogue that is built in is not whole.
pub fn generate(commitments: usize, seed: u64) -> Result<State> {
    let mut state = crate::assets::catalogue()?;
    let mut dice = Dice(seed);
    let organizations: Vec<String> = ids(&state, Kind::Organization);
    let objectives: Vec<String> = ids(&state, Kind::Objective);
    let action_lines: Vec<String> = ids(&state, Kind::ActionLine);
    let provisions: Vec<String> = ids(&state, Kind::Provision);
    let roles: Vec<String> = ids(&state, Kind::Role);
    let prefix = |id: &str, state: &State| {
        state.row(Kind::Organization, id).map(|row| reference_prefix(row)).unwrap_or_default()
    };
    put(
        &mut state,
        Kind::About,
        "about".into(),
        json!({ "title": format!("Synthetic plan of {commitments} commitments") }),
    )?;

    let groups = (commitments / 50).max(1);
    for n in 0..groups {
        let parent = (n % 6 != 0).then(|| uuid(seed, "group", n - n % 6));
        let body = json!({ "title": format!("{} group {n}", dice.pick(SUBJECTS)), "kind": if parent.is_some() { "sub_group" } else { "working_group" }, "parent": parent, "ord": order::nth(n) });
        put(&mut state, Kind::Group, uuid(seed, "group", n), body)?;
    }
    for n in 0..commitments {
        let owner = dice.pick(&organizations).clone();
        let status = *dice.pick(STATUS);
        let body = json!({
            "reference": format!("{}-{:03}", prefix(&owner, &state), n + 1),
            "title": format!("{} {} {}", dice.pick(VERBS), dice.pick(SUBJECTS), dice.pick(PLACES)),
            "description": format!("{} {}. {}.", dice.pick(VERBS), dice.pick(SUBJECTS), dice.pick(PLACES)),
            "kind": *dice.pick(crate::kinds::COMMITMENT_KIND),
            "owner": owner,
            "lead": dice.pick(&organizations),
            "partners": [dice.pick(&organizations), dice.pick(&organizations)],
            "objective": dice.pick(&objectives),
            "status": status,
            "status_as_of": format!("{}-{:02}", 2024 + dice.below(3), 1 + dice.below(12)),
            "start": format!("{}", 2023 + dice.below(3)),
            "end": (dice.below(3) > 0).then(|| format!("{}-{:02}", 2026 + dice.below(4), 1 + dice.below(12))),
            // What goes on is never completed.
            "standing": dice.below(4) == 0 && status != "completed",
            "ord": order::nth(n),
        });
        put(&mut state, Kind::Commitment, uuid(seed, "commitment", n), body)?;
        for m in 0..3 {
            let n3 = n * 3 + m;
            // One in ten has a day of its own, the others hang on it: what an opening date moves.
            let body = if n3 % 10 == 0 {
                json!({ "date": format!("{}-{:02}-{:02}", 2024 + dice.below(7), 1 + dice.below(12), 1 + dice.below(28)) })
            } else {
                json!({ "anchor": uuid(seed, "milestone", n3 - n3 % 10), "anchor_distance": dice.below(180) as i64 - 90, "anchor_unit": "days", "anchor_from": "start" })
            };
            let Json::Object(mut body) = body else { continue };
            body.insert("title".into(), json!(format!("{} of {}", dice.pick(EVENTS), dice.pick(SUBJECTS))));
            body.insert("kind".into(), json!(dice.pick(crate::kinds::MILESTONE_KIND)));
            body.insert("commitment".into(), json!(uuid(seed, "commitment", n)));
            body.insert("ord".into(), json!(order::nth(n3)));
            put(&mut state, Kind::Milestone, uuid(seed, "milestone", n3), Json::Object(body))?;
        }
        for m in 0..2 {
            let body = json!({ "commitment": uuid(seed, "commitment", n), "organization": dice.pick(&organizations), "role": dice.pick(&roles), "state": "confirmed", "ord": order::nth(n * 2 + m) });
            put(&mut state, Kind::Assignment, uuid(seed, "assignment", n * 2 + m), body)?;
        }
        let body = json!({ "commitment": uuid(seed, "commitment", n), "action_line": dice.pick(&action_lines), "reason": format!("{}.", dice.pick(SUBJECTS)), "ord": order::nth(n * 2) });
        put(&mut state, Kind::Mapping, uuid(seed, "mapping", n * 2), body)?;
        let body = json!({ "commitment": uuid(seed, "commitment", n), "provision": dice.pick(&provisions), "ord": order::nth(n * 2 + 1) });
        put(&mut state, Kind::Mapping, uuid(seed, "mapping", n * 2 + 1), body)?;
        if n % 2 == 0 {
            let body = json!({ "commitment": uuid(seed, "commitment", n), "date": format!("2026-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28)), "status": status, "report": format!("{} {}.", dice.pick(VERBS), dice.pick(SUBJECTS)), "ord": order::nth(n) });
            put(&mut state, Kind::Update, uuid(seed, "update", n), body)?;
        }
    }
    Ok(state)
}

const VERBS: &[&str] = &[
    "Support for",
    "Review of",
    "Training on",
    "Guidelines for",
    "Standards on",
    "Network for",
    "Data on",
    "Assessment of",
];
const SUBJECTS: &[&str] = &[
    "school connectivity",
    "spectrum management",
    "AI standards",
    "digital skills",
    "child online protection",
    "e-waste",
    "data governance",
    "satellite capacity",
    "rural broadband",
    "accessible services",
    "cybersecurity indices",
    "digital public infrastructure",
];
const PLACES: &[&str] = &[
    "in least developed countries",
    "in Africa",
    "in the Arab States",
    "in Asia and the Pacific",
    "in the Americas",
    "worldwide",
    "in small islands",
];
const EVENTS: &[&str] =
    &["First draft", "Consultation", "Adoption", "Mid-term review", "Final report", "Workshop", "Launch"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(1);
        mix(self.0) % n
    }
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u64) as usize]
    }
}

fn ids(state: &State, kind: Kind) -> Vec<String> {
    state.rows(kind).map(|row| row.id().to_string()).collect()
}

fn uuid(seed: u64, kind: &str, n: usize) -> String {
    uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, format!("{seed}/{kind}/{n}").as_bytes()).to_string()
}

fn put(state: &mut State, kind: Kind, id: String, body: Json) -> Result<()> {
    let Json::Object(mut fields) = body else { return Ok(()) };
    fields.insert("id".into(), Json::from(id));
    let fields: Map<String, Json> = fields.into_iter().filter(|(_, v)| !v.is_null()).collect();
    state.put(row_from_json(kind, fields)?);
    Ok(())
}
