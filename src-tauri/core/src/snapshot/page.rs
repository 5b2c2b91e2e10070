//! A snapshot inside a page: the HTML document of a plan carries one, so that the page can be opened in place of the file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::{Error, Result};

/// How the element begins that holds the bytes. What people typed is escaped in a page, so that nothing else in it begins so.
const BLOCK: &str = "<script type=\"application/vnd.gdcsnap;base64\"";
/// How it ends.
const END: &str = "</script";
/// Bytes of a page at the most: a snapshot takes up four thirds of itself there, beside the tables.
pub(super) const PAGE_MAX: u64 = 256 << 20;

/// Whether bytes begin as those of a page do. Whether there is a plan in it is seen only when it is read.
pub fn is_page(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |word: &str| head.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()));
    begins("<!doctype html") || begins("<html")
}

/// The bytes of the snapshot in a page; no more than `most`.
///
/// # Errors
/// `Refused page-without-plan`, `page-with-several-plans`, `snapshot-too-large`; `Broken snapshot-not-whole`, where it is none or
/// was cut off.
pub(super) fn snapshot_in(page: &[u8], most: u64) -> Result<Vec<u8>> {
    let broken = |what: &str| Error::Broken { code: "snapshot-not-whole", context: format!("page: {what}") };
    let page = std::str::from_utf8(page).map_err(|_| broken("it is not UTF-8"))?;
    let mut blocks = page.match_indices(BLOCK);
    let Some((at, _)) = blocks.next() else { return Err(Error::refused("page-without-plan")) };
    // Of two, one would go unseen.
    if blocks.next().is_some() {
        return Err(Error::refused("page-with-several-plans"));
    }
    let rest = &page[at + BLOCK.len()..];
    let (_, rest) = rest.split_once('>').ok_or_else(|| broken("it is cut off"))?;
    let (text, _) = rest.split_once(END).ok_or_else(|| broken("it is cut off"))?;
    if text.len() as u64 / 4 * 3 > most + most / 8 {
        return Err(Error::refused("snapshot-too-large"));
    }
    let text: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    STANDARD.decode(text).map_err(|error| broken(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(page: &str) -> &'static str {
        snapshot_in(page.as_bytes(), 1_000).err().map_or("read", |error| error.code())
    }

    #[test]
    fn a_page_is_told_by_its_first_bytes() {
        for head in ["<!doctype html>", "<!DOCTYPE HTML PUBLIC", "\u{feff}\n <html lang=\"en\">"] {
            assert!(is_page(head.as_bytes()), "{head}");
        }
        for head in ["", "<", "<!doctype xml>", "html", "Dear colleagues, <html>"] {
            assert!(!is_page(head.as_bytes()), "{head}");
        }
    }

    #[test]
    fn one_block_is_read_and_nothing_else() {
        let page = |text: &str| format!("<html>{BLOCK} id=\"snapshot\">{text}</script></html>");
        assert_eq!(snapshot_in(page("\naGVs\r\nbG8=\n").as_bytes(), 1_000).unwrap(), b"hello");
        let two = page("aGVsbG8=").repeat(2);
        let cases = [
            ("<html>nothing</html>", "page-without-plan"),
            (two.as_str(), "page-with-several-plans"),
            (&page("aGVsbG8"), "snapshot-not-whole"),
            (&page("aGVs!G8="), "snapshot-not-whole"),
            (&page("aGVsbG8=aGVsbG8="), "snapshot-not-whole"),
            (&page("aGVsbG9="), "snapshot-not-whole"),
            (&page(&"aGVs".repeat(1_000)), "snapshot-too-large"),
            (BLOCK, "snapshot-not-whole"),
            (&format!("{BLOCK}>aGVsbG8="), "snapshot-not-whole"),
        ];
        for (page, expected) in cases {
            assert_eq!(code(page), expected, "{}", &page[..page.len().min(120)]);
        }
        assert_eq!(snapshot_in(b"<html>\xff", 10).unwrap_err().code(), "snapshot-not-whole");
    }
}
