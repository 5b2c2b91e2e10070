//! Restore points, and going back to an earlier state.

use std::path::Path;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use plan::restore::{Occasion, RestorePoint, RestorePoints, Seen, Soundness};
use plan::state::State;
use plan::{Error, Kind, Plan};
use serde_json::{Value as Json, json};

use crate::session::{Call, Fault, Opened, Session, lock};
use crate::sources::Foreign;
use crate::types::*;
use crate::words;

/// While there are changes, one restore point is made in this time.
const EVERY: TimeDelta = TimeDelta::hours(1);

/// What was opened is copied when the window has painted: until the copy is made, whoever asks about the plan waits.
const SETTLED: Duration = Duration::from_millis(1_500);

/// Where restore points are kept, and when the last one was made.
pub(crate) struct Keeper {
    points: OnceLock<RestorePoints>,
    /// Opening, and when a restore point of it was made last.
    last: Mutex<Option<(u64, DateTime<Utc>)>>,
}

impl Keeper {
    pub fn new(data: Option<&Path>) -> Self {
        let keeper = Keeper { points: OnceLock::new(), last: Mutex::default() };
        data.into_iter().for_each(|data| keeper.keep_in(data));
        keeper
    }

    /// Restore points go into this folder from now on, where they went nowhere before.
    pub fn keep_in(&self, data: &Path) {
        self.points.get_or_init(|| RestorePoints::new(data));
    }

    fn points(&self) -> Result<&RestorePoints, Fault> {
        self.points.get().ok_or_else(|| Error::refused("no-data-folder"))
    }

    /// The restore points of a plan, those of the file at this place first. Copies may be read for it: not to be asked for while
    /// others wait.
    pub fn of_plan(&self, plan_id: &str, place: &Path) -> Result<Vec<RestorePoint>, Fault> {
        self.points.get().map_or(Ok(Vec::new()), |points| points.list(plan_id, place))
    }

    /// While it is made nobody else has the plan.
    pub fn make(
        &self,
        opening: u64,
        plan: &Plan,
        call: &Call,
        why: Occasion,
        name: &str,
    ) -> Result<RestorePoint, Fault> {
        let made = self.points()?.make(plan, &call.context, why, name)?;
        *lock(&self.last) = Some((opening, call.context.now));
        Ok(made)
    }

    /// Whether the next one is due. From the opening on the hour runs.
    fn is_due(&self, opening: u64, now: DateTime<Utc>) -> bool {
        let mut last = lock(&self.last);
        let due = self.points.get().is_some() && is_over(&last, opening, now);
        if due || last.is_none_or(|(of, _)| of != opening) {
            // Whoever asks next waits anew, also where this one cannot be made.
            *last = Some((opening, now));
        }
        due
    }
}

fn is_over(last: &Option<(u64, DateTime<Utc>)>, opening: u64, now: DateTime<Utc>) -> bool {
    last.is_some_and(|(of, at)| of == opening && now.signed_duration_since(at) >= EVERY)
}

impl Session {
    /// Makes a restore point beside what goes on: of what was opened to edit.
    pub(crate) fn keep_opened(&self, call: &Call) {
        let opening = self.shown().opening;
        *lock(&self.keeper.last) = Some((opening, call.context.now));
        self.keep_aside(opening, Occasion::Opened, SETTLED);
    }

    /// Makes a restore point beside what goes on, where an hour has passed since the last one. Called after a write.
    pub(crate) fn keep_in_time(&self, call: &Call) {
        let opening = self.shown().opening;
        if self.keeper.is_due(opening, call.context.now) {
            self.keep_aside(opening, Occasion::Time, Duration::ZERO);
        }
    }

    /// On a thread of its own: a copy of a large plan takes a while, and nobody asked for it.
    fn keep_aside(&self, opening: u64, why: Occasion, after: Duration) {
        let (Some(session), true) = (self.arc(), self.keeper.points.get().is_some()) else { return };
        // A session that ends meanwhile is not held up: its lock goes with it.
        let session = std::sync::Arc::downgrade(&session);
        let made = std::thread::Builder::new().name("restore-point".into()).spawn(move || {
            std::thread::sleep(after);
            let Some(session) = session.upgrade() else { return };
            if why == Occasion::Opened {
                // What the first letter in the filter would have to wait for.
                for row in session.shown().state.rows(Kind::Commitment) {
                    row.folded();
                }
            }
            let call = session.request("", None);
            if let Err(error) = session.make_beside(&call, opening, why, "") {
                eprintln!("no restore point was made: {error}");
            }
        });
        if let Err(error) = made {
            eprintln!("no restore point was made: {error}");
        }
    }
}

impl Session {
    /// Makes a restore point and keeps the plan from nobody meanwhile; only where others write and write it takes its turn. None,
    /// where that plan is not open any more, or may not be edited.
    fn make_beside(&self, call: &Call, opening: u64, why: Occasion, name: &str) -> Result<Option<RestorePoint>, Fault> {
        let points = self.keeper.points()?;
        if let Some(made) = points.make_beside(&|| self.of_opening(opening, Seen::of), &call.context, why, name)? {
            *lock(&self.keeper.last) = Some((opening, call.context.now));
            return Ok(Some(made));
        }
        self.of_opening(opening, |plan| self.keeper.make(opening, plan, call, why, name))
    }

    /// Of the plan of an opening, where it is still open and may be edited: what is open by now may be another one.
    fn of_opening<T>(&self, opening: u64, of: impl FnOnce(&Plan) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
        match &*lock(&self.opened) {
            Opened::Plan(plan) if self.shown().opening == opening && plan.may_write().is_ok() => of(plan).map(Some),
            _ => Ok(None),
        }
    }
}

pub(crate) fn restore_points(session: &Session, call: &Call, _: Nothing) -> Result<Vec<RestorePointView>, Fault> {
    let (id, place) = session.with_plan(|plan| Ok((plan.info()?.plan_id, plan.path().to_owned())))?;
    Ok(session.keeper.of_plan(&id, &place)?.into_iter().map(|point| view(call, point, &place)).collect())
}

pub(crate) fn restore_points_of(
    session: &Session,
    call: &Call,
    of: FileArgument,
) -> Result<Vec<RestorePointView>, Fault> {
    let path = session.shelf.path(&of.file)?;
    let place = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
    let known = match &*lock(&session.opened) {
        Opened::Plan(plan) if plan.open_here(&path).is_some() => Some(plan.info()?.plan_id),
        _ => None,
    };
    match session.keeper.points.get() {
        Some(points) => Ok(points
            .list_for_known(&path, known.as_deref())?
            .into_iter()
            .map(|point| view(call, point, &place))
            .collect()),
        None => Ok(Vec::new()),
    }
}

fn view(call: &Call, point: RestorePoint, place: &Path) -> RestorePointView {
    RestorePointView {
        file: words::file_of_restore_point(&point, place),
        label: words::restore_point(&call.strings, &point, place),
        why: point.why.word().into(),
        damaged: point.soundness == Soundness::Damaged,
        id: point.id,
        name: point.name,
        at: point.at,
        bytes: point.bytes,
        op: point.op,
    }
}

pub(crate) fn restore_point_make(session: &Session, call: &Call, make: RestorePointMake) -> Result<Written, Fault> {
    session.with_plan(|plan| plan.may_write())?;
    let made = session.make_beside(call, call.opening, Occasion::Asked, &make.name)?;
    let made = made.ok_or_else(|| Error::refused("another-plan"))?;
    let announcement = words::restore_point_made(&call.strings, &made);
    Ok(Written { op: None, created: Some(made.id), announcement, note: String::new() })
}

pub(crate) fn moment_return(session: &Session, call: &Call, to: MomentReturn) -> Result<Written, Fault> {
    if to.source == Source::Now {
        return Err(Error::refused("already-now"));
    }
    session.with_plan(|plan| plan.may_write())?;
    let (target, foreign) = session.source(&to.source)?;
    let args = match &to.source {
        Source::Moment { moment } => moment_args(session, moment)?,
        Source::File { file } => json!({ "name": file_name(&session.shelf.path(file)?) }),
        _ => json!({ "name": snapshot_name(foreign.as_deref()) }),
    };
    go_back(session, call, &target.state, foreign.as_deref(), args)
}

pub(crate) fn restore_point_return(session: &Session, call: &Call, to: RestorePointName) -> Result<Written, Fault> {
    let points = session.keeper.points()?;
    let point = points.find(&to.id)?;
    let own = session.with_plan(|plan| {
        plan.may_write()?;
        plan.info().map(|info| info.plan_id == point.plan_id)
    })?;
    if !own {
        return Err(Error::refused_with("no-such-restore-point", [("value", to.id)]));
    }
    let state = points.state(&to.id)?;
    go_back(session, call, &state, None, json!({ "name": point.name, "at": point.at, "restore_point": point.id }))
}

/// Makes all content as it is in a state: a restore point first, and without it nothing; then one step. Neither, where it is so
/// already.
fn go_back(
    session: &Session,
    call: &Call,
    state: &State,
    foreign: Option<&Foreign>,
    args: Json,
) -> Result<Written, Fault> {
    let opening = session.shown().opening;
    let snapshot = foreign.and_then(|foreign| foreign.snapshot.as_ref());
    let omitted = |kind: Kind, field: Option<&str>| snapshot.is_some_and(|snapshot| snapshot.omits(kind, field));
    session.write(call, |plan| {
        plan.return_to_ready(&call.context, state, &omitted, &args, |plan| {
            if session.keeper.points.get().is_some() {
                session.keeper.make(opening, plan, call, Occasion::BeforeReturn, "")?;
            }
            Ok(())
        })
    })
}

/// What history keeps of a moment that one returned to: its name, or when it was.
fn moment_args(session: &Session, moment: &str) -> Result<Json, Fault> {
    use plan::history::Moment;
    session.with_plan(|plan| {
        let info = plan.info()?;
        let kept = |wanted: &dyn Fn(&plan::store::KeptSnapshot) -> bool| info.kept.iter().rev().find(|k| wanted(k));
        Ok(match Moment::parse(moment) {
            Moment::Step(0) => match kept(&|k| k.why == "origin") {
                Some(origin) => json!({ "moment": moment, "name": origin.name }),
                None => json!({ "moment": moment }),
            },
            Moment::Step(step) => {
                let at = plan.history(None, step.saturating_add(1), 1)?.into_iter().next().map(|step| step.at);
                json!({ "moment": moment, "at": at })
            }
            Moment::Instant(at) => json!({ "moment": moment, "at": at }),
            Moment::Snapshot(name) => {
                let kept = kept(&|k| k.name == name || k.id.starts_with(&name));
                json!({ "moment": moment, "name": kept.map_or(name.as_str(), |kept| kept.name.as_str()) })
            }
        })
    })
}

fn snapshot_name(foreign: Option<&Foreign>) -> String {
    foreign.and_then(|f| f.snapshot.as_ref()).map(|s| s.manifest.name.clone()).unwrap_or_default()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

pub(crate) fn restore_point_copy(session: &Session, call: &Call, copy: RestorePointCopy) -> Result<PlanSummary, Fault> {
    let path = session.file(call, &copy.file)?;
    session.keeper.points()?.copy(&copy.id, &path, &call.context)?;
    session.open_path(&path)?;
    crate::files::summary(session, call)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_after_the_last_one_the_next_is_due_and_another_plan_begins_anew() {
        let folder = std::env::temp_dir();
        let keeper = Keeper::new(Some(&folder));
        let noon: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        let after = |minutes| noon + TimeDelta::minutes(minutes);
        assert!(!keeper.is_due(1, noon), "from the first write on the hour runs");
        assert!(!keeper.is_due(1, after(59)));
        assert!(keeper.is_due(1, after(60)));
        assert!(!keeper.is_due(1, after(61)));
        assert!(!keeper.is_due(2, after(130)), "another opening");
        assert!(keeper.is_due(2, after(190)));
        assert!(!Keeper::new(None).is_due(1, noon));
        let without = Keeper::new(None);
        without.is_due(1, noon);
        assert!(!without.is_due(1, after(120)), "without a folder there are none");
    }
}
