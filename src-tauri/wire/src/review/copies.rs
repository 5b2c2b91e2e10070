//! Copies that sync clients make beside a plan when two people edited at once.

use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn conflict_copies(_: &Session, _: &Call, _: Nothing) -> Result<Vec<ConflictCopy>, Fault> {
    Ok(Vec::new())
}
