//! Made-up operations that came later: ranges of cells, rule packs, milestones that hang, the annex, roles that go elsewhere.

use plan::matrix::Column;
use plan::{Answering, CellsHow, CreateRow, Kind, Op, SetField, State};
use serde_json::{Map, Value as Json, json};

use crate::dice::Dice;
use crate::ops::{create, row_id, set, value};

/// What a view that is kept with the plan shows: mostly something that can be read.
pub fn shape(state: &State, dice: &mut Dice) -> Json {
    let kind = if dice.once_in(2) { Kind::Commitment } else { Kind::Milestone };
    let field = dice.pick(kind.def().fields).map(|field| field.name).unwrap_or_default();
    let shape = match dice.below(6) {
        0 => json!({ "kind": "nothing" }),
        1 => json!([kind.name()]),
        2 => json!({ "kind": kind.name(), "filters": [[field, [Json::Null, "x"]]] }),
        3 => json!({ "kind": kind.name(), "__proto__": { "a": 1 }, "conditions": [[field, { "filled": true }]] }),
        4 => json!({ "kind": kind.name(), "filters": [["owner", [row_id(state, Kind::Organization, dice)]]] }),
        _ => json!({ "kind": kind.name(), "columns": ["title", field], "sort": [{ "column": field }] }),
    };
    json!(shape.to_string())
}

/// Some operation of those.
pub fn op(state: &State, dice: &mut Dice) -> Option<Op> {
    Some(match dice.below(11) {
        0 | 1 => cells(state, dice)?,
        2 => Op::RulePackTake { packs: some_packs(dice)? },
        3 => {
            let own = row_id(state, Kind::RulePack, dice).filter(|_| dice.once_in(2));
            Op::RulePackApply {
                pack: own.or_else(|| some_packs(dice)?.pop())?,
                milestone: row_id(state, Kind::Milestone, dice)?,
                rules: row_id(state, Kind::Rule, dice).filter(|_| dice.once_in(3)).into_iter().collect(),
                working: dice.once_in(2),
                organization: row_id(state, Kind::Organization, dice).filter(|_| dice.once_in(2)),
            }
        }
        4 | 5 => hang(state, dice)?,
        6 => view(state, dice),
        7 => annex(state, dice)?,
        8 | 9 => carry(state, dice)?,
        _ => Op::AssignmentMove {
            assignment: row_id(state, Kind::Assignment, dice)?,
            also: row_id(state, Kind::Assignment, dice).filter(|_| dice.once_in(3)).into_iter().collect(),
            group: row_id(state, Kind::Group, dice).filter(|_| dice.once_in(2)),
            organization: row_id(state, Kind::Organization, dice).filter(|_| dice.once_in(2)),
            copy: dice.once_in(2),
        },
    })
}

/// A paragraph is answered in some way, is none of ours, or open again.
fn carry(state: &State, dice: &mut Dice) -> Option<Op> {
    let provision = row_id(state, Kind::Provision, dice)?;
    let commitment = row_id(state, Kind::Commitment, dice)?;
    let title = json!({ "title": format!("Made for it {}", dice.below(100)) });
    let fields = if dice.once_in(3) { Map::new() } else { title.as_object()?.clone() };
    let answer = match dice.below(7) {
        0 => Answering::Continues(commitment),
        1 => Answering::Completed(commitment),
        2 => Answering::SupersededBy(commitment, row_id(state, Kind::Commitment, dice)?),
        3 => Answering::SupersededByNew(commitment, fields),
        4 => Answering::New(fields),
        5 => {
            let because = if dice.once_in(4) { " ".into() } else { "Not our mandate".to_owned() };
            let others = (0..dice.below(3)).filter_map(|_| row_id(state, Kind::Provision, dice));
            let provisions = others.chain([provision]).collect();
            return Some(Op::CarryNotForUs { provisions, because });
        }
        _ => {
            let commitment = dice.once_in(2).then_some(commitment);
            return Some(Op::CarryTakeBack { provisions: vec![provision], commitment });
        }
    };
    Some(Op::CarryAnswer { provision, answer })
}

/// Cells of several rows, and rows that are made with them.
fn cells(state: &State, dice: &mut Dice) -> Option<Op> {
    let hows = [CellsHow::Paste, CellsHow::Fill, CellsHow::Clear, CellsHow::Replace, CellsHow::Edit];
    let how = *dice.pick(&hows)?;
    let mut new: Vec<CreateRow> = Vec::new();
    if how == CellsHow::Paste {
        for _ in 0..dice.below(3) {
            if let Op::Create(row) = create(state, dice) {
                new.push(row);
            }
        }
    }
    let set: Vec<SetField> = (0..dice.below(8)).filter_map(|_| set(state, dice)).collect();
    Some(Op::Cells { how, create: new, set })
}

fn some_packs(dice: &mut Dice) -> Option<Vec<String>> {
    let shipped = plan::assets::rule_packs().ok()?;
    row_id(&shipped, Kind::RulePack, dice).map(|pack| vec![pack])
}

/// A milestone hangs on another, at some distance, on a working day or not; or it is let go.
fn hang(state: &State, dice: &mut Dice) -> Option<Op> {
    let id = row_id(state, Kind::Milestone, dice)?;
    let anchor = row_id(state, Kind::Milestone, dice).filter(|_| !dice.once_in(5));
    let mut sets = Vec::new();
    let mut put = |field: &str, value: Json| {
        let (kind, id, field) = (Kind::Milestone, id.clone(), field.to_owned());
        sets.push(SetField { kind, id, field, value, words: None, was: None });
    };
    put("anchor", anchor.map_or(Json::Null, Json::from));
    for name in ["anchor_distance", "anchor_unit", "anchor_from", "anchor_working"] {
        let field = Kind::Milestone.def().field(name)?;
        let near = json!(dice.below(120) as i64 - 60);
        put(name, if name == "anchor_distance" && !dice.once_in(4) { near } else { value(state, field, dice) });
    }
    if dice.once_in(2) {
        put("date", Json::Null);
    }
    Some(Op::SetMany(sets))
}

/// A view is kept, shows something else, or goes.
fn view(state: &State, dice: &mut Dice) -> Op {
    let there = row_id(state, Kind::SavedView, dice).filter(|_| !dice.once_in(3));
    match (there, dice.once_in(3)) {
        (Some(id), true) => Op::Delete { kind: Kind::SavedView, id },
        (Some(id), false) => {
            let value = shape(state, dice);
            let (kind, field) = (Kind::SavedView, "shape".to_owned());
            Op::Set(SetField { kind, id, field, value, words: None, was: None })
        }
        (None, _) => {
            let mut fields = Map::new();
            fields.insert("name".into(), json!(format!("View {}", dice.below(20))));
            fields.insert("shape".into(), shape(state, dice));
            Op::Create(CreateRow { kind: Kind::SavedView, id: None, fields })
        }
    }
}

/// A line of the annex goes elsewhere, or out of it.
fn annex(state: &State, dice: &mut Dice) -> Option<Op> {
    let kind = if dice.once_in(2) { Kind::Commitment } else { Kind::Mapping };
    let id = row_id(state, kind, dice)?;
    if dice.once_in(3) {
        return Some(Op::AnnexRemove { kind, id });
    }
    let objective = row_id(state, Kind::Objective, dice)?;
    let column = *dice.pick(&[Column::WsisProcess, Column::ItuActivities])?;
    let after = row_id(state, Kind::Commitment, dice).filter(|_| dice.once_in(2)).map(|id| (Kind::Commitment, id));
    Some(Op::AnnexMove { kind, id, objective, column, after })
}
