//! A person before the sample: one request after the other.

use std::sync::Arc;

use chrono::NaiveDate;
use plan::{Context, CreateRow, Kind, Op, Outcome, Plan, Row, SetField, Value};
use serde_json::Value as Json;

use crate::{context, edit, quick_folder, same_content, sample};

/// An open plan, and how many requests were made of it. What a test asks for must be possible: else it fails there.
pub struct Desk {
    _folder: tempfile::TempDir,
    /// The plan.
    pub plan: Plan,
    /// Number of the newest request.
    pub requests: u64,
    /// The day of who asks; none: that of the request.
    pub today: Option<NaiveDate>,
}

/// One field to be set.
pub fn set(kind: Kind, id: &str, field: &str, value: Json) -> SetField {
    SetField { kind, id: id.into(), field: field.into(), value, words: None, was: None }
}

/// The code of a refusal; "done", where there was none.
pub fn code<T>(answer: plan::Result<T>) -> &'static str {
    answer.err().map_or("done", |error| error.code())
}

#[expect(clippy::missing_panics_doc, reason = "a test that asks for what cannot be fails")]
impl Desk {
    /// The sample, open to edit.
    pub fn new() -> Desk {
        Desk::with(sample::plan_file)
    }
    /// A plan that is made by `make`, open to edit.
    pub fn with(make: impl FnOnce(&std::path::Path)) -> Desk {
        let folder = quick_folder();
        let path = folder.path().join("desk.gdcplan");
        make(&path);
        Desk { plan: edit(&path, 2).unwrap(), _folder: folder, requests: 2, today: None }
    }
    /// Who asks next, and when.
    pub fn ask(&mut self) -> Context {
        self.requests += 1;
        let asks = context(self.requests);
        Context { today: self.today.unwrap_or(asks.today), ..asks }
    }
    /// Acts, or is refused.
    pub fn try_act(&mut self, op: &Op) -> plan::Result<Option<Outcome>> {
        let context = self.ask();
        self.plan.act(&context, op, None)
    }
    /// Acts: it is a step.
    pub fn act(&mut self, op: &Op) -> Outcome {
        self.try_act(op).unwrap().expect("a step")
    }
    /// Acts, and sees that one undo takes it all back and one redo does it again.
    pub fn act_there_and_back(&mut self, op: &Op) -> Outcome {
        let before = self.plan.state().clone();
        let outcome = self.act(op);
        assert_eq!(outcome.kind, op.name());
        let after = self.plan.state().clone();
        let (undo, redo) = (self.ask(), self.ask());
        self.plan.undo(&undo, false).unwrap();
        assert!(same_content(&before, self.plan.state()));
        self.plan.redo(&redo).unwrap();
        assert!(same_content(&after, self.plan.state()));
        self.plan.verify().unwrap();
        outcome
    }
    /// Why something is refused, which then changed nothing.
    pub fn refused(&mut self, op: &Op) -> &'static str {
        let before = self.plan.state().clone();
        let code = self.try_act(op).expect_err("refused").code();
        assert_eq!(*before, **self.plan.state());
        code
    }
    /// Sets one field to another value, and answers the step.
    pub fn set(&mut self, kind: Kind, id: &str, field: &str, value: Json) -> i64 {
        self.act(&Op::Set(set(kind, id, field, value))).op
    }
    /// Sets several fields of one row in one step, and answers it.
    pub fn set_all<const N: usize>(&mut self, kind: Kind, id: &str, values: [(&str, Json); N]) -> i64 {
        self.act(&Op::SetMany(values.map(|(field, value)| set(kind, id, field, value)).into())).op
    }
    /// Makes a row, and answers the step and its id.
    pub fn make(&mut self, kind: Kind, fields: Json) -> (i64, String) {
        let Json::Object(fields) = fields else { panic!("fields") };
        let outcome = self.act(&Op::Create(CreateRow { kind, id: None, fields }));
        (outcome.op, outcome.created[0].1.to_string())
    }
    /// A row, where it is there.
    pub fn row(&self, kind: Kind, id: &str) -> Option<&Arc<Row>> {
        self.plan.state().row(kind, id)
    }
    /// A value of a row.
    pub fn value(&self, kind: Kind, id: &str, field: &str) -> Json {
        self.row(kind, id).unwrap().get(field).map_or(Json::Null, Value::to_json)
    }
    /// A text of a row; empty, where the field is.
    pub fn text(&self, kind: Kind, id: &str, field: &str) -> &str {
        self.row(kind, id).unwrap().text(field)
    }
    /// Several texts of a row.
    pub fn texts<const N: usize>(&self, kind: Kind, id: &str, fields: [&str; N]) -> [&str; N] {
        fields.map(|field| self.text(kind, id, field))
    }
}

impl Default for Desk {
    fn default() -> Self {
        Desk::new()
    }
}
