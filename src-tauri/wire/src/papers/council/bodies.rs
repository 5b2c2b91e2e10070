//! Groups with who holds which role in them, and indicators with their values.

use std::collections::HashMap;
use std::sync::Arc;

use plan::kinds::Kind;
use plan::{Row, Value};
use plan_documents::paper::{Block, Cell, CellParagraph, Row as Line, Run, Runs};

use super::filter::Filter;
use super::rows::column;
use super::{Draw, tag_of};
use crate::present::{self, named};
use crate::{names, roles};

/// Roles that nobody holds alone: of one holder the others are not stated.
const SHARED: [&str; 2] = ["co-chair", "co-lead"];

/// Who holds a role, in words, and the row that says so.
type Holder<'a> = (String, &'a Arc<Row>);

impl Draw<'_> {
    pub(super) fn groups(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let filter = Filter::of(block, self.state);
        let state = self.state;
        let over = |row: &Row| !row.text("successor").is_empty() || roles::over(row, self.judged);
        let rows: Vec<&Arc<Row>> =
            state.in_order(Kind::Group).iter().filter(|row| filter.takes_group(row) && !over(row)).collect();
        if rows.is_empty() {
            return (self.nothing(self.strings.paper_no_groups()), 0);
        }
        let mut held: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        for row in state.in_order(Kind::Assignment) {
            // Who is named as a person alone is not said: persons stay.
            if !row.text("organization").is_empty() && !roles::ended(row, self.judged) {
                held.entry(row.text("group")).or_default().push(row);
            }
        }
        let none = Vec::new();
        let of = |row: &Row| held.get(&**row.id()).unwrap_or(&none);
        if block.text("caption").is_empty() {
            let entries = rows.iter().map(|row| {
                let mut runs = vec![self.title(row)];
                for (at, said) in self.held(row, of(row)).into_iter().enumerate() {
                    let sign = if at > 0 { self.strings.paper_semicolon() } else { self.strings.paper_colon() };
                    runs.push(self.own(sign));
                    runs.extend(said);
                }
                Block::Dash { tag: tag_of(row, "title", 0), runs }
            });
            return (entries.collect(), rows.len());
        }
        let columns =
            vec![column(self.strings.paper_column_group(), 42), column(self.strings.paper_column_roles(), 58)];
        let summary = self.strings.paper_table_groups();
        let lines = rows.iter().map(|row| {
            let title = vec![self.title(row)];
            let said = self.held(row, of(row)).into_iter().map(|runs| CellParagraph { dash: false, runs });
            let roles = Cell { tag: String::new(), paragraphs: said.collect() };
            let cells = vec![self.cell(row, "title", title), roles];
            Line { tag: format!("group/{}", row.id()), heading: false, cells }
        });
        let lines = lines.collect();
        (vec![self.table(block, summary, columns, lines)], rows.len())
    }

    /// Who holds which role in a group, role by role; and who of those who share a role is not stated. That a group has nobody at all who
    /// leads it is a question to whoever keeps the plan, and nothing that a paper tells its readers.
    fn held(&mut self, group: &Row, held: &[&Arc<Row>]) -> Vec<Runs> {
        let mut by_role: Vec<(&str, Vec<Holder<'_>>)> = Vec::new();
        for row in held {
            let holder = named(self.state, row, "organization");
            let holder = match row.text("state") {
                // Whether it came to that nobody said.
                "announced" if roles::overtaken(row, "as_of", self.judged) => {
                    self.strings.paper_role_was_announced(&holder)
                }
                "announced" => self.strings.paper_role_announced(&holder),
                _ => holder,
            };
            let role = row.text("role");
            let at = by_role.iter().position(|(known, _)| *known == role).unwrap_or_else(|| {
                by_role.push((role, Vec::new()));
                by_role.len() - 1
            });
            // Several documents may state the same.
            if !by_role[at].1.iter().any(|(known, _)| *known == holder) {
                by_role[at].1.push((holder, row));
            }
        }
        let mut said: Vec<Runs> = Vec::new();
        let mut missing: Vec<String> = Vec::new();
        for (role, holders) in &by_role {
            let title = self.role(role, holders.len());
            let mut runs = vec![self.own(title.clone()), self.own(self.strings.paper_colon())];
            for (at, (holder, row)) in holders.iter().enumerate() {
                if at > 0 {
                    runs.push(self.own(self.strings.paper_comma()));
                }
                self.note(row, "organization", &format!("{title}: {holder}"), "as_of");
                runs.push(Run { tag: tag_of(row, "organization", 0), ..self.typed(holder.clone()) });
            }
            if SHARED.contains(role) && holders.len() == 1 {
                missing.push(self.strings.paper_role_not_stated(&self.role(role, 1)));
            }
            said.push(runs);
        }
        // The row of a group says what is missing; it is a fact that changes when somebody states it.
        if !missing.is_empty() {
            self.note(group, "not_stated", &missing.join("; "), "");
        }
        let not_stated = missing.into_iter().map(|words| vec![Run { emphasis: true, ..self.own(words) }]);
        said.into_iter().chain(not_stated).collect()
    }

    /// The name of a role, of one holder or of several.
    fn role(&self, role: &str, holders: usize) -> String {
        let several = || self.strings.lookup(&format!("roles-{role}")).filter(|_| holders > 1);
        let own = || self.strings.lookup(&format!("paper-role-{role}"));
        let title = || self.state.row(Kind::Role, role).map(|row| row.title().to_owned());
        present::upper(&several().or_else(own).or_else(title).unwrap_or_else(|| role.to_owned()))
    }

    pub(super) fn indicators(&mut self, block: &Row) -> (Vec<Block>, usize) {
        let filter = Filter::of(block, self.state);
        let state = self.state;
        let rows: Vec<&Arc<Row>> = state.in_order(Kind::Indicator).iter().filter(|row| filter.takes_of(row)).collect();
        if rows.is_empty() {
            return (self.nothing(self.strings.paper_no_indicators()), 0);
        }
        if block.text("caption").is_empty() {
            let entries = rows.iter().map(|row| {
                let (value, as_of) = self.newest_value(row);
                let mut runs = vec![self.title(row), self.own(self.strings.paper_colon())];
                runs.extend(value);
                if !as_of.is_empty() {
                    runs.push(self.own(self.strings.paper_open()));
                    runs.extend(as_of);
                    runs.push(self.own(self.strings.paper_close()));
                }
                Block::Dash { tag: tag_of(row, "title", 0), runs }
            });
            return (entries.collect(), rows.len());
        }
        let strings = &self.strings;
        let columns = vec![
            column(strings.paper_column_indicator(), 34),
            column(strings.paper_column_baseline(), 16),
            column(strings.paper_column_value(), 20),
            column(strings.paper_column_as_of(), 15),
            column(strings.paper_column_target(), 15),
        ];
        let summary = strings.paper_table_indicators();
        let lines = rows.iter().map(|row| {
            let (title, (value, as_of)) = (vec![self.title(row)], self.newest_value(row));
            let baseline = self.counted(row, "baseline", "baseline_as_of", |strings, number, date| {
                strings.paper_baseline_as_of(number, date)
            });
            let target = self.counted(row, "target", "target_by", |strings, number, date| {
                // Variables of a message are in the order of their names.
                strings.paper_target_by(date, number)
            });
            let cells = vec![
                self.cell(row, "title", title),
                self.cell(row, "baseline", baseline),
                self.cell(row, "value", value),
                self.cell(row, "as_of", as_of),
                self.cell(row, "target", target),
            ];
            Line { tag: format!("indicator/{}", row.id()), heading: false, cells }
        });
        let lines = lines.collect();
        (vec![self.table(block, summary, columns, lines)], rows.len())
    }

    /// The newest value of an indicator and its day.
    fn newest_value(&mut self, indicator: &Row) -> (Runs, Runs) {
        let Some(row) = self.newest_of(indicator.id()) else {
            let words = self.strings.paper_not_stated();
            self.note(indicator, "value", &words, "");
            return (vec![self.own(words)], Vec::new());
        };
        let words = names::measured(&self.strings, self.state, &row);
        self.note(&row, "value", &words, "as_of");
        let value = vec![Run { tag: tag_of(&row, "value", 0), ..self.typed(words) }];
        let as_of = self.date(&row, "as_of").map(|date| Run { tag: tag_of(&row, "as_of", 0), ..self.own(date) });
        (value, as_of.into_iter().collect())
    }

    /// A number of an indicator with its day.
    fn counted(
        &mut self,
        row: &Row,
        field: &str,
        day: &str,
        words: impl Fn(&plan_strings::Strings, &str, &str) -> String,
    ) -> Runs {
        let (Some(def), Some(value)) = (row.kind().def().field(field), row.get(field)) else { return Vec::new() };
        let number = present::value_words(&self.strings, self.state, row.kind(), def, &Value::to_json(value), None);
        let words = match self.date(row, day) {
            Some(date) => words(&self.strings, &number, &date),
            None => number,
        };
        self.note(row, field, &words, "");
        vec![self.own(words)]
    }
}
