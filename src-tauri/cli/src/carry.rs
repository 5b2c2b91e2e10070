//! `carry`: the paragraphs of an instrument beside the commitments that may answer them; decisions, and the edition that ends it.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::change;
use crate::console::{Console, Fault};

/// Paragraphs that are fetched at once.
const WINDOW: usize = 500;
/// Commitments that are told for a paragraph, where people read.
const TOLD: usize = 3;

/// Decisions that are about several paragraphs at once.
const SEVERAL: [&str; 2] = ["not-for-us", "open"];

/// What is asked for beside the instrument.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Carry {
    /// Numbers of paragraphs; empty: all.
    pub paragraphs: Vec<String>,
    pub answer: Option<String>,
    pub commitment: Option<String>,
    pub superseded_by: Option<String>,
    pub because: String,
    pub title: String,
    pub edition: Option<String>,
    pub before: Option<String>,
    pub although_open: bool,
}

fn word(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}
fn list(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Lists paragraphs with what was decided and what may answer them; or decides; or makes the edition. Without an instrument that is meant
/// which alone has the paragraphs.
pub fn carry(console: &mut Console, file: &Path, instrument: Option<&str>, asked: &Carry) -> Result<(), Fault> {
    let reads = asked.answer.is_none() && asked.edition.is_none();
    if reads {
        console.open_to_read(file)?;
    } else {
        console.open_to_edit(file)?;
    }
    let instrument = match instrument {
        Some(named) => console.find(&format!("instrument:{named}"))?.id,
        None => console.instrument_of(&asked.paragraphs)?,
    };
    let instrument = instrument.as_str();
    if reads {
        return tell(console, instrument, &asked.paragraphs);
    }
    if let Some(name) = &asked.edition {
        let mut make = json!({ "name": name, "instrument": instrument, "although_open": asked.although_open });
        if let Some(before) = &asked.before {
            make["before"] = json!(before);
        }
        let made = console.call("edition_make", make)?;
        return if console.json { console.answer(&made) } else { console.line(word(&made["announcement"])) };
    }
    let decision = asked.answer.as_deref().unwrap_or_default();
    let paragraphs = paragraphs(console, instrument, &asked.paragraphs)?;
    // A commitment answers one of them: where one number is that of several, which of them is to be said.
    if let ([number], [_, _, ..]) = (asked.paragraphs.as_slice(), paragraphs.as_slice())
        && !SEVERAL.contains(&decision)
    {
        let name = |one: &Json| format!("{} ({})", word(&one["id"]), word(&one["title"]));
        let names = paragraphs.iter().map(name).collect::<Vec<_>>().join("; ");
        return Err(console.refusal("several-paragraphs", [("value", number.clone()), ("names", names)]));
    }
    let ids: Vec<&Json> = paragraphs.iter().map(|one| &one["id"]).collect();
    let mut decide = json!({ "provisions": ids, "decision": decision.replace('-', "_"), "because": asked.because });
    for (name, value) in [("commitment", &asked.commitment), ("by", &asked.superseded_by)] {
        if let Some(value) = value {
            decide[name] = json!(value);
        }
    }
    if !asked.title.is_empty() {
        decide["fields"] = Json::Object(Map::from_iter([("title".to_owned(), json!(asked.title))]));
    }
    let written = console.call("carry_decide", decide)?;
    change::written(console, &written)
}

/// The paragraphs of some numbers, or all; a number that no paragraph has is refused.
fn paragraphs(console: &mut Console, instrument: &str, numbers: &[String]) -> Result<Vec<Json>, Fault> {
    let mut all: Vec<Json> = Vec::new();
    loop {
        let ask = json!({ "instrument": instrument, "from": all.len(), "to": all.len() + WINDOW });
        let page = console.call("carry_get", ask)?;
        let found = list(&page["paragraphs"]);
        all.extend(found.iter().cloned());
        if found.is_empty() || all.len() as u64 >= page["count"].as_u64().unwrap_or(0) {
            break;
        }
    }
    if numbers.is_empty() {
        return Ok(all);
    }
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let mut chosen: Vec<Json> = Vec::new();
    for number in numbers {
        let fits = |one: &&Json| squeezed(word(&one["paragraph"])) == squeezed(number) || word(&one["id"]) == number;
        let found: Vec<&Json> = all.iter().filter(fits).collect();
        if found.is_empty() {
            return Err(console.refusal("no-such-paragraph", [("value", number.clone())]));
        }
        // Named twice is meant once.
        for one in found {
            if !chosen.contains(one) {
                chosen.push(one.clone());
            }
        }
    }
    Ok(chosen)
}

fn tell(console: &mut Console, instrument: &str, numbers: &[String]) -> Result<(), Fault> {
    let view = console.call("carry_get", json!({ "instrument": instrument, "from": 0, "to": 1 }))?;
    let mut told = Vec::new();
    for one in paragraphs(console, instrument, numbers)? {
        let found = console.call("carry_propose", json!({ "provision": one["id"] }))?;
        if console.json {
            told.push(json!({
                "id": one["id"],
                "paragraph": one["paragraph"],
                "title": found["paragraph"]["title"],
                "decision": one["decision"],
                "because": one["because"],
                "answers": list(&one["answers"]).iter().map(answer).collect::<Vec<_>>(),
                "proposed": list(&found["candidates"]).iter().map(candidate).collect::<Vec<_>>(),
            }));
        } else {
            paragraph(console, &one, &found)?;
        }
    }
    let counts = &view["counts"];
    if console.json {
        let instrument = &view["instrument"];
        return console.answer(&json!({
            "instrument": { "id": instrument["id"], "symbol": instrument["short"], "title": instrument["title"] },
            "counts": counts,
            "edition": view["edition"]["name"],
            "paragraphs": told,
        }));
    }
    let count = |name: &str| counts[name].to_string();
    let args = [
        ("all", &*count("all")),
        ("answered", &*count("answered")),
        ("none", &*count("not_for_us")),
        ("open", &*count("open")),
    ];
    let words = console.say_with("cli-carry-counts", &args);
    console.line(&words)?;
    match view["edition"]["name"].as_str() {
        Some(name) => console.line(&console.say_with("cli-carry-edition", &[("name", name)])),
        None => Ok(()),
    }
}

fn answer(answer: &Json) -> Json {
    json!({
        "answer": answer["answer"],
        "commitment": answer["commitment"]["id"],
        "ref": answer["commitment"]["short"],
        "by": answer["by"]["id"],
    })
}

fn candidate(one: &Json) -> Json {
    let reasons: Vec<Json> =
        list(&one["reasons"]).iter().map(|why| json!({ "reason": why["reason"], "words": why["text"] })).collect();
    json!({ "commitment": one["row"]["id"], "ref": one["row"]["short"], "title": one["row"]["title"], "reasons": reasons })
}

/// "¶ 23  Report on …", what was decided, and the first of what may answer it.
fn paragraph(console: &mut Console, one: &Json, found: &Json) -> Result<(), Fault> {
    console.line(&format!("¶ {}  {}", word(&one["paragraph"]), word(&one["title"])))?;
    match word(&one["decision"]) {
        "answered" => {
            for answer in list(&one["answers"]) {
                console.line(&format!("    {}", word(&answer["text"])))?;
            }
        }
        "not_for_us" => {
            let words = console.say_with("cli-carry-not-for-us", &[("because", word(&one["because"]))]);
            console.line(&format!("    {words}"))?;
        }
        _ => {
            for candidate in list(&found["candidates"]).iter().take(TOLD) {
                let why: Vec<&str> = list(&candidate["reasons"]).iter().map(|why| word(&why["text"])).collect();
                let row = &candidate["row"];
                console.line(&format!("    ? {} {}: {}", word(&row["short"]), word(&row["title"]), why.join(", ")))?;
            }
        }
    }
    Ok(())
}
