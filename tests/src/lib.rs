//! Helpers for the tests of this package: a small plan with rows of every kind, somebody before it, made-up operations, and zips taken apart.

pub mod desk;
pub mod dice;
pub mod fuzz;
pub mod newer;
pub mod ops;
pub mod paper;
pub mod sample;
pub mod tiny;
pub mod zipped;

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use plan::store::{Access, Holder};
use plan::{Context, Kind, Plan, Result, State};

/// The `n`-th request of a made-up sitting: a second after the one before, with ids of its own.
pub fn context(n: u64) -> Context {
    let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_500) + TimeDelta::seconds(n as i64);
    Context {
        now,
        today: now.date_naive(),
        by: "Ana Ruiz".into(),
        organization: "BDT".into(),
        seed: 0x5eed ^ (n << 20),
    }
}

/// Who sits before the plan in these tests.
pub fn holder() -> Holder {
    Holder { person: "Ana Ruiz".into(), machine: "laptop".into(), since: context(0).at() }
}

/// Opens a plan to edit it, as the `n`-th request.
///
/// # Errors
/// As [`Plan::open`].
pub fn edit(path: &Path, n: u64) -> Result<Plan> {
    Plan::open(path, Access::Edit, &holder(), &context(n))
}

/// Opens a plan to read it: what the file holds, whatever is in somebody's memory.
///
/// # Errors
/// As [`Plan::open`].
pub fn read(path: &Path) -> Result<Plan> {
    Plan::open(path, Access::Read, &holder(), &context(0))
}

/// Whether two states hold the same content; the ledger is another matter.
pub fn same_content(a: &State, b: &State) -> bool {
    Kind::content().all(|kind| a.rows(kind).eq(b.rows(kind)))
}

/// A folder for a test that is not about the disk: in memory where the system has such a place, because every step waits
/// for the disk several times.
///
/// # Panics
/// Where no folder can be made.
pub fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    folder.or_else(|_| tempfile::tempdir()).expect("a folder for a test")
}

/// So many cases of a property, or as many as `PROPTEST_CASES` says.
pub fn cases(number: u32) -> proptest::test_runner::Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    proptest::test_runner::Config {
        cases: asked.unwrap_or(number),
        // A case that works on files takes its time; sixty smaller ones are tried when it fails.
        max_shrink_iters: 60,
        failure_persistence: None,
        ..Default::default()
    }
}
