//! A PDF as Poppler reads it.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use plan_documents::paper::Paper;

/// A document on disk, gone when nobody looks at it any more.
pub struct Pdf(PathBuf);

impl Pdf {
    pub fn of(paper: &Paper) -> Pdf {
        Pdf::read(&plan_pdf::write(paper, &|_| true).expect("a document").bytes)
    }

    pub fn read(bytes: &[u8]) -> Pdf {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}.pdf", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).expect("a file");
        Pdf(path)
    }

    /// What a program of Poppler says of it. What it complains of fails the test, but for two values that Debian's version of it
    /// knows under another type than the standard.
    fn told(&self, program: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(program);
        command.args(arguments).arg(&self.0);
        if program == "pdftotext" {
            command.arg("-");
        }
        let output = command.output().unwrap_or_else(|error| panic!("{program} of poppler-utils: {error}"));
        let complaints = String::from_utf8_lossy(&output.stderr);
        let known = |line: &&str| line.contains("Suspects object") || line.contains("BorderColor value");
        let complaints: Vec<&str> = complaints.lines().filter(|line| !known(line)).collect();
        assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// How dark its first page is: all that is on it, added up.
    pub fn ink(&self) -> u64 {
        let mut command = Command::new("pdftoppm");
        command.args(["-gray", "-r", "150", "-f", "1", "-l", "1"]).arg(&self.0);
        let picture = command.output().expect("pdftoppm of poppler-utils").stdout;
        // A short head in letters, then a byte for each point.
        assert!(picture.starts_with(b"P5"), "a picture");
        picture.iter().skip(32).map(|point| u64::from(255 - point)).sum()
    }

    /// Its words, page by page.
    pub fn text(&self) -> String {
        self.told("pdftotext", &["-layout"])
    }

    /// Its words in the order in which they were written, in one line.
    pub fn said(&self) -> String {
        one_line(&self.told("pdftotext", &["-raw"]))
    }

    /// A property, as `pdfinfo` names it.
    pub fn property(&self, name: &str) -> String {
        let all = self.told("pdfinfo", &["-isodates"]);
        let value = all.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        value.unwrap_or_default().trim().to_owned()
    }

    /// What XMP says.
    pub fn metadata(&self) -> String {
        self.told("pdfinfo", &["-meta"])
    }

    /// Its tags with what they hold.
    pub fn tags(&self) -> String {
        self.told("pdfinfo", &["-struct-text"])
    }

    /// Width and height of each page, in points.
    pub fn pages(&self) -> Vec<(f64, f64)> {
        let size = |line: &str| {
            let (width, height) = line.split_once("size:")?.1.split_once(" x ")?;
            Some((width.trim().parse().ok()?, height.split_whitespace().next()?.parse().ok()?))
        };
        self.told("pdfinfo", &["-l", "100000"]).lines().filter_map(size).collect()
    }

    /// Its fonts: the name, and whether it is embedded and a part.
    pub fn fonts(&self) -> Vec<(String, bool, bool)> {
        let font = |line: &str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let flags = words.len().checked_sub(5)?;
            Some((words[0].to_owned(), words[flags] == "yes", words[flags + 1] == "yes"))
        };
        self.told("pdffonts", &[]).lines().skip(2).filter_map(font).collect()
    }

    /// Addresses that it leads to.
    pub fn links(&self) -> Vec<String> {
        let of = |line: &str| line.split_whitespace().find(|word| word.contains("://")).map(str::to_owned);
        self.told("pdfinfo", &["-url"]).lines().filter_map(of).collect()
    }
}

impl Drop for Pdf {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_file(&self.0);
        }
    }
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
