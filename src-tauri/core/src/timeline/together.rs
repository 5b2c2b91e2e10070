//! What falls due on one person in one week, or on one organization where no person is named.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, Days, NaiveDate};

use crate::kinds::Kind;
use crate::state::{Id, State};

/// Two or more documents that fall due on one holder in one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Who holds them: a person, or an organization.
    pub holder: (Kind, Id),
    /// The Monday of the week.
    pub week: NaiveDate,
    /// The milestones, by their days.
    pub milestones: Vec<Id>,
}

/// A person, or an organization.
type Holder = (Kind, Id);
/// The week, by its Monday, and who has to do with it.
type Load = (NaiveDate, Holder);

/// The Monday of the week of a day.
fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// Who holds each milestone: persons who are named at it, else organizations, else who leads its commitment.
pub(super) fn holders(state: &State) -> HashMap<&str, BTreeSet<Holder>> {
    let mut named: HashMap<&str, (BTreeSet<Holder>, BTreeSet<Holder>)> = HashMap::new();
    for row in state.rows(Kind::Assignment) {
        let milestone = row.text("milestone");
        if milestone.is_empty() || matches!(row.text("role"), "partner" | "observer") || row.text("state") == "ended" {
            continue;
        }
        let (persons, organizations) = named.entry(milestone).or_default();
        if !row.text("person").is_empty() {
            persons.insert((Kind::Person, row.text("person").into()));
        } else if !row.text("organization").is_empty() {
            organizations.insert((Kind::Organization, row.text("organization").into()));
        }
    }
    let mut holders = HashMap::new();
    for row in state.rows(Kind::Milestone) {
        let found = match named.remove(&**row.id()) {
            Some((persons, _)) if !persons.is_empty() => persons,
            Some((_, organizations)) if !organizations.is_empty() => organizations,
            _ => {
                let commitment = state.row(Kind::Commitment, row.text("commitment"));
                let lead = commitment.map_or("", |row| row.text("lead"));
                if lead.is_empty() { continue } else { BTreeSet::from([(Kind::Organization, lead.into())]) }
            }
        };
        holders.insert(&**row.id(), found);
    }
    holders
}

/// All weeks in which two or more deadlines or deliverables whose day is known fall due on one holder, by week.
pub fn due_together(state: &State) -> Vec<Together> {
    let holders = holders(state);
    let mut weeks: BTreeMap<Load, Vec<(NaiveDate, Id)>> = BTreeMap::new();
    for row in state.rows(Kind::Milestone) {
        let due = matches!(row.text("kind"), "deadline" | "deliverable");
        let day = state.days(row.id()).and_then(|days| days.bounds.exact()).filter(|_| due);
        if let (Some(day), Some(holders)) = (day, holders.get(&**row.id())) {
            for holder in holders {
                weeks.entry((monday(day), holder.clone())).or_default().push((day, row.id().clone()));
            }
        }
    }
    let several = weeks.into_iter().filter(|(_, due)| due.len() > 1);
    several
        .map(|((week, holder), mut due)| {
            due.sort();
            Together { holder, week, milestones: due.into_iter().map(|(_, id)| id).collect() }
        })
        .collect()
}
