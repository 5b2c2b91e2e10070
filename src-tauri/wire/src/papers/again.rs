//! A file that was made before, made once more: the document as issued.

use plan::Error;
use plan::store::Export;
use plan_documents::Watch;
use plan_strings::Strings;

use super::word::{self, Written};
use super::{against, sha256_of};
use crate::session::{Call, Fault, Opened, Session, lock};
use crate::types::{PlanExport, Source};

/// What the books say of an export.
pub(super) fn found(session: &Session, id: i64) -> Result<Export, Fault> {
    let exports = match &*lock(&session.opened) {
        Opened::Plan(plan) => plan.exports()?,
        Opened::Snapshot { .. } => Vec::new(),
        Opened::Nothing => return Err(Error::refused("no-plan-open")),
    };
    exports.into_iter().find(|export| export.id == id).ok_or_else(|| Error::refused("no-such-export"))
}

/// The state since which an export marks changes; none: it marks none. Refused, where that is no state of this plan, or where the
/// export is no document.
pub(super) fn since_of(session: &Session, export: &Export) -> Result<Option<Source>, Fault> {
    if export.document.is_none() {
        return Err(Error::refused_with("export-not-again", [("file", export.file.clone())]));
    }
    let (_, Some(since)) = against::noted(export) else { return Ok(None) };
    let source = Source::Moment { moment: since.to_owned() };
    match session.step_of(&source) {
        Ok(Some(_)) => Ok(Some(source)),
        // A file of which the books know no more than its name.
        _ => Err(Error::refused_with("export-not-again", [("file", export.file.clone())])),
    }
}

/// What was asked for then, at another place.
pub(super) fn request(session: &Session, export: &Export, asked: PlanExport) -> Result<PlanExport, Fault> {
    Ok(PlanExport {
        format: export.format.clone(),
        source: Source::Moment { moment: export.op.to_string() },
        document: export.document.clone(),
        since: since_of(session, export)?,
        against: against::noted(export).0.map(str::to_owned),
        with: Vec::new(),
        language: None,
        ..asked
    })
}

/// The document as it was made. The books do not say in which language its own words were: it is the one that gives the same bytes;
/// where none does, that of the document.
pub(super) fn written(
    session: &Session,
    call: &Call,
    request: &PlanExport,
    export: &Export,
    watch: Watch<'_>,
) -> Result<Written, Fault> {
    let first = word::write(session, call, request, Some(export), watch)?;
    if sha256_of(&first.bytes) == export.sha256 {
        return Ok(first);
    }
    for language in Strings::languages_of_papers() {
        let request = PlanExport { language: Some(language.to_owned()), ..request.clone() };
        let other = word::write(session, call, &request, Some(export), watch)?;
        if sha256_of(&other.bytes) == export.sha256 {
            return Ok(other);
        }
    }
    Ok(first)
}
