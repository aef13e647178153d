//! The real `age` program, which the tests hold backups against.

use crate::debian;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Finds `age`, or installs Debian's when this may be done without asking.
pub fn ensure() -> Result<PathBuf> {
    if let Ok(age) = which::which("age") {
        return Ok(age);
    }
    debian::install(&["age"], "Install age by hand: https://age-encryption.org")?;
    let Ok(age) = which::which("age") else {
        bail!(
            "the tests of backups need the `age` program on PATH. \
             On Debian or Ubuntu: sudo apt-get install age"
        );
    };
    Ok(age)
}
