//! Documents: plain models in, bytes out; and the cells of a table that comes in. This crate never queries, knows no plan, and makes no sentences; whoever calls it
//! brings the words.
//!
//! All writers share three rules. Equal models give equal bytes: no clock, no random number. What people typed stays what it is:
//! nothing becomes a formula, a tag or a turn of direction ([`inert`]). Long work says how far it is and can be stopped
//! ([`Watch`]).

pub mod calendar;
pub mod inert;
pub mod page;
pub mod paper;
pub mod pasted;
pub mod separated;
pub mod table;
pub mod word;
pub mod workbook;

/// Why no document was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It was asked to stop.
    Stopped,
    /// It would be longer than can be made.
    TooLong,
    /// A fault of a library or of this program, in its words.
    Broken(String),
}

impl Fault {
    fn of(error: impl std::fmt::Display) -> Fault {
        Fault::Broken(error.to_string())
    }
}

/// Result of this crate.
pub type Result<T> = std::result::Result<T, Fault>;

/// Told how far the work is, from 0 to 1; answers whether it goes on.
pub type Watch<'a> = &'a dyn Fn(f64) -> bool;

/// Says how far the work is; an error, where it is to stop.
fn reached(watch: Watch<'_>, part: f64) -> Result<()> {
    if watch(part) { Ok(()) } else { Err(Fault::Stopped) }
}
