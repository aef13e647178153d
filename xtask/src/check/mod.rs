//! `cargo xtask test`: everything that must hold, in one run that tells all it finds.

mod background_build;
mod steps;
mod summary;
mod times;

use crate::bundle::DIST;
use crate::progress::span;
use crate::project::Project;
use crate::system;
use crate::tools;
use anyhow::{Context, Result, bail};
use background_build::BackgroundBuild;
use clap::ValueEnum;
use std::process::Command;
use std::time::Instant;
use summary::Tally;
use times::{Phase, StepTime};

/// One part of `cargo xtask test`, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// `cargo fmt --check`, and that no modules import each other in a circle.
    Fmt,
    /// That what is built in comes from where it should, and may be passed on.
    Supply,
    /// Lints of everything that runs on this machine.
    Clippy,
    /// Lints of the app and core as they run in the browser.
    ClippyWasm,
    /// Unit, property, journey and documentation tests on this machine, and the content's checks.
    Unit,
    /// Core's documentation without a warning, each set of its features by itself, the oldest
    /// compiler that it promises to work with, and its public items.
    Library,
    /// The app's own tests in headless Chromium.
    Wasm,
    /// The release build.
    Build,
    /// The size budget.
    Size,
    /// The built app in Chromium by Playwright.
    E2e,
    /// What a person needs most, in Chromium, Firefox and `WebKit` by their own drivers.
    Browsers,
    /// The built app in a browser that is killed.
    Kills,
}

/// Runs every step, or only one, and ends with the line `N passed, N failed`.
pub fn run(project: &Project, only: Option<Step>) -> Result<()> {
    let every = || Step::value_variants().to_vec();
    let steps = only.map_or_else(every, |step| vec![step]);
    let mut total = Tally::default();
    let mut failed: Vec<Step> = Vec::new();
    let mut all_times = Vec::new();
    let began = Instant::now();
    let mut release = match only {
        None => Some(BackgroundBuild::start(project)?),
        Some(_) => None,
    };
    let mut left_out = Vec::new();
    for step in steps {
        let mut time = StepTime::new(&format!("{step:?}"));
        // Not every system has these: everything else can be tested there.
        let have_tools = || steps::have_tools(step);
        if only.is_none()
            && let Err(error) = time.measure(Phase::Tools, have_tools)
        {
            println!("\n== {step:?}: left out. {error:#}");
            left_out.push(step);
            continue;
        }
        // Without a build these would only measure an older one.
        let needs_build = matches!(step, Step::Size | Step::E2e | Step::Browsers | Step::Kills);
        let tally = if needs_build && failed.contains(&Step::Build) {
            println!("\n== {step:?}: left out, because the build failed");
            Tally::one(false)
        } else {
            let build = release.take_if(|_| step == Step::Build);
            timed(project, step, build, time, &mut all_times)
        };
        if tally.failed > 0 {
            failed.push(step);
        }
        total += tally;
    }
    // One step by itself says nothing of how long the whole takes.
    if only.is_none() {
        times::report(&project.path(times::REPORT), &all_times)?;
        println!("From the first to the last: {}", span(began.elapsed()));
    }
    if !left_out.is_empty() {
        println!("\nNot run, because this machine lacks what it takes: {left_out:?}");
    }
    if failed.is_empty() {
        println!("\n{} passed, 0 failed", total.passed);
        return Ok(());
    }
    println!("\nFailed: {failed:?}. Run one step again with `cargo xtask test --only STEP`.");
    println!("{} passed, {} failed", total.passed, total.failed);
    // The line above is the last word, so the process ends without another message.
    std::process::exit(1)
}

/// Leaves a picture of every screen under `target/report/screens`.
pub fn screens(project: &Project) -> Result<()> {
    let mut command = playwright(project)?;
    command.args(["--config", "screens.config.ts"]);
    crate::run::run(&mut command, "Read the message above.")?;
    println!("The pictures are in target/report/screens");
    Ok(())
}

/// Looks for barriers in every screen, look, size and language; takes a quarter of an hour or more.
pub fn axe(project: &Project) -> Result<()> {
    let mut command = playwright(project)?;
    command.args(["--config", "axe.config.ts"]);
    crate::run::run(
        &mut command,
        "Above stands each fault with the looks that have it.",
    )
}

fn timed(
    project: &Project,
    step: Step,
    build: Option<BackgroundBuild>,
    mut time: StepTime,
    all_times: &mut Vec<StepTime>,
) -> Tally {
    println!("\n== {step:?}");
    let done = match build {
        Some(build) => time.measure(Phase::Compile, || build.finish()),
        None => steps::run(project, step, &mut time),
    };
    let tally = done.unwrap_or_else(|error| {
        println!("{error:#}");
        Tally::one(false)
    });
    println!(
        "== {step:?}: {} passed, {} failed, {:.1} s",
        tally.passed,
        tally.failed,
        time.total()
    );
    all_times.push(time);
    tally
}

/// Playwright on the finished build, with what its tests need to know about this machine.
pub fn playwright(project: &Project) -> Result<Command> {
    let dist = project.path(DIST);
    if !dist.join("sw.js").exists() {
        bail!("there is no finished build in {DIST}; run `cargo xtask build` first");
    }
    tools::ensure_e2e(project)?;
    let browser = system::browser()?;
    let xtask = std::env::current_exe().context("cannot find the xtask program itself")?;
    let mut command = Command::new(if cfg!(windows) { "npx.cmd" } else { "npx" });
    command
        .args(["playwright", "test"])
        .current_dir(project.path(crate::project::E2E))
        .env("EBB_CHROME", browser.chrome)
        .env("EBB_AGE", system::age()?)
        .env("EBB_NGINX", system::nginx()?)
        .env("EBB_DIST", dist)
        .env("EBB_ROOT", project.root())
        .env("EBB_XTASK", xtask);
    Ok(command)
}
