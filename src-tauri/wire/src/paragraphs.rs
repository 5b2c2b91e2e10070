//! Paragraphs of instruments by what they are called: "11(d)", "Compact, 11(d)", "A/RES/80/173 ¶ 23".

use std::sync::Arc;

use plan::Row;
use plan::fold::fold;
use plan::kinds::Kind;
use plan::state::State;

use crate::present::named;

/// What a provision is called: its instrument and its number.
fn full_name(state: &State, provision: &Row) -> String {
    format!("{}, {}", named(state, provision, "instrument"), provision.text("paragraph"))
}

/// Without spaces and without what may stand between an instrument and a number.
fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '¶' | '§')).collect()
}

/// The provisions that a text names: by the number of a paragraph, or by that behind symbol, title or id of the instrument.
pub(crate) fn named_by_paragraph(state: &State, text: &str) -> Vec<Arc<Row>> {
    let wanted = squeezed(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |row: &&Arc<Row>| {
        let number = squeezed(row.text("paragraph"));
        let Some(before) = wanted.strip_suffix(&number).filter(|_| !number.is_empty()) else { return false };
        let instrument = || state.row(Kind::Instrument, row.text("instrument"));
        let is_called = |instrument: &Arc<Row>| {
            let names = ["symbol", "short_title", "title"].map(|field| instrument.text(field));
            names.into_iter().chain([&**instrument.id()]).any(|name| squeezed(name) == before)
        };
        before.is_empty() || instrument().is_some_and(is_called)
    };
    state.in_order(Kind::Provision).iter().filter(fits).cloned().collect()
}

/// Each of several provisions as it is named alone: by instrument and number where no other has both, else by its id, with its title.
pub(crate) fn told_apart(state: &State, provisions: &[Arc<Row>]) -> Vec<String> {
    let names: Vec<String> = provisions.iter().map(|row| full_name(state, row)).collect();
    let each =
        provisions.iter().zip(&names).map(|(row, name)| match names.iter().filter(|other| *other == name).count() {
            1 => name.clone(),
            _ => format!("{} ({})", row.id(), row.title()),
        });
    each.collect()
}

/// The instruments that have a paragraph of each of some numbers, in the order of the plan.
pub(crate) fn instruments_with(state: &State, numbers: &[String]) -> Vec<Arc<Row>> {
    let has = |instrument: &Row, number: &str| {
        let mut provisions = state.in_order(Kind::Provision).iter();
        provisions.any(|row| {
            row.text("instrument") == &**instrument.id()
                && (squeezed(row.text("paragraph")) == squeezed(number) || &**row.id() == number)
        })
    };
    let instruments = state.in_order(Kind::Instrument).iter();
    instruments.filter(|instrument| numbers.iter().all(|number| has(instrument, number))).cloned().collect()
}
