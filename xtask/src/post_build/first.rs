//! The screen that is painted before the app, in the languages that are not in `index.html`.
//!
//! Each has its own in `app/src/i18n/<language>/first.html`. It becomes a script that `early.js`
//! loads in that language's stead, and a page for browsers without JavaScript.

use crate::files;
use crate::project::Project;
use anyhow::{Context as _, Result, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::path::Path;

/// Where the languages are.
const LANGUAGES: &str = "app/src/i18n";
const FILE: &str = "first.html";
const SCRIPT: &str = include_str!("first.js");

/// Writes `first-<language>.js` and `<language>.html` beside a finished `index.html`.
pub fn write(project: &Project, dist: &Path) -> Result<()> {
    let page = files::read(&dist.join("index.html"))?;
    for name in files::list(&project.path(LANGUAGES))? {
        let Some((language, FILE)) = name.split_once('/') else {
            continue;
        };
        let first = squeezed(&files::read(&project.path(LANGUAGES).join(&name))?);
        files::write(
            &dist.join(format!("first-{language}.js")),
            script(language, &first)?,
        )?;
        let page = page_of(&page, language, &first)
            .with_context(|| format!("cannot make the page of {language}"))?;
        files::write(&dist.join(format!("{language}.html")), page)?;
    }
    Ok(())
}

fn script(language: &str, first: &str) -> Result<String> {
    let text = serde_json::to_string(first)?;
    Ok(SCRIPT
        .replace("'%LANGUAGE%'", &serde_json::to_string(language)?)
        .replace("'%FIRST%'", &text))
}

/// Without line ends and indents, which mean nothing between blocks.
fn squeezed(html: &str) -> String {
    html.lines().map(str::trim).collect()
}

/// The page without scripts, with this in the place of its first screen.
fn page_of(page: &str, language: &str, first: &str) -> Result<String> {
    let mut placed = false;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |html| {
            html.set_attribute("lang", language)?;
            Ok(())
        }))
        .append_element_content_handler(element!("#first", |place| {
            place.set_inner_content(first, ContentType::Html);
            placed = true;
            Ok(())
        }))
        .append_element_content_handler(element!("script, template, link[rel=preload]", |it| {
            it.remove();
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    if !placed {
        bail!("app/index.html has lost its first screen");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_language_has_its_words_and_runs_nothing() {
        let page = r#"<html lang="en"><head><script src="/a.js"></script><link rel="preload" href="/a.wasm"></head><body><div id="first"><p>Help</p></div><template><script src="/b.js"></script></template></body></html>"#;
        assert_eq!(
            page_of(page, "es", "<p>Ayuda</p>").unwrap(),
            r#"<html lang="es"><head></head><body><div id="first"><p>Ayuda</p></div></body></html>"#
        );
        assert!(page_of("<html></html>", "es", "").is_err());
    }

    #[test]
    fn the_script_of_a_language_holds_the_words_and_no_line_of_the_file() {
        let script = script("es", &squeezed("  <p>\"Sí\"</p>\n  <p>No</p>\n")).unwrap();
        assert!(script.contains(r#"lang = "es";"#), "{script}");
        assert!(
            script.contains(r#"innerHTML = "<p>\"Sí\"</p><p>No</p>";"#),
            "{script}"
        );
    }
}
