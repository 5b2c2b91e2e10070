//! The words of three papers, page by page, as they were last looked at.
//!
//! `UPDATE_GOLDEN=1 cargo test -p plan-pdf --test pdf golden` writes the files anew: look at the difference, and at the pages,
//! before it is committed.

use std::path::Path;

use plan_documents::paper::Paper;

use crate::reader::Pdf;
use crate::sample;

fn held(name: &str, paper: &Paper) {
    let text = Pdf::of(paper).text();
    // How wide the gaps are is a matter of fonts and of Poppler.
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let told: Vec<String> =
        text.split('\u{c}').flat_map(|page| page.lines().map(words).chain(["---".into()])).collect();
    let told: Vec<&String> = told.iter().filter(|line| !line.is_empty()).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let text: String = told.iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(&path, text).expect("a file");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(told, golden.lines().collect::<Vec<_>>(), "{name}");
}

#[test]
fn a_paper_in_english_is_set_as_it_was_looked_at() {
    held("english.txt", &sample::english());
}

#[test]
fn a_paper_in_arabic_is_too() {
    held("arabic.txt", &sample::arabic());
}

#[test]
fn a_paper_in_chinese_is_too() {
    held("chinese.txt", &sample::chinese());
}
