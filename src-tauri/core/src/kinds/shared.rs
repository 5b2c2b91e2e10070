//! Fields that several kinds have: where a fact comes from, and how sure it is.

use super::OnDelete::Refuse;
use super::field::{choice, date, name, reference, words};
use super::{BASIS, CONFIDENCE, Field, Kind};

pub(super) const SOURCE_FIELD: Field = reference("source", Kind::Source, Refuse);
pub(super) const SOURCE_PARA: Field = name("source_para");
pub(super) const CONFIDENCE_FIELD: Field = choice("confidence", CONFIDENCE);
pub(super) const BASIS_FIELD: Field = choice("basis", BASIS);
/// Whose reading it is, where the basis is somebody else's.
pub(super) const BASIS_BY: Field = name("basis_by");
pub(super) const AS_OF: Field = date("as_of");
pub(super) const AS_OF_WORDS: Field = words("as_of_words");
