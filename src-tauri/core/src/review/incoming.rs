//! What comes in: snapshots, and plans of others, which are taken as the snapshot that they would be.

use std::path::Path;

use super::Sort;
use crate::history::Moment;
use crate::snapshot::{Manifest, Snapshot, With, write, write_beside};
use crate::store::{Access, Holder, OpenHere};
use crate::{Context, Error, Plan, Result};

/// A file that came in, read and found whole.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Its name, without folder.
    pub file: String,
    /// What kind of file it is.
    pub sort: Sort,
    /// What it says of itself.
    pub manifest: Manifest,
    /// The bytes of the snapshot.
    pub bytes: Vec<u8>,
    /// The plan at the last moment that both histories share, as a snapshot; or what was reviewed of the same plan before.
    pub common: Option<(Manifest, Vec<u8>)>,
}

/// Reads a file that is to be reviewed into a plan. Nothing of it is believed that is not checked, and it is not written to.
///
/// # Errors
/// As for reading a snapshot, and as for opening a plan to read; `Refused is-this-plan`, where it is the plan itself.
pub fn read_incoming(plan: &Plan, path: &Path, context: &Context, here: Option<OpenHere>) -> Result<Incoming> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if here.is_some() && plan.is_at_its_path() {
        return Err(Error::refused_with("is-this-plan", [("path", path.display().to_string())]));
    }
    let theirs = match Plan::open_known(path, Access::Read, &Holder::default(), context, None) {
        Ok(theirs) => theirs,
        Err(Error::Refused { code: "is-a-snapshot", .. }) => {
            let (snapshot, bytes) = Snapshot::open(path)?;
            let manifest = snapshot.manifest;
            return plan.with_reviewed(Incoming { file, sort: Sort::Snapshot, manifest, bytes, common: None }, 0);
        }
        Err(error) => return Err(error),
    };
    let last = theirs.history(None, i64::MAX, 1)?.into_iter().next();
    let stem = Path::new(&file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    // As if its owner had shared it when it was changed last, whole: the owner has handed over the file itself.
    let as_of = |at: &str| at.parse::<chrono::DateTime<chrono::Utc>>().unwrap_or(chrono::DateTime::UNIX_EPOCH);
    let then = Context {
        now: last.as_ref().map_or(chrono::DateTime::UNIX_EPOCH, |step| as_of(&step.at)),
        by: last.as_ref().map(|step| step.by.clone()).unwrap_or_default(),
        organization: last.as_ref().map(|step| step.organization.clone()).unwrap_or_default(),
        ..context.clone()
    };
    let (manifest, bytes) = write_beside(theirs.state(), &then, &stem, With::ALL, theirs.beside()?)?;
    let same_id = theirs.store().meta("plan_id")? == plan.store().meta("plan_id")?;
    let shared = common_step(plan, &theirs)?;
    let (sort, common) = match (shared, same_id) {
        (0, false) => (Sort::Plan, None),
        (step, _) => {
            let state = plan.at(&Moment::Step(step))?;
            let at = plan.store().step(step)?.map(|step| step.at).unwrap_or_default();
            (Sort::Copy, Some(write(&state, &Context { now: as_of(&at), ..then }, "", With::ALL)?))
        }
    };
    plan.with_reviewed(Incoming { file, sort, manifest, bytes, common }, shared)
}

/// The last step that two histories share from their beginning; 0: none.
///
/// # Errors
/// `Broken` where one of the files cannot be read.
pub fn common_step(mine: &Plan, theirs: &Plan) -> Result<i64> {
    let same = |step: i64| -> Result<bool> {
        let line = |plan: &Plan| Ok::<_, Error>(plan.store().step(step)?.map(|step| step.fixed()));
        let (a, b) = (line(mine)?, line(theirs)?);
        Ok(a.is_some() && a == b)
    };
    // Steps say by whom, when and in which sitting they were made: once two histories part they never meet again.
    let (mut shared, mut beyond) = (0, mine.newest().min(theirs.newest()) + 1);
    while beyond - shared > 1 {
        let middle = shared + (beyond - shared) / 2;
        if same(middle)? { shared = middle } else { beyond = middle }
    }
    // Typing may go on in the step at which a copy was made: then the last shared one was another in both.
    Ok(shared)
}
