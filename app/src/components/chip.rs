//! One thing to tap on or off.

use leptos::prelude::*;

/// A checkbox or radio button that looks like a chip. A function of plain types, so that it is
/// compiled once for the dozens that there are.
pub fn chip(
    kind: &'static str,
    name: &'static str,
    words: String,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    flip: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    drawn(
        "chip",
        kind,
        name,
        words,
        Signal::derive(checked),
        Callback::new(move |()| flip()),
    )
}

/// A box to tick with words beside it, which is clearer where it stands alone.
pub fn tick_box(
    name: &'static str,
    words: String,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    flip: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    drawn(
        "tick",
        "checkbox",
        name,
        words,
        Signal::derive(checked),
        Callback::new(move |()| flip()),
    )
}

fn drawn(
    class: &'static str,
    kind: &'static str,
    name: &'static str,
    words: String,
    checked: Signal<bool>,
    flip: Callback<()>,
) -> AnyView {
    view! {
        <label class=class>
            <input type=kind name=name prop:checked=checked on:change=move |_| flip.run(()) />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
