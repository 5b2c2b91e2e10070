//! `export`: a document of the plan, for people without the application.

use std::ffi::OsStr;
use std::path::Path;

use plan_wire::WireError;
use serde_json::{Value as Json, json};

use crate::arguments::Export;
use crate::console::{Console, Fault};
use crate::read;

/// Why a plan cannot be edited and can be read all the same: then the document is made, and not noted in the plan.
const READ_ONLY: &[&str] = &[
    "is-a-snapshot",
    "locked-by-other",
    "name-too-long",
    "newer-version",
    "path-too-long",
    "read-only-file",
    "read-only-folder",
    "read-only-plan",
];

/// Makes a document, and says what is in it.
pub fn export(console: &mut Console, file: &Path, to: &Path, asked: &Export) -> Result<(), Fault> {
    let may_note = open(console, file)?;
    let mut request = json!({ "file": console.file(to), "with": asked.with });
    for (name, value) in [("kind", &asked.kind), ("heads", &asked.heads), ("vague", &asked.vague)] {
        if let Some(value) = value {
            request[name] = Json::from(value.as_str());
        }
    }
    if let Some(document) = &asked.document {
        request["document"] = Json::from(document.as_str());
    }
    if let Some(against) = &asked.against {
        request["against"] = Json::from(against.as_str());
    }
    if let Some(since) = &asked.since {
        request["since"] = since_of(console, since);
    }
    if let Some(language) = console.named_language() {
        request["language"] = Json::from(language);
    }
    let mut answer = console.call("plan_export", request)?;
    // Tables of codes have no words.
    if let Some(language) = answer["language"].as_str().filter(|language| !language.is_empty()) {
        console.tell_other(language, to);
    }
    if console.json {
        answer["path"] = Json::from(std::path::absolute(to).unwrap_or_else(|_| to.to_owned()).display().to_string());
        if let Some(answer) = answer.as_object_mut() {
            // References to files mean nothing outside this process.
            answer.remove("file");
        }
        return console.answer(&answer);
    }
    console.line(&console.say_with("cli-made", &[("path", &to.display().to_string())]))?;
    if let Some(missing) = answer["missing"].as_str().filter(|missing| !missing.is_empty()) {
        console.line(&console.say_with("cli-missing-letters", &[("characters", missing)]))?;
    }
    for (label, counts) in [("", &answer["rows"]), ("cli-left-out", &answer["left_out"])] {
        let lines = read::counts(console, counts)?;
        // Of an empty plan none is told.
        if lines.is_empty() {
            continue;
        }
        if !label.is_empty() {
            console.line(&console.say(label))?;
        }
        console.line(&lines)?;
    }
    match (answer["noted"] == false, may_note) {
        (true, true) => console.line(answer["announcement"].as_str().unwrap_or_default())?,
        (true, false) => console.line(&console.say("cli-not-noted"))?,
        _ => {}
    }
    Ok(())
}

/// A file that is there; else a moment of the plan.
fn since_of(console: &Console, since: &OsStr) -> Json {
    let path = Path::new(since);
    match since.to_str() {
        Some(moment) if !path.exists() => json!({ "at": "moment", "moment": moment }),
        _ => json!({ "at": "file", "file": console.file(path) }),
    }
}

/// To edit, so that it can be noted; else to read. Says which.
fn open(console: &Console, file: &Path) -> Result<bool, WireError> {
    match console.open_to_edit(file) {
        Err(error) if READ_ONLY.contains(&error.code.as_str()) => console.open_to_read(file).map(|()| false),
        other => other.map(|()| true),
    }
}
