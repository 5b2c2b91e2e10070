//! `check`: what the plan check asks.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::console::{Console, Fault};

/// Questions and rows that are fetched at once.
const WINDOW: usize = 500;

fn word(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
fn array(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Prints the questions by rule; with `--json` each with all rows that it touches.
pub fn check(console: &mut Console, file: &Path, rule: Option<&str>, intended: bool) -> Result<(), Fault> {
    console.open_to_read(file)?;
    let mut found: Vec<Json> = Vec::new();
    let mut rules: Vec<Json> = Vec::new();
    loop {
        let from = found.len();
        let ask = json!({ "rule": rule, "intended": intended, "from": from, "to": from + WINDOW });
        let answer = console.call("questions_list", ask)?;
        rules = if rules.is_empty() { array(&answer["rules"]).to_vec() } else { rules };
        found.extend(array(&answer["questions"]).iter().cloned());
        if found.len() as u64 >= answer["count"].as_u64().unwrap_or(0) || found.len() == from {
            break;
        }
    }
    if console.json {
        let findings = found.iter().map(|question| finding(console, question)).collect::<Result<Vec<_>, _>>()?;
        return console.answer(&json!({ "count": findings.len(), "findings": findings }));
    }
    let title = |question: &Json| {
        let of = rules.iter().find(|rule| rule["rule"] == question["rule"]);
        of.map(|rule| word(&rule["title"]).to_owned()).unwrap_or_default()
    };
    let mut last = String::new();
    for question in &found {
        let heading = title(question);
        if heading != last {
            console.line(&format!(
                "{}{heading} ({})",
                if last.is_empty() { "" } else { "\n" },
                word(&question["rule"])
            ))?;
            last = heading;
        }
        console.line(&format!("  {}", word(&question["words"])))?;
        if question["intended"].is_object() {
            console.line(&format!("      {}", word(&question["intended"]["words"])))?;
        }
    }
    let words = match (found.len(), intended) {
        (0, false) => console.say("cli-no-questions"),
        (0, true) => console.say("cli-nothing-intended"),
        (count, _) => {
            console.line("")?;
            console.say_with("cli-questions", &[("count", &count.to_string())])
        }
    };
    console.line(&words)
}

/// What scripts hold on to: rule, rows, words.
fn finding(console: &Console, question: &Json) -> Result<Json, Fault> {
    let mut rows: Vec<Json> = array(&question["rows"]).to_vec();
    let count = question["count"].as_u64().unwrap_or(0);
    while (rows.len() as u64) < count {
        let from = rows.len();
        let ask =
            json!({ "rule": question["rule"], "subject": question["subject"], "from": from, "to": from + WINDOW });
        let answer = console.call("question_rows", ask)?;
        let more = array(&answer["rows"]);
        if more.is_empty() {
            break;
        }
        rows.extend(more.iter().cloned());
    }
    let brief =
        |row: &Json| json!({ "kind": row["kind"], "id": row["id"], "ref": row["short"], "title": row["title"] });
    Ok(json!({
        "rule": question["rule"],
        "subject": question["subject"],
        "rows": rows.iter().map(brief).collect::<Vec<_>>(),
        "words": question["words"],
        "why": question["why"],
        "intended": question["intended"]["words"],
    }))
}
