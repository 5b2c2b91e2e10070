//! The plan as tables: a workbook for people, and plain tables for programs.

use std::collections::HashMap;

use plan::date::{Shape, Unit, VagueDate};
use plan::kinds::{Field, FieldType, Kind};
use plan::{Error, Row, Value};
use plan_documents::table::{Cell, Column, List, Look, Table};
use plan_documents::workbook::Book;

use super::{Draft, dates};
use crate::present;
use crate::session::Fault;

/// Version of what the workbook says to programs.
const WORKBOOK: &str = "1";
/// Kinds in the order in which people want them: the plan first, then what it refers to.
const ORDER: &[Kind] = &[
    Kind::Commitment,
    Kind::Milestone,
    Kind::Group,
    Kind::Assignment,
    Kind::Indicator,
    Kind::Measurement,
    Kind::Update,
    Kind::Mapping,
    Kind::Person,
];

/// The one day of a date that is exactly known.
pub(super) fn exact_day(text: &str) -> Option<chrono::NaiveDate> {
    match VagueDate::parse(text).ok()?.shape() {
        Shape::One(point) if !point.qualifier.about() && !point.qualifier.doubt() => match point.unit {
            Unit::Day(day) => Some(day),
            _ => None,
        },
        _ => None,
    }
}

impl Draft<'_> {
    /// Whether a field may leave: of one that may not there is no column either.
    fn goes(&self, field: &Field) -> bool {
        !field.private || if field.target() == Some(Kind::Person) { self.with.persons } else { self.with.notes }
    }

    /// A table for programs: ids, codes and dates as they are stored, and beside each reference the short name of its row.
    pub(super) fn plain_table(&mut self) -> Result<Table, Fault> {
        let asked = self.request.kind.as_deref().unwrap_or("commitment").to_lowercase().replace('-', "_");
        let kind = Kind::content()
            .find(|kind| {
                let name = kind.name();
                let plural = name.strip_suffix('y').map_or_else(|| format!("{name}s"), |stem| format!("{stem}ies"));
                asked == name || asked == plural
            })
            .ok_or_else(|| Error::refused_with("no-such-kind", [("kind", asked.clone())]))?;
        let labelled = match self.request.heads.as_deref() {
            None | Some("names") => false,
            Some("labels") => true,
            Some(other) => return Err(Error::refused_with("bad-request", [("context", format!("heads: {other}"))])),
        };
        let def = kind.def();
        let column = |name: String, label: String| Column {
            name: if labelled { label.clone() } else { name },
            label,
            look: Look::Name,
            list: None,
        };
        let mut columns = vec![column("id".into(), "id".into())];
        for field in def.fields.iter().filter(|field| self.goes(field)) {
            let label = self.strings.field(field.name);
            columns.push(column(field.name.to_owned(), label.clone()));
            if field.target().is_some() {
                columns.push(column(format!("{}_name", field.name), self.strings.sheet_name_of(&label)));
            }
        }
        let rows = self.state.in_order(kind);
        let rows: Vec<Vec<Cell>> = rows.iter().map(|row| self.plain_row(row)).collect();
        self.count(kind, rows.len());
        Ok(Table { name: def.name.to_owned(), label: self.strings.kinds(kind), columns, rows })
    }

    fn plain_row(&self, row: &Row) -> Vec<Cell> {
        let mut cells = vec![Cell::text(&**row.id())];
        for field in row.kind().def().fields.iter().filter(|field| self.goes(field)) {
            let value = row.get(field.name);
            cells.push(match value {
                None => Cell::Empty,
                Some(Value::Int(n)) => Cell::Number(*n as f64),
                Some(Value::Real(x)) => Cell::Number(*x),
                Some(Value::Flag) => Cell::text("true"),
                Some(Value::Text(text)) => Cell::text(&**text),
                // An element has no line breaks, so that nothing is lost.
                Some(Value::Set(set)) => Cell::text(set.join("\n")),
            });
            let Some(target) = field.target() else { continue };
            let short = |id: &str| self.state.row(target, id).map_or(id, |row| row.short()).to_owned();
            cells.push(match value {
                Some(Value::Text(id)) => Cell::text(short(id)),
                Some(Value::Set(ids)) => Cell::text(ids.iter().map(|id| short(id)).collect::<Vec<_>>().join("\n")),
                _ => Cell::Empty,
            });
        }
        cells
    }

    /// The plan as a workbook.
    pub(super) fn book(&mut self) -> Book {
        let mut lists = Lists::default();
        let rest = Kind::content().filter(|kind| !ORDER.contains(kind));
        // The plan's own row is what the first sheet says; documents are made, not filled in.
        let kinds: Vec<Kind> = ORDER
            .iter()
            .copied()
            .chain(rest.filter(|kind| !matches!(kind, Kind::About | Kind::Document | Kind::Block)))
            .filter(|kind| self.state.count(*kind) > 0 || *kind == Kind::Commitment)
            .collect();
        for (kinds, counts) in
            [(kinds.as_slice(), &mut self.rows), (&[Kind::Document, Kind::Block], &mut self.left_out)]
        {
            let filled = kinds.iter().map(|kind| (kind.name().to_owned(), self.state.count(*kind)));
            counts.extend(filled.filter(|(_, count)| *count > 0));
        }
        let strings = &self.strings;
        let tables: Vec<Table> = kinds.iter().map(|kind| self.sheet(*kind, &mut lists)).collect();
        let facts = [
            ("format", "gdc-planner-workbook"),
            ("version", WORKBOOK),
            ("language", strings.lang()),
            ("at", &self.at_text),
            ("op", &self.op.to_string()),
            ("hash", &self.hash),
        ];
        Book {
            title: self.title(),
            creator: self.owner(),
            created: self.at,
            right_to_left: strings.direction() == "rtl",
            legend: (strings.sheet_legend(), self.legend(&kinds)),
            cut: strings.sheet_cut(),
            not_in_list: strings.sheet_not_in_list(),
            tables,
            lists: lists.lists,
            facts: facts.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }

    fn legend(&self, kinds: &[Kind]) -> Vec<(String, String)> {
        let strings = &self.strings;
        let state = self.state_words().map(|words| (strings.sheet_state_label(), words));
        let mut lines: Vec<_> = state.into_iter().collect();
        let asked = self.request.language.as_deref().unwrap_or(strings.lang());
        if !plan_strings::is_reviewed(strings.lang()) {
            lines.push((strings.sheet_language_label(), strings.sheet_unreviewed()));
        } else if !asked.to_lowercase().starts_with("en") && !asked.is_empty() && !asked.starts_with(strings.lang()) {
            lines.push((strings.sheet_language_label(), strings.sheet_no_words(asked)));
        }
        lines.extend([
            (strings.sheet_dates_label(), strings.sheet_dates()),
            (strings.sheet_lists_label(), strings.sheet_lists()),
            (strings.sheet_hidden_label(), strings.sheet_hidden()),
        ]);
        if !self.with.persons || !self.with.notes {
            lines.push((strings.sheet_private_label(), strings.sheet_private()));
        }
        lines.push((String::new(), String::new()));
        lines.push((strings.sheet_sheets(), String::new()));
        for kind in kinds {
            lines.push((strings.kinds(*kind), strings.sheet_rows(self.state.count(*kind) as u64)));
        }
        lines
    }

    fn sheet(&self, kind: Kind, lists: &mut Lists) -> Table {
        let def = kind.def();
        let fields: Vec<&'static Field> =
            def.fields.iter().filter(|field| field.ty != FieldType::Order && self.goes(field)).collect();
        let label = self.strings.field("id");
        let mut columns = vec![Column { name: "id".into(), label, look: Look::Hidden, list: None }];
        for field in &fields {
            columns.push(Column {
                name: field.name.to_owned(),
                label: self.strings.field(field.name),
                look: look(field),
                list: lists.of(self, kind, field),
            });
        }
        let hangs = kind == Kind::Milestone;
        if hangs {
            // Where a milestone hangs on another it has no date of its own; the days that follow from it are only shown. Beside a date
            // of its own nothing stands: it would say the same twice.
            let label = self.strings.sheet_when();
            columns.insert(2, Column { name: "when".into(), label, look: Look::Date, list: None });
        }
        let mut codes: HashMap<(&str, String), String> = HashMap::new();
        let rows = self.state.in_order(kind).iter().map(|row| {
            let mut cells = Vec::with_capacity(columns.len());
            cells.push(Cell::text(&**row.id()));
            for field in &fields {
                cells.push(self.cell(kind, field, row, &mut codes));
            }
            if hangs {
                let own = !(row.text("date").is_empty() && row.text("date_words").is_empty());
                let when = || dates::when(&self.strings, &self.state, row).unwrap_or_default();
                cells.insert(2, if own { Cell::Empty } else { self.day_or(row, when) });
            }
            cells
        });
        let rows: Vec<Vec<Cell>> = rows.collect();
        Table { name: def.name.to_owned(), label: self.strings.kinds(kind), columns, rows }
    }

    /// The day that a milestone comes to; words, where it is none.
    fn day_or(&self, row: &Row, words: impl Fn() -> String) -> Cell {
        let day = self.state.days(row.id()).and_then(|days| days.bounds.exact());
        day.map_or_else(|| Cell::text(words()), Cell::Day)
    }

    fn cell<'f>(
        &self,
        kind: Kind,
        field: &'f Field,
        row: &Row,
        codes: &mut HashMap<(&'f str, String), String>,
    ) -> Cell {
        match (field.ty, row.get(field.name)) {
            // Words alone are all that is known of a date.
            (FieldType::Date, None) => Cell::text(dates::cell(&self.strings, row, field.name).unwrap_or_default()),
            (_, None) => Cell::Empty,
            (_, Some(Value::Int(n))) => Cell::Number(*n as f64),
            (_, Some(Value::Real(x))) => Cell::Number(*x),
            (FieldType::Choice(_), Some(Value::Text(code))) => {
                let words = codes
                    .entry((field.name, code.to_string()))
                    .or_insert_with(|| self.strings.choice(kind, field.name, code));
                Cell::text(words.clone())
            }
            (FieldType::Date, Some(Value::Text(text))) => match exact_day(text) {
                Some(day) => Cell::Day(day),
                // A date of a newer version stands as it is.
                None => match present::date_of(row, field.name) {
                    Some(_) => Cell::text(dates::cell(&self.strings, row, field.name).unwrap_or_default()),
                    None => Cell::text(&**text),
                },
            },
            (FieldType::Text | FieldType::LongText, Some(Value::Text(text))) => Cell::text(&**text),
            (_, Some(value)) => {
                let words = present::value_words(&self.strings, &self.state, kind, field, &value.to_json(), None);
                Cell::text(words)
            }
        }
    }
}

fn look(field: &Field) -> Look {
    match field.ty {
        _ if field.name.ends_with("_words") => Look::Hidden,
        FieldType::Text if field.max <= 40 => Look::Short,
        FieldType::Text if field.max > 300 => Look::Long,
        FieldType::LongText => Look::Long,
        FieldType::Date => Look::Date,
        FieldType::Choice(_) | FieldType::Flag => Look::Short,
        FieldType::Integer | FieldType::Decimal => Look::Number,
        _ => Look::Name,
    }
}

/// The lists of a book, each once.
#[derive(Default)]
struct Lists {
    lists: Vec<List>,
    known: HashMap<String, usize>,
}

impl Lists {
    /// What can be chosen in a field: codes in words, yes and no, the short names of rows.
    fn of(&mut self, draft: &Draft<'_>, kind: Kind, field: &Field) -> Option<usize> {
        let strings = &draft.strings;
        let (key, label, values, closed) = match field.ty {
            FieldType::Choice(codes) => {
                let values = codes.iter().map(|code| strings.choice(kind, field.name, code)).collect();
                (format!("{}.{}", kind.name(), field.name), strings.field(field.name), values, true)
            }
            FieldType::Flag => ("yes".to_owned(), strings.yes(), vec![strings.yes()], true),
            FieldType::Reference(target, _) => {
                if let Some(known) = self.known.get(target.name()) {
                    return Some(*known);
                }
                let rows = draft.state.in_order(target);
                let mut values: Vec<String> =
                    rows.iter().map(|row| crate::names::short_of(strings, &draft.state, row)).collect();
                values.sort_unstable();
                values.dedup();
                (target.name().to_owned(), strings.kinds(target), values, false)
            }
            _ => return None,
        };
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        self.lists.push(List { label, values, closed });
        self.known.insert(key, self.lists.len() - 1);
        Some(self.lists.len() - 1)
    }
}
