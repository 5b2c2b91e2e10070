//! What the template reads: a paper laid out, as JSON. Fields that say nothing are left out.

use serde::Serialize;

/// The whole document.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// For the properties.
    pub title: String,
    pub author: String,
    pub language: String,
    pub region: Option<String>,
    pub mirrored: bool,
    /// It has letters of which there is no bold face: in bold words they are drawn with a line around them.
    pub thickened: bool,
    /// Families of fonts, in the order in which a letter is looked for.
    pub fonts: &'static [String],
    /// The head of all pages but the first.
    pub symbol: Vec<Piece>,
    /// Stands before the number of a page.
    pub page: String,
    pub head: Head,
    #[serde(rename = "author-line")]
    pub author_line: Vec<Piece>,
    #[serde(rename = "title-line")]
    pub title_line: Vec<Piece>,
    pub boxed: Vec<Boxed>,
    pub parts: Vec<Part>,
    /// How many pieces of words there are.
    #[serde(skip)]
    pub pieces: usize,
}

/// The head of the first page, side by side.
#[derive(Debug, Serialize, Default)]
pub(crate) struct Head {
    pub left: Vec<Line>,
    pub right: Vec<Line>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Line {
    /// In points.
    pub size: f32,
    pub strong: bool,
    #[serde(flatten)]
    pub words: Words,
}

#[derive(Debug, Serialize)]
pub(crate) struct Boxed {
    pub label: String,
    pub blocks: Vec<Block>,
}

/// Pages of one shape.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub landscape: bool,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Block {
    Heading {
        /// How deep it lies, for those who listen: none is passed over.
        level: u8,
        /// How it looks.
        look: u8,
        number: String,
        #[serde(flatten)]
        words: Words,
    },
    Par {
        number: String,
        #[serde(flatten)]
        words: Words,
    },
    List {
        items: Vec<Words>,
    },
    Remark {
        #[serde(flatten)]
        words: Words,
    },
    Table(Table),
}

#[derive(Debug, Serialize)]
pub(crate) struct Table {
    pub caption: Vec<Piece>,
    /// For those who do not see it.
    pub summary: String,
    pub shares: Vec<f64>,
    /// The names of the columns.
    pub top: Vec<Vec<Piece>>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Row {
    /// A heading over the rows that follow.
    Group(Vec<Block>),
    /// A row that stands on one page.
    Cells(Vec<Vec<Block>>),
    /// One that may go on over several.
    Long(Vec<Vec<Block>>),
}

/// What a paragraph says.
#[derive(Debug, Serialize, Default)]
pub(crate) struct Words {
    pub words: Vec<Piece>,
    /// Runs from right to left, where all of it runs another way than the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<bool>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    /// Words without any look; a line break stands alone.
    Plain(String),
    Looking(Looking),
    Note {
        note: Vec<Piece>,
    },
}

/// Words of a look.
#[derive(Debug, Clone, Serialize, Default)]
pub(crate) struct Looking {
    pub text: String,
    #[serde(skip_serializing_if = "is_not")]
    pub strong: bool,
    #[serde(skip_serializing_if = "is_not")]
    pub emphasis: bool,
    #[serde(skip_serializing_if = "is_not")]
    pub stale: bool,
    /// What is said about the words before it.
    #[serde(skip_serializing_if = "is_not")]
    pub aside: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mirrored: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

fn is_not(set: &bool) -> bool {
    !set
}
