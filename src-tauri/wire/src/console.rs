//! What hosts without a window need besides commands: opening without a way round, words of their own, rows by name, plans
//! by seed.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use plan::store::Access;
use plan::{Error, Kind, Origin, Plan, Row};

use crate::edit::kind_named;
use crate::paragraphs::instruments_with;
use crate::read::resolve;
use crate::session::{Fault, Session};
use crate::types::RowKey;
use crate::{WireError, words};

/// Commitments of a synthetic plan at the most: beyond that it fits no memory.
const COMMITMENTS_MAX: usize = 1_000_000;

impl Session {
    /// From now on words carry no marks of direction around names: terminals and scripts show them as rubbish.
    pub fn speak_plainly(&self) {
        self.plain_words.store(true, Ordering::Relaxed);
    }

    /// Has restore points kept in the folder of the application, as the window does.
    pub fn keep_in(&self, data: &Path) {
        self.keeper.keep_in(data);
    }

    /// Opens a plan or a snapshot to read. No lock is taken.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open_to_read(&self, path: &Path, language: &str) -> Result<(), WireError> {
        self.open_as(path, Access::Read).map_err(|error| self.about_file(&error, path, language))
    }

    /// Opens a plan to edit; nothing else will do.
    ///
    /// # Errors
    /// Why it cannot be edited.
    pub fn open_to_edit(&self, path: &Path, language: &str) -> Result<(), WireError> {
        self.open_as(path, Access::Edit).map_err(|error| self.about_file(&error, path, language))
    }

    /// Makes a synthetic plan. The same size and seed make the same rows.
    ///
    /// # Errors
    /// As for a new plan; `too-many`, where it would be too large.
    pub fn generate(&self, path: &Path, commitments: usize, seed: u64, language: &str) -> Result<(), WireError> {
        let make = || -> Result<(), Fault> {
            if commitments > COMMITMENTS_MAX {
                return Err(Error::refused_with("too-many", [("limit", COMMITMENTS_MAX.to_string())]));
            }
            let rows = plan::generate::generate(commitments, seed)?;
            Plan::create(path, Origin::Rows(Box::new(rows)), &self.request(language, None).context)
        };
        make().map_err(|error| self.in_words(&error, language))
    }

    /// The row that a text names: its id, reference, acronym, code, number, symbol or exact title, of whatever kind; or
    /// `kind:…`. A row that is gone is still found by its id, in history.
    ///
    /// # Errors
    /// `no-such-row`; `several-rows`, `several-provisions` and `several-kinds`, where the text fits more than one.
    pub fn find(&self, text: &str, language: &str) -> Result<RowKey, WireError> {
        self.find_row(text).map_err(|error| self.in_words(&error, language))
    }

    fn find_row(&self, text: &str) -> Result<RowKey, Fault> {
        let state = self.shown().state;
        let key = |kind: Kind, id: String| RowKey { kind: kind.name().into(), id };
        if let Some((kind, name)) = text.split_once(':')
            && let Ok(kind) = kind_named(&kind.replace('-', "_"))
        {
            return match resolve(&state, kind, name) {
                Ok(id) => Ok(key(kind, id)),
                Err(Error::Stale { .. }) if self.has_history(kind, name)? => Ok(key(kind, name.to_owned())),
                Err(Error::Stale { .. }) => Err(Error::refused_with("no-such-row", [("row", text.to_owned())])),
                Err(error) => Err(error),
            };
        }
        let mut found = Vec::new();
        let mut unclear = None;
        for kind in Kind::content() {
            match resolve(&state, kind, text) {
                Ok(id) => found.push((kind, id)),
                Err(Error::Stale { .. }) => {}
                // What another kind has but once is told beside it.
                Err(error) => {
                    found.push((kind, String::new()));
                    unclear = Some(error);
                }
            }
        }
        if let ([_], Some(error)) = (found.as_slice(), unclear) {
            return Err(error);
        }
        if found.is_empty() {
            for kind in Kind::content() {
                if self.has_history(kind, text)? {
                    found.push((kind, text.to_owned()));
                }
            }
        }
        match found.as_slice() {
            [] => Err(Error::refused_with("no-such-row", [("row", text.to_owned())])),
            [(kind, id)] => Ok(key(*kind, id.clone())),
            several => {
                let kinds: Vec<String> = several.iter().map(|(kind, _)| format!("{}:{text}", kind.name())).collect();
                Err(Error::refused_with("several-kinds", [("row", text.to_owned()), ("kinds", kinds.join(", "))]))
            }
        }
    }

    /// The one instrument that has paragraphs of these numbers.
    ///
    /// # Errors
    /// `no-instrument-paragraph`; `several-instruments`, with those there are.
    pub fn instrument_of(&self, numbers: &[String], language: &str) -> Result<String, WireError> {
        let state = self.shown().state;
        let number = || numbers.join(", ");
        let found = instruments_with(&state, numbers);
        let told = |row: &Arc<Row>| match (row.text("symbol"), row.short()) {
            ("", short) => short.to_owned(),
            (symbol, short) if symbol == short => short.to_owned(),
            (symbol, short) => format!("{symbol} ({short})"),
        };
        let error = match found.as_slice() {
            [one] => return Ok(one.id().to_string()),
            [] => Error::refused_with("no-instrument-paragraph", [("value", number())]),
            several => Error::refused_with(
                "several-instruments",
                [("value", number()), ("names", several.iter().map(told).collect::<Vec<_>>().join("; "))],
            ),
        };
        Err(self.in_words(&error, language))
    }

    fn has_history(&self, kind: Kind, id: &str) -> Result<bool, Fault> {
        match self.with_plan(|plan| plan.history(Some((kind, id)), i64::MAX, 1)) {
            Ok(steps) => Ok(!steps.is_empty()),
            // A snapshot has none.
            Err(Error::Refused { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A refusal of the host's own, in words.
    pub fn refusal<const N: usize>(
        &self,
        code: &'static str,
        args: [(&'static str, String); N],
        language: &str,
    ) -> WireError {
        self.in_words(&Error::refused_with(code, args), language)
    }

    /// A fault of the host's own, in words: what was being done and what the system said.
    pub fn fault(&self, context: &str, language: &str) -> WireError {
        self.in_words(&Error::broken(context), language)
    }

    /// Whether there are words in a language; else they come in English.
    pub fn speaks(&self, language: &str) -> bool {
        self.request(language, None).strings.lang() == language
    }

    /// The words for a key of the host's own; the key itself, where there are none.
    pub fn say(&self, key: &str, args: &[(&str, &str)], language: &str) -> String {
        words::own(&self.request(language, None).strings, key, args)
    }

    /// An error in words that name the file: who lists ten files has to see which one it is.
    fn about_file(&self, error: &Fault, path: &Path, language: &str) -> WireError {
        WireError::of_file(error, path, &self.request(language, None).strings)
    }

    fn in_words(&self, error: &Fault, language: &str) -> WireError {
        WireError::of(error, &self.request(language, None).strings)
    }
}
