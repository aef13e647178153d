//! `cargo xtask soak`: what takes too long for every test run, with chance drawn anew each time.

use crate::project::Project;
use crate::run::run;
use crate::{bench, bundle, faults, fuzz, kills};
use anyhow::Result;
use std::hash::{BuildHasher as _, RandomState};
use std::process::Command;

/// How much of each.
#[derive(Debug, Clone, clap::Args)]
pub struct Amounts {
    /// Kills of the browser
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..))]
    kills: u32,
    /// Schedules of storage faults
    #[arg(long, default_value_t = 100_000)]
    schedules: u64,
    /// Cases of each property
    #[arg(long, default_value_t = 5_000)]
    cases: u32,
    /// How long each fuzz target runs
    #[arg(long, default_value_t = 600)]
    seconds: u32,
    /// The seed; a fresh one when left out
    #[arg(long)]
    seed: Option<u32>,
}

/// Runs all of it. The first that fails ends it, and is told with the seed.
pub fn soak(project: &Project, amounts: &Amounts) -> Result<()> {
    let seed = amounts.seed.unwrap_or_else(fresh_seed);
    println!("Seed {seed}");
    run(
        Command::new("cargo")
            .current_dir(project.root())
            .args(["test", "-p", "ebb-core", "-p", "ebb-tests"])
            .env("PROPTEST_RNG_SEED", seed.to_string())
            .env("PROPTEST_CASES", amounts.cases.to_string()),
        "Run it again with `cargo xtask soak --seed` and the seed above.",
    )?;
    faults::run_seeds(project, amounts.schedules, seed.into())?;
    kills::kill(project, amounts.kills, seed)?;
    fuzz::fuzz(project, None, amounts.seconds)?;
    bundle::again(project)?;
    bench::bench(project, false, None)
}

/// From the system's randomness, by way of the keys that the standard library draws for its maps.
pub fn fresh_seed() -> u32 {
    let drawn = RandomState::new().hash_one(());
    u32::try_from(drawn >> 32).unwrap_or_default()
}
