//! What in a row is a fact, and what says where it comes from.

use super::Kind;

/// Fields that say one thing together: a step that changed several of them is taken back in all or in none.
pub const TOGETHER: &[&[&str]] = &[
    &["status", "status_as_of", "status_as_of_words", "status_by", "superseded_by"],
    &["anchor", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working"],
    &["not_for_us", "not_for_us_because"],
    PROVENANCE,
];

/// Where the facts of a row come from. The as-of of a measurement is none of it: it is the day of the value itself.
pub(super) const PROVENANCE: &[&str] = &["basis", "basis_by", "source", "source_para", "as_of", "as_of_words"];

/// The facts of a row: what its basis, its source and its as-of speak for. A step that changes one of them and says nothing of
/// where it comes from makes it our reading. A status has a day and an author of its own.
pub const FACTS: &[(Kind, &[&str])] = &[
    (Kind::Commitment, &["lead", "partners", "start", "end"]),
    (Kind::Milestone, &["date", "anchor", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working", "place"]),
    (Kind::Group, &["kind", "parent", "objective", "start", "end", "successor"]),
    (
        Kind::Assignment,
        &["group", "commitment", "milestone", "action_line", "organization", "person", "role", "state", "start", "end"],
    ),
    (Kind::Indicator, &["baseline", "target", "target_by"]),
    (Kind::Measurement, &["qualifier", "value", "counted"]),
    (Kind::Mapping, &["commitment", "objective", "provision", "action_line", "goal", "group", "milestone"]),
];
