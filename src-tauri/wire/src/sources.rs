//! Which rows a request means: those of now, of an earlier moment, of a file, or built in.

use std::path::Path;
use std::sync::Arc;

use plan::snapshot::Snapshot;
use plan::state::State;
use plan::store::{Access, Holder};
use plan::{Error, Plan};

use crate::session::{Fault, Opened, Session, Shown, lock};
use crate::shipped;
use crate::types::{Open, Source};

/// Earlier states that are kept ready.
const MOMENTS: usize = 4;

/// The rows of another file.
pub(crate) struct Foreign {
    pub state: Arc<State>,
    pub snapshot: Option<Snapshot>,
}

impl Session {
    /// The rows that a request means, and what a snapshot among them left out.
    pub(crate) fn source(&self, source: &Source) -> Result<(Shown, Option<Arc<Foreign>>), Fault> {
        let shown = self.shown();
        match source {
            Source::Now if shown.open == Open::Nothing => Err(Error::refused("no-plan-open")),
            Source::Now => Ok((shown, None)),
            Source::Moment { moment } => {
                // A moment does not change while nothing is done; windows of rows are asked for many times.
                let key = (shown.opening, shown.op, moment.clone());
                let known = lock(&self.moments).iter().find(|(k, ..)| *k == key).cloned();
                let (state, foreign) = match known {
                    Some((_, state, foreign)) => (state, foreign),
                    None => {
                        let moment = plan::history::Moment::parse(moment);
                        let (state, snapshot) =
                            self.with_plan(|plan| Ok((plan.at(&moment)?, plan.kept_at(&moment)?)))?;
                        let foreign = snapshot
                            .map(|snapshot| Arc::new(Foreign { state: state.clone(), snapshot: Some(snapshot) }));
                        let mut moments = lock(&self.moments);
                        moments.truncate(MOMENTS - 1);
                        moments.insert(0, (key, state.clone(), foreign.clone()));
                        (state, foreign)
                    }
                };
                Ok((Shown { state, ..shown }, foreign))
            }
            Source::File { file } => {
                let foreign = self.foreign(&self.shelf.path(file)?)?;
                Ok((Shown { state: foreign.state.clone(), ..shown }, Some(foreign)))
            }
            Source::Shipped { name } => {
                let foreign = shipped::open(name)?;
                Ok((Shown { state: foreign.state.clone(), ..shown }, Some(foreign)))
            }
        }
    }

    /// The newest step that is in the rows that a request means; none, where they are no state of the open plan.
    pub(crate) fn step_of(&self, source: &Source) -> Result<Option<i64>, Fault> {
        match source {
            Source::Now => Ok(Some(self.shown().op)),
            Source::Moment { moment } => match &*lock(&self.opened) {
                Opened::Plan(plan) => plan.step_at(&plan::history::Moment::parse(moment)),
                _ => Ok(None),
            },
            // A snapshot that was made of this plan is the plan as it was then.
            Source::File { file } => {
                let foreign = self.foreign(&self.shelf.path(file)?)?;
                let Some(snapshot) = &foreign.snapshot else { return Ok(None) };
                let Opened::Plan(plan) = &*lock(&self.opened) else { return Ok(None) };
                let own = |kept: &plan::store::KeptSnapshot| kept.why == "made" && kept.id == snapshot.manifest.id;
                Ok(plan.info()?.kept.into_iter().find(own).map(|kept| kept.op))
            }
            Source::Shipped { .. } => Ok(None),
        }
    }

    pub(crate) fn foreign(&self, path: &Path) -> Result<Arc<Foreign>, Fault> {
        let changed = std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
        if let (Some(changed), Some((at, foreign))) = (changed, lock(&self.others).get(path))
            && *at == changed
        {
            return Ok(foreign.clone());
        }
        let foreign = Arc::new(self.read_foreign(path).map_err(|error| match error {
            // Two files are in play: say which one it is.
            Error::Broken { code, context } if !context.contains(&*path.to_string_lossy()) => {
                Error::Broken { code, context: format!("{}: {context}", path.display()) }
            }
            other => other,
        })?);
        let mut others = lock(&self.others);
        if others.len() >= 4 {
            others.clear();
        }
        if let Some(changed) = changed {
            others.insert(path.to_owned(), (changed, foreign.clone()));
        }
        Ok(foreign)
    }

    fn read_foreign(&self, path: &Path) -> Result<Foreign, Fault> {
        let call = self.request("", None);
        match Plan::open_known(path, Access::Read, &Holder::default(), &call.context, self.open_here(path)) {
            Ok(plan) => Ok(Foreign { state: plan.state().clone(), snapshot: None }),
            Err(Error::Refused { code: "is-a-snapshot", .. }) => {
                let (snapshot, _) = Snapshot::open(path)?;
                Ok(Foreign { state: snapshot.state.clone(), snapshot: Some(snapshot) })
            }
            Err(error) => Err(error),
        }
    }
}
