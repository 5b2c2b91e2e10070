//! The page as text.

use std::fmt::Write as _;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Body, Cell, Column, Page, Row, Section, Shape, Standing, Table, Width, timeline};
use crate::inert::{escaped, html};
use crate::{Result, Watch, reached};

/// How the page looks.
const STYLE: &str =
    concat!(include_str!("page.css"), include_str!("rows.css"), include_str!("figures.css"), include_str!("media.css"));
/// What it does.
const SCRIPT: &str = include_str!("page.js");
/// Letters of a line of the snapshot: mail servers dislike long ones.
const LINE: usize = 120;
/// Rows between two looks at whether the work is to stop.
const ROWS: usize = 500;
/// Rows of one table; more stand in several, so that a browser need not lay out what is not in sight.
const PART: usize = 200;
/// From so many rows on it is told not to.
const LARGE: usize = 1_000;
/// How deep a row is set in at the most.
const DEPTH: usize = 4;

const SHAPES: [Shape; 6] =
    [Shape::Planned, Shape::Ongoing, Shape::Completed, Shape::Concluded, Shape::Superseded, Shape::NotReported];

impl Shape {
    /// Its name in the page.
    fn name(self) -> &'static str {
        match self {
            Shape::Planned => "planned",
            Shape::Ongoing => "ongoing",
            Shape::Completed => "completed",
            Shape::Concluded => "concluded",
            Shape::Superseded => "superseded",
            Shape::NotReported => "unreported",
        }
    }

    fn figure(self) -> &'static str {
        match self {
            Shape::Planned => r#"<circle class="line" cx="6" cy="6" r="4.6"/>"#,
            Shape::Ongoing => {
                r#"<circle class="line" cx="6" cy="6" r="4.6"/><path class="fill" d="M6 1.4a4.6 4.6 0 0 1 0 9.2z"/>"#
            }
            Shape::Completed => {
                r#"<circle class="fill" cx="6" cy="6" r="5.4"/><path class="cut" d="M3.5 6.1 5.3 7.9 8.6 4.5"/>"#
            }
            Shape::Concluded => {
                r#"<circle class="line" cx="6" cy="6" r="4.6"/><rect class="fill" x="4" y="4" width="4" height="4" rx="0.6"/>"#
            }
            Shape::Superseded => {
                r#"<circle class="line" cx="6" cy="6" r="4.6"/><path class="line" d="M3.6 6h4.4M6.4 4.2 8.2 6 6.4 7.8"/>"#
            }
            Shape::NotReported => r#"<circle class="dots" cx="6" cy="6" r="4.6"/>"#,
        }
    }
}

impl Width {
    fn name(self) -> &'static str {
        match self {
            Width::Code => "w-code",
            Width::Short => "w-short",
            Width::Middle => "w-middle",
            Width::Wide => "w-wide",
            Width::Rest => "w-rest",
        }
    }
}

/// Writes a page.
///
/// # Errors
/// `Stopped`, where it was asked to.
pub fn write(page: &Page, watch: Watch<'_>) -> Result<Vec<u8>> {
    let mut out = String::with_capacity(page.snapshot.bytes.len() * 3 / 2 + STYLE.len() + SCRIPT.len());
    head(&mut out, page);
    let total: usize = page.sections.iter().map(rows_of).sum::<usize>().max(1);
    let mut done = 0;
    for (at, section) in page.sections.iter().enumerate() {
        let mut tick = || {
            done += 1;
            if done % ROWS == 1 { reached(watch, 0.9 * done as f64 / total as f64) } else { Ok(()) }
        };
        write_section(&mut out, page, section, at, &mut tick)?;
    }
    foot(&mut out, page);
    reached(watch, 1.0)?;
    Ok(out.into_bytes())
}

fn rows_of(section: &Section) -> usize {
    match &section.body {
        Body::Tables(tables) => tables.iter().map(|table| table.rows.len()).sum(),
        _ => 0,
    }
}

/// A part of the policy: what is named by its hash, and nothing else.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// Text of its own direction, whatever stands around it.
fn own(text: &str) -> String {
    format!("<bdi>{}</bdi>", html(text))
}

fn head(out: &mut String, page: &Page) {
    let words = &page.words;
    let direction = if page.mirrored { "rtl" } else { "ltr" };
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    // Writing to a text cannot fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body{}>\n\
         <a class=\"skip\" href=\"#content\">{}</a>\n",
        html(&page.language),
        html(&page.title),
        if page.sections.iter().map(rows_of).sum::<usize>() > LARGE { " class=\"large\"" } else { "" },
        escaped(&words.skip)
    );
    out.push_str("<svg class=\"shapes\" aria-hidden=\"true\" focusable=\"false\">");
    for shape in SHAPES {
        let _ = write!(out, "<symbol id=\"s-{}\" viewBox=\"0 0 12 12\">{}</symbol>", shape.name(), shape.figure());
    }
    out.push_str("</svg>\n<header class=\"top\">\n<div class=\"name\">\n");
    if !page.owner.is_empty() {
        let _ = writeln!(out, "<p class=\"owner\">{}</p>", own(&page.owner));
    }
    let _ = writeln!(out, "<h1>{}</h1>", own(&page.title));
    if !page.lead.is_empty() {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", own(&page.lead));
    }
    out.push_str("</div>\n<div class=\"about\">\n<dl class=\"facts\">");
    for (label, text) in &page.facts {
        let _ = write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(label), own(text));
    }
    let _ = write!(
        out,
        "</dl>\n<div id=\"keep\" hidden><button type=\"button\" id=\"save\" data-file=\"{}\">{}</button><p>{}</p></div>\n\
         </div>\n</header>\n<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ul>",
        html(&page.snapshot.file),
        escaped(&words.save),
        escaped(&words.save_hint),
        escaped(&words.contents)
    );
    for section in &page.sections {
        let count = match rows_of(section) {
            0 => String::new(),
            rows => format!(" <span data-count>{rows}</span>"),
        };
        let _ = write!(out, "<li><a href=\"#{}\">{}{count}</a></li>", section.name, escaped(&section.title));
    }
    out.push_str("</ul>\n</nav>\n");
    out.push_str("<main id=\"content\" tabindex=\"-1\">\n");
    find(out, page);
}

/// Search and filters; shown by the script, without which they would do nothing.
fn find(out: &mut String, page: &Page) {
    let words = &page.words;
    let _ = write!(
        out,
        "<form class=\"find\" id=\"find\" role=\"search\" aria-label=\"{}\" hidden>\n\
         <div class=\"field words\"><label for=\"words\">{}</label><input type=\"search\" id=\"words\" autocomplete=\"off\" \
         spellcheck=\"false\" aria-keyshortcuts=\"/\" placeholder=\"{}\"><kbd aria-hidden=\"true\">/</kbd></div>\n",
        escaped(&words.find),
        escaped(&words.search),
        escaped(&words.search_hint)
    );
    if !page.objectives.is_empty() {
        let _ = write!(
            out,
            "<div class=\"field\"><label for=\"objective\">{}</label><select id=\"objective\">",
            escaped(&words.objective)
        );
        let _ = write!(out, "<option value=\"\">{}</option>", escaped(&words.any_objective));
        for (at, title) in page.objectives.iter().enumerate() {
            let _ = write!(out, "<option value=\"{at}\">{}</option>", html(title));
        }
        out.push_str("</select></div>\n");
    }
    if !page.statuses.is_empty() {
        let _ = write!(
            out,
            "<div class=\"field\"><label for=\"status\">{}</label><select id=\"status\">",
            escaped(&words.status)
        );
        let _ = write!(out, "<option value=\"\">{}</option>", escaped(&words.any_status));
        for (shape, word) in &page.statuses {
            let _ = write!(out, "<option value=\"{}\">{}</option>", shape.name(), html(word));
        }
        out.push_str("</select></div>\n");
    }
    let _ = write!(
        out,
        "<p id=\"count\" role=\"status\" data-words=\"{}\"></p>\n<p id=\"asked\"></p>\n\
         <button type=\"button\" id=\"clear\" hidden>{}</button>\n\
         <button type=\"button\" id=\"unfold\" data-open=\"{}\" data-close=\"{}\">{}</button>\n</form>\n\
         <p class=\"none\" id=\"nothing\" hidden>{}</p>\n",
        escaped(&words.shown),
        escaped(&words.clear),
        escaped(&words.open_all),
        escaped(&words.close_all),
        escaped(&words.open_all),
        escaped(&words.none_fits)
    );
}

fn write_section(
    out: &mut String,
    page: &Page,
    section: &Section,
    at: usize,
    tick: &mut dyn FnMut() -> Result<()>,
) -> Result<()> {
    let name = section.name;
    let _ = write!(out, "<section id=\"{name}\" aria-labelledby=\"h-{name}\">\n<h2 id=\"h-{name}\">");
    let _ = writeln!(out, "{}</h2>", escaped(&section.title));
    if !section.intro.is_empty() {
        let _ = writeln!(out, "<p class=\"intro\">{}</p>", escaped(&section.intro));
    }
    match &section.body {
        Body::Standing(labels, objectives) => standing(out, page, section, labels, objectives),
        Body::Tables(tables) if rows_of(section) == 0 || tables.is_empty() => {
            let _ = writeln!(out, "<p class=\"none\">{}</p>", escaped(&page.words.empty));
        }
        Body::Tables(tables) => {
            let filled = filled(tables);
            for (number, table) in tables.iter().enumerate() {
                write_table(out, table, &filled, &format!("t{at}-{number}"), tick)?;
            }
        }
        Body::Timeline(drawn) => timeline::draw(out, drawn, page.mirrored),
    }
    out.push_str("</section>\n");
    Ok(())
}

fn mark(shape: Shape) -> String {
    let name = shape.name();
    format!("<svg class=\"mark {name}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#s-{name}\"/></svg>")
}

fn badge(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<span class=\"badge\">{}</span> ", own(text)) }
}

/// A row for each objective; its marks say at a glance what the words beside them say.
fn standing(out: &mut String, page: &Page, section: &Section, labels: &[String; 3], objectives: &[Standing]) {
    let title = escaped(&section.title);
    let _ = write!(out, "<div>\n<table class=\"standing\">\n<caption class=\"hidden\">{title}</caption>\n<thead><tr>");
    for (label, width) in labels.iter().zip(["w-third", "w-rest", "w-short"]) {
        let _ = write!(out, "<th scope=\"col\" class=\"{width}\">{}</th>", escaped(label));
    }
    out.push_str("</tr></thead>\n<tbody>");
    let is_numbered = objectives.iter().any(|objective| !objective.badge.is_empty());
    for objective in objectives {
        let badge = match badge(&objective.badge) {
            // Titles stand in line, with a number or without.
            none if none.is_empty() && is_numbered => "<span class=\"badge blank\"></span> ".to_owned(),
            badge => badge,
        };
        let _ = write!(out, "\n<tr><th scope=\"row\">{badge}{}</th><td>", own(&objective.title));
        if !objective.marks.is_empty() {
            out.push_str("<span class=\"marks\">");
            objective.marks.iter().for_each(|shape| out.push_str(&mark(*shape)));
            out.push_str("</span>");
        }
        out.push_str("<span class=\"counts\">");
        for (shape, words) in &objective.counts {
            let _ = write!(out, "<span>{}{}</span> ", mark(*shape), own(words));
        }
        if objective.counts.is_empty() {
            out.push_str(&escaped(&objective.none));
        }
        // On a phone its label stands before it, as in the cards of rows.
        let label =
            if objective.as_of.is_empty() { String::new() } else { format!(" data-l=\"{}\"", escaped(&labels[2])) };
        let _ = write!(out, "</span></td><td class=\"quiet\"{label}>{}</td></tr>", own(&objective.as_of));
    }
    if objectives.is_empty() {
        let _ = write!(out, "\n<tr><td class=\"quiet\" colspan=\"3\">{}</td></tr>", escaped(&page.words.empty));
    }
    out.push_str("\n</tbody>\n</table>\n</div>\n");
}

impl Cell {
    fn is_void(&self) -> bool {
        match self {
            Cell::Text(text) | Cell::Quiet(text) => text.is_empty(),
            Cell::Lines(lines) => lines.is_empty(),
            _ => false,
        }
    }
}

/// The columns in which anything stands, in any of the tables: one that says nothing is in the way.
fn filled(tables: &[Table]) -> Vec<bool> {
    let columns = tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
    let says = |at: usize| {
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.filter_map(|row| row.cells.get(at)).any(|cell| !cell.is_void())
    };
    (0..columns).map(says).collect()
}

fn write_table(
    out: &mut String,
    table: &Table,
    filled: &[bool],
    name: &str,
    tick: &mut dyn FnMut() -> Result<()>,
) -> Result<()> {
    if table.rows.is_empty() {
        return Ok(());
    }
    out.push_str("<div class=\"sheet\">\n");
    if !table.alone {
        let count = table.rows.len();
        let _ = writeln!(
            out,
            "<h3 id=\"{name}\">{}{} <span class=\"quiet\" data-count>{count}</span></h3>",
            badge(&table.badge),
            own(&table.caption)
        );
    }
    // Where a row can be opened, the names of all stand in line.
    let look = if table.rows.iter().any(|row| !row.details.is_empty()) { "rows open" } else { "rows" };
    for (number, rows) in table.rows.chunks(PART).enumerate() {
        let part = if rows.len() == PART { "part full" } else { "part" };
        let nth = if number == 0 { String::new() } else { format!(" ({})", number + 1) };
        let _ = write!(
            out,
            "<div class=\"{part}\">\n<table class=\"{look}\">\n<caption class=\"hidden\">{}{nth}</caption>\n<thead><tr>",
            own(&table.caption)
        );
        for (column, _) in table.columns.iter().zip(filled).filter(|(_, filled)| **filled) {
            let _ = write!(out, "<th scope=\"col\" class=\"{}\">{}</th>", column.width.name(), escaped(&column.label));
        }
        out.push_str("</tr></thead>\n<tbody>");
        for row in rows {
            tick()?;
            write_row(out, table, filled, row);
        }
        out.push_str("\n</tbody>\n</table>\n</div>\n");
    }
    out.push_str("</div>\n");
    Ok(())
}

fn write_row(out: &mut String, table: &Table, filled: &[bool], row: &Row) {
    out.push_str("\n<tr");
    if !row.anchor.is_empty() {
        let _ = write!(out, " id=\"{}\"", html(&row.anchor));
    }
    let objectives: Vec<String> = row.objectives.iter().map(usize::to_string).collect();
    let _ = write!(out, " data-o=\"{}\"", objectives.join(" "));
    if let Some(status) = row.status {
        let _ = write!(out, " data-s=\"{}\"", status.name());
    }
    out.push('>');
    let cells = row.cells.iter().zip(&table.columns).zip(filled).filter(|(_, filled)| **filled);
    for ((cell, column), _) in cells {
        if let Cell::Name(text, beneath) = cell {
            name_cell(out, row, text, beneath);
        } else {
            value_cell(out, cell, column);
        }
    }
    out.push_str("</tr>");
}

/// What the row is called. Where more is to be said of it, its name opens that.
fn name_cell(out: &mut String, row: &Row, text: &str, beneath: &str) {
    let depth = match row.depth.min(DEPTH) {
        0 => String::new(),
        depth => format!(" class=\"d{depth}\""),
    };
    let name = format!("{}{}", own(text), under(beneath));
    if row.details.is_empty() {
        let _ = write!(out, "<th scope=\"row\"{depth}><div class=\"plain\">{name}</div></th>");
        return;
    }
    let _ = write!(out, "<th scope=\"row\"{depth}><details><summary>{name}</summary><dl>");
    for (label, paragraphs) in &row.details {
        let _ = write!(out, "<dt>{}</dt><dd>", escaped(label));
        for paragraph in paragraphs {
            let _ = write!(out, "<p>{}</p>", own(paragraph));
        }
        out.push_str("</dd>");
    }
    out.push_str("</dl></details></th>");
}

fn value_cell(out: &mut String, cell: &Cell, column: &Column) {
    if cell.is_void() {
        out.push_str("<td class=\"void\"></td>");
        return;
    }
    let mut classes = if column.width == Width::Code { vec!["code"] } else { Vec::new() };
    let inside = match cell {
        Cell::Text(text) => own(text),
        Cell::Name(text, beneath) => format!("{}{}", own(text), under(beneath)),
        Cell::Quiet(text) => {
            classes.push("quiet");
            own(text)
        }
        Cell::Status(shape, word) => format!("<span class=\"status\">{}{}</span>", mark(*shape), html(word)),
        Cell::Lines(lines) => {
            let lines: String = lines.iter().map(|line| format!("<li>{}</li>", own(line))).collect();
            if lines.is_empty() { lines } else { format!("<ul>{lines}</ul>") }
        }
        Cell::Inside(text, anchor) => format!("<a href=\"#{}\">{}</a>", html(anchor), own(text)),
        Cell::Outside(text, address) => outside(text, address),
    };
    let classes = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    // Where there is no room for columns, the label stands before the value.
    let _ = write!(out, "<td data-l=\"{}\"{classes}>{inside}</td>", escaped(&column.label));
}

/// A link to the web; text alone, where the address is none: an address is what somebody typed.
fn outside(text: &str, address: &str) -> String {
    let is_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if !is_web || address.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return own(text);
    }
    format!("<a href=\"{}\" rel=\"noopener noreferrer external\">{}</a>", html(address), own(text))
}

fn under(beneath: &str) -> String {
    if beneath.is_empty() { String::new() } else { format!(" <span class=\"under\">{}</span>", own(beneath)) }
}

fn foot(out: &mut String, page: &Page) {
    out.push_str("</main>\n<footer>\n");
    for line in &page.foot {
        let _ = writeln!(out, "<p>{}</p>", escaped(line));
    }
    out.push_str("</footer>\n<script type=\"application/vnd.gdcsnap;base64\" id=\"snapshot\">\n");
    let text = STANDARD.encode(&page.snapshot.bytes);
    for line in text.as_bytes().chunks(LINE) {
        // Base64 is ASCII.
        out.push_str(&String::from_utf8_lossy(line));
        out.push('\n');
    }
    let _ = write!(out, "</script>\n<script>{SCRIPT}</script>\n</body>\n</html>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_short_and_neither_ends_its_element_before_its_end() {
        assert!(SCRIPT.lines().count() <= 300, "{} lines", SCRIPT.lines().count());
        for text in [SCRIPT, STYLE] {
            assert!(!text.contains("</") && !text.contains("<!--") && !text.contains("<script"));
            // The policy names the bytes as they stand: a reader of HTML takes CRLF for LF before it counts.
            assert!(!text.contains('\r') && !text.contains('\0'));
        }
        for word in ["fetch(", "XMLHttpRequest", "WebSocket", "innerHTML", "eval(", "localStorage", "import("] {
            assert!(!SCRIPT.contains(word), "{word}");
        }
        for word in ["url(", "@import", "@font-face", "left:", "right:", "-left", "-right:", "-top:", "-bottom:"] {
            let logical = STYLE.replace("@bottom-right", "");
            assert!(!logical.contains(word), "{word}: logical sides only, and nothing to fetch");
        }
    }

    #[test]
    fn its_colours_are_those_of_the_window() {
        let tokens = include_str!("../../../../ui/src/kit/tokens.css");
        let light = STYLE.split_once("@media (prefers-color-scheme: dark)").unwrap_or_default();
        let dark = light.1.split_once("@media (forced-colors").unwrap_or_default().0;
        let mut compared = 0;
        for line in tokens.lines().map(str::trim) {
            let Some((name, rest)) = line.split_once(": light-dark(") else { continue };
            let Some((one, other)) = rest.trim_end_matches(");").split_once(", ") else { continue };
            // The first are those of the plain themes; then follow those of high contrast.
            if compared > 0 && name == "--canvas" {
                break;
            }
            for (theme, colour) in [(light.0, one), (dark, other)] {
                if let Some((_, found)) =
                    theme.split_once(&format!("\n{}{name}: ", if theme == dark { "    " } else { "  " }))
                {
                    assert_eq!(found.split(';').next(), Some(colour), "{name}");
                    compared += 1;
                }
            }
        }
        assert!(compared >= 34, "{compared}");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(outside("a", "https://example.org/?a=\"b").contains("href=\"https://example.org/?a=&quot;b\""));
        for address in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b", "", "HTTPS:x"] {
            assert_eq!(outside("a", address), "<bdi>a</bdi>", "{address}");
        }
    }
}
