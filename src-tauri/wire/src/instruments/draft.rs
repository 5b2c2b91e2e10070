//! Provisions that a table comes to: new ones, and those that are there and are filled.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::{Id, State};
use plan::{CreateRow, Row, SetField, Value};
use plan_strings::Strings;
use serde_json::{Map, Value as Json, json};

use super::asked::{Known, Part};
use super::table::{Line, Why};

/// Letters of an id that follow from a symbol or a title.
const CODE_MAX: usize = 60;
/// Who can be asked by one provision.
const ASKED_MAX: usize = 500;

/// A provision of the table.
pub(super) struct Draft<'a> {
    pub line: Line,
    pub asked: Vec<Part>,
    /// Where it is in the plan already.
    pub there: Option<&'a Arc<Row>>,
    /// Its id, where it is not.
    id: String,
    title: String,
    /// The whole action, where the title is only its beginning.
    action: Option<String>,
}

/// The instrument of a symbol.
pub(super) fn instrument(state: &State, symbol: &str) -> Option<Id> {
    let wanted = fold(symbol.trim());
    let fits = |row: &&Arc<Row>| !wanted.is_empty() && (fold(row.text("symbol")) == wanted || fold(row.id()) == wanted);
    state.in_order(Kind::Instrument).iter().find(fits).map(|row| row.id().clone())
}

/// An id that says what the row is: "A/RES/80/173" is "A-RES-80-173".
pub(super) fn code(text: &str) -> String {
    let mut code = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() {
            code.push(c);
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    let short: String = code.chars().take(CODE_MAX).collect();
    let short = short.trim_end_matches('-');
    if short.is_empty() { "X".into() } else { short.into() }
}

/// Ids that one step gives.
#[derive(Default)]
pub(super) struct Taken {
    ids: HashSet<String>,
    /// The number that the next one of a name may have.
    next: HashMap<String, usize>,
}

/// The id itself, or with a number behind it where another row has it. Equal tables give equal ids, so that two who paste the same
/// have the same rows.
pub(super) fn free_id(state: &State, kind: Kind, wanted: &str, taken: &mut Taken) -> String {
    let turn = taken.next.entry(wanted.to_owned()).or_insert(1);
    loop {
        let id = if *turn == 1 { wanted.to_owned() } else { format!("{wanted}-{turn}") };
        *turn += 1;
        if state.row(kind, &id).is_none() && taken.ids.insert(id.clone()) {
            return id;
        }
    }
}

/// A text as it is held against another: without case, accents and line breaks.
fn alike(text: &str) -> String {
    fold(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Which provision of the instrument each line says something of, by its place among the lines. Of those of its paragraph it is the one
/// that asks the same. Where a paragraph has as many lines as provisions, the others go by their order; else nothing says which is
/// meant, and they are more.
fn meant<'a>(state: &'a State, instrument: Option<&str>, lines: &[Line]) -> Vec<Option<&'a Arc<Row>>> {
    let mut there: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
    let mut asking: HashMap<(&str, String), VecDeque<&Arc<Row>>> = HashMap::new();
    for row in state.in_order(Kind::Provision).iter().filter(|row| Some(row.text("instrument")) == instrument) {
        let paragraph = row.text("paragraph");
        there.entry(paragraph).or_default().push(row);
        let (title, action) = (alike(row.title()), alike(row.text("action")));
        for words in [(action != title).then_some(action), Some(title)].into_iter().flatten() {
            if !words.is_empty() {
                asking.entry((paragraph, words)).or_default().push_back(row);
            }
        }
    }
    let mut used: HashSet<&Id> = HashSet::new();
    let mut of_paragraph: HashMap<&str, usize> = HashMap::new();
    let mut found: Vec<Option<&Arc<Row>>> = Vec::with_capacity(lines.len());
    for line in lines {
        *of_paragraph.entry(&line.paragraph).or_default() += 1;
        let words = if line.action.trim().is_empty() { untold(&line.paragraph) } else { line.action.clone() };
        let same = asking.get_mut(&(&*line.paragraph, alike(&words)));
        let row = same.and_then(|rows| std::iter::from_fn(|| rows.pop_front()).find(|row| !used.contains(row.id())));
        used.extend(row.map(|row| row.id()));
        found.push(row);
    }
    let as_many = |(paragraph, rows): &(&str, Vec<&Arc<Row>>)| of_paragraph.get(paragraph) == Some(&rows.len());
    let mut rest: HashMap<&str, VecDeque<&Arc<Row>>> = there
        .into_iter()
        .filter(as_many)
        .map(|(paragraph, rows)| (paragraph, rows.into_iter().filter(|row| !used.contains(row.id())).collect()))
        .collect();
    for (line, row) in lines.iter().zip(&mut found).filter(|(_, row)| row.is_none()) {
        *row = rest.get_mut(&*line.paragraph).and_then(VecDeque::pop_front);
    }
    found
}

/// What lines come to, and those that the plan cannot keep.
pub(super) fn drafts<'a>(
    state: &'a State,
    known: &Known<'_>,
    instrument: Option<&str>,
    symbol: &str,
    lines: Vec<Line>,
) -> (Vec<Draft<'a>>, Vec<(usize, Why)>) {
    let prefix = instrument.map_or_else(|| code(symbol), str::to_owned);
    let mut taken = Taken::default();
    let (mut drafts, mut left) = (Vec::new(), Vec::new());
    // A line that cannot be kept has its provision all the same: no other takes it.
    let meant = meant(state, instrument, &lines);
    for (line, there) in lines.into_iter().zip(meant) {
        let asked = known.parts(&line.asked);
        let longer = |field: &str, text: &str| text.chars().count() > longest(field);
        let too_long = longer("action", &line.action)
            || longer("heading", &line.heading)
            || longer("conditions", &line.conditions)
            || asked.iter().any(|part| longer("asked", &part.words));
        if too_long || asked.len() > ASKED_MAX {
            left.push((line.at, if too_long { Why::TooLong } else { Why::TooManyAsked }));
            continue;
        }
        let id = match there {
            Some(row) => row.id().to_string(),
            None => free_id(state, Kind::Provision, &format!("{prefix}-{}", code(&line.paragraph)), &mut taken),
        };
        let (title, action) = title(&line.action);
        drafts.push(Draft { line, asked, there, id, title, action });
    }
    (drafts, left)
}

/// The title of a provision of which nothing is told.
fn untold(paragraph: &str) -> String {
    format!("¶ {paragraph}")
}

fn longest(field: &str) -> usize {
    Kind::Provision.def().field(field).map_or(0, |field| field.max as usize)
}

/// The title of what is asked for, and the whole where it is longer.
fn title(action: &str) -> (String, Option<String>) {
    let line = action.split_whitespace().collect::<Vec<_>>().join(" ");
    let most = longest("title");
    if line.chars().count() <= most {
        return (line, None);
    }
    let cut: String = line.chars().take(most - 2).collect();
    let words = cut.rsplit_once(' ').map_or(&*cut, |(words, _)| words);
    (format!("{} …", words.trim_end_matches([',', ';', ':'])), Some(action.to_owned()))
}

impl Draft<'_> {
    /// What should be known of it.
    pub fn notes(&self, strings: &Strings) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(row) = self.there {
            notes.push(strings.instrument_there(row.title()));
        }
        if self.line.carried {
            notes.push(strings.instrument_carried());
        }
        if self.title.is_empty() {
            notes.push(strings.instrument_no_action());
        }
        if self.action.is_some() {
            notes.push(strings.instrument_cut());
        }
        notes
    }

    fn ids(&self, kind: Kind) -> Vec<&str> {
        let rows = self.asked.iter().flat_map(|part| &part.rows);
        rows.filter(|(of, _)| *of == kind).map(|(_, id)| &**id).collect()
    }

    /// What the step makes or sets of it. A field of which the table says nothing stays as it is.
    pub fn write(&self, instrument: &str, source: Option<&str>, create: &mut Vec<CreateRow>, set: &mut Vec<SetField>) {
        let mut fields = Map::new();
        // Where the whole action is there already, the title is one that somebody gave it.
        let is_told = |row: &Row| row.get("action").is_some() && alike(row.text("action")) == alike(&self.line.action);
        let told = self.there.is_some_and(|row| is_told(row));
        let mut put = |name: &str, value: Json| {
            let says = !matches!(&value, Json::String(text) if text.is_empty()) && value != json!([]);
            if says {
                fields.insert(name.to_owned(), value);
            }
        };
        if !told {
            put("title", json!(self.title));
            put("action", json!(self.action.as_deref().unwrap_or_default()));
        }
        put("heading", json!(self.line.heading));
        put("conditions", json!(self.line.conditions));
        put("asked", json!(self.asked.iter().map(|part| &part.words).collect::<Vec<_>>()));
        put("asked_organizations", json!(self.ids(Kind::Organization)));
        put("asked_groups", json!(self.ids(Kind::Group)));
        put("source", json!(source.unwrap_or_default()));
        match self.there {
            Some(row) => {
                // A shorter action leaves nothing of a longer one behind its title.
                if !told && self.action.is_none() && !self.title.is_empty() && row.get("action").is_some() {
                    fields.insert("action".into(), Json::Null);
                }
                let (kind, id) = (row.kind(), row.id());
                // What it says already is not changed, and not counted.
                let says = |(name, value): &(String, Json)| {
                    let read = kind.def().field(name).and_then(|field| Value::accept(field, value).ok());
                    read.is_some_and(|read| read.as_ref() == row.get(name))
                };
                set.extend(fields.into_iter().filter(|field| !says(field)).map(|(field, value)| SetField {
                    kind,
                    id: id.to_string(),
                    field,
                    value,
                    words: None,
                    was: None,
                }));
            }
            None => {
                // The plan has no row without a title: one of which the table asks nothing is called by its paragraph.
                fields.entry("title").or_insert_with(|| json!(untold(&self.line.paragraph)));
                fields.insert("instrument".into(), json!(instrument));
                fields.insert("paragraph".into(), json!(self.line.paragraph));
                create.push(CreateRow { kind: Kind::Provision, id: Some(self.id.clone()), fields });
            }
        }
    }
}
