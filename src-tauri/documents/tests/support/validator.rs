//! The validator that `ui` installs for tests: it holds files against Office's own schema.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Its program; none where the node modules are not installed or have none for this system.
pub fn validator() -> Option<PathBuf> {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/@xarsh");
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let machine = match std::env::consts::ARCH {
        "aarch64" => "arm64",
        _ => "x64",
    };
    let folder = modules.join(format!("ooxml-validator-{system}-{machine}"));
    let script = modules.join("ooxml-validator/dist/src/cli.js");
    (folder.exists() && script.exists()).then_some(script)
}

/// What it says of a file; empty: nothing. `name` with its ending.
pub fn complaints(script: &Path, name: &str, bytes: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("a file");
    let output = Command::new("node").arg(script).arg(&file).output().expect("node");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("\"ok\""), "{name}: {said}{}", String::from_utf8_lossy(&output.stderr));
    if said.contains("\"ok\": true") || said.contains("\"ok\":true") { String::new() } else { said }
}
