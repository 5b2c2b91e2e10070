//! Restore points: copies of the plan that the app keeps for itself, in a folder of its own, by plan.
//!
//! Each is two files in `<data>/restore/<plan id>/`: `<id>.gdcplan`, the whole plan by SQLite's backup, and `<id>.json`, which
//! says what it is and what its bytes must be. The second is written last and removed first, so that a restore point is whole
//! or not there, whenever the process ends.

mod thin;

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::kinds::Kind;
use crate::store::{Access, Holder, Store};
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
    /// One that is made as a matter of routine while the newest holds the same steps is that newest one. What is typed after
    /// this belongs to another step.
    ///
    /// # Errors
    /// `Broken` where the disk fails or is full, or where the copy is not what is in memory: then there is none.
    pub fn make(&self, plan: &Plan, context: &Context, why: Occasion, name: &str) -> Result<RestorePoint> {
        let plan_id = plan.store().meta("plan_id")?.unwrap_or_default();
        let content = plan.hash()?;
        plan.end_typing();
        if why.is_routine()
            && let Some(newest) = self.read_all(&plan_id)?.into_iter().next()
            && (newest.op, &newest.content) == (plan.newest(), &content)
            && self.is_whole(&newest)
        {
            return Ok(RestorePoint { soundness: Soundness::Whole, ..newest });
        }
        let folder = self.folder_of(&plan_id);
        make_folder(&folder)?;
        let copy = tempfile::Builder::new().prefix(MAKING).suffix(".gdcplan").tempfile_in(&folder)?;
        plan.store().back_up_into(copy.path())?;
        // All that is checked of any plan is checked of the copy, and every row of it is the one in memory.
        let (store, state) = Store::open(copy.path(), Access::Read, &Holder::default())?;
        if state != **plan.state() || store.newest_op()? != plan.newest() {
            return Err(Error::Broken {
                code: "changed-outside",
                context: "the restore point is not what is in memory".into(),
            });
        }
        drop(store);
        copy.as_file().sync_all()?;
        let (bytes, sha256) = digest(copy.path())?;
        let id = (0..).map(|n| context.id(u64::MAX - 2 - n)).find(|id| !self.file(&plan_id, id, "json").exists());
        let point = RestorePoint {
            id: id.ok_or_else(|| Error::broken("no id for a restore point"))?,
            title: state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default(),
            path: plan.path().to_string_lossy().into_owned(),
            at: context.at(),
            by: context.by.clone(),
            why,
            name: name.trim().chars().take(NAME_MAX).collect(),
            op: plan.newest(),
            content,
            bytes,
            sha256,
            plan_id,
            soundness: Soundness::Whole,
        };
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

    /// The restore points of a plan, newest first. None of those that are called whole is damaged.
    ///
    /// # Errors
    /// `Broken` where the folder cannot be read.
    pub fn list(&self, plan_id: &str) -> Result<Vec<RestorePoint>> {
        Ok(self.looked_at(self.read_all(plan_id)?))
    }

    /// The restore points of the plan that is or was at a path, newest first, also where it cannot be opened any more: those
    /// that were made of a plan there, and those of the plan whose id the file still names.
    ///
    /// # Errors
    /// `Broken` where the folder cannot be read.
    pub fn list_for_path(&self, path: &Path) -> Result<Vec<RestorePoint>> {
        let mut paths = vec![std::path::absolute(path).map_err(|e| Error::from(e).while_doing("path"))?];
        paths.extend(std::fs::canonicalize(path).ok());
        let mut points = Vec::new();
        let mut others = Vec::new();
        for plan_id in self.plans()? {
            let of_plan = self.read_all(&plan_id)?;
            if of_plan.iter().any(|point| paths.iter().any(|path| path.to_string_lossy() == point.path)) {
                points.extend(of_plan);
            } else {
                others.push(of_plan);
            }
        }
        let named = others.into_iter().filter(|points| points.first().is_some_and(|p| names_plan(path, &p.plan_id)));
        points.extend(named.flatten());
        points.sort_by(newest_first);
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
        let points = self.read_all(plan_id)?;
        let mut gone = 0;
        for id in to_go(&points, now).into_iter().filter(|id| Some(*id) != but) {
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
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        match looked.get(&file) {
            Some((bytes, at, right)) if (*bytes, *at) == stamp => *right,
            _ => {
                let right = digest(&file).is_ok_and(|found| found == (point.bytes, point.sha256.clone()));
                looked.insert(file, (stamp.0, stamp.1, right));
                right
            }
        }
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

/// Whether a file that may be no plan any more still says that it is the plan of this id: key and value stand side by side in
/// its table `meta`.
fn names_plan(path: &Path, plan_id: &str) -> bool {
    const LOOK: u64 = 64 << 20;
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LOOK).read_to_end(&mut bytes));
    let wanted = format!("plan_id{plan_id}");
    read.is_ok() && bytes.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}
