//! Figures of documents: bytes out of models, whole exports as the window asks for them, and the preview of a document behind an edit.
//! Beside Word and Excel stand python-docx, openpyxl and LibreOffice on the same rows, where they are installed.

use std::path::Path;
use std::sync::Arc;

use plan_documents::calendar::{Calendar, Event};
use plan_documents::table::{Cell, Column, Look, Table};
use plan_documents::workbook::Book;
use plan_wire::{Nobody, Session};
use serde_json::json;

use super::cells::ask;
use super::office::{self, python};
use super::{Figure, Outcome, at, memory_of, pack, percentile, push, texts_of};

/// With more rows Python takes minutes.
const PYTHON_MOST: usize = 10_000;
const PYTHON_DOCX_MOST: usize = 1_000;
const OFFICE_MOST: usize = 10_000;
/// Nobody waits for a PDF of more rows.
const PDF_MOST: usize = 10_000;
pub const COLUMNS: [&str; 6] = ["id", "title", "description", "lead", "end", "status"];

pub fn measure(path: &Path, size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    word(size, figures)?;
    pdf(size, figures)?;
    workbook(size, figures)?;
    calendar(size, figures)?;
    whole(path, size, figures)?;
    council(path, size, figures)
}

/// Word documents with one long table.
fn word(size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let (before, after) = (plan_tests::paper::of_rows(size, 0), plan_tests::paper::of_rows(size, 10));
    let bytes = plan_documents::word::write(&before, &|_| true).map_err(broken)?;
    let runs = runs(size);
    let written = percentile(runs, 50, |_| {
        plan_documents::word::write(&before, &|_| true).map_err(broken)?;
        Ok(())
    })?;
    let texts = texts_of(&bytes)?;
    let packed = percentile(runs, 50, |_| pack(&texts))?;
    let target = at(size, if size <= 1_000 { 150.0 } else { 1_500.0 });
    push(figures, "Word: a table of all rows", size, written, Some(packed), target);
    if size <= PYTHON_DOCX_MOST
        && let Some(python) = python("docx", size)?
    {
        push(figures, "Word: the same rows by python-docx", size, python, None, None);
    }
    if size <= PYTHON_DOCX_MOST
        && let Some(office) = office::converts("html", &office::page(size), "docx", size)?
    {
        push(figures, "Word: the same rows by LibreOffice", size, office, None, None);
    }
    let redlined = percentile(runs, 50, |_| {
        plan_documents::word::redline(&before, &after, "Bench", &|_| true).map_err(broken)?;
        Ok(())
    })?;
    push(figures, "Word: its redline, a tenth of the rows changed", size, redlined, None, None);
    Ok(())
}

/// A long table as PDF. Beside it, the time that its words take as a Word file.
fn pdf(size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    if size > PDF_MOST {
        return Ok(());
    }
    let paper = plan_tests::paper::of_rows(size, 0);
    let mut word = Vec::new();
    let floor = percentile(1, 50, |_| {
        word = plan_documents::word::write(&paper, &|_| true).map_err(broken)?;
        Ok(())
    })?;
    let written = percentile(1, 50, |_| {
        plan_pdf::write(&paper, &|_| true).map_err(broken)?;
        Ok(())
    })?;
    let target = at(size, if size <= 1_000 { 3_000.0 } else { 20_000.0 });
    push(figures, "PDF: a table of all rows", size, written, Some(floor), target);
    if let Some(office) = office::converts("docx", &word, "pdf", size)? {
        push(figures, "PDF: of the Word file of the same rows by LibreOffice", size, office, None, None);
    }
    Ok(())
}

/// A workbook with one long table.
fn workbook(size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let column = |name: &&str| Column {
        name: (*name).into(),
        label: (*name).into(),
        look: match *name {
            "id" => Look::Hidden,
            "description" => Look::Long,
            "title" => Look::Name,
            _ => Look::Short,
        },
        list: None,
    };
    let table = Table {
        name: "commitment".into(),
        label: "Commitments".into(),
        columns: COLUMNS.iter().map(column).collect(),
        rows: (0..size).map(|n| row(n).map(Cell::text).into()).collect(),
    };
    let book = Book {
        title: "Plan".into(),
        creator: "ITU".into(),
        created: chrono::DateTime::UNIX_EPOCH,
        right_to_left: false,
        legend: ("About".into(), Vec::new()),
        cut: "…".into(),
        not_in_list: String::new(),
        tables: vec![table],
        lists: Vec::new(),
        facts: Vec::new(),
    };
    let bytes = plan_documents::workbook::write(&book, &|_| true).map_err(broken)?;
    let written = percentile(runs(size), 50, |_| {
        plan_documents::workbook::write(&book, &|_| true).map_err(broken)?;
        Ok(())
    })?;
    let texts = texts_of(&bytes)?;
    let packed = percentile(runs(size), 50, |_| pack(&texts))?;
    push(figures, "Excel: a table of all rows", size, written, Some(packed), at(size, 400.0));
    if size <= PYTHON_MOST
        && let Some(python) = python("xlsx", size)?
    {
        push(figures, "Excel: the same rows by openpyxl", size, python, None, None);
    }
    if size <= OFFICE_MOST
        && let Some(office) = office::converts("csv", &office::rows(size), "xlsx", size)?
    {
        push(figures, "Excel: the same rows by LibreOffice", size, office, None, None);
    }
    Ok(())
}

fn calendar(size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("no day")?;
    let event = |n: usize| {
        let [id, title, description, ..] = row(n);
        let day = first + chrono::Days::new(n as u64 % 1_500);
        let (place, category) = ("Geneva".to_owned(), "event".to_owned());
        Event { id, title, description, place, category, first: day, last: day, fills: !n.is_multiple_of(3) }
    };
    let calendar = Calendar {
        name: "Plan".into(),
        language: "en".into(),
        stamp: chrono::DateTime::UNIX_EPOCH,
        sequence: 1,
        events: (0..size).map(event).collect(),
    };
    let written = percentile(runs(size), 50, |_| {
        plan_documents::calendar::write(&calendar, &|_| true).map_err(broken)?;
        Ok(())
    })?;
    // Beside it: only the same lines, one behind the other.
    let text = String::from_utf8(plan_documents::calendar::write(&calendar, &|_| true).map_err(broken)?)?;
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let joined = percentile(runs(size), 50, |_| {
        let all = lines.join("\r\n");
        if all.len() < size { Err("no lines".into()) } else { Ok(()) }
    })?;
    push(figures, "calendar: all rows as events", size, written, Some(joined), at(size, 200.0));
    Ok(())
}

/// Through the border, on the plan itself, with all of its kinds.
fn whole(path: &Path, size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let copy = path.with_file_name("papers.gdcplan");
    std::fs::copy(path, &copy)?;
    let session = Session::new(Box::new(Nobody), None);
    session.act_as("Bench", "");
    session.start(Some(&copy));
    for (job, format) in [
        ("export: page (HTML) of the whole plan", "html"),
        ("export: workbook of the whole plan", "xlsx"),
        ("export: calendar of the whole plan", "ics"),
        ("export: everything as JSON", "json"),
    ] {
        let file = session.mint(&path.with_file_name(format!("out.{format}")));
        let taken = percentile(runs(size).min(3), 50, |_| {
            ask(&session, "plan_export", json!({ "file": file }))?;
            Ok(())
        })?;
        push(figures, job, size, taken, None, None);
    }
    preview(&session, size, figures)
}

/// From an edit to what the window shows of a document with the customary structure.
fn preview(session: &Arc<Session>, size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    let made = ask(session, "document_from_template", json!({ "title": "Report", "language": "en" }))?;
    let document = made["created"].as_str().ok_or("no document")?.to_owned();
    let rows = json!({ "kind": "commitment", "from": 0, "to": 1, "fields": ["title"] });
    let id = ask(session, "view_get", rows)?["rows"][0]["id"].clone();
    let taken = percentile(if size > 10_000 { 3 } else { 9 }, 50, |n| {
        let set = json!({ "id": id, "field": "title", "value": format!("Edited {n}") });
        ask(session, "commitment_set", set)?;
        ask(session, "document_paper", json!({ "document": document }))?;
        Ok(())
    })?;
    push(figures, "preview of a document, from an edit to its answer", size, taken, None, None);
    Ok(())
}

/// Documents for a council, through the border: that of the ITU's plan, and one of the customary structure on the plan itself.
fn council(path: &Path, size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    if size > PDF_MOST {
        return Ok(());
    }
    let of_itu = path.with_file_name("itu.gdcplan");
    if !of_itu.exists() {
        let session = Session::new(Box::new(Nobody), None);
        ask(&session, "plan_new", json!({ "file": session.mint(&of_itu) }))?;
        session.close();
        for (job, format, target) in [
            ("Word: the document of the ITU's plan, opening included", "docx", 500.0),
            ("PDF: the document of the ITU's plan, opening included", "pdf", 3_000.0),
        ] {
            let taken = percentile(3, 50, |_| make(&of_itu, format))?;
            push(figures, job, size, taken, None, at(size, target));
        }
    }
    let copy = path.with_file_name("council.gdcplan");
    std::fs::copy(path, &copy)?;
    let session = Session::new(Box::new(Nobody), None);
    session.act_as("Bench", "");
    session.start(Some(&copy));
    ask(&session, "document_from_template", json!({ "title": "Report", "language": "en" }))?;
    session.close();
    for (job, most, format, target) in [
        (
            "Word: a document on the whole plan, opening included",
            "memory of making that, at its most (MiB)",
            "docx",
            if size <= 1_000 { 1_000.0 } else { 6_000.0 },
        ),
        (
            "PDF: a document on the whole plan, opening included",
            "memory of making that as PDF, at its most (MiB)",
            "pdf",
            if size <= 1_000 { 5_000.0 } else { 60_000.0 },
        ),
    ] {
        let taken = percentile(1, 50, |_| make(&copy, format))?;
        push(figures, job, size, taken, None, at(size, target));
        push(figures, most, size, memory_of(&format!("made {format}"), &copy)?, None, None);
        figures.last_mut().map(|f| f.unit = "MiB").ok_or("no figure")?;
    }
    Ok(())
}

/// Makes the one document of a plan.
pub fn make(path: &Path, format: &str) -> Outcome<()> {
    let session = Session::new(Box::new(Nobody), None);
    session.start(Some(path));
    let file = session.mint(&path.with_extension(format));
    let made = ask(&session, "plan_export", json!({ "file": file }))?;
    session.close();
    if made["bytes"].as_u64().unwrap_or_default() == 0 { Err("nothing was made".into()) } else { Ok(()) }
}

pub fn row(n: usize) -> [String; 6] {
    [
        uuid::Uuid::from_u128(0x0193_4f6e_7c1a_7b2e_9d3f_0000_0000_0000 + n as u128 * 7919).to_string(),
        format!("Commitment {n} on connectivity, skills and digital public goods"),
        format!("What is done towards commitment {n}, how far it is, and what comes next"),
        "BDT".into(),
        format!("{}", 2025 + n % 6),
        "ongoing".into(),
    ]
}

fn runs(size: usize) -> usize {
    if size > 10_000 { 1 } else { 5 }
}

fn broken(fault: plan_documents::Fault) -> String {
    format!("{fault:?}")
}
