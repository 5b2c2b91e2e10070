//! Words as search knows them: whole words in every script, without case, accents, width, Arabic diacritics, tatweel and the forms
//! of alef, without letters that only look like others. Chinese has no spaces: every letter and every pair of letters is a word.

use std::ops::Range;

use crate::fold::{fold, look};

/// A word of a text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub text: String,
    /// Bytes of the text.
    pub at: Range<usize>,
    /// It is a letter or a pair of letters of a script without spaces.
    pub gram: bool,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let mut run: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let spaceless = is_spaceless(c);
        let inner = !spaceless && (c.is_alphanumeric() || is_mark(c));
        if !inner && let Some(from) = start.take() {
            push(text, from..at, &mut found);
        }
        if !spaceless && !run.is_empty() {
            grams(&mut run, &mut found);
        }
        if spaceless {
            run.push((at, c));
        } else if inner && start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        push(text, from..text.len(), &mut found);
    }
    grams(&mut run, &mut found);
    found
}

fn push(text: &str, at: Range<usize>, found: &mut Vec<Word>) {
    let word = plain(&text[at.clone()]);
    if !word.is_empty() {
        found.push(Word { text: word, at, gram: false });
    }
}

/// Each letter, and each pair of neighbours.
fn grams(run: &mut Vec<(usize, char)>, found: &mut Vec<Word>) {
    for (n, (at, c)) in run.iter().enumerate() {
        let end = at + c.len_utf8();
        found.push(Word { text: fold(&c.to_string()), at: *at..end, gram: true });
        if let Some((next, d)) = run.get(n + 1) {
            found.push(Word { text: fold(&format!("{c}{d}")), at: *at..next + d.len_utf8(), gram: true });
        }
    }
    run.clear();
}

/// One word as it is compared.
pub fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let seen = if look::is_strange(word) { look::latin(word) } else { word.to_owned() };
    let folded: String = fold(&seen).chars().filter_map(arabic).collect();
    // The article is written with its word.
    match folded.strip_prefix("ال") {
        Some(rest) if rest.chars().count() > 2 => rest.to_owned(),
        _ => folded,
    }
}

/// The forms of alef, of yeh and of teh are one each; the signs of vowels are none.
fn arabic(c: char) -> Option<char> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => return None,
        other => other,
    })
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{640}'
}

/// Letters of scripts that are written without spaces.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_of_six_languages_are_compared_without_what_makes_no_difference() {
        assert_eq!(texts("Économie NUMÉRIQUE, ＡＩ"), ["economie", "numerique", "ai"]);
        assert_eq!(texts("الذَّكاء الاصطناعي"), texts("ذكاء اصطناعى"));
        assert_eq!(texts("الاتـــصالات"), texts("الاتصالات"));
        assert_eq!(texts("人工智能"), ["人", "人工", "工", "工智", "智", "智能", "能"]);
        assert_eq!(texts("AI标准"), ["ai", "标", "标准", "准"]);
        assert_eq!(texts("С6"), ["c6"], "a Cyrillic letter that looks Latin");
        assert_eq!(texts("ВОЗ"), ["воз"]);
        assert_eq!(texts("ITU-013"), ["itu", "013"]);
        assert_eq!(texts("^.*[(|$"), Vec::<String>::new());
    }

    #[test]
    fn a_word_says_where_it_stands() {
        for text in ["a économie 人工 الذَّكاء b", "é", "工"] {
            for word in words(text) {
                assert!(!text[word.at.clone()].is_empty());
            }
        }
        assert_eq!(words("a é")[1].at, 2..4);
    }
}
