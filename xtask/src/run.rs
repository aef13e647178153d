//! Running other programs, with errors that say what to do.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::process::Command;

/// Runs a command to its end, its output going to the terminal.
///
/// `advice` says what the person can do when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<()> {
    let shown = show(command);
    let status = command
        .status()
        .with_context(|| format!("could not start `{shown}`. {advice}"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status}). {advice}");
    }
    Ok(())
}

/// Runs a command to its end. What it says is shown only when it fails.
pub fn run_quietly(command: &mut Command, advice: &str) -> Result<()> {
    let output = command
        .output()
        .with_context(|| format!("could not start `{}`. {advice}", show(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "{said}\n`{}` failed ({}). {advice}",
            show(command),
            output.status
        );
    }
    Ok(())
}

/// What a command prints, or nothing when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as a person would type it.
pub fn show(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
