//! Content controls: a tag for each piece of words, and a number that Word knows the control by.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::inert;

/// The longest tag that Word opens, in UTF-16 units.
const LONGEST: usize = 64;

/// How the name of the bookmark within a content control begins; the number of the control goes on. Names that begin so are shown in
/// no list of bookmarks.
pub(super) const BOOKMARK: &str = "_gdc";

/// The tag of a content control, of a tag of the model. It is the same but where Word could not hold it: then hyphens of its ids
/// are left out, and if it is too long still, it ends in a sum of the whole.
pub fn tag(tag: &str) -> Cow<'_, str> {
    let shown = inert::shown(tag);
    if inert::cut(&shown, LONGEST).1 {
        return shown;
    }
    let short: String = shown.split('/').map(bare).collect::<Vec<_>>().join("/");
    if inert::cut(&short, LONGEST).1 {
        return Cow::Owned(short);
    }
    let sum = format!("~{:016x}", sum(&[tag.as_bytes()]));
    Cow::Owned(format!("{}{sum}", inert::cut(&short, LONGEST - sum.len()).0))
}

/// An id without its hyphens; what is none as it is.
fn bare(part: &str) -> String {
    let id = part.len() == 36 && part.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if id { part.replace('-', "") } else { part.to_owned() }
}

/// FNV-1a: short, and the same on every machine.
fn sum(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().copied().flatten();
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Numbers of content controls: each follows from its tag, and no two are equal.
#[derive(Default)]
pub(super) struct Numbers {
    /// How often a tag was seen, by its sum.
    seen: HashMap<u64, u32>,
    given: HashSet<u64>,
}

impl Numbers {
    /// The number of the next control of this tag.
    pub fn next(&mut self, tag: &str) -> u64 {
        let times = self.seen.entry(sum(&[tag.as_bytes()])).or_default();
        loop {
            let number = sum(&[tag.as_bytes(), &times.to_le_bytes()]) & 0x7fff_ffff;
            *times += 1;
            if number != 0 && self.given.insert(number) {
                return number;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_itself_as_long_as_word_can_hold_it() {
        let id = "01934f6e-7c1a-7b2e-9d3f-0a1b2c3d4e5f";
        let title = format!("commitment/{id}/title");
        assert_eq!(tag(&title), title);
        assert_eq!(
            tag(&format!("commitment/{id}/a_very_long_field")),
            "commitment/01934f6e7c1a7b2e9d3f0a1b2c3d4e5f/a_very_long_field"
        );
        let (one, other) = (tag(&"x".repeat(65)).into_owned(), tag(&"x".repeat(66)).into_owned());
        assert_eq!((one.len(), other.len()), (64, 64));
        assert_ne!(one, other);
    }

    #[test]
    fn no_number_is_given_twice() {
        let mut numbers = Numbers::default();
        let first = numbers.next("block/a/text");
        let second = numbers.next("block/a/text");
        assert!(first != second && first != 0);
        assert_eq!(Numbers::default().next("block/a/text"), first, "it follows from the tag");
    }
}
