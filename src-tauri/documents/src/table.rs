//! Tables of rows: the model that workbook and plain tables are written from.

use chrono::NaiveDate;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(String),
    /// A day that is exactly known.
    Day(NaiveDate),
    /// A number.
    Number(f64),
}

impl Cell {
    /// Text; empty text is an empty cell.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A code or a date.
    Short,
    /// A name.
    Name,
    /// Text of several lines.
    Long,
    /// A date.
    Date,
    /// A number.
    Number,
    /// There for programs, hidden from people.
    Hidden,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name for programs: the name of the field.
    pub name: String,
    /// Its label for people.
    pub label: String,
    /// How it is shown.
    pub look: Look,
    /// What can be chosen in it; the number of a list of the book. Other text is warned of where the list is `closed`.
    pub list: Option<usize>,
}

/// One table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name for programs: the name of the kind.
    pub name: String,
    /// Its label for people.
    pub label: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// Values that can be chosen in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// What it is called.
    pub label: String,
    /// The values.
    pub values: Vec<String>,
    /// Nothing else is meant to be typed.
    pub closed: bool,
}
