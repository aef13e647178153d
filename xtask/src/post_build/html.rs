//! Changes to the page that Trunk leaves.

use anyhow::{Result, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

const CSP: &str = r#"meta[http-equiv="Content-Security-Policy"]"#;

/// Refuses a page with something that the policy would silently switch off.
pub fn check_policy(page: &str) -> Result<()> {
    let mut found = Vec::new();
    let mut has_policy = false;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(CSP, |_| {
            has_policy = true;
            Ok(())
        }))
        .append_element_content_handler(element!("*", |tag| {
            found.extend(forbidden(tag));
            Ok(())
        }));
    rewrite_str(page, settings)?;
    if !has_policy {
        bail!("app/index.html has lost its Content-Security-Policy");
    }
    if !found.is_empty() {
        bail!(
            "the Content-Security-Policy forbids this in app/index.html: {}. \
             Put styles into app/styles and behaviour into the app",
            found.join(", ")
        );
    }
    Ok(())
}

/// The texts in the elements that a selector finds, as a policy hashes them.
pub fn inline(page: &str, selector: &str) -> Result<Vec<String>> {
    let texts = std::cell::RefCell::new(Vec::<String>::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(selector, |_| {
            texts.borrow_mut().push(String::new());
            Ok(())
        }))
        .append_element_content_handler(text!(selector, |chunk| {
            if let Some(text) = texts.borrow_mut().last_mut() {
                text.push_str(chunk.as_str());
            }
            Ok(())
        }));
    rewrite_str(page, settings)?;
    Ok(texts.into_inner())
}

/// Has a script fetched together with the one that imports it, and not after it.
pub fn fetch_module(page: &str, script: &str) -> Result<String> {
    let link = format!("<link rel=modulepreload href=/{script}>");
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("#rest", |rest| {
            rest.prepend(&link, ContentType::Html);
            Ok(())
        }));
    Ok(rewrite_str(page, settings)?)
}

/// Takes the policy out of the page, for development only.
pub fn drop_policy(page: &str) -> Result<String> {
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(CSP, |meta| {
            meta.remove();
            Ok(())
        }));
    Ok(rewrite_str(page, settings)?)
}

fn forbidden(tag: &Element) -> Vec<String> {
    let name = tag.tag_name();
    let attributes = tag
        .attributes()
        .iter()
        .map(lol_html::html_content::Attribute::name);
    attributes
        .filter(|attribute| attribute == "style" || attribute.starts_with("on"))
        .map(|attribute| format!("{attribute} on <{name}>"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_in_the_page_are_told_from_scripts_in_files_and_comments() {
        let page = "<!-- <script>x</script> --><script src=\"/a.js\"></script>\
                    <template><script type=\"module\">\n1 < 2;\n</script></template>";
        assert_eq!(inline(page, "script:not([src])").unwrap(), ["\n1 < 2;\n"]);
    }

    #[test]
    fn inline_styles_and_handlers_stop_the_build_by_name() {
        let policy = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        check_policy(&format!("{policy}<p class=\"a\">fine</p>")).unwrap();
        let page = format!("{policy}<p style=\"x\" onclick=\"y\"></p>");
        let error = check_policy(&page).unwrap_err().to_string();
        for part in ["style on <p>", "onclick on <p>"] {
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn a_page_without_its_policy_stops_the_build() {
        assert!(check_policy("<p>fine</p>").is_err());
    }

    #[test]
    fn only_the_policy_is_dropped_for_development() {
        let page =
            r#"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="x">"#;
        assert_eq!(drop_policy(page).unwrap(), r#"<meta charset="utf-8">"#);
    }
}
