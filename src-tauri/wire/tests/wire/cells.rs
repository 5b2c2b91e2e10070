//! Ranges of cells: what is copied, found, filled, pasted, replaced and edited together is one step, and what has no place is said.

use serde_json::{Value as Json, json};

use crate::support::Desk;

const COLUMNS: [&str; 7] = ["reference", "title", "owner", "lead", "status", "when", "shown_as_of"];

fn range(from: usize, to: usize, columns: &[&str]) -> Json {
    json!({ "kind": "commitment", "from": from, "to": to, "columns": columns })
}

fn paste(desk: &Desk, from: usize, to: usize, columns: &[&str], cells: Json) -> Json {
    let change = json!({ "do": "paste", "cells": cells });
    desk.ok("cells_preview", json!({ "range": range(from, to, columns), "change": change }))
}

fn change(desk: &Desk, from: usize, to: usize, columns: &[&str], change: Json) -> Json {
    desk.ok("cells_change", json!({ "range": range(from, to, columns), "change": change }))
}

fn texts(desk: &Desk, from: usize, to: usize, columns: &[&str]) -> Vec<Vec<String>> {
    serde_json::from_value(desk.ok("cells_copy", range(from, to, columns))["rows"].clone()).unwrap()
}

fn column(desk: &Desk, count: usize, name: &str) -> Vec<String> {
    texts(desk, 0, count, &[name]).into_iter().map(|mut row| row.remove(0)).collect()
}

#[track_caller]
fn undone(desk: &Desk, before: &str) {
    desk.ok("undo", json!({}));
    assert_eq!(desk.hash(), before, "one step, taken back by one undo");
}

#[test]
fn what_was_copied_and_comes_back_unchanged_changes_nothing() {
    let desk = Desk::plan();
    let all = texts(&desk, 0, 10_000, &COLUMNS);
    assert!(all.len() > 60, "all rows, however few the window shows");
    let preview = paste(&desk, 0, 1, &COLUMNS, json!(all));
    assert_eq!(
        (preview["cells"].as_u64(), preview["created"].as_u64(), preview["left_count"].as_u64()),
        (Some(0), Some(0), Some(0)),
        "{preview}"
    );
    assert_eq!(preview["dates"], Json::Null);
}

#[test]
fn the_longest_texts_of_a_column_are_told_over_all_rows_of_a_view() {
    let desk = Desk::plan();
    let count = column(&desk, 10_000, "title").len();
    let most = "wide ".repeat(30);
    change(&desk, count - 1, count, &["lead_post"], json!({ "do": "set", "values": { "lead_post": most.trim() } }));
    let told = desk.ok("cells_longest", range(0, 10_000, &["lead_post", "status", "title"]));
    let told: Vec<Vec<String>> = serde_json::from_value(told["columns"].clone()).unwrap();
    assert_eq!(told[0][0], most.trim(), "far below what a window shows");
    assert!(told[1].contains(&"Ongoing".to_owned()), "a status in words, once: {:?}", told[1]);
    let letters: Vec<usize> = told[2].iter().map(|text| text.chars().count()).collect();
    assert!(letters.is_sorted_by(|a, b| a >= b) && letters.len() <= 8, "{letters:?}");
    let longest = column(&desk, count, "title").iter().map(|title| title.chars().count()).max();
    assert_eq!(letters.first().copied(), longest);
}

#[test]
fn a_paste_places_what_it_can_says_what_it_cannot_and_is_one_step() {
    let desk = Desk::plan();
    let before = desk.hash();
    let cells = json!([
        ["Bridging the gap", "bdt", "Ongoing", "16 December 2025"],
        ["  Skills for all ", "Telecommunication Development Bureau of the ITU", "completed soon", "31 February 2026"],
        [null, "Nobody at all", null, "2027"],
    ]);
    let columns = ["title", "lead", "status", "start"];
    let preview = paste(&desk, 0, 1, &columns, cells.clone());
    let left: Vec<&str> = preview["left"].as_array().unwrap().iter().map(|l| l["text"].as_str().unwrap()).collect();
    assert_eq!(left, ["completed soon", "31 February 2026", "Nobody at all"], "{preview}");
    let why = |n: usize| preview["left"][n]["why"].as_str().unwrap();
    assert!(why(0).contains("choices") && why(1).contains("calendar") && why(2).contains("Organizations"), "{preview}");
    assert_eq!(preview["rows"], 3);
    let written = change(&desk, 0, 1, &columns, json!({ "do": "paste", "cells": cells }));
    assert!(written["announcement"].as_str().unwrap().starts_with("Pasted into 3 rows."), "{written}");
    assert!(written["note"].as_str().unwrap().starts_with("3 cells stay"), "{written}");
    let now = texts(&desk, 0, 3, &columns);
    assert_eq!(now[0], ["Bridging the gap", "BDT", "Ongoing", "2025-12-16"]);
    assert_eq!(now[1][..2], ["Skills for all", "BDT"]);
    assert_eq!(now[2][3], "2027");
    undone(&desk, &before);
}

#[test]
fn a_small_source_is_repeated_as_in_excel_and_a_large_one_goes_beyond_the_range() {
    let desk = Desk::plan();
    change(&desk, 0, 6, &["status"], json!({ "do": "paste", "cells": [["Planned"], ["Ongoing"]] }));
    let status = column(&desk, 7, "status");
    assert_eq!(status[..6], ["Planned", "Ongoing", "Planned", "Ongoing", "Planned", "Ongoing"]);
    // Five rows are not several times two: once, from the first on.
    let before = column(&desk, 12, "lead_post");
    change(&desk, 0, 5, &["lead_post"], json!({ "do": "paste", "cells": [["A"], ["B"]] }));
    let after = column(&desk, 12, "lead_post");
    assert_eq!(after[..2], ["A", "B"]);
    assert_eq!(after[2..], before[2..]);
    let wide = json!({ "do": "paste", "cells": [["C", "Ongoing", "too much"]], "beyond": ["status"] });
    let written = change(&desk, 0, 1, &["lead_post"], wide);
    assert!(written["note"].as_str().unwrap().contains("no column"), "{written}");
    assert_eq!(texts(&desk, 0, 1, &["lead_post", "status"])[0], ["C", "Ongoing"]);
}

#[test]
fn rows_beyond_the_end_are_made_with_their_owner_and_their_group() {
    let desk = Desk::plan();
    let before = desk.hash();
    let count = column(&desk, 10_000, "title").len();
    let grouped = |from: usize, to: usize| {
        let mut range = range(from, to, &["title", "status"]);
        range["query"] = json!({ "text": "", "filters": [], "sort": [], "group": "objective" });
        range
    };
    let cells = json!([["Last one", "Ongoing"], ["First new", "Planned"], ["Second new", "never"], ["", "Planned"]]);
    let ask = json!({ "range": grouped(count - 1, count), "change": { "do": "paste", "cells": cells } });
    let preview = desk.ok("cells_preview", ask.clone());
    assert_eq!((preview["created"].as_u64(), preview["left_count"].as_u64()), (Some(2), Some(2)), "{preview}");
    desk.ok("cells_change", ask);
    let made = desk.ok("cells_copy", {
        let mut all = grouped(0, 10_000);
        all["columns"] = json!(["reference", "title", "owner", "objective", "status"]);
        all
    });
    let made: Vec<Vec<String>> = serde_json::from_value(made["rows"].clone()).unwrap();
    let last = &made[count - 1];
    let new: Vec<_> = made.iter().filter(|row| row[1].ends_with(" new")).collect();
    assert_eq!(new.len(), 2);
    assert!(new.iter().all(|row| row[2] == "ITU" && row[3] == last[3]), "{new:?} {last:?}");
    assert_ne!(new[0][0], new[1][0], "each has a reference of its own");
    assert_eq!([&*new[0][4], &*new[1][4]], ["Planned", ""]);
    undone(&desk, &before);
}

#[test]
fn the_order_of_day_and_month_is_asked_once_for_all_dates() {
    let desk = Desk::plan();
    let cells = json!([["03/04/2026", "5.6.26"], ["16/12/2025", "2026"]]);
    let preview = paste(&desk, 0, 1, &["start", "end"], cells.clone());
    let dates = &preview["dates"];
    assert_eq!((dates["count"].as_u64(), dates["text"].as_str()), (Some(2), Some("03/04/2026")), "{preview}");
    assert_eq!(
        (dates["day_first"].as_str(), dates["month_first"].as_str()),
        (Some("3\u{a0}April 2026"), Some("4\u{a0}March 2026"))
    );
    let ask = json!({ "range": range(0, 1, &["start", "end"]), "change": { "do": "paste", "cells": cells } });
    assert_eq!(desk.refused("cells_change", ask.clone()), "dates-to-decide");
    let mut decided = ask;
    decided["dates"] = json!("day_first");
    desk.ok("cells_change", decided);
    assert_eq!(texts(&desk, 0, 2, &["start", "end"]), [["2026-04-03", "2026-06-05"], ["2025-12-16", "2026"]]);
}

#[test]
fn lists_lose_their_marks_sets_and_aliases_are_read_and_formulas_stay_texts() {
    let desk = Desk::plan();
    let cells = json!([["1. One", "ITU, BDT"], ["2. Two", "WHO; ITU"], ["3. =1+1", "IFAD"]]);
    let preview = paste(&desk, 0, 1, &["title", "partners"], cells.clone());
    assert_eq!(preview["marks"], 3);
    change(&desk, 0, 1, &["title", "partners"], json!({ "do": "paste", "cells": cells }));
    let now = texts(&desk, 0, 3, &["title", "partners"]);
    assert_eq!([&*now[0][0], &*now[1][0], &*now[2][0]], ["One", "Two", "=1+1"]);
    assert_eq!(now[0][1], "ITU, BDT");
}

#[test]
fn fill_clear_and_bulk_edit_reach_over_all_rows_in_one_step_each() {
    let desk = Desk::plan();
    let before = desk.hash();
    let count = column(&desk, 10_000, "title").len();
    change(&desk, 0, 1, &["lead_post", "end"], json!({ "do": "paste", "cells": [["Director", "end of 2030"]] }));
    let one = desk.hash();
    change(&desk, 0, count, &["lead_post"], json!({ "do": "fill_down" }));
    assert!(column(&desk, count, "lead_post").iter().all(|text| text == "Director"));
    undone(&desk, &one);
    // A single row takes what stands above it, words of dates included.
    change(&desk, 1, 2, &["lead_post"], json!({ "do": "fill_down" }));
    assert_eq!(column(&desk, 2, "lead_post")[1], "Director");
    desk.ok("undo", json!({}));
    change(&desk, 0, 2, &["end", "status_as_of"], json!({ "do": "fill_right" }));
    assert_eq!(texts(&desk, 0, 1, &["status_as_of"])[0][0], texts(&desk, 0, 1, &["end"])[0][0]);
    undone(&desk, &one);
    desk.ok("undo", json!({}));
    let written = change(&desk, 0, count, &["reference", "title", "lead"], json!({ "do": "clear" }));
    assert!(written["note"].as_str().unwrap().contains("stay as they are"), "{written}");
    assert!(column(&desk, count, "lead").iter().all(String::is_empty));
    assert!(column(&desk, count, "title").iter().all(|title| !title.is_empty()));
    undone(&desk, &before);
    let common = desk.ok("cells_common", json!({ "range": range(0, 3, &["status", "title", "standing"]) }));
    assert_eq!(common["rows"], 3);
    assert_eq!(common["fields"][1]["same"], false);
    let set = json!({ "do": "set", "values": { "status": "planned", "lead": "BDT" } });
    desk.ok("cells_change", json!({ "range": range(0, 3, &[]), "change": set }));
    assert!(texts(&desk, 0, 3, &["status", "lead"]).iter().all(|row| *row == ["Planned", "BDT"]));
    undone(&desk, &before);
}

#[test]
fn cut_cells_are_emptied_where_they_stood_with_the_paste() {
    let desk = Desk::plan();
    change(&desk, 0, 1, &["lead_post", "status_by"], json!({ "do": "paste", "cells": [["Director", "BDT"]] }));
    let before = desk.hash();
    let cut = range(0, 1, &["lead_post", "status_by"]);
    change(
        &desk,
        1,
        2,
        &["lead_post"],
        json!({ "do": "paste", "cells": [["Director", "BDT"]], "beyond": ["status_by"], "cut": cut }),
    );
    assert_eq!(texts(&desk, 0, 2, &["lead_post", "status_by"]), [["", ""], ["Director", "BDT"]]);
    undone(&desk, &before);
}

#[test]
fn words_are_found_in_all_rows_one_after_the_other_and_replaced_in_one_step() {
    let desk = Desk::plan();
    let before = desk.hash();
    let find = |at: Json, step: &str| {
        let range = range(0, 10_000, &COLUMNS);
        desk.ok("cells_find", json!({ "range": range, "text": "SKILLS", "at": at, "step": step }))
    };
    let all = find(Json::Null, "here");
    let count = all["count"].as_u64().unwrap();
    assert!(count > 1, "{all}");
    let place = |found: &Json| json!({ "row": found["cell"]["row"], "column": found["cell"]["column"] });
    let second = find(place(&all), "next");
    assert_eq!(second["cell"]["nth"], 2);
    assert_eq!(find(place(&second), "previous")["cell"], all["cell"]);
    assert_eq!(find(place(&all), "previous")["cell"]["nth"], count, "before the first comes the last");
    let replace = json!({ "do": "replace", "text": "skills", "with": "abilities" });
    let preview = desk.ok("cells_preview", json!({ "range": range(0, 10_000, &COLUMNS), "change": replace }));
    assert_eq!(preview["cells"].as_u64(), Some(count), "{preview}");
    change(&desk, 0, 10_000, &COLUMNS, replace);
    assert_eq!(find(Json::Null, "here")["count"], 0);
    undone(&desk, &before);
}

#[test]
fn filters_reach_every_column() {
    let desk = Desk::plan();
    let filtered = |filter: Json| {
        let mut range = range(0, 10_000, &["title", "when", "start", "end", "owner"]);
        range["query"] = json!({ "text": "", "filters": [filter], "sort": [], "group": null });
        let rows: Vec<Vec<String>> = serde_json::from_value(desk.ok("cells_copy", range)["rows"].clone()).unwrap();
        rows
    };
    let all = filtered(json!({ "field": "title", "contains": "" , "any": [], "filled": true })).len();
    let dated = filtered(json!({ "field": "when", "filled": true }));
    assert!(!dated.is_empty() && dated.iter().all(|row| !row[1].is_empty()));
    assert_eq!(filtered(json!({ "field": "when", "filled": false })).len(), all - dated.len());
    let skills = filtered(json!({ "field": "title", "contains": "Skills" }));
    assert!(!skills.is_empty() && skills.iter().all(|row| row[0].to_lowercase().contains("skills")));
    let owned = filtered(json!({ "field": "owner", "contains": "telecommunication union" }));
    assert!(!owned.is_empty() && owned.iter().all(|row| row[4] == "ITU"), "{owned:?}");
    let then = filtered(json!({ "field": "start", "from": "2024", "to": "2025-06" }));
    assert!(then.iter().all(|row| !row[2].is_empty()), "what has no date is not then");
    let ask = |filter: Json| json!({ "kind": "commitment", "from": 0, "to": 1, "query": { "filters": [filter] } });
    assert_eq!(desk.refused("view_get", ask(json!({ "field": "start", "from": "soon" }))), "not-a-date");
    assert_eq!(desk.refused("view_get", ask(json!({ "field": "nothing", "filled": true }))), "no-such-field");
}

#[test]
fn hostile_and_huge_pastes_are_refused_or_placed_and_lose_nothing() {
    let desk = Desk::plan();
    let before = desk.hash();
    let big = "x".repeat(1_000_000);
    let preview = paste(&desk, 0, 1, &["title"], json!([[big], ["__proto__"], ["constructor"]]));
    assert_eq!((preview["left_count"].as_u64(), preview["cells"].as_u64()), (Some(1), Some(2)));
    assert!(preview["left"][0]["text"].as_str().unwrap().len() < 400);
    assert!(preview.to_string().len() < 5_000, "nothing of it comes back whole");
    let many = vec![vec!["a"; 10]; 10_000];
    let preview = paste(&desk, 0, 1, &["lead_post"], json!(many));
    assert_eq!(preview["left"].as_array().unwrap().len(), 100, "the first hundred are listed");
    let ask = |cells: Json| json!({ "range": range(0, 1, &["title"]), "change": { "do": "paste", "cells": cells } });
    assert_eq!(desk.refused("cells_preview", ask(json!(vec![vec!["a"; 10]; 20_001]))), "too-many");
    for cells in [json!([]), json!([[]]), json!([[], ["a", "b"], []])] {
        desk.ok("cells_preview", ask(cells));
    }
    let stale = json!({ "range": range(0, 1, &["lead_post"]), "change": { "do": "clear" }, "op": -1 });
    assert_eq!(desk.refused("cells_change", stale), "changed-meanwhile");
    let mut elsewhere = range(0, 1, &["lead_post"]);
    elsewhere["first"] = json!("nobody");
    assert_eq!(desk.refused("cells_change", json!({ "range": elsewhere, "change": { "do": "clear" } })), "no-such-row");
    assert_eq!(desk.hash(), before);
}

#[test]
fn a_row_that_would_contradict_itself_stays_and_the_others_do_not() {
    let desk = Desk::plan();
    let cells = json!([["2030", "2020"], ["2026", "2027"]]);
    let preview = paste(&desk, 0, 1, &["start", "end"], cells.clone());
    assert_eq!((preview["rows"].as_u64(), preview["left_count"].as_u64()), (Some(1), Some(2)), "{preview}");
    change(&desk, 0, 1, &["start", "end"], json!({ "do": "paste", "cells": cells }));
    assert_eq!(texts(&desk, 1, 2, &["start", "end"])[0], ["2026", "2027"]);
}

#[test]
fn rows_of_another_owner_are_counted_before_they_are_changed() {
    let desk = Desk::plan();
    desk.session.act_as("Ada", "BDT");
    let preview = paste(&desk, 0, 2, &["lead_post"], json!([["Director"]]));
    assert_eq!(preview["foreign"], json!([{ "owner": "ITU", "rows": 2 }]));
}
