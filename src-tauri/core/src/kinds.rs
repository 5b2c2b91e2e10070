//! THE table: one declaration per kind and field.
//!
//! Schema, capture triggers, `<kind>_create | _set | _delete`, state, snapshots, diff, hash, history sentences, grid columns
//! and the TypeScript types are driven by it. A new field is one line here and one migration.

mod field;

use serde::{Deserialize, Serialize};

pub use field::{Class, Field, FieldType, KindDef, OnDelete};
use field::{choice, code, date, decimal, flag, integer, long, name, order, reference, references, text, texts, words};

use OnDelete::{Cascade, Clear, Refuse};

/// A kind of row. Its name is the name of its table, of its part in a snapshot and of its commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Kind {
    /// The plan itself: one row, id `about`.
    About,
    /// One of the five objectives of the Compact, or one of the two cross-cutting rows.
    Objective,
    /// A resolution or the like.
    Instrument,
    /// One numbered paragraph of an instrument.
    Provision,
    /// A WSIS action line, C1 to C11, C7 as its eight sub-lines.
    ActionLine,
    /// A Sustainable Development Goal.
    Goal,
    /// What somebody can be in a group, on a commitment, at a milestone or for an action line.
    Role,
    /// An agency, bureau, ministry, Member State or collective.
    Organization,
    /// A document that is cited.
    Source,
    /// A dated event of the reference calendar, from which milestones can be taken.
    CalendarEntry,
    /// A row of the plan.
    Commitment,
    /// A dated event, deadline, deliverable or decision.
    Milestone,
    /// A body: working group, sub-group, task force, network, commission, council.
    Group,
    /// A person; private.
    Person,
    /// Who holds which role where.
    Assignment,
    /// What is counted.
    Indicator,
    /// One value of an indicator.
    Measurement,
    /// A dated report on a commitment.
    Update,
    /// A link from a commitment or an objective to a provision, action line, goal, group or milestone.
    Mapping,
    /// Ledger: a snapshot that this plan descends from.
    Parent,
    /// Ledger: a part of a snapshot that this version does not know, kept to be written back.
    UnknownPart,
    /// Ledger: the name of a kind or `kind.field` that this version does not know and that is private.
    PrivateName,
}

/// How sure an entry of the catalogue is.
pub const CONFIDENCE: &[&str] = &["high", "medium", "low", "unverified"];
/// Where a fact comes from.
pub const BASIS: &[&str] = &["stated", "our_reading", "other"];
/// Status of a commitment.
pub const STATUS: &[&str] = &["planned", "ongoing", "completed", "concluded", "superseded", "not_reported"];
/// Kinds of commitment.
pub const COMMITMENT_KIND: &[&str] =
    &["undertaking", "activity", "offer", "platform", "national_commitment", "request_received"];
/// Units of a distance between milestones, and of nothing else.
pub const UNIT: &[&str] = &["days", "weeks", "months", "years"];

const SOURCE: Field = reference("source", Kind::Source, Refuse);
const SOURCE_PARA: Field = name("source_para");
const CONFIDENCE_FIELD: Field = choice("confidence", CONFIDENCE);
const BASIS_FIELD: Field = choice("basis", BASIS);
/// Whose reading it is, where the basis is somebody else's.
const BASIS_BY: Field = name("basis_by");
const AS_OF: Field = date("as_of");
const AS_OF_WORDS: Field = words("as_of_words");

/// All kinds, indexed by `Kind as usize`.
pub static KINDS: &[KindDef] = &[
    KindDef {
        kind: Kind::About,
        name: "about",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[name("title").required(), long("description"), reference("owner", Kind::Organization, Clear)],
    },
    KindDef {
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
            SOURCE,
            SOURCE_PARA,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
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
            SOURCE,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
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
            texts("asked"),
            text("conditions"),
            date("due"),
            words("due_words"),
            references("goals", Kind::Goal),
            flag("all_goals"),
            SOURCE,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
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
            SOURCE,
            SOURCE_PARA,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Goal,
        name: "goal",
        class: Class::Content,
        private: false,
        catalogue: true,
        one_of: &[],
        identity: &[],
        fields: &[integer("number"), name("title").required(), SOURCE, CONFIDENCE_FIELD, order()],
    },
    KindDef {
        kind: Kind::Role,
        name: "role",
        class: Class::Content,
        private: false,
        catalogue: true,
        one_of: &[],
        identity: &[],
        fields: &[name("title").required(), order()],
    },
    KindDef {
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
            SOURCE,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
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
    },
    KindDef {
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
            SOURCE,
            SOURCE_PARA,
            CONFIDENCE_FIELD,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Commitment,
        name: "commitment",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            code("reference").required().computed(),
            name("title").required(),
            long("description"),
            choice("kind", COMMITMENT_KIND),
            reference("owner", Kind::Organization, Refuse).required(),
            reference("objective", Kind::Objective, Refuse),
            references("objectives", Kind::Objective),
            reference("lead", Kind::Organization, Refuse),
            name("lead_post"),
            references("partners", Kind::Organization),
            choice("status", STATUS),
            date("status_as_of"),
            words("status_as_of_words"),
            name("status_by"),
            reference("superseded_by", Kind::Commitment, Clear),
            date("start"),
            words("start_words"),
            date("end"),
            words("end_words"),
            flag("standing"),
            choice("recurrence", &["yearly", "every_two_years", "every_four_years", "irregular"]),
            long("next_step"),
            flag("no_further_steps"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            AS_OF,
            AS_OF_WORDS,
            long("resources"),
            long("risks"),
            long("evidence"),
            flag("follow_up").private(),
            long("follow_up_reason").private(),
            order(),
        ],
    },
    KindDef {
        kind: Kind::Milestone,
        name: "milestone",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            name("title").required(),
            choice("kind", MILESTONE_KIND),
            long("description"),
            date("date"),
            words("date_words"),
            reference("anchor", Kind::Milestone, Clear),
            integer("anchor_distance"),
            choice("anchor_unit", UNIT),
            choice("anchor_from", &["start", "end"]),
            name("place"),
            reference("commitment", Kind::Commitment, Clear),
            reference("group", Kind::Group, Clear),
            reference("calendar_entry", Kind::CalendarEntry, Clear),
            long("outcome"),
            name("document_symbol"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            AS_OF,
            AS_OF_WORDS,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Group,
        name: "group",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            name("title").required(),
            code("acronym"),
            texts("aliases"),
            choice(
                "kind",
                &[
                    "working_group",
                    "sub_group",
                    "task_force",
                    "network",
                    "commission",
                    "council",
                    "committee",
                    "partnership",
                    "coalition",
                    "forum",
                ],
            ),
            reference("parent", Kind::Group, Clear),
            reference("objective", Kind::Objective, Refuse),
            long("mandate"),
            text("terms_of_reference"),
            date("start"),
            words("start_words"),
            date("end"),
            words("end_words"),
            reference("successor", Kind::Group, Clear),
            text("meets"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            AS_OF,
            AS_OF_WORDS,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Person,
        name: "person",
        class: Class::Content,
        private: true,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            name("name").required(),
            name("post"),
            reference("organization", Kind::Organization, Clear),
            name("email"),
            name("phone"),
            long("remarks"),
            order(),
        ],
    },
    KindDef {
        kind: Kind::Assignment,
        name: "assignment",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[&["group", "commitment", "milestone", "action_line"]],
        identity: &[
            "group",
            "commitment",
            "milestone",
            "action_line",
            "organization",
            "person",
            "role",
            "source",
            "source_para",
            "basis",
        ],
        fields: &[
            reference("group", Kind::Group, Cascade),
            reference("commitment", Kind::Commitment, Cascade),
            reference("milestone", Kind::Milestone, Cascade),
            reference("action_line", Kind::ActionLine, Cascade),
            reference("organization", Kind::Organization, Refuse),
            reference("person", Kind::Person, Clear).private(),
            reference("role", Kind::Role, Refuse).required(),
            choice("state", &["announced", "confirmed", "ended"]),
            date("start"),
            words("start_words"),
            date("end"),
            words("end_words"),
            text("stated_as"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            AS_OF,
            AS_OF_WORDS,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Indicator,
        name: "indicator",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            name("title").required(),
            long("counts"),
            name("unit"),
            reference("commitment", Kind::Commitment, Cascade),
            reference("objective", Kind::Objective, Refuse),
            decimal("baseline"),
            date("baseline_as_of"),
            words("baseline_as_of_words"),
            decimal("target"),
            date("target_by"),
            words("target_by_words"),
            text("means_of_verification"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Measurement,
        name: "measurement",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &["indicator", "qualifier", "value", "counted", "as_of", "source", "source_para", "basis"],
        fields: &[
            reference("indicator", Kind::Indicator, Cascade).required(),
            choice("qualifier", &["exact", "over", "about"]),
            decimal("value"),
            name("counted"),
            text("stated_as"),
            AS_OF,
            AS_OF_WORDS,
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Update,
        name: "update",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[
            reference("commitment", Kind::Commitment, Cascade).required(),
            date("date"),
            words("date_words"),
            choice("status", STATUS),
            long("report"),
            long("evidence"),
            flag("no_change"),
            name("reported_by"),
            SOURCE,
            SOURCE_PARA,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Mapping,
        name: "mapping",
        class: Class::Content,
        private: false,
        catalogue: false,
        one_of: &[&["commitment", "objective"], &["provision", "action_line", "goal", "group", "milestone"]],
        identity: &[
            "commitment",
            "objective",
            "provision",
            "action_line",
            "goal",
            "group",
            "milestone",
            "source",
            "source_para",
            "basis",
        ],
        fields: &[
            reference("commitment", Kind::Commitment, Cascade),
            reference("objective", Kind::Objective, Refuse),
            reference("provision", Kind::Provision, Cascade),
            reference("action_line", Kind::ActionLine, Cascade),
            reference("goal", Kind::Goal, Cascade),
            reference("group", Kind::Group, Cascade),
            reference("milestone", Kind::Milestone, Cascade),
            long("reason"),
            SOURCE,
            SOURCE_PARA,
            BASIS_FIELD,
            BASIS_BY,
            AS_OF,
            AS_OF_WORDS,
            order(),
        ],
    },
    KindDef {
        kind: Kind::Parent,
        name: "parent",
        class: Class::Ledger,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[name("name"), name("at"), name("by"), texts("parents"), flag("current"), order()],
    },
    KindDef {
        kind: Kind::UnknownPart,
        name: "unknown_part",
        class: Class::Ledger,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        // The limit is that of a part of a snapshot, not of what a person types.
        fields: &[Field::new("body", FieldType::LongText, 64 << 20)],
    },
    KindDef {
        kind: Kind::PrivateName,
        name: "private_name",
        class: Class::Ledger,
        private: false,
        catalogue: false,
        one_of: &[],
        identity: &[],
        fields: &[order()],
    },
];

/// Fields that say one thing together: a step that changed several of them is taken back in all or in none.
pub const TOGETHER: &[&[&str]] = &[
    &["status", "status_as_of", "status_as_of_words", "status_by"],
    &["anchor", "anchor_distance", "anchor_unit", "anchor_from"],
    PROVENANCE,
];

/// Where the facts of a row come from. The as-of of a measurement is none of it: it is the day of the value itself.
const PROVENANCE: &[&str] = &["basis", "basis_by", "source", "source_para", "as_of", "as_of_words"];

/// The facts of a row: what its basis, its source and its as-of speak for. A step that changes one of them and says nothing of
/// where it comes from makes it our reading. A status has a day and an author of its own.
pub const FACTS: &[(Kind, &[&str])] = &[
    (Kind::Commitment, &["lead", "partners", "start", "end"]),
    (Kind::Milestone, &["date", "anchor", "anchor_distance", "anchor_unit", "anchor_from", "place"]),
    (Kind::Group, &["kind", "parent", "objective", "start", "end", "successor"]),
    (
        Kind::Assignment,
        &["group", "commitment", "milestone", "action_line", "organization", "person", "role", "state", "start", "end"],
    ),
    (Kind::Indicator, &["baseline", "target", "target_by"]),
    (Kind::Measurement, &["qualifier", "value", "counted"]),
    (Kind::Mapping, &["commitment", "objective", "provision", "action_line", "goal", "group", "milestone"]),
];

/// Kinds of milestone and of calendar entry.
pub const MILESTONE_KIND: &[&str] = &["event", "deadline", "deliverable", "decision"];

impl Kind {
    /// Number of kinds.
    pub const COUNT: usize = Kind::PrivateName as usize + 1;

    /// The declaration of this kind.
    pub fn def(self) -> &'static KindDef {
        &KINDS[self as usize]
    }
    /// Name of the kind, as in tables and commands.
    pub fn name(self) -> &'static str {
        self.def().name
    }
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        KINDS.iter().find(|d| d.name == name).map(|d| d.kind)
    }
    /// The fields that are facts; none, where no basis speaks for them.
    pub fn facts(self) -> &'static [&'static str] {
        FACTS.iter().find(|(kind, _)| *kind == self).map_or(&[], |(_, facts)| facts)
    }
    /// The fields that say where the facts come from.
    pub fn provenance(self) -> impl Iterator<Item = &'static str> {
        let own_day = self == Kind::Measurement;
        let fields = PROVENANCE.iter().copied().filter(move |name| !own_day || !name.starts_with("as_of"));
        fields.filter(move |name| self.def().field(name).is_some())
    }
    /// All kinds.
    pub fn all() -> impl Iterator<Item = Kind> {
        KINDS.iter().map(|d| d.kind)
    }
    /// All content kinds, in an order in which a row's references mostly come before it.
    pub fn content() -> impl Iterator<Item = Kind> {
        KINDS.iter().filter(|d| d.class == Class::Content).map(|d| d.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_indexed_by_kind_and_names_are_unique() {
        assert_eq!(KINDS.len(), Kind::COUNT);
        for (i, def) in KINDS.iter().enumerate() {
            assert_eq!(def.kind as usize, i, "{} stands at the wrong place", def.name);
            assert_eq!(Kind::from_name(def.name), Some(def.kind));
            assert!(def.fields.len() < 255);
            for (j, field) in def.fields.iter().enumerate() {
                assert_eq!(def.index(field.name), Some(j as u8), "{}.{} is declared twice", def.name, field.name);
                assert!(!matches!(field.name, "id" | "extra"), "{}.{} is reserved", def.name, field.name);
                if field.ty == FieldType::Date {
                    let words = format!("{}_words", field.name);
                    assert!(def.field(&words).is_some(), "{}.{} has no words beside it", def.name, field.name);
                }
            }
            let facts = def.kind.facts();
            assert!(facts.is_empty() || def.field("basis").is_some(), "nothing speaks for the facts of {}", def.name);
            assert!(def.field("basis").is_none() || !facts.is_empty(), "{} has a basis and no facts", def.name);
            for name in def.identity.iter().chain(def.one_of.iter().copied().flatten()).chain(facts) {
                assert!(def.field(name).is_some(), "{}.{name} is named but not declared", def.name);
            }
        }
    }
}
