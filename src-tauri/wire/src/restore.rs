//! Restore points, and going back to an earlier state.

use plan::Error;

use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn moment_return(_: &Session, _: &Call, _: MomentReturn) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "moment_return".into())]))
}

pub(crate) fn restore_points(_: &Session, _: &Call, _: Nothing) -> Result<Vec<RestorePointView>, Fault> {
    Err(Error::refused_with("not-yet", [("command", "restore_points".into())]))
}

pub(crate) fn restore_points_of(_: &Session, _: &Call, _: FileArgument) -> Result<Vec<RestorePointView>, Fault> {
    Err(Error::refused_with("not-yet", [("command", "restore_points_of".into())]))
}

pub(crate) fn restore_point_make(_: &Session, _: &Call, _: RestorePointMake) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "restore_point_make".into())]))
}

pub(crate) fn restore_point_return(_: &Session, _: &Call, _: RestorePointName) -> Result<Written, Fault> {
    Err(Error::refused_with("not-yet", [("command", "restore_point_return".into())]))
}

pub(crate) fn restore_point_copy(_: &Session, _: &Call, _: RestorePointCopy) -> Result<PlanSummary, Fault> {
    Err(Error::refused_with("not-yet", [("command", "restore_point_copy".into())]))
}
