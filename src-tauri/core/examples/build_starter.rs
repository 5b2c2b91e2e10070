//! Builds the starter plan and the "developments since" from their sources: `cargo run -p plan --example build_starter`.
//!
//! The result is committed and, once released, never changed: its id is the ancestor of every plan made from it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use plan::snapshot::{self, Snapshot, With};
use plan::{Context, State};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let starter =
        plan::assets::build(State::default(), &read(&[assets.join("catalogue"), assets.join("starter/itu")])?.refs())?;
    let (manifest, bytes) =
        snapshot::write(&starter, &context("2025-02-10T00:00:00Z")?, "As given in early 2025", With::default())?;
    std::fs::write(assets.join("starter/itu-action-plan.gdcsnap"), &bytes)?;
    println!("{} {} bytes", manifest.id, bytes.len());

    let descends = Snapshot::read(&bytes)?.into_plan_rows()?;
    let developments = plan::assets::build(descends, &read(&[assets.join("starter/developments")])?.refs())?;
    let (manifest, bytes) = snapshot::write(
        &developments,
        &context("2026-11-23T00:00:00Z")?,
        "Developments since, from public sources",
        With::default(),
    )?;
    std::fs::write(assets.join("starter/developments.gdcsnap"), &bytes)?;
    println!("{} {} bytes", manifest.id, bytes.len());
    Ok(())
}

fn context(at: &str) -> Result<Context, chrono::ParseError> {
    Ok(Context { now: at.parse::<DateTime<Utc>>()?, by: "GDC Planner".into(), organization: String::new(), seed: 0 })
}

struct Sources(Vec<(String, String)>);

impl Sources {
    fn refs(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
    }
}

/// All TOML files of some folders, sorted by name.
fn read(folders: &[PathBuf]) -> std::io::Result<Sources> {
    let mut sources = Vec::new();
    for folder in folders {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
        files.retain(|f| f.extension().is_some_and(|e| e == "toml"));
        files.sort();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            sources.push((name, std::fs::read_to_string(&file)?));
        }
    }
    Ok(Sources(sources))
}
