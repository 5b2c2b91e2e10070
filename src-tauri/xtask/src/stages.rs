//! `test` and `check`: stages one after the other, each with its time; the first that fails stops the rest and says what
//! to do.
use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::counts::{self, Counts};
use crate::shell::{self, Outcome, cargo, npm};
use crate::{generate, package, run, setup, tidy};

/// One stage.
struct Stage {
    name: &'static str,
    work: Work,
    /// What to do when it fails.
    remedy: &'static str,
}

enum Work {
    /// Steps of our own.
    Own(fn() -> Outcome),
    /// Another program.
    Program(fn() -> Command),
    /// Another program that counts tests, and how to read its count.
    Tests(fn() -> Command, fn(&str) -> Counts),
    /// The same, and a build beside it. The tests wait for a browser most of the time; the build takes what they leave of the
    /// processor.
    TestsBesideBuild(fn() -> Command, fn(&str) -> Counts, fn() -> Command),
}

const FORMAT: Stage = Stage {
    name: "format of the Rust code",
    work: Work::Program(|| cargo(&["fmt", "--all", "--check"])),
    remedy: "Run `cargo fmt --all`.",
};
const LINTS: &str = "lints of the Rust code";
const LINTS_REMEDY: &str = "Mend what clippy names above.";
const TIDY: Stage =
    Stage { name: "tidy", work: Work::Own(tidy::run), remedy: "Each complaint above names its remedy." };
const GENERATED: Stage = Stage {
    name: "freshness of the generated files",
    work: Work::Own(generate::check),
    remedy: "Run `cargo xtask gen` and commit what it wrote.",
};
const UI_CHECK: Stage = Stage {
    name: "types, lints, format and walls of the user interface",
    work: Work::Tests(|| npm(&["run", "--silent", "check"]), counts::vitest),
    remedy: "Run `npm run check` in ui; `npm run format` mends the format.",
};

/// Everything, as the build server does it.
pub fn test() -> ExitCode {
    stages(&[
        Stage {
            name: "set-up",
            work: Work::Own(setup::everything),
            remedy: "Install what is named above and try again.",
        },
        FORMAT,
        TIDY,
        Stage {
            name: LINTS,
            work: Work::Program(|| {
                let which = ["clippy", "--workspace", "--all-targets", "--features", "custom-protocol"];
                cargo(&[&which[..], &["--", "-D", "warnings"]].concat())
            }),
            remedy: LINTS_REMEDY,
        },
        GENERATED,
        Stage {
            name: "tests of the Rust code",
            work: Work::Tests(|| cargo(&["test", "--workspace", "--exclude", "gdc-planner"]), counts::cargo),
            remedy: "Run the failing test alone: `cargo test -p PACKAGE NAME`.",
        },
        UI_CHECK,
        Stage {
            name: "tests of the user interface",
            work: Work::Tests(|| npm(&["run", "--silent", "test", "--", "--project", "components"]), counts::vitest),
            remedy: "Run one file alone: `npx vitest run FILE` in ui.",
        },
        Stage {
            name: "build of the user interface",
            work: Work::Own(run::build_ui),
            remedy: "Run `npm run build` in ui.",
        },
        Stage {
            name: "build of the development host and the command line",
            work: Work::Program(|| cargo(&["build", "--package", "plan-devhost", "--package", "gdcplan"])),
            remedy: "Run `cargo build -p plan-devhost -p gdcplan`.",
        },
        Stage {
            name: "tests in the browser, on the development host; beside them, the build of the application",
            work: Work::TestsBesideBuild(
                || npm(&["run", "--silent", "e2e"]),
                counts::playwright,
                || run::app_build(false),
            ),
            remedy: "Run one alone: `npx playwright test FILE` in ui; traces are in ui/test-results. \
                     The build alone: `cargo build -p gdc-planner --features custom-protocol`.",
        },
        Stage {
            name: "tests of the shell",
            work: Work::Tests(
                || cargo(&["test", "--package", "gdc-planner", "--features", "custom-protocol", "--lib"]),
                counts::cargo,
            ),
            remedy: "Run `cargo test -p gdc-planner --features custom-protocol`.",
        },
        Stage {
            name: "tests on the real window",
            work: Work::Tests(|| run::window_script(&["--test", "tests/window"]), counts::node),
            remedy: "Run `node --test tests/window` in ui; pictures of failures are in target/pictures.",
        },
        Stage {
            name: "packages around the development build",
            work: Work::Own(package::of_development),
            remedy: "Look at src-tauri/xtask/src/package and at what the bundler said above.",
        },
        Stage {
            name: "tests of the packages",
            work: Work::Tests(|| run::window_script(&["--test", "tests/package"]), counts::node),
            remedy: "Run `node --test tests/package` in ui.",
        },
    ])
}

/// The inner loop.
pub fn check() -> ExitCode {
    stages(&[
        Stage { name: "set-up", work: Work::Own(setup::sources), remedy: "Install what is named above and try again." },
        FORMAT,
        TIDY,
        // The shell is left out of the inner loop: the web view is slow to build.
        Stage {
            name: LINTS,
            work: Work::Program(|| {
                let which = ["clippy", "--workspace", "--exclude", "gdc-planner", "--all-targets"];
                cargo(&[&which[..], &["--", "-D", "warnings"]].concat())
            }),
            remedy: LINTS_REMEDY,
        },
        UI_CHECK,
        Stage {
            name: "quick tests: the units of the Rust code",
            work: Work::Tests(
                || cargo(&["test", "--workspace", "--exclude", "gdc-planner", "--lib", "--bins"]),
                counts::cargo,
            ),
            remedy: "Run the failing test alone: `cargo test -p PACKAGE NAME`.",
        },
    ])
}

fn stages(stages: &[Stage]) -> ExitCode {
    let start = Instant::now();
    let mut counts = Counts::default();
    for (number, stage) in stages.iter().enumerate() {
        println!("\n== {} of {}: {}", number + 1, stages.len(), stage.name);
        let begun = Instant::now();
        let outcome = stage.work.run(&mut counts);
        println!("== {}: {:.1} s", stage.name, begun.elapsed().as_secs_f64());
        if let Err(sentence) = outcome {
            // A stage that counts no tests of its own is one thing that failed.
            counts.failed = counts.failed.max(1);
            println!("\nStopped at \"{}\": {sentence}.\n{}\n", stage.name, stage.remedy);
            println!("{counts}");
            return ExitCode::FAILURE;
        }
    }
    println!("\nAll {} stages in {:.0} s.", stages.len(), start.elapsed().as_secs_f64());
    println!("{counts}");
    ExitCode::SUCCESS
}

impl Work {
    fn run(&self, counts: &mut Counts) -> Outcome {
        let (command, read) = match self {
            Self::Own(work) => return work(),
            Self::Program(command) => return shell::run(command()),
            Self::Tests(command, read) => (command(), read),
            Self::TestsBesideBuild(command, read, build) => {
                let build = shell::at_leisure(uncoloured(build()));
                let tested = Self::Tests(*command, *read).run(counts);
                let built = build.finish();
                return tested.and(built);
            }
        };
        let spelled = shell::spelled(&command);
        let (succeeded, said) = shell::watch(uncoloured(command))?;
        let ran = read(&said);
        counts.add(&ran);
        match (succeeded, ran.failed, ran.passed) {
            (true, 0, 0) => Err(format!("`{spelled}` ran no test that could be counted")),
            (true, 0, _) => Ok(()),
            (_, 0, _) => Err(format!("`{spelled}` failed")),
            (_, failed, _) => Err(format!("{failed} failed in `{spelled}`")),
        }
    }
}

/// Counts are read from plain text.
fn uncoloured(mut command: Command) -> Command {
    command.env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never").env_remove("FORCE_COLOR");
    command
}
