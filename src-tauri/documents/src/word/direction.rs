//! Stretches of one direction. Word takes a run that is said to run from right to left at its word, numbers and strokes too: a symbol
//! like A/RES/79/1 in it would be read backwards. So each stretch of the other direction is a run of its own.

/// Which way a character runs by itself; `None`: as what stands around it.
pub(crate) fn strong(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            // Arabic digits, and signs of both.
            (!matches!(c, '\u{660}'..='\u{66c}' | '\u{6f0}'..='\u{6f9}' | '\u{60c}' | '\u{61b}')).then_some(true)
        }
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}' => Some(true),
        '\u{200e}' => Some(false),
        c => c.is_alphabetic().then_some(false),
    }
}

/// Cuts text that runs `mirrored` into stretches, each with its own direction. Together they are the text.
pub(super) fn stretches(text: &str, mirrored: bool) -> Vec<(&str, bool)> {
    // Most text is of one direction.
    if !mirrored && text.is_ascii() {
        return vec![(text, false)];
    }
    let mut all = Vec::new();
    // Where the current stretch begins, and where a stretch of the other direction began and last held something of its own.
    let mut begun = 0;
    let mut other: Option<(usize, usize)> = None;
    let end_other = |other: &mut Option<(usize, usize)>, begun: &mut usize, all: &mut Vec<_>| {
        if let Some((from, to)) = other.take() {
            if *begun < from {
                all.push((&text[*begun..from], mirrored));
            }
            all.push((&text[from..to], !mirrored));
            *begun = to;
        }
    };
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        match strong(c) {
            Some(way) if way != mirrored => other = Some((other.map_or(at, |(from, _)| from), after)),
            Some(_) => end_other(&mut other, &mut begun, &mut all),
            // A number belongs to the letters before it: "C26/14".
            None if mirrored && c.is_numeric() => other = other.map(|(from, _)| (from, after)),
            None => {
                // A line is laid out for itself.
                if c == '\n' {
                    end_other(&mut other, &mut begun, &mut all);
                }
            }
        }
    }
    end_other(&mut other, &mut begun, &mut all);
    if begun < text.len() {
        all.push((&text[begun..], mirrored));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stretch_has_its_direction() {
        assert_eq!(stretches("Plain words, 12", false), [("Plain words, 12", false)]);
        assert_eq!(stretches("中文 и слова", false), [("中文 и слова", false)]);
        assert_eq!(stretches("of خطة العمل, ITU", false), [("of ", false), ("خطة العمل", true), (", ITU", false)]);
        let mixed = [("القرار ", true), ("A/RES/79/1", false), (" (ملحق)", true)];
        assert_eq!(stretches("القرار A/RES/79/1 (ملحق)", true), mixed);
        assert_eq!(stretches("12 مايو 2026", true), [("12 مايو 2026", true)]);
        assert_eq!(stretches("", true), []);
        assert_eq!(stretches("ITU", true), [("ITU", false)]);
    }

    #[test]
    fn together_they_are_the_text() {
        for text in ["a\nب 1 c", "ب a 1، 2 ب", "\u{200f}x\u{200e}", "1 2 3", " a ", "ش\nITU 5\n"] {
            for mirrored in [false, true] {
                let whole: String = stretches(text, mirrored).iter().map(|(part, _)| *part).collect();
                assert_eq!(whole, text);
            }
        }
    }
}
