//! Help now. Everything here works without network, unlocked or not, with nothing logged.

use ebb_core::content::crisis::EmergencyId;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::Page;
use crate::i18n;
use crate::sections::{RegionChoice, callers, emergency, lines, which_region};
use crate::state::use_journal;

/// The screen for an emergency.
#[component]
pub fn SosPage(
    /// The people to turn to.
    people: AnyView,
    /// The if-then plans.
    plans: AnyView,
) -> impl IntoView {
    let journal = use_journal();
    journal.back_to_own();
    let texts = i18n::texts();
    view! {
        <Page title=texts.sos.title name="sos">
            <p class="lead">{texts.sos.lead}</p>
            {lines(|_, line| line.is_emergency(), true)}
            {callers()}
            {lines(|place, line| place == 0 && !line.is_emergency(), false)}
            {plans}
            {which_region()}
            {emergency(EmergencyId::Overdose, false)}
            {lines(|place, line| !(line.is_emergency() || place == 0), false)}
            <ul class="plain row aside">
                <li>
                    <A href="/plans/safety">{texts.sos.plan}</A>
                </li>
                <li>
                    <A href="/plans/places">{texts.sos.places}</A>
                </li>
                <li>
                    <A href="/programme">{texts.sos.meetings}</A>
                </li>
            </ul>
            <RegionChoice />
            {emergency(EmergencyId::AlcoholPoisoning, false)}
            {emergency(EmergencyId::Withdrawal, false)}
            <section class="card" aria-labelledby="breathe">
                <h2 id="breathe">{texts.sos.breathe}</h2>
                <div class="slow-breath" aria-hidden="true"></div>
                <p>{texts.sos.breathe_words}</p>
                <A href="/exercises/paced-breathing" attr:class="button soft">
                    {texts.now.breathe}
                </A>
            </section>
            {people}
            <p class="hint">{texts.sos.nobody_watches}</p>
        </Page>
    }
}
