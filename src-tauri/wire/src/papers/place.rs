//! The place of a document: what may be replaced there, and what is said where it cannot be written.

use std::io::Read;
use std::path::Path;

use plan::Error;
use plan::snapshot::{Ready, Snapshot, is_page};

use super::beside;
use crate::session::Fault;

/// Bytes from which the sort of a file is told.
const HEAD: u64 = 512;

/// A file that is there is replaced where it is of the same sort, and never where it is anything else: a slip of the hand must not
/// cost a plan. Nor is it replaced under the hands of somebody who has it open.
pub(crate) fn replaceable(path: &Path, format: &str) -> Result<(), Fault> {
    let refused = |code| Err(Error::refused_with(code, [("path", path.display().to_string())]));
    let mut head = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => drop(file.take(HEAD).read_to_end(&mut head)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(_) if path.is_dir() => return refused("is-a-folder"),
        // What it is cannot be told; writing will say what is wrong with the place.
        Err(_) if !path.is_file() => return Ok(()),
        Err(_) => return refused("file-in-use"),
    }
    if path.is_dir() {
        return refused("is-a-folder");
    }
    let is_text = !head.contains(&0) && !head.starts_with(b"PK");
    let same = match format {
        "xlsx" | "docx" => head.starts_with(b"PK\x03\x04") && !Snapshot::begins(&head),
        "pdf" => head.starts_with(b"%PDF-"),
        // A page may hold a plan.
        "html" => is_text && is_page(&head),
        _ => is_text && !is_page(&head),
    };
    if !head.is_empty() && !same {
        return refused("file-exists");
    }
    if is_open_elsewhere(path) { refused("file-in-use") } else { Ok(()) }
}

/// Whether an office program says that it has the file open: Word and Excel by `~$name`, LibreOffice by `.~lock.name#`.
fn is_open_elsewhere(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Word writes over the first two letters of a long name.
    let short: String = name.chars().skip(2).collect();
    [format!("~${name}"), format!("~${short}"), format!(".~lock.{name}#")]
        .into_iter()
        .any(|owner| beside(path, owner).exists())
}

/// Gives the written file its name. What was there before is whole until then, and stays where anything fails.
pub(super) fn put(ready: Result<Ready, Error>, path: &Path) -> Result<(), Fault> {
    ready.and_then(Ready::place).map_err(|error| match error {
        Error::Broken { code: "disk-full", .. } => {
            Error::refused_with("disk-full-document", [("path", path.display().to_string())])
        }
        other => other,
    })
}
