//! Which rows a block draws on.

use std::sync::Arc;

use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::State;
use plan::{Row, Value};
use plan_strings::Strings;

use crate::present::named;

/// What the rows of a block have to be. What is empty lets all through.
pub(super) struct Filter {
    pub objective: String,
    pub organization: String,
    pub status: String,
    words: Vec<String>,
}

impl Filter {
    pub(super) fn of(block: &Row) -> Filter {
        let text = |field: &str| block.text(field).to_owned();
        Filter {
            objective: text("objective"),
            organization: text("organization"),
            status: text("status"),
            words: sought(block.text("holds")),
        }
    }

    /// The commitments of a block, in the order of the plan.
    pub(super) fn commitments<'a>(&self, state: &'a State) -> Vec<&'a Arc<Row>> {
        state.in_order(Kind::Commitment).iter().filter(|row| self.takes(row)).collect()
    }

    /// Whether a commitment is one of them.
    pub(super) fn takes(&self, row: &Row) -> bool {
        self.on(row)
            && (self.status.is_empty() || row.text("status") == self.status)
            && self.by(row, &["owner", "lead"], &["partners"])
            && self.says(row)
    }

    /// Its objective, or one of its other objectives.
    pub(super) fn on(&self, row: &Row) -> bool {
        self.objective.is_empty()
            || row.text("objective") == self.objective
            || holds(row, "objectives", &self.objective)
    }

    /// Who owns it, leads it or is a partner in it.
    fn by(&self, row: &Row, one: &[&str], several: &[&str]) -> bool {
        self.organization.is_empty()
            || one.iter().any(|field| row.text(field) == self.organization)
            || several.iter().any(|field| holds(row, field, &self.organization))
    }

    /// The words that it has to hold.
    pub(super) fn says(&self, row: &Row) -> bool {
        self.words.iter().all(|word| row.folded().contains(word.as_str()))
    }

    /// Whether a row that belongs to a commitment or a group is one of those that are meant. What belongs to nothing is, where
    /// nothing is asked of what it belongs to.
    pub(super) fn takes_of(&self, state: &State, row: &Row) -> bool {
        if self.objective.is_empty() && self.organization.is_empty() && self.status.is_empty() {
            return self.says(row);
        }
        let alone = Filter { words: Vec::new(), ..self.clone_ids() };
        let of = |field: &str, kind: Kind| state.row(kind, row.text(field));
        let commitment = of("commitment", Kind::Commitment).is_some_and(|commitment| alone.takes(commitment));
        let group =
            self.status.is_empty() && of("group", Kind::Group).is_some_and(|group| alone.takes_group(state, group));
        let own = self.status.is_empty()
            && self.organization.is_empty()
            && row.kind().def().field("objective").is_some()
            && row.text("objective") == self.objective;
        (commitment || group || own) && self.says(row)
    }

    /// Whether a group is meant: by its objective, and by who holds a role in it.
    pub(super) fn takes_group(&self, state: &State, group: &Row) -> bool {
        let sits = || {
            let held =
                |row: &&Arc<Row>| row.text("group") == &**group.id() && row.text("organization") == self.organization;
            state.rows(Kind::Assignment).any(|row| held(&row))
        };
        (self.objective.is_empty() || group.text("objective") == self.objective)
            && self.says(group)
            && (self.organization.is_empty() || sits())
    }

    fn clone_ids(&self) -> Filter {
        Filter {
            objective: self.objective.clone(),
            organization: self.organization.clone(),
            status: self.status.clone(),
            words: Vec::new(),
        }
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
    let kind = strings.choice(Kind::Block, "kind", block.text("kind"));
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
