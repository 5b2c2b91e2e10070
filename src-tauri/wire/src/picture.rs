//! Pictures that the window draws, written where the person chose.

use std::io::Read;
use std::path::Path;

use plan::Error;
use plan::snapshot::write_file;

use crate::session::{Call, Fault, Session};
use crate::types::*;

/// The largest picture, in bytes.
const LARGEST: usize = 48 << 20;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(crate) fn picture_write(session: &Session, call: &Call, write: PictureWrite) -> Result<Done, Fault> {
    let path = session.file(call, &write.file)?;
    let bytes = match write.format.as_str() {
        "svg" => write.content.into_bytes(),
        "png" => bytes_of(&write.content).ok_or_else(|| wrong("not a picture"))?,
        other => return Err(wrong(&format!("format: {other}"))),
    };
    if bytes.len() > LARGEST {
        return Err(Error::refused_with("too-large", [("path", path.display().to_string())]));
    }
    if !is_picture(&bytes, &write.format) {
        return Err(wrong("not a picture"));
    }
    replaceable(&path, &write.format)?;
    write_file(&path, &bytes)?;
    session.shelf.wrote(&path);
    Ok(Done {})
}

fn wrong(what: &str) -> Fault {
    Error::refused_with("bad-request", [("context", what.to_owned())])
}

fn is_picture(bytes: &[u8], format: &str) -> bool {
    match format {
        "png" => bytes.starts_with(PNG),
        _ => bytes.starts_with(b"<svg ") || bytes.starts_with(b"<?xml"),
    }
}

/// A file that is there is replaced where it is a picture of the same sort, and never where it is anything else.
fn replaceable(path: &Path, format: &str) -> Result<(), Fault> {
    let mut head = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => drop(file.take(16).read_to_end(&mut head)),
        // What is not there is not lost; what cannot be written to says so when it is tried.
        Err(_) if !path.exists() => return Ok(()),
        Err(_) => {}
    }
    if path.is_dir() || is_picture(&head, format) {
        return Ok(());
    }
    Err(Error::refused_with("file-exists", [("path", path.display().to_string())]))
}

/// Bytes out of hexadecimal digits.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let digit = |c: u8| char::from(c).to_digit(16).and_then(|n| u8::try_from(n).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    rest.is_empty().then_some(())?;
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}
