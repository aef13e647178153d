//! The release build, made while the lints and the tests of this machine are compiled: the last
//! crate of a build keeps one core busy for minutes, and the other would wait.

use super::summary::Tally;
use crate::files;
use crate::project::Project;
use anyhow::{Context, Result};
use std::fs::File;
use std::process::{Child, Command};

/// What it said, from the project's root.
const SAID: &str = "target/report/build.log";

/// A release build that is going on.
pub struct Beside {
    build: Child,
    said: std::path::PathBuf,
}

impl Beside {
    /// Begins it.
    pub fn start(project: &Project) -> Result<Self> {
        let said = project.path(SAID);
        files::write(&said, "")?;
        let log = File::options().append(true).open(&said)?;
        let xtask = std::env::current_exe().context("cannot find the xtask program itself")?;
        let build = Command::new(xtask)
            .arg("build")
            .current_dir(project.root())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("could not start the release build")?;
        Ok(Self { build, said })
    }

    /// Waits for its end and shows what it said.
    pub fn finish(mut self) -> Result<Tally> {
        let status = self
            .build
            .wait()
            .context("the build cannot be waited for")?;
        print!("{}", files::read(&self.said)?);
        Ok(Tally::one(status.success()))
    }
}
