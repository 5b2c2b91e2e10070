//! A paper laid out: which style each piece has, and where a footnote, a label or a change of direction makes a piece of its own.

use crate::inert;
use crate::paper::{Block, Boxed, Cell, Head, Paper, Row, Run, Runs, Table};

use super::address;
use super::direction::stretches;
use super::sheet::{Field, Grid, Item, Kind, Line, Look, Mark, Par, Piece, Role, Section, Sheet, Style, What};
use super::tables::COLUMNS;

/// Where words stand.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// In a paragraph: what is said of a stale figure is a footnote.
    Text,
    /// In a table or a footnote: there it stands behind the figure.
    Narrow,
}

/// Lays out a paper.
pub(super) fn out(paper: &Paper) -> Sheet<'_> {
    let lay = Lay { paper };
    let mut sections: Vec<Section<'_>> = Vec::with_capacity(paper.parts.len().max(1));
    for part in &paper.parts {
        let items = part.blocks.iter().map(|block| lay.block(block)).collect();
        sections.push(Section { mark: Mark::Kept, landscape: part.landscape, turned: false, items });
    }
    if sections.is_empty() {
        sections.push(Section { mark: Mark::Kept, landscape: false, turned: false, items: Vec::new() });
    }
    let first = lay.first();
    if let Some(section) = sections.first_mut() {
        section.items.splice(0..0, first);
    }
    let symbol = lay.plain(&paper.head.symbol);
    Sheet { head: Par { words: symbol, ..Par::empty(Style::PageHead) }, sections }
}

struct Lay<'a> {
    paper: &'a Paper,
}

impl<'a> Lay<'a> {
    /// What stands before the blocks: head, whose report it is, title and box.
    fn first(&self) -> Vec<Item<'a>> {
        let Head { author, title, .. } = &self.paper.head;
        let mut items: Vec<Item<'a>> = self.head().map(Item::Grid).into_iter().collect();
        for (style, runs) in [(Style::Source, author), (Style::Title, title)] {
            if !blank(runs) {
                items.push(Item::Par(self.par(style, "", runs)));
            }
        }
        if !self.paper.boxed.is_empty() {
            items.push(Item::Grid(self.boxed(&self.paper.boxed)));
        }
        items
    }

    fn head(&self) -> Option<Grid<'a>> {
        let Head { body, session, lines, .. } = &self.paper.head;
        let left = [(Style::Council, body), (Style::Session, session)];
        let left: Vec<_> =
            left.iter().filter(|(_, runs)| !blank(runs)).map(|(s, runs)| self.par(*s, "", runs)).collect();
        let style = |strong: bool| if strong { Style::StrongLine } else { Style::Line };
        let lines = lines.iter().filter(|line| !blank(&line.runs) || !line.tag.is_empty());
        let right: Vec<_> = lines.map(|line| self.par(style(line.strong), &line.tag, &line.runs)).collect();
        if left.is_empty() && right.is_empty() {
            return None;
        }
        let cell = |pars: Vec<Par<'a>>, or: Style| Field { tag: "", label: None, pars: filled(pars, or) };
        let cells = vec![cell(left, Style::Session), cell(right, Style::Line)];
        let title = inert::shown(&self.paper.labels.head).into_owned();
        let lines = vec![Line { mark: Mark::Kept, role: Role::Row, tag: "", cells }];
        Some(Grid {
            mark: Mark::Kept,
            kind: Kind::Head,
            tag: "",
            caption: None,
            title,
            summary: "",
            shares: vec![13, 7],
            lines,
        })
    }

    fn boxed(&self, all: &'a [Boxed]) -> Grid<'a> {
        let line = |boxed: &'a Boxed| {
            let label = Par { words: self.plain(&boxed.label), ..Par::empty(Style::BoxLabel) };
            let pars = boxed.paragraphs.iter().map(|runs| self.par(Style::BoxText, "", runs)).collect();
            let cell = Field { tag: &boxed.tag, label: Some(label), pars: filled(pars, Style::BoxText) };
            Line { mark: Mark::Kept, role: Role::Row, tag: &boxed.tag, cells: vec![cell] }
        };
        let title = inert::shown(&self.paper.labels.boxed).into_owned();
        let lines = all.iter().map(line).collect();
        Grid { mark: Mark::Kept, kind: Kind::Box, tag: "", caption: None, title, summary: "", shares: vec![1], lines }
    }

    fn block(&self, block: &'a Block) -> Item<'a> {
        match block {
            Block::Heading { tag, level, number, runs } => {
                let style = match level {
                    0 | 1 => Style::Heading1,
                    2 => Style::Heading2,
                    _ => Style::Heading3,
                };
                Item::Par(Par { lead: self.lead(number), ..self.par(style, tag, runs) })
            }
            Block::Paragraph { tag, number, runs } => {
                let style = if number.is_empty() { Style::Body } else { Style::Numbered };
                Item::Par(Par { lead: self.lead(number), ..self.par(style, tag, runs) })
            }
            Block::Dash { tag, runs } => Item::Par(self.par(Style::Dash, tag, runs)),
            Block::Remark { runs } => Item::Par(self.par(Style::Remark, "", runs)),
            Block::Table(table) => Item::Grid(self.table(table)),
        }
    }

    /// A number, and the tab that its words stand behind.
    fn lead(&self, number: &'a str) -> Vec<Piece<'a>> {
        let mut lead = self.plain(number);
        if !lead.is_empty() {
            lead.push(Piece::text("\t", self.look()));
        }
        lead
    }

    fn table(&self, table: &'a Table) -> Grid<'a> {
        let top = table.columns.iter().map(|column| {
            let words = self.plain(&column.label);
            Field { tag: "", label: None, pars: vec![Par { words, ..Par::empty(Style::TableHead) }] }
        });
        let columns = table.columns.len().clamp(1, COLUMNS);
        let top = filled_to(top.collect(), columns, Style::TableHead);
        let mut lines = Vec::with_capacity(table.rows.len() + 1);
        lines.push(Line { mark: Mark::Kept, role: Role::Top, tag: "", cells: top });
        lines.extend(table.rows.iter().map(|row| self.row(row, columns)));
        let caption = (!blank(&table.caption)).then(|| self.par(Style::Caption, &table.tag, &table.caption));
        let title = table.caption.iter().map(|run| inert::shown(&run.text)).collect();
        let mut shares: Vec<u32> = table.columns.iter().take(columns).map(|column| column.share).collect();
        shares.resize(columns, 1);
        let (tag, summary) = (table.tag.as_str(), table.summary.as_str());
        Grid { mark: Mark::Kept, kind: Kind::Rows, tag, caption, title, summary, shares, lines }
    }

    fn row(&self, row: &'a Row, columns: usize) -> Line<'a> {
        let role = if row.heading { Role::Group } else { Role::Row };
        let mut cells: Vec<Field<'a>> = row.cells.iter().map(|cell| self.cell(cell, row.heading)).collect();
        let style = if row.heading { Style::TableGroup } else { Style::TableText };
        let cells = if row.heading {
            // What its other cells hold is not lost.
            let tag = cells.first().map_or("", |cell| cell.tag);
            let said = cells.drain(..).enumerate().filter(|(at, cell)| *at == 0 || cell.said());
            let pars = said.flat_map(|(_, cell)| cell.pars).collect();
            vec![Field { tag, label: None, pars: filled(pars, style) }]
        } else {
            filled_to(cells, columns, style)
        };
        Line { mark: Mark::Kept, role, tag: &row.tag, cells }
    }

    fn cell(&self, cell: &'a Cell, heading: bool) -> Field<'a> {
        let style = |dash: bool| match (heading, dash) {
            (true, _) => Style::TableGroup,
            (false, true) => Style::TableDash,
            (false, false) => Style::TableText,
        };
        let par = |runs, style| Par { words: self.words(runs, Place::Narrow), ..Par::empty(style) };
        let pars = cell.paragraphs.iter().map(|one| par(&one.runs, style(one.dash))).collect();
        Field { tag: &cell.tag, label: None, pars: filled(pars, style(false)) }
    }

    fn par(&self, style: Style, tag: &'a str, runs: &'a Runs) -> Par<'a> {
        let narrow =
            matches!(style, Style::Caption | Style::Council | Style::Session | Style::Line | Style::StrongLine);
        let place = if narrow { Place::Narrow } else { Place::Text };
        Par { tag, words: self.words(runs, place), ..Par::empty(style) }
    }

    /// How words look of which nothing is said.
    fn look(&self) -> Look<'a> {
        Look { mirrored: self.paper.mirrored, ..Look::default() }
    }

    fn plain(&self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        self.stretch(text, self.look(), &mut pieces);
        pieces
    }

    fn stretch(&self, text: &'a str, look: Look<'a>, pieces: &mut Vec<Piece<'a>>) {
        for (stretch, mirrored) in stretches(text, look.mirrored) {
            if !stretch.is_empty() {
                pieces.push(Piece::text(inert::shown(stretch), Look { mirrored, ..look }));
            }
        }
    }

    fn words(&self, runs: &'a [Run], place: Place) -> Vec<Piece<'a>> {
        let mut pieces = Vec::with_capacity(runs.len());
        for run in runs {
            let language = run.language.as_deref().filter(|language| *language != self.paper.language);
            let look = Look {
                strong: run.strong,
                emphasis: run.emphasis,
                stale: run.stale,
                aside: false,
                mirrored: run.mirrored.unwrap_or(self.paper.mirrored),
                language: language.unwrap_or_default(),
                link: run.link.as_deref().filter(|link| address::followed(link).is_some()).unwrap_or_default(),
                tag: &run.tag,
            };
            self.stretch(&run.text, look, &mut pieces);
            let label = &self.paper.labels.stale;
            if run.stale && !label.is_empty() {
                match place {
                    Place::Text => pieces.push(self.note(self.plain(label))),
                    Place::Narrow => {
                        let look = Look { aside: true, ..self.look() };
                        pieces.push(Piece::text(" [", look));
                        self.stretch(label, look, &mut pieces);
                        pieces.push(Piece::text("]", look));
                    }
                }
            }
            if let Some(note) = &run.note {
                let said = self.words(note, Place::Narrow);
                let in_note = said.into_iter().flat_map(unnested).collect();
                pieces.push(self.note(in_note));
            }
        }
        self.turn(&mut pieces);
        pieces
    }

    /// Where all words are of a language that runs the other way, the signs between them run with them.
    fn turn(&self, pieces: &mut [Piece<'a>]) {
        let other = !self.paper.mirrored;
        let turned = |piece: &Piece<'_>| piece.look.mirrored == other && !piece.look.language.is_empty();
        if pieces.iter().any(Piece::says) && pieces.iter().all(|piece| !piece.says() || turned(piece)) {
            for piece in pieces.iter_mut().filter(|piece| piece.is_text()) {
                piece.look.mirrored = other;
            }
        }
    }

    fn note(&self, words: Vec<Piece<'a>>) -> Piece<'a> {
        Piece { mark: Mark::Kept, look: self.look(), what: What::Note(words) }
    }
}

/// A footnote has none of its own: what it would say stands in brackets.
fn unnested(piece: Piece<'_>) -> Vec<Piece<'_>> {
    match piece.what {
        What::Note(words) => {
            let bracket = |text: &'static str| Piece::text(text, piece.look);
            [vec![bracket(" [")], words, vec![bracket("]")]].concat()
        }
        What::Text(_) => vec![piece],
    }
}

fn blank(runs: &Runs) -> bool {
    runs.iter().all(|run| run.text.is_empty() && run.note.is_none())
}

/// A cell has a paragraph.
fn filled(mut pars: Vec<Par<'_>>, style: Style) -> Vec<Par<'_>> {
    if pars.is_empty() {
        pars.push(Par::empty(style));
    }
    pars
}

/// A row has a cell for each column; what would be in one more stands in the last.
fn filled_to(mut cells: Vec<Field<'_>>, columns: usize, style: Style) -> Vec<Field<'_>> {
    while cells.len() > columns
        && let Some(more) = cells.pop()
        && let Some(last) = cells.last_mut()
    {
        if more.said() {
            last.pars.extend(more.pars);
        }
    }
    let empty = || Field { tag: "", label: None, pars: vec![Par::empty(style)] };
    cells.resize_with(columns, empty);
    cells
}

impl Field<'_> {
    fn said(&self) -> bool {
        self.pars.iter().any(|par| !par.words.is_empty())
    }
}
