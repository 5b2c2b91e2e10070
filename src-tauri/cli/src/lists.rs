//! `list`: the rows of a kind.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::console::{Console, Fault};
use crate::table;

/// Rows that are fetched at once.
const WINDOW: usize = 1_000;

/// What a kind shows to people beside short name and title.
fn columns(kind: &str) -> &'static [&'static str] {
    match kind {
        "commitment" => &["status", "owner_lead", "when"],
        "milestone" => &["when", "kind", "place"],
        "group" => &["kind", "parent", "when"],
        "assignment" => &["state", "source", "source_para"],
        "indicator" => &["unit", "baseline", "target"],
        "measurement" => &["qualifier", "value", "counted", "as_of"],
        "update" => &["date", "status", "report"],
        "organization" => &["kind", "parent"],
        "provision" => &["instrument", "kind", "objective"],
        "objective" | "goal" => &["number"],
        "mapping" => &["reason"],
        "source" | "calendar_entry" | "holiday" => &["date"],
        "rule_pack" => &["source", "confidence"],
        "rule" => &["rule_pack", "anchor_distance", "anchor_unit"],
        "instrument" => &["adopted"],
        "intent" => &["because", "said_by", "date"],
        "statement" => &["said_to", "said", "verbatim", "date"],
        "note" => &["audience", "text", "author"],
        "saved_view" => &["shape"],
        "person" => &["post", "organization"],
        _ => &[],
    }
}

/// Prints the rows of a kind.
pub fn list(console: &mut Console, kind: &str, file: &Path, text: &str) -> Result<(), Fault> {
    let info = kind_named(console, kind)?;
    let kind = info["kind"].as_str().unwrap_or_default().to_owned();
    console.open_to_read(file)?;
    let query = query(console, &info, text)?;
    if console.json { json_rows(console, &info, &kind, &query) } else { table_of(console, &info, &kind, &query) }
}

/// What rows have to hold: words anywhere, and `field=words` in one of its fields; nothing behind the sign: it is empty.
fn query(console: &Console, info: &Json, text: &str) -> Result<Json, Fault> {
    let fields = info["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut words = Vec::new();
    let mut filters = Vec::new();
    for word in words_of(text) {
        let named = word.split_once('=').and_then(|(name, value)| {
            let name = name.to_lowercase().replace('-', "_");
            fields.iter().find(|field| field["name"] == name.as_str()).map(|field| (field, value))
        });
        match named {
            Some((field, value)) => filters.push(filter(console, field, value)?),
            None => words.push(word),
        }
    }
    Ok(json!({ "text": words.join(" "), "filters": filters }))
}

/// A filter of one field. A choice is named by its code or by what people read; a date is one on which it may be.
fn filter(console: &Console, field: &Json, value: &str) -> Result<Json, Fault> {
    let name = &field["name"];
    let wanted = value.to_lowercase();
    let not_a_choice = || {
        let label = field["label"].as_str().unwrap_or_default().to_owned();
        Err(console.refusal("not-a-choice", [("field", label), ("value", value.to_owned())]))
    };
    match field["field"].as_str().unwrap_or_default() {
        _ if value.is_empty() => Ok(json!({ "field": name, "any": [], "filled": false })),
        "choice" => {
            let is_it = |choice: &&Json| {
                let said = |key: &str| choice[key].as_str().is_some_and(|said| said.to_lowercase() == wanted);
                said("code") || said("label")
            };
            match field["choices"].as_array().into_iter().flatten().find(is_it) {
                Some(choice) => Ok(json!({ "field": name, "any": [choice["code"]] })),
                None => not_a_choice(),
            }
        }
        "flag" => match wanted.as_str() {
            "true" | "yes" => Ok(json!({ "field": name, "any": ["true"] })),
            "false" | "no" => Ok(json!({ "field": name, "any": [], "filled": false })),
            _ => not_a_choice(),
        },
        "date" => Ok(json!({ "field": name, "any": [], "from": value, "to": value })),
        _ => Ok(json!({ "field": name, "any": [], "contains": value })),
    }
}

/// Words as they stand apart; what stands in quotation marks is one: `status="not reported"`.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        match (letter, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (letter, _) if letter.is_whitespace() && !quoted => words.push(String::new()),
            (letter, Some(word)) => word.push(letter),
            (_, None) => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The kind that somebody means: `action-lines`, `action_line`, `Action-Line`.
fn kind_named(console: &Console, typed: &str) -> Result<Json, Fault> {
    let name = typed.to_lowercase().replace('-', "_");
    let fits = |kind: &str| {
        // A holiday and holidays, a body and bodies.
        let stem = kind.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
        let plural = stem.map_or_else(|| format!("{kind}s"), |stem| format!("{stem}ies"));
        name == kind || name == plural
    };
    let kinds = console.call("kinds_list", Json::Null)?;
    let kinds: Vec<Json> = kinds.as_array().cloned().unwrap_or_default();
    if let Some(found) = kinds.iter().find(|info| info["kind"].as_str().is_some_and(fits)) {
        return Ok(found.clone());
    }
    Err(console.refusal("no-such-kind", [("kind", typed.to_owned())]))
}

/// All rows of a view, window by window.
fn each(
    console: &mut Console,
    kind: &str,
    query: &Json,
    fields: &[String],
    mut take: impl FnMut(&mut Console, &Json) -> Result<(), Fault>,
) -> Result<(u64, u64), Fault> {
    let mut from = 0;
    loop {
        let get = json!({ "kind": kind, "query": query, "from": from, "to": from + WINDOW, "fields": fields });
        let window = console.call("view_get", get)?;
        let rows = window["rows"].as_array().map(Vec::as_slice).unwrap_or_default();
        rows.iter().try_for_each(|row| take(console, row))?;
        from += rows.len();
        let (count, total) = (window["count"].as_u64().unwrap_or(0), window["total"].as_u64().unwrap_or(0));
        if rows.is_empty() || from as u64 >= count {
            return Ok((count, total));
        }
    }
}

fn json_rows(console: &mut Console, info: &Json, kind: &str, query: &Json) -> Result<(), Fault> {
    let fields: Vec<String> = names(info).collect();
    let mut rows = Vec::new();
    each(console, kind, query, &fields, |_, row| {
        rows.push(plain(row, &fields));
        Ok(())
    })?;
    console.answer(&json!({ "kind": kind, "count": rows.len(), "rows": rows }))
}

/// A row as its id, its short name and the plain values of its fields.
pub fn plain(row: &Json, fields: &[String]) -> Json {
    let mut out = Map::new();
    out.insert("id".into(), row["id"].clone());
    out.insert("ref".into(), row["short"].clone());
    for name in fields {
        out.insert(name.clone(), row["cells"][name]["value"].clone());
    }
    Json::Object(out)
}

/// Names of the fields of a kind.
pub fn names(info: &Json) -> impl Iterator<Item = String> + '_ {
    let fields = info["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    fields.iter().filter_map(|field| field["name"].as_str().map(str::to_owned))
}

/// Label of a field or of a computed column.
pub fn label(console: &Console, info: &Json, field: &str) -> String {
    let fields = info["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    match fields.iter().find(|known| known["name"] == field).and_then(|known| known["label"].as_str()) {
        Some(label) => label.to_owned(),
        None => console.say(&format!("cli-{}", field.replace('_', "-"))),
    }
}

fn table_of(console: &mut Console, info: &Json, kind: &str, query: &Json) -> Result<(), Fault> {
    let columns: Vec<String> = columns(kind).iter().map(|name| (*name).to_owned()).collect();
    // A kind without columns of its own still needs one that is asked for: none would mean all.
    let asked = if columns.is_empty() { vec!["-".to_owned()] } else { columns.clone() };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut has_short = false;
    let (count, total) = each(console, kind, query, &asked, |_, row| {
        let word = |value: &Json| value.as_str().unwrap_or_default().to_owned();
        let (short, title) = (word(&row["short"]), word(&row["title"]));
        // A short name that says nothing more is left out: the title over again, or the id of a link.
        let short = if short == title || row["id"] == short.as_str() { String::new() } else { short };
        has_short |= !short.is_empty();
        let mut cells = vec![short, title];
        cells.extend(columns.iter().map(|name| {
            let cell = &row["cells"][name];
            // What is not stated is left blank: a column of those words hides the others.
            if cell["empty"] == true { String::new() } else { word(&cell["text"]) }
        }));
        rows.push(cells);
        Ok(())
    })?;
    let mut heading = vec![console.say("cli-reference"), console.say("cli-title")];
    heading.extend(columns.iter().map(|name| label(console, info, name)));
    if !has_short {
        heading.remove(0);
        rows.iter_mut().for_each(|row| drop(row.remove(0)));
    }
    if !rows.is_empty() {
        table::print(console, &heading, &rows)?;
        console.line("")?;
    }
    let (count_words, total_words) = (count.to_string(), total.to_string());
    let words = if count == total {
        console.say_with("cli-listed", &[("count", &count_words)])
    } else {
        console.say_with("cli-listed-of", &[("count", &count_words), ("total", &total_words)])
    };
    console.line(&words)
}
