//! Instruments by a table: what is read, what is shown, and the one step.

use serde_json::{Value as Json, json};

use crate::support::{Desk, texts};

/// The form in which UN DESA follows a resolution up, as a spreadsheet copies it.
const TABLE: &str = "Para #\tAction requested\tAsked entities\r\n\
    23\tReport on connectivity\tITU; the UN regional commissions\r\n\
    \"¶ 67\"\t\"Set up a task force on\nfinancing\"\tUNGIS, ITU and UNDP\r\n\
    \tReport to the CSTD in 2027\tUNGIS\r\n\
    113\tWrite implementation road maps\tAction line facilitators, in consultation with the Friends of the Lake\r\n";

fn names(rows: &Json) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["short"].as_str().unwrap()).collect()
}

fn asked<'a>(read: &'a Json, words: &str) -> &'a Json {
    let all = read["asked"].as_array().unwrap();
    all.iter().find(|one| one["words"] == words).unwrap_or_else(|| panic!("{words} is not in {all:#?}"))
}

fn provisions(desk: &Desk, instrument: &str) -> Vec<Json> {
    let query = json!({ "conditions": [{ "field": "instrument", "is": [instrument] }], "text": "" });
    let all = desk.ok("view_get", json!({ "kind": "provision", "query": query, "from": 0, "to": 5_000 }));
    all["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["cells"]["instrument"]["value"] == instrument)
        .cloned()
        .collect()
}

#[test]
fn a_table_is_read_column_by_column_and_everybody_who_is_asked_is_known_or_listed() {
    let desk = Desk::plan();
    let read = desk.ok("instrument_read_table", json!({ "text": TABLE }));
    let roles: Vec<&str> = read["columns"].as_array().unwrap().iter().map(|c| c["role"].as_str().unwrap()).collect();
    assert_eq!((roles, read["header"].as_u64()), (vec!["paragraph", "action", "asked"], Some(1)));
    assert_eq!(read["count"], 4);
    let line = &read["lines"][1];
    assert_eq!((&line["paragraph"], &line["action"]), (&json!("67"), &json!("Set up a task force on financing")));
    let words: Vec<&str> =
        line["asked"].as_array().unwrap().iter().map(|part| part["words"].as_str().unwrap()).collect();
    assert_eq!(words, ["UNGIS", "ITU", "UNDP"]);
    assert_eq!(read["lines"][2]["paragraph"], "67");
    assert_eq!(texts(&read["lines"][2]["notes"]), ["paragraph of the row above"]);
    assert_eq!(names(&asked(&read, "the UN regional commissions")["rows"]).len(), 1);
    assert_eq!(asked(&read, "UNGIS")["rows"][0]["kind"], "group");
    let facilitators = asked(&read, "Action line facilitators");
    assert_eq!(facilitators["how"], "facilitators");
    assert!(names(&facilitators["rows"]).contains(&"UNESCO"), "{facilitators:#}");
    assert!(facilitators["note"].as_str().unwrap().contains("from the catalogue"));
    assert_eq!(read["asked"][0]["how"], "unknown", "what is not known stands first");
    assert_eq!(read["unknown"], 1);
}

#[test]
fn an_instrument_is_made_with_its_provisions_in_one_step_that_is_undone() {
    let desk = Desk::plan();
    let choices = json!([{ "words": "in consultation with the Friends of the Lake", "rows": [] }]);
    let add = json!({
        "text": TABLE, "choices": choices, "title": "A new resolution", "symbol": "A/RES/99/1", "date": "17 December 2044",
        "source": "Follow-up table",
    });
    let read = desk.ok("instrument_read_table", json!({ "text": TABLE, "choices": choices }));
    assert_eq!(
        (&read["unknown"], &read["asked"].as_array().unwrap().last().unwrap()["how"]),
        (&json!(0), &json!("words"))
    );
    let written = desk.ok("instrument_add", add.clone());
    assert_eq!(written["created"], "A-RES-99-1");
    assert_eq!(written["announcement"], "4 provisions added from a table. Ctrl+Z undoes it.");
    let instrument = desk.ok("row_get", json!({ "kind": "instrument", "id": "A-RES-99-1" }));
    let cells = &instrument["row"]["cells"];
    assert_eq!(
        (&cells["adopted"]["value"], &cells["source"]["text"]),
        (&json!("2044-12-17"), &json!("Follow-up table"))
    );
    let made = provisions(&desk, "A-RES-99-1");
    let ids: Vec<&str> = made.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["A-RES-99-1-23", "A-RES-99-1-67", "A-RES-99-1-67-2", "A-RES-99-1-113"], "equal tables, equal ids");
    assert_eq!(made[1]["cells"]["asked_groups"]["value"].as_array().unwrap().len(), 1);
    let roadmaps = &made[3]["cells"];
    assert!(roadmaps["asked_organizations"]["text"].as_str().unwrap().contains("UNESCO"));
    assert!(roadmaps["asked"]["text"].as_str().unwrap().contains("Action line facilitators"), "the words stay");
    desk.ok("undo", json!({}));
    assert_eq!(provisions(&desk, "A-RES-99-1").len(), 0);
    desk.ok("redo", json!({}));
    assert_eq!(provisions(&desk, "A-RES-99-1").len(), 4);
}

#[test]
fn an_instrument_that_is_there_is_filled_and_what_the_table_does_not_say_stays() {
    let desk = Desk::plan();
    let before = provisions(&desk, "A-RES-80-173").len();
    let given = json!({ "text": TABLE, "symbol": "a/res/80/173" });
    let read = desk.ok("instrument_read_table", given);
    assert_eq!(read["instrument"]["id"], "A-RES-80-173");
    assert!(read["lines"][0]["notes"][0].as_str().unwrap().starts_with("in the plan as “"), "{}", read["lines"][0]);
    desk.ok("instrument_add", json!({ "text": TABLE, "symbol": "A/RES/80/173" }));
    let after = provisions(&desk, "A-RES-80-173");
    let filled = after.iter().find(|row| row["id"] == "A-RES-80-173-23").unwrap();
    assert_eq!(filled["cells"]["title"]["text"], "Report on connectivity");
    assert_eq!(filled["cells"]["objective"]["value"], "FOLLOW-UP", "what was known of it besides stays");
    let twice = after.len();
    assert!(twice > before && twice <= before + 4);
    let again = desk.ok("instrument_add", json!({ "text": TABLE, "symbol": "A/RES/80/173" }));
    assert_eq!(again["op"], Json::Null, "the same table once more changes nothing");
    assert_eq!(provisions(&desk, "A-RES-80-173").len(), twice);
}

#[test]
fn a_step_that_fills_an_instrument_says_how_much_it_added_and_how_much_it_filled() {
    let desk = Desk::plan();
    let add = |rows: &[&str], more: Json| {
        let mut given =
            json!({ "text": format!("Para\tAction\tAsked\n{}\n", rows.join("\n")), "symbol": "A/RES/99/1" });
        given.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let done = desk.ok("instrument_add", given);
        let name = desk.ok("history_list", json!({ "limit": 1 }))["steps"][0]["name"].clone();
        (name, done["announcement"].clone(), done["op"].clone())
    };
    let told = |name: &str, done: &str, (was, said, _): (Json, Json, Json)| {
        assert_eq!(was, name);
        assert_eq!(said, format!("{done}. Ctrl+Z undoes it."));
    };
    let none = || json!({});
    let first = add(&["5\tTrain judges\tITU", "6\tFund schools\tITU"], json!({ "title": "A resolution" }));
    told("Add 2 provisions from a table", "2 provisions added from a table", first);
    let changed = add(&["5\tTrain judges\tUNESCO", "6\tFund schools\tITU"], none());
    told("Fill 1 provision from a table", "1 provision filled from a table", changed);
    let both = add(&["5\tTrain judges\tUNDP", "7\tRead\tITU", "8\tWrite\tITU"], none());
    told("Add 2 provisions from a table and fill 1", "2 provisions added from a table, 1 filled", both);
    let more = add(&["5\tTrain judges\tUNDP", "9\tReckon\tITU"], none());
    told("Add 1 provision from a table", "1 provision added from a table", more);
    let renamed = add(&["5\tTrain judges\tUNDP"], json!({ "title": "Another resolution" }));
    told("Fill an instrument from a table", "Instrument filled from a table", renamed);
    assert_eq!(add(&["5\tTrain judges\tUNDP"], none()).2, Json::Null);
    let undone = desk.ok("undo", json!({}));
    assert_eq!(undone["announcement"], "Undone: fill an instrument from a table. Ctrl+Y redoes it.");
}

#[test]
fn a_table_without_a_head_with_titles_and_missing_cells_is_read_as_one_would() {
    let desk = Desk::plan();
    let html = "<table><tr><td colspan=3>Financing</td></tr><tr><td rowspan=2>4</td><td>Report</td><td>ITU</td></tr>\
                <tr><td>Publish a longer report on all of that</td></tr><tr><td>5</td></tr>\
                <tr><td></td><td></td><td></td></tr><tr><td>6</td><td>Convene <script>alert(1)</script></td><td>__proto__, UNESCO</td></tr></table>";
    let read = desk.ok("instrument_read_table", json!({ "html": html, "text": "ignored" }));
    let lines = read["lines"].as_array().unwrap();
    let told: Vec<(&str, &str)> =
        lines.iter().map(|line| (line["paragraph"].as_str().unwrap(), line["action"].as_str().unwrap())).collect();
    let expected = [("4", "Report"), ("4", "Publish a longer report on all of that"), ("5", ""), ("6", "Convene")];
    assert_eq!(told, expected);
    assert!(lines.iter().all(|line| line["heading"] == "Financing"));
    assert_eq!(texts(&lines[2]["notes"]), ["nothing is asked for in it"]);
    assert_eq!(asked(&read, "__proto__")["how"], "unknown");
    desk.ok("instrument_add", json!({ "html": html, "symbol": "X/1", "title": "X" }));
    assert_eq!(provisions(&desk, "X-1")[2]["cells"]["title"]["text"], "¶ 5");
}

#[test]
fn columns_can_be_said_and_a_table_that_comes_to_nothing_is_refused() {
    let desk = Desk::plan();
    let columns = json!(["asked", "none", "action"]);
    let read = desk.ok("instrument_read_table", json!({ "text": TABLE, "columns": columns, "header": 0 }));
    assert_eq!((read["count"].as_u64(), read["left_count"].as_u64()), (Some(0), Some(5)));
    assert_eq!(read["left"][0]["why"], "no paragraph, and none above it");
    let nothing = json!({ "text": TABLE, "columns": columns, "symbol": "X/1", "title": "X" });
    assert_eq!(desk.refused("instrument_add", nothing), "table-empty");
    assert_eq!(desk.refused("instrument_add", json!({ "text": TABLE, "title": "X" })), "required");
    assert_eq!(desk.refused("instrument_add", json!({ "text": TABLE, "symbol": "X/1" })), "required");
    assert_eq!(desk.refused("instrument_read_table", json!({ "text": "1\t2", "columns": ["what"] })), "bad-request");
    assert_eq!(desk.ok("instrument_read_table", json!({}))["count"], 0);
}

#[test]
fn hostile_tables_are_read_or_refused_and_nothing_falls() {
    let desk = Desk::plan();
    let too_many = "1\ta\tITU\n".repeat(40_000);
    assert_eq!(desk.refused("instrument_read_table", json!({ "text": too_many })), "table-too-large");
    let many = "1\ta\tITU\n".repeat(6_000);
    assert_eq!(desk.refused("instrument_read_table", json!({ "text": many })), "table-too-large");
    let long = format!("1\t{}\tITU\n2\tb\t{}\n3\tc\tITU\n", "x".repeat(1_000_000), "y, ".repeat(100_000));
    let read = desk.ok("instrument_read_table", json!({ "text": long }));
    let why: Vec<&str> = read["left"].as_array().unwrap().iter().map(|left| left["why"].as_str().unwrap()).collect();
    assert_eq!(why, ["a text in it is longer than the plan keeps", "it asks more than 500"]);
    let words = (0..1_200).map(|n| format!("{n}\tdo {n}\tbody {n} and body {}\n", n + 1)).collect::<String>();
    let read = desk.ok("instrument_read_table", json!({ "text": words, "symbol": "X/2" }));
    assert_eq!((read["count"].as_u64(), read["more"].as_u64()), (Some(1_200), Some(900)));
    desk.ok("instrument_add", json!({ "text": words, "symbol": "X/2", "title": "\u{202e}<b>X</b>" }));
    let count = |desk: &Desk| desk.ok("plan_summary", json!({}))["counts"]["provision"].as_u64().unwrap();
    let before = count(&desk);
    desk.ok("undo", json!({}));
    assert_eq!(count(&desk) + 1_200, before);
}

/// The one instrument of a symbol, made of rows.
fn imported(desk: &Desk, rows: &[&str]) -> Vec<(String, String)> {
    let text = format!("Para\tAction requested\tAsked entities\n{}", rows.join("\n"));
    desk.ok("instrument_add", json!({ "text": text, "symbol": "X/7", "title": "Seven" }));
    let cell = |row: &Json, name: &str| row["cells"][name]["text"].as_str().unwrap_or_default().to_owned();
    provisions(desk, "X-7").iter().map(|row| (cell(row, "title"), cell(row, "asked_organizations"))).collect()
}

fn pairs(told: &[(String, String)]) -> Vec<(&str, &str)> {
    told.iter().map(|(title, asked)| (title.as_str(), asked.as_str())).collect()
}

#[test]
fn a_row_fills_the_provision_that_asks_the_same_and_no_other_of_its_paragraph() {
    let desk = Desk::plan();
    imported(&desk, &["24\tInvites\tUNESCO", "24\tInvites again\tITU"]);
    // One of two: the other stays as it is.
    let told = imported(&desk, &["24\tINVITES  again\tWHO"]);
    assert_eq!(pairs(&told), [("Invites", "UNESCO"), ("INVITES again", "WHO")]);
    // In another order.
    let told = imported(&desk, &["24\tInvites again\tITU", "24\tInvites\tUNDP"]);
    assert_eq!(pairs(&told), [("Invites", "UNDP"), ("Invites again", "ITU")]);
    // As many as there are: what has other words takes the place that is left.
    let told = imported(&desk, &["24\tRequests\tWHO", "24\tInvites\tUNDP"]);
    assert_eq!(pairs(&told), [("Invites", "UNDP"), ("Requests", "WHO")]);
    // Fewer than there are, and other words: nothing says which is meant, so it is one more.
    let told = imported(&desk, &["24\tDecides\tITU"]);
    assert_eq!(pairs(&told), [("Invites", "UNDP"), ("Requests", "WHO"), ("Decides", "ITU")]);
    // A row that the plan cannot keep takes its place all the same.
    let long = format!("24\t{}\tITU", "x".repeat(1_000_000));
    let told = imported(&desk, &[&long, "24\tInvites\tUNESCO", "24\tDecides that\tWHO"]);
    assert_eq!(pairs(&told), [("Invites", "UNESCO"), ("Requests", "WHO"), ("Decides that", "WHO")]);
}

#[test]
fn a_provision_that_is_found_by_its_whole_action_keeps_the_title_that_it_was_given() {
    let desk = Desk::plan();
    imported(&desk, &["24\tInvites\tUNESCO", "25\tRequests\tITU"]);
    let id = provisions(&desk, "X-7")[0]["id"].clone();
    for (field, value) in [("title", "In short"), ("action", "Invites everybody to do all of it")] {
        desk.ok("provision_set", json!({ "id": id, "field": field, "value": value }));
    }
    let told = imported(&desk, &["24\tInvites everybody to do all of it\tWHO"]);
    assert_eq!(pairs(&told), [("In short", "WHO"), ("Requests", "ITU")]);
    let row = desk.ok("row_get", json!({ "kind": "provision", "id": id }));
    assert_eq!(row["row"]["cells"]["action"]["text"], "Invites everybody to do all of it");
}

#[test]
fn tables_in_russian_arabic_and_spanish_are_read() {
    let desk = Desk::plan();
    for (head, mark) in [
        ("Пункт\tДействие\tИсполнители", "пункт 5"),
        ("الفقرة\tالإجراء المطلوب\tالجهات المعنية", "الفقرة 5"),
        ("Párr.\tAcción solicitada\tEntidades destinatarias", "párr. 5"),
        ("Párrafo\tMedida solicitada\tDestinatarios", "Párrafo 5"),
    ] {
        let read = desk.ok("instrument_read_table", json!({ "text": format!("{head}\n{mark}\tReport\tITU\n") }));
        let columns = read["columns"].as_array().unwrap();
        let roles: Vec<&str> = columns.iter().map(|column| column["role"].as_str().unwrap()).collect();
        assert_eq!((roles, &read["header"]), (vec!["paragraph", "action", "asked"], &json!(1)), "{head}");
        assert_eq!(read["lines"][0]["paragraph"], "5", "{mark}");
    }
}

#[test]
fn whatever_stands_in_a_table_nothing_falls() {
    let desk = Desk::plan();
    let read = desk.ok("instrument_read_table", json!({ "text": "pará1ŉ\tReport\tITU\n" }));
    assert_eq!(read["lines"][0]["paragraph"], "1ŉ");
    let many = "1\ta\tITU\n".repeat(4_999);
    let read = desk.ok("instrument_read_table", json!({ "text": many, "symbol": "X/3" }));
    assert_eq!(read["count"], 4_999);
}

#[test]
fn where_a_head_says_nothing_what_stands_below_it_says_what_a_column_is() {
    let desk = Desk::plan();
    for heads in [
        "Para;Action;Asked",
        "Para;Action;Who",
        "No;Request;Bodies",
        "Para;Action;By whom",
        "Para;Action;Organizations",
    ] {
        let table = format!("{heads}\n12;Do it;ITU\n13;Do another;UNESCO\n");
        let read = desk.ok("instrument_read_table", json!({ "text": table }));
        let columns = read["columns"].as_array().unwrap();
        let roles: Vec<&str> = columns.iter().map(|column| column["role"].as_str().unwrap()).collect();
        assert_eq!(roles, ["paragraph", "action", "asked"], "{heads}");
        assert_eq!((&read["count"], &read["lines"][0]["asked"][0]["words"]), (&json!(2), &json!("ITU")), "{heads}");
    }
}
