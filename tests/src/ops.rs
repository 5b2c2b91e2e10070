//! Made-up operations on whatever a plan holds: all that a step may do, with values that people would never type as well.

use plan::{CreateRow, Field, FieldType, Kind, Op, SetField, State, Value};
use serde_json::{Map, Value as Json, json};

use crate::dice::Dice;
use crate::newer;

/// Texts that have broken programs before.
const TEXTS: &[&str] = &[
    "",
    "   ",
    "plain",
    "O'Brien said \"no\"; DROP TABLE commitment; --",
    "two\nlines",
    "Windows\r\nlines\r",
    "tab\tand \u{1}\u{1f}\u{7f} controls",
    "line\u{2028}separator\u{2029}",
    "عدم ترك أحد خلف الركب",
    "全球数字契约",
    "\u{202e}turned round\u{202c} \u{2066}isolated\u{2069}",
    "👩‍🚀🏳️‍🌈",
    "e\u{301} é ﬁ Ａ",
    "=HYPERLINK(\"http://example.org\")",
    "{\"json\":[1,null]}",
    "\\ \\u0000 %00",
    "null",
];

const DATES: &[&str] = &[
    "",
    "2025",
    "2025-12",
    "2025-12-16",
    "2025-12-16/2025-12-17",
    "2025-33",
    "2025-21",
    "2027~",
    "2026?",
    "2026-09/..",
    "2026-09/",
    "../2030",
    "not a date",
    "2025-13",
    "2025-02-30",
    "9999-12-31",
    "1000",
];

#[expect(clippy::excessive_precision, reason = "digits that a decimal cannot hold are what is tried")]
const DECIMALS: &[f64] = &[
    0.0,
    -0.0,
    0.1,
    0.30000000000000004,
    1.0,
    -1.0,
    1e15,
    1e16,
    123456789.123456789,
    1e-7,
    5e-324,
    f64::MIN_POSITIVE,
    f64::MAX,
    f64::MIN,
    1.7976931348623155e308,
    9007199254740993.0,
    2.2250738585072011e-308,
    0.1 + 0.7,
];

const INTEGERS: &[i64] = &[0, 1, -1, 9, 365, -100_000, (1 << 53) - 1, -(1 << 53) + 1, 1 << 53, i64::MAX, i64::MIN];

/// A value for a field: mostly one that it takes.
pub fn value(state: &State, field: &Field, dice: &mut Dice) -> Json {
    if dice.once_in(25) {
        return dice
            .pick(&[Json::Null, json!(7), json!("x"), json!([]), json!({}), json!(true), json!("a\0b")])
            .cloned()
            .unwrap_or_default();
    }
    match field.ty {
        FieldType::Text if field.name == "shape" => newer::shape(state, dice),
        FieldType::Text | FieldType::LongText => text(field, dice),
        FieldType::Date => json!(dice.pick(DATES)),
        FieldType::Choice(codes) => json!(dice.pick(codes)),
        FieldType::Reference(kind, _) => match (dice.once_in(6), row_id(state, kind, dice)) {
            (false, Some(id)) => json!(id),
            _ => Json::Null,
        },
        FieldType::Texts => (0..dice.below(4)).map(|_| text(field, dice)).filter(Json::is_string).collect(),
        FieldType::References(kind) => {
            (0..dice.below(4)).filter_map(|_| row_id(state, kind, dice)).map(Json::from).collect()
        }
        FieldType::Integer => json!(dice.pick(INTEGERS)),
        FieldType::Decimal if dice.once_in(2) => json!(dice.pick(DECIMALS)),
        FieldType::Decimal => json!(f64::from_bits(dice.bits())),
        FieldType::Flag => json!(dice.once_in(2)),
        FieldType::Order => {
            json!(dice.pick(&["a000001", "a000002", "a", "zz", "M", "a0000015", "a000001V", "0", "-", "é"]))
        }
    }
}

fn text(field: &Field, dice: &mut Dice) -> Json {
    match dice.below(12) {
        0 => json!("x".repeat((field.max as usize).min(3_000))),
        1 => json!("ü".repeat((field.max as usize).min(3_000) + 1)),
        2 => Json::Null,
        3..6 => json!(format!("Text {}", dice.below(1_000))),
        _ => json!(dice.pick(TEXTS)),
    }
}

/// The id of some row of a kind.
pub fn row_id(state: &State, kind: Kind, dice: &mut Dice) -> Option<String> {
    let rows = state.count(kind);
    state.rows(kind).nth(dice.below(rows)).map(|row| row.id().to_string())
}

/// Some kind whose rows are content.
pub fn kind(dice: &mut Dice) -> Kind {
    let kinds: Vec<Kind> = Kind::content().collect();
    // Plans are edited more than catalogues.
    let own = [
        Kind::Commitment,
        Kind::Milestone,
        Kind::Assignment,
        Kind::Mapping,
        Kind::Group,
        Kind::Indicator,
        Kind::Update,
    ];
    if dice.once_in(2) { own[dice.below(own.len())] } else { kinds[dice.below(kinds.len())] }
}

/// Some row of some kind.
fn some_row(state: &State, dice: &mut Dice) -> Option<(Kind, String)> {
    (0..8).find_map(|_| {
        let kind = kind(dice);
        row_id(state, kind, dice).map(|id| (kind, id))
    })
}

/// One field of one row.
pub fn set(state: &State, dice: &mut Dice) -> Option<SetField> {
    let (kind, id) = some_row(state, dice)?;
    let field = dice.pick(kind.def().fields)?;
    let value = value(state, field, dice);
    let words = (field.ty == FieldType::Date && dice.once_in(2)).then(|| "around then".to_owned());
    let was = dice
        .once_in(8)
        .then(|| state.row(kind, &id).and_then(|row| row.get(field.name)).map_or(Json::Null, Value::to_json));
    Some(SetField { kind, id, field: field.name.into(), value, words, was })
}

/// A new row: what it needs, some of what it may have.
pub fn create(state: &State, dice: &mut Dice) -> Op {
    let kind = kind(dice);
    let def = kind.def();
    let mut fields = Map::new();
    for field in def.fields {
        let in_choice = def.one_of.iter().any(|group| group.contains(&field.name));
        if !field.computed && !in_choice && (field.required || dice.once_in(3)) {
            let mut value = value(state, field, dice);
            if field.required
                && dice.below(10) > 0
                && (value.is_null() || value.as_str().is_some_and(|t| t.trim().is_empty()))
            {
                value = match field.target() {
                    Some(target) => row_id(state, target, dice).map_or(Json::Null, Json::from),
                    None => json!(format!("New {}", dice.below(100))),
                };
            }
            fields.insert(field.name.into(), value);
        }
    }
    for group in def.one_of {
        let Some(field) = dice.pick(group).and_then(|name| def.field(name)) else { continue };
        if let Some(id) = field.target().and_then(|target| row_id(state, target, dice)) {
            fields.insert(field.name.into(), json!(id));
        }
    }
    let id = def.catalogue.then(|| format!("N{}", dice.below(50)));
    Op::Create(CreateRow { kind, id, fields })
}

/// Some operation.
pub fn op(state: &State, dice: &mut Dice) -> Option<Op> {
    Some(match dice.below(30) {
        0..4 => create(state, dice),
        4..9 => Op::Set(set(state, dice)?),
        9..11 => {
            let count = 1 + dice.below(6);
            Op::SetMany((0..count).filter_map(|_| set(state, dice)).collect())
        }
        11 => fill(state, dice)?,
        12..15 => {
            let (kind, id) = some_row(state, dice)?;
            Op::Delete { kind, id }
        }
        15 => {
            let count = 1 + dice.below(4);
            Op::DeleteMany((0..count).filter_map(|_| some_row(state, dice)).collect())
        }
        16..19 => {
            let (kind, id) = some_row(state, dice)?;
            let after = if dice.once_in(4) { None } else { row_id(state, kind, dice) };
            let others = (0..dice.below(3)).filter_map(|_| row_id(state, kind, dice)).collect::<Vec<_>>();
            Op::Move { kind, ids: [vec![id], others].concat(), after }
        }
        19 => Op::TakeFromCalendar { entries: vec![row_id(state, Kind::CalendarEntry, dice)?] },
        20..24 => verb(state, dice)?,
        _ => newer::op(state, dice)?,
    })
}

/// An operation with a rule of its own.
fn verb(state: &State, dice: &mut Dice) -> Option<Op> {
    let (date, words) = (dice.pick(DATES)?.to_string(), dice.once_in(3).then(|| "around then".to_owned()));
    let some_text = |dice: &mut Dice| dice.once_in(2).then(|| dice.pick(TEXTS).map(|t| (*t).to_owned())).flatten();
    Some(match dice.below(5) {
        0 => {
            let group = row_id(state, Kind::Group, dice)?;
            Op::GroupConclude { group, date, words, end_roles: dice.once_in(2) }
        }
        1 => {
            let group = row_id(state, Kind::Group, dice)?;
            let successor = if dice.once_in(2) { row_id(state, Kind::Group, dice) } else { None };
            let title = if successor.is_none() { Some(format!("After {}", dice.below(100))) } else { None };
            Op::GroupSucceed { group, date, words, successor, title, sub_groups: dice.once_in(2) }
        }
        2 => {
            let also = row_id(state, Kind::Assignment, dice).filter(|_| dice.once_in(2)).into_iter().collect();
            Op::AssignmentEnd { assignment: row_id(state, Kind::Assignment, dice)?, also, date, words }
        }
        3 => Op::MilestoneMove { milestone: row_id(state, Kind::Milestone, dice)?, date, words },
        _ => {
            let statuses = ["planned", "ongoing", "completed", "good"];
            Op::CommitmentReport {
                commitment: row_id(state, Kind::Commitment, dice)?,
                date,
                words,
                status: if dice.once_in(2) { dice.pick(&statuses).map(|s| (*s).to_owned()) } else { None },
                report: some_text(dice),
                evidence: some_text(dice),
                no_change: dice.once_in(3),
            }
        }
    })
}

/// One value down a column.
fn fill(state: &State, dice: &mut Dice) -> Option<Op> {
    let (kind, _) = some_row(state, dice)?;
    let field = dice.pick(kind.def().fields)?;
    let value = value(state, field, dice);
    let set =
        |id: String| SetField { kind, id, field: field.name.into(), value: value.clone(), words: None, was: None };
    Some(Op::SetMany(state.rows(kind).map(|row| set(row.id().to_string())).collect()))
}
