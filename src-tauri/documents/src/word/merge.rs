//! Two layouts put together: each piece says whether it stays, came or went.
//!
//! Pieces are the same where their tags are, in order. Word ends a cell with a paragraph end that no change can touch: how the
//! changes of the last paragraphs are written nevertheless is in [`ended`].

use std::borrow::Cow;

use crate::{Result, Watch, reached};

use super::align::{paired, steps};
use super::sheet::{Field, Grid, Item, Kind, Line, Mark, Par, Role, Section, Sheet, Style, What, Whole};
use super::words::compared;

/// Rows between two looks at whether the work is to stop.
const STEP: usize = 200;

/// Puts two layouts together; says how far it is up to `share` of the whole.
///
/// # Errors
/// `Stopped`, where it was asked to.
pub(super) fn sheets<'a>(before: Sheet<'a>, after: Sheet<'a>, watch: Watch<'_>, share: f64) -> Result<Sheet<'a>> {
    let rows = |section: &Section<'_>| section.items.iter().map(rows).sum::<usize>();
    let total = after.sections.iter().map(rows).sum::<usize>().max(1);
    let mut merge = Merge { watch, share, total, done: 0 };
    let head = par(before.head, after.head);
    let mut sections = Vec::with_capacity(after.sections.len());
    let (mut old, mut new) = (before.sections.into_iter(), after.sections.into_iter());
    loop {
        sections.push(match (old.next(), new.next()) {
            (Some(old), Some(new)) => Section {
                mark: Mark::Kept,
                landscape: new.landscape,
                turned: old.landscape != new.landscape,
                items: merge.items(old.items, new.items)?,
            },
            (Some(old), None) => old.marked(Mark::Taken),
            (None, Some(new)) => new.marked(Mark::Put),
            (None, None) => break,
        });
    }
    Ok(Sheet { head, sections })
}

fn rows(item: &Item<'_>) -> usize {
    match item {
        Item::Par(_) => 1,
        Item::Grid(grid) => grid.lines.len(),
    }
}

/// What makes two pieces of a page the same one: their tags; without tags what they are. Tables of other columns are others.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Tagged(&'a str),
    Untagged(Style),
    Table(Kind, usize, &'a str),
}

fn key<'a>(item: &Item<'a>) -> Key<'a> {
    match item {
        Item::Par(par) if par.tag.is_empty() => Key::Untagged(par.style),
        Item::Par(par) => Key::Tagged(par.tag),
        Item::Grid(grid) => Key::Table(grid.kind, grid.shares.len(), grid.tag),
    }
}

struct Merge<'w> {
    watch: Watch<'w>,
    share: f64,
    total: usize,
    done: usize,
}

impl Merge<'_> {
    fn items<'a>(&mut self, before: Vec<Item<'a>>, after: Vec<Item<'a>>) -> Result<Vec<Item<'a>>> {
        let keys = |items: &[Item<'a>]| items.iter().map(key).collect::<Vec<_>>();
        let marks = steps(&keys(&before), &keys(&after));
        let mut items = Vec::with_capacity(marks.len());
        zipped(&marks, before, after, |old, new| {
            items.push(match (old, new) {
                (Some(Item::Par(old)), Some(Item::Par(new))) => Item::Par(par(old, new)),
                (Some(Item::Grid(old)), Some(Item::Grid(new))) => Item::Grid(self.grid(old, new)?),
                // Keys tell paragraphs from tables, so that no other two come here.
                (_, Some(new)) => new.marked(Mark::Put),
                (Some(old), None) => old.marked(Mark::Taken),
                (None, None) => return Ok(()),
            });
            self.done += 1;
            Ok(())
        })?;
        Ok(items)
    }

    fn grid<'a>(&mut self, before: Grid<'a>, after: Grid<'a>) -> Result<Grid<'a>> {
        let keys =
            |lines: &[Line<'a>]| lines.iter().map(|line| (line.role, line.tag)).collect::<Vec<(Role, &'a str)>>();
        let marks = steps(&keys(&before.lines), &keys(&after.lines));
        let caption = match (before.caption, after.caption) {
            (Some(old), Some(new)) => Some(par(old, new)),
            (old, new) => new.marked(Mark::Put).or(old.marked(Mark::Taken)),
        };
        let mut lines = Vec::with_capacity(marks.len());
        zipped(&marks, before.lines, after.lines, |old, new| {
            if self.done.is_multiple_of(STEP) {
                reached(self.watch, self.share * (self.done as f64 / self.total as f64).min(1.0))?;
            }
            self.done += usize::from(new.is_some());
            lines.extend(match (old, new) {
                (Some(old), Some(new)) => Some(line(old, new)),
                (old, new) => new.marked(Mark::Put).or(old.marked(Mark::Taken)),
            });
            Ok(())
        })?;
        Ok(Grid { caption, lines, ..after })
    }
}

/// Walks along both lists as the marks say.
fn zipped<T>(
    marks: &[Mark],
    before: Vec<T>,
    after: Vec<T>,
    mut each: impl FnMut(Option<T>, Option<T>) -> Result<()>,
) -> Result<()> {
    let (mut before, mut after) = (before.into_iter(), after.into_iter());
    for mark in marks {
        match mark {
            Mark::Kept => each(before.next(), after.next())?,
            Mark::Taken => each(before.next(), None)?,
            Mark::Put => each(None, after.next())?,
        }
    }
    Ok(())
}

fn line<'a>(before: Line<'a>, after: Line<'a>) -> Line<'a> {
    // Nearly all rows of a long table stay as they are.
    if before.cells == after.cells {
        return after;
    }
    let cells = before.cells.into_iter().zip(after.cells).map(|(old, new)| cell(old, new)).collect();
    Line { cells, ..after }
}

fn cell<'a>(before: Field<'a>, after: Field<'a>) -> Field<'a> {
    let label = match (before.label, after.label) {
        (Some(old), Some(new)) => Some(par(old, new)),
        (old, new) => new.marked(Mark::Put).or(old.marked(Mark::Taken)),
    };
    if before.pars == after.pars {
        return Field { label, ..after };
    }
    let keys = |pars: &[Par<'a>]| pars.iter().map(said).collect::<Vec<_>>();
    let styles = |pars: &[Par<'a>]| pars.iter().map(|par| par.style).collect::<Vec<_>>();
    let marks = steps(&keys(&before.pars), &keys(&after.pars));
    let marks = paired(&marks, &styles(&before.pars), &styles(&after.pars));
    let mut pars = Vec::with_capacity(marks.len());
    let (mut old, mut new) = (before.pars.into_iter(), after.pars.into_iter());
    for mark in marks {
        pars.extend(match mark {
            Mark::Kept => old.next().zip(new.next()).map(|(old, new)| par(old, new)),
            Mark::Taken => old.next().marked(mark),
            Mark::Put => new.next().marked(mark),
        });
    }
    ended(&mut pars);
    Field { label, pars, ..after }
}

/// What a paragraph of a cell is known by: its tag, or what it says.
fn said<'a>(par: &Par<'a>) -> Cow<'a, str> {
    if !par.tag.is_empty() {
        return Cow::Borrowed(par.tag);
    }
    let mut text = Cow::Borrowed("");
    for piece in &par.words {
        if let What::Text(words) = &piece.what {
            text += words.clone();
        }
    }
    text
}

fn par<'a>(before: Par<'a>, after: Par<'a>) -> Par<'a> {
    Par {
        mark: Mark::Kept,
        end: Mark::Kept,
        style: after.style,
        was: (before.style != after.style).then_some(before.style),
        tag: after.tag,
        lead: compared(before.lead, after.lead),
        words: compared(before.words, after.words),
    }
}

/// Marks and styles of the ends of the last paragraphs of a cell, so that its last end is kept. What came or went is then not
/// "words and their end" but "an end and the words behind it": each of the last paragraphs has an end with the mark of the next,
/// and with the style of the paragraph that it is the end of, which is the last one that is there when the end is.
fn ended(pars: &mut [Par<'_>]) {
    let Some(last_kept) = pars.iter().rposition(|par| par.mark == Mark::Kept) else { return };
    let tail = &mut pars[last_kept..];
    let (mut now, mut was) = (tail[0].style, tail[0].was.unwrap_or(tail[0].style));
    let ends: Vec<Mark> = tail.iter().skip(1).map(|par| par.mark).collect();
    for (at, par) in tail.iter_mut().enumerate() {
        match par.mark {
            Mark::Kept => {}
            Mark::Put => now = par.style,
            Mark::Taken => was = par.style,
        }
        par.end = ends.get(at).copied().unwrap_or_default();
        (par.style, par.was) = match par.end {
            Mark::Kept => (now, (was != now).then_some(was)),
            Mark::Put => (now, None),
            Mark::Taken => (was, None),
        };
    }
}
