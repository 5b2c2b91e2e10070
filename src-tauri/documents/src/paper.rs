//! A paper: the model that Word, HTML and the preview are written from. It holds what stands on the page, in its order and in its
//! words, and nothing of how a format says it.

use chrono::{DateTime, Utc};

/// A document for a council, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Language of its words, as BCP 47 has it.
    pub language: String,
    /// Its words run from right to left.
    pub mirrored: bool,
    /// When its rows were written last: what its properties say.
    pub at: DateTime<Utc>,
    /// Who wrote it: what its properties say.
    pub author: String,
    /// What stands on top of the first page.
    pub head: Head,
    /// The box below the head, a label and what it says.
    pub boxed: Vec<Boxed>,
    /// What it says, in parts that each have a page of their own shape. The first is its body.
    pub parts: Vec<Part>,
    /// Words of the pages themselves.
    pub labels: Labels,
}

/// What stands on top of the first page. A line that is empty is left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// The body it goes to: "Council".
    pub body: Runs,
    /// The session with its place and days: "2026 session – Geneva, 28 April – 8 May 2026".
    pub session: Runs,
    /// Lines beside them, on the other side of the page: agenda item, symbol, date, original language.
    pub lines: Vec<Line>,
    /// The symbol, for the head of every page; empty: not known yet.
    pub symbol: String,
    /// Whose report it is.
    pub author: Runs,
    /// The title.
    pub title: Runs,
}

/// A line of the head.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where its words come from; empty: from nowhere.
    pub tag: String,
    /// What it says.
    pub runs: Runs,
    /// It is said loudly, as the symbol is.
    pub strong: bool,
}

/// A label in the box, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Boxed {
    /// Where its words come from.
    pub tag: String,
    /// "Purpose".
    pub label: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Runs>,
}

/// Blocks on pages of one shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// The pages lie on their side.
    pub landscape: bool,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// One piece of a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// Where its words come from, as are all tags: "block/<id>/text", "commitment/<id>/title".
        tag: String,
        /// 1 to 3.
        level: u8,
        /// Its number, worked out by whoever makes the paper: "1", "1.2". Empty: it has none.
        number: String,
        /// Its words.
        runs: Runs,
    },
    /// A paragraph.
    Paragraph {
        /// Where its words come from.
        tag: String,
        /// Its number: "1.1". Empty: it has none.
        number: String,
        /// Its words.
        runs: Runs,
    },
    /// An entry of a list with dashes.
    Dash {
        /// Where its words come from.
        tag: String,
        /// Its words.
        runs: Runs,
    },
    /// A table.
    Table(Table),
    /// A line on the plan itself, in quiet type: that nothing is there, how many rows were left out.
    Remark {
        /// What it says.
        runs: Runs,
    },
}

/// A table of a paper. Its first line is repeated on every page.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The block that it comes from.
    pub tag: String,
    /// What stands above it; empty: nothing.
    pub caption: Runs,
    /// What it holds, for those who do not see it.
    pub summary: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name.
    pub label: String,
    /// Its share of the width, against the shares of the others.
    pub share: u32,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The row of the plan: "commitment/<id>". Two rows of two states with one tag are the same row.
    pub tag: String,
    /// A heading over the rows that follow: its one cell spans all columns.
    pub heading: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Where its words come from: "commitment/<id>/title"; empty: from more than one field.
    pub tag: String,
    /// Its paragraphs.
    pub paragraphs: Vec<CellParagraph>,
}

/// A paragraph of a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CellParagraph {
    /// It stands behind a dash.
    pub dash: bool,
    /// Its words.
    pub runs: Runs,
}

/// Words, one stretch after another.
pub type Runs = Vec<Run>;

/// A stretch of words of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words; a line break is a line break.
    pub text: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Language, where it is not that of the paper.
    pub language: Option<String>,
    /// Runs from right to left, where it differs from the paper.
    pub mirrored: Option<bool>,
    /// Where it leads: an address that begins with `https://`.
    pub link: Option<String>,
    /// A footnote behind it.
    pub note: Option<Box<Runs>>,
    /// A figure or a date of the plan that is older than it should be: shown, and said.
    pub stale: bool,
    /// Where the words come from, where they are drawn from a row in the midst of others.
    pub tag: String,
}

impl Run {
    /// Words without any look.
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    /// Words in bold.
    pub fn strong(text: impl Into<String>) -> Run {
        Run { text: text.into(), strong: true, ..Run::default() }
    }
}

/// Words of the pages, and for those who do not see them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Labels {
    /// "Page"; before the number in the foot of a page.
    pub page: String,
    /// What is said of a figure that is older than it should be.
    pub stale: String,
    /// What the box is called.
    pub boxed: String,
    /// What the head is called.
    pub head: String,
    /// Said of a table that goes on ("continued"), where it is cut into several.
    pub continued: String,
}
