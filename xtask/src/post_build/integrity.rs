//! Subresource integrity of the files that the page names.

use crate::files;
use anyhow::Result;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha384};
use std::path::Path;

/// Recomputes every `integrity` attribute from the files in `dist`.
///
/// A preload for `fetch` loses it: browsers do not check it there and warn instead.
pub fn refresh(page: &str, dist: &Path) -> Result<String> {
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("[integrity]", |tag| {
            let target = tag
                .get_attribute("href")
                .or_else(|| tag.get_attribute("src"));
            match target {
                Some(target) if tag.get_attribute("as").as_deref() != Some("fetch") => {
                    let bytes = files::read_bytes(&dist.join(target.trim_start_matches('/')))?;
                    tag.set_attribute("integrity", &sha384(&bytes))?;
                }
                _ => tag.remove_attribute("integrity"),
            }
            Ok(())
        }));
    Ok(rewrite_str(page, settings)?)
}

fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_that_of_the_file_as_it_is_now() {
        let folder = tempfile::tempdir().unwrap();
        files::write(&folder.path().join("a.js"), "abc").unwrap();
        let page = r#"<link rel="modulepreload" href="/a.js" integrity="sha384-old">"#;
        let page = refresh(page, folder.path()).unwrap();
        // SHA-384 of "abc", FIPS 180-2.
        let expected = "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert!(
            page.contains(&format!("integrity=\"sha384-{expected}\"")),
            "{page}"
        );
    }

    #[test]
    fn a_preload_for_fetch_has_no_integrity() {
        let page = r#"<link rel="preload" as="fetch" href="/a.wasm" integrity="sha384-old">"#;
        let page = refresh(page, Path::new("/nowhere")).unwrap();
        assert!(!page.contains("integrity"), "{page}");
    }

    #[test]
    fn a_page_that_names_a_missing_file_stops_the_build() {
        let page = r#"<link rel="stylesheet" href="/gone.css" integrity="sha384-old">"#;
        assert!(refresh(page, Path::new("/nowhere")).is_err());
    }
}
