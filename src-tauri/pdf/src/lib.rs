//! Council documents as PDF, set by Typst.
//!
//! A paper becomes data ([`lay`]) that one fixed template reads (`council.typ`): no word of a paper is ever read as Typst. Letters
//! that no font has are shown by a sign first ([`letters`]), for a PDF that everybody can read (PDF/UA-1) must not have any
//! without a shape. Fonts, template and data are all that Typst can reach ([`world`]): no file, no network, no clock.

mod data;
mod lay;
mod letters;
mod world;

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Datelike, Timelike, Utc};
use plan_documents::paper::Paper;
use plan_documents::{Fault, Result, Watch};
use typst::comemo;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::world::{Desk, Stop};

/// Time between two looks at whether the work is to stop.
const LOOK: Duration = Duration::from_millis(40);
/// Memory for the calls of Typst, which go deep.
const STACK: usize = 64 << 20;
/// Part of the work that is done when all is set and the file is to be written.
const SET: f64 = 0.8;

/// Pieces of words that are set at the most. A document on a plan of 10,000 commitments has two thirds of them: by what those on 250 and
/// on 1,000 take (128 and 281 MB), it takes two to three gigabytes.
const PIECES: usize = 150_000;

/// A document, and what could not be shown in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that no font has, each once, in their order; a box stands in their place.
    pub missing: Vec<char>,
}

/// Writes a paper as a tagged PDF (PDF/UA-1) with its fonts embedded. Equal papers give equal bytes.
///
/// # Errors
/// `Stopped`, where it was asked to; `TooLong`, where it would take more memory than a computer may have; `Broken`, where Typst failed.
pub fn write(paper: &Paper, watch: Watch<'_>) -> Result<Written> {
    if !watch(0.0) {
        return Err(Fault::Stopped);
    }
    let (sheet, missing) = lay::out(paper);
    if sheet.pieces > PIECES {
        return Err(Fault::TooLong);
    }
    let data = serde_json::to_vec(&sheet).map_err(|error| Fault::Broken(error.to_string()))?;
    let desk = Desk::new(data, sheet.pieces);
    let timestamp = moment(paper.at);
    let made = thread::scope(|scope| {
        let (send, received) = mpsc::channel();
        let desk = &desk;
        let work = move || {
            let made = panic::catch_unwind(AssertUnwindSafe(|| made(desk, timestamp)));
            // Nobody waits any more where the other side is gone.
            let _ = send.send(made.unwrap_or_else(|thrown| Err(thrown_away(&*thrown))));
        };
        thread::Builder::new()
            .name("pdf".into())
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .map_err(|error| Fault::Broken(error.to_string()))?;
        let mut goes_on = true;
        loop {
            match received.recv_timeout(LOOK) {
                Ok(made) => return made,
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(Fault::Broken("Typst ended early".into())),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    goes_on = goes_on && watch(SET * desk.part());
                    if !goes_on {
                        desk.stopped.store(true, Ordering::Relaxed);
                    }
                }
            }
        }
    });
    // What Typst remembers of this document is of no use to the next.
    comemo::evict(0);
    let bytes = made?;
    if !watch(1.0) {
        return Err(Fault::Stopped);
    }
    Ok(Written { bytes, missing })
}

fn made(desk: &Desk, timestamp: Option<Timestamp>) -> Result<Vec<u8>> {
    let document = fine(typst::compile::<PagedDocument>(desk).output)?;
    if desk.stopped.load(Ordering::Relaxed) {
        return Err(Fault::Stopped);
    }
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Fault::Broken(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("GDC Planner".into())),
        timestamp,
        standards,
        ..PdfOptions::default()
    };
    fine(typst_pdf::pdf(&document, &options))
}

/// What was thrown in the midst of the work: that it is to stop, or a fault of Typst.
fn thrown_away(thrown: &(dyn Any + Send)) -> Fault {
    if thrown.is::<Stop>() {
        return Fault::Stopped;
    }
    let words = thrown.downcast_ref::<String>().map(String::as_str).or(thrown.downcast_ref::<&str>().copied());
    Fault::Broken(format!("Typst: {}", words.unwrap_or("no words")))
}

fn fine<T>(result: SourceResult<T>) -> Result<T> {
    let words = |errors: &[SourceDiagnostic]| {
        let all: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        all.join("; ")
    };
    result.map_err(|errors| Fault::Broken(format!("Typst: {}", words(&errors))))
}

/// When the rows were written last; nothing, where a PDF cannot have it.
fn moment(at: DateTime<Utc>) -> Option<Timestamp> {
    let part = |part: u32| u8::try_from(part).ok();
    Datetime::from_ymd_hms(
        Some(at.year()).filter(|year| (0..=9999).contains(year))?,
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .map(Timestamp::new_utc)
}
