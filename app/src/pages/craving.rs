//! Logging a craving: a number is enough; the rest waits behind one tap.

use ebb_core::log::{COMPANY, Craving, FEELINGS, PLACES, SUBSTANCES, TRIGGERS};
use ebb_core::queries::own_tags;
use ebb_core::text::Tag;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::components::{
    ManyChips, OneChip, Page, Problem, SaveBar, Scale, own_words, when_it_was,
};
use crate::state::forms::{CravingForm, Submit};
use crate::state::queries::of_craving;
use crate::state::{Draft, use_ebb};

/// The screen for a new craving.
#[component]
pub fn CravingPage() -> impl IntoView {
    let ebb = use_ebb();
    ebb.back_to_own();
    let texts = ebb.texts();
    let draft = Draft::<CravingForm>::open("craving");
    let submit = Submit::new();
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
                    <CravingDetails form=draft.form submit=submit />
                </details>
                <SaveBar submit=submit />
            </form>
        </Page>
    }
}

/// How strong it is.
#[component]
pub fn Intensity(form: RwSignal<CravingForm>, submit: Submit) -> impl IntoView {
    let texts = use_ebb().texts();
    view! {
        <Scale
            legend=texts.craving.intensity
            name="intensity"
            low=texts.craving.none
            high=texts.craving.strongest
            value=Signal::derive(move || form.with(|form| form.intensity))
            choose=move |rating| form.update(|form| form.intensity = rating)
        />
        <Problem words=submit.problem("intensity") />
    }
}

/// Everything else about a craving.
#[component]
pub fn CravingDetails(form: RwSignal<CravingForm>, submit: Submit) -> impl IntoView {
    let texts = use_ebb().texts();
    view! {
        <CravingTags form=form />
        {own_words(form, submit, "thought", texts.craving.thought, |form| &form.thought, |form| &mut form.thought)}
        {own_words(form, submit, "did", texts.craving.did, |form| &form.did, |form| &mut form.did)}
        {when_it_was(form, submit, |form| &mut form.when)}
    }
}

#[component]
fn CravingTags(form: RwSignal<CravingForm>) -> impl IntoView {
    let ebb = use_ebb();
    let texts = ebb.texts();
    let known = move |tags: fn(&Craving) -> Vec<&Tag>| {
        Signal::derive(move || {
            ebb.journal
                .with(|journal| own_tags(journal, |entry| of_craving(entry, tags)))
        })
    };
    view! {
        <ManyChips
            legend=texts.craving.triggers
            name="triggers"
            suggestions=TRIGGERS
            words=texts.tag
            known=known(|craving| craving.triggers.iter().collect())
            value=Signal::derive(move || form.with(|form| form.triggers.clone()))
            choose=move |tags| form.update(|form| form.triggers = tags)
        />
        <ManyChips
            legend=texts.craving.feelings
            name="feelings"
            suggestions=FEELINGS
            words=texts.tag
            known=known(|craving| craving.feelings.iter().collect())
            value=Signal::derive(move || form.with(|form| form.feelings.clone()))
            choose=move |tags| form.update(|form| form.feelings = tags)
        />
        <OneChip
            legend=texts.craving.place
            name="place"
            suggestions=PLACES
            words=texts.tag
            known=known(|craving| craving.place.iter().collect())
            value=Signal::derive(move || form.with(|form| form.place.clone()))
            choose=move |tag| form.update(|form| form.place = tag)
        />
        <OneChip
            legend=texts.craving.company
            name="company"
            suggestions=COMPANY
            words=texts.tag
            known=known(|craving| craving.company.iter().collect())
            value=Signal::derive(move || form.with(|form| form.company.clone()))
            choose=move |tag| form.update(|form| form.company = tag)
        />
        <OneChip
            legend=texts.craving.substance
            name="substance"
            suggestions=SUBSTANCES
            words=texts.tag
            known=known(|craving| craving.substance.iter().collect())
            value=Signal::derive(move || form.with(|form| form.substance.clone()))
            choose=move |tag| form.update(|form| form.substance = tag)
        />
    }
}
