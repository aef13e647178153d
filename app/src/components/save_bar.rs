//! The foot of a form: the save button, always within reach, and what kept it from saving.

use leptos::prelude::*;

use super::Problem;
use crate::state::forms::Submit;
use crate::state::use_ebb;

/// The save button of a form.
#[component]
pub fn SaveBar(submit: Submit) -> impl IntoView {
    let texts = use_ebb().texts();
    view! {
        <div class="save-bar">
            <Problem words=submit.problem("form") />
            <button type="submit" class="main" aria-disabled=move || submit.busy.get().to_string()>
                {move || if submit.busy.get() { texts.common.saving } else { texts.common.save }}
            </button>
        </div>
    }
}
