//! What a document is made of: styles, controls, footnotes, languages, directions, properties.

use plan_documents::paper::{Block, Cell, CellParagraph, Column, Paper, Row, Run, Table};
use plan_documents::word;

use crate::reader::{Changes, Node, Said, part, read, said};
use crate::sample;

fn write(paper: &Paper) -> Vec<u8> {
    word::write(paper, &|_| true).expect("a document")
}

fn body(paper: &Paper) -> Node {
    read(&part(&write(paper), "word/document.xml"))
}

#[test]
fn every_tag_is_a_control_that_holds_its_words() {
    let xml = body(&sample::english());
    let control = |tag: &str| {
        let all = xml.all("w:sdt");
        let found = all.iter().filter(|one| one.at(&["w:sdtPr", "w:tag"]).is_some_and(|own| own.val() == tag));
        found.map(|one| one.child("w:sdtContent").expect("content").said()).collect::<Vec<_>>()
    };
    assert_eq!(control("block/1/text"), ["Where the work stands"], "without its number");
    assert_eq!(control("figure/offline/value"), ["2.6 billion"], "in the midst of a paragraph");
    assert_eq!(
        control("commitment/1/lines"),
        ["C2: infrastructure", "C7: e-learning, with UNESCO"],
        "one for each paragraph"
    );
    assert_eq!(control("commitment/1/status"), ["on track [not confirmed for more than a year]"]);
    assert_eq!(control("paper/action"), ["The Council is invited to note this document."]);
    assert_eq!(control("paper/symbol"), ["Document C26/14-E"]);
    assert_eq!(control("block/11"), ["Table 2: Objectives, the WSIS process and activities"]);
    let of = |paper: &Paper| -> Vec<String> {
        body(paper).all("w:sdtPr").iter().map(|one| format!("{:?}", one.children)).collect()
    };
    let mut changed = sample::english();
    changed.parts[0].blocks.remove(0);
    let (before, after) = (of(&sample::english()), of(&changed));
    assert!(after.iter().all(|one| before.contains(one)), "the number of a control follows from its tag");
}

#[test]
fn styles_are_there_and_used() {
    let bytes = write(&sample::english());
    let styles = read(&part(&bytes, "word/styles.xml"));
    let known: Vec<&str> = styles.all("w:style").iter().filter_map(|style| style.attribute("w:styleId")).collect();
    let mut used = Vec::new();
    for name in ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"] {
        let xml = read(&part(&bytes, name));
        for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            used.extend(xml.all(kind).iter().map(|style| style.val().to_owned()));
        }
    }
    for style in &used {
        assert!(known.contains(&style.as_str()), "{style}");
    }
    for style in [
        "Heading1",
        "Heading2",
        "Heading3",
        "BodyText",
        "NumberedParagraph",
        "Dash",
        "BoxLabel",
        "TableText",
        "TableDash",
        "Caption",
        "Remark",
        "StaleFigure",
        "FootnoteText",
        "Hyperlink",
    ] {
        assert!(used.iter().any(|used| used == style), "{style}");
    }
}

#[test]
fn numbers_stand_before_a_tab() {
    let all = said(&write(&sample::english()), Changes::Accepted);
    let par = |style: &str, text: &str| all.contains(&Said::Par(style.into(), text.into()));
    assert!(par("Heading1", "1\tWhere the work stands"));
    assert!(par("Heading3", "A heading without a number"));
    let numbered = all.iter().any(|one| matches!(one, Said::Par(style, text) if style == "NumberedParagraph" && text.starts_with("1.1\tSome 2.6 billion[[\tnot confirmed")));
    assert!(numbered, "{all:?}");
}

#[test]
fn the_annex_lies_on_its_side_and_its_tables_repeat_their_head() {
    let xml = body(&sample::english());
    let pages = xml.all("w:pgSz");
    assert_eq!(pages.iter().map(|page| page.attribute("w:orient")).collect::<Vec<_>>(), [None, Some("landscape")]);
    assert_eq!(xml.all("w:tblHeader").len(), 2);
    let told: Vec<_> = xml.all("w:tblCaption").iter().map(|one| one.val()).collect();
    assert_eq!(told[..2], ["Head of the document", "Summary of the document"]);
    assert_eq!(xml.all("w:tblDescription").len(), 2);
}

#[test]
fn arabic_runs_from_the_right() {
    let xml = body(&sample::arabic());
    let properties = xml.all("w:pPr");
    assert!(properties.iter().all(|one| one.child("w:bidi").is_some()));
    assert!(xml.all("w:tblPr").iter().all(|one| one.child("w:bidiVisual").is_some()));
    assert!(xml.all("w:sectPr").iter().all(|one| one.child("w:bidi").is_some()));
    for run in xml.all("w:r") {
        let text = run.said();
        let arabic = text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        let mirrored = run.at(&["w:rPr", "w:rtl"]).is_some();
        let latin = text.contains("A/RES/79/1") || text.contains("Partner2Connect");
        assert!(!arabic || mirrored, "{text}");
        assert!(!latin || !mirrored, "{text}");
    }
    let styles = part(&write(&sample::arabic()), "word/styles.xml");
    assert!(styles.contains(r#"w:bidi="ar-SA""#));
    assert!(part(&write(&sample::chinese()), "word/styles.xml").contains(r#"w:eastAsia="zh-CN""#));
}

#[test]
fn languages_differ_by_run() {
    let xml = body(&sample::english());
    let languages: Vec<_> = xml.all("w:lang").iter().map(|one| one.attributes.clone()).collect();
    let one = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    assert_eq!(languages, [one("w:val", "fr-FR"), one("w:bidi", "ar-SA")]);
}

#[test]
fn footnotes_are_footnotes() {
    let bytes = write(&sample::english());
    let notes = read(&part(&bytes, "word/footnotes.xml"));
    let said: Vec<String> = notes.all("w:footnote").iter().map(|note| note.said()).collect();
    assert_eq!(said, ["", "", "\tnot confirmed for more than a year", "\tParagraph 71; see the page of the group."]);
    let body = read(&part(&bytes, "word/document.xml"));
    let met: Vec<_> =
        body.all("w:footnoteReference").iter().filter_map(|one| one.attribute("w:id")).map(str::to_owned).collect();
    assert_eq!(met, ["1", "2"]);
    assert!(part(&bytes, "word/_rels/footnotes.xml.rels").contains("https://www.itu.int/gdc"));
}

#[test]
fn properties_say_who_and_when() {
    let core = read(&part(&write(&sample::english()), "docProps/core.xml"));
    let said = |name: &str| core.all(name).first().map(|one| one.said()).unwrap_or_default();
    assert_eq!(said("dc:title"), "Action plan on the Global Digital Compact");
    assert_eq!(said("dc:creator"), "ITU");
    assert_eq!(said("dcterms:created"), "2026-11-20T10:30:00Z");
    assert_eq!(said("dcterms:modified"), "2026-11-20T10:30:00Z");
    assert_eq!(said("dc:language"), "en");
}

#[test]
fn a_paper_without_anything_is_a_document() {
    let mut paper = sample::english();
    paper.head = Default::default();
    paper.boxed.clear();
    paper.parts.clear();
    let all = said(&write(&paper), Changes::Accepted);
    assert_eq!(all, [Said::Par("Header".into(), String::new()), Said::Par("EndLine".into(), String::new())]);
}

#[test]
fn the_number_of_a_page_is_read_from_the_left_in_arabic_too() {
    let foot = read(&part(&write(&sample::arabic()), "word/footer1.xml"));
    let runs = foot.all("w:r");
    let mirrored = |run: &Node| run.at(&["w:rPr", "w:rtl"]).is_some();
    let said: Vec<(String, bool)> = runs.iter().map(|run| (run.said(), mirrored(run))).collect();
    let of = |text: &str, mirrored: bool| (text.to_owned(), mirrored);
    assert_eq!(said, [of("الصفحة ", true), of("1", false), of("/", false), of("1", false)]);
}

#[test]
fn a_paragraph_of_another_language_runs_its_own_way() {
    let english =
        |text: &str| Run { text: text.into(), language: Some("en".into()), mirrored: Some(false), ..Run::default() };
    let mut paper = sample::arabic();
    let blocks = &mut paper.parts[0].blocks;
    let paragraph = |runs| Block::Paragraph { tag: String::new(), number: String::new(), runs };
    blocks.push(paragraph(vec![english("All of it"), Run::plain(", "), english("in English (2026).")]));
    blocks.push(paragraph(vec![english("Half of it "), Run::plain("بالعربية")]));
    let cell = |runs| Cell { tag: String::new(), paragraphs: vec![CellParagraph { dash: false, runs }] };
    blocks.push(Block::Table(Table {
        tag: String::new(),
        caption: Vec::new(),
        summary: String::new(),
        columns: vec![Column { label: "الهدف".into(), share: 1 }],
        rows: vec![Row { tag: String::new(), heading: false, cells: vec![cell(vec![english("In a cell")])] }],
    }));
    let xml = body(&paper);
    let par = |begin: &str| {
        let all = xml.all("w:p");
        let par = all.iter().find(|par| par.said().starts_with(begin)).expect("a paragraph");
        let has = |name: &str| par.at(&["w:pPr", name]).map(|one| one.val().to_owned());
        (has("w:bidi").is_some(), has("w:jc"), par.all("w:rtl").len())
    };
    assert_eq!(par("All of it"), (false, None, 0));
    assert_eq!(par("Half of it"), (true, None, 1));
    assert_eq!(par("In a cell"), (false, Some("right".into()), 0), "it stays on the side of its column");

    let dash = |runs| Block::Dash { tag: String::new(), runs };
    let list = |entries: Vec<Vec<Run>>| {
        let mut paper = sample::arabic();
        paper.parts[0].blocks.push(paragraph(vec![Run::plain("قائمة")]));
        paper.parts[0].blocks.extend(entries.into_iter().map(dash));
        let xml = body(&paper);
        let of_list = |par: &&Node| par.said().contains("entry");
        let all = xml.all("w:p");
        all.iter().copied().filter(of_list).map(|par| par.at(&["w:pPr", "w:bidi"]).is_some()).collect::<Vec<_>>()
    };
    let (plain, mixed) = (|| vec![english("An entry")], || vec![english("An entry "), Run::plain("(جارٍ)")]);
    assert_eq!(list(vec![plain(), mixed(), plain()]), [true, true, true], "its dashes stand on one side");
    assert_eq!(list(vec![plain(), plain()]), [false, false]);

    let mut paper = sample::english();
    let arabic =
        Run { text: "بالعربية".into(), language: Some("ar".into()), mirrored: Some(true), ..Run::default() };
    paper.parts[0].blocks.push(paragraph(vec![arabic]));
    let xml = body(&paper);
    let turned: Vec<String> =
        xml.all("w:p").iter().filter(|par| par.at(&["w:pPr", "w:bidi"]).is_some()).map(|par| par.said()).collect();
    assert_eq!(turned, ["بالعربية"]);
}

#[test]
fn a_short_row_stands_on_one_page_and_a_caption_with_its_table() {
    let text = |letters: usize| CellParagraph { dash: false, runs: vec![Run::plain("x".repeat(letters))] };
    let row = |letters: &[usize]| Row {
        tag: String::new(),
        heading: false,
        cells: letters.iter().map(|n| Cell { tag: String::new(), paragraphs: vec![text(*n)] }).collect(),
    };
    let mut paper = sample::english();
    let columns = ["One", "Two"].map(|label| Column { label: label.into(), share: 1 });
    paper.parts[0].blocks = vec![Block::Table(Table {
        tag: String::new(),
        caption: sample::plain("A caption"),
        summary: String::new(),
        columns: columns.into(),
        rows: vec![row(&[10, 600]), row(&[10, 601])],
    })];
    let xml = body(&paper);
    let table = xml.all("w:tbl").into_iter().find(|one| one.said().contains("xxx")).expect("the table");
    let whole: Vec<bool> = table.all("w:tr").iter().map(|one| one.at(&["w:trPr", "w:cantSplit"]).is_some()).collect();
    assert_eq!(whole, [true, true, false], "the head, a short row, a long one");
    // Words of a style keep with what follows: the caption with the head of the table, and that with its first row.
    let styles = read(&part(&write(&paper), "word/styles.xml"));
    for name in ["Caption", "TableHead"] {
        let all = styles.all("w:style");
        let style = all.iter().find(|one| one.attribute("w:styleId") == Some(name)).expect("the style");
        assert!(style.at(&["w:pPr", "w:keepNext"]).is_some(), "{name}");
    }
}
