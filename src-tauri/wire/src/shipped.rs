//! The snapshots that are built in: read once, to compare with and to look at.

use std::sync::{Arc, OnceLock};

use plan::kinds::{FieldType, Kind};
use plan::snapshot::Snapshot;
use plan::state::State;
use plan::{Error, Row, Value};
use plan_strings::Strings;

use crate::present;
use crate::session::Fault;
use crate::sources::Foreign;
use crate::types::ShippedField;

/// Names and bytes.
pub(crate) const SHIPPED: [(&str, &[u8]); 2] =
    [("starter", plan::assets::STARTER), ("developments", plan::assets::DEVELOPMENTS)];

/// The bytes of a snapshot that is built in.
pub(crate) fn bytes(name: &str) -> Result<&'static [u8], Fault> {
    let found = SHIPPED.iter().find(|(known, _)| *known == name);
    found.map(|(_, bytes)| *bytes).ok_or_else(|| Error::refused_with("no-such-moment", [("moment", name.to_owned())]))
}

/// A snapshot that is built in.
pub(crate) fn open(name: &str) -> Result<Arc<Foreign>, Fault> {
    static READ: [OnceLock<Arc<Foreign>>; SHIPPED.len()] = [const { OnceLock::new() }; SHIPPED.len()];
    let bytes = bytes(name)?;
    let place = SHIPPED.iter().position(|(known, _)| *known == name).unwrap_or_default();
    if let Some(known) = READ[place].get() {
        return Ok(known.clone());
    }
    let snapshot = Snapshot::read(bytes)?;
    let read = Arc::new(Foreign { state: snapshot.state.clone(), snapshot: Some(snapshot) });
    Ok(READ[place].get_or_init(|| read).clone())
}

/// The fields of a row of the catalogue whose shipped value is another; none, where it was not shipped.
pub(crate) fn differences(strings: &Strings, state: &State, row: &Row) -> Result<Option<Vec<ShippedField>>, Fault> {
    let def = row.kind().def();
    if !def.catalogue {
        return Ok(None);
    }
    let shipped = open("starter")?;
    let Some(was) = shipped.state.row(row.kind(), row.id()) else { return Ok(None) };
    let differs = |field: &&plan::Field| {
        // A place in the list is nothing that the reference says, and the words of a date are told with it.
        field.ty != FieldType::Order && !beside_a_date(row.kind(), field.name) && differs(was, row, field.name)
    };
    let told = |field: &plan::Field| {
        let value = was.get(field.name).map_or(serde_json::Value::Null, Value::to_json);
        let stated = Some(was.text(&format!("{}_words", field.name))).filter(|words| !words.is_empty());
        ShippedField {
            field: field.name.into(),
            label: strings.field(field.name),
            text: present::value_words(strings, state, row.kind(), field, &value, stated),
        }
    };
    Ok(Some(def.fields.iter().filter(differs).map(told).collect()))
}

fn differs(was: &Row, row: &Row, field: &str) -> bool {
    let words = format!("{field}_words");
    was.get(field) != row.get(field) || was.get(&words) != row.get(&words)
}

fn beside_a_date(kind: Kind, field: &str) -> bool {
    field.strip_suffix("_words").is_some_and(|date| kind.def().field(date).is_some())
}
