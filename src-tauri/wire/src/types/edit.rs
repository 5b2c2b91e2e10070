//! Requests that change the plan, and what they did.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;

/// Makes a row.
#[derive(Debug, Deserialize, TS)]
pub struct RowCreate {
    /// Its id, where it is a code that somebody gives; else left out.
    #[serde(default)]
    pub id: Option<String>,
    /// Its fields, by name. Dates may be typed in words.
    #[serde(default)]
    pub fields: BTreeMap<String, Json>,
}

/// Sets one field.
#[derive(Debug, Deserialize, TS)]
pub struct FieldSet {
    /// The row: its id, or its reference, acronym or code.
    pub id: String,
    /// The field.
    pub field: String,
    /// The new value; `null` empties it. A date may be EDTF or typed words.
    #[serde(default)]
    pub value: Json,
    /// For a date, the words as given.
    #[serde(default)]
    pub words: Option<String>,
    /// The value that the sender saw; left out: not checked. (Left out and `null` are different.)
    #[serde(default, deserialize_with = "given")]
    #[ts(type = "JsonValue", optional)]
    pub was: Option<Json>,
    /// One focus of one editor: what it sets is one step.
    #[serde(default)]
    pub token: Option<String>,
}

/// Tells `"was": null` from no `was`.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(deserializer).map(Some)
}

/// Deletes a row and what is nothing without it.
#[derive(Debug, Deserialize, TS)]
pub struct RowDelete {
    /// The row: its id, or its reference, acronym or code.
    pub id: String,
}

/// One field of one row, for operations on many.
#[derive(Debug, Deserialize, TS)]
pub struct SetOne {
    /// Kind.
    pub kind: String,
    /// The row.
    pub id: String,
    /// The field.
    pub field: String,
    /// The new value.
    #[serde(default)]
    pub value: Json,
    /// For a date, the words as given.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
    /// The value that the sender saw; left out: not checked.
    #[serde(default, deserialize_with = "given")]
    #[ts(type = "JsonValue", optional)]
    pub was: Option<Json>,
}

/// Sets many fields in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RowsSet {
    /// The fields.
    pub set: Vec<SetOne>,
}

/// Names a row of a kind.
#[derive(Debug, Deserialize, TS)]
pub struct RowName {
    /// Kind.
    pub kind: String,
    /// The row.
    pub id: String,
}

/// Deletes many rows in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RowsDelete {
    /// The rows.
    pub rows: Vec<RowName>,
}

/// Puts rows behind another, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RowsOrder {
    /// Kind.
    pub kind: String,
    /// The rows to move, in the order in which they are to stand.
    pub ids: Vec<String>,
    /// The row behind which they go; `null`: first, or as `before` says.
    #[serde(default)]
    pub after: Option<String>,
    /// The row before which they go, where that is given instead.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<String>,
}

/// Takes milestones from the reference calendar, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct MilestoneTake {
    /// The entries, in the order in which the milestones will stand.
    pub entries: Vec<String>,
}

/// Takes back the newest step.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct Undo {
    /// The user was asked about a step of an earlier sitting.
    pub confirmed: bool,
    /// The window is shown to others: the question and the announcement name nothing that is private.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// Does again what was taken back last.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct Redo {
    /// The window is shown to others: the announcement names nothing that is private.
    #[ts(optional, as = "Option<bool>")]
    pub discreet: bool,
}

/// What a write did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Written {
    /// Number of the step; `null`: nothing changed, there is no step.
    pub op: Option<i64>,
    /// The row that was made.
    pub created: Option<String>,
    /// What happened and how to take it back, for the live region.
    pub announcement: String,
    /// What the person should know of it besides: a rule did something else than one would think. Empty: nothing.
    pub note: String,
}
