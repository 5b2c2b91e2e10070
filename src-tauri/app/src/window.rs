//! The one window: hidden until its page is there, never a door to the network.
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use tauri::http::{HeaderValue, Request, Response};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Runtime, UriSchemeContext, Url, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_opener::OpenerExt;

use crate::data::DataFolder;

/// The label of the window; the capability names it too.
pub const LABEL: &str = "main";
/// The scheme of the empty page, the floor that is measured against.
pub const EMPTY: &str = "empty";
/// A page that fails to load must not leave the person without a window.
const SHOW_AT_LATEST: Duration = Duration::from_secs(3);
/// What the page calls itself, for whoever measures, when its content is on the screen.
const PAINTED: &str = "painted";
/// Two frames later the content is not only laid out but on the screen.
const TELL_WHEN_PAINTED: &str =
    "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'painted'; }));";

/// What the window still owes to whoever started it.
pub struct Curtain {
    up: AtomicBool,
    timing: bool,
}

impl Curtain {
    /// Down; with `timing`, a line is printed when the first content is on the screen.
    pub const fn down(timing: bool) -> Self {
        Self { up: AtomicBool::new(false), timing }
    }
}

/// Opens the window, hidden.
///
/// # Errors
/// When the system's web view cannot be had.
pub fn open<R: Runtime>(app: &AppHandle<R>, empty: bool) -> tauri::Result<()> {
    let url = if empty { WebviewUrl::CustomProtocol(empty_url()?) } else { WebviewUrl::App("index.html".into()) };
    let opener = app.clone();
    let curtain = app.clone();
    let timing = app.state::<Curtain>().timing;
    let window = WebviewWindowBuilder::new(app, LABEL, url)
        .title("GDC Planner")
        .inner_size(1440.0, 900.0)
        .min_inner_size(800.0, 560.0)
        .center()
        // WebKit paints no frame of a hidden window: the empty page would never tell that it was painted.
        .visible(empty)
        .data_directory(app.state::<DataFolder>().web_view())
        .on_document_title_changed(move |_, title| {
            if timing && title == PAINTED {
                println!("{PAINTED}");
            }
        })
        // From here on the first thing painted has the colours of the theme. Waiting for the first rows would cost more than
        // it hides: a hidden window has no size, and all would be laid out, asked for and painted a second time.
        .on_page_load(move |_, page| {
            if page.event() == PageLoadEvent::Finished {
                raise_curtain(&curtain);
            }
        })
        .on_navigation(move |url| stays_inside(&opener, url))
        .build()?;
    #[cfg(debug_assertions)]
    if std::env::var_os("GDCPLANNER_DEVTOOLS").is_some() {
        window.open_devtools();
    }
    let app = window.app_handle().clone();
    thread::spawn(move || {
        thread::sleep(SHOW_AT_LATEST);
        raise_curtain(&app);
    });
    Ok(())
}

/// Shows the window once; later calls do nothing.
pub fn raise_curtain<R: Runtime>(app: &AppHandle<R>) {
    let curtain = app.state::<Curtain>();
    if curtain.up.swap(true, Ordering::AcqRel) {
        return;
    }
    if let Some(window) = app.get_webview_window(LABEL) {
        report("show the window", window.show());
    }
}

/// The first rows are in the page; whoever measures wants to know when they are on the screen.
pub fn first_rows<R: Runtime>(app: &AppHandle<R>) {
    raise_curtain(app);
    if app.state::<Curtain>().timing
        && let Some(window) = app.get_webview_window(LABEL)
    {
        report("ask for the time of the first paint", window.eval(TELL_WHEN_PAINTED));
    }
}

/// Brings the window to the front, for a file that a second launch handed over.
pub fn bring_to_front<R: Runtime>(app: &AppHandle<R>) {
    raise_curtain(app);
    if let Some(window) = app.get_webview_window(LABEL) {
        report("restore the window", window.unminimize());
        report("focus the window", window.set_focus());
    }
}

/// Answers with the empty page.
pub fn serve_empty<R: Runtime>(_: UriSchemeContext<'_, R>, _: Request<Vec<u8>>) -> Response<Vec<u8>> {
    let page = format!("<!doctype html><meta charset=utf-8><title>Empty</title><script>{TELL_WHEN_PAINTED}</script>");
    let mut response = Response::new(page.into_bytes());
    response.headers_mut().insert("content-type", HeaderValue::from_static("text/html"));
    response
}

fn empty_url() -> tauri::Result<Url> {
    Url::parse(&format!("{EMPTY}://localhost/")).map_err(tauri::Error::InvalidUrl)
}

/// The window shows its own pages only. A link to a document's address opens in the person's browser.
fn stays_inside<R: Runtime>(app: &AppHandle<R>, url: &Url) -> bool {
    if is_own(url) {
        return true;
    }
    if matches!(url.scheme(), "https" | "http" | "mailto") {
        report("open the address in the browser", app.opener().open_url(url.as_str(), None::<&str>));
    }
    false
}

fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" | EMPTY => url.host_str() == Some("localhost"),
        // The address of the same pages on Windows, and of the development server.
        "http" | "https" => {
            url.host_str() == Some("tauri.localhost")
                || (cfg!(not(feature = "custom-protocol"))
                    && url.host_str() == Some("localhost")
                    && url.port() == Some(5173))
        }
        "about" => url.as_str() == "about:blank",
        _ => false,
    }
}

/// A window that does not come to the front is a nuisance, not a reason to stop: it is told on standard error.
pub fn report<E: std::fmt::Display>(what: &str, result: Result<(), E>) {
    if let Err(error) = result {
        eprintln!("gdc-planner: could not {what}: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_shown_in_the_window() {
        for own in [
            "tauri://localhost/",
            "tauri://localhost/index.html#/commitments",
            "http://tauri.localhost/",
            "about:blank",
        ] {
            assert!(is_own(&Url::parse(own).unwrap()), "{own} is ours");
        }
        for other in [
            "https://www.itu.int/",
            "http://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://other/",
        ] {
            assert!(!is_own(&Url::parse(other).unwrap()), "{other} is not ours");
        }
    }
}
