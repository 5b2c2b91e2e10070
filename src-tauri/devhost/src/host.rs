//! What the session asks of its host: file dialogs, which are answered in advance, and events, which are fetched.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use plan_wire::Host;
use plan_wire::types::Purpose;
use serde_json::{Value, json};

/// Events that are kept for whoever asks late.
const KEPT: usize = 2_000;

/// What the host and the server share.
#[derive(Default)]
pub struct Shared {
    dialogs: Mutex<VecDeque<Vec<PathBuf>>>,
    events: Mutex<Events>,
    news: Condvar,
}

#[derive(Default)]
struct Events {
    /// Number of the newest.
    newest: u64,
    kept: VecDeque<(u64, Value)>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    /// Answers the next file dialog; none: the user cancels it.
    pub fn answer_dialog(&self, paths: Vec<PathBuf>) {
        lock(&self.dialogs).push_back(paths);
    }

    fn next_dialog(&self) -> Vec<PathBuf> {
        lock(&self.dialogs).pop_front().unwrap_or_default()
    }

    /// Posts an event.
    pub fn post(&self, event: &str, payload: &Value) {
        let mut events = lock(&self.events);
        events.newest += 1;
        let n = events.newest;
        events.kept.push_back((n, json!({ "n": n, "event": event, "payload": payload })));
        if events.kept.len() > KEPT {
            events.kept.pop_front();
        }
        drop(events);
        self.news.notify_all();
    }

    /// The events behind number `after`; waits for the first of them, but no longer than `patience`.
    ///
    /// A page that was just loaded asks behind 0, and one that outlived a host asks behind a number that there never was: both
    /// learn the newest number at once, and nothing of what happened before they came.
    pub fn events(&self, after: u64, patience: Duration) -> Value {
        let until = Instant::now() + patience;
        let mut events = lock(&self.events);
        if after == 0 || after > events.newest {
            if events.newest == 0 {
                events.newest = 1;
            }
            return json!([{ "n": events.newest, "event": "now", "payload": null }]);
        }
        loop {
            let behind: Vec<Value> =
                events.kept.iter().filter(|(n, _)| *n > after).map(|(_, event)| event.clone()).collect();
            let left = until.saturating_duration_since(Instant::now());
            if !behind.is_empty() || left.is_zero() {
                return Value::Array(behind);
            }
            (events, _) = self.news.wait_timeout(events, left).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// The session's side of [`Shared`].
pub struct Browser(pub std::sync::Arc<Shared>);

impl Host for Browser {
    fn choose_open(&self) -> Option<PathBuf> {
        self.0.next_dialog().into_iter().next()
    }
    fn choose_several(&self) -> Vec<PathBuf> {
        self.0.next_dialog()
    }
    fn choose_save(&self, _: Purpose, _: &str) -> Option<PathBuf> {
        self.0.next_dialog().into_iter().next()
    }
    fn emit(&self, event: &str, payload: Value) {
        self.0.post(event, &payload);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_page_that_was_just_loaded_hears_nothing_of_what_was_before() {
        let shared = Shared::default();
        shared.post("plan-opened", &json!({}));
        shared.post("plan-changed", &json!({ "op": 1 }));
        assert_eq!(shared.events(0, Duration::ZERO), json!([{ "n": 2, "event": "now", "payload": null }]));
        assert_eq!(shared.events(99, Duration::ZERO)[0]["n"], 2, "the host was started anew");
        assert_eq!(shared.events(1, Duration::ZERO)[0]["event"], "plan-changed");
        assert_eq!(shared.events(2, Duration::ZERO), json!([]));
    }

    #[test]
    fn who_waits_is_woken_by_the_next_event() {
        let shared = Arc::new(Shared::default());
        let first = shared.events(0, Duration::ZERO)[0]["n"].as_u64().unwrap();
        let waiting = {
            let shared = shared.clone();
            std::thread::spawn(move || shared.events(first, Duration::from_secs(20)))
        };
        shared.post("plan-changed", &json!({ "op": 7 }));
        assert_eq!(waiting.join().unwrap()[0]["payload"]["op"], 7);
    }

    #[test]
    fn dialogs_are_answered_in_order_and_else_cancelled() {
        let shared = Arc::new(Shared::default());
        shared.answer_dialog(vec!["a".into()]);
        shared.answer_dialog(Vec::new());
        shared.answer_dialog(vec!["c".into(), "d".into()]);
        let browser = Browser(shared);
        assert_eq!(browser.choose_open(), Some("a".into()));
        assert_eq!(browser.choose_save(Purpose::Snapshot, "b"), None);
        assert_eq!(browser.choose_several(), [PathBuf::from("c"), "d".into()]);
        assert_eq!(browser.choose_open(), None);
    }
}
