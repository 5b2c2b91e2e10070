//! Blocks of words, and which block draws on what.

use plan::Row;
use plan_documents::paper::Block;

use super::number::Numbers;
use super::{Draw, lines, tag_of};

impl Draw<'_> {
    pub(super) fn heading(&mut self, block: &Row, number: &str) -> Vec<Block> {
        let text = block.text("text").split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Vec::new();
        }
        let runs = self.typed_runs(&text);
        vec![Block::Heading { tag: tag_of(block, "text", 0), level: level_of(block), number: number.to_owned(), runs }]
    }

    /// Every line is a paragraph of its own. Answers the number of the first besides.
    pub(super) fn paragraphs(&mut self, block: &Row, numbers: &mut Numbers) -> (Vec<Block>, String) {
        let mut first = String::new();
        let mut pieces = Vec::new();
        for (at, line) in lines(block.text("text")).enumerate() {
            let number = if block.flag("numbered") { numbers.paragraph() } else { String::new() };
            if at == 0 {
                first.clone_from(&number);
            }
            pieces.push(Block::Paragraph { tag: tag_of(block, "text", at), number, runs: self.typed_runs(line) });
        }
        (pieces, first)
    }

    /// Every line is an entry of a list.
    pub(super) fn dashes(&mut self, block: &Row) -> Vec<Block> {
        let lines = lines(block.text("text")).enumerate();
        lines.map(|(at, line)| Block::Dash { tag: tag_of(block, "text", at), runs: self.typed_runs(line) }).collect()
    }

    /// A block that draws on rows of the plan; and how many it shows.
    pub(super) fn drawn(&mut self, block: &Row) -> (Vec<Block>, usize) {
        // What is typed in it leads it in.
        let lead: Vec<Block> = lines(block.text("text"))
            .enumerate()
            .map(|(at, line)| {
                let (tag, runs) = (tag_of(block, "text", at), self.typed_runs(line));
                Block::Paragraph { tag, number: String::new(), runs }
            })
            .collect();
        let (pieces, rows) = match block.text("kind") {
            "commitments" => self.commitments(block),
            "annex" => self.annex(block),
            "milestones" => self.milestones(block),
            "groups" => self.groups(block),
            "indicators" => self.indicators(block),
            "updates" => self.updates(block),
            "changes" => self.changes(block),
            // A kind of a newer version.
            _ => (Vec::new(), 0),
        };
        (lead.into_iter().chain(pieces).collect(), rows)
    }
}

pub(super) fn level_of(block: &Row) -> u8 {
    match block.get("level") {
        Some(plan::Value::Int(level)) => u8::try_from(*level).unwrap_or(1).clamp(1, 3),
        _ => 1,
    }
}
