//! `instrument`: an instrument with its provisions, of a table that is kept as a file.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::change;
use crate::console::{Console, Fault};

/// What is said of the instrument.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Instrument {
    pub title: String,
    pub symbol: String,
    pub date: String,
    pub source: String,
    /// Only what would happen is said.
    pub dry_run: bool,
}

fn word(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
fn list(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Says what the table comes to, and makes the instrument of it.
pub fn instrument(console: &mut Console, file: &Path, table: &Path, asked: &Instrument) -> Result<(), Fault> {
    if asked.dry_run {
        console.open_to_read(file)?;
    } else {
        console.open_to_edit(file)?;
    }
    let given = json!({ "file": console.file(table), "symbol": asked.symbol });
    let read = console.call("instrument_read_table", given.clone())?;
    if asked.dry_run {
        return if console.json { console.answer(&read) } else { preview(console, &read) };
    }
    if !console.json {
        preview(console, &read)?;
    }
    let mut add = given;
    for (name, value) in [("title", &asked.title), ("date", &asked.date), ("source", &asked.source)] {
        add[name] = Json::from(value.as_str());
    }
    let written = console.call("instrument_add", add)?;
    change::written(console, &written)
}

/// The provisions, who is asked and is not known, and the rows that come to nothing.
fn preview(console: &mut Console, read: &Json) -> Result<(), Fault> {
    for line in list(&read["lines"]) {
        let asked = list(&line["asked"]).iter().map(|part| {
            let names: Vec<&str> = list(&part["names"]).iter().map(word).collect();
            if names.is_empty() { format!("“{}”", word(&part["words"])) } else { names.join(", ") }
        });
        let asked = asked.collect::<Vec<_>>().join("; ");
        let arrow = if asked.is_empty() { "" } else { " → " };
        console.line(&format!("¶ {}  {}{arrow}{asked}", word(&line["paragraph"]), word(&line["action"])))?;
        for note in list(&line["notes"]) {
            console.line(&format!("    {}", word(note)))?;
        }
    }
    if let Some(more) = read["more"].as_u64().filter(|more| *more > 0) {
        console.line(&console.say_with("cli-more", &[("count", &more.to_string())]))?;
    }
    for part in list(&read["asked"]).iter().filter(|part| part["how"] == "facilitators") {
        let names: Vec<&str> = list(&part["rows"]).iter().map(|row| word(&row["short"])).collect();
        console.line(&format!("“{}”: {} ({})", word(&part["words"]), names.join(", "), word(&part["note"])))?;
    }
    for part in list(&read["asked"]).iter().filter(|part| part["how"] == "unknown") {
        let words = console.say_with("cli-not-known", &[("words", word(&part["words"]))]);
        let names: Vec<&str> = list(&part["suggestions"]).iter().map(|row| word(&row["short"])).collect();
        let maybe = match names.as_slice() {
            [] => String::new(),
            names => format!(" {}", console.say_with("cli-maybe", &[("names", &names.join(", "))])),
        };
        console.line(&format!("{words}{maybe}"))?;
    }
    for left in list(&read["left"]) {
        let row = left["row"].to_string();
        console.line(&console.say_with("cli-row-left", &[("row", &row), ("why", word(&left["why"]))]))?;
    }
    console.line(word(&read["summary"]))
}
