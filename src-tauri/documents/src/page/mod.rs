//! A plan as one page of HTML: tables that are read without any program but a browser, a timeline that is drawn, a script that
//! searches and filters, and the snapshot itself.
//!
//! Style and script stand in the page and are named by their hashes in its own policy, which forbids everything else: nothing is
//! fetched, and nothing that people typed is carried out. All that the script does, it does to what is there already: without it
//! everything can be read.

mod timeline;
mod write;

use chrono::NaiveDate;

pub use write::write;

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Language of its words, as BCP 47 has it.
    pub language: String,
    /// Its words run from right to left.
    pub mirrored: bool,
    /// Whose plan it is; stands above the title. Empty: not known.
    pub owner: String,
    /// The title of the plan.
    pub title: String,
    /// What the plan is.
    pub lead: String,
    /// What is to be known of it, each a label and what it says.
    pub facts: Vec<(String, String)>,
    /// Objectives that rows can be filtered by. Rows name them by their place here.
    pub objectives: Vec<String>,
    /// Statuses that rows can be filtered by.
    pub statuses: Vec<(Shape, String)>,
    /// What it shows.
    pub sections: Vec<Section>,
    /// Lines below all that.
    pub foot: Vec<String>,
    /// Words of the page itself.
    pub words: Words,
    /// The snapshot that is in it.
    pub snapshot: Snapshot,
}

/// The snapshot in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Name of the file that it is saved as.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A part with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name for links: letters only.
    pub name: &'static str,
    /// Its heading.
    pub title: String,
    /// What is to be said before it; empty: nothing.
    pub intro: String,
    /// What it shows.
    pub body: Body,
}

/// What a section shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Where the objectives stand: the names of its three columns, and a row for each.
    Standing([String; 3], Vec<Standing>),
    /// Tables of rows.
    Tables(Vec<Table>),
    /// What happens when.
    Timeline(Timeline),
}

/// A status has a shape of its own, which is told without colour and in a grey print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An empty ring.
    Planned,
    /// A ring, half of it filled.
    Ongoing,
    /// A disc with a tick.
    Completed,
    /// A ring with a square.
    Concluded,
    /// A ring with an arrow.
    Superseded,
    /// A dotted ring: also for what is not stated, and for what a newer version may know.
    NotReported,
}

/// Where one objective stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Its number; empty: none.
    pub badge: String,
    /// Its short title.
    pub title: String,
    /// A mark for each commitment; empty, where there are more than can be taken in at a glance.
    pub marks: Vec<Shape>,
    /// The same in words, by status.
    pub counts: Vec<(Shape, String)>,
    /// What is said where there is none.
    pub none: String,
    /// How old what is known of it is.
    pub as_of: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// A number or a sign before its caption; empty: none.
    pub badge: String,
    /// What it is called.
    pub caption: String,
    /// It is the only one of its section, whose heading says what it is: the caption is for those who do not see it.
    pub alone: bool,
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
    /// How wide it is.
    pub width: Width,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A reference or a code.
    Code,
    /// A word or two.
    Short,
    /// A date in words, a name.
    Middle,
    /// Several names.
    Wide,
    /// What is left.
    Rest,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its name for links; empty: none leads to it.
    pub anchor: String,
    /// The objectives that it belongs to, by their places.
    pub objectives: Vec<usize>,
    /// Its status, where it has one.
    pub status: Option<Shape>,
    /// How deep it stands below another row.
    pub depth: usize,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What more is to be said of it, a label and paragraphs. Is folded away below its name, which opens it.
    pub details: Vec<(String, Vec<String>)>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Plain text.
    Text(String),
    /// Text in the background: a code, what is not stated.
    Quiet(String),
    /// What the row is called: its header. Below it a few quiet words.
    Name(String, String),
    /// A status.
    Status(Shape, String),
    /// Lines, one below the other.
    Lines(Vec<String>),
    /// Text that leads to another row, by its anchor.
    Inside(String, String),
    /// Text that leads to an address, where that is one of the web.
    Outside(String, String),
}

/// What happens when, drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// What it is called, and what it shows: for those who do not see it.
    pub summary: String,
    /// Its lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// Says that some marks have no room ("3 more in the table"); `{0}` stands for how many.
    pub more: String,
    /// What the quarters of a year are called.
    pub quarters: [String; 4],
    /// What the marks mean: a day that is known, a span that is known, a date that is vague.
    pub legend: [String; 3],
    /// The word at the line of the day on which the page is read.
    pub today: String,
    /// Said where there is nothing to draw.
    pub none: String,
}

/// A lane of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// A number or a sign before its title; empty: none.
    pub badge: String,
    /// Its title.
    pub title: String,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// A mark of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is called.
    pub label: String,
    /// When it is, in words.
    pub when: String,
    /// The first and the last day on which it may begin; none: open.
    pub start: (Option<NaiveDate>, Option<NaiveDate>),
    /// The first and the last day on which it may end; none: open.
    pub end: (Option<NaiveDate>, Option<NaiveDate>),
}

/// Words of the page itself. Where the script puts numbers, `{0}` and `{1}` stand for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// "Skip to the content".
    pub skip: String,
    /// What the list of sections is called.
    pub contents: String,
    /// What searching and filtering is called.
    pub find: String,
    /// Label of the search box.
    pub search: String,
    /// What may be typed there.
    pub search_hint: String,
    /// Label of the filter by objective.
    pub objective: String,
    /// No filter by objective.
    pub any_objective: String,
    /// Label of the filter by status.
    pub status: String,
    /// No filter by status.
    pub any_status: String,
    /// Takes away search and filters.
    pub clear: String,
    /// "Rows shown: {0} of {1}".
    pub shown: String,
    /// Said of a section in which no row fits.
    pub none_fits: String,
    /// Said of a section that has no rows.
    pub empty: String,
    /// Opens all of them.
    pub open_all: String,
    /// Closes all of them.
    pub close_all: String,
    /// Saves the snapshot.
    pub save: String,
    /// What can be done with it.
    pub save_hint: String,
}
