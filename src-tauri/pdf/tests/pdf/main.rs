//! What a PDF says, to those who see it and to those who do not. What is read here is what Poppler reads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says why by stopping")]

mod golden;
mod hostile;
mod reader;
// The papers of the Word tests: one in English with everything that a paper can hold, one in Arabic, one in Chinese.
#[allow(dead_code)]
#[path = "../../../documents/tests/word/sample.rs"]
mod sample;
mod shape;
