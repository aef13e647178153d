//! The two ways to look back: all in all, and day by day.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n;

/// The way from one to the other.
pub fn waves_nav() -> AnyView {
    let texts = i18n::texts();
    view! {
        <nav class="two-ways" aria-label=texts.insight.menu>
            <A href="/insight">{texts.insight.title}</A>
            <A href="/history">{texts.history.title}</A>
        </nav>
    }
    .into_any()
}
