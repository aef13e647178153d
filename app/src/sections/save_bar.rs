//! The foot of a form: the save button, always within reach, and what kept it from saving.

use leptos::prelude::*;

use crate::components::Problem;
use crate::i18n;
use crate::state::forms::Submit;

/// The save button of a form.
#[component]
pub fn SaveBar(submit: Submit) -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <div class="save-bar">
            <Problem words=submit.problem("form") />
            <button type="submit" class="main" aria-disabled=move || submit.busy.get().to_string()>
                {move || if submit.busy.get() { texts.common.saving } else { texts.common.save }}
            </button>
        </div>
    }
}
