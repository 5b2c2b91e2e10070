//! Requests and answers. Structs of the wire only: no row of the store, no file struct. `null` means "none".

mod cells;
mod detail;
mod edit;
mod groups;
mod hang;
mod instruments;
mod matrix;
mod overview;
mod papers;
mod past;
mod questions;
mod review;
mod rows;
mod rules;
mod search;
mod session;
mod timeline;
mod verbs;

pub use cells::*;
pub use detail::*;
pub use edit::*;
pub use groups::*;
pub use hang::*;
pub use instruments::*;
pub use matrix::*;
pub use overview::*;
pub use papers::*;
pub use past::*;
pub use questions::*;
pub use review::*;
pub use rows::*;
pub use rules::*;
pub use search::*;
pub use session::*;
pub use timeline::*;
pub use verbs::*;
