//! What goes back with what: facts that no statement would speak for, and fields that would contradict each other, stay.

use std::sync::Arc;

use super::back::Stays;
use super::draft::{Draft, dangling, fields_between};
use super::provenance::{claims, same_facts, same_provenance, with_facts_of, with_fields_of, with_provenance_of};
use super::rules::clashes;
use crate::Row;
use crate::state::State;

impl Draft<'_> {
    /// Takes out again what may not go back, and says so. Answers whether there was any: then other links may be circles.
    pub(super) fn hold_back(&mut self, changed: &[(Arc<Row>, Arc<Row>)]) -> bool {
        let mut any = false;
        for (before, after) in changed {
            let row = |state: &State| state.row(before.kind(), before.id()).cloned();
            let (Some(mine), Some(now)) = (row(self.mine), row(&self.now)) else { continue };
            let mut held = (*now).clone();
            if !same_facts(&held, &mine) && !self.is_founded(before, after, &mine, &held) {
                held = with_facts_of(&held, &mine);
            }
            // A start goes back to before a newer end: what was loaded with a contradiction keeps it.
            let clashing: Vec<_> = clashes(&held).filter(|clash| !clash.same(&held, &mine)).collect();
            for clash in clashing {
                held = with_fields_of(&held, &mine, clash.fields.iter().copied());
            }
            if held != *now {
                self.stays(fields_between(&held, &now), Stays::Changed);
                self.now.put(held);
                any = true;
            }
        }
        any
    }

    /// Whether what the row passes as, once its facts have gone back, is true of all of them.
    fn is_founded(&self, before: &Row, after: &Row, mine: &Row, now: &Row) -> bool {
        let back = self.provenance_goes_back(before, after, mine, now).is_ok();
        let one_and_the_same = same_provenance(mine, after) && same_provenance(after, before);
        back || !claims(mine) || one_and_the_same
    }

    /// Whether what spoke for the facts before the step may speak for them again: nobody said anything else since, it does not
    /// speak for facts that came later, and those are not left without what speaks for them now.
    fn provenance_goes_back(&self, before: &Row, after: &Row, mine: &Row, now: &Row) -> Result<Row, Stays> {
        if !same_provenance(mine, after) || ((claims(before) || claims(mine)) && !same_facts(now, before)) {
            return Err(Stays::Changed);
        }
        let wanted = with_provenance_of(now, before);
        let gone = dangling(&wanted, &self.now).into_iter().any(|index| {
            let name = before.kind().def().fields[index as usize].name;
            before.kind().provenance().any(|field| field == name)
        });
        if gone { Err(Stays::Gone) } else { Ok(wanted) }
    }

    /// Where the facts come from goes back behind them.
    pub(super) fn put_provenance_back(&mut self, before: &Row, after: &Row) {
        let row = |state: &State| state.row(before.kind(), before.id()).cloned();
        let (Some(mine), Some(now)) = (row(self.mine), row(&self.now)) else { return };
        let untouched = same_provenance(before, after) || same_provenance(&mine, before);
        if untouched || before.kind().facts().is_empty() {
            return;
        }
        match self.provenance_goes_back(before, after, &mine, &now) {
            Ok(wanted) => self.now.put(wanted),
            Err(why) => self.stays(fields_between(&now, &with_provenance_of(&now, before)), why),
        }
    }
}
