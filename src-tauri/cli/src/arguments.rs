//! The arguments: which order, with what, in which language, by whom.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use serde_json::Value as Json;

use crate::carry::Carry;
use crate::instrument::Instrument;
use crate::usage::{self, Spec};

/// What holds for every order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Answers are JSON.
    pub json: bool,
    /// Name of the person who acts.
    pub by: String,
    /// Acronym of the organization for which the person acts.
    pub organization: String,
    /// Language of the words.
    pub language: String,
    /// Somebody named it.
    pub named_language: bool,
}

/// What is asked for.
#[derive(Debug, PartialEq)]
pub struct Asked {
    /// What holds for every order.
    pub settings: Settings,
    /// The order.
    pub order: Order,
}

/// One order. What its fields are is said by the places and options of `usage::SPECS`.
#[derive(Debug, PartialEq)]
pub enum Order {
    Help(Option<String>),
    Version,
    New { file: PathBuf, empty: bool, title: String },
    Info { file: PathBuf },
    List { kind: String, file: PathBuf, text: String },
    Show { file: PathBuf, row: String },
    Call { file: PathBuf, command: String, arguments: Json },
    Batch { file: PathBuf },
    Commands,
    Undo { file: PathBuf },
    Redo { file: PathBuf },
    History { file: PathBuf, row: Option<String>, limit: Option<usize> },
    At { file: PathBuf, moment: String, to: PathBuf, name: String, with: Vec<String> },
    Check { file: PathBuf, rule: Option<String>, intended: bool },
    Verify { file: PathBuf },
    Hash { file: PathBuf },
    Snapshot { file: PathBuf, to: PathBuf, name: String, with: Vec<String> },
    Copy { from: PathBuf, to: PathBuf },
    Diff { a: PathBuf, b: PathBuf },
    Review { file: PathBuf, theirs: Vec<PathBuf>, decide: Option<String>, minutes: Option<PathBuf> },
    Export { file: PathBuf, to: PathBuf, asked: Export },
    Instrument { file: PathBuf, table: PathBuf, asked: Instrument },
    Carry { file: PathBuf, instrument: Option<String>, asked: Carry },
    Generate { file: PathBuf, commitments: usize, seed: u64 },
    NotYet { command: String },
}

/// What is asked of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Which document of the plan.
    pub document: Option<String>,
    /// Since when changes are marked: a file, else a moment.
    pub since: Option<OsString>,
    /// Another document against which changes are marked; empty: the one that it revises.
    pub against: Option<String>,
    /// Rows of which kind.
    pub kind: Option<String>,
    /// Private parts that go along.
    pub with: Vec<String>,
    /// What the first line of a plain table says.
    pub heads: Option<String>,
    /// What is done with dates that are no known days.
    pub vague: Option<String>,
}

/// Languages that words can come out in; the last two are for finding mistakes.
const LANGUAGES: &[&str] = &["ar", "zh", "en", "fr", "ru", "es", "en-XA", "ar-XB"];

/// Options that hold for every order, and whether a value follows.
const GLOBAL: &[(&str, bool)] =
    &[("json", false), ("by", true), ("organization", true), ("lang", true), ("help", false), ("version", false)];

/// What can be decided about a paragraph.
const DECISIONS: &[&str] = &["continues", "completed", "superseded", "new", "not-for-us", "open"];

/// Places and options as they were given.
#[derive(Default)]
struct Given {
    places: std::collections::VecDeque<OsString>,
    options: BTreeMap<&'static str, OsString>,
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// A sentence that says what is wrong and how it is called.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let mut given = gather(arguments)?;
    let settings = Settings {
        json: given.flag("json"),
        by: given.text("by")?.unwrap_or_default(),
        organization: given.text("organization")?.unwrap_or_default(),
        named_language: given.options.contains_key("lang"),
        language: given.text("lang")?.unwrap_or_else(|| "en".into()),
    };
    if !LANGUAGES.contains(&settings.language.as_str()) {
        return Err(format!("--lang is one of {}", LANGUAGES[..6].join(", ")));
    }
    let (help, version) = (given.flag("help"), given.flag("version"));
    let Some(name) = given.places.pop_front() else {
        return match (help, version) {
            (false, true) => Ok(Asked { settings, order: Order::Version }),
            (true, _) => Ok(Asked { settings, order: Order::Help(None) }),
            _ => Err(format!("no command was given.\n\n{}", usage::all())),
        };
    };
    let name = text_of("the command", name)?;
    if name == "help" {
        let of = given.places.pop_front().map(|of| text_of("the command", of)).transpose()?;
        return Ok(Asked { settings, order: Order::Help(of) });
    }
    let spec = usage::find(&name).ok_or_else(|| format!("there is no command {name}. See: gdcplan --help"))?;
    if help {
        return Ok(Asked { settings, order: Order::Help(Some(name)) });
    }
    let order = order(spec, given).map_err(|wrong| format!("{wrong}. Call: {}", usage::line(spec)))?;
    Ok(Asked { settings, order })
}

fn gather(arguments: impl IntoIterator<Item = OsString>) -> Result<Given, String> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_iter(arguments);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        let name = match argument {
            lexopt::Arg::Value(value) => {
                given.places.push_back(value);
                continue;
            }
            lexopt::Arg::Short('h') => "help",
            lexopt::Arg::Short('V') => "version",
            lexopt::Arg::Short(letter) => return Err(format!("-{letter} is not an option. See: gdcplan --help")),
            lexopt::Arg::Long(name) => name,
        };
        let known =
            GLOBAL.iter().copied().chain(usage::OPTIONS.iter().map(|(name, value, _)| (*name, !value.is_empty())));
        let Some((name, takes_value)) = known.into_iter().find(|(known, _)| *known == name) else {
            return Err(format!("--{name} is not an option. See: gdcplan --help"));
        };
        let value = if takes_value { parser.value().map_err(|e| e.to_string())? } else { OsString::new() };
        if given.options.insert(name, value).is_some() {
            return Err(format!("--{name} is given twice"));
        }
    }
    Ok(given)
}

impl Given {
    fn flag(&mut self, name: &str) -> bool {
        self.options.remove(name).is_some()
    }
    fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        self.options.remove(name).map(|value| text_of(&format!("--{name}"), value)).transpose()
    }
    fn number<N: std::str::FromStr>(&mut self, name: &str) -> Result<Option<N>, String> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| format!("--{name} needs a whole number, not {text}"))
    }
    fn parts(&mut self) -> Result<Vec<String>, String> {
        let text = self.text("with")?.unwrap_or_default();
        let parts: Vec<String> = text.split(',').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect();
        match parts.iter().find(|part| !["persons", "notes"].contains(&part.as_str())) {
            Some(part) => Err(format!("--with takes persons, notes or both, not {part}")),
            None => Ok(parts),
        }
    }
    fn heads(&mut self) -> Result<Option<String>, String> {
        match self.text("heads")? {
            Some(word) if !["names", "labels"].contains(&&*word) => {
                Err(format!("--heads is names or labels, not {word}"))
            }
            word => Ok(word),
        }
    }

    fn vague(&mut self) -> Result<Option<String>, String> {
        match self.text("vague")? {
            Some(word) if !["span", "leave-out"].contains(&word.as_str()) => {
                Err(format!("--vague is span or leave-out, not {word}"))
            }
            word => Ok(word.map(|word| word.replace('-', "_"))),
        }
    }
    /// What is decided about paragraphs.
    fn carry(&mut self) -> Result<Carry, String> {
        let numbers = self.text("paragraph")?.unwrap_or_default();
        let asked = Carry {
            paragraphs: numbers.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect(),
            answer: match self.text("answer")? {
                Some(word) if !DECISIONS.contains(&word.as_str()) => {
                    return Err(format!("--answer takes {}, not {word}", DECISIONS.join(", ")));
                }
                word => word,
            },
            commitment: self.text("commitment")?,
            superseded_by: self.text("superseded-by")?,
            because: self.text("because")?.unwrap_or_default(),
            title: self.text("title")?.unwrap_or_default(),
            edition: self.text("edition")?,
            before: self.text("before")?,
            although_open: self.flag("although-open"),
        };
        // What would be passed over in silence looks as if it had been done.
        let of_answer = asked.commitment.is_some()
            || asked.superseded_by.is_some()
            || !asked.because.is_empty()
            || !asked.title.is_empty();
        let of_edition = asked.before.is_some() || asked.although_open;
        match &asked.answer {
            None if of_answer => {
                Err("--commitment, --superseded-by, --because and --title go with --answer, which is missing".into())
            }
            _ if of_edition && asked.edition.is_none() => {
                Err("--before and --although-open go with --edition, which is missing".into())
            }
            Some(_) if asked.paragraphs.is_empty() => Err("--answer needs --paragraph".into()),
            Some(_) if asked.edition.is_some() => {
                Err("--answer and --edition are two steps: one after the other".into())
            }
            _ => Ok(asked),
        }
    }
    /// The next place. How many there are was checked.
    fn place(&mut self) -> OsString {
        self.places.pop_front().unwrap_or_default()
    }
    fn path(&mut self) -> PathBuf {
        self.place().into()
    }
    fn word(&mut self, what: &str) -> Result<String, String> {
        text_of(what, self.place())
    }
}

fn text_of(what: &str, value: OsString) -> Result<String, String> {
    value.into_string().map_err(|value| format!("{what} is not valid text: {}", value.to_string_lossy()))
}

fn order(spec: &Spec, mut given: Given) -> Result<Order, String> {
    if !spec.built {
        return Ok(Order::NotYet { command: spec.name.to_owned() });
    }
    if let Some(name) = given.options.keys().find(|name| !spec.options.contains(name)) {
        return Err(format!("--{name} is not an option of {}", spec.name));
    }
    let needed = spec.places.iter().filter(|place| !place.starts_with('[')).count();
    if given.places.len() < needed {
        return Err(format!("{} is missing", spec.places[given.places.len()]));
    }
    let several = spec.places.last().is_some_and(|place| place.ends_with("..."));
    if let Some(surplus) = given.places.get(spec.places.len()).filter(|_| !several) {
        return Err(format!("{} is one argument too many", surplus.to_string_lossy()));
    }
    let last = spec.places.last().filter(|_| several);
    let places = spec.places.iter().chain(std::iter::repeat(last.unwrap_or(&"")));
    if given.places.iter().zip(places).any(|(value, place)| value.is_empty() && usage::is_file(place)) {
        return Err("the name of a file is empty".into());
    }
    Ok(match spec.name {
        "new" => Order::New {
            file: given.path(),
            empty: given.flag("empty"),
            title: given.text("title")?.unwrap_or_default(),
        },
        "info" => Order::Info { file: given.path() },
        "list" => Order::List {
            kind: given.word("KIND")?,
            file: given.path(),
            text: given.text("where")?.unwrap_or_default(),
        },
        "show" => Order::Show { file: given.path(), row: given.word("REF")? },
        "call" => Order::Call {
            file: given.path(),
            command: given.word("COMMAND")?,
            arguments: match given.places.pop_front() {
                None => Json::Null,
                Some(json) => {
                    let json = text_of("JSON", json)?;
                    serde_json::from_str(&json).map_err(|error| format!("JSON is not in the right form: {error}"))?
                }
            },
        },
        "batch" => Order::Batch { file: given.path() },
        "commands" => Order::Commands,
        "undo" => Order::Undo { file: given.path() },
        "redo" => Order::Redo { file: given.path() },
        "history" => Order::History { file: given.path(), row: given.text("row")?, limit: given.number("limit")? },
        "at" => Order::At {
            file: given.path(),
            moment: given.word("MOMENT")?,
            to: given.path(),
            name: given.text("name")?.unwrap_or_default(),
            with: given.parts()?,
        },
        "check" => Order::Check { file: given.path(), rule: given.text("rule")?, intended: given.flag("intended") },
        "verify" => Order::Verify { file: given.path() },
        "hash" => Order::Hash { file: given.path() },
        "snapshot" => Order::Snapshot {
            file: given.path(),
            to: given.path(),
            name: given.text("name")?.unwrap_or_default(),
            with: given.parts()?,
        },
        "copy" => Order::Copy { from: given.path(), to: given.path() },
        "diff" => Order::Diff { a: given.path(), b: given.path() },
        "review" => Order::Review {
            file: given.path(),
            decide: match given.text("decide")? {
                Some(word) if !["mine", "theirs", "later"].contains(&word.as_str()) => {
                    return Err(format!("--decide takes mine, theirs or later, not {word}"));
                }
                word => word,
            },
            minutes: given.options.remove("minutes").map(PathBuf::from),
            theirs: std::mem::take(&mut given.places).into_iter().map(PathBuf::from).collect(),
        },
        "export" => {
            let (file, to) = (given.path(), given.path());
            let against = match (given.flag("redline"), given.text("against")?) {
                (true, Some(_)) => return Err("--redline and --against name two documents".to_owned()),
                (true, None) => Some(String::new()),
                (false, against) => against,
            };
            // Of a PDF it is said what to do instead; of all else nobody expects changes to be marked.
            let of_words =
                to.extension().is_some_and(|end| ["docx", "pdf"].iter().any(|one| end.eq_ignore_ascii_case(one)));
            if against.is_some() && !of_words {
                return Err("--redline and --against mark changes in Word: OUT ends in .docx".to_owned());
            }
            let asked = Export {
                document: given.text("document")?,
                since: given.options.remove("since"),
                against,
                kind: given.text("kind")?,
                with: given.parts()?,
                heads: given.heads()?,
                vague: given.vague()?,
            };
            Order::Export { file, to, asked }
        }
        "carry" => {
            let (file, named) = (given.path(), given.places.pop_front());
            let instrument = named.map(|place| text_of("INSTRUMENT", place)).transpose()?;
            let asked = given.carry()?;
            // A paragraph may tell the instrument; an edition ends one that is named.
            if instrument.is_none() && (asked.paragraphs.is_empty() || asked.edition.is_some()) {
                return Err("INSTRUMENT is missing".into());
            }
            Order::Carry { file, instrument, asked }
        }
        "instrument" => Order::Instrument {
            file: given.path(),
            table: given.path(),
            asked: Instrument {
                title: given.text("title")?.unwrap_or_default(),
                symbol: given.text("symbol")?.unwrap_or_default(),
                date: given.text("date")?.unwrap_or_default(),
                source: given.text("source")?.unwrap_or_default(),
                dry_run: given.flag("dry-run"),
            },
        },
        "generate" => Order::Generate {
            file: given.path(),
            commitments: given.number("commitments")?.ok_or("--commitments is missing")?,
            seed: given.number("seed")?.ok_or("--seed is missing")?,
        },
        other => return Err(format!("{other} has no reader")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &[&str]) -> Result<Asked, String> {
        read(std::iter::once("gdcplan").chain(line.iter().copied()).map(OsString::from))
    }

    #[test]
    fn every_command_that_is_built_has_a_reader() {
        for spec in usage::SPECS.iter().filter(|spec| spec.built) {
            let mut line = vec![spec.name];
            line.extend(spec.places.iter().map(|place| if *place == "[JSON]" { "{}" } else { "x" }));
            if spec.name == "generate" {
                line.extend(["--commitments", "1", "--seed", "1"]);
            }
            asked(&line).unwrap_or_else(|wrong| panic!("{}: {wrong}", spec.name));
        }
    }

    #[test]
    fn options_may_stand_anywhere() {
        let wanted = Order::List { kind: "groups".into(), file: "p".into(), text: "a b".into() };
        for line in [
            &["--json", "list", "groups", "p", "--where", "a b"][..],
            &["list", "--where=a b", "groups", "--json", "p"],
            &["list", "groups", "--json", "--where", "a b", "--", "p"],
        ] {
            let asked = asked(line).unwrap();
            assert_eq!(asked.order, wanted);
            assert!(asked.settings.json);
        }
    }

    #[test]
    fn what_is_not_understood_is_said_with_the_way_to_call_it() {
        for (line, words) in [
            (&[][..], "no command was given"),
            (&["sing"], "there is no command sing"),
            (&["info"], "FILE is missing. Call: gdcplan info FILE"),
            (&["info", "a", "b"], "b is one argument too many"),
            (&["info", "a", "--where", "x"], "--where is not an option of info"),
            (&["info", "a", "--colour"], "--colour is not an option"),
            (&["info", "-x"], "-x is not an option"),
            (&["info", ""], "the name of a file is empty"),
            (&["info", "a", "--lang", "de"], "--lang is one of ar, zh, en, fr, ru, es"),
            (&["info", "a", "--json", "--json"], "--json is given twice"),
            (
                &["generate", "a", "--commitments", "many", "--seed", "1"],
                "--commitments needs a whole number, not many",
            ),
            (&["generate", "a", "--seed", "1"], "--commitments is missing"),
            (&["snapshot", "a", "b", "--with", "everything"], "--with takes persons, notes or both"),
            (&["review", "a"], "SNAPSHOT... is missing"),
            (&["review", "a", "b", "", "c"], "the name of a file is empty"),
            (&["review", "a", "b", "--decide", "well"], "--decide takes mine, theirs or later, not well"),
            (&["export", "a", "b.ics", "--vague", "maybe"], "--vague is span or leave-out, not maybe"),
            (
                &["export", "a", "b.docx", "--redline", "--against", "C27/5"],
                "--redline and --against name two documents",
            ),
            (
                &["export", "a", "b.xlsx", "--redline"],
                "--redline and --against mark changes in Word: OUT ends in .docx",
            ),
            (&["export", "a", "b.csv", "--heads", "both"], "--heads is names or labels, not both"),
            (&["call", "a", "undo", "{"], "JSON is not in the right form"),
            (&["list", "groups", "a", "--where"], "missing argument for option '--where'"),
        ] {
            let wrong = asked(line).unwrap_err();
            assert!(wrong.contains(words), "{line:?}: {wrong}");
        }
    }

    #[test]
    fn help_and_version_need_no_file() {
        assert_eq!(asked(&["--help"]).unwrap().order, Order::Help(None));
        assert_eq!(asked(&["list", "-h"]).unwrap().order, Order::Help(Some("list".into())));
        assert_eq!(asked(&["help", "list"]).unwrap().order, Order::Help(Some("list".into())));
        assert_eq!(asked(&["-V"]).unwrap().order, Order::Version);
    }

    #[test]
    fn what_comes_later_is_known_however_it_is_called() {
        for line in [&["import", "a", "b", "--dry-run"][..], &["ask"]] {
            assert_eq!(asked(line).unwrap().order, Order::NotYet { command: line[0].into() });
        }
    }
}
