//! A slip: safety first, then what can be learned, and nothing is taken away.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::Page;
use crate::i18n;
use crate::sections::fields::SlipFields;
use crate::sections::save_bar;
use crate::state::forms::SlipForm;
use crate::state::{Draft, use_notices};

/// The screen for a slip.
#[component]
pub fn SlipPage() -> impl IntoView {
    let notices = use_notices();
    let texts = i18n::texts();
    let draft = Draft::<SlipForm>::open("slip");
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        draft.log(move |_| {
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
                <SlipFields draft=draft />
                {save_bar(draft)}
            </form>
        </Page>
    }
}
