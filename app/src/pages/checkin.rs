//! The check-in: under a minute, every item can be skipped.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::Page;
use crate::i18n;
use crate::sections::fields::CheckInFields;
use crate::sections::{remind, save_bar};
use crate::state::forms::CheckInForm;
use crate::state::{Draft, use_notices};

/// The screen for a new check-in.
#[component]
pub fn CheckInPage() -> impl IntoView {
    let notices = use_notices();
    let texts = i18n::texts();
    let draft = Draft::<CheckInForm>::open("check-in");
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        draft.log(move |_| {
            notices.say(texts.checkin.saved);
            navigate("/", NavigateOptions::default());
        });
    };
    view! {
        <Page title=texts.checkin.title name="checkin">
            <p class="lead">{texts.checkin.lead}</p>
            <form on:submit=save novalidate autocomplete="off">
                <CheckInFields draft=draft />
                {save_bar(draft)}
            </form>
            {remind("check-in")}
        </Page>
    }
}
