//! Going back without losing what came after: an older step alone, or all content to a state.
//!
//! To take back a step is a merge: common is the state after it, mine is now, theirs is the state before it. What nobody touched
//! since goes back; what was touched stays and is shown. Sets merge by element. Both ways are one step like any other, so that
//! undo takes them back as a whole.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::draft::Draft;
use super::write;
use crate::diff::NotStated;
use crate::kinds::{Class, Kind};
use crate::state::{Change, State};
use crate::store::{LoggedStep, StepState};
use crate::{Context, Error, Outcome, Plan, Result};

/// Why something that a step did stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It was changed since.
    Changed,
    /// The row was deleted since.
    Deleted,
    /// The row that was deleted is there again, as another.
    Again,
    /// It would name a row that is gone.
    Gone,
    /// The row was made by the step, and others name it.
    Named,
    /// A row would be above, before or behind itself.
    Circle,
}

impl Stays {
    /// The word of it on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Stays::Changed => "changed",
            Stays::Deleted => "deleted",
            Stays::Again => "again",
            Stays::Gone => "gone",
            Stays::Named => "named",
            Stays::Circle => "circle",
        }
    }
}

/// What would have gone back, and does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// From what there is now to what there was before the step.
    pub change: Change,
    /// Why it stays.
    pub why: Stays,
}

/// What taking back a step does.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeBack {
    /// The step.
    pub step: LoggedStep,
    /// What goes back, as history will hold it. Empty: there is nothing left to take back.
    pub back: Vec<Change>,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// A step that is to be taken back, and the plan as it was when that was asked.
#[derive(Debug, Clone)]
pub struct TakingBack {
    step: LoggedStep,
    mine: Arc<State>,
    /// What was changed since, the newest first.
    since: Vec<Change>,
    /// What it changed itself.
    changes: Vec<Change>,
}

impl TakingBack {
    /// The plan as it was when that was asked.
    pub fn state(&self) -> &Arc<State> {
        &self.mine
    }

    /// What taking it back would do.
    ///
    /// # Errors
    /// `Broken`, where the log does not fit the rows.
    pub fn worked_out(self) -> Result<TakeBack> {
        let mut after = (*self.mine).clone();
        for change in &self.since {
            after.apply(&change.inverse())?;
        }
        let mut before = after.clone();
        let mut rows = Vec::new();
        let mut seen = HashSet::new();
        for change in self.changes.iter().rev() {
            before.apply(&change.inverse())?;
            if change.kind.def().class == Class::Content && seen.insert((change.kind, change.id.clone())) {
                rows.push((change.kind, change.id.clone()));
            }
        }
        rows.reverse();
        let mut draft = Draft::of(&self.mine, rows);
        draft.take_back(&before, &after);
        let (back, kept) = draft.finish();
        Ok(TakeBack { step: self.step, back, kept })
    }
}

impl Plan {
    /// What taking back a step would do.
    ///
    /// # Errors
    /// `Refused no-such-moment`, where there is no such step; `step-not-in-force`, where it was undone;
    /// `step-not-to-take-back` for an undo, a redo, a snapshot and what lies behind a barrier.
    pub fn take_back_preview(&self, step: i64) -> Result<TakeBack> {
        self.taking_back(step)?.worked_out()
    }

    /// All that is needed to work out what taking back a step would do. That may take a while, and the plan is not needed for it.
    ///
    /// # Errors
    /// As [`Plan::take_back_preview`].
    pub fn taking_back(&self, step: i64) -> Result<TakingBack> {
        let step = self.in_force(step)?;
        if self.unsure {
            // What a step that failed left unfinished was never part of the plan.
            self.store.roll_back()?;
        }
        let since = self.store.changes_between(step.id, self.newest)?;
        let changes = self.store.changes_of(step.id)?;
        Ok(TakingBack { step, mine: self.state.clone(), since, changes })
    }

    /// Takes back a step, and leaves what came after as it is.
    ///
    /// # Errors
    /// As [`Plan::take_back_preview`]; `Refused nothing-to-take-back`, where nothing of it is left; and what stands against any
    /// step.
    pub fn take_back(&mut self, context: &Context, step: i64) -> Result<Outcome> {
        self.may_write()?;
        self.be_sure()?;
        let TakeBack { step, back, .. } = self.take_back_preview(step)?;
        let mut args = super::named(&step);
        args["op"] = json!(step.id);
        let outcome = self.write_changes(context, "step_take_back", &args, &back)?;
        outcome.ok_or_else(|| Error::refused("nothing-to-take-back"))
    }

    /// Makes all content as it is in a state, in one step. None, where it is so already.
    ///
    /// # Errors
    /// What stands against any step.
    pub fn return_to(&mut self, context: &Context, state: &State, args: &Json) -> Result<Option<Outcome>> {
        self.return_to_stated(context, state, &|_, _| false, args)
    }

    /// As [`Plan::return_to`], for a state that leaves something out, as a snapshot does with what is private: what it does not
    /// state stays as it is now.
    ///
    /// # Errors
    /// What stands against any step.
    pub fn return_to_stated(
        &mut self,
        context: &Context,
        state: &State,
        not_stated: &NotStated<'_>,
        args: &Json,
    ) -> Result<Option<Outcome>> {
        self.return_to_ready(context, state, not_stated, args, |_| Ok(()))
    }

    /// As [`Plan::return_to_stated`]; `ready` is called before anything is written, where there is anything to write, and what
    /// it refuses is not done.
    ///
    /// # Errors
    /// What stands against any step, and what `ready` answers.
    pub fn return_to_ready(
        &mut self,
        context: &Context,
        state: &State,
        not_stated: &NotStated<'_>,
        args: &Json,
        ready: impl FnOnce(&Plan) -> Result<()>,
    ) -> Result<Option<Outcome>> {
        self.may_write()?;
        self.be_sure()?;
        let mut draft = Draft::of(&self.state, Vec::new());
        draft.become_like(state, not_stated);
        let (changes, _) = draft.finish();
        if changes.is_empty() {
            return Ok(None);
        }
        ready(self)?;
        self.write_changes(context, "moment_return", args, &changes)
    }

    /// The step, where it can be taken back.
    fn in_force(&self, id: i64) -> Result<LoggedStep> {
        let step = self.store.step(id)?;
        let step = step.ok_or_else(|| Error::refused_with("no-such-moment", [("moment", id.to_string())]))?;
        match step.state {
            _ if step.target.is_some() => Err(Error::refused("step-not-to-take-back")),
            StepState::Undone | StepState::Dropped => Err(Error::refused("step-not-in-force")),
            StepState::Noted | StepState::Barrier => Err(Error::refused("step-not-to-take-back")),
            StepState::Done if self.store.newest_barrier()? > id => Err(Error::refused("step-not-to-take-back")),
            StepState::Done => Ok(step),
        }
    }

    fn write_changes(
        &mut self,
        context: &Context,
        name: &str,
        args: &Json,
        changes: &[Change],
    ) -> Result<Option<Outcome>> {
        if changes.is_empty() {
            return Ok(None);
        }
        let outcome = self.step(context, name, args, None, StepState::Done, None, |store, state| {
            for change in changes {
                if change.after.is_none() && change.kind == Kind::Commitment {
                    write::retire_reference(store, state.need(change.kind, &change.id)?.text("reference"))?;
                }
                write::put_back(store, change)?;
            }
            Ok(())
        })?;
        self.crossed = None;
        Ok(outcome)
    }
}
