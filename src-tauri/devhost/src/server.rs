//! The doors: static files for everybody on this machine, the rest for who knows the token.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use plan_wire::Session;
use serde_json::{Value, json};
use tiny_http::{Method, Request, StatusCode};

use crate::host::Shared;
use crate::pages::{self, Pages};

/// A request that brings more than this is not one of ours.
const BODY_MAX: u64 = 64 << 20;
/// How long a page waits for an event before it asks anew.
const PATIENCE: Duration = Duration::from_secs(25);

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// The server, bound to a port of this machine.
pub struct Server {
    http: tiny_http::Server,
    port: u16,
    rooms: Arc<Rooms>,
}

struct Rooms {
    pages: Pages,
    policy: String,
    token: String,
    session: Arc<Session>,
    shared: Arc<Shared>,
}

/// An answer before it is sent.
struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn json(status: u16, body: &Value) -> Self {
        Self { status, kind: "application/json", body: body.to_string().into_bytes() }
    }
    fn words(status: u16, words: &str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: words.as_bytes().to_vec() }
    }
}

impl Server {
    /// Binds a port; 0: a free one.
    ///
    /// # Errors
    /// Where the port is taken or the folder of the user interface is not there.
    pub fn bind(
        port: u16,
        ui: &Path,
        token: String,
        session: Arc<Session>,
        shared: Arc<Shared>,
    ) -> Result<Self, Fault> {
        let http = tiny_http::Server::http(("127.0.0.1", port))?;
        let port = http.server_addr().to_ip().map(|address| address.port()).ok_or("no port")?;
        let rooms = Rooms { pages: Pages::of(ui)?, policy: pages::policy()?, token, session, shared };
        Ok(Self { http, port, rooms: Arc::new(rooms) })
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves until the process ends. Each request has a thread of its own: one that waits for events holds nobody up.
    ///
    /// # Errors
    /// Where the port fails.
    pub fn run(self) -> Result<(), Fault> {
        loop {
            let mut request = self.http.recv()?;
            let (rooms, port) = (self.rooms.clone(), self.port);
            std::thread::spawn(move || {
                let answer = rooms.answer(&mut request, port);
                if let Err(error) = rooms.send(request, answer) {
                    // A page that was closed while it waited is no news.
                    if error.kind() != std::io::ErrorKind::BrokenPipe
                        && error.kind() != std::io::ErrorKind::ConnectionReset
                    {
                        eprintln!("plan-devhost: an answer was not sent: {error}");
                    }
                }
            });
        }
    }
}

impl Rooms {
    fn answer(&self, request: &mut Request, port: u16) -> Answer {
        // A name of another site that was made to lead here would bring that site's pages along.
        let host = header(request, "Host").unwrap_or_default();
        if host != format!("127.0.0.1:{port}") && host != format!("localhost:{port}") {
            return Answer::words(403, "This host answers to 127.0.0.1 and localhost only.");
        }
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let method = request.method().clone();
        if !matches!(path, "/rpc" | "/events" | "/dialog" | "/hand-over" | "/health") {
            return match method {
                Method::Get | Method::Head => self.page(path),
                _ => Answer::words(405, "Pages are fetched with GET."),
            };
        }
        if !self.knows_token(request) {
            return Answer::words(401, "The token of this start is missing or another one.");
        }
        match (method, path) {
            (Method::Get, "/health") => Answer::json(200, &json!({ "ok": true })),
            (Method::Get, "/events") => self.events(query),
            (Method::Post, "/rpc") => body(request).map_or_else(|refusal| refusal, |body| self.rpc(body)),
            (Method::Post, "/dialog") => body(request).map_or_else(|refusal| refusal, |body| self.dialog(&body)),
            (Method::Post, "/hand-over") => body(request).map_or_else(|refusal| refusal, |body| self.hand_over(&body)),
            _ => Answer::words(405, "Another method is needed here."),
        }
    }

    fn page(&self, path: &str) -> Answer {
        let Some((file, kind)) = self.pages.find(path) else { return Answer::words(404, "There is no such file.") };
        match std::fs::read(file) {
            Ok(body) => Answer { status: 200, kind, body },
            Err(error) => Answer::words(500, &error.to_string()),
        }
    }

    fn events(&self, query: &str) -> Answer {
        let after = query.split('&').find_map(|pair| pair.strip_prefix("after=")).unwrap_or("0");
        match after.parse() {
            Ok(after) => Answer::json(200, &self.shared.events(after, PATIENCE)),
            Err(_) => Answer::words(400, "`after` is a number."),
        }
    }

    fn rpc(&self, mut body: Value) -> Answer {
        let Some(command) = body["command"].as_str().map(str::to_owned) else {
            return Answer::words(400, "A request is {command, arguments, language}.");
        };
        let language = body["language"].as_str().unwrap_or_default().to_owned();
        let arguments = body["arguments"].take();
        match self.session.call(&command, arguments, &language) {
            Ok(answer) => Answer::json(200, &json!({ "answer": answer })),
            Err(error) => Answer::json(200, &json!({ "error": error })),
        }
    }

    fn dialog(&self, body: &Value) -> Answer {
        match &body["path"] {
            Value::Null => self.shared.answer_dialog(Vec::new()),
            Value::String(path) => self.shared.answer_dialog(vec![path.into()]),
            Value::Array(paths) => {
                self.shared.answer_dialog(paths.iter().filter_map(Value::as_str).map(Into::into).collect());
            }
            _ => return Answer::words(400, "`path` is a text, a list of them, or null."),
        }
        Answer::json(200, &json!({}))
    }

    /// A file from the system: a second launch, a double click; several, or one in a list: a drop.
    fn hand_over(&self, body: &Value) -> Answer {
        if let Some(paths) = body["paths"].as_array() {
            let paths = paths.iter().filter_map(Value::as_str);
            let files: Vec<String> = paths.map(|path| self.session.mint(Path::new(path))).collect();
            self.shared.post("files-dropped", &json!({ "files": files }));
            return Answer::json(200, &json!({}));
        }
        let Some(path) = body["path"].as_str() else { return Answer::words(400, "`path` is a text.") };
        let file = self.session.mint(Path::new(path));
        self.shared.post("open-file", &json!({ "file": file }));
        Answer::json(200, &json!({}))
    }

    fn knows_token(&self, request: &Request) -> bool {
        let given = header(request, "Authorization").unwrap_or_default();
        let given = given.strip_prefix("Bearer ").unwrap_or_default().as_bytes();
        let token = self.token.as_bytes();
        // All bytes are looked at: the time that it takes tells nothing.
        given.len() == token.len() && given.iter().zip(token).fold(0, |odd, (a, b)| odd | (a ^ b)) == 0
    }

    /// One answer to a connection, which the browser then closes. The server has a few threads for connections and does not always
    /// make more: of six that a page opens at once, the last would wait until one of the others is closed, minutes later.
    fn send(&self, request: Request, answer: Answer) -> std::io::Result<()> {
        let without_body = *request.method() == Method::Head;
        let Answer { status, kind, body } = answer;
        let head = format!(
            "HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Length: {length}\r\nContent-Type: {kind}\r\n\
             Content-Security-Policy: {policy}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n",
            reason = StatusCode(status).default_reason_phrase(),
            length = body.len(),
            policy = self.policy,
        );
        let mut to = request.into_writer();
        to.write_all(head.as_bytes())?;
        if !without_body {
            to.write_all(&body)?;
        }
        to.flush()
    }
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str().to_owned())
}

fn body(request: &mut Request) -> Result<Value, Answer> {
    let mut text = Vec::new();
    let read = request.as_reader().take(BODY_MAX + 1).read_to_end(&mut text);
    if let Err(error) = read {
        return Err(Answer::words(400, &error.to_string()));
    }
    if text.len() as u64 > BODY_MAX {
        return Err(Answer::words(413, "That is too much."));
    }
    serde_json::from_slice(&text).map_err(|error| Answer::words(400, &error.to_string()))
}
