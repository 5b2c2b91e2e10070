//! Whatever people typed: it stays words.

use plan_documents::Fault;
use plan_documents::paper::{Block, Boxed, Paper, Part, Run, Runs, Table};
use proptest::prelude::*;

use crate::reader::{Pdf, one_line};
use crate::sample::{self, plain};

const NASTY: &[&str] = &[
    "#set text(red) #panic(\"no\") #read(\"/etc/passwd\") #include \"x.typ\"",
    "$x^2$ *bold* _emphasis_ `raw` <label> @reference = Heading - list + list / term: x",
    "\\ \\u{41} ~ -- --- ... // comment /* and */ [content] {code}",
    "#let said(piece) = 1; #import \"@preview/example:0.1.0\": *",
    "\"quoted\" \\\" \\n ]]} , {\"kind\":\"table\"}",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> & 'too' %PDF-1.7 endobj stream",
    "a\u{0}b\u{1b}[2J\u{7f}\u{85}\u{fffe}\u{ffff}\u{2028}",
    "left \u{202e}thgir\u{202c} \u{2066}isolated\u{2069}",
    "\r\n\ttab\tand\nbreaks\n\n",
    "Latin, Кириллица, العربية 123, 中文字, हिन्दी, 日本語, עברית, \u{1f469}\u{200d}\u{1f4bb}",
    "\u{301}\u{feff}\u{200f}\u{e0041}\u{e000}漢\u{301}",
    "   ",
    "",
];

fn runs(text: &str) -> Runs {
    vec![Run {
        text: text.into(),
        tag: text.into(),
        stale: true,
        strong: true,
        language: Some(text.into()),
        mirrored: Some(true),
        link: Some(format!("https://example.org/{text}")),
        note: Some(Box::new(vec![Run { note: Some(Box::new(plain(text))), stale: true, ..Run::plain(text) }])),
        ..Run::default()
    }]
}

/// A paper with these texts in every place.
fn paper(texts: &[String]) -> Paper {
    let mut paper = sample::english();
    let all = || texts.iter().flat_map(|text| runs(text)).collect::<Runs>();
    paper.language = texts[0].clone();
    paper.author = texts.concat();
    (paper.head.body, paper.head.session, paper.head.author, paper.head.title) = (all(), all(), all(), all());
    paper.head.symbol = texts.concat();
    paper.labels.page = texts.concat();
    paper.labels.head = texts.concat();
    paper.boxed = Vec::new();
    let mut blocks = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        paper.head.lines[0].runs = runs(text);
        paper.boxed.push(Boxed { tag: text.clone(), label: text.clone(), paragraphs: vec![runs(text)] });
        blocks.push(Block::Heading { tag: text.clone(), level: at as u8, number: text.clone(), runs: runs(text) });
        blocks.push(Block::Heading { tag: text.clone(), level: 2, number: String::new(), runs: plain(text) });
        blocks.push(Block::Paragraph { tag: text.clone(), number: text.clone(), runs: runs(text) });
        blocks.push(Block::Dash { tag: text.clone(), runs: runs(text) });
        blocks.push(Block::Remark { runs: runs(text) });
        let mut cell = sample::cell("", &[text, "– a", text]);
        cell.paragraphs[0].runs = runs(text);
        blocks.push(Block::Table(Table {
            tag: text.clone(),
            caption: runs(text),
            summary: text.clone(),
            columns: sample::columns(&[(text, 0), ("b", 1)]),
            rows: vec![sample::row(text, vec![cell.clone(), cell]), sample::group(text, text), sample::group("", "x")],
        }));
    }
    paper.parts = vec![Part { landscape: true, blocks }];
    paper
}

#[test]
fn what_was_typed_stays_words() {
    let texts: Vec<String> = NASTY.iter().map(|text| (*text).to_owned()).collect();
    let written = plan_pdf::write(&paper(&texts), &|_| true).expect("a document");
    let said = Pdf::read(&written.bytes).said();
    for words in [
        "#set text(red) #panic(\"no\") #read(\"/etc/passwd\")",
        "$x^2$ *bold* _emphasis_ `raw` <label> @reference = Heading - list + list / term: x",
        "\\ \\u{41} ~ -- --- ... // comment /* and */ [content] {code}",
        "<U+202E>thgir<U+202C>",
        "a␀b␛[2J␡<U+0085>",
        "=cmd|' /C calc'!A0",
        "Кириллица",
        "中文字",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    for missing in ['ह', 'ע', '\u{1f469}', '\u{e000}', '\u{301}'] {
        assert!(written.missing.contains(&missing), "{missing:?} in {:?}", written.missing);
    }
    assert!(!written.missing.iter().any(|c| c.is_ascii() || "ء本字".contains(*c)), "{:?}", written.missing);
}

#[test]
fn only_addresses_that_can_be_followed_lead_anywhere() {
    let mut paper = sample::english();
    let links =
        ["https://www.itu.int/a b", "http://example.org", "javascript:alert(1)", "file:///etc/passwd", "https://"];
    let run = |link: &&str| Run { text: "here ".into(), link: Some((*link).into()), ..Run::default() };
    paper.parts[0].blocks = vec![sample::paragraph("", "", links.iter().map(run).collect())];
    paper.parts.truncate(1);
    assert_eq!(Pdf::of(&paper).links(), ["https://www.itu.int/a%20b"]);
}

/// A paper of one table with one column.
fn column(texts: &[&str]) -> Paper {
    let mut paper = sample::english();
    paper.parts = vec![Part {
        landscape: false,
        blocks: vec![Block::Table(Table {
            tag: String::new(),
            caption: plain("A table"),
            summary: String::new(),
            columns: sample::columns(&[("Text", 1), ("More", 20)]),
            rows: texts
                .iter()
                .map(|text| sample::row("", vec![sample::cell("", &[text]), sample::cell("", &["x"])]))
                .collect(),
        })],
    }];
    paper
}

#[test]
fn a_very_long_cell_goes_over_many_pages() {
    // A million characters are no other case: optimised they take five seconds, here a minute.
    let pdf = Pdf::of(&column(&[&"слово ".repeat(30_000)]));
    assert!(pdf.pages().len() > 100);
    assert_eq!(pdf.said().matches("слово").count(), 30_000);
}

#[test]
fn a_word_that_never_ends_stays_in_its_column() {
    let pdf = Pdf::of(&column(&[&"W".repeat(3_000)]));
    let said = pdf.said().replace(['\u{200b}', ' '], "");
    assert_eq!(said.matches('W').count(), 3_000);
    assert!(pdf.text().lines().all(|line| line.matches('W').count() < 20), "{}", pdf.text());
}

#[test]
fn a_table_of_many_rows_is_whole() {
    let texts: Vec<String> = (0..600).map(|n| format!("row{n}.")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let pdf = Pdf::of(&column(&texts));
    let said = pdf.said();
    assert!(texts.iter().all(|text| said.contains(text)));
}

#[test]
fn what_would_take_all_memory_is_refused_at_once() {
    // Two cells a row, and a piece of words in each.
    let paper = column(&vec!["Words"; 75_001]);
    assert_eq!(plan_pdf::write(&paper, &|_| true), Err(Fault::TooLong));
}

#[test]
fn it_can_be_stopped() {
    let paper = column(&vec!["Words of a row that is one of very many"; 400]);
    assert_eq!(plan_pdf::write(&paper, &|_| false), Err(Fault::Stopped));
    for end in [0.01, 0.2, 0.9] {
        assert_eq!(plan_pdf::write(&paper, &|part| part < end), Err(Fault::Stopped), "{end}");
    }
    assert!(plan_pdf::write(&paper, &|_| true).is_ok(), "what was stopped leaves nothing behind");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any characters, with those that fonts and Typst have views on among them.
    #[test]
    fn whatever_is_typed_makes_a_document(texts in prop::collection::vec(
        prop_oneof![
            any::<String>(),
            "[\u{0}-\u{7f}\u{300}-\u{36f}\u{600}-\u{6ff}\u{2000}-\u{206f}\u{fe00}-\u{feff}\u{4e00}-\u{4e20}\u{1f1e6}-\u{1f1ff}]{0,40}",
            "[#$*_@<>`\\\\\\[\\](){}=+/~\"' \n-]{0,40}",
        ],
        1..3,
    )) {
        let written = plan_pdf::write(&paper(&texts), &|_| true);
        prop_assert!(written.is_ok(), "{written:?}");
        let ascii: String = texts.concat().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        if ascii.len() == texts.concat().len() {
            let said = Pdf::read(&written.unwrap().bytes).said().replace(['\u{200b}', ' '], "");
            prop_assert!(said.contains(&one_line(&texts[0])));
        }
    }
}
