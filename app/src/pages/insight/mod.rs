//! Being written.

use leptos::prelude::*;

use crate::components::Page;
use crate::state::use_ebb;

/// Being written.
#[component]
pub fn InsightPage() -> impl IntoView {
    let texts = use_ebb().texts();
    view! { <Page title=texts.insight.title name="insight">"" </Page> }
}
