//! The law of redlines, over small made-up papers: who accepts all has the new document, who rejects all has the old one.

use plan_documents::paper::{
    Block, Boxed, Cell, CellParagraph, Column, Head, Labels, Line, Paper, Part, Row, Run, Runs, Table,
};
use plan_documents::word;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::reader::{Changes, part, read, said};

/// Few words, so that much is the same on both sides.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["plan", "school", "ITU", "2030", "خطة", "技能", "–", "a\tb", "c\nd", "é"]);
    prop_oneof![1 => Just(String::new()), 9 => vec(words, 1..6).prop_map(|words| words.join(" "))]
}

fn tag() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "a", "b", "c", "d", "e"]).prop_map(str::to_owned)
}

fn run() -> impl Strategy<Value = Run> {
    let link = prop::option::weighted(
        0.1,
        prop::sample::select(vec!["https://itu.int/x", "http://no"]).prop_map(str::to_owned),
    );
    let note = prop::option::weighted(0.15, text().prop_map(|text| Box::new(vec![Run::plain(text)])));
    let tags = prop_oneof![4 => Just(String::new()), 1 => tag()];
    (
        text(),
        prop::bool::weighted(0.2),
        prop::option::weighted(0.1, any::<bool>()),
        link,
        note,
        prop::bool::weighted(0.1),
        tags,
    )
        .prop_map(|(text, strong, mirrored, link, note, stale, tag)| Run {
            text,
            strong,
            mirrored,
            link,
            note,
            stale,
            tag,
            ..Run::default()
        })
}

fn runs() -> impl Strategy<Value = Runs> {
    vec(run(), 0..3)
}

fn cell() -> impl Strategy<Value = Cell> {
    let paragraph = (any::<bool>(), runs()).prop_map(|(dash, runs)| CellParagraph { dash, runs });
    (tag(), vec(paragraph, 0..4)).prop_map(|(tag, paragraphs)| Cell { tag, paragraphs })
}

fn table() -> impl Strategy<Value = Table> {
    let row = (tag(), prop::bool::weighted(0.2), vec(cell(), 0..4)).prop_map(|(tag, heading, cells)| Row {
        tag,
        heading,
        cells,
    });
    let column = text().prop_map(|label| Column { label, share: 1 });
    (tag(), runs(), vec(column, 0..3), vec(row, 0..5)).prop_map(|(tag, caption, columns, rows)| Table {
        tag,
        caption,
        summary: String::new(),
        columns,
        rows,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let number = || prop::sample::select(vec!["", "1", "1.1", "2"]).prop_map(str::to_owned);
    prop_oneof![
        (tag(), 1..4u8, number(), runs()).prop_map(|(tag, level, number, runs)| Block::Heading {
            tag,
            level,
            number,
            runs
        }),
        (tag(), number(), runs()).prop_map(|(tag, number, runs)| Block::Paragraph { tag, number, runs }),
        (tag(), runs()).prop_map(|(tag, runs)| Block::Dash { tag, runs }),
        runs().prop_map(|runs| Block::Remark { runs }),
        table().prop_map(Block::Table),
    ]
}

fn paper() -> impl Strategy<Value = Paper> {
    let line = (tag(), runs(), any::<bool>()).prop_map(|(tag, runs, strong)| Line { tag, runs, strong });
    let head = (runs(), runs(), vec(line, 0..4), text(), runs(), runs())
        .prop_map(|(body, session, lines, symbol, author, title)| Head { body, session, lines, symbol, author, title });
    let boxed =
        (tag(), text(), vec(runs(), 0..3)).prop_map(|(tag, label, paragraphs)| Boxed { tag, label, paragraphs });
    let part = (any::<bool>(), vec(block(), 0..6)).prop_map(|(landscape, blocks)| Part { landscape, blocks });
    (head, vec(boxed, 0..4), vec(part, 0..4), any::<bool>(), text()).prop_map(
        |(head, boxed, parts, mirrored, stale)| Paper {
            language: if mirrored { "ar" } else { "en" }.into(),
            mirrored,
            at: "2026-11-20T10:30:00Z".parse().expect("a moment"),
            author: "ITU".into(),
            head,
            boxed,
            parts,
            labels: Labels { stale, ..Labels::default() },
        },
    )
}

/// Holds the law for two papers, and that no number is used twice.
pub fn holds(before: &Paper, after: &Paper) {
    let watch = &|_: f64| true;
    let redline = word::redline(before, after, "ITU", watch).expect("a redline");
    let plain = |paper| said(&word::write(paper, watch).expect("a document"), Changes::Accepted);
    assert_eq!(said(&redline, Changes::Accepted), plain(after), "all accepted");
    assert_eq!(said(&redline, Changes::Rejected), plain(before), "all rejected");
    let mut controls = Vec::new();
    let mut changes = Vec::new();
    for name in ["word/header1.xml", "word/document.xml", "word/footnotes.xml"] {
        let xml = read(&part(&redline, name));
        controls.extend(xml.all("w:sdtPr").iter().filter_map(|one| one.child("w:id")).map(|id| id.val().to_owned()));
        for kind in ["w:ins", "w:del", "w:pPrChange", "w:sectPrChange", "w:customXmlInsRangeStart"] {
            changes.extend(xml.all(kind).iter().filter_map(|one| one.attribute("w:id")).map(str::to_owned));
        }
    }
    for numbers in [&mut controls, &mut changes] {
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), all, "a number is used twice");
    }
}

proptest! {
    // More of them with `PROPTEST_CASES`.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accepting_gives_the_new_rejecting_the_old(before in paper(), after in paper()) {
        holds(&before, &after);
    }

    #[test]
    fn blocks_that_only_moved_or_changed_hold_it_too(paper in paper(), at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), more in block()) {
        let mut after = paper.clone();
        if let Some(part) = after.parts.first_mut() && !part.blocks.is_empty() {
            let block = part.blocks.remove(at.index(part.blocks.len()));
            part.blocks.insert(to.index(part.blocks.len() + 1), block);
            part.blocks.insert(to.index(part.blocks.len()), more);
        }
        holds(&paper, &after);
        holds(&after, &paper);
    }

    #[test]
    fn nothing_changed_is_no_change(paper in paper()) {
        let redline = word::redline(&paper, &paper, "ITU", &|_| true).expect("a redline");
        prop_assert!(redline == word::write(&paper, &|_| true).expect("a document"));
    }
}
