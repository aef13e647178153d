//! Lines that open on request.

use leptos::prelude::*;

/// Lines that open on request.
pub fn folded(summary: &'static str, lines: Vec<String>) -> AnyView {
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    view! {
        <details class="more sources">
            <summary>{summary}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}
