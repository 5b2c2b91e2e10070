//! Set-up: says what it does, installs what it may, and otherwise prints the exact command to type.
use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value;

use crate::shell::{self, Outcome};

/// What the window needs to be built and opened.
const WINDOW: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
/// What drives it where nobody looks.
const DRIVER: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "xdotool", "dbus-daemon", "at-spi2-core"];
/// What the tests need beyond that.
const TESTS: &[&str] = &["chromium", "strace", "poppler-utils", "fonts-noto-core", "fonts-noto-cjk"];
/// Programs that people open documents with: they have to open ours, and keep what is in them.
const OFFICE: &[&str] = &["libreoffice-calc-nogui", "libreoffice-writer-nogui", "python3-docx", "python3-openpyxl"];
/// What reads the packages that were made, as the systems they are for read them.
const READERS: &[&str] =
    &["appstream", "cpio", "desktop-file-utils", "libglib2.0-bin", "rpm", "rpm2cpio", "shared-mime-info"];
const NODE_AT_LEAST: u32 = 20;
/// 3 is an alpha and does not drive a Tauri 2 window.
const TAURI_DRIVER: &str = "2.1.0";

/// Everything that `test` needs.
pub fn everything() -> Outcome {
    tools()?;
    packages(&[WINDOW, DRIVER, TESTS, OFFICE, READERS].concat())?;
    shell::run_aside(shell::cargo(&["fetch", "--quiet", "--locked"]))
        .map_err(|error| format!("{error}. If Cargo.lock is behind, run `cargo check` and commit it"))?;
    node_modules()?;
    tauri_driver()
}

/// What `run` needs; more of it when there is no display.
pub fn window(displayed: bool) -> Outcome {
    tools()?;
    if displayed {
        packages(WINDOW)?;
        return node_modules();
    }
    packages(&[WINDOW, DRIVER].concat())?;
    node_modules()?;
    tauri_driver()
}

/// What looks at documents.
pub fn papers() -> Outcome {
    packages(&["poppler-utils"])
}

/// What the inner loop needs: nothing of the system's.
pub fn sources() -> Outcome {
    tools()?;
    node_modules()
}

fn say(what: &str) {
    eprintln!("set-up: {what}");
}

fn tools() -> Outcome {
    for component in ["fmt", "clippy"] {
        if shell::version("cargo", &[component, "--version"]).is_some() {
            continue;
        }
        let name = if component == "fmt" { "rustfmt" } else { component };
        say(&format!("adding the Rust component {name}"));
        shell::run_aside(shell::command("rustup", &["component", "add", name])).map_err(|error| {
            format!("{error}. Add {name} to your Rust installation, e.g. `rustup component add {name}`")
        })?;
    }
    let node = shell::version("node", &["--version"])
        .ok_or(format!("Node.js is missing. Install version {NODE_AT_LEAST} or newer from https://nodejs.org"))?;
    match major(&node) {
        Some(found) if found >= NODE_AT_LEAST => Ok(()),
        _ => {
            Err(format!("Node.js {node} is too old. Install version {NODE_AT_LEAST} or newer from https://nodejs.org"))
        }
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

fn packages(wanted: &[&str]) -> Outcome {
    if shell::version("dpkg-query", &["--version"]).is_none() {
        say(
            "this is not Debian: its own packages for WebKitGTK 4.1, a C compiler, Xvfb and Chromium are taken to be there",
        );
        return Ok(());
    }
    let listed = shell::command("dpkg-query", &["-W", "-f=${db:Status-Status} ${Package}\n"])
        .output()
        .map_err(|error| format!("`dpkg-query` could not be started: {error}"))?;
    let missing = missing_packages(wanted, &String::from_utf8_lossy(&listed.stdout));
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    if !is_root() {
        return Err(format!("system packages are missing. Type this, then try again:\n\n    sudo {line}\n"));
    }
    say(&format!("apt-get update && {line}"));
    shell::run_aside(apt(&["update", "--quiet"]))?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    shell::run_aside(apt(&[&install[..], &missing[..]].concat()))
}

fn apt(arguments: &[&str]) -> std::process::Command {
    let mut apt = shell::command("apt-get", arguments);
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// What is wanted and not among the lines `installed NAME` of `dpkg-query`.
fn missing_packages<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let installed = |name: &&str| listed.lines().any(|line| line.strip_prefix("installed ") == Some(*name));
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

fn is_root() -> bool {
    shell::version("id", &["-u"]).as_deref() == Some("0")
}

fn node_modules() -> Outcome {
    let ui = shell::root().join("ui");
    let lock = shell::text(&ui.join("package-lock.json"))?;
    // npm keeps there what it last installed.
    let installed = || fs::read_to_string(ui.join("node_modules/.package-lock.json")).unwrap_or_default();
    if same_modules(&lock, &installed()) {
        return Ok(());
    }
    // Not `npm ci`: it stops where the registry, or the lock file, lacks an optional part for another system. That the
    // lock file is followed is looked at below.
    say("npm install, in ui, as the lock file says");
    shell::run_aside(shell::npm(&["install", "--no-save", "--no-audit", "--no-fund"]))?;
    if same_modules(&lock, &installed()) {
        return Ok(());
    }
    Err("ui/package-lock.json does not hold what ui/package.json asks for. Run `npm install` in ui and commit both"
        .into())
}

/// Whether `installed` holds what `lock` names, in the same versions. Optional parts are those of one system or another.
fn same_modules(lock: &str, installed: &str) -> bool {
    let packages = |text: &str| -> Option<serde_json::Map<String, Value>> {
        serde_json::from_str::<Value>(text).ok()?.get("packages")?.as_object().cloned()
    };
    let (Some(lock), Some(installed)) = (packages(lock), packages(installed)) else { return false };
    let optional = |package: &Value| package["optional"] == true || package["devOptional"] == true;
    let version = |package: &Value| (package["version"].clone(), package["integrity"].clone());
    let there = |(name, package): (&String, &Value)| {
        installed.get(name).map_or_else(|| optional(package), |there| version(there) == version(package))
    };
    let asked_for = |(name, package): (&String, &Value)| lock.contains_key(name) || optional(package);
    lock.iter().filter(|(name, _)| !name.is_empty()).all(there) && installed.iter().all(asked_for)
}

/// Where `tauri-driver` is kept: not among the person's own programs.
pub fn driver_path() -> PathBuf {
    shell::target().join("tools/bin").join(format!("tauri-driver{}", env::consts::EXE_SUFFIX))
}

fn tauri_driver() -> Outcome {
    if driver_path().exists() {
        return Ok(());
    }
    say(&format!("cargo install tauri-driver {TAURI_DRIVER}, into target/tools"));
    let tools = shell::target().join("tools");
    let tools = tools.to_str().ok_or("the target folder has a name that is not text")?;
    let mut install =
        shell::cargo(&["install", "tauri-driver", "--locked", "--version", TAURI_DRIVER, "--root", tools]);
    install.env("CARGO_TARGET_DIR", shell::target().join("tools/build"));
    shell::run_aside(install)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_counts_as_missing() {
        let listed = "installed xvfb\nconfig-files chromium\ninstalled libreoffice-writer-nogui\n";
        assert_eq!(
            missing_packages(&["xvfb", "chromium", "libreoffice-writer"], listed),
            ["chromium", "libreoffice-writer"]
        );
    }

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn modules_are_the_same_only_with_the_same_versions() {
        let lock = r#"{"packages":{"":{"name":"ui"},"node_modules/a":{"version":"1.0.0"},
            "node_modules/a-windows":{"version":"1.0.0","optional":true}}}"#;
        assert!(same_modules(lock, r#"{"packages":{"node_modules/a":{"version":"1.0.0"}}}"#));
        assert!(!same_modules(lock, r#"{"packages":{"node_modules/a":{"version":"1.0.1"}}}"#), "another version");
        assert!(!same_modules(lock, r#"{"packages":{}}"#), "not installed");
        assert!(!same_modules(lock, ""), "never installed");
        let more = r#"{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/b":{"version":"1.0.0"}}}"#;
        assert!(!same_modules(lock, more), "one too many");
        let mac = r#"{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/a-mac":{"version":"1.0.0","optional":true}}}"#;
        assert!(same_modules(lock, mac), "the part for this system");
    }
}
