//! One of a few.

use leptos::prelude::*;

use super::chip;

/// A group of radio buttons that look like chips.
pub fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: &'static str,
    name: &'static str,
    options: Vec<(T, String)>,
    value: Signal<T>,
    choose: Callback<T>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(option, words)| {
            chip(
                "radio",
                name,
                words.clone(),
                move || value.get() == option,
                move || choose.run(option),
            )
        })
        .collect_view();
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            <div class="chip-row">{options}</div>
        </fieldset>
    }
}
