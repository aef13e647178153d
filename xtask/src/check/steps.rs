//! What each step of `cargo xtask test` runs.

use super::summary::{self, Tally};
use super::{Step, playwright};
use crate::bench::{self, Wanted};
use crate::bundle::{self, DIST};
use crate::project::{CONTENT, Project};
use crate::{age, api, browser, content, kills, nginx, size, tools};
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Runs one step; an error means that it could not start.
pub fn run(project: &Project, step: Step) -> Result<Tally> {
    match step {
        Step::Fmt => whole(cargo(project).args(["fmt", "--all", "--check"])),
        Step::Content => {
            content::run(&project.path(CONTENT), content::Wanted::default())?;
            Ok(Tally::one(true))
        }
        // The app is a browser program; the next step lints it as one.
        Step::Clippy => whole(
            cargo(project)
                .args([
                    "clippy",
                    "--workspace",
                    "--exclude",
                    "ebb-app",
                    "--all-targets",
                ])
                .args(DENY),
        ),
        Step::ClippyWasm => clippy_wasm(project),
        Step::Unit => unit(project),
        Step::Library => library(project),
        Step::Wasm => wasm_tests(project),
        Step::Build => {
            tools::ensure(project)?;
            bundle::release(project, &project.path(DIST))?;
            Ok(Tally::one(true))
        }
        Step::Size => {
            size::check(project, &project.path(DIST))?;
            Ok(Tally::one(true))
        }
        // Colours would only have to be taken out again.
        Step::E2e => counted(
            playwright(project)?
                .env("EBB_NGINX", nginx::ensure()?)
                .env("FORCE_COLOR", "0"),
        ),
        Step::Kills => {
            counted(kills::command(project, kills::IN_EVERY_TEST, None)?.env("FORCE_COLOR", "0"))
        }
        Step::Bench => {
            let wanted = Wanted {
                quick: true,
                peer: None,
            };
            counted(bench::command(project, &wanted)?.env("FORCE_COLOR", "0"))
        }
    }
}

fn unit(project: &Project) -> Result<Tally> {
    // Named, so that no test of it is skipped.
    let age = age::ensure()?;
    counted(
        cargo(project)
            .args(["test", "--no-fail-fast"])
            .args(["-p", "ebb-core", "-p", "ebb-tests", "-p", "xtask"])
            .args(["-p", "ebb-bench"])
            .env("EBB_AGE", age),
    )
}

/// What somebody who uses `ebb-core` alone would meet.
fn library(project: &Project) -> Result<Tally> {
    let mut tally = Tally::default();
    // A link to what a feature brings is broken without it.
    for features in [&[][..], &["--no-default-features"], &["--all-features"]] {
        tally += whole(
            cargo(project)
                .args(["doc", "--quiet", "--no-deps", "-p", "ebb-core"])
                .args(features)
                .env("RUSTDOCFLAGS", "-D warnings"),
        )?;
    }
    for features in ["", "vault", "strength", "browser", "strength,browser"] {
        tally += whole(
            cargo(project)
                .args([
                    "check",
                    "--quiet",
                    "-p",
                    "ebb-core",
                    "--no-default-features",
                ])
                .args(["--features", features]),
        )?;
    }
    tally += said(&api::check(project));
    tally += by_the_oldest(project)?;
    Ok(tally)
}

fn clippy_wasm(project: &Project) -> Result<Tally> {
    tools::ensure(project)?;
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
    let failed = whole(&mut core)?.failed + whole(&mut app)?.failed;
    Ok(Tally::one(failed == 0))
}

fn wasm_tests(project: &Project) -> Result<Tally> {
    tools::ensure(project)?;
    let browser = browser::ensure()?;
    counted(
        cargo(project)
            .args(["test", "-p", "ebb-app", "--no-fail-fast"])
            .args(WASM)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                project.tool("wasm-bindgen-test-runner"),
            )
            .env("CHROMEDRIVER", browser.driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1"),
    )
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}

/// The compiler of `rust-version` takes the crate and what it brings, as it is now.
fn by_the_oldest(project: &Project) -> Result<Tally> {
    let toolchain = tools::ensure_oldest(project)?;
    whole(
        Command::new("rustup")
            .current_dir(project.root())
            .args(["run", &toolchain, "cargo", "check", "--quiet"])
            .args(["-p", "ebb-core", "--lib", "--all-features"]),
    )
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
