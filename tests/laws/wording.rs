//! The starter speaks in words of our own: no run of eight words of the source document stands in it.
//!
//! The document is not part of this repository. `golden/source-shingles.txt` holds a hash of each run of eight of its words,
//! from which no word can be read. Where the document lies beside the project, the hashes are held against it;
//! `UPDATE_GOLDEN=1` writes them anew.

use std::collections::HashSet;
use std::path::Path;

use plan::assets::{DEVELOPMENTS, STARTER};
use plan::snapshot::Snapshot;
use plan::{Kind, Value};
use plan_tests::zipped::sha256;

const RUN: usize = 8;

/// Official names: nobody can say them in other words.
const NAMES: &[&str] = &[
    "Office of the Secretary-General's Envoy on Technology",
    "United Nations Group on the Information Society",
    "Inter-Agency Working Group on AI",
    "Building confidence and security in the use of ICTs",
];

/// Words without case, marks and hyphens; where an official name stood there is a gap that no run crosses.
fn runs(text: &str) -> Vec<Vec<String>> {
    let plain = |text: &str| -> Vec<String> {
        let word =
            |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        text.split_whitespace().map(word).filter(|word| !word.is_empty()).collect()
    };
    let mut words: Vec<Option<String>> = plain(text).into_iter().map(Some).collect();
    for name in NAMES {
        let name: Vec<Option<String>> = plain(name).into_iter().map(Some).collect();
        while let Some(at) = words.windows(name.len()).position(|window| window == name) {
            words.splice(at..at + name.len(), [None]);
        }
    }
    words.split(Option::is_none).map(|run| run.iter().flatten().cloned().collect()).collect()
}

/// A hash of each run of eight words.
fn shingles(text: &str) -> Vec<(String, String)> {
    let hashed = |window: &[String]| {
        let words = window.join(" ");
        (sha256(words.as_bytes())[..12].to_owned(), words)
    };
    runs(text).iter().flat_map(|run| run.windows(RUN).map(hashed).collect::<Vec<_>>()).collect()
}

fn golden() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/source-shingles.txt")
}

#[test]
fn the_hashes_are_those_of_the_document_where_it_is_at_hand() {
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference/itu-gdc-action-plan.txt");
    let Ok(text) = std::fs::read_to_string(document) else { return };
    let mut hashes: Vec<String> = shingles(&text).into_iter().map(|(hash, _)| hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let file = hashes.join("\n") + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(golden(), &file).unwrap();
    }
    assert!(
        std::fs::read_to_string(golden()).unwrap() == file,
        "UPDATE_GOLDEN=1 writes golden/source-shingles.txt anew"
    );
}

#[test]
fn no_eight_words_in_a_row_are_those_of_the_document() {
    let hashes: HashSet<String> = std::fs::read_to_string(golden()).unwrap().lines().map(str::to_owned).collect();
    assert!(hashes.len() > 3_000, "{} hashes", hashes.len());
    let mut found = Vec::new();
    let mut looked_at = 0;
    for bytes in [STARTER, DEVELOPMENTS] {
        let snapshot = Snapshot::read(bytes).unwrap();
        // The objectives have their official titles, and the titles as the document prints them.
        for kind in Kind::content().filter(|kind| *kind != Kind::Objective) {
            for row in snapshot.state.rows(kind) {
                for (field, value) in row.values() {
                    let texts: Vec<&str> = match value {
                        Value::Text(text) => vec![text],
                        Value::Set(set) => set.iter().map(|text| &**text).collect(),
                        _ => Vec::new(),
                    };
                    for (hash, words) in texts.into_iter().flat_map(shingles) {
                        looked_at += 1;
                        if hashes.contains(&hash) {
                            found.push(format!("{} {}, {}: \"{words}\"", kind.name(), row.title(), field.name));
                        }
                    }
                }
            }
        }
    }
    found.dedup();
    assert!(found.is_empty(), "say it in other words:\n{}", found.join("\n"));
    assert!(looked_at > 1_000, "{looked_at} runs looked at");
}

#[test]
fn a_borrowed_sentence_would_be_found_in_whatever_case_and_marks() {
    let sentence = "The delegates met, once more, in the old assembly hall of Geneva.";
    let borrowed = "… the DELEGATES met once more in the old assembly-hall …";
    let hashes: HashSet<String> = shingles(sentence).into_iter().map(|(hash, _)| hash).collect();
    assert!(hashes.contains(&shingles("the delegates met once more in the old")[0].0));
    assert!(shingles(borrowed).iter().any(|(hash, _)| hashes.contains(hash)));
    assert!(shingles("Seven words of it are not yet enough").iter().all(|(hash, _)| !hashes.contains(hash)));
    let name = "We thank the Office of the Secretary-General’s Envoy on Technology for this";
    assert!(shingles(&name.replace('’', "'")).is_empty(), "an official name is no run");
}
