//! The tree of groups, and the card that answers who leads.

use plan::Error;

use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn group_tree(_: &Session, _: &Call, _: GroupTree) -> Result<Vec<GroupNode>, Fault> {
    Err(Error::refused_with("not-yet", [("command", "group_tree".into())]))
}

pub(crate) fn group_card(_: &Session, _: &Call, _: GroupGet) -> Result<GroupCard, Fault> {
    Err(Error::refused_with("not-yet", [("command", "group_card".into())]))
}
