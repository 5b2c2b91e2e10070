//! An open plan: the file, the rows in memory, and who sits before it.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::history::Moment;
use crate::snapshot::{self, Parent, Snapshot, With};
use crate::state::{Id, State};
use crate::store::{Access, BOOKS, CONTENT, Holder, KeptSnapshot, OpenHere, Store, Why};
use crate::{Context, Error, Kind, Result, Value};

/// A plan that is open.
pub struct Plan {
    pub(crate) store: Store,
    pub(crate) state: Arc<State>,
    /// From this opening to its closing.
    pub(crate) sitting: String,
    /// The earlier sitting into which undo has crossed; the person was asked, and is not asked again.
    pub(crate) crossed: Option<String>,
    /// Number of the newest step.
    pub(crate) newest: i64,
    /// Memory may not be what the file holds; it is read again before the next step.
    pub(crate) unsure: bool,
    /// Typing does not go on in this step nor in one before it: a restore point was made behind it.
    pub(crate) settled: Cell<i64>,
}

/// What a step did.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Its number.
    pub op: i64,
    /// Its name.
    pub kind: String,
    /// Its arguments, as history keeps them.
    pub args: Json,
    /// Kinds of which rows changed.
    pub tables: Vec<Kind>,
    /// Rows that changed, in the order in which they did.
    pub rows: Vec<(Kind, Id)>,
    /// Those of them that are new.
    pub created: Vec<(Kind, Id)>,
    /// Those of them that are gone.
    pub deleted: Vec<(Kind, Id)>,
    /// Milestones whose days are others now, computed ones included.
    pub days: Vec<Id>,
    /// Why a report left the status of its commitment as it was; none, where it moved it, and for all that is no report.
    pub status_stays: Option<StatusStays>,
}

/// A state of the plan under a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The snapshot that it is.
    pub snapshot: String,
    /// Its name.
    pub name: String,
    /// The step behind which the plan was so.
    pub op: i64,
    /// The step that made it.
    pub made: i64,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub by: String,
    /// The instrument that the plan was carried forward to; may be empty.
    pub instrument: String,
}

/// Name of the step that makes an edition.
const EDITION: &str = "edition_make";
/// Longest name of an edition.
const EDITION_NAME: usize = 200;

impl Outcome {
    /// The row that the operation was to make. Going back makes none: what it brings back was there before.
    pub fn made(&self) -> Option<&Id> {
        let goes_back = matches!(self.kind.as_str(), "undo" | "redo" | "step_take_back" | "moment_return");
        self.created.first().filter(|_| !goes_back).map(|(_, id)| id)
    }
}

/// Why a report did not move the status of its commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusStays {
    /// It states none.
    NotStated,
    /// The status of the commitment was, or may have been, stated on a later day than the one reported on.
    StatedLater,
}

/// What a new plan starts from.
pub enum Origin<'a> {
    /// Nothing but the catalogue, under this title.
    Empty {
        /// Title of the plan.
        title: &'a str,
    },
    /// A snapshot, which becomes its parent. The bytes are kept.
    Snapshot(&'a [u8]),
    /// Rows from elsewhere, with no ancestor.
    Rows(Box<State>),
}

/// What a plan says of itself.
#[derive(Debug, Clone)]
pub struct PlanInfo {
    /// Its title.
    pub title: String,
    /// Its permanent id.
    pub plan_id: String,
    /// Path of the file.
    pub path: PathBuf,
    /// Whether it may be edited.
    pub access: Access,
    /// Version of the file's schema.
    pub schema: u32,
    /// Rows of each kind.
    pub counts: Vec<(Kind, usize)>,
    /// The snapshots that it descends from directly.
    pub parents: Vec<Parent>,
    /// Snapshots whose bytes it keeps.
    pub kept: Vec<KeptSnapshot>,
    /// Number of the newest step; 0: none yet.
    pub newest: i64,
    /// When that was, RFC 3339.
    pub changed_at: Option<String>,
}

impl Plan {
    /// Makes a new plan file. A file that is there already is never replaced.
    ///
    /// # Errors
    /// `Refused` for the path (`file-exists`, `no-such-file`, `read-only-folder`) or the snapshot; `Broken` for the disk.
    pub fn create(path: &Path, origin: Origin<'_>, context: &Context) -> Result<()> {
        let mut kept = Vec::new();
        let state = match origin {
            Origin::Empty { title } => {
                let mut state = crate::assets::catalogue()?;
                let about = Kind::About.def();
                let title = about.field("title").map_or(Ok(None), |f| Value::accept(f, &Json::from(title)))?;
                state.put(crate::Row::new(Kind::About, "about").with(0, title));
                state
            }
            Origin::Rows(state) => *state,
            Origin::Snapshot(bytes) => {
                let snapshot = Snapshot::read(bytes)?;
                let note = KeptSnapshot {
                    id: snapshot.manifest.id.clone(),
                    name: snapshot.manifest.name.clone(),
                    at: context.at(),
                    why: Why::Origin.word().into(),
                    op: 0,
                };
                kept.push((note, bytes));
                snapshot.into_plan_rows()?
            }
        };
        let kept: Vec<_> = kept.iter().map(|(note, bytes)| (note, *bytes)).collect();
        Store::create(path, &context.id(u64::MAX), &state, &kept)
    }

    /// Opens a plan.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub fn open(path: &Path, access: Access, holder: &Holder, context: &Context) -> Result<Plan> {
        Self::of(Store::open(path, access, holder)?, context)
    }

    /// What is known of the file at a path, where it is the one of this plan.
    pub fn open_here(&self, path: &Path) -> Option<OpenHere> {
        self.store.open_here(path)
    }

    /// As [`Plan::open`], for a file that another plan of this process may have open: `here` is what that one said of it.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub fn open_known(
        path: &Path,
        access: Access,
        holder: &Holder,
        context: &Context,
        here: Option<OpenHere>,
    ) -> Result<Plan> {
        Self::of(Store::open_known(path, access, holder, here)?, context)
    }

    /// Opens to edit what lies at the path now, where another file was put in the place of this one. The lock goes over without
    /// being free in between. Where it cannot be opened, this plan is as it was.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub fn open_again(&mut self, path: &Path, holder: &Holder, context: &Context) -> Result<Plan> {
        Self::of(self.store.open_again(path, holder)?, context)
    }

    fn of((store, state): (Store, State), context: &Context) -> Result<Plan> {
        let newest = store.newest_op()?;
        Ok(Plan {
            store,
            state: Arc::new(state),
            sitting: context.id(u64::MAX - 1),
            crossed: None,
            newest,
            unsure: false,
            settled: Cell::new(0),
        })
    }

    /// The rows as they are now.
    pub fn state(&self) -> &Arc<State> {
        &self.state
    }
    /// The file.
    pub fn store(&self) -> &Store {
        &self.store
    }
    /// Lets a test break off or refuse what SQLite does; see `plan-tests`.
    #[doc(hidden)]
    pub fn connection_for_tests(&mut self) -> &mut rusqlite::Connection {
        self.store.connection_for_tests_mut()
    }
    /// Path of the file.
    pub fn path(&self) -> &Path {
        self.store.path()
    }
    /// Number of the newest step; 0: none yet.
    pub fn newest(&self) -> i64 {
        self.newest
    }
    /// Whether it may be edited.
    pub fn may_write(&self) -> Result<()> {
        match self.store.access() {
            Access::Edit => Ok(()),
            Access::Read => Err(Error::refused("read-only-plan")),
        }
    }

    /// Reads a plan again that is open to read only, where somebody wrote to it or put another file in its place. Answers
    /// whether there was something new. Who edits needs none of it: nobody else writes.
    ///
    /// # Errors
    /// As for opening. What was read before stays.
    pub fn refresh(&mut self) -> Result<bool> {
        if self.store.access() == Access::Edit || !self.store.has_news()? {
            return Ok(false);
        }
        // All checks are made again: whoever wrote is from outside.
        let here = self.store.open_here(self.store.path());
        let (store, state) = Store::open_known(self.store.path(), Access::Read, &Holder::default(), here)?;
        self.newest = store.newest_op()?;
        self.store = store;
        self.state = Arc::new(state);
        self.unsure = false;
        Ok(true)
    }

    /// Whether a plan that is open to read could be opened to edit at this moment.
    pub fn could_edit(&self) -> bool {
        self.store.access() == Access::Edit || self.store.could_edit()
    }

    /// Something went wrong outside: an unfinished step is dropped, and memory is read again before the next one.
    pub fn doubt(&mut self) {
        self.unsure = true;
    }

    /// What is typed from here on is another step.
    pub(crate) fn end_typing(&self) {
        self.settled.set(self.newest);
    }

    /// What the plan says of itself.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn info(&self) -> Result<PlanInfo> {
        let newest = self.store.steps_before(i64::MAX, 1)?;
        Ok(PlanInfo {
            title: self.state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default(),
            plan_id: self.store.meta("plan_id")?.unwrap_or_default(),
            path: self.store.path().to_owned(),
            access: self.store.access(),
            schema: self.store.version(),
            counts: Kind::content().map(|kind| (kind, self.state.count(kind))).collect(),
            parents: snapshot::current_parents(&self.state),
            kept: self.store.kept()?,
            newest: self.newest,
            changed_at: newest.into_iter().next().map(|step| step.at),
        })
    }

    /// The stored hash of the content, 64 hexadecimal digits.
    ///
    /// # Errors
    /// `Broken` where it cannot be read.
    pub fn hash(&self) -> Result<String> {
        self.store.stored_hash(CONTENT).map(|hash| hash.hex())
    }

    /// Whether the file is whole: its structure, its references, and that nobody but this program wrote its content.
    ///
    /// # Errors
    /// `Broken` with what was found.
    pub fn verify(&self) -> Result<()> {
        self.store.integrity()?;
        let fresh = self.store.load()?;
        let foreign = |what: &str| Error::Broken {
            code: "changed-outside",
            context: format!("{what} is not what this program wrote last"),
        };
        if fresh.hash() != self.store.stored_hash(CONTENT)? {
            return Err(foreign("the content"));
        }
        if self.store.books(&fresh)? != self.store.stored_hash(BOOKS)? {
            return Err(foreign("the history or the list of ancestors"));
        }
        for kept in self.store.kept()? {
            let bytes = self.store.kept_bytes(&kept.id)?.unwrap_or_default();
            let snapshot =
                Snapshot::read(&bytes).map_err(|e| Error::damaged(format!("kept snapshot {}: {e}", kept.name)))?;
            if snapshot.manifest.id != kept.id {
                return Err(Error::damaged(format!("kept snapshot {} is another", kept.name)));
            }
        }
        Ok(())
    }

    /// Makes a snapshot of the plan as it is, keeps its bytes and notes it as the parent of what follows.
    ///
    /// # Errors
    /// `Refused read-only-plan`; `Broken` where the disk fails.
    pub fn snapshot(&mut self, context: &Context, name: &str, with: With) -> Result<Vec<u8>> {
        self.snapshot_ready(context, name, with, |_| Ok(()))
    }

    /// As [`Plan::snapshot`]; `ready` is given the bytes before anything is noted, and what it refuses leaves no trace.
    ///
    /// # Errors
    /// As [`Plan::snapshot`], and what `ready` answers.
    pub fn snapshot_ready(
        &mut self,
        context: &Context,
        name: &str,
        with: With,
        ready: impl FnOnce(&[u8]) -> Result<()>,
    ) -> Result<Vec<u8>> {
        self.may_write()?;
        self.be_sure()?;
        let (manifest, bytes) = snapshot::write_beside(&self.state, context, name, with, self.beside()?)?;
        ready(&bytes)?;
        let args = serde_json::json!({ "name": name, "id": manifest.id });
        let note = KeptSnapshot {
            id: manifest.id.clone(),
            name: name.to_owned(),
            at: context.at(),
            why: Why::Made.word().into(),
            op: 0,
        };
        self.step(context, "snapshot_write", &args, None, crate::store::StepState::Noted, None, |store, state| {
            store.keep(&KeptSnapshot { op: store.newest_op()?, ..note }, &bytes)?;
            snapshot::become_parent(store, state, &manifest)
        })?;
        Ok(bytes)
    }

    /// Makes an edition: a state of the plan under a name of its own, whose bytes the plan keeps, so that it can be opened, compared
    /// with and quoted for ever. `step`: as the plan was behind that step; none: as it is, and then the edition is what follows
    /// descends from. `instrument`: what it was carried forward to. Private parts stay out of it: an edition is for others.
    ///
    /// # Errors
    /// `Refused required`, where it has no name; `edition-exists`, where another state has that name; `edition-same`, where this one
    /// has a name; `read-only-plan`; `Broken` where the disk fails.
    pub fn make_edition(&mut self, context: &Context, name: &str, step: Option<i64>, instrument: &str) -> Result<i64> {
        self.may_write()?;
        self.be_sure()?;
        let name = self.check_edition(name)?;
        let state = self.for_edition(step)?;
        let beside = if step.is_none() { self.beside()? } else { snapshot::Beside::default() };
        let (manifest, bytes) = snapshot::write_beside(&state, context, name, With::default(), beside)?;
        let known = self.store.kept()?.into_iter().find(|kept| kept.id == manifest.id);
        if let Some(known) = known {
            return Err(Error::refused_with("edition-same", [("value", known.name)]));
        }
        let args = serde_json::json!({ "name": name, "snapshot": manifest.id, "kind": "instrument", "id": instrument });
        let note = KeptSnapshot {
            id: manifest.id.clone(),
            name: name.to_owned(),
            at: context.at(),
            why: Why::Made.word().into(),
            op: step.unwrap_or_default(),
        };
        let noted = crate::store::StepState::Noted;
        self.step(context, EDITION, &args, None, noted, None, |store, now| {
            let op = match step {
                Some(step) => step,
                None => store.newest_op()?,
            };
            store.keep(&KeptSnapshot { op, ..note }, &bytes)?;
            if step.is_none() { snapshot::become_parent(store, now, &manifest) } else { Ok(()) }
        })?;
        Ok(self.newest)
    }

    /// The hash of what would be in an edition, of the plan as it is or as it was after a step: by it one knows beforehand whether
    /// two would be alike.
    ///
    /// # Errors
    /// As for [`Plan::make_edition`], where it cannot be made.
    pub fn edition_hash(&self, name: &str, step: Option<i64>) -> Result<String> {
        self.check_edition(name)?;
        let state = self.for_edition(step)?;
        Ok(snapshot::shared(&state, With::default()).hash().hex())
    }

    /// The plan as it is, or as it was after a step; refused, where the edition before that holds just the same.
    fn for_edition(&self, step: Option<i64>) -> Result<Arc<State>> {
        let hash = |state: &State| snapshot::shared(state, With::default()).hash();
        let state = match step {
            Some(step) => self.at(&Moment::Step(step))?,
            None => self.state.clone(),
        };
        let earlier = self.editions()?.into_iter().filter(|edition| step.is_none_or(|step| edition.op <= step));
        let Some(edition) = earlier.max_by_key(|edition| edition.op) else { return Ok(state) };
        let then = self.at(&Moment::Step(edition.op))?;
        match hash(&then) == hash(&state) {
            true => Err(Error::refused_with("edition-same", [("value", edition.name)])),
            false => Ok(state),
        }
    }

    /// The name that an edition would have.
    ///
    /// # Errors
    /// As for [`Plan::make_edition`], where it cannot have it.
    pub fn check_edition<'n>(&self, name: &'n str) -> Result<&'n str> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::refused_with("required", [("field", "name".into())]));
        }
        // What reads as a step or an instant would be looked up as one.
        let is_name = matches!(Moment::parse(name), Moment::Snapshot(_));
        if !is_name || name.chars().count() > EDITION_NAME || name.chars().any(char::is_control) {
            return Err(Error::refused_with("edition-name", [("limit", EDITION_NAME.to_string())]));
        }
        if self.store.kept()?.iter().any(|kept| kept.name == name) {
            return Err(Error::refused_with("edition-exists", [("value", name.to_owned())]));
        }
        Ok(name)
    }

    /// The snapshot that an edition is, as it was made; none: the plan does not keep it.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn edition_bytes(&self, edition: &Edition) -> Result<Option<Vec<u8>>> {
        self.store.kept_bytes(&edition.snapshot)
    }

    /// The editions of the plan, oldest first.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn editions(&self) -> Result<Vec<Edition>> {
        let steps = self.store.steps_of(EDITION)?;
        let kept = self.store.kept()?;
        let edition = |step: crate::store::LoggedStep| {
            let id = step.args["snapshot"].as_str()?;
            let kept = kept.iter().find(|kept| kept.id == id)?;
            Some(Edition {
                snapshot: kept.id.clone(),
                name: kept.name.clone(),
                op: kept.op,
                made: step.id,
                at: step.at.clone(),
                by: step.by.clone(),
                instrument: step.args["id"].as_str().unwrap_or_default().to_owned(),
            })
        };
        Ok(steps.into_iter().filter_map(edition).collect())
    }

    /// Notes in the plan's own books that a document was made of it.
    ///
    /// # Errors
    /// `Refused read-only-plan`; `Broken` where the disk fails.
    pub fn note_export(&self, export: &crate::store::Export) -> Result<()> {
        self.may_write()?;
        self.store.note_export(export)
    }

    /// The documents that were made of this plan, newest first.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn exports(&self) -> Result<Vec<crate::store::Export>> {
        self.store.exports()
    }

    /// Whether the open file is still the one at its path: a sync client may have put another there.
    pub fn is_at_its_path(&self) -> bool {
        self.store.is_at_its_path()
    }

    /// A copy of the whole file, history included, as a plan of its own id.
    ///
    /// # Errors
    /// As for [`Plan::create`].
    pub fn save_copy(&self, to: &Path, context: &Context) -> Result<()> {
        self.store.back_up(to, &context.id(u64::MAX))
    }
}
