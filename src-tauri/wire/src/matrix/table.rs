//! The matrix as a table of text (CSV), for a spreadsheet.

use std::io::Read;
use std::path::Path;

use plan::Error;
use plan::snapshot::write_file;

use super::{annex, counts};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// A spreadsheet takes what begins with one of these for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// A mark that tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";
/// How a plan and a snapshot begin: neither is replaced by a table, whatever it is called.
const OURS: [&[u8]; 2] = [b"SQLite format 3\0", b"PK\x03\x04"];

pub(crate) fn matrix_write(session: &Session, call: &Call, write: MatrixWrite) -> Result<TableWritten, Fault> {
    let path = session.file(call, &write.file)?;
    if session.open_here(&path).is_some() {
        return Err(Error::refused_with("file-exists", [("path", path.display().to_string())]));
    }
    replaceable(&path)?;
    let (shown, _) = session.seen(&write.source, write.discreet)?;
    let state = &shown.state;
    // A spreadsheet shows marks of direction as signs.
    let call = &Call { strings: call.strings.without_isolation(), ..session.request(&call.language, None) };
    let rows = match write.across {
        None => of_annex(&annex::view(call, state, None, usize::MAX, shown.op)),
        Some(across) => {
            let get = MatrixGet { source: write.source, discreet: write.discreet, across, basis: write.basis };
            of_counts(call, &counts::view(call, state, &get, shown.op))
        }
    };
    let text = csv(&rows);
    write_file(&path, text.as_bytes())?;
    session.shelf.wrote(&path);
    Ok(TableWritten { rows: rows.len() - 1, bytes: text.len() })
}

/// A file that is there is replaced where the person said so to the dialog, but never a plan or a snapshot.
fn replaceable(path: &Path) -> Result<(), Fault> {
    let mut head = Vec::new();
    if let Ok(file) = std::fs::File::open(path) {
        // What cannot be read is told apart when it is written.
        let _ = file.take(16).read_to_end(&mut head);
    }
    if OURS.iter().any(|begin| head.starts_with(begin)) {
        return Err(Error::refused_with("file-exists", [("path", path.display().to_string())]));
    }
    Ok(())
}

/// A line for each line of the annex: the cells of a spreadsheet hold one thing each.
fn of_annex(annex: &Annex) -> Vec<Vec<String>> {
    let mut rows = vec![vec![
        annex.corner.clone(),
        annex.columns.iter().map(|column| column.label.clone()).collect::<Vec<_>>().join(" / "),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ]];
    for row in &annex.rows {
        for (column, cell) in annex.columns.iter().zip(&row.cells) {
            for line in &cell.lines {
                let objective = format!("{} {}", row.badge, row.objective.title).trim().to_owned();
                rows.push(vec![
                    objective,
                    column.label.clone(),
                    line.short.clone(),
                    line.title.clone(),
                    line.lead.clone(),
                    line.reason.clone(),
                    line.provenance.clone(),
                ]);
            }
        }
    }
    rows
}

fn of_counts(call: &Call, matrix: &Matrix) -> Vec<Vec<String>> {
    let all = call.strings.matrix_all();
    let mut head = vec![call.strings.annex_objective()];
    head.extend(matrix.columns.iter().map(|column| column.row.short.clone()));
    head.push(all.clone());
    let mut rows = vec![head];
    let number = |count: &MatrixCount| if count.links == 0 { String::new() } else { count.links.to_string() };
    for (at, row) in matrix.rows.iter().enumerate() {
        let mut line = vec![String::new(); matrix.columns.len()];
        for cell in matrix.cells.iter().filter(|cell| cell.row == at) {
            line[cell.column] = number(&cell.count);
        }
        line.insert(0, format!("{} {}", row.badge, row.row.note).trim().to_owned());
        line.push(number(&row.count));
        rows.push(line);
    }
    let mut last = vec![all];
    last.extend(matrix.columns.iter().map(|column| number(&column.count)));
    last.push(number(&matrix.all));
    rows.push(last);
    rows
}

/// RFC 4180, with lines as Excel wants them.
fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from(MARK);
    for row in rows {
        let fields: Vec<String> = row.iter().map(|field| quoted(field)).collect();
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    }
    out
}

/// What would be a formula is text: an apostrophe before it says so to every spreadsheet.
fn quoted(field: &str) -> String {
    let inert = if field.starts_with(FORMULA) { format!("'{field}") } else { field.to_owned() };
    if inert.contains([',', '"', '\n', '\r', ';', '\'']) {
        format!("\"{}\"", inert.replace('"', "\"\""))
    } else {
        inert
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_a_formula_is_text_and_quotes_are_doubled() {
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("@SUM(A1)"), "\"'@SUM(A1)\"");
        assert_eq!(quoted("Giga, \"schools\""), "\"Giga, \"\"schools\"\"\"");
        assert_eq!(quoted("two\nlines"), "\"two\nlines\"");
        assert_eq!(quoted("plain"), "plain");
    }

    #[test]
    fn a_table_begins_with_its_mark_and_ends_each_line_as_excel_wants_it() {
        assert_eq!(csv(&[vec!["a".into(), "b".into()], vec!["1".into(), String::new()]]), "\u{feff}a,b\r\n1,\r\n");
    }
}
