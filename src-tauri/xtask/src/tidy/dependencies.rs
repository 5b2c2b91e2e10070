//! Every library that we chose has a line in ARCHITECTURE.md that says why.
use std::collections::BTreeSet;

use serde_json::Value;

use super::Complaint;

/// Complaints about libraries that `architecture` does not name between backticks.
pub fn check(architecture: &str, metadata: &Value, package_json: &str) -> Vec<Complaint> {
    let named: BTreeSet<&str> = architecture.split('`').skip(1).step_by(2).collect();
    let missing = |library: &String| !named.contains(library.as_str());
    let say = |library: String| {
        Complaint::new(
            "ARCHITECTURE.md",
            format!("`{library}` is used and not named: add a line that says why it is there"),
        )
    };
    let mut used = crates(metadata);
    match modules(package_json) {
        Ok(modules) => used.extend(modules),
        Err(error) => return vec![Complaint::new("ui/package.json", format!("cannot be read: {error}"))],
    }
    used.into_iter().filter(missing).map(say).collect()
}

fn crates(metadata: &Value) -> BTreeSet<String> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let dependencies = packages.flat_map(|package| package["dependencies"].as_array().into_iter().flatten());
    let foreign = dependencies.filter(|dependency| !dependency["path"].is_string());
    foreign.filter_map(|dependency| dependency["name"].as_str().map(str::to_owned)).collect()
}

fn modules(package_json: &str) -> Result<BTreeSet<String>, serde_json::Error> {
    let package: Value = serde_json::from_str(package_json)?;
    let lists = ["dependencies", "devDependencies"].map(|list| package[list].as_object().cloned().unwrap_or_default());
    Ok(lists.into_iter().flatten().map(|(name, _)| name).filter(|name| !name.starts_with("@types/")).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_library_without_a_line_is_asked_about() {
        let metadata = json!({ "packages": [{ "dependencies": [
            { "name": "zip", "path": null }, { "name": "plan", "path": "src-tauri/core" }, { "name": "uuid", "path": null },
        ] }] });
        let package =
            r#"{ "dependencies": { "react": "19" }, "devDependencies": { "vite": "8", "@types/node": "20" } }"#;
        let words: Vec<String> = check("- `zip`: snapshots. vite builds. `react`.", &metadata, package)
            .into_iter()
            .map(|c| c.words)
            .collect();
        assert_eq!(words.len(), 2, "{words:?}");
        assert!(words[0].starts_with("`uuid`"));
        assert!(words[1].starts_with("`vite`"), "a name without backticks is not a line");
    }
}
