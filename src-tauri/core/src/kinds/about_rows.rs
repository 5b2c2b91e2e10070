//! The table, a room of its own: what is said of rows. Reasons, statements, notes; each stands on a row and goes with it.

use super::OnDelete::{Cascade, Refuse};
use super::field::{choice, code, date, flag, long, name, order, reference, words};
use super::shared::{SOURCE_FIELD, SOURCE_PARA};
use super::{AUDIENCE, Class, Field, FieldType, Kind, KindDef};

/// The fields of a statement or a note of which exactly one says which row it is on.
pub const ON: &[&str] = &[
    "commitment",
    "milestone",
    "group",
    "organization",
    "objective",
    "provision",
    "action_line",
    "goal",
    "instrument",
    "indicator",
];

const ON_COMMITMENT: Field = reference("commitment", Kind::Commitment, Cascade);
const ON_MILESTONE: Field = reference("milestone", Kind::Milestone, Cascade);
const ON_GROUP: Field = reference("group", Kind::Group, Cascade);
// Rows of the catalogue are not deleted under what was said of them.
const ON_ORGANIZATION: Field = reference("organization", Kind::Organization, Refuse);
const ON_OBJECTIVE: Field = reference("objective", Kind::Objective, Refuse);
const ON_PROVISION: Field = reference("provision", Kind::Provision, Cascade);
const ON_ACTION_LINE: Field = reference("action_line", Kind::ActionLine, Cascade);
const ON_GOAL: Field = reference("goal", Kind::Goal, Cascade);
const ON_INSTRUMENT: Field = reference("instrument", Kind::Instrument, Refuse);
const ON_INDICATOR: Field = reference("indicator", Kind::Indicator, Cascade);

/// Why something that the plan check asks about is intended.
pub(super) const INTENT: KindDef = KindDef {
    kind: Kind::Intent,
    name: "intent",
    class: Class::Content,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &["rule", "subject"],
    fields: &[
        code("rule").required(),
        name("subject").required(),
        long("because").required(),
        // The rows that were asked about, one id a line: what is asked about others is asked again.
        Field::new("rows", FieldType::LongText, 4 << 20),
        name("said_by"),
        date("date"),
        words("date_words"),
        order(),
    ],
};

/// What was said to whom.
pub(super) const STATEMENT: KindDef = KindDef {
    kind: Kind::Statement,
    name: "statement",
    class: Class::Content,
    private: false,
    catalogue: false,
    one_of: &[ON],
    identity: &[],
    fields: &[
        ON_COMMITMENT,
        ON_MILESTONE,
        ON_GROUP,
        ON_ORGANIZATION,
        ON_OBJECTIVE,
        ON_PROVISION,
        ON_ACTION_LINE,
        ON_GOAL,
        ON_INSTRUMENT,
        ON_INDICATOR,
        name("said_to"),
        long("said"),
        flag("verbatim"),
        name("said_by"),
        date("date"),
        words("date_words"),
        name("session"),
        SOURCE_FIELD,
        SOURCE_PARA,
        order(),
    ],
};

/// A note on a row. The kind is private; a note that is for everyone travels all the same.
pub(super) const NOTE: KindDef = KindDef {
    kind: Kind::Note,
    name: "note",
    class: Class::Content,
    private: true,
    catalogue: false,
    one_of: &[ON],
    identity: &[],
    fields: &[
        ON_COMMITMENT,
        ON_MILESTONE,
        ON_GROUP,
        ON_ORGANIZATION,
        ON_OBJECTIVE,
        ON_PROVISION,
        ON_ACTION_LINE,
        ON_GOAL,
        ON_INSTRUMENT,
        ON_INDICATOR,
        long("text").required(),
        choice("audience", AUDIENCE),
        name("author"),
        date("date"),
        words("date_words"),
        order(),
    ],
};
