//! The first paint waits for nothing but the page.
//!
//! A style sheet and a script in files of their own cost a slow network one more way there and
//! back before a person sees anything: 1.9 times as long as for a plain page, where the page that
//! holds them takes 1.0 times as long. So what the head of the page names goes into the page, and
//! the policy allows exactly that text, and Trunk's script that starts the module, by their hashes and
//! nothing else that is inline. What comes
//! after the first screen in `app/index.html` stays in files.

use super::html;
use crate::files;
use crate::headers;
use anyhow::{Context as _, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;

/// Where the policy is said besides in the page.
const POLICIES: [&str; 3] = [headers::FILE, "hosting/nginx.conf", "hosting/Caddyfile"];

/// Puts the head's sheets and blocking scripts into the page, and their hashes into every policy
/// of the build.
pub fn inline(page: &str, dist: &Path) -> Result<String> {
    let found = in_the_head(page)?;
    let style = read_all(dist, &found.sheets)?;
    let script = squeezed(&read_all(dist, &found.scripts)?);
    if style.contains("</style") || script.contains("</script") {
        bail!("a sheet or script of the first paint ends its own element");
    }
    let page = put(page, &found, &style, &script)?;
    let scripts = html::inline_scripts(&page)?;
    let allow = |policy: &str| allowing(policy, &style, &scripts);
    for name in POLICIES {
        let file = dist.join(name);
        let text = allow(&files::read(&file)?).with_context(|| format!("in {name}"))?;
        files::write(&file, text)?;
    }
    for name in found.sheets.iter().chain(&found.scripts) {
        fs::remove_file(dist.join(name)).with_context(|| format!("cannot remove {name}"))?;
    }
    allow(&page).context("in app/index.html")
}

/// Names of files.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    sheets: Vec<String>,
    scripts: Vec<String>,
}

fn in_the_head(page: &str) -> Result<Found> {
    let found = RefCell::new(Found::default());
    walk_head(page, |tag| {
        let mut found = found.borrow_mut();
        if let Some(name) = sheet(tag) {
            found.sheets.push(name);
        } else if let Some(name) = blocking_script(tag) {
            found.scripts.push(name);
        }
        Ok(())
    })?;
    Ok(found.into_inner())
}

fn put(page: &str, found: &Found, style: &str, script: &str) -> Result<String> {
    walk_head(page, |tag| {
        if let Some(name) = sheet(tag) {
            if found.sheets.first() == Some(&name) {
                tag.before(&format!("<style>{style}</style>"), ContentType::Html);
            }
            tag.remove();
        } else if let Some(name) = blocking_script(tag) {
            if found.scripts.first() == Some(&name) {
                tag.before(&format!("<script>{script}</script>"), ContentType::Html);
            }
            tag.remove();
        }
        Ok(())
    })
}

/// Shows every element before the first screen. A minified page leaves out the head's own tags.
fn walk_head(
    page: &str,
    mut look: impl FnMut(
        &mut Element,
    ) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>>,
) -> Result<String> {
    let over = Cell::new(false);
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        "link, script, #first",
        |tag| {
            if tag.get_attribute("id").as_deref() == Some("first") {
                over.set(true);
            }
            if over.get() { Ok(()) } else { look(tag) }
        }
    ));
    let page = rewrite_str(page, settings)?;
    if !over.get() {
        bail!("app/index.html has lost its first screen");
    }
    Ok(page)
}

/// The file of a style sheet that a tag names.
pub(super) fn sheet(tag: &Element) -> Option<String> {
    let is_sheet = tag.get_attribute("rel").as_deref() == Some("stylesheet");
    let address = tag.get_attribute("href").filter(|_| is_sheet)?;
    Some(address.trim_start_matches('/').to_owned())
}

fn blocking_script(tag: &Element) -> Option<String> {
    let waits = ["defer", "async", "type"]
        .iter()
        .any(|name| tag.has_attribute(name));
    let address = tag.get_attribute("src").filter(|_| !waits)?;
    Some(address.trim_start_matches('/').to_owned())
}

fn read_all(dist: &Path, names: &[String]) -> Result<String> {
    names
        .iter()
        .map(|name| files::read(&dist.join(name)))
        .collect()
}

/// Without comments and indents, each of which has a line of its own in `public/early.js`.
fn squeezed(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines: Vec<_> = lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    lines.join("\n")
}

/// The text with a policy in it that allows this style and these scripts too.
fn allowing(text: &str, style: &str, scripts: &[String]) -> Result<String> {
    let mut text = text.to_owned();
    let styles = [style.to_owned()];
    for (what, contents) in [
        ("style-src 'self'", &styles[..]),
        ("script-src 'self'", scripts),
    ] {
        if text.matches(what).count() != 1 {
            bail!("a policy has to say {what} once");
        }
        let hashes: String = contents
            .iter()
            .map(|content| BASE64_STANDARD.encode(Sha256::digest(content)))
            .map(|hash| format!(" 'sha256-{hash}'"))
            .collect();
        text = text.replace(what, &format!("{what}{hashes}"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
    const PAGE: &str = "<title>Ebb</title>\
        <meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; style-src 'self'\">\
        <script src=\"/early.js\"></script><script src=\"/leave.js\" defer></script>\
        <link rel=\"icon\" href=\"/icon.svg\">\
        <link rel=\"stylesheet\" href=\"/a.css\"><link rel=\"stylesheet\" href=\"/b.css\">\
        <div id=\"first\">Help</div>\
        <link rel=\"stylesheet\" href=\"/later.css\"><script src=\"/boot.js\"></script>";

    fn built() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let script = "// why\n(function () {\n  // more\n  run();\n})();\n";
        let all = [("a.css", "a{}"), ("b.css", "b{}"), ("early.js", script)];
        let policies = POLICIES.map(|name| (name, POLICY));
        for (name, text) in all.into_iter().chain(policies) {
            files::write(&folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn the_page_holds_what_its_first_paint_needs_and_names_the_rest() {
        let folder = built();
        let page = inline(PAGE, folder.path()).unwrap();
        assert!(page.contains("<style>a{}b{}</style>"), "{page}");
        assert!(
            page.contains("<script>(function () {\nrun();\n})();</script>"),
            "{page}"
        );
        for stays in ["/leave.js", "/icon.svg", "/later.css", "/boot.js"] {
            assert!(page.contains(stays), "{stays} in {page}");
        }
        for gone in ["a.css", "b.css", "early.js"] {
            assert!(
                !page.contains(gone) && !folder.path().join(gone).exists(),
                "{gone}"
            );
        }
    }

    #[test]
    fn every_policy_allows_exactly_that_text() {
        let folder = built();
        let page = inline(PAGE, folder.path()).unwrap();
        // SHA-256 of `a{}b{}`, by `openssl dgst -sha256 -binary | base64`.
        let style = "style-src 'self' 'sha256-cR0WXeDFPUxoynVcPpDZ1iYEOmjKwa49ZNxsL/qKIpk='";
        assert!(page.contains(style), "{page}");
        for name in POLICIES {
            let text = files::read(&folder.path().join(name)).unwrap();
            assert!(text.contains(style), "{text}");
            assert!(text.contains("script-src 'self' 'sha256-"), "{text}");
            assert!(!text.contains("unsafe-inline"), "{text}");
        }
    }

    #[test]
    fn a_policy_that_cannot_take_the_hash_stops_the_build() {
        let folder = built();
        files::write(&folder.path().join(headers::FILE), "default-src 'none'").unwrap();
        assert!(inline(PAGE, folder.path()).is_err());
    }

    #[test]
    fn a_sheet_that_ends_its_element_stops_the_build() {
        let folder = built();
        files::write(&folder.path().join("a.css"), "a{content:'</style>'}").unwrap();
        assert!(inline(PAGE, folder.path()).is_err());
    }

    #[test]
    fn a_page_without_its_first_screen_stops_the_build() {
        let folder = built();
        assert!(inline("<p>none</p>", folder.path()).is_err());
    }
}
