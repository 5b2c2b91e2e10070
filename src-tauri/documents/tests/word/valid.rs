//! The schema's word on what is written, from the validator that `ui` installs for its tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use plan_documents::word;

use crate::{hostile, sample};

/// The validator's program; none where the node modules are not installed or have none for this system.
fn validator() -> Option<PathBuf> {
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

fn complaints(script: &Path, name: &str, bytes: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}.docx"));
    std::fs::write(&file, bytes).expect("a file");
    let output = Command::new("node").arg(script).arg(&file).output().expect("node");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("\"ok\""), "{name}: {said}{}", String::from_utf8_lossy(&output.stderr));
    if said.contains("\"ok\": true") || said.contains("\"ok\":true") { String::new() } else { said }
}

#[test]
fn the_schema_has_no_complaint() {
    let Some(script) = validator() else {
        eprintln!("the node modules are not installed: no validator");
        return;
    };
    let watch = &|_: f64| true;
    let (english, later) = (sample::english(), sample::later());
    let all = [
        ("english", word::write(&english, watch)),
        ("later", word::write(&later, watch)),
        ("arabic", word::write(&sample::arabic(), watch)),
        ("chinese", word::write(&sample::chinese(), watch)),
        ("hostile", word::write(&hostile::paper(), watch)),
        ("redline", word::redline(&english, &later, "Legal Affairs", watch)),
        ("back", word::redline(&later, &english, "Legal Affairs", watch)),
        ("translated", word::redline(&english, &sample::arabic(), "Legal Affairs", watch)),
        ("hostile-redline", word::redline(&english, &hostile::paper(), "\u{202e}<&\u{7}\"", watch)),
    ];
    for (name, bytes) in all {
        assert_eq!(complaints(&script, name, &bytes.expect(name)), "", "{name}");
    }
}
