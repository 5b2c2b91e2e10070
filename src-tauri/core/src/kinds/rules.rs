//! The table, rules: when documents are due before a meeting, and on which days nobody works. They belong to the catalogue:
//! their ids are codes, so that two people who take the same pack hold the same rows.

use super::OnDelete::{Cascade, Clear};
use super::field::{choice, date, flag, integer, long, name, order, reference, words};
use super::shared::{CONFIDENCE_FIELD, SOURCE_FIELD, SOURCE_PARA};
use super::{ANCHOR_FROM, Class, Kind, KindDef, MILESTONE_KIND, UNIT};

/// Rules of a body on when documents are due.
pub(super) const RULE_PACK: KindDef = KindDef {
    kind: Kind::RulePack,
    name: "rule_pack",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[name("title").required(), long("description"), SOURCE_FIELD, SOURCE_PARA, CONFIDENCE_FIELD, order()],
};

/// One rule of a pack.
pub(super) const RULE: KindDef = KindDef {
    kind: Kind::Rule,
    name: "rule",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        name("title").required(),
        reference("rule_pack", Kind::RulePack, Cascade).required(),
        choice("kind", MILESTONE_KIND),
        integer("anchor_distance"),
        choice("anchor_unit", UNIT),
        choice("anchor_from", ANCHOR_FROM),
        flag("anchor_working"),
        reference("organization", Kind::Organization, Clear),
        long("description"),
        SOURCE_FIELD,
        SOURCE_PARA,
        CONFIDENCE_FIELD,
        order(),
    ],
};

/// A day, or days on end, on which nobody works.
pub(super) const HOLIDAY: KindDef = KindDef {
    kind: Kind::Holiday,
    name: "holiday",
    class: Class::Content,
    private: false,
    catalogue: true,
    one_of: &[],
    identity: &[],
    fields: &[
        name("title").required(),
        date("date").required(),
        words("date_words"),
        SOURCE_FIELD,
        CONFIDENCE_FIELD,
        order(),
    ],
};
