//! Being written.

use leptos::prelude::*;

use crate::components::Page;
use crate::state::use_ebb;

/// Being written.
#[component]
pub fn PlayerPage() -> impl IntoView {
    let texts = use_ebb().texts();
    view! { <Page title=texts.exercises.title name="player">"" </Page> }
}
