//! THE list of commands. Every host carries out exactly these; the TypeScript map and `gdcplan commands` are written from it.

use std::any::TypeId;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use ts_rs::{Config, TS, TypeVisitor};

use crate::session::{Call, Fault, Session};
use crate::types::*;
use crate::{
    carry, cells, compared, detail, documents, edit, editions, files, groups, hang, instruments, jobs, load, matrix,
    overview, papers, past, picture, questions, read, restore, review, rules, search, share, timeline, verbs,
};

/// One command.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub help: &'static str,
    /// It changes the plan or what is open.
    pub writes: bool,
    pub(crate) run: fn(&Session, &Call, Json) -> Result<Json, Fault>,
    request: fn(&mut dyn Shapes),
    answer: fn(&mut dyn Shapes),
}

/// Takes the TypeScript of a type: its name, its declaration, and what it depends on.
pub(crate) trait Shapes {
    /// Whether a type is met for the first time: types may hold themselves.
    fn meet(&mut self, id: TypeId) -> bool;
    fn take(&mut self, name: String, declaration: Option<String>, docs: Option<String>);
}

struct Visit<'a>(&'a mut dyn Shapes);

impl TypeVisitor for Visit<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        declare::<T>(self.0);
    }
}

fn declare<T: TS + 'static + ?Sized>(shapes: &mut dyn Shapes) {
    if !shapes.meet(TypeId::of::<T>()) {
        return;
    }
    let config = Config::from_env();
    // Types that are written out where they stand (lists, texts) have no declaration of their own.
    let declaration = T::output_path().map(|_| T::decl(&config));
    shapes.take(T::name(&config), declaration, T::docs());
    T::visit_dependencies(&mut Visit(shapes));
    T::visit_generics(&mut Visit(shapes));
}

/// Takes the type of an event's payload.
pub(crate) fn declare_event<T: TS + 'static>(shapes: &mut dyn Shapes) {
    declare::<T>(shapes);
}

fn shape<T: TS + 'static>(shapes: &mut dyn Shapes) {
    declare::<T>(shapes);
}

impl Command {
    /// TypeScript names of request and answer.
    pub fn shapes(&self) -> (String, String) {
        (first_name(self.request), first_name(self.answer))
    }
    pub(crate) fn declare(&self, shapes: &mut dyn Shapes) {
        (self.request)(shapes);
        (self.answer)(shapes);
    }
}

fn first_name(visit: fn(&mut dyn Shapes)) -> String {
    struct First(Option<String>);
    impl Shapes for First {
        fn meet(&mut self, _: TypeId) -> bool {
            self.0.is_none()
        }
        fn take(&mut self, name: String, _: Option<String>, _: Option<String>) {
            self.0.get_or_insert(name);
        }
    }
    let mut first = First(None);
    visit(&mut first);
    first.0.unwrap_or_default()
}

fn adapt<Q: DeserializeOwned, A: Serialize>(
    session: &Session,
    call: &Call,
    arguments: Json,
    run: impl FnOnce(&Session, &Call, Q) -> Result<A, Fault>,
) -> Result<Json, Fault> {
    let arguments = if arguments.is_null() { Json::Object(Default::default()) } else { arguments };
    let request = serde_json::from_value(arguments)
        .map_err(|e| plan::Error::refused_with("bad-request", [("context", e.to_string())]))?;
    let answer = run(session, call, request)?;
    serde_json::to_value(answer).map_err(plan::Error::broken)
}

macro_rules! command {
    ($name:expr, $writes:expr, $help:expr, $request:ty => $answer:ty, $run:expr) => {
        Command {
            name: $name,
            help: $help,
            writes: $writes,
            run: |session, call, arguments| adapt::<$request, $answer>(session, call, arguments, $run),
            request: shape::<$request>,
            answer: shape::<$answer>,
        }
    };
}

/// The three commands that every content kind has.
macro_rules! kind_commands {
    ($($create:literal $set:literal $delete:literal $kind:ident;)*) => {
        &[$(
            command!($create, true, "makes a row", RowCreate => Written, |s, c, q| edit::create(s, c, plan::Kind::$kind, q)),
            command!($set, true, "sets one simple field", FieldSet => Written, |s, c, q| edit::set(s, c, plan::Kind::$kind, q)),
            command!($delete, true, "deletes a row and what is nothing without it", RowDelete => Written, |s, c, q| edit::delete(s, c, plan::Kind::$kind, q)),
        )*]
    };
}

/// Commands with a name of their own.
pub static COMMANDS: &[Command] = &[
    command!("session_start", false, "what the window needs when it starts", Nothing => Start, files::session_start),
    command!("window_ready", false, "the window has painted its first rows", Nothing => Done, files::window_ready),
    command!("settings_set", true, "changes settings of this person", SettingsSet => Settings, files::settings_set),
    command!("file_show", false, "shows a file that was just written in its folder", FileArgument => Done, files::file_show),
    command!("file_open", false, "opens a document that was just written in the program that is for it", FileArgument => Done, files::file_open),
    command!("file_choose", false, "lets the user choose a file", FileChoose => Option<FileInfo>, files::file_choose),
    command!("files_choose", false, "lets the user choose one file or several", Nothing => Vec<FileInfo>, files::files_choose),
    command!("plan_open", true, "opens a plan or a snapshot", FileArgument => PlanSummary, files::plan_open),
    command!("plan_open_starter", true, "shows the starter plan, read-only", Nothing => PlanSummary, files::plan_open_starter),
    command!("plan_open_developments", true, "shows what became known since, from public sources, read-only", Nothing => PlanSummary, files::plan_open_developments),
    command!("plan_new", true, "makes a new plan and opens it", PlanNew => PlanSummary, files::plan_new),
    command!("plan_copy", true, "makes my own copy of what is open, and opens it", FileArgument => PlanSummary, files::plan_copy),
    command!("plan_close", true, "closes what is open", Nothing => PlanSummary, files::plan_close),
    command!("plan_summary", false, "what the frame of the window shows", Nothing => PlanSummary, files::plan_summary),
    command!("plan_refresh", false, "looks whether somebody else wrote, where the plan is only read", Nothing => Refreshed, files::plan_refresh),
    command!("plan_details", false, "what the open plan or snapshot says of itself", Nothing => PlanDetails, read::plan_details),
    command!("plan_verify", false, "whether the file is whole", Nothing => VerifyAnswer, read::plan_verify),
    command!("plan_hash", false, "one hash of the content", Nothing => HashAnswer, read::plan_hash),
    command!("kinds_list", false, "kinds, fields, labels and choices", Nothing => Vec<KindInfo>, read::kinds_list),
    command!("view_get", false, "a window of a filtered, sorted, grouped list", ViewGet => ViewWindow, read::view_get),
    command!("view_position", false, "where a row stands in a view", ViewPosition => Option<usize>, read::view_position),
    command!("view_gone", false, "rows of the state that a view is compared with that are no longer there", ViewGone => GoneRows, compared::view_gone),
    command!("view_choices", false, "values of a field to filter by", ViewChoices => Vec<ChoiceCount>, read::view_choices),
    command!("cells_copy", false, "a range of cells as texts, for the clipboard", CellRange => CellTexts, cells::cells_copy),
    command!("cells_longest", false, "the longest texts of columns, over all rows of a range", CellRange => LongestTexts, cells::cells_longest),
    command!("cells_find", false, "where words stand in the rows of a view", CellsFind => Found, cells::cells_find),
    command!("cells_common", false, "what several rows have in common", CellsCommon => Common, cells::cells_common),
    command!("cells_preview", false, "what a change of many cells would do, and what it could not place", CellsPreviewGet => CellsPreview, cells::cells_preview),
    command!("row_get", false, "a row with everything linked to it", RowGet => RowDetail, detail::row_get),
    command!("row_suggest", false, "rows whose name fits what was typed", RowSuggest => Vec<Suggestion>, read::row_suggest),
    command!("objectives_standing", false, "where each objective stands", StandingGet => Standing, overview::objectives_standing),
    command!("milestones_next", false, "what is under way and what comes next", MilestonesNext => Vec<NextMilestone>, overview::milestones_next),
    command!("milestone_days", false, "which days a milestone would have that hangs on another", MilestoneDaysGet => MilestoneDays, hang::milestone_days),
    command!("timeline_get", false, "a window of the timeline: lanes, marks, links", TimelineGet => TimelineView, timeline::timeline_get),
    command!("timeline_gathered", false, "the rows that a gathered mark stands for", TimelineGathered => TimelineRows, timeline::timeline_gathered),
    command!("milestone_moved", false, "which date a milestone would have, moved by so much", MilestoneMovedGet => MilestoneMoved, timeline::milestone_moved),
    command!("rule_packs", false, "rule packs of the plan, and those that come with the application", Nothing => Vec<RulePackView>, rules::rule_packs),
    command!("rule_pack_days", false, "which deadlines a rule pack makes of a meeting", RulePackGet => RulePackDays, rules::rule_pack_days),
    command!("rule_pack_take", true, "takes rule packs that come with the application into the plan", RulePackTake => Written, rules::rule_pack_take),
    command!("rule_pack_apply", true, "lays out the deadlines of a rule pack before a meeting", RulePackApply => Written, rules::rule_pack_apply),
    command!("instrument_read_table", false, "what a table of paragraphs, actions and who is asked says", TableGiven => InstrumentTable, instruments::instrument_read_table),
    command!("instrument_add", true, "makes an instrument with its provisions of a table", InstrumentAdd => Written, instruments::instrument_add),
    command!("carry_list", false, "instruments that the plan can be carried forward to, and how far it is", CarryList => Vec<CarryInstrument>, carry::carry_list),
    command!("carry_get", false, "paragraphs of an instrument, and what was decided about them", CarryGet => CarryView, carry::carry_get),
    command!("carry_propose", false, "a paragraph, and the commitments that may answer it", CarryPropose => CarryProposals, carry::carry_propose),
    command!("carry_decide", true, "says how a commitment answers a paragraph, or that it is none of ours", CarryDecide => Written, carry::carry_decide),
    command!("edition_preview", false, "what an edition would end", EditionPreview => EditionReady, editions::edition_preview),
    command!("edition_make", true, "makes an edition of the plan: a state under a name of its own", EditionMake => EditionMade, editions::edition_make),
    command!("picture_write", false, "writes a picture of the window to a file", PictureWrite => Done, picture::picture_write),
    command!("group_tree", false, "all groups as a tree", GroupTree => Vec<GroupNode>, groups::group_tree),
    command!("group_card", false, "what is stated of a group, and what is not", GroupGet => GroupCard, groups::group_card),
    command!("roles_load", false, "how many roles somebody holds, and at the same time", RolesLoadGet => Vec<RolesLoad>, load::roles_load),
    command!("matrix_annex", false, "the annex as it is printed, line by line", AnnexGet => Annex, matrix::matrix_annex),
    command!("matrix_counts", false, "how often each objective meets each action line, provision or goal", MatrixGet => Matrix, matrix::matrix_counts),
    command!("matrix_links", false, "the links that one cell of the matrix counts", MatrixLinksGet => MatrixLinks, matrix::matrix_links),
    command!("matrix_write", false, "writes the annex or the counts as a table (CSV)", MatrixWrite => TableWritten, matrix::matrix_write),
    command!("search_find", false, "rows that hold what was typed, and who holds a role, where that was asked", SearchFind => SearchFound, search::search_find),
    command!("questions_list", false, "what the plan check noticed, by rule", QuestionsList => Questions, questions::questions_list),
    command!("question_rows", false, "the rows that a question touches", QuestionRows => TouchedRows, questions::question_rows),
    command!("row_naming", false, "rows that name a group or an organization", RowNaming => TouchedRows, questions::row_naming),
    command!("date_understand", false, "what a typed date means", DateUnderstand => DateAnswer, read::date_understand),
    command!("rows_set", true, "sets many fields in one step", RowsSet => Written, edit::rows_set),
    command!("cells_change", true, "pastes, fills, empties, sets or replaces in many cells, in one step", CellsChange => Written, cells::cells_change),
    command!("rows_delete", true, "deletes many rows in one step", RowsDelete => Written, edit::rows_delete),
    command!("rows_order", true, "puts rows behind another", RowsOrder => Written, edit::rows_order),
    command!("matrix_line_add", true, "puts a new line into a cell of the annex", AnnexLineAdd => Written, matrix::matrix_line_add),
    command!("matrix_line_move", true, "puts a line of the annex behind another, in its cell or in another", AnnexLineMove => Written, matrix::matrix_line_move),
    command!("matrix_line_remove", true, "takes a line out of the annex", AnnexLineRemove => Written, matrix::matrix_line_remove),
    command!("milestone_take", true, "takes milestones from the reference calendar", MilestoneTake => Written, edit::milestone_take),
    command!("milestone_move", true, "moves a milestone to another date", RowOnDay => Written, verbs::milestone_move),
    command!("group_conclude", true, "concludes a group", GroupConclude => Written, verbs::group_conclude),
    command!("group_succeed", true, "has a group succeeded by another", GroupSucceed => Written, verbs::group_succeed),
    command!("organization_rename", true, "renames an organization and keeps the old name", OrganizationRename => Written, verbs::organization_rename),
    command!("organization_conclude", true, "concludes an organization, or has it succeeded by another", OrganizationConclude => Written, verbs::organization_conclude),
    command!("assignment_move", true, "puts a role into another group or with another organization, or copies it there", AssignmentMove => Written, verbs::assignment_move),
    command!("assignment_end", true, "ends an assignment", AssignmentEnd => Written, verbs::assignment_end),
    command!("commitment_report", true, "reports on a commitment, or confirms that nothing changed", CommitmentReport => Written, verbs::commitment_report),
    command!("question_intended", true, "says why what a question is about is intended", QuestionIntended => Written, questions::question_intended),
    command!("question_ask_again", true, "has what was said to be intended asked again", QuestionName => Written, questions::question_ask_again),
    command!("undo", true, "takes back the newest step", Undo => Written, edit::undo),
    command!("redo", true, "does again what was taken back last", Redo => Written, edit::redo),
    command!("history_list", false, "steps in words, newest first", HistoryList => HistoryPage, past::history_list),
    command!("step_preview", false, "what taking back an older step would do", StepPreviewGet => StepPreview, past::step_preview),
    command!("step_take_back", true, "takes back an older step, keeping what was changed since", StepNumber => Written, past::step_take_back),
    command!("moments_list", false, "moments to look at, compare with and return to", Nothing => Vec<MomentView>, past::moments_list),
    command!("moment_return", true, "makes all content as it was, in one step", MomentReturn => Written, restore::moment_return),
    command!("restore_points", false, "restore points of the open plan, newest first", Nothing => Vec<RestorePointView>, restore::restore_points),
    command!("restore_points_of", false, "restore points of a file that cannot be opened", FileArgument => Vec<RestorePointView>, restore::restore_points_of),
    command!("restore_point_make", true, "keeps a copy of the plan as it is", RestorePointMake => Written, restore::restore_point_make),
    command!("restore_point_return", true, "makes all content as it is in a restore point, in one step", RestorePointName => Written, restore::restore_point_return),
    command!("restore_point_copy", true, "copies a restore point to a file and opens it", RestorePointCopy => PlanSummary, restore::restore_point_copy),
    command!("snapshot_preview", false, "what would go and what would stay", SnapshotPreview => SnapshotInfo, share::snapshot_preview),
    command!("snapshot_write", true, "writes a snapshot to share", SnapshotWrite => SnapshotInfo, share::snapshot_write),
    command!("plan_export", false, "makes a document of the plan: workbook, tables, calendar, Word, HTML", PlanExport => Exported, papers::plan_export),
    command!("documents_list", false, "documents for a council, and what became of them", DocumentsList => DocumentsView, documents::documents_list),
    command!("document_paper", false, "a document as it will be on paper, and what is to be said of it", DocumentPaper => PaperView, papers::document_paper),
    command!("document_from_template", true, "makes a document with the customary structure, in one step", DocumentFromTemplate => Written, documents::document_from_template),
    command!("document_revise", true, "makes a revision of a document: a copy with its blocks, as a draft", DocumentRevise => Written, documents::document_revise),
    command!("block_add", true, "puts a new block into a document, behind or before another", BlockAdd => Written, documents::block_add),
    command!("exports_list", false, "documents that were made of the plan, newest first", Nothing => Vec<ExportView>, papers::exports_list),
    command!("compare", false, "differences between two states", Compare => Changes, past::compare),
    command!("review_start", true, "takes files of colleagues into a review", ReviewStart => ReviewStarted, review::review_start),
    command!("review_get", false, "what the open review shows: files, counts, findings", ReviewGet => Option<ReviewView>, review::review_get),
    command!("reviews_list", false, "reviews of this plan, newest first", Nothing => Vec<ReviewBrief>, review::reviews_list),
    command!("review_items", false, "a window of what is proposed, in sentences", ReviewItemsGet => ReviewItems, review::review_items),
    command!("review_decide", true, "decides one item or many", ReviewDecide => ReviewDecided, review::review_decide),
    command!("review_apply", true, "applies a review, in one step", ReviewApply => ReviewDone, review::review_apply),
    command!("review_close", true, "closes a review, or opens it again", ReviewClose => Done, review::review_close),
    command!("review_put_back", true, "takes a file out of a review", ReviewPutBack => ReviewView, review::review_put_back),
    command!("review_letter", false, "a text to ask a colleague back", ReviewLetterGet => ReviewLetter, review::review_letter),
    command!("review_minutes", false, "the minutes of a review", ReviewMinutesGet => ReviewMinutes, review::review_minutes),
    command!("conflict_copies", false, "copies beside the plan that a sync client made", Nothing => Vec<ConflictCopy>, review::conflict_copies),
    command!("replaced_review", true, "opens what lies in the place of the open plan, and reviews what was open into it", Nothing => ReviewStarted, review::replaced_review),
    command!("review_minutes_write", false, "writes the minutes of a review to a file", ReviewMinutesWrite => Done, review::review_minutes_write),
    command!("compare_write", false, "writes a comparison to a file: text, JSON or CSV", CompareWrite => Done, past::compare_write),
    command!("job_start", false, "starts a reading command in the background", JobStart => JobView, jobs::job_start),
    command!("job_get", false, "how far a job is", JobName => JobView, jobs::job_get),
    command!("job_cancel", false, "asks a job to stop", JobName => JobView, jobs::job_cancel),
];

/// `<kind>_create | _set | _delete`.
pub static KIND_COMMANDS: &[Command] = kind_commands! {
    "about_create" "about_set" "about_delete" About;
    "objective_create" "objective_set" "objective_delete" Objective;
    "instrument_create" "instrument_set" "instrument_delete" Instrument;
    "provision_create" "provision_set" "provision_delete" Provision;
    "action_line_create" "action_line_set" "action_line_delete" ActionLine;
    "goal_create" "goal_set" "goal_delete" Goal;
    "role_create" "role_set" "role_delete" Role;
    "organization_create" "organization_set" "organization_delete" Organization;
    "source_create" "source_set" "source_delete" Source;
    "calendar_entry_create" "calendar_entry_set" "calendar_entry_delete" CalendarEntry;
    "rule_pack_create" "rule_pack_set" "rule_pack_delete" RulePack;
    "rule_create" "rule_set" "rule_delete" Rule;
    "holiday_create" "holiday_set" "holiday_delete" Holiday;
    "commitment_create" "commitment_set" "commitment_delete" Commitment;
    "milestone_create" "milestone_set" "milestone_delete" Milestone;
    "group_create" "group_set" "group_delete" Group;
    "person_create" "person_set" "person_delete" Person;
    "assignment_create" "assignment_set" "assignment_delete" Assignment;
    "indicator_create" "indicator_set" "indicator_delete" Indicator;
    "measurement_create" "measurement_set" "measurement_delete" Measurement;
    "update_create" "update_set" "update_delete" Update;
    "mapping_create" "mapping_set" "mapping_delete" Mapping;
    "document_create" "document_set" "document_delete" Document;
    "block_create" "block_set" "block_delete" Block;
    "intent_create" "intent_set" "intent_delete" Intent;
    "statement_create" "statement_set" "statement_delete" Statement;
    "note_create" "note_set" "note_delete" Note;
    "saved_view_create" "saved_view_set" "saved_view_delete" SavedView;
};

/// All commands.
pub fn all() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().chain(KIND_COMMANDS)
}

/// A command by its name.
pub fn find(name: &str) -> Option<&'static Command> {
    all().find(|command| command.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_unique_and_every_content_kind_has_its_three_commands() {
        let names: HashSet<&str> = all().map(|c| c.name).collect();
        assert_eq!(names.len(), all().count());
        for kind in plan::Kind::content() {
            for verb in ["create", "set", "delete"] {
                let name = format!("{}_{verb}", kind.name());
                assert!(names.contains(name.as_str()), "{name} is missing from KIND_COMMANDS");
            }
        }
    }
}
