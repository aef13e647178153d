//! Logging a craving: a number is enough; the rest waits behind one tap.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::Page;
use crate::i18n;
use crate::sections::SaveBar;
use crate::sections::fields::{CravingForms, Intensity};
use crate::state::forms::{CravingForm, Submit};
use crate::state::{Draft, use_ebb};

/// The screen for a new craving.
#[component]
pub fn CravingPage(
    /// What may be added, which finds the form in context.
    details: fn() -> AnyView,
) -> impl IntoView {
    let ebb = use_ebb();
    ebb.back_to_own();
    let texts = i18n::texts();
    let draft = Draft::<CravingForm>::open("craving");
    let submit = Submit::new();
    provide_context(CravingForms {
        form: draft.form,
        submit,
    });
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        submit.log(draft, move |root| {
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
                <Intensity form=draft.form submit=submit />
                <details class="more">
                    <summary>{texts.craving.more}</summary>
                    {details()}
                </details>
                <SaveBar submit=submit />
            </form>
        </Page>
    }
}
