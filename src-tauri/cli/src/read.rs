//! Orders that read: what a file says of itself, one row, history, comparison.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::console::{Console, Fault};
use crate::{lists, table};

/// Steps that are fetched at once.
const PAGE: usize = 500;

fn word(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
fn array(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
/// An instant as people read it: to the minute, UTC; of what is known by its day only, the day.
fn minute(at: &Json) -> String {
    if let Some(day) = word(at).strip_suffix("T00:00:00.000Z") {
        return day.to_owned();
    }
    match word(at).get(..16) {
        Some(minute) => format!("{} UTC", minute.replace('T', " ")),
        None => word(at).to_owned(),
    }
}

/// `info`: what a plan or snapshot says of itself.
pub fn info(console: &mut Console, file: &Path) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let mut details = console.call("plan_details", Json::Null)?;
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string();
    if console.json {
        details["path"] = Json::from(path);
        return console.answer(&details);
    }
    let is_plan = details["sort"] == "plan";
    let brief = |one: &Json| {
        let id: String = word(&one["id"]).chars().take(12).collect();
        let parts = [word(&one["name"]).to_owned(), minute(&one["at"]), id];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let briefs = |list: &Json| array(list).iter().map(brief).collect::<Vec<_>>().join("\n");
    let last = &details["last_step"];
    let last = match (is_plan, last.is_object()) {
        (false, _) => String::new(),
        (true, false) => console.say("cli-no-step"),
        (true, true) => format!("{} · {}", heading(console, last), who_and_when(last)),
    };
    let omitted: Vec<&str> = array(&details["omitted"]).iter().map(word).collect();
    let rows: Vec<(String, String)> = [
        (if is_plan { "cli-plan" } else { "cli-snapshot" }, word(&details["title"]).to_owned()),
        ("cli-file", path),
        ("cli-id", word(&details["id"]).to_owned()),
        (if is_plan { "cli-schema" } else { "cli-format" }, details["schema"].to_string()),
        ("cli-hash", word(&details["hash"]).to_owned()),
        ("cli-descends-from", briefs(&details["parents"])),
        ("cli-keeps", briefs(&details["kept"])),
        ("cli-left-out", omitted.join(", ")),
        ("cli-last-step", last),
        ("cli-rows", counts(console, &details["counts"])?),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| (console.say(key), value))
    .collect();
    table::pairs(console, &rows)
}

/// Counts of rows, one kind a line, in the order of kinds.
pub fn counts(console: &Console, counts: &Json) -> Result<String, Fault> {
    let kinds = console.call("kinds_list", Json::Null)?;
    let lines = array(&kinds).iter().filter_map(|kind| {
        let count = counts[word(&kind["kind"])].as_u64().filter(|n| *n > 0)?;
        Some(format!("{count:>6}  {}", word(&kind["plural"])))
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// What is said of a group besides its fields: what sources state, what somebody reads, what is missing, what to ask.
const CARD: [&str; 4] = ["facts", "readings", "not_stated", "question"];

/// `show`: one row with everything linked to it.
pub fn show(console: &mut Console, file: &Path, row: &str) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let key = console.find(row)?;
    let mut detail = console.call("row_get", json!({ "kind": key.kind, "id": key.id }))?;
    let kinds = console.call("kinds_list", Json::Null)?;
    let info = array(&kinds).iter().find(|info| word(&info["kind"]) == key.kind).cloned().unwrap_or_default();
    let fields: Vec<String> = lists::names(&info).collect();
    // Who leads a group, and what is not stated of it.
    let card = match key.kind.as_str() {
        "group" => console.call("group_card", json!({ "id": key.id }))?,
        _ => Json::Null,
    };
    if console.json {
        let row = detail["row"].take();
        let values: Map<String, Json> = fields.iter().map(|f| (f.clone(), row["cells"][f]["value"].clone())).collect();
        let words: Map<String, Json> = fields
            .iter()
            .filter(|f| row["cells"][*f]["empty"] == false)
            .map(|f| (f.clone(), row["cells"][f]["text"].clone()))
            .collect();
        let mut answer = json!({
            "kind": row["kind"], "id": row["id"], "ref": row["short"], "title": row["title"], "fields": values, "words": words,
        });
        for part in [
            "provenance",
            "links",
            "roles",
            "updates",
            "indicators",
            "statements",
            "notes",
            "report_due",
            "shipped",
            "history",
            "foreign_owner",
        ] {
            answer[part] = detail[part].take();
        }
        for part in CARD.iter().filter(|_| card.is_object()) {
            answer[*part] = card[*part].clone();
        }
        return console.answer(&answer);
    }
    let row = &detail["row"];
    let heading: Vec<&str> = [word(&row["short"]), word(&row["title"])].into_iter().filter(|t| !t.is_empty()).collect();
    let heading = if heading.first() == heading.last() { heading[..1].join("") } else { heading.join("  ") };
    console.line(&heading)?;
    console.line(&format!("{} · {}", word(&info["label"]), key.id))?;
    console.line("")?;
    let pairs: Vec<(String, String)> = fields
        .iter()
        .filter(|name| *name != "ord" && row["cells"][*name]["empty"] == false)
        .map(|name| (lists::label(console, &info, name), word(&row["cells"][name]["text"]).to_owned()))
        .collect();
    table::pairs(console, &pairs)?;
    if !word(&detail["provenance"]).is_empty() {
        console.line("")?;
        console.line(&format!("{}: {}", console.say("cli-provenance"), word(&detail["provenance"])))?;
    }
    for (part, label) in CARD.iter().zip(["cli-facts", "cli-readings", "cli-not-stated", "cli-question"]) {
        let lines = match &card[*part] {
            Json::String(line) if !line.is_empty() => vec![line.clone()],
            lines => array(lines).iter().map(|line| word(line).to_owned()).collect(),
        };
        listed(console, &console.say(label), lines)?;
    }
    for group in array(&detail["links"]) {
        briefs(console, word(&group["label"]), &group["rows"])?;
    }
    let here = |role: &Json| role["place"]["kind"] == key.kind.as_str() && role["place"]["id"] == key.id.as_str();
    let roles = array(&detail["roles"]).iter().map(|role| {
        let who = [word(&role["person"]), word(&role["holder"]["short"])];
        // Of an organization or a person one wants to know where; of a place, who.
        let at = if here(role) { "" } else { word(&role["place"]["title"]) };
        joined([who[0], who[1], at, word(&role["words"]), word(&role["when"]), word(&role["provenance"])])
    });
    listed(console, &console.say("cli-roles"), roles.collect())?;
    let updates = array(&detail["updates"]).iter().map(|update| {
        let said = |field: &str| match &update["cells"][field] {
            cell if cell["empty"] == false => word(&cell["text"]),
            _ => "",
        };
        joined([said("date"), said("status"), said("report"), said("reported_by")])
    });
    listed(console, &console.say("cli-updates"), updates.collect())?;
    let indicators = array(&detail["indicators"]).iter().map(|indicator| {
        let newest = &indicator["measurements"][0]["cells"];
        let value = ["qualifier", "value", "as_of"].map(|field| match &newest[field] {
            cell if cell["empty"] == false => word(&cell["text"]),
            _ => "",
        });
        joined([word(&indicator["row"]["title"]), value[0], value[1], value[2]])
    });
    listed(console, &console.say("cli-indicators"), indicators.collect())?;
    let due = word(&detail["report_due"]["words"]);
    listed(console, &console.say("cli-report-due"), if due.is_empty() { vec![] } else { vec![due.to_owned()] })?;
    let told = array(&detail["statements"]).iter().map(|one| word(&one["sentence"]).to_owned()).collect();
    listed(console, &console.say("cli-told"), told)?;
    let notes = array(&detail["notes"]).iter().map(|note| {
        let said = |field: &str| match &note["cells"][field] {
            cell if cell["empty"] == false => word(&cell["text"]),
            _ => "",
        };
        joined([said("text"), said("audience"), said("author"), said("date")])
    });
    listed(console, &console.say("cli-notes"), notes.collect())?;
    let asked = console.call("questions_list", json!({ "row": { "kind": key.kind, "id": key.id } }))?;
    let asked = array(&asked["questions"]).iter().map(|question| word(&question["words"]).to_owned()).collect();
    listed(console, &console.say("cli-asked"), asked)?;
    if !array(&detail["history"]).is_empty() {
        console.line("")?;
        console.line(&console.say("cli-history"))?;
        steps(console, array(&detail["history"]), "  ")?;
    }
    Ok(())
}

/// What there is to say of a thing, on one line.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn briefs(console: &mut Console, label: &str, rows: &Json) -> Result<(), Fault> {
    let line = |row: &Json| {
        let (short, title) = (word(&row["short"]), word(&row["title"]));
        joined([short, if title == short { "" } else { title }, word(&row["note"])])
    };
    listed(console, label, array(rows).iter().map(line).collect())
}

fn listed(console: &mut Console, label: &str, lines: Vec<String>) -> Result<(), Fault> {
    if lines.is_empty() {
        return Ok(());
    }
    console.line("")?;
    console.line(label)?;
    lines.iter().try_for_each(|line| console.line(&format!("  {line}")))
}

/// `history`: the steps, newest first.
pub fn history(console: &mut Console, file: &Path, row: Option<&str>, limit: Option<usize>) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let key = row.map(|row| console.find(row)).transpose()?;
    let mut found: Vec<Json> = Vec::new();
    let mut before = Json::Null;
    loop {
        let page = limit.map_or(PAGE, |limit| (limit - found.len()).min(PAGE));
        let mut ask = json!({ "before": before, "limit": page });
        if let Some(key) = &key {
            (ask["kind"], ask["id"]) = (Json::from(key.kind.as_str()), Json::from(key.id.as_str()));
        }
        let mut answer = console.call("history_list", ask)?;
        if let Json::Array(steps) = answer["steps"].take() {
            found.extend(steps);
        }
        before = found.last().map(|step| step["op"].clone()).unwrap_or_default();
        if answer["more"] != true || limit.is_some_and(|limit| found.len() >= limit) {
            break;
        }
    }
    if console.json { console.answer(&json!({ "steps": found })) } else { steps(console, &found, "") }
}

/// Steps as people read them.
fn steps(console: &mut Console, steps: &[Json], indent: &str) -> Result<(), Fault> {
    for step in steps {
        let state = match word(&step["state"]) {
            state @ ("undone" | "dropped" | "barrier") => format!(" ({})", console.say(&format!("cli-step-{state}"))),
            _ => String::new(),
        };
        console.line(&format!("{indent}{} · {}{state}", heading(console, step), who_and_when(step)))?;
        sentences(console, step, &format!("{indent}    "))?;
    }
    Ok(())
}

/// "Step 12: Set status".
pub fn heading(console: &Console, step: &Json) -> String {
    console.say_with("cli-step", &[("number", &step["op"].to_string()), ("name", word(&step["name"]))])
}

/// The sentences of a step, and how many are not among them.
pub fn sentences(console: &mut Console, step: &Json, indent: &str) -> Result<(), Fault> {
    for sentence in array(&step["sentences"]) {
        console.line(&format!("{indent}{}", word(sentence)))?;
    }
    match step["more"].as_u64() {
        Some(more) if more > 0 => {
            let more = console.say_with("cli-more-sentences", &[("count", &more.to_string())]);
            console.line(&format!("{indent}{more}"))
        }
        _ => Ok(()),
    }
}

fn who_and_when(step: &Json) -> String {
    let who: Vec<&str> = [&step["by"], &step["organization"]].into_iter().map(word).filter(|t| !t.is_empty()).collect();
    let parts = [minute(&step["at"]), who.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `verify`: whether a plan or a snapshot is whole.
pub fn verify(console: &mut Console, file: &Path) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let answer = console.call("plan_verify", Json::Null)?;
    if console.json { console.answer(&answer) } else { console.line(word(&answer["message"])) }
}

/// `hash`: one hash of the content.
pub fn hash(console: &mut Console, file: &Path) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let answer = console.call("plan_hash", Json::Null)?;
    if console.json { console.answer(&answer) } else { console.line(word(&answer["hash"])) }
}

/// `diff`: changes from one plan or snapshot to another.
pub fn diff(console: &mut Console, a: &Path, b: &Path) -> Result<(), Fault> {
    console.open_to_read(a)?;
    let file = console.file(b);
    let compared = console
        .call("compare", json!({ "a": { "at": "now" }, "b": { "at": "file", "file": file }, "every_field": true }));
    // Why the second file cannot be read is said best by opening it alone: then the words name it.
    let answer = compared.or_else(|error| console.open_to_read(b).and(Err(error)))?;
    if console.json {
        // What scripts hold on to; the window is told more.
        let kept = ["kind", "id", "ref", "what", "field", "before", "after", "sentence"];
        let of = |change: &Json| kept.iter().map(|part| ((*part).to_owned(), change[*part].clone())).collect::<Json>();
        return console.answer(&json!({ "changes": array(&answer["changes"]).iter().map(of).collect::<Vec<_>>() }));
    }
    let changes = array(&answer["changes"]);
    for change in changes {
        console.line(word(&change["sentence"]))?;
    }
    match changes.len() {
        0 => console.line(&console.say("cli-no-differences")),
        count => {
            console.line("")?;
            console.line(&console.say_with("cli-differences", &[("count", &count.to_string())]))
        }
    }
}

/// `commands`: the wire list.
pub fn commands(console: &mut Console) -> Result<(), Fault> {
    let commands: Vec<_> = plan_wire::commands::all().map(|command| (command, command.shapes())).collect();
    if console.json {
        let list: Vec<Json> = commands
            .iter()
            .map(|(command, (request, answer))| {
                json!({ "name": command.name, "help": command.help, "writes": command.writes, "request": request, "answer": answer })
            })
            .collect();
        return console.answer(&json!({ "commands": list, "typescript": plan_wire::export::typescript() }));
    }
    for (command, (request, answer)) in commands {
        console.line(&format!("{}({request}): {answer}", command.name))?;
        console.line(&format!("    {}", command.help))?;
    }
    console.line("")?;
    console.line(plan_wire::export::typescript().trim_end())
}
