//! Paragraphs and what stands in them: controls, links, changes, runs, footnotes.

use std::collections::HashMap;

use crate::paper::Paper;

use super::sheet::{Look, Mark, Par, Piece, Style, What};
use super::tags::{BOOKMARK, Numbers, tag};
use super::xml::{Attribute, Xml};
use super::{Author, address, languages};

/// Writes the body, and the footnotes beside it.
pub(super) struct Pen<'p> {
    /// What is written now: the body or, within a footnote, the footnotes.
    pub xml: Xml,
    /// The other.
    other: Xml,
    pub mirrored: bool,
    /// The way that the next paragraph runs; `None`: as its words say.
    pub way: Option<bool>,
    /// Numbers of the content controls that are open, the innermost last.
    open_controls: Vec<String>,
    author: Author,
    pub labels: &'p crate::paper::Labels,
    numbers: Numbers,
    changes: u32,
    notes: u32,
    in_note: bool,
    links: [Links; 2],
}

/// Addresses by the order in which they were met.
#[derive(Default)]
pub(super) struct Links {
    pub met: Vec<String>,
    place: HashMap<String, usize>,
}

impl Links {
    fn id(&mut self, address: String) -> String {
        let next = self.met.len();
        let place = *self.place.entry(address).or_insert_with_key(|address| {
            self.met.push(address.clone());
            next
        });
        format!("link{}", place + 1)
    }
}

/// What a pen leaves beside the body: footnotes, and the links of body and footnotes.
pub(super) struct Left {
    pub notes: Xml,
    pub links: [Links; 2],
}

impl<'p> Pen<'p> {
    /// A pen that writes into `xml`, and footnotes into `notes`.
    pub fn new(paper: &'p Paper, author: Author, xml: Xml, notes: Xml) -> Pen<'p> {
        Pen {
            xml,
            other: notes,
            mirrored: paper.mirrored,
            way: None,
            open_controls: Vec::new(),
            author,
            labels: &paper.labels,
            numbers: Numbers::default(),
            changes: 0,
            notes: 0,
            in_note: false,
            links: Default::default(),
        }
    }

    /// Writes something among the footnotes.
    pub fn beside(&mut self, write: impl FnOnce(&mut Xml)) {
        write(&mut self.other);
    }

    /// What is left when the body is done.
    pub fn put_down(self) -> Left {
        Left { notes: self.other, links: self.links }
    }

    /// Opens, or writes whole, an element that says who changed what.
    pub fn change(&mut self, name: &str, open: bool) {
        self.changes += 1;
        let id = self.changes.to_string();
        let attributes = [("w:id", id.as_str()), ("w:author", &self.author.name), ("w:date", &self.author.at)];
        if open { self.xml.open(name, &attributes) } else { self.xml.empty(name, &attributes) }
    }

    /// The element that tracks a piece that came or went; nothing for one that stays.
    pub fn tracked(&mut self, mark: Mark) {
        match mark {
            Mark::Kept => {}
            Mark::Put => self.change("w:ins", false),
            Mark::Taken => self.change("w:del", false),
        }
    }

    /// Begins a content control; `uncontrol` ends it. What went needs none, and one that came is a change itself, so that nobody
    /// is left with a control around nothing.
    pub fn control(&mut self, of: &str, mark: Mark) {
        if mark == Mark::Taken {
            return;
        }
        let range = (mark == Mark::Put).then(|| self.range_begins());
        let tag = tag(of);
        let id = self.numbers.next(of).to_string();
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.val("w:tag", &tag);
        self.xml.val("w:id", &id);
        // It is there for programs; who reads sees words and no frames.
        self.xml.empty("w15:appearance", &[("w15:val", "hidden")]);
        self.xml.close("w:sdtPr");
        self.xml.open("w:sdtContent", &[]);
        if let Some(range) = range {
            self.range_ends(range);
        }
        // Programs that save a file without the tags of its controls (LibreOffice before 7.5) keep bookmarks: the number follows from
        // the tag.
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &format!("{BOOKMARK}{id}"))]);
        self.open_controls.push(id);
    }

    /// Ends a content control.
    pub fn uncontrol(&mut self, mark: Mark) {
        if mark == Mark::Taken {
            return;
        }
        if let Some(id) = self.open_controls.pop() {
            self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
        let range = (mark == Mark::Put).then(|| self.range_begins());
        self.xml.close("w:sdtContent");
        self.xml.close("w:sdt");
        if let Some(range) = range {
            self.range_ends(range);
        }
    }

    /// Word tracks the begin and the end of a control each as a range that lies over it.
    fn range_begins(&mut self) -> u32 {
        self.change("w:customXmlInsRangeStart", false);
        self.changes
    }

    fn range_ends(&mut self, range: u32) {
        self.xml.empty("w:customXmlInsRangeEnd", &[("w:id", &range.to_string())]);
    }

    /// Whether a paragraph of these words runs from right to left: as the document, unless all of them are of a language that runs
    /// the other way.
    pub fn runs_mirrored(&self, words: &[Piece<'_>]) -> bool {
        let mut texts = words.iter().filter(|piece| piece.is_text()).peekable();
        let spoken = words.iter().any(|piece| !piece.look.language.is_empty());
        let turned = spoken && texts.peek().is_some() && texts.all(|piece| piece.look.mirrored != self.mirrored);
        turned != self.mirrored
    }

    /// A paragraph. `tag` is that of its words, where it has none of its own.
    pub fn par(&mut self, par: &Par<'_>, tag: &str) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.val("w:pStyle", par.style.id());
        let mirrored = self.way.take().unwrap_or_else(|| self.runs_mirrored(&par.words));
        // The right is where a paragraph ends, whichever way it runs.
        let kept = |style: Style| mirrored != self.mirrored && style.keeps_side();
        let (keeps, kept_before) = (kept(par.style), par.was.is_some_and(kept));
        if mirrored {
            self.xml.empty("w:bidi", &[]);
        }
        if par.style.hangs() && par.lead.is_empty() {
            self.xml.empty("w:ind", &[("w:left", "0"), ("w:firstLine", "0")]);
        }
        if keeps {
            self.xml.val("w:jc", "right");
        }
        if par.end != Mark::Kept {
            self.xml.open("w:rPr", &[]);
            self.tracked(par.end);
            self.xml.close("w:rPr");
        }
        if let Some(was) = par.was {
            self.change("w:pPrChange", true);
            self.xml.open("w:pPr", &[]);
            self.xml.val("w:pStyle", was.id());
            if mirrored {
                self.xml.empty("w:bidi", &[]);
            }
            if kept_before {
                self.xml.val("w:jc", "right");
            }
            self.xml.close("w:pPr");
            self.xml.close("w:pPrChange");
        }
        self.xml.close("w:pPr");
        self.pieces(&par.lead, "");
        let tag = if par.tag.is_empty() { tag } else { par.tag };
        if tag.is_empty() {
            self.pieces(&par.words, "");
        } else {
            self.control(tag, par.mark);
            if par.words.is_empty() && par.mark != Mark::Taken {
                self.xml.empty("w:r", &[]);
            }
            self.pieces(&par.words, tag);
            self.uncontrol(par.mark);
        }
        self.xml.close("w:p");
    }

    fn pieces(&mut self, pieces: &[Piece<'_>], outer: &str) {
        for same in pieces.chunk_by(|a, b| a.look.tag == b.look.tag) {
            let tag = same[0].look.tag;
            let controlled = !tag.is_empty() && tag != outer;
            let mark = common(same).unwrap_or_default();
            if controlled {
                self.control(tag, mark);
            }
            for same in same.chunk_by(|a, b| a.look.link == b.look.link) {
                self.linked(same);
            }
            if controlled {
                self.uncontrol(mark);
            }
        }
    }

    fn linked(&mut self, pieces: &[Piece<'_>]) {
        let address = pieces.first().and_then(|piece| address::followed(piece.look.link));
        let linked = address.is_some();
        if let Some(address) = address {
            let id = self.links[usize::from(self.in_note)].id(address);
            self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
        }
        for same in pieces.chunk_by(|a, b| a.mark == b.mark) {
            let name = match same[0].mark {
                Mark::Kept => None,
                Mark::Put => Some("w:ins"),
                Mark::Taken => Some("w:del"),
            };
            if let Some(name) = name {
                self.change(name, true);
            }
            for piece in same {
                self.piece(piece, linked);
            }
            if let Some(name) = name {
                self.xml.close(name);
            }
        }
        if linked {
            self.xml.close("w:hyperlink");
        }
    }

    fn piece(&mut self, piece: &Piece<'_>, linked: bool) {
        match &piece.what {
            What::Text(text) => self.run(text, &piece.look, linked, piece.mark == Mark::Taken),
            What::Note(words) => {
                self.notes += 1;
                let id = self.notes.to_string();
                self.xml.open("w:r", &[]);
                self.xml.open("w:rPr", &[]);
                self.xml.val("w:rStyle", "FootnoteReference");
                self.xml.close("w:rPr");
                self.xml.empty("w:footnoteReference", &[("w:id", &id)]);
                self.xml.close("w:r");
                self.note(&id, words, piece.mark);
            }
        }
    }

    fn run(&mut self, text: &str, look: &Look<'_>, linked: bool, taken: bool) {
        self.xml.open("w:r", &[]);
        let style = match (look.stale, look.aside, linked) {
            (true, ..) => Some("StaleFigure"),
            (_, true, _) => Some("Aside"),
            (.., true) => Some("Hyperlink"),
            _ => None,
        };
        let bare = !look.strong && !look.emphasis && !look.mirrored && look.language.is_empty();
        if style.is_some() || !bare {
            self.xml.open("w:rPr", &[]);
            if let Some(style) = style {
                self.xml.val("w:rStyle", style);
            }
            for (name, set) in [
                ("w:b", look.strong),
                ("w:bCs", look.strong),
                ("w:i", look.emphasis),
                ("w:iCs", look.emphasis),
                ("w:rtl", look.mirrored),
            ] {
                if set {
                    self.xml.empty(name, &[]);
                }
            }
            if let Some((attribute, language)) = languages::language(look.language) {
                self.xml.empty("w:lang", &[(attribute, &language)]);
            }
            self.xml.close("w:rPr");
        }
        self.text(text, if taken { "w:delText" } else { "w:t" });
        self.xml.close("w:r");
    }

    /// Text: line breaks and tabs are elements of their own.
    fn text(&mut self, text: &str, name: &str) {
        const KEPT: &[Attribute<'_>] = &[("xml:space", "preserve")];
        let mut begun = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| matches!(c, '\n' | '\t')) {
            if begun < at {
                self.xml.leaf(name, KEPT, &text[begun..at]);
            }
            self.xml.empty(if c == '\n' { "w:br" } else { "w:tab" }, &[]);
            begun = at + 1;
        }
        if begun < text.len() {
            self.xml.leaf(name, KEPT, &text[begun..]);
        }
    }

    /// What a footnote says, among the footnotes.
    fn note(&mut self, id: &str, words: &[Piece<'_>], mark: Mark) {
        std::mem::swap(&mut self.xml, &mut self.other);
        self.in_note = true;
        self.xml.open("w:footnote", &[("w:id", id)]);
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.val("w:pStyle", "FootnoteText");
        if self.runs_mirrored(words) {
            self.xml.empty("w:bidi", &[]);
        }
        self.xml.close("w:pPr");
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.val("w:rStyle", "FootnoteReference");
        self.xml.close("w:rPr");
        self.xml.empty("w:footnoteRef", &[]);
        self.xml.close("w:r");
        let space = Piece { mark, ..Piece::text("\t", Look { mirrored: self.mirrored, ..Look::default() }) };
        self.pieces(&[space], "");
        self.pieces(words, "");
        self.xml.close("w:p");
        self.xml.close("w:footnote");
        self.in_note = false;
        std::mem::swap(&mut self.xml, &mut self.other);
    }
}

/// The mark that all pieces have.
fn common(pieces: &[Piece<'_>]) -> Option<Mark> {
    let first = pieces.first()?.mark;
    pieces.iter().all(|piece| piece.mark == first).then_some(first)
}
