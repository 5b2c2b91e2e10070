//! Letters: those that no font has are shown by a box, and words that never break are made to.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use plan_documents::inert;
use unicode_segmentation::UnicodeSegmentation;

use crate::world::SHELF;

/// Stands for a character without a shape.
const BOX: char = '□';
/// Letters in a row after which a line may break all the same, and between which it then may.
const UNBROKEN: usize = 32;
const STEP: usize = 16;
/// Radicals, signs, kana, ideographs and wide forms; those that no font has are boxes anyway.
const EAST_ASIAN: std::ops::RangeInclusive<char> = '\u{2e80}'..='\u{ffef}';
const MAY_BREAK: char = '\u{200b}';

/// The fonts that have a character, a bit for each.
static HAVE: LazyLock<HashMap<char, u16>> = LazyLock::new(|| {
    let mut have = HashMap::new();
    for (at, font) in SHELF.fonts.iter().enumerate() {
        for c in font.info().coverage.iter().filter_map(char::from_u32) {
            *have.entry(c).or_default() |= 1 << at;
        }
    }
    have
});

/// Collects what cannot be shown.
#[derive(Default)]
pub(crate) struct Letters {
    missing: BTreeSet<char>,
    /// Letters of East Asia are among them, of which there is one weight.
    pub east_asian: bool,
}

impl Letters {
    /// The characters that were asked for and that no font has.
    pub fn missing(self) -> Vec<char> {
        self.missing.into_iter().collect()
    }

    /// Text as it can be set: harmless, each character with a shape, lines that may break.
    pub fn set(&mut self, text: &str) -> String {
        let shown = inert::shown(text);
        let shaped = if shown.is_ascii() { shown.into_owned() } else { self.shaped(&shown) };
        let shaped = shaped.replace('\t', "\u{2003}");
        if shaped.len() > UNBROKEN { breakable(&shaped) } else { shaped }
    }

    fn shaped(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            if cluster.is_ascii() {
                out.push_str(cluster);
                continue;
            }
            self.east_asian = self.east_asian || cluster.chars().any(|c| EAST_ASIAN.contains(&c));
            // A letter and its marks are set in one font.
            let mut together = u16::MAX;
            for c in cluster.chars() {
                let one = match c {
                    // A byte order mark, and tags that nobody sees: a PDF for everybody may not have them.
                    '\u{feff}' | '\u{e0000}'..='\u{e0fff}' => continue,
                    '\u{2028}' | '\u{2029}' => {
                        out.push('\n');
                        continue;
                    }
                    c if unseen(c) || c == '\n' || c == '\t' => u16::MAX,
                    c => HAVE.get(&c).copied().unwrap_or(0),
                };
                if one & together == 0 {
                    self.missing.insert(c);
                    out.push(BOX);
                    together = u16::MAX;
                } else {
                    together &= one;
                    out.push(c);
                }
            }
        }
        out
    }
}

/// Characters that have no shape and need none.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}')
}

/// Lets very long words break: without it they would run over what stands beside them.
fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        if word.len() <= UNBROKEN || word.chars().count() <= UNBROKEN {
            out.push_str(word);
            continue;
        }
        for (at, c) in word.graphemes(true).enumerate() {
            if at > 0 && at % STEP == 0 {
                out.push(MAY_BREAK);
            }
            out.push_str(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> (String, String) {
        let mut letters = Letters::default();
        let set = letters.set(text);
        (set, letters.missing().into_iter().collect())
    }

    #[test]
    fn letters_of_the_six_languages_are_set_as_they_are() {
        for text in [
            "The Council",
            "« L’œuvre déjà », n° 3",
            "¿Qué año?",
            "Глобальный цифровой договор",
            "الميثاق الرقمي العالمي، ٢٠٢٦",
            "全球数字契约 資訊社會 《行动计划》",
            "e\u{301} → ≥ ✓ □ € №",
            "a\u{200d}b\u{fe0f}",
        ] {
            assert_eq!(set(text), (text.to_owned(), String::new()));
        }
    }

    #[test]
    fn a_letter_without_a_shape_is_a_box_and_is_told_of() {
        assert_eq!(
            set("ภาษา 1 😀"),
            ("□□□□ 1 □".into(), "ภาษ\u{0e32}😀".chars().collect::<BTreeSet<_>>().into_iter().collect())
        );
        assert_eq!(set("漢\u{301}"), ("漢□".into(), "\u{301}".into()), "no font has both");
        assert_eq!(set("\u{e000}"), ("□".into(), "\u{e000}".into()), "private");
    }

    #[test]
    fn marks_that_steer_are_shown_or_gone() {
        assert_eq!(set("a\u{202e}b\u{7}").0, "a<U+202E>b␇");
        assert_eq!(set("\u{feff}a\u{2029}b\tc").0, "a\nb\u{2003}c");
    }

    #[test]
    fn a_word_that_never_ends_may_break() {
        let word = "x".repeat(40);
        assert_eq!(set(&word).0.matches(MAY_BREAK).count(), 2);
        assert_eq!(set(&word).0.replace(MAY_BREAK, ""), word);
        let usual = "anticonstitutionnellement ".repeat(9);
        assert_eq!(set(&usual).0, usual);
    }
}
