//! Names: what a person calls a restore point, and whose plan a damaged file says that it is.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How much of a damaged file is searched.
const LOOK: u64 = 64 << 20;
/// How much of it is read at once.
const PART: usize = 1 << 20;
/// Stands before the id in the table `meta`: key and value are side by side.
const KEY: &[u8] = b"plan_id";
/// Longest name of a folder of ours.
const ID_MAX: usize = 64;

/// A name as it is shown beside others: one line, and nothing in it that is not seen or that turns the words around it.
pub(super) fn one_line(name: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control() && !c.is_whitespace()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let seen: String = name.chars().filter(|c| !is_hidden(*c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of these plans a file that may be no plan any more still says that it is. It is read once, from the front, and only
/// until that is found: where the file is whole it stands in the first pages.
pub(super) fn plan_named_in<'a>(path: &Path, ids: &[&'a str]) -> Option<&'a str> {
    if ids.is_empty() {
        return None;
    }
    let mut file = File::open(path).ok()?.take(LOOK);
    let mut part = Vec::with_capacity(PART + KEY.len() + ID_MAX);
    loop {
        let kept = part.len();
        let read = file.by_ref().take(PART as u64).read_to_end(&mut part).ok()?;
        let found = part.windows(KEY.len()).enumerate().filter(|(_, window)| *window == KEY).find_map(|(at, _)| {
            let behind = &part[at + KEY.len()..];
            ids.iter().find(|id| !id.is_empty() && behind.starts_with(id.as_bytes()))
        });
        if found.is_some() || read == 0 {
            return found.copied();
        }
        // Key and id may lie across two parts.
        let from = (kept + read).saturating_sub(KEY.len() + ID_MAX);
        part.drain(..from);
    }
}
