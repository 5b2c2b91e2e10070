//! Requests and answers. Structs of the wire only: no row of the store, no file struct. `null` means "none".

mod edit;
mod past;
mod rows;
mod session;

pub use edit::*;
pub use past::*;
pub use rows::*;
pub use session::*;
