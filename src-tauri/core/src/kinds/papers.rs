//! The table, room of the documents: what is written for a council from the rows of the plan.

use super::OnDelete::{Cascade, Clear};
use super::field::{choice, code, date, flag, integer, long, name, order, reference, text, words};
use super::{BLOCK_KIND, Class, DOCUMENT_STATE, Kind, KindDef, LANGUAGES, STATUS};

/// A Council document: its header and its box. What it says are its blocks.
pub(super) const DOCUMENT: KindDef = KindDef {
    kind: Kind::Document,
    name: "document",
    class: Class::Content,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    fields: &[
        name("title").required(),
        code("symbol"),
        choice("state", DOCUMENT_STATE),
        name("body"),
        name("session"),
        name("place"),
        date("held"),
        words("held_words"),
        name("agenda_item"),
        date("date"),
        words("date_words"),
        choice("original_language", LANGUAGES),
        name("author"),
        long("purpose"),
        long("action_required"),
        long("cited"),
        reference("revision_of", Kind::Document, Clear),
        reference("follows", Kind::Document, Clear),
        order(),
    ],
};

/// One piece of a document. The last fields say which rows a block draws on that shows rows of the plan.
pub(super) const BLOCK: KindDef = KindDef {
    kind: Kind::Block,
    name: "block",
    class: Class::Content,
    private: false,
    catalogue: false,
    one_of: &[],
    identity: &[],
    fields: &[
        reference("document", Kind::Document, Cascade).required(),
        choice("kind", BLOCK_KIND),
        integer("level"),
        flag("numbered"),
        long("text"),
        name("caption"),
        flag("landscape"),
        reference("objective", Kind::Objective, Clear),
        reference("organization", Kind::Organization, Clear),
        choice("status", STATUS),
        text("holds"),
        name("since"),
        order(),
    ],
};
