//! The annex: what stands in which cell, moved, removed, printed twice; and the counts beside it.

use plan::kinds::Kind;
use plan::matrix::{self, Across, Asked, Column};
use plan::{Error, Op, Plan, State};
use plan_tests::{context, edit, quick_folder};
use serde_json::json;

fn starter_plan(folder: &std::path::Path) -> Plan {
    let path = folder.join("plan.gdcplan");
    Plan::create(&path, plan::Origin::Snapshot(plan::assets::STARTER), &context(1)).unwrap();
    edit(&path, 1).unwrap()
}

/// Lines of a cell, by reference or code.
fn cell(state: &State, objective: &str, column: Column) -> Vec<String> {
    let rows = matrix::annex(state);
    let row = rows.iter().find(|row| &**row.objective.id() == objective).unwrap();
    row.cell(column)
        .iter()
        .map(|line| match line.kind() {
            Kind::Mapping => line.text("action_line").to_owned(),
            _ => line.text("reference").to_owned(),
        })
        .collect()
}

fn id(state: &State, reference: &str) -> String {
    let found = state.rows(Kind::Commitment).find(|row| row.text("reference") == reference);
    found.unwrap_or_else(|| panic!("{reference}")).id().to_string()
}

fn link(state: &State, objective: &str, action_line: &str) -> String {
    let fits =
        |row: &&std::sync::Arc<plan::Row>| row.text("objective") == objective && row.text("action_line") == action_line;
    state.rows(Kind::Mapping).find(fits).unwrap().id().to_string()
}

fn put(plan: &mut Plan, n: u64, reference: &str, to: (&str, Column), after: Option<&str>) -> plan::Result<()> {
    let row = id(plan.state(), reference);
    let after = after.map(|reference| (Kind::Commitment, id(plan.state(), reference)));
    let (objective, column) = (to.0.to_owned(), to.1);
    plan.act(&context(n), &Op::AnnexMove { kind: Kind::Commitment, id: row, objective, column, after }, None)
        .map(|_| ())
}

const ITU: Column = Column::ItuActivities;

#[test]
fn the_starter_prints_all_seven_rows_as_the_document_does() {
    let folder = quick_folder();
    let plan = starter_plan(folder.path());
    let rows = matrix::annex(plan.state());
    let printed: Vec<(&str, usize, usize)> =
        rows.iter().map(|row| (&**row.objective.id(), row.cells[0].len(), row.cells[1].len())).collect();
    assert_eq!(
        printed,
        [("ALL", 7, 6), ("O1", 4, 13), ("O2", 4, 8), ("O3", 4, 6), ("O4", 4, 4), ("O5", 4, 10), ("FOLLOW-UP", 12, 2),]
    );
    assert_eq!(cell(plan.state(), "O2", Column::WsisProcess), ["C4", "C6", "C7-EBUS", "C3"]);
    assert!(rows.iter().flat_map(|row| row.cells.iter().flatten()).all(|line| matrix::is_printed(line)));
    // The four lines that stand under objectives 2 and 3, and nothing else.
    let doubles = matrix::doubles(&rows);
    let mut told: Vec<(String, Vec<String>)> = doubles
        .iter()
        .map(|((kind, id), others)| {
            let row = plan.state().row(*kind, id).unwrap();
            (row.text("reference").to_owned(), others.iter().map(|other| other.text("reference").to_owned()).collect())
        })
        .collect();
    told.sort();
    let pairs = [("ITU-026", "ITU-121"), ("ITU-027", "ITU-124"), ("ITU-029", "ITU-123"), ("ITU-030", "ITU-122")];
    let mut wanted: Vec<(String, Vec<String>)> =
        pairs.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]).map(|(a, b)| (a.to_owned(), vec![b.to_owned()])).collect();
    wanted.sort();
    assert_eq!(told, wanted);
}

#[test]
fn a_line_goes_behind_another_first_and_into_another_cell_each_in_one_step() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    let before = plan.state().clone();
    assert_eq!(cell(&before, "O4", ITU), ["ITU-031", "ITU-032", "ITU-035", "ITU-036"]);
    put(&mut plan, 2, "ITU-036", ("O4", ITU), Some("ITU-031")).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), ["ITU-031", "ITU-036", "ITU-032", "ITU-035"]);
    put(&mut plan, 3, "ITU-035", ("O4", ITU), None).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), ["ITU-035", "ITU-031", "ITU-036", "ITU-032"]);
    // Behind itself is where it is.
    put(&mut plan, 4, "ITU-035", ("O4", ITU), Some("ITU-035")).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), ["ITU-035", "ITU-031", "ITU-036", "ITU-032"]);
    put(&mut plan, 5, "ITU-032", ("O5", Column::WsisProcess), None).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), ["ITU-035", "ITU-031", "ITU-036"]);
    assert_eq!(cell(plan.state(), "O5", Column::WsisProcess)[0], "ITU-032");
    for n in 0..3 {
        plan.undo(&context(6 + n), false).unwrap();
    }
    assert_eq!(*plan.state(), before);
}

#[test]
fn a_cell_can_be_put_in_any_order_again_and_again() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    let mut wanted = cell(plan.state(), "O1", ITU);
    for n in 0..60 {
        let from = (n * 7 + 3) % wanted.len();
        let line = wanted.remove(from);
        let to = (n * 5) % (wanted.len() + 1);
        wanted.insert(to, line.clone());
        let after = to.checked_sub(1).map(|at| wanted[at].clone());
        put(&mut plan, 2 + n as u64, &line, ("O1", ITU), after.as_deref()).unwrap();
        assert_eq!(cell(plan.state(), "O1", ITU), wanted);
    }
}

#[test]
fn two_lines_at_the_same_place_leave_room_between_them_all_the_same() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    for (n, reference) in ["ITU-031", "ITU-032", "ITU-035"].into_iter().enumerate() {
        let id = id(plan.state(), reference);
        let set = plan::SetField {
            kind: Kind::Commitment,
            id,
            field: "annex_ord".into(),
            value: json!("M"),
            words: None,
            was: None,
        };
        plan.act(&context(2 + n as u64), &Op::Set(set), None).unwrap();
    }
    let lines = cell(plan.state(), "O4", ITU);
    let same: Vec<&String> = lines.iter().filter(|line| *line != "ITU-036").collect();
    put(&mut plan, 9, "ITU-036", ("O4", ITU), Some(same[0])).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), [same[0], "ITU-036", same[1], same[2]]);
}

#[test]
fn a_commitment_that_is_taken_out_stays_in_the_plan_and_a_link_goes() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    let (commitment, mapping) = (id(plan.state(), "ITU-031"), link(plan.state(), "O4", "C10"));
    plan.act(&context(2), &Op::AnnexRemove { kind: Kind::Commitment, id: commitment.clone() }, None).unwrap();
    plan.act(&context(3), &Op::AnnexRemove { kind: Kind::Mapping, id: mapping.clone() }, None).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU), ["ITU-032", "ITU-035", "ITU-036"]);
    assert_eq!(cell(plan.state(), "O4", Column::WsisProcess), ["C6", "C5", "C7-EENV"]);
    let row = plan.state().row(Kind::Commitment, &commitment).unwrap();
    // That it stands elsewhere in a table changes nothing of what is stated.
    assert_eq!(row.text("basis"), "stated");
    assert!(plan.state().row(Kind::Mapping, &mapping).is_none());
}

#[test]
fn an_action_line_stays_in_its_column_and_becomes_our_reading_under_another_objective() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    let mapping = link(plan.state(), "O4", "C10");
    let to = |objective: &str, column| Op::AnnexMove {
        kind: Kind::Mapping,
        id: mapping.clone(),
        objective: objective.into(),
        column,
        after: None,
    };
    let refused = plan.act(&context(2), &to("O4", ITU), None).unwrap_err();
    assert!(matches!(refused, Error::Refused { code: "annex-action-line", .. }), "{refused:?}");
    plan.act(&context(3), &to("O4", Column::WsisProcess), None).unwrap();
    assert_eq!(plan.state().row(Kind::Mapping, &mapping).unwrap().text("basis"), "stated");
    plan.act(&context(4), &to("O1", Column::WsisProcess), None).unwrap();
    assert_eq!(plan.state().row(Kind::Mapping, &mapping).unwrap().text("basis"), "our_reading");
    assert_eq!(cell(plan.state(), "O1", Column::WsisProcess)[0], "C10");
}

#[test]
fn what_is_gone_or_no_line_is_said() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    let after = Some((Kind::Commitment, id(plan.state(), "ITU-010")));
    let commitment = id(plan.state(), "ITU-031");
    let elsewhere =
        Op::AnnexMove { kind: Kind::Commitment, id: commitment, objective: "O4".into(), column: ITU, after };
    assert!(matches!(plan.act(&context(2), &elsewhere, None), Err(Error::Stale { .. })));
    let group = plan.state().rows(Kind::Group).next().unwrap().id().to_string();
    let no_line = plan.act(&context(3), &Op::AnnexRemove { kind: Kind::Group, id: group }, None).unwrap_err();
    assert!(matches!(no_line, Error::Refused { code: "annex-not-a-line", .. }), "{no_line:?}");
}

#[test]
fn every_number_of_the_matrix_is_the_number_of_its_links() {
    let state = plan::generate::generate(200, 7).unwrap();
    for across in [Across::ActionLine, Across::Provision, Across::Goal] {
        for basis in [None, Some("stated".to_owned())] {
            let asked = Asked { across, basis };
            let counts = matrix::counts(&state, &asked);
            let mut all = 0;
            for ((objective, entry), count) in &counts.cells {
                let links = matrix::links(&state, &asked, Some(objective), Some(entry));
                assert_eq!(links.len(), count.links + count.by_way, "{objective} {entry}");
                all += count.links;
            }
            // Each commitment of a made-up plan has one objective.
            assert_eq!(all, counts.all.links);
            assert_eq!(all, counts.rows.values().map(|count| count.links).sum::<usize>());
            assert_eq!(all, counts.columns.values().map(|count| count.links).sum::<usize>());
        }
    }
}

#[test]
fn the_starter_has_the_examples_of_the_annex_and_reaches_goals_by_way_of_them() {
    let folder = quick_folder();
    let plan = starter_plan(folder.path());
    let by = |across| matrix::counts(plan.state(), &Asked { across, basis: None });
    let lines = by(Across::ActionLine);
    assert_eq!((lines.all.links, lines.all.commitments), (21, 0));
    assert!(lines.cells.values().all(|count| count.example));
    let goals = by(Across::Goal);
    assert_eq!(goals.all.links, 0);
    assert!(goals.all.by_way > 50, "{}", goals.all.by_way);
}

#[test]
fn an_edit_through_the_file_is_there_when_the_plan_is_opened_again() {
    let folder = quick_folder();
    let mut plan = starter_plan(folder.path());
    put(&mut plan, 2, "ITU-036", ("O4", ITU), None).unwrap();
    let path = plan.path().to_owned();
    drop(plan);
    let plan = edit(&path, 3).unwrap();
    assert_eq!(cell(plan.state(), "O4", ITU)[0], "ITU-036");
    plan.verify().unwrap();
}
