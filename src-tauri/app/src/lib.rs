//! The desktop shell: one window, file dialogs, one command `rpc`. It knows nothing of planning; what the window asks
//! for goes to `plan-wire`, and what happens there comes back as events.
mod arguments;
mod data;
mod host;
mod rpc;
mod window;

use std::env;
use std::error::Error;
use std::process::ExitCode;

use plan_wire::Session;
use tauri::{AppHandle, Manager, RunEvent, Runtime};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tauri_plugin_window_state::StateFlags;

use arguments::{Arguments, USAGE};
use data::DataFolder;
use host::Desktop;
use rpc::Backend;
use window::Curtain;

/// Starts the application and returns when its window is closed.
pub fn main() -> ExitCode {
    prepare_environment();
    let folder = match env::current_dir() {
        Ok(folder) => folder,
        Err(error) => return fail(&format!("the folder it was started in cannot be read: {error}")),
    };
    let arguments = match Arguments::read(env::args_os().skip(1), &folder) {
        Ok(arguments) => arguments,
        Err(sentence) => {
            eprintln!("gdc-planner: {sentence}");
            return ExitCode::from(2);
        }
    };
    if arguments.version {
        println!("gdc-planner {}", env!("CARGO_PKG_VERSION"));
        return ExitCode::SUCCESS;
    }
    if arguments.help {
        println!("{USAGE}\nOpens the plan FILE (.gdcplan or .gdcsnap), or the one that was open last.");
        return ExitCode::SUCCESS;
    }
    if let Some(remark) = arguments.remark() {
        eprintln!("gdc-planner: {remark}");
    }
    if !has_display() {
        return fail(
            "there is no display. Start it in a desktop session, or use `gdcplan`, the same without a window.",
        );
    }
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn run(arguments: Arguments) -> tauri::Result<()> {
    let curtain = Curtain::down(arguments.timing);
    let app = tauri::Builder::default()
        // First, so that a second launch leaves before it touches anything.
        .plugin(tauri_plugin_single_instance::init(rpc::second_launch))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .register_uri_scheme_protocol(window::EMPTY, window::serve_empty)
        .manage(curtain)
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .setup(move |app| {
            let handle = app.handle().clone();
            if let Err(error) = open(&handle, arguments) {
                give_up(handle, error.as_ref());
            }
            Ok(())
        })
        .on_window_event(rpc::dropped)
        .build(tauri::generate_context!())?;
    app.run(|app, event| match event {
        RunEvent::Exit => {
            if let Some(backend) = app.try_state::<Backend>() {
                backend.close();
            }
        }
        // There a double click comes as an event, not as an argument; the first may come before the window is ready.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for file in urls.iter().filter_map(|url| url.to_file_path().ok()) {
                rpc::hand_over(app, file);
            }
        }
        _ => {}
    });
    Ok(())
}

/// Makes the window, and opens the plan beside it.
fn open<R: Runtime>(app: &AppHandle<R>, arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let data = DataFolder::find(app)?;
    // Whether the window is visible is not remembered: it is hidden until its content is there.
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    let remembered = data.path().join("window.json").to_string_lossy().into_owned();
    let window_state = tauri_plugin_window_state::Builder::new().with_filename(remembered);
    app.plugin(window_state.with_state_flags(flags).build())?;
    // Nothing is opened behind an empty page: it is the floor that a plan is measured against.
    if !arguments.empty_window {
        let session = Session::new(Box::new(Desktop::new(app.clone())), Some(data.path().to_owned()));
        app.manage(Backend::new(session));
    }
    app.manage(data);
    window::open(app, arguments.empty_window)?;
    // Beside the programs of the web view that start now: earlier it would hold up the making of the window.
    if let Some(backend) = app.try_state::<Backend>() {
        backend.start(arguments.file);
    }
    Ok(())
}

/// Says why there is no window, also to whoever started it by a double click, and ends.
fn give_up<R: Runtime>(app: AppHandle<R>, error: &dyn Error) {
    fail(&error.to_string());
    let dialog = app.dialog().message(error.to_string()).title("GDC Planner").kind(MessageDialogKind::Error);
    dialog.show(move |_| app.exit(1));
}

/// WebKitGTK's DMABUF renderer shows an empty window with some graphics drivers and in most virtual machines.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn prepare_environment() {
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if env::var_os(VARIABLE).is_none() {
        // SAFETY: this is the first thing `main` does; no other thread exists that could read the environment.
        unsafe { env::set_var(VARIABLE, "1") };
    }
}

#[cfg(not(target_os = "linux"))]
fn prepare_environment() {}

/// GTK would end the process with a panic; a sentence helps more.
fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn fail(sentence: &str) -> ExitCode {
    eprintln!("gdc-planner: {sentence}");
    ExitCode::FAILURE
}
