//! What each step of `cargo xtask test` runs.

use super::summary::{self, Tally};
use super::times::{Phase, StepTime};
use super::{Step, playwright};
use crate::bundle::{self, DIST};
use crate::project::Project;
use crate::tools::{self, Tools};
use crate::{api, imports, kills, size, system};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// Where chance begins in every run of the tests. `cargo xtask soak` draws others.
const SEED: u32 = 20_261_129;
const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Finds or makes what only some systems have; an error says what is missing. What takes longest to
/// make is only made for a step that was asked for by its name.
pub fn have_tools(step: Step) -> Result<()> {
    match step {
        Step::Supply => tools::DENY
            .found()
            .context("`cargo xtask test --only supply` builds cargo-deny once, in some minutes"),
        Step::Browsers => system::other_browsers()
            .and_then(|_| tools::GECKODRIVER.ensure())
            .map(drop),
        _ => Ok(()),
    }
}

/// Runs one step; an error means that it could not start.
pub fn run(project: &Project, step: Step, time: &mut StepTime) -> Result<Tally> {
    use Phase::{Compile, Run};
    match step {
        Step::Fmt => time.measure(Run, || {
            let mut tally = whole(cargo(project).args(["fmt", "--all", "--check"]))?;
            tally += said(&imports::check(project));
            Ok(tally)
        }),
        Step::Supply => supply(project, time),
        // The app is a browser program; the next step lints it as one.
        Step::Clippy => time.measure(Compile, || {
            let all = ["--workspace", "--exclude", "ebb-app", "--all-targets"];
            whole(cargo(project).arg("clippy").args(all).args(DENY))
        }),
        Step::ClippyWasm => clippy_wasm(project, time),
        Step::Unit => unit(project, time),
        Step::Library => library(project, time),
        Step::Wasm => wasm_tests(project, time),
        Step::Build => {
            time.measure(Phase::Tools, || Tools::ensure(project))?;
            time.measure(Compile, || bundle::release(project, &project.path(DIST)))?;
            Ok(Tally::one(true))
        }
        Step::Size => time.measure(Run, || Ok(said(&size::check(project, &project.path(DIST))))),
        Step::E2e => {
            let mut journeys = time.measure(Phase::Tools, || playwright(project))?;
            if let Some(shell) = time.measure(Phase::Tools, system::headless_shell) {
                journeys.env("EBB_SHELL", shell);
            }
            // Colours would only have to be taken out again.
            time.measure(Run, || counted(journeys.env("FORCE_COLOR", "0")))
        }
        Step::Browsers => {
            let mut journeys = time.measure(Phase::Tools, || browsers(project))?;
            time.measure(Run, || counted(journeys.env("FORCE_COLOR", "0")))
        }
        Step::Kills => {
            println!("Seed {SEED}");
            let kills = || kills::command(project, kills::IN_EVERY_TEST, SEED);
            let mut kills = time.measure(Phase::Tools, kills)?;
            time.measure(Run, || counted(kills.env("FORCE_COLOR", "0")))
        }
    }
}

/// The journeys in three engines, with their programs.
fn browsers(project: &Project) -> Result<Command> {
    let mut command = playwright(project)?;
    let others = system::other_browsers()?;
    command
        .args(["--config", "browsers.config.ts"])
        .env("EBB_CHROMEDRIVER", system::browser()?.driver)
        .env("EBB_FIREFOX", others.firefox)
        .env("EBB_GECKODRIVER", tools::GECKODRIVER.ensure()?)
        .env("EBB_MINIBROWSER", others.minibrowser)
        .env("EBB_WEBKITDRIVER", others.webkit_driver)
        .env("EBB_XVFB", others.xvfb);
    Ok(command)
}

/// By the rules in `deny.toml`. Advisories are held against the database that lies on this machine.
fn supply(project: &Project, time: &mut StepTime) -> Result<Tally> {
    let deny = time.measure(Phase::Tools, || tools::DENY.ensure())?;
    let mut check = Command::new(deny);
    check
        .current_dir(project.root())
        .args(["--locked", "check"]);
    let database = bundle::cargo_home()?.join("advisory-dbs");
    if database.exists() {
        check.args(["--disable-fetch", "advisories"]);
    } else {
        println!("Advisories are left out: `cargo deny fetch` brings their database once");
    }
    time.measure(Phase::Run, || {
        whole(check.args(["licenses", "bans", "sources"]))
    })
}

fn unit(project: &Project, time: &mut StepTime) -> Result<Tally> {
    // Named, so that no test of it is skipped.
    let age = time.measure(Phase::Tools, system::age)?;
    let packages = ["ebb-core", "ebb-tests", "ebb-content", "ebb-bench", "xtask"];
    let test = |more: &[&str]| {
        let mut command = cargo(project);
        command.arg("test").args(more);
        for package in packages {
            command.args(["--package", package]);
        }
        command
            .env("EBB_AGE", &age)
            .env("PROPTEST_RNG_SEED", SEED.to_string());
        command
    };
    println!("Property tests begin at seed {SEED}");
    let built = time.measure(Phase::Compile, || whole(&mut test(&["--no-run"])))?;
    if built.failed > 0 {
        return Ok(built);
    }
    time.measure(Phase::Run, || counted(&mut test(&["--no-fail-fast"])))
}

/// What somebody who uses `ebb-core` alone would meet.
fn library(project: &Project, time: &mut StepTime) -> Result<Tally> {
    let oldest = time.measure(Phase::Tools, || tools::ensure_oldest(project))?;
    let mut commands = Vec::new();
    // A link to what a feature brings is broken without it.
    for features in [&[][..], &["--all-features"]] {
        let mut doc = cargo(project);
        doc.args(["doc", "--quiet", "--no-deps", "-p", "ebb-core"])
            .args(features)
            .env("RUSTDOCFLAGS", "-D warnings");
        commands.push(doc);
    }
    for features in [
        "",
        "journal",
        "store",
        "vault",
        "instruments",
        "content",
        "insight",
        "share",
        "export",
        "strength",
        "browser",
        "share,vault",
    ] {
        let mut check = cargo(project);
        check.args(["check", "--quiet", "-p", "ebb-core"]).args([
            "--no-default-features",
            "--features",
            features,
        ]);
        commands.push(check);
    }
    // The compiler of `rust-version` takes the crate and what it brings, as it is now.
    let mut by_oldest = Command::new("rustup");
    by_oldest
        .current_dir(project.root())
        .args(["run", &oldest, "cargo", "check", "--quiet"])
        .args(["-p", "ebb-core", "--lib", "--all-features"]);
    commands.push(by_oldest);
    let mut package = cargo(project);
    package
        .args(["package", "--quiet", "-p", "ebb-core"])
        .args(["--no-verify", "--allow-dirty"]);
    commands.push(package);
    time.measure(Phase::Compile, || {
        let mut tally = Tally::default();
        for command in &mut commands {
            tally += whole(command)?;
        }
        tally += said(&api::check(project));
        Ok(tally)
    })
}

fn clippy_wasm(project: &Project, time: &mut StepTime) -> Result<Tally> {
    // Core's tests need crates that exist on a real machine only, so just its library here.
    let mut core = cargo(project);
    core.args(["clippy", "-p", "ebb-core", "--lib", "--features", "browser"])
        .args(WASM)
        .args(DENY);
    let mut app = cargo(project);
    app.args(["clippy", "-p", "ebb-app", "--all-targets"])
        .args(WASM)
        .args(DENY);
    // Both run whatever the first says, and count as one.
    time.measure(Phase::Compile, || {
        let failed = whole(&mut core)?.failed + whole(&mut app)?.failed;
        Ok(Tally::one(failed == 0))
    })
}

fn wasm_tests(project: &Project, time: &mut StepTime) -> Result<Tally> {
    let tools = time.measure(Phase::Tools, || Tools::ensure(project))?;
    let browser = time.measure(Phase::Tools, system::browser)?;
    let test = |more: &[&str]| {
        let mut command = cargo(project);
        command
            .args(["test", "-p", "ebb-app"])
            .args(more)
            .args(WASM)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                tools.test_runner(),
            )
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1");
        command
    };
    let built = time.measure(Phase::Compile, || whole(&mut test(&["--no-run"])))?;
    if built.failed > 0 {
        return Ok(built);
    }
    time.measure(Phase::Run, || counted(&mut test(&["--no-fail-fast"])))
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}

/// A check of our own whose failure must not hide the others of its step.
fn said(done: &Result<()>) -> Tally {
    if let Err(error) = done {
        println!("{error:#}");
    }
    Tally::one(done.is_ok())
}

/// Runs a program that is one check as a whole.
fn whole(command: &mut Command) -> Result<Tally> {
    let status = command
        .status()
        .with_context(|| format!("could not start `{}`", crate::run::show(command)))?;
    Ok(Tally::one(status.success()))
}

/// Runs a program that prints test summaries: shows its output as it comes, and counts.
fn counted(command: &mut Command) -> Result<Tally> {
    counted_into(command, &mut std::io::stdout())
}

fn counted_into(command: &mut Command, screen: &mut impl Write) -> Result<Tally> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{}`", crate::run::show(command)))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("the test program's output broke off")?;
            let text = String::from_utf8_lossy(&line);
            writeln!(screen, "{text}")?;
            tally += summary::read(&text);
        }
    }
    let status = child
        .wait()
        .context("the test program cannot be waited for")?;
    Ok(tally.settle(status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Into a buffer: on the real screen these made-up summaries would be counted as ours.
    fn shell(script: &str) -> (Tally, String) {
        let mut screen = Vec::new();
        let tally = counted_into(Command::new("sh").args(["-c", script]), &mut screen).unwrap();
        (tally, String::from_utf8(screen).unwrap())
    }

    #[test]
    fn summaries_of_several_programs_add_up_and_are_shown() {
        let script = "echo 'test result: ok. 2 passed; 0 failed'; echo '  3 passed (1s)'";
        let (tally, screen) = shell(script);
        assert_eq!((tally.passed, tally.failed), (5, 0));
        assert!(screen.ends_with("  3 passed (1s)\n"), "{screen}");
    }

    #[test]
    fn a_crash_after_good_news_still_counts() {
        let (tally, _) = shell("echo 'test result: ok. 2 passed; 0 failed'; exit 3");
        assert_eq!((tally.passed, tally.failed), (2, 1));
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error_with_its_name() {
        let error = whole(&mut Command::new("no-such-program")).unwrap_err();
        assert!(error.to_string().contains("no-such-program"), "{error}");
    }
}
