//! The annex: a row for each objective, the lines of the WSIS process and of the ITU's activities as they are printed.

use plan::Row;
use plan::kinds::Kind;
use plan::matrix::{self, Column};
use plan_documents::paper::{Block, Cell, CellParagraph, Row as Line, Run, Runs};
use plan_strings::Strings;

use super::filter::Filter;
use super::rows::column;
use super::{Draw, tag_of};
use crate::matrix::Leads;

impl Draw<'_> {
    pub(super) fn annex(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let (filter, state) = (Filter::of(block, self.state), self.state);
        let rows = matrix::annex(state);
        // Who leads is said in the words of the source ("sole lead"), and so in its language.
        let stated = Strings::of_paper("en").filter(|_| self.typed.is_some());
        let strings = stated.unwrap_or_else(|| self.strings.clone());
        let mut leads = Leads::of(&strings, self.judged, state);
        let mut lines = Vec::with_capacity(rows.len());
        let mut shown = 0;
        for row in rows.iter().filter(|row| filter.objective.is_empty() || **row.objective.id() == *filter.objective) {
            let title = self.objective(&row.objective);
            let mut cells = vec![self.cell(&row.objective, "title", title)];
            for place in Column::ALL {
                let wanted =
                    row.cell(place).iter().filter(|line| line.kind() != Kind::Commitment || filter.takes(line));
                let paragraphs: Vec<CellParagraph> =
                    wanted.map(|line| CellParagraph { dash: false, runs: self.annex_line(line, &mut leads) }).collect();
                shown += paragraphs.len();
                cells.push(Cell { tag: String::new(), paragraphs });
            }
            lines.push(Line { tag: format!("objective/{}", row.objective.id()), heading: false, cells });
        }
        if shown == 0 {
            let said = self.said.paper_finding_annex_empty();
            self.find("annex-empty", "", said);
            return (vec![Block::Remark { runs: vec![self.own(self.strings.paper_annex_empty())] }], 0);
        }
        let columns = vec![
            column(self.strings.paper_column_objective(), 20),
            column(self.strings.paper_column_wsis(), 46),
            column(self.strings.paper_column_itu(), 34),
        ];
        let summary = self.strings.paper_table_annex();
        (vec![self.table(block, summary, columns, lines)], shown)
    }

    /// "1. Closing all digital divides …".
    fn objective(&mut self, row: &Row) -> Runs {
        let title = self.title(row);
        let number = match row.text("number") {
            "" => String::new(),
            number => format!("{number}. "),
        };
        vec![Run { text: format!("{number}{}", title.text), strong: true, ..title }]
    }

    /// "C2: ICT infrastructure (ITU sole lead) – lays the foundation"; of a commitment its title and who leads it.
    fn annex_line(&mut self, row: &Row, leads: &mut Leads<'_>) -> Runs {
        let action_line = self.state.row(Kind::ActionLine, row.text("action_line"));
        let Some(action_line) = action_line.filter(|_| row.kind() == Kind::Mapping) else {
            let lead = leads.of_commitment(row);
            let title = self.title(row);
            return self.with_lead(row, vec![title], &lead);
        };
        let lead = leads.of_action_line(action_line, row.text("source_para").trim());
        let short = match action_line.text("short_title") {
            "" => action_line.title(),
            short => short,
        };
        // The sub-lines of C7 are printed under its own code.
        let code = action_line.text("code").split('-').next().unwrap_or_default();
        let name = format!("{code}: {short}");
        self.note(row, "action_line", &name, "");
        let mut runs = vec![Run { tag: tag_of(row, "action_line", 0), ..self.typed(name) }];
        runs = self.with_lead(row, runs, &lead);
        if !row.text("reason").is_empty() {
            self.note(row, "reason", row.text("reason"), "");
            runs.push(self.own(self.strings.paper_dash()));
            runs.push(Run { tag: tag_of(row, "reason", 0), ..self.typed(row.text("reason")) });
        }
        runs
    }

    fn with_lead(&mut self, row: &Row, mut runs: Runs, lead: &str) -> Runs {
        if !lead.is_empty() {
            self.note(row, "lead", lead, "");
            runs.push(self.own(self.strings.paper_open()));
            runs.push(Run { tag: tag_of(row, "lead", 0), ..self.typed(lead) });
            runs.push(self.own(self.strings.paper_close()));
        }
        runs
    }
}
