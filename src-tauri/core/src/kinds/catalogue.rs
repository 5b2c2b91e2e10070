//! The table, first room: the catalogue, whose ids are codes.

use super::OnDelete::{Clear, Refuse};
use super::field::{choice, code, date, flag, integer, long, name, order, reference, references, text, texts, words};
use super::shared::{CONFIDENCE_FIELD, SOURCE_FIELD, SOURCE_PARA};
use super::{CONFIDENCE, Class, Kind, KindDef, MILESTONE_KIND};

/// One of the five objectives of the Compact, or one of the two cross-cutting rows.
pub(super) const OBJECTIVE: KindDef = KindDef {
    kind: Kind::Objective,
    name: "objective",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        code("number"),
        name("title").required(),
        name("short_title").required(),
        texts("aliases"),
        SOURCE_FIELD,
        SOURCE_PARA,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A resolution or the like.
pub(super) const INSTRUMENT: KindDef = KindDef {
    kind: Kind::Instrument,
    name: "instrument",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        name("symbol").required(),
        name("title").required(),
        name("short_title"),
        date("adopted"),
        words("adopted_words"),
        name("body"),
        text("address"),
        SOURCE_FIELD,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// One numbered paragraph of an instrument.
pub(super) const PROVISION: KindDef = KindDef {
    kind: Kind::Provision,
    name: "provision",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        reference("instrument", Kind::Instrument, Refuse).required(),
        code("paragraph").required(),
        name("heading"),
        reference("objective", Kind::Objective, Refuse),
        choice("kind", &["undertaking", "principle", "call", "request", "invitation", "statement", "decision"]),
        name("title").required(),
        name("verb"),
        // What is asked for, in full, where the title is only its beginning.
        long("action"),
        // Who is asked, in the words of the text; and whom we know of them.
        texts("asked"),
        references("asked_organizations", Kind::Organization),
        references("asked_groups", Kind::Group),
        text("conditions"),
        date("due"),
        words("due_words"),
        references("goals", Kind::Goal),
        flag("all_goals"),
        // Looked at, and none of ours to answer.
        flag("not_for_us"),
        text("not_for_us_because"),
        SOURCE_FIELD,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A WSIS action line, C1 to C11, C7 as its eight sub-lines.
pub(super) const ACTION_LINE: KindDef = KindDef {
    kind: Kind::ActionLine,
    name: "action_line",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        code("code").required(),
        name("title").required(),
        name("short_title"),
        name("chapeau"),
        texts("aliases"),
        references("goals", Kind::Goal),
        choice("goals_confidence", CONFIDENCE),
        reference("goals_source", Kind::Source, Refuse),
        SOURCE_FIELD,
        SOURCE_PARA,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A Sustainable Development Goal.
pub(super) const GOAL: KindDef = KindDef {
    kind: Kind::Goal,
    name: "goal",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[integer("number"), name("title").required(), SOURCE_FIELD, CONFIDENCE_FIELD, order()],
};

/// What somebody can be in a group, on a commitment, at a milestone or for an action line.
pub(super) const ROLE: KindDef = KindDef {
    kind: Kind::Role,
    name: "role",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[name("title").required(), order()],
};

/// An agency, bureau, ministry, Member State or collective.
pub(super) const ORGANIZATION: KindDef = KindDef {
    kind: Kind::Organization,
    name: "organization",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        code("acronym"),
        name("name").required(),
        texts("aliases"),
        choice(
            "kind",
            &[
                "un_entity",
                "international_organization",
                "bureau",
                "member_state",
                "ministry",
                "collective",
                "company",
                "civil_society",
                "other",
            ],
        ),
        reference("parent", Kind::Organization, Clear),
        references("members", Kind::Organization),
        reference("successor", Kind::Organization, Clear),
        date("until"),
        words("until_words"),
        text("address"),
        SOURCE_FIELD,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A document that is cited.
pub(super) const SOURCE: KindDef = KindDef {
    kind: Kind::Source,
    name: "source",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        name("symbol"),
        name("title").required(),
        name("short_title"),
        date("date"),
        words("date_words"),
        name("body"),
        text("address"),
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A dated event of the reference calendar, from which milestones can be taken.
pub(super) const CALENDAR_ENTRY: KindDef = KindDef {
    kind: Kind::CalendarEntry,
    name: "calendar_entry",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        name("title").required(),
        choice("kind", MILESTONE_KIND),
        date("date"),
        words("date_words"),
        name("place"),
        name("document_symbol"),
        text("outcome"),
        SOURCE_FIELD,
        SOURCE_PARA,
        CONFIDENCE_FIELD,
        order(),
    ],
};
