//! `cargo xtask faults`: the store's promises under as many seeds of faults as wanted.

use crate::project::Project;
use crate::run::run;
use anyhow::Result;
use std::process::Command;

/// Runs `seeds` schedules from seed `from`. The test itself counts and tells what was broken.
pub fn run_seeds(project: &Project, seeds: u64, from: u64) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .current_dir(project.root())
        .args(["test", "--quiet", "--package", "ebb-tests"])
        .args(["--test", "integration", "--"])
        .args(["--nocapture", "no_schedule_of_faults_breaks_a_promise"])
        .env("EBB_FAULT_SEEDS", seeds.to_string())
        .env("EBB_FAULT_FROM", from.to_string())
        .env("RUST_BACKTRACE", "0");
    run(
        &mut command,
        "The seeds above show how; each can be run by itself.",
    )
}
