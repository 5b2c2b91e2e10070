//! Plain text: fields separated by tabs, as spreadsheets put it on the clipboard, or by commas or semicolons, as files have it.

use super::{Cells, TooMany, clean};

pub(super) fn read(text: &str, most: usize) -> Result<Cells, TooMany> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Ok(Cells::new());
    }
    let sign = separator(text);
    let bytes = text.as_bytes();
    // Where the next quote is, is known without looking to the end of the text again and again.
    let quotes: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    let mut quotes = quotes.as_slice();
    let (mut rows, mut row, mut count, mut at) = (Cells::new(), Vec::new(), 0, 0);
    loop {
        while quotes.first().is_some_and(|quote| *quote < at) {
            quotes = &quotes[1..];
        }
        let quoted = if bytes.get(at) == Some(&b'"') { quoted(text, quotes, sign) } else { None };
        let (value, end) = match quoted {
            Some((value, end)) => (value, end),
            None => {
                let end = text[at..].find([sign, '\n', '\r']).map_or(text.len(), |found| at + found);
                (text[at..end].to_owned(), end)
            }
        };
        row.push(Some(clean(&value)));
        count += 1;
        if count > most {
            return Err(TooMany);
        }
        let behind = bytes.get(end).copied();
        if behind != Some(sign as u8) {
            rows.push(std::mem::take(&mut row));
        }
        at = match behind {
            None => return Ok(rows),
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => end + 2,
            Some(_) => end + 1,
        };
        if at == text.len() && behind != Some(sign as u8) {
            return Ok(rows);
        }
    }
}

/// A tab, where there is one: a text from the clipboard. Else what separates more, in the first line.
fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let many = |sign: char| line.matches(sign).count();
    if text.contains('\t') {
        '\t'
    } else if many(';') > many(',') {
        ';'
    } else if many(',') > 0 {
        ','
    } else {
        '\t'
    }
}

/// A quoted field that begins with the first of the quotes, and where it ends; none where the quotes belong to the text.
fn quoted(text: &str, quotes: &[usize], sign: char) -> Option<(String, usize)> {
    let begin = *quotes.first()? + 1;
    let mut rest = &quotes[1..];
    while let [quote, others @ ..] = rest {
        if others.first() == Some(&(quote + 1)) {
            rest = &others[1..];
            continue;
        }
        let inner = &text[begin..*quote];
        let behind = text[quote + 1..].chars().next();
        let ends = behind.is_none_or(|c| c == sign || c == '\n' || c == '\r');
        // On a clipboard nobody quotes what needs no quotes: a text that is "so" is one with quotes. Files quote as they like.
        let needs = sign != '\t' || inner.contains(['\n', '\r', sign]) || inner.contains("\"\"");
        return (ends && needs).then(|| (inner.replace("\"\"", "\""), quote + 1));
    }
    None
}
