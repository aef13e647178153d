//! Programs that the tests need and that come with the system: found on `PATH`, or installed from
//! Debian's packages where that may be done without asking.

use crate::run::{output, run};
use anyhow::{Context, Result};
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

/// A Chromium without windows, if there is one: the same engine, and journeys take little more than
/// half as long as in a whole one.
pub fn headless_shell() -> Option<PathBuf> {
    let find = || {
        let names = ["chromium-headless-shell", "chrome-headless-shell"];
        names.iter().find_map(|name| which::which(name).ok())
    };
    find().or_else(|| {
        install(
            &["chromium-headless-shell"],
            "The journeys run in a whole browser.",
        )
        .ok()?;
        find()
    })
}

/// What the journeys in other engines than Chromium's need, but for geckodriver, which no package has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherBrowsers {
    /// Firefox.
    pub firefox: PathBuf,
    /// `WebKitGTK`'s browser for tests.
    pub minibrowser: PathBuf,
    /// What drives it.
    pub webkit_driver: PathBuf,
    /// The screen that it needs.
    pub xvfb: PathBuf,
}

/// The browsers beside Chromium that the tests drive.
pub fn other_browsers() -> Result<OtherBrowsers> {
    let find = || {
        Some(OtherBrowsers {
            firefox: which::which("firefox-esr")
                .or_else(|_| which::which("firefox"))
                .ok()?,
            minibrowser: minibrowser()?,
            webkit_driver: which::which("WebKitWebDriver").ok()?,
            xvfb: which::which("Xvfb").ok()?,
        })
    };
    let packages = ["firefox-esr", "webkit2gtk-driver", "xvfb"];
    ensure(find, "the journeys in Firefox and WebKit", &packages)
}

/// It is on no `PATH`: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`.
fn minibrowser() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib").ok()?.flatten();
    let below = folders.flat_map(|folder| {
        ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]
            .map(|version| folder.path().join(version).join("MiniBrowser"))
    });
    which::which("MiniBrowser")
        .ok()
        .or_else(|| below.into_iter().find(|path| path.exists()))
}

fn ensure<T>(find: impl Fn() -> Option<T>, who: &str, packages: &[&str]) -> Result<T> {
    ensure_by(install, find, who, packages)
}

fn ensure_by<T>(
    install: impl Fn(&[&str], &str) -> Result<()>,
    find: impl Fn() -> Option<T>,
    who: &str,
    packages: &[&str],
) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let advice = format!(
        "{who} need {} on PATH. On Debian or Ubuntu: sudo apt-get install {}",
        packages.join(" and "),
        packages.join(" ")
    );
    install(packages, &advice)?;
    find().context(advice)
}

/// Installs Debian's packages where that may be done without asking.
fn install(packages: &[&str], advice: &str) -> Result<()> {
    if which::which("apt-get").is_ok() && is_root() {
        println!("Installing {} by apt-get", packages.join(" "));
        run(apt().arg("update"), advice)?;
        let flags = ["install", "-y", "--no-install-recommends"];
        run(apt().args(flags).args(packages), advice)?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_apt_a_sentence_says_what_to_install() {
        let missing = ensure_by(
            |_, _| Ok(()),
            || None::<()>,
            "the tests of tea",
            &["tea", "cup"],
        );
        assert_eq!(
            missing.unwrap_err().to_string(),
            "the tests of tea need tea and cup on PATH. \
             On Debian or Ubuntu: sudo apt-get install tea cup"
        );
    }
}
