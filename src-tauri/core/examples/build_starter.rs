//! Builds the starter plan and the "developments since" from their sources: `cargo run -p plan --example build_starter`.
//!
//! The result is committed and, once released, never changed: its id is the ancestor of every plan made from it.

use std::path::Path;

use plan::snapshot::Snapshot;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let shipped = plan::assets::shipped(&assets)?;
    for (name, bytes) in [("itu-action-plan", shipped.starter), ("developments", shipped.developments)] {
        std::fs::write(assets.join(format!("starter/{name}.gdcsnap")), &bytes)?;
        println!("{} {} bytes", Snapshot::read(&bytes)?.manifest.id, bytes.len());
    }
    Ok(())
}
