//! Whatever people typed: it stays words.

use plan_documents::paper::{Block, Boxed, Paper, Part, Run, Table};
use plan_documents::{Fault, word};

use crate::reader::{Changes, Said, part, read, said};
use crate::sample;

const NASTY: &[&str] = &[
    "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>",
    "{ INCLUDEPICTURE \"http://example.org/x\" }",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script> & \"quoted\" 'too' ]]>",
    "a\u{0}b\u{1b}[2J\u{7f}\u{85}\u{fffe}\u{ffff}\u{2028}",
    "left \u{202e}thgir\u{202c} \u{2066}isolated\u{2069}",
    "\r\n\ttab\tand\nbreaks\n\n",
    "&amp;&lt;&#0;&#x202e;",
    "Latin, Кириллица, العربية 123, 中文字, हिन्दी, 日本語, עברית, \u{1f469}\u{200d}\u{1f4bb}",
    "   ",
    "",
];

/// A paper with all of it in every place.
pub fn paper() -> Paper {
    let mut paper = sample::english();
    let runs = || {
        let run = |text: &&str| Run {
            text: (*text).into(),
            tag: format!("run/{text}"),
            language: Some((*text).into()),
            link: Some(format!("https://example.org/{text}")),
            note: Some(Box::new(vec![Run { note: Some(Box::new(sample::plain(text))), ..Run::plain(*text) }])),
            ..Run::default()
        };
        NASTY.iter().map(run).collect::<Vec<_>>()
    };
    paper.language = NASTY[0].into();
    paper.author = NASTY.concat();
    paper.head.title = runs();
    paper.head.symbol = NASTY.concat();
    paper.labels.continued = NASTY.concat();
    paper.labels.page = NASTY.concat();
    paper.labels.head = NASTY.concat();
    for text in NASTY {
        paper.boxed.push(Boxed { tag: (*text).into(), label: (*text).into(), paragraphs: vec![runs()] });
    }
    let mut blocks = Vec::new();
    for (at, text) in NASTY.iter().enumerate() {
        blocks.push(Block::Heading { tag: (*text).into(), level: at as u8, number: (*text).into(), runs: runs() });
        blocks.push(Block::Paragraph { tag: (*text).into(), number: (*text).into(), runs: runs() });
        let cells = (0..at).map(|n| sample::cell(&format!("{text}/{n}"), NASTY)).collect();
        let rows = vec![sample::row(text, cells), sample::group(text, text)];
        let columns = NASTY[..at].iter().map(|text| (*text, 0)).collect::<Vec<_>>();
        blocks.push(Block::Table(Table {
            tag: (*text).into(),
            caption: runs(),
            summary: (*text).into(),
            columns: sample::columns(&columns),
            rows,
        }));
    }
    paper.parts.push(Part { landscape: false, blocks });
    paper
}

fn write(paper: &Paper) -> Vec<u8> {
    word::write(paper, &|_| true).expect("a document")
}

#[test]
fn what_was_typed_stays_words() {
    let bytes = write(&paper());
    for name in ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"]
    {
        let xml = part(&bytes, name);
        let parsed = read(&xml);
        let fields = parsed.all("w:fldSimple");
        let codes: Vec<_> = fields.iter().filter_map(|field| field.attribute("w:instr")).collect();
        assert_eq!(codes, if name.contains("footer") { vec!["PAGE", "NUMPAGES"] } else { vec![] }, "{name}");
        assert!(parsed.all("w:instrText").is_empty() && parsed.all("script").is_empty());
        let steers = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{202c}\u{2066}\u{2069}\u{fffe}".contains(c);
        assert!(!xml.contains(steers), "{name}");
    }
    let everything = read(&part(&bytes, "word/document.xml")).child("w:document").expect("a body").said();
    for words in ["INCLUDEPICTURE", "<U+202E>thgir", "हिन्दी", "中文字", "العربية 123", "&amp;&lt;&#0;"]
    {
        assert!(everything.contains(words), "{words}");
    }
}

#[test]
fn only_addresses_that_can_be_followed_lead_anywhere() {
    let mut paper = sample::english();
    let links = [
        "https://www.itu.int/a b",
        "http://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://a@b/",
    ];
    let run = |link: &&str| Run { text: "here".into(), link: Some((*link).into()), ..Run::default() };
    paper.parts[0].blocks = vec![sample::paragraph("", "", links.iter().map(run).collect())];
    let bytes = write(&paper);
    let relations = read(&part(&bytes, "word/_rels/document.xml.rels"));
    let all = relations.all("Relationship");
    let outside: Vec<_> = all
        .iter()
        .filter(|one| one.attribute("TargetMode") == Some("External"))
        .filter_map(|one| one.attribute("Target"))
        .collect();
    assert_eq!(outside, ["https://www.itu.int/a%20b"]);
}

#[test]
fn a_cell_of_a_million_characters_is_written_and_compared() {
    let mut before = sample::english();
    let text = "слово ".repeat(170_000);
    let rows = |text: &str| vec![sample::row("commitment/1", vec![sample::cell("commitment/1/text", &[text])])];
    let table = |text: &str| Table {
        tag: "block/1".into(),
        caption: Vec::new(),
        summary: String::new(),
        columns: sample::columns(&[("Text", 1)]),
        rows: rows(text),
    };
    before.parts[0].blocks = vec![Block::Table(table(&text))];
    let mut after = before.clone();
    after.parts[0].blocks = vec![Block::Table(table(&text.replacen("слово", "дело", 90_000)))];
    let bytes = word::redline(&before, &after, "ITU", &|_| true).expect("a redline");
    assert_eq!(said(&bytes, Changes::Accepted), said(&write(&after), Changes::Accepted));
    assert_eq!(said(&bytes, Changes::Rejected), said(&write(&before), Changes::Accepted));
}

#[test]
fn no_column_is_lost_where_word_knows_no_more() {
    let mut paper = sample::english();
    let labels: Vec<String> = (0..100).map(|n| format!("column {n}")).collect();
    let cells = labels.iter().map(|label| sample::cell(label, &[label])).collect();
    let columns = labels.iter().map(|label| (label.as_str(), u32::MAX)).collect::<Vec<_>>();
    paper.parts[0].blocks = vec![Block::Table(Table {
        tag: String::new(),
        caption: Vec::new(),
        summary: String::new(),
        columns: sample::columns(&columns),
        rows: vec![sample::row("", cells)],
    })];
    let all = said(&write(&paper), Changes::Accepted);
    let Some(Said::Table(rows)) = all.iter().filter(|one| matches!(one, Said::Table(_))).nth(2) else {
        panic!("a table")
    };
    assert_eq!(rows[1].len(), 63);
    assert_eq!(rows[1][62].len(), 38);
}

#[test]
fn it_can_be_stopped() {
    let paper = sample::english();
    assert_eq!(word::write(&paper, &|_| false), Err(Fault::Stopped));
    for end in [0.05, 0.3, 0.9] {
        assert_eq!(word::redline(&paper, &sample::later(), "ITU", &|part| part < end), Err(Fault::Stopped), "{end}");
    }
}

#[test]
fn equal_papers_give_equal_bytes() {
    let redline = || word::redline(&sample::english(), &sample::later(), "ITU", &|_| true).expect("a redline");
    assert!(write(&paper()) == write(&paper()));
    assert!(redline() == redline());
}
