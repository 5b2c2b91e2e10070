//! Writes that follow a rule of their own.

use plan::{Error, Kind, Op};

use crate::edit::typed_date;
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// A date as it was typed, for an operation: empty, where none is stated.
fn date(call: &Call, text: &str, words: Option<String>) -> Result<(String, Option<String>), Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok((String::new(), words));
    }
    let (date, words) = typed_date(text, words, &call.language)?;
    Ok((date.unwrap_or_default(), words))
}

fn row(session: &Session, kind: Kind, id: &str) -> Result<String, Fault> {
    resolve(&session.shown().state, kind, id)
}

fn act(session: &Session, call: &Call, op: &Op) -> Result<Written, Fault> {
    session.write(call, |plan| plan.act(&call.context, op, None))
}

pub(crate) fn milestone_move(session: &Session, call: &Call, ask: MilestoneMove) -> Result<Written, Fault> {
    let (date, words) = date(call, &ask.date, ask.words)?;
    let milestone = row(session, Kind::Milestone, &ask.id)?;
    act(session, call, &Op::MilestoneMove { milestone, date, words })
}

pub(crate) fn group_conclude(session: &Session, call: &Call, ask: GroupConclude) -> Result<Written, Fault> {
    let (date, words) = date(call, &ask.date, ask.words)?;
    let group = row(session, Kind::Group, &ask.id)?;
    act(session, call, &Op::GroupConclude { group, date, words, end_roles: ask.end_roles })
}

pub(crate) fn group_succeed(session: &Session, call: &Call, ask: GroupSucceed) -> Result<Written, Fault> {
    let (date, words) = date(call, &ask.date, ask.words)?;
    let group = row(session, Kind::Group, &ask.id)?;
    let successor = ask.successor.map(|successor| row(session, Kind::Group, &successor)).transpose()?;
    // A title of spaces is none.
    let title = ask.title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
    act(session, call, &Op::GroupSucceed { group, date, words, successor, title, sub_groups: ask.sub_groups })
}

pub(crate) fn assignment_end(session: &Session, call: &Call, ask: AssignmentEnd) -> Result<Written, Fault> {
    let (date, words) = date(call, &ask.date, ask.words)?;
    let assignment = row(session, Kind::Assignment, &ask.id)?;
    act(session, call, &Op::AssignmentEnd { assignment, date, words })
}

pub(crate) fn commitment_report(session: &Session, call: &Call, ask: CommitmentReport) -> Result<Written, Fault> {
    let stated = !ask.date.trim().is_empty();
    let (date, words) = date(call, &ask.date, ask.words)?;
    // Left out it is today; "to be confirmed" is no day on which somebody reported.
    if stated && date.is_empty() {
        return Err(Error::refused_with("required", [("field", "date".into())]));
    }
    let commitment = row(session, Kind::Commitment, &ask.id)?;
    let (status, report, evidence, no_change) = (ask.status, ask.report, ask.evidence, ask.no_change);
    act(session, call, &Op::CommitmentReport { commitment, date, words, status, report, evidence, no_change })
}
