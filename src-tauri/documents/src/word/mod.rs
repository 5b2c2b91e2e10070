//! Word documents (`.docx`) in the shape of the ITU's Council.
//!
//! A paper is first laid out ([`lay`]) as what Word knows: paragraphs, tables, rows, cells and stretches of words ([`sheet`]). A
//! redline lays out two papers and puts the layouts together ([`merge`], [`words`]), so that each piece says whether it stays,
//! came or went. One writer ([`body`], [`tables`], [`runs`]) then writes either: without marks it is the plain document, with
//! them the same document with native tracked changes. The parts around the body are in [`parts`].

mod address;
mod align;
mod body;
pub(crate) mod direction;
mod languages;
mod lay;
mod merge;
mod parts;
mod runs;
mod sheet;
mod tables;
mod tags;
mod words;
mod xml;

use crate::paper::Paper;
use crate::{Result, Watch, reached};

pub use address::followed;
pub use tags::tag;

/// Who made a change, and when, for each tracked change of a redline.
struct Author {
    name: String,
    at: String,
}

/// Writes a paper as a Word document. Each piece of words that has a tag stands in a content control of that tag ([`tag`]).
///
/// # Errors
/// `Stopped`, where it was asked to; `Broken`, where a library failed.
pub fn write(paper: &Paper, watch: Watch<'_>) -> Result<Vec<u8>> {
    reached(watch, 0.0)?;
    let sheet = lay::out(paper);
    parts::document(paper, &sheet, Author { name: String::new(), at: String::new() }, watch, 0.1)
}

/// Writes a paper as a Word document with tracked changes against an earlier state of it. Who accepts all changes has what
/// [`write`] makes of `after`, who rejects all has that of `before`; only where a long table is cut into several is that of the
/// document itself. Changes are `author`'s and of the time of `after`.
///
/// # Errors
/// As [`write`].
pub fn redline(before: &Paper, after: &Paper, author: &str, watch: Watch<'_>) -> Result<Vec<u8>> {
    reached(watch, 0.0)?;
    let sheet = merge::sheets(lay::out(before), lay::out(after), watch, 0.5)?;
    let author = Author { name: parts::property(author), at: parts::moment(after.at) };
    parts::document(after, &sheet, author, watch, 0.5)
}
