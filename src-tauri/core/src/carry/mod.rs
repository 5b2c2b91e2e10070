//! Carrying a plan forward to an instrument: which of its paragraphs are decided, and which commitments may answer the others.
//! Pure functions over [`State`]; what is decided is written by operations ([`crate::Op::CarryAnswer`] and its like).
//!
//! A paragraph is decided where a link from a commitment says how that commitment answers it, or where it is none of ours. A link
//! that says nothing of how is a reason to propose the commitment, and no decision.

mod mention;
mod new;
mod propose;
mod vocabulary;

use std::collections::HashMap;
use std::sync::Arc;

use crate::kinds::{ANSWER, Kind};
use crate::state::{Id, Row, State};

pub use new::new_commitment;
pub use propose::{Candidate, Proposals, Reason, propose};
pub use vocabulary::Vocabulary;

/// How a commitment answers a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The link that says so.
    pub mapping: Id,
    /// The commitment.
    pub commitment: Id,
    /// How: one of [`ANSWER`].
    pub answer: &'static str,
}

/// What was decided about a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    Open,
    /// Commitments answer it, in the order of their links.
    Answered(Vec<Answer>),
    /// It is none of ours.
    NotForUs,
}

/// How many paragraphs are decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Commitments answer them.
    pub answered: usize,
    /// They are none of ours.
    pub not_for_us: usize,
    /// Nothing was decided yet.
    pub open: usize,
}

impl Counts {
    /// All that is decided.
    pub fn decided(self) -> usize {
        self.answered + self.not_for_us
    }
    /// All paragraphs.
    pub fn all(self) -> usize {
        self.decided() + self.open
    }
    /// Some paragraphs are decided and some are not.
    pub fn is_partly(self) -> bool {
        self.decided() > 0 && self.open > 0
    }

    fn add(&mut self, decision: &Decision) {
        match decision {
            Decision::Open => self.open += 1,
            Decision::Answered(_) => self.answered += 1,
            Decision::NotForUs => self.not_for_us += 1,
        }
    }
}

/// The decisions of a state, worked out in one pass over its links.
pub struct Decisions {
    answers: HashMap<Id, Vec<Answer>>,
}

impl Decisions {
    /// All that is decided in a state.
    pub fn of(state: &State) -> Decisions {
        let mut answers: HashMap<Id, Vec<Answer>> = HashMap::new();
        let mut links: Vec<&Arc<Row>> = state.rows(Kind::Mapping).filter(|link| answer_of(link).is_some()).collect();
        // Few links say how: those alone are put in the order of the plan. They come sorted by id, and the sort is stable.
        links.sort_by(|a, b| a.text("ord").cmp(b.text("ord")));
        for link in links {
            let (Some(answer), Some(provision)) = (answer_of(link), answered(link)) else { continue };
            answers.entry(provision.into()).or_default().push(Answer {
                mapping: link.id().clone(),
                commitment: link.text("commitment").into(),
                answer,
            });
        }
        Decisions { answers }
    }

    /// What was decided about a paragraph.
    pub fn about(&self, provision: &Row) -> Decision {
        match self.answers.get(provision.id()) {
            // Whoever merged two plans may have both: an answer says more than that there is none.
            Some(answers) => Decision::Answered(answers.clone()),
            None if provision.flag("not_for_us") => Decision::NotForUs,
            None => Decision::Open,
        }
    }

    /// How many paragraphs of an instrument are decided.
    pub fn counts(&self, state: &State, instrument: &str) -> Counts {
        let mut counts = Counts::default();
        paragraphs(state, instrument).for_each(|provision| counts.add(&self.about(provision)));
        counts
    }

    /// The same of every instrument that has paragraphs, in the order of the plan.
    pub fn all(&self, state: &State) -> Vec<(Id, Counts)> {
        let mut of: HashMap<&str, Counts> = HashMap::new();
        for provision in state.rows(Kind::Provision) {
            of.entry(provision.text("instrument")).or_default().add(&self.about(provision));
        }
        let rows = state.in_order(Kind::Instrument).iter();
        rows.filter_map(|row| Some((row.id().clone(), *of.get(&**row.id())?))).collect()
    }
}

/// The paragraphs of an instrument in the order of the plan.
pub fn paragraphs<'a>(state: &'a State, instrument: &'a str) -> impl Iterator<Item = &'a Arc<Row>> {
    state.in_order(Kind::Provision).iter().filter(move |row| row.text("instrument") == instrument)
}

/// The paragraph that a link of a commitment is about, where it is about one.
fn answered(link: &Row) -> Option<&str> {
    let provision = link.text("provision");
    (!provision.is_empty() && !link.text("commitment").is_empty()).then_some(provision)
}

/// How a link says that its commitment answers.
fn answer_of(link: &Row) -> Option<&'static str> {
    let answer = link.text("answer");
    ANSWER.iter().find(|known| **known == answer).copied()
}
