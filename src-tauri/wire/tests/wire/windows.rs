//! Windows of a view: the row that somebody is on comes with them, wherever it stands.

use serde_json::{Value as Json, json};

use crate::support::Desk;

#[test]
fn the_row_that_one_is_on_comes_with_the_window_or_the_one_in_its_place_does() {
    let desk = Desk::starter();
    let ask = |text: &str, to: usize, anchor: Json| {
        let query = json!({ "text": text, "filters": [], "sort": [], "group": null });
        let get =
            json!({ "kind": "commitment", "from": 0, "to": to, "query": query, "fields": ["title"], "anchor": anchor });
        desk.ok("view_get", get)
    };
    let all = ask("", 1_000, Json::Null);
    let (count, rows) = (all["count"].as_u64().unwrap() as usize, all["rows"].as_array().unwrap());
    assert_eq!(all["anchor"], Json::Null, "nobody asked");
    let far = json!({ "id": rows[count - 2]["id"], "index": 3 });
    let window = ask("", 10, far.clone());
    assert_eq!(window["anchor"], json!({ "index": count - 2, "row": rows[count - 2] }));
    assert_eq!(ask("", 1_000, far)["anchor"], Json::Null, "it is among the rows");
    // Where the filter hides it: what stands there, or last.
    let gone = |index: usize| json!({ "id": "nobody", "index": index });
    assert_eq!(ask("", 10, gone(30))["anchor"]["row"], rows[30]);
    assert_eq!(ask("", 10, gone(9_999))["anchor"]["index"], count - 1);
    assert_eq!(ask("", 10, gone(4))["anchor"], Json::Null);
    assert_eq!(ask("zzzz", 10, gone(4))["anchor"], Json::Null);
}
