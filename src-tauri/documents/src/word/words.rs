//! What went and what came in the words of a paragraph.

use std::borrow::Cow;
use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::sheet::{Look, Mark, Piece, What, Whole};

/// Words of both that are compared one by one; of longer paragraphs all that is between their common ends is changed.
const MOST: usize = 6_000;

/// A word, a sign, a space, or a footnote, with its look.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Token<'t, 'a> {
    look: Look<'a>,
    text: &'t str,
    /// A footnote, by the place of the first that says the same.
    note: Option<usize>,
}

/// The words of both, each with its mark. Without what went they are those after, without what came those before.
pub(super) fn compared<'a>(before: Vec<Piece<'a>>, after: Vec<Piece<'a>>) -> Vec<Piece<'a>> {
    if before == after {
        return after;
    }
    if before.is_empty() || after.is_empty() {
        return [before.marked(Mark::Taken), after.marked(Mark::Put)].concat();
    }
    let notes: Vec<&Vec<Piece<'a>>> = before.iter().chain(&after).filter_map(note).collect();
    let (old, new) = (tokens(&before, &notes), tokens(&after, &notes));
    let mut pieces = Vec::new();
    for Change { same, old: gone, new: come } in changes(&old, &new) {
        if same {
            said(&new[come], Mark::Kept, &notes, &mut pieces);
            continue;
        }
        // Changes that became one may begin or end with the same words.
        let (begin, end) = ends(&old[gone.clone()], &new[come.clone()]);
        let inner = |range: &Range<usize>| range.start + begin..range.end - end;
        said(&new[come.start..come.start + begin], Mark::Kept, &notes, &mut pieces);
        changed(&old[inner(&gone)], &new[inner(&come)], &notes, &mut pieces);
        said(&new[come.end - end..come.end], Mark::Kept, &notes, &mut pieces);
    }
    pieces
}

fn note<'p, 'a>(piece: &'p Piece<'a>) -> Option<&'p Vec<Piece<'a>>> {
    match &piece.what {
        What::Note(words) => Some(words),
        What::Text(_) => None,
    }
}

fn tokens<'t, 'a>(pieces: &'t [Piece<'a>], notes: &[&Vec<Piece<'a>>]) -> Vec<Token<'t, 'a>> {
    let mut all = Vec::new();
    for piece in pieces {
        match &piece.what {
            What::Text(text) => {
                all.extend(split(text).into_iter().map(|text| Token { look: piece.look, text, note: None }));
            }
            What::Note(words) => {
                let place = notes.iter().position(|other| *other == words);
                all.push(Token { look: piece.look, text: "", note: place });
            }
        }
    }
    all
}

#[derive(PartialEq)]
enum Class {
    Word,
    Space,
    /// Stands for itself: a sign, a character of a script that does not part its words.
    Single,
}

fn class(c: char) -> Class {
    match c {
        c if c.is_whitespace() => Class::Space,
        c if c.is_ascii() => {
            if c.is_ascii_alphanumeric() {
                Class::Word
            } else {
                Class::Single
            }
        }
        '\u{200c}' | '\u{200d}' => Class::Word,
        '\u{2000}'..='\u{2bff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff65}'
        | '\u{20000}'..='\u{3ffff}' => Class::Single,
        c if c.is_alphanumeric() => Class::Word,
        // Signs that stand on the letter before them.
        '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' => Class::Word,
        _ => Class::Single,
    }
}

fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut begun = 0;
    let mut last: Option<Class> = None;
    for (at, c) in text.char_indices() {
        let class = class(c);
        if at > begun && (class == Class::Single || last.as_ref() != Some(&class)) {
            parts.push(&text[begun..at]);
            begun = at;
        }
        last = Some(class);
    }
    if begun < text.len() {
        parts.push(&text[begun..]);
    }
    parts
}

struct Change {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

fn changes(old: &[Token<'_, '_>], new: &[Token<'_, '_>]) -> Vec<Change> {
    let (begin, end) = ends(old, new);
    let (inner_old, inner_new) = (begin..old.len() - end, begin..new.len() - end);
    let mut all = vec![Change { same: true, old: 0..begin, new: 0..begin }];
    if inner_old.len() + inner_new.len() > MOST {
        all.push(Change { same: false, old: inner_old, new: inner_new });
    } else {
        let (a, b) = (&old[inner_old.clone()], &new[inner_new.clone()]);
        for op in capture_diff_slices(Algorithm::Myers, a, b) {
            let shift = |range: Range<usize>| range.start + begin..range.end + begin;
            push(
                &mut all,
                Change { same: op.tag() == DiffTag::Equal, old: shift(op.old_range()), new: shift(op.new_range()) },
                new,
            );
        }
    }
    push(&mut all, Change { same: true, old: old.len() - end..old.len(), new: new.len() - end..new.len() }, new);
    if told_apart(&all, old, new) { all } else { vec![Change { same: false, old: 0..old.len(), new: 0..new.len() }] }
}

/// How many words at the begin, and behind them at the end, are the same.
fn ends(old: &[Token<'_, '_>], new: &[Token<'_, '_>]) -> (usize, usize) {
    let least = old.len().min(new.len());
    let begin = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old.iter().rev().zip(new.iter().rev()).take(least - begin).take_while(|(a, b)| a == b).count();
    (begin, end)
}

/// Adds a change. Two that only a space or a sign stands between are one: nobody reads a redline of single words.
fn push(all: &mut Vec<Change>, next: Change, new: &[Token<'_, '_>]) {
    if next.old.is_empty() && next.new.is_empty() {
        return;
    }
    if !next.same
        && let [.., earlier, between] = &all[..]
        && !earlier.same
        && between.same
        && new[between.new.clone()].iter().all(|token| !says(token))
    {
        let (old, new) = (earlier.old.start..next.old.end, earlier.new.start..next.new.end);
        all.truncate(all.len() - 2);
        all.push(Change { same: false, old, new });
        return;
    }
    all.push(next);
}

fn says(token: &Token<'_, '_>) -> bool {
    token.note.is_some() || token.text.chars().any(char::is_alphanumeric)
}

/// A quarter of the words is the same; otherwise it is another text, and shown as one.
fn told_apart(all: &[Change], old: &[Token<'_, '_>], new: &[Token<'_, '_>]) -> bool {
    let weight = |tokens: &[Token<'_, '_>]| -> usize {
        tokens.iter().filter(|token| says(token)).map(|t| t.text.len() + 1).sum()
    };
    let same: usize = all.iter().filter(|change| change.same).map(|change| weight(&new[change.new.clone()])).sum();
    same * 4 >= weight(old).max(weight(new))
}

/// What went, then what came. A footnote at the end of both is the same one, with other words.
fn changed<'a>(old: &[Token<'_, 'a>], new: &[Token<'_, 'a>], notes: &[&Vec<Piece<'a>>], pieces: &mut Vec<Piece<'a>>) {
    if let ([gone @ .., was], [come @ .., is]) = (old, new)
        && let (Some(before), Some(after)) = (was.note.and_then(|n| notes.get(n)), is.note.and_then(|n| notes.get(n)))
        && was.look == is.look
    {
        said(gone, Mark::Taken, notes, pieces);
        said(come, Mark::Put, notes, pieces);
        let words = compared((*before).clone(), (*after).clone());
        pieces.push(Piece { mark: Mark::Kept, look: is.look, what: What::Note(words) });
        return;
    }
    said(old, Mark::Taken, notes, pieces);
    said(new, Mark::Put, notes, pieces);
}

/// Tokens as pieces; words of one look are one piece.
fn said<'a>(tokens: &[Token<'_, 'a>], mark: Mark, notes: &[&Vec<Piece<'a>>], pieces: &mut Vec<Piece<'a>>) {
    for token in tokens {
        if let Some(words) = token.note.and_then(|note| notes.get(note)) {
            pieces.push(Piece { mark, look: token.look, what: What::Note((*words).clone().marked(mark)) });
            continue;
        }
        match pieces.last_mut() {
            Some(Piece { mark: last, look, what: What::Text(text) }) if *last == mark && *look == token.look => {
                text.to_mut().push_str(token.text);
            }
            _ => pieces.push(Piece { mark, look: token.look, what: What::Text(Cow::Owned(token.text.to_owned())) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(before: &str, after: &str) -> String {
        let of = |text: &str| vec![Piece::text(text.to_owned(), Look::default())];
        let mut all = String::new();
        for piece in compared(of(before), of(after)) {
            let What::Text(text) = piece.what else { continue };
            match piece.mark {
                Mark::Kept => all.push_str(&text),
                Mark::Put => all.push_str(&format!("{{+{text}+}}")),
                Mark::Taken => all.push_str(&format!("{{-{text}-}}")),
            }
        }
        all
    }

    #[test]
    fn words_are_whole() {
        let (before, after) =
            ("Connect all schools by 2027, with UNICEF.", "Connect all schools by 2028, with UNICEF.");
        assert_eq!(said(before, after), "Connect all schools by {-2027-}{+2028+}, with UNICEF.");
        assert_eq!(
            said("one two three four five six", "one 2 3 four five six"),
            "one {-two three-}{+2 3+} four five six"
        );
        assert_eq!(said("数字鸿沟和技能", "数字鸿沟与技能"), "数字鸿沟{-和-}{+与+}技能");
        assert_eq!(said("a b", "a b"), "a b");
        assert_eq!(
            said("maps schools and finds money", "maps schools, with models, and finds money"),
            "maps schools{+, with models,+} and finds money"
        );
    }

    #[test]
    fn another_text_is_shown_as_another() {
        assert_eq!(
            said("the first of them", "a report for the year"),
            "{-the first of them-}{+a report for the year+}"
        );
    }

    #[test]
    fn a_footnote_that_says_something_else_stays_where_it_is() {
        let note = |text: &'static str| Piece {
            mark: Mark::Kept,
            look: Look::default(),
            what: What::Note(vec![Piece::text(text, Look::default())]),
        };
        let of = |text: &'static str, said: &'static str| vec![Piece::text(text, Look::default()), note(said)];
        let all = compared(of("connected people", "in 2024"), of("connected people", "in 2025"));
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].mark, Mark::Kept);
        let What::Note(words) = &all[1].what else { panic!("a footnote") };
        assert!(words.iter().any(|word| word.mark == Mark::Put) && words.iter().any(|word| word.mark == Mark::Taken));
    }
}
