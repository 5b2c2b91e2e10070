//! What became of the rows of a kind since an earlier state: worked out once per step, and told with each window of rows.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use plan::diff::{What, diff_kind};
use plan::kinds::{FieldType, Kind, KindDef};
use plan::state::{Id, State};
use plan::view::{Group, View};
use plan::{Error, Row};
use plan_strings::Strings;

use crate::edit::kind_named;
use crate::present;
use crate::read::{ViewKey, view_of};
use crate::session::{Call, Fault, Opened, Session, Shown, lock};
use crate::sources::Foreign;
use crate::types::*;

/// Comparisons that are kept ready: of the kinds on screen, and of those that somebody goes back to.
const KEPT: usize = 8;
/// Letters of an earlier value beside a cell; the details tell all of it.
const BESIDE: usize = 240;
/// Rows that are gone of one answer.
const GONE: usize = 500;
/// The days of a milestone that hangs on another: worked out, and no field.
const DAYS: &str = "when";

/// Which rows of which kind, compared with which: opening, newest step, source, earlier state, kind, discreet.
type Key = (u64, i64, Source, Source, Kind, bool);

/// Comparisons that were worked out lately.
#[derive(Default)]
pub(crate) struct Kept {
    marks: Vec<(Key, Arc<Marks>)>,
    counts: Vec<(ViewKey, Arc<Counted>)>,
}

enum Fate {
    Added,
    /// The fields that are others, in their order; of a date and its words the date.
    Changed(Vec<String>),
}

/// What became of the rows of a kind.
pub(crate) struct Marks {
    rows: HashMap<Id, Fate>,
    gone: HashSet<Id>,
    /// The earlier rows, as they are seen.
    before: Shown,
}

/// What became of the rows that pass the filters of a view.
struct Counted {
    added: usize,
    changed: usize,
    /// Of the earlier state, in its order.
    gone: Vec<Id>,
}

/// What a comparison of two sources leaves out: what a snapshot on either side does not state is no difference.
pub(crate) fn not_stated<'a>(
    session: &'a Session,
    sides: [(&'a Source, &'a Option<Arc<Foreign>>); 2],
) -> impl Fn(Kind, Option<&str>) -> bool + 'a {
    move |kind, field| {
        sides.iter().any(|(source, file)| {
            file.as_ref().and_then(|file| file.snapshot.as_ref()).is_some_and(|s| s.omits(kind, field))
                || matches!(source, Source::Now)
                    && matches!(&*lock(&session.opened), Opened::Snapshot { snapshot, .. } if snapshot.omits(kind, field))
        })
    }
}

/// What became of the rows of a kind since the state that a query compares with; none, where it compares with nothing.
pub(crate) fn marks(
    session: &Session,
    shown: &Shown,
    source: &Source,
    kind: Kind,
    compare: Option<&Source>,
    discreet: bool,
) -> Result<Option<Arc<Marks>>, Fault> {
    let Some(compare) = compare else { return Ok(None) };
    let key: Key = (shown.opening, shown.op, source.clone(), compare.clone(), kind, discreet);
    // A file may change under its reference; what was worked out for it is not kept.
    let keep = ![source, compare].iter().any(|source| matches!(source, Source::File { .. }));
    if let Some((_, known)) = lock(&session.compared).marks.iter().find(|(k, _)| keep && *k == key) {
        return Ok(Some(known.clone()));
    }
    let (before, before_file) = session.seen(compare, discreet)?;
    let (_, file) = session.source(source)?;
    let left_out = not_stated(session, [(compare, &before_file), (source, &file)]);
    let made = Arc::new(Marks::of(kind, before, &shown.state, &left_out));
    if keep {
        let mut kept = lock(&session.compared);
        kept.marks.retain(|(k, _)| k.0 == shown.opening);
        kept.marks.truncate(KEPT - 1);
        kept.marks.insert(0, (key, made.clone()));
    }
    Ok(Some(made))
}

impl Marks {
    fn of(kind: Kind, before: Shown, now: &State, left_out: &plan::diff::NotStated<'_>) -> Marks {
        let mut marks = Marks { rows: HashMap::new(), gone: HashSet::new(), before };
        for difference in diff_kind(kind, &marks.before.state, now, left_out) {
            match (difference.what, difference.field) {
                (What::Added, _) => _ = marks.rows.insert(difference.id, Fate::Added),
                (What::Removed, _) => _ = marks.gone.insert(difference.id),
                (What::Changed, field) => marks.change(difference.id, field_of(kind.def(), field.unwrap_or_default())),
            }
        }
        if kind == Kind::Milestone && !left_out(kind, None) {
            // What a milestone hangs on moved, and it with it.
            for row in now.rows(kind) {
                let moved = marks.before.state.days(row.id()).is_some_and(|before| {
                    now.days(row.id()).is_some_and(|days| days.bounds != before.bounds && days.computed)
                });
                if moved && marks.before.state.row(kind, row.id()).is_some() {
                    marks.change(row.id().clone(), DAYS.into());
                }
            }
        }
        marks
    }

    fn change(&mut self, id: Id, field: String) {
        if let Fate::Changed(fields) = self.rows.entry(id).or_insert_with(|| Fate::Changed(Vec::new()))
            && !fields.contains(&field)
        {
            fields.push(field);
        }
    }

    /// What became of a row, for the cells that a window shows of it. `whole`: also the end of long texts.
    pub(crate) fn tell(&self, strings: &Strings, row: &Row, shown: &RowView, whole: bool) -> Option<RowMark> {
        let fields = match self.rows.get(row.id())? {
            Fate::Added => {
                return Some(RowMark { what: "added".into(), words: strings.compared_new(), was: BTreeMap::new() });
            }
            Fate::Changed(fields) => fields,
        };
        let def = row.kind().def();
        let names: Vec<String> = shown.cells.keys().cloned().collect();
        let earlier = self.before.state.row(row.kind(), row.id())?;
        let earlier = present::row_view(strings, &self.before.state, earlier, &names);
        let mut was = BTreeMap::new();
        for (name, cell) in &shown.cells {
            let Some(before) = earlier.cells.get(name) else { continue };
            // Columns that are worked out say something else, or they do not.
            let is_other = match def.field(name) {
                Some(_) => fields.contains(name),
                None => before.text != cell.text,
            };
            if is_other {
                let said = if before.text.is_empty() { strings.date_not_stated() } else { cut(&before.text, whole) };
                was.insert(name.clone(), strings.compared_was(&said));
            }
        }
        let labels = fields.iter().map(|name| match def.field(name) {
            None if name == DAYS => strings.compared_days(),
            _ => strings.field(name),
        });
        let labels = labels.reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_default();
        Some(RowMark { what: "changed".into(), words: strings.compared_changed(&labels), was })
    }

    /// A view with nothing in it but what is new or another.
    pub(crate) fn only(&self, view: &View) -> View {
        let is_kept = |id: &Id| self.rows.contains_key(id);
        let mut groups = Vec::new();
        let mut from = 0;
        for group in &view.groups {
            let ids = view.ids.get(group.from..group.from + group.count).unwrap_or_default();
            let count = ids.iter().filter(|id| is_kept(id)).count();
            if count > 0 {
                groups.push(Group { key: group.key.clone(), from, count });
                from += count;
            }
        }
        View { ids: view.ids.iter().filter(|id| is_kept(id)).cloned().collect(), groups }
    }
}

/// The words of a date are told with the date.
fn field_of(def: &KindDef, name: String) -> String {
    let date = name.strip_suffix("_words").and_then(|date| def.field(date)).filter(|field| field.ty == FieldType::Date);
    date.map_or(name.clone(), |date| date.name.to_owned())
}

fn cut(text: &str, whole: bool) -> String {
    match text.char_indices().nth(BESIDE) {
        Some((end, _)) if !whole => format!("{}…", text[..end].trim_end()),
        _ => text.to_owned(),
    }
}

/// What became of the rows that pass the filters of a view.
fn counted(
    session: &Session,
    shown: &Shown,
    source: &Source,
    kind: Kind,
    query: &ViewQuery,
    marks: &Marks,
) -> Result<Arc<Counted>, Fault> {
    let compare = query.compare.clone().unwrap_or_default();
    // Order and groups change nothing of what there is.
    let query = ViewQuery { sort: Vec::new(), group: None, compare: None, only_changed: false, ..query.clone() };
    let asked = ViewQuery { compare: Some(compare.clone()), ..query.clone() };
    let key: ViewKey = (shown.opening, shown.op, source.clone(), kind, asked);
    let keep = ![source, &compare].iter().any(|source| matches!(source, Source::File { .. }));
    if let Some((_, known)) = lock(&session.compared).counts.iter().find(|(k, _)| keep && *k == key) {
        return Ok(known.clone());
    }
    let view = view_of(session, shown, source, kind, &query)?;
    let mut made = Counted { added: 0, changed: 0, gone: Vec::new() };
    for id in &view.ids {
        match marks.rows.get(id) {
            Some(Fate::Added) => made.added += 1,
            Some(Fate::Changed(_)) => made.changed += 1,
            None => {}
        }
    }
    if !marks.gone.is_empty() {
        let earlier = view_of(session, &marks.before, &compare, kind, &query)?;
        made.gone = earlier.ids.iter().filter(|id| marks.gone.contains(*id)).cloned().collect();
    }
    let made = Arc::new(made);
    if keep {
        let mut kept = lock(&session.compared);
        kept.counts.retain(|(k, _)| k.0 == shown.opening);
        kept.counts.truncate(KEPT - 1);
        kept.counts.insert(0, (key, made.clone()));
    }
    Ok(made)
}

/// The counts of a view, in numbers and in words.
pub(crate) fn told(
    session: &Session,
    call: &Call,
    shown: &Shown,
    source: &Source,
    kind: Kind,
    query: &ViewQuery,
    marks: &Marks,
) -> Result<Compared, Fault> {
    let counted = counted(session, shown, source, kind, query, marks)?;
    let strings = &call.strings;
    let (added, changed, removed) = (counted.added, counted.changed, counted.gone.len());
    let parts = [
        (added, strings.timeline_compared_new(added as u64)),
        (changed, strings.compared_count_changed(changed as u64)),
        (removed, strings.timeline_compared_gone(removed as u64)),
    ];
    let words = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    let words = words.reduce(|all, one| strings.list_comma(&all, &one)).unwrap_or_else(|| strings.compared_same());
    Ok(Compared { added, changed, removed, words })
}

/// The rows of the earlier state that are no longer there, as they were.
pub(crate) fn view_gone(session: &Session, call: &Call, ask: ViewGone) -> Result<GoneRows, Fault> {
    let kind = kind_named(&ask.kind)?;
    let discreet = ask.query.discreet;
    let (shown, _) = session.seen(&ask.source, discreet)?;
    let marks = marks(session, &shown, &ask.source, kind, ask.query.compare.as_ref(), discreet)?
        .ok_or_else(|| Error::refused_with("bad-request", [("context", "compare is missing".into())]))?;
    let counted = counted(session, &shown, &ask.source, kind, &ask.query, &marks)?;
    let state = &marks.before.state;
    let rows = counted.gone.iter().take(ask.limit.min(GONE)).filter_map(|id| state.row(kind, id));
    let brief = |row: &Arc<Row>| {
        let when = present::when_of(&call.strings, state, row).unwrap_or_default();
        present::brief(&call.strings, state, row, when)
    };
    Ok(GoneRows { rows: rows.map(brief).collect(), count: counted.gone.len() })
}
