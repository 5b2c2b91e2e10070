//! A small plan with rows of every kind, and what a newer version might have added to it.

use std::path::Path;

use plan::assets::starter_id;
use plan::snapshot::{self, With};
use plan::{Kind, Origin, Plan, State};
use serde_json::{Value as Json, json};

use crate::{context, zipped};

/// Stands in every private text of the sample and in no other.
pub const PRIVATE_WORD: &str = "zibaldone";

/// The rows of the sample.
///
/// # Panics
/// Where `sample.toml` does not keep to the table of kinds.
pub fn state() -> State {
    plan::assets::build(State::default(), &[("sample.toml", include_str!("sample.toml"))]).expect("sample.toml")
}

/// Id of a row of the sample.
pub fn id(kind: Kind, slug: &str) -> String {
    starter_id(kind, slug)
}

/// A snapshot of the sample with everything private in it, as a newer version of this program would write it: with fields
/// and a part that this one does not know.
///
/// # Panics
/// Where the snapshot cannot be made.
pub fn newer_snapshot() -> Vec<u8> {
    let (_, bytes) = snapshot::write(&state(), &context(0), "From next year", With::ALL).expect("a snapshot");
    zipped::resealed(&bytes, |manifest, parts| {
        manifest["format"] = json!(2);
        manifest["mood"] = json!("hopeful");
        for (name, rows) in parts.iter_mut() {
            let Json::Array(rows) = rows else { continue };
            for (i, row) in rows.iter_mut().enumerate() {
                match name.as_str() {
                    "commitment.json" => {
                        row["mood"] = json!({ "words": "née « ∂ »", "level": i, "deep": [null, true, 0.25] })
                    }
                    "about.json" => row["theme"] = json!("blue"),
                    "organization.json" if i == 0 => row["flag"] = json!("🏳\u{1}"),
                    _ => {}
                }
            }
        }
        // What is private in it is named, so that this version holds it back although it does not know it.
        for (_, rows) in parts.iter_mut().filter(|(name, _)| name == "commitment.json") {
            rows[0]["secret"] = json!("zibaldone of next year");
        }
        parts.push(("confession.json".into(), json!([{ "id": "c1", "words": "zibaldone, said to nobody" }])));
        let private = manifest["private"].as_array_mut().expect("what is private is named");
        private.extend([json!("commitment.secret"), json!("confession")]);
        parts.push(("pledge.json".into(), json!([{ "id": "p1", "words": "Said to the Council" }])));
    })
}

/// Makes a plan of the sample, descended from a snapshot of it.
///
/// # Panics
/// Where it cannot be made.
pub fn plan_file(path: &Path) {
    Plan::create(path, Origin::Snapshot(&newer_snapshot()), &context(1)).expect("a plan of the sample");
}
