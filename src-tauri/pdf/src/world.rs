//! All that Typst can reach: the fonts, the template, the data of one paper.

use std::panic;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("council.typ");

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/fonts/pdf/", $name))
    };
}

/// In the order in which a letter is looked for, as `make.py` beside them made them.
static FONTS: &[&[u8]] = &[
    font!("NotoSans-Regular.ttf"),
    font!("NotoSans-Bold.ttf"),
    font!("NotoSans-Italic.ttf"),
    font!("NotoSans-BoldItalic.ttf"),
    font!("NotoSansArabic-Regular.ttf"),
    font!("NotoSansArabic-Bold.ttf"),
    font!("NotoSansCJKsc-Regular.otf"),
    font!("NotoSansSymbols2-Regular.ttf"),
    font!("NotoSansMath-Regular.ttf"),
];

/// What is the same for all papers.
pub(crate) struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    /// Their families, each once.
    pub families: Vec<String>,
    template: Source,
    paper: FileId,
}

pub(crate) static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    let mut families: Vec<String> = fonts.iter().map(|font| font.info().family.clone()).collect();
    families.dedup();
    // What a table holds, for those who do not see it, is an extra as yet.
    let library = Library::builder().with_features(Features::from_iter([Feature::A11yExtras])).build();
    Shelf {
        library: LazyHash::new(library),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        families,
        template: Source::new(file("/council.typ"), TEMPLATE.to_owned()),
        paper: file("/paper.json"),
    }
});

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).unwrap_or_else(|_| unreachable!("our own paths are sound"));
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// What is thrown where the work is to stop.
pub(crate) struct Stop;

/// The world of one paper.
pub(crate) struct Desk {
    paper: Bytes,
    /// Pieces of words that are to be set.
    pieces: usize,
    /// Times that a font was asked for: about once for each piece, and again where pages are counted.
    asked: AtomicUsize,
    /// Nobody wants it any more. Typst knows no way to be stopped: the next time that it asks for a font, [`Stop`] is thrown.
    pub stopped: AtomicBool,
}

impl Desk {
    pub fn new(paper: Vec<u8>, pieces: usize) -> Desk {
        Desk { paper: Bytes::new(paper), pieces, asked: AtomicUsize::new(0), stopped: AtomicBool::new(false) }
    }

    /// How far the work is, from 0 to 1; it never gets there, as nobody knows how often a piece is set.
    pub fn part(&self) -> f64 {
        let asked = self.asked.load(Ordering::Relaxed) as f64;
        asked / (asked + self.pieces.max(1) as f64)
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHELF.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        SHELF.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHELF.template.id() { Ok(SHELF.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHELF.paper { Ok(self.paper.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        if self.stopped.load(Ordering::Relaxed) {
            panic::resume_unwind(Box::new(Stop));
        }
        self.asked.fetch_add(1, Ordering::Relaxed);
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
