//! Logging a craving: a number is enough; the rest waits behind one tap.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::Page;
use crate::i18n;
use crate::sections::fields::Intensity;
use crate::sections::save_bar;
use crate::state::forms::CravingForm;
use crate::state::{Draft, use_journal};

/// The screen for a new craving.
#[component]
pub fn CravingPage(
    /// What may be added, which finds the draft in context.
    details: fn() -> AnyView,
) -> impl IntoView {
    let journal = use_journal();
    journal.back_to_own();
    let texts = i18n::texts();
    let draft = Draft::<CravingForm>::open("craving");
    provide_context(draft);
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        draft.log(move |root| {
            // Going back must not lead to an empty form that looks unsaved.
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&format!("/craving/{root}"), options);
        });
    };
    view! {
        <Page title=texts.craving.title name="craving">
            <form on:submit=save novalidate>
                <Intensity draft=draft />
                <details class="more">
                    <summary>{texts.craving.more}</summary>
                    {details()}
                </details>
                {save_bar(draft)}
            </form>
        </Page>
    }
}
