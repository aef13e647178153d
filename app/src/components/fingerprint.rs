//! The words of somebody's keys in the language of the reader, and the numbers that are the same in
//! every language.

use ebb_core::share::{Card, number_words, numbers};
use leptos::prelude::*;

use crate::i18n;

/// Six words, and below them their numbers. `id` is that of the words; none where there are several.
pub fn fingerprint_lines(card: &Card, id: &'static str) -> AnyView {
    numbered_words(numbers(card), id)
}

/// The words of numbers, and below them the numbers.
pub fn numbered_words(numbers: [u16; 6], id: &'static str) -> AnyView {
    let id = (!id.is_empty()).then_some(id);
    view! {
        <p class="code" id=id>
            {words_of(numbers)}
        </p>
        <p class="hint">{(i18n::more().trust.numbers)(&digits_of(numbers))}</p>
    }
    .into_any()
}

/// Words and numbers in one line.
pub fn fingerprint_text(card: &Card) -> String {
    let numbers = numbers(card);
    format!("{} ({})", words_of(numbers), digits_of(numbers))
}

fn words_of(numbers: [u16; 6]) -> String {
    number_words(numbers, i18n::more().trust.key_words).join(" ")
}

fn digits_of(numbers: [u16; 6]) -> String {
    numbers.map(|number| format!("{number:03}")).join(" ")
}
