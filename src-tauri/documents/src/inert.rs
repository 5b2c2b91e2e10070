//! What people typed, made harmless: shown as it is, and never carried out, never turning the direction of what stands around it.

use std::borrow::Cow;

/// Text as it may stand in any document: control characters and marks that turn the direction of text are shown by a sign,
/// line breaks and tabs stay.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{1f}' if steers(c) => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
            '\u{7f}' => out.push('\u{2421}'),
            // They are no characters: XML knows no way to write them.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if steers(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// Signs with which a text becomes a formula where a program opens a table of plain text, full-width forms among them.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// What stands before such a text, and is taken off when the table comes back.
const GUARD: char = '\'';

/// Text for a table of plain text, which a spreadsheet might open: what would become a formula gets a sign before it, and so
/// does what begins with that sign already, so that [`unguarded`] gives back what was there.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let begins = |text: &str| text.trim_start_matches([' ', '\n', '\u{a0}']).starts_with(FORMULA);
    if begins(text) || (text.starts_with(GUARD) && (begins(&text[1..]) || text[1..].starts_with(GUARD))) {
        Cow::Owned(format!("{GUARD}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What stood there before [`guarded`].
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if *guarded(rest) == *text => rest,
        _ => text,
    }
}

/// Text as content or attribute of HTML.
pub fn html(text: &str) -> String {
    escaped(&shown(text))
}

/// The same of words of our own, which may turn their direction.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// The first part of a text that a cell can hold, and whether that is all. Counted as spreadsheets count: in UTF-16 units.
pub fn cut(text: &str, limit: usize) -> (&str, bool) {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > limit {
            return (&text[..at], false);
        }
    }
    (text, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_guarded_and_comes_back() {
        for text in [
            "=cmd|' /C calc'!A0",
            "+1",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "  =1",
            "\n=1",
            "'=1",
            "''=1",
        ] {
            assert!(guarded(text).starts_with('\''), "{text}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "plain", "a=b", "'tis", "it's", "'", "中文"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
        assert_eq!(unguarded(&guarded("''")), "''");
    }

    #[test]
    fn nothing_steers() {
        assert_eq!(shown("plain, عربي, 中文\n\tindented"), "plain, عربي, 中文\n\tindented");
        assert_eq!(shown("a\u{202e}b\u{1b}[2J\u{7f}\u{ffff}"), "a<U+202E>b␛[2J␡\u{fffd}");
        assert_eq!(html("<script>\"'&"), "&lt;script&gt;&quot;&#39;&amp;");
    }

    #[test]
    fn a_cell_is_cut_between_characters() {
        assert_eq!(cut("abc", 3), ("abc", true));
        assert_eq!(cut("abcd", 3), ("abc", false));
        assert_eq!(cut("a\u{1f600}b", 2), ("a", false), "half a character is none");
    }
}
