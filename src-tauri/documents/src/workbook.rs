//! Workbooks (`.xlsx`): a sheet for each table, made for people and for taking back.
//!
//! The first column of a table is its permanent id and hidden. A sheet that no menu shows says which field each column is of, so
//! that a workbook can be taken back whatever the labels were translated to.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use rust_xlsxwriter as xlsx;
use xlsx::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, Formula,
    TableColumn, TableStyle, Worksheet,
};

use crate::table::{Cell, Column, List, Look, Table};
use crate::word::direction::strong;
use crate::{Fault, Result, Watch, inert, reached};

/// Longest text of a cell, in UTF-16 units.
const CELL: usize = 32_767;
/// Rows of a sheet, without its header.
const ROWS: usize = 1_048_575;
/// Longest name of a sheet.
const NAME: usize = 31;
/// Rows between two looks at whether the work is to stop.
const STEP: usize = 1_000;
/// Width of what the first sheet says, in characters.
const LEGEND: u32 = 80;
/// Numbers that spreadsheets have for paper, and the letters across it, on its long side, at two thirds of their size.
const A4: u8 = 9;
const A3: u8 = 8;
const ON_A4: u32 = 210;
const ON_A3: u32 = 300;
/// Height of a line, in points, and lines that a row is made tall for at the most.
const LINE: u32 = 15;
const LINES: u32 = 12;
/// Rows below the last one in which the choices are offered too, for rows to be added.
const SPARE: u32 = 200;

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// Title of what it holds.
    pub title: String,
    /// Who made it.
    pub creator: String,
    /// When what it holds was written last.
    pub created: DateTime<Utc>,
    /// Sheets are read from the right.
    pub right_to_left: bool,
    /// Name of the sheet that explains the others, and its lines: a label and what it says. A label alone is a heading.
    pub legend: (String, Vec<(String, String)>),
    /// What is said of a text that does not fit in a cell; stands at its end.
    pub cut: String,
    /// What is said of a value that is not among the choices of a list.
    pub not_in_list: String,
    /// The tables, each a sheet.
    pub tables: Vec<Table>,
    /// Values that can be chosen.
    pub lists: Vec<List>,
    /// What programs have to know: name and value.
    pub facts: Vec<(String, String)>,
}

struct Formats {
    text: Ways,
    wrapped: Ways,
    day: Format,
    number: Format,
    header: Format,
    heading: Format,
    title: Format,
}

/// A format for texts that run from the left, and for those that run from the right: LibreOffice does not find it out by itself, and
/// would set a day or a full stop at the wrong end.
struct Ways {
    right: Format,
    left: Format,
}

impl Ways {
    fn of(format: Format, right_to_left: bool) -> Ways {
        let right = if right_to_left { format.clone().set_reading_direction(1) } else { format.clone() };
        Ways { right, left: format.set_reading_direction(2) }
    }

    fn of_text(&self, text: &str) -> &Format {
        if text.chars().find_map(strong) == Some(true) { &self.left } else { &self.right }
    }
}

impl Formats {
    fn new(right_to_left: bool) -> Self {
        // Each text runs as its own letters do; on sheets that begin at the right all of them stand there.
        let base = || {
            let plain = Format::new().set_font_name("Calibri").set_align(FormatAlign::Top);
            if right_to_left { plain.set_align(FormatAlign::Right) } else { plain }
        };
        let begin = if right_to_left { FormatAlign::Right } else { FormatAlign::Left };
        Formats {
            text: Ways::of(base(), right_to_left),
            wrapped: Ways::of(base().set_text_wrap(), right_to_left),
            day: base().set_num_format("d mmm yyyy").set_align(begin),
            number: base(),
            header: base().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter),
            heading: base().set_bold().set_font_size(12),
            title: base().set_bold().set_font_size(16),
        }
    }
}

/// Writes a workbook.
///
/// # Errors
/// `Stopped`, where it was asked to; `Broken`, where a table has more rows than a sheet can hold.
pub fn write(book: &Book, watch: Watch<'_>) -> Result<Vec<u8>> {
    let formats = Formats::new(book.right_to_left);
    let mut out = xlsx::Workbook::new();
    let moment = moment(book.created)?;
    let properties = DocProperties::new()
        .set_title(clean(&book.title, 255))
        .set_author(clean(&book.creator, 255))
        .set_creation_datetime(&moment);
    out.set_properties(&properties);
    let mut names = Names::default();
    let legend_name = names.take(&book.legend.0);
    legend(out.add_worksheet(), &legend_name, book, &formats).map_err(Fault::of)?;
    let total: usize = book.tables.iter().map(|table| table.rows.len()).sum::<usize>().max(1);
    let mut done = 0;
    let mut sheets = Vec::new();
    for table in &book.tables {
        if table.rows.len() > ROWS {
            return Err(Fault::Broken(format!("{}: {} rows in a sheet", table.label, table.rows.len())));
        }
        let name = names.take(&table.label);
        let sheet = out.add_worksheet();
        head(sheet, &name, table, book, &formats).map_err(Fault::of)?;
        for (at, row) in table.rows.iter().enumerate() {
            if (done + at) % STEP == 0 {
                // The rest is putting it together.
                reached(watch, 0.7 * (done + at) as f64 / total as f64)?;
            }
            cells(sheet, at as u32 + 1, row, table, book, &formats).map_err(Fault::of)?;
        }
        done += table.rows.len();
        sheets.push((name, table));
    }
    lists(out.add_worksheet(), book, names.take("Lists")).map_err(Fault::of)?;
    facts(out.add_worksheet(), book, &sheets).map_err(Fault::of)?;
    reached(watch, 0.75)?;
    // Whoever opens it wants the rows, not how they are to be read.
    if let Ok(sheet) = out.worksheet_from_index(usize::from(!book.tables.is_empty())) {
        sheet.set_active(true);
    }
    out.save_to_buffer().map_err(Fault::of)
}

fn moment(at: DateTime<Utc>) -> Result<ExcelDateTime> {
    let at = at.naive_utc();
    ExcelDateTime::from_ymd(at.year().clamp(1900, 9999) as u16, at.month() as u8, at.day() as u8)
        .and_then(|day| day.and_hms(at.hour() as u16, at.minute() as u8, f64::from(at.second())))
        .map_err(Fault::of)
}

fn clean(text: &str, limit: usize) -> String {
    inert::cut(&inert::shown(text), limit).0.to_owned()
}

type Written = std::result::Result<(), xlsx::XlsxError>;

fn legend(sheet: &mut Worksheet, name: &str, book: &Book, formats: &Formats) -> Written {
    sheet.set_name(name)?.set_right_to_left(book.right_to_left);
    sheet.set_column_width(0, 24)?.set_column_width(1, LEGEND)?.set_screen_gridlines(false);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.write_string_with_format(0, 0, clean(&book.title, CELL), &formats.title)?;
    for (at, (label, words)) in book.legend.1.iter().enumerate() {
        let row = at as u32 + 2;
        let label_format = if words.is_empty() { &formats.heading } else { formats.text.of_text(label) };
        sheet.write_string_with_format(row, 0, clean(label, CELL), label_format)?;
        if !words.is_empty() {
            sheet.write_string_with_format(row, 1, clean(words, CELL), formats.wrapped.of_text(words))?;
            tall(sheet, row, lines(words, LEGEND))?;
        }
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, name: &str, table: &Table, book: &Book, formats: &Formats) -> Written {
    sheet.set_name(name)?.set_right_to_left(book.right_to_left);
    let frozen = table.columns.iter().position(|column| column.look != Look::Hidden).map_or(0, |at| at + 1);
    sheet.set_freeze_panes(1, frozen as u16)?.set_row_height(0, 30)?;
    let seen: Vec<bool> = (0..table.columns.len()).map(|at| is_seen(table, at)).collect();
    printed(sheet, table, frozen, &seen)?;
    let last_row = table.rows.len().max(1) as u32;
    let mut headers: Vec<TableColumn> = Vec::with_capacity(table.columns.len());
    let mut taken: Vec<String> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let column_number = at as u16;
        sheet.set_column_width(column_number, width(column.look))?;
        if !seen[at] {
            sheet.set_column_hidden(column_number)?;
        }
        if let Some(list) = column.list.filter(|list| book.lists.get(*list).is_some_and(|list| !list.values.is_empty()))
        {
            let choices = choices(book, list);
            sheet.add_data_validation(1, column_number, last_row + SPARE, column_number, &choices)?;
        }
        headers.push(TableColumn::new().set_header(header(column, &mut taken)).set_header_format(&formats.header));
    }
    let mut made = xlsx::Table::new().set_columns(&headers).set_style(TableStyle::Light1);
    made = made.set_name(format!("gdc_{}", table.name)).set_alt_text_title(clean(&table.label, 255));
    sheet.add_table(0, 0, last_row, table.columns.len().saturating_sub(1) as u16, &made).map(|_| ())
}

/// Whether a column is shown. One that says nothing is in the way; who wants to fill it in shows it again.
fn is_seen(table: &Table, at: usize) -> bool {
    let says = |row: &Vec<Cell>| row.get(at).is_some_and(|cell| *cell != Cell::Empty);
    table.columns[at].look != Look::Hidden && (table.rows.is_empty() || table.rows.iter().any(says))
}

/// How it is printed: on as much paper as its letters can be read on, each page with the head and the columns that name a row.
fn printed(sheet: &mut Worksheet, table: &Table, frozen: usize, seen: &[bool]) -> Written {
    let widths = table.columns.iter().zip(seen).map(|(column, seen)| if *seen { width(column.look) } else { 0 });
    let wide: u32 = widths.clone().sum();
    let (paper, letters) = if wide <= ON_A4 { (A4, ON_A4) } else { (A3, ON_A3) };
    let named: u32 = widths.take(frozen).sum();
    // What stands on each page again takes its room there.
    let pages = wide.saturating_sub(named).div_ceil(letters.saturating_sub(named).max(1)).max(1);
    sheet.set_paper_size(paper).set_landscape().set_print_fit_to_pages(pages as u16, 0).set_repeat_rows(0, 0)?;
    if pages > 1 {
        sheet.set_repeat_columns(0, frozen.saturating_sub(1) as u16)?;
    }
    Ok(())
}

/// A table has no two columns of one label; who differs only in case is the same to a spreadsheet.
fn header(column: &Column, taken: &mut Vec<String>) -> String {
    let label = clean(&column.label, 255).replace(['\n', '\t'], " ");
    let label = if label.trim().is_empty() { column.name.clone() } else { label };
    let mut name = label.clone();
    let mut n = 2;
    while taken.contains(&name.to_lowercase()) {
        name = format!("{label} ({n})");
        n += 1;
    }
    taken.push(name.to_lowercase());
    name
}

fn choices(book: &Book, list: usize) -> DataValidation {
    let closed = book.lists[list].closed;
    let column = xlsx::utility::column_number_to_name(list as u16);
    let formula = format!("=Lists!${column}$2:${column}${}", book.lists[list].values.len() + 1);
    let validation = DataValidation::new().allow_list_formula(Formula::new(formula)).show_error_message(closed);
    // A warning, not a wall: what does not fit is asked about when the workbook is taken back.
    let validation = validation.set_error_style(DataValidationErrorStyle::Warning);
    let words = clean(&book.not_in_list, 255);
    match validation.clone().set_error_message(words) {
        Ok(told) => told,
        Err(_) => validation,
    }
}

fn width(look: Look) -> u32 {
    match look {
        Look::Short | Look::Hidden => 14,
        Look::Name => 34,
        Look::Long => 56,
        Look::Date => 18,
        Look::Number => 12,
    }
}

/// Lines that a text takes in a column of a width; more than [`LINES`] are not counted. Signs of East Asia are two wide.
fn lines(text: &str, width: u32) -> u32 {
    let mut lines = 0;
    for line in text.split('\n') {
        let wide: u32 = line.chars().map(|c| 1 + u32::from(is_wide(c))).sum();
        // Words of usual letters take less room than as many digits, by which a column is measured.
        lines += (wide * 100).div_ceil(width * 112).max(1);
        if lines >= LINES {
            return LINES;
        }
    }
    lines
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// Makes room for wrapped text. Excel would do so by itself; others show what does not fit across the row below.
fn tall(sheet: &mut Worksheet, row: u32, lines: u32) -> Written {
    if lines > 1 { sheet.set_row_height(row, lines * LINE).map(drop) } else { Ok(()) }
}

fn cells(sheet: &mut Worksheet, row: u32, cells: &[Cell], table: &Table, book: &Book, formats: &Formats) -> Written {
    let mut needed = 1;
    for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
        let at = at as u16;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                let text = inert::shown(text);
                let wraps = matches!(column.look, Look::Long | Look::Name);
                let format = if wraps { formats.wrapped.of_text(&text) } else { formats.text.of_text(&text) };
                if wraps {
                    needed = needed.max(lines(&text, width(column.look)));
                }
                match inert::cut(&text, CELL) {
                    (whole, true) => sheet.write_string_with_format(row, at, whole, format)?,
                    (_, false) => {
                        let room = CELL.saturating_sub(book.cut.encode_utf16().count() + 1);
                        let text = format!("{} {}", inert::cut(&text, room).0, book.cut);
                        sheet.write_string_with_format(row, at, text, format)?
                    }
                };
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(day) => drop(sheet.write_datetime_with_format(row, at, day, &formats.day)?),
                // Spreadsheets know no day before 1900.
                None => drop(sheet.write_string_with_format(row, at, day.to_string(), &formats.text.right)?),
            },
            Cell::Number(number) => drop(sheet.write_number_with_format(row, at, *number, &formats.number)?),
        }
    }
    tall(sheet, row, needed)
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// The values that can be chosen; hidden, but to be found by who looks for it.
fn lists(sheet: &mut Worksheet, book: &Book, name: String) -> Written {
    sheet.set_name(name)?.set_hidden(true).set_right_to_left(book.right_to_left);
    for (at, list) in book.lists.iter().enumerate() {
        sheet.write_string(0, at as u16, clean(&list.label, CELL))?;
        for (row, value) in list.values.iter().enumerate() {
            sheet.write_string(row as u32 + 1, at as u16, clean(value, CELL))?;
        }
    }
    Ok(())
}

/// What programs have to know: facts, then for each sheet its kind and the field of each column.
fn facts(sheet: &mut Worksheet, book: &Book, sheets: &[(String, &Table)]) -> Written {
    sheet.set_name("gdcplan")?.set_very_hidden(true).set_tab_color(Color::Gray);
    let mut row = 0;
    for (name, value) in &book.facts {
        sheet.write_string(row, 0, clean(name, CELL))?.write_string(row, 1, clean(value, CELL))?;
        row += 1;
    }
    for (name, table) in sheets {
        sheet.write_string(row, 0, "sheet")?.write_string(row, 1, name)?.write_string(row, 2, &table.name)?;
        for (at, column) in table.columns.iter().enumerate() {
            sheet.write_string(row, at as u16 + 3, &column.name)?;
        }
        row += 1;
    }
    Ok(())
}

/// Names of sheets: short, without signs that formulas use, each once.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    fn take(&mut self, label: &str) -> String {
        let plain: String =
            inert::shown(label).chars().map(|c| if "[]:*?/\\'\n\t".contains(c) { ' ' } else { c }).collect();
        let base = match plain.trim() {
            "" => "Sheet",
            base => base,
        };
        let mut name = inert::cut(base, NAME).0.trim().to_owned();
        let mut n = 2;
        // "History" is a name that spreadsheets keep for themselves.
        while self.0.contains(&name.to_lowercase()) || name.eq_ignore_ascii_case("history") {
            let end = format!(" {n}");
            name = format!("{}{end}", inert::cut(base, NAME - end.len()).0.trim());
            n += 1;
        }
        self.0.push(name.to_lowercase());
        name
    }
}
