//! A plan as one JSON file, for other programs: all rows and fields, nothing rounded, nothing translated. The file format is
//! frozen by its version; `docs/plan.schema.json` describes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};

use crate::kinds::{Class, Field, FieldType, Kind};
use crate::snapshot::{With, row_from_json, shared};
use crate::state::{Row, State, write_canonical};
use crate::{Error, Result, Value};

/// Name of the format.
pub const FORMAT: &str = "gdc-planner-plan";
/// Version of the format.
pub const VERSION: u32 = 1;

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Head {
    /// [`FORMAT`].
    format: String,
    /// [`VERSION`].
    version: u32,
    /// Title of the plan.
    title: String,
    /// When the rows were written last, RFC 3339.
    at: String,
    /// Hash of the content of these rows.
    hash: String,
    /// Kinds and `kind.field` that were left out because they are private.
    left_out: Vec<String>,
    /// Kinds and `kind.field` of a newer version that are private and in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    private: Vec<String>,
}

/// Writes the rows of a state. `at`: when they were written last. Equal rows, equal bytes.
///
/// # Errors
/// `Broken`, where what a newer version left cannot be read.
pub fn write(state: &State, at: &str, with: With) -> Result<Vec<u8>> {
    let seen = shared(state, with);
    let mut left_out: Vec<String> = Vec::new();
    for kind in Kind::content() {
        let def = kind.def();
        if kind == Kind::Note {
            // Notes go or stay one by one: to name them would tell that some stayed.
            continue;
        }
        if seen.count(kind) == 0 && state.count(kind) > 0 {
            left_out.push(def.name.to_owned());
            continue;
        }
        let missing = |field: &Field| {
            let filled = |state: &State| state.rows(kind).any(|row| row.get(field.name).is_some());
            field.private && filled(state) && !filled(&seen)
        };
        left_out.extend(def.fields.iter().filter(|f| missing(f)).map(|f| format!("{}.{}", def.name, f.name)));
    }
    let private: Vec<String> = match with.notes {
        true => seen.rows(Kind::PrivateName).map(|row| row.id().to_string()).collect(),
        false => Vec::new(),
    };
    let title = seen.row(Kind::About, "about").map(|row| row.text("title").to_owned()).unwrap_or_default();
    let head = Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        title,
        at: at.to_owned(),
        hash: seen.hash().hex(),
        left_out,
        private,
    };
    let head = serde_json::to_string(&head).map_err(Error::broken)?;
    let mut out = String::from(head.trim_end_matches('}'));
    out.push_str(",\"kinds\":{\n");
    let mut first = true;
    let mut begin = |out: &mut String, name: &str| {
        if !std::mem::take(&mut first) {
            out.push_str(",\n");
        }
        out.push_str(&format!("{}:[\n", Json::from(name)));
    };
    for kind in Kind::content().filter(|kind| seen.count(*kind) > 0) {
        begin(&mut out, kind.name());
        for (i, row) in seen.rows(kind).enumerate() {
            if i > 0 {
                out.push_str(",\n");
            }
            write_canonical(&Json::Object(row.to_json()), &mut out);
        }
        out.push_str("\n]");
    }
    for row in seen.rows(Kind::UnknownPart) {
        let rows: Vec<Json> = serde_json::from_str(row.text("body")).map_err(Error::damaged)?;
        begin(&mut out, row.id());
        for (i, row) in rows.iter().enumerate() {
            if i > 0 {
                out.push_str(",\n");
            }
            write_canonical(row, &mut out);
        }
        out.push_str("\n]");
    }
    out.push_str("\n}}\n");
    Ok(out.into_bytes())
}

/// Reads what [`write`] wrote: the rows, and of kinds that this version does not know what is to be kept of them.
///
/// # Errors
/// `Refused not-a-plan` for anything else, `newer-version`; `Broken damaged`, where the rows are not what the file says.
pub fn read(bytes: &[u8]) -> Result<State> {
    #[derive(Deserialize)]
    struct File {
        #[serde(flatten)]
        head: Head,
        kinds: BTreeMap<String, Vec<Map<String, Json>>>,
    }
    let file: File = serde_json::from_slice(bytes).map_err(|_| Error::refused("not-a-plan"))?;
    if file.head.format != FORMAT {
        return Err(Error::refused("not-a-plan"));
    }
    if file.head.version > VERSION {
        let version = file.head.version.to_string();
        return Err(Error::refused_with("newer-version", [("version", version), ("readable", "no".into())]));
    }
    let mut state = State::default();
    for (name, rows) in file.kinds {
        match Kind::from_name(&name).filter(|kind| kind.def().class == Class::Content) {
            Some(kind) => {
                for json in rows {
                    let row = row_from_json(kind, json)?;
                    if state.row(kind, row.id()).is_some() {
                        return Err(Error::damaged(format!("{name} {} is there twice", row.id())));
                    }
                    state.put(row);
                }
            }
            None => {
                let mut body = String::from("[\n");
                for (i, row) in rows.into_iter().enumerate() {
                    if i > 0 {
                        body.push_str(",\n");
                    }
                    write_canonical(&Json::Object(row), &mut body);
                }
                body.push_str("\n]\n");
                let index = Kind::UnknownPart.def().index("body").unwrap_or_default();
                let row = Row::new(Kind::UnknownPart, name.as_str());
                state.put(row.with(index, Some(Value::Text(body.as_str().into()))));
            }
        }
    }
    for name in &file.head.private {
        state.put(Row::new(Kind::PrivateName, name.as_str()));
    }
    if state.hash().hex() != file.head.hash {
        return Err(Error::damaged("the rows are not those that the file says"));
    }
    Ok(state)
}

/// The JSON Schema of the format, written from the table of kinds.
pub fn schema() -> Json {
    let kinds: Map<String, Json> = Kind::content()
        .map(|kind| {
            let def = kind.def();
            let mut fields: Map<String, Json> =
                def.fields.iter().map(|field| (field.name.to_owned(), schema_of(field))).collect();
            let id = json!({ "type": "string", "minLength": 1, "description": "permanent id: a UUID, or a code of the catalogue" });
            fields.insert("id".into(), id);
            let required: Vec<&str> =
                std::iter::once("id").chain(def.fields.iter().filter(|f| f.required).map(|f| f.name)).collect();
            let row = json!({ "type": "object", "properties": fields, "required": required });
            (def.name.to_owned(), json!({ "type": "array", "items": row }))
        })
        .collect();
    let names = json!({ "type": "array", "items": { "type": "string" } });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan of GDC Planner",
        "description": "All rows of a plan. A field that is empty is left out. What a newer version adds is allowed everywhere.",
        "type": "object",
        "required": ["format", "version", "title", "at", "hash", "left_out", "kinds"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "type": "integer", "minimum": 1 },
            "title": { "type": "string" },
            "at": { "type": "string", "description": "when the rows were written last, RFC 3339" },
            "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "hash of the content of these rows" },
            "left_out": names,
            "private": names,
            "kinds": {
                "type": "object",
                "properties": kinds,
                "additionalProperties": { "type": "array", "items": { "type": "object" } }
            }
        }
    })
}

fn schema_of(field: &Field) -> Json {
    let mut schema = match field.ty {
        FieldType::Text | FieldType::LongText | FieldType::Order => json!({ "type": "string" }),
        FieldType::Date => json!({ "type": "string", "description": "EDTF (ISO 8601-2)" }),
        FieldType::Choice(codes) => json!({ "type": "string", "examples": codes }),
        FieldType::Reference(kind, _) => {
            json!({ "type": "string", "description": format!("id of a row of {}", kind.name()) })
        }
        FieldType::Texts => json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true }),
        FieldType::References(kind) => json!({
            "type": "array", "items": { "type": "string" }, "uniqueItems": true,
            "description": format!("ids of rows of {}", kind.name()),
        }),
        FieldType::Integer => json!({ "type": "integer" }),
        FieldType::Decimal => json!({ "type": "number" }),
        FieldType::Flag => json!({ "const": true, "description": "yes; left out: no" }),
    };
    if matches!(field.ty, FieldType::Text | FieldType::LongText | FieldType::Order) {
        schema["maxLength"] = json!(field.max);
    }
    schema
}
