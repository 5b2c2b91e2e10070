//! What runs for long: laws with very many cases, and inputs made by chance.
use std::process::Command;

use crate::shell::{self, Outcome, cargo};

/// Cases of each law of merging in a long run.
const CASES: &str = "100000";

/// The laws of merging, optimised.
pub fn long() -> Outcome {
    let mut command = cargo(&["test", "--release", "--package", "plan-tests", "--test", "laws", "merging::"]);
    command.env("PROPTEST_CASES", CASES);
    shell::run(watched(command))
}

/// Fuzzing of one target.
pub fn run(rest: &[String]) -> Outcome {
    let mut command = cargo(&["run", "--release", "--package", "plan-tests", "--bin", "fuzz", "--"]);
    command.args(rest);
    shell::run(watched(command))
}

/// The release profile without its slow linking, and with overflows found: one build serves both.
fn watched(mut command: Command) -> Command {
    command
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true")
        .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true");
    command
}
