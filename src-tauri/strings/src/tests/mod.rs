//! What the words promise.
#![allow(clippy::unwrap_used, clippy::panic)]

mod dates;
mod dates_of_papers;
mod labels;
mod problems;
mod steps;

use crate::Strings;

fn english() -> Strings {
    Strings::new("en")
}

#[test]
fn every_message_can_be_written_with_its_variables() {
    for lang in ["en", "en-XA", "ar-XB"] {
        let strings = Strings::new(lang);
        for key in Strings::keys() {
            let args: Vec<_> = Strings::variables(key).unwrap().iter().map(|name| (*name, "7")).collect();
            let text = strings.lookup_args(key, &args).unwrap_or_else(|| panic!("{key} has no text"));
            assert!(!text.contains("{$") && !text.contains("{ $"), "{key} in {lang} leaves a variable open: {text}");
            assert!(!text.trim().is_empty(), "{key} in {lang} is empty");
        }
    }
}

#[test]
fn a_key_that_does_not_exist_has_no_words() {
    assert_eq!(english().lookup("no-such-key"), None);
    assert_eq!(Strings::variables("no-such-key"), None);
}

#[test]
fn unknown_languages_fall_back_to_english() {
    for lang in ["en", "en-GB", "en_US", "tlh", "", "x-Ω"] {
        assert_eq!(Strings::new(lang).kind_commitment(), "Commitment", "{lang:?}");
        assert_eq!(Strings::new(lang).lang(), "en");
    }
    assert_eq!(english().direction(), "ltr");
}

#[test]
fn every_language_that_is_offered_is_spoken() {
    let all: Vec<_> = Strings::languages().collect();
    assert!(all.contains(&"en") && all.contains(&"en-XA") && all.contains(&"ar-XB"), "{all:?}");
    assert!(all.iter().all(|lang| Strings::new(lang).lang() == *lang));
}

#[test]
fn names_in_sentences_are_isolated_unless_the_text_goes_into_a_document() {
    let text = english().step_sentence("commitment_create", None, "أ-1", None, None);
    assert_eq!(text, "\u{2068}أ-1\u{2069} added");
    let text = english().without_isolation().step_sentence("commitment_create", None, "أ-1", None, None);
    assert_eq!(text, "أ-1 added");
}

#[test]
fn numbers_choose_the_plural_and_have_their_thousands_apart() {
    let strings = english().without_isolation();
    assert_eq!(strings.done_rows_delete_counted(1), "1 row deleted");
    assert_eq!(strings.done_rows_delete_counted(12), "12 rows deleted");
    assert_eq!(strings.done_rows_delete_counted(1200), "1,200 rows deleted");
    assert_eq!(strings.done_rows_delete_counted(1_234_567), "1,234,567 rows deleted");
}

#[test]
fn the_long_language_is_longer_accented_and_in_one_pair_of_brackets() {
    let long = Strings::new("en-xa").without_isolation();
    assert_eq!(long.lang(), "en-XA");
    assert_eq!(long.direction(), "ltr");
    let (mut before, mut after) = (0, 0);
    for key in Strings::keys().filter(|key| key.starts_with("error-")) {
        let args: Vec<_> = Strings::variables(key).unwrap().iter().map(|name| (*name, "")).collect();
        before += english().without_isolation().lookup_args(key, &args).unwrap().chars().count();
        let text = long.lookup_args(key, &args).unwrap();
        after += text.chars().count();
        assert!(text.starts_with('[') && text.ends_with(']'), "{text}");
        assert_eq!(text.matches('[').count(), 1, "{text}");
    }
    let percent = after * 100 / before;
    assert!((135..=150).contains(&percent), "{percent} % of English");
    let sentence = long.step_sentence("commitment_set", Some("status"), "ITU-012", Some("Ongoing"), Some("Completed"));
    assert!(sentence.contains("ITU-012") && sentence.contains("Ongoing → Completed"), "data is left alone: {sentence}");
    assert_eq!(sentence.matches('[').count(), 1, "{sentence}");
    assert!(!sentence.contains("status"), "labels are changed: {sentence}");
}

#[test]
fn the_mirrored_language_runs_from_right_to_left() {
    let mirrored = Strings::new("ar-XB");
    assert_eq!((mirrored.lang(), mirrored.direction()), ("ar-XB", "rtl"));
    assert_eq!(mirrored.kind_action_line(), "\u{202E}Action\u{202C} \u{202E}line\u{202C}");
    for key in Strings::keys() {
        let text = mirrored.lookup(key).unwrap();
        assert_eq!(text.matches('\u{202E}').count(), text.matches('\u{202C}').count(), "{key}: {text:?}");
    }
}

#[test]
fn several_threads_may_use_the_same_words() {
    fn may_be_shared<T: Send + Sync + Clone>() {}
    may_be_shared::<Strings>();
    std::thread::scope(|scope| {
        for lang in ["en", "en-XA", "ar-XB", "en"] {
            scope.spawn(move || {
                let strings = Strings::new(lang);
                for key in Strings::keys() {
                    assert!(strings.lookup(key).is_some());
                }
            });
        }
    });
}
