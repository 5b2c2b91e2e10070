//! Which of our crates may lean on which: the walls of the house, read from `cargo metadata`.
use serde_json::Value;

use super::Complaint;

/// Each of our crates with those of ours that it may use. Tests may use whatever they test.
const ALLOWED: &[(&str, &[&str])] = &[
    ("plan", &[]),
    ("plan-strings", &["plan"]),
    ("plan-documents", &["plan-strings"]),
    ("plan-pdf", &["plan-documents"]),
    ("plan-wire", &["plan", "plan-strings", "plan-documents", "plan-pdf"]),
    ("gdc-planner", &["plan-wire"]),
    ("plan-devhost", &["plan-wire"]),
    ("gdcplan", &["plan-wire"]),
    ("xtask", &[]),
    ("plan-tests", &["plan", "plan-strings", "plan-documents", "plan-pdf", "plan-wire"]),
];

/// Libraries that only some crates may use, by the beginning of their name.
const FENCED: &[(&str, &[&str], &str)] = &[
    ("tauri", &["gdc-planner"], "only the shell knows the window"),
    ("rusqlite", &["plan", "plan-tests"], "SQL lives in the core alone"),
    ("libsqlite3-sys", &["plan"], "SQL lives in the core alone"),
    ("tokio", &[], "jobs are plain threads; the core must run anywhere"),
    ("fluent", &["plan-strings"], "every sentence about data is made in `plan-strings`"),
    ("icu", &["plan-strings", "plan-documents"], "the core knows no locale"),
    ("typst", &["plan-pdf"], "it is slow to build, so it stands alone"),
    ("reqwest", &[], "the application makes no connection"),
    ("hyper", &[], "the application makes no connection"),
];

/// Complaints about the dependencies of our crates.
pub fn check(metadata: &Value) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let place = format!("{name}/Cargo.toml");
        let Some((_, allowed)) = ALLOWED.iter().find(|(own, _)| *own == name) else {
            let words =
                "is not in the list of crates: add it to `ALLOWED` in xtask/src/tidy/crates.rs with what it may use";
            complaints.push(Complaint::new(place, words));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let used = dependency["name"].as_str().unwrap_or_default();
            let in_tests = dependency["kind"] == "dev";
            let ours = dependency["path"].is_string();
            if ours && !in_tests && !allowed.contains(&used) {
                let may = if allowed.is_empty() { "none of ours".to_owned() } else { allowed.join(", ") };
                let words =
                    format!("uses {used}: it may use {may} (design, section 3); move what it needs down or pass it in");
                complaints.push(Complaint::new(&place, words));
            }
            let fence = FENCED.iter().find(|(library, users, _)| {
                !ours
                    && !in_tests
                    && (used == *library || used.starts_with(&format!("{library}-")))
                    && !users.contains(&name)
            });
            if let Some((_, _, why)) = fence {
                complaints.push(Complaint::new(&place, format!("uses {used}: {why}")));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn one(name: &str, dependencies: &Value) -> Vec<Complaint> {
        check(&json!({ "packages": [{ "name": name, "dependencies": dependencies }] }))
    }

    #[test]
    fn a_crate_leans_only_on_those_below_it() {
        let on = |name: &str, kind: Value| json!([{ "name": name, "kind": kind, "path": "x" }]);
        assert!(one("plan-wire", &on("plan", Value::Null)).is_empty());
        assert_eq!(one("plan", &on("plan-wire", Value::Null)).len(), 1, "upwards");
        assert_eq!(one("gdcplan", &on("plan", Value::Null)).len(), 1, "past the border");
        assert_eq!(one("gdcplan", &on("plan", json!("build"))).len(), 1, "past the border while building");
        assert!(one("gdcplan", &on("plan", json!("dev"))).is_empty(), "tests may look at what they test");
    }

    #[test]
    fn libraries_stay_behind_their_fence() {
        let on = |name: &str| json!([{ "name": name, "kind": null, "path": null }]);
        assert!(one("gdc-planner", &on("tauri-plugin-dialog")).is_empty());
        assert_eq!(one("plan-wire", &on("tauri")).len(), 1);
        assert_eq!(one("plan-wire", &on("rusqlite")).len(), 1);
        assert_eq!(one("plan", &on("tokio")).len(), 1);
        assert_eq!(one("plan", &on("icu-calendar")).len(), 1);
        assert!(one("plan", &on("rusqlite")).is_empty());
        let in_tests = json!([{ "name": "rusqlite", "kind": "dev", "path": null }]);
        assert!(one("gdcplan", &in_tests).is_empty(), "tests damage plans with it");
    }

    #[test]
    fn a_crate_nobody_placed_is_asked_about() {
        assert_eq!(one("plan-gossip", &json!([])).len(), 1);
    }
}
