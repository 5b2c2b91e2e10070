//! What is remembered between sessions on this machine: settings and recent plans; and the files that references stand for.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use plan::Error;

use crate::session::{Fault, lock};
use crate::types::{FileInfo, Settings};

/// Recent plans that are remembered.
const RECENT_MAX: usize = 12;

pub(crate) struct Shelf {
    folder: Option<PathBuf>,
    settings: Mutex<Settings>,
    recent: Mutex<Vec<PathBuf>>,
    files: Mutex<Files>,
    written: Mutex<HashSet<PathBuf>>,
    read_only_because: Mutex<Option<Error>>,
}

#[derive(Default)]
struct Files {
    by_ref: HashMap<String, PathBuf>,
}

impl Shelf {
    pub fn new(folder: Option<PathBuf>) -> Self {
        let read = |name: &str| folder.as_ref().and_then(|f| std::fs::read(f.join(name)).ok());
        // Settings that cannot be read are the defaults: they are no reason not to open a plan.
        let mut settings: Settings =
            read("settings.json").and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
        fill(&mut settings);
        let recent = read("recent.json").and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
        Shelf {
            folder,
            settings: Mutex::new(settings),
            recent: Mutex::new(recent),
            files: Mutex::default(),
            written: Mutex::default(),
            read_only_because: Mutex::default(),
        }
    }

    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<Settings, Fault> {
        let mut settings = lock(&self.settings);
        let mut changed = settings.clone();
        change(&mut changed);
        fill(&mut changed);
        self.save("settings.json", &changed)?;
        *settings = changed.clone();
        Ok(changed)
    }
    pub fn act_as(&self, name: &str, organization: &str) {
        let mut settings = lock(&self.settings);
        settings.name = name.to_owned();
        settings.organization = organization.to_owned();
    }

    pub fn recent(&self) -> Vec<PathBuf> {
        lock(&self.recent).clone()
    }
    pub fn remember(&self, path: &Path) {
        let Ok(path) = std::path::absolute(path) else { return };
        let mut recent = lock(&self.recent);
        recent.retain(|p| *p != path);
        recent.insert(0, path);
        recent.truncate(RECENT_MAX);
        let list = recent.clone();
        drop(recent);
        // A list that cannot be saved is a comfort lost, not a plan.
        if let Err(error) = self.save("recent.json", &list) {
            eprintln!("the list of recent plans was not saved: {error}");
        }
    }

    fn save<T: serde::Serialize>(&self, name: &str, what: &T) -> Result<(), Fault> {
        let Some(folder) = &self.folder else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        let text = serde_json::to_vec_pretty(what).map_err(Error::broken)?;
        plan::snapshot::write_file(&folder.join(name), &text)
    }

    pub fn mint(&self, path: &Path) -> String {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let mut files = lock(&self.files);
        if let Some((known, _)) = files.by_ref.iter().find(|(_, p)| **p == path) {
            return known.clone();
        }
        // Not to be guessed, so that the web view can name no file that it was not given.
        let name = uuid::Uuid::new_v4().to_string();
        files.by_ref.insert(name.clone(), path);
        name
    }
    pub fn path(&self, file: &str) -> Result<PathBuf, Fault> {
        lock(&self.files).by_ref.get(file).cloned().ok_or_else(|| Error::refused("not-our-file-ref"))
    }

    /// A file was written for the person: it may be shown and opened.
    pub fn wrote(&self, path: &Path) {
        lock(&self.written).insert(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    }
    /// The file of a reference, where it was written since the start.
    pub fn written(&self, file: &str) -> Result<PathBuf, Fault> {
        let path = self.path(file)?;
        if lock(&self.written).contains(&path) { Ok(path) } else { Err(Error::refused("file-not-written")) }
    }

    pub fn describe(&self, path: &Path) -> FileInfo {
        let folder = path.parent().map(|p| p.display().to_string()).unwrap_or_default();
        let home = std::env::var("HOME").unwrap_or_default();
        let folder = match folder.strip_prefix(&home).filter(|_| !home.is_empty()) {
            Some(rest) => format!("~{rest}"),
            None => folder,
        };
        FileInfo {
            file: self.mint(path),
            name: path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
            folder,
            exists: path.exists(),
        }
    }

    pub fn set_read_only_because(&self, error: Option<Error>) {
        *lock(&self.read_only_because) = error;
    }
    pub fn read_only_because(&self) -> Option<Error> {
        lock(&self.read_only_because).clone()
    }
}

fn fill(settings: &mut Settings) {
    if settings.language.is_empty() {
        settings.language = "en".into();
    }
    if !["system", "light", "dark", "contrast"].contains(&settings.theme.as_str()) {
        settings.theme = "system".into();
    }
    settings.text_size = if settings.text_size == 0 { 100 } else { settings.text_size.clamp(75, 200) };
}
