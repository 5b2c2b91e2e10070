//! Builds what the shell needs: the Tauri context, and a placeholder page when the user interface was not built yet.
use std::path::Path;
use std::{fs, io};

/// Shown when Rust is built alone, so that nobody takes an empty window for a fault.
const PLACEHOLDER: &str = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>GDC Planner</title></head>\n\
    <body>\n<main>\n<h1>GDC Planner</h1>\n<p>The user interface was not built. Run <code>cargo xtask run</code>.</p>\n</main>\n\
    </body>\n</html>\n";

fn placeholder() -> io::Result<()> {
    let dist = Path::new("ui/dist");
    let index = dist.join("index.html");
    if index.exists() {
        return Ok(());
    }
    fs::create_dir_all(dist)?;
    fs::write(index, PLACEHOLDER)
}

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // WebKitGTK brings the system's SQLite. Without this the linker exports ours, and both would share its symbols.
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    if let Err(error) = placeholder() {
        println!("cargo::error=cannot write the placeholder ui/dist/index.html: {error}");
        return;
    }
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
