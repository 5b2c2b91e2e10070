//! A paper as the window previews it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use plan::Error;
use plan::kinds::Kind;
use plan::snapshot::With;
use plan::state::State;
use plan::store::Export;
use plan_documents::paper::{self, Block, Paper, Run, Runs, Table};
use plan_strings::Strings;

use super::super::{instant, written_at};
use super::{Asked, Made, earlier, judged, length, make, typed_in, words_of};
use crate::documents::{document_made, document_of, earlier_export, newest_export};
use crate::session::{Call, Fault, Session};
use crate::types::*;

/// Letters of the label of a block in the outline.
const LABEL: usize = 80;
/// Letters of its first words by which a block is called.
const NAME: usize = 60;
/// Facts that are old and are told one by one.
const AGED: usize = 100;

/// Languages that papers can be written in, by their own names.
pub(crate) fn paper_languages() -> Vec<Choice> {
    let name = |code: &str| match code {
        "fr" => "français",
        "ar" => "العربية",
        _ => "English",
    };
    Strings::languages_of_papers().map(|code| Choice { code: code.into(), label: name(code).into() }).collect()
}

/// The words of a paper: in the language that is asked for; else in that of the document, else in English.
pub(in super::super) fn strings_of(asked: &str, document: &plan::Row) -> Result<Strings, Fault> {
    match (asked.trim(), Strings::of_paper(document.text("original_language"))) {
        ("", Some(own)) => Ok(own),
        (asked, _) => strings_named(asked),
    }
}

/// The words of papers in a language; of English, where none is named.
pub(super) fn strings_named(asked: &str) -> Result<Strings, Fault> {
    let asked = asked.trim().to_lowercase();
    let primary = match asked.split(['-', '_']).next() {
        None | Some("") => "en",
        Some(primary) => primary,
    };
    Strings::of_paper(primary).ok_or_else(|| {
        let languages = Strings::languages_of_papers().collect::<Vec<_>>().join(", ");
        Error::refused_with("no-paper-language", [("value", asked.clone()), ("languages", languages)])
    })
}

pub(crate) fn document_paper(session: &Session, call: &Call, ask: DocumentPaper) -> Result<PaperView, Fault> {
    let (shown, foreign) = session.source(&ask.source)?;
    let state = plan::snapshot::shared(&shown.state, With::default());
    let id = document_of(&call.strings, &state, &ask.document)?;
    let document = state.need(Kind::Document, &id)?;
    let strings = strings_of(&ask.language, document)?;
    let drawn = session.step_of(&ask.source)?;
    let export = newest_export(session, &id, drawn, None)?;
    let at = instant(&written_at(session, &ask.source, foreign.as_deref())?);
    let base = earlier_export(session, &id, drawn, None)?;
    let since = |text: &str| earlier(session, drawn, base.as_ref(), text);
    let asked = Asked {
        strings,
        said: &call.strings,
        state: &state,
        document,
        at,
        judged: judged(document, at),
        typed: typed_in(document),
        since: &since,
    };
    let made = make(&asked);
    let changed = export.as_ref().and_then(|export| changed(session, &asked, &made, export));
    Ok(view(call, &asked, made, changed, ask.limit.max(1), shown.op))
}

/// What is another since a document was made as a file; none, where nobody knows how it was then.
fn changed(session: &Session, asked: &Asked<'_>, made: &Made, export: &Export) -> Option<PaperChanged> {
    let before = earlier(session, Some(export.op), Some(export), "")?;
    let document = before.state.row(Kind::Document, asked.document.id())?;
    let base = earlier_export(session, asked.document.id(), Some(export.op), Some(export.id)).ok()?;
    let since = |text: &str| earlier(session, Some(export.op), base.as_ref(), text);
    let then = make(&Asked { strings: asked.strings.clone(), state: &before.state, document, since: &since, ..*asked });
    Some(PaperChanged {
        facts: facts_changed(&then.facts, &made.facts),
        words: words_changed(&typed_words(&then.paper), &typed_words(&made.paper)),
        since: document_made(asked.said, export),
    })
}

/// How many facts are others. Of a row that came or went one is counted.
fn facts_changed(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> usize {
    let row = |tag: &str| tag.rsplit_once('/').map_or_else(|| tag.to_owned(), |(row, _)| row.to_owned());
    let rows = |facts: &BTreeMap<String, String>| facts.keys().map(|tag| row(tag)).collect::<BTreeSet<_>>();
    let (rows_before, rows_now) = (rows(before), rows(now));
    let came_or_went = rows_before.symmetric_difference(&rows_now).count();
    let in_both = |tag: &&String| rows_before.contains(&row(tag)) && rows_now.contains(&row(tag));
    let tags: BTreeSet<&String> = before.keys().chain(now.keys()).filter(in_both).collect();
    came_or_went + tags.into_iter().filter(|tag| before.get(*tag) != now.get(*tag)).count()
}

fn words_changed(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> usize {
    let tags: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    tags.into_iter().filter(|tag| before.get(*tag) != now.get(*tag)).count()
}

/// What people typed themselves, by where it stands.
fn typed_words(paper: &Paper) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let title = ("document/title".to_owned(), words_of(&paper.head.title));
    let lines = paper.head.lines.iter().map(|line| (line.tag.clone(), words_of(&line.runs)));
    let boxed = paper.boxed.iter().map(|boxed| {
        let said: Vec<String> = boxed.paragraphs.iter().map(words_of).collect();
        (boxed.tag.clone(), said.join("\n"))
    });
    words.extend(std::iter::once(title).chain(lines).chain(boxed));
    // What a figure says is a fact and no word.
    let own =
        |runs: &Runs| runs.iter().filter(|run| run.tag.is_empty()).map(|run| run.text.as_str()).collect::<String>();
    for block in paper.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            Block::Heading { tag, runs, .. } | Block::Paragraph { tag, runs, .. } | Block::Dash { tag, runs }
                if tag.starts_with("block/") =>
            {
                words.insert(tag.clone(), own(runs));
            }
            _ => {}
        }
    }
    words
}

fn view(call: &Call, asked: &Asked<'_>, made: Made, changed: Option<PaperChanged>, limit: usize, op: i64) -> PaperView {
    let strings = &call.strings;
    let (words, pages) = length::measure(&made);
    let Made { paper, from, outline, facts, old, mut findings, untold, .. } = made;
    let outline = outlined(strings, asked.state, &outline, &findings);
    for finding in findings.iter_mut().filter(|finding| finding.count > 1) {
        finding.words = strings.paper_finding_again(finding.count as u64, &finding.words);
    }
    let aged = old.iter().take(AGED).filter_map(|tag| {
        let (kind, id) = tag.split_once('/')?;
        let row = asked.state.row(Kind::from_name(kind)?, id.split_once('/')?.0)?;
        Some(crate::present::brief(strings, asked.state, row, facts.get(tag).cloned().unwrap_or_default()))
    });
    let aged = aged.collect();
    let (facts, old) = (facts.len(), old.len());
    let told = match &changed {
        Some(changed) => strings.paper_told_since(&changed.since.at_text, changed.facts as u64, old as u64),
        None => strings.paper_told(facts as u64, old as u64),
    };
    let over = pages > length::LIMIT as f64;
    let shown = format!("{pages:.1}");
    let length = PaperLength {
        words,
        pages,
        limit: length::LIMIT,
        over,
        told: match over {
            true => strings.paper_length_over(&length::LIMIT.to_string(), &shown),
            false => strings.paper_length(&length::LIMIT.to_string(), &shown),
        },
    };
    let Paper { language, mirrored, head, boxed, parts, labels, .. } = paper;
    PaperView {
        op,
        document: asked.document.id().to_string(),
        language,
        mirrored,
        head: PaperHead {
            body: runs(head.body),
            session: runs(head.session),
            lines: head
                .lines
                .into_iter()
                .map(|line| PaperLine { tag: line.tag, runs: runs(line.runs), strong: line.strong })
                .collect(),
            symbol: head.symbol,
            author: runs(head.author),
            title: runs(head.title),
        },
        boxed: boxed
            .into_iter()
            .map(|boxed| PaperBoxed {
                tag: boxed.tag,
                label: boxed.label,
                paragraphs: boxed.paragraphs.into_iter().map(runs).collect(),
            })
            .collect(),
        parts: parts
            .into_iter()
            .zip(from)
            .map(|(part, from)| PaperPart {
                landscape: part.landscape,
                pieces: pieces(strings, part.blocks, from, limit),
            })
            .collect(),
        labels: PaperLabels {
            page: labels.page,
            stale: labels.stale,
            boxed: labels.boxed,
            head: labels.head,
            continued: labels.continued,
        },
        outline,
        length,
        changed,
        facts,
        old,
        aged,
        told,
        findings,
        untold,
    }
}

fn outlined(
    strings: &Strings,
    state: &State,
    outline: &[super::Outlined],
    findings: &[PaperFinding],
) -> Vec<PaperOutline> {
    let found: HashSet<&str> = findings.iter().map(|finding| finding.block.as_str()).collect();
    let line = |one: &super::Outlined| {
        let block = state.row(Kind::Block, &one.block)?;
        let (kind, kind_text) = kind_of(strings, block);
        let label = match first_line(block) {
            "" => super::filter::words(strings, state, block),
            text => text.to_owned(),
        };
        Some(PaperOutline {
            block: one.block.clone(),
            kind: kind.to_owned(),
            kind_text,
            level: one.level,
            number: one.number.clone(),
            label: cut(&label, LABEL),
            rows: one.rows,
            finding: found.contains(one.block.as_str()),
        })
    };
    outline.iter().filter_map(line).collect()
}

/// What a block is called that has no title: its kind and its first words, "paragraph: The Council is invited …", or what it shows.
pub(crate) fn block_name(strings: &Strings, state: &State, block: &plan::Row) -> String {
    let caption = Some(block.text("caption").trim()).filter(|caption| !caption.is_empty());
    match (first_line(block), caption) {
        ("", None) => super::filter::words(strings, state, block),
        ("", Some(words)) | (words, _) => strings.name_block(&kind_of(strings, block).1, &cut(words, NAME)),
    }
}

/// The kind of a block, and what it is called.
pub(super) fn kind_of<'a>(strings: &Strings, block: &'a plan::Row) -> (&'a str, String) {
    let kind = match block.text("kind") {
        "" => "paragraph",
        kind => kind,
    };
    (kind, strings.choice(Kind::Block, "kind", kind))
}

fn first_line(block: &plan::Row) -> &str {
    super::lines(block.text("text")).next().unwrap_or_default()
}

fn cut(text: &str, letters: usize) -> String {
    let mut cut: String = text.chars().take(letters).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// The pieces of a part. Of a block that comes to very many the first are shown.
fn pieces(strings: &Strings, blocks: Vec<Block>, from: Vec<String>, limit: usize) -> Vec<PaperPiece> {
    let mut pieces: Vec<PaperPiece> = Vec::new();
    let mut shown = 0usize;
    for (block, from) in blocks.into_iter().zip(from) {
        shown = if pieces.last().is_some_and(|last| last.block == from) { shown + 1 } else { 1 };
        let more = shown.saturating_sub(limit);
        if more == 0 {
            pieces.push(PaperPiece { block: from, body: body(strings, block, limit) });
            continue;
        }
        let runs = vec![PaperRun { text: strings.paper_more_rows(more as u64), ..PaperRun::default() }];
        let said = PaperPiece { block: from, body: PaperBody::Remark { runs } };
        if more > 1 {
            pieces.pop();
        }
        pieces.push(said);
    }
    pieces
}

fn body(strings: &Strings, block: Block, limit: usize) -> PaperBody {
    match block {
        Block::Heading { tag, level, number, runs } => {
            PaperBody::Heading { tag, level, number, runs: self::runs(runs) }
        }
        Block::Paragraph { tag, number, runs } => PaperBody::Paragraph { tag, number, runs: self::runs(runs) },
        Block::Dash { tag, runs } => PaperBody::Dash { tag, runs: self::runs(runs) },
        Block::Table(table) => PaperBody::Table(self::table(strings, table, limit)),
        Block::Remark { runs } => PaperBody::Remark { runs: self::runs(runs) },
    }
}

fn table(strings: &Strings, table: Table, limit: usize) -> PaperTable {
    let total = table.rows.len();
    let more = match total.saturating_sub(limit) {
        0 => String::new(),
        more => strings.paper_more_rows(more as u64),
    };
    let cell = |cell: paper::Cell| PaperCell {
        tag: cell.tag,
        paragraphs: cell
            .paragraphs
            .into_iter()
            .map(|one| PaperCellParagraph { dash: one.dash, runs: runs(one.runs) })
            .collect(),
    };
    PaperTable {
        caption: runs(table.caption),
        summary: table.summary,
        columns: table
            .columns
            .into_iter()
            .map(|column| PaperColumn { label: column.label, share: column.share })
            .collect(),
        rows: table
            .rows
            .into_iter()
            .take(limit)
            .map(|row| PaperRow {
                tag: row.tag,
                heading: row.heading,
                cells: row.cells.into_iter().map(cell).collect(),
            })
            .collect(),
        total,
        more,
    }
}

fn runs(runs: Runs) -> Vec<PaperRun> {
    let run = |run: Run| PaperRun {
        text: run.text,
        strong: run.strong,
        emphasis: run.emphasis,
        language: run.language,
        mirrored: run.mirrored,
        link: run.link,
        note: run.note.map(|note| self::runs(*note)),
        stale: run.stale,
        tag: run.tag,
    };
    runs.into_iter().map(run).collect()
}
