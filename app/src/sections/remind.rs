//! The way to a reminder of what is on the screen.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n;

/// A link to a reminder of it: `what` as the address of reminders names it, such as `check-in`.
pub fn remind(what: &str) -> AnyView {
    view! {
        <A href=format!("/reminders/new/{what}") attr:class="button quiet small screen-only">
            {i18n::texts().common.remind}
        </A>
    }
    .into_any()
}
