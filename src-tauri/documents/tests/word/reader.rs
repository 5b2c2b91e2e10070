//! Reads what stands in a Word document: paragraphs, tables, rows, cells, footnotes; and accepts or rejects its changes as Word does.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// A part of a document.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// An element.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    /// Text of a node without a name.
    pub text: String,
}

impl Node {
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.child(name))
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn val(&self) -> &str {
        self.attribute("w:val").unwrap_or_default()
    }

    /// All elements of a name, at any depth.
    pub fn all<'n>(&'n self, name: &str) -> Vec<&'n Node> {
        let mut found = Vec::new();
        let mut left = vec![self];
        while let Some(node) = left.pop() {
            if node.name == name {
                found.push(node);
            }
            left.extend(node.children.iter().rev());
        }
        found
    }

    /// The text in it, tabs and breaks as they are.
    pub fn said(&self) -> String {
        let mut text = String::new();
        self.say(&mut text);
        text
    }

    fn say(&self, text: &mut String) {
        match self.name.as_str() {
            "" => text.push_str(&self.text),
            "w:tab" => text.push('\t'),
            "w:br" => text.push('\n'),
            "w:pPr" | "w:rPr" | "w:sdtPr" => {}
            _ => self.children.iter().for_each(|child| child.say(text)),
        }
    }
}

fn element(start: &BytesStart<'_>) -> Node {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        (attribute.key.0.to_owned(), unescape(&attribute.value).expect("an attribute").into_owned())
    };
    Node {
        name: start.name().0.to_owned(),
        attributes: start.attributes().map(|one| attribute(one.expect("an attribute"))).collect(),
        ..Node::default()
    }
}

/// Reads XML; the outermost node has the root as its child.
pub fn read(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    let say = |open: &mut Vec<Node>, text: &str| {
        let text = Node { text: text.to_owned(), ..Node::default() };
        open.last_mut().expect("a root").children.push(text);
    };
    loop {
        match reader.read_event().expect("XML that can be read") {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => open.last_mut().expect("a root").children.push(element(&start)),
            Event::End(_) => {
                let node = open.pop().expect("an element");
                open.last_mut().expect("a root").children.push(node);
            }
            Event::Text(text) => say(&mut open, &text),
            Event::GeneralRef(reference) => {
                let whole = format!("&{};", &*reference);
                say(&mut open, &unescape(&whole).expect("a character"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element ends");
    open.remove(0)
}

/// What a document says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Style, text; footnotes stand in it in double brackets.
    Par(String, String),
    /// Rows of cells of what they hold.
    Table(Vec<Vec<Vec<Said>>>),
}

/// What becomes of changes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Changes {
    Accepted,
    Rejected,
}

/// The body and the head of the pages, once all changes are accepted or rejected.
pub fn said(bytes: &[u8], how: Changes) -> Vec<Said> {
    let notes = read(&part(bytes, "word/footnotes.xml"));
    let decide = Decide { how, notes: &notes };
    let head = read(&part(bytes, "word/header1.xml"));
    let body = read(&part(bytes, "word/document.xml"));
    let mut all = decide.blocks(head.child("w:hdr").expect("a head"));
    all.extend(decide.blocks(body.at(&["w:document", "w:body"]).expect("a body")));
    all
}

struct Decide<'n> {
    how: Changes,
    notes: &'n Node,
}

impl Decide<'_> {
    /// Whether what has this mark goes.
    fn goes(&self, properties: Option<&Node>) -> bool {
        let gone = if self.how == Changes::Accepted { "w:del" } else { "w:ins" };
        properties.is_some_and(|properties| properties.child(gone).is_some())
    }

    fn blocks(&self, parent: &Node) -> Vec<Said> {
        let mut blocks = Vec::new();
        flat(parent, &mut blocks);
        let mut said = Vec::new();
        // Words of paragraphs whose end is gone: they belong to the next.
        let mut before = String::new();
        for block in blocks {
            if block.name == "w:tbl" {
                assert_eq!(before, "", "words of a paragraph do not run into a table");
                let rows = block.children.iter().filter(|row| row.name == "w:tr");
                let rows: Vec<_> =
                    rows.filter(|row| !self.goes(row.child("w:trPr"))).map(|row| self.row(row)).collect();
                if !rows.is_empty() {
                    said.push(Said::Table(rows));
                }
                continue;
            }
            before += &self.words(block);
            if !self.goes(block.at(&["w:pPr", "w:rPr"])) {
                said.push(Said::Par(self.style(block), std::mem::take(&mut before)));
            }
        }
        assert_eq!(before, "", "the last end of a cell or body is never gone");
        said
    }

    fn row(&self, row: &Node) -> Vec<Vec<Said>> {
        row.children.iter().filter(|cell| cell.name == "w:tc").map(|cell| self.blocks(cell)).collect()
    }

    fn style(&self, par: &Node) -> String {
        let own = par.at(&["w:pPr", "w:pStyle"]).map(|style| style.val().to_owned());
        let was = par.at(&["w:pPr", "w:pPrChange", "w:pPr", "w:pStyle"]).map(|style| style.val().to_owned());
        let style = if self.how == Changes::Rejected { was.or(own) } else { own };
        style.unwrap_or_default()
    }

    fn words(&self, node: &Node) -> String {
        let mut text = String::new();
        for child in &node.children {
            match (child.name.as_str(), self.how) {
                ("w:del", Changes::Accepted) | ("w:ins", Changes::Rejected) | ("w:pPr" | "w:rPr" | "w:sdtPr", _) => {}
                ("w:footnoteReference", _) => {
                    let id = child.attribute("w:id");
                    let notes = self.notes.all("w:footnote");
                    let note = notes.iter().find(|note| note.attribute("w:id") == id).expect("a footnote");
                    text += &format!("[[{}]]", self.words(note));
                }
                ("w:t" | "w:delText", _) => text += &child.said(),
                ("w:tab", _) => text.push('\t'),
                ("w:br", _) => text.push('\n'),
                _ => text += &self.words(child),
            }
        }
        text
    }
}

/// Paragraphs and tables of a container, out of their controls.
fn flat<'n>(parent: &'n Node, blocks: &mut Vec<&'n Node>) {
    for child in &parent.children {
        match child.name.as_str() {
            "w:p" | "w:tbl" => blocks.push(child),
            "w:sdt" | "w:sdtContent" => flat(child, blocks),
            _ => {}
        }
    }
}

/// The tag of each control of the body and what it holds, once all changes are accepted.
pub fn controls(bytes: &[u8]) -> Vec<(String, String)> {
    let notes = read(&part(bytes, "word/footnotes.xml"));
    let decide = Decide { how: Changes::Accepted, notes: &notes };
    let body = read(&part(bytes, "word/document.xml"));
    let tag = |control: &Node| control.at(&["w:sdtPr", "w:tag"]).expect("a tag").val().to_owned();
    body.all("w:sdt").iter().map(|control| (tag(control), decide.words(control))).collect()
}
