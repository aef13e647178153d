//! A slip: safety first, then what can be learned, and nothing is taken away.

use ebb_core::log::{Entry, SUBSTANCES, TRIGGERS};
use ebb_core::queries::own_tags;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{ManyChips, OneChip, Page, SaveBar, own_words, when_it_was};
use crate::state::forms::{SlipForm, Submit};
use crate::state::{Draft, Notice, use_ebb};

/// The screen for a slip.
#[component]
pub fn SlipPage() -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let draft = Draft::<SlipForm>::open("slip");
    let submit = Submit::new();
    let navigate = use_navigate();
    let save = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let navigate = navigate.clone();
        submit.log(draft, move |_| {
            ebb.notice.set(Some(Notice::said(texts.slip.saved)));
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

/// Everything about a slip.
#[component]
pub fn SlipFields(form: RwSignal<SlipForm>, submit: Submit) -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let own_triggers = Signal::derive(move || {
        ebb.journal.with(|journal| {
            own_tags(journal, |entry| match entry {
                Entry::Craving(craving) => craving.triggers.as_slice(),
                Entry::Slip(slip) => slip.triggers.as_slice(),
                _ => &[],
            })
        })
    });
    view! {
        <OneChip
            legend=texts.slip.substance
            name="substance"
            suggestions=SUBSTANCES
            words=texts.tag
            known=Signal::derive(Vec::new)
            value=Signal::derive(move || form.with(|form| form.substance.clone()))
            choose=move |tag| form.update(|form| form.substance = tag)
        />
        {own_words(form, submit, "amount", texts.slip.amount, |form| &form.amount, |form| &mut form.amount)}
        <ManyChips
            legend=texts.slip.set_off
            name="triggers"
            suggestions=TRIGGERS
            words=texts.tag
            known=own_triggers
            value=Signal::derive(move || form.with(|form| form.triggers.clone()))
            choose=move |tags| form.update(|form| form.triggers = tags)
        />
        {own_words(form, submit, "happened", texts.slip.happened, |form| &form.happened, |form| &mut form.happened)}
        {own_words(form, submit, "next_day", texts.slip.next_day, |form| &form.next_day, |form| &mut form.next_day)}
        {own_words(form, submit, "reach", texts.slip.reach, |form| &form.reach, |form| &mut form.reach)}
        {when_it_was(form, submit, |form| &mut form.when)}
    }
}
