//! The foot of a form: the save button, always within reach, and what kept it from saving.

use leptos::prelude::*;

use super::Problem;
use crate::i18n;

/// The save button of a form.
#[component]
pub fn SaveBar(
    /// Why it was not saved.
    problem: Signal<Option<String>>,
    /// Whether it is being saved.
    busy: Signal<bool>,
) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <div class="save-bar">
            <Problem words=problem />
            <button type="submit" class="main" aria-disabled=move || busy.get().to_string()>
                {move || if busy.get() { texts.common.saving } else { texts.common.save }}
            </button>
        </div>
    }
}
