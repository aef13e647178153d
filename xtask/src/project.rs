//! Where things are in this project.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The Playwright project, from the project's root.
pub const E2E: &str = "tests/e2e";

/// Exercises, lessons, instruments and crisis lines, from the project's root.
pub const CONTENT: &str = "core/content";
/// The texts of the app, a folder for each language.
pub const APP_TEXTS: &str = "app/src/i18n";

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

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path under the root; an absolute path stays as it is.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// A tool that `cargo xtask` installed by `cargo install`.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.path(".tools/bin")
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// `PATH` with `first` and then the project's own tools before all else.
    pub fn path_with(&self, first: &[PathBuf]) -> Result<OsString> {
        let old = env::var_os("PATH").unwrap_or_default();
        let paths = first
            .iter()
            .cloned()
            .chain([self.path(".tools/bin")])
            .chain(env::split_paths(&old));
        env::join_paths(paths).context("PATH holds a folder with a separator in its name")
    }
}
