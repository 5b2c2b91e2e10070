//! Tables: that of the head, the box, and those of rows.

use super::runs::Pen;
use super::sheet::{Field, Grid, Kind, Line, Look, Mark, Par, Piece, Role, Style, What};

/// Rows of one table; Word lays out longer ones slowly.
const CUT: usize = 500;
/// Columns of one table: Word opens none with more.
pub(super) const COLUMNS: usize = 63;
/// Letters of a cell up to which its row stands on one page.
const SHORT: usize = 600;
/// Width that a column has at least, in twentieths of a point.
const NARROWEST: u64 = 480;

impl Pen<'_> {
    /// A table, cut into several where it is long; after each row `each` is called. Its tag is that of the control of its caption:
    /// around a whole table, other programs than Word overlook it or what changed in its first cell.
    ///
    /// # Errors
    /// Those of `each`.
    pub fn grid<'g, E>(
        &mut self,
        grid: &'g Grid<'g>,
        width: u64,
        mut each: impl FnMut(&mut Self) -> Result<(), E>,
    ) -> Result<(), E> {
        let widths = widths(&grid.shares, width);
        let (top, rest) = match &grid.lines[..] {
            [top, rest @ ..] if top.role == Role::Top => (Some(top), rest),
            rest => (None, rest),
        };
        let mut from = 0;
        loop {
            let to = cut(rest, from);
            if from > 0 {
                let caption = continued(grid, &self.labels.continued, self.mirrored);
                self.par(&caption, "");
            } else if let Some(caption) = &grid.caption {
                self.par(caption, "");
            }
            self.xml.open("w:tbl", &[]);
            self.properties(grid, &widths, width);
            for line in top.into_iter().chain(&rest[from..to]) {
                self.line(line, grid.kind, &widths);
                each(self)?;
            }
            self.xml.close("w:tbl");
            self.gap(grid.mark);
            from = to;
            if from >= rest.len() {
                return Ok(());
            }
        }
    }

    /// The small line behind each table: without it, two tables that follow each other would be one.
    fn gap(&mut self, mark: Mark) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.val("w:pStyle", "Gap");
        if self.mirrored {
            self.xml.empty("w:bidi", &[]);
        }
        if mark != Mark::Kept {
            self.xml.open("w:rPr", &[]);
            self.tracked(mark);
            self.xml.close("w:rPr");
        }
        self.xml.close("w:pPr");
        self.xml.close("w:p");
    }

    fn properties(&mut self, grid: &Grid<'_>, widths: &[u64], width: u64) {
        let xml = &mut self.xml;
        xml.open("w:tblPr", &[]);
        let style = match grid.kind {
            Kind::Head => "HeadTable",
            Kind::Box => "BoxTable",
            Kind::Rows => "RowsTable",
        };
        xml.val("w:tblStyle", style);
        if self.mirrored {
            xml.empty("w:bidiVisual", &[]);
        }
        xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let first = if grid.kind == Kind::Rows { "1" } else { "0" };
        let look = if grid.kind == Kind::Rows { "0620" } else { "0600" };
        xml.empty(
            "w:tblLook",
            &[
                ("w:val", look),
                ("w:firstRow", first),
                ("w:lastRow", "0"),
                ("w:firstColumn", "0"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        );
        for (name, text) in [("w:tblCaption", grid.title.as_str()), ("w:tblDescription", grid.summary)] {
            if !text.trim().is_empty() {
                xml.val(name, &described(text));
            }
        }
        xml.close("w:tblPr");
        xml.open("w:tblGrid", &[]);
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        xml.close("w:tblGrid");
    }

    fn line(&mut self, line: &Line<'_>, kind: Kind, widths: &[u64]) {
        self.xml.open("w:tr", &[]);
        // A row of short cells is read at one glance; one of long ones would leave half a page empty.
        let whole = line.role != Role::Row || kind != Kind::Rows || line.cells.iter().all(is_short);
        if whole || line.mark != Mark::Kept {
            self.xml.open("w:trPr", &[]);
            if whole {
                self.xml.empty("w:cantSplit", &[]);
            }
            if line.role == Role::Top {
                self.xml.empty("w:tblHeader", &[]);
            }
            self.tracked(line.mark);
            self.xml.close("w:trPr");
        }
        if line.role == Role::Group {
            for cell in line.cells.iter().take(1) {
                self.cell(cell, widths.iter().sum(), widths.len(), true);
            }
        } else {
            for (cell, width) in line.cells.iter().zip(widths) {
                self.cell(cell, *width, 1, false);
            }
        }
        self.xml.close("w:tr");
    }

    fn cell(&mut self, cell: &Field<'_>, width: u64, span: usize, shaded: bool) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if span > 1 {
            self.xml.val("w:gridSpan", &span.to_string());
        }
        if shaded {
            self.xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F2F2F2")]);
        }
        self.xml.close("w:tcPr");
        if let Some(label) = &cell.label {
            self.par(label, "");
        }
        // A control in each paragraph, not one around all: of the first paragraph in such a one LibreOffice loses the changes.
        for par in &cell.pars {
            self.par(par, cell.tag);
        }
        self.xml.close("w:tc");
    }
}

/// Whether a cell is short, as it is read before and after what changed in it.
fn is_short(cell: &Field<'_>) -> bool {
    let letters = |but: Mark| -> usize {
        let words = cell.pars.iter().flat_map(|par| par.lead.iter().chain(&par.words));
        let said = words.filter(|piece| piece.mark != but).map(|piece| match &piece.what {
            What::Text(text) => text.chars().count(),
            What::Note(_) => 0,
        });
        said.sum()
    };
    letters(Mark::Put).max(letters(Mark::Taken)) <= SHORT
}

/// Where the table that begins at this row ends: after so many rows, and not behind a heading.
fn cut(lines: &[Line<'_>], from: usize) -> usize {
    let to = (from + CUT).min(lines.len());
    if to == lines.len() {
        return to;
    }
    let headings = lines[from..to].iter().rev().take_while(|line| line.role == Role::Group).count();
    if headings < to - from { to - headings } else { to }
}

/// What stands above a part of a table that is not the first.
fn continued<'g>(grid: &'g Grid<'g>, label: &'g str, mirrored: bool) -> Par<'g> {
    let mut caption = grid.caption.clone().unwrap_or_else(|| Par::empty(Style::Caption));
    // What the caption says in a footnote it has said; its words are not there a second time to be taken back.
    caption.words.retain(|piece| matches!(piece.what, What::Text(_)));
    for piece in &mut caption.words {
        piece.look.tag = "";
    }
    (caption.mark, caption.end, caption.tag) = (grid.mark, grid.mark, "");
    let look = Look { mirrored, ..Look::default() };
    let said = if caption.words.is_empty() { label.to_owned() } else { format!(" ({label})") };
    if !label.is_empty() {
        caption.words.push(Piece { mark: grid.mark, ..Piece::text(crate::inert::shown(&said).into_owned(), look) });
    }
    caption
}

/// Text for those who do not see a table: of one line, and no longer than anybody listens to.
fn described(text: &str) -> String {
    let shown = crate::inert::shown(text).replace(['\n', '\t'], " ");
    crate::inert::cut(&shown, 1_000).0.trim().to_owned()
}

/// The width of each column; together they are the whole.
fn widths(shares: &[u32], whole: u64) -> Vec<u64> {
    let count = shares.len().max(1) as u64;
    let least = NARROWEST.min(whole / (2 * count));
    let open = whole - least * count;
    let all: u64 = shares.iter().map(|share| u64::from(*share)).sum();
    let mut widths: Vec<u64> = shares
        .iter()
        .map(|share| least + (open * u64::from(*share)).checked_div(all).unwrap_or(open / count))
        .collect();
    let rest = whole - widths.iter().sum::<u64>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page() {
        for shares in [&[1][..], &[0, 0], &[1, 2, 3], &[u32::MAX, 1], &[u32::MAX; 63]] {
            let widths = widths(shares, 14_570);
            assert_eq!(widths.iter().sum::<u64>(), 14_570);
            assert!(widths.iter().all(|width| *width > 100), "{widths:?}");
        }
        assert_eq!(widths(&[1, 1], 1_000), [500, 500]);
    }
}
