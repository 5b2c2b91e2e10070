//! `bench`: every figure beside its floor and its target, from the programs that measure: the core's own, and the real
//! window's.
use std::path::Path;
use std::time::Duration;
use std::{fs, thread};

use serde_json::{Value, json};

use crate::shell::{self, Outcome, cargo};
use crate::{run, setup};

/// Without `--size`: how many commitments the measured plans hold.
const SIZES: [u64; 3] = [100, PROMISED, 100_000];
/// The size for which targets are promised.
const PROMISED: u64 = 10_000;
/// The same plan every time.
const SEED: &str = "1";
/// Of a quiet machine at most this part is at work.
const QUIET: f64 = 0.15;
/// Seconds that are waited for that.
const QUIET_AFTER: u32 = 60;
/// Megabytes that the application may weigh; a third of it without what sets PDFs.
const BINARY_TARGET: f64 = 45.0;

/// Measures, prints the table or the JSON, and fails when a figure misses a promised target.
pub fn run(arguments: &[String]) -> Outcome {
    let (sizes, as_json) = options(arguments)?;
    setup::window(false)?;
    // What is measured is what is shipped.
    shell::run_aside(shell::npm(&["run", "--silent", "build"]))?;
    run::build_app(true)?;
    let mut figures = vec![binary(&run::app_path(true))?];
    for size in sizes {
        eprintln!("bench: {size} commitments");
        figures.extend(core(size)?);
        figures.extend(window(size)?);
    }
    let report = json!({ "figures": figures });
    if as_json {
        println!("{report:#}");
    } else {
        print!("{}", table(&figures));
    }
    let missed = missed(&figures);
    if missed == 0 { Ok(()) } else { Err(format!("{missed} of {} figures miss their target", figures.len())) }
}

/// How many promises are not kept. Targets are promised for one size; at others the figures show how they grow.
fn missed(figures: &[Value]) -> usize {
    let promised = |figure: &&Value| figure["size"].is_null() || figure["size"] == PROMISED;
    figures.iter().filter(promised).filter(|figure| figure["holds"] == false).count()
}

fn options(arguments: &[String]) -> Outcome<(Vec<u64>, bool)> {
    let mut sizes = SIZES.to_vec();
    let mut as_json = false;
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => as_json = true,
            "--size" => {
                let size = words.next().and_then(|number| number.parse().ok()).filter(|size| *size > 0);
                sizes = vec![size.ok_or("`--size` wants a number of commitments, e.g. `--size 10000`")?];
            }
            _ => return Err("`bench` understands `--size N` and `--json`".into()),
        }
    }
    Ok((sizes, as_json))
}

fn binary(path: &Path) -> Outcome<Value> {
    let bytes = fs::metadata(path).map_err(|error| format!("cannot look at {}: {error}", path.display()))?.len();
    #[allow(clippy::cast_precision_loss, reason = "a binary of 2^52 bytes does not fit on a disk")]
    let megabytes = (bytes as f64 / 100_000.0).round() / 10.0;
    let holds = megabytes <= BINARY_TARGET;
    Ok(json!({
        "job": "the binary", "size": null, "measured": megabytes, "unit": "MB", "floor": null, "target": BINARY_TARGET, "holds": holds
    }))
}

/// Waits until the machine does nothing else, and says so where it goes on: figures of a busy machine are those of its other
/// work.
fn be_quiet() {
    let mut busy = None;
    for _ in 0..QUIET_AFTER {
        let Some(before) = ticks() else { return };
        thread::sleep(Duration::from_secs(1));
        busy = ticks().and_then(|after| share(before, after));
        if busy.is_none_or(|busy| busy < QUIET) {
            return;
        }
    }
    if let Some(busy) = busy {
        eprintln!("bench: the machine does other things ({:.0} % of it); the figures are worse for it", busy * 100.0);
    }
}

/// Time that all processors have worked so far, and all of their time.
fn ticks() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let times: Vec<f64> = stat.lines().next()?.split_whitespace().skip(1).filter_map(|n| n.parse().ok()).collect();
    let idle: f64 = times.get(3..5)?.iter().sum();
    let all: f64 = times.iter().sum();
    Some((all - idle, all))
}

/// The part of the time in between that was worked.
fn share(before: (f64, f64), after: (f64, f64)) -> Option<f64> {
    let all = after.1 - before.1;
    (all > 0.0).then(|| (after.0 - before.0) / all)
}

/// The figures of the core, measured in one process.
fn core(size: u64) -> Outcome<Vec<Value>> {
    // Built first: a compiler beside it would be measured too.
    shell::run_aside(cargo(&["build", "--quiet", "--release", "--package", "plan-tests", "--bin", "bench"]))?;
    be_quiet();
    let size = size.to_string();
    let bench =
        ["run", "--quiet", "--release", "--package", "plan-tests", "--bin", "bench", "--", "--size", &size, "--json"];
    figures(&shell::read(cargo(&bench))?)
}

/// The figures of the window, over a plan of this size.
fn window(size: u64) -> Outcome<Vec<Value>> {
    let size = size.to_string();
    let folder = shell::target().join("bench");
    shell::folder(&folder)?;
    let plan = folder.join(format!("{size}.gdcplan"));
    // Made anew: one of last time may have the tables, or the rows, of another version.
    if plan.exists() {
        fs::remove_file(&plan).map_err(|error| format!("cannot remove {}: {error}", plan.display()))?;
    }
    let mut generate = cargo(&["run", "--quiet", "--release", "--package", "gdcplan", "--", "generate"]);
    generate.arg(&plan).args(["--commitments", &size, "--seed", SEED]);
    shell::read(generate)?;
    be_quiet();
    let mut measure = run::window_script(&["tests/window/bench.mjs", "--size", &size, "--plan"]);
    measure.arg(&plan).env("GDCPLANNER_APP", run::app_path(true));
    figures(&shell::read(measure)?)
}

/// The list out of `{"figures": […]}`, each of them complete.
fn figures(written: &str) -> Outcome<Vec<Value>> {
    let report: Value = serde_json::from_str(written).map_err(|error| format!("a benchmark wrote no JSON: {error}"))?;
    let figures = report["figures"].as_array().cloned().ok_or("a benchmark wrote no list of figures")?;
    for figure in &figures {
        for key in ["job", "size", "measured", "unit", "floor", "target", "holds"] {
            if figure.get(key).is_none() {
                return Err(format!("a figure has no `{key}`: {figure}"));
            }
        }
    }
    Ok(figures)
}

fn table(figures: &[Value]) -> String {
    let head = ["job", "size", "measured", "floor", "target", "holds"].map(str::to_owned);
    let cell = |figure: &Value, key: &str| match &figure[key] {
        Value::Null => "–".to_owned(),
        Value::String(words) => words.clone(),
        Value::Bool(holds) => if *holds { "yes" } else { "NO" }.to_owned(),
        number if key == "size" => number.to_string(),
        number => format!("{number} {}", figure["unit"].as_str().unwrap_or_default()),
    };
    let rows: Vec<[String; 6]> = std::iter::once(head)
        .chain(
            figures
                .iter()
                .map(|figure| ["job", "size", "measured", "floor", "target", "holds"].map(|key| cell(figure, key))),
        )
        .collect();
    let widths: Vec<usize> =
        (0..6).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        for (column, (words, width)) in row.iter().zip(&widths).enumerate() {
            let cell = if column == 0 { format!("{words:<width$}") } else { format!("  {words:>width$}") };
            text.push_str(&cell);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn understands_its_options() {
        assert_eq!(options(&[]).unwrap(), (SIZES.to_vec(), false));
        assert_eq!(options(&words("--size 500 --json")).unwrap(), (vec![500], true));
        for wrong in ["--size", "--size x", "--size 0", "--fast"] {
            assert!(options(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_figure_without_its_floor_is_refused() {
        let whole =
            r#"{"figures":[{"job":"open","size":1,"measured":2,"unit":"ms","floor":1,"target":3,"holds":true}]}"#;
        assert_eq!(figures(whole).unwrap().len(), 1);
        assert!(figures(&whole.replace("\"floor\":1,", "")).unwrap_err().contains("floor"));
        assert!(figures("{}").is_err());
    }

    #[test]
    fn a_busy_machine_is_told_from_a_quiet_one() {
        assert_eq!(share((100.0, 1_000.0), (190.0, 1_200.0)), Some(0.45));
        assert_eq!(share((100.0, 1_000.0), (100.0, 1_000.0)), None);
    }

    #[test]
    fn only_the_promised_size_can_miss() {
        let figure = |size: Value, holds: Value| json!({ "size": size, "holds": holds });
        let figures =
            [figure(json!(100), json!(false)), figure(json!(10_000), json!(true)), figure(json!(10_000), Value::Null)];
        assert_eq!(missed(&figures), 0);
        assert_eq!(missed(&[figure(json!(10_000), json!(false)), figure(Value::Null, json!(false))]), 2);
    }

    #[test]
    fn the_table_shows_what_misses_its_target() {
        let figures = [
            json!({"job":"open","size":100,"measured":2.5,"unit":"ms","floor":1,"target":150,"holds":true}),
            json!({"job":"the binary","size":null,"measured":16,"unit":"MB","floor":null,"target":15,"holds":false}),
        ];
        let table = table(&figures);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[1].split_whitespace().collect::<Vec<_>>(),
            ["open", "100", "2.5", "ms", "1", "ms", "150", "ms", "yes"]
        );
        assert!(lines[2].ends_with(" NO"));
        assert!(lines.iter().all(|line| line.chars().count() == lines[0].chars().count()), "columns line up");
    }
}
