//! A document for a council, made of its row, its blocks and the rows that may leave: the one paper that the preview, Word and
//! all others show.

mod annex;
mod blocks;
mod bodies;
mod figures;
mod filter;
mod head;
mod issued;
mod length;
mod number;
mod rows;
mod since;
mod template;
mod text;
mod view;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Months, NaiveDate, Utc};
use plan::Row;
use plan::kinds::Kind;
use plan::state::{Id, State};
use plan_documents::paper::{Block, Labels, Paper, Part, Run, Runs};
use plan_strings::Strings;

use crate::present;
use crate::types::PaperFinding;

use blocks::level_of;
pub(crate) use issued::{Book as IssuedBook, issued};
use number::Numbers;
pub(super) use since::earlier;
pub(crate) use template::template;
pub(super) use view::strings_of;
pub(crate) use view::{block_name, document_paper, paper_languages};

/// Months after which a fact is old.
const OLD: u32 = 6;
/// Findings that are told.
const FINDINGS: usize = 200;

/// What a paper is made of.
pub(super) struct Draw<'a> {
    /// Words of the paper itself.
    strings: Strings,
    /// Words of what is said about it.
    said: &'a Strings,
    /// The rows that may leave.
    state: &'a State,
    document: &'a Row,
    /// The day by which a fact is old or not.
    judged: NaiveDate,
    /// Language of the rows and of what people typed, and whether it runs from right to left; none: that of the paper.
    typed: Option<(String, bool)>,
    /// What a block with `since` starts from.
    since: &'a Since<'a>,
    /// Every fact that was drawn on, and its words.
    facts: BTreeMap<String, String>,
    /// Those of them that are old.
    old: BTreeSet<String>,
    findings: Vec<PaperFinding>,
    /// The place of each by its code, its block and what it is about.
    found: HashMap<(&'static str, String, String), usize>,
    /// How many there are besides.
    untold: usize,
    /// The block that is being made.
    block: String,
    /// Rows by what they are called, and the newest value of each indicator, once they are asked for.
    called: figures::Called,
    newest: Option<HashMap<Id, Arc<Row>>>,
}

/// An earlier state, as others may see it.
pub(super) struct Earlier {
    /// Its rows.
    pub state: Arc<State>,
    /// Its day; none: not known.
    pub day: Option<NaiveDate>,
    /// It is that of a file that others got, or one that was named.
    pub went_out: bool,
}

/// Finds an earlier state by what was typed; empty: that of the file that the document counts from.
pub(super) type Since<'a> = dyn Fn(&str) -> Option<Earlier> + 'a;

/// A paper, and what is known of how it was made.
pub(super) struct Made {
    pub paper: Paper,
    /// The block that each piece comes from, part by part.
    pub from: Vec<Vec<String>>,
    pub outline: Vec<Outlined>,
    pub facts: BTreeMap<String, String>,
    pub old: BTreeSet<String>,
    pub findings: Vec<PaperFinding>,
    /// How many findings there are besides.
    pub untold: usize,
    /// Where the annex begins: part and piece.
    pub annex: Option<(usize, usize)>,
}

/// A block in the outline.
pub(super) struct Outlined {
    pub block: String,
    pub level: u8,
    pub number: String,
    pub rows: usize,
}

/// What a paper is asked for.
pub(super) struct Asked<'a> {
    /// Words of the paper itself.
    pub strings: Strings,
    /// Words of what is said about it.
    pub said: &'a Strings,
    /// The rows that may leave.
    pub state: &'a State,
    pub document: &'a Row,
    /// When the rows were written last.
    pub at: DateTime<Utc>,
    /// The day by which a fact is old or not: see [`judged`].
    pub judged: NaiveDate,
    /// Language of the rows and of what people typed: see [`typed_in`].
    pub typed: &'a str,
    pub since: &'a Since<'a>,
}

/// The day by which facts are old or not: that of the document, as far as it is known; of a draft without one that of the last step.
/// Two states of one document are judged by one day, else all that grew old between them would be marked as changed.
pub(super) fn judged(document: &Row, at: DateTime<Utc>) -> NaiveDate {
    let own = present::date_of(document, "date").and_then(|date| date.bounds().end_not_after);
    own.unwrap_or(at.date_naive())
}

/// The language of the rows and of what people typed. Two states of one document are taken to be in that of the later: words that
/// only changed their language are the same words.
pub(super) fn typed_in(document: &Row) -> &str {
    Some(document.text("original_language")).filter(|typed| !typed.is_empty()).unwrap_or("en")
}

/// Makes the paper of a document.
pub(super) fn make(asked: &Asked<'_>) -> Made {
    let Asked { state, document, at, typed, .. } = *asked;
    let language = asked.strings.lang();
    let mut draw = Draw {
        strings: asked.strings.clone(),
        said: asked.said,
        state,
        document,
        judged: asked.judged,
        typed: (typed != language).then(|| (typed.to_owned(), typed == "ar")),
        since: asked.since,
        facts: BTreeMap::new(),
        old: BTreeSet::new(),
        findings: Vec::new(),
        found: HashMap::new(),
        untold: 0,
        block: String::new(),
        called: HashMap::new(),
        newest: None,
    };
    let head = draw.head();
    let boxed = draw.boxed();
    let body = draw.body();
    Made {
        paper: Paper {
            language: language.to_owned(),
            mirrored: draw.strings.direction() == "rtl",
            at,
            author: document.text("author").to_owned(),
            head,
            boxed,
            parts: body.parts,
            labels: draw.labels(),
        },
        from: body.from,
        outline: body.outline,
        facts: draw.facts,
        old: draw.old,
        findings: draw.findings,
        untold: draw.untold,
        annex: body.annex,
    }
}

/// What the blocks of a document come to.
#[derive(Default)]
struct Body {
    parts: Vec<Part>,
    from: Vec<Vec<String>>,
    outline: Vec<Outlined>,
    annex: Option<(usize, usize)>,
}

impl Body {
    fn put(&mut self, block: &Row, pieces: Vec<Block>) {
        let landscape = block.flag("landscape");
        if self.parts.last().is_none_or(|part| part.landscape != landscape) {
            self.parts.push(Part { landscape, blocks: Vec::new() });
            self.from.push(Vec::new());
        }
        if let (Some(part), Some(from)) = (self.parts.last_mut(), self.from.last_mut()) {
            from.extend(pieces.iter().map(|_| block.id().to_string()));
            part.blocks.extend(pieces);
        }
    }

    /// The annex begins with the headings above its first table.
    fn begin_annex(&mut self) {
        let part = self.parts.len().saturating_sub(1);
        let blocks = self.parts.last().map(|part| part.blocks.as_slice()).unwrap_or_default();
        let above = blocks.iter().rev().take_while(|block| matches!(block, Block::Heading { .. })).count();
        self.annex = Some((part, blocks.len() - above));
    }
}

impl Draw<'_> {
    fn body(&mut self) -> Body {
        let state = self.state;
        let mut body = Body::default();
        let mut numbers = Numbers::default();
        let document = self.document.id();
        for block in state.in_order(Kind::Block).iter().filter(|row| row.text("document") == &**document) {
            self.block = block.id().to_string();
            let (mut number, mut rows) = (String::new(), 0);
            let pieces = match block.text("kind") {
                "heading" => {
                    number = numbers.heading(level_of(block), block.flag("numbered"));
                    self.heading(block, &number)
                }
                "dash" => self.dashes(block),
                "" | "paragraph" => {
                    let (pieces, first) = self.paragraphs(block, &mut numbers);
                    number = first;
                    pieces
                }
                _ => {
                    if block.text("kind") == "annex" && body.annex.is_none() {
                        body.begin_annex();
                    }
                    let (pieces, shown) = self.drawn(block);
                    rows = shown;
                    pieces
                }
            };
            body.outline.push(Outlined { block: self.block.clone(), level: numbers.level(), number, rows });
            body.put(block, pieces);
        }
        self.block.clear();
        body
    }

    fn labels(&self) -> Labels {
        let strings = &self.strings;
        Labels {
            page: strings.paper_page(),
            stale: strings.paper_stale(),
            boxed: strings.paper_boxed(),
            head: strings.paper_head(),
            continued: strings.paper_continued(),
        }
    }

    /// Words of the paper itself.
    fn own(&self, words: impl Into<String>) -> Run {
        Run::plain(words)
    }

    /// Words that people typed.
    fn typed(&self, words: impl Into<String>) -> Run {
        let mut run = Run::plain(words);
        if let Some((language, mirrored)) = &self.typed {
            run.language = Some(language.clone());
            run.mirrored = (*mirrored != (self.strings.direction() == "rtl")).then_some(*mirrored);
        }
        run
    }

    /// Notes a fact that is drawn on. `as_of`: the field that says as of when it is so. Answers whether it is old.
    fn note(&mut self, row: &Row, field: &str, words: &str, as_of: &str) -> bool {
        let tag = tag_of(row, field, 0);
        let old = self.is_old(row, as_of);
        if old {
            self.old.insert(tag.clone());
        }
        self.facts.insert(tag, words.to_owned());
        old
    }

    fn is_old(&self, row: &Row, as_of: &str) -> bool {
        let last = present::date_of(row, as_of).and_then(|date| date.bounds().end_not_after);
        match (last, self.judged.checked_sub_months(Months::new(OLD))) {
            (Some(last), Some(edge)) => last < edge,
            _ => false,
        }
    }

    /// Says what was found. What is found again in the same block is counted; of very many the first are told.
    fn find(&mut self, code: &'static str, about: &str, words: String) {
        let key = (code, self.block.clone(), about.to_owned());
        if let Some(at) = self.found.get(&key) {
            self.findings[*at].count += 1;
        } else if self.findings.len() < FINDINGS {
            let (block, about) = (key.1.clone(), key.2.clone());
            self.found.insert(key, self.findings.len());
            self.findings.push(PaperFinding { code: code.to_owned(), block, about, words, count: 1 });
        } else {
            self.untold += 1;
        }
    }
}

/// Where the words of a piece come from. Of several lines of one field each has a tag of its own.
fn tag_of(row: &Row, field: &str, line: usize) -> String {
    let tag = format!("{}/{}/{field}", row.kind().name(), row.id());
    if line == 0 { tag } else { format!("{tag}/{}", line + 1) }
}

/// The lines of a text that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// All words of some runs.
fn words_of(runs: &Runs) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
