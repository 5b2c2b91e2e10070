//! `cargo xtask fuzz snapshot [--seconds N] [--seed S]`: bytes of the kept corpus, changed by seed, through the target.
//!
//! It runs on the stable toolchain. It is not guided by coverage: it takes files apart where chance says, seals them again so that
//! what lies behind the sums is reached, and keeps what fails as a file of the corpus. The normal test run goes through that
//! folder, so that what was found once is tried for ever.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plan_tests::dice::Dice;
use plan_tests::{fuzz, sample};
use sha2::{Digest, Sha256};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, default: u64| -> Outcome<u64> {
        match arguments.iter().position(|argument| argument == name) {
            Some(at) => Ok(arguments.get(at + 1).ok_or_else(|| format!("{name} takes a number"))?.parse()?),
            None => Ok(default),
        }
    };
    if arguments.first().map(String::as_str) != Some("snapshot") {
        return Err("the targets are: snapshot".into());
    }
    let (seconds, seed) = (number("--seconds", 60)?, number("--seed", 1)?);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/snapshot");
    std::fs::create_dir_all(&folder)?;
    let mut corpus = files(&folder)?;
    if corpus.is_empty() {
        for (name, bytes) in fuzz::seeds() {
            std::fs::write(folder.join(format!("{name}.gdcsnap")), bytes)?;
        }
        corpus = files(&folder)?;
    }
    let mine = sample::state();
    let mut dice = Dice::new(seed);
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut failed, mut slowest) = (0u64, 0u64, Duration::ZERO);
    // What a failing case says is said once below; the hook would say it thousands of times.
    std::panic::set_hook(Box::new(|_| {}));
    while Instant::now() < end {
        let Some(first) = dice.pick(&corpus).cloned() else { break };
        let bytes = fuzz::mutated(&first, &mut dice);
        let begun = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| fuzz::snapshot(&bytes, &mine)));
        slowest = slowest.max(begun.elapsed());
        tried += 1;
        if let Err(panic) = outcome {
            failed += 1;
            let words = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied())
                .unwrap_or("no words");
            let name: String = Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            let path = folder.join(format!("failed-{name}.gdcsnap"));
            println!("{}: {}", path.display(), words.lines().next().unwrap_or_default());
            std::fs::write(path, &bytes)?;
            if failed >= 10 {
                break;
            }
        }
    }
    println!(
        "snapshot: {tried} inputs from {} files with seed {seed}, {failed} failed, the slowest took {slowest:?}",
        corpus.len()
    );
    if failed > 0 { Err("inputs failed: they are kept in the corpus".into()) } else { Ok(()) }
}

fn files(folder: &Path) -> Outcome<Vec<Vec<u8>>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths.iter().map(std::fs::read).collect::<Result<_, _>>()?)
}
