//! The desktop application: everything is in the library, so that tests reach it.
// A console window beside the application is of no use to anybody on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    gdc_planner::main()
}
