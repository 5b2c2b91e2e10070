//! Documents for a council: one made with its blocks, and a copy that is a revision.

use serde_json::{Map, Value as Json};

use super::write::{Making, make as make_row};
use crate::kinds::Kind;
use crate::state::State;
use crate::store::Store;
use crate::{Context, CreateRow, Error, Op, Result, Row, Value};

/// Blocks that a document is made with at the most.
const BLOCKS_MAX: usize = 2_000;

/// Fields of a document that its revision does not take over: what it has not been through, and what names the one document.
const OF_ONE: [&str; 6] = ["state", "symbol", "date", "date_words", "follows", "ord"];

/// Carries out an operation on a whole document.
pub(super) fn carry_out(store: &Store, state: &State, context: &Context, op: &Op) -> Result<()> {
    match op {
        Op::DocumentMake { document, blocks } => make(store, state, context, document.clone(), blocks.clone()),
        Op::DocumentRevise { document } => revise(store, state, context, document),
        _ => Err(Error::broken(format!("{} is about no document", op.name()))),
    }
}

fn make(
    store: &Store,
    state: &State,
    context: &Context,
    document: Map<String, Json>,
    blocks: Vec<Map<String, Json>>,
) -> Result<()> {
    if blocks.len() > BLOCKS_MAX {
        return Err(Error::refused_with("too-many", [("limit", BLOCKS_MAX.to_string())]));
    }
    let mut making = Making::default();
    let new = CreateRow { kind: Kind::Document, id: None, fields: document };
    let made = make_row(store, state, context, &new, false, &mut making)?;
    let id = Json::from(&**made.id());
    // What the blocks refer to has to be found.
    let mut now = state.clone();
    now.put(made);
    for mut fields in blocks {
        fields.insert("document".into(), id.clone());
        make_row(store, &now, context, &CreateRow { kind: Kind::Block, id: None, fields }, false, &mut making)?;
    }
    Ok(())
}

fn revise(store: &Store, state: &State, context: &Context, document: &str) -> Result<()> {
    let before = state.need(Kind::Document, document)?;
    let copied = |row: &Row, but: &[&str]| -> Map<String, Json> {
        let fields = row.values().filter(|(field, _)| !but.contains(&field.name));
        fields.map(|(field, value)| (field.name.to_owned(), Value::to_json(value))).collect()
    };
    let mut fields = copied(before, &OF_ONE);
    fields.insert("revision_of".into(), Json::from(&**before.id()));
    fields.insert("state".into(), Json::from("draft"));
    let of_it = state.in_order(Kind::Block).iter().filter(|row| row.text("document") == &**before.id());
    let blocks = of_it.map(|row| copied(row, &["document", "ord"])).collect();
    make(store, state, context, fields, blocks)
}
