//! The browser host: the window's commands over HTTP on this machine, so that tests can drive the user interface in any
//! browser. Never shipped.
//!
//! `plan-devhost --ui DIR --data DIR [--plan FILE] [--port N]` prints one line, `listening on http://127.0.0.1:PORT/?token=…`,
//! and serves until it is killed. The token is another one for each start; without it only the static files are served.

mod host;
mod pages;
mod server;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use plan_wire::Session;

use host::{Browser, Shared};
use server::Server;

const USAGE: &str = "plan-devhost --ui DIR --data DIR [--plan FILE] [--port N]";

struct Arguments {
    ui: PathBuf,
    data: PathBuf,
    plan: Option<PathBuf>,
    port: u16,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("plan-devhost: {error}. Call: {USAGE}");
            return ExitCode::from(2);
        }
    };
    match serve(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plan-devhost: {error}");
            ExitCode::from(3)
        }
    }
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    use lexopt::prelude::*;
    let (mut ui, mut data, mut plan, mut port) = (None, None, None, 0);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("ui") => ui = Some(parser.value()?.into()),
            Long("data") => data = Some(parser.value()?.into()),
            Long("plan") => plan = Some(parser.value()?.into()),
            Long("port") => port = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    let missing = |name: &str| lexopt::Error::from(format!("--{name} is missing"));
    Ok(Arguments { ui: ui.ok_or_else(|| missing("ui"))?, data: data.ok_or_else(|| missing("data"))?, plan, port })
}

fn serve(arguments: Arguments) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    std::fs::create_dir_all(&arguments.data)?;
    let shared = Arc::new(Shared::default());
    let session = Session::new(Box::new(Browser(shared.clone())), Some(std::path::absolute(&arguments.data)?));
    let token = uuid::Uuid::new_v4().simple().to_string();
    let server = Server::bind(arguments.port, &arguments.ui, token.clone(), session.clone(), shared)?;
    session.start(arguments.plan.as_deref());
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://127.0.0.1:{}/?token={token}", server.port())?;
    out.flush()?;
    server.run()
}
