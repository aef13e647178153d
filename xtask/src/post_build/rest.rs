//! What begins after the first paint: the `<template id="rest">` of the page.
//!
//! Each sheet in a file of its own is one more download to start, and what the head names starts
//! before the paint. So the sheets in there become one, and what Trunk puts into the head for the
//! script goes in there too. Only the module begins before: it takes longest, and to begin it after
//! the paint won 10 ms for the paint and cost the craving button 120. It is named first in the page,
//! since the parser comes to it only after the script and the sheet of the first paint: 20 ms more.
//!
//! Measured with a processor four times slower on slow 4G: the first paint came at 430 ms in the
//! place of 470, and the craving button answered at 1310 in the place of 1490.

use super::first_paint;
use crate::files;
use anyhow::{Result, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::fs;
use std::path::Path;

/// Makes one sheet of those in the template, and moves what is loaded early for a script into it.
pub fn gather(page: &str, dist: &Path) -> Result<String> {
    let names = sheets(page)?;
    let mut text = String::new();
    for name in &names {
        text.push_str(&files::read(&dist.join(name))?);
        fs::remove_file(dist.join(name))?;
    }
    let sheet = format!("later-{}.css", files::short_hash(text.as_bytes()));
    files::write(&dist.join(&sheet), text)?;
    put(page, &sheet)
}

fn sheets(page: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("#rest link", |link| {
            names.extend(first_paint::sheet(link));
            Ok(())
        }));
    rewrite_str(page, settings)?;
    if names.is_empty() {
        bail!("app/index.html has lost the sheets of its rest");
    }
    Ok(names)
}

fn put(page: &str, sheet: &str) -> Result<String> {
    // The head comes first in the page, so all of it is known where the template begins.
    let [early, module] = [const { RefCell::new(String::new()) }; 2];
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=modulepreload]", |link| {
            early.borrow_mut().push_str(&source(link));
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=preload]", |link| {
            module.borrow_mut().push_str(&source(link));
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("#rest link[rel=stylesheet]", |link| {
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("#rest", |rest| {
            let early = early.borrow();
            let rest_of_it = format!(r#"{early}<link rel="stylesheet" href="/{sheet}">"#);
            rest.prepend(&rest_of_it, ContentType::Html);
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    // After the policy, which holds for what comes behind it.
    let module = module.into_inner();
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        "meta[http-equiv=Content-Security-Policy]",
        |policy| {
            policy.after(&module, ContentType::Html);
            Ok(())
        }
    ));
    Ok(rewrite_str(&page, settings)?)
}

/// The start tag as it would be written. What Trunk gives it, needs no escaping.
fn source(tag: &Element) -> String {
    let attributes = tag
        .attributes()
        .iter()
        .map(|attribute| format!(r#" {}="{}""#, attribute.name(), attribute.value()));
    format!("<{}{}>", tag.tag_name(), attributes.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"none\">\
        <title>Ebb</title><link rel=\"modulepreload\" href=\"/app.js\">\
        <link rel=\"preload\" href=\"/app.wasm\"><div id=\"first\">Help</div>\
        <template id=\"rest\"><link rel=\"stylesheet\" href=\"/a.css\">\
        <link rel=\"stylesheet\" href=\"/b.css\"><script src=\"/boot.js\"></script></template>";

    fn built() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        files::write(&folder.path().join("a.css"), "a{}").unwrap();
        files::write(&folder.path().join("b.css"), "b{}").unwrap();
        folder
    }

    #[test]
    fn the_sheets_become_one_in_their_order() {
        let folder = built();
        let page = gather(PAGE, folder.path()).unwrap();
        let left = files::list(folder.path()).unwrap();
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(
            files::read(&folder.path().join(&left[0])).unwrap(),
            "a{}b{}"
        );
        assert!(files::has_hashed_name(&left[0]), "{left:?}");
        assert_eq!(page.matches("stylesheet").count(), 1, "{page}");
        assert!(page.contains(&format!("href=\"/{}\"", left[0])), "{page}");
    }

    #[test]
    fn the_script_is_loaded_after_the_paint_and_the_module_before_it() {
        let page = gather(PAGE, built().path()).unwrap();
        let (before, rest) = page.split_once("<template").unwrap();
        assert!(!before.contains("/app.js"), "{page}");
        let (policy, module) = (before.find("none"), before.find("/app.wasm"));
        assert!(policy < module && module < before.find("<title>"), "{page}");
        assert_eq!(page.matches("/app.wasm").count(), 1, "{page}");
        let (script, boot) = (rest.find("/app.js"), rest.find("/boot.js"));
        assert!(script < boot && script.is_some(), "{page}");
    }

    #[test]
    fn a_page_without_sheets_in_its_rest_stops_the_build() {
        assert!(gather("<template id=\"rest\"></template>", built().path()).is_err());
    }
}
