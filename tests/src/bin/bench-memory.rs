//! Opens a plan (or does not) and prints the memory of its own process: PSS in MiB. Called by `bench`.

use std::path::Path;

use plan::store::{Access, Holder};
use plan::{Context, Plan};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, path] = &arguments[..] else { return Err("bench-memory empty|open FILE".into()) };
    let context =
        Context { now: "2026-11-23T09:00:00Z".parse()?, by: String::new(), organization: String::new(), seed: 1 };
    let plan = match what.as_str() {
        "open" => Some(Plan::open(Path::new(path), Access::Read, &Holder::default(), &context)?),
        _ => None,
    };
    let rollup = std::fs::read_to_string("/proc/self/smaps_rollup")?;
    let kib: f64 = rollup
        .lines()
        .find_map(|l| l.strip_prefix("Pss:"))
        .and_then(|l| l.trim().strip_suffix("kB"))
        .ok_or("no Pss")?
        .trim()
        .parse()?;
    println!("{:.1}", kib / 1024.0);
    drop(plan);
    Ok(())
}
