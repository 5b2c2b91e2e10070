//! The plan itself: what it consists of, how it is stored, changed, undone, shared and compared.
//!
//! This crate knows no window, no clock and no language: time, randomness and the person who acts are arguments
//! ([`Context`]). SQL lives here and nowhere else, and within this crate only `store` sees a raw connection.

pub mod assets;
pub mod carry;
pub mod check;
mod context;
pub mod date;
pub mod diff;
mod error;
pub mod exchange;
pub mod fold;
pub mod generate;
pub mod history;
pub mod kinds;
pub mod matrix;
pub mod merge;
mod op;
mod plan;
pub mod restore;
pub mod review;
pub mod revised;
pub mod search;
pub mod snapshot;
pub mod state;
pub mod store;
pub mod timeline;
mod value;
pub mod view;

pub use context::Context;
pub use error::{Error, Result};
pub use kinds::{Field, FieldType, Kind, KindDef};
pub use op::{Answering, CellsHow, CreateRow, Op, SetField};
pub use plan::{Edition, Origin, Outcome, Plan, PlanInfo, StatusStays};
pub use state::{Id, Row, State};
pub use value::Value;
