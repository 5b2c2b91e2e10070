//! Decisions about the paragraphs of an instrument: each is written where it is read, in the link between commitment and paragraph
//! or in the paragraph itself, so that deciding again replaces what was decided before.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::edit::set_fields;
use super::verbs::{Day, set, set_day};
use super::write::{create, delete};
use super::{HistoryFilter, REVIEW};
use crate::carry::new_commitment;
use crate::kinds::Kind;
use crate::state::{Id, State};
use crate::store::{LoggedStep, StepState, Store};
use crate::{Answering, Context, CreateRow, Error, Op, Result, Row, SetField, Value};

/// Steps that are looked through for how a status was before another commitment took the place of its own.
const LOOKED_BACK: usize = 50;
/// What is said of a commitment that another has taken the place of.
const SUPERSEDED: &str = "superseded";
/// The step in which another takes its place.
const DECIDED_SUPERSEDED: &str = "carry_superseded";

pub(super) fn carry_out(store: &Store, state: &State, context: &Context, op: &Op) -> Result<()> {
    match op {
        Op::CarryAnswer { provision, answer } => {
            let provision = state.need(Kind::Provision, provision)?.clone();
            let mut carry = Carry::new(store, state, context);
            carry.answer(&provision, answer)?;
            carry.finish()
        }
        Op::CarryNotForUs { provisions, because } => {
            let because = because.trim();
            if because.is_empty() {
                return Err(Error::refused_with("required", [("field", "not_for_us_because".into())]));
            }
            let mut carry = Carry::new(store, state, context);
            let rows = carry.take_back(provisions, None)?;
            for row in rows {
                carry.sets.push(set(&row, "not_for_us", json!(true)));
                carry.sets.push(set(&row, "not_for_us_because", json!(because)));
            }
            carry.finish()
        }
        Op::CarryTakeBack { provisions, commitment } => {
            let mut carry = Carry::new(store, state, context);
            let rows = carry.take_back(provisions, commitment.as_deref())?;
            if commitment.is_none() {
                rows.iter().for_each(|row| carry.is_for_us(row));
            }
            carry.finish()
        }
        _ => Err(Error::broken("no decision about a paragraph")),
    }
}

/// Ids of links by the commitment that they are of.
type Superseded = HashMap<Id, Vec<Id>>;

/// What a decision comes to.
struct Carry<'a> {
    store: &'a Store,
    context: &'a Context,
    /// With what was made in this step.
    now: State,
    sets: Vec<SetField>,
    gone: Vec<(Kind, String)>,
}

impl<'a> Carry<'a> {
    fn new(store: &'a Store, state: &State, context: &'a Context) -> Carry<'a> {
        Carry { store, context, now: state.clone(), sets: Vec::new(), gone: Vec::new() }
    }

    fn finish(self) -> Result<()> {
        set_fields(self.store, &self.now, &self.sets)?;
        delete(self.store, &self.now, &self.gone)
    }

    fn answer(&mut self, provision: &Arc<Row>, answer: &Answering) -> Result<()> {
        self.is_for_us(provision);
        let before = match answer.commitment() {
            Some(id) => Some(self.now.need(Kind::Commitment, id)?.clone()),
            None => None,
        };
        match (answer, before) {
            (Answering::Continues(_), Some(row)) => self.goes_on(provision, &row, "continues"),
            (Answering::Completed(_), Some(row)) => self.goes_on(provision, &row, "completed"),
            (Answering::SupersededBy(_, by), Some(row)) => {
                let by = self.now.need(Kind::Commitment, by)?.clone();
                self.supersede(provision, &row, &by)?;
                // What it answers in another way already it goes on to answer so.
                match self.links(provision, &by).iter().any(|link| !link.text("answer").is_empty()) {
                    true => Ok(()),
                    false => self.link(provision, &by, "continues"),
                }
            }
            (Answering::SupersededByNew(_, fields), Some(row)) => {
                let made = self.make(provision, Some(&row), fields)?;
                self.supersede(provision, &row, &made)?;
                self.link(provision, &made, "new")
            }
            (Answering::New(fields), _) => {
                let made = self.make(provision, None, fields)?;
                self.link(provision, &made, "new")
            }
            _ => Err(Error::broken("a decision without its commitment")),
        }
    }

    /// The commitment stands, and answers the paragraph.
    fn goes_on(&mut self, provision: &Row, row: &Arc<Row>, answer: &str) -> Result<()> {
        let mut links = self.links(provision, row);
        links.retain(|link| link.text("answer") == SUPERSEDED);
        if !links.is_empty() {
            self.stand_again(&links, row, &self.superseded())?;
            self.successor_goes(provision, row)?;
        }
        self.link(provision, row, answer)
    }

    /// Another commitment takes the place of one.
    fn supersede(&mut self, provision: &Row, row: &Arc<Row>, by: &Row) -> Result<()> {
        let before = row.text("superseded_by");
        let decided_here = self.links(provision, row).iter().any(|link| link.text("answer") == SUPERSEDED);
        let elsewhere = self.now.rows(Kind::Mapping).any(|link| {
            link.text("commitment") == &**row.id()
                && link.text("provision") != &**provision.id()
                && link.text("answer") == SUPERSEDED
        });
        // Another may take its place where the decision here alone has named the one before.
        if !before.is_empty() && before != &**by.id() && (!decided_here || elsewhere) {
            let other = self.now.row(Kind::Commitment, before).map_or(before, |row| row.title()).to_owned();
            return Err(Error::refused_with("has-successor", [("title", row.title().to_owned()), ("other", other)]));
        }
        if decided_here && before != &**by.id() {
            self.successor_goes(provision, row)?;
        }
        if row.text("status") != SUPERSEDED {
            let by = match self.context.organization.as_str() {
                "" => &self.context.by,
                organization => organization,
            };
            self.sets.push(set(row, "status", json!(SUPERSEDED)));
            self.sets.push(set_day(row, "status_as_of", &Day::today(self.context)?));
            self.sets.push(set(row, "status_by", if by.is_empty() { Json::Null } else { json!(by) }));
        }
        self.sets.push(set(row, "superseded_by", json!(&**by.id())));
        self.link(provision, row, SUPERSEDED)
    }

    /// Says in the link of a commitment to a paragraph how it answers. Where several documents state the link, one of them says it.
    fn link(&mut self, provision: &Row, commitment: &Row, answer: &str) -> Result<()> {
        let links = self.links(provision, commitment);
        let Some((first, others)) = links.split_first() else {
            let mut fields = Map::new();
            fields.insert("commitment".into(), json!(&**commitment.id()));
            fields.insert("provision".into(), json!(&**provision.id()));
            fields.insert("answer".into(), json!(answer));
            fields.insert("basis".into(), json!("our_reading"));
            fields.insert("as_of".into(), json!(self.context.today.to_string()));
            let new = CreateRow { kind: Kind::Mapping, id: None, fields };
            let made = create(self.store, &self.now, self.context, &new, false)?;
            self.now.put(made);
            return Ok(());
        };
        self.sets.push(set(first, "answer", json!(answer)));
        let others = others.iter().filter(|link| !link.text("answer").is_empty());
        self.sets.extend(others.map(|link| set(link, "answer", Json::Null)));
        Ok(())
    }

    fn links(&self, provision: &Row, commitment: &Row) -> Vec<Arc<Row>> {
        let between = |link: &&Arc<Row>| {
            link.text("provision") == &**provision.id() && link.text("commitment") == &**commitment.id()
        };
        in_order(self.now.rows(Kind::Mapping).filter(between))
    }

    /// What takes the place of a commitment answers the paragraph by the same decision, and does so no longer when that is replaced:
    /// unless how it answers was decided by itself since, or it takes the place of another commitment, too.
    fn successor_goes(&mut self, provision: &Row, row: &Row) -> Result<()> {
        let Some(successor) = self.now.row(Kind::Commitment, row.text("superseded_by")).cloned() else { return Ok(()) };
        let of_another = self.now.rows(Kind::Mapping).any(|link| {
            link.text("provision") == &**provision.id()
                && link.text("answer") == SUPERSEDED
                && link.text("commitment") != &**row.id()
                && self
                    .now
                    .row(Kind::Commitment, link.text("commitment"))
                    .is_some_and(|other| other.text("superseded_by") == &**successor.id())
        });
        if of_another {
            return Ok(());
        }
        for link in self.links(provision, &successor) {
            if ["continues", "new"].contains(&link.text("answer")) && self.is_of_superseding(&link)? {
                self.answer_goes(&link);
            }
        }
        Ok(())
    }

    /// Whether a link says how its commitment answers because that took the place of another.
    fn is_of_superseding(&self, link: &Row) -> Result<bool> {
        let steps = self.steps_of(link, "answer")?;
        Ok(steps.first().is_some_and(|step| step.kind == DECIDED_SUPERSEDED))
    }

    /// A link that says nothing else goes with its answer.
    fn answer_goes(&mut self, link: &Row) {
        match says_nothing_else(link) {
            true => self.gone.push((Kind::Mapping, link.id().to_string())),
            false => self.sets.push(set(link, "answer", Json::Null)),
        }
    }

    /// What was said of a paragraph that is none of ours holds no longer.
    fn is_for_us(&mut self, provision: &Row) {
        for field in ["not_for_us", "not_for_us_because"] {
            if provision.get(field).is_some() {
                self.sets.push(set(provision, field, Json::Null));
            }
        }
    }

    /// Takes answers back, of one commitment or of all, and tells the paragraphs.
    fn take_back(&mut self, provisions: &[String], commitment: Option<&str>) -> Result<Vec<Arc<Row>>> {
        let ids: BTreeSet<&str> = provisions.iter().map(String::as_str).collect();
        let rows = ids.iter().map(|id| self.now.need(Kind::Provision, id).cloned()).collect::<Result<Vec<_>>>()?;
        let of = |link: &&Arc<Row>| {
            ids.contains(link.text("provision"))
                && !link.text("answer").is_empty()
                && commitment.is_none_or(|commitment| link.text("commitment") == commitment)
        };
        let links = in_order(self.now.rows(Kind::Mapping).filter(of));
        let mut superseded: BTreeMap<&str, Vec<Arc<Row>>> = BTreeMap::new();
        for link in &links {
            self.answer_goes(link);
            if link.text("answer") == SUPERSEDED {
                superseded.entry(link.text("commitment")).or_default().push(link.clone());
            }
        }
        let all = self.superseded();
        for (id, links) in superseded {
            let Some(row) = self.now.row(Kind::Commitment, id).cloned() else { continue };
            self.stand_again(&links, &row, &all)?;
            // Where all answers go, that of what takes its place goes with them.
            for link in links.iter().filter(|_| commitment.is_some()) {
                let provision = self.now.need(Kind::Provision, link.text("provision"))?.clone();
                self.successor_goes(&provision, &row)?;
            }
        }
        Ok(rows)
    }

    /// A commitment that was superseded by what some links said, and by nothing else, stands as it stood before. What somebody stated
    /// otherwise than by such a decision, before it or since, is not contradicted.
    fn stand_again(&mut self, links: &[Arc<Row>], row: &Row, superseded: &Superseded) -> Result<()> {
        let all = superseded.get(row.id()).map(Vec::as_slice).unwrap_or_default();
        let elsewhere = all.iter().any(|id| !links.iter().any(|one| one.id() == id));
        if links.is_empty() || elsewhere {
            return Ok(());
        }
        if let Some(before) = self.before_decided(row, "superseded_by", links)? {
            let value = before.get("superseded_by").cloned().unwrap_or(Json::Null);
            self.sets.push(set(row, "superseded_by", value));
        }
        if let Some(before) = self.before_decided(row, "status", links)? {
            // A field that did not change stands as it is.
            let value = |field: &str| {
                before.get(field).cloned().unwrap_or_else(|| row.get(field).map_or(Json::Null, Value::to_json))
            };
            let words = value("status_as_of_words").as_str().map(str::to_owned);
            self.sets.push(set(row, "status", value("status")));
            self.sets.push(SetField { words, ..set(row, "status_as_of", value("status_as_of")) });
            self.sets.push(set(row, "status_by", value("status_by")));
        }
        Ok(())
    }

    /// The links that say of a commitment that another takes its place, of all commitments.
    fn superseded(&self) -> Superseded {
        let mut all = Superseded::new();
        for link in self.now.rows(Kind::Mapping).filter(|link| link.text("answer") == SUPERSEDED) {
            all.entry(link.text("commitment").into()).or_default().push(link.id().clone());
        }
        all
    }

    /// The steps in force that changed a field of a row, the newest first.
    fn steps_of(&self, row: &Row, field: &str) -> Result<Vec<LoggedStep>> {
        let filter = HistoryFilter { kind: Some(row.kind()), id: Some(row.id()), field: Some(field), by: None };
        let mut steps = self.store.steps_where(&filter, i64::MAX, LOOKED_BACK)?;
        // Of what was undone and redone the step itself tells whether it is in force.
        steps.retain(|step| step.state == StepState::Done && step.target.is_none());
        Ok(steps)
    }

    /// How a row was before the decisions by which a field of it stands as it does; none, where it stands so by something else, or
    /// where the history begins later. `links`: those that say so.
    fn before_decided(&self, row: &Row, field: &str, links: &[Arc<Row>]) -> Result<Option<Map<String, Json>>> {
        let mut found = None;
        for step in self.steps_of(row, field)? {
            let changes = self.store.changes_of_row(step.id, row.kind(), row.id())?;
            // What a colleague decided so comes by a review: status and successor at once, as one question, and a link with them. Without
            // a link it was stated by itself.
            let mut with_link = false;
            for link in links.iter().filter(|_| step.kind == REVIEW) {
                with_link |= !self.store.changes_of_row(step.id, Kind::Mapping, link.id())?.is_empty();
            }
            let by_review = with_link
                && changes.iter().filter_map(|change| change.after.as_ref()).any(|after| {
                    let names = after.get("superseded_by").is_some_and(Json::is_string);
                    names && after.get("status").is_some_and(|status| status == SUPERSEDED)
                });
            if step.kind != DECIDED_SUPERSEDED && !by_review {
                break;
            }
            for change in changes {
                found = Some(change.before.unwrap_or_default());
            }
        }
        Ok(found)
    }

    /// The commitment that is made for a paragraph, with what is known of it and what is said of it.
    fn make(&mut self, provision: &Row, follows: Option<&Row>, given: &Map<String, Json>) -> Result<Row> {
        let mut fields = new_commitment(&self.now, self.context, provision, follows);
        // The words are those of the date that the paragraph gives.
        if given.contains_key("end") {
            fields.remove("end_words");
        }
        for (name, value) in given {
            match value {
                Json::Null => fields.remove(name),
                value => fields.insert(name.clone(), value.clone()),
            };
        }
        let new = CreateRow { kind: Kind::Commitment, id: None, fields };
        let made = create(self.store, &self.now, self.context, &new, false)?;
        self.now.put(made.clone());
        Ok(made)
    }
}

/// Links in the order of the plan. All of them are not put in order after every decision for the sake of a few.
fn in_order<'l>(links: impl Iterator<Item = &'l Arc<Row>>) -> Vec<Arc<Row>> {
    let mut links: Vec<Arc<Row>> = links.cloned().collect();
    // They come sorted by id, and the sort is stable.
    links.sort_by(|a, b| a.text("ord").cmp(b.text("ord")));
    links
}

/// Whether a link was made by a decision and says no more than that one.
fn says_nothing_else(link: &Row) -> bool {
    const OF_A_DECISION: [&str; 6] = ["commitment", "provision", "answer", "basis", "as_of", "ord"];
    link.text("basis") == "our_reading"
        && !link.text("as_of").is_empty()
        && link.extra().is_none()
        && link.values().all(|(field, _)| OF_A_DECISION.contains(&field.name))
}
