//! What other programs take for the same rows, where they are installed: python-docx and openpyxl (`GDC_PYTHON` names the Python that
//! has them; else that of the system is asked), and LibreOffice without a window.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::papers::{COLUMNS, row};
use super::{Outcome, ms};

/// Writes the rows of a table and says how many seconds that took, without its own start.
const PYTHON: &str = include_str!("bench_papers.py");

/// Milliseconds that Python takes for as many rows; none, where it has not what it needs.
pub fn python(format: &str, size: usize) -> Outcome<Option<f64>> {
    let named = std::env::var("GDC_PYTHON").ok();
    let programs = named.as_deref().map_or(vec!["python3", "/usr/bin/python3"], |named| vec![named]);
    for program in programs {
        let mut run = Command::new(program);
        run.args(["-c", PYTHON, format, &size.to_string()]).stderr(Stdio::null());
        let Ok(ran) = run.output() else { continue };
        if ran.status.success() {
            return Ok(Some(String::from_utf8(ran.stdout)?.trim().parse::<f64>()? * 1000.0));
        }
    }
    Ok(None)
}

/// The rows of the bench as a table of plain text.
pub fn rows(size: usize) -> Vec<u8> {
    let quoted = |cells: &[String]| cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    let head = COLUMNS.map(str::to_owned);
    let lines = std::iter::once(quoted(&head)).chain((0..size).map(|n| quoted(&row(n))));
    lines.collect::<Vec<_>>().join("\r\n").into_bytes()
}

/// The same rows as a table of a page.
pub fn page(size: usize) -> Vec<u8> {
    let line = |cells: &[String]| cells.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>();
    let lines: String = (0..size).map(|n| format!("<tr>{}</tr>\n", line(&row(n)[1..]))).collect();
    format!("<!doctype html><meta charset=utf-8><table>{lines}</table>").into_bytes()
}

/// Milliseconds that LibreOffice takes to make one sort of file of another, without its own start; none, where it is not installed.
pub fn converts(from: &str, bytes: &[u8], to: &str, size: usize) -> Outcome<Option<f64>> {
    let folder = tempfile::tempdir()?;
    // A plain file that holds next to nothing takes what its start takes.
    std::fs::write(folder.path().join("start.csv"), "a,b\r\n")?;
    std::fs::write(folder.path().join(format!("rows.{from}")), bytes)?;
    // The first time makes its profile.
    for _ in 0..2 {
        if convert(folder.path(), "start.csv", "xlsx")?.is_none() {
            return Ok(None);
        }
    }
    let Some(start) = convert(folder.path(), "start.csv", "xlsx")? else { return Ok(None) };
    let taken = convert(folder.path(), &format!("rows.{from}"), to)?;
    if taken.is_none() {
        eprintln!("bench: LibreOffice made no {to} of {size} rows");
    }
    Ok(taken.map(|taken| (taken - start).max(0.0)))
}

/// Milliseconds that one start of it takes; none, where there is no file behind it.
fn convert(folder: &Path, file: &str, to: &str) -> Outcome<Option<f64>> {
    let out = folder.join("out");
    let mut run = Command::new("soffice");
    run.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    // Else a page is one of its own sort, which becomes no Word document.
    let filter = (to == "docx").then_some("--infilter=HTML (StarWriter)");
    run.args(filter).args(["--headless", "--convert-to", to, "--outdir"]).arg(&out).arg(folder.join(file));
    let begun = Instant::now();
    let ran = run.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let taken = ms(begun.elapsed());
    let made = out.join(file).with_extension(to);
    Ok((ran.is_ok_and(|status| status.success()) && made.exists()).then_some(taken))
}
