//! Where the plan stands, and what comes next.

use plan::Error;

use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn objectives_standing(_: &Session, _: &Call, _: StandingGet) -> Result<Standing, Fault> {
    Err(Error::refused_with("not-yet", [("command", "objectives_standing".into())]))
}

pub(crate) fn milestones_next(_: &Session, _: &Call, _: MilestonesNext) -> Result<Vec<NextMilestone>, Fault> {
    Err(Error::refused_with("not-yet", [("command", "milestones_next".into())]))
}
