//! The milestones of the plan as a calendar.

use chrono::NaiveDate;
use plan::kinds::Kind;
use plan::{Error, Row};
use plan_documents::calendar::{Calendar, Event};

use super::{Draft, dates};
use crate::present;
use crate::session::Fault;

/// From here on revisions are counted, in seconds: what was written later has the greater number, in whatever copy of the plan.
const EPOCH: i64 = 1_577_836_800;
/// The rest of a long text stays in the plan: calendars show a few lines.
const DESCRIPTION: usize = 2_000;

impl Draft<'_> {
    /// The milestones that have days, the computed ones among them.
    pub(super) fn calendar(&mut self) -> Result<Calendar, Fault> {
        let vague = self.request.vague.as_deref().unwrap_or("span");
        if !["span", "leave_out"].contains(&vague) {
            return Err(Error::refused_with("bad-request", [("context", format!("vague: {vague}"))]));
        }
        let mut left_out = 0;
        let mut events = Vec::new();
        for row in self.state.in_order(Kind::Milestone) {
            match dates::of_milestone(&self.state, row).and_then(|date| dates::span(&date)) {
                Some((first, last, fills)) if fills || vague == "span" => {
                    events.push(self.event(row, first, last, fills))
                }
                _ => left_out += 1,
            }
        }
        self.count(Kind::Milestone, events.len());
        if left_out > 0 {
            self.left_out.insert(Kind::Milestone.name().to_owned(), left_out);
        }
        Ok(Calendar {
            name: self.title(),
            language: self.strings.lang().to_owned(),
            stamp: self.at,
            sequence: u32::try_from((self.at.timestamp() - EPOCH).clamp(0, i64::from(i32::MAX))).unwrap_or(0),
            events,
        })
    }

    fn event(&self, row: &Row, first: NaiveDate, last: NaiveDate, fills: bool) -> Event {
        let strings = &self.strings;
        let when = dates::when(strings, &self.state, row).unwrap_or_default();
        let title = if fills { row.title().to_owned() } else { strings.calendar_vague(row.title(), &when) };
        let mut lines = Vec::new();
        if !fills {
            // What the source says of it is said in its words, also where they are no date.
            lines.push(strings.calendar_vague_note(dates::beside(row, "date").unwrap_or(&when)));
        }
        let commitment = self.state.row(Kind::Commitment, row.text("commitment"));
        lines.extend(commitment.map(|row| format!("{} {}", row.short(), row.title())));
        for field in ["description", "outcome", "document_symbol"] {
            lines.extend(Some(row.text(field).to_owned()).filter(|text| !text.is_empty()));
        }
        lines.extend(Some(present::provenance(strings, &self.state, row)).filter(|text| !text.is_empty()));
        let description = lines.join("\n");
        Event {
            id: row.id().to_string(),
            title,
            description: plan_documents::inert::cut(&description, DESCRIPTION).0.to_owned(),
            place: row.text("place").to_owned(),
            category: match row.text("kind") {
                "" => String::new(),
                kind => strings.choice(Kind::Milestone, "kind", kind),
            },
            first,
            last,
            fills,
        }
    }
}
