//! What each operation writes, and the rules it is held against.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::types::{ToSqlOutput, Value as SqlValue};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::edit::{edit, set_fields};
use super::rules::{check_new, check_references, named_as};
use super::{carry, documents, instruments, order, packs, verbs};
use crate::kinds::{Kind, KindDef, OnDelete};
use crate::state::{Change, Id, State};
use crate::store::Store;
use crate::view;
use crate::{Context, CreateRow, Error, Field, Op, Result, Row, StatusStays, Value};

/// Namespace of the ids that follow from what a row links.
pub(super) const LINKS: Uuid = Uuid::from_u128(0x8f6a_52d1_7b0e_4c63_9d1f_5e0a_64c2_b311);

/// Rows that one operation may touch.
const ROWS_MAX: usize = 200_000;

/// Milestones that are taken from the calendar in one step: a calendar of some hundred years.
const TAKEN_MAX: usize = 10_000;

/// Writes what an operation comes to. `joined`: what the step that it joins has changed already. Answers why a report left a
/// status as it was.
pub(super) fn carry_out(
    store: &Store,
    state: &State,
    context: &Context,
    op: &Op,
    joined: &[Change],
) -> Result<Option<StatusStays>> {
    match op {
        Op::Create(row) => create_linked(store, state, context, row),
        // Typing sets one field of one row again and again: it is judged by what the row was before the step.
        Op::Set(set) => edit(store, state, std::slice::from_ref(set), joined),
        Op::SetMany(sets) if sets.len() > ROWS_MAX => {
            Err(Error::refused_with("too-many", [("limit", ROWS_MAX.to_string())]))
        }
        Op::SetMany(sets) => set_fields(store, state, sets),
        Op::Cells { create, set, .. } if create.len() + set.len() > ROWS_MAX => {
            Err(Error::refused_with("too-many", [("limit", ROWS_MAX.to_string())]))
        }
        Op::Cells { create: rows, set, .. } => {
            let mut making = Making::default();
            rows.iter().try_for_each(|row| make(store, state, context, row, false, &mut making).map(|_| ()))?;
            set_fields(store, state, set)
        }
        Op::Delete { kind, id } => delete(store, state, &[(*kind, id.clone())]),
        Op::DeleteMany(rows) => delete(store, state, rows),
        Op::Move { kind, ids, after } => move_rows(store, state, *kind, ids, after.as_deref()),
        Op::TakeFromCalendar { entries } => take_from_calendar(store, state, context, entries),
        Op::RulePackTake { packs } => packs::take(store, state, context, packs).map(|_| ()),
        Op::InstrumentAdd { create, set, .. } if create.len() + set.len() > ROWS_MAX => {
            Err(Error::refused_with("too-many", [("limit", ROWS_MAX.to_string())]))
        }
        Op::InstrumentAdd { create, set, .. } => instruments::add(store, state, context, create, set),
        Op::CarryNotForUs { provisions, .. } | Op::CarryTakeBack { provisions, .. } if provisions.len() > ROWS_MAX => {
            Err(Error::refused_with("too-many", [("limit", ROWS_MAX.to_string())]))
        }
        Op::CarryAnswer { .. } | Op::CarryNotForUs { .. } | Op::CarryTakeBack { .. } => {
            carry::carry_out(store, state, context, op)
        }
        Op::RulePackApply { pack, milestone, rules, working, organization } => {
            packs::apply(store, state, context, (pack, milestone), rules, *working, organization.as_deref())
        }
        Op::DocumentMake { .. } | Op::DocumentRevise { .. } => documents::carry_out(store, state, context, op),
        verb => return verbs::carry_out(store, state, context, verb),
    }?;
    Ok(None)
}

/// Writes one change of the log as it stands: undo, redo.
pub(crate) fn put_back(store: &Store, change: &Change) -> Result<()> {
    match (&change.before, &change.after) {
        (None, Some(after)) => store.insert(&Row::from_stored(change.kind, change.id.clone(), after)?),
        (Some(_), None) => store.delete(change.kind, &change.id),
        (_, Some(after)) => {
            let columns: Vec<(&str, ToSqlOutput<'_>)> =
                after.iter().map(|(name, json)| Ok((name.as_str(), stored(json)?))).collect::<Result<_>>()?;
            store.update(change.kind, &change.id, &columns)
        }
        (None, None) => Err(Error::damaged("history: a change of nothing")),
    }
}

/// A stored value of the log as SQLite takes it.
fn stored(json: &Json) -> Result<ToSqlOutput<'_>> {
    Ok(ToSqlOutput::Owned(match json {
        Json::Null => SqlValue::Null,
        Json::String(text) => return Ok(ToSqlOutput::from(text.as_str())),
        Json::Number(n) => match n.as_i64() {
            Some(n) => SqlValue::Integer(n),
            None => SqlValue::Real(n.as_f64().unwrap_or_default()),
        },
        other => return Err(Error::damaged(format!("history: {other}"))),
    }))
}

/// The id of a row that links others: who adds the same link makes the same row.
/// `turn` is 1, but for the rows behind one that has become another.
pub(crate) fn derived_id(def: &KindDef, turn: u32, value: impl Fn(&str) -> Option<Json>) -> String {
    let mut text = def.name.to_owned();
    for name in def.identity {
        if let Some(value) = value(name) {
            text.push_str(&format!("\n{name}={value}"));
        }
    }
    if turn > 1 {
        text.push_str(&format!("\n#{turn}"));
    }
    Uuid::new_v5(&LINKS, text.as_bytes()).to_string()
}

/// The id of a new link. A row that was made as this link and has become another since keeps its id; then the next one is
/// derived, the same for everybody.
fn link_id(state: &State, row: &Row) -> Result<Id> {
    let def = row.kind().def();
    for turn in 1.. {
        let id: Id = derived_id(def, turn, |name| row.get(name).map(Value::to_json)).into();
        let Some(other) = state.row(row.kind(), &id) else { return Ok(id) };
        if def.identity.iter().all(|name| other.get(name) == row.get(name)) {
            return Ok(id);
        }
    }
    Err(Error::broken("no id for a link"))
}

/// What was made in this operation already: the state does not know of it.
#[derive(Default)]
pub(super) struct Making {
    /// Rows made.
    count: u64,
    /// The newest number of a reference, by its prefix.
    numbers: HashMap<String, u64>,
    /// The last place of each kind.
    places: HashMap<Kind, String>,
    /// Ids that follow from what the rows link.
    ids: HashSet<(Kind, Id)>,
}

/// `fixed_id`: the id comes from the program and follows from what the row is.
pub(super) fn create(store: &Store, state: &State, context: &Context, new: &CreateRow, fixed_id: bool) -> Result<Row> {
    make(store, state, context, new, fixed_id, &mut Making::default())
}

/// Makes a row, and the links of a commitment that are named like fields of it: in one step.
fn create_linked(store: &Store, state: &State, context: &Context, new: &CreateRow) -> Result<()> {
    let is_link = |name: &str| view::linked_by(new.kind, name).is_some();
    let (links, fields): (Map<_, _>, Map<_, _>) =
        new.fields.clone().into_iter().partition(|(name, value)| is_link(name) && !value.is_null());
    let fields = fields.into_iter().filter(|(name, _)| !is_link(name)).collect();
    let row = create(store, state, context, &CreateRow { fields, ..new.clone() }, false)?;
    if links.is_empty() {
        return Ok(());
    }
    let mut now = state.clone();
    let commitment = Json::from(row.id().to_string());
    now.put(row);
    for (field, other) in links {
        let said = [
            ("commitment", commitment.clone()),
            (&*field, other),
            // Who put the row there says that it belongs there.
            ("basis", "our_reading".into()),
            ("as_of", context.today.to_string().into()),
        ];
        let fields = said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let made = create(store, &now, context, &CreateRow { kind: Kind::Mapping, id: None, fields }, false)?;
        now.put(made);
    }
    Ok(())
}

/// Makes one row of several.
pub(super) fn make(
    store: &Store,
    state: &State,
    context: &Context,
    new: &CreateRow,
    fixed_id: bool,
    making: &mut Making,
) -> Result<Row> {
    let def = new.kind.def();
    let mut row = Row::new(new.kind, "");
    for (name, json) in &new.fields {
        let (index, field) = settable(def, name)?;
        let value = Value::accept(field, json)?;
        check_references(state, field, value.as_ref())?;
        row = row.with(index, value);
    }
    match new.kind {
        Kind::Commitment => {
            let reference = next_reference(store, state, row.text("owner"), making)?;
            row = with(row, "reference", Some(reference));
        }
        Kind::Update if row.text("date").is_empty() => {
            // A report is of the day on which it is given, unless it says otherwise.
            row = with(row, "date", Some(context.today.to_string()));
        }
        Kind::Note => {
            // Who wrote it and when is known: it is the one who does.
            if row.text("date").is_empty() {
                row = with(row, "date", Some(context.today.to_string()));
            }
            let by = if context.by.is_empty() { &context.organization } else { &context.by };
            if row.text("author").is_empty() && !by.is_empty() {
                row = with(row, "author", Some(by.clone()));
            }
        }
        _ => {}
    }
    if let Some(place) = def.index("ord").filter(|place| row.at(*place).is_none()) {
        // The field is looked up once, not once for each row that is there.
        let last = || state.rows(new.kind).filter_map(|row| row.at(place)?.text()).max().unwrap_or("").to_owned();
        let behind = order::behind(making.places.entry(new.kind).or_insert_with(last));
        making.places.extend(behind.clone().map(|place| (new.kind, place)));
        row = row.with(place, behind.map(|place| Value::Text(place.into())));
    }
    for field in def.fields.iter().filter(|f| f.required) {
        if row.get(field.name).is_none() {
            return Err(Error::refused_with("required", [("field", field.name.into())]));
        }
    }
    check_new(state, &row)?;
    let id: Id = match &new.id {
        _ if new.kind == Kind::About => "about".into(),
        Some(id) if def.catalogue || fixed_id => code(id)?.into(),
        // Ids of rows that link others follow from what they link; those of the rest are nobody's to choose.
        Some(_) => return Err(Error::refused_with("id-is-made", [("kind", def.name.into())])),
        None if !def.identity.is_empty() => link_id(state, &row)?,
        None => context.id(making.count).into(),
    };
    making.count += 1;
    if state.row(new.kind, &id).is_some() || !making.ids.insert((new.kind, id.clone())) {
        return Err(Error::refused_with("exists-already", [("kind", def.name.into()), ("id", id.to_string())]));
    }
    let values =
        row.values().map(|(field, value)| (def.index(field.name).unwrap_or_default(), value.clone())).collect();
    let row = Row::from_values(new.kind, id, values, None);
    // No circle goes through a row that nobody can name yet: the chain above it need not be walked, however deep it is.
    store.insert(&row)?;
    Ok(row)
}

/// Whether a row could be made of these fields, for all that can be said without making it.
///
/// # Errors
/// The rule that stands against it.
pub fn judge_new(state: &State, new: &CreateRow) -> Result<()> {
    let def = new.kind.def();
    let mut row = Row::new(new.kind, "new");
    for (name, json) in &new.fields {
        let (index, field) = settable(def, name)?;
        let value = Value::accept(field, json)?;
        check_references(state, field, value.as_ref())?;
        row = row.with(index, value);
    }
    let missing = def.fields.iter().find(|field| field.required && !field.computed && row.get(field.name).is_none());
    match missing {
        Some(field) => Err(Error::refused_with("required", [("field", field.name.into())])),
        None => check_new(state, &row),
    }
}

/// A code that somebody gives a row of the catalogue.
fn code(id: &str) -> Result<&str> {
    let fits = !id.is_empty() && id.chars().count() <= 100 && !id.chars().any(|c| c.is_control() || c.is_whitespace());
    if fits { Ok(id) } else { Err(Error::refused_with("not-a-code", [("value", id.to_owned())])) }
}

fn with(row: Row, field: &str, text: Option<String>) -> Row {
    match row.kind().def().index(field) {
        Some(index) => row.with(index, text.map(|t| Value::Text(t.into()))),
        None => row,
    }
}

/// What the references of an organization's rows begin with: its acronym, else its name, without white space and not long.
pub(crate) fn reference_prefix(owner: &Row) -> String {
    owner.short().chars().map(|c| if c.is_whitespace() { '-' } else { c }).take(20).collect()
}

/// "ITU-024": the owner's prefix and the next number that was never used with it.
fn next_reference(store: &Store, state: &State, owner: &str, making: &mut Making) -> Result<String> {
    let owner = state
        .row(Kind::Organization, owner)
        .ok_or_else(|| Error::refused_with("required", [("field", "owner".into())]))?;
    let prefix = reference_prefix(owner);
    let newest = match making.numbers.get(&prefix) {
        Some(newest) => *newest,
        None => {
            let in_use = state.rows(Kind::Commitment).filter_map(|row| number_of(row.text("reference"), &prefix)).max();
            let retired = store.meta(&retired(&prefix))?.and_then(|n| n.parse().ok());
            in_use.max(retired).unwrap_or(0)
        }
    };
    let number = newest.saturating_add(1);
    let reference = format!("{prefix}-{number:03}");
    making.numbers.insert(prefix, number);
    Ok(reference)
}

/// The number in a reference with this prefix.
fn number_of(reference: &str, prefix: &str) -> Option<u64> {
    reference.strip_prefix(prefix)?.strip_prefix('-')?.parse().ok()
}

/// Key in `meta` of the highest number of a row that is gone: a letter may have named it.
fn retired(prefix: &str) -> String {
    format!("retired {prefix}")
}

pub(crate) fn retire_reference(store: &Store, reference: &str) -> Result<()> {
    let Some((prefix, number)) = reference.rsplit_once('-').and_then(|(p, n)| Some((p, n.parse::<u64>().ok()?))) else {
        return Ok(());
    };
    let key = retired(prefix);
    let before = store.meta(&key)?.and_then(|n| n.parse::<u64>().ok());
    if before.is_none_or(|before| before < number) {
        store.set_meta(&key, &number.to_string())?;
    }
    Ok(())
}

/// The field of that name, where people may set it.
pub(super) fn settable(def: &'static KindDef, name: &str) -> Result<(u8, &'static Field)> {
    let unknown = || Error::refused_with("no-such-field", [("kind", def.name.into()), ("field", name.to_owned())]);
    let index = def.index(name).ok_or_else(unknown)?;
    let field = &def.fields[index as usize];
    if field.computed {
        return Err(Error::refused_with("computed-field", [("field", name.to_owned())]));
    }
    Ok((index, field))
}

pub(super) fn delete(store: &Store, state: &State, rows: &[(Kind, String)]) -> Result<()> {
    // All that goes: the rows, and level by level what is nothing without them.
    let mut going: HashMap<Kind, HashSet<Id>> = HashMap::new();
    let mut order: Vec<(Kind, Id)> = Vec::new();
    let mut level: HashMap<Kind, HashSet<Id>> = HashMap::new();
    for (kind, id) in rows {
        if *kind == Kind::About {
            return Err(Error::refused("not-deletable"));
        }
        let id = state.need(*kind, id)?.id().clone();
        if going.entry(*kind).or_default().insert(id.clone()) {
            level.entry(*kind).or_default().insert(id.clone());
            order.push((*kind, id));
        }
    }
    let mut clear = Vec::new();
    let mut refuse = Vec::new();
    while !level.is_empty() {
        let mut next: HashMap<Kind, HashSet<Id>> = HashMap::new();
        for referrer in state.referrers(&level) {
            let (kind, id) = (referrer.row.kind(), referrer.row.id().clone());
            match referrer.on_delete {
                OnDelete::Cascade => {
                    if going.entry(kind).or_default().insert(id.clone()) {
                        next.entry(kind).or_default().insert(id.clone());
                        order.push((kind, id));
                    }
                }
                OnDelete::Clear => clear.push(referrer),
                OnDelete::Refuse => refuse.push(referrer),
            }
        }
        level = next;
    }
    let stays = |kind: Kind, id: &Id| !going.get(&kind).is_some_and(|ids| ids.contains(id));
    refuse.retain(|r| stays(r.row.kind(), r.row.id()));
    if let Some(first) = refuse.first() {
        return Err(Error::refused_with(
            "still-named",
            [
                ("count", refuse.len().to_string()),
                ("kind", first.row.kind().name().into()),
                ("title", named_as(state, &first.row)),
            ],
        ));
    }
    for referrer in clear.iter().filter(|r| stays(r.row.kind(), r.row.id())) {
        let field = &referrer.row.kind().def().fields[referrer.index as usize];
        let gone = field.target().and_then(|kind| going.get(&kind));
        let left = match referrer.row.at(referrer.index) {
            Some(Value::Set(set)) => {
                Value::set_of(set.iter().filter(|id| !gone.is_some_and(|ids| ids.contains(&***id))).cloned())
            }
            _ => None,
        };
        let column = left.as_ref().map_or(ToSqlOutput::Owned(SqlValue::Null), Value::to_sql);
        store.update(referrer.row.kind(), referrer.row.id(), &[(field.name, column)])?;
    }
    // What hangs on a row goes before the row itself.
    for (kind, id) in order.iter().rev() {
        if *kind == Kind::Commitment {
            retire_reference(store, state.need(*kind, id)?.text("reference"))?;
        }
        store.delete(*kind, id)?;
    }
    Ok(())
}

fn move_rows(store: &Store, state: &State, kind: Kind, ids: &[String], after: Option<&str>) -> Result<()> {
    if kind.def().field("ord").is_none() {
        return Err(Error::refused_with("no-such-field", [("kind", kind.name().into()), ("field", "ord".into())]));
    }
    let mut moving: Vec<&str> = Vec::new();
    let mut going: HashSet<&str> = HashSet::new();
    for id in ids {
        state.need(kind, id)?;
        if going.insert(id) {
            moving.push(id);
        }
    }
    let mut all: Vec<(&str, &str)> = state.rows(kind).map(|r| (r.text("ord"), &**r.id())).collect();
    all.sort_unstable();
    let staying = |rows: &[(&str, &str)]| rows.iter().filter(|(_, id)| !going.contains(id)).count();
    let at = match after {
        None => 0,
        Some(after) => {
            let place = all.iter().position(|(_, id)| *id == after);
            let place = place.ok_or_else(|| Error::stale(kind.name(), after))?;
            staying(&all[..=place])
        }
    };
    let rows: Vec<(&str, &str)> = all.iter().filter(|(_, id)| !going.contains(id)).copied().collect();
    let ordered =
        rows[..at].iter().map(|(_, id)| *id).chain(moving.iter().copied()).chain(rows[at..].iter().map(|(_, id)| *id));
    if ordered.eq(all.iter().map(|(_, id)| *id)) {
        return Ok(());
    }
    let low = if at == 0 { "" } else { rows[at - 1].0 };
    let set = |id: &str, place: &str| store.update(kind, id, &[("ord", ToSqlOutput::from(place))]);
    // Rows that share a place (two people added one each) leave no room: those that follow with the same place move on too.
    let tie = rows[at..].iter().take_while(|(place, _)| *place <= low).count();
    let high = rows.get(at + tie).map(|(place, _)| *place);
    let follow = moving.iter().copied().chain(rows[at..at + tie].iter().map(|(_, id)| *id));
    let places = follow.scan(low.to_owned(), |low, id| {
        let place = order::between(low, high);
        *low = place.clone().unwrap_or_default();
        Some(place.map(|place| (id, place)))
    });
    match places.collect::<Option<Vec<(&str, String)>>>() {
        Some(places) => places.iter().try_for_each(|(id, place)| set(id, place)),
        // Places that another program or a person made up may leave no room at all: then all rows get fresh ones.
        None => {
            let (before, behind) = rows.split_at(at);
            let ids =
                before.iter().map(|(_, id)| *id).chain(moving.iter().copied()).chain(behind.iter().map(|(_, id)| *id));
            ids.enumerate().try_for_each(|(n, id)| set(id, &order::nth(n)))
        }
    }
}

fn take_from_calendar(store: &Store, state: &State, context: &Context, entries: &[String]) -> Result<()> {
    if entries.len() > TAKEN_MAX {
        return Err(Error::refused_with("too-many", [("limit", TAKEN_MAX.to_string())]));
    }
    // What is taken, and the last place, are gathered once: the plan may have very many milestones.
    let named = |row: &Arc<Row>| Some((Id::from(row.get("calendar_entry")?.text()?), row.id().clone()));
    let mut taken: HashMap<Id, Id> = state.rows(Kind::Milestone).filter_map(named).collect();
    let mut last = state.rows(Kind::Milestone).map(|row| row.text("ord")).max().unwrap_or_default().to_owned();
    for entry in entries {
        let entry = state.need(Kind::CalendarEntry, entry)?;
        if let Some(taken) = taken.get(entry.id()) {
            let args = [("kind", "milestone".into()), ("id", taken.to_string())];
            return Err(Error::refused_with("exists-already", args));
        }
        // Each stands behind the one before it.
        let made = take_one(store, state, context, entry, order::behind(&last))?;
        last = made.text("ord").to_owned();
        taken.insert(entry.id().clone(), made.id().clone());
    }
    Ok(())
}

fn take_one(store: &Store, state: &State, context: &Context, entry: &Row, place: Option<String>) -> Result<Row> {
    let mut fields = Map::new();
    for name in ["title", "kind", "date", "date_words", "place", "document_symbol", "outcome", "source", "source_para"]
    {
        if let Some(value) = entry.get(name) {
            fields.insert(name.into(), value.to_json());
        }
    }
    if let Some(place) = place {
        fields.insert("ord".into(), Json::from(place));
    }
    fields.insert("calendar_entry".into(), Json::from(&**entry.id()));
    fields.insert("basis".into(), Json::from("stated"));
    // The id follows from the entry, so that two people who take the same entry hold the same milestone.
    let id = Uuid::new_v5(&LINKS, format!("calendar\n{}", entry.id()).as_bytes()).to_string();
    let row = CreateRow { kind: Kind::Milestone, id: Some(id), fields };
    create(store, state, context, &row, true)
}
