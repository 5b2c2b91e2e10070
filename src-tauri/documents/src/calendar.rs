//! Calendars (RFC 5545): days on which something is, or lies.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Component, EventLike};

use crate::{Fault, Result, Watch, inert, reached};

/// Events between two looks at whether the work is to stop.
const EVENTS: usize = 1_000;

/// Longest text of one line, and of several, in UTF-16 units: calendars show a few lines, and the rest is in the plan.
const LINE: usize = 1_000;
const LINES: usize = 4_000;

/// A calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Its name.
    pub name: String,
    /// Language of the words, BCP 47.
    pub language: String,
    /// When what it shows was written last.
    pub stamp: DateTime<Utc>,
    /// Grows with every change, so that a second import takes the place of the first.
    pub sequence: u32,
    /// Its events.
    pub events: Vec<Event>,
}

/// One event, on whole days.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The permanent id of what it is.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What more is to be said.
    pub description: String,
    /// Where.
    pub place: String,
    /// What sort of event, in a word.
    pub category: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// It fills its days; else it lies somewhere in them, and nobody is busy.
    pub fills: bool,
}

/// Writes a calendar.
///
/// # Errors
/// `Stopped`, where it was asked to.
pub fn write(calendar: &Calendar, watch: Watch<'_>) -> Result<Vec<u8>> {
    let mut out = icalendar::Calendar::empty();
    out.append_property(icalendar::Property::new("VERSION", "2.0"));
    out.append_property(icalendar::Property::new("PRODID", "-//GDC Planner//GDC Planner//EN"));
    out.append_property(icalendar::Property::new("CALSCALE", "GREGORIAN"));
    out.append_property(icalendar::Property::new("METHOD", "PUBLISH"));
    out.name(&line(&calendar.name));
    let stamp = calendar.stamp.format("%Y%m%dT%H%M%SZ").to_string();
    for (at, event) in calendar.events.iter().enumerate() {
        if at % EVENTS == 0 {
            reached(watch, at as f64 / calendar.events.len() as f64)?;
        }
        // The end is the first day that is not in it.
        let end = event.last.checked_add_days(Days::new(1)).unwrap_or(event.last);
        let mut made = icalendar::Event::new();
        made.uid(&format!("{}@gdc-planner", line(&event.id)))
            .add_property("DTSTAMP", &stamp)
            .add_property("LAST-MODIFIED", &stamp)
            .sequence(calendar.sequence)
            .summary(&line(&event.title))
            .starts(event.first)
            .ends(end)
            .add_property("TRANSP", "TRANSPARENT")
            .add_property("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
            .add_property("X-GDC-DATE", if event.fills { "EXACT" } else { "WITHIN" });
        if !event.description.is_empty() {
            made.description(&inert::shown(inert::cut(&event.description, LINES).0));
        }
        if !event.place.is_empty() {
            made.location(&line(&event.place));
        }
        if !event.category.is_empty() {
            made.add_multi_property("CATEGORIES", &text(&line(&event.category)));
        }
        out.push(made.done());
    }
    let mut text = String::new();
    std::fmt::Write::write_fmt(&mut text, format_args!("{out}")).map_err(Fault::of)?;
    Ok(text.into_bytes())
}

/// One line, inert.
fn line(text: &str) -> String {
    inert::shown(inert::cut(text, LINE).0).replace(['\n', '\t'], " ")
}

/// Text within a list.
fn text(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;")
}
