//! Commitments and milestones, as a list with dashes or, where the block has a caption, as a table.

use std::sync::Arc;

use plan::kinds::Kind;
use plan::{Row, Value};
use plan_documents::paper::{Block, Cell, CellParagraph, Column, Row as Line, Run, Runs, Table};

use super::filter::Filter;
use super::{Draw, tag_of};
use crate::present::{self, named};
use crate::roles;

impl Draw<'_> {
    pub(super) fn commitments(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let filter = Filter::of(block, self.state);
        let rows = filter.commitments();
        if rows.is_empty() {
            return (self.nothing(self.strings.paper_no_commitments()), 0);
        }
        if block.text("caption").is_empty() {
            let entries =
                rows.iter().map(|row| Block::Dash { tag: tag_of(row, "title", 0), runs: self.commitment_entry(row) });
            return (entries.collect(), rows.len());
        }
        let strings = &self.strings;
        let columns = vec![
            column(strings.paper_column_reference(), 9),
            column(strings.paper_column_commitment(), 38),
            column(strings.paper_column_lead(), 22),
            column(strings.paper_column_when(), 15),
            column(strings.paper_column_status(), 16),
        ];
        let summary = strings.paper_table_commitments();
        let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
        let mut objective = None;
        let mut sorted = rows.clone();
        // Rows of one objective stand together, under its name.
        let place = |row: &Row| self.state.row(Kind::Objective, row.text("objective")).map(|o| o.text("ord"));
        sorted.sort_by(|a, b| place(a).is_none().cmp(&place(b).is_none()).then_with(|| place(a).cmp(&place(b))));
        for row in sorted {
            if filter.objective.is_empty() && objective != Some(row.text("objective")) {
                objective = Some(row.text("objective"));
                lines.extend(self.over(Kind::Objective, row.text("objective"), columns.len()));
            }
            lines.push(self.commitment_line(row));
        }
        (vec![self.table(block, summary, columns, lines)], rows.len())
    }

    /// A heading over rows of a table; none, where there is no such row.
    fn over(&mut self, kind: Kind, id: &str, columns: usize) -> Option<Line> {
        let row = self.state.row(kind, id)?;
        let title = match row.text("number") {
            "" => row.title().to_owned(),
            number => format!("{number}. {}", row.title()),
        };
        let mut cells = vec![self.cell(row, "title", vec![Run { strong: true, ..self.typed(title) }])];
        cells.resize(columns, Cell::default());
        Some(Line { tag: format!("{}/{id}", kind.name()), heading: true, cells })
    }

    /// "Giga initiative (with UNICEF; ongoing, as of February 2025)".
    fn commitment_entry(&mut self, row: &Row) -> Runs {
        let mut runs = vec![self.title(row)];
        let mut behind: Vec<Runs> = Vec::new();
        behind.extend(Some(self.lead(row, true)).filter(|runs| !runs.is_empty()));
        // In a sentence it need not be said that nothing was reported.
        let reported = row.text("status") != "not_reported";
        behind.extend(Some(self.status(row)).filter(|runs| reported && !runs.is_empty()));
        if let Some(first) = behind.first().cloned() {
            runs.push(self.own(self.strings.paper_open()));
            runs.extend(first);
            for more in behind.into_iter().skip(1) {
                runs.push(self.own(self.strings.paper_semicolon()));
                runs.extend(more);
            }
            runs.push(self.own(self.strings.paper_close()));
        }
        runs
    }

    fn commitment_line(&mut self, row: &Row) -> Line {
        let title = self.title(row);
        let (lead, status) = (self.lead(row, false), self.status(row));
        let said = |row: &Row, field: &str, case| self.date_behind(row, field, case);
        let when = present::when_by(&self.strings, self.state, row, &said);
        if let Some(when) = &when {
            self.note(row, "when", when, "");
        }
        let when = when.map(|when| self.own(when)).into_iter().collect();
        let reference = vec![self.typed(row.text("reference"))];
        let cells = vec![
            self.cell(row, "reference", reference),
            self.cell(row, "title", vec![title]),
            self.cell(row, "lead", lead),
            self.cell(row, "when", when),
            self.cell(row, "status", status),
        ];
        Line { tag: format!("commitment/{}", row.id()), heading: false, cells }
    }

    /// The title of a row, noted as a fact.
    pub(super) fn title(&mut self, row: &Row) -> Run {
        self.note(row, "title", row.title(), "");
        Run { tag: tag_of(row, "title", 0), ..self.typed(row.title()) }
    }

    /// "lead: BDT, with UNESCO and ILO". Empty, where neither is stated. `brief`: whom the title names already is not said again.
    fn lead(&mut self, row: &Row, brief: bool) -> Runs {
        let words: Vec<&str> = row.title().split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        let said = |name: &str| !brief || !words.contains(&name);
        let lead = Some(named(self.state, row, "lead")).filter(|lead| said(lead)).unwrap_or_default();
        let partners: Vec<String> = row
            .get("partners")
            .and_then(Value::set)
            .unwrap_or_default()
            .iter()
            .filter_map(|id| self.state.row(Kind::Organization, id))
            .map(|partner| partner.short().to_owned())
            .filter(|partner| said(partner))
            .collect();
        let partners = self.list(&partners);
        let words = match (lead.is_empty(), partners.is_empty()) {
            (true, true) => return Vec::new(),
            (false, true) => self.strings.paper_lead(&lead),
            (true, false) => self.strings.paper_partners(&partners),
            (false, false) => self.strings.paper_lead_partners(&lead, &partners),
        };
        self.note(row, "lead", &words, "as_of");
        vec![Run { tag: tag_of(row, "lead", 0), ..self.own(words) }]
    }

    /// "ongoing, as of 14 February 2025". Empty, where none is stated.
    fn status(&mut self, row: &Row) -> Runs {
        let code = row.text("status");
        if code.is_empty() {
            return Vec::new();
        }
        let status = match code {
            // Whether it was done as it was planned nobody said.
            "planned" if roles::overtaken(row, "status_as_of", self.judged) => self.strings.paper_was_planned(),
            code => self.strings.small(self.strings.choice(Kind::Commitment, "status", code)),
        };
        // As of the day of the document itself is how all of it is.
        let apart = row.text("status_as_of") != self.document.text("date");
        let words = match self.date(row, "status_as_of").filter(|_| apart) {
            Some(date) => self.strings.paper_status_as_of(&date, &status),
            None => status,
        };
        self.note(row, "status", &words, "status_as_of");
        vec![Run { tag: tag_of(row, "status", 0), ..self.own(words) }]
    }

    pub(super) fn milestones(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let filter = Filter::of(block, self.state);
        let state = self.state;
        let since = Some(block.text("since")).filter(|since| !since.is_empty());
        let since = since.and_then(|since| self.day_since(since));
        // "By June" stands where June ends.
        let day = |row: &Row| {
            let days = state.days(row.id())?;
            days.bounds.start_not_before.or(days.bounds.end_not_after)
        };
        let last = |row: &Row| state.days(row.id()).and_then(|days| days.bounds.end_not_after);
        let later = |row: &Row| since.is_none_or(|since| last(row).is_none_or(|last| last >= since));
        let mut rows: Vec<&Arc<Row>> =
            state.in_order(Kind::Milestone).iter().filter(|row| later(row) && filter.takes_of(row)).collect();
        // Who reads what comes from a day on wants days. What has none may come as well, or be past: it is counted, not listed. Where no
        // day is asked for it stands behind all that have one.
        let all = rows.len();
        if since.is_some() {
            rows.retain(|row| day(row).is_some());
        }
        let undated = all - rows.len();
        rows.sort_by_key(|row| (day(row).is_none(), day(row)));
        let behind = (undated > 0).then(|| self.strings.paper_milestones_undated(undated as u64));
        let behind = behind.map(|words| Block::Remark { runs: vec![self.own(words)] });
        if rows.is_empty() {
            let words = match behind {
                Some(_) => self.strings.paper_no_milestones_dated(),
                None => self.strings.paper_no_milestones(),
            };
            let mut pieces = self.nothing(words);
            pieces.extend(behind);
            return (pieces, 0);
        }
        if block.text("caption").is_empty() {
            let entries = rows.iter().map(|row| {
                let mut runs = vec![self.when_run(row), self.own(self.strings.paper_colon()), self.title(row)];
                if !row.text("place").is_empty() {
                    runs.push(self.own(self.strings.paper_comma()));
                    runs.push(self.typed(row.text("place")));
                }
                Block::Dash { tag: tag_of(row, "title", 0), runs }
            });
            return (entries.collect::<Vec<_>>().into_iter().chain(behind).collect(), rows.len());
        }
        let strings = &self.strings;
        let columns = vec![
            column(strings.paper_column_when(), 20),
            column(strings.paper_column_milestone(), 36),
            column(strings.paper_column_place(), 14),
            column(strings.paper_column_belongs(), 30),
        ];
        let summary = strings.paper_table_milestones();
        let lines = rows.iter().map(|row| {
            let (when, title) = (vec![self.when_run(row)], vec![self.title(row)]);
            let place = Some(row.text("place")).filter(|place| !place.is_empty());
            let place = place.map(|place| self.typed(place)).into_iter().collect();
            // By its title: whoever reads on paper looks up no reference.
            let belongs = ["commitment", "group"].iter().filter_map(|field| roles::target(state, row, field));
            let belongs: Vec<&str> = belongs.map(|row| row.title()).collect();
            let belongs = vec![self.typed(belongs.join(&self.strings.paper_comma()))];
            let cells = vec![
                self.cell(row, "date", when),
                self.cell(row, "title", title),
                self.cell(row, "place", place),
                self.cell(row, "commitment", belongs),
            ];
            Line { tag: format!("milestone/{}", row.id()), heading: false, cells }
        });
        let lines = lines.collect();
        let table = self.table(block, summary, columns, lines);
        (std::iter::once(table).chain(behind).collect(), rows.len())
    }

    /// When a milestone is; that no date is stated, where none is.
    fn when_run(&mut self, row: &Row) -> Run {
        match self.when(row) {
            Some(words) => {
                self.note(row, "date", &words, self.as_of_milestone(row));
                Run { tag: tag_of(row, "date", 0), ..self.own(words) }
            }
            None => {
                let words = self.strings.paper_date_not_stated();
                self.note(row, "date", &words, "");
                Run { tag: tag_of(row, "date", 0), ..self.own(words) }
            }
        }
    }

    /// The field that says as of when the date of a milestone is so. What is past does not grow old.
    pub(super) fn as_of_milestone(&self, row: &Row) -> &'static str {
        let last = self.state.days(row.id()).and_then(|days| days.bounds.end_not_after);
        if last.is_some_and(|last| last < self.judged) { "" } else { "as_of" }
    }

    /// "A, B and C" in the words of the paper.
    pub(super) fn list(&self, names: &[String]) -> String {
        let strings = &self.strings;
        let Some((last, others)) = names.split_last() else { return String::new() };
        let first = others.iter().cloned().reduce(|all, one| strings.list_comma(&all, &one));
        first.map_or_else(|| last.clone(), |first| strings.list_and(&first, last))
    }

    pub(super) fn cell(&self, row: &Row, field: &str, runs: Runs) -> Cell {
        Cell { tag: tag_of(row, field, 0), paragraphs: vec![CellParagraph { dash: false, runs }] }
    }

    pub(super) fn table(&mut self, block: &Row, summary: String, columns: Vec<Column>, rows: Vec<Line>) -> Block {
        let caption = match block.text("caption") {
            "" => Vec::new(),
            caption => self.typed_runs(caption),
        };
        Block::Table(Table { tag: tag_of(block, "text", 0), caption, summary, columns, rows })
    }

    /// That nothing fits, on paper and to whoever writes it.
    pub(super) fn nothing(&mut self, words: String) -> Vec<Block> {
        let said = self.said.paper_finding_no_rows();
        self.find("no-rows", "", said);
        vec![Block::Remark { runs: vec![self.own(words)] }]
    }
}

pub(super) fn column(label: String, share: u32) -> Column {
    Column { label, share }
}
