//! Rule packs: taken from the application into a plan, and applied to a meeting.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::write::{LINKS, create};
use crate::kinds::Kind;
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Result, Row, Value};

/// Letters of a title.
const TITLE: usize = 300;

/// What a rule makes of a meeting.
#[derive(Debug, Clone)]
pub struct Laid {
    /// The rule.
    pub rule: Row,
    /// The milestone that it makes.
    pub milestone: Row,
    /// It was made before, and is there.
    pub there: bool,
}

/// The rules of a pack in their order, from the plan, else from those that come with the application.
pub(super) fn rules_of<'a>(state: &'a State, shipped: &'a State, pack: &str) -> Result<Vec<&'a Row>> {
    let from = if state.row(Kind::RulePack, pack).is_some() { state } else { shipped };
    from.need(Kind::RulePack, pack)?;
    Ok(from.in_order(Kind::Rule).iter().map(|row| &**row).filter(|row| row.text("rule_pack") == pack).collect())
}

/// The milestones that a pack makes of a meeting. Nothing is changed. `working`: all of them keep to working days.
///
/// # Errors
/// `Stale`, where there is no such pack or milestone.
pub fn lay_out(state: &State, shipped: &State, pack: &str, milestone: &str, working: bool) -> Result<Vec<Laid>> {
    let anchor = state.need(Kind::Milestone, milestone)?;
    let laid = |rule: &Row| {
        let id = Uuid::new_v5(&LINKS, format!("rule\n{}\n{}", rule.id(), anchor.id()).as_bytes()).to_string();
        let there = state.row(Kind::Milestone, &id).is_some();
        let mut row = Row::new(Kind::Milestone, &*id);
        for (name, value) in fields(rule, anchor, working) {
            if let Some(index) = Kind::Milestone.def().index(&name) {
                let value = Value::accept(&Kind::Milestone.def().fields[index as usize], &value)?;
                row = row.with(index, value);
            }
        }
        Ok(Laid { rule: rule.clone(), milestone: row, there })
    };
    rules_of(state, shipped, pack)?.into_iter().map(laid).collect()
}

fn fields(rule: &Row, anchor: &Row, working: bool) -> Map<String, Json> {
    let mut fields = Map::new();
    let title: String = format!("{}: {}", rule.title(), anchor.title()).chars().take(TITLE).collect();
    fields.insert("title".into(), json!(title));
    let or = |name: &str, otherwise: &str| match rule.text(name) {
        "" => json!(otherwise),
        text => json!(text),
    };
    fields.insert("kind".into(), or("kind", "deadline"));
    fields.insert("anchor".into(), json!(&**anchor.id()));
    fields.insert("anchor_distance".into(), rule.get("anchor_distance").map_or(json!(0), Value::to_json));
    fields.insert("anchor_unit".into(), or("anchor_unit", "days"));
    fields.insert("anchor_from".into(), or("anchor_from", "start"));
    if working || rule.flag("anchor_working") {
        fields.insert("anchor_working".into(), json!(true));
    }
    for name in ["group", "commitment"] {
        if let Some(value) = anchor.get(name) {
            fields.insert(name.into(), value.to_json());
        }
    }
    for name in ["description", "source", "source_para"] {
        if let Some(value) = rule.get(name) {
            fields.insert(name.into(), value.to_json());
        }
    }
    fields.insert("rule".into(), json!(&**rule.id()));
    // A rule that a source states makes a deadline that is stated; what is not sure is our reading.
    let stated = !rule.text("source").is_empty() && rule.text("confidence") == "high";
    fields.insert("basis".into(), json!(if stated { "stated" } else { "our_reading" }));
    fields
}

/// Takes packs with their rules, and the sources that they cite where the plan has them not.
pub(super) fn take(store: &Store, state: &State, context: &Context, packs: &[String]) -> Result<State> {
    let shipped = crate::assets::rule_packs()?;
    let mut now = state.clone();
    for pack in packs {
        shipped.need(Kind::RulePack, pack)?;
        if now.row(Kind::RulePack, pack).is_some() {
            return Err(Error::refused_with("exists-already", [("kind", "rule_pack".into()), ("id", pack.clone())]));
        }
        let of_pack = shipped.in_order(Kind::Rule).iter().filter(|rule| rule.text("rule_pack") == pack);
        let rows: Vec<&Row> = shipped.row(Kind::RulePack, pack).into_iter().chain(of_pack).map(|row| &**row).collect();
        for row in &rows {
            let source = row.text("source");
            if !source.is_empty() && now.row(Kind::Source, source).is_none() {
                copy(store, &mut now, context, shipped.need(Kind::Source, source)?)?;
            }
        }
        for row in rows.into_iter().filter(|row| row.kind() == Kind::RulePack || now_lacks(state, row)) {
            copy(store, &mut now, context, row)?;
        }
    }
    Ok(now)
}

fn now_lacks(state: &State, row: &Row) -> bool {
    state.row(row.kind(), row.id()).is_none()
}

fn copy(store: &Store, now: &mut State, context: &Context, row: &Row) -> Result<()> {
    let mut fields = row.to_json();
    fields.remove("id");
    fields.remove("ord");
    let new = CreateRow { kind: row.kind(), id: Some(row.id().to_string()), fields };
    let made = create(store, now, context, &new, true)?;
    now.put(made);
    Ok(())
}

/// Makes the milestones of some rules of a pack that hang on a meeting. A pack that is not in the plan yet is taken with it.
pub(super) fn apply(
    store: &Store,
    state: &State,
    context: &Context,
    (pack, milestone): (&str, &str),
    rules: &[String],
    working: bool,
    organization: Option<&str>,
) -> Result<()> {
    let anchor = state.need(Kind::Milestone, milestone)?;
    let mut now = match state.row(Kind::RulePack, pack) {
        Some(_) => state.clone(),
        None => take(store, state, context, &[pack.to_owned()])?,
    };
    let wanted = |laid: &Laid| rules.is_empty() || rules.iter().any(|rule| **rule == **laid.rule.id());
    let all: Vec<Laid> = lay_out(&now, &now, pack, milestone, working)?.into_iter().filter(wanted).collect();
    if all.iter().all(|laid| laid.there) {
        return Err(Error::refused_with("rules-applied-already", [("title", anchor.title().to_owned())]));
    }
    for laid in all.iter().filter(|laid| !laid.there) {
        let mut fields = laid.milestone.to_json();
        let id = fields.remove("id").and_then(|id| id.as_str().map(str::to_owned));
        let made = create(store, &now, context, &CreateRow { kind: Kind::Milestone, id, fields }, true)?;
        let held = made.id().to_string();
        now.put(made);
        let rule = laid.rule.text("organization");
        if let Some(holder) = organization.or((!rule.is_empty()).then_some(rule)) {
            let Json::Object(fields) = json!({
                "milestone": held, "organization": holder, "role": "coordinator", "basis": "our_reading",
            }) else {
                continue;
            };
            let made = create(store, &now, context, &CreateRow { kind: Kind::Assignment, id: None, fields }, false)?;
            now.put(made);
        }
    }
    Ok(())
}
