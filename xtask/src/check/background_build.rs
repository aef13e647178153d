//! The release build, made while the lints and the tests of this machine are compiled: the last
//! crate of a build keeps one core busy for minutes, and the other would wait.

use super::summary::Tally;
use crate::files;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command};

/// What it said, from the project's root.
const LOG: &str = "target/report/build.log";

/// A release build that is going on.
pub struct BackgroundBuild {
    build: Child,
    log: PathBuf,
}

impl BackgroundBuild {
    /// Begins it.
    pub fn start(project: &Project) -> Result<Self> {
        let log = project.path(LOG);
        files::write(&log, "")?;
        let output = File::options().append(true).open(&log)?;
        let xtask = std::env::current_exe().context("cannot find the xtask program itself")?;
        let build = Command::new(xtask)
            .arg("build")
            .current_dir(project.root())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("could not start the release build")?;
        Ok(Self { build, log })
    }

    /// Waits for its end and shows what it said.
    pub fn finish(mut self) -> Result<Tally> {
        let status = self
            .build
            .wait()
            .context("the build cannot be waited for")?;
        print!("{}", files::read(&self.log)?);
        Ok(Tally::one(status.success()))
    }
}
