//! `batch`: commands from standard input, one a line, each answered in its place.

use std::io::BufRead;
use std::path::Path;

use plan_wire::WireError;
use serde_json::{Value as Json, json};

use crate::change::{command_named, with_files};
use crate::console::{Console, Fault, complain, status_of};

/// Carries out the commands of standard input and says with which exit status. An answer is written only after its commit,
/// and handed over before the next line is read: what a script has read is on the disk.
pub fn run(console: &mut Console, file: &Path) -> Result<u8, Fault> {
    // A file that cannot be read fails as a whole, before the first line. The lock is taken when the first line needs it.
    console.open_to_read(file)?;
    let mut batch = Batch { editing: false };
    let (mut status, mut carried_out) = (0, 0_u64);
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| console.broken(&format!("standard input: {error}")))?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = match batch.line(console, file, &line) {
            Ok(answer) => answer,
            Err(error) => {
                status = status.max(status_of(&error));
                json!({ "error": error })
            }
        };
        carried_out += 1;
        match console.answer(&answer).and_then(|()| console.flush()) {
            // The rest of the lines is not carried out: that must not look like success.
            Err(Fault::Closed) => {
                let count = carried_out.to_string();
                complain(&console.say_with("cli-output-closed", &[("count", &count)]));
                return Ok(3);
            }
            other => other?,
        }
    }
    Ok(status)
}

struct Batch {
    editing: bool,
}

impl Batch {
    fn line(&mut self, console: &Console, file: &Path, line: &[u8]) -> Result<Json, WireError> {
        let bad = |what: String| match console.refusal("bad-request", [("context", what)]) {
            Fault::Wire(error) => error,
            _ => console.broken("a line"),
        };
        let mut request: Json = serde_json::from_slice(line).map_err(|error| bad(error.to_string()))?;
        let Some(name) = request["command"].as_str().map(str::to_owned) else {
            return Err(bad("a line is {\"command\":…,\"args\":…}".into()));
        };
        let arguments = match request["arguments"].take() {
            Json::Null => request["args"].take(),
            arguments => arguments,
        };
        let command = command_named(console, &name)?;
        if command.writes && !self.editing {
            console.open_to_edit(file)?;
            self.editing = true;
        }
        console.call(&name, with_files(console, arguments))
    }
}
