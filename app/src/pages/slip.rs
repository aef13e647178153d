//! A slip: safety first, then what can be learned, and nothing is taken away.

use ebb_core::craving::{SUBSTANCES, TRIGGERS};
use ebb_core::journal::Entry;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{Lines, ManyChips, Moment, OneChip, Page, SaveBar};
use crate::state::forms::{SlipForm, Submit};
use crate::state::looking::own_tags;
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
                    <A href="/sos">{texts.slip.overdose}</A>
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
        <Lines
            label=texts.slip.amount
            id="amount"
            value=Signal::derive(move || form.with(|form| form.amount.clone()))
            write=move |text| form.update(|form| form.amount = text)
            problem=submit.problem("amount")
        />
        <ManyChips
            legend=texts.craving.triggers
            name="triggers"
            suggestions=TRIGGERS
            words=texts.tag
            known=own_triggers
            value=Signal::derive(move || form.with(|form| form.triggers.clone()))
            choose=move |tags| form.update(|form| form.triggers = tags)
        />
        <Lines
            label=texts.slip.happened
            id="happened"
            value=Signal::derive(move || form.with(|form| form.happened.clone()))
            write=move |text| form.update(|form| form.happened = text)
            problem=submit.problem("happened")
        />
        <Lines
            label=texts.slip.next_day
            id="next-day"
            value=Signal::derive(move || form.with(|form| form.next_day.clone()))
            write=move |text| form.update(|form| form.next_day = text)
            problem=submit.problem("next_day")
        />
        <Lines
            label=texts.slip.reach
            id="reach"
            value=Signal::derive(move || form.with(|form| form.reach.clone()))
            write=move |text| form.update(|form| form.reach = text)
            problem=submit.problem("reach")
        />
        <Moment
            label=texts.common.when
            id="when"
            value=Signal::derive(move || form.with(|form| form.when.clone()))
            write=move |text| form.update(|form| form.when = text)
            problem=submit.problem("when")
        />
    }
}
