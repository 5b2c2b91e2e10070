//! A typed text as numbers, words of the language and separators.

use super::words::{Sense, Words};

/// One thing in a typed text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// A number of one to four digits.
    Number {
        /// Its value.
        value: u16,
        /// How many digits were typed.
        digits: u8,
    },
    /// A word of the language, or several.
    Word(Sense),
    /// A dash, or a hyphen between spaces: it separates the ends of a span.
    Dash,
    /// A hyphen.
    Hyphen,
    /// A slash.
    Slash,
    /// A dot.
    Dot,
}

/// Longest text that is looked at. Nobody types a longer date, and the work grows with it.
const LONGEST: usize = 200;

/// Lower case, one kind of space, ASCII digits; none if it is too long to be a date.
pub(super) fn plain(text: &str) -> Option<String> {
    if text.len() > LONGEST * 4 || text.chars().count() > LONGEST {
        return None;
    }
    let plain = text.chars().flat_map(char::to_lowercase).filter_map(|c| match c {
        // Marks of direction and joiners come along when text is copied; they say nothing.
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{061C}' => None,
        '\u{0660}'..='\u{0669}' => digit(c, 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit(c, 0x06F0),
        '\u{0966}'..='\u{096F}' => digit(c, 0x0966),
        '\u{FF10}'..='\u{FF19}' => digit(c, 0xFF10),
        '\u{060C}' | '\u{FF0C}' => Some(','),
        '\u{2010}' | '\u{2011}' | '\u{FF0D}' => Some('-'),
        '\u{2012}'..='\u{2015}' | '\u{2212}' => Some('–'),
        '\u{061F}' | '\u{FF1F}' => Some('?'),
        '\u{2044}' | '\u{2215}' | '\u{FF0F}' => Some('/'),
        '\u{FF0E}' => Some('.'),
        '\u{223C}' | '\u{FF5E}' => Some('~'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    });
    Some(plain.collect::<String>().trim().to_owned())
}

fn digit(c: char, zero: u32) -> Option<char> {
    char::from_digit((c as u32).checked_sub(zero)?, 10)
}

/// The items of a plain text, or none if it has a word or a sign that no date has.
pub(super) fn items(plain: &str, words: &Words) -> Option<Vec<Item>> {
    let chars: Vec<char> = plain.chars().collect();
    let mut items = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let run = |wanted: fn(&char) -> bool| chars[at..].iter().take_while(|c| wanted(c)).count();
        match c {
            ' ' | ',' | '(' | ')' | '\'' | '’' => at += 1,
            '0'..='9' => {
                let length = run(char::is_ascii_digit);
                let value = chars[at..at + length].iter().collect::<String>().parse().ok().filter(|_| length <= 4)?;
                items.push(Item::Number { value, digits: length as u8 });
                at += length;
            }
            '–' => {
                items.push(Item::Dash);
                at += 1;
            }
            '-' => {
                let spaced = at > 0 && chars[at - 1] == ' ' && chars.get(at + 1) == Some(&' ');
                items.push(if spaced { Item::Dash } else { Item::Hyphen });
                at += 1;
            }
            '/' => {
                items.push(Item::Slash);
                at += 1;
            }
            '.' => {
                items.push(Item::Dot);
                at += 1;
            }
            '~' => {
                items.push(Item::Word(Sense::About));
                at += 1;
            }
            '?' => {
                items.push(Item::Word(Sense::Doubt));
                at += 1;
            }
            c if c.is_alphabetic() => {
                let (sense, length) = longest(&chars[at..], words)?;
                items.push(Item::Word(sense));
                at += length;
                // The dot of "Dec." and of "c.".
                if chars.get(at) == Some(&'.') {
                    at += 1;
                }
            }
            _ => return None,
        }
    }
    Some(items)
}

/// The longest entry of the table that begins here and ends with a word, and how many characters it took.
fn longest(chars: &[char], words: &Words) -> Option<(Sense, usize)> {
    let fits = |entry: &str| {
        let mut at = 0;
        for c in entry.chars() {
            if c == ' ' {
                let gap = chars[at..].iter().take_while(|c| matches!(c, ' ' | '-' | '/' | ',')).count();
                if gap == 0 {
                    return None;
                }
                at += gap;
            } else if chars.get(at) == Some(&c) {
                at += 1;
            } else {
                return None;
            }
        }
        (!chars.get(at).is_some_and(|c| c.is_alphabetic())).then_some(at)
    };
    words
        .table
        .iter()
        .filter_map(|(entry, sense)| fits(entry).map(|length| (*sense, length)))
        .max_by_key(|(_, length)| *length)
}
