//! Languages as Word has them.

use std::borrow::Cow;

use super::xml::Attribute;

/// The languages of a document, one for each of the three sorts of scripts that Word tells apart.
pub(super) struct Languages {
    pub latin: String,
    pub eastern: String,
    pub mirrored: String,
}

impl Languages {
    /// Those of a document in this language.
    pub fn of(paper: &str) -> Languages {
        let mut all =
            Languages { latin: "en-GB".to_owned(), eastern: "zh-CN".to_owned(), mirrored: "ar-SA".to_owned() };
        match language(paper) {
            Some(("w:val", language)) => all.latin = language.into_owned(),
            Some(("w:eastAsia", language)) => all.eastern = language.into_owned(),
            Some((_, language)) => all.mirrored = language.into_owned(),
            None => {}
        }
        all
    }

    /// As attributes.
    pub fn attributes(&self) -> [Attribute<'_>; 3] {
        [("w:val", &self.latin), ("w:eastAsia", &self.eastern), ("w:bidi", &self.mirrored)]
    }
}

/// A language as Word has it, and the attribute that is for its sort of script. Nothing, where it is no language.
pub(super) fn language(tag: &str) -> Option<(&'static str, Cow<'_, str>)> {
    let tag = sound(tag)?;
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let attribute = match primary.as_str() {
        "ar" | "fa" | "he" | "ur" | "ps" | "yi" | "dv" | "sd" | "ug" | "ckb" => "w:bidi",
        "zh" | "ja" | "ko" => "w:eastAsia",
        _ => "w:val",
    };
    // Word proofs no language without a country.
    let whole = match tag.to_ascii_lowercase().as_str() {
        "en" => "en-GB",
        "fr" => "fr-FR",
        "es" => "es-ES",
        "ru" => "ru-RU",
        "ar" => "ar-SA",
        "zh" => "zh-CN",
        _ => return Some((attribute, Cow::Borrowed(tag))),
    };
    Some((attribute, Cow::Borrowed(whole)))
}

/// A tag that can be one of a language.
pub(super) fn sound(tag: &str) -> Option<&str> {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let primary =
        tag.split('-').next().is_some_and(|first| first.len() >= 2 && first.chars().all(|c| c.is_ascii_alphabetic()));
    (primary && tag.len() <= 35 && tag.split('-').all(part)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_those_that_word_knows() {
        let of = |tag| language(tag).map(|(attribute, language)| format!("{attribute} {language}"));
        assert_eq!(of("en").as_deref(), Some("w:val en-GB"));
        assert_eq!(of("fr-CA").as_deref(), Some("w:val fr-CA"));
        assert_eq!(of("ar").as_deref(), Some("w:bidi ar-SA"));
        assert_eq!(of("zh-Hans").as_deref(), Some("w:eastAsia zh-Hans"));
        for wrong in ["", "e", "1", "en\"", "a b", "en-", "x-very-long-tag-that-nobody-needs-at-all"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
