//! The words of somebody's keys, and the numbers that are the same in every language.

use ebb_core::share::{Card, fingerprint, numbers};
use leptos::prelude::*;

use crate::i18n;

/// Six words, and below them their numbers. `id` is that of the words; none where there are several.
pub fn fingerprint_lines(card: &Card, id: &'static str) -> AnyView {
    let words = fingerprint(card).join(" ");
    let numbers = numbers(card).map(|number| format!("{number:03}")).join(" ");
    let id = (!id.is_empty()).then_some(id);
    view! {
        <p class="code" id=id>
            {words}
        </p>
        <p class="hint">{(i18n::more().trust.numbers)(&numbers)}</p>
    }
    .into_any()
}
