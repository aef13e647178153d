//! A part of a screen with a heading of its own.

use leptos::prelude::*;

/// A card with a heading.
pub fn card(id: &'static str, title: &'static str, inside: AnyView) -> AnyView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// Lines as a list, or one sentence where there are none.
pub fn lines_or(lines: Vec<String>, none: &'static str) -> AnyView {
    if lines.is_empty() {
        return view! { <p>{none}</p> }.into_any();
    }
    let lines: Vec<_> = lines
        .into_iter()
        .map(|line| view! { <li dir="auto">{line}</li> }.into_any())
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}
