//! What stands around a session: a window, a browser, or nobody at all.

use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::types::Purpose;

/// What a desktop does with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToDesktop {
    /// Shows it in its folder.
    Show,
    /// Opens it in the program that is for it.
    Open,
}

/// What a host does for a session.
pub trait Host: Send + Sync {
    /// Lets the user choose a file to open.
    fn choose_open(&self) -> Option<PathBuf>;
    /// Lets the user choose several files to open; none: the user thought better of it.
    fn choose_several(&self) -> Vec<PathBuf> {
        self.choose_open().into_iter().collect()
    }
    /// Lets the user choose a place for a file; `suggested` is a name without folder.
    fn choose_save(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf>;
    /// Passes an event on. Called after a commit, never before.
    fn emit(&self, event: &str, payload: Json);
    /// The window has painted its first rows.
    fn window_ready(&self) {}
    /// Whether there is a desktop that shows files in their folder and opens them; a browser and a terminal have none.
    fn has_desktop(&self) -> bool {
        false
    }
    /// Shows a file in its folder, or opens it in the program that is for it; else why that could not be done.
    fn to_desktop(&self, _: &Path, _: ToDesktop) -> Result<(), String> {
        Err("there is no desktop".to_owned())
    }
}

/// Nobody is there to choose a file, and nobody listens to events: the command line, tests, measurements.
pub struct Nobody;

impl Host for Nobody {
    fn choose_open(&self) -> Option<PathBuf> {
        None
    }
    fn choose_save(&self, _: Purpose, _: &str) -> Option<PathBuf> {
        None
    }
    fn emit(&self, _: &str, _: Json) {}
}
