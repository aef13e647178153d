//! The real `age` program, which the tests hold backups against.

use crate::browser::{apt, is_root};
use crate::run::run;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Finds `age`, or installs Debian's when this may be done without asking.
pub fn ensure() -> Result<PathBuf> {
    if let Ok(age) = which::which("age") {
        return Ok(age);
    }
    if which::which("apt-get").is_ok() && is_root() {
        println!("Installing age by apt-get");
        let advice = "Install age by hand: https://age-encryption.org";
        run(apt().arg("update"), advice)?;
        run(
            apt().args(["install", "-y", "--no-install-recommends", "age"]),
            advice,
        )?;
    }
    let Ok(age) = which::which("age") else {
        bail!(
            "the tests of backups need the `age` program on PATH. \
             On Debian or Ubuntu: sudo apt-get install age"
        );
    };
    Ok(age)
}
