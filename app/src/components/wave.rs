//! The wave, Ebb's own mark. It stands in the page: an image in a sheet is a document of its own,
//! which costs a slow phone 10 ms before anything is seen.

use leptos::prelude::*;

const BRAND: &str = r#"<svg viewBox="0 0 32 32"><path d="M4 20c4 0 5-8 10-8s6 8 14 8"/></svg>"#;
const WAVE: &str = r#"<svg viewBox="0 0 400 72" preserveAspectRatio="none"><path d="M0 52C60 52 80 14 140 14s90 44 150 44 70-14 110-14v28H0Z"/><path d="M0 60c50 0 90-26 150-26s100 28 160 28 60-8 90-8v18H0Z"/></svg>"#;

/// The mark beside the name.
#[component]
pub fn BrandWave() -> impl IntoView {
    view! { <span class="brand-wave" aria-hidden="true" inner_html=BRAND></span> }
}

/// Two waves along the foot of what they are in.
#[component]
pub fn Wave() -> impl IntoView {
    view! { <span class="wave" aria-hidden="true" inner_html=WAVE></span> }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn the_first_screens_have_the_same_waves() {
        for first in [
            include_str!("../../index.html"),
            include_str!("../i18n/es/first.html"),
        ] {
            assert!(first.contains(BRAND));
            assert!(first.contains(WAVE));
        }
    }
}
