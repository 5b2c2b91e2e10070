//! What was asked of one plan is never done to another.

use serde_json::json;

use super::*;
use crate::Nobody;

#[test]
fn a_request_that_was_made_of_another_plan_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new(Box::new(Nobody), Some(folder.path().join("data")));
    let make = |name: &str| {
        let file = session.mint(&folder.path().join(name));
        session.call("plan_new", json!({ "file": file }), "en").unwrap();
    };
    let hash = || session.call("plan_hash", json!({}), "en").unwrap()["hash"].clone();
    make("one.gdcplan");
    let of_one = session.request("en", None);
    make("two.gdcplan");
    let of_two = session.request("en", None);
    let before = hash();
    let snapshot = session.mint(&folder.path().join("late.gdcsnap"));
    let asked = [
        ("commitment_set", json!({ "id": "ITU-013", "field": "lead_post", "value": "Director" })),
        ("milestone_create", json!({ "fields": { "title": "Too late" } })),
        ("undo", json!({})),
        ("moment_return", json!({ "source": { "at": "shipped", "name": "developments" } })),
        ("restore_point_make", json!({ "name": "Too late" })),
        ("snapshot_write", json!({ "file": snapshot, "name": "Too late" })),
    ];
    for (command, arguments) in &asked {
        let error = session.run(command, arguments.clone(), &of_one).unwrap_err();
        assert_eq!(error.code, "another-plan", "{command}");
        assert!(error.message.contains("Another plan was opened"), "{}", error.message);
    }
    assert_eq!(hash(), before);
    assert!(!folder.path().join("late.gdcsnap").exists());
    // The same of the plan that is open is done.
    let (command, arguments) = &asked[0];
    session.run(command, arguments.clone(), &of_two).unwrap();
    assert_ne!(hash(), before);
}
