//! History: random histories over every kind of row; after each step memory equals the file, after each undo and redo the
//! content equals the recorded one, and every moment can be walked back to.
//!
//! `PROPTEST_CASES` sets the number of histories.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use plan::history::Moment;
use plan::kinds::FieldType;
use plan::snapshot::With;
use plan::store::StepState;
use plan::{Error, Kind, Op, Outcome, Plan, State, Value};
use plan_tests::dice::Dice;
use plan_tests::{cases, context, edit, ops, quick_folder, read, same_content, sample};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

type Checked = Result<(), TestCaseError>;

/// What a person may do next; the seed says with which rows and values.
#[derive(Debug, Clone, Copy)]
enum Act {
    Op(u64),
    /// Typing into one field, with the token of one focus of the editor.
    Type {
        token: u8,
        seed: u64,
    },
    Undo,
    Redo,
    Snapshot(u64),
    Reopen,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any::<u64>().prop_map(Act::Op),
        5 => (0u8..2, any::<u64>()).prop_map(|(token, seed)| Act::Type { token, seed }),
        6 => Just(Act::Undo),
        4 => Just(Act::Redo),
        1 => any::<u64>().prop_map(Act::Snapshot),
        2 => Just(Act::Reopen),
    ]
}

/// One step that stands, or that was taken back, as a person remembers it.
struct Remembered {
    op: i64,
    before: Arc<State>,
    after: Arc<State>,
    sitting: u64,
}

/// A plan, and what its history must be by the rules alone.
struct Witness {
    path: PathBuf,
    plan: Plan,
    requests: u64,
    sitting: u64,
    /// An undo has crossed into this earlier sitting, was asked about, and may go on.
    crossed: Option<u64>,
    done: Vec<Remembered>,
    undone: Vec<Remembered>,
    /// Token, name and arguments of the newest step, while typing may join it.
    typing: Option<(String, String, String)>,
    /// The plan behind each step; 0: as it began.
    moments: BTreeMap<i64, Arc<State>>,
}

impl Witness {
    fn new(folder: &tempfile::TempDir) -> Witness {
        let path = folder.path().join("history.gdcplan");
        sample::plan_file(&path);
        let plan = edit(&path, 2).unwrap();
        let moments = BTreeMap::from([(0, plan.state().clone())]);
        Witness {
            path,
            plan,
            requests: 2,
            sitting: 0,
            crossed: None,
            done: Vec::new(),
            undone: Vec::new(),
            typing: None,
            moments,
        }
    }

    fn act(&mut self, act: Act) -> Checked {
        self.requests += 1;
        match act {
            Act::Op(seed) => {
                if let Some(op) = ops::op(self.plan.state(), &mut Dice::new(seed)) {
                    self.op(&op, None)?;
                }
            }
            Act::Type { token, seed } => {
                // The same few fields again and again, so that steps meet that may join.
                let kind = [Kind::Commitment, Kind::Milestone][usize::from(token)];
                let mut dice = Dice::new(seed);
                let row = self.plan.state().rows(kind).next().map(|row| row.id().to_string());
                // A place is a fact: what speaks for it goes and comes with it.
                let rare = ["source_para", "place"][usize::from(token)];
                let field = if dice.once_in(4) { rare } else { "title" };
                let value = ops::value(self.plan.state(), kind.def().field(field).unwrap(), &mut dice);
                if let Some(id) = row {
                    let set = plan::SetField { kind, id, field: field.into(), value, words: None, was: None };
                    self.op(&Op::Set(set), Some(&format!("focus {token}")))?;
                }
            }
            Act::Undo => self.undo()?,
            Act::Redo => self.redo()?,
            Act::Snapshot(seed) => self.snapshot(seed)?,
            Act::Reopen => self.reopen(),
        }
        self.memory_equals_the_file()?;
        self.stack_is_as_remembered()
    }

    fn op(&mut self, op: &Op, token: Option<&str>) -> Checked {
        let (before, newest) = (self.plan.state().clone(), self.plan.newest());
        let outcome = self.plan.act(&context(self.requests), op, token);
        let described = (token.unwrap_or_default().to_owned(), op.name(), format!("{:?}", typed_field(op)));
        match outcome {
            Ok(Some(outcome)) => {
                self.outcome_tells_what_changed(&before, &outcome)?;
                if let Op::Move { kind, ids, after } = op {
                    let in_order = |state: &State| {
                        let mut all: Vec<(String, String)> =
                            state.rows(*kind).map(|row| (row.text("ord").into(), row.id().to_string())).collect();
                        all.sort_unstable();
                        all.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
                    };
                    let mut moved: Vec<String> = Vec::new();
                    ids.iter().for_each(|id| {
                        if !moved.contains(id) {
                            moved.push(id.clone())
                        }
                    });
                    // Behind the row that was named, or what stays before it where it moves too.
                    let was = in_order(&before);
                    let until = after.as_ref().map_or(0, |after| 1 + was.iter().position(|id| id == after).unwrap());
                    let stay =
                        |rows: &[String]| rows.iter().filter(|id| !moved.contains(id)).cloned().collect::<Vec<_>>();
                    let wanted = [stay(&was[..until]), moved.clone(), stay(&was[until..])].concat();
                    prop_assert_eq!(in_order(self.plan.state()), wanted, "{:?} does not stand where it was put", op);
                }
                let joins = token.is_some() && self.typing.as_ref() == Some(&described);
                prop_assert_eq!(outcome.op, if joins { newest } else { newest + 1 }, "joins: {}", joins);
                let after = self.plan.state().clone();
                if joins {
                    self.done.last_mut().unwrap().after = after.clone();
                } else {
                    self.done.push(Remembered { op: outcome.op, before, after: after.clone(), sitting: self.sitting });
                    self.typing = token.map(|_| described);
                }
                self.crossed = None;
                self.undone.clear();
                self.moments.insert(outcome.op, after);
            }
            Ok(None) => {
                prop_assert_eq!(&before, self.plan.state(), "a step without changes changed something: {:?}", op);
                prop_assert_eq!(newest, self.plan.newest());
            }
            Err(Error::Broken { code, context }) => {
                return Err(TestCaseError::fail(format!("{code}: {context}\n{op:?}")));
            }
            Err(_) => {
                prop_assert_eq!(&before, self.plan.state(), "a refused step changed something: {:?}", op);
                prop_assert_eq!(newest, self.plan.newest());
            }
        }
        Ok(())
    }

    fn outcome_tells_what_changed(&self, before: &State, outcome: &Outcome) -> Checked {
        let after = self.plan.state();
        for kind in Kind::all() {
            let changed = |id: &str| before.row(kind, id) != after.row(kind, id);
            let told = |id: &str| outcome.rows.iter().any(|(k, i)| *k == kind && **i == *id);
            for row in before.rows(kind).chain(after.rows(kind)) {
                prop_assert!(!changed(row.id()) || told(row.id()), "{} {} changed unsaid", kind.name(), row.id());
            }
            let born = after.rows(kind).filter(|row| before.row(kind, row.id()).is_none()).count();
            let gone = before.rows(kind).filter(|row| after.row(kind, row.id()).is_none()).count();
            prop_assert_eq!(born, outcome.created.iter().filter(|(k, _)| *k == kind).count());
            prop_assert_eq!(gone, outcome.deleted.iter().filter(|(k, _)| *k == kind).count());
        }
        for milestone in after.rows(Kind::Milestone) {
            let same = before.days(milestone.id()) == after.days(milestone.id());
            prop_assert!(
                same || outcome.days.contains(milestone.id()),
                "the days of {} changed unsaid",
                milestone.id()
            );
        }
        Ok(())
    }

    fn undo(&mut self) -> Checked {
        let before = self.plan.state().clone();
        let answer = self.plan.undo(&context(self.requests), false);
        let Some(last) = self.done.last() else {
            prop_assert_eq!(code(&answer), "nothing-to-undo");
            prop_assert_eq!(&before, self.plan.state());
            return Ok(());
        };
        let asks = last.sitting != self.sitting && self.crossed != Some(last.sitting);
        let answer = if asks {
            let Err(Error::Refused { code: "undo-other-sitting", args }) = &answer else {
                return Err(TestCaseError::fail(format!("crossed into another sitting unasked: {answer:?}")));
            };
            for name in ["step", "at", "person"] {
                prop_assert!(args.iter().any(|(n, v)| *n == name && !v.is_empty()), "{} is not said: {:?}", name, args);
            }
            prop_assert_eq!(&before, self.plan.state(), "asked and did it all the same");
            self.crossed = Some(last.sitting);
            self.requests += 1;
            self.plan.undo(&context(self.requests), true)
        } else {
            answer
        };
        let outcome = answer.map_err(|e| TestCaseError::fail(format!("undo: {e}")))?;
        self.outcome_tells_what_changed(&before, &outcome)?;
        let last = self.done.pop().unwrap();
        prop_assert!(same_content(self.plan.state(), &last.before), "undo did not bring back what was");
        self.undone.push(last);
        self.moments.insert(outcome.op, self.plan.state().clone());
        self.typing = None;
        Ok(())
    }

    fn redo(&mut self) -> Checked {
        let before = self.plan.state().clone();
        let answer = self.plan.redo(&context(self.requests));
        let Some(last) = self.undone.pop() else {
            prop_assert_eq!(code(&answer), "nothing-to-redo");
            prop_assert_eq!(&before, self.plan.state());
            return Ok(());
        };
        let outcome = answer.map_err(|e| TestCaseError::fail(format!("redo: {e}")))?;
        self.outcome_tells_what_changed(&before, &outcome)?;
        prop_assert!(same_content(self.plan.state(), &last.after), "redo did not bring back what was");
        self.done.push(last);
        self.moments.insert(outcome.op, self.plan.state().clone());
        self.typing = None;
        Ok(())
    }

    fn snapshot(&mut self, seed: u64) -> Checked {
        let before = self.plan.state().clone();
        let with = With { persons: seed.is_multiple_of(2), notes: seed.is_multiple_of(3) };
        let bytes = self.plan.snapshot(&context(self.requests), &format!("Snapshot {seed}"), with);
        let bytes = bytes.map_err(|e| TestCaseError::fail(format!("snapshot: {e}")))?;
        prop_assert!(same_content(&before, self.plan.state()), "a snapshot changed the content");
        let read = plan::snapshot::Snapshot::read(&bytes).map_err(|e| TestCaseError::fail(format!("snapshot: {e}")))?;
        let parents = plan::snapshot::current_parents(self.plan.state());
        prop_assert_eq!(parents.iter().map(|p| &p.id).collect::<Vec<_>>(), [&read.manifest.id]);
        self.moments.insert(self.plan.newest(), self.plan.state().clone());
        self.typing = None;
        Ok(())
    }

    fn reopen(&mut self) {
        let before = self.plan.state().clone();
        let newest = self.plan.newest();
        // The lock falls before the file is opened again.
        self.plan = {
            let gone = std::mem::replace(&mut self.plan, read(&self.path).unwrap());
            drop(gone);
            edit(&self.path, self.requests).unwrap()
        };
        assert_eq!(&before, self.plan.state(), "reopened, another plan");
        assert_eq!(newest, self.plan.newest(), "opening is never a step");
        self.sitting += 1;
        self.crossed = None;
        self.typing = None;
    }

    fn memory_equals_the_file(&self) -> Checked {
        let fresh = read(&self.path).map_err(|e| TestCaseError::fail(format!("reading: {e}")))?;
        prop_assert!(
            fresh.state() == self.plan.state(),
            "memory is not the file:\n{}",
            differences(fresh.state(), self.plan.state())
        );
        prop_assert_eq!(fresh.hash().unwrap(), self.plan.state().hash().hex(), "the stored hash is not the hash");
        for row in fresh.state().rows(Kind::Milestone) {
            prop_assert_eq!(fresh.state().days(row.id()), self.plan.state().days(row.id()));
        }
        rules_hold(self.plan.state())
    }

    fn stack_is_as_remembered(&self) -> Checked {
        let op = |step: Option<plan::store::LoggedStep>| step.map(|step| step.id);
        prop_assert_eq!(
            op(self.plan.undo_step().unwrap()),
            self.done.last().map(|step| step.op),
            "what undo would take back"
        );
        prop_assert_eq!(
            op(self.plan.redo_step().unwrap()),
            self.undone.last().map(|step| step.op),
            "what redo would do again"
        );
        Ok(())
    }

    /// At the end: the file is whole, and every moment is there.
    fn look_back(&self) -> Checked {
        self.plan.verify().map_err(|e| TestCaseError::fail(format!("verify: {e}")))?;
        for (step, state) in &self.moments {
            let then =
                self.plan.at(&Moment::Step(*step)).map_err(|e| TestCaseError::fail(format!("at {step}: {e}")))?;
            prop_assert!(then == *state, "the plan behind step {} is another:\n{}", step, differences(&then, state));
        }
        let steps = self.plan.history(None, i64::MAX, usize::MAX >> 1).unwrap();
        prop_assert_eq!(steps.len() as i64, self.plan.newest(), "steps are numbered without gaps");
        for step in &steps {
            let remembered = if self.done.iter().any(|r| r.op == step.id) {
                StepState::Done
            } else if self.undone.iter().any(|r| r.op == step.id) {
                StepState::Undone
            } else {
                prop_assert!(
                    step.target.is_some() || matches!(step.state, StepState::Dropped | StepState::Noted),
                    "{:?}",
                    step
                );
                continue;
            };
            prop_assert_eq!(step.state, remembered, "{:?}", step);
        }
        Ok(())
    }
}

fn typed_field(op: &Op) -> Option<(Kind, &str, &str)> {
    if let Op::Set(set) = op { Some((set.kind, &set.id, &set.field)) } else { None }
}

fn code<T>(answer: &plan::Result<T>) -> &'static str {
    answer.as_ref().err().map_or("done", Error::code)
}

/// What the kinds promise of every row.
fn rules_hold(state: &State) -> Checked {
    for kind in Kind::content() {
        let def = kind.def();
        for row in state.rows(kind) {
            for (index, field) in def.fields.iter().enumerate() {
                let value = row.at(index as u8);
                prop_assert!(value.is_some() || !field.required, "{} {}: {} is empty", def.name, row.id(), field.name);
                let named: Vec<&str> = match (field.target(), value) {
                    (Some(_), Some(Value::Text(id))) => vec![id],
                    (Some(_), Some(Value::Set(ids))) => ids.iter().map(|id| &**id).collect(),
                    _ => Vec::new(),
                };
                for id in named {
                    let there = state.row(field.target().unwrap(), id).is_some();
                    prop_assert!(there, "{} {}: {} names {id}, which is gone", def.name, row.id(), field.name);
                }
                // Nothing is above, before or behind itself.
                if matches!(field.ty, FieldType::Reference(target, _) if target == kind) {
                    let mut next = row.text(field.name);
                    for _ in 0..state.count(kind) {
                        prop_assert_ne!(
                            next,
                            &**row.id(),
                            "{} {}: {} runs in a circle",
                            def.name,
                            row.id(),
                            field.name
                        );
                        next = state.row(kind, next).map_or("", |row| row.text(field.name));
                    }
                }
            }
            for group in def.one_of {
                prop_assert_eq!(
                    group.iter().filter(|name| row.get(name).is_some()).count(),
                    1,
                    "{} {}",
                    def.name,
                    row.id()
                );
            }
        }
    }
    Ok(())
}

fn differences(a: &State, b: &State) -> String {
    let mut text = String::new();
    for kind in Kind::all() {
        for row in a.rows(kind).filter(|row| b.row(kind, row.id()) != Some(*row)) {
            text.push_str(&format!("- {row:?}\n"));
        }
        for row in b.rows(kind).filter(|row| a.row(kind, row.id()) != Some(*row)) {
            text.push_str(&format!("+ {row:?}\n"));
        }
    }
    text
}

proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn memory_file_and_recollection_agree_after_every_step(acts in prop::collection::vec(act(), 25)) {
        let folder = quick_folder();
        let mut witness = Witness::new(&folder);
        for act in acts {
            witness.act(act)?;
        }
        witness.look_back()?;
    }

    #[test]
    fn a_history_can_be_undone_to_its_beginning_and_redone_to_its_end(seeds in prop::collection::vec(any::<u64>(), 1..20)) {
        let folder = quick_folder();
        let mut witness = Witness::new(&folder);
        let start = witness.plan.state().clone();
        for seed in seeds {
            witness.act(Act::Op(seed))?;
        }
        let end = witness.plan.state().clone();
        let steps = witness.done.len();
        witness.reopen();
        (0..steps).try_for_each(|_| witness.act(Act::Undo))?;
        prop_assert!(*witness.plan.state() == start, "{}", differences(&start, witness.plan.state()));
        prop_assert_eq!(code(&witness.plan.undo(&context(0), true)), "nothing-to-undo");
        witness.reopen();
        (0..steps).try_for_each(|_| witness.act(Act::Redo))?;
        prop_assert!(*witness.plan.state() == end, "{}", differences(&end, witness.plan.state()));
        prop_assert_eq!(code(&witness.plan.redo(&context(0))), "nothing-to-redo");
        witness.look_back()?;
    }
}
