//! The words of long texts: what was put in and taken out, and both sides' changes put together where they do not touch.

use similar::{ChangeTag, TextDiff};

/// Letters beyond which words are not compared one by one: the texts are then shown as one taken out and one put in.
const LONGEST: usize = 200_000;

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is in both.
    Same,
    /// It is new.
    Inserted,
    /// It is gone.
    Deleted,
}

/// A piece of text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub mark: Mark,
    /// The text.
    pub text: String,
}

/// From one text to another, word by word: what Word would underline and strike.
pub fn marked(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |mark: Mark, text: &str| match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.mark == mark => last.text.push_str(text),
        _ => pieces.push(Piece { mark, text: text.to_owned() }),
    };
    if before.len() + after.len() > LONGEST {
        if before == after {
            push(Mark::Same, before);
        } else {
            push(Mark::Deleted, before);
            push(Mark::Inserted, after);
        }
        return pieces;
    }
    let (old, new) = (words(before), words(after));
    let diff = TextDiff::from_slices(&old, &new);
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Equal => Mark::Same,
            ChangeTag::Delete => Mark::Deleted,
            ChangeTag::Insert => Mark::Inserted,
        };
        push(mark, change.value());
    }
    pieces
}

/// Both sides' changes of a text, where they do not touch each other; none, where they do, or where there is nothing to put
/// together.
pub fn both(common: &str, mine: &str, theirs: &str) -> Option<String> {
    if common.len() + mine.len() + theirs.len() > LONGEST || mine == theirs {
        return None;
    }
    let lines = |text: &str| -> String {
        words(text).iter().map(|word| word.replace('\\', "\\\\").replace('\n', "\\n") + "\n").collect()
    };
    let merged = diffy::merge(&lines(common), &lines(mine), &lines(theirs)).ok()?;
    let mut text = String::new();
    for line in merged.split_terminator('\n') {
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                other => text.push(other),
            }
        }
    }
    let text = text.trim().to_owned();
    (text != mine && text != theirs).then_some(text)
}

/// Several versions of a text put together one after the other; none, where two of them touch.
pub fn all<'a>(common: &str, versions: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut versions: Vec<&str> = versions.into_iter().filter(|version| *version != common).collect();
    versions.sort_unstable();
    versions.dedup();
    let (first, rest) = versions.split_first()?;
    let mut text = (*first).to_owned();
    for version in rest {
        text = both(common, &text, version)?;
    }
    (!rest.is_empty()).then_some(text)
}

/// Words with the white space behind them; a line break is a word of its own. Scripts without white space go letter by letter.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_space = false;
    for (at, letter) in text.char_indices() {
        let begins = at > start && (letter == '\n' || (in_space && !letter.is_whitespace()) || is_ideograph(letter));
        let ended = at > start && (text[start..at].ends_with('\n') || text[start..at].chars().all(is_ideograph));
        if begins || (ended && !letter.is_whitespace()) {
            words.push(&text[start..at]);
            start = at;
        }
        in_space = letter.is_whitespace() && letter != '\n';
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{0e00}'..='\u{0e7f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_do_not_touch_are_put_together() {
        let common = "Access for all schools by 2030, in every country.";
        let mine = "Meaningful access for all schools by 2030, in every country.";
        let theirs = "Access for all schools by 2030, in each country.";
        assert_eq!(both(common, mine, theirs).unwrap(), "Meaningful access for all schools by 2030, in each country.");
        assert_eq!(
            both(
                common,
                "Access for some schools by 2030, in every country.",
                "Access for no schools by 2030, in every country."
            ),
            None
        );
        assert_eq!(both(common, mine, mine), None);
    }

    #[test]
    fn lines_and_signs_survive() {
        let common = "one\ntwo \\n three\n\nfour";
        let text = both(common, "ONE\ntwo \\n three\n\nfour", "one\ntwo \\n three\n\nFOUR").unwrap();
        assert_eq!(text, "ONE\ntwo \\n three\n\nFOUR");
        let pieces = marked("数字契约", "数字公约");
        assert_eq!(
            pieces.iter().filter(|p| p.mark == Mark::Same).map(|p| p.text.as_str()).collect::<String>(),
            "数字约"
        );
    }

    #[test]
    fn marks_give_both_texts_back() {
        for (a, b) in [("", "x"), ("a b c", "a c"), ("one two", "two one"), ("é ü", "é  ü"), ("x\ny", "x\n\ny")] {
            let side = |skip: Mark| -> String {
                marked(a, b).iter().filter(|p| p.mark != skip).map(|p| p.text.as_str()).collect()
            };
            assert_eq!((side(Mark::Inserted), side(Mark::Deleted)), (a.to_owned(), b.to_owned()));
        }
    }
}
