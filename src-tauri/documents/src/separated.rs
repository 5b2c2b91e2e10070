//! Tables of plain text, comma-separated: UTF-8 with its mark, lines end as RFC 4180 has it.

use crate::table::{Cell, Table};
use crate::{Fault, Result, Watch, inert, reached};

/// Rows between two looks at whether the work is to stop.
const ROWS: usize = 1_000;

/// Writes a table. The first line has the names of the columns.
///
/// # Errors
/// `Stopped`, where it was asked to.
pub fn write(table: &Table, watch: Watch<'_>) -> Result<Vec<u8>> {
    // Spreadsheets take the file for UTF-8 by this mark alone.
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::from("\u{feff}".as_bytes()));
    writer.write_record(table.columns.iter().map(|column| column.name.as_str())).map_err(Fault::of)?;
    for (at, row) in table.rows.iter().enumerate() {
        if at % ROWS == 0 {
            reached(watch, at as f64 / table.rows.len() as f64)?;
        }
        for cell in row {
            match cell {
                Cell::Empty => writer.write_field(""),
                Cell::Text(text) => writer.write_field(&*inert::guarded(&inert::shown(text))),
                Cell::Day(day) => writer.write_field(day.to_string()),
                Cell::Number(number) => writer.write_field(number.to_string()),
            }
            .map_err(Fault::of)?;
        }
        writer.write_record(None::<&[u8]>).map_err(Fault::of)?;
    }
    writer.into_inner().map_err(Fault::of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Look};

    #[test]
    fn quotes_lines_and_formulas_stay_text() {
        let column = |name: &str| Column { name: name.into(), label: String::new(), look: Look::Name, list: None };
        let table = Table {
            name: "t".into(),
            label: "T".into(),
            columns: vec![column("id"), column("title")],
            rows: vec![
                vec![Cell::text("1"), Cell::text("a, \"b\"\nc")],
                vec![Cell::Number(-3.5), Cell::text("=1+1")],
                vec![Cell::Empty, Cell::Day(chrono::NaiveDate::from_ymd_opt(2026, 1, 2).unwrap())],
            ],
        };
        let bytes = write(&table, &|_| true).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{feff}id,title\r\n1,\"a, \"\"b\"\"\nc\"\r\n-3.5,'=1+1\r\n,2026-01-02\r\n"
        );
        assert_eq!(write(&table, &|_| false), Err(Fault::Stopped));
    }
}
