//! What people type in a block: words, footnotes `[^: …]`, figures of the plan `{ITU-023.status}`, addresses.

use plan_documents::paper::{Run, Runs};

use super::Draw;

/// How a footnote begins.
const NOTE: &str = "[^:";
/// Bytes of a footnote and of a figure at the most: what is longer is text. Else a text of nothing but opening signs would be
/// read to its end from each of them.
const NOTE_MAX: usize = 4_000;
const FIGURE_MAX: usize = 400;

impl Draw<'_> {
    /// A line as it was typed, in runs.
    pub(super) fn typed_runs(&mut self, text: &str) -> Runs {
        self.runs_within(text, true)
    }

    /// `notes`: footnotes are read. There are none within footnotes.
    fn runs_within(&mut self, text: &str, notes: bool) -> Runs {
        let mut runs: Runs = Vec::new();
        let mut rest = text;
        let mut plain = String::new();
        while let Some(at) = rest.find(['{', '[', 'h']) {
            let (before, here) = rest.split_at(at);
            plain.push_str(before);
            // What it is, and how many bytes of the text it takes.
            let met = if here.starts_with(NOTE) && notes {
                within(here).map(|inner| (Met::Note(&inner[NOTE.len() - 1..]), inner.len() + 2))
            } else if here.starts_with('{') {
                let end = here.bytes().take(FIGURE_MAX).position(|byte| byte == b'}');
                end.and_then(|end| self.figure(&here[1..end]).map(|run| (Met::Run(run), end + 1)))
            } else if here.starts_with("https://") {
                let address = address(here);
                let link = Run { link: Some(address.to_owned()), ..self.typed(address) };
                (address.len() > "https://".len()).then_some((Met::Run(link), address.len()))
            } else {
                None
            };
            let Some((met, taken)) = met else {
                let first = here.chars().next().map_or(0, char::len_utf8);
                plain.push_str(&here[..first]);
                rest = &here[first..];
                continue;
            };
            match met {
                Met::Note(words) => {
                    let note = Some(Box::new(self.runs_within(words.trim(), false)));
                    // The sign of a footnote stands at the word, without a space before it.
                    let run = self.typed(plain.trim_end());
                    runs.push(Run { note, ..run });
                    plain.clear();
                }
                Met::Run(run) => {
                    self.push(&mut runs, &mut plain);
                    runs.push(run);
                }
            }
            rest = &here[taken..];
        }
        plain.push_str(rest);
        self.push(&mut runs, &mut plain);
        runs
    }

    fn push(&self, runs: &mut Runs, plain: &mut String) {
        if !plain.is_empty() {
            runs.push(self.typed(std::mem::take(plain)));
        }
    }
}

/// What is met in a text.
enum Met<'a> {
    Note(&'a str),
    Run(Run),
}

/// What stands between the bracket with which a text begins and the one that belongs to it.
fn within(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate().take(NOTE_MAX) {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(&text[1..at]),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The address with which a text begins, without the sign that ends the sentence.
fn address(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"{}[]".contains(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?'])
}
