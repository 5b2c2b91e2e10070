//! Steps: one door for writes, undo and redo, and the plan as it was.
//!
//! A step is one transaction: its line in the log, its writes, the changes that the triggers captured, the new hash. Only
//! after the commit do the changes reach memory. Memory learns of them from the log, not from the code that wrote: what the
//! log does not hold never shows.

mod back;
mod board;
mod carry;
mod documents;
mod draft;
mod edit;
mod founded;
mod instruments;
pub mod order;
mod organizations;
mod packs;
mod provenance;
mod rules;
mod verbs;
mod views;
mod write;

pub use back::{Kept, Stays, TakeBack, TakingBack};
pub(crate) use draft::{changes_between, dangling};
pub use edit::judge;
pub use packs::{Laid, lay_out};
pub(crate) use rules::{chains, check_new, clashes};
pub use write::judge_new;
pub(crate) use write::{derived_id, put_back, reference_prefix, retire_reference};

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::state::{Change, ContentHash, Id, State};
use crate::store::{BOOKS, CONTENT, LoggedStep, NewStep, StepState, Store};
use crate::{Context, Error, Kind, Op, Outcome, Plan, Result};

/// Which moment of a plan is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// Behind the step of this number; 0: as the plan began.
    Step(i64),
    /// At an instant, RFC 3339.
    Instant(String),
    /// When the kept snapshot of this name or id was made.
    Snapshot(String),
}

/// Which steps of history are asked for. What is not given lets all through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HistoryFilter<'a> {
    /// Steps that changed rows of this kind.
    pub kind: Option<Kind>,
    /// Steps that changed the row of that kind with this id.
    pub id: Option<&'a str>,
    /// Steps that changed this field, of that kind where one is given; making and deleting a row in which it is filled count.
    pub field: Option<&'a str>,
    /// Steps of the person of this name.
    pub by: Option<&'a str>,
}

impl Moment {
    /// Reads what people write: a number, an instant, else the name of a snapshot.
    pub fn parse(text: &str) -> Moment {
        let text = text.trim();
        if let Ok(step) = text.parse::<i64>() {
            return Moment::Step(step);
        }
        match chrono::DateTime::parse_from_rfc3339(text) {
            Ok(instant) => Moment::Instant(
                instant.with_timezone(&chrono::Utc).to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            ),
            Err(_) => Moment::Snapshot(text.to_owned()),
        }
    }
}

impl Plan {
    /// Carries out an operation as one step.
    ///
    /// `token` names one focus of one editor: operations with the same token join the last step while it is the newest.
    /// Answers none where nothing changed: then there is no step.
    ///
    /// # Errors
    /// `Refused` and `Stale` where a rule or a concurrent change stands against it, `Broken` where the disk fails. In every
    /// case the plan is as before.
    pub fn act(&mut self, context: &Context, op: &Op, token: Option<&str>) -> Result<Option<Outcome>> {
        let (name, args) = (op.name(), op.args());
        let (newest, mut stays) = (self.newest, None);
        let mut outcome = self.step(context, &name, &args, token, StepState::Done, None, |store, state| {
            // Where no line was added to the log, the operation joins the newest step.
            let joins = token.is_some() && store.newest_op()? == newest;
            let joined = if joins { store.changes_of(newest)? } else { Vec::new() };
            stays = write::carry_out(store, state, context, op, &joined)?;
            Ok(())
        })?;
        if let Some(outcome) = &mut outcome {
            outcome.status_stays = stays;
            // The next undo takes back this step; going on from there is another crossing.
            self.crossed = None;
        }
        Ok(outcome)
    }

    /// Takes back the newest step that stands.
    ///
    /// # Errors
    /// `Refused nothing-to-undo`; `Refused undo-other-sitting` with step, day and person, where the step belongs to an earlier
    /// sitting and `confirmed` is not set. Once confirmed, the steps of that sitting are taken back unasked.
    pub fn undo(&mut self, context: &Context, confirmed: bool) -> Result<Outcome> {
        self.be_sure()?;
        let step = self.store.undo_candidate()?.ok_or_else(|| Error::refused("nothing-to-undo"))?;
        self.ask_once(&step, confirmed)?;
        let changes: Vec<Change> = self.store.changes_of(step.id)?.iter().rev().map(Change::inverse).collect();
        let outcome = self.replay(context, "undo", &step, &changes, StepState::Undone)?;
        if step.sitting != self.sitting {
            self.crossed = Some(step.sitting);
        }
        Ok(outcome)
    }

    /// Does again the step that was taken back last.
    ///
    /// # Errors
    /// `Refused nothing-to-redo`.
    pub fn redo(&mut self, context: &Context) -> Result<Outcome> {
        self.be_sure()?;
        let step = self.store.redo_candidate()?.ok_or_else(|| Error::refused("nothing-to-redo"))?;
        let changes = self.store.changes_of(step.id)?;
        self.replay(context, "redo", &step, &changes, StepState::Done)
    }

    fn ask_once(&self, step: &LoggedStep, confirmed: bool) -> Result<()> {
        if confirmed || step.sitting == self.sitting || self.crossed.as_ref() == Some(&step.sitting) {
            return Ok(());
        }
        let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
        // What was done to several rows at once is that row's own, where it was one.
        let kind = match (&*step.kind, step.args["kind"].as_str(), step.args["id"].is_string()) {
            ("rows_set", Some(kind), true) => format!("{kind}_set"),
            ("rows_delete", Some(kind), true) => format!("{kind}_delete"),
            _ => step.kind.clone(),
        };
        Err(Error::refused_with(
            "undo-other-sitting",
            [
                ("step", kind),
                ("field", text(&step.args["field"])),
                ("at", step.at.clone()),
                ("person", step.by.clone()),
            ],
        ))
    }

    fn replay(
        &mut self,
        context: &Context,
        name: &str,
        step: &LoggedStep,
        changes: &[Change],
        becomes: StepState,
    ) -> Result<Outcome> {
        let args = named(step);
        let outcome = self.step(context, name, &args, None, StepState::Done, Some(step.id), |store, _| {
            for change in changes {
                write::put_back(store, change)?;
            }
            if step.kind == REVIEW {
                // Undone, the review is open again with its decisions; done again, it is applied.
                store.set_applied_undone(step.id, becomes == StepState::Undone)?;
            }
            store.set_step_state(step.id, becomes)
        })?;
        outcome.ok_or_else(|| Error::damaged(format!("history: step {} has no changes", step.id)))
    }

    /// One step: the only way to write.
    #[expect(clippy::too_many_arguments, reason = "the fields of one line of the log, and what to do")]
    pub(crate) fn step(
        &mut self,
        context: &Context,
        kind: &str,
        args: &Json,
        token: Option<&str>,
        log_as: StepState,
        target: Option<i64>,
        write: impl FnOnce(&Store, &State) -> Result<()>,
    ) -> Result<Option<Outcome>> {
        let line = Line { kind, args, token, log_as, target };
        self.step_checked(context, &line, write, |_, _, _| Ok(()))
    }

    /// The same; `check` looks at what came of it before the commit, and what it refuses is not done.
    pub(crate) fn step_checked(
        &mut self,
        context: &Context,
        line: &Line<'_>,
        write: impl FnOnce(&Store, &State) -> Result<()>,
        check: impl FnOnce(&Store, &State, &ContentHash) -> Result<()>,
    ) -> Result<Option<Outcome>> {
        let Line { kind, args, .. } = *line;
        self.may_write()?;
        self.be_sure()?;
        self.store.begin()?;
        if self.store.was_changed_outside()? {
            // Memory is not what the file holds: whoever decided on this step decided on something else.
            self.unsure = true;
            self.read_again()?;
            return Err(Error::Broken {
                code: "changed-outside",
                context: "another program wrote to the plan while it was open".into(),
            });
        }
        let written = self.write_step(context, line, write, check);
        let written = match written {
            Ok(Some(written)) => match self.store.commit(written.op, written.newest_change) {
                Ok(()) => Ok(Some(written)),
                // The log could not be read either, or the step is not in it; what the file holds only the file knows.
                Err(error) => {
                    self.unsure = true;
                    Err(error)
                }
            },
            other => other,
        };
        match written {
            Ok(Some(written)) => {
                let before = std::mem::replace(&mut self.state, Arc::new(written.state));
                let days = self.state.days_changed_since(&before);
                self.newest = written.op;
                Ok(Some(Outcome::of(written.op, kind, args, &written.changes, days)))
            }
            nothing => {
                if let Err(error) = self.store.roll_back() {
                    self.unsure = true;
                    return Err(error.while_doing("taking back an unfinished step"));
                }
                if self.unsure {
                    // Where even this fails, memory is read again before the next step; what failed first is what is told.
                    let _still_unsure = self.read_again();
                }
                nothing.map(|_| None)
            }
        }
    }

    /// Before anything is decided: what is unfinished is no part of the plan.
    pub(crate) fn be_sure(&mut self) -> Result<()> {
        if self.unsure { self.read_again() } else { Ok(()) }
    }

    /// Drops what is unfinished and reads the rows from the file, because memory may not be what it holds.
    fn read_again(&mut self) -> Result<()> {
        self.store.roll_back()?;
        let newest = self.store.newest_op()?;
        self.store.look()?;
        self.state = Arc::new(self.store.load()?);
        self.newest = newest;
        self.unsure = false;
        Ok(())
    }

    fn write_step(
        &self,
        context: &Context,
        line: &Line<'_>,
        write: impl FnOnce(&Store, &State) -> Result<()>,
        check: impl FnOnce(&Store, &State, &ContentHash) -> Result<()>,
    ) -> Result<Option<Written>> {
        let Line { kind, args, token, log_as, target } = *line;
        let store = &self.store;
        let seq = store.newest_change()?;
        let joined: Option<LoggedStep> = match token {
            Some(token) => store.step(store.newest_op()?)?.filter(|newest| {
                newest.id > self.settled.get()
                    && newest.token.as_deref() == Some(token)
                    && newest.sitting == self.sitting
                    && newest.state == StepState::Done
                    && newest.kind == kind
                    && newest.args == *args
            }),
            None => None,
        };
        let op = match &joined {
            Some(step) => step.id,
            None => {
                let id = store
                    .log_step(context, &NewStep { kind, args, sitting: &self.sitting, token, state: log_as, target })?;
                if log_as == StepState::Done && target.is_none() {
                    store.drop_undone()?;
                }
                id
            }
        };
        store.enter(op)?;
        write(store, &self.state)?;
        let changes = store.changes_behind(seq)?;
        if changes.is_empty() && log_as == StepState::Done {
            return Ok(None);
        }
        // The next state and the hash follow from the log alone.
        let mut state = (*self.state).clone();
        let mut content = store.stored_hash(CONTENT)?;
        let mut books = store.stored_hash(BOOKS)?;
        if joined.is_none()
            && let Some(step) = store.step(op)?
        {
            books.add_text(&step.fixed());
        }
        for change in &changes {
            if let Some(row) = state.row(change.kind, &change.id) {
                content.take(row);
                books.take_ledger(row);
            }
            state.apply(change)?;
            if let Some(row) = state.row(change.kind, &change.id) {
                content.add(row);
                books.add_ledger(row);
            }
            books.add_text(&change.logged_under(op));
        }
        check(store, &state, &content)?;
        store.set_meta(CONTENT, &content.hex())?;
        store.set_meta(BOOKS, &books.hex())?;
        Ok(Some(Written { op, newest_change: store.newest_change()?, state, changes }))
    }

    /// Steps before a number (`i64::MAX`: the newest), newest first; of one row, where one is named.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn history(&self, row: Option<(Kind, &str)>, before: i64, limit: usize) -> Result<Vec<LoggedStep>> {
        let (kind, id) = row.unzip();
        self.history_where(&HistoryFilter { kind, id, ..Default::default() }, before, limit)
    }

    /// The same, of those steps that a filter lets through.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn history_where(&self, filter: &HistoryFilter<'_>, before: i64, limit: usize) -> Result<Vec<LoggedStep>> {
        self.store.steps_where(filter, before, limit)
    }

    /// Who ever made a step, in the order of their names.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn people(&self) -> Result<Vec<String>> {
        self.store.people()
    }

    /// What a step changed, in order.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn changes(&self, step: i64) -> Result<Vec<Change>> {
        self.store.changes_of(step)
    }

    /// What a step changed of one row, in order.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn changes_of_row(&self, step: i64, kind: Kind, id: &str) -> Result<Vec<Change>> {
        self.store.changes_of_row(step, kind, id)
    }

    /// The step that undo would take back.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn undo_step(&self) -> Result<Option<LoggedStep>> {
        self.store.undo_candidate()
    }

    /// The step that redo would do again.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn redo_step(&self) -> Result<Option<LoggedStep>> {
        self.store.redo_candidate()
    }

    /// The snapshot itself, where a moment names one that came from elsewhere: the plan was never just like it, and what it
    /// leaves out is not stated.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn kept_at(&self, moment: &Moment) -> Result<Option<crate::snapshot::Snapshot>> {
        let Moment::Snapshot(name) = moment else { return Ok(None) };
        let Some(kept) = self.kept_named(name)?.filter(|kept| kept.why != "made") else { return Ok(None) };
        let none = || Error::refused_with("no-such-moment", [("moment", name.clone())]);
        let bytes = self.store.kept_bytes(&kept.id)?.ok_or_else(none)?;
        crate::snapshot::Snapshot::read(&bytes).map(Some)
    }

    fn kept_named(&self, name: &str) -> Result<Option<crate::store::KeptSnapshot>> {
        let kept = self.store.kept()?;
        let fits = |k: &crate::store::KeptSnapshot| k.name == name || (name.len() >= 8 && k.id.starts_with(name));
        Ok(kept.into_iter().rev().find(fits))
    }

    /// The step behind which a moment is; none, where it names a snapshot that came from elsewhere.
    ///
    /// # Errors
    /// `Refused no-such-moment`, where there is no such snapshot.
    pub fn step_at(&self, moment: &Moment) -> Result<Option<i64>> {
        Ok(match moment {
            Moment::Step(step) => Some(*step),
            Moment::Instant(instant) => Some(self.store.op_at(instant)?),
            Moment::Snapshot(name) => {
                let none = || Error::refused_with("no-such-moment", [("moment", name.clone())]);
                let kept = self.kept_named(name)?.ok_or_else(none)?;
                match kept.why.as_str() {
                    "made" => Some(kept.op),
                    "origin" => Some(0),
                    _ => None,
                }
            }
        })
    }

    /// The plan as it was.
    ///
    /// # Errors
    /// `Refused no-such-moment`, where there is no such step or snapshot.
    pub fn at(&self, moment: &Moment) -> Result<Arc<State>> {
        let none = |text: &str| Error::refused_with("no-such-moment", [("moment", text.to_owned())]);
        let step = match moment {
            Moment::Step(step) => *step,
            Moment::Instant(instant) => self.store.op_at(instant)?,
            Moment::Snapshot(name) => match self.kept_at(moment)? {
                Some(snapshot) => return Ok(snapshot.state),
                None => self.kept_named(name)?.ok_or_else(|| none(name))?.op,
            },
        };
        if step < 0 || step > self.newest {
            return Err(none(&step.to_string()));
        }
        if self.unsure {
            // What a step that failed left unfinished was never part of the plan.
            self.store.roll_back()?;
        }
        let mut state = (*self.state).clone();
        for change in self.store.changes_between(step, self.newest)? {
            state.apply(&change.inverse())?;
        }
        Ok(Arc::new(state))
    }
}

/// What names a step in the arguments of the one that undoes it, redoes it or takes it back.
fn named(step: &LoggedStep) -> Json {
    let mut args = json!({ "step": step.kind });
    // `of`: what that one took back itself; `filled`: it filled an instrument; `name` and `at`: where it returned to.
    for (name, as_name) in [
        ("field", "field"),
        ("kind", "kind"),
        ("id", "id"),
        ("anchor", "anchor"),
        ("step", "of"),
        ("filled", "filled"),
        ("name", "name"),
        ("at", "at"),
    ] {
        if !step.args[name].is_null() {
            args[as_name] = step.args[name].clone();
        }
    }
    args
}

/// Name of the step by which a review is applied.
pub(crate) const REVIEW: &str = "review_apply";

/// One line of the log that is going to be written.
pub(crate) struct Line<'a> {
    pub kind: &'a str,
    pub args: &'a Json,
    pub token: Option<&'a str>,
    pub log_as: StepState,
    pub target: Option<i64>,
}

struct Written {
    op: i64,
    /// Number of its last change.
    newest_change: i64,
    state: State,
    changes: Vec<Change>,
}

impl Outcome {
    fn of(op: i64, kind: &str, args: &Json, changes: &[Change], days: Vec<Id>) -> Outcome {
        let mut tables = BTreeSet::new();
        let mut seen = HashSet::new();
        let mut rows = Vec::new();
        let mut born: HashMap<(Kind, Id), bool> = HashMap::new();
        for change in changes {
            tables.insert(change.kind);
            let key = (change.kind, change.id.clone());
            if seen.insert(key.clone()) {
                rows.push(key.clone());
            }
            match (&change.before, &change.after) {
                (None, Some(_)) => born.insert(key, true),
                (Some(_), None) => born.insert(key, false),
                _ => None,
            };
        }
        let created = rows.iter().filter(|key| born.get(*key) == Some(&true)).cloned().collect();
        let deleted = rows.iter().filter(|key| born.get(*key) == Some(&false)).cloned().collect();
        Outcome {
            op,
            kind: kind.to_owned(),
            args: args.clone(),
            tables: tables.into_iter().collect(),
            rows,
            created,
            deleted,
            days,
            status_stays: None,
        }
    }
}
