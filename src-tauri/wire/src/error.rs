//! The error of the wire: sort, code, and the words of it in the language of the request.

use std::collections::BTreeMap;
use std::path::Path;

use plan_strings::Strings;
use serde::Serialize;
use ts_rs::TS;

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WireError {
    /// `refused`: not allowed now. `stale`: gone or changed meanwhile. `broken`: disk, corruption, bug.
    pub sort: String,
    /// Code of the message. Nobody matches words.
    pub code: String,
    /// What happened and what to do, in the language of the request.
    pub message: String,
    /// Arguments of the message.
    pub args: BTreeMap<String, String>,
    /// For a report: what was being done and what the system said. Empty for refusals.
    pub details: String,
}

impl WireError {
    /// The error of the core in words.
    pub fn of(error: &plan::Error, strings: &Strings) -> Self {
        let (sort, args, details) = match error {
            plan::Error::Refused { args, .. } => ("refused", args.clone(), String::new()),
            plan::Error::Stale { what, id } => {
                ("stale", vec![("what", what.clone()), ("id", id.clone())], String::new())
            }
            plan::Error::Broken { context, .. } => ("broken", vec![("context", context.clone())], context.clone()),
        };
        let args: BTreeMap<String, String> = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let code = error.code();
        let message = crate::words::error(strings, code, &args);
        WireError { sort: sort.into(), code: code.into(), message, args, details }
    }

    /// The error in words that name the file that it is about.
    pub(crate) fn of_file(error: &plan::Error, path: &Path, strings: &Strings) -> Self {
        let mut wire = WireError::of(error, strings);
        wire.args.entry("path".to_owned()).or_insert_with(|| path.display().to_string());
        wire.message = crate::words::error(strings, &wire.code, &wire.args);
        wire
    }
}
