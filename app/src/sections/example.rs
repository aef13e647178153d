//! The example month: the way in, and the bar that stands above it on every screen.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::when;
use crate::i18n;
use crate::state::{use_journal, use_preferences};

/// The button that shows an example, where one can be shown and none is.
pub fn example_button() -> AnyView {
    let preferences = use_preferences();
    let journal = use_journal();
    let words = &i18n::more().example;
    let navigate = StoredValue::new_local(use_navigate());
    let look = Callback::new(move |()| {
        preferences.storage_told();
        journal.show_example();
        navigate.with_value(|navigate| navigate("/insight", NavigateOptions::default()));
    });
    when(
        move || journal.can_show_example() && !journal.in_example(),
        move || {
            view! {
                <button type="button" class="soft" on:click=move |_| look.run(())>
                    {words.look}
                </button>
            }
            .into_any()
        },
    )
}

/// The same, with what it is, for screens that have nothing to show yet.
pub fn example_offer() -> AnyView {
    let words = &i18n::more().example;
    view! {
        <p class="hint">{words.look_words}</p>
        {example_button()}
    }
    .into_any()
}

/// Says that what is on the screen is an example, and leads back.
#[component]
pub fn ExampleBar() -> impl IntoView {
    let journal = use_journal();
    let words = &i18n::more().example;
    let navigate = use_navigate();
    let back = move |_| {
        journal.back_to_own();
        navigate("/", NavigateOptions::default());
    };
    view! {
        <aside class="banner row example" aria-label=words.name>
            <p>{words.bar}</p>
            <button type="button" class="soft" on:click=back>
                {words.back}
            </button>
        </aside>
    }
}
