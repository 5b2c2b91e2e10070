use serde_json::json;

use crate::{Nobody, Session};

#[test]
fn a_document_that_was_written_is_not_told_as_failed_where_it_cannot_be_noted() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new(Box::new(Nobody), None);
    let file = |name: &str| session.mint(&folder.path().join(name));
    session.call("plan_new", json!({ "file": file("plan.gdcplan") }), "en").unwrap();
    let refuse = |on: bool| {
        session.with_plan(|plan| Ok(plan.connection_for_tests().pragma_update(None, "query_only", on)?)).unwrap();
    };
    let export = || session.call("plan_export", json!({ "file": file("out.csv") }), "en").unwrap();
    refuse(true);
    let answer = export();
    assert_eq!(answer["noted"], false);
    let told = answer["announcement"].as_str().unwrap();
    assert!(told.contains("out.csv") && told.contains("could not be noted in the plan: "), "{told}");
    assert!(folder.path().join("out.csv").exists());
    refuse(false);
    let answer = export();
    assert_eq!(answer["noted"], true);
    assert!(!answer["announcement"].as_str().unwrap().contains("noted"));
}
