//! A session without a window, on plans in a folder of its own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use plan_wire::types::Purpose;
use plan_wire::{Host, Session, WireError};
use serde_json::{Value as Json, json};

/// A host that chooses nothing and remembers events.
#[derive(Default)]
struct Silent {
    events: Arc<Mutex<Vec<(String, Json)>>>,
}

impl Host for Silent {
    fn choose_open(&self) -> Option<PathBuf> {
        None
    }
    fn choose_save(&self, _: Purpose, _: &str) -> Option<PathBuf> {
        None
    }
    fn emit(&self, event: &str, payload: Json) {
        self.events.lock().unwrap().push((event.to_owned(), payload));
    }
}

/// A person before a session.
pub struct Desk {
    pub session: Arc<Session>,
    pub events: Arc<Mutex<Vec<(String, Json)>>>,
    pub folder: tempfile::TempDir,
}

impl Desk {
    /// The starter plan, read-only, and a data folder.
    pub fn starter() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::over(folder, true);
        desk.session.start(None);
        desk
    }

    /// A plan made from the starter, open to edit. Without a data folder, so without restore points.
    pub fn plan() -> Desk {
        Desk::new_plan(Desk::over(tempfile::tempdir().unwrap(), false))
    }

    /// The same with a data folder.
    pub fn kept_plan() -> Desk {
        Desk::new_plan(Desk::over(tempfile::tempdir().unwrap(), true))
    }

    fn new_plan(desk: Desk) -> Desk {
        let file = desk.file("plan.gdcplan");
        desk.ok("plan_new", json!({ "file": file }));
        desk
    }

    /// Over a folder, with a data folder in it or none.
    pub fn over(folder: tempfile::TempDir, data: bool) -> Desk {
        let desk = Desk::at_window(folder, data);
        desk.session.speak_plainly();
        desk
    }

    /// The same before a window, where names in sentences are isolated from their direction.
    pub fn at_window(folder: tempfile::TempDir, data: bool) -> Desk {
        let host = Silent::default();
        let events = host.events.clone();
        let session = Session::new(Box::new(host), data.then(|| folder.path().join("data")));
        session.act_as("Ada", "ITU");
        Desk { session, events, folder }
    }

    /// The path of a file of this desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A reference to a file of this desk.
    pub fn file(&self, name: &str) -> String {
        self.session.mint(&self.path(name))
    }

    pub fn call(&self, command: &str, arguments: Json) -> Result<Json, WireError> {
        self.session.call(command, arguments, "en")
    }

    /// What a command answers that is carried out.
    #[track_caller]
    pub fn ok(&self, command: &str, arguments: Json) -> Json {
        let shown = arguments.to_string();
        self.call(command, arguments).unwrap_or_else(|error| panic!("{command} {shown}: {error:?}"))
    }

    /// The code of a command that is refused; its message says what happened in words.
    #[track_caller]
    pub fn refused(&self, command: &str, arguments: Json) -> String {
        let shown = arguments.to_string();
        match self.call(command, arguments) {
            Ok(answer) => panic!("{command} {shown} was carried out: {answer}"),
            Err(error) => {
                assert!(!error.message.contains("The reason has the code"), "{}: no words", error.code);
                assert!(!error.message.contains("{ $"), "{}: {}", error.code, error.message);
                error.code
            }
        }
    }

    /// Id of the row that a text names.
    #[track_caller]
    pub fn id(&self, kind: &str, text: &str) -> String {
        let row = self.ok("row_get", json!({ "kind": kind, "id": text }));
        row["row"]["id"].as_str().unwrap().to_owned()
    }

    /// Hash of the content.
    pub fn hash(&self) -> String {
        self.ok("plan_hash", json!({}))["hash"].as_str().unwrap().to_owned()
    }
}

/// The texts of a list.
pub fn texts(list: &Json) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}
