//! `gdcplan`: the commands of the window without a window, for scripts and for whoever prepares ten files at once.
//!
//! It is a thin host of `plan-wire`: it reads arguments, calls commands, and prints what comes back, as words for people or,
//! with `--json`, as one JSON answer.

mod arguments;
mod batch;
mod carry;
mod change;
mod console;
mod export;
mod instrument;
mod lists;
mod questions;
mod read;
mod review;
mod table;
mod usage;

use std::process::ExitCode;

use arguments::{Asked, Order};
use console::{Console, Fault, complain};

fn main() -> ExitCode {
    let asked = match arguments::read(std::env::args_os()) {
        Ok(asked) => asked,
        Err(error) => {
            complain(&error);
            return ExitCode::from(2);
        }
    };
    let Asked { settings, order } = asked;
    let mut console = Console::new(&settings);
    let outcome = carry_out(&mut console, order);
    // What is open is closed before the process ends: the lock file goes with it.
    console.session.close();
    match (outcome, console.flush()) {
        (Ok(_), Err(fault @ Fault::Output(_))) | (Err(fault), _) => console.report(fault),
        (Ok(status), _) => ExitCode::from(status),
    }
}

/// Carries an order out and says with which exit status.
fn carry_out(console: &mut Console, order: Order) -> Result<u8, Fault> {
    match order {
        Order::Help(command) => usage::print(console, command.as_deref())?,
        Order::Version => console.line(&format!("gdcplan {}", env!("CARGO_PKG_VERSION")))?,
        Order::New { file, empty, title } => change::new(console, &file, empty, &title)?,
        Order::Info { file } => read::info(console, &file)?,
        Order::List { kind, file, text } => lists::list(console, &kind, &file, &text)?,
        Order::Show { file, row } => read::show(console, &file, &row)?,
        Order::Call { file, command, arguments } => change::call(console, &file, &command, arguments)?,
        Order::Batch { file } => return batch::run(console, &file),
        Order::Commands => read::commands(console)?,
        Order::Undo { file } => change::undo(console, &file)?,
        Order::Redo { file } => change::redo(console, &file)?,
        Order::History { file, row, limit } => read::history(console, &file, row.as_deref(), limit)?,
        Order::At { file, moment, to, name, with } => change::at(console, &file, &moment, &to, &name, &with)?,
        Order::Check { file, rule, intended } => questions::check(console, &file, rule.as_deref(), intended)?,
        Order::Verify { file } => read::verify(console, &file)?,
        Order::Hash { file } => read::hash(console, &file)?,
        Order::Snapshot { file, to, name, with } => change::snapshot(console, &file, &to, &name, &with)?,
        Order::Copy { from, to } => change::copy(console, &from, &to)?,
        Order::Diff { a, b } => read::diff(console, &a, &b)?,
        Order::Review { file, theirs, decide, minutes } => {
            review::review(console, &file, &theirs, decide.as_deref(), minutes.as_deref())?
        }
        Order::Export { file, to, asked } => export::export(console, &file, &to, &asked)?,
        Order::Instrument { file, table, asked } => instrument::instrument(console, &file, &table, &asked)?,
        Order::Carry { file, instrument, asked } => carry::carry(console, &file, instrument.as_deref(), &asked)?,
        Order::Generate { file, commitments, seed } => change::generate(console, &file, commitments, seed)?,
        Order::NotYet { command } => return Err(console.refusal("not-yet", [("command", command)])),
    }
    Ok(0)
}
