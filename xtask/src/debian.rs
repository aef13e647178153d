//! Programs that the tests need and that Debian has.

use crate::run::{output, run};
use anyhow::Result;
use std::process::Command;

/// Installs packages when this may be done without asking; else does nothing.
///
/// `advice` says what a person can do when it fails.
pub fn install(packages: &[&str], advice: &str) -> Result<()> {
    if which::which("apt-get").is_err() || !is_root() {
        return Ok(());
    }
    println!("Installing {} by apt-get", packages.join(" and "));
    run(apt().arg("update"), advice)?;
    run(
        apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
        advice,
    )
}

/// apt-get, asking nothing.
fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
