//! The Content-Security-Policy of a finished build.
//!
//! A style sheet and a script in files of their own cost a slow network one more way there and
//! back before a person sees anything: 1.9 times as long as for a plain page, where the page that
//! holds them takes 1.0 times as long. So Trunk puts them into the page, and here the policy, wherever
//! it is said, gets the hash of each of them: they are allowed, and nothing else that is inline.

use super::html;
use crate::files;
use crate::headers;
use anyhow::{Context as _, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Where the policy is said besides in the page.
const POLICIES: [&str; 3] = [headers::FILE, "hosting/nginx.conf", "hosting/Caddyfile"];

/// Allows what is inline in the page in every policy of the build, and gives the page.
pub fn allow_inline(page: &str, dist: &Path) -> Result<String> {
    let inline = [
        ("style-src 'self'", html::inline(page, "style")?),
        (
            "script-src 'self'",
            html::inline(page, "script:not([src])")?,
        ),
    ];
    for name in POLICIES {
        let file = dist.join(name);
        let text = allowing(&files::read(&file)?, &inline).with_context(|| format!("in {name}"))?;
        files::write(&file, text)?;
    }
    allowing(page, &inline).context("in app/index.html")
}

/// The text with a policy in it that allows these styles and scripts too.
fn allowing(text: &str, inline: &[(&str, Vec<String>)]) -> Result<String> {
    let mut text = text.to_owned();
    for (what, contents) in inline {
        if text.matches(what).count() != 1 {
            bail!("a policy has to say {what} once");
        }
        let mut allowed = (*what).to_owned();
        for content in contents {
            let hash = BASE64_STANDARD.encode(Sha256::digest(content));
            allowed = format!("{allowed} 'sha256-{hash}'");
        }
        text = text.replace(what, &allowed);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
    const PAGE: &str = "<title>Ebb</title>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; style-src 'self'\">\
        <style>a{}b{}</style><script src=\"/quick-exit.js\"></script>\
        <template><script type=\"module\">run();</script></template>";

    #[test]
    fn every_policy_allows_exactly_what_is_in_the_page() {
        let folder = tempfile::tempdir().unwrap();
        for name in POLICIES {
            files::write(&folder.path().join(name), POLICY).unwrap();
        }
        let page = allow_inline(PAGE, folder.path()).unwrap();
        // SHA-256 of `a{}b{}`, by `openssl dgst -sha256 -binary | base64`.
        let style = "style-src 'self' 'sha256-cR0WXeDFPUxoynVcPpDZ1iYEOmjKwa49ZNxsL/qKIpk='";
        assert!(page.contains(style), "{page}");
        for name in POLICIES {
            let text = files::read(&folder.path().join(name)).unwrap();
            assert!(text.contains(style), "{text}");
            assert_eq!(text.matches("script-src 'self' 'sha256-").count(), 1);
            assert_eq!(text.matches("sha256-").count(), 2, "{text}");
            assert!(!text.contains("unsafe-inline"), "{text}");
        }
    }

    #[test]
    fn a_policy_that_cannot_take_the_hash_stops_the_build() {
        assert!(allowing("default-src 'none'", &[("style-src 'self'", vec![])]).is_err());
    }
}
