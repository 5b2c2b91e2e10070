//! What stands on the first page before the text: the head and the box.

use plan::kinds::Kind;
use plan_documents::paper::{Boxed, Head, Line, Run, Runs};

use super::{Draw, lines, tag_of};
use crate::symbols::{first_of, symbol_in};

impl Draw<'_> {
    pub(super) fn head(&mut self) -> Head {
        let document = self.document;
        let plain = |draw: &Self, field: &str| match document.text(field) {
            "" => Vec::new(),
            text => vec![Run { tag: tag_of(document, field, 0), ..draw.typed(text) }],
        };
        // Each version has the letter of its own language.
        let symbol = symbol_in(document, self.strings.lang());
        let mut lines = Vec::new();
        if !document.text("agenda_item").is_empty() {
            let item = self.labelled(&self.strings.paper_agenda_item(MARK), plain(self, "agenda_item"));
            lines.push(Line { tag: tag_of(document, "agenda_item", 0), runs: item, strong: false });
        }
        if let Some(revision) = self.revision() {
            lines.push(Line { tag: tag_of(document, "revision_of", 0), runs: revision, strong: true });
        }
        if !symbol.is_empty() {
            let run = Run { text: symbol.clone(), ..self.typed("") };
            let runs = self.labelled(&self.strings.paper_document(MARK), vec![run]);
            lines.push(Line { tag: tag_of(document, "symbol", 0), runs, strong: true });
        }
        if let Some(date) = self.date(document, "date") {
            lines.push(Line { tag: tag_of(document, "date", 0), runs: vec![self.own(date)], strong: false });
        }
        let language = document.text("original_language");
        if !language.is_empty() {
            let name = self.strings.choice(Kind::Document, "original_language", language);
            let runs = vec![self.own(self.strings.paper_original(&name))];
            lines.push(Line { tag: tag_of(document, "original_language", 0), runs, strong: false });
        }
        Head {
            body: plain(self, "body"),
            session: self.session(plain(self, "session"), plain(self, "place")),
            lines,
            symbol,
            author: plain(self, "author"),
            title: plain(self, "title"),
        }
    }

    /// "2026 session – Geneva, 28 April – 8 May 2026".
    fn session(&self, session: Runs, place: Runs) -> Runs {
        let held = self
            .date(self.document, "held")
            .map(|words| vec![Run { tag: tag_of(self.document, "held", 0), ..self.own(words) }]);
        let mut runs = session;
        let mut put = |separator: String, more: Runs| {
            if !more.is_empty() {
                if !runs.is_empty() {
                    runs.push(Run::plain(separator));
                }
                runs.extend(more);
            }
        };
        let had_place = !place.is_empty();
        put(self.strings.paper_dash(), place);
        let separator = if had_place { self.strings.paper_comma() } else { self.strings.paper_dash() };
        put(separator, held.unwrap_or_default());
        runs
    }

    /// "Revision 2 to Document C26/5-E", where the symbol of the first is known.
    fn revision(&self) -> Option<Runs> {
        let (first, count) = first_of(self.state, self.document)?;
        let symbol = Some(symbol_in(&first, self.strings.lang())).filter(|symbol| !symbol.is_empty())?;
        let words = self.strings.paper_revision(&count.to_string(), MARK);
        Some(self.labelled(&words, vec![self.typed(symbol)]))
    }

    pub(super) fn boxed(&mut self) -> Vec<Boxed> {
        let labels = [
            ("purpose", self.strings.paper_purpose()),
            ("action_required", self.strings.paper_action_required()),
            ("cited", self.strings.paper_references()),
        ];
        let document = self.document;
        let mut boxed = Vec::new();
        for (field, label) in labels {
            let paragraphs: Vec<Runs> = lines(document.text(field)).map(|line| self.typed_runs(line)).collect();
            if !paragraphs.is_empty() {
                boxed.push(Boxed { tag: tag_of(document, field, 0), label, paragraphs });
            }
        }
        boxed
    }

    /// Own words with others in the place of the mark.
    fn labelled(&self, words: &str, inner: Runs) -> Runs {
        let (before, behind) = words.split_once(MARK).unwrap_or((words, ""));
        let own = |text: &str| (!text.is_empty()).then(|| self.own(text));
        own(before).into_iter().chain(inner).chain(own(behind)).collect()
    }
}

/// Stands in own words where words of the plan will stand, which may be of another language: no text has it.
const MARK: &str = "\u{E000}";
