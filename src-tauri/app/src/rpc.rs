//! The one command of the shell, and the other ways by which a file comes in.
use std::any::Any;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::{mem, thread};

use plan_wire::{Session, WireError};
use serde_json::{Value, json};
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Runtime, State, WindowEvent};

use crate::arguments::Arguments;
use crate::window;

/// The session, and whether it has opened what the window starts with.
#[derive(Clone)]
pub struct Backend {
    session: Arc<Session>,
    started: Arc<OnceLock<()>>,
    waiting: Arc<Mutex<Waiting>>,
}

/// Files that were handed over before the page could be told of them: two double clicks in a row do that.
#[derive(Default)]
struct Waiting {
    page_is_ready: bool,
    files: Vec<PathBuf>,
}

impl Backend {
    /// Nothing is open behind it yet: who calls waits until `start` has come to its end.
    pub fn new(session: Arc<Session>) -> Self {
        Self { session, started: Arc::default(), waiting: Arc::default() }
    }

    /// Starts to open `file`, or the plan of last time.
    pub fn start(&self, file: Option<PathBuf>) {
        let starting = self.clone();
        thread::spawn(move || {
            // Whatever happens, commands must not wait for ever; the session has nothing open then and says so.
            let outcome = catch_unwind(AssertUnwindSafe(|| starting.session.start(file.as_deref())));
            if let Err(panic) = outcome {
                eprintln!("gdc-planner: the plan could not be opened: {}", words(panic.as_ref()));
            }
            starting.started.get_or_init(|| ());
        });
    }

    fn call(&self, command: &str, arguments: Value, language: &str) -> Result<Value, WireError> {
        self.started.wait();
        self.session.call(command, arguments, language)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the plan; its lock file goes with it.
    pub fn close(&self) {
        self.session.close();
    }
}

/// Runs one command of the wire list, away from the thread that paints.
#[tauri::command]
pub async fn rpc(
    backend: State<'_, Backend>,
    command: String,
    arguments: Value,
    language: String,
) -> Result<Value, WireError> {
    let backend = backend.inner().clone();
    let name = command.clone();
    let answer = tauri::async_runtime::spawn_blocking(move || backend.call(&command, arguments, &language)).await;
    answer.unwrap_or_else(|error| Err(interrupted(&name, &error)))
}

/// The application is about to end and its threads are gone.
fn interrupted(command: &str, error: &tauri::Error) -> WireError {
    WireError {
        sort: "broken".into(),
        code: "broken".into(),
        message: error.to_string(),
        args: [("context".to_owned(), command.to_owned())].into(),
        details: format!("{command}: {error}"),
    }
}

/// A second launch hands its file over and leaves.
pub fn second_launch<R: Runtime>(app: &AppHandle<R>, arguments: Vec<String>, folder: String) {
    window::bring_to_front(app);
    let arguments = arguments.into_iter().skip(1).map(OsString::from);
    match Arguments::read(arguments, Path::new(&folder)) {
        Ok(arguments) => {
            if let Some(remark) = arguments.remark() {
                eprintln!("gdc-planner: {remark}");
            }
            if let Some(file) = arguments.file {
                hand_over(app, file);
            }
        }
        Err(sentence) => eprintln!("gdc-planner: a second launch was not understood: {sentence}"),
    }
}

/// Files dropped on the window, one or several: what to do with them is asked there.
pub fn dropped<R: Runtime>(window: &tauri::Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else { return };
    let app = window.app_handle();
    let Some(backend) = app.try_state::<Backend>() else { return };
    // Nobody drops anything on a page that is not there yet.
    if paths.is_empty() || !backend.waiting().page_is_ready {
        return;
    }
    let files: Vec<String> = paths.iter().map(|path| backend.session.mint(path)).collect();
    window::report("pass dropped files on to the window", app.emit("files-dropped", json!({ "files": files })));
}

/// Tells the page of a file, now or as soon as it listens.
pub fn hand_over<R: Runtime>(app: &AppHandle<R>, file: PathBuf) {
    // An empty window, the floor of measurements, has nothing behind it.
    let Some(backend) = app.try_state::<Backend>() else { return };
    let mut waiting = backend.waiting();
    if waiting.page_is_ready {
        drop(waiting);
        tell(app, &backend, &file);
    } else {
        waiting.files.push(file);
    }
}

/// The page listens: it is told of what came in before.
pub fn page_is_ready<R: Runtime>(app: &AppHandle<R>) {
    let Some(backend) = app.try_state::<Backend>() else { return };
    let files = {
        let mut waiting = backend.waiting();
        waiting.page_is_ready = true;
        mem::take(&mut waiting.files)
    };
    for file in files {
        tell(app, &backend, &file);
    }
}

/// The window learns a reference, never the path.
fn tell<R: Runtime>(app: &AppHandle<R>, backend: &Backend, file: &Path) {
    let reference = backend.session.mint(file);
    window::report("hand a file over to the window", app.emit("open-file", json!({ "file": reference })));
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a fault")
}
