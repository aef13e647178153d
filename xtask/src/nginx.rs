//! The web server that the samples for hosts are held against.

use crate::debian;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// Debian has it where only the administrator's PATH leads.
const IN_DEBIAN: &str = "/usr/sbin/nginx";

/// Finds nginx, and openssl for its certificate, or installs Debian's when this may be done
/// without asking.
pub fn ensure() -> Result<PathBuf> {
    if let Some(nginx) = find() {
        return Ok(nginx);
    }
    debian::install(
        &["nginx-light", "openssl"],
        "Install nginx and openssl by hand.",
    )?;
    let Some(nginx) = find() else {
        bail!(
            "the tests of hosting need `nginx` and `openssl` on PATH. \
             On Debian or Ubuntu: sudo apt-get install nginx-light openssl"
        );
    };
    Ok(nginx)
}

fn find() -> Option<PathBuf> {
    which::which("openssl").ok()?;
    which::which("nginx")
        .or_else(|_| which::which(IN_DEBIAN))
        .ok()
}
