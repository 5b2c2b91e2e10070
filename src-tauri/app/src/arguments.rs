//! The command line of the application: at most one plan to open, and two hidden arguments for measurements.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What the command line asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The file to open, always absolute: SQLite reads names such as `file:x` as addresses, absolute paths never.
    pub file: Option<PathBuf>,
    /// How many further files were named. A file manager names all that are selected; one window shows one plan.
    pub left_out: usize,
    /// Print one line when the first content is on the screen (hidden; for `cargo xtask bench`).
    pub timing: bool,
    /// Show an empty page in the same shell: the floor for start-up and memory (hidden; for `cargo xtask bench`).
    pub empty_window: bool,
    /// Print the version and leave.
    pub version: bool,
    /// Print how the program is called and leave.
    pub help: bool,
}

impl Arguments {
    /// Reads the arguments behind the program's name; `folder` is where relative paths start.
    ///
    /// # Errors
    /// A sentence for the terminal when an argument is unknown or empty.
    pub fn read(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Result<Self, String> {
        let mut read = Self::default();
        let mut only_files = false;
        for argument in arguments {
            match argument.to_str() {
                Some("--") if !only_files => only_files = true,
                Some("--timing") if !only_files => read.timing = true,
                Some("--empty-window") if !only_files => read.empty_window = true,
                Some("--version" | "-V") if !only_files => read.version = true,
                Some("--help" | "-h") if !only_files => read.help = true,
                Some(unknown) if !only_files && unknown.starts_with('-') => {
                    return Err(format!("{unknown} is not known. Call: {USAGE}"));
                }
                Some("") => return Err(format!("The name of the file is empty. Call: {USAGE}")),
                _ if read.file.is_some() => read.left_out += 1,
                _ => read.file = Some(folder.join(argument)),
            }
        }
        Ok(read)
    }
}

impl Arguments {
    /// What is said, on standard error, of files that are not opened.
    pub fn remark(&self) -> Option<String> {
        (self.left_out > 0).then(|| format!("one plan at a time: {} more were named and not opened", self.left_out))
    }
}

/// How the program is called.
pub const USAGE: &str = "gdc-planner [FILE]";

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Arguments, String> {
        Arguments::read(arguments.iter().map(OsString::from), Path::new("/home/amina"))
    }

    #[test]
    fn a_relative_file_becomes_absolute_and_an_absolute_one_stays() {
        assert_eq!(read(&["plan.gdcplan"]).unwrap().file, Some(PathBuf::from("/home/amina/plan.gdcplan")));
        assert_eq!(read(&["/media/p.gdcplan"]).unwrap().file, Some(PathBuf::from("/media/p.gdcplan")));
        assert_eq!(read(&["file:x?mode=rwc"]).unwrap().file, Some(PathBuf::from("/home/amina/file:x?mode=rwc")));
    }

    #[test]
    fn names_that_look_like_options_are_files_behind_two_dashes() {
        assert_eq!(read(&["--", "--timing"]).unwrap().file, Some(PathBuf::from("/home/amina/--timing")));
        assert!(!read(&["--", "--timing"]).unwrap().timing);
    }

    #[test]
    fn what_is_not_understood_is_refused_with_the_usage() {
        for wrong in [&["--colour"][..], &[""], &["a", ""]] {
            assert!(read(wrong).unwrap_err().contains(USAGE));
        }
    }

    #[test]
    fn of_several_files_the_first_is_opened_and_the_others_are_counted() {
        let several = read(&["a.gdcplan", "b.gdcplan", "c.gdcsnap"]).unwrap();
        assert_eq!((several.file, several.left_out), (Some(PathBuf::from("/home/amina/a.gdcplan")), 2));
        assert_eq!(read(&["a.gdcplan"]).unwrap().left_out, 0);
    }

    #[test]
    fn nothing_asks_for_nothing() {
        assert_eq!(read(&[]).unwrap(), Arguments::default());
    }
}
