//! How a document looks and what it is to a screen reader.

use plan_documents::paper::{Block, Head, Paper, Part, Run, Table};

use crate::reader::Pdf;
use crate::sample::{self, cell, columns, heading, plain, row};

/// The tags of a document, each with how deep it lies.
fn tags(pdf: &Pdf) -> Vec<String> {
    let tag = |line: &str| {
        let word = line.trim_start();
        let is_tag = word.starts_with(|c: char| c.is_ascii_uppercase());
        is_tag.then(|| word.split([' ', ':', '(']).next().unwrap_or_default().to_owned())
    };
    pdf.tags().lines().filter_map(tag).collect()
}

fn with(blocks: Vec<Block>) -> Paper {
    let mut paper = sample::english();
    paper.parts = vec![Part { landscape: false, blocks }];
    paper
}

#[test]
fn everybody_can_read_it() {
    let pdf = Pdf::of(&sample::english());
    assert_eq!(pdf.property("Tagged"), "yes");
    assert!(pdf.metadata().contains("<pdfuaid:part>1</pdfuaid:part>"), "{}", pdf.metadata());
    let tags = tags(&pdf);
    for tag in [
        "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TH", "TBody", "TD", "Link",
        "Note",
    ] {
        assert!(tags.iter().any(|one| one == tag), "{tag} in {tags:?}");
    }
    let told = pdf.tags();
    assert!(told.contains("/Scope /Column"), "{told}");
    // Poppler reads no summaries of tables.
    let bytes = plan_pdf::write(&sample::english(), &|_| true).expect("a document").bytes;
    let summary = b"/Summary(Two meetings with their days and places)";
    assert!(bytes.windows(summary.len()).any(|part| part == summary));
}

#[test]
fn its_properties_are_those_of_the_paper() {
    let pdf = Pdf::of(&sample::english());
    assert_eq!(pdf.property("Title"), "Action plan on the Global Digital Compact");
    assert_eq!(pdf.property("Author"), "ITU");
    assert_eq!(pdf.property("CreationDate"), "2026-11-20T10:30:00Z");
    assert_eq!(pdf.property("Creator"), "GDC Planner");
    for (paper, language) in [(sample::english(), "en"), (sample::arabic(), "ar"), (sample::chinese(), "zh")] {
        let told = Pdf::of(&paper).metadata();
        assert!(told.contains(&format!("<rdf:li>{language}</rdf:li>")), "{told}");
    }
}

#[test]
fn a_document_without_a_title_is_called_by_what_it_has() {
    let mut paper = sample::english();
    paper.head.title = Vec::new();
    assert_eq!(Pdf::of(&paper).property("Title"), "C26/14-E");
    paper.head = Head::default();
    assert_eq!(Pdf::of(&paper).property("Title"), "Head of the document");
}

#[test]
fn fonts_are_embedded_and_only_what_is_needed_of_them() {
    for paper in [sample::english(), sample::arabic(), sample::chinese()] {
        let fonts = Pdf::of(&paper).fonts();
        assert!(!fonts.is_empty());
        for (name, embedded, part) in fonts {
            assert!(embedded && part && name.contains("+NotoSans"), "{name}");
        }
    }
}

#[test]
fn the_annex_lies_on_its_side_and_each_page_has_the_symbol_and_its_number() {
    let mut paper = sample::english();
    if let Block::Table(table) = &mut paper.parts[1].blocks[1] {
        let rows = table.rows.clone();
        table.rows = (0..30).flat_map(|_| rows.clone()).collect();
    }
    let pdf = Pdf::of(&paper);
    let pages = pdf.pages();
    assert!(pages.len() > 4, "{pages:?}");
    assert!(pages[0].0 < pages[0].1 && pages[1..].iter().all(|(width, height)| width > height), "{pages:?}");
    let text = pdf.text();
    for (at, page) in text.split('\u{c}').filter(|page| !page.trim().is_empty()).enumerate() {
        assert!(page.contains(&format!("Page {}/{}", at + 1, pages.len())), "{page}");
        let first = page.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        assert_eq!(first.trim() == "C26/14-E", at > 0, "{page}");
        let head = ["Objective", "WSIS process", "Activities of the Union", "By", "Status"];
        assert_eq!(page.lines().any(|line| head.iter().all(|name| line.contains(name))), at > 0, "{page}");
    }
}

#[test]
fn bold_chinese_is_heavier_and_says_the_same() {
    let words = "全球数字契约的执行情况，与国际电联的工作。";
    let of = |strong: bool, text: &str| {
        let run = Run { text: text.into(), strong, ..Run::default() };
        let blocks = (0..30).map(|_| sample::paragraph("", "", vec![run.clone()])).collect();
        let mut paper = with(blocks);
        (paper.head, paper.boxed) = (Head::default(), Vec::new());
        Pdf::of(&paper)
    };
    let (plain, bold) = (of(false, words), of(true, words));
    assert_eq!(plain.said(), bold.said());
    assert_eq!(plain.pages(), bold.pages());
    let heavier = bold.ink() as f64 / plain.ink() as f64;
    assert!((1.12..1.6).contains(&heavier), "{heavier}");
    // Beside it letters that have a bold face are not made heavier twice.
    let latin = of(true, "Compact").ink();
    let both = of(true, "Compact \u{3000}").ink();
    assert!((latin as f64 / both as f64 - 1.0).abs() < 0.02, "{latin} {both}");
    // Headings, captions, heads of tables and labels are bold without being told so.
    let blocks = |text: &str| {
        let table = Table {
            tag: String::new(),
            caption: sample::plain(text),
            summary: String::new(),
            columns: columns(&[(text, 1)]),
            rows: vec![sample::group("g", text)],
        };
        vec![heading("", 1, "", text), Block::Table(table)]
    };
    let told = Pdf::of(&with(blocks(words)));
    assert_eq!(told.said().matches("执行情况").count(), 4, "{}", told.said());
}

#[test]
fn headings_leave_no_level_out() {
    let pdf = Pdf::of(&with(vec![
        heading("", 3, "", "Deep first"),
        heading("", 1, "1", "Then high"),
        heading("", 3, "1.1.1", "Then deep"),
        heading("", 0, "", "None"),
        heading("", 9, "", "Too deep"),
        heading("", 1, "", "  \u{200b}"),
    ]));
    let levels: Vec<String> = tags(&pdf).into_iter().filter(|tag| tag.starts_with('H')).collect();
    assert_eq!(levels, ["H1", "H1", "H2", "H1", "H2"]);
}

#[test]
fn a_stale_figure_says_so_in_a_footnote_and_in_a_table_behind_it() {
    let stale = |text: &str| vec![Run { text: text.into(), stale: true, ..Run::default() }];
    let mut table = cell("", &[""]);
    table.paragraphs[0].runs = stale("in a table");
    let pdf = Pdf::of(&with(vec![
        sample::paragraph("", "", stale("in a sentence")),
        Block::Table(Table {
            tag: String::new(),
            caption: Vec::new(),
            summary: String::new(),
            columns: columns(&[("Figure", 1)]),
            rows: vec![row("", vec![table])],
        }),
    ]));
    let said = pdf.said();
    assert!(said.contains("in a table [not confirmed for more than a year]"), "{said}");
    assert!(said.contains("1not confirmed for more than a year"), "{said}");
}

#[test]
fn equal_papers_give_equal_bytes() {
    let write = |paper: &Paper| plan_pdf::write(paper, &|_| true).expect("a document").bytes;
    for paper in [sample::english(), sample::arabic(), sample::chinese()] {
        assert!(write(&paper) == write(&paper));
    }
    let together: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..3).map(|_| scope.spawn(|| write(&sample::english()))).collect();
        all.into_iter().map(|one| one.join().expect("a document")).collect()
    });
    assert!(together.iter().all(|one| *one == together[0]));
}

#[test]
fn a_paper_without_anything_is_a_page() {
    let mut paper = sample::english();
    (paper.head, paper.boxed, paper.parts) = (Head::default(), Vec::new(), Vec::new());
    (paper.author, paper.language, paper.labels) = (String::new(), String::new(), Default::default());
    let pdf = Pdf::of(&paper);
    assert_eq!(pdf.pages().len(), 1);
    assert_eq!(pdf.property("Title"), "–");
}

#[test]
fn a_table_may_be_without_rows_and_columns() {
    let table = |columns, rows| {
        Block::Table(Table { tag: String::new(), caption: plain("A caption"), summary: String::new(), columns, rows })
    };
    let pdf = Pdf::of(&with(vec![
        table(Vec::new(), Vec::new()),
        table(columns(&[("One", 0), ("Two", 0)]), Vec::new()),
        table(columns(&[("One", 1)]), vec![row("", vec![cell("", &["a"]), cell("", &["b"])]), row("", Vec::new())]),
        table(Vec::new(), vec![sample::group("g", "Only a heading")]),
    ]));
    let said = pdf.said();
    assert!(said.contains("One Two") && said.contains("Only a heading"), "{said}");
    assert!(said.contains("a b"), "what is in one column too many is not lost: {said}");
}

/// A table with a caption and rows of two cells, each of which begins and ends with a word that is found again.
fn marked(name: &str, rows: usize, words: &str) -> Block {
    let cell = |at: usize, side: &str| cell("", &[&format!("{name}from{at}{side} {words} {name}to{at}{side}")]);
    let rows = (0..rows).map(|at| row("", vec![cell(at, "a"), cell(at, "b")]));
    Block::Table(Table {
        tag: String::new(),
        caption: plain(&format!("{name}caption")),
        summary: String::new(),
        columns: columns(&[(&format!("{name}head"), 1), ("And", 2)]),
        rows: rows.collect(),
    })
}

#[test]
fn a_caption_stays_with_its_table_and_a_short_row_on_one_page() {
    let mut blocks = Vec::new();
    for at in 0..24 {
        // One line more each time, so that each break of a page falls elsewhere.
        blocks.extend((0..at % 7 + 3).map(|_| sample::paragraph("", "", plain("A line."))));
        blocks.push(marked(&format!("t{at}x"), 4, &"short words ".repeat(14)));
    }
    let text = Pdf::of(&with(blocks)).text();
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let page_of = |word: &str| {
        let found = pages.iter().position(|page| page.split_whitespace().any(|one| one == word));
        found.unwrap_or_else(|| panic!("{word} is nowhere"))
    };
    assert!(pages.len() > 8, "{}", pages.len());
    for at in 0..24 {
        let first = page_of(&format!("t{at}xfrom0a"));
        assert_eq!(page_of(&format!("t{at}xcaption")), first, "the caption of table {at}");
        assert_eq!(page_of(&format!("t{at}xhead")), first, "the head of table {at}");
        for row in 0..4 {
            let begins = page_of(&format!("t{at}xfrom{row}a"));
            for end in [format!("t{at}xto{row}a"), format!("t{at}xto{row}b")] {
                assert_eq!(page_of(&end), begins, "row {row} of table {at}");
            }
        }
    }
}

#[test]
fn a_row_that_no_page_holds_goes_on_over_several() {
    let mut paper = with(vec![marked("l", 2, &"many words ".repeat(900))]);
    let narrow = Block::Table(Table {
        tag: String::new(),
        caption: Vec::new(),
        summary: String::new(),
        columns: columns(&[("A", 1), ("B", 400)]),
        rows: vec![row("", vec![cell("", &[&"ab ".repeat(80)]), cell("", &["end"])])],
    });
    paper.parts.push(Part { landscape: true, blocks: vec![narrow] });
    let text = Pdf::of(&paper).text();
    assert_eq!(
        text.split_whitespace().filter(|word| *word == "ab").count(),
        80,
        "nothing runs over the edge of a page"
    );
    for word in ["lto0a", "lto0b", "lto1a", "lto1b"] {
        assert!(text.contains(word), "{word}");
    }
    assert_eq!(text.matches("many").count(), 4 * 900);
}
