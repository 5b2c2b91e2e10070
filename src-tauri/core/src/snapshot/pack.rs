//! Parts of a snapshot packed and summed by two hands at once: packing takes most of the time that a snapshot takes.

use std::collections::BTreeMap;
use std::io::{Cursor, Seek, Write};
use std::panic::resume_unwind;
use std::thread;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::sha256;
use crate::{Error, Result};

/// By its name: how many rows a part has, and its text.
pub(super) type Parts = BTreeMap<String, (usize, String)>;

/// The sum of each part, by its name.
type Sums = BTreeMap<String, String>;

/// Parts as they are packed, to be put one behind the other in the order in which they belong.
pub(super) struct Packed {
    archives: Vec<ZipArchive<Cursor<Vec<u8>>>>,
    /// The sum of each part, by its name.
    pub(super) sums: Sums,
}

impl Packed {
    /// Puts a packed part behind what is in `zip`.
    ///
    /// # Errors
    /// `Broken`, where it is none of these parts, or cannot be written.
    pub(super) fn copy<W: Write + Seek>(&mut self, name: &str, zip: &mut ZipWriter<W>) -> Result<()> {
        let of = self.archives.iter().position(|one| one.index_for_name(name).is_some());
        let archive = of.and_then(|of| self.archives.get_mut(of)).ok_or_else(|| Error::broken(name))?;
        let at = archive.index_for_name(name).ok_or_else(|| Error::broken(name))?;
        zip.raw_copy_file(archive.by_index_raw(at).map_err(Error::broken)?).map_err(Error::broken)
    }
}

/// Packs the parts, the longest first, each by the hand that has less to do.
pub(super) fn in_two_hands(parts: &Parts, options: SimpleFileOptions) -> Result<Packed> {
    let mut by_length: Vec<(&str, &str)> = parts.iter().map(|(name, (_, text))| (&**name, &**text)).collect();
    by_length.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
    let (mut hands, mut lengths) = ([Vec::new(), Vec::new()], [0, 0]);
    for (name, text) in by_length {
        let hand = usize::from(lengths[1] < lengths[0]);
        lengths[hand] += text.len();
        hands[hand].push((name, text));
    }
    let [mine, others] = hands;
    let (mine, others) = thread::scope(|scope| {
        let other = scope.spawn(|| pack(&others, options));
        (pack(&mine, options), other.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let (mut archives, mut sums) = (Vec::new(), Sums::new());
    for packed in [mine?, others?] {
        archives.push(ZipArchive::new(Cursor::new(packed.0)).map_err(Error::broken)?);
        sums.extend(packed.1);
    }
    Ok(Packed { archives, sums })
}

fn pack(parts: &[(&str, &str)], options: SimpleFileOptions) -> Result<(Vec<u8>, Sums)> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut sums = Sums::new();
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(Error::broken)?;
        zip.write_all(text.as_bytes())?;
        sums.insert((*name).to_owned(), sha256(text.as_bytes()));
    }
    Ok((zip.finish().map_err(Error::broken)?.into_inner(), sums))
}
