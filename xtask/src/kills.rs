//! `cargo xtask kills`: the built app in a browser that is killed again and again.

use crate::check;
use crate::project::Project;
use crate::run::run;
use anyhow::Result;
use std::process::Command;

/// How many kills `cargo xtask test` tries.
pub const IN_EVERY_TEST: u32 = 50;

/// Kills the browser so many times. What was lost is told with the seed.
pub fn kill(project: &Project, times: u32, seed: u32) -> Result<()> {
    run(
        &mut command(project, times, seed)?,
        "Above stands what was lost, and the seed to try again with `--seed`. \
         The browser's profile is left in target/kills.",
    )
}

/// The program that does it, compares, and prints a summary.
pub fn command(project: &Project, times: u32, seed: u32) -> Result<Command> {
    let mut command = check::playwright(project)?;
    command
        .args(["--config", "kills.config.ts"])
        .env("EBB_KILLS", times.to_string())
        .env("EBB_KILLS_SEED", seed.to_string());
    Ok(command)
}
