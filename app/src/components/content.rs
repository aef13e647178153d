//! In the place of content that is not there.

use leptos::prelude::*;

use crate::i18n;
use crate::i18n::texts;

/// Shown while content is on its way.
pub fn loading() -> AnyView {
    view! { <p class="lead">{i18n::more().assess.loading}</p> }.into_any()
}

/// Shown when content did not come.
pub fn not_there(words: &'static str, retry: Callback<()>) -> AnyView {
    let texts = texts();
    view! {
        <div role="alert">
            <p class="problem">{words}</p>
        </div>
        <button type="button" on:click=move |_| retry.run(())>
            {texts.common.try_again}
        </button>
    }
    .into_any()
}

/// Shown while the exercises are on their way.
pub fn exercises_loading() -> AnyView {
    view! { <p class="lead">{texts().exercises.loading}</p> }.into_any()
}
