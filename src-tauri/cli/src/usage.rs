//! THE list of orders, and how they are called.

use crate::console::{Console, Fault};

/// One order.
pub struct Spec {
    /// Its name.
    pub name: &'static str,
    /// What stands behind it; in brackets: may be left out.
    pub places: &'static [&'static str],
    /// Its options, by name.
    pub options: &'static [&'static str],
    /// What it does.
    pub help: &'static str,
    /// It is there; else it comes with a later version.
    pub built: bool,
}

/// Options of orders: name, value (empty: none), what it does.
pub const OPTIONS: &[(&str, &str, &str)] = &[
    ("rule", "RULE", "only questions of this rule"),
    ("intended", "", "what somebody said is intended, in place of what is to be asked"),
    ("empty", "", "without the ITU's rows: the catalogue only"),
    ("title", "TITLE", "title of an empty plan, of an instrument, or of a new commitment"),
    ("symbol", "SYMBOL", "symbol of the instrument: one that is in the plan is filled"),
    ("date", "DATE", "when the instrument was adopted"),
    ("source", "SOURCE", "where the table is from: a source of the plan, or the title of a new one"),
    ("where", "TEXT", "only rows that hold all these words; FIELD=WORDS asks one field"),
    ("row", "REF", "only steps that touched this row"),
    ("limit", "N", "no more than so many steps"),
    ("name", "NAME", "name of the snapshot; else its day"),
    ("with", "persons,notes", "private parts that go along; else they stay out"),
    ("commitments", "N", "size: with milestones and links about ten times as many rows"),
    ("seed", "S", "the same size and seed make the same plan"),
    ("decide", "mine|theirs|later", "how all that is asked is decided; else it stays open"),
    (
        "answer",
        "ANSWER",
        "what is decided about the paragraphs: continues, completed, superseded, new, not-for-us, or open again",
    ),
    ("paragraph", "NUMBERS", "which paragraphs, by their numbers with commas between; else all are listed"),
    ("commitment", "REF", "the commitment that answers"),
    ("superseded-by", "REF", "the commitment that takes its place; else a new one is made"),
    ("because", "TEXT", "why it is not for us"),
    ("edition", "NAME", "makes an edition of the plan of that name"),
    ("before", "NAME", "the plan before the first decision gets that name, too"),
    ("although-open", "", "the edition is made although paragraphs are not decided"),
    ("minutes", "OUT.txt|OUT.json|OUT.docx", "where the minutes of the review go"),
    ("document", "ID", "which document of the plan goes into Word; else the only one"),
    ("since", "SNAPSHOT|MOMENT", "with changes marked in Word since that snapshot, plan or moment"),
    ("redline", "", "with changes marked in Word against the document that it revises, as that was issued"),
    ("against", "DOCUMENT", "the same against another document of the plan"),
    ("kind", "KIND", "rows of which kind go into a table of plain text; else commitments"),
    (
        "heads",
        "names|labels",
        "the first line of a plain table: names of fields, for programs, or labels in the language",
    ),
    ("vague", "span|leave-out", "dates that are no known days: over all days that are possible, or left out"),
    ("dry-run", "", "only say what would happen"),
];

const fn built(
    name: &'static str,
    places: &'static [&'static str],
    options: &'static [&'static str],
    help: &'static str,
) -> Spec {
    Spec { name, places, options, help, built: true }
}
const fn later(
    name: &'static str,
    places: &'static [&'static str],
    options: &'static [&'static str],
    help: &'static str,
) -> Spec {
    Spec { name, places, options, help, built: false }
}

/// All orders.
pub const SPECS: &[Spec] = &[
    built("new", &["FILE"], &["empty", "title"], "a copy of the starter plan (the ITU's), or an empty one"),
    built("info", &["FILE"], &[], "name, ids, schema, counts, ancestors, last step"),
    built("list", &["KIND", "FILE"], &["where"], "rows: commitments, milestones, groups, assignments, ..."),
    built("show", &["FILE", "REF"], &[], "one row with everything linked to it"),
    built("call", &["FILE", "COMMAND", "[JSON]"], &[], "any command of the wire list"),
    built("batch", &["FILE"], &[], "the same, one {\"command\":...,\"args\":...} per line on standard input"),
    built("commands", &[], &[], "the wire list with the shapes of arguments and answers"),
    built("undo", &["FILE"], &[], "takes back the newest step"),
    built("redo", &["FILE"], &[], "does again what was taken back last"),
    built("history", &["FILE"], &["row", "limit"], "the steps, newest first"),
    built("at", &["FILE", "MOMENT", "OUT.gdcsnap"], &["name", "with"], "a snapshot of the plan as it was"),
    built("check", &["FILE"], &["rule", "intended"], "what the plan check asks: rule, rows, words"),
    built("verify", &["FILE"], &[], "whether a plan or a snapshot is whole"),
    built("hash", &["FILE"], &[], "one hash of the content: equal content, equal hash"),
    built("snapshot", &["FILE", "OUT"], &["name", "with"], "a state of the plan to share"),
    built("copy", &["SNAPSHOT", "OUT.gdcplan"], &[], "a plan of one's own that descends from the snapshot"),
    built(
        "instrument",
        &["FILE", "TABLE"],
        &["title", "symbol", "date", "source", "dry-run"],
        "an instrument of a table of paragraphs, actions and who is asked",
    ),
    built(
        "carry",
        &["FILE", "[INSTRUMENT]"],
        &[
            "paragraph",
            "answer",
            "commitment",
            "superseded-by",
            "because",
            "title",
            "edition",
            "before",
            "although-open",
        ],
        "paragraphs of an instrument beside the commitments that may answer them; decides, ends in an edition",
    ),
    built("diff", &["A", "B"], &[], "changes from one plan or snapshot to another"),
    built("review", &["FILE", "SNAPSHOT..."], &["decide", "minutes"], "takes in what colleagues propose, as one step"),
    built(
        "export",
        &["FILE", "OUT"],
        &["document", "since", "redline", "against", "kind", "heads", "with", "vague"],
        "a document, by the ending of OUT: docx, pdf, xlsx, csv, json, ics, html",
    ),
    later("import", &["FILE", "SOURCE"], &["dry-run"], "takes rows from a document"),
    later("ask", &["FILE", "OUT.xlsx"], &[], "a workbook for a colleague to fill in"),
    built("generate", &["FILE"], &["commitments", "seed"], "a synthetic plan of any size"),
];

/// An order by its name.
pub fn find(name: &str) -> Option<&'static Spec> {
    SPECS.iter().find(|spec| spec.name == name)
}

/// Whether a place names a file.
pub fn is_file(place: &str) -> bool {
    !matches!(place, "KIND" | "REF" | "INSTRUMENT" | "COMMAND" | "[JSON]" | "MOMENT")
}

/// How an order is called.
pub fn line(spec: &Spec) -> String {
    let required = |name: &str| spec.name == "generate" && matches!(name, "commitments" | "seed");
    let options = spec.options.iter().map(|name| {
        let value = OPTIONS.iter().find(|(known, ..)| known == name).map(|(_, value, _)| *value).unwrap_or_default();
        let option = format!("--{name} {value}").trim_end().to_owned();
        if required(name) { option } else { format!("[{option}]") }
    });
    let words = ["gdcplan".to_owned(), spec.name.to_owned()].into_iter();
    words.chain(spec.places.iter().map(|p| (*p).to_owned())).chain(options).collect::<Vec<_>>().join(" ")
}

/// All orders, and what holds for each.
pub fn all() -> String {
    let width = SPECS.iter().map(|spec| line(spec).len()).filter(|width| *width <= 46).max().unwrap_or(0);
    let mut text =
        String::from("Usage: gdcplan COMMAND ... [--json] [--by NAME] [--organization ACRONYM] [--lang L]\n\n");
    for spec in SPECS {
        let (line, later) = (line(spec), if spec.built { "" } else { " (comes with a later version)" });
        let gap =
            if line.len() > width { format!("\n  {}", " ".repeat(width)) } else { " ".repeat(width - line.len()) };
        text.push_str(&format!("  {line}{gap}  {}{later}\n", spec.help));
    }
    text.push_str(
        "\nA plan is a file .gdcplan, a snapshot a file .gdcsnap. REF is a reference, acronym, code, title or id, or KIND:REF.\n\
         MOMENT is the number of a step, a time such as 2026-11-23T18:00:00Z, or the name of a snapshot.\n\
         --json prints one JSON answer. Exit status: 0 done, 1 refused, 2 called wrongly, 3 broken (disk, damage).\n",
    );
    text
}

/// Prints how one order is called, or all.
pub fn print(console: &mut Console, command: Option<&str>) -> Result<(), Fault> {
    let Some(spec) = command.and_then(find) else { return console.line(all().trim_end()) };
    console.line(&line(spec))?;
    console.line(&format!("  {}", spec.help))?;
    for (name, value, help) in OPTIONS.iter().filter(|(name, ..)| spec.options.contains(name)) {
        console.line(&format!("  --{name} {value}: {help}").replace(" :", ":"))?;
    }
    Ok(())
}
