//! The browser that the tests drive.

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

/// Finds a browser, or installs Debian's when this may be done without asking.
pub fn ensure() -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if which::which("apt-get").is_ok() && is_root() {
        println!("Installing chromium and chromium-driver by apt-get");
        let advice = "Install Chrome or Chromium and chromedriver by hand.";
        run(apt().arg("update"), advice)?;
        run(
            apt()
                .args(["install", "-y", "--no-install-recommends"])
                .args(["chromium", "chromium-driver"]),
            advice,
        )?;
    }
    let Some(browser) = find() else {
        bail!(
            "the browser tests need Chrome or Chromium and chromedriver on PATH. \
             On Debian or Ubuntu: sudo apt-get install chromium chromium-driver"
        );
    };
    Ok(browser)
}

/// apt-get, asking nothing.
pub fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn find() -> Option<Browser> {
    let chrome = CHROMES.iter().find_map(|name| which::which(name).ok())?;
    let driver = which::which("chromedriver").ok()?;
    Some(Browser { chrome, driver })
}

/// Whether packages may be installed without asking.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
