//! What a package of a Linux distribution says and holds besides the programs.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::shell::{self, Outcome, command};

/// The files of `assets/package/linux`, by the place that they are installed to.
pub fn files() -> Outcome<Map<String, Value>> {
    let tree = shell::root().join("assets/package/linux");
    let mut placed = Map::new();
    for file in shell::files(&tree)? {
        let place = file.strip_prefix(&tree).map_err(|error| error.to_string())?;
        placed.insert(format!("/{}", super::text(place)?), json!(super::text(&file)?));
    }
    Ok(placed)
}

/// The Debian packages that the programs need, found by Debian's own tool from the libraries that they are linked to.
pub fn depends(folder: &Path, programs: &[PathBuf]) -> Outcome<Vec<String>> {
    // The tool wants the source of a package around it.
    let debian = folder.join("debian");
    shell::folder(&debian)?;
    let control = debian.join("control");
    fs::write(&control, "Source: gdc-planner\n\nPackage: gdc-planner\nArchitecture: any\n")
        .map_err(|error| format!("cannot write {}: {error}", control.display()))?;
    let mut tool = command("dpkg-shlibdeps", &["-O", "--warnings=0"]);
    tool.current_dir(folder).args(programs);
    let said = shell::read(tool)?;
    let names = said.trim().strip_prefix("shlibs:Depends=").ok_or("dpkg-shlibdeps named no packages")?;
    Ok(names.split(", ").map(str::to_owned).collect())
}

/// The bundler names these by itself.
const NAMED_ALREADY: [&str; 2] = ["libgtk-3.so.0()", "libwebkit2gtk-4.1.so.0()"];

/// What `rpm` calls the libraries that the programs are linked to, each with the versions of its symbols.
pub fn requires(programs: &[PathBuf]) -> Outcome<Vec<String>> {
    let mut wanted = BTreeSet::new();
    for program in programs {
        let mut tool = command("objdump", &["--private-headers"]);
        tool.arg(program);
        wanted.extend(libraries(&shell::read(tool)?));
    }
    wanted.retain(|name| !NAMED_ALREADY.iter().any(|named| name.starts_with(named)));
    Ok(wanted.into_iter().collect())
}

/// Reads `NEEDED` and the version references out of what `objdump` says.
fn libraries(said: &str) -> BTreeSet<String> {
    let bits = if said.contains("elf64") { "(64bit)" } else { "" };
    let mut wanted = BTreeSet::new();
    let mut library = None;
    for line in said.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["NEEDED", name] => {
                wanted.insert(format!("{name}(){bits}"));
            }
            ["required", "from", name] => library = name.strip_suffix(':'),
            [hash, _, _, version] if hash.starts_with("0x") => {
                wanted.extend(library.map(|library| format!("{library}({version}){bits}")));
            }
            _ => library = None,
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_named_as_rpm_names_them() {
        let said = "\ngdcplan:     file format elf64-x86-64\n\nDynamic Section:\n  NEEDED               libgtk-3.so.0\n\
            \x20 NEEDED               libc.so.6\n  INIT                 0x0000000000001000\n\nVersion References:\n\
            \x20 required from libc.so.6:\n    0x09691a75 0x00 03 GLIBC_2.2.5\n    0x069691b4 0x00 02 GLIBC_2.34\n\n";
        let wanted: Vec<String> = libraries(said).into_iter().collect();
        assert_eq!(
            wanted,
            [
                "libc.so.6()(64bit)",
                "libc.so.6(GLIBC_2.2.5)(64bit)",
                "libc.so.6(GLIBC_2.34)(64bit)",
                "libgtk-3.so.0()(64bit)"
            ]
        );
    }

    #[test]
    fn what_is_installed_has_a_place_in_the_system() {
        let files = files().unwrap();
        assert!(files.contains_key("/usr/share/mime/packages/gdc-planner.xml"), "{files:?}");
        assert!(files.keys().all(|place| place.starts_with("/usr/share/")), "{files:?}");
    }
}
