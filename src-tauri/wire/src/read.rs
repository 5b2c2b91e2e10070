//! Commands that read: lists, rows, suggestions. Lists never wait for a write; what comes from history takes its turn.

use std::collections::HashMap;
use std::sync::Arc;

use plan::date::{Understood, understand};
use plan::fold::fold;
use plan::kinds::{Class, Field, FieldType, KINDS, Kind};
use plan::snapshot::Snapshot;
use plan::state::State;
use plan::store::{Access, Holder};
use plan::view::{FieldFilter, Query, View};
use plan::{Error, Row, Value, view};
use plan_strings::Strings;

use crate::edit::kind_named;
use crate::gone::Gathered;
use crate::paragraphs::{named_by_paragraph, told_apart};
use crate::present::row_view;
use crate::session::{Call, Fault, Opened, Session, Shown, lock};
use crate::symbols::named_by_symbol;
use crate::types::*;
use crate::{compared, names, roles};

/// Views that are kept ready: the one on screen, and those that the user goes back to.
const VIEWS: usize = 8;
/// Rows that one request may ask for.
const WINDOW_MAX: usize = 2_000;

/// Which view of which rows: opening, newest step, source, kind, query.
pub(crate) type ViewKey = (u64, i64, Source, Kind, ViewQuery);

/// Views that were worked out lately.
#[derive(Default)]
pub(crate) struct Views(Vec<(ViewKey, Arc<View>)>);

pub(crate) fn view_of(
    session: &Session,
    shown: &Shown,
    source: &Source,
    kind: Kind,
    query: &ViewQuery,
) -> Result<Arc<View>, Fault> {
    // With what rows are compared decides which there are only where the others are left out.
    let compare = query.compare.clone().filter(|_| query.only_changed);
    let query = &ViewQuery { only_changed: compare.is_some(), compare, ..query.clone() };
    let key: ViewKey = (shown.opening, shown.op, source.clone(), kind, query.clone());
    // A file may change under its reference; what was worked out for it is not kept.
    let keep = ![Some(source), query.compare.as_ref()].iter().any(|s| matches!(s, Some(Source::File { .. })));
    if let Some((_, view)) = lock(&session.views).0.iter().find(|(k, _)| *k == key && keep) {
        return Ok(view.clone());
    }
    let core = Query {
        text: query.text.clone(),
        filters: query.filters.iter().map(filter_of).collect(),
        sort: query.sort.iter().map(|s| view::SortBy { field: s.field.clone(), descending: s.descending }).collect(),
        group: query.group.clone(),
    };
    let mut view = view::view(&shown.state, kind, &core)?;
    if let Some(marks) = compared::marks(session, shown, source, kind, query.compare.as_ref(), query.discreet)? {
        view = marks.only(&view);
    }
    let view = Arc::new(view);
    if keep {
        let mut views = lock(&session.views);
        views.0.retain(|(k, _)| k.0 == shown.opening);
        views.0.truncate(VIEWS - 1);
        views.0.insert(0, (key, view.clone()));
    }
    Ok(view)
}

fn filter_of(by: &FilterBy) -> FieldFilter {
    let FilterBy { field, any, contains, from, to, filled } = by.clone();
    FieldFilter { field, any, contains, from, to, filled }
}

pub(crate) fn view_get(session: &Session, call: &Call, get: ViewGet) -> Result<ViewWindow, Fault> {
    let kind = kind_named(&get.kind)?;
    let (shown, _) = session.seen(&get.source, get.query.discreet)?;
    let view = view_of(session, &shown, &get.source, kind, &get.query)?;
    let from = get.from.min(view.ids.len());
    let to = get.to.clamp(from, view.ids.len()).min(from + WINDOW_MAX);
    let rows = view.ids[from..to].iter().filter_map(|id| shown.state.row(kind, id));
    let marks = compared::marks(session, &shown, &get.source, kind, get.query.compare.as_ref(), get.query.discreet)?;
    let compared = match &marks {
        Some(marks) => Some(compared::told(session, call, &shown, &get.source, kind, &get.query, marks)?),
        None => None,
    };
    let shown_row = |row: &Arc<Row>| {
        let mut view = row_view(&call.strings, &shown.state, row, &get.fields);
        if kind == Kind::ActionLine && get.fields.iter().any(|field| field == "facilitators") {
            view.cells.insert("facilitators".into(), roles::facilitators(call, &shown.state, row));
        }
        view.mark = marks.as_ref().and_then(|marks| marks.tell(&call.strings, row, &view, false));
        view
    };
    // With the window and not after it: whoever types into a filter waits for both.
    let anchor = get.anchor.as_ref().and_then(|anchor| {
        let stands = view.ids.iter().position(|id| **id == *anchor.id);
        let index = stands.or_else(|| Some(anchor.index.min(view.ids.len().checked_sub(1)?)))?;
        let row = shown.state.row(kind, &view.ids[index]).filter(|_| !(from..to).contains(&index))?;
        Some(PlacedRow { index, row: shown_row(row) })
    });
    let group = get.query.group.as_deref().and_then(|name| match view::linked_by(kind, name) {
        Some(linked) => Kind::Mapping.def().field(linked),
        None => kind.def().field(name),
    });
    Ok(ViewWindow {
        op: shown.op,
        count: view.ids.len(),
        total: shown.state.count(kind),
        groups: view
            .groups
            .iter()
            .map(|g| GroupView {
                label: group.map_or_else(String::new, |field| {
                    key_label(&call.strings, &shown.state, kind, field, g.key.as_deref())
                }),
                badge: group.map_or_else(String::new, |field| badge(&shown.state, field, g.key.as_deref())),
                key: g.key.clone(),
                from: g.from,
                count: g.count,
            })
            .collect(),
        from,
        rows: rows.map(shown_row).collect(),
        anchor,
        compared,
    })
}

/// The label of a group or of a filter's value.
pub(crate) fn key_label(strings: &Strings, state: &State, kind: Kind, field: &Field, key: Option<&str>) -> String {
    let Some(key) = key else { return strings.group_none() };
    match field.target() {
        Some(target) => state.row(target, key).map_or_else(
            || key.to_owned(),
            |row| match target {
                Kind::Objective => row.text("short_title").to_owned(),
                Kind::Organization if row.short() != row.title() => format!("{} · {}", row.short(), row.title()),
                _ => row.title().to_owned(),
            },
        ),
        None => strings.value_words(kind, field, key),
    }
}

/// The sign of an objective: its number.
fn badge(state: &State, field: &Field, key: Option<&str>) -> String {
    match (field.target(), key) {
        (Some(Kind::Objective), Some(key)) => {
            state.row(Kind::Objective, key).map(|row| row.text("number").to_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

pub(crate) fn view_position(session: &Session, _: &Call, ask: ViewPosition) -> Result<Option<usize>, Fault> {
    let kind = kind_named(&ask.kind)?;
    let (shown, _) = session.seen(&ask.source, ask.query.discreet)?;
    let view = view_of(session, &shown, &ask.source, kind, &ask.query)?;
    Ok(view.ids.iter().position(|id| **id == *ask.id))
}

pub(crate) fn view_choices(session: &Session, call: &Call, ask: ViewChoices) -> Result<Vec<ChoiceCount>, Fault> {
    let kind = kind_named(&ask.kind)?;
    let def = kind.def();
    let unknown = || Error::refused_with("no-such-field", [("kind", def.name.into()), ("field", ask.field.clone())]);
    let linked = view::linked_by(kind, &ask.field);
    // What a commitment is linked with is a field of the link.
    let field = linked.and_then(|name| Kind::Mapping.def().field(name)).or_else(|| def.field(&ask.field));
    let field = field.ok_or_else(unknown)?;
    let (shown, _) = session.seen(&ask.source, ask.query.discreet)?;
    let links = linked.map(|name| view::links_of(&shown.state, name));
    let mut query = ask.query.clone();
    query.filters.retain(|f| f.field != ask.field);
    query.sort.clear();
    query.group = None;
    let view = view_of(session, &shown, &ask.source, kind, &query)?;
    let mut counts: HashMap<Option<String>, usize> = HashMap::new();
    for row in view.ids.iter().filter_map(|id| shown.state.row(kind, id)) {
        if let Some(links) = &links {
            match links.get(&**row.id()) {
                Some(others) => others.iter().for_each(|id| *counts.entry(Some((*id).to_owned())).or_default() += 1),
                None => *counts.entry(None).or_default() += 1,
            }
            continue;
        }
        match row.get(field.name) {
            Some(Value::Set(set)) => set.iter().for_each(|e| *counts.entry(Some(e.to_string())).or_default() += 1),
            Some(Value::Text(text)) => *counts.entry(Some(text.to_string())).or_default() += 1,
            Some(Value::Flag) => *counts.entry(Some("true".into())).or_default() += 1,
            Some(other) => *counts.entry(Some(other.to_json().to_string())).or_default() += 1,
            None => *counts.entry(None).or_default() += 1,
        }
    }
    let place = |key: &Option<String>| -> (usize, String) {
        let Some(key) = key else { return (usize::MAX, String::new()) };
        match field.ty {
            FieldType::Choice(codes) => (codes.iter().position(|c| c == key).unwrap_or(usize::MAX - 1), String::new()),
            _ => match field.target().and_then(|target| shown.state.row(target, key)) {
                Some(row) if row.kind() != Kind::Organization => (0, row.text("ord").to_owned()),
                Some(row) => (0, fold(row.short())),
                None => (0, fold(key)),
            },
        }
    };
    let mut keys: Vec<(Option<String>, usize)> = counts.into_iter().collect();
    keys.sort_by_cached_key(|(key, _)| place(key));
    Ok(keys
        .into_iter()
        .map(|(key, count)| ChoiceCount {
            label: key_label(
                &call.strings,
                &shown.state,
                if links.is_some() { Kind::Mapping } else { kind },
                field,
                key.as_deref(),
            ),
            key,
            count,
        })
        .collect())
}

/// The id of the row that a text names: its id, or its reference, acronym, code, number, symbol or exact title; of a provision the
/// number of its paragraph, alone or behind its instrument.
pub(crate) fn resolve(state: &State, kind: Kind, text: &str) -> Result<String, Fault> {
    if state.row(kind, text).is_some() {
        return Ok(text.to_owned());
    }
    let wanted = fold(text.trim());
    let said = |row: &Row, field: &str| match row.get(field) {
        Some(Value::Int(number)) => number.to_string(),
        _ => fold(row.text(field)),
    };
    let fits = |row: &&Arc<Row>| {
        !wanted.is_empty()
            && ["reference", "acronym", "code", "symbol", "number", "short_title", "title", "name"]
                .iter()
                .any(|f| said(row, f) == wanted)
    };
    let several = || Error::refused_with("several-rows", [("kind", kind.name().into()), ("row", text.to_owned())]);
    let mut found = state.rows(kind).filter(fits);
    match (found.next(), found.next()) {
        (Some(row), None) => return Ok(row.id().to_string()),
        (Some(_), Some(_)) => return Err(several()),
        (None, _) => {}
    }
    let called = match kind {
        Kind::Document => named_by_symbol(state, text),
        Kind::Provision => named_by_paragraph(state, text),
        _ => Vec::new(),
    };
    match called.as_slice() {
        [] => Err(Error::stale(kind.name(), text)),
        [one] => Ok(one.id().to_string()),
        rows if kind == Kind::Provision => Err(Error::refused_with(
            "several-provisions",
            [("row", text.to_owned()), ("names", told_apart(state, rows).join("; "))],
        )),
        _ => Err(several()),
    }
}

pub(crate) fn row_suggest(session: &Session, call: &Call, ask: RowSuggest) -> Result<Vec<Suggestion>, Fault> {
    let kind = kind_named(&ask.kind)?;
    let state = session.seen_state(&session.shown().state, ask.discreet);
    let strings = &call.strings;
    let wanted = fold(ask.text.trim());
    // Nearest first: the short name itself, what begins with the words, what holds them; then aliases.
    let rank = |row: &Row| -> Option<(u8, Option<String>)> {
        let (short, title) =
            (fold(&names::short_of(strings, &state, row)), fold(&names::title_of(strings, &state, row)));
        if short == wanted || title == wanted {
            return Some((0, None));
        }
        if short.starts_with(&wanted) {
            return Some((1, None));
        }
        if title.starts_with(&wanted) {
            return Some((2, None));
        }
        let alias =
            row.get("aliases").and_then(Value::set).and_then(|set| set.iter().find(|a| fold(a).contains(&wanted)));
        match alias {
            Some(alias) => Some((3, Some(alias.to_string()))),
            None => (short.contains(&wanted) || title.contains(&wanted)).then_some((4, None)),
        }
    };
    let mut found: Vec<_> =
        state.rows(kind).filter_map(|row| rank(row).map(|(rank, alias)| (rank, row.text("ord"), row, alias))).collect();
    found.sort_by(|a, b| (a.0, a.1, a.2.id()).cmp(&(b.0, b.1, b.2.id())));
    Ok(found
        .into_iter()
        .take(ask.limit.min(100))
        .map(|(_, _, row, alias)| {
            let label = names::short_of(strings, &state, row);
            let title = Some(names::title_of(strings, &state, row)).filter(|title| *title != label).unwrap_or_default();
            let hint = match alias {
                Some(alias) if title.is_empty() => alias,
                Some(alias) => format!("{title} ({alias})"),
                None => title,
            };
            Suggestion { id: row.id().to_string(), label, hint }
        })
        .collect())
}

pub(crate) fn date_understand(_: &Session, call: &Call, ask: DateUnderstand) -> Result<DateAnswer, Fault> {
    let meaning =
        |date: &plan::date::VagueDate| DateMeaning { date: date.to_string(), words: call.strings.date_words(date) };
    let text = ask.text.trim();
    let meanings = match plan::date::VagueDate::parse(text) {
        Ok(date) => vec![meaning(&date)],
        Err(_) => match understand(text, &call.language) {
            Understood::Date(date) => vec![meaning(&date)],
            Understood::Ambiguous(dates) => dates.iter().map(meaning).collect(),
            Understood::NotStated | Understood::NotUnderstood => Vec::new(),
        },
    };
    Ok(DateAnswer { meanings })
}

pub(crate) fn kinds_list(_: &Session, call: &Call, _: Nothing) -> Result<Vec<KindInfo>, Fault> {
    let strings = &call.strings;
    Ok(KINDS
        .iter()
        .filter(|def| def.class == Class::Content)
        .map(|def| KindInfo {
            kind: def.name.into(),
            label: strings.kind(def.kind),
            plural: strings.kinds(def.kind),
            catalogue: def.catalogue,
            private: def.private,
            fields: def
                .fields
                .iter()
                .map(|field| FieldInfo {
                    name: field.name.into(),
                    label: strings.field(field.name),
                    field: field_kind(field.ty),
                    choices: match field.ty {
                        FieldType::Choice(codes) => codes
                            .iter()
                            .map(|code| Choice {
                                code: (*code).into(),
                                label: strings.choice(def.kind, field.name, code),
                            })
                            .collect(),
                        _ => Vec::new(),
                    },
                    target: field.target().map(|kind| kind.name().into()),
                    private: field.private || def.private,
                    required: field.required,
                    computed: field.computed,
                    max: field.max,
                })
                .collect(),
        })
        .collect())
}

fn field_kind(ty: FieldType) -> FieldKind {
    match ty {
        FieldType::Text => FieldKind::Text,
        FieldType::LongText => FieldKind::Long,
        FieldType::Date => FieldKind::Date,
        FieldType::Choice(_) => FieldKind::Choice,
        FieldType::Reference(..) => FieldKind::Reference,
        FieldType::Texts => FieldKind::Texts,
        FieldType::References(_) => FieldKind::References,
        FieldType::Integer => FieldKind::Integer,
        FieldType::Decimal => FieldKind::Decimal,
        FieldType::Flag => FieldKind::Flag,
        FieldType::Order => FieldKind::Order,
    }
}

pub(crate) fn plan_hash(session: &Session, _: &Call, _: Nothing) -> Result<HashAnswer, Fault> {
    let hash = match &*lock(&session.opened) {
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
        // Of the rows as they are: the stored one says what this program wrote last, not what there is.
        Opened::Plan(plan) => plan.state().hash().hex(),
        Opened::Snapshot { snapshot, .. } => snapshot.state.hash().hex(),
    };
    Ok(HashAnswer { hash })
}

pub(crate) fn plan_verify(session: &Session, call: &Call, _: Nothing) -> Result<VerifyAnswer, Fault> {
    call.progress(0.0)?;
    enum What {
        Plan(std::path::PathBuf),
        Snapshot(Arc<Vec<u8>>),
    }
    let what = match &*lock(&session.opened) {
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
        Opened::Plan(plan) => What::Plan(plan.path().to_owned()),
        Opened::Snapshot { bytes, .. } => What::Snapshot(bytes.clone()),
    };
    // On a connection of its own: the check of a large plan takes a while, and edits do not wait for it.
    let message = match what {
        What::Plan(path) => {
            let here = session.open_here(&path);
            let plan = plan::Plan::open_known(&path, Access::Read, &Holder::default(), &call.context, here)?;
            call.progress(0.3)?;
            plan.verify()?;
            call.strings.verify_whole()
        }
        What::Snapshot(bytes) => {
            Snapshot::read(&bytes)?;
            call.strings.verify_snapshot_whole()
        }
    };
    Ok(VerifyAnswer { whole: true, message })
}

pub(crate) fn plan_details(session: &Session, call: &Call, _: Nothing) -> Result<PlanDetails, Fault> {
    let shown = session.shown();
    let counts = Kind::content().map(|kind| (kind.name().to_owned(), shown.state.count(kind))).collect();
    let title = shown.state.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default();
    match &*lock(&session.opened) {
        Opened::Nothing => Err(Error::refused("no-plan-open")),
        Opened::Plan(plan) => {
            let info = plan.info()?;
            let last = plan.history(None, i64::MAX, 1)?;
            let last_step = match last.first() {
                Some(step) => {
                    let changes = plan.changes(step.id)?;
                    Gathered::of(plan, &shown.state, step, changes, false)?.and_then(|step| step.told(call, &[]))
                }
                None => None,
            };
            let ancestor =
                |p: plan::snapshot::Parent| SnapshotBrief { id: p.id, name: p.name, at: p.at, why: String::new() };
            let kept = |k: plan::store::KeptSnapshot| SnapshotBrief { id: k.id, name: k.name, at: k.at, why: k.why };
            Ok(PlanDetails {
                title,
                sort: "plan".into(),
                id: info.plan_id,
                schema: info.schema,
                counts,
                parents: info.parents.into_iter().map(ancestor).collect(),
                kept: info.kept.into_iter().map(kept).collect(),
                last_step,
                hash: plan.hash()?,
                omitted: Vec::new(),
            })
        }
        Opened::Snapshot { snapshot, .. } => {
            let manifest = &snapshot.manifest;
            let parents = manifest.ancestors.iter().filter(|a| manifest.parents.contains(&a.id));
            Ok(PlanDetails {
                title,
                sort: "snapshot".into(),
                id: manifest.id.clone(),
                schema: manifest.format,
                counts,
                parents: parents
                    .map(|a| SnapshotBrief {
                        id: a.id.clone(),
                        name: a.name.clone(),
                        at: a.at.clone(),
                        why: String::new(),
                    })
                    .collect(),
                kept: Vec::new(),
                last_step: None,
                hash: snapshot.state.hash().hex(),
                omitted: manifest.omitted.clone(),
            })
        }
    }
}
