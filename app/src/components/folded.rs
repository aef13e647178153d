//! What opens on request: lines, and what is drawn only then.

use leptos::prelude::*;

use super::when;

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

/// A part that is drawn when it is opened for the first time: one that is long and mostly left closed
/// takes nothing from what is waited for. `class` is what its styles go by, beside `more`.
pub fn drawn_when_opened(
    class: &'static str,
    summary: &'static str,
    draw: impl FnOnce() -> AnyView + 'static,
) -> AnyView {
    let opened = RwSignal::new(false);
    let draw = StoredValue::new_local(Some(draw));
    let inside = when(
        move || opened.get(),
        move || {
            let draw = draw.try_update_value(Option::take).flatten();
            untrack(|| draw.map(|draw| draw())).into_any()
        },
    );
    view! {
        <details class=format!("more {class}") on:toggle=move |_| opened.set(true)>
            <summary>{summary}</summary>
            {inside}
        </details>
    }
    .into_any()
}
