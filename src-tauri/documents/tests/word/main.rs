//! Word documents, read back: what stands in them, that changes can be accepted and rejected, and that nothing steers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says why by stopping")]

mod changes;
mod golden;
mod hostile;
mod laws;
mod reader;
mod sample;
mod shape;
mod valid;
#[path = "../support/validator.rs"]
mod validator;
