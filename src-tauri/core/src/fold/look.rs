//! Letters of other alphabets that look like Latin ones.

/// Cyrillic and Greek letters beside the Latin ones that they are to the eye.
const LOOK: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('і', 'i'),
    ('ј', 'j'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('х', 'x'),
    ('у', 'y'),
    ('Ԛ', 'Q'),
    ('Ԝ', 'W'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('һ', 'h'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ο', 'o'),
    ('ν', 'v'),
];

/// The Latin letter that a letter looks like, where it is of another alphabet.
pub fn latin_of(c: char) -> Option<char> {
    LOOK.iter().find(|(other, _)| *other == c).map(|(_, latin)| *latin)
}

/// The text with all such letters as Latin ones.
pub fn latin(text: &str) -> String {
    text.chars().map(|c| latin_of(c).unwrap_or(c)).collect()
}

/// Whether a text holds a word that only looks Latin: letters of both alphabets in one word; or a short code of nothing but
/// such letters and digits; a word of nothing else among words that are Latin.
pub fn is_strange(text: &str) -> bool {
    let latin_letter = |c: char| c.is_ascii_alphabetic();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let other_words = |c: char| c.is_alphabetic() && !latin_letter(c) && latin_of(c).is_none();
    // A text that is written in Cyrillic or Greek has letters that no Latin one looks like.
    let foreign = text.chars().any(|c| other_words(c) && !is_latin(c));
    words().any(|word| {
        let alike = word.chars().filter(|c| latin_of(*c).is_some()).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let mixed = alike > 0 && word.chars().any(latin_letter);
        let coded = alike > 0 && alike == letters && word.chars().any(char::is_numeric);
        // "МОТ" alone may be Russian; beside a long Latin word it is none.
        let among_latin =
            alike > 0 && alike == letters && words().any(|other| other.len() > 3 && other.chars().all(latin_letter));
        mixed || (coded && !foreign) || (among_latin && !foreign)
    })
}

/// Latin letters with accents: they are in the blocks that begin with Latin-1.
fn is_latin(c: char) -> bool {
    matches!(c, 'À'..='ɏ' | 'Ḁ'..='ỿ')
}

#[cfg(test)]
mod tests {
    use super::{is_strange, latin};

    #[test]
    fn letters_that_only_look_latin_are_noticed_and_other_alphabets_are_not() {
        for strange in ["С1", "Action line С6", "IТU", "ΑΙ standards"] {
            assert!(is_strange(strange), "{strange}");
        }
        for plain in [
            "C1",
            "Économie",
            "Всемирный форум",
            "Цифровое сотрудничество",
            "Ομάδα εργασίας",
            "ВОЗ и МСЭ",
            "МОТ",
            "МОТ (ILO)",
            "全球数字契约",
            "",
        ] {
            assert!(!is_strange(plain), "{plain}");
        }
        assert_eq!(latin("С1"), "C1");
        assert_eq!(latin("IТU"), "ITU");
    }
}
