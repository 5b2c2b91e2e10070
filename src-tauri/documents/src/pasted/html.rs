//! The tables in a piece of HTML, as browsers, Word, Excel and LibreOffice write it. It is read once, from the front; what is not
//! closed is closed by what follows, as browsers do.

use super::{Cells, TooMany, clean, entities};

/// What has a line of its own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "section",
    "tr",
    "td",
    "th",
    "table",
];
/// What is no text of a cell: what draws or runs, and what was struck out while changes were tracked.
const SILENT: &[&str] =
    &["script", "style", "template", "noscript", "head", "title", "object", "iframe", "svg", "del", "xml", "math"];
/// Of these nothing but their own end is looked for.
const RAW: &[&str] = &["script", "style", "title", "iframe", "noscript"];
/// What has no end.
const VOID: &[&str] =
    &["br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source", "track"];
/// Columns and rows that one cell may span, as browsers have it.
const ACROSS_MAX: usize = 1_000;
const DOWN_MAX: usize = 65_534;

/// A cell while it is read.
struct Cell {
    text: String,
    across: usize,
    down: usize,
}

/// The cells of all tables, one below the other.
pub(super) fn tables(html: &str, most: usize) -> Result<Cells, TooMany> {
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = reader.tag(&rest[at..])?;
        if reader.count > most {
            return Err(TooMany);
        }
    }
    reader.text(rest);
    reader.end_table();
    let mut cells = Cells::new();
    let mut count = 0;
    for table in std::mem::take(&mut reader.tables) {
        cells.extend(laid_out(table, most, &mut count)?);
    }
    Ok(cells)
}

#[derive(Default)]
struct Reader {
    tables: Vec<Vec<Vec<Cell>>>,
    /// The rows of the table that is read.
    rows: Vec<Vec<Cell>>,
    cell: Option<Cell>,
    /// How many tables are open, one in the other.
    depth: usize,
    /// What is open of what is not read: the name of the outermost, and how often it is open.
    silent: Option<(String, usize)>,
    count: usize,
}

impl Reader {
    fn text(&mut self, text: &str) {
        let (None, Some(cell)) = (&self.silent, &mut self.cell) else { return };
        // Line breaks and runs of spaces of the source say nothing.
        let mut was_space = cell.text.ends_with([' ', '\n']);
        for c in entities::decoded(text).chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            match is_space {
                true if was_space => {}
                true => cell.text.push(' '),
                false => cell.text.push(c),
            }
            was_space = is_space;
        }
    }

    /// Reads a tag; answers what follows it.
    fn tag<'a>(&mut self, rest: &'a str) -> Result<&'a str, TooMany> {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return Ok(comment.find("-->").map_or("", |end| &comment[end + 3..]));
        }
        let is_end = rest.starts_with("</");
        let body = &rest[if is_end { 2 } else { 1 }..];
        if !body.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?') {
            self.text("<");
            return Ok(&rest[1..]);
        }
        let Some(end) = end_of_tag(body) else { return Ok("") };
        let (inside, behind) = (&body[..end], &body[end + 1..]);
        let name_end = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inside.len());
        let name = inside[..name_end].to_ascii_lowercase();
        if is_end {
            self.end(&name);
            return Ok(behind);
        }
        self.begin(&name, &inside[name_end..]);
        let is_raw = RAW.contains(&&*name) && !inside.ends_with('/');
        Ok(if is_raw { self.raw(&name, behind) } else { behind })
    }

    /// Skips what is no HTML, with its end.
    fn raw<'a>(&mut self, name: &str, rest: &'a str) -> &'a str {
        let bytes = rest.as_bytes();
        let mut at = 0;
        while let Some(found) = rest[at..].find("</") {
            let from = at + found + 2;
            let is_it =
                bytes.get(from..from + name.len()).is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes()));
            if is_it {
                self.end(name);
                return rest[from..].find('>').map_or("", |end| &rest[from + end + 1..]);
            }
            at = from;
        }
        ""
    }

    fn begin(&mut self, name: &str, attributes: &str) {
        let is_void = VOID.contains(&name) || attributes.trim_end().ends_with('/');
        if let Some((silent, open)) = &mut self.silent {
            if silent == name && !is_void {
                *open += 1;
            }
            return;
        }
        let is_cell = matches!(name, "td" | "th") && self.depth <= 1;
        if !is_cell && !is_void && (SILENT.contains(&name) || is_hidden(attributes)) {
            self.silent = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "table" => {
                self.depth += 1;
                if self.depth > 1 {
                    self.new_line();
                }
            }
            "tr" if self.depth == 1 => {
                self.end_cell();
                self.rows.push(Vec::new());
            }
            _ if is_cell && self.depth == 1 => {
                self.end_cell();
                if self.rows.is_empty() {
                    self.rows.push(Vec::new());
                }
                let spans = |name: &str, most: usize| {
                    attribute(attributes, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1).clamp(1, most)
                };
                let (across, down) = (spans("colspan", ACROSS_MAX), spans("rowspan", DOWN_MAX));
                self.count += 1;
                self.cell = Some(Cell { text: String::new(), across, down });
                if is_hidden(attributes) {
                    self.silent = Some((name.to_owned(), 1));
                }
            }
            "br" => self.new_line(),
            _ if BLOCKS.contains(&name) => self.new_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((silent, open)) = &mut self.silent {
            if silent == name {
                *open -= 1;
                if *open == 0 {
                    self.silent = None;
                }
            }
            return;
        }
        match name {
            "table" if self.depth > 1 => {
                self.depth -= 1;
                self.new_line();
            }
            "table" if self.depth == 1 => self.end_table(),
            "td" | "th" | "tr" if self.depth == 1 => self.end_cell(),
            _ if BLOCKS.contains(&name) => self.new_line(),
            _ => {}
        }
    }

    fn new_line(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.text.push('\n');
        }
    }

    fn end_cell(&mut self) {
        if let (Some(cell), Some(row)) = (self.cell.take(), self.rows.last_mut()) {
            row.push(cell);
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        self.depth = 0;
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            self.tables.push(rows);
        }
    }
}

/// Where a tag ends: what stands in quotes does not end it.
fn end_of_tag(body: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in body.bytes().enumerate() {
        match (quote, c) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if body[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed holds no tag together.
    body.find('>')
}

/// The value of an attribute.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some(at) = rest.find('=') {
        let (before, after) = (rest[..at].trim_end(), rest[at + 1..].trim_start());
        let key = before.rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let (value, behind) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &after[1..];
                let end = inner.find(quote).unwrap_or(inner.len());
                (&inner[..end], inner.get(end + 1..).unwrap_or_default())
            }
            _ => {
                let end = after.find(char::is_whitespace).unwrap_or(after.len());
                (&after[..end], &after[end..])
            }
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = behind;
    }
    None
}

/// Not seen, or drawn by the word processor: Word writes the number of a list as a text of its own.
fn is_hidden(attributes: &str) -> bool {
    let Some(style) = attribute(attributes, "style") else { return false };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    ["mso-list:ignore", "display:none", "mso-hide:all"].iter().any(|hidden| style.contains(hidden))
}

/// Puts the cells of one table where they are seen.
fn laid_out(table: Vec<Vec<Cell>>, most: usize, count: &mut usize) -> Result<Cells, TooMany> {
    let height = table.len();
    // A place that is taken holds what stands there, which may be nothing.
    let mut rows: Vec<Vec<Option<Option<String>>>> = vec![Vec::new(); height];
    for (at, row) in table.into_iter().enumerate() {
        let mut column = 0;
        for cell in row {
            while rows[at].get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let text = clean(&cell.text);
            let down = cell.down.min(height - at);
            *count += cell.across * down;
            if *count > most {
                return Err(TooMany);
            }
            for target in &mut rows[at..at + down] {
                if target.len() < column + cell.across {
                    target.resize(column + cell.across, None);
                }
                for (beside, place) in target[column..column + cell.across].iter_mut().enumerate() {
                    *place = Some((beside == 0).then(|| text.clone()));
                }
            }
            column += cell.across;
        }
    }
    Ok(rows.into_iter().map(|row| row.into_iter().map(Option::flatten).collect()).collect())
}
