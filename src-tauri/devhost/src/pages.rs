//! The static files of the user interface, with the policy that the window has.

use std::path::{Component, Path, PathBuf};

/// The configuration of the window: its content security policy holds here too.
const WINDOW: &str = include_str!("../../../tauri.conf.json");

/// The folder of the built user interface.
pub struct Pages {
    root: PathBuf,
}

impl Pages {
    /// The files of a folder.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn of(root: &Path) -> std::io::Result<Self> {
        let root =
            root.canonicalize().map_err(|e| std::io::Error::new(e.kind(), format!("{}: {e}", root.display())))?;
        Ok(Self { root })
    }

    /// The file that a path of an address names, and its type; none where there is none, or where it lies elsewhere.
    pub fn find(&self, path: &str) -> Option<(PathBuf, &'static str)> {
        let decoded = decode(path)?;
        let relative = match decoded.trim_start_matches('/') {
            "" => "index.html",
            other => other,
        };
        let plain = |c: Component<'_>| matches!(c, Component::Normal(_));
        if relative.contains(['\0', '\\']) || !Path::new(relative).components().all(plain) {
            return None;
        }
        // A symbolic link must not lead out either.
        let file = self.root.join(relative).canonicalize().ok()?;
        (file.is_file() && file.starts_with(&self.root)).then(|| {
            let kind = content_type(&file);
            (file, kind)
        })
    }
}

/// The content security policy of the window as a header.
///
/// # Errors
/// Where the configuration has none.
pub fn policy() -> Result<String, String> {
    let config: serde_json::Value = serde_json::from_str(WINDOW).map_err(|e| format!("tauri.conf.json: {e}"))?;
    let rules = config["app"]["security"]["csp"].as_object().ok_or("tauri.conf.json has no content security policy")?;
    let rules: Vec<String> =
        rules.iter().filter_map(|(name, rule)| Some(format!("{name} {}", rule.as_str()?))).collect();
    Ok(rules.join("; "))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_folder_are_served() {
        let folder = tempfile::tempdir().unwrap();
        let ui = folder.path().join("ui");
        std::fs::create_dir_all(ui.join("assets")).unwrap();
        std::fs::write(ui.join("index.html"), "<!doctype html>").unwrap();
        std::fs::write(ui.join("assets/a b.js"), "1").unwrap();
        std::fs::write(folder.path().join("secret"), "s").unwrap();
        let pages = Pages::of(&ui).unwrap();
        assert_eq!(pages.find("/").unwrap().1, "text/html; charset=utf-8");
        assert_eq!(pages.find("/assets/a%20b.js").unwrap().1, "text/javascript; charset=utf-8");
        let outside = [
            "/../secret",
            "/%2e%2e/secret",
            "/assets/../../secret",
            "/..%2fsecret",
            "/..\\secret",
            "/assets",
            "/%zz",
            "//etc/passwd",
        ];
        for path in outside {
            assert!(pages.find(path).is_none(), "{path} was served");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(folder.path().join("secret"), ui.join("link")).unwrap();
            assert!(pages.find("/link").is_none(), "a link led out");
        }
    }

    #[test]
    fn the_policy_is_that_of_the_window() {
        let policy = policy().unwrap();
        assert!(policy.contains("script-src 'self'"), "{policy}");
        assert!(!policy.contains("unsafe-eval"), "{policy}");
    }
}
