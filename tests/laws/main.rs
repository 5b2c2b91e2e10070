//! The laws of the plan: what must hold whatever people, disks and strangers do. One file for each law, one binary for all.

mod annex;
mod board;
mod carry;
mod cells;
mod check;
mod contradictions;
mod differences;
mod exchange;
mod faults;
mod following;
mod generated;
mod guard;
mod history;
mod history_filters;
mod hostile_plans;
mod hostile_reviews;
mod hostile_snapshots;
#[cfg(target_os = "linux")]
mod kill;
mod merging;
#[cfg(unix)]
mod outside;
mod provenance;
mod readers;
mod released;
mod restore_points;
mod reviews;
mod sample;
mod saved_views;
mod search;
mod snapshots;
mod starter;
mod steps;
mod taking_back;
mod timeline;
mod verbs;
mod views;
mod wording;

/// A file that nobody declared would never run.
#[test]
fn every_file_of_this_folder_runs() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("laws");
    let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let declared = main.lines().any(|line| line == format!("mod {name};"));
        assert!(name == "main" || declared, "{} is not declared in laws/main.rs: it never runs", path.display());
    }
}
