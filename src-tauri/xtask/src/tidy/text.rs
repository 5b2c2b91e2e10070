//! Rules that look at one file as text.
use super::Complaint;

/// Longer than this, a file is several rooms in one.
const LINES: usize = 800;

/// All complaints about one file; `name` is its path from the root of the repository, with slashes.
pub fn check(name: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    if is_lock(name) {
        return complaints;
    }
    complaints.extend(too_long(name, text));
    for (number, line) in text.lines().enumerate() {
        let say = |words: String| Complaint::new(format!("{name}:{}", number + 1), words);
        complaints.extend(machine_path(line).map(|path| {
            say(format!("{path}… is a folder of one machine: use a path from the repository or a temporary folder"))
        }));
        if is_code(name) {
            complaints.extend(unfinished(line).map(|word| {
                say(format!("`{word}` leaves work for later: do it now, or open an issue and say so in words"))
            }));
            complaints.extend(sql_outside_core(name, line).map(|word| {
                say(format!("{word}: SQL lives in src-tauri/core alone, ask a function of `plan` instead"))
            }));
        }
    }
    if name.ends_with(".sql") && !name.starts_with("src-tauri/core/") {
        complaints
            .push(Complaint::new(name, "a script of SQL outside src-tauri/core: put it beside its concept there"));
    }
    complaints
}

fn is_lock(name: &str) -> bool {
    name.ends_with("Cargo.lock") || name.ends_with("package-lock.json")
}

fn is_code(name: &str) -> bool {
    [".rs", ".ts", ".tsx", ".mjs", ".sql"].iter().any(|end| name.ends_with(end))
}

fn too_long(name: &str, text: &str) -> Option<Complaint> {
    let written = [".rs", ".ts", ".tsx", ".mjs", ".css", ".sql"].iter().any(|end| name.ends_with(end));
    let made = name.starts_with("assets/") || name.contains("/generated/");
    let lines = text.lines().count();
    (written && !made && lines > LINES).then(|| {
        Complaint::new(
            name,
            format!("{lines} lines; more than {LINES} nobody reads in one sitting: split it by concept"),
        )
    })
}

/// A path that exists on the machine of whoever wrote it, and nowhere else.
fn machine_path(line: &str) -> Option<String> {
    // Put together here, so that this file does not complain about itself.
    ["work", "farm", "root", "Users"].into_iter().map(|folder| format!("/{folder}/")).find(|path| {
        line.match_indices(path.as_str()).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            before.is_none_or(|before| !before.is_alphanumeric() && !"_./-}*".contains(before))
        })
    })
}

/// A word that says that something is not done.
fn unfinished(line: &str) -> Option<String> {
    const CALLS: [[&str; 2]; 9] = [
        ["todo", "!("],
        ["unimplemented", "!("],
        ["FIX", "ME"],
        ["XX", "X"],
        ["it.", "skip"],
        ["test.", "skip"],
        ["describe.", "skip"],
        ["it.", "only"],
        ["#[", "ignore"],
    ];
    let found = CALLS.iter().map(|parts| parts.concat()).find(|word| contains_word(line, word));
    found.or_else(|| {
        let note = ["TO", "DO"].concat();
        contains_word(line, &note).then_some(note)
    })
}

/// Whether `word` stands in `line` and does not begin in the middle of another word.
fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let bare = word.chars().all(char::is_alphabetic);
        before.is_none_or(|before| !before.is_alphanumeric() && before != '_')
            && (!bare || after.is_none_or(|after| !after.is_alphanumeric() && after != '_'))
    })
}

/// The library of the database, or a statement for it, where neither belongs.
fn sql_outside_core(name: &str, line: &str) -> Option<String> {
    // Tests damage plans on purpose, and this rule has to name what it looks for.
    let free = ["src-tauri/core/", "tests/", "src-tauri/cli/tests/", "src-tauri/xtask/src/tidy/"];
    if free.iter().any(|folder| name.starts_with(folder)) || line.trim_start().starts_with("//") {
        return None;
    }
    if name.ends_with(".rs") && line.contains("rusqlite") {
        return Some("rusqlite".to_owned());
    }
    const STATEMENTS: [(&str, &str); 8] = [
        ("SELECT ", " FROM "),
        ("INSERT ", "INTO "),
        ("DELETE ", "FROM "),
        ("UPDATE ", " SET "),
        ("CREATE ", "TABLE "),
        ("CREATE ", "TRIGGER "),
        ("ALTER ", "TABLE "),
        ("PRAGMA ", ""),
    ];
    STATEMENTS.iter().find_map(|(verb, object)| {
        let at = line.find(verb)?;
        let quoted = line[..at].contains(['"', '`', '\'']);
        (quoted && line[at + verb.len()..].contains(object)).then(|| format!("a statement with {}", verb.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str, text: &str) -> Vec<String> {
        check(name, text).into_iter().map(|complaint| complaint.words).collect()
    }

    /// The word in two halves, so that this file is tidy itself.
    fn join(parts: &[&str]) -> String {
        parts.concat()
    }

    #[test]
    fn sees_paths_of_a_machine_and_not_folders_of_the_house() {
        let path = join(&["see /wo", "rk/main/a"]);
        assert_eq!(words("docs/cli.md", &path).len(), 1);
        assert_eq!(words("docs/cli.md", &join(&["(/ro", "ot/x)"])).len(), 1);
        assert!(words("docs/cli.md", "src/work/a, https://example.org/work/a and ./work/a").is_empty());
        assert!(words("Cargo.lock", &path).is_empty(), "locks are written by tools");
    }

    #[test]
    fn names_the_place() {
        let complaints = check("ui/src/a.ts", &format!("ok\n// {}\n", join(&["FIX", "ME later"])));
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].place, "ui/src/a.ts:2");
    }

    #[test]
    fn sees_work_left_for_later() {
        for line in [
            join(&["    to", "do!()"]),
            join(&["unimple", "mented!(\"x\")"]),
            join(&["// FIX", "ME"]),
            join(&["// TO", "DO: x"]),
            join(&["it.sk", "ip('x', () => {})"]),
            join(&["test.sk", "ip()"]),
            join(&["describe.sk", "ip()"]),
            join(&["it.on", "ly('x')"]),
            join(&["#[ig", "nore = \"slow\"]"]),
        ] {
            assert_eq!(words("src-tauri/core/src/a.rs", &line).len(), 1, "{line}");
        }
        assert!(words("src-tauri/core/src/a.rs", "let todo = a.split(); submit.skip(1); // mastodon!(").is_empty());
    }

    #[test]
    fn sees_sql_outside_the_core() {
        let library = "use rusqlite::Connection;";
        assert_eq!(words("src-tauri/wire/src/a.rs", library).len(), 1);
        assert!(words("src-tauri/core/src/a.rs", library).is_empty());
        assert!(words("tests/hostile/a.rs", library).is_empty(), "tests damage plans with it");
        let statement = "let sql = \"SELECT id FROM commitment\";";
        assert_eq!(words("src-tauri/cli/src/a.rs", statement).len(), 1);
        assert_eq!(words("ui/src/a.ts", statement).len(), 1);
        assert!(words("src-tauri/cli/src/a.rs", "println!(\"SELECT one\");").is_empty(), "not a statement");
        assert_eq!(words("src-tauri/wire/src/a.sql", "").len(), 1);
        assert!(words("src-tauri/core/src/store/a.sql", "").is_empty());
    }

    #[test]
    fn sees_files_nobody_reads_in_one_sitting() {
        let long = "line\n".repeat(LINES + 1);
        assert_eq!(words("src-tauri/core/src/a.rs", &long).len(), 1);
        assert!(words("src-tauri/core/src/a.rs", &"line\n".repeat(LINES)).is_empty());
        for made in ["ui/src/generated/a.ts", "assets/catalogue/a.toml", "ui/package-lock.json", "docs/a.md"] {
            assert!(words(made, &long).is_empty(), "{made}");
        }
    }
}
