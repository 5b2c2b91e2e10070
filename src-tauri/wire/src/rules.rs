//! Rule packs: the deadlines of a meeting, laid out backwards.

use plan::date::VagueDate;
use plan::history::{Laid, lay_out};
use plan::kinds::Kind;
use plan::state::State;
use plan::timeline::due_together;
use plan::{Op, Row, Value};
use plan_strings::Strings;

use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::timeline::free_words;
use crate::types::*;
use crate::{names, present};

pub(crate) fn rule_packs(session: &Session, call: &Call, _: Nothing) -> Result<Vec<RulePackView>, Fault> {
    let (state, shipped) = (session.shown().state, plan::assets::rule_packs()?);
    let view = |from: &State, row: &Row, in_plan: bool| RulePackView {
        id: row.id().to_string(),
        title: row.title().to_owned(),
        description: row.text("description").to_owned(),
        provenance: provenance(&call.strings, from, row),
        in_plan,
        rules: from.rows(Kind::Rule).filter(|rule| rule.text("rule_pack") == &**row.id()).count(),
    };
    let own = state.in_order(Kind::RulePack).iter().map(|row| view(&state, row, true));
    let others = shipped.in_order(Kind::RulePack).iter().filter(|row| state.row(Kind::RulePack, row.id()).is_none());
    Ok(own.chain(others.map(|row| view(&shipped, row, false))).collect())
}

pub(crate) fn rule_pack_days(session: &Session, call: &Call, get: RulePackGet) -> Result<RulePackDays, Fault> {
    let (state, shipped) = (session.shown().state, plan::assets::rule_packs()?);
    let strings = &call.strings;
    let milestone = resolve(&state, Kind::Milestone, &get.milestone)?;
    let meeting = state.need(Kind::Milestone, &milestone)?;
    let organization = organization(&state, get.organization)?;
    let laid = lay_out(&state, &shipped, &get.pack, &milestone, get.working)?;
    // As it would be: what falls into one week is seen before it is kept.
    let mut then = (*state).clone();
    for one in laid.iter().filter(|one| !one.there) {
        then.put(one.milestone.clone());
        let holder = organization.as_deref().unwrap_or_else(|| one.rule.text("organization"));
        if !holder.is_empty() {
            then.put(held(one, holder));
        }
    }
    let together = due_together(&then);
    let from = if state.row(Kind::RulePack, &get.pack).is_some() { &*state } else { &shipped };
    let line = |one: &Laid| {
        let days = then.days(one.milestone.id()).copied();
        let date = days.and_then(|days| VagueDate::from_bounds(&days.bounds));
        let when = match (days.and_then(|days| days.problem), &date) {
            (Some(problem), _) => crate::hang::problem_words(strings, problem),
            (None, Some(date)) => strings.date_words(date),
            (None, None) => strings.date_not_stated(),
        };
        let day = days.and_then(|days| days.bounds.exact());
        let mut notes = Vec::new();
        let unmoved = unmoved(&then, one).filter(|unmoved| Some(*unmoved) != day);
        match (unmoved, day) {
            (Some(unmoved), Some(_)) => {
                let free = free_words(strings, &then, unmoved).unwrap_or_default();
                notes.push(strings.rules_moved(&crate::timeline::day_words(strings, unmoved), &free));
            }
            (None, Some(day)) => notes.extend(free_words(strings, &then, day)),
            _ => {}
        }
        if day.is_some_and(|day| day < call.context.today) {
            notes.push(strings.timeline_past());
        }
        for due in together.iter().filter(|due| due.milestones.contains(one.milestone.id())) {
            let name = then.row(due.holder.0, &due.holder.1).map_or(&*due.holder.1, |row| row.short());
            notes.push(strings.timeline_note_together(due.milestones.len() as u64, name));
        }
        RuleLine {
            rule: one.rule.id().to_string(),
            title: one.rule.title().to_owned(),
            distance: names::distance(strings, names::distance_of(&one.milestone), one.milestone.text("anchor_unit")),
            when,
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            notes,
            there: one.there,
            provenance: provenance(strings, from, &one.rule),
        }
    };
    let when = present::when_of(strings, &state, meeting).unwrap_or_else(|| strings.date_not_stated());
    Ok(RulePackDays { meeting: strings.list_comma(meeting.title(), &when), lines: laid.iter().map(line).collect() })
}

pub(crate) fn rule_pack_take(session: &Session, call: &Call, take: RulePackTake) -> Result<Written, Fault> {
    session.write(call, |plan| plan.act(&call.context, &Op::RulePackTake { packs: take.packs }, None))
}

pub(crate) fn rule_pack_apply(session: &Session, call: &Call, apply: RulePackApply) -> Result<Written, Fault> {
    let state = session.shown().state;
    let op = Op::RulePackApply {
        milestone: resolve(&state, Kind::Milestone, &apply.milestone)?,
        organization: organization(&state, apply.organization)?,
        pack: apply.pack,
        rules: apply.rules,
        working: apply.working,
    };
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

fn organization(state: &State, asked: Option<String>) -> Result<Option<String>, Fault> {
    let asked = asked.filter(|text| !text.trim().is_empty());
    asked.map(|text| resolve(state, Kind::Organization, &text)).transpose()
}

/// Who would hold what a rule makes.
fn held(one: &Laid, holder: &str) -> Row {
    let fields = [("milestone", &**one.milestone.id()), ("organization", holder), ("role", "coordinator")];
    let row = Row::new(Kind::Assignment, one.milestone.id().clone());
    fields.into_iter().fold(row, |row, (name, text)| match Kind::Assignment.def().index(name) {
        Some(index) => row.with(index, Some(Value::Text(text.into()))),
        None => row,
    })
}

/// The day that the distance alone leads to.
fn unmoved(then: &State, one: &Laid) -> Option<chrono::NaiveDate> {
    let index = Kind::Milestone.def().index("anchor_working")?;
    one.milestone.at(index)?;
    let mut plain = then.clone();
    plain.put(one.milestone.with(index, None));
    plain.days(one.milestone.id())?.bounds.exact()
}

/// Source and confidence.
fn provenance(strings: &Strings, state: &State, row: &Row) -> String {
    let source = present::provenance(strings, state, row);
    match (source.is_empty(), row.text("confidence")) {
        (true, "") => String::new(),
        (false, "") => source,
        (true, code) => strings.rules_confidence(&strings.choice(row.kind(), "confidence", code)),
        (false, code) => {
            let sure = strings.rules_confidence(&strings.choice(row.kind(), "confidence", code));
            strings.list_semicolon(&source, &sure)
        }
    }
}
