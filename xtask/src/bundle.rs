//! Building the app with Trunk.

use crate::project::Project;
use crate::run::run;
use crate::tools::Tools;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Where a release build goes.
pub const DIST: &str = "dist";
const DEV_DIST: &str = "target/dev-dist";

/// Builds the release app into `dist`.
pub fn release(project: &Project, dist: &Path) -> Result<()> {
    let tools = Tools::ensure(project)?;
    println!("Building the release app");
    run(
        tools
            .trunk(project)?
            .args(["build", "--release", "--dist"])
            .arg(dist),
        "Read the message above; the app was not built.",
    )
}

/// Builds the development app, serves it and builds it again at every change, until stopped.
pub fn watch(project: &Project, port: u16) -> Result<()> {
    let tools = Tools::ensure(project)?;
    let dist = project.path(DEV_DIST);
    fs::create_dir_all(&dist).context("cannot make the folder of the development build")?;
    println!("Ebb will be at http://127.0.0.1:{port}/ and follow your changes");
    run(
        tools
            .trunk(project)?
            .args(["serve", "--address", "127.0.0.1", "--port"])
            .arg(port.to_string())
            .arg("--dist")
            .arg(dist),
        "Read the message above.",
    )
}
