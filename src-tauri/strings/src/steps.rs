//! Names of steps, what was done, and the sentences of the history.

use crate::Strings;

/// What is known of a step. Only the name of the operation must be given.
#[derive(Debug, Clone, Copy, Default)]
pub struct Step<'a> {
    /// Name of the operation: `commitment_set`, `rows_order`, `undo`.
    pub op: &'a str,
    /// The field, where it is about one.
    pub field: Option<&'a str>,
    /// The operation that was undone, redone or taken back, where it did that.
    pub of: Option<&'a str>,
    /// The operation that that one took back itself, where it did.
    pub within: Option<&'a str>,
    /// How many rows it touched, where several.
    pub count: Option<u64>,
    /// How many provisions of an instrument that was there it filled, where it filled one.
    pub filled: Option<u64>,
    /// The name of the moment that it returned to, where it did.
    pub to: Option<&'a str>,
    /// The name of the one row that it is about, where it is told with it.
    pub row: Option<&'a str>,
    /// The name of the milestone on which it hung that row, where it did.
    pub anchor: Option<&'a str>,
}

/// Values in the list of steps are cut after this many characters.
const LONGEST_VALUE: usize = 120;

impl Strings {
    /// Name of a step, as undo and the history show it: "Set status", "Add commitment".
    pub fn step_name(&self, op: &str, field: Option<&str>) -> String {
        self.step(&Step { op, field, ..Step::default() })
    }

    /// Name of a step of which more is known.
    pub fn step(&self, step: &Step) -> String {
        self.finished(self.step_part(step))
    }

    pub(crate) fn step_part(&self, step: &Step) -> String {
        if let Some(of) = step.of
            && matches!(step.op, "undo" | "redo" | "step_take_back")
        {
            let inner = self.step_part(&Step { op: of, of: step.within, within: None, ..*step });
            return self.part(&format!("step-{}-of", step.op.replace('_', "-")), &[("step", &inner)]);
        }
        if let Some(to) = step.to.filter(|_| step.op == "moment_return") {
            return self.part("step-moment-return-to", &[("moment", to)]);
        }
        self.worded("step", step)
    }

    /// What a step did: "Status set", "Commitment added".
    pub fn step_done(&self, step: &Step) -> String {
        self.finished(self.done_part(step))
    }

    fn done_part(&self, step: &Step) -> String {
        self.worded("done", step)
    }

    /// What is said aloud after a step: "Status set. Ctrl+Z undoes it." After an undo, what was undone and how to redo it.
    pub fn live_done(&self, step: &Step) -> String {
        let inner = Step { op: step.of.unwrap_or_default(), of: step.within, within: None, ..*step };
        match step.op {
            "undo" => self.live_step_undone(&self.small(self.step_part(&inner))),
            "redo" => self.live_step_redone(&self.small(self.step_part(&inner))),
            _ => self.format("live-step-done", &[("done", &self.done_part(step))]),
        }
    }

    /// One change in words: "ITU-012 status: Ongoing → Completed". The row by its reference or title, values in words; `None` is
    /// "not stated".
    pub fn step_sentence(
        &self,
        op: &str,
        field: Option<&str>,
        row: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> String {
        let value = |value: Option<&str>| match value.filter(|v| !v.is_empty()) {
            Some(value) => shortened(value),
            None => self.part("date-not-stated", &[]),
        };
        match field {
            None if op.ends_with("_create") || op == "milestone_take" => {
                self.format("sentence-create", &[("row", row)])
            }
            None if op.ends_with("_delete") => self.format("sentence-delete", &[("row", row)]),
            None => self.format("sentence-change", &[("row", row)]),
            Some(field) => {
                let field = self.small(self.field_part(field));
                let args =
                    [("row", row), ("field", field.as_str()), ("before", &value(before)), ("after", &value(after))];
                self.format(if is_code(row) { "sentence-set" } else { "sentence-set-title" }, &args)
            }
        }
    }

    /// A step that filled an instrument: how many provisions it added, and how many it changed. Where that is not known, and where it
    /// changed nothing but the instrument itself, it filled it.
    fn filled(&self, form: &str, added: u64, filled: u64, counted: bool) -> String {
        let (added_words, filled_words) = (added.to_string(), filled.to_string());
        match (added, filled) {
            _ if !counted => self.part(&format!("{form}-instrument-fill"), &[]),
            (0, 0) => self.part(&format!("{form}-instrument-fill"), &[]),
            (0, _) => self.part(&format!("{form}-instrument-fill-counted"), &[("count", &filled_words)]),
            (_, 0) => self.part(&format!("{form}-instrument-add-counted"), &[("count", &added_words)]),
            _ => {
                let both = [("count", added_words.as_str()), ("filled-count", filled_words.as_str())];
                self.part(&format!("{form}-instrument-add-filled"), &both)
            }
        }
    }

    /// A name of a step in one of two forms: `step` (what it is called) or `done` (what it did).
    fn worded(&self, form: &str, step: &Step) -> String {
        if let (Some(row), Some(anchor)) = (step.row, step.anchor) {
            return self.part(&format!("{form}-hang"), &[("row", row), ("anchor", anchor)]);
        }
        if let Some(filled) = step.filled {
            return self.filled(form, step.count.unwrap_or(0), filled, step.count.is_some());
        }
        // Operations of their own have words of their own; the others are named by what they do and to what.
        let own = step.op.replace('_', "-");
        let (kind, verb) = step.op.rsplit_once('_').unwrap_or(("", step.op));
        let field = step.field.map(|field| self.field_part(field));
        let kind = self.kind_part(kind);
        let fitted = |label: String| if form == "step" { self.small(label) } else { label };
        let (key, args): (String, Vec<(&str, String)>) = match (step.op, verb, field) {
            ("rows_set", _, Some(field)) => (format!("{form}-rows-set"), vec![("field", fitted(field))]),
            ("rows_set", _, None) => (format!("{form}-rows-change"), vec![]),
            (_, "set", Some(field)) => (format!("{form}-set"), vec![("field", fitted(field))]),
            (_, "set", None) => match step.row {
                Some(row) => (format!("{form}-change-row"), vec![("kind", fitted(kind)), ("row", row.to_owned())]),
                None => (format!("{form}-change"), vec![("kind", fitted(kind))]),
            },
            _ if crate::Strings::variables(&format!("{form}-{own}")).is_some() => (format!("{form}-{own}"), vec![]),
            (_, "create", _) => (format!("{form}-create"), vec![("kind", fitted(kind))]),
            (_, "delete", _) => match step.row {
                Some(row) => (format!("{form}-delete-row"), vec![("kind", fitted(kind)), ("row", row.to_owned())]),
                None => (format!("{form}-delete"), vec![("kind", fitted(kind))]),
            },
            _ => (format!("{form}-other"), vec![]),
        };
        let counted = format!("{key}-counted");
        let count = step.count.map(|count| count.to_string());
        let mut given: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if let Some(count) = count.as_deref().filter(|_| crate::Strings::variables(&counted).is_some()) {
            given.push(("count", count));
            return self.part(&counted, &given);
        }
        self.part(&key, &given)
    }
}

/// Whether a row is called by a reference or an acronym, which nobody takes for the beginning of a sentence.
fn is_code(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii() && !c.is_whitespace())
}

fn shortened(value: &str) -> String {
    let line = value.lines().next().unwrap_or_default();
    let mut text: String = line.chars().take(LONGEST_VALUE).collect();
    if text.len() < value.trim_end().len() {
        text.push('…');
    }
    text
}
