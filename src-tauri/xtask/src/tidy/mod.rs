//! The walls of the house and the rules of taste, as a test that fails with a remedy.
//!
//! What the compiler, clippy or the walls of the user interface (`ui/tests/walls.test.ts`) see is not looked for again.
mod crates;
mod dependencies;
mod text;

use serde_json::Value;

use crate::shell::{self, Outcome};

/// Something that breaks a rule: where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
struct Complaint {
    place: String,
    words: String,
}

impl Complaint {
    fn new(place: impl Into<String>, words: impl Into<String>) -> Self {
        Self { place: place.into(), words: words.into() }
    }
}

/// Looks through every file that is or would be committed.
pub fn run() -> Outcome {
    let mut complaints = Vec::new();
    let names = committed_files()?;
    for name in &names {
        let path = shell::root().join(name);
        // A file that is deleted and not yet committed as such, or one that is not text.
        let Ok(content) = std::fs::read_to_string(path) else { continue };
        complaints.extend(text::check(name, &content));
    }
    let metadata = metadata()?;
    complaints.extend(crates::check(&metadata));
    complaints.extend(dependencies::check(
        &std::fs::read_to_string(shell::root().join("ARCHITECTURE.md")).unwrap_or_default(),
        &metadata,
        &shell::text(&shell::root().join("ui/package.json"))?,
    ));
    if complaints.is_empty() {
        println!("tidy: {} files, nothing to complain about", names.len());
        return Ok(());
    }
    for complaint in &complaints {
        println!("{}: {}", complaint.place, complaint.words);
    }
    Err(format!("tidy has {} complaints (above), each with its remedy", complaints.len()))
}

fn committed_files() -> Outcome<Vec<String>> {
    let listed = shell::read(shell::command("git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
    let mut names: Vec<String> = listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

fn metadata() -> Outcome<Value> {
    let written = shell::read(shell::cargo(&["metadata", "--no-deps", "--format-version", "1", "--offline"]))?;
    serde_json::from_str(&written).map_err(|error| format!("cannot read what `cargo metadata` wrote: {error}"))
}
