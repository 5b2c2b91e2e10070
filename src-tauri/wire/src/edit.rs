//! Commands that change the plan.

use std::collections::BTreeMap;

use plan::date::{Understood, VagueDate, understand};
use plan::{CreateRow, Error, FieldType, Kind, Op, SetField};
use serde_json::{Map, Value as Json};

use crate::discreet;
use crate::read::resolve;
use crate::session::{Call, Fault, Session};
use crate::types::*;

pub(crate) fn create(session: &Session, call: &Call, kind: Kind, new: RowCreate) -> Result<Written, Fault> {
    let fields = typed_fields(kind, new.fields, &call.language)?;
    let fields = resolve_references(session, kind, fields);
    let op = Op::Create(CreateRow { kind, id: new.id, fields });
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

pub(crate) fn set(session: &Session, call: &Call, kind: Kind, set: FieldSet) -> Result<Written, Fault> {
    let state = session.shown().state;
    let id = resolve(&state, kind, &set.id)?;
    let (value, words) = typed(kind, &set.field, set.value, set.words, &call.language)?;
    let value = resolve_reference(&state, kind, &set.field, value);
    let op = Op::Set(SetField { kind, id, field: set.field, value, words, was: set.was });
    session.write(call, |plan| plan.act(&call.context, &op, set.token.as_deref()))
}

pub(crate) fn delete(session: &Session, call: &Call, kind: Kind, delete: RowDelete) -> Result<Written, Fault> {
    let id = resolve(&session.shown().state, kind, &delete.id)?;
    session.write(call, |plan| plan.act(&call.context, &Op::Delete { kind, id }, None))
}

pub(crate) fn rows_set(session: &Session, call: &Call, rows: RowsSet) -> Result<Written, Fault> {
    let state = session.shown().state;
    let sets = rows.set.into_iter().map(|one| {
        let kind = kind_named(&one.kind)?;
        let (value, words) = typed(kind, &one.field, one.value, one.words, &call.language)?;
        let value = resolve_reference(&state, kind, &one.field, value);
        Ok(SetField { kind, id: resolve(&state, kind, &one.id)?, field: one.field, value, words, was: one.was })
    });
    let op = Op::SetMany(sets.collect::<Result<_, Fault>>()?);
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

pub(crate) fn rows_delete(session: &Session, call: &Call, rows: RowsDelete) -> Result<Written, Fault> {
    let state = session.shown().state;
    let named = rows.rows.into_iter().map(|row| {
        let kind = kind_named(&row.kind)?;
        Ok((kind, resolve(&state, kind, &row.id)?))
    });
    let op = Op::DeleteMany(named.collect::<Result<_, Fault>>()?);
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

pub(crate) fn rows_order(session: &Session, call: &Call, order: RowsOrder) -> Result<Written, Fault> {
    let state = session.shown().state;
    let kind = kind_named(&order.kind)?;
    let ids = order.ids.iter().map(|id| resolve(&state, kind, id)).collect::<Result<Vec<_>, _>>()?;
    let after = match order.before {
        Some(before) => {
            let before = resolve(&state, kind, &before)?;
            let mut others = state
                .in_order(kind)
                .iter()
                .map(|row| &**row.id())
                .filter(|other| !ids.iter().any(|id| id == other))
                .peekable();
            std::iter::from_fn(|| others.next_if(|other| *other != before)).last().map(str::to_owned)
        }
        None => order.after.map(|after| resolve(&state, kind, &after)).transpose()?,
    };
    session.write(call, |plan| plan.act(&call.context, &Op::Move { kind, ids, after }, None))
}

pub(crate) fn milestone_take(session: &Session, call: &Call, take: MilestoneTake) -> Result<Written, Fault> {
    session.write(call, |plan| plan.act(&call.context, &Op::TakeFromCalendar { entries: take.entries }, None))
}

pub(crate) fn undo(session: &Session, call: &Call, undo: Undo) -> Result<Written, Fault> {
    session.write_before(call, undo.discreet, |plan| match plan.undo(&call.context, undo.confirmed) {
        Err(error) if undo.discreet => Err(discreet::question(plan, error)),
        undone => undone.map(Some),
    })
}

pub(crate) fn redo(session: &Session, call: &Call, redo: Redo) -> Result<Written, Fault> {
    session.write_before(call, redo.discreet, |plan| plan.redo(&call.context).map(Some))
}

/// The kind of that name.
pub(crate) fn kind_named(name: &str) -> Result<Kind, Fault> {
    Kind::from_name(name)
        .filter(|kind| kind.def().class == plan::kinds::Class::Content)
        .ok_or_else(|| Error::refused_with("no-such-kind", [("kind", name.to_owned())]))
}

pub(crate) fn typed_fields(
    kind: Kind,
    fields: BTreeMap<String, Json>,
    language: &str,
) -> Result<Map<String, Json>, Fault> {
    let mut out = Map::new();
    for (name, value) in fields {
        let (value, words) = typed(kind, &name, value, None, language)?;
        if let Some(words) = words {
            out.entry(format!("{name}_words")).or_insert(Json::from(words));
        }
        out.insert(name, value);
    }
    Ok(out)
}

/// A date may be typed in words: EDTF is taken as it is, words are understood or asked about, never guessed.
pub(crate) fn typed(
    kind: Kind,
    field: &str,
    value: Json,
    words: Option<String>,
    language: &str,
) -> Result<(Json, Option<String>), Fault> {
    let is_date = kind.def().field(field).is_some_and(|f| f.ty == FieldType::Date);
    let Some(text) = value.as_str().map(str::trim).filter(|t| is_date && !t.is_empty()) else {
        return Ok((value, words));
    };
    let (date, words) = typed_date(text, words, language)?;
    Ok((date.map_or(Json::Null, Json::from), words))
}

/// A date as it was typed, and its words where they say more than it does. None: "not stated", "to be confirmed".
pub(crate) fn typed_date(
    text: &str,
    words: Option<String>,
    language: &str,
) -> Result<(Option<String>, Option<String>), Fault> {
    let Err(wrong) = VagueDate::parse(text) else { return Ok((Some(text.to_owned()), words)) };
    match understand(text, language) {
        Understood::Date(date) => {
            // Words that say no more than the date itself are not kept: "16 December 2025" is 2025-12-16.
            let plain =
                matches!(date.precision(), plan::date::Precision::Day) && !date.to_string().contains(['[', '/', '~']);
            let words = words.or_else(|| (!plain).then(|| text.to_owned()));
            Ok((Some(date.to_string()), words))
        }
        Understood::Ambiguous(dates) => {
            let meanings: Vec<String> = dates.iter().map(ToString::to_string).collect();
            Err(Error::refused_with("ambiguous-date", [("value", text.to_owned()), ("meanings", meanings.join(", "))]))
        }
        Understood::NotStated => Ok((None, words)),
        // What has the form of a date and is none says what is wrong with it.
        Understood::NotUnderstood => Err(Error::refused_with(wrong.code, [("value", text.to_owned())])),
    }
}

fn resolve_references(session: &Session, kind: Kind, fields: Map<String, Json>) -> Map<String, Json> {
    let state = session.shown().state;
    fields
        .into_iter()
        .map(|(name, value)| {
            let value = resolve_reference(&state, kind, &name, value);
            (name, value)
        })
        .collect()
}

/// Whoever types "BDT" where a row is named means the organization of that acronym. What fits nothing is left for the core
/// to refuse.
pub(crate) fn resolve_reference(state: &plan::State, kind: Kind, field: &str, value: Json) -> Json {
    // A new commitment may be linked at once: what it is linked with is named as in a field.
    let linked = plan::view::linked_by(kind, field).and_then(|end| Kind::Mapping.def().field(end));
    let Some(target) = kind.def().field(field).or(linked).and_then(|f| f.target()) else { return value };
    let find = |text: &str| resolve(state, target, text).ok().map(Json::from);
    match value {
        Json::String(text) => find(&text).unwrap_or(Json::String(text)),
        Json::Array(items) => {
            Json::Array(items.into_iter().map(|item| item.as_str().and_then(find).unwrap_or(item)).collect())
        }
        other => other,
    }
}
