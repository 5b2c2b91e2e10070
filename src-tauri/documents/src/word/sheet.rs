//! A paper laid out: what Word knows, and of each piece whether it stays, came or went.

use std::borrow::Cow;

/// Whether a piece was there before and is there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mark {
    /// Before and now.
    #[default]
    Kept,
    /// Only now.
    Put,
    /// Only before.
    Taken,
}

/// The whole document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet<'a> {
    /// The head of the pages.
    pub head: Par<'a>,
    /// Pages of one shape each; at least one.
    pub sections: Vec<Section<'a>>,
}

/// Pages of one shape.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section<'a> {
    pub mark: Mark,
    pub landscape: bool,
    /// The pages had the other shape.
    pub turned: bool,
    pub items: Vec<Item<'a>>,
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item<'a> {
    Par(Par<'a>),
    Grid(Grid<'a>),
}

/// What a paragraph is: its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Heading1,
    Heading2,
    Heading3,
    Body,
    Numbered,
    Dash,
    Remark,
    Caption,
    Council,
    Session,
    Line,
    StrongLine,
    Source,
    Title,
    BoxLabel,
    BoxText,
    TableHead,
    TableGroup,
    TableText,
    TableDash,
    PageHead,
}

impl Style {
    /// Its id in `styles.xml`.
    pub fn id(self) -> &'static str {
        match self {
            Style::Heading1 => "Heading1",
            Style::Heading2 => "Heading2",
            Style::Heading3 => "Heading3",
            Style::Body => "BodyText",
            Style::Numbered => "NumberedParagraph",
            Style::Dash => "Dash",
            Style::Remark => "Remark",
            Style::Caption => "Caption",
            Style::Council => "CouncilName",
            Style::Session => "CouncilSession",
            Style::Line => "DocumentLine",
            Style::StrongLine => "DocumentLineStrong",
            Style::Source => "Source",
            Style::Title => "Title",
            Style::BoxLabel => "BoxLabel",
            Style::BoxText => "BoxText",
            Style::TableHead => "TableHead",
            Style::TableGroup => "TableGroup",
            Style::TableText => "TableText",
            Style::TableDash => "TableDash",
            Style::PageHead => "Header",
        }
    }

    /// Keeps to the side at which the document begins, whichever way its words run: what stands in a column does.
    pub fn keeps_side(self) -> bool {
        matches!(
            self,
            Style::Council
                | Style::Session
                | Style::Line
                | Style::StrongLine
                | Style::BoxLabel
                | Style::TableHead
                | Style::TableGroup
                | Style::TableText
                | Style::TableDash
        )
    }

    /// A number may stand before its words, which then all begin behind it.
    pub fn hangs(self) -> bool {
        matches!(self, Style::Heading1 | Style::Heading2 | Style::Heading3)
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Par<'a> {
    pub mark: Mark,
    /// Whether its end was and is there; where it is not, its words belong to the next. Only in cells is it another than `mark`.
    pub end: Mark,
    pub style: Style,
    /// Its style before, where it is another.
    pub was: Option<Style>,
    pub tag: &'a str,
    /// What stands before its words and is none of them: the number and a tab.
    pub lead: Vec<Piece<'a>>,
    pub words: Vec<Piece<'a>>,
}

/// A stretch of words of one look, or a footnote.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece<'a> {
    pub mark: Mark,
    pub look: Look<'a>,
    pub what: What<'a>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum What<'a> {
    Text(Cow<'a, str>),
    Note(Vec<Piece<'a>>),
}

/// How words look and what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Look<'a> {
    pub strong: bool,
    pub emphasis: bool,
    /// Older than it should be.
    pub stale: bool,
    /// What is said about the words before it.
    pub aside: bool,
    /// Runs from right to left.
    pub mirrored: bool,
    /// Empty: that of the paper.
    pub language: &'a str,
    /// Empty: leads nowhere.
    pub link: &'a str,
    /// Empty: it comes from nowhere of its own.
    pub tag: &'a str,
}

/// What a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Head,
    Box,
    Rows,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid<'a> {
    pub mark: Mark,
    pub kind: Kind,
    pub tag: &'a str,
    pub caption: Option<Par<'a>>,
    /// For those who do not see it: what it is called, and what it holds.
    pub title: String,
    pub summary: &'a str,
    /// The share of each column.
    pub shares: Vec<u32>,
    pub lines: Vec<Line<'a>>,
}

/// What a row of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// The names of the columns.
    Top,
    /// A heading over the rows that follow: one cell.
    Group,
    Row,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line<'a> {
    pub mark: Mark,
    pub role: Role,
    pub tag: &'a str,
    pub cells: Vec<Field<'a>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field<'a> {
    pub tag: &'a str,
    /// What stands in it before its words and is none of them.
    pub label: Option<Par<'a>>,
    /// At least one.
    pub pars: Vec<Par<'a>>,
}

/// Pieces that came or went as a whole.
pub(super) trait Whole: Sized {
    /// The piece with this mark on all of it.
    fn marked(self, mark: Mark) -> Self;
}

impl<T: Whole> Whole for Vec<T> {
    fn marked(self, mark: Mark) -> Self {
        self.into_iter().map(|one| one.marked(mark)).collect()
    }
}

impl<T: Whole> Whole for Option<T> {
    fn marked(self, mark: Mark) -> Self {
        self.map(|one| one.marked(mark))
    }
}

impl Whole for Piece<'_> {
    fn marked(self, mark: Mark) -> Self {
        let what = match self.what {
            What::Note(words) => What::Note(words.marked(mark)),
            text => text,
        };
        Piece { mark, what, ..self }
    }
}

impl Whole for Par<'_> {
    fn marked(self, mark: Mark) -> Self {
        Par { mark, end: mark, lead: self.lead.marked(mark), words: self.words.marked(mark), ..self }
    }
}

impl Whole for Field<'_> {
    fn marked(self, mark: Mark) -> Self {
        Field { label: self.label.marked(mark), pars: self.pars.marked(mark), ..self }
    }
}

impl Whole for Line<'_> {
    fn marked(self, mark: Mark) -> Self {
        Line { mark, cells: self.cells.marked(mark), ..self }
    }
}

impl Whole for Item<'_> {
    fn marked(self, mark: Mark) -> Self {
        match self {
            Item::Par(par) => Item::Par(par.marked(mark)),
            Item::Grid(grid) => {
                Item::Grid(Grid { mark, caption: grid.caption.marked(mark), lines: grid.lines.marked(mark), ..grid })
            }
        }
    }
}

impl Whole for Section<'_> {
    fn marked(self, mark: Mark) -> Self {
        Section { mark, items: self.items.marked(mark), ..self }
    }
}

impl<'a> Par<'a> {
    /// A paragraph without words.
    pub fn empty(style: Style) -> Par<'a> {
        Par { mark: Mark::Kept, end: Mark::Kept, style, was: None, tag: "", lead: Vec::new(), words: Vec::new() }
    }
}

impl<'a> Piece<'a> {
    /// Whether it is text.
    pub fn is_text(&self) -> bool {
        matches!(self.what, What::Text(_))
    }

    /// Whether it has words in it, and not signs alone.
    pub fn says(&self) -> bool {
        matches!(&self.what, What::Text(text) if text.chars().any(char::is_alphanumeric))
    }

    /// Words of a look.
    pub fn text(text: impl Into<Cow<'a, str>>, look: Look<'a>) -> Piece<'a> {
        Piece { mark: Mark::Kept, look, what: What::Text(text.into()) }
    }
}
