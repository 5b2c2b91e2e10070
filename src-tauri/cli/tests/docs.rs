//! The outputs in docs/cli.md are those of the program. `UPDATE_DOCS=1 cargo test -p gdcplan --test docs` writes them anew.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::Folder;

/// Where the reader of the page works.
const HOME: &str = "/home/amina";

/// What the program prints for a line of the page, both streams in one.
fn output(folder: &Folder, line: &str) -> Vec<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_gdcplan")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let script = format!("{{ {line}\n}} 2>&1");
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("PATH", path)
        .env("GDCPLANNER_DATA", folder.path().join(".data"))
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let real = folder.path().canonicalize().unwrap();
    text.replace(real.to_str().unwrap(), HOME).trim_end().lines().map(str::to_owned).collect()
}

/// A line without what is another one each time: ids, hashes, days and times; and without sizes of files.
fn steady(line: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let part = |c: char| c.is_ascii_hexdigit() || "-:.TZ".contains(c);
    let close = |run: &mut String, out: &mut String| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let clock = run.len() == 5 && run.as_bytes()[2] == b':';
        let size = digits == run.len() && digits >= 6;
        out.push_str(if clock || size || (run.len() >= 10 && digits >= 4) { "#" } else { run });
        run.clear();
    };
    for c in line.chars() {
        if part(c) {
            run.push(c);
        } else {
            close(&mut run, &mut out);
            out.push(c);
        }
    }
    close(&mut run, &mut out);
    // Days in words, where somebody did something: the plan's own days stand elsewhere and count.
    for done in ["made on ", "review of ", "Begun on ", "Applied on "] {
        if let Some((before, behind)) = out.split_once(done) {
            let day: String = behind.split(' ').take(3).collect::<Vec<_>>().join(" ");
            let end = &behind[day.len()..];
            let sign = if day.ends_with(['.', ',']) { &day[day.len() - 1..] } else { "" };
            out = format!("{before}{done}#{sign}{end}");
        }
    }
    out
}

#[test]
fn every_output_on_the_page_is_that_of_the_program() {
    let folder = Folder::new();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let text = std::fs::read_to_string(&page).unwrap();
    let mut fresh: Vec<String> = Vec::new();
    let mut lines = text.lines().peekable();
    let (mut inside, mut ran) = (false, 0);
    let mut odd = Vec::new();
    while let Some(line) = lines.next() {
        fresh.push(line.to_owned());
        if line.starts_with("```") {
            inside = line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else { continue };
        let mut said: Vec<&str> = Vec::new();
        while let Some(next) = lines.next_if(|next| !next.starts_with("$ ") && !next.starts_with("```")) {
            said.push(next);
        }
        let cut = said.last() == Some(&"…");
        let mut real = output(&folder, command);
        if cut {
            real.truncate(said.len() - 1);
            real.push("…".into());
        }
        let same =
            |a: &[String], b: &[&str]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| steady(a) == steady(b));
        if !same(&real, &said) {
            odd.push(format!("$ {command}\n--- the page\n{}\n--- the program\n{}", said.join("\n"), real.join("\n")));
            fresh.extend(real);
        } else {
            fresh.extend(said.iter().map(|line| (*line).to_owned()));
        }
        ran += 1;
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(page, fresh.join("\n") + "\n").unwrap();
        return;
    }
    assert!(ran > 30, "only {ran} examples were found");
    assert!(odd.is_empty(), "docs/cli.md is not what the program does:\n{}", odd.join("\n\n"));
}

/// The section about the kinds, from what the program says of them.
fn kinds_in_words(kinds: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut out = String::new();
    for kind in kinds.as_array().unwrap() {
        let catalogue = if kind["catalogue"] == true { " (catalogue)" } else { "" };
        writeln!(out, "\n### `{}`{catalogue}\n\n| column | type | |\n|---|---|---|", text(&kind["kind"])).unwrap();
        for field in kind["fields"].as_array().unwrap() {
            let target = field["target"].as_str().map(|target| format!(": `{target}`")).unwrap_or_default();
            let max = field["max"].as_u64().unwrap();
            let ty = match field["field"].as_str().unwrap() {
                "text" => format!("line, {max}"),
                "long" => format!("text, {max}"),
                "reference" => format!("row{target}"),
                "references" => format!("rows{target}"),
                "integer" => "whole number".into(),
                "flag" => "yes".into(),
                "order" => "place".into(),
                other => other.to_owned(),
            };
            let codes = field["choices"].as_array().unwrap().iter().map(|c| format!("`{}`", text(&c["code"])));
            let mut notes: Vec<String> = vec![codes.collect::<Vec<_>>().join(" ")];
            for note in ["required", "private", "computed"] {
                notes.extend((field[note] == true).then(|| note.to_owned()));
            }
            notes.retain(|note| !note.is_empty());
            writeln!(out, "| `{}` | {ty} | {} |", text(&field["name"]), notes.join("; ")).unwrap();
        }
    }
    out + "\n"
}

#[test]
fn every_column_is_described_on_the_page_of_the_plan_format() {
    let folder = Folder::with_plan();
    let kinds = folder.json(["call", "p.gdcplan", "kinds_list"]);
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plan-format.md");
    let text = std::fs::read_to_string(&page).unwrap();
    let start = text.find("<!-- kinds").map(|at| at + text[at..].find('\n').unwrap() + 1).unwrap();
    let end = text.find("<!-- end of kinds -->").unwrap();
    let fresh = kinds_in_words(&kinds);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(page, format!("{}{fresh}{}", &text[..start], &text[end..])).unwrap();
        return;
    }
    assert_eq!(&text[start..end], fresh, "docs/plan-format.md is not what kinds.rs says");
}

#[test]
fn what_is_another_one_each_time_does_not_count() {
    let line =
        "Id  01a209c7-d7ad-7871-ab59-a674da31bc02 · 2026-11-23 19:00 UTC · 25de3a8d9766 at 2026-11-23T19:00:23.596Z";
    assert_eq!(steady(line), "Id  # · # # UTC · # at #");
    let words = "Minutes of the review of 29 November 2026";
    assert_eq!(steady(words), "Minutes of the review of #");
    let words = "Begun on 2 May 2026 by Sam Oda. Applied on 29 November 2026, 01:02 UTC by Sam Oda.";
    assert_eq!(steady(words), "Begun on # by Sam Oda. Applied on #, # UTC by Sam Oda.");
    let kept = "ITU-013 status: Ongoing → Completed; 58167 bytes; ------------------------ 20 Instruments";
    assert_eq!(steady(kept), kept);
}
