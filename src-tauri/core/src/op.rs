//! The operations: what a step may do, each with one name through all layers.

use std::collections::HashSet;

use serde_json::{Map, Value as Json, json};

use crate::kinds::Kind;
use crate::matrix::Column;

/// One field to be set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetField {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Name of the field.
    pub field: String,
    /// The new value as JSON; `null` empties the field.
    pub value: Json,
    /// For a date, the words as they were given; without them the words of the old date go.
    pub words: Option<String>,
    /// The value that the sender saw. Where the field has another by now, the operation is stale.
    pub was: Option<Json>,
}

/// One row to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateRow {
    /// Kind of the row.
    pub kind: Kind,
    /// Its id, where it is not to be made: a code of the catalogue.
    pub id: Option<String>,
    /// Its fields.
    pub fields: Map<String, Json>,
}

/// What an operation on many cells is, as people know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellsHow {
    /// What was on the clipboard was put into cells; what was cut is empty where it stood.
    Paste,
    /// The first cell goes into the others.
    Fill,
    /// Cells are emptied.
    Clear,
    /// Words are replaced by others.
    Replace,
    /// Several rows get the same.
    Edit,
}

impl CellsHow {
    /// All of them.
    pub const ALL: [CellsHow; 5] =
        [CellsHow::Paste, CellsHow::Fill, CellsHow::Clear, CellsHow::Replace, CellsHow::Edit];

    /// Its name in history.
    pub fn name(self) -> &'static str {
        match self {
            CellsHow::Paste => "cells_paste",
            CellsHow::Fill => "cells_fill",
            CellsHow::Clear => "cells_clear",
            CellsHow::Replace => "cells_replace",
            CellsHow::Edit => "cells_edit",
        }
    }
}

/// How a paragraph is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answering {
    /// The commitment goes on to answer it.
    Continues(String),
    /// What the paragraph asks for is done, by the commitment.
    Completed(String),
    /// The commitment is superseded by another that is there, which answers the paragraph.
    SupersededBy(String, String),
    /// The commitment is superseded by a new one, which is made and answers the paragraph.
    SupersededByNew(String, Map<String, Json>),
    /// A new commitment is made for the paragraph. What is not among its fields comes from the paragraph.
    New(Map<String, Json>),
}

impl Answering {
    /// The commitment that was there before.
    pub fn commitment(&self) -> Option<&str> {
        match self {
            Answering::Continues(id) | Answering::Completed(id) => Some(id),
            Answering::SupersededBy(id, _) | Answering::SupersededByNew(id, _) => Some(id),
            Answering::New(_) => None,
        }
    }
}

/// An operation. Each is one step of history.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Makes a row.
    Create(CreateRow),
    /// Sets one field.
    Set(SetField),
    /// Deletes a row, and what is nothing without it.
    Delete {
        /// Kind of the row.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// Sets several fields of several rows: fill, paste, bulk edit.
    SetMany(Vec<SetField>),
    /// Sets cells of several rows, and makes the rows that are more than there were: paste, fill, replace, bulk edit.
    Cells {
        /// What it is called.
        how: CellsHow,
        /// New rows, in the order in which they will stand.
        create: Vec<CreateRow>,
        /// Fields of rows that are there.
        set: Vec<SetField>,
    },
    /// Deletes several rows.
    DeleteMany(Vec<(Kind, String)>),
    /// Puts rows one behind the other, behind another of their kind, or first.
    Move {
        /// Kind of the rows.
        kind: Kind,
        /// The rows to move, in the order in which they are to stand.
        ids: Vec<String>,
        /// The row behind which they go; none: first. One of them: the place where that one is.
        after: Option<String>,
    },
    /// Puts a line of the annex behind another one, or first; in its cell, or in another.
    AnnexMove {
        /// Commitment or mapping.
        kind: Kind,
        /// Its id.
        id: String,
        /// The objective of the cell.
        objective: String,
        /// The column of the cell.
        column: Column,
        /// The line behind which it goes; none: first.
        after: Option<(Kind, String)>,
    },
    /// Takes a line out of the annex. A commitment stays in the plan; of a link nothing is left.
    AnnexRemove {
        /// Commitment or mapping.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// Takes milestones of the plan from entries of the reference calendar, in this order.
    TakeFromCalendar {
        /// Ids of the entries.
        entries: Vec<String>,
    },
    /// Takes rule packs that come with the application into the plan, with their rules.
    RulePackTake {
        /// Ids of the packs.
        packs: Vec<String>,
    },
    /// Makes an instrument with its provisions, or fills one that is there.
    InstrumentAdd {
        /// Its id.
        instrument: String,
        /// Rows of the catalogue, each after those that it names; their ids follow from what they are.
        create: Vec<CreateRow>,
        /// Fields of rows that are there.
        set: Vec<SetField>,
    },
    /// Says how a commitment answers a paragraph of an instrument. What was said of both before is replaced; that the paragraph is
    /// none of ours no longer holds.
    CarryAnswer {
        /// The paragraph.
        provision: String,
        /// How, and which commitment.
        answer: Answering,
    },
    /// Says of paragraphs that they are none of ours. Answers that they had are taken back.
    CarryNotForUs {
        /// The paragraphs.
        provisions: Vec<String>,
        /// Why.
        because: String,
    },
    /// Takes back what was decided about paragraphs.
    CarryTakeBack {
        /// The paragraphs.
        provisions: Vec<String>,
        /// Only how this commitment answers; none: all.
        commitment: Option<String>,
    },
    /// Lays out the deadlines of a pack before a meeting: milestones that hang on it. A pack that the plan has not is taken.
    RulePackApply {
        /// The pack.
        pack: String,
        /// The meeting.
        milestone: String,
        /// Which of its rules; empty: all.
        rules: Vec<String>,
        /// All of them keep to working days, whatever the rules say.
        working: bool,
        /// Who coordinates what is due.
        organization: Option<String>,
    },
    /// A group has done its work: it ends.
    GroupConclude {
        /// The group.
        group: String,
        /// When it ended, EDTF.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
        /// Who still holds a role in it holds it no longer, from that date on.
        end_roles: bool,
    },
    /// A group is followed by another, and ends. Of `successor` and `title` exactly one is given.
    GroupSucceed {
        /// The group.
        group: String,
        /// When, EDTF; empty: the end that the group has already.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
        /// The group that follows, where there is one already.
        successor: Option<String>,
        /// The title of a new one, which takes over parent, kind and objective, and starts on that date.
        title: Option<String>,
        /// Its sub-groups become sub-groups of the one that follows.
        sub_groups: bool,
    },
    /// An organization has another name: the old one stays among those that it is also known as.
    OrganizationRename {
        /// The organization.
        organization: String,
        /// Its new name.
        name: String,
        /// Its new acronym; none: it keeps its own; empty: it has none any more.
        acronym: Option<String>,
    },
    /// An organization is no more, or another has taken its place. Of `successor` and `name` at the most one is given.
    OrganizationConclude {
        /// The organization.
        organization: String,
        /// Until when, EDTF; empty: the end that it has already.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
        /// The organization that follows, where there is one already.
        successor: Option<String>,
        /// The name of a new one that follows, which takes over parent and kind.
        name: Option<String>,
        /// The roles that it still holds end with it.
        end_roles: bool,
    },
    /// Somebody holds a role no longer.
    AssignmentEnd {
        /// The assignment.
        assignment: String,
        /// Others that end with it: several documents may state the same. What has ended among them is left alone.
        also: Vec<String>,
        /// Until when, EDTF; empty: not stated.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
    },
    /// A role in a group goes to another group, or to another organization, or both; or is held there as well.
    AssignmentMove {
        /// The assignment.
        assignment: String,
        /// Others that go with it: several documents may state the same. What has ended among them stays.
        also: Vec<String>,
        /// The group; none: it stays in its group.
        group: Option<String>,
        /// The organization; none: it stays with its organization.
        organization: Option<String>,
        /// It stays where it is, and is held there as well.
        copy: bool,
    },
    /// A milestone is on another date. One that hangs on another keeps hanging, at another distance.
    MilestoneMove {
        /// The milestone.
        milestone: String,
        /// The new date, EDTF.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
    },
    /// A dated report on a commitment; its status as of that day with it.
    CommitmentReport {
        /// The commitment.
        commitment: String,
        /// As of when, EDTF; empty: today.
        date: String,
        /// The words of that date, as they were given.
        words: Option<String>,
        /// The status, where one is stated.
        status: Option<String>,
        /// What is reported.
        report: Option<String>,
        /// Where it can be seen.
        evidence: Option<String>,
        /// Confirmed, no change: the status is stated again.
        no_change: bool,
    },
    /// A document is made with its blocks.
    DocumentMake {
        /// Fields of the document.
        document: Map<String, Json>,
        /// Fields of its blocks, in the order in which they stand.
        blocks: Vec<Map<String, Json>>,
    },
    /// A copy of a document with its blocks is made, as a draft that is a revision of it.
    DocumentRevise {
        /// The document.
        document: String,
    },
}

impl Op {
    /// The name of the operation in history and on the wire.
    pub fn name(&self) -> String {
        match self {
            Op::Create(row) => format!("{}_create", row.kind.name()),
            Op::Set(set) => format!("{}_set", set.kind.name()),
            Op::Delete { kind, .. } => format!("{}_delete", kind.name()),
            Op::SetMany(_) => "rows_set".into(),
            Op::Cells { how, .. } => how.name().into(),
            Op::DeleteMany(_) => "rows_delete".into(),
            Op::Move { .. } => "rows_order".into(),
            Op::AnnexMove { .. } => "annex_move".into(),
            Op::AnnexRemove { .. } => "annex_remove".into(),
            Op::TakeFromCalendar { .. } => "milestone_take".into(),
            Op::RulePackTake { .. } => "rule_pack_take".into(),
            Op::InstrumentAdd { .. } => "instrument_add".into(),
            Op::CarryAnswer { answer, .. } => match answer {
                Answering::Continues(_) => "carry_continues".into(),
                Answering::Completed(_) => "carry_completed".into(),
                Answering::SupersededBy(..) | Answering::SupersededByNew(..) => "carry_superseded".into(),
                Answering::New(_) => "carry_new".into(),
            },
            Op::CarryNotForUs { .. } => "carry_not_for_us".into(),
            Op::CarryTakeBack { .. } => "carry_take_back".into(),
            Op::RulePackApply { .. } => "rule_pack_apply".into(),
            Op::GroupConclude { .. } => "group_conclude".into(),
            Op::GroupSucceed { .. } => "group_succeed".into(),
            Op::OrganizationRename { .. } => "organization_rename".into(),
            Op::OrganizationConclude { successor: None, name: None, .. } => "organization_conclude".into(),
            Op::OrganizationConclude { .. } => "organization_succeed".into(),
            Op::AssignmentEnd { .. } => "assignment_end".into(),
            Op::AssignmentMove { copy: false, .. } => "assignment_move".into(),
            Op::AssignmentMove { copy: true, .. } => "assignment_copy".into(),
            Op::MilestoneMove { .. } => "milestone_move".into(),
            Op::CommitmentReport { .. } => "commitment_report".into(),
            Op::DocumentMake { .. } => "document_from_template".into(),
            Op::DocumentRevise { .. } => "document_revise".into(),
        }
    }

    /// What history keeps of the arguments: enough to name the step. The values stand in the changes.
    pub(crate) fn args(&self) -> Json {
        match self {
            Op::Create(row) => json!({ "kind": row.kind.name() }),
            Op::Set(set) => json!({ "kind": set.kind.name(), "id": set.id, "field": set.field }),
            Op::Delete { kind, id } => json!({ "kind": kind.name(), "id": id }),
            Op::SetMany(sets) => args_of(sets, 0),
            Op::Cells { create, set, .. } => args_of(set, create.len()),
            Op::DeleteMany(rows) => match rows.as_slice() {
                [(kind, id)] => json!({ "kind": kind.name(), "id": id, "count": 1 }),
                several => json!({ "count": several.len() }),
            },
            Op::Move { kind, ids, .. } => match ids.as_slice() {
                [id] => json!({ "kind": kind.name(), "id": id }),
                several => json!({ "kind": kind.name(), "count": several.len() }),
            },
            Op::AnnexMove { kind, id, .. } | Op::AnnexRemove { kind, id } => {
                json!({ "kind": kind.name(), "id": id, "field": "annex" })
            }
            Op::TakeFromCalendar { entries } => match entries.as_slice() {
                [entry] => json!({ "kind": "milestone", "entry": entry }),
                several => json!({ "kind": "milestone", "count": several.len() }),
            },
            Op::RulePackTake { packs } => json!({ "kind": "rule_pack", "count": packs.len() }),
            Op::InstrumentAdd { instrument, create, set } => {
                let provisions = create.iter().filter(|row| row.kind == Kind::Provision).count();
                let filled: HashSet<&str> =
                    set.iter().filter(|set| set.kind == Kind::Provision).map(|set| &*set.id).collect();
                let mut args = json!({ "kind": "instrument", "id": instrument, "count": provisions });
                // Of an instrument that was there it is told how many of its provisions were filled.
                if !create.iter().any(|row| row.kind == Kind::Instrument) {
                    args["filled"] = json!(filled.len());
                }
                args
            }
            Op::CarryAnswer { provision, .. } => json!({ "kind": "provision", "id": provision }),
            Op::CarryNotForUs { provisions, .. } | Op::CarryTakeBack { provisions, .. } => {
                match provisions.as_slice() {
                    [id] => json!({ "kind": "provision", "id": id }),
                    several => json!({ "kind": "provision", "count": several.len() }),
                }
            }
            Op::RulePackApply { milestone, .. } => json!({ "kind": "milestone", "id": milestone }),
            Op::GroupConclude { group, .. } => json!({ "kind": "group", "id": group, "field": "end" }),
            Op::GroupSucceed { group, .. } => json!({ "kind": "group", "id": group, "field": "successor" }),
            Op::OrganizationRename { organization, .. } => {
                json!({ "kind": "organization", "id": organization, "field": "name" })
            }
            Op::OrganizationConclude { organization, successor, name, .. } => {
                let field = if successor.is_none() && name.is_none() { "until" } else { "successor" };
                json!({ "kind": "organization", "id": organization, "field": field })
            }
            Op::AssignmentEnd { assignment, .. } => json!({ "kind": "assignment", "id": assignment, "field": "end" }),
            Op::AssignmentMove { assignment, .. } => json!({ "kind": "assignment", "id": assignment }),
            Op::MilestoneMove { milestone, .. } => json!({ "kind": "milestone", "id": milestone, "field": "date" }),
            Op::CommitmentReport { commitment, no_change, .. } => {
                json!({ "kind": "commitment", "id": commitment, "no_change": no_change })
            }
            Op::DocumentMake { .. } => json!({ "kind": "document" }),
            Op::DocumentRevise { document } => json!({ "kind": "document", "id": document }),
        }
    }
}

/// What names a step that sets several fields and makes some rows.
fn args_of(sets: &[SetField], made: usize) -> Json {
    let rows: HashSet<(Kind, &str)> = sets.iter().map(|set| (set.kind, &*set.id)).collect();
    let mut args = json!({ "count": rows.len() + made });
    let Some(first) = sets.first().filter(|_| made == 0) else { return args };
    // One field over several rows is named by the field.
    if sets.iter().all(|s| s.field == first.field && s.kind == first.kind) {
        args["kind"] = json!(first.kind.name());
        args["field"] = json!(first.field);
    }
    // Several fields of one row are named by the row, and a milestone that is hung by what it hangs on.
    if sets.iter().all(|s| s.id == first.id && s.kind == first.kind) {
        args["kind"] = json!(first.kind.name());
        args["id"] = json!(first.id);
        let anchor = sets.iter().find(|s| s.kind == Kind::Milestone && s.field == "anchor");
        if let Some(anchor) = anchor.filter(|s| !s.value.is_null()) {
            args["anchor"] = anchor.value.clone();
        }
    }
    args
}
