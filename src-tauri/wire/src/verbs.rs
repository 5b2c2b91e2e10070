//! Writes that follow a rule of their own.

use plan::Error;

use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn milestone_move(_: &Session, _: &Call, _: MilestoneMove) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "milestone_move".into())]))
}

pub(crate) fn group_conclude(_: &Session, _: &Call, _: GroupConclude) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "group_conclude".into())]))
}

pub(crate) fn group_succeed(_: &Session, _: &Call, _: GroupSucceed) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "group_succeed".into())]))
}

pub(crate) fn assignment_end(_: &Session, _: &Call, _: AssignmentEnd) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "assignment_end".into())]))
}

pub(crate) fn commitment_report(_: &Session, _: &Call, _: CommitmentReport) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "commitment_report".into())]))
}
