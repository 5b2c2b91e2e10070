//! The longest texts of columns, so that a window can make them as wide as what is in them: it has the letters, but only few rows.

use super::range::{CellWords, Ground};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// So many texts of a column are told: letters differ in width, and the widest text need not be the one with the most of them.
const TEXTS: usize = 8;
/// No column is made wider than so many letters.
const LETTERS: usize = 160;

pub(crate) fn cells_longest(session: &Session, call: &Call, range: CellRange) -> Result<LongestTexts, Fault> {
    let ground = Ground::of(session, &range)?;
    let mut words = CellWords::new(call, &ground.shown.state);
    let mut column_texts = |column: &String| {
        let mut found: Vec<(usize, String)> = Vec::with_capacity(TEXTS + 1);
        for (_, row) in ground.inside() {
            let text = words.shown(row, column);
            let letters = text.chars().take(LETTERS).count();
            let short = found.len() == TEXTS && found.last().is_some_and(|(least, _)| *least >= letters);
            if letters == 0 || short || found.iter().any(|(n, known)| *n == letters && text.starts_with(known)) {
                continue;
            }
            let at = found.partition_point(|(other, _)| *other >= letters);
            found.insert(at, (letters, text.chars().take(LETTERS).collect()));
            found.truncate(TEXTS);
        }
        found.into_iter().map(|(_, text)| text).collect()
    };
    Ok(LongestTexts { columns: ground.columns.iter().map(&mut column_texts).collect() })
}
