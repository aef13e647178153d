//! The words of somebody's keys, and the numbers that are the same in every language.

use ebb_core::share::{Card, number_words, numbers};
use leptos::prelude::*;

use crate::i18n;

/// Six words, and below them their numbers. `id` is that of the words; none where there are several.
pub fn fingerprint_lines(card: &Card, id: &'static str) -> AnyView {
    let numbers = numbers(card);
    numbered_words(number_words(numbers), numbers, id)
}

/// Words, and below them their numbers.
pub fn numbered_words(words: [&'static str; 6], numbers: [u16; 6], id: &'static str) -> AnyView {
    let numbers = numbers.map(|number| format!("{number:03}")).join(" ");
    let id = (!id.is_empty()).then_some(id);
    view! {
        <p class="code" id=id>
            {words.join(" ")}
        </p>
        <p class="hint">{(i18n::more().trust.numbers)(&numbers)}</p>
    }
    .into_any()
}
