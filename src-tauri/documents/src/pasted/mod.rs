//! A table that somebody copied out of Word, Excel or LibreOffice, or kept as a file: in come a text and its HTML, out come cells.
//!
//! What is merged downwards holds for all its rows; what is merged sideways stands in its first column, and of the others nothing is
//! said. Nothing in the HTML runs, is fetched or is drawn: of it only the texts of the cells are read.

mod entities;
mod html;
mod separated;

/// Cells of a table: a row may be shorter than others are. `None`: nothing is said, because the cell is part of another one.
pub type Cells = Vec<Vec<Option<String>>>;

/// There are more cells than are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// So many cells are read.
pub const CELLS_MAX: usize = 100_000;

/// The cells of a table, from its HTML where there is one in it, else from the text, which is separated by tabs, else by the sign
/// that separates most.
///
/// # Errors
/// [`TooMany`], where there are more than [`CELLS_MAX`].
pub fn read(text: &str, html: &str) -> Result<Cells, TooMany> {
    let mut cells = html::tables(html, CELLS_MAX)?;
    if cells.is_empty() {
        cells = separated::read(text, CELLS_MAX)?;
    }
    while cells.last().is_some_and(|row| is_empty(row)) {
        cells.pop();
    }
    Ok(cells)
}

/// Whether a row says nothing.
pub fn is_empty(row: &[Option<String>]) -> bool {
    row.iter().all(|cell| cell.as_deref().unwrap_or_default().trim().is_empty())
}

/// A text as a cell holds it: no-break spaces are spaces, lines have no ends of white space, and none of them is empty.
fn clean(text: &str) -> String {
    let plain = text.replace(['\u{a0}', '\u{202f}'], " ");
    let lines = plain.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(html: &str) -> Vec<Vec<&'static str>> {
        let read = read("", html).unwrap();
        let text = |cell: Option<String>| cell.map_or("·", |text| Box::leak(text.into_boxed_str()));
        read.into_iter().map(|row| row.into_iter().map(text).collect()).collect()
    }

    #[test]
    fn a_table_of_word_is_read_without_what_word_draws() {
        let word = r#"<html xmlns:o="x"><head><style><!-- td {x:"<td>no</td>"} --></style></head><body><!--StartFragment-->
            <table><tr><td><p class=MsoNormal>23<o:p></o:p></p></td><td><p>Requests the
              Secretary-General&nbsp;to&#8230;</p><p><span style='mso-list:Ignore'>1.</span>report</p></td><td>UN&amp;ITU<br>UNDP</td></tr>
            </table><!--EndFragment--></body></html>"#;
        assert_eq!(cells(word), [["23", "Requests the Secretary-General to…\nreport", "UN&ITU\nUNDP"]]);
    }

    #[test]
    fn merged_cells_hold_downwards_and_say_nothing_sideways() {
        let html = "<table><tr><td rowspan=2>1</td><td colspan='2'>wide</td></tr><tr><td>b<td>c</table>";
        assert_eq!(cells(html), [["1", "wide", "·"], ["1", "b", "c"]]);
        let beyond = "<table><tr><td rowspan=9999999 colspan=5000>1</td></tr></table>";
        assert_eq!(read("", beyond).unwrap().len(), 1);
    }

    #[test]
    fn what_runs_or_is_struck_out_is_no_text_of_a_cell() {
        let html = "<table onload=x()><tr><td>a<script>document.write('<td>z</td>')</script><img src=x onerror=alert(1)></td>\
                    <td><del>old</del>new<svg><text>drawn</text></svg></td><td style='display:none'>not seen</td></tr></table>";
        assert_eq!(cells(html), [["a", "new", ""]]);
    }

    #[test]
    fn what_is_not_closed_is_read_to_its_end_and_a_table_in_a_table_is_text() {
        assert_eq!(cells("<table><tr><td>a<table><tr><td>x<td>y</table>b<td>c"), [["a\nx\ny\nb", "c"]]);
        assert_eq!(cells("<table><tr><td>a<td>b<tr><th>c"), [vec!["a", "b"], vec!["c"]]);
        assert_eq!(
            cells("<table><tr><td>1 < 2 &bogus; &#xffffffff; &amp</td><td"),
            [["1 < 2 &bogus; &#xffffffff; &amp"]]
        );
    }

    #[test]
    fn without_a_table_the_text_is_read() {
        let read = read("1\t\"a \"\"b\"\"\nc\"\td\r\n2\t\"so\" it is\r\n\r\n", "<p>no table</p>").unwrap();
        let text = |row: &[Option<String>]| row.iter().map(|c| c.clone().unwrap_or_default()).collect::<Vec<_>>();
        assert_eq!(text(&read[0]), ["1", "a \"b\"\nc", "d"]);
        assert_eq!(text(&read[1]), ["2", "\"so\" it is"]);
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn a_file_with_commas_or_semicolons_is_read_as_well() {
        let comma = super::read("para,action,asked\n23,\"Report, yearly\",\"ITU, UNDP\"\n", "").unwrap();
        assert_eq!(comma[1][1].as_deref(), Some("Report, yearly"));
        let semicolon = super::read("\u{feff}para;action;asked\n23;Report, yearly;ITU, UNDP\n", "").unwrap();
        assert_eq!(semicolon[0][0].as_deref(), Some("para"));
        assert_eq!(semicolon[1][2].as_deref(), Some("ITU, UNDP"));
    }

    #[test]
    fn more_cells_than_are_read_are_refused_and_a_million_letters_are_not() {
        assert_eq!(read(&"a\tb\n".repeat(60_000), ""), Err(TooMany));
        assert_eq!(read("", &format!("<table>{}", "<tr><td>a<td>b".repeat(60_000))), Err(TooMany));
        assert_eq!(read("", &format!("<table>{}", "<tr><td rowspan=60000 colspan=1000>".repeat(60_000))), Err(TooMany));
        let long = "x".repeat(1_000_000);
        assert_eq!(read(&long, "").unwrap()[0][0].as_deref(), Some(&*long));
        // Openings without an end, each of which could be looked for to the end of the text.
        for hostile in ["<td", "<!--", "&amp", "<script>", "\"", "<table><tr><td>", "<del>", "</"] {
            let _ = read(&hostile.repeat(20_000), &hostile.repeat(20_000));
        }
    }
}
