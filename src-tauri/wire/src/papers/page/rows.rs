//! The tables of the page.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use plan::Row;
use plan::kinds::Kind;
use plan::snapshot::With;
use plan::state::State;
use plan_documents::page::{self, Cell, Column, Table, Width};
use plan_strings::Strings;

use super::{Places, shape_of};
use crate::papers::dates;
use crate::present::{self, named, upper};
use crate::{groups, names, roles};

/// What the tables of a page are made of.
pub(super) struct Tables<'a> {
    pub state: &'a State,
    pub strings: &'a Strings,
    pub with: With,
    /// The day by which what was planned or announced should have begun, or not.
    judged: NaiveDate,
    /// Objectives by their place.
    objectives: Places<'a>,
    /// Commitments, milestones and groups by their place: by it they are linked within the page.
    commitments: Places<'a>,
    pub linked: super::more::Linked<'a>,
}

impl<'a> Tables<'a> {
    pub(super) fn of(state: &'a State, strings: &'a Strings, with: With, judged: NaiveDate) -> Self {
        let places = |kind: Kind| -> Places<'a> {
            state.in_order(kind).iter().enumerate().map(|(at, row)| (&**row.id(), at)).collect()
        };
        Tables {
            state,
            strings,
            with,
            judged,
            objectives: places(Kind::Objective),
            commitments: places(Kind::Commitment),
            linked: super::more::Linked::of(state),
        }
    }

    fn objective(&self, id: &str) -> Option<usize> {
        self.objectives.get(id).copied()
    }

    fn column(&self, label: String, width: Width) -> Column {
        Column { label, width }
    }

    /// A field of a row in words; quiet, where nothing is stated.
    fn stated(&self, words: Option<String>) -> Cell {
        match words.filter(|words| !words.is_empty()) {
            Some(words) => Cell::Text(words),
            None => Cell::Quiet(self.strings.date_not_stated()),
        }
    }

    fn choice(&self, row: &Row, field: &str) -> Cell {
        match row.text(field) {
            "" => Cell::Text(String::new()),
            code => Cell::Text(self.strings.choice(row.kind(), field, code)),
        }
    }

    /// The commitments: a table for each objective that has some.
    pub(super) fn commitments(&self) -> Vec<Table> {
        let strings = self.strings;
        let columns = || {
            vec![
                self.column(strings.field("reference"), Width::Code),
                self.column(strings.kind(Kind::Commitment), Width::Rest),
                self.column(strings.field("kind"), Width::Short),
                self.column(strings.page_owner_lead(), Width::Short),
                self.column(strings.field("status"), Width::Middle),
                self.column(strings.page_when(), Width::Middle),
                self.column(strings.field("as_of"), Width::Short),
            ]
        };
        let objectives = self.state.in_order(Kind::Objective);
        let mut tables: Vec<Table> = objectives
            .iter()
            .map(|row| (row.text("number").to_owned(), row.short().to_owned()))
            .chain([(String::new(), strings.page_other())])
            .map(|(badge, caption)| Table { badge, caption, alone: false, columns: columns(), rows: Vec::new() })
            .collect();
        for (at, row) in self.state.in_order(Kind::Commitment).iter().enumerate() {
            let table = self.objective(row.text("objective")).unwrap_or(objectives.len());
            tables[table].rows.push(self.commitment(row, at));
        }
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    fn commitment(&self, row: &Arc<Row>, at: usize) -> page::Row {
        let strings = self.strings;
        let status = row.text("status");
        let word = match status {
            "" => strings.group_none(),
            "planned" if roles::overtaken(row, "status_as_of", self.judged) => strings.page_was_planned(),
            status => strings.choice(row.kind(), "status", status),
        };
        let as_of = dates::cell(strings, row, "status_as_of");
        page::Row {
            anchor: anchor("c", at),
            objectives: self.objectives_of_commitment(row),
            status: Some(shape_of(status)),
            depth: 0,
            cells: vec![
                Cell::Quiet(row.text("reference").to_owned()),
                Cell::Name(row.title().to_owned(), String::new()),
                self.choice(row, "kind"),
                Cell::Text(present::owner_lead(self.state, row)),
                Cell::Status(shape_of(status), word),
                self.stated(dates::when(strings, self.state, row)),
                Cell::Quiet(as_of.unwrap_or_default()),
            ],
            details: self.more_of_commitment(row),
        }
    }

    fn objectives_of_commitment(&self, row: &Row) -> Vec<usize> {
        let others = row.get("objectives").and_then(plan::Value::set).unwrap_or_default();
        let all = std::iter::once(row.text("objective")).chain(others.iter().map(|id| &**id));
        let mut places: Vec<usize> = Vec::new();
        for place in all.filter_map(|id| self.objective(id)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The objectives of its commitment, else that of its group, else those that it is linked to.
    pub(super) fn objectives_of_milestone(&self, row: &Row) -> Vec<usize> {
        if let Some(commitment) = self.state.row(Kind::Commitment, row.text("commitment")) {
            return self.objectives_of_commitment(commitment);
        }
        let group = self.state.row(Kind::Group, row.text("group"));
        if let Some(place) = group.and_then(|group| self.objective(group.text("objective"))) {
            return vec![place];
        }
        self.mapped(row)
    }

    /// The objectives of what is linked to a row.
    fn mapped(&self, row: &Row) -> Vec<usize> {
        let mut places: Vec<usize> = Vec::new();
        for link in self.linked.to(row) {
            let of_commitment = self.state.row(Kind::Commitment, link.text("commitment"));
            let found = match of_commitment {
                Some(commitment) => self.objective(commitment.text("objective")),
                None => self.objective(link.text("objective")),
            };
            places.extend(found.filter(|place| !places.contains(place)));
        }
        places.sort_unstable();
        places
    }

    fn alone(&self, caption: String, columns: Vec<Column>, rows: Vec<page::Row>) -> Vec<Table> {
        vec![Table { badge: String::new(), caption, alone: true, columns, rows }]
    }

    /// The milestones by when they are; those without days are the last.
    pub(super) fn milestones(&self) -> Vec<Table> {
        let (state, strings) = (self.state, self.strings);
        let mut rows: Vec<(bool, Option<chrono::NaiveDate>, &Arc<Row>)> = state
            .in_order(Kind::Milestone)
            .iter()
            .map(|row| {
                let bounds = state.days(row.id()).map(|days| days.bounds).unwrap_or_default();
                let day = bounds.start_not_before.or(bounds.start_not_after).or(bounds.end_not_before);
                (day.or(bounds.end_not_after).is_none(), day.or(bounds.end_not_after), row)
            })
            .collect();
        // The order of the plan stays within a day.
        rows.sort_by_key(|(undated, day, _)| (*undated, *day));
        let rows = rows.into_iter().map(|(.., row)| {
            let kind = match row.text("kind") {
                "" => String::new(),
                kind => strings.choice(row.kind(), "kind", kind),
            };
            let beneath: Vec<&str> =
                [kind.as_str(), row.text("place")].into_iter().filter(|text| !text.is_empty()).collect();
            page::Row {
                anchor: String::new(),
                objectives: self.objectives_of_milestone(row),
                status: None,
                depth: 0,
                cells: vec![
                    self.stated(dates::when(strings, state, row)),
                    Cell::Name(row.title().to_owned(), beneath.join(" · ")),
                    self.belongs_to(row),
                    Cell::Text(row.text("outcome").to_owned()),
                ],
                details: self.more_of_milestone(row),
            }
        });
        let rows = rows.collect();
        let columns = vec![
            self.column(strings.page_when(), Width::Middle),
            self.column(strings.kind(Kind::Milestone), Width::Rest),
            self.column(strings.page_belongs(), Width::Middle),
            self.column(strings.field("outcome"), Width::Wide),
        ];
        self.alone(strings.kinds(Kind::Milestone), columns, rows)
    }

    /// The commitment or the group of a row.
    fn belongs_to(&self, row: &Row) -> Cell {
        match (self.commitments.get(row.text("commitment")), named(self.state, row, "group")) {
            (Some(at), _) => Cell::Inside(named(self.state, row, "commitment"), anchor("c", *at)),
            (None, group) => Cell::Text(group),
        }
    }

    /// The groups, each behind the one that it is part of.
    pub(super) fn groups(&self) -> Vec<Table> {
        let strings = self.strings;
        let rows = groups::in_tree(self.state).into_iter().map(|(row, depth)| page::Row {
            anchor: String::new(),
            objectives: self.objective(row.text("objective")).into_iter().collect(),
            status: None,
            depth,
            cells: vec![
                Cell::Name(row.title().to_owned(), row.text("acronym").to_owned()),
                self.choice(row, "kind"),
                Cell::Text(dates::when(strings, self.state, row).unwrap_or_default()),
                Cell::Lines(self.held(row)),
            ],
            details: self.more_of_group(row),
        });
        let rows = rows.collect();
        let columns = vec![
            self.column(strings.kind(Kind::Group), Width::Rest),
            self.column(strings.field("kind"), Width::Middle),
            self.column(strings.page_when(), Width::Middle),
            self.column(strings.page_roles(), Width::Wide),
        ];
        self.alone(strings.kinds(Kind::Group), columns, rows)
    }

    /// Who holds which role, role by role: "Co-chair: ITU, ODET (announced)".
    pub(super) fn held(&self, row: &Row) -> Vec<String> {
        let strings = self.strings;
        let mut held: Vec<(String, Vec<String>)> = Vec::new();
        for assignment in self.linked.roles(row) {
            let role = upper(&named(self.state, assignment, "role"));
            let holder = match present::holder(self.state, assignment).as_str() {
                "" => strings.holder_person(),
                holder => holder.to_owned(),
            };
            let holder = match assignment.text("state") {
                "" | "confirmed" => holder,
                "announced" if roles::overtaken(assignment, "as_of", self.judged) => {
                    strings.page_held_state(&holder, &strings.page_was_announced())
                }
                state => strings.page_held_state(&holder, &strings.choice(Kind::Assignment, "state", state)),
            };
            match held.iter_mut().find(|(known, _)| *known == role) {
                // What several paragraphs state is one fact.
                Some((_, holders)) if holders.contains(&holder) => {}
                Some((_, holders)) => holders.push(holder),
                None => held.push((role, vec![holder])),
            }
        }
        held.into_iter().map(|(role, holders)| strings.page_held(&holders.join(", "), &role)).collect()
    }

    /// The action lines that somebody facilitates.
    pub(super) fn action_lines(&self) -> Vec<Table> {
        let strings = self.strings;
        let lines = self.state.in_order(Kind::ActionLine).iter().map(|row| (row, self.held(row)));
        let rows = lines.filter(|(_, held)| !held.is_empty()).map(|(row, held)| page::Row {
            objectives: self.mapped(row),
            cells: vec![
                Cell::Quiet(row.text("code").to_owned()),
                Cell::Name(row.text("title").to_owned(), String::new()),
                Cell::Lines(held),
            ],
            ..page::Row::default()
        });
        let rows = rows.collect();
        let columns = vec![
            self.column(strings.field("code"), Width::Code),
            self.column(strings.kind(Kind::ActionLine), Width::Rest),
            self.column(strings.page_roles(), Width::Wide),
        ];
        self.alone(strings.kinds(Kind::ActionLine), columns, rows)
    }

    /// What is counted, and the figures that are stated.
    pub(super) fn indicators(&self) -> Vec<Table> {
        let strings = self.strings;
        let rows = self.state.in_order(Kind::Indicator).iter().map(|row| {
            let commitment = self.state.row(Kind::Commitment, row.text("commitment"));
            let objectives = match (self.objective(row.text("objective")), commitment) {
                (Some(place), _) => vec![place],
                (None, Some(commitment)) => self.objectives_of_commitment(commitment),
                (None, None) => Vec::new(),
            };
            page::Row {
                objectives,
                cells: vec![
                    Cell::Name(row.title().to_owned(), row.text("unit").to_owned()),
                    Cell::Lines(self.figures(row)),
                    self.belongs_to(row),
                ],
                details: self.more_of_indicator(row),
                ..page::Row::default()
            }
        });
        let rows = rows.collect();
        let columns = vec![
            self.column(strings.kind(Kind::Indicator), Width::Rest),
            self.column(strings.page_figures(), Width::Wide),
            self.column(strings.page_belongs(), Width::Middle),
        ];
        self.alone(strings.kinds(Kind::Indicator), columns, rows)
    }

    /// The figures of an indicator: "over 100 standards, as of early 2025".
    pub(super) fn figures(&self, indicator: &Row) -> Vec<String> {
        let figure = |row: &&Arc<Row>| {
            let words = names::measured(self.strings, self.state, row);
            match dates::cell(self.strings, row, "as_of") {
                Some(as_of) => self.strings.list_comma(&words, &self.strings.page_as_of(&as_of)),
                None => words,
            }
        };
        self.linked.figures(indicator).iter().map(figure).collect()
    }

    /// The organizations that the rows of the page call by their acronyms.
    pub(super) fn organizations(&self) -> Vec<Table> {
        let strings = self.strings;
        let mut called: HashSet<&str> = HashSet::new();
        for row in self.state.rows(Kind::Commitment) {
            called.extend(["owner", "lead"].map(|field| row.text(field)));
            called.extend(row.get("partners").and_then(plan::Value::set).unwrap_or_default().iter().map(|id| &**id));
        }
        called.extend(self.state.rows(Kind::Assignment).map(|row| row.text("organization")));
        let rows = self.state.in_order(Kind::Organization).iter().filter(|row| {
            called.contains(&**row.id()) && !row.text("acronym").is_empty() && row.text("acronym") != row.text("name")
        });
        let rows = rows.map(|row| page::Row {
            cells: vec![
                Cell::Quiet(row.text("acronym").to_owned()),
                Cell::Name(row.text("name").to_owned(), String::new()),
            ],
            ..page::Row::default()
        });
        let rows = rows.collect();
        let columns =
            vec![self.column(strings.field("acronym"), Width::Middle), self.column(strings.field("name"), Width::Rest)];
        self.alone(strings.page_names(), columns, rows)
    }

    /// The documents that rows of the page cite.
    pub(super) fn sources(&self) -> Vec<Table> {
        let strings = self.strings;
        let kinds = [
            Kind::Commitment,
            Kind::Milestone,
            Kind::Group,
            Kind::Assignment,
            Kind::Indicator,
            Kind::Measurement,
            Kind::Mapping,
            Kind::Update,
            Kind::Statement,
        ];
        let cited: HashSet<&str> =
            kinds.iter().flat_map(|kind| self.state.rows(*kind)).map(|row| row.text("source")).collect();
        let rows = self.state.in_order(Kind::Source).iter().filter(|row| cited.contains(&**row.id())).map(|row| {
            let short = [row.text("symbol"), row.text("short_title")];
            let short: Vec<&str> =
                short.into_iter().filter(|text| !text.is_empty() && *text != row.text("title")).collect();
            let date = dates::cell(strings, row, "date");
            let place = place(row.text("address"));
            page::Row {
                cells: vec![
                    Cell::Name(row.text("title").to_owned(), short.join(" · ")),
                    self.stated(date),
                    Cell::Text(row.text("body").to_owned()),
                    place,
                ],
                ..page::Row::default()
            }
        });
        let rows = rows.collect();
        let columns = vec![
            self.column(strings.kind(Kind::Source), Width::Rest),
            self.column(strings.field("date"), Width::Middle),
            self.column(strings.field("body"), Width::Middle),
            self.column(strings.field("address"), Width::Wide),
        ];
        self.alone(strings.kinds(Kind::Source), columns, rows)
    }

    /// The row that a reference names, in words.
    pub(super) fn called(&self, row: &Row, field: &str) -> Option<String> {
        roles::target(self.state, row, field).map(|target| names::title_of(self.strings, self.state, target))
    }
}

fn anchor(kind: &str, at: usize) -> String {
    format!("{kind}{}", at + 1)
}

/// An address as a link that says where it leads; as text, where it is none.
fn place(address: &str) -> Cell {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let is_web = matches!(scheme, "http" | "https") && host.contains('.') && !rest.contains([' ', ';', '@']);
    match is_web {
        true => Cell::Outside(host.trim_start_matches("www.").to_owned(), format!("{scheme}://{rest}")),
        false => Cell::Text(address.to_owned()),
    }
}
