//! Restore points: copies of the plan that the app keeps for itself, in a folder of its own, by plan.
//!
//! Each is two files in `<data>/restore/<plan id>/`: `<id>.gdcplan`, the whole plan by SQLite's backup, and `<id>.json`, which
//! says what it is and what its bytes must be. The second is written last and removed first, so that a restore point is whole
//! or not there, whenever the process ends.
//!
//! A restore point is of a plan *and* of a place: a file manager copies a file with the id of its plan, and from then on two
//! files go on under one id. What is kept of the one is counted, thinned and listed apart from what is kept of the other.

mod named;
mod thin;

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::kinds::Kind;
use crate::store::{Access, Holder, Store, back_up_beside, is_copy_of, newest_in};
use crate::{Context, Error, Plan, Result, State};

pub use thin::{ASKED, to_go};

/// Why a restore point was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// A person asked for it.
    Asked,
    /// The plan was opened.
    Opened,
    /// The plan was about to return to an earlier state.
    BeforeReturn,
    /// A review was about to be applied.
    BeforeReview,
    /// Some time had passed.
    Time,
}

impl Occasion {
    /// The word of it in files and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Occasion::Asked => "asked",
            Occasion::Opened => "opened",
            Occasion::BeforeReturn => "before_return",
            Occasion::BeforeReview => "before_review",
            Occasion::Time => "time",
        }
    }
    /// Made unasked and for nothing in particular: one more of the same state says nothing new.
    fn is_routine(self) -> bool {
        matches!(self, Occasion::Opened | Occasion::Time)
    }
}

/// Whether a restore point can be used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Soundness {
    /// Its bytes are those that were written.
    Whole,
    /// Its size is right. Its bytes are read before it is used; there are too many of them to read all for a list.
    #[default]
    Unread,
    /// It is cut off, changed or gone.
    Damaged,
}

/// A restore point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestorePoint {
    /// Its id; the names of its files.
    pub id: String,
    /// The plan that it is of.
    pub plan_id: String,
    /// The title of the plan then.
    pub title: String,
    /// Where the plan was then.
    pub path: String,
    /// When it was made, RFC 3339.
    pub at: String,
    /// Who sat before the plan.
    pub by: String,
    /// Why it was made.
    pub why: Occasion,
    /// The name that a person gave it; may be empty.
    pub name: String,
    /// Number of the newest step in it.
    pub op: i64,
    /// When that step was made, RFC 3339; empty: there is none. It tells the line of the plan from that of a copy of the file,
    /// which has another step under the same number.
    #[serde(default)]
    pub step_at: String,
    /// Hash of its content.
    pub content: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Whether it can be used, as far as was looked.
    #[serde(skip)]
    pub soundness: Soundness,
}

impl RestorePoint {
    /// Whether it is of the file at this place.
    pub fn is_of(&self, place: &Path) -> bool {
        self.path == place.to_string_lossy()
    }
}

/// A plan as it is at one moment: what a restore point of it must hold.
#[derive(Debug, Clone)]
pub struct Seen {
    plan_id: String,
    path: PathBuf,
    state: Arc<State>,
    op: i64,
    step_at: String,
    content: String,
}

impl Seen {
    /// Looks at a plan. What is typed after this belongs to another step.
    ///
    /// # Errors
    /// `Broken` where the file cannot be read.
    pub fn of(plan: &Plan) -> Result<Seen> {
        plan.end_typing();
        let step = plan.store().step(plan.newest())?;
        Ok(Seen {
            plan_id: plan.store().meta("plan_id")?.unwrap_or_default(),
            path: plan.path().to_owned(),
            state: plan.state().clone(),
            op: plan.newest(),
            step_at: step.map(|step| step.at).unwrap_or_default(),
            content: plan.hash()?,
        })
    }
}

/// What one file was found to be: its size and time of change then, and whether its bytes were right.
type Looked = (u64, SystemTime, bool);

/// The restore points of all plans on this machine.
#[derive(Debug)]
pub struct RestorePoints {
    folder: PathBuf,
    /// Files whose bytes were read already, so that a list that is shown again reads them no more.
    looked: Mutex<HashMap<PathBuf, Looked>>,
}

/// Bytes that a list reads to tell what is damaged; the rest is read when it is to be used.
const READ_FOR_LIST: u64 = 256 << 20;
/// What is left over from a process that ended is removed after this time; before it may be another's work under way.
const LEFT_OVER: TimeDelta = TimeDelta::hours(1);

impl RestorePoints {
    /// The restore points in the folder `restore` of the app's data folder. It is made when it is first needed.
    pub fn new(data: impl AsRef<Path>) -> RestorePoints {
        RestorePoints { folder: data.as_ref().join("restore"), looked: Mutex::default() }
    }

    /// Keeps a copy of a plan as it is, history included, and thins those that are kept already.
    ///
    /// One that is made as a matter of routine while the newest of this file holds the same steps is that newest one. What is
    /// typed after this belongs to another step.
    ///
    /// # Errors
    /// `Broken` where the disk fails or is full, or where the copy is not what is in memory: then there is none.
    pub fn make(&self, plan: &Plan, context: &Context, why: Occasion, name: &str) -> Result<RestorePoint> {
        let seen = Seen::of(plan)?;
        if let Some(newest) = self.made_already(&seen, why)? {
            return Ok(newest);
        }
        let copy = self.room_for(&seen)?;
        plan.store().back_up_into(copy.path())?;
        self.keep(seen, copy, context, why, name)
    }

    /// The same beside what goes on: nobody waits for it. `see` looks at the plan, when it is its turn; it may be asked again,
    /// where somebody wrote while the file was copied. None, where there is nothing to be seen any more, or where somebody
    /// writes again and again.
    ///
    /// # Errors
    /// As [`RestorePoints::make`].
    pub fn make_beside(
        &self,
        see: &dyn Fn() -> Result<Option<Seen>>,
        context: &Context,
        why: Occasion,
        name: &str,
    ) -> Result<Option<RestorePoint>> {
        for _ in 0..TRIES {
            let Some(seen) = see()? else { return Ok(None) };
            if let Some(newest) = self.made_already(&seen, why)? {
                return Ok(Some(newest));
            }
            let copy = self.room_for(&seen)?;
            if back_up_beside(&seen.path, copy.path())? && newest_in(copy.path())? == seen.op {
                return self.keep(seen, copy, context, why, name).map(Some);
            }
        }
        Ok(None)
    }

    /// The newest of this file, where it is all that a routine one would be.
    fn made_already(&self, seen: &Seen, why: Occasion) -> Result<Option<RestorePoint>> {
        if !why.is_routine() {
            return Ok(None);
        }
        let newest = self.read_all(&seen.plan_id)?.into_iter().find(|point| point.is_of(&seen.path));
        let same = |point: &RestorePoint| {
            (point.op, &point.step_at, &point.content) == (seen.op, &seen.step_at, &seen.content)
                && self.is_whole(point)
        };
        Ok(newest.filter(same).map(|newest| RestorePoint { soundness: Soundness::Whole, ..newest }))
    }

    /// An empty file where the copy goes.
    fn room_for(&self, seen: &Seen) -> Result<tempfile::NamedTempFile> {
        let folder = self.folder_of(&seen.plan_id);
        make_folder(&folder)?;
        Ok(tempfile::Builder::new().prefix(MAKING).suffix(".gdcplan").tempfile_in(&folder)?)
    }

    /// Checks a copy, notes what it is, and gives both their names.
    fn keep(
        &self,
        seen: Seen,
        copy: tempfile::NamedTempFile,
        context: &Context,
        why: Occasion,
        name: &str,
    ) -> Result<RestorePoint> {
        let Seen { plan_id, path, state, op, step_at, content } = seen;
        // All that is checked of any plan is checked of the copy, and every row of it is the one in memory.
        if newest_in(copy.path())? != op || !is_copy_of(copy.path(), &state)? {
            return Err(Error::Broken {
                code: "changed-outside",
                context: "the restore point is not what is in memory".into(),
            });
        }
        copy.as_file().sync_all()?;
        let (bytes, sha256) = digest(copy.path())?;
        let id = (0..).map(|n| context.id(u64::MAX - 2 - n)).find(|id| !self.file(&plan_id, id, "json").exists());
        let point = RestorePoint {
            id: id.ok_or_else(|| Error::broken("no id for a restore point"))?,
            title: state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default(),
            path: path.to_string_lossy().into_owned(),
            at: context.at(),
            by: context.by.clone(),
            why,
            name: named::one_line(name).chars().take(NAME_MAX).collect(),
            op,
            step_at,
            content,
            bytes,
            sha256,
            plan_id,
            soundness: Soundness::Whole,
        };
        let folder = self.folder_of(&point.plan_id);
        let text = serde_json::to_string_pretty(&point).map_err(Error::broken)?;
        let mut note = tempfile::Builder::new().prefix(MAKING).suffix(".json").tempfile_in(&folder)?;
        std::io::Write::write_all(&mut note, text.as_bytes())?;
        note.as_file().sync_all()?;
        let place = |file: tempfile::NamedTempFile, ending: &str| {
            let to = self.file(&point.plan_id, &point.id, ending);
            file.persist(to).map(|_| ()).map_err(|e| Error::from(e.error).while_doing("restore point"))
        };
        place(copy, "gdcplan")?;
        place(note, "json")?;
        crate::snapshot::sync_folder(&folder)?;
        self.thin_but(&point.plan_id, context.now, Some(&point.id))?;
        Ok(point)
    }

    /// The restore points of a plan: first those of the file at this place, then those of other files with its id; each newest
    /// first. None of those that are called whole is damaged.
    ///
    /// # Errors
    /// `Broken` where the folder cannot be read.
    pub fn list(&self, plan_id: &str, place: &Path) -> Result<Vec<RestorePoint>> {
        let mut points = self.read_all(plan_id)?;
        points.sort_by_key(|point| !point.is_of(place));
        Ok(self.looked_at(points))
    }

    /// The restore points of the plan that is or was at a path, also where it cannot be opened any more: first those that were
    /// made of the file there; then those of other files of the same plan, or of the plan whose id the file still names; each
    /// newest first.
    ///
    /// # Errors
    /// `Broken` where the folder cannot be read.
    pub fn list_for_path(&self, path: &Path) -> Result<Vec<RestorePoint>> {
        self.list_for_known(path, None)
    }

    /// The same of a file that is open, whose plan is known: it is not to be opened once more to look.
    ///
    /// # Errors
    /// `Broken` where the folder cannot be read.
    pub fn list_for_known(&self, path: &Path, plan_id: Option<&str>) -> Result<Vec<RestorePoint>> {
        let mut paths = vec![std::path::absolute(path).map_err(|e| Error::from(e).while_doing("path"))?];
        paths.extend(std::fs::canonicalize(path).ok());
        let is_here = |point: &RestorePoint| paths.iter().any(|path| point.is_of(path));
        let mut of_plans = Vec::new();
        for plan_id in self.plans()? {
            of_plans.push(self.read_all(&plan_id)?);
        }
        let (here, others): (Vec<_>, Vec<_>) = of_plans.into_iter().partition(|points| points.iter().any(&is_here));
        let ids: Vec<&str> = others.iter().filter_map(|points| Some(&*points.first()?.plan_id)).collect();
        let named = plan_id.or_else(|| named::plan_named_in(path, &ids)).map(str::to_owned);
        let is_named = |points: &Vec<RestorePoint>| points.first().is_some_and(|p| Some(&p.plan_id) == named.as_ref());
        let mut points: Vec<RestorePoint> =
            here.iter().chain(others.iter().filter(|points| is_named(points))).flatten().cloned().collect();
        points.sort_by(newest_first);
        points.sort_by_key(|point| !is_here(point));
        Ok(self.looked_at(points))
    }

    /// A restore point by its id, its bytes read.
    ///
    /// # Errors
    /// `Refused no-such-restore-point`.
    pub fn find(&self, id: &str) -> Result<RestorePoint> {
        let none = || Error::refused_with("no-such-restore-point", [("value", id.to_owned())]);
        if !is_name(id) {
            return Err(none());
        }
        for plan_id in self.plans()? {
            if let Some(point) = self.read(&self.file(&plan_id, id, "json")) {
                let soundness = if self.is_whole(&point) { Soundness::Whole } else { Soundness::Damaged };
                return Ok(RestorePoint { soundness, ..point });
            }
        }
        Err(none())
    }

    /// The file of a restore point, found whole. It is not to be written.
    ///
    /// # Errors
    /// `Refused no-such-restore-point`, `restore-point-damaged`.
    pub fn path(&self, id: &str) -> Result<PathBuf> {
        let point = self.find(id)?;
        match point.soundness {
            Soundness::Whole => Ok(self.file(&point.plan_id, &point.id, "gdcplan")),
            _ => Err(Error::refused_with("restore-point-damaged", [("value", point.id)])),
        }
    }

    /// The rows of a restore point.
    ///
    /// # Errors
    /// As [`RestorePoints::path`], and as for opening a plan.
    pub fn state(&self, id: &str) -> Result<State> {
        Store::open(&self.path(id)?, Access::Read, &Holder::default()).map(|(_, state)| state)
    }

    /// Makes a plan of a restore point, in a file of its own.
    ///
    /// # Errors
    /// As [`RestorePoints::path`], and as for making a plan.
    pub fn copy(&self, id: &str, to: &Path, context: &Context) -> Result<()> {
        Plan::open(&self.path(id)?, Access::Read, &Holder::default(), context)?.save_copy(to, context)
    }

    /// Removes the restore points of a plan that are too many for their age, and what is left over from a process that ended.
    /// Answers how many restore points went.
    ///
    /// # Errors
    /// `Broken` where they cannot be removed.
    pub fn thin(&self, plan_id: &str, now: DateTime<Utc>) -> Result<usize> {
        self.thin_but(plan_id, now, None)
    }

    fn thin_but(&self, plan_id: &str, now: DateTime<Utc>, but: Option<&str>) -> Result<usize> {
        let mut places: HashMap<String, Vec<RestorePoint>> = HashMap::new();
        for point in self.read_all(plan_id)? {
            places.entry(point.path.clone()).or_default().push(point);
        }
        let too_many = places.values().flat_map(|points| to_go(points, now));
        let mut gone = 0;
        for id in too_many.filter(|id| Some(*id) != but) {
            // The note goes first: without it the copy is no restore point.
            remove(&self.file(plan_id, id, "json"))?;
            remove(&self.file(plan_id, id, "gdcplan"))?;
            gone += 1;
        }
        for entry in entries(&self.folder_of(plan_id))? {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            let noteless = name.strip_suffix(".gdcplan").is_some_and(|id| !self.file(plan_id, id, "json").exists());
            let changed = entry.metadata().and_then(|meta| meta.modified());
            let old = changed.is_ok_and(|at| now.signed_duration_since(DateTime::<Utc>::from(at)) > LEFT_OVER);
            if old && (noteless || name.starts_with(MAKING)) {
                remove(&path)?;
            }
        }
        Ok(gone)
    }

    /// Notes of a plan, newest first, without a look at the copies.
    fn read_all(&self, plan_id: &str) -> Result<Vec<RestorePoint>> {
        let files = entries(&self.folder_of(plan_id))?;
        let notes = files.iter().map(std::fs::DirEntry::path).filter(|p| p.extension().is_some_and(|e| e == "json"));
        let mut points: Vec<RestorePoint> = notes.filter_map(|path| self.read(&path)).collect();
        points.sort_by(newest_first);
        Ok(points)
    }

    /// A note. One that cannot be read, or lies where it does not belong, is none.
    fn read(&self, path: &Path) -> Option<RestorePoint> {
        let meta = std::fs::metadata(path).ok().filter(|meta| meta.is_file() && meta.len() <= NOTE_MAX)?;
        let text = std::fs::read(path).ok().filter(|text| text.len() as u64 == meta.len())?;
        let point: RestorePoint = serde_json::from_slice(&text).ok()?;
        (is_name(&point.id) && self.file(&point.plan_id, &point.id, "json") == path).then_some(point)
    }

    /// Which plans have restore points.
    fn plans(&self) -> Result<Vec<String>> {
        let folders = entries(&self.folder)?;
        let names = folders.iter().map(|entry| entry.file_name().to_string_lossy().into_owned());
        Ok(names.filter(|name| is_name(name)).collect())
    }

    fn looked_at(&self, mut points: Vec<RestorePoint>) -> Vec<RestorePoint> {
        let mut read = 0;
        for point in &mut points {
            let file = self.file(&point.plan_id, &point.id, "gdcplan");
            let size = std::fs::metadata(&file).map_or(0, |meta| meta.len());
            point.soundness = if size != point.bytes {
                Soundness::Damaged
            } else if read + size > READ_FOR_LIST && read > 0 {
                Soundness::Unread
            } else {
                read += size;
                if self.is_whole(point) { Soundness::Whole } else { Soundness::Damaged }
            };
        }
        points
    }

    /// Whether the bytes of a restore point are those that were written.
    fn is_whole(&self, point: &RestorePoint) -> bool {
        let file = self.file(&point.plan_id, &point.id, "gdcplan");
        let Ok(meta) = std::fs::metadata(&file) else { return false };
        let stamp = (meta.len(), meta.modified().unwrap_or(SystemTime::UNIX_EPOCH));
        let looked = || self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((bytes, at, right)) = looked().get(&file)
            && (*bytes, *at) == stamp
        {
            return *right;
        }
        let right = digest(&file).is_ok_and(|found| found == (point.bytes, point.sha256.clone()));
        looked().insert(file, (stamp.0, stamp.1, right));
        right
    }

    /// The id of a plan comes from a file of whoever: it names a folder of ours, and no other.
    fn folder_of(&self, plan_id: &str) -> PathBuf {
        if is_name(plan_id) {
            return self.folder.join(plan_id);
        }
        let hash: String = Sha256::digest(plan_id.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(hash)
    }

    fn file(&self, plan_id: &str, id: &str, ending: &str) -> PathBuf {
        self.folder_of(plan_id).join(format!("{id}.{ending}"))
    }
}

/// How often a copy is begun anew because somebody wrote meanwhile.
const TRIES: usize = 4;
/// Begins the names of files that are being made.
const MAKING: &str = ".making-";
/// Longest name of a restore point, in characters.
const NAME_MAX: usize = 300;
/// Longest note that is read.
const NOTE_MAX: u64 = 1 << 20;

fn newest_first(a: &RestorePoint, b: &RestorePoint) -> std::cmp::Ordering {
    (&b.at, b.op, &b.id).cmp(&(&a.at, a.op, &a.id))
}

/// A name of a file of ours: digits, letters and hyphens.
fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// What is in a folder; nothing, where there is none.
fn entries(folder: &Path) -> Result<Vec<std::fs::DirEntry>> {
    match std::fs::read_dir(folder) {
        Ok(entries) => Ok(entries.collect::<std::io::Result<_>>()?),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(e) => Err(Error::from(e).while_doing("restore points")),
    }
}

/// Makes a folder that is for its owner alone: what is in it is as private as the plan.
fn make_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|e| Error::from(e).while_doing("restore points"))
}

fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::from(e).while_doing("restore points")),
        _ => Ok(()),
    }
}

/// Size and SHA-256 of a file.
fn digest(path: &Path) -> Result<(u64, String)> {
    let mut file = File::open(path)?;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            n => {
                sha.update(&buffer[..n]);
                bytes += n as u64;
            }
        }
    }
    Ok((bytes, sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}
