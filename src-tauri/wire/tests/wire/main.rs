//! Commands as the hosts call them: on the starter plan, and with bad input.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says why by stopping")]

mod carry;
mod cells;
mod compared;
mod council;
mod detail;
mod discreet;
mod groups;
mod hang;
mod hostile;
mod instruments;
mod issued;

mod matrix;
mod moments;
mod names;
mod office;
mod overview;
mod pages;
mod papers;
mod pdf;
mod questions;
#[allow(dead_code, reason = "not all of what reads Word documents is needed here")]
#[path = "../../../documents/tests/word/reader.rs"]
mod reader;
mod refused;
mod review_files;
mod review_minutes;
mod reviews;
mod revised;
mod support;
mod timeline;
mod verbs;
mod windows;
