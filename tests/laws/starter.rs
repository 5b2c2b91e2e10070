//! The starter plan: everything that the ITU's action plan names is in it, the committed files are what the sources say, and
//! no sentence of the source document went along.

use std::path::{Path, PathBuf};

use plan::assets::{self, STARTER, starter_id};
use plan::fold::fold;
use plan::snapshot::Snapshot;
use plan::{FieldType, Kind, Row, State, Value};
use serde_json::Value as Json;

fn assets_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets")
}

fn starter() -> State {
    (*Snapshot::read(STARTER).unwrap().state).clone()
}

#[test]
fn the_committed_snapshots_are_what_their_sources_say() {
    let made = assets::shipped(&assets_folder()).unwrap();
    let advice = "run `cargo run -p plan --example build_starter` and commit what it wrote";
    assert!(made.starter == STARTER, "the starter is not what its sources say: {advice}");
    assert!(made.developments == assets::DEVELOPMENTS, "the developments are not what their sources say: {advice}");
}

/// One thing that the action plan names.
#[derive(serde::Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Check {
    what: String,
    #[serde(rename = "where")]
    place: String,
    kind: String,
    id: Option<String>,
    #[serde(rename = "match")]
    fields: Option<toml::Table>,
    words: Option<String>,
}

#[derive(serde::Deserialize)]
struct Checklist {
    check: Vec<Check>,
}

/// The texts of a row in which the words of a check may stand.
const SPEAKING: &[&str] = &[
    "title",
    "name",
    "short_title",
    "acronym",
    "aliases",
    "symbol",
    "stated_as",
    "counted",
    "date_words",
    "reference",
];

impl Check {
    /// What is wrong, if anything is.
    fn complaint(&self, state: &State) -> Option<String> {
        let kind = Kind::from_name(&self.kind)?;
        let rows: Vec<&Row> = match &self.id {
            Some(slug) => state.row(kind, &starter_id(kind, slug)).map(|row| &**row).into_iter().collect(),
            None => state.rows(kind).map(|row| &**row).filter(|row| self.fits(row)).collect(),
        };
        let row = match rows[..] {
            [] => return Some("is not there".into()),
            [row] => row,
            _ => return Some(format!("is there {} times", rows.len())),
        };
        if !self.fits(row) {
            return Some(format!("has other values: {row:?}"));
        }
        let words = fold(self.words.as_deref()?);
        let said = SPEAKING.iter().filter_map(|field| row.get(field)).any(|value| match value {
            Value::Text(text) => fold(text).contains(&words),
            Value::Set(set) => set.iter().any(|text| fold(text).contains(&words)),
            _ => false,
        });
        (!said).then(|| format!("does not say {:?}: {row:?}", self.words))
    }

    fn fits(&self, row: &Row) -> bool {
        let def = row.kind().def();
        self.fields.iter().flatten().all(|(name, wanted)| {
            let field = def.field(name).unwrap_or_else(|| panic!("{}: no field {name} in {self:?}", def.name));
            let value = row.get(name).map_or(Json::Null, Value::to_json);
            match (field.ty, wanted) {
                (FieldType::Reference(target, _), toml::Value::String(slug)) => value == starter_id(target, slug),
                (FieldType::Decimal, number) => {
                    value.as_f64() == number.as_float().or(number.as_integer().map(|n| n as f64))
                }
                (_, wanted) => value == serde_json::to_value(wanted).unwrap(),
            }
        })
    }
}

fn checklist() -> Vec<Check> {
    let text = std::fs::read_to_string(assets_folder().join("starter/checklist.toml")).unwrap();
    toml::from_str::<Checklist>(&text).unwrap().check
}

#[test]
fn everything_that_the_action_plan_names_is_there() {
    let (state, checks) = (starter(), checklist());
    let complaints: Vec<String> = checks
        .iter()
        .filter_map(|check| check.complaint(&state).map(|c| format!("{} ({}): {c}", check.what, check.place)))
        .collect();
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), checks.len(), complaints.join("\n"));
    assert!(checks.len() > 500, "the checklist shrank to {}", checks.len());
}

/// A checklist that cannot fail would show nothing.
#[test]
fn every_check_asks_for_something_and_fails_on_an_empty_plan() {
    let empty = State::default();
    for check in checklist() {
        assert!(Kind::from_name(&check.kind).is_some(), "no such kind: {check:?}");
        assert!(check.id.is_some() || check.fields.as_ref().is_some_and(|fields| !fields.is_empty()), "{check:?}");
        assert!(!check.what.is_empty() && !check.place.is_empty(), "{check:?}");
        assert!(check.complaint(&empty).is_some(), "{check:?}");
    }
}

/// Taking any single row out, or emptying what a check matches, is noticed for every row that a check names.
#[test]
fn a_row_that_is_missing_is_missed() {
    let (state, checks) = (starter(), checklist());
    for check in checks.iter().filter(|check| check.id.is_some()) {
        let kind = Kind::from_name(&check.kind).unwrap();
        let mut without = state.clone();
        without.remove(kind, &starter_id(kind, check.id.as_deref().unwrap()));
        assert!(check.complaint(&without).is_some(), "{check:?}");
    }
}

#[test]
fn the_catalogue_is_complete() {
    let state = starter();
    assert_eq!(state.count(Kind::ActionLine), 18, "C1 to C11, C7 as its eight sub-lines");
    assert_eq!(state.count(Kind::Goal), 17);
    assert_eq!(state.count(Kind::Objective), 7, "five, and two cross-cutting rows");
    let of = |instrument: &str| {
        state.rows(Kind::Provision).filter(|row| row.text("instrument") == instrument).collect::<Vec<_>>()
    };
    let compact = of("GDC");
    assert_eq!(compact.len(), 127, "provisions of the Compact");
    assert_eq!(compact.iter().filter(|row| row.text("due") == "2030").count(), 54, "due in 2030");
    assert!(!of("A-RES-80-173").is_empty());
    let numbers: Vec<i64> = state
        .rows(Kind::Goal)
        .filter_map(|row| if let Some(Value::Int(n)) = row.get("number") { Some(*n) } else { None })
        .collect();
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (1..=17).collect::<Vec<_>>());
    for line in state.rows(Kind::ActionLine) {
        assert!(!line.text("code").is_empty() && !line.text("title").is_empty());
        let facilitated = state.rows(Kind::Assignment).any(|row| row.text("action_line") == &**line.id());
        assert!(facilitated, "nobody facilitates {}", line.text("code"));
        if line.get("goals").is_some() {
            assert_eq!(line.text("goals_confidence"), "unverified", "{}", line.text("code"));
        }
    }
}

#[test]
fn what_is_stated_cites_its_source_and_every_entry_says_how_sure_it_is() {
    let state = starter();
    for kind in Kind::content() {
        let def = kind.def();
        for row in state.rows(kind) {
            if row.text("basis") == "stated" {
                assert!(!row.text("source").is_empty(), "{} {}: stated where?", def.name, row.title());
            }
            if def.catalogue && def.field("confidence").is_some() && kind != Kind::Objective {
                assert!(!row.text("confidence").is_empty(), "{} {}: how sure?", def.name, row.id());
            }
        }
    }
}

#[test]
fn nothing_private_is_shipped() {
    for bytes in [STARTER, assets::DEVELOPMENTS] {
        let snapshot = Snapshot::read(bytes).unwrap();
        assert_eq!(snapshot.state.count(Kind::Person), 0);
        assert!(
            snapshot
                .state
                .rows(Kind::Commitment)
                .all(|row| row.text("follow_up_reason").is_empty() && !row.flag("follow_up"))
        );
    }
}
