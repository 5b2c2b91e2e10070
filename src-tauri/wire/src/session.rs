//! What is open, and the one way to call a command.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};

use chrono::Local;
use plan::snapshot::Snapshot;
use plan::state::{Change, State};
use plan::store::{Access, Holder, LoggedStep, OpenHere};
use plan::{Context, Error, Kind, Outcome, Plan};
use plan_strings::Strings;
use serde_json::{Value as Json, json};

use crate::WireError;
use crate::commands;
use crate::host::Host;
use crate::jobs::Jobs;
use crate::read::Views;
use crate::restore::Keeper;
use crate::shelf::Shelf;
use crate::shipped;
use crate::sources::Foreign;
use crate::timeline::Drawn;
use crate::types::{Open, PlanChanged, RowKey, Settings, Written};

/// What goes wrong inside a command; the words are added at the border.
pub type Fault = Error;

/// Rows that an event lists; beyond that it says "many".
const EVENT_ROWS: usize = 500;

type MomentKey = (u64, i64, String);
/// An earlier state, and the snapshot that it is, where it is one from elsewhere.
type KeptMoment = (MomentKey, Arc<State>, Option<Arc<Foreign>>);

/// One request: its language, and who asks.
pub struct Call {
    /// Language of the words in the answer.
    pub language: String,
    /// Who acts, when.
    pub context: Context,
    /// Words in that language.
    pub strings: Strings,
    /// Which opening the request was made at: what it does is done to that plan or not at all.
    pub(crate) opening: u64,
    /// The file that the request is about, where it is not the one that is open: an error names it.
    pub(crate) about: Mutex<Option<PathBuf>>,
    /// Asked to stop, where the request is a job.
    pub(crate) cancelled: Option<Arc<crate::jobs::Handle>>,
}

impl Call {
    /// Says how far the request is; an error, where it was asked to stop.
    pub(crate) fn progress(&self, part: f64) -> Result<(), Fault> {
        self.cancelled.as_ref().map_or(Ok(()), |job| job.progress(part))
    }
}

/// What is open.
pub(crate) enum Opened {
    Nothing,
    Plan(Box<Plan>),
    Snapshot { snapshot: Box<Snapshot>, bytes: Arc<Vec<u8>>, path: Option<PathBuf> },
}

/// What reads see: never held up by a write.
#[derive(Clone)]
pub(crate) struct Shown {
    pub state: Arc<State>,
    /// Newest step.
    pub op: i64,
    /// Counts openings, so that what was worked out for one plan is never shown for another.
    pub opening: u64,
    /// Counts the files that were opened: to read one again is another opening of the same.
    pub plan: u64,
    pub open: Open,
}

/// An open plan and the person before it. One for each window.
pub struct Session {
    me: Weak<Session>,
    pub(crate) host: Box<dyn Host>,
    pub(crate) opened: Mutex<Opened>,
    shown: RwLock<Shown>,
    pub(crate) shelf: Shelf,
    pub(crate) keeper: Keeper,
    pub(crate) views: Mutex<Views>,
    pub(crate) timelines: Mutex<Vec<Arc<Drawn>>>,
    /// What became of the rows on screen since an earlier state.
    pub(crate) compared: Mutex<crate::compared::Kept>,
    pub(crate) jobs: Jobs,
    /// Indexes of what was searched lately.
    pub(crate) indexes: Mutex<crate::search::Kept>,
    /// What the plan check found lately.
    pub(crate) findings: Mutex<crate::questions::Kept>,
    /// What was worked out to propose commitments for the paragraphs of an instrument lately.
    pub(crate) proposals: Mutex<Option<crate::carry::Kept>>,
    /// What is decided about paragraphs, and in which state.
    pub(crate) decisions: Mutex<Option<(Arc<State>, Arc<plan::carry::Decisions>)>>,
    pub(crate) startup_problem: Mutex<Option<(Error, Option<PathBuf>)>>,
    /// Earlier states that were looked at lately: opening, newest step, moment.
    pub(crate) moments: Mutex<Vec<KeptMoment>>,
    /// States as others may see them, beside the whole ones.
    pub(crate) discreet: Mutex<Vec<(Arc<State>, Arc<State>)>>,
    /// The review that was looked at last.
    pub(crate) review: Mutex<Option<Arc<crate::review::Looked>>>,
    /// What files of documents say.
    pub(crate) issued: Mutex<crate::papers::IssuedBook>,
    /// Rows of files that were compared lately, by path and time of change.
    pub(crate) others: Mutex<HashMap<PathBuf, (std::time::SystemTime, Arc<Foreign>)>>,
    /// Words go to a terminal: no marks of direction around names.
    pub(crate) plain_words: AtomicBool,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic was answered as `Broken`; what it left behind is put right where it matters (`Plan::doubt`).
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// A session without an open plan. `data` is the folder for settings and the list of recent plans; without one nothing
    /// is remembered.
    pub fn new(host: Box<dyn Host>, data: Option<PathBuf>) -> Arc<Session> {
        Arc::new_cyclic(|me| Session {
            me: me.clone(),
            host,
            opened: Mutex::new(Opened::Nothing),
            shown: RwLock::new(Shown { state: Arc::default(), op: 0, opening: 0, plan: 0, open: Open::Nothing }),
            keeper: Keeper::new(data.as_deref()),
            shelf: Shelf::new(data),
            views: Mutex::default(),
            timelines: Mutex::default(),
            compared: Mutex::default(),
            jobs: Jobs::default(),
            findings: Mutex::default(),
            indexes: Mutex::default(),
            proposals: Mutex::default(),
            decisions: Mutex::default(),
            startup_problem: Mutex::default(),
            moments: Mutex::default(),
            discreet: Mutex::default(),
            review: Mutex::default(),
            issued: Mutex::default(),
            others: Mutex::default(),
            plain_words: AtomicBool::new(false),
        })
    }

    /// This session for a thread of its own.
    pub(crate) fn arc(&self) -> Option<Arc<Session>> {
        self.me.upgrade()
    }

    /// Opens what the window starts with: the file of the command line; else the plan that was open last; else the starter.
    pub fn start(&self, file: Option<&Path>) {
        let last = self.shelf.recent().into_iter().next().filter(|path| path.exists());
        let wanted = file.map(Path::to_owned).or(last);
        let opened = wanted.as_deref().map(|path| self.open_path(path));
        if let Some(Err(error)) = opened {
            *lock(&self.startup_problem) = Some((error, wanted));
        }
        if self.shown().open == Open::Nothing
            && let Err(error) = self.open_shipped("starter")
        {
            *lock(&self.startup_problem) = Some((error, None));
        }
    }

    /// Carries out a command. A panic becomes an error; the plan is read again before the next step.
    ///
    /// # Errors
    /// `WireError` with code and words.
    pub fn call(&self, command: &str, arguments: Json, language: &str) -> Result<Json, WireError> {
        let call = self.request(language, None);
        self.run(command, arguments, &call)
    }

    pub(crate) fn request(&self, language: &str, job: Option<Arc<crate::jobs::Handle>>) -> Call {
        let settings = self.shelf.settings();
        let language = if language.is_empty() { settings.language.clone() } else { language.to_owned() };
        let strings = Strings::new(&language);
        let strings = if self.plain_words.load(Ordering::Relaxed) { strings.without_isolation() } else { strings };
        Call {
            strings,
            context: self.context(&settings),
            language,
            opening: self.shown().opening,
            about: Mutex::default(),
            cancelled: job,
        }
    }

    pub(crate) fn run(&self, command: &str, arguments: Json, call: &Call) -> Result<Json, WireError> {
        let answer = match commands::find(command) {
            None => Err(Error::refused_with("no-such-command", [("command", command.to_owned())])),
            Some(found) => catch_unwind(AssertUnwindSafe(|| (found.run)(self, call, arguments))).unwrap_or_else(|_| {
                if let Opened::Plan(plan) = &mut *lock(&self.opened) {
                    plan.doubt();
                }
                Err(Error::broken(format!("{command}: the program met a fault of its own")))
            }),
        };
        answer.map_err(|error| match (&error, &*lock(&self.opened)) {
            // These two are always about the file that is open; the others may be about another one.
            (Error::Broken { code: "moved" | "changed-outside", .. }, Opened::Plan(plan)) => {
                WireError::of_file(&error, plan.path(), &call.strings)
            }
            _ => match &*lock(&call.about) {
                Some(path) => WireError::of_file(&error, path, &call.strings),
                None => WireError::of(&error, &call.strings),
            },
        })
    }

    /// The path of a file that a request names. What goes wrong from here on is about that file.
    pub(crate) fn file(&self, call: &Call, file: &str) -> Result<PathBuf, Fault> {
        let path = self.shelf.path(file)?;
        *lock(&call.about) = Some(path.clone());
        Ok(path)
    }

    /// A reference for a file that the host was handed: an argument, a second launch, a drop.
    pub fn mint(&self, path: &Path) -> String {
        self.shelf.mint(path)
    }

    /// Who acts, from the settings.
    fn context(&self, settings: &Settings) -> Context {
        let random = uuid::Uuid::new_v4().as_u64_pair();
        let now = Local::now();
        Context {
            now: now.to_utc(),
            today: now.date_naive(),
            by: settings.name.clone(),
            organization: settings.organization.clone(),
            seed: random.0 ^ random.1.rotate_left(32),
        }
    }

    /// Says who acts, for hosts without a settings file: the command line.
    pub fn act_as(&self, name: &str, organization: &str) {
        self.shelf.act_as(name, organization);
    }

    /// Opens a plan to edit, or read-only where it cannot be edited; or a snapshot. What was open is closed.
    ///
    /// # Errors
    /// Why it cannot be opened at all; then what was open stays open.
    pub fn open_path(&self, path: &Path) -> Result<(), Fault> {
        let call = self.request("", None);
        // What is open already stays as it is, unless another file was put in its place: then the lock that we hold for it
        // goes over to that.
        let replaced = match &*lock(&self.opened) {
            Opened::Plan(plan) if plan.may_write().is_ok() && same_path(path, plan.path()) => {
                if plan.is_at_its_path() {
                    return Ok(());
                }
                true
            }
            _ => false,
        };
        match self.open_plan(path, Access::Edit, &call, replaced) {
            Err(Error::Refused { code: "is-a-snapshot", .. }) => self.open_snapshot(path)?,
            Err(
                error @ Error::Refused {
                    code:
                        "locked-by-other" | "read-only-file" | "read-only-folder" | "newer-version" | "name-too-long"
                        | "path-too-long",
                    ..
                },
            ) => {
                // It can still be read; the window says why it cannot be edited.
                self.open_plan(path, Access::Read, &call, false).map_err(|_| error.clone())?;
                self.shelf.set_read_only_because(Some(error));
            }
            other => other?,
        }
        self.shelf.remember(path);
        Ok(())
    }

    /// Opens a plan in a given way, without fallback.
    ///
    /// # Errors
    /// As [`Plan::open`].
    pub fn open_as(&self, path: &Path, access: Access) -> Result<(), Fault> {
        let call = self.request("", None);
        match self.open_plan(path, access, &call, false) {
            Err(Error::Refused { code: "is-a-snapshot", .. }) if access == Access::Read => self.open_snapshot(path),
            other => other,
        }
    }

    /// `again`: it lies in the place of the plan that is open, whose lock goes over to it.
    fn open_plan(&self, path: &Path, access: Access, call: &Call, again: bool) -> Result<(), Fault> {
        let settings = self.shelf.settings();
        let person = match (settings.name.as_str(), settings.organization.as_str()) {
            ("", organization) => organization.to_owned(),
            (name, _) => name.to_owned(),
        };
        let holder = Holder { person, machine: machine(), since: call.context.at() };
        let plan = if again {
            self.with_plan(|open| open.open_again(path, &holder, &call.context))?
        } else {
            Plan::open_known(path, access, &holder, &call.context, self.open_here(path))?
        };
        self.shelf.set_read_only_because(None);
        let open = if access == Access::Edit { Open::Plan } else { Open::PlanReadOnly };
        self.show(Opened::Plan(Box::new(plan)), open);
        if open == Open::Plan {
            self.keep_opened(call);
        }
        Ok(())
    }

    /// What is known of the file at a path, where it is the one of the plan that is open.
    pub(crate) fn open_here(&self, path: &Path) -> Option<OpenHere> {
        match &*lock(&self.opened) {
            Opened::Plan(plan) => plan.open_here(path),
            _ => None,
        }
    }

    fn open_snapshot(&self, path: &Path) -> Result<(), Fault> {
        let (snapshot, bytes) = Snapshot::open(path)?;
        let opened =
            Opened::Snapshot { snapshot: Box::new(snapshot), bytes: Arc::new(bytes), path: Some(path.to_owned()) };
        self.show(opened, Open::Snapshot);
        Ok(())
    }

    /// Shows a snapshot that is built in, read-only.
    pub(crate) fn open_shipped(&self, name: &str) -> Result<(), Fault> {
        let bytes = shipped::bytes(name)?;
        let snapshot = Box::new(Snapshot::read(bytes)?);
        let open = if name == "starter" { Open::Starter } else { Open::Snapshot };
        self.show(Opened::Snapshot { snapshot, bytes: Arc::new(bytes.to_vec()), path: None }, open);
        Ok(())
    }

    /// Closes what is open. The lock file of a plan goes with it.
    pub fn close(&self) {
        self.show(Opened::Nothing, Open::Nothing);
    }

    fn show(&self, opened: Opened, open: Open) {
        let (state, op) = match &opened {
            Opened::Nothing => (Arc::default(), 0),
            Opened::Plan(plan) => (plan.state().clone(), plan.newest()),
            Opened::Snapshot { snapshot, .. } => (snapshot.state.clone(), 0),
        };
        {
            // Both change together: a write in between would be hidden by the older rows.
            let mut held = lock(&self.opened);
            let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
            *held = opened;
            *shown = Shown { state, op, opening: shown.opening + 1, plan: shown.plan + 1, open };
        }
        lock(&self.moments).clear();
        lock(&self.timelines).clear();
        lock(&self.discreet).clear();
        *lock(&self.review) = None;
        lock(&self.findings).clear();
        lock(&self.indexes).clear();
        *lock(&self.proposals) = None;
        *lock(&self.decisions) = None;
        self.host.emit("plan-opened", json!({}));
    }

    /// What reads see.
    pub(crate) fn shown(&self) -> Shown {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Does something with the open plan, whose turn it then is.
    pub(crate) fn with_plan<T>(&self, run: impl FnOnce(&mut Plan) -> Result<T, Fault>) -> Result<T, Fault> {
        match &mut *lock(&self.opened) {
            Opened::Plan(plan) => run(plan),
            Opened::Snapshot { .. } => Err(Error::refused("read-only-plan")),
            Opened::Nothing => Err(Error::refused("no-plan-open")),
        }
    }

    /// The newest steps of a row, as `gather` takes them up; none where nothing but rows is open.
    pub(crate) fn steps_of<T>(
        &self,
        kind: Kind,
        id: &str,
        limit: usize,
        gather: impl Fn(&Plan, &LoggedStep, Vec<Change>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let Opened::Plan(plan) = &*lock(&self.opened) else { return Ok(Vec::new()) };
        let steps = plan.history(Some((kind, id)), i64::MAX, limit)?;
        steps.iter().map(|step| gather(plan, step, plan.changes_of_row(step.id, kind, id)?)).collect()
    }

    /// Writes to the plan that the request was made at, or to none, and shows the new rows to readers.
    fn turn<T>(&self, call: &Call, run: impl FnOnce(&mut Plan) -> Result<T, Fault>) -> Result<T, Fault> {
        self.with_plan(|plan| {
            if self.shown().opening != call.opening {
                return Err(Error::refused("another-plan"));
            }
            let done = run(plan);
            // Also where it failed: the rows may have been read again.
            let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
            shown.state = plan.state().clone();
            shown.op = plan.newest();
            done
        })
    }

    /// Carries out a step, then tells everybody.
    pub(crate) fn write(
        &self,
        call: &Call,
        run: impl FnOnce(&mut Plan) -> Result<Option<Outcome>, Fault>,
    ) -> Result<Written, Fault> {
        self.write_before(call, false, run)
    }

    /// The same, where others may look on: then it is told without what is private.
    pub(crate) fn write_before(
        &self,
        call: &Call,
        discreet: bool,
        run: impl FnOnce(&mut Plan) -> Result<Option<Outcome>, Fault>,
    ) -> Result<Written, Fault> {
        let (outcome, before, after) = self.turn(call, |plan| {
            let before = plan.state().clone();
            Ok((run(plan)?, before, plan.state().clone()))
        })?;
        let Some(outcome) = outcome else {
            let announcement = crate::words::nothing_changed(&call.strings);
            return Ok(Written { op: None, created: None, announcement, note: String::new() });
        };
        let changed = PlanChanged {
            op: outcome.op,
            kind: outcome.kind.clone(),
            tables: outcome.tables.iter().map(|kind| kind.name().to_owned()).collect(),
            rows: outcome
                .rows
                .iter()
                .take(EVENT_ROWS)
                .map(|(k, id)| RowKey { kind: k.name().into(), id: id.to_string() })
                .collect(),
            many: outcome.rows.len() > EVENT_ROWS || outcome.days.len() > EVENT_ROWS,
            days: outcome.days.iter().take(EVENT_ROWS).map(ToString::to_string).collect(),
            plan: crate::files::summary(self, call)?,
        };
        self.host.emit("plan-changed", serde_json::to_value(changed).map_err(Error::broken)?);
        self.keep_in_time(call);
        let outcome = if discreet { crate::discreet::outcome(outcome) } else { outcome };
        Ok(Written {
            op: Some(outcome.op),
            created: outcome.made().map(ToString::to_string),
            announcement: crate::steps::announcement(&call.strings, &[&before, &after], &outcome),
            note: crate::steps::note(&call.strings, &after, &outcome),
        })
    }

    /// Carries out a step that shows no rows changed, but that the frame has to know of: a snapshot or an edition was made.
    pub(crate) fn write_noted(
        &self,
        call: &Call,
        kind: &str,
        run: impl FnOnce(&mut Plan) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.turn(call, run)?;
        self.tell_all(call, kind, Vec::new())
    }

    /// Reads a plan again that is only read, where somebody else wrote. Answers whether there was something new, and whether it
    /// could be edited now.
    pub(crate) fn refresh(&self, call: &Call) -> Result<(bool, bool), Fault> {
        let found = match &mut *lock(&self.opened) {
            Opened::Plan(plan) => {
                let changed = plan.refresh()?;
                if changed {
                    let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
                    // Another opening: what was worked out of the file as it was is not to be shown again.
                    *shown = Shown {
                        state: plan.state().clone(),
                        op: plan.newest(),
                        opening: shown.opening + 1,
                        plan: shown.plan,
                        open: shown.open,
                    };
                }
                (changed, plan.could_edit())
            }
            _ => (false, false),
        };
        if found.0 {
            let tables = Kind::content().map(|kind| kind.name().to_owned()).collect();
            self.tell_all(call, "plan_refresh", tables)?;
        }
        Ok(found)
    }

    /// An event that names no rows: of everything, or of nothing but the frame.
    fn tell_all(&self, call: &Call, kind: &str, tables: Vec<String>) -> Result<(), Fault> {
        let plan = crate::files::summary(self, call)?;
        let changed = PlanChanged {
            op: plan.op,
            kind: kind.into(),
            many: !tables.is_empty(),
            tables,
            rows: Vec::new(),
            days: Vec::new(),
            plan,
        };
        self.host.emit("plan-changed", serde_json::to_value(changed).map_err(Error::broken)?);
        Ok(())
    }
}

/// Whether two paths name the same place, links followed as far as they lead somewhere.
fn same_path(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    matches!((real(a), real(b)), (Ok(a), Ok(b)) if a == b)
}

/// Name of this machine, for the lock file that colleagues read.
fn machine() -> String {
    for variable in ["COMPUTERNAME", "HOSTNAME"] {
        if let Ok(name) = std::env::var(variable)
            && !name.is_empty()
        {
            return name;
        }
    }
    std::fs::read_to_string("/etc/hostname").map(|name| name.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
