use super::english;
use crate::Strings;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn none() -> [(&'static str, &'static str); 0] {
    []
}

#[test]
fn a_message_says_what_happened_and_what_to_do() {
    let strings = english().without_isolation();
    let text = strings.error("no-such-file", [("path", "/home/a/plan.gdcplan")]);
    assert_eq!(
        text,
        "/home/a/plan.gdcplan was not found. It may have been moved or renamed: look for it, and open it again."
    );
    let text = strings.error("too-long", [("field", "lead_post"), ("limit", "300"), ("length", "301")]);
    assert!(text.starts_with("The text for “Post in the lead” has 301 characters; at most 300 fit."), "{text}");
    let text = strings
        .error("still-named", vec![("count".to_owned(), "3".to_owned()), ("title".to_owned(), "ITU".to_owned())]);
    assert!(text.contains("3 rows still refer to it, “ITU” among them"), "{text}");
}

#[test]
fn what_is_not_known_is_called_by_a_general_word() {
    let strings = english().without_isolation();
    assert!(strings.error("empty-file", none()).starts_with("The file is empty"));
    assert!(strings.error("empty-file", [("path", "")]).starts_with("The file is empty"));
    // And some have a sentence of their own.
    let ended = |end| strings.error("already-ended", [("title", "Working group"), ("end", end)]);
    assert!(ended("2026-01").starts_with("“Working group” has ended already (January 2026)."), "{}", ended("2026-01"));
    assert!(ended("").starts_with("“Working group” has ended already; when is not stated."), "{}", ended(""));
    let text = strings.error("locked-by-other", none());
    assert!(text.contains("by somebody on another computer since an unknown time"), "{text}");
    for key in Strings::keys().filter_map(|key| key.strip_prefix("error-")) {
        let text = strings.error(key, none());
        assert!(!text.contains('{') && !text.contains("“”") && !text.contains("  "), "{key}: {text}");
    }
}

#[test]
fn names_steps_and_days_in_arguments_are_put_into_words() {
    let strings = english().without_isolation();
    let text = strings.error(
        "undo-other-sitting",
        [("step", "commitment_set"), ("field", "status"), ("at", "2026-11-22T09:30:00Z"), ("person", "Amina")],
    );
    assert!(text.contains("“Set status”, was made by Amina on 22\u{a0}November 2026"), "{text}");
    let text = strings.error("one-of", [("fields", "group, action_line")]);
    assert!(text.contains("Group, Action line"), "{text}");
    let text = strings
        .error("locked-by-other", [("person", "Amina"), ("machine", "gva-12"), ("since", "2026-11-22T09:30:00+02:00")]);
    assert!(text.contains("Amina on gva-12 since 22\u{a0}November 2026, 07:30 UTC"), "{text}");
    assert!(strings.error("not-a-date", [("value", "\"soon\"")]).starts_with("“soon” was not"));
}

#[test]
fn an_error_of_the_core_has_its_message() {
    let strings = english().without_isolation();
    let refused = plan::Error::refused_with("required", [("field", "title".to_owned())]);
    assert!(strings.problem(&refused).starts_with("“Title” may not be empty"));
    // What the system said stands in the details of an error, not in its message.
    let broken = strings.problem(&plan::Error::broken("disk I/O"));
    assert!(broken.contains("What you saved before is safe") && !broken.contains("disk I/O"), "{broken}");
    assert!(strings.problem(&plan::Error::stale("commitment.title", "x")).contains("since you saw it"));
    assert!(strings.problem(&plan::Error::stale("commitment", "x")).contains("no longer there"));
}

#[test]
fn a_code_without_a_message_still_says_something() {
    let text = english().without_isolation().error("made-up-later", none());
    assert_eq!(text, "This could not be done, and nothing was changed. The reason has the code “made-up-later”.");
}

/// Codes are written beside what refuses; whoever adds one adds its message.
#[test]
fn every_code_in_the_program_has_a_message() {
    let mut missing = BTreeSet::new();
    let mut seen = 0;
    for file in sources() {
        let text = std::fs::read_to_string(&file).unwrap();
        for code in codes(&text) {
            seen += 1;
            if Strings::variables(&format!("error-{code}")).is_none() {
                let file = file.strip_prefix(root()).unwrap().display().to_string();
                missing.insert(format!(
                    "{file} refuses with \"{code}\": add \"error-{code} = …\" to assets/locales/en/errors.ftl"
                ));
            }
        }
    }
    assert!(seen > 20, "only {seen} codes were found: has the way to write them changed?");
    assert!(missing.is_empty(), "\n{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources() -> Vec<PathBuf> {
    let mut open: Vec<PathBuf> =
        ["core", "wire", "cli", "app", "devhost"].iter().map(|name| root().join(name).join("src")).collect();
    let mut files = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

/// The texts in quotes that follow `refused(`, `refused_with(` and `code:`.
fn codes(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for lead in ["refused(", "refused_with(", "code:"] {
        for (at, _) in text.match_indices(lead) {
            let rest = text[at + lead.len()..].trim_start();
            let code = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
            found.extend(
                code.filter(|code| !code.is_empty() && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')),
            );
        }
    }
    found
}
