//! What goes with what: the annex as it is printed, and how often an objective meets an entry of the catalogue. Functions of
//! `State`.

mod annex;
mod counts;
mod doubles;

pub use annex::{AnnexRow, Column, annex, column, is_printed, line_of, placed_behind, places};
pub use counts::{Across, Asked, Count, Counts, Link, counts, links};
pub use doubles::doubles;
