//! The TypeScript of the border: written by `cargo xtask gen`, committed, held fresh by a test.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use plan::kinds::{Class, KINDS};
use ts_rs::{Config, TS};

use crate::commands::{self, Shapes};
use crate::types;

#[derive(Default)]
struct Collected {
    seen: HashSet<TypeId>,
    types: BTreeMap<String, (String, Option<String>)>,
}

impl Shapes for Collected {
    fn meet(&mut self, id: TypeId) -> bool {
        self.seen.insert(id)
    }
    fn take(&mut self, name: String, declaration: Option<String>, docs: Option<String>) {
        if let Some(declaration) = declaration {
            self.types.entry(name).or_insert((declaration, docs));
        }
    }
}

/// The file `wire.ts`.
pub fn typescript() -> String {
    let mut types = Collected::default();
    for command in commands::all() {
        command.declare(&mut types);
    }
    // Events are on no command; they are named here.
    commands::declare_event::<types::PlanChanged>(&mut types);
    commands::declare_event::<types::JobView>(&mut types);
    let mut out = String::from("// Written by `cargo xtask gen` from src-tauri/wire. Not edited by hand.\n\n");
    for (declaration, docs) in types.types.values() {
        if let Some(docs) = docs {
            out.push_str(docs.trim_end());
            out.push('\n');
        }
        let _ = writeln!(out, "export {declaration}\n");
    }
    out.push_str("/** Every command with the shapes of its request and answer. */\nexport interface Commands {\n");
    for command in commands::all() {
        let (request, answer) = command.shapes();
        let _ =
            writeln!(out, "  /** {} */\n  {}: {{ request: {request}; answer: {answer} }};", command.help, command.name);
    }
    out.push_str("}\n\n/** Names of commands. */\nexport type CommandName = keyof Commands;\n\n");
    out.push_str("/** Events of the back end. */\nexport interface Events {\n");
    let config = Config::from_env();
    let events = [
        ("plan-changed", types::PlanChanged::name(&config)),
        ("plan-opened", "Record<string, never>".to_owned()),
        ("job-progress", types::JobView::name(&config)),
        ("review-changed", "Record<string, never>".to_owned()),
        ("open-file", "{ file: string }".to_owned()),
        ("files-dropped", "{ files: string[] }".to_owned()),
    ];
    for (event, payload) in events {
        let _ = writeln!(out, "  \"{event}\": {payload};");
    }
    out.push_str("}\n\n/** Fields of every kind, in order. */\nexport const FIELDS = {\n");
    for def in KINDS.iter().filter(|def| def.class == Class::Content) {
        let fields: Vec<String> = def.fields.iter().map(|f| format!("\"{}\"", f.name)).collect();
        let _ = writeln!(out, "  {}: [{}],", def.name, fields.join(", "));
    }
    out.push_str("} as const;\n\n/** Names of kinds. */\nexport type KindName = keyof typeof FIELDS;\n");
    out
}
