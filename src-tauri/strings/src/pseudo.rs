//! Languages that nobody speaks. `en-XA` makes English long, accented and bracketed: what is cut off, not translated or put
//! together of pieces shows. `ar-XB` makes it run from right to left.

use std::borrow::Cow;

/// What is done to the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pseudo {
    /// Long and accented.
    Long,
    /// From right to left.
    Mirrored,
}

/// Codes of the pseudo-locales.
pub(crate) const LOCALES: &[(&str, Pseudo)] = &[("en-XA", Pseudo::Long), ("ar-XB", Pseudo::Mirrored)];

impl Pseudo {
    /// The change to each piece of text, names left alone.
    pub(crate) fn transform(self) -> fn(&str) -> Cow<str> {
        match self {
            Pseudo::Long => |text| fluent_pseudo::transform(text, false, true),
            Pseudo::Mirrored => |text| Cow::Owned(mirrored(text)),
        }
    }

    /// The change to a whole message. Accenting doubles vowels, which is some 30 % longer; the rest is made up here.
    pub(crate) fn frame(self, text: String) -> String {
        match self {
            Pseudo::Long => {
                let more = text.chars().count() / 10 + 1;
                format!("[{text}{}]", "~".repeat(more))
            }
            Pseudo::Mirrored => text,
        }
    }
}

/// Each word between an override to the right and its end: every renderer shows it mirrored, and blanks still break lines.
fn mirrored(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            out.push('\u{202E}');
            out.push_str(word);
            out.push('\u{202C}');
        }
        out.push_str(&piece[word.len()..]);
    }
    out
}
