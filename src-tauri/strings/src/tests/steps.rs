use super::english;
use crate::{Step, Strings};
use plan::kinds::Kind;

#[test]
fn steps_are_named_by_what_they_do_and_to_what() {
    let strings = english();
    for (op, field, name) in [
        ("commitment_set", Some("status"), "Set status"),
        ("commitment_set", Some("status_as_of"), "Set status as of"),
        ("commitment_set", None, "Change commitment"),
        ("commitment_create", None, "Add commitment"),
        ("action_line_delete", None, "Delete action line"),
        ("rows_set", Some("lead"), "Set lead of several rows"),
        ("rows_set", None, "Change several rows"),
        ("rows_delete", None, "Delete several rows"),
        ("rows_order", None, "Change the order"),
        ("milestone_move", None, "Move milestone"),
        ("milestone_take", None, "Take a milestone from the calendar"),
        ("plan_import", None, "Import"),
        ("plan_create", None, "Make the plan"),
        ("undo", None, "Undo"),
        ("redo", None, "Redo"),
        ("made_up_later", None, "Change"),
        ("", None, "Change"),
    ] {
        assert_eq!(strings.step_name(op, field), name, "{op}");
    }
}

#[test]
fn an_undo_names_what_it_undid() {
    let step = Step { op: "undo", field: Some("status"), of: Some("commitment_set"), ..Step::default() };
    let strings = english().without_isolation();
    assert_eq!(strings.step(&step), "Undo “Set status”");
    assert_eq!(strings.live_done(&step), "Undone: set status. Ctrl+Y redoes it.");
    assert_eq!(strings.live_done(&Step { op: "redo", ..step }), "Redone: set status. Ctrl+Z undoes it.");
    assert_eq!(strings.step(&Step { op: "undo", ..Step::default() }), "Undo");
}

#[test]
fn going_back_names_where_to() {
    let strings = english().without_isolation();
    let back = Step { op: "step_take_back", field: Some("status"), of: Some("commitment_set"), ..Step::default() };
    assert_eq!(strings.step(&back), "Take back: Set status");
    assert_eq!(strings.live_done(&back), "Step taken back. Ctrl+Z undoes it.");
    let to = Step { op: "moment_return", to: Some("As given in early 2025"), ..Step::default() };
    assert_eq!(strings.step(&to), "Return to: As given in early 2025");
    assert_eq!(strings.step_name("moment_return", None), "Return to an earlier state");
    assert_eq!(strings.step_name("group_conclude", Some("end")), "Conclude group");
    assert_eq!(strings.step_name("commitment_report", None), "Report on a commitment");
    let undone = Step { op: "undo", of: Some("moment_return"), ..Step::default() };
    assert_eq!(strings.step(&undone), "Undo “Return to an earlier state”");
    let back_undone = Step { op: "undo", of: Some("step_take_back"), within: Some("commitment_set"), ..back };
    assert_eq!(strings.step(&back_undone), "Undo “Take back: Set status”");
    assert_eq!(strings.live_done(&back_undone), "Undone: take back: Set status. Ctrl+Y redoes it.");
    let unknown = Step { op: "undo", of: Some("step_take_back"), ..Step::default() };
    assert_eq!(strings.step(&unknown), "Undo “Take back a step”");
    // Quotation marks stand around names, never within.
    for name in [strings.step(&back), strings.step(&to)] {
        assert!(!name.contains('“'), "{name}");
    }
}

#[test]
fn one_row_is_named_with_what_was_done_to_it() {
    let strings = english().without_isolation();
    let deleted = Step { op: "group_delete", row: Some("Geneva Digital Kitchen"), ..Step::default() };
    assert_eq!(strings.step(&deleted), "Delete group: Geneva Digital Kitchen");
    assert_eq!(strings.live_done(&deleted), "Group deleted: Geneva Digital Kitchen. Ctrl+Z undoes it.");
    let undone = Step { op: "undo", of: Some("group_delete"), ..deleted };
    assert_eq!(strings.live_done(&undone), "Undone: delete group: Geneva Digital Kitchen. Ctrl+Y redoes it.");
    let several = Step { op: "commitment_set", row: Some("ITU-013"), count: Some(1), ..Step::default() };
    assert_eq!(strings.step(&several), "Change commitment: ITU-013");
    assert_eq!(strings.live_done(&several), "Commitment changed: ITU-013. Ctrl+Z undoes it.");
    let hung = Step { op: "milestone_set", row: Some("Dry run"), anchor: Some("WTSA-24"), ..Step::default() };
    assert_eq!(strings.step(&hung), "Hang Dry run on WTSA-24");
    assert_eq!(strings.live_done(&hung), "Dry run now hangs on WTSA-24. Ctrl+Z undoes it.");
}

#[test]
fn what_was_done_is_said_with_the_key_that_undoes_it() {
    let strings = english().without_isolation();
    let said = |op, field, count| strings.live_done(&Step { op, field, count, ..Step::default() });
    assert_eq!(said("commitment_set", Some("status"), None), "Status set. Ctrl+Z undoes it.");
    assert_eq!(said("milestone_create", None, None), "Milestone added. Ctrl+Z undoes it.");
    assert_eq!(said("rows_set", Some("lead"), Some(12)), "Lead of 12 rows set. Ctrl+Z undoes it.");
    assert_eq!(said("rows_delete", None, Some(1)), "1 row deleted. Ctrl+Z undoes it.");
}

#[test]
fn changes_are_told_in_sentences() {
    let strings = english().without_isolation();
    let told = |before, after| strings.step_sentence("commitment_set", Some("status"), "ITU-012", before, after);
    assert_eq!(told(Some("Ongoing"), Some("Completed")), "ITU-012 status: Ongoing → Completed");
    assert_eq!(told(None, Some("Completed")), "ITU-012 status: not stated → Completed");
    assert_eq!(told(Some("Ongoing"), Some("")), "ITU-012 status: Ongoing → not stated");
    assert_eq!(strings.step_sentence("commitment_delete", None, "ITU-012", None, None), "ITU-012 deleted");
    // A title does not run into the name of the field.
    for title in ["Drafting circle", "会议"] {
        let told = strings.step_sentence("group_set", Some("meets"), title, None, Some("yearly"));
        assert_eq!(told, format!("“{title}” meets: not stated → yearly"));
    }
    let much = "é".repeat(500);
    let long = told(Some("x"), Some(&much));
    assert!(long.ends_with("é…") && long.chars().count() < 200, "{long}");
    assert!(told(Some("x"), Some("one\ntwo")).ends_with("one…"));
}

#[test]
fn every_kind_has_names_for_its_steps() {
    for lang in ["en", "en-XA", "ar-XB"] {
        let strings = Strings::new(lang);
        for kind in Kind::all() {
            for verb in ["create", "set", "delete"] {
                let name = strings.step_name(&format!("{}_{verb}", kind.name()), None);
                assert_ne!(name, strings.step_other(), "{lang} {} {verb}", kind.name());
            }
        }
    }
}
