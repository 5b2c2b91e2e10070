//! What the rows of a table say: which column is what, where the table begins, and which rows are provisions.

use std::str::FromStr;
use std::sync::OnceLock;

use plan::fold::fold;
use plan_documents::pasted::{Cells, is_empty};

use super::asked::{How, Known};

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Paragraph,
    Action,
    Asked,
    Heading,
    Conditions,
    None,
}

impl Column {
    pub fn code(self) -> &'static str {
        match self {
            Column::Paragraph => "paragraph",
            Column::Action => "action",
            Column::Asked => "asked",
            Column::Heading => "heading",
            Column::Conditions => "conditions",
            Column::None => "none",
        }
    }
}

impl FromStr for Column {
    type Err = ();
    fn from_str(code: &str) -> Result<Column, ()> {
        use Column::*;
        [Paragraph, Action, Asked, Heading, Conditions, None].into_iter().find(|column| column.code() == code).ok_or(())
    }
}

/// Words that stand above columns, in languages of the United Nations. The longer ones decide before the shorter ones. They are
/// compared folded, as what is read is.
pub(super) const HEADS: &[(&str, Column)] = &[
    ("asked entit", Column::Asked),
    ("requested entit", Column::Asked),
    ("entit", Column::Asked),
    ("who is asked", Column::Asked),
    ("addressee", Column::Asked),
    ("responsib", Column::Asked),
    ("destinataire", Column::Asked),
    ("destinatari", Column::Asked),
    ("entidad", Column::Asked),
    ("исполнител", Column::Asked),
    ("الجهات", Column::Asked),
    ("实体", Column::Asked),
    ("paragraph", Column::Paragraph),
    ("para", Column::Paragraph),
    ("párr", Column::Paragraph),
    ("пункт", Column::Paragraph),
    ("الفقرة", Column::Paragraph),
    ("段", Column::Paragraph),
    ("¶", Column::Paragraph),
    ("action", Column::Action),
    ("request", Column::Action),
    ("mandate", Column::Action),
    ("mesure", Column::Action),
    ("medida", Column::Action),
    ("acción", Column::Action),
    ("действи", Column::Action),
    ("الإجراء", Column::Action),
    ("行动", Column::Action),
    ("theme", Column::Heading),
    ("topic", Column::Heading),
    ("section", Column::Heading),
    ("heading", Column::Heading),
    ("deadline", Column::Conditions),
    ("timeline", Column::Conditions),
    ("condition", Column::Conditions),
    ("remark", Column::Conditions),
    ("note", Column::Conditions),
    ("comment", Column::Conditions),
    // They stand in other heads too ("action asked"), which are known by then.
    ("asked", Column::Asked),
    ("by whom", Column::Asked),
    ("to whom", Column::Asked),
    ("actor", Column::Asked),
    ("organi", Column::Asked),
];

/// What stands above paragraphs by itself, folded.
const NUMBERS: [&str; 6] = ["no", "nos", "nr", "number", "№", "#"];

/// What stands before the number of a paragraph. The longer ones decide before the shorter ones; they are compared folded.
const MARKS: &[&str] = &[
    "paragraphs",
    "paragraph",
    "paras.",
    "paras",
    "para.",
    "para",
    "párrafo",
    "párr.",
    "пункт",
    "п.",
    "الفقرة",
    "§§",
    "§",
    "¶¶",
    "¶",
    "op",
    "no.",
    "nos.",
    "#",
];

/// Among so many rows the head of a table is looked for: titles may stand above it.
const ABOVE: usize = 6;
/// A head is short.
const HEAD_MAX: usize = 60;
/// Letters of a paragraph.
const PARAGRAPH_MAX: usize = 40;
/// Rows by which a column is judged.
const JUDGED: usize = 40;

/// A provision as the table has it.
pub(super) struct Line {
    /// Row of the table, from 0.
    pub at: usize,
    pub paragraph: String,
    /// The paragraph is that of the row above.
    pub carried: bool,
    pub heading: String,
    pub action: String,
    pub asked: String,
    pub conditions: String,
}

/// Why a row comes to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Nothing says which paragraph it is.
    NoParagraph,
    /// The head of the table stands there again.
    HeadAgain,
    /// A text in it is longer than the plan keeps.
    TooLong,
    /// More are asked than a provision can name.
    TooManyAsked,
    /// What was said of the columns makes nothing of it.
    NothingTold,
}

/// How many rows stand above what the table says, and what the columns are.
pub(super) fn understand(cells: &Cells, known: &Known<'_>) -> (usize, Vec<Column>) {
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    let headed = cells.iter().take(ABOVE).enumerate().find_map(|(at, row)| Some((at, head(row)?)));
    match headed {
        Some((at, mut columns)) => {
            columns.resize(width, Column::None);
            // Where a head says nothing, what stands below it does.
            (at + 1, guessed(&cells[at + 1..], columns, known))
        }
        None => (0, guessed(cells, vec![Column::None; width], known)),
    }
}

/// What the columns below a row are, where it is a head.
fn head(row: &[Option<String>]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = row.iter().map(|cell| said_above(cell.as_deref().unwrap_or_default())).collect();
    let said = columns.iter().filter(|column| **column != Column::None).count();
    (said >= 2 && columns.contains(&Column::Action)).then_some(columns)
}

pub(super) fn said_above(text: &str) -> Column {
    static FOLDED: OnceLock<Vec<(String, Column)>> = OnceLock::new();
    if text.chars().count() > HEAD_MAX {
        return Column::None;
    }
    let text = fold(text);
    // These stand within other words.
    if NUMBERS.contains(&text.trim().trim_end_matches(['.', ':'])) {
        return Column::Paragraph;
    }
    let heads = FOLDED.get_or_init(|| HEADS.iter().map(|(word, column)| (fold(word), *column)).collect());
    heads.iter().find(|(word, _)| text.contains(word)).map_or(Column::None, |(_, column)| *column)
}

/// What is not said of columns: paragraphs are short and numbered, who is asked is known, and the longest text is what is asked for.
fn guessed(cells: &[Vec<Option<String>>], mut columns: Vec<Column>, known: &Known<'_>) -> Vec<Column> {
    let width = columns.len();
    let texts = |column: usize| {
        cells.iter().take(JUDGED).filter_map(move |row| row.get(column)?.as_deref()).filter(|text| !text.is_empty())
    };
    let share = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let all = texts(column).count();
        (texts(column).filter(|text| fits(text)).count() * 100).checked_div(all).unwrap_or(0)
    };
    let free = |columns: &[Column], at: usize| columns[at] == Column::None;
    let is_said = |columns: &[Column], column: Column| columns.contains(&column);
    let numbered = (0..width).find(|at| free(&columns, *at) && share(*at, &is_paragraph) >= 60);
    if let Some(at) = numbered.filter(|_| !is_said(&columns, Column::Paragraph)) {
        columns[at] = Column::Paragraph;
    }
    let names_somebody = |text: &str| {
        let short: String = text.chars().take(500).collect();
        known.parts(&short).iter().any(|part| part.how != How::Unknown)
    };
    let asked = (0..width).filter(|at| free(&columns, *at)).map(|at| (share(at, &names_somebody), at)).max();
    if let Some((_, at)) = asked.filter(|(share, _)| *share >= 40 && !is_said(&columns, Column::Asked)) {
        columns[at] = Column::Asked;
    }
    if is_said(&columns, Column::Action) {
        return columns;
    }
    let length = |at: usize| texts(at).map(|text| text.chars().count()).sum::<usize>();
    let longest = (0..width).filter(|at| free(&columns, *at)).max_by_key(|at| length(*at));
    if let Some(at) = longest {
        columns[at] = Column::Action;
    }
    // The form that UN DESA uses: what is asked for, then who is asked.
    if !is_said(&columns, Column::Asked)
        && let Some(action) = columns.iter().position(|column| *column == Column::Action)
        && columns.get(action + 1) == Some(&Column::None)
    {
        columns[action + 1] = Column::Asked;
    }
    columns
}

/// A paragraph as it is written in the plan: "¶ 23.", "para. 23" and "OP23" are "23".
pub(super) fn paragraph(text: &str) -> String {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    let line = text.lines().next().unwrap_or_default().trim().trim_matches('"').trim();
    let marks = FOLDED.get_or_init(|| MARKS.iter().map(|mark| fold(mark)).collect());
    let numbered = |rest: &&str| rest.starts_with(char::is_numeric);
    let bare = marks.iter().find_map(|mark| behind(line, mark).filter(numbered));
    bare.unwrap_or(line).trim_end_matches(['.', ':', ',']).trim().to_owned()
}

/// What stands behind a folded mark with which a line begins. Letters are folded one by one: a folded text has other lengths.
fn behind<'a>(line: &'a str, mark: &str) -> Option<&'a str> {
    let mut left = mark;
    for (at, letter) in line.char_indices() {
        let letter = fold(letter.encode_utf8(&mut [0; 4]));
        if left.is_empty() && !letter.is_empty() {
            return line.get(at..).map(str::trim_start);
        }
        left = left.strip_prefix(&*letter)?;
    }
    None
}

/// Whether a text can be that of a paragraph: short, and numbered.
pub(super) fn is_paragraph(text: &str) -> bool {
    let text = paragraph(text);
    let letters = text.chars().count();
    let is_part = letters <= 6 && text.starts_with('(') && text.ends_with(')');
    letters <= PARAGRAPH_MAX
        && (is_part || letters <= 12 && text.contains(char::is_numeric) || starts_with_number(&text))
}

/// "23 (a) to (c)" is longer than others, and no "2 reports".
fn starts_with_number(text: &str) -> bool {
    text.starts_with(char::is_numeric) && text.split_whitespace().all(|word| word.chars().count() <= 6)
}

/// The provisions of a table, and the rows that come to nothing.
pub(super) fn lines(cells: &Cells, header: usize, columns: &[Column]) -> (Vec<Line>, Vec<(usize, Why)>) {
    let (mut lines, mut left) = (Vec::new(), Vec::new());
    let (mut paragraph_above, mut heading_above) = (String::new(), String::new());
    let head = header.checked_sub(1).and_then(|at| cells.get(at));
    for (at, row) in cells.iter().enumerate().skip(header).filter(|(_, row)| !is_empty(row)) {
        if head == Some(row) {
            left.push((at, Why::HeadAgain));
            continue;
        }
        let of = |wanted: Column| -> Vec<&str> {
            let cells = row.iter().zip(columns).filter(|(_, column)| **column == wanted);
            cells.filter_map(|(cell, _)| cell.as_deref()).filter(|text| !text.is_empty()).collect()
        };
        let said = of(Column::Paragraph).join(" ");
        if let Some(title) = title_across(row, columns) {
            heading_above = title.to_owned();
            continue;
        }
        let (action, asked) = (of(Column::Action).join("\n"), of(Column::Asked).join("\n"));
        let (heading, conditions) = (of(Column::Heading).join(" "), of(Column::Conditions).join("\n"));
        if said.is_empty() && action.is_empty() && asked.is_empty() {
            left.push((at, Why::NothingTold));
            continue;
        }
        let carried = said.is_empty();
        if !carried {
            paragraph_above = paragraph(&said);
        }
        if paragraph_above.is_empty() || paragraph_above.chars().count() > PARAGRAPH_MAX {
            let why = if paragraph_above.is_empty() { Why::NoParagraph } else { Why::TooLong };
            paragraph_above.clear();
            left.push((at, why));
            continue;
        }
        let heading = if heading.is_empty() { heading_above.clone() } else { heading };
        lines.push(Line { at, paragraph: paragraph_above.clone(), carried, heading, action, asked, conditions });
    }
    (lines, left)
}

/// The text of a row that is a title over those below: it stands alone, in the first column, and is no paragraph.
fn title_across<'a>(row: &'a [Option<String>], columns: &[Column]) -> Option<&'a str> {
    let filled = |cell: &&Option<String>| cell.as_deref().is_some_and(|text| !text.is_empty());
    let first = row.first()?.as_deref().filter(|text| !text.is_empty())?;
    let alone = row.iter().filter(filled).count() == 1 && columns.len() > 1;
    let may = columns.first() == Some(&Column::Paragraph) && !is_paragraph(first);
    (alone && may && first.chars().count() <= 300).then_some(first)
}
