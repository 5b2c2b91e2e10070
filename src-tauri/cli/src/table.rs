//! Tables for people: aligned columns, long cells cut.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::console::{Console, Fault, shown};

/// The widest a column gets: the first two name the row.
const WIDEST: [usize; 3] = [72, 72, 40];

/// Lines of cells under a heading. The last column is not padded.
pub fn print(console: &mut Console, heading: &[String], rows: &[Vec<String>]) -> Result<(), Fault> {
    let cells = |row: &Vec<String>| -> Vec<String> {
        row.iter().enumerate().map(|(i, cell)| cut(cell, WIDEST[i.min(WIDEST.len() - 1)])).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let widths: Vec<usize> = (0..heading.len())
        .map(|i| {
            rows.iter().filter_map(|row| row.get(i)).chain(heading.get(i)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    console.line(&joined(heading, &widths))?;
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    console.line(&joined(&rule, &widths))?;
    rows.iter().try_for_each(|row| console.line(&joined(row, &widths)))
}

/// Pairs of label and value, values below each other.
pub fn pairs(console: &mut Console, pairs: &[(String, String)]) -> Result<(), Fault> {
    let widest = pairs.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, value) in pairs {
        let mut lines = value.lines();
        console.line(&format!("{}  {}", padded(label, widest), lines.next().unwrap_or_default()))?;
        for line in lines {
            console.line(&format!("{}  {line}", " ".repeat(widest)))?;
        }
    }
    Ok(())
}

fn joined(cells: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| padded(cell, *width)).collect();
    cells.join("  ").trim_end().to_owned()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// One line, no wider than a column may be.
fn cut(text: &str, widest: usize) -> String {
    let line = shown(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    if line.width() <= widest {
        return line;
    }
    let mut width = 0;
    let kept: String = line
        .chars()
        .take_while(|c| {
            width += c.width().unwrap_or(0);
            width < widest
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_line_and_no_wider_than_its_column() {
        assert_eq!(cut("two\nlines", 72), "two lines");
        assert_eq!(cut(&"中".repeat(50), 72).width(), 71);
        assert!(cut(&"a".repeat(100), 40).ends_with("a…"));
        assert_eq!(padded("中", 4), "中  ");
    }
}
