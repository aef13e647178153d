//! Logging a craving: a number is enough, and the tap on it saves. The rest waits behind one tap.

use ebb_core::rating::Rating;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::{Page, when};
use crate::i18n;
use crate::sections::{Rate, save_bar};
use crate::state::forms::CravingForm;
use crate::state::{Draft, use_journal, use_session};

/// The screen for a new craving.
#[component]
pub fn CravingPage(
    /// What may be added, which finds the draft in context.
    details: fn() -> AnyView,
) -> impl IntoView {
    let journal = use_journal();
    journal.back_to_own();
    let rating = use_session().rating;
    rating.set(true);
    on_cleanup(move || rating.set(false));
    let texts = i18n::texts();
    let draft = Draft::<CravingForm>::open("craving");
    let form = draft.form;
    provide_context(draft);
    let navigate = use_navigate();
    let navigate = StoredValue::new(navigate);
    let save = move || {
        draft.log(move |root| {
            // Going back must not lead to an empty form that looks unsaved.
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate.with_value(|navigate| navigate(&format!("/craving/{root}"), options));
        });
    };
    let rate = move |rating: Rating| {
        form.update(|form| form.intensity = Some(rating));
        save();
    };
    // A number that is being saved, was not saved by its tap, or was left by a tab that died.
    let wanted = RwSignal::new(false);
    let unsaved = move || form.with(|form| form.intensity.is_some());
    view! {
        <Page title=texts.craving.title name="craving">
            <form
                on:submit=move |ev: leptos::ev::SubmitEvent| {
                    ev.prevent_default();
                    save();
                }
                novalidate autocomplete="off"
            >
                <Rate
                    legend=texts.craving.intensity
                    value=Signal::derive(move || form.with(|form| form.intensity))
                    choose=rate
                />
                <p class="hint">{texts.craving.saves}</p>
                <details class="more" on:toggle=move |_| wanted.set(true)>
                    <summary>{texts.craving.more}</summary>
                    {when(move || wanted.get(), details)}
                </details>
                {when(unsaved, move || save_bar(draft))}
            </form>
        </Page>
    }
}
