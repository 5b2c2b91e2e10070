//! What can go wrong, in three sorts. The words come from the Fluent files by code; nobody matches strings.

use std::fmt;

/// Result of the core.
pub type Result<T> = std::result::Result<T, Error>;

/// Arguments of a message: name and value.
pub type Args = Vec<(&'static str, String)>;

/// Why a request was not carried out. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Error {
    /// Not allowed now: shown where the user is.
    Refused {
        /// Key of the message.
        code: &'static str,
        /// Its arguments.
        args: Args,
    },
    /// The row is gone, or the field is not what the sender saw.
    Stale {
        /// Kind of the row that is gone; `kind.field` of a field that is another by now.
        what: String,
        /// Its id.
        id: String,
    },
    /// Disk, corruption or a bug.
    Broken {
        /// Key of the message: `broken`, `disk-full`, `damaged`, `moved`.
        code: &'static str,
        /// What was being done and what the system said, to be copied into a report.
        context: String,
    },
}

impl Error {
    /// A refusal without arguments.
    pub fn refused(code: &'static str) -> Self {
        Error::Refused { code, args: Vec::new() }
    }
    /// A refusal with arguments.
    pub fn refused_with<const N: usize>(code: &'static str, args: [(&'static str, String); N]) -> Self {
        Error::Refused { code, args: args.into() }
    }
    /// A row that is not there.
    pub fn stale(what: &str, id: &str) -> Self {
        Error::Stale { what: what.to_owned(), id: id.to_owned() }
    }
    /// A fault of disk or program.
    pub fn broken(context: impl fmt::Display) -> Self {
        Error::Broken { code: "broken", context: context.to_string() }
    }
    /// A file whose content is not whole.
    pub fn damaged(context: impl fmt::Display) -> Self {
        Error::Broken { code: "damaged", context: context.to_string() }
    }
    /// The key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Refused { code, .. } | Error::Broken { code, .. } => code,
            // `what` is a kind where the row is gone, and `kind.field` where the field is another by now.
            Error::Stale { what, .. } if what.contains('.') => "stale-field",
            Error::Stale { .. } => "no-such-row",
        }
    }
    /// Puts what was being done before what the system said.
    pub(crate) fn while_doing(self, what: &str) -> Self {
        match self {
            Error::Broken { code, context } => Error::Broken { code, context: format!("{what}: {context}") },
            other => other,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refused { code, args } => {
                write!(f, "{code}")?;
                args.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
            }
            Error::Stale { what, id } => write!(f, "stale {what} {id}"),
            Error::Broken { code, context } => write!(f, "{code}: {context}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let code = match &error {
            rusqlite::Error::SqliteFailure(e, _) => match (e.code, e.extended_code) {
                (_, rusqlite::ffi::SQLITE_READONLY_DBMOVED) => "moved",
                (ErrorCode::DiskFull, _) => "disk-full",
                (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => "damaged",
                (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => "busy",
                (ErrorCode::ReadOnly, _) => "read-only-file",
                _ => "broken",
            },
            _ => "broken",
        };
        Error::Broken { code, context: error.to_string() }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        let code = if error.kind() == std::io::ErrorKind::StorageFull { "disk-full" } else { "broken" };
        Error::Broken { code, context: error.to_string() }
    }
}
