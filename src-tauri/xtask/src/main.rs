//! `cargo xtask`: the only door to the tools of this repository.
mod bench;
mod counts;
mod fuzz;
mod generate;
mod icons;
mod package;
mod papers;
mod run;
mod setup;
mod shell;
mod stages;
mod tidy;

use std::env;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  run [--release] [FILE]    build the window and open it; without a display, drive it and save a picture of it
  test                      everything, as the build server does it: set-up, format, lints, walls, every test
  test --long               the laws of merging with 100,000 cases each, optimised: for a night, not for the build server
  fuzz snapshot [--seconds N] [--seed S]
                            bytes of tests/corpus changed by seed; what fails is kept there (stable toolchain, not guided by coverage)
  check                     the inner loop: format, lints, walls, types, the quick tests
  gen [--check]             write ui/src/generated from the border; --check only says whether it is fresh
  tidy                      the walls of the house and the rules of taste
  setup                     what `run` and `test` do first: system packages, node modules, the WebDriver
  pictures [--documents] [FOLDER]
                            pictures of every screen: light, dark, mirrored, and of pages of documents; with
                            --documents of those alone (FOLDER: target/pictures)
  package [--development]   installers of this system from a release build: deb and rpm, nsis and msi, or dmg
  icons                     assets/icons/*.svg drawn anew in all sizes and formats
  bench [--size N] [--json] every figure beside its floor and target (N commitments; without it 100, 10,000, 100,000)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return ExitCode::from(2);
    };
    let outcome = match (command.as_str(), rest) {
        ("run", rest) => run::run(rest),
        ("test", []) => return stages::test(),
        ("test", [option]) if option == "--long" => fuzz::long(),
        ("fuzz", rest) if !rest.is_empty() => fuzz::run(rest),
        ("check", []) => return stages::check(),
        ("gen", []) => generate::write(),
        ("gen", [option]) if option == "--check" => generate::check(),
        ("tidy", []) => tidy::run(),
        ("setup", []) => setup::everything(),
        ("pictures", rest) => run::pictures(rest),
        ("package", rest) => package::run(rest),
        ("icons", []) => icons::run(),
        ("bench", rest) => bench::run(rest),
        ("help" | "--help" | "-h", []) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("xtask: `{}` is not understood.\n\n{USAGE}", arguments.join(" "));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
