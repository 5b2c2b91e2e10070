//! The body: sections one after another, each with pages of one shape.

use crate::{Result, Watch, reached};

use super::runs::Pen;
use super::sheet::{Item, Mark, Section, Sheet, Style};

/// Rows and paragraphs between two looks at whether the work is to stop.
const STEP: usize = 200;
/// Bytes that are written before they are packed.
const FULL: usize = 1 << 16;
/// Both sides of a page of A4, and what is left free around the text.
const PAGE: (u64, u64) = (11_906, 16_838);
const MARGIN: u64 = 1_134;
/// Length of the line at the end of a document.
const END: u64 = 2_268;

/// Writes all sections; what is written is given to `pack` piece by piece.
///
/// # Errors
/// `Stopped`, where it was asked to; those of `pack`.
pub(super) fn body(
    pen: &mut Pen<'_>,
    sheet: &Sheet<'_>,
    mut pack: impl FnMut(&[u8]) -> Result<()>,
    watch: Watch<'_>,
    done: f64,
) -> Result<()> {
    let rows = |item: &Item<'_>| match item {
        Item::Par(_) => 1,
        Item::Grid(grid) => grid.lines.len(),
    };
    let total = sheet.sections.iter().flat_map(|section| &section.items).map(rows).sum::<usize>().max(1);
    let mut written = 0_usize;
    let mut step = |pen: &mut Pen<'_>| -> Result<()> {
        if written.is_multiple_of(STEP) {
            reached(watch, done + (0.97 - done) * (written as f64 / total as f64).min(1.0))?;
        }
        written += 1;
        if pen.xml.len() > FULL { pack(&pen.xml.take()?) } else { Ok(()) }
    };
    pen.xml.open("w:body", &[]);
    for (at, section) in sheet.sections.iter().enumerate() {
        let width = if section.landscape { PAGE.1 } else { PAGE.0 } - 2 * MARGIN;
        let ways = ways(pen, &section.items);
        for (item, way) in section.items.iter().zip(ways) {
            match item {
                Item::Par(par) => {
                    pen.way = way;
                    pen.par(par, "");
                    step(pen)?;
                }
                Item::Grid(grid) => pen.grid(grid, width, &mut step)?,
            }
        }
        let last = at + 1 == sheet.sections.len();
        end(pen, sheet, at, last);
    }
    pen.xml.close("w:body");
    Ok(())
}

/// Which way each item runs; `None`: as its words say. A list runs one way, with its dashes on one side: that of the document, unless
/// all of its entries run the other way.
fn ways(pen: &Pen<'_>, items: &[Item<'_>]) -> Vec<Option<bool>> {
    let entry = |item: &Item<'_>| match item {
        Item::Par(par) if par.style == Style::Dash => Some(pen.runs_mirrored(&par.words)),
        _ => None,
    };
    let mut ways: Vec<Option<bool>> = items.iter().map(entry).collect();
    for list in ways.chunk_by_mut(|a, b| a.is_some() == b.is_some()) {
        if list.contains(&Some(pen.mirrored)) {
            list.fill(Some(pen.mirrored));
        }
    }
    ways
}

/// The end of a section: a paragraph that says how its pages are. That of the last is the line at the end of the document, and
/// the pages are said behind it.
fn end(pen: &mut Pen<'_>, sheet: &Sheet<'_>, at: usize, last: bool) {
    let section = &sheet.sections[at];
    pen.xml.open("w:p", &[]);
    pen.xml.open("w:pPr", &[]);
    pen.xml.val("w:pStyle", if last { "EndLine" } else { "Gap" });
    if pen.mirrored {
        pen.xml.empty("w:bidi", &[]);
    }
    if last {
        let side = (if section.landscape { PAGE.1 } else { PAGE.0 } - 2 * MARGIN - END) / 2;
        let side = side.to_string();
        pen.xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
    }
    // Where sections came or went at the end, the ends before them did.
    let mark = sheet.sections.get(at + 1).map_or(Mark::Kept, |next| next.mark);
    if mark != Mark::Kept {
        pen.xml.open("w:rPr", &[]);
        pen.tracked(mark);
        pen.xml.close("w:rPr");
    }
    if !last {
        pages(pen, section, at == 0, section.turned.then_some(!section.landscape));
    }
    pen.xml.close("w:pPr");
    pen.xml.close("w:p");
    if last {
        // What went or came with the sections behind it gives the last one that stays its pages.
        let stays = |mark: Mark| sheet.sections.iter().rev().find(|section| section.mark != mark).unwrap_or(section);
        let (now, was) = (stays(Mark::Taken), stays(Mark::Put));
        let before = was.landscape != was.turned;
        pages(pen, now, at == 0, (before != now.landscape).then_some(before));
    }
}

fn pages(pen: &mut Pen<'_>, section: &Section<'_>, first: bool, before: Option<bool>) {
    pen.xml.open("w:sectPr", &[]);
    for (name, kind, id) in [
        ("w:headerReference", "default", "head"),
        ("w:headerReference", "first", "blank"),
        ("w:footerReference", "default", "foot"),
        ("w:footerReference", "first", "foot"),
    ] {
        pen.xml.empty(name, &[("w:type", kind), ("r:id", id)]);
    }
    shape(pen, section.landscape, first);
    if let Some(landscape) = before {
        pen.change("w:sectPrChange", true);
        pen.xml.open("w:sectPr", &[]);
        shape(pen, landscape, first);
        pen.xml.close("w:sectPr");
        pen.xml.close("w:sectPrChange");
    }
    pen.xml.close("w:sectPr");
}

fn shape(pen: &mut Pen<'_>, landscape: bool, first: bool) {
    let (short, long) = (PAGE.0.to_string(), PAGE.1.to_string());
    if landscape {
        pen.xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")]);
    } else {
        pen.xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
    }
    let margin = MARGIN.to_string();
    pen.xml.empty(
        "w:pgMar",
        &[
            ("w:top", &margin),
            ("w:right", &margin),
            ("w:bottom", &margin),
            ("w:left", &margin),
            ("w:header", "624"),
            ("w:footer", "624"),
            ("w:gutter", "0"),
        ],
    );
    pen.xml.empty("w:cols", &[("w:space", "720")]);
    if first {
        // The first page has its head on the page itself.
        pen.xml.empty("w:titlePg", &[]);
    }
    if pen.mirrored {
        pen.xml.empty("w:bidi", &[]);
    }
}
