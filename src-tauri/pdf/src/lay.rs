//! A paper laid out as data: which footnotes it has, what runs the other way, how deep a heading lies.

use plan_documents::paper::{self, Cell, Paper, Run};
use plan_documents::{inert, word};

use crate::data::{Block, Boxed, Head, Line, Looking, Part, Piece, Row, Sheet, Table, Words};
use crate::letters::Letters;
use crate::world::SHELF;

/// Columns of one table; narrower ones hold no words.
const COLUMNS: usize = 63;
/// What a column has at least of the width of its table.
const NARROWEST: f64 = 0.05;
/// Letters in a line of a table, and lines up to which a row stands on one page: a third to a half of it.
const PORTRAIT: (f64, f64) = (90.0, 24.0);
const LANDSCAPE: (f64, f64) = (140.0, 16.0);
/// Longest text of a property, and of what is told of a table.
const PROPERTY: usize = 255;
const SUMMARY: usize = 1_000;
/// Sizes in the head, in points.
const COUNCIL: f32 = 15.0;
const USUAL: f32 = 10.0;

/// Where words stand.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// In a paragraph: what is said of a stale figure is a footnote.
    Text,
    /// In a table or a footnote: there it stands behind the figure.
    Narrow,
}

/// Lays out a paper; and the characters that cannot be shown.
pub(crate) fn out(paper: &Paper) -> (Sheet, Vec<char>) {
    let mut lay = Lay { paper, letters: Letters::default(), pieces: 0, level: 0, landscape: false };
    let sheet = lay.sheet();
    (sheet, lay.letters.missing())
}

struct Lay<'a> {
    paper: &'a Paper,
    letters: Letters,
    pieces: usize,
    /// How deep the last heading lay.
    level: u8,
    /// The pages that are laid out lie on their side.
    landscape: bool,
}

impl Lay<'_> {
    fn sheet(&mut self) -> Sheet {
        let paper = self.paper;
        let (language, region) = language(&paper.language).unwrap_or(("en".into(), None));
        let mut parts: Vec<Part> = paper.parts.iter().map(|part| self.part(part)).collect();
        if parts.is_empty() {
            parts.push(Part { landscape: false, blocks: Vec::new() });
        }
        Sheet {
            title: self.title(),
            author: property(&paper.author),
            language,
            region,
            mirrored: paper.mirrored,
            fonts: &SHELF.families,
            symbol: self.plain(&paper.head.symbol),
            page: self.letters.set(&one_line(&paper.labels.page)),
            head: self.head(),
            author_line: self.line(&paper.head.author),
            title_line: self.line(&paper.head.title),
            boxed: paper.boxed.iter().map(|boxed| self.boxed(boxed)).collect(),
            parts,
            // Known once all words were looked at.
            thickened: self.letters.east_asian,
            pieces: self.pieces,
        }
    }

    /// What the document is called, also where it has no title yet: everybody's PDF has one.
    fn title(&self) -> String {
        let paper::Head { body, session, symbol, title, .. } = &self.paper.head;
        let of = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let all = [of(title), symbol.clone(), of(body), of(session), self.paper.labels.head.clone()];
        let said = all.iter().map(|text| property(text)).find(|text| !text.is_empty());
        said.unwrap_or_else(|| "–".into())
    }

    fn head(&mut self) -> Head {
        let paper::Head { body, session, lines, .. } = &self.paper.head;
        let left = [(COUNCIL, body), (USUAL, session)].into_iter().filter(|(_, runs)| !blank(runs));
        let left = left.map(|(size, runs)| Line { size, strong: true, words: self.words(runs, Place::Narrow) });
        let left = left.collect();
        let right = lines.iter().filter(|line| !blank(&line.runs));
        let right =
            right.map(|line| Line { size: USUAL, strong: line.strong, words: self.words(&line.runs, Place::Narrow) });
        Head { left, right: right.collect() }
    }

    /// A line in the middle of the page: nothing, where it says nothing.
    fn line(&mut self, runs: &[Run]) -> Vec<Piece> {
        if blank(runs) { Vec::new() } else { self.words(runs, Place::Text).words }
    }

    fn boxed(&mut self, boxed: &paper::Boxed) -> Boxed {
        let label = self.letters.set(&one_line(&boxed.label));
        let pars = boxed.paragraphs.iter();
        Boxed { label, blocks: pars.map(|runs| par("", self.words(runs, Place::Text))).collect() }
    }

    fn part(&mut self, part: &paper::Part) -> Part {
        let mut blocks = Vec::with_capacity(part.blocks.len());
        self.landscape = part.landscape;
        for block in &part.blocks {
            let next = self.block(block);
            push(&mut blocks, next);
        }
        Part { landscape: part.landscape, blocks }
    }

    fn block(&mut self, block: &paper::Block) -> Block {
        match block {
            paper::Block::Heading { level, number, runs, .. } => {
                let (number, words) = (self.number(number), self.words(runs, Place::Text));
                // What says nothing is no heading that one could go to.
                if number.is_empty() && runs.iter().all(|run| silent(&run.text)) {
                    return par("", words);
                }
                let look = (*level).clamp(1, 3);
                self.level = look.min(self.level + 1);
                Block::Heading { level: self.level, look, number, words }
            }
            paper::Block::Paragraph { number, runs, .. } => {
                let number = self.number(number);
                par(&number, self.words(runs, Place::Text))
            }
            paper::Block::Dash { runs, .. } => Block::List { items: vec![self.words(runs, Place::Text)] },
            paper::Block::Remark { runs } => Block::Remark { words: self.words(runs, Place::Text) },
            paper::Block::Table(table) => Block::Table(self.table(table)),
        }
    }

    fn number(&mut self, number: &str) -> String {
        self.letters.set(&one_line(number))
    }

    fn table(&mut self, table: &paper::Table) -> Table {
        let columns = table.columns.len().clamp(1, COLUMNS);
        let mut top: Vec<Vec<Piece>> =
            table.columns.iter().take(columns).map(|column| self.plain(&column.label)).collect();
        top.resize_with(columns, Vec::new);
        let mut shares: Vec<u32> = table.columns.iter().take(columns).map(|column| column.share).collect();
        shares.resize(columns, 1);
        let caption = if blank(&table.caption) { Vec::new() } else { self.words(&table.caption, Place::Narrow).words };
        let summary = one_line(&table.summary);
        let shares = spread(&shares);
        Table {
            caption,
            summary: inert::cut(&summary, SUMMARY).0.trim().to_owned(),
            top,
            rows: table.rows.iter().map(|row| self.row(row, &shares)).collect(),
            shares,
        }
    }

    fn row(&mut self, row: &paper::Row, shares: &[f64]) -> Row {
        let columns = shares.len();
        let mut cells: Vec<Vec<Block>> = row.cells.iter().map(|cell| self.cell(cell)).collect();
        if row.heading {
            // What its other cells hold is not lost.
            return Row::Group(cells.into_iter().flatten().collect());
        }
        let more: Vec<Block> = cells.drain(columns.min(cells.len())..).flatten().collect();
        if let Some(last) = cells.last_mut() {
            last.extend(more);
        }
        cells.resize_with(columns, Vec::new);
        if self.stands_on_one_page(row, shares) { Row::Cells(cells) } else { Row::Long(cells) }
    }

    /// Whether a row is short in each of its columns. What is kept whole and does not fit on a page would run over its edge, so lines
    /// are counted rather too long: in signs of East Asia two letters each.
    fn stands_on_one_page(&self, row: &paper::Row, shares: &[f64]) -> bool {
        let (letters, most) = if self.landscape { LANDSCAPE } else { PORTRAIT };
        let mut lines = vec![0.0; shares.len()];
        for (at, cell) in row.cells.iter().enumerate() {
            // What would be in one column more stands in the last.
            let at = at.min(shares.len().saturating_sub(1));
            let room = (shares[at] * letters).max(1.0);
            for par in &cell.paragraphs {
                let wide = |run: &Run| run.text.chars().map(|c| if c < '\u{2e80}' { 1.0 } else { 2.0 }).sum::<f64>();
                let breaks = par.runs.iter().map(|run| run.text.matches('\n').count()).sum::<usize>() as f64;
                lines[at] += 1.0 + breaks + (par.runs.iter().map(wide).sum::<f64>() / room).floor();
            }
        }
        lines.iter().all(|lines| *lines <= most)
    }

    fn cell(&mut self, cell: &Cell) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(cell.paragraphs.len());
        for one in &cell.paragraphs {
            let words = self.words(&one.runs, Place::Narrow);
            push(&mut blocks, if one.dash { Block::List { items: vec![words] } } else { par("", words) });
        }
        blocks
    }

    fn words(&mut self, runs: &[Run], place: Place) -> Words {
        let mut words = Vec::with_capacity(runs.len());
        for run in runs {
            self.run(run, place, &mut words);
        }
        Words { words, turn: self.turn(runs) }
    }

    /// Where all words are of a language that runs the other way, the signs between them run with them.
    fn turn(&self, runs: &[Run]) -> Option<bool> {
        let other = !self.paper.mirrored;
        let says = |run: &&Run| run.text.chars().any(char::is_alphanumeric);
        let turned = |run: &Run| run.mirrored == Some(other) && run.language.is_some();
        let mut saying = runs.iter().filter(says).peekable();
        (saying.peek().is_some() && saying.all(turned)).then_some(other)
    }

    fn run(&mut self, run: &Run, place: Place, words: &mut Vec<Piece>) {
        let language = run.language.as_deref().filter(|code| *code != self.paper.language).and_then(language);
        let (language, region) = language.map_or((None, None), |(language, region)| (Some(language), region));
        let look = Looking {
            text: String::new(),
            strong: run.strong,
            emphasis: run.emphasis,
            stale: run.stale,
            aside: false,
            language,
            region,
            mirrored: run.mirrored.filter(|mirrored| *mirrored != self.paper.mirrored),
            link: run.link.as_deref().and_then(word::followed),
        };
        self.stretch(&run.text, &look, words);
        let label = &self.paper.labels.stale;
        if run.stale && !label.is_empty() {
            match place {
                Place::Text => {
                    let note = self.plain(label);
                    words.push(Piece::Note { note });
                }
                Place::Narrow => {
                    words.push(Piece::Plain(" ".into()));
                    let aside = Looking { aside: true, ..Looking::default() };
                    self.stretch(&format!("[{label}]"), &aside, words);
                }
            }
        }
        if let Some(note) = &run.note {
            let mut said = Vec::new();
            for run in note.iter() {
                self.run(run, Place::Narrow, &mut said);
            }
            let note = said.into_iter().flat_map(unnested).collect();
            words.push(Piece::Note { note });
        }
    }

    fn plain(&mut self, text: &str) -> Vec<Piece> {
        let mut words = Vec::new();
        self.stretch(text, &Looking::default(), &mut words);
        words
    }

    /// Text of one look, line by line.
    fn stretch(&mut self, text: &str, look: &Looking, words: &mut Vec<Piece>) {
        let set = self.letters.set(text);
        for (at, line) in set.split('\n').enumerate() {
            if at > 0 {
                words.push(Piece::Plain("\n".into()));
            }
            if line.is_empty() {
                continue;
            }
            self.pieces += 1;
            words.push(if look.is_plain() {
                Piece::Plain(line.to_owned())
            } else {
                Piece::Looking(Looking { text: line.to_owned(), ..look.clone() })
            });
        }
    }
}

/// A footnote has none of its own: what it would say stands in brackets.
fn unnested(piece: Piece) -> Vec<Piece> {
    match piece {
        Piece::Note { note } => {
            let mut all = vec![Piece::Plain(" [".into())];
            all.extend(note);
            all.push(Piece::Plain("]".into()));
            all
        }
        other => vec![other],
    }
}

fn par(number: &str, words: Words) -> Block {
    Block::Par { number: number.to_owned(), words }
}

/// Entries that follow each other are one list.
fn push(blocks: &mut Vec<Block>, next: Block) {
    match (blocks.last_mut(), next) {
        (Some(Block::List { items }), Block::List { items: more }) => items.extend(more),
        (_, next) => blocks.push(next),
    }
}

fn blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.is_empty() && run.note.is_none())
}

/// Nothing in it can be heard.
fn silent(text: &str) -> bool {
    !text
        .chars()
        .any(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'))
}

/// Text of one line.
fn one_line(text: &str) -> String {
    inert::shown(text).replace(['\n', '\t', '\u{2028}', '\u{2029}'], " ")
}

/// Text of a property: one line, and not too long.
fn property(text: &str) -> String {
    let line = one_line(text).replace('\u{feff}', "");
    inert::cut(&line, PROPERTY).0.trim().to_owned()
}

/// A language and its country, where the tag is one that a PDF can have.
fn language(tag: &str) -> Option<(String, Option<String>)> {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphabetic());
    let primary = parts.next().filter(|part| (2..=3).contains(&part.len()) && letters(part))?;
    let region = parts.find(|part| part.len() == 2 && letters(part)).map(str::to_ascii_lowercase);
    Some((primary.to_ascii_lowercase(), region))
}

/// The share of each column in the width; none is too narrow to be seen.
fn spread(shares: &[u32]) -> Vec<f64> {
    let count = shares.len().max(1) as f64;
    let least = NARROWEST.min(0.5 / count);
    let all: f64 = shares.iter().map(|share| f64::from(*share)).sum();
    let open = 1.0 - least * count;
    let part = |share: &u32| if all > 0.0 { f64::from(*share) / all } else { 1.0 / count };
    shares.iter().map(|share| least + open * part(share)).collect()
}

impl Looking {
    fn is_plain(&self) -> bool {
        !(self.strong || self.emphasis || self.stale || self.aside)
            && self.language.is_none()
            && self.mirrored.is_none()
            && self.link.is_none()
    }
}
