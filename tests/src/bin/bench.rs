//! Figures of speed, each beside its floor and its target: `cargo xtask bench [--size N] [--json]` calls this and adds the
//! window's. A figure is the median of several runs on one machine; only `holds` of the size 10,000 is a promise.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plan::store::{Access, Holder};
use plan::view::{FieldFilter, Query, SortBy, view};
use plan::{CellsHow, Context, Kind, Op, Origin, Plan, SetField, State};
use serde_json::{Value as Json, json};

#[path = "../bench_carry.rs"]
mod carry;
#[path = "../bench_cells.rs"]
mod cells;
#[path = "../bench_office.rs"]
mod office;
#[path = "../bench_papers.rs"]
mod papers;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

struct Figure {
    job: &'static str,
    size: usize,
    measured: f64,
    unit: &'static str,
    floor: Option<f64>,
    target: Option<f64>,
}

impl Figure {
    fn holds(&self) -> Option<bool> {
        self.target.map(|target| self.measured <= target)
    }
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, what, path] = &arguments[..]
        && flag == "--memory"
    {
        return memory(what, Path::new(path));
    }
    let sizes: Vec<usize> = match arguments.iter().position(|a| a == "--size") {
        Some(at) => vec![arguments.get(at + 1).ok_or("--size takes a number")?.parse()?],
        None => vec![100, 1_000, 10_000, 100_000],
    };
    let mut figures = Vec::new();
    for size in sizes {
        measure(size, &mut figures)?;
    }
    if arguments.iter().any(|a| a == "--json") {
        let list: Vec<Json> = figures
            .iter()
            .map(|f| json!({ "job": f.job, "size": f.size, "measured": round(f.measured), "unit": f.unit, "floor": f.floor.map(round), "target": f.target.map(round), "holds": f.holds() }))
            .collect();
        println!("{}", serde_json::to_string_pretty(&json!({ "figures": list }))?);
        return Ok(());
    }
    println!("{:<46} {:>7} {:>10} {:>10} {:>10}  holds", "job", "size", "measured", "floor", "target");
    for f in &figures {
        let show = |x: Option<f64>| x.map_or("–".into(), |x| format!("{:.2}", x));
        let holds = f.holds().map_or("", |h| if h { "yes" } else { "NO" });
        println!(
            "{:<46} {:>7} {:>7.2} {:<2} {:>10} {:>10}  {holds}",
            f.job,
            f.size,
            f.measured,
            f.unit,
            show(f.floor),
            show(f.target)
        );
    }
    Ok(())
}

fn round(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

fn context() -> Context {
    let now: chrono::DateTime<chrono::Utc> = "2026-11-23T09:00:00Z".parse().unwrap_or_default();
    Context { now, today: now.date_naive(), by: "Bench".into(), organization: "ITU".into(), seed: 7 }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Runs several times and answers the given percentile in milliseconds.
fn percentile(runs: usize, percent: usize, mut run: impl FnMut(usize) -> Outcome<()>) -> Outcome<f64> {
    let mut times = Vec::with_capacity(runs);
    for n in 0..runs {
        let start = Instant::now();
        run(n)?;
        times.push(ms(start.elapsed()));
    }
    times.sort_by(f64::total_cmp);
    Ok(times[(times.len() * percent / 100).min(times.len() - 1)])
}

fn measure(size: usize, figures: &mut Vec<Figure>) -> Outcome<()> {
    // Beside the build, not in /tmp: that may be memory, and an fsync there costs nothing.
    let base = std::env::current_exe()?.parent().map(Path::to_owned).ok_or("no folder")?;
    let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(base)?;
    let path = folder.path().join("plan.gdcplan");
    let state = plan::generate::generate(size, 1)?;
    Plan::create(&path, Origin::Rows(Box::new(state)), &context())?;
    let rows: usize = 5.max(30_000 / size.max(100)).min(200);

    let open = percentile(rows.min(20), 50, |_| {
        Plan::open(&path, Access::Read, &Holder::default(), &context())?;
        Ok(())
    })?;
    let open_floor = percentile(rows.min(20), 50, |_| {
        std::fs::read(&path)?;
        let conn = rusqlite::Connection::open(&path)?;
        let _: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok(())
    })?;
    push(figures, "open the plan, warm, checks included", size, open, Some(open_floor), at(size, 150.0));

    let mut plan = Plan::open(&path, Access::Edit, &Holder::default(), &context())?;
    let ids: Vec<String> = plan.state().rows(Kind::Commitment).map(|row| row.id().to_string()).collect();
    let set = |n: usize| {
        Op::Set(SetField {
            kind: Kind::Commitment,
            id: ids[n * 7919 % ids.len()].clone(),
            field: "title".into(),
            value: json!(format!("Title {n}")),
            words: None,
            was: None,
        })
    };
    let edit = percentile(200, 95, |n| {
        plan.act(&context(), &set(n), None)?.ok_or("nothing changed")?;
        Ok(())
    })?;
    let undo = percentile(50, 95, |_| {
        plan.undo(&context(), false)?;
        Ok(())
    })?;
    let floor = edit_floor(&path, &ids)?;
    push(
        figures,
        "edit: request to durable answer, 95th percentile",
        size,
        edit,
        Some(floor),
        Some((floor * 1.5).min(50.0)),
    );
    push(figures, "undo of one edit, 95th percentile", size, undo, Some(floor), at(size, 50.0));

    let state = plan.state().clone();
    // What the first keystroke pays once, the folding of the text, is not in the figure of the others.
    filter(&state, "zzz")?;
    let words = ["s", "sk", "ski", "skill", "skills", "bdt", "standards on", "worldwide"];
    let filtered = percentile(80, 95, |n| filter(&state, words[n % words.len()]).map(|_| ()))?;
    push(figures, "filter: the engine, 95th percentile", size, filtered, None, at(size, 5.0));
    let search = plan::search::Search::of(&state);
    let words = ["AI", "s", "skill", "skills in africa", "ITU", "искусственный интеллект", "who leads C6", "worldwide"];
    let found = percentile(80, 95, |n| {
        let text = words[n % words.len()];
        plan::search::asked(&search, text);
        search.find(text);
        Ok(())
    })?;
    push(figures, "search over everything: the engine, 95th percentile", size, found, None, at(size, 5.0));
    let indexed = percentile(3, 50, |_| {
        plan::search::Search::of(&state);
        Ok(())
    })?;
    push(figures, "search: the index made anew", size, indexed, None, None);
    let renewed = percentile(5, 50, |_| {
        search.renewed(&state);
        Ok(())
    })?;
    push(figures, "search: the index after an edit", size, renewed, None, None);
    let today = context().today;
    let asked = percentile(10, 50, |_| {
        plan::check::check(&state, today);
        Ok(())
    })?;
    push(figures, "all questions", size, asked, None, at(size, 100.0));
    carry::propose(&state, size, figures)?;
    let sorted = percentile(20, 95, |_| {
        let sort = vec![
            SortBy { field: "status".into(), descending: false },
            SortBy { field: "title".into(), descending: true },
        ];
        let query = Query { sort, group: Some("objective".into()), ..Query::default() };
        view(&state, Kind::Commitment, &query)?;
        Ok(())
    })?;
    push(figures, "sort by two fields and group", size, sorted, None, None);

    let anchors: Vec<String> = state
        .rows(Kind::Milestone)
        .filter(|row| !row.text("date").is_empty())
        .map(|row| row.id().to_string())
        .collect();
    // Who hangs on whom is worked out once, when a plan is first looked at.
    let _first = state.days(&anchors[0]);
    let moved = percentile(20, 95, |n| {
        let mut next = (*state).clone();
        let row = state.need(Kind::Milestone, &anchors[n % anchors.len()])?;
        let date = plan::Value::Text(format!("2027-03-{:02}", n % 28 + 1).into());
        next.put(row.with(Kind::Milestone.def().index("date").ok_or("no date")?, Some(date)));
        let changed = next.days_changed_since(&state);
        if changed.is_empty() { Err("nothing moved".into()) } else { Ok(()) }
    })?;
    push(figures, "move a milestone: all days computed again", size, moved, None, at(size, 5.0));
    let milestones: Vec<plan::state::Id> = state.in_order(Kind::Milestone).iter().map(|row| row.id().clone()).collect();
    let folded = std::collections::HashSet::new();
    let drawn = percentile(20, 95, |_| {
        let ask = plan::timeline::Ask {
            milestones: &milestones,
            commitments: &[],
            by: plan::timeline::LaneBy::Objective,
            folded: &folded,
            scale: plan::timeline::Scale::default(),
            today: context().today,
            before: None,
        };
        plan::timeline::Timeline::of(&state, &ask);
        Ok(())
    })?;
    push(figures, "timeline: lanes and marks of all milestones, 95th percentile", size, drawn, None, at(size, 100.0));
    let (bytes, other) = {
        let bytes = plan.snapshot(&context(), "bench", plan::snapshot::With::default())?;
        for n in 0..size.min(100) {
            plan.act(&context(), &set(n + 1000), None)?;
        }
        (bytes, plan.snapshot(&context(), "bench 2", plan::snapshot::With::default())?)
    };
    let (a, b) = (plan::snapshot::Snapshot::read(&bytes)?, plan::snapshot::Snapshot::read(&other)?);
    let compared = percentile(20, 50, |_| {
        plan::diff::diff(&a.state, &b.state, &|_, _| false);
        Ok(())
    })?;
    // Beside it: only walking along the rows of both.
    let walked = percentile(20, 50, |_| {
        let rows = |state: &State| -> usize {
            Kind::content().map(|kind| state.rows(kind).map(|row| row.id().len()).sum::<usize>()).sum()
        };
        if rows(&a.state) + rows(&b.state) == 0 { Err("no rows".into()) } else { Ok(()) }
    })?;
    push(figures, "compare two snapshots", size, compared, Some(walked), at(size, 150.0));
    let merged = {
        let (mine, proposals) = sides(&a.state, size)?;
        percentile(20, 50, |_| {
            let merged = plan::merge::merge(&mine, &proposals, &plan::merge::Issued::default());
            let composed = plan::merge::compose(&mine, &proposals, &merged, &[]);
            if composed.changes.is_empty() { Err("nothing was merged".into()) } else { Ok(()) }
        })?
    };
    push(figures, "check and merge 1,000 edits a side", size, merged, Some(walked), at(size, 300.0));
    let removed = {
        let (proposals, wishes) = deletions(&a.state, size)?;
        percentile(5, 50, |_| {
            let merged = plan::merge::merge(&a.state, &proposals, &plan::merge::Issued::default());
            let composed = plan::merge::compose(&a.state, &proposals, &merged, &wishes);
            if composed.changes.len() < wishes.len() { Err("not all were deleted".into()) } else { Ok(()) }
        })?
    };
    push(figures, "1,000 deletions of a colleague, agreed to", size, removed, Some(walked), at(size, 1000.0));
    let written = percentile(5, 50, |_| {
        plan::snapshot::write(&state, &context(), "bench", plan::snapshot::With::default())?;
        Ok(())
    })?;
    let packed = {
        let texts = texts_of(&bytes)?;
        percentile(5, 50, |_| pack(&texts))?
    };
    push(figures, "make a snapshot", size, written, Some(packed), at(size, 400.0));
    let read = percentile(5, 50, |_| {
        plan::snapshot::Snapshot::read(&bytes)?;
        Ok(())
    })?;
    push(figures, "read a snapshot, sums included", size, read, None, None);
    let dated = percentile(20, 95, |n| {
        let from = format!("{}", 2024 + n % 5);
        let by = |field: &str| FieldFilter { field: field.into(), from: from.clone(), ..FieldFilter::default() };
        view(&state, Kind::Commitment, &Query { filters: vec![by("when")], ..Query::default() })?;
        Ok(())
    })?;
    push(figures, "filter by days, vague ones too: the engine", size, dated, None, at(size, 5.0));
    let filled = percentile(3, 50, |n| {
        let set = |id: &String| SetField {
            kind: Kind::Commitment,
            id: id.clone(),
            field: "lead_post".into(),
            value: json!(format!("Post {n}")),
            words: None,
            was: None,
        };
        let set: Vec<SetField> = ids.iter().map(set).collect();
        if !plan::history::judge(plan.state(), &set).is_empty() {
            return Err("a rule stands against it".into());
        }
        let op = Op::Cells { how: CellsHow::Fill, create: Vec::new(), set };
        plan.act(&context(), &op, None)?.ok_or("nothing changed")?;
        Ok(())
    })?;
    let floor = fill_floor(&path, &ids)?;
    push(figures, "fill or paste one column of all rows, judged, one step", size, filled, Some(floor), None);
    let unfilled = percentile(3, 50, |_| {
        plan.undo(&context(), false)?;
        Ok(())
    })?;
    push(figures, "undo of that", size, unfilled, None, None);
    drop(plan);
    carry::decide(&state, folder.path(), size, edit_floor(&path, &ids)?, figures)?;
    cells::measure(&path, size, floor, figures)?;
    papers::measure(&path, size, figures)?;
    let (empty, full) = (memory_of("empty", &path)?, memory_of("open", &path)?);
    push(figures, "memory of the engine, the plan open (PSS, MiB)", size, full, Some(empty), None);
    figures.last_mut().map(|f| f.unit = "MiB").ok_or("no figure")?;
    Ok(())
}

/// A thousand edits on each side of what both have in common, a tenth of them of the same fields.
fn sides(common: &State, size: usize) -> Outcome<(State, Vec<plan::merge::Proposal>)> {
    use plan::merge::{Common, Proposal, Version};
    let ids: Vec<plan::Id> = common.rows(Kind::Commitment).map(|row| row.id().clone()).collect();
    let edits = size.min(1_000);
    let edited = |shift: usize, words: &str| -> Outcome<State> {
        let mut state = common.clone();
        for n in 0..edits {
            let row =
                state.need(Kind::Commitment, &ids[(n * 9 + if n % 10 == 0 { 0 } else { shift }) % ids.len()])?.clone();
            let field = Kind::Commitment.def().index(["title", "next_step", "start"][n % 3]).ok_or("no such field")?;
            let value = if n % 3 == 2 { format!("20{:02}", 20 + (n + shift) % 5) } else { format!("{words} {n}") };
            state.put(row.with(field, Some(plan::Value::Text(value.into()))));
        }
        Ok(state)
    };
    let version = |state: State| Version { state: std::sync::Arc::new(state), ..Version::default() };
    let theirs = version(edited(4, "Theirs")?);
    let common = Common { version: version(common.clone()), ..Common::default() };
    Ok((edited(0, "Mine")?, vec![Proposal { version: theirs, common: Some(common), organization: None }]))
}

/// A colleague who deleted milestones, and with that emptied what hung on them; and that it is agreed to.
fn deletions(common: &State, size: usize) -> Outcome<(Vec<plan::merge::Proposal>, Vec<plan::merge::Wish>)> {
    use plan::merge::{Common, Content, Key, Part, Proposal, Version, Wish};
    let all: Vec<plan::Id> = common.rows(Kind::Milestone).map(|row| row.id().clone()).collect();
    let gone: Vec<&plan::Id> = all.iter().step_by(3).take(size.min(1_000)).collect();
    let def = Kind::Milestone.def();
    let hangs = ["anchor", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working"];
    let hangs: Vec<u8> = hangs.iter().filter_map(|field| def.index(field)).collect();
    let names: std::collections::HashSet<&str> = gone.iter().map(|id| &***id).collect();
    let mut theirs = common.clone();
    for row in common.rows(Kind::Milestone).filter(|row| names.contains(row.text("anchor"))) {
        theirs.put(hangs.iter().fold((**row).clone(), |row, index| row.with(*index, None)));
    }
    for id in &gone {
        theirs.remove(Kind::Milestone, id);
    }
    let version = |state: State| Version { state: std::sync::Arc::new(state), ..Version::default() };
    let agreed = |id: &&plan::Id| {
        let key = Key { kind: Kind::Milestone, id: (*id).clone(), part: Part::Row };
        Wish { key, content: Some(Content::Absent) }
    };
    let common = Common { version: version(common.clone()), ..Common::default() };
    let proposals = vec![Proposal { version: version(theirs), common: Some(common), organization: None }];
    Ok((proposals, gone.iter().map(agreed).collect()))
}

/// The texts of a snapshot.
fn texts_of(bytes: &[u8]) -> Outcome<Vec<Vec<u8>>> {
    Ok(plan_tests::zipped::entries(bytes).into_iter().map(|(_, text)| text).collect())
}

/// Beside what is written: only packing the same texts.
fn pack(texts: &[Vec<u8>]) -> Outcome<()> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(6));
    for (n, text) in texts.iter().enumerate() {
        zip.start_file(format!("{n}.json"), options)?;
        zip.write_all(text)?;
    }
    zip.finish()?;
    Ok(())
}

fn push(
    figures: &mut Vec<Figure>,
    job: &'static str,
    size: usize,
    measured: f64,
    floor: Option<f64>,
    target: Option<f64>,
) {
    figures.push(Figure { job, size, measured, unit: "ms", floor, target });
}

/// The targets are those of a plan of 10,000 commitments; larger ones have none of their own.
fn at(size: usize, target: f64) -> Option<f64> {
    (size <= 10_000).then_some(target)
}

fn filter(state: &State, text: &str) -> Outcome<usize> {
    let any = vec![Some("planned".to_owned()), Some("ongoing".to_owned()), Some("completed".to_owned())];
    let filters = vec![FieldFilter { field: "status".into(), any, ..FieldFilter::default() }];
    let group = Some("objective".into());
    Ok(view(state, Kind::Commitment, &Query { text: text.into(), filters, group, ..Query::default() })?.ids.len())
}

/// The same UPDATE with the same pragmas, without capture, on a copy of the same file.
fn edit_floor(path: &Path, ids: &[String]) -> Outcome<f64> {
    let copy: PathBuf = path.with_file_name("floor.gdcplan");
    std::fs::copy(path, &copy)?;
    let conn = rusqlite::Connection::open(&copy)?;
    conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    percentile(200, 95, |n| {
        let id = &ids[n * 7919 % ids.len()];
        conn.execute("UPDATE commitment SET title = ?2 WHERE id = ?1", rusqlite::params![id, format!("Floor {n}")])?;
        Ok(())
    })
}

/// The same UPDATEs in one transaction, without capture, on a copy of the same file.
fn fill_floor(path: &Path, ids: &[String]) -> Outcome<f64> {
    let copy: PathBuf = path.with_file_name("fill-floor.gdcplan");
    std::fs::copy(path, &copy)?;
    let mut conn = rusqlite::Connection::open(&copy)?;
    conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    percentile(3, 50, |n| {
        let step = conn.transaction()?;
        for id in ids {
            step.execute(
                "UPDATE commitment SET lead_post = ?2 WHERE id = ?1",
                rusqlite::params![id, format!("Floor {n}")],
            )?;
        }
        step.commit()?;
        Ok(())
    })
}

/// Proportional set size of a fresh process, with the plan open or without, in MiB.
fn memory_of(what: &str, path: &Path) -> Outcome<f64> {
    let output = std::process::Command::new(std::env::current_exe()?).args(["--memory", what]).arg(path).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// That process: opens the plan, or does not, and prints its own memory; or makes a document of it, and prints the most that took.
fn memory(what: &str, path: &Path) -> Outcome<()> {
    if let Some(format) = what.strip_prefix("made ") {
        papers::make(path, format)?;
        let status = std::fs::read_to_string("/proc/self/status")?;
        let kib = status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")).ok_or("no VmHWM")?;
        println!("{:.1}", kib.trim().parse::<f64>()? / 1024.0);
        return Ok(());
    }
    let plan = match what {
        "open" => Some(Plan::open(path, Access::Read, &Holder::default(), &context())?),
        _ => None,
    };
    let rollup = std::fs::read_to_string("/proc/self/smaps_rollup")?;
    let kib = rollup.lines().find_map(|l| l.strip_prefix("Pss:")?.trim().strip_suffix("kB")).ok_or("no Pss")?;
    println!("{:.1}", kib.trim().parse::<f64>()? / 1024.0);
    drop(plan);
    Ok(())
}
