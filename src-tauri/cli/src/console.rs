//! Where answers and messages go, and the session behind them.

use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use plan_wire::{Nobody, Session, WireError};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::arguments::Settings;

/// Why an order was not carried out.
pub enum Fault {
    /// The request was refused, or the file is broken.
    Wire(WireError),
    /// Nobody reads the output any more.
    Closed,
    /// The output cannot be written.
    Output(std::io::Error),
}

impl From<WireError> for Fault {
    fn from(error: WireError) -> Self {
        Fault::Wire(error)
    }
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Fault::Closed } else { Fault::Output(error) }
    }
}

/// The session, and the way to the terminal.
pub struct Console {
    /// What is open.
    pub session: Arc<Session>,
    /// Answers are JSON.
    pub json: bool,
    language: String,
    named_language: bool,
    out: std::io::BufWriter<std::io::Stdout>,
}

impl Console {
    /// A console for who acts, in a language.
    pub fn new(settings: &Settings) -> Self {
        let session = Session::new(Box::new(Nobody), None);
        session.speak_plainly();
        session.act_as(&settings.by, &settings.organization);
        let out = std::io::BufWriter::new(std::io::stdout());
        Console {
            session,
            json: settings.json,
            language: settings.language.clone(),
            named_language: settings.named_language,
            out,
        }
    }

    /// The language that was asked for; none, where nobody named one.
    pub fn named_language(&self) -> Option<&str> {
        self.named_language.then_some(&*self.language)
    }

    /// Says of a document in which there are English words only that another language was asked for.
    pub fn tell_english(&self, document: &Path) {
        if self.named_language && !self.session.speaks(&self.language) {
            let words = self.say_with("cli-only-english", &[("path", &document.display().to_string())]);
            complain(&shown(&words));
        }
    }

    /// The same of a document with words in a language.
    pub fn tell_other(&self, language: &str, document: &Path) {
        let asked = self.language.to_lowercase();
        if asked != language.to_lowercase() && asked.split(['-', '_']).next() != Some(language) {
            self.tell_english(document);
        }
    }

    /// Opens a plan or a snapshot to read.
    pub fn open_to_read(&self, file: &Path) -> Result<(), WireError> {
        self.session.open_to_read(file, &self.language)
    }

    /// Opens a plan to edit.
    pub fn open_to_edit(&self, file: &Path) -> Result<(), WireError> {
        self.session.open_to_edit(file, &self.language)
    }

    /// Carries out a command of the wire.
    pub fn call(&self, command: &str, arguments: Json) -> Result<Json, WireError> {
        self.session.call(command, arguments, &self.language)
    }

    /// The row that a text names, as kind and id.
    pub fn find(&self, row: &str) -> Result<plan_wire::types::RowKey, WireError> {
        self.session.find(row, &self.language)
    }

    /// The one instrument that has paragraphs of these numbers, by its id.
    pub fn instrument_of(&self, numbers: &[String]) -> Result<String, WireError> {
        self.session.instrument_of(numbers, &self.language)
    }

    /// Makes a synthetic plan.
    pub fn make(&self, file: &Path, commitments: usize, seed: u64) -> Result<(), WireError> {
        self.session.generate(file, commitments, seed, &self.language)
    }

    /// What a command takes for a file.
    pub fn file(&self, path: &Path) -> Json {
        Json::from(self.session.mint(path))
    }

    /// A refusal of our own.
    pub fn refusal<const N: usize>(&self, code: &'static str, args: [(&'static str, String); N]) -> Fault {
        Fault::Wire(self.session.refusal(code, args, &self.language))
    }

    /// A fault of our own.
    pub fn broken(&self, context: &str) -> WireError {
        self.session.fault(context, &self.language)
    }

    /// Words of our own.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// Words of our own, with their variables.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.session.say(key, args, &self.language)
    }

    /// Prints the one JSON answer.
    pub fn answer(&mut self, answer: &impl Serialize) -> Result<(), Fault> {
        serde_json::to_writer(&mut self.out, answer).map_err(|error| Fault::from(std::io::Error::from(error)))?;
        Ok(self.out.write_all(b"\n")?)
    }

    /// Prints one line of words.
    pub fn line(&mut self, words: &str) -> Result<(), Fault> {
        Ok(writeln!(self.out, "{}", shown(words))?)
    }

    /// Hands over to the reader what was printed.
    pub fn flush(&mut self) -> Result<(), Fault> {
        Ok(self.out.flush()?)
    }

    /// Says why an order was not carried out, and with which exit status.
    pub fn report(&mut self, fault: Fault) -> ExitCode {
        match fault {
            Fault::Wire(error) => {
                complain(&shown(&error.message));
                if !error.details.is_empty() && !error.message.contains(&error.details) {
                    complain(&shown(&error.details));
                }
                let status = status_of(&error);
                // Whoever asked for JSON gets one answer in any case. Where even that cannot be written, the words above and the
                // status have said it.
                let written = if self.json { self.answer(&json!({ "error": error })) } else { Ok(()) };
                if let Err(Fault::Output(error)) = written.and_then(|()| self.flush()) {
                    complain(&error);
                }
                ExitCode::from(status)
            }
            Fault::Closed => ExitCode::SUCCESS,
            Fault::Output(error) => {
                complain(&error);
                ExitCode::from(3)
            }
        }
    }
}

/// Says something beside the answers. Where nobody reads it any more the exit status says it alone.
pub fn complain(words: &dyn std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "gdcplan: {words}");
}

/// The exit status that an error stands for.
pub fn status_of(error: &WireError) -> u8 {
    if error.sort == "broken" { 3 } else { 1 }
}

/// Text as a terminal may show it: what would steer the terminal, or turn the direction of the rest of the line, is shown by
/// a sign.
pub fn shown(text: &str) -> String {
    if !text.chars().any(steers) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{1f}' if steers(c) => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
            '\u{7f}' => out.push('\u{2421}'),
            c if steers(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_the_terminal_is_shown_as_a_sign() {
        assert_eq!(shown("plain, عربي, 中文\n\tindented"), "plain, عربي, 中文\n\tindented");
        assert_eq!(shown("\u{1b}[2J\r\u{7f}\u{9b}31m"), "␛[2J␍␡<U+009B>31m");
        assert_eq!(shown("a\u{202e}b\u{2066}c"), "a<U+202E>b<U+2066>c");
    }
}
