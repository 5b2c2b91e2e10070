//! The browser host as a browser meets it: a process of its own and plain HTTP.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

struct Host {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Host {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Host {
    fn start(folder: &Path, plan: Option<&Path>) -> Host {
        let ui = folder.join("ui");
        std::fs::create_dir_all(&ui).unwrap();
        std::fs::write(ui.join("index.html"), "<!doctype html><title>page</title>").unwrap();
        std::fs::write(folder.join("secret"), "secret").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan-devhost"));
        command.arg("--ui").arg(ui).arg("--data").arg(folder.join("data")).stdout(Stdio::piped());
        if let Some(plan) = plan {
            command.arg("--plan").arg(plan);
        }
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://127.0.0.1:").unwrap().to_owned();
        let (port, token) = address.split_once("/?token=").unwrap();
        Host { child, port: port.parse().unwrap(), token: token.to_owned() }
    }

    fn raw(&self, head: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        write!(stream, "{head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head[9..12].parse().unwrap(), head.to_owned(), body.to_owned())
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let (port, token) = (self.port, &self.token);
        let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {token}");
        let (status, _, body) = self.raw(&head, &body.to_string());
        (status, serde_json::from_str(&body).unwrap_or(Value::String(body)))
    }

    fn call(&self, command: &str, arguments: Value) -> Value {
        let (status, answer) =
            self.ask("POST", "/rpc", &json!({ "command": command, "arguments": arguments, "language": "en" }));
        assert_eq!(status, 200, "{answer}");
        answer
    }
}

#[test]
fn the_page_is_for_everybody_here_and_the_commands_for_who_knows_the_token() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start(folder.path(), None);
    let here = format!("Host: 127.0.0.1:{}", host.port);
    let (status, head, body) = host.raw(&format!("GET /?token=x HTTP/1.1\r\n{here}"), "");
    assert_eq!((status, body.contains("<title>page")), (200, true));
    assert!(head.contains("Content-Security-Policy: ") && head.contains("text/html; charset=utf-8"), "{head}");
    for path in ["/../secret", "/%2e%2e/secret", "/ui/../../secret", "/nothing"] {
        assert_eq!(host.raw(&format!("GET {path} HTTP/1.1\r\n{here}"), "").0, 404, "{path}");
    }
    for (method, path) in
        [("POST", "/rpc"), ("GET", "/events?after=0"), ("POST", "/dialog"), ("GET", "/health"), ("POST", "/hand-over")]
    {
        for token in ["", "\r\nAuthorization: Bearer ", "\r\nAuthorization: Bearer 0123456789abcdef0123456789abcdef"] {
            let (status, ..) = host.raw(&format!("{method} {path} HTTP/1.1\r\n{here}{token}"), "{}");
            assert_eq!(status, 401, "{method} {path} {token:?}");
        }
    }
    assert_eq!(host.ask("GET", "/health", &Value::Null).0, 200);
}

#[test]
fn a_name_of_another_site_that_leads_here_is_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start(folder.path(), None);
    for name in ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1:1"] {
        let head = format!("GET / HTTP/1.1\r\nHost: {name}\r\nAuthorization: Bearer {}", host.token);
        assert_eq!(host.raw(&head, "").0, 403, "{name}");
    }
}

#[test]
fn it_starts_with_the_starter_plan_and_makes_a_copy_where_the_dialog_says() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start(folder.path(), None);
    assert_eq!(host.call("session_start", json!({}))["answer"]["plan"]["open"], "starter");
    let before = host.ask("GET", "/events?after=0", &Value::Null).1[0]["n"].as_u64().unwrap();

    let choose = json!({ "purpose": "new_plan", "suggested": "mine" });
    assert_eq!(host.call("file_choose", choose.clone())["answer"], Value::Null, "nobody answers: cancelled");
    assert_eq!(host.ask("POST", "/dialog", &json!({ "path": folder.path().join("mine.gdcplan") })).0, 200);
    let file = host.call("file_choose", choose)["answer"]["file"].clone();
    assert_eq!(host.call("plan_copy", json!({ "file": file }))["answer"]["open"], "plan");

    let view = host.call("view_get", json!({ "kind": "commitment", "from": 0, "to": 1 }));
    let id = view["answer"]["rows"][0]["id"].clone();
    let set = json!({ "id": id, "field": "title", "value": "Another title" });
    assert!(host.call("commitment_set", set)["answer"]["op"].is_i64());
    let events = host.ask("GET", &format!("/events?after={before}"), &Value::Null).1;
    let names: Vec<&str> = events.as_array().unwrap().iter().map(|e| e["event"].as_str().unwrap()).collect();
    assert_eq!(names, ["plan-opened", "plan-changed"]);
    assert_eq!(host.call("no_such", json!({}))["error"]["code"], "no-such-command");
}

#[test]
fn an_edit_survives_the_kill_of_the_host() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("mine.gdcplan");
    {
        let host = Host::start(folder.path(), None);
        host.ask("POST", "/dialog", &json!({ "path": plan }));
        let file = host.call("file_choose", json!({ "purpose": "new_plan" }))["answer"]["file"].clone();
        host.call("plan_new", json!({ "file": file, "empty": true, "title": "Before" }));
        assert!(
            host.call("about_set", json!({ "id": "about", "field": "title", "value": "After" }))["answer"]["op"]
                .is_i64()
        );
    }
    let host = Host::start(folder.path(), Some(&plan));
    let start = host.call("session_start", json!({}));
    assert_eq!(start["answer"]["plan"]["title"], "After");
    assert_eq!(start["answer"]["plan"]["open"], "plan", "the lock of the killed one is taken over");
}

#[test]
fn who_waits_for_events_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start(folder.path(), None);
    let newest = host.ask("GET", "/events?after=0", &Value::Null).1[0]["n"].as_u64().unwrap();
    std::thread::scope(|scope| {
        let waiting: Vec<_> =
            (0..8).map(|_| scope.spawn(|| host.ask("GET", &format!("/events?after={newest}"), &Value::Null))).collect();
        assert_eq!(host.call("plan_summary", json!({}))["answer"]["open"], "starter");
        // It was answered while all of them were still waiting.
        assert!(waiting.iter().all(|one| !one.is_finished()));
        host.ask("POST", "/hand-over", &json!({ "path": folder.path().join("x.gdcplan") }));
        for one in waiting {
            assert_eq!(one.join().unwrap().1[0]["event"], "open-file");
        }
    });
}

#[test]
fn a_page_that_opens_many_connections_at_once_is_served_on_each() {
    let folder = tempfile::tempdir().unwrap();
    let host = Host::start(folder.path(), None);
    let mut streams: Vec<TcpStream> = (0..12).map(|_| TcpStream::connect(("127.0.0.1", host.port)).unwrap()).collect();
    for stream in &mut streams {
        write!(stream, "GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", host.port).unwrap();
    }
    // A browser closes only those of which it is told; the others it keeps, for later.
    let mut kept = Vec::new();
    for mut stream in streams {
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut answer = [0; 120];
        stream.read_exact(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        if !answer.contains("Connection: close") {
            kept.push(stream);
        }
    }
}
