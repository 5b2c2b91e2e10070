//! `review`: what colleagues propose, taken in as one step.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::console::{Console, Fault};

/// Names the folder of the application; tests and portable set-ups use it.
const VARIABLE: &str = "GDCPLANNER_DATA";
/// Name of that folder where the system keeps such folders.
const NAME: &str = "org.gdcplanner.desktop";
/// Items that are fetched at once.
const PAGE: usize = 1_000;

/// The folder of the application, where restore points are kept: the same as that of the window.
pub fn data_folder() -> Option<PathBuf> {
    let named = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = named(VARIABLE) {
        return std::path::absolute(folder).ok();
    }
    let base = if cfg!(target_os = "macos") {
        named("HOME")?.join("Library/Application Support")
    } else if cfg!(windows) {
        named("APPDATA")?
    } else {
        named("XDG_DATA_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| Some(named("HOME")?.join(".local/share")))?
    };
    Some(base.join(NAME))
}

fn word<'a>(json: &'a Json, name: &str) -> &'a str {
    json[name].as_str().unwrap_or_default()
}
fn array(json: &Json) -> &[Json] {
    json.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Takes files in, decides what is asked as it is said, and applies the review. A restore point comes first; if it cannot be
/// written nothing is merged.
pub fn review(
    console: &mut Console,
    file: &Path,
    theirs: &[PathBuf],
    decide: Option<&str>,
    minutes: Option<&Path>,
) -> Result<(), Fault> {
    if let Some(minutes) = minutes {
        check_form(console, minutes)?;
    }
    if let Some(folder) = data_folder() {
        console.session.keep_in(&folder);
    }
    console.open_to_edit(file)?;
    let files: Vec<Json> = theirs.iter().map(|path| console.file(path)).collect();
    // A review of its own: what is open in the window is another sitting.
    let started = console.call("review_start", json!({ "files": files, "apart": true }))?;
    if let Some(refused) = array(&started["refused"]).first() {
        // One file that cannot be read and nothing is done: who prepared ten of them wants to know.
        return match serde_json::from_value::<Refusal>(refused["error"].clone()) {
            Ok(refusal) => Err(Fault::Wire(refusal.into())),
            Err(error) => Err(Fault::Wire(console.broken(&error.to_string()))),
        };
    }
    let review = started["review"]["review"].clone();
    if let Some(decision) = decide {
        // What was decided in an earlier run stays as it was.
        let of = json!({ "review": review, "filter": { "state": "open" }, "decision": decision });
        console.call("review_decide", of)?;
    }
    let view = console.call("review_get", json!({ "review": review }))?;
    let items = all_items(console, &review)?;
    let done = console.call("review_apply", json!({ "review": review, "op": view["op"] }))?;
    if let Some(minutes) = minutes {
        console.call("review_minutes_write", json!({ "review": review, "file": console.file(minutes) }))?;
        console.tell_english(minutes);
    }
    let nothing = items.is_empty() && done["written"]["op"].is_null();
    if nothing {
        // Nothing came of it, and there is nothing to go back to.
        console.call("review_close", json!({ "review": review, "forget": true }))?;
    }
    let review = if nothing { Json::Null } else { review };
    if console.json {
        let taken: Vec<Json> = items.iter().filter(|item| item["state"] == "taken").map(change).collect();
        let conflicts: Vec<Json> = items.iter().filter(|item| item["state"] != "taken").map(conflict).collect();
        return console.answer(&json!({
            "review": review, "op": done["written"]["op"], "files": view["files"], "taken": taken, "conflicts": conflicts,
            "findings": view["findings"], "settled": done["settled"], "open": done["open"], "held": done["held"],
        }));
    }
    for one in array(&view["files"]) {
        console.line(word(one, "sentence"))?;
    }
    // Rows that come or go: nobody knows their references by heart, and two may come with the same.
    let rows: HashSet<&str> =
        items.iter().filter(|item| word(item, "field").is_empty()).map(|item| word(item, "id")).collect();
    for (key, wanted) in [("cli-review-taken", "taken"), ("cli-review-asked", "")] {
        let of: Vec<&Json> = items.iter().filter(|item| (item["state"] == "taken") == (wanted == "taken")).collect();
        if !of.is_empty() {
            console.line("")?;
            console.line(&console.say(key))?;
        }
        for item in of {
            let decision = match item["decision"]["text"].as_str() {
                Some(text) if wanted.is_empty() => format!(" [{text}]"),
                _ => String::new(),
            };
            console.line(&format!("  {}: {}{decision}", called(item, &rows), word(item, "sentence")))?;
        }
    }
    for finding in array(&view["findings"]).iter().chain(array(&done["held"])) {
        console.line(word(finding, "sentence"))?;
    }
    console.line("")?;
    console.line(word(&done["written"], "announcement"))?;
    let open = done["open"].as_u64().unwrap_or_default().to_string();
    console.line(&console.say_with("cli-review-open", &[("count", &open)]))
}

/// What the row of an item is called; of `rows`, with its title.
fn called(item: &Json, rows: &HashSet<&str>) -> String {
    let (reference, title) = (word(item, "ref"), word(item, "title"));
    match rows.contains(word(item, "id")) && !title.is_empty() && title != reference {
        true => format!("{reference} ({title})"),
        false => reference.to_owned(),
    }
}

fn check_form(console: &Console, minutes: &Path) -> Result<(), Fault> {
    let ending = minutes.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let shown = minutes.display().to_string();
    match ending.as_str() {
        "txt" | "json" | "docx" => Ok(()),
        _ => Err(console.refusal("no-such-form", [("path", shown)])),
    }
}

fn all_items(console: &Console, review: &Json) -> Result<Vec<Json>, Fault> {
    let mut items = Vec::new();
    loop {
        let page = console.call("review_items", json!({ "review": review, "offset": items.len(), "limit": PAGE }))?;
        let page = array(&page["items"]).to_vec();
        let last = page.len() < PAGE;
        items.extend(page);
        if last {
            return Ok(items);
        }
    }
}

/// The value of the field that an item is called by: of several fields together the first.
fn value_of<'a>(item: &Json, value: &'a Json) -> &'a Json {
    match (array(&item["fields"]).len(), value.is_object()) {
        (2.., true) => &value[word(item, "field")],
        _ if value.is_object() && !word(item, "field").is_empty() && !value[word(item, "field")].is_null() => {
            &value[word(item, "field")]
        }
        _ => value,
    }
}

/// An item that is taken, in the shape of a difference.
fn change(item: &Json) -> Json {
    let after = &item["theirs"][0]["value"]["value"];
    let is_row = word(item, "field").is_empty();
    let what = match (is_row, after.is_null()) {
        (true, true) => "removed",
        (true, false) => "added",
        (false, _) => "changed",
    };
    json!({
        "kind": item["kind"], "id": item["id"], "ref": item["ref"], "what": what,
        "field": if is_row { Json::Null } else { item["field"].clone() },
        "before": value_of(item, &item["mine"]["value"]), "after": value_of(item, after),
        "from": item["theirs"][0]["from"], "sentence": item["sentence"],
    })
}

/// An item that is asked.
fn conflict(item: &Json) -> Json {
    let theirs: Vec<Json> = array(&item["theirs"])
        .iter()
        .map(|one| json!({ "value": value_of(item, &one["value"]["value"]), "from": one["from"], "who": one["who"] }))
        .collect();
    json!({
        "kind": item["kind"], "id": item["id"], "ref": item["ref"],
        "field": if word(item, "field").is_empty() { Json::Null } else { item["field"].clone() },
        "common": value_of(item, &item["common"]["value"]), "mine": value_of(item, &item["mine"]["value"]),
        "theirs": theirs, "decision": item["decision"]["decision"], "why": item["why"], "item": item["item"],
        "sentence": item["sentence"],
    })
}

/// An error as it came in an answer.
#[derive(serde::Deserialize)]
struct Refusal {
    sort: String,
    code: String,
    message: String,
    args: std::collections::BTreeMap<String, String>,
    details: String,
}

impl From<Refusal> for plan_wire::WireError {
    fn from(refusal: Refusal) -> Self {
        let Refusal { sort, code, message, args, details } = refusal;
        plan_wire::WireError { sort, code, message, args, details }
    }
}
