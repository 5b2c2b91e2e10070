//! What takes several turns, while somebody else writes or another plan is opened.

use std::cell::Cell;
use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::Nobody;

/// Somebody who writes, and a colleague who reads the same plan.
struct Two {
    writer: Arc<Session>,
    reader: Arc<Session>,
    folder: tempfile::TempDir,
    written: Cell<usize>,
}

impl Two {
    fn new() -> Two {
        let folder = tempfile::tempdir().unwrap();
        let session = || Session::new(Box::new(Nobody), None);
        let two = Two { writer: session(), reader: session(), folder, written: Cell::new(0) };
        two.make("plan.gdcplan");
        two.write();
        let path = two.folder.path().join("plan.gdcplan");
        two.reader.call("plan_open", json!({ "file": two.reader.mint(&path) }), "en").unwrap();
        assert_eq!(two.reader.shown().open, Open::PlanReadOnly);
        two
    }

    fn make(&self, name: &str) {
        let file = self.writer.mint(&self.folder.path().join(name));
        self.writer.call("plan_new", json!({ "file": file }), "en").unwrap();
    }

    /// Another step, which the reader does not know of yet.
    fn write(&self) {
        self.written.set(self.written.get() + 1);
        let set = json!({ "id": "ITU-013", "field": "lead_post", "value": format!("Post {}", self.written.get()) });
        self.writer.call("commitment_set", set, "en").unwrap();
    }

    /// Works something out for the reader. Before each of the first tries the colleague writes and it is read again.
    fn read<T>(
        &self,
        meanwhile: usize,
        work_out: impl Fn(&Call, &Shown) -> Result<T, Fault>,
    ) -> (Result<T, Fault>, usize) {
        let (call, tries) = (self.reader.request("en", None), Cell::new(0));
        let answer = of_one_reading(&self.reader, |shown| {
            tries.set(tries.get() + 1);
            if tries.get() <= meanwhile {
                self.write();
                assert!(self.reader.refresh(&call).unwrap().0);
            }
            work_out(&call, shown)
        });
        (answer, tries.get())
    }
}

fn history() -> HistoryList {
    serde_json::from_value(json!({ "text": "post" })).unwrap()
}

#[test]
fn what_a_colleague_writes_meanwhile_is_read_and_not_told_as_another_plan() {
    let two = Two::new();
    let (page, tries) = two.read(2, |call, shown| history_page(&two.reader, call, &history(), shown));
    assert_eq!((page.unwrap().steps.len(), tries), (3, 3), "with the steps that came meanwhile");
    let newest = two.reader.shown().op;
    let get = StepPreviewGet { op: newest, discreet: false };
    let (told, tries) = two.read(2, |call, shown| preview(&two.reader, call, &get, shown));
    let told = told.unwrap();
    assert_eq!((told.back.len(), told.kept.len(), tries), (0, 1, 3));
    assert!(told.kept[0].contains("Post 5"), "as it is now: {}", told.kept[0]);
    // Nobody is kept waiting for ever.
    let (page, tries) = two.read(usize::MAX, |call, shown| history_page(&two.reader, call, &history(), shown));
    assert_eq!((page.unwrap_err().code(), tries), ("plan-read-again", TRIES));
}

#[test]
fn another_plan_that_is_opened_meanwhile_is_no_answer() {
    let two = Two::new();
    two.make("other.gdcplan");
    let other = two.folder.path().join("other.gdcplan");
    let get = StepPreviewGet { op: 1, discreet: false };
    let (told, tries) = two.read(0, |call, shown| {
        two.reader.open_as(&other, plan::store::Access::Read).unwrap();
        preview(&two.reader, call, &get, shown)
    });
    assert_eq!((told.map(|_| ()).unwrap_err().code(), tries), ("another-plan", 1));
    // Nor where it is opened after what was open was read again.
    let tries = Cell::new(0);
    let answer = of_one_reading(&two.reader, |_| {
        tries.set(tries.get() + 1);
        two.reader.open_as(&other, plan::store::Access::Read).unwrap();
        Err::<(), _>(Error::refused("plan-read-again"))
    });
    assert_eq!((answer.unwrap_err().code(), tries.get()), ("another-plan", 1));
}

#[test]
fn what_goes_back_leaves_room_for_what_stays() {
    let change = |id: usize| Change {
        kind: Kind::Commitment,
        id: format!("c{id}").into(),
        before: Some(serde_json::from_value(json!({ "title": "A" })).unwrap()),
        after: Some(serde_json::from_value(json!({ "title": "B" })).unwrap()),
    };
    let back: Vec<Change> = (0..5_000).map(change).collect();
    let mut kept: Vec<Kept> =
        (5_000..10_000).map(|id| Kept { change: change(id), why: plan::history::Stays::Changed }).collect();
    // Of a place in a list nothing is said: it takes no room.
    for kept in &mut kept[..PREVIEW] {
        let order = || Some(serde_json::from_value(json!({ "ord": "a" })).unwrap());
        (kept.change.before, kept.change.after) = (order(), order());
    }
    let named: Vec<usize> = first_of_each(&back, &kept).iter().map(|change| change.id[1..].parse().unwrap()).collect();
    let (stays, goes): (Vec<usize>, Vec<usize>) = named.into_iter().partition(|id| *id >= 5_000);
    assert_eq!(goes, (0..PREVIEW).collect::<Vec<_>>());
    assert_eq!(stays, (5_000 + PREVIEW..5_000 + 2 * PREVIEW).collect::<Vec<_>>());
    assert_eq!(first_of_each(&back[..1], &[]), back[..1]);
}
