//! Where things are in this project.

use crate::run::output;
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Playwright project, from the project's root.
pub const E2E: &str = "tests/e2e";

/// Exercises, lessons, instruments and crisis lines, from the project's root.
pub const CONTENT: &str = "core/content";

/// The project's root folder and the places under it.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project that `cargo xtask` was started in.
    pub fn find() -> Result<Self> {
        // Cargo says at run time where the project is now; the compiled-in path may be older.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .parent()
            .context("xtask is not in a project folder; start it as `cargo xtask`")?;
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// One in this folder.
    #[cfg(test)]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path under the root; an absolute path stays as it is.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// The folder that cargo builds into.
    pub fn target(&self) -> Result<PathBuf> {
        let told = output(Command::new("cargo").current_dir(&self.root).args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
        ]))
        .context("`cargo metadata` failed; does every Cargo.toml hold?")?;
        let told: serde_json::Value = serde_json::from_str(&told)?;
        let target = told["target_directory"].as_str();
        Ok(target.context("cargo names no target folder")?.into())
    }
}
