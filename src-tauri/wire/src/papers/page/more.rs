//! What more the page says of a row, folded away: long texts, links, roles, reports, where it comes from.

use std::collections::HashMap;
use std::sync::Arc;

use plan::Row;
use plan::kinds::{Kind, ON};
use plan::state::State;

use super::rows::Tables;
use crate::papers::dates;
use crate::{names, present};

type Of<'a> = HashMap<&'a str, Vec<&'a Arc<Row>>>;
type Details = Vec<(String, Vec<String>)>;

/// Rows by the row that they say something of, each kind gone through once.
pub(super) struct Linked<'a> {
    roles: Of<'a>,
    from: Of<'a>,
    to: Of<'a>,
    milestones: Of<'a>,
    indicators: Of<'a>,
    figures: Of<'a>,
    updates: Of<'a>,
    statements: Of<'a>,
    notes: Of<'a>,
}

fn by<'a>(state: &'a State, kind: Kind, fields: &[&str]) -> Of<'a> {
    let mut of: Of<'a> = HashMap::new();
    for row in state.in_order(kind) {
        for id in fields.iter().map(|field| row.text(field)).filter(|id| !id.is_empty()) {
            of.entry(id).or_default().push(row);
        }
    }
    of
}

impl<'a> Linked<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        Linked {
            roles: by(state, Kind::Assignment, &crate::roles::PLACES),
            from: by(state, Kind::Mapping, &["commitment"]),
            to: by(state, Kind::Mapping, &["provision", "action_line", "goal", "group", "milestone"]),
            milestones: by(state, Kind::Milestone, &["commitment"]),
            indicators: by(state, Kind::Indicator, &["commitment"]),
            figures: by(state, Kind::Measurement, &["indicator"]),
            updates: by(state, Kind::Update, &["commitment"]),
            statements: by(state, Kind::Statement, ON),
            notes: by(state, Kind::Note, ON),
        }
    }

    /// The assignments at a row.
    pub(super) fn roles(&self, row: &Row) -> &[&'a Arc<Row>] {
        found(&self.roles, row)
    }

    /// The links that lead to a row.
    pub(super) fn to(&self, row: &Row) -> &[&'a Arc<Row>] {
        found(&self.to, row)
    }

    /// The figures of an indicator.
    pub(super) fn figures(&self, row: &Row) -> &[&'a Arc<Row>] {
        found(&self.figures, row)
    }
}

fn found<'s, 'a>(of: &'s Of<'a>, row: &Row) -> &'s [&'a Arc<Row>] {
    of.get(&**row.id()).map(Vec::as_slice).unwrap_or_default()
}

impl Tables<'_> {
    /// Fields of a row that say something, each under its label.
    fn fields(&self, row: &Row, fields: &[&str], details: &mut Details) {
        for name in fields {
            let Some((field, value)) = row.kind().def().field(name).zip(row.get(name)) else { continue };
            let words = present::value_words(self.strings, self.state, row.kind(), field, &value.to_json(), None);
            details.push((self.strings.field(name), vec![words]));
        }
    }

    fn lines(&self, label: String, lines: Vec<String>, details: &mut Details) {
        if !lines.is_empty() {
            details.push((label, lines));
        }
    }

    pub(super) fn more_of_commitment(&self, row: &Arc<Row>) -> Details {
        let (state, strings) = (self.state, self.strings);
        let mut details = Details::new();
        self.fields(row, &["description", "lead_post", "partners", "objectives", "next_step"], &mut details);
        self.fields(row, &["superseded_by", "evidence", "resources", "risks"], &mut details);
        self.lines(strings.page_roles(), self.held(row), &mut details);
        let milestones =
            found(&self.linked.milestones, row).iter().map(|milestone| match dates::when(strings, state, milestone) {
                Some(when) => strings.page_said(&when, milestone.title()),
                None => milestone.title().to_owned(),
            });
        self.lines(strings.kinds(Kind::Milestone), milestones.collect(), &mut details);
        let figures = found(&self.linked.indicators, row)
            .iter()
            .flat_map(|indicator| self.figures(indicator).into_iter().map(|figure| (indicator.title(), figure)))
            .map(|(indicator, figure)| strings.page_said(indicator, &figure));
        self.lines(strings.page_figures(), figures.collect(), &mut details);
        let reports = found(&self.linked.updates, row).iter().map(|update| self.report(update));
        self.lines(strings.page_reports(), reports.collect(), &mut details);
        let links = found(&self.linked.from, row).iter().map(|link| self.link(link));
        self.lines(strings.page_links(), links.collect(), &mut details);
        self.said(row, &mut details);
        if self.with.notes {
            self.fields(row, &["follow_up", "follow_up_reason"], &mut details);
        }
        self.provenance(row, &mut details);
        details
    }

    pub(super) fn more_of_milestone(&self, row: &Arc<Row>) -> Details {
        let mut details = Details::new();
        self.fields(row, &["description", "document_symbol"], &mut details);
        // Words of a source that are no date are no day of the table.
        let words = dates::beside(row, "date").map(str::to_owned);
        self.lines(self.strings.field("date_words"), words.into_iter().collect(), &mut details);
        let hangs = present::hangs_on(self.strings, self.state, row);
        self.lines(self.strings.field("anchor"), hangs.into_iter().collect(), &mut details);
        self.lines(self.strings.page_roles(), self.held(row), &mut details);
        self.said(row, &mut details);
        self.provenance(row, &mut details);
        details
    }

    pub(super) fn more_of_group(&self, row: &Arc<Row>) -> Details {
        let mut details = Details::new();
        self.fields(row, &["mandate", "aliases", "terms_of_reference", "meets", "objective"], &mut details);
        self.lines(self.strings.field("successor"), self.called(row, "successor").into_iter().collect(), &mut details);
        self.said(row, &mut details);
        self.provenance(row, &mut details);
        details
    }

    pub(super) fn more_of_indicator(&self, row: &Arc<Row>) -> Details {
        let mut details = Details::new();
        self.fields(row, &["counts", "baseline", "target", "means_of_verification"], &mut details);
        self.provenance(row, &mut details);
        details
    }

    /// "Mar 2026: Ongoing. The first workshop was held."
    fn report(&self, update: &Row) -> String {
        let strings = self.strings;
        let status = match update.text("status") {
            "" if update.flag("no_change") => strings.field("no_change"),
            "" => String::new(),
            status => strings.choice(Kind::Update, "status", status),
        };
        let words: Vec<&str> = [status.as_str(), update.text("report"), update.text("evidence")]
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect();
        let words = words.join("\n");
        match dates::cell(strings, update, "date") {
            Some(date) => strings.page_said(&date, &words),
            None => words,
        }
    }

    /// What a commitment is linked to, and why.
    fn link(&self, link: &Row) -> String {
        let (state, strings) = (self.state, self.strings);
        let name = match state.row(Kind::Provision, link.text("provision")) {
            // A paragraph says nothing without its instrument.
            Some(provision) => strings.stated_in(provision.short(), &present::named(state, provision, "instrument")),
            None => {
                let ends = ["action_line", "goal", "group", "milestone"];
                ends.iter().find_map(|field| self.link_end(link, field)).unwrap_or_default()
            }
        };
        match link.text("reason") {
            "" => name,
            reason => strings.page_link_reason(&name, reason),
        }
    }

    fn link_end(&self, link: &Row, field: &str) -> Option<String> {
        let row = crate::roles::target(self.state, link, field)?;
        Some(match row.kind() {
            Kind::ActionLine => format!("{} {}", row.text("code"), row.text("title")),
            Kind::Goal => {
                let number = row.get("number").map(|number| number.to_json().to_string()).unwrap_or_default();
                format!("{number} {}", row.title())
            }
            _ => names::title_of(self.strings, self.state, row),
        })
    }

    /// What was said of a row, and the notes on it that may leave.
    fn said(&self, row: &Row, details: &mut Details) {
        let strings = self.strings;
        let statements = found(&self.linked.statements, row).iter().map(|statement| {
            let parts = [statement.text("said_to"), statement.text("session")];
            let mut to: Vec<String> = parts.into_iter().filter(|t| !t.is_empty()).map(str::to_owned).collect();
            to.extend(dates::cell(strings, statement, "date"));
            let words = statement.text("said");
            if to.is_empty() { words.to_owned() } else { strings.page_said(&to.join(", "), words) }
        });
        self.lines(strings.kinds(Kind::Statement), statements.collect(), details);
        let notes = found(&self.linked.notes, row).iter().map(|note| note.text("text").to_owned());
        let label = if self.with.notes { strings.kinds(Kind::Note) } else { strings.page_notes() };
        self.lines(label, notes.collect(), details);
    }

    /// Where a row comes from, and as of when.
    fn provenance(&self, row: &Row, details: &mut Details) {
        let strings = self.strings;
        let mut words = present::provenance(strings, self.state, row);
        if let Some(as_of) = dates::cell(strings, row, "as_of").filter(|_| !words.is_empty()) {
            words = strings.list_semicolon(&words, &strings.page_as_of(&as_of));
        }
        self.lines(
            strings.field("source"),
            Some(words).filter(|words| !words.is_empty()).into_iter().collect(),
            details,
        );
    }
}
