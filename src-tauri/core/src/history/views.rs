//! The rules of views that are kept with the plan: they can be read again, and tell nobody what is private.

use serde_json::{Map, Value as Json};

use crate::kinds::Kind;
use crate::{Error, Result, Row};

/// What a saved view shows, as far as the core knows it: a JSON object, in which filters and conditions are pairs of a field and what
/// is asked of it.
///
/// # Errors
/// `view-unreadable`, where it is none; `view-private`, where it filters by what stays on the laptop: the view does not.
pub(super) fn check_view(row: &Row) -> Result<()> {
    if row.kind() != Kind::SavedView {
        return Ok(());
    }
    let unreadable = || Error::refused("view-unreadable");
    let shape: Map<String, Json> = serde_json::from_str(row.text("shape")).map_err(|_| unreadable())?;
    let kind = shape.get("kind").and_then(Json::as_str).and_then(Kind::from_name).ok_or_else(unreadable)?;
    for part in ["filters", "conditions"] {
        let Some(pairs) = shape.get(part) else { continue };
        for pair in pairs.as_array().ok_or_else(unreadable)? {
            let field = pair.get(0).and_then(Json::as_str).ok_or_else(unreadable)?;
            let private = kind.def().private
                || kind.def().field(field).is_some_and(|f| f.private || f.target().is_some_and(|k| k.def().private));
            if private {
                return Err(Error::refused_with("view-private", [("field", field.to_owned())]));
            }
        }
    }
    Ok(())
}
