//! One thing to tap on or off.

use leptos::prelude::*;

/// A checkbox or radio button that looks like a chip, or with the kind [`TICK`] a plain checkbox,
/// which is clearer where it stands alone. A function of plain types, so that it is compiled once
/// for the dozens that there are.
pub fn chip(
    kind: &'static str,
    name: &'static str,
    words: String,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    flip: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    drawn(
        kind,
        name,
        words,
        Signal::derive(checked),
        Callback::new(move |()| flip()),
    )
}

/// A box to tick, with words beside it.
pub const TICK: &str = "tick";

fn drawn(
    kind: &'static str,
    name: &'static str,
    words: String,
    checked: Signal<bool>,
    flip: Callback<()>,
) -> AnyView {
    let (class, kind) = if kind == TICK {
        (TICK, "checkbox")
    } else {
        ("chip", kind)
    };
    view! {
        <label class=class>
            <input type=kind name=name prop:checked=checked on:change=move |_| flip.run(()) />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
