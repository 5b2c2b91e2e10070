//! Orders that write: new plans, steps, snapshots, copies.

use std::path::Path;

use plan_wire::WireError;
use plan_wire::commands::{self, Command};
use serde_json::{Value as Json, json};

use crate::console::{Console, Fault};
use crate::read;

/// Commands that only a window has a use for: they choose files, or say what is open, which here the arguments do.
const OF_THE_WINDOW: &[&str] = &[
    "session_start",
    "window_ready",
    "settings_set",
    "file_choose",
    "file_open",
    "file_show",
    "files_choose",
    "plan_open",
    "plan_open_starter",
    "plan_open_developments",
    "plan_refresh",
    "plan_new",
    "plan_copy",
    "plan_close",
    "job_start",
    "job_get",
    "job_cancel",
];

/// `new`: a copy of the starter plan, or an empty plan.
pub fn new(console: &mut Console, file: &Path, empty: bool, title: &str) -> Result<(), Fault> {
    let named = console.file(file);
    console.call("plan_new", json!({ "file": named, "empty": empty, "title": title }))?;
    made(console, file)
}

/// `copy`: a plan of one's own that descends from a snapshot.
pub fn copy(console: &mut Console, from: &Path, to: &Path) -> Result<(), Fault> {
    console.open_to_read(from)?;
    let named = console.file(to);
    console.call("plan_copy", json!({ "file": named }))?;
    made(console, to)
}

/// `generate`: a synthetic plan.
pub fn generate(console: &mut Console, file: &Path, commitments: usize, seed: u64) -> Result<(), Fault> {
    console.make(file, commitments, seed)?;
    console.open_to_read(file)?;
    made(console, file)
}

/// Says what was made: as `info` does for programs, in two lines for people.
fn made(console: &mut Console, file: &Path) -> Result<(), Fault> {
    let mut details = console.call("plan_details", Json::Null)?;
    if console.json {
        details["path"] =
            Json::from(std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string());
        return console.answer(&details);
    }
    console.line(&console.say_with("cli-made", &[("path", &file.display().to_string())]))?;
    let rows = read::counts(console, &details["counts"])?;
    console.line(&rows)
}

/// The command of that name, where it has a use without a window.
pub fn command_named(console: &Console, name: &str) -> Result<&'static Command, WireError> {
    let refused = |code| match console.refusal(code, [("command", name.to_owned())]) {
        Fault::Wire(error) => error,
        _ => console.broken(name),
    };
    if OF_THE_WINDOW.contains(&name) {
        return Err(refused("window-only"));
    }
    commands::find(name).ok_or_else(|| refused("no-such-command"))
}

/// Arguments with paths turned into what commands take: where a command names a file, a script names a path.
pub fn with_files(console: &Console, mut arguments: Json) -> Json {
    if let Some(object) = arguments.as_object_mut() {
        for (name, value) in object.iter_mut() {
            match (name.as_str(), value.as_str()) {
                ("file", Some(path)) => *value = console.file(Path::new(path)),
                ("files", None) => {
                    for file in value.as_array_mut().into_iter().flatten() {
                        if let Some(path) = file.as_str() {
                            *file = console.file(Path::new(path));
                        }
                    }
                }
                // `{"at":"file","file":…}`: which rows are meant.
                _ if value["at"] == "file" => {
                    if let Some(path) = value["file"].as_str() {
                        value["file"] = console.file(Path::new(path));
                    }
                }
                _ => {}
            }
        }
    }
    arguments
}

/// `call`: one command of the wire list.
pub fn call(console: &mut Console, file: &Path, name: &str, arguments: Json) -> Result<(), Fault> {
    let command = command_named(console, name)?;
    if let Some(folder) = crate::review::data_folder() {
        console.session.keep_in(&folder);
    }
    if command.writes {
        console.open_to_edit(file)?;
    } else {
        console.open_to_read(file)?;
    }
    let answer = console.call(name, with_files(console, arguments))?;
    written(console, &answer)
}

/// `undo`. Each call is a sitting of its own: whoever types the order has been asked.
pub fn undo(console: &mut Console, file: &Path) -> Result<(), Fault> {
    console.open_to_edit(file)?;
    let answer = console.call("undo", json!({ "confirmed": true }))?;
    written(console, &answer)
}

/// `redo`.
pub fn redo(console: &mut Console, file: &Path) -> Result<(), Fault> {
    console.open_to_edit(file)?;
    let answer = console.call("redo", Json::Null)?;
    written(console, &answer)
}

/// An answer: a step in its sentences, anything else as it is.
pub fn written(console: &mut Console, answer: &Json) -> Result<(), Fault> {
    let is_write = answer["announcement"].is_string();
    if console.json {
        return console.answer(answer);
    }
    let (true, Some(op)) = (is_write, answer["op"].as_i64()) else {
        return match answer["announcement"].as_str() {
            Some(words) => console.line(words),
            None => {
                let text = serde_json::to_string_pretty(answer).map_err(|error| console.broken(&error.to_string()))?;
                console.line(&text)
            }
        };
    };
    let page = console.call("history_list", json!({ "before": op + 1, "limit": 1 }))?;
    let step = page["steps"][0].clone();
    console.line(&read::heading(console, &step))?;
    read::sentences(console, &step, "    ")?;
    match answer["note"].as_str() {
        Some(note) if !note.is_empty() => console.line(note),
        _ => Ok(()),
    }
}

/// `snapshot`: a state of the plan to share. It becomes the parent of what follows.
pub fn snapshot(console: &mut Console, file: &Path, to: &Path, name: &str, with: &[String]) -> Result<(), Fault> {
    console.open_to_edit(file)?;
    share(console, to, json!({ "file": console.file(to), "name": name, "with": with }))
}

/// `at`: a snapshot of the plan as it was. It becomes nobody's parent.
pub fn at(
    console: &mut Console,
    file: &Path,
    moment: &str,
    to: &Path,
    name: &str,
    with: &[String],
) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let name = if name.is_empty() { moment } else { name };
    let source = json!({ "at": "moment", "moment": moment });
    share(console, to, json!({ "file": console.file(to), "name": name, "with": with, "source": source }))
}

fn share(console: &mut Console, to: &Path, request: Json) -> Result<(), Fault> {
    let answer = console.call("snapshot_write", request)?;
    if console.json {
        return console.answer(&answer);
    }
    let (name, path) = (answer["name"].as_str().unwrap_or_default(), to.display().to_string());
    console.line(&console.say_with("cli-snapshot-written", &[("name", name), ("path", &path)]))?;
    console.line(&format!("{}: {}", console.say("cli-id"), answer["id"].as_str().unwrap_or_default()))?;
    for (label, counts) in [("cli-goes", &answer["goes"]), ("cli-stays", &answer["stays"])] {
        if counts.as_object().is_some_and(|counts| !counts.is_empty()) {
            console.line(&console.say(label))?;
            let lines = read::counts(console, counts)?;
            let fields = private_fields(console, counts)?;
            for line in lines.lines().chain(fields.lines()) {
                console.line(line)?;
            }
        }
    }
    Ok(())
}

/// What stayed of rows that went along: "Commitment: Follow up".
fn private_fields(console: &Console, counts: &Json) -> Result<String, Fault> {
    let kinds = console.call("kinds_list", Json::Null)?;
    let mut lines = Vec::new();
    for (name, count) in counts.as_object().into_iter().flatten() {
        let Some((kind, field)) = name.split_once('.') else { continue };
        let info =
            kinds.as_array().into_iter().flatten().find(|info| info["kind"] == kind).cloned().unwrap_or_default();
        let label = crate::lists::label(console, &info, field);
        lines.push(format!("{count:>6}  {}: {label}", info["label"].as_str().unwrap_or(kind)));
    }
    Ok(lines.join("\n"))
}
