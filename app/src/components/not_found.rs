//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::Page;
use crate::i18n;

/// The screen for an unknown address.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let texts = i18n::texts();
    view! {
        <Page title=texts.not_found.title name="not-found">
            <p>{texts.not_found.words}</p>
            <A href="/" attr:class="button">
                {texts.not_found.home}
            </A>
        </Page>
    }
}
