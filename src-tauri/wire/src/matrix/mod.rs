//! The matrix: the annex, the counts, and both as files.

mod annex;
mod counts;
mod table;

pub(crate) use annex::{Leads, matrix_annex, matrix_line_add, matrix_line_move, matrix_line_remove};
pub(crate) use counts::{matrix_counts, matrix_links};
pub(crate) use table::matrix_write;
