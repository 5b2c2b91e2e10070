//! The folder where the application keeps what is its own: settings, restore points, the web view's cache.
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use tauri::{AppHandle, Manager, Runtime};

/// Names another folder; tests and portable set-ups use it.
pub const VARIABLE: &str = "GDCPLANNER_DATA";

/// The application's own folder; it exists.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// Finds the folder and makes it if needed.
    ///
    /// # Errors
    /// When the system names no such folder or it cannot be made.
    pub fn find<R: Runtime>(app: &AppHandle<R>) -> io::Result<Self> {
        let folder = match env::var_os(VARIABLE).filter(|name| !name.is_empty()) {
            Some(named) => std::path::absolute(named)?,
            None => app.path().app_data_dir().map_err(io::Error::other)?,
        };
        fs::create_dir_all(&folder).map_err(|error| {
            io::Error::new(error.kind(), format!("cannot make the folder {}: {error}", folder.display()))
        })?;
        Ok(Self(folder))
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the web view keeps its cache.
    pub fn web_view(&self) -> PathBuf {
        self.0.join("webview")
    }
}
