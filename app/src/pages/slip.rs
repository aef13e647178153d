//! A slip: safety first, then what can be learned, and nothing is taken away.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::Page;
use crate::i18n;
use crate::sections::SaveBar;
use crate::sections::fields::SlipFields;
use crate::state::forms::{SlipForm, Submit};
use crate::state::{Draft, use_notices};

/// The screen for a slip.
#[component]
pub fn SlipPage() -> impl IntoView {
    let notices = use_notices();
    let texts = i18n::texts();
    let draft = Draft::<SlipForm>::open("slip");
    let submit = Submit::new();
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        submit.log(draft, move |_| {
            notices.say(texts.slip.saved);
            navigate("/", NavigateOptions::default());
        });
    };
    view! {
        <Page title=texts.slip.title name="slip">
            <p class="lead">{texts.slip.lead}</p>
            <section class="card care">
                <h2>{texts.slip.safety}</h2>
                <p>{texts.slip.tolerance}</p>
                <p>
                    <A href="/sos#overdose">{texts.slip.overdose}</A>
                </p>
                <p>{texts.slip.withdrawal}</p>
                <p>
                    <A href="/sos#withdrawal">{texts.slip.withdrawal_more}</A>
                </p>
                <p>{texts.slip.suicide}</p>
                <p>
                    <A href="/sos">{texts.slip.suicide_more}</A>
                </p>
            </section>
            <form on:submit=save novalidate>
                <SlipFields form=draft.form submit=submit />
                <SaveBar submit=submit />
            </form>
        </Page>
    }
}
