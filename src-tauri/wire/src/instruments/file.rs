//! A table that is kept as a file: `.tsv`, `.csv`, `.html`, as Excel, LibreOffice and browsers write them.

use std::io::Read;
use std::path::Path;

use plan::Error;

use crate::session::Fault;

/// Bytes of a file that are read.
const BYTES_MAX: u64 = 64 << 20;

/// The text of a file, as that what it is.
#[derive(Default)]
pub(super) struct Texts {
    pub text: String,
    pub html: String,
}

pub(super) fn read(path: &Path) -> Result<Texts, Fault> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refused_with("no-such-file", [("path", path.display().to_string())]),
            _ => Error::from(e),
        })?
        .take(BYTES_MAX + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > BYTES_MAX {
        return Err(Error::refused_with("table-too-large", [("limit", BYTES_MAX.to_string())]));
    }
    let text = decoded(&bytes);
    // By what is in it: "Save as" gives HTML whatever name it was given.
    let head: String = text.trim_start().chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let is_html = head.starts_with('<') || head.contains("<html") || head.contains("<table");
    Ok(if is_html { Texts { html: text, ..Texts::default() } } else { Texts { text, ..Texts::default() } })
}

/// UTF-8; UTF-16 where it says so, as Excel's "Unicode text"; else the signs of Western Europe.
fn decoded(bytes: &[u8]) -> String {
    let units = |pair: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]])).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => String::from_utf16_lossy(&units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => String::from_utf16_lossy(&units(u16::from_be_bytes)),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}
