//! Operations that are more than fields set: where a rule stands between what a person says and what is written.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Map, Value as Json, json};

use super::board;
use super::edit::set_fields;
use super::order;
use super::organizations;
use super::rules::{named_as, words_without_date};
use super::write::{create, delete};
use crate::date::{Bounds, DistanceUnit, Precision, ShiftFrom, VagueDate};
use crate::kinds::Kind;
use crate::matrix::{self, Column};
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Op, Result, Row, SetField, StatusStays};

/// Carries out an operation with a rule of its own. The others are in `write.rs`. Answers why a report left a status as it was.
pub(super) fn carry_out(store: &Store, state: &State, context: &Context, op: &Op) -> Result<Option<StatusStays>> {
    match op {
        Op::GroupConclude { group, date, words, end_roles } => {
            let day = Day::needed("end", date, words)?;
            let row = state.need(Kind::Group, group)?;
            refuse_ended(state, row, has_ended(row, context.today))?;
            set_fields(store, state, &conclude(state, context, row, &day, *end_roles))
        }
        Op::GroupSucceed { group, date, words, successor, title, sub_groups } => {
            let day = Day::given("end", date, words)?;
            succeed(store, state, context, group, day, successor.as_deref(), title.as_deref(), *sub_groups)
        }
        Op::AssignmentEnd { assignment, also, date, words } => {
            let day = Day::given("end", date, words)?;
            let row = state.need(Kind::Assignment, assignment)?;
            let ended = |row: &Row| row.text("state") == "ended" || has_ended(row, context.today);
            refuse_ended(state, row, ended(row))?;
            let mut sets = end_role(row, day.as_ref(), context.today);
            for other in also.iter().collect::<BTreeSet<_>>().into_iter().filter(|other| *other != assignment) {
                let other = state.need(Kind::Assignment, other)?;
                if !ended(other) {
                    sets.extend(end_role(other, day.as_ref(), context.today));
                }
            }
            set_fields(store, state, &sets)
        }
        Op::MilestoneMove { milestone, date, words } => {
            let day = Day::needed("date", date, words)?;
            set_fields(store, state, &[move_milestone(state, milestone, &day)?])
        }
        Op::AssignmentMove { .. } => board::carry_out(store, state, context, op),
        Op::AnnexMove { kind, id, objective, column, after } => {
            let after = after.as_ref().map(|(kind, id)| (*kind, id.as_str()));
            set_fields(store, state, &annex_move(state, (*kind, id), objective, *column, after)?)
        }
        Op::AnnexRemove { kind, id } => {
            let row = matrix::line_of(state, *kind, id)?;
            match kind {
                Kind::Mapping => delete(store, state, &[(*kind, id.clone())]),
                _ => set_fields(store, state, &[set(row, "annex", json!(NOT_PRINTED))]),
            }
        }
        Op::OrganizationRename { organization, name, acronym } => {
            organizations::rename(store, state, organization, name, acronym.as_deref())
        }
        Op::OrganizationConclude { .. } => organizations::conclude(store, state, context, op),
        Op::CommitmentReport { .. } => return report(store, state, context, op),
        _ => Err(Error::broken(format!("{} has no rule of its own", op.name()))),
    }?;
    Ok(None)
}

/// What says of a commitment that it is not in the annex.
const NOT_PRINTED: &str = "not_printed";

/// What puts a line into a cell of the annex, behind another one.
fn annex_move(
    state: &State,
    (kind, id): (Kind, &str),
    objective: &str,
    column: Column,
    after: Option<(Kind, &str)>,
) -> Result<Vec<SetField>> {
    let row = matrix::line_of(state, kind, id)?;
    state.need(Kind::Objective, objective)?;
    if kind == Kind::Mapping && column != Column::WsisProcess {
        return Err(Error::refused_with("annex-action-line", [("title", named_as(state, row))]));
    }
    if after == Some((kind, id)) {
        return Ok(Vec::new());
    }
    let mut sets = Vec::new();
    if row.text("objective") != objective {
        sets.push(set(row, "objective", json!(objective)));
    }
    if row.text("objective") != objective || matrix::column(row) != Some(column) {
        sets.push(set(row, "annex", json!(column.code())));
    }
    for (kind, id, place) in matrix::places(state, objective, column, (kind, id), after)? {
        sets.push(set(state.need(kind, &id)?, "annex_ord", json!(place)));
    }
    Ok(sets)
}

/// A date as it was given: understood, and in words.
#[derive(Clone)]
pub(super) struct Day {
    text: String,
    words: Option<String>,
    pub(super) bounds: Bounds,
    date: VagueDate,
}

impl Day {
    /// The day on which somebody acts.
    pub(super) fn today(context: &Context) -> Result<Day> {
        Day::needed("date", &context.today.to_string(), &None)
    }

    /// None, where neither a date nor words are given.
    pub(super) fn given(field: &str, text: &str, words: &Option<String>) -> Result<Option<Day>> {
        if text.trim().is_empty() {
            return match words.as_deref().map(str::trim) {
                Some(words) if !words.is_empty() => Err(words_without_date(field, words)),
                _ => Ok(None),
            };
        }
        let date = VagueDate::parse(text.trim())
            .map_err(|e| Error::Refused { code: e.code, args: vec![("value", text.to_owned())] })?;
        Ok(Some(Day { text: date.to_string(), words: words.clone(), bounds: date.bounds(), date }))
    }

    pub(super) fn needed(field: &str, text: &str, words: &Option<String>) -> Result<Day> {
        Day::given(field, text, words)?.ok_or_else(|| Error::refused_with("required", [("field", field.to_owned())]))
    }

    /// The date that a field of a row holds.
    pub(super) fn of(row: &Row, field: &str) -> Option<Day> {
        let date = VagueDate::parse(row.text(field)).ok()?;
        let words = row.text(&format!("{field}_words"));
        let words = (!words.is_empty()).then(|| words.to_owned());
        Some(Day { text: date.to_string(), words, bounds: date.bounds(), date })
    }

    /// Whether this certainly lies before the beginning of the other.
    pub(super) fn certainly_before(&self, other: &Day) -> bool {
        matches!((self.bounds.end_not_after, other.bounds.start_not_before), (Some(end), Some(start)) if end < start)
    }

    /// Whether this certainly does not lie before a status that was stated as of another day. Nobody states how things stand
    /// on a day that has not come: of what was stated as of this year, the days to come are not meant.
    fn not_before_what_was_stated(&self, stated: &Day, today: NaiveDate) -> bool {
        let Bounds { start_not_before, end_not_after, .. } = stated.bounds;
        let come = start_not_before.map_or(today, |first| first.max(today));
        let latest = end_not_after.map_or(come, |last| last.min(come));
        self.text == stated.text || self.bounds.start_not_before.is_some_and(|first| first >= latest)
    }

    /// The day, where it is one, and not in doubt.
    fn exact(&self) -> Option<NaiveDate> {
        let Bounds { start_not_before, start_not_after, end_not_before, end_not_after } = self.bounds;
        let one = start_not_before == start_not_after && start_not_after == end_not_before;
        let exact = one && end_not_before == end_not_after && self.date.precision() == Precision::Day;
        if exact && !self.date.in_doubt() { start_not_before } else { None }
    }
}

pub(super) fn set(row: &Row, field: &str, value: Json) -> SetField {
    SetField { kind: row.kind(), id: row.id().to_string(), field: field.into(), value, words: None, was: None }
}

/// Sets a date with its words. Where the same date is given again without words, the words stay.
pub(super) fn set_day(row: &Row, field: &str, day: &Day) -> SetField {
    SetField { words: day.words.clone(), ..set(row, field, json!(day.text)) }
}

/// Whether the last day of a row has come for certain.
pub(super) fn has_ended(row: &Row, today: NaiveDate) -> bool {
    Day::of(row, "end").and_then(|end| end.bounds.end_not_after).is_some_and(|last| last <= today)
}

/// What has ended is not ended again: its end would be written over unseen. To correct it is to set a field.
pub(super) fn refuse_ended(state: &State, row: &Row, ended: bool) -> Result<()> {
    if ended {
        let end = row.text("end").to_owned();
        return Err(Error::refused_with("already-ended", [("title", named_as(state, row)), ("end", end)]));
    }
    Ok(())
}

/// The end of a group, and of the roles that are still held in it.
fn conclude(state: &State, context: &Context, group: &Row, day: &Day, end_roles: bool) -> Vec<SetField> {
    let mut sets = vec![set_day(group, "end", day)];
    if end_roles {
        let held = |row: &&std::sync::Arc<Row>| row.text("group") == &**group.id() && row.text("state") != "ended";
        for row in state.rows(Kind::Assignment).filter(held) {
            sets.extend(end_with(row, day, context.today));
        }
    }
    sets
}

/// The end of a role. It is over only when its day has come: until then it is held, to an end that is known.
pub(super) fn end_role(assignment: &Row, day: Option<&Day>, today: NaiveDate) -> Vec<SetField> {
    let to_come = day.and_then(|day| day.bounds.start_not_before).is_some_and(|first| today < first);
    let ended = (!to_come).then(|| set(assignment, "state", json!("ended")));
    ended.into_iter().chain(day.map(|day| set_day(assignment, "end", day))).collect()
}

/// The end of a role with what it is held in, or with who holds it.
pub(super) fn end_with(assignment: &Row, day: &Day, today: NaiveDate) -> Vec<SetField> {
    // Whoever leaves before the end leaves then, and holds the role until then.
    if Day::of(assignment, "end").is_some_and(|end| !day.certainly_before(&end)) {
        let to_come = day.bounds.start_not_before.is_some_and(|first| today < first);
        let held = to_come && !has_ended(assignment, today);
        return if held { Vec::new() } else { end_role(assignment, None, today) };
    }
    // Whoever was to come after it never comes: there is no day to give.
    let never_comes = Day::of(assignment, "start").is_some_and(|start| day.certainly_before(&start));
    end_role(assignment, (!never_comes).then_some(day), today)
}

#[expect(clippy::too_many_arguments, reason = "the fields of one operation")]
fn succeed(
    store: &Store,
    state: &State,
    context: &Context,
    group: &str,
    day: Option<Day>,
    successor: Option<&str>,
    title: Option<&str>,
    sub_groups: bool,
) -> Result<()> {
    let group = state.need(Kind::Group, group)?;
    // A group that has ended already need not be told when again.
    let day = day
        .or_else(|| Day::of(group, "end"))
        .ok_or_else(|| Error::refused_with("required", [("field", "end".into())]))?;
    // What is made in this step counts for the rules of what is set in it.
    let mut now = state.clone();
    let successor = match (successor, title) {
        (Some(successor), None) => state.need(Kind::Group, successor)?.id().clone(),
        (None, Some(title)) => {
            let made = create(store, state, context, &following(state, group, &day, title), false)?;
            let id = made.id().clone();
            now.put(made);
            id
        }
        _ => return Err(Error::refused_with("one-of", [("fields", "successor, title".into())])),
    };
    let before = group.text("successor");
    if !before.is_empty() && before != &*successor {
        let other = state.row(Kind::Group, before).map_or(before, |row| row.title());
        return Err(Error::refused_with(
            "has-successor",
            [("title", group.title().to_owned()), ("other", other.to_owned())],
        ));
    }
    // A group that has ended already did so when it did, whenever the other takes over.
    let mut sets =
        if has_ended(group, context.today) { Vec::new() } else { conclude(&now, context, group, &day, false) };
    sets.push(set(group, "successor", json!(&*successor)));
    if sub_groups {
        // Those that ended before are part of the old group's past. The successor itself may have been one of them.
        let ended = |row: &Row| Day::of(row, "end").is_some_and(|end| end.certainly_before(&day));
        let moved = state
            .rows(Kind::Group)
            .filter(|row| row.text("parent") == &**group.id() && *row.id() != successor && !ended(row));
        sets.extend(moved.map(|row| set(row, "parent", json!(&*successor))));
    }
    set_fields(store, &now, &sets)
}

/// The group that follows another, where it is a new one.
fn following(state: &State, group: &Row, day: &Day, title: &str) -> CreateRow {
    let mut fields = Map::new();
    fields.insert("title".into(), json!(title));
    for field in ["parent", "kind", "objective"] {
        if let Some(value) = group.get(field) {
            fields.insert(field.into(), value.to_json());
        }
    }
    fields.insert("start".into(), json!(day.text));
    if let Some(words) = &day.words {
        fields.insert("start_words".into(), json!(words));
    }
    // It stands behind the one that it follows.
    let in_order = state.in_order(Kind::Group);
    let at = in_order.iter().position(|row| row.id() == group.id());
    let next = at.and_then(|at| in_order.get(at + 1)).map(|row| row.text("ord"));
    if let Some(place) = order::between(group.text("ord"), next) {
        fields.insert("ord".into(), json!(place));
    }
    CreateRow { kind: Kind::Group, id: None, fields }
}

fn move_milestone(state: &State, id: &str, day: &Day) -> Result<SetField> {
    let milestone = state.need(Kind::Milestone, id)?;
    let anchor = milestone.text("anchor");
    // With a date of its own it does not hang, whatever it names.
    if anchor.is_empty() || !milestone.text("date").is_empty() {
        return Ok(set_day(milestone, "date", day));
    }
    let new = day.exact().ok_or_else(|| {
        Error::refused_with("move-needs-a-day", [("title", milestone.title().into()), ("value", day.text.clone())])
    })?;
    let from = ShiftFrom::from_code(milestone.text("anchor_from")).unwrap_or(ShiftFrom::Start);
    let anchored = state.days(anchor).filter(|days| days.problem.is_none()).and_then(|days| match from {
        ShiftFrom::Start => {
            days.bounds.start_not_before.filter(|_| days.bounds.start_not_before == days.bounds.start_not_after)
        }
        ShiftFrom::End => {
            days.bounds.end_not_before.filter(|_| days.bounds.end_not_before == days.bounds.end_not_after)
        }
    });
    let Some(anchored) = anchored else {
        let title = state.row(Kind::Milestone, anchor).map_or(anchor, |row| row.title());
        return Err(Error::refused_with(
            "anchor-not-exact",
            [("title", milestone.title().into()), ("other", title.to_owned())],
        ));
    };
    let code = milestone.text("anchor_unit");
    let unit = DistanceUnit::from_code(code).unwrap_or(DistanceUnit::Days);
    let distance = distance(anchored, new, unit).ok_or_else(|| {
        Error::refused_with(
            "distance-not-whole",
            [("title", milestone.title().into()), ("unit", code.to_owned()), ("value", day.text.clone())],
        )
    })?;
    Ok(set(milestone, "anchor_distance", json!(distance)))
}

/// How many units lie between two days; none, where they are not whole.
fn distance(from: NaiveDate, to: NaiveDate, unit: DistanceUnit) -> Option<i64> {
    use chrono::Datelike;
    let days = (to - from).num_days();
    let months = || i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    let count = match unit {
        DistanceUnit::Days => days,
        DistanceUnit::Weeks => days / 7,
        DistanceUnit::Months => months(),
        DistanceUnit::Years => i64::from(to.year() - from.year()),
    };
    // Counting is left to the one place that knows how long a month is.
    let counted = Bounds::one(Some(from), Some(from)).shift(count, unit, ShiftFrom::Start).ok()?;
    (counted.start_not_before == Some(to)).then_some(count)
}

fn report(store: &Store, state: &State, context: &Context, op: &Op) -> Result<Option<StatusStays>> {
    let Op::CommitmentReport { commitment, date, words, status, report, evidence, no_change } = op else {
        return Err(Error::broken("no report"));
    };
    let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    let (status, report, evidence) = (given(status), given(report), given(evidence));
    let row = state.need(Kind::Commitment, commitment)?;
    if *no_change && status.as_deref().is_some_and(|status| status != row.text("status")) {
        return Err(Error::refused_with("report-says-both", [("title", row.title().into())]));
    }
    if !no_change && status.is_none() && report.is_none() && evidence.is_none() {
        return Err(Error::refused_with("report-says-nothing", [("title", row.title().into())]));
    }
    // Also of a day that is past: what is standing was never completed.
    if !no_change && row.flag("standing") && status.as_deref() == Some("completed") {
        return Err(Error::refused_with("standing-not-completed", [("title", row.title().into())]));
    }
    let day = match Day::given("date", date, words)? {
        Some(day) => day,
        None => Day::today(context)?,
    };
    // A year that is mistyped would hold the status for as long: nobody reports on a day that has not come.
    if day.bounds.start_not_before.is_some_and(|first| context.today < first) {
        return Err(Error::refused_with("report-to-come", [("date", day.text.clone())]));
    }
    // An organization says how things stand; a person only where it speaks for none.
    let by = if context.organization.is_empty() { &context.by } else { &context.organization };
    let mut fields = Map::new();
    let texts = [
        ("commitment", Some(row.id().to_string())),
        ("date", Some(day.text.clone())),
        ("date_words", day.words.clone()),
        ("status", status.clone()),
        ("report", report),
        ("evidence", evidence),
        ("reported_by", Some(by.clone())),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            fields.insert(name.into(), json!(text));
        }
    }
    if *no_change {
        fields.insert("no_change".into(), json!(true));
    }
    create(store, state, context, &CreateRow { kind: Kind::Update, id: None, fields }, false)?;
    let stated_again = *no_change && row.get("status").is_some();
    if status.is_none() && !stated_again {
        return Ok(Some(StatusStays::NotStated));
    }
    // A report that comes in late, or may, says nothing of what was stated since.
    if Day::of(row, "status_as_of").is_some_and(|stated| !day.not_before_what_was_stated(&stated, context.today)) {
        return Ok(Some(StatusStays::StatedLater));
    }
    let mut sets: Vec<SetField> = status.map(|status| set(row, "status", json!(status))).into_iter().collect();
    sets.push(set_day(row, "status_as_of", &day));
    // Who is not named takes nobody's word away: a status that still holds was stated by whom it was.
    if !(by.is_empty() && stated_again) {
        sets.push(set(row, "status_by", if by.is_empty() { Json::Null } else { json!(by) }));
    }
    set_fields(store, state, &sets)?;
    Ok(None)
}
