//! Running other programs: in the right folder, with what they say shown as they say it, and with errors that name the
//! command.
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, fs, thread};

/// What a step of ours comes to: nothing, or a sentence that says what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder of the repository.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(named) => root().join(named),
        None => root().join("target"),
    }
}

/// A command in the folder of the repository, without our terminal's input: nothing may wait for an answer.
pub fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// `cargo` as the one that runs us.
pub fn cargo(arguments: &[&str]) -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// A script of `ui/package.json`.
pub fn npm(arguments: &[&str]) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    npm.current_dir(root().join("ui")).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").env("NO_UPDATE_NOTIFIER", "1");
    npm
}

/// The command as it would be typed.
pub fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Runs a command and shows what it says.
pub fn run(mut command: Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(&command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", spelled(&command))) }
}

/// Runs a command and shows what it says on standard error: standard output belongs to the answer.
pub fn run_aside(mut command: Command) -> Outcome {
    command.stdout(io::stderr());
    run(command)
}

/// Runs a command and answers with what it wrote to standard output; its standard error is shown.
pub fn read(mut command: Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(&command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", spelled(&command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` wrote something that is not text", spelled(&command)))
}

/// Runs a command, shows what it says and keeps it. The first value is whether it succeeded.
pub fn watch(mut command: Command) -> Outcome<(bool, String)> {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|error| not_started(&command, &error))?;
    let errors = child.stderr.take().map(|stream| thread::spawn(move || pass_on(stream, io::stderr())));
    let mut said = child.stdout.take().map_or_else(String::new, |stream| pass_on(stream, io::stdout()));
    if let Some(errors) = errors {
        said.push_str(&errors.join().map_err(|_| "a thread that reads a program's messages failed".to_owned())?);
    }
    let status = child.wait().map_err(|error| not_started(&command, &error))?;
    Ok((status.success(), said))
}

/// A command that runs beside others, and gives way to them.
pub struct AtLeisure {
    spelled: String,
    done: thread::JoinHandle<io::Result<Output>>,
}

/// Starts a command that gives way to others. What it says is shown when it is asked how it went.
pub fn at_leisure(command: Command) -> AtLeisure {
    let spelled = spelled(&command);
    let mut quiet =
        if cfg!(unix) { self::command("nice", &["-n", "19"]) } else { self::command(command.get_program(), &[]) };
    if cfg!(unix) {
        quiet.arg(command.get_program());
    }
    quiet.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => quiet.env(name, value),
            None => quiet.env_remove(name),
        };
    }
    AtLeisure { spelled, done: thread::spawn(move || quiet.output()) }
}

impl AtLeisure {
    /// Waits for it, and shows what it said where it failed.
    pub fn finish(self) -> Outcome {
        let said = self.done.join().map_err(|_| format!("the thread that waits for `{}` failed", self.spelled))?;
        let output = said.map_err(|error| format!("`{}` could not be started: {error}", self.spelled))?;
        if output.status.success() {
            return Ok(());
        }
        eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        Err(format!("`{}` failed ({})", self.spelled, output.status))
    }
}

/// Copies a stream line by line and answers with its text.
fn pass_on(stream: impl Read, mut to: impl Write) -> String {
    let mut said = String::new();
    let mut lines = BufReader::new(stream);
    let mut line = Vec::new();
    let mut shown = true;
    // Reading ends at the end of the stream, or when the program on the other side is gone.
    while matches!(lines.read_until(b'\n', &mut line), Ok(length) if length > 0) {
        let text = String::from_utf8_lossy(&line);
        said.push_str(&text);
        // Our own reader may go away (`cargo xtask test | head`); the program is read to its end all the same.
        shown = shown && to.write_all(&line).and_then(|()| to.flush()).is_ok();
        line.clear();
    }
    said
}

/// Whether a program answers to `--version`, and what.
pub fn version(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program, arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Reads a text file; the error names it.
pub fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// All files in a folder and in the folders in it, sorted.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let said = |error| format!("cannot look into {}: {error}", next.display());
        for entry in fs::read_dir(&next).map_err(said)? {
            let path = entry.map_err(said)?.path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Makes a folder with its parents; the error names it.
pub fn folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| format!("cannot make the folder {}: {error}", path.display()))
}

fn not_started(command: &Command, error: &io::Error) -> String {
    format!("`{}` could not be started: {error}", spelled(command))
}
