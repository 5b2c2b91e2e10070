//! Words. Every sentence about data is made here: labels, dates in words, names of steps, messages of errors.
//!
//! The Fluent files of `assets/locales/<lang>` are compiled to typed methods of [`Strings`]; keys that come from a table (kinds,
//! fields, choices, errors) go through [`Strings::lookup`]. Numbers and dates are put into words before they go in, because
//! Fluent's own number and date functions are not localised in Rust. A variable named `count` is a number, which plural forms
//! are chosen by.

mod dates;
mod labels;
mod problems;
mod pseudo;
mod review;
mod steps;

#[cfg(test)]
mod tests;

pub use dates::{Case, DateStyle};
pub use labels::{choice_key, kind_key};
pub use review::Proposed;
pub use steps::Step;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<Arc<FluentResource>>;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The words of one language. Cheap to make and to clone; may be used by several threads.
#[derive(Clone)]
pub struct Strings {
    inner: Arc<Inner>,
    isolate: bool,
}

struct Inner {
    lang: Lang,
    /// Names put into sentences are isolated from their direction.
    isolating: Bundle,
    /// They are not: for documents, and for what is put together and then isolated as a whole.
    plain: Bundle,
}

/// A language that there are words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lang {
    /// Code as it is shown to callers.
    code: &'static str,
    /// The language of the files.
    files: &'static str,
    /// What is done to the words, to find those that were not translated or do not fit.
    pseudo: Option<pseudo::Pseudo>,
}

impl Lang {
    fn find(asked: &str) -> Lang {
        let asked = asked.replace('_', "-");
        let primary = asked.split('-').next().unwrap_or_default();
        if let Some((code, pseudo)) = pseudo::LOCALES.iter().find(|(code, _)| code.eq_ignore_ascii_case(&asked)) {
            return Lang { code, files: "en", pseudo: Some(*pseudo) };
        }
        let known = |wanted: &str| spoken().find(|lang| lang.eq_ignore_ascii_case(wanted));
        let code = known(&asked).or_else(|| known(primary)).unwrap_or("en");
        Lang { code, files: code, pseudo: None }
    }
}

/// Languages in which there are the words of papers and workbooks and no others, not reviewed: nobody can work in them yet.
const OF_PAPERS: [&str; 2] = ["ar", "fr"];

/// Whether words in a language were read by somebody whose language it is.
pub fn is_reviewed(lang: &str) -> bool {
    !OF_PAPERS.contains(&lang)
}

/// Languages in which there are all words.
fn spoken() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(lang, _)| *lang).filter(|lang| !OF_PAPERS.contains(lang))
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Strings({})", self.lang())
    }
}

impl Strings {
    /// The words of a language; of English where there are none. `en-XA` (long, accented, in brackets) and `ar-XB` (mirrored)
    /// are for finding mistakes.
    pub fn new(lang: &str) -> Self {
        Strings::of_lang(Lang::find(lang))
    }

    fn of_lang(lang: Lang) -> Self {
        // The files are read once for each language: a request names its language and should not pay for it.
        static READ: OnceLock<Mutex<Vec<Arc<Inner>>>> = OnceLock::new();
        let mut read = READ.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
        let inner = match read.iter().find(|inner| inner.lang == lang) {
            Some(inner) => inner.clone(),
            None => {
                let inner = Arc::new(Inner { lang, isolating: bundle(lang, true), plain: bundle(lang, false) });
                read.push(inner.clone());
                inner
            }
        };
        Strings { inner, isolate: true }
    }

    /// The words of a paper in a language, without marks of direction around names; none, where there are none. Besides the
    /// languages of the window these are some that have nothing but the words of papers.
    pub fn of_paper(lang: &str) -> Option<Self> {
        let code = OF_PAPERS.into_iter().chain(["en"]).find(|code| *code == lang)?;
        let lang = Lang { code, files: code, pseudo: None };
        Some(Strings::of_lang(lang).without_isolation())
    }

    /// Codes of the languages that a paper can be written in.
    pub fn languages_of_papers() -> impl Iterator<Item = &'static str> {
        std::iter::once("en").chain(OF_PAPERS)
    }

    /// The same words without marks of direction around names: for Word, Excel, CSV, calendar and the command line.
    pub fn without_isolation(&self) -> Self {
        Strings { inner: self.inner.clone(), isolate: false }
    }

    /// Code of the language that the words are in.
    pub fn lang(&self) -> &'static str {
        self.inner.lang.code
    }

    /// Codes of the languages that there are words in, pseudo-locales last.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        spoken().chain(pseudo::LOCALES.iter().map(|(code, _)| *code))
    }

    /// `rtl` or `ltr`.
    pub fn direction(&self) -> &'static str {
        match self.lang().split('-').next() {
            Some("ar" | "he" | "fa" | "ur") => "rtl",
            _ => "ltr",
        }
    }

    /// Every key that there is a method for, sorted. Those of the window (`ui-*.ftl`) are not among them.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|(key, _)| *key)
    }

    /// The variables of a key, sorted.
    pub fn variables(key: &str) -> Option<&'static [&'static str]> {
        KEYS.binary_search_by(|(k, _)| (*k).cmp(key)).ok().map(|at| KEYS[at].1)
    }

    /// The words for a key, if there is one.
    pub fn lookup(&self, key: &str) -> Option<String> {
        self.lookup_args(key, &[])
    }

    /// The words for a key, with its variables.
    pub fn lookup_args(&self, key: &str, args: &[(&str, &str)]) -> Option<String> {
        Some(self.finished(self.written(key, args, self.isolate)?))
    }

    /// What typed methods and the sentences of this crate are made by. The build made sure of the keys that are written out.
    fn format(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.lookup_args(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// A piece of a sentence: no marks of direction within, since it is isolated as a whole.
    fn part(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.written(key, args, false).unwrap_or_else(|| key.to_owned())
    }

    /// What has been put together of parts, as it is shown.
    fn finished(&self, text: String) -> String {
        match self.inner.lang.pseudo {
            Some(pseudo) => pseudo.frame(text),
            None => text,
        }
    }

    fn written(&self, key: &str, args: &[(&str, &str)], isolate: bool) -> Option<String> {
        let bundle = if isolate { &self.inner.isolating } else { &self.inner.plain };
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, argument(name, value));
        }
        // A variable that is missing shows as its name, which says more than an error would.
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned())
    }
}

fn argument<'a>(name: &str, value: &'a str) -> FluentValue<'a> {
    let counts = name == "count" || name.ends_with("-count");
    match value.parse::<u32>() {
        Ok(number) if counts => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

fn bundle(lang: Lang, isolate: bool) -> Bundle {
    let id: LanguageIdentifier = lang.files.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(isolate);
    bundle.set_formatter(Some(grouped));
    if let Some(pseudo) = lang.pseudo {
        bundle.set_transform(Some(pseudo.transform()));
    }
    // English first, so that what a language has not yet is there in English.
    for code in ["en", lang.files] {
        let Some((_, files)) = FILES.iter().find(|(lang, _)| *lang == code) else { continue };
        for file in *files {
            // The build checked the syntax; what cannot be read is left out as the parser does.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(Arc::new(resource));
        }
        if lang.files == "en" {
            break;
        }
    }
    bundle
}

/// Numbers with their thousands apart, as in "1,200 rows".
fn grouped<M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let (whole, fraction) = digits.split_once('.').map_or((digits.as_ref(), None), |(a, b)| (a, Some(b)));
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && text != "-" {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    Some(text)
}
