//! Writes that follow a rule of their own.

use plan::{Error, Kind, Op};

use crate::edit::typed_date;
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// The row and the date of a request, for an operation: the date is empty, where none is stated.
struct OnDay {
    id: String,
    date: String,
    words: Option<String>,
}

fn on_day(session: &Session, call: &Call, kind: Kind, on: RowOnDay) -> Result<OnDay, Fault> {
    let text = on.date.trim();
    let (date, words) = match text {
        "" => (None, on.words),
        text => typed_date(text, on.words, &call.language)?,
    };
    Ok(OnDay { id: row(session, kind, &on.id)?, date: date.unwrap_or_default(), words })
}

fn row(session: &Session, kind: Kind, id: &str) -> Result<String, Fault> {
    resolve(&session.shown().state, kind, id)
}

fn act(session: &Session, call: &Call, op: &Op) -> Result<Written, Fault> {
    session.write(call, |plan| plan.act(&call.context, op, None))
}

pub(crate) fn milestone_move(session: &Session, call: &Call, ask: RowOnDay) -> Result<Written, Fault> {
    let OnDay { id: milestone, date, words } = on_day(session, call, Kind::Milestone, ask)?;
    act(session, call, &Op::MilestoneMove { milestone, date, words })
}

pub(crate) fn group_conclude(session: &Session, call: &Call, ask: GroupConclude) -> Result<Written, Fault> {
    let OnDay { id: group, date, words } = on_day(session, call, Kind::Group, ask.on)?;
    act(session, call, &Op::GroupConclude { group, date, words, end_roles: ask.end_roles })
}

pub(crate) fn group_succeed(session: &Session, call: &Call, ask: GroupSucceed) -> Result<Written, Fault> {
    let OnDay { id: group, date, words } = on_day(session, call, Kind::Group, ask.on)?;
    let successor = ask.successor.map(|successor| row(session, Kind::Group, &successor)).transpose()?;
    // A title of spaces is none.
    let title = ask.title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
    act(session, call, &Op::GroupSucceed { group, date, words, successor, title, sub_groups: ask.sub_groups })
}

pub(crate) fn organization_rename(session: &Session, call: &Call, ask: OrganizationRename) -> Result<Written, Fault> {
    let organization = row(session, Kind::Organization, &ask.id)?;
    act(session, call, &Op::OrganizationRename { organization, name: ask.name, acronym: ask.acronym })
}

pub(crate) fn organization_conclude(
    session: &Session,
    call: &Call,
    ask: OrganizationConclude,
) -> Result<Written, Fault> {
    let OnDay { id: organization, date, words } = on_day(session, call, Kind::Organization, ask.on)?;
    let successor = ask.successor.map(|successor| row(session, Kind::Organization, &successor)).transpose()?;
    // A name of spaces is none.
    let name = ask.name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    act(
        session,
        call,
        &Op::OrganizationConclude { organization, date, words, successor, name, end_roles: ask.end_roles },
    )
}

pub(crate) fn assignment_end(session: &Session, call: &Call, ask: AssignmentEnd) -> Result<Written, Fault> {
    let OnDay { id: assignment, date, words } = on_day(session, call, Kind::Assignment, ask.on)?;
    act(session, call, &Op::AssignmentEnd { assignment, also: ask.also, date, words })
}

pub(crate) fn assignment_move(session: &Session, call: &Call, ask: AssignmentMove) -> Result<Written, Fault> {
    let find = |kind: Kind, id: Option<String>| id.map(|id| row(session, kind, &id)).transpose();
    let op = Op::AssignmentMove {
        assignment: row(session, Kind::Assignment, &ask.id)?,
        also: ask.also,
        group: find(Kind::Group, ask.group)?,
        organization: find(Kind::Organization, ask.organization)?,
        copy: ask.copy,
    };
    act(session, call, &op)
}

pub(crate) fn commitment_report(session: &Session, call: &Call, ask: CommitmentReport) -> Result<Written, Fault> {
    let stated = !ask.on.date.trim().is_empty();
    let OnDay { id: commitment, date, words } = on_day(session, call, Kind::Commitment, ask.on)?;
    // Left out it is today; "to be confirmed" is no day on which somebody reported.
    if stated && date.is_empty() {
        return Err(Error::refused_with("required", [("field", "date".into())]));
    }
    let (status, report, evidence, no_change) = (ask.status, ask.report, ask.evidence, ask.no_change);
    act(session, call, &Op::CommitmentReport { commitment, date, words, status, report, evidence, no_change })
}
