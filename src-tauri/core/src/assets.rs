//! What every plan starts with: the catalogue, and the ITU's action plan as the starter.
//!
//! The sources are readable TOML in `assets/`. The starter plan **is** a snapshot with fixed ids, committed as a file:
//! all plans that were made from it share it as their ancestor, so it is never built anew at run time. A test holds the
//! committed file against the sources.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::history::order;
use crate::kinds::{FieldType, KINDS, Kind};
use crate::snapshot::{self, Snapshot, With, row_from_json};
use crate::{Context, Error, Result, State};

/// The ITU's action plan, as given to its Council working group in early 2025: bytes of a snapshot.
pub const STARTER: &[u8] = include_bytes!("../../../assets/starter/itu-action-plan.gdcsnap");
/// What became known later from public sources; descends from `STARTER`.
pub const DEVELOPMENTS: &[u8] = include_bytes!("../../../assets/starter/developments.gdcsnap");

/// The rule packs that come with the application, as readable source.
const RULE_PACKS: &str = include_str!("../../../assets/packs/rule-packs.toml");

/// The rule packs that come with the application, with their rules and the sources that they cite beside the catalogue. They are
/// no part of the starter, whose bytes never change: a plan takes them when somebody wants them.
///
/// # Errors
/// `Broken` where what is built in is not whole.
pub fn rule_packs() -> Result<State> {
    let packs = build(State::default(), &[("rule-packs.toml", RULE_PACKS)])?;
    let mut state = catalogue_sources()?;
    for kind in [Kind::Source, Kind::RulePack, Kind::Rule] {
        for row in packs.rows(kind) {
            state.put((**row).clone());
        }
    }
    Ok(state)
}

/// The sources of the catalogue alone.
fn catalogue_sources() -> Result<State> {
    let starter = Snapshot::read(STARTER)?;
    let mut state = State::default();
    for row in starter.state.rows(Kind::Source) {
        state.put((**row).clone());
    }
    Ok(state)
}

/// Namespace of the ids of the starter's rows, made of kind and slug.
const STARTER_IDS: Uuid = Uuid::from_u128(0x3a1c_0b9e_55d4_4f7a_a6c8_91e2_7d40_b6f5);

/// The catalogue alone, for an empty plan.
///
/// # Errors
/// `Broken` where the starter that is built in is not whole.
pub fn catalogue() -> Result<State> {
    let starter = Snapshot::read(STARTER)?;
    let mut state = State::default();
    for def in KINDS.iter().filter(|def| def.catalogue) {
        for row in starter.state.rows(def.kind) {
            state.put((**row).clone());
        }
    }
    // Who facilitates which action line is part of the catalogue too. The catalogue cites the annex as a whole; the plan's own
    // rows cite the objective under which the annex says so.
    let plan = "SRC-ITU-GDC-PLAN";
    for row in starter.state.rows(Kind::Assignment) {
        let of_catalogue = row.text("source") != plan || row.text("source_para") == "Annex, WSIS process";
        if !row.text("action_line").is_empty() && of_catalogue {
            state.put((**row).clone());
        }
    }
    Ok(state)
}

/// The id of a row of the starter: fixed, made of its kind and the slug in the source file. Codes of the catalogue stay.
pub fn starter_id(kind: Kind, slug: &str) -> String {
    if kind.def().catalogue || kind == Kind::About {
        return slug.to_owned();
    }
    Uuid::new_v5(&STARTER_IDS, format!("{}/{slug}", kind.name()).as_bytes()).to_string()
}

/// The snapshots that are built in, made anew from their sources.
pub struct Shipped {
    /// What `STARTER` holds.
    pub starter: Vec<u8>,
    /// What `DEVELOPMENTS` holds.
    pub developments: Vec<u8>,
}

/// Makes the snapshots that are built in from the folder `assets`, for the example `build_starter` that writes them and for
/// the test that holds what was committed against its sources.
///
/// # Errors
/// `Broken` with file and row, where a source does not keep to the table of kinds; or the disk.
pub fn shipped(assets: &Path) -> Result<Shipped> {
    let made = |at: &str, name: &str, state: &State| {
        let now: chrono::DateTime<chrono::Utc> = at.parse().map_err(Error::broken)?;
        let context =
            Context { now, today: now.date_naive(), by: "GDC Planner".into(), organization: String::new(), seed: 0 };
        snapshot::write(state, &context, name, With::default()).map(|(_, bytes)| bytes)
    };
    let sources = read_sources(&[assets.join("catalogue"), assets.join("starter/itu")])?;
    let starter = made("2025-02-10T00:00:00Z", "As given in early 2025", &build(State::default(), &refs(&sources))?)?;
    let sources = read_sources(&[assets.join("starter/developments")])?;
    let developments = build(Snapshot::read(&starter)?.into_plan_rows()?, &refs(&sources))?;
    let developments = made("2026-11-23T00:00:00Z", "Developments since, from public sources", &developments)?;
    Ok(Shipped { starter, developments })
}

fn refs(sources: &[(String, String)]) -> Vec<(&str, &str)> {
    sources.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// All TOML files of some folders, sorted by name.
fn read_sources(folders: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let mut sources = Vec::new();
    for folder in folders {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<std::io::Result<_>>()?;
        files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
        files.sort();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            sources.push((name, std::fs::read_to_string(&file)?));
        }
    }
    Ok(sources)
}

/// Builds rows from source files: TOML with one array of tables for each kind, and `[[set]]` for changes of rows that are
/// there already.
///
/// # Errors
/// `Broken` with file and row, where a source does not keep to the table of kinds.
pub fn build(mut state: State, sources: &[(&str, &str)]) -> Result<State> {
    let mut counts: std::collections::HashMap<Kind, usize> =
        Kind::all().map(|kind| (kind, state.count(kind))).collect();
    let mut tables: Vec<(&str, toml::Table)> = Vec::new();
    for (name, text) in sources {
        tables.push((name, text.parse().map_err(|e| Error::broken(format!("{name}: {e}")))?));
    }
    for (name, table) in &tables {
        for (key, rows) in table {
            let at = |what: String| Error::broken(format!("{name}: [[{key}]]: {what}"));
            let rows = rows.as_array().ok_or_else(|| at("not an array of tables".into()))?;
            if key == "set" {
                continue;
            }
            let kind = Kind::from_name(key).ok_or_else(|| at("no such kind".into()))?;
            for row in rows {
                let place = counts.entry(kind).or_default();
                let row = build_row(kind, row, *place).map_err(|e| at(format!("{row:?}: {e}")))?;
                if state.row(kind, row.id()).is_some() {
                    return Err(at(format!("{} is there twice: {row:?}", row.id())));
                }
                *place += 1;
                state.put(row);
            }
        }
    }
    for (name, table) in &tables {
        for set in table.get("set").and_then(toml::Value::as_array).into_iter().flatten() {
            let at = |what: String| Error::broken(format!("{name}: [[set]] {set:?}: {what}"));
            let text = |key: &str| set.get(key).and_then(toml::Value::as_str).ok_or_else(|| at(format!("no {key}")));
            let kind = Kind::from_name(text("kind")?).ok_or_else(|| at("no such kind".into()))?;
            // A row whose id is derived has no slug: it is found by the fields that its id is made of.
            let id = match set.get("match") {
                Some(identity) => {
                    let identity = json_fields(kind, identity).map_err(|e| at(e.to_string()))?;
                    crate::history::derived_id(kind.def(), 1, |name| identity.get(name).cloned())
                }
                None => starter_id(kind, text("id")?),
            };
            let mut row = (**state.need(kind, &id).map_err(|e| at(e.to_string()))?).clone();
            let fields = set.get("fields").ok_or_else(|| at("no fields".into()))?;
            let fields = json_fields(kind, fields).map_err(|e| at(e.to_string()))?;
            // As for people: the words of a date go with it.
            for field in kind.def().fields.iter().filter(|f| f.ty == FieldType::Date && fields.contains_key(f.name)) {
                if let Some(words) = kind.def().index(&format!("{}_words", field.name)) {
                    row = row.with(words, None);
                }
            }
            for (name, value) in fields {
                let index = kind.def().index(&name).ok_or_else(|| at(format!("no field {name}")))?;
                let value =
                    crate::Value::accept(&kind.def().fields[index as usize], &value).map_err(|e| at(e.to_string()))?;
                row = row.with(index, value);
            }
            state.put(row);
        }
    }
    for row in Kind::content().flat_map(|kind| state.rows(kind)) {
        crate::history::check_new(&state, row).map_err(|e| Error::broken(format!("{row:?}: {e}")))?;
    }
    Ok(state)
}

fn build_row(kind: Kind, source: &toml::Value, place: usize) -> Result<crate::Row> {
    let def = kind.def();
    let mut json = json_fields(kind, source)?;
    for (name, value) in &mut json {
        if name == "id" {
            continue;
        }
        let field = def.field(name).ok_or_else(|| Error::broken(format!("no field {name}")))?;
        // Through the rules of people's input, so that the starter is a plan that somebody could have typed.
        *value = crate::Value::accept(field, value)?.map_or(Json::Null, |v| v.to_json());
    }
    let id = match json.get("id").and_then(Json::as_str) {
        Some(slug) => starter_id(kind, slug),
        None if kind == Kind::About => "about".into(),
        None if !def.identity.is_empty() => {
            crate::history::derived_id(def, 1, |name| json.get(name).filter(|v| !v.is_null()).cloned())
        }
        None => return Err(Error::broken("no id")),
    };
    json.insert("id".into(), Json::from(id));
    json.insert("ord".into(), Json::from(order::nth(place)));
    json.retain(|name, _| name == "id" || def.field(name).is_some());
    row_from_json(kind, json)
}

/// The fields of a source row as JSON, with slugs of rows turned into their ids.
fn json_fields(kind: Kind, source: &toml::Value) -> Result<Map<String, Json>> {
    let json = serde_json::to_value(source).map_err(Error::broken)?;
    let Json::Object(mut fields) = json else { return Err(Error::broken("not a table")) };
    for field in kind.def().fields {
        let Some(value) = fields.get_mut(field.name) else { continue };
        match (field.ty, &mut *value) {
            (FieldType::Reference(target, _), Json::String(slug)) => *slug = starter_id(target, slug),
            (FieldType::References(target), Json::Array(slugs)) => {
                for slug in slugs {
                    if let Json::String(slug) = slug {
                        *slug = starter_id(target, slug);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(fields)
}
