//! Figures of work on ranges of cells, through the border, as the window asks for it: found, foretold, filled, pasted.

use std::path::Path;
use std::sync::Arc;

use plan_wire::{Nobody, Session};
use serde_json::{Value as Json, json};

use super::{Figure, Outcome, at, percentile, push};

/// The columns of a first look at commitments.
const COLUMNS: [&str; 7] = ["reference", "title", "owner", "lead", "status", "when", "source"];
/// Those of them that a paste changes.
const PASTED: [&str; 4] = ["title", "lead", "status", "next_step"];

pub fn ask(session: &Arc<Session>, command: &str, arguments: Json) -> Outcome<Json> {
    session.call(command, arguments, "en").map_err(|error| format!("{command}: {}", error.message).into())
}

/// All rows of the view, and some of its columns.
fn range(size: usize, columns: &[&str]) -> Json {
    json!({ "kind": "commitment", "from": 0, "to": size, "columns": columns })
}

/// Measures on a copy of a plan. `fill_floor`: what the writes of one column cost without capture.
pub fn measure(path: &Path, size: usize, fill_floor: f64, figures: &mut Vec<Figure>) -> Outcome<()> {
    let copy = path.with_file_name("cells.gdcplan");
    std::fs::copy(path, &copy)?;
    let session = Session::new(Box::new(Nobody), None);
    session.act_as("Bench", "");
    session.start(Some(&copy));
    let read = || ask(&session, "cells_copy", range(size, &COLUMNS));
    let texts = read()?;
    let rows = texts["rows"].as_array().map_or(0, Vec::len);
    if rows != size {
        return Err(format!("{rows} rows of {size}").into());
    }
    // Beside what is foretold: only reading the same cells, in words.
    let floor = percentile(5, 50, |_| read().map(|_| ()))?;
    push(figures, "copy seven columns of all rows", size, floor, None, at(size, 300.0));
    let longest = percentile(5, 50, |_| ask(&session, "cells_longest", range(size, &COLUMNS)).map(|_| ()))?;
    push(figures, "longest texts of seven columns", size, longest, Some(floor), at(size, 300.0));
    let words = ["s", "sk", "skill", "skills", "bdt", "2027", "ongoing", "nowhere"];
    let found = percentile(16, 95, |n| {
        let look = json!({ "range": range(size, &COLUMNS), "text": words[n % words.len()], "step": "here" });
        ask(&session, "cells_find", look).map(|_| ())
    })?;
    push(figures, "find in seven columns of all rows, 95th percentile", size, found, Some(floor), at(size, 150.0));

    let preview = |columns: &[&str], change: &Json| -> Outcome<()> {
        let look = json!({ "range": range(size, columns), "change": change, "list": 100 });
        let seen = ask(&session, "cells_preview", look)?;
        if seen["cells"] == 0 && seen["created"] == 0 { Err("nothing would change".into()) } else { Ok(()) }
    };
    let replace = json!({ "do": "replace", "text": "e", "with": "E", "exact": true });
    let replaced = percentile(3, 50, |_| preview(&["title"], &replace))?;
    push(figures, "replace in all titles, foretold", size, replaced, Some(floor), at(size, 300.0));
    let set = json!({ "do": "set", "values": { "lead_post": "Somebody" } });
    let edited = percentile(3, 50, |_| preview(&["lead_post"], &set))?;
    push(figures, "one field of all rows, foretold", size, edited, Some(floor), at(size, 300.0));
    let lines: Vec<Json> =
        (0..size).map(|n| json!([format!("Title {n}"), "ITU", "Ongoing", format!("Step {n}")])).collect();
    let paste = json!({ "do": "paste", "cells": lines });
    let pasted = percentile(3, 50, |_| preview(&PASTED, &paste))?;
    push(figures, "paste four columns of all rows, foretold", size, pasted, Some(floor), at(size, 500.0));

    let change = |columns: &[&str], change: &Json| -> Outcome<()> {
        let done = ask(&session, "cells_change", json!({ "range": range(size, columns), "change": change }))?;
        if done["op"].is_null() { Err("nothing changed".into()) } else { Ok(()) }
    };
    ask(&session, "cells_change", json!({ "range": range(1, &["lead_post"]), "change": set }))?;
    let filled = percentile(3, 50, |_| {
        change(&["lead_post"], &json!({ "do": "fill_down" }))?;
        ask(&session, "undo", json!({ "confirmed": true })).map(|_| ())
    })?;
    push(figures, "fill one column of all rows and take it back", size, filled, Some(2.0 * fill_floor), None);
    let pasted = percentile(3, 50, |_| {
        change(&PASTED, &paste)?;
        ask(&session, "undo", json!({ "confirmed": true })).map(|_| ())
    })?;
    push(figures, "paste four columns of all rows and take it back", size, pasted, Some(8.0 * fill_floor), None);
    Ok(())
}
