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

/// The texts of the scripts that stand in the page, as the policy hashes them.
pub fn inline_scripts(page: &str) -> Result<Vec<String>> {
    let scripts = std::cell::RefCell::new(Vec::<String>::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("script:not([src])", |_| {
            scripts.borrow_mut().push(String::new());
            Ok(())
        }))
        .append_element_content_handler(text!("script:not([src])", |chunk| {
            if let Some(script) = scripts.borrow_mut().last_mut() {
                script.push_str(chunk.as_str());
            }
            Ok(())
        }));
    rewrite_str(page, settings)?;
    Ok(scripts.into_inner())
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

/// Writes a name for the build into the page, in the place of an older one.
pub fn stamp(page: &str, name: &str) -> Result<String> {
    let mut meta = None;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(r#"meta[name="ebb-build"]"#, |old| {
            old.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("title", |title| {
            // A minified page leaves out the head's own tags.
            title.before(r#"<meta name="ebb-build">"#, ContentType::Html);
            meta = Some(());
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    if meta.is_none() {
        bail!("the page has no title to write the name of the build before");
    }
    // The second pass lets the library escape the name.
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        r#"meta[name="ebb-build"]"#,
        |meta| {
            meta.set_attribute("content", name)?;
            Ok(())
        }
    ));
    Ok(rewrite_str(&page, settings)?)
}

fn forbidden(tag: &Element) -> Vec<String> {
    let name = tag.tag_name();
    let attributes = tag
        .attributes()
        .iter()
        .map(lol_html::html_content::Attribute::name);
    let mut found: Vec<String> = attributes
        .filter(|attribute| attribute == "style" || attribute.starts_with("on"))
        .map(|attribute| format!("{attribute} on <{name}>"))
        .collect();
    if name == "style" {
        found.push("<style>".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_in_the_page_are_told_from_scripts_in_files_and_comments() {
        let page = "<!-- <script>x</script> --><script src=\"/a.js\"></script>\
                    <template><script type=\"module\">\n1 < 2;\n</script></template>";
        assert_eq!(inline_scripts(page).unwrap(), ["\n1 < 2;\n"]);
    }

    #[test]
    fn inline_styles_and_handlers_stop_the_build_by_name() {
        let policy = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        check_policy(&format!("{policy}<p class=\"a\">fine</p>")).unwrap();
        let page = format!("{policy}<p style=\"x\" onclick=\"y\"></p><style>p{{}}</style>");
        let error = check_policy(&page).unwrap_err().to_string();
        for part in ["style on <p>", "onclick on <p>", "<style>"] {
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

    #[test]
    fn a_build_carries_one_name_the_last_one_given() {
        let page = stamp("<head><title>Ebb</title></head>", "build-2").unwrap();
        assert_eq!(
            page.matches(r#"<meta name="ebb-build" content="build-2">"#)
                .count(),
            1
        );
        let page = stamp(&page, "a \" name").unwrap();
        assert_eq!(page.matches("ebb-build").count(), 1, "{page}");
        assert!(page.contains("a &quot; name"), "{page}");
    }
}
