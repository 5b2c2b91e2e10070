//! Word documents, read back: what stands in them, that changes can be accepted and rejected, and that nothing steers.

mod changes;
mod golden;
mod hostile;
mod laws;
mod reader;
mod sample;
mod shape;
mod valid;
