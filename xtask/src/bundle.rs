//! Building the app with Trunk.

use crate::project::Project;
use crate::run::run;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where a release build goes.
pub const DIST: &str = "dist";
const DEV_DIST: &str = "target/dev-dist";

/// Builds the release app into `dist`.
pub fn release(project: &Project, dist: &Path) -> Result<()> {
    println!("Building the release app");
    run(
        trunk(project)?
            .args(["build", "--release", "--dist"])
            .arg(dist),
        "Read the message above; the app was not built.",
    )
}

/// Builds the development app, serves it and builds it again at every change, until stopped.
pub fn watch(project: &Project, port: u16) -> Result<()> {
    let dist = project.path(DEV_DIST);
    fs::create_dir_all(&dist).context("cannot make the folder of the development build")?;
    println!("Ebb will be at http://127.0.0.1:{port}/ and follow your changes");
    run(
        trunk(project)?
            .args([
                "serve",
                "--address",
                "127.0.0.1",
                "--port",
                &port.to_string(),
            ])
            .arg("--dist")
            .arg(dist),
        "Read the message above.",
    )
}

fn trunk(project: &Project) -> Result<Command> {
    let mut command = Command::new(project.tool("trunk"));
    command
        .current_dir(project.root())
        .env("PATH", project.tool_path()?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Where in Trunk an error was noticed would bury what the error is.
        .env_remove("RUST_BACKTRACE");
    // Trunk refuses the value 1, which is what most people set.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
