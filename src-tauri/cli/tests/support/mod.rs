//! The real binary in a folder of its own.

#![allow(dead_code, reason = "each file of tests uses what it needs")]
#![allow(clippy::panic, reason = "in a test a panic is the message")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// A folder to work in; it goes with the test.
pub struct Folder(tempfile::TempDir);

/// What one call did.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { status: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
    /// The one JSON answer.
    pub fn json(&self) -> Value {
        assert_eq!(self.out.lines().count(), 1, "one line of JSON: {self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }
    /// It was done.
    pub fn done(self) -> Ran {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{self:?}");
        self
    }
    /// It was not done, for this reason; the words say so on standard error, and nothing was printed.
    pub fn failed(self, status: i32, words: &str) -> Ran {
        assert_eq!(self.status, status, "{self:?}");
        assert!(self.err.contains(words), "{words:?} is not in {self:?}");
        assert!(self.err.starts_with("gdcplan: ") && !self.err.contains("panicked"), "{self:?}");
        assert!(self.out.is_empty(), "{self:?}");
        self
    }
}

/// The program, in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gdcplan"));
    command.current_dir(folder).stdin(Stdio::null());
    // Restore points of tests are not those of whoever runs them.
    command.env("GDCPLANNER_DATA", folder.join(".data"));
    command
}

impl Folder {
    pub fn new() -> Folder {
        // Thousands of syncs of a real disk would test the disk. What a killed process leaves is the same in memory.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Folder(folder.unwrap())
    }
    /// A folder with a copy of the starter plan, `p.gdcplan`.
    pub fn with_plan() -> Folder {
        let folder = Folder::new();
        folder.run(["new", "p.gdcplan"]).done();
        folder
    }
    pub fn path(&self) -> &Path {
        self.0.path()
    }
    pub fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path().join(name)
    }
    pub fn bytes(&self, name: impl AsRef<Path>) -> Vec<u8> {
        std::fs::read(self.at(name)).unwrap()
    }
    pub fn write(&self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.at(name), bytes).unwrap();
    }
    /// Names of what is in the folder, hidden files too, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Ran {
        Ran::of(command(self.path()).args(arguments).output().unwrap())
    }
    /// Runs with `--json` and answers the JSON.
    pub fn json<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Value {
        Ran::of(command(self.path()).args(arguments).arg("--json").output().unwrap()).done().json()
    }
    /// Runs with lines on standard input.
    pub fn feed(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self.start(arguments);
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Ran::of(child.wait_with_output().unwrap())
    }
    /// Starts and leaves it running, all three streams in our hands.
    pub fn start(&self, arguments: &[&str]) -> Child {
        command(self.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
    /// The plain value of a field of a commitment.
    pub fn field(&self, file: &str, row: &str, field: &str) -> Value {
        self.json(["show", file, row])["fields"][field].clone()
    }
}

/// `{"id":…,"field":…,"value":…}`.
pub fn set(id: &str, field: &str, value: impl Into<Value>) -> String {
    serde_json::json!({ "id": id, "field": field, "value": value.into() }).to_string()
}
