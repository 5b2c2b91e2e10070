//! Marks of a lane put into rows, so that neither they nor their words lie over each other; where too many come together, they
//! are gathered into one mark with their number.

use std::collections::BTreeMap;

use super::{Ask, Entry, Fate, HALF, x_of};

/// One mark of a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Positions of the entries that it stands for; several: they are gathered.
    pub entries: Vec<u32>,
    /// Its row within the lane.
    pub row: usize,
    /// Its first pixel, from the first day of the calendar.
    pub left: f64,
    /// Its last pixel.
    pub right: f64,
    /// What it takes up with its words.
    pub reach: (f64, f64),
}

/// Between two marks of a row, and between a mark and its words.
const GAP: f64 = 10.0;
/// Letters of a number on a gathered mark.
const NUMBER: f64 = 26.0;

/// The marks of a lane by where they begin, and how many rows they take.
pub(super) fn pack(
    entries: &[Entry],
    of_lane: &[u32],
    drawn: &[(f64, f64)],
    ask: &Ask<'_>,
    folded: bool,
    line: bool,
) -> (Vec<Item>, usize) {
    let one = |at: u32, words: bool| {
        let (left, right) = drawn[at as usize];
        let item = Item { entries: vec![at], row: 0, left, right, reach: (left, right) };
        if words { with_words(item, &entries[at as usize], ask) } else { item }
    };
    if line {
        return (of_lane.iter().map(|at| one(*at, true)).collect(), 1);
    }
    if folded {
        return (sorted(gathered(of_lane, drawn, ask.scale.cell / 2.0, 1, |at| one(at, false))), 1);
    }
    let most = ask.scale.rows.max(1);
    // Where far too many come together that is seen by their ends alone, before any of them is made.
    if has_room(of_lane.iter().map(|at| drawn[*at as usize]).collect(), most) {
        let mut items = sorted(of_lane.iter().map(|at| one(*at, true)).collect());
        if let Some(rows) = in_rows(&mut items, most) {
            return (items, rows);
        }
    }
    // Where two or three come together they still stand one below the other.
    for (few, words) in [(3, true), (1, true), (1, false)] {
        let mut items = sorted(gathered(of_lane, drawn, ask.scale.cell, few, |at| one(at, words)));
        if let Some(rows) = in_rows(&mut items, most) {
            return (items, rows);
        }
    }
    // Long bars without words that still do not fit: all of them by where they begin, one behind the other.
    let mut items = sorted(gathered(of_lane, drawn, ask.scale.cell, 0, |at| one(at, false)));
    let rows = in_rows(&mut items, usize::MAX).unwrap_or(1);
    (items, rows)
}

/// Words stand behind their mark; before it, where they would cross the line of today.
fn with_words(item: Item, entry: &Entry, ask: &Ask<'_>) -> Item {
    let length = (entry.letters as f64 * ask.scale.letter).min(ask.scale.label) + GAP;
    let today = x_of(ask.today, &ask.scale);
    let (left, right) = (item.left, item.right);
    let crosses = right <= today && right + length > today - GAP;
    let reach = if crosses { (left - length, right) } else { (left, right + length) };
    // Of what is gone only a ghost is left, with its name.
    debug_assert!(entry.fate != Fate::Gone || entry.was.is_none());
    Item { reach, ..item }
}

fn sorted(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by(|a, b| a.reach.0.total_cmp(&b.reach.0).then_with(|| a.entries.cmp(&b.entries)));
    items
}

/// Whether so many rows may be enough for these marks, without their words: never more of them lie over one place. (Words only
/// take more room.)
fn has_room(mut drawn: Vec<(f64, f64)>, most: usize) -> bool {
    drawn.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut ends: Vec<f64> = Vec::with_capacity(most);
    drawn.into_iter().all(|(left, right)| match ends.iter().position(|end| *end + GAP <= left) {
        Some(row) => {
            ends[row] = right;
            true
        }
        None => {
            ends.push(right);
            ends.len() <= most
        }
    })
}

/// Gives each mark the first row that has room. None: more rows are needed than there may be.
fn in_rows(items: &mut [Item], most: usize) -> Option<usize> {
    let mut ends: Vec<f64> = Vec::new();
    for item in items {
        let row = match ends.iter().position(|end| *end + GAP <= item.reach.0) {
            Some(row) => row,
            None if ends.len() == most => return None,
            None => {
                ends.push(f64::NEG_INFINITY);
                ends.len() - 1
            }
        };
        ends[row] = item.reach.1;
        item.row = row;
    }
    Some(ends.len().max(1))
}

/// Marks that begin in one cell, where they are more than `few`, become one.
fn gathered(of_lane: &[u32], drawn: &[(f64, f64)], cell: f64, few: usize, one: impl Fn(u32) -> Item) -> Vec<Item> {
    let mut cells: BTreeMap<i64, Vec<u32>> = BTreeMap::new();
    for at in of_lane {
        cells.entry((drawn[*at as usize].0 / cell).floor() as i64).or_default().push(*at);
    }
    let mut items = Vec::new();
    for (number, all) in cells {
        if all.len() <= few.max(1) && few > 0 {
            items.extend(all.into_iter().map(&one));
            continue;
        }
        let left = (number as f64 * cell) + (cell - NUMBER).max(0.0) / 2.0;
        let right = left + NUMBER.min(cell).max(2.0 * HALF);
        items.push(Item { entries: all, row: 0, left, right, reach: (left, right) });
    }
    items
}
