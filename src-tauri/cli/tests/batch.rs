//! `batch`: what was answered is on the disk, whatever happens next.

#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a panic is the message")]

mod support;

use std::io::{BufRead, BufReader, Write};

use serde_json::{Value, json};
use support::{Folder, Ran, set};

fn line(command: &str, arguments: &str) -> String {
    format!("{{\"command\":\"{command}\",\"args\":{arguments}}}\n")
}

fn answers(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_line_has_its_answer_and_a_refusal_does_not_end_the_batch() {
    let folder = Folder::with_plan();
    let input = [
        line("commitment_set", &set("ITU-001", "title", "One")),
        "this is not JSON\n".into(),
        line("commitment_set", &set("ITU-999", "title", "x")),
        "\n".into(),
        "[1]\n".into(),
        line("plan_close", "{}"),
        line("undo", "{}"),
        line("redo", "null"),
        "{\"command\":\"plan_hash\"}\n".into(),
        format!("{{\"command\":\"commitment_set\",\"arguments\":{}}}", set("ITU-001", "status", "planned")),
    ]
    .concat();
    let ran = folder.feed(&["batch", "p.gdcplan"], &input);
    let answers = answers(&ran);
    let codes: Vec<&str> = answers.iter().map(|a| a["error"]["code"].as_str().unwrap_or("done")).collect();
    assert_eq!(
        codes,
        ["done", "bad-request", "no-such-row", "bad-request", "window-only", "done", "done", "done", "done"]
    );
    assert_eq!(ran.status, 1, "one line was refused");
    assert_eq!(answers[8]["op"], 4);
    assert_eq!(folder.field("p.gdcplan", "ITU-001", "title"), "One");
    assert_eq!(answers[7]["hash"].as_str().unwrap().len(), 64);
}

#[test]
fn a_batch_without_fault_ends_well_and_so_does_an_empty_one() {
    let folder = Folder::with_plan();
    let before = folder.bytes("p.gdcplan");
    folder.feed(&["batch", "p.gdcplan"], "").done();
    folder.feed(&["batch", "p.gdcplan"], "\n  \n").done();
    assert_eq!(folder.bytes("p.gdcplan"), before);
    folder.feed(&["batch", "gone.gdcplan"], "").failed(1, "was not found");
}

#[test]
fn what_was_answered_survives_a_kill() {
    let folder = Folder::with_plan();
    let mut child = folder.start(&["batch", "p.gdcplan"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for n in 1..=30 {
        input.write_all(line("commitment_set", &set("ITU-001", "title", format!("Title {n}"))).as_bytes()).unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["op"], n);
    }
    // The next one is on its way when the process is killed: it may be there or not, the answered ones are.
    input.write_all(line("commitment_set", &set("ITU-001", "title", "Title 31")).as_bytes()).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    folder.run(["verify", "p.gdcplan"]).done();
    let title = folder.field("p.gdcplan", "ITU-001", "title");
    assert!(title == "Title 30" || title == "Title 31", "{title}");
    folder.run(["undo", "p.gdcplan"]).done();
}

#[test]
fn a_second_writer_is_told_who_edits_and_a_reader_reads() {
    let folder = Folder::with_plan();
    let mut child = folder.start(&["batch", "p.gdcplan", "--by", "Amina Diallo"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut say = |text: String| {
        input.write_all(text.as_bytes()).unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        serde_json::from_str::<Value>(&answer).unwrap()
    };
    assert_eq!(say(line("plan_hash", "{}"))["hash"].as_str().unwrap().len(), 64);
    assert_eq!(folder.names(), ["p.gdcplan"], "who only reads takes no lock");
    assert_eq!(say(line("commitment_set", &set("ITU-001", "title", "Hers")))["op"], 1);
    let before = folder.bytes("p.gdcplan");
    let other = set("ITU-001", "title", "His");
    folder.run(["call", "p.gdcplan", "commitment_set", &other]).failed(1, "is being edited by Amina Diallo");
    folder.run(["undo", "p.gdcplan"]).failed(1, "is being edited by Amina Diallo");
    folder.run(["snapshot", "p.gdcplan", "s.gdcsnap"]).failed(1, "is being edited by Amina Diallo");
    let refused = folder.feed(&["batch", "p.gdcplan"], &line("commitment_set", &other));
    assert_eq!((refused.status, &answers(&refused)[0]["error"]["code"]), (1, &json!("locked-by-other")));
    assert_eq!(folder.bytes("p.gdcplan"), before);
    assert_eq!(folder.field("p.gdcplan", "ITU-001", "title"), "Hers");
    assert_eq!(say(line("commitment_set", &set("ITU-001", "title", "Hers again")))["op"], 2);
    drop(input);
    assert!(child.wait().unwrap().success());
    folder.run(["call", "p.gdcplan", "commitment_set", &other]).done();
    assert_eq!(folder.names(), ["p.gdcplan"]);
}

#[test]
fn a_file_that_is_replaced_while_it_is_open_is_not_written_over() {
    let folder = Folder::with_plan();
    folder.run(["new", "other.gdcplan", "--empty"]).done();
    let mut child = folder.start(&["batch", "p.gdcplan"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut say = |n: u8| {
        input.write_all(line("about_set", &set("about", "title", format!("Title {n}"))).as_bytes()).unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        serde_json::from_str::<Value>(&answer).unwrap()
    };
    assert_eq!(say(1)["op"], 1);
    let other = folder.bytes("other.gdcplan");
    std::fs::rename(folder.at("other.gdcplan"), folder.at("p.gdcplan")).unwrap();
    let error = say(2)["error"].clone();
    assert_eq!((&error["code"], &error["sort"]), (&json!("moved"), &json!("broken")));
    assert!(error["message"].as_str().unwrap().contains("p.gdcplan was replaced or deleted"), "{error}");
    std::fs::remove_file(folder.at("p.gdcplan")).unwrap();
    assert_eq!(say(3)["error"]["code"], "moved");
    folder.write("p.gdcplan", &other);
    assert_eq!(say(4)["error"]["code"], "moved");
    assert_eq!(folder.bytes("p.gdcplan"), other);
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(3));
}

#[test]
fn a_batch_whose_answers_nobody_reads_stops_and_does_not_call_that_success() {
    let folder = Folder::with_plan();
    let mut child = folder.start(&["batch", "p.gdcplan"]);
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // The first answer finds nobody; later lines must not be carried out unseen.
    for n in 1..=5 {
        let line = line("commitment_set", &set("ITU-001", "title", format!("Title {n}")));
        if input.write_all(line.as_bytes()).is_err() {
            break;
        }
    }
    drop(input);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.status, 3, "{ran:?}");
    assert!(ran.err.contains("1 line was carried out"), "{ran:?}");
    assert_eq!(folder.json(["info", "p.gdcplan"])["last_step"]["op"], 1);
}

#[test]
fn a_path_stands_for_a_file_where_a_command_takes_one() {
    let folder = Folder::with_plan();
    let input = [
        line("snapshot_write", r#"{"file":"s.gdcsnap","name":"From a batch"}"#),
        line("commitment_set", &set("ITU-001", "title", "Other")),
        line("compare", r#"{"a":{"at":"file","file":"s.gdcsnap"},"b":{"at":"now"}}"#),
    ]
    .concat();
    let ran = folder.feed(&["batch", "p.gdcplan"], &input).done();
    assert_eq!(answers(&ran)[2]["changes"].as_array().unwrap().len(), 1);
    assert_eq!(folder.json(["verify", "s.gdcsnap"])["whole"], true);
}
