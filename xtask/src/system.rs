//! Programs that the tests need and that come with the system: found on `PATH`, or installed from
//! Debian's packages where that may be done without asking.

use crate::run::{output, run};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

const CHROMES: [&str; 5] = [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "chrome",
];

/// Chrome or Chromium, and the driver that fits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The browser program.
    pub chrome: PathBuf,
    /// The chromedriver program.
    pub driver: PathBuf,
}

/// The browser that the tests drive.
pub fn browser() -> Result<Browser> {
    let find = || {
        Some(Browser {
            chrome: CHROMES.iter().find_map(|name| which::which(name).ok())?,
            driver: which::which("chromedriver").ok()?,
        })
    };
    ensure(find, "the browser tests", &["chromium", "chromium-driver"])
}

/// The real `age` program, which the tests hold backups against.
pub fn age() -> Result<PathBuf> {
    ensure(
        || which::which("age").ok(),
        "the tests of backups",
        &["age"],
    )
}

/// The web server that the samples for hosts are held against; it needs openssl for a certificate.
pub fn nginx() -> Result<PathBuf> {
    let find = || {
        which::which("openssl").ok()?;
        // Debian has it where only the administrator's PATH leads.
        let nginx = which::which("nginx").or_else(|_| which::which("/usr/sbin/nginx"));
        nginx.ok()
    };
    ensure(find, "the tests of hosting", &["nginx-light", "openssl"])
}

fn ensure<T>(find: impl Fn() -> Option<T>, who: &str, packages: &[&str]) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let packages_told = packages.join(" ");
    let advice = format!(
        "{who} need {} on PATH. On Debian or Ubuntu: sudo apt-get install {packages_told}",
        packages.join(" and ")
    );
    if which::which("apt-get").is_ok() && is_root() {
        println!("Installing {packages_told} by apt-get");
        run(apt().arg("update"), &advice)?;
        let flags = ["install", "-y", "--no-install-recommends"];
        run(apt().args(flags).args(packages), &advice)?;
    }
    match find() {
        Some(found) => Ok(found),
        None => bail!(advice),
    }
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
