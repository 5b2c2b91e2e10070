//! Jobs: reading commands that run beside the window, with progress and cancel.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use plan::Error;
use serde_json::Value as Json;

use crate::commands;
use crate::session::{Call, Fault, Session, lock};
use crate::types::{JobName, JobStart, JobView};

/// Jobs that are remembered when they are over.
const REMEMBERED: usize = 50;

/// Commands that write and may take long all the same: what they write, they write at once and at the end.
const MAY_TAKE_LONG: [&str; 2] = ["review_start", "review_apply"];

#[derive(Default)]
pub(crate) struct Jobs {
    next: AtomicU64,
    jobs: Mutex<BTreeMap<u64, Arc<Handle>>>,
}

/// One job.
pub(crate) struct Handle {
    cancelled: AtomicBool,
    view: Mutex<JobView>,
}

impl Handle {
    /// Notes how far the job is; an error, where it was asked to stop.
    pub fn progress(&self, part: f64) -> Result<(), Fault> {
        lock(&self.view).progress = Some(part);
        if self.cancelled.load(Ordering::Relaxed) { Err(Error::refused("cancelled")) } else { Ok(()) }
    }
}

pub(crate) fn job_start(session: &Session, call: &Call, start: JobStart) -> Result<JobView, Fault> {
    let command = commands::find(&start.command)
        .filter(|c| (!c.writes || MAY_TAKE_LONG.contains(&c.name)) && !c.name.starts_with("job_"))
        .ok_or_else(|| Error::refused_with("no-such-command", [("command", start.command.clone())]))?;
    let number = session.jobs.next.fetch_add(1, Ordering::Relaxed) + 1;
    let view = JobView {
        job: number,
        command: command.name.into(),
        state: "running".into(),
        progress: None,
        answer: Json::Null,
        error: None,
    };
    let handle = Arc::new(Handle { cancelled: AtomicBool::new(false), view: Mutex::new(view) });
    {
        let mut jobs = lock(&session.jobs.jobs);
        jobs.insert(number, handle.clone());
        while jobs.len() > REMEMBERED {
            jobs.pop_first();
        }
    }
    let Some(session) = session.arc() else {
        return Err(Error::broken("jobs need a session that is shared"));
    };
    let language = call.language.clone();
    let started = lock(&handle.view).clone();
    std::thread::Builder::new().name(format!("job-{number}")).spawn(move || {
        let call = session.request(&language, Some(handle.clone()));
        let answer = session.run(command.name, start.arguments, &call);
        let ended = {
            let mut view = lock(&handle.view);
            match answer {
                Ok(answer) => {
                    view.answer = answer;
                    view.progress = Some(1.0);
                    view.state = "done".into();
                }
                Err(error) if error.code == "cancelled" => view.state = "cancelled".into(),
                Err(error) => {
                    view.error = Some(error);
                    view.state = "failed".into();
                }
            }
            // The answer is fetched by `job_get`: an event may pass through many hands.
            JobView { answer: Json::Null, ..view.clone() }
        };
        match serde_json::to_value(ended) {
            Ok(payload) => session.host.emit("job-progress", payload),
            Err(error) => eprintln!("job {number}: {error}"),
        }
    })?;
    Ok(started)
}

fn handle_of(session: &Session, job: u64) -> Result<Arc<Handle>, Fault> {
    lock(&session.jobs.jobs).get(&job).cloned().ok_or_else(|| Error::stale("job", &job.to_string()))
}

pub(crate) fn job_get(session: &Session, _: &Call, name: JobName) -> Result<JobView, Fault> {
    Ok(lock(&handle_of(session, name.job)?.view).clone())
}

pub(crate) fn job_cancel(session: &Session, _: &Call, name: JobName) -> Result<JobView, Fault> {
    let handle = handle_of(session, name.job)?;
    handle.cancelled.store(true, Ordering::Relaxed);
    Ok(lock(&handle.view).clone())
}
