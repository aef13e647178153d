//! The browser that the tests drive.

use crate::debian;
use anyhow::{Result, bail};
use std::path::PathBuf;

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
    debian::install(
        &["chromium", "chromium-driver"],
        "Install Chrome or Chromium and chromedriver by hand.",
    )?;
    let Some(browser) = find() else {
        bail!(
            "the browser tests need Chrome or Chromium and chromedriver on PATH. \
             On Debian or Ubuntu: sudo apt-get install chromium chromium-driver"
        );
    };
    Ok(browser)
}

fn find() -> Option<Browser> {
    let chrome = CHROMES.iter().find_map(|name| which::which(name).ok())?;
    let driver = which::which("chromedriver").ok()?;
    Some(Browser { chrome, driver })
}
