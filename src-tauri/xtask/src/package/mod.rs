//! `package`: installers of this system, by Tauri's bundler, which needs no connection for what is built on Linux.
mod licences;
mod linux;

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::shell::{self, Outcome, cargo};
use crate::{run, setup};

/// What each system installs from.
const BUNDLES: &str = if cfg!(target_os = "linux") {
    "deb,rpm"
} else if cfg!(target_os = "macos") {
    "dmg"
} else {
    "nsis,msi"
};
/// The programs in a package: the window, and the same without one.
const PROGRAMS: [&str; 2] = ["gdc-planner", "gdcplan"];

/// Builds what is shipped, and the installers of it; with `--development`, those that the tests read.
pub fn run(arguments: &[String]) -> Outcome {
    let release = match arguments {
        [] => true,
        [option] if option == "--development" => false,
        _ => return Err("`package` understands `--development`".into()),
    };
    // The bundler is among the node modules.
    setup::window(true)?;
    run::build_ui()?;
    run::build_app(release)?;
    let mut command_line = cargo(&["build", "--package", "gdcplan"]);
    if release {
        command_line.arg("--release");
    }
    shell::run(command_line)?;
    for file in bundle(release)? {
        let megabytes = fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?.len() / 1_000_000;
        println!("package: {} ({megabytes} MB)", file.display());
    }
    Ok(())
}

/// The same installers around the development build that the tests have made already: all but the programs is as it is
/// shipped, and no release build has to be waited for.
pub fn of_development() -> Outcome {
    bundle(false).map(|_| ())
}

/// Puts programs that are built into installers, and answers with their paths.
fn bundle(release: bool) -> Outcome<Vec<PathBuf>> {
    let profile = if release { "release" } else { "debug" };
    // Copies: what cargo built stays as cargo knows it, and the bundler finds nothing else.
    let stage = shell::target().join("package");
    let staged = stage.join(profile);
    if staged.exists() {
        fs::remove_dir_all(&staged).map_err(|error| format!("cannot empty {}: {error}", staged.display()))?;
    }
    shell::folder(&staged)?;
    for program in PROGRAMS {
        let name = format!("{program}{EXE_SUFFIX}");
        copy(&shell::target().join(profile).join(&name), &staged.join(&name), !release)?;
    }
    let beside = staged.join(format!("{}-{}{EXE_SUFFIX}", PROGRAMS[1], host()?));
    copy(&staged.join(format!("{}{EXE_SUFFIX}", PROGRAMS[1])), &beside, false)?;
    let libraries = staged.join("libraries.txt");
    fs::write(&libraries, licences::all()?)
        .map_err(|error| format!("cannot write {}: {error}", libraries.display()))?;

    let settings = staged.join("bundle.json");
    let text = settings_of(&staged, &libraries)?.to_string();
    fs::write(&settings, text).map_err(|error| format!("cannot write {}: {error}", settings.display()))?;

    let mut bundle = shell::command("node", &["ui/node_modules/@tauri-apps/cli/tauri.js", "bundle"]);
    // Nothing is signed here, and the mark by which an updater knows its installer is not wanted: there is no updater.
    bundle.args(["--ci", "--no-sign", "--no-binary-patching", "--features", "custom-protocol", "--bundles", BUNDLES]);
    bundle.arg("--config").arg(&settings).env("CARGO_TARGET_DIR", &stage);
    if !release {
        bundle.arg("--debug");
    }
    shell::run_aside(bundle)?;
    let made = installers(&staged.join("bundle"))?;
    if made.is_empty() { Err("the bundler made no installer".into()) } else { Ok(made) }
}

/// What is only known now, laid over `tauri.conf.json`.
fn settings_of(staged: &Path, libraries: &Path) -> Outcome<Value> {
    let mut bundle = json!({ "externalBin": [text(&staged.join(PROGRAMS[1]))?] });
    if !cfg!(target_os = "linux") {
        bundle["resources"] = json!({ text(libraries)?: "libraries.txt" });
        return Ok(json!({ "bundle": bundle }));
    }
    let programs = PROGRAMS.map(|program| staged.join(program));
    let mut files = linux::files()?;
    files.insert("/usr/share/doc/gdc-planner/libraries.txt".to_owned(), json!(text(libraries)?));
    // Icons come in all sizes among the files.
    bundle["icon"] = json!([]);
    bundle["linux"] = json!({
        "deb": { "files": files, "depends": linux::depends(staged, &programs)? },
        "rpm": { "files": files, "depends": linux::requires(&programs)? },
    });
    // The name of the package and of the desktop file; what people read is in the template.
    Ok(json!({ "productName": "gdc-planner", "bundle": bundle }))
}

fn copy(from: &Path, to: &Path, strip: bool) -> Outcome {
    let said = |error| format!("cannot copy {} to {}: {error}", from.display(), to.display());
    fs::copy(from, to).map_err(said)?;
    if strip && cfg!(target_os = "linux") {
        let mut strip = shell::command("strip", &[]);
        strip.arg(to);
        shell::run_aside(strip)?;
    }
    Ok(())
}

/// The system that is built on, as the compiler calls it.
fn host() -> Outcome<String> {
    let said = shell::read(shell::command("rustc", &["--version", "--verbose"]))?;
    said.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc does not name the system it builds on".into())
}

fn installers(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let ends = ["deb", "rpm", "dmg", "msi", "exe"];
    let mut made = shell::files(folder)?;
    made.retain(|path| path.extension().is_some_and(|end| ends.iter().any(|one| end == *one)));
    Ok(made)
}

fn text(path: &Path) -> Outcome<&str> {
    path.to_str().ok_or_else(|| format!("{} has a name that is not text", path.display()))
}
