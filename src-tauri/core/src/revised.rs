//! A document in the place of another one: which blocks of a revision are those of the document that it revises. Pure functions
//! over [`State`]. A copy of a document has ids of its own, so what is the same is found by what it says.

use std::sync::Arc;

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};

use crate::kinds::Kind;
use crate::state::{Row, State};
use crate::{Id, Value};

/// How alike two blocks have to be, to be taken for the same one that was written anew.
const ALIKE: f32 = 0.4;
/// Pairs between two blocks that are the same which are compared one by one; of more, the nth is held against the nth.
const PAIRS: usize = 2_500;
/// Letters of a text that are compared.
const LETTERS: usize = 4_000;

/// The state `earlier` with its document `old` in the place of `new`, a document of `state`: under the id of `new`, and its blocks
/// under the ids of the blocks that they became. What `new` was in `earlier` is not in it any more, and neither is `old`.
pub fn in_place_of(earlier: &State, old: &Row, state: &State, new: &Row) -> State {
    let (before, after) = (blocks(earlier, old.id()), blocks(state, new.id()));
    let became = became(&before, &after);
    let mut stands = earlier.clone();
    for block in before.iter().chain(&blocks(earlier, new.id())) {
        stands.remove(Kind::Block, block.id());
    }
    stands.remove(Kind::Document, old.id());
    stands.put(old.with_id(new.id().clone()));
    let document = Kind::Block.def().index("document");
    for (block, became) in before.iter().zip(became) {
        let id = became.map_or_else(|| block.id().clone(), |at| after[at].id().clone());
        let mut block = block.with_id(id);
        if let Some(document) = document {
            block = block.with(document, Some(Value::Text(new.id().to_string().into())));
        }
        stands.put(block);
    }
    stands
}

fn blocks(state: &State, document: &Id) -> Vec<Arc<Row>> {
    state.in_order(Kind::Block).iter().filter(|row| row.text("document") == &**document).cloned().collect()
}

/// For each block the place of the one that it became, in order; none: it went.
fn became(before: &[Arc<Row>], after: &[Arc<Row>]) -> Vec<Option<usize>> {
    let said = |rows: &[Arc<Row>]| rows.iter().map(|row| said(row)).collect::<Vec<_>>();
    let mut became = vec![None; before.len()];
    // What lies between two that are the same is one gap, however it is cut up.
    let (mut old, mut new) = (0, 0);
    let gap = |old: std::ops::Range<usize>, new: std::ops::Range<usize>, became: &mut [Option<usize>]| {
        for (one, other) in paired(&before[old.clone()], &after[new.clone()]) {
            became[old.start + one] = Some(new.start + other);
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, &said(before), &said(after)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            gap(old..old_index, new..new_index, &mut became);
            for at in 0..len {
                became[old_index + at] = Some(new_index + at);
            }
            (old, new) = (old_index + len, new_index + len);
        }
    }
    gap(old..before.len(), new..after.len(), &mut became);
    became
}

/// All that a block says and asks for, without where it stands.
fn said(row: &Row) -> String {
    let fields = row.values().filter(|(field, _)| !matches!(field.name, "document" | "ord"));
    fields.map(|(field, value)| format!("{}={}\n", field.name, Value::to_json(value))).collect()
}

/// Which blocks of a gap are the same, in order: those that are most alike, taken together.
fn paired(before: &[Arc<Row>], after: &[Arc<Row>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (before.len(), after.len());
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    if rows.saturating_mul(columns) > PAIRS {
        let both = before.iter().zip(after).enumerate();
        return both.filter(|(_, (old, new))| alike(old, new) >= ALIKE).map(|(at, _)| (at, at)).collect();
    }
    let score: Vec<f32> = before.iter().flat_map(|old| after.iter().map(|new| alike(old, new))).collect();
    // The best that the blocks from here on come to.
    let mut best = vec![0.0_f32; (rows + 1) * (columns + 1)];
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    let together = |best: &[f32], row: usize, column: usize| {
        let score = score[row * columns + column];
        (score >= ALIKE).then(|| score + best[at(row + 1, column + 1)])
    };
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let apart = best[at(row + 1, column)].max(best[at(row, column + 1)]);
            best[at(row, column)] = together(&best, row, column).unwrap_or(0.0).max(apart);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < rows && column < columns {
        if together(&best, row, column).is_some_and(|both| both >= best[at(row, column)]) {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if best[at(row + 1, column)] >= best[at(row, column + 1)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// How alike two blocks are, from 0 to 1: in their words, or in what they ask for. Blocks of different kinds are not.
fn alike(old: &Row, new: &Row) -> f32 {
    let kind = |row: &Row| match row.text("kind") {
        "" => "paragraph".to_owned(),
        kind => kind.to_owned(),
    };
    if kind(old) != kind(new) {
        return 0.0;
    }
    if matches!(&*kind(old), "heading" | "paragraph" | "dash") {
        return words_alike(old.text("text"), new.text("text"));
    }
    const ASKED: [&str; 6] = ["objective", "organization", "status", "holds", "since", "caption"];
    let same = ASKED.iter().filter(|field| old.text(field) == new.text(field)).count();
    same as f32 / ASKED.len() as f32
}

/// The share of the letters that stand in both.
fn words_alike(old: &str, new: &str) -> f32 {
    let cut = |text: &str| text.chars().take(LETTERS).collect::<String>();
    let (old, new) = (cut(old), cut(new));
    let all = old.len() + new.len();
    if all == 0 {
        return 1.0;
    }
    let diff = TextDiff::from_words(&old, &new);
    let kept = diff.iter_all_changes().filter(|change| change.tag() == ChangeTag::Equal);
    // Spaces alone make no two texts alike.
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(char::len_utf8).sum::<usize>();
    let kept: usize = kept.map(|change| letters(change.value())).sum();
    2.0 * kept as f32 / (letters(&old) + letters(&new)).max(1) as f32
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn block(id: &str, kind: &str, text: &str) -> Arc<Row> {
        let mut row = Row::new(Kind::Block, id);
        for (name, value) in [("document", "d"), ("kind", kind), ("text", text)] {
            let index = Kind::Block.def().index(name).unwrap();
            let field = &Kind::Block.def().fields[usize::from(index)];
            row = row.with(index, Value::accept(field, &json!(value)).unwrap());
        }
        Arc::new(row)
    }

    #[test]
    fn what_was_written_anew_is_the_same_block_and_what_says_other_things_is_not() {
        let before = [
            block("a", "heading", "The objectives of the Compact"),
            block("b", "paragraph", "The Council is invited to note the document."),
            block("c", "paragraph", "Members asked for more figures on connectivity in rural areas."),
            block("d", "commitments", ""),
        ];
        let after = [
            block("1", "heading", "The objectives of the Compact"),
            block("2", "paragraph", "Something that nobody ever wrote before stands here."),
            block("3", "paragraph", "The Council is invited to approve the document."),
            block("4", "commitments", ""),
        ];
        assert_eq!(became(&before, &after), [Some(0), Some(2), None, Some(3)]);
        assert_eq!(became(&after, &before), [Some(0), None, Some(1), Some(3)]);
        assert_eq!(became(&before, &[]), [None; 4]);
    }

    #[test]
    fn an_order_is_kept_and_nothing_is_the_same_as_two() {
        let before = [block("a", "dash", "One two three"), block("b", "dash", "Four five six")];
        let after = [block("1", "dash", "Four five six"), block("2", "dash", "One two three")];
        let became = became(&before, &after);
        assert_eq!(became.iter().flatten().count(), 1, "{became:?}");
    }

    #[test]
    fn of_very_many_blocks_the_first_is_held_against_the_first() {
        let many =
            |shift: usize| (0..400).map(|n| block("x", "dash", &format!("Entry {}", n + shift))).collect::<Vec<_>>();
        let first_for_first: Vec<_> = (0..400).map(Some).collect();
        assert_eq!(became(&many(0), &many(1_000)), first_for_first);
    }
}
