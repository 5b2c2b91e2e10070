//! Which rows a block draws on.

use std::collections::HashSet;
use std::sync::Arc;

use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::State;
use plan::{Row, Value};
use plan_strings::Strings;

use crate::present::named;

/// What the rows of a block have to be, among those of a state. What is empty lets all through.
pub(super) struct Filter<'a> {
    state: &'a State,
    pub objective: &'a str,
    pub organization: &'a str,
    pub status: &'a str,
    words: Vec<String>,
    /// The groups that the organization sits in.
    groups: HashSet<&'a str>,
}

impl<'a> Filter<'a> {
    pub(super) fn of(block: &'a Row, state: &'a State) -> Filter<'a> {
        let organization = block.text("organization");
        // Once: not all assignments again for each group, milestone and difference.
        let groups = match organization {
            "" => HashSet::new(),
            sits => {
                let held = state.rows(Kind::Assignment).filter(|row| row.text("organization") == sits);
                held.map(|row| row.text("group")).collect()
            }
        };
        Filter {
            state,
            objective: block.text("objective"),
            organization,
            status: block.text("status"),
            words: sought(block.text("holds")),
            groups,
        }
    }

    /// The commitments of a block, in the order of the plan.
    pub(super) fn commitments(&self) -> Vec<&'a Arc<Row>> {
        self.state.in_order(Kind::Commitment).iter().filter(|row| self.takes(row)).collect()
    }

    /// Whether a commitment is one of them.
    pub(super) fn takes(&self, row: &Row) -> bool {
        self.takes_whatever_it_says(row) && self.says(row)
    }

    fn takes_whatever_it_says(&self, row: &Row) -> bool {
        self.on(row)
            && (self.status.is_empty() || row.text("status") == self.status)
            && self.by(row, &["owner", "lead"], &["partners"])
    }

    /// Its objective, or one of its other objectives.
    pub(super) fn on(&self, row: &Row) -> bool {
        self.objective.is_empty() || row.text("objective") == self.objective || holds(row, "objectives", self.objective)
    }

    /// Who owns it, leads it or is a partner in it.
    fn by(&self, row: &Row, one: &[&str], several: &[&str]) -> bool {
        self.organization.is_empty()
            || one.iter().any(|field| row.text(field) == self.organization)
            || several.iter().any(|field| holds(row, field, self.organization))
    }

    /// The words that it has to hold.
    pub(super) fn says(&self, row: &Row) -> bool {
        self.words.iter().all(|word| row.folded().contains(word.as_str()))
    }

    /// Whether a row that belongs to a commitment or a group is one of those that are meant. What belongs to nothing is, where
    /// nothing is asked of what it belongs to.
    pub(super) fn takes_of(&self, row: &Row) -> bool {
        if self.objective.is_empty() && self.organization.is_empty() && self.status.is_empty() {
            return self.says(row);
        }
        let of = |field: &str, kind: Kind| self.state.row(kind, row.text(field));
        let commitment =
            of("commitment", Kind::Commitment).is_some_and(|commitment| self.takes_whatever_it_says(commitment));
        let group = self.status.is_empty() && of("group", Kind::Group).is_some_and(|group| self.sits_in(group));
        let own = self.status.is_empty()
            && self.organization.is_empty()
            && row.kind().def().field("objective").is_some()
            && row.text("objective") == self.objective;
        (commitment || group || own) && self.says(row)
    }

    /// Whether a group is meant: by its objective, and by who holds a role in it.
    pub(super) fn takes_group(&self, group: &Row) -> bool {
        self.sits_in(group) && self.says(group)
    }

    fn sits_in(&self, group: &Row) -> bool {
        (self.objective.is_empty() || group.text("objective") == self.objective)
            && (self.organization.is_empty() || self.groups.contains(&**group.id()))
    }
}

/// What a row has to hold: single words, and what stands in quotation marks as it stands there.
fn sought(text: &str) -> Vec<String> {
    let mut sought = Vec::new();
    for (at, part) in text.split(['"', '“', '”', '„']).enumerate() {
        // Behind an odd number of marks one is within.
        if at % 2 == 1 {
            sought.push(fold(part.trim()));
        } else {
            sought.extend(part.split_whitespace().map(fold));
        }
    }
    sought.retain(|words| !words.is_empty());
    sought
}

fn holds(row: &Row, field: &str, id: &str) -> bool {
    row.get(field).and_then(Value::set).is_some_and(|set| set.iter().any(|one| **one == *id))
}

/// What a block draws on, in words: "Commitments · 1 Digital divides, ongoing".
pub(super) fn words(strings: &Strings, state: &State, block: &Row) -> String {
    let kind = super::view::kind_of(strings, block).1;
    let mut filters: Vec<String> = ["objective", "organization"].iter().map(|f| named(state, block, f)).collect();
    if !block.text("status").is_empty() {
        filters.push(strings.small(strings.choice(Kind::Commitment, "status", block.text("status"))));
    }
    if !block.text("holds").is_empty() {
        filters.push(strings.paper_filter_holds(block.text("holds")));
    }
    if !block.text("since").is_empty() {
        filters.push(strings.paper_filter_since(block.text("since")));
    }
    let filters = filters.into_iter().filter(|text| !text.is_empty());
    match filters.reduce(|all, one| strings.paper_filter_with(&one, &all)) {
        Some(filters) => strings.paper_filter(&filters, &kind),
        None => kind,
    }
}
