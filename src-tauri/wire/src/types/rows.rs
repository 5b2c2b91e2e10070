//! Kinds, fields, rows, lists of rows, dates as they are typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

use super::{Choice, RowBrief, Source};

/// Type of a field, for editors and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// EDTF date with words beside it.
    Date,
    /// One of `choices`.
    Choice,
    /// A row of `target`.
    Reference,
    /// Texts.
    Texts,
    /// Rows of `target`.
    References,
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
    /// Yes or no.
    Flag,
    /// A place in an order.
    Order,
}

/// A field of a kind.
#[derive(Debug, Serialize, TS)]
pub struct FieldInfo {
    /// Name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Type.
    pub field: FieldKind,
    /// Codes and labels of a choice.
    pub choices: Vec<Choice>,
    /// Kind of the rows that it names.
    pub target: Option<String>,
    /// Stays on the laptop unless asked for.
    pub private: bool,
    /// May not be empty.
    pub required: bool,
    /// Cannot be typed.
    pub computed: bool,
    /// Longest text, in characters.
    pub max: u32,
}

/// A kind.
#[derive(Debug, Serialize, TS)]
pub struct KindInfo {
    /// Name.
    pub kind: String,
    /// Label of one.
    pub label: String,
    /// Label of many.
    pub plural: String,
    /// Part of the catalogue.
    pub catalogue: bool,
    /// All of it stays on the laptop unless asked for.
    pub private: bool,
    /// Its fields, in order.
    pub fields: Vec<FieldInfo>,
}

/// One field of one row, ready to be shown and edited.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Cell {
    /// The value; `null`: empty.
    pub value: Json,
    /// The value in words. For an empty field what is said of it ("not stated"), or nothing.
    pub text: String,
    /// Longer words, where a short form is shown: the name behind an acronym.
    pub title: String,
    /// The field is empty.
    pub empty: bool,
}

/// One row, ready to be shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowView {
    /// Kind.
    pub kind: String,
    /// Permanent id.
    pub id: String,
    /// Short name: reference, acronym, code.
    pub short: String,
    /// Title.
    pub title: String,
    /// The fields that were asked for, by name, and computed columns: `when` and `owner_lead` of commitments, `when` of
    /// milestones, `shown_as_of` of both.
    pub cells: BTreeMap<String, Cell>,
    /// What became of it since the state that is compared with; left out: nothing did, or nothing is compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mark: Option<RowMark>,
}

/// What became of a row since an earlier state.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowMark {
    /// `added`: it was not there; `changed`.
    pub what: String,
    /// In words: "new", or which fields are others.
    pub words: String,
    /// What the cells that are others said before, in words ("was: 2025"), by field or column.
    pub was: BTreeMap<String, String>,
}

/// A filter on one field, or on a column that is worked out. All that it gives must be so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct FilterBy {
    /// Field or column.
    pub field: String,
    /// Codes or ids of which one is enough; `null` stands for "empty". Empty, and nothing else given: no row.
    #[serde(default)]
    pub any: Vec<Option<String>>,
    /// Words that stand in it, or in a name of what it names.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub contains: String,
    /// A date (EDTF) or a number: it may be then or later, it is so much or more.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub from: String,
    /// It may be then or earlier, it is so much or less.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub to: String,
    /// It is filled, or it is empty.
    #[serde(default)]
    #[ts(optional)]
    pub filled: Option<bool>,
}

/// One key of an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct SortBy {
    /// Field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// What a view shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ViewQuery {
    /// Words, all of which a row must hold.
    pub text: String,
    /// Filters, all of which must hold.
    pub filters: Vec<FilterBy>,
    /// Order; empty: the order of the plan.
    pub sort: Vec<SortBy>,
    /// Field to group by.
    pub group: Option<String>,
    /// The window is shown to others: what is private neither matches nor appears.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
    /// The state that the rows are compared with.
    #[ts(optional)]
    pub compare: Option<Source>,
    /// Only rows that are new or others than in that state.
    #[ts(optional, as = "Option<bool>")]
    pub only_changed: bool,
}

/// Asks for a window of a view.
#[derive(Debug, Deserialize, TS)]
pub struct ViewGet {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What to show.
    #[serde(default)]
    pub query: ViewQuery,
    /// Position of the first row.
    pub from: usize,
    /// Position behind the last row.
    pub to: usize,
    /// Fields to send; empty: all.
    #[serde(default)]
    pub fields: Vec<String>,
    /// A row that is wanted wherever it stands: the one that somebody is on.
    #[serde(default)]
    #[ts(optional)]
    pub anchor: Option<ViewAnchor>,
}

/// A row that is wanted with a window of a view, wherever it stands.
#[derive(Debug, Deserialize, TS)]
pub struct ViewAnchor {
    /// The row.
    pub id: String,
    /// Where it stood: if the view does not show it any more, the row that stands there instead is wanted.
    pub index: usize,
}

/// A row of a view, and where it stands.
#[derive(Debug, Serialize, TS)]
pub struct PlacedRow {
    /// Its position.
    pub index: usize,
    /// The row.
    pub row: RowView,
}

/// A group of a view.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupView {
    /// Code or id; `null`: the field is empty.
    pub key: Option<String>,
    /// Label.
    pub label: String,
    /// Sign before it: the number of an objective; empty: none.
    pub badge: String,
    /// Position of its first row.
    pub from: usize,
    /// Number of its rows.
    pub count: usize,
}

/// A window of a view.
#[derive(Debug, Serialize, TS)]
pub struct ViewWindow {
    /// The newest step that it knows of.
    pub op: i64,
    /// Rows in the view.
    pub count: usize,
    /// Rows without filters.
    pub total: usize,
    /// Groups, without gaps; empty: not grouped.
    pub groups: Vec<GroupView>,
    /// Position of the first row of `rows`.
    pub from: usize,
    /// The rows from there.
    pub rows: Vec<RowView>,
    /// The anchor, or what stands in its place; `null`: it is among the rows, nothing was asked for, or there are no rows.
    pub anchor: Option<PlacedRow>,
    /// What became of the rows that pass the filters since the state that is compared with; `null`: nothing is compared.
    pub compared: Option<Compared>,
}

/// What became of the rows of a view since an earlier state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Compared {
    /// Rows that are new.
    pub added: usize,
    /// Rows of which something is another.
    pub changed: usize,
    /// Rows that are no longer there.
    pub removed: usize,
    /// The counts in words.
    pub words: String,
}

/// Asks for the rows of the earlier state that are no longer there.
#[derive(Debug, Deserialize, TS)]
pub struct ViewGone {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What the view shows; with what it is compared stands in it.
    pub query: ViewQuery,
    /// How many at the most.
    pub limit: usize,
}

/// Rows that are no longer there.
#[derive(Debug, Serialize, TS)]
pub struct GoneRows {
    /// The rows, as they were called, each with when it was.
    pub rows: Vec<RowBrief>,
    /// All of them.
    pub count: usize,
}

/// Asks where a row stands in a view.
#[derive(Debug, Deserialize, TS)]
pub struct ViewPosition {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What the view shows.
    #[serde(default)]
    pub query: ViewQuery,
    /// The row.
    pub id: String,
}

/// Asks which values a field has, to filter by.
#[derive(Debug, Deserialize, TS)]
pub struct ViewChoices {
    /// Kind of the rows.
    pub kind: String,
    /// Which rows are meant.
    #[serde(default)]
    pub source: Source,
    /// What the view shows apart from this field's own filter.
    #[serde(default)]
    pub query: ViewQuery,
    /// The field.
    pub field: String,
}

/// A value that can be filtered by.
#[derive(Debug, Serialize, TS)]
pub struct ChoiceCount {
    /// Code or id; `null`: empty.
    pub key: Option<String>,
    /// Label.
    pub label: String,
    /// Rows that have it.
    pub count: usize,
}

/// Asks for rows whose name begins with or holds what was typed.
#[derive(Debug, Deserialize, TS)]
pub struct RowSuggest {
    /// Kind.
    pub kind: String,
    /// What was typed.
    pub text: String,
    /// How many at the most.
    #[serde(default = "dozen")]
    pub limit: usize,
    /// The window is shown to others: what is private neither matches nor appears.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

fn dozen() -> usize {
    12
}

/// A suggested row.
#[derive(Debug, Serialize, TS)]
pub struct Suggestion {
    /// Id.
    pub id: String,
    /// Short name.
    pub label: String,
    /// Title, or which alias fitted.
    pub hint: String,
}

/// Asks what a typed date means.
#[derive(Debug, Deserialize, TS)]
pub struct DateUnderstand {
    /// What was typed.
    pub text: String,
}

/// One meaning of a typed date.
#[derive(Debug, Serialize, TS)]
pub struct DateMeaning {
    /// EDTF.
    pub date: String,
    /// In words.
    pub words: String,
}

/// What a typed date means.
#[derive(Debug, Serialize, TS)]
pub struct DateAnswer {
    /// One meaning: understood. Several: to be asked. None: not understood.
    pub meanings: Vec<DateMeaning>,
}
