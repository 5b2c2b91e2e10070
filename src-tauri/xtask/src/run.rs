//! `run` and `pictures`: the real window, before a person or, where there is no display, before a camera.
use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::papers;
use crate::setup;
use crate::shell::{self, Outcome, cargo, npm};

/// Builds the window and opens it.
pub fn run(arguments: &[String]) -> Outcome {
    let (options, files): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.starts_with("--"));
    let release = match options.as_slice() {
        [] => false,
        [option] if *option == "--release" => true,
        _ => return Err("`run` understands `--release` and the name of one plan".into()),
    };
    let files = files.into_iter().map(|file| std::path::absolute(file).map_err(|error| format!("{file}: {error}")));
    let files = files.collect::<Outcome<Vec<PathBuf>>>()?;
    let displayed = has_display();
    setup::window(displayed)?;
    build_ui()?;
    build_app(release)?;
    if displayed {
        let mut app = Command::new(app_path(release));
        app.args(files);
        return shell::run(app);
    }
    println!("There is no display (DISPLAY and WAYLAND_DISPLAY are not set).");
    println!("The window is opened on a screen in memory, and a picture of it is saved.");
    let mut camera = window_script(&["tests/window/pictures.mjs"]);
    camera.arg(pictures_folder()).args(["light", "start"]).args(files).env("GDCPLANNER_APP", app_path(release));
    shell::run(camera)
}

/// Saves pictures of every screen of the real window, in every look, and of documents.
pub fn pictures(arguments: &[String]) -> Outcome {
    let (only, arguments) = match arguments {
        [first, rest @ ..] if first == "--documents" => (true, rest),
        all => (false, all),
    };
    let folder = match arguments {
        [] => pictures_folder(),
        [folder] if !folder.starts_with('-') => {
            std::path::absolute(folder).map_err(|error| format!("{folder}: {error}"))?
        }
        _ => return Err("`pictures` understands `--documents` and the name of one folder".into()),
    };
    if only {
        return papers::pictures(&folder);
    }
    setup::window(false)?;
    build_ui()?;
    build_app(false)?;
    let mut camera = window_script(&["tests/window/pictures.mjs"]);
    camera.arg(&folder).args(["light,dark,mirrored", "all"]);
    shell::run(camera)?;
    papers::pictures(&folder)
}

/// Builds `ui/dist`.
pub fn build_ui() -> Outcome {
    shell::run(npm(&["run", "--silent", "build"]))
}

/// Builds the application with the pages of `ui/dist` in it.
pub fn build_app(release: bool) -> Outcome {
    shell::run(app_build(release))
}

/// The command that does so.
pub fn app_build(release: bool) -> Command {
    let mut build = cargo(&["build", "--package", "gdc-planner", "--features", "custom-protocol"]);
    if release {
        build.arg("--release");
    }
    build
}

/// Where `build_app` puts the application.
pub fn app_path(release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    shell::target().join(profile).join(format!("gdc-planner{}", env::consts::EXE_SUFFIX))
}

/// Node, in `ui`, with the names of the programs that drive the window.
pub fn window_script(arguments: &[&str]) -> Command {
    let mut node = shell::command("node", arguments);
    node.current_dir(shell::root().join("ui"))
        .env("GDCPLANNER_APP", app_path(false))
        .env("GDCPLAN", shell::target().join("debug").join(format!("gdcplan{}", env::consts::EXE_SUFFIX)))
        .env("TAURI_DRIVER", setup::driver_path());
    node
}

fn pictures_folder() -> PathBuf {
    shell::target().join("pictures")
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
