//! Fluent files to typed functions.
//!
//! Every message of `assets/locales/en` becomes a method of `Strings` with its English text as comment; its variables become
//! arguments. Files named `ui-*.ftl` are the window's own: they are checked here, but make no methods. A file that cannot be
//! read, a key that is defined twice, or a message of another language that has variables which English has not, fails the build;
//! those of grammar ([`GRAMMAR`]) are there in every language, and English has no use for them.

use fluent_syntax::{ast, parser, serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What units of dates are given besides: behind which word they stand, and which month it is.
const GRAMMAR: [&str; 2] = ["case", "which"];

/// A message: file, variables, English text.
struct Message {
    file: String,
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
    text: String,
}

type Catalogue = BTreeMap<String, Message>;

fn main() {
    let outcome = run();
    if let Err(problems) = outcome {
        for problem in &problems {
            eprintln!("{problem}");
        }
        // A build script says that it failed by its exit status; the lines above are what people see.
        std::process::exit(1);
    }
}

fn run() -> Result<(), Vec<String>> {
    let one = |e: String| vec![e];
    let here = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").map_err(|e| one(e.to_string()))?);
    let locales = here.join("../../assets/locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    println!("cargo:rerun-if-changed={}", here.join("build.rs").display());

    let mut languages = BTreeMap::new();
    let mut problems = Vec::new();
    for folder in listed(&locales).map_err(one)? {
        if !folder.is_dir() {
            continue;
        }
        let lang = name(&folder);
        let files: Vec<PathBuf> =
            listed(&folder).map_err(one)?.into_iter().filter(|f| f.extension().is_some_and(|e| e == "ftl")).collect();
        let mut catalogue = Catalogue::new();
        for file in &files {
            // A folder is watched by its own date: each file must be named for a change within it to be seen.
            println!("cargo:rerun-if-changed={}", file.display());
            read_file(&lang, file, &mut catalogue, &mut problems);
        }
        let own: Vec<PathBuf> = files.into_iter().filter(|f| !name(f).starts_with("ui-")).collect();
        languages.insert(lang, (own, catalogue));
    }
    let Some((_, english)) = languages.get("en") else { return Err(one("assets/locales/en is missing".into())) };
    for (lang, (_, catalogue)) in languages.iter().filter(|(lang, _)| *lang != "en") {
        compare(lang, english, catalogue, &mut problems);
    }
    let code = generate(english, &languages, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let out = PathBuf::from(std::env::var("OUT_DIR").map_err(|e| one(e.to_string()))?);
    std::fs::write(out.join("messages.rs"), code).map_err(|e| one(e.to_string()))
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read_file(lang: &str, path: &Path, catalogue: &mut Catalogue, problems: &mut Vec<String>) {
    let file = format!("{lang}/{}", name(path));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) => return problems.push(format!("{file}: {e}")),
    };
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            for error in errors {
                let line = text[..error.pos.start.min(text.len())].lines().count().max(1);
                problems.push(format!("assets/locales/{file}:{line}: {error}"));
            }
            return;
        }
    };
    for entry in resource.body {
        let (key, mut message) = match &entry {
            ast::Entry::Message(m) => (m.id.name.to_owned(), collected(m.value.as_ref(), &m.attributes)),
            ast::Entry::Term(t) => (format!("-{}", t.id.name), collected(Some(&t.value), &t.attributes)),
            _ => continue,
        };
        message.file = file.clone();
        message.text = serializer::serialize(&ast::Resource { body: vec![without_comment(entry)] });
        if let Some(before) = catalogue.insert(key.clone(), message) {
            problems.push(format!("assets/locales/{file}: {key} is also defined in {}", before.file));
        }
    }
}

fn without_comment(entry: ast::Entry<&str>) -> ast::Entry<&str> {
    match entry {
        ast::Entry::Message(m) => ast::Entry::Message(ast::Message { comment: None, ..m }),
        other => other,
    }
}

fn collected(value: Option<&ast::Pattern<&str>>, attributes: &[ast::Attribute<&str>]) -> Message {
    let mut message =
        Message { file: String::new(), variables: BTreeSet::new(), references: BTreeSet::new(), text: String::new() };
    for pattern in value.into_iter().chain(attributes.iter().map(|a| &a.value)) {
        walk_pattern(pattern, &mut message);
    }
    message
}

fn walk_pattern(pattern: &ast::Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            walk(expression, message);
        }
    }
}

fn walk(expression: &ast::Expression<&str>, message: &mut Message) {
    match expression {
        ast::Expression::Inline(inline) => walk_inline(inline, message),
        ast::Expression::Select { selector, variants } => {
            walk_inline(selector, message);
            variants.iter().for_each(|variant| walk_pattern(&variant.value, message));
        }
    }
}

fn walk_inline(inline: &ast::InlineExpression<&str>, message: &mut Message) {
    use ast::InlineExpression::*;
    match inline {
        VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        MessageReference { id, .. } => {
            message.references.insert(id.name.to_owned());
        }
        TermReference { id, .. } => {
            message.references.insert(format!("-{}", id.name));
        }
        FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|a| walk_inline(a, message)),
        Placeable { expression } => walk(expression, message),
        StringLiteral { .. } | NumberLiteral { .. } => {}
    }
}

/// Variables of a message and of what it refers to.
fn variables(catalogue: &Catalogue, key: &str, problems: &mut Vec<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut open, mut seen) = (vec![key.to_owned()], BTreeSet::new());
    while let Some(key) = open.pop() {
        if !seen.insert(key.clone()) {
            continue;
        }
        match catalogue.get(&key) {
            Some(message) => {
                found.extend(message.variables.iter().cloned());
                open.extend(message.references.iter().cloned());
            }
            None => problems.push(format!("{key} is referred to, and nowhere defined")),
        }
    }
    found
}

fn compare(lang: &str, english: &Catalogue, other: &Catalogue, problems: &mut Vec<String>) {
    for (key, message) in other {
        match english.get(key) {
            None => problems.push(format!("assets/locales/{}: {key} is not in English", message.file)),
            Some(source) => {
                let own = |variable: &&String| !(key.starts_with("date-") && GRAMMAR.contains(&variable.as_str()));
                for variable in message.variables.difference(&source.variables).filter(own) {
                    problems.push(format!(
                        "assets/locales/{}: {key} has {{ ${variable} }}, English has not ({lang})",
                        message.file
                    ));
                }
            }
        }
    }
}

fn generate(
    english: &Catalogue,
    languages: &BTreeMap<String, (Vec<PathBuf>, Catalogue)>,
    problems: &mut Vec<String>,
) -> String {
    let mut methods = String::new();
    let mut keys = String::new();
    for (key, message) in english {
        let variables = variables(english, key, problems);
        if message.file.contains("/ui-") || key.starts_with('-') {
            continue;
        }
        if !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            problems.push(format!("assets/locales/{}: {key} should be lower case with hyphens", message.file));
        }
        let (mut params, mut args) = (String::new(), String::new());
        for variable in &variables {
            let name = variable.replace('-', "_");
            if is_number(variable) {
                let _ = write!(params, ", {name}: u64");
                let _ = write!(args, "({variable:?}, {name}.to_string().as_str()), ");
            } else {
                let _ = write!(params, ", {name}: &str");
                let _ = write!(args, "({variable:?}, {name}), ");
            }
        }
        let doc: String = message.text.trim_end().lines().fold(String::new(), |mut doc, line| {
            let _ = writeln!(doc, "    /// {line}");
            doc
        });
        let _ = write!(
            methods,
            "    /// ```text\n{doc}    /// ```\n    pub fn {}(&self{params}) -> String {{ self.format({key:?}, &[{args}]) }}\n\n",
            key.replace('-', "_")
        );
        let _ = writeln!(keys, "    ({key:?}, &{:?}),", variables.iter().collect::<Vec<_>>());
    }
    let mut files = String::new();
    for (lang, (paths, _)) in languages {
        let included: String = paths.iter().fold(String::new(), |mut all, path| {
            let _ = write!(all, "include_str!({path:?}), ");
            all
        });
        let _ = writeln!(files, "    ({lang:?}, &[{included}]),");
    }
    format!(
        "impl Strings {{\n{methods}}}\n\n\
         /// Every key with its variables, sorted.\npub(crate) static KEYS: &[(&str, &[&str])] = &[\n{keys}];\n\n\
         /// The files of every language.\npub(crate) static FILES: &[(&str, &[&str])] = &[\n{files}];\n"
    )
}

/// A variable of this name is a number, which plural forms can be chosen by.
fn is_number(variable: &str) -> bool {
    variable == "count" || variable.ends_with("-count")
}
