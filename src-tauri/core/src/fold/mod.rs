//! Text as it is compared and found: without case, accents, width or Arabic diacritics and tatweel.

pub mod look;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded form of a text.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Up and down again: "ß" and "ss", both small sigmas, and the dotless i are one each only by way of their capitals.
    let bare = text.nfkd().filter(|c| !is_combining_mark(*c) && *c != '\u{640}');
    bare.flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_width_and_tatweel_make_no_difference() {
        assert_eq!(fold("Économie NUMÉRIQUE"), fold("economie numerique"));
        assert_eq!(fold("ＩＴＵ"), "itu");
        assert_eq!(fold("الاتـــصالات"), fold("الاتصالات"));
        assert_eq!(fold("é"), fold("e\u{301}"));
        assert_eq!(fold("STRASSE"), fold("Straße"));
        assert_eq!(fold("ΟΔΥΣΣΕΥΣ"), fold("Ὀδυσσεύς"));
        assert_eq!(fold("İstanbul"), fold("istanbul"));
    }
}
